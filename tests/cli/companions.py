#!/usr/bin/python3
"""Tests what is installed with the command: examples in the help, the manual page, and completion in bash, zsh and
fish.

usage: companions.py [COMMAND] [unittest arguments], or the command in HHP_COMMAND. Each shell completes as it does for its
users: bash and fish are asked, zsh is typed to on a terminal.
"""

import itertools
import os
import pty
import re
import select
import shutil
import subprocess
import time
import unittest

import run
from run import COMPLETE, VOLLSMOSE, CommandTest, environment, width

LANGUAGES = ("da", "en")


def needs(program):
    return unittest.skipUnless(shutil.which(program), program + " is not installed")


class CompanionTest(CommandTest):
    def setUp(self):
        super().setUp()
        os.mkdir(self.path("bin"))
        os.symlink(run.COMMAND, self.path("bin/helhedsplan"))

    def environment(self, **variables):
        return environment(PATH=self.path("bin") + ":" + os.environ["PATH"], LC_ALL="C.UTF-8", **variables)

    def commands(self):
        """The options of each command, as listed by the help."""
        names = re.findall(r"(?m)^  (\w+) {2,}", self.run_command("help").out.split("Commands:")[1])
        return {name: re.findall(r"(?m)^  (--[\w-]+)", self.run_command("help", name).out) for name in names}


class Examples(CompanionTest):
    def examples(self, name, language):
        words = self.run_command("help", name, "--lang", language).out
        heading = {"da": "\nEksempler:\n", "en": "\nExamples:\n"}[language]
        self.assertEqual(words.count(heading), 1, name)
        part = words.split(heading)[1]
        for line in part.splitlines():
            self.assertLessEqual(width(line), 80, line)
        return re.findall(r"(?m)^    (.+)$", part)

    def test_each_command_has_some_and_they_run(self):
        for name in self.commands():
            lines = self.examples(name, "en")
            self.assertEqual(lines, self.examples(name, "da"))
            self.assertTrue(lines)
            for line in lines:
                self.run_example(name, line)

    def run_example(self, name, line):
        with self.subTest(line=line):
            folder = self.path("place")
            shutil.rmtree(folder, ignore_errors=True)
            os.makedirs(folder + "/plans")
            for source, copy in ((COMPLETE, "plan"), (VOLLSMOSE, "before"), (COMPLETE, "plans/a")):
                shutil.copy(source, "%s/%s.helhedsplan.json" % (folder, copy))
            self.assertIn("helhedsplan %s" % name, line)
            line = line.replace("| less", "| cat")  # some machines have no pager
            done = subprocess.run(["/bin/sh", "-c", line], cwd=folder, env=self.environment(), check=False,
                                  stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            # 1 (123 from xargs) means findings or differences, which some examples demonstrate.
            self.assertIn(done.returncode, (0, 1, 123), done.stderr)
            self.assertNotIn(b"see \xe2\x80\x9chelhedsplan help", done.stderr)
            for written in re.findall(r"(?:[=>]|--output )([\w.-]+\.\w+)$", line.replace(" plans", "")):
                self.assertGreater(os.path.getsize(os.path.join(folder, written)), 0)


class Manual(CompanionTest):
    def manual(self, language):
        result = self.run_command("help", "--man", "--lang", language)
        self.assertEqual((result.code, result.err), (0, ""))
        return result.out

    def test_it_has_all_commands_and_options(self):
        for language in LANGUAGES:
            text = self.manual(language).replace("\\-", "-")
            for name, options in self.commands().items():
                section = re.search(r'(?ms)^\.SS "helhedsplan %s .*?(?=^\.S[SH])' % name, text).group()
                for option in set(options) - {"--lang", "--help"}:
                    self.assertRegex(section, r"(?m)^\\fB(-\w, )?%s\\fR" % option)

    def test_usage(self):
        self.assert_usage(self.run_command("help", "--man", "validate"), "too many arguments")
        self.assert_usage(self.run_command("help", "--man", "--completion", "bash"), "cannot be used together")
        self.assert_usage(self.run_command("help", "--completion", "csh"), "unknown value")

    @needs("mandoc")
    def test_mandoc_finds_nothing_wrong(self):
        for language in LANGUAGES:
            self.write("helhedsplan.1", self.manual(language))
            done = subprocess.run(["mandoc", "-Tlint", "-Wwarning", "helhedsplan.1"], cwd=self.folder, check=False,
                                  stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
            self.assertEqual((done.returncode, done.stdout.decode()), (0, ""))

    @needs("man")
    def test_man_shows_it_without_a_word_of_warning(self):
        for language, name in (("en", "NAME helhedsplan - check and show"), ("da", "NAVN helhedsplan - kontrollerer")):
            self.write("helhedsplan.1", self.manual(language))
            done = subprocess.run(["man", "--warnings=w", "-E", "UTF-8", "-l", "helhedsplan.1"], cwd=self.folder,
                                  env=self.environment(MANWIDTH="80", TERM="dumb"), check=False, stdout=subprocess.PIPE,
                                  stderr=subprocess.PIPE)
            if b"No such file" in done.stderr or b"not found" in done.stderr:
                self.skipTest(done.stderr.decode())
            self.assertEqual((done.returncode, done.stderr.decode()), (0, ""))
            words = " ".join(re.sub(".\b", "", done.stdout.decode()).split())
            self.assertIn(name, words)
            self.assertIn("--grant 35.000.000 --local", words)


class Completion(CompanionTest):
    def script(self, shell, name, language="en"):
        result = self.run_command("help", "--completion", shell, "--lang", language)
        self.assertEqual((result.code, result.err), (0, ""))
        return self.write(name, result.out)

    def plans(self):
        """Files to complete, beside the folder bin and the script."""
        for name in ("en.helhedsplan.json", "noter.txt", "to ord.json"):
            self.write(name, "{}")

    # The command line (its last word is to be completed), what must be offered, and what must not.
    CASES = (
        (("val",), {"validate"}, {"show"}),
        (("",), {"validate", "show", "help", "explain"}, {"--stage"}),
        (("--lang", "da", "sh"), {"show"}, {"validate"}),
        (("validate", "--sta"), {"--stage"}, {"--show", "validate"}),
        (("validate", "--stage", ""), {"draft", "prequal", "full"}, {"en.helhedsplan.json"}),
        (("validate", "--stage", "pr"), {"prequal"}, {"draft"}),
        (("validate", "--lang", ""), {"da", "en"}, {"draft"}),
        (("validate", "--scheme", "lbf-2015"), {"lbf-2015-2018"}, {"lbf-2011-2014"}),
        (("validate", "--format", "sar"), {"sarif"}, {"json"}),
        (("validate", "e"), {"en.helhedsplan.json"}, {"noter.txt"}),
        (("fmt", "--ch"), {"--check"}, {"--stage"}),
        (("fmt", "--check", "e"), {"en.helhedsplan.json"}, {"noter.txt"}),
        (("explain", "HP40"), {"HP401", "HP402", "HP409"}, {"HP501"}),
        (("explain", "local-sh"), {"local-share-below-minimum"}, {"HP501"}),
        (("schemes", "lbf-2"), {"lbf-2011-2014", "lbf-2015-2018", "lbf-2019-2026"}, set()),
        (("help", "cof"), {"cofinancing"}, {"validate"}),
        (("help", "validate", "--sta"), set(), {"--stage"}),
        (("schema", ""), {"plan", "scheme", "report"}, {"en.helhedsplan.json", "bin"}),
        (("show", "--today", ""), set(), {"en.helhedsplan.json", "bin"}),
    )


class Words(CompanionTest):
    def words(self):
        """{(command, option): the words that it accepts}, according to the completion."""
        script = self.run_command("help", "--completion", "bash").out
        found = re.findall(r"^    '(\w+) (--[\w-]+)'.*?\) kind=\((?:words|formats) (.*)\) ;;$", script, re.MULTILINE)
        return {(command, option): words.split() for command, option, words in found}

    def test_help_lists_every_word_that_an_option_accepts(self):
        words = self.words()
        self.assertIn("gitlab", words["validate", "--format"])
        for language in LANGUAGES:
            for (command, option), known in words.items():
                text = self.run_command("help", command, "--lang", language).out
                about = re.search(r"(?ms)^  %s .*?(?=^  --|^$)" % option, text).group()
                for word in known:
                    self.assertRegex(about, r"\b%s\b(?!-)" % word, (language, command, option))


@needs("bash")
class Bash(Completion):
    def complete(self, *words, breaks=None):
        """The words are those that bash itself splits the line into: `=` is a separate word."""
        program = ('source "$1"; shift; %s COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); '
                   'declare -F _helhedsplan >/dev/null && [[ $(complete -p helhedsplan) == *_helhedsplan* ]] || exit 9; '
                   '_helhedsplan; printf "%%s\\n" "${COMPREPLY[@]}"')
        program %= "" if breaks is None else "COMP_WORDBREAKS=%s;" % breaks
        script = self.script("bash", "fuldend")
        done = subprocess.run(["bash", "--norc", "-c", program, "bash", script, "helhedsplan", *words], cwd=self.folder,
                              env=self.environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
        self.assertEqual((done.returncode, done.stderr.decode()), (0, ""))
        return set(done.stdout.decode().splitlines()) - {""}

    def test_cases(self):
        self.plans()
        for words, expected, unwanted in self.CASES:
            with self.subTest(words=words):
                offered = self.complete(*words)
                self.assertLessEqual(expected, offered)
                self.assertFalse(unwanted & offered)
                if not expected:
                    self.assertFalse(offered)

    def test_every_format_is_in_the_help(self):
        with_formats = [name for name, options in self.commands().items() if "--format" in options]
        for name, language in itertools.product(with_formats, LANGUAGES):
            text = self.run_command("help", name, "--lang", language).out
            text = re.search(r"(?ms)^  --format .*?^  --", text)[0]
            for word in self.complete(name, "--format", ""):
                with self.subTest(name=name, language=language):
                    self.assertRegex(text, rf"\b{word}\b(?!-)")

    def test_behind_the_equals_sign(self):
        self.plans()
        self.assertEqual(self.complete("validate", "--stage", "=", "f"), {"full"})
        self.assertEqual(self.complete("validate", "--stage", "="), {"draft", "prequal", "full"})
        self.assertEqual(self.complete("validate", "--rule", "HP401"), {"HP401="})
        self.assertEqual(self.complete("validate", "--rule", "HP401", "=", "w"), {"warning"})
        self.assertEqual(self.complete("validate", "--rule", "=", "HP401", "=", "w"), {"warning"})
        self.assertEqual(self.complete("validate", "--format", "json", "=", "no"), {"noter.txt"})
        self.assertEqual(self.complete("validate", "--format=json=no", breaks="' '"), {"--format=json=noter.txt"})
        self.assertEqual(self.complete("validate", "--stage=f", breaks="' '"), {"--stage=full"})
        self.assertEqual(self.complete("validate", "HP", "--", "--sta"), set())
        self.assertEqual(self.complete("help", "coff"), set())

    def test_files(self):
        self.plans()
        self.assertEqual(self.complete("validate", ""), {"bin", "en.helhedsplan.json", "to ord.json"})
        self.assertEqual(self.complete("validate", "-j", "4", "-q", "e"), {"en.helhedsplan.json"})
        self.assertEqual(self.complete("validate", "--", "e"), {"en.helhedsplan.json"})
        self.assertEqual(self.complete("init", "--output", "no"), {"noter.txt"})

    def test_every_option_of_every_command(self):
        for name, options in self.commands().items():
            self.assertEqual(self.complete(name, "-"), set(options))


@needs("fish")
class Fish(Completion):
    def complete(self, *words):
        script = self.script("fish", "fuldend")
        line = " ".join(("helhedsplan",) + words)
        done = subprocess.run(["fish", "--no-config", "-c", "source $argv[1]; complete -C $argv[2]", script, line],
                              cwd=self.folder, env=self.environment(HOME=self.folder, TERM="dumb"),
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
        self.assertEqual((done.returncode, done.stderr.decode()), (0, ""))
        return {entry.split("\t")[0] for entry in done.stdout.decode().splitlines()}

    def test_cases(self):
        self.plans()
        for words, expected, unwanted in self.CASES:
            with self.subTest(words=words):
                offered = self.complete(*words)
                self.assertLessEqual(expected, offered)
                self.assertFalse(unwanted & offered)

    def test_a_file_behind_the_format(self):
        self.plans()
        self.assertEqual(self.complete("validate", "--format", "json=no"), {"json=noter.txt"})
        self.assertEqual(self.complete("validate", "--format=json=to"), {"--format=json=to ord.json"})
        self.assertEqual(self.complete("validate", "--format", "%d=no"), {"%d=noter.txt"})
        self.assertEqual(self.complete("validate", "--format=sar"), {"--format=sarif"})

    def test_severities(self):
        offered = self.complete("validate", "--rule", "HP401=")
        self.assertEqual(offered, {"HP401=" + word for word in ("error", "warning", "info", "off")})

    def test_every_option_of_every_command(self):
        for name, options in self.commands().items():
            self.assertEqual(self.complete(name, "--"), set(options))


@needs("zsh")
class Zsh(Completion):
    def complete(self, *words):
        """What zsh lists when TAB is pressed twice after the words."""
        os.makedirs(self.path("z"), exist_ok=True)
        self.script("zsh", "z/_helhedsplan")
        leader, terminal = pty.openpty()
        shell = subprocess.Popen(["zsh", "-f", "-i"], cwd=self.folder, stdin=terminal, stdout=terminal, stderr=terminal,
                                 env=self.environment(TERM="dumb", HOME=self.folder, PS1="", COLUMNS="200"),
                                 start_new_session=True)
        os.close(terminal)
        try:
            self.type(leader, "fpath=($PWD/z $fpath); autoload -U compinit; compinit -u -D; setopt no_auto_menu "
                              "no_always_last_prompt; LISTMAX=1000; stty columns 200 rows 500; echo re''ady\n", "ready")
            seen = self.type(leader, " ".join(("helhedsplan",) + words) + "\t\t", None)
        finally:
            shell.kill()
            shell.wait()
            os.close(leader)
        return set(re.split(r"[\s\x07\x08=]+", seen))

    def type(self, leader, words, until):
        """Types, and returns the output until the expected text, or until there is no more."""
        os.write(leader, words.encode())
        shown, begun = "", time.monotonic()
        while time.monotonic() - begun < 30 and (until is None or until not in shown):
            if not select.select([leader], [], [], 1.5 if until is None else 30)[0]:
                break
            shown += os.read(leader, 65536).decode(errors="replace")
        return shown

    def test_cases(self):
        self.plans()
        for words, expected, unwanted in self.CASES:
            with self.subTest(words=words):
                offered = self.complete(*words)
                self.assertLessEqual(expected, offered, offered)
                self.assertFalse((unwanted - set(words)) & offered)


@unittest.skipUnless(os.environ.get("HHP_BUILD_DIR"), "no folder of the build is known")
class Built(CompanionTest):
    PLACES = {"man/man1/helhedsplan.1": ("--man", "--lang", "en"), "man/da/man1/helhedsplan.1": ("--man", "--lang", "da"),
              "bash-completion/completions/helhedsplan": ("--completion", "bash"),
              "zsh/site-functions/_helhedsplan": ("--completion", "zsh"),
              "fish/vendor_completions.d/helhedsplan.fish": ("--completion", "fish")}

    def test_what_is_built_is_what_the_command_prints(self):
        for place, arguments in self.PLACES.items():
            with open(os.path.join(os.environ["HHP_BUILD_DIR"], "share", place), encoding="utf-8") as file:
                self.assertEqual(file.read(), self.run_command("help", *arguments).out)


if __name__ == "__main__":
    run.main()
