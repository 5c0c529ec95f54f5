"""Sheets of arbitrary bytes: the readers of CSV and Excel take all of a sheet or nothing, and raise nothing but TableError.

A sheet that the package writes is changed at random, its bytes or its cells; each is read into a plan. If it is taken, the plan
is written as a document in which nothing is wrong but what a sheet may leave out: members (HP104), and what references lead to
(HP108). The sheet of the new plan, read once more, changes nothing. HHP_SHEETS is how many are tried; the same number is the same sheets."""

import csv
import io
import os
import random
import unittest
import zipfile

import helhedsplan
from helhedsplan import Plan, tables
from support import COMPLETE

try:
    import openpyxl  # noqa: F401
except ModuleNotFoundError:
    openpyxl = None
else:
    from helhedsplan import excel

SHEETS = int(os.environ.get("HHP_SHEETS", "150"))
CELLS = ("", "0", "-1", "1.000", "1.000,50", "1e9", "99999999999999999999", "2016", "31-12-2020", "2020-02-30", "ja", "nej", "klub",
         "=1+1", "'=1+1", "a;b", "x\ny", '"', "\u0000", "\u202e", "Æble", "#REF!", " ", "staff", "løn", "i alt", "Odense Kommune")


def changed_bytes(source, content):
    """A few bytes of it replaced, removed or doubled."""
    content = bytearray(content)
    for _ in range(source.randint(1, 6)):
        at, length = source.randrange(len(content) + 1), source.randint(1, 12)
        how = source.randrange(4)
        if how == 0:
            del content[at:at + length]
        elif how == 1:
            content[at:at] = content[at:at + length]
        elif how == 2:
            content[at:at + 1] = bytes([source.randrange(256)])
        else:
            content[at:at] = source.choice(CELLS).encode("utf-8", "surrogatepass")
    return bytes(content)


def changed_cells(source, content):
    """Cells of a CSV replaced, and rows and columns moved, doubled and removed."""
    text = content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))
    for _ in range(source.randint(1, 5)):
        row = source.randrange(len(rows))
        how = source.randrange(6)
        if how == 0 and len(rows) > 1:
            del rows[row]
        elif how == 1:
            rows.insert(row, list(rows[source.randrange(len(rows))]))
        elif how == 2:
            source.shuffle(rows[row])
        elif rows[row]:
            rows[row][source.randrange(len(rows[row]))] = source.choice(CELLS)
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=source.choice(";,\t|")).writerows(rows)
    return out.getvalue().encode(source.choice(("utf-8", "utf-8-sig", "utf-16", "cp1252")), "replace")


def changed_part(source, content):
    """A workbook with one of its parts changed: what is in its archive, or the archive itself."""
    if source.random() < 0.2:
        return changed_bytes(source, content)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        names = old.namelist()
        victim = source.choice([name for name in names if "sheet" in name.lower()] if source.random() < 0.8 else names)
        for name in names:
            part = old.read(name)
            new.writestr(name, changed_bytes(source, part) if name == victim else part)
    return out.getvalue()


class Sheets(unittest.TestCase):
    def setUp(self):
        self.json = COMPLETE.read_text(encoding="utf-8")
        self.taken = self.refused = 0

    def read(self, plan, read_into):
        """Whether it is taken; the plan is then sound, and else unchanged."""
        before = plan.dump()
        try:
            read_into(plan)
        except tables.TableError as refused:
            self.refused += 1
            self.assertTrue(refused.faults)
            self.assertTrue(all(str(fault) for fault in refused.faults))
            self.assertEqual(plan.dump(), before)
            return False
        self.taken += 1
        wrong = {finding.rule for finding in helhedsplan.check(plan.dump()) if "HP101" <= finding.rule <= "HP110"}
        self.assertLessEqual(wrong, {"HP104", "HP108", "HP110"})  # what is missing, and ids of what may come later
        return True

    def finish(self, what):
        print(f"{what}: {self.taken + self.refused} read, {self.taken} taken", flush=True)
        self.assertGreater(self.taken, 0)
        self.assertGreater(self.refused, 0)

    def test_csv(self):
        source = random.Random(1)
        for _ in range(SHEETS):
            name, missing = source.choice(tables.names()), source.choice(("error", "keep", "remove"))
            plan = Plan.parse(self.json)
            content = source.choice((changed_bytes, changed_cells))(source, tables.to_csv(plan, name))
            with self.subTest(table=name, missing=missing, content=content):
                if self.read(plan, lambda into: tables.update_from_csv(into, name, content, missing=missing)):
                    after = plan.dump()
                    tables.update_from_csv(plan, name, tables.to_csv(plan, name))
                    self.assertEqual(plan.dump(), after)
        self.finish("CSV")

    @unittest.skipIf(openpyxl is None, "openpyxl is missing")
    def test_excel(self):
        source, out = random.Random(2), io.BytesIO()
        excel.to_excel(Plan.parse(self.json), out)
        for n in range(max(20, SHEETS // 6)):
            content = changed_part(source, out.getvalue())
            plan = Plan.parse(self.json)
            with self.subTest(number=n):
                self.read(plan, lambda into: excel.update_from_excel(into, io.BytesIO(content), missing="keep"))
        self.finish("Excel")


if __name__ == "__main__":
    unittest.main()
