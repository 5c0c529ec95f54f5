#!/usr/bin/python3
"""Tests arguments and output files: short options, names of rules, standard input, destinations that are the same
file, files with several names, and file size limits.

usage: places.py [COMMAND] [unittest arguments], or the command in HHP_COMMAND.
"""
import json
import os
import resource
import subprocess
import unittest

import run
from run import COMPLETE, TODAY, VOLLSMOSE, CommandTest, environment, small_plan, unprofiled

MESSY = json.dumps(small_plan(), indent=7)


class ShortOptions(CommandTest):
    def test_letters_combine_and_the_last_has_the_value(self):
        for word in ("-qj4", "-qqj1", "-j4"):
            with self.subTest(word=word):
                result = self.validate(word, VOLLSMOSE)
                self.assertEqual((result.code, result.err), (1, ""))
                self.assertEqual(result.out == "", "q" in word)
        self.assertEqual(self.validate("-qj", "4", VOLLSMOSE).code, 1)
        # The value extends to the end of the word, so a letter after it is part of it.
        self.assert_usage(self.validate("-j4q", VOLLSMOSE), "--jobs: “4q” is not a number")
        self.assert_usage(self.validate(VOLLSMOSE, "-qj"), "option “--jobs” requires an argument")
        self.assertTrue(self.validate("-qh").out.startswith("Usage: helhedsplan validate"))

    def test_more_letters_than_words(self):
        result = self.validate("-" + "q" * 5000, VOLLSMOSE)
        self.assertEqual((result.code, result.out, result.err), (1, "", ""))

    def test_letters_that_are_none(self):
        self.assert_usage(self.validate("-qx", VOLLSMOSE), "unknown option: “-qx”")
        self.assert_usage(self.validate("-o", "x", VOLLSMOSE), "unknown option: “-o”")

    def test_one_dash_for_two(self):
        """"-output=x" is the option o with the rest of the word as its file."""
        self.assert_usage(self.run_command("init", "-output=ny.json"), "did you mean “--output”?")
        self.assert_usage(self.run_command("init", "-output", "ny.json"), "did you mean “--output”?")
        self.assert_usage(self.validate("-jobs=4", VOLLSMOSE), "did you mean “--jobs”?")
        self.assertEqual(os.listdir(self.folder), [])

    def test_init_writes_where_o_says(self):
        for words in (("-o", "a.json"), ("-ob.json",), ("--output", "c.json")):
            result = self.run_command("init", *words)
            self.assertEqual((result.code, result.out), (0, ""), result.err)
        self.assertEqual(sorted(os.listdir(self.folder)), ["a.json", "b.json", "c.json"])
        self.assertEqual(self.read("a.json"), self.read("c.json"))
        self.assertEqual(self.read("b.json"), self.read("c.json"))


class RulesByName(CommandTest):
    def test_in_whatever_case(self):
        for name in ("HP401", "hp401", "Hp401", "401", "local-share-below-minimum", "Local-Share-Below-Minimum"):
            with self.subTest(name=name):
                result = self.validate("--rule", name + "=off", VOLLSMOSE)
                self.assertEqual((result.code, result.err), (0, ""))
                self.assertNotIn("HP401", result.out)

    def test_those_of_the_document_stay(self):
        for name in ("HP101", "hp101", "json-syntax"):
            self.assert_usage(self.validate("--rule", name + "=off", VOLLSMOSE),
                              "HP101 is about the document itself; its severity cannot be changed")

    def test_what_is_no_rule(self):
        self.assert_usage(self.validate("--rule", "hp4o1=off", VOLLSMOSE), "unknown rule: “hp4o1”; did you mean “HP401”?")
        self.assert_usage(self.validate("--rule", "=off", VOLLSMOSE), "unknown rule: “”")
        self.assert_usage(self.validate("--rule", "HP401=OFF", VOLLSMOSE), "did you mean “off”?")


class WhatIsNotKnown(CommandTest):
    """Without a similar name, all are listed."""

    def test_values_of_options(self):
        self.assert_usage(self.validate("--format", "xml", VOLLSMOSE), "--format: unknown value: “xml”; possible values: text, json, "
                          "markdown, sarif, junit, junit-strict, github, gitlab")
        self.assert_usage(self.validate("--stage", "slut", "--lang", "da", VOLLSMOSE),
                          "--stage: ukendt værdi: »slut«; mulige værdier: draft, prequal, full")

    def test_rules_and_schemes(self):
        self.assert_usage(self.run_command("explain", "HP999"), "unknown rule: “HP999”; “helhedsplan rules” lists them all")
        self.assert_usage(self.validate("--rule", "x=off", VOLLSMOSE), "“helhedsplan rules” lists them all")
        self.assert_usage(self.validate("--scheme", "vores", VOLLSMOSE),
                          "unknown scheme: “vores”; “helhedsplan schemes” lists them all")
        self.assert_usage(self.validate("--scheme", "", VOLLSMOSE), "unknown scheme: “”")


class NoPlan(CommandTest):
    def test_what_it_comes_to(self):
        """The findings, and that the file cannot be read, without the counts of the summary."""
        self.write("halv.json", "{")
        for arguments in (("show", "halv.json"), ("cofinancing", "halv.json"), ("fmt", "halv.json"),
                          ("fmt", "--write", "halv.json"), ("fmt", "--check", "halv.json"), ("diff", "halv.json", COMPLETE)):
            with self.subTest(arguments=arguments):
                result = self.run_command(*arguments)
                self.assertEqual((result.code, result.out), (1, ""))
                self.assertTrue(result.err.startswith("halv.json:1:2: error: The file ends in the middle of the JSON text. [HP101"))
                self.assertTrue(result.err.endswith("its end is missing.\n\nhelhedsplan: halv.json cannot be read as a plan\n"))
        result = self.run_command("show", "--lang", "da", "-", input=b"[]")
        self.assertTrue(result.err.endswith("\n\nhelhedsplan: standard input kan ikke læses som en plan\n"), result.err)

    def test_of_a_scheme(self):
        result = self.validate("--scheme", self.write("ordning.json", "[]"), VOLLSMOSE)
        self.assertEqual(result.code, 2)
        self.assertNotIn("1 file", result.err)
        self.assertIn("cannot be used\n", result.err)


class OnePlace(CommandTest):
    """Two results in one file: the second would overwrite the first."""

    def refused(self, one, other, **more):
        result = self.validate("--format", "json=" + one, "--format", "sarif=" + other, COMPLETE, **more)
        self.assert_usage(result, "two formats cannot be written to the same file: ")

    def test_by_links_that_lead_to_nothing_yet(self):
        os.mkdir(self.path("mappe"))
        os.symlink("a", self.path("b"))
        os.symlink("b", self.path("c"))
        os.symlink(self.path("a"), self.path("fra-roden"))
        os.symlink("../a", self.path("mappe/op"))
        os.symlink("mappe", self.path("genvej"))
        for other in ("b", "c", "fra-roden", "mappe/op", "genvej/op", "./b", "mappe/../b"):
            with self.subTest(other=other):
                self.refused("a", other)
                self.refused(other, "a")
        self.refused("b", "c")
        self.assertFalse(os.path.exists(self.path("a")))

    def test_links_in_a_circle_are_no_place(self):
        os.symlink("ud", self.path("ind"))
        os.symlink("ind", self.path("ud"))
        result = self.validate("--format", "json=ud", "--format", "sarif=ind", COMPLETE)
        self.assertEqual(result.code, 3)
        self.assertIn("cannot write ud: ", result.err)

    def test_by_hard_links_and_detours(self):
        self.write("a", "gammel")
        os.link(self.path("a"), self.path("b"))
        os.mkdir(self.path("mappe"))
        for other in ("b", "./a", "mappe/../a", "mappe/../b", self.path("b")):
            with self.subTest(other=other):
                self.refused("a", other)
        self.assertEqual(self.read("a"), b"gammel")

    def test_names_that_differ_in_case_alone(self):
        """Some file systems ignore case. If both files exist, they are distinct."""
        self.refused("rapport.json", "Rapport.JSON")
        os.mkdir(self.path("mappe"))
        result = self.validate("--format", "json=a", "--format", "sarif=mappe/A", COMPLETE)
        self.assertEqual((result.code, result.err), (0, ""))
        self.write("x", "")
        self.write("X", "")
        if os.path.samefile(self.path("x"), self.path("X")):
            self.skipTest("this file system does not tell them apart")
        result = self.validate("--format", "json=x", "--format", "sarif=X", COMPLETE)
        self.assertEqual((result.code, result.err), (0, ""))

    def test_where_standard_output_goes(self):
        with open(self.path("ud.txt"), "wb") as out:
            for formats in (("text", "json=ud.txt"), ("json=ud.txt", "text")):
                result = self.validate("--format", formats[0], "--format", formats[1], COMPLETE, stdout=out)
                self.assertEqual(result.code, 2)
                self.assertIn("two formats cannot be written to the same file: ud.txt", result.err)
        self.assertEqual(self.read("ud.txt"), b"")
        result = self.validate("--format", "text", "--format", "json=/dev/fd/1", COMPLETE)
        self.assert_usage(result, "two formats cannot be written to the same file: /dev/fd/1")

    def test_places_apart_are_written(self):
        os.symlink("d", self.path("c"))
        result = self.validate("--format", "json=a", "--format", "sarif=b", "--format", "markdown=c", COMPLETE)
        self.assertEqual((result.code, result.err), (0, ""))
        self.assertEqual(sorted(os.listdir(self.folder)), ["a", "b", "c", "d"])


class StandardInput(CommandTest):
    COMMANDS = (("validate", "-"), ("show", "-"), ("cofinancing", "-"), ("fmt", "-"), ("fmt", "--check", "-"),
                ("diff", "-", COMPLETE))

    def test_closed(self):
        for arguments in self.COMMANDS:
            with self.subTest(arguments=arguments):
                done = subprocess.run(["/bin/sh", "-c", '"$0" "$@" <&-', run.COMMAND, *arguments], env=environment(),
                                      stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=self.folder, check=False)
                self.assertEqual((done.returncode, done.stdout), (3, b""))
                self.assertEqual(done.stderr.decode(), "helhedsplan: cannot read standard input: is closed, or not open for "
                                                       "reading\n")

    def test_a_folder(self):
        for arguments in self.COMMANDS:
            with self.subTest(arguments=arguments):
                folder = os.open(self.folder, os.O_RDONLY)
                result = self.run_command(*arguments, input=None, stdin=folder)
                os.close(folder)
                self.assertEqual((result.code, result.out), (3, ""))
                self.assertEqual(result.err, "helhedsplan: cannot read standard input: is a folder\n")
        folder = os.open(self.folder, os.O_RDONLY)
        result = self.run_command("show", "--lang", "da", "-", input=None, stdin=folder)
        os.close(folder)
        self.assertEqual(result.err, "helhedsplan: kan ikke læse standard input: er en mappe\n")

    def test_too_large(self):
        result = self.validate("--max-size", "10", "-", input=b"x" * 11)
        self.assertEqual(result.code, 3)
        self.assertIn("cannot read standard input: the file is larger than the limit of 10 bytes", result.err)


class EmptyPath(CommandTest):
    def test_is_reported_as_such(self):
        for arguments in (("validate", ""), ("show", ""), ("cofinancing", ""), ("fmt", ""), ("fmt", "--check", ""),
                          ("fmt", "--write", ""), ("diff", "", COMPLETE), ("diff", COMPLETE, "")):
            with self.subTest(arguments=arguments):
                result = self.run_command(*arguments)
                self.assertEqual((result.code, result.out), (3, ""))
                self.assertEqual(result.err, "helhedsplan: cannot read “”: the path is empty\n")
        result = self.run_command("validate", "--lang", "da", "", COMPLETE, "--today", TODAY)
        self.assertEqual(result.code, 3)
        self.assertEqual(result.err, "helhedsplan: kan ikke læse »«: stien er tom\n")
        self.assertIn("1 fil: 0 fejl", result.out)


class SeveralNames(CommandTest):
    def test_rewriting_one_reports_that_it_leaves_the_others(self):
        old = self.write("a.json", MESSY)
        os.link(old, self.path("b.json"))
        os.link(old, self.path("c.json"))
        os.symlink("b.json", self.path("d.json"))
        result = self.run_command("fmt", "--write", "d.json")
        self.assertEqual((result.code, result.out), (0, ""))
        self.assertEqual(result.err, "helhedsplan: d.json is no longer linked to its other hard links (2), which keep the old "
                                     "contents\nhelhedsplan: d.json rewritten\n")
        self.assertNotEqual(self.read("b.json"), MESSY.encode())
        self.assertEqual(self.read("a.json"), MESSY.encode())
        self.assertEqual(self.read("c.json"), MESSY.encode())
        result = self.run_command("fmt", "--write", "-q", "--lang", "da", "a.json")
        self.assertEqual(result.code, 0)
        self.assertEqual(result.err, "helhedsplan: a.json er ikke længere forbundet med sine øvrige hårde links (1), som beholder "
                                     "det gamle indhold\n")

    def test_no_message_where_nothing_is_written_or_lost(self):
        self.write("en.json", MESSY)
        self.assertEqual(self.run_command("fmt", "--write", "en.json").err, "helhedsplan: en.json rewritten\n")
        os.link(self.path("en.json"), self.path("to.json"))
        self.assertEqual(self.run_command("fmt", "--write", "en.json").err, "")
        self.assertTrue(os.path.samefile(self.path("en.json"), self.path("to.json")))


class TooLarge(CommandTest):
    """Writing beyond the limit of `ulimit -f` raises SIGXFSZ, which kills the process unless it is ignored."""

    def limited(self, *arguments, size=100, **more):
        def limit():
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
        return self.run_command(*arguments, env=unprofiled(), preexec_fn=limit, **more)

    def test_results_leave_nothing_behind(self):
        for arguments in (("validate", "--format", "json=ud", VOLLSMOSE), ("cofinancing", "--format", "json=ud", VOLLSMOSE),
                          ("rules", "--format", "json=ud"), ("explain", "HP401", "--format", "markdown=ud"),
                          ("diff", "--format", "json=ud", VOLLSMOSE, COMPLETE), ("init", "-o", "ud")):
            with self.subTest(arguments=arguments):
                result = self.limited(*arguments)
                self.assertEqual((result.code, result.out), (3, ""))
                self.assertEqual(result.err, "helhedsplan: cannot write ud: the file would be too large\n")
                self.assertEqual(os.listdir(self.folder), [])

    def test_what_was_there_stays(self):
        self.write("ud", "gammel")
        self.assertEqual(self.limited("validate", "--format", "json=ud", VOLLSMOSE).code, 3)
        self.assertEqual(self.read("ud"), b"gammel")
        self.assertEqual(os.listdir(self.folder), ["ud"])

    def test_standard_output(self):
        with open(self.path("ud"), "wb") as out:
            result = self.limited("show", VOLLSMOSE, stdout=out)
        self.assertEqual(result.code, 3)
        self.assertEqual(result.err, "helhedsplan: cannot write standard output: the file would be too large\n")

    def test_plans_rewritten(self):
        self.write("a.json", MESSY)
        result = self.limited("fmt", "--write", "a.json", "--lang", "da")
        self.assertEqual(result.code, 3)
        self.assertEqual(result.err, "helhedsplan: kan ikke skrive a.json: filen bliver for stor\n")
        self.assertEqual(self.read("a.json"), MESSY.encode())
        self.assertEqual(os.listdir(self.folder), ["a.json"])


if __name__ == "__main__":
    run.main()
