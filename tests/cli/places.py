#!/usr/bin/python3
"""How the command is called and where its results go: short options, ways to name a rule, standard input, places that are
one and the same, files of several names, and files that may not become so large.

usage: places.py [COMMAND] [unittest arguments], or the command in HHP_COMMAND.
"""
import json
import os
import resource
import subprocess
import unittest

import run
from run import COMPLETE, TODAY, VOLLSMOSE, CommandTest, environment, small_plan

MESSY = json.dumps(small_plan(), indent=7)


class ShortOptions(CommandTest):
    def test_letters_stand_together_and_the_last_has_the_value(self):
        for word in ("-qj4", "-qqj1", "-j4"):
            with self.subTest(word=word):
                result = self.validate(word, VOLLSMOSE)
                self.assertEqual((result.code, result.err), (1, ""))
                self.assertEqual(result.out == "", "q" in word)
        self.assertEqual(self.validate("-qj", "4", VOLLSMOSE).code, 1)
        # The value runs to the end of the word, so that a letter behind it is part of it.
        self.assert_usage(self.validate("-j4q", VOLLSMOSE), "--jobs: “4q” is not a number")
        self.assert_usage(self.validate(VOLLSMOSE, "-qj"), "--jobs lacks a value")
        self.assertTrue(self.validate("-qh").out.startswith("Usage: helhedsplan validate"))

    def test_more_letters_than_words(self):
        result = self.validate("-" + "q" * 5000, VOLLSMOSE)
        self.assertEqual((result.code, result.out, result.err), (1, "", ""))

    def test_letters_that_are_none(self):
        self.assert_usage(self.validate("-qx", VOLLSMOSE), "unknown option: “-qx”")
        self.assert_usage(self.validate("-o", "x", VOLLSMOSE), "unknown option: “-o”")

    def test_one_dash_for_two(self):
        """"-output=x" would be the letter o, and a file of the name "utput=x"."""
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
                              "HP101 is about the document itself and cannot be changed")

    def test_what_is_no_rule(self):
        self.assert_usage(self.validate("--rule", "hp4o1=off", VOLLSMOSE), "unknown rule: “hp4o1”; did you mean “HP401”?")
        self.assert_usage(self.validate("--rule", "=off", VOLLSMOSE), "unknown rule: “”")
        self.assert_usage(self.validate("--rule", "HP401=OFF", VOLLSMOSE), "did you mean “off”?")


if __name__ == "__main__":
    run.main()
