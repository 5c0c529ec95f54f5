"""Workbooks: a plan as sheets for Excel, and sheets read back into the plan.

Needs openpyxl: `pip install helhedsplan[excel]`, or python3-openpyxl on Debian.

`to_excel` writes a sheet for each table, with Danish headings, dates and kroner as Excel has them, and lists to choose words
from. `update_from_excel` reads such a workbook, or a sheet with headings of its own, back into a plan: everything or, with a
list of what is wrong and where, nothing."""

from __future__ import annotations

import datetime
import io
import os
import re
from decimal import Decimal
from typing import IO, Any, Dict, Iterable, Iterator, List, Mapping, Optional, Tuple, Union

from . import _tables
from ._errors import of_os_error

from ._table_update import Cell, Changes, update
from ._tables import Column, Fault, Table, TableError, find_table, fold
from .tables import Reading, replace_file

PathLike = Union[str, "os.PathLike[str]"]

__all__ = ["Changes", "Fault", "TableError", "to_excel", "update_from_excel"]

#: Tables that a workbook has even if they are empty.
_ALWAYS = ("plan", "parties", "goals", "activities", "contributions", "budget", "indicators")
_LONGEST = 32767  # characters in a cell
_FIRST_DAY = datetime.date(1900, 3, 1)  # Excel believes that 1900 had a 29 February
_MOST_BYTES = 200 * 2**20  # of the XML in a workbook; a budget of 100,000 lines has 30 MB
_MOST_MERGED = 1000  # rows that are merged into one cell: openpyxl makes an object of each cell
_MOST_COLUMNS = 1000
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="\$?[A-Z]+\$?([0-9]+):\$?[A-Z]+\$?([0-9]+)"')
_SPARE_ROWS = 500  # below the last row, where cells have lists of words too
_DAY_FORMAT = {"da": "dd-mm-yyyy", "en": "yyyy-mm-dd"}
# What XML cannot hold, or would change, as Excel writes it: _x000D_.
_ODD = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
#: What a number format shows as it is: 0"%" is a number with a percent sign after it.
_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.')
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


def _openpyxl() -> Any:
    try:
        import openpyxl
    except ModuleNotFoundError as missing:
        if missing.name != "openpyxl":
            raise
        raise ModuleNotFoundError("helhedsplan.excel needs the Python package openpyxl: pip install helhedsplan[excel], or "
                                  "python3-openpyxl on Debian", name="openpyxl") from missing
    return openpyxl


# --- Writing ---


def to_excel(plan: Any, path: "Union[PathLike, IO[bytes]]", *, lang: str = "da",
             tables: Optional[Iterable[str]] = None) -> None:
    """Writes a plan as a workbook, to a path or an open file.

    It has the tables with rows and always those of the plan, parties, goals, activities, contributions, budget and
    indicators; or those of `tables`. `lang` is "da" or "en". Raises TableError if a text is too long for a cell."""
    openpyxl = _openpyxl()
    chosen = [find_table(name) for name in tables] if tables is not None else [
        table for table in _tables.all_tables() if table.name in _ALWAYS or table.count(plan)]
    book, faults = openpyxl.Workbook(), []  # type: Any, List[Fault]
    book.remove(book.active)
    for table in chosen:
        sheet = book.create_sheet(table.title(lang))
        writing = _Writing(plan, table, sheet, lang, faults)
        if table.name == "plan":
            writing.down()
        else:
            writing.across([each.name for each in chosen])
    if faults:
        raise TableError(faults)
    out = io.BytesIO()
    book.save(out)
    if hasattr(path, "write"):
        path.write(out.getvalue())  # type: ignore[union-attr]
    else:
        replace_file(path, out.getvalue())  # type: ignore[arg-type]


class _Writing:
    """A sheet being written."""

    def __init__(self, plan: Any, table: Table, sheet: Any, lang: str, faults: List[Fault]) -> None:
        self.plan, self.table, self.sheet, self.lang, self.faults = plan, table, sheet, lang, faults
        self.options = _tables.table_options(lang)
        from openpyxl.styles import Alignment, Font

        self.bold, self.wrapped = Font(bold=True), Alignment(wrap_text=True, vertical="top")

    def across(self, sheets: List[str]) -> None:
        """Headings in the first row, and a row for each object."""
        from openpyxl.utils import get_column_letter

        columns, sheet = self.table.columns, self.sheet
        for i, column in enumerate(columns, 1):
            self.head(sheet.cell(1, i), column)
        last = 1
        for last, row in enumerate(self.table.rows(self.plan), 2):
            for i, column in enumerate(columns, 1):
                self.put(sheet.cell(last, i), column, row)
        for i, column in enumerate(columns, 1):
            letter = get_column_letter(i)
            lengths = [len(str(sheet.cell(each, i).value or "")) for each in range(1, min(last, 200) + 1)]
            sheet.column_dimensions[letter].width = min(max(10, *lengths) + 2, 60)
            self.offer(column, f"{letter}2:{letter}{last + _SPARE_ROWS}", sheets)
        sheet.freeze_panes = "A2"
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{last}"
        sheet.print_title_rows = "1:1"
        self.fit_to_page()

    def down(self) -> None:
        """The plan: headings in the first column, and values beside them."""
        row = next(self.table.rows(self.plan))
        for i, column in enumerate(self.table.columns, 1):
            self.head(self.sheet.cell(i, 1), column)
            self.put(self.sheet.cell(i, 2), column, row)
            self.offer(column, f"B{i}", [])
        self.sheet.column_dimensions["A"].width = 28
        self.sheet.column_dimensions["B"].width = 80
        self.sheet.freeze_panes = "B1"
        self.fit_to_page()

    def fit_to_page(self) -> None:
        """Printed on A4 across, all columns on a page."""
        from openpyxl.worksheet.properties import PageSetupProperties

        setup = self.sheet.page_setup
        setup.orientation, setup.paperSize, setup.fitToHeight = "landscape", 9, 0
        self.sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)

    def head(self, cell: Any, column: Column) -> None:
        cell.value, cell.font = column.heading(self.lang), self.bold

    def put(self, cell: Any, column: Column, row: Any) -> None:
        value = column.value(row)
        if value is None:
            return
        if column.type in ("KRONER", "NUMBER"):
            cell.value = value
            cell.number_format = "#,##0" if column.type == "KRONER" else "0"
        elif column.type == "DATE":
            self.put_date(cell, value, column.text(row))
        elif column.type == "DECIMAL":
            self.put_decimal(cell, column.text(row), column.text(row, self.options))
        else:
            self.put_text(cell, column.text(row, self.options))

    def put_date(self, cell: Any, number: int, words: str) -> None:
        """A whole date as Excel's own; a year as a number; all else as text."""
        year, month, day = number // 10000, number // 100 % 100, number % 100
        if day and datetime.date(year, month, day) >= _FIRST_DAY:
            cell.value, cell.number_format = datetime.date(year, month, day), _DAY_FORMAT[self.lang]
        elif not month:
            cell.value = year
        else:
            self.put_text(cell, words)

    def put_decimal(self, cell: Any, exact: str, words: str) -> None:
        """A number if Excel, which has 15 digits, keeps it."""
        digits = exact.lstrip("-").replace(".", "").lstrip("0")
        decimals = len(exact.partition(".")[2])
        if len(digits) > 15 or decimals > 10 or Decimal(repr(float(exact))) != Decimal(exact):
            self.put_text(cell, words)
        else:
            cell.value = float(exact) if decimals else int(exact)
            cell.number_format = "0." + "0" * decimals if decimals else "0"

    def put_text(self, cell: Any, words: str) -> None:
        """A text, never a formula."""
        if len(words) > _LONGEST:
            where = _place(self.sheet.title, cell.coordinate)
            self.faults.append(Fault(where, f"teksten har {len(words)} tegn, og en celle kan højst have {_LONGEST}"
                                     if self.lang == "da" else
                                     f"the text has {len(words)} characters, and a cell at most {_LONGEST}"))
            return
        escaped = _ODD.sub(lambda found: f"_x{ord(found.group()):04X}_", words)
        cell.value, cell.data_type = escaped, "s"  # openpyxl takes "=..." for a formula and "#N/A" for an error
        cell.quotePrefix = words.lstrip("'")[:1] in ("=", "+", "-", "@")
        if len(words) > 60 or "\n" in words:
            cell.alignment = self.wrapped

    def offer(self, column: Column, cells: str, sheets: List[str]) -> None:
        """A list to choose from: words, or the ids of another sheet."""
        from openpyxl.worksheet.datavalidation import DataValidation

        formula = None
        if column.type in ("WORD", "TRUTH"):
            words = ",".join(column.words(self.lang))
            formula = f'"{words}"' if len(words) <= 255 and '"' not in words else None
        elif column.type == "REFERENCE" and not column.is_list and not column.is_parent:
            target = column.target()
            if target is not None and target.name in sheets:
                end = target.count(self.plan) + 1 + _SPARE_ROWS
                formula = f"'{target.title(self.lang)}'!$A$2:$A${end}"
        if formula is None:
            return
        strict = column.type != "REFERENCE"  # names are read too
        offered = DataValidation("list", formula1=formula, allow_blank=True, showErrorMessage=strict, errorStyle="warning")
        offered.add(cells)
        self.sheet.add_data_validation(offered)


# --- Reading ---


def update_from_excel(plan: Any, path: "Union[PathLike, IO[bytes]]", *, lang: str = "da", missing: str = "error",
                      sheet: Optional[str] = None, table: Optional[str] = None, columns: Optional[Mapping[str, str]] = None,
                      header_row: Optional[int] = None, years: bool = False, values: Optional[Mapping[str, Any]] = None,
                      words: Optional[Mapping[str, str]] = None, skip: Iterable[str] = ()) -> Dict[str, Changes]:
    """Reads a workbook into a plan; all of it, or nothing at all. Returns the numbers of rows changed, by table.

    Without `sheet`, reads every sheet with the title of a table, in Danish or English. With `sheet` and `table`, reads that
    sheet alone, which may have headings of its own:

    - columns: its headings, and the columns that they are, such as {"Post": "category", "Beløb i kr.": "amount"}
    - header_row: the row of the headings, from 1; else the first that has them
    - years: it has a column for each year, such as "2022"; every amount in them becomes a row
    - values: what it does not have, for every row: {"party": "odense-kommune", "year": 2022}
    - words: its own words, and what they mean: {"Lønninger": "løn"}
    - skip: rows that have one of these texts are left out, such as ["I alt"]

    missing: what happens to rows of the plan that the sheet does not have: "error", "keep" or "remove".
    lang: of numbers in texts, and of the messages.

    Raises TableError, whose `faults` have each place and what is wrong there; the plan is then unchanged."""
    if (sheet is None) != (table is None):
        raise TypeError("sheet and table belong together")
    if sheet is None and any((columns, header_row, years, values, words)):
        raise TypeError("columns, header_row, years, values and words are of one sheet; say which with sheet and table")
    book = _Book(path, lang)
    faults: List[Fault] = []
    if sheet is not None and table is not None:
        wanted = [(sheet, find_table(table))]
        if sheet not in book.names:
            _fail(sheet, f"der er intet ark med det navn; arkene er {', '.join(book.names)}",
                  f"no such sheet; the sheets are {', '.join(book.names)}", lang)
    else:
        titles = {fold(each.title(name)): each for each in _tables.all_tables() for name in ("da", "en")}
        wanted = [(name, titles[fold(name)]) for name in book.names if fold(name) in titles]
        for name, found in wanted:
            same = [other for other, each in wanted if each is found]
            if same[0] != name:
                _fail(name, f"arkene {', '.join(same)} er samme tabel; angiv sheet og table",
                      f"the sheets {', '.join(same)} are the same table; say sheet and table", lang)
        if not wanted:
            _fail("", f"ingen af arkene {', '.join(book.names)} har en tabels navn; angiv sheet og table",
                  f"none of the sheets {', '.join(book.names)} has the title of a table; say sheet and table", lang)
    read = []
    for name, found in wanted:
        lines = list(book.lines(name))
        if found.name == "plan":
            lines = _turned(lines, found)
        reading = Reading(found, lang, columns, header_row, years, values, words, skip)
        found_rows = reading.read(lines, name, faults)
        if found_rows is not None:
            read.append(found_rows)
    if len(read) < len(wanted):
        raise TableError(faults)
    return update(plan, read, lang, missing, faults)


def _fail(where: str, da: str, en: str, lang: str) -> None:
    raise TableError([Fault(where, da if lang == "da" else en)])


def _place(sheet: str, coordinate: str) -> str:
    """ "Budget!C7", as Excel writes it."""
    plain = re.fullmatch(r"[^\W\d][\w.]*", sheet)
    return f"{sheet}!{coordinate}" if plain else f"'{sheet}'!{coordinate}"


def _turned(lines: List[Tuple[str, List[Cell]]], table: Table) -> List[Tuple[str, List[Cell]]]:
    """The sheet of the plan has its headings in the first column, unless the first row has them."""
    first = [cell.value for cell in lines[0][1]] if lines else []
    headings = {fold(column.heading(lang)) for column in table.columns for lang in ("da", "en")}
    if sum(fold(value) in headings for value in first if value is not None) > 1:
        return lines
    filled = [cells for _, cells in lines if cells and cells[0].value is not None]
    places = [(cells[1] if len(cells) > 1 else Cell(cells[0].where, None)) for cells in filled]
    return [("", [cells[0] for cells in filled]), (lines[0][0] if lines else "", places)]


class _Book:
    """A workbook, with the values of its formulas."""

    def __init__(self, path: "Union[PathLike, IO[bytes]]", lang: str) -> None:
        openpyxl = _openpyxl()
        self.lang = lang
        data = _bytes_of(path)
        name = getattr(path, "name", "") if hasattr(path, "read") else os.fspath(path)  # type: ignore[arg-type]
        self.file = os.path.basename(str(name))
        try:
            has_formulas = self.look_into(data)
            self.values = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
            self.formulas = openpyxl.load_workbook(io.BytesIO(data)) if has_formulas else None
        except (TableError, MemoryError):
            raise
        except Exception as fault:  # whatever openpyxl meets in a broken file
            raise TableError([Fault(self.file, (
                "filen kan ikke læses som en projektmappe (.xlsx); gem en .xls-fil som .xlsx" if lang == "da" else
                "the file cannot be read as a workbook (.xlsx); save an .xls file as .xlsx"))]) from fault
        #: By sheet: the merged cells that each cell is part of.
        self.areas: Dict[str, Dict[Tuple[int, int], Any]] = {}
        self.names = [sheet.title for sheet in self.values.worksheets]

    def look_into(self, data: bytes) -> bool:
        """Whether a part of the file has formulas. Raises TableError if its parts would fill the memory."""
        import zipfile

        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = [part for part in archive.infolist() if part.filename.endswith(".xml")]
            if sum(part.file_size for part in parts) > _MOST_BYTES:
                _fail(self.file, f"filen fylder over {_MOST_BYTES // 2**20} MB pakket ud",
                      f"the file has more than {_MOST_BYTES // 2**20} MB when it is unpacked", self.lang)
            sheets = [archive.read(part) for part in parts if "sheet" in part.filename.lower()]
        for found in (each for sheet in sheets for each in _MERGED.finditer(sheet)):
            first, last = (int(row) for row in found.groups())
            if last - first >= _MOST_MERGED:
                _fail(self.file, f"celler er flettet over mere end {_MOST_MERGED} rækker",
                      f"cells are merged over more than {_MOST_MERGED} rows", self.lang)
        return any(_FORMULA.search(sheet) or sheet[:2] in (b"\xff\xfe", b"\xfe\xff") for sheet in sheets)

    def lines(self, name: str) -> Iterator[Tuple[str, List[Cell]]]:
        """The rows of a sheet. One cell far below makes a million of them, so that those without cells are cheap."""
        rows: Dict[int, Dict[int, Any]] = {}
        for (number, column), cell in self.values[name]._cells.items():
            if cell.value is None and not self.may_matter(name, cell):
                continue
            if column > _MOST_COLUMNS:
                _fail(_place(name, cell.coordinate), f"der er mere end {_MOST_COLUMNS} kolonner",
                      f"there are more than {_MOST_COLUMNS} columns", self.lang)
            rows.setdefault(number, {})[column] = cell
        for number in range(1, max(rows, default=0) + 1):
            row = rows.get(number)
            yield ("", []) if row is None else (_place(name, str(number)), [
                self.cell(name, row[column]) if column in row else
                Cell(_place(name, f"{_letters(column)}{number}"), None) for column in range(1, max(row) + 1)])

    def may_matter(self, name: str, cell: Any) -> bool:
        """Whether a cell without a value is not just empty: a formula, or part of a cell that is merged."""
        return self.is_formula(name, cell) or self.merged(name, cell) is not None

    def is_formula(self, name: str, cell: Any) -> bool:
        formula = self.formulas[name]._cells.get((cell.row, cell.column)) if self.formulas is not None else None
        return formula is not None and bool(formula.data_type == "f")

    def merged(self, name: str, cell: Any) -> Optional[str]:
        """The merged cells that a cell without a value is part of, if these are in several rows or have a number."""
        if name not in self.areas:
            self.areas[name] = {place: area for area in self.values[name].merged_cells.ranges for place in area.cells}
        area = self.areas[name].get((cell.row, cell.column))
        if area is None:
            return None
        value = self.values[name].cell(area.min_row, area.min_col).value
        is_odd = value is not None and (area.max_row > area.min_row or not isinstance(value, str))
        return str(area.coord) if is_odd else None

    def cell(self, name: str, cell: Any) -> Cell:
        where, value = _place(name, cell.coordinate), cell.value
        merged = self.merged(name, cell) if value is None else None
        if merged is not None:
            return Cell(where, None, problem=f"cellerne {merged} er flettet; ophæv det, og udfyld hver celle"
                        if self.lang == "da" else f"the cells {merged} are merged; unmerge them, and fill in each")
        if value is None and self.is_formula(name, cell):
            return Cell(where, None, problem="formlen har ingen værdi; åbn og gem filen i et regneark" if self.lang == "da" else
                        "the formula has no value; open and save the file in a spreadsheet")
        if cell.data_type == "e":
            return Cell(where, None, problem=f"cellen har fejlen {value}" if self.lang == "da" else
                        f"the cell has the error {value}")
        if isinstance(value, str):
            return Cell(where, _ESCAPED.sub(lambda found: chr(int(found.group(1), 16)), value) or None)
        shown = str(getattr(cell, "number_format", ""))
        is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
        is_percentage = is_number and "%" in _LITERAL.sub("", shown)
        if is_percentage:
            value = Decimal(repr(value)) * 100  # 63.5 % is 0.635 in Excel, and 63.5 in a plan
        decimals = re.fullmatch(r"0\.(0+)", shown)
        return Cell(where, value, len(decimals.group(1)) if decimals else None, is_percentage=is_percentage)


def _bytes_of(path: "Union[PathLike, IO[bytes]]") -> bytes:
    if hasattr(path, "read"):
        return path.read()  # type: ignore[union-attr]
    try:
        with open(path, "rb") as file:  # type: ignore[arg-type]
            return file.read()
    except OSError as fault:
        raise of_os_error(fault, path) from fault


def _letters(column: int) -> str:
    from openpyxl.utils import get_column_letter

    return str(get_column_letter(column))
