"""Compares the public headers with the tables of the library: every constant has the number pinned in enums.def and
constants.def, none is missing on either side, and every rule mentioned exists."""

import re
import sys

from declarations import SOURCE, constants, header_texts


def pinned_values():
    """The rows VALUE(enum, word, CONSTANT, number, ...) of the tables."""
    pinned = {}
    for table in ("lib/model/enums.def", "lib/model/constants.def"):
        text = (SOURCE / table).read_text(encoding="utf-8")
        for enum, constant, value in re.findall(r'^ +VALUE\((\w+), "[^"]+", (\w+), (-?\d+),', text, flags=re.M):
            if enum != "status" and not constant.startswith(enum.upper() + "_"):
                sys.exit(f"{table}: {constant} is not named after {enum}")
            pinned["HHP_" + constant] = int(value)
    return pinned


def main():
    faults = []
    texts = header_texts()
    found = {}
    for name, text in texts.items():
        for constant, value in constants(text):
            if value is None:
                faults.append(f"{name}: {constant} has no value of its own")
            if constant in found:
                faults.append(f"{name}: {constant} is there twice")
            found[constant] = value

    pinned = pinned_values()
    for constant, value in pinned.items():
        if found.get(constant) != value:
            faults.append(f"{constant} is {value} in the tables and {found.get(constant)} in the headers")
    for constant in sorted(found.keys() - pinned.keys() - {"HHP_ABSENT"}):  # it has no word
        faults.append(f"{constant} is in the headers and not in the tables")

    rules = set(re.findall(r"^RULE\((\d+)", (SOURCE / "lib/catalog/rules.def").read_text(encoding="utf-8"), flags=re.M))
    for name, text in texts.items():
        for number in sorted(set(re.findall(r"HP(\d{3})", text)) - rules):
            faults.append(f"{name} speaks of HP{number}, which is no rule")

    print("\n".join(faults) or f"{len(pinned)} constants of the tables, {len(found)} in the headers, {len(rules)} rules")
    sys.exit(1 if faults or len(pinned) < 140 else 0)


if __name__ == "__main__":
    main()
