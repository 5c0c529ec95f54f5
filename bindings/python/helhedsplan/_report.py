"""Reports: sequences of findings."""

from __future__ import annotations

import os

from _collections_abc import Sequence

from . import _words
from ._errors import DocumentError, HelhedsplanError, check, error
from ._finding import Finding, StoredFinding, stored
from ._html import table_html
from ._library import Constant, ffi, item, lib, path_bytes, path_text, taken, text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Iterable, List, Optional, overload

    from ._files import PathLike


class Report(Constant, Sequence[Finding]):
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

    if TYPE_CHECKING:
        @overload
        def __getitem__(self, index: int) -> Finding: ...
        @overload
        def __getitem__(self, index: slice) -> "List[Finding]": ...

    def __getitem__(self, index: Any) -> Any:
        return item(self, index, lambda i: Finding(self, lib.hhp_report_at(self._handle, i)))

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
        calls = {"error": lib.hhp_report_error_count, "warning": lib.hhp_report_warning_count,
                 "info": lib.hhp_report_info_count, "waived": lib.hhp_report_waived_count,
                 "omitted": lib.hhp_report_omitted_count}
        return {name: int(call(self._handle)) for name, call in calls.items()}

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
        """The report as text, json, markdown, sarif, junit, junit-strict, github, gitlab or html. HTML draws the plan only if
        check() was called with `keep_plan`."""
        return render([self], format, lang=lang, show=show, colour=colour, fail_on=fail_on, root=root)

    def to_dict(self) -> Dict[str, Any]:
        """The object of the file in `helhedsplan-report/1`."""
        import json

        found: Dict[str, Any] = json.loads(self.render("json"))["files"][0]
        return found

    def to_records(self, lang: str = "en", *, arguments: bool = False) -> List[Dict[str, Any]]:
        """A flat dict for each finding, for pandas.DataFrame: path and id of the plan, rule, severity, place, message and
        remedy, with the same keys in all; with `arguments` also its amounts, such as "arguments.short_by"."""
        return [{"path": self.path, "plan": self.plan_id, **each.to_record(lang, arguments)} for each in self]

    def _repr_html_(self) -> str:
        rows = [(each.rule, "waived" if each.waived else each.severity, each.line, each.pointer, each.message())
                for each in self]
        counts = ", ".join(f"{name}: {count}" for name, count in self.counts.items() if count)
        return table_html(f"{self.path or self.plan_id or ''} {counts or 'no findings'}".strip(),
                          ("rule", "severity", "line", "pointer", "message"), rows)

    def __reduce__(self) -> Any:
        values = {name: getattr(self, name) for name in _STORED}
        return (StoredReport, ({**values, "findings": [each.to_values() for each in self]},))

    def __str__(self) -> str:
        return self.render()

    def __repr__(self) -> str:
        counts = ", ".join(f"{name}: {count}" for name, count in self.counts.items() if count)
        return f"<Report {self.path or self.plan_id or ''} {{{counts}}}>"


_STORED = ("counts", "ok", "is_complete", "plan_id", "scheme_id", "stage", "sha256", "path")


class StoredReport(Report):
    """A report that was pickled: all that it says, but render() and to_dict()."""

    __slots__ = ("_values",)

    def __init__(self, values: Dict[str, Any]) -> None:
        super().__init__(None)
        self._values = values

    def __len__(self) -> int:
        return len(self._values["findings"])

    def __getitem__(self, index: Any) -> Any:
        found = self._values["findings"][index]
        return [StoredFinding(self, each) for each in found] if isinstance(index, slice) else StoredFinding(self, found)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Report):
            return NotImplemented
        return isinstance(other, StoredReport) and self._values == other._values

    __hash__ = None  # type: ignore[assignment]

    def __reduce__(self) -> Any:
        return (StoredReport, (self._values,))

    def __str__(self) -> str:
        return "\n".join(str(each) for each in self)


for _name in _STORED:
    setattr(StoredReport, _name, stored(_name))


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
    if not all(each._handle for each in held):
        raise TypeError("a report that was pickled cannot be rendered; render it before, and pickle the text")
    options = render_options(lang, show, colour, fail_on, root)
    out, length = ffi.new("char **"), ffi.new("size_t *")
    handles = ffi.new("const hhp_report *[]", [each._handle for each in held])
    number = _words.number("format", format, "format")
    check(lib.hhp_reports_render(handles, len(held), number, options, out, length), f"format {format!r}")
    return taken(out, length).decode()


def to_records(reports: Iterable[Report], lang: str = "en", *, arguments: bool = False) -> List[Dict[str, Any]]:
    """The findings of several reports as flat dicts for pandas.DataFrame, with the path of each in the column "path"."""
    return [row for each in reports for row in each.to_records(lang, arguments=arguments)]
