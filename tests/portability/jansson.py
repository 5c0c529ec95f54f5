"""Builds Jansson from the source that tools/fetch-source gets, for a system that has no package of it."""

import os
import subprocess
import sys
import tarfile
from pathlib import Path

SOURCE = Path(os.environ.get("HHP_SOURCE_DIR", Path(__file__).resolve().parents[2]))
SKIPPED = 77
OFF = ["-DJANSSON_BUILD_DOCS=OFF", "-DJANSSON_WITHOUT_TESTS=ON", "-DJANSSON_EXAMPLES=OFF"]


def run(command, **more):
    return subprocess.run([*map(str, command)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace",
                          check=False, **more)


def must(command, **more):
    done = run(command, **more)
    if done.returncode != 0:
        sys.exit(f"error: {' '.join(map(str, command))}: {done.returncode}\n{done.stdout[-6000:]}")
    return done.stdout


def skip(why):
    print("skipped:", why)
    sys.exit(SKIPPED)


def source(folder):
    """The tarball; it is kept beside the build, since it is downloaded."""
    kept = Path(os.environ.get("HHP_BUILD_DIR", folder), "sources")
    done = subprocess.run([SOURCE / "tools/fetch-source", "jansson", kept], stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode != 0:
        skip("the source of Jansson could not be had")
    return Path(done.stdout.strip())


def install(cmake, folder, options):
    """Installs Jansson, built with these options, into FOLDER/prefix, and returns that path."""
    prefix, unpacked, build = folder / "prefix", folder / "jansson", folder / "jansson-build"
    with tarfile.open(source(folder)) as archive:
        archive.extractall(unpacked)
    [top] = unpacked.iterdir()
    must([cmake, "-S", top, "-B", build, "-G", "Ninja", "-DCMAKE_BUILD_TYPE=Release", f"-DCMAKE_INSTALL_PREFIX={prefix}", *OFF, *options])
    must([cmake, "--build", build, "-j", "2", "--target", "install"])
    return prefix
