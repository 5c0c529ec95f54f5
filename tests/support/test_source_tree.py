"""The check for files left in the source tree detects one."""

import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

SOURCE = Path(os.environ["HHP_SOURCE_DIR"])
SCRIPT = Path(__file__).resolve().with_name("source_tree.py")


class SourceTree(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.tree = Path(folder.name)
        for name in ("tests/corpus/rules/base.json", "examples/complete.helhedsplan.json"):
            (self.tree / name).parent.mkdir(parents=True, exist_ok=True)
            (self.tree / name).write_bytes((SOURCE / name).read_bytes())
        (self.tree / "build/dev").mkdir(parents=True)
        self.run_step("before", 0)

    def run_step(self, step, code):
        environment = {**os.environ, "HHP_SOURCE_DIR": str(self.tree), "HHP_BUILD_DIR": str(self.tree / "build/dev"),
                       "HHP_PLANS_DIR": str(self.tree / "build/dev/plans")}
        environment.pop("HHP_UPDATE_GOLDEN", None)
        done = subprocess.run([sys.executable, SCRIPT, step], env=environment, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, text=True, check=False)
        self.assertEqual(done.returncode, code, done.stdout)
        return done.stdout

    def test_nothing_is_left(self):
        (self.tree / "build/dev/out.json").touch()
        (self.tree / "examples/.complete.helhedsplan.json.swp").touch()
        self.run_step("after", 0)

    def test_a_file_is_left(self):
        (self.tree / "saved.json").touch()
        self.assertIn("saved.json came", self.run_step("after", 1))

    def test_a_file_is_left_in_a_new_folder(self):
        (self.tree / "tests/out").mkdir()
        (self.tree / "tests/out/saved.json").touch()
        self.assertIn("tests/out/saved.json came", self.run_step("after", 1))

    def test_a_file_is_removed(self):
        (self.tree / "examples/complete.helhedsplan.json").unlink()
        self.assertIn("examples/complete.helhedsplan.json went", self.run_step("after", 1))

    def test_the_corpus_is_whole_before(self):
        plans = self.tree / "build/dev/plans"
        self.assertTrue((plans / "tests/corpus/rules/base.json").is_file())
        self.assertTrue((plans / "examples/complete.helhedsplan.json").is_file())

    def test_after_without_before(self):
        (self.tree / "build/dev/source-tree.txt").unlink()
        self.run_step("after", 1)


if __name__ == "__main__":
    unittest.main()
