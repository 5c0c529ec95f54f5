"""Packed golden reports: those of a folder in one file, without data that follows from the plans. Standard library only.

`reports.json` of a folder is generated, see CONTRIBUTING.md. It omits what unpack() derives from the plan, independently
of the library: the path, the SHA-256, the number of findings of each severity, and the position of each pointer in the
text. A finding is at its value, or at the innermost value that encloses a missing one, unless "at" is present: "name" for
the name of the member, "first" for the first character of the value, or the numbers.
"""

import functools
import hashlib
import json

from edits import TOKEN

WIDTH = 120
MARK = "generated"
HOW = "HHP_UPDATE_GOLDEN=1 ctest; read the difference through"
SEVERITIES = ("error", "warning", "info")
PLACE = ("line", "column", "offset", "length")
FILE = ("path", "sha256", "plan", "scheme", "stage", "complete", "unreadable", "findings", "omitted", "counts")
NORMAL = {"complete": True, "unreadable": None, "omitted": 0}  # omitted if equal to these


# --- Positions of pointers ---

def places(plan):
    """The text, and pointer -> (start, end) of its value, (pointer,) -> that of its name; empty if the text cannot be
    parsed."""
    found = {}
    try:
        text = plan.decode("utf-8")
        tokens = TOKEN.finditer(text)
        _walk(tokens, next(tokens), "", found)
    except (ValueError, StopIteration, RecursionError):
        return "", {}
    return text, found


@functools.cache
def _step(name):
    text = json.loads(name)
    if not isinstance(text, str):
        raise ValueError(f"unexpected {name}")
    return text.replace("~", "~0").replace("/", "~1")


def _must_be(token, is_good):
    if not is_good:
        raise ValueError(f"unexpected {token[0]}")


def _walk(tokens, token, pointer, found):
    start, opening = token.start(), token[0]
    _must_be(token, opening not in ("}", "]", ",", ":"))
    if opening in ("{", "["):
        closing, count = "}" if opening == "{" else "]", 0
        token = next(tokens)
        while token[0] != closing:
            _must_be(token, count == 0 or token[0] == ",")
            token = next(tokens) if count else token
            step = str(count)
            if opening == "{":
                step, colon = _step(token[0]), next(tokens)
                _must_be(colon, colon[0] == ":")
                found[f"{pointer}/{step}",] = token.span()
                token = next(tokens)
            _walk(tokens, token, f"{pointer}/{step}", found)
            token, count = next(tokens), count + 1
    found[pointer] = (start, token.end())


def place(text, found, pointer, way):
    """The four numbers; None if the pointer does not exist."""
    while pointer not in found and pointer:
        pointer = pointer.rpartition("/")[0]
    key = (pointer,) if way == "name" else pointer
    if key not in found:
        return None
    start, end = found[key]
    end = start + 1 if way == "first" else end
    line_start = text.rfind("\n", 0, start) + 1
    offset, length = len(text[:start].encode()), len(text[start:end].encode())
    return {"line": text.count("\n", 0, start) + 1, "column": start - line_start + 1, "offset": offset, "length": length}


# --- One report ---

def _counts(findings):
    counts = {severity: sum(1 for f in findings if f["severity"] == severity and not f["waived"])
              for severity in SEVERITIES}
    return {**counts, "waived": sum(1 for finding in findings if finding["waived"])}


def _without_place(text, found, entry):
    """The finding, or a related location, with the shortest form of its position."""
    at = {name: entry[name] for name in PLACE if name in entry}
    short = {name: value for name, value in entry.items() if name not in PLACE}
    for way in ("value", "name", "first"):
        if {**(place(text, found, entry["pointer"], way) or {}), **at} == place(text, found, entry["pointer"], way):
            return short if way == "value" else {**short, "at": way}
    return {**short, "at": at}


def pack(report, path, plan):
    """The part of a report that is stored. The caller must verify that unpack() restores the rest."""
    file = report["files"][0]
    unknown = [name for name in file if name not in FILE]
    if unknown:
        raise ValueError(f"{path}: goldens.py does not know the member {unknown[0]} of a file; add it to FILE")
    text, found = places(plan)
    kept = {name: value for name, value in file.items()
            if name not in ("path", "sha256", "counts") and not (name in NORMAL and value == NORMAL[name])}
    findings = [{**_without_place(text, found, finding),
                 "related": [_without_place(text, found, related) for related in finding["related"]]}
                for finding in file["findings"]]
    return {**kept, "findings": findings}


def unpack(kept, path, plan):
    """The whole report."""
    text, found = places(plan) if kept["findings"] else ("", {})
    findings = [_with_place(text, found, finding, PLACE) for finding in kept["findings"]]
    counts = _counts(findings)
    file = {**NORMAL, **kept, "path": path, "sha256": hashlib.sha256(plan).hexdigest(), "findings": findings,
            "counts": counts}
    return {"format": "helhedsplan-report/1", "tool": {"name": "helhedsplan"},
            "files": [{name: file[name] for name in FILE if name in file}], "counts": counts}


def _with_place(text, found, entry, words):
    """Adds the position: before the arguments in findings, last in related locations."""
    at = entry.get("at", "value")
    at = place(text, found, entry["pointer"], at) or {} if isinstance(at, str) else at
    at = {name: at[name] for name in words if name in at}
    whole = {}
    for name, value in entry.items():
        if name == "arguments":
            whole.update(at)
        if name == "related":
            value = [_with_place(text, found, related, PLACE[:2]) for related in value]
        if name != "at":
            whole[name] = value
    return {**whole, **at}


def text_of(report):
    return json.dumps(report, indent=2, ensure_ascii=False) + "\n"


# --- A folder's ---

def _wrapped(tree, indent):
    """Lines filled with members, so that a finding stays together."""
    line = json.dumps(tree, ensure_ascii=False)
    if len(indent) + len(line) < WIDTH or not isinstance(tree, dict):
        return line
    parts = [f"{json.dumps(name)}: {json.dumps(value, ensure_ascii=False)}" for name, value in tree.items()]
    lines = [parts[0]]
    for part in parts[1:]:
        if len(indent) + len(lines[-1]) + len(part) + 4 < WIDTH:
            lines[-1] += ", " + part
        else:
            lines.append(part)
    return "{" + (",\n " + indent).join(lines) + "}"


def write(kept):
    """The text of reports.json for {name of a plan without suffix: stored part of its report}."""
    entries = [f"  {json.dumps(MARK)}: {json.dumps(HOW)}"]
    for name, file in sorted(kept.items()):
        findings = ",\n".join("    " + _wrapped(finding, "    ") for finding in file["findings"])
        members = [f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}" if key != "findings" or not findings
                   else f'"findings": [\n{findings}]' for key, value in file.items()]
        entries.append(f"  {json.dumps(name)}: {{" + ", ".join(members) + "}")
    return "{\n" + ",\n".join(entries) + "\n}\n"


def read(text):
    kept = json.loads(text)
    kept.pop(MARK, None)
    return kept
