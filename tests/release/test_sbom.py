"""The list of what the packages consist of (tools/sbom): it is SPDX 2.3, it agrees with the files in the tree, and each package has
the licence texts of what is in it. Exit code 77: the Python module jsonschema is missing."""

import base64
import json
import os
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

SOURCE = Path(os.environ.get("HHP_SOURCE_DIR", Path(__file__).resolve().parents[2]))
SKIPPED = 77
DATE = r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$"
IDENTITY = {"type": "string", "pattern": r"^SPDXRef-[a-zA-Z0-9.-]+$"}
WORDS = {"type": "string", "minLength": 1}
PURPOSES = ["OTHER", "INSTALL", "ARCHIVE", "FIRMWARE", "APPLICATION", "FRAMEWORK", "LIBRARY", "CONTAINER", "SOURCE", "DEVICE",
            "OPERATING_SYSTEM", "FILE"]


def entity(required, **others):
    return {"type": "object", "required": list(required), "properties": {**required, **others}, "additionalProperties": False}


# What the document uses of the schema of SPDX 2.3, and nothing else: clauses 6 to 8 and 11 of the specification.
PACKAGE = entity(
    {"name": WORDS, "SPDXID": IDENTITY, "downloadLocation": {"type": "string", "pattern": r"^(NOASSERTION|https?://\S+)$"},
     "filesAnalyzed": {"const": False}, "licenseConcluded": WORDS, "licenseDeclared": WORDS, "copyrightText": WORDS},
    versionInfo=WORDS, packageFileName=WORDS, comment=WORDS, supplier={"type": "string", "pattern": r"^(Person|Organization): \S.*$"},
    primaryPackagePurpose={"enum": PURPOSES},
    checksums={"type": "array", "minItems": 1, "items": entity({
        "algorithm": {"enum": ["SHA256", "SHA512"]}, "checksumValue": {"type": "string", "pattern": "^([0-9a-f]{64}|[0-9a-f]{128})$"}})},
    externalRefs={"type": "array", "items": entity({
        "referenceCategory": {"const": "PACKAGE-MANAGER"}, "referenceType": {"const": "purl"},
        "referenceLocator": {"type": "string", "pattern": r"^pkg:[a-z]+/[\w.%-]+(/[\w.%-]+)*(@[\w.]+)?$"}})})
SCHEMA = entity({
    "spdxVersion": {"const": "SPDX-2.3"}, "dataLicense": {"const": "CC0-1.0"}, "SPDXID": {"const": "SPDXRef-DOCUMENT"}, "name": WORDS,
    "documentNamespace": {"type": "string", "pattern": r"^https://[^\s#]+$"},
    "creationInfo": entity({"created": {"type": "string", "pattern": DATE}, "creators": {
        "type": "array", "minItems": 1, "items": {"type": "string", "pattern": "^(Person|Organization|Tool): "}}}),
    "packages": {"type": "array", "items": PACKAGE},
    "hasExtractedLicensingInfos": {"type": "array", "items": entity({
        "licenseId": {"type": "string", "pattern": r"^LicenseRef-[a-zA-Z0-9.-]+$"}, "name": WORDS, "extractedText": WORDS})},
    "relationships": {"type": "array", "items": entity({
        "spdxElementId": IDENTITY, "relatedSpdxElement": IDENTITY,
        "relationshipType": {"enum": ["DESCRIBES", "CONTAINS", "DEPENDS_ON", "GENERATED_FROM", "BUILD_TOOL_OF"]}})}})
LICENCES = {"MIT", "NCSA", "GPL-3.0-or-later", "GCC-exception-3.1", "LicenseRef-mingw-w64"}


def sbom(*words):
    return json.loads(subprocess.run([SOURCE / "tools/sbom", *words], check=True, capture_output=True, text=True).stdout)


def text_of(name):
    return (SOURCE / name).read_text("utf-8")


class Document(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.document = sbom()
        cls.packages = {each["SPDXID"]: each for each in cls.document["packages"]}

    def parts(self, identity, kind="CONTAINS"):
        return {self.packages[each["relatedSpdxElement"]]["name"] for each in self.document["relationships"]
                if each["spdxElementId"] == f"SPDXRef-{identity}" and each["relationshipType"] == kind}

    def test_schema(self):
        import jsonschema

        validator = jsonschema.validators.validator_for({"$schema": "https://json-schema.org/draft/2019-09/schema"})
        self.assertEqual([error.message for error in validator(SCHEMA).iter_errors(self.document)], [])
        for broken in ({**self.document, "spdxVersion": "SPDX-2.2"}, {**self.document, "files": []}):
            self.assertTrue(list(validator(SCHEMA).iter_errors(broken)))

    def test_references_and_licences(self):
        self.assertEqual(len(self.packages), len(self.document["packages"]))
        self.assertEqual(sum(each["relationshipType"] == "DESCRIBES" for each in self.document["relationships"]), 6)
        mentioned = set()
        for each in self.document["relationships"]:
            ends = {each["spdxElementId"], each["relatedSpdxElement"]}
            self.assertLessEqual(ends - {"SPDXRef-DOCUMENT"}, self.packages.keys())
            mentioned |= ends
        self.assertLessEqual(self.packages.keys(), mentioned)
        for each in self.packages.values():
            for expression in (each["licenseConcluded"], each["licenseDeclared"]):
                self.assertLessEqual(set(re.split(r" (?:AND|OR|WITH) |[()]", expression)) - {""}, LICENCES, each["name"])

    def test_it_agrees_with_the_tree(self):
        version = re.search(r"^  VERSION (\S+)$", text_of("CMakeLists.txt"), re.MULTILINE)[1]
        self.assertEqual(self.packages["SPDXRef-source"]["versionInfo"], version)
        jansson = self.packages["SPDXRef-jansson"]
        self.assertIn(f"{jansson['checksums'][0]['checksumValue']}  {jansson['packageFileName']}", text_of("tools/sources.sha256"))
        self.assertEqual(jansson["copyrightText"], "Copyright (c) 2009-2020 Petri Lehtinen <petri@digip.org>")
        locked = json.loads(text_of("web/package-lock.json"))["packages"]
        wanted = {path.removeprefix("node_modules/") for path in locked if path and "esbuild" not in path}
        self.assertLessEqual(wanted, self.parts("web"))
        self.assertEqual(self.parts("npm-esbuild", "BUILD_TOOL_OF"), {"helhedsplan-web"})
        state = self.packages["SPDXRef-npm-codemirror-state"]
        digest = base64.b64encode(bytes.fromhex(state["checksums"][0]["checksumValue"])).decode()
        self.assertEqual(f"sha512-{digest}", locked["node_modules/@codemirror/state"]["integrity"])
        self.assertIn("cffi", text_of("bindings/python/pyproject.toml"))

    def test_it_is_the_same_each_time(self):
        self.assertEqual(sbom(), self.document)

    def test_with_the_packages(self):
        version = self.packages["SPDXRef-source"]["versionInfo"]
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            (folder / "web").mkdir()
            for file in (f"libhelhedsplan-{version}.tar.gz", f"helhedsplan-{version}-py3-none-any.whl", f"helhedsplan-{version}.tar.gz",
                         f"helhedsplan-{version}.tgz", f"helhedsplan-{version}-win64.zip", "web/index.html"):
                (folder / file).write_text(file, "utf-8")
            found = {each["SPDXID"]: each for each in sbom(folder)["packages"]}
            for identity in ("source", "wheel", "sdist", "npm", "windows", "web"):
                each = found[f"SPDXRef-{identity}"]
                wanted = subprocess.run(["sha256sum", folder / each["packageFileName"]], check=True, capture_output=True, text=True).stdout
                self.assertEqual(each["checksums"][0]["checksumValue"], wanted.split()[0])
            self.assertEqual(found["SPDXRef-sdist"]["packageFileName"], f"helhedsplan-{version}.tar.gz")

    def test_without_a_package_that_a_release_left_out(self):
        version = self.packages["SPDXRef-source"]["versionInfo"]
        files = {"source": f"libhelhedsplan-{version}.tar.gz", "wheel": f"helhedsplan-{version}-py3-none-any.whl",
                 "sdist": f"helhedsplan-{version}.tar.gz", "npm": f"helhedsplan-{version}.tgz",
                 "windows": f"helhedsplan-{version}-win64.zip", "web": "web/index.html"}
        lost = {("windows",): {"mingw-w64", "libgcc"}, ("wheel", "sdist"): {"cffi"}, ("source",): set(),
                ("npm", "web"): {"musl", "emscripten", "npm-esbuild", "npm-codemirror-state"}}
        for left_out, with_it in lost.items():
            with self.subTest(left_out), tempfile.TemporaryDirectory() as name:
                for identity, file in files.items():
                    if identity not in left_out:
                        Path(name, file).parent.mkdir(exist_ok=True)
                        Path(name, file).write_text(file, "utf-8")
                document = sbom(name)
                found = {each["SPDXID"].removeprefix("SPDXRef-"): each for each in document["packages"]}
                self.assertEqual(files.keys() - found.keys(), {*left_out} - {"source"})
                self.assertEqual(with_it & found.keys(), set())
                self.assertEqual("checksums" in found["source"], left_out != ("source",))
                ends = {each[end].removeprefix("SPDXRef-") for each in document["relationships"]
                        for end in ("spdxElementId", "relatedSpdxElement")}
                self.assertEqual(ends, {*found, "DOCUMENT"})

    def test_two_of_a_package(self):
        with tempfile.TemporaryDirectory() as name:
            for number in "12":
                Path(name, f"helhedsplan-{number}-win64.zip").write_text("", "utf-8")
            done = subprocess.run([SOURCE / "tools/sbom", name], capture_output=True, text=True, check=False)
            self.assertEqual((done.returncode, done.stderr), (1, "sbom: 2 files are helhedsplan-*-win64.zip, and not one\n"))


class Licences(unittest.TestCase):
    """Where Jansson is compiled in, its licence is packed: the text is in the tree, and the packages themselves have tests."""

    def test_the_packers_take_the_text(self):
        for packer in ("bindings/python/generate/wheel.py", "bindings/npm/generate/package.js", "tools/windows"):
            self.assertIn("LICENSES/jansson.txt", text_of(packer), packer)
        self.assertIn("@licences@", text_of("web/src/index.html"))

    def test_the_text_is_that_of_the_source(self):
        fetched = os.environ.get("JANSSON_SOURCE")
        if not fetched:
            self.skipTest("JANSSON_SOURCE is not set")
        text = subprocess.run(["tar", "-xOf", fetched, "--wildcards", "*/LICENSE"], check=True, capture_output=True, text=True).stdout
        self.assertEqual(text, text_of("LICENSES/jansson.txt"))


if __name__ == "__main__":
    try:
        import jsonschema  # noqa: F401
    except ImportError:
        print("skipped: the Python module jsonschema is not there")
        sys.exit(SKIPPED)
    unittest.main()
