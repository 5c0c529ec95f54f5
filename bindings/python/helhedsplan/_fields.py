"""Introspection of entities and fields, done once at import."""

from __future__ import annotations

from typing import Any, Dict, List, Optional

from . import _words
from ._library import ABSENT, given, lib, text


def _limit(value: int) -> Optional[int]:
    return None if value == ABSENT else value


class Field:
    """Description of a field, for forms, tables or other bindings."""

    def __init__(self, handle: Any) -> None:
        self._handle = handle
        #: Its name in Python, such as "schema".
        self.name = given(lib.hhp_field_c_name(handle))
        #: Its name in the file, such as "$schema".
        self.json_name = given(lib.hhp_field_name(handle))
        #: Its type: "text", "reference", "kroner", "object" and so on, the words of the set "field".
        self.type = _words.ALL["field"].words[lib.hhp_field_type(handle)]
        self.is_list = bool(lib.hhp_field_is_list(handle))
        self.is_required = bool(lib.hhp_field_is_required(handle))
        target, words = lib.hhp_field_target(handle), lib.hhp_field_enum(handle)
        #: The entity that it contains or refers to.
        self.target = text(lib.hhp_entity_name(target))
        #: The name of its enumeration, for words().
        self.words = text(lib.hhp_enum_name(words)) if words else None
        self.minimum = _limit(lib.hhp_field_minimum(handle))
        self.maximum = _limit(lib.hhp_field_maximum(handle))
        #: A regular expression that its text must match.
        self.pattern = text(lib.hhp_field_pattern(handle))
        #: The first version of the library that has it.
        self.since = given(lib.hhp_field_since(handle))
        self.functions: Dict[str, Any] = {}
        for word, number in _words.ALL["function"].numbers.items():
            name = text(lib.hhp_field_function(handle, number))
            if name is not None and hasattr(lib, name):  # a newer library has more than is declared
                self.functions[word] = getattr(lib, name)

    def doc(self, lang: str = "en") -> str:
        """Its description."""
        return given(lib.hhp_field_doc(self._handle, _words.lang_number(lang)))

    def __repr__(self) -> str:
        return f"<Field {self.name}: {'list of ' if self.is_list else ''}{self.type}>"


class EntityInfo:
    """An entity: its name, its words and its fields."""

    def __init__(self, handle: Any) -> None:
        self._handle = handle
        self.name = given(lib.hhp_entity_name(handle))
        self.class_name = "".join(part.capitalize() for part in self.name.split("_"))
        self.has_id = bool(lib.hhp_entity_has_id(handle))
        self.is_editable = bool(lib.hhp_entity_is_editable(handle))
        fields = (Field(lib.hhp_entity_field_at(handle, i)) for i in range(lib.hhp_entity_field_count(handle)))
        self.fields: List[Field] = [field for field in fields if field.functions.keys() & {"get", "count"}]

    def doc(self, lang: str = "en") -> str:
        return given(lib.hhp_entity_doc(self._handle, _words.lang_number(lang)))


ENTITIES: Dict[str, EntityInfo] = {}
for _index in range(lib.hhp_entity_count()):
    _info = EntityInfo(lib.hhp_entity_at(_index))
    if _info.fields:
        ENTITIES[_info.name] = _info
