#!/usr/bin/python3
"""Tests the commands rules and explain.

usage: rules.py [COMMAND] [unittest arguments], or the command in HHP_COMMAND. What is expected is read from the
specification and from lib/catalog/rules.def, never copied from what the command printed.
"""
import json
import os
import re
import unittest

import run
from run import CommandTest, environment, width

SOURCE = os.environ.get("HHP_SOURCE_DIR", os.path.join(run.HERE, "..", ".."))
LANGUAGES = ("da", "en")

with open(os.path.join(SOURCE, "lib", "catalog", "rules.def"), encoding="utf-8") as file:
    # (id, slug, [severity at draft, prequal, full])
    RULES = [("HP" + number, slug, [draft.lower(), prequal.lower(), full.lower()]) for number, slug, draft, prequal, full
             in re.findall(r'(?m)^RULE\((\d+), "([\w-]+)", (\w+), (\w+), (\w+),', file.read())]


def cells(row):
    """The cells of a row of a Markdown table, split at unescaped bars."""
    return [cell.strip() for cell in re.split(r"(?<!\\)\|", row)[1:-1]]


class Rules(CommandTest):
    def rules(self, *arguments, **more):
        result = self.run_command("rules", *arguments, **more)
        self.assertEqual((result.code, result.err), (0, ""))
        return result.out

    def listed(self, *arguments):
        return re.findall(r"(?m)^(HP\d{3}) ", self.rules(*arguments))

    def test_the_table_was_read_whole(self):
        with open(os.path.join(SOURCE, "tests", "corpus", "rules", "ids.tsv"), encoding="utf-8") as released:
            lines = [line.rstrip("\n").split("\t") for line in released if not line.startswith("#")]
        self.assertEqual([rule[:2] for rule in RULES], [tuple(line) for line in lines if len(line) == 2])
        self.assertGreater(len(RULES), 70)

    def test_each_has_a_line_in_both_languages(self):
        for lang, letters in (("da", "–OAF"), ("en", "–IWE")):
            out = self.rules("--lang", lang)
            found = re.findall(r"(?m)^(HP\d{3})  ([\w-]+) +(\S{3})  \S", out)
            weights = dict(zip(("off", "info", "warning", "error"), letters))
            self.assertEqual(found, [(rule, slug, "".join(weights[s] for s in severities))
                                     for rule, slug, severities in RULES])

    def test_it_fits_the_screen_and_lines_up(self):
        for lang in LANGUAGES:
            lines = self.rules("--lang", lang).splitlines()
            self.assertEqual([line for line in lines if width(line) > 80 or line != line.rstrip()], [])
            column = next(line for line in lines if line.startswith("id ")).index("tit")
            for line in lines:
                if line.startswith(("HP", "  ")):
                    self.assertRegex(line[column - 2:], r"^  \S", line)

    def test_families_are_headings_before_their_first_rule(self):
        for lang, families in (("en", ["The document", "Text and identity", "Goals", "Focus areas", "Activities",
                                       "Cooperation, agreements and governance", "Financing", "Periods and dates",
                                       "Follow-up", "Waivers"]),
                               ("da", ["Dokumentet", "Tekst og identitet", "Mål", "Indsatsområder", "Aktiviteter",
                                       "Samarbejde, aftaler og ledelse", "Finansiering", "Perioder og datoer",
                                       "Opfølgning", "Begrundede undtagelser"])):
            found = re.findall(r"(?m)^\n(.+)\n(HP\d{3})", self.rules("--lang", lang))
            firsts = ["HP101", "HP111", "HP201", "HP210", "HP301", "HP320", "HP401", "HP501", "HP601", "HP701"]
            self.assertEqual(found, list(zip(families, firsts)))

    def test_those_that_begin_so(self):
        self.assertEqual(self.listed("HP7"), ["HP701", "HP702", "HP703"])
        self.assertEqual(self.listed("hp41"), [rule for rule, _, _ in RULES if rule.startswith("HP41")])
        self.assertEqual(self.listed("HP401"), ["HP401"])
        out = self.rules("HP6", "--lang", "en")
        self.assertIn("\n%d rules." % sum(rule.startswith("HP6") for rule, _, _ in RULES), out)
        self.assertIn("helhedsplan explain HP601", out)
        self.assertIn("\n1 regel.", self.rules("HP601", "--lang", "da"))

    def test_those_that_are_on_at_a_stage(self):
        for at, stage in enumerate(("draft", "prequal", "full")):
            self.assertEqual(self.listed("--stage", stage),
                             [rule for rule, _, severities in RULES if severities[at] != "off"])
        self.assertEqual(self.listed("--stage", "draft", "HP60"), ["HP603", "HP606"])
        out = self.rules("--stage", "draft", "HP604", "--lang", "en")
        self.assertIn("0 rules.", out)
        self.assertNotIn("explain", out)

    def test_json_has_all_of_each(self):
        for lang in LANGUAGES:
            found = json.loads(self.rules("--format", "json", "--lang", lang))
            self.assertEqual(found["format"], "helhedsplan-rules/1")
            self.assertEqual(found["tool"]["name"], "helhedsplan")
            self.assertEqual([(rule["id"], rule["slug"], list(rule["severity"].values())) for rule in found["rules"]],
                             RULES)
        for rule in found["rules"]:
            self.assertEqual(list(rule["severity"]), ["draft", "prequal", "full"])
            for name in ("title", "rationale", "remedy", "source"):
                self.assertTrue(rule[name]["da"] and rule[name]["en"], rule["id"])
            self.assertEqual(json.loads(rule["example"]["passing"])["format"], "helhedsplan/1")
        self.assertEqual(found["rules"][0]["title"], {"da": "JSON-teksten er ikke velformet",
                                                      "en": "The JSON text is not well-formed"})
        examples = {rule["id"]: rule["example"] for rule in found["rules"]}
        self.assertEqual((examples["HP604"]["stage"], examples["HP604"]["today"]), ("full", 20260201))
        self.assertIsNone(examples["HP605"]["today"])
        self.assertEqual(json.loads(examples["HP601"]["failing"])["status"], "submitted")

    def test_json_keeps_to_what_is_asked_for(self):
        found = json.loads(self.rules("--format", "json", "HP7", "--stage", "draft"))
        self.assertEqual([rule["id"] for rule in found["rules"]], ["HP701", "HP702", "HP703"])
        self.assertEqual(json.loads(self.rules("--format=json", "HP604", "--stage", "draft"))["rules"], [])

    def test_the_examples_do_what_they_are_for(self):
        for rule in json.loads(self.rules("--format", "json"))["rules"]:
            for which, count in (("failing", 1), ("passing", 0)):
                today = str(rule["example"]["today"] or 20240601)
                result = self.validate("--format=json", "--today", f"{today[:4]}-{today[4:6]}-{today[6:]}", "-",
                                       input=rule["example"][which].encode())
                report = json.loads(result.out)["files"][0]
                found = [f["rule"] for f in report["findings"] if f["rule"] == rule["id"] and not f["waived"]]
                self.assertEqual(found, [rule["id"]] * count, which)
                if report["stage"]:  # the text of HP101 has none
                    self.assertEqual(report["stage"], rule["example"]["stage"])

    def test_markdown_is_one_table(self):
        words = {"da": dict(zip(("off", "info", "warning", "error"), ("slået fra", "oplysning", "advarsel", "fejl"))),
                 "en": {word: word for word in ("off", "info", "warning", "error")}}
        for lang in LANGUAGES:
            rows = self.rules("--format", "markdown", "--lang", lang).splitlines()
            self.assertEqual(rows[1], "|---|---|---|---|---|---|")
            self.assertEqual({len(cells(row)) for row in rows}, {6})
            self.assertEqual([cells(row)[:5] for row in rows[2:]],
                             [[rule, f"`{slug}`", *(words[lang][s] for s in severities)]
                              for rule, slug, severities in RULES])
            for row in rows[2:]:
                self.assertIsNone(re.search(r"(?<!\\)[*_<>\[\]`]", cells(row)[5]), row)

    def test_several_formats_and_files(self):
        out = self.rules("--format", "text", "--format", "json=rules.json", "--format", "markdown=rules.md")
        self.assertIn(f"\n{len(RULES)} rules.", out)
        self.assertEqual(len(json.loads(self.read("rules.json"))["rules"]), len(RULES))
        self.assertEqual(self.read("rules.md").decode().count("\n"), len(RULES) + 2)
        self.assertEqual(self.run_command("rules", "--format", "json=there/is/none.json").code, 3)

    def test_mistakes(self):
        self.assert_usage(self.run_command("rules", "HP9"), "unknown rule: “HP9”")
        self.assert_usage(self.run_command("rules", "HP4O1"), "did you mean “HP401”?")
        self.assert_usage(self.run_command("rules", "--stage", "ful"), "did you mean “full”?")
        self.assert_usage(self.run_command("rules", "--format", "sarif"), "unknown value")
        self.assert_usage(self.run_command("rules", "HP1", "HP2"), "too many arguments")


class Explain(CommandTest):
    def explain(self, *arguments):
        result = self.run_command("explain", *arguments)
        self.assertEqual((result.code, result.err), (0, ""))
        return result.out

    def section(self, out, heading):
        """The numbered lines below a heading, without their numbers: (mark, text)."""
        below = out[out.index(heading):].split("\n\n", 2)[1]
        return [(line[0], line[7:]) for line in below.splitlines() if line[1:4].strip()]

    def example(self, rule, which):
        return self.explain(rule, "--example", which)

    def test_any_name_of_the_rule_will_do(self):
        wanted = self.explain("HP401")
        for name in ("hp401", "Hp401", "401", "local-share-below-minimum", "Local-Share-Below-Minimum"):
            self.assertEqual(self.explain(name), wanted)

    def test_each_is_complete_in_both_languages(self):
        rules = json.loads(self.run_command("rules", "--format", "json").out)["rules"]
        for rule in rules:
            for lang in LANGUAGES:
                out = self.explain(rule["id"], "--lang", lang)
                self.assertEqual([line for line in out.splitlines() if width(line) > 80 or line != line.rstrip()], [])
                self.assertEqual(out.splitlines()[:3:2], [f"{rule['id']} {rule['slug']}", rule["title"][lang]])
                flat = " ".join(out.split())
                for name in ("rationale", "remedy", "source"):
                    self.assertIn(" ".join(rule[name][lang].split()), flat, rule["id"])

    def test_the_examples_are_complete(self):
        failing, passing = "A plan that fails the rule (stage ", "The same plan, corrected (- removed, + added)\n"
        for rule, _, _ in RULES:
            out = self.explain(rule, "--lang", "en")
            for heading, which, mark in ((failing, "failing", "-"), (passing, "passing", "+")):
                lines = self.section(out, heading)
                self.assertEqual("".join(text + "\n" for _, text in lines), self.example(rule, which))
                other = self.example(rule, "passing" if which == "failing" else "failing").splitlines()
                self.assertLessEqual({m for m, _ in lines}, {" ", mark})
                self.assertEqual([text for m, text in lines if m == mark],
                                 [text for _, text in lines if text not in other])

    def test_the_case_in_numbers(self):
        # 7,500,000 + 2,400,000 = 9,900,000; 24 / 99 = 24.24 %; 24 / 75 = 32 %; a quarter of 9,900,000 is 2,475,000, and
        # a third of 7,500,000 is 2,500,000.
        out = self.explain("HP401", "--lang", "en")
        for row in (r"required +required +DKK 2,475,000", r"actual +actual +DKK 2,400,000",
                    r"short_by +short by +DKK 75,000", r"largest_grant +largest grant possible +DKK 7,425,000",
                    r"short_by_at_grant +short by at the same grant +DKK 100,000",
                    r"total_at_grant +total at the same grant +DKK 10,000,000",
                    r"share_of_total_bp +share of the total +24\.24 %", r"share_of_grant_bp +share of the grant +32\.00 %",
                    r"base +base of the share +total"):
            self.assertRegex(out, r"(?m)^    " + row + "$")
        self.assertRegex(out, r"(?m)^  Line 13, column 22: error: Local co-financing is DKK 2,400,000, which is$")
        self.assertIn("Remedy: Either raise local co-financing to DKK 2,475,000", " ".join(out.split()))
        out = self.explain("HP401", "--lang", "da")
        self.assertRegex(out, r"(?m)^    short_by +mangler +75\.000 kr\.$")
        self.assertRegex(out, r"(?m)^    share_of_total_bp +andel af det samlede budget +24,24 %$")

    def test_every_argument_is_named(self):
        for rule in json.loads(self.run_command("rules", "--format", "json").out)["rules"]:
            today = str(rule["example"]["today"] or 20240601)
            report = json.loads(self.validate("--format=json", "--today", f"{today[:4]}-{today[4:6]}-{today[6:]}", "-",
                                              input=rule["example"]["failing"].encode()).out)
            finding = next(f for f in report["files"][0]["findings"] if f["rule"] == rule["id"])
            out = self.explain(rule["id"], "--lang", "en")
            rests = out.partition("\n  Values of the finding\n")[2].partition("\n\n")[0]
            self.assertEqual(re.findall(r"(?m)^    ([a-z_]+)  ", rests), list(finding["arguments"]))
            self.assertIn(f"Line {finding['line']}, column {finding['column']}: {finding['severity']}: ", out)

    def test_dates_and_days(self):
        out = self.explain("HP604", "--lang", "da")
        self.assertIn("En plan, der ikke overholder reglen (fuld plan, den 1. februar 2026)", out)
        self.assertRegex(out, r"(?m)^    due +frist +2026-06-30$")
        self.assertIn("datoer som ååååmmdd", out)
        self.assertIn("validate --today 2026-02-01 -", out)

    def test_the_place_is_marked(self):
        out = self.explain("HP110", "--lang", "en").splitlines()
        at = next(i for i, line in enumerate(out) if "lbf-2019-2025" in line)
        self.assertEqual(out[at].index('"lbf-2019-2025"'), out[at + 1].index("^"))
        self.assertRegex(out[at + 1], r"^     \| +\^~{14}$")  # the text has 15 characters, including its quotes

    def test_severities_and_leave(self):
        self.assertRegex(self.explain("HP401", "--lang", "en"), r"(?m)^Severity +error at every stage$")
        self.assertRegex(self.explain("HP328", "--lang", "da"),
                         r"(?m)^Alvorsgrad +slået fra for udkast, oplysning ved prækvalifikation, advarsel for\n +fuld plan$")
        for rule, _, _ in RULES:
            flat = " ".join(self.explain(rule, "--lang", "en").split())
            self.assertEqual("Waiver not allowed" in flat, rule[:3] in ("HP1", "HP7"), rule)
            self.assertEqual("the severity cannot be changed" in flat, "HP101" <= rule <= "HP110", rule)

    def test_markdown(self):
        for rule, slug, _ in RULES:
            for lang in LANGUAGES:
                out = self.explain(rule, "--format", "markdown", "--lang", lang)
                self.assertTrue(out.startswith(f"# {rule} {slug}\n\n**"))
                json_block, = re.findall(r"(?ms)^```json\n(.*?)^```$", out)
                self.assertEqual(json_block, self.example(rule, "failing"))
                diff, = re.findall(r"(?ms)^```diff\n(.*?)^```$", out)
                for which, mark in (("failing", "-"), ("passing", "+")):
                    self.assertEqual("".join(line[1:] + "\n" for line in diff.splitlines() if line[0] in (" ", mark)),
                                     self.example(rule, which))
                rows = [row for row in out.splitlines() if row.startswith("|")]
                self.assertLessEqual({len(cells(row)) for row in rows}, {3})

    def test_markdown_shows_names_of_members_as_they_are(self):
        out = self.explain("HP205", "--format", "markdown", "--lang", "en")
        self.assertIn("**Remedy:** State “adopted\\_by” and “adopted\\_on”.", out)

    def test_an_example_can_be_checked(self):
        plan = self.example("HP407", "failing")
        result = self.validate("-", input=plan.encode())
        self.assertEqual(result.code, 1)
        self.assertIn("[HP407 total-mismatch]", result.out)
        self.assertEqual(self.validate("-", input=self.example("HP407", "passing").encode()).code, 0)

    def test_to_a_file(self):
        self.assertEqual(self.explain("HP401", "--format", "markdown=rule.md"), "")
        self.assertTrue(self.read("rule.md").startswith(b"# HP401 "))

    def test_mistakes(self):
        self.assert_usage(self.run_command("explain"), "missing argument: ID|SLUG")
        self.assert_usage(self.run_command("explain", "HP4O1"), "unknown rule: “HP4O1”; did you mean “HP401”?")
        self.assert_usage(self.run_command("explain", "local-share"), "did you mean “local-share-below-minimum”?")
        self.assert_usage(self.run_command("explain", "no-gaols", "--lang", "da"), "mente du »no-goals«?")
        result = self.run_command("explain", "HP999")
        self.assert_usage(result, "unknown rule: “HP999”")
        self.assertNotIn("did you mean", result.err)
        self.assert_usage(self.run_command("explain", "01"), "unknown rule: “01”")
        self.assert_usage(self.run_command("explain", "HP401", "HP402"), "too many arguments")
        self.assert_usage(self.run_command("explain", "HP401", "--example", "bad"), "--example: unknown value")
        self.assert_usage(self.run_command("explain", "HP401", "--example", "passing", "--format", "text"),
                          "cannot be used together")
        self.assert_usage(self.run_command("explain", "\x1b[31m"), "\\u{1b}")

    def test_the_language_of_the_surroundings(self):
        result = self.run_command("explain", "HP401", env=environment(LANG="da_DK.UTF-8"))
        self.assertIn("\nHvorfor ", result.out)


if __name__ == "__main__":
    run.main()
