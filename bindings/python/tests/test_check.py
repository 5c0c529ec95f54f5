"""Checks and reports from Python, with rules, schemes, co-financing, roll-ups and differences."""

import datetime
import decimal
import fractions
import functools
import json
import unittest

import helhedsplan
from helhedsplan import Plan
from support import COMPLETE, SOURCE, VOLLSMOSE


class Checking(unittest.TestCase):
    def test_vollsmose(self):
        report = helhedsplan.check(VOLLSMOSE, stage="draft")
        above_info = sorted(each.rule for each in [*report.errors, *report.warnings])
        self.assertEqual(above_info, ["HP203", "HP203", "HP322", "HP401", "HP403", "HP405", "HP408"])
        self.assertFalse(report.ok)
        self.assertTrue(report.is_complete)
        self.assertEqual((report.stage, report.scheme_id, report.path), ("draft", "lbf-2015-2018", str(VOLLSMOSE)))
        self.assertEqual(report.counts["error"] + report.counts["warning"], 7)

        finding = next(each for each in report if each.rule == "HP401")
        lines = VOLLSMOSE.read_text(encoding="utf-8").split("\n")
        self.assertEqual((finding.slug, finding.severity, finding.pointer),
                         ("local-share-below-minimum", "error", "/financing/contributions"))
        self.assertEqual(lines[finding.line - 1][finding.column - 1], "[")
        self.assertEqual(VOLLSMOSE.read_bytes()[finding.offset:finding.offset + 1], b"[")
        self.assertEqual(finding.arguments["actual"], 11_000_000)
        self.assertEqual(finding.argument_kinds["actual"], "kroner")
        self.assertIn("23.91 %", finding.message())
        self.assertIn("23,91 %", finding.message("da"))
        self.assertIn("11.500.000", finding.remedy("da"))
        self.assertFalse(finding.waived)
        self.assertIn("HP401", repr(finding))

    def test_text_bytes_and_path(self):
        texts = VOLLSMOSE.read_text(encoding="utf-8")
        found = [[(each.rule, each.line, each.column) for each in helhedsplan.check(source)]
                 for source in (texts, texts.encode(), bytearray(texts.encode()), VOLLSMOSE)]
        self.assertEqual(found.count(found[0]), 4)
        self.assertEqual([each.rule for each in helhedsplan.check("{")], ["HP101"])
        self.assertEqual([each.rule for each in helhedsplan.check("")], ["HP101"])
        self.assertEqual(helhedsplan.check('"\ud800"')[0].rule, "HP101")
        for wrong in (None, 5, [123, 125], {}, VOLLSMOSE.open):  # bytes(5) would be five NULs
            with self.assertRaisesRegex(TypeError, "JSON is str or bytes"):
                helhedsplan.check(wrong)
            with self.assertRaisesRegex(TypeError, "JSON is str or bytes"):
                helhedsplan.Scheme.parse(wrong)
        with self.assertRaisesRegex(TypeError, r"not PosixPath; load\(\)"):
            Plan.parse(VOLLSMOSE)

    def test_a_plan_in_memory_has_no_lines(self):
        plan = Plan.load(VOLLSMOSE)
        in_file, in_memory = helhedsplan.check(VOLLSMOSE), plan.validate()
        self.assertEqual(sorted((each.rule, each.pointer) for each in in_memory),
                         sorted((each.rule, each.pointer) for each in in_file))
        self.assertTrue(all(each.line is None and each.offset is None for each in in_memory))
        related = [place for each in in_file for place in each.related]
        self.assertTrue(related and all(place.line for place in related))

    def test_options(self):
        plan = Plan.load(VOLLSMOSE)
        self.assertGreater(plan.validate(stage="full").counts["error"], plan.validate(stage="draft").counts["error"])
        self.assertNotIn("HP401", [each.rule for each in plan.validate(severities={"HP401": "off"})])
        self.assertIn("HP401", [each.rule for each in plan.validate(severities={"local-share-below-minimum": "info"}).infos])
        waived = plan.validate(waivers=[{"rule": "HP401", "reason": "Aftalt med fonden", "until": "2020"}], today="2016-04-01")
        self.assertEqual([(each.rule, each.waiver_reason) for each in waived.waived], [("HP401", "Aftalt med fonden")])
        plan.waivers.add(rule="HP401", reason="Aftalt med fonden")
        self.assertEqual(len(plan.validate().waived), 1)
        self.assertEqual(len(plan.validate(plan_waivers=False).waived), 0)
        plan.waivers.clear()
        day = datetime.date(2031, 1, 1)
        self.assertEqual(len(plan.validate(today=day)), len(plan.validate(today="2031-01-01")))
        own = helhedsplan.Scheme.parse(json.dumps({"format": "helhedsplan-scheme/1", "id": "egen", "title_da": "Egen",
                                                   "title_en": "Own", "min_local_bp": 2000, "base": "total",
                                                   "focus_areas": [{"code": "a", "title_da": "A", "title_en": "A"}]}))
        self.assertNotIn("HP401", [each.rule for each in plan.validate(scheme=own)])
        self.assertEqual(plan.validate(scheme="lbf-2019-2026").scheme_id, "lbf-2019-2026")
        for wrong, error in (({"stage": "sidste"}, ValueError), ({"scheme": "ingen"}, KeyError),
                             ({"severities": {"HP999": "off"}}, ValueError), ({"severities": {"HP401": "fatal"}}, ValueError),
                             ({"today": "2016"}, ValueError), ({"waivers": [{"rule": "HP401"}]}, TypeError),
                             ({"waivers": [{"rule": "HP401", "reason": " "}]}, ValueError)):
            with self.assertRaises(error, msg=wrong):
                plan.validate(**wrong)

    def test_rules_that_are_none_or_cannot_be_touched(self):
        said = {}
        for name, options in (
                ("unknown", {"severities": {"HP999": "off"}}), ("misspelt", {"severities": {"HP4O1": "off"}}),
                ("lower", {"severities": {"hp401": "off"}}), ("slug", {"severities": {"frame-exeeded": "off"}}),
                ("nonsense", {"severities": {"": "off"}}), ("document", {"severities": {"HP101": "off"}}),
                ("document slug", {"severities": {"unknown-scheme": "info"}}),
                ("waiver", {"waivers": [{"rule": "HP4O1", "reason": "x"}]}),
                ("waived document", {"waivers": [{"rule": "HP101", "reason": "x"}]}),
                ("waived waiver", {"waivers": [{"rule": "waiver-unused", "reason": "x"}]})):
            for call in (Plan.load(VOLLSMOSE).validate, functools.partial(helhedsplan.check, VOLLSMOSE)):
                with self.assertRaises(ValueError, msg=name) as caught:
                    call(**options)
                self.assertIsInstance(caught.exception, helhedsplan.RuleError)
                self.assertIsInstance(caught.exception, KeyError)  # as it was in 0.1
                self.assertEqual(caught.exception.status_name, "HHP_ERR_NOT_FOUND")
                said[name] = str(caught.exception)
        self.assertIn("there is no rule 'HP999'", said["unknown"])
        self.assertEqual(said["misspelt"], "severity of 'HP4O1': there is no rule 'HP4O1'; did you mean 'HP401'?")
        self.assertEqual(said["lower"], "severity of 'hp401': there is no rule 'hp401'; did you mean 'HP401'?")
        self.assertIn("did you mean 'frame-exceeded'?", said["slug"])
        self.assertIn("rules() lists them all", said["nonsense"])
        self.assertEqual(said["document"], "severity of 'HP101': HP101 (json-syntax) has a fixed severity; it can be set for "
                                           "HP111 and later")
        self.assertIn("HP110 (unknown-scheme) has a fixed severity", said["document slug"])
        self.assertEqual(said["waiver"], "waiver of 'HP4O1': there is no rule 'HP4O1'; did you mean 'HP401'?")
        self.assertEqual(said["waived document"], "waiver of 'HP101': HP101 (json-syntax) cannot be waived; waivers apply to "
                                                  "HP2xx to HP6xx")
        self.assertIn("HP702 (waiver-unused) cannot be waived", said["waived waiver"])
        # The message must match the actual rules: the first with a variable severity, and those that can be waived.
        for rule in helhedsplan.rules():
            for options, may in (({"severities": {rule.id: "info"}}, rule.id >= "HP111"),
                                 ({"waivers": [{"rule": rule.id, "reason": "x"}]}, "HP2" <= rule.id < "HP7")):
                try:
                    helhedsplan.check("{}", **options)
                    self.assertTrue(may, rule.id)
                except helhedsplan.RuleError:
                    self.assertFalse(may, rule.id)

    def test_every_rule_by_its_examples(self):
        released = (SOURCE / "tests/corpus/rules/ids.tsv").read_text(encoding="utf-8").splitlines()
        self.assertEqual([f"{rule.id}\t{rule.slug}" for rule in helhedsplan.rules()],
                         [line for line in released if line[0] != "#" and not line.endswith("\tretired")])
        for rule in helhedsplan.rules():
            found = {which: {each.rule for each in helhedsplan.check(rule.example(which), stage=rule.example_stage,
                                                                     today=rule.example_today)}
                     for which in ("failing", "passing")}
            self.assertIn(rule.id, found["failing"])
            self.assertNotIn(rule.id, found["passing"])
            self.assertTrue(rule.title() and rule.title("da") and rule.rationale("da") and rule.remedy() and rule.source())
        self.assertEqual(helhedsplan.rules()["local-share-below-minimum"].severity("full"), "error")
        with self.assertRaises(KeyError):
            helhedsplan.rules()["HP999"]

    def test_rendering(self):
        report = helhedsplan.check(VOLLSMOSE)
        of_tables = {"csv", "tsv"}
        for name in helhedsplan.words("format"):
            if name not in of_tables:
                self.assertTrue(report.render(name), name)
        for name in of_tables:
            with self.assertRaisesRegex(ValueError, f"^format '{name}': "):
                report.render(name)
        sarif = json.loads(report.render("sarif", lang="da", root=VOLLSMOSE.parent))
        self.assertEqual(sarif["version"], "2.1.0")
        self.assertIn("23,91 %", json.dumps(sarif, ensure_ascii=False))
        self.assertEqual(report.to_dict()["counts"]["error"], report.counts["error"])
        self.assertIn("\x1b[", report.render(colour=True))
        self.assertIn("HP215", report.render(show="info"))
        self.assertNotIn("HP215", str(report))
        several = json.loads(helhedsplan.render([report, helhedsplan.check(COMPLETE)], "json"))
        self.assertEqual([each["plan"] for each in several["files"]], [report.plan_id, "eksempelparken-2021-2024"])
        self.assertEqual(json.loads(helhedsplan.render([], "json"))["files"], [])
        with self.assertRaisesRegex(ValueError, "format is 'pdf', and may be text, json"):
            report.render("pdf")
        with self.assertRaises(ValueError):
            report.render(lang="sv")
        with self.assertRaisesRegex(TypeError, "a list of reports"):
            helhedsplan.render(report)

    def test_a_report_is_a_sequence(self):
        report = helhedsplan.check(VOLLSMOSE)
        self.assertEqual([each.rule for each in report], [report[i].rule for i in range(len(report))])
        self.assertEqual(report[-1].rule, list(report)[-1].rule)
        self.assertEqual(len(report[2:4]), 2)
        self.assertIn(report[3], report)
        self.assertEqual((report.index(report[3]), len({*report, *report})), (3, len(report)))
        self.assertNotEqual(report[3], helhedsplan.check(VOLLSMOSE)[3])
        with self.assertRaises(IndexError):
            report[len(report)]


class Money(unittest.TestCase):
    def test_bare_numbers(self):
        money = helhedsplan.cofinancing(grant=35_000_000, local=11_000_000, frame=46_000_000)
        self.assertEqual((money.verdict, money.passes, money.base), ("fails", False, "total"))
        self.assertEqual((money.share_of_total_bp, money.share_of_grant_bp), (2391, 3142))
        self.assertEqual((money.shortfall_at_total, money.shortfall_at_grant), (500_000, 666_667))
        self.assertEqual(money.over_frame_at_grant, 666_667)
        self.assertIsNone(helhedsplan.cofinancing(grant=1, local=1).over_frame)
        self.assertEqual(helhedsplan.cofinancing(grant=0, local=0).verdict, "not_computable")
        self.assertEqual(money, Plan.load(VOLLSMOSE).cofinancing())
        self.assertEqual(helhedsplan.cofinancing(grant=35_000_000, local=11_000_000, base="grant").verdict, "passes")
        with self.assertRaises(OverflowError):
            helhedsplan.cofinancing(grant=2**63 - 1, local=1)
        for wrong in ({"grant": -1, "local": 0}, {"grant": 2**63, "local": 0}, {"grant": 1, "local": 1, "min_share_bp": -1},
                      {"grant": 1, "local": 1, "base": "alt"}, {"grant": 1, "local": 1, "frame": -(2**31)}):
            with self.assertRaises(ValueError):
                helhedsplan.cofinancing(**wrong)
        for wrong in (1.5, True, "1", None, decimal.Decimal("1.5"), fractions.Fraction(3, 2)):
            calls = [lambda: helhedsplan.kroner_text(wrong), lambda: helhedsplan.share_text(1, wrong),
                     lambda: helhedsplan.cofinancing(grant=1, local=1, min_share_bp=wrong)]
            if wrong is not None:  # that is, the amount is unknown
                calls.append(lambda: helhedsplan.cofinancing(grant=wrong, local=1))
            for call in calls:
                with self.assertRaisesRegex(TypeError, "a whole number"):
                    call()
        with self.assertRaises(helhedsplan.InvalidValueError):
            helhedsplan.kroner_text(2**63)
        with self.assertRaises(AttributeError):
            money.nothing

    def test_texts(self):
        self.assertEqual(helhedsplan.kroner_text(46_000_000, "da"), "46.000.000 kr.")
        self.assertEqual(helhedsplan.share_text(11_000_000, 46_000_000, "da"), "23,91 %")

    def test_plans(self):
        plan = Plan.load(VOLLSMOSE)
        self.assertEqual(plan.cofinancing("lbf-2015-2018"), plan.cofinancing())
        plan.scheme = "en-anden"
        with self.assertRaisesRegex(KeyError, "by the scheme that the plan names"):
            plan.cofinancing()
        self.assertEqual(plan.financing.contributions[0].effective_counts_as_local, "yes")

    def test_rollups(self):
        plan = Plan.load(COMPLETE)
        for by in helhedsplan.words("rollup_by"):
            rollup = plan.rollup(by)
            self.assertEqual((rollup.by, len(rollup.to_records())), (by, len(rollup)))
        parties = plan.rollup("party")
        self.assertEqual(sum(row.given for row in parties), parties.total.given)
        self.assertEqual(parties["landsbyggefonden"].grant, 12_000_000)
        self.assertEqual(parties[0].title("da"), "Eksempelby Kommune")
        self.assertIsNone(parties[0].activities)
        self.assertIn(parties[0], parties)
        self.assertIn("landsbyggefonden", parties)
        for wrong in ("ingen", "landsbyggefonden\0", "\ud800"):
            self.assertNotIn(wrong, parties)
            with self.assertRaises(KeyError):
                parties[wrong]

    def test_differences(self):
        before, after = Plan.load(COMPLETE), Plan.load(COMPLETE)
        self.assertEqual(len(helhedsplan.diff(before, after)), 0)
        after.activities[0].title = "Et nyt navn"
        after.financing.grant.awarded -= 500_000
        diff = helhedsplan.diff(before, after)
        changes = {change.field: change for change in diff}
        self.assertEqual(changes["title"].value.after, "Et nyt navn")
        self.assertEqual(changes["title"].kind, "changed")
        self.assertIsNone(changes["title"].difference)
        self.assertEqual(changes["awarded"].difference, -500_000)
        self.assertEqual(changes["awarded"].kroner.before - 500_000, changes["awarded"].kroner.after)
        self.assertEqual(diff.cofinancing("before"), before.cofinancing())
        self.assertEqual(diff.index(diff[-1]), len(diff) - 1)
        for wrong in (None, before.activities[0]):
            with self.assertRaisesRegex(TypeError, "with a plan"):
                before.diff(wrong)
        self.assertIn("Et nyt navn", diff.render("markdown", lang="da"))
        self.assertEqual(json.loads(diff.render("json"))["format"], "helhedsplan-diff/1")


class Catalogues(unittest.TestCase):
    def test_municipalities(self):
        known = helhedsplan.municipalities()
        self.assertEqual(len(known), 98)
        self.assertEqual(known["461"], "Odense")
        self.assertEqual({helhedsplan.municipality_code(name): name for name in known.values()}, known)
        self.assertEqual(helhedsplan.municipality_code("ÅRHUS KOMMUNE"), "751")
        self.assertIsNone(helhedsplan.municipality_code("Lindby"))

    def test_schemes(self):
        schemes = helhedsplan.schemes()
        self.assertEqual([each.id for each in schemes], ["lbf-2011-2014", "lbf-2015-2018", "lbf-2019-2026"])
        scheme = schemes["lbf-2015-2018"]
        self.assertEqual((scheme.min_local_bp, scheme.base), (2500, "total"))
        self.assertEqual(scheme.title("da"), scheme.title_da)
        self.assertTrue(scheme.focus_areas[0].title_da)
        with self.assertRaises(AttributeError):
            scheme.min_local_bp = 2000
        for wrong in ("lbf-1999", "lbf-2015-2018\0", "\ud800"):
            self.assertNotIn(wrong, schemes)
        with self.assertRaises(helhedsplan.DocumentError) as caught:
            helhedsplan.Scheme.parse("{}")
        self.assertTrue(caught.exception.report.errors)

    def test_open_money_has_no_share(self):
        path = SOURCE / "tests" / "corpus" / "real" / "soenderborg-2021-2025.helhedsplan.json"
        plan = Plan.load(path)
        money = plan.cofinancing()
        self.assertEqual((money.verdict, money.required_from), ("open", "total"))
        self.assertEqual((money.required, money.stated_local, money.missing, money.largest_grant, money.stated_total),
                         (4_200_000, 3_400_000, 800_000, 12_600_000, 16_800_000))
        for name in ("grant", "local", "total", "share_of_total_bp", "share_of_grant_bp", "required_at_total"):
            self.assertIsNone(getattr(money, name), name)
        rows = {row.key: row for row in plan.rollup("party")}
        self.assertEqual(rows["soenderborg-kommune"].contributed, 3_400_000)
        self.assertIsNone(rows["boligorganisationen"].contributed)
        self.assertIsNone(rows["landsbyggefonden"].grant)
        self.assertIsNone(plan.rollup("party").total.given)
        self.assertEqual([each.rule for each in helhedsplan.check(path, stage="prequal") if each.rule.startswith("HP4")],
                         ["HP406"])
        self.assertEqual(helhedsplan.cofinancing(grant=14_000_000).required, 4_666_667)
        self.assertEqual(helhedsplan.share_text(24_996, 100_000, min_bp=2500), "24.99 %")
        self.assertEqual(helhedsplan.share_text(24_996, 100_000), "25.00 %")

    def test_json_schemas(self):
        for of in ("plan", "scheme", "report"):
            self.assertIn("2020-12", helhedsplan.json_schema(of)["$schema"])
        self.assertIn("draft-07", helhedsplan.json_schema(draft="draft-07")["$schema"])

    def test_editor_schemas(self):
        in_danish, in_english = (helhedsplan.editor_schema(draft="draft-07", lang=lang) for lang in ("da", "en"))
        for schema, meaning in (in_danish, "medarbejdertimer"), (in_english, "staff hours in kind"):
            self.assertIn("draft-07", schema["$schema"])
            self.assertIn(f'"{meaning}"', json.dumps(schema, ensure_ascii=False))
        self.assertEqual(helhedsplan.editor_schema(), helhedsplan.editor_schema("plan", "2020-12", "en"))
        self.assertIn("2020-12", helhedsplan.editor_schema("scheme")["$schema"])
        with self.assertRaises(helhedsplan.HelhedsplanError):  # there is none
            helhedsplan.editor_schema("report")
        with self.assertRaises(ValueError):
            helhedsplan.editor_schema(lang="sv")

    def test_version(self):
        self.assertRegex(helhedsplan.__version__, r"^\d+\.\d+\.\d+")
        self.assertEqual(helhedsplan.abi_version, 1)


if __name__ == "__main__":
    unittest.main()
