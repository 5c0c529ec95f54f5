"""Finds, loads and verifies the shared library; converts texts.

Importing the package loads this file only; the others are loaded when one of their names is first used. A file imports
only from files above it in this list (a test checks it):

    _cdef, _library, _tuples, _errors, _words, _dates, _values, _fields, _content, _root, _extensions, _records, _lists, _entity,
    _files, _html, _finding, _report, _scheme, _money, _rules, _diff, _check, _plan, _model, _municipalities, _tables, excel,
    __init__
"""

from __future__ import annotations

import os

TYPE_CHECKING = False  # typing would double the time of the import; type checkers take it for True
if TYPE_CHECKING:
    from typing import Any, Optional

try:
    from . import _cdef
except ModuleNotFoundError as _missing:
    if _missing.name != "_cffi_backend":
        raise
    raise ModuleNotFoundError("helhedsplan needs the Python package cffi; on Debian it is python3-cffi",
                              name="cffi") from _missing

ffi: Any = _cdef.ffi
ABSENT = -(2**31)
_BUNDLED = os.path.join(os.path.dirname(os.path.abspath(__file__)), "_bundle")


def _path() -> str:
    """HELHEDSPLAN_LIBRARY, else the library inside the package, else the one found by soname."""
    soname = f"libhelhedsplan.so.{_DECLARED.HHP_ABI_VERSION}"
    configured = os.environ.get("HELHEDSPLAN_LIBRARY")
    if configured:
        return configured
    bundled = os.path.join(_BUNDLED, soname)
    return bundled if os.path.isfile(bundled) else soname


def _open() -> Any:
    path = _path()
    try:
        # Never unloaded: a handle that outlives this module, as at the end of the program, is freed by the library.
        opened = ffi.dlopen(path, ffi.RTLD_NOW | getattr(ffi, "RTLD_NODELETE", 0))
        abi = opened.hhp_abi_version()
    except (OSError, AttributeError, ffi.error) as error:
        raise ImportError(f"libhelhedsplan cannot be loaded: {error}; "
                          "install it, or say where it is in HELHEDSPLAN_LIBRARY") from error
    if abi != _DECLARED.HHP_ABI_VERSION:
        raise ImportError(f"{path} has the ABI {abi}, and this package is for {_DECLARED.HHP_ABI_VERSION}")
    try:
        for name in dir(opened):
            getattr(opened, name)
    except (AttributeError, ffi.error) as error:
        raise ImportError(f"{path} is older than this package: {error}") from error
    return opened


# The constants of the headers that the package was made from; the program itself has none of the functions.
_DECLARED: Any = ffi.dlopen(None)
library_path = _path()
lib: Any = _open()


class Constant:
    """What never changes, so that copying it is needless."""

    __slots__ = ()

    def __copy__(self) -> Any:
        return self

    def __deepcopy__(self, memo: Any) -> Any:
        return self


class Same(Constant):
    """A wrapper of an object of the library. Wrappers of the same object are equal."""

    __slots__ = ()
    _handle: Any

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Same):
            return NotImplemented
        return type(self) is type(other) and bool(self._handle == other._handle)

    def __hash__(self) -> int:
        return hash(self._handle)

    def __reduce__(self) -> Any:
        raise TypeError(f"{type(self).__name__} cannot be pickled")


def text(pointer: Any) -> Optional[str]:
    """A text of the library, copied; None for NULL."""
    return str(ffi.string(pointer), "utf-8") if pointer else None


def given(pointer: Any) -> str:
    """A text that is NULL only if out of memory."""
    if not pointer:
        raise MemoryError
    return str(ffi.string(pointer), "utf-8")


def path_bytes(path: "os.PathLike[Any] | str | bytes") -> bytes:
    """A path in the encoding of the system."""
    name = os.fsencode(path)
    if b"\0" in name:
        raise ValueError("embedded null byte")
    return name


def path_text(pointer: Any) -> Optional[str]:
    return os.fsdecode(ffi.string(pointer)) if pointer else None


def taken(out: Any, length: Any) -> bytes:
    """Copies the bytes of an owned text, and frees it."""
    try:
        return bytes(ffi.buffer(out[0], length[0]))
    finally:
        lib.hhp_free(out[0])
