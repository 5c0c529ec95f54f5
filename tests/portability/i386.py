#!/usr/bin/python3
"""Builds the library for 32-bit x86, and runs the unit tests there.

usage: i386.py [--cmake=CMAKE] [--jobs=N] [--only=REGEX]

On Debian it needs `dpkg --add-architecture i386`, gcc-12-multilib, libjansson-dev:i386 and libcmocka-dev:i386, without which
it ends with status 77. tools/install-deps installs none of them: it adds no architecture to a machine. The package
gcc-multilib excludes the compiler for ARM that the test cross.arm uses, gcc-12-multilib does not.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

SOURCE = Path(os.environ.get("HHP_SOURCE_DIR", Path(__file__).resolve().parents[2]))
PACKAGES = "/usr/lib/i386-linux-gnu/pkgconfig"
SKIPPED = 77

# gcc-12-multilib comes without the link /usr/include/asm, which gcc-multilib has.
FLAGS = "-m32 -idirafter /usr/include/x86_64-linux-gnu"
OFF = [f"-DHHP_{name}=OFF" for name in ("BUILD_CLI", "BUILD_PYTHON", "BUILD_EXAMPLES", "BUILD_SQLITE", "BUILD_POSTGRESQL")]


def run(command, **more):
    return subprocess.run([*map(str, command)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False, **more)


def must(command, **more):
    done = run(command, **more)
    if done.returncode != 0:
        sys.exit(f"error: {' '.join(map(str, command))}: {done.returncode}\n{done.stdout[-4000:]}")
    return done.stdout


def lacking(environment):
    """What is missing, or None."""
    program = "#include <errno.h>\n#include <linux/limits.h>\nint main(void) { return sizeof(void *) != 4; }"
    with tempfile.TemporaryDirectory() as folder:
        built = Path(folder, "a.out")
        if run(["gcc", *FLAGS.split(), "-xc", "-o", built, "-"], input=program).returncode != 0:
            return "gcc -m32 does not work; install gcc-12-multilib"
        if run([built]).returncode != 0:
            return "programs for 32-bit x86 do not run"
    for name in ("jansson", "cmocka"):
        if run(["pkg-config", "--exists", name], env=environment).returncode != 0:
            return f"{name} for 32-bit x86 is missing; install lib{name}-dev:i386"
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cmake", default="cmake")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 2)
    parser.add_argument("--only", default="", help="programs whose name has it")
    options = parser.parse_args()
    environment = {**os.environ, "PKG_CONFIG_LIBDIR": PACKAGES}
    missing = lacking(environment)
    if missing:
        print("skipped:", missing)
        return SKIPPED
    names = [path.stem for path in sorted((SOURCE / "tests/unit").glob("test_*.c")) if re.search(options.only, path.stem)]
    names = [name for name in names if name != "test_lossless"]  # a part of the command
    with tempfile.TemporaryDirectory(prefix="hhp-i386-") as temporary:
        must([options.cmake, "-S", SOURCE, "-B", temporary, "-G", "Ninja", "-DCMAKE_BUILD_TYPE=Debug", *OFF,
              "-DCMAKE_C_COMPILER=gcc", f"-DCMAKE_C_FLAGS={FLAGS}", "-DCMAKE_CXX_COMPILER=NOTFOUND"], env=environment)
        must([options.cmake, "--build", temporary, "-j", options.jobs, "--target", *names, "hhp_plans"], env=environment)
        faults = 0
        for name in names:
            places = {"HHP_SOURCE_DIR": SOURCE, "HHP_BUILD_DIR": temporary, "HHP_PLANS_DIR": Path(temporary, "plans")}
            with tempfile.TemporaryDirectory() as folder:
                done = run([Path(temporary, "tests", name)], cwd=folder,
                           env={**environment, **{key: str(value) for key, value in places.items()}})
            if done.returncode != 0:
                faults += 1
                print(f"{name}: {done.returncode}\n{done.stdout[-4000:]}", flush=True)
    print(f"{len(names)} unit programs for 32-bit x86, {faults} with faults")
    return 1 if faults or not names else 0


if __name__ == "__main__":
    sys.exit(main())
