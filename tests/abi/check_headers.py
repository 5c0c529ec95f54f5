"""Compares the public headers with the tables of the library: every constant has the number pinned in enums.def and
constants.def, none is missing on either side, enums have the tags of the tables, and every rule mentioned exists."""

import re
import sys

from declarations import SOURCE, constants, declared, handles, header_texts, tags

WITHOUT_WORDS = {"HHP_ABSENT": "absent", "HHP_TEXT_SIZE": "text_size", "HHP_NUL_TERMINATED": "nul_terminated"}
OF_A_RELEASE = re.compile("HHP_(?:VERSION_(?:MAJOR|MINOR|PATCH)|ABI_VERSION)")


def pinned_values():
    """The rows VALUE(enum, word, CONSTANT, number, ...) of the tables: {constant: number} and {constant: enum}."""
    pinned, enum_of = {}, {}
    for table in ("lib/model/enums.def", "lib/model/constants.def"):
        text = (SOURCE / table).read_text(encoding="utf-8")
        for enum, constant, value in re.findall(r'^ +VALUE\((\w+), "[^"]+", (\w+), (-?\d+),', text, flags=re.M):
            if enum != "status" and not constant.startswith(enum.upper() + "_"):
                sys.exit(f"{table}: {constant} is not named after {enum}")
            pinned["HHP_" + constant] = int(value)
            enum_of["HHP_" + constant] = enum
    return pinned, enum_of


def tag_faults(texts, enum_of):
    """The tag of an enum is its name in the tables, between hhp_ and _constant. C++ has one name for one thing, so no
    function or handle may have it."""
    taken = set(declared()) | handles(texts)
    for name, text in texts.items():
        for tag, of_tag in tags(text):
            expected = {"hhp_version_constant" if OF_A_RELEASE.fullmatch(each) else f"hhp_{enum_of.get(each)}_constant"
                        for each in of_tag}
            if expected != {tag}:
                yield f"{name}: the enum of {of_tag[0]} has the tag {tag!r}, not {' and '.join(sorted(expected))}"
            if tag in taken:
                yield f"{name}: {tag} is a function or a handle too"


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

    pinned, enum_of = pinned_values()
    faults += tag_faults(texts, {**enum_of, **WITHOUT_WORDS})
    for constant, value in pinned.items():
        if found.get(constant) != value:
            faults.append(f"{constant} is {value} in the tables and {found.get(constant)} in the headers")
    for constant in sorted(found.keys() - pinned.keys() - WITHOUT_WORDS.keys()):
        faults.append(f"{constant} is in the headers and not in the tables")

    rules = set(re.findall(r"^RULE\((\d+)", (SOURCE / "lib/catalog/rules.def").read_text(encoding="utf-8"), flags=re.M))
    for name, text in texts.items():
        for number in sorted(set(re.findall(r"HP(\d{3})", text)) - rules):
            faults.append(f"{name} speaks of HP{number}, which is no rule")

    print("\n".join(faults) or f"{len(pinned)} constants of the tables, {len(found)} in the headers, {len(rules)} rules")
    sys.exit(1 if faults or len(pinned) < 140 else 0)


if __name__ == "__main__":
    main()
