"""Members that begin with x-, as values."""

from __future__ import annotations

from _collections_abc import MutableMapping

from . import _content
from ._errors import encode, error, inexact
from ._library import ffi, lib, text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Iterator


def json_text(value: Any, about: str) -> str:
    """A value as JSON. Numbers of any kind are taken if the library keeps them exactly: whole ones as such, others as float."""
    if value is None or isinstance(value, (bool, str)):
        import json

        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, dict):
        for name in value:
            encode(name, f"{about}: a name")
        return "{" + ",".join(f"{json_text(name, about)}:{json_text(each, about)}" for name, each in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ",".join(json_text(each, about) for each in value) + "]"
    if type(value).__name__ == "bool_":
        return json_text(bool(value), about)
    if hasattr(value, "__index__"):
        return str(int(value.__index__()))
    if not hasattr(value, "as_integer_ratio"):
        raise TypeError(f"{about} takes what JSON has, not {type(value).__name__}")
    real = float(value)
    if real - real != 0:  # infinity and NaN
        raise inexact(f"{about}: JSON has no {value}")
    if type(value).__name__ in ("Decimal", "Fraction") and type(value)(repr(real)) != value:
        raise inexact(f"{about}: {value} is not kept exactly; it would be {real!r}")
    return float.__repr__(real)


class Extensions(MutableMapping):  # type: ignore[type-arg]
    """The x- members of an object by name, such as plan.extensions["x-note"], in the order of the file. A value that is read
    is a copy: assign it again to change it."""

    __slots__ = ("_root", "_handle", "_about")

    def __init__(self, root: Any, handle: Any, about: str) -> None:
        self._root = root
        self._handle = handle
        self._about = about

    def __getitem__(self, name: str) -> Any:
        import json

        held = text(lib.hhp_get_extension(self._handle, encode(name, self._about)))
        if held is None:
            raise error(lib.HHP_ERR_NOT_FOUND, f"{self._about}: {name!r}")
        return json.loads(held)

    def __setitem__(self, name: str, value: Any) -> None:
        self._set(name, json_text(value, f"{self._about}[{name!r}]").encode("utf-8", "surrogatepass"))

    def __delitem__(self, name: str) -> None:
        if name not in self:
            raise error(lib.HHP_ERR_NOT_FOUND, f"{self._about}: {name!r}")
        self._set(name, ffi.NULL)

    def _set(self, name: str, json: Any) -> None:
        encoded = encode(name, self._about)
        with self._root.lock:
            status = lib.hhp_set_extension(self._handle, encoded, json)
            self._root.grew(0 if status else len(json) * 4 + 400 if json else 400)
        if status == lib.HHP_ERR_FORMAT:
            raise error(status, f"{self._about}: the name {name!r} does not begin with x-")
        if status == lib.HHP_ERR_DOCUMENT:
            raise error(lib.HHP_ERR_RANGE, f"{self._about}[{name!r}]: a number is too large, or it is too deeply nested")
        if status:
            raise error(status, f"{self._about}[{name!r}]")

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and name in list(self)

    def __iter__(self) -> Iterator[str]:
        return iter(_content.extension_names(self._handle))

    def __len__(self) -> int:
        return int(lib.hhp_extension_count(self._handle))

    def __reduce__(self) -> Any:
        return (dict, (dict(self),))

    def __repr__(self) -> str:
        return repr(dict(self))
