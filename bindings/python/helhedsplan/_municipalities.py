"""The municipalities of Denmark and their codes."""

from __future__ import annotations

from ._errors import encode
from ._library import given, lib, text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Dict, Optional


def municipalities() -> Dict[str, str]:
    """The 98 municipalities, name by code: "461" for "Odense"."""
    codes = [given(lib.hhp_municipality_code_at(i)) for i in range(lib.hhp_municipality_count())]
    return {code: given(lib.hhp_municipality_name(encode(code, "code"))) for code in codes}


def municipality_code(name: str) -> Optional[str]:
    """The code of the municipality with that name, with or without "Kommune", in any common form; None if unknown."""
    return text(lib.hhp_municipality_code(encode(name, "name")))
