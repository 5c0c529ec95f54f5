"""Enumerations: words in files and arguments, and their numbers in the library."""

from __future__ import annotations

from ._errors import encode, error
from ._library import ABSENT, given, lib, text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Optional


def lang_number(lang: str) -> int:
    """The number of a language: "da" or "en"."""
    return number("lang", lang)


class Words:
    """An enumeration: of a field, such as "party_kind", or of the library, such as "severity"."""

    def __init__(self, handle: Any) -> None:
        self.handle = handle
        self.name = given(lib.hhp_enum_name(handle))
        self.numbers: Dict[str, int] = {}
        for i in range(lib.hhp_enum_word_count(handle)):
            self.numbers[given(lib.hhp_enum_word_at(handle, i))] = lib.hhp_enum_number_at(handle, i)
        self.words = {value: word for word, value in self.numbers.items()}

    def number(self, word: str, about: str = "") -> int:
        """The number of a word. Raises InvalidValueError, with all valid words, if unknown."""
        if not isinstance(word, str):
            raise TypeError(f"{about or self.name} takes one of the words {', '.join(self.numbers)}")
        found = self.numbers.get(word)
        if found is None:
            raise error(lib.HHP_ERR_ENUM, f"{about or self.name} is {word!r}, and may be {', '.join(self.numbers)}")
        return found

    def titles(self, lang: int) -> Dict[str, str]:
        return {word: text(lib.hhp_enum_title_at(self.handle, i, lang)) or word for i, word in enumerate(self.numbers)}


class _All(dict):  # type: ignore[type-arg]
    """Enumerations by name, each read when it is first used."""

    def __missing__(self, name: str) -> Words:
        handle = lib.hhp_enum_find(encode(name))
        if not handle:
            raise KeyError(name)
        made = self[name] = Words(handle)
        return made


ALL: Dict[str, Words] = _All()


def names() -> "list[str]":
    """The names of all enumerations."""
    return [given(lib.hhp_enum_name(lib.hhp_enum_at(i))) for i in range(lib.hhp_enum_count())]


def number(name: str, word: str, about: str = "") -> int:
    return ALL[name].number(word, about)


def word(name: str, value: int) -> Optional[str]:
    """The word of a number; None if absent."""
    return None if value == ABSENT else ALL[name].words.get(value)


def words(name: str, lang: str = "en") -> Dict[str, str]:
    """The words of an enumeration, such as "party_kind" or "stage", and their titles, in Danish ("da") or English.

    >>> words("agreement_kind", lang="da")["sub"]
    'delaftale'
    """
    known = names()
    if name not in known:
        raise error(lib.HHP_ERR_NOT_FOUND, f"{name!r} is none of {', '.join(known)}")
    return ALL[name].titles(lang_number(lang))
