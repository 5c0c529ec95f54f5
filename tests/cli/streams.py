#!/usr/bin/python3
"""Runs the command on files, pipes and terminals: what it reads and writes, and what it never writes to a terminal.

usage: as run.py.
"""
import hashlib
import json
import os
import pty
import re
import select
import stat
import subprocess
import threading

import run
from run import COMPLETE, TODAY, VOLLSMOSE, CommandTest, environment, money_plan, small_plan


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
        process = subprocess.Popen([run.COMMAND, "validate", "--today", TODAY, "-"], env=environment(),
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
        done = subprocess.run(["/bin/sh", "-c", '"$0" validate - <&-', run.COMMAND], env=environment(),
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

    def test_standard_input_is_not_overwritten(self):
        before = self.read(VOLLSMOSE)
        plan = self.write("plan.json", before)
        for command in ("validate", "cofinancing", "table parties"):
            form = "csv" if command.startswith("table") else "json"
            with self.subTest(command=command), open(plan, "rb") as standard_input:
                result = self.run_command(*command.split(), "--format", form + "=plan.json", "-", input=None, stdin=standard_input)
                self.assert_usage(result, "plan.json is an input file and cannot be overwritten")
        self.assertEqual(self.read("plan.json"), before)

    def test_what_is_read_is_not_overwritten(self):
        plan = self.write("plan.json", small_plan())
        before = self.read("plan.json")
        os.symlink("plan.json", self.path("andet-navn.json"))
        os.link(plan, self.path("samme-fil.json"))
        for place in ("plan.json", "./plan.json", "andet-navn.json", "samme-fil.json"):
            with self.subTest(place=place):
                self.assert_usage(self.validate("--format", "json=" + place, "plan.json"), "cannot be overwritten")
        self.assertEqual(self.read("plan.json"), before)
        self.write("egen.json", run.SchemaAndSchemes.OWN)
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
        done = subprocess.run(["/bin/sh", "-c", '"$0" validate --format json "$1" >&-', run.COMMAND, COMPLETE],
                              env=environment(), stderr=subprocess.PIPE, check=False)
        self.assertEqual(done.returncode, 3)
        self.assertIn(b"cannot write standard output: is closed", done.stderr)

    def test_what_is_closed_is_not_another_file(self):
        """With standard error closed, the next file opened would receive its messages."""
        script = '"$0" validate --quiet --format json=x.json "$1" missing.json 2>&- <&-; echo $?'
        done = subprocess.run(["/bin/sh", "-c", script, run.COMMAND, COMPLETE], cwd=self.folder, env=environment(),
                              stdout=subprocess.PIPE, check=False)
        self.assertEqual(done.stdout, b"3\n")
        self.assertEqual(len(self.report("x.json")["files"]), 2)
        script = 'exec <&-; for i in 1 2 3 4 5 6 7 8; do "$0" validate --quiet -j 4 - "$1" "$1" "$1"; echo $?; done'
        done = subprocess.run(["/bin/sh", "-c", script, run.COMMAND, COMPLETE], cwd=self.folder, env=environment(),
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
        process = subprocess.Popen([run.COMMAND, "validate", "--format", "json=ror", "-"], env=environment(),
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
        process = subprocess.Popen([run.COMMAND, "validate", *arguments, VOLLSMOSE], env=environment(**variables),
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
        self.assertNotIn(b"helhedsplan explain", self.on_terminal("--format=json", TERM="dumb"))
        self.assertIn(b"explain HP203\r\n", self.on_terminal("--rule=HP401=warning", TERM="dumb"))
        self.assertNotIn("helhedsplan explain", self.validate(VOLLSMOSE).out)


if __name__ == "__main__":
    run.main()
