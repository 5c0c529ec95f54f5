"""Reads Code Quality reports as GitLab does.

  test_gitlab.py --writer=PROGRAM

GitLab's behaviour is reimplemented here: it reads up to the first invalid entry, identifies entries by fingerprint,
and links a path and a line to the source."""

import hashlib
import json
import re

import written
from written import (COMPLETE, DANISH, ERROR, GITLAB, INFO, NO_FILE, OFF, PERMISSION, VOLLSMOSE, WARNING, plan)

SEVERITIES = ["info", "minor", "major", "critical", "blocker"]


def is_valid(entry):
    """GitLab's requirements on an entry, and that its numbers are lines."""
    try:
        lines = entry["location"]["lines"]
        return (all(isinstance(entry[name], str) and entry[name] for name in ("description", "fingerprint", "severity"))
                and entry["severity"] in SEVERITIES and isinstance(entry["location"]["path"], str)
                and type(lines["begin"]) is int and type(lines["end"]) is int and 1 <= lines["begin"] <= lines["end"])
    except (KeyError, TypeError):
        return False


def gitlab(entries):
    """The entries kept of the report, by fingerprint."""
    kept = {}
    for entry in entries:
        if not is_valid(entry):
            break
        kept[entry["fingerprint"]] = entry
    return list(kept.values())


class CodeQuality(written.Case):
    def read(self, *files, **options):
        """The entries, after checking the requirements on every report."""
        raw = self.write(GITLAB, *files, **options)
        self.assertTrue(raw.startswith(b"["), "an array, with no byte order mark before it")
        entries = json.loads(raw)
        self.assertEqual(gitlab(entries), entries, "GitLab has all of them")
        for entry in entries:
            self.assertRegex(entry["fingerprint"], "^[0-9a-f]{64}$")
            self.assertFalse(entry["location"]["path"].startswith("./"))
            self.assertEqual(set(entry), {"description", "check_name", "fingerprint", "severity", "location"})
            if re.match("HP", entry["check_name"]):
                self.assertTrue(entry["description"].startswith(entry["check_name"] + ": "))
        return entries

    def entries(self, *files, **options):
        return [(entry["check_name"], entry["severity"]) for entry in self.read(*files, **options)]

    def test_nothing_is_an_empty_array(self):
        self.assertEqual(self.write(GITLAB), b"[]\n")
        self.assertEqual(self.write(GITLAB, ("a.json", COMPLETE)), b"[]\n")

    def test_an_entry(self):
        entry = [e for e in self.read(("plans/v.json", VOLLSMOSE)) if e["check_name"] == "HP401"]
        text = VOLLSMOSE.read_text("utf-8")
        start = text.index('"contributions"')
        begin = 1 + text[:start].count("\n")
        end = begin + text[start:text.index("\n    ]", start) + 1].count("\n")
        fingerprint = entry[0].pop("fingerprint")
        self.assertEqual(entry, [{
            "description": "HP401: Local co-financing is DKK 11,000,000, which is 23.91 % of the total of DKK 46,000,000 "
                           "(31.43 % of the grant); at least 25 % of the total is required. It is short by DKK 500,000 "
                           "at the same total and by DKK 666,667 at the same grant.",
            "check_name": "HP401",
            "severity": "major",
            "location": {"path": "plans/v.json", "lines": {"begin": begin, "end": end}},
        }])
        parts = ["1", "HP401", "plans/v.json", "/financing/contributions", "0"]
        self.assertEqual(fingerprint, hashlib.sha256("\0".join(parts).encode()).hexdigest())

    def test_severities_and_what_is_shown(self):
        file = self.file("a.json", plan())
        errors = [("HP201", "major"), ("HP211", "major")]
        infos = [("HP406", "info"), ("HP504", "info")]
        self.assertEqual(self.entries(("a.json", file)), [*errors, ("HP322", "minor")])
        self.assertEqual(self.entries(("a.json", file), show=INFO), [*errors, ("HP322", "minor"), *infos])
        self.assertEqual(self.entries(("a.json", file), show=ERROR), errors)
        self.assertEqual(self.entries(("a.json", file), show=ERROR, fail_on=WARNING), [*errors, ("HP322", "minor")])
        self.assertEqual(self.entries(("a.json", file), show=ERROR, fail_on=OFF), errors)

    def test_waived_findings_are_left_out(self):
        waivers = [{"rule": rule, "reason": "Aftalt"} for rule in ("HP211", "HP322")]
        file = self.file("a.json", plan(waivers=waivers))
        self.assertEqual(self.entries(("a.json", file), fail_on=INFO), [("HP201", "major"), ("HP406", "info"),
                                                                      ("HP504", "info")])

    def test_files_that_cannot_be_read_are_blockers(self):
        entries = self.read(("væk.json", f"!{NO_FILE}"), ("x/hemmelig.json", f"!{PERMISSION}"), ("a.json", COMPLETE))
        self.assertEqual([(e["severity"], e["location"]) for e in entries],
                         [("blocker", {"path": "væk.json", "lines": {"begin": 1, "end": 1}}),
                          ("blocker", {"path": "x/hemmelig.json", "lines": {"begin": 1, "end": 1}})])
        self.assertNotEqual(entries[0]["description"], entries[1]["description"])

    def test_fingerprints_stay_when_lines_and_amounts_change(self):
        text = VOLLSMOSE.read_text("utf-8")
        self.assertIn("11000000", text)
        changed = self.file("b.json", ("\n\n\n" + text.replace("11000000", "10900000")).encode())
        before, after = self.read(("v.json", VOLLSMOSE)), self.read(("v.json", changed))
        self.assertEqual([e["fingerprint"] for e in before], [e["fingerprint"] for e in after])
        self.assertNotEqual([e["location"] for e in before], [e["location"] for e in after])
        self.assertNotEqual([e["description"] for e in before], [e["description"] for e in after])

    def test_fingerprints_differ_between_files_and_faults(self):
        file = self.file("a.json", b'{"format": "helhedsplan/1", "id": "p", "id": "q", "id": "r", "n": 1, "m": 2}')
        count = len(self.read(("a.json", file)))
        self.assertGreater(count, 4)
        self.assertEqual(len(self.read(("a.json", file), ("b.json", file), ("c.json", f"!{NO_FILE}"))), 2 * count + 1)

    def test_paths_are_relative_to_the_root(self):
        file = self.file("a.json", plan())
        for path, expected in (("/repo/plans/æ.json", "plans/æ.json"), ("./a.json", "a.json"), ("-", "-"), ("", "-")):
            self.assertEqual({e["location"]["path"] for e in self.read((path, file), root="/repo/")}, {expected})

    def test_a_plan_without_text_is_at_line_one(self):
        lines = [e["location"]["lines"] for e in self.read(("v.json", f"?{VOLLSMOSE}"))]
        self.assertEqual(lines, [{"begin": 1, "end": 1}] * 7)

    def test_danish(self):
        file = self.file("a.json", plan())
        danish, english = self.read(("a.json", file), lang=DANISH), self.read(("a.json", file))
        self.assertEqual(danish[0]["description"], "HP201: Planen har ingen mål.")
        for one, other in zip(danish, english, strict=True):
            self.assertNotEqual(one.pop("description"), other.pop("description"))
            self.assertEqual(one, other)

    def test_hostile_documents(self):
        for document in written.hostile_plans():
            entries = self.read(("a.json", self.file("a.json", document)), show=INFO)
            text = "".join(entry["description"] for entry in entries)
            for part in ("]]>", "<script>alert(1)</script>", "[U+001B escape][31m",
                         "[U+202E right-to-left override]", "[U+0001 control character][U+0008 backspace]",
                         "\\u{23}#[error]", "\\u{23}#VSO[task]"):
                self.assertIn(part, text)
            self.assertFalse(re.search("[\x00-\x1f\x7f-\x9f\u202e\u2066]", text))

    def test_hostile_paths(self):
        file = self.file("a.json", plan())
        for path in (*written.HOSTILE, "a\n::error::b.json", "\udcff\udcfe.json", "a" * 4000):
            with self.subTest(path):
                raw = path.encode("utf-8", "surrogateescape")
                entries = self.read((raw, file), (raw, b"!-13"))
                self.assertEqual(len(entries), 4)
                self.assertEqual({e["location"]["path"] for e in entries}, {raw.decode("utf-8", "backslashreplace")})

    def test_long_texts_are_cut(self):
        long = "ø" * 1_000_000
        raw = self.write(GITLAB, ("a.json", self.file("a.json", plan(title=long, **{long: 1}))))
        self.assertLess(len(raw), 10_000)
        self.read(("a.json", self.file("a.json", plan(title=long))))

    def test_many_are_counted(self):
        file = self.file("a.json", plan(**{f"n{i}": 0 for i in range(60_000)}))
        entries = json.loads(self.write(GITLAB, ("a.json", file)))
        self.assertEqual(len(gitlab(entries)), 50_001)
        self.assertEqual(entries[-1]["check_name"], "further-findings")
        self.assertEqual(entries[-1]["severity"], "major")
        self.assertEqual(entries[-1]["description"],
                         "10000 more findings are counted but not listed: there are too many.")


if __name__ == "__main__":
    written.main()
