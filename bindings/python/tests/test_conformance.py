"""Reports are byte-identical to those of the command and to the reviewed golden reports."""

import json
import os
import subprocess
import sys
import unittest
from pathlib import Path

import helhedsplan
from support import SOURCE, sanitized

sys.path.insert(0, str(SOURCE / "tests/conformance"))
from cases import PLANS, cases, golden  # noqa: E402

TODAY = "2019-05-01"
CORPUS = sorted(path.relative_to(PLANS) for folder in ("tests/corpus", "examples")
                for path in (PLANS / folder).rglob("*.json") if not path.name.endswith((".report.json", ".scheme.json")))


def bare(report):
    """A report without its wording, as in the golden reports."""
    if isinstance(report, dict):
        return {name: bare(value) for name, value in report.items() if name not in ("message", "remedy", "tool")}
    return [bare(each) for each in report] if isinstance(report, list) else report


def ways():
    """{document: options of its golden report}, for those made with options."""
    found = {}
    for table in Path("tests/corpus/rules").glob("*/verdicts.tsv"):
        for line in table.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                name, stage, today, *_ = line.split("\t")
                options = {key: value for key, value in (("stage", stage), ("today", today)) if value != "-"}
                found.setdefault(table.parent / name, options)  # the golden report belongs to the first line
    return found


class Conformance(unittest.TestCase):
    def setUp(self):
        held = os.getcwd()
        os.chdir(PLANS)
        self.addCleanup(os.chdir, held)

    def test_with_those_gone_through_by_hand(self):
        goldens = sorted(Path("tests/corpus").rglob("*.report.json"))
        options = ways()
        self.assertGreater(len(goldens), 900)
        for golden in goldens:
            name = golden.name.replace(".report.json", "")
            document = next(path for path in (golden.parent / f"{name}.json", Path(f"examples/{name}.helhedsplan.json"))
                            if path.is_file())
            own = golden.parent / f"{name}.scheme.json"
            scheme = helhedsplan.Scheme.load(own) if own.is_file() else None
            report = helhedsplan.check(document, scheme=scheme, **options.get(document, {}))
            self.assertEqual(bare(json.loads(report.render("json"))), bare(json.loads(golden.read_text(encoding="utf-8"))),
                             document)

    def test_with_the_corpus_that_every_binding_is_held_to(self):
        self.assertGreater(len(cases()), 50)
        for case in cases():
            scheme = helhedsplan.Scheme.load(case.scheme) if "/" in (case.scheme or "") else case.scheme
            today = case.today and f"{case.today[:4]}-{case.today[4:6]}-{case.today[6:]}"
            report = helhedsplan.check(Path(case.plan), stage=case.stage, today=today, scheme=scheme)
            self.assertTrue(report.render("json").encode() == golden(case), f"{case.id} differs")

    def test_with_the_command(self):
        command = os.environ.get("HELHEDSPLAN_COMMAND") or Path(helhedsplan.__file__).parent / "_bundle/helhedsplan"
        if not Path(command).is_file():
            self.skipTest("there is no command")
        files = CORPUS[::20] if sanitized() else CORPUS
        self.assertGreater(len(files), 40)
        for form in ("json", "sarif", "junit", "html"):
            written = subprocess.run([command, "validate", "--today", TODAY, "--format", form, *files], capture_output=True,
                                  check=False).stdout.decode()
            reports = [helhedsplan.check(path, today=TODAY, line_hashes=form == "sarif", keep_plan=form == "html")
                       for path in files]
            self.assertEqual(len(reports), len(files))
            self.assertTrue(written == helhedsplan.render(reports, form), f"{form} differs")


if __name__ == "__main__":
    unittest.main()
