"""The port of vcpkg and the recipe of Conan in packaging/, run with replacements of the functions of both, which Debian does not have:
what they export is enough to build, the options exist, and a program is built and runs with what they install.

usage: test_ports.py CMAKE"""

import fnmatch
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import types
import unittest
from pathlib import Path

SOURCE = Path(os.environ.get("HHP_SOURCE_DIR", Path(__file__).resolve().parents[2]))
VCPKG, CONAN = SOURCE / "packaging/vcpkg", SOURCE / "packaging/conan"
CMAKE = "cmake"
QUICK = {**os.environ, "CFLAGS": "-O0"}


def run(*command, **more):
    done = subprocess.run([*map(str, command)], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False,
                          text=True, env=QUICK, **more)
    if done.returncode:
        raise AssertionError(f"{' '.join(map(str, command))}: {done.returncode}\n{done.stdout[-4000:]}")
    return done.stdout


class Ports(unittest.TestCase):
    def setUp(self):
        self.work = Path(tempfile.mkdtemp(prefix="hhp-ports-"))
        self.addCleanup(shutil.rmtree, self.work)

    def use(self, prefix):
        """Builds the test program of the recipe with the package in a prefix, and runs it."""
        run(CMAKE, "-S", CONAN / "test_package", "-B", self.work / "use", "-G", "Ninja", f"-DCMAKE_PREFIX_PATH={prefix}")
        run(CMAKE, "--build", self.work / "use")
        self.assertEqual(run(self.work / "use/main").strip(), "500000")


class Vcpkg(Ports):
    def test_manifest(self):
        manifest = json.loads((VCPKG / "vcpkg.json").read_text("utf-8"))
        self.assertLessEqual(manifest.keys(), {"$schema", "name", "version-semver", "description", "license", "supports", "dependencies",
                                               "features"})
        self.assertRegex(manifest["name"], r"^[a-z0-9]+(-[a-z0-9]+)*$")
        self.assertEqual(manifest["version-semver"], os.environ["HHP_VERSION"])
        self.assertEqual([each for each in manifest["dependencies"] if isinstance(each, str)], ["jansson"])
        features = re.search(r" FEATURES ([^)]*)\)", (VCPKG / "portfile.cmake").read_text("utf-8"))[1].split()[::2]
        self.assertEqual(features, list(manifest["features"]))

    def install(self, linkage, features):
        run(CMAKE, f"-DPORTFILE={VCPKG}/portfile.cmake", f"-DWORK={self.work}", f"-DLINKAGE={linkage}", f"-DFEATURES={features}", "-P",
            Path(__file__).with_name("run_port.cmake"))
        return self.work / "packages"

    def test_static_with_the_command(self):
        QUICK["HELHEDSPLAN_SOURCE"] = str(SOURCE)
        prefix = self.install("static", "tools")
        self.assertIn(os.environ["HHP_VERSION"], run(prefix / "tools/libhelhedsplan/helhedsplan", "--version"))
        self.assertEqual((prefix / "share/libhelhedsplan/copyright").read_bytes(), (SOURCE / "LICENSE").read_bytes())
        self.assertFalse(list(prefix.rglob("*.so*")))
        self.assertTrue((prefix / "share/libhelhedsplan/usage").is_file())
        self.use(prefix)


# --- Replacements of Conan's modules, as far as the recipe uses them ---

class Options(dict):
    __getattr__ = dict.__getitem__

    def rm_safe(self, name):
        self.pop(name, None)


class Recipe:
    """ConanFile"""


class Toolchain:
    def __init__(self, recipe):
        self.cache_variables = recipe.variables = {}

    def generate(self):
        pass


class Nothing:
    def __init__(self, *_):
        pass

    def generate(self):
        pass


class Builder:
    """CMake"""

    def __init__(self, recipe):
        self.recipe = recipe

    def configure(self):
        variables = [f"-D{name}={'ON' if value is True else 'OFF' if value is False else value}"
                     for name, value in self.recipe.variables.items()]
        said = run(CMAKE, "-S", self.recipe.source_folder, "-B", self.recipe.build_folder, "-G", "Ninja", "-DCMAKE_BUILD_TYPE=Release",
                   f"-DCMAKE_INSTALL_PREFIX={self.recipe.package_folder}", "-DCMAKE_INSTALL_LIBDIR=lib", *variables)
        assert "not used by the project" not in said, said

    def build(self):
        run(CMAKE, "--build", self.recipe.build_folder)

    def install(self):
        run(CMAKE, "--install", self.recipe.build_folder)


def copy(_, pattern, source, target):
    found = [path for path in Path(source).rglob("*") if path.is_file() and fnmatch.fnmatch(path.relative_to(source).as_posix(), pattern)
             and "build/" not in path.relative_to(source).as_posix()]
    assert found, f"{pattern} is nothing in {source}"
    for path in found:
        to = Path(target, path.relative_to(source))
        to.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, to)


def replace_modules():
    modules = {
        "conan": {"ConanFile": Recipe}, "conan.tools": {}, "conan.tools.build": {"can_run": lambda recipe: True},
        "conan.tools.cmake": {"CMake": Builder, "CMakeDeps": Nothing, "CMakeToolchain": Toolchain, "cmake_layout": lambda recipe: None},
        "conan.tools.files": {"copy": copy, "rmdir": lambda recipe, path: shutil.rmtree(path, ignore_errors=True)},
        "conan.tools.gnu": {"PkgConfigDeps": Nothing},
    }
    for name, members in modules.items():
        sys.modules[name] = types.ModuleType(name)
        vars(sys.modules[name]).update(members)


class Information(dict):
    """cpp_info"""

    def set_property(self, name, value):
        self[name] = value


class Conan(Ports):
    def recipe(self, path, name):
        replace_modules()
        space = {"__file__": str(path), "__name__": "conanfile"}
        exec(compile(path.read_text("utf-8"), str(path), "exec"), space)  # noqa: S102, as Conan loads it
        return space[name]

    def test_recipe(self):
        recipe = self.recipe(CONAN / "conanfile.py", "Helhedsplan")()
        recipe.recipe_folder = str(CONAN)
        recipe.settings = types.SimpleNamespace(os="Linux")
        recipe.options = Options(shared=True, fPIC=True, tools=False)
        recipe.export_sources_folder = recipe.source_folder = str(self.work / "source")
        recipe.build_folder, recipe.package_folder = str(self.work / "build"), str(self.work / "package")
        required = []
        recipe.requires = recipe.tool_requires = lambda reference, **_: required.append(reference)
        recipe.cpp_info = Information()

        recipe.set_version()
        self.assertEqual(recipe.version, os.environ["HHP_VERSION"])
        recipe.export_sources()
        recipe.config_options()
        recipe.configure()
        self.assertNotIn("fPIC", recipe.options)
        recipe.requirements()
        recipe.build_requirements()
        self.assertEqual([each.partition("/")[0] for each in required], ["jansson", "cmake", "pkgconf"])
        recipe.layout()
        recipe.generate()
        recipe.build()
        recipe.package()
        package = self.work / "package"
        self.assertTrue((package / "lib/libhelhedsplan.so").exists())
        self.assertTrue((package / "licenses/LICENSE").is_file())
        self.assertFalse((package / "lib/cmake").exists())  # CMakeDeps writes it
        recipe.package_info()
        self.assertEqual(recipe.cpp_info["cmake_target_name"], "helhedsplan::helhedsplan")
        run(CMAKE, "--install", recipe.build_folder)  # again, for a program without CMakeDeps
        self.use(package)

    def test_what_is_linked(self):
        for system, shared, libraries, defines in (("Linux", True, ["helhedsplan"], None), ("Linux", False, ["helhedsplan"], None),
                                                   ("Windows", True, ["helhedsplan"], None),
                                                   ("Windows", False, ["helhedsplan_static"], ["HHP_STATIC"])):
            recipe = self.recipe(CONAN / "conanfile.py", "Helhedsplan")()
            recipe.settings, recipe.options = types.SimpleNamespace(os=system), Options(shared=shared)
            recipe.cpp_info = Information()
            recipe.package_info()
            self.assertEqual((recipe.cpp_info.libs, getattr(recipe.cpp_info, "defines", None)), (libraries, defines), (system, shared))
        lists = (SOURCE / "lib/CMakeLists.txt").read_text("utf-8")
        self.assertIn("target_compile_definitions(helhedsplan_static INTERFACE HHP_STATIC)", lists)
        self.assertIn("OUTPUT_NAME helhedsplan_static)", lists)

    def test_test_package(self):
        test = self.recipe(CONAN / "test_package/conanfile.py", "TestPackage")()
        test.tested_reference_str = "libhelhedsplan/test"
        required = []
        test.requires = required.append
        test.requirements()
        self.assertEqual(required, ["libhelhedsplan/test"])


if __name__ == "__main__":
    CMAKE = sys.argv[1]
    unittest.main(argv=sys.argv[:1])
