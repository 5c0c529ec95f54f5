"""The tables of a plan in the library: their columns, rows and cells, and what may be wrong with a cell."""

from __future__ import annotations

import functools
import re
import unicodedata
from typing import Any, Dict, Iterator, List, NamedTuple, Optional, Tuple

from ._errors import HelhedsplanError, error
from ._library import ABSENT, ffi, given, lib, text

_NUMBERS = ("WORD", "TRUTH", "NUMBER", "DATE")


def lang_number(lang: str) -> int:
    """The number of a language: "da" or "en"."""
    numbers = {"da": lib.HHP_LANG_DA, "en": lib.HHP_LANG_EN}
    if lang not in numbers:
        raise error(lib.HHP_ERR_ARGUMENT, f"lang is {lang!r}, and may be da or en")
    return int(numbers[lang])


def table_options(lang: Optional[str]) -> Any:
    """How to write tables and cells: for people in a language, or for programs."""
    out = ffi.new("hhp_table_options **")
    _check(lib.hhp_table_options_new(out))
    options = ffi.gc(out[0], lib.hhp_table_options_free)
    if lang is not None:
        _check(lib.hhp_table_options_set_lang(options, lang_number(lang)))
    return options


def _check(status: int, about: str = "") -> None:
    if status:
        raise error(status, about)


class Column:
    """A column of a table: the field in its cells."""

    def __init__(self, handle: Any) -> None:
        self.handle = handle
        self.field = lib.hhp_column_field(handle)
        #: Its name, such as "target_group.age_min".
        self.name = given(lib.hhp_column_name(handle))
        #: TEXT, REFERENCE, KRONER and so on, of the constants HHP_FIELD_....
        self.type = given(lib.hhp_enum_word(lib.hhp_enum_find(b"field"), lib.hhp_field_type(self.field))).upper()
        self.is_list = bool(lib.hhp_field_is_list(self.field))
        #: Whether it has the id of the object that contains the row.
        self.is_parent = bool(lib.hhp_column_is_parent(handle))

    def heading(self, lang: str) -> str:
        return given(lib.hhp_column_heading(self.handle, lang_number(lang)))

    def words(self, lang: str) -> List[str]:
        """What a cell may have: titles of words, yes and no; none for other types."""
        if self.type == "TRUTH":
            return ["ja", "nej"] if lang == "da" else ["yes", "no"]
        words = lib.hhp_field_enum(self.field)
        return [given(lib.hhp_enum_title_at(words, i, lang_number(lang))) for i in range(lib.hhp_enum_word_count(words))]

    def target(self) -> "Optional[Table]":
        """The table that its references lead to."""
        name = text(lib.hhp_entity_name(lib.hhp_field_target(self.field)))
        return next((table for table in all_tables() if table.entity == name), None) if name else None

    def object_of(self, row: Any) -> Any:
        return lib.hhp_cell_object(row, self.handle)

    # --- A cell as a value that can be compared and restored ---

    def value(self, row: Any) -> Any:
        """None, str, int, or a tuple of texts. Dates, words and truth values are numbers, as in the library."""
        holder = self.object_of(row)
        if not lib.hhp_is_given(holder, self.field):
            return None
        if self.is_list:
            count = lib.hhp_get_count(holder, self.field)
            return tuple(given(lib.hhp_get_text_at(holder, self.field, i)) for i in range(count))
        if self.type == "KRONER":
            return int(lib.hhp_get_kroner(holder, self.field))
        if self.type in _NUMBERS:
            return int(lib.hhp_get_number(holder, self.field))
        return text(lib.hhp_get_text(holder, self.field))

    def put_value(self, row: Any, value: Any) -> int:
        """Sets what value() returned for this column, also of another row. Returns a status."""
        holder = self.object_of(row)
        if value is None:
            return int(lib.hhp_clear(holder, self.field))
        if self.is_list:
            status = int(lib.hhp_clear(holder, self.field))
            for i, each in enumerate(value):
                status = status or int(lib.hhp_insert_text(holder, self.field, i, each.encode()))
            return status
        if self.type == "KRONER":
            return int(lib.hhp_set_kroner(holder, self.field, value))
        if self.type in _NUMBERS:
            return int(lib.hhp_set_number(holder, self.field, value))
        return int(lib.hhp_set_text(holder, self.field, value.encode()))

    # --- A cell as text ---

    def text(self, row: Any, options: Any = ffi.NULL) -> str:
        """As for programs, or as the options say; "" for a cell without a value."""
        out = ffi.new("char **")
        _check(lib.hhp_cell_text(row, self.handle, options, out), self.name)
        try:
            return text(out[0]) or ""
        finally:
            lib.hhp_free(out[0])

    def put_text(self, row: Any, value: str, lang: str) -> int:
        """Reads a cell as people write it. Returns a status."""
        try:
            data = value.encode()
        except UnicodeEncodeError:
            return int(lib.HHP_ERR_UTF8)
        if b"\0" in data:
            return int(lib.HHP_ERR_FORMAT)
        return int(lib.hhp_cell_set(row, self.handle, data, lang_number(lang)))

    def limits(self) -> Tuple[int, int]:
        return int(lib.hhp_field_minimum(self.field)), int(lib.hhp_field_maximum(self.field))


class Table:
    """A table of a plan."""

    def __init__(self, handle: Any) -> None:
        self.handle = handle
        #: Its name, such as "budget".
        self.name = given(lib.hhp_table_name(handle))
        #: The entity of its rows, such as "budget_line".
        self.entity = given(lib.hhp_entity_name(lib.hhp_table_entity(handle)))
        self.has_id = bool(lib.hhp_entity_has_id(lib.hhp_table_entity(handle)))
        self.parent_name = text(lib.hhp_table_name(lib.hhp_table_parent(handle)))
        self.columns = [Column(lib.hhp_table_column_at(handle, i)) for i in range(lib.hhp_table_column_count(handle))]
        self.by_name = {column.name: column for column in self.columns}

    def title(self, lang: str) -> str:
        return given(lib.hhp_table_title(self.handle, lang_number(lang)))

    def rows(self, plan: Any) -> Iterator[Any]:
        """The rows of a plan, as objects of the library."""
        owner = plan_handle(plan)
        row = lib.hhp_table_next(self.handle, owner, ffi.NULL)
        while row:
            yield row
            row = lib.hhp_table_next(self.handle, owner, row)

    def count(self, plan: Any) -> int:
        return int(lib.hhp_table_row_count(self.handle, plan_handle(plan)))

    def add(self, plan: Any, parent_id: Optional[str], id: Optional[str]) -> "Tuple[int, Any]":
        """Appends an empty row. Returns a status, and the row."""
        out = ffi.new("hhp_object **")
        ids = [ffi.NULL if each is None else each.encode() for each in (parent_id, id)]
        return int(lib.hhp_table_add_row(self.handle, plan_handle(plan), *ids, out)), out[0]

    def remove(self, row: Any) -> None:
        _check(lib.hhp_table_remove_row(self.handle, row), self.name)

    def label(self, row: Any) -> str:
        """What names a row in a message: its id, else its first cells."""
        id = self.by_name.get("id")
        if id is not None and id.text(row):
            return id.text(row)
        return ", ".join(each for each in (column.text(row) for column in self.columns) if each)[:100]


def plan_handle(plan: Any) -> Any:
    return ffi.cast("hhp_plan *", plan._handle)


@functools.lru_cache(maxsize=None)
def all_tables() -> "Tuple[Table, ...]":
    """Every table, in the order of the file format."""
    return tuple(Table(lib.hhp_table_at(i)) for i in range(lib.hhp_table_count()))


def find_table(name: str) -> Table:
    """The table of that name, or with that title in Danish or English."""
    wanted = fold(name)
    for table in all_tables():
        if wanted in (table.name, fold(table.title("da")), fold(table.title("en"))):
            return table
    raise error(lib.HHP_ERR_NOT_FOUND, f"{name!r} is none of {', '.join(table.name for table in all_tables())}")


def fold(words: object) -> str:
    """Without regard to case, white space, and whether å is one character or two, as macOS may write it."""
    return " ".join(unicodedata.normalize("NFC", str(words)).split()).casefold()


# --- Faults ---


class Fault(NamedTuple):
    """What is wrong in one place of a workbook or file."""

    #: Where: "Budget!C7", or "budget.csv:7, Beløb, kr.".
    where: str
    #: What: "1,5 er ikke et helt antal kroner".
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}" if self.where else self.what


class TableError(HelhedsplanError, ValueError):
    """A table cannot be read into the plan, which is unchanged. `faults` has everything that is wrong, in order."""

    def __init__(self, faults: "List[Fault]") -> None:
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = faults

    def __reduce__(self) -> Any:
        return (type(self), (self.faults,))


def _said(lang: str, da: str, en: str) -> str:
    return da if lang == "da" else en


def _grouped(number: int, lang: str) -> str:
    return f"{number:,}".replace(",", "." if lang == "da" else ",")


def _quoted(shown: str, lang: str) -> str:
    short = shown if len(shown) <= 80 else shown[:79] + "…"
    return f"»{short}«" if lang == "da" else f"“{short}”"


_KINDS = {
    "WORD": ("", ""),
    "TRUTH": ("hverken ja eller nej", "neither yes nor no"),
    "NUMBER": ("ikke et helt tal", "not a whole number"),
    "DATE": ("ikke en dato", "not a date"),
    "KRONER": ("ikke et beløb i kroner", "not an amount in kroner"),
    "DECIMAL": ("ikke et decimaltal", "not a decimal number"),
    "ID": ("ikke et id: a-z, 0-9 og bindestreg, højst 64 tegn", "not an id: a-z, 0-9 and hyphens, at most 64"),
    "CODE": ("ikke en kode: a-z, 0-9 og bindestreg, højst 64 tegn", "not a code: a-z, 0-9 and hyphens, at most 64"),
    "CVR": ("ikke et CVR-nummer: otte cifre", "not a CVR number: eight digits"),
    "MUNICIPALITY_CODE": ("hverken en kommunes kode eller navn", "neither the code nor the name of a municipality"),
    "REFERENCE": ("", ""),
}


def explain(status: int, column: Column, shown: str, lang: str) -> str:
    """A sentence on a cell that hhp_cell_set() refused with this status."""
    value, type_ = _quoted(shown, lang), column.type
    if status == lib.HHP_ERR_DUPLICATE_ID:
        return _said(lang, f"id'et {value} er i brug i forvejen", f"the id {value} is already in use")
    if status == lib.HHP_ERR_AMBIGUOUS and type_ == "REFERENCE":
        title = _target_title(column, lang)
        return _said(lang, f"flere i {title} hedder {value}; skriv id'et", f"several in {title} are named {value}; write the id")
    if status == lib.HHP_ERR_AMBIGUOUS:
        hint = ("skriv fx 2022-04-03", "write it as 2022-04-03") if type_ == "DATE" else (
            "skriv tallet uden tegn mellem tusinderne", "write it without marks between the thousands")
        return _said(lang, f"{value} kan læses på to måder; {hint[0]}", f"{value} can be read in two ways; {hint[1]}")
    if type_ == "REFERENCE":
        title = _target_title(column, lang)
        return _said(lang, f"{value} er hverken et id eller et navn i {title}", f"{value} is neither an id nor a name in {title}")
    if type_ == "WORD":
        words = ", ".join(column.words(lang))
        return _said(lang, f"{value} er ikke et af ordene {words}", f"{value} is none of the words {words}")
    if status == lib.HHP_ERR_RANGE and type_ in ("KRONER", "NUMBER"):
        return _out_of_range(column, shown, lang)
    if type_ in _KINDS and status != lib.HHP_ERR_UTF8:
        return _said(lang, f"{value} er {_KINDS[type_][0]}", f"{value} is {_KINDS[type_][1]}")
    return f"{value}: {given(lib.hhp_status_message(status, lang_number(lang)))}"


def _target_title(column: Column, lang: str) -> str:
    target = column.target()
    return _quoted(target.title(lang), lang) if target else "?"


def _out_of_range(column: Column, shown: str, lang: str) -> str:
    """Either not whole, or beyond the limits of the field."""
    kroner = column.type == "KRONER"
    groups = re.fullmatch(r"-?\d{1,3}(?:(?P<mark>[ .,])\d{3}(?:(?P=mark)\d{3})+)?|-?\d+", shown)
    if not groups:
        unit = (" antal kroner", " number of kroner") if kroner else (" tal", " number")
        return _said(lang, f"{shown} er ikke et helt{unit[0]}", f"{shown} is not a whole{unit[1]}")
    low, high = column.limits()
    if low in (ABSENT, -(2**31) + 1):
        return _said(lang, f"{shown} er for stort", f"{shown} is too large")
    between = f"{_grouped(low, lang)} {_said(lang, 'til', 'to')} {_grouped(high, lang)}" if kroner else (
        f"{low} {_said(lang, 'til', 'to')} {high}")
    return _said(lang, f"{shown} er uden for {between}", f"{shown} is outside {between}")
