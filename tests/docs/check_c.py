"""Compiles every block of C with the headers, as C99 without warnings, and compares quoted blocks with their file.

A block with main, or with functions, is compiled as it is; other blocks become the body of a function that has
variables for a plan, a report and so on.
"""

import argparse
import os
import re
import subprocess
from pathlib import Path

from documents import SOURCE, blocks, documents, finish

INCLUDES = """#include <helhedsplan/helhedsplan.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
"""

FUNCTION = """void must(hhp_status status);
void fragment(hhp_plan *plan, hhp_report *report, const hhp_finding *finding, const char *json, size_t length);
void fragment(hhp_plan *plan, hhp_report *report, const hhp_finding *finding, const char *json, size_t length) {
  (void)plan; (void)report; (void)finding; (void)json; (void)length;
  {
%s  }
}
"""

DEFINES_FUNCTION = re.compile(r"^\w[\w *]*[ *]\w+\([^;{=]*\)\s*\{", re.MULTILINE)


def program(text):
    if re.search(r"\bint main\(", text):
        return text
    if DEFINES_FUNCTION.search(text) or text.lstrip().startswith(("typedef", "enum", "struct")):
        return INCLUDES + text
    included = "".join(line + "\n" for line in text.splitlines() if line.startswith("#include"))
    rest = "".join(line + "\n" for line in text.splitlines() if not line.startswith("#include"))
    return INCLUDES + included + FUNCTION % rest


def compile_block(compiler, block):
    headers = [f"-I{SOURCE / 'include'}", f"-I{Path(os.environ['HHP_BUILD_DIR']) / 'include'}"]
    warnings = ["-Wall", "-Wextra", "-Werror", "-Wno-unused-function"]
    command = [compiler, "-std=c99", *warnings, *headers, "-fsyntax-only", "-x", "c", "-"]
    done = subprocess.run(command, input=program(block.text), text=True, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT)
    return done.stdout if done.returncode != 0 else ""


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cc", default="cc")
    compiler = parser.parse_args().cc
    faults, count = [], 0
    for path in documents():
        for block in blocks(path):
            if block.source and block.text not in (SOURCE / block.source).read_text("utf-8"):
                faults.append(f"{block.place}: {block.source} does not have these lines")
            if block.language != "c":
                continue
            count += 1
            errors = compile_block(compiler, block)
            if errors:
                faults.append(f"{block.place}:\n{errors}")
    finish(faults, f"{count} blocks of C compile")


if __name__ == "__main__":
    main()
