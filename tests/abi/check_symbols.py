"""Checks the exported symbols: those declared in the public headers, listed in the version map and exported by the
shared library must be the same, and all of them functions. The library must not import anything that prints, ends the
program, or reads the clock, the environment or the locale, and must not have variables. (It calls uselocale, to use
the "C" locale briefly, in the calling thread only.)

  check_symbols.py --shared LIB --static LIB    check, as ctest does
  check_symbols.py --write-map                  regenerate the map from the headers
"""

import argparse
import os
import re
import subprocess
import sys

from declarations import SOURCE, declared

MAP = SOURCE / "lib" / "helhedsplan.map"

FORBIDDEN = {
    "abort", "exit", "_exit", "_Exit", "quick_exit", "at_quick_exit", "atexit",
    "printf", "vprintf", "fprintf", "vfprintf", "dprintf", "vdprintf", "puts", "putchar", "putc", "perror",
    "fputs", "fputc", "fwrite", "psignal", "err", "errx", "warn", "warnx", "syslog",
    "__printf_chk", "__vprintf_chk", "__fprintf_chk", "__vfprintf_chk", "__dprintf_chk", "__vdprintf_chk",
    "__assert", "__assert_fail", "__assert_perror_fail", "raise", "kill", "signal", "sigaction", "longjmp",
    "stdout", "stderr", "stdin", "getenv", "secure_getenv", "setenv", "putenv", "strerror",
    "time", "clock", "clock_gettime", "gettimeofday", "timespec_get", "ftime", "localtime", "localtime_r", "gmtime",
    "gmtime_r", "mktime", "strftime", "ctime", "ctime_r", "asctime", "tzset", "sleep", "nanosleep", "usleep", "random",
    "rand", "srand", "setlocale", "localeconv", "nl_langinfo", "strcoll", "strxfrm", "toupper", "tolower",
    "__ctype_b_loc", "__ctype_toupper_loc", "__ctype_tolower_loc", "system", "fork", "pthread_create",
}  # fmt: skip


def mapped(text):
    """The nodes of the map: [(name, parent node, names)]."""
    text = re.sub(r"/\*.*?\*/|#[^\n]*", " ", text, flags=re.DOTALL)
    nodes = []
    for name, body, parent in re.findall(r"(\w[\w.]*)\s*\{(.*?)\}\s*([\w.]*)\s*;", text, flags=re.DOTALL):
        body = re.sub(r"local\s*:\s*\*\s*;", "", body)
        nodes.append((name, parent, re.findall(r"(\w+)\s*;", body)))
    return nodes


def current_node():
    """The node for additions: that of the version in development."""
    version = re.search(r"VERSION\s+(\d+\.\d+)", (SOURCE / "CMakeLists.txt").read_text("utf-8").split("project(", 1)[1])
    return f"HHP_{version[1]}"


def write_map():
    """Existing names stay in their node; new ones go into the node of the current version."""
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
    """The lines of nm as lists of words; LC_ALL makes the output independent of the locale."""
    environment = {**os.environ, "LC_ALL": "C"}
    run = subprocess.run([tool, *arguments], check=True, capture_output=True, text=True, env=environment)
    return [line.split() for line in run.stdout.splitlines() if line and not line.endswith(":")]


def exported(tool, library):
    """{name: version node}. The nodes themselves are absolute symbols."""
    symbols = {}
    for _, kind, symbol in nm(tool, "-D", "--defined-only", library):
        if kind != "A":
            name, _, node = symbol.partition("@")
            symbols[name] = node.lstrip("@")
    return symbols


def undefined(tool, *arguments):
    return {words[-1].partition("@")[0] for words in nm(tool, "-u", *arguments)}


def exported_data(tool, library):
    """Exports that are not functions: the size of a variable could never change."""
    return [words[-1] for words in nm(tool, "-D", "--defined-only", library) if words[1] not in "TA"]


def state(tool, library):
    """Non-empty sections for variables, as "file: section"; tables of constants are in others."""
    run = subprocess.run([tool, "-A", library], check=True, capture_output=True, text=True,
                         env={**os.environ, "LC_ALL": "C"})
    found, file = [], ""
    for line in run.stdout.splitlines():
        words = line.split()
        if len(words) >= 3 and "(ex" in line:
            file = words[0]
        elif len(words) == 3 and re.match(r"\.(?:t?data(?!\.rel\.ro)|t?bss)", words[0]) and words[1] != "0":
            found.append(f"{file}: {words[0]}")
    return found


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
    if not arguments.instrumented:  # otherwise it imports what the sanitizers or the coverage need
        needed |= undefined(arguments.nm, "-D", arguments.shared)
        size = re.sub(r"nm(?=[^/]*$)", "size", arguments.nm)
        problems.extend(f"{place}: the library must not keep state" for place in state(size, arguments.static))
    problems.extend(f"{name}: exported, and no function" for name in exported_data(arguments.nm, arguments.shared))
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
