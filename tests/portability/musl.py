#!/usr/bin/python3
"""Compiles the library and the command with the headers of musl.

usage: musl.py [--cmake=CMAKE]
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

SOURCE = Path(os.environ.get("HHP_SOURCE_DIR", Path(__file__).resolve().parents[2]))
SKIPPED = 77
JOBS = 2


def skip(why):
    print("skipped:", why)
    sys.exit(SKIPPED)


def run(command, **more):
    done = subprocess.run([*map(str, command)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False, **more)
    if done.returncode != 0:
        sys.exit(f"error: {' '.join(map(str, command))}: {done.returncode}\n{done.stdout[-4000:]}")
    return done.stdout


def musl(folder, options):
    """Every file of the library and the command, with the headers of musl: what is not declared there is an error."""
    if not shutil.which("musl-gcc"):
        skip("musl-gcc is missing; install musl-tools")
    headers = folder / "headers"
    headers.mkdir()
    for name in ("jansson.h", "jansson_config.h"):
        if not Path("/usr/include", name).exists():
            skip(f"/usr/include/{name} is missing")
        shutil.copy(Path("/usr/include", name), headers)
    run([options.cmake, "-S", SOURCE, "-B", folder / "build", "-DHHP_BUILD_TESTS=OFF", "-DHHP_BUILD_PYTHON=OFF"])
    files = run(["git", "ls-files", "lib/*.c", "cli/*.c"], cwd=SOURCE).split() if (SOURCE / ".git").exists() else [
        str(path.relative_to(SOURCE)) for part in ("lib", "cli") for path in (SOURCE / part).rglob("*.c")]
    files = [name for name in files if not name.endswith("_windows.c")]
    files.remove("cli/init/template.c")  # includes what the build makes, and nothing of the system
    flags = ["-std=c11", "-D_DEFAULT_SOURCE", "-D_FILE_OFFSET_BITS=64", "-Werror", "-Wall", "-Wextra", "-fsyntax-only"]
    includes = [f"-I{path}" for path in (SOURCE, SOURCE / "include", folder / "build/include", SOURCE / "lib", SOURCE / "cli",
                                         headers)]

    def check(name):
        return subprocess.run(["musl-gcc", *flags, *includes, SOURCE / name], stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, text=True, check=False).stdout

    with ThreadPoolExecutor(JOBS) as pool:
        faults = [text for text in pool.map(check, files) if text]
    print("".join(faults), end="")
    print(f"{len(files)} files with musl, {len(faults)} with faults")
    return 1 if faults or len(files) < 100 else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cmake", default="cmake")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="hhp-portability-") as temporary:
        return musl(Path(temporary), options)


if __name__ == "__main__":
    sys.exit(main())
