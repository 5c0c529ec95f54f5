"""Compares the ABI with the released one (docs/abi.md): additions are allowed; removals and changes require another
number in the soname. The stored ABI is tests/abi/baseline: functions and types as written by abidw of libabigail, and
the constants, which debugging information lacks.

  check_baseline.py --cc CC [--shared LIB]    check, as ctest does; LIB has to have its debugging information
  check_baseline.py --cc CC --write           store the ABI of the headers, after additions or with a new number

Both the headers, built as a library of empty functions, and the library itself are compared. Then every sort of change is
made to a copy of the headers, and must be classified correctly."""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from check_symbols import MAP, mapped
from declarations import SOURCE, constants, functions, header_texts, macros

SKIPPED = 77
STORED = SOURCE / "tests" / "abi" / "baseline"
ABI_FILE, CONSTANTS_FILE = "helhedsplan.abi", "constants.tsv"
OF_A_RELEASE = re.compile(r"HHP_(?:VERSION_\w+|ABI_VERSION)")  # macros that change with the version
ABIDIFF_CHANGED = 4  # the bit of abidiff's exit code; 1 and 2 are errors
MOST_LINES = 40  # enough lines of abidiff to identify the change
# Members may be appended to a struct that callers pass with its size.
APPENDED = """[suppress_type]
  type_kind = struct
  name = hhp_cofinancing_result
  has_data_member_inserted_at = end
  has_size_change = yes
"""


def run(*command, allowed=(0,)):
    done = subprocess.run([str(word) for word in command], text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          env={**os.environ, "LC_ALL": "C"})
    if done.returncode not in allowed:
        sys.exit(f"{' '.join(map(str, command))}\nended with {done.returncode}:\n{done.stdout}")
    return done


def abi_number():
    """The number in the soname, from CMakeLists.txt."""
    return int(re.search(r"^set\(HHP_ABI_VERSION (\d+)\)$", (SOURCE / "CMakeLists.txt").read_text("utf-8"), re.M)[1])


@dataclass
class Abi:
    """An ABI: `file` is the input of abidiff, a library or the output of abidw."""

    file: Path
    number: int
    constants: dict


def constants_of(texts):
    found = {}
    for text in texts.values():
        found.update(constants(text))
        found.update({name: value for name, value in macros(text).items() if not OF_A_RELEASE.fullmatch(name)})
    return {name: str(value) for name, value in found.items()}


def version_script(texts, text):
    """The map, with functions that it lacks added to its last node."""
    nodes = mapped(text)
    new = {each.name for each in functions(texts)}.difference(*[names for _, _, names in nodes])
    nodes[-1][2].extend(sorted(new))
    return "\n".join(f"{name} {{ global: {'; '.join(names)}; {'local: *; ' if number == 0 else ''}}} {parent};"
                     for number, (name, parent, names) in enumerate(nodes) if names)


def empty_library(cc, folder, texts, map_text, number):
    """A library with empty functions declared as in the headers. Declarations of Jansson are not part of the ABI."""
    headers = folder / "include" / "helhedsplan"
    headers.mkdir(parents=True)
    for name, text in texts.items():
        (headers / name.removesuffix(".in")).write_text(re.sub(r"@(\w+)@", "0", text), "utf-8")
    (folder / "include" / "jansson.h").write_text("typedef struct json_t json_t;\n", "utf-8")
    body = [f"#include <helhedsplan/{name.removesuffix('.in')}>" for name in texts]
    for each in functions(texts):
        signature = each.text.replace("HHP_API", "").rstrip(";")
        body.append(f"{signature} {{ {'' if each.result == 'void' else 'return 0;'} }}")
    (folder / "empty.c").write_text("\n".join(body) + "\n", "utf-8")
    (folder / "empty.map").write_text(version_script(texts, map_text), "utf-8")
    library = folder / "libhelhedsplan.so"
    run(cc, "-std=c11", "-g", "-shared", "-fPIC", f"-Wl,-soname,libhelhedsplan.so.{number}",
        f"-Wl,--version-script={folder / 'empty.map'}", f"-I{folder / 'include'}", folder / "empty.c", "-o", library)
    return Abi(library, number, constants_of(texts))


def stored(folder=STORED):
    text = (folder / ABI_FILE).read_text("utf-8")
    lines = (folder / CONSTANTS_FILE).read_text("utf-8").splitlines()[1:]
    return Abi(folder / ABI_FILE, int(re.search(r"soname='libhelhedsplan\.so\.(\d+)'", text)[1]),
               dict(line.split("\t") for line in lines))


def squeezed(text):
    """The output of abidw without what abidiff assumes by default, which is a third of it, and without paths."""
    text = re.sub(r" (?:visibility='default(?:-visibility)?'|binding='global-binding'|is-defined='yes'|access='public')",
                  "", text)
    text = re.sub(r"^ +", "", text, flags=re.M)
    return re.sub(r">\n(?=<parameter|<return|</function-decl|</data-member|<var-decl)", ">", text)


def write(abi, folder=STORED):
    folder.mkdir(exist_ok=True)
    written = run("abidw", "--no-corpus-path", "--no-comp-dir-path", "--no-show-locs", "--no-elf-needed", "--no-architecture",
               "--type-id-style", "hash", abi.file).stdout
    written = re.sub(r" path='[^']*'", " path='empty.c'", written)
    (folder / ABI_FILE).write_text(squeezed(written), "utf-8")
    rows = [f"{name}\t{value}\n" for name, value in sorted(abi.constants.items())]
    (folder / CONSTANTS_FILE).write_text("".join(["constant\tvalue\n", *rows]), "utf-8")


def differences(before, after, work, *options):
    """The output of abidiff, which ignores additions."""
    (work / "appended.suppr").write_text(APPENDED, "utf-8")
    done = run("abidiff", "--no-architecture", "--no-added-syms", "--suppressions", work / "appended.suppr", *options,
               before, after, allowed=(0, *range(4, 16)))
    return done.stdout.strip() if done.returncode & ABIDIFF_CHANGED else ""


def judged(before, after, work, *options):
    """The changes that require another number in the soname."""
    if after.number > before.number:
        return []
    if after.number < before.number:
        return [f"The number of the ABI is {after.number}, and was {before.number}."]
    found = []
    for name, value in before.constants.items():
        if after.constants.get(name) != value:
            found.append(f"{name} was {value}, and is {after.constants.get(name, 'gone')}.")
    reported = differences(before.file, after.file, work, *(options or ("--harmless",))).splitlines()
    return found + ["\n".join(reported[:MOST_LINES] + ["..."] * (len(reported) > MOST_LINES))] if reported else found


def added(before, after):
    """The number of new functions and constants."""
    names = set(re.findall(r"<elf-symbol name='(\w+)'", before.file.read_text("utf-8")))
    return len({each.name for each in functions()} - names) + len(after.constants.keys() - before.constants.keys())


# --- Changes to try: an edit of a header and the map, and the expected message, or None if it is allowed ---

NEW = "HHP_API int32_t hhp_planted(const hhp_goal *goal);\n"
LAST_MEMBER = re.search(r"^  int64_t (\w+);[^\n]*\n(?=} hhp_cofinancing_result;)", header_texts()["cofinancing.h"], re.MULTILINE)
LAST_STATUS = re.search(r"HHP_ERR_\w+ = -(\d+)(?=\s[^\n]*\n})", header_texts()["status.h"])
TITLE = "HHP_API const char *hhp_goal_title(const hhp_goal *goal);"
NAME = "HHP_API const char *hhp_status_name(hhp_status status);"
CHANGES = [
    ("nothing", "goal.h", "", "", None),
    ("a function more", "goal.h", TITLE, TITLE + "\n" + NEW, None),
    ("a member appended", "cofinancing.h", LAST_MEMBER[0], LAST_MEMBER[0] + "  int64_t planted;\n", None),
    ("a parameter called something else", "goal.h", TITLE, TITLE.replace("*goal", "*object"), None),
    ("a constant more", "status.h", LAST_STATUS[0], f"{LAST_STATUS[0]}, HHP_ERR_PLANTED = -{int(LAST_STATUS[1]) + 1}", None),
    ("a function removed", "goal.h", TITLE, "", "hhp_goal_title"),
    ("a function renamed", "goal.h", TITLE, TITLE.replace("_title", "_heading"), "hhp_goal_title"),
    ("a parameter of another type", "status.h", NAME, NAME.replace("hhp_status status", "int64_t status"), "int64_t"),
    ("a parameter of another handle", "goal.h", TITLE, TITLE.replace("hhp_goal *", "hhp_plan *"), "hhp_plan"),
    ("a parameter more", "goal.h", TITLE, TITLE.replace("goal);", "goal, int32_t lang);"), "lang|int32_t"),
    ("another result", "goal.h", TITLE, TITLE.replace("const char *", "int32_t "), "int32_t"),
    ("a constant moved", "status.h", "HHP_ERR_IO = -17", "HHP_ERR_IO = -18", "HHP_ERR_IO was -17, and is -18"),
    ("a constant removed", "status.h", "HHP_LANG_EN = 2 ", "", "HHP_LANG_EN was 2, and is gone"),
    ("a size of another value", "status.h", "HHP_TEXT_SIZE = 48", "HHP_TEXT_SIZE = 64", "HHP_TEXT_SIZE was 48"),
    ("a member inserted", "cofinancing.h", "  int64_t verdict; ", "  int64_t planted;\n  int64_t verdict; ", "planted"),
    ("a member removed", "cofinancing.h", "  int64_t third_party; ", "", "third_party"),
    ("the last member removed", "cofinancing.h", LAST_MEMBER[0], "", LAST_MEMBER[1]),
    ("members changed round", "cofinancing.h", "int64_t local; ", "int32_t local, planted; ", "local"),
]  # fmt: skip


def wrongly_judged(cc, texts, number_now, work):
    """The changes that are misclassified. A few headers are sufficient to try them on."""
    texts = {name: texts[name] for name in ("export.h", "types.h", "status.h", "goal.h", "cofinancing.h")}
    write(empty_library(cc, work / "before", texts, MAP.read_text("utf-8"), number_now), work / "stored")
    before = stored(work / "stored")
    for number, (what, header, old, new, expected) in enumerate(CHANGES):
        if old not in texts[header]:
            yield f"{what} cannot be tried any more: {header} does not have {old}"
            continue
        changed = {**texts, header: texts[header].replace(old, new, 1)}
        abi = empty_library(cc, work / str(number), changed, MAP.read_text("utf-8"), before.number)
        said = "\n".join(judged(before, abi, work))
        if expected is None and said:
            yield f"{what} is allowed, and was not:\n{said}"
        elif expected is not None and not re.search(expected, said):
            yield f"{what} is not allowed, and was: {said}"
        if expected and judged(before, Abi(abi.file, before.number + 1, abi.constants), work):
            yield f"{what} is allowed with another number in the soname, and was not"
    moved = MAP.read_text("utf-8").replace("HHP_0.1", "HHP_0.0")
    if not judged(before, empty_library(cc, work / "moved", texts, moved, before.number), work):
        yield "functions with another version are not allowed, and were"
    if not judged(before, Abi(before.file, before.number - 1, before.constants), work):
        yield "a lower number is not allowed, and was"


def has_debug_information(library):
    return ".debug_info" in run("readelf", "-S", "-W", library).stdout


def check(arguments, work):
    if not (STORED / ABI_FILE).exists():
        return [f"There is no {STORED.relative_to(SOURCE)}: write it with --write."]
    texts, before, number = header_texts(), stored(), abi_number()
    now = empty_library(arguments.cc, work / "now", texts, MAP.read_text("utf-8"), number)
    if number > before.number:
        return [f"The ABI has a new number, {number}: store it with tests/abi/check_baseline.py --cc cc --write."]
    problems = judged(before, now, work)
    if arguments.shared and has_debug_information(arguments.shared):
        options = ("--headers-dir1", work / "now" / "include", "--headers-dir2", work / "now" / "include",
                   "--drop-private-types")
        library = Abi(Path(arguments.shared), number, now.constants)
        problems += judged(Abi(now.file, number, now.constants), library, work, *options)
    if problems:
        return [*problems, "A program that is linked already would break. Take it back, or raise HHP_ABI_VERSION in "
                "CMakeLists.txt and store the new ABI with --write (docs/abi.md)."]
    new = added(before, now)
    if new:
        print(f"{new} functions and constants are new since the ABI was stored. Before a release, store them:"
              " tests/abi/check_baseline.py --cc cc --write")
    return list(wrongly_judged(arguments.cc, texts, number, work))


def store(arguments, work):
    now = empty_library(arguments.cc, work / "now", header_texts(), MAP.read_text("utf-8"), abi_number())
    problems = judged(stored(), now, work) if (STORED / ABI_FILE).exists() else []
    if problems:
        return [*problems, "This breaks what is linked already: raise HHP_ABI_VERSION. If nothing was ever released with "
                f"this number, delete {STORED.relative_to(SOURCE)} first."]
    write(now)
    return []


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cc", required=True)
    parser.add_argument("--shared")
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    if not shutil.which("abidiff") or not shutil.which("abidw"):
        print("abidiff or abidw of libabigail is not there")
        return SKIPPED
    if sys.maxsize < 2**32:
        print("the ABI that is stored has pointers of 64 bits")
        return SKIPPED
    if os.environ.get("HHP_SANITIZE"):
        print("the ABI is the same with sanitizers; looked at without")
        return SKIPPED
    with tempfile.TemporaryDirectory() as folder:
        problems = (store if arguments.write else check)(arguments, Path(folder))
    done = f"ABI {abi_number()} is stored" if arguments.write else f"ABI {abi_number()}; {len(CHANGES) + 2} changes were tried"
    print("\n".join(problems) or done)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
