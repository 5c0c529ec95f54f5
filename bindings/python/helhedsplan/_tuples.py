"""Tuples with named members, without the code that collections.namedtuple loads."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class Record(tuple):  # type: ignore[type-arg]
    """Base of the tuples; `_fields` are the names."""

    __slots__ = ()
    _fields: tuple[str, ...] = ()

    def __new__(cls, *values: Any, **named: Any) -> Any:
        if len(values) + len(named) != len(cls._fields) or named.keys() - set(cls._fields[len(values):]):
            raise TypeError(f"{cls.__name__} takes {', '.join(cls._fields)}")
        return tuple.__new__(cls, (*values, *(named[name] for name in cls._fields[len(values):])))

    def __getnewargs__(self) -> Any:
        return tuple(self)

    def _asdict(self) -> Any:
        return dict(zip(self._fields, self))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in zip(self._fields, self))})"


def record(name: str, fields: str, doc: str) -> Any:
    """A class of such tuples."""
    names = tuple(fields.split())
    space: dict[str, Any] = {"__slots__": (), "__doc__": doc, "__module__": "helhedsplan", "_fields": names,
                             "__match_args__": names}
    for position, each in enumerate(names):
        space[each] = property(lambda self, position=position: self[position])  # type: ignore[misc]
    return type(name, (Record,), space)
