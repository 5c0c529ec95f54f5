"""Calls every function that takes a handle and otherwise only numbers with NULL for the handle: what it answers is what
it would say of an object of which nothing is stated, and an error where it would change something.

The shared library is in HHP_LIBRARY; with sanitizers, which Python is not built with, it is not asked (exit code 77)."""

import sys
from ctypes import c_char_p, c_int32, c_int64, c_size_t, c_void_p

from check_introspection import ABSENT, fail_unless, function
from declarations import functions, handles, header_texts

TYPES = {"size_t": c_size_t, "int32_t": c_int32, "int64_t": c_int64, "hhp_status": c_int32, "void": None}
RESULTS = {**TYPES, "const char *": c_char_p}
OK, ERR_ARGUMENT = 0, -2
# The value that counts where a field is not stated, or none is known: model.def, enums.def.
DEFAULTS = {
    "hhp_contribution_effective_counts_as_local": 3,  # unclear
    "hhp_contribution_kind": 1,  # cash
    "hhp_contribution_qualifier": 1,  # exact
    "hhp_financing_currency": 1,  # DKK
    "hhp_goal_pursued": 1,  # yes
    "hhp_indicator_ascending": 1,  # yes
    "hhp_indicator_measure": 1,  # unit
    "hhp_plan_kind": 1,  # boligsocial
    "hhp_plan_language": b"da",
}
SCHEME_WITHOUT_VALUE = {"hhp_scheme_base", "hhp_scheme_min_local_bp"}  # a scheme always has them, so no comment says so
NO_FIELD = {"hhp_field_default_number", "hhp_field_maximum", "hhp_field_minimum"}  # ABSENT is what an optional field says
WITHOUT_FINDINGS = {"hhp_report_unreadable"}  # nothing was read, so nothing was unreadable


def takes_handle(each, names):
    first = each.parameters[0].type if each.parameters else ""
    return (first.endswith("*") and first.replace("const", "").strip(" *") in names
            and all(parameter.type in TYPES for parameter in each.parameters[1:]))


def expected(each):
    if each.name in DEFAULTS:
        return DEFAULTS[each.name]
    if each.result == "hhp_status":
        return OK if each.name in WITHOUT_FINDINGS else ERR_ARGUMENT
    if each.result not in TYPES or each.result == "void":
        return None
    is_absent = "HHP_ABSENT" in each.doc and each.name not in NO_FIELD or each.name in SCHEME_WITHOUT_VALUE
    return ABSENT if is_absent else 0


def main():
    called = 0
    names = handles(header_texts())
    for each in functions():
        if not takes_handle(each, names):
            continue
        call = function(each.name, RESULTS.get(each.result, c_void_p), c_void_p, *(TYPES[p.type] for p in each.parameters[1:]))
        answer = call(None, *(0 for _ in each.parameters[1:]))
        fail_unless(answer == expected(each), each.name, "answers", answer, "for NULL and not", expected(each))
        called += 1
    fail_unless(called > 400, "only", called, "functions were called")
    print(f"{called} functions called with NULL")


if __name__ == "__main__":
    sys.exit(main())
