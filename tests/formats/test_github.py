"""Parses --format github as GitHub's runner does, and compares the result with the JSON of the same check.

The runner: a line that begins with "::", after white space, is a command if it names a known one; otherwise "##["
anywhere makes it one. Properties are between the first space and the next "::", separated by commas, and are
unescaped. Invalid lines and columns are dropped. It keeps ten commands of a kind, and 4096 UTF-16 units of a message."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

from hostile import TEXTS, plan, safe

SOURCE = Path(os.environ["HHP_SOURCE_DIR"])
PLANS = Path(os.environ["HHP_PLANS_DIR"])
KNOWN = {"internal-set-repo-path", "set-env", "set-output", "save-state", "add-mask", "add-path", "add-matcher",
         "remove-matcher", "debug", "warning", "error", "notice", "group", "endgroup", "echo", "stop-commands"}
KINDS = {"error": "error", "warning": "warning", "info": "notice"}
BLANKS = " \t\n\r\f\v\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
MOST, LONGEST = 10, 4096


def unescape(text, table):
    for code, letter in table:
        text = text.replace(code, letter)
    return text


DATA = [("%0D", "\r"), ("%0A", "\n"), ("%25", "%")]
PROPERTY = [("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")]


def parse(line):
    """(command, properties, data), or None."""
    line = line.lstrip(BLANKS)
    if not line.startswith("::"):
        return None
    end = line.find("::", 2)
    if end < 0:
        return None
    name, _, rest = line[2:end].partition(" ")
    if name not in KNOWN:
        return None
    properties = {}
    for pair in filter(None, rest.strip(BLANKS).split(",")):
        key, is_pair, value = pair.partition("=")
        if is_pair:
            assert key not in properties, line
            properties[key] = unescape(value, PROPERTY)
    return name, properties, unescape(line[end + 2:], DATA)


def dropped(properties):
    """Lines and columns that the runner would drop."""
    numbers = {key: int(value) for key, value in properties.items() if key in ("line", "endLine", "col", "endColumn")}
    gone = set()
    if "line" not in numbers:
        gone |= numbers.keys()
    if numbers.get("endLine", 0) and numbers["line"] != numbers["endLine"]:
        gone |= numbers.keys() & {"col", "endColumn"}
    if numbers.get("endLine", 1 << 31) < numbers.get("line", 0):
        gone |= {"line", "endLine"}
    if numbers.get("endColumn", 1 << 31) < numbers.get("col", 0):
        gone |= {"col", "endColumn"}
    if any(not 0 < number < 1 << 31 for number in numbers.values()):
        gone.add("what is no number to it")
    return gone


def units(text):
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def cut(text):
    if units(text) <= LONGEST:
        return text
    while units(text) > LONGEST - 1:
        text = text[:-1]
    return text + "…"


def place(finding, source):
    """The expected properties, calculated from the bytes of the file."""
    if finding["line"] == 0:
        return {}
    value = source[finding["offset"]:finding["offset"] + finding["length"]]
    start = source.rfind(b"\n", 0, finding["offset"]) + 1
    last = source.rfind(b"\n", 0, finding["offset"] + len(value)) + 1
    line = finding["line"]
    numbers = {"line": line, "endLine": line + value.count(b"\n")}
    if start == last:
        before = source[start:finding["offset"]].decode(errors="replace")
        numbers["col"] = len(before.lstrip("\ufeff") if start == 0 else before) + 1
        numbers["endColumn"] = numbers["col"] + len(value.decode(errors="replace"))
    return {key: str(number) for key, number in numbers.items()}


def expected(report, paths, lang, least):
    """The expected commands from the JSON, and the counts for the last line."""
    commands, left = [], {}
    for severity in ["error", "warning", "info"]:
        limit = MOST if severity != "info" else MOST - 1
        listed = 0
        for file, path in zip(report["files"], paths, strict=True):
            shown = [f for f in file["findings"] if f["severity"] == severity and not f["waived"]]
            for finding in shown if severity in least else []:
                if listed == limit:
                    break
                source = path.read_bytes()
                properties = {"file": safe(os.fsencode(path), "\r\n").removeprefix("./"), **place(finding, source)}
                properties["title"] = f"{finding['rule']} {finding['slug']}"
                where = "" if finding["line"] else safe(finding["pointer"]) + ": "
                said = where + safe(finding["message"][lang]) + "\n" + safe(finding["remedy"][lang])
                commands.append((KINDS[severity], properties, cut(said)))
                listed += 1
        left[severity] = report["counts"][severity] - listed
    return commands, left


LAST = {
    "da": re.compile(r"(?:Ikke vist her: (.*?)\. »helhedsplan validate --show info« viser dem alle\.)? ?"
                     r"(?:(\d+) (?:bemærkning er dækket af en undtagelse|bemærkninger er dækket af undtagelser)\.)? ?"
                     r"(Reglerne om indholdet er ikke kontrolleret, før fejlene i selve dokumentet er rettet\.)?"),
    "en": re.compile(r"(?:Not shown here: (.*?)\. “helhedsplan validate --show info” shows them all\.)? ?"
                     r"(?:(\d+) findings? (?:is|are) waived\.)? ?"
                     r"(The rules about the contents are not checked until the document itself is corrected\.)?"),
}
COUNTED = {"da": {"fejl": "error", "advarsel": "warning", "advarsler": "warning", "oplysning": "info",
                  "oplysninger": "info"},
           "en": {"error": "error", "errors": "error", "warning": "warning", "warnings": "warning", "info": "info",
                  "infos": "info"}}


def check_last(last, report, left, lang):
    """The notice about findings that are not shown."""
    match = LAST[lang].fullmatch(last[2])
    assert match, last[2]
    assert last[:2] == ("notice", {"title": "helhedsplan"}), last
    counted = {"error": 0, "warning": 0, "info": 0}
    for item in filter(None, (match[1] or "").split(", ")):
        number, word = item.split(" ")
        counted[COUNTED[lang][word]] = int(number)
    assert counted == left, (counted, left)
    assert int(match[2] or 0) == report["counts"]["waived"], last[2]
    assert bool(match[3]) == any(not file["complete"] for file in report["files"]), last[2]


def check(paths, lang="en", show="warning"):
    """Runs both formats on the same input, and compares. Returns the number of commands."""
    arguments = [os.environ["HHP_COMMAND"], "validate", "--today", "2016-06-01", "--show", show, "--lang", lang,
                 "--format", "github", "--format", "json=report.json", "--", *paths]
    done = subprocess.run(arguments, stdout=subprocess.PIPE)
    assert done.returncode in (0, 1), done.returncode
    report = json.loads(Path("report.json").read_bytes())
    lines = re.split("\r\n|\r|\n", done.stdout.decode())
    assert lines.pop() == ""
    commands = [parse(line) for line in lines]
    assert None not in commands, lines[commands.index(None)]
    least = ["error", "warning", "info"][:["error", "warning", "info"].index(show) + 1]
    wanted, left = expected(report, paths, lang, least)
    is_more = any(left.values()) or report["counts"]["waived"] or any(not f["complete"] for f in report["files"])
    assert len(commands) == len(wanted) + bool(is_more), (len(commands), len(wanted), left)
    for command, want in zip(commands, wanted):
        assert command == want, f"\n{command}\n{want}"
        assert not dropped(command[1]), command
    for kind in ["error", "warning", "notice"]:
        assert sum(command[0] == kind for command in commands) <= MOST
    for _, _, data in commands:
        assert units(data) <= LONGEST
        assert "\r" not in data and data.count("\n") <= 1, data
    if is_more:
        check_last(commands[-1], report, left, lang)
    return len(commands)


def write(name, document):
    path = Path(os.fsdecode(name))
    path.write_text(json.dumps(document, ensure_ascii=False, indent=1), encoding="utf-8")
    return path


NAMES = [b"a,b:c=d.json", b"a%0Ab%25.json", b"l\n::error::x.json", b"r\r::warning::y.json", b"\xff\xc3.json",
         b"\x1b[31m.json", "æ ø\u202eå.json".encode(), b" blank.json ", b"::error::z.json", b"-x.json",
         b"##[error]w.json", b"##vso[x]v.json"]


def main():
    count = 0
    examples = sorted((SOURCE / "examples").glob("*.json"))
    documents = sorted((PLANS / "tests/corpus/document").glob("*.json"))
    documents = [path for path in documents if not path.name.endswith(".report.json")]
    for lang in ["da", "en"]:
        for show in ["error", "warning", "info"]:
            for path in examples + documents:
                count += check([path], lang, show)
            count += check(examples, lang, show)
    count += check(documents)
    hostile = [write(f"hostile-{number}.json".encode(), plan(text, number)) for number, text in enumerate(TEXTS)]
    for path in hostile:
        count += check([path], "da", "info")
    count += check(hostile, "en", "info")
    for name in NAMES:
        count += check([write(name, plan("Navn", 0))])
    print(f"{count} commands are what the JSON says")


if __name__ == "__main__":
    sys.exit(main())
