"""Plans whose texts try to inject markup or commands into whatever shows them, and their expected escaped form."""

import re

TEXTS = [
    "%0A::error file=README.md::pwned",
    "a\n::error::pwned\r\n::set-output name=x::y",
    "::stop-commands::abc ::add-mask::x ##[error]x ##vso[task.complete result=Failed;]x ##[group] ##VSO[task.complete]x ##teamcity[x]",
    "]]> <script>alert(1)</script> <img src=x onerror=alert(1)> <!-- </details> </td></table>",
    "![p](https://x.dk/p.png) [l](https://x.dk) https://x.dk www.x.dk WWW.X.DK x@x.dk <https://x.dk> mailto:x@x.dk",
    "@nogen @org/team #123 org/repo#4 GH-12 gh-7 !34 $56 &78 ~label %9 %\"milepæl\" ^alert#1 :tada: [issue:1] org/repo@0123abc",
    "a | b || c \\| d \\\\| `|` ``` ~~~ $x$ $$y$$ $`z`$ {+ a +} {- b -} [[side]] [^1] ~~s~~ **f** __g__ *h* _i_",
    "# h\n- p\n1. n\n> q\n/close\n    kode\n---\n===",
    "\x1b[31mrød\x1b[0m \x07 \u202evendt\u202c \u2066x\u2069 \u200ex \ufeff \x7f \x85 \u2028 \u2029",
    "; section X : crit, 2020-01-01, 1d\n click a href \"javascript:alert(1)\" %%{init: {'x': 1}}%% #35; }{ \" ' title y",
    "section X", "gantt", "title", "%%", "done", "click", ":", "#", "æøå ÆØÅ é ü 漢字 😀 \u0301", " ", "x" * 5000,
    "```\n\n# ude\n\n```mermaid\npie\n", "<", "&lt; &amp; &#35; &colon;", "\\", "\\\\", "a\\", "|", "-", "http:\\\\x.dk",
]


def plan(text, number):
    """A valid plan with as many findings as possible."""
    def activity(i):
        return {"id": f"a-{i}", "title": text, "start": "2016-01-01", "end": "2016-12", "purpose": text}

    return {
        "format": "helhedsplan/1", "id": f"p-{number}", "title": text, "status": "draft", "scheme": "lbf-2015-2018",
        "area": text, "period": {"label": text},
        "parties": [{"id": "k", "name": text, "kind": "municipality"}],
        "goals": [{"id": f"g-{i}", "title": text} for i in range(2)],
        "focus_areas": [{"id": "f", "code": "x", "title": text}],
        "activities": [activity(i) for i in range(2)],
        "financing": {"grant": {"awarded": 90}, "frame": 95,
                      "contributions": [{"parties": ["k"], "amount": 10}]},
        "waivers": [{"rule": "HP320", "target": "a-0", "reason": text}],
        f"x-{text}": text,
    }


# Prefixes that build servers interpret as commands, in any case.
COMMAND = re.compile(r"##[A-Za-z]*\[")

# Default_Ignorable_Code_Point of Unicode, except variation selectors and joiners.
IGNORABLE = ((0xad, 0xad), (0x34f, 0x34f), (0x61c, 0x61c), (0x115f, 0x1160), (0x17b4, 0x17b5), (0x180e, 0x180e),
             (0x200b, 0x200b), (0x200e, 0x200f), (0x202a, 0x202e), (0x2060, 0x206f), (0x3164, 0x3164), (0xfeff, 0xfeff),
             (0xffa0, 0xffa0), (0xfff0, 0xfffb), (0x1bca0, 0x1bca3), (0x1d173, 0x1d17a), (0xe0000, 0xe00ff),
             (0xe01f0, 0xe0fff))


def is_unsafe(c):
    return (c < 0x20 or 0x7f <= c < 0xa0 or c in (0x2028, 0x2029) or c & 0xfffe == 0xfffe or 0xfdd0 <= c <= 0xfdef
            or any(first <= c <= last for first, last in IGNORABLE))


def safe(text, kept=""):
    """Text, or the bytes of a path, in its escaped form."""
    if isinstance(text, str):
        text = text.encode("utf-8", "surrogateescape")
    text = text.decode("utf-8", "surrogateescape")
    out = []
    for i, letter in enumerate(text):
        c = ord(letter)
        if 0xdc80 <= c <= 0xdcff:
            out.append(f"\\x{c - 0xdc00:02x}")
        elif (is_unsafe(c) and letter not in kept) or COMMAND.match(text, i):
            out.append(f"\\u{{{c:x}}}")
        else:
            out.append(letter)
    return "".join(out)
