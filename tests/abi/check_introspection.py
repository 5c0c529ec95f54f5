"""A binding based on introspection alone: every function that a field names exists, with the parameters and result of
its type; a plan with a value in every field is written and read back; and every accessor of the headers is named.

The shared library is in HHP_LIBRARY; with sanitizers, which Python is not built with, it is not asked (exit code 77)."""

import ctypes
import os
import re
import sys
from ctypes import POINTER, byref, c_char_p, c_int32, c_int64, c_size_t, c_void_p
from pathlib import Path

from check_symbols import declared

SKIPPED = 77
if os.environ.get("HHP_SANITIZE") or not os.environ.get("HHP_LIBRARY"):
    print("the shared library is not asked: there is none, or it has sanitizers")
    sys.exit(SKIPPED)
LIBRARY = ctypes.CDLL(os.environ["HHP_LIBRARY"])
ABSENT = -2147483648
DANISH, ENGLISH = 1, 2


def function(name, result, *arguments):
    found = getattr(LIBRARY, name)
    found.restype, found.argtypes = result, arguments
    return found


def text(name, *arguments):
    found = function(name, c_char_p, *arguments)
    return lambda *values: (lambda answer: answer and answer.decode())(found(*values))


entity_name, entity_at = text("hhp_entity_name", c_void_p), function("hhp_entity_at", c_void_p, c_size_t)
field_at = function("hhp_entity_field_at", c_void_p, c_void_p, c_size_t)
field_count = function("hhp_entity_field_count", c_size_t, c_void_p)
is_editable = function("hhp_entity_is_editable", c_int32, c_void_p)
has_id = function("hhp_entity_has_id", c_int32, c_void_p)
field_name = text("hhp_field_name", c_void_p)
field_type, is_list, is_required = (function(f"hhp_field_{name}", c_int32, c_void_p)
                                    for name in ("type", "is_list", "is_required"))
target_of, words_of = function("hhp_field_target", c_void_p, c_void_p), function("hhp_field_enum", c_void_p, c_void_p)
number_at = function("hhp_enum_number_at", c_int32, c_void_p, c_size_t)
word_count = function("hhp_enum_word_count", c_size_t, c_void_p)
maximum = function("hhp_field_maximum", c_int64, c_void_p)
minimum = function("hhp_field_minimum", c_int64, c_void_p)
function_of = text("hhp_field_function", c_void_p, c_int32)
enum_at, enum_name = function("hhp_enum_at", c_void_p, c_size_t), text("hhp_enum_name", c_void_p)
enum_word = text("hhp_enum_word_at", c_void_p, c_size_t)


def all_of(at, *before):
    found, index = [], 0
    while at(*before, index):
        found.append(at(*before, index))
        index += 1
    return found


def words(name):
    """{word: number} of an enumeration."""
    found = next(each for each in all_of(enum_at) if enum_name(each) == name)
    return {enum_word(found, i): number_at(found, i) for i in range(word_count(found))}


TYPES, FUNCTIONS = words("field"), words("function")
TYPE_OF = {number: word for word, number in TYPES.items()}
SAMPLES = {"text": "Tekst æøå", "reference": "et-id", "code": "sundhed", "cvr": "12345678", "municipality_code": "461",
           "decimal": "-63.5", "format": "helhedsplan/1"}
called = set()


class Field:
    def __init__(self, handle):
        self.handle, self.name, self.type = handle, field_name(handle), TYPE_OF[field_type(handle)]
        self.is_list, self.target = bool(is_list(handle)), target_of(handle)
        self.functions = {word: name for word, number in FUNCTIONS.items() if (name := function_of(handle, number))}
        self.c_type = {"word": c_int32, "truth": c_int32, "number": c_int32, "date": c_int32, "kroner": c_int64,
                       "object": c_void_p}.get(self.type, c_char_p)

    def call(self, word, result, *arguments):
        """Calls a function of the field; arguments are pairs of type and value."""
        name = self.functions[word]
        called.add(name)
        return function(name, result, *(kind for kind, _ in arguments))(*(value for _, value in arguments))

    def values(self, ids):
        """Valid values: its limits, each of its words, a text, an id."""
        if self.type == "word":
            found = words_of(self.handle)
            return [number_at(found, i) for i in range(word_count(found))]
        if self.type == "truth":
            return [0, 1]
        if self.type in ("number", "kroner"):
            return [minimum(self.handle), maximum(self.handle)]
        if self.type == "date":
            return [20160229, 20161000, 20160000]
        return [(f"id-{next(ids)}" if self.type == "id" else SAMPLES[self.type]).encode()]


def fail_unless(condition, *words_of_fault):
    if not condition:
        sys.exit(" ".join(map(str, words_of_fault)))


def expected_functions(field, editable):
    if not field.is_list:
        found = {"get"} | ({"set"} if editable and field.type != "object" else set())
        return found | ({"has"} if "has" in field.functions else set())
    found = {"count", "at"} | ({"add", "remove"} if editable else set())
    return found | ({"find"} if field.target and field.type == "object" and has_id(field.target) and editable else set())


def fill(handle, entity, ids, path):
    """Sets, gets, adds and removes every field of an object, and leaves it with a value in each. [(path, function
    that reads it)]"""
    left = []
    for field in map(Field, all_of(field_at, entity)):
        here = f"{path}/{field.name}"
        fail_unless(set(field.functions) == expected_functions(field, True), here, field.functions)
        if not field.is_list and field.type == "object":
            left += fill(field.call("get", c_void_p, (c_void_p, handle)), field.target, ids, here)
        elif not field.is_list:
            for value in field.values(ids):
                status = field.call("set", c_int32, (c_void_p, handle), (field.c_type, value))
                fail_unless(status == 0, here, "set", value, "gives", status)
                got = field.call("get", field.c_type, (c_void_p, handle))
                fail_unless(got == value, here, "is", got, "and was set to", value)
            if "has" in field.functions:
                fail_unless(field.call("has", c_int32, (c_void_p, handle)) == 1, here, "was set and is not there")
            left.append(here)
        elif field.type == "object":
            left += fill_list_of_objects(handle, field, ids, here)
        else:
            left += fill_list_of_texts(handle, field, ids, here)
    return left


def fill_list_of_texts(handle, field, ids, here):
    value = field.values(ids)[0]
    for _ in range(2):
        fail_unless(field.call("add", c_int32, (c_void_p, handle), (c_char_p, value)) == 0, here, "add")
    fail_unless(field.call("remove", c_int32, (c_void_p, handle), (c_size_t, 1)) == 0, here, "remove")
    fail_unless(field.call("count", c_size_t, (c_void_p, handle)) == 1, here, "count")
    fail_unless(field.call("at", c_char_p, (c_void_p, handle), (c_size_t, 0)) == value, here, "at")
    return [here]


def fill_list_of_objects(handle, field, ids, here):
    made = []
    for _ in range(2):
        out = c_void_p()
        by_id = [(c_char_p, f"id-{next(ids)}".encode())] if has_id(field.target) else []
        fail_unless(field.call("add", c_int32, (c_void_p, handle), *by_id, (POINTER(c_void_p), byref(out))) == 0, here)
        made.append((out, by_id))
    first, second = made
    if has_id(field.target):
        found = field.call("find", c_void_p, (c_void_p, handle), *second[1])
        fail_unless(found == second[0].value, here, "find")
    fail_unless(field.call("remove", c_int32, (c_void_p, handle), (c_void_p, second[0])) == 0, here, "remove")
    fail_unless(field.call("count", c_size_t, (c_void_p, handle)) == 1, here, "count")
    fail_unless(field.call("at", c_void_p, (c_void_p, handle), (c_size_t, 0)) == first[0].value, here, "at")
    return fill(first[0], field.target, ids, here + "/0")


def members(value, path=""):
    """The paths of all values in a JSON document; a list of texts is one."""
    if isinstance(value, dict):
        return [each for name, inner in value.items() for each in members(inner, f"{path}/{name}")]
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return [each for i, inner in enumerate(value) for each in members(inner, f"{path}/{i}")]
    return [path]


def main():
    import itertools
    import json

    entities = all_of(entity_at)
    plan = c_void_p()
    fail_unless(function("hhp_plan_new", c_int32, POINTER(c_void_p))(byref(plan)) == 0, "no plan")
    filled = fill(plan, entities[0], itertools.count(), "")

    out, length = c_void_p(), c_size_t()
    dump = function("hhp_plan_dump", c_int32, c_void_p, POINTER(c_void_p), POINTER(c_size_t))
    fail_unless(dump(plan, byref(out), byref(length)) == 0, "the plan is not written")
    written = members(json.loads(ctypes.string_at(out, length.value)))
    fail_unless(sorted(written) == sorted(filled), "set and not written, or written and not set:",
                *sorted(set(written) ^ set(filled)))
    function("hhp_free", None, c_void_p)(out)
    function("hhp_plan_free", None, c_void_p)(plan)

    # The getters of schemes, on the built-in ones.
    scheme_at = function("hhp_scheme_at", c_void_p, c_size_t)
    for entity in entities:
        if not is_editable(entity):
            for field in map(Field, all_of(field_at, entity)):
                fail_unless(set(field.functions) == expected_functions(field, False), entity_name(entity), field.functions)
                called.update(field.functions.values())
                if entity_name(entity) == "scheme" and not field.is_list and is_required(field.handle):
                    fail_unless(field.call("get", field.c_type, (c_void_p, scheme_at(0))) is not None, field.name)

    names = {entity_name(entity) for entity in entities}
    pattern = re.compile(rf"hhp_(?:{'|'.join(sorted(names, key=len, reverse=True))})_\w+")
    beside = {"hhp_plan_" + name for name in ("new", "free", "parse", "load", "dump", "save", "validate", "cofinancing",
                                              "rollup", "diff", "resolve", "check", "compact", "suggest_id", "from_jansson", "to_jansson")}
    beside |= {"hhp_scheme_" + name for name in ("new", "free", "parse", "load", "dump", "count", "at", "find", "suggest", "title",
                                                 "find_area")}
    beside |= {"hhp_contribution_effective_counts_as_local"}
    unnamed = {name for name in declared() if pattern.fullmatch(name)} - called - beside
    fail_unless(not unnamed, "no field names", *sorted(unnamed))
    fail_unless(len(called) > 400, "only", len(called), "functions were called")
    print(f"{len(entities)} entities, {len(filled)} values, {len(called)} functions")


if __name__ == "__main__":
    main()
