"""The steps of a release (tools/release), without making packages: which folder it deletes, and when."""

import contextlib
import importlib.machinery
import importlib.util
import io
import os
import re
import sys
import tempfile
import unittest
from pathlib import Path
from unittest import mock

SOURCE = Path(os.environ.get("HHP_SOURCE_DIR", Path(__file__).resolve().parents[2]))


def tool():
    """tools/release as a module."""
    sys.dont_write_bytecode = True
    loader = importlib.machinery.SourceFileLoader("tools_release", str(SOURCE / "tools/release"))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("tools_release", loader))
    loader.exec_module(module)
    return module


class Release(unittest.TestCase):
    def setUp(self):
        work = tempfile.TemporaryDirectory(prefix="hhp-release-")
        self.addCleanup(work.cleanup)
        self.folder = Path(work.name).resolve() / "folder"
        self.tool = tool()
        self.checks_pass = True
        self.tool.output = lambda *_: "1.2.3"  # of tools/version and git
        self.tool.STEPS = {"tree": (self.check, "a check", True), "source": (self.make, "a package", False),
                           "sums": (self.tool.sums, "SHA256SUMS", False)}

    def check(self, _):
        if not self.checks_pass:
            raise self.tool.Failed("not committed")

    def make(self, folder):
        (folder / "web").mkdir()
        (folder / "web/index.html").write_text("page", "utf-8")
        (folder / "libhelhedsplan-1.2.3.tar.gz").write_text("source", "utf-8")

    def run_it(self, *words):
        """What it ends with: None if it passed."""
        with mock.patch.object(sys, "argv", ["release", *words, str(self.folder)]), contextlib.redirect_stdout(io.StringIO()):
            try:
                return self.tool.main()
            except SystemExit as ended:
                return ended.code

    def files(self):
        return sorted(path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*") if path.is_file())

    MADE = ["SHA256SUMS", "libhelhedsplan-1.2.3.tar.gz", "web/index.html"]

    def test_a_new_folder_an_empty_one_and_a_release(self):
        self.assertIsNone(self.run_it())
        self.assertEqual(self.files(), self.MADE)
        (self.folder / "SHA256SUMS.asc").write_text("signature", "utf-8")
        self.assertIsNone(self.run_it())
        self.assertEqual(self.files(), self.MADE)
        for name in self.MADE:
            (self.folder / name).unlink()
        (self.folder / "web").rmdir()
        self.assertIsNone(self.run_it())
        self.assertEqual(self.files(), self.MADE)

    def test_other_files_are_kept(self):
        self.folder.mkdir()
        for name, text in (("thesis.txt", "years"), ("SHA256SUMS", ""), ("SHA256SUMS", f"{'0' * 64}  thesis.txt\n"),
                           ("SHA256SUMS", f"{'0' * 64}  libhelhedsplan-1.2.3.tar.gz\n")):
            (self.folder / name).write_text(text, "utf-8")
            for words in ((), ("--dry-run",)):
                self.assertIn("has other files than those of a release", self.run_it(*words))
            self.assertEqual((self.folder / "thesis.txt").read_text("utf-8"), "years")

    def test_a_file_in_a_release_and_a_link_out_of_it_are_kept(self):
        self.assertIsNone(self.run_it())
        for place in (self.folder / "web/mine", self.folder / "link"):
            place.symlink_to("/") if place.name == "link" else place.write_text("mine", "utf-8")
            self.assertIn("has other files", self.run_it())
            self.assertTrue(place.is_symlink() or place.is_file())
            place.unlink()
        self.assertIsNone(self.run_it())

    def test_a_file_is_no_folder(self):
        self.folder.write_text("mine", "utf-8")
        self.assertIn("has other files", self.run_it())
        self.assertEqual(self.folder.read_text("utf-8"), "mine")

    def test_nothing_is_deleted_when_a_check_fails(self):
        self.assertIsNone(self.run_it())
        self.checks_pass = False
        self.assertEqual(self.run_it(), "release: failed: tree")
        self.assertEqual(self.files(), self.MADE)
        self.assertEqual(self.run_it("--dry-run"), "release: failed: tree")
        self.assertEqual(self.files(), self.MADE)

    def test_one_step_keeps_the_folder(self):
        self.folder.mkdir()
        (self.folder / "mine").write_text("mine", "utf-8")
        self.assertIsNone(self.run_it("--only", "sums"))
        self.assertEqual(self.files(), ["SHA256SUMS", "mine"])


class Steps(unittest.TestCase):
    def test_the_text_names_them(self):
        module = tool()
        named = re.search(r"^--dry-run checks (.*), and prints", module.__doc__, re.MULTILINE)[1]
        self.assertEqual(re.split(", | and ", named), [name for name, (_, _, checks) in module.STEPS.items() if checks])

    def test_no_test_is_an_error(self):
        module, commands = tool(), []
        module.run = lambda *command: commands.append(command)
        module.STEPS["outside"][0](None)
        self.assertIn("--no-tests=error", next(command for command in commands if command[0] == "ctest"))


if __name__ == "__main__":
    unittest.main()
