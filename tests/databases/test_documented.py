"""The examples of docs/databases.md and docs/howto-postgresql.md: every block is run, and prints what the page shows.

A block of sql is run by the shell of the database of its section, all of a section in one database; the block of text after
it is its output.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from common import BUILD, OPEN, SOURCE
from documents import blocks

PAGE = SOURCE / "docs" / "databases.md"
HOW_TO = SOURCE / "docs" / "howto-postgresql.md"
INSTALLED = "/usr/local/lib/sqlite3/helhedsplan"


def section_of(block):
    """The heading of the second level above a block."""
    number = int(block.place.rsplit(":", 1)[1])
    above = PAGE.read_text("utf-8").splitlines()[:number]
    return [line[3:] for line in above if line.startswith("## ")][-1]


def examples(section, language, page=PAGE):
    """(block, the text after it) of a section, or of a page that has one subject."""
    found = blocks(page)
    for i, block in enumerate(found):
        if section and section_of(block) != section or block.language != language:
            continue
        after = found[i + 1] if i + 1 < len(found) and found[i + 1].language == "text" else None
        yield block, after.text if after else ""


def work_folder(case):
    folder = Path(tempfile.mkdtemp(prefix="hhp-docs-"))
    case.addCleanup(shutil.rmtree, folder)
    (folder / "examples").symlink_to(SOURCE / "examples")
    return folder


class Page(unittest.TestCase):
    def test_every_block_belongs_to_a_test(self):
        expected = {"SQLite": {"sql", "text"}, "PostgreSQL": {"sh", "sql", "text"}, "DuckDB": {"js", "text"},
                    "A new version of the library": {"sql", "text"}, "Speed": {"text"}}
        for block in blocks(PAGE):
            self.assertIn(block.language, expected.get(section_of(block), ()), block.place)

    def test_the_functions_are_those_of_the_extension(self):
        script = (SOURCE / "integrations" / "postgresql" / "helhedsplan.sql").read_text("utf-8")
        table = PAGE.read_text("utf-8").split("## Functions")[1].split("The columns of")[0]
        self.assertEqual(set(re.findall(r"^\| `(\w+)\(", table, re.MULTILINE)), set(re.findall(r"CREATE FUNCTION (\w+)\(", script)))
        columns = PAGE.read_text("utf-8").split("The columns of `helhedsplan_findings` are ")[1].split(", a JSON object")[0]
        declared = script.split("helhedsplan_findings(")[1].split("TABLE (")[1].split(")\n")[0]
        self.assertEqual(re.findall(r"`(\w+)`", columns), re.findall(r'"?(\w+)"? (?:text|boolean|bigint|jsonb)', declared))


@unittest.skipUnless("HHP_SQLITE_MODULE" in os.environ and shutil.which("sqlite3") and not os.environ.get("HHP_SANITIZE"),
                     "there is no extension of SQLite, or no sqlite3")
class SQLite(unittest.TestCase):
    def test_the_examples(self):
        folder = work_folder(self)
        module = os.environ["HHP_SQLITE_MODULE"].removesuffix(".so")
        upgrade = [pair for pair in examples("A new version of the library", "sql") if pair[0].file]
        self.assertEqual(len(upgrade), 1)
        for i, (block, wanted) in enumerate([*examples("SQLite", "sql"), *upgrade]):
            sql = block.text.replace(INSTALLED, module) if i == 0 else f".load {module}\n{block.text}"
            mode = "list" if block.file else "box"
            done = subprocess.run(["sqlite3", "-batch", f"-{mode}", "plans.db"], input=sql, cwd=folder, text=True, encoding="utf-8",
                                  stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
            self.assertEqual(re.sub(r"near line \d+", "near line …", done.stdout), wanted, block.place)


@unittest.skipUnless("HHP_PG_CONFIG" in os.environ, "there is no extension of PostgreSQL")
class PostgreSQL(unittest.TestCase):
    def test_the_examples(self):
        from server import Server

        folder = work_folder(self)
        with Server(Path.cwd() / "server") as server:
            pairs = [*examples("PostgreSQL", "sql"),
                     *(pair for pair in examples("A new version of the library", "sql") if not pair[0].file)]
            self.assertGreater(len(pairs), 6)
            how_to = [*examples(None, "sql", HOW_TO)]
            self.assertGreater(len(how_to), 3)
            subprocess.run([*server.words("postgres"), "-c", "CREATE DATABASE how_to TEMPLATE template0"], env=server.environment(),
                           check=True, stdout=subprocess.DEVNULL)
            for database, (block, wanted) in [*(("postgres", pair) for pair in pairs), *(("how_to", pair) for pair in how_to)]:
                words = [*server.words(database), "-v", "ON_ERROR_STOP=0"]
                done = subprocess.run(words, input=block.text, cwd=folder, env=server.environment(), text=True, encoding="utf-8",
                                      stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
                printed = re.sub(r" +$", "", done.stdout, flags=re.MULTILINE)  # psql fills its columns
                self.assertEqual(printed.rstrip("\n"), wanted.rstrip("\n"), block.place)

    def test_the_command_that_installs(self):
        (block, _), = examples("PostgreSQL", "sh")
        words = block.text.replace("build/release", str(BUILD)).split()
        self.assertEqual(words.pop(0), "cmake")
        folder = work_folder(self)
        subprocess.run([os.environ["HHP_CMAKE"], *words], check=True, env={**os.environ, "DESTDIR": str(folder)},
                       stdout=subprocess.DEVNULL)
        self.assertEqual(sorted(path.name for path in folder.rglob("*helhedsplan*") if path.is_file()),
                         sorted([f"helhedsplan--{os.environ['HHP_VERSION'].rpartition('.')[0]}.sql", "helhedsplan.control", "helhedsplan.so",
                                 *(path.name for path in (SOURCE / "integrations/postgresql").glob("helhedsplan--*--*.sql"))]))


class DuckDB(unittest.TestCase):
    def setUp(self):
        modules = Path(os.environ.get("HHP_NODE_MODULES") or "/nowhere")
        if os.environ.get("HHP_SANITIZE") or not shutil.which("node") or not all(
                (modules / name).exists() for name in ("@duckdb/node-api", "koffi")):
            self.skipTest("there is no Node.js with @duckdb/node-api and koffi")
        self.folder = work_folder(self)
        (self.folder / "node_modules").symlink_to(modules)
        shutil.copy(SOURCE / "integrations" / "duckdb" / "helhedsplan.mjs", self.folder)

    def node(self, text):
        (self.folder / "program.mjs").write_text(text, "utf-8")
        return subprocess.run(["node", "program.mjs"], cwd=self.folder, stdout=subprocess.PIPE, text=True, check=True).stdout

    def test_the_example(self):
        (block, wanted), = examples("DuckDB", "js")
        self.assertEqual(self.node(block.text), wanted)

    def test_what_is_no_plan_or_has_no_share(self):
        (block, _), = examples("DuckDB", "js")
        start = block.text.split("const plans")[0]
        rows = self.node(start + f"""
            const rows = await connection.runAndReadAll(
              "SELECT helhedsplan_errors(t) > 0, helhedsplan_share_bp(t) FROM (VALUES (NULL), ('nix'), (''), ($1)) v(t)",
              [{json.dumps(OPEN)}]);
            for (const row of rows.getRows()) console.log(row.map(String).join(" "));""")
        self.assertEqual(rows.splitlines(), ["null null", "true null", "true null", "false null"])  # a draft may be open


if __name__ == "__main__":
    unittest.main()
