"""The package's own files: the order in which they import each other, and the Python versions that they are for."""

import ast
import re
import sys
import unittest
from pathlib import Path

import helhedsplan
from support import SOURCE

PACKAGE = Path(helhedsplan.__file__).parent
FILES = sorted(path for path in PACKAGE.glob("*.py"))
SOURCES = [*FILES, *(SOURCE / "bindings/python").glob("*/*.py"), SOURCE / "bindings/python/setup.py"]
OLDEST = (3, 9)
#: Names of the standard library and syntax of later versions, in the code of the package.
NEWER = re.compile(r"\bzip\(.*strict=|\bslots=True|\bmatch \w+:$|\bExceptionGroup|\btomllib|\.removesuffix\(|itertools\.pairwise"
                   r"|\bTypeAlias\b|\bSelf\b|\bStrEnum\b|\baiter\(|\bimport_from\b|int\.bit_count|datetime\.UTC|\bbatched\b")


def documented_order():
    """The list in the docstring of _library.py."""
    text = (PACKAGE / "_library.py").read_text(encoding="utf-8")
    listed = re.search(r"\n\n((?:    .*\n)+)", ast.get_docstring(ast.parse(text), clean=False) + "\n").group(1)
    return re.findall(r"\w+", listed)


def imports(tree):
    """The files of the package that a file loads, in functions too; not those that only type checkers see."""
    unseen = {id(inner) for node in ast.walk(tree) if isinstance(node, ast.If) and isinstance(node.test, ast.Name)
              and node.test.id == "TYPE_CHECKING" for each in node.body for inner in ast.walk(each)}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.level and id(node) not in unseen:
            yield from [node.module] if node.module else [alias.name for alias in node.names]


class Order(unittest.TestCase):
    def test_nothing_imports_upwards(self):
        order = documented_order()
        floor = {name: number for number, name in enumerate(order)}
        named = {path.stem for path in FILES} - {"__main__"}
        self.assertLessEqual(named, set(order))
        for path in FILES:
            if path.stem == "__main__":
                continue
            for name in imports(ast.parse(path.read_text(encoding="utf-8"))):
                self.assertLess(floor[name], floor[path.stem], f"{path.stem} imports {name}")

    def test_it_can_fail(self):
        self.assertEqual(list(imports(ast.parse("from ._plan import x\nif TYPE_CHECKING:\n    from ._y import z\n"
                                                "def f():\n    from . import _words"))), ["_plan", "_words"])

    def test_size(self):
        for path in FILES:
            if path.stem != "_cdef":
                self.assertLess(path.read_text(encoding="utf-8").count("\n"), 800, path.name)


class Versions(unittest.TestCase):
    def test_syntax(self):
        """All files have the syntax of the oldest version; only Debian's own version can be run here."""
        self.assertGreater(len(SOURCES), 40)
        for path in SOURCES:
            ast.parse(path.read_text(encoding="utf-8"), str(path), feature_version=OLDEST)
        with self.assertRaises(SyntaxError):
            ast.parse("match x:\n    case 1: pass\n", feature_version=OLDEST)

    def test_annotations_are_not_evaluated(self):
        """`int | None` in annotations needs 3.10, unless they stay text."""
        for path in FILES:
            tree = ast.parse(path.read_text(encoding="utf-8"))
            if any(isinstance(node, (ast.FunctionDef, ast.AnnAssign)) for node in ast.walk(tree)) and path.stem not in (
                    "__main__", "__init__", "_cdef"):
                self.assertIn("from __future__ import annotations", path.read_text(encoding="utf-8"), path.name)

    def test_library(self):
        for path in FILES:
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                self.assertIsNone(NEWER.search(line), f"{path.name}:{number}")

    def test_metadata(self):
        text = (SOURCE / "bindings/python/pyproject.toml").read_text(encoding="utf-8")
        self.assertIn('requires-python = ">=3.9"', text)
        self.assertIn(f'"Programming Language :: Python :: {sys.version_info[0]}.{sys.version_info[1]}"', text)


if __name__ == "__main__":
    unittest.main()
