#!/usr/bin/python3
"""Disables each rule in turn, and checks that at least one test fails.

usage: disable_rules.py [--cmake=CMAKE] [--cc=COMPILER] [--jobs=N] [RULE...]

A copy of the sources is patched so that for the rule named in the environment the function is not called, and
findings are discarded; the latter is for the rules that the reader checks. The copy is built once. For each rule, the
corpus of rules is run, and, if that passes, the other unit tests. Prints which test failed for which rule. Exit
codes: 0 each rule is covered by a test; 1 one is not, or a test fails without a disabled rule; 2 the copy cannot be
created or built.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

SOURCE = Path(os.environ.get("HHP_SOURCE_DIR", Path(__file__).resolve().parents[2]))
CORPUS = "corpus_rules"
VERDICTS = "every_verdict_holds"
LONGEST = 120  # seconds for one test program

MUTED = "HHP_MUTED_RULE"
# The patches: file, text to insert after, inserted text.
PATCHES = [
    ("lib/rules/check.c",
     re.compile(r"^    const hhp_rule \*rule = hhp_rule_at\(i\);\n(?=    if \(S_functions\[i\] != NULL && )", re.MULTILINE),
     f"""    const char *muted = getenv("{MUTED}");
    if (muted != NULL && atoi(muted) == rule->number)
      continue;
"""),
    ("lib/report/finding.c",
     re.compile(r"^hhp_finding \*hhp__report_add\(hhp_report \*report, hhp__message message,[^)]*\) \{\n", re.MULTILINE),
     f"""  const char *muted = getenv("{MUTED}");
  if (muted != NULL && atoi(muted) == hhp__message_rule(message))
    return NULL;
"""),
]


def give_up(message):
    print(f"error: {message}", file=sys.stderr)
    sys.exit(2)


# --- The mutant ---

def rules():
    table = (SOURCE / "lib/catalog/rules.def").read_text("utf-8")
    numbers = re.findall(r"^RULE\((\d{3}), ", table, re.MULTILINE)
    if len(numbers) != table.count("\nRULE(") or not numbers:
        give_up("rules.def is not as it was when this was written")
    return numbers


def unit_tests():
    lists = (SOURCE / "tests/CMakeLists.txt").read_text("utf-8")
    names = re.findall(r"^\s*hhp_unit_test\((\w+)", lists, re.MULTILINE)
    if CORPUS not in names:
        give_up(f"tests/CMakeLists.txt has no unit test {CORPUS}")
    return [CORPUS] + [name for name in names if name != CORPUS]


def make_copy(folder):
    left_out = shutil.ignore_patterns(".git", "build", "build-*", "__pycache__")
    shutil.copytree(SOURCE, folder, ignore=lambda path, names: left_out(path, names) | (
        {"corpus"} if Path(path) == SOURCE / "tests" else set()))
    for name, place, patch in PATCHES:
        file = folder / name
        text, count = place.subn(lambda match: match[0] + patch, file.read_text("utf-8"))
        if count != 1:
            give_up(f"{name} has {count} places to patch, not one")
        file.write_text(text, "utf-8")


def must_run(command):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace")
    if done.returncode != 0:
        give_up(f"{' '.join(map(str, command))} failed:\n{done.stdout[-6000:]}")


def build(copy, folder, options, tests):
    must_run([options.cmake, "-S", copy, "-B", folder, "-DCMAKE_BUILD_TYPE=Debug", "-DCMAKE_C_FLAGS_DEBUG=-O1",
              "-DHHP_BUILD_EXAMPLES=OFF", "-DHHP_INSTALL=OFF",
              *([f"-DCMAKE_C_COMPILER={options.cc}"] if options.cc else []),
              *(["-G", "Ninja"] if shutil.which("ninja") else [])])
    must_run([options.cmake, "--build", folder, "--parallel", str(options.jobs),
              "--target", *(f"test_{name}" for name in tests)])


# --- The tests ---

def failures(folder, test, rule, only=None):
    """Tests of a program that fail while that rule is disabled (None: no rule); "crash" and the like if it ends
    abnormally."""
    environment = {**os.environ, "HHP_SOURCE_DIR": str(SOURCE)}
    environment.pop(MUTED, None)
    environment.pop("HHP_UPDATE_GOLDEN", None)
    environment.pop("CMOCKA_XML_FILE", None)
    environment["CMOCKA_MESSAGE_OUTPUT"] = "stdout"
    if rule is not None:
        environment[MUTED] = rule
    program = folder / "tests" / f"test_{test}"
    try:
        done = subprocess.run([program, *([only] if only else [])], cwd=folder, env=environment, timeout=LONGEST,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace")
    except subprocess.TimeoutExpired:
        return [f"{test}: no end"]
    except OSError as error:
        give_up(f"{program}: {error}")
    if done.returncode == 0:
        return []
    named = re.findall(r"^\[  FAILED  \] (\w+)$", done.stdout, re.MULTILINE)
    return [f"{test}: {name}" for name in dict.fromkeys(named)] or [f"{test}: ends with {done.returncode}"]


def killers(folder, tests, rule):
    found = failures(folder, CORPUS, rule, VERDICTS)
    for test in tests:
        if found:
            break
        found = failures(folder, test, rule)
    return found


def hold_unmuted(folder, tests):
    failed = [name for test in tests for name in failures(folder, test, None)]
    for name in failed:
        print(f"fails with all rules in place: {name}")
    return not failed


def arguments():
    parser = argparse.ArgumentParser(description="Disables each rule in turn, and sees at least one test fail.")
    parser.add_argument("--cmake", default="cmake")
    parser.add_argument("--cc", help="the C compiler; without it, CMake's choice")
    parser.add_argument("--jobs", type=int, default=min(4, os.cpu_count() or 1))
    parser.add_argument("rules", nargs="*", metavar="RULE", help="HP401 ...; without any, all")
    return parser.parse_args()


def chosen(names):
    known = rules()
    selected = [name.removeprefix("HP") for name in names] or known
    for number in selected:
        if number not in known:
            give_up(f"there is no rule HP{number}")
    return selected


def main():
    options = arguments()
    selected = chosen(options.rules)
    tests = unit_tests()
    with tempfile.TemporaryDirectory(prefix="hhp-mutation-") as temporary:
        copy, folder = Path(temporary) / "source", Path(temporary) / "build"
        make_copy(copy)
        if "HHP_PLANS_DIR" not in os.environ:
            os.environ["HHP_PLANS_DIR"] = str(Path(temporary) / "plans")
            must_run([sys.executable, SOURCE / "tests/corpus/corpus.py", "expand", os.environ["HHP_PLANS_DIR"]])
        build(copy, folder, options, tests)
        if not hold_unmuted(folder, tests):
            return 1
        with ThreadPoolExecutor(options.jobs) as pool:
            results = list(pool.map(lambda rule: killers(folder, tests, rule), selected))
    for rule, found in zip(selected, results):
        print(f"HP{rule}  {', '.join(found) or 'NO TEST FAILS'}")
    survivors = [f"HP{rule}" for rule, found in zip(selected, results) if not found]
    print(f"{len(selected)} rules disabled, each in turn; " +
          (f"not missed by any test: {', '.join(survivors)}" if survivors else "each is missed by a test"))
    return 1 if survivors else 0


if __name__ == "__main__":
    sys.exit(main())
