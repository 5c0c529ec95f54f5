"""Python values as values of the library, also those that pandas and openpyxl make, without importing these.

A number is taken if it is exact: 3.0, Decimal("3") and numpy.int64(3) are 3, and 3.5 is refused. An empty cell, which pandas
has as NaN, NaT or NA, is no value, as None is."""

from __future__ import annotations

from ._dates import exact_date
from ._errors import InvalidValueError, encode, error, inexact
from ._library import ABSENT, ffi, lib
from ._words import ALL

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Optional


def is_missing(value: Any) -> bool:
    """Whether it is None, NaN, NaT or pandas.NA."""
    if value is None or isinstance(value, (str, int)):
        return value is None
    if type(value).__name__ == "NAType":
        return True
    try:
        return not hasattr(value, "__len__") and bool(value != value)
    except (TypeError, ValueError, ArithmeticError):
        return False


def whole(value: Any, about: str, kind: str = "a whole number") -> int:
    """A whole number. cffi would silently truncate a Decimal."""
    if isinstance(value, int) and not isinstance(value, bool):
        return int(value)
    is_bool, is_scalar = type(value).__name__ in ("bool", "bool_"), not hasattr(value, "__len__")
    if not is_bool and is_scalar and hasattr(value, "__index__"):
        return int(value.__index__())
    if is_bool or not is_scalar or not hasattr(value, "as_integer_ratio"):
        raise TypeError(f"{about} takes {kind}, not {value!r}")
    try:
        numerator, denominator = value.as_integer_ratio()
    except (ValueError, OverflowError):  # NaN and infinity
        numerator, denominator = 0, 0
    if denominator != 1:
        raise inexact(f"{about}: {value} is not {kind}")
    return int(numerator)


def within(value: Any, about: str, least: int, most: int) -> int:
    """A whole number within limits."""
    found = whole(value, about)
    if not least <= found <= most:
        raise error(lib.HHP_ERR_RANGE, f"{about} is {found}, and may be {least} to {most}")
    return found


def _number(least: int, most: int, about: str, kind: str) -> "Callable[[Any], int]":
    def number(value: Any) -> int:
        if is_missing(value):
            return ABSENT
        found = whole(value, about, kind)
        if not least <= found <= most or found == ABSENT:
            raise error(lib.HHP_ERR_RANGE, f"{about} is {found}, and may be {least} to {most}")
        return found

    return number


def _word(words: str, about: str) -> "Callable[[Any], int]":
    return lambda value: ABSENT if is_missing(value) else ALL[words].number(value, about)


def _truth(about: str) -> "Callable[[Any], int]":
    def truth(value: Any) -> int:
        if is_missing(value):
            return ABSENT
        if isinstance(value, str) or hasattr(value, "__len__") or value not in (True, False):
            raise TypeError(f"{about} is True, False or None, not {value!r}")
        return int(value)

    return truth


def decimal_text(value: Any, about: str) -> str:
    """A decimal number as its text in the file: "63.5" from 63.5."""
    if isinstance(value, str):
        return value
    name = type(value).__name__
    if name in ("bool", "bool_") or not hasattr(value, "as_integer_ratio") and not hasattr(value, "__index__"):
        raise TypeError(f"{about} takes a decimal number or its text, not {value!r}")
    try:
        return str(whole(value, about))
    except InvalidValueError:
        found = format(value, "f") if name == "Decimal" else float.__repr__(float(value))
        if name == "Fraction" or not found.lstrip("-").replace(".", "", 1).isdigit():
            raise inexact(f"{about}: {value} is not a decimal number") from None
        return found


def _text(about: str) -> "Callable[[Any], Any]":
    return lambda value: encode(value, about) if isinstance(value, str) or not is_missing(value) else ffi.NULL


def writer(type_: str, about: str, words: "Optional[str]", least: "Optional[int]",
           most: "Optional[int]") -> "Callable[[Any], Any]":
    """Converts the values of a field. One that is missing clears it."""
    if type_ == "word":
        return _word(words or "", about)
    if type_ == "truth":
        return _truth(about)
    if type_ == "date":
        return lambda value: 0 if is_missing(value) else exact_date(value, about)
    if type_ in ("number", "kroner"):
        bits, kind = (63, "whole kroner") if type_ == "kroner" else (31, "a whole number")
        return _number(-(2**bits) if least is None else least, 2**bits - 1 if most is None else most, about, kind)
    if type_ == "decimal":
        return lambda value: ffi.NULL if is_missing(value) else encode(decimal_text(value, about), about)
    return _text(about)
