"""Rules and built-in schemes, and the JSON Schemas of the formats."""

from __future__ import annotations

from _collections_abc import Sequence

from . import _words
from ._dates import PartialDate
from ._errors import check, encode, error
from ._library import Same, ffi, given, lib, taken
from ._scheme import built_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, Iterator, List, Optional, TypeVar, Union, overload

    from ._model import Scheme

    T = TypeVar("T")
else:
    T = object


class Catalogue(Sequence[T]):
    """A collection of the library, by index, by id, or by iteration."""

    def __init__(self, name: str, found: List[T], find: "Callable[[str], Optional[T]]") -> None:
        self._name, self._found, self._find = name, found, find

    def __len__(self) -> int:
        return len(self._found)

    if TYPE_CHECKING:
        @overload
        def __getitem__(self, key: Union[int, str]) -> T: ...
        @overload
        def __getitem__(self, key: slice) -> List[T]: ...

    def __getitem__(self, key: Any) -> Any:
        if not isinstance(key, str):
            return self._found[key]
        found = self._find(key)
        if found is None:
            raise error(lib.HHP_ERR_NOT_FOUND, f"{self._name} {key!r}")
        return found

    def __contains__(self, key: object) -> bool:
        try:
            return self._find(key) is not None if isinstance(key, str) else key in self._found
        except ValueError:  # not a possible id
            return False

    def __iter__(self) -> Iterator[T]:
        return iter(self._found)

    def __repr__(self) -> str:
        return f"<{len(self)} {self._name}s>"


class Rule(Same):
    """A rule of the fund, or of the file format."""

    __slots__ = ("_handle",)

    def __init__(self, handle: Any) -> None:
        self._handle = handle

    @property
    def id(self) -> str:
        """Such as "HP401"."""
        return given(lib.hhp_rule_id(self._handle))

    @property
    def slug(self) -> str:
        """Such as "local-share-below-minimum"."""
        return given(lib.hhp_rule_slug(self._handle))

    def severity(self, stage: str) -> str:
        """How severe it is at a stage: "error", "warning", "info" or "off"."""
        return _words.word("severity", lib.hhp_rule_severity(self._handle, _words.number("stage", stage))) or "off"

    def title(self, lang: str = "en") -> str:
        """Its title."""
        return given(lib.hhp_rule_title(self._handle, _words.lang_number(lang)))

    def rationale(self, lang: str = "en") -> str:
        """Its rationale."""
        return given(lib.hhp_rule_rationale(self._handle, _words.lang_number(lang)))

    def remedy(self, lang: str = "en") -> str:
        """Its remedy."""
        return given(lib.hhp_rule_remedy(self._handle, _words.lang_number(lang)))

    def source(self, lang: str = "en") -> str:
        """Its source."""
        return given(lib.hhp_rule_source(self._handle, _words.lang_number(lang)))

    def example(self, which: str = "failing") -> str:
        """A plan that is "failing" or "passing" it, at `example_stage` on the day `example_today`."""
        return given(lib.hhp_rule_example(self._handle, _words.number("example", which)))

    @property
    def example_stage(self) -> str:
        """The stage at which the examples are to be checked."""
        return _words.word("stage", lib.hhp_rule_example_stage(self._handle)) or ""

    @property
    def example_today(self) -> Optional[PartialDate]:
        """The day on which the examples are to be checked."""
        number = lib.hhp_rule_example_today(self._handle)
        return PartialDate.of_number(number) if number else None

    def __repr__(self) -> str:
        return f"<Rule {self.id} {self.slug}>"


def find_rule(id: str) -> Optional[Rule]:
    handle = lib.hhp_rule_find(encode(id))
    return Rule(handle) if handle else None


def nearest_rule(word: str) -> Optional[str]:
    """The id or slug closest to an unknown word."""
    from difflib import SequenceMatcher

    candidates = [name for rule in rules() for name in (rule.id, rule.slug)]
    near = [SequenceMatcher(None, word.casefold(), name.casefold()).ratio() for name in candidates]
    best = max(near)
    return candidates[near.index(best)] if best >= 0.75 else None


def _find_scheme(id: str) -> "Optional[Scheme]":
    handle = lib.hhp_scheme_find(encode(id))
    return built_in(handle) if handle else None


def rules() -> Catalogue[Rule]:
    """All rules, in the order of their ids; also by id or slug: `rules()["HP401"]`."""
    return Catalogue("rule", [Rule(lib.hhp_rule_at(i)) for i in range(lib.hhp_rule_count())], find_rule)


def schemes() -> "Catalogue[Scheme]":
    """The built-in schemes, oldest first; also by id: `schemes()["lbf-2015-2018"]`."""
    return Catalogue("scheme", [built_in(lib.hhp_scheme_at(i)) for i in range(lib.hhp_scheme_count())], _find_scheme)


def json_schema(of: str = "plan", draft: str = "2020-12") -> Dict[str, Any]:
    """The JSON Schema of a "plan", a "scheme" or a "report", in draft "2020-12" or "draft-07"."""
    import json

    out, length = ffi.new("char **"), ffi.new("size_t *")
    numbers = _words.number("schema", of, "of"), _words.number("json_schema", draft, "draft")
    check(lib.hhp_json_schema_of(*numbers, out, length))
    found: Dict[str, Any] = json.loads(taken(out, length))
    return found


def editor_schema(of: str = "plan", draft: str = "2020-12", lang: str = "en") -> Dict[str, Any]:
    """The JSON Schema of a "plan" or a "scheme" for editors: that of `json_schema()`, with descriptions in one language, the
    meaning of words, codes with their names, and snippets, as VS Code's JSON service shows them."""
    import json

    out, length = ffi.new("char **"), ffi.new("size_t *")
    numbers = _words.number("schema", of, "of"), _words.number("json_schema", draft, "draft")
    check(lib.hhp_editor_schema(*numbers, _words.lang_number(lang), out, length))
    found: Dict[str, Any] = json.loads(taken(out, length))
    return found
