"""Runs every block of sh of the pages, the blocks of a page in one folder that has what the tree has.

Programs that build for minutes, install, or fetch are replaced by this file, which checks their arguments against the tree: the
target of make, the preset, label and options of CMake, the names of packages. `make install` and `cmake --install` install the present
build, so that what follows on the page really compiles against it. A line whose program is not there is left out, and counted.
"""

import argparse
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from documents import SOURCE, blocks, finish, name_of, pages

BUILD = Path(os.environ["HHP_BUILD_DIR"])
VOLLSMOSE = SOURCE / "examples" / "vollsmose-2016-2020.helhedsplan.json"

# Blocks that are run by a test of their own, with the page as its script.
ELSEWHERE = {"docs/ci.md": "integration.documented", "docs/databases.md": "databases.documented"}
# Pages whose commands take too long, or whose files a build of their own makes: only programs and options are looked up.
LOOKED_UP = {"tests/fuzz/README.md"}
# Commands that change the sources, which mutation.add_rows runs in a copy, or the machine: only looked up, too.
CHANGES = re.compile(r"tools/(install-deps|new-field|new-rule) |python3 tests/\S+ --write|grep ")
# The folder of the page, where the commands begin.
PLACES = {"examples/bindings/README.md": "examples/bindings"}
# Copied, not linked: the commands write there.
COPIED = ("tests/corpus", "examples/bindings")
REPLACED = ("make", "cmake", "ctest", "npm", "npx", "pip", "brew", "git", "abidiff")
FINDINGS = ("helhedsplan", "npx")  # whose 1 is a result, not a failure


# --- The replacements of programs, by their names ---

def replacement(name, words):
    """The exit code: 2 and a message for what is wrong in the arguments."""
    actions = {"make": make, "cmake": cmake, "ctest": ctest, "npm": npm, "npx": npx, "git": git}
    result = actions.get(name, nothing)(words)
    if isinstance(result, int):
        return result
    print(result, file=sys.stderr)
    return 2


def nothing(_):
    return 0


def install(prefix):
    done = subprocess.run([os.environ["REPLACED_CMAKE"], "--install", BUILD, "--prefix", prefix], stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT)
    return done.returncode or note("install", prefix)


def note(*words):
    with open(os.environ["REPLACED_LOG"], "a", encoding="utf-8") as file:
        print(*words, file=file)
    return 0


def make(words):
    targets = [word for word in words if "=" not in word]
    known = re.findall(r"^([\w-]+):", (SOURCE / "Makefile").read_text("utf-8"), re.MULTILINE)
    if not targets or not set(targets) <= set(known):
        return f"no target {targets} in the Makefile"
    prefix = next((word.partition("=")[2] for word in words if word.startswith("PREFIX=")), None)
    return install(prefix) if targets == ["install"] else 0


def cmake(words):
    if "--install" in words and "--prefix" in words:
        return install(words[words.index("--prefix") + 1])
    presets = json.loads((SOURCE / "CMakePresets.json").read_text("utf-8"))
    preset = words[words.index("--preset") + 1] if "--preset" in words else None
    if preset and preset not in {each["name"] for each in presets["configurePresets"]}:
        return f"no preset {preset}"
    cache = (BUILD / "CMakeCache.txt").read_text("utf-8")
    texts = cache + "".join(path.read_text("utf-8") for path in [SOURCE / "CMakeLists.txt", *SOURCE.glob("cmake/*.cmake")])
    unknown = [word for word in words for name in re.findall(r"^-D(HHP_\w+)=", word) if name not in texts]
    return f"no options {unknown}" if unknown else 0


def ctest(words):
    choice = [word for flag in ("-L", "-R") if flag in words for word in (flag, words[words.index(flag) + 1])]
    listed = subprocess.run([os.environ["REPLACED_CTEST"], "--test-dir", BUILD, "-N", *choice], stdout=subprocess.PIPE,
                            encoding="utf-8").stdout
    return 0 if re.search(r"Total Tests: [1-9]", listed) else f"no test is chosen by {choice}"


def npm(words):
    """Packages that the tests have are put in place of a download."""
    modules = os.environ.get("HHP_NODE_MODULES", "")
    if words == ["install", "koffi@2"] and modules:
        os.symlink(modules, "node_modules")
    archives = [word for word in words if word.endswith(".tgz")]
    return 0 if all(re.fullmatch(r"(build/npm/)?helhedsplan-\d+\.\d+\.\d+\.tgz", word) for word in archives) else f"no such file: {archives}"


def npx(words):
    return subprocess.run([os.environ["HHP_COMMAND"], *words[1:]]).returncode if words[:1] == ["helhedsplan"] else f"unknown: {words}"


def git(words):
    """`git show REVISION:FILE`: the file as it is."""
    if words[0] != "show":
        return f"unknown: git {words}"
    sys.stdout.write(Path(words[1].partition(":")[2]).read_text("utf-8"))
    return 0


# --- The pages ---

def commands(text):
    """The commands of a block, each with the lines that it goes on in."""
    found = []
    for line in text.splitlines():
        goes_on = found and re.search(r"(\\|\||&&)\s*$", found[-1])
        if goes_on:
            found[-1] += "\n" + line
        elif line.strip():
            found.append(line)
    return found


def program_of(command):
    words = shlex.split(command.replace("\n", " "), comments=True)
    return next((word for word in words if "=" not in word and word not in ("export", "code")), None)


def may_find(command):
    """Whether 1 can only be a result: of each part that && joins, the last program of the pipe has findings."""
    bare = re.sub(r"'[^']*'|\"[^\"]*\"", "''", command)
    return all(program_of(part.rpartition("|")[2]) in FINDINGS for part in re.split(r"&&|\|\||;", bare))


def is_missing(command, folder, variables):
    """The program that is not there. What a page has compiled itself is."""
    bare = re.sub(r"'[^']*'|\"[^\"]*\"", "''", command)
    programs = [program_of(part) for part in re.split(r"&&|\|(?!\|)", bare)]
    for name in filter(None, programs):
        if name in ("exit", "export") or shutil.which(name, path=variables["PATH"]) or (folder / name).exists():
            continue
        return name
    return None


def prepare(page, folder):
    """The folder of a page: the tree, the plan, and the files that the page shows."""
    tree = folder / "tree"
    link_tree(tree)
    start = tree / PLACES.get(name_of(page), ".")
    for name in ("plan.helhedsplan.json", "plan.json"):
        shutil.copy(VOLLSMOSE, start / name)
    (start / "planer").mkdir(exist_ok=True)
    shutil.copy(VOLLSMOSE, start / "planer")
    for block in blocks(page):
        if block.file and Path(block.file).suffix in (".c", ".py"):
            (start / block.file).write_text(block.text, "utf-8")
    return start


def link_tree(tree):
    """Links to everything in the tree, and copies of what the commands write to."""
    tree.mkdir()
    for path in SOURCE.iterdir():
        if path.name not in (".git", "build", "plan.json"):
            (tree / path.name).symlink_to(path)
    for name in COPIED:
        top, _, rest = name.partition("/")
        (tree / top).unlink()
        (tree / top).mkdir()
        for path in (SOURCE / top).iterdir():
            if path.name != rest:
                (tree / top / path.name).symlink_to(path)
        shutil.copytree(SOURCE / name, tree / name)


def environment(folder, arguments):
    programs = folder / "programs"
    programs.mkdir()
    for name in REPLACED:
        (programs / name).write_text(f"#!/bin/sh\nexec {sys.executable} -B {Path(__file__).resolve()} --replacement={name} -- \"$@\"\n", "utf-8")
        (programs / name).chmod(0o755)
    command = Path(os.environ["HHP_COMMAND"])
    (programs / "helhedsplan").symlink_to(command)
    return {**os.environ, "PATH": f"{programs}:{os.environ['PATH']}", "HOME": str(folder / "home"), "LC_ALL": "C.UTF-8",
            "REPLACED_CMAKE": shutil.which("cmake"), "REPLACED_CTEST": shutil.which(arguments.ctest), "REPLACED_LOG": str(folder / "log"),
            "GOCACHE": str(folder / "go"), "GOFLAGS": "-mod=mod", "GITHUB_STEP_SUMMARY": str(folder / "summary.md"), "CC": arguments.cc}


def options_fault(command):
    """The options of a program that is not run are in its help, or in its text."""
    words = shlex.split(command, comments=True)
    words = words[1:] if words[0] == "python3" else words
    if words[0] == "grep":
        return ""
    path = SOURCE / words[0]
    if not path.exists():
        return "" if words[0].startswith("fuzz-build/") else f"no such program: {words[0]}"
    text = path.read_text("utf-8")
    lacking = [word for word in words if word.startswith("--") and f'"{word.partition("=")[0]}"' not in text]
    return f"no such options: {lacking}" if lacking else ""


def run_page(page, arguments):
    """(number of commands run, names of programs that are not there, what is wrong)"""
    count, left_out, faults = 0, [], []
    with tempfile.TemporaryDirectory(prefix="hhp-shell-") as name:
        folder = Path(name)
        variables, start = environment(folder, arguments), prepare(page, folder)
        (folder / "home").mkdir()
        setting = ""
        for block in blocks(page):
            if block.language != "sh":
                continue
            for command in commands(block.text.replace("/usr/local", str(folder / "home/.local")).replace("FOLDER", "exported")):
                if name_of(page) in LOOKED_UP or CHANGES.match(command):
                    fault, missing = options_fault(command), None
                elif re.fullmatch(r"(export )?\w+=\S*( \w+=\S*)*", command):
                    setting += command + "\n"
                    if "PREFIX" in command:
                        install_for(folder, variables)
                    continue
                else:
                    missing = is_missing(command, start, variables)
                    fault = "" if missing else fault_of(command, setting, start, variables)
                count += missing is None
                left_out += [missing] if missing else []
                faults += [f"{block.place}: {command}\n{fault}"] if fault else []
    return count, left_out, faults


def install_for(folder, variables):
    """A page that begins with an installed library."""
    subprocess.run([variables["REPLACED_CMAKE"], "--install", BUILD, "--prefix", folder / "home/.local"], stdout=subprocess.DEVNULL,
                   check=True)


def fault_of(command, setting, start, variables):
    done = subprocess.run(["sh", "-c", setting + command], cwd=start, env=variables, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, encoding="utf-8", errors="replace", timeout=600)
    allowed = (0, 1) if may_find(command) else (0,)
    return "" if done.returncode in allowed else f"ends with {done.returncode}:\n{done.stdout}"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cc", default="cc")
    parser.add_argument("--ctest", default="ctest")
    parser.add_argument("--page", help="only this one")
    arguments = parser.parse_args()
    total, left_out, faults = 0, [], []
    for page in pages():
        if name_of(page) in ELSEWHERE or arguments.page not in (None, name_of(page)):
            continue
        if any(block.language == "sh" for block in blocks(page)):
            count, missing, found = run_page(page, arguments)
            total, left_out, faults = total + count, left_out + missing, faults + found
    without = f"; without {', '.join(sorted(set(left_out)))}" if left_out else ""
    finish(faults, f"{total} commands{without}")


if __name__ == "__main__":
    if len(sys.argv) > 1 and sys.argv[1].startswith("--replacement="):
        sys.exit(replacement(sys.argv[1].partition("=")[2], sys.argv[3:]))
    main()
