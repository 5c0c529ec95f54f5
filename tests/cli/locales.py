#!/usr/bin/python3
"""The command and the library under the locales of the system: only the language may depend on them. da_DK has a decimal comma,
tr_TR an i without a dot, and ps_AF digits and a decimal point of its own.

usage: locales.py [COMMAND], with HHP_LIBRARY for the library
"""
import os
import shutil
import subprocess
import sys
import tempfile
import unittest

import run
from run import COMPLETE, TODAY, VOLLSMOSE, CommandTest, environment

LOCALES = ("da_DK", "tr_TR", "ps_AF")

# A program that sets the locale, as those with a window do, and calls the library.
PROGRAM = """
import ctypes, locale, os, sys
locale.setlocale(locale.LC_ALL, "")
assert locale.setlocale(locale.LC_NUMERIC).split(".")[0] == os.environ["LC_ALL"].split(".")[0]
library = ctypes.CDLL(os.environ["HHP_LIBRARY"])
text = open(sys.argv[1], "rb").read()
plan = ctypes.c_void_p()
assert library.hhp_plan_parse(ctypes.byref(plan), text, ctypes.c_size_t(len(text)), None) == 0
report = ctypes.c_void_p()
assert library.hhp_report_new(ctypes.byref(report)) == 0
assert library.hhp_check(text, ctypes.c_size_t(len(text)), None, report) == 0
length = ctypes.c_size_t()
def show(status, out):
    assert status == 0, status
    sys.stdout.buffer.write(ctypes.string_at(out.value, length.value) + b"\\n")
out = ctypes.c_void_p()
show(library.hhp_plan_dump(plan, ctypes.byref(out), ctypes.byref(length)), out)
for lang in (1, 2):
    options = ctypes.c_void_p()
    assert library.hhp_render_options_new(ctypes.byref(options)) == 0
    assert library.hhp_render_options_set_lang(options, lang) == 0
    for format in range(1, 9):
        show(library.hhp_report_render(report, format, options, ctypes.byref(out), ctypes.byref(length)), out)
for number in (b"12,5", b"1.000.000 kr.", b"3,4 mio. kr.", b"I", b"1e3"):
    kroner = ctypes.c_int64(-1)
    print(library.hhp_kroner_parse(number, ctypes.byref(kroner)), kroner.value)
"""


class Locales(CommandTest):
    @classmethod
    def setUpClass(cls):
        if not shutil.which("localedef") or not os.path.isdir("/usr/share/i18n/locales"):
            raise unittest.SkipTest("localedef and the sources of locales are missing; install locales")
        cls.made = tempfile.TemporaryDirectory(prefix="hhp-locales-")
        cls.addClassCleanup(cls.made.cleanup)
        for name in LOCALES:
            done = subprocess.run(["localedef", "-i", name, "-f", "UTF-8", os.path.join(cls.made.name, name + ".UTF-8")],
                                  stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
            if not os.path.isdir(os.path.join(cls.made.name, name + ".UTF-8")):
                raise unittest.SkipTest("localedef cannot make %s: %s" % (name, done.stdout.decode()))

    def under(self, name):
        return environment(LOCPATH=self.made.name, LC_ALL=name if name == "C" else name + ".UTF-8")

    def test_command(self):
        commands = (("validate", "--today", TODAY, VOLLSMOSE), ("validate", "--today", TODAY, "--format", "json", VOLLSMOSE),
                    ("validate", "--today", TODAY, "--format", "markdown", COMPLETE), ("show", VOLLSMOSE),
                    ("cofinancing", "--grant", "35 mio. kr.", "--local", "11.000.000"), ("cofinancing", VOLLSMOSE),
                    ("fmt", COMPLETE), ("diff", VOLLSMOSE, COMPLETE), ("table", "budget", COMPLETE), ("explain", "hp401"),
                    ("schemes",))
        for arguments in commands:
            for lang in ("da", "en"):
                if arguments[0] != "fmt":
                    arguments = (*[a for a in arguments if not a.startswith("--lang")], "--lang=" + lang)
                plain = self.run_command(*arguments, env=self.under("C"))
                for name in LOCALES:
                    with self.subTest(arguments=arguments, locale=name):
                        result = self.run_command(*arguments, env=self.under(name))
                        self.assertEqual((result.code, result.out, result.err), (plain.code, plain.out, plain.err))

    def test_language(self):
        """The only thing that is taken from the locale."""
        for name, word in (("da_DK", "Brug:"), ("tr_TR", "Usage:"), ("ps_AF", "Usage:")):
            self.assertTrue(self.run_command("help", env=self.under(name)).out.startswith(word), name)

    def test_library(self):
        if os.environ.get("HHP_SANITIZE") or "HHP_LIBRARY" not in os.environ:
            self.skipTest("Python cannot load a library with a sanitizer, or there is no shared one")
        outputs = []
        for name in ("C", *LOCALES):
            done = subprocess.run([sys.executable, "-c", PROGRAM, VOLLSMOSE], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                  env={**self.under(name), "HHP_LIBRARY": os.environ["HHP_LIBRARY"]}, check=False)
            self.assertEqual((done.returncode, done.stderr), (0, b""), name)
            outputs.append(done.stdout)
        self.assertGreater(len(outputs[0]), 100000)
        self.assertEqual(outputs.count(outputs[0]), len(outputs))


if __name__ == "__main__":
    run.main()
