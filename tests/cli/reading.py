#!/usr/bin/python3
"""Tests the text output for readers: aligned tables, and the most important findings first.

usage: reading.py [COMMAND] [unittest arguments], or the command in HHP_COMMAND.
"""
import json
import os
import re
import unittest

import run
from run import COMPLETE, VOLLSMOSE, CommandTest, money_plan, small_plan, width

RULES = os.path.join(os.environ["HHP_PLANS_DIR"], "tests", "corpus", "rules")  # the expanded corpus

# Titles whose display width differs from their number of letters.
TITLES = ("Almindelig", "🚀 Fart på", "漢字のまち", "Bla\u030abærgrød", "ไม้เมือง", "❤\ufe0f Hjertet", "👩\u200d💻 Kodning",
          "Usynlig\u2060hed", "ａｂｃ", "🇩🇰 Danmark", "🚀" * 40, "漢" * 60, "a\u0301" * 60, "ไม้" * 40)


class Tables(CommandTest):
    def columns(self, out, begins, cells):
        """The column at which a cell ends, in each line with that beginning."""
        found = {width(line) for line in out.splitlines() if line.startswith(begins) and line.endswith(cells)}
        self.assertEqual(len(found), 1, out)
        return found.pop()

    def goals_plan(self):
        return small_plan(goals=[{"id": "m%d" % i, "title": title} for i, title in enumerate(TITLES)],
                          focus_areas=[{"id": "i1", "code": "x", "title": "🚀 Uddannelse"}],
                          activities=[{"id": "a%d" % i, "title": title, "focus_areas": ["i1"], "goals": ["m%d" % i]}
                                      for i, title in enumerate(TITLES)])

    def test_goals_are_aligned_for_any_letters(self):
        out = self.run_command("show", self.write("p.json", self.goals_plan())).out
        self.assertIn("🚀 Fart på", out)
        rows = [line for line in out.splitlines() if line.startswith("* ") and line.endswith(" 1")]
        self.assertEqual(len(rows), len(TITLES))
        self.assertEqual({width(line) for line in rows}, {2 + 42 + 4})
        for line in out.splitlines():
            self.assertLessEqual(width(line), 80, line)

    def test_what_is_cut_is_cut_behind_a_word(self):
        title = "Et mål der har brug for mange ord og meget plads"
        plan = small_plan(goals=[{"id": "m", "title": title}, {"id": "n", "title": "x" * 38 + "\u202e" * 9}],
                          focus_areas=[{"id": "i", "code": "x", "title": "I"}])
        out = self.run_command("show", self.write("p.json", plan)).out
        # The column has 42 positions: 41 letters and the ellipsis would end in the middle of "meget".
        self.assertIn("\n* Et mål der har brug for mange ord og…        .\n", out)
        self.assertEqual(len("Et mål der har brug for mange ord og…        ."), 42 + 4)
        self.assertIn("\n* " + "x" * 38 + "…      .\n", out)  # not half of \u{202e}

    def test_codes_of_schemes_are_whole(self):
        code = "en-meget-lang-kode-paa-femogtres-tegn-eller-naesten-saa-mange-ja"
        self.assertEqual(len(code), 64)
        scheme = {"format": "helhedsplan-scheme/1", "id": "egen", "title_da": "Egen", "title_en": "Own", "min_local_bp": 2500,
                  "base": "total", "focus_areas": [{"code": code, "title_da": "Lang", "title_en": "Long"},
                                                   {"code": "kort", "title_da": "Kort", "title_en": "Short"}]}
        out = self.run_command("schemes", self.write("egen.json", scheme)).out
        self.assertTrue(out.endswith("  %s\n%sLong\n  kort%sShort\n" % (code, " " * 40, " " * 34)), out)

    def test_amounts_line_up(self):
        for command in (("show",), ("show", "--lang", "da")):
            plan = money_plan(3000000, *({"id": "b%d" % i, "parties": ["p%d" % i], "kind": "cash", "amount": 1000000}
                                         for i in range(len(TITLES))))
            plan["parties"] += [{"id": "p%d" % i, "name": title, "kind": "foundation"} for i, title in enumerate(TITLES)]
            out = self.run_command(*command, self.write("p.json", plan)).out
            rows = [line for line in out.splitlines() if line.endswith("1.000.000 kr.") or line.endswith("DKK 1,000,000")]
            self.assertEqual(len(rows), len(TITLES))
            self.assertEqual({width(line) for line in rows}, {80})

    def test_differences_line_up(self):
        one, other = self.goals_plan(), self.goals_plan()
        for activity in other["activities"]:
            activity["title"] += " 🚀"
        self.write("a.json", one)
        self.write("b.json", other)
        out = self.run_command("diff", "a.json", "b.json").out
        for line in out.splitlines():
            self.assertLessEqual(width(line), 80, line)

    def test_the_mark_is_below_the_value(self):
        for title in TITLES[:10]:
            with self.subTest(title=title):
                out = self.validate(self.write("p.json", json.dumps(small_plan(title=title, x=7), ensure_ascii=False))).out
                lines = out.splitlines()
                at = next(i for i, line in enumerate(lines) if '"x": 7' in line)
                self.assertEqual(width(lines[at + 1].split("^")[0]), width(lines[at].split('"x": 7')[0]), out)


class WhatMattersFirst(CommandTest):
    """The end of show and of the text report. The expected words are put together by hand from the titles of the
    rules, the messages of the catalogue and the amounts of the specification."""

    VOLLSMOSE_EN = """\
  error     HP401  Local co-financing is too low: short by DKK 500,000 at the
                   same total or by DKK 666,667 at the same grant
  warning   HP403  The share is sufficient only on another base: required is
                   DKK 11,500,000
  warning   HP405  The requirements cannot all be met: DKK 666,667 over the
                   ceiling at the same grant
  warning   HP408  How DKK 11,000,000 is split between 3 parties is not stated.
  warning   HP203  Political goal without strategy: “Mindre kriminalitet”, “Mere
                   blandet beboersammensætning”
  warning   HP322  The plan has no leading party; there has to be exactly one,
                   unambiguous leadership.
"""
    VOLLSMOSE_DA = """\
  fejl      HP401  Den lokale medfinansiering er for lav: der mangler
                   500.000 kr. ved uændret samlet budget eller 666.667 kr. ved
                   uændret tilskud
  advarsel  HP403  Andelen er kun tilstrækkelig, hvis den beregnes af
                   tilskuddet: kravet er 11.500.000 kr.
  advarsel  HP405  Kravene kan ikke overholdes samtidig: 666.667 kr. over rammen
                   ved uændret tilskud
  advarsel  HP408  Fordelingen af 11.000.000 kr. mellem 3 parter er ikke oplyst.
  advarsel  HP203  Politisk mål uden strategi: »Mindre kriminalitet«, »Mere
                   blandet beboersammensætning«
  advarsel  HP322  Planen har ingen ledende part; der skal være én entydig
                   ledelse.
"""

    def running_plan(self, **members):
        return small_plan(status="running", scheme="lbf-2019-2026",
                          period={"start": "2019-01-01", "end": "2023-12-31"}, **members)

    def missing(self, out):
        """The rows of missing items, each on one line."""
        text = out[out.index("\nWhat is missing\n"):]
        rows = []
        for line in text.splitlines()[2:]:
            if line.startswith(" " * 19):
                rows[-1] += " " + line.strip()
            else:
                rows.append(line.strip())
        return rows

    def test_show_ends_with_it(self):
        for lang, heading, rows in (("en", "What is missing", self.VOLLSMOSE_EN), ("da", "Hvad der mangler", self.VOLLSMOSE_DA)):
            out = self.run_command("show", "--lang", lang, VOLLSMOSE, "--today", "2024-06-01").out
            self.assertIn("\n\n%s\n%s" % (heading, rows), out)
        self.assertTrue(out.endswith("  Desuden 44 oplysninger. »helhedsplan validate --show info« viser, hvor\n"
                                     "  bemærkningerne hører til, og hvordan de afhjælpes.\n"), out)

    def test_the_report_ends_with_it(self):
        out = self.validate(VOLLSMOSE).out
        self.assertTrue(out.endswith("\n\nWhat matters first:\n" + self.VOLLSMOSE_EN +
                                     "\n1 file: 1 error, 6 warnings, 44 infos (not shown).\n"), out)
        out = self.validate("--lang", "da", VOLLSMOSE).out
        self.assertTrue(out.endswith("\n\nDet vigtigste:\n" + self.VOLLSMOSE_DA +
                                     "\n1 fil: 1 fejl, 6 advarsler, 44 oplysninger (ikke vist).\n"), out)

    def test_the_findings_stay_as_they_are(self):
        """Programs parse the lines of findings; no line of the summary looks like one."""
        out = self.validate(VOLLSMOSE).out
        self.assertEqual(len(re.findall(r"(?m)^\S+:\d+:\d+: (?:error|warning): .* \[HP\d{3} [a-z-]+\]$", out)), 7)
        end = out[out.index("What matters first:"):]
        self.assertNotRegex(end, r"(?m)^\S+:\d+:\d+: ")

    def test_few_findings_have_no_summary(self):
        for off in (("HP203", "HP322"), ("HP203", "HP322", "HP408", "HP405", "HP403", "HP401")):
            rules = [word for rule in ("HP403",) + off for word in ("--rule", rule + "=off")]
            self.assertNotIn("What matters first", self.validate(*rules, VOLLSMOSE).out)
        # Three findings are few, four are not.
        self.assertIn("What matters first", self.validate("--rule", "HP203=off", "--rule", "HP403=off", VOLLSMOSE).out)

    def test_colour_is_that_of_the_severity(self):
        out = self.validate("--color", "always", VOLLSMOSE).out
        self.assertIn("\n  \033[31merror\033[0m     HP401  Local", out)
        self.assertIn("\n  \033[33mwarning\033[0m   HP403  The", out)

    def test_years_are_on_one_line(self):
        plan = self.write("p.json", self.running_plan())
        self.assertIn("warning   HP604  The annual report is missing: 2019, 2020, 2021, 2022, 2023",
                      self.missing(self.run_command("show", plan, "--today", "2026-01-01").out))
        out = self.run_command("show", plan, "--today", "2026-01-01", "--lang", "da").out
        self.assertIn("  advarsel  HP604  Den årlige indberetning mangler: 2019, 2020, 2021, 2022, 2023\n", out)
        out = self.run_command("validate", os.path.join(RULES, "HP604", "fail-twenty-years.json"), "--today", "2026-11-01").out
        self.assertEqual(out.count("[HP604 annual-report-missing]"), 5)
        self.assertIn("\n  warning   HP604  The annual report is missing: 2021, 2022, 2023, 2024, 2025\n", out)

    def test_errors_before_warnings_and_money_before_form(self):
        plan = money_plan(8000000, {"id": "b1", "parties": ["foreningen"], "kind": "cash", "amount": 1000000,
                                    "counts_as_local": "yes"}, frame=8500000)
        plan["title"] = "Prøve "
        plan["parties"][0]["cvr"] = "12345678"
        plan["goals"] = [{"id": "m", "title": "Mål"}]
        rows = self.missing(self.run_command("show", self.write("p.json", plan), "--today", "2024-06-01").out)
        rules = [row.split()[:2] for row in rows if " HP" in row]
        severities = [severity for severity, _ in rules]
        self.assertEqual(severities, sorted(severities))  # "error" before "warning"
        warnings = [rule for severity, rule in rules if severity == "warning"]
        group = [0 if rule[2] == "4" else 2 if rule[2] in "17" else 1 for rule in warnings]
        self.assertEqual(group, sorted(group))
        self.assertEqual(set(group), {0, 1, 2})
        # 25 % of 9 million is 2.25, and beside a grant of 8 million a third of that has to be local.
        self.assertEqual(rows[0], "error     HP401  Local co-financing is too low: short by DKK 1,250,000 at the same total or by "
                                  "DKK 1,666,667 at the same grant")
        self.assertEqual(rows[1], "error     HP404  The budget ceiling is exceeded: DKK 500,000 too much")

    def test_no_figure_for_a_way_that_is_closed(self):
        """Third-party money exceeds three quarters, so the requirement cannot be met with the same total."""
        plan = money_plan(1000000, {"id": "b1", "parties": ["fonden"], "kind": "cash", "amount": 8000000,
                                    "counts_as_local": "no"})
        row = self.missing(self.run_command("show", self.write("p.json", plan)).out)[0]
        self.assertEqual(row, "error     HP401  Local co-financing is too low: short by DKK 3,000,000 at the same grant")

    def test_a_ceiling_need_not_be_used(self):
        """Without grant and total, what is missing is that of the whole ceiling, and of no plan that uses less of it."""
        plan = money_plan(1, {"id": "b1", "parties": ["foreningen"], "kind": "cash", "amount": 1000000,
                              "counts_as_local": "yes"}, frame=8000000)
        del plan["financing"]["grant"]
        plan["status"] = "submitted"
        path = self.write("p.json", plan)
        self.assertIn("error     HP406  The grant or the financing plan is missing: DKK 1,000,000 of local co-financing is "
                      "missing if the ceiling is used in full", self.missing(self.run_command("show", path).out))
        out = self.run_command("cofinancing", path).out
        self.assertRegex(out, r"\nLocal if all is used +DKK 2,000,000\n  missing then +DKK 1,000,000\n")
        self.assertIn("If the budget ceiling of", out)
        for form in ("markdown", "html"):
            out = self.run_command("validate", "--format", form, path).out.replace("\u00a0", " ")
            self.assertIn("Has to be local if the ceiling is used in full", out)
            self.assertNotRegex(out, r"(?:local|Missing|Required), at least")
        self.assertIn(": DKK 2,000,000 has to be local money if the budget ceiling is used in full, and then DKK 1,000,000 is "
                      "missing.", out)
        out = self.run_command("diff", path, COMPLETE).out
        self.assertRegex(out, r"\n  Local if the ceiling is used +DKK 2,000,000 +– ")
        self.assertNotIn("Has to be local, at least", out)

    def test_joint_contributors_are_named_together(self):
        """What the parties of a joint contribution pay differs by an amount of all of them, not of the first."""
        plan = money_plan(6000000, {"id": "b1", "parties": ["kommunen", "foreningen"], "kind": "cash", "amount": 2000000})
        plan["status"] = "running"
        names = {each["id"]: each["name"] for each in plan["parties"]}
        plan["financing"]["budget"] = [{"category": "staff", "year": 2020, "party": "fonden", "amount": 6000000},
                                       {"category": "staff", "year": 2020, "party": "kommunen", "amount": 1000000},
                                       {"category": "staff", "year": 2020, "party": "foreningen", "amount": 999999}]
        rows = self.missing(self.run_command("show", self.write("p.json", plan)).out)
        self.assertIn("error     HP411  Budget and financing do not match: %s + %s (the difference is DKK 1)" %
                      (names["kommunen"], names["foreningen"]), rows)

    def test_many_of_one_rule(self):
        plan = self.running_plan(focus_areas=[{"id": "i", "code": "uddannelse-og-beskaeftigelse", "title": "I"}],
                                 activities=[{"id": "aktivitet-%d" % i, "title": "Aktivitet %d" % i if i != 2 else "Lang " * 20 + "x",
                                              "focus_areas": ["i"]} for i in range(9)])
        rows = self.missing(self.run_command("show", self.write("p.json", plan)).out)
        self.assertIn("warning   HP303  The activity has no target group: “Aktivitet 0”, “Aktivitet 1”, aktivitet-2, "
                      "“Aktivitet 3”, “Aktivitet 4” and 4 more", rows)
        # Three that take one line each are not combined.
        self.assertEqual([row for row in rows if "HP328" in row],
                         ["warning   HP328  The %s approval is missing." % who
                          for who in ("residents'", "municipal council's", "fund's")])

    def test_ids_are_whole(self):
        """An id of 64 letters does not fit beside the title of its rule, and is not truncated."""
        long_id = "mere-blandet-beboersammensaetning-i-hele-bydelen-og-omegnen-2030"
        self.assertEqual(len(long_id), 64)
        plan = small_plan(goals=[{"id": long_id, "title": "T" * 60}, {"id": "m", "title": "M"}],
                          strategies=[{"id": "s", "title": "S", "goals": ["m"]}])
        for lang in ("da", "en"):
            out = self.run_command("show", self.write("p.json", plan), "--lang", lang).out
            self.assertIn("HP203", out)
            self.assertIn(long_id, out.replace("\n" + " " * 19, ""))

    def test_several_files_are_distinguished(self):
        out = self.validate(VOLLSMOSE, os.path.basename(self.write("egen.json", small_plan()))).out
        end = out[out.index("What matters first:"):]
        self.assertRegex(end, r"HP401 (?s:.)*\n +\[%s\]" % re.escape(VOLLSMOSE))
        self.assertRegex(end, r"HP201  The plan has no goals. \[egen.json\]")
        self.assertNotIn("[egen.json]", self.validate("egen.json", "--show", "info").out)

    def test_a_long_list_says_how_much_more_there_is(self):
        out = self.validate("--stage", "full", VOLLSMOSE).out
        end = out[out.index("What matters first:"):]
        rows = len(re.findall(r"(?m)^  (?:error|warning) +HP\d{3}  ", end))
        self.assertEqual(rows, 12)
        more = int(re.search(r"(?m)^  … and (\d+) more, see above$", end).group(1))
        self.assertGreater(more, 1)

    def test_faults_of_the_document(self):
        plan = dict(small_plan(), **{"felt-%d" % i: i for i in range(8)})
        plan["activities"] = [{"id": "a", "title": "A", "lead": 1}, {"id": "b", "title": "B", "lead": 2},
                              {"id": "c", "title": "C", "lead": 3}, {"id": "d", "title": "D", "lead": 4}]
        out = self.validate(self.write("p.json", plan)).out
        self.assertIn("\n  error     HP103  Unknown member: felt-0, felt-1, felt-2, felt-3, felt-4 and 3\n"
                      "                   more\n"
                      "  error     HP105  Wrong type: lead (4)\n", out)

    def test_nothing_of_the_document_acts(self):
        plan = dict(small_plan(), **{"\u001b[31m": 1, "b\u202e": 1, "::error::x": 1, "##vso[y]": 1, "e": 1})
        out = self.validate(self.write("p.json", plan)).out
        end = out[out.index("What matters first:"):]
        self.assertIn("\\u{1b}[31m", end)
        self.assertIn("b\\u{202e}", end)
        self.assertNotIn("\x1b", end)
        self.assertNotRegex(end, r"::error|##vso\[")

    def test_waived_findings_are_no_matter(self):
        plan = self.running_plan(waivers=[{"rule": "HP604", "reason": "aftalt"}])
        rows = self.missing(self.run_command("show", self.write("p.json", plan), "--today", "2026-01-01").out)
        self.assertEqual([row for row in rows if "HP604" in row], [])
        self.assertIn("5 waived", " ".join(rows))

    def test_nothing_is_missing(self):
        out = self.run_command("show", COMPLETE, "--today", "2024-06-01").out
        self.assertIn("\nWhat is missing\n  No errors or warnings.\n", out)


if __name__ == "__main__":
    run.main()
