"""The owner of a plan or a scheme in the library."""

from __future__ import annotations

from ._library import ffi, lib

TYPE_CHECKING = False
if TYPE_CHECKING:
    from threading import RLock
    from typing import Any
else:
    from _thread import RLock  # threading would load others

#: Bytes of texts set since the last time, after which the memory of replaced ones is released.
_LIMIT = 512 * 1024


class Root:
    """Owner of a plan or a scheme in the library, which is freed with the last object or list of it."""

    __slots__ = ("handle", "lock", "_set")

    def __init__(self, handle: Any) -> None:
        self.handle = handle
        # Callers of the library must ensure that only one thread edits at a time. A signal handler, or __del__, may
        # interrupt an edit in the same thread, but never the call itself.
        self.lock = RLock()
        self._set = 0

    def grew(self, size: int) -> None:
        """Counts the bytes of an edit, under the lock. Texts of the library are copied at once, before they are released: by
        the next call but one."""
        self._set += size
        if self._set >= _LIMIT:
            self._set = 0
            lib.hhp_plan_compact(self.handle)


def object_of(handle: Any) -> Any:
    """A plan, a scheme or a part of one as the object that it is."""
    return ffi.cast("hhp_object *", handle)
