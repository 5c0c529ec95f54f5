"""Storage of the corpus: edits and packed reports reproduce their source, and mistakes in them are reported."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
import edits  # noqa: E402
import goldens  # noqa: E402

BASE = """{
  "id": "p",
  "period": {
    "start": "2021-01-01",
    "end": "2024-12-31"
  },
  "goals": [
    {
      "id": "job",
      "title": "Job"
    },
    "b"
  ]
}
"""


def whole(*lines):
    return edits.expand(BASE, "\n".join(lines) + "\n")


class Edits(unittest.TestCase):
    def test_none(self):
        self.assertEqual(whole("# The base itself."), BASE)

    def test_set(self):
        self.assertEqual(whole('set /period/end "2025"'), BASE.replace("2024-12-31", "2025"))
        self.assertEqual(whole('set /goals/1 {"x": [], "y": [1]}'),
                         BASE.replace('"b"', '{\n      "x": [],\n      "y": [\n        1\n      ]\n    }'))
        self.assertEqual(whole("set  {}"), "{}\n")

    def test_remove(self):
        self.assertEqual(whole("remove /period/start"), BASE.replace('    "start": "2021-01-01",\n', ""))
        self.assertEqual(whole("remove /goals/0", "remove /goals/0", "remove /period", "remove /id"),
                         '{\n  "goals": []\n}\n')

    def test_add_a_member_last_or_before_another(self):
        self.assertEqual(list(json.loads(whole("add /a 1"))), ["id", "period", "goals", "a"])
        self.assertEqual(list(json.loads(whole("add /a before period 1", "add /b before period 2"))),
                         ["id", "a", "b", "period", "goals"])

    def test_add_an_element(self):
        for place, expected in (("0", ["n", "j", "b"]), ("1", ["j", "n", "b"]), ("2", ["j", "b", "n"])):
            self.assertEqual(json.loads(whole('set /goals/0 "j"', f'add /goals/{place} "n"'))["goals"], expected)

    def test_edits_follow_each_other(self):
        self.assertEqual(json.loads(whole("remove /goals/0", 'set /goals/0 "c"'))["goals"], ["c"])

    def test_a_value_over_lines_and_comments(self):
        self.assertEqual(whole("# why", 'set /goals ["a",', "  2", "]", "", "# more", "remove /id"),
                         whole('set /goals ["a", 2]', "remove /id"))

    def test_numbers_and_strings_stay_as_written(self):
        for literal in ("1e3", "-0", "1.50", "123456789012345678901234567890", r'"\u00e6\/"', '"æ, }:"', "truly"):
            self.assertEqual(whole(f"set /id {literal}"), BASE.replace('"p"', literal))

    def test_names_with_odd_characters(self):
        tree = edits.apply({}, edits.read("add /a~1b~0c 1\nset /a~1b~0c 2\n"))
        self.assertEqual(tree, {'"a/b~c"': "2"})

    def test_mistakes(self):
        for line in ("set /nothing 1", "set /goals/2 1", "remove /nothing", "remove /goals/9", "add /id 1", "add /goals/3 1",
                     "add /a before nothing 1", "add /goals/0 before id 1", "set /nothing/a 1", "set /id/a 1", "set goals 1",
                     "set /goals/-1 1", "remove /id 1", "set /id", "set /id [1", "set /id 1 2", "replace /id 1",
                     'set /id {"a": 1, "a": 2}', 'set /id {"a" 1}', "set /id [1,]", "set /id {1: 2}", "remove  /id"):
            with self.subTest(line), self.assertRaises(edits.EditError):
                whole(line)


class Shrinking(unittest.TestCase):
    def shrunk(self, *lines):
        plan = whole(*lines)
        short = edits.shrink(BASE, plan)
        self.assertEqual(edits.expand(BASE, short), plan)
        return short.splitlines()

    def test_gives_the_edits_again(self):
        for lines in (['set /period/end "2025"'], ["remove /id"], ["add /a before goals 1"], ["add /a 1"],
                      ["remove /goals/0"], ['add /goals/1 {"id": "ro", "title": "Ro"}'], ['set /goals/0/title "Ro"'],
                      ['set /goals ["b", "c"]'], ["set /goals {}"]):
            self.assertEqual(self.shrunk(*lines), lines)

    def test_none(self):
        self.assertEqual(self.shrunk(), ["# The base itself."])

    def test_long_values_are_broken(self):
        title = "x" * 100
        self.assertEqual(self.shrunk(f'set /goals {{"id": "{title}", "title": 1}}'),
                         ["set /goals {", f'  "id": "{title}",', '  "title": 1', "}"])

    def test_members_in_another_order(self):
        plan = BASE.replace('    "start": "2021-01-01",\n    "end": "2024-12-31"\n', '    "end": "2024-12-31",\n    "start": "2021-01-01"\n')
        self.assertEqual(edits.shrink(BASE, plan), 'set /period {"end": "2024-12-31", "start": "2021-01-01"}\n')

    def test_what_edits_cannot_give(self):
        for plan in ("", "{", "{}", BASE[:-1], BASE + "\n", "\ufeff" + BASE, BASE.replace("  ", "\t"), BASE.replace(": ", ":"),
                     BASE.replace('"id": "p"', '"id": "p",\n  "id": "p"'), BASE.replace("\n", "\r\n"), "{}\n{}\n",
                     BASE.replace('"p"', r'"p", "v\u0069sion": 1')):
            self.assertIsNone(edits.shrink(BASE, plan), plan)


def report(plan, *findings):
    count = {"error": 0, "warning": 0, "info": 0, "waived": 0}
    for finding in findings:
        count["waived" if finding["waived"] else finding["severity"]] += 1
    return {"format": "helhedsplan-report/1", "tool": {"name": "helhedsplan"}, "files": [{
        "path": "p.json", "sha256": hashlib.sha256(plan).hexdigest(), "plan": "p", "scheme": None, "stage": "draft",
        "complete": True, "unreadable": None, "findings": list(findings), "omitted": 0, "counts": count}], "counts": count}


def finding(pointer, line, column, offset, length, related=(), severity="error", waived=False):
    return {"rule": "HP999", "slug": "s", "severity": severity, "pointer": pointer, "entity": None, "line": line,
            "column": column, "offset": offset, "length": length, "arguments": {"a": 1},
            "related": [{"pointer": p, "line": li, "column": c} for p, li, c in related], "waived": waived}


class Goldens(unittest.TestCase):
    PLAN = '{\n  "æ": 1,\n  "b": ["ø", {"c": true}]\n}\n'.encode()

    def packed(self, *findings):
        whole_report = report(self.PLAN, *findings)
        text = goldens.text_of(whole_report)
        kept = goldens.read(goldens.write({"p": goldens.pack(whole_report, "p.json", self.PLAN)}))["p"]
        self.assertEqual(goldens.text_of(goldens.unpack(kept, "p.json", self.PLAN)), text)
        return kept

    def test_nothing_found(self):
        self.assertEqual(self.packed(), {"plan": "p", "scheme": None, "stage": "draft", "findings": []})

    def test_places(self):
        # By hand: æ has two bytes, and is one column.
        for pointer, at in (("/æ", (2, 8, 10, 1)), ("/b", (3, 8, 20, 19)), ("/b/0", (3, 9, 21, 4)), ("/b/1/c", (3, 20, 33, 4)),
                            ("", (1, 1, 0, 41))):
            kept = self.packed(finding(pointer, *at))["findings"][0]
            self.assertNotIn("at", kept, pointer)
            self.assertFalse({"line", "column", "offset", "length"} & kept.keys())

    def test_places_elsewhere(self):
        for pointer, at, short in (("/æ", (2, 3, 4, 4), "name"), ("/b", (3, 8, 20, 1), "first"), ("/x", (1, 1, 0, 1), "first"),
                                   ("/b", (9, 8, 19, 1), {"line": 9, "column": 8, "offset": 19, "length": 1})):
            self.assertEqual(self.packed(finding(pointer, *at))["findings"][0]["at"], short)

    def test_related_and_counts(self):
        kept = self.packed(finding("/b", 3, 8, 20, 19, [("/æ", 2, 8), ("/æ", 2, 3), ("/b", 7, 7)], waived=True),
                           finding("/b", 3, 8, 20, 19, severity="info"))
        self.assertEqual(kept["findings"][0]["related"], [{"pointer": "/æ"}, {"pointer": "/æ", "at": "name"},
                                                          {"pointer": "/b", "at": {"line": 7, "column": 7}}])

    def test_an_unreadable_plan(self):
        for plan in (b"", b"{", b"\xff", b'{"a" 1}', b"[" * 99999):
            self.assertEqual(goldens.places(plan), ("", {}))

    def test_an_unknown_member_is_reported(self):
        whole_report = report(self.PLAN)
        whole_report["files"][0]["more"] = 1
        with self.assertRaisesRegex(ValueError, "more"):
            goldens.pack(whole_report, "p.json", self.PLAN)


class Commands(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.top = Path(folder.name)
        self.rules = self.top / "tests/corpus/rules"
        (self.rules / "HP999").mkdir(parents=True)
        (self.top / "examples").mkdir()
        (self.rules / "base.json").write_text(BASE)
        self.out = self.top / "out"
        self.expanded = self.out / "tests/corpus/rules/HP999"

    def run_corpus(self, *words, code=0):
        done = subprocess.run([sys.executable, HERE / "corpus.py", *words], check=False, text=True, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, env={**os.environ, "HHP_SOURCE_DIR": str(self.top)})
        self.assertEqual(done.returncode, code, done.stdout)
        return done.stdout

    def put(self, name, text):
        (self.rules / "HP999" / name).write_text(text)

    def expand(self):
        self.run_corpus("expand", self.out)
        return {path.name: path.read_text() for path in self.expanded.iterdir()}

    def test_expand_writes_all_and_removes_what_is_gone(self):
        self.put("pass-a.edits", "remove /id\n")
        self.put("pass-b.json", "{}")
        self.put("verdicts.tsv", "x\n")
        expected = {"pass-a.json": whole("remove /id"), "pass-b.json": "{}", "verdicts.tsv": "x\n"}
        self.assertEqual(self.expand(), expected)
        self.put("pass-a.edits", "remove /period\n")
        (self.rules / "HP999/pass-b.json").unlink()
        expected = {"pass-a.json": whole("remove /period"), "verdicts.tsv": "x\n"}
        self.assertEqual(self.expand(), expected)
        (self.expanded / "verdicts.tsv").write_text("changed")
        (self.expanded / "more").touch()
        self.assertEqual(self.expand(), expected)
        (self.rules / "base.json").write_text(BASE.replace('"p"', '"q"'))
        self.assertIn('"q"', self.expand()["pass-a.json"])
        shutil.rmtree(self.rules / "HP999")
        self.run_corpus("expand", self.out)
        self.assertFalse(self.expanded.exists())

    def test_mistakes_are_reported_with_the_file(self):
        self.put("pass-a.edits", "remove /nothing\n")
        self.assertIn("HP999/pass-a.edits: /nothing", self.run_corpus("expand", self.out, code=1))
        self.put("pass-a.edits", "remove /id\n")
        self.put("pass-a.json", "{}")
        self.assertIn("stored twice", self.run_corpus("expand", self.out, code=1))
        (self.rules / "HP999/pass-a.json").unlink()
        self.put("reports.json", '{"pass-gone": {"findings": []}}')
        self.assertIn("pass-gone", self.run_corpus("expand", self.out, code=1))
        self.run_corpus("shrink")
        self.assertFalse((self.rules / "HP999/reports.json").exists())
        self.expand()
        self.run_corpus(code=2)
        self.assertIn("no plan", self.run_corpus("show", "HP999/pass-none", code=1))

    def test_shrink_gives_the_same_and_takes_the_whole_one(self):
        self.put("pass-a.edits", "remove /goals\n")
        self.put("pass-a.json", whole("remove /id"))
        self.put("pass-short.json", "{}\n")
        self.put("pass-bytes.json", BASE + "\n")
        plan = whole("remove /id").encode()
        kept = report(plan)
        kept["files"][0]["path"] = "tests/corpus/rules/HP999/pass-a.json"
        self.put("pass-a.report.json", goldens.text_of(kept))
        self.run_corpus("shrink")
        names = {path.name for path in (self.rules / "HP999").iterdir()}
        self.assertEqual(names, {"pass-a.edits", "pass-short.json", "pass-bytes.json", "reports.json"})
        files = self.expand()
        self.assertEqual(files["pass-a.json"].encode(), plan)
        self.assertEqual(files["pass-a.report.json"], goldens.text_of(kept))
        self.assertEqual(self.run_corpus("show", "HP999/pass-a").encode(), plan)
        self.assertEqual(self.run_corpus("shrink"), "")

    def test_collect_stores_reports_as_they_are_stored(self):
        self.put("pass-a.edits", "remove /id\n")
        self.put("pass-whole.json", "{}\n")
        self.put("pass-whole.report.json", "{}\n")
        self.expand()
        kept = report(whole("remove /id").encode())
        kept["files"][0]["path"] = "tests/corpus/rules/HP999/pass-a.json"
        (self.expanded / "pass-a.report.json").write_text(goldens.text_of(kept))
        (self.expanded / "pass-whole.report.json").write_text('{"a": 1}\n')
        self.run_corpus("collect", self.out)
        self.assertEqual((self.rules / "HP999/pass-whole.report.json").read_text(), '{"a": 1}\n')
        self.assertEqual(self.expand()["pass-a.report.json"], goldens.text_of(kept))


if __name__ == "__main__":
    unittest.main()
