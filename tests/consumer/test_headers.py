"""Each public header compiles alone, included twice, as C99 and as C++17, without warnings."""

import argparse
import os
import subprocess
import sys
from pathlib import Path

WARNINGS = ["-Wall", "-Wextra", "-pedantic", "-Werror"]


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
        for compiler in compilers:
            command = [*compiler, *WARNINGS, "-fsyntax-only", f"-I{source}", f"-I{build}", "-"]
            run = subprocess.run(command, input=text, text=True, capture_output=True)
            if run.returncode != 0:
                failed += 1
                print(f"{header} with {' '.join(compiler)}:\n{run.stderr}")
    print(f"{len(headers)} headers, {len(compilers)} languages, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
