#!/usr/bin/python3
"""The corpus: stored small, and expanded for the tests.

usage: corpus.py expand FOLDER       expands all plans and golden reports below FOLDER, with the paths used in tests
                                     (tests/corpus/..., examples/...); removes what is no longer stored
       corpus.py show PLAN...        prints plans whole: HP401/fail-waived, or the path of its file
       corpus.py shrink [RULE...]    replaces whole plans and reports, anywhere in tests/corpus/rules, by the edits and
                                     packed reports that reproduce their bytes
       corpus.py collect FOLDER      stores the golden reports and pages that tests wrote below FOLDER

Exit codes: 0 done, 1 a stored file is invalid, 2 usage error. edits.py describes the form of the edits,
goldens.py that of reports.json.
"""

import json
import os
import re
import shutil
import sys
from pathlib import Path

import edits
import goldens

SOURCE = Path(os.environ.get("HHP_SOURCE_DIR", Path(__file__).resolve().parents[2]))
CORPUS = SOURCE / "tests" / "corpus"
RULES = CORPUS / "rules"
BASE = "base.json"
REPORTS = "reports.json"
SEEN = "seen.json"  # in the folder of expanded files: the sources of each


class Wrong(Exception):
    pass


# --- The stored files ---

def ends(name, *endings):
    return name.endswith(endings)


def is_plan(name):
    return ends(name, ".json") and not ends(name, ".report.json", ".scheme.json") and name not in (BASE, REPORTS)


def is_for_tests(path):
    return path.is_file() and not ends(path.name, ".py", ".edits") and path.name != REPORTS and path.name[0] != "."


def folders():
    """The folders of the corpus, relative to the source."""
    found = [path for path in sorted(CORPUS.rglob("*")) if path.is_dir() and path.name != "__pycache__"]
    return [path.relative_to(SOURCE) for path in found]


def base_text():
    return (RULES / BASE).read_text("utf-8")


def expanded_plan(path):
    try:
        return edits.expand(base_text(), path.read_text("utf-8")).encode()
    except (edits.EditError, json.JSONDecodeError, UnicodeDecodeError) as error:
        raise Wrong(f"{path.relative_to(SOURCE)}: {error}") from error


def kept_reports(folder):
    path = folder / REPORTS
    return goldens.read(path.read_text("utf-8")) if path.exists() else {}


def stored_files(folder):
    """{name: bytes} of all files in a folder, with plans expanded, but without packed reports."""
    files = {path.name: path.read_bytes() for path in sorted((SOURCE / folder).iterdir()) if is_for_tests(path)}
    for path in sorted((SOURCE / folder).glob("*.edits")):
        name = path.stem + ".json"
        if name in files:
            raise Wrong(f"{path.relative_to(SOURCE)} and {name} are one plan, stored twice: remove the one that is out of "
                        "date, or let corpus.py shrink make edits of the whole one")
        files[name] = expanded_plan(path)
    return files


def whole_files(folder):
    """{name: bytes} of all files in a folder as the tests see them."""
    files = stored_files(folder)
    for name, kept in kept_reports(SOURCE / folder).items():
        plan = files.get(name + ".json")
        if plan is None:
            raise Wrong(f"{folder / REPORTS} has {name}, which is no plan there; corpus.py shrink takes it out")
        report = goldens.unpack(kept, str(folder / (name + ".json")), plan)
        files.setdefault(name + ".report.json", goldens.text_of(report).encode())
    return files


# --- expand ---

def state(folder):
    """Modification times and sizes of the files in a folder; None if it does not exist."""
    if not folder.is_dir():
        return None
    entries = [(entry.name, entry.stat()) for entry in os.scandir(folder) if entry.is_file()]
    return sorted([name, stat.st_mtime_ns, stat.st_size] for name, stat in entries)


def write_folder(folder, files):
    folder.mkdir(parents=True, exist_ok=True)
    for path in folder.iterdir():
        if path.is_file() and path.name not in files:
            path.unlink()
    for name, content in files.items():
        path = folder / name
        if not path.exists() or path.read_bytes() != content:
            path.write_bytes(content)


def remove_other_folders(top, wanted):
    for path in sorted(top.rglob("*"), reverse=True):
        if path.is_dir() and path.relative_to(top) not in wanted:
            shutil.rmtree(path)


def read_seen(path):
    try:
        return json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}


def expand(top):
    """Regenerates only what was changed since the last run, on either side."""
    corpus = folders()
    tools = [state(CORPUS), state(RULES)]
    before, after = read_seen(top / SEEN), {}
    for folder in corpus:
        now = [tools, state(SOURCE / folder), state(top / folder)]
        if before.get(str(folder)) != now:
            write_folder(top / folder, whole_files(folder))
            now[2] = state(top / folder)
        after[str(folder)] = now
    examples = {path.name: path.read_bytes() for path in (SOURCE / "examples").glob("*.json")}
    write_folder(top / "examples", examples)
    remove_other_folders(top / "tests" / "corpus", {path.relative_to("tests/corpus") for path in corpus})
    (top / SEEN).write_text(json.dumps(after), "utf-8")


# --- shrink and collect ---

def shrink_plan(path):
    """Whether the plan was replaced by edits: they must be less than half as long, and reproduce all its bytes."""
    try:
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        return False
    short = edits.shrink(base_text(), text)
    if short is None or 2 * short.count("\n") > text.count("\n"):
        return False
    path.with_suffix(".edits").write_text(short, "utf-8")
    path.unlink()
    return True


def pack_reports(folder, reports):
    """Packs {plan's name: report as text} together with the existing ones. Returns the names that cannot be packed."""
    plans, left = stored_files(folder.relative_to(SOURCE)), []
    kept = {name: packed for name, packed in kept_reports(folder).items() if name + ".json" in plans}
    for name, text in reports.items():
        path, plan = str(folder.relative_to(SOURCE) / (name + ".json")), plans[name + ".json"]
        packed = goldens.pack(json.loads(text), path, plan)
        if goldens.text_of(goldens.unpack(packed, path, plan)) == text:
            kept[name] = packed
        else:
            left.append(name)
    if kept:
        (folder / REPORTS).write_text(goldens.write(kept), "utf-8")
    else:
        (folder / REPORTS).unlink(missing_ok=True)
    return left


def shrink_folder(folder):
    # A whole plan beside edits is newer: it was added by an editor or a merge.
    for path in folder.glob("*.edits"):
        if path.with_suffix(".json").exists():
            path.unlink()
    plans = [path for path in sorted(folder.iterdir()) if is_plan(path.name)]
    whole = [path.name for path in plans if not shrink_plan(path)]
    reports = {path.name[:-len(".report.json")]: path.read_text("utf-8") for path in folder.glob("*.report.json")}
    left = pack_reports(folder, reports)
    for name in reports.keys() - set(left):
        (folder / (name + ".report.json")).unlink()
    return len(plans) - len(whole), len(reports) - len(left), whole


def shrink(rules):
    wanted = [RULES / rule for rule in rules] or sorted(RULES.glob("HP*"))
    for folder in wanted:
        plans, reports, whole = shrink_folder(folder)
        if plans or reports:
            print(f"{folder.name}: {plans} plans became edits, {reports} reports were packed, {len(whole)} plans stay whole")


def collect(top):
    for folder in folders():
        written = {path.name: path.read_text("utf-8") for path in (top / folder).glob("*.report.json")}
        packed = {}
        for name, text in written.items():
            if (SOURCE / folder / name).exists() or not re.fullmatch(r"HP\d{3}", folder.name):
                (SOURCE / folder / name).write_text(text, "utf-8")
            else:
                packed[name[:-len(".report.json")]] = text
        for name in pack_reports(SOURCE / folder, packed) if packed else []:
            (SOURCE / folder / (name + ".report.json")).write_text(written[name + ".report.json"], "utf-8")
        for page in (top / folder).glob("*") if folder.name == "pages" else ():
            shutil.copyfile(page, SOURCE / folder / page.name)


# --- show ---

def show(plans):
    for plan in plans:
        path = next((path for path in (RULES / plan, Path(plan).absolute()) if path.parent.is_dir()), None)
        name = path and path.name.removesuffix(".json").removesuffix(".edits") + ".json"
        if not path or not path.with_name(name).exists() and not path.with_name(name).with_suffix(".edits").exists():
            raise Wrong(f"{plan} is no plan of the corpus")
        whole = path.with_name(name)
        sys.stdout.buffer.write(whole.read_bytes() if whole.exists() else expanded_plan(whole.with_suffix(".edits")))


def main():
    command, rest = sys.argv[1:2], sys.argv[2:]
    if command in (["expand"], ["collect"]) and len(rest) == 1:
        {"expand": expand, "collect": collect}[command[0]](Path(rest[0]).absolute())
    elif command == ["show"] and rest:
        show(rest)
    elif command == ["shrink"]:
        shrink(rest)
    else:
        print(__doc__, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (Wrong, ValueError) as error:
        print(f"error: {error}", file=sys.stderr)
        sys.exit(1)
