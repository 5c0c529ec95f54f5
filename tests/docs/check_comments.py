"""Checks comments, docstrings and identifiers for obsolete words, and names their replacements. Comments in C have lines of
at most 120 characters, as the code that clang-format breaks.

Each row below has a pattern, the replacement, and an example that the pattern must match. Only words without a legitimate
use in comments are listed; texts for users are checked by check_words.py.

  check_comments.py [FOLDER...]     default: the folders below
"""

import io
import re
import sys
import tokenize

from documents import SOURCE, finish

FOLDERS = ("include", "lib", "cli", "tests", "tools", "bench", "bindings", "examples", "integrations", "cmake", "web")
FILES = ("CMakeLists.txt", "Makefile", ".ci/run", "action.yml")
# The lists of words themselves, and files that are no text.
LEFT_OUT = ("tests/docs/check_words.py", "tests/docs/check_comments.py", "tests/fuzz/corpus/")

COMMENTS = (
    (r"\b[Tt](old|ells)\b|\b[Tt]ell (of|about|what|how|the)\b", "report, state, distinguish", "what servers are told of"),
    (r"\b[Mm]end(s|ed|ing)?\b", "correct, fix", "the remedy mends the text"),
    (r"\b[Rr]eckon(s|ed|ing)?\b", "calculate", "reckoned from the first day"),
    (r"\b[Rr]oom\b", "buffer, space, capacity", "room for a line break"),
    (r"\b(whoever|Whoever)\b", "the caller, the user, anyone", "whoever calls this"),
    (r"\b[Nn]obody\b", "nothing, no caller", "nobody would write"),
    (r"\b[Gg]ave\b", "returned, passed", "what calls gave"),
    (r"\b[Ss]tands?\b(?! (?:for|in for|in place)\b)", "is, appears, occurs", "what stands in the file"),
    (r"\b[Hh]and(s|ed)? (out|over)\b", "pass, return", "hands over the text"),
    (r"\bfor ever\b", "permanent, never changes", "whose numbers are for ever"),
    (r"\b[Ww]ork(s|ed|ing)? out\b", "calculate, derive", "worked out by hand"),
    (r"\b[Gg]one through\b", "reviewed, iterated", "gone through by hand"),
    (r"\b[Hh]eld (to|against)\b", "checked against, compared with", "held to the verdicts"),
    (r"\b[Kk]now(s|n)? (\w+ ){0,2}again\b", "match, recognise", "known again by its name"),
    (r"\banew\b", "again, regenerate", "written anew"),
    (r"\b[Ss]o (many|much)\b(?! (?:that|as)\b)", "the given number of", "a plan of so many activities"),
    (r"\bof one's own\b", "custom, of extensions", "schemes of one's own"),
    (r"\bno ordinary user\b|\bas others (get|have|write)\b", "name the case", "what no ordinary user does"),
    (r"\bthere (is|are) none of\b|\b(that|which) (is|are) none\b", "no such, invalid", "what there is none of"),
    (r"\bin the eyes of\b|\bfor the eye\b", "by, visually", "for the eye a letter"),
    (r"\ba slip\b|\bslips\b", "typing error", "a slip in the period"),
    (r"\b[Oo]ut of the way\b|\b[Oo]n hand\b|\b[Aa]t hand\b", "available", "the package has to be on hand"),
    (r"\b[Ll]et go\b", "freed, released", "plans are let go of"),
)
IDENTIFIERS = (
    (r"(?:\b|_)(room|told|tells?|mend(?:s|ed)?|reckon(?:s|ed)?|gave|stands?|whoever|nobody)(?:\b|_)",
     "buffer, reported, report, fix, calculate, result", "is_told"),
    (r"\bS_look_at_", "S_check_", "S_look_at_line"),
)
WRAPPED = re.compile(r"(lib|cli|tests|bench|examples)/.*\.[ch]")
LONGEST_LINE = 120
C_SUFFIXES = {".c", ".h", ".def", ".cpp", ".hpp", ".js", ".mjs", ".cjs"}
SCRIPT_SUFFIXES = {".sh", ".cmake", ".txt", ".tsv", ".edits", ".yml"}
C_TOKEN = re.compile(r'"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\'|(?P<comment>/\*.*?\*/|//[^\n]*)|(?P<name>\b[A-Za-z_]\w*)',
                     re.DOTALL)


def parts_of_c(text):
    """(line, whether it is a comment, text) of each comment and identifier."""
    for match in C_TOKEN.finditer(text):
        if match["comment"] or match["name"]:
            yield text.count("\n", 0, match.start()) + 1, bool(match["comment"]), match["comment"] or match["name"]


def parts_of_python(text):
    """The same; a string that begins a statement is a docstring."""
    before = tokenize.NEWLINE
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT:
            yield token.start[0], True, token.string
        elif token.type == tokenize.STRING and before in (tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT):
            yield token.start[0], True, token.string
        elif token.type == tokenize.NAME:
            yield token.start[0], False, token.string
        if token.type not in (tokenize.COMMENT, tokenize.NL):
            before = token.type


def parts_of_script(text):
    """Comments of shell scripts, CMake and tables."""
    for number, line in enumerate(text.splitlines(), 1):
        if match := re.search(r"(?:^|\s)#(?!!).*", line):
            yield number, True, match.group()


def parts(path):
    text = path.read_text("utf-8")
    if path.suffix in C_SUFFIXES:
        return parts_of_c(text)
    if path.suffix in (".py", ".pyi") or re.match(r"#!.*python", text):
        return parts_of_python(text)
    if path.suffix in SCRIPT_SUFFIXES or path.name == "Makefile" or text.startswith("#!"):
        return parts_of_script(text)
    return ()


def sources(folders):
    for folder in folders:
        for path in sorted((SOURCE / folder).rglob("*")) or [SOURCE / folder]:
            name = str(path.relative_to(SOURCE))
            if path.is_file() and not name.startswith(LEFT_OUT) and "__pycache__" not in name \
                    and path.suffix in C_SUFFIXES | SCRIPT_SUFFIXES | {".py", ".pyi", ""}:
                yield name, path


def main():
    faults, count = [], 0
    for rows in (COMMENTS, IDENTIFIERS):
        faults += [f"check_comments.py: {pattern} does not match “{example}”" for pattern, _, example in rows
                   if not re.search(pattern, example)]
    for name, path in sources(sys.argv[1:] or FOLDERS + FILES):
        if WRAPPED.fullmatch(name):
            faults += [f"{name}:{number}: {len(line)} characters: break the line" for number, line
                       in enumerate(path.read_text("utf-8").splitlines(), 1) if len(line) > LONGEST_LINE]
        for line, is_comment, text in parts(path):
            count += is_comment
            if text.startswith("hhp_") and not name.startswith(("include/", "lib/")):
                continue  # checked where it is declared
            for pattern, instead, _ in COMMENTS if is_comment else IDENTIFIERS:
                for match in re.finditer(pattern, text):
                    at = line + text.count("\n", 0, match.start())
                    faults.append(f"{name}:{at}: obsolete “{match.group().strip('_')}” in {text.strip()[:60]!r}: write {instead}")
    finish(faults, f"{count} comments")


if __name__ == "__main__":
    main()
