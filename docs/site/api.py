"""The C API by concept: the title of each header's page, and the page that lists them in the order of use.

Doxygen names the page of a header after its file ("plan.h File Reference"). A reader looks for plans, so the page is titled by the
concept, with the header below it; `entitle` does so in the pages that Doxygen has written.
"""

import html
import re
from pathlib import Path

HEADERS = Path(__file__).resolve().parents[2] / "include" / "helhedsplan"

# Heading, and [(header, title, when it is used)], in the order of use.
CONCEPTS = [
    ("First", [
        ("helhedsplan", "The library", "The one header to include, and a program that checks a plan."),
        ("status", "Statuses and ownership", "What a call returns, who frees what, absent values, text and threads."),
        ("version", "Versions", "The version and ABI that a program was compiled with, and those that it runs with."),
    ]),
    ("Check a plan", [
        ("check", "Checking", "Run the rules on a file or a plan: stage, scheme, today, severities and waivers."),
        ("report", "Findings and reports", "Read what was found, with line, kroner and remedy; write it as text, JSON, SARIF or HTML."),
        ("rule", "Rules", "Id, severity at each stage, rationale and source of each rule."),
        ("scheme", "Schemes", "The fund's schemes, built in or your own: focus areas, minimum share, years."),
    ]),
    ("Read and edit a plan", [
        ("plan", "Plans", "Create, read and write a plan; the pattern that all accessors follow; its period and lists."),
        ("party", "Parties", "Who pays, carries out and signs, and whose contributions are local."),
        ("goal", "Goals", "What is to be achieved: political goals, and their parts."),
        ("strategy", "Strategies and work areas", "How the goals are pursued, in the plan's own division of the work."),
        ("focus_area", "Focus areas", "Those of the scheme's that the plan chose."),
        ("activity", "Activities", "What is done, with whom, for whom, and for which goals."),
        ("agreement", "Agreements", "What the parties have agreed on, and who has signed it."),
        ("governance", "Governance", "Who leads the plan, and who is on its board."),
        ("financing", "Financing", "The grant, contributions and budget, in whole kroner."),
        ("followup", "Following up", "Indicators, milestones, approvals, annual reports and waivers."),
        ("types", "Handles", "All types of objects, and the header of each."),
    ]),
    ("Calculate, compare and export", [
        ("cofinancing", "Co-financing", "Local shares, shortfalls and remedies, to the krone; amounts as text."),
        ("rollup", "Roll-ups", "Kroner by party, year, category and activity; activities by goal and focus area."),
        ("diff", "Differences", "Two versions of a plan compared by content, in kroner first."),
        ("table", "Tables", "The lists of a plan as tables for spreadsheets and databases."),
        ("date", "Dates", "Dates as people write them, and as text in Danish and English."),
        ("municipality", "Municipalities", "The 98 municipalities, and their codes."),
    ]),
    ("Write a binding or a generator", [
        ("introspect", "Introspection", "Entities, fields, words and JSON Schemas at run time."),
        ("object", "Generic access", "Read and write any field by the same few functions."),
        ("jansson", "Jansson values", "From and to the values of a program that uses Jansson."),
    ]),
]
# No pages of their own: export.h has what marks symbols, and helhedsplan-ffi.h is generated from the others.
WITHOUT_PAGE = {"export", "helhedsplan-ffi"}
TITLES = {header: title for _, rows in CONCEPTS for header, title, _ in rows}


def page_of(header):
    """The page of a header, by its name without ".h"."""
    return header.replace("_", "__") + "_8h.html"


def title_of(link):
    """The concept of a link into a header's page or that of a struct."""
    pages = {page_of(header): title for header, title in TITLES.items()}
    return pages.get(link.partition("#")[0], "C API")


def check():
    """Ends with an error if a header has no concept, or a concept no header."""
    names = {path.name.split(".")[0] for path in HEADERS.glob("*.h*")} - WITHOUT_PAGE
    if names != set(TITLES):
        raise SystemExit(f"docs/site/api.py and the headers differ: {', '.join(sorted(names ^ set(TITLES)))}")


def contents(flat_header):
    """The page of all concepts, as HTML; flat_header is the address of the header for FFIs."""
    out = ['<p>C99 and C++17, by <code>#include &lt;helhedsplan/helhedsplan.h&gt;</code>. A program begins with '
           f'<a href="{page_of("check")}">checking</a> and its <a href="{page_of("report")}">report</a>; to read or edit a plan, '
           f'read <a href="{page_of("plan")}">plans</a> first, since all accessors follow its pattern. '
           '<a href="getting-started.html">Getting started in C</a> builds a program step by step, and the '
           '<a href="globals.html">index</a> lists every name.</p>\n']
    for heading, rows in CONCEPTS:
        items = "".join(f'<li><a href="{page_of(header)}">{title}</a> <code>{header}.h</code><br>{html.escape(line)}</li>\n'
                        for header, title, line in rows)
        out.append(f'<h2>{heading}</h2>\n<ul class="pages">\n{items}</ul>\n')
    out.append(f'<p>For readers of C declarations, such as cffi or LuaJIT, <a href="{flat_header}">helhedsplan-ffi.h</a> has all '
               'declarations without a preprocessor; <a href="howto-binding.html">Write a binding</a> shows its use.</p>\n')
    return "".join(out)


def entitle(text):
    """The text of a page that Doxygen wrote, with the titles of the concepts, and the list of them as its parent."""
    def title_of(match):
        header = match.group(1)
        return f"{TITLES[header]} ({header}.h)" if header in TITLES else match.group()

    text = re.sub(r"(?<=<title>libhelhedsplan: )helhedsplan/(\w+)\.h File Reference", title_of, text)
    def heading_of(match):
        header = match.group(1)
        source = page_of(header).replace(".html", "_source.html")
        return f'{TITLES[header]} <a class="header" href="{source}">&lt;helhedsplan/{header}.h&gt;</a>'

    text = re.sub(r'(?<=<div class="title">)(\w+)\.h File Reference', heading_of, text)
    text = text.replace(" Struct Reference</div>", "</div>")
    return re.sub(r'<li class="navelem"><a class="el" href="dir_[^"]*">[^<]*</a></li>',
                  '<li class="navelem"><a class="el" href="api.html">C API</a></li>', text)
