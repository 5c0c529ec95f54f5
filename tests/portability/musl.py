#!/usr/bin/python3
"""Builds the command for musl, as a static program, and runs the conformance corpus, the corpus of rules and the tests of the
command with it.

usage: musl.py [--cmake=CMAKE]
"""

import argparse
import os
import re
import shutil
import sys
import tempfile
from pathlib import Path

from jansson import SOURCE, install, must, run, skip

OFF = [f"-DHHP_{name}=OFF" for name in ("BUILD_SHARED", "BUILD_TESTS", "BUILD_PYTHON", "BUILD_EXAMPLES", "BUILD_SQLITE",
                                        "BUILD_POSTGRESQL", "INSTALL")]
TESTS = ["conformance/run_command.py", "corpus/test_rules.py", "cli/run.py", "cli/streams.py",
         "cli/views.py"]


def build(options, folder):
    compiler = ["-DCMAKE_C_COMPILER=musl-gcc"]
    prefix = install(options.cmake, folder, compiler)
    must([options.cmake, "-S", SOURCE, "-B", folder / "build", "-G", "Ninja", "-DCMAKE_BUILD_TYPE=Release", "-DHHP_WERROR=ON",
          f"-DHHP_JANSSON_PREFIX={prefix}", "-DCMAKE_EXE_LINKER_FLAGS=-static", *compiler, *OFF])
    must([options.cmake, "--build", folder / "build", "-j", "2"])
    return folder / "build/cli/helhedsplan"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cmake", default="cmake")
    options = parser.parse_args()
    if not shutil.which("musl-gcc"):
        skip("musl-gcc is missing; install musl-tools")
    with tempfile.TemporaryDirectory(prefix="hhp-musl-") as temporary:
        folder = Path(temporary)
        command = build(options, folder)
        faults = []
        if re.search(r"\bINTERP\b|\bNEEDED\b", must(["readelf", "-ld", command])):
            faults.append("the command is not static")
        plans = os.environ.get("HHP_PLANS_DIR")
        if plans is None:
            plans = folder / "plans"
            must([sys.executable, "-B", SOURCE / "tests/corpus/corpus.py", "expand", plans])
        places = {"HHP_SOURCE_DIR": SOURCE, "HHP_BUILD_DIR": folder / "build", "HHP_PLANS_DIR": plans, "HHP_COMMAND": command}
        for test in TESTS:
            own = folder / Path(test).stem
            own.mkdir()
            done = run([sys.executable, "-B", SOURCE / "tests" / test], cwd=own,
                       env={**os.environ, **{name: str(value) for name, value in places.items()}})
            print(f"{test}: {done.returncode}")
            if done.returncode != 0:
                faults.append(f"{test}: {done.stdout[-4000:]}")
    print(*faults, sep="\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
