"""Compares documented with actual errors: every setter, adder, finder and remover is called with each value that it
must reject, by its type in introspection. The status must be the right one and be documented in the comment, and the
value must be unchanged.

The shared library is in HHP_LIBRARY; with sanitizers, which Python is not built with, it is not asked (exit code 77)."""

import itertools
import re
import sys
from ctypes import POINTER, byref, c_char_p, c_int32, c_int64, c_size_t, c_void_p

from check_introspection import Field, all_of, entity_at, fail_unless, field_at, function, has_id, maximum, minimum, words
from declarations import functions
from lint_headers import parts_of

STATUSES = words("status")
DOCUMENTED = {each.name: set(re.findall(r"::(HHP_(?:OK|ERR_\w+))", parts_of(each.doc)[1])) for each in functions()}
NAME_OF = {number: "HHP_OK" if word == "ok" else f"HHP_ERR_{word.upper()}" for word, number in STATUSES.items()}
NOT_UTF8, NO_FORM = b"\xff", "Ikke sådan".encode()
FORMS = {"reference": "id", "code": "format", "cvr": "format", "municipality_code": "format", "decimal": "format",
         "format": "format", "id": "id"}  # the status for a text that does not have the form of its type
tried = 0


def refused(field):
    """[(value, status)] that a setter must reject."""
    if field.type == "word":
        return [(999, "enum"), (-1, "enum")]
    if field.type == "truth":
        return [(2, "range"), (-1, "range")]
    if field.type == "date":
        return [(20160230, "date"), (20161300, "date"), (-1, "date"), (2016, "date")]
    if field.type in ("number", "kroner"):
        found = [(minimum(field.handle) - 1, "range"), (maximum(field.handle) + 1, "range")]
        return [(value, status) for value, status in found if field.type == "kroner" or -(2**31) < value < 2**31]
    return [(NOT_UTF8, "utf8")] + [(NO_FORM, FORMS[field.type]) for _ in range(field.type in FORMS)]


def expect(field, word, expected, *arguments):
    """The call is rejected with that status, which its comment documents."""
    global tried
    tried += 1
    status = field.call(word, c_int32, *arguments)
    name = field.functions[word]
    fail_unless(NAME_OF.get(status) == NAME_OF[STATUSES[expected]], name, arguments[1:], "gives", NAME_OF.get(status, status),
                "and not", expected)
    fail_unless(NAME_OF[status] in DOCUMENTED[name], f"the comment on {name} does not document {NAME_OF[status]}")


def try_setter(handle, field):
    before = field.call("get", field.c_type, (c_void_p, handle))
    for value, status in refused(field):
        expect(field, "set", status, (c_void_p, handle), (field.c_type, value))
        fail_unless(field.call("get", field.c_type, (c_void_p, handle)) == before, field.functions["set"], "changed it")
    expect(field, "set", "argument", (c_void_p, None), (field.c_type, 0 if field.c_type is not c_char_p else None))


def try_list_of_texts(handle, field):
    for value, status in [*refused(field), (None, "argument")]:
        expect(field, "add", status, (c_void_p, handle), (c_char_p, value))
    expect(field, "add", "argument", (c_void_p, None), (c_char_p, b"tekst"))
    expect(field, "remove", "not_found", (c_void_p, handle), (c_size_t, 0))
    expect(field, "remove", "argument", (c_void_p, None), (c_size_t, 0))
    fail_unless(field.call("count", c_size_t, (c_void_p, handle)) == 0, field.functions["add"], "added it")


def try_list_of_objects(handle, field, ids):
    out, by_id = c_void_p(), bool(has_id(field.target))
    given = [(c_char_p, f"id-{next(ids)}".encode())] * by_id
    pointer = (POINTER(c_void_p), byref(out))
    expect(field, "add", "argument", (c_void_p, None), *given, pointer)
    if by_id:
        expect(field, "add", "id", (c_void_p, handle), (c_char_p, NO_FORM), pointer)
        expect(field, "add", "argument", (c_void_p, handle), (c_char_p, None), pointer)
        fail_unless(field.call("find", c_void_p, (c_void_p, handle), (c_char_p, b"findes-ikke")) is None, field.name)
    expect(field, "remove", "argument", (c_void_p, handle), (c_void_p, None))
    fail_unless(field.call("add", c_int32, (c_void_p, handle), *given, pointer) == 0, field.functions["add"])
    if by_id:
        expect(field, "add", "duplicate_id", (c_void_p, handle), *given, (POINTER(c_void_p), byref(c_void_p())))
    try_object(out, field.target, ids)
    fail_unless(field.call("remove", c_int32, (c_void_p, handle), (c_void_p, out)) == 0, field.functions["remove"])
    expect(field, "remove", "not_found", (c_void_p, handle), (c_void_p, out))


def try_object(handle, entity, ids):
    for field in map(Field, all_of(field_at, entity)):
        if field.is_list and field.type == "object":
            try_list_of_objects(handle, field, ids)
        elif field.is_list:
            try_list_of_texts(handle, field)
        elif field.type == "object":
            try_object(field.call("get", c_void_p, (c_void_p, handle)), field.target, ids)
        else:
            try_setter(handle, field)


def main():
    plan = c_void_p()
    fail_unless(function("hhp_plan_new", c_int32, POINTER(c_void_p))(byref(plan)) == 0, "no plan")
    try_object(plan, entity_at(0), itertools.count())
    function("hhp_plan_free", None, c_void_p)(plan)
    fail_unless(tried > 300, "only", tried, "were tried")
    print(f"{tried} calls were refused as their comments say")


if __name__ == "__main__":
    main()
