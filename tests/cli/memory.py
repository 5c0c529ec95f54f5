#!/usr/bin/python3
"""The command when memory runs out, in the C library, Jansson or its own code: it says so, exits with 4, crashes nowhere, and
leaves files as they were.

usage: memory.py [--most=N] [COMMAND]

N: how many of a command's allocations fail, one at a time, spread over all of them (default: 8).
"""
import json
import os
import sys
import tempfile
import unittest

import run
from run import COMPLETE, TODAY, VOLLSMOSE, CommandTest, environment, small_plan

NO_MEMORY = 4
MOST = 8

COMMANDS = (("validate", "--today", TODAY, VOLLSMOSE), ("validate", "--today", TODAY, "--format", "json=ud", VOLLSMOSE),
            ("validate", "--format", "sarif", COMPLETE, VOLLSMOSE), ("validate", "--format", "junit", VOLLSMOSE),
            ("show", VOLLSMOSE), ("cofinancing", "--format", "json", VOLLSMOSE), ("fmt", VOLLSMOSE), ("fmt", "--write", "ud"),
            ("diff", VOLLSMOSE, COMPLETE), ("table", "activities", VOLLSMOSE), ("rules",), ("explain", "HP401"), ("schemes",),
            ("schema",), ("init", "--output", "ny"), ("--version",), ("help", "validate"))


class WithoutMemory(CommandTest):
    """Those that have to write write "ud", which exists, or "ny", which does not."""

    MESSY = json.dumps(small_plan(), indent=7)
    failed = 0

    def run_limited(self, arguments, **variables):
        return self.run_command(*arguments, env=environment(LD_PRELOAD=os.environ["HHP_NO_MEMORY"], **variables))

    def files(self):
        return {name: self.read(name) for name in os.listdir(self.folder)}

    def start(self):
        for name in os.listdir(self.folder):
            os.unlink(self.path(name))
        self.write("ud", self.MESSY)

    def allocations(self, arguments):
        with tempfile.NamedTemporaryFile() as count:
            result = self.run_limited(arguments, HHP_COUNT=count.name)
            return int(count.read()), (result.code, result.out, self.files())

    def try_one(self, arguments, first, goes_on, expected):
        self.start()
        before = self.files()
        variables = {"HHP_FAIL_ON": "1"} if goes_on else {}
        result = self.run_limited(arguments, HHP_FAIL_AT=str(first), **variables)
        WithoutMemory.failed += 1
        if result.code == NO_MEMORY:
            self.assertIn("helhedsplan: out of memory\n", result.err)
            self.assertIn(self.files(), (before, expected[2]))
        else:  # the allocation could be done without
            self.assertEqual((result.code, result.out, self.files()), expected)

    def test_each_command(self):
        if "HHP_NO_MEMORY" not in os.environ:
            self.skipTest("an instrumented build has an allocator of its own, or crashes without memory")
        for arguments in COMMANDS:
            self.start()
            count, expected = self.allocations(arguments)
            self.assertGreater(count, 0)
            for first in range(1, count + 1, max(count // MOST, 1)):
                for goes_on in (False, True):
                    with self.subTest(arguments=arguments, first=first, goes_on=goes_on):
                        self.try_one(arguments, first, goes_on, expected)
        print(f"{len(COMMANDS)} commands, {self.failed} runs without memory")


if __name__ == "__main__":
    for argument in [a for a in sys.argv if a.startswith("--most=")]:
        MOST = int(argument.partition("=")[2])
        sys.argv.remove(argument)
    run.main()
