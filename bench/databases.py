"""Plans a second in SQLite and PostgreSQL, beside the command on the same plans as files.

usage: databases.py BUILD [--plans N] [--explain]

BUILD is a build folder with the command and the extensions; the target `bench-databases` passes a release build. Each side
alternates with the command, five times: the table has the plans a second of the fastest round, and the median of the ratios to
the command, which has one thread. --explain prints the plan of a parallel query instead, as docs/databases.md shows it.
"""

import argparse
import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[1]
ROUNDS = 5


def prepare(build):
    """The environment of the tests, whose server this uses."""
    cache = {line.split(":")[0]: line.split("=", 1)[1] for line in (build / "CMakeCache.txt").read_text().splitlines()
             if "=" in line and ":" in line.split("=")[0]}  # fmt: skip
    library = next(build.rglob("libhelhedsplan.so"))
    os.environ.update(HHP_SOURCE_DIR=str(SOURCE), HHP_BUILD_DIR=str(build), HHP_LIBRARY=str(library),
                      HHP_COMMAND=str(build / "cli" / "helhedsplan"), HHP_PG_CONFIG=cache.get("HHP_PG_CONFIG", "pg_config"),
                      HHP_CMAKE=cache["CMAKE_COMMAND"])  # fmt: skip
    sys.path.insert(0, str(SOURCE / "tests" / "databases"))


def plans(count):
    """The example plans in turn, each with an id of its own."""
    texts = [path.read_text("utf-8") for path in sorted((SOURCE / "examples").glob("*.helhedsplan.json"))]
    for i in range(count):
        yield i, texts[i % len(texts)].replace('"id": "', f'"id": "p{i}-', 1)


def timed(run):
    begun = time.perf_counter()
    result = run()
    return time.perf_counter() - begun, result


def compare(command, run):
    """The seconds of the fastest round, the median of the ratios to the command, and what was returned. The two alternate, so
    that load on the machine affects both."""
    seconds, ratios, results = [], [], set()
    for _ in range(ROUNDS):
        beside = timed(command)[0]
        taken, result = timed(run)
        seconds.append(taken)
        ratios.append(beside / taken)
        results.add(result)
    assert len(results) == 1, results
    return min(seconds), statistics.median(ratios), results.pop()


def command_side(folder, count):
    files = Path(folder) / "files"
    files.mkdir()
    for i, text in plans(count):
        (files / f"{i}.helhedsplan.json").write_text(text, "utf-8")

    def run():
        done = subprocess.run([os.environ["HHP_COMMAND"], "validate", "--jobs", "1", "--today", "2018-06-01", "--quiet", files],
                              stdout=subprocess.DEVNULL)
        return done.returncode

    return run


def sqlite_side(folder, count, build):
    path = Path(folder) / "plans.db"
    connection = sqlite3.connect(path)
    connection.enable_load_extension(True)
    connection.load_extension(str(next(build.rglob("sqlite/helhedsplan.so")).with_suffix("")))
    connection.execute("CREATE TABLE plans(id INTEGER PRIMARY KEY, plan TEXT)")
    connection.executemany("INSERT INTO plans VALUES(?, ?)", plans(count))
    connection.commit()
    for sql in ("SELECT sum(helhedsplan_errors(plan)) FROM plans", "SELECT sum(helhedsplan_share_bp(plan)) FROM plans",
                "SELECT count(*) FROM plans p, helhedsplan_findings(p.plan)"):
        yield f"SQLite: {sql}", lambda sql=sql: connection.execute(sql).fetchone()[0]


def fill(server, count):
    """A table of the plans as jsonb, which two workers read. The copies are made by the server, as by plans()."""
    texts = list(plans(4))
    rows = ", ".join("({}, '{}')".format(i, text.replace("'", "''")) for i, text in texts)
    server.psql(f"CREATE TABLE examples(id int, plan text); INSERT INTO examples VALUES {rows}; "
                "CREATE VIEW copies AS SELECT i AS id, replace(plan, format('\"id\": \"p%s-', e.id), format('\"id\": \"p%s-', i)) AS plan "
                f"FROM generate_series(0, {count - 1}) i JOIN examples e ON e.id = i % {len(texts)}; "
                "CREATE TABLE plans AS SELECT id, plan::jsonb FROM copies; ALTER TABLE plans SET (parallel_workers = 2); "
                "CREATE EXTENSION helhedsplan; VACUUM ANALYZE plans")  # fmt: skip


def postgresql_side(server):
    serial = "SET max_parallel_workers_per_gather = 0; "
    for label, sql in (
        ("text", serial + "SELECT sum(helhedsplan_errors(plan)) FROM texts"),
        ("jsonb", serial + "SELECT sum(helhedsplan_errors(plan)) FROM plans"),
        ("jsonb", serial + "SELECT sum(helhedsplan_share_bp(plan)) FROM plans"),
        ("text", serial + "SELECT count(*) FROM texts p, helhedsplan_findings(p.plan)"),
        ("jsonb, two workers", "SELECT sum(helhedsplan_errors(plan)) FROM plans"),
    ):
        shown = sql.removeprefix(serial)
        yield f"PostgreSQL, {label}: {shown}", lambda sql=sql: server.psql(sql).stdout


def measure(sides, count, command):
    """One of the four plans has an error, and no more may appear by copying."""
    for label, run in sides:
        seconds, ratio, result = compare(command, run)
        assert "sum(helhedsplan_errors" not in label or int(result) == (count + 2) // 4, (label, result)
        print(f"{count / seconds:10,.0f}  {ratio:6.2f}  {label}", flush=True)


def measure_all(arguments, folder):
    print(f"{'plans/s':>10}  {'ratio':>6}")
    command = command_side(folder, arguments.plans)
    measure([("the command, one thread", command)], arguments.plans, command)
    if any(arguments.build.rglob("sqlite/helhedsplan.so")):
        measure(sqlite_side(folder, arguments.plans, arguments.build), arguments.plans, command)
    if any(arguments.build.rglob("postgresql/helhedsplan.so")):
        from server import Server

        with Server(Path(folder) / "server") as server:
            fill(server, arguments.plans)
            server.psql("CREATE TABLE texts AS SELECT * FROM copies; VACUUM ANALYZE texts")
            measure(postgresql_side(server), arguments.plans, command)


def explain(arguments, folder):
    from server import Server

    with Server(Path(folder) / "server") as server:
        fill(server, arguments.plans)
        sql = "EXPLAIN (ANALYZE, COSTS OFF) SELECT count(*) FROM plans WHERE helhedsplan_errors(plan) > 0"
        print(server.psql(sql).stdout)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build", type=lambda text: Path(text).resolve())
    parser.add_argument("--plans", type=int, default=2000)
    parser.add_argument("--explain", action="store_true")
    arguments = parser.parse_args()
    prepare(arguments.build)
    folder = tempfile.mkdtemp(prefix="hhp-bench-")
    os.chmod(folder, 0o755)  # the server may have another user
    try:
        (explain if arguments.explain else measure_all)(arguments, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
