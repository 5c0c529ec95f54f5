#!/usr/bin/python3
"""Runs the commands that show a plan: cofinancing, show and diff. Expected texts and amounts are derived by hand from the
specification, never copied from output.

usage: as run.py.
"""
import json
import os
import re

import run
from run import COMPLETE, EXAMPLES, VOLLSMOSE, CommandTest, money_plan, small_plan, width


class Cofinancing(CommandTest):
    def test_a_paragraph_begins_at_its_indent(self):
        """Enough local money, and DKK 1 over the ceiling: the paragraph on shortfalls has only the sentence on that."""
        amounts = ("--grant", "6000000", "--local", "2000001", "--frame", "8000000")
        for lang, first in (("da", "Det samlede budget på 8.000.001 kr. er 1 kr. over budgetrammen på"),
                            ("en", "The total of DKK 8,000,001 is DKK 1 over the budget ceiling of")):
            result = self.run_command("cofinancing", "--lang", lang, *amounts)
            self.assertRegex(result.out, "(?m)^" + re.escape(first))

    CASE = ("--grant", "35000000", "--local", "11000000", "--frame", "46000000")

    def figures(self, *arguments):
        result = self.run_command("cofinancing", *arguments, "--format", "json")
        self.assertEqual(result.err, "")
        return json.loads(result.out)

    def test_the_case_in_english(self):
        result = self.run_command("cofinancing", *self.CASE)
        self.assertEqual((result.code, result.err), (1, ""))
        for words in ("23.91 %", "31.43 %", "DKK 500,000", "DKK 666,667", "DKK 11,500,000", "DKK 34,500,000",
                      "DKK 11,666,667", "DKK 46,666,667", "The requirement is not met"):
            self.assertIn(words, result.out)
        words = " ".join(result.out.split())
        self.assertIn("the total becomes DKK 46,666,667, which is DKK 666,667 over the budget ceiling of DKK 46,000,000.", words)
        self.assertIn("Within the ceiling the grant can be at most DKK 34,500,000.", words)
        self.assertRegex(result.out, r"(?m)^Local share of total +23\.91 % +25\.00 % +25\.00 %$")

    def test_the_case_in_danish(self):
        result = self.run_command("cofinancing", *self.CASE, "--lang", "da")
        self.assertEqual(result.code, 1)
        words = " ".join(result.out.split())
        for expected in ("23,91 %", "31,43 %", "Der mangler 500.000 kr. ved uændret samlet budget og 666.667 kr. ved "
                         "uændret tilskud.", "46.666.667 kr., hvilket er 666.667 kr. over budgetrammen på 46.000.000 kr.",
                         "11.500.000 kr.", "34.500.000 kr.", "11.666.667 kr.", "Kravet er ikke opfyldt"):
            self.assertIn(expected, words)
        self.assertNotIn("kr..", words)

    def test_the_case_in_json(self):
        expected = {
            "format": "helhedsplan-cofinancing/1", "grant": 35000000, "local": 11000000, "third_party": 0,
            "total": 46000000, "frame": 46000000, "min_share_bp": 2500, "base": "total", "verdict": "fails",
            "share_of_total_bp": 2391, "share_of_grant_bp": 3142, "passes_of_total": "fails",
            "passes_of_grant": "passes", "required_at_total": 11500000, "shortfall_at_total": 500000,
            "largest_grant_at_total": 34500000, "required_at_grant": 11666667, "shortfall_at_grant": 666667,
            "total_at_grant": 46666667, "over_frame": 0, "over_frame_at_grant": 666667,
            "largest_grant_in_frame": 34500000, "local_in_kind": 0, "local_unclear": 0,
            "local_without_in_kind": 11000000, "share_of_total_without_in_kind_bp": 2391,
            "verdict_without_in_kind": "fails", "local_without_unclear": 11000000,
            "share_of_total_without_unclear_bp": 2391, "verdict_without_unclear": "fails", "local_strict": 11000000,
            "share_of_total_strict_bp": 2391, "share_of_grant_strict_bp": 3142, "required_at_total_strict": 11500000,
            "shortfall_at_total_strict": 500000, "required_at_grant_strict": 11666667,
            "shortfall_at_grant_strict": 666667, "verdict_strict": "fails", "stated_total": None,
            "stated_local": 11000000, "required_from": None, "required": None, "missing": None, "largest_grant": None,
            "resulting_total": None, "stated_third_party": None}
        self.assertEqual(self.figures(*self.CASE), expected)
        self.assertEqual(self.figures(VOLLSMOSE), {**expected, "stated_total": None})

    def test_what_is_absent_is_null(self):
        figures = self.figures("--grant", "30000000", "--local", "10000000")
        self.assertIsNone(figures["frame"])
        self.assertIsNone(figures["over_frame"])
        self.assertEqual(figures["verdict"], "passes")
        self.assertEqual(self.figures("--grant", "0", "--local", "0")["verdict"], "not_computable")

    def test_exit_codes(self):
        for arguments, code in ((("--grant", "30000000", "--local", "10000000"), 0),
                                (("--grant", "30000000", "--local", "9999999"), 1),
                                (("--grant", "0", "--local", "0"), 1), ((COMPLETE,), 0), ((VOLLSMOSE,), 1)):
            with self.subTest(arguments=arguments):
                self.assertEqual(self.run_command("cofinancing", *arguments).code, code)

    def test_a_share_that_rounds_up_to_the_minimum_fails(self):
        result = self.run_command("cofinancing", "--grant", "75004", "--local", "24996")
        self.assertEqual(result.code, 1)
        self.assertIn("24.99 % 25.00 % 25.00 %", " ".join(result.out.split()))

    def test_third_parties_are_in_the_total_alone(self):
        figures = self.figures("--grant", "30000000", "--local", "10000000", "--third-party", "10000000")
        self.assertEqual((figures["total"], figures["share_of_total_bp"]), (50000000, 2000))
        # A quarter of 50 million; and a third of grant and third party, 13,333,333.33, rounded up.
        self.assertEqual((figures["required_at_total"], figures["required_at_grant"]), (12500000, 13333334))

    def test_ways_that_are_closed(self):
        result = self.run_command("cofinancing", "--grant", "30000000", "--local", "10000000", "--third-party", "1",
                                  "--min-share", "100")
        self.assertEqual(result.code, 1)
        self.assertIn("The requirement cannot be met, neither if the total stays nor if the grant stays.",
                      " ".join(result.out.split()))

    def test_what_numbers_may_look_like(self):
        for grant in ("35000000", "35.000.000", "35,000,000", "35_000_000"):
            self.assertEqual(self.figures("--grant", grant, "--local", "0")["grant"], 35000000)
        self.assertEqual(self.figures("--grant", "35.000", "--local", "5")["grant"], 35000)
        self.assertEqual(self.figures("--grant", "0", "--local", "1,000")["local"], 1000)

    def test_what_numbers_may_not_look_like(self):
        for grant in ("35.5", "1e6", "35.00.000", "35.000.00", "35.0000", "1.00x", "3500.000", "35.000,000", "35..000", ".500", "500.",
                      "0.500", "-5", "+5", "", " 5", "5 kr", "0x10", "fem", "35 000 000"):
            with self.subTest(grant=grant):
                self.assert_usage(self.run_command("cofinancing", "--grant", grant, "--local", "5"),
                                  "--grant: “%s” is not an amount in whole kroner" % grant)
        self.assert_usage(self.run_command("cofinancing", "--grant", "9223372036854775808", "--local", "0"),
                          "is too large")
        self.assert_usage(self.run_command("cofinancing", "--grant", "9223372036854775807", "--local", "1"),
                          "too large to add up")

    def test_shares(self):
        for words, points in (("25", 2500), ("25,5", 2550), ("25.5", 2550), ("25,05", 2505), ("2550bp", 2550),
                              ("2500", 2500), ("0", 0), ("100", 10000), ("25 %", 2500), ("25%", 2500), ("50bp", 50)):
            with self.subTest(words=words):
                figures = self.figures("--grant", "1", "--local", "1", "--min-share", words)
                self.assertEqual(figures["min_share_bp"], points)
        for words in ("", "x", "101", "120", "10001", "10001bp", "25,", "25.555", "-1", "25,5,5", "25bps", "1e2"):
            with self.subTest(words=words):
                self.assert_usage(self.run_command("cofinancing", "--grant", "1", "--local", "1", "--min-share", words),
                                  "--min-share: “%s” is not a valid share" % words)

    def test_the_base(self):
        self.assertEqual(self.run_command("cofinancing", *self.CASE, "--base", "grant").code, 0)
        self.assertEqual(self.run_command("cofinancing", *self.CASE, "--base", "total").code, 1)
        self.assertEqual(self.figures(*self.CASE, "--base=grant")["base"], "grant")

    def test_a_plan_or_numbers(self):
        self.assert_usage(self.run_command("cofinancing"), "specify a plan, or --grant, --local or --frame")
        self.assert_usage(self.run_command("cofinancing", "--third-party", "5"), "specify a plan, or --grant")
        for option in ("grant", "local", "third-party", "frame", "min-share"):
            self.assert_usage(self.run_command("cofinancing", VOLLSMOSE, "--" + option, "5"),
                              "--%s cannot be used with a plan" % option)

    def test_a_plan_with_an_unknown_scheme(self):
        plan = money_plan(3, {"parties": ["kommunen"], "amount": 1})
        plan["scheme"] = "min-ordning"
        result = self.run_command("cofinancing", self.write("plan.json", plan))
        self.assertEqual((result.code, result.out), (1, ""))
        self.assertIn("“min-ordning” is not built in", result.err)

    def test_the_strict_reading(self):
        plan = money_plan(30000000, {"parties": ["kommunen"], "amount": 4000000},
                          {"parties": ["kommunen"], "amount": 3000000, "kind": "in_kind_premises"},
                          {"parties": ["foreningen"], "amount": 3000000})
        result = self.run_command("cofinancing", self.write("plan.json", plan))
        self.assertEqual(result.code, 0)
        words = " ".join(result.out.split())
        self.assertIn("DKK 3,000,000 is in kind", words)
        self.assertIn("Certain contributions in cash are DKK 4,000,000, which is 10.00 % of the total", words)
        self.assertIn("short by DKK 6,000,000 if the total stays", words)

    def test_what_is_in_kind_and_unclear(self):
        """Premises of a foundation are both: in kind is more than what is certain but in kind."""
        parties = [{"id": "k", "name": "K", "kind": "municipality"}, {"id": "f", "name": "F", "kind": "foundation"}]
        contributions = [{"parties": ["k"], "amount": 1500000}, {"parties": ["f"], "amount": 400000, "kind": "in_kind_premises"},
                         {"parties": ["k"], "amount": 100000, "kind": "in_kind_other"}]
        plan = self.write("plan.json", small_plan(parties=parties, financing={"grant": {"applied": 6000000},
                                                                              "contributions": contributions}))
        for command in ("cofinancing", "show"):
            words = " ".join(self.run_command(command, plan, "--lang", "en").out.replace("\u00a0", " ").split())
            self.assertIn("Of the local co-financing, DKK 500,000 is in kind, and it is unclear whether DKK 400,000 counts, of which "
                          "DKK 400,000 is in kind. Certain contributions in cash are DKK 1,500,000", words)
        words = " ".join(self.run_command("validate", plan, "--lang", "en").out.replace("\u00a0", " ").split())
        self.assertIn("certain, but in kind DKK 100,000 of unclear status DKK 400,000", words)

    def test_to_a_file(self):
        result = self.run_command("cofinancing", *self.CASE, "--format", "text", "--format", "json=tal.json")
        self.assertEqual(result.code, 1)
        self.assertIn("23.91 %", result.out)
        self.assertEqual(json.loads(self.read("tal.json"))["total"], 46000000)


class Show(CommandTest):
    def test_a_period_without_start_begins_at_its_column(self):
        for period, shown in (({"end": "2024-12-31"}, "– 2024-12-31"),
                              ({"start": "2021-01-01"}, "2021-01-01 –"),
                              ({"label": "2021-2024", "end": "2024-12-31"}, "2021-2024, – 2024-12-31"),
                              ({"start": "2021-01-01", "end": "2024-12-31"}, "2021-01-01 – 2024-12-31")):
            plan = self.write("plan.json", small_plan(period=period))
            lines = self.run_command("show", "--lang", "en", plan).out.splitlines()
            self.assertIn("Period           " + shown, lines)

    def test_vollsmose_in_danish(self):
        result = self.run_command("show", VOLLSMOSE, "--lang", "da")
        self.assertEqual((result.code, result.err), (0, ""))
        self.assertTrue(result.out.startswith("Boligsocial helhedsplan i Vollsmose 2016-2020\n====="))
        for pattern in (r"^Område +Vollsmose$", r"^Kommune +Odense \(461\)$", r"^Status +udkast$", r"^Prækvalificeret +2015-10$",
                        r"^Ordning +.*\(lbf-2015-2018\)$", r"^Periode +2016-2020$",
                        r"^  tilsagn +35\.000\.000 kr\.$",
                        r"^  Odense Kommune, Civica og FAB i fællesskab +mindst 11\.000\.000 kr\.$",
                        r"^  Samlet budget +46\.000\.000 kr\.$", r"^  Budgetramme +46\.000\.000 kr\.$",
                        r"^  Lokal andel af det samlede budget +23,91 %$", r"^  Lokal andel af tilskuddet +31,43 %$",
                        r"^Indsatsområder og aktiviteter \(19\)$",
                        r"^  C  Kriminalpræventiv indsats \(5; tværgående; åbent for input\)$",
                        r"^\* Styrket civilsamfund +\. +\. +\. +\.$", r"^\* Styrket civilsamfund +x +\. +x +1$",
                        r"^  Mindre kriminalitet +\. +\. +\. +\.$", r"^  fejl +HP401 ", r"^  advarsel +HP322 "):
            self.assertRegex(result.out, "(?m)" + pattern)
        words = " ".join(result.out.split())
        self.assertIn("Der mangler 500.000 kr. ved uændret samlet budget og 666.667 kr. ved uændret tilskud.", words)
        self.assertIn("Ingen strategi understøtter: Mindre kriminalitet; Mere blandet beboersammensætning.", words)

    def test_vollsmose_in_english(self):
        result = self.run_command("show", VOLLSMOSE, "--lang", "en")
        for pattern in (r"^Area +Vollsmose$", r"^Municipality +Odense \(461\)$", r"^Status +draft$",
                        r"^  Grant from Landsbyggefonden, awarded +DKK 35,000,000$",
                        r"^  Odense Kommune, Civica and FAB jointly +at least DKK 11,000,000$",
                        r"^  Local share of the grant +31\.43 %$", r"^  error +HP401 ", r"^  warning +HP403 "):
            self.assertRegex(result.out, "(?m)" + pattern)
        findings = re.findall(r"(?m)^  (error|warning) +(HP\d+) ", result.out)
        # Errors first, money before the rest, and the two of HP203 combined.
        self.assertEqual(findings, [("error", "HP401")] + [("warning", rule) for rule in
                                                           ("HP403", "HP405", "HP408", "HP203", "HP322")])

    def test_counts_of_activities(self):
        out = self.run_command("show", COMPLETE).out
        self.assertRegex(out, r"(?m)^\* Flere i uddannelse og job +2 +\. +\.$")
        self.assertRegex(out, r"(?m)^\* En tryggere hverdag +\. +1 +\.$")
        self.assertRegex(out, r"(?m)^  A  Beskæftigelse \(2\)$")

    def test_a_cross_cutting_focus_area_has_all_activities(self):
        areas = [{"id": "tryghed", "code": "tryghed-og-trivsel", "title": "Tryghed og trivsel"},
                 {"id": "krim", "code": "kriminalpraeventiv-indsats", "title": "Kriminalpræventiv indsats", "cross_cutting": True}]
        activities = [{"id": "a", "title": "A", "focus_areas": ["tryghed"], "goals": ["job"]},
                      {"id": "b", "title": "B", "focus_areas": ["krim"], "goals": ["job"]}, {"id": "c", "title": "C", "goals": ["ro"]}]
        plan = small_plan(goals=[{"id": "job", "title": "Job"}, {"id": "ro", "title": "Ro"}], focus_areas=areas, activities=activities)
        out = self.run_command("show", "-", input=json.dumps(plan).encode()).out
        self.assertRegex(out, r"(?m)^\* Job +1 +2$")
        self.assertRegex(out, r"(?m)^\* Ro +\. +1$")
        self.assertIn("\n  All activities are counted in a cross-cutting focus area.\n", out)
        areas[1]["cross_cutting"] = False
        out = self.run_command("show", "-", input=json.dumps(plan).encode()).out
        self.assertRegex(out, r"(?m)^\* Job +1 +1$")
        self.assertNotIn("cross-cutting", out)

    def test_a_goal_that_a_strategy_has_through_a_subgoal_is_supported(self):
        """As HP203 sees it, in either order of the goals: the list is that of its findings."""
        goals = [{"id": "job", "title": "Job"}, {"id": "fast", "title": "Fast job", "parent": "job"},
                 {"id": "tryghed", "title": "Tryghed"}]
        for strategies, said in ((["fast"], "No strategy supports: Tryghed."), (["job"], "No strategy supports: Tryghed."),
                                 ([], "No strategy supports: Job; Tryghed."), (["tryghed", "fast"], None)):
            plan = small_plan(goals=goals, strategies=[{"id": "s", "title": "S", "goals": strategies}])
            for text in (json.dumps(plan), json.dumps({**plan, "goals": goals[::-1]})):
                out = self.run_command("show", "-", input=text.encode()).out
                if said is None:
                    self.assertNotIn("No strategy supports:", out)
                    continue
                listed = set(re.search("No strategy supports: (.*)\\.", out).group(1).split("; "))
                self.assertEqual(listed, set(said[len("No strategy supports: "):-1].split("; ")))
                self.assertEqual(out.count("HP203"), len(listed))

    def test_it_fits_the_screen(self):
        wide = money_plan(1000000000000, {"parties": ["kommunen", "foreningen"], "amount": 1000000000000,
                                          "qualifier": "approximate", "kind": "in_kind_hours", "year": 2020})
        wide["title"] = "日本語の計画" * 12
        wide["area"] = "å\u0301" * 100
        wide["parties"][0]["name"] = "Langt" * 60
        wide["goals"] = [{"id": "maal", "title": "Et mål med mange ord " * 9 + "slut"}]
        wide["strategies"] = [{"id": "s%d" % i, "title": "Strategi %d" % i} for i in range(40)]
        wide["focus_areas"] = [{"id": "f%d" % i, "code": "tryghed", "title": "Område %d" % i} for i in range(40)]
        wide["activities"] = [{"id": "a1", "title": "x" * 300, "focus_areas": ["f39"], "goals": ["maal"]},
                              {"id": "a2", "title": "uden område"}]
        for plan in (VOLLSMOSE, COMPLETE, self.write("bred.json", wide)):
            for lang in ("da", "en"):
                out = self.run_command("show", plan, "--lang", lang).out
                self.assertGreater(len(out), 500)
                for line in out.splitlines():
                    self.assertLessEqual(width(line), 80, line)
        self.assertIn("… and 14 more focus areas", out)
        self.assertRegex(out, r"(?m)^  –  Without focus area \(1\)$")

    def test_one_more_than_shown(self):
        for more, words in ((1, ("1 more focus area", "1 more strategy", "1 indsatsområde til", "1 strategi til")),
                            (2, ("2 more focus areas", "2 more strategies", "2 indsatsområder til", "2 strategier til"))):
            plan = small_plan(goals=[{"id": "g", "title": "G"}],
                              focus_areas=[{"id": "f%d" % i, "code": "x", "title": "F"} for i in range(26 + more)],
                              strategies=[{"id": "s%d" % i, "title": "S"} for i in range(25 + more)])
            path = self.write("plan.json", plan)
            out = "".join(self.run_command("show", path, "--lang", lang).out for lang in ("da", "en"))
            for expected in words:
                self.assertRegex(out, "(?m)^  … (?:and|og) %s$" % expected)

    def test_an_empty_plan(self):
        result = self.run_command("show", self.write("tom.json", small_plan()))
        self.assertEqual(result.code, 0)
        self.assertIn("The local share is open: the grant is not stated.", result.out)
        self.assertRegex(result.out, r"(?m)^Goals\n  The plan has none\.$")

    def test_what_is_not_local(self):
        plan = money_plan(3000000, {"parties": ["fonden"], "amount": 1}, {"parties": ["foreningen"], "amount": 2})
        out = self.run_command("show", self.write("plan.json", plan)).out
        self.assertRegex(out, r"(?m)^  Fonden, not local +DKK 1$")
        self.assertRegex(out, r"(?m)^  Foreningen, unclear whether local +DKK 2$")

    def test_a_broken_reference_does_not_stop_it(self):
        plan = money_plan(3, {"parties": ["ukendt"], "amount": 1})
        plan["strategies"] = [{"id": "s", "title": "S", "goals": ["ukendt-maal"]}]
        plan["goals"] = [{"id": "m", "title": "M"}]
        result = self.run_command("show", self.write("plan.json", plan))
        self.assertEqual(result.code, 0)
        self.assertRegex(result.out, r"(?m)^  error +HP108 ")
        self.assertIn("The errors in the document itself", result.out)


class Diff(CommandTest):
    """Amounts and shares are from the specification: 35 + 11 million with a ceiling of 46, and the two corrections."""

    FRAME_KEPT = os.path.join(EXAMPLES, "vollsmose-frame-kept.helhedsplan.json")
    GRANT_KEPT = os.path.join(EXAMPLES, "vollsmose-grant-kept.helhedsplan.json")

    def diff(self, *arguments, **more):
        return self.run_command("diff", *arguments, **more)

    def test_no_differences_is_0(self):
        result = self.diff(VOLLSMOSE, VOLLSMOSE)
        self.assertEqual((result.code, result.out, result.err), (0, "No differences.\n", ""))
        self.assertEqual(self.diff("--lang", "da", COMPLETE, COMPLETE).out, "Ingen forskelle.\n")

    def test_differences_are_1(self):
        result = self.diff(VOLLSMOSE, self.FRAME_KEPT)
        self.assertEqual((result.code, result.err), (1, ""))
        self.assertRegex(result.out, r"(?m)^  Grant +DKK 35,000,000 +DKK 34,500,000 +DKK -500,000$")
        self.assertRegex(result.out, r"(?m)^  Local co-financing +DKK 11,000,000 +DKK 11,500,000 +DKK \+500,000$")
        self.assertRegex(result.out, r"(?m)^  Total +DKK 46,000,000 +DKK 46,000,000 +unchanged$")
        self.assertRegex(result.out, r"(?m)^  Local share of the total +23\.91 % +25\.00 % +\+1\.09 pp$")
        self.assertRegex(result.out, r"(?m)^  Requirement: at least 25 % +not met +met +–$")

    def test_in_danish(self):
        out = self.diff("--lang", "da", VOLLSMOSE, self.GRANT_KEPT).out
        self.assertRegex(out, r"(?m)^  Tilskud +35\.000\.000 kr\. +35\.000\.000 kr\. +uændret$")
        self.assertRegex(out, r"(?m)^  Lokal medfinansiering +11\.000\.000 kr\. +11\.666\.667 kr\. +\+666\.667 kr\.$")
        self.assertRegex(out, r"(?m)^  Budgetramme +46\.000\.000 kr\. +46\.666\.667 kr\. +\+666\.667 kr\.$")
        self.assertIn("Odense Kommune, Civica og FAB (lokal-medfinansiering):", out)
        self.assertIn("11.000.000 kr. → 11.666.667 kr. (+666.667 kr.)", out)

    def test_the_layout_of_the_file_is_nothing(self):
        with open(VOLLSMOSE, encoding="utf-8") as file:
            plan = json.load(file)
        plan["activities"].reverse()
        plan["goals"].reverse()
        other = dict(reversed(list(plan.items())))
        self.assertEqual(self.diff(VOLLSMOSE, self.write("anden.json", json.dumps(other, indent=7))).code, 0)

    def test_lines_are_no_wider_than_a_screen(self):
        for lang in ("da", "en"):
            for one, other in ((VOLLSMOSE, COMPLETE), (COMPLETE, VOLLSMOSE), (VOLLSMOSE, self.GRANT_KEPT)):
                for line in self.diff("--lang", lang, one, other).out.splitlines():
                    self.assertLessEqual(width(line), 80, line)

    def test_json_and_markdown(self):
        result = self.diff("--format", "json", "--format", "markdown=kommentar.md", VOLLSMOSE, self.FRAME_KEPT)
        self.assertEqual((result.code, result.err), (1, ""))
        read = json.loads(result.out)
        self.assertEqual(read["format"], "helhedsplan-diff/1")
        self.assertEqual(read["before"]["path"], VOLLSMOSE)
        self.assertEqual(read["before"]["cofinancing"]["share_of_total_bp"], 2391)
        self.assertEqual(read["after"]["cofinancing"]["verdict"], "passes")
        self.assertEqual(read["difference"]["grant"], -500000)
        self.assertEqual(read["counts"]["moved"], 2)
        moved = [change for change in read["changes"] if change["kind"] == "moved"]
        self.assertEqual([(c["entity"], c["id"], c["field"], c["difference"]) for c in moved],
                         [("grant", None, "awarded", -500000), ("contribution", "lokal-medfinansiering", "amount", 500000)])
        self.assertEqual(moved[0]["before"], {"pointer": "/financing/grant/awarded", "text": "35000000",
                                              "kroner": 35000000})
        self.assertIn("| Grant | DKK 35,000,000 | DKK 34,500,000 | DKK -500,000 |", self.read("kommentar.md").decode())

    def test_hostile_text_in_tables(self):
        evil = "a|b\n| c | d | <b> `x` [l](http://x.dk) @alle"
        before = small_plan(goals=[{"id": "g", "title": "Mål"}], vision="Ro")
        after = small_plan(goals=[{"id": "g", "title": evil}, {"id": "h", "title": evil}], vision=evil, title=evil)
        arguments = (self.write("før.json", before), self.write("efter|<i>.json", after))
        table = []
        for line in self.diff("--format", "markdown", *arguments).out.splitlines():
            if not line.startswith("|"):
                table = []
                continue
            table.append(len(re.findall(r"(?<!\\)\|", line.replace("\\\\", ""))))
            self.assertEqual(table[-1], table[0], line)
            self.assertNotRegex(line, r"<|://|(?<!\\)`|@a")
        read = json.loads(self.diff("--format", "json", *arguments).out)
        self.assertEqual(read["after"]["title"], evil)

    def test_one_side_may_be_standard_input(self):
        with open(VOLLSMOSE, "rb") as file:
            content = file.read()
        self.assertEqual(self.diff("-", VOLLSMOSE, input=content).code, 0)
        result = self.diff(self.FRAME_KEPT, "-", input=content)
        self.assertEqual(result.code, 1)
        self.assertIn("After   -\n", result.out)
        self.assert_usage(self.diff("-", "-"), "standard input (-) can be read only once")

    def test_wrong_usage(self):
        self.assert_usage(self.diff(VOLLSMOSE), "missing argument")
        self.assert_usage(self.diff(VOLLSMOSE, VOLLSMOSE, VOLLSMOSE), "too many arguments")
        self.assert_usage(self.diff("--format", "markdwn", VOLLSMOSE, VOLLSMOSE), "did you mean “markdown”?")
        self.assert_usage(self.diff("--format", "json=" + VOLLSMOSE, VOLLSMOSE, COMPLETE), "cannot be overwritten")

    def test_invalid_plans_are_reported_for_both_files(self):
        one, other = self.write("en.json", "{"), self.write("to.json", "[]")
        result = self.diff(one, other)
        self.assertEqual((result.code, result.out), (1, ""))
        self.assertIn("en.json:1:", result.err)
        self.assertIn("to.json:1:", result.err)

    def test_a_file_that_cannot_be_read_is_3(self):
        result = self.diff(self.write("en.json", "{"), "findes-ikke.json")
        self.assertEqual((result.code, result.out), (3, ""))
        self.assertIn("[HP101", result.err)
        self.assertIn("cannot read findes-ikke.json: no such file", result.err)
        self.assertEqual(self.diff("--max-size", "10", VOLLSMOSE, COMPLETE).code, 3)


if __name__ == "__main__":
    run.main()
