"""The package: how it finds the library, the command, the examples, and the types."""

import ast
import doctest
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import helhedsplan
from helhedsplan._entity import class_of
from helhedsplan._fields import entities
from support import SOURCE, VOLLSMOSE, sanitized

PACKAGE = Path(helhedsplan.__file__).parent
ENTITIES = [info.name for info in entities()]
BACKEND = [str(Path(sys.modules["_cffi_backend"].__file__).parent)]
BUNDLED = PACKAGE / "_bundle"


def python(*arguments, **environment):
    return subprocess.run([sys.executable, *map(str, arguments)], capture_output=True, text=True, check=False,
                          env={**os.environ, **environment}, encoding="utf-8")


class Library(unittest.TestCase):
    def test_which_one(self):
        if os.environ.get("HHP_WHEEL"):
            self.assertEqual(Path(helhedsplan.library_path).parent, BUNDLED)
        else:
            self.assertEqual(helhedsplan.library_path, os.environ["HELHEDSPLAN_LIBRARY"])

    def test_that_of_the_environment_comes_first(self):
        wanted = os.environ["HHP_LIBRARY"]
        found = python("-c", "import helhedsplan; print(helhedsplan.library_path)", HELHEDSPLAN_LIBRARY=wanted)
        self.assertEqual(found.stdout.strip(), wanted, found.stderr)

    def test_that_of_the_system_comes_last(self):
        """Without a bundled library, the loader finds it by its soname, here through LD_LIBRARY_PATH."""
        with tempfile.TemporaryDirectory() as folder:
            shutil.copytree(PACKAGE, Path(folder) / "helhedsplan", ignore=shutil.ignore_patterns("_bundle", "__pycache__"))
            found = python("-c", "import helhedsplan; print(helhedsplan.library_path, len(helhedsplan.rules()))",
                           PYTHONPATH=os.pathsep.join([folder, os.environ.get("PYTHONPATH", "")]), HELHEDSPLAN_LIBRARY="",
                           LD_LIBRARY_PATH=str(Path(os.environ["HHP_LIBRARY"]).parent))
            self.assertRegex(found.stdout, r"^libhelhedsplan\.so\.1 \d+$", found.stderr)

    def test_none_and_the_wrong_one(self):
        for wrong in ("/ingen/libhelhedsplan.so.1", "libc.so.6"):
            found = python("-c", "import helhedsplan", HELHEDSPLAN_LIBRARY=wrong)
            self.assertIn("ImportError: libhelhedsplan cannot be loaded", found.stderr)

    def test_without_cffi(self):
        found = python("-c", "import sys; sys.modules['_cffi_backend'] = None; import helhedsplan")
        self.assertIn("ModuleNotFoundError: helhedsplan needs the Python package cffi", found.stderr)

    @unittest.skipIf(sanitized(), "the library that is compiled here has no sanitizer")
    def test_another_abi_and_an_older_one(self):
        compiler = shutil.which("cc")
        if compiler is None:
            self.skipTest("no compiler")
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "other.so"
            for abi, reason in ((99, "has the ABI 99, and this package is for 1"), (1, "is older than this package: .*hhp_")):
                subprocess.run([compiler, "-shared", "-fPIC", "-x", "c", "-o", path, "-"], check=True, text=True,
                               input=f"int hhp_abi_version(void); int hhp_abi_version(void) {{ return {abi}; }}")
                found = python("-c", "import helhedsplan", HELHEDSPLAN_LIBRARY=str(path))
                self.assertRegex(found.stderr, rf"ImportError: .*other\.so {reason}")


class OtherLibrary(unittest.TestCase):
    @unittest.skipIf(os.environ.get("HHP_WHEEL"), "a program needs no cffi but its backend; run with the sources")
    def test_a_newer_one(self):
        """A newer library has fields and entities that the headers of the package lack. They are accessible all the same."""
        sys.path.insert(0, str(SOURCE / "bindings/python/generate"))
        self.addCleanup(sys.path.remove, sys.path[0])
        import cdef

        with tempfile.TemporaryDirectory() as folder:
            include, package = Path(folder) / "helhedsplan-headers", Path(folder) / "helhedsplan"
            for source in (SOURCE / "include", Path(os.environ["HHP_BUILD_DIR"]) / "include"):
                shutil.copytree(source, include, dirs_exist_ok=True)
            for header in (include / "helhedsplan").glob("*.h"):
                text = re.sub(r"HHP_API[^;]*\bhhp_(approval_\w+|plan_(set_vision|vision|\w*approval\w*))\([^;]*;", "",
                              header.read_text(encoding="utf-8"))
                header.write_text(text, encoding="utf-8")
            shutil.copytree(PACKAGE, package)
            cdef.make([include], package / "_cdef.py")
            found = python("-c", "import helhedsplan as h, sys\n"
                           "plan = h.Plan.load(sys.argv[1])\n"
                           "print([name for name in ('vision', 'approvals', 'goals') if hasattr(plan, name)])\n"
                           "print(hasattr(h, 'Approval'), 'vision' in plan.to_dict(), '\"vision\"' in plan.dump())",
                           SOURCE / "examples/complete.helhedsplan.json",
                           PYTHONPATH=os.pathsep.join([folder, os.environ.get("PYTHONPATH", "")]),
                           HELHEDSPLAN_LIBRARY=os.environ["HHP_LIBRARY"])
            self.assertEqual(found.stdout, "['vision', 'approvals', 'goals']\nTrue True True\n", found.stderr)


    def test_a_type_that_is_newer(self):
        """A field of a type that the package does not know is not accessible, but stays in the plan."""
        found = python("-c", "import sys\n"
                       "import helhedsplan as h\n"
                       "from helhedsplan import _fields\n"
                       "class Newer:\n"
                       "    def __getattr__(self, name):\n"
                       "        return getattr(lib, name)\n"
                       "    def hhp_field_type(self, handle):\n"
                       "        return 99 if _fields.given(lib.hhp_field_name(handle)) == 'vision' else lib.hhp_field_type(handle)\n"
                       "lib, _fields.lib = _fields.lib, Newer()\n"
                       "plan = h.Plan.load(sys.argv[1])\n"
                       "print([name for name in ('vision', 'goals') if hasattr(plan, name)])\n"
                       "print('vision' in plan.to_dict(), '\"vision\"' in plan.dump(), plan.copy() == plan)",
                       SOURCE / "examples/complete.helhedsplan.json")
        self.assertEqual(found.stdout, "['goals']\nFalse True True\n", found.stderr)


class Command(unittest.TestCase):
    def test_validate(self):
        if not (os.environ.get("HELHEDSPLAN_COMMAND") or (BUNDLED / "helhedsplan").is_file()):
            self.skipTest("there is no command")
        found = python("-m", "helhedsplan", "validate", "--format", "json", VOLLSMOSE)
        self.assertEqual(found.returncode, 1, found.stderr)
        self.assertEqual(found.stdout, helhedsplan.check(VOLLSMOSE).render("json"))

    def test_none(self):
        found = python("-c", "import runpy, sys, helhedsplan.__main__ as m; m.__file__ = '/x/y'; m.main()",
                       PATH="", HELHEDSPLAN_COMMAND="")
        self.assertIn("There is no command helhedsplan", found.stderr)
        self.assertEqual(found.returncode, 1)


class Examples(unittest.TestCase):
    def test_vollsmose(self):
        with tempfile.TemporaryDirectory() as folder:
            target = Path(folder) / "ny.helhedsplan.json"
            found = python(SOURCE / "bindings/python/examples/vollsmose.py", VOLLSMOSE, target)
            self.assertEqual(found.returncode, 0, found.stderr)
            self.assertIn("HP401 Local co-financing is DKK 11,000,000, which is 23.91 %", found.stdout)
            self.assertIn("short of DKK 500,000: it fails\ncorrected: it passes\n", found.stdout)
            plan = helhedsplan.Plan.load(target)
            self.assertEqual(plan.activities["natcafe"].elements, ["Hjælp til lektier"])
            self.assertEqual(plan.financing.frame, 46_000_000)

    def test_documents(self):
        """The examples after >>> in the documents produce the output below them. Those with workbooks are in test_tables.py."""
        held = os.getcwd()
        pages = [*SOURCE.glob("*.md"), *SOURCE.glob("docs/*.md"), SOURCE / "bindings/python/README.md"]
        names = [str(page.relative_to(SOURCE)) for page in pages if "\n>>> " in page.read_text(encoding="utf-8")]
        names = [name for name in names if name not in ("docs/tables.md", "docs/howto-excel.md")]
        self.assertGreater(len(names), 3)
        try:
            for name in names:
                with tempfile.TemporaryDirectory() as folder:
                    shutil.copy(VOLLSMOSE, Path(folder) / "plan.helhedsplan.json")
                    os.chdir(folder)
                    blocks = re.findall(r"^```python\n(.*?)^```$", (SOURCE / name).read_text(encoding="utf-8"), re.M | re.S)
                    text = "\n".join(block for block in blocks if ">>>" in block)
                    self.assertTrue(text, name)
                    test = doctest.DocTestParser().get_doctest(text, {}, name, name, 0)
                    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
                    runner.run(test)
                    self.assertEqual(runner.failures, 0, name)
                    os.chdir(held)
        finally:
            os.chdir(held)

    def test_docstrings(self):
        for name in ("helhedsplan", "helhedsplan._words"):
            self.assertEqual(doctest.testmod(importlib.import_module(name)).failed, 0, name)


@unittest.skipIf(sanitized(), "types do not depend on the library")
class Types(unittest.TestCase):
    def test_mypy(self):
        """The package and the example pass mypy in strict mode, which reports every line with an error."""
        if shutil.which("mypy") is None or os.environ.get("HHP_WHEEL"):
            self.skipTest("mypy is not here, or has seen the sources")
        wrong = ["plan.titel = 'x'", "plan.title = 3", "plan.status = 'begun'", "plan.activities.add('x', titel='x')",
                 "plan.financing.frame = 'x'", "plan.period.start = 2016", "plan.activities['x'].goals = [1]",
                 "x: int = plan.financing.frame", "plan.validate(stages='full')", "plan.goals = ['a']",
                 "plan.goals.append(plan.parties[0]) or plan.goals[0].titel", "plan.resolve('')[0].titel"]
        right = ["plan.title = None", "plan.status = 'draft'", "y: str = plan.activities['x'].title",
                 "plan.period.start = '2016'", "plan.activities['x'].goals = ['a']", "plan.activities['x'].goals = None",
                 "z: bool = plan.cofinancing().passes", "plan.financing.frame = 3.0", "plan.goals += [{'id': 'a'}]",
                 "plan.goals = plan.goals[::-1]", "plan.goals[0] = plan.goals[1]", "plan.extensions['x-a'] = [1]",
                 "t: str = plan.goals[0].title", "plan.goals.sort(key=lambda goal: goal.title)",
                 "u: int = helhedsplan.parse_kroner('1 kr.')", "v: str = helhedsplan.to_records([])[0]['path']",
                 "plan.indicators['a'].baseline.value = 2.5", "w: list[helhedsplan.Goal] = plan.goals[1:]"]
        with tempfile.TemporaryDirectory() as folder:
            tried = Path(folder) / "tried.py"
            tried.write_text("\n".join(["import helhedsplan", "plan = helhedsplan.Plan.new(title='x')", *wrong, *right, ""]),
                             encoding="utf-8")
            output = subprocess.run(
                ["mypy", "--config-file", SOURCE / "bindings/python/pyproject.toml", "--cache-dir", f"{folder}/cache",
                 PACKAGE, SOURCE / "bindings/python/examples/vollsmose.py", tried], capture_output=True, text=True,
                check=False, cwd=PACKAGE.parent).stdout
        found = re.findall(r"^(\S+?):(\d+): error", output, re.M)
        self.assertEqual(sorted({int(line) for name, line in found if name.endswith("tried.py")}),
                         list(range(3, 3 + len(wrong))), output)
        self.assertEqual([name for name, _ in found if not name.endswith("tried.py")], [], output)

    def test_it_says_that_it_has_types(self):
        self.assertTrue((PACKAGE / "py.typed").is_file())
        self.assertTrue((PACKAGE / "_model.pyi").is_file())


@unittest.skipIf(os.environ.get("HHP_WHEEL"), "a program needs no cffi but its backend; run with the sources")
class Declarations(unittest.TestCase):
    def test_a_function_that_does_not_arrive(self):
        """The generator counts the exported functions; a declaration that it cannot parse ends it."""
        with tempfile.TemporaryDirectory() as folder:
            include, package = Path(folder) / "helhedsplan", Path(folder) / "package"
            include.mkdir()
            package.mkdir()
            header, uses = include / "helhedsplan.h", package / "uses.py"
            for text, used, good in (
                    ("HHP_API int hhp_a(int x);\nHHP_API void *hhp_b(void);\n", "lib.hhp_a(1)", True),
                    ("HHP_API int hhp_a(int x);\n#define HHP_C 5\nenum { HHP_D = 6 };\n", "lib.hhp_a(lib.HHP_C + lib.HHP_D)",
                     True),
                    ("HHP_API int hhp_a(int), hhp_b(int);\n", "lib.hhp_a(1)", False),
                    ("/* HHP_API int hhp_a(void); */\n", "lib.hhp_a()", False),
                    ("HHP_API int hhp_a(int x);\n", "lib.hhp_a(lib.HHP_C)", False),
                    ("HHP_API int hhp_a(int x);\n", "nothing", False)):
                header.write_text(text, encoding="utf-8")
                uses.write_text(used, encoding="utf-8")
                found = python(SOURCE / "bindings/python/generate/cdef.py", "--include", folder, "--package", package,
                               Path(folder) / "made.py")
                self.assertEqual(found.returncode == 0, good, text + found.stderr)
            header.write_text("HHP_API int hhp_a(int x);\nHHP_API void *hhp_b(void);\n", encoding="utf-8")
            uses.write_text("lib.hhp_b()", encoding="utf-8")
            found = python(SOURCE / "bindings/python/generate/cdef.py", "--include", folder, "--package", package,
                           Path(folder) / "made.py")
            self.assertEqual(found.stdout.split()[-2:], ["1", "functions"])  # what is not used is left out
            header.unlink()
            found = python("-c", f"import cdef; cdef.version([{folder!r}])",
                           PYTHONPATH=str(SOURCE / "bindings/python/generate"))
            self.assertEqual(found.stderr, f"no helhedsplan/version.h in {folder}; say where it is in HELHEDSPLAN_INCLUDE\n")


class Import(unittest.TestCase):
    def modules(self, statement):
        """The modules that a statement loads."""
        found = python("-I", "-S", "-c", f"import os, sys; sys.path[:0] = {[str(PACKAGE.parent), *BACKEND]!r}; held = set(sys.modules); "
                                         f"{statement}; print(*set(sys.modules) - held)")
        self.assertEqual(found.returncode, 0, found.stderr)
        return set(found.stdout.split())

    def test_it_is_light(self):
        """Counts modules, since a machine that is busy says nothing about time. json is what the package is measured by."""
        heavy = {"cffi", "pycparser", "pandas", "numpy", "subprocess", "typing", "re", "enum", "dataclasses", "pathlib",
                 "collections", "functools", "datetime", "json", "threading", "importlib", "helhedsplan.__main__"}
        loaded = self.modules("import helhedsplan")
        self.assertEqual(loaded, {"__future__", "_cffi_backend", "helhedsplan", "helhedsplan._cdef", "helhedsplan._library"})
        used = self.modules("from helhedsplan import Plan, check, cofinancing")
        self.assertFalse(heavy & used, heavy & used)
        others = {name for name in used if not name.startswith("helhedsplan")}
        self.assertLessEqual(len(others), len(self.modules("import json")))

    @unittest.skipIf(sanitized() or shutil.which("valgrind") is None, "valgrind counts the instructions")
    def test_instructions(self):
        """At most twice those of json, with the classes and functions that a program uses."""
        def counted(statement):
            with tempfile.TemporaryDirectory() as folder:
                found = subprocess.run(
                    ["valgrind", "--tool=callgrind", f"--callgrind-out-file={folder}/out", sys.executable, "-S", "-c",
                     f"import sys; sys.path[:0] = {[str(PACKAGE.parent), *BACKEND]!r}; {statement}"],
                    capture_output=True, text=True, check=False,
                    env={**os.environ, "PYTHONPYCACHEPREFIX": cache, "PYTHONDONTWRITEBYTECODE": "", "PYTHONHASHSEED": "0"})
            self.assertEqual(found.returncode, 0, found.stderr)
            return int(re.search(r"Collected : (\d+)", found.stderr).group(1))

        with tempfile.TemporaryDirectory() as cache:
            python("-S", "-c", f"import sys; sys.path[:0] = {[str(PACKAGE.parent), *BACKEND]!r}; import json; "
                   "from helhedsplan import Plan, check", PYTHONPYCACHEPREFIX=cache, PYTHONDONTWRITEBYTECODE="")
            base, json_, package = (counted(each) for each in ("pass", "import json", "from helhedsplan import Plan, check"))
        self.assertLess(package - base, 2 * (json_ - base))

    def test_what_the_name_table_says(self):
        """The table of the files, and the imports that type checkers read, are the same."""
        tree = ast.parse((PACKAGE / "__init__.py").read_text(encoding="utf-8"))
        block = next(node for node in tree.body if isinstance(node, ast.If))
        imported = {node.module: sorted(alias.name for alias in node.names) for node in block.body
                    if isinstance(node, ast.ImportFrom) and node.module != "_model"}
        listed = next(ast.literal_eval(node.value) for node in block.body if isinstance(node, ast.Assign))
        self.assertEqual({name: sorted(each.split()) for name, each in helhedsplan._FILES.items()}, imported)
        self.assertEqual(sorted([*listed, *(each.__name__ for each in map(class_of, ENTITIES))]), helhedsplan.__all__)
        self.assertLess(set(helhedsplan.__all__), set(dir(helhedsplan)))
        with self.assertRaisesRegex(AttributeError, "module 'helhedsplan' has no attribute 'Activty'"):
            helhedsplan.Activty

    def test_names(self):
        self.assertEqual([name for name in helhedsplan.__all__ if not hasattr(helhedsplan, name)], [])
        json.dumps(helhedsplan.Plan.load(VOLLSMOSE).to_dict())


if __name__ == "__main__":
    unittest.main()
