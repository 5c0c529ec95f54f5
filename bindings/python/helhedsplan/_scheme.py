"""Built-in and custom schemes; and whether a contribution counts as local."""

from __future__ import annotations

from . import _words
from ._entity import BASES, Entity, class_of
from ._errors import encode, error
from ._files import read_file, source_bytes
from ._library import ffi, lib
from ._report import Report
from ._root import Root, object_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    import os
    from typing import Any, Type, TypeVar, Union

    from ._model import Scheme

    S = TypeVar("S", bound="SchemeBase")


class SchemeBase(Entity):
    """Methods of schemes."""

    __slots__ = ()

    @classmethod
    def parse(cls: Type[S], source: Union[str, bytes]) -> S:
        """Reads a custom scheme from JSON. Raises DocumentError, with a report, if it is invalid."""
        data, out, report = source_bytes(source, "Scheme.load()"), ffi.new("hhp_scheme **"), Report._new()
        status = lib.hhp_scheme_parse(out, data, len(data), report._handle)
        if status:
            raise report._exception(status)
        handle = ffi.gc(out[0], lib.hhp_scheme_free)
        return cls(Root(handle), object_of(handle))

    @classmethod
    def load(cls: Type[S], path: "Union[str, os.PathLike[str]]") -> S:
        """Reads a custom scheme from a file."""
        return cls.parse(read_file(path))

    def title(self, lang: str = "en") -> str:
        """Its title in English, or in Danish."""
        found: str = getattr(self, "title_da" if _words.lang_number(lang) == lib.HHP_LANG_DA else "title_en")
        return found


class ContributionBase(Entity):
    """Methods of contributions."""

    __slots__ = ()

    @property
    def effective_counts_as_local(self) -> str:
        """Whether it counts as local, as stated, else by the kinds of its parties: yes, no or unclear."""
        number = lib.hhp_contribution_effective_counts_as_local(ffi.cast("hhp_contribution *", self._handle))
        return _words.word("counts_as_local", number) or "unclear"


BASES.update(scheme=SchemeBase, contribution=ContributionBase)
_BUILT_IN = Root(None)  # static, never freed


def built_in(handle: Any) -> "Scheme":
    made: Any = class_of("scheme")(_BUILT_IN, object_of(handle))
    return made  # type: ignore[no-any-return]


def scheme_handle(scheme: "Union[SchemeBase, str, None]") -> Any:
    """The handle of a scheme, or of the built-in one with that id."""
    if scheme is None:
        return ffi.NULL
    if isinstance(scheme, SchemeBase):
        return ffi.cast("const hhp_scheme *", scheme._handle)
    found = lib.hhp_scheme_find(encode(scheme, "scheme"))
    if not found:
        raise error(lib.HHP_ERR_NOT_FOUND, f"scheme {scheme!r}")
    return found
