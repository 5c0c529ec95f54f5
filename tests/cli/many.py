#!/usr/bin/python3
"""Tests many files at once: folders, their order, threads, unreadable files, and readers that stop early.

usage: many.py [COMMAND] [unittest arguments], or the command in HHP_COMMAND.
"""
import json
import os
import pty
import re
import subprocess
import time
import unittest

import run
from run import COMPLETE, TODAY, VOLLSMOSE, CommandTest, environment, small_plan

# Every format of a check.
FORMATS = ("text", "json", "markdown", "sarif", "junit", "junit-strict", "github", "gitlab", "html")


class ManyTest(CommandTest):
    def plan(self, name, content=None):
        os.makedirs(os.path.dirname(self.path(name)), exist_ok=True)
        return self.write(name, small_plan() if content is None else content)

    def paths(self, *arguments):
        """The files that were read, in order."""
        self.validate("--format", "json=" + self.path("r.json"), "--fail-on", "never", *arguments)
        with open(self.path("r.json"), encoding="utf-8") as file:
            return [entry["path"] for entry in json.load(file)["files"]]


class Folders(ManyTest):
    def test_plans_of_all_folders_below_in_the_order_of_their_bytes(self):
        for name in ("b", "a/z", "a-b/x", "a/b/c", "Z", "æ", "a/ø"):
            self.plan("planer/%s.helhedsplan.json" % name)
        for name in ("planer/andet.json", "planer/helhedsplan.json", "planer/a/x.helhedsplan.json.bak"):
            self.plan(name)
        # By bytes: "-" is 2d, "." is 2e, "/" is 2f; capitals before small letters; æ and ø last.
        expected = ["planer/%s.helhedsplan.json" % name for name in ("Z", "a-b/x", "a/b/c", "a/z", "a/ø", "b", "æ")]
        self.assertEqual(self.paths("planer"), expected)
        self.assertEqual(self.paths("planer/"), expected)
        self.assertEqual(self.paths("planer/b.helhedsplan.json", "planer")[0], "planer/b.helhedsplan.json")
        found = subprocess.run("find planer -name '*.helhedsplan.json' | LC_ALL=C sort", shell=True, cwd=self.folder,
                               stdout=subprocess.PIPE, check=True).stdout.decode().splitlines()
        self.assertEqual(expected, found)

    def test_the_working_folder_is_not_in_the_paths(self):
        self.plan("under/en.helhedsplan.json")
        self.plan("to.helhedsplan.json")
        self.assertEqual(self.paths("."), ["to.helhedsplan.json", "under/en.helhedsplan.json"])

    def test_hidden_ones_links_to_folders_and_pipes_are_passed_over(self):
        self.plan("planer/en.helhedsplan.json")
        for name in (".git/to", ".skjult", "mappe/.skjult/tre"):
            self.plan("planer/%s.helhedsplan.json" % name)
        os.symlink("..", self.path("planer/mappe/rundt"))
        os.symlink(".", self.path("planer/selv.helhedsplan.json"))
        os.mkfifo(self.path("planer/roer.helhedsplan.json"))
        self.assertEqual(self.paths("planer"), ["planer/en.helhedsplan.json"])

    def test_links_to_files_are_read_and_dangling_ones_reported(self):
        self.plan("andre/plan.json")
        os.mkdir(self.path("planer"))
        os.symlink("../andre/plan.json", self.path("planer/link.helhedsplan.json"))
        os.symlink("ingen.json", self.path("planer/intet.helhedsplan.json"))
        result = self.validate("planer")
        self.assertEqual(result.code, 3)
        self.assertEqual(result.err, "helhedsplan: cannot read planer/intet.helhedsplan.json: no such file\n")
        self.assertIn("1 file: ", result.out)
        self.assertIn("\n1 file could not be read.\n", result.out)

    def test_a_folder_that_is_named_may_be_a_link(self):
        self.plan("rigtig/en.helhedsplan.json")
        os.symlink("rigtig", self.path("link"))
        self.assertEqual(self.paths("link"), ["link/en.helhedsplan.json"])

    def test_a_file_reached_twice_is_checked_once_by_its_first_name(self):
        self.plan("planer/a.helhedsplan.json")
        self.plan("planer/b.helhedsplan.json")
        os.symlink("a.helhedsplan.json", self.path("planer/c.helhedsplan.json"))
        a, b = "planer/a.helhedsplan.json", "planer/b.helhedsplan.json"
        self.assertEqual(self.paths("planer"), [a, b])
        self.assertEqual(self.paths(b, "planer", "./" + a, self.path(a), "planer/../planer"), [b, a])
        self.assertEqual(self.paths("planer/c.helhedsplan.json", a), ["planer/c.helhedsplan.json"])
        # Two files with the same contents are two files.
        os.link(self.path(a), self.path("planer/d.helhedsplan.json"))
        self.assertEqual(self.paths("planer"), [a, b, "planer/d.helhedsplan.json"])
        self.assertEqual(self.validate("ingen.json", "ingen.json").err.count("ingen.json"), 1)

    def test_standard_input_is_no_file_that_is_called_so(self):
        self.plan("-")
        result = self.validate("./-", "-", input=b"[")
        self.assertEqual(result.code, 1)
        self.assertIn("\n-:1:2: error: ", "\n" + result.out)
        self.assertIn("2 files: ", result.out)

    def test_a_folder_without_plans_is_3(self):
        os.makedirs(self.path("planer/under"))
        for language, why in (("en", "cannot read planer: the folder has no files named *.helhedsplan.json"),
                              ("da", "kan ikke læse planer: mappen har ingen filer med navnet *.helhedsplan.json")):
            result = self.validate("--lang", language, "planer")
            self.assertEqual((result.code, result.out, result.err), (3, "", "helhedsplan: %s\n" % why))
        self.assertEqual(self.validate("planer", COMPLETE).code, 3)
        self.assertIn("1 file: 0 errors", self.validate("planer", COMPLETE).out)

    @unittest.skipIf(os.geteuid() == 0, "root may read everything")
    def test_a_folder_that_may_not_be_read_is_3(self):
        self.plan("planer/a.helhedsplan.json")
        os.mkdir(self.path("planer/lukket"))
        os.chmod(self.path("planer/lukket"), 0)
        try:
            result = self.validate("planer")
        finally:
            os.chmod(self.path("planer/lukket"), 0o755)
        self.assertEqual(result.code, 3)
        self.assertEqual(result.err, "helhedsplan: cannot read planer/lukket: read permission denied\n")
        self.assertIn("1 file: ", result.out)

    def test_deep_folders(self):
        deep = "planer/" + "d/" * 1500
        subprocess.run(["mkdir", "-p", self.path(deep)], check=True)
        self.write(deep + "en.helhedsplan.json", small_plan())
        self.assertEqual(self.paths("planer"), [deep + "en.helhedsplan.json"])
        subprocess.run(["rm", "-r", self.path("planer")], check=True)

    def test_escape_sequences_in_names(self):
        self.plan("p/\x1b[31mrød\n::error::.helhedsplan.json", "{")
        self.plan("p/\x1b]0;titel\x07/en.helhedsplan.json")
        os.symlink("ingen", self.path("p/\x1b[2J.helhedsplan.json"))
        for arguments in (("validate", "p"), ("validate", "-j4", "p"), ("fmt", "--check", "p"), ("fmt", "--write", "p")):
            result = self.run_command(*arguments)
            self.assertEqual(result.code, 3, result.err)
            self.assertNotIn("\x1b", result.out + result.err)
            self.assertNotRegex(result.out + result.err, r"(?m)^::")
            self.assertIn(r"\u{1b}[2J", result.err)

    def test_what_is_found_is_not_overwritten(self):
        self.plan("planer/a.helhedsplan.json")
        before = self.read("planer/a.helhedsplan.json")
        self.assert_usage(self.validate("--format", "json=planer/a.helhedsplan.json", "planer"), "cannot be overwritten")
        self.assertEqual(self.read("planer/a.helhedsplan.json"), before)

    def test_fmt(self):
        self.plan("planer/a.helhedsplan.json")
        self.plan("planer/under/b.helhedsplan.json")
        with open(COMPLETE, "rb") as file:
            self.plan("planer/c.helhedsplan.json", file.read())
        # The example is canonical; the output of json.dumps on one line is not.
        names = "planer/a.helhedsplan.json\nplaner/under/b.helhedsplan.json\n"
        result = self.run_command("fmt", "--check", "planer")
        self.assertEqual((result.code, result.out), (1, names))
        self.assertIn("2 of 3", result.err)
        quiet = self.run_command("fmt", "--check", "-q", "planer")
        self.assertEqual((quiet.code, quiet.out, quiet.err), (1, "", ""))
        self.assertEqual(len(self.run_command("fmt", "--write", "planer").err.splitlines()), 2)
        self.assertEqual(self.run_command("fmt", "--check", "planer").code, 0)
        os.mkdir(self.path("tom"))
        for option in ("--check", "--write"):
            self.assertEqual(self.run_command("fmt", option, "tom").code, 3)
        self.assertIn("is a folder", self.run_command("fmt", "planer").err)


class Jobs(ManyTest):
    def fill(self, count):
        """Plans of all kinds: valid, with findings, not JSON, missing."""
        with open(VOLLSMOSE, "rb") as file:
            vollsmose = file.read()
        for i in range(count):
            name = "p/%d/%03d.helhedsplan.json" % (i % 7, i)
            if i % 20 == 3:
                os.makedirs(os.path.dirname(self.path(name)), exist_ok=True)
                os.symlink("ingen", self.path(name))
            else:
                self.plan(name, {0: vollsmose, 1: b"{", 2: None}.get(i % 5, small_plan(id="p%d" % i)))

    def test_the_same_to_the_byte_in_every_format(self):
        self.fill(200)
        for name in FORMATS:
            with self.subTest(format=name):
                one = self.validate("--format", name, "-j", "1", "p")
                self.assertEqual(one.code, 3)
                self.assertEqual(len(one.err.splitlines()), 10)
                self.assertEqual(one.err.splitlines(), sorted(one.err.splitlines()))
                for jobs in ("4", "0", "64"):
                    many = self.validate("--format", name, "--jobs", jobs, "p")
                    self.assertEqual((many.code, many.err), (one.code, one.err))
                    self.assertEqual(many.out, one.out)

    def test_xargs(self):
        self.fill(40)
        self.plan("p/med blank og\nlinje.helhedsplan.json")
        line = "find p -name '*.helhedsplan.json' -type f -print0 | LC_ALL=C sort -z | xargs -0 \"$0\" validate --format json"
        done = subprocess.run(["/bin/sh", "-c", line, run.COMMAND], cwd=self.folder, env=environment(), check=False,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.assertEqual((done.returncode, done.stderr), (123, b""))  # xargs turns 1 into 123
        files = [entry["path"] for entry in json.loads(done.stdout)["files"]]
        self.assertEqual(len(files), 39)  # the two of 40 with i % 20 == 3 are links
        self.assertIn("p/med blank og\nlinje.helhedsplan.json", files)

    def test_what_is_no_number_of_jobs(self):
        for value in ("", "-1", "x", "1.5", "4 ", "1025", "99999999999999999999"):
            self.assert_usage(self.validate("--jobs", value, COMPLETE), "is not a number from 0 to 1,024")
        self.assert_usage(self.validate(COMPLETE, "-j"), "option “--jobs” requires an argument: N")
        for words in (("-j4",), ("-j", "4"), ("--jobs=4",), ("-j0",), ("-j", "1024")):
            self.assertEqual(self.validate(*words, COMPLETE).code, 0)

    def test_standard_input_among_the_files(self):
        with open(VOLLSMOSE, "rb") as file:
            result = self.validate("-j4", COMPLETE, "-", "ingen.json", input=file.read())
        self.assertEqual(result.code, 3)
        self.assertIn("-:539:22: error: ", result.out)


class Reports(ManyTest):
    def test_what_cannot_be_read_is_in_every_format_but_text(self):
        self.plan("for-stor.json")
        for name in FORMATS:
            with self.subTest(format=name):
                result = self.validate("--format", name, "--max-size", "10", "ikke-her.json", "for-stor.json")
                self.assertEqual((result.code, len(result.err.splitlines())), (3, 2))
                if name == "text":
                    self.assertEqual(result.out, "")
                else:
                    self.assertIn("ikke-her.json", result.out)
                    self.assertIn("for-stor.json", result.out)

    def test_text_in_a_file_counts_what_cannot_be_read(self):
        self.validate("--format", "text=r.txt", "ingen.json", "heller.json", COMPLETE)
        self.assertRegex(self.read("r.txt").decode(), r"(?m)^1 file: 0 errors.*\n2 files could not be read\.$")
        self.validate("--lang=da", "--format", "text=r.txt", "ingen.json")
        self.assertRegex(self.read("r.txt").decode(), r"(?m)^0 filer: .*\n1 fil kunne ikke læses\.$")
        self.assertNotIn("corrected", self.read("r.txt").decode())

    def test_quiet(self):
        result = self.validate("-q", VOLLSMOSE)
        self.assertEqual((result.code, result.out, result.err), (1, "", ""))
        result = self.validate("--quiet", "--format", "json=r.json", COMPLETE, "ingen.json")
        self.assertEqual((result.code, result.out), (3, ""))
        self.assertEqual(result.err, "helhedsplan: cannot read ingen.json: no such file\n")
        self.assertEqual(len(json.loads(self.read("r.json"))["files"]), 2)
        self.assert_usage(self.validate("-q", "--stage", "x", VOLLSMOSE), "unknown value")

    def test_servers_know_files_from_the_root(self):
        self.plan("rod/planer/en.helhedsplan.json", "{")
        os.makedirs(self.path("rod/planer/under/dyb"))
        for variable in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR"):
            env = environment(GITHUB_WORKSPACE="", CI_PROJECT_DIR="")
            env[variable] = self.path("rod")
            for name in ("github", "gitlab", "sarif", "junit"):
                for given, cwd in (("en.helhedsplan.json", "rod/planer"), ("../planer/en.helhedsplan.json", "rod/planer"),
                                   (".", "rod/planer"), ("planer", "rod"), ("./planer/en.helhedsplan.json", "rod"),
                                   ("planer//en.helhedsplan.json", "rod"), ("planer/./en.helhedsplan.json", "rod"),
                                   ("planer/under/.././/en.helhedsplan.json", "rod"),
                                   ("planer/under/dyb/../../../planer/en.helhedsplan.json", "rod"),
                                   ("under/../en.helhedsplan.json", "rod/planer"),
                                   ("under/../../planer/en.helhedsplan.json", "rod/planer"),
                                   (self.path("rod/planer/./under/..//en.helhedsplan.json"), "rod"),
                                   (self.path("rod/planer/en.helhedsplan.json"), ".")):
                    with self.subTest(format=name, variable=variable, given=given):
                        done = subprocess.run([run.COMMAND, "validate", "--format", name, "--format", "text=/dev/stderr",
                                               given], env=env, cwd=self.path(cwd), stdout=subprocess.PIPE,
                                              stderr=subprocess.PIPE, check=False)
                        out, err = done.stdout.decode(), done.stderr.decode()
                        self.assertRegex(out, r'(?<![\w/.])planer/en\.helhedsplan\.json')
                        shown = given if given.endswith(".json") else {".": "en", "planer": "planer/en"}[given]
                        self.assertTrue(err.startswith(shown), err)

    def test_the_root_is_found_wherever_the_command_runs(self):
        """Each root, under each name the job may use, with each working folder and each form of the path."""
        self.plan("hjem/rod/planer/en.helhedsplan.json", "{")
        os.makedirs(self.path("hjem/rod/planer/under"))
        os.makedirs(self.path("hjem/ved-siden-af"))
        os.symlink("hjem/rod", self.path("rodlink"))
        os.symlink("rod/planer", self.path("hjem/planlink"))
        real, link = self.path("hjem/rod"), self.path("rodlink")
        roots = {"real": real, "link": link, "untidy": self.path("hjem/./rod//"), "link behind": link + "/planer/.."}
        folders = {"in it": real, "below": real + "/planer/under", "above": self.path("hjem"), "far above": self.folder,
                   "beside": self.path("hjem/ved-siden-af"), "through a link": link + "/planer"}
        plan, tried = real + "/planer/en.helhedsplan.json", 0
        for root, given in roots.items():
            for folder, cwd in folders.items():
                paths = {
                    "relative": os.path.relpath(plan, os.path.realpath(cwd)), "absolute": plan,
                    "through the root's link": link + "/planer/en.helhedsplan.json",
                    "through a link into it": self.path("hjem/planlink/en.helhedsplan.json"),
                    "relative through a link": os.path.relpath(self.path("hjem"), os.path.realpath(cwd))
                    + "/planlink/en.helhedsplan.json",
                }
                for way, path in paths.items():
                    for variable in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR"):
                        with self.subTest(root=root, folder=folder, way=way, variable=variable):
                            env = environment(**{"GITHUB_WORKSPACE": "", "CI_PROJECT_DIR": "", variable: given})
                            done = subprocess.run([run.COMMAND, "validate", "--format", "github", path], env=env, cwd=cwd,
                                                  stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
                            self.assertEqual(set(re.findall("file=([^,]*),", done.stdout.decode())),
                                             {"planer/en.helhedsplan.json"})
                            tried += 1
        self.assertEqual(tried, 4 * 6 * 5 * 2)

    def test_what_is_outside_the_root_stays_as_it_is_given(self):
        self.plan("andre/en.helhedsplan.json", "{")
        self.plan("rod-to/en.helhedsplan.json", "{")
        os.makedirs(self.path("rod/under"))
        for path in ("../andre/en.helhedsplan.json", self.path("andre/en.helhedsplan.json"), "../rod-to/en.helhedsplan.json",
                     self.path("rod-to/en.helhedsplan.json")):
            for root in (self.path("rod"), self.path("ingen")):
                done = subprocess.run([run.COMMAND, "validate", "--format", "github", path], cwd=self.path("rod"),
                                      env=environment(GITHUB_WORKSPACE=root), stdout=subprocess.PIPE, check=False)
                self.assertEqual(set(re.findall("file=([^,]*),", done.stdout.decode())), {path})

    def test_without_a_job_the_working_folder_is_the_root(self):
        self.plan("rod/planer/en.helhedsplan.json", "{")
        os.symlink("rod", self.path("link"))
        for path, cwd in (("planer/en.helhedsplan.json", "rod"), ("planer/en.helhedsplan.json", "link"),
                          (self.path("rod/planer/en.helhedsplan.json"), "link"),
                          (self.path("link/planer/en.helhedsplan.json"), "rod")):
            done = subprocess.run([run.COMMAND, "validate", "--format", "github", path], cwd=self.path(cwd),
                                  env=environment(GITHUB_WORKSPACE="", CI_PROJECT_DIR=""), stdout=subprocess.PIPE, check=False)
            self.assertEqual(set(re.findall("file=([^,]*),", done.stdout.decode())), {"planer/en.helhedsplan.json"})

    def test_servers_are_not_led_astray_by_a_link(self):
        self.plan("andre/en.helhedsplan.json", "{")
        os.makedirs(self.path("andre/under"))
        os.makedirs(self.path("rod/planer"))
        os.symlink("../../andre/under", self.path("rod/planer/link"))
        result = subprocess.run([run.COMMAND, "validate", "--format", "github", "planer/link/../en.helhedsplan.json",
                                 "../rod/../intet.json", "planer/../planer/../", ""], cwd=self.path("rod"), env=environment(),
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
        self.assertEqual(re.findall("file=([^,]*),", result.stdout.decode()),
                         ["../intet.json", ".", "planer/link/../en.helhedsplan.json"])


class Endings(ManyTest):
    def test_a_reader_that_goes_away_changes_nothing(self):
        self.plan("p/fejl.helhedsplan.json", "{" + ", ".join('"u%05d": 1' % i for i in range(3000)) + "}")
        for arguments, code in ((("validate", "p"), 1), (("validate", "-j4", "p", COMPLETE), 1),
                                (("validate", "p", "ingen.json"), 3)):
            line = '"$0" "$@"; echo $? >code'
            done = subprocess.run(["/bin/sh", "-c", "(%s) | head -n 1" % line, run.COMMAND, *arguments], cwd=self.folder,
                                  env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
            self.assertEqual(len(done.stdout.splitlines()), 1)
            self.assertEqual(self.read("code"), b"%d\n" % code)
            self.assertEqual(len(done.stderr.splitlines()), 1 if code == 3 else 0)

    @unittest.skipUnless(os.path.exists("/dev/full"), "no /dev/full")
    def test_a_full_disk_is_3(self):
        self.plan("p/en.helhedsplan.json")
        for arguments in (("validate", "p"), ("validate", "-j4", "p", COMPLETE), ("validate", "--format", "json", "p"),
                          ("fmt", "--check", "p"), ("help",), ("help", "--man"), ("help", "--completion", "zsh")):
            with self.subTest(arguments=arguments), open("/dev/full", "wb") as full:
                result = self.run_command(*arguments, stdout=full)
            self.assertEqual(result.code, 3)
            self.assertIn("cannot write standard output: the disk is full", result.err)


class Progress(ManyTest):
    def on_terminal(self, *arguments, **variables):
        """The output on a terminal as standard error; the result goes to a pipe. Standard input is slow."""
        leader, terminal = pty.openpty()
        process = subprocess.Popen([run.COMMAND, "validate", "--today", TODAY, *arguments], cwd=self.folder,
                                   env=environment(**variables), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                   stderr=terminal)
        os.close(terminal)
        time.sleep(1.6)
        with open(COMPLETE, "rb") as file:
            out = process.communicate(file.read(), timeout=60)[0].decode()
        seen = b""
        try:
            while chunk := os.read(leader, 4096):
                seen += chunk
        except OSError:
            pass
        os.close(leader)
        return out, seen.decode()

    def test_a_line_on_a_terminal_after_a_second_and_none_when_done(self):
        out, seen = self.on_terminal(COMPLETE, "-", TERM="xterm")
        self.assertIn("2 files: ", out)
        self.assertIn("\rChecking file 2 of 2 …", seen)
        self.assertTrue(seen.endswith("\r\x1b[K"), repr(seen))
        self.assertNotIn("Checking", out)
        seen = self.on_terminal("--lang", "da", "-j2", COMPLETE, "-", "ingen.json", TERM="xterm")[1]
        self.assertIn("\rKontrollerer fil 3 af 3 …", seen)
        # The message is on a line that was cleared before.
        self.assertRegex(seen, r"(\A|\r\x1b\[K)helhedsplan: kan ikke læse ingen\.json")

    def test_many_quick_files_do_not_flood_the_terminal(self):
        names = ["%04d.helhedsplan.json" % number for number in range(1500)]
        for name in names:
            self.write(name, "[")
        out, seen = self.on_terminal("-", *names, TERM="xterm")
        self.assertIn("1501 files: ", out.replace(",", ""))
        lines = len(re.findall("Checking file", seen))
        self.assertGreater(lines, 2)
        self.assertLess(lines, 200, "ten times a second, for some seconds")

    def test_none_where_it_is_not_wanted(self):
        for arguments, variables in (((), {"TERM": "dumb"}), ((), {}), (("-q",), {"TERM": "xterm"})):
            self.assertEqual(self.on_terminal(*arguments, COMPLETE, "-", **variables)[1], "")

    def test_none_where_it_is_done_at_once(self):
        leader, terminal = pty.openpty()
        result = subprocess.run([run.COMMAND, "validate", COMPLETE, VOLLSMOSE], env=environment(TERM="xterm"),
                                stdout=subprocess.PIPE, stderr=terminal, check=False)
        os.close(terminal)
        self.assertEqual(result.returncode, 1)
        self.assertRaises(OSError, os.read, leader, 1)
        os.close(leader)


if __name__ == "__main__":
    run.main()
