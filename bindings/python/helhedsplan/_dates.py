"""Dates whose day, or month and day, may be unknown: "2015-10" is October 2015."""

from __future__ import annotations

from ._errors import InvalidValueError, error, inexact
from ._library import lib

TYPE_CHECKING = False
if TYPE_CHECKING:
    import datetime
    from typing import Any, Optional, Union

    DateLike = Union["PartialDate", datetime.date, str]


def __getattr__(name: str) -> Any:
    """DateLike, which only annotations use."""
    if name != "DateLike":
        raise AttributeError(name)
    import datetime
    from typing import Union

    return Union[PartialDate, datetime.date, str]


def _is_date(value: object) -> bool:
    """Whether it is a datetime.date, of which there is none before the module is loaded."""
    import sys

    module = sys.modules.get("datetime")
    return module is not None and isinstance(value, module.date)


def _days_in(year: int, month: int) -> int:
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if month == 2 and leap else (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]


def _index(value: Any) -> int:
    """A whole number as int. Those of others, such as NumPy, may have too few bits for the calculation."""
    if not hasattr(value, "__index__"):
        raise TypeError(f"{type(value).__name__!r} object cannot be interpreted as an integer")
    return int(value.__index__())


def _parts(text: str) -> "Optional[list[int]]":
    """Year, month and day of "2015", "2015-10" or "2015-10-31"."""
    parts = text.split("-")
    if [len(part) for part in parts] not in ([4], [4, 2], [4, 2, 2]) or not text.isascii():
        return None
    return [int(part) for part in parts] if all(part.isdigit() for part in parts) else None


class PartialDate:
    """A year, a month or a day. A full one equals the `datetime.date` of that day, and `date()` returns it.

    Dates are in order of what is known: 2015 comes before 2015-10, and that before 2015-10-01."""

    __slots__ = ("_number",)

    def __init__(self, year: int, month: Optional[int] = None, day: Optional[int] = None) -> None:
        if month is None and day is not None:
            raise error(lib.HHP_ERR_DATE, "a day without its month")
        year = _index(year)
        month, day = (None if part is None else _index(part) for part in (month, day))
        if (not 1 <= year <= 9999 or not 1 <= (1 if month is None else month) <= 12
                or not 1 <= (1 if day is None else day) <= _days_in(year, month or 1)):
            raise error(lib.HHP_ERR_DATE, "-".join(str(part) for part in (year, month, day) if part is not None))
        self._number = year * 10000 + (month or 0) * 100 + (day or 0)

    @classmethod
    def of(cls, value: DateLike) -> "PartialDate":
        """From a `datetime.date`, from text such as "2015", "2015-10" or "2015-10-31", or from one of these. Of a
        `datetime.datetime`, `pandas.Timestamp` or `numpy.datetime64` the time of day is left out."""
        if isinstance(value, PartialDate):
            return value
        found: Any = value
        if _is_date(value):
            return cls(found.year, found.month, found.day)
        if type(value).__name__ == "datetime64":
            found = str(value).partition("T")[0]
        if not isinstance(found, str):
            raise TypeError(f"a date is datetime.date, PartialDate or str, not {type(value).__name__}")
        parts = _parts(found)
        if parts is None:
            raise error(lib.HHP_ERR_DATE, repr(found))
        return cls(*parts)

    @classmethod
    def of_number(cls, number: int) -> "PartialDate":
        """From yyyymmdd, as in the library."""
        made = cls.__new__(cls)
        made._number = number
        return made

    @property
    def year(self) -> int:
        return self._number // 10000

    @property
    def month(self) -> Optional[int]:
        """1 to 12; None if unknown."""
        return self._number // 100 % 100 or None

    @property
    def day(self) -> Optional[int]:
        """1 to 31; None if unknown."""
        return self._number % 100 or None

    @property
    def is_whole(self) -> bool:
        """Whether the day is known."""
        return self._number % 100 != 0

    def date(self) -> datetime.date:
        """The day. ValueError if unknown; `first()` and `last()` always work."""
        if not self.is_whole:
            raise ValueError(f"the day of {self} is not known")
        return self.first()

    def first(self) -> datetime.date:
        """The first possible day."""
        import datetime

        return datetime.date(self.year, self.month or 1, self.day or 1)

    def last(self) -> datetime.date:
        """The last possible day."""
        import datetime

        month = self.month or 12
        return datetime.date(self.year, month, self.day or _days_in(self.year, month))

    def isoformat(self) -> str:
        """As in the file: "2015", "2015-10" or "2015-10-31"."""
        return str(self)

    def __str__(self) -> str:
        parts = [f"{self.year:04}"]
        parts += [f"{part:02}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    def __repr__(self) -> str:
        parts = (str(part) for part in (self.year, self.month, self.day) if part is not None)
        return f"PartialDate({', '.join(parts)})"

    def __int__(self) -> int:
        return self._number

    def __hash__(self) -> int:
        return hash(self.first()) if self.is_whole else hash(self._number)

    def __reduce__(self) -> Any:
        return (PartialDate.of_number, (self._number,))

    def __eq__(self, other: object) -> bool:
        number = _number(other)
        if number is None:
            return NotImplemented
        return self._number == number

    def __lt__(self, other: Union["PartialDate", datetime.date]) -> bool:
        number = _number(other)
        if number is None:
            return NotImplemented
        return self._number < number

    def __le__(self, other: Union["PartialDate", datetime.date]) -> bool:
        number = _number(other)
        if number is None:
            return NotImplemented
        return self._number <= number

    def __gt__(self, other: Union["PartialDate", datetime.date]) -> bool:
        number = _number(other)
        if number is None:
            return NotImplemented
        return self._number > number

    def __ge__(self, other: Union["PartialDate", datetime.date]) -> bool:
        number = _number(other)
        if number is None:
            return NotImplemented
        return self._number >= number


def _number(value: Any) -> Optional[int]:
    if isinstance(value, PartialDate):
        return value._number
    if _is_date(value) and not hasattr(value, "hour"):  # a datetime is not the date of its day
        return int(value.year * 10000 + value.month * 100 + value.day)
    return None


def _has_time(value: Any) -> bool:
    if type(value).__name__ == "datetime64":
        return str(value).partition("T")[2].strip("0:.") != ""
    return any(getattr(value, name, 0) for name in ("hour", "minute", "second", "microsecond", "nanosecond"))


def exact_date(value: Any, about: str) -> int:
    """The number of a date for a field, whose name is in the message if it is refused, as it is for a time of day."""
    try:
        found = PartialDate.of(value)
    except InvalidValueError as fault:
        fault.args = (f"{about}: {fault}",)
        raise
    except TypeError as fault:
        raise TypeError(f"{about}: {fault}") from None
    if not isinstance(value, (PartialDate, str)) and _has_time(value):
        raise inexact(f"{about}: {value} is not a whole day")
    return found._number
