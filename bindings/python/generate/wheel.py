"""Builds the wheel into a folder with the installed setuptools, wheel, pip and cffi, without network.

It works on a copy of the sources, which are not changed."""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

SOURCES = Path(__file__).resolve().parents[1]
# Setuptools includes files with such names in the wheel. Jansson's must accompany the library linked with it.
LICENSES = {"LICENSE": SOURCES.parents[1] / "LICENSE", "LICENSE.jansson": Path("/usr/share/doc/libjansson-dev/copyright")}


def build(target, include, bundle=None):
    """The path of the wheel."""
    environment = {**os.environ, "HELHEDSPLAN_INCLUDE": os.pathsep.join(map(str, include)), "PIP_NO_INDEX": "1"}
    environment.pop("HELHEDSPLAN_BUNDLE", None)
    if bundle:
        environment["HELHEDSPLAN_BUNDLE"] = str(Path(bundle).resolve())
    target = Path(target)
    shutil.rmtree(target, ignore_errors=True)
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "python"
        shutil.copytree(SOURCES, copy, ignore=shutil.ignore_patterns("__pycache__", "build", "*.egg-info"))
        for name, path in LICENSES.items():
            if path.is_file() and (bundle or name == "LICENSE"):
                shutil.copy(path, copy / name)
        subprocess.run([sys.executable, "-m", "pip", "wheel", "--quiet", "--no-index", "--no-build-isolation", "--no-deps",
                        "--disable-pip-version-check", "--wheel-dir", str(target), str(copy)], env=environment, check=True)
    (wheel,) = target.glob("*.whl")
    return wheel


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--include", action="append", required=True)
    parser.add_argument("--bundle")
    parser.add_argument("target")
    arguments = parser.parse_args()
    print(build(arguments.target, arguments.include, arguments.bundle))


if __name__ == "__main__":
    main()
