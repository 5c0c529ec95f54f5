"""Checks the tables of fields, values, rules, statuses and results in docs/ against the sources, or regenerates them.

They are between `<!-- begin: KEY -->` and `<!-- end -->`. Without --write, a table that is missing, differs from the
sources, is in the wrong section, or has no source is an error. With --write, the tables are regenerated, and missing ones
are inserted in order.
"""

import argparse
import difflib
import re

import tables
from documents import SOURCE, finish

FORMAT = "docs/file-format.md"
RULES = "docs/rules.md"
RULES_DA = "docs/da/regler.md"
BINDINGS = "docs/bindings.md"

REGENERATE = "python3 tests/docs/check_docs.py --write"

FAMILIES = {
    RULES: {"1": "The document", "2": "Goals, strategies and focus areas", "3": "Activities and cooperation",
            "4": "Financing", "5": "Periods and dates", "6": "Follow-up", "7": "Waivers"},
    RULES_DA: {"1": "Dokumentet", "2": "Mål, strategier og indsatsområder", "3": "Aktiviteter og samarbejde",
               "4": "Finansiering", "5": "Perioder og datoer", "6": "Opfølgning", "7": "Begrundede undtagelser"},
}
SEVERITIES_DA = {"ERROR": "fejl", "WARNING": "advarsel", "INFO": "oplysning", "OFF": "kontrolleres ikke"}

LARGEST_AMOUNT = "1000000000000"


def cell(text):
    return re.sub(r"([\\|*<>])", r"\\\1", text)


def link(name):
    return f"[{name}](#{name})"


def article(name):
    return ("an " if name[0] in "aeio" else "a ") + link(name)


class Types:
    """Describes the type of a field."""

    def __init__(self, entity_format):
        self.format = entity_format

    def of(self, kind, presence, target, low, high):
        plain = {"TEXT": "text", "TEXT_OR": "text", "ID": "id", "CODE": "code", "CVR": "CVR number", "DATE": "date",
                 "MUNICIPALITY": "municipality code", "DECIMAL": "decimal", "BOOL": "true or false",
                 "TEXTS": "list of texts"}
        if kind in plain:
            text = plain[kind]
        elif kind == "FORMAT":
            text = f"`\"{self.format}\"`"
        elif kind in ("ENUM", "ENUM_OR"):
            text = f"one of {link(target)}"
        elif kind == "REF":
            text = f"id of {article(target)}"
        elif kind == "REFS":
            text = f"list of ids, each of {article(target)}"
        elif kind == "OBJECT":
            text = link(target)
        elif kind in ("OBJECTS", "ENTITIES"):
            text = f"list of {link(target)}"
        elif kind == "INT":
            text = "integer" if "INT32_MAX" in high else f"integer, {low} to {high}"
        elif kind == "KRONER":
            text = "kroner" if (low, high) == ("0", LARGEST_AMOUNT) else f"kroner, {low} to {high}"
        else:
            raise SystemExit(f"tests/docs/check_docs.py: unknown type {kind}")
        return text + (", not empty" if presence == "REQUIRED" and kind in ("TEXT", "REFS") else "")


def required(kind, presence, fallback, constants):
    if presence == "REQUIRED":
        return "yes"
    if fallback in ("NULL", "HHP_ABSENT", "0") and kind != "BOOL":
        return "no"
    if kind == "BOOL":
        fallback = {"0": "false", "1": "true"}[fallback]
    return f"no; then `{constants.get(fallback, fallback)}`"


def field_table(entity, constants):
    _, entity_format, english, danish, fields = entity
    types = Types(entity_format)
    lines = [f"{english}. *Dansk: {danish}.*", "", "| Field | Type | Required | Meaning |", "|---|---|---|---|"]
    for _, _, json, _, kind, presence, target, low, high, fallback, _, meaning, _ in fields:
        lines.append(f"| `{json}` | {types.of(kind, presence, target, low, high)} | "
                     f"{required(kind, presence, fallback, constants)} | {cell(meaning)} |")
    return lines


def value_table(values):
    lines = ["| Value | Meaning | Dansk | In C |", "|---|---|---|---|"]
    for word, constant, number, danish, english in values:
        lines.append(f"| `{word}` | {cell(english)} | {cell(danish)} | `HHP_{constant}` = {number} |")
    return lines


def severities(rule):
    return [severity.lower() for severity in rule[2:5]]


def rule_overview(rules):
    lines = ["| Id | Slug | Draft | Prequal | Full | Title |", "|---|---|---|---|---|---|"]
    for rule in rules:
        number, slug, title = rule[0], rule[1], rule[7]
        weights = " | ".join(severities(rule))
        lines.append(f"| [HP{number}](#hp{number}-{slug}) | `{slug}` | {weights} | {cell(title)} |")
    return lines


def spoken(text):
    """A message as Markdown, with its placeholders as code."""
    return re.sub(r"\{(\w+)\}", r"`{\1}`", cell(text))


def difference(failing, passing):
    """The lines of both texts as a block of `diff`. They differ in one range of lines."""
    one, other = failing.splitlines(), passing.splitlines()
    start = end = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    while end < min(len(one), len(other)) - start and one[-1 - end] == other[-1 - end]:
        end += 1
    return [*(" " + line for line in one[:start]), *("-" + line for line in one[start:len(one) - end]),
            *("+" + line for line in other[start:len(other) - end]), *(" " + line for line in one[len(one) - end:])]


def example_block(stage, today, failing, passing):
    day = "" if today == "0" else f", on {today[:4]}-{today[4:6]}-{today[6:]}"
    return [f"Example, at stage {stage.lower()}{day}; with the lines marked - it fails, with those marked + it passes:",
            "", "```diff", *difference(failing, passing), "```"]


def rule_block(rule, messages, examples):
    danish, english, _, why, _, remedy, _, source = rule[6:14]
    lines = [f"**{cell(english)}.** *Dansk: {cell(danish)}.*", "",
             f"Severity at draft, prequal and full: {', '.join(severities(rule))}.", "", f"Why: {cell(why)}", "",
             f"Remedy: {cell(remedy)}", ""]
    for _, number, _, message, _, remedy_of_message in messages:
        if number == rule[0]:
            lines.append(f"- {spoken(message)} — *Remedy:* {spoken(remedy_of_message)}")
    return [*lines, "", *example_block(*examples[rule[0]]), "", f"Source: {cell(source)}."]


def rule_block_da(rule):
    draft, prequal, full = (SEVERITIES_DA[severity] for severity in rule[2:5])
    weight = draft if draft == prequal == full else f"{draft} i et udkast, {prequal} ved prækvalifikation, {full} i en fuld plan"
    why, remedy, source = rule[8], rule[10], rule[12]
    return [f"Hvorfor: {cell(why)}", "", f"Afhjælpning: {cell(remedy)}", "", f"Alvorsgrad: {weight}.", "",
            f"Kilde: {cell(source)}.", "", f"Med eksempel, på engelsk: [HP{rule[0]} {rule[1]}](../rules.md#hp{rule[0]}-{rule[1]})"]


def status_table():
    lines = ["| Status | Value | Meaning |", "|---|---|---|"]
    return lines + [f"| `{name}` | {value} | {cell(meaning)} |" for name, value, meaning in tables.statuses()]


def cofinancing_table():
    lines = ["| Offset | Member | Meaning |", "|---|---|---|"]
    for index, (name, meaning) in enumerate(tables.cofinancing_members()):
        lines.append(f"| {8 * index} | `{name}` | {cell(meaning)} |")
    return lines


def expected(compiler):
    """[(document, key, heading of its section, lines)], in the order of the document."""
    enums, rules, messages = tables.enums(compiler), tables.rules(compiler), tables.messages(compiler)
    examples = tables.examples(compiler)
    constants = {f"HHP_{value[1]}": value[0] for _, values in enums for value in values}
    found = [(FORMAT, f"fields {entity[0]}", f"### {entity[0]}", field_table(entity, constants))
             for entity in tables.entities(compiler)]
    found += [(FORMAT, f"values {name}", f"### {name}", value_table(values)) for name, values in enums]
    found.append((RULES, "rules", "## All rules", rule_overview(rules)))
    found += [(RULES, f"rule HP{rule[0]}", f"### HP{rule[0]} {rule[1]}", rule_block(rule, messages, examples))
              for rule in rules]
    found += [(RULES_DA, f"rule HP{rule[0]}", f"### HP{rule[0]} {rule[6]}", rule_block_da(rule)) for rule in rules]
    found.append((BINDINGS, "statuses", "## Statuses", status_table()))
    found.append((BINDINGS, "cofinancing", "## The result of co-financing", cofinancing_table()))
    return found


def written(key, lines):
    return [f"<!-- begin: {key} -->", *lines, "<!-- end -->"]


def span(text, key):
    """The range of lines of the block with that key, including both markers; None if missing."""
    begin = f"<!-- begin: {key} -->"
    if text.count(begin) != 1:
        return None
    first = text.index(begin)
    return first, text.index("<!-- end -->", first) + 1


def section_end(text, line):
    """The first line after the section that the given line is in."""
    while line < len(text) and not text[line].startswith("#"):
        line += 1
    return line


def family(key):
    return key[len("rule HP")] if key.startswith("rule ") else ""


def chapter(text, line):
    """The name of the family in the chapter heading above the line."""
    return next((heading.partition(": ")[2] for heading in reversed(text[:line]) if heading.startswith("## ")), "")


def put_in(text, families, before, key, heading, lines):
    """Inserts a section with the block after the section of the block `before`."""
    at = section_end(text, span(text, before)[1]) if before else len(text)
    opening = []
    if family(key) and family(key) != family(before or ""):
        title = f"## HP{family(key)}xx: {families.get(family(key), 'FILL IN, here and in check_docs.py')}"
        if title not in text:
            opening = [title, ""]
        elif text[at:at + 1] == [title]:
            at += 2
    text[at:at] = [*opening, heading, "", *written(key, lines), ""]


def write(wants):
    for document in sorted({want[0] for want in wants}):
        path = SOURCE / document
        text = path.read_text("utf-8").splitlines()
        before = None
        for _, key, heading, lines in [want for want in wants if want[0] == document]:
            place = span(text, key)
            if place:
                text[place[0]:place[1]] = written(key, lines)
            else:
                put_in(text, FAMILIES.get(document, {}), before, key, heading, lines)
                print(f"{document}: {key} is new")
            before = key
        path.write_text("\n".join(text).rstrip("\n") + "\n", "utf-8")


def compare(wants):
    faults = []
    documents = {want[0]: (SOURCE / want[0]).read_text("utf-8").splitlines() for want in wants}
    for document, key, heading, lines in wants:
        text = documents[document]
        place = span(text, key)
        if place is None:
            faults.append(f"{document}: {key} is missing ({REGENERATE})")
            continue
        if heading not in text[:place[0]]:
            faults.append(f"{document}: {key} is not below “{heading}”")
        if family(key) and chapter(text, place[0]) != FAMILIES[document].get(family(key)):
            faults.append(f"{document}: {key} is below “{chapter(text, place[0])}”")
        present = text[place[0] + 1:place[1] - 1]
        if present != lines:
            changes = [line for line in difflib.ndiff(present, lines) if line[0] in "-+"]
            head = f"{document}: {key}: - in the document, + from the sources ({REGENERATE})"
            faults.append("\n  ".join([head, *changes]))
    known = {(document, key) for document, key, _, _ in wants}
    for document, text in documents.items():
        for line in text:
            mark = re.match(r"<!-- begin: (.*) -->$", line)
            if mark and (document, mark.group(1)) not in known:
                faults.append(f"{document}: no source for {mark.group(1)}")
    return faults


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cc", default="cc")
    parser.add_argument("--write", action="store_true", help="regenerate the tables")
    arguments = parser.parse_args()
    wants = expected(arguments.cc)
    if arguments.write:
        write(wants)
        return
    finish(compare(wants), f"{len(wants)} tables match the sources")


if __name__ == "__main__":
    main()
