"""Parses every block of JSON; plans among them must have no errors, and schemes must be usable."""

import json
import os
import subprocess
import tempfile
from pathlib import Path

from documents import blocks, finish, pages

COMMAND = os.environ.get("HHP_COMMAND", "helhedsplan")


def without_duplicates(members):
    names = [name for name, _ in members]
    if len(set(names)) != len(names):
        raise ValueError(f"a member stands twice among {names}")
    return dict(members)


def run(arguments, text):
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "block.json"
        file.write_text(text, "utf-8")
        done = subprocess.run([COMMAND, *arguments, str(file)], text=True, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT)
    return "" if done.returncode == 0 else done.stdout


def fault_of(block):
    try:
        value = json.loads(block.text, object_pairs_hook=without_duplicates)
    except ValueError as error:
        return str(error)
    declared = value.get("format", "") if isinstance(value, dict) else ""
    if declared.startswith("helhedsplan/"):
        return run(["validate", "--lang", "en"], block.text)
    if declared.startswith("helhedsplan-scheme/"):
        return run(["schemes", "--lang", "en"], block.text)
    return ""


def main():
    faults, count = [], 0
    for path in pages():
        for block in blocks(path):
            if block.language != "json":
                continue
            count += 1
            fault = fault_of(block)
            if fault:
                faults.append(f"{block.place}: {fault}")
    finish(faults, f"{count} blocks of JSON are right")


if __name__ == "__main__":
    main()
