#!/usr/bin/python3
"""Counts instructions, which repeat on any machine, however busy, and prints them as a table in Markdown.

usage: instructions.py BUILD     the folder of a release build with HHP_BUILD_BENCH; needs valgrind

The plans are those of helhedsplan-bench: 30 and 1,000 activities, without faults and with one in every activity, and a wide one,
of one activity with 20,000 parties. They are the same at every run.
"""

import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

PARTIES = 20000


def make_plans(bench, folder):
    plans = {}
    for activities in 30, 1000:
        for faults in ([], ["faults"]):
            path = folder / f"{activities}{''.join(faults)}.json"
            path.write_bytes(subprocess.run([bench, "--plan", str(activities), *faults], capture_output=True, check=True).stdout)
            plans[f"{activities:,}" + (", a fault in each" if faults else "")] = path
    plan = json.loads(plans["1,000"].read_text("utf-8"))
    plan["activities"] = plan["activities"][:1]
    plan["activities"][0]["parties"] = [f"part-{i}" for i in range(PARTIES)]
    plan["parties"] = [dict(plan["parties"][1], id=f"part-{i}", name=f"Forening nr. {i}") for i in range(PARTIES)]
    plan["parties"][0]["kind"] = "municipality"
    plans["wide"] = folder / "wide.json"
    plans["wide"].write_text(json.dumps(plan, ensure_ascii=False, indent=2), "utf-8")
    return plans


def count(command, only=None, stdin=b""):
    """Millions of instructions; of one function if `only` is its name."""
    options = ["--tool=callgrind", "--callgrind-out-file=/dev/null"]
    if only:
        options += ["--collect-atstart=no", f"--toggle-collect={only}"]
    run = subprocess.run(["valgrind", *options, *command], input=stdin, capture_output=True, check=False)
    return int(re.search(rb"Collected : (\d+)", run.stderr)[1]) / 1e6


def main():
    if len(sys.argv) != 2 or sys.argv[1].startswith("-"):
        sys.exit(__doc__)
    build = Path(sys.argv[1])
    bench, command = build / "bench/helhedsplan-bench", build / "cli/helhedsplan"
    if not bench.is_file() or not command.is_file():
        sys.exit(f"instructions.py: {build} is not a build with HHP_BUILD_BENCH; run 'make bench' first")
    if shutil.which("valgrind") is None:
        sys.exit("instructions.py: valgrind is missing")
    with tempfile.TemporaryDirectory() as folder:
        plans = make_plans(bench, Path(folder))
        print("| millions of instructions | " + " | ".join(plans) + " |\n|---|" + "--:|" * len(plans))
        for side in "library", "check", "jansson":
            counts = ["-" if "fault" in name and side == "library" else
                      f"{count([bench, '--work', side, path], 'S_' + side, b'1'):.2f}" for name, path in plans.items()]
            print(f"| {side} | " + " | ".join(counts) + " |", flush=True)
        for form in "text", "json", "sarif":
            counts = [f"{count([command, 'validate', '--format', form, path]):.2f}" for path in plans.values()]
            print(f"| command, {form} | " + " | ".join(counts) + " |", flush=True)


if __name__ == "__main__":
    main()
