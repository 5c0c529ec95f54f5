"""Checks the pages of the site: check.py FOLDER

Each local link, image, style sheet and script is a file of the site, and each fragment an id on its page. Nothing is
fetched from elsewhere, and each page can be reached from the start page. Each has a title and names its language, and
no link to a page is the name of the file it was written from. A browser shows what is linked, and does not save it.
"""

import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

SHOWN = {".html", ".json", ".png", ".txt"}
FETCHED = {"img": "src", "script": "src", "link": "href", "iframe": "src", "source": "srcset"}


class Page(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.ids, self.links, self.fetched = set(), set(), set()
        self.lang, self.is_titled = None, False
        self.files, self.link = [], ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        self.ids.update(filter(None, [attributes.get("id"), attributes.get("name") if tag == "a" else None]))
        self.lang = attributes.get("lang") if tag == "html" else self.lang
        self.is_titled = self.is_titled or attributes.get("class") == "title"
        if tag in ("a", "area") and attributes.get("href"):
            self.links.add(attributes["href"])
            self.link = attributes["href"]
        if attributes.get(FETCHED.get(tag)):
            self.fetched.add(attributes[FETCHED[tag]])

    def handle_endtag(self, tag):
        self.link = "" if tag == "a" else self.link

    def handle_data(self, data):
        if data.endswith(".md") and urlsplit(self.link).path.endswith(".html"):
            self.files.append(data)

    def faults(self):
        """What can be seen from the page alone."""
        yield from (f"fetches {link}" for link in self.fetched if is_elsewhere(link))
        if not self.is_titled:
            yield "no title"
        if self.lang not in ("da", "en"):
            yield "no language"
        yield from (f"a link to a page reads {file}" for file in self.files)
        files = {urlsplit(link).path for link in self.links if not is_elsewhere(link) and not link.startswith("javascript:")}
        yield from (f"{file} is saved, not shown" for file in sorted(files) if file and Path(file).suffix not in SHOWN)


def is_elsewhere(link):
    return not link.startswith("javascript:") and bool(urlsplit(link).scheme or urlsplit(link).netloc)


def fault_of(folder, pages, name, link):
    parts = urlsplit(link)
    target = unquote(parts.path) or name
    if not (folder / target).is_file():
        return f"{name}: no such file: {link}"
    if parts.fragment and target in pages and unquote(parts.fragment) not in pages[target].ids:
        return f"{name}: no such place: {link}"
    return None


def reached(pages):
    found, queue = set(), ["index.html"]
    while queue:
        name = queue.pop()
        if name in found or name not in pages:
            continue
        found.add(name)
        queue += [unquote(urlsplit(link).path) for link in pages[name].links]
    return found


def main():
    folder = Path(sys.argv[1])
    pages = {path.name: Page(path.read_text("utf-8")) for path in folder.glob("*.html")}
    faults, count = [], 0
    for name, page in sorted(pages.items()):
        faults += [f"{name}: {fault}" for fault in page.faults()]
        local = [link for link in sorted(page.links | page.fetched)
                 if not is_elsewhere(link) and not link.startswith("javascript:")]
        count += len(local)
        faults += filter(None, (fault_of(folder, pages, name, link) for link in local))
    documents = {name for name in pages if not name.startswith(("dir_", "files", "globals", "annotated", "functions", "classes"))}
    faults += [f"{name}: no page leads here" for name in sorted(documents - reached(pages))]
    print("\n".join(faults) or f"{len(pages)} pages, {count} links")
    sys.exit(1 if faults or count == 0 else 0)


if __name__ == "__main__":
    main()
