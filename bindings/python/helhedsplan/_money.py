"""Co-financing, roll-ups, and formatting of amounts."""

from __future__ import annotations

from _collections_abc import Sequence

from . import _words
from ._errors import check, encode, error
from ._html import table_html
from ._library import ABSENT, Constant, Same, ffi, given, lib, text
from ._scheme import SchemeBase, scheme_handle
from ._values import is_missing, within

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, List, Optional, Union, overload

_COUNT = lib.hhp_figure_count()
MEMBERS = tuple(given(lib.hhp_figure_name(i)) for i in range(_COUNT))
#: The enumeration of a member of the result that is not an amount.
MEMBER_WORDS: "Dict[str, str]" = {
    name: given(lib.hhp_enum_name(lib.hhp_figure_enum(i))) for i, name in enumerate(MEMBERS) if lib.hhp_figure_enum(i)
}


def _figure_text(record: "Dict[str, Any]") -> str:
    if record["kroner"] is not None:
        return f"{record['kroner']:,}"
    bp = record["share_bp"]
    return str(record["word"]) if bp is None else f"{bp // 100}.{bp % 100:02} %"


def may_be_absent(index: int) -> bool:
    """Whether a member may be None."""
    return bool(lib.hhp_figure_may_be_absent(index))


class CofinancingBase:
    """The result: amounts in whole kroner, shares in basis points, verdicts as "passes", "fails", "open" or
    "not_computable". A figure that cannot be calculated is None. The members are those of hhp_cofinancing_result."""

    __slots__ = ("_values",)

    def __init__(self, result: Any) -> None:
        self._values: Dict[str, Any] = {}
        for name, value in zip(MEMBERS, result):
            words = MEMBER_WORDS.get(name)
            self._values[name] = _words.word(words, value) if words else None if value == ABSENT else value

    def __getattr__(self, name: str) -> Any:
        if name in MEMBERS:
            return self._values[name]
        raise AttributeError(f"a result of co-financing has no {name!r}")

    def __dir__(self) -> List[str]:
        return [*super().__dir__(), *MEMBERS]

    @property
    def passes(self) -> bool:
        """Whether the verdict is "passes"."""
        return bool(self._values["verdict"] == "passes")

    def to_dict(self) -> Dict[str, Any]:
        """All members by name."""
        return dict(self._values)

    def to_records(self, lang: str = "en") -> List[Dict[str, Any]]:
        """A flat dict for each figure, for pandas.DataFrame: its name and meaning, and in the column of its kind a "kroner"
        amount, a "share_bp" in basis points, or a "word"; the other two are None."""
        return [_figure_record(i, self._values[name], lang) for i, name in enumerate(MEMBERS)]

    def _repr_html_(self) -> str:
        rows = [(each["figure"].replace("_", " "), each["meaning"], _figure_text(each)) for each in self.to_records()
                if self._values[each["figure"]] is not None]
        return table_html(f"Co-financing: {self._values['verdict']}", ("figure", "meaning", "value"), rows)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, CofinancingBase):
            return NotImplemented
        return self._values == other._values

    def __hash__(self) -> int:
        return hash(tuple(self._values.values()))

    def __repr__(self) -> str:
        return f"<Cofinancing {self._values['verdict']}: {self._values['local']} of {self._values['total']}>"


if TYPE_CHECKING:
    from ._cofinancing import Cofinancing as Cofinancing
else:
    Cofinancing = type("Cofinancing", (CofinancingBase,), {"__slots__": (), "__module__": "helhedsplan",
                                                           "__doc__": CofinancingBase.__doc__})


def _figure_record(index: int, value: Any, lang: str) -> "Dict[str, Any]":
    kind = _words.word("argument", lib.hhp_figure_kind(index)) if not lib.hhp_figure_enum(index) else "word"
    return {"figure": MEMBERS[index], "meaning": given(lib.hhp_figure_doc(index, _words.lang_number(lang))),
            "kroner": value if kind == "kroner" else None, "share_bp": value if kind == "share" else None,
            "word": value if kind == "word" else None}


def _worked_out(call: "Callable[[Any, int], Any]", about: str) -> "Cofinancing":
    result = ffi.new("int64_t[]", _COUNT)
    check(call(ffi.cast("hhp_cofinancing_result *", result), ffi.sizeof(result)), about)
    return Cofinancing(result)


_MOST = 2**63 - 1


def _stated(value: Optional[int], name: str) -> int:
    return ABSENT if is_missing(value) else within(value, name, 0, _MOST)


def cofinancing(*, grant: Optional[int] = None, local: Optional[int] = None, third_party: int = 0,
                frame: Optional[int] = None, min_share_bp: int = 2500, base: str = "total") -> "Cofinancing":
    """Calculates co-financing from bare numbers, in whole kroner; the minimum share in basis points, of "total" or "grant".

    Without grant or local money the verdict is "open": there is no share, and `required` says what has to be local."""
    amounts = [_stated(grant, "grant"), _stated(local, "local"), within(third_party, "third_party", 0, _MOST)]
    held = _stated(frame, "frame")
    share, number = within(min_share_bp, "min_share_bp", 0, 10000), _words.number("share_base", base, "base")
    return _worked_out(lambda result, size: lib.hhp_cofinancing(*amounts, held, share, number, result, size), "cofinancing")


def plan_cofinancing(handle: Any, scheme: "Union[SchemeBase, str, None]") -> "Cofinancing":
    found = scheme_handle(scheme)
    about = "cofinancing by the scheme that the plan names" if scheme is None else "cofinancing"
    return _worked_out(lambda result, size: lib.hhp_plan_cofinancing(handle, found, result, size), about)


def diff_cofinancing(handle: Any, side: str) -> "Cofinancing":
    number = _words.number("side", side)
    return _worked_out(lambda result, size: lib.hhp_diff_cofinancing(handle, number, result, size), f"side {side!r}")


def _amount(value: int, name: str) -> int:
    return within(value, name, -(2**63), _MOST)


def kroner_text(kroner: int, lang: str = "en") -> str:
    """An amount as people write it: "DKK 46,000,000", or "46.000.000 kr." in Danish."""
    out = ffi.new("char[]", lib.HHP_TEXT_SIZE)
    check(lib.hhp_kroner_text(_amount(kroner, "kroner"), _words.lang_number(lang), out, lib.HHP_TEXT_SIZE), "kroner_text")
    return given(out)


def parse_kroner(text: str) -> int:
    """Whole kroner from an amount as people write it, in Danish or English: "46.000.000 kr.", "DKK 46,000,000", "3,4 mio. kr.".
    InvalidValueError if it is none, is not whole, or can be read in two ways, such as "1,000"."""
    out = ffi.new("int64_t *")
    status = lib.hhp_kroner_parse(encode(text, "an amount"), out)
    if status == lib.HHP_ERR_AMBIGUOUS:
        raise error(status, f"{text!r} may be {out[0]}, or less")
    check(status, repr(text))
    return int(out[0])


def share_text(part: int, whole: int, lang: str = "en", *, min_bp: Optional[int] = None) -> str:
    """A share as people write it: "23.91 %", or "23,91 %" in Danish.

    Beside a minimum in basis points, a share below it is never written as the minimum itself."""
    out = ffi.new("char[]", lib.HHP_TEXT_SIZE)
    amounts = _amount(part, "part"), _amount(whole, "whole")
    least = ABSENT if min_bp is None else within(min_bp, "min_bp", 0, 10000)
    check(lib.hhp_share_text_beside(*amounts, least, _words.lang_number(lang), out, lib.HHP_TEXT_SIZE), "share_text")
    return given(out)


_FIGURES: "Dict[str, Callable[[Any], int]]" = {
    "grant": lib.hhp_rollup_row_grant, "contributed": lib.hhp_rollup_row_contributed, "given": lib.hhp_rollup_row_given,
    "local": lib.hhp_rollup_row_local, "budgeted": lib.hhp_rollup_row_budgeted,
    "not_stated": lib.hhp_rollup_row_not_stated, "activities": lib.hhp_rollup_row_activities,
    "all_activities": lib.hhp_rollup_row_all_activities,
}


class RollupRow(Same):
    """A row of a roll-up. Absent figures are None."""

    __slots__ = ("_rollup", "_handle")

    def __init__(self, rollup: "Rollup", handle: Any) -> None:
        self._rollup = rollup
        self._handle = handle

    def _figure(self, name: str) -> Optional[int]:
        value = _FIGURES[name](self._handle)
        return None if value == ABSENT else int(value)

    @property
    def kind(self) -> str:
        """ "one", "joint", "unknown", "none" or "total"."""
        return _words.word("rollup_row", lib.hhp_rollup_row_kind(self._handle)) or ""

    @property
    def key(self) -> Optional[str]:
        """Its key: an id, a year, a category; None if it has none."""
        return text(lib.hhp_rollup_row_key(self._handle))

    def title(self, lang: str = "en") -> Optional[str]:
        """Its title."""
        return text(lib.hhp_rollup_row_title(self._handle, _words.lang_number(lang)))

    @property
    def parties(self) -> List[str]:
        """The ids of its parties."""
        return [given(lib.hhp_rollup_row_party_at(self._handle, i))
                for i in range(lib.hhp_rollup_row_party_count(self._handle))]

    @property
    def grant(self) -> Optional[int]:
        """The grant."""
        return self._figure("grant")

    @property
    def contributed(self) -> Optional[int]:
        """The contributions."""
        return self._figure("contributed")

    @property
    def given(self) -> Optional[int]:
        """Grant and contributions."""
        return self._figure("given")

    @property
    def local(self) -> Optional[int]:
        """The part that counts as local."""
        return self._figure("local")

    @property
    def budgeted(self) -> Optional[int]:
        """The sum of the budget lines."""
        return self._figure("budgeted")

    @property
    def not_stated(self) -> Optional[int]:
        """The number of amounts not stated."""
        return self._figure("not_stated")

    @property
    def activities(self) -> Optional[int]:
        """The number of its activities."""
        return self._figure("activities")

    @property
    def all_activities(self) -> Optional[int]:
        """The number of its activities, including those of its parts."""
        return self._figure("all_activities")

    def to_dict(self) -> Dict[str, Any]:
        """Key, title and figures."""
        figures = {name: self._figure(name) for name in _FIGURES}
        return {"key": self.key, "title": self.title(),
                **{name: value for name, value in figures.items() if value is not None}}

    def __repr__(self) -> str:
        return f"<RollupRow {self.to_dict()}>"


class Rollup(Constant, Sequence[RollupRow]):
    """A table, with rows by index or key, independent of the plan."""

    __slots__ = ("_handle",)

    def __init__(self, handle: Any) -> None:
        self._handle = handle

    @property
    def by(self) -> str:
        """What it is by: "party", "year" and so on."""
        return _words.word("rollup_by", lib.hhp_rollup_by(self._handle)) or ""

    @property
    def total(self) -> RollupRow:
        """The total. Amounts add up to it; an activity of two goals is counted in both, but once here."""
        return RollupRow(self, lib.hhp_rollup_total(self._handle))

    def __len__(self) -> int:
        return int(lib.hhp_rollup_count(self._handle))

    if TYPE_CHECKING:
        @overload
        def __getitem__(self, index: Union[int, str]) -> RollupRow: ...
        @overload
        def __getitem__(self, index: slice) -> List[RollupRow]: ...

    def __getitem__(self, index: Any) -> Any:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(len(self)))]
        if isinstance(index, str):
            found = self._found(index)
            if not found:
                raise error(lib.HHP_ERR_NOT_FOUND, f"rollup by {self.by}: {index!r}")
            return RollupRow(self, found)
        position = index + len(self) if index < 0 else index
        if not 0 <= position < len(self):
            raise IndexError(index)
        return RollupRow(self, lib.hhp_rollup_at(self._handle, position))

    def _found(self, key: str) -> Any:
        try:
            return lib.hhp_rollup_find(self._handle, encode(key))
        except ValueError:  # not a possible key
            return None

    def __contains__(self, value: object) -> bool:
        return bool(self._found(value)) if isinstance(value, str) else super().__contains__(value)

    def to_records(self, lang: str = "en") -> List[Dict[str, Any]]:
        """A flat dict for each row, for pandas.DataFrame: kind, key, title, and the figures that the roll-up has, None where
        a row has none, with the same keys in all. The total is not among them."""
        rows = [{name: row._figure(name) for name in _FIGURES} for row in self]
        names = [name for name in _FIGURES if any(row[name] is not None for row in rows)]
        return [{"kind": row.kind, "key": row.key, "title": row.title(lang), **{name: figures[name] for name in names}}
                for row, figures in zip(self, rows)]

    def __reduce__(self) -> Any:
        raise TypeError("a roll-up cannot be pickled; to_records() can")

    def __repr__(self) -> str:
        return f"<Rollup by {self.by}: {len(self)} rows>"


def plan_rollup(handle: Any, by: str) -> Rollup:
    out = ffi.new("hhp_rollup **")
    check(lib.hhp_plan_rollup(handle, _words.number("rollup_by", by, "by"), out))
    return Rollup(ffi.gc(out[0], lib.hhp_rollup_free))
