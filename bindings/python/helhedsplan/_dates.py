"""Dates whose day, or month and day, may be unknown: "2015-10" is October 2015."""

from __future__ import annotations

import calendar
import datetime
import operator
import re
from typing import Any, Optional, Union

from ._errors import error
from ._library import lib

DateLike = Union["PartialDate", datetime.date, str]
_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.A)


class PartialDate:
    """A year, a month or a day. A full one equals the `datetime.date` of that day, and `date()` returns it.

    Dates are in order of what is known: 2015 comes before 2015-10, and that before 2015-10-01."""

    __slots__ = ("_number",)

    def __init__(self, year: int, month: Optional[int] = None, day: Optional[int] = None) -> None:
        if month is None and day is not None:
            raise error(lib.HHP_ERR_DATE, "a day without its month")
        # Whole numbers of others, such as those of NumPy, may have too few bits for the calculation.
        year = operator.index(year)
        month, day = (None if part is None else operator.index(part) for part in (month, day))
        try:
            datetime.date(year, 1 if month is None else month, 1 if day is None else day)
        except ValueError as fault:
            raise error(lib.HHP_ERR_DATE, f"{year}-{month}-{day}") from fault
        self._number = year * 10000 + (month or 0) * 100 + (day or 0)

    @classmethod
    def of(cls, value: DateLike) -> "PartialDate":
        """From a `datetime.date`, from text such as "2015", "2015-10" or "2015-10-31", or from one of these."""
        if isinstance(value, PartialDate):
            return value
        if isinstance(value, datetime.date):
            return cls(value.year, value.month, value.day)
        if not isinstance(value, str):
            raise TypeError(f"a date is datetime.date, PartialDate or str, not {type(value).__name__}")
        parts = _ISO.fullmatch(value)
        if parts is None:
            raise error(lib.HHP_ERR_DATE, repr(value))
        return cls(*(None if part is None else int(part) for part in parts.groups()))  # type: ignore[arg-type]

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
        return datetime.date(self.year, self.month or 1, self.day or 1)

    def last(self) -> datetime.date:
        """The last possible day."""
        month = self.month or 12
        return datetime.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

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


def _number(value: object) -> Optional[int]:
    if isinstance(value, PartialDate):
        return value._number
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return value.year * 10000 + value.month * 100 + value.day
    return None
