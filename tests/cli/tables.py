#!/usr/bin/python3
"""Tests helhedsplan table, as users run it.

usage: tables.py [COMMAND] [unittest arguments], or the command in HHP_COMMAND.
"""
import csv
import io
import json

import run
from run import COMPLETE, VOLLSMOSE, CommandTest, small_plan

BOM = "\ufeff"


class Tables(CommandTest):
    def table(self, *arguments, code=0, **more):
        result = self.run_command("table", *arguments, **more)
        self.assertEqual(result.code, code, result.err)
        return result.out

    def test_the_tables_and_the_columns_of_each(self):
        danish, english = (self.table("--lang", lang).splitlines() for lang in ("da", "en"))
        self.assertIn("budget                  Budget", danish)
        self.assertIn("contributions           Bidrag", danish)
        self.assertIn("contributions           Contributions", english)
        self.assertEqual([line.split()[0] for line in danish], [line.split()[0] for line in english])
        for line in danish:
            name = line.split()[0]
            columns = self.table(name).splitlines()
            heading = self.table(name, COMPLETE, "--plain").splitlines()[0]
            self.assertEqual([column.split()[0] for column in columns], heading.split(","))

    def test_csv_for_a_danish_spreadsheet(self):
        self.assertEqual(
            self.table("contributions", VOLLSMOSE, "--lang", "da"),
            BOM + "Id;Bidragydere;Bidragstype;Beløb, kr.;Beløbets præcision;Lokal medfinansiering;År;Timer;Timesats, kr.\n"
            "lokal-medfinansiering;\"odense-kommune; civica; fab\";;11000000;mindst;;;;\n")

    def test_csv_for_an_english_spreadsheet(self):
        self.assertEqual(
            self.table("contributions", VOLLSMOSE, "--lang", "en"),
            BOM + 'Id,Contributors,Kind,"Amount, DKK",How exact,Counts as local,Year,Hours,"Hourly rate, DKK"\n'
            "lokal-medfinansiering,odense-kommune; civica; fab,,11000000,minimum,,,,\n")

    def test_csv_for_programs(self):
        self.assertEqual(
            self.table("contributions", VOLLSMOSE, "--plain", "--lang", "da"),
            "id,parties,kind,amount,qualifier,counts_as_local,year,hours,rate\n"
            "lokal-medfinansiering,odense-kommune; civica; fab,,11000000,minimum,,,,\n")

    def test_every_table_has_the_rows_of_the_plan(self):
        with open(COMPLETE, encoding="utf-8") as file:
            plan = json.load(file)
        for name in ("parties", "goals", "focus_areas", "activities", "agreements", "indicators", "milestones", "approvals"):
            rows = list(csv.DictReader(io.StringIO(self.table(name, COMPLETE, "--plain"))))
            self.assertEqual(len(rows), len(plan[name]), name)
            self.assertEqual([row.get("id") for row in rows], [each.get("id") for each in plan[name]], name)
        budget = list(csv.DictReader(io.StringIO(self.table("budget", COMPLETE, "--plain"))))
        self.assertEqual([int(row["amount"]) for row in budget], [line["amount"] for line in plan["financing"]["budget"]])

    def test_formulas_are_texts(self):
        plan = self.write("p.json", small_plan(parties=[{"id": "a", "name": "=HYPERLINK(\"http://x\")", "kind": "other"}]))
        self.assertIn("\na;\"'=HYPERLINK(\"\"http://x\"\")\";anden;", self.table("parties", plan, "--lang", "da"))
        self.assertIn("\na,\"=HYPERLINK(\"\"http://x\"\")\",other,", self.table("parties", plan, "--plain"))

    def test_several_formats_at_once(self):
        out = self.table("reports", COMPLETE, "--format", "csv=r.csv", "--format", "tsv=r.tsv", "--format", "json",
                         "--format", "markdown=r.md", "--lang", "da")
        self.assertEqual([row["year"] for row in json.loads(out)], [2021, 2022, 2023, 2024])
        self.assertTrue(self.read("r.csv").startswith("\ufeffÅr;Indsendt den\n2021;".encode()))
        self.assertTrue(self.read("r.tsv").startswith("År\tIndsendt den\n2021\t".encode()))
        self.assertTrue(self.read("r.md").startswith("| År | Indsendt den |\n|---:|---|\n| 2021 | ".encode()))

    def test_the_plan_may_come_by_a_pipe(self):
        with open(VOLLSMOSE, "rb") as file:
            self.assertEqual(self.table("parties", "-", input=file.read()), self.table("parties", VOLLSMOSE))

    def test_what_is_wrong(self):
        self.assert_usage(self.run_command("table", "budgt", VOLLSMOSE), "unknown table: “budgt”; did you mean “budget”?")
        self.assert_usage(self.run_command("--lang", "da", "table", "xyzzy"), "ukendt tabel: »xyzzy«")
        self.assert_usage(self.run_command("table", "budget", VOLLSMOSE, VOLLSMOSE), "too many arguments")
        for options in (["--format", "json"], ["--format=csv=b.csv"], ["--plain"]):  # no table, so no format of one
            for names in ([], ["budget"]):
                self.assert_usage(self.run_command("table", *names, *options), "is for the table of a plan")
        self.assert_usage(self.run_command("table", "budget", VOLLSMOSE, "--format", "xlsx"))
        self.assert_usage(self.run_command("table", "budget", VOLLSMOSE, "--format", "csv=" + VOLLSMOSE))
        self.assertEqual(self.run_command("table", "budget", "no-such.json").code, 3)
        broken = self.run_command("table", "budget", self.write("b.json", "{"))
        self.assertEqual((broken.code, broken.out), (1, ""))
        self.assertIn("HP101", broken.err)


if __name__ == "__main__":
    run.main()
