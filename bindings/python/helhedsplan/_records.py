"""Lists of objects as rows of a table. Bypasses the properties, which would create an object for every value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable, Dict, Iterable, List, Tuple

from . import _words
from ._dates import PartialDate
from ._fields import Field
from ._library import ABSENT, ffi, text

if TYPE_CHECKING:
    from ._entity import Entity

_Column = Tuple[str, Callable[["Entity", Any], Any]]


def _texts(field: Field) -> "Callable[[Entity, Any], Any]":
    count, at = field.functions["count"], field.functions["at"]
    return lambda _, handle: [str(ffi.string(at(handle, i)), "utf-8") for i in range(count(handle))]


def _value(field: Field) -> "Callable[[Entity, Any], Any]":
    get = field.functions["get"]
    if field.type == "word":
        word = _words.ALL[field.words or ""].words.get
        return lambda _, handle: word(get(handle))
    if field.type == "date":
        return lambda _, handle: str(PartialDate.of_number(number)) if (number := get(handle)) else None
    if field.type == "truth":
        return lambda _, handle: None if (number := get(handle)) == ABSENT else bool(number)
    if field.type in ("number", "kroner"):
        return lambda _, handle: None if (number := get(handle)) == ABSENT else number
    return lambda _, handle: text(get(handle))


def _dicts(field: Field, kind: Any) -> "Callable[[Entity, Any], Any]":
    count, at = field.functions["count"], field.functions["at"]
    return lambda entity, handle: [kind(entity._root, at(handle, i)).to_dict() for i in range(count(handle))]


def _within(get: Any, read: "Callable[[Entity, Any], Any]") -> "Callable[[Entity, Any], Any]":
    return lambda entity, handle: read(entity, get(handle))


def _columns(kind: Any) -> List[_Column]:
    from ._entity import CLASSES

    columns: List[_Column] = []
    for name, field in kind.fields.items():
        if field.is_list and field.type == "object":
            columns.append((name, _dicts(field, CLASSES[field.target])))
        elif field.is_list:
            columns.append((name, _texts(field)))
        elif field.type == "object":
            get = field.functions["get"]
            columns += [(f"{name}.{inner}", _within(get, read)) for inner, read in _columns(CLASSES[field.target])]
        else:
            columns.append((name, _value(field)))
    return columns


def records(kind: Any, entities: "Iterable[Entity]") -> List[Dict[str, Any]]:
    """A flat dict for each object of a class: every field, None if absent, with the same keys in all."""
    columns = _columns(kind)
    return [{name: read(each, each._handle) for name, read in columns} for each in entities]
