"""Tests the guarantees of docs/abi.md: ids, severities and exit codes, the fields and words of the file formats, and
the names of the formats, all compared with the lists of what was ever released. (Members of the report:
tests/schema/test_report.py; ids: also tests/unit/test_rule_texts.c.)

With --write, fields and words that are new are put into the lists; nothing is taken out of them.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

SOURCE = Path(os.environ.get("HHP_SOURCE_DIR") or Path(__file__).resolve().parents[2])
BUILT = SOURCE / "build" / "dev" / "cli" / "helhedsplan"
COMMAND = os.environ.get("HHP_COMMAND") or str(BUILT)
PROMISES = SOURCE / "tests" / "promises"
PLAN = SOURCE / "examples" / "vollsmose-2016-2020.helhedsplan.json"
LETTERS = {"E": "error", "W": "warning", "I": "info", "-": "off"}


def run(*words, text=None):
    return subprocess.run([COMMAND, *map(str, words)], input=text, text=True, encoding="utf-8",
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env={**os.environ, "LC_ALL": "C.UTF-8"})


def rows(path):
    lines = path.read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


def document(name):
    return (SOURCE / "docs" / name).read_text("utf-8")


def rules():
    return {rule["id"]: rule for rule in json.loads(run("rules", "--format", "json").stdout)["rules"]}


def kind(schema):
    """The type of a field in a word or two, and its words if it has any."""
    if "enum" in schema:
        return "one of " + " ".join(schema["enum"])
    if "const" in schema:
        return schema["const"]
    if "$ref" in schema:
        return schema["$ref"].rsplit("/", 1)[1]
    if schema["type"] == "array":
        return "list of " + kind(schema["items"])
    if schema["type"] == "integer":
        return f"integer {schema['minimum']} to {schema['maximum']}"
    return schema["type"]


def fields(name):
    """{field: type} of a file format, a field as entity.member."""
    schema = json.loads(run("schema", name).stdout)
    found = {}
    for entity, described in {name: schema, **schema["$defs"]}.items():
        for member, about in described["properties"].items():
            described_as = kind(about)
            if "default" in about:
                described_as += f", {json.dumps(about['default'])} if absent"
            found[f"{entity}.{member}"] = described_as + (", required" if member in described.get("required", []) else "")
    return found


def narrowed(before, now):
    """Whether some released value would be read differently, or not at all."""
    if not before.startswith("one of "):
        return before != now
    matches = [re.match(r"one of ([^,]*)(.*)", text) for text in (before, now)]
    if None in matches:
        return True
    (words, rest), (words_now, rest_now) = (match.groups() for match in matches)
    return rest != rest_now or not set(words.split()) <= set(words_now.split())


class Promises(unittest.TestCase):
    def test_ids_are_for_ever(self):
        there = rules()
        for id, slug, *mark in rows(SOURCE / "tests" / "corpus" / "rules" / "ids.tsv"):
            if mark == ["retired"]:
                self.assertNotIn(id, there, "the id of a retired rule is used again")
            else:
                self.assertEqual(there.pop(id)["slug"], slug)
        self.assertEqual(list(there), [], "rules that are not in ids.tsv")

    def test_severities_are_as_documented(self):
        there = rules()
        for id, letters in rows(PROMISES / "severities.tsv"):
            if id in there:
                self.assertEqual(list(there.pop(id)["severity"].values()), [LETTERS[letter] for letter in letters], id)
        self.assertEqual(list(there), [], "rules that are not in severities.tsv")

    def test_exit_codes_are_as_documented(self):
        released = rows(PROMISES / "exit-codes.tsv")
        source = re.findall(r"CODE_(\w+) = (\d+)", (SOURCE / "cli" / "print" / "exit_code.h").read_text("utf-8"))
        self.assertEqual([(name, number) for number, name, _ in released], source)
        section = document("command.md").split("## Exit codes")[1].split("\n## ")[0]
        self.assertEqual([number for number, _, _ in released], re.findall(r"^\| (\d+) \|", section, re.MULTILINE))
        for number, _, call in released:
            if call != "-":
                words = [SOURCE / word if word.startswith("examples/") else word for word in call.split()]
                self.assertEqual(run(*words).returncode, int(number), call)

    def test_no_field_or_word_of_the_file_formats_is_gone(self):
        for name in ("plan", "scheme"):
            released, there = dict(rows(PROMISES / f"{name}-1.tsv")), fields(name)
            for field, described_as in released.items():
                self.assertIn(field, there, "a field is gone")
                self.assertFalse(narrowed(described_as, there[field]), f"{field}: {described_as}; now {there[field]}")
            self.assertEqual(there, released, f"{name}-1.tsv lacks what is new: python3 {Path(__file__).name} --write")

    def test_every_format_is_promised(self):
        promised = set(re.findall(r"`(helhedsplan[a-z-]*/\d+)`", document("abi.md")))
        written = set(re.findall(r"\"(helhedsplan[a-z-]*/\d+)\"", document("command.md") + document("file-format.md")))
        self.assertEqual(written - promised - {"helhedsplan/2"}, set())
        self.assertGreaterEqual(len(written), 6)

    def test_the_lists_are_named_in_the_promise(self):
        for path in [*PROMISES.glob("*.tsv"), SOURCE / "tests" / "corpus" / "rules" / "ids.tsv"]:
            self.assertIn(path.name, document("abi.md"))

    def test_fingerprints_of_gitlab_stay_when_lines_move(self):
        if run("validate", "--format", "gitlab", PLAN).returncode > 1:
            self.skipTest("helhedsplan does not write gitlab")
        text = PLAN.read_text("utf-8")
        moved = "\n\n" + text.replace("11000000", "10000000")
        with tempfile.TemporaryDirectory() as folder:
            found = []
            for version in (text, moved):
                path = Path(folder) / "plan.helhedsplan.json"
                path.write_text(version, "utf-8")
                entries = json.loads(run("validate", "--format", "gitlab", path).stdout)
                found.append({entry["fingerprint"]: entry["location"] for entry in entries})
        self.assertEqual(found[0].keys(), found[1].keys())
        self.assertNotEqual(found[0], found[1], "the lines have moved")


def write():
    for name in ("plan", "scheme"):
        path = PROMISES / f"{name}-1.tsv"
        head = f"# Every field of a {name} file ever released, and its type. Nothing is removed; words may be added.\n"
        before = dict(rows(path)) if path.exists() else {}
        for field, described_as in fields(name).items():
            if field not in before or not narrowed(before[field], described_as):
                before[field] = described_as
        path.write_text(head + "".join(f"{field}\t{described_as}\n" for field, described_as in before.items()), "utf-8")


if __name__ == "__main__":
    if not Path(COMMAND).exists():
        sys.exit(f"error: {COMMAND} is not there; build it (cmake --build --preset dev), or set HHP_COMMAND to the command")
    if sys.argv[1:] == ["--write"]:
        write()
    else:
        unittest.main()
