"""Introspection of entities and fields. Each is read when it is first used, since most programs need few of them."""

from __future__ import annotations

from . import _words
from ._library import ABSENT, given, lib, text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, List, Optional


class lazy:  # pylint: disable=invalid-name
    """A property that is calculated once. functools.cached_property is the same, but its module loads many others."""

    def __init__(self, compute: Callable[[Any], Any]) -> None:
        self._compute = compute
        self.__doc__ = compute.__doc__

    def __set_name__(self, owner: Any, name: str) -> None:
        self._name = name

    def __get__(self, instance: Any, owner: Any = None) -> Any:
        if instance is None:
            return self
        value = instance.__dict__[self._name] = self._compute(instance)
        return value


if TYPE_CHECKING:
    lazy = property  # type: ignore[misc,assignment]  # noqa: F811


def _limit(value: int) -> Optional[int]:
    return None if value == ABSENT else value


class Field:
    """Description of a field, for forms, tables or other bindings."""

    def __init__(self, handle: Any) -> None:
        self._handle = handle
        #: Its name in Python, such as "schema".
        self.name = given(lib.hhp_field_c_name(handle))
        self.is_list = bool(lib.hhp_field_is_list(handle))

    @lazy
    def json_name(self) -> str:
        """Its name in the file, such as "$schema"."""
        return given(lib.hhp_field_name(self._handle))

    @lazy
    def type(self) -> str:
        """Its type: "text", "reference", "kroner", "object" and so on, the words of the set "field"."""
        return _words.ALL["field"].words[lib.hhp_field_type(self._handle)]

    @lazy
    def is_required(self) -> bool:
        """Whether a plan has to have it."""
        return bool(lib.hhp_field_is_required(self._handle))

    @lazy
    def target(self) -> Optional[str]:
        """The entity that it contains or refers to."""
        return text(lib.hhp_entity_name(lib.hhp_field_target(self._handle)))

    @lazy
    def words(self) -> Optional[str]:
        """The name of its enumeration, for words()."""
        words = lib.hhp_field_enum(self._handle)
        return text(lib.hhp_enum_name(words)) if words else None

    @lazy
    def minimum(self) -> Optional[int]:
        """The least number or amount."""
        return _limit(lib.hhp_field_minimum(self._handle))

    @lazy
    def maximum(self) -> Optional[int]:
        """The largest number or amount."""
        return _limit(lib.hhp_field_maximum(self._handle))

    @lazy
    def pattern(self) -> Optional[str]:
        """A regular expression that its text must match."""
        return text(lib.hhp_field_pattern(self._handle))

    @lazy
    def since(self) -> str:
        """The first version of the library that has it."""
        return given(lib.hhp_field_since(self._handle))

    def doc(self, lang: str = "en") -> str:
        """Its description."""
        return given(lib.hhp_field_doc(self._handle, _words.lang_number(lang)))

    def __repr__(self) -> str:
        return f"<Field {self.name}: {'list of ' if self.is_list else ''}{self.type}>"


class EntityInfo:
    """An entity: its name, its words and its fields."""

    def __init__(self, handle: Any) -> None:
        self._handle = handle
        self.name = given(lib.hhp_entity_name(handle))
        self.class_name = "".join(part.capitalize() for part in self.name.split("_"))
        self.has_id = bool(lib.hhp_entity_has_id(handle))
        self.is_editable = bool(lib.hhp_entity_is_editable(handle))

    @lazy
    def fields(self) -> List[Field]:
        """Its fields in canonical order, without those of a type that is newer than the package."""
        known = _words.ALL["field"].words
        handles = (lib.hhp_entity_field_at(self._handle, i) for i in range(lib.hhp_entity_field_count(self._handle)))
        return [Field(handle) for handle in handles if lib.hhp_field_type(handle) in known]

    @lazy
    def id_field(self) -> Optional[Field]:
        """The field that holds the id, required or not."""
        return next((field for field in self.fields if field.type == "id"), None)

    def doc(self, lang: str = "en") -> str:
        return given(lib.hhp_entity_doc(self._handle, _words.lang_number(lang)))


class _Entities(dict):  # type: ignore[type-arg]
    """Entities by name."""

    def __missing__(self, name: str) -> EntityInfo:
        handle = lib.hhp_entity_find(name.encode())
        if not handle:
            raise KeyError(name)
        made = self[name] = EntityInfo(handle)
        return made


ENTITIES: Dict[str, EntityInfo] = _Entities()


def entities() -> List[EntityInfo]:
    """All of them, those of a plan first."""
    return [ENTITIES[given(lib.hhp_entity_name(lib.hhp_entity_at(i)))] for i in range(lib.hhp_entity_count())]
