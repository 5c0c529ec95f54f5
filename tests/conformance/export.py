#!/usr/bin/python3
"""Writes the conformance corpus to a folder of its own, for the tests of a binding outside this source tree: cases.tsv, the
reports, and the plans and schemes by the paths that cases.tsv has. docs/bindings.md describes it.

usage: export.py FOLDER               FOLDER must not exist, or be empty
       export.py FOLDER COMMAND...    and then runs COMMAND FOLDER, as a test does: with a new FOLDER each time"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from cases import with_version

SOURCE = Path(os.environ.get("HHP_SOURCE_DIR", Path(__file__).resolve().parents[2]))
FOLDER = SOURCE / "tests" / "conformance"


def expanded(temporary):
    """The folder of whole plans: that of the tests, else one made here."""
    if "HHP_PLANS_DIR" in os.environ:
        return os.environ["HHP_PLANS_DIR"]
    subprocess.run([sys.executable, "-B", SOURCE / "tests/corpus/corpus.py", "expand", temporary], check=True)
    return temporary


def export(target):
    """The number of files written."""
    target.mkdir(parents=True, exist_ok=True)
    if any(target.iterdir()):
        sys.exit(f"{target} is not empty")
    shutil.copy(FOLDER / "cases.tsv", target)
    lines = (FOLDER / "cases.tsv").read_text("utf-8").splitlines()
    with tempfile.TemporaryDirectory() as temporary:
        plans = expanded(temporary)
        for line in lines:
            if line.startswith("#"):
                continue
            name, plan, _, _, scheme = line.split("\t")
            files = [(FOLDER / "reports" / f"{name}.json", f"reports/{name}.json"), (Path(plans, plan), plan)]
            if "/" in scheme:
                files.append((Path(plans, scheme), scheme))
            for stored, path in files:
                (target / path).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(stored, target / path)
            report = target / files[0][1]
            report.write_bytes(with_version(report.read_bytes()))
    return sum(path.is_file() for path in target.rglob("*"))


def main(words):
    if not words or words[0].startswith("-"):
        sys.exit(__doc__)
    target, command = Path(words[0]), words[1:]
    if command:
        shutil.rmtree(target, ignore_errors=True)
    print(export(target), "files in", target)
    if command:
        flat = SOURCE / "include/helhedsplan/helhedsplan-ffi.h"
        environment = {**os.environ, "HHP_FFI_HEADER": os.environ.get("HHP_FFI_HEADER", str(flat))}
        sys.stdout.flush()
        sys.exit(subprocess.run([*command, target], check=False, env=environment).returncode)


if __name__ == "__main__":
    main(sys.argv[1:])
