#!/usr/bin/python3
"""Runs the command as users do: exit codes, messages, files, pipes, terminals, both languages.

usage: run.py [COMMAND] [unittest arguments], or the command in HHP_COMMAND. Expected texts and amounts are derived by
hand from the specification, never copied from output.
"""
import hashlib
import json
import os
import pty
import re
import select
import stat
import subprocess
import sys
import tempfile
import threading
import unicodedata
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
SOURCE = os.environ.get("HHP_SOURCE_DIR", os.path.join(HERE, "..", ".."))
EXAMPLES = os.path.join(SOURCE, "examples")
VOLLSMOSE = os.path.join(EXAMPLES, "vollsmose-2016-2020.helhedsplan.json")
COMPLETE = os.path.join(EXAMPLES, "complete.helhedsplan.json")
COMMAND = os.environ.get("HHP_COMMAND")

# A day within the period of the plans, so that the result does not depend on the clock.
TODAY = "2024-06-01"

# Findings above info in the published plan at stage draft (specification, section 5).
BROKEN = ("HP203", "HP322", "HP401", "HP403", "HP405", "HP408")


def environment(**variables):
    """No language and no colour but those set by the test."""
    kept = {name: value for name, value in os.environ.items()
            if not name.startswith("LC_") and name not in ("LANG", "LANGUAGE", "NO_COLOR", "TERM")}
    kept.update(variables)
    return kept


def unprofiled():
    """For a command that may not write files of a usual size: in a build that counts which lines run, its counts could
    not be stored either, would be torn, and would be reported on standard error."""
    return environment(GCOV_PREFIX=os.devnull, GCOV_ERROR_FILE=os.devnull)


def width(line):
    """Columns on a terminal: none for marks and format, two for what Unicode calls wide."""
    columns = 0
    for character in line:
        if unicodedata.category(character) in ("Mn", "Me", "Cf") and character != "\u00ad":
            continue
        columns += 2 if unicodedata.east_asian_width(character) in "WF" else 1
    return columns


class Result:
    def __init__(self, code, out, err):
        self.code, self.out, self.err = code, out, err


class CommandTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="hhp-cli-")
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, content):
        if isinstance(content, dict):
            content = json.dumps(content, ensure_ascii=False)
        if isinstance(content, str):
            content = content.encode()
        with open(self.path(name), "wb") as file:
            file.write(content)
        return self.path(name)

    def read(self, name):
        with open(self.path(name), "rb") as file:
            return file.read()

    def run_command(self, *arguments, env=None, **more):
        more.setdefault("input", b"")
        done = subprocess.run([COMMAND, *arguments], env=env or environment(), cwd=self.folder, timeout=120,
                              stdout=more.pop("stdout", subprocess.PIPE), stderr=subprocess.PIPE, check=False, **more)
        out = None if done.stdout is None else done.stdout.decode()
        return Result(done.returncode, out, done.stderr.decode())

    def validate(self, *arguments, **more):
        return self.run_command("validate", "--today", TODAY, *arguments, **more)

    def assert_usage(self, result, *said):
        """Usage errors: reported on standard error, with a hint to the help, and nothing done."""
        self.assertEqual(result.code, 2, result.err)
        self.assertEqual(result.out, "")
        self.assertRegex(result.err, r"(?m)^helhedsplan: (see “|se »)helhedsplan help")
        for words in said:
            self.assertIn(words, result.err)


def small_plan(**members):
    plan = {"format": "helhedsplan/1", "id": "proeve", "title": "Prøve", "status": "draft", "scheme": "lbf-2015-2018",
            "area": "Prøveparken"}
    plan.update(members)
    return plan


def money_plan(grant, *contributions, **financing):
    """A plan with one municipality, one association, a fund, and the given amounts."""
    return small_plan(
        parties=[{"id": "kommunen", "name": "Prøve Kommune", "kind": "municipality"},
                 {"id": "foreningen", "name": "Foreningen", "kind": "association"},
                 {"id": "fonden", "name": "Fonden", "kind": "fund"}],
        financing=dict(grant={"party": "fonden", "awarded": grant}, contributions=list(contributions), **financing))


class ExitCodes(CommandTest):
    def test_a_plan_without_errors_is_0(self):
        result = self.validate(COMPLETE)
        self.assertEqual((result.code, result.err), (0, ""))
        self.assertIn("1 file: 0 errors", result.out)

    def test_findings_are_1(self):
        result = self.validate(VOLLSMOSE)
        self.assertEqual((result.code, result.err), (1, ""))
        self.assertIn("[HP401 local-share-below-minimum]", result.out)
        self.assertIn("1 error, 6 warnings", result.out)

    def test_fail_on_moves_the_threshold(self):
        off = [word for rule in BROKEN for word in ("--rule", rule + "=off")]
        self.assertEqual(self.validate("--fail-on", "never", VOLLSMOSE).code, 0)
        self.assertEqual(self.validate("--rule", "HP401=off", VOLLSMOSE).code, 0)
        self.assertEqual(self.validate("--rule", "HP401=off", "--fail-on", "warning", VOLLSMOSE).code, 1)
        self.assertEqual(self.validate(*off, "--fail-on", "warning", VOLLSMOSE).code, 0)
        self.assertEqual(self.validate(*off, "--fail-on", "info", VOLLSMOSE).code, 1)

    def test_rules_are_weighed_by_id_and_by_slug(self):
        self.assertEqual(self.validate("--rule", "HP401=warning", VOLLSMOSE).code, 0)
        self.assertEqual(self.validate("--rule", "local-share-below-minimum=info", VOLLSMOSE).code, 0)
        self.assertEqual(self.validate("--rule=HP401=off", "--rule=HP203=error", VOLLSMOSE).code, 1)

    def test_stage_is_what_is_asked_for(self):
        # The draft has no board, which the scheme requires from the second stage on.
        shown = self.validate("--stage", "full", VOLLSMOSE)
        self.assertEqual(shown.code, 1)
        self.assertIn("[HP322 leadership-not-unambiguous]", shown.out)
        self.assertRegex(shown.out, r"error: The plan has no lead")
        self.assertRegex(self.validate("--stage=draft", VOLLSMOSE).out, r"warning: The plan has no lead")

    def test_malformed_json_is_a_finding(self):
        for content in (b"", b"{", b"[]", b"\xef\xbb\xbf{}", b'{"a":"\xff"}', b"{}\0"):
            with self.subTest(content=content):
                result = self.validate(self.write("faulty.json", content))
                self.assertEqual((result.code, result.err), (1, ""))
                self.assertIn("faulty.json:1:", result.out)
                self.assertIn("[HP10", result.out)

    def test_missing_file_is_3(self):
        result = self.validate("findes-ikke.json")
        self.assertEqual((result.code, result.out), (3, ""))
        self.assertEqual(result.err, "helhedsplan: cannot read findes-ikke.json: no such file\n")

    def test_folder_is_3_where_one_plan_is_shown(self):
        os.mkdir(self.path("mappe"))
        result = self.run_command("show", "mappe")
        self.assertEqual((result.code, result.out), (3, ""))
        self.assertEqual(result.err, "helhedsplan: cannot read mappe: is a folder; name the files in it\n")

    @unittest.skipIf(os.geteuid() == 0, "root may read everything")
    def test_no_permission_is_3(self):
        os.chmod(self.write("lukket.json", "{}"), 0)
        result = self.validate("lukket.json")
        self.assertEqual(result.code, 3)
        self.assertIn("cannot read lukket.json: read permission denied", result.err)

    def test_3_wins_over_1_and_the_rest_is_still_checked(self):
        result = self.validate("findes-ikke.json", VOLLSMOSE, "heller-ikke.json", COMPLETE)
        self.assertEqual(result.code, 3)
        self.assertEqual(len(result.err.splitlines()), 2)
        self.assertIn("[HP401", result.out)
        self.assertIn("2 files: 1 error", result.out)

    def test_show_and_cofinancing_of_a_file_that_is_no_plan_are_1(self):
        self.write("tom.json", "")
        for command in ("show", "cofinancing"):
            result = self.run_command(command, "tom.json")
            self.assertEqual((result.code, result.out), (1, ""))
            self.assertIn("[HP101 json-syntax]", result.err)

    def test_show_of_a_missing_file_is_3(self):
        self.assertEqual(self.run_command("show", "væk.json").code, 3)
        self.assertEqual(self.run_command("cofinancing", "væk.json").code, 3)


class Usage(CommandTest):
    def test_no_command(self):
        self.assert_usage(self.run_command(), "no command given")

    def test_unknown_command(self):
        self.assert_usage(self.run_command("vlidate"), "unknown command: “vlidate”; did you mean “validate”?")
        self.assert_usage(self.run_command("cofin"), "did you mean “cofinancing”?")
        self.assert_usage(self.run_command("COFIN"), "did you mean “cofinancing”?")
        self.assert_usage(self.run_command("válidàte"), "did you mean “validate”?")  # accents are not typing errors
        result = self.run_command("zzzzzz")
        self.assert_usage(result, "unknown command: “zzzzzz”")
        self.assertNotIn("did you mean", result.err)

    def test_unknown_option(self):
        self.assert_usage(self.validate("--formt", "json", VOLLSMOSE),
                          "unknown option: “--formt”; did you mean “--format”?")
        self.assert_usage(self.validate("--fial-on=never", VOLLSMOSE), "did you mean “--fail-on”?")
        self.assert_usage(self.validate("-x", VOLLSMOSE), "unknown option: “-x”")
        # An option of another command is not suggested.
        self.assert_usage(self.run_command("show", "--format", "json", VOLLSMOSE), "unknown option: “--format”")

    def test_values(self):
        self.assert_usage(self.validate(VOLLSMOSE, "--stage"), "option “--stage” requires an argument")
        self.assert_usage(self.run_command("schema", "--draft-07=1"), "option “--draft-07” takes no argument")
        for option, value, meant in (("stage", "prequel", "prequal"), ("format", "jason", "json"),
                                     ("format", "jsn=a.json", "json"), ("fail-on", "errors", "error"),
                                     ("show", "infos", "info"), ("color", "alwayz", "always")):
            with self.subTest(option=option, value=value):
                self.assert_usage(self.validate("--" + option, value, VOLLSMOSE),
                                  "--%s: unknown value: “%s”; did you mean “%s”?" % (option, value, meant))
        self.assert_usage(self.validate("--lang", "dansk", VOLLSMOSE))
        self.assert_usage(self.run_command("--lang=xx", "schemes"), "--lang: unknown value: “xx”")

    def test_rules(self):
        self.assert_usage(self.validate("--rule", "HP4O1=off", VOLLSMOSE), "unknown rule: “HP4O1”; did you mean “HP401”?")
        self.assert_usage(self.validate("--rule", "frame-exeeded=off", VOLLSMOSE), "did you mean “frame-exceeded”?")
        self.assert_usage(self.validate("--rule", "HP401=warnings", VOLLSMOSE), "did you mean “warning”?")
        self.assert_usage(self.validate("--rule", "HP401", VOLLSMOSE), "“HP401” requires a severity")
        self.assert_usage(self.validate("--rule", "HP101=off", VOLLSMOSE), "HP101", "cannot be changed")

    def test_scheme(self):
        self.assert_usage(self.validate("--scheme", "lfb-2015-2018", VOLLSMOSE),
                          "unknown scheme: “lfb-2015-2018”; did you mean “lbf-2015-2018”?")
        self.assert_usage(self.run_command("schemes", "LBF-2019-26"), "did you mean “lbf-2019-2026”?")
        for other in ("lbf-2027-2034", "lbf-2015-2108", "lbf-2019-2025"):  # other years are another scheme
            for words in (("validate", "--scheme", other, VOLLSMOSE), ("schemes", other), ("init", "--scheme", other)):
                result = self.run_command(*words)
                self.assert_usage(result, "unknown scheme: “%s”" % other)
                self.assertNotIn("did you mean", result.err)

    def test_dates(self):
        for day in ("2021-02-29", "2021-13-01", "2021", "01-02-2021", "2021-1-1", "0000-00-00", "idag", ""):
            with self.subTest(day=day):
                self.assert_usage(self.run_command("validate", "--today", day, VOLLSMOSE), "--today: “%s”" % day)
        self.assertEqual(self.run_command("validate", "--today", "2024-02-29", COMPLETE).code, 0)

    def test_operands(self):
        self.assert_usage(self.validate(), "missing argument: PATH")
        self.assert_usage(self.run_command("show"), "missing argument: PATH")
        self.assert_usage(self.run_command("show", "a.json", "b.json"), "too many arguments: “b.json”")
        self.assert_usage(self.run_command("schema", "plan", "x"), "too many arguments: “x”")
        self.assert_usage(self.run_command("schema", "repport"),
                          "unknown schema: “repport”; did you mean “report”?")
        self.assert_usage(self.validate("-", "-"), "can be read only once")

    def test_options_may_be_anywhere(self):
        for arguments in (("--fail-on", "never", VOLLSMOSE), (VOLLSMOSE, "--fail-on", "never"),
                          (VOLLSMOSE, "--fail-on=never")):
            with self.subTest(arguments=arguments):
                result = self.validate(*arguments)
                self.assertEqual(result.code, 0)
                self.assertIn("[HP401", result.out)

    def test_two_dashes_end_the_options(self):
        result = self.validate("--", "--fail-on")
        self.assertEqual(result.code, 3)
        self.assertIn("cannot read --fail-on: no such file", result.err)
        self.write("--plan", small_plan())
        self.assertIn("--plan:", self.validate("--", "--plan").out)

    def test_the_last_of_an_option_counts(self):
        self.assertEqual(self.validate("--fail-on", "error", "--fail-on", "never", VOLLSMOSE).code, 0)
        self.assertEqual(self.validate("--fail-on", "never", "--fail-on", "error", VOLLSMOSE).code, 1)


class Reading(CommandTest):
    def test_standard_input(self):
        with open(VOLLSMOSE, "rb") as file:
            content = file.read()
        result = self.validate("-", input=content)
        self.assertEqual(result.code, 1)
        self.assertRegex(result.out, r"(?m)^-:\d+:\d+: error: .*\[HP401")
        self.assertEqual(self.run_command("show", "-", input=content).code, 0)
        self.assertEqual(self.run_command("cofinancing", "-", input=content).code, 1)

    def test_a_slow_pipe_is_read_whole(self):
        with open(VOLLSMOSE, "rb") as file:
            content = file.read()
        process = subprocess.Popen([COMMAND, "validate", "--today", TODAY, "-"], env=environment(),
                                   stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        for start in range(0, len(content), 4001):
            process.stdin.write(content[start:start + 4001])
            process.stdin.flush()
        out, _ = process.communicate(timeout=60)
        self.assertEqual(process.returncode, 1)
        self.assertIn(b"1 error, 6 warnings", out)

    def test_fifo(self):
        os.mkfifo(self.path("ror"))
        with open(COMPLETE, "rb") as file:
            content = file.read()

        def feed():
            with open(self.path("ror"), "wb") as fifo:
                fifo.write(content)

        feeder = threading.Thread(target=feed, daemon=True)
        feeder.start()
        result = self.validate("ror")
        feeder.join(10)
        self.assertFalse(feeder.is_alive())
        self.assertEqual(result.code, 0)

    def test_max_size_is_the_last_that_is_read(self):
        exact = json.dumps(small_plan()).encode()
        exact += b" " * (2048 - len(exact))
        self.write("praecis.json", exact)
        self.write("over.json", exact + b" ")
        for limit in ("2048", "2K"):
            self.assertNotEqual(self.validate("--max-size", limit, "praecis.json").code, 3)
            result = self.validate("--max-size", limit, "over.json")
            self.assertEqual((result.code, result.out), (3, ""))
            self.assertIn("over.json: the file is larger than the limit of 2048 bytes", result.err)
        self.assertNotEqual(self.validate("--max-size", "2K", "-", input=exact).code, 3)
        self.assertEqual(self.validate("--max-size", "2K", "-", input=exact + b" ").code, 3)

    def test_an_endless_file_ends_at_the_limit(self):
        self.assertEqual(self.validate("--max-size", "1M", "/dev/zero").code, 3)

    def test_wrong_sizes(self):
        for size in ("0", "", "x", "1x", "-1", "1KB", "K", "1.5M", "99999999999G", "99999999999999999999"):
            with self.subTest(size=size):
                self.assert_usage(self.validate("--max-size", size, VOLLSMOSE), "--max-size: “%s”" % size)

    def test_closed_standard_input(self):
        done = subprocess.run(["/bin/sh", "-c", '"$0" validate - <&-', COMMAND], env=environment(),
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
        self.assertEqual((done.returncode, done.stdout), (3, b""))
        self.assertIn(b"cannot read standard input: is closed", done.stderr)


class Writing(CommandTest):
    def report(self, name):
        return json.loads(self.read(name))

    def test_json_to_standard_output(self):
        result = self.validate("--format", "json", VOLLSMOSE, COMPLETE)
        self.assertEqual(result.code, 1)
        report = json.loads(result.out)
        self.assertEqual(report["format"], "helhedsplan-report/1")
        self.assertEqual([file["path"] for file in report["files"]], [VOLLSMOSE, COMPLETE])
        self.assertEqual(report["counts"]["error"], 1)

    def test_several_formats_in_one_run(self):
        result = self.validate("--format", "text", "--format", "json=a.json", "--format=text=b.txt", VOLLSMOSE)
        self.assertEqual((result.code, result.err), (1, ""))
        self.assertIn("[HP401", result.out)
        self.assertEqual(self.read("b.txt").decode(), result.out)
        self.assertEqual(self.report("a.json")["files"][0]["plan"], "vollsmose-2016-2020")
        self.assertEqual(sorted(os.listdir(self.folder)), ["a.json", "b.txt"])

    def test_a_file_alone_leaves_standard_output_empty(self):
        result = self.validate("--format", "json=a.json", VOLLSMOSE)
        self.assertEqual((result.code, result.out, result.err), (1, "", ""))
        self.report("a.json")

    def test_a_report_is_written_though_no_file_could_be_read(self):
        result = self.validate("--format", "json=a.json", "væk.json")
        self.assertEqual(result.code, 3)
        self.assertEqual([file["path"] for file in self.report("a.json")["files"]], ["væk.json"])

    def test_two_formats_cannot_share_a_place(self):
        self.assert_usage(self.validate("--format", "json", "--format", "text", VOLLSMOSE), "only one format")
        self.assert_usage(self.validate("--format", "json=-", "--format", "text", VOLLSMOSE), "only one format")
        self.assert_usage(self.validate("--format", "json=/dev/stdout", "--format", "text", VOLLSMOSE))
        self.assert_usage(self.validate("--format", "json=x", "--format", "text=x", VOLLSMOSE), "the same file: x")
        for other in ("./x", self.path("x"), "../%s/x" % os.path.basename(self.folder)):
            self.assert_usage(self.validate("--format", "json=x", "--format", "text=" + other, VOLLSMOSE), "the same file: ")
        self.assertFalse(os.path.exists(self.path("x")))
        self.assert_usage(self.validate("--format", "json=", VOLLSMOSE), "missing file after “=”")

    def test_what_is_read_is_not_overwritten(self):
        plan = self.write("plan.json", small_plan())
        before = self.read("plan.json")
        os.symlink("plan.json", self.path("andet-navn.json"))
        os.link(plan, self.path("samme-fil.json"))
        for place in ("plan.json", "./plan.json", "andet-navn.json", "samme-fil.json"):
            with self.subTest(place=place):
                self.assert_usage(self.validate("--format", "json=" + place, "plan.json"), "cannot be overwritten")
        self.assertEqual(self.read("plan.json"), before)
        self.write("egen.json", SchemaAndSchemes.OWN)
        self.assert_usage(self.validate("--scheme", "egen.json", "--format", "json=egen.json", VOLLSMOSE),
                          "egen.json is an input file and cannot be overwritten")

    def test_modes_and_links_stay(self):
        old = self.write("gammel.json", "gammel")
        os.chmod(old, 0o640)
        os.symlink("gammel.json", self.path("link.json"))
        mask = os.umask(0o027)
        try:
            self.validate("--format", "json=link.json", "--format", "text=ny.txt", COMPLETE)
        finally:
            os.umask(mask)
        self.assertTrue(os.path.islink(self.path("link.json")))
        self.assertEqual(self.report("gammel.json")["format"], "helhedsplan-report/1")
        self.assertEqual(stat.S_IMODE(os.stat(old).st_mode), 0o640)
        self.assertEqual(stat.S_IMODE(os.stat(self.path("ny.txt")).st_mode), 0o640)
        self.assertEqual(sorted(os.listdir(self.folder)), ["gammel.json", "link.json", "ny.txt"])

    def test_places_that_cannot_be_written_are_3(self):
        os.mkdir(self.path("mappe"))
        for place, why in (("mappe", "is a folder"), ("mappe/ikke/a.json", "no such folder"),
                           ("/dev/full", "the disk is full")):
            with self.subTest(place=place):
                result = self.validate("--format", "json=" + place, COMPLETE)
                self.assertEqual((result.code, result.out), (3, ""))
                self.assertEqual(result.err.count("\n"), 1)
                self.assertTrue(result.err.startswith("helhedsplan: cannot write %s: " % place), result.err)
                self.assertIn(why, result.err)
        self.assertEqual(os.listdir(self.path("mappe")), [])

    def test_full_standard_output_is_3(self):
        for arguments in (("validate", VOLLSMOSE), ("show", COMPLETE), ("schemes",), ("schema",), ("help",),
                          ("--version",), ("cofinancing", COMPLETE)):
            with self.subTest(arguments=arguments), open("/dev/full", "wb") as full:
                result = self.run_command(*arguments, stdout=full)
                self.assertEqual(result.code, 3)
                self.assertEqual(result.err, "helhedsplan: cannot write standard output: the disk is full\n")

    def test_closed_standard_output_is_3(self):
        done = subprocess.run(["/bin/sh", "-c", '"$0" validate --format json "$1" >&-', COMMAND, COMPLETE],
                              env=environment(), stderr=subprocess.PIPE, check=False)
        self.assertEqual(done.returncode, 3)
        self.assertIn(b"cannot write standard output: is closed", done.stderr)

    def test_what_is_closed_is_not_another_file(self):
        """With standard error closed, the next file opened would receive its messages."""
        script = '"$0" validate --quiet --format json=x.json "$1" missing.json 2>&- <&-; echo $?'
        done = subprocess.run(["/bin/sh", "-c", script, COMMAND, COMPLETE], cwd=self.folder, env=environment(),
                              stdout=subprocess.PIPE, check=False)
        self.assertEqual(done.stdout, b"3\n")
        self.assertEqual(len(self.report("x.json")["files"]), 2)
        script = 'exec <&-; for i in 1 2 3 4 5 6 7 8; do "$0" validate --quiet -j 4 - "$1" "$1" "$1"; echo $?; done'
        done = subprocess.run(["/bin/sh", "-c", script, COMMAND, COMPLETE], cwd=self.folder, env=environment(),
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
        self.assertEqual(done.stdout, b"3\n" * 8)
        self.assertEqual(done.stderr.count(b"cannot read standard input: is closed"), 8)

    def test_a_closed_pipe_ends_quietly(self):
        for arguments, code in ((("validate", VOLLSMOSE), 1), (("validate", COMPLETE), 0), (("show", VOLLSMOSE), 0),
                                (("schema",), 0), (("cofinancing", VOLLSMOSE), 1)):
            with self.subTest(arguments=arguments):
                reading, writing = os.pipe()
                os.close(reading)
                try:
                    result = self.run_command(*arguments, stdout=writing)
                finally:
                    os.close(writing)
                self.assertEqual((result.code, result.err), (code, ""))

    def test_a_closed_pipe_that_was_asked_for_by_name_is_3(self):
        os.mkfifo(self.path("ror"))
        reader = os.open(self.path("ror"), os.O_RDONLY | os.O_NONBLOCK)
        process = subprocess.Popen([COMMAND, "validate", "--format", "json=ror", "-"], env=environment(),
                                   cwd=self.folder, stdin=subprocess.PIPE, stderr=subprocess.PIPE)
        # More than a pipe holds, so that writing continues after the reader has closed.
        members = ", ".join('"u%05d": 1' % i for i in range(3000))
        process.stdin.write(("{" + members + "}").encode())
        process.stdin.close()
        select.select([reader], [], [], 10)
        os.close(reader)
        error = process.stderr.read().decode()
        process.stderr.close()
        self.assertEqual(process.wait(timeout=60), 3)
        self.assertEqual(error, "helhedsplan: cannot write ror: the reader has closed the pipe\n")

    def test_fifo(self):
        os.mkfifo(self.path("ror"))
        got = []

        def take():
            with open(self.path("ror"), "rb") as fifo:
                got.append(fifo.read())

        taker = threading.Thread(target=take, daemon=True)
        taker.start()
        result = self.validate("--format", "json=ror", COMPLETE)
        taker.join(10)
        self.assertEqual(result.code, 0)
        self.assertEqual([json.loads(words)["format"] for words in got], ["helhedsplan-report/1"])
        self.assertTrue(stat.S_ISFIFO(os.stat(self.path("ror")).st_mode))

    def test_names_of_standard_output(self):
        for name in ("-", "/dev/stdout", "/dev/fd/1"):
            with self.subTest(name=name):
                self.assertIn("files", json.loads(self.validate("--format", "json=" + name, COMPLETE).out))
                # A file on standard output is written through the open descriptor, not replaced.
                with open(self.path("ud.json"), "wb") as file:
                    file.write(b"{}\n")
                    file.flush()
                    self.validate("--format", "json=" + name, COMPLETE, stdout=file)
                self.assertTrue(self.read("ud.json").startswith(b'{}\n{'))


class Terminal(CommandTest):
    HOSTILE = "\x1b[31mrødt\x07\x7f\x9b2J\u202eknil\u2066\u200f\u2028::error file=x::pwned ##vso[task] ##VsO[task] ##teamcity[x] ##[error]\r\nslut"

    def assert_harmless(self, words):
        for character in words:
            if character != "\n":
                self.assertGreaterEqual(ord(character), 0x20, ascii(words))
                self.assertFalse(0x7f <= ord(character) <= 0x9f, ascii(words))
            self.assertNotIn(character, "\u202e\u2066\u200f\u2028")
        for line in words.splitlines():
            self.assertFalse(line.lstrip().startswith("::"), line)
            self.assertNotRegex(line, r"##[A-Za-z]*\[")

    def hostile_plan(self):
        plan = money_plan(35000000, {"parties": ["kommunen"], "amount": 11000000})
        plan["title"] = "::error::" + self.HOSTILE
        plan["area"] = self.HOSTILE
        plan["parties"][0]["name"] = self.HOSTILE
        plan["goals"] = [{"id": "maal", "title": self.HOSTILE}]
        plan["strategies"] = [{"id": "strategi", "title": self.HOSTILE}]
        plan["focus_areas"] = [{"id": "tryghed", "code": "tryghed-og-trivsel", "title": self.HOSTILE}]
        plan["activities"] = [{"id": "aktivitet", "title": self.HOSTILE, "focus_areas": ["tryghed"]}]
        plan["period"] = {"label": self.HOSTILE}
        return self.write("fjendtlig.json", plan)

    def test_show_escapes_what_a_document_says(self):
        for lang in ("da", "en"):
            result = self.run_command("show", "--lang", lang, self.hostile_plan())
            self.assertEqual(result.code, 0)
            self.assert_harmless(result.out)
            self.assertIn("\\u{1b}[31mrødt\\u{7}\\u{7f}\\u{9b}2J\\u{202e}knil", result.out)

    def test_cofinancing_escapes_too(self):
        result = self.run_command("cofinancing", self.hostile_plan())
        self.assertIn("23.91 %", result.out)
        self.assert_harmless(result.out)

    def test_no_escape_character_from_a_document_in_reports(self):
        result = self.validate("--show", "info", self.hostile_plan())
        self.assertEqual(result.code, 1)
        self.assertIn("[HP401", result.out)
        for unsafe in "\x1b\x07\x7f\x9b\u202e\r":
            self.assertNotIn(unsafe, result.out)

    def test_messages_escape_names_of_files(self):
        result = self.validate("\x1b[31mnavn")
        self.assertEqual(result.err, "helhedsplan: cannot read \\u{1b}[31mnavn: no such file\n")
        result = self.validate(b"raa-\x9b-byte")
        self.assertEqual(result.err, "helhedsplan: cannot read raa-\\x9b-byte: no such file\n")
        result = self.validate("a\U0001fffe\u200d::b")  # a noncharacter; a joiner is allowed
        self.assertEqual(result.err, "helhedsplan: cannot read a\\u{1fffe}\u200d\\u{3a}:b: no such file\n")
        self.assert_usage(self.run_command("\x1b]0;x\x07"), "unknown command: “\\u{1b}]0;x\\u{7}”")

    def test_what_cannot_be_seen_does_not_hide_what_was_meant(self):
        for word in ("vali\u200bdate", "\u2060validate\ufeff", "vali\u00addate"):
            self.assert_usage(self.run_command(word), "did you mean “validate”")

    def test_no_message_holds_a_command_to_a_build_server(self):
        for mark in ("##[error]", "##vso[task]", "##VSO[task]", "##Vso[task]", "##TeamCity[x]"):
            for arguments in (("validate", mark), ("show", mark), (mark,), ("explain", mark), ("validate", "--" + mark),
                              ("validate", "--stage", mark, VOLLSMOSE), ("validate", "--scheme", mark, VOLLSMOSE),
                              ("diff", mark, VOLLSMOSE), ("fmt", mark), ("cofinancing", mark)):
                with self.subTest(mark=mark, arguments=arguments):
                    result = self.run_command(*arguments)
                    self.assertIn("\\u{23}#", result.err + result.out)
                    self.assertNotRegex(result.err + result.out, r"##[A-Za-z]*\[")

    def test_no_source_line_holds_a_command_where_it_is_parted(self):
        """A source line is printed in pieces: before the error, marked, and after it."""
        for document in ('{"format": ##vso[task]}', '{"format": #"##vSo[task]"}', '{"a": ###[error]}', '{#: 1, ##[group]}',
                         '{"format": 1.##VSO[x]}', '{"format": tru##teamcity[x]}'):
            for arguments in ((), ("--color", "always"), ("--format", "github"), ("--format", "markdown")):
                with self.subTest(document=document, arguments=arguments):
                    self.write("d.json", document)
                    result = self.validate(*arguments, "d.json")
                    self.assertEqual(result.code, 1)
                    self.assertNotRegex(re.sub(r"\x1b\[[0-9;]*m", "", result.out + result.err), r"##[A-Za-z]*\[")

    def test_a_name_that_is_no_utf8_can_be_checked(self):
        name = os.fsencode(self.folder) + b"/raa-\xff.json"
        with open(name, "wb") as file:
            file.write(b"{}")
        result = self.validate("--format", "json", name)
        self.assertEqual(result.code, 1)
        self.assertTrue(json.loads(result.out)["files"][0]["path"].endswith("/raa-\\xff.json"))
        # A URI has bytes, so SARIF names the exact file.
        result = self.validate("--format", "sarif", name)
        place = json.loads(result.out)["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
        self.assertTrue(place["artifactLocation"]["uri"].endswith("raa-%FF.json"), place)
        self.assertTrue(self.validate("--format", "text", name).out.split(":")[0].endswith("/raa-\\xff.json"))

    def test_the_digest_of_a_file_is_where_it_is_shown(self):
        with open(VOLLSMOSE, "rb") as file:
            digest = hashlib.sha256(file.read()).hexdigest()
        self.assertEqual(json.loads(self.validate("--format", "json", VOLLSMOSE).out)["files"][0]["sha256"], digest)
        artifact = json.loads(self.validate("--format", "sarif", VOLLSMOSE).out)["runs"][0]["artifacts"][0]
        self.assertEqual(artifact["hashes"], {"sha-256": digest})

    def test_json_names_files_as_they_are_called(self):
        name = self.write("\x1b[1m\tplan.json", small_plan())
        report = json.loads(self.validate("--format", "json", name).out)
        self.assertEqual(report["files"][0]["path"], name)
        self.assertNotIn("\x1b", self.validate(name).out)

    def test_colour_is_for_terminals(self):
        self.assertNotIn("\x1b", self.validate(VOLLSMOSE).out)
        self.assertNotIn("\x1b", self.validate("--color", "never", VOLLSMOSE).out)
        self.assertIn("\x1b[", self.validate("--color", "always", VOLLSMOSE).out)
        self.assertIn("\x1b[", self.validate("--color=always", VOLLSMOSE, env=environment(NO_COLOR="1")).out)

    def on_terminal(self, *arguments, **variables):
        try:
            ours, theirs = pty.openpty()
        except OSError as error:
            self.skipTest(f"this machine has no terminals to give: {error}")
        process = subprocess.Popen([COMMAND, "validate", *arguments, VOLLSMOSE], env=environment(**variables),
                                   stdin=subprocess.DEVNULL, stdout=theirs, stderr=theirs)
        os.close(theirs)
        out = b""
        while True:
            try:
                some = os.read(ours, 65536)
            except OSError:  # the other end is closed
                break
            if not some:
                break
            out += some
        os.close(ours)
        process.wait(timeout=60)
        self.assertIn(b"HP401", out)
        return out

    def test_colour_on_a_terminal(self):
        self.assertIn(b"\x1b[", self.on_terminal(TERM="xterm"))
        self.assertIn(b"\x1b[", self.on_terminal(TERM="xterm", NO_COLOR=""))
        self.assertNotIn(b"\x1b[", self.on_terminal(TERM="xterm", NO_COLOR="1"))
        self.assertNotIn(b"\x1b[", self.on_terminal(TERM="dumb"))
        self.assertNotIn(b"\x1b[", self.on_terminal("--color=never", TERM="xterm"))


    def test_a_terminal_gets_a_hint_to_explain(self):
        self.assertIn("\r\nMore about the rule: helhedsplan explain HP401\r\n",
                      self.on_terminal("--lang=en", TERM="dumb").decode())
        self.assertIn("Læs mere om reglen: helhedsplan explain HP401", self.on_terminal("--lang=da", TERM="dumb").decode())
        self.assertNotIn(b"More on a rule", self.on_terminal("--format=json", TERM="dumb"))
        self.assertIn(b"explain HP203\r\n", self.on_terminal("--rule=HP401=warning", TERM="dumb"))
        self.assertNotIn("More on a rule", self.validate(VOLLSMOSE).out)


class Language(CommandTest):
    def language(self, *arguments, **variables):
        words = self.run_command("schemes", *arguments, env=environment(**variables)).out
        return "da" if "områder" in words else "en" if "areas" in words else words

    def test_where_it_comes_from(self):
        self.assertEqual(self.language(), "en")
        self.assertEqual(self.language(LANG="da_DK.UTF-8"), "da")
        self.assertEqual(self.language(LANG="de_DE.UTF-8"), "en")
        self.assertEqual(self.language(LANG="da_DK", LC_MESSAGES="C"), "en")
        self.assertEqual(self.language(LANG="C", LC_MESSAGES="da_DK.UTF-8"), "da")
        self.assertEqual(self.language(LC_ALL="en_GB.UTF-8", LC_MESSAGES="da_DK", LANG="da_DK"), "en")
        self.assertEqual(self.language(LC_ALL="", LANG="da_DK"), "da")
        self.assertEqual(self.language("--lang", "en", LC_ALL="da_DK.UTF-8"), "en")
        self.assertEqual(self.language("--lang=da", LC_ALL="C"), "da")

    def test_before_the_command(self):
        self.assertIn("områder", self.run_command("--lang", "da", "schemes").out)
        self.assertIn("områder", self.run_command("--lang=da", "schemes").out)

    def test_mistakes_are_reported_in_the_requested_language(self):
        result = self.run_command("validate", "--formt", "json", "x", "--lang", "da")
        self.assert_usage(result, "ukendt tilvalg: »--formt«; mente du »--format«?", "se »helhedsplan help validate«")
        self.assertIn("kan ikke læse x: filen findes ikke", self.validate("x", "--lang", "da").err)
        self.assert_usage(self.run_command("valider", "--lang", "da"), "ukendt kommando: »valider«")

    def test_reports(self):
        self.assertIn("fejl:", self.validate("--lang", "da", VOLLSMOSE).out)
        self.assertIn("error:", self.validate("--lang", "en", VOLLSMOSE).out)

    def test_json_is_the_same_in_both(self):
        danish = self.validate("--lang", "da", "--format", "json", VOLLSMOSE).out
        self.assertEqual(danish, self.validate("--lang", "en", "--format", "json", VOLLSMOSE).out)
        self.assertEqual(len(json.loads(danish)["files"]), 1)


class Help(CommandTest):
    COMMANDS = ("validate", "show", "cofinancing", "fmt", "init", "table", "schemes", "schema", "help")
    OF_TABLES = ("csv", "tsv")  # formats that only tables have

    def test_all_commands(self):
        for arguments in (("help",), ("--help",), ("-h",)):
            result = self.run_command(*arguments)
            self.assertEqual((result.code, result.err), (0, ""))
            for command in self.COMMANDS:
                self.assertRegex(result.out, r"(?m)^  %s " % command)

    def test_all_formats_are_named(self):
        with open(os.path.join(SOURCE, "lib", "model", "constants.def"), encoding="utf-8") as table:
            every = re.findall(r'VALUE\(format, "([^"]+)"', table.read())
        names = [name for name in every if name not in self.OF_TABLES]
        self.assertEqual(len(every), len(names) + len(self.OF_TABLES))
        for lang in ("da", "en"):
            words = " ".join(self.run_command("help", "validate", "--lang", lang).out.split())
            said = words.split("--format F[=PATH]")[1].split("--color")[0]
            of_tables = " ".join(self.run_command("help", "table", "--lang", lang).out.split())
            for name in self.OF_TABLES:
                self.assertRegex(of_tables, r"\b%s\b" % name)
            for name in names:
                self.assertRegex(said, r"(?<!-)\b%s\b(?!-)" % name)
        results = [self.run_command("validate", "--format", name, VOLLSMOSE) for name in names]
        self.assertEqual([result.code for result in results], [1] * len(names))
        self.assertEqual(len({result.out for result in results}), len(names))

    def test_each_command_in_both_languages(self):
        for command in self.COMMANDS:
            danish = self.run_command("help", command, "--lang", "da").out
            english = self.run_command("help", command, "--lang", "en").out
            self.assertTrue(danish.startswith("Brug: helhedsplan %s " % command), danish)
            self.assertTrue(english.startswith("Usage: helhedsplan %s " % command), english)
            self.assertEqual(re.findall(r"(?m)^  (--[a-z0-9-]+)", danish), re.findall(r"(?m)^  (--[a-z0-9-]+)", english))
            self.assertEqual(self.run_command(command, "--help").out, english)
            self.assertEqual(self.run_command(command, "-h").out, english)
            for line in (danish + english).splitlines():
                self.assertLessEqual(width(line), 80, line)

    def test_options_of_validate(self):
        words = self.run_command("help", "validate").out
        for option in ("stage", "scheme", "today", "format", "lang", "fail-on", "rule", "show", "color", "max-size"):
            self.assertRegex(words, r"(?m)^  --%s " % option)
        for code in range(5):
            self.assertRegex(words, r"(?m)^  %d  " % code)

    def test_unknown_command(self):
        self.assert_usage(self.run_command("help", "showe"), "did you mean “show”?")

    def test_version(self):
        result = self.run_command("--version")
        self.assertEqual(result.code, 0)
        self.assertRegex(result.out, r"\Ahelhedsplan \d+\.\d+\.\d+\n\Z")


class SchemaAndSchemes(CommandTest):
    OWN = {"format": "helhedsplan-scheme/1", "id": "egen", "title_da": "Egen ordning", "title_en": "Scheme of our own",
           "min_local_bp": 2000, "base": "total",
           "focus_areas": [{"code": "tryghed-og-trivsel", "title_da": "Tryghed", "title_en": "Safety"}]}

    def test_schema(self):
        new = json.loads(self.run_command("schema").out)
        old = json.loads(self.run_command("schema", "--draft-07").out)
        self.assertEqual(new["$schema"], "https://json-schema.org/draft/2020-12/schema")
        self.assertEqual(old["$schema"], "http://json-schema.org/draft-07/schema#")
        self.assertEqual(json.loads(self.run_command("schema", "plan").out), new)
        for name, title in (("plan", "helhedsplan/1"), ("scheme", "helhedsplan-scheme/1"),
                            ("report", "helhedsplan-report/1")):
            for option, draft in (((), "2020-12"), (("--draft-07",), "draft-07")):
                schema = json.loads(self.run_command("schema", name, *option).out)
                self.assertEqual(schema["title"], title)
                self.assertEqual(schema["$id"], "urn:%s:1:%s" % (title[:-2], draft))

    def test_table(self):
        lines = self.run_command("schemes").out.splitlines()
        self.assertEqual(len(lines), 4)
        for line, (id, years, areas) in zip(lines[1:], (("lbf-2011-2014", "2011-2014", "7"),
                                                        ("lbf-2015-2018", "2015-2018", "4"),
                                                        ("lbf-2019-2026", "2019-2026", "4"))):
            self.assertTrue(line.startswith(id + " "), line)
            self.assertRegex(line, r"  %s +25 %% +%s$" % (years, areas))

    def test_one_scheme(self):
        english = self.run_command("schemes", "lbf-2015-2018").out
        danish = self.run_command("schemes", "lbf-2015-2018", "--lang", "da").out
        for code in ("tryghed-og-trivsel", "kriminalpraeventiv-indsats", "uddannelse-og-beskaeftigelse",
                     "forebyggelse-og-foraeldreansvar"):
            self.assertIn(code, english)
        self.assertIn("at least 25 % of the total", english)
        self.assertIn("mindst 25 % af det samlede budget", danish)
        self.assertIn("Kriminalpræventiv indsats", danish)

    def test_a_custom_scheme(self):
        self.write("egen.json", self.OWN)
        # 11/46 = 23.91 %, which is sufficient if 20 % is required.
        result = self.run_command("cofinancing", "--scheme", "egen.json", VOLLSMOSE)
        self.assertEqual(result.code, 0)
        self.assertIn("at least 20 % is required", " ".join(result.out.split()))
        self.assertNotIn("[HP401", self.validate("--scheme", "egen.json", VOLLSMOSE).out)
        self.assertIn("Egen ordning", self.run_command("schemes", "egen.json", "--lang", "da").out)
        self.assertIn("Scheme of our own (egen)", self.run_command("show", "--scheme", "egen.json", VOLLSMOSE).out)

    def test_a_faulty_scheme_is_wrong_usage(self):
        self.write("fejl.json", dict(self.OWN, base="totalt"))
        result = self.validate("--scheme", "fejl.json", VOLLSMOSE)
        self.assert_usage(result, "fejl.json:1:", "[HP106 invalid-value]", "the scheme in fejl.json cannot be used")

    def test_a_missing_scheme_file_is_3(self):
        result = self.validate("--scheme", "væk.json", VOLLSMOSE)
        self.assertEqual((result.code, result.out), (3, ""))
        self.assertIn("cannot read væk.json: no such file", result.err)


class Cofinancing(CommandTest):
    def test_a_paragraph_begins_at_its_indent(self):
        """Enough local money, and DKK 1 over the ceiling: the paragraph on shortfalls has only the sentence on that."""
        amounts = ("--grant", "6000000", "--local", "2000001", "--frame", "8000000")
        for lang, first in (("da", "Det samlede budget på 8.000.001 kr. er 1 kr. over budgetrammen på"),
                            ("en", "The total of DKK 8,000,001 is DKK 1 over the budget ceiling of")):
            result = self.run_command("cofinancing", "--lang", lang, *amounts)
            self.assertRegex(result.out, "(?m)^" + re.escape(first))

    CASE = ("--grant", "35000000", "--local", "11000000", "--frame", "46000000")

    def figures(self, *arguments):
        result = self.run_command("cofinancing", *arguments, "--format", "json")
        self.assertEqual(result.err, "")
        return json.loads(result.out)

    def test_the_case_in_english(self):
        result = self.run_command("cofinancing", *self.CASE)
        self.assertEqual((result.code, result.err), (1, ""))
        for words in ("23.91 %", "31.43 %", "DKK 500,000", "DKK 666,667", "DKK 11,500,000", "DKK 34,500,000",
                      "DKK 11,666,667", "DKK 46,666,667", "The requirement is not met"):
            self.assertIn(words, result.out)
        words = " ".join(result.out.split())
        self.assertIn("the total becomes DKK 46,666,667, which is DKK 666,667 over the budget ceiling of DKK 46,000,000.", words)
        self.assertIn("Within the ceiling the grant can be at most DKK 34,500,000.", words)
        self.assertRegex(result.out, r"(?m)^Local share of total +23\.91 % +25\.00 % +25\.00 %$")

    def test_the_case_in_danish(self):
        result = self.run_command("cofinancing", *self.CASE, "--lang", "da")
        self.assertEqual(result.code, 1)
        words = " ".join(result.out.split())
        for expected in ("23,91 %", "31,43 %", "Der mangler 500.000 kr. ved uændret samlet budget og 666.667 kr. ved "
                         "uændret tilskud.", "46.666.667 kr., hvilket er 666.667 kr. over budgetrammen på 46.000.000 kr.",
                         "11.500.000 kr.", "34.500.000 kr.", "11.666.667 kr.", "Kravet er ikke opfyldt"):
            self.assertIn(expected, words)
        self.assertNotIn("kr..", words)

    def test_the_case_in_json(self):
        expected = {
            "format": "helhedsplan-cofinancing/1", "grant": 35000000, "local": 11000000, "third_party": 0,
            "total": 46000000, "frame": 46000000, "min_share_bp": 2500, "base": "total", "verdict": "fails",
            "share_of_total_bp": 2391, "share_of_grant_bp": 3142, "passes_of_total": "fails",
            "passes_of_grant": "passes", "required_at_total": 11500000, "shortfall_at_total": 500000,
            "largest_grant_at_total": 34500000, "required_at_grant": 11666667, "shortfall_at_grant": 666667,
            "total_at_grant": 46666667, "over_frame": 0, "over_frame_at_grant": 666667,
            "largest_grant_in_frame": 34500000, "local_in_kind": 0, "local_unclear": 0,
            "local_without_in_kind": 11000000, "share_of_total_without_in_kind_bp": 2391,
            "verdict_without_in_kind": "fails", "local_without_unclear": 11000000,
            "share_of_total_without_unclear_bp": 2391, "verdict_without_unclear": "fails", "local_strict": 11000000,
            "share_of_total_strict_bp": 2391, "share_of_grant_strict_bp": 3142, "required_at_total_strict": 11500000,
            "shortfall_at_total_strict": 500000, "required_at_grant_strict": 11666667,
            "shortfall_at_grant_strict": 666667, "verdict_strict": "fails", "stated_total": None,
            "stated_local": 11000000, "required_from": None, "required": None, "missing": None, "largest_grant": None,
            "resulting_total": None, "stated_third_party": None}
        self.assertEqual(self.figures(*self.CASE), expected)
        self.assertEqual(self.figures(VOLLSMOSE), {**expected, "stated_total": None})

    def test_what_is_absent_is_null(self):
        figures = self.figures("--grant", "30000000", "--local", "10000000")
        self.assertIsNone(figures["frame"])
        self.assertIsNone(figures["over_frame"])
        self.assertEqual(figures["verdict"], "passes")
        self.assertEqual(self.figures("--grant", "0", "--local", "0")["verdict"], "not_computable")

    def test_exit_codes(self):
        for arguments, code in ((("--grant", "30000000", "--local", "10000000"), 0),
                                (("--grant", "30000000", "--local", "9999999"), 1),
                                (("--grant", "0", "--local", "0"), 1), ((COMPLETE,), 0), ((VOLLSMOSE,), 1)):
            with self.subTest(arguments=arguments):
                self.assertEqual(self.run_command("cofinancing", *arguments).code, code)

    def test_a_share_that_rounds_up_to_the_minimum_fails(self):
        result = self.run_command("cofinancing", "--grant", "75004", "--local", "24996")
        self.assertEqual(result.code, 1)
        self.assertIn("24.99 % 25.00 % 25.00 %", " ".join(result.out.split()))

    def test_third_parties_are_in_the_total_alone(self):
        figures = self.figures("--grant", "30000000", "--local", "10000000", "--third-party", "10000000")
        self.assertEqual((figures["total"], figures["share_of_total_bp"]), (50000000, 2000))
        # A quarter of 50 million; and a third of grant and third party, 13,333,333.33, rounded up.
        self.assertEqual((figures["required_at_total"], figures["required_at_grant"]), (12500000, 13333334))

    def test_ways_that_are_closed(self):
        result = self.run_command("cofinancing", "--grant", "30000000", "--local", "10000000", "--third-party", "1",
                                  "--min-share", "100")
        self.assertEqual(result.code, 1)
        self.assertIn("The requirement cannot be met, neither if the total stays nor if the grant stays.",
                      " ".join(result.out.split()))

    def test_what_numbers_may_look_like(self):
        for grant in ("35000000", "35.000.000", "35,000,000", "35_000_000"):
            self.assertEqual(self.figures("--grant", grant, "--local", "0")["grant"], 35000000)
        self.assertEqual(self.figures("--grant", "35.000", "--local", "5")["grant"], 35000)
        self.assertEqual(self.figures("--grant", "0", "--local", "1,000")["local"], 1000)

    def test_what_numbers_may_not_look_like(self):
        for grant in ("35.5", "1e6", "35.00.000", "35.000.00", "35.0000", "1.00x", "3500.000", "35.000,000", "35..000", ".500", "500.",
                      "0.500", "-5", "+5", "", " 5", "5 kr", "0x10", "fem", "35 000 000"):
            with self.subTest(grant=grant):
                self.assert_usage(self.run_command("cofinancing", "--grant", grant, "--local", "5"),
                                  "--grant: “%s” is not an amount in whole kroner" % grant)
        self.assert_usage(self.run_command("cofinancing", "--grant", "9223372036854775808", "--local", "0"),
                          "is too large")
        self.assert_usage(self.run_command("cofinancing", "--grant", "9223372036854775807", "--local", "1"),
                          "too large to add up")

    def test_shares(self):
        for words, points in (("25", 2500), ("25,5", 2550), ("25.5", 2550), ("25,05", 2505), ("2550bp", 2550),
                              ("2500", 2500), ("0", 0), ("100", 10000), ("25 %", 2500), ("25%", 2500), ("50bp", 50)):
            with self.subTest(words=words):
                figures = self.figures("--grant", "1", "--local", "1", "--min-share", words)
                self.assertEqual(figures["min_share_bp"], points)
        for words in ("", "x", "101", "120", "10001", "10001bp", "25,", "25.555", "-1", "25,5,5", "25bps", "1e2"):
            with self.subTest(words=words):
                self.assert_usage(self.run_command("cofinancing", "--grant", "1", "--local", "1", "--min-share", words),
                                  "--min-share: “%s” is not a valid share" % words)

    def test_the_base(self):
        self.assertEqual(self.run_command("cofinancing", *self.CASE, "--base", "grant").code, 0)
        self.assertEqual(self.run_command("cofinancing", *self.CASE, "--base", "total").code, 1)
        self.assertEqual(self.figures(*self.CASE, "--base=grant")["base"], "grant")

    def test_a_plan_or_numbers(self):
        self.assert_usage(self.run_command("cofinancing"), "specify a plan, or --grant, --local or --frame")
        self.assert_usage(self.run_command("cofinancing", "--third-party", "5"), "specify a plan, or --grant")
        for option in ("grant", "local", "third-party", "frame", "min-share"):
            self.assert_usage(self.run_command("cofinancing", VOLLSMOSE, "--" + option, "5"),
                              "--%s cannot be used with a plan" % option)

    def test_a_plan_with_an_unknown_scheme(self):
        plan = money_plan(3, {"parties": ["kommunen"], "amount": 1})
        plan["scheme"] = "min-ordning"
        result = self.run_command("cofinancing", self.write("plan.json", plan))
        self.assertEqual((result.code, result.out), (1, ""))
        self.assertIn("“min-ordning” is not built in", result.err)

    def test_the_strict_reading(self):
        plan = money_plan(30000000, {"parties": ["kommunen"], "amount": 4000000},
                          {"parties": ["kommunen"], "amount": 3000000, "kind": "in_kind_premises"},
                          {"parties": ["foreningen"], "amount": 3000000})
        result = self.run_command("cofinancing", self.write("plan.json", plan))
        self.assertEqual(result.code, 0)
        words = " ".join(result.out.split())
        self.assertIn("DKK 3,000,000 is in kind", words)
        self.assertIn("Certain contributions in cash are DKK 4,000,000, which is 10.00 % of the total", words)
        self.assertIn("short by DKK 6,000,000 if the total stays", words)

    def test_to_a_file(self):
        result = self.run_command("cofinancing", *self.CASE, "--format", "text", "--format", "json=tal.json")
        self.assertEqual(result.code, 1)
        self.assertIn("23.91 %", result.out)
        self.assertEqual(json.loads(self.read("tal.json"))["total"], 46000000)


class Show(CommandTest):
    def test_a_period_without_start_begins_at_its_column(self):
        for period, shown in (({"end": "2024-12-31"}, "– 2024-12-31"),
                              ({"start": "2021-01-01"}, "2021-01-01 –"),
                              ({"label": "2021-2024", "end": "2024-12-31"}, "2021-2024, – 2024-12-31"),
                              ({"start": "2021-01-01", "end": "2024-12-31"}, "2021-01-01 – 2024-12-31")):
            plan = self.write("plan.json", small_plan(period=period))
            lines = self.run_command("show", "--lang", "en", plan).out.splitlines()
            self.assertIn("Period           " + shown, lines)

    def test_vollsmose_in_danish(self):
        result = self.run_command("show", VOLLSMOSE, "--lang", "da")
        self.assertEqual((result.code, result.err), (0, ""))
        self.assertTrue(result.out.startswith("Boligsocial helhedsplan i Vollsmose 2016-2020\n====="))
        for pattern in (r"^Område +Vollsmose$", r"^Kommune +Odense \(461\)$", r"^Status +udkast$", r"^Prækvalificeret +2015-10$",
                        r"^Ordning +.*\(lbf-2015-2018\)$", r"^Periode +2016-2020$",
                        r"^  tilsagn +35\.000\.000 kr\.$",
                        r"^  Odense Kommune, Civica og FAB i fællesskab +mindst 11\.000\.000 kr\.$",
                        r"^  Samlet budget +46\.000\.000 kr\.$", r"^  Budgetramme +46\.000\.000 kr\.$",
                        r"^  Lokal andel af det samlede budget +23,91 %$", r"^  Lokal andel af tilskuddet +31,43 %$",
                        r"^Indsatsområder og aktiviteter \(19\)$",
                        r"^  C  Kriminalpræventiv indsats \(5; tværgående; åbent for input\)$",
                        r"^\* Styrket civilsamfund +\. +\. +\. +\.$", r"^\* Styrket civilsamfund +x +\. +x +1$",
                        r"^  Mindre kriminalitet +\. +\. +\. +\.$", r"^  fejl +HP401 ", r"^  advarsel +HP322 "):
            self.assertRegex(result.out, "(?m)" + pattern)
        words = " ".join(result.out.split())
        self.assertIn("Der mangler 500.000 kr. ved uændret samlet budget og 666.667 kr. ved uændret tilskud.", words)
        self.assertIn("Ingen strategi understøtter: Mindre kriminalitet; Mere blandet beboersammensætning.", words)

    def test_vollsmose_in_english(self):
        result = self.run_command("show", VOLLSMOSE, "--lang", "en")
        for pattern in (r"^Area +Vollsmose$", r"^Municipality +Odense \(461\)$", r"^Status +draft$",
                        r"^  Grant from Landsbyggefonden, awarded +DKK 35,000,000$",
                        r"^  Odense Kommune, Civica and FAB jointly +at least DKK 11,000,000$",
                        r"^  Local share of the grant +31\.43 %$", r"^  error +HP401 ", r"^  warning +HP403 "):
            self.assertRegex(result.out, "(?m)" + pattern)
        findings = re.findall(r"(?m)^  (error|warning) +(HP\d+) ", result.out)
        # Errors first, money before the rest, and the two of HP203 combined.
        self.assertEqual(findings, [("error", "HP401")] + [("warning", rule) for rule in
                                                           ("HP403", "HP405", "HP408", "HP203", "HP322")])

    def test_counts_of_activities(self):
        out = self.run_command("show", COMPLETE).out
        self.assertRegex(out, r"(?m)^\* Flere i uddannelse og job +2 +\. +\.$")
        self.assertRegex(out, r"(?m)^\* En tryggere hverdag +\. +1 +\.$")
        self.assertRegex(out, r"(?m)^  A  Beskæftigelse \(2\)$")

    def test_it_fits_the_screen(self):
        wide = money_plan(1000000000000, {"parties": ["kommunen", "foreningen"], "amount": 1000000000000,
                                          "qualifier": "approximate", "kind": "in_kind_hours", "year": 2020})
        wide["title"] = "日本語の計画" * 12
        wide["area"] = "å\u0301" * 100
        wide["parties"][0]["name"] = "Langt" * 60
        wide["goals"] = [{"id": "maal", "title": "Et mål med mange ord " * 9 + "slut"}]
        wide["strategies"] = [{"id": "s%d" % i, "title": "Strategi %d" % i} for i in range(40)]
        wide["focus_areas"] = [{"id": "f%d" % i, "code": "tryghed", "title": "Område %d" % i} for i in range(40)]
        wide["activities"] = [{"id": "a1", "title": "x" * 300, "focus_areas": ["f39"], "goals": ["maal"]},
                              {"id": "a2", "title": "uden område"}]
        for plan in (VOLLSMOSE, COMPLETE, self.write("bred.json", wide)):
            for lang in ("da", "en"):
                out = self.run_command("show", plan, "--lang", lang).out
                self.assertGreater(len(out), 500)
                for line in out.splitlines():
                    self.assertLessEqual(width(line), 80, line)
        self.assertIn("… and 14 more focus areas", out)
        self.assertRegex(out, r"(?m)^  –  Without focus area \(1\)$")

    def test_an_empty_plan(self):
        result = self.run_command("show", self.write("tom.json", small_plan()))
        self.assertEqual(result.code, 0)
        self.assertIn("The local share is open: the grant is not stated.", result.out)
        self.assertRegex(result.out, r"(?m)^Goals\n  The plan has none\.$")

    def test_what_is_not_local(self):
        plan = money_plan(3000000, {"parties": ["fonden"], "amount": 1}, {"parties": ["foreningen"], "amount": 2})
        out = self.run_command("show", self.write("plan.json", plan)).out
        self.assertRegex(out, r"(?m)^  Fonden, not local +DKK 1$")
        self.assertRegex(out, r"(?m)^  Foreningen, unclear whether local +DKK 2$")

    def test_a_broken_reference_does_not_stop_it(self):
        plan = money_plan(3, {"parties": ["ukendt"], "amount": 1})
        plan["strategies"] = [{"id": "s", "title": "S", "goals": ["ukendt-maal"]}]
        plan["goals"] = [{"id": "m", "title": "M"}]
        result = self.run_command("show", self.write("plan.json", plan))
        self.assertEqual(result.code, 0)
        self.assertRegex(result.out, r"(?m)^  error +HP108 ")
        self.assertIn("The errors in the document itself", result.out)


class Diff(CommandTest):
    """Amounts and shares are from the specification: 35 + 11 million with a ceiling of 46, and the two corrections."""

    FRAME_KEPT = os.path.join(EXAMPLES, "vollsmose-frame-kept.helhedsplan.json")
    GRANT_KEPT = os.path.join(EXAMPLES, "vollsmose-grant-kept.helhedsplan.json")

    def diff(self, *arguments, **more):
        return self.run_command("diff", *arguments, **more)

    def test_no_differences_is_0(self):
        result = self.diff(VOLLSMOSE, VOLLSMOSE)
        self.assertEqual((result.code, result.out, result.err), (0, "No differences.\n", ""))
        self.assertEqual(self.diff("--lang", "da", COMPLETE, COMPLETE).out, "Ingen forskelle.\n")

    def test_differences_are_1(self):
        result = self.diff(VOLLSMOSE, self.FRAME_KEPT)
        self.assertEqual((result.code, result.err), (1, ""))
        self.assertRegex(result.out, r"(?m)^  Grant +DKK 35,000,000 +DKK 34,500,000 +DKK -500,000$")
        self.assertRegex(result.out, r"(?m)^  Local co-financing +DKK 11,000,000 +DKK 11,500,000 +DKK \+500,000$")
        self.assertRegex(result.out, r"(?m)^  Total +DKK 46,000,000 +DKK 46,000,000 +unchanged$")
        self.assertRegex(result.out, r"(?m)^  Local share of the total +23\.91 % +25\.00 % +\+1\.09 pp$")
        self.assertRegex(result.out, r"(?m)^  Requirement: at least 25 % +not met +met +–$")

    def test_in_danish(self):
        out = self.diff("--lang", "da", VOLLSMOSE, self.GRANT_KEPT).out
        self.assertRegex(out, r"(?m)^  Tilskud +35\.000\.000 kr\. +35\.000\.000 kr\. +uændret$")
        self.assertRegex(out, r"(?m)^  Lokal medfinansiering +11\.000\.000 kr\. +11\.666\.667 kr\. +\+666\.667 kr\.$")
        self.assertRegex(out, r"(?m)^  Budgetramme +46\.000\.000 kr\. +46\.666\.667 kr\. +\+666\.667 kr\.$")
        self.assertIn("Odense Kommune, Civica og FAB (lokal-medfinansiering):", out)
        self.assertIn("11.000.000 kr. → 11.666.667 kr. (+666.667 kr.)", out)

    def test_the_layout_of_the_file_is_nothing(self):
        with open(VOLLSMOSE, encoding="utf-8") as file:
            plan = json.load(file)
        plan["activities"].reverse()
        plan["goals"].reverse()
        other = dict(reversed(list(plan.items())))
        self.assertEqual(self.diff(VOLLSMOSE, self.write("anden.json", json.dumps(other, indent=7))).code, 0)

    def test_lines_are_no_wider_than_a_screen(self):
        for lang in ("da", "en"):
            for one, other in ((VOLLSMOSE, COMPLETE), (COMPLETE, VOLLSMOSE), (VOLLSMOSE, self.GRANT_KEPT)):
                for line in self.diff("--lang", lang, one, other).out.splitlines():
                    self.assertLessEqual(width(line), 80, line)

    def test_json_and_markdown(self):
        result = self.diff("--format", "json", "--format", "markdown=kommentar.md", VOLLSMOSE, self.FRAME_KEPT)
        self.assertEqual((result.code, result.err), (1, ""))
        read = json.loads(result.out)
        self.assertEqual(read["format"], "helhedsplan-diff/1")
        self.assertEqual(read["before"]["path"], VOLLSMOSE)
        self.assertEqual(read["before"]["cofinancing"]["share_of_total_bp"], 2391)
        self.assertEqual(read["after"]["cofinancing"]["verdict"], "passes")
        self.assertEqual(read["difference"]["grant"], -500000)
        self.assertEqual(read["counts"]["moved"], 2)
        moved = [change for change in read["changes"] if change["kind"] == "moved"]
        self.assertEqual([(c["entity"], c["id"], c["field"], c["difference"]) for c in moved],
                         [("grant", None, "awarded", -500000), ("contribution", "lokal-medfinansiering", "amount", 500000)])
        self.assertEqual(moved[0]["before"], {"pointer": "/financing/grant/awarded", "text": "35000000",
                                              "kroner": 35000000})
        self.assertIn("| Grant | DKK 35,000,000 | DKK 34,500,000 | DKK -500,000 |", self.read("kommentar.md").decode())

    def test_hostile_text_in_tables(self):
        evil = "a|b\n| c | d | <b> `x` [l](http://x.dk) @alle"
        before = small_plan(goals=[{"id": "g", "title": "Mål"}], vision="Ro")
        after = small_plan(goals=[{"id": "g", "title": evil}, {"id": "h", "title": evil}], vision=evil, title=evil)
        arguments = (self.write("før.json", before), self.write("efter|<i>.json", after))
        table = []
        for line in self.diff("--format", "markdown", *arguments).out.splitlines():
            if not line.startswith("|"):
                table = []
                continue
            table.append(len(re.findall(r"(?<!\\)\|", line.replace("\\\\", ""))))
            self.assertEqual(table[-1], table[0], line)
            self.assertNotRegex(line, r"<|://|(?<!\\)`|@a")
        read = json.loads(self.diff("--format", "json", *arguments).out)
        self.assertEqual(read["after"]["title"], evil)

    def test_one_side_may_be_standard_input(self):
        with open(VOLLSMOSE, "rb") as file:
            content = file.read()
        self.assertEqual(self.diff("-", VOLLSMOSE, input=content).code, 0)
        result = self.diff(self.FRAME_KEPT, "-", input=content)
        self.assertEqual(result.code, 1)
        self.assertIn("After   -\n", result.out)
        self.assert_usage(self.diff("-", "-"), "standard input (-) can be read only once")

    def test_wrong_usage(self):
        self.assert_usage(self.diff(VOLLSMOSE), "missing argument")
        self.assert_usage(self.diff(VOLLSMOSE, VOLLSMOSE, VOLLSMOSE), "too many arguments")
        self.assert_usage(self.diff("--format", "markdwn", VOLLSMOSE, VOLLSMOSE), "did you mean “markdown”?")
        self.assert_usage(self.diff("--format", "json=" + VOLLSMOSE, VOLLSMOSE, COMPLETE), "cannot be overwritten")

    def test_invalid_plans_are_reported_for_both_files(self):
        one, other = self.write("en.json", "{"), self.write("to.json", "[]")
        result = self.diff(one, other)
        self.assertEqual((result.code, result.out), (1, ""))
        self.assertIn("en.json:1:", result.err)
        self.assertIn("to.json:1:", result.err)

    def test_a_file_that_cannot_be_read_is_3(self):
        result = self.diff(self.write("en.json", "{"), "findes-ikke.json")
        self.assertEqual((result.code, result.out), (3, ""))
        self.assertIn("[HP101", result.err)
        self.assertIn("cannot read findes-ikke.json: no such file", result.err)
        self.assertEqual(self.diff("--max-size", "10", VOLLSMOSE, COMPLETE).code, 3)


def main():
    global COMMAND
    if len(sys.argv) > 1 and not sys.argv[1].startswith("-") and os.path.exists(sys.argv[1]):
        COMMAND = sys.argv.pop(1)
    if COMMAND is None:
        sys.exit(__doc__)
    COMMAND = os.path.abspath(COMMAND)
    program = unittest.main(exit=False, verbosity=1)
    result = program.result
    # A test may fail in several subtests.
    failed = len({getattr(test, "test_case", test).id() for test, _ in result.failures + result.errors})
    print("%d tests: %d passed, %d failed, %d skipped" %
          (result.testsRun, result.testsRun - failed - len(result.skipped), failed, len(result.skipped)))
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
