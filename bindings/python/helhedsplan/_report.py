"""Reports, and the findings in them."""

from __future__ import annotations

import json
import os
from typing import Any, Dict, Iterable, List, NamedTuple, Optional, Sequence, Union, overload

from . import _words
from ._dates import PartialDate
from ._errors import DocumentError, HelhedsplanError, check, encode, error, of_os_error
from ._library import ABSENT, Same, ffi, given, lib, path_bytes, path_text, taken, text

Source = Union[str, bytes, bytearray, memoryview]
PathLike = Union[str, "os.PathLike[str]"]
MAX_SIZE = 256 * 1024 * 1024  # as in hhp_plan_load()
_AT_A_TIME = 64 * 1024


def source_bytes(source: Source) -> bytes:
    """The bytes of a document. The library checks for UTF-8."""
    if isinstance(source, str):
        return source.encode("utf-8", "surrogatepass")
    if not isinstance(source, (bytes, bytearray, memoryview)):  # bytes(3) would be three NULs, and bytes(path) its name
        raise TypeError(f"JSON is str or bytes, not {type(source).__name__}; load() and check() read files")
    return bytes(source)


def read_file(path: PathLike) -> bytes:
    """The bytes of a file, with the same exceptions as Plan.load()."""
    try:
        with open(path, "rb") as file:
            data = bytearray()
            while len(data) <= MAX_SIZE and (more := file.read(_AT_A_TIME)):  # a device may be endless
                data += more
    except OSError as fault:
        raise of_os_error(fault, path) from fault
    if len(data) > MAX_SIZE:
        raise error(lib.HHP_ERR_TOO_LARGE, path=path)
    return bytes(data)


class Place(NamedTuple):
    """A related location of a finding. Line and column are None for a plan in memory."""

    pointer: str
    line: Optional[int]
    column: Optional[int]


class Finding(Same):
    """A finding of a rule. It keeps its report alive."""

    __slots__ = ("_report", "_handle")

    def __init__(self, report: "Report", handle: Any) -> None:
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

    def __str__(self) -> str:
        return f"{self.severity}: {self.message()} [{self.rule} {self.slug}]"

    def __repr__(self) -> str:
        place = f" at {self.line}:{self.column}" if self.line else ""
        return f"<Finding {self.rule} {self.slug} {self.severity}{' waived' if self.waived else ''} {self.pointer!r}{place}>"


class Report(Sequence[Finding]):
    """The result of a check: a sequence of findings, in the order of the file, or of the rules for a plan in memory."""

    __slots__ = ("_handle",)

    def __init__(self, handle: Any) -> None:
        self._handle = handle

    @classmethod
    def _new(cls) -> "Report":
        out = ffi.new("hhp_report **")
        check(lib.hhp_report_new(out))
        return cls(ffi.gc(out[0], lib.hhp_report_free))

    def _exception(self, status: int, path: Any = None) -> HelhedsplanError:
        """The exception for a call that has filled this report."""
        made = error(status, path=path)
        if isinstance(made, DocumentError):
            first = next(iter(self), None)
            name = os.fsdecode(path) if path else "line"
            where = f"{name}:{first.line}:{first.column}: " if first is not None and first.line else ""
            made.args = (f"{where}{first.message() if first is not None else made}",)
            made.report = self
        return made

    def __len__(self) -> int:
        return int(lib.hhp_report_count(self._handle))

    @overload
    def __getitem__(self, index: int) -> Finding: ...
    @overload
    def __getitem__(self, index: slice) -> "List[Finding]": ...
    def __getitem__(self, index: Any) -> Any:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(len(self)))]
        position = index + len(self) if index < 0 else index
        if not 0 <= position < len(self):
            raise IndexError(index)
        return Finding(self, lib.hhp_report_at(self._handle, position))

    def _standing(self, severity: str) -> List[Finding]:
        return [each for each in self if each.severity == severity and not each.waived]

    @property
    def errors(self) -> List[Finding]:
        """The errors that are not waived."""
        return self._standing("error")

    @property
    def warnings(self) -> List[Finding]:
        """The warnings that are not waived."""
        return self._standing("warning")

    @property
    def infos(self) -> List[Finding]:
        """The infos that are not waived."""
        return self._standing("info")

    @property
    def waived(self) -> List[Finding]:
        """The findings that are waived."""
        return [each for each in self if each.waived]

    @property
    def counts(self) -> Dict[str, int]:
        """Numbers of errors, warnings and infos that are not waived, of waived findings, and of those not kept."""
        names = ("error", "warning", "info", "waived", "omitted")
        return {name: int(getattr(lib, f"hhp_report_{name}_count")(self._handle)) for name in names}

    @property
    def ok(self) -> bool:
        """Whether there are no errors that are not waived."""
        return not lib.hhp_report_error_count(self._handle)

    @property
    def is_complete(self) -> bool:
        """Whether all rules were checked; false if the document itself has errors."""
        return bool(lib.hhp_report_is_complete(self._handle))

    @property
    def plan_id(self) -> Optional[str]:
        """Id of the plan that was checked."""
        return text(lib.hhp_report_plan_id(self._handle))

    @property
    def scheme_id(self) -> Optional[str]:
        """Id of the scheme that it was checked against."""
        return text(lib.hhp_report_scheme_id(self._handle))

    @property
    def stage(self) -> Optional[str]:
        """The stage that it was checked at: "draft", "prequal" or "full"."""
        number = lib.hhp_report_stage(self._handle)
        return _words.word("stage", number) if number else None

    @property
    def sha256(self) -> Optional[str]:
        """SHA-256 of the document that check() read."""
        return text(lib.hhp_report_sha256(self._handle))

    @property
    def path(self) -> Optional[str]:
        """The file that it is about."""
        return path_text(lib.hhp_report_path(self._handle))

    def render(self, format: str = "text", *, lang: str = "en", show: Optional[str] = None, colour: bool = False,
               fail_on: Optional[str] = None, root: Optional[PathLike] = None) -> str:
        """The report as text, json, markdown, sarif, junit, junit-strict, github or gitlab."""
        return render([self], format, lang=lang, show=show, colour=colour, fail_on=fail_on, root=root)

    def to_dict(self) -> Dict[str, Any]:
        """The object of the file in `helhedsplan-report/1`."""
        found: Dict[str, Any] = json.loads(self.render("json"))["files"][0]
        return found

    def __str__(self) -> str:
        return self.render()

    def __repr__(self) -> str:
        counts = ", ".join(f"{name}: {count}" for name, count in self.counts.items() if count)
        return f"<Report {self.path or self.plan_id or ''} {{{counts}}}>"


def render_options(lang: str, show: Optional[str], colour: bool, fail_on: Optional[str],
                   root: Optional[PathLike]) -> Any:
    out = ffi.new("hhp_render_options **")
    check(lib.hhp_render_options_new(out))
    options = ffi.gc(out[0], lib.hhp_render_options_free)
    check(lib.hhp_render_options_set_lang(options, _words.lang_number(lang)), "lang")
    check(lib.hhp_render_options_set_colour(options, int(bool(colour))), "colour")
    if show is not None:
        check(lib.hhp_render_options_set_show(options, _words.number("severity", show, "show")), "show")
    if fail_on is not None:
        check(lib.hhp_render_options_set_fail_on(options, _words.number("severity", fail_on, "fail_on")), "fail_on")
    if root is not None:
        check(lib.hhp_render_options_set_root(options, path_bytes(root)), "root")
    return options


def render(reports: Iterable[Report], format: str = "text", *, lang: str = "en", show: Optional[str] = None,
           colour: bool = False, fail_on: Optional[str] = None, root: Optional[PathLike] = None) -> str:
    """Several reports as one document; `show` and `fail_on` are severities, `root` the folder that paths are
    relative to."""
    held = list(reports)
    if not all(isinstance(each, Report) for each in held):
        raise TypeError("render() takes a list of reports")
    options = render_options(lang, show, colour, fail_on, root)
    out, length = ffi.new("char **"), ffi.new("size_t *")
    handles = ffi.new("const hhp_report *[]", [each._handle for each in held])
    number = _words.number("format", format, "format")
    check(lib.hhp_reports_render(handles, len(held), number, options, out, length))
    return taken(out, length).decode()

