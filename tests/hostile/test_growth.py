"""Ten times the document takes ten times the work: counted in instructions, which do not depend on the load of the
  machine.

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
SIZES = (200, 2000)
MORE = (2000, 20000)  # where each costs little
FEWER = (100, 1000)  # for wide lists, of which there are many, and for calls beside the check
MOST = 20  # factor: 10 is linear, 100 is quadratic
WORTH = 1_000_000  # instructions: fewer at the large size are too few to judge
CALL = "examined_call"

# Rendering a report includes the check.
CALLS = {
    "text": shapes.SHAPES + shapes.WIDE,
    "json": [shapes.contributions, shapes.amounts, shapes.duplicate_ids, shapes.unknown_members],
    "round-trip": shapes.SHAPES,
    "diff": [*shapes.WIDE, shapes.duplicate_ids, shapes.same_titles, shapes.joint_contributions, shapes.long_texts,
             shapes.free_members, shapes.given_twice],
    "tables": [*(shape for shape in shapes.WIDE if "." not in shape.__name__), shapes.joint_contributions, shapes.long_texts,
               shapes.parties_in_one_activity, shapes.served_everywhere],
    "rollups": [shapes.joint_contributions, shapes.contributions, shapes.parties_in_one_activity, shapes.served_everywhere,
                shapes.chained_goals],
    "compact": [shapes.goals, shapes.follow_up, shapes.given_twice],
}


def instructions(arguments, call, paths):
    """The number of instructions for each document, in one run over all of them: callgrind writes a file after each."""
    profile = Path(f"{call}.profile")
    command = [
        arguments.valgrind, "--tool=callgrind", f"--callgrind-out-file={profile}", "--collect-atstart=no",
        f"--toggle-collect={CALL}", f"--dump-after={CALL}", arguments.examine, call, *paths,
    ]  # fmt: skip
    run = subprocess.run(command, text=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    if run.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))} ended with {run.returncode}: {run.stderr[-500:]}")
    counts = []
    for number in range(1, len(paths) + 1):
        written = profile.with_name(f"{profile.name}.{number}")
        counts.append(int(re.search(r"^(?:totals|summary): (\d+)", written.read_text(), re.MULTILINE)[1]))
        written.unlink()
    return counts


def sizes(call, shape):
    if shape is shapes.amounts:
        return MORE
    return SIZES if call in ("text", "json") and shape in shapes.SHAPES else FEWER


def growth(arguments, call):
    """For each shape, the work at the small and at the large size."""
    paths = [
        write(Path(f"{call}-{shape.__name__}-{size}.json"), shape(size)) for shape in CALLS[call] for size in sizes(call, shape)
    ]
    counts = instructions(arguments, call, paths)
    for path in paths:
        path.unlink()
    return list(zip(CALLS[call], counts[::2], counts[1::2], strict=True))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--examine", required=True)
    parser.add_argument("--valgrind")
    arguments = parser.parse_args()
    if not arguments.valgrind:
        print("skipped: valgrind is not here")
        return SKIPPED

    failed = measured = steepest = 0
    with ThreadPoolExecutor(2) as pool:
        grown = list(pool.map(lambda call: growth(arguments, call), CALLS))
    for call, rows in zip(CALLS, grown, strict=True):
        for shape, small, large in rows:
            if large < WORTH:
                continue
            measured += 1
            steepest = max(steepest, large / max(small, 1))
            is_steep = large / max(small, 1) > MOST
            failed += is_steep
            print(f"{call:10} {shape.__name__:28} {small:12} {large:12} x {large / max(small, 1):5.1f} "
                  + ("FAILED" if is_steep else "ok"))
    print(f"{measured} measured, {failed} grow faster than linear; the steepest: x {steepest:.1f}")
    return 1 if failed or measured < len(shapes.SHAPES) + len(shapes.WIDE) else 0


if __name__ == "__main__":
    sys.exit(main())
