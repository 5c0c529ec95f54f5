"""Checks the texts of the library for obsolete words, and the names in docs/glossary.md.

Covers the tables of messages, rules, arguments, fields, words and figures, and the phrases of the renderers, each in its
language; the names in the glossary must be in the tables. Each row below has an example that its pattern must match.
"""

import re

from documents import SOURCE, finish

# Pattern, replacement, and an example that the pattern must match.
DANISH = (
    (r"\b[Ff]und(et|ets|ene|enes)?\b", "bemærkning", "Reglen har intet fundet."),
    (r"[Dd]ispensation", "undtagelse", "Forny dispensationen."),
    (r"[Nn]aturali", "ikke-kontante bidrag", "Lokalt uden naturalier"),
    (r"samlede? beløb", "samlet budget", "andel af det samlede beløb"),
    (r"\b[Rr]egn(e|es|er|et)?\b|\budregn", "beregne", "Andelen skal regnes af tilskuddet."),
    (r"\b[Dd]om(me|men|mene)?\b", "vurdering", "En sum må ikke give en dom."),
    (r"årsrapport", "indberetning", "Send årsrapporten."),
    (r"\b[Bb]evil(ge|get|gede|ling)\b", "tilsagn", "Der er bevilget 5 kr."),
    (r"\baf arten\b", "af typen", "en aftale af arten »sub«"),
    (r"[Aa]lmindelig regnskabsskik", "god regnskabsskik", "Almindelig regnskabsskik"),
    (r"går i ring", "henviser til hinanden i ring", "3 mål går i ring."),
    (r"kan ikke (passe|være rigtig)", "er ikke gyldig", "Alderen kan ikke passe"),
    (r"på én gang|kan ikke alle holde|giver? sig\b", "kan ikke overholdes samtidig", "opfyldes på én gang"),
    (r"(ingen|\d|…) ledere?\b", "ledende part", "Planen har 2 ledere."),
    (r"\b[Vv]ægt(en|es)?\b", "alvorsgrad", "Reglens vægt er fejl."),
    (r"(?<!--show )\binfos?\b", "oplysning", "1 info"),
    (r"[Ee]ndelig plan", "fuld plan", "endelig plan"),
    (r"blanktegn", "mellemrum", "Slet blanktegnene."),
    (r"\b(19|20)\d\d-\d\d-\d\d\b", "30. juni 2022", "fristen var 2022-06-30"),
)
ENGLISH = (
    (r"\b[Mm]end(s|ed|ing)?\b", "correct", "Mend the number."),
    (r"\b[Rr]eckon", "calculate", "reckoned from the first day"),
    (r"budget frame|[Tt]he frame\b", "budget ceiling", "The frame is exceeded"),
    (r"[Pp]lain bookkeeping", "good accounting practice", "Plain bookkeeping"),
    (r"\b[Dd]emands?\b", "requirement", "The demands cannot all be met"),
    (r"\bunclear standing\b", "of unclear status", "of unclear standing"),
    (r"\bpublic side\b", "the social-housing and public sector", "the public side"),
    (r"go(es)? round|comes? in its place", "refer to each other; added", "goals go round in a circle"),
    (r"\b(gives?|give) (from|until|in)\b", "makes commitments", "the scheme gives until 2014"),
    (r"\btold\b(?! apart)|\btells?\b", "reported", "The report tells it."),
    (r"there is none\b|is none such", "no such …", "Where there is none, it is off."),
    (r"\basks for\b", "requires", "The scheme asks for a board."),
    (r"\b[Aa] slip\b", "a typing error", "is a slip"),
    (r"\bwanted here\b", "expected here", "a goal is wanted here"),
    (r"\bstands? (twice|more than once|raw)\b", "appears twice", "The code stands twice"),
    (r"[;,] else\b", "otherwise", "Ret it; else delete it."),
    (r"cannot be right|cannot all hold", "is not valid; cannot all be met", "The age cannot be right"),
    (r"\ba lead\b|\bno lead;|\d leads\b", "leading party", "The plan has no lead; one is required."),
    (r"\b(19|20)\d\d-\d\d-\d\d\b", "30 June 2022", "it was due on 2022-06-30"),
)

LITERAL = r'"((?:[^"\\]|\\.)*)"'
# For each table in lib/: its macro, and which of the macro's texts are Danish and which English, counted from the end.
TABLES = (
    ("messages.def", "MESSAGE", (4, 2), (3, 1)),
    ("rules.def", "RULE", (8, 6, 4, 2), (7, 5, 3, 1)),
    ("arguments.def", "ARGUMENT", (2,), (1,)),
    ("enums.def", "VALUE", (2,), (1,)),
    ("constants.def", "VALUE", (2,), (1,)),
    ("*.def", "FIGURE", (2,), (1,)),
    ("model.def", r"(?:ENTITY|FIELD|F_[A-Z_]+)", (1,), (2,)),
)
PHRASE = re.compile(r"\{\s*" + LITERAL + r"\s*,\s*" + LITERAL + r"\s*\}")
CHOICE = re.compile(r"(?:is_danish|== HHP_LANG_DA) \? " + LITERAL + r"\s*: " + LITERAL)
# Texts without a language: words of formats, commands and paths.
NAMES = re.compile(r"[a-z0-9_./#:-]*")


def rows(text, macro):
    """The texts of each row, with its first line."""
    for match in re.finditer(r"(?m)^ *" + macro + r"\((?!\w+, \w+, \w+\)$)", text):
        end, depth, quoted = match.end(), 1, False
        while depth:
            letter = text[end]
            if letter == "\\" and quoted:
                end += 1
            elif letter == '"':
                quoted = not quoted
            elif not quoted:
                depth += (letter == "(") - (letter == ")")
            end += 1
        row = re.sub(r'"\s*\n\s*"', "", text[match.end():end])
        yield text.count("\n", 0, match.start()) + 1, re.findall(LITERAL, row)


def texts():
    """(location, obsolete words of its language, text) of every text."""
    for name, macro, danish, english in TABLES:
        found = [(path.relative_to(SOURCE), *row) for path in sorted((SOURCE / "lib").rglob(name))
                 for row in rows(path.read_text("utf-8"), macro)]
        if len(found) < 20:
            raise SystemExit(f"{name}: only {len(found)} rows of {macro}")
        for table, line, texts_of_row in found:
            if len(texts_of_row) < max(danish + english):
                continue
            for words, places in ((DANISH, danish), (ENGLISH, english)):
                for place in places:
                    yield f"{table}:{line}", words, texts_of_row[-place]
    for path in sorted((SOURCE / "lib").rglob("*.c")):
        source = path.read_text("utf-8")
        for pattern in (PHRASE, CHOICE):
            for match in pattern.finditer(source):
                place = f"{path.relative_to(SOURCE)}:{source.count(chr(10), 0, match.start()) + 1}"
                for words, text in zip((DANISH, ENGLISH), match.groups()):
                    if not NAMES.fullmatch(text):
                        yield place, words, text


def visible(text):
    """The text without quotations from the file or a source: »fund« is a word of the format."""
    return re.sub(r"»[^«]*«|“[^”]*”|\{\w+\}|HP\d+", "…", text)


def glossary():
    """Names in the glossary that are in no table."""
    files = [*(SOURCE / "lib").rglob("*.def"), *(SOURCE / "lib").rglob("report_schema.c")]
    known = "\n".join(path.read_text("utf-8") for path in files)
    for number, line in enumerate((SOURCE / "docs/glossary.md").read_text("utf-8").splitlines(), 1):
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if not line.startswith("| ") or cells[0] == "Danish":
            continue
        if len(cells) != 4 or not all(cells):
            yield f"docs/glossary.md:{number}: a row has a term in each language, a name and a meaning"
            continue
        for name in re.findall(r"`(\w+)`", cells[2]):
            if not re.search(rf"\b{name}\b", known):
                yield f"docs/glossary.md:{number}: no table has the name {name}"


def main():
    faults = []
    for words in (DANISH, ENGLISH):
        for pattern, _, example in words:
            if not re.search(pattern, example):
                faults.append(f"check_words.py: {pattern} does not match “{example}”")
    count = 0
    for place, words, text in texts():
        count += 1
        for pattern, instead, _ in words:
            if match := re.search(pattern, visible(text)):
                faults.append(f"{place}: “{match.group()}” is obsolete, write “{instead}”: {text}")
    faults += glossary()
    finish(faults, f"{count} texts")


if __name__ == "__main__":
    main()
