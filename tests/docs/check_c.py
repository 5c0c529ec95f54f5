"""Compiles every block of C with the headers, as C99 without warnings, runs the fragments, and compares quoted blocks with
their file.

A block with main, or with functions, is compiled as it is; other blocks become the body of a function that has
variables for a plan, a report and so on, those of Vollsmose 2016-2020, and is called. A comment after a `printf` is what
it prints. Programs with main are run by check_console.py, and functions only compiled.
"""

import argparse
import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from documents import SOURCE, blocks, finish, pages

HEADERS = [f"-I{SOURCE / 'include'}", f"-I{Path(os.environ['HHP_BUILD_DIR']) / 'include'}"]

INCLUDES = """#include <helhedsplan/helhedsplan.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
"""

FUNCTION = """static void must(hhp_status status) {
  if (status != HHP_OK)
    exit(3);
}
void fragment(hhp_plan *plan, hhp_report *report, const hhp_finding *finding, const char *json, size_t length);
void fragment(hhp_plan *plan, hhp_report *report, const hhp_finding *finding, const char *json, size_t length) {
  (void)plan; (void)report; (void)finding; (void)json; (void)length;
  {
%s  }
}
"""

MAIN = """
int main(void) {
  hhp_plan *plan = NULL;
  hhp_report *report = NULL;
  char *json = NULL;
  size_t length = 0;
  must(hhp_report_new(&report));
  must(hhp_plan_load(&plan, "plan.helhedsplan.json", NULL));
  must(hhp_plan_dump(plan, &json, &length));
  must(hhp_check(json, length, NULL, report));
  const hhp_finding *finding = NULL;
  for (size_t i = 0; finding == NULL && i < hhp_report_count(report); i++)
    if (strcmp(hhp_finding_rule(hhp_report_at(report, i)), "HP401") == 0)
      finding = hhp_report_at(report, i);
  fragment(plan, report, finding, json, length);
  hhp_free(json);
  hhp_report_free(report);
  hhp_plan_free(plan);
  return 0;
}
"""

VOLLSMOSE = SOURCE / "examples" / "vollsmose-2016-2020.helhedsplan.json"
SHOWN = re.compile(r"\bprintf\(.*\); /\* (.+?) \*/$", re.MULTILINE)
DEFINES_FUNCTION = re.compile(r"^\w[\w *]*[ *]\w+\([^;{=]*\)\s*\{", re.MULTILINE)


def program(text):
    if re.search(r"\bint main\(", text):
        return text
    if DEFINES_FUNCTION.search(text) or text.lstrip().startswith(("typedef", "enum", "struct")):
        return INCLUDES + text
    included = "".join(line + "\n" for line in text.splitlines() if line.startswith("#include"))
    rest = "".join(line + "\n" for line in text.splitlines() if not line.startswith("#include"))
    return INCLUDES + included + FUNCTION % rest


def is_fragment(text):
    return not re.search(r"\bint main\(", text) and program(text) != INCLUDES + text


def run_fragment(arguments, block):
    """What is wrong with it, when it is called with the plan of Vollsmose."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(VOLLSMOSE, Path(folder) / "plan.helhedsplan.json")
        source, name = Path(folder) / "fragment.c", Path(folder) / "fragment"
        source.write_text(program(block.text) + MAIN, "utf-8")
        built = subprocess.run([arguments.cc, "-std=c99", *arguments.flags.split(), "-o", name, source, *HEADERS, arguments.library],
                               stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        if built.returncode != 0:
            return built.stdout
        done = subprocess.run([name], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8",
                              env={**os.environ, "LD_LIBRARY_PATH": str(Path(arguments.library).parent)})
    lacking = [shown for shown in SHOWN.findall(block.text) if shown not in done.stdout]
    return f"ends with {done.returncode}, does not print {lacking}, but:\n{done.stdout}" if done.returncode != 0 or lacking else ""


def compile_block(compiler, block):
    warnings = ["-Wall", "-Wextra", "-Werror", "-Wno-unused-function"]
    command = [compiler, "-std=c99", *warnings, *HEADERS, "-fsyntax-only", "-x", "c", "-"]
    done = subprocess.run(command, input=program(block.text), text=True, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT)
    return done.stdout if done.returncode != 0 else ""


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cc", default="cc")
    parser.add_argument("--flags", default="")
    parser.add_argument("--library", default=os.environ.get("HHP_LIBRARY"), help="without it, nothing is run")
    arguments = parser.parse_args()
    faults, count, ran = [], 0, 0
    for path in pages():
        for block in blocks(path):
            if block.source and block.text not in (SOURCE / block.source).read_text("utf-8"):
                faults.append(f"{block.place}: {block.source} does not have these lines")
            if block.language != "c":
                continue
            count += 1
            errors = compile_block(arguments.cc, block)
            if not errors and arguments.library and is_fragment(block.text):
                ran += 1
                errors = run_fragment(arguments, block)
            if errors:
                faults.append(f"{block.place}:\n{errors}")
    finish(faults, f"{count} blocks of C compile, {ran} fragments run")


if __name__ == "__main__":
    main()
