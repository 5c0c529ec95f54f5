"""The structure of the documents: fenced blocks, with the marker above them, and headings."""

import os
import re
import sys
from dataclasses import dataclass
from pathlib import Path

SOURCE = Path(os.environ.get("HHP_SOURCE_DIR") or Path(__file__).resolve().parents[2])

FENCE = re.compile(r"^```(\w*)\s*$")
MARKER = re.compile(r"^<!-- (file|from): (\S+) -->$")
HEADING = re.compile(r"^(#{1,6}) (.+?)\s*$")


# Folders with pages of their own.
BESIDE = ("bench", "bindings/npm", "bindings/python", "examples/bindings", "tests/fuzz")


def documents():
    return [SOURCE / "README.md", *sorted((SOURCE / "docs").glob("*.md")), *sorted((SOURCE / "docs/da").glob("*.md"))]


def pages():
    """Every page of the project whose blocks are examples: the documents, and the pages beside the code."""
    beside = ["CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", *(f"{folder}/{name}" for folder in BESIDE
                                                                  for name in ("README.md", "CONTRIBUTING.md"))]
    return [*documents(), *(path for path in map(SOURCE.joinpath, beside) if path.exists())]


@dataclass
class Block:
    """A fenced block. `file` is the name of the file that it is in the tests, `source` the file that it quotes."""

    place: str
    language: str
    text: str
    file: str = ""
    source: str = ""


def is_registered(test):
    """Whether a CMakeLists.txt adds the test `label.name`, or for `label.*` some test. A build may leave it out for lack of
    what it needs."""
    label, name = test.replace("*", r"\w+").split(".", 1)
    adds = re.compile(rf"^ *hhp_\w*test\((?:{label}\.)?{name}[ )]", re.MULTILINE)
    lists = [*(SOURCE / "tests").rglob("CMakeLists.txt"), *(SOURCE / "bindings").rglob("CMakeLists.txt")]
    return any(label in file.read_text("utf-8") and adds.search(file.read_text("utf-8")) for file in lists)


def name_of(path):
    return str(path.relative_to(SOURCE))


def blocks(path):
    found, opened, marker = [], None, {}
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        fence = FENCE.match(line)
        if opened is None and fence:
            opened = Block(f"{name_of(path)}:{number}", fence.group(1), "", **marker)
        elif opened is not None and line == "```":
            found.append(opened)
            opened = None
        elif opened is not None:
            opened.text += line + "\n"
        if opened is None and line.strip():
            says = MARKER.match(line)
            marker = {"source" if says.group(1) == "from" else "file": says.group(2)} if says else {}
    if opened is not None:
        raise SystemExit(f"{opened.place}: the block has no end")
    return found


def lines_outside_blocks(path):
    inside = False
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if line.startswith("```"):
            inside = not inside
        elif not inside:
            yield number, line


def headings(path):
    for _, line in lines_outside_blocks(path):
        match = HEADING.match(line)
        if match:
            yield match.group(2)


def finish(faults, what):
    """Prints the errors, or what was checked, and ends the test. Having checked nothing is an error."""
    for fault in faults:
        print(fault)
    if faults:
        sys.exit(f"{len(faults)} faults")
    print(what)
    sys.exit(1 if what.startswith("0 ") else 0)
