"""check_shell.py finds commands that fail: 1 is a result of the command only, and the replacements of programs end with 2."""

import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import check_shell

PROGRAMS = {"helhedsplan": 1, "npx": 1, "cc": 1, "make": 2, "cat": 0}


class Shell(unittest.TestCase):
    def fault(self, command):
        with tempfile.TemporaryDirectory(prefix="hhp-check-") as name:
            for program, code in PROGRAMS.items():
                path = Path(name, program)
                path.write_text(f"#!/bin/sh\nexit {code}\n", "utf-8")
                path.chmod(0o755)
            return check_shell.fault_of(command, "", Path(name), {**os.environ, "PATH": f"{name}:{os.environ['PATH']}"})

    def test_findings_are_a_result(self):
        for command in ("helhedsplan validate plan.json", "npx helhedsplan validate plan.json", "cat plan.json |\n  helhedsplan validate -",
                        "LC_ALL=C helhedsplan validate plan.json >report.txt", "helhedsplan validate --format 'a|b' plan.json", "cat plan.json"):
            self.assertEqual(self.fault(command), "", command)

    def test_a_failure_is_none(self):
        for command in ("cc first.c $(pkg-config --libs helhedsplan)", "cc first.c && helhedsplan validate plan.json",
                        "cat vollsmose.helhedsplan.json | cc -", "make helhedsplan", "helhedsplan validate plan.json && cat plan.json",
                        "./missing plan.helhedsplan.json", "cp missing.helhedsplan.json plan.json"):
            self.assertIn("ends with ", self.fault(command), command)

    def test_what_the_replacements_end_with(self):
        for name, words, code in (("make", ["helhedsplan"], 2), ("npm", ["install", "helhedsplan.tgz"], 2), ("npx", ["other"], 2),
                                  ("git", ["push"], 2), ("make", ["test"], 0), ("brew", ["install", "jansson"], 0),
                                  ("npm", ["install", "build/npm/helhedsplan-1.2.3.tgz"], 0)):
            done = subprocess.run([sys.executable, "-B", check_shell.__file__, f"--replacement={name}", "--", *words], capture_output=True,
                                  text=True, check=False)
            self.assertEqual((done.returncode, bool(done.stderr)), (code, code != 0), name)


if __name__ == "__main__":
    unittest.main()
