"""Validates SARIF logs of many kinds of plans.

  test_sarif.py --write-logs=PROGRAM

Each log is validated with Microsoft's validator (sarif-multitool of npm, in HHP_NODE_MODULES), with its own rules and
those of GitHub's code scanning, and with the JSON Schema that comes with it. Paths, lines, columns, bytes and fingerprints
are calculated here from the files, and compared.
"""

import argparse
import collections
import functools
import hashlib
import json
import os
import re
import stat
import subprocess
import sys
import urllib.parse
from pathlib import Path

COMMAND = os.environ["HHP_COMMAND"]
EXAMPLES = Path(os.environ["HHP_SOURCE_DIR"]) / "examples"
SKIPPED = 77

# Recommendations of the validator that are not followed, and why.
ACCEPTED = {
    "SARIF2002 Note_Default": "GitHub wants the text of a message, not its id",
    "SARIF2003 Note_Default": "the library does not know which repository a file is of",
    "SARIF2005 Warning_ProvideToolnformationUri": "the project has no address",
    "SARIF2006 Note_Default": "tests do not use the network",
    "SARIF2010 Note_Default": "GitHub takes the source from the repository",
    "SARIF2011 Note_Default": "so it does what stands around it",
    "SARIF2012 Note_ProvideHelpUri": "the project has no address",
    "SARIF2013 Note_Default": "a log is no copy of the plan",
}

HOSTILE = (
    "%0A::error file=x::pwned]]><script>alert(1)</script>\x1b[31m\u202e[click](http://example.invalid){0}{1}\u2028\r\n"
    "::stop-commands::x ##[error]##vso[task.complete] &amp; <!-- \\ \" \x00 \ufeff 😀"
)
NAMES = [
    "æøå.json", "a b.json", "100%.json", "%41.json", "a\nb.json", "a\r.json", "\x1b[31m.json", "a:b.json", "a?b#c&d.json",
    "[x](1){0}.json", "\u202e.json", "-.json", "a\\b.json", "mappe/æ/plan.json", "😀.json", "'\"<>.json",
]  # fmt: skip


def validator():
    """The validator's own binary: the npm package does not mark it as executable, and npx splits rule arguments."""
    folder = Path(os.environ.get("HHP_NODE_MODULES", "")) / "@microsoft" / "sarif-multitool-linux"
    binary, schema = folder / "Sarif.Multitool", folder / "sarif-2.1.0.json"
    if not os.environ.get("HHP_NODE_MODULES") or not binary.is_file():
        return None, None
    if not os.access(binary, os.X_OK):
        binary.chmod(binary.stat().st_mode | stat.S_IXUSR)
    return binary, json.loads(schema.read_text("utf-8-sig"))


# --- The plans ---


def plans():
    """Name and bytes of each."""
    vollsmose = json.loads((EXAMPLES / "vollsmose-2016-2020.helhedsplan.json").read_text("utf-8"))
    yield "vollsmose.json", (EXAMPLES / "vollsmose-2016-2020.helhedsplan.json").read_bytes()
    yield "complete.json", (EXAMPLES / "complete.helhedsplan.json").read_bytes()
    yield "empty.json", b""
    yield "no-utf8.json", b'{"id": "\xff"}'
    yield "cut.json", (EXAMPLES / "complete.helhedsplan.json").read_bytes()[:3000]
    yield "nested.json", b"[" * 1000
    yield "twice.json", b'{"a": 1,\r\n "a": 2,\r\n\t"\xc3\xa6\xf0\x9f\x98\x80": 1, "a": 3, "a/b~c[0](1)": 4}'
    hostile = json.loads(json.dumps(vollsmose))
    hostile["waivers"] = [{"rule": "HP401", "reason": HOSTILE.replace("\x00", "")}]
    for text in [HOSTILE, HOSTILE.replace("\x00", "")]:
        for entity in hostile["goals"] + hostile["parties"] + hostile["activities"]:
            entity["title" if "title" in entity else "name"] = text
        yield f"hostile-{len(text)}.json", json.dumps(hostile, ensure_ascii=False).encode()
        yield f"hostile-{len(text)}-ascii.json", json.dumps(hostile, indent=1).encode()
    yield "hostile-member.json", json.dumps({**vollsmose, HOSTILE: HOSTILE}).encode()
    yield "hostile-id.json", json.dumps({**vollsmose, "id": HOSTILE, "scheme": HOSTILE}).encode()
    vollsmose["goals"][5]["title"] = "Å" * 100_000
    yield "long.json", json.dumps(vollsmose, ensure_ascii=False).encode()
    for name in NAMES:
        yield name, b"{}"


def write_plans():
    for name, content in plans():
        path = Path("plans") / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        yield str(path)


# --- The logs ---


def validate(log, paths, *options):
    command = [COMMAND, "validate", "--today", "2024-06-01", "--fail-on", "never", "--format", f"sarif={log}", *options]
    done = subprocess.run([*command, "--", *paths], stderr=subprocess.PIPE)
    if done.returncode != 0:
        sys.exit(f"{command} ended with {done.returncode}: {done.stderr.decode()}")
    return Path(log)


def logs(arguments):
    subprocess.run([arguments.write_logs], check=True)
    yield from (Path(f"{name}.sarif") for name in ("none", "memory", "nowhere", "waived", "unreadable"))
    paths = list(write_plans())
    for lang in ("da", "en"):
        yield validate(f"all-{lang}.sarif", paths, "--lang", lang)
    yield validate("clean.sarif", [paths[1]], "--rule", "HP306=off")
    yield validate("full.sarif", paths[:2], "--stage", "full", "--no-waivers")


def peak_of(lines):
    """Bytes the command takes at most for a file of that number of lines. Linux counts what this program had when it started it, too."""
    path = Path("lines.json")
    path.write_bytes(b"{" + b"\n" * lines + b'"a": 1}')
    process = subprocess.Popen([COMMAND, "validate", "--fail-on", "never", "--format", "sarif=lines.sarif", path])
    process.returncode = os.waitstatus_to_exitcode((waited := os.wait4(process.pid, 0))[1])
    if process.returncode != 0:
        sys.exit(f"validate {path} ended with {process.returncode}")
    return waited[2].ru_maxrss * 1024


def faults_of_memory():
    """A line takes 8 bytes for its hash, and no more unless it has a finding."""
    lines, most = 12_000_000, 12
    more = peak_of(2 * lines) - peak_of(lines)
    if not lines < more <= lines * most:
        yield f"{lines} lines more took {more} bytes more"


# --- Checks ---


def empty_texts(value, place="log"):
    if value == "":
        yield f"{place} is empty"
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else []
    for name, held in inner:
        yield from empty_texts(held, f"{place}/{name}")


@functools.cache
def content(path):
    return Path(os.fsdecode(path)).read_bytes()


@functools.cache
def position(path, offset):
    """Line and column of a byte, in code points. Invalid UTF-8 counts as one code point per invalid byte."""
    before = content(path)[:offset]
    line_start = before.rfind(b"\n") + 1
    return before.count(b"\n") + 1, sum(byte & 0xC0 != 0x80 for byte in before[line_start:]) + 1


def wrong_region(region, path):
    if "byteOffset" not in region:
        return None
    start, end = region["byteOffset"], region["byteOffset"] + region["byteLength"]
    found = (region["startLine"], region["startColumn"], region["endLine"], region["endColumn"])
    expected = (*position(path, start), *position(path, end))
    return None if found == expected else f"{found} and not {expected}"


def path_of(location):
    return urllib.parse.unquote_to_bytes(location["physicalLocation"]["artifactLocation"]["uri"])


def faults_of_result(result, seen):
    location = result["locations"][0]
    path = path_of(location)
    wrong = wrong_region(location["physicalLocation"]["region"], path)
    if wrong:
        yield f"{path}: {result['ruleId']} is at {wrong}"
    pointer = location.get("logicalLocations", [{}])[0].get("fullyQualifiedName", "").encode()
    key = (result["ruleId"].encode(), path, pointer)
    expected = hashlib.sha256(b"\0".join([b"1", *key, str(seen[key]).encode()])).hexdigest()
    seen[key] += 1
    if result["partialFingerprints"]["helhedsplan/v1"] != expected:
        yield f"{path}: {result['ruleId']} has another fingerprint"
    if not re.fullmatch("[0-9a-f]{1,16}:[0-9]+", result["partialFingerprints"]["primaryLocationLineHash"]):
        yield f"{path}: {result['ruleId']} has no hash of its line"


def faults_of_message(result):
    """No links but those to related locations, no placeholders, nothing that a terminal would interpret."""
    text = result["message"]["text"]
    ids = {place["id"] for place in result.get("relatedLocations", [])}
    links = re.findall(r"\]\(([^)]*)\)", text)
    if any(not link.isdigit() or int(link) not in ids for link in links):
        yield f"a link in: {text}"
    if re.search(r"(?<!\{)(\{\{)*\{(?!\{)", text) or re.search("[\0-\x1f\x7f-\x9f\u2028-\u202e\ufeff]", text):
        yield f"not only text: {text!r}"


def faults_of(log, name):
    yield from empty_texts(log)
    run = log["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    seen = collections.Counter()
    for result in run["results"]:
        yield from faults_of_message(result)
        if rules[result["ruleIndex"]]["id"] != result["ruleId"]:
            yield f"{result['ruleId']} is not at {result['ruleIndex']}"
        if name.startswith(("all", "clean", "full")):
            yield from faults_of_result(result, seen)


def said_by_validator(binary, path):
    output = path.with_suffix(".messages")
    subprocess.run(
        [binary, "validate", path, "--rule-kind", "Sarif;Ghas", "--level", "Error;Warning;Note", "--output", output,
         "--log", "ForceOverwrite", "--max-file-size-in-kb", "100000"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        env={**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"})  # fmt: skip
    run = json.loads(output.read_text("utf-8-sig"))["runs"][0]
    if not run["invocations"][0]["executionSuccessful"]:
        sys.exit(f"the validator could not read {path}")
    for result in run["results"]:
        yield f"{result['ruleId']} {result['message']['id']}", " ".join(map(str, result["message"]["arguments"]))


def faults_by_validator(binary, path):
    for rule, words in said_by_validator(binary, path):
        if rule not in ACCEPTED:
            yield f"{rule}: {words}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write-logs", required=True)
    arguments = parser.parse_args()
    binary, schema = validator()
    try:
        import jsonschema
    except ImportError:
        binary = None
    if binary is None:
        print("skipped: @microsoft/sarif-multitool-linux is not in HHP_NODE_MODULES, or the module jsonschema is missing")
        return SKIPPED

    faults, count, results = list(faults_of_memory()), 0, 0
    for path in logs(arguments):
        log = json.loads(path.read_text("utf-8"))
        messages = [*faults_of(log, path.name), *faults_by_validator(binary, path)]
        messages += [error.message for error in jsonschema.Draft202012Validator(schema).iter_errors(log)]
        faults += [f"{path.name}: {fault}" for fault in messages]
        count += 1
        results += len(log["runs"][0]["results"])
    print("\n".join(fault[:400] for fault in faults[:40]))
    print(f"{count} logs with {results} results, {len(faults)} faults")
    return 1 if faults or results < 200 else 0


if __name__ == "__main__":
    sys.exit(main())
