"""Shared by the tests: plans of the repository, and memory use of the process."""

import ctypes
import gc
import os
from pathlib import Path

SOURCE = Path(os.environ.get("HHP_SOURCE_DIR") or Path(__file__).resolve().parents[3])
VOLLSMOSE = SOURCE / "examples/vollsmose-2016-2020.helhedsplan.json"
COMPLETE = SOURCE / "examples/complete.helhedsplan.json"


class _Mallinfo(ctypes.Structure):
    _fields_ = [(name, ctypes.c_size_t) for name in "arena ordblks smblks hblks hblkhd usmblks fsmblks uordblks fordblks "
                                                    "keepcost".split()]


def allocated():
    """Bytes that C code has allocated and not freed, exact with AddressSanitizer too; None where they cannot be counted."""
    gc.collect()
    process = ctypes.CDLL(None)
    if hasattr(process, "__sanitizer_get_current_allocated_bytes"):
        counted = getattr(process, "__sanitizer_get_current_allocated_bytes")
        counted.restype = ctypes.c_size_t
        return counted()
    if not hasattr(process, "mallinfo2"):
        return None
    process.mallinfo2.restype = _Mallinfo
    found = process.mallinfo2()
    return found.uordblks + found.hblkhd


def resident_bytes():
    """Memory of the process, as the system counts it."""
    gc.collect()
    with open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def sanitized():
    return hasattr(ctypes.CDLL(None), "__sanitizer_get_current_allocated_bytes")
