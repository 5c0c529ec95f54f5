"""Generates helhedsplan/_cdef.py, the declarations for cffi, from the headers of the library.

The umbrella header lists the others. Comments, and what only the preprocessor or C++ reads, are removed; the rest must
contain every function that the headers export."""

import argparse
import re
import sys
from pathlib import Path

import cffi

INCLUDE = re.compile(r"^[ \t]*#[ \t]*include[ \t]*<(helhedsplan/[\w.]+)>", re.M)
NUMBER = re.compile(r"^[ \t]*#[ \t]*define[ \t]+(HHP_\w+)[ \t]+(\d+)[ \t]*$", re.M)
EXPORTED = re.compile(r"\bHHP_API\b[^;]*?\b(hhp_\w+)\s*\(")


def without_comments(text):
    return re.sub(r"//[^\n]*", "", re.sub(r"/\*.*?\*/", "", text, flags=re.S))


def read(folders, name):
    """The text of a header, from the first folder that has it."""
    path = next((found for folder in folders if (found := Path(folder) / name).is_file()), None)
    if path is None:
        sys.exit(f"no {name} in {', '.join(map(str, folders)) or 'any folder'}; say where it is in HELHEDSPLAN_INCLUDE")
    return path.read_text(encoding="utf-8")


def headers(folders, name="helhedsplan/helhedsplan.h", seen=None):
    """The texts of a header and of those that it includes, each once, in the order of a compiler."""
    seen = set() if seen is None else seen
    if name in seen:
        return []
    seen.add(name)
    text = without_comments(read(folders, name))
    return [each for inner in INCLUDE.findall(text) for each in headers(folders, inner, seen)] + [text]


def declarations(text):
    """The declarations for cffi in a header: enums, types, functions, and constants that are plain numbers."""
    constants = "".join(f"#define {name} {value}\n" for name, value in NUMBER.findall(text))
    text = re.sub(r"^[ \t]*#(?:[^\n]*\\\n)*[^\n]*$", "", text, flags=re.M)
    text = re.sub(r'extern\s+"C"\s*\{(.*)\}', r"\1", text, flags=re.S)
    return constants + re.sub(r"\bHHP_API\b", "", text)


def make(folders, target, module="helhedsplan._cdef"):
    """Writes the module; ends the program if a function of the headers is missing from it."""
    texts = headers(folders)
    ffi = cffi.FFI()
    for text in texts:
        ffi.cdef(declarations(text))
    exported = {name for text in texts for name in EXPORTED.findall(text)}
    arrived = {name.split()[1] for name in ffi._parser._declarations if name.startswith("function ")}
    if exported != arrived or not exported:
        sys.exit(f"exported by the headers and not arrived: {sorted(exported - arrived)}; "
                 f"arrived and not exported: {sorted(arrived - exported)}")
    ffi.set_source(module, None)
    ffi.emit_python_code(str(target))
    return exported


def version(folders):
    """The version of the library that the headers belong to."""
    return re.search(r'#\s*define\s+HHP_VERSION_STRING\s+"([^"]+)"', read(folders, "helhedsplan/version.h")).group(1)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--include", action="append", required=True, help="a folder that holds helhedsplan/*.h")
    parser.add_argument("target", help="the module to write")
    arguments = parser.parse_args()
    print(len(make(arguments.include, arguments.target)), "functions")


if __name__ == "__main__":
    main()
