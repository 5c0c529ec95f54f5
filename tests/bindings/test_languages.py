"""The same program in seven languages, examples/bindings/LANGUAGE, written on the generic core alone: all print and save the
same bytes, and fail alike. What they have to print and save is derived here without the core: the saved plan by replacing text
in the example, the figures by fractions, places and severities of the findings by hand, from the plan and docs/rules.md. Only
the wording of the messages is that of the command, which checks the text of the plan instead of a plan in memory.

--missing lists the languages that would be skipped, and why."""

import argparse
import ctypes
import json
import os
import re
import shutil
import subprocess
import sys
from fractions import Fraction
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2]
EXAMPLES = SOURCE / "examples" / "bindings"
PLAN = SOURCE / "examples" / "vollsmose-2016-2020.helhedsplan.json"
JNA = Path("/usr/share/java/jna.jar")
MOST_LINES = 99

# Each language: its program, and what has to succeed for it to be tested.
LANGUAGES = {
    "LuaJIT": ("luajit/vollsmose.lua", ["luajit", "-e", "require('ffi')"]),
    "PHP": ("php/vollsmose.php", ["php", "-d", "ffi.enable=1", "-r", "FFI::cdef('int abs(int n);');"]),
    "Ruby": ("ruby/vollsmose.rb", ["ruby", "-e", "require 'fiddle/import'"]),
    "Perl": ("perl/vollsmose.pl", ["perl", "-Mv5.36", "-MFFI::Platypus 2.00", "-e", "1"]),
    "Go": ("go/vollsmose.go", ["go", "version"]),
    "C#": ("csharp/vollsmose.cs", ["mcs", "--version"]),
    "Java": ("java/Vollsmose.java", ["javac", "--class-path", str(JNA), "--version"]),
}

GOAL = """    },
    {
      "id": "faelles-maal",
      "title": "Fælles mål på tværs af Østerbæksvej"
    }
  ],
  "strategies": ["""


def run(command, **changes):
    """Runs a command, in a locale that knows only ASCII, and returns exit code, output and errors as bytes."""
    environment = {**os.environ, "LC_ALL": "C", **{name: str(value) for name, value in changes.items()}}
    done = subprocess.run([str(word) for word in command], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    return done.returncode, done.stdout, done.stderr


def must(command, **changes):
    code, output, errors = run(command, **changes)
    if code != 0:
        sys.exit(f"{' '.join(map(str, command))}\nended with {code}:\n{errors.decode(errors='replace')}")
    return output.decode()


def expect(holds, what):
    if not holds:
        sys.exit(f"failed: {what}")


def equal(language, what, seen, expected):
    if seen != expected:
        sys.exit(f"failed: {language}: {what}\n--- seen\n{seen.decode(errors='replace')}\n--- expected\n{expected.decode()}")


def missing():
    """The languages whose tools are not there."""
    names = []
    for language, (_, probe) in LANGUAGES.items():
        found = shutil.which(probe[0]) and subprocess.run(probe, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        if not found or found.returncode != 0 or (language == "Java" and not JNA.exists()):
            names.append(language)
        elif language == "C#" and not shutil.which("mono"):
            names.append(language)
    return names


def replaced(text, old, new):
    expect(text.count(old) == 1, f"the example has once: {old}")
    return text.replace(old, new)


def saved_plan():
    text = PLAN.read_text("utf-8")
    text = replaced(text, '"awarded": 35000000\n', '"awarded": 34500000\n')
    return replaced(text, '    }\n  ],\n  "strategies": [', GOAL)


def findings_by_hand():
    """The findings on the edited plan at stage draft, in the order of the rules."""
    error, warning, info = "error", "warning", "info"
    yield from (("HP203", warning, f"/goals/{i}") for i in (5, 7, 8))  # the goals that no strategy names
    yield "HP204", warning, "/goals/8"  # pursued by default, but by no activity or work area
    yield "HP205", info, "/goals/8"  # does not state who adopted it
    yield from (("HP215", info, f"/focus_areas/{i}/open_for_input") for i in range(4))
    yield "HP305", info, "/activities/18/target_group"  # 0-6 and 6-15 years: both have 6
    for i in range(19):  # only the police take part in activity 4; SSP, of kind "other", in activity 3
        if i != 4:
            yield "HP320", info, f"/activities/{i}" + ("/parties" if i == 3 else "")
    yield from (("HP321", info, f"/activities/{i}") for i in range(19))  # there are no agreements
    yield "HP322", warning, "/governance"  # a secretariat, but no lead
    yield "HP401", error, "/financing/contributions"  # 11 of 45.5 million are less than 25 %
    yield "HP403", warning, "/financing/contributions"  # but 11 of 34.5 million are more
    yield "HP408", warning, "/financing/contributions/0/parties"  # three parties, no split
    yield "HP415", info, "/financing/contributions/0/qualifier"  # a minimum
    yield "HP504", info, "/period"  # no dates


def money_by_hand():
    """The last line, and what the message of HP401 has to contain."""
    grant, local, minimum = 34_500_000, 11_000_000, Fraction(1, 4)
    total = grant + local
    verdict = "passes" if Fraction(local, total) >= minimum else "fails"
    share = f"{float(round(Fraction(100 * local, total), 2)):.2f} %".replace(".", ",")
    short = [total * minimum - local, grant * minimum / (1 - minimum) - local]
    amounts = [f"{int(kroner):,} kr.".replace(",", ".") for kroner in short]
    expect((verdict, share, amounts) == ("fails", "24,18 %", ["375.000 kr.", "500.000 kr."]), "the arithmetic of this test")
    return f"medfinansiering: {verdict}, {share}", [share, *amounts]


def expected_output(plan_file):
    plan = json.loads(PLAN.read_text("utf-8"))
    lines = [plan["title"]] + [f"  {activity['id']}: {activity['title']}" for activity in plan["activities"]]
    command = [os.environ["HHP_COMMAND"], "validate", "--stage", "draft", "--format", "json", plan_file]
    code, output, _ = run(command)
    expect(code == 1, "the command finds an error in the edited plan")
    findings = json.loads(output)["files"][0]["findings"]
    messages = {(finding["rule"], finding["pointer"]): finding["message"]["da"] for finding in findings}
    by_hand = list(findings_by_hand())
    expect(sorted(messages) == sorted((rule, pointer) for rule, _, pointer in by_hand), "the command finds these, no others")
    lines += [f"{rule} {severity} {pointer}: {messages[rule, pointer]}" for rule, severity, pointer in by_hand]
    last, figures = money_by_hand()
    text = messages["HP401", "/financing/contributions"]
    expect(all(figure in text for figure in figures), f"the message has {figures}: {text}")
    return "\n".join([*lines, last, ""]).encode()


def install(arguments, work):
    prefix = work / "prefix"
    shutil.rmtree(prefix, ignore_errors=True)
    must([arguments.cmake, "--install", os.environ["HHP_BUILD_DIR"], "--prefix", prefix, "--config", arguments.config])
    library = next(prefix.rglob("libhelhedsplan.so.1"))
    return prefix, {"HELHEDSPLAN_PREFIX": prefix, "LD_LIBRARY_PATH": library.parent}


def built_go(program, work, library_folder):
    """Builds the program in Go, and checks that it has the library and Jansson in it."""
    must(["go", "build", "-o", work / "vollsmose-go", program], PKG_CONFIG_PATH=library_folder / "pkgconfig",
         GOCACHE=work / "go-cache", GOPROXY="off", GOFLAGS="")  # fmt: skip
    needed = re.findall(r"NEEDED.*\[(.*)\]", must(["readelf", "-d", work / "vollsmose-go"]))
    expect(not [name for name in needed if "helhedsplan" in name or "jansson" in name], f"Go links statically: {needed}")
    symbols = must(["readelf", "-sW", work / "vollsmose-go"])
    for symbol in ("hhp_plan_load", "json_object"):
        expect(re.search(rf" FUNC .* [0-9]+ {symbol}$", symbols, re.M), f"Go has {symbol} in the program")
    return [work / "vollsmose-go"]


def command_of(language, program, work, library_folder):
    if language == "Go":
        return built_go(program, work, library_folder)
    if language == "C#":
        must(["mcs", f"-out:{work / 'vollsmose.exe'}", program])
        return ["mono", work / "vollsmose.exe"]
    if language == "Java":
        must(["javac", "-encoding", "UTF-8", "-cp", JNA, "-d", work / "java", program])
        return ["java", "-cp", f"{work / 'java'}:{JNA}", program.stem]
    interpreters = {"LuaJIT": ["luajit"], "PHP": ["php", "-d", "ffi.enable=1"], "Ruby": ["ruby"], "Perl": ["perl"]}
    return [*interpreters[language], program]


def accessors(library):
    """The names of all functions of a field, of which the programs may use none."""
    for name, result, parameters in (
        ("hhp_entity_count", ctypes.c_size_t, []),
        ("hhp_entity_at", ctypes.c_void_p, [ctypes.c_size_t]),
        ("hhp_entity_field_count", ctypes.c_size_t, [ctypes.c_void_p]),
        ("hhp_entity_field_at", ctypes.c_void_p, [ctypes.c_void_p, ctypes.c_size_t]),
        ("hhp_field_function", ctypes.c_char_p, [ctypes.c_void_p, ctypes.c_int32]),
    ):
        function = getattr(library, name)
        function.restype, function.argtypes = result, parameters
    for entity in map(library.hhp_entity_at, range(library.hhp_entity_count())):
        for i in range(library.hhp_entity_field_count(entity)):
            for function in range(1, 9):
                name = library.hhp_field_function(library.hhp_entity_field_at(entity, i), function)
                if name:
                    yield name.decode()


def check_source(program, names):
    text = program.read_text("utf-8")
    lines = text.splitlines()
    expect(len(lines) <= MOST_LINES, f"{program.name} has {len(lines)} lines, {MOST_LINES} at most")
    expect(max(map(len, lines)) <= 120, f"{program.name} has no line of more than 120 characters")
    expect("edited.json" in "".join(lines[:3]) or "EDITED" in "".join(lines[:3]), f"{program.name} says how to run it")
    words = set(re.findall(r"\w+", text)) | {f"hhp_{word}" for word in re.findall(r'"(\w+)"', text)}
    expect(not words & names, f"{program.name} uses no accessors: {sorted(words & names)}")


def failures(work):
    """What has to fail: its name, the arguments, the subject of the message, the status, and whether the report follows."""
    wrong = work / "wrong.json"
    wrong.write_text(replaced(PLAN.read_text("utf-8"), '"status": "draft"', '"status": "udkast"'), "utf-8")
    folder, output = work / "folder", work / "output" / "edited.json"
    nowhere = work / "nowhere" / "edited.json"
    yield "a missing plan", [work / "nope.json", output], work / "nope.json", -13, False
    yield "a folder as the plan", [folder, output], folder, -14, False
    yield "a wrong word in the plan", [wrong, output], wrong, -11, True
    yield "a wrong word to set", [PLAN, output, "udkast"], "status", -6, False
    yield "a folder to save to", [PLAN, folder], folder, -14, False
    yield "no folder to save to", [PLAN, nowhere], nowhere, -13, False


def check_failures(language, command, environment, library, work):
    for what, arguments, subject, status, with_report in failures(work):
        code, _, errors = run([*command, *arguments], **environment)
        expect(code == 3, f"{language}: {what} ends with 3, not {code}: {errors.decode(errors='replace')}")
        sentence = f"{subject}: {library.hhp_status_message(status, 1).decode()}\n"
        if with_report:
            seen = errors.decode()
            expect(seen.startswith(f"{sentence}HP106 error /status: ") and "udkast" in seen, f"{language}: {what}: {seen}")
            expect(seen.count("\n") == 2, f"{language}: {what}: one finding: {seen}")
        else:
            equal(language, what, errors, sentence.encode())
        expect(not [*(work / "output").iterdir(), *(work / "folder").iterdir()], f"{language}: {what}: nothing is written")
        expect(not (work / "nowhere").exists(), f"{language}: {what}: no folder is made")


def check_language(language, command, environment, expected, work):
    output, saved = expected
    edited = work / "edited.json"
    code, printed, errors = run([*command, PLAN, edited], **environment)
    expect(code == 0 and not errors, f"{language} ends with {code}: {errors.decode(errors='replace')}")
    equal(language, "what it prints", printed, output)
    equal(language, "what it saves", edited.read_bytes(), saved.encode())

    code, _, errors = run([*command, PLAN, edited, "running"], **environment)
    expect(code == 0 and not errors, f"{language} sets a word: {code}: {errors.decode(errors='replace')}")
    running = replaced(saved, '"status": "draft"', '"status": "running"')
    equal(language, "a word that it sets", edited.read_bytes(), running.encode())
    edited.unlink()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--missing", action="store_true")
    parser.add_argument("--cmake", default="cmake")
    parser.add_argument("--config", default="Debug")
    arguments = parser.parse_args()
    skipped = missing()
    if arguments.missing:
        print(", ".join(skipped), end="")
        return 0

    work = Path.cwd()
    for folder in ("output", "folder", "java"):
        shutil.rmtree(work / folder, ignore_errors=True)
        (work / folder).mkdir()
    prefix, environment = install(arguments, work)
    library_folder = Path(environment["LD_LIBRARY_PATH"])
    library = ctypes.CDLL(str(library_folder / "libhelhedsplan.so.1"))
    library.hhp_status_message.restype = ctypes.c_char_p
    names = set(accessors(library))
    saved = saved_plan()
    (work / "expected.json").write_text(saved, "utf-8")
    expected = expected_output(work / "expected.json"), saved
    for language, (path, _) in LANGUAGES.items():
        check_source(EXAMPLES / path, names)
        if language in skipped:
            print(f"{language}: skipped, its tools are missing")
            continue
        command = command_of(language, EXAMPLES / path, work, library_folder)
        own = {} if language == "Go" else environment
        check_language(language, command, own, expected, work)
        check_failures(language, command, own, library, work)
        print(f"{language}: as expected")
    shutil.rmtree(prefix)
    return 77 if len(skipped) == len(LANGUAGES) else 0


if __name__ == "__main__":
    sys.exit(main())
