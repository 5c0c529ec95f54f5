"""The extension of SQLite, in Python's module and in the shell of SQLite."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from common import (ALL_TABLES, BUILD, COMMAND, EXAMPLES, FAULTY, OPEN, ROW, SKIPPED, SOUND, SOURCE, TABLES, TODAY, corpus, figures_of,
                    large_plan, report_of, row_of, rows_of_table, scheme, table_of, without_money)

MODULE = os.environ["HHP_SQLITE_MODULE"].removesuffix(".so")
if not hasattr(sqlite3.Connection, "enable_load_extension"):
    print("skipped: this Python has SQLite without loadable extensions")
    sys.exit(SKIPPED)


def connect(path=":memory:"):
    connection = sqlite3.connect(path)
    connection.enable_load_extension(True)
    connection.load_extension(MODULE)
    connection.enable_load_extension(False)
    return connection


class Case(unittest.TestCase):
    def setUp(self):
        self.connection = connect()
        self.addCleanup(self.connection.close)

    def one(self, expression, *values):
        return self.connection.execute(f"SELECT {expression}", values).fetchone()[0]

    def fails(self, text, sql, *values):
        with self.assertRaises(sqlite3.DatabaseError) as caught:
            self.connection.execute(sql, values).fetchall()
        self.assertIn(text, str(caught.exception))


class Answers(Case):
    def test_findings_are_those_of_the_command(self):
        for path in corpus(12):
            text = path.read_bytes().decode("utf-8", "surrogateescape").encode("utf-8", "surrogateescape")
            found = self.connection.execute(f"SELECT {ROW} FROM helhedsplan_findings(?, NULL, ?)", (text, TODAY)).fetchall()
            found = [(*row[:3], bool(row[3]), *row[4:]) for row in found]
            self.assertEqual(found, [row_of(finding) for finding in report_of(path)["findings"]], path)

    def test_arguments_are_those_of_the_command(self):
        for path in corpus(40):
            found = self.connection.execute("SELECT arguments FROM helhedsplan_findings(?, NULL, ?)", (path.read_bytes(), TODAY))
            self.assertEqual([json.loads(row[0]) for row in found], [f["arguments"] for f in report_of(path)["findings"]], path)

    def test_a_waiver(self):
        waiver = {"rule": "HP401", "reason": "Aftalt med »fonden«", "target": ""}
        plan = json.dumps({**json.loads(FAULTY), "waivers": [waiver]})
        self.assertEqual(self.one("helhedsplan_errors(?)", plan), 0)
        self.assertEqual(self.connection.execute("SELECT waived, waiver_reason FROM helhedsplan_findings(?) WHERE rule = 'HP401'",
                                                 (plan,)).fetchall(), [(1, waiver["reason"])])

    def test_counts_are_those_of_the_command(self):
        for path in corpus(40):
            counts = report_of(path)["counts"]
            row = self.connection.execute("SELECT helhedsplan_errors(?1, NULL, ?2), helhedsplan_warnings(?1, NULL, ?2)",
                                          (path.read_bytes(), TODAY)).fetchone()
            self.assertEqual(row, (counts["error"], counts["warning"]), path)

    def test_figures_are_those_of_the_command(self):
        without = 0
        for path in corpus(25):
            wanted, found = figures_of(path), self.one("helhedsplan_cofinancing(?)", path.read_bytes())
            self.assertEqual(json.loads(found) if found else None, wanted, path)
            share = wanted and wanted["share_of_grant_bp" if wanted["base"] == "grant" else "share_of_total_bp"]
            self.assertEqual(self.one("helhedsplan_share_bp(?)", path.read_bytes()), share, path)
            without += share is None
        self.assertGreater(without, 0)

    def test_a_plan_that_fails(self):
        self.assertEqual(self.one("helhedsplan_errors(?)", FAULTY), 1)
        self.assertEqual(self.one("helhedsplan_share_bp(?)", FAULTY), 2391)
        self.assertEqual(self.one("helhedsplan_verdict(?)", FAULTY), "fails")
        self.assertEqual(self.one("helhedsplan_is_plan(?)", FAULTY), 1)

    def test_an_open_share_is_null(self):
        self.assertEqual(self.connection.execute("SELECT helhedsplan_share_bp(?1), helhedsplan_verdict(?1)", (OPEN,)).fetchone(),
                         (None, "open"))
        self.assertIsNone(json.loads(self.one("helhedsplan_cofinancing(?)", OPEN))["share_of_total_bp"])

    def test_a_share_that_cannot_be_calculated_is_null(self):
        self.assertEqual(self.connection.execute("SELECT helhedsplan_share_bp(?1), helhedsplan_verdict(?1)",
                                                 (without_money(),)).fetchone(), (None, "not_computable"))

    def test_an_unknown_scheme(self):
        plan = json.dumps({**json.loads(FAULTY), "scheme": "odense-2030"})
        self.assertEqual(self.connection.execute("SELECT helhedsplan_share_bp(?1), helhedsplan_verdict(?1), helhedsplan_errors(?1) > 0",
                                                 (plan,)).fetchone(), (None, "not_computable", 1))

    def test_the_scheme_of_a_municipality(self):
        """35 and 11 million: 23.91 % of the total, 31.42 % of the grant."""
        for min_local_bp, base, share, verdict in ((2391, "total", 2391, "passes"), (2392, "total", 2391, "fails"),
                                                   (3142, "grant", 3142, "passes"), (3143, "grant", 3142, "fails")):
            row = self.connection.execute("SELECT helhedsplan_share_bp(?1, ?2), helhedsplan_verdict(?1, ?2)",
                                          (FAULTY, scheme(min_local_bp, base))).fetchone()
            self.assertEqual(row, (share, verdict))
        self.assertEqual(self.one("helhedsplan_verdict(?, NULL)", FAULTY), "fails")

    def test_null_in_null_out(self):
        for name in ("errors", "warnings", "is_plan", "share_bp", "verdict", "cofinancing", "fmt", "report"):
            self.assertIsNone(self.one(f"helhedsplan_{name}(NULL)"), name)
        self.assertEqual(self.one("count(*) FROM helhedsplan_findings(NULL)"), 0)

    def test_text_that_is_no_plan(self):
        for text in ("", "nix", "[]", "5", "{}", "{" * 5000, '{"a":1,"a":2}', '"\ud7ff"', FAULTY + "\0", FAULTY + " x", "\ufeff"):
            row = self.connection.execute("SELECT helhedsplan_errors(?1) > 0, helhedsplan_share_bp(?1), helhedsplan_verdict(?1), "
                                          "helhedsplan_is_plan(?1)", (text,)).fetchone()
            self.assertEqual(row, (1, None, None, 0), text[:40])
            self.assertGreater(self.one("count(*) FROM helhedsplan_findings(?)", text), 0)
            self.fails("not a plan", "SELECT helhedsplan_fmt(?)", text)

    def test_bytes_are_the_file_and_numbers_are_no_plan(self):
        self.assertEqual(self.one("helhedsplan_share_bp(?)", FAULTY.encode()), 2391)
        for value in (b"", b"\xff\xfe", FAULTY.encode("utf-16"), 17, 1.5):
            self.assertEqual(self.one("helhedsplan_errors(?)", value), 1, value)

    def test_the_canonical_form(self):
        text = json.dumps(json.loads(SOUND))
        wanted = subprocess.run([COMMAND, "fmt", "-"], input=text, stdout=subprocess.PIPE, text=True, encoding="utf-8", check=True)
        self.assertEqual(self.one("helhedsplan_fmt(?)", text), wanted.stdout)

    def test_the_canonical_form_loses_nothing(self):
        plan = SOUND.replace("{", '{"x-number": 0.1234567890123456789012345,', 1)
        self.assertEqual(self.one("helhedsplan_is_plan(?)", plan), 1)
        self.fails("0.1234567890123456789012345 cannot be kept", "SELECT helhedsplan_fmt(?)", plan)

    def test_the_report(self):
        report = json.loads(self.one("helhedsplan_report(?, 'full', ?)", FAULTY, TODAY))
        self.assertEqual((report["format"], report["files"][0]["stage"]), ("helhedsplan-report/1", "full"))
        self.assertEqual(len(report["files"][0]["sha256"]), 64)

    def test_the_version(self):
        self.assertIn(self.one("helhedsplan_version()"),
                      subprocess.run([COMMAND, "--version"], stdout=subprocess.PIPE, text=True, check=True).stdout)


class Tables(Case):
    def test_the_rows_are_those_of_the_plan(self):
        query = ("SELECT number, parent, id, coalesce(value ->> 'title', value ->> 'name'), value ->> 'amount' "
                 "FROM helhedsplan_table(?, ?)")
        for plan in (FAULTY, SOUND):
            for name in TABLES:
                found = [list(row) for row in self.connection.execute(query, (plan, name))]
                self.assertEqual(found, rows_of_table(plan, name), name)
                self.assertTrue(found or plan is FAULTY, name)

    def test_the_values_are_those_of_the_command(self):
        for path in EXAMPLES:
            for name in ALL_TABLES:
                found = self.connection.execute("SELECT value FROM helhedsplan_table(?, ?)", (path.read_bytes(), name))
                self.assertEqual([json.loads(row[0]) for row in found], table_of(path, name), (path, name))

    def test_a_column_of_an_object_inside_the_row(self):
        ages = self.connection.execute("SELECT value ->> '$.\"target_group.age_min\"' FROM helhedsplan_table(?, 'activities')", (SOUND,))
        self.assertEqual([row[0] for row in ages], [one.get("target_group", {}).get("age_min") for one in json.loads(SOUND)["activities"]])

    def test_what_is_not_stated_is_missing(self):
        plan = json.loads(FAULTY)
        del plan["financing"]["contributions"][0]["amount"]
        self.assertEqual(self.connection.execute("SELECT sum(value ->> 'amount'), value LIKE '%amount%' FROM helhedsplan_table(?, 'contributions')",
                                                 (json.dumps(plan),)).fetchall(), [(None, 0)])

    def test_null_in_no_rows_out(self):
        self.assertEqual(self.one("count(*) FROM helhedsplan_table(NULL, 'budget')"), 0)
        self.assertEqual(self.one("count(*) FROM helhedsplan_table(?, NULL)", SOUND), 0)

    def test_errors(self):
        """No rows for a text that is no plan would be missing from a sum."""
        self.fails('table: "budgets" is not one of plan, continues, parties', "SELECT * FROM helhedsplan_table('{}', 'budgets')")
        self.fails("not a plan", "SELECT * FROM helhedsplan_table('{}', 'budget')")
        self.fails("the argument table_name is missing", "SELECT * FROM helhedsplan_table('{}')")


class Arguments(Case):
    def test_stage_and_day(self):
        self.assertGreater(self.one("helhedsplan_errors(?, 'full')", OPEN), self.one("helhedsplan_errors(?, 'draft')", OPEN))
        late, never = (self.one("count(*) FROM helhedsplan_findings(?, 'full', ?)", FAULTY, day) for day in ("2030-01-01", None))
        self.assertGreater(late, never)

    def test_wrong_arguments(self):
        for text, sql in (
            ('stage: "fuld"', "SELECT helhedsplan_errors('{}', 'fuld')"),
            ("stage: a text", "SELECT helhedsplan_errors('{}', x'66')"),
            ("stage: the text contains a NUL", "SELECT helhedsplan_errors('{}', 'full' || char(0))"),
            ("today", "SELECT helhedsplan_errors('{}', NULL, '1. maj')"),
            ("today", "SELECT helhedsplan_errors('{}', NULL, '2026-02-30')"),
            ("today", "SELECT helhedsplan_errors('{}', NULL, 20260228)"),
            ('scheme: "x"', "SELECT helhedsplan_share_bp('{}', 'x')"),
            ("not a scheme", "SELECT helhedsplan_share_bp('{}', '{}')"),
            ("wrong number of arguments", "SELECT helhedsplan_errors()"),
            ("wrong number of arguments", "SELECT helhedsplan_fmt('{}', 1)"),
            ("the argument plan is missing", "SELECT * FROM helhedsplan_findings"),
            ("too many arguments", "SELECT * FROM helhedsplan_findings('{}', 1, 2, 3, 4)"),
            ('stage: "x"', "SELECT * FROM helhedsplan_findings('{}', 'x')"),
            ("may not be modified", "DELETE FROM helhedsplan_findings"),
        ):  # fmt: skip
            self.fails(text, sql)

    def test_a_split_character_in_a_message(self):
        self.fails('today: "', "SELECT helhedsplan_errors('{}', NULL, ?)", "é" * 25)
        self.fails("not built in", "SELECT helhedsplan_share_bp('{}', ?)", "x" + "ø" * 500)

    def test_arguments_by_name_and_from_a_table(self):
        self.connection.execute("CREATE TABLE plans(plan, stage)")
        self.connection.executemany("INSERT INTO plans VALUES(?, ?)", [(FAULTY, "full"), (SOUND, None), (None, None), (OPEN, "draft")])
        per_plan = self.connection.execute(
            "SELECT p.rowid, count(f.rule) FROM plans p LEFT JOIN helhedsplan_findings(p.plan, p.stage) f GROUP BY 1").fetchall()
        wanted = [(i + 1, self.one("count(*) FROM helhedsplan_findings(?, ?)", plan, stage))
                  for i, (plan, stage) in enumerate([(FAULTY, "full"), (SOUND, None), (None, None), (OPEN, "draft")])]
        self.assertEqual(per_plan, wanted)
        by_name = "count(*) FROM helhedsplan_findings WHERE plan = ? AND scheme = 'lbf-2019-2026' AND stage = 'full'"
        by_place = "count(*) FROM helhedsplan_findings(?, 'full', NULL, 'lbf-2019-2026')"
        self.assertEqual(self.one(by_name, FAULTY), self.one(by_place, FAULTY))


class InSchemas(Case):
    def test_a_check_constraint(self):
        self.connection.execute("CREATE TABLE plans(plan TEXT NOT NULL CHECK (helhedsplan_errors(plan) = 0))")
        self.connection.execute("INSERT INTO plans VALUES(?)", (SOUND,))
        for plan in (FAULTY, "nix", ""):
            self.fails("CHECK constraint failed", "INSERT INTO plans VALUES(?)", plan)

    def test_a_check_of_the_share_needs_is(self):
        """NULL passes a CHECK; the page says so."""
        self.connection.execute("CREATE TABLE loose(plan TEXT CHECK (helhedsplan_share_bp(plan) >= 2500))")
        self.connection.execute("INSERT INTO loose VALUES(?)", (OPEN,))
        self.connection.execute("CREATE TABLE strict_(plan TEXT CHECK (helhedsplan_verdict(plan) IS 'passes'))")
        self.fails("CHECK constraint failed", "INSERT INTO strict_ VALUES(?)", OPEN)
        self.connection.execute("INSERT INTO strict_ VALUES(?)", (SOUND,))

    def test_generated_columns_and_an_index(self):
        self.connection.executescript("""
            CREATE TABLE plans(
              id INTEGER PRIMARY KEY, plan TEXT,
              share_bp INTEGER GENERATED ALWAYS AS (helhedsplan_share_bp(plan)) STORED,
              errors INTEGER GENERATED ALWAYS AS (helhedsplan_errors(plan)) VIRTUAL);
            CREATE INDEX by_share ON plans(helhedsplan_share_bp(plan));
            CREATE INDEX by_errors ON plans(errors);
        """)
        self.connection.executemany("INSERT INTO plans(plan) VALUES(?)", [(FAULTY,), (OPEN,), (SOUND,)])
        self.assertEqual(self.connection.execute("SELECT id, share_bp, errors FROM plans ORDER BY id LIMIT 2").fetchall(),
                         [(1, 2391, 1), (2, None, self.one("helhedsplan_errors(?)", OPEN))])
        query = "SELECT id FROM plans WHERE helhedsplan_share_bp(plan) < 2500"
        self.assertEqual(self.connection.execute(query).fetchall(), [(1,)])
        self.assertIn("by_share", str(self.connection.execute("EXPLAIN QUERY PLAN " + query).fetchall()))
        self.connection.execute("REINDEX")
        self.assertEqual(self.connection.execute("PRAGMA integrity_check").fetchall(), [("ok",)])

    def test_constraints_are_checked_again_on_request(self):
        self.connection.executescript("CREATE TABLE plans(plan TEXT CHECK (helhedsplan_errors(plan) = 0)); "
                                      "PRAGMA ignore_check_constraints = ON")
        self.connection.execute("INSERT INTO plans VALUES(?)", (FAULTY,))
        self.connection.execute("PRAGMA ignore_check_constraints = OFF")
        self.assertIn("CHECK constraint failed", self.connection.execute("PRAGMA integrity_check").fetchone()[0])

    def test_the_version_is_not_for_indexes(self):
        self.connection.execute("CREATE TABLE plans(plan)")
        self.fails("non-deterministic", "CREATE INDEX i ON plans(helhedsplan_version())")

    def test_views_of_an_untrusted_schema(self):
        self.connection.execute("PRAGMA trusted_schema = OFF")
        self.connection.execute("CREATE VIEW findings AS SELECT helhedsplan_errors('{}') AS errors, rule FROM helhedsplan_findings('{}')")
        self.assertEqual(self.connection.execute("SELECT errors > 0 FROM findings").fetchone(), (1,))

    def test_no_table_can_be_created(self):
        self.fails("", "CREATE VIRTUAL TABLE t USING helhedsplan_findings")


class Limits(Case):
    def test_a_utf16_database(self):
        self.connection.execute("PRAGMA encoding = 'UTF-16le'")
        self.connection.execute("CREATE TABLE plans(plan TEXT)")
        self.connection.execute("INSERT INTO plans VALUES(?)", (SOUND,))
        self.assertEqual(self.one("encoding FROM pragma_encoding"), "UTF-16le")
        self.assertEqual(self.one("helhedsplan_fmt(plan) FROM plans"), self.one("helhedsplan_fmt(?)", SOUND))
        self.assertEqual(self.one("count(*) FROM plans, helhedsplan_findings(plans.plan)"),
                         self.one("count(*) FROM helhedsplan_findings(?)", SOUND))

    def test_a_result_larger_than_the_limit_of_the_connection(self):
        if sys.version_info < (3, 11):
            self.skipTest("Python 3.11 sets limits")
        self.connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, len(FAULTY.encode()) + 100)
        self.fails("too big", "SELECT helhedsplan_report(?)", FAULTY)

    def test_ten_thousand_findings(self):
        plan = large_plan(10000)
        self.assertGreaterEqual(self.one("count(*) FROM helhedsplan_findings(?)", plan), 10000)
        self.assertGreaterEqual(self.one("helhedsplan_errors(?)", plan), 10000)

    def test_an_interrupt_between_rows(self):
        self.connection.set_progress_handler(lambda: 1, 1000)
        self.fails("interrupted", "SELECT * FROM helhedsplan_findings(?)", large_plan(10000))

    def test_several_cursors_at_once(self):
        rows = self.one("count(*) FROM helhedsplan_findings(?1) a, helhedsplan_findings(?2) b", FAULTY, OPEN)
        self.assertEqual(rows, self.one("count(*) FROM helhedsplan_findings(?)", FAULTY) * self.one("count(*) FROM helhedsplan_findings(?)", OPEN))


class Shell(unittest.TestCase):
    @unittest.skipUnless(shutil.which("sqlite3"), "there is no sqlite3")
    def test_the_shell_loads_it(self):
        done = subprocess.run(["sqlite3", "-batch", ":memory:", "-cmd", f".load {MODULE}",
                               "SELECT helhedsplan_share_bp(readfile('examples/vollsmose-2016-2020.helhedsplan.json'))"],
                              cwd=SOURCE, stdout=subprocess.PIPE, text=True, check=True)
        self.assertEqual(done.stdout, "2391\n")

    def test_it_exports_only_its_entry_point(self):
        if not shutil.which("nm"):
            self.skipTest("there is no nm")
        names = subprocess.run(["nm", "-D", "--defined-only", "--format=just-symbols", MODULE + ".so"], stdout=subprocess.PIPE,
                               text=True, check=True).stdout.split()
        self.assertEqual(names, ["sqlite3_helhedsplan_init"])

    @unittest.skipUnless(shutil.which("sqlite3"), "there is no sqlite3")
    def test_it_is_installed_beside_the_library_and_finds_it(self):
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([os.environ["HHP_CMAKE"], "--install", BUILD, "--prefix", folder], check=True, stdout=subprocess.DEVNULL)
            module = next(Path(folder).rglob("sqlite3/helhedsplan.so"))
            self.assertTrue(list(module.parent.parent.glob("libhelhedsplan.so*")))
            done = subprocess.run(["sqlite3", "-batch", ":memory:", "-cmd", f".load {module.with_suffix('')}", "SELECT helhedsplan_version()"],
                                  stdout=subprocess.PIPE, text=True, check=True, env={**os.environ, "LD_LIBRARY_PATH": ""})
            self.assertRegex(done.stdout, r"^\d+\.\d+\.\d+\n$")


if __name__ == "__main__":
    unittest.main()
