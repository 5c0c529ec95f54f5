"""Social development plans (boligsociale helhedsplaner) as data: read, checked, reckoned and written.

>>> import helhedsplan
>>> money = helhedsplan.cofinancing(grant=35_000_000, local=11_000_000, frame=46_000_000)
>>> money.verdict, money.shortfall_at_total
('fails', 500000)

Classes such as Plan and Activity, and their properties, are made of what the library tells of its own fields.
"""

from ._check import check
from ._dates import DateLike, PartialDate
from ._diff import BeforeAfter, Change, Diff, diff
from ._entity import Entity
from ._errors import (AmountOverflowError, DocumentError, DuplicateIdError, FileError, FilePermissionError,
                      HelhedsplanError, InvalidValueError, IsFolderError, NoFileError, NotFoundError, OutOfMemoryError,
                      RuleError)
from ._fields import Field
from ._library import given as _given
from ._library import lib as _lib
from ._library import library_path
from ._lists import EntityList, KeyedList, TextList
from ._model import *  # noqa: F403
from ._model import __all__ as _entities
from ._money import Cofinancing, Rollup, RollupRow, cofinancing, kroner_text, share_text
from ._municipalities import municipalities, municipality_code
from ._report import Finding, Place, Report, render
from ._rules import Catalogue, Rule, json_schema, rules, schemes
from ._words import words

#: The version of the library that runs, and the number of its ABI.
__version__: str = _given(_lib.hhp_version_string())
abi_version: int = _lib.hhp_abi_version()

__all__ = [
    "AmountOverflowError", "BeforeAfter", "Catalogue", "Change", "Cofinancing", "DateLike", "Diff", "DocumentError",
    "DuplicateIdError", "Entity", "EntityList", "Field", "FileError", "FilePermissionError", "Finding",
    "HelhedsplanError", "InvalidValueError", "IsFolderError", "KeyedList", "NoFileError", "NotFoundError",
    "OutOfMemoryError", "PartialDate", "Place", "Report", "Rollup", "RollupRow", "Rule", "RuleError", "TextList",
    "abi_version", "check", "cofinancing", "diff", "json_schema", "kroner_text", "library_path", "municipalities",
    "municipality_code", "render", "rules", "schemes", "share_text", "words",
]
__all__ += _entities
