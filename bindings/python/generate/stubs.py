"""Generates the type stubs of classes made at run time: those of entities, and the result of co-financing.

The package and its library must be importable; the argument is the folder of the package."""

import sys
from pathlib import Path

from helhedsplan import _money, _words
from helhedsplan._entity import doc
from helhedsplan._fields import ENTITIES, entities
from helhedsplan._plan import BASES

HEAD = '''\
"""The types of what is made when the package is imported. This file is generated from what the library tells."""

import datetime
from decimal import Decimal
from typing import Any, Generic, Iterable, Literal, Mapping, Optional, SupportsIndex, TypeVar, Union

from ._dates import PartialDate
from ._entity import Entity
from ._lists import EntityList, KeyedList, TextList
from ._plan import PlanBase
from ._scheme import ContributionBase, SchemeBase

_T = TypeVar("_T")
_E = TypeVar("_E", bound=Entity)
_Number = Union[SupportsIndex, float, Decimal]
_Date = Union[PartialDate, datetime.date, str]


class _DateField:
    """A date is read as PartialDate, and set from datetime.date or text too."""

    def __get__(self, instance: Any, owner: Any) -> Optional[PartialDate]: ...
    def __set__(self, instance: Any, value: Optional[_Date]) -> None: ...
    def __delete__(self, instance: Any) -> None: ...


class _RequiredField(Generic[_T]):
    """A required field: present in every plan that was read; None only in a plan under construction."""

    def __get__(self, instance: Any, owner: Any) -> _T: ...
    def __set__(self, instance: Any, value: Optional[_T]) -> None: ...
    def __delete__(self, instance: Any) -> None: ...


class _ObjectsField(Generic[_T, _E]):
    """A list of objects is set from objects, which are moved or copied, and from mappings of fields."""

    def __get__(self, instance: Any, owner: Any) -> _T: ...
    def __set__(self, instance: Any, value: Optional[Iterable[Union[Mapping[str, Any], _E]]]) -> None: ...
    def __delete__(self, instance: Any) -> None: ...


class _NumberField(Generic[_T]):
    """A number is read as int, and set from any number that is exact."""

    def __get__(self, instance: Any, owner: Any) -> _T: ...
    def __set__(self, instance: Any, value: Optional[_Number]) -> None: ...
    def __delete__(self, instance: Any) -> None: ...


class _DecimalField(Generic[_T]):
    """A decimal number is read as text, and set from text or a number."""

    def __get__(self, instance: Any, owner: Any) -> _T: ...
    def __set__(self, instance: Any, value: Optional[Union[str, _Number]]) -> None: ...
    def __delete__(self, instance: Any) -> None: ...


class _TextsField:
    """A list of texts is set from anything that gives texts."""

    def __get__(self, instance: Any, owner: Any) -> TextList: ...
    def __set__(self, instance: Any, value: Optional[Iterable[str]]) -> None: ...
    def __delete__(self, instance: Any) -> None: ...

'''


def alias(words):
    return "_" + "".join(part.capitalize() for part in words.split("_"))


def plain_type(field):
    """The types of a scalar field: the one it is read as, and those it can be set from."""
    if field.type == "word":
        return alias(field.words)
    return {"truth": "bool", "number": "int", "kroner": "int", "date": "_Date"}.get(field.type, "str")


def argument_type(field):
    if field.type == "object" and field.is_list:
        return f"Iterable[Union[Mapping[str, Any], {class_name(field.target)}]]"
    if field.type == "object":
        return "Mapping[str, Any]"
    numbers = {"number": "_Number", "kroner": "_Number", "decimal": "Union[str, _Number]"}
    return "Iterable[str]" if field.is_list else f"Optional[{numbers.get(field.type, plain_type(field))}]"


def literal(words):
    return f"Literal[{', '.join(map(repr, _words.ALL[words].numbers))}]"


def class_name(entity):
    return ENTITIES[entity].class_name


def arguments(fields):
    return "".join(f", {field.name}: {argument_type(field)} = ..." for field in fields)


def quoted(text, indent):
    lines = text.split("\n")
    inner = "\n".join(f"{indent}{line}" if line else "" for line in lines[1:])
    return f'{indent}"""{lines[0]}' + (f"\n{inner}\n{indent}" if inner else "") + '"""'


def member(field, editable):
    """The lines of a field in its class."""
    if field.is_list and field.type == "object":
        name = class_name(field.target)
        if not editable:
            return prop(field, f"EntityList[{name}]")
        return attribute(field, f"_ObjectsField[_{name}List, {name}]")
    if field.is_list:
        return attribute(field, "_TextsField") if editable else prop(field, "TextList")
    if field.type == "object":
        return prop(field, class_name(field.target))
    if field.type == "date" and editable:
        return attribute(field, "_DateField")
    numbers = {"number": "_NumberField", "kroner": "_NumberField", "decimal": "_DecimalField"}
    if field.type in numbers and editable:
        read = plain_type(field) if field.is_required else f"Optional[{plain_type(field)}]"
        return attribute(field, f"{numbers[field.type]}[{read}]")
    if field.is_required and editable:
        return attribute(field, f"_RequiredField[{plain_type(field)}]")
    read = plain_type(field) if field.is_required else f"Optional[{plain_type(field)}]"
    if not editable:
        return prop(field, read)
    return [*prop(field, read), f"    @{field.name}.setter", f"    def {field.name}(self, value: {read}) -> None: ...",
            f"    @{field.name}.deleter", f"    def {field.name}(self) -> None: ..."]


def attribute(field, kind):
    return [f"    {field.name}: {kind}", quoted(doc(field), "    ")]


def prop(field, kind):
    return ["    @property", f"    def {field.name}(self) -> {kind}:", quoted(doc(field), " " * 8), "        ..."]


def stub_of_class(info):
    base = BASES.get(info.name)
    lines = [f"class {info.class_name}({base.__name__ if base else 'Entity'}):",
             quoted(f"{info.doc()}.\n\n{info.doc('da')}.", "    ")]
    if info.name == "plan":
        lines += ["    @classmethod", f"    def new(cls, *{arguments(info.fields)}) -> Plan: ...  # type: ignore[override]"]
    if info.is_editable:
        lines.append(f"    def update(self, *{arguments(info.fields)}) -> None: ...  # type: ignore[override]")
    for field in info.fields:
        lines += member(field, info.is_editable)
    return lines


def stub_of_list(info):
    """The list class of an entity: add() with its fields."""
    others = [field for field in info.fields if not (info.has_id and field.name == "id")]
    base, first = ("KeyedList", ", id: str") if info.has_id else ("EntityList", "")
    return [f"class _{info.class_name}List({base}[{info.class_name}]):",
            f"    def add(self{first}, *{arguments(others)}) -> {info.class_name}:  # type: ignore[override]",
            quoted("Adds one at the end, and gives it. If anything is refused, nothing is added.", " " * 8),
            "        ..."]


def model():
    used = {field.words for info in entities() for field in info.fields if field.words}
    lines = [f"{alias(name)} = {literal(name)}" for name in _words.names() if name in used]
    listed = {field.target for info in entities() for field in info.fields
              if field.is_list and field.type == "object" and info.is_editable}
    for info in entities():
        lines += ["", "", *stub_of_class(info)]
        if info.name in listed:
            lines += ["", "", *stub_of_list(info)]
    names = ", ".join(f'"{info.class_name}"' for info in entities())
    return HEAD + "\n".join(lines) + f"\n\n\n__all__ = [{names}]\n"


def cofinancing():
    lines = ['"""The result of co-financing. This file is generated from the declarations of the library."""', "",
             "from typing import Literal, Optional", "", "from ._money import CofinancingBase", "", "",
             "class Cofinancing(CofinancingBase):", quoted(_money.CofinancingBase.__doc__, "    ")]
    for index, name in enumerate(_money.MEMBERS):
        words = _money.MEMBER_WORDS.get(name)
        kind = literal(words) if words else "int"
        may_lack = _money.may_be_absent(index)
        lines.append(f"    {name}: {f'Optional[{kind}]' if may_lack else kind}")
    return "\n".join(lines) + "\n"


def main():
    folder = Path(sys.argv[1])
    (folder / "_model.pyi").write_text(model(), encoding="utf-8")
    (folder / "_cofinancing.pyi").write_text(cofinancing(), encoding="utf-8")


if __name__ == "__main__":
    main()
