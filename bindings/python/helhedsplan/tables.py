"""The tables of a plan as CSV: parties, activities, contributions, the budget and so on.

>>> import helhedsplan.tables
>>> helhedsplan.tables.names()[:4]
['plan', 'continues', 'parties', 'goals']

`to_csv` writes a table for a spreadsheet, in Danish by default, and `update_from_csv` reads one back into a plan.
`helhedsplan.excel` does the same with whole workbooks."""

from __future__ import annotations

import contextlib
import csv
import errno
import io
import itertools
import os
import re
import stat
from pathlib import Path
from typing import Any, Dict, Iterable, Iterator, List, Mapping, Optional, Tuple, Union

from . import _tables
from ._errors import of_os_error
from ._library import ffi, lib, taken, text
from ._table_update import (Cell, Changes, Headings, Row, Sheet, check_units, column_named, find_headings, known_headings, melted,
                            update)
from ._tables import Fault, Table, TableError, _said, find_table, fold

PathLike = Union[str, "os.PathLike[str]"]
_AMOUNTS = (r"(budget|beløb|sum|total|udgift|udgifter|omkostninger|løn|lønninger|finansiering|medfinansiering|tilskud|bidrag|indtægter"
            r"|amount|costs?|expenditure|contributions)")
_TOTAL = re.compile(r"(i ?alt|sum|total|totalt|subtotal|delsum|mellemsum|mellemtotal|hovedtotal|samlet|grand total"
                    rf"|{_AMOUNTS}( (19|20|21)\d\d)? i ?alt|(samlet|samlede|total) {_AMOUNTS})"
                    r"[ .:]*((19|20|21)\d\d|kr|dkk)?[ .:]*")
_MOST_TITLES = 30  # rows among which that of the headings is looked for
_NUMBERS = itertools.count()  # of temporary files

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
    comma, tab or bar, whichever gives most headings. `lang` is the language of numbers and messages. For the other
    arguments see `helhedsplan.excel.update_from_excel`. Raises TableError with all faults."""
    found, faults = find_table(table), []  # type: Table, List[Fault]
    data, name = _content(source)
    reading = Reading(found, lang, columns, header_row, years, values, words, skip)
    lines = _lines(_decoded(data, name, lang), reading)
    try:
        sheet = reading.read(((f"{name}:{number}", [_cell(name, number, value) for value in line]) for number, line in lines),
                             name, faults, is_delimited=True)
    except csv.Error as fault:
        raise TableError([Fault(name, _said(lang, f"filen kan ikke læses som CSV: {fault}",
                                            f"the file cannot be read as CSV: {fault}"))]) from fault
    if sheet is None:
        raise TableError(faults)
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
    """By its byte order mark; what is broken is then not taken for Windows-1252."""
    for mark, encoding in ((b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16"), (b"\xef\xbb\xbf", "UTF-8")):
        if data.startswith(mark):
            try:
                return data.decode(encoding).lstrip("\ufeff")
            except UnicodeDecodeError as fault:
                raise TableError([Fault(name, _said(lang, f"filen begynder som {encoding}, men er det ikke overalt",
                                                    f"the file begins as {encoding}, but is not throughout"))]) from fault
    for encoding in ("utf-8", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise TableError([Fault(name, _said(lang, "filen er hverken UTF-8 eller Windows-1252",
                                        "the file is neither UTF-8 nor Windows-1252"))])


def _separator(content: str, reading: "Reading") -> str:
    """The one by which a row has most headings; of several, the one that the first line has most of, outside quotes."""
    in_quotes, counts = False, dict.fromkeys(";,\t|", 0)
    for c in content.lstrip("\r\n"):
        if c == '"':
            in_quotes = not in_quotes
        elif c in "\r\n" and not in_quotes and any(counts.values()):
            break
        elif c in counts and not in_quotes:
            counts[c] += 1

    def headings(separator: str) -> int:
        lines = csv.reader(io.StringIO(content, newline=""), delimiter=separator)
        return max((reading.count_headings(line) for line in itertools.islice(lines, _MOST_TITLES)), default=0)

    return max(counts, key=lambda c: (headings(c), counts[c]))


def _lines(content: str, reading: "Reading") -> Iterator[Tuple[int, List[str]]]:
    """The lines, with the number of the first of each in the file."""
    csv.field_size_limit(2**31 - 1)
    first, separator = 1, None
    if content[:4].lower() == "sep=" and content[5:6] in ("\r", "\n"):  # a line that only Excel reads
        separator, content, first = content[4], re.sub(r"\A(\r\n|\r|\n)", "", content[5:]), 2
    reader = csv.reader(io.StringIO(content, newline=""), strict=True,
                        delimiter=separator or _separator(content, reading))
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
    """Writes a file, whole or not at all; what is no file, such as a device or a pipe, is written to, never replaced."""
    try:
        old = os.stat(path) if os.path.exists(path) else None
        if old is not None and not stat.S_ISREG(old.st_mode):
            with open(os.open(path, os.O_WRONLY), "wb") as stream:
                stream.write(content)
        elif old is not None and not os.access(path, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        else:
            _replace_regular(Path(os.path.realpath(path)), old, content)
    except OSError as fault:
        raise of_os_error(fault, path) from fault


def _replace_regular(target: Path, old: Optional[os.stat_result], content: bytes) -> None:
    """With the owner and the permissions of the old file, but without its set-id bits."""
    temporary = target.with_name(f".{target.name[:200]}.{os.getpid()}-{next(_NUMBERS)}.tmp")
    try:
        with open(temporary, "xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
            if old is not None:
                with contextlib.suppress(PermissionError):
                    os.fchown(file.fileno(), old.st_uid, old.st_gid)
                os.fchmod(file.fileno(), stat.S_IMODE(old.st_mode) & 0o777)
        os.replace(temporary, target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


class Reading:
    """How a sheet is read: its headings, and what is not in it."""

    def __init__(self, table: Table, lang: str, columns: Optional[Mapping[str, str]], header_row: Optional[int], years: bool,
                 values: Optional[Mapping[str, Any]], words: Optional[Mapping[str, str]], skip: Iterable[str]) -> None:
        self.table, self.lang, self.columns, self.header_row = table, lang, columns, header_row
        self.years = years
        self.values = {column_named(table, name).name: value for name, value in (values or {}).items()}
        self.words = {fold(word): meant for word, meant in (words or {}).items()}
        self.skip = {fold(word) for word in skip}
        if header_row is not None and header_row < 1:
            raise ValueError(f"header_row is {header_row}, and the first row is 1")
        if years and not {"year", "amount"} <= table.by_name.keys():
            raise ValueError(f"{table.name} has no years")

    def read(self, lines: Iterable[Tuple[str, List[Cell]]], name: str, faults: List[Fault], *,
             is_delimited: bool = False) -> Optional[Sheet]:
        """The rows below the headings; None, with a fault, if these are not as they should be. `lines` are all rows of the
        sheet, each with its place. With `is_delimited`, where a stray separator shifts cells, no row may be wider than the
        headings, nor end before its amount."""
        every = [(place, cells) for place, cells in lines]
        at = self.header_row - 1 if self.header_row else self.find_header([cells for _, cells in every])
        if at is None or at >= len(every):
            faults.append(Fault(name, f"ingen række har overskrifterne i tabellen »{self.table.title('da')}«, såsom "
                                      f"»{self.table.columns[-1].heading('da')}«" if self.lang == "da" else
                                f"no row has the headings of the table “{self.table.title('en')}”, such as "
                                f"“{self.table.columns[-1].heading('en')}”"))
            return None
        before = len(faults)
        faults += [Fault(cell.where, cell.problem) for cell in every[at][1] if cell.problem]
        headings = find_headings(self.table, [cell.value for cell in every[at][1]], self.columns, self.years, self.lang,
                                 every[at][0], faults)
        if "KRONER" in {self.table.by_name[column].type for column in (*headings.columns, *("amount",) * bool(headings.years))}:
            check_units((cell for _, cells in every[:at] for cell in cells), self.lang, faults)
        if len(faults) > before:
            return None
        width = max((i + 1 for i, cell in enumerate(every[at][1]) if cell.has_content()), default=0)
        rows = []
        for place, cells in every[at + 1:]:
            found = self.rows_of(place, cells, headings, faults) if cells else []
            if is_delimited and found:
                self.check_width(place, cells, width, headings, faults)
            rows += found
        return Sheet(self.table, rows, name, headings.ignored)

    def find_header(self, rows: List[List[Cell]]) -> Optional[int]:
        """The first row with at least half of the headings that any of the first 30 has."""
        counts = [self.count_headings([cell.value for cell in cells]) for cells in rows[:_MOST_TITLES]]
        most = max(counts, default=0)
        return None if most == 0 else next(i for i, count in enumerate(counts) if 2 * count >= most)

    def count_headings(self, values: List[Any]) -> int:
        wanted = {fold(heading) for heading in self.columns or ()}
        return len(wanted & {fold(value) for value in values if value is not None} if wanted else
                   known_headings(self.table, values))

    def check_width(self, place: str, cells: List[Cell], width: int, headings: Headings, faults: List[Fault]) -> None:
        """An amount such as 1,500 without quotes is two cells of a file with commas: 1, and 500 below no heading."""
        used = max((i + 1 for i, cell in enumerate(cells) if cell.has_content()), default=0)
        if used > width:
            faults.append(Fault(place, _said(
                self.lang, f"rækken har {used} celler, og overskrifterne er {width}; står et skilletegn uden anførselstegn?",
                f"the row has {used} cells, and there are {width} headings; is a separator not in quotes?")))
        elif headings.columns.get("amount", -1) >= len(cells):
            faults.append(Fault(place, _said(self.lang, "rækken slutter før sit beløb", "the row ends before its amount")))

    def rows_of(self, place: str, cells: List[Cell], headings: Headings, faults: List[Fault]) -> List[Row]:
        """The rows that a line of the sheet stands for: none if it is empty, one, or one a year."""
        found = {name: cells[i] if i < len(cells) else Cell(place, None) for name, i in headings.columns.items()}
        amounts = {year: cells[i] for year, i in headings.years.items() if i < len(cells)}
        if not any(cell.has_content() for cell in (*found.values(), *amounts.values())):
            return []
        if any(fold(cell.value) in self.skip for cell in cells if isinstance(cell.value, str)):
            return []
        self.check_total(cells, headings, faults)
        faults += [Fault(cell.where, cell.problem) for cell in (*found.values(), *amounts.values()) if cell.problem]
        found = {name: self.translated(name, cell) for name, cell in found.items()}
        stated = [self.table.by_name[name].type != "KRONER" for name, cell in found.items() if cell.has_content()]
        is_bare = bool(headings.columns.keys() - {"amount"}) and not any(stated)
        row = Row(place, {**{name: Cell(place, value) for name, value in self.values.items()}, **found}, is_bare)
        return melted(row, amounts) if self.years else [row]

    def check_total(self, cells: List[Cell], headings: Headings, faults: List[Fault]) -> None:
        """A total below the table, with its name in a column that is not read, is no line of a budget."""
        if "amount" not in self.table.by_name:
            return
        used = {*headings.columns.values(), *headings.years.values()}
        for i, cell in enumerate(cells):
            if i not in used and isinstance(cell.value, str) and _TOTAL.fullmatch(fold(cell.value)):
                faults.append(Fault(cell.where, _said(
                    self.lang, f"»{cell.value}« ser ud til at være en sum; udelad rækken med skip=[\"{cell.value}\"]",
                    f"“{cell.value}” seems to be a total; leave the row out with skip=[\"{cell.value}\"]")))

    def translated(self, name: str, cell: Cell) -> Cell:
        """With what the sheet's own word means, where a word or a reference is expected."""
        if self.table.by_name[name].type not in ("WORD", "REFERENCE") or not isinstance(cell.value, str):
            return cell
        return cell._replace(value=self.words.get(fold(cell.value), cell.value))
