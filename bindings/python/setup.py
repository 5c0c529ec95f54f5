"""Builds the package: declarations from the installed headers, types by introspection, and optionally the library inside.

HELHEDSPLAN_INCLUDE  folders that hold helhedsplan/*.h, with colons between; else those of an sdist, or what pkg-config says
HELHEDSPLAN_BUNDLE   a folder with the shared library, and perhaps the command, to put into the wheel; without it the
                     wheel uses the library of the system
HELHEDSPLAN_URL      where the project is, for the metadata of a release"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from setuptools import Distribution, setup
from setuptools.command.build_py import build_py
from wheel.bdist_wheel import bdist_wheel

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "generate"))
import cdef  # noqa: E402
from platform_tag import platform_tag  # noqa: E402

BUNDLE = os.environ.get("HELHEDSPLAN_BUNDLE")
URL = os.environ.get("HELHEDSPLAN_URL", "").rstrip("/")


def include_folders():
    configured = os.environ.get("HELHEDSPLAN_INCLUDE")
    if configured:
        return configured.split(os.pathsep)
    if (HERE / "include").is_dir():
        return [str(HERE / "include")]
    try:
        found = subprocess.run(["pkg-config", "--variable=includedir", "helhedsplan"], capture_output=True, text=True,
                               check=False).stdout.strip()
    except OSError:
        found = ""
    return [found or "/usr/include"]


class BuildPackage(build_py):
    def run(self):
        super().run()
        package = (Path(self.build_lib) / "helhedsplan").resolve()
        package.mkdir(parents=True, exist_ok=True)
        cdef.make(include_folders(), package / "_cdef.py")
        environment = {**os.environ, "PYTHONPATH": str(package.parent), "PYTHONDONTWRITEBYTECODE": "1"}
        if BUNDLE:
            shutil.copytree(BUNDLE, package / "_bundle", dirs_exist_ok=True)
            environment.pop("HELHEDSPLAN_LIBRARY", None)
        if not (HERE / "helhedsplan/_model.pyi").is_file():  # an sdist has it
            subprocess.run([sys.executable, str(HERE / "generate" / "stubs.py"), str(package)], env=environment, check=True)


class Wheel(bdist_wheel):
    """One wheel for every Python 3, since nothing is compiled. With the library inside it is for one platform."""

    def get_tag(self):
        return "py3", "none", platform_tag(super().get_tag()[2], BUNDLE) if BUNDLE else "any"


class Package(Distribution):
    def has_ext_modules(self):
        return bool(BUNDLE)


def version():
    """The version of the library, in the form that Python requires."""
    return re.sub(r"-(\w+)$", r"+\1", cdef.version(include_folders()))


setup(version=version(), distclass=Package, cmdclass={"build_py": BuildPackage, "bdist_wheel": Wheel}, url=URL or None,
      project_urls={"Documentation": f"{URL}/docs/python.md", "Changelog": f"{URL}/CHANGELOG.md"} if URL else {})
