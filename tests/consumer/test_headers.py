"""Each public header compiles alone, included twice, as C99 and as C++17, without warnings. The umbrella header keeps
every constant with its value when it is preprocessed, which is all that some readers of headers see."""

import argparse
import os
import re
import subprocess
import sys
from pathlib import Path

WARNINGS = ["-Wall", "-Wextra", "-pedantic", "-Werror"]


TEXTS = {"HHP_API", "HHP_VERSION_STRING"}  # macros that are no numbers


def preprocessor_faults(compiler, folders):
    """Names of the headers that are no constants of the preprocessed umbrella header, and those of another value."""
    include = [f"-I{folder}" for folder in folders]
    umbrella = "#include <helhedsplan/helhedsplan.h>\n"
    done = subprocess.run([*compiler, "-E", "-P", *include, "-"], input=umbrella, text=True, capture_output=True, check=True)
    without = re.sub(r"/\*.*?\*/", "", "".join(path.read_text("utf-8") for folder in folders
                                              for path in folder.glob("helhedsplan/*.h")), flags=re.DOTALL)
    expected = set(re.findall(r"\b(HHP_\w+) +=|#\s*define\s+(HHP_\w+) ", without))
    expected = {one or other for one, other in expected} - TEXTS
    found = {name: value for body in re.findall(r"\benum hhp_\w+_constant\s*\{(.*?)\}", done.stdout, flags=re.DOTALL)
             for name, value in re.findall(r"\b(HHP_\w+) = ([-0-9 ]+)", body)}
    yield from (f"{name} is lost by the preprocessor" for name in sorted(expected - found.keys()))
    # With the headers as they are, where macros come before constants. -1 is the same as SIZE_MAX.
    same = "".join(f"typedef char is_{name}[{name} == ({value}) ? 1 : -1];\n" for name, value in found.items())
    done = subprocess.run([*compiler, "-fsyntax-only", *include, "-"], input=umbrella + same, text=True, capture_output=True)
    if done.returncode != 0 or len(found) < 150:
        yield f"constants have other values when they are preprocessed, or are missing:\n{done.stderr}"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cc", required=True)
    parser.add_argument("--cxx")
    arguments = parser.parse_args()

    source = Path(os.environ["HHP_SOURCE_DIR"], "include")
    build = Path(os.environ["HHP_BUILD_DIR"], "include")
    headers = sorted(path.relative_to(folder) for folder in (source, build) for path in folder.glob("helhedsplan/*.h"))
    if len(headers) < 2:
        sys.exit("no headers found")

    compilers = [[arguments.cc, "-std=c99", "-x", "c"]]
    if arguments.cxx:
        compilers.append([arguments.cxx, "-std=c++17", "-x", "c++"])
    failed = 0
    for header in headers:
        text = f"#include <{header}>\n#include <{header}>\nextern int hhp_nothing;\n"
        if header.name == "helhedsplan-ffi.h":  # which has no preprocessor lines, and so no guard
            text = f"#include <stddef.h>\n#include <stdint.h>\n#include <{header}>\nextern int hhp_nothing;\n"
        for compiler in compilers:
            command = [*compiler, *WARNINGS, "-fsyntax-only", f"-I{source}", f"-I{build}", "-"]
            run = subprocess.run(command, input=text, text=True, capture_output=True)
            if run.returncode != 0:
                failed += 1
                print(f"{header} with {' '.join(compiler)}:\n{run.stderr}")
    for compiler in compilers:
        for fault in preprocessor_faults(compiler, (source, build)):
            failed += 1
            print(fault)
    print(f"{len(headers)} headers, {len(compilers)} languages, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
