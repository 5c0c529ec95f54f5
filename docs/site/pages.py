"""Writes the documents of the project as pages for Doxygen: pages.py TAGFILE FOLDER

The documents are written for readers of the repository: they link to each other by file and heading. Here each document is a
page of the site, each rule has a page of its own, and the links lead there. A link to any other file leads to a copy of it,
and the name of a function of the library to its description, which the tag file of a first run of Doxygen has. FOLDER/*.dox are
the pages, FOLDER/html what they include, and FOLDER/extra the files that go into the site unchanged, with the entries of the search.
"""

import html
import json
import re
import shutil
import sys
import xml.etree.ElementTree as xml
from pathlib import Path
from urllib.parse import unquote

from markdown_it import MarkdownIt

import api

SOURCE = Path(__file__).resolve().parents[2]

# The pages, in the order of the navigation: identifier, title, and the documents.
GROUPS = [
    ("guide", "Guide", ["five-minutes", "cofinancing", "howto-repository", "howto-postgresql", "howto-excel", "howto-binding",
                        "getting-started", "python", "javascript", "bindings", "examples", "command", "ci", "tables", "databases",
                        "html-report", "web", "editor", "windows", "platforms"]),
    ("rules", "Rules", []),
    ("reference", "Reference", ["file-format", "glossary", "abi", "CHANGELOG", "SECURITY"]),
    ("project", "Project", ["architecture", "performance", "CONTRIBUTING", "packaging", "bench", "fuzz", "oracle"]),
    ("dansk", "Dansk", ["regler"]),
]
# Within a group, the heading above a page.
HEADINGS = {"five-minutes": "Start", "howto-repository": "How to", "getting-started": "In a program", "command": "In depth"}
FILES = {"CHANGELOG": "CHANGELOG.md", "SECURITY": "SECURITY.md", "CONTRIBUTING": "CONTRIBUTING.md",
         "packaging": "packaging/README.md", "bench": "bench/README.md", "fuzz": "tests/fuzz/README.md",
         "oracle": "tests/oracle/README.md", "examples": "examples/bindings/README.md",
         "dansk": "docs/da/index.md", "regler": "docs/da/regler.md", "index": "README.md"}
RULES = {"docs/rules.md": "", "docs/da/regler.md": "da-"}  # a page for each rule, with this before its identifier
RULE = re.compile(r"(HP\d{3}) .+")
LABEL = re.compile(r"<p>((?:Why|Remedy|Severity|Source|Hvorfor|Afhjælpning|Alvorsgrad|Kilde)\b[^:<]*:)")  # of what a rule has
LINE = 108  # characters of code, which fit in a page at its widest
MARKS = {"+": "added", "-": "removed"}
OPTION = re.compile(r"<code>(-[^\s<]{1,24})</code>")  # it is broken after its hyphen otherwise
ELSEWHERE = re.compile(r"[a-z]+:")  # a link with a scheme
SHOWN = {".json", ".png", ".txt"}
HEADER = re.compile(r"include/helhedsplan/(\w+)\.h")
FLAT_HEADER = "include/helhedsplan/helhedsplan-ffi.h"


def slug(heading):
    """The anchor of a heading, as GitHub and GitLab form it."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def render_fence(renderer, tokens, at, *_):
    """A block of code; lines that do not fit are wrapped, and those of a comparison marked."""
    lines = []
    for line in tokens[at].content.splitlines():
        marks = ["long"] if len(line) > LINE else []
        if tokens[at].info == "diff" and line[:1] in MARKS:
            marks.append(MARKS[line[0]])
        text = html.escape(line)
        lines.append(f'<span class="{" ".join(marks)}">{text}</span>' if marks else text)
    return "<pre><code>" + "\n".join(lines) + "\n</code></pre>\n"


def text_of(token):
    return "".join(child.content for child in token.children if child.type in ("text", "code_inline"))


class Heading:
    """A heading of a document, with the page that it is on and its anchor there."""

    def __init__(self, level, text, page, anchor):
        self.level, self.text, self.page, self.anchor = level, text, page, anchor

    @property
    def link(self):
        return f"{self.page}.html" + (f"#{self.anchor}" if self.level > 1 else "")


class Document:
    def __init__(self, page, path, markdown):
        self.page, self.path = page, path
        self.tokens = markdown.parse((SOURCE / path).read_text("utf-8"))
        self.headings = {}
        self.assign_headings()

    @property
    def title(self):
        return next(iter(self.headings.values())).text

    @property
    def opening(self):
        """The first sentence of the document, as plain text."""
        tokens = iter(self.tokens)
        for token in tokens:
            if token.type == "paragraph_open":
                text = " ".join("".join(" " if child.type == "softbreak" else child.content
                                        for child in next(tokens).children).split())
                return re.split(r"(?:(?<=[a-z0-9)»]\.)|(?<=[A-Z]{3}\.)) ", text)[0].rstrip(".:") + "."
        return ""

    def assign_headings(self):
        """Forms the anchors, and attaches each heading to its token."""
        page, prefix, seen = self.page, RULES.get(self.path), {}
        for at, token in enumerate(self.tokens):
            if token.type != "heading_open":
                continue
            level, text = int(token.tag[1]), text_of(self.tokens[at + 1])
            rule = RULE.fullmatch(text) if prefix is not None else None
            if rule:
                page, level = prefix + rule.group(1).lower(), 1
            elif level == 2:
                page = self.page
            anchor = slug(text)
            seen[anchor] = seen.get(anchor, 0) + 1
            if seen[anchor] > 1:
                anchor += f"-{seen[anchor] - 1}"
            token.meta["heading"] = self.headings[anchor] = Heading(level, text, page, anchor)


class Site:
    def __init__(self, tagfile, folder):
        self.folder = folder
        self.markdown = MarkdownIt("commonmark", {"html": True}).enable("table")
        self.markdown.add_render_rule("fence", render_fence)
        self.names = names_of(tagfile)
        self.documents = {}
        for page, path in pages():
            self.documents[path] = Document(page, path, self.markdown)
        self.titles = {path: document.title for path, document in self.documents.items()}
        self.extra = {}  # file of the project: its name on the site
        self.count = 0

    # --- Links ---

    def link(self, document, target):
        """Where a link of a document leads on the site."""
        if ELSEWHERE.match(target):
            return target
        path, fragment = self.path_of(document, target)
        header = HEADER.fullmatch(path)
        if header and header.group(1) in api.TITLES:
            return api.page_of(header.group(1))
        if path not in self.documents:
            return self.copy_of(path)
        linked = self.documents[path]
        return linked.headings[fragment].link if fragment else f"{linked.page}.html"

    @staticmethod
    def path_of(document, target):
        """The file of the project that a link names, and the heading in it."""
        file, _, fragment = unquote(target).partition("#")
        found = (SOURCE / document.path).parent.joinpath(file).resolve() if file else SOURCE / document.path
        return str(found.relative_to(SOURCE)), fragment

    def copy_of(self, path):
        """The name of the copy; of a folder, that of a list of its files."""
        if (SOURCE / path).is_dir():
            return self.list_of(path)
        name = path.replace("/", "__")  # a browser saves what is not named as text, instead of showing it
        return self.extra.setdefault(path, name if Path(path).suffix in SHOWN else f"{name}.txt")

    def list_of(self, path):
        files = sorted(str(file.relative_to(SOURCE)) for file in (SOURCE / path).iterdir() if file.is_file())
        items = "".join(f'<li><a href="{self.copy_of(file)}">{Path(file).name}</a></li>\n' for file in files)
        name = "folder__" + path.replace("/", "__")
        self.write_page(name, f"{path}/", f"<ul>\n{items}</ul>\n")
        return f"{name}.html"

    # --- Rendering ---

    def render(self, document, tokens):
        out, contents = [], []
        for token in tokens:
            if token.type == "heading_open":
                heading = token.meta["heading"]
                if heading.level > 1:
                    token.attrs["id"] = heading.anchor
                if heading.level == 2:
                    contents.append(heading)
            elif token.type == "inline":
                self.prepare(document, token)
        body = self.markdown.renderer.render(drop_title(tokens), self.markdown.options, {})
        body = re.sub(r"<!--.*?-->\n?", "", body)
        body = OPTION.sub(r'<code class="option">\1</code>', body)
        body = body.replace("<table>", '<div class="wide"><table class="text">').replace("</table>", "</table></div>")
        if len(contents) > 2 and document.page != "index":
            items = "".join(f'<li><a href="#{heading.anchor}">{html.escape(heading.text)}</a></li>\n' for heading in contents)
            out.append(f'<ul class="contents">\n{items}</ul>\n')
        return "".join(out) + body

    def prepare(self, document, inline):
        depth, linked = 0, None
        for child in inline.children:
            depth += child.nesting if child.type.startswith("link") else 0
            if child.type == "link_open":
                is_local = not ELSEWHERE.match(child.attrs["href"])
                linked = self.path_of(document, child.attrs["href"])[0] if is_local else None
                child.attrs["href"] = self.link(document, child.attrs["href"])
            elif depth and child.type == "text" and child.content.endswith(".md") and linked in self.titles:
                child.content = self.titles[linked]  # a file of the project is a page of the site
            elif child.type == "image":
                child.attrs["src"] = self.link(document, child.attrs["src"])
                child.attrs["loading"] = "lazy"
            elif child.type == "code_inline" and depth == 0 and self.link_of_name(child.content):
                child.type = "html_inline"
                where = self.link_of_name(child.content)
                child.content = f'<a href="{where}"><code>{child.content}</code></a>'

    def link_of_name(self, text):
        """The description of a name of the library or a header; a member, such as `base`, is named like other things."""
        return self.names.get(text.removesuffix("()")) if re.match(r"hhp_|HHP_|\w+\.h$", text) else None

    # --- Pages ---

    def write_page(self, name, title, body, children=()):
        self.count += 1
        listed = "".join(f"@subpage {child}\n" for child in children)
        start = "@mainpage" if name == "index" else f"@page {name}"
        hidden = f"@htmlonly <div hidden> @endhtmlonly\n{listed}@htmlonly </div> @endhtmlonly\n" if listed else ""
        (self.folder / f"{name}.dox").write_text(f"/** {start} {title}\n{hidden}@htmlinclude {name}.html\n*/\n", "utf-8")
        (self.folder / "html" / f"{name}.html").write_text(body, "utf-8")

    def write_document(self, document, children=()):
        prefix = RULES.get(document.path)
        if prefix is None:
            self.write_page(document.page, document.title, self.render(document, document.tokens), children)
            return
        own, rules = split_rules(document)
        for heading, tokens in rules:
            self.write_page(heading.page, heading.text, LABEL.sub(r"<p><strong>\1</strong>", self.render(document, tokens)))
        body = re.sub(r'<h2 id="hp\d.*?</h2>\n', lambda family: family.group() + list_rules(family.group(), rules),
                      self.render(document, own))
        self.write_page(document.page, document.title, body, [heading.page for heading, _ in rules])

    def write_group(self, page, title, members):
        found = dict(pages())
        documents = [self.documents[found[name.lower()]] for name in members]
        items = ""
        for name, document in zip(members, documents):
            if name in HEADINGS:
                items += f'</ul>\n<h2>{HEADINGS[name]}</h2>\n<ul class="pages">\n'
            items += (f'<li><a href="{document.page}.html">{html.escape(document.title)}</a><br>'
                      f'{html.escape(document.opening)}</li>\n')
        body = f'<ul class="pages">\n{items}</ul>\n'.replace('<ul class="pages">\n</ul>\n', "")
        self.write_page(page, title, body, [document.page for document in documents])

    def write(self):
        for page, title, members in GROUPS:
            own = next((document for document in self.documents.values() if document.page == page), None)
            if own is None:
                self.write_group(page, title, members)
            elif page not in ("rules",):
                self.write_document(own, members)
            else:
                self.write_document(own)
            for document in self.documents.values():
                if document.page in [name.lower() for name in members]:
                    self.write_document(document)
        self.write_document(self.documents["README.md"])
        self.write_page("api", "C API", api.contents(self.copy_of(FLAT_HEADER)))
        self.write_search()
        for path, name in self.extra.items():
            shutil.copyfile(SOURCE / path, self.folder / "extra" / name)

    def write_search(self):
        """The entries of the search, as search.js reads them: pages, concepts, headings, names."""
        groups = {page: title for page, title, _ in GROUPS}
        group_of = {name.lower(): title for _, title, members in GROUPS for name in members}
        titles, headings = [], []
        for document in self.documents.values():
            for heading in document.headings.values():
                if heading.level > 1:
                    headings.append((heading.text, heading.link, document.title))
                elif heading.page != "index":
                    where = group_of.get(heading.page) or groups.get(heading.page) or document.title
                    titles.append((heading.text, heading.link, where))
        concepts = [(f"{title} ({header}.h)", api.page_of(header), "C API") for header, title in api.TITLES.items()]
        names = [(name, link, api.title_of(link)) for name, link in self.names.items() if "#" in link]
        entries = [*concepts, *titles, *headings, *sorted(names)]
        (self.folder / "extra" / "search-data.js").write_text(
            "window.searchData = [\n" + ",\n".join(json.dumps(each, ensure_ascii=False) for each in entries) + "\n];\n", "utf-8")


def names_of(tagfile):
    """{function, type, constant or header of the library: link to its description}"""
    found = {}
    for member in xml.parse(tagfile).iter("member"):
        name, file, anchor = (member.findtext(tag) for tag in ("name", "anchorfile", "anchor"))
        if name and file and anchor:
            found.setdefault(name, f"{file}#{anchor}")
        for value in member.findall("enumvalue"):
            found.setdefault(value.text, f"{value.get('file')}#{value.get('anchor')}")
    return found | {f"{header}.h": api.page_of(header) for header in api.TITLES}


def pages():
    """[(page, path of its document)] of those that exist, the start page last."""
    found = []
    for page, _, members in [*GROUPS, ("index", "", [])]:
        for name in [page, *members]:
            path = FILES.get(name, f"docs/{name}.md")
            if (SOURCE / path).exists():
                found.append((name.lower(), path))
    return found


def drop_title(tokens):
    return tokens[3:] if tokens and tokens[0].type == "heading_open" else tokens


def split_rules(document):
    """The tokens of the page itself, and [(heading, tokens)] of the rules."""
    own, rules = [], []
    current = own
    for token in document.tokens:
        if token.type == "heading_open":
            heading = token.meta["heading"]
            if heading.page != document.page and heading.level == 1:
                rules.append((heading, []))
            current = own if heading.page == document.page else rules[-1][1]
        current.append(token)
    return own, rules


def list_rules(family, rules):
    """The rules of a family, by the digit in its heading: HP4xx."""
    start = re.search(r"HP\d", family).group()
    items = "".join(f'<li><a href="{heading.page}.html">{html.escape(heading.text)}</a></li>\n'
                    for heading, _ in rules if heading.text.startswith(start))
    return f"<ul>\n{items}</ul>\n"


def main():
    tagfile, folder = sys.argv[1], Path(sys.argv[2])
    shutil.rmtree(folder, ignore_errors=True)
    for name in ("html", "extra"):
        (folder / name).mkdir(parents=True)
    site = Site(tagfile, folder)
    site.write()
    shutil.copyfile(Path(__file__).with_name("search.js"), folder / "extra" / "search.js")
    print(f"{site.count} pages, {len(site.extra)} files beside them")


if __name__ == "__main__":
    main()
