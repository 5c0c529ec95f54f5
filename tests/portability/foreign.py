#!/usr/bin/python3
"""Builds the library and the command for another architecture, and runs there the unit tests, which include the corpus of rules, and
the conformance corpus through C and through the command.

usage: foreign.py ARCHITECTURE [--cmake=CMAKE] [--jobs=N] [--only=REGEX]

i386 has a size_t of 32 bits, as WebAssembly has; s390x has the other byte order, and a char without sign. Their compilers are
Debian's; Jansson and cmocka are in build/sysroot/ARCHITECTURE, which `tools/foreign-sysroot ARCHITECTURE build/sysroot/ARCHITECTURE`
makes. Without any of these it ends with status 77.
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
SKIPPED = 77

# The triplet of the compiler, that of the libraries, and what runs a program, with the folders of its libraries: the first of
# these that the system has. Not every kernel of a 64-bit machine runs programs of 32 bits.
ARCHITECTURES = {
    "i386": ("i686-linux-gnu", "i386-linux-gnu",
             [["/usr/i686-linux-gnu/lib/ld-linux.so.2", "--library-path", "{libraries}"],
              ["qemu-i386", "-L", "/usr/i686-linux-gnu", "-E", "LD_LIBRARY_PATH={libraries}"]]),
    "s390x": ("s390x-linux-gnu", "s390x-linux-gnu",
              [["qemu-s390x", "-L", "/usr/s390x-linux-gnu", "-E", "LD_LIBRARY_PATH={libraries}"]]),
}
OFF = [f"-DHHP_{name}=OFF" for name in ("BUILD_PYTHON", "BUILD_EXAMPLES", "BUILD_SQLITE", "BUILD_POSTGRESQL", "INSTALL")]


def run(command, **more):
    return subprocess.run([*map(str, command)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace",
                          check=False, **more)


def must(command, **more):
    done = run(command, **more)
    if done.returncode != 0:
        sys.exit(f"error: {' '.join(map(str, command))}: {done.returncode}\n{done.stdout[-4000:]}")
    return done.stdout


def runs(runner):
    try:
        return run([runner[0], "--version"]).returncode == 0
    except OSError:  # it is not there, or the kernel runs no 32-bit programs
        return False


def lacking(triplet, runner, sysroot):
    """What is missing, or None."""
    if shutil.which(f"{triplet}-gcc") is None or runner is None:
        return f"{triplet}-gcc, or what runs its programs (on Debian: gcc-{triplet}, libc6-dev-{{i386,s390x}}-cross, qemu-user)"
    if not (sysroot / "complete").exists():
        return f"{sysroot} (made by tools/foreign-sysroot)"
    return None


def configure(options, build, sysroot, environment):
    compiler, libraries, _ = ARCHITECTURES[options.architecture]
    must([options.cmake, "-S", SOURCE, "-B", build, "-G", "Ninja", "-DCMAKE_BUILD_TYPE=Debug", "-DCMAKE_C_FLAGS_DEBUG=-O1", *OFF,
          "-DCMAKE_SYSTEM_NAME=Linux", f"-DCMAKE_SYSTEM_PROCESSOR={options.architecture}", f"-DCMAKE_C_COMPILER={compiler}-gcc",
          "-DCMAKE_CXX_COMPILER=NOTFOUND", f"-DCMAKE_CROSSCOMPILING_EMULATOR={';'.join(options.runner)}",
          f"-DCMAKE_SHARED_LINKER_FLAGS=-Wl,-rpath-link,{sysroot}/usr/lib/{libraries}"], env=environment)


def wrapper(path, runner, program):
    """A program that runs the other one: what the tests call the command by."""
    path.write_text("#!/bin/sh\nexec {} \"$@\"\n".format(" ".join(f"'{word}'" for word in [*runner, program])), "utf-8")
    path.chmod(0o755)
    return path


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("architecture", choices=ARCHITECTURES)
    parser.add_argument("--cmake", default="cmake")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 2)
    parser.add_argument("--only", default="", help="tests whose name has it")
    options = parser.parse_args()
    triplet, folder, runners = ARCHITECTURES[options.architecture]
    runner = next(filter(runs, runners), None)
    sysroot = Path(os.environ.get("HHP_SYSROOTS", SOURCE / "build/sysroot"), options.architecture)
    missing = lacking(triplet, runner, sysroot)
    if missing:
        print("skipped: missing", missing)
        return SKIPPED
    libraries = ":".join(f"{top}/{folder}" for top in (sysroot / "usr/lib", sysroot / "lib")) + f":/usr/{triplet}/lib"
    options.runner = [word.format(libraries=libraries) for word in runner]
    environment = {**os.environ, "PKG_CONFIG_LIBDIR": str(sysroot / "usr/lib" / folder / "pkgconfig"), "PKG_CONFIG_SYSROOT_DIR": str(sysroot)}
    names = sorted(path.stem for path in (SOURCE / "tests/unit").glob("test_*.c"))
    with tempfile.TemporaryDirectory(prefix=f"hhp-{options.architecture}-") as temporary:
        build = Path(temporary)
        configure(options, build, sysroot, environment)
        said = must([options.cmake, "--build", build, "-j", options.jobs, "--target", *names, "hhp_plans", "conformance",
                     "helhedsplan-cli"], env=environment)
        warnings = re.findall(rf"^{re.escape(str(SOURCE))}/(?:lib|cli|include)/.* warning: .*", said, re.M)  # not those of tests
        command = wrapper(build / "helhedsplan", options.runner, build / "cli/helhedsplan")
        tests = {name: [*options.runner, build / "tests" / name] for name in names}
        tests["conformance.c"] = [*options.runner, build / "tests/conformance/conformance", SOURCE, build / "plans"]
        tests["conformance.command"] = [sys.executable, SOURCE / "tests/conformance/run_command.py"]
        places = {"HHP_SOURCE_DIR": SOURCE, "HHP_BUILD_DIR": build, "HHP_PLANS_DIR": build / "plans", "HHP_COMMAND": command,
                  "PYTHONDONTWRITEBYTECODE": 1}

        def result(name):
            with tempfile.TemporaryDirectory() as own:
                return name, run(tests[name], cwd=own, env={**os.environ, **{key: str(value) for key, value in places.items()}})

        selected = [name for name in tests if re.search(options.only, name)]
        with ThreadPoolExecutor(options.jobs) as pool:
            faults = [(name, done) for name, done in pool.map(result, selected) if done.returncode != 0]
    for name, done in faults:
        print(f"{name}: {done.returncode}\n{done.stdout[-4000:]}")
    print(f"{len(selected)} test programs on {options.architecture}, {len(faults)} with faults", *warnings, sep="\n")
    return 1 if faults or warnings or not selected else 0


if __name__ == "__main__":
    sys.exit(main())
