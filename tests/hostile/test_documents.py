"""Hostile documents: empty, deeply nested, huge, with a hundred thousand errors. Each gives the expected report
within limits of time and memory; the command, if given, reports the same.

  test_documents.py --examine=PROGRAM [--command=PROGRAM] [--tenth]
"""

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path

import shapes
from write import text

MIB = 1024 * 1024
PATIENCE = 250  # seconds: more than any of these takes, and less than a quadratic step would
MANY = 100_000
KEPT = 250_000  # maximum number of findings in a report

failures = []
counts = {"documents": 0, "calls": 0}


def expect(holds, what):
    if not holds:
        failures.append(what)
        print(f"failed: {what}")


def examine(program, call, path):
    """The result of the library: status, number of findings of each rule, and memory."""
    counts["calls"] += 1
    run = subprocess.run([program, call, path], text=True, stdout=subprocess.PIPE, timeout=PATIENCE)
    said = dict(line.split() for line in run.stdout.splitlines())
    if run.returncode != 0 or "status" not in said:
        return {"status": f"ended with {run.returncode}", "rules": {}, "kib": 0, "omitted": 0}
    rules = {name: int(count) for name, count in said.items() if name.startswith("HP")}
    return {"status": said["status"], "rules": rules, "kib": int(said["kib"]), "omitted": int(said.get("omitted", 0))}


def run_command(command, path, rules, name):
    """The command has the same counts as the library, and exits with 0 or 1."""
    counts["calls"] += 1
    # The library is given no today, and on that day no year of any plan had ended.
    call = [command, "validate", "--today", "1900-01-01", "--format", "json", path]
    run = subprocess.run(call, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=PATIENCE)
    expect(run.returncode in (0, 1), f"{name}: the command ends with {run.returncode}: {run.stderr[:200]}")
    if run.returncode not in (0, 1):
        return
    found = {}
    for finding in json.loads(run.stdout)["files"][0]["findings"]:
        found[finding["rule"]] = found.get(finding["rule"], 0) + 1
    expect(found == rules, f"{name}: the command finds {found}, the library {rules}")


class Trial:
    def __init__(self, arguments):
        self.arguments = arguments
        self.scale = 10 if arguments.tenth else 1

    def size(self, n):
        return n // self.scale

    def call(self, name, call, path, most_kib):
        said = examine(self.arguments.examine, call, path)
        expect(said["status"] in ("HHP_OK", "HHP_ERR_DOCUMENT"), f"{name}, {call}: {said['status']}")
        # A sanitizer keeps freed memory, and pads allocations.
        if most_kib is not None and self.scale == 1:
            expect(said["kib"] <= most_kib, f"{name}, {call}: {said['kib']} KiB, and {most_kib} are enough")
        return said

    def document(self, name, content, rules, *, most=None, calls=("text", "json", "round-trip"), command=True,
                 omitted=0):
        """`rules`: the number of findings expected of each, None for any number but 0. `most`: bytes of memory that a
        check may use for each byte of the document, plus 8 MiB; writing the plan may use twice, and the findings four
        times as much. `omitted`: the number of findings counted but not kept."""
        path = Path("document.json")
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        counts["documents"] += 1
        found = {}
        for call in calls:
            times = {"check": 1, "round-trip": 2}.get(call, 4)
            most_kib = None if most is None else (most * times * path.stat().st_size + 8 * MIB) // 1024
            said = self.call(name, call, path, most_kib)
            if call != "round-trip":
                found = said["rules"]
                expect(said["omitted"] == omitted, f"{name}: {said['omitted']} findings are not kept")
            print(f"{name}, {call}: {path.stat().st_size} bytes, {said['kib']} KiB, {said['status']}")
        for rule, count in rules.items():
            actual = found.get(rule, 0)
            expect(actual == count if count is not None else actual > 0, f"{name}: {rule} {actual} times, not {count}")
        if command and self.arguments.command:
            run_command(self.arguments.command, path, found, name)
        path.unlink()

    def small(self):
        only = {"HP101": 1}
        self.document("nothing", b"", only)
        self.document("a blank", b" \n", only)
        self.document("a byte order mark alone", b"\xef\xbb\xbf", {"HP101": 2})
        self.document("a byte order mark", b"\xef\xbb\xbf" + text(shapes.plan()).encode(), only)
        self.document("UTF-16", text(shapes.plan()).encode("utf-16"), only)
        self.document("a NUL", b"\0", only)
        self.document("NULs", b"\0" * self.size(1_000_000), only)
        self.document("a NUL behind the plan", text(shapes.plan()).encode() + b"\0", only)
        self.document("a NUL behind a number", text(shapes.plan(**{"x-a": 1})).encode().replace(b": 1", b": 1\0"), only)
        self.document("bytes of all sorts", bytes(range(256)) * 100, only)

    def deep(self):
        for levels in (10_000, 10_000_000):
            levels = self.size(levels)
            self.document(f"{levels} lists in each other", b"[" * levels, {"HP101": 1})
            self.document(f"{levels} objects in each other", b'{"a":' * levels, {"HP101": 1})
            inner = b'{"x-a":' + b"[" * levels + b"]" * levels + b"}"
            self.document(f"{levels} lists in an x- member", inner, {"HP101": 1})

    def large(self):
        string = "æ" + "a" * self.size(200 * MIB)
        self.document("one text of 200 MB", text(shapes.plan(vision=string)), {"HP101": 0}, most=2, command=self.scale == 1)
        self.document("one name of 200 MB", text(shapes.plan(**{string: 1})), {"HP103": 1}, most=2,
                      calls=("text", "round-trip"), command=False)
        self.document("one line of 200 MB", b'{"a": ' + b" " * self.size(200 * MIB) + b"}", {"HP101": 1}, most=1)
        self.document("a text of escapes", text(shapes.plan(vision="A")).replace('"A"', '"' + "\\u00e6" * self.size(10**7) + '"'),
                      {"HP101": 0}, most=2)
        self.document("a number of a million digits", text(shapes.plan(**{"x-a": 1})).replace(": 1", ": 1" + "0" * 10**6),
                      {"HP105": 1})

    def many(self):
        n = self.size(2_000_000)
        self.document("2 million free objects", text(shapes.free_objects(n)), {"HP101": 0}, most=60,
                      calls=("check", "round-trip"), command=False)
        n = self.size(500_000)
        self.document("half a million objects that lack all", text(shapes.empty_objects(n)), {"HP104": min(2 * n, KEPT)},
                      most=100, calls=("text",), command=False, omitted=max(2 * n - KEPT, 0))
        n = self.size(MANY)
        each = [
            (shapes.unknown_references, {"HP108": n}), (shapes.near_references, {"HP108": n}),
            (shapes.duplicate_ids, {"HP107": n - 1}), (shapes.unknown_members, {"HP103": n}),
            (shapes.near_members, {"HP103": n}), (shapes.duplicate_members, {"HP102": n - 1}),
            (shapes.duplicates_under_long_name, {"HP102": n - 1}), (shapes.wrong_elements, {"HP105": n}),
            (shapes.wrong_values, {"HP104": n, "HP106": n}), (shapes.goals, {"HP203": n}), (shapes.focus_areas, {"HP215": n}),
            (shapes.waivers, {"HP215": n}), (shapes.overlapping_ages, {"HP305": None}), (shapes.same_titles, {}),
            (shapes.chained_goals, {}), (shapes.served_everywhere, {}), (shapes.agreements, {}), (shapes.follow_up, {}),
            (shapes.expired_agreements, {"HP321": n}), (shapes.lists_in_one_agreement, {"HP321": n}),
        ]  # fmt: skip
        for shape, rules in each:
            self.document(f"{n} {shape.__name__}", text(shape(n)), rules, most=60, calls=("text", "round-trip"), command=False)
        n = self.size(40_000)
        self.document(f"{n} parties in one activity", text(shapes.parties_in_one_activity(n)), {"HP411": 1}, most=20)
        self.document(f"{n} contributions", text(shapes.contributions(n)), {"HP411": n, "HP415": n}, most=60,
                      calls=("text", "round-trip"), command=False)
        n = self.size(20_000)
        self.document(f"{n} findings as JSON", text(shapes.duplicate_ids(n)), {"HP107": n - 1}, most=60, calls=("json",))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--examine", required=True)
    parser.add_argument("--command", default=os.environ.get("HHP_COMMAND"))
    parser.add_argument("--tenth", action="store_true", help="a tenth of everything: for builds with sanitizers")
    trial = Trial(parser.parse_args())
    trial.small()
    trial.deep()
    trial.large()
    trial.many()
    print(f"{counts['documents']} documents, {counts['calls']} calls, {len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
