"""Reads --format markdown with a parser of GitHub's Markdown and with Mermaid. The page must have the contents of the
JSON of the same check, word for word, and only headings, lists, tables and diagrams.

  test_markdown.py --node=PROGRAM"""

import argparse
import datetime
import json
import os
import re
import subprocess
import sys
from pathlib import Path

from hostile import TEXTS, plan, safe

SOURCE = Path(os.environ["HHP_SOURCE_DIR"])
PLANS = Path(os.environ["HHP_PLANS_DIR"])
HERE = Path(__file__).resolve().parent
SKIPPED = 77
JOINER = "\u2060"
ELEMENTS = {"h2", "h3", "h4", "p", "strong", "ul", "li", "table", "thead", "tbody", "tr", "th", "td", "td align=right",
            "th align=right", "details", "summary", "pre", "code class=language-mermaid"}
# Autolinks that GitHub and GitLab look for in running text.
CALLS = re.compile(r"@\w|#\w|\bGH-\d|[!$&~^%][\w\"{]|:[\w+-]+:|:/|www\.|\w@\w|\[\w+:\d", re.IGNORECASE)
DATE = r"\d{4}-\d\d-\d\d"
PIE = re.compile(r'pie showData\n    title [\w ]+\n(    "[\w -]+" : [1-9]\d*\n){2,3}')
GANTT = re.compile(r"gantt\n    title \w+\n    dateFormat YYYY-MM-DD\n    axisFormat %Y-%m\n    inclusiveEndDates\n"
                   rf"(    [1-9]\d*\. [^\n:;#%{{}}\"`<>&|\\\[\]]* : {DATE}, {DATE}\n){{1,40}}")
LIST = {"da": ("Fejl", "Advarsler", "Oplysninger", "Undtaget"),
        "en": ("Errors", "Warnings", "Infos", "Waived")}
SEVERITIES = ["error", "warning", "info"]


def cut(text, most):
    return safe(text[:most]) + ("…" if len(text) > most else "")


def said(text):
    """The visible text, without invisible characters."""
    return text.replace(JOINER, "").strip(" ")


def label_of(title):
    """The label in a diagram: words of letters, digits and a few signs, at most 60 of them."""
    def is_kept(letter):
        c = ord(letter)
        if c < 0x80:
            return letter.isalnum() or letter in "-.,()/+"
        return 0xc0 <= c < 0x2000 and c not in (0xd7, 0xf7, 0x1680, 0x61c) or c in (0x2013, 0x2019)

    label = " ".join("".join(letter if is_kept(letter) else " " for letter in title).split())
    kept = [i for i, letter in enumerate(label) if letter != " "]
    return label if len(kept) <= 60 else label[:kept[59] + 1] + "…"


def row(finding, lang, last):
    place = f"{finding['line']}:{finding['column']}" if finding["line"] else cut(finding["pointer"], 200)
    return [place, f"{finding['rule']} {finding['slug']}", cut(finding["message"][lang], 1000).strip(" "),
            cut(last, 1000).strip(" ")]


def expected_tables(file, lang, show, reason):
    """Heading and rows of each table of findings."""
    tables = []
    for severity, title in zip(SEVERITIES, LIST[lang]):
        found = [f for f in file["findings"] if f["severity"] == severity and not f["waived"]]
        if found and SEVERITIES.index(severity) <= SEVERITIES.index(show):
            tables.append((f"{title} ({len(found)})", [row(f, lang, f["remedy"][lang]) for f in found]))
    waived = [f for f in file["findings"] if f["waived"] and SEVERITIES.index(f["severity"]) <= SEVERITIES.index(show)]
    if waived:
        tables.append((f"{LIST[lang][3]} ({len(waived)})", [row(f, lang, reason) for f in waived]))
    return tables


def check_tables(page, report, lang, show, reason):
    expected = [table for file in report["files"] for table in expected_tables(file, lang, show, reason)]
    headings = [text for _, text in page["headings"] if re.search(r"\(\d+\)$", text) and text.startswith(LIST[lang])]
    assert headings == [title for title, _ in expected], headings
    tables = [table for table in page["tables"] if len(table[0]) == 4]
    assert len(tables) == len(expected)
    for table, (_, rows) in zip(tables, expected):
        shown = [[said(cell) for cell in cells] for cells in table[1:]]
        assert shown == rows, "\n".join(f"{a}\n{b}\n" for a, b in zip(shown, rows) if a != b)


def day_behind(date):
    """The day after the last one of a date that may lack its day or month; Mermaid ends a bar there."""
    parts = [int(part) for part in date.split("-")]
    if len(parts) == 3:
        return datetime.date(*parts) + datetime.timedelta(1)
    year, month = (parts + [12])[:2]
    return datetime.date(year + month // 12, month % 12 + 1, 1)


def check_diagrams(page, plans):
    wanted_activities = [[a for a in p.get("activities", []) if "start" in a and "end" in a] for p in plans]
    wanted_activities = [activities for activities in wanted_activities if activities]
    gantts = [d for d in page["diagrams"] if d["type"] == "gantt"]
    for source in page["sources"]:
        assert PIE.fullmatch(source) or GANTT.fullmatch(source), source
    assert len(gantts) == len(wanted_activities)
    for gantt, activities in zip(gantts, wanted_activities):
        assert len(gantt["tasks"]) == min(len(activities), 40), gantt
        for number, (task, activity) in enumerate(zip(gantt["tasks"], activities), 1):
            label, start, end, section = task
            assert start == (activity["start"] + "-01-01")[:10] and end == str(day_behind(activity["end"])), task
            assert not section, task
            assert label == f"{number}. {label_of(activity['title'])}".strip(), task
    for pie in (d for d in page["diagrams"] if d["type"] == "pie"):
        assert len(pie["slices"]) >= 2 and all(amount > 0 for _, amount in pie["slices"]), pie


def check(page, report, plans, lang, show, reason):
    assert set(page["elements"]) <= ELEMENTS, set(page["elements"]) - ELEMENTS
    for text in page["texts"]:
        found = CALLS.search(text)
        assert not found, text[max(0, found.start() - 20):found.end() + 20]
    complete = [p for p, file in zip(plans, report["files"], strict=True) if file["complete"]]
    titles = iter([cut(p["title"], 200).strip(" ") for p in complete])
    names = [next(titles) if f["complete"] else cut(f["path"], 200) for f in report["files"]]
    names = [name or cut(f["path"], 200) for name, f in zip(names, report["files"])]
    h3 = [said(text) for kind, text in page["headings"] if kind == "h3"]
    assert h3 == names, f"{h3}\n{names}"
    counts = report["counts"]
    for number in (counts["error"], counts["warning"], counts["info"]):
        assert str(number) in page["paragraphs"][0]
    is_failed = counts["error"] > 0
    assert page["headings"][0][1].endswith({"da": ["bestået", "ikke bestået"], "en": ["passed", "failed"]}[lang][is_failed])
    if lang == "da":
        assert page["headings"][0][1].endswith("ikke bestået") == is_failed
    check_tables(page, report, lang, show, reason)
    check_diagrams(page, complete)


def run(paths, lang, show):
    arguments = [os.environ["HHP_COMMAND"], "validate", "--today", "2016-06-01", "--show", show, "--lang", lang,
                 "--format", "markdown", "--format", "json=report.json", "--", *paths]
    done = subprocess.run(arguments, stdout=subprocess.PIPE)
    assert done.returncode in (0, 1), done.returncode
    return done.stdout.decode(), json.loads(Path("report.json").read_bytes())


def read(path):
    try:
        return json.loads(Path(path).read_bytes())
    except ValueError:
        return {}


def cases():
    """Files on one page, the reasons of their waivers, and how to show them."""
    examples = sorted((SOURCE / "examples").glob("*.json"))
    for lang in ["da", "en"]:
        for show in SEVERITIES:
            for path in examples:
                yield [path], "", lang, show
        yield examples, "", lang, "info"
    documents = sorted((PLANS / "tests/corpus/document").glob("*.json"))
    yield [path for path in documents if not path.name.endswith(".report.json")], "", "da", "info"
    for number, text in enumerate(TEXTS):
        path = Path(f"hostile-{number}.json")
        path.write_text(json.dumps(plan(text, number), ensure_ascii=False, indent=1), encoding="utf-8")
        yield [path], text, ["da", "en"][number % 2], "info"
    for text in ["a|b<c>`d` @e.json", "www.x.dk #1 :tada:.json", "<!--.json"]:
        path = Path(text)
        path.write_text(json.dumps(plan(" ", 0)), encoding="utf-8")
        yield [path], " ", "en", "info"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--node")
    arguments = parser.parse_args()
    modules = os.environ.get("HHP_NODE_MODULES")
    needed = ["micromark", "micromark-extension-gfm", "mermaid", "jsdom"]
    if not arguments.node or not modules or not all(Path(modules, name).is_dir() for name in needed):
        print(f"skipped: one of {', '.join(needed)} is not here")
        return SKIPPED

    all_cases = list(cases())
    pages, reports = zip(*[run(paths, lang, show) for paths, _, lang, show in all_cases])
    Path("pages.json").write_text(json.dumps(pages), encoding="utf-8")
    done = subprocess.run([arguments.node, HERE / "page.mjs", modules, "pages.json"], stdout=subprocess.PIPE)
    assert done.returncode == 0
    for (paths, reason, lang, show), page, report in zip(all_cases, json.loads(done.stdout), reports, strict=True):
        try:
            check(page, report, [read(path) for path in paths], lang, show, reason)
        except AssertionError:
            print(f"{', '.join(map(str, paths))}, --lang {lang} --show {show}:", file=sys.stderr)
            raise
    print(f"{len(pages)} pages say what the JSON says, and do nothing")
    return 0


if __name__ == "__main__":
    sys.exit(main())
