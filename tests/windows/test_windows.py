#!/usr/bin/python3
"""The library and the command for Windows, built with MinGW-w64 and run by Wine.

usage: test_windows.py FOLDER build|zip|unit|conformance|command|saving|end

`build` builds the zip and the tests in FOLDER, and makes an environment of Wine there; the others use what it has built, in any
order, and `end` ends that environment. Without MinGW-w64 or Wine each of them is skipped: status 77.
"""

import importlib.util
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import zipfile
from pathlib import Path

SOURCE = Path(os.environ.get("HHP_SOURCE_DIR", Path(__file__).resolve().parents[2]))
SKIPPED = 77
PREFIX = "x86_64-w64-mingw32-"
LIMIT = 600  # seconds, for what hangs

# Of the tests in tests/cli: what Windows, or Wine below a pseudo-terminal of Linux, does not have.
OF_POSIX = {
    "test_hostile_text_in_tables": "a name with < and >",
    "test_messages_escape_names_of_files": "a name with a control character",
    "test_a_name_that_is_no_utf8_can_be_checked": "a name that is not UTF-8",
    "test_names_of_standard_output": "/dev/fd/1",
    "test_closed_standard_input": "closed descriptors",
    "test_what_is_closed_is_not_another_file": "closed descriptors",
    "test_standard_input_is_not_overwritten": "which file standard input is: Wine does not say so of a redirected one",
    "test_fifo": "pipes with names in folders",
    "test_a_closed_pipe_that_was_asked_for_by_name_is_3": "pipes with names in folders",
    "test_modes_and_links_stay": "modes of files",
    "test_places_that_cannot_be_written_are_3": "/dev/full",
    "test_a_terminal_gets_a_hint_to_explain": "the console that Wine draws on a terminal",
    "test_colour_on_a_terminal": "the console that Wine draws on a terminal",
}


def run(command, **more):
    return subprocess.run([*map(str, command)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False, timeout=LIMIT,
                          stdin=subprocess.DEVNULL, **more)


def must(command, **more):
    done = run(command, **more)
    if done.returncode != 0:
        sys.exit(f"error: {' '.join(map(str, command))}: {done.returncode}\n{done.stdout.decode('utf-8', 'replace')[-4000:]}")
    return done.stdout


def program(*names):
    return next((found for found in map(shutil.which, names) if found), None)


WINE = program("/usr/lib/wine/wine64", "wine64")
SERVER = program("/usr/lib/wine/wineserver64", "/usr/lib/wine/wineserver", "wineserver64", "wineserver")


def lacking():
    """What is missing, or None."""
    if program(PREFIX + "gcc") is None:
        return "MinGW-w64 is missing; install gcc-mingw-w64-x86-64"
    if WINE is None or SERVER is None:
        return "Wine is missing; install wine64"
    return None


class Place:
    """The folder of the tests, and what is in it."""

    def __init__(self, folder):
        self.folder = Path(folder).resolve()
        self.build = self.folder / "windows/build"
        self.command = self.folder / "helhedsplan"
        self.wine = {"WINEPREFIX": str(self.folder / "wine"), "WINEDEBUG": "-all",
                     "WINEDLLOVERRIDES": "mscoree,mshtml,winemenubuilder.exe="}
        self.environment = {**os.environ, **self.wine, "LC_CTYPE": "C.UTF-8", "HHP_SOURCE_DIR": str(SOURCE)}

    def zip(self):
        return next(self.folder.glob("windows/helhedsplan-*-win64.zip"), None)

    def make(self):
        must([SOURCE / "tools/windows", "--tests", self.folder / "windows"],
             env={**os.environ, "SOURCE_DATE_EPOCH": "1700000000"})

    def unpack(self):
        shutil.rmtree(self.folder / "unpacked", ignore_errors=True)
        with zipfile.ZipFile(self.zip()) as packed:
            packed.extractall(self.folder / "unpacked")
        return next((self.folder / "unpacked").iterdir())

    def write_command(self, exe):
        """A program of Linux that runs the command of Windows. Names of files are UTF-8 whatever the language."""
        lines = ["#!/bin/sh", *(f"export {name}='{value}'" for name, value in self.wine.items()),
                 f"LC_CTYPE=C.UTF-8 exec '{WINE}' '{exe}' \"$@\"", ""]
        self.command.write_text("\n".join(lines), "utf-8")
        self.command.chmod(0o755)

    def wine_run(self, exe, *arguments, **more):
        return run([WINE, exe, *arguments], env={**self.environment, **more.pop("variables", {})}, **more)

    def script(self, path, *arguments):
        """A test of the command, with the one of Windows."""
        variables = {**self.environment, "HHP_COMMAND": str(self.command)}
        variables.pop("HHP_LIBRARY", None)
        with tempfile.TemporaryDirectory() as folder:
            return run([sys.executable, "-B", path, *arguments], env=variables, cwd=folder)


def step_build(place):
    shutil.rmtree(place.folder / "wine", ignore_errors=True)
    place.make()
    (place.folder / "wine").mkdir()
    # The server and the services of Wine stay, since each start takes seconds. They must not keep this program's output open.
    for command in ([SERVER, "-p"], [WINE, "wineboot", "-i"]):
        subprocess.run(command, env=place.environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL, check=True, timeout=LIMIT)
    place.write_command(place.unpack() / "bin/helhedsplan.exe")
    print(must([place.command, "--version"]).decode().strip())


def step_end(place):
    run([SERVER, "-k"], env=place.environment)


# --- The zip ---

USE = """
#include <helhedsplan/helhedsplan.h>
#include <stdio.h>
int main(int count, char **words) {
  hhp_plan *plan = NULL;
  hhp_status status = hhp_plan_load(&plan, words[count - 1], NULL);
  printf("%s %s\\n", hhp_status_name(status), hhp_plan_title(plan));
  hhp_plan_free(plan);
  return status != HHP_OK;
}
"""


def names_of(exe):
    """The DLLs that a program needs, and the names that a DLL exports."""
    out = must([PREFIX + "objdump", "-p", exe]).decode()
    exported = out.partition("[Ordinal/Name Pointer] Table")[2].partition("\n\n")[0]
    return set(re.findall(r"DLL Name: (\S+)", out)), set(re.findall(r"\] (\S+)$", exported, re.MULTILINE))


class Zip(unittest.TestCase):
    place = None

    def setUp(self):
        self.root = self.place.unpack()

    def test_it_has_what_a_developer_needs(self):
        names = {str(path.relative_to(self.root)) for path in self.root.rglob("*") if path.is_file()}
        for name in ("bin/helhedsplan.exe", "bin/helhedsplan.dll", "lib/libhelhedsplan.dll.a", "lib/helhedsplan.def",
                     "include/helhedsplan/helhedsplan.h", "include/helhedsplan/version.h", "LICENSE.txt", "LICENSE-jansson.txt",
                     "LICENSE-mingw-w64.txt", "README.txt"):
            self.assertIn(name, names)
        self.assertIn(b"Permission is hereby granted", (self.root / "LICENSE-jansson.txt").read_bytes())
        self.assertNotIn(str(self.place.folder).encode(), (self.root / "bin/helhedsplan.dll").read_bytes())

    def test_the_dll_exports_the_map_and_needs_windows_only(self):
        wanted = set(re.findall(r"hhp_[a-z0-9_]+", (SOURCE / "lib/helhedsplan.map").read_text("utf-8")))
        needed, exported = names_of(self.root / "bin/helhedsplan.dll")
        self.assertEqual(exported, wanted)
        self.assertLessEqual({name.lower() for name in needed}, {"kernel32.dll", "advapi32.dll", "msvcrt.dll"})
        needed, _ = names_of(self.root / "bin/helhedsplan.exe")
        self.assertLessEqual({name.lower() for name in needed}, {"kernel32.dll", "advapi32.dll", "msvcrt.dll", "shell32.dll"})

    def test_the_command_says_what_that_of_this_system_says(self):
        plan = "examples/vollsmose-2016-2020.helhedsplan.json"
        for arguments in (("validate", "--today", "2016-06-01", plan), ("cofinancing", plan), ("show", "--lang", "da", plan)):
            here = subprocess.run([os.environ["HHP_COMMAND"], *arguments], cwd=self.root, capture_output=True, check=False)
            there = subprocess.run([self.place.command, *arguments], cwd=self.root, capture_output=True, check=False)
            self.assertEqual((there.returncode, there.stdout, there.stderr), (here.returncode, here.stdout, here.stderr))
            self.assertTrue(here.stdout)

    def test_a_program_is_linked_with_the_dll(self):
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, "use.c").write_text(USE, "utf-8")
            must([PREFIX + "gcc", "-std=c99", "-Wall", "-Wextra", "-Wpedantic", "-Werror", "-I", self.root / "include", "use.c", "-o",
                  "use.exe", "-L", self.root / "lib", "-lhelhedsplan"], cwd=folder)
            shutil.copy(self.root / "bin/helhedsplan.dll", folder)
            done = self.place.wine_run("use.exe", self.root / "examples/vollsmose-2016-2020.helhedsplan.json", cwd=folder)
            self.assertEqual(done.returncode, 0, done.stdout)
            self.assertTrue(done.stdout.startswith(b"HHP_OK "), done.stdout)

    def test_headers_have_nothing_of_gnu(self):
        """Checked by clang in the manner of Visual C++, which has none of its own headers here."""
        if program("clang") is None:
            self.skipTest("clang is missing")
        headers = sorted(set((self.root / "include/helhedsplan").glob("*.h")) - {self.root / "include/helhedsplan/helhedsplan-ffi.h"})
        for header in headers:  # that for FFIs is not for compilers
            must(["clang", "--target=x86_64-pc-windows-msvc", "-ffreestanding", "-std=c11", "-fsyntax-only", "-Wall", "-Wextra",
                  "-Wpedantic", "-Wgnu", "-Wno-empty-translation-unit", "-Werror", "-I", self.root / "include", "-x", "c", header])

    def test_the_same_sources_make_the_same_file(self):
        before = self.place.zip().read_bytes()
        self.place.make()
        self.assertEqual(self.place.zip().read_bytes(), before)


def step_zip(place):
    Zip.place = place
    run_cases(unittest.defaultTestLoader.loadTestsFromTestCase(Zip))


def run_cases(suite):
    result = unittest.TextTestRunner(stream=sys.stdout).run(suite)
    if not result.wasSuccessful():
        sys.exit(1)


def run_cases_twice(suite):
    """What fails is tried once more. Under Wine, `show --help` wrote nothing, with exit status 0, in one of 7,500 runs."""
    result = unittest.TextTestRunner(stream=sys.stdout).run(suite)
    failed = {getattr(case, "test_case", case) for case, _ in result.failures + result.errors}
    if failed:
        print("tried once more:", *sorted(case.id() for case in failed))
        run_cases(unittest.TestSuite(type(case)(case._testMethodName) for case in failed))


# --- Units, the conformance corpus, the command ---

def step_unit(place):
    programs = sorted((place.build / "tests/windows").glob("test_*.exe"))
    faults = 0
    variables = {"HHP_PLANS_DIR": os.environ["HHP_PLANS_DIR"], "HHP_BUILD_DIR": str(place.build)}
    for exe in programs:
        with tempfile.TemporaryDirectory() as folder:
            done = place.wine_run(exe, cwd=folder, variables=variables)
        if done.returncode != 0:
            faults += 1
            print(f"{exe.name}: {done.returncode}\n{done.stdout.decode('utf-8', 'replace')[-4000:]}", flush=True)
    print(f"{len(programs)} unit programs for Windows, {faults} with faults")
    if faults or len(programs) < 40:
        sys.exit(1)


def step_conformance(place):
    with tempfile.TemporaryDirectory() as folder:
        for path in (place.build / "tests/windows/conformance.exe", place.build / "lib/helhedsplan.dll"):
            shutil.copy(path, folder)
        done = place.wine_run("conformance.exe", SOURCE, os.environ["HHP_PLANS_DIR"], cwd=folder)
        print("the DLL:", done.stdout.decode()[-2000:].strip())
    command = place.script(SOURCE / "tests/conformance/run_command.py")
    print("the command:", command.stdout.decode()[-2000:].strip())
    if done.returncode != 0 or command.returncode != 0:
        sys.exit(1)


def module(path, place):
    """A module of tests, with the command of Windows."""
    os.environ.update(place.environment)
    os.environ["HHP_COMMAND"] = str(place.command)
    sys.path.insert(0, str(path.parent))
    spec = importlib.util.spec_from_file_location(path.stem, path)
    found = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = found
    spec.loader.exec_module(found)
    return found


def cases_of(suite):
    for part in suite:
        if isinstance(part, unittest.TestSuite):
            yield from cases_of(part)
        else:
            yield part


def step_command(place):
    suite = unittest.TestSuite()
    left_out = set()
    for name in ("tests/cli/run.py", "tests/cli/streams.py", "tests/cli/views.py", "tests/windows/command.py"):
        for case in cases_of(unittest.defaultTestLoader.loadTestsFromModule(module(SOURCE / name, place))):
            if name.startswith("tests/cli/") and case.id().rpartition(".")[2] in OF_POSIX:
                left_out.add(case.id().rpartition(".")[2])
            else:
                suite.addTest(case)
    if left_out != set(OF_POSIX):
        sys.exit(f"error: not there to be left out: {set(OF_POSIX) - left_out}")
    run_cases_twice(suite)


FULL_DISK = """
mount -t tmpfs -o size=64k none disk && cd disk && head -c 40000 /dev/zero >fyld && cp ../plan ud || exit 77
"$0" "$1" fmt --write ud; echo "code $?"
"$0" "$1" rules --format json=ny; echo "code $?"
cmp ud ../plan; ls -A
"$2" -k
"""


def full_disk(place):
    """A file system of 64 KiB in memory, in namespaces of their own; so the server of Wine, which opens the files, is another.
    Returns what is wrong, or None."""
    plan = (SOURCE / "examples/vollsmose-2016-2020.helhedsplan.json").read_bytes().replace(b"\n", b"\n ")
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(place.folder / "wine", Path(folder, "wine"), symlinks=True)
        Path(folder, "disk").mkdir()
        Path(folder, "plan").write_bytes(plan)
        done = run(["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", FULL_DISK, WINE,
                    place.build / "cli/helhedsplan.exe", SERVER],
                   cwd=folder, env={**place.environment, "WINEPREFIX": str(Path(folder, "wine")), "LANG": "C"})
    if done.returncode == 77 or b"unshare" in done.stdout:
        print("full disk: skipped, since no file system can be mounted")
        return None
    lines = sorted(done.stdout.decode().splitlines())
    expected = sorted(["helhedsplan: cannot write ud: the disk is full", "code 3", "helhedsplan: cannot write ny: the disk is full",
                       "code 3", "fyld", "ud"])
    return None if lines == expected else f"full disk: {lines}"


def step_saving(place):
    """Killed while writing; then what saving.py has of many writers, and a full disk."""
    fault = full_disk(place)
    if fault:
        print(fault)
    failed = fault is not None
    writers = ["-k", "test_many_writers", "-k", "test_one_of_many_creates", "-k", "test_a_large_plan"]
    for path, *arguments in (["tests/cli/killed.py"], ["tests/cli/saving.py", *writers]):
        done = place.script(SOURCE / path, *arguments)
        print(done.stdout.decode("utf-8", "replace")[-6000:])
        failed |= done.returncode != 0
    if failed:
        sys.exit(1)


def main():
    steps = {name.removeprefix("step_"): function for name, function in globals().items() if name.startswith("step_")}
    if len(sys.argv) != 3 or sys.argv[2] not in steps:
        sys.exit(__doc__)
    missing = lacking()
    if missing:
        print("skipped:", missing)
        return SKIPPED
    place = Place(sys.argv[1])
    place.folder.mkdir(parents=True, exist_ok=True)
    steps[sys.argv[2]](place)
    return 0


if __name__ == "__main__":
    sys.exit(main())
