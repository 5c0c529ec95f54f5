#!/usr/bin/python3
"""Changes one operator or constant of the library at a time, in a copy of the sources, and runs the quick tests. A
change that no test notices is a hole in the tests, or makes no difference: those are listed with a reason in
equivalent.tsv.

usage: mutate.py [--count=N] [--seed=N] [--only=PATH]... [--minimum=PERCENT] [--cc=COMPILER] [--keep=FOLDER]

The sample is the same for the same sources and seed. Exit status 1: fewer than --minimum per cent were noticed.
"""

import argparse
import csv
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SOURCE = Path(os.environ.get("HHP_SOURCE_DIR", Path(__file__).resolve().parents[2]))
EQUIVALENT = Path(__file__).with_name("equivalent.tsv")
HANG = 120  # seconds that a test may take: a change that makes a loop endless is noticed

# What is changed to what. Binary operators have a blank on either side in this code, so that pointers, signs and
# generics are left alone.
OPERATORS = {
    " < ": (" <= ", " >= "), " <= ": (" < ", " > "), " > ": (" >= ", " <= "), " >= ": (" > ", " < "),
    " == ": (" != ",), " != ": (" == ",), " && ": (" || ",), " || ": (" && ",),
    " + ": (" - ",), " - ": (" + ",), " * ": (" + ",), " / ": (" * ",), " % ": (" / ",),
    " += ": (" -= ",), " -= ": (" += ",), " |= ": (" = ",), " & ": (" | ",), " | ": (" & ",),
}
POINT = re.compile("|".join(re.escape(each) for each in sorted(OPERATORS, key=len, reverse=True)) +
                   r"|(?<![\w.])\d+(?![\w.])|!(?=[\w(])|\b(?:continue|break);")
# What is no code: comments, texts, characters, lines for the preprocessor; and sizes, where an index makes no
# difference.
NO_CODE = re.compile(r'/\*.*?\*/|sizeof\([^()]*\)|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'|^[ \t]*#(?:[^\n]*\\\n)*[^\n]*', re.S | re.M)


class Mutant:
    """One change: the bytes from start to end of the file are replaced."""

    def __init__(self, path, text, start, end, new):
        self.path, self.start, self.end, self.new = path, start, end, new
        self.line = text.count("\n", 0, start) + 1
        self.code = text.splitlines()[self.line - 1].strip()
        self.old = text[start:end]

    def key(self):
        """How equivalent.tsv names it: by the code, since lines move."""
        return str(self.path), self.code, self.old.strip(), self.new.strip()

    def __str__(self):
        return f"{self.path}:{self.line}: {self.old.strip() or self.old!r} -> {self.new.strip() or 'nothing'}:  {self.code}"


def replacements(old):
    if old in OPERATORS:
        return OPERATORS[old]
    if old.isdigit():
        return (str(int(old) + 1),)
    return {"!": ("",), "continue;": ("break;",), "break;": ("continue;",)}[old]


def mutants_of(path, text):
    code = NO_CODE.sub(lambda found: re.sub(r"[^\n]", "\0", found.group()), text)
    return [Mutant(path, text, found.start(), found.end(), new) for found in POINT.finditer(code)
            for new in replacements(found.group())]


def all_mutants(only):
    found = []
    for path in sorted((SOURCE / "lib").rglob("*.c")):
        name = path.relative_to(SOURCE)
        if not only or any(str(name).startswith(each) for each in only):
            found += mutants_of(name, path.read_text(encoding="utf-8"))
    return found


class Tests:
    """A build of the copy, with the tests in the order of what noticed a change last."""

    def __init__(self, copy, folder, options):
        self.copy, self.folder, self.cmake = copy, folder, options.cmake
        os.environ["CCACHE_BASEDIR"] = str(copy.parent)
        self.must(options.cmake, "-S", copy, "-B", folder, "-G", "Ninja", "-DCMAKE_BUILD_TYPE=Debug",
                  "-DCMAKE_C_FLAGS_DEBUG=-O1", "-DHHP_BUILD_EXAMPLES=OFF",
                  *([f"-DCMAKE_C_COMPILER={options.cc}"] if options.cc else []))
        self.must(options.cmake, "--build", folder)
        listed = self.must("ctest", "--test-dir", folder, "-N", "-L", "^(unit|corpus|conformance)$")
        self.names = re.findall(r"Test +#\d+: (\S+)", listed)
        for name in self.names:
            if not self.passes(name):
                sys.exit(f"error: {name} fails without any change")

    def must(self, *command):
        done = subprocess.run([*map(str, command)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
        if done.returncode != 0:
            sys.exit(f"error: {' '.join(map(str, command))}: {done.returncode}\n{done.stdout[-4000:]}")
        return done.stdout

    def builds(self):
        return subprocess.run([self.cmake, "--build", self.folder], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                              check=False).returncode == 0

    def passes(self, *names):
        names = "|".join(re.escape(name) for name in names)
        try:
            return subprocess.run(["ctest", "--test-dir", self.folder, "-R", f"^({names})$", "--timeout", str(HANG),
                                   "--stop-on-failure", "-j", str(os.cpu_count() or 1)], stdout=subprocess.DEVNULL,
                                  stderr=subprocess.DEVNULL, check=False, timeout=4 * HANG).returncode == 0
        except subprocess.TimeoutExpired:
            return False

    def outcome(self, mutant):
        """What becomes of a change: "unbuilt", "noticed" or "survived"."""
        path = self.copy / mutant.path
        text = path.read_text(encoding="utf-8")
        path.write_text(text[:mutant.start] + mutant.new + text[mutant.end:], encoding="utf-8")
        try:
            if not self.builds():
                return "unbuilt"
            return "survived" if self.passes(*self.names) else "noticed"
        finally:
            path.write_text(text, encoding="utf-8")


def equivalent():
    if not EQUIVALENT.is_file():
        return {}
    with EQUIVALENT.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE) if row and not row[0].startswith("#")]
    return {tuple(row[:4]): row[4] for row in rows}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=200, help="how many changes to try")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", action="append", default=[], help="a file or folder below the project, such as lib/rules")
    parser.add_argument("--minimum", type=float, default=0, help="the least score, in per cent")
    parser.add_argument("--cmake", default="cmake")
    parser.add_argument("--cc")
    parser.add_argument("--keep", help="the folder to work in, which is kept")
    options = parser.parse_args()
    known = equivalent()
    candidates = all_mutants(options.only)
    unknown = set(known) - {mutant.key() for mutant in all_mutants([])}
    for key in sorted(unknown):
        print("equivalent.tsv names a change that is not possible:", *key, sep="  ")
    sample = random.Random(options.seed).sample(candidates, min(options.count, len(candidates)))
    sample = [mutant for mutant in sample if mutant.key() not in known]
    counts = {"noticed": 0, "survived": 0, "unbuilt": 0}
    with tempfile.TemporaryDirectory(prefix="hhp-mutants-") as temporary:
        folder = Path(options.keep or temporary)
        copy = folder / "source"
        shutil.copytree(SOURCE, copy, ignore=shutil.ignore_patterns(".git", "build", "build-*", "__pycache__", "node_modules"),
                        dirs_exist_ok=True)
        tests = Tests(copy, folder / "build", options)
        begun = time.monotonic()
        for mutant in sample:
            outcome = tests.outcome(mutant)
            counts[outcome] += 1
            if outcome == "survived":
                print("survived:", mutant, flush=True)
    tried = counts["noticed"] + counts["survived"]
    score = 100 * counts["noticed"] / tried if tried else 0
    print(f"{tried} of {len(candidates)} possible changes tried, {counts['noticed']} noticed: {score:.1f} %; "
          f"{counts['unbuilt']} did not compile; {len(known)} are known to make no difference; "
          f"{time.monotonic() - begun:.0f} s")
    sys.exit(1 if unknown or tried == 0 or score < options.minimum else 0)


if __name__ == "__main__":
    main()
