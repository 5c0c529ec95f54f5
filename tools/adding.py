"""Shared by new-rule and new-field: inserts rows into the tables in lib/, in order of number or entity."""

import re
import sys
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[1]
FILL_IN = {"da": "UDFYLD", "en": "FILL IN"}


def give_up(message):
    print(f"error: {message}", file=sys.stderr)
    sys.exit(1)


class Edited:
    """Pending changes to files; all are written at the end, or none."""

    def __init__(self):
        self.texts = {}

    def __getitem__(self, path):
        if path not in self.texts:
            if not path.exists():
                give_up(f"{path.relative_to(SOURCE)} is not there")
            self.texts[path] = path.read_text("utf-8")
        return self.texts[path]

    def __setitem__(self, path, text):
        self.texts[path] = text

    def write(self):
        for path, text in self.texts.items():
            if not path.exists() or path.read_text("utf-8") != text:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, "utf-8")
                print(path.relative_to(SOURCE))


def table(name):
    """Finds the table of that name below lib/."""
    found = sorted((SOURCE / "lib").rglob(name))
    if len(found) != 1:
        give_up(f"lib/ has {len(found)} tables {name}")
    return found[0]


def columns(text, macro):
    """The names of the columns of a table, from the comment at its beginning."""
    match = re.search(rf"^ \* {macro}\(([^)]*)\)", text, re.MULTILINE)
    if not match:
        give_up(f"the table does not say what the columns of {macro} are")
    return re.sub(r"[\s*]+", " ", match[1]).replace(" ", "").split(",")


def row(text, macro, values, breaks=()):
    """Formats a row with a value for each column, with line breaks before those in `breaks`."""
    names = columns(text, macro)
    unknown = [name for name in names if name not in values]
    if unknown:
        give_up(f"{macro} has a column {unknown[0]} that this tool does not know")
    indent = "\n" + " " * (len(macro) + 1)
    cells = [(indent if name in breaks else " " if index else "") + values[name] for index, name in enumerate(names)]
    return f"{macro}({','.join(cells)})\n"


def insert_by_number(text, pattern, number, new, end):
    """Inserts before the first match of the pattern whose group is a greater number, else before the end marker."""
    found = list(re.finditer(pattern, text, re.MULTILINE))
    place = next((match.start() for match in found if int(match[1]) > number), None)
    if place is None:
        place = text.index(end, found[-1].end() if found else 0)
    return text[:place] + new + text[place:]


def insert_line(text, line):
    """Inserts a line into a sorted table of tab-separated values."""
    lines = text.splitlines()
    place = next((index for index, other in enumerate(lines) if other > line and not other.startswith("#")), len(lines))
    return "\n".join([*lines[:place], line, *lines[place:]]) + "\n"


def current_version():
    version = re.search(r"VERSION\s+(\d+\.\d+)", (SOURCE / "CMakeLists.txt").read_text("utf-8").split("project(", 1)[1])
    return version[1]
