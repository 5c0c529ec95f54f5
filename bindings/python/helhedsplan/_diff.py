"""Compares two versions of a plan."""

from __future__ import annotations

from _collections_abc import Sequence

from . import _words
from ._errors import check
from ._library import ABSENT, Constant, Same, ffi, given, lib, taken, text
from ._money import Cofinancing, diff_cofinancing
from ._report import render_options
from ._tuples import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, NamedTuple, Optional, overload

    from ._plan import PlanBase

    class BeforeAfter(NamedTuple):
        """A value in both plans."""

        before: Any
        after: Any
else:
    BeforeAfter = record("BeforeAfter", "before after", "A value in both plans.")


class Change(Same):
    """An addition, removal, change, changed amount or reordering. It keeps its diff alive."""

    __slots__ = ("_diff", "_handle")

    def __init__(self, diff: "Diff", handle: Any) -> None:
        self._diff = diff
        self._handle = handle

    def _both(self, function: Any, read: Any) -> BeforeAfter:
        return BeforeAfter(read(function(self._handle, lib.HHP_SIDE_BEFORE)),
                           read(function(self._handle, lib.HHP_SIDE_AFTER)))

    @property
    def kind(self) -> str:
        """ "added", "removed", "changed", "moved" or "reordered"."""
        return _words.word("change", lib.hhp_change_kind(self._handle)) or ""

    @property
    def entity(self) -> str:
        """Type of the entity, such as "activity"."""
        return given(lib.hhp_change_entity(self._handle))

    @property
    def id(self) -> Optional[str]:
        """Id of the entity, or of the closest enclosing one."""
        return text(lib.hhp_change_id(self._handle))

    @property
    def field(self) -> Optional[str]:
        """The field, by its name in the file; None if a whole entity was added or removed."""
        return text(lib.hhp_change_field(self._handle))

    def name(self, lang: str = "en") -> str:
        """Readable name of the entity."""
        return given(lib.hhp_change_name(self._handle, _words.lang_number(lang)))

    def meaning(self, lang: str = "en") -> Optional[str]:
        """Description of the field."""
        return text(lib.hhp_change_meaning(self._handle, _words.lang_number(lang)))

    @property
    def pointer(self) -> BeforeAfter:
        """JSON Pointers to it."""
        return self._both(lib.hhp_change_pointer, text)

    @property
    def value(self) -> BeforeAfter:
        """The value, as text in the file."""
        return self._both(lib.hhp_change_text, text)

    @property
    def kroner(self) -> BeforeAfter:
        """The amounts, if any."""
        return self._both(lib.hhp_change_kroner, lambda value: None if value == ABSENT else value)

    @property
    def difference(self) -> Optional[int]:
        """The difference in kroner; None if no amounts are compared."""
        out = ffi.new("int64_t *")
        status = lib.hhp_change_difference(self._handle, out)
        if status == lib.HHP_ERR_NOT_FOUND:
            return None
        check(status)
        return int(out[0])

    def to_record(self, lang: str = "en") -> "Dict[str, Any]":
        """A flat dict, as in `Diff.to_records()`."""
        found: "Dict[str, Any]" = {"kind": self.kind, "entity": self.entity, "id": self.id, "name": self.name(lang),
                                   "field": self.field, "meaning": self.meaning(lang)}
        for name, (before, after) in (("pointer", self.pointer), ("value", self.value), ("kroner", self.kroner)):
            found[f"{name}.before"], found[f"{name}.after"] = before, after
        return {**found, "difference": self.difference}

    def __repr__(self) -> str:
        return f"<Change {self.kind} {self.entity} {self.id or ''} {self.field or ''}>"


class Diff(Constant, Sequence[Change]):
    """A sequence of changes, independent of the plans."""

    __slots__ = ("_handle",)

    def __init__(self, handle: Any) -> None:
        self._handle = handle

    def __len__(self) -> int:
        return int(lib.hhp_diff_count(self._handle))

    if TYPE_CHECKING:
        @overload
        def __getitem__(self, index: int) -> Change: ...
        @overload
        def __getitem__(self, index: slice) -> "List[Change]": ...

    def __getitem__(self, index: Any) -> Any:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(len(self)))]
        position = index + len(self) if index < 0 else index
        if not 0 <= position < len(self):
            raise IndexError(index)
        return Change(self, lib.hhp_diff_at(self._handle, position))

    def cofinancing(self, side: str) -> "Cofinancing":
        """The co-financing "before" or "after"."""
        return diff_cofinancing(self._handle, side)

    def render(self, format: str = "text", *, lang: str = "en", colour: bool = False) -> str:
        """As "text", "json" or "markdown"."""
        options = render_options(lang, None, colour, None, None)
        out, length = ffi.new("char **"), ffi.new("size_t *")
        check(lib.hhp_diff_render(self._handle, _words.number("format", format, "format"), options, out, length))
        return taken(out, length).decode()

    def to_records(self, lang: str = "en") -> "List[Dict[str, Any]]":
        """A flat dict for each change, for pandas.DataFrame: what was changed, and "value.before", "value.after" and so on,
        with the same keys in all."""
        return [each.to_record(lang) for each in self]

    def __reduce__(self) -> Any:
        raise TypeError("a diff cannot be pickled; to_records() can")

    def __str__(self) -> str:
        return self.render()

    def __repr__(self) -> str:
        return f"<Diff: {len(self)} changes>"


def diff(before: "PlanBase", after: "PlanBase") -> Diff:
    """Compares two plans, or two versions of one."""
    return before.diff(after)
