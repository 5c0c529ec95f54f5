"""Lists of objects as rows of a table. Bypasses the properties, which would create an object for every value."""

from __future__ import annotations

from ._content import objects_of, plain, reader
from ._fields import ENTITIES, Field
from ._library import ffi, lib

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, Iterable, List, Tuple

    _Column = Tuple[str, Callable[[Any], Any]]


def _texts(field: Field) -> "Callable[[Any], Any]":
    count, at, string, key = lib.hhp_get_count, lib.hhp_get_text_at, ffi.string, field._handle
    return lambda handle: [str(string(at(handle, key, i)), "utf-8") for i in range(count(handle, key))]


def _value(field: Field) -> "Callable[[Any], Any]":
    read = reader(field)
    if field.type == "date":
        return lambda handle: None if (found := read(handle)) is None else str(found)
    return read


def _dicts(field: Field) -> "Callable[[Any], Any]":
    return lambda handle: [plain(each, field.target) for each in objects_of(handle, field._handle)]


def _within(key: Any, read: "Callable[[Any], Any]") -> "Callable[[Any], Any]":
    get = lib.hhp_get_object
    return lambda handle: read(get(handle, key))


def _columns(entity: Any) -> "List[_Column]":
    columns: "List[_Column]" = []
    for field in ENTITIES[entity].fields:
        if field.is_list and field.type == "object":
            columns.append((field.name, _dicts(field)))
        elif field.is_list:
            columns.append((field.name, _texts(field)))
        elif field.type == "object":
            columns += [(f"{field.name}.{inner}", _within(field._handle, read)) for inner, read in _columns(field.target)]
        else:
            columns.append((field.name, _value(field)))
    return columns


def records(entity: str, handles: "Iterable[Any]") -> "List[Dict[str, Any]]":
    """A flat dict for each object of an entity: every field, None if absent, with the same keys in all."""
    columns = _columns(entity)
    return [{name: read(each) for name, read in columns} for each in handles]
