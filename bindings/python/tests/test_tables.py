"""Tables from Python: CSV and Excel, written, read back, and refused with each place that is wrong."""

import datetime
import doctest
import io
import os
import pickle
import re
import shutil
import stat
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import helhedsplan
from helhedsplan import Plan, tables
from helhedsplan import _table_update as engine
from helhedsplan import _tables
from support import COMPLETE, SOURCE, VOLLSMOSE

try:
    import openpyxl
except ModuleNotFoundError:
    openpyxl = None
else:
    from helhedsplan import excel

PLANS = Path(os.environ.get("HHP_PLANS_DIR", SOURCE / "build/none"))
NOTHING = (0, 0, 0)
BUDGET = "Udgiftstype;År;Part;Beløb, kr.\n"


def small_plan():
    """Two parties, two activities, and a budget of two lines, the second with a member of its own."""
    return Plan.parse("""{"format": "helhedsplan/1", "id": "p", "title": "T", "status": "draft", "scheme": "lbf-2015-2018",
        "area": "A", "parties": [{"id": "odense", "name": "Odense Kommune", "kind": "municipality"},
                                 {"id": "fonden", "name": "Fonden", "kind": "fund"}],
        "activities": [{"id": "natcafe", "title": "Natcafé"}, {"id": "job", "title": "Fritidsjob"}],
        "financing": {"budget": [
            {"category": "staff", "year": 2016, "party": "odense", "amount": 1000},
            {"category": "activity", "activity": "job", "year": 2016, "party": "fonden", "amount": 500, "x-note": "n"}]}}""")


def budget(plan):
    return [(line.category, line.activity, line.year, line.party, line.amount) for line in plan.financing.budget]


class Refused(unittest.TestCase):
    """What every failed update promises."""

    def refused(self, plan, call):
        before = plan.dump()
        with self.assertRaises(tables.TableError) as caught:
            call()
        self.assertEqual(plan.dump(), before)
        self.assertEqual(str(caught.exception), "\n".join(map(str, caught.exception.faults)))
        return [str(fault) for fault in caught.exception.faults]


class Csv(Refused):
    def test_a_sheet_without_a_row_for_the_plan_leaves_the_plan(self):
        for missing in ("error", "keep", "remove"):
            plan = small_plan()
            before = plan.dump()
            self.assertEqual(tables.update_from_csv(plan, "plan", b"Id;Titel\n", missing=missing)[:3], NOTHING)
            self.assertEqual(plan.dump(), before)

    def read(self, plan, text, table="budget", **more):
        return tables.update_from_csv(plan, table, text if isinstance(text, bytes) else text.encode(), **more)[:3]

    def test_what_is_written(self):
        self.assertEqual(tables.to_csv(small_plan(), "budget").decode("utf-8"),
                         "\ufeffUdgiftstype;Aktivitet;Indsatsområde;År;Part;Beløb, kr.\n"
                         "løn;;;2016;odense;1000\naktivitet;job;;2016;fonden;500\n")
        self.assertEqual(tables.to_csv(small_plan(), "Budget", lang="en").decode("utf-8-sig"),
                         'Category,Activity,Focus area,Year,Party,"Amount, DKK"\n'
                         "staff,,,2016,odense,1000\nactivity,job,,2016,fonden,500\n")
        self.assertEqual(tables.to_csv(small_plan(), "budget", plain=True).decode("utf-8"),
                         "category,activity,focus_area,year,party,amount\nstaff,,,2016,odense,1000\n"
                         "activity,job,,2016,fonden,500\n")

    def test_files(self):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "budget.csv"
            plan = small_plan()
            self.assertEqual(tables.to_csv(plan, "budget", path), path.read_bytes())
            self.assertEqual(tables.update_from_csv(plan, "budget", path)[:3], NOTHING)
            self.assertEqual(os.listdir(folder), ["budget.csv"])
            with self.assertRaises(FileNotFoundError):
                tables.update_from_csv(plan, "budget", Path(folder) / "ingen.csv")
            with self.assertRaises(FileNotFoundError):
                tables.to_csv(plan, "budget", Path(folder) / "ingen" / "b.csv")

    def test_every_plan_of_the_corpus(self):
        """What a plan's tables hold is the same after it was written and read, in both languages and for programs."""
        paths = sorted(PLANS.rglob("*.json")) + sorted((SOURCE / "examples").glob("*.json"))
        if len(paths) < 100:
            self.skipTest("the corpus is not expanded")
        seen, count = set(), 0
        for path in paths:
            try:
                plan = Plan.load(path)
            except (ValueError, helhedsplan.HelhedsplanError):
                continue
            before = plan.dump()
            if path.parent.name == "HP107" and "fail" in path.name or path.name == "ids-and-references.json":
                continue  # ids that are not unique name no row
            for name in tables.names():
                for lang, plain in (("da", False), ("en", False), ("en", True)):
                    content = tables.to_csv(plan, name, lang=lang, plain=plain)
                    if (name, content) in seen:
                        continue
                    seen.add((name, content))
                    count += 1
                    self.assertEqual(tables.update_from_csv(plan, name, content, lang=lang), (*NOTHING, ()), (path, name, lang))
            self.assertEqual(plan.dump(), before, path)
        self.assertGreater(count, 1000)

    def test_a_new_plan_from_the_tables_of_another(self):
        for path in (COMPLETE, VOLLSMOSE, SOURCE / "tests/faults/every.helhedsplan.json"):
            plan, made = Plan.load(path), Plan.new()
            for attempt in range(2):  # some tables refer to later ones by id, which are not there at first
                for name in tables.names():
                    tables.update_from_csv(made, name, tables.to_csv(plan, name), missing="keep")
            for name in tables.names():
                self.assertEqual(tables.to_csv(made, name), tables.to_csv(plan, name), (path, name))

    def test_an_edited_amount_keeps_the_line(self):
        plan = small_plan()
        edited = BUDGET + "aktivitet;2016;fonden;750\nløn;2016;Odense Kommune;1.000\n"
        self.assertEqual(self.read(plan, edited.replace("Udgiftstype", "Udgiftstype;Aktivitet").replace("aktivitet;", "aktivitet;Fritidsjob;")
                                   .replace("løn;", "løn;;")), (0, 1, 0))
        self.assertEqual(budget(plan), [("staff", None, 2016, "odense", 1000), ("activity", "job", 2016, "fonden", 750)])
        self.assertIn('"x-note": "n"', plan.dump())

    def test_an_edited_year_is_the_same_line(self):
        plan = small_plan()
        self.assertEqual(self.read(plan, tables.to_csv(plan, "budget").replace(b"job;;2016", b"job;;2017")), (0, 1, 0))
        self.assertEqual(budget(plan)[1], ("activity", "job", 2017, "fonden", 500))
        self.assertIn('"x-note": "n"', plan.dump())

    def test_a_sheet_without_a_column_matches_no_line_that_has_it(self):
        """A line matched by its place would keep the activity, which the sheet does not say."""
        plan = small_plan()
        content = BUDGET + "løn;2016;odense;1000\nevaluering;2017;fonden;500\n"
        self.assertEqual(len(self.refused(plan, lambda: self.read(plan, content))), 1)
        self.assertEqual(self.read(plan, content, missing="remove"), (1, 0, 1))
        self.assertEqual(budget(plan)[1], ("evaluation", None, 2017, "fonden", 500))

    def test_new_lines(self):
        plan = small_plan()
        content = tables.to_csv(plan, "budget").decode() + "evaluering;;;2017;fonden;46,5 mio. kr.\n"
        self.assertEqual(self.read(plan, content), (1, 0, 0))
        self.assertEqual(budget(plan)[2], ("evaluation", None, 2017, "fonden", 46_500_000))
        self.assertEqual(self.read(plan, content), NOTHING)

    def test_rows_that_the_sheet_does_not_have(self):
        content = BUDGET + "løn;2016;odense;1000\n"
        plan = small_plan()
        faults = self.refused(plan, lambda: self.read(plan, content))
        self.assertEqual(len(faults), 1)
        self.assertIn("CSV: rækken »activity, job, 2016, fonden, 500« i planen mangler i arket", faults[0])
        self.assertEqual(self.read(plan, content, missing="keep"), NOTHING)
        self.assertEqual(len(budget(plan)), 2)
        self.assertEqual(self.read(plan, content, missing="remove"), (0, 0, 1))
        self.assertEqual(budget(plan), [("staff", None, 2016, "odense", 1000)])
        with self.assertRaises(ValueError):
            self.read(plan, content, missing="ignore")

    def test_to_keep_is_not_to_overwrite(self):
        """With missing="keep", a line of another year is a new one; the old ones stay what they are."""
        plan = small_plan()
        self.assertEqual(self.read(plan, BUDGET + "løn;2018;odense;7\n", missing="keep"), (1, 0, 0))
        self.assertEqual([line[2:] for line in budget(plan)], [(2016, "odense", 1000), (2016, "fonden", 500), (2018, "odense", 7)])

    def test_rows_with_ids(self):
        plan = small_plan()
        content = "Id;Titel;Mål\njob;Fritidsjob til unge;\n;Lektiecaféen på Æblevej;\n;Natcafé;\nnatcafe2;Natcafé 2;\n"
        self.assertEqual(self.read(plan, content, "activities"), (2, 1, 0))
        self.assertEqual([(each.id, each.title) for each in plan.activities],
                         [("natcafe", "Natcafé"), ("job", "Fritidsjob til unge"),
                          ("lektiecafeen-paa-aeblevej", "Lektiecaféen på Æblevej"), ("natcafe2", "Natcafé 2")])
        self.assertEqual(self.read(plan, content, "activities"), NOTHING)

    def test_an_id_made_from_a_title_that_is_taken(self):
        plan = small_plan()
        self.assertEqual(self.read(plan, "Id;Titel\n;Odense\n;Odense\n", "activities", missing="keep"), (2, 0, 0))
        self.assertEqual([each.id for each in plan.activities][2:], ["odense-2", "odense-3"])

    def test_nested_tables(self):
        plan = Plan.load(COMPLETE)
        rows = "Indikator;Første dag;Sidste dag;Måltal;Resultat\n"
        first = plan.indicators[0]
        content = rows + f"{first.title};2030-01-01;2030-12-31;63,50;\n"
        before = len(first.periods)
        self.assertEqual(self.read(plan, content, "indicator_periods", missing="keep"), (1, 0, 0))
        self.assertEqual((len(first.periods), first.periods[before].target), (before + 1, "63.50"))
        faults = self.refused(plan, lambda: self.read(plan, rows + "ukendt;2030;;;\n", "indicator_periods", missing="keep"))
        self.assertEqual(faults, ["CSV:2, Indikator: »ukendt« er hverken et id eller netop ét navn i »Indikatorer«"])

    def test_every_fault_at_once(self):
        plan = small_plan()
        content = BUDGET + "løn;2016;odense;1,5\nkontor;20160;Ukendt Part;ved ikke\nløn;2016;odense;46,000\n;;;-5\n"
        faults = self.refused(plan, lambda: self.read(plan, content, missing="keep"))
        self.assertEqual(faults, [
            "CSV:2, Beløb, kr.: 1,5 er ikke et helt antal kroner",
            "CSV:3, Udgiftstype: »kontor« er ikke et af ordene løn, sekretariat, aktivitet, evaluering, kommunikation, andet",
            "CSV:3, År: 20160 er uden for 1900 til 2199",
            "CSV:3, Part: »Ukendt Part« er hverken et id eller et navn i »Parter«",
            "CSV:3, Beløb, kr.: »ved ikke« er ikke et beløb i kroner",
            "CSV:4, Beløb, kr.: »46,000« kan læses på to måder; skriv tallet uden tegn mellem tusinderne",
            "CSV:5, Beløb, kr.: »-5« er ikke et beløb i kroner",
            "CSV:5: rækken har kun beløb; er den en sum? Skriv, hvad beløbet er til, eller slet rækken"])
        english = self.refused(plan, lambda: self.read(plan, "Category,Amount\nstaff,\"1,5\"\nrent,1.5\n", missing="keep",
                                                       lang="en", columns={"Category": "category", "Amount": "amount"}))
        self.assertEqual(english, [
            "CSV:2, Amount, DKK: 1,5 is not a whole number of kroner",
            "CSV:3, Category: “rent” is none of the words staff, secretariat, activity, evaluation, communication, other",
            "CSV:3, Amount, DKK: 1.5 is not a whole number of kroner"])

    def test_more_faults(self):
        plan = small_plan()
        rows = "Id;Titel;Første dag;Alder fra;Ledende part\n"
        content = rows + ("Æ;T;;;\njob;T;31-02-2020;x;\njob;T;;;\nodense;T;;;\nny;T;3/4/2020;1.5;ingen part\n"
                          "mere;T;2020;99999999999;\n")
        faults = self.refused(plan, lambda: self.read(plan, content, "activities", missing="keep"))
        self.assertEqual(faults, [
            "CSV:2, Id: »Æ« er ikke et id: a-z, 0-9 og bindestreg, højst 64 tegn",
            "CSV:4, Id: id'et »job« står også i CSV:3, Id",
            "CSV:5, Id: id'et »odense« er i brug i forvejen",
            "CSV:3, Første dag: »31-02-2020« er ikke en dato",
            "CSV:3, Alder fra: »x« er ikke et helt tal",
            "CSV:6, Første dag: »3/4/2020« kan læses på to måder; skriv fx 2022-04-03",
            "CSV:6, Alder fra: 1.5 er ikke et helt tal",
            "CSV:7, Alder fra: 99999999999 er for stort",
            "CSV:6, Ledende part: »ingen part« er hverken et id eller et navn i »Parter«"])

    def test_encodings_and_separators(self):
        content = "Udgiftstype;År;Part;Beløb, kr.\nløn;2016;odense;2000\n"
        for data in (content.encode(), content.encode("utf-8-sig"), content.encode("cp1252"), content.encode("utf-16"),
                     content.replace("\n", "\r\n").encode(), b"sep=;\r\n" + content.encode("cp1252"),
                     content.replace("Beløb, kr.", "amount").replace("Udgiftstype", "category").replace("År", "year")
                     .replace("Part", "party").replace(";", ",").encode(),
                     content.replace(";", "\t").encode(), content.replace(";", "|").encode()):
            plan = small_plan()
            self.assertEqual(self.read(plan, data, missing="keep"), (0, 1, 0), data)
            self.assertEqual(budget(plan)[0], ("staff", None, 2016, "odense", 2000))
        for end in ("\n", "\r", "\r\n"):  # an empty line has a number too
            lines = ("sep=;", "", "Udgiftstype;År;Part;Beløb, kr.", "løn;2016;odense;x", "")
            self.assertEqual(self.refused(plan, lambda lines=lines, end=end: self.read(plan, end.join(lines), missing="keep")),
                             ["CSV:4, Beløb, kr.: »x« er ikke et beløb i kroner"])
        faults = self.refused(plan, lambda: self.read(plan, "Udgiftstype;l\x81".encode("latin-1")))
        self.assertEqual(faults, ["CSV: filen er hverken UTF-8 eller Windows-1252"])

    def test_texts_that_a_spreadsheet_would_calculate(self):
        plan = small_plan()
        for name in ("=1+1", "+45 12 34", "-", "@a", "'=a", "''", "'a", "\ta", "=\"a;b\"\n"):
            plan.parties["odense"].name = name
            content = tables.to_csv(plan, "parties")
            if name[0] in "=+-@\t":
                self.assertIn(b"'" + name.split(";")[0].split('"')[0].encode(), content)
            plan.parties["odense"].name = "x"
            self.assertEqual(self.read(plan, content, "parties"), (0, 1, 0), name)
            self.assertEqual(plan.parties["odense"].name, name)

    def test_no_headings(self):
        plan = small_plan()
        for content in ("", "a;b\n1;2\n"):
            faults = self.refused(plan, lambda: self.read(plan, content))
            self.assertEqual(faults, ["CSV: ingen række har overskrifterne i tabellen »Budget«, såsom »Beløb, kr.«"])
        faults = self.refused(plan, lambda: self.read(plan, "Part;År;Part\na;2016;b\n"))
        self.assertEqual(faults, ["CSV:1: overskriften »Part« står mere end én gang i arket"])
        faults = self.refused(plan, lambda: self.read(plan, "Post\nx\n", columns={"Beløb": "amount", "Post": "category"}))
        self.assertEqual(faults, ["CSV:1: overskriften »Beløb« står 0 gange i arket"])

    def test_names_and_descriptions(self):
        self.assertIn("budget", tables.names())
        self.assertEqual(tables.title("contributions"), "Bidrag")
        self.assertEqual(tables.columns("budget", "en")["amount"], "Amount, DKK")
        with self.assertRaises(helhedsplan.NotFoundError):
            tables.columns("budgt")
        with self.assertRaises(ValueError):
            self.read(small_plan(), BUDGET, columns={"Part": "partty"})
        with self.assertRaises(helhedsplan.InvalidValueError):
            tables.to_csv(small_plan(), "budget", lang="sv")

    def test_a_fault_can_be_pickled(self):
        fault = tables.Fault("a", "b")
        copy = pickle.loads(pickle.dumps(tables.TableError([fault])))
        self.assertEqual((copy.faults, str(copy)), ([fault], "a: b"))

    def test_every_table_without_ids_has_a_key(self):
        for table in _tables.all_tables():
            if not table.has_id and table.name != "plan":
                self.assertTrue(set(engine._KEYS[table.name]) <= table.by_name.keys(), table.name)

    def test_ids_from_titles(self):
        for title, id in (("Lektiecaféen på Æblevej", "lektiecafeen-paa-aeblevej"), ("  !! ", ""), ("Øst & Vest", "oest-vest"),
                          ("x" * 80, "x" * 64)):
            self.assertEqual(engine.slug(title), id)


class Writing(unittest.TestCase):
    """What is replaced by a new file, and what is written to."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = Path(folder.name) / "budget.csv"
        self.plan = Plan.load(COMPLETE)

    def write(self):
        tables.to_csv(self.plan, "budget", self.path)

    def test_a_pipe_is_written_to(self):
        os.mkfifo(self.path)
        reader = os.open(self.path, os.O_RDONLY | os.O_NONBLOCK)
        self.addCleanup(os.close, reader)
        self.write()
        self.assertTrue(stat.S_ISFIFO(self.path.stat().st_mode))
        self.assertIn("Udgiftstype".encode(), os.read(reader, 100000))

    def test_a_folder_is_refused(self):
        self.path.mkdir()
        with self.assertRaisesRegex(helhedsplan.IsFolderError, "this is a folder"):
            self.write()
        self.assertEqual(list(self.path.iterdir()), [])

    def test_permissions_are_kept_without_set_id_bits(self):
        self.path.write_bytes(b"old")
        if os.geteuid() == 0:
            os.chown(self.path, 12345, 12345)
        self.path.chmod(0o6640)
        before = self.path.stat()
        self.write()
        after = self.path.stat()
        self.assertEqual((stat.S_IMODE(after.st_mode), after.st_uid, after.st_gid), (0o640, before.st_uid, before.st_gid))
        self.assertEqual(list(self.path.parent.iterdir()), [self.path])

    @unittest.skipIf(os.geteuid() == 0, "root may write to any file")
    def test_a_read_only_file_is_left(self):
        self.path.write_bytes(b"old")
        self.path.chmod(0o444)
        with self.assertRaises(helhedsplan.FilePermissionError):
            self.write()
        self.assertEqual(self.path.read_bytes(), b"old")


class OwnHeadings(Refused):
    """A budget as a municipality keeps it."""

    WIDE = ("Budget for helhedsplanen;;;;\n;;;;\nPost;Betaler;2016;Budget 2017;Bemærkning\n"
            "Lønninger;Odense Kommune;1.000.000;1.100.000;to stillinger\nNatcaféen;Fonden;;250.000;\nI alt;;1.000.000;1.350.000;\n")

    def read(self, plan, content, **more):
        changes = tables.update_from_csv(plan, "budget", content.encode(), **more)
        self.ignored = changes.ignored
        return changes[:3]

    def test_a_column_for_each_year(self):
        plan = small_plan()
        changes = self.read(plan, self.WIDE, columns={"Post": "category", "Betaler": "party"}, years=True, missing="remove",
                            words={"Lønninger": "løn", "Natcaféen": "aktivitet"}, skip=["I alt"])
        self.assertEqual((changes, self.ignored), ((2, 1, 1), ("Bemærkning",)))
        self.assertEqual(sorted((line.category, line.year, line.party, line.amount) for line in plan.financing.budget),
                         [("activity", 2017, "fonden", 250_000), ("staff", 2016, "odense", 1_000_000),
                          ("staff", 2017, "odense", 1_100_000)])

    def test_a_total_is_not_a_line(self):
        plan = small_plan()
        faults = self.refused(plan, lambda: self.read(
            plan, self.WIDE, columns={"Post": "category", "Betaler": "party"}, years=True, missing="remove",
            words={"Lønninger": "løn", "Natcaféen": "aktivitet"}))
        self.assertEqual([fault.split(" er ")[0] for fault in faults], ["CSV:6, Udgiftstype: »I alt«"] * 2)

    def test_values_for_every_row(self):
        plan = small_plan()
        self.read(plan, "\nPost;Kroner\nLøn;1 000\nEvaluering;kr. 2.000,00\n", header_row=2, missing="remove",
                  columns={"post": "Udgiftstype", "kroner": "amount"}, values={"year": 2018, "party": "Odense Kommune"})
        self.assertEqual(budget(plan), [("staff", None, 2018, "odense", 1000), ("evaluation", None, 2018, "odense", 2000)])

    def test_only_tables_with_years_have_columns_of_years(self):
        with self.assertRaises(ValueError):
            tables.update_from_csv(small_plan(), "parties", b"Navn\nx\n", years=True)


@unittest.skipIf(openpyxl is None, "openpyxl is not here")
class Documents(unittest.TestCase):
    def test_pages(self):
        """The examples after >>> in these pages produce the output below them."""
        for page in ("docs/tables.md", "docs/howto-excel.md"):
            with self.subTest(page):
                self.run_page(page)

    def run_page(self, page):
        text = (SOURCE / page).read_text(encoding="utf-8")
        blocks = "\n".join(re.findall(r"^```python\n(.*?)^```$", text, re.M | re.S))
        test = doctest.DocTestParser().get_doctest(blocks, {}, page, page, 0)
        runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
        held = os.getcwd()
        with tempfile.TemporaryDirectory() as folder:
            shutil.copy(VOLLSMOSE, Path(folder) / "plan.helhedsplan.json")
            os.chdir(folder)
            try:
                runner.run(test)
            finally:
                os.chdir(held)
        self.assertEqual((runner.failures, runner.tries > 10), (0, True))


@unittest.skipIf(openpyxl is None, "openpyxl is not here")
class Excel(Refused):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = Path(folder.name) / "plan.xlsx"

    def book(self, plan, **more):
        excel.to_excel(plan, self.path, **more)
        return openpyxl.load_workbook(self.path)

    def update(self, plan, book=None, **more):
        if book is not None:
            book.save(self.path)
        return {name: changes[:3] for name, changes in excel.update_from_excel(plan, self.path, **more).items()}

    def test_a_workbook_in_danish(self):
        book = self.book(Plan.load(COMPLETE))
        self.assertEqual(book.sheetnames[:4], ["Plan", "Parter", "Mål", "Strategier"])
        sheet = book["Budget"]
        self.assertEqual([cell.value for cell in sheet[1]], ["Udgiftstype", "Aktivitet", "Indsatsområde", "År", "Part", "Beløb, kr."])
        self.assertEqual([cell.value for cell in sheet[3]], ["aktivitet", "fritidsjob-til-unge", None, 2021, "landsbyggefonden", 350_000])
        self.assertEqual((sheet["F2"].number_format, sheet.freeze_panes, sheet.auto_filter.ref), ("#,##0", "A2", "A1:F30"))
        self.assertEqual((sheet.page_setup.orientation, sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight),
                         ("landscape", 1, 0))
        self.assertTrue(sheet.sheet_properties.pageSetUpPr.fitToPage)
        self.assertTrue(sheet["A1"].font.bold)
        self.assertGreater(sheet.column_dimensions["E"].width, len("eksempelby-boligforening"))
        lists = {str(each.sqref): (each.formula1, each.showErrorMessage) for each in sheet.data_validations.dataValidation}
        self.assertEqual(lists["A2:A530"], ('"løn,sekretariat,aktivitet,evaluering,kommunikation,andet"', True))
        self.assertEqual(lists["E2:E530"][0], "'Parter'!$A$2:$A$509")
        start = book["Aktiviteter"]["N2"]
        self.assertEqual((start.value, start.number_format), (datetime.datetime(2021, 3, 1), "dd-mm-yyyy"))
        self.assertEqual((book["Plan"]["A2"].value, book["Plan"]["B2"].value),
                         ("Titel", "Boligsocial helhedsplan for Eksempelparken 2021-2024"))

    def test_a_workbook_in_english(self):
        plan = small_plan()
        book = self.book(plan, lang="en")
        self.assertEqual(book.sheetnames, ["Plan", "Parties", "Goals", "Activities", "Contributions", "Budget", "Indicators"])
        self.assertEqual(book["Budget"]["A2"].value, "staff")
        self.assertEqual(set(self.update(plan, lang="en").values()), {NOTHING})
        self.assertEqual(self.book(plan, tables=["budget"]).sheetnames, ["Budget"])

    def test_plans_survive_their_workbooks(self):
        paths = [COMPLETE, VOLLSMOSE, SOURCE / "tests/faults/every.helhedsplan.json",
                 SOURCE / "tests/corpus/roundtrip/everything.helhedsplan.json",
                 *sorted((SOURCE / "tests/corpus/real").glob("*.helhedsplan.json"))]
        for path in paths:
            plan = Plan.load(path) if path.is_file() else Plan.load(PLANS / path.relative_to(SOURCE))
            before = plan.dump()
            for lang in ("da", "en"):
                out = io.BytesIO()
                excel.to_excel(plan, out, lang=lang)
                out.seek(0)
                self.assertEqual(set(excel.update_from_excel(plan, out, lang=lang).values()), {(*NOTHING, ())}, path)
                self.assertEqual(plan.dump(), before, path)
                made = Plan.new()
                out.seek(0)
                excel.update_from_excel(made, out, lang=lang)
                for name in tables.names():
                    self.assertEqual(tables.to_csv(made, name), tables.to_csv(plan, name), (path, name))

    def test_edits(self):
        plan = small_plan()
        book = self.book(plan)
        sheet = book["Budget"]
        sheet["F2"] = 2000.0
        sheet.append(["Evaluering", None, None, 2017.0, "Odense Kommune", "46 mio. kr."])
        book["Plan"]["B2"] = "Ny titel"
        aktiviteter = book["Aktiviteter"]
        columns = {cell.value: cell.column_letter for cell in aktiviteter[1]}
        aktiviteter[columns["Første dag"] + "2"] = datetime.date(2022, 1, 31)
        aktiviteter[columns["Sidste dag"] + "2"] = 2023
        aktiviteter[columns["Første dag"] + "3"] = "1. januar 2022"
        aktiviteter[columns["Alder fra"] + "2"] = 13
        changes = self.update(plan, book)
        self.assertEqual((changes["budget"], changes["plan"], changes["activities"]), ((1, 1, 0), (0, 1, 0), (0, 2, 0)))
        self.assertEqual(budget(plan)[2], ("evaluation", None, 2017, "odense", 46_000_000))
        natcafe, job = plan.activities
        self.assertEqual((str(natcafe.start), str(natcafe.end), str(job.start), natcafe.target_group.age_min, plan.title),
                         ("2022-01-31", "2023", "2022-01-01", 13, "Ny titel"))

    def test_faults_have_their_places(self):
        plan = small_plan()
        book = self.book(plan)
        sheet = book["Budget"]
        sheet["F2"], sheet["A3"], sheet["D3"], sheet["F3"] = 1.5, "husleje", True, -500
        sheet["E2"], sheet["H2"] = "=A1", "=A1"  # the second is in no column of the table
        sheet.append(["løn", None, None, 2016, "odense", "#REF!"])
        book["Parter"]["C2"] = "bank"
        book["Aktiviteter"]["N2"] = "snart"
        faults = self.refused(plan, lambda: self.update(plan, book))
        self.assertEqual([fault.partition(": ")[::2] for fault in faults][:3], [
            ("Budget!E2", "formlen har ingen værdi; åbn og gem filen i et regneark"),
            ("Budget!F4", "cellen har fejlen #REF!"),
            ("Parter!C2", faults[2].partition(": ")[2])])
        self.assertIn("»bank« er ikke et af ordene kommune, boligorganisation, ", faults[2])
        self.assertEqual(faults[3:], [
            "Aktiviteter!N2: »snart« er ikke en dato",
            "Budget!F2: 1,5 er ikke et helt antal kroner",
            "Budget!A3: »husleje« er ikke et af ordene løn, sekretariat, aktivitet, evaluering, kommunikation, andet",
            "Budget!D3: »true« er ikke et helt tal",
            "Budget!F3: -500 er uden for 0 til 1.000.000.000.000"])

    def test_texts_are_never_formulas(self):
        plan = small_plan()
        for name in ("=1+1", "#N/A", "_x000D_", "a\r\nb", "\x01", " a ", "TRUE", "'=a", "2016-01-01", "12"):
            plan.parties["odense"].name = name
            book = self.book(plan)
            self.assertEqual(book["Parter"]["B2"].data_type, "s", name)
            self.assertEqual(set(self.update(plan).values()), {NOTHING}, name)
            plan.parties["odense"].name = "x"
            self.assertEqual(self.update(plan)["parties"], (0, 1, 0), name)
            self.assertEqual(plan.parties["odense"].name, name)

    def test_a_text_that_is_too_long(self):
        plan = small_plan()
        plan.vision = "x" * 32768
        faults = self.refused(plan, lambda: excel.to_excel(plan, self.path))
        self.assertEqual(faults, ["Plan!B14: teksten har 32768 tegn, og en celle kan højst have 32767"])
        self.assertFalse(self.path.exists())

    def test_dates_and_decimals_of_all_kinds(self):
        plan = Plan.load(COMPLETE)
        for start in ("2016", "2016-02", "2016-02-29", "1899-12-31", "1900-02-28", "1900-03-01"):
            for value in ("63.5", "63.50", "-0.5", "0.1", "12345678901.2345", "7", "0"):
                plan.activities[0].start = start
                plan.indicators[0].baseline.value = value
                before = plan.dump()
                book = self.book(plan, tables=["activities", "indicators"])
                plan.activities[0].start = plan.indicators[0].baseline.value = None
                self.update(plan, book)
                self.assertEqual(plan.dump(), before, (start, value))

    def test_percentages(self):
        plan = Plan.load(COMPLETE)
        book = self.book(plan, tables=["indicators"])
        cell = book["Indikatorer"]["H2"]
        self.assertEqual(book["Indikatorer"]["H1"].value, "Udgangspunkt")
        cell.value, cell.number_format = 0.635, "0.0%"
        self.update(plan, book)
        self.assertEqual(plan.indicators[0].baseline.value, "63.5")

    def test_a_sheet_with_headings_of_its_own(self):
        book = openpyxl.Workbook()
        sheet = book.active
        sheet.title = "Budget 2016-17"
        for row in (["Odense Kommune"], [], ["Post", "Hvem", 2016, 2017], ["løn", "Odense Kommune", 1000, 2000.0],
                    ["aktivitet", "fonden", None, 300], ["I alt", None, "=SUM(C4:C5)", "=SUM(D4:D5)"]):
            sheet.append(row)
        plan = small_plan()
        more = {"sheet": "Budget 2016-17", "table": "budget", "columns": {"Post": "category", "Hvem": "party"}, "header_row": 3,
                "years": True, "missing": "remove"}
        faults = self.refused(plan, lambda: self.update(plan, book, **more))
        self.assertIn("'Budget 2016-17'!C6: formlen har ingen værdi; åbn og gem filen i et regneark", faults)
        sheet["C6"], sheet["D6"] = 1000, 2300
        self.assertEqual(self.update(plan, book, skip=["I alt"], **more), {"budget": (2, 0, 1)})
        self.assertEqual(sorted(line[2:] for line in budget(plan)),
                         [(2016, "odense", 1000), (2017, "fonden", 300), (2017, "odense", 2000)])

    def test_what_is_no_workbook(self):
        plan = small_plan()
        self.path.write_bytes(b"ikke en projektmappe")
        self.assertIn("plan.xlsx: filen kan ikke læses som en projektmappe", self.refused(plan, lambda: self.update(plan))[0])
        with self.assertRaises(FileNotFoundError):
            excel.update_from_excel(plan, self.path.with_name("ingen.xlsx"))
        book = openpyxl.Workbook()
        self.assertEqual(self.refused(plan, lambda: self.update(plan, book)),
                         ["ingen af arkene Sheet har en tabels navn; angiv sheet og table"])
        self.assertEqual(self.refused(plan, lambda: self.update(plan, book, sheet="Ark1", table="budget")),
                         ["Ark1: der er intet ark med det navn; arkene er Sheet"])
        with self.assertRaises(TypeError):
            self.update(plan, book, sheet="Sheet")
        with self.assertRaises(TypeError):
            self.update(plan, book, years=True)

    def test_without_openpyxl(self):
        found = subprocess.run([sys.executable, "-c", "import sys; sys.modules['openpyxl'] = None\nimport helhedsplan.excel as e\n"
                                "import helhedsplan; e.to_excel(helhedsplan.Plan.new(), 'x.xlsx')"], capture_output=True,
                               text=True, check=False)
        self.assertIn("ModuleNotFoundError: helhedsplan.excel needs the Python package openpyxl: pip install "
                      "helhedsplan[excel]", found.stderr)


if __name__ == "__main__":
    unittest.main()
