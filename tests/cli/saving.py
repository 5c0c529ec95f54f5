#!/usr/bin/python3
"""How files are written: whole or not at all, with the owner and mode of the file that they replace.

usage: saving.py [COMMAND] [unittest arguments], or the command in HHP_COMMAND.
"""
import ctypes
import json
import os
import stat
import unittest

import run
from run import COMPLETE, VOLLSMOSE, CommandTest, small_plan

MESSY = json.dumps(small_plan(), indent=7)

# Every command that writes a file that may exist already, here "ud".
WRITERS = (("validate", "--format", "json=ud", VOLLSMOSE), ("cofinancing", "--format", "json=ud", VOLLSMOSE),
           ("rules", "--format", "json=ud"), ("explain", "HP401", "--format", "markdown=ud"),
           ("diff", "--format", "json=ud", VOLLSMOSE, COMPLETE), ("fmt", "--write", "ud"))

CHOWN, DAC_OVERRIDE, DAC_READ_SEARCH, FOWNER, FSETID = range(5)


def without(*capabilities):
    """For preexec_fn: the command runs without these capabilities of root (PR_CAPBSET_DROP)."""
    libc = ctypes.CDLL(None, use_errno=True)

    def drop():
        for capability in capabilities:
            if libc.prctl(24, capability, 0, 0, 0) != 0:
                raise OSError(ctypes.get_errno(), "prctl")
    return drop


@unittest.skipUnless(os.geteuid() == 0, "only root may give files away, so this needs root")
class Owners(CommandTest):
    OWNER, GROUP = 4321, 8765

    def owned(self, name, mode):
        path = self.write(name, MESSY)
        os.chown(path, self.OWNER, self.GROUP)
        os.chmod(path, mode)
        return path

    def identity(self, path):
        about = os.stat(path)
        return about.st_uid, about.st_gid, oct(stat.S_IMODE(about.st_mode))

    def test_owner_and_mode_stay(self):
        for mode in (0o4755, 0o2770, 0o640, 0o604):
            for arguments in WRITERS:
                with self.subTest(arguments=arguments, mode=oct(mode)):
                    path = self.owned("ud", mode)
                    self.assertIn(self.run_command(*arguments).code, (0, 1))
                    self.assertNotEqual(self.read("ud"), MESSY.encode())
                    self.assertEqual(self.identity(path), (self.OWNER, self.GROUP, oct(mode)))
        self.assertEqual(os.listdir(self.folder), ["ud"])

    def test_set_id_bits_go_where_the_owner_cannot_be_kept(self):
        """Nor does the group of root get the rights that the group of the file had."""
        for mode, kept in ((0o4755, 0o705), (0o6777, 0o707), (0o640, 0o600)):
            for arguments in WRITERS:
                with self.subTest(arguments=arguments, mode=oct(mode)):
                    path = self.owned("ud", mode)
                    self.assertIn(self.run_command(*arguments, preexec_fn=without(CHOWN)).code, (0, 1))
                    self.assertNotEqual(self.read("ud"), MESSY.encode())
                    self.assertEqual(self.identity(path), (0, 0, oct(kept)))


if __name__ == "__main__":
    run.main()
