"""Compares the declarations of the binding for C#, which nothing else would check, with the flat header, and its project with what
a package has to have."""

import os
import re
import sys
import xml.etree.ElementTree as xml
from pathlib import Path

SOURCE = Path(os.environ["HHP_SOURCE_DIR"])
FOLDER = SOURCE / "examples/bindings/csharp/Helhedsplan"
CONSTANTS = {"Abi": "HHP_ABI_VERSION", "Danish": "HHP_LANG_DA", "English": "HHP_LANG_EN", "TextSize": "HHP_TEXT_SIZE",
             "ErrEnum": "HHP_ERR_ENUM", "ErrDate": "HHP_ERR_DATE", "ErrRange": "HHP_ERR_RANGE", "ErrNotFound": "HHP_ERR_NOT_FOUND",
             "Word": "HHP_FIELD_WORD", "Truth": "HHP_FIELD_TRUTH", "Number": "HHP_FIELD_NUMBER", "Date": "HHP_FIELD_DATE",
             "Kroner": "HHP_FIELD_KRONER", "Object": "HHP_FIELD_OBJECT"}


def of_c(parameter):
    """What the parameter may be in C#."""
    kind = re.sub(r"\w+$", "", parameter.strip()).replace("const ", "").replace(" ", "") if parameter.strip() != "void" else ""
    if kind in ("int32_t", "hhp_status"):
        return {"int"}
    if kind == "size_t":
        return {"P"}
    if kind == "int64_t":
        return {"long"}
    if kind == "char*":
        return {"byte[]"}
    if kind == "void*":
        return {"P"}
    if kind == "int32_t*":
        return {"out int"}
    if kind == "size_t*":
        return {"P"}  # NULL
    if kind == "hhp_cofinancing_result*":
        return {"long[]"}
    if kind.endswith("**"):
        return {"out P"}
    return {"P", "H"}  # a handle, or a safe one


def of_cs(parameter):
    return re.sub(r" ?\w+$", "", parameter.strip())


def result(kind):
    return {"void": "void", "int32_t": "int", "hhp_status": "int", "int64_t": "long"}.get(kind.strip(), "P")


def main():
    header = (SOURCE / "include/helhedsplan/helhedsplan-ffi.h").read_text("utf-8")
    functions = {name: (kind, arguments) for kind, name, arguments in
                 re.findall(r"^([\w ]+?\**)(hhp_\w+)\(([^)]*)\);$", header, re.M)}
    native = (FOLDER / "Native.cs").read_text("utf-8")
    faults = []
    declared = re.findall(r"static extern (\w+) (\w+)\(([^)]*)\);", native)
    for kind, name, arguments in declared:
        if name not in functions:
            faults.append(f"{name} is not in the header")
            continue
        wanted_kind, wanted = functions[name]
        wanted = [] if wanted == "void" else [of_c(one) for one in wanted.split(",")]
        given = [of_cs(one) for one in arguments.split(",")] if arguments else []
        if kind != result(wanted_kind):
            faults.append(f"{name} returns {wanted_kind}, not {kind}")
        if len(given) != len(wanted) or not all(one in some for one, some in zip(given, wanted)):
            faults.append(f"{name} takes {wanted}, not {given}")
    used = set(re.findall(r"\bhhp_\w+", (FOLDER / "Helhedsplan.cs").read_text("utf-8") + native))
    faults += [f"{name} is used and not declared" for name in used - {name for _, name, _ in declared}]

    values = {name: int(value) for name, value in re.findall(r"\b(HHP_\w+) = (-?\d+)\b(?! -)", header)}
    lines = "".join(re.findall(r"internal const int .*", native))
    stated = {name: int(value) for name, value in re.findall(r"\b(\w+) = (-?\d+)[,;]", lines)}
    if "Absent = int.MinValue" not in native:
        faults.append("Absent is HHP_ABSENT, the least int32_t")
    wanted = {name: values[constant] for name, constant in CONSTANTS.items()}
    if stated != wanted:
        faults.append(f"the constants are {wanted}, not {stated}")

    project = xml.parse(FOLDER / "Helhedsplan.csproj").getroot()
    if project.findtext("PropertyGroup/TargetFrameworks") != "net8.0;netstandard2.0":
        faults.append("the package is for net8.0 and netstandard2.0")
    version = re.search(r"project\(\s*helhedsplan\s+VERSION ([\d.]+)", (SOURCE / "CMakeLists.txt").read_text("utf-8")).group(1)
    if project.findtext("PropertyGroup/Version") != version:
        faults.append(f"the version is {version}")
    assets = {one.get("PackagePath") for one in project.iter() if one.get("Pack") == "true"}
    if not {"runtimes/linux-x64/native", "runtimes/win-x64/native"} <= assets:
        faults.append(f"the package has libraries for Linux and Windows: {assets}")
    print(f"{len(declared)} declarations", *faults, sep="\n")
    return 1 if faults or not declared else 0


if __name__ == "__main__":
    sys.exit(main())
