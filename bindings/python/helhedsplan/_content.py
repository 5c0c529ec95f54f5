"""The contents of objects of the library, without a Python object for each: reading, comparing and copying them."""

from __future__ import annotations

from . import _words
from ._dates import PartialDate
from ._errors import check
from ._fields import ENTITIES, Field
from ._library import ABSENT, ffi, given, lib, text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict

_WHOLE = 2**(8 * ffi.sizeof("size_t")) - 1  # SIZE_MAX: no element of a list


def reader(field: Field) -> "Callable[[Any], Any]":
    """A function from handle to the value of a field that is neither a list nor an object."""
    key, kind = field._handle, field.type
    if kind == "kroner":
        amount = lib.hhp_get_kroner
        return lambda handle: None if (found := amount(handle, key)) == ABSENT else found
    get = lib.hhp_get_number
    if kind == "word":
        words: Any = _words.ALL[field.words or ""].words.get  # absent values have no word
        return lambda handle: words(get(handle, key))
    if kind == "truth":
        return lambda handle: None if (found := get(handle, key)) == ABSENT else bool(found)
    if kind == "number":
        return lambda handle: None if (found := get(handle, key)) == ABSENT else found
    if kind == "date":
        return lambda handle: PartialDate.of_number(found) if (found := get(handle, key)) else None
    texts, string = lib.hhp_get_text, ffi.string
    return lambda handle: str(string(found), "utf-8") if (found := texts(handle, key)) else None


def texts_of(handle: Any, key: Any) -> "list[str]":
    """A list of texts or references."""
    return [given(lib.hhp_get_text_at(handle, key, i)) for i in range(lib.hhp_get_count(handle, key))]


def objects_of(handle: Any, key: Any) -> "list[Any]":
    """The handles of a list of objects."""
    return [lib.hhp_get_object_at(handle, key, i) for i in range(lib.hhp_get_count(handle, key))]


_READERS: "Dict[Field, Callable[[Any], Any]]" = {}


def _value(handle: Any, field: Field) -> Any:
    key = field._handle
    if field.type == "object" and field.is_list:
        return [plain(each, field.target) for each in objects_of(handle, key)]
    if field.type == "object":
        return plain(lib.hhp_get_object(handle, key), field.target)
    if field.is_list:
        return texts_of(handle, key)
    if field not in _READERS:
        _READERS[field] = reader(field)
    found = _READERS[field](handle)
    return str(found) if isinstance(found, PartialDate) else found


def plain(handle: Any, entity: Any) -> "Dict[str, Any]":
    """What is given in an object, by the names in the file, as json.load() would return it."""
    found = {field.json_name: _value(handle, field) for field in ENTITIES[entity].fields
             if lib.hhp_is_given(handle, field._handle)}
    if lib.hhp_extension_count(handle):
        import json

        for name in extension_names(handle):
            found[name] = json.loads(given(lib.hhp_get_extension(handle, name.encode())))
    return found


def extension_names(handle: Any) -> "list[str]":
    return [given(lib.hhp_extension_name_at(handle, i)) for i in range(lib.hhp_extension_count(handle))]


def pointer(handle: Any, key: Any = ffi.NULL, index: "int | None" = None) -> "str | None":
    """The JSON Pointer of an object, a field or an element; None if the object is in no document."""
    out = ffi.new("char **")
    status = lib.hhp_object_pointer(handle, key, _WHOLE if index is None else index, out)
    if status == lib.HHP_ERR_NOT_FOUND:
        return None
    check(status)
    try:
        return text(out[0])
    finally:
        lib.hhp_free(out[0])


def position(owner: Any, key: Any, child: Any) -> int:
    """The index of an object in a list, -1 if it is not in it. The pointer says it without a search."""
    last = (pointer(child) or "").rpartition("/")[2]
    if not last.isdigit():
        return -1
    found = int(last)
    return found if lib.hhp_get_object_at(owner, key, found) == child else -1


def copy_fields(target: Any, source: Any, entity: Any, about: str, with_id: bool = False) -> int:
    """Copies what an object holds into an empty one of the same entity, which may be of another plan; returns the number of
    bytes of text."""
    size = 0
    for field in ENTITIES[entity].fields:
        if not lib.hhp_is_given(source, field._handle) or (field.type == "id" and not with_id):
            continue
        size += _copy_field(target, source, field, f"{about}.{field.name}")
    for i in range(lib.hhp_extension_count(source)):
        name = lib.hhp_extension_name_at(source, i)
        check(lib.hhp_set_extension(target, name, lib.hhp_get_extension(source, name)), about)
    return size


def _copy_field(target: Any, source: Any, field: Field, about: str) -> int:
    key, kind = field._handle, field.type
    if kind == "object" and field.is_list:
        return sum(copy_object(target, key, i, each, field.target, about)[1]
                   for i, each in enumerate(objects_of(source, key)))
    if kind == "object":
        return copy_fields(lib.hhp_get_object(target, key), lib.hhp_get_object(source, key), field.target, about)
    if field.is_list:
        for i in range(lib.hhp_get_count(source, key)):
            check(lib.hhp_insert_text(target, key, i, lib.hhp_get_text_at(source, key, i)), about)
        return 32 * int(lib.hhp_get_count(source, key))
    if kind == "kroner":
        check(lib.hhp_set_kroner(target, key, lib.hhp_get_kroner(source, key)), about)
    elif kind in ("word", "truth", "number", "date"):
        check(lib.hhp_set_number(target, key, lib.hhp_get_number(source, key)), about)
    else:
        check(lib.hhp_set_text(target, key, lib.hhp_get_text(source, key)), about)
        return 32
    return 0


def copy_object(owner: Any, key: Any, index: int, source: Any, entity: Any, about: str) -> "tuple[Any, int]":
    """Inserts a copy of an object into a list; returns its handle, and the bytes of text. Nothing is inserted if it fails."""
    id_field = ENTITIES[entity].id_field
    id_ = lib.hhp_get_text(source, id_field._handle) if id_field is not None else ffi.NULL
    out = ffi.new("hhp_object **")
    named = f"{about}: {text(id_)!r}" if id_ else about
    try:  # before it exists: Ctrl-C may come at any time
        check(lib.hhp_insert_object(owner, key, index, id_, out), named)
        return out[0], copy_fields(out[0], source, entity, about) + 32
    except BaseException:
        at = position(owner, key, out[0]) if out[0] else -1
        if at >= 0:
            lib.hhp_remove(owner, key, at)
        raise
