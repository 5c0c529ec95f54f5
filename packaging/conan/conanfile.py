"""The recipe for Conan 2: conan create packaging/conan. The sources are those around it; the version is that of CMakeLists.txt."""

import os
import re

from conan import ConanFile
from conan.tools.cmake import CMake, CMakeDeps, CMakeToolchain, cmake_layout
from conan.tools.files import copy, rmdir
from conan.tools.gnu import PkgConfigDeps

required_conan_version = ">=2.0"
EXPORTED = ("CMakeLists.txt", "LICENSE", "CHANGELOG.md", "cmake/*", "cli/*", "examples/*", "include/*", "integrations/*", "lib/*",
            "pkgconfig/*")


class Helhedsplan(ConanFile):
    name = "libhelhedsplan"
    description = "Social development plans (boligsociale helhedsplaner) as data: read, checked and written"
    license = "MIT"
    topics = ("helhedsplan", "landsbyggefonden", "validation", "json")
    package_type = "library"
    settings = "os", "arch", "compiler", "build_type"
    options = {"shared": [True, False], "fPIC": [True, False], "tools": [True, False]}
    default_options = {"shared": False, "fPIC": True, "tools": True}
    languages = "C"

    def set_version(self):
        with open(os.path.join(self.recipe_folder, "../../CMakeLists.txt"), encoding="utf-8") as file:
            self.version = re.search(r"^  VERSION (\S+)$", file.read(), re.MULTILINE)[1]

    def export_sources(self):
        root = os.path.join(self.recipe_folder, "../..")
        for pattern in EXPORTED:
            copy(self, pattern, root, self.export_sources_folder)

    def config_options(self):
        if self.settings.os == "Windows":
            self.options.rm_safe("fPIC")

    def configure(self):
        if self.options.shared:
            self.options.rm_safe("fPIC")

    def requirements(self):
        # The headers do not include Jansson's but in helhedsplan/jansson.h.
        self.requires("jansson/[>=2.14 <3]", transitive_headers=True, transitive_libs=True)

    def build_requirements(self):
        self.tool_requires("cmake/[>=3.25]")
        self.tool_requires("pkgconf/[>=2.0]")

    def layout(self):
        cmake_layout(self)

    def generate(self):
        toolchain = CMakeToolchain(self)
        toolchain.cache_variables.update({
            "HHP_BUILD_SHARED": bool(self.options.shared), "HHP_BUILD_STATIC": not self.options.shared,
            "HHP_BUILD_CLI": bool(self.options.tools), "HHP_BUILD_EXAMPLES": False, "HHP_BUILD_PYTHON": False,
            "HHP_BUILD_SQLITE": "OFF", "HHP_BUILD_POSTGRESQL": "OFF", "HHP_BUILD_TESTS": False})
        toolchain.generate()
        PkgConfigDeps(self).generate()
        CMakeDeps(self).generate()

    def build(self):
        cmake = CMake(self)
        cmake.configure()
        cmake.build()

    def package(self):
        copy(self, "LICENSE", self.source_folder, os.path.join(self.package_folder, "licenses"))
        CMake(self).install()
        for folder in ("lib/cmake", "lib/pkgconfig", "share/doc"):
            rmdir(self, os.path.join(self.package_folder, folder))

    def package_info(self):
        target = "helhedsplan" if self.options.shared else "helhedsplan_static"
        self.cpp_info.libs = ["helhedsplan"]
        if self.settings.os == "Windows" and not self.options.shared:
            self.cpp_info.libs = ["helhedsplan_static"]  # where helhedsplan is the import library of the DLL
            self.cpp_info.defines = ["HHP_STATIC"]
        self.cpp_info.set_property("cmake_file_name", "helhedsplan")
        self.cpp_info.set_property("cmake_target_name", f"helhedsplan::{target}")
        self.cpp_info.set_property("pkg_config_name", "helhedsplan")
        self.cpp_info.requires = ["jansson::jansson"]
