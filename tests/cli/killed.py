#!/usr/bin/python3
"""The command, the library and the Python package are killed while they write a file, hundreds of times: it is whole each time,
old or new, and a later run leaves nothing else in the folder.

usage: killed.py [--times=N] [COMMAND]; the times of all writers together are about N (default: 24)
"""
import json
import os
import random
import subprocess
import sys
import time

import run
from run import TODAY, CommandTest, environment, small_plan

TIMES = 24

# Saves by the library, as the Python package does too. It says when it begins, so that the start of Python is not what is killed.
SAVE = """
import ctypes, os, sys
library = ctypes.CDLL(os.environ["HHP_LIBRARY"])
text = open(sys.argv[1], "rb").read()
plan = ctypes.c_void_p()
assert library.hhp_plan_parse(ctypes.byref(plan), text, ctypes.c_size_t(len(text)), None) == 0
print("begins", flush=True)
sys.exit(library.hhp_plan_save(plan, sys.argv[2].encode()))
"""


class Killed(CommandTest):
    killed = finished = 0

    def setUp(self):
        super().setUp()
        self.random = random.Random(1)
        self.plan = self.write("stor.json", json.dumps(small_plan(vision="Æ" * 1500000), indent=7))
        os.mkdir(self.path("ud"))
        self.target = os.path.join("ud", "fil")

    def put(self, content):
        """The old content; None: the file does not exist."""
        for name in os.listdir(self.path("ud")):
            if content is None or name != "fil":
                os.unlink(self.path(os.path.join("ud", name)))
        if content is not None:
            self.write(self.target, content)

    def start(self, arguments, waits):
        process = subprocess.Popen(arguments, cwd=self.folder, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        if waits:
            process.stdout.readline()
        return process

    def try_writer(self, arguments, old, waits=False):
        """Kills it after random parts of the time that it takes."""
        self.put(old)
        began = time.monotonic()
        process = self.start(arguments, waits)
        began = time.monotonic() if waits else began
        process.communicate()
        takes = time.monotonic() - began
        whole = self.read(self.target)
        for _ in range(max(TIMES // 6, 1)):
            self.put(old)
            process = self.start(arguments, waits)
            time.sleep(self.random.uniform(0, takes * 1.2))
            process.kill()
            process.communicate()
            Killed.killed += process.returncode < 0
            Killed.finished += process.returncode >= 0
            names = os.listdir(self.path("ud"))
            if "fil" in names:
                self.assertIn(self.read(self.target), (old, whole), arguments)
            else:
                self.assertIsNone(old)
        # What a killed run left behind, the next one removes. `init` and the like need the name to be free.
        if old is None and "fil" in names:
            os.unlink(self.path(self.target))
        self.start(arguments, waits).communicate()
        self.assertEqual(os.listdir(self.path("ud")), ["fil"], arguments)
        self.assertEqual(self.read(self.target), whole)

    def test_writers(self):
        text = self.read("stor.json")
        old = b"[1]\n"
        self.try_writer([run.COMMAND, "fmt", "--write", "--quiet", self.target], text)
        self.try_writer([run.COMMAND, "validate", "--today", TODAY, "--format", "json=" + self.target, "stor.json"], old)
        self.try_writer([run.COMMAND, "rules", "--format", "json=" + self.target], None)
        self.try_writer([run.COMMAND, "init", "--output", self.target], None)
        if "HHP_LIBRARY" in os.environ and not os.environ.get("HHP_SANITIZE"):
            self.try_writer([sys.executable, "-c", SAVE, "stor.json", self.target], old, waits=True)
            self.try_writer([sys.executable, "-c", SAVE, "stor.json", self.target], None, waits=True)
        print(f"{self.killed} killed, {self.finished} had ended; none wrote a part of a file")


if __name__ == "__main__":
    for argument in [a for a in sys.argv if a.startswith("--times=")]:
        TIMES = int(argument.partition("=")[2])
        sys.argv.remove(argument)
    run.main()
