"""Builds the wheel or the sdist into a folder with the installed setuptools, wheel, pip and cffi, without network.

It works on a copy of the sources, which are not changed. The sdist holds the headers and the generated types, so that it builds
where the library is not installed. The same sources and tools make the same files: their time is SOURCE_DATE_EPOCH, else that of
the release, and their modes do not depend on the umask."""

import argparse
import gzip
import io
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from contextlib import contextmanager
from pathlib import Path

import cdef

SOURCES = Path(__file__).resolve().parents[1]
# Setuptools includes files with such names in the wheel. Jansson's must accompany the library linked with it.
LICENSES = {"LICENSE": SOURCES.parents[1] / "LICENSE", "LICENSE.jansson": SOURCES.parents[1] / "LICENSES/jansson.txt"}


@contextmanager
def copied(bundle):
    """A copy of the sources, with the licences."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "python"
        shutil.copytree(SOURCES, copy, ignore=shutil.ignore_patterns("__pycache__", "build", "*.egg-info"))
        for name, path in LICENSES.items():
            if bundle or name == "LICENSE":
                shutil.copy(path, copy / name)
        if bundle:
            shutil.copytree(bundle, Path(folder) / "bundle")
        for path in Path(folder).rglob("*"):
            path.chmod(0o755 if path.is_dir() or os.access(path, os.X_OK) else 0o644)
        yield copy


def epoch():
    """The time of the files, in seconds since 1970."""
    tool = SOURCES.parents[1] / "tools/version"
    found = os.environ.get("SOURCE_DATE_EPOCH") or subprocess.run([sys.executable, tool, "epoch"], check=True, capture_output=True,
                                                                  text=True).stdout
    return int(found)


def environment_for(include, bundle=None):
    environment = {**os.environ, "HELHEDSPLAN_INCLUDE": os.pathsep.join(map(str, include)), "PIP_NO_INDEX": "1",
                   "SOURCE_DATE_EPOCH": str(epoch())}
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
        return wheel_of(copy, target, environment_for(include, copy.parent / "bundle" if bundle else None))


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
    repack(sdist)
    return sdist


def repack(file):
    """Setuptools stores the times, the user and the order of the folder."""
    with tarfile.open(file) as archive:
        members = [(member, archive.extractfile(member).read() if member.isfile() else b"") for member in archive.getmembers()]
    new = file.with_suffix(".new")
    with open(new, "wb") as raw, gzip.GzipFile("", "wb", 9, raw, 0) as packed, tarfile.open(
            mode="w", fileobj=packed, format=tarfile.PAX_FORMAT) as archive:
        for member, content in sorted(members, key=lambda each: each[0].name):
            entry = tarfile.TarInfo(member.name)
            entry.type, entry.size, entry.mtime = member.type, len(content), epoch()
            entry.mode = 0o755 if member.isdir() or member.mode & 0o100 else 0o644
            archive.addfile(entry, io.BytesIO(content))
    new.replace(file)


def main():
    os.umask(0o022)
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
