"""The wheel and the sdist: what they hold and say, and that they work where nothing else is installed."""

import email
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import unittest
import zipfile
from pathlib import Path

import helhedsplan
from support import SOURCE, sanitized

WHEEL = Path(os.environ.get("HHP_WHEEL", "/"))
GENERATE = SOURCE / "bindings/python/generate"
PYTHON = "/usr/bin/python3" if os.environ.get("HHP_WHEEL") else sys.executable


@unittest.skipUnless(os.environ.get("HHP_WHEEL"), "this is not the wheel")
class Wheel(unittest.TestCase):
    def metadata(self):
        with zipfile.ZipFile(WHEEL) as archive:
            (name,) = [name for name in archive.namelist() if name.endswith(".dist-info/METADATA")]
            return email.message_from_string(archive.read(name).decode("utf-8"))

    def test_metadata(self):
        found = self.metadata()
        self.assertEqual((found["Name"], found["License"], found["Author"], found["Requires-Python"],
                          re.sub("[ ()]", "", found["Requires-Dist"])),
                         ("helhedsplan", "MIT", "the libhelhedsplan authors", ">=3.9", "cffi>=1.15"))
        self.assertEqual(found["Description-Content-Type"], "text/markdown")
        self.assertTrue({f"Programming Language :: Python :: 3.{minor}" for minor in range(9, 14)}
                        <= set(found.get_all("Classifier")))
        text = found.get_payload()
        self.assertEqual(text.strip(), (SOURCE / "bindings/python/README.md").read_text(encoding="utf-8").strip())
        self.assertFalse(re.findall(r"\]\((?!https?:|#)", text), "a link that leads nowhere outside of the repository")

    def test_contents(self):
        with zipfile.ZipFile(WHEEL) as archive:
            names = archive.namelist()
            licences = {Path(name).name: archive.read(name) for name in names if ".dist-info/" in name and "LICENSE" in name}
        for name in ("helhedsplan/py.typed", "helhedsplan/_cdef.py", "helhedsplan/_model.pyi", "helhedsplan/_cofinancing.pyi",
                     "helhedsplan/_bundle/libhelhedsplan.so.1", "helhedsplan/_bundle/helhedsplan"):
            self.assertIn(name, names)
        self.assertEqual(licences, {"LICENSE": (SOURCE / "LICENSE").read_bytes(),
                                    "LICENSE.jansson": (SOURCE / "LICENSES/jansson.txt").read_bytes()})
        self.assertTrue(all(name.startswith("helhedsplan") for name in names))

    @unittest.skipIf(shutil.which("objdump") is None, "objdump lists the symbols")
    def test_tag(self):
        """The tag is the newest version of the C library that a symbol of the bundle is of, no more and no less."""
        bundle = Path(helhedsplan.library_path).parent
        versions = set()
        for path in bundle.iterdir():
            for line in subprocess.run(["objdump", "-T", path], capture_output=True, text=True, check=True).stdout.splitlines():
                found = re.search(r"GLIBC_([\d.]+)", line)
                if found and "*UND*" in line:
                    versions.add(tuple(int(part) for part in found.group(1).split("."))[:2])
        newest = max(versions)
        self.assertEqual(WHEEL.name.split("-")[-1], f"manylinux_{newest[0]}_{newest[1]}_{os.uname().machine}.whl")
        self.assertGreaterEqual(newest, (2, 5))

    def test_without_the_packages_of_the_system(self):
        found = subprocess.run([sys.executable, "-c", "import sys; print(*sys.path); import cffi"], capture_output=True, text=True,
                               check=False)
        self.assertIn("No module named 'cffi'", found.stderr)
        self.assertNotIn("dist-packages", found.stdout)

    @unittest.skipIf(shutil.which("objdump") is None, "objdump lists the symbols")
    def test_what_needs_more_gets_the_plain_tag(self):
        sys.path.insert(0, str(GENERATE))
        self.addCleanup(sys.path.remove, str(GENERATE))
        from platform_tag import glibc_version, platform_tag

        with tempfile.TemporaryDirectory() as folder:
            shutil.copy(shutil.which("bash"), folder)  # it needs libtinfo
            self.assertEqual(platform_tag("linux_x86_64", folder), "linux_x86_64")
        self.assertEqual(platform_tag("macosx_11_0_arm64", "/ingen"), "macosx_11_0_arm64")
        self.assertIsNotNone(glibc_version([Path(helhedsplan.library_path)]))


@unittest.skipUnless(os.environ.get("HHP_WHEEL") and not sanitized(), "once is enough: with the wheel")
class Sdist(unittest.TestCase):
    def test_it_builds_without_the_library(self):
        include = [SOURCE / "include", Path(os.environ["HHP_BUILD_DIR"]) / "include"]
        with tempfile.TemporaryDirectory() as folder:
            environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHONPATH", "HELHEDSPLAN_"))}
            subprocess.run([PYTHON, GENERATE / "wheel.py", *(f"--include={each}" for each in include),
                            f"--sdist-with={os.environ['HHP_LIBRARY']}", f"{folder}/sdist"], env=environment, check=True,
                           capture_output=True)
            (sdist,) = Path(folder, "sdist").glob("helhedsplan-*.tar.gz")
            with tarfile.open(sdist) as archive:
                names = {name.partition("/")[2] for name in archive.getnames()}
            for name in ("LICENSE", "README.md", "setup.py", "pyproject.toml", "include/helhedsplan/helhedsplan.h",
                         "include/helhedsplan/version.h", "generate/cdef.py", "helhedsplan/_model.pyi", "tests/run.py",
                         "examples/vollsmose.py"):
                self.assertIn(name, names)
            self.assertNotIn("helhedsplan/_cdef.py", names)
            environment.update(HELHEDSPLAN_LIBRARY="/ingen", PIP_NO_INDEX="1", PKG_CONFIG_PATH="/ingen")
            subprocess.run([PYTHON, "-m", "pip", "wheel", "--quiet", "--no-build-isolation", "--no-deps",
                            "--disable-pip-version-check", "--wheel-dir", f"{folder}/wheel", sdist], env=environment, check=True)
            (made,) = Path(folder, "wheel").glob("*.whl")
            self.assertRegex(made.name, r"-py3-none-any\.whl$")
            with zipfile.ZipFile(made) as archive:
                archive.extractall(f"{folder}/package")
            found = subprocess.run([sys.executable, "-c", "import helhedsplan; print(len(helhedsplan.rules()), helhedsplan.__file__)"],
                                   capture_output=True, text=True, check=False,
                                   env={**os.environ, "PYTHONPATH": f"{folder}/package",
                                        "HELHEDSPLAN_LIBRARY": os.environ["HHP_LIBRARY"]})
            self.assertEqual(found.stdout.split(), [str(len(helhedsplan.rules())), f"{folder}/package/helhedsplan/__init__.py"],
                             found.stderr)


if __name__ == "__main__":
    unittest.main()
