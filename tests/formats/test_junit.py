"""Reads JUnit XML as GitLab and Jenkins do.

  test_junit.py --writer=PROGRAM

Their behaviour is reimplemented here: what they drop, what they show, and what Jenkins' schema allows. With
xmllint, its parser must accept the report as XML."""

import collections
import re
import shutil
import subprocess
import xml.etree.ElementTree as ElementTree

import written
from written import (COMPLETE, DANISH, ERROR, INFO, JUNIT, JUNIT_STRICT, NO_FILE, OFF, PERMISSION, VOLLSMOSE, WARNING, plan)

# Attributes and elements by Jenkins' schema: required attributes, optional ones, and child elements.
SUITE_ATTRIBUTES = {"group", "time", "skipped", "timestamp", "hostname", "id", "package", "file", "log", "url", "version"}
STRICT = {
    "testsuites": ((), {"name", "time", "tests", "failures", "errors"}, {"testsuite"}),
    "testsuite": (("name", "tests", "failures", "errors"), SUITE_ATTRIBUTES, {"testsuite", "testcase", "system-out"}),
    "testcase": (("name",), {"time", "classname", "group"}, {"skipped", "error", "failure", "system-out"}),
    "failure": ((), {"type", "message"}, set()),
    "error": ((), {"type", "message"}, set()),
    "skipped": ((), {"type", "message"}, set()),
    "system-out": ((), set(), set()),
}

GitLabCase = collections.namedtuple("GitLabCase", "status suite classname name file output")


def gitlab(root):
    """The cases in GitLab: one for each suite, class and name, of which the first is kept. Of the content it takes
    the text."""
    cases = {}
    for suite in root.iter("testsuite"):
        for case in suite.findall("testcase"):
            status, output = "success", None
            for kind, meaning in (("failure", "failed"), ("error", "error"), ("skipped", "skipped")):
                if case.find(kind) is not None:
                    status, output = meaning, case.find(kind).text
                    break
            key = "_".join([suite.get("name"), str(case.get("classname")), case.get("name")])
            cases.setdefault(key, GitLabCase(status, suite.get("name"), case.get("classname"), case.get("name"),
                                             case.get("file"), output))
    return list(cases.values())


def jenkins(root):
    """Its cases by class and name: (status, message, text). Suites without a case are skipped."""
    cases = {}
    for suite in root.iter("testsuite"):
        for case in suite.findall("testcase"):
            fault = case.find("error") if case.find("error") is not None else case.find("failure")
            skipped = case.find("skipped")
            key = (case.get("classname", suite.get("name")), case.get("name"))
            if skipped is not None:
                cases[key] = ("skipped", skipped.get("message", skipped.text), None)
            elif fault is not None:
                cases[key] = ("failed", fault.get("message"), fault.text)
            else:
                cases[key] = ("passed", None, case.findtext("system-out"))
    return cases


class JUnit(written.Case):
    def read(self, form, *files, **options):
        """The root, after checking the requirements on every report."""
        xml = self.write(form, *files, **options)
        root = ElementTree.fromstring(xml)
        self.assertTrue(xml.startswith(b'<?xml version="1.0" encoding="UTF-8"?>\n'))
        self.assertNotIn(b"<![CDATA[", xml)
        self.assert_well_formed(xml)
        self.assert_counts(root)
        self.assert_cases(root, len(files) // 2 if not files or not isinstance(files[0], tuple) else len(files))
        if form == JUNIT_STRICT:
            self.assert_strict(root)
        return root

    def assert_well_formed(self, xml):
        xmllint = shutil.which("xmllint")
        if xmllint is None:
            return
        done = subprocess.run([xmllint, "--noout", "--nonet", "-"], input=xml, stderr=subprocess.PIPE)
        self.assertEqual((done.returncode, done.stderr), (0, b""))

    def assert_counts(self, root):
        def counted(element):
            cases = list(element.iter("testcase"))
            kinds = {name: sum(case.find(kind) is not None for case in cases)
                     for name, kind in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped"))}
            return {"tests": len(cases), **kinds}

        for element in [root, *root]:
            for name, count in counted(element).items():
                stated = element.get(name)
                if not (element is root and name == "skipped" and stated is None):
                    self.assertEqual(stated, str(count), (element.tag, name))

    def assert_cases(self, root, files):
        """Each file has a suite with a case, and no case is lost by tools that identify cases by name."""
        self.assertEqual(root.tag, "testsuites")
        self.assertEqual(len(root), files)
        cases = list(root.iter("testcase"))
        for suite in root:
            self.assertGreater(len(suite), 0)
            self.assertTrue(suite.get("name"))
        for element in [root, *root, *cases]:
            self.assertEqual(element.get("time"), "0")
            self.assertIsNone(element.get("timestamp"))
        for case in cases:
            self.assertTrue(case.get("classname"))
            self.assertLessEqual(len(case.get("name")), 255)
            self.assertLessEqual(len(case), 1)
        self.assertEqual(len(gitlab(root)), len(cases))
        self.assertEqual(len(jenkins(root)), len(cases))

    def assert_strict(self, root):
        for element in root.iter():
            needed, allowed, inside = STRICT[element.tag]
            self.assertLessEqual(set(needed), set(element.attrib))
            self.assertLessEqual(set(element.attrib), set(needed) | allowed, element.tag)
            self.assertLessEqual({child.tag for child in element}, inside, element.tag)
            self.assertTrue(re.fullmatch(r"[0-9]{0,3}(\.[0-9]{0,3})?", element.get("time", "0")))

    def names(self, root, kind):
        return [case.get("name") for case in root.iter("testcase") if case.find(kind) is not None]

    def test_a_clean_file_is_one_case_that_passes(self):
        root = self.read(JUNIT, ("plans/complete.helhedsplan.json", COMPLETE))
        self.assertEqual(gitlab(root), [("success", "plans/complete.helhedsplan.json", "plans.complete", "passes the rules",
                                         "plans/complete.helhedsplan.json", None)])

    def test_no_files(self):
        root = self.read(JUNIT)
        self.assertEqual(root.attrib, {"name": "helhedsplan", "tests": "0", "failures": "0", "errors": "0",
                                       "skipped": "0", "time": "0"})

    def test_errors_fail_and_warnings_pass_with_what_was_found(self):
        root = self.read(JUNIT, ("plans/v.helhedsplan.json", VOLLSMOSE))
        failed = [case for case in gitlab(root) if case.status != "success"]
        self.assertEqual([case.name for case in failed], ["HP401 /financing/contributions"])
        message = ("Local co-financing is DKK 11,000,000, which is 23.91 % of the total of DKK 46,000,000 (31.43 % of the "
                   "grant); at least 25 % of the total is required. It is short by DKK 500,000 at the same total and by "
                   "DKK 666,667 at the same grant.")
        line = 1 + VOLLSMOSE.read_text("utf-8").split('"contributions"')[0].count("\n")
        self.assertTrue(failed[0].output.startswith(
            f"plans/v.helhedsplan.json:{line}:22: error: {message} [HP401 local-share-below-minimum]\nRemedy: Either raise "))
        self.assertEqual(jenkins(root)["plans.v", failed[0].name][:2], ("failed", message))
        self.assertEqual(len(root[0]), 7)
        self.assertEqual(self.names(root, "failure"), [failed[0].name])
        passed = jenkins(root)["plans.v", "HP405 /financing/frame"]
        self.assertEqual(passed[0], "passed")
        self.assertRegex(passed[2], r"^plans/v\.helhedsplan\.json:\d+:14: warning: At least 25 % .*\[HP405 .*\nRemedy: ")
        case = root.find("testsuite/testcase[failure]")
        self.assertEqual((case.get("file"), case.get("line")), ("plans/v.helhedsplan.json", str(line)))
        self.assertEqual(case.find("failure").get("type"), "error")

    def test_what_fails_a_job_fails_a_case(self):
        file = self.file("a.json", plan())
        errors = ["HP201", "HP211"]
        self.assertEqual(self.names(self.read(JUNIT, ("a.json", file)), "failure"), errors)
        self.assertEqual(self.names(self.read(JUNIT, ("a.json", file)), "system-out"), ["HP322"])
        for fail_on, failing in ((OFF, []), (WARNING, [*errors, "HP322"]), (INFO, [*errors, "HP322", "HP406", "HP504"])):
            root = self.read(JUNIT, ("a.json", file), fail_on=fail_on)
            self.assertEqual(self.names(root, "failure"), failing)
        self.assertEqual([case.find("failure").get("type") for case in root.iter("testcase")],
                         ["error", "error", "warning", "info", "info"])
        root = self.read(JUNIT, ("a.json", file), fail_on=WARNING, show=ERROR)
        self.assertEqual(self.names(root, "failure"), [*errors, "HP322"], "what fails a job is stated, shown or not")

    def test_infos_where_they_are_shown(self):
        file = self.file("a.json", plan())
        self.assertEqual(self.names(self.read(JUNIT, ("a.json", file), show=INFO), "system-out"), ["HP322", "HP406", "HP504"])
        root = self.read(JUNIT, ("a.json", file), show=ERROR)
        self.assertEqual([case.get("name") for case in root.iter("testcase")], ["HP201", "HP211"])

    def test_waived_findings_are_skipped_with_the_reason(self):
        waivers = [{"rule": rule, "reason": f"Aftalt <{rule}>"} for rule in ("HP201", "HP211", "HP322")]
        root = self.read(JUNIT, ("a.json", self.file("a.json", plan(waivers=waivers))), fail_on=WARNING)
        self.assertEqual([case.status for case in gitlab(root)], ["skipped"] * 3)
        self.assertRegex(gitlab(root)[0].output, r"^a\.json:1:1: error: .* \[HP201 no-goals\]\nWaived: Aftalt <HP201>$")
        self.assertEqual(jenkins(root)["a", "HP322"][:1], ("skipped",))
        self.assertEqual(root.attrib["skipped"], "3")
        root = self.read(JUNIT, ("a.json", self.file("a.json", plan(waivers=waivers))), show=ERROR, fail_on=WARNING)
        self.assertEqual(self.names(root, "skipped"), ["HP201", "HP211"], "what is waived fails no job, so it is not stated")

    def test_files_that_cannot_be_read_are_errors(self):
        root = self.read(JUNIT, ("væk.json", f"!{NO_FILE}"), ("hemmelig.json", f"!{PERMISSION}"), ("ok.json", COMPLETE))
        self.assertEqual([case.status for case in gitlab(root)], ["error", "error", "success"])
        self.assertEqual(gitlab(root)[0].name, "can be read")
        self.assertTrue(gitlab(root)[0].output.startswith("væk.json: "))
        self.assertEqual(gitlab(root)[0].output, "væk.json: " + jenkins(root)["væk", "can be read"][1])
        self.assertNotEqual(gitlab(root)[0].output[8:], gitlab(root)[1].output[13:])
        self.assertEqual(root.attrib["errors"], "2")

    def test_several_files_have_their_own_suites_and_counts(self):
        bad = self.file("a.json", plan())
        root = self.read(JUNIT, ("x/a.json", bad), ("y/a.json", bad), ("ok.json", COMPLETE), ("væk.json", f"!{NO_FILE}"))
        self.assertEqual([(s.get("tests"), s.get("failures"), s.get("errors")) for s in root],
                         [("3", "2", "0"), ("3", "2", "0"), ("1", "0", "0"), ("1", "0", "1")])
        self.assertEqual(root.attrib, {"name": "helhedsplan", "tests": "8", "failures": "4", "errors": "1", "skipped": "0",
                                       "time": "0"})

    def test_the_same_name_twice_is_numbered(self):
        json = self.file("a.json", b'{"format": "helhedsplan/1", "id": "p", "id": "q", "id": "r", "id": "s"}')
        root = self.read(JUNIT, ("a.json", json))
        found = [case.get("name") for case in root.iter("testcase") if case.get("name").startswith("HP102")]
        self.assertEqual(found, ["HP102 /id", "HP102 /id #2", "HP102 /id #3"])
        bad = self.file("b.json", plan())
        for paths in (("a.json", "a.json"), ("a.json", "a.helhedsplan.json"), ("./a.json", "a.json"), ("a.b.json", "a_b.json")):
            self.read(JUNIT, *((path, bad) for path in paths))

    def test_a_name_that_looks_numbered_hides_none(self):
        json = self.file("a.json", b'{"id": 1, "id": 2, "id #2": 3, "id #2": 4, "id": 5, "id #2 #2": 6, "id #2 #2": 7}')
        self.read(JUNIT, ("a.json", json))
        json = self.file("a.json", b'{"\\u001b": 1, "\\\\u{1b}": 2, "\\u001b": 3, "\\\\u{1b}": 4}')
        root = self.read(JUNIT, ("a.json", json))
        self.assertIn("HP102 /\\u{1b} #2", [case.get("name") for case in root.iter("testcase")])

    def test_classes_are_folders_and_files_without_other_dots(self):
        for path, name in (("a.json", "a"), ("plans/a.helhedsplan.json", "plans.a"), ("./plans/v1.2.json", "plans.v1_2"),
                           ("../a.json", "__.a"), ("/abs/a", "abs.a"), ("-", "-"), ("", "-"), ("x/.json", "x._json"),
                           ("/", "-"), ("/repo/plans/ærø.json", "plans.ærø")):
            with self.subTest(path):
                root = self.read(JUNIT, (path, COMPLETE), root="/repo/")
                self.assertEqual(gitlab(root)[0].classname, name)

    def test_paths_are_relative_to_the_root(self):
        root = self.read(JUNIT, ("/repo/plans/a.json", self.file("a.json", plan())), root="/repo")
        self.assertEqual({case.file for case in gitlab(root)}, {"plans/a.json"})
        self.assertEqual(root[0].get("name"), "plans/a.json")
        self.assertTrue(gitlab(root)[0].output.startswith("plans/a.json:1:1: "))

    def test_a_plan_without_text_has_pointers_for_lines(self):
        root = self.read(JUNIT, ("", f"?{VOLLSMOSE}"))
        case = root.find("testsuite/testcase[failure]")
        self.assertIsNone(case.get("line"))
        self.assertTrue(case.findtext("failure").startswith("-/financing/contributions: error: Local"))

    def test_danish(self):
        waivers = [{"rule": "HP211", "reason": "Aftalt"}]
        root = self.read(JUNIT, ("a.json", self.file("a.json", plan(waivers=waivers))), lang=DANISH)
        self.assertEqual([case.name for case in gitlab(root)], ["HP201", "HP211", "HP322"], "no other than in English")
        self.assertRegex(gitlab(root)[0].output, r"^a\.json:1:1: fejl: Planen har ingen mål\. .*\nAfhjælpning: ")
        self.assertRegex(gitlab(root)[1].output, r"\nUndtagelse: Aftalt$")
        self.assertRegex(root.findtext("testsuite/testcase/system-out"), r"^a\.json:1:1: advarsel: ")

    def test_strict(self):
        waivers = [{"rule": "HP211", "reason": "Aftalt"}]
        files = [("a.json", self.file("a.json", plan(waivers=waivers))), ("v.json", VOLLSMOSE), ("ok.json", COMPLETE),
                 ("væk.json", f"!{NO_FILE}")]
        for options in ({}, {"fail_on": INFO}, {"show": INFO}):
            strict = self.read(JUNIT_STRICT, *files, **options)
            self.assertEqual(jenkins(strict), jenkins(self.read(JUNIT, *files, **options)))
        self.read(JUNIT_STRICT)

    def test_hostile_documents(self):
        shown = ("]]>", "<script>alert(1)</script>", "&lt;&#0;&amp;", "[U+001B escape][31m", "[U+202E right-to-left override]",
                 "[U+FFFE noncharacter][U+FFFF noncharacter]", "[U+0001 control character][U+0008 backspace]",
                 "\\u{23}#[error]", "\\u{23}#VSO[task]", "<!DOCTYPE x", "\\u{5b}[ATTACHMENT|")
        for document in written.hostile_plans():
            file = self.file("a.json", document)
            for form in (JUNIT, JUNIT_STRICT):
                root = self.read(form, ("a.json", file), show=INFO, fail_on=INFO)
                text = "".join(root.itertext()) + "".join(v for e in root.iter() for v in e.attrib.values())
                for part in shown:
                    self.assertIn(part, text)
                self.assertNotIn("[[ATTACHMENT|", text)
        self.assertEqual(self.names(root, "skipped"), ["HP322"])
        self.assertIn("<script>", root.findtext("testsuite/testcase/skipped"))

    def test_hostile_paths(self):
        file = self.file("a.json", plan())
        for path in (*written.HOSTILE, "a\n::error::b.json", "\udcff\udcfe.json", "a" * 4000, "<" * 5000, ":x", "%2e"):
            with self.subTest(path):
                raw = path.encode("utf-8", "surrogateescape")
                root = self.read(JUNIT, (raw, file), (raw, f"!{NO_FILE}"), (raw, COMPLETE))
                self.assertEqual(root.attrib["tests"], "5")

    def test_long_texts_are_cut(self):
        long = "ø" * 10_000_000
        root = self.read(JUNIT, ("a.json", self.file("a.json", plan(**{long: 1}))))
        self.assertLess(max(map(len, root.itertext())), 10_000)
        waivers = [{"rule": "HP322", "reason": long}]
        root = self.read(JUNIT, ("a.json", self.file("a.json", plan(title=long, waivers=waivers))), show=INFO)
        self.assertEqual(self.names(root, "skipped"), ["HP322"])
        self.assertTrue(root.findtext("testsuite/testcase/skipped").endswith("\nWaived: " + "ø" * 2000 + "…"))

    def test_long_names_are_cut_and_still_differ(self):
        nested = '{"a": 1, "a": 2, "a": 3, "b": 1, "b": 2}'
        for _ in range(10):
            nested = '{"%s": %s}' % ("ø" * 60, nested)
        root = self.read(JUNIT, ("a.json", self.file("a.json", ('{"x-a": %s}' % nested).encode())))
        cut = [case.get("name") for case in root.iter("testcase") if case.get("name").startswith("HP102")]
        name = "HP102 /x-a/" + "ø" * 60 + "/" + "ø" * 57 + "…"
        self.assertEqual(cut, [name, name + " #2", name + " #3"])

    def test_what_is_too_much_for_gitlab_is_counted(self):
        file = self.file("a.json", plan(**{f"n{i}": 0 for i in range(20_000)}))
        xml = self.write(JUNIT, ("a.json", file), ("b.json", file))
        root = ElementTree.fromstring(xml)
        self.assert_counts(root)
        objects = sum(1 + len(e.attrib) + (e.text is not None) + (e.tail is not None) for e in root.iter())
        self.assertLess(objects, 250_000)
        self.assertLess(len(xml), 30_000_000)
        self.assertEqual(len(gitlab(root)), 15_002)
        further = [case for case in gitlab(root) if case.name == "further findings"]
        self.assertEqual([case.status for case in further], ["failed", "failed"])
        self.assertEqual(further[0].output, "a.json: 5000 more findings are counted but not listed: there are too many.")
        self.assertTrue(further[1].output.startswith("b.json: 20000 more"))
        xml = self.write(JUNIT, ("a" * 4000, file))
        self.assertLess(len(xml), 30_000_000)
        self.assertIn("further findings", [case.name for case in gitlab(ElementTree.fromstring(xml))])


if __name__ == "__main__":
    written.main()
