#!/usr/bin/python3
"""Every test that SECURITY.md names exists: a promise is held by something.

usage: check_security.py --ctest=CTEST, with the build's folder in HHP_BUILD_DIR
"""

import argparse
import fnmatch
import json
import os
import re
import subprocess
import sys
from pathlib import Path

from documents import is_registered

SOURCE = Path(os.environ.get("HHP_SOURCE_DIR", Path(__file__).resolve().parents[2]))
NAME = re.compile(r"`((?:abi|cli|corpus|databases|docs|faults|formats|fuzz|hostile|portability|python|unit)\.[a-z_*0-9]+)`")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ctest", default="ctest")
    options = parser.parse_args()
    listed = subprocess.run([options.ctest, "--show-only=json-v1"], cwd=os.environ["HHP_BUILD_DIR"], check=True,
                            stdout=subprocess.PIPE).stdout
    tests = [test["name"] for test in json.loads(listed)["tests"]]
    named = set(NAME.findall((SOURCE / "SECURITY.md").read_text(encoding="utf-8")))
    missing = sorted(name for name in named if not fnmatch.filter(tests, name) and not is_registered(name))
    for name in missing:
        print(f"SECURITY.md names {name}, which is no test")
    print(f"{len(named)} tests named")
    return 1 if missing or len(named) < 15 else 0


if __name__ == "__main__":
    sys.exit(main())
