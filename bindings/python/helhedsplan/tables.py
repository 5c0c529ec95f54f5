"""The tables of a plan as CSV: parties, activities, contributions, the budget and so on.

>>> import helhedsplan.tables
>>> helhedsplan.tables.names()[:4]
['plan', 'continues', 'parties', 'goals']

`to_csv` writes a table for a spreadsheet, in Danish unless told otherwise, and `update_from_csv` reads one back into a plan.
`helhedsplan.excel` does the same with whole workbooks."""

from __future__ import annotations

import csv
import io
import os
import tempfile
from pathlib import Path
from typing import Any, Dict, Iterable, Iterator, List, Mapping, Optional, Tuple, Union

from . import _tables
from ._errors import of_os_error
from ._library import ffi, lib, taken, text
from ._table_update import (Cell, Changes, Headings, Row, Sheet, column_named, find_headings, known_headings, melted,
                            update)
from ._tables import Fault, Table, TableError, find_table, fold

PathLike = Union[str, "os.PathLike[str]"]

__all__ = ["Changes", "Fault", "TableError", "columns", "names", "title", "to_csv", "update_from_csv"]


def names() -> List[str]:
    """The names of the tables, such as "budget"."""
    return [table.name for table in _tables.all_tables()]


def title(table: str, lang: str = "da") -> str:
    """The title of a table: "Bidrag" or "Contributions"."""
    return find_table(table).title(lang)


def columns(table: str, lang: str = "da") -> Dict[str, str]:
    """The columns of a table, by name, with their headings."""
    return {column.name: column.heading(lang) for column in find_table(table).columns}


def to_csv(plan: Any, table: str, path: Optional[PathLike] = None, *, lang: str = "da", plain: bool = False) -> bytes:
    """Writes a table of a plan as CSV, and returns it.

    For people: with the headings, the separator and the decimal mark of the language, a byte order mark, and a quote in front
    of texts that a spreadsheet would calculate. With `plain`, for programs."""
    options = _tables.table_options(None if plain else lang)
    out, length = ffi.new("char **"), ffi.new("size_t *")
    _tables._check(lib.hhp_table_render(find_table(table).handle, _tables.plan_handle(plan), lib.HHP_FORMAT_CSV, options, out,
                                        length))
    content = taken(out, length)
    if path is not None:
        replace_file(path, content)
    return content


def update_from_csv(plan: Any, table: str, source: "Union[PathLike, bytes]", *, lang: str = "da", missing: str = "error",
                    columns: Optional[Mapping[str, str]] = None, header_row: Optional[int] = None,
                    years: bool = False, values: Optional[Mapping[str, Any]] = None,
                    words: Optional[Mapping[str, str]] = None, skip: Iterable[str] = ()) -> Changes:
    """Reads a CSV file, or its bytes, into a table of a plan; all of it, or nothing at all.

    The text is UTF-8, with or without a byte order mark, UTF-16 with one, or else Windows-1252; the separator is a semicolon,
    comma, tab or bar, whichever the headings have most of. `lang` is the language of numbers and messages. For the other
    arguments see `helhedsplan.excel.update_from_excel`. Raises TableError with all faults."""
    found, faults = find_table(table), []  # type: Table, List[Fault]
    data, name = _content(source)
    lines = _lines(_decoded(data, name, lang))
    reading = Reading(found, lang, columns, header_row, years, values, words, skip)
    sheet = reading.read(((f"{name}:{number}", [_cell(name, number, value) for value in line]) for number, line in lines),
                         name, faults)
    for row in sheet.rows:
        for column, cell in row.cells.items():
            row.cells[column] = _located(found, column, cell, lang)
    return update(plan, [sheet], lang, missing, faults)[found.name]


def _content(source: "Union[PathLike, bytes]") -> Tuple[bytes, str]:
    if isinstance(source, (bytes, bytearray, memoryview)):
        return bytes(source), "CSV"
    try:
        return Path(source).read_bytes(), os.path.basename(os.fspath(source))
    except OSError as fault:
        raise of_os_error(fault, source) from fault


def _decoded(data: bytes, name: str, lang: str) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise TableError([Fault(name, "filen er hverken UTF-8 eller Windows-1252" if lang == "da" else
                            "the file is neither UTF-8 nor Windows-1252")])


def _separator(content: str) -> str:
    """The one that the first line has most of, outside quotes."""
    in_quotes, counts = False, dict.fromkeys(";,\t|", 0)
    for c in content.lstrip("\r\n"):
        if c == '"':
            in_quotes = not in_quotes
        elif c in "\r\n" and not in_quotes and any(counts.values()):
            break
        elif c in counts and not in_quotes:
            counts[c] += 1
    return max(counts, key=lambda c: counts[c])


def _lines(content: str) -> Iterator[Tuple[int, List[str]]]:
    """The lines, with the number of the first of each in the file."""
    first, separator = 1, None
    if content[:4].lower() == "sep=" and content[5:6] in ("\r", "\n"):  # a line that only Excel reads
        separator, content, first = content[4], content[5:].lstrip("\r\n"), 2
    csv.field_size_limit(2**31 - 1)
    reader = csv.reader(io.StringIO(content, newline=""), delimiter=separator or _separator(content))
    before = 0
    for line in reader:
        yield first + before, line
        before = reader.line_num


def _cell(name: str, number: int, value: str) -> Cell:
    return Cell(f"{name}:{number}", None if value == "" else value)


def _located(table: Table, name: str, cell: Cell, lang: str) -> Cell:
    """With its heading in its place, and without the quote by which a text is guarded."""
    column = table.by_name[name]
    value = cell.value
    if isinstance(value, str) and column.type == "TEXT" and "\0" not in value:
        data = ffi.new("char[]", value.encode("utf-8", "surrogatepass"))
        value = text(lib.hhp_table_unguarded(data))
    return Cell(f"{cell.where}, {column.heading(lang)}", value, cell.decimals)


def replace_file(path: PathLike, content: bytes) -> None:
    """Writes a file, whole or not at all."""
    target = Path(os.path.realpath(path))
    try:
        handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            os.chmod(temporary, target.stat().st_mode if target.exists() else 0o666 & ~_umask())
            os.replace(temporary, target)
        except BaseException:
            os.unlink(temporary)
            raise
    except OSError as fault:
        raise of_os_error(fault, path) from fault


def _umask() -> int:
    held = os.umask(0)
    os.umask(held)
    return held


class Reading:
    """How a sheet is read: its headings, and what is not in it."""

    def __init__(self, table: Table, lang: str, columns: Optional[Mapping[str, str]], header_row: Optional[int], years: bool,
                 values: Optional[Mapping[str, Any]], words: Optional[Mapping[str, str]], skip: Iterable[str]) -> None:
        self.table, self.lang, self.columns, self.header_row = table, lang, columns, header_row
        self.years = years
        self.values = {column_named(table, name).name: value for name, value in (values or {}).items()}
        self.words = {fold(word): meant for word, meant in (words or {}).items()}
        self.skip = {fold(word) for word in skip}
        if years and not {"year", "amount"} <= table.by_name.keys():
            raise ValueError(f"{table.name} has no years")

    def read(self, lines: Iterable[Tuple[str, List[Cell]]], name: str, faults: List[Fault]) -> Sheet:
        """The rows below the headings. `lines` are all rows of the sheet, each with its place."""
        every = [(place, cells) for place, cells in lines]
        at = self.header_row - 1 if self.header_row else self.find_header([cells for _, cells in every])
        if at is None or at >= len(every):
            faults.append(Fault(name, f"ingen række har overskrifterne i tabellen »{self.table.title('da')}«, såsom "
                                      f"»{self.table.columns[-1].heading('da')}«" if self.lang == "da" else
                                f"no row has the headings of the table “{self.table.title('en')}”, such as "
                                f"“{self.table.columns[-1].heading('en')}”"))
            raise TableError(faults)
        headings = find_headings(self.table, [cell.value for cell in every[at][1]], self.columns, self.years, self.lang,
                                 every[at][0], faults)
        if faults:
            raise TableError(faults)
        rows = [row for place, cells in every[at + 1:] for row in self.rows_of(place, cells, headings)]
        return Sheet(self.table, rows, name)

    def find_header(self, rows: List[List[Cell]]) -> Optional[int]:
        """The first row with at least half of the headings that any of the first 30 has."""
        wanted = {fold(heading) for heading in self.columns or ()}
        counts = []
        for cells in rows[:30]:
            values = [cell.value for cell in cells]
            known = wanted & {fold(value) for value in values if value is not None} if wanted else known_headings(
                self.table, values)
            counts.append(len(known))
        most = max(counts, default=0)
        return None if most == 0 else next(i for i, count in enumerate(counts) if 2 * count >= most)

    def rows_of(self, place: str, cells: List[Cell], headings: Headings) -> List[Row]:
        """The rows that a line of the sheet stands for: none if it is empty, one, or one a year."""
        found = {name: cells[i] if i < len(cells) else Cell(place, None) for name, i in headings.columns.items()}
        amounts = {year: cells[i] for year, i in headings.years.items() if i < len(cells)}
        if not any(_has_content(cell) for cell in (*found.values(), *amounts.values())):
            return []
        if any(fold(cell.value) in self.skip for cell in found.values() if isinstance(cell.value, str)):
            return []
        found = {name: self.translated(name, cell) for name, cell in found.items()}
        row = Row(place, {**{name: Cell(place, value) for name, value in self.values.items()}, **found})
        return melted(row, amounts) if self.years else [row]

    def translated(self, name: str, cell: Cell) -> Cell:
        """With what the sheet's own word means, where a word or a reference is expected."""
        if self.table.by_name[name].type not in ("WORD", "REFERENCE") or not isinstance(cell.value, str):
            return cell
        return cell._replace(value=self.words.get(fold(cell.value), cell.value))


def _has_content(cell: Cell) -> bool:
    return cell.value is not None and str(cell.value).strip() != ""
