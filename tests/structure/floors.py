#!/usr/bin/python3
"""Checks the layers: a file includes, and an object file calls, only its own layer and those below, and there are no
cyclic dependencies between object files.

usage: floors.py [--nm=NM] [--floors=A,B,...] [--objects=FILE;FILE;...]...

The layers are the folders of lib/, from the lowest, then those of cli/. An object file is one of CMake's,
<target>.dir/<source>.o; without any, only includes are checked. Of lib/, the command may include only the parts that
it is linked with. Exit codes: 0 no violation, 1 violations, one per line.
"""

import argparse
import os
import re
import subprocess
import sys
from pathlib import Path

SOURCE = Path(os.environ.get("HHP_SOURCE_DIR", Path(__file__).resolve().parents[2]))
# From the lowest to the highest; docs/architecture.md lists them in reverse.
FLOORS = ["base", "json", "model", "catalog", "scheme", "finance", "report", "rules", "document", "rollup", "diff", "render", "table",
          "cli/system", "cli/print", "cli/args", "cli/files", "cli/init", "cli/docs", "cli/cmd", "cli"]
OF_THE_COMMAND = ("base/", "cli/", "report/constant_words.h", "report/gist.h")  # beside the public headers


def floor_of(path):
    """The layer of a source file, whose path is relative to lib/ or begins with cli/. That of cli/main.c is cli."""
    return "/".join(path.split("/")[:-1][:2]) if path.startswith("cli/") else path.split("/")[0]


# --- Includes ---

def sources():
    """Each source file by its path relative to lib/; those of the command begin with cli/."""
    for root, below in (("lib", SOURCE / "lib"), ("cli", SOURCE)):
        for path in sorted((SOURCE / root).rglob("*.[ch]")) + sorted((SOURCE / root).rglob("*.def")):
            yield str(path.relative_to(below)), path


def includes():
    """Each source file with each file that it includes, in quotes or in angle brackets, named like the sources."""
    for name, path in sources():
        for included in re.findall(r'^[ \t]*#[ \t]*include[ \t]*["<]([^">]+)[">]', path.read_text("utf-8"), re.MULTILINE):
            if ".." in included.split("/"):
                included = os.path.relpath(path.parent / included, SOURCE).removeprefix("lib/")
            yield name, included


def includes_up(floors):
    return [(name, included) for name, included in includes()
            if floor_of(included) in floors and floors[floor_of(included)] > floors[floor_of(name)]]


def includes_past_the_api(floors):
    return [(name, included) for name, included in includes() if name.startswith("cli/")
            and floor_of(included) in floors and not included.startswith(OF_THE_COMMAND)]


# --- Object files ---

def name_of(object_file):
    """The source of an object file: rules/check.c for lib/CMakeFiles/hhp_objects.dir/rules/check.c.o; cli/main.c for
    the command."""
    before, _, name = str(object_file).rpartition(".dir/")
    name = os.path.normpath(name).removesuffix(".o")
    return f"cli/{name}" if before.endswith("/helhedsplan-cli") else name


def symbols(nm, object_files):
    """The symbols that each object file defines and needs."""
    defined, needed = {}, {name_of(object_file): set() for object_file in object_files}
    if not object_files:
        return defined, needed
    listed = subprocess.run([nm, "-A", "-g", "-P", *object_files], stdout=subprocess.PIPE, text=True, check=True).stdout
    for line in listed.splitlines():
        object_file, symbol, kind = re.match(r"(.+?): (\S+) (\S)", line).groups()
        if kind in "Uwv":
            needed[name_of(object_file)].add(symbol)
        else:
            defined.setdefault(symbol, name_of(object_file))
    return defined, needed


def edges(defined, needed):
    """The symbols that each object file needs from each other one."""
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
    """The groups of object files that depend on each other, directly or indirectly."""
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
    parser.add_argument("--objects", action="append", default=[])
    options = parser.parse_args()
    floors = {floor: number for number, floor in enumerate(options.floors.split(","))}
    defined, needed = symbols(options.nm, [file for files in options.objects for file in files.split(";") if file])
    unknown = unknown_floors([name for name, _ in sources()] + list(needed), floors)
    if unknown:
        sys.exit(f"error: no floor: {', '.join(unknown)}")
    graph = edges(defined, needed)
    up = includes_up(floors)
    for name, included in up:
        print(f"include goes up: {name} includes {included}")
    past = includes_past_the_api(floors)
    for name, included in past:
        print(f"the command includes what is not its own: {name} includes {included}")
    calls = symbols_up(graph, floors)
    for name, other, symbol in calls:
        print(f"symbol goes up: {name} needs {symbol} of {other}")
    rings = circles(graph)
    for ring in rings:
        print(f"circle of {len(ring)}: {', '.join(ring)}")
    print(f"{len(needed)} object files; upwards: {len(up)} includes, {len(calls)} symbols; circles: "
          f"{' + '.join(str(len(ring)) for ring in rings) or 'none'}")
    return 1 if up or past or calls or rings else 0


if __name__ == "__main__":
    sys.exit(main())
