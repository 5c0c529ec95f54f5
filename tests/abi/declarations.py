"""Parses the public headers: functions with their parameters and comments, constants, structs and macros. Used by the
other tests of the ABI."""

import re
import sys
from dataclasses import dataclass, field
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2]
FOLDER = SOURCE / "include" / "helhedsplan"
FLAT = "helhedsplan-ffi.h"  # generated from the others, by check_flat_header.py

PIECE = re.compile(
    r"""(?P<doc>/\*\*(?!<|/).*?\*/)      # a comment for Doxygen on what follows
      | (?P<comment>/\*.*?\*/|//[^\n]*)
      | (?P<directive>^[ \t]*\#(?:[^\n]*\\\n)*[^\n]*)
      | (?P<open>\{) | (?P<close>\}) | (?P<end>;)
      | (?P<code>[^/{};\n]+|\n|/)""",
    re.VERBOSE | re.DOTALL | re.MULTILINE,
)
GROUP = re.compile(r"@name\b|@\{|@\}")  # a comment on a group, not on the next declaration


@dataclass
class Parameter:
    type: str
    name: str


@dataclass
class Declaration:
    """Statements at the outermost level: `text` without comments, `raw` with them."""

    header: str
    text: str
    raw: str
    doc: str | None

    @property
    def is_function(self):
        return "HHP_API" in self.text


@dataclass
class Function(Declaration):
    name: str = ""
    result: str = ""
    parameters: list = field(default_factory=list)


def header_texts(folder=FOLDER):
    """{name: text}; version.h is generated from version.h.in, and the flat header is left out."""
    paths = sorted([*folder.glob("*.h"), *folder.glob("*.h.in")])
    return {path.name: path.read_text("utf-8") for path in paths if path.name != FLAT}


def words_of(comment):
    """The text of a comment, without its asterisks."""
    inner = re.sub(r"^/\*\*?<?|\*/$", "", comment)
    return re.sub(r"^[ \t]*\*[ \t]?", "", inner, flags=re.MULTILINE).strip()


def overview(text):
    """The comment on the file, or None."""
    for piece in PIECE.finditer(text):
        if piece.lastgroup == "doc" and "@file" in piece[0]:
            return words_of(piece[0])
    return None


def declarations(name, text):
    """The declarations of a header in order, each with the comment before it."""
    found, doc, code, raw, depth = [], None, "", "", 0
    text = re.sub(r'#ifdef __cplusplus\s*\n(?:extern "C" \{|\})\s*\n#endif', "", text)
    for piece in PIECE.finditer(text):
        kind = piece.lastgroup
        if kind == "directive":
            doc = None if depth == 0 and "define" in piece[0] else doc  # it was the comment on the macro
            continue
        raw += piece[0]
        if kind == "doc" and depth == 0 and not code.strip():
            doc, raw = None if GROUP.search(piece[0]) or "@file" in piece[0] else words_of(piece[0]), ""
        elif kind in ("code", "open", "close", "end"):
            code += piece[0]
            depth += {"open": 1, "close": -1}.get(kind, 0)
            if kind == "end" and depth == 0:
                found.append(Declaration(name, " ".join(code.split()), raw.strip(), doc))
                doc, code, raw = None, "", ""
    if code.strip():
        found.append(Declaration(name, " ".join(code.split()), raw.strip(), doc))
    return [as_function(each) if each.is_function else each for each in found]


def split_parameter(text):
    """`const char *json` has the type `const char *`; a parameter may lack a name."""
    match = re.fullmatch(r"(.*?[\s*])(\w+)", text.strip())
    if match is None or match[1].strip() in ("const", "struct", "enum", "unsigned"):
        return Parameter(text.strip(), "")
    return Parameter(match[1].strip(), match[2])


def as_function(declaration):
    match = re.fullmatch(r"HHP_API\s+(.*?[\s*])(\w+)\s*\((.*)\)\s*;", declaration.text)
    if match is None:
        sys.exit(f"{declaration.header}: cannot read '{declaration.text}'")
    inside = match[3].strip()
    parts = [] if inside == "void" else re.split(r",(?![^()]*\))", inside)
    return Function(**vars(declaration), name=match[2], result=match[1].strip(),
                    parameters=[split_parameter(part) for part in parts])


def functions(texts=None):
    """Every function of the headers."""
    texts = header_texts() if texts is None else texts
    return [each for name, text in texts.items() for each in declarations(name, text) if isinstance(each, Function)]


def declared():
    """The names that the headers declare with HHP_API."""
    return [each.name for each in functions()]


def handles(texts):
    return set(re.findall(r"typedef struct (hhp_\w+) \1;", "\n".join(texts.values())))


def tags(text):
    """(tag, constants) of all enums of a header, of which the tag is "" if it has none."""
    without = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    enums = re.findall(r"\benum\s+(\w*)\s*\{(.*?)\}", without, flags=re.DOTALL)
    return [(tag, re.findall(r"\bHHP_\w+(?=\s*=)", body)) for tag, body in enums]


def constants(text):
    """The constants of all enums of a header as pairs; the value is None if it is not given."""
    without = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    for body in re.findall(r"\benum\b[^{;()]*\{(.*?)\}", without, flags=re.DOTALL):
        for item in filter(None, (part.strip() for part in body.split(","))):
            name, _, value = (part.strip() for part in item.partition("="))
            if not value.startswith("@"):  # a number of the version, which CMake fills in
                yield name, eval(value, {"__builtins__": {}}) if value else None  # only digits, signs and operators


def macros(text):
    """{name: value} of the macros without parameters, except include guards and export macros."""
    found = re.findall(r"^[ \t]*#[ \t]*define[ \t]+(HHP_(?!API\b)\w+)[ \t]+(\S.*)$", text, flags=re.MULTILINE)
    return {name: value.strip() for name, value in found}
