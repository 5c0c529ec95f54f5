"""The command on Windows: names of files, wildcards, paths in reports, line ends, byte order marks. Run by test_windows.py."""

import json
import os
import re
import subprocess

import run
from run import TODAY, VOLLSMOSE, CommandTest, environment, small_plan


class Windows(CommandTest):
    def sarif_of(self, *paths):
        log = json.loads(self.run_command("validate", "--today", TODAY, "--format", "sarif", *paths).out)
        return [artifact["location"] for artifact in log["runs"][0]["artifacts"]]

    def windows(self, name):
        """The path in the folder of the test as Windows has it: Wine's drive Z is the root of this system."""
        return "Z:" + self.path(name).replace("/", "\\")

    def test_wildcards(self):
        for name in ("b.json", "a.json", "æ.json", ".skjult.json", "c.txt"):
            self.write(name, small_plan())
        os.mkdir(self.path("under"))
        self.write("under/d.json", small_plan())
        read = json.loads(self.run_command("validate", "--today", TODAY, "--format", "json", "?.json", "under\\*.json").out)
        self.assertEqual([file["path"] for file in read["files"]], ["a.json", "b.json", "æ.json", "under\\d.json"])
        result = self.run_command("validate", "--today", TODAY, "intet*.json")
        self.assertEqual(result.code, 3)
        self.assertIn("cannot read intet*.json: ", result.err)

    def test_folders_with_either_separator(self):
        os.makedirs(self.path("planer/under"))
        self.write("planer/b.helhedsplan.json", small_plan())
        self.write("planer/under/a.helhedsplan.json", small_plan())
        for folder, separator in (("planer", "/"), ("planer/", "/"), (".\\planer", "\\"), ("planer\\", "\\")):
            read = json.loads(self.run_command("validate", "--today", TODAY, "--format", "json", folder).out)
            begin = folder.rstrip("/\\")
            self.assertEqual([file["path"] for file in read["files"]],
                             [f"{begin}{separator}b.helhedsplan.json", f"{begin}{separator}under{separator}a.helhedsplan.json"])

    def test_paths_for_build_servers_have_slashes(self):
        os.mkdir(self.path("planer"))
        self.write("planer/æ.json", small_plan())
        for path in ("planer\\æ.json", "planer/æ.json", ".\\planer\\..\\planer\\æ.json", self.windows("planer\\æ.json")):
            self.assertEqual([(location["uri"], location["uriBaseId"]) for location in self.sarif_of(path)],
                             [("planer/%C3%A6.json", "%SRCROOT%")], path)

    def test_paths_outside_the_root_have_a_drive(self):
        self.write("plan.json", small_plan())
        os.mkdir(self.path("rod"))
        done = subprocess.run([run.COMMAND, "validate", "--today", TODAY, "--format", "sarif", self.windows("plan.json")],
                              cwd=self.path("rod"), env=environment(), capture_output=True, check=False)
        location, = [artifact["location"] for artifact in json.loads(done.stdout)["runs"][0]["artifacts"]]
        self.assertEqual(location["uri"], "file:///Z:" + self.path("plan.json"))
        self.assertNotIn("uriBaseId", location)

    def test_the_folder_of_the_job(self):
        os.makedirs(self.path("job/planer"))
        self.write("job/planer/plan.json", small_plan())
        done = subprocess.run([run.COMMAND, "validate", "--today", TODAY, "--format", "sarif", "plan.json"],
                              cwd=self.path("job/planer"), env=environment(GITHUB_WORKSPACE=self.windows("job")),
                              capture_output=True, check=False)
        location, = [artifact["location"] for artifact in json.loads(done.stdout)["runs"][0]["artifacts"]]
        self.assertEqual(location["uri"], "planer/plan.json")

    def test_a_file_is_checked_once_whatever_its_name(self):
        self.write("plan.json", small_plan())
        names = ["plan.json", ".\\plan.json", self.windows("plan.json"), "PLAN.JSON"]
        read = json.loads(self.run_command("validate", "--today", TODAY, "--format", "json", *names).out)
        self.assertEqual([file["path"] for file in read["files"]], ["plan.json"])

    def test_input_is_not_overwritten(self):
        self.write("plan.json", small_plan())
        for name in ("plan.json", ".\\plan.json", self.windows("plan.json")):
            result = self.run_command("validate", "--format", "json=" + name, "plan.json")
            self.assertEqual(result.code, 2, name)
            self.assertIn("cannot be overwritten", result.err)
        for other in ("UD", ".\\ud", self.windows("ud")):
            result = self.run_command("validate", "--format", "json=ud", "--format", "sarif=" + other, "plan.json")
            self.assertEqual(result.code, 2, other)

    def test_line_ends_of_windows(self):
        text = json.dumps(small_plan(), indent=2, ensure_ascii=False)
        self.write("lf.json", text)
        self.write("crlf.json", text.replace("\n", "\r\n"))
        lf, crlf = (json.loads(self.run_command("validate", "--today", TODAY, "--format", "json", name).out)["files"][0]
                    for name in ("lf.json", "crlf.json"))
        self.assertEqual([(f["rule"], f["line"], f["column"]) for f in crlf["findings"]],
                         [(f["rule"], f["line"], f["column"]) for f in lf["findings"]])
        self.assertNotIn("\r", self.run_command("validate", "--today", TODAY, "crlf.json").out)
        self.assertEqual(self.run_command("fmt", "crlf.json").out, self.run_command("fmt", "lf.json").out)

    def test_a_byte_order_mark_is_explained(self):
        self.write("bom.json", b"\xef\xbb\xbf" + json.dumps(small_plan()).encode())
        result = self.run_command("validate", "--today", TODAY, "bom.json")
        self.assertEqual(result.code, 1)
        self.assertIn("[HP101", result.out)
        self.assertIn("not “UTF-8 with BOM”", re.sub(r"\s+", " ", result.out))

    def test_names_that_windows_cannot_have(self):
        for name in ("a<b>.json", "intet.json", "no\\plan.json"):
            result = self.run_command("validate", name)
            self.assertEqual(result.code, 3)
            self.assertIn("cannot read " + name, result.err)
            self.assertNotIn("the system refuses it", result.err)

    def test_many_files_with_many_threads(self):
        os.mkdir(self.path("planer"))
        for i in range(40):
            self.write(f"planer/{i}.helhedsplan.json", small_plan(id=f"plan-{i}"))
        one, many = (self.run_command("validate", "--today", TODAY, "--jobs", jobs, "planer") for jobs in ("1", "4"))
        self.assertEqual((many.code, many.out, many.err), (one.code, one.out, one.err))

    def test_fmt_writes_in_place(self):
        self.write("plan.json", json.dumps(small_plan(), indent=7))
        self.assertEqual(self.run_command("fmt", "--write", "--quiet", ".\\plan.json").code, 0)
        self.assertEqual(self.run_command("fmt", "--check", "plan.json").code, 0)
        self.assertNotIn(b"\r", self.read("plan.json"))
        self.assertEqual(os.listdir(self.folder), ["plan.json"])

    def test_standard_input_and_output_are_bytes(self):
        with open(VOLLSMOSE, "rb") as file:
            text = file.read()
        done = subprocess.run([run.COMMAND, "fmt", "-"], input=text.replace(b"\n", b"\r\n"), env=environment(),
                              capture_output=True, check=False)
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        self.assertNotIn(b"\r", done.stdout)
