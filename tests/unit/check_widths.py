#!/usr/bin/python3
"""Compares the table of lib/base/width.c with Unicode, by Python's own tables of the same version."""
import os
import re
import sys
import unicodedata

ROOT = os.environ.get("HHP_SOURCE_DIR", os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
SKIPPED = 77

# Visible format characters: the soft hyphen, and Arabic and other signs that enclose the following text.
SEEN = {0xad, *range(0x600, 0x606), 0x6dd, 0x70f, 0x890, 0x891, 0x8e2, 0x110bd, 0x110cd}


def is_jamo(code):
    """Vowels and finals of Hangul, which are combined with the initial into one syllable."""
    return 0x1160 <= code <= 0x11ff or 0xd7b0 <= code <= 0xd7ff


def expected(code):
    character = chr(code)
    category = unicodedata.category(character)
    if is_jamo(code) or (category in ("Mn", "Me", "Cf") and code not in SEEN):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def main():
    path = os.environ.get("HHP_CHANGED", "")  # by tests/mutation/mutate.py
    if os.path.basename(path) != "width.c":
        path = os.path.join(ROOT, "lib", "base", "width.c")
    with open(path, encoding="utf-8") as file:
        text = file.read()
    version = re.search(r"Unicode (\d+\.\d+)", text).group(1)
    if not unicodedata.unidata_version.startswith(version + "."):
        print("The table is of Unicode %s, Python's of %s." % (version, unicodedata.unidata_version))
        return SKIPPED
    ranges = [(int(first, 16), int(last, 16), int(columns)) for first, last, columns in
              re.findall(r"\{(0x[0-9a-f]+), (0x[0-9a-f]+), (\d+)\}", text)]
    wrong = []
    for (_, last, _), (first, _, _) in zip(ranges, ranges[1:]):
        if first <= last:
            wrong.append("U+%04X is out of order" % first)
    columns = {code: width for first, last, width in ranges for code in range(first, last + 1)}
    checked = 0
    for code in range(0x20, sys.maxunicode + 1):
        if unicodedata.category(chr(code)) in ("Cn", "Cs", "Co", "Cc"):
            continue
        checked += 1
        if columns.get(code, 1) != expected(code):
            wrong.append("U+%04X %s: %d, not %d" % (code, unicodedata.name(chr(code), "?"), columns.get(code, 1),
                                                    expected(code)))
    print("\n".join(wrong[:40]))
    print("%d ranges, %d characters, %d wrong" % (len(ranges), checked, len(wrong)))
    return 1 if wrong or checked < 100000 else 0


if __name__ == "__main__":
    sys.exit(main())
