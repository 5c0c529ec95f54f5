"""Lists of a plan: of texts and references, of objects, and of objects with ids, which are mappings too."""

from __future__ import annotations

from _collections_abc import Mapping, MutableSequence

from . import _content
from ._errors import check, encode, error
from ._fields import ENTITIES, Field
from ._library import ffi, lib
from ._records import records
from ._values import is_missing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import (Any, Callable, Dict, Iterable, Iterator, List, Optional, Tuple, TypeVar, Union, overload)

    from ._entity import Entity
    from ._root import Root

    E = TypeVar("E", bound="Entity")
else:
    E = object


def _index(index: Any, length: int) -> int:
    """The index from the beginning, which may be outside of the list."""
    found = int(index.__index__())
    return found + length if found < 0 else found


class _List:
    """Base of all lists: the owner and the field."""

    __slots__ = ("_root", "_handle", "_key", "_field", "_about")

    def __init__(self, root: "Root", handle: Any, field: Field, about: str) -> None:
        self._root = root  # keeps the plan alive
        self._handle = handle
        self._key = field._handle
        self._field = field
        self._about = about

    def __len__(self) -> int:
        return int(lib.hhp_get_count(self._handle, self._key))

    def _position(self, index: Any) -> int:
        if not hasattr(index, "__index__"):
            raise TypeError(f"{self._about}: an index is an integer, not {type(index).__name__}")
        length = len(self)
        position = _index(index, length)
        if not 0 <= position < length:
            raise IndexError(f"{self._about} has {length}, and no {index}")
        return position

    def _place(self, index: Any) -> int:
        """Where list.insert() would insert."""
        length = len(self)
        return max(0, min(_index(index, length), length))

    def _require_editable(self) -> None:
        if not lib.hhp_entity_is_editable(lib.hhp_object_entity(self._handle)):
            raise AttributeError(f"{self._about} is read-only")

    def _change(self, call: Callable[..., int], *arguments: Any, size: int = 0) -> None:
        with self._root.lock:
            status = call(self._handle, self._key, *arguments)
            self._root.grew(0 if status else size)
        if status:
            self._require_editable()
        check(status, self._about)

    def move(self, from_: Any, to: int) -> None:
        """Moves the element at an index to another, which it has afterwards."""
        self._change(lib.hhp_move, self._position(from_), self._position(to))


class TextList(_List, MutableSequence):  # type: ignore[type-arg]
    """A list of texts or references, with the methods of a list; slices are plain lists."""

    __slots__ = ()
    __hash__ = None  # type: ignore[assignment]

    if TYPE_CHECKING:
        @overload
        def __getitem__(self, index: int) -> str: ...
        @overload
        def __getitem__(self, index: slice) -> List[str]: ...

    def __getitem__(self, index: Any) -> Any:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(len(self)))]
        return ffi.string(lib.hhp_get_text_at(self._handle, self._key, self._position(index))).decode()

    def __iter__(self) -> Iterator[str]:
        at, key, handle = lib.hhp_get_text_at, self._key, self._handle
        i = 0
        while found := at(handle, key, i):
            yield ffi.string(found).decode()
            i += 1

    def __setitem__(self, index: Any, value: Any) -> None:
        texts = list(self)
        texts[index] = value
        self.replace(texts)

    def __delitem__(self, index: Any) -> None:
        if isinstance(index, slice):
            for i in sorted(range(*index.indices(len(self))), reverse=True):
                self._change(lib.hhp_remove, i)
        else:
            self._change(lib.hhp_remove, self._position(index))

    def insert(self, index: int, value: str) -> None:
        """Inserts a text before an index."""
        text = encode(value, self._about)
        self._change(lib.hhp_insert_text, self._place(index), text, size=len(text) + 32)

    def append(self, value: str) -> None:
        """Appends a text."""
        self.insert(len(self), value)

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
        """A plain list of the texts."""
        return list(self)

    def reverse(self) -> None:
        """Reverses the order."""
        self.replace(list(self)[::-1])

    def sort(self, *, key: Any = None, reverse: bool = False) -> None:
        """Sorts the texts as list.sort() does."""
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
            self._change(lib.hhp_remove, i)
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

    def __reduce__(self) -> Any:
        return (list, (list(self),))

    def __repr__(self) -> str:
        return repr(list(self))


class EntityList(_List, MutableSequence[E]):
    """A list of objects, with the methods of a list. New ones are given as mappings of fields, or as objects of any plan,
    which are copied. `add()` appends a new one and returns it.

    An object is in its list once: one that is assigned to another index changes places with the one there, and slices,
    `sort()` and `reverse()` reorder the objects with all that they hold."""

    __slots__ = ("_class",)

    def __init__(self, root: "Root", handle: Any, field: Field, about: str, kind: Any) -> None:
        super().__init__(root, handle, field, about)
        self._class = kind

    if TYPE_CHECKING:
        @overload
        def __getitem__(self, index: int) -> E: ...
        @overload
        def __getitem__(self, index: slice) -> List[E]: ...

    def __getitem__(self, index: Any) -> Any:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(len(self)))]
        return self._class(self._root, lib.hhp_get_object_at(self._handle, self._key, self._position(index)))

    def __iter__(self) -> Iterator[E]:
        at, key, handle, root, kind = lib.hhp_get_object_at, self._key, self._handle, self._root, self._class
        i = 0
        while found := at(handle, key, i):
            yield kind(root, found)
            i += 1

    def _own(self, value: Any) -> int:
        """The index of an object of this list, else -1."""
        if not isinstance(value, self._class) or value._root is not self._root:
            return -1
        return _content.position(self._handle, self._key, value._handle)

    def __contains__(self, value: object) -> bool:
        return self._own(value) >= 0 or isinstance(value, self._class) and any(value == each for each in self)

    def index(self, value: Any, start: int = 0, stop: "Optional[int]" = None) -> int:
        """The index of an object, or else of the first with the same contents."""
        begin, end, _ = slice(start, stop).indices(len(self))
        own = self._own(value)
        if begin <= own < end:
            return own
        for i in range(begin, end):
            if self[i] == value:
                return i
        raise ValueError(f"{self._about} does not contain {value!r}")

    # --- Adding ---

    def _undo(self, handle: Any) -> None:
        with self._root.lock:
            at = _content.position(self._handle, self._key, handle)
            if at >= 0:
                lib.hhp_remove(self._handle, self._key, at)

    def _new(self, index: int, id: Any, fields: Dict[str, Any]) -> E:
        out = ffi.new("hhp_object **")
        about = f"{self._about}: {id.decode()!r}" if id else self._about
        try:  # before it exists: Ctrl-C may come at any time
            with self._root.lock:
                status = lib.hhp_insert_object(self._handle, self._key, index, id, out)
                self._root.grew(0 if status else 200)
            if status:
                self._require_editable()
            check(status, about)
            made: E = self._class(self._root, out[0])
            made.update(**fields)
        except BaseException:
            if out[0]:
                self._undo(out[0])
            raise
        return made

    def _copied(self, index: int, value: Any) -> Any:
        self._require_editable()
        with self._root.lock:
            made, size = _content.copy_object(self._handle, self._key, index, value._handle, self._field.target, self._about)
            self._root.grew(size)
        return self._class(self._root, made)

    def _insert(self, index: int, value: Any) -> E:
        """Inserts a new object with these fields, or a copy of that object."""
        if isinstance(value, self._class):
            return self._copied(index, value)  # type: ignore[no-any-return]
        if not isinstance(value, Mapping):
            raise TypeError(f"{self._about} takes mappings of fields and {self._class.__name__}, not {value!r}")
        return self._make(index, **value)

    def _make(self, index: int, *arguments: Any, **fields: Any) -> E:
        if arguments:
            raise TypeError(f"{self._about} takes fields by name")
        return self._new(index, ffi.NULL, fields)

    def add(self, *arguments: Any, **fields: Any) -> E:
        """Appends an object with these fields, and returns it. If one of them is rejected, nothing is added."""
        return self._make(len(self), *arguments, **fields)

    def insert(self, index: int, value: Any) -> None:
        """Inserts an object with these fields, or a copy of an object, before an index."""
        self._insert(self._place(index), value)

    def append(self, value: Any) -> None:
        """Appends an object with these fields, or a copy of an object."""
        self._insert(len(self), value)

    def extend(self, values: Any) -> None:
        """Appends one for each mapping of fields, and a copy for each object. If one of them is rejected, nothing is added."""
        if isinstance(values, (str, Mapping)):
            raise TypeError(f"{self._about} takes a list of mappings or objects, not {values!r}")
        added: List[E] = []
        try:
            for value in list(values):
                added.append(self._insert(len(self), value))
        except BaseException:
            for each in reversed(added):
                self._undo(each._handle)
            raise

    def __iadd__(self, values: Any) -> Any:  # type: ignore[misc]
        self.extend(values)
        return self

    # --- Reordering and replacing ---

    def move(self, from_: Any, to: int) -> None:
        """Moves an object, or the one at an index, to another index, which it has afterwards."""
        super().move(self.index(from_) if isinstance(from_, self._class) else from_, to)

    def _swap(self, one: int, other: int) -> None:
        first, second = min(one, other), max(one, other)
        if first != second:
            self.move(second, first)
            self.move(first + 1, second)

    def __setitem__(self, index: Any, value: Any) -> None:
        if isinstance(index, slice):
            wanted: List[Any] = list(self)
            wanted[index] = value if not isinstance(value, (str, Mapping)) else [value]
            self.replace(wanted)
            return
        position, own = self._position(index), self._own(value)
        if own >= 0:
            self._swap(own, position)
        else:
            self.replace([*self[:position], value, *self[position + 1:]])

    def replace(self, values: Any) -> None:
        """Replaces the contents: objects of the list stay themselves, in the order given; others are added, those left out
        removed. If something is rejected, the list is unchanged."""
        if isinstance(values, (str, Mapping)):
            raise TypeError(f"{self._about} takes a list of mappings or objects, not {values!r}")
        self._require_editable()
        wanted = list(values)
        with self._root.lock:
            self._arrange(wanted)

    def _arrange(self, wanted: List[Any]) -> None:
        kept = [self._own(value) for value in wanted]
        owned = [own for own in kept if own >= 0]
        if len(set(owned)) < len(owned):
            raise error(lib.HHP_ERR_DUPLICATE_ID, f"{self._about}: the same object twice")
        held = list(self)
        gone = [each for i, each in enumerate(held) if i not in set(owned)]
        ids = _Ids(gone, self._field.target)
        made: Dict[int, E] = {}
        try:
            for i, value in enumerate(wanted):
                if kept[i] < 0:
                    made[i] = self._insert(len(self), value)
        except BaseException:
            for each in reversed(list(made.values())):
                self._undo(each._handle)
            ids.restore()
            raise
        for each in gone:
            self._undo(each._handle)
        ids.restore()
        order = [made[i] if own < 0 else held[own] for i, own in enumerate(kept)]
        for to, each in enumerate(order):
            at = _content.position(self._handle, self._key, each._handle)
            if at != to:
                self._change(lib.hhp_move, at, to)

    def reverse(self) -> None:
        """Reverses the order."""
        self.replace(list(self)[::-1])

    def sort(self, *, key: Any, reverse: bool = False) -> None:
        """Sorts by a key, such as `key=lambda goal: goal.title`, as list.sort() does."""
        self.replace(sorted(self, key=key, reverse=reverse))

    def copy(self) -> List[E]:
        """A plain list of the objects."""
        return list(self)

    # --- Removing ---

    def remove(self, value: Any) -> None:
        """Removes an object. It can still be read, but is no longer part of a plan."""
        if not isinstance(value, self._class):
            raise TypeError(f"{self._about} holds {self._class.__name__}, not {type(value).__name__}")
        self._require_editable()
        own = self._own(value)
        if own < 0:
            raise error(lib.HHP_ERR_NOT_FOUND, f"{self._about}: {value!r}")
        self._change(lib.hhp_remove, own)

    def __delitem__(self, index: Any) -> None:
        found = self[index]
        for each in found if isinstance(found, list) else [found]:
            self.remove(each)

    def clear(self) -> None:
        """Removes all of them."""
        self._change(lib.hhp_clear)

    def to_records(self) -> List[Dict[str, Any]]:
        """A flat dict for each object, for pandas.DataFrame: every field, None if it is absent and has no default, dates
        as text, and members of nested objects as "target_group.age_min"."""
        return records(self._field.target or "", _content.objects_of(self._handle, self._key))

    def __add__(self, other: Iterable[Any]) -> List[Any]:  # type: ignore[misc]
        return [*self, *other]

    def __radd__(self, other: Iterable[Any]) -> List[Any]:
        return [*other, *self]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, (list, EntityList)):
            return NotImplemented
        return list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]

    def __reduce__(self) -> Any:
        return (list, (list(self),))

    def __repr__(self) -> str:
        return f"<{self._about}: {len(self)}>"


class _Ids:
    """The ids of objects that are to be removed, taken away from them so that those that come instead may have them."""

    def __init__(self, objects: Iterable[Any], entity: Any) -> None:
        field = ENTITIES[entity].id_field
        self._taken: "List[Tuple[Any, Any, bytes]]" = []
        for handle in [each._handle for each in objects] if field is not None else []:
            id = lib.hhp_get_text(handle, field._handle)
            if id:
                self._taken.append((handle, field._handle, ffi.string(id)))
                check(lib.hhp_set_text(handle, field._handle, ffi.NULL))

    def restore(self) -> None:
        for handle, key, id in self._taken:
            check(lib.hhp_set_text(handle, key, id))


class KeyedList(EntityList[E]):
    """A list of objects with ids: by index, and by id as a mapping. As with a list, iteration gives the objects."""

    __slots__ = ()

    if TYPE_CHECKING:
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

    def _position(self, index: Any) -> int:
        return self._own(self[index]) if isinstance(index, str) else super()._position(index)

    def get(self, id: str, default: Optional[E] = None) -> Optional[E]:
        """The object with that id, or `default`."""
        try:
            found = lib.hhp_get_object_by_id(self._handle, self._key, encode(id))
        except ValueError:
            return default
        return self._class(self._root, found) if found else default

    def __contains__(self, value: object) -> bool:
        if isinstance(value, str):
            return self.get(value) is not None
        return super().__contains__(value)

    def _make(self, index: int, *arguments: Any, **fields: Any) -> E:
        if len(arguments) + ("id" in fields) != 1:
            raise TypeError(f"{self._about} takes one id, and other fields by name")
        id = fields.pop("id") if "id" in fields else arguments[0]
        if is_missing(id):
            raise TypeError(f"{self._about} takes an id, not {id!r}")
        return self._new(index, encode(id, f"{self._about}: id"), fields)

    def add(self, *arguments: Any, **fields: Any) -> E:
        """Appends an object with this id and these fields, and returns it. If anything is rejected, nothing is added."""
        return self._make(len(self), *arguments, **fields)

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
