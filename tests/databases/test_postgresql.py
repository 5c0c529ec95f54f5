"""The extension of PostgreSQL, in a server that the test starts and stops."""

import json
import os
import shutil
import subprocess
import sys
import time
import unittest
from pathlib import Path

from common import (ALL_TABLES, COMMAND, EXAMPLES, FAULTY, OPEN, ROW, SOUND, TABLES, TODAY, corpus, figures_of, large_plan, report_of,
                    row_of, rows_of_table, scheme, table_of, without_money)
from server import Server, Session

server = None


def quoted(text):
    return "'" + text.replace("'", "''") + "'"


def rows_of(output):
    return [json.loads(line) for line in output.splitlines()]


class Case(unittest.TestCase):
    def one(self, expression, database="postgres"):
        return server.psql(f"SELECT {expression}", database=database).stdout.removesuffix("\n")

    def fails(self, text, sql, code=None, database="postgres"):
        done = server.psql("\\set VERBOSITY verbose\n" + sql, database=database, check=False)
        self.assertNotEqual(done.returncode, 0, sql[:200])
        self.assertIn(text, done.stderr)
        if code:
            self.assertIn(f" {code}:", done.stderr)

    def plans(self, table, *plans, columns="plan text"):
        """A table of plans, each with the number of its place."""
        server.psql(f"DROP TABLE IF EXISTS {table}; CREATE TABLE {table}(id int PRIMARY KEY, {columns})")
        for i, plan in enumerate(plans, 1):
            server.psql(f"INSERT INTO {table} VALUES({i}, {quoted(plan)})")


class Answers(Case):
    @classmethod
    def setUpClass(cls):
        """The corpus, as far as text in PostgreSQL can hold it: it has to be UTF-8 without NUL."""
        cls.paths = []
        sql = ["CREATE TABLE corpus(id int PRIMARY KEY, plan text);"]
        for path in corpus(25):
            try:
                text = path.read_bytes().decode("utf-8")
            except UnicodeDecodeError:
                continue
            if "\0" not in text and "\ufeff" not in text:
                sql.append(f"INSERT INTO corpus VALUES({len(cls.paths)}, {quoted(text)});")
                cls.paths.append(path)
        assert len(cls.paths) > 30, cls.paths
        server.psql("\n".join(sql))

    def test_findings_are_those_of_the_command(self):
        rows = rows_of(server.psql(
            f"SELECT json_build_array(id, json_build_array({ROW}), arguments) FROM corpus LEFT JOIN LATERAL "
            f"helhedsplan_findings(plan, today => '{TODAY}') WITH ORDINALITY ON true ORDER BY id, ordinality").stdout)
        for i, path in enumerate(self.paths):
            wanted = report_of(path)["findings"]
            found = [(row, arguments) for number, row, arguments in rows if number == i and row[0] is not None]
            self.assertEqual([tuple(row) for row, _ in found], [row_of(finding) for finding in wanted], path)
            self.assertEqual([arguments for _, arguments in found], [finding["arguments"] for finding in wanted], path)

    def test_counts_and_figures_are_those_of_the_command(self):
        rows = rows_of(server.psql(
            f"SELECT json_build_array(helhedsplan_errors(plan, today => '{TODAY}'), helhedsplan_warnings(plan, today => '{TODAY}'), "
            "helhedsplan_share_bp(plan), helhedsplan_cofinancing(plan)) FROM corpus ORDER BY id").stdout)
        for path, (errors, warnings, share, figures) in list(zip(self.paths, rows))[::2]:
            counts, wanted = report_of(path)["counts"], figures_of(path)
            self.assertEqual((errors, warnings), (counts["error"], counts["warning"]), path)
            self.assertEqual(figures, wanted, path)
            self.assertEqual(share, wanted and wanted["share_of_grant_bp" if wanted["base"] == "grant" else "share_of_total_bp"], path)

    def test_the_three_types_agree(self):
        self.plans("three", FAULTY, SOUND, OPEN)
        for kind in ("text", "json", "jsonb"):
            self.assertEqual(self.one(f"json_agg(json_build_array(helhedsplan_errors(plan::{kind}), helhedsplan_share_bp(plan::{kind}), "
                                      f"helhedsplan_verdict(plan::{kind}), helhedsplan_is_plan(plan::{kind})) ORDER BY id) FROM three"),
                             self.one("json_agg(json_build_array(helhedsplan_errors(plan), helhedsplan_share_bp(plan), "
                                      "helhedsplan_verdict(plan), helhedsplan_is_plan(plan)) ORDER BY id) FROM three"), kind)
            self.assertEqual(self.one(f"helhedsplan_fmt(plan::{kind}) FROM three WHERE id = 2"),
                             self.one("helhedsplan_fmt(plan) FROM three WHERE id = 2"))

    def test_values(self):
        self.plans("examples", FAULTY, SOUND, OPEN, without_money(), "nix", json.dumps({**json.loads(FAULTY), "scheme": "odense-2030"}))
        rows = rows_of(server.psql("SELECT json_build_array(helhedsplan_share_bp(plan), helhedsplan_verdict(plan), "
                                   "helhedsplan_is_plan(plan)) FROM examples ORDER BY id").stdout)
        self.assertEqual(rows, [[2391, "fails", True], [2500, "passes", True], [None, "open", True],
                                [None, "not_computable", True], [None, None, False], [None, "not_computable", True]])  # fmt: skip

    def test_the_scheme_of_a_municipality(self):
        """35 and 11 million: 23.91 % of the total, 31.42 % of the grant."""
        for min_local_bp, base, wanted in ((2391, "total", "2391|passes"), (2392, "total", "2391|fails"),
                                           (3142, "grant", "3142|passes"), (3143, "grant", "3142|fails")):
            own = quoted(scheme(min_local_bp, base))
            self.assertEqual(self.one(f"helhedsplan_share_bp({quoted(FAULTY)}, {own}), helhedsplan_verdict({quoted(FAULTY)}, {own})"),
                             wanted)

    def test_null_in_null_out(self):
        calls = [f"helhedsplan_{name}(NULL::{kind}) IS NULL" for kind in ("text", "json", "jsonb")
                 for name in ("errors", "warnings", "is_plan", "share_bp", "verdict", "cofinancing", "fmt", "report")]
        self.assertEqual(self.one(", ".join(calls)), "|".join("t" for _ in calls))
        self.assertEqual(self.one("count(*) FROM helhedsplan_findings(NULL::text)"), "0")

    def test_positions_are_null_for_jsonb(self):
        query = "count(*), count(line), count(\"column\"), count(\"offset\"), count(length), count(pointer) FROM helhedsplan_findings"
        count = self.one(f"{query}({quoted(FAULTY)}::jsonb)").split("|")
        self.assertEqual(count, [count[0], "0", "0", "0", "0", count[0]])
        self.assertEqual(len(set(self.one(f"{query}({quoted(FAULTY)}::json)").split("|"))), 1)

    def test_the_canonical_form(self):
        wanted = subprocess.run([COMMAND, "fmt", "-"], input=SOUND, stdout=subprocess.PIPE, text=True, encoding="utf-8", check=True)
        self.assertEqual(self.one(f"helhedsplan_fmt({quoted(SOUND)}::jsonb)"), wanted.stdout)
        self.fails("not a plan", "SELECT helhedsplan_fmt('nix')", "22000")
        digits = quoted(SOUND.replace("{", '{"x-number": 0.1234567890123456789012345,', 1))
        self.fails("cannot be kept exactly", f"SELECT helhedsplan_fmt({digits})", "22000")

    def test_the_report(self):
        self.assertEqual(self.one(f"r->>'format', r->'files'->0->>'stage' FROM helhedsplan_report({quoted(FAULTY)}, 'full') r"),
                         "helhedsplan-report/1|full")

    def test_the_version(self):
        self.assertIn(self.one("helhedsplan_version()"),
                      subprocess.run([COMMAND, "--version"], stdout=subprocess.PIPE, text=True, check=True).stdout)

    def test_wrong_arguments(self):
        for text, sql, code in (
            ('stage: "fuld"', "SELECT helhedsplan_errors('{}', 'fuld')", "22023"),
            ("today", "SELECT helhedsplan_errors('{}', today => 'infinity')", "22023"),
            ("today", "SELECT helhedsplan_errors('{}', today => '0044-03-15 BC')", "22023"),
            ('scheme: "x"', "SELECT helhedsplan_share_bp('{}', 'x')", "22023"),
            ("not a scheme", "SELECT helhedsplan_share_bp('{}', '{}')", "22000"),
            ("not built in", "SELECT helhedsplan_share_bp('{}', repeat('ø', 500))", "22023"),
            ('stage: "x"', "SELECT helhedsplan_findings('{}', 'x')", "22023"),
            ("invalid input syntax for type json", "SELECT helhedsplan_errors('nix'::jsonb)", "22P02"),
        ):  # fmt: skip
            self.fails(text, sql, code)


class Tables(Case):
    def test_the_rows_are_those_of_the_plan(self):
        self.plans("tabled", FAULTY, SOUND)
        for kind in ("text", "jsonb"):
            rows = rows_of(server.psql(
                "SELECT json_build_array(p.id, name, number, parent, t.id, coalesce(value ->> 'title', value ->> 'name'), "
                f"value -> 'amount') FROM tabled p, unnest(ARRAY{list(TABLES)}) name, helhedsplan_table(plan::{kind}, name) t "
                "ORDER BY p.id, name, number").stdout)
            for plan, text in enumerate((FAULTY, SOUND), 1):
                for name in TABLES:
                    self.assertEqual([row[2:] for row in rows if row[:2] == [plan, name]], rows_of_table(text, name), (kind, name))

    def test_the_values_are_those_of_the_command(self):
        for path in EXAMPLES[:2]:
            names = server.psql(f"SELECT json_build_object(name, (SELECT json_agg(value ORDER BY number) FROM helhedsplan_table("
                                f"{quoted(path.read_text('utf-8'))}, name))) FROM unnest(ARRAY{list(ALL_TABLES)}) name").stdout
            for table in rows_of(names):
                for name, found in table.items():
                    self.assertEqual(found or [], table_of(path, name), (path, name))

    def test_errors(self):
        self.fails('"budgets" is not one of plan, continues, parties', "SELECT * FROM helhedsplan_table('{}', 'budgets')", "22023")
        self.fails("not a plan", "SELECT * FROM helhedsplan_table('{}', 'budget')", "22000")
        self.assertEqual(self.one("count(*) FROM helhedsplan_table(NULL::text, 'budget')"), "0")


class InSchemas(Case):
    def test_the_extension(self):
        self.assertEqual(self.one("extversion FROM pg_extension WHERE extname = 'helhedsplan'"),
                         os.environ["HHP_VERSION"].rpartition(".")[0])
        volatile = ("string_agg(DISTINCT proname, ' ') FROM pg_proc WHERE proname LIKE 'helhedsplan%' AND "
                    "NOT (provolatile = 'i' AND proparallel = 's')")
        self.assertEqual(self.one(volatile), "helhedsplan_version")
        server.psql("CREATE DATABASE other")
        server.psql("CREATE SCHEMA tools; CREATE EXTENSION helhedsplan SCHEMA tools", database="other")
        self.assertEqual(self.one("tools.helhedsplan_errors('{}') > 0", database="other"), "t")
        server.psql("ALTER EXTENSION helhedsplan SET SCHEMA public; DROP EXTENSION helhedsplan", database="other")

    def test_a_user_without_rights(self):
        server.psql("CREATE ROLE reader LOGIN")
        self.assertEqual(server.psql("SET ROLE reader; SELECT helhedsplan_errors('{}') > 0").stdout, "t\n")

    def test_a_check_constraint(self):
        self.plans("checked", SOUND, columns="plan jsonb NOT NULL CHECK (helhedsplan_errors(plan) = 0)")
        self.fails("violates check constraint", f"INSERT INTO checked VALUES(2, {quoted(FAULTY)})", "23514")

    def test_a_check_of_the_share_has_to_exclude_null(self):
        self.plans("loose", OPEN, columns="plan text CHECK (helhedsplan_share_bp(plan) >= 2500)")
        self.plans("strict", SOUND, columns="plan text CHECK (helhedsplan_verdict(plan) IS NOT DISTINCT FROM 'passes')")
        self.fails("violates check constraint", f"INSERT INTO strict VALUES(2, {quoted(OPEN)})", "23514")

    def test_generated_columns_and_an_index(self):
        self.plans("generated", FAULTY, SOUND, OPEN)
        server.psql("ALTER TABLE generated ADD share_bp bigint GENERATED ALWAYS AS (helhedsplan_share_bp(plan)) STORED; "
                    "CREATE INDEX by_share ON generated(helhedsplan_share_bp(plan))")
        self.assertEqual(self.one("string_agg(coalesce(share_bp::text, '-'), ' ' ORDER BY id) FROM generated"), "2391 2500 -")
        plan = server.psql("SET enable_seqscan = off; EXPLAIN SELECT id FROM generated WHERE helhedsplan_share_bp(plan) < 2500").stdout
        self.assertIn("by_share", plan)
        server.psql("REINDEX INDEX by_share; UPDATE generated SET plan = plan")

    def test_parallel_workers(self):
        self.plans("many", FAULTY, SOUND, OPEN, columns="plan jsonb")
        server.psql("INSERT INTO many SELECT i, plan FROM generate_series(4, 400) i, many WHERE id = i % 3 + 1; ANALYZE many; "
                    "ALTER TABLE many SET (parallel_workers = 2)")
        query = "SELECT count(*), sum(helhedsplan_share_bp(plan)) FROM many WHERE helhedsplan_errors(plan) > 0"
        settings = "SET max_parallel_workers_per_gather = 2; SET parallel_setup_cost = 0; SET min_parallel_table_scan_size = 0; "
        plan = server.psql(settings + "EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF) " + query).stdout
        self.assertIn("Workers Launched: 2", plan)
        self.assertEqual(server.psql(settings + query).stdout, server.psql("SET max_parallel_workers_per_gather = 0; " + query).stdout)

    def test_a_dump_can_be_restored(self):
        """Constraints are restored with an empty search path."""
        server.psql("CREATE DATABASE dumped")
        server.psql("CREATE EXTENSION helhedsplan; CREATE TABLE plans(plan jsonb CHECK (helhedsplan_errors(plan) = 0)); "
                    f"INSERT INTO plans VALUES({quoted(SOUND)})", database="dumped")
        dump = subprocess.run(["pg_dump", "-h", str(server.socket), "-U", "tester", "dumped"], stdout=subprocess.PIPE, text=True,
                              encoding="utf-8", check=True, env=server.environment()).stdout
        server.psql("CREATE DATABASE restored")
        server.psql(dump, database="restored")
        self.assertEqual(self.one("count(*) FROM plans", database="restored"), "1")


class Encodings(Case):
    @classmethod
    def setUpClass(cls):
        for name, encoding in (("latin1", "LATIN1"), ("ascii", "SQL_ASCII")):
            server.psql(f"CREATE DATABASE {name} ENCODING '{encoding}' LOCALE 'C' TEMPLATE template0")
            server.psql("CREATE EXTENSION helhedsplan", database=name)

    def test_latin1(self):
        sound = f"SET client_encoding = 'UTF8'; SELECT helhedsplan_fmt({quoted(SOUND)})"
        self.assertEqual(server.psql(sound, database="latin1").stdout, server.psql(sound).stdout)
        self.assertEqual(self.one(f"helhedsplan_share_bp({quoted(FAULTY)})", database="latin1"), "2391")

    def test_messages_with_characters_that_latin1_lacks(self):
        query = "SET client_encoding = 'UTF8'; SELECT {} FROM helhedsplan_findings('{{\"format\": \"x\"}}')"
        self.fails("has no equivalent in encoding", query.format("message_en"), "22P05", database="latin1")
        self.fails("not a plan", "SELECT helhedsplan_fmt('nix')", "22000", database="latin1")

    def test_without_an_encoding_the_text_has_to_be_utf8(self):
        self.assertEqual(self.one(f"helhedsplan_share_bp({quoted(FAULTY)})", database="ascii"), "2391")
        self.fails("invalid byte sequence", "SELECT helhedsplan_errors(E'{\\xe6}')", database="ascii")


@unittest.skipUnless(sys.platform == "linux" and shutil.which("prlimit"), "it needs /proc and prlimit")
class Memory(Case):
    def setUp(self):
        self.session = Session(server, "latin1")
        self.addCleanup(self.session.close)

    def test_errors_in_the_middle_of_a_result_leak_nothing(self):
        """In this database a character of a message cannot be converted: the error comes while the library has a report."""
        self.session.run("CREATE TEMP TABLE t AS SELECT " + quoted(large_plan(20)) + " AS plan")
        loop = """DO $$ BEGIN FOR i IN 1..400 LOOP
                    BEGIN PERFORM message_en FROM t, helhedsplan_findings(plan);
                      RAISE EXCEPTION 'no error';
                    EXCEPTION WHEN untranslatable_character THEN NULL; END;
                    BEGIN PERFORM helhedsplan_fmt('nix');
                      RAISE EXCEPTION 'no error';
                    EXCEPTION WHEN data_exception THEN NULL; END;
                  END LOOP; END $$"""
        self.assertEqual(self.session.run(loop), "")
        before = self.session.memory()
        self.assertEqual(self.session.run(loop + ";" + loop + ";" + loop), "")
        self.assertLess(self.session.memory() - before, 1 << 20)

    def test_out_of_memory_is_an_error_and_the_session_goes_on(self):
        self.session.run("CREATE TEMP TABLE t AS SELECT " + quoted(large_plan(20000)) + " AS plan")
        self.session.run("SELECT length(plan), helhedsplan_share_bp('{}') FROM t")
        used = self.session.memory("VmSize")
        seen = set()
        for more in range(1, 40, 3):
            self.session.limit_memory(used + (more << 20))
            printed = self.session.run("\\set VERBOSITY sqlstate\nSELECT helhedsplan_errors(plan) FROM t")
            seen.add(printed)
            if "ERROR" not in printed:
                break
        self.assertEqual(seen, {"ERROR:  53200", "20000"} | {printed for printed in seen if printed.isdigit()})
        self.session.limit_memory(-1)
        self.assertEqual(self.session.run("SELECT helhedsplan_errors(plan) >= 20000 FROM t"), "t")


class Cancelling(Case):
    def test_statement_timeout(self):
        """A call is not interrupted, but the next does not begin."""
        self.plans("large", large_plan(3000))
        server.psql("INSERT INTO large SELECT i, plan FROM generate_series(2, 2000) i, large")
        begun = time.monotonic()
        self.fails("canceling statement due to statement timeout",
                   "SET statement_timeout = '200ms'; SELECT sum(helhedsplan_errors(plan)) FROM large", "57014")
        self.fails("canceling statement due to statement timeout",
                   "SET statement_timeout = '200ms'; SELECT count(*) FROM large, helhedsplan_findings(plan)", "57014")
        self.assertLess(time.monotonic() - begun, 20)


def main():
    global server
    with Server(Path.cwd() / "server") as server:
        server.psql("CREATE EXTENSION helhedsplan")
        program = unittest.main(exit=False)
    sys.exit(not program.result.wasSuccessful())


if __name__ == "__main__":
    main()
