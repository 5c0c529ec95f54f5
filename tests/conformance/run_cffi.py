"""The conformance corpus through cffi and the flat header. usage: run_cffi.py FOLDER, as export.py writes it"""

import os
import sys
from pathlib import Path

if os.environ.get("HHP_SANITIZE") or not os.environ.get("HHP_LIBRARY"):
    sys.exit(77)
try:
    import cffi
except ImportError:
    sys.exit(77)

FOLDER = Path(sys.argv[1])
ffi = cffi.FFI()
ffi.cdef(Path(os.environ["HHP_FFI_HEADER"]).read_text("utf-8"))
c = ffi.dlopen(os.environ["HHP_LIBRARY"])


def must(status):
    if status != c.HHP_OK:
        sys.exit(ffi.string(c.hhp_status_name(status)).decode())


def made(kind, call, *arguments):
    out = ffi.new(f"{kind} **")
    must(call(out, *arguments))
    return out[0]


def scheme_of(column):
    """The scheme of a case, or NULL."""
    if column == "-":
        return ffi.NULL
    if "/" not in column:
        return c.hhp_scheme_find(column.encode()) or sys.exit(f"no scheme {column}")
    json = (FOLDER / column).read_bytes()
    return ffi.gc(made("hhp_scheme", c.hhp_scheme_parse, json, len(json), ffi.NULL), c.hhp_scheme_free)


def report_of(plan, stage, today, scheme):
    options = ffi.gc(made("hhp_check_options", c.hhp_check_options_new), c.hhp_check_options_free)
    report = ffi.gc(made("hhp_report", c.hhp_report_new), c.hhp_report_free)
    used = scheme_of(scheme)
    if stage != "-":
        must(c.hhp_check_options_set_stage(options, c.hhp_enum_number(c.hhp_enum_find(b"stage"), stage.encode())))
    if today != "-":
        must(c.hhp_check_options_set_today(options, int(today)))
    must(c.hhp_check_options_set_scheme(options, used))
    must(c.hhp_report_set_path(report, plan.encode()))
    json = (FOLDER / plan).read_bytes()
    must(c.hhp_check(json, len(json), options, report))
    text, length = ffi.new("char **"), ffi.new("size_t *")
    must(c.hhp_report_render(report, c.HHP_FORMAT_JSON, ffi.NULL, text, length))
    return bytes(ffi.buffer(ffi.gc(text[0], c.hhp_free), length[0]))


cases = [line.split("\t") for line in (FOLDER / "cases.tsv").read_text("utf-8").splitlines() if not line.startswith("#")]
faults = [name for name, *case in cases if report_of(*case) != (FOLDER / "reports" / f"{name}.json").read_bytes()]
print(len(cases), "cases,", len(cases) - len(faults), "reports as they are to be", *faults)
sys.exit(1 if faults or len(cases) < 60 else 0)
