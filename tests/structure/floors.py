#!/usr/bin/python3
"""Holds the sources to their floors: a file includes, and an object file calls, only what is on its own floor or below,
and object files do not depend on each other in a circle.

usage: floors.py [--nm=NM] [--floors=A,B,...] [OBJECT...]

The floors are the folders of lib/, from the ground up, and cli/. OBJECT is an object file of CMake, <target>.dir/<source>.o;
without any, the includes alone are looked at. Prints what goes up and the circles. Exit codes: 0 none, 1 there are some.
"""

import argparse
import os
import re
import subprocess
import sys
from pathlib import Path

SOURCE = Path(os.environ.get("HHP_SOURCE_DIR", Path(__file__).resolve().parents[2]))
FLOORS = ["core", "model", "report", "json", "scheme", "finance", "rollup", "rules", "diff", "plan", "cli"]


def floor_of(path):
    """The floor of a source file, which is relative to lib/ or begins with cli/."""
    return path.split("/")[0]


# --- Includes ---

def sources():
    """Each source file by its path relative to lib/; those of the command begin with cli/."""
    for root, below in (("lib", SOURCE / "lib"), ("cli", SOURCE)):
        for path in sorted((SOURCE / root).rglob("*.[ch]")) + sorted((SOURCE / root).rglob("*.def")):
            yield str(path.relative_to(below)), path


def includes_up(floors):
    found = []
    for name, path in sources():
        for included in re.findall(r'^#\s*include "([^"]+)"', path.read_text("utf-8"), re.MULTILINE):
            if floor_of(included) in floors and floors[floor_of(included)] > floors[floor_of(name)]:
                found.append((name, included))
    return found


# --- Object files ---

def name_of(object_file):
    """lib/CMakeFiles/hhp_objects.dir/rules/check.c.o: rules/check.c; what is in the folder cli/: cli/main.c."""
    before, _, name = str(object_file).rpartition(".dir/")
    name = name.removesuffix(".o").removesuffix(".obj")
    return name if "/" in name and floor_of(name) != ".." and "helhedsplan-cli" not in before else f"cli/{name}"


def symbols(nm, object_files):
    """What each object file defines, and what it needs."""
    defined, needed = {}, {}
    for object_file in object_files:
        name = name_of(object_file)
        listed = subprocess.run([nm, "-g", "-P", object_file], stdout=subprocess.PIPE, text=True, check=True).stdout
        for symbol, kind, *_ in (line.split() for line in listed.splitlines()):
            if kind in "Uwv":
                needed.setdefault(name, set()).add(symbol)
            else:
                defined.setdefault(symbol, name)
    return defined, needed


def edges(defined, needed):
    """From object file to object file: the symbols."""
    found = {}
    for name, wanted in needed.items():
        for symbol in sorted(wanted):
            if defined.get(symbol, name) != name:
                found.setdefault(name, {}).setdefault(defined[symbol], []).append(symbol)
    return found


def reached_from(start, graph):
    seen, waiting = set(), [start]
    while waiting:
        for other in graph.get(waiting.pop(), ()):
            if other not in seen:
                seen.add(other)
                waiting.append(other)
    return seen


def circles(graph):
    """The groups of object files each of which needs, in the end, all others."""
    reach = {name: reached_from(name, graph) for name in graph}
    found, done = [], set()
    for name in sorted(graph):
        if name in done or name not in reach[name]:
            continue
        circle = sorted(other for other in reach[name] if name in reach.get(other, ()))
        done.update(circle)
        found.append(circle)
    return sorted(found, key=len, reverse=True)


def symbols_up(graph, floors):
    return [(name, other, symbol) for name in sorted(graph) for other in sorted(graph[name]) for symbol in graph[name][other]
            if floors[floor_of(other)] > floors[floor_of(name)]]


def unknown_floors(names, floors):
    return sorted({floor_of(name) for name in names} - set(floors))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--nm", default="nm")
    parser.add_argument("--floors", default=",".join(FLOORS))
    parser.add_argument("objects", nargs="*", metavar="OBJECT")
    options = parser.parse_args()
    floors = {floor: number for number, floor in enumerate(options.floors.split(","))}
    defined, needed = symbols(options.nm, options.objects)
    unknown = unknown_floors([name for name, _ in sources()] + list(needed), floors)
    if unknown:
        sys.exit(f"error: no floor: {', '.join(unknown)}")
    graph = edges(defined, needed)
    up = includes_up(floors)
    for name, included in up:
        print(f"include goes up: {name} includes {included}")
    calls = symbols_up(graph, floors)
    for name, other, symbol in calls:
        print(f"symbol goes up: {name} needs {symbol} of {other}")
    rings = circles(graph)
    for ring in rings:
        print(f"circle of {len(ring)}: {', '.join(ring)}")
    print(f"{len(needed)} object files; upwards: {len(up)} includes, {len(calls)} symbols; circles: "
          f"{' + '.join(str(len(ring)) for ring in rings) or 'none'}")
    return 1 if up or calls or rings else 0


if __name__ == "__main__":
    sys.exit(main())
