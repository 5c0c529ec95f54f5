"""Methods of plans: reading, writing, checking, calculating and comparing."""

from __future__ import annotations

from ._check import check_options
from ._entity import BASES, Entity, class_of, detached, new_root, of_dict
from ._errors import DocumentError, check, encode, error
from ._files import source_bytes
from ._html import table_html
from ._library import ffi, given, lib, path_bytes, taken
from ._money import Cofinancing, Rollup, plan_cofinancing, plan_rollup
from ._report import Report
from ._root import Root, object_of
from ._scheme import SchemeBase
from ._tuples import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Iterable, List, Mapping, NamedTuple, Optional, Type, TypeVar, Union

    from ._dates import DateLike
    from ._diff import Diff
    from ._files import PathLike, Source

    P = TypeVar("P", bound="PlanBase")

    class Located(NamedTuple):
        """What a JSON Pointer leads to: an object, the name of its field and the position in a list of texts, or None."""

        object: Entity
        field: Optional[str]
        position: Optional[int]
else:
    Located = record("Located", "object field position",
                     "What a JSON Pointer leads to: an object, the name of its field and the position in a list of texts, or None.")


class PlanBase(Entity):
    """Methods of plans."""

    __slots__ = ()

    @classmethod
    def _of(cls: Type[P], out: Any) -> P:
        handle = ffi.gc(out[0], lib.hhp_plan_free)
        return cls(Root(handle), object_of(handle))

    @classmethod
    def new(cls: Type[P], **fields: Any) -> P:
        """A new plan, with these fields."""
        plan = cls(*new_root())
        plan.update(**fields)
        return plan

    @classmethod
    def parse(cls: Type[P], source: Source) -> P:
        """Reads a plan from JSON. Raises DocumentError, with a report, if it cannot be read without loss."""
        data, out, report = source_bytes(source, "Plan.load()"), ffi.new("hhp_plan **"), Report._new()
        status = lib.hhp_plan_parse(out, data, len(data), report._handle)
        if status:
            raise report._exception(status)
        return cls._of(out)

    @classmethod
    def load(cls: Type[P], path: PathLike) -> P:
        """Reads a plan from a file. Raises DocumentError, with a report, if it cannot be read without loss; FileNotFoundError
        and similar if the file cannot be read."""
        out, report = ffi.new("hhp_plan **"), Report._new()
        status = lib.hhp_plan_load(out, path_bytes(path), report._handle)
        if status:
            raise report._exception(status, path)
        return cls._of(out)

    def dump(self) -> str:
        """The plan as JSON in canonical form: the same plan always gives the same text."""
        out, length = ffi.new("char **"), ffi.new("size_t *")
        check(lib.hhp_plan_dump(self._root.handle, out, length))
        return taken(out, length).decode()

    def save(self, path: PathLike) -> None:
        """Writes the plan to a file, which is replaced atomically."""
        status = lib.hhp_plan_save(self._root.handle, path_bytes(path))
        check(status, "no such folder" if status == lib.HHP_ERR_NO_FILE else "", path)

    def copy(self: P) -> P:
        """An independent copy, also of a plan that is not complete yet."""
        try:
            return type(self).parse(self.dump())
        except DocumentError:
            made: P = detached(self)
            return made

    def __copy__(self: P) -> P:
        return self.copy()

    def __deepcopy__(self: P, memo: Any) -> P:
        return self.copy()

    def __reduce__(self) -> Any:
        text = self.dump()
        try:
            self.parse(text)
        except DocumentError:  # not complete yet
            return (of_dict, ("plan", self.to_dict()))
        return (type(self).parse, (text,))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, PlanBase):
            return NotImplemented
        return self.is_same(other) or self.dump() == other.dump() or self.to_dict() == other.to_dict()

    __hash__ = None  # type: ignore[assignment]

    def resolve(self, pointer: str) -> Located:
        """What a JSON Pointer, such as that of a finding, leads to: `plan.resolve("/activities/3/title")` is the fourth
        activity and "title". NotFoundError if the plan has no such place, or it is in an x- member."""
        out, field, index = ffi.new("hhp_object **"), ffi.new("const hhp_field **"), ffi.new("size_t *")
        check(lib.hhp_plan_resolve(self._root.handle, encode(pointer, "pointer"), out, field, index), f"pointer {pointer!r}")
        entity = given(lib.hhp_entity_name(lib.hhp_object_entity(out[0])))
        found = class_of(entity)(self._root, out[0]) if entity != "plan" else self
        name = given(lib.hhp_field_c_name(field[0])) if field[0] else None
        return Located(found, name, int(index[0]) if index[0] < 2**31 else None)

    def _repr_html_(self) -> str:
        rows: "List[Any]" = []
        for name, field in self.fields.items():
            value = getattr(self, name)
            if field.type == "object" and not field.is_list or not self.is_given(name):
                continue
            rows.append((name, len(value) if field.is_list else value))
        return table_html(str(dict(rows).get("title") or "Plan"), ("field", "value"), rows)

    def validate(self, *, stage: Optional[str] = None, today: Optional[DateLike] = None,
                 scheme: "Union[SchemeBase, str, None]" = None, severities: "Optional[Mapping[str, str]]" = None,
                 waivers: "Iterable[Mapping[str, Any]]" = (), plan_waivers: bool = True) -> Report:
        """Checks the plan in memory: findings have pointers, but no lines. For the arguments see check(), which checks
        the text of a file."""
        options = check_options(stage, today, scheme, severities, waivers, plan_waivers)
        report = Report._new()
        check(lib.hhp_plan_validate(self._root.handle, options, report._handle))
        return report

    def cofinancing(self, scheme: "Union[SchemeBase, str, None]" = None) -> Cofinancing:
        """Calculates its co-financing for a scheme, by default the one that the plan names."""
        return plan_cofinancing(self._root.handle, scheme)

    def rollup(self, by: str) -> Rollup:
        """Kroner by "party", "year", "category" or "activity"; activities by "goal" or "focus_area"."""
        return plan_rollup(self._root.handle, by)

    def diff(self, after: "PlanBase") -> Diff:
        """Compares it with another plan or a later version."""
        if not isinstance(after, PlanBase):
            raise TypeError(f"a plan is compared with a plan, not {type(after).__name__}")
        from ._diff import Diff

        out = ffi.new("hhp_diff **")
        check(lib.hhp_plan_diff(self._root.handle, after._root.handle, out))
        return Diff(ffi.gc(out[0], lib.hhp_diff_free))

    def to_records(self, path: str) -> List[Dict[str, Any]]:
        """A flat dict for each object of a list, such as "activities" or "financing.contributions", for
        pandas.DataFrame: every field, None if absent, dates as text."""
        found: Any = self
        for name in path.split("."):
            if not isinstance(found, Entity) or name not in found.fields:
                raise error(lib.HHP_ERR_NOT_FOUND, f"{path!r} is not a list of a plan")
            found = getattr(found, name)
        if not hasattr(found, "to_records") or isinstance(found, Entity):
            raise error(lib.HHP_ERR_NOT_FOUND, f"{path!r} is not a list of objects")
        records: List[Dict[str, Any]] = found.to_records()
        return records


BASES["plan"] = PlanBase
