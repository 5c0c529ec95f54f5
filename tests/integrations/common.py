"""Shared by the tests of integrations: temporary folders, the command, and a stub for it that records its arguments."""

import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

SOURCE = Path(os.environ.get("HHP_SOURCE_DIR") or Path(__file__).resolve().parents[2])
COMMAND = os.environ.get("HHP_COMMAND", "helhedsplan")
FAULTY = SOURCE / "examples" / "vollsmose-2016-2020.helhedsplan.json"
SOUND = SOURCE / "examples" / "complete.helhedsplan.json"
SKIPPED = 77

sys.path.insert(0, str(SOURCE / "tests" / "docs"))

# Each would create a file "pwned" if a shell evaluated it.
HOSTILE = ["a b.json", "$(touch pwned).json", "`touch pwned`", "\"q'.json", "'; touch pwned; '", "*", "?", "$HOME", "\\", "a\\nb",
           "%0A::error::x", "::error::x", "${{ github.token }}", "æøå »x«.json", "x & touch pwned", "x | touch pwned",
           "--format=json=pwned", "-", "~", "[a-z]*", "{a,b}", "#x", "!x", " x ", "x\ty"]  # fmt: skip

STAND_IN = """#!{python}
import json, os, sys
from pathlib import Path
Path(os.environ["STAND_IN_CALL"]).write_text(json.dumps(sys.argv[1:]))
texts = json.loads(os.environ.get("STAND_IN_TEXTS", "{{}}"))
for word in sys.argv[1:sys.argv.index("--")]:
    name, _, path = word.removeprefix("--format=").partition("=")
    if word.startswith("--format=") and path and name in texts:
        Path(path).write_text(texts[name])
    elif word.startswith("--format=") and name in texts:
        sys.stdout.write(texts[name])
sys.exit(int(os.environ.get("STAND_IN_CODE", "0")))
"""


def knows(name):
    """Whether the command supports the format."""
    done = subprocess.run([COMMAND, "validate", "--format", name, SOUND], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return done.returncode in (0, 1)


def knows_folders():
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / SOUND.name).write_bytes(SOUND.read_bytes())
        done = subprocess.run([COMMAND, "validate", folder], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return done.returncode == 0


def needs(*formats):
    """For tests that require these formats."""
    lacking = [name for name in formats if not knows(name)]
    return unittest.skipIf(lacking, f"helhedsplan does not write {', '.join(lacking)}")


class Scratch(unittest.TestCase):
    """A test that runs in its own folder, with a stub for the command in it."""

    def setUp(self):
        self.outer = tempfile.TemporaryDirectory()
        self.addCleanup(self.outer.cleanup)
        self.tools = Path(self.outer.name) / "tools"
        self.folder = Path(self.outer.name) / "work space"
        self.tools.mkdir()
        self.folder.mkdir()
        self.call = self.tools / "call"
        self.stub = self.tools / "helhedsplan"
        self.stub.write_text(STAND_IN.format(python=sys.executable))
        self.stub.chmod(0o755)

    def run_in(self, words, variables=(), check=False):
        environment = {"PATH": os.environ["PATH"], "HOME": self.outer.name, "LC_ALL": "C.UTF-8",
                       "STAND_IN_CALL": str(self.call), **dict(variables)}
        for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS", "LD_LIBRARY_PATH"):
            if name in os.environ:
                environment.setdefault(name, os.environ[name])
        return subprocess.run([str(word) for word in words], cwd=self.folder, env=environment, text=True, encoding="utf-8",
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=check)

    def called(self):
        """The recorded arguments of the stub."""
        return json.loads(self.call.read_text())

    def put(self, name, source):
        path = self.folder / name
        path.write_bytes(source.read_bytes())
        return path

    def assert_not_pwned(self):
        self.assertEqual([path for path in Path(self.outer.name).rglob("*") if path.name.startswith("pwned")], [])
