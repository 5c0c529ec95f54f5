#!/usr/bin/python3
"""Adds rules and fields with tools/new-rule and tools/new-field in a copy of the sources, and builds it. The result
must compile, appear in the command, and fail only the tests for what a person must fill in.

usage: add_rows.py [--cmake=CMAKE] [--cc=COMPILER]
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

SOURCE = Path(os.environ.get("HHP_SOURCE_DIR", Path(__file__).resolve().parents[2]))
RULES = (("HP999", "newest-of-all", "EEE"), ("HP299", "between-others", "-WE"))
FIELDS = (("plan", "motto", "text"), ("activity", "venue", "text"), ("contribution", "paid_on", "date"),
          ("grant", "repaid", "kroner"), ("goal", "revised_in", "year"), ("milestone", "reached", "bool"))
WHOLE = ("introspect", "accessors", "roundtrip")  # unit tests that must pass with the additions
TARGETS = ("helhedsplan", "helhedsplan-cli", "corpus_rules", *WHOLE)


def must(condition, message):
    if not condition:
        sys.exit(f"error: {message}")


def run(*command, code=0, env=None):
    done = subprocess.run([*map(str, command)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False,
                          errors="replace", env=env)
    must(code is None or done.returncode == code, f"{' '.join(map(str, command))}: {done.returncode}\n{done.stdout[-6000:]}")
    return done.stdout


def copy_sources(copy):
    shutil.copytree(SOURCE, copy, ignore=shutil.ignore_patterns(".git", "build", "build-*", "__pycache__", "node_modules"))


def add(copy):
    for words in RULES:
        run(copy / "tools/new-rule", *words)
        run(copy / "tools/new-rule", *words, code=1)  # it exists already
    for words in FIELDS:
        run(copy / "tools/new-field", *words)
        run(copy / "tools/new-field", *words, code=1)
    for words in (["HP99", "a"], ["HP998", "A"], ["HP998"], ["HP998", "a", "EE"]):
        run(copy / "tools/new-rule", *words, code=2)
    run(copy / "tools/new-field", "plan", "a", "money", code=2)
    run(copy / "tools/new-field", "no_such_entity", "a", "text", code=1)


def build(copy, folder, options):
    os.environ["CCACHE_BASEDIR"] = str(copy.parent)  # the path of the copy differs each time
    run(options.cmake, "-S", copy, "-B", folder, "-DCMAKE_BUILD_TYPE=Debug", "-DCMAKE_C_FLAGS_DEBUG=-O0",
        "-DHHP_BUILD_EXAMPLES=OFF", "-DHHP_INSTALL=OFF", *([f"-DCMAKE_C_COMPILER={options.cc}"] if options.cc else []),
        *(["-DCMAKE_C_COMPILER_LAUNCHER=ccache"] if shutil.which("ccache") else []),
        *(["-G", "Ninja"] if shutil.which("ninja") else []))
    targets = [name if name.startswith("helhedsplan") else f"test_{name}" for name in TARGETS]
    run(options.cmake, "--build", folder, "--parallel", os.cpu_count() or 1, "--target", *targets, "hhp_plans")


def look(copy, folder):
    command = folder / "cli/helhedsplan"
    environment = {**os.environ, "HHP_SOURCE_DIR": str(copy), "HHP_BUILD_DIR": str(folder), "HHP_COMMAND": str(command),
                   "HHP_PLANS_DIR": str(folder / "plans"), "HHP_LIBRARY": str(next(folder.rglob("libhelhedsplan.so")))}
    environment.pop("HHP_UPDATE_GOLDEN", None)
    for id, slug, _ in RULES:
        must(f"{id}  {slug}" in run(command, "rules"), f"the command does not list {id}")
    schema = run(command, "schema", "plan")
    for _, name, _ in FIELDS:
        must(f'"{name}"' in schema, f"the schema lacks {name}")
    for name in WHOLE:
        run(folder / f"tests/test_{name}", env=environment)
    for script in ("abi/check_introspection.py", "abi/check_headers.py", "abi/check_flat_header.py", "abi/lint_headers.py"):
        run(sys.executable, copy / "tests" / script, env=environment)
    for script in ("promises/test_promises.py", "docs/check_docs.py"):
        run(sys.executable, copy / "tests" / script, "--write", env=environment)
    run(sys.executable, copy / "tests/promises/test_promises.py", env=environment)
    # Only the verdicts to be filled in are missing.
    output = run(folder / "tests/test_corpus_rules", "every_verdict_holds", code=1, env=environment)
    missed = re.findall(r"^(tests/corpus/rules/(HP\d{3})/.*)", output, re.MULTILINE)
    must({id for _, id in missed} == {id for id, _, _ in RULES}, f"what was missed is {missed}")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cmake", default="cmake")
    parser.add_argument("--cc", help="the C compiler; without it, CMake's choice")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="hhp-adding-") as temporary:
        copy, folder = Path(temporary) / "source", Path(temporary) / "build"
        copy_sources(copy)
        add(copy)
        build(copy, folder, options)
        look(copy, folder)
    print(f"{len(RULES)} rules and {len(FIELDS)} fields were added")


if __name__ == "__main__":
    main()
