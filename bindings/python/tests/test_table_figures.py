"""Sheets and files from which a figure could be read wrongly without a word: each is refused, or read as it was meant."""

import datetime
import io
import re
import unicodedata
import unittest
import zipfile

from helhedsplan import Plan, tables
from support import COMPLETE
from test_tables import BUDGET, Refused, budget, small_plan

try:
    import openpyxl
except ModuleNotFoundError:
    openpyxl = None
else:
    from helhedsplan import excel

LINES = "Udgiftstype;Aktivitet;Indsatsområde;År;Part;Beløb, kr.\n"
BARE = "rækken har kun beløb; er den en sum? Skriv, hvad beløbet er til, eller slet rækken"


class Delimited(Refused):
    """Files whose cells are not where they seem to be."""

    def faults(self, content, **more):
        plan = small_plan()
        data = content if isinstance(content, bytes) else content.encode()
        return self.refused(plan, lambda: tables.update_from_csv(plan, "budget", data, missing="keep", **more))

    def test_an_amount_with_the_separator_in_it(self):
        self.assertEqual(self.faults("Category,Activity,Focus area,Year,Party,\"Amount, DKK\"\nstaff,,,2019,odense,1,500\n",
                                     lang="en"),
                         ["CSV:2: the row has 7 cells, and there are 6 headings; is a separator not in quotes?"])
        self.assertEqual(self.faults(BUDGET.replace("\n", ";\n") + "løn;2019;odense;1;500\n"),
                         ["CSV:2: rækken har 5 celler, og overskrifterne er 4; står et skilletegn uden anførselstegn?"])

    def test_empty_cells_beyond_the_headings(self):
        plan = small_plan()
        self.assertEqual(tables.update_from_csv(plan, "budget", (BUDGET + "løn;2016;odense;7;;\n").encode(), missing="keep")[:3],
                         (0, 1, 0))

    def test_a_row_that_is_cut(self):
        self.assertEqual(self.faults(LINES + "løn;;;2016;odense\n"), ["CSV:2: rækken slutter før sit beløb"])

    def test_headings_from_macos(self):
        """å as a and a ring: the column of years was ignored."""
        plan = small_plan()
        content = unicodedata.normalize("NFD", LINES) + "løn;;;2016;odense;7\n"
        self.assertEqual(tables.update_from_csv(plan, "budget", content.encode(), missing="keep"), (0, 1, 0, ()))

    def test_a_file_that_is_broken_is_not_in_another_encoding(self):
        content = LINES + "løn;;;2016;odense;7\n"
        self.assertEqual(self.faults(content.encode("utf-8-sig") + b"\xff"), ["CSV: filen begynder som UTF-8, men er det ikke overalt"])
        self.assertEqual(self.faults(content.encode("utf-16") + b"\0"), ["CSV: filen begynder som UTF-16, men er det ikke overalt"])

    def test_a_title_with_commas(self):
        plan = small_plan()
        content = "Budget, 2016, vedtaget, endelig\n" + BUDGET + "løn;2016;odense;7\n"
        self.assertEqual(tables.update_from_csv(plan, "budget", content.encode(), missing="keep")[:3], (0, 1, 0))

    def test_quotes_that_do_not_match(self):
        for line in ('løn;;;2019;odense;"5"6\n', 'løn;;;2019;odense;"5\n'):
            self.assertIn("CSV: filen kan ikke læses som CSV: ", self.faults(LINES + line)[0])


class Totals(Refused):
    """A total below the lines, which is no line."""

    WIDE = "Post;Part;2016\nLærer;odense;5\nI alt;;5\n"

    def read(self, content, **more):
        return tables.update_from_csv(self.plan, "budget", content.encode(), missing="keep", **more)

    def faults(self, content, **more):
        return self.refused(self.plan, lambda: self.read(content, **more))

    def setUp(self):
        self.plan = small_plan()

    def test_its_name_is_in_a_column_that_is_not_read(self):
        faults = self.faults(self.WIDE, columns={"Part": "party"}, years=True)
        self.assertEqual(faults[0], "CSV:3: »I alt« ser ud til at være en sum; udelad rækken med skip=[\"I alt\"]")
        for name in ("IALT:", "Total 2016", "Subtotal", "Sum kr.", "Udgifter i alt", "Mellemsum", "Budget 2016 i alt", "Samlede udgifter",
                     "Total costs"):
            self.assertEqual(len(self.faults(BUDGET.replace("\n", ";Note\n") + f"løn;2020;odense;5;{name}\n")), 1, name)

    def test_skip_finds_it_there(self):
        self.read(self.WIDE, columns={"Part": "party"}, years=True, skip=["i alt"])
        self.assertEqual(budget(self.plan)[2:], [(None, None, 2016, "odense", 5)])

    def test_a_note_that_is_no_total(self):
        for year, note in enumerate(("Totalentreprise", "i alt tre stillinger", "to stillinger i alt", "samlet for begge afdelinger"), 2020):
            self.read(BUDGET.replace("\n", ";Note\n") + f"løn;{year};odense;5;{note}\n")
        self.assertEqual(len(budget(self.plan)), 6)

    def test_it_has_no_name(self):
        self.assertEqual(self.faults(LINES + "løn;;;2020;odense;5\n;;;;;1505\n"), [f"CSV:3: {BARE}"])
        self.assertEqual(self.faults("Part;2016;2017\nodense;5;6\n;5;6\n", columns={"Part": "party"}, years=True),
                         [f"CSV:3: {BARE}"] * 2)
        self.assertEqual(self.faults("Part;Kr\nodense;5\n;5\n", columns={"Part": "party", "Kr": "amount"},
                                     values={"category": "løn"}), [f"CSV:3: {BARE}"])

    def test_a_line_of_the_plan_with_nothing_but_an_amount(self):
        self.plan.financing.budget[0].category = self.plan.financing.budget[0].year = self.plan.financing.budget[0].party = None
        self.assertEqual(self.read(tables.to_csv(self.plan, "budget").decode())[:3], (0, 0, 0))


class Twins(unittest.TestCase):
    """Lines that differ in nothing but their amounts, of which each has a member of its own."""

    def setUp(self):
        lines = ", ".join(f'{{"category": "staff", "party": "a", "year": 2016, "amount": {i}, "x-n": "{name}"}}' for i, name in
                          enumerate(("one", "two", "three"), 1))
        self.plan = Plan.parse("""{"format": "helhedsplan/1", "id": "p", "title": "T", "status": "draft", "scheme": "lbf-2015-2018",
            "area": "A", "parties": [{"id": "a", "name": "A", "kind": "other"}],
            "financing": {"budget": [%s], "contributions": [{"parties": ["a"], "amount": 5, "year": 2016}]}}""" % lines)

    def read(self, *amounts, **more):
        content = BUDGET + "".join(f"løn;2016;a;{amount}\n" for amount in amounts)
        changes = tables.update_from_csv(self.plan, "budget", content.encode(), **more)[:3]
        return changes, re.findall('"amount": (.*?),\\s*"x-n": "(.*?)"', self.plan.dump())

    def test_sorted(self):
        self.assertEqual(self.read(3, 1, 2), ((0, 0, 0), [("1", "one"), ("2", "two"), ("3", "three")]))

    def test_one_removed(self):
        self.assertEqual(self.read(2, 3, missing="remove"), ((0, 0, 1), [("2", "two"), ("3", "three")]))

    def test_one_edited(self):
        self.assertEqual(self.read(3, 7, 2), ((0, 1, 0), [("7", "one"), ("2", "two"), ("3", "three")]))

    def test_an_empty_list_is_left_as_it_is(self):
        self.plan.financing.contributions[0].parties = []
        content, before = tables.to_csv(self.plan, "contributions"), self.plan.dump()
        self.assertEqual(tables.update_from_csv(self.plan, "contributions", content)[:3], (0, 0, 0))
        self.assertEqual(self.plan.dump(), before)


class Numbers(Refused):
    def test_an_amount_that_is_too_large(self):
        for amount in ("1.000.000.000.001", "1000000000001"):
            plan = small_plan()
            content = BUDGET + f"løn;2016;odense;{amount}\n"
            self.assertEqual(self.refused(plan, lambda: tables.update_from_csv(plan, "budget", content.encode(), missing="keep")),
                             [f"CSV:2, Beløb, kr.: {amount} er uden for 0 til 1.000.000.000.000"])

    def test_a_decimal_that_is_another_in_the_other_language(self):
        """1,234 in an English sheet is no 1.234, although a Danish one writes it so."""
        plan = Plan.load(COMPLETE)
        plan.indicators[0].baseline.value = "1.234"
        content = f"Id,Baseline\n{plan.indicators[0].id},\"1,234\"\n".encode()
        faults = self.refused(plan, lambda: tables.update_from_csv(plan, "indicators", content, lang="en", missing="keep"))
        self.assertIn("can be read in two ways", faults[0])

    def test_the_row_of_the_headings(self):
        for row in (0, -1):
            with self.assertRaises(ValueError):
                tables.update_from_csv(small_plan(), "budget", BUDGET.encode(), header_row=row)


class Headings(Refused):
    """Headings by which an amount would be read wrongly, or from the wrong column."""

    def faults(self, content, **more):
        plan = small_plan()
        return self.refused(plan, lambda: tables.update_from_csv(plan, "budget", content.encode(), missing="keep", **more))

    def test_amounts_in_thousands_or_millions(self):
        for unit in ("i 1.000 kr.", "(t.kr.)", "(tkr)", "mio. kr.", "in DKK million", "(mkr.)", "i mkr", "mDKK", "i kkr.", "(t. DKK)",
                     "i tusind", "i 1000", "i hele 1.000", "(1.000)", "('000)", "(000)", "x 1.000", "i 1.000-kr.", "i 100.000 kr."):
            heading = f"Beløb {unit}"
            content = f"Part;{heading}\nodense;5\n"
            self.assertEqual(self.faults(content, columns={"Part": "party", heading: "amount"}),
                             [f"CSV:1: »{heading}«: beløb læses i hele kroner; omregn dem, og ret teksten"])
            self.assertEqual(len(self.faults(content.replace("Beløb", "Budget 2016"), columns={"Part": "party"}, years=True)), 1)
            self.assertEqual(len(self.faults(f"Budget {unit};\n" + BUDGET + "løn;2016;odense;5\n")), 1)

    def test_units_elsewhere(self):
        plan = small_plan()
        content = "Ramme: 46 mio. kr., i kr.;;;\n" + BUDGET.replace("\n", ";Timer i 1.000 kr.\n") + "løn;2016;odense;5;\n"
        self.assertEqual(tables.update_from_csv(plan, "budget", content.encode(), missing="keep")[:3], (0, 1, 0))

    def test_amounts_in_another_currency(self):
        for unit in ("(EUR)", "i euro", "i €", "i USD", "i øre"):
            heading = f"Beløb {unit}"
            self.assertEqual(len(self.faults(f"Part;{heading}\nodense;5\n", columns={"Part": "party", heading: "amount"})), 1, unit)

    def test_amounts_in_kroner(self):
        for unit in ("i kr.", "(kr.)", "i hele kr.", "(DKK)", "46.000.000 kr.", "på konto 1000", "1.000.000 kr. i alt", "2016"):
            heading = f"Beløb {unit}"
            plan = small_plan()
            content = f"Udgiftstype;År;Part;{heading}\nløn;2016;odense;5\n"
            columns = {"Udgiftstype": "category", "År": "year", "Part": "party", heading: "amount"}
            self.assertEqual(tables.update_from_csv(plan, "budget", content.encode(), columns=columns, missing="keep")[:3], (0, 1, 0))

    def test_a_heading_with_a_span_of_years(self):
        for heading in ("2016/17", "2016-17", "2016–17", "2016/2017", "1/2016", "1.1.2016-30.6.2016"):
            plan = small_plan()
            changes = tables.update_from_csv(plan, "budget", f"Udgiftstype;Part;{heading};2018\nløn;odense;5;7\n".encode(), years=True,
                                             missing="keep")
            self.assertEqual(changes, (1, 0, 0, (heading,)))
            self.assertEqual(budget(plan)[2:], [("staff", None, 2018, "odense", 7)])

    def test_two_columns_of_one_year(self):
        self.assertEqual(self.faults("Part;Budget 2016;Regnskab 2016\nodense;5;7\n", columns={"Part": "party"}, years=True),
                         ["CSV:1: både »Budget 2016« og »Regnskab 2016« er året 2016; slet den ene"])

    def test_two_headings_of_one_column(self):
        self.assertEqual(self.faults("Part;Beløb;Kroner\nodense;5;6\n",
                                     columns={"Part": "party", "Beløb": "amount", "Kroner": "amount"}),
                         ["CSV:1: både »Beløb« og »Kroner« er Beløb, kr."])

    def test_a_year_beside_years(self):
        for heading in ("År", "Beløb, kr."):
            self.assertEqual(self.faults(f"Part;{heading};2016\nodense;2017;6\n", years=True),
                             [f"CSV:1: overskriften »{heading}« står ved siden af kolonner med beløb for hvert år"])


@unittest.skipIf(openpyxl is None, "openpyxl is not here")
class Workbooks(Refused):
    """A workbook with one budget line of 2019, edited."""

    def setUp(self):
        self.plan = small_plan()
        self.book = openpyxl.Workbook()
        self.sheet = self.book.active
        self.sheet.title = "Budget"
        self.sheet.append(LINES.strip().split(";"))
        self.sheet.append(["løn", None, None, 2019, "odense", 5])

    def update(self, **more):
        out = io.BytesIO()
        self.book.save(out)
        out.seek(0)
        return excel.update_from_excel(self.plan, out, missing="keep", **more)

    def faults(self, **more):
        return self.refused(self.plan, lambda: self.update(**more))

    def show(self, cell, value, number_format):
        self.sheet[cell] = value
        self.sheet[cell].number_format = number_format

    def test_a_percentage_is_no_amount(self):
        self.show("F2", 0.25, "0%")
        self.assertEqual(self.faults(), ["Budget!F2: »25 %« er ikke et beløb i kroner"])
        self.show("F2", 5, "0")
        self.show("D2", 20.19, "0.00%")
        self.assertEqual(self.faults(), ["Budget!D2: »2019 %« er ikke et helt tal"])

    def test_a_decimal_with_the_noise_of_calculation(self):
        sheet = self.book.create_sheet("Indikatorer")
        self.plan = Plan.load(COMPLETE)
        sheet.append(["Id", "Udgangspunkt"])
        sheet.append([self.plan.indicators[0].id, 0.1 + 0.2])
        del self.book["Budget"]
        self.update()
        self.assertEqual(self.plan.indicators[0].baseline.value, "0.3")

    def test_a_percent_sign_that_is_only_shown(self):
        for shown in ('0"%"', "0\\%"):
            plan = small_plan()
            self.show("F2", 5, shown)
            self.update()
            self.assertEqual(budget(self.plan)[2][-1], 5, shown)
            self.plan = plan

    def test_a_time_of_day_is_no_number(self):
        for value in (datetime.time(12, 30), datetime.timedelta(hours=37)):
            self.sheet["F2"] = value
            (fault,) = self.faults()
            self.assertRegex(fault, "^Budget!F2: ».*:.*« er ikke et beløb i kroner$")

    def test_a_heading_that_is_a_formula_without_a_value(self):
        self.sheet["F1"] = "=2019+1"
        self.assertEqual(self.faults(sheet="Budget", table="budget", columns={"Part": "party"}, years=True),
                         ["Budget!F1: formlen har ingen værdi; åbn og gem filen i et regneark"])

    def test_a_formula_without_a_value_in_xml_with_prefixes(self):
        """As .NET programs write it: <x:f>."""
        self.sheet["F2"] = "=1+1"
        out, prefixed = io.BytesIO(), io.BytesIO()
        self.book.save(out)
        with zipfile.ZipFile(out) as old, zipfile.ZipFile(prefixed, "w") as new:
            for name in old.namelist():
                data = old.read(name)
                if name.startswith("xl/worksheets/"):
                    data = re.sub(rb"<(/?)(\w)", rb"<\1x:\2", data).replace(b"xmlns=", b"xmlns:x=")
                new.writestr(name, data)
        prefixed.seek(0)
        faults = self.refused(self.plan, lambda: excel.update_from_excel(self.plan, prefixed, missing="keep"))
        self.assertEqual(faults, ["Budget!F2: formlen har ingen værdi; åbn og gem filen i et regneark"])

    def test_a_category_merged_over_several_lines(self):
        self.sheet.append([None, None, None, 2020, "odense", 7])
        self.sheet.merge_cells("A2:A3")
        self.assertEqual(self.faults(), ["Budget!A3: cellerne A2:A3 er flettet; ophæv det, og udfyld hver celle"])

    def test_an_amount_merged_over_two_years(self):
        self.sheet.append(["Part", 2016, 2017])
        self.sheet.append(["odense", 500, None])
        self.sheet.merge_cells("B4:C4")
        self.assertEqual(self.faults(sheet="Budget", table="budget", header_row=3, columns={"Part": "party"}, years=True),
                         ["Budget!C4: cellerne B4:C4 er flettet; ophæv det, og udfyld hver celle"])

    def test_a_text_merged_over_columns(self):
        self.sheet.append(["Budgettet er vedtaget"])
        self.sheet.merge_cells("A3:F3")
        self.assertEqual(self.update(skip=["Budgettet er vedtaget"])["budget"][:3], (1, 0, 0))

    def test_two_sheets_of_one_table(self):
        for title, name in (("Parter", "Navn"), ("Parties", "Name")):
            sheet = self.book.create_sheet(title)
            sheet.append(["Id", name])
            sheet.append(["odense", title])
        self.assertEqual(self.faults(), ["Parties: arkene Parter, Parties er samme tabel; angiv sheet og table"])

    def test_a_cell_far_away(self):
        self.sheet["F200000"] = "i kr."
        self.assertEqual(self.faults(), ["Budget!F200000: »i kr.« er ikke et beløb i kroner", "Budget!200000: " + BARE])
        self.sheet["F200000"] = None
        self.sheet["XFD2"] = "x"
        self.assertEqual(self.faults(), ["Budget!XFD2: der er mere end 1000 kolonner"])

    def test_a_file_that_is_too_large(self):
        self.sheet.append(["x" * 30000])
        excel._MOST_BYTES, before = 2**15, excel._MOST_BYTES
        try:
            self.assertEqual(self.faults(), ["filen fylder over 0 MB pakket ud"])
        finally:
            excel._MOST_BYTES = before
        self.sheet.merge_cells("A2:A1100")
        self.assertEqual(self.faults(), ["celler er flettet over mere end 1000 rækker"])


if __name__ == "__main__":
    unittest.main()
