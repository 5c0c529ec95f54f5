"""Every block of every page is run by a test, or is a stated exception.

RUN says which test runs the blocks of a language on a page; the first row that fits counts. The test has to exist, and where
it reads pages by name, its file has to name the page. EXCEPTIONS are the blocks that no test runs, with the reason; one that is
no longer there is an error too.
"""

import argparse
import re
import subprocess
from fnmatch import fnmatchcase

from documents import SOURCE, blocks, finish, is_registered, name_of, pages

# Pages, language, test, its file.
RUN = [
    ("docs/databases.md", "*", "databases.documented", "tests/databases/test_documented.py"),
    ("docs/howto-postgresql.md", "*", "databases.documented", "tests/databases/test_documented.py"),
    ("docs/ci.md", "yaml", "integration.documented", "tests/integrations/test_documented.py"),
    ("docs/ci.md", "sh", "integration.documented", "tests/integrations/test_documented.py"),
    ("docs/ci.md", "groovy", "integration.documented", "tests/integrations/test_documented.py"),
    ("docs/rules.md", "diff", "docs.tables", "tests/docs/check_docs.py"),  # generated from the examples, which corpus.corpus_rules runs
    ("*", "c", "docs.c", "tests/docs/check_c.py"),
    ("*", "console", "docs.console", "tests/docs/check_console.py"),
    ("*", "json", "docs.json", "tests/docs/check_json.py"),
    ("*", "sh", "docs.shell", "tests/docs/check_shell.py"),
    ("docs/getting-started.md", "python", "docs.console", "tests/docs/check_console.py"),  # a file that a console block runs
    ("docs/howto-binding.md", "python", "docs.console", "tests/docs/check_console.py"),
    ("docs/tables.md", "python", "python.package", "bindings/python/tests/test_tables.py"),
    ("docs/howto-excel.md", "python", "python.package", "bindings/python/tests/test_tables.py"),
    ("*", "python", "python.package", "bindings/python/tests/test_package.py"),
    ("*", "js", "npm.documents", "bindings/npm/tests/documents.cjs"),
    ("*", "ts", "npm.documents", "bindings/npm/tests/documents.cjs"),
    ("docs/five-minutes.md", "text", "npm.documents", "bindings/npm/tests/documents.cjs"),
    ("bindings/npm/README.md", "text", "npm.documents", "bindings/npm/tests/documents.cjs"),
    *(("*", language, "docs.others", "tests/docs/check_others.py") for language in ("yaml", "cmake", "cs", "lua", "lisp", "text")),
]
# Files that name the pages which they read.
BY_NAME = {"tests/databases/test_documented.py", "tests/integrations/test_documented.py", "bindings/npm/tests/documents.cjs",
           "bindings/python/tests/test_tables.py"}

# Page, language, the beginning of the block: why no test runs it.
EXCEPTIONS = {
    ("docs/ci.md", "dockerfile", "FROM debian:12"): "needs a registry; `make install` in it is what tools/test-bare runs in Debian 12",
}


def tests(ctest, build):
    listed = subprocess.run([ctest, "--test-dir", build, "-N"], stdout=subprocess.PIPE, encoding="utf-8", check=True).stdout
    return set(re.findall(r"^ +Test +#\d+: (\S+)", listed, re.MULTILINE))


def row_of(page, language):
    return next((row for row in RUN if fnmatchcase(page, row[0]) and fnmatchcase(language, row[1])), None)


def exception_of(page, block):
    return next((key for key in EXCEPTIONS if key[:2] == (page, block.language) and block.text.startswith(key[2])), None)


def fault_of(page, block, known):
    row = row_of(page, block.language)
    if row is None:
        return "no test runs it"
    _, _, test, file = row
    if known and test not in known and not is_registered(test):
        return f"there is no test {test}"
    if not (SOURCE / file).exists():
        return f"there is no {file}"
    if file in BY_NAME and page.rsplit("/", 1)[-1] not in (SOURCE / file).read_text("utf-8"):
        return f"{file} does not read this page"
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ctest", help="looks up the tests, in --build")
    parser.add_argument("--build")
    parser.add_argument("--list", action="store_true", help="prints each block with its test")
    arguments = parser.parse_args()
    known = tests(arguments.ctest, arguments.build) if arguments.ctest else set()
    faults, used, count = [], set(), 0
    for path in pages():
        page = name_of(path)
        for block in blocks(path):
            count += 1
            exception = exception_of(page, block)
            used.add(exception)
            fault = None if exception else fault_of(page, block, known)
            faults += [f"{block.place}: {block.language or 'a block without a language'}: {fault}"] if fault else []
            if arguments.list:
                print(f"{block.place}\t{block.language}\t{EXCEPTIONS[exception] if exception else fault or row_of(page, block.language)[2]}")
    faults += [f"{key[0]}: the exception “{key[2]}” is not there" for key in EXCEPTIONS if key not in used]
    finish(faults, f"{count} blocks, {len(EXCEPTIONS)} of them exceptions")


if __name__ == "__main__":
    main()
