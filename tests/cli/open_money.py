#!/usr/bin/python3
"""Tests all output of the command for plans whose money is not all stated: no share, no 0 and no 100 % is derived
from a missing amount, and what can be derived is reported, in each format and language.

usage: open_money.py [COMMAND], or the command in HHP_COMMAND.
"""
import copy
import json
import os
import re
import subprocess
import sys
import tempfile
import unittest

COMMAND = os.environ.get("HHP_COMMAND", "")
TODAY = "2022-06-01"
FORMATS = ("text", "json", "sarif", "junit", "github", "gitlab", "markdown", "html")
DIFF_FORMATS = ("text", "json", "markdown")

WHOLE = {
    "format": "helhedsplan/1", "id": "plan", "title": "Plan", "status": "approved", "scheme": "lbf-2019-2026",
    "area": "Område",
    "parties": [{"id": "kommunen", "name": "Kommunen", "kind": "municipality"},
                {"id": "boligerne", "name": "Boligerne", "kind": "housing_organisation"},
                {"id": "fonden", "name": "Fonden", "kind": "fund"}],
    "financing": {"total": 16800000, "grant": {"party": "fonden", "awarded": 12600000},
                  "contributions": [{"parties": ["kommunen"], "amount": 3400000},
                                    {"parties": ["boligerne"], "amount": 800000}]},
}


def without(*parts):
    """The plan without some members, each given as a path in its financing."""
    plan = copy.deepcopy(WHOLE)
    for *path, last in parts:
        place = plan["financing"]
        for step in path:
            place = place[step]
        del place[last]
    return plan


GRANT, CONTRIBUTIONS, TOTAL = ("grant",), ("contributions",), ("total",)
FIRST, SECOND = ("contributions", 0, "amount"), ("contributions", 1, "amount")

# The missing parts, and the amounts that can still be derived, calculated by hand: a quarter of 16,800,000 is
# 4,200,000; so is a third of 12,600,000.
OPEN = {
    "grant": ([GRANT], (4200000, 12600000)),
    "grant and an amount": ([GRANT, SECOND], (4200000, 800000, 12600000)),
    "an amount": ([SECOND], (4200000, 800000, 12600000)),
    "all amounts": ([FIRST, SECOND], (4200000, 12600000)),
    "contributions": ([CONTRIBUTIONS], (4200000, 12600000)),
    "total and an amount": ([TOTAL, SECOND], (4200000, 800000, 16800000)),
    "total and contributions": ([TOTAL, CONTRIBUTIONS], (4200000, 16800000)),
    "grant and contributions": ([GRANT, CONTRIBUTIONS], (4200000, 12600000)),
    "grant and total": ([GRANT, TOTAL], ()),
    "all": ([GRANT, TOTAL, CONTRIBUTIONS], ()),
}

SHARE = re.compile(r"(\d[\d.,]*)[\s\u00a0]*(?:%|pct|procent)")
ZERO = re.compile(r"(?<![\d.,])0 kr\.|DKK 0(?![\d,.])")
SHARES = re.compile(r'"(share_[a-z_]*bp)": (?!null)')


def run(*arguments, folder):
    done = subprocess.run([COMMAND, *arguments], cwd=folder, capture_output=True, text=True, timeout=60)
    assert done.returncode in (0, 1), (arguments, done.stderr)
    return done.stdout + done.stderr


def said_of_this_plan(text, form):
    """SARIF, JUnit and HTML contain texts of the rules, which mention shares in general; HTML has widths in per cent, too."""
    if form == "sarif":
        log = json.loads(text)
        return json.dumps([r.get("results") for r in log["runs"]], ensure_ascii=False)
    if form == "html":
        return re.sub(r"(?:Kilde|Source): .*", "", re.sub(r"(?s)<style>.*?</style>|<[^>]*>", " ", text))
    return text.replace("%0A", "\n") if form == "github" else text


class OpenMoney(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory(dir=os.environ.get("HHP_TEST_FOLDER"))
        self.addCleanup(self.folder.cleanup)

    def save(self, name, plan):
        with open(os.path.join(self.folder.name, name), "w", encoding="utf-8") as file:
            json.dump(plan, file, ensure_ascii=False, indent=2)
        return name

    def outputs(self, name, lang):
        """(arguments, output)"""
        for form in FORMATS:
            for stage in ("draft", "prequal", "full"):
                text = run("validate", "--lang", lang, "--today", TODAY, "--stage", stage, "--show", "info", "--format",
                           form, name, folder=self.folder.name)
                yield f"validate {form} {stage}", said_of_this_plan(text, form)
        yield "show", run("show", "--lang", lang, "--today", TODAY, name, folder=self.folder.name)
        yield "cofinancing", run("cofinancing", "--lang", lang, name, folder=self.folder.name)
        yield "cofinancing json", run("cofinancing", "--format", "json", name, folder=self.folder.name)

    def assert_no_share(self, asked, text):
        for share in SHARE.findall(text):
            self.assertEqual(share, "25", f"{asked}: {share} %")
        self.assertIsNone(ZERO.search(text), f"{asked}: {ZERO.search(text)}")
        self.assertIsNone(SHARES.search(text), f"{asked}: {SHARES.search(text)}")
        self.assertNotIn("HP401", text, asked)

    def test_no_share_comes_from_what_is_missing(self):
        count = 0
        for case, (parts, _) in OPEN.items():
            name = self.save("plan.json", without(*parts))
            for lang in ("da", "en"):
                for asked, text in self.outputs(name, lang):
                    self.assert_no_share(f"without {case}: {asked} ({lang})", text)
                    count += 1
        print(f"{count} outputs without a share")

    def test_what_can_be_said_is_said(self):
        for case, (parts, amounts) in OPEN.items():
            name = self.save("plan.json", without(*parts))
            for lang, mark in (("da", "."), ("en", ",")):
                for asked, text in self.outputs(name, lang):
                    for amount in amounts:
                        words = f"{amount:,}".replace(",", mark)
                        self.assertTrue(words in text or str(amount) in text, f"without {case}: {asked} ({lang}): {words}")

    def test_the_whole_plan_has_its_shares(self):
        name = self.save("plan.json", WHOLE)
        for lang, share in (("da", "25,00 %"), ("en", "25.00 %")):
            self.assertIn(share, run("show", "--lang", lang, name, folder=self.folder.name))
        figures = json.loads(run("cofinancing", "--format", "json", name, folder=self.folder.name))
        self.assertEqual((figures["verdict"], figures["share_of_total_bp"]), ("passes", 2500))
        self.assertIsNone(figures["required_from"])

    def test_figures_name_their_sources(self):
        expected = {"grant": ("total", 4200000, 4200000, 0), "an amount": ("total", 4200000, 3400000, 800000),
                    "total and an amount": ("grant", 4200000, 3400000, 800000),
                    "contributions": ("total", 4200000, None, 4200000), "grant and total": (None, None, 4200000, None)}
        for case, wanted in expected.items():
            name = self.save("plan.json", without(*OPEN[case][0]))
            figures = json.loads(run("cofinancing", "--format", "json", name, folder=self.folder.name))
            self.assertEqual(figures["verdict"], "open", case)
            self.assertEqual(tuple(figures[key] for key in ("required_from", "required", "stated_local", "missing")),
                             wanted, case)
            for key in ("share_of_total_bp", "share_of_grant_bp", "total", "required_at_total", "shortfall_at_total"):
                self.assertIsNone(figures[key], f"{case}: {key}")

    def test_a_diff_compares_no_share_that_is_not_there(self):
        self.save("whole.json", WHOLE)
        for case, (parts, _) in OPEN.items():
            self.save("open.json", without(*parts))
            for form in DIFF_FORMATS:
                for lang in ("da", "en"):
                    for a, b in (("open.json", "open.json"), ("open.json", "whole.json"), ("whole.json", "open.json")):
                        text = run("diff", "--lang", lang, "--format", form, a, b, folder=self.folder.name)
                        shares = set(SHARE.findall(text)) - {"25"}
                        self.assertLessEqual(shares, {"25,00", "25.00"} if a != b else set(), (case, form, a, b))
                        self.assertNotRegex(text, r"%-point|\bpp\b", (case, form, a, b))
                        self.assertIsNone(ZERO.search(text), (case, form, a, b, ZERO.search(text)))

    def test_what_matters_first_names_no_total_that_is_not_known(self):
        name = self.save("plan.json", without(*OPEN["total and an amount"][0]))
        text = run("show", "--lang", "en", "--today", TODAY, name, folder=self.folder.name)
        self.assertRegex(" ".join(text.split()), r"HP416 The local share is open: at least DKK 800,000 of local")
        self.assertNotIn("at the same total", text)

    def test_nothing_is_enough_where_nothing_is_required_or_stated(self):
        scheme = {"format": "helhedsplan-scheme/1", "id": "egen", "title_da": "Egen", "title_en": "Own", "min_local_bp": 0,
                  "base": "total"}
        self.save("scheme.json", scheme)
        for financing in ({"total": 16800000}, {"frame": 16800000}, {"grant": {"awarded": 12600000}}):
            name = self.save("plan.json", {**WHOLE, "financing": financing})
            for lang, enough, nothing in (("da", "er nok", "har ingen finansieringsplan"),
                                          ("en", "is enough", "has no financing plan")):
                for command in (["validate", "--today", TODAY], ["show", "--today", TODAY], ["cofinancing"]):
                    text = run(*command, "--lang", lang, "--scheme", "scheme.json", name, folder=self.folder.name)
                    text = " ".join(text.split())
                    self.assertNotIn(enough, text, (financing, command))
                    self.assertNotIn(nothing, text, (financing, command))

    def test_what_is_enough_for_a_grant_is_so_unless_others_give_more(self):
        plan = copy.deepcopy(WHOLE)
        plan["parties"].append({"id": "staten", "name": "Staten", "kind": "state"})
        plan["financing"] = {"grant": {"awarded": 12600000}, "contributions": [{"parties": ["kommunen"], "amount": 4200000},
                                                                               {"parties": ["staten"]}]}
        name = self.save("plan.json", plan)
        for lang, words in (("da", "hvilket er nok, hvis ingen andre parter bidrager med mere"),
                            ("en", "which is enough unless other parties contribute more")):
            for command in (["validate", "--today", TODAY], ["show", "--today", TODAY], ["cofinancing"]):
                text = " ".join(run(*command, "--lang", lang, name, folder=self.folder.name).split())
                self.assertIn(words, text, command)

    def test_a_grant_above_what_the_stated_total_allows_is_reported(self):
        plan = copy.deepcopy(WHOLE)  # a quarter of 16,000,000 has to be local: 12,000,000 are left for a grant of 14,000,000
        plan["financing"].update(total=16000000, grant={"awarded": 14000000}, contributions=[{"parties": ["kommunen"]}])
        name = self.save("plan.json", plan)
        for lang, words in (("da", "højst være 12.000.000 kr., men er oplyst til 14.000.000 kr., dvs. 2.000.000 kr. for meget"),
                            ("en", "at most DKK 12,000,000, but DKK 14,000,000 is stated, which is DKK 2,000,000 too much")):
            for command in (["validate", "--today", TODAY], ["show", "--today", TODAY], ["cofinancing"]):
                text = " ".join(run(*command, "--lang", lang, name, folder=self.folder.name).split())
                self.assertIn(words, text, command)

    def test_money_of_others_that_leaves_too_little_is_reported(self):
        plan = copy.deepcopy(WHOLE)  # a quarter of 16,000,000 has to be local: 12,000,000 are left for all others
        plan["parties"].append({"id": "politiet", "name": "Politiet", "kind": "police"})
        contributions = [{"parties": ["politiet"], "amount": 15000000}, {"parties": ["kommunen"]}]
        cases = (({"total": 16000000}, "andre parter bidrager med 15.000.000 kr., hvilket er 3.000.000 kr. mere, end der så er",
                  "other parties contribute DKK 15,000,000, which is DKK 3,000,000 more than that leaves room for"),
                 ({"frame": 16000000}, "andre parter bidrager med 15.000.000 kr., hvilket er 3.000.000 kr. mere, end der så er",
                  "other parties contribute DKK 15,000,000, which is DKK 3,000,000 more than that leaves room for"),
                 ({"total": 16000000, "grant": {"applied": 500000}},
                  "tilskuddet på 500.000 kr. og 15.000.000 kr. fra andre parter er 3.500.000 kr. mere, end der så er",
                  "grant of DKK 500,000 with DKK 15,000,000 from other parties is DKK 3,500,000 more than that leaves room for"))
        for money, *words in cases:
            plan["financing"] = {**money, "contributions": contributions}
            name = self.save("plan.json", plan)
            for lang, expected in zip(("da", "en"), words):
                for command in (["validate", "--today", TODAY], ["show", "--today", TODAY], ["cofinancing"]):
                    text = " ".join(run(*command, "--lang", lang, name, folder=self.folder.name).split())
                    self.assertIn(expected, text, command)
        plan["financing"]["contributions"][0]["amount"] = 11500000  # which leaves 4,000,000
        text = run("cofinancing", "--lang", "en", self.save("plan.json", plan), folder=self.folder.name)
        self.assertNotIn("room", text)

    def test_the_money_of_others_is_shown_where_it_makes_a_difference(self):
        plan = without(TOTAL, FIRST, SECOND)
        plan["parties"].append({"id": "politiet", "name": "Politiet", "kind": "police"})
        plan["financing"]["contributions"].append({"parties": ["politiet"], "amount": 3000000})
        name = self.save("plan.json", plan)  # (12,600,000 + 3,000,000) / 3 = 5,200,000
        for words in (("show", "--today", TODAY), ("cofinancing",), ("validate", "--today", TODAY, "--format", "markdown")):
            text = run(words[0], "--lang", "en", *words[1:], name, folder=self.folder.name)
            self.assertIn("5,200,000", text, words)
            self.assertIn("3,000,000", text, words)

    def test_a_total_that_does_not_add_up_is_shown_as_stated(self):
        plan = copy.deepcopy(WHOLE)
        plan["financing"]["total"] = 16800001
        text = run("cofinancing", "--lang", "en", self.save("plan.json", plan), folder=self.folder.name)
        self.assertRegex(text, r"(?m)^  as stated +DKK 16,800,001$")

    def test_stated_zeros_are_reported(self):
        plan = copy.deepcopy(WHOLE)
        plan["financing"] = {"grant": {"awarded": 0}, "contributions": [{"parties": ["kommunen"], "amount": 0}]}
        name = self.save("plan.json", plan)
        text = run("validate", "--lang", "en", "--today", TODAY, name, folder=self.folder.name)
        self.assertRegex(text, r"error: .*\[HP416 local-share-open\]")
        self.assertEqual(SHARE.findall(text), [])

    def test_a_share_that_just_misses_is_written_alike_everywhere(self):
        plan = copy.deepcopy(WHOLE)
        plan["financing"] = {"grant": {"awarded": 75000001}, "contributions": [{"parties": ["kommunen"], "amount": 25000000}]}
        name, whole = self.save("plan.json", plan), self.save("whole.json", WHOLE)
        for lang, share, rounded in (("da", "24,99", "25,00"), ("en", "24.99", "25.00")):
            asked = [("validate", "--today", TODAY), ("show", "--today", TODAY), ("cofinancing",),
                     ("validate", "--today", TODAY, "--format", "markdown"), ("validate", "--today", TODAY, "--format", "html"), ("diff", whole)]
            for words in asked:
                text = run(words[0], "--lang", lang, *words[1:], name, folder=self.folder.name)
                self.assertIn(share, text, words)
                # cofinancing shows the remedies, each of which reaches the minimum, and the other plan has just that.
                if words[0] not in ("cofinancing", "diff"):
                    self.assertNotIn(rounded, text, words)


if __name__ == "__main__":
    if len(sys.argv) > 1 and not sys.argv[1].startswith("-"):
        COMMAND = sys.argv.pop(1)
    unittest.main()
