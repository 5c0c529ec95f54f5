"""Installs the build into an empty prefix, moves the prefix, and builds and runs a program with it: by pkg-config and
by find_package, with the shared and the static library, in C and in C++. A program on the generic core is linked statically, and
one reads the installed flat header."""

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
SOURCE = Path(os.environ["HHP_SOURCE_DIR"])
BUILD = Path(os.environ["HHP_BUILD_DIR"])
WARNINGS = ["-Wall", "-Wextra", "-pedantic", "-Werror"]


def run(*command, **changes):
    """Runs a command with changes to its environment, and returns its output."""
    words = [str(word) for word in command]
    environment = {**os.environ, **{name: str(value) for name, value in changes.items()}}
    done = subprocess.run(words, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if done.returncode != 0:
        sys.exit(f"{' '.join(words)}\nended with {done.returncode}:\n{done.stdout}")
    return done.stdout.strip()


def expect(holds, what):
    if not holds:
        sys.exit(f"failed: {what}")


def needs_shared(program):
    """Whether the program needs the shared library at start."""
    return "libhelhedsplan.so" in run("readelf", "-d", program, LC_ALL="C")


def install(arguments, work):
    first, prefix = work / "first", work / "moved" / "prefix"
    for folder in (first, prefix.parent):
        shutil.rmtree(folder, ignore_errors=True)
    run(arguments.cmake, "--install", BUILD, "--prefix", first, "--config", arguments.config)
    prefix.parent.mkdir(parents=True)
    first.rename(prefix)
    return prefix


def check_files(prefix):
    headers = {path.name for path in (SOURCE / "include" / "helhedsplan").glob("*.h")} | {"version.h"}
    installed = {path.name for path in (prefix / "include" / "helhedsplan").iterdir()}
    expect(installed == headers, f"the headers are installed, and nothing else: {sorted(installed ^ headers)}")

    plans = {path.name for path in (SOURCE / "examples").glob("*.helhedsplan.json")}
    installed = {path.name for path in prefix.glob("share/doc/helhedsplan/examples/*")}
    expect(installed == plans, f"the example plans are installed: {sorted(installed ^ plans)}")

    for path in [*prefix.rglob("*.cmake"), *prefix.rglob("*.pc")]:
        text = path.read_text("utf-8")
        for folder in (SOURCE, BUILD, prefix):
            expect(str(folder) not in text, f"{path.name} does not say where things were built or installed")


def check_command(prefix):
    command = prefix / "bin" / "helhedsplan"
    if "HHP_COMMAND" not in os.environ:
        return
    version = run(command, "--version", LD_LIBRARY_PATH="")
    expect("helhedsplan" in version, f"the command starts where it was moved to, and says its version: {version}")
    for schema in ("helhedsplan-1.schema.json", "helhedsplan-1.draft-07.schema.json", "helhedsplan-scheme-1.schema.json",
                   "helhedsplan-scheme-1.draft-07.schema.json", "helhedsplan-report-1.schema.json"):
        expect((prefix / "share" / "helhedsplan" / schema).stat().st_size > 0, f"{schema} is installed")


def compilers(arguments):
    yield "c", [arguments.cc, "-std=c99", "-x", "c"]
    if arguments.cxx:
        yield "cxx", [arguments.cxx, "-std=c++17", "-x", "c++"]


def check_pkg_config(arguments, work, prefix):
    libdir = next(prefix.rglob("libhelhedsplan.so")).parent
    environment = {"PKG_CONFIG_PATH": libdir / "pkgconfig"}
    flags = run("pkg-config", "--cflags", "helhedsplan", **environment).split()
    shared = run("pkg-config", "--libs", "helhedsplan", **environment).split()
    static = run("pkg-config", "--static", "--libs", "helhedsplan", **environment).split()
    expect("-ljansson" not in shared and "-ljansson" in static, "Jansson is asked for only by the static library")

    # Both libraries are in one folder, where the linker would prefer the shared one.
    static = ["-l:libhelhedsplan.a" if word == "-lhelhedsplan" else word for word in static]

    for kind, libraries in (("shared", shared), ("static", static)):
        for language, compiler in compilers(arguments):
            program = work / f"pkg-config-{kind}-{language}"
            compiler += [*WARNINGS, *arguments.flags, *flags, HERE / "main.c", "-x", "none"]
            run(*compiler, *libraries, "-o", program)
            expect(needs_shared(program) == (kind == "shared"), f"{program.name} is linked to the {kind} library")
            print(f"{program.name}: {run(program, LD_LIBRARY_PATH=libdir if kind == 'shared' else '')}")


def check_core(arguments, work, prefix):
    """What the author of a binding gets: the generic core in a static link, and the flat header with the shared library."""
    library = next(prefix.rglob("libhelhedsplan.so"))
    environment = {"PKG_CONFIG_PATH": library.parent / "pkgconfig"}
    plan = next(prefix.glob("share/doc/helhedsplan/examples/vollsmose-*"))
    examples = SOURCE / "examples" / "bindings" / "core"

    flags = run("pkg-config", "--static", "--cflags", "--libs", "helhedsplan", **environment).split()
    flags = ["-l:libhelhedsplan.a" if word == "-lhelhedsplan" else word for word in flags]
    program, saved = work / "core-static", work / "core-static.json"
    run(arguments.cc, "-std=c99", *WARNINGS, *arguments.flags, examples / "edit.c", *flags, "-o", program)
    expect(not needs_shared(program), f"{program.name} is linked to the static library")
    printed = run(program, plan, saved, LD_LIBRARY_PATH="")
    expect("tryghed-i-hverdagen: Større tryghed i hverdagen" in printed, f"the core works in a static link: {printed}")

    try:
        import cffi  # noqa: F401
    except ImportError:
        return
    if os.environ.get("HHP_SANITIZE"):
        return
    header = prefix / "include" / "helhedsplan" / "helhedsplan-ffi.h"
    again = run(sys.executable, examples / "edit.py", plan, work / "core-cffi.json", HHP_FFI_HEADER=header, HHP_LIBRARY=library)
    expect(again == printed, f"the installed flat header declares the installed library: {again}")
    expect((work / "core-cffi.json").read_bytes() == saved.read_bytes(), "both programs save the same plan")
    print(f"{program.name} and cffi: the same {len(printed.splitlines())} lines")


def check_find_package(arguments, work, prefix):
    version = run("pkg-config", "--modversion", next(prefix.rglob("helhedsplan.pc")))
    for kind, library in (("shared", "helhedsplan::helhedsplan"), ("static", "helhedsplan::helhedsplan_static")):
        build = work / f"find-package-{kind}"
        shutil.rmtree(build, ignore_errors=True)
        cxx = [f"-DCMAKE_CXX_COMPILER={arguments.cxx}"] if arguments.cxx else []
        run(
            arguments.cmake, "-S", HERE / "project", "-B", build, "-G", arguments.generator,
            f"-DCMAKE_BUILD_TYPE={arguments.config}", f"-DCMAKE_PREFIX_PATH={prefix}",
            f"-DCMAKE_C_COMPILER={arguments.cc}", *cxx, f"-DPROGRAM={HERE / 'main.c'}", f"-DLIBRARY={library}",
            f"-DCOMPONENT={kind}", f"-DWANTED={version}", f"-DFLAGS={';'.join(arguments.flags)}",
        )  # fmt: skip
        run(arguments.cmake, "--build", build, "--config", arguments.config)
        for program in [build / "consumer_c"] + ([build / "consumer_cxx"] if arguments.cxx else []):
            expect(needs_shared(program) == (kind == "shared"), f"{program.name} is linked to the {kind} library")
            print(f"{build.name} {program.name}: {run(program)}")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cmake", default="cmake")
    parser.add_argument("--generator", default="Ninja")
    parser.add_argument("--config", default="Release")
    parser.add_argument("--cc", required=True)
    parser.add_argument("--cxx")
    parser.add_argument("--flags", type=str.split, default=[])
    arguments = parser.parse_args()

    work = Path.cwd()
    prefix = install(arguments, work)
    check_files(prefix)
    check_command(prefix)
    check_pkg_config(arguments, work, prefix)
    check_core(arguments, work, prefix)
    check_find_package(arguments, work, prefix)


if __name__ == "__main__":
    main()
