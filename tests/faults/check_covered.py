#!/usr/bin/python3
"""Every function of the library that returns a status or a text of the caller's is among the calls without memory, or is
listed here with the reason why it cannot run out of memory.

usage: check_covered.py
"""

import re
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
HEADER = HERE.parents[1] / "include/helhedsplan/helhedsplan-ffi.h"

# What is tried field by field, by the macros of edits.c.
BY_FIELD = re.compile(r"hhp_(?!check_options|render_options|table_options|report|diff)[a-z_]+_(set|add|remove)_[a-z_0-9]+$")

INTO_MEMORY_OF_THE_CALLER = """hhp_change_difference hhp_cofinancing hhp_date_iso hhp_date_parse hhp_date_text hhp_diff_cofinancing
    hhp_kroner_parse hhp_kroner_text hhp_limit_text hhp_plan_cofinancing hhp_plan_resolve hhp_share_text hhp_share_text_beside"""
READ_FROM_WHAT_IS_THERE = "hhp_report_unreadable"
STORED_IN_PLACE = """hhp_check_options_set_waivers hhp_render_options_set_colour hhp_table_options_set_bom
    hhp_table_options_set_guard hhp_table_options_set_separator hhp_table_remove_row"""
THE_SAME_AS_BY_FIELD = "hhp_set_kroner hhp_set_number hhp_set_text"
EXEMPT = {
    name
    for names in (INTO_MEMORY_OF_THE_CALLER, READ_FROM_WHAT_IS_THERE, STORED_IN_PLACE, THE_SAME_AS_BY_FIELD)
    for name in names.split()
}


def main():
    header = HEADER.read_text(encoding="utf-8")
    tried = "".join(path.read_text(encoding="utf-8") for path in HERE.glob("*.c"))
    functions = set(re.findall(r"^hhp_status (hhp_\w+)\(", header, re.MULTILINE))
    functions |= set(re.findall(r"\b(hhp_\w+)\([^;]*\*\*(?:json|out|text|id|pointer)\b", header))
    mentioned = set(re.findall(r"\bhhp_\w+", tried))
    missing = sorted(f for f in functions - mentioned - EXEMPT if not BY_FIELD.match(f))
    stale = sorted(EXEMPT & mentioned - {"hhp_set_text"} | EXEMPT - functions)
    for name in missing:
        print(name, "is never called without memory")
    for name in stale:
        print(name, "is exempt, but is tried or does not exist")
    print(f"{len(functions)} functions, {len(EXEMPT)} of them exempt")
    return 1 if missing or stale or len(functions) < 200 else 0


if __name__ == "__main__":
    sys.exit(main())
