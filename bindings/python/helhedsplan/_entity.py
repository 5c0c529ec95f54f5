"""Objects of a plan, and the properties that introspection makes for each of their fields."""

from __future__ import annotations

import operator
import threading
from collections.abc import Iterable as _Iterable
from collections.abc import Mapping as _Mapping
from typing import Any, Callable, ClassVar, Dict, Tuple, Type

from . import _words
from ._dates import PartialDate
from ._errors import encode_or_null, error
from ._fields import EntityInfo, Field
from ._library import ABSENT, Same, ffi, lib, text
from ._lists import EntityList, KeyedList, TextList

CLASSES: "Dict[str, Type[Entity]]" = {}


class Root:
    """A plan or a scheme as the library holds it. It is freed when the last object or list of it is gone."""

    __slots__ = ("handle", "lock")

    def __init__(self, handle: Any) -> None:
        self.handle = handle
        # The library leaves it to its callers that only one thread at a time edits. A signal handler, or __del__, may
        # interrupt an edit in the same thread, but never the call itself.
        self.lock = threading.RLock()


class Entity(Same):
    """An object of a plan or a scheme. It keeps the whole of it alive, and stays readable when it has been removed."""

    __slots__ = ("_root", "_handle")

    #: What the library tells of its fields, by their names.
    fields: ClassVar[Dict[str, Field]] = {}
    _info: ClassVar[EntityInfo]

    def __init__(self, root: Root, handle: Any) -> None:
        if not isinstance(root, Root):
            raise TypeError(f"{type(self).__name__} is made by a plan: Plan.new(), Plan.load(), or add() of a list")
        self._root = root
        self._handle = handle

    def update(self, **fields: Any) -> None:
        """Sets several fields. Objects take a mapping of theirs, lists of objects a list of mappings, which are added."""
        for name, value in fields.items():
            field = self.fields.get(name) or _by_json_name(self, name)
            if field is None:
                raise AttributeError(f"{type(self).__name__} has no field {name!r}")
            if field.type != "object":
                setattr(self, field.name, value)
            elif field.is_list:
                getattr(self, field.name).extend(value)
            elif isinstance(value, _Mapping):
                getattr(self, field.name).update(**value)
            else:
                raise TypeError(f"{type(self).__name__}.{field.name} takes a mapping of its fields, not {value!r}")

    def is_given(self, name: str) -> bool:
        """Whether a field is given, and not only answered with what its absence means."""
        field = self.fields[name]
        if "has" in field.functions:
            return bool(field.functions["has"](self._handle))
        value = getattr(self, name)
        if field.is_list:
            return len(value) > 0
        if field.type == "object":
            return any(value.is_given(each) for each in value.fields)
        return value is not None

    def to_dict(self) -> Dict[str, Any]:
        """What is given, by the names in the file, as json.load() would have it."""
        found: Dict[str, Any] = {}
        for name, field in self.fields.items():
            if self.is_given(name):
                found[field.json_name] = _plain(getattr(self, name))
        return found

    def __reduce__(self) -> Any:
        raise TypeError(f"{type(self).__name__} is part of a plan; copy or pickle the plan, or to_dict()")

    def __repr__(self) -> str:
        named = (getattr(self, name) for name in ("id", "title", "name", "code", "rule") if name in self.fields)
        return f"<{' '.join([type(self).__name__, *(repr(each) for each in named if each is not None)])}>"


def _by_json_name(entity: Entity, name: str) -> Any:
    return next((field for field in entity.fields.values() if field.json_name == name), None)


def _plain(value: Any) -> Any:
    if isinstance(value, TextList):
        return list(value)
    if isinstance(value, EntityList):
        return [each.to_dict() for each in value]
    if isinstance(value, Entity):
        return value.to_dict()
    return str(value) if isinstance(value, PartialDate) else value


def _reader(field: Field) -> Callable[[Any], Any]:
    """From what a getter answers to what Python sees."""
    if field.type == "word":
        return _words.ALL[field.words or ""].words.get  # what is absent is no word
    if field.type == "truth":
        return lambda number: None if number == ABSENT else bool(number)
    if field.type in ("number", "kroner"):
        return lambda number: None if number == ABSENT else number
    if field.type == "date":
        return lambda number: PartialDate.of_number(number) if number else None
    return text


def _writer(field: Field, about: str) -> Callable[[Any], Any]:
    """From what Python gives to what a setter takes. None takes the value away."""

    def word(value: Any) -> int:
        return ABSENT if value is None else _words.ALL[field.words or ""].number(value, about)

    def truth(value: Any) -> int:
        if value is None:
            return ABSENT
        if value not in (True, False):
            raise TypeError(f"{about} is True, False or None, not {value!r}")
        return int(value)

    def number(value: Any) -> int:
        if value is None:
            return ABSENT
        if isinstance(value, bool):
            raise TypeError(f"{about} is a whole number, not {value!r}")
        found = operator.index(value)
        bits = 63 if field.type == "kroner" else 31
        if not -(2**bits) <= found < 2**bits or found == ABSENT:
            raise error(lib.HHP_ERR_RANGE, f"{about} is {found}")
        return found

    def date(value: Any) -> int:
        return 0 if value is None else int(PartialDate.of(value))

    kinds: Dict[str, Callable[[Any], Any]] = {
        "word": word, "truth": truth, "number": number, "kroner": number, "date": date,
    }
    return kinds.get(field.type, lambda value: encode_or_null(value, about))


def _scalar(field: Field, about: str) -> Tuple[Any, Any]:
    get, read = field.functions["get"], _reader(field)

    def getter(self: Entity) -> Any:
        return read(get(self._handle))

    if "set" not in field.functions:
        return getter, None
    set_, write = field.functions["set"], _writer(field, about)

    def setter(self: Entity, value: Any) -> None:
        wanted = write(value)
        with self._root.lock:
            status = set_(self._handle, wanted)
        if status:
            raise error(status, f"{about} is {value!r}")

    return getter, setter


def _object(field: Field) -> Any:
    get, target = field.functions["get"], field.target

    def getter(self: Entity) -> Any:
        return CLASSES[target](self._root, get(self._handle))  # type: ignore[index]

    return getter


def _list(field: Field, about: str) -> Tuple[Any, Any]:
    kind: Any = KeyedList if "find" in field.functions else EntityList

    def texts(self: Entity) -> TextList:
        return TextList(self._root, self._handle, field, about)

    def entities(self: Entity) -> Any:
        return kind(self._root, self._handle, field, about, CLASSES[field.target or ""])

    def replace(self: Entity, value: _Iterable[str]) -> None:
        if isinstance(value, str):
            raise TypeError(f"{about} takes a list of texts, not a text")
        texts(self).replace([] if value is None else value)

    return (entities, None) if field.type == "object" else (texts, replace if "add" in field.functions else None)


def doc(field: Field) -> str:
    """The docstring of a property, in both languages."""
    kinds = {"word": f"One of the words {', '.join(_words.ALL[field.words].numbers)}." if field.words else "",
             "kroner": "Whole kroner.", "date": "A date, or part of one.",
             "reference": f"The id of a {field.target}."}
    facts = [kinds.get(field.type, ""), "Required." if field.is_required else ""]
    return "\n\n".join(filter(None, [f"{field.doc()}.", f"{field.doc('da')}.", " ".join(filter(None, facts))]))


def make_property(info: EntityInfo, field: Field) -> property:
    """The property of a field."""
    about = f"{info.class_name}.{field.name}"
    if field.is_list:
        getter, setter = _list(field, about)
    elif field.type == "object":
        getter, setter = _object(field), None
    else:
        getter, setter = _scalar(field, about)
    remove = None if setter is None else (lambda self: setter(self, None))
    return property(getter, setter, remove, doc(field))


def make_class(info: EntityInfo, base: Type[Entity]) -> Type[Entity]:
    """The class of an entity, with a property for each of its fields."""
    space: Dict[str, Any] = {"__slots__": (), "__module__": "helhedsplan", "_info": info,
                             "__doc__": f"{info.doc()}.\n\n{info.doc('da')}.",
                             "fields": {field.name: field for field in info.fields}}
    space.update((field.name, make_property(info, field)) for field in info.fields)
    CLASSES[info.name] = made = type(info.class_name, (base,), space)
    return made


def out_pointer(entity: str) -> Any:
    return ffi.new(f"hhp_{entity} **")
