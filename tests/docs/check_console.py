"""Checks that every console block shows the actual output of the command.

A line that begins with "$ " is run in a shell; the lines below it are the expected output. A line of "..." matches any
number of lines. The working folder has the examples, and each block under a `<!-- file: NAME -->`; a file
of C is compiled against the library first, to a program without the suffix.
"""

import argparse
import os
import subprocess
import tempfile
from pathlib import Path

from documents import SOURCE, blocks, finish, pages


def environment(library):
    return {
        "PATH": f"{Path(os.environ['HHP_COMMAND']).parent}:.:{os.environ['PATH']}",
        "LD_LIBRARY_PATH": str(Path(library).parent),
        "LC_ALL": "C.UTF-8",
        "HOME": os.environ.get("HOME", "/"),
        "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", ""),
    }


def steps(text):
    """The commands of a block, each with its expected output."""
    found = []
    for line in text.splitlines():
        if line.startswith("$ "):
            found.append((line[2:], []))
        elif found and found[-1][0].endswith("\\"):
            found[-1] = (found[-1][0] + "\n" + line, [])
        elif found:
            found[-1][1].append(line)
    return found


def matches(wanted, printed):
    """Whether the output matches; an expected "..." matches any number of lines."""
    if not wanted:
        return not printed
    if wanted[0] == "...":
        return any(matches(wanted[1:], printed[skip:]) for skip in range(len(printed) + 1))
    return bool(printed) and wanted[0].rstrip() == printed[0].rstrip() and matches(wanted[1:], printed[1:])


def trimmed(lines):
    while lines and not lines[-1].strip():
        lines = lines[:-1]
    return lines


def run(command, last_status, folder, variables):
    done = subprocess.run(["sh", "-c", f"(exit {last_status})\n{command}"], cwd=folder, env=variables, text=True,
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return done.returncode, trimmed(done.stdout.splitlines())


def put_files(path, folder, arguments):
    (folder / "examples").symlink_to(SOURCE / "examples")
    for block in blocks(path):
        if not block.file:
            continue
        file = folder / block.file
        file.write_text(block.text, "utf-8")
        if file.suffix == ".c":
            subprocess.run([arguments.cc, "-std=c99", *arguments.flags.split(), "-o", file.with_suffix(""), file,
                            f"-I{SOURCE / 'include'}", f"-I{Path(os.environ['HHP_BUILD_DIR']) / 'include'}",
                            arguments.library], check=True)


def check(path, folder, arguments):
    count, status, faults = 0, 0, []
    for block in blocks(path):
        if block.language != "console":
            continue
        for command, wanted in steps(block.text):
            if command.startswith("python3 ") and arguments.flags:
                continue  # a sanitizer must be linked into the program, which is Python
            count += 1
            status, printed = run(command, status, folder, environment(arguments.library))
            if not matches(trimmed(wanted), printed):
                faults.append("\n".join([f"{block.place}: $ {command}\nprints:", *printed, "and not:", *wanted, ""]))
    return count, faults


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cc", default="cc")
    parser.add_argument("--flags", default="")
    parser.add_argument("--library", default=os.environ.get("HHP_LIBRARY"))
    arguments = parser.parse_args()
    faults, total = [], 0
    for path in pages():
        if not any(block.language == "console" for block in blocks(path)):
            continue
        with tempfile.TemporaryDirectory() as folder:
            put_files(path, Path(folder), arguments)
            count, found = check(path, Path(folder), arguments)
        total += count
        faults += found
    finish(faults, f"{total} commands print what is shown")


if __name__ == "__main__":
    main()
