"""Sheets and files from which a figure could be read wrongly without a word: each is refused, or read as it was meant."""

import unittest

from helhedsplan import tables
from test_tables import BUDGET, Refused, budget, small_plan

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


if __name__ == "__main__":
    unittest.main()
