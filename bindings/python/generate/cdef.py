"""Generates helhedsplan/_cdef.py, the declarations for cffi, from the headers of the library.

The umbrella header lists the others. It holds the functions and constants that the sources of the package name as lib.hhp_...
and lib.HHP_..., and all types; the size does not depend on the number of entities and fields."""

import argparse
import re
import sys
from pathlib import Path

import cffi

PACKAGE = Path(__file__).resolve().parents[1] / "helhedsplan"
INCLUDE = re.compile(r"^[ \t]*#[ \t]*include[ \t]*<(helhedsplan/[\w.]+)>", re.M)
NUMBER = re.compile(r"^[ \t]*#[ \t]*define[ \t]+(HHP_\w+)[ \t]+(\d+)[ \t]*$", re.M)
FUNCTION = re.compile(r"\b(hhp_\w+)\s*\([^()]*\)\s*$")
USED = re.compile(r"\b(?:_?lib|opened|_DECLARED)\.(hhp_\w+|HHP_\w+)")


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


def names(folders):
    """The names of the headers that the umbrella header includes, and its own."""
    seen = set()
    headers(folders, seen=seen)
    return sorted(seen)


def statements(text):
    """The declarations of a header, without what only the preprocessor or C++ reads."""
    text = re.sub(r"^[ \t]*#(?:[^\n]*\\\n)*[^\n]*$", "", text, flags=re.M)
    text = re.sub(r'extern\s+"C"\s*\{(.*)\}', r"\1", text, flags=re.S)
    found, depth, start = [], 0, 0
    for position, character in enumerate(text):
        depth += {"{": 1, "}": -1}.get(character, 0)
        if character == ";" and depth == 0:
            found.append(" ".join(text[start:position].split()))
            start = position + 1
    return found


def numbers(texts, declared):
    """The constants: macros that are plain numbers, and enumerators."""
    ffi = cffi.FFI()
    ffi.cdef("".join(f"{each};\n" for each in declared if each.startswith("enum") and "{" in each))
    return {**{name: int(value) for text in texts for name, value in NUMBER.findall(text)}, **ffi._parser._int_constants}


def used(package):
    """The functions and constants that the sources of the package name."""
    return {name for path in sorted(Path(package).glob("*.py")) if path.name != "_cdef.py"
            for name in USED.findall(path.read_text(encoding="utf-8"))}


def declarations(folders, package):
    """The text for cffi; ends the program if a name that the package uses is not in the headers."""
    texts = headers(folders)
    declared = [each for text in texts for each in statements(text)]
    functions = {found.group(1): each.replace("HHP_API", "") for each in declared
                 if each.startswith("HHP_API") and (found := FUNCTION.search(each))}
    constants = numbers(texts, declared)
    wanted = used(package)
    missing = sorted(wanted - functions.keys() - constants.keys())
    if missing or not wanted & functions.keys():
        sys.exit(f"used by the package and not declared by the headers: {', '.join(missing) or 'no function at all'}")
    lines = [f"#define {name} {constants[name]}" for name in sorted(wanted & constants.keys())]
    lines += [f"{each};" for each in declared if each.startswith("typedef")]
    return "\n".join([*lines, *(f"{functions[name]};" for name in sorted(wanted & functions.keys()))]) + "\n"


def make(folders, target, module="helhedsplan._cdef", package=PACKAGE):
    """Writes the module; returns the names of its functions."""
    text = declarations(folders, package)
    ffi = cffi.FFI()
    ffi.cdef(text)
    ffi.set_source(module, None)
    ffi.emit_python_code(str(target))
    return sorted(name.split()[1] for name in ffi._parser._declarations if name.startswith("function "))


def version(folders):
    """The version of the library that the headers belong to."""
    return re.search(r'#\s*define\s+HHP_VERSION_STRING\s+"([^"]+)"', read(folders, "helhedsplan/version.h")).group(1)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--include", action="append", required=True, help="a folder that holds helhedsplan/*.h")
    parser.add_argument("--package", default=PACKAGE, help="the folder of the sources that use the functions")
    parser.add_argument("target", help="the module to write")
    arguments = parser.parse_args()
    print(len(make(arguments.include, arguments.target, package=arguments.package)), "functions")


if __name__ == "__main__":
    main()
