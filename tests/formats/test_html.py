"""Reads --format html as a browser does. An HTML parser (parse5) must find no error and only the elements that the library
writes; the policy in the page must name the hash of its style sheet; figures are those of the JSON of the same check. In
Chromium, axe-core must find nothing, and nothing may be requested, stick out or be cut off.

  test_html.py --node=PROGRAM [--browser] [--all]"""

import argparse
import base64
import hashlib
import html
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from html.parser import HTMLParser
from pathlib import Path

from hostile import TEXTS

SOURCE = Path(os.environ["HHP_SOURCE_DIR"])
COMMAND = os.environ["HHP_COMMAND"]
PLANS = Path(os.environ["HHP_PLANS_DIR"])
MODULES = os.environ.get("HHP_NODE_MODULES", "")
HERE = Path(__file__).resolve().parent
EXAMPLES = SOURCE / "examples"
SKIPPED = 77
VOLLSMOSE, COMPLETE = EXAMPLES / "vollsmose-2016-2020.helhedsplan.json", EXAMPLES / "complete.helhedsplan.json"
KEPT = EXAMPLES / "vollsmose-frame-kept.helhedsplan.json"  # of a long title
ELEMENTS = set("""html head meta title style body main header footer article section h1 h2 h3 h4 h5 p b small ul ol li dl div dt dd
span i a bdi code pre mark details summary figure figcaption table thead tbody tr th td
svg desc rect line circle path text g""".split())
ATTRIBUTES = set("""lang charset http-equiv content name class id href tabindex role aria-label aria-labelledby aria-describedby
aria-hidden scope width height x y x1 x2 y1 y2 cx cy r d dx text-anchor data-report data-line""".split())
VOID = {"meta"}


class Page(HTMLParser):
    """Elements, attributes and the text of a page; nesting is checked, which the HTML parser of browsers would correct."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.elements, self.attributes, self.ids, self.open, self.text, self.targets = set(), set(), [], [], [], []
        self.faults = []
        self.feed(text)
        self.close()
        if self.open:
            self.faults.append(f"open: {self.open}")

    def handle_starttag(self, tag, attrs):
        self.elements.add(tag)
        for name, value in attrs:
            self.attributes.add(name)
            if name == "id":
                self.ids.append(value)
            if name == "href":
                self.targets.append(value)
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        self.open.pop()

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}>")

    def handle_data(self, data):
        if "style" not in self.open:
            self.text.append(data)

    def handle_comment(self, data):
        self.faults.append(f"comment {data!r}")


def base_plan():
    return json.loads(COMPLETE.read_text("utf-8"))


def open_plan():
    plan = json.loads(VOLLSMOSE.read_text("utf-8"))
    first, second = (party["id"] for party in plan["parties"][:2])
    plan.update(id="aaben", title="Åben plan")
    plan["financing"] = {"frame": 20000000, "grant": {"applied": 14000000},
                         "contributions": [{"parties": [first]}, {"parties": [second], "amount": 1500000}]}
    return plan


def many_activities(count=10000):
    plan = base_plan()
    area, goal = plan["focus_areas"][0]["id"], plan["goals"][0]["id"]
    for name in ("milestones", "agreements", "indicators"):
        plan.pop(name, None)
    for line in plan["financing"]["budget"]:
        line.pop("activity", None)
    plan["activities"] = [{"id": f"a{i}", "title": f"Aktivitet nummer {i}, som har en lang titel", "focus_areas": [area],
                           "goals": [goal], "start": f"{2021 + i % 4}-01-01", "end": "2024-12-31"} for i in range(count)]
    return plan


def hostile_plan():
    """Hostile text wherever the page shows text, and the largest amounts; without errors in the document itself."""
    texts = [text for text in TEXTS if any(c.isalnum() for c in text)]
    texts += ["W" * 500, "שלום עולם", "漢字" * 100, "😀" * 60, "null", "</style><script>alert(1)</script>", "<!-- x"]
    plan = base_plan()
    for name in ("strategies", "work_areas", "governance", "approvals", "reports"):
        plan.pop(name, None)
    plan["title"] = "".join(texts)[:3000]
    plan["language"] = "en\" onload=\"alert(1)"
    plan["focus_areas"] = [{"id": f"f{i}", "code": area["code"], "title": texts[i]} for i, area in enumerate(plan["focus_areas"])]
    plan["goals"] = [{"id": f"g{i}", "title": text} for i, text in enumerate(texts)]
    plan["parties"] = [{"id": f"p{i}", "kind": "municipality", "name": text} for i, text in enumerate(texts)]
    plan["activities"] = [{"id": f"a{i}", "title": text, "focus_areas": ["f0"], "goals": ["g0"], "parties": ["p0"],
                           "start": "2021-01-01", "end": "2022-01-01"} for i, text in enumerate(texts)]
    plan["agreements"] = [{"id": f"s{i}", "kind": "sub", "title": text, "parties": ["p0", "p1"],
                           "signatures": [{"party": "p0", "name": text}]} for i, text in enumerate(texts)]
    plan["milestones"] = [{"id": f"m{i}", "title": text, "due": "2022-02-02"} for i, text in enumerate(texts)]
    plan["indicators"] = [{"id": f"i{i}", "title": text, "goal": "g0",
                           "baseline": {"year": 2020, "value": "-99999999999999.9999"},
                           "periods": [{"start": "2021", "end": "2022", "target": "99999999999999.9999", "actual": "0"}]}
                          for i, text in enumerate(texts)]
    plan["waivers"] = [{"rule": "HP322", "reason": "".join(texts)[:500], "until": "2199-12-31"}]
    plan["financing"] = {"frame": 10 ** 12, "grant": {"applied": 10 ** 12},
                         "contributions": [{"parties": [f"p{i}"], "amount": 10 ** 12 - i} for i in range(len(texts))],
                         "budget": [{"category": "staff", "year": 2021, "party": f"p{i}", "amount": 10 ** 12 - 1}
                                    for i in range(len(texts))]}
    return plan


def grouped(kroner, lang):
    digits = f"{kroner:,}"
    return digits.replace(",", ".") + "\u00a0kr." if lang == "da" else f"DKK\u00a0{digits}"


class Case(unittest.TestCase):
    node = browser = None
    is_thorough = False

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def file(self, name, plan):
        path = self.folder / name
        path.write_text(json.dumps(plan), "utf-8")
        return path

    def render(self, *files, lang="da", form="html", show="info"):
        done = subprocess.run([COMMAND, "validate", "--lang", lang, "--show", show, "--today", "2020-01-01", "--format", form,
                               "--", *map(str, files)], stdout=subprocess.PIPE, timeout=300, cwd=self.folder, check=False)
        self.assertIn(done.returncode, (0, 1))
        return done.stdout.decode("utf-8")

    def page(self, *files, **options):
        text = self.render(*files, **options)
        page = Page(text)
        self.assertEqual(page.faults, [])
        self.assertEqual(page.elements - ELEMENTS, set())
        self.assertEqual(page.attributes - ATTRIBUTES, set())
        self.assertEqual(len(page.ids), len(set(page.ids)))
        self.assertLessEqual(set(page.targets), {f"#{name}" for name in page.ids})
        for c in text:
            self.assertFalse(ord(c) < 0x20 and c != "\n" or 0x7f <= ord(c) < 0xa0 or c in "\u2028\u2029\u202e\u2066\u200b", hex(ord(c)))
        self.assertNotIn("url(", text.split("</style>")[0])
        return text, page


class Form(Case):
    def test_policy(self):
        for files in ([VOLLSMOSE], [VOLLSMOSE, COMPLETE]):
            text, _ = self.page(*files)
            style = text.split("<style>")[1].split("</style>")[0]
            digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
            policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
            self.assertIn(f'<meta http-equiv="Content-Security-Policy" content="{policy}">', text)
            self.assertNotIn("@import", style)

    def test_well_formed(self):
        """parse5 reports what the HTML standard calls a parse error."""
        if not (Path(MODULES) / "parse5").is_dir():
            self.skipTest("parse5 is not installed")
        pages = [self.page(path, lang=lang)[0] for path in (VOLLSMOSE, COMPLETE, self.file("h.json", hostile_plan()))
                 for lang in ("da", "en")]
        pages += [self.page(VOLLSMOSE, COMPLETE, self.file("broken.json", []))[0]]
        (self.folder / "pages.json").write_text(json.dumps(pages), "utf-8")
        done = subprocess.run([self.node, str(HERE / "parse.mjs"), MODULES, str(self.folder / "pages.json")],
                              stdout=subprocess.PIPE, timeout=300, check=True)
        self.assertEqual(json.loads(done.stdout), [[]] * len(pages))

    def test_standard(self):
        """html-validate has the content models and attributes of the HTML standard."""
        program = Path(MODULES) / "html-validate/bin/html-validate.mjs"
        if not MODULES or not program.is_file():
            self.skipTest("html-validate is not installed")
        groups = {"vollsmose": [VOLLSMOSE], "open": [self.file("o.json", open_plan())], "hostile": [self.file("h.json", hostile_plan())],
                  "several": [VOLLSMOSE, COMPLETE, self.file("broken.json", [])], "big": [self.file("big.json", many_activities(2000))]}
        names = []
        for name, files in groups.items():
            for lang in ("da", "en"):
                names.append(f"{name}.{lang}.html")
                (self.folder / names[-1]).write_text(self.page(*files, lang=lang)[0], "utf-8")
        (self.folder / ".htmlvalidate.json").write_text('{"root": true, "extends": ["html-validate:standard"]}', "utf-8")

        def validate(*files):
            return subprocess.run([self.node, str(program), *files], stdout=subprocess.PIPE, timeout=300, cwd=self.folder, check=False)

        done = validate(*names)
        self.assertEqual((done.returncode, done.stdout.decode()), (0, ""))
        (self.folder / "wrong.html").write_text((self.folder / names[0]).read_text("utf-8").replace("<section>", "<section><p><div>", 1), "utf-8")
        self.assertNotEqual(validate("wrong.html").returncode, 0)

    def test_language(self):
        for lang in ("da", "en"):
            text, _ = self.page(VOLLSMOSE, lang=lang)
            self.assertTrue(text.startswith(f'<!DOCTYPE html>\n<html lang="{lang}">'))
        self.assertIn('<bdi lang="da">', self.page(VOLLSMOSE, lang="en")[0])  # the texts of the plan
        self.assertNotIn('<bdi lang=', self.page(VOLLSMOSE, lang="da")[0])

    def test_hostile(self):
        plan = hostile_plan()
        for lang in ("da", "en"):
            text, page = self.page(self.file("hostile.json", plan), lang=lang)
            self.assertIn('id="p1-indicators"', text)  # the plan is drawn
            self.assertNotIn("onload", page.attributes)
            self.assertIn("<script>alert(1)</script>", "".join(page.text))  # is shown as text
        names = [text for text in TEXTS]
        _, page = self.page(self.file("names.json", {**base_plan(), **{name: 1 for name in names}}))
        self.assertNotIn("script", page.elements)

    def test_corpus(self):
        """Documents with every rule, and hostile ones, on one page."""
        files = sorted(path for path in PLANS.rglob("*.json"))[::4]
        self.assertGreater(len(files), 400)
        _, page = self.page(*files, lang="en")
        self.assertEqual(sum(name.endswith("-plan") for name in page.ids), len(files))

    def test_many_findings(self):
        text, _ = self.page(self.file("big.json", many_activities()))
        self.assertLess(len(text), 1_000_000)
        self.assertEqual(text.count('class="activity"'), 60)
        self.assertIn("fordi der er for mange: 9.940.", text)
        self.assertIn("Flere bemærkninger af samme slags, som ikke er vist: 9.900.", text)


class Contents(Case):
    def test_every_finding(self):
        for lang in ("da", "en"):
            found = json.loads(self.render(VOLLSMOSE, form="json"))["files"][0]["findings"]
            _, page = self.page(VOLLSMOSE, lang=lang)
            words = " ".join("".join(page.text).split())
            for finding in found:
                self.assertIn(" ".join(finding["message"][lang].split()), words)
                self.assertIn(finding["rule"], words)
                self.assertIn(f"{finding['line']}:{finding['column']}", words)
                for value in finding["arguments"].values():
                    if isinstance(value, int) and value > 10 ** 5 and finding["rule"] == "HP401":
                        self.assertIn(grouped(value, lang).replace("\u00a0", " "), words)

    def test_places(self):
        """A page with the source beside it can make a link of a place. By itself the report has none, since there is nothing to go to."""
        found = json.loads(self.render(VOLLSMOSE, form="json"))["files"][0]["findings"]
        text, page = self.page(VOLLSMOSE, COMPLETE)
        for finding in found:
            self.assertIn(f'<p class="place" data-line="{finding["line"]}:{finding["column"]}">', text)
        section = text.split('<section>\n<h3 id="p1-findings">')[1].split("</section>")[0]
        self.assertNotIn("<a ", section)
        self.assertIn('<article class="plan" data-report="1">', text)

    def test_excerpts(self):
        """Of a long line the finding has the part around the place; what is left out is marked."""
        plan = base_plan()
        plan["title"], plan["status"] = "Æ" * 400, "begun" * 100
        (self.folder / "long.json").write_text(json.dumps(plan, ensure_ascii=False), "utf-8")
        text, _ = self.page(self.folder / "long.json")
        marked = re.search(r"<pre><code>(.*?)<mark>(.*?)</mark>(.*)</code></pre>", text.replace("&quot;", '"'))
        self.assertRegex(marked[1], r'^….*"status": $')
        self.assertRegex(marked[2], r'^"(begun)+[a-z]*…$')
        self.assertEqual(marked[3], "")
        plan["title"], plan["status"] = "x", "begun"
        (self.folder / "short.json").write_text(json.dumps(plan, indent=2), "utf-8")
        text, _ = self.page(self.folder / "short.json")
        self.assertIn('<pre><code>"status": <mark>"begun"</mark>,</code></pre>', text.replace("&quot;", '"'))

    def test_order_of_findings(self):
        """Money, agreements and leadership, time, the rest, and what is waived; errors first, then by rule."""
        groups = ["money", "agreements", "time", "contents", "waived"]
        ranks = {"error": 0, "warning": 1, "info": 2}
        seen = set()

        def group_of(finding):
            rule = int(finding["rule"][2:])
            if finding["waived"]:
                return "waived"
            if rule // 100 == 4:
                return "money"
            if 320 <= rule < 400:
                return "agreements"
            return "time" if rule // 100 == 5 or rule in (604, 605, 606) else "contents"

        for folder in sorted((PLANS / "tests" / "corpus" / "rules").iterdir()):
            path = next(iter(sorted(folder.glob("fail-*.json"))), None)
            if path is None or path.name.endswith(".scheme.json"):
                continue
            expected = {}
            for finding in json.loads(self.render(path, form="json"))["files"][0]["findings"]:
                key = (groups.index(group_of(finding)), ranks[finding["severity"]], finding["rule"])
                expected[key] = expected.get(key, 0) + 1
                seen.add(finding["rule"])
            text = self.render(path, lang="en")
            found = []
            for section in re.split(r'<h3 id="p1-todo-', text)[1:]:
                group = groups.index(section.split('"')[0])
                for one in re.split("<h4>", section)[1:]:
                    severity, title, rule = re.match(r'<span class="badge \w+">(\w+)</span> (.*) <span class="rid">(\w+)', one).groups()
                    count = re.search(r" \((\d+)\)$", title)
                    found.append((group, ranks[severity], rule, int(count.group(1)) if count else 1))
            self.assertEqual(found, [key + (count,) for key, count in sorted(expected.items())], path)
        self.assertGreater(len(seen), 70)

    def test_figures_of_vollsmose(self):
        """By hand: 11 of 46 million is 23.91 %; a quarter of 46 is 11.5, a third of 35 is 11,666,667."""
        for lang, share in (("da", "23,91\u00a0%"), ("en", "23.91\u00a0%")):
            text, page = self.page(VOLLSMOSE, lang=lang)
            words = "".join(page.text)
            for kroner in (35000000, 11000000, 46000000, 500000, 666667, 11500000, 11666667, 46666667):
                self.assertIn(grouped(kroner, lang), words)
            self.assertIn(share, words)
            self.assertIn('<rect class="local" x="0%" y="30" width="23.57%" height="30"/>', text)  # 11 of 46.666667
            self.assertIn('<rect class="short" x="23.57%" y="30" width="1.07%" height="30"/>', text)  # to 11.5

    def test_joint_contributions(self):
        """The parties of a joint contribution have no amounts of their own; that does not mean that they give nothing."""
        notes = {"en": "Joint contributions are counted only in the row of their parties together; the share of each is not stated.",
                 "da": "Fælles bidrag er kun talt med i parternes fælles række; den enkeltes andel er ikke oplyst."}
        for lang, note in notes.items():
            self.assertEqual(self.page(VOLLSMOSE, lang=lang)[0].count(note), 1)
            self.assertNotIn(note, self.page(COMPLETE, lang=lang)[0])

    def test_open(self):
        """A third of 14,000,000 is 4,666,667; 1,500,000 of it is stated."""
        for lang in ("da", "en"):
            text, page = self.page(self.file("open.json", open_plan()), lang=lang)
            words = "".join(page.text)
            for kroner in (14000000, 1500000, 4666667, 3166667, 18666667, 15000000):
                self.assertIn(grouped(kroner, lang), words)
            self.assertIn('class="verdict open"', text)
            bar = text.split('class="pic"')[1].split("</svg>")[0]
            self.assertNotIn("%", re.sub(r'"[^"]*"', "", bar))  # no share
            self.assertIn(">ikke alle beløb er oplyst</text>" if lang == "da" else ">not all amounts are stated</text>", text)

    def test_goals(self):
        """By hand: 0 > 1 > 2 is a chain, 3 has none above or below it, 4 and 5 form a cycle (HP206). Area B is cross-cutting."""
        plan = {name: value for name, value in base_plan().items()
                if name not in ("strategies", "work_areas", "agreements", "milestones", "indicators", "financing", "waivers")}
        above = {1: 0, 2: 1, 4: 5, 5: 4}
        plan["goals"] = [{"id": f"g{i}", "title": f"G{i}", **({"parent": f"g{above[i]}"} if i in above else {})}
                         for i in range(6)]
        plan["focus_areas"] = [{**area, "cross_cutting": i == 1} for i, area in enumerate(plan["focus_areas"])]
        first, _, third = (area["id"] for area in plan["focus_areas"])
        named = [([2], [first]), ([1, 2], [third]), ([3], []), ([4], [first])]
        plan["activities"] = [{"id": f"a{i}", "title": f"A{i}", "goals": [f"g{g}" for g in goals], "focus_areas": areas}
                              for i, (goals, areas) in enumerate(named)]
        plan["work_areas"] = [{"id": "w", "title": "W", "contributes": [{"goal": "g1"}, {"goal": "g2"}]}]
        text, _ = self.page(self.file("p.json", plan), lang="en")
        key = text.split('<ul class="letters">')[1].split("</ul>")[0]
        self.assertEqual([(letter, re.sub("<[^>]*>", "", html.unescape(title))) for letter, title in
                          re.findall(r"<li><b>(\w+)</b> (.*)</li>", key)],
                         [("ABC"[i], area["title"] + (" (cross-cutting)" if i == 1 else ""))
                          for i, area in enumerate(plan["focus_areas"])] +
                         [("WA", "Work areas that contribute to the goal")])
        table = text.split('aria-label="Table: goals and focus areas"')[1].split("</table>")[0]
        rows = [[int(cell) for cell in re.findall(r">(\d+)</td>", row)] for row in table.split("<tr>")[2:]]
        self.assertEqual(rows, [[1, 2, 1, 2, 1],  # A, B, C, all activities, work areas
                                [1, 2, 1, 2, 1],
                                [1, 2, 1, 2, 1],
                                [0, 1, 0, 1, 0],
                                [1, 1, 0, 1, 0],
                                [1, 1, 0, 1, 0]])

    def test_bars(self):
        """By hand: 12, 2, 1.2 and 0.8 million in rows of 42 pixels; the longest bar leaves 2.5 % for each of 14 characters."""
        text, _ = self.page(COMPLETE, lang="en")
        picture = text.split("<figcaption>Grant and contributions by party</figcaption>")[1].split("</svg>")[0]
        self.assertIn('height="190"', picture)  # 22 for the axis
        bars = re.findall(r'<rect class="(\w+)" x="([\d.]+)%" y="(\d+)" width="([\d.]+)%" height="13"/>', picture)
        self.assertEqual(sorted(((float(width), kind, x) for kind, x, _, width in bars), reverse=True),
                         [(65.0, "grant", "0"), (10.83, "local", "0"), (6.5, "local", "0"), (4.33, "local", "0")])
        self.assertEqual([int(top) for _, _, top, _ in bars], [20, 62, 104, 146])

    def test_years(self):
        """Contributions by year are drawn only if the budget is not, and if some contribution has a year."""
        for has_budget in (True, False):
            for year in (None, 2022):
                plan = base_plan()
                if not has_budget:
                    del plan["financing"]["budget"]
                if year is not None:
                    plan["financing"]["contributions"][0]["year"] = year
                text, _ = self.page(self.file("p.json", plan), lang="en")
                drawn = re.findall(r"<figcaption>((?:Budget|Contributions) by year)</figcaption>", text)
                self.assertEqual(drawn, ["Budget by year"] if has_budget else ["Contributions by year"] if year else [])

    def test_signatures(self):
        plan = base_plan()
        plan["agreements"][0]["signatures"] = plan["agreements"][0]["signatures"][1:]
        text, _ = self.page(self.file("p.json", plan), lang="en")
        signed = sum(len({s["party"] for s in a["signatures"]}) for a in plan["agreements"])
        party_to = sum(len(set(a["parties"])) for a in plan["agreements"])
        self.assertEqual(text.count('<td class="c yes">'), signed)
        self.assertEqual(text.count('<td class="c open">'), party_to - signed)
        self.assertEqual(party_to - signed, 1)

    def test_several(self):
        broken = self.file("broken.json", [])
        text, page = self.page(COMPLETE, VOLLSMOSE, broken, self.file("open.json", open_plan()))
        order = re.findall(r'<a href="#p(\d)-plan">', text)
        self.assertEqual(order, ["1", "2", "3", "4"])
        rows = text.split('aria-label="Tabel: Oversigt"')[1].split("</table>")[0]
        names = re.findall(r'-plan">([^<]+)</a>', rows)
        self.assertTrue(names[0].endswith("broken.json"), names)
        self.assertEqual(names[1:], ["Boligsocial helhedsplan i Vollsmose 2016-2020", "Åben plan",
                                     json.loads(COMPLETE.read_text("utf-8"))["title"]])
        self.assertIn("3.166.667\u00a0kr.", rows)
        self.assertNotIn("p1-money", page.ids)  # nothing is drawn of a document with errors
        self.assertIn("p2-money", page.ids)


class Browser(Case):
    """What readers see. Without --all, one page of each kind on a narrow screen."""

    def setUp(self):
        super().setUp()
        if self.browser is None:
            self.skipTest("run with --browser")

    def look(self, jobs):
        (self.folder / "job.json").write_text(json.dumps(jobs), "utf-8")
        done = subprocess.run([self.node, str(HERE / "browser.mjs"), MODULES, self.browser, str(self.folder / "job.json")],
                              stdout=subprocess.PIPE, timeout=1100, check=True)
        found = json.loads(done.stdout)
        for job, one in zip(jobs, found):
            with self.subTest(job["path"]):
                for name in ("requests", "messages", "overflow", "violations", "texts", "broken", "errors"):
                    self.assertEqual(one[name], [], name)
                if job["pdf"]:
                    self.assertLess(one["tallest"], 1009)  # pixels of A4 between the margins
                    self.assertLessEqual(one["widest"], 680)
                    pdf = Path(job["pdf"]).read_bytes()
                    self.assertTrue(pdf.startswith(b"%PDF"))
                    boxes = set(re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf))
                    self.assertTrue(all((round(float(w)), round(float(h))) == (595, 842) for w, h in boxes), boxes)

    def write(self, name, *files, lang):
        path = self.folder / f"{name}.{lang}.html"
        path.write_text(self.page(*files, lang=lang)[0], "utf-8")
        return str(path)

    def test_pages(self):
        pages = [("complete", "en", [COMPLETE]),
                 ("several", "da", [VOLLSMOSE, KEPT, COMPLETE, self.file("o.json", open_plan())])]
        if self.is_thorough:
            pages += [("vollsmose", "da", [VOLLSMOSE]), ("vollsmose", "en", [VOLLSMOSE]), ("complete", "da", [COMPLETE]),
                      ("open", "en", [self.file("o.json", open_plan())]), ("broken", "en", [self.file("b.json", [])])]
        themes = ["light", "dark"] if self.is_thorough else ["dark"]
        widths = [360, 1440] if self.is_thorough else [360]
        self.look([{"path": self.write(name, *files, lang=lang), "themes": themes, "widths": widths, "axe": True,
                    "pdf": str(self.folder / f"{name}.{lang}.pdf")}
                   for name, lang, files in pages])

    def test_large_and_hostile(self):
        if not self.is_thorough:
            self.skipTest("run with --all")
        pages = [("hostile", "en", [self.file("h.json", hostile_plan())]), ("big", "da", [self.file("big.json", many_activities())])]
        self.look([{"path": self.write(name, *files, lang=lang), "themes": ["light"], "widths": [360, 1440], "axe": name == "hostile",
                    "pdf": str(self.folder / f"{name}.pdf")} for name, lang, files in pages])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--node", default=None)
    parser.add_argument("--browser", action="store_true")
    parser.add_argument("--all", action="store_true")
    options = parser.parse_args()
    Case.node, Case.is_thorough = options.node, options.all
    if options.browser:
        missing = [name for name in ("playwright-core", "axe-core") if not (Path(MODULES) / name).is_dir()] if MODULES else ["npm packages"]
        Case.browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
        if options.node is None or missing or Case.browser is None:
            print(f"skipped: needs Node.js, Chromium, playwright-core and axe-core; missing: "
                  f"{', '.join(missing) or 'Chromium or Node.js'}")
            return SKIPPED
    elif options.node is None:
        print("without Node.js, the HTML parser of browsers is not run")
    names = ["Browser"] if options.browser else ["Form", "Contents"]
    suite = unittest.TestSuite(unittest.defaultTestLoader.loadTestsFromName(name, sys.modules[__name__]) for name in names)
    return 0 if unittest.TextTestRunner(verbosity=1).run(suite).wasSuccessful() else 1


if __name__ == "__main__":
    sys.exit(main())
