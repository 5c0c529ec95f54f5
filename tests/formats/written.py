"""Documents to check, and the reports that the library writes about them."""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

SOURCE = Path(os.environ["HHP_SOURCE_DIR"])
VOLLSMOSE = SOURCE / "examples/vollsmose-2016-2020.helhedsplan.json"
COMPLETE = SOURCE / "examples/complete.helhedsplan.json"

# The library's constants.
JUNIT, JUNIT_STRICT, GITLAB = 5, 6, 8
DANISH, ENGLISH = 1, 2
OFF, INFO, WARNING, ERROR = 0, 1, 2, 3
NO_FILE, PERMISSION = -13, -15

# Text with a special meaning to a terminal, a build server, XML or HTML, and harmless text.
HOSTILE = ["%0A::error file=a.c,line=1::pwned", "]]>", "<script>alert(1)</script>", "&lt;&#0;&amp;", "\x1b[31mred\x1b[0m",
           "\u202egnp.exe", "\u2066x\u2069", "##[error]pwned", "##vso[task.complete result=Failed]", "##VSO[task]", "\ufffe\uffffx",
           "\x01\x08\x0b\x7f\x85\u2028x", "\"'><x y=\"", "[[ATTACHMENT|/etc/passwd]]", "::warning::x\r\n::error::y", "\t\nx",
           "<![CDATA[x]]>", "<!-- --!> -->", "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;", "😀æøå", " #2"]


class Case(unittest.TestCase):
    """A test with its own folder."""
    writer = None

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def file(self, name, content):
        """Writes a file to check; returns its path. The content is bytes, or a value to be written as JSON."""
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
        return path

    def write(self, form, *files, lang=ENGLISH, show=WARNING, fail_on=ERROR, root=""):
        """The report in that format, as bytes; `files` are pairs of the path in the report and the content to check."""
        words = [form, lang, show, fail_on, root, *(word for pair in files for word in pair)]
        command = [self.writer, *(word if isinstance(word, bytes) else os.fsencode(str(word)) for word in words)]
        done = subprocess.run(command, stdout=subprocess.PIPE, timeout=120)
        self.assertEqual(done.returncode, 0)
        self.assertTrue(done.stdout.endswith(b"\n"))
        self.assert_harmless(done.stdout)
        return done.stdout

    def assert_harmless(self, written):
        """Nothing in the report is interpreted by a terminal or by the log of a build server."""
        text = written.decode("utf-8", "strict")
        for c in text:
            self.assertFalse(ord(c) < 0x20 and c != "\n" or 0x7f <= ord(c) < 0xa0 or c in "\u2028\u2029\u202e\u2066",
                             f"U+{ord(c):04x}")
        for line in text.split("\n"):
            self.assertFalse(line.strip().startswith("::"), line)
            self.assertNotIn("##[", line)
            self.assertNotRegex(line, r"##[A-Za-z]*\[")


def plan(**members):
    """A minimal plan: no goals (HP201) and no focus area (HP211), errors; no lead (HP322), a warning; no financing
    (HP406) and no dates (HP504), infos; all about the document as a whole."""
    return {"format": "helhedsplan/1", "id": "p", "title": "T", "status": "draft", "scheme": "lbf-2015-2018", "area": "A",
            **members}


def hostile_plans():
    """Hostile text wherever a text or a name may be: once so that the reader fails, once so that the rules report
    findings."""
    waivers = [{"rule": "HP322", "reason": "".join(HOSTILE), "until": "2199-12-31"}]
    return [plan(**{"title": "".join(HOSTILE), "area": "\x1b", **{text: text for text in HOSTILE}},
                 goals=[{"id": text, "title": text, text: 1} for text in HOSTILE],
                 waivers=[{"rule": text, "reason": text} for text in HOSTILE]),
            plan(goals=[{"id": f"g{i}", "title": text} for i, text in enumerate(HOSTILE)],
                 parties=[{"id": f"p{i}", "kind": "other", "name": text, "cvr": "12345678"} for i, text in enumerate(HOSTILE)],
                 waivers=waivers)]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--writer", required=True)
    arguments, rest = parser.parse_known_args()
    Case.writer = arguments.writer
    unittest.main("__main__", argv=[sys.argv[0], *rest])
