"""The cases of the conformance corpus, and the comparison of reports for runners in Python."""

import os
import re
import sys
from collections import namedtuple
from pathlib import Path

SOURCE = Path(os.environ.get("HHP_SOURCE_DIR", Path(__file__).resolve().parents[2]))
PLANS = Path(os.environ.get("HHP_PLANS_DIR", "/nowhere"))  # the expanded corpus
FOLDER = SOURCE / "tests" / "conformance"
SKIPPED = 77

# The plan's path is relative to PLANS. Missing values are None: the stage, the day (yyyymmdd), and the scheme, which is
# the id of a built-in one, or a path, recognised by a slash.
Case = namedtuple("Case", "id plan stage today scheme")


def cases():
    lines = (FOLDER / "cases.tsv").read_text("utf-8").splitlines()
    return [Case(*(None if column == "-" else column for column in line.split("\t")))
            for line in lines if not line.startswith("#")]


def with_version(stored):
    """A report as stored, with the version of the library."""
    version = re.search(rb"^  VERSION (\S+)$", (SOURCE / "CMakeLists.txt").read_bytes(), re.MULTILINE)[1]
    return stored.replace(b'"version": "@version@"', b'"version": "%s"' % version, 1)


def golden(case):
    return with_version((FOLDER / "reports" / f"{case.id}.json").read_bytes())


def first_difference(found, expected):
    """The first line that differs, for error messages."""
    lines = zip(found.splitlines(), expected.splitlines())
    return next((f"line {number} is {one!r}, not {other!r}"
                 for number, (one, other) in enumerate(lines, 1) if one != other), "one ends before the other")


def hold(report_of, wanted=None):
    """Runs the cases; exits with 1 unless there are cases, and each gives its golden report, byte by byte."""
    wanted = cases() if wanted is None else wanted
    faults = []
    for case in wanted:
        found, expected = report_of(case), golden(case)
        if found != expected:
            faults.append(f"{case.id}: {first_difference(found, expected)}")
    print(f"{len(wanted)} cases, {len(wanted) - len(faults)} reports as they are to be", *faults, sep="\n")
    sys.exit(1 if faults or not wanted else 0)
