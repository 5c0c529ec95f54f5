"""Compares the golden reports of conformance with hand-written data: without their wording they equal the golden
reports of the corpus, and the findings in the plans of the rules are those of the verdicts. Each has a case, and
together they are less than a megabyte."""

import json
import sys
from collections import Counter
from pathlib import PurePath

from cases import FOLDER, PLANS, cases, golden

LARGEST, RULES = 1_000_000, "tests/corpus/rules/"


def verdicts(plan):
    """The lines about a plan: (stage, today, rule, severity, pointer), with None and yyyymmdd as in cases."""
    path = PLANS / plan
    for line in (path.parent / "verdicts.tsv").read_text("utf-8").splitlines():
        if not line.startswith("#") and line.split("\t")[0] == path.name:
            _, stage, today, rule, severity, pointer, _ = line.split("\t")
            yield None if stage == "-" else stage, None if today == "-" else today.replace("-", ""), rule, severity, pointer


def by_hand(case):
    """The path of the reviewed golden report of the same plan, checked with the options of the case."""
    plan = PurePath(case.plan)
    if case.plan.startswith(RULES):
        if next(verdicts(case.plan))[:2] != (case.stage, case.today):
            return None
    elif case.stage is not None or case.scheme is not None:
        return None
    if case.plan.startswith("examples/"):
        plan = PurePath("tests/corpus/examples") / plan.name.replace(".helhedsplan", "")
    path = PLANS / plan.with_suffix(".report.json")
    return path if path.exists() else None


def without_words(report):
    """In the form of the golden reports of the corpus; see tests/unit/corpus.c."""
    del report["tool"]["version"]
    for finding in report["files"][0]["findings"]:
        del finding["message"], finding["remedy"]
    return json.dumps(report, indent=2, ensure_ascii=False) + "\n"


def found(report):
    return Counter((finding["rule"], finding["severity"] + (",waived" if finding["waived"] else ""), finding["pointer"])
                   for finding in report["files"][0]["findings"])


def expected(case):
    said = [line[2:] for line in verdicts(case.plan) if line[:2] == (case.stage, case.today)]
    return Counter(line for line in said if line[0] != "none") if said else None


def main():
    faults, held, judged, size = [], 0, 0, 0
    for case in cases():
        size += len(golden(case))
        report = json.loads(golden(case))
        if case.plan.startswith(RULES):
            judged += 1
            if found(report) != expected(case):
                faults.append(f"{case.id}: the verdicts of {case.plan} say otherwise")
        path = by_hand(case)
        if path is not None:
            held += 1
            if without_words(report) != path.read_text("utf-8"):
                faults.append(f"{case.id}: without its words it is not {path.relative_to(PLANS)}")
    names = {f"{case.id}.json" for case in cases()}
    faults += [f"{path.name} has no case" for path in (FOLDER / "reports").iterdir() if path.name not in names]
    if len(names) != len(cases()):
        faults.append("two cases have one id")
    if size > LARGEST:
        faults.append(f"the reports have {size} bytes")
    if held < 40 or judged < 30:
        faults.append("too few were held to what was written by hand")
    print(f"{len(cases())} cases, {held} held to golden reports, {judged} to verdicts", *faults, sep="\n")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
