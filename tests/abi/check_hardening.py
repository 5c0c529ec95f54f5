#!/usr/bin/python3
"""Builds the shared library and the command as released, and looks in both for what HHP_HARDEN promises, and
whether the command has the library inside. Then the command with nothing shared, where that can be linked.

usage: check_hardening.py [--cmake=CMAKE] [--cc=COMPILER]
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

SOURCE = Path(os.environ.get("HHP_SOURCE_DIR", Path(__file__).resolve().parents[2]))


def run(*command):
    done = subprocess.run([*map(str, command)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False,
                          env={**os.environ, "LC_ALL": "C"})
    if done.returncode != 0:
        sys.exit(f"error: {' '.join(map(str, command))}: {done.returncode}\n{done.stdout[-4000:]}")
    return done.stdout


def has_flag(options, flag):
    """Whether the compiler has it for this processor."""
    return subprocess.run([options.cc or "cc", flag, "-Werror", "-xc", "-fsyntax-only", "-"], input="", text=True,
                          capture_output=True, check=False).returncode == 0


def unmarked_targets(binary, instruction):
    """The exported functions that do not begin with the instruction that marks the target of an indirect call."""
    lines = run("objdump", "-d", "--no-show-raw-insn", binary).splitlines()
    exported = {line.split()[-1].split("@")[0] for line in run("nm", "-D", "--defined-only", binary).splitlines() if " T " in line}
    first = {re.match(r"\w+ <([^>]+)>:$", line)[1].split("@")[0]: after for line, after in zip(lines, lines[1:])
             if re.match(r"\w+ <[^>]+>:$", line)}
    return [name for name in exported if not re.search(instruction, first.get(name, ""))]


def lacks_marks(binary, options):
    """CET on x86-64; BTI and signed return addresses on ARM."""
    if has_flag(options, "-fcf-protection=full"):
        return unmarked_targets(binary, r"\bendbr(64|32)\b")
    if has_flag(options, "-mbranch-protection=standard"):
        return unmarked_targets(binary, r"\b(paciasp|bti|hint)\b")
    return []


def missing(binary, is_program):
    """What the binary lacks. Functions of both are known by the symbols that they take from the C library."""
    dynamic, segments = run("readelf", "-dW", binary), run("readelf", "-lW", binary)
    undefined = run("nm", "-D", "--undefined-only", binary)
    has = {
        "addresses bound at the start (-z now)": re.search(r"\bNOW\b", dynamic),
        "a table of addresses that becomes read-only (-z relro)": "GNU_RELRO" in segments,
        "a stack that is not executable": re.search(r"GNU_STACK.*\bRW\b", segments),
        "no segment both writable and executable": not re.search(r"LOAD.*\bRWE\b", segments),
        "a stack protector": "__stack_chk_fail" in undefined,
        "checked copies (_FORTIFY_SOURCE)": re.search(r"__\w+_chk\b(?<!stack_chk_fail)", undefined),
    }
    if is_program:
        has["a position-independent program"] = re.search(r"\bPIE\b", dynamic)
        has["the library inside"] = "libhelhedsplan" not in dynamic
    return [what for what, found in has.items() if not found]


def configure(folder, options, *more):
    run(options.cmake, "-S", SOURCE, "-B", folder, "-DCMAKE_BUILD_TYPE=Release",
        "-DHHP_BUILD_TESTS=OFF", "-DHHP_BUILD_EXAMPLES=OFF", "-DHHP_BUILD_PYTHON=OFF",
        *([f"-DCMAKE_C_COMPILER={options.cc}"] if options.cc else []), *more)


def build(folder, options):
    configure(folder, options)
    run(options.cmake, "--build", folder, "--parallel", os.cpu_count() or 1, "--target", "helhedsplan", "helhedsplan-cli")
    return {folder / "lib/libhelhedsplan.so": False, folder / "cli/helhedsplan": True}


def missing_of_static(folder, options):
    """What the command with nothing shared lacks; it is made of the same objects. None: it cannot be linked here."""
    configure(folder, options, "-DHHP_CLI_STATIC=AUTO")
    run(options.cmake, "--build", folder, "--parallel", os.cpu_count() or 1, "--target", "helhedsplan-cli")
    dynamic, segments = (run("readelf", option, folder / "cli/helhedsplan") for option in ("-dW", "-lW"))
    if "INTERP" in segments:
        return None
    has = {
        "a position-independent program": re.search(r"\bPIE\b", dynamic),
        "no shared library": "NEEDED" not in dynamic,
        "a table of addresses that becomes read-only (-z relro)": "GNU_RELRO" in segments,
        "a stack that is not executable": re.search(r"GNU_STACK.*\bRW\b", segments),
        "no segment both writable and executable": not re.search(r"LOAD.*\bRWE\b", segments),
    }
    return [what for what, found in has.items() if not found]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cmake", default="cmake")
    parser.add_argument("--cc")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="hhp-hardening-") as temporary:
        found = {binary.name: missing(binary, is_program)
                 for binary, is_program in build(Path(temporary), options).items()}
        library = Path(temporary) / "lib/libhelhedsplan.so"
        unmarked = lacks_marks(library, options)
        if unmarked:
            found[library.name].append(f"marks of {len(unmarked)} targets of indirect calls (CET or BTI), as {unmarked[0]}")
        static = missing_of_static(Path(temporary), options)
        if static is None:
            print("a static command cannot be linked here")
        else:
            found["the static command"] = static
    for name, lacks in found.items():
        print(name, "lacks", ", ".join(lacks) if lacks else "nothing")
    sys.exit(1 if any(found.values()) else 0)


if __name__ == "__main__":
    main()
