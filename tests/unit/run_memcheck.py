"""Runs programs under valgrind: no use of memory that is not theirs or has no value, and nothing left allocated.

usage: run_memcheck.py --valgrind=PROGRAM [--jobs=N] PROGRAM...

AddressSanitizer does not see a value that was never set, nor what the objects of the C library and Jansson do with it.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

SKIPPED = 77
FOUND = 99  # the exit status of valgrind if it reports anything
HANGS = 600  # seconds

# The programs define malloc (tests/support/leaks.c); the synonym replaces that one, too.
OPTIONS = ("-q", "--leak-check=full", "--show-leak-kinds=definite,possible", "--errors-for-leak-kinds=definite,possible",
           f"--error-exitcode={FOUND}", "--soname-synonyms=somalloc=NONE", "--child-silent-after-fork=yes")

# Programs that are left out, with the reason: each takes 30 to 100 times as long under valgrind.
SLOW = "takes a second or more by itself, for {}: minutes under valgrind"
LEFT_OUT = {
    "test_corpus_rules": SLOW.format("hundreds of plans, each checked several times"),
    "test_full_pages": SLOW.format("pages of 32 MiB"),
    "test_locate": SLOW.format("thousands of documents at the limits of an excerpt"),
    "test_report_text": SLOW.format("a line of ten megabytes"),
    "test_rollups": SLOW.format("plans drawn at random"),
    "test_rules_share": SLOW.format("thousands of combinations of amounts"),
    "test_sarif": SLOW.format("logs of 40,000 results"),
}


def check(valgrind, program):
    """The seconds that it took, and what was reported."""
    start = time.monotonic()
    with tempfile.TemporaryDirectory(dir=os.getcwd()) as folder:
        log = Path(folder, "valgrind.txt")
        command = [valgrind, *OPTIONS, f"--log-file={log}", program]
        done = subprocess.run(command, cwd=folder, env={**os.environ, "HHP_COUNTS_NO_BLOCKS": "1"}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False,
                              errors="replace", timeout=HANGS)
        reported = log.read_text(errors="replace")
    fault = "" if done.returncode == 0 else f"{done.returncode}\n{reported[:8000] or done.stdout[-4000:]}"
    return time.monotonic() - start, fault


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--valgrind")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 2)
    parser.add_argument("program", nargs="+")
    options = parser.parse_args()
    if not options.valgrind:
        print("skipped: valgrind is missing")
        return SKIPPED
    programs = [program for program in options.program if Path(program).name not in LEFT_OUT]
    faults = 0
    with ThreadPoolExecutor(options.jobs) as pool:
        for program, (seconds, fault) in zip(programs, pool.map(lambda each: check(options.valgrind, each), programs)):
            print(f"{Path(program).name}: {seconds:.1f} s {fault}", flush=True)
            faults += fault != ""
    for name, reason in LEFT_OUT.items():
        print(f"left out: {name}: {reason}")
    print(f"{len(programs)} programs under valgrind, {faults} with faults")
    return 1 if faults or not programs else 0


if __name__ == "__main__":
    sys.exit(main())
