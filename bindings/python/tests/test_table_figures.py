"""Sheets and files from which a figure could be read wrongly without a word: each is refused, or read as it was meant."""

import datetime
import io
import unittest

from helhedsplan import tables
from test_tables import BUDGET, Refused, budget, small_plan

try:
    import openpyxl
except ModuleNotFoundError:
    openpyxl = None
else:
    from helhedsplan import excel

LINES = "Udgiftstype;Aktivitet;Indsatsområde;År;Part;Beløb, kr.\n"


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

    def test_quotes_that_do_not_match(self):
        for line in ('løn;;;2019;odense;"5"6\n', 'løn;;;2019;odense;"5\n'):
            self.assertIn("CSV: filen kan ikke læses som CSV: ", self.faults(LINES + line)[0])


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


if __name__ == "__main__":
    unittest.main()
