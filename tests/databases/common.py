"""Shared by the tests of databases: plans, and what the command reports of them."""

import json
import os
import subprocess
import sys
from pathlib import Path

SOURCE = Path(os.environ["HHP_SOURCE_DIR"])
BUILD = Path(os.environ["HHP_BUILD_DIR"])
COMMAND = os.environ["HHP_COMMAND"]
SKIPPED = 77

EXAMPLES = sorted((SOURCE / "examples").glob("*.helhedsplan.json"))
FAULTY = (SOURCE / "examples" / "vollsmose-2016-2020.helhedsplan.json").read_text("utf-8")
SOUND = (SOURCE / "examples" / "complete.helhedsplan.json").read_text("utf-8")
OPEN = json.dumps({**json.loads(FAULTY), "financing": {"frame": 46000000}}, ensure_ascii=False)
TODAY = "2018-06-01"

sys.path.insert(0, str(SOURCE / "tests" / "docs"))


def corpus(every):
    """Plans of the examples and, one of each `every`, of the corpus: hostile ones too."""
    folder = Path(os.environ["HHP_PLANS_DIR"]) / "tests" / "corpus"
    found = [path for path in sorted(folder.rglob("*.json")) if not path.name.endswith((".report.json", ".scheme.json"))]
    assert len(found) > 500, f"the corpus is not expanded: {len(found)} plans"
    return EXAMPLES + found[::every]


def report_of(path, *options):
    """The report of the command, as {path of the file, findings, counts ...}."""
    done = subprocess.run([COMMAND, "validate", "--format", "json", "--today", TODAY, *options, path],
                          stdout=subprocess.PIPE, text=True, encoding="utf-8")
    assert done.returncode in (0, 1), done.returncode
    return json.loads(done.stdout)["files"][0]


def table_of(path, name):
    """The rows of a table, as the command writes them."""
    done = subprocess.run([COMMAND, "table", name, path, "--format", "json"], stdout=subprocess.PIPE, text=True, check=True)
    return json.loads(done.stdout)


def figures_of(path):
    """The figures that the command calculates; None if it cannot read the plan, or knows no scheme."""
    done = subprocess.run([COMMAND, "cofinancing", "--format", "json", path], stdout=subprocess.PIPE, text=True,
                          stderr=subprocess.DEVNULL)
    return json.loads(done.stdout) if done.returncode in (0, 1) and done.stdout else None


def row_of(finding):
    """A finding of the report as a row of helhedsplan_findings(), without the language-independent waiver reason."""
    known = finding["line"] != 0
    position = [finding[name] if known else None for name in ("line", "column", "offset", "length")]
    return (finding["rule"], finding["slug"], finding["severity"], bool(finding["waived"]), finding["pointer"],
            finding["entity"], *position, finding["message"]["da"], finding["message"]["en"], finding["remedy"]["da"],
            finding["remedy"]["en"])


ROW = ('rule, slug, severity, waived, pointer, entity, line, "column", "offset", length, '
       "message_da, message_en, remedy_da, remedy_en")


def large_plan(activities):
    """A plan with errors in each of the given number of activities."""
    plan = json.loads(FAULTY)
    plan["activities"] = [{"id": f"a-{i}", "title": f"Aktivitet {i}", "goals": ["findes-ikke"]} for i in range(activities)]
    return json.dumps(plan, ensure_ascii=False)


def scheme(min_local_bp, base):
    """The JSON of a scheme that is not built in."""
    whole = json.loads((SOURCE / "tests" / "faults" / "scheme.json").read_text("utf-8"))
    return json.dumps({**whole, "min_local_bp": min_local_bp, "base": base})


def without_money():
    """All amounts are stated, and 0: there is no share."""
    plan = json.loads(FAULTY)
    plan["financing"]["grant"]["awarded"] = 0
    plan["financing"]["contributions"][0]["amount"] = 0
    return json.dumps(plan)


def rows_of_table(plan, table):
    """(number, parent, id, title or name, amount) of the rows that helhedsplan_table() has, taken from the JSON of the plan."""
    plan = json.loads(plan)
    if table == "plan":
        pairs = [(None, plan)]
    elif table in ("contributions", "budget"):
        pairs = [(None, row) for row in plan["financing"].get(table, [])]
    elif table == "indicator_periods":
        pairs = [(one["id"], row) for one in plan.get("indicators", []) for row in one.get("periods", [])]
    else:
        pairs = [(None, row) for row in plan.get(table, [])]
    return [[number, parent, row.get("id"), row.get("title", row.get("name")), row.get("amount")]
            for number, (parent, row) in enumerate(pairs, 1)]


TABLES = ("plan", "parties", "activities", "contributions", "budget", "indicator_periods", "approvals")
ALL_TABLES = (*TABLES, "continues", "goals", "strategies", "strategy_supports", "work_areas", "work_area_contributes",
              "work_area_supports", "focus_areas", "agreements", "signatures", "board", "indicators", "milestones", "reports", "waivers")
