"""The conformance corpus through the command in HHP_COMMAND, run in the folder that the plans' paths are relative to.

The command always has a day, by default that of the clock. Cases without a day are therefore skipped, except those
whose document errors prevent all rules that need a day from running."""

import json
import os
import subprocess

from cases import PLANS, cases, golden, hold


def is_for_the_command(case):
    return case.today is not None or not json.loads(golden(case))["files"][0]["complete"]


def report_json(case):
    command = [os.environ["HHP_COMMAND"], "validate", "--format", "json"]
    if case.stage is not None:
        command += ["--stage", case.stage]
    if case.today is not None:
        command += ["--today", f"{case.today[:4]}-{case.today[4:6]}-{case.today[6:]}"]
    if case.scheme is not None:
        command += ["--scheme", case.scheme]
    done = subprocess.run([*command, case.plan], cwd=PLANS, capture_output=True, check=False)
    errors = json.loads(golden(case))["files"][0]["counts"]["error"]
    if done.stderr or done.returncode != (1 if errors else 0):
        return b"exit code %d, and %s" % (done.returncode, done.stderr)
    return done.stdout


if __name__ == "__main__":
    selected = [case for case in cases() if is_for_the_command(case)]
    if len(cases()) - len(selected) > 3:
        raise SystemExit("more cases than those without a day are left out")
    hold(report_json, selected)
