"""The version and the number of the ABI are the same everywhere (tools/version check), each place that names one is checked, and
`tools/version set` changes them all, in a copy of the tree."""

import importlib.machinery
import importlib.util
import io
import os
import re
import shutil
import sys
import tempfile
import unittest
from pathlib import Path
from unittest import mock

SOURCE = Path(os.environ.get("HHP_SOURCE_DIR", Path(__file__).resolve().parents[2]))
# What tools/version reads.
FOLDERS = ("bindings", "cmake", "debian", "docs", "examples", "include", "integrations", "lib", "packaging", "pkgconfig",
           "tests/integrations", "tools", "web", ".github")
# No package is of the name with another version; and each has one that must be found.
NAMED = {"README.md", "CMakeLists.txt", "debian/changelog", "debian/libhelhedsplan1.symbols", "docs/ci.md", "docs/windows.md",
         "docs/getting-started.md", "docs/abi.md", "integrations/gitlab/helhedsplan.gitlab-ci.yml", "packaging/vcpkg/vcpkg.json",
         "examples/bindings/csharp/Helhedsplan/Helhedsplan.csproj", "bindings/npm/README.md", "debian/control.in", "debian/rules"}


def tool(root):
    """tools/version as a module, of the tree in a folder."""
    sys.dont_write_bytecode = True
    loader = importlib.machinery.SourceFileLoader("tools_version", str(SOURCE / "tools/version"))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("tools_version", loader))
    loader.exec_module(module)
    module.ROOT = root
    return module


class Version(unittest.TestCase):
    def setUp(self):
        self.root = Path(tempfile.mkdtemp(prefix="hhp-version-"))
        self.addCleanup(shutil.rmtree, self.root)
        for name in FOLDERS:
            if (SOURCE / name).is_dir():
                shutil.copytree(SOURCE / name, self.root / name, ignore=shutil.ignore_patterns("build", "node_modules", "images"))
        for path in SOURCE.glob("*.*"):
            if path.is_file():
                shutil.copy(path, self.root)
        self.tool = tool(self.root)

    def add_upgrade(self, old, new):
        name = f"helhedsplan--{old}--{new}.sql"
        (self.root / "integrations/postgresql" / name).write_text("", "utf-8")
        lists = self.root / "integrations/postgresql/CMakeLists.txt"
        lists.write_text(lists.read_text("utf-8").replace("set(HHP_PG_UPGRADES", f"set(HHP_PG_UPGRADES {name}"), "utf-8")

    def test_all_places_agree(self):
        self.assertEqual(list(tool(SOURCE).faults()), [])
        self.assertEqual(list(self.tool.faults()), [])

    def test_every_place_is_checked(self):
        places = list(self.tool.places())
        self.assertLessEqual(NAMED - {"CMakeLists.txt"}, {path for path, *_ in places})
        changed = set()
        for path, line, has, _ in places:
            lines = (self.root / path).read_text("utf-8").splitlines(keepends=True)
            number = has.split()[-1]
            if number in lines[line - 1]:  # otherwise it is the name of a file, or a node of the symbols
                lines[line - 1] = lines[line - 1].replace(number, re.sub(r"\d+", "77", number))
                (self.root / path).write_text("".join(lines), "utf-8")
                changed.add(f"{path}:{line}")
        self.assertGreater(len(changed), 40)
        self.assertEqual(changed - {fault.split(" ")[0] for fault in self.tool.faults()}, set())

    def test_what_is_of_a_version_to_come(self):
        header = self.root / "include/helhedsplan/goal.h"
        header.write_text(header.read_text("utf-8").replace("@since 0.1", "@since 99.1", 1), "utf-8")
        (fault,) = self.tool.faults()
        self.assertIn("99.1, which is to come", fault)

    def test_another_version(self):
        old = self.tool.version()
        self.tool.set_version("77.8.9", "2031-02-03")
        self.add_upgrade(self.tool.minor(old), "77.8")
        self.assertEqual(list(self.tool.faults()), [])
        self.assertEqual(self.tool.version(), "77.8.9")
        self.assertIn("## [77.8.9] - 2031-02-03\n", (self.root / "CHANGELOG.md").read_text("utf-8"))
        self.assertEqual(self.tool.epoch(), 1927843200)
        self.assertIn("helhedsplan-77.8.9-win64.zip", (self.root / "docs/windows.md").read_text("utf-8"))
        self.assertIn("find_package(helhedsplan 77.8 REQUIRED)", (self.root / "README.md").read_text("utf-8"))
        left = [place for place in self.tool.named(self.tool.FULL, self.tool.texts(self.tool.TEXTS))
                if place[2] == old and place[0] != "debian/changelog"]
        self.assertEqual(left, [])

    def test_a_second_time(self):
        self.tool.set_version("77.8.9", "2031-02-03")
        before = {path: path.read_bytes() for path in self.root.rglob("*") if path.is_file()}
        self.tool.set_version("77.8.9", "2031-02-03")
        self.assertEqual([str(path) for path, content in before.items() if path.read_bytes() != content], [])

    def test_what_is_new_in_a_version_that_was_not_released(self):
        changes = self.root / "CHANGELOG.md"
        text = re.sub(r"^## \[%s\].*$" % re.escape(self.tool.version()), "## [Unreleased]", changes.read_text("utf-8"), flags=re.MULTILINE)
        changes.write_text(text, "utf-8")
        old = self.tool.minor(self.tool.version())
        self.tool.set_version("77.8.0", None)
        for path, _, has in self.tool.named(self.tool.SINCE, self.tool.texts(self.tool.SINCE_TEXTS)):
            self.assertNotEqual(has, old, path)
        self.assertIn("@since 77.8", (self.root / "include/helhedsplan/table.h").read_text("utf-8"))
        self.assertIn("HHP_77.8 {", (self.root / "lib/helhedsplan.map").read_text("utf-8"))

    def test_what_is_new_in_a_released_version_stays(self):
        self.tool.set_version("77.8.0", "2031-02-03")
        before = (self.root / "include/helhedsplan/table.h").read_text("utf-8")
        self.tool.set_version("77.9.0", "2031-03-03")
        self.assertEqual((self.root / "include/helhedsplan/table.h").read_text("utf-8"), before)
        self.assertIn("## [77.9.0] - 2031-03-03\n", (self.root / "CHANGELOG.md").read_text("utf-8"))
        self.assertTrue((self.root / "debian/changelog").read_text("utf-8").startswith("libhelhedsplan (77.9.0-1)"))
        self.assertIn("libhelhedsplan (77.8.0-1)", (self.root / "debian/changelog").read_text("utf-8"))

    def test_what_is_new_in_a_released_version_stays_after_a_patch(self):
        self.tool.set_version("77.8.0", "2031-02-03")
        header = self.root / "include/helhedsplan/table.h"
        header.write_text(header.read_text("utf-8").replace("@since 1.0", "@since 77.8"), "utf-8")
        with_nodes = {"lib/helhedsplan.map": ("HHP_1.0 {", "HHP_77.8 {"),
                      "debian/libhelhedsplan1.symbols": ("HHP_1.0 1.0.0", "HHP_77.8 77.8.0")}
        for name, words in with_nodes.items():
            path = self.root / name
            path.write_text(path.read_text("utf-8").replace(*words), "utf-8")
        files = ("include/helhedsplan/table.h", *with_nodes)
        before = [(self.root / name).read_text("utf-8") for name in files]
        self.assertIn("@since 77.8", before[0])
        for version in ("77.8.1", "77.9.0"):
            self.tool.set_version(version, None)
            self.assertEqual([(self.root / name).read_text("utf-8") for name in files], before)

    def test_versions_are_compared_as_numbers(self):
        self.tool.set_version("10.0.0", "2031-02-03")
        for name, words in {"lib/helhedsplan.map": ("HHP_1.0 {", "HHP_9.0 {\n} HHP_0.1;\nHHP_10.0 {"),
                            "debian/libhelhedsplan1.symbols": (" (symver)HHP_1.0 1.0.0\n",
                                                               " (symver)HHP_9.0 9.0.0\n (symver)HHP_10.0 10.0.0\n")}.items():
            path = self.root / name
            text = path.read_text("utf-8").replace("HHP_0.1 1.0.0", "HHP_0.1 9.0.0")
            path.write_text(text.replace(*words), "utf-8")
        for _, _, has, wanted in self.tool.places_of_symbols():
            self.assertEqual(has, wanted)

    def test_a_date_that_is_none_changes_nothing(self):
        before = {path: path.read_bytes() for path in self.root.rglob("*") if path.is_file()}
        for date in ("2026-02-31", "2026-2-3", "20260203", ""):
            with mock.patch.object(sys, "argv", ["version", "set", "77.8.9", "--date", date]), mock.patch("sys.stderr", io.StringIO()) as said:
                with self.assertRaises(SystemExit) as ended:
                    self.tool.main()
            self.assertEqual(ended.exception.code, 2)
            self.assertIn("no date: ", said.getvalue())
        self.assertEqual([str(path) for path, content in before.items() if path.read_bytes() != content], [])

    def test_each_released_version_of_the_extension_can_be_upgraded(self):
        first = self.tool.minor(self.tool.version())
        self.assertEqual(self.tool.upgrades(), [])  # 0.1 was not published
        self.tool.set_version("77.8.0", "2031-02-03")
        self.tool.set_version("77.8.1", "2031-02-04")
        self.tool.set_version("77.10.0", "2031-02-05")
        self.assertEqual([fault.split(" ")[0] for fault in self.tool.faults()], [
            f"integrations/postgresql/helhedsplan--{first}--77.8.sql", "integrations/postgresql/helhedsplan--77.8--77.10.sql"])
        self.add_upgrade(first, "77.8")
        self.add_upgrade("77.8", "77.10")
        self.assertEqual(list(self.tool.faults()), [])
        lists = self.root / "integrations/postgresql/CMakeLists.txt"
        lists.write_text(lists.read_text("utf-8").replace("--77.10.sql", ""), "utf-8")
        self.assertEqual(len(list(self.tool.faults())), 1)


if __name__ == "__main__":
    unittest.main()
