"""Checks the text of a plan, with the location of every finding; check options."""

from __future__ import annotations

import os

from . import _words
from ._dates import PartialDate
from ._errors import RuleError, encode, encode_or_null
from ._errors import check as check_status
from ._files import read_file, source_bytes
from ._library import ffi, lib, path_bytes
from ._report import Report
from ._rules import find_rule, nearest_rule
from ._scheme import SchemeBase, scheme_handle

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Iterable, Mapping, Optional, Union

    from ._dates import DateLike
    from ._files import PathLike, Source


def check_options(stage: Optional[str], today: Optional[DateLike], scheme: "Union[SchemeBase, str, None]",
                  severities: "Optional[Mapping[str, str]]", waivers: "Iterable[Mapping[str, Any]]",
                  plan_waivers: bool, sha256: bool = True, line_hashes: bool = False,
                  keep_plan: bool = False) -> Any:
    """Converts the options for the library, NULL for the usual ones. The caller must keep the scheme alive."""
    waivers = list(waivers)
    if (stage is None and today is None and scheme is None and not severities and not waivers and plan_waivers and sha256
            and not line_hashes and not keep_plan):
        return ffi.NULL
    out = ffi.new("hhp_check_options **")
    check_status(lib.hhp_check_options_new(out))
    options = ffi.gc(out[0], lib.hhp_check_options_free)
    check_status(lib.hhp_check_options_set_waivers(options, int(plan_waivers)), "plan_waivers")
    check_status(lib.hhp_check_options_set_sha256(options, int(sha256)), "sha256")
    check_status(lib.hhp_check_options_set_line_hashes(options, int(line_hashes)), "line_hashes")
    check_status(lib.hhp_check_options_set_keep_plan(options, int(keep_plan)), "keep_plan")
    check_status(lib.hhp_check_options_set_scheme(options, scheme_handle(scheme)), "scheme")
    if stage is not None:
        check_status(lib.hhp_check_options_set_stage(options, _words.number("stage", stage)), f"stage {stage!r}")
    if today is not None:
        check_status(lib.hhp_check_options_set_today(options, int(PartialDate.of(today))), f"today {today!r}")
    for rule, severity in (severities or {}).items():
        number = _words.number("severity", severity, f"severity of {rule}")
        status = lib.hhp_check_options_set_severity(options, encode(rule, "a rule"), number)
        _check_rule(status, f"severity of {rule!r}", rule, "has a fixed severity; it can be set for HP111 and later")
    for waiver in waivers:
        _add_waiver(options, **waiver)
    return options


def _add_waiver(options: Any, rule: str, reason: str, target: Optional[str] = None,
                until: Optional[DateLike] = None) -> None:
    date = 0 if until is None else int(PartialDate.of(until))
    status = lib.hhp_check_options_add_waiver(options, encode(rule, "a rule"), encode_or_null(target), encode(reason), date)
    _check_rule(status, f"waiver of {rule!r}", rule, "cannot be waived; waivers apply to HP2xx to HP6xx")


def _check_rule(status: int, about: str, name: str, untouchable: str) -> None:
    """Raises the exception of a status; for an invalid rule with the reason and a suggestion."""
    if status != lib.HHP_ERR_NOT_FOUND:
        check_status(status, about)
        return
    rule = find_rule(name)
    meant = None if rule is not None else nearest_rule(name)
    if rule is not None:
        why = f"{rule.id} ({rule.slug}) {untouchable}"
    elif meant is not None:
        why = f"there is no rule {name!r}; did you mean {meant!r}?"
    else:
        why = f"there is no rule {name!r}; rules() lists them all, by id and by slug"
    fault = RuleError(f"{about}: {why}")
    fault.status = status
    raise fault


def check(source: "Union[Source, os.PathLike[str]]", *, stage: Optional[str] = None, today: Optional[DateLike] = None,
          scheme: "Union[SchemeBase, str, None]" = None, severities: "Optional[Mapping[str, str]]" = None,
          waivers: "Iterable[Mapping[str, Any]]" = (), plan_waivers: bool = True, path: Optional[PathLike] = None,
          sha256: bool = True, line_hashes: bool = False, keep_plan: bool = False) -> Report:
    """Checks the text of a plan, with the location of each finding.

    `source` is JSON as str or bytes, or a path as `pathlib.Path`; a str is never interpreted as a path, and one that evidently
    is a path raises InvalidValueError. Errors in the text are findings; only an unreadable file raises another exception.
    `stage` is "draft", "prequal" or "full", by default that of the plan's status; `today` the day to check on, without which
    rules that need one are not checked; `scheme` a Scheme or the id of a built-in one. `severities` sets severities of rules,
    such as {"HP401": "warning"}, and `waivers` are mappings with rule and reason, and optionally target and until; an unknown
    rule, or one that does not allow this, raises RuleError. `path` is the path in the report. With `keep_plan`, the report keeps the plan, which
    `render("html")` draws."""
    options = check_options(stage, today, scheme, severities, waivers, plan_waivers, sha256, line_hashes, keep_plan)
    if isinstance(source, os.PathLike):
        data, path = read_file(source), source if path is None else path
    else:
        data = source_bytes(source, "check(pathlib.Path(...))")
    report = Report._new()
    if path is not None:
        check_status(lib.hhp_report_set_path(report._handle, path_bytes(path)))
    check_status(lib.hhp_check(data, len(data), options, report._handle))
    return report
