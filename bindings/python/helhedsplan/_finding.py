"""The findings of reports."""

from __future__ import annotations

from . import _words
from ._dates import PartialDate
from ._library import ABSENT, Same, given, lib, text
from ._tuples import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, NamedTuple, Optional, Union


if TYPE_CHECKING:
    class Place(NamedTuple):
        """A related location of a finding. Line and column are None for a plan in memory."""

        pointer: str
        line: Optional[int]
        column: Optional[int]
else:
    Place = record("Place", "pointer line column",
                   "A related location of a finding. Line and column are None for a plan in memory.")


_COLUMNS = ("rule", "slug", "severity", "waived", "waiver_reason", "entity", "pointer", "line", "column", "end_line",
            "end_column", "offset", "length")
_STORED = (*_COLUMNS, "line_hash", "arguments", "argument_kinds", "related")


class Finding(Same):
    """A finding of a rule. It keeps its report alive."""

    __slots__ = ("_report", "_handle")

    def __init__(self, report: Any, handle: Any) -> None:
        self._report = report
        self._handle = handle

    @property
    def rule(self) -> str:
        """Id of its rule, such as "HP401"."""
        return given(lib.hhp_finding_rule(self._handle))

    @property
    def slug(self) -> str:
        """Slug of its rule, such as "local-share-below-minimum"."""
        return given(lib.hhp_finding_slug(self._handle))

    @property
    def severity(self) -> str:
        """ "error", "warning" or "info"."""
        return _words.word("severity", lib.hhp_finding_severity(self._handle)) or ""

    def message(self, lang: str = "en") -> str:
        """The message, in one or two sentences, in English or Danish ("da")."""
        return given(lib.hhp_finding_message(self._handle, _words.lang_number(lang)))

    def remedy(self, lang: str = "en") -> str:
        """The remedy."""
        return given(lib.hhp_finding_remedy(self._handle, _words.lang_number(lang)))

    @property
    def pointer(self) -> str:
        """JSON Pointer to the value; "" is the whole document."""
        return given(lib.hhp_finding_pointer(self._handle))

    @property
    def entity(self) -> Optional[str]:
        """Id of the entity concerned."""
        return text(lib.hhp_finding_entity(self._handle))

    @property
    def line(self) -> Optional[int]:
        """Line, from 1; None for a plan in memory."""
        return lib.hhp_finding_line(self._handle) or None

    @property
    def column(self) -> Optional[int]:
        """Column, from 1, in characters; None for a plan in memory."""
        return lib.hhp_finding_column(self._handle) or None

    @property
    def end_line(self) -> Optional[int]:
        """Line on which the value ends."""
        return lib.hhp_finding_end_line(self._handle) or None

    @property
    def end_column(self) -> Optional[int]:
        """Column after the value."""
        return lib.hhp_finding_end_column(self._handle) or None

    @property
    def offset(self) -> Optional[int]:
        """Offset in bytes from the beginning of the document; None for a plan in memory."""
        return None if self.line is None else int(lib.hhp_finding_offset(self._handle))

    @property
    def length(self) -> Optional[int]:
        """Length in bytes; None for a plan in memory."""
        return None if self.line is None else int(lib.hhp_finding_length(self._handle))

    @property
    def line_hash(self) -> Optional[str]:
        """Fingerprint of GitHub code scanning; only if requested from check()."""
        return text(lib.hhp_finding_line_hash(self._handle))

    @property
    def waived(self) -> bool:
        """Whether a waiver covers it: then it does not count."""
        return bool(lib.hhp_finding_is_waived(self._handle))

    @property
    def waiver_reason(self) -> Optional[str]:
        """The reason of the waiver."""
        return text(lib.hhp_finding_waiver_reason(self._handle))

    @property
    def arguments(self) -> "Dict[str, Union[int, str, PartialDate, None]]":
        """Its amounts and texts by name: kroner and numbers as int, shares as basis points, None if not computable."""
        found: "Dict[str, Union[int, str, PartialDate, None]]" = {}
        for i in range(lib.hhp_finding_argument_count(self._handle)):
            name = given(lib.hhp_finding_argument_name(self._handle, i))
            kind = lib.hhp_finding_argument_kind(self._handle, i)
            number = lib.hhp_finding_argument_number(self._handle, i)
            if kind == lib.HHP_ARGUMENT_TEXT:
                found[name] = text(lib.hhp_finding_argument_text(self._handle, i))
            elif kind == lib.HHP_ARGUMENT_DATE:
                found[name] = PartialDate.of_number(number) if number > 0 else None
            else:
                found[name] = None if number == ABSENT else number
        return found

    @property
    def argument_kinds(self) -> Dict[str, str]:
        """The kind of each argument: "kroner", "share", "number", "date" or "text"."""
        count = lib.hhp_finding_argument_count(self._handle)
        return {given(lib.hhp_finding_argument_name(self._handle, i)):
                _words.word("argument", lib.hhp_finding_argument_kind(self._handle, i)) or "" for i in range(count)}

    @property
    def related(self) -> List[Place]:
        """Related locations: the amounts that were added up, the other of two duplicates."""
        return [
            Place(given(lib.hhp_finding_related_pointer(self._handle, i)),
                  lib.hhp_finding_related_line(self._handle, i) or None,
                  lib.hhp_finding_related_column(self._handle, i) or None)
            for i in range(lib.hhp_finding_related_count(self._handle))
        ]

    def to_record(self, lang: str = "en", arguments: bool = False) -> Dict[str, Any]:
        """A flat dict, as in `Report.to_records()`."""
        found = {name: getattr(self, name) for name in _COLUMNS}
        found.update(message=self.message(lang), remedy=self.remedy(lang))
        if arguments:
            found.update((f"arguments.{name}", str(value) if isinstance(value, PartialDate) else value)
                         for name, value in self.arguments.items())
        return found

    def to_values(self) -> Dict[str, Any]:
        """All that it says, for a report that is pickled."""
        found = {name: getattr(self, name) for name in _STORED}
        found["message"] = {lang: self.message(lang) for lang in ("en", "da")}
        found["remedy"] = {lang: self.remedy(lang) for lang in ("en", "da")}
        return found

    def __reduce__(self) -> Any:
        raise TypeError("a finding is part of a report; pickle the report, or to_record()")

    def __str__(self) -> str:
        return f"{self.severity}: {self.message()} [{self.rule} {self.slug}]"

    def __repr__(self) -> str:
        place = f" at {self.line}:{self.column}" if self.line else ""
        return f"<Finding {self.rule} {self.slug} {self.severity}{' waived' if self.waived else ''} {self.pointer!r}{place}>"


class StoredFinding(Finding):
    """A finding of a report that was pickled."""

    __slots__ = ("_values",)

    def __init__(self, report: Any, values: Dict[str, Any]) -> None:
        super().__init__(report, None)
        self._values = values

    def message(self, lang: str = "en") -> str:
        return str(self._values["message"]["da" if _words.lang_number(lang) == lib.HHP_LANG_DA else "en"])

    def remedy(self, lang: str = "en") -> str:
        return str(self._values["remedy"]["da" if _words.lang_number(lang) == lib.HHP_LANG_DA else "en"])

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Finding):
            return NotImplemented
        return isinstance(other, StoredFinding) and self._values == other._values

    def __hash__(self) -> int:
        return hash((self.rule, self.pointer, self.line))


def stored(name: str) -> Any:
    """A property that returns a value of a pickled object."""
    return property(lambda self: self._values[name])


for _name in _STORED:
    setattr(StoredFinding, _name, stored(_name))
