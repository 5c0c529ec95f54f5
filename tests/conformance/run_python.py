"""The corpus of conformance through the Python package; skipped (exit code 77) where it cannot be imported."""

import datetime
import sys

from cases import SKIPPED, SOURCE, hold

try:
    import helhedsplan
except ImportError as fault:
    print(f"skipped: {fault}")
    sys.exit(SKIPPED)


def day_of(digits):
    return digits and datetime.date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))


def scheme_of(name):
    """The id of a built-in one as it is, and one of a file read from it."""
    return helhedsplan.Scheme.parse((SOURCE / name).read_bytes()) if name and "/" in name else name


def report_json(path, stage, today, scheme):
    report = helhedsplan.check((SOURCE / path).read_bytes(), stage=stage, today=day_of(today), scheme=scheme_of(scheme))
    report.path = path
    written = report.render("json")
    return written.encode() if isinstance(written, str) else written


if __name__ == "__main__":
    hold(lambda case: report_json(case.plan, case.stage, case.today, case.scheme))
