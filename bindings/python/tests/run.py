"""Runs the tests of the Python package: with the sources and the shared library of a build, or, with --wheel, with the
wheel installed into a new virtual environment. Exit code 77: a dependency is missing.

From the environment: HHP_SOURCE_DIR, HHP_BUILD_DIR, HHP_LIBRARY, HHP_COMMAND, and HHP_SANITIZE, with which the sanitizer's
runtime is loaded into Python. Its search for leaks is off, since CPython leaves much behind; the tests count bytes."""

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

SKIPPED = 77
#: Tests that need modules which the package does not: each is a test of its own for ctest.
OWN = {"test_pandas", "test_sheets"}
HERE = Path(__file__).resolve().parent
PACKAGE = HERE.parent
SOURCE, BUILD = Path(os.environ["HHP_SOURCE_DIR"]), Path(os.environ["HHP_BUILD_DIR"])
INCLUDE = [SOURCE / "include", BUILD / "include"]
sys.path.insert(0, str(PACKAGE / "generate"))


def skip(why):
    print(why)
    sys.exit(SKIPPED)


def need(*modules):
    for module in modules:
        if subprocess.run([sys.executable, "-c", f"import {module}"], capture_output=True, check=False).returncode:
            skip(f"the Python module {module} is not here")


def run(*command, **options):
    finished = subprocess.run([str(each) for each in command], check=False, **options)
    if finished.returncode:
        sys.exit(f"{' '.join(map(str, command))}: exit code {finished.returncode}")


def sanitizer():
    """The environment in which Python can load a library built with this sanitizer."""
    wanted = os.environ.get("HHP_SANITIZE", "")
    if not wanted:
        return {}
    if "address" not in wanted:
        skip(f"Python is not run with -fsanitize={wanted}")
    runtime = subprocess.run(["gcc", "-print-file-name=libasan.so"], capture_output=True, text=True, check=True).stdout.strip()
    # libasan.so may be a linker script; the loader requires the library itself.
    found = Path(runtime).resolve()
    if not found.is_file():
        skip("gcc has no libasan.so")
    options = os.environ.get("ASAN_OPTIONS", "")
    return {"LD_PRELOAD": str(found), "ASAN_OPTIONS": f"{options}:detect_leaks=0:quarantine_size_mb=16", "PYTHONMALLOC": "malloc"}


def of_sources():
    """A copy of the package, with the generated files, in the working folder."""
    import cdef

    folder = Path("package").resolve()
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(PACKAGE / "helhedsplan", folder / "helhedsplan", ignore=shutil.ignore_patterns("__pycache__"))
    cdef.make(INCLUDE, folder / "helhedsplan/_cdef.py")
    environment = {**os.environ, "PYTHONPATH": str(folder), "HELHEDSPLAN_LIBRARY": os.environ["HHP_LIBRARY"],
                   "HELHEDSPLAN_COMMAND": os.environ.get("HHP_COMMAND", "")}
    if not os.environ.get("HHP_SANITIZE"):
        run(sys.executable, PACKAGE / "generate/stubs.py", folder / "helhedsplan", env=environment)
    return sys.executable, {**environment, **sanitizer()}


def of_wheel():
    """A virtual environment with the wheel, and without the packages of the system, but for the one file of cffi that a
    program needs."""
    import wheel

    bundle = BUILD / "python/bundle"
    if os.environ.get("HHP_SANITIZE") or not bundle.is_dir():
        skip("no wheel is made of this build")
    need("pip", "venv", "setuptools", "wheel", "cffi")
    made = wheel.build("dist", INCLUDE, bundle)
    environment = {name: value for name, value in os.environ.items()
                   if not name.startswith(("PYTHONPATH", "HELHEDSPLAN_", "LD_LIBRARY_PATH"))}
    shutil.rmtree("venv", ignore_errors=True)
    run(sys.executable, "-m", "venv", "--without-pip", "venv")
    python = Path("venv/bin/python").absolute()
    (packages,) = Path("venv/lib").glob("python*/site-packages")
    backend = subprocess.run([sys.executable, "-c", "import _cffi_backend; print(_cffi_backend.__file__)"], capture_output=True,
                             text=True, check=True).stdout.strip()
    shutil.copy(backend, packages)
    run(sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-index", "--no-deps",
        "--disable-pip-version-check", made, env=environment)
    return python, {**environment, "HHP_WHEEL": str(made.resolve())}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wheel", action="store_true")
    parser.add_argument("--compiler", default="GNU")
    parser.add_argument("--need", action="append", default=[], help="a module that the tests need")
    parser.add_argument("tests", nargs="*")
    arguments = parser.parse_args()
    if arguments.compiler != "GNU":
        skip("once is enough: the same is run with gcc")
    if not os.environ.get("HHP_LIBRARY"):
        skip("there is no shared library")
    need("cffi")
    python, environment = of_wheel() if arguments.wheel else of_sources()
    need(*arguments.need)
    tests = arguments.tests or sorted({path.stem for path in HERE.glob("test_*.py")} - OWN)
    run(python, "-X", "faulthandler", "-W", "error", "-m", "unittest", *tests,
        env={**environment, "PYTHONPATH": os.pathsep.join(filter(None, [environment.get("PYTHONPATH"), str(HERE)])),
             "PYTHONDONTWRITEBYTECODE": "1"})


if __name__ == "__main__":
    main()
