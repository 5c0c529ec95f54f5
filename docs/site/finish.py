"""Finishes the pages that Doxygen has written: finish.py SITE

Headers are titled by concept; each page marks its tab, names its language, and has the search. The pages of folders, which list
files, are removed.
"""

import re
import sys
from pathlib import Path

import api

SEARCH = ('<li id="search"><input type="search" placeholder="Search" aria-label="Search" autocomplete="off"/>'
          '<ul hidden="hidden" aria-label="Results"></ul></li>\n')
SCRIPT = '<script defer="defer" src="search.js"></script>\n'
TAB = re.compile(r'<li><a href="([^"]+)"><span>')
INDEX = {"globals.html": "All names", "globals_func.html": "Functions", "globals_type.html": "Types",
         "globals_enum.html": "Enumerations", "globals_eval.html": "Constants", "globals_defs.html": "Macros"}
DANISH = re.compile(r"(da-hp\d+|dansk|regler)\.html")
PARENT = re.compile(r'<li class="navelem"><a class="el" href="([^"]+)">')


def mark_tab(name, text):
    """Marks the tab of the page, or of the first page above it."""
    if '<li class="current">' in text:
        return text
    tabs = TAB.findall(text)
    parent = PARENT.search(text)
    own = name if name in tabs else parent.group(1) if parent else "api.html" if name.startswith("structhhp") else "globals.html"
    return text.replace(f'<li><a href="{own}"><span>', f'<li class="current"><a href="{own}"><span>', 1)


def form_index(name, text):
    """The index with titles and linked names, and without the letter that all names begin with."""
    if name not in INDEX:
        return text
    text = re.sub(r"<h3>(<a [^>]*></a>)- h -</h3>", r"\1", text)
    text = re.sub(r'<div class="textblock">[^<]*</div>|^&#160;', "", text, flags=re.MULTILINE)
    for page in ("globals_type.html", "globals_eval.html"):
        text = re.sub(rf'(<a href="{page}"><span>)[^<]*', rf"\1{INDEX[page]}", text)
    text = re.sub(r'<li>([^<]+)&#160;:&#160;<a class="el" href="([^"]+)">([^<]+)</a></li>',
                  r'<li><a href="\2">\1</a> <code>\3</code></li>', text)
    title = f'<div class="header"><div class="headertitle"><div class="title">{INDEX[name]}</div></div></div>\n'
    return text.replace('<div class="contents">', f'{title}<div class="contents">', 1)


def say_language(name, text):
    """Names the language of a page, for those who have it read aloud; what is around a Danish one is in English."""
    if not DANISH.match(name):
        return text.replace("<html ", '<html lang="en" ', 1)
    for around in ('<div id="top"', '<address class="footer"'):
        text = text.replace(around, f'{around} lang="en"', 1)
    return text.replace("<html ", '<html lang="da" ', 1)


def finish(name, text):
    text = say_language(name, form_index(name, text))
    text = mark_tab(name, api.entitle(text)).replace("</head>", f"{SCRIPT}</head>", 1)
    start = text.index('<ul class="tablist">')
    end = text.index("</ul>", start)
    return text[:end] + SEARCH + text[end:]


def main():
    api.check()
    site = Path(sys.argv[1])
    for path in site.glob("dir_*.html"):
        path.unlink()
    for path in site.glob("*.html"):
        path.write_text(finish(path.name, path.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
