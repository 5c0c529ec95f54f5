"""Checks what bindings rely on in the public headers: signatures have only scalars and pointers, nothing exists only
as a macro or inline function, and every function documents ownership, errors and the version that introduced it.

Each check is tried on headers with an inserted error, to verify that it detects it."""

import re
import sys

from check_symbols import MAP, mapped
from declarations import Function, constants, declarations, handles, header_texts, overview

SCALARS = {"int32_t", "int64_t", "size_t", "hhp_status"}
OPAQUE = {"jansson.h": {"json_t"}}  # types of other libraries, by header
STATUS_AS_VALUE = {"hhp_report_unreadable"}  # it returns the status of another call
SIZED = "hhp_cofinancing_result"  # the only public struct; it is passed by pointer, with its size
POINTER = re.compile(r"(const )?(\w+) (\*|\*\*|\*const \*)")
FORBIDDEN = re.compile(
    r"\b(?:enum|bool|_Bool|char16_t|wchar_t|short|int|long|unsigned|signed|float|double|FILE|va_list|inline|static|"
    r"intptr_t|uintptr_t|ptrdiff_t|time_t|u?int(?:8|16)_t|uint(?:32|64)_t)\b|\.\.\."
)


def type_fault(kind, header, known):
    """What is wrong with the type of a parameter or result, or None."""
    if kind in SCALARS or kind in ("void", "void *"):
        return None
    if FORBIDDEN.search(kind):
        return f"has {kind}"
    match = POINTER.fullmatch(kind)
    if match is None:
        return f"has {kind}, by value or of a sort that bindings cannot take"
    allowed = known | {"char", "size_t", "int32_t", "int64_t", SIZED} | OPAQUE.get(header, set())
    return None if match[2] in allowed else f"has {kind}, which is no handle"


def signature_faults(function, known):
    if re.search(r"\(\s*\*", function.text):
        yield "takes a callback: offer the items by index, or take a `void *user` and be listed here"
        return
    kinds = [function.result, *(parameter.type for parameter in function.parameters)]
    for fault in filter(None, (type_fault(kind, function.header, known) for kind in kinds)):
        yield fault
    if function.result.endswith("**"):
        yield "gives out a pointer to a pointer"
    for parameter in function.parameters:
        if not parameter.name:
            yield f"has a parameter without a name: {parameter.type}"
        if parameter.type == "void":
            yield "takes a void"
    if "()" in function.text:
        yield "takes nothing, and must say (void)"
    names = [parameter.name for parameter in function.parameters]
    if any(SIZED in kind for kind in kinds) and names[-1:] != ["size"]:
        yield "takes a struct without its size"


def parts_of(doc):
    """({parameter: (whether it is an out-parameter, text)}, text of @return, [since])."""
    pieces = re.split(r"@(param\[out\]|param|return|since)(?=\s)", doc)
    parameters, result, since = {}, "", []
    for command, text in zip(pieces[1::2], pieces[2::2]):
        if command == "return":
            result += text
        elif command == "since":
            since.append(text.split()[0] if text.split() else "")
        else:
            names, _, rest = text.strip().partition(" ")
            parameters.update({name: (command.endswith("[out]"), rest) for name in names.split(",")})
    return parameters, result, since


def is_out(parameter):
    """`int64_t *`, `hhp_plan **`, `char *out`: the call writes there."""
    pointer = POINTER.fullmatch(parameter.type)
    if pointer is None or (pointer[1] and pointer[3] != "**") or pointer[3] == "*const *":
        return False
    return pointer[3] == "**" or pointer[2] in SCALARS | {"char", SIZED}


def document_faults(function, since_of):
    if not function.doc:
        yield "has no comment"
        return
    parameters, result, since = parts_of(function.doc)
    if not re.match(r"[A-Z].*", function.doc):
        yield "does not begin with a sentence"
    if len(since) != 1 or since[0] != since_of.get(function.name):
        yield f"says @since {' '.join(since) or 'nothing'}, and the version map {since_of.get(function.name)}"
    for name in parameters.keys() - {parameter.name for parameter in function.parameters}:
        yield f"documents a parameter {name} that it does not have"
    for parameter in function.parameters:
        documented_out, comment = parameters.get(parameter.name, (False, ""))
        if is_out(parameter) and not documented_out:
            yield f"does not document @param[out] {parameter.name}"
        if documented_out and not is_out(parameter):
            yield f"calls {parameter.name} an out-parameter"
        if parameter.type.endswith("**") and documented_out and not re.search(r"\b(?:Owned|Borrowed|Static)\b", comment):
            yield f"does not state who owns {parameter.name}"
        if comment.startswith("Owned") and not re.search(r"free with hhp_\w*free\(\)|json_decref", comment):
            yield f"does not state how {parameter.name} is freed"
    yield from result_faults(function, result)


def result_faults(function, result):
    if function.result.endswith("*") and not re.search(r"\b(?:Static|Borrowed|Owned)\b|\bAs hhp_\w+\(\)", result):
        yield "does not state who owns what it gives out"
    if function.result == "hhp_status" and function.name not in STATUS_AS_VALUE:
        if "::HHP_OK" not in result and not re.search(r"\bAs hhp_\w+\(\)", result):
            yield "does not list ::HHP_OK"
        takes_pointers = any(parameter.type.endswith("*") for parameter in function.parameters)
        if takes_pointers and "::HHP_ERR_ARGUMENT" not in result and not re.search(r"\bAs hhp_\w+\(\)", result):
            yield "does not say that NULL is ::HHP_ERR_ARGUMENT"
    if function.name.endswith("_free") and "NULL is fine" not in function.doc:
        yield "does not say that NULL is fine"


def reference_faults(text, known):
    """References in comments to names that do not exist."""
    for name in sorted(set(re.findall(r"::(HHP_\w+|hhp_\w+)|\b(hhp_\w+)\(\)", text))):
        if "".join(name) not in known:
            yield f"refers to {''.join(name)}, which is not there"


def enum_faults(declaration):
    if not re.fullmatch(r"enum hhp_\w+_constant \{[^{}]*\};", declaration.text):
        yield f"has an enum that is more than a list of constants with a tag hhp_..._constant: {declaration.text[:60]}"
        return
    for line in declaration.raw.split("{", 1)[1].rsplit("}", 1)[0].splitlines():
        name = re.match(r"\s*(HHP_\w+)\s*=", line)
        if name and "/**<" not in line:
            yield f"does not say what {name[1]} is"
    for name, value in constants(declaration.text):
        if not name.startswith("HHP_"):
            yield f"has a constant that is not called HHP_...: {name}"
        if value is not None and not -(2**31) <= value < 2**31:
            yield f"has a constant that is no int32_t: {name}"


def struct_faults(declaration):
    match = re.fullmatch(r"typedef struct (hhp_\w+) (?:\{(.*)\} )?\1;", declaration.text)
    if match is None:
        yield f"has a declaration that is no function, handle, enum or struct: {declaration.text[:60]}"
    elif match[2] is not None:
        if match[1] != SIZED:
            yield f"shows what is in {match[1]}"
        for member in filter(None, (part.strip() for part in match[2].split(";"))):
            if not re.fullmatch(r"int64_t \w+", member):
                yield f"has a member that is no int64_t, so that there may be gaps: {member}"


def declaration_faults(declaration):
    """Declarations other than functions: constants, handles, the struct, the status."""
    if re.match(r"typedef struct hhp_\w+ hhp_\w+;", declaration.text):
        return
    if not declaration.doc or "@since" not in declaration.doc:
        yield f"does not say what this is, and since when: {declaration.text[:60]}"
    if declaration.text.startswith("enum"):
        yield from enum_faults(declaration)
    elif declaration.text != "typedef int32_t hhp_status;":
        yield from struct_faults(declaration)


def header_faults(name, text):
    without = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    guard = "HELHEDSPLAN_H" if name == "helhedsplan.h" else f"HELHEDSPLAN_{name.split('.')[0].upper()}_H"
    if not re.match(rf"\s*#ifndef {guard}\n#define {guard}\n", without):
        yield f"is not guarded by {guard}"
    for macro in re.findall(r"^[ \t]*#[ \t]*define[ \t]+(\w+\([^\n]*)", without, flags=re.MULTILINE):
        yield f"has a macro that is a function: {macro}"
    for word in re.findall(r"\b(?:inline|__inline\w*|static)\b", without):
        yield f"has something {word}"
    if name != "export.h":
        for macro in re.findall(r"^[ \t]*#[ \t]*define[ \t]+(?!HHP_|HELHEDSPLAN_)(\w+)", without, flags=re.MULTILINE):
            yield f"has a macro that is not called HHP_...: {macro}"
    comment = overview(text)
    if comment is None:
        yield "has no overview"
    elif "HHP_API" in without and name != "export.h":
        if not re.search(r"\bthreads?\b", comment):
            yield "does not state how threads may use it"
        if "@code" not in comment:
            yield "has no example"
        if without.count('extern "C" {') != 1:
            yield "lacks extern C"


def undocumented_macros(text):
    """Macros without a comment directly before them."""
    lines = text.splitlines()
    for number, line in enumerate(lines):
        match = re.match(r"#define (HHP_(?!API)\w+) ", line)
        if match and not (lines[number - 1].endswith("*/") and "@since" in "\n".join(lines[max(0, number - 8):number])):
            yield f"does not say what {match[1]} is, and since when"


def since_in_map():
    return {name: node.removeprefix("HHP_") for node, _, names in mapped(MAP.read_text("utf-8")) for name in names}


def faults(texts, since_of, only=None):
    """All errors, one per line; with `only`, those of that header."""
    known = handles(texts)
    everything = "\n".join(texts.values())
    names = set(re.findall(r"#\s*define\s+(HHP_\w+)", everything)) | known | {SIZED, "hhp_status"}
    names |= {name for text in texts.values() for name, _ in constants(text)}
    names |= set(re.findall(r"\b(hhp_\w+)\(", re.sub(r"/\*.*?\*/", "", everything, flags=re.DOTALL)))
    for name, text in texts.items() if only is None else [(only, texts[only])]:
        for fault in [*header_faults(name, text), *undocumented_macros(text), *reference_faults(text, names)]:
            yield f"{name}: {fault}"
        for each in [] if name == "export.h" else declarations(name, text):
            if isinstance(each, Function):
                for fault in [*signature_faults(each, known), *document_faults(each, since_of)]:
                    yield f"{name}: {each.name} {fault}"
            else:
                for fault in declaration_faults(each):
                    yield f"{name}: {fault}"


COMMENT = "/** Planted. @return ::HHP_OK, ::HHP_ERR_ARGUMENT. @since 0.1 */\n"


def declare(signature, comment=COMMENT):
    """An error to insert: an additional function in goal.h."""
    return "goal.h", "/** @name", f"{comment}HHP_API {signature};\n/** @name"


def change(header, before, after):
    return header, before, after


OWNED = "@param[out] plan Owned; free with hhp_plan_free(). NULL when memory runs out."
PLANTED = [  # (header, text, replacement), and the expected message
    (declare("hhp_status hhp_planted(const char *format, ...)"), "..."),
    (declare("hhp_status hhp_planted(bool wanted)"), "has bool"),
    (declare("hhp_status hhp_planted(int wanted)"), "has int"),
    (declare("hhp_status hhp_planted(long wanted)"), "has long"),
    (declare("hhp_status hhp_planted(uint32_t wanted)"), "has uint32_t"),
    (declare("hhp_status hhp_planted(double wanted)"), "has double"),
    (declare("hhp_status hhp_planted(FILE *out)"), "has FILE"),
    (declare("hhp_status hhp_planted(enum hhp_lang lang)"), "has enum"),
    (declare("enum hhp_lang hhp_planted(void)"), "has enum"),
    (declare("hhp_status hhp_planted(hhp_goal goal)"), "has hhp_goal, by value"),
    (declare("hhp_cofinancing_result hhp_planted(void)"), "has hhp_cofinancing_result, by value"),
    (declare("hhp_status hhp_planted(hhp_cofinancing_result *result)"), "without its size"),
    (declare("hhp_status hhp_planted(void (*each)(const hhp_goal *goal))"), "callback"),
    (declare("hhp_status hhp_planted(const char *)"), "without a name"),
    (declare("hhp_status hhp_planted(const struct stat *file)"), "has const struct stat *"),
    (declare("hhp_status hhp_planted(const unknown *file)"), "no handle"),
    (declare("hhp_status hhp_planted(int32_t numbers[4])"), "numbers[4]"),
    (declare("int32_t hhp_planted()"), "(void)"),
    (declare("const char **hhp_planted(void)"), "pointer to a pointer"),
    (declare("hhp_status hhp_planted(void)", ""), "hhp_planted has no comment"),
    (declare("hhp_status hhp_planted(void)"), "the version map None"),
    (declare("hhp_status hhp_planted(void)", "/** Planted. @since 0.1 */\n"), "::HHP_OK"),
    (declare("const char *hhp_planted(void)", "/** Planted. @since 0.1 */\n"), "who owns what it gives out"),
    (declare("hhp_status hhp_planted(int64_t *out)"), "@param[out] out"),
    (declare("hhp_status hhp_planted(const hhp_field **out)"), "@param[out] out"),
    (declare("static inline int32_t hhp_planted(void)"), "something inline"),
    (change("plan.h", OWNED, "@param[out] plan The plan."), "who owns plan"),
    (change("plan.h", OWNED, "@param[out] plan Owned."), "how plan is freed"),
    (change("plan.h", OWNED, OWNED.replace(" plan ", " plant ")), "a parameter plant"),
    (change("plan.h", OWNED, OWNED.replace("[out]", "")), "@param[out] plan"),
    (change("plan.h", "NULL is fine. @since", "@since"), "NULL is fine"),
    (change("plan.h", "::HHP_ERR_ENUM.\n * @since 0.1\n", "::HHP_ERR_ENUM.\n"), "@since nothing"),
    (change("plan.h", "::HHP_ERR_ENUM.\n * @since 0.1\n", "::HHP_ERR_ENUM.\n * @since 0.2\n"), "@since 0.2"),
    (change("plan.h", "::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_ENUM", "::HHP_OK, ::HHP_ERR_ENUM"), "NULL is ::HHP_ERR"),
    (change("plan.h", "::HHP_ERR_ENUM", "::HHP_ERR_WORD"), "refers to HHP_ERR_WORD"),
    (change("plan.h", "hhp_plan_free()", "hhp_plan_release()"), "refers to hhp_plan_release"),
    (change("plan.h", "time may edit a plan", "may edit a plan"), None),
    (change("goal.h", "thread", "user"), "how threads may use it"),
    (change("goal.h", "@code", "@verbatim"), "no example"),
    (change("goal.h", 'extern "C" {', ""), "lacks extern C"),
    (change("goal.h", "#define HELHEDSPLAN_GOAL_H", "#define GOAL_H"), "not guarded"),
    (change("goal.h", "/** @name", "#define HHP_IS_GOAL(x) 1\n/** @name"), "a macro that is a function"),
    (change("goal.h", "/** @name", "#define GOALS 1\n/** @name"), "a macro that is not called"),
    (change("status.h", "/** ::HHP_NUL_TERMINATED as a `size_t`, so that no compiler warns of a sign. @since 0.1 */", ""),
     "what HHP_NUL_TERMINATED is"),
    (change("status.h", "/**< Success. */", ""), "what HHP_OK is"),
    (change("status.h", "HHP_ERR_IO = -17", "HHP_ERR_IO = -3000000000"), "no int32_t"),
    (change("status.h", "HHP_ERR_IO = -17", "ERR_IO = -17"), "a constant that is not called"),
    (change("status.h", "/** Languages of messages and titles. @since 0.1 */", ""), "since when: enum"),
    (change("rule.h", "enum hhp_severity_constant {", "typedef enum {"), "no function, handle, enum or struct"),
    (change("rule.h", "enum hhp_severity_constant {", "enum {"), "with a tag hhp_"),
    (change("rule.h", "enum hhp_severity_constant {", "enum hhp_severity {"), "with a tag hhp_"),
    (change("cofinancing.h", "int64_t verdict; ", "int32_t verdict; "), "no int64_t"),
    (change("types.h", "typedef struct hhp_goal hhp_goal; ", "typedef struct hhp_goal { int64_t n; } hhp_goal; "), "shows"),
]  # fmt: skip


def blind(texts, since_of):
    """Inserted errors that are not detected, and those whose text no longer occurs."""
    for (header, before, after), wanted in PLANTED:
        if before not in texts[header]:
            yield f"cannot be planted in {header} any more: {before}"
            continue
        changed = {**texts, header: texts[header].replace(before, after, 1)}
        found = list(faults(changed, since_of, header))
        if wanted is None:
            if found:
                yield f"is no fault: {header}: {after}"
        elif not any(wanted in fault for fault in found):
            yield f"is not found in {header} ({wanted}): {after} {found}"


def main():
    texts, since_of = header_texts(), since_in_map()
    found = list(faults(texts, since_of))
    missed = [] if found else list(blind(texts, since_of))
    print("\n".join(found + missed) or f"{len(since_of)} functions are correct; {len(PLANTED)} inserted errors were detected")
    sys.exit(1 if found or missed else 0)


if __name__ == "__main__":
    main()
