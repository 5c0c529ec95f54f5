"""Lists of a plan: of texts and references, of objects, and of objects with ids, which are mappings too."""

from __future__ import annotations

import operator
from collections.abc import Mapping as _Mapping
from typing import (TYPE_CHECKING, Any, Dict, Generic, Iterable, Iterator, List, MutableSequence, Optional, Sequence,
                    Tuple, TypeVar, Union, overload)

from ._errors import encode, error
from ._fields import Field
from ._library import ffi, given, lib
from ._records import records

if TYPE_CHECKING:
    from ._entity import Entity, Root

E = TypeVar("E", bound="Entity")


class _List:
    """Base of all lists: the owner and the field."""

    __slots__ = ("_root", "_handle", "_field", "_about")

    def __init__(self, root: "Root", handle: Any, field: Field, about: str) -> None:
        self._root = root  # keeps the plan alive
        self._handle = handle
        self._field = field
        self._about = about

    def __len__(self) -> int:
        return int(self._field.functions["count"](self._handle))

    def _position(self, index: int) -> int:
        index, length = operator.index(index), len(self)
        position = index + length if index < 0 else index
        if not 0 <= position < length:
            raise IndexError(f"{self._about} has {length}, and no {index}")
        return position

    def _change(self, function: str, *arguments: Any) -> None:
        calls = self._field.functions
        if function not in calls:
            raise AttributeError(f"{self._about} is read-only")
        with self._root.lock:
            status = calls[function](self._handle, *arguments)
        if status:
            raise error(status, self._about)


class TextList(_List, MutableSequence[str]):
    """A list of texts or references, with the methods of a list; slices are plain lists."""

    __slots__ = ()
    __hash__ = None  # type: ignore[assignment]

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> List[str]: ...
    def __getitem__(self, index: Any) -> Any:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(len(self)))]
        return given(self._field.functions["at"](self._handle, self._position(index)))

    def __iter__(self) -> Iterator[str]:
        count, at, handle = self._field.functions["count"], self._field.functions["at"], self._handle
        i = 0
        while i < count(handle):
            yield ffi.string(at(handle, i)).decode()
            i += 1

    def __setitem__(self, index: Any, value: Any) -> None:
        texts = list(self)
        texts[index] = value
        self.replace(texts)

    def __delitem__(self, index: Any) -> None:
        if isinstance(index, slice):
            for i in sorted(range(*index.indices(len(self))), reverse=True):
                self._change("remove", i)
        else:
            self._change("remove", self._position(index))

    def insert(self, index: int, value: str) -> None:
        texts = list(self)
        texts.insert(index, value)
        self.replace(texts)

    def append(self, value: str) -> None:
        self._change("add", encode(value, self._about))

    def extend(self, values: Iterable[str]) -> None:
        """Appends these. If one of them is rejected, the list is unchanged."""
        held = len(self)
        try:
            for value in list(values):  # a copy: they may be the texts of this list, and iterating over it would not end
                self.append(value)
        except BaseException:
            del self[held:]
            raise

    def __iadd__(self, values: Iterable[str]) -> "TextList":  # type: ignore[override,misc]
        self.extend(values)
        return self

    def __imul__(self, count: int) -> "TextList":
        self.replace(list(self) * count)
        return self

    def copy(self) -> List[str]:
        return list(self)

    def reverse(self) -> None:
        self.replace(list(self)[::-1])

    def sort(self, *, key: Any = None, reverse: bool = False) -> None:
        self.replace(sorted(self, key=key, reverse=reverse))

    def replace(self, texts: Iterable[str]) -> None:
        """Replaces the contents. If one of them is rejected, the list is unchanged."""
        wanted, held = list(texts), list(self)
        same = 0
        while same < min(len(wanted), len(held)) and wanted[same] == held[same]:
            same += 1
        try:
            self._end_with(same, wanted[same:])
        except BaseException:
            self._end_with(same, held[same:])
            raise

    def _end_with(self, keep: int, texts: Iterable[str]) -> None:
        for i in range(len(self) - 1, keep - 1, -1):
            self._change("remove", i)
        for value in texts:
            self.append(value)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, (list, TextList)):
            return NotImplemented
        return list(self) == list(other)

    def __add__(self, other: Iterable[str]) -> List[str]:
        return [*self, *other]

    def __radd__(self, other: Iterable[str]) -> List[str]:
        return [*other, *self]

    def __mul__(self, count: int) -> List[str]:
        return list(self) * count

    __rmul__ = __mul__

    def __repr__(self) -> str:
        return repr(list(self))


class EntityList(_List, Sequence[E], Generic[E]):
    """A list of objects, by index. `add()` appends a new one."""

    __slots__ = ("_class",)

    def __init__(self, root: "Root", handle: Any, field: Field, about: str, kind: Any) -> None:
        super().__init__(root, handle, field, about)
        self._class = kind

    @overload
    def __getitem__(self, index: int) -> E: ...
    @overload
    def __getitem__(self, index: slice) -> List[E]: ...
    def __getitem__(self, index: Any) -> Any:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(len(self)))]
        return self._class(self._root, self._field.functions["at"](self._handle, self._position(index)))

    def __iter__(self) -> Iterator[E]:
        at, handle, root, kind = self._field.functions["at"], self._handle, self._root, self._class
        i = 0
        while True:
            found = at(handle, i)
            if not found:
                return
            yield kind(root, found)
            i += 1

    def __contains__(self, value: object) -> bool:
        return isinstance(value, self._class) and any(value == each for each in self)

    def _add(self, fields: Dict[str, Any], *arguments: Any) -> E:
        out = ffi.new(f"hhp_{self._field.target} **")
        try:  # before it exists: Ctrl-C may come at any time
            self._change("add", *arguments, out)
            made: E = self._class(self._root, out[0])
            made.update(**fields)
        except BaseException:
            if out[0]:
                self._change("remove", out[0])
            raise
        return made

    def add(self, *arguments: Any, **fields: Any) -> E:
        """Appends an object with these fields, and returns it. If one of them is rejected, nothing is added."""
        if arguments:
            raise TypeError(f"{self._about} takes fields by name")
        return self._add(fields)

    def append(self, fields: "_Mapping[str, Any]") -> None:
        """Adds one with these fields."""
        self.add(**fields)

    def extend(self, rows: "Iterable[_Mapping[str, Any]]") -> None:
        """Adds one for each mapping of fields."""
        if isinstance(rows, (str, _Mapping)):
            raise TypeError(f"{self._about} takes a list of mappings, not {rows!r}")
        for fields in rows:
            self.append(fields)

    def remove(self, value: Any) -> None:
        """Removes an object. It can still be read, but is no longer part of a plan."""
        if not isinstance(value, self._class):
            raise TypeError(f"{self._about} holds {self._class.__name__}, not {type(value).__name__}")
        self._change("remove", value._handle)

    def __delitem__(self, index: Any) -> None:
        found = self[index]
        for each in found if isinstance(found, list) else [found]:
            self.remove(each)

    def clear(self) -> None:
        """Removes all of them."""
        del self[:]

    def to_records(self) -> List[Dict[str, Any]]:
        """A flat dict for each object, for pandas.DataFrame: every field, None if it is absent and has no default, dates
        as text, and members of nested objects as "target_group.age_min"."""
        return records(self._class, self)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, (list, EntityList)):
            return NotImplemented
        return list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"<{self._about}: {len(self)}>"


class KeyedList(EntityList[E]):
    """A list of objects with ids: by index, and by id as a mapping. As with a list, iteration gives the objects."""

    __slots__ = ()

    @overload
    def __getitem__(self, index: Union[int, str]) -> E: ...
    @overload
    def __getitem__(self, index: slice) -> List[E]: ...
    def __getitem__(self, index: Any) -> Any:
        if not isinstance(index, str):
            return super().__getitem__(index)
        found = self.get(index)
        if found is None:
            raise error(lib.HHP_ERR_NOT_FOUND, f"{self._about}: {index!r}")
        return found

    def get(self, id: str, default: Optional[E] = None) -> Optional[E]:
        """The object with that id, or `default`."""
        try:
            found = self._field.functions["find"](self._handle, encode(id))
        except ValueError:
            return default
        return self._class(self._root, found) if found else default

    def __contains__(self, value: object) -> bool:
        if isinstance(value, str):
            return self.get(value) is not None
        return super().__contains__(value)

    def add(self, *arguments: Any, **fields: Any) -> E:
        """Appends an object with this id and these fields, and returns it. If anything is rejected, nothing is added."""
        if len(arguments) + ("id" in fields) != 1:
            raise TypeError(f"{self._about} takes one id, and other fields by name")
        id = fields.pop("id") if "id" in fields else arguments[0]
        return self._add(fields, encode(id, f"{self._about}: id"))

    def remove(self, value: Union[E, str]) -> None:
        """Removes an object, or the one with that id. It can still be read."""
        super().remove(self[value] if isinstance(value, str) else value)

    def keys(self) -> List[str]:
        """The ids, in the order of the list."""
        return [each.id for each in self]  # type: ignore[attr-defined]

    def values(self) -> List[E]:
        """The objects, in the order of the list."""
        return list(self)

    def items(self) -> List[Tuple[str, E]]:
        """Pairs of id and object, in the order of the list."""
        return [(each.id, each) for each in self]  # type: ignore[attr-defined]
