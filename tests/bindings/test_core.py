"""Runs an example of the generic core on the published plan. What it saves and prints is compared with the plan edited here,
without the library, and with the findings of the command. The example must be short, and must not name an accessor.

usage: test_core.py SOURCE COMMAND..."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

SOURCE = Path(os.environ["HHP_SOURCE_DIR"])
PLAN = SOURCE / "examples/vollsmose-2016-2020.helhedsplan.json"
GOAL = {"id": "tryghed-i-hverdagen", "title": "Større tryghed i hverdagen"}
AMOUNT, DAY, MOST_LINES = 12_000_000, "2022-06-01", 100
SAVED, SKIPPED = Path("saved.json"), 77
ACCESSOR = re.compile(r"hhp_(?:plan_(?:goal|find|add|financing)|goal|financing|contribution)_?\w*")


def skip_without(command):
    """The tools that the example needs; the library is loaded by all but C."""
    tries = {"luajit": ["-e", "require('ffi')"], "php": ["-r", "FFI::cdef('');"], "node": ["-e", "require('koffi')"],
             "python3": ["-c", "import cffi"]}
    name = Path(command[0]).name
    if name not in tries:
        return
    tried = subprocess.run([*command[:-1], *tries[name]], capture_output=True, check=False)
    if tried.returncode != 0 or os.environ.get("HHP_SANITIZE") or not os.environ.get("HHP_LIBRARY"):
        print(f"{name} has no FFI here, or the library cannot be loaded: {tried.stderr.decode()}")
        sys.exit(SKIPPED)


def edited():
    plan = json.loads(PLAN.read_text("utf-8"))
    plan["goals"].append(GOAL)
    plan["financing"]["contributions"][0]["amount"] = AMOUNT
    return plan


def findings():
    """`rule pointer: message` of each, as the command reports them."""
    command = [os.environ["HHP_COMMAND"], "validate", "--format", "json", "--today", DAY, SAVED]
    [report] = json.loads(subprocess.run(command, capture_output=True, check=False).stdout)["files"]
    return sorted(f"{each['rule']} {each['pointer']}: {each['message']['da']}" for each in report["findings"])


def main(source, command):
    text = Path(source).read_text("utf-8")
    faults = [f"{source} names the accessor {name}" for name in ACCESSOR.findall(text)]
    if len(text.splitlines()) >= MOST_LINES:
        faults.append(f"{source} has {MOST_LINES} lines or more")
    skip_without(command)
    SAVED.unlink(missing_ok=True)
    environment = {**os.environ, "HHP_FFI_HEADER": str(SOURCE / "include/helhedsplan/helhedsplan-ffi.h")}
    done = subprocess.run([*command, PLAN, SAVED], capture_output=True, text=True, check=False, env=environment)
    if done.returncode != 0 or done.stderr:
        sys.exit(f"exit code {done.returncode}: {done.stderr}")
    saved = SAVED.read_text("utf-8")
    if saved != json.dumps(edited(), indent=2, ensure_ascii=False) + "\n":
        faults.append("the plan that it saved is another one")
    goals = [f"{goal['id']}: {goal['title']}" for goal in edited()["goals"]]
    lines = done.stdout.splitlines()
    if lines[:len(goals)] != goals:
        faults.append(f"the goals are {goals}, and it printed {lines[:len(goals)]}")
    if "HHP_COMMAND" in os.environ and sorted(lines[len(goals):]) != findings():
        faults.append(f"the findings are {findings()}, and it printed {lines[len(goals):]}")
    print(f"{len(lines)} lines", *faults, sep="\n")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
