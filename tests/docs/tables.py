"""The rows of lib/**/*.def after the C preprocessor."""

import re
import subprocess

from documents import SOURCE

TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[\w$]+|@\w+|\S')
ESCAPES = {"n": "\n", "t": "\t", '"': '"', "\\": "\\"}


class Word(str):
    """An unquoted cell of a row: a name, a number, NULL."""


def unquoted(token):
    return re.sub(r"\\(.)", lambda match: ESCAPES[match.group(1)], token[1:-1])


def value_of(tokens):
    if tokens and all(token.startswith('"') for token in tokens):
        return "".join(map(unquoted, tokens))
    return Word("".join(tokens))


def rows(path, macros, compiler):
    """Each use of one of the macros, as [macro, argument, ...]."""
    kept = "".join(f"#define {macro}(...) @{macro}(__VA_ARGS__)\n" for macro in macros)
    done = subprocess.run([compiler, "-E", "-P", "-"], input=f'{kept}#include "{SOURCE / path}"\n', check=True,
                          stdout=subprocess.PIPE, encoding="utf-8")
    tokens = TOKEN.findall(done.stdout)
    found, at = [], 0
    while at < len(tokens):
        if not tokens[at].startswith("@"):
            raise SystemExit(f"{path}: cannot read {tokens[at]}")
        row, argument, depth = [tokens[at][1:]], [], 0
        at += 1
        while True:
            token = tokens[at]
            at += 1
            depth += (token == "(") - (token == ")")
            if depth == 0 or (depth == 1 and token == ","):
                row.append(value_of(argument))
                argument = []
            elif not (depth == 1 and token == "("):
                argument.append(token)
            if depth == 0:
                break
        found.append(row)
    return found


def entities(compiler):
    """[(name, format or NULL, English, Danish, [field, ...])], a field as in its row of model.def."""
    found = []
    for macro, *columns in rows("lib/model/model.def", ["ENTITY", "END_ENTITY", "FIELD"], compiler):
        if macro == "ENTITY":
            name, file_format, _, english, danish = columns
            found.append((name, file_format, english, danish, []))
        elif macro == "FIELD":
            found[-1][4].append(columns)
    return found


def enums(compiler):
    """[(name, [(word, constant, number, Danish, English), ...])]"""
    found = []
    for macro, *columns in rows("lib/model/enums.def", ["ENUM", "VALUE", "END_ENUM"], compiler):
        if macro == "ENUM":
            found.append((columns[0], []))
        elif macro == "VALUE":
            found[-1][1].append(columns[1:])
    return found


def rules(compiler):
    """[[number, slug, draft, prequal, full, function, then da and en of title, reason, remedy and source]]"""
    return [columns for _, *columns in rows("lib/catalog/rules.def", ["RULE"], compiler)]


def examples(compiler):
    """{number of a rule: (stage, today as yyyymmdd or "0", failing text, passing text)}"""
    return {number: columns for _, number, *columns in rows("lib/catalog/examples.def", ["EXAMPLE"], compiler)}


def messages(compiler):
    """[[key, rule, message da and en, remedy da and en]]"""
    return [columns for _, *columns in rows("lib/catalog/messages.def", ["MESSAGE"], compiler)]


def described(text, name):
    """[(groups of `name`, comment)] in the text of a header, where each name is followed by its comment."""
    found = re.findall(name + r"\s*/\*\*<\s*(.*?)\s*\*/", text, re.DOTALL)
    if len(found) != len(re.findall(name, text)):
        raise SystemExit(f"not every {name} has a comment behind it")
    return [(*names, re.sub(r"\s*\n\s*\*?\s*", " ", meaning).replace("::", "")) for *names, meaning in found]


def statuses():
    """[(name, number, meaning)], from the header."""
    text = (SOURCE / "include/helhedsplan/status.h").read_text("utf-8")
    return described(text, r"\b(HHP_(?:OK|ERR_\w+)) = (-?\d+),?")


def cofinancing_members():
    """[(name, meaning)] of hhp_cofinancing_result, in order."""
    text = (SOURCE / "include/helhedsplan/cofinancing.h").read_text("utf-8")
    struct = re.search(r"typedef struct hhp_cofinancing_result \{(.*?)\n\} hhp_cofinancing_result;", text, re.DOTALL)
    return described(struct.group(1), r"\bint64_t (\w+);")
