#!/usr/bin/python3
"""Runs the command as users do: exit codes, usage, both languages, help. Beside it: streams.py and views.py.

usage: run.py [COMMAND] [unittest arguments], or the command in HHP_COMMAND. Expected texts and amounts are derived by
hand from the specification, never copied from output.
"""
import json
import os
import re
import subprocess
import sys
import tempfile
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

    def unprofiled(self):
        """For a command that may not write files of a usual size: in a build that counts which lines run, its counts could
        not be stored either, would be torn, and would be reported on standard error. They go elsewhere."""
        counts = tempfile.TemporaryDirectory(prefix="hhp-counts-")
        self.addCleanup(counts.cleanup)
        return environment(GCOV_PREFIX=counts.name, GCOV_ERROR_FILE=os.devnull)

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
    COMMANDS = ("validate", "show", "cofinancing", "fmt", "init", "diff", "table", "rules", "explain", "schemes", "schema", "help")
    OF_TABLES = ("csv", "tsv")  # formats that only tables have

    def test_all_commands(self):
        for arguments in (("help",), ("--help",), ("-h",)):
            result = self.run_command(*arguments)
            self.assertEqual((result.code, result.err), (0, ""))
            named = result.out.split("\nCommands:\n")[1].split("\n\n")[0]
            self.assertEqual(re.findall(r"(?m)^  (\w+) ", named), list(self.COMMANDS))

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

    def test_one_year_and_one_month(self):
        words = {1: ("senest 1 måned efter årets udgang", "within 1 month of the end of the year"),
                 2: ("senest 2 måneder efter årets udgang", "within 2 months of the end of the year"),
                 0: ("senest ved årets udgang", "by the end of the year")}
        for months, texts in words.items():
            self.write("egen.json", dict(self.OWN, annual_report_months=months, nominal_years=months + 1))
            for lang, text in zip(("da", "en"), texts):
                out = self.run_command("schemes", "egen.json", "--lang", lang).out
                self.assertIn(text, out)
                self.assertRegex(out, " %d %s\n" % (months + 1, "år" if lang == "da" else "years" if months else "year"))

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
