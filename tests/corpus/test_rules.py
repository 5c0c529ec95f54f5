#!/usr/bin/python3
"""The corpus of rules through the command, as JSON and as text, and through the shared library with ctypes: each
gives the findings of verdicts.tsv and of the golden reports (test_corpus_rules.c compares the library with both).

The command is in HHP_COMMAND, the shared library in HHP_LIBRARY; without it, or with sanitizers, which Python is not
built with, the library is not tested. Verdicts whose today is "-" are for the library only: the command has a clock.
"""

import ctypes
import json
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter, namedtuple
from pathlib import Path

PLANS = Path(os.environ["HHP_PLANS_DIR"])  # the expanded corpus
RULES = PLANS / "tests" / "corpus" / "rules"
COMMAND = os.environ.get("HHP_COMMAND")
LIBRARY = None if os.environ.get("HHP_SANITIZE") else os.environ.get("HHP_LIBRARY")

STAGES = {"-": 0, "draft": 1, "prequal": 2, "full": 3}
HEADLINE = re.compile(r"^(?P<path>tests/corpus/rules/[^:]+):(?P<line>\d+):(?P<column>\d+): "
                      r"(?P<severity>error|warning|info|fejl|advarsel|oplysning): .* "
                      r"\[(?P<rule>HP\d{3}) (?P<slug>[a-z0-9-]+)(?P<waived>, waived|, undtaget)?\]$")
IN_ENGLISH = {"fejl": "error", "advarsel": "warning", "oplysning": "info"}

Verdict = namedtuple("Verdict", "path stage today rule severity pointer arguments")
faults = []


# --- The corpus ---

def read_verdicts():
    verdicts = []
    for table in sorted(RULES.glob("HP*/verdicts.tsv")):
        for line in table.read_text("utf-8").split("\n"):
            if not line or line.startswith("#"):
                continue
            file, *columns = line.split("\t")
            verdicts.append(Verdict(str((table.parent / file).relative_to(PLANS)), *columns))
    return verdicts


def groups_of(verdicts):
    """(path, stage, today) -> its verdicts, in the order of the tables."""
    groups = {}
    for verdict in verdicts:
        groups.setdefault((verdict.path, verdict.stage, verdict.today), []).append(verdict)
    return groups


def beside(path, ending):
    return path[:-len(".json")] + ending


def scheme_of(path):
    scheme = beside(path, ".scheme.json")
    return scheme if (PLANS / scheme).exists() else None


# --- Comparison of findings with verdicts ---

def is_as_said(finding, verdict):
    severity, _, waived = verdict.severity.partition(",")
    if (finding["rule"], finding["severity"], finding["pointer"]) != (verdict.rule, severity, verdict.pointer):
        return False
    if finding["waived"] != (waived == "waived"):
        return False
    expected = [] if verdict.arguments == "-" else [word.split("=", 1) for word in verdict.arguments.split(" ")]
    return all(str(finding["arguments"].get(name)) == value for name, value in expected)


def compare_with_verdicts(who, group, file):
    left = list(file["findings"])
    path, stage, today = group[0].path, group[0].stage, group[0].today
    for verdict in group:
        found = next((f for f in left if is_as_said(f, verdict)), None)
        if found:
            left.remove(found)
        elif verdict.rule != "none":
            faults.append(f"{path} (stage {stage}, today {today}): {who} does not find {verdict.rule} "
                          f"{verdict.severity} \"{verdict.pointer}\" {verdict.arguments}")
    for finding in left:
        faults.append(f"{path} (stage {stage}, today {today}): {who} finds, and no verdict says, {finding['rule']} "
                      f"{finding['severity']} \"{finding['pointer']}\" {finding['arguments']}")


def without_words(file):
    return {**file, "findings": [{name: value for name, value in finding.items() if name not in ("message", "remedy")}
                                 for finding in file["findings"]]}


def compare_with_golden(who, path, file):
    golden = PLANS / beside(path, ".report.json")
    if not golden.exists():
        faults.append(f"{beside(path, '.report.json')} is missing")
    elif json.loads(golden.read_text("utf-8"))["files"] != [without_words(file)]:
        faults.append(f"{path}: {who} reports other than {golden.name}")


def places(file):
    return Counter((f["rule"], f["slug"], f["severity"], f["line"], f["column"], f["waived"]) for f in file["findings"])


def places_in(text):
    """path -> locations in the text."""
    found_in_text = {}
    for match in filter(None, map(HEADLINE.match, text.split("\n"))):
        severity = IN_ENGLISH.get(match["severity"], match["severity"])
        place = (match["rule"], match["slug"], severity, int(match["line"]), int(match["column"]), bool(match["waived"]))
        found_in_text.setdefault(match["path"], Counter())[place] += 1
    return found_in_text


def compare_with_text(path, file, found_in_text, lang):
    for place, count in (places(file) - found_in_text.get(path, Counter())).items():
        faults.append(f"{path}: the text ({lang}) does not tell of {place}, {count} time(s)")
    for place, count in (found_in_text.get(path, Counter()) - places(file)).items():
        faults.append(f"{path}: the text ({lang}) tells of {place}, {count} time(s) too often")


# --- The command ---

def options_of(stage, today, scheme):
    options = ["--today", today, "--show", "info", "--color", "never"]
    options += [] if stage == "-" else ["--stage", stage]
    return options + ([] if scheme is None else ["--scheme", scheme])


def run(arguments, exit_code):
    done = subprocess.run([COMMAND, "validate", *arguments], cwd=PLANS, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE)
    if done.returncode != exit_code or done.stderr:
        faults.append(f"{' '.join(arguments)}: exit code {done.returncode}, not {exit_code}; it says: "
                      f"{done.stderr.decode('utf-8', 'replace')}")
    return done.stdout.decode("utf-8")


def ask_command(key, paths, groups):
    """All plans of one stage, today and scheme at once; path -> the file in the JSON report."""
    stage, today, scheme = key
    has_error = any(v.severity == "error" for path in paths for v in groups[path, stage, today])
    with tempfile.TemporaryDirectory(prefix="hhp-corpus-") as folder:
        out = Path(folder) / "report.json"
        text = run([*options_of(*key), "--lang", "en", "--format", "text", "--format", f"json={out}", *paths],
                   int(has_error))
        files = json.loads(out.read_text("utf-8"))["files"]
    if [file["path"] for file in files] != paths:
        faults.append(f"stage {stage}, today {today}: the report is not of the files in their order")
    danish = places_in(run([*options_of(*key), "--lang", "da", *paths], int(has_error)))
    english = places_in(text)
    for file in files:
        compare_with_text(file["path"], file, english, "en")
        compare_with_text(file["path"], file, danish, "da")
    return {file["path"]: file for file in files}


# --- The library, as programs in other languages call it ---

class Library:
    JSON = 2

    def __init__(self, path):
        self.c = ctypes.CDLL(path)
        self.c.hhp_report_free.restype = self.c.hhp_check_options_free.restype = None
        self.c.hhp_scheme_free.restype = self.c.hhp_free.restype = None

    def ok(self, status):
        if status != 0:
            raise RuntimeError(f"status {status}")

    def new(self, function, *arguments):
        thing = ctypes.c_void_p()
        self.ok(function(ctypes.byref(thing), *arguments))
        return thing

    def scheme(self, path):
        text = (PLANS / path).read_bytes()
        return self.new(self.c.hhp_scheme_parse, text, ctypes.c_size_t(len(text)), None)

    def rendered(self, report):
        out, length = ctypes.c_void_p(), ctypes.c_size_t()
        self.ok(self.c.hhp_report_render(report, self.JSON, None, ctypes.byref(out), ctypes.byref(length)))
        text = ctypes.string_at(out, length.value)
        self.c.hhp_free(out)
        return json.loads(text)["files"][0]

    def check(self, path, stage, today):
        text = (PLANS / path).read_bytes()
        options = self.new(self.c.hhp_check_options_new)
        report = self.new(self.c.hhp_report_new)
        scheme = self.scheme(scheme_of(path)) if scheme_of(path) else None
        self.ok(self.c.hhp_check_options_set_stage(options, STAGES[stage]))
        self.ok(self.c.hhp_check_options_set_today(options, 0 if today == "-" else int(today.replace("-", ""))))
        self.ok(self.c.hhp_check_options_set_scheme(options, scheme))
        self.ok(self.c.hhp_report_set_path(report, path.encode()))
        self.ok(self.c.hhp_check(text, ctypes.c_size_t(len(text)), options, report))
        file = self.rendered(report)
        self.c.hhp_report_free(report)
        self.c.hhp_check_options_free(options)
        self.c.hhp_scheme_free(scheme)
        return file


# --- Everything ---

def hold_command(groups):
    batches = {}
    for path, stage, today in groups:
        if today != "-":
            batches.setdefault((stage, today, scheme_of(path)), []).append(path)
    files = {}
    for key, paths in batches.items():
        for path, file in ask_command(key, paths, groups).items():
            files[path, key[0], key[1]] = file
    return files


def main():
    if not COMMAND:
        print("skipped: HHP_COMMAND is not set")
        return 77
    groups = groups_of(read_verdicts())
    for path in sorted({path for path, _, _ in groups if not (PLANS / path).exists()}):
        faults.append(f"{path} has a verdict, and is not there")
    groups = {key: group for key, group in groups.items() if (PLANS / key[0]).exists()}
    by_command = hold_command(groups)
    library = Library(LIBRARY) if LIBRARY else None
    golden_held = set()
    for key, group in groups.items():
        path, stage, today = key
        file = by_command.get(key)
        if file:
            compare_with_verdicts("the command", group, file)
        by_library = library.check(path, stage, today) if library else file
        if library and file and by_library != file:
            faults.append(f"{path} (stage {stage}, today {today}): the command and the library differ")
        if path not in golden_held and by_library:
            compare_with_golden("the library" if library else "the command", path, by_library)
        golden_held.add(path)
    for fault in faults:
        print(fault)
    print(f"{len(groups)} checks of {len(golden_held)} plans, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
