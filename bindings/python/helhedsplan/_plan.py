"""Methods of plans: reading, writing, checking, calculating and comparing."""

from __future__ import annotations

from collections.abc import Mapping as _Mapping
from typing import Any, Dict, Iterable, List, Optional, Type, TypeVar, Union

from ._check import check_options
from ._dates import DateLike
from ._diff import Diff
from ._entity import Entity, Root, out_pointer
from ._errors import check, error
from ._library import ffi, lib, path_bytes, taken
from ._money import Cofinancing, Rollup, plan_cofinancing, plan_rollup
from ._report import PathLike, Report, Source, source_bytes
from ._scheme import SchemeBase

P = TypeVar("P", bound="PlanBase")


class PlanBase(Entity):
    """Methods of plans."""

    __slots__ = ()

    @classmethod
    def _of(cls: Type[P], out: Any) -> P:
        handle = ffi.gc(out[0], lib.hhp_plan_free)
        return cls(Root(handle), handle)

    @classmethod
    def new(cls: Type[P], **fields: Any) -> P:
        """A new plan, with these fields."""
        out = out_pointer("plan")
        check(lib.hhp_plan_new(out))
        plan = cls._of(out)
        plan.update(**fields)
        return plan

    @classmethod
    def parse(cls: Type[P], source: Source) -> P:
        """Reads a plan from JSON. Raises DocumentError, with a report, if it cannot be read without loss."""
        data, out, report = source_bytes(source), out_pointer("plan"), Report._new()
        status = lib.hhp_plan_parse(out, data, len(data), report._handle)
        if status:
            raise report._exception(status)
        return cls._of(out)

    @classmethod
    def load(cls: Type[P], path: PathLike) -> P:
        """Reads a plan from a file. Raises DocumentError, with a report, if it cannot be read without loss; FileNotFoundError
        and similar if the file cannot be read."""
        out, report = out_pointer("plan"), Report._new()
        status = lib.hhp_plan_load(out, path_bytes(path), report._handle)
        if status:
            raise report._exception(status, path)
        return cls._of(out)

    def dump(self) -> str:
        """The plan as JSON in canonical form: the same plan always gives the same text."""
        out, length = ffi.new("char **"), ffi.new("size_t *")
        check(lib.hhp_plan_dump(self._handle, out, length))
        return taken(out, length).decode()

    def save(self, path: PathLike) -> None:
        """Writes the plan to a file, which is replaced atomically."""
        check(lib.hhp_plan_save(self._handle, path_bytes(path)), path=path)

    def copy(self: P) -> P:
        """An independent copy. Requires the mandatory fields of the format."""
        return type(self).parse(self.dump())

    def __reduce__(self) -> Any:
        text = self.dump()
        self.parse(text)  # a copy must be readable again
        return (type(self).parse, (text,))

    def validate(self, *, stage: Optional[str] = None, today: Optional[DateLike] = None,
                 scheme: "Union[SchemeBase, str, None]" = None, severities: "Optional[_Mapping[str, str]]" = None,
                 waivers: "Iterable[_Mapping[str, Any]]" = (), plan_waivers: bool = True) -> Report:
        """Checks the plan in memory: findings have pointers, but no lines. For the arguments see check(), which checks
        the text of a file."""
        options = check_options(stage, today, scheme, severities, waivers, plan_waivers)
        report = Report._new()
        check(lib.hhp_plan_validate(self._handle, options, report._handle))
        return report

    def cofinancing(self, scheme: "Union[SchemeBase, str, None]" = None) -> Cofinancing:
        """Calculates its co-financing for a scheme, by default the one that the plan names."""
        return plan_cofinancing(self._handle, scheme)

    def rollup(self, by: str) -> Rollup:
        """Kroner by "party", "year", "category" or "activity"; activities by "goal" or "focus_area"."""
        return plan_rollup(self._handle, by)

    def diff(self, after: "PlanBase") -> Diff:
        """Compares it with another plan or a later version."""
        if not isinstance(after, PlanBase):
            raise TypeError(f"a plan is compared with a plan, not {type(after).__name__}")
        out = ffi.new("hhp_diff **")
        check(lib.hhp_plan_diff(self._handle, after._handle, out))
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
