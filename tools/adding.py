"""What new-rule and new-field share: rows of the tables in lib/, put where their number or entity belongs."""

import re
import sys
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[1]
FILL_IN = {"da": "UDFYLD", "en": "FILL IN"}


def give_up(message):
    print(f"error: {message}", file=sys.stderr)
    sys.exit(1)


class Edited:
    """Files as they will be; all are written at the end, or none."""

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
    """The table of that name, wherever below lib/ it is."""
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
    """The row with a value for each column; a line ends before those in `breaks`."""
    names = columns(text, macro)
    unknown = [name for name in names if name not in values]
    if unknown:
        give_up(f"{macro} has a column {unknown[0]} that this tool does not know")
    indent = "\n" + " " * (len(macro) + 1)
    cells = [(indent if name in breaks else " " if index else "") + values[name] for index, name in enumerate(names)]
    return f"{macro}({','.join(cells)})\n"


def insert_by_number(text, pattern, number, new, end):
    """Before the first match of the pattern whose group is a greater number, or else before the end that follows all."""
    found = list(re.finditer(pattern, text, re.MULTILINE))
    place = next((match.start() for match in found if int(match[1]) > number), None)
    if place is None:
        place = text.index(end, found[-1].end() if found else 0)
    return text[:place] + new + text[place:]


def insert_line(text, line):
    """A line of a table of tab-separated values, by its first column."""
    lines = text.splitlines()
    place = next((index for index, other in enumerate(lines) if other > line and not other.startswith("#")), len(lines))
    return "\n".join([*lines[:place], line, *lines[place:]]) + "\n"


def current_version():
    version = re.search(r"VERSION\s+(\d+\.\d+)", (SOURCE / "CMakeLists.txt").read_text("utf-8").split("project(", 1)[1])
    return version[1]
