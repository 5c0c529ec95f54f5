"""Builds the wheel or the sdist into a folder with the installed setuptools, wheel, pip and cffi, without network.

It works on a copy of the sources, which are not changed. The sdist holds the headers and the generated types, so that it builds
where the library is not installed."""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

import cdef

SOURCES = Path(__file__).resolve().parents[1]
# Setuptools includes files with such names in the wheel. Jansson's must accompany the library linked with it.
LICENSES = {"LICENSE": SOURCES.parents[1] / "LICENSE", "LICENSE.jansson": Path("/usr/share/doc/libjansson-dev/copyright")}


@contextmanager
def copied(bundle):
    """A copy of the sources, with the licences."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "python"
        shutil.copytree(SOURCES, copy, ignore=shutil.ignore_patterns("__pycache__", "build", "*.egg-info"))
        for name, path in LICENSES.items():
            if path.is_file() and (bundle or name == "LICENSE"):
                shutil.copy(path, copy / name)
        yield copy


def environment_for(include, bundle=None):
    environment = {**os.environ, "HELHEDSPLAN_INCLUDE": os.pathsep.join(map(str, include)), "PIP_NO_INDEX": "1"}
    environment.pop("HELHEDSPLAN_BUNDLE", None)
    if bundle:
        environment["HELHEDSPLAN_BUNDLE"] = str(Path(bundle).resolve())
    return environment


def wheel_of(source, target, environment):
    subprocess.run([sys.executable, "-m", "pip", "wheel", "--quiet", "--no-index", "--no-build-isolation", "--no-deps",
                    "--disable-pip-version-check", "--wheel-dir", str(target), str(source)], env=environment, check=True)
    (wheel,) = Path(target).glob("*.whl")
    return wheel


def build(target, include, bundle=None):
    """The path of the wheel."""
    shutil.rmtree(target, ignore_errors=True)
    with copied(bundle) as copy:
        return wheel_of(copy, target, environment_for(include, bundle))


def add_headers(include, folder):
    for name in cdef.names(include):
        path = next(each for parent in include if (each := Path(parent) / name).is_file())
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, folder / name)


def build_sdist(target, include, library):
    """The path of the sdist."""
    target = Path(target).resolve()
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    with copied(None) as copy:
        add_headers(include, copy / "include")
        environment = {**environment_for([copy / "include"]), "HELHEDSPLAN_LIBRARY": str(library)}
        cdef.make([copy / "include"], copy / "helhedsplan/_cdef.py")
        subprocess.run([sys.executable, str(copy / "generate/stubs.py"), str(copy / "helhedsplan")], check=True,
                       env={**environment, "PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1"})
        (copy / "helhedsplan/_cdef.py").unlink()
        subprocess.run([sys.executable, "-c", "import sys; from setuptools import build_meta; build_meta.build_sdist(sys.argv[1])",
                        str(target)], cwd=copy, env=environment, check=True, stdout=subprocess.DEVNULL)
    (sdist,) = target.glob("*.tar.gz")
    return sdist


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--include", action="append", required=True)
    parser.add_argument("--bundle")
    parser.add_argument("--sdist-with", metavar="LIBRARY", help="the sdist instead, with the types of this library")
    parser.add_argument("target")
    arguments = parser.parse_args()
    if arguments.sdist_with:
        print(build_sdist(arguments.target, arguments.include, arguments.sdist_with))
    else:
        print(build(arguments.target, arguments.include, arguments.bundle))


if __name__ == "__main__":
    main()
