#!/usr/bin/python3
"""Checks plans drawn at random with the command, and compares the findings with those that rules.py computes from the published
rules: how many each rule has, where, with which figures, and how severe.

usage: run.py PLANS SEED        that many plans, from that seed on
       run.py --show SEED       one plan, and both opinions on it

The command is that in HHP_COMMAND. Each rule of rules.py has to fire in some plans and be silent in others, and everything else
is printed as a fault. What rules.py leaves open is not compared, and counted.
"""

import argparse
import collections
import datetime
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import draw
import rules
from facts import Plan, Unclear

SOURCE = Path(os.environ.get("HHP_SOURCE_DIR", Path(__file__).resolve().parents[2]))
TODAY = datetime.date(2024, 8, 15)
AT_ONCE = 250  # plans in a run of the command
MOST_SHOWN = 20
ROW = re.compile(r"^\| \[(HP\d{3})\]\(#[^)]*\) \| `[^`]*` \| (\w+) \| (\w+) \| (\w+) \|", re.MULTILINE)


def published_severities():
    """Rule -> its severity at each stage, from the table of docs/rules.md."""
    text = (SOURCE / "docs/rules.md").read_text(encoding="utf-8")
    return {row[0]: dict(zip(("draft", "prequal", "full"), row[1:])) for row in ROW.findall(text)}


def reports_on(plans):
    """What the command finds, for each plan."""
    with tempfile.TemporaryDirectory(dir=".") as folder:
        paths = []
        for n, plan in enumerate(plans):
            paths.append(f"{folder}/{n:04}.json")
            Path(paths[-1]).write_text(json.dumps(plan), encoding="utf-8")
        done = subprocess.run([os.environ["HHP_COMMAND"], "validate", "--today", str(TODAY), "--format", "json", *paths],
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
        if done.returncode not in (0, 1):
            sys.exit(f"the command ended with {done.returncode}: {done.stderr.decode()}")
        return json.loads(done.stdout)["files"]


def is_at(finding, place):
    return finding["pointer"] == place or finding["pointer"].startswith(place + "/") or place == ""


def pair(found, expected):
    """What is wrong with the findings of a rule; None if each expected one is there, and nothing else."""
    left = list(found)
    for place, figures in expected:
        match = next((each for each in left if is_at(each, place) and figures.items() <= each["arguments"].items()), None)
        if match is None:
            return f"expected at {place!r} with {figures}"
        left.remove(match)
    return f"not expected at {left[0]['pointer']!r}" if left else None


def compare(data, report, severities, tally):
    """Yields the rules that differ, and how."""
    plan = Plan(data, TODAY)
    if not report["complete"]:
        yield "HP1xx", f"the plan was not read: {report['findings'][0]['message']['en']}"
        return
    by_rule = collections.defaultdict(list)
    for finding in report["findings"]:
        by_rule[finding["rule"]].append(finding)
    for name, expect in rules.EXPECTED.items():
        severity = severities[name][plan.stage]
        if severity == "off":
            if by_rule[name]:
                yield name, f"found at stage {plan.stage}, where it is off"
            continue
        try:
            expected = list(expect(plan))
        except Unclear:
            tally[name]["unclear"] += 1
            continue
        tally[name]["fired" if expected else "silent"] += 1
        wrong = pair(by_rule[name], expected)
        if wrong is not None:
            yield name, wrong
        for finding in by_rule[name]:
            if finding["severity"] != severity and not is_lowered(name, data, finding):
                yield name, f"is {finding['severity']}, and {severity} at stage {plan.stage}"


def is_lowered(name, data, finding):
    """HP503: if the plan extends another one, the finding is an info."""
    return name == "HP503" and finding["severity"] == "info" and any(each["how"] == "extension" for each in data.get("continues", []))


def show(seed):
    data = draw.plan_of(seed)
    print(json.dumps(data, indent=1, ensure_ascii=False))
    tally = collections.defaultdict(collections.Counter)
    for finding in reports_on([data])[0]["findings"]:
        print(finding["rule"], finding["pointer"], finding["arguments"])
    for name, wrong in compare(data, reports_on([data])[0], published_severities(), tally):
        print(f"{name}: {wrong}")
    return 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", type=int, metavar="SEED")
    parser.add_argument("plans", type=int, nargs="?", default=1000)
    parser.add_argument("seed", type=int, nargs="?", default=1)
    options = parser.parse_args()
    if options.show is not None:
        return show(options.show)
    severities = published_severities()
    tally, faults = {name: collections.Counter() for name in rules.EXPECTED}, []
    for start in range(options.seed, options.seed + options.plans, AT_ONCE):
        seeds = range(start, min(start + AT_ONCE, options.seed + options.plans))
        plans = [draw.plan_of(seed) for seed in seeds]
        for seed, data, report in zip(seeds, plans, reports_on(plans)):
            faults += [f"plan {seed}: {name}: {wrong}" for name, wrong in compare(data, report, severities, tally)]
    faults += [f"{name} {how} in no plan" for name, counts in tally.items() for how, count in
               (("fires", counts["fired"]), ("is silent", counts["silent"])) if count == 0]
    print("\n".join(faults[:MOST_SHOWN]))
    compared = sum(counts["fired"] + counts["silent"] for counts in tally.values())
    fired = sum(counts["fired"] for counts in tally.values())
    print(f"{options.plans} plans, {len(tally)} rules, {compared} opinions compared, of which {fired} with findings; "
          f"{sum(counts['unclear'] for counts in tally.values())} left open; {len(faults)} faults")
    rarest = sorted(tally, key=lambda name: min(tally[name]["fired"], tally[name]["silent"]))[:5]
    print("rarest: " + ", ".join(f"{name} in {tally[name]['fired']} and not in {tally[name]['silent']}" for name in rarest))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
