#!/usr/bin/env python3
"""The stored inputs of the fuzz targets: many inputs in a file, so that a clone has few files.

  inputs.py unpack FILE FOLDER    an input a file, as libFuzzer reads them
  inputs.py pack FOLDER FILE      the other way round; the files of the folder replace what was stored

Each input is a line with its length in bytes, and a blank and its name if it has one; then its bytes, and a line break.
Those without are named by the SHA-1 of their bytes, as libFuzzer does. replay.c reads this too.
"""
import hashlib
import pathlib
import re
import shutil
import sys

NAMED_BY_HASH = re.compile("[0-9a-f]{40}")


def read(path):
    """Name -> bytes."""
    text, at, found = path.read_bytes(), 0, {}
    while at < len(text):
        end = text.index(b"\n", at)
        length, _, name = text[at:end].decode().partition(" ")
        content = text[end + 1:end + 1 + int(length)]
        if len(content) != int(length) or text[end + 1 + int(length):end + 2 + int(length)] != b"\n":
            raise ValueError(f"{path}: the input at byte {at} is not of that length")
        found[name or hashlib.sha1(content).hexdigest()] = content
        at = end + 2 + int(length)
    return found


def write(path, inputs):
    """Those with a name first. The same inputs give the same file."""
    named = sorted((name, content) for name, content in inputs.items() if not NAMED_BY_HASH.fullmatch(name))
    others = sorted({content for name, content in inputs.items() if NAMED_BY_HASH.fullmatch(name)}
                    - {content for _, content in named}, key=lambda content: (len(content), content))
    parts = [f"{len(content)} {name}\n".encode() + content + b"\n" for name, content in named]
    parts += [f"{len(content)}\n".encode() + content + b"\n" for content in others]
    path.write_bytes(b"".join(parts))


def unpack(path, folder):
    """Replaces the folder."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name, content in read(path).items():
        (folder / name).write_bytes(content)


def pack(folder, path):
    write(path, {one.name: one.read_bytes() for one in folder.iterdir()})


def main():
    if len(sys.argv) != 4 or sys.argv[1] not in ("pack", "unpack"):
        sys.exit(__doc__)
    {"pack": pack, "unpack": unpack}[sys.argv[1]](pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3]))


if __name__ == "__main__":
    main()
