"""Ten times the document, ten times the work: counted in instructions, which do not depend on what else the machine does.

  test_growth.py --examine=PROGRAM [--valgrind=PROGRAM]
"""

import argparse
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import shapes
from write import write

SKIPPED = 77
SMALL, LARGE = 200, 2000
MOST = 20  # times the work: 10 is linear, 100 is quadratic
WORTH = 1_000_000  # instructions: less at the large size says nothing

CALLS = {"check": shapes.SHAPES, "round-trip": shapes.SHAPES, "text": shapes.SHAPES, "json": [
    shapes.contributions, shapes.duplicate_ids, shapes.unknown_members]}  # fmt: skip


def instructions(arguments, call, path):
    command = [arguments.valgrind, "--tool=callgrind", "--callgrind-out-file=/dev/null", arguments.examine, call, path]
    run = subprocess.run(command, text=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    counted = re.search(r"Collected : (\d+)", run.stderr)
    if run.returncode != 0 or counted is None:
        sys.exit(f"{' '.join(map(str, command))} ended with {run.returncode}: {run.stderr[-500:]}")
    return int(counted[1])


def paths():
    """The documents of each shape: of next to nothing, small and large."""
    folder = Path("growth")
    folder.mkdir(exist_ok=True)
    return {
        shape: [write(folder / f"{shape.__name__}-{n}.json", shape(n)) for n in (1, SMALL, LARGE)] for shape in shapes.SHAPES
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--examine", required=True)
    parser.add_argument("--valgrind")
    arguments = parser.parse_args()
    if not arguments.valgrind:
        print("skipped: valgrind is not here")
        return SKIPPED

    documents = paths()
    tasks = [(call, shape) for call, wanted in CALLS.items() for shape in wanted]
    with ThreadPoolExecutor(2) as pool:
        counted = list(pool.map(lambda task: [instructions(arguments, task[0], path) for path in documents[task[1]]], tasks))
    failed = measured = 0
    for (call, shape), (least, small, large) in zip(tasks, counted, strict=True):
        if large - least < WORTH:
            continue
        measured += 1
        times = (large - least) / max(small - least, 1)
        failed += times > MOST
        verdict = "FAILED" if times > MOST else "ok"
        print(f"{call:10} {shape.__name__:28} {small - least:12} {large - least:12} x {times:5.1f} {verdict}")
    print(f"{measured} measured, {failed} grow faster than linear")
    return 1 if failed or measured < len(shapes.SHAPES) else 0


if __name__ == "__main__":
    sys.exit(main())
