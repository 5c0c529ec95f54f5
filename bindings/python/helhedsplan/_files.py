"""What is read: documents given as text, and files."""

from __future__ import annotations

import os

from ._errors import InvalidValueError, error, of_os_error
from ._library import lib

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Union

    PathLike = Union[str, "os.PathLike[str]"]
    Source = Union[str, bytes, bytearray, memoryview]

MAX_SIZE = 256 * 1024 * 1024  # as in hhp_plan_load()
_LONGEST_PATH = 4096


def _is_path(source: "Union[str, bytes]") -> bool:
    """Whether it is evidently a path, and no JSON text: one line that begins like none, and looks like the name of a file."""
    if not 0 < len(source) <= _LONGEST_PATH:
        return False
    name = os.fsdecode(source) if isinstance(source, bytes) else source
    begin, ends_so = name.lstrip()[:1], name.casefold().endswith(".json")
    if "\n" in name or begin in ("", "{", "[", '"', "-") or begin.isdigit() and not ends_so:
        return False
    return ends_so or name.startswith(("/", "./", "../", "~/"))


def source_bytes(source: "Source", reads_files: str = "load()") -> bytes:
    """The bytes of a document. The library checks for UTF-8."""
    if not isinstance(source, (str, bytes, bytearray, memoryview)):  # bytes(3) would be three NULs, and bytes(path) its name
        raise TypeError(f"JSON is str or bytes, not {type(source).__name__}; load() and check() read files")
    if isinstance(source, (str, bytes)) and _is_path(source):
        made = InvalidValueError(f"{source!r} is a path, and no JSON; to read a file, use {reads_files}")
        made.status = lib.HHP_ERR_ARGUMENT
        raise made
    if isinstance(source, str):
        return source.encode("utf-8", "surrogatepass")
    return bytes(source)


def read_file(path: "PathLike") -> bytes:
    """The bytes of a file, with the same exceptions as Plan.load()."""
    parts, left = [], MAX_SIZE + 1
    try:
        with open(path, "rb", buffering=0) as file:
            at_once = os.fstat(file.fileno()).st_size + 1
            while left > 0 and (more := file.read(min(at_once, left))):  # a device may be endless
                parts.append(more)
                left -= len(more)
                at_once = 64 * 1024
    except OSError as fault:
        raise of_os_error(fault, path) from fault
    if left <= 0:
        raise error(lib.HHP_ERR_TOO_LARGE, path=path)
    return b"".join(parts)
