"""The exported symbols: what the public headers declare, what the version map lists and what the shared library exports
must be the same, and the library must need nothing that prints, ends the program or sets the locale.

  check_symbols.py --shared LIB --static LIB    check, as ctest does
  check_symbols.py --write-map                  write the map anew from the headers
"""

import argparse
import os
import re
import subprocess
import sys
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2]
MAP = SOURCE / "lib" / "helhedsplan.map"

FORBIDDEN = {
    "abort", "exit", "_exit", "_Exit", "quick_exit", "at_quick_exit", "atexit",
    "printf", "vprintf", "fprintf", "vfprintf", "dprintf", "vdprintf", "puts", "putchar", "putc", "perror",
    "fputs", "fputc", "fwrite", "psignal", "err", "errx", "warn", "warnx", "syslog",
    "__printf_chk", "__vprintf_chk", "__fprintf_chk", "__vfprintf_chk", "__dprintf_chk", "__vdprintf_chk",
    "__assert", "__assert_fail", "__assert_perror_fail", "setlocale",
}  # fmt: skip


def declared():
    """The names that the headers declare with HHP_API."""
    names = []
    folder = SOURCE / "include" / "helhedsplan"
    for header in sorted([*folder.glob("*.h"), *folder.glob("*.h.in")]):
        text = re.sub(r"/\*.*?\*/|//[^\n]*", " ", header.read_text("utf-8"), flags=re.DOTALL)
        text = re.sub(r"^[ \t]*#(?:[^\n]*\\\n)*[^\n]*", " ", text, flags=re.MULTILINE)
        for declaration in re.findall(r"\bHHP_API\b([^;{]*)", text):
            name = re.search(r"(\w+)\s*\(", declaration)
            if name is None:
                sys.exit(f"{header}: cannot read 'HHP_API{declaration};'")
            names.append(name[1])
    return names


def mapped(text):
    """The nodes of the map: [(name, the node that it inherits, names)]."""
    text = re.sub(r"/\*.*?\*/|#[^\n]*", " ", text, flags=re.DOTALL)
    nodes = []
    for name, body, parent in re.findall(r"(\w[\w.]*)\s*\{(.*?)\}\s*([\w.]*)\s*;", text, flags=re.DOTALL):
        body = re.sub(r"local\s*:\s*\*\s*;", "", body)
        nodes.append((name, parent, re.findall(r"(\w+)\s*;", body)))
    return nodes


def current_node():
    """The node for what is new: that of the version in the making."""
    version = re.search(r"VERSION\s+(\d+\.\d+)", (SOURCE / "CMakeLists.txt").read_text("utf-8").split("project(", 1)[1])
    return f"HHP_{version[1]}"


def write_map():
    """A name stays in the node that has it; a new one goes into the node of the current version."""
    nodes = mapped(MAP.read_text("utf-8")) if MAP.exists() else []
    current = current_node()
    if current not in [name for name, _, _ in nodes]:
        nodes.append((current, nodes[-1][0] if nodes else "", []))
    wanted = set(declared())
    new = wanted.difference(*[names for _, _, names in nodes])
    lines = []
    for number, (name, parent, names) in enumerate(nodes):
        kept = wanted.intersection(names) | (new if name == current else set())
        lines += [f"{name} {{", "  global:"] + [f"    {symbol};" for symbol in sorted(kept)]
        lines += ["", "  local:", "    *;"] if number == 0 else []
        lines += [f"}}{' ' + parent if parent else ''};", ""]
    MAP.write_text("\n".join(lines[:-1]) + "\n", "utf-8")


def nm(tool, *arguments):
    """The lines of nm as lists of words; LC_ALL so that they read the same everywhere."""
    environment = {**os.environ, "LC_ALL": "C"}
    run = subprocess.run([tool, *arguments], check=True, capture_output=True, text=True, env=environment)
    return [line.split() for line in run.stdout.splitlines() if line and not line.endswith(":")]


def exported(tool, library):
    """{name: version node}. The nodes themselves are symbols too, absolute ones."""
    symbols = {}
    for _, kind, symbol in nm(tool, "-D", "--defined-only", library):
        if kind != "A":
            name, _, node = symbol.partition("@")
            symbols[name] = node.lstrip("@")
    return symbols


def undefined(tool, *arguments):
    return {words[-1].partition("@")[0] for words in nm(tool, "-u", *arguments)}


def check(arguments):
    problems = []

    def differ(left, left_name, right, right_name):
        problems.extend(f"{name}: in {left_name}, not in {right_name}" for name in sorted(set(left) - set(right)))
        problems.extend(f"{name}: in {right_name}, not in {left_name}" for name in sorted(set(right) - set(left)))

    headers = declared()
    problems.extend(f"{name}: declared twice" for name in sorted(set(headers)) if headers.count(name) > 1)
    problems.extend(f"{name}: not called hhp_..." for name in headers if not re.fullmatch(r"hhp_(?!_)[a-z0-9_]+", name))

    nodes = mapped(MAP.read_text("utf-8"))
    in_map = {symbol: node for node, _, names in nodes for symbol in names}
    for node, _, names in nodes:
        if names != sorted(set(names)):
            problems.append(f"{node}: not sorted, or a name twice")
    differ(headers, "the headers", in_map, MAP.name)

    library = exported(arguments.nm, arguments.shared)
    differ(in_map, MAP.name, library, "the shared library")
    problems.extend(
        f"{name}: exported as {library[name]}, in the map under {node}"
        for name, node in sorted(in_map.items())
        if library.get(name, node) != node
    )

    needed = undefined(arguments.nm, arguments.static)
    if not arguments.instrumented:  # else it needs what the sanitizers or the coverage need
        needed |= undefined(arguments.nm, "-D", arguments.shared)
    problems.extend(f"{name}: the library must not call it" for name in sorted(needed & FORBIDDEN))

    for problem in problems:
        print(problem)
    print(f"{len(headers)} declared, {len(in_map)} in the map, {len(library)} exported, {len(problems)} problems")
    return 1 if problems else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write-map", action="store_true")
    parser.add_argument("--nm", default="nm")
    parser.add_argument("--shared")
    parser.add_argument("--static")
    parser.add_argument("--instrumented", action="store_true", help="built with sanitizers or coverage")
    arguments = parser.parse_args()
    if arguments.write_map:
        write_map()
        return 0
    if not arguments.shared or not arguments.static:
        parser.error("--shared and --static are needed")
    return check(arguments)


if __name__ == "__main__":
    sys.exit(main())
