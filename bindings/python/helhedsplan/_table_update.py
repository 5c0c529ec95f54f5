"""Reads rows of a spreadsheet into the tables of a plan: all of them, or none when anything is wrong.

Rows of tables whose objects have ids are found by id. All others are first read into new rows at the end of the list, which
are then compared with the old ones by what distinguishes them (a budget line by category, activity, focus area, year and
party), so that a row that only changed its amount stays the same object."""

from __future__ import annotations

import contextlib
import datetime
import re
from collections import Counter, defaultdict, deque
from decimal import Decimal
from typing import Any, Callable, Deque, Dict, Iterable, List, Mapping, NamedTuple, Optional, Tuple

from ._library import ffi, given, lib
from ._tables import Column, Fault, Table, TableError, all_tables, explain, find_table, fold, table_options

#: What distinguishes the rows of a table without ids, beside the object that contains them.
_KEYS: Dict[str, Tuple[str, ...]] = {
    "continues": ("title", "id"),
    "strategy_supports": ("strategy",),
    "work_area_contributes": ("goal",),
    "work_area_supports": ("strategy",),
    "signatures": ("party",),
    "board": ("party", "name"),
    "contributions": ("parties", "kind", "year"),
    "budget": ("category", "activity", "focus_area", "year", "party"),
    "indicator_periods": ("start", "end"),
    "approvals": ("kind", "body", "party"),
    "reports": ("year",),
    "waivers": ("rule", "target"),
}

MISSING = ("error", "keep", "remove")


#: What says that amounts are in thousands or millions: "(t.kr.)", "i 1.000 kr.", "(1.000)", "in DKK million". Not "46 mio. kr.".
_UNIT = re.compile(r"(?:^|[(\[,;:/]|\b[a-zæøå.]+ |\b(?:19|20|21)\d\d )\s*"
                   r"(?:1[ .,]?000 ?-?(?:kr|dkk)|tusinde?r? kr|tusinde?r?\b|[tkm]\. ?(?:kr|dkk)|[tkm] ?kr|[tkm] ?dkk"
                   r"|mio\b|mia\b|million|milliard|thousand|dkk ?(?:1[ .,]?000\b|0{3}\b|m\b|k\b|mio|mia))"
                   r"|\b(?:i|in) (?:hele )?(?:1[ .,]?000(?![ .,]?\d)|10{1,2}[ .,]000 ?-?(?:kr|dkk))|\bx ?1[ .,]?000\b"
                   r"|[(\[]['’]?(?:1[ .,]?)?000[)\]]|(?<!\d)[ (\[]['’]000\b")

#: What says that they are in another currency, or in hundredths of kroner.
_CURRENCY = re.compile(r"\b(?:eur|euro|usd|gbp|øre)\b|[€$£]")

#: A heading with one year in it, which is not part of a span or a date: "Budget 2022", not "2021/22" or "1/2022".
_ONE_YEAR = re.compile(r"(?<!\d)(?<!\d[/.–-])((?:19|20|21)\d\d)(?!\d|[/–-]\d)")


class Cell(NamedTuple):
    """A cell of a spreadsheet."""

    where: str
    value: Any
    #: The decimals that the sheet shows of a number; None if all.
    decimals: Optional[int] = None
    #: Why it has no value that could be read, such as an error of a formula.
    problem: Optional[str] = None
    #: Whether the sheet shows it as a percentage, of which it then has the hundredfold.
    is_percentage: bool = False

    def has_content(self) -> bool:
        return self.problem is not None or (self.value is not None and str(self.value).strip() != "")


class Row(NamedTuple):
    """A row of a spreadsheet, by the names of the table's columns."""

    where: str
    cells: Dict[str, Cell]
    #: Whether it has nothing but amounts of its own, like a total.
    is_bare: bool = False


class Sheet(NamedTuple):
    """The rows that are to be read into a table."""

    table: Table
    rows: List[Row]
    #: What names the sheet or file in messages.
    name: str
    #: Headings that are not of the table.
    ignored: Tuple[str, ...] = ()

    def is_whole(self) -> bool:
        """Whether it has every column, but for ids. A row that is matched by place alone would keep what the sheet lacks."""
        needed = {column.name for column in self.table.columns if column.type != "ID"}
        return all(needed <= row.cells.keys() for row in self.rows)


class Changes(NamedTuple):
    """What a table changed in a plan: numbers of rows; and headings of the sheet that were not read."""

    added: int
    changed: int
    removed: int
    ignored: Tuple[str, ...] = ()


def update(plan: Any, sheets: List[Sheet], lang: str, missing: str, faults: Optional[List[Fault]] = None) -> Dict[str, Changes]:
    """Reads the sheets into the plan. Raises TableError, with the faults so far and all others, and nothing changed."""
    if missing not in MISSING:
        raise ValueError(f"missing is {missing!r}, and may be {', '.join(MISSING)}")
    work = _Update(plan, lang, missing, [] if faults is None else faults)
    lock = getattr(getattr(plan, "_root", None), "lock", None)
    with lock or contextlib.nullcontext():
        try:
            return work.run(sheets)
        except BaseException:
            work.undo()
            raise


class _Update:
    def __init__(self, plan: Any, lang: str, missing: str, faults: List[Fault]) -> None:
        self.plan = plan
        self.lang = lang
        self.missing = missing
        self.faults = faults
        self.options = {name: table_options(name) for name in ("da", "en")}
        self.undone: List[Callable[[], Any]] = []
        self.new: "set[Any]" = set()
        self.added: "Counter[str]" = Counter()
        self.changed: Dict[str, set[Any]] = defaultdict(set)
        self.removed: "Counter[str]" = Counter()

    def run(self, sheets: List[Sheet]) -> Dict[str, Changes]:
        order = {table.name: i for i, table in enumerate(all_tables())}
        ordered = sorted(sheets, key=lambda sheet: order[sheet.table.name])
        known = [(sheet, self.rows_by_id(sheet)) for sheet in ordered if self.is_known_by_id(sheet.table)]
        for wanted in (False, True):  # references can be names of rows in any sheet
            for sheet, rows in known:
                for row, found in rows:
                    self.put_cells(sheet.table, row, found, lambda column: (column.type == "REFERENCE") is wanted)
        read = [(sheet, self.read_rows(sheet)) for sheet in ordered if not self.is_known_by_id(sheet.table)]
        surplus = [self.surplus_by_id(sheet, rows) for sheet, rows in known]
        surplus += [self.match(sheet, rows) for sheet, rows in read]
        if self.faults:
            raise TableError(self.faults)
        for table, gone in reversed(surplus):  # what is contained before what contains it
            for row in reversed(gone) if self.missing == "remove" else []:
                table.remove(row)
                self.removed[table.name] += 1
        return {sheet.table.name: Changes(self.added[sheet.table.name], len(self.changed[sheet.table.name]),
                                          self.removed[sheet.table.name], sheet.ignored) for sheet in ordered}

    @staticmethod
    def is_known_by_id(table: Table) -> bool:
        return table.has_id or table.name == "plan"

    def undo(self) -> None:
        while self.undone:
            self.undone.pop()()

    def fault(self, where: str, da: str, en: str) -> None:
        self.faults.append(Fault(where, da if self.lang == "da" else en))

    # --- Tables whose rows have ids ---

    def rows_by_id(self, sheet: Sheet) -> List[Tuple[Row, Any]]:
        """Each row of the sheet with that of the plan, which is added where there is none."""
        table = sheet.table
        old = list(table.rows(self.plan))
        if table.name == "plan":
            for row in sheet.rows[1:]:
                self.fault(row.where, "der er kun én plan", "there is only one plan")
            return [(row, old[0]) for row in sheet.rows[:1]]
        by_id = {table.by_name["id"].text(row): row for row in reversed(old)}
        taken: Dict[str, str] = {}
        found = []
        for row in sheet.rows:
            id, where = self.id_of(table, row, by_id, taken)
            if id in taken:
                self.fault(where, f"id'et »{id}« står også i {taken[id]}", f"the id “{id}” is in {taken[id]} too")
                continue
            taken[id] = where
            target = by_id[id] if id in by_id else self.add(table, None, id, where)
            if target is not None:
                found.append((row, target))
        return found

    def id_of(self, table: Table, row: Row, by_id: Mapping[str, Any], taken: Mapping[str, str]) -> Tuple[str, str]:
        """The id of a row, made from its title if it has none."""
        cell = row.cells.get("id")
        stated = cell_text(cell, table.by_name["id"], self.lang).strip() if cell else ""
        if cell is not None and stated:
            return stated, cell.where
        name = "name" if "name" in table.by_name else "title"
        title = row.cells.get(name)
        words = cell_text(title, table.by_name[name], self.lang) if title else ""
        base = slug(words) or table.entity.replace("_", "-")
        id, number = base, 1
        while id in taken or not self.is_free(table, id, words, by_id):
            number += 1
            id = f"{base[:60]}-{number}"
        return id, cell.where if cell else row.where

    def is_free(self, table: Table, id: str, words: str, by_id: Mapping[str, Any]) -> bool:
        """Whether a row without an id can have this one: nothing in the plan has it, but the row with the same title."""
        if id in by_id:
            column = table.by_name["name" if "name" in table.by_name else "title"]
            return fold(column.text(by_id[id])) == fold(words)
        status, row = table.add(self.plan, None, id)
        if not status:
            table.remove(row)
        return status == 0

    def surplus_by_id(self, sheet: Sheet, rows: List[Tuple[Row, Any]]) -> Tuple[Table, List[Any]]:
        matched = {row for _, row in rows}
        gone = [row for row in sheet.table.rows(self.plan) if row not in matched]
        return self.judged(sheet, gone)

    def judged(self, sheet: Sheet, gone: List[Any]) -> Tuple[Table, List[Any]]:
        """Rows of the plan that the sheet does not have. The plan itself stays without a row."""
        if sheet.table.name == "plan":
            return sheet.table, []
        for row in gone if self.missing == "error" else []:
            self.fault(sheet.name, f"rækken »{sheet.table.label(row)}« i planen mangler i arket; vælg missing=\"keep\" "
                                   "(behold den) eller missing=\"remove\" (fjern den)",
                       f"the row “{sheet.table.label(row)}” of the plan is not in the sheet; choose missing=\"keep\" or "
                       "missing=\"remove\"")
        return sheet.table, gone

    # --- Tables whose rows have none ---

    def read_rows(self, sheet: Sheet) -> List[Tuple[Row, Any]]:
        """New rows at the end of the list, for comparison with the old ones."""
        found = []
        parents = self.parents(sheet.table)
        for row in sheet.rows:
            parent = self.parent_of(sheet.table, row, parents)
            made = None if parent == "" else self.add(sheet.table, parent, None, row.where)
            if made is None:
                continue
            self.put_cells(sheet.table, row, made, lambda column: column.type != "ID")
            found.append((row, made))
        return found

    def parents(self, table: Table) -> Dict[str, List[str]]:
        """The ids of what can contain the rows, by id and by title."""
        found: Dict[str, List[str]] = defaultdict(list)
        if table.parent_name is not None:
            parent = find_table(table.parent_name)
            rows = list(parent.rows(self.plan))
            ids = [parent.by_name["id"].text(row) for row in rows]
            for id, row in zip(ids, rows):
                found[fold(parent.by_name["title"].text(row))].append(id)
            found.update((id, [id]) for id in ids)
        return found

    def parent_of(self, table: Table, row: Row, parents: Mapping[str, List[str]]) -> Optional[str]:
        """The id of the object that is to contain the row; None if none does, "" after a fault."""
        if table.parent_name is None:
            return None
        column = table.columns[0]
        cell = row.cells.get(column.name)
        words = cell_text(cell, column, self.lang).strip() if cell else ""
        found = parents.get(words) or parents.get(fold(words)) or []
        if len(found) == 1 and words:
            return found[0]
        name = find_table(table.parent_name).title(self.lang)
        self.fault(cell.where if cell else row.where, f"»{words}« er hverken et id eller netop ét navn i »{name}«",
                   f"“{words}” is neither an id nor exactly one name in “{name}”")
        return ""

    def match(self, sheet: Sheet, rows: List[Tuple[Row, Any]]) -> Tuple[Table, List[Any]]:
        """Merges the new rows into the old ones that they are. Returns the old ones that are left."""
        table, new = sheet.table, {made for _, made in rows}
        waiting: Dict[Any, Deque[Any]] = defaultdict(deque)
        old = [row for row in table.rows(self.plan) if row not in new]
        for row in old:
            waiting[self.key(table, row)].append(row)
        keys = [self.key(table, made, row) for row, made in rows]
        same = self.equal_rows(table, rows, keys, waiting)
        taken = set(same.values())
        pairs: List[Tuple[Row, Any, Any]] = []
        others: List[Tuple[Row, Any]] = []
        for (row, made), key in zip(rows, keys):
            left_of_key = waiting[key]
            while left_of_key and left_of_key[0] in taken:
                left_of_key.popleft()
            if made in same:
                pairs.append((row, made, same[made]))
            elif left_of_key:
                pairs.append((row, made, left_of_key.popleft()))
            else:
                others.append((row, made))
        for row, _ in others:
            if row.is_bare:
                self.fault(row.where, "rækken har kun beløb; er den en sum? Skriv, hvad beløbet er til, eller slet rækken",
                           "the row has nothing but amounts; is it a total? Say what the amount is for, or delete the row")
        matched = {found for _, _, found in pairs}
        left = [row for row in old if row not in matched]
        if self.missing != "keep" and sheet.is_whole():
            left, others = self.match_edited(table, left, others, pairs)
        for row, made in others:
            self.put_cells(table, row, made, lambda column: column.type == "ID")
        result = self.judged(sheet, left)
        for row, made, found in [] if self.faults else reversed(pairs):  # from the end, where rows are removed in no time
            self.merge(table, row, made, found)
        return result

    @staticmethod
    def equal_rows(table: Table, rows: List[Tuple[Row, Any]], keys: List[Any], waiting: Mapping[Any, Deque[Any]]) -> Dict[Any, Any]:
        """The old rows that new ones equal, where several old ones have the same key: lines that differ in the amount alone keep
        what else they have when they are sorted, or one of them is removed."""
        columns = [table.by_name[name] for name in (rows[0][0].cells if rows else ())]
        columns = [column for column in columns if column.type != "ID"]

        def values(key: Any, row: Any) -> Tuple[Any, ...]:
            return (key, *(_stated(column.value(row)) for column in columns))

        same: Dict[Any, Any] = {}
        equal: Dict[Tuple[Any, ...], Deque[Any]] = defaultdict(deque)
        for key, old in waiting.items():
            for row in old if len(old) > 1 else ():
                equal[values(key, row)].append(row)
        for (_, made), key in zip(rows, keys):
            found = equal.get(values(key, made)) if len(waiting.get(key, ())) > 1 else None
            if found:
                same[made] = found.popleft()
        return same

    @staticmethod
    def match_edited(table: Table, left: List[Any], others: List[Tuple[Row, Any]],
                     pairs: List[Tuple[Row, Any, Any]]) -> Tuple[List[Any], List[Tuple[Row, Any]]]:
        """Rows whose key was edited are matched in order, within what contains them. Returns what is left of both."""
        def holder(row: Any) -> Any:
            return table.columns[0].object_of(row) if table.parent_name else None

        waiting: Dict[Any, Deque[Any]] = defaultdict(deque)
        for row in left:
            waiting[holder(row)].append(row)
        new = []
        for sheet_row, made in others:
            same = waiting.get(holder(made))
            if same:
                pairs.append((sheet_row, made, same.popleft()))
            else:
                new.append((sheet_row, made))
        return [row for rows in waiting.values() for row in rows], new

    def key(self, table: Table, row: Any, given_row: Optional[Row] = None) -> Any:
        if table.name == "contributions":
            cell = given_row.cells.get("id") if given_row else None
            id = cell_text(cell, table.by_name["id"], self.lang).strip() if cell else table.by_name["id"].text(row)
            if id:
                return ("id", id)
        own = (table.by_name[name] for name in _KEYS.get(table.name, ()))
        parents = [column.text(row) for column in table.columns if column.is_parent]
        return (*parents, *(column.value(row) for column in own))

    def merge(self, table: Table, row: Row, made: Any, found: Any) -> None:
        for name in row.cells:
            column = table.by_name[name]
            value, before = column.value(made), column.value(found)
            if column.is_parent or column.type == "ID" or value == _stated(before):
                continue
            if column.type == "DECIMAL" and _is_same_number(value, before):
                continue
            self.put(table, column, found, value)
        table.remove(made)
        self.added[table.name] -= 1

    # --- Cells ---

    def add(self, table: Table, parent: Optional[str], id: Optional[str], where: str) -> Any:
        status, row = table.add(self.plan, parent, id)
        if status:
            column = table.by_name.get("id", table.columns[0])
            self.faults.append(Fault(where, explain(status, column, id or "", self.lang)))
            return None
        self.undone.append(lambda: lib.hhp_table_remove_row(table.handle, row))
        self.new.add(row)
        self.added[table.name] += 1
        return row

    def put(self, table: Table, column: Column, row: Any, value: Any) -> None:
        before = column.value(row)
        self.undone.append(lambda: column.put_value(row, before))
        status = column.put_value(row, value)
        if status:
            raise TableError([Fault(table.title(self.lang), explain(status, column, str(value), self.lang))])
        self.changed[table.name].update({row} - self.new)

    def put_cells(self, table: Table, row: Row, target: Any, is_wanted: Callable[[Column], bool]) -> None:
        for name, cell in row.cells.items():
            column = table.by_name[name]
            if column.is_parent or not is_wanted(column) or (column.name == "id" and table.has_id and table.name != "plan"):
                continue
            self.put_cell(table, column, target, cell)

    def put_cell(self, table: Table, column: Column, row: Any, cell: Cell) -> None:
        """Sets a cell, unless it has that value: what was read from the plan is left as it is."""
        words = cell_text(cell, column, self.lang)
        before = column.value(row)
        problem = unsuitable(cell, column, self.lang)
        if problem is not None:
            self.faults.append(Fault(cell.where, problem))
            return
        langs = (self.lang,) if column.type == "DECIMAL" else ("da", "en")  # 1,234 is another number in English
        if words in (column.text(row), *(column.text(row, self.options[lang]) for lang in langs)):
            return
        status = column.put_text(row, words, self.lang)
        if status:
            self.faults.append(Fault(cell.where, explain(status, column, words.strip(), self.lang)))
            return
        if column.type == "DECIMAL" and _is_same_number(column.value(row), before):
            column.put_value(row, before)
        if column.value(row) != before:
            self.undone.append(lambda: column.put_value(row, before))
            self.changed[table.name].update({row} - self.new)


# --- Values of spreadsheets ---


def _stated(value: Any) -> Any:
    """None for an empty text or list, which is an empty cell as well."""
    return None if value in ("", ()) else value


def _is_same_number(one: Optional[str], other: Optional[str]) -> bool:
    return one is not None and other is not None and Decimal(one) == Decimal(other)


def cell_text(cell: Optional[Cell], column: Column, lang: str) -> str:
    """The text that a cell stands for, as hhp_cell_set() reads it."""
    value = cell.value if cell else None
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime.datetime):
        is_day = column.type == "DATE" and value.time() == datetime.time(0)
        return value.date().isoformat() if is_day or value.time() == datetime.time(0) else value.isoformat(" ")
    if isinstance(value, datetime.date):
        return value.isoformat()
    if not isinstance(value, (int, float, Decimal)):  # a text, or a time of day
        return str(value)
    return _number_text(value, cell.decimals if cell else None, column, lang)


def _number_text(value: Any, decimals: Optional[int], column: Column, lang: str) -> str:
    """A number exactly, without an exponent, with the decimal mark of the language."""
    number = Decimal(repr(value)) if isinstance(value, float) else Decimal(str(value))
    if isinstance(value, float) and column.type == "DECIMAL":
        number = Decimal(format(value, ".15g"))  # as Excel shows it: 0.1 + 0.2 is 0.3
    if not number.is_finite():
        return str(value)
    if number == number.to_integral_value():
        shown = str(int(number))
    else:
        shown = format(number.normalize(), "f")
    if column.type == "DECIMAL" and decimals:
        shown = format(number.quantize(Decimal(1).scaleb(-decimals)), "f")
        shown = shown if Decimal(shown) == number else format(number, "f")
    return shown.replace(".", ",") if lang == "da" else shown


def unsuitable(cell: Cell, column: Column, lang: str) -> Optional[str]:
    """Why a value cannot be a cell of this column, although its text could."""
    value = cell.value
    if isinstance(value, (int, float, Decimal)) and not isinstance(value, bool) and column.type in ("KRONER", "NUMBER"):
        shown = cell_text(cell, column, lang)
        if cell.is_percentage:
            return explain(lib.HHP_ERR_FORMAT, column, f"{shown} %", lang)
        if not re.fullmatch(r"-?\d+", shown):
            return explain(lib.HHP_ERR_RANGE, column, shown, lang)
        if shown.startswith("-") and column.type == "KRONER":
            return explain(lib.HHP_ERR_RANGE, column, shown, lang)
    return None


def slug(words: str) -> str:
    """An id from a title, as hhp_plan_suggest_id() makes it; empty if the title has nothing for one."""
    out = ffi.new("char **")
    status = lib.hhp_plan_suggest_id(ffi.NULL, words.replace("\0", " ").encode("utf-8", "surrogatepass"), out)
    if status == lib.HHP_ERR_NOMEM:
        raise MemoryError
    if status:
        return ""
    try:
        return given(out[0])
    finally:
        lib.hhp_free(out[0])


# --- Headings ---


class Headings(NamedTuple):
    """Which columns of a sheet are those of a table."""

    #: The position of each column that is read, by the name of the table's column.
    columns: Dict[str, int]
    #: Positions of amounts by year, of a sheet with a column for each year.
    years: Dict[int, int]
    #: Headings that are not of the table.
    ignored: Tuple[str, ...]


def known_headings(table: Table, row: "List[Any]") -> Dict[str, int]:
    """The columns that a row names: by headings in Danish or English, or by names; whichever are most."""
    best: Dict[str, int] = {}
    positions = {fold(value): i for i, value in reversed(list(enumerate(row))) if value is not None}
    for lang in ("da", "en", None):
        names = {column.name: fold(column.heading(lang) if lang else column.name) for column in table.columns}
        found = {name: positions[heading] for name, heading in names.items() if heading in positions}
        best = found if len(found) > len(best) else best
    return best


def find_headings(table: Table, row: "List[Any]", columns: Optional[Mapping[str, str]], years: bool, lang: str,
                  where: str, faults: List[Fault]) -> Headings:
    """The headings of a sheet. `columns` maps its own headings to columns of the table."""
    found = dict(known_headings(table, row)) if columns is None else {}
    positions: Dict[str, List[int]] = defaultdict(list)
    for i, value in enumerate(row):
        if value is not None and str(value).strip():
            positions[fold(value)].append(i)
    for heading, name in (columns or {}).items():
        column = column_named(table, name)
        places = positions.get(fold(heading), [])
        if len(places) != 1:
            faults.append(Fault(where, (f"overskriften »{heading}« står {len(places)} gange i arket" if lang == "da" else
                                        f"the heading “{heading}” is {len(places)} times in the sheet")))
        elif column.name in found:
            faults.append(Fault(where, (f"både »{row[found[column.name]]}« og »{heading}« er {column.heading(lang)}"
                                        if lang == "da" else
                                        f"both “{row[found[column.name]]}” and “{heading}” are {column.heading(lang)}")))
        else:
            found[column.name] = places[0]
    for name, place in found.items():
        if columns is None and len(positions[fold(row[place])]) > 1:
            faults.append(Fault(where, f"overskriften »{row[place]}« står mere end én gang i arket" if lang == "da" else
                                f"the heading “{row[place]}” is in the sheet more than once"))
    by_year = _year_columns(row, found, lang, where, faults) if years else {}
    for name in ("year", "amount") if by_year else ():
        if name in found:
            faults.append(Fault(where, (f"overskriften »{row[found[name]]}« står ved siden af kolonner med beløb for hvert år"
                                        if lang == "da" else
                                        f"the heading “{row[found[name]]}” is beside columns with amounts for each year")))
    read = [place for name, place in found.items() if table.by_name[name].type == "KRONER"]
    check_units((Cell(where, row[place]) for place in (*read, *by_year.values())), lang, faults)
    used = {*found.values(), *by_year.values()}
    ignored = [str(value) for i, value in enumerate(row) if i not in used and value is not None and str(value).strip()]
    return Headings(dict(sorted(found.items(), key=lambda item: item[1])), by_year, tuple(ignored))


def check_units(cells: Iterable[Cell], lang: str, faults: List[Fault]) -> None:
    """Amounts are read as whole kroner: a heading that says thousands, millions or euros would make each of them wrong."""
    for cell in cells:
        words = fold(cell.value) if isinstance(cell.value, str) else ""
        if _UNIT.search(words) or _CURRENCY.search(words):
            faults.append(Fault(cell.where, f"»{cell.value}«: beløb læses i hele kroner; omregn dem, og ret teksten"
                                if lang == "da" else
                                f"“{cell.value}”: amounts are read in whole kroner; convert them, and correct the text"))


def _year_columns(row: "List[Any]", found: Mapping[str, int], lang: str, where: str, faults: List[Fault]) -> Dict[int, int]:
    """Headings with one year in them: 2022, "2022", "Budget 2022"."""
    years: Dict[int, int] = {}
    for i, value in enumerate(row):
        if isinstance(value, datetime.date):
            value = value.year
        in_it = _ONE_YEAR.findall(str(value)) if value is not None else []
        if len(in_it) != 1 or i in found.values():
            continue
        first = years.setdefault(int(in_it[0]), i)
        if first != i:
            faults.append(Fault(where, f"både »{row[first]}« og »{value}« er året {in_it[0]}; slet den ene"
                                if lang == "da" else
                                f"both “{row[first]}” and “{value}” are the year {in_it[0]}; delete one of them"))
    return years


def column_named(table: Table, name: str) -> Column:
    """A column by name, or by its heading in Danish or English."""
    for column in table.columns:
        if fold(name) in (column.name, fold(column.heading("da")), fold(column.heading("en"))):
            return column
    raise ValueError(f"{table.name} has no column {name!r}; it has {', '.join(column.name for column in table.columns)}")


def melted(row: Row, years: Mapping[int, Cell]) -> List[Row]:
    """A row for each year that has an amount."""
    return [Row(row.where, {**row.cells, "year": Cell(cell.where, year), "amount": cell}, row.is_bare)
            for year, cell in years.items() if cell.has_content()]

