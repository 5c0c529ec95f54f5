"""Threads share a plan under ThreadSanitizer, which must report nothing; if one of them edits the plan, it must
report a race."""

import argparse
import os
import shutil
import subprocess
import sys

SKIPPED = 77
FOUND = "WARNING: ThreadSanitizer: data race"
UNABLE = "FATAL: ThreadSanitizer"  # incompatible memory layout; setarch may help


def run(*command):
    environment = {**os.environ, "TSAN_OPTIONS": "halt_on_error=1"}
    done = subprocess.run(command, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=environment)
    return done.returncode, done.stdout


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", required=True)
    program = parser.parse_args().program

    before = []
    status, said = run(program)
    if UNABLE in said and shutil.which("setarch"):
        before = ["setarch", "-R"]
        status, said = run(*before, program)
    if UNABLE in said or "setarch:" in said:
        print(said)
        return SKIPPED
    if status != 0 or FOUND in said:
        print(said)
        return 1
    status, raced = run(*before, program, "race")
    if status == 0 or FOUND not in raced or "hhp_plan_set_title" not in raced:
        print("ThreadSanitizer does not see that a thread edits the plan:", raced, sep="\n")
        return 1
    print(said)
    return 0


if __name__ == "__main__":
    sys.exit(main())
