"""Checks that the ABI number is the same in soname, header and running library, that it does not depend on the
version of the project, and that no symbol belongs to a future version.

  check_version.py --cmake CMAKE --cc CC [--shared LIB]

LIB is asked unless it has sanitizers, which Python is not built with."""

import argparse
import ctypes
import os
import re
import subprocess
import sys
from pathlib import Path

from check_symbols import MAP, mapped
from declarations import SOURCE, macros

LISTS = (SOURCE / "CMakeLists.txt").read_text("utf-8")


def numbers(lists):
    """(ABI number, version of the project), as set in CMakeLists.txt."""
    number = re.search(r"^set\(HHP_ABI_VERSION (\d+)\)$", lists, re.M)
    version = re.search(r"^  VERSION (\d+\.\d+\.\d+)$", lists, re.M)
    if not number or not version:
        sys.exit("CMakeLists.txt does not set HHP_ABI_VERSION, or the version, to a number of its own")
    return int(number[1]), version[1]


def output(*command):
    words = [str(word) for word in command]
    run = subprocess.run(words, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env={**os.environ, "LC_ALL": "C"})
    if run.returncode != 0:
        sys.exit(f"{' '.join(words)}\nended with {run.returncode}:\n{run.stdout}")
    return run.stdout


def configured(arguments, folder, lists):
    """The names of the library: (soname, file name, macro of the header)."""
    source, build = folder / "source", folder / "build"
    source.mkdir(parents=True, exist_ok=True)
    for name in ("cmake", "cli", "examples", "include", "integrations", "lib", "pkgconfig"):
        if not (source / name).is_symlink():
            (source / name).symlink_to(SOURCE / name)
    (source / "CMakeLists.txt").write_text(lists, "utf-8")
    output(arguments.cmake, "-S", source, "-B", build, "-G", "Ninja", f"-DCMAKE_C_COMPILER={arguments.cc}",
           "-DHHP_BUILD_TESTS=OFF", "-DHHP_BUILD_CLI=OFF", "-DHHP_BUILD_EXAMPLES=OFF", "-DHHP_BUILD_PYTHON=OFF",
           "-DHHP_BUILD_SQLITE=OFF", "-DHHP_BUILD_POSTGRESQL=OFF", "-DHHP_INSTALL=OFF")
    rules = (build / "build.ninja").read_text("utf-8")
    header = (build / "include" / "helhedsplan" / "version.h").read_text("utf-8")
    return (re.search(r"SONAME = (\S+)", rules)[1], Path(re.search(r"TARGET_FILE = (\S*\.so\S*)", rules)[1]).name,
            int(macros(header)["HHP_ABI_VERSION"]))


def expected(number, version):
    return f"libhelhedsplan.so.{number}", f"libhelhedsplan.so.{number}.{version}", number


def library_faults(library, number, version):
    soname = re.search(r"\(SONAME\).*\[(.*)\]", output("readelf", "-d", library))[1]
    if soname != f"libhelhedsplan.so.{number}":
        yield f"the soname is {soname}, and the number of the ABI {number}"
    if os.environ.get("HHP_SANITIZE"):
        return
    loaded = ctypes.CDLL(str(library))
    loaded.hhp_version_string.restype = ctypes.c_char_p
    loaded.hhp_abi_version.restype = ctypes.c_int32
    if loaded.hhp_abi_version() != number:
        yield f"hhp_abi_version() is {loaded.hhp_abi_version()}, and not {number}"
    if loaded.hhp_version_string() != version.encode():
        yield f"hhp_version_string() is {loaded.hhp_version_string()}, and not {version}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cmake", default="cmake")
    parser.add_argument("--cc", default="cc")
    parser.add_argument("--shared")
    arguments = parser.parse_args()
    number, version = numbers(LISTS)
    faults = list(library_faults(arguments.shared, number, version)) if arguments.shared else []

    for node, _, _ in mapped(MAP.read_text("utf-8")):
        if [int(part) for part in node.removeprefix("HHP_").split(".")] > [int(part) for part in version.split(".")[:2]]:
            faults.append(f"symbols are of {node}, and the version is {version}")

    # Another version of the project does not change the ABI number, nor the reverse.
    tries = [(number, "7.8.9"), (number + 4, version)]
    for other_number, other_version in tries:
        lists = LISTS.replace(f"HHP_ABI_VERSION {number})", f"HHP_ABI_VERSION {other_number})")
        lists = lists.replace(f"  VERSION {version}", f"  VERSION {other_version}")
        found = configured(arguments, Path("tried"), lists)
        if found != expected(other_number, other_version):
            faults.append(f"ABI {other_number} of version {other_version} gives {found}")
    print("\n".join(faults) or f"ABI {number}, version {version}; {len(tries)} others were tried")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
