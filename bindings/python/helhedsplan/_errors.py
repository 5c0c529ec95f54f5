"""Exceptions for the statuses of the library: a base class, and subclasses of the matching built-in exceptions."""

from __future__ import annotations

import errno
import os

from ._library import ffi, given, lib

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Optional, Type

    from ._report import Report


class HelhedsplanError(Exception):
    """An error of the library. `status` is its number (HHP_ERR_...), and `status_name` its name."""

    status: int = 0

    @property
    def status_name(self) -> str:
        """The name of the status in C: "HHP_ERR_DATE"."""
        return given(lib.hhp_status_name(self.status))


class OutOfMemoryError(HelhedsplanError, MemoryError):
    """Out of memory. The object being changed is unchanged."""


class InvalidValueError(HelhedsplanError, ValueError):
    """A value does not have the form of its field, or an argument is unknown to the function."""


class InexactValueError(InvalidValueError, TypeError):
    """A number that is not whole, or a date with a time of day. It is a TypeError too, as it was in 0.1."""


class DuplicateIdError(InvalidValueError):
    """Something in the plan has that id already."""


class NotFoundError(HelhedsplanError, KeyError):
    """No such id, rule or scheme."""

    def __str__(self) -> str:
        return str(self.args[0]) if self.args else ""  # a KeyError would put it in quotes


class RuleError(InvalidValueError, NotFoundError):
    """No such rule, or its severity cannot be changed and it cannot be waived."""


class DocumentError(HelhedsplanError, ValueError):
    """A document cannot be read without loss. `report` has the findings, with lines and columns."""

    report: "Report"


class AmountOverflowError(HelhedsplanError, OverflowError):
    """A sum or a share does not fit in 64 bits."""


class FileError(HelhedsplanError, OSError):
    """A file cannot be read or written: too large, a full disk."""

    def __str__(self) -> str:
        return f"{self.strerror}: {self.filename!r}" if self.filename is not None else str(self.strerror)


class NoFileError(FileError, FileNotFoundError):
    """No such file, or no such folder to write to."""


class IsFolderError(FileError, IsADirectoryError):
    """The path is a folder."""


class FilePermissionError(FileError, PermissionError):
    """No permission to read or write the file."""


_CLASSES: "dict[int, Type[HelhedsplanError]]" = {
    lib.HHP_ERR_NOMEM: OutOfMemoryError,
    lib.HHP_ERR_DUPLICATE_ID: DuplicateIdError,
    lib.HHP_ERR_NOT_FOUND: NotFoundError,
    lib.HHP_ERR_DOCUMENT: DocumentError,
    lib.HHP_ERR_OVERFLOW: AmountOverflowError,
    lib.HHP_ERR_NO_FILE: NoFileError,
    lib.HHP_ERR_IS_FOLDER: IsFolderError,
    lib.HHP_ERR_PERMISSION: FilePermissionError,
    lib.HHP_ERR_TOO_LARGE: FileError,
    lib.HHP_ERR_IO: FileError,
}
_NUMBERS = {
    lib.HHP_ERR_NO_FILE: errno.ENOENT,
    lib.HHP_ERR_IS_FOLDER: errno.EISDIR,
    lib.HHP_ERR_PERMISSION: errno.EACCES,
    lib.HHP_ERR_TOO_LARGE: errno.EFBIG,
}
_FILE_MESSAGES = {
    lib.HHP_ERR_NO_FILE: "no such file",
    lib.HHP_ERR_IS_FOLDER: "this is a folder",
    lib.HHP_ERR_PERMISSION: "permission denied",
    lib.HHP_ERR_TOO_LARGE: "the file is too large",
    lib.HHP_ERR_IO: "the file cannot be read or written",
}


def error(status: int, about: str = "", path: Any = None) -> HelhedsplanError:
    """The exception for a status; `about` is its subject, and comes first in its message."""
    kind = _CLASSES.get(status, InvalidValueError)
    message = given(lib.hhp_status_message(status, lib.HHP_LANG_EN))
    if issubclass(kind, OSError):
        reason = about or _FILE_MESSAGES.get(status, message)
        made: HelhedsplanError = kind(_NUMBERS.get(status, errno.EIO), reason, path if path is None else os.fspath(path))
    else:
        made = kind(f"{about}: {message}" if about else message)
    made.status = status
    return made


def inexact(message: str) -> InexactValueError:
    made = InexactValueError(message)
    made.status = lib.HHP_ERR_RANGE
    return made


def check(status: int, about: str = "", path: Any = None) -> None:
    """Raises the exception for a status, unless it is HHP_OK."""
    if status:
        raise error(status, about, path)


def of_os_error(fault: OSError, path: Any) -> HelhedsplanError:
    """The same exceptions, for a file that Python itself could not read."""
    statuses = {errno.ENOENT: lib.HHP_ERR_NO_FILE, errno.ENOTDIR: lib.HHP_ERR_NO_FILE,
                errno.EISDIR: lib.HHP_ERR_IS_FOLDER, errno.EACCES: lib.HHP_ERR_PERMISSION,
                errno.EPERM: lib.HHP_ERR_PERMISSION}
    return error(statuses.get(fault.errno or 0, lib.HHP_ERR_IO), path=path)


def encode(value: str, about: str = "") -> bytes:
    """Converts a text for the library."""
    if not isinstance(value, str):
        raise TypeError(f"{about or 'a text'} takes str, not {type(value).__name__}")
    if "\0" in value:
        raise error(lib.HHP_ERR_FORMAT, f"{about}, which holds a NUL")
    try:
        return value.encode()
    except UnicodeEncodeError as fault:
        raise error(lib.HHP_ERR_UTF8, about) from fault


def encode_or_null(value: Optional[str], about: str = "") -> Any:
    return ffi.NULL if value is None else encode(value, about)
