"""Validates helhedsplan-report/1 with its published schema: every golden report, the output of the command for the
examples, for invalid documents and for a sample of the corpus. Every member ever released must be in the schema.

  test_report.py --validator=ajv|jsonschema [--node=PROGRAM]

The schema allows additional members. Current output is also validated with a closed copy, so that new members must be
added to the schema, and to tests/promises/report-1.tsv."""

import argparse
import copy
import json
import os
import random
import subprocess
import sys
from pathlib import Path

from test_schema import DRAFTS, SKIPPED, ajv_verdicts, is_missing, jsonschema_verdicts

SOURCE = Path(os.environ["HHP_SOURCE_DIR"])
COMMAND = os.environ["HHP_COMMAND"]
PLANS = Path(os.environ["HHP_PLANS_DIR"])  # the examples, and the expanded corpus
RELEASED = SOURCE / "tests" / "promises" / "report-1.tsv"

SEED = 2016
SAMPLE = 200

WORDS = {"da": "Ord.", "en": "Words."}  # golden reports lack texts whose wording may change


def run(*words, text=""):
    done = subprocess.run([COMMAND, *map(str, words)], input=text, text=True, encoding="utf-8", stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL, cwd=PLANS)
    if done.returncode > 3:
        sys.exit(f"helhedsplan {' '.join(map(str, words))} ended with {done.returncode}")
    return done.stdout


# --- The reports ---

def golden_reports():
    for path in sorted((PLANS / "tests" / "corpus").rglob("*.report.json")):
        report = json.loads(path.read_text("utf-8"))
        report["tool"]["version"] = "1.2.3"
        for file in report["files"]:
            for finding in file["findings"]:
                finding.update(message=WORDS, remedy=WORDS)
        yield str(path.relative_to(PLANS)), report


def written_reports():
    examples = sorted((SOURCE / "examples").glob("*.helhedsplan.json"))
    corpus = PLANS / "tests" / "corpus"
    plans = [path for path in sorted((corpus / "rules").glob("*/*.json"))
             if not path.name.endswith((".report.json", ".scheme.json"))]
    others = [path for path in (corpus / "document").iterdir() if not path.name.endswith(".report.json")]
    calls = [[path] for path in [*examples, *others, *random.Random(SEED).sample(plans, SAMPLE)]]
    calls += [examples, ["--stage", "full", "--no-waivers", *examples], ["-"], ["no-such-file", examples[0]]]
    calls += [["--stage", "full", path] for path in sorted((corpus / "real").glob("*.helhedsplan.json"))]
    for call in calls:
        written = run("validate", "--format", "json", *call)
        yield f"validate {' '.join(map(str, call))}", json.loads(written)


# --- Invalid reports ---

def places(value, way=()):
    """The path of every member, one for each type: the first item represents a list."""
    if isinstance(value, dict) and way[-1:] != ("arguments",):
        for name, inner in value.items():
            yield (*way, name)
            yield from places(inner, (*way, name))
    elif isinstance(value, list) and value:
        yield from places(value[0], (*way, 0))


def changed(report, way, change):
    other = copy.deepcopy(report)
    inner = other
    for step in way[:-1]:
        inner = inner[step]
    change(inner, way[-1])
    return other


def put(value):
    def change(inner, name):
        inner[name] = value
    return change


def wrong_values(value):
    """Values of other types, and an incomplete object. Null is allowed for absent texts, so it is not tried on those."""
    yield []  if not isinstance(value, list) else {}
    yield -1
    yield 1.5
    if not isinstance(value, str):
        yield "1"
    if isinstance(value, (dict, list, bool, int)):
        yield None


def faulty_reports(report):
    """The report with one change each that the guarantee forbids."""
    for way in places(report):
        value = report
        for step in way:
            value = value[step]
        yield f"without {way}", changed(report, way, lambda inner, name: inner.pop(name))
        if way[-1] in ("unreadable", "arguments"):
            continue
        for wrong in wrong_values(value):
            yield f"{way} is {wrong!r}", changed(report, way, put(wrong))
    for name, way, value in (("format", ("format",), "helhedsplan-report/2"), ("severity", (), "off"), ("rule", (), "401"),
                             ("severity", (), "Error"), ("pointer", (), "a/b"), ("pointer", (), "/~2"), ("slug", (), "A b"),
                             ("rule", (), "HP401\n"), ("line", (), -1), ("arguments", (), {"a": 0.5}),
                             ("arguments", (), {"a": []})):
        where = way or ("files", 0, "findings", 0, name)
        yield f"{name} is {value!r}", changed(report, where, put(value))
    for name, value in (("sha256", "a" * 63), ("sha256", "A" * 64), ("stage", "off"), ("unreadable", {}), ("unreadable", "a"),
                        ("unreadable", {"status": "ENOENT", "message": WORDS}),
                        ("unreadable", {"status": "HHP_ERR_IO", "message": {"da": "a"}})):
        yield f"{name} is {value!r}", changed(report, ("files", 0, name), put(value))


# --- The schema ---

def closed(schema):
    """A copy that rejects unknown members."""
    if isinstance(schema, list):
        return [closed(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    inner = {name: closed(value) for name, value in schema.items()}
    if isinstance(schema.get("properties"), dict) and schema.get("type") == "object":
        inner["additionalProperties"] = False
    return inner


def kind(schema, definitions):
    if "anyOf" in schema:
        return " or ".join(kind(choice, definitions) for choice in schema["anyOf"])
    if "$ref" in schema:
        return "object"
    if "const" in schema:
        return json.dumps(schema["const"])
    if "enum" in schema:
        return " or ".join(map(json.dumps, schema["enum"]))
    types = schema["type"]
    return types if isinstance(types, str) else " or ".join(types)


def members(schema, definitions, way=""):
    for name, member in schema["properties"].items():
        assert name in schema["required"], f"{way}{name} may be left out"
        yield f"{way}{name}\t{kind(member, definitions)}"
        inner = member.get("items") or next(iter(member.get("anyOf", [])), member)
        if "$ref" in inner:
            step = "[]." if "items" in member else "."
            yield from members(definitions[inner["$ref"].rsplit("/", 1)[1]], definitions, f"{way}{name}{step}")


def check_promise(schema):
    released = [line for line in RELEASED.read_text("utf-8").splitlines() if not line.startswith("#")]
    real = list(members(schema, schema["$defs"]))
    for line in released:
        if line not in real:
            yield f"the schema does not keep its promise: {line}"
    for line in real:
        if line not in released:
            yield f"{RELEASED.name} lacks: {line}"


def verdicts(arguments, name, draft, schema, reports):
    path, schema_path = Path(f"{name}.jsonl"), Path(f"{name}.schema.json")
    lines = [json.dumps(report) for report in reports]
    path.write_text("".join(line + "\n" for line in lines), "utf-8")
    schema_path.write_text(json.dumps(schema), "utf-8")
    if arguments.validator == "ajv":
        return ajv_verdicts(arguments, draft, schema_path, path)
    return jsonschema_verdicts(draft, schema, lines)


def judge(arguments, name, draft, schema, reports, expected):
    faults = []
    judged = verdicts(arguments, name, draft, schema, [report for _, report in reports])
    for (what, _), verdict in zip(reports, judged, strict=True):
        if verdict != expected:
            faults.append(f"{draft}, {name}: {'valid' if verdict == '1' else 'not valid'}: {what}")
    return faults


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--validator", choices=["ajv", "jsonschema"], required=True)
    parser.add_argument("--node")
    arguments = parser.parse_args()
    if is_missing(arguments):
        print(f"skipped: {arguments.validator} is not here")
        return SKIPPED

    golden, written = list(golden_reports()), list(written_reports())
    sample = json.loads(run("validate", "--format", "json", "examples/vollsmose-2016-2020.helhedsplan.json"))
    sample["files"][0]["findings"].sort(key=lambda finding: not finding["related"])
    unreadable = changed(sample, ("files", 0, "unreadable"), put({"status": "HHP_ERR_NO_FILE", "message": WORDS}))
    longer = changed(sample, ("files", 0, "new"), put({"a": [1]}))
    faulty = list(faulty_reports(sample))

    schemas = {draft: json.loads(run("schema", "report", *(["--draft-07"] if draft == "draft-07" else [])))
               for draft in DRAFTS}
    faults = list(check_promise(schemas["2020-12"]))
    for draft, schema in schemas.items():
        faults += judge(arguments, "golden", draft, schema, golden, "1")
        faults += judge(arguments, "written", draft, closed(schema), written, "1")
        faults += judge(arguments, "open", draft, schema, [("unreadable", unreadable), ("a new member", longer)], "1")
        faults += judge(arguments, "closed", draft, closed(schema), [("a new member", longer)], "0")
        faults += judge(arguments, "faulty", draft, schema, faulty, "0")
    for fault in faults:
        print(fault)
    print(f"{len(golden)} golden reports, {len(written)} that the command wrote, {len(faulty)} faulty ones: "
          f"{len(faults)} faults")
    is_enough = len(golden) >= 800 and len(written) >= SAMPLE + 30 and len(faulty) >= 150
    if not is_enough:
        print("too few reports of some sort")
    return 1 if faults or not is_enough else 0


if __name__ == "__main__":
    sys.exit(main())
