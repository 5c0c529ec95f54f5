"""Runs an example binding on the published plan, and compares its output with the expected amounts and rules. A
binding must be short, and must not name any field that its example does not use."""

import os
import re
import subprocess
import sys
from pathlib import Path

SOURCE = Path(os.environ["HHP_SOURCE_DIR"])
PLAN = SOURCE / "examples/vollsmose-2016-2020.helhedsplan.json"
OPEN = [SOURCE / "tests/corpus/real" / f"{name}.helhedsplan.json" for name in ("gellerup-2013", "soenderborg-2021-2025")]
BINDINGS = [SOURCE / "examples/bindings" / name for name in ("cpp/helhedsplan.hpp", "node/helhedsplan.js", "csharp/Helhedsplan/Helhedsplan.cs")]
# By hand: 11 of 46 million is 23.91 %, and a quarter of 46 million is 11.5 million.
SAID = [r"Boligsocial helhedsplan i Vollsmose 2016-2020: 19 activities",
        r"HP401 .*11\.000\.000 kr\., dvs\. 23,91 % .*mangler 500\.000 kr\.",
        r"hæves den lokale medfinansiering til 11\.500\.000 kr\., og tilskuddet sænkes til 34\.500\.000 kr\.",
        r"SARIF: 1", r"corrected: 1", r"Natcafé serves mindre-kriminalitet from 2017-?08(00)?, for those of 13", r"rejected: "]


def skip_unless_there(command):
    if command[-1].endswith(".js"):
        if os.environ.get("HHP_SANITIZE") or not os.environ.get("HHP_LIBRARY"):
            print("there is no library that Node.js can load")
            sys.exit(77)
        tried = subprocess.run([command[0], "-e", "require('koffi')"], capture_output=True, check=False)
        if tried.returncode != 0:
            print("koffi is not there")
            sys.exit(77)


def run(command, plan):
    return subprocess.run([*command, plan], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                          check=False)


def main(command):
    faults = []
    for binding in BINDINGS:
        if len(binding.read_text("utf-8").splitlines()) >= 150:
            faults.append(f"{binding} has 150 lines or more")
        fields = re.findall(r"\b(activities|goals|title|amount|awarded|target_group)\b", binding.read_text("utf-8"))
        faults += [f"{binding} names the field {field}" for field in fields]

    skip_unless_there(command)
    done = run(command, PLAN)
    if done.returncode == 77:
        print(done.stdout)
        sys.exit(77)
    at = 0
    for wanted in SAID:
        found = re.compile(wanted).search(done.stdout, at)
        if found is None:
            faults.append(f"not said, or not there: {wanted}")
        else:
            at = found.end()
    if done.returncode != 0 or done.stderr:
        faults.append(f"exit code {done.returncode}: {done.stderr}")
    for plan in OPEN:  # there is nothing to correct, and no contribution or grant to correct it in
        done_open = run(command, plan)
        if done_open.returncode != 0 or done_open.stderr or re.search("HP401 .*%", done_open.stdout):
            faults.append(f"{plan.name}: exit code {done_open.returncode}: {done_open.stderr}")
    missing = run(command, "no-such-plan.json")
    if missing.returncode == 0 or "There is no such file." not in missing.stderr:
        faults.append(f"a missing plan: {missing.returncode}, {missing.stderr}")
    print(done.stdout, *faults, sep="\n")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main(sys.argv[1:])
