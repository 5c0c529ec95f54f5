"""Loads a plan, edits it, checks it, and saves it, over the generic core and the flat header, with cffi.
usage: edit.py PLAN OUT"""

import os
import sys

import cffi

ffi = cffi.FFI()
with open(os.environ.get("HHP_FFI_HEADER", "/usr/include/helhedsplan/helhedsplan-ffi.h"), encoding="utf-8") as header:
    ffi.cdef(header.read())
c = ffi.dlopen(os.environ.get("HHP_LIBRARY", "libhelhedsplan.so.1"))
if c.hhp_abi_version() != c.HHP_ABI_VERSION:
    sys.exit("the library has another ABI than the header")


def text(value):
    return None if value == ffi.NULL else ffi.string(value).decode()


def must(status):
    if status != c.HHP_OK:
        raise RuntimeError(text(c.hhp_status_message(status, c.HHP_LANG_EN)))


def made(kind, call, *arguments):
    """What a call puts in its out-parameter."""
    out = ffi.new(f"{kind} **")
    must(call(out, *arguments))
    return out[0]


def field(thing, name):
    found = c.hhp_entity_find_field(c.hhp_object_entity(thing), name.encode())
    if found == ffi.NULL:
        raise LookupError(f"no field {name}")
    return found


plan = ffi.gc(made("hhp_plan", c.hhp_plan_load, sys.argv[1].encode(), ffi.NULL), c.hhp_plan_free)
root = ffi.cast("hhp_object *", plan)

# A new goal, first in front and then last
goals = field(root, "goals")
new = ffi.new("hhp_object **")
must(c.hhp_insert_object(root, goals, 0, b"tryghed-i-hverdagen", new))
must(c.hhp_set_text(new[0], field(new[0], "title"), "Større tryghed i hverdagen".encode()))
must(c.hhp_move(root, goals, 0, c.hhp_get_count(root, goals) - 1))
for i in range(c.hhp_get_count(root, goals)):
    goal = c.hhp_get_object_at(root, goals, i)
    print(f"{text(c.hhp_get_text(goal, field(goal, 'id')))}: {text(c.hhp_get_text(goal, field(goal, 'title')))}")

# An amount
financing = c.hhp_get_object(root, field(root, "financing"))
contribution = c.hhp_get_object_at(financing, field(financing, "contributions"), 0)
must(c.hhp_set_kroner(contribution, field(contribution, "amount"), 12_000_000))

options = ffi.gc(made("hhp_check_options", c.hhp_check_options_new), c.hhp_check_options_free)
report = ffi.gc(made("hhp_report", c.hhp_report_new), c.hhp_report_free)
must(c.hhp_check_options_set_today(options, 20220601))
must(c.hhp_plan_validate(plan, options, report))
for i in range(c.hhp_report_count(report)):
    finding = c.hhp_report_at(report, i)
    message = text(c.hhp_finding_message(finding, c.HHP_LANG_DA))
    print(f"{text(c.hhp_finding_rule(finding))} {text(c.hhp_finding_pointer(finding))}: {message}")
must(c.hhp_plan_save(plan, sys.argv[2].encode()))
