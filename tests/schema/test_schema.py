"""Checks that the JSON Schemas of plans and schemes agree with the library: a validator rejects exactly the documents
with findings of HP103-HP106 and HP109.

  test_schema.py --judge=PROGRAM --validator=ajv|jsonschema --of=plan|scheme [--node=PROGRAM]

Excluded, and counted: documents that are not JSON for the library (HP101, HP102); whole numbers written with a
fraction or an exponent, which are integers for JSON Schema only; numbers in x- members that cannot be kept exactly
(beyond int64), which validators accept; schemes whose last year is before their first (HP106), since a schema does
not compare members."""

import argparse
import collections
import json
import os
import subprocess
import sys
from pathlib import Path

from batch import Maker, Raw, write

HERE = Path(__file__).resolve().parent
DRAFTS = ["2020-12", "draft-07"]
JUDGED = {"HP103", "HP104", "HP105", "HP106", "HP109"}
SKIPPED = 77

# Minimum numbers of documents and of valid ones, so that the batch does not shrink unnoticed.
LEAST = {"plan": (2000, 200), "scheme": (600, 60)}


def run(*command):
    done = subprocess.run([str(word) for word in command], text=True, encoding="utf-8", stdout=subprocess.PIPE)
    if done.returncode != 0:
        sys.exit(f"{command[0]} ended with {done.returncode}")
    return done.stdout


def has_whole_real(value):
    if isinstance(value, Raw):
        return value.text != "-0"
    if isinstance(value, dict):
        return any(has_whole_real(inner) for inner in value.values())
    return isinstance(value, list) and any(has_whole_real(inner) for inner in value)


def has_large_free_number(value, is_free=False):
    if isinstance(value, dict):
        return any(has_large_free_number(inner, is_free or name.startswith("x-")) for name, inner in value.items())
    if isinstance(value, list):
        return any(has_large_free_number(inner, is_free) for inner in value)
    return is_free and isinstance(value, int) and not -(2**63) <= value < 2**63


def has_turned_years(document):
    """Cannot be expressed in a schema of a scheme: one number is not less than another."""
    years = [document.get(name) for name in ("gives_from", "gives_to")] if isinstance(document, dict) else [None]
    return all(type(year) is int and 1900 <= year <= 2199 for year in years) and years[0] > years[1]


def exclusion(document, rules):
    """Why the document is excluded; None if it is not."""
    if rules & {"HP101", "HP102"}:
        return "no JSON to the library (HP101, HP102)"
    if has_whole_real(document):
        return "a whole number with a fraction or an exponent"
    if has_large_free_number(document):
        return "a number beyond int64 in an x- member"
    if has_turned_years(document):
        return "a scheme that stops giving before it begins"
    return None


def ajv_verdicts(arguments, draft, schema_path, path):
    return run(arguments.node, HERE / "ajv.cjs", os.environ["HHP_NODE_MODULES"], draft, schema_path, path).split()


def jsonschema_verdicts(draft, schema, lines):
    import jsonschema

    validator = jsonschema.Draft202012Validator if draft == "2020-12" else jsonschema.Draft7Validator
    validator.check_schema(schema)
    judge = validator(schema)
    return ["1" if judge.is_valid(json.loads(line)) else "0" for line in lines]


def is_missing(arguments):
    if arguments.validator == "ajv":
        modules = os.environ.get("HHP_NODE_MODULES")
        return not arguments.node or not modules or not Path(modules, "ajv").is_dir()
    try:
        import jsonschema  # noqa: F401
    except ImportError:
        return True
    return False


def compare(lines, rules, excluded, verdicts, draft):
    """The number of documents on which the library and the validator differ; the first of them are printed."""
    failed = 0
    for line, found, reason, verdict in zip(lines, rules, excluded, verdicts, strict=True):
        if reason is not None or (verdict == "1") == (not found & JUDGED):
            continue
        failed += 1
        if failed <= 10:
            says = "valid" if verdict == "1" else "not valid"
            print(f"{draft}: {says}, but the library says {sorted(found & JUDGED) or 'valid'}: {line}")
    return failed


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--judge", required=True)
    parser.add_argument("--validator", choices=["ajv", "jsonschema"], required=True)
    parser.add_argument("--of", choices=list(LEAST), default="plan")
    parser.add_argument("--node")
    arguments = parser.parse_args()
    if is_missing(arguments):
        print(f"skipped: {arguments.validator} is not here")
        return SKIPPED

    schemas = {draft: json.loads(run(arguments.judge, arguments.of, "schema", draft)) for draft in DRAFTS}
    maker = Maker(schemas["2020-12"])
    unique = {write(document): document for document in maker.documents()}
    lines = list(unique)
    path = Path("documents.jsonl")
    path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    rules = [set(line.split()) for line in run(arguments.judge, arguments.of, path).split("\n")[:-1]]
    excluded = [exclusion(document, found) for document, found in zip(unique.values(), rules, strict=True)]

    failed = 0
    for draft, schema in schemas.items():
        schema_path = Path(f"{draft}.schema.json")
        schema_path.write_text(json.dumps(schema), encoding="utf-8")
        if arguments.validator == "ajv":
            verdicts = ajv_verdicts(arguments, draft, schema_path, path)
        else:
            verdicts = jsonschema_verdicts(draft, schema, lines)
        failed += compare(lines, rules, excluded, verdicts, draft)

    compared = [found & JUDGED for found, reason in zip(rules, excluded, strict=True) if reason is None]
    by_rule = collections.Counter(rule for found in compared for rule in found)
    by_rule["valid"] = sum(not found for found in compared)
    print(f"{len(lines)} documents from {maker.fields()} fields, {len(compared)} compared in {len(DRAFTS)} drafts: "
          + ", ".join(f"{count} {name}" for name, count in sorted(by_rule.items())))
    for reason, count in sorted(collections.Counter(filter(None, excluded)).items()):
        print(f"left out: {count} with {reason}")
    print(f"{failed} judged otherwise")
    least, least_valid = LEAST[arguments.of]
    is_enough = len(compared) >= least and by_rule["valid"] >= least_valid and all(by_rule[rule] >= 5 for rule in JUDGED)
    if not is_enough:
        print("too few documents of some sort")
    return 1 if failed or not is_enough else 0


if __name__ == "__main__":
    sys.exit(main())
