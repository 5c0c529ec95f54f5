#!/usr/bin/python3
"""Runs before and after all other tests.

usage: source_tree.py before    expands the corpus into HHP_PLANS_DIR, and lists the files of the source tree
       source_tree.py after     fails if files have come or gone since; with HHP_UPDATE_GOLDEN set, it then stores the
                                golden reports that the tests wrote

The files are those of HHP_SOURCE_DIR, without git's, those of a build, and what an editor leaves while a file is open. What
is in them is not compared: a developer may go on writing while tests run. The list is in HHP_BUILD_DIR.
"""

import fnmatch
import os
import subprocess
import sys
from pathlib import Path

SOURCE = Path(os.environ["HHP_SOURCE_DIR"])
BUILD = Path(os.environ["HHP_BUILD_DIR"])
PLANS = Path(os.environ["HHP_PLANS_DIR"])
LIST = BUILD / "source-tree.txt"
FOLDERS_LEFT_OUT = {".git", "build", "node_modules"}
NAMES_LEFT_OUT = (".git", ".*.sw?", "*~", "#*#", ".#*")
CORPUS = Path(__file__).resolve().parents[1] / "corpus" / "corpus.py"


def files():
    found = []
    for folder, folders, names in os.walk(SOURCE):
        folders[:] = [name for name in folders if name not in FOLDERS_LEFT_OUT and not name.startswith("build-") and
                      Path(folder, name) != BUILD]
        found += [os.path.relpath(os.path.join(folder, name), SOURCE) for name in names
                  if not any(fnmatch.fnmatch(name, left_out) for left_out in NAMES_LEFT_OUT)]
    return sorted(found)


def run_corpus(command):
    done = subprocess.run([sys.executable, CORPUS, command, PLANS], check=False)
    if done.returncode != 0:
        sys.exit(done.returncode)


def before():
    LIST.unlink(missing_ok=True)
    run_corpus("expand")
    LIST.write_text("\n".join(files()), "utf-8", "surrogateescape")


def after():
    if not LIST.exists():
        sys.exit("the files were not listed before the tests")
    then = set(LIST.read_text("utf-8", "surrogateescape").split("\n"))
    now = set(files())
    for name in sorted(now - then):
        print(f"{name} came into the source tree while the tests ran; no test may leave a file there")
    for name in sorted(then - now):
        print(f"{name} went from the source tree while the tests ran")
    if os.environ.get("HHP_UPDATE_GOLDEN"):
        run_corpus("collect")
    sys.exit(1 if now != then else 0)


if __name__ == "__main__":
    {"before": before, "after": after}[sys.argv[1]]()
