"""docs/command.md documents every command and every option of it, no others, and every member of its JSON."""

import json
import os
import re
import subprocess

from documents import SOURCE, finish, lines_outside_blocks

COMMAND = os.environ.get("HHP_COMMAND", "helhedsplan")
DOCUMENT = SOURCE / "docs" / "command.md"
PLAN = SOURCE / "examples" / "vollsmose-2016-2020.helhedsplan.json"
OTHER = SOURCE / "examples" / "vollsmose-frame-kept.helhedsplan.json"

# The names of a finding's arguments depend on its rule, and are documented there.
NAMED_BY_THE_RULES = "arguments"


def printed(*words):
    done = subprocess.run([COMMAND, *words], text=True, stdout=subprocess.PIPE, env={**os.environ, "LC_ALL": "C.UTF-8"})
    return done.stdout


def helped():
    """The options of each command, from its help."""
    commands = re.findall(r"^  (\w[\w-]*) {2,}", printed("help").split("Commands:")[1], re.MULTILINE)
    return {name: set(re.findall(r"^  (--[\w-]+)", printed("help", name), re.MULTILINE)) for name in commands}


def documented():
    """The options of each command, from the tables below its heading."""
    found, name = {}, None
    for _, line in lines_outside_blocks(DOCUMENT):
        heading = re.match(r"^#+ (?:`helhedsplan (\w[\w-]*)`)?", line)
        if heading:
            name = heading.group(1)
            if name:
                found[name] = set()
        option = re.match(r"^\| `(--[\w-]+)", line)
        if name and option:
            found[name].add(option.group(1))
    return found


def members(value):
    if isinstance(value, dict):
        for name, inner in value.items():
            yield name
            if name != NAMED_BY_THE_RULES:
                yield from members(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from members(inner)


def main():
    faults = []
    real, documented_options = helped(), documented()
    common = {"--help", "--lang"}
    for name in sorted(real.keys() | documented_options.keys()):
        if name not in documented_options or name not in real:
            faults.append(f"helhedsplan {name}: " + ("not documented" if name in real else "documented, but not there"))
            continue
        for option in sorted((real[name] ^ documented_options[name]) - common):
            where = "not documented" if option in real[name] else "documented, but not there"
            faults.append(f"helhedsplan {name} {option}: {where}")
    text = DOCUMENT.read_text("utf-8")
    report = json.loads(printed("validate", "--format", "json", str(PLAN)))
    rules = json.loads(printed("rules", "--format", "json"))
    diff = json.loads(printed("diff", "--format", "json", str(PLAN), str(OTHER)))
    for name in sorted({name for name in [*members(report), *members(rules), *members(diff)] if f"`{name}`" not in text}):
        faults.append(f"the member “{name}” of a report, of the rules or of a diff is not documented")
    finish(faults, f"{len(real)} commands are documented")


if __name__ == "__main__":
    main()
