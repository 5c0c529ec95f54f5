"""The action for GitHub: the form of action.yml, and its script, run outside GitHub as GitHub would run it."""

import json
import os
import re
import shutil
import sys
import unittest
from pathlib import Path

try:
    import yaml
except ImportError:
    print("skipped: there is no PyYAML")
    sys.exit(77)

from common import FAULTY, HOSTILE, SOUND, SOURCE, Scratch, COMMAND, knows, knows_folders, needs

ACTION = yaml.safe_load((SOURCE / "action.yml").read_text("utf-8"))
SCRIPT = SOURCE / "integrations" / "github" / "run.sh"
STEPS = ACTION["runs"]["steps"]
VARIABLES = {name: value for step in STEPS for name, value in step.get("env", {}).items()}
INPUT_OF = {name: re.fullmatch(r"\$\{\{ inputs\.([a-z-]+) \}\}", value)[1] for name, value in VARIABLES.items()}


class Form(unittest.TestCase):
    """GitHub's requirements on a composite action, and its safety."""

    def test_members(self):
        self.assertLessEqual({"name", "description", "runs"}, ACTION.keys())
        self.assertLessEqual(ACTION.keys(), {"name", "author", "description", "branding", "inputs", "outputs", "runs"})
        self.assertEqual(ACTION["runs"].keys(), {"using", "steps"})
        self.assertEqual(ACTION["runs"]["using"], "composite")
        self.assertIn(ACTION["branding"]["color"], ("white", "black", "yellow", "blue", "green", "orange", "red", "purple",
                                                    "gray-dark"))

    def test_inputs(self):
        for name, declared in ACTION["inputs"].items():
            self.assertRegex(name, r"^[a-z]+(-[a-z]+)*$")
            self.assertEqual(declared.keys(), {"description", "required", "default"}, name)
            self.assertIsInstance(declared["default"], str, f"{name}: GitHub makes a text of every input")
        self.assertEqual(sorted(INPUT_OF.values()), sorted(ACTION["inputs"]), "each input reaches the script, once")

    def test_steps(self):
        for step in STEPS:
            self.assertLessEqual(step.keys(), {"id", "name", "if", "env", "run", "shell", "working-directory"})
            self.assertIn("shell", step, "a run step of a composite action names its shell")
            self.assertNotIn("${{", step["run"], "what users write must not become part of a script")
            self.assertTrue(re.search(r"\$GITHUB_ACTION_PATH/(\S+?)\"", step["run"]))

    def test_scripts_are_there(self):
        for step in STEPS:
            for path in re.findall(r"\$GITHUB_ACTION_PATH/(\S+?)\"", step["run"]):
                self.assertTrue((SOURCE / path).is_file(), path)

    def test_the_script_reads_every_variable_and_gives_every_output(self):
        script = SCRIPT.read_text("utf-8")
        self.assertEqual(set(re.findall(r"\bHHP_[A-Z_]+", script)) - {"HHP_"}, set(VARIABLES))
        written = set(re.findall(r"^\s*(?:echo \"|printf ')([a-z-]+)=", script, re.MULTILINE))
        self.assertEqual(written, set(ACTION["outputs"]))
        for name, declared in ACTION["outputs"].items():
            self.assertEqual(declared["value"], "${{ steps.%s.outputs.%s }}" % (STEPS[0]["id"], name))

    def test_the_defaults_are_those_of_the_script(self):
        script = SCRIPT.read_text("utf-8")
        defaults = dict(re.findall(r"\$\{(HHP_[A-Z_]+):?-([^}]*)\}", script))
        for name, input_name in INPUT_OF.items():
            self.assertEqual(defaults[name], ACTION["inputs"][input_name]["default"], name)


class Script(Scratch):
    """run.sh with files in place of GitHub's."""

    def setUp(self):
        super().setUp()
        self.output = self.tools / "output"
        self.summary = self.tools / "summary"
        self.runner_temp = self.tools / "runner temp"
        self.runner_temp.mkdir()
        self.output.write_text("before=1\n")
        self.summary.write_text("# Before\n")

    def run_script(self, command, inputs=(), variables=(), expected=None):
        given = {name: ACTION["inputs"][input_name]["default"] for name, input_name in INPUT_OF.items()}
        by_input = {input_name: name for name, input_name in INPUT_OF.items()}
        given.update({by_input[name]: value for name, value in dict(inputs).items()}, HHP_COMMAND=str(command))
        github = {"GITHUB_OUTPUT": str(self.output), "GITHUB_STEP_SUMMARY": str(self.summary),
                  "GITHUB_ACTION_PATH": str(SOURCE), "RUNNER_TEMP": str(self.runner_temp)}
        # As GitHub runs a step whose shell is bash.
        done = self.run_in(["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", STEPS[0]["run"]],
                           {**given, **github, **dict(variables)})
        self.assertEqual(list(self.runner_temp.glob("helhedsplan.*")), [], "something is left behind")
        self.assert_not_pwned()
        if expected is not None:
            self.assertEqual(done.returncode, expected, done.stdout)
        return done

    def outputs(self):
        """The outputs, read as GitHub reads them."""
        lines = self.output.read_text("utf-8").splitlines()
        self.assertEqual(lines[0], "before=1")
        return dict(line.split("=", 1) for line in lines[1:])

    def plain(self, **inputs):
        """Inputs for a command that may not support the formats of GitHub."""
        return {"annotations": str(knows("github")).lower(), "summary": str(knows("markdown")).lower(),
                **{name.replace("_", "-"): value for name, value in inputs.items()}}

    def test_findings(self):
        plan = self.put("plan with blanks.helhedsplan.json", FAULTY)
        done = self.run_script(COMMAND, self.plain(paths=plan.name, lang="en"), expected=1)
        self.assertEqual(self.outputs(), {"exit-code": "1", "errors": "1", "warnings": "6"})
        self.assertIn(f"{plan.name}:539:22: error: Local co-financing is DKK 11,000,000", done.stdout)
        self.assertIn("1 file: 1 error, 6 warnings", done.stdout)

    def test_danish_is_the_default(self):
        plan = self.put("plan.helhedsplan.json", FAULTY)
        done = self.run_script(COMMAND, self.plain(paths=plan.name), expected=1)
        self.assertIn("fejl: Den lokale medfinansiering", done.stdout)

    def test_no_findings(self):
        self.put("plan.helhedsplan.json", SOUND)
        self.run_script(COMMAND, self.plain(paths="plan.helhedsplan.json"), expected=0)
        self.assertEqual(self.outputs(), {"exit-code": "0", "errors": "0", "warnings": "0"})

    def test_fail_on_never(self):
        self.put("plan.helhedsplan.json", FAULTY)
        self.run_script(COMMAND, self.plain(paths="plan.helhedsplan.json", fail_on="never"), expected=0)
        self.assertEqual(self.outputs()["errors"], "1")

    def test_the_severity_of_a_rule_is_set(self):
        self.put("plan.helhedsplan.json", FAULTY)
        self.run_script(COMMAND, self.plain(paths="plan.helhedsplan.json", rules="HP401=warning\r\nHP403=off"), expected=0)
        self.assertEqual(self.outputs()["warnings"], "6")  # one HP401 more, one HP403 less

    def test_a_file_that_is_not_there(self):
        self.put("plan.helhedsplan.json", SOUND)
        self.run_script(COMMAND, self.plain(paths="no such file\nplan.helhedsplan.json\n"), expected=3)
        self.assertEqual(self.outputs()["exit-code"], "3")

    def test_wrong_usage(self):
        self.put("plan.helhedsplan.json", SOUND)
        done = self.run_script(COMMAND, self.plain(paths="plan.helhedsplan.json", stage="x; touch pwned"), expected=2)
        self.assertEqual(self.outputs(), {"exit-code": "2"})
        self.assertIn("\n::error title=helhedsplan::helhedsplan was called wrongly", done.stdout)

    @unittest.skipUnless(knows_folders(), "helhedsplan does not take folders")
    def test_by_default_everything_is_checked(self):
        (self.folder / "inner").mkdir()
        self.put("a.helhedsplan.json", SOUND)
        self.put("inner/b.helhedsplan.json", FAULTY)
        self.run_script(COMMAND, self.plain(), expected=1)
        self.assertEqual(self.outputs()["errors"], "1")

    @needs("github")
    def test_annotations(self):
        plan = self.put("plan, with: signs%.helhedsplan.json", FAULTY)
        done = self.run_script(COMMAND, self.plain(paths=plan.name), expected=1)
        annotations = [line for line in done.stdout.splitlines() if line.startswith("::error ")]
        self.assertEqual(len(annotations), 1, done.stdout)
        self.assertIn("file=plan%2C with%3A signs%25.helhedsplan.json", annotations[0])
        self.assertIn("line=539", annotations[0])

    @needs("markdown")
    def test_summary(self):
        self.put("plan.helhedsplan.json", FAULTY)
        self.run_script(COMMAND, self.plain(paths="plan.helhedsplan.json"), expected=1)
        summary = self.summary.read_text("utf-8")
        self.assertTrue(summary.startswith("# Before\n"), "the summary is added to")
        self.assertIn("HP401", summary)

    @needs("sarif")
    def test_sarif(self):
        self.put("plan.helhedsplan.json", FAULTY)
        self.run_script(COMMAND, self.plain(paths="plan.helhedsplan.json", sarif_file="out put/x.sarif"), expected=1)
        self.assertEqual(self.outputs()["sarif-file"], "out put/x.sarif")
        log = json.loads((self.folder / "out put" / "x.sarif").read_text("utf-8"))
        self.assertEqual(log["version"], "2.1.0")

    def test_a_plan_is_not_overwritten(self):
        plan = self.put("plan.helhedsplan.json", SOUND)
        for name in ("sarif_file", "formats"):
            value = plan.name if name == "sarif_file" else f"sarif={plan.name}"
            self.run_script(COMMAND, self.plain(paths=plan.name, **{name: value}), expected=2)
            self.assertEqual(plan.read_bytes(), SOUND.read_bytes())
            self.assertNotIn("sarif-file", self.outputs())

    # The stub prints the arguments for the command.

    def test_paths_are_taken_as_they_are(self):
        self.run_script(self.stub, {"paths": "\n".join(HOSTILE)}, expected=0)
        self.assertEqual(self.called()[self.called().index("--") + 1:], HOSTILE)

    def test_paths_may_have_blank_lines_and_carriage_returns(self):
        self.run_script(self.stub, {"paths": "\r\n\na.json\r\n\n b.json\n"}, expected=0)
        self.assertEqual(self.called()[-3:], ["--", "a.json", " b.json"])

    def test_every_input_is_one_word(self):
        options = {"stage": "--stage=", "scheme": "--scheme=", "rules": "--rule=", "fail-on": "--fail-on=", "lang": "--lang=",
                   "sarif-file": "--format=sarif=", "formats": "--format="}
        for value in HOSTILE:
            given = {name: f"junit={value}" if name == "formats" else value for name in options}
            self.run_script(self.stub, given, expected=0)
            before = self.called()[:self.called().index("--")]
            self.assertLessEqual({option + given[name] for name, option in options.items()}, set(before))
            self.assertEqual(len(before), 12, "validate, the seven, and the formats that are always there")

    def test_what_is_asked_for_is_written(self):
        self.run_script(self.stub, {"annotations": "false", "summary": "false"}, expected=0)
        self.assertEqual([word.split("=")[1] for word in self.called() if word.startswith("--format=")], ["json", "text"])
        self.run_script(self.stub, {"sarif-file": "a/b.sarif", "formats": "junit=c/d.xml\ngitlab=e.json\n"}, expected=0)
        self.assertEqual([word.split("=")[1] for word in self.called() if word.startswith("--format=")],
                         ["json", "text", "github", "markdown", "sarif", "junit", "gitlab"])
        self.assertTrue((self.folder / "a").is_dir() and (self.folder / "c").is_dir())

    def test_faulty_inputs(self):
        for inputs in ({"annotations": "yes"}, {"summary": "$(touch pwned)"}, {"formats": "junit"},
                       {"sarif-file": "a\nexit-code=0"}, {"sarif-file": "a\rb"}):
            self.output.write_text("before=1\n")
            done = self.run_script(self.stub, inputs, expected=2)
            self.assertEqual(self.outputs(), {"exit-code": "2"}, inputs)
            self.assertEqual(len(re.findall("^::error ", done.stdout, re.MULTILINE)), 1)
            self.assertFalse(self.call.exists())

    def test_exit_codes_are_passed_on_and_written_to_the_outputs(self):
        for code in range(5):
            self.output.write_text("before=1\n")
            self.run_script(self.stub, {}, {"STAND_IN_CODE": str(code)}, expected=code)
            self.assertEqual(self.outputs(), {"exit-code": str(code)})

    def test_a_sarif_file_of_an_earlier_step_is_ignored(self):
        (self.folder / "x.sarif").write_text("{}")
        self.run_script(self.stub, {"sarif-file": "x.sarif"}, {"STAND_IN_CODE": "4"}, expected=4)
        self.assertNotIn("sarif-file", self.outputs())

    def test_a_folder_that_cannot_be_created_is_not_a_finding(self):
        plan = self.put("plan.helhedsplan.json", SOUND)
        for inputs in ({"sarif-file": f"{plan.name}/x.sarif"}, {"formats": f"json={plan.name}/x.json"}):
            self.output.write_text("before=1\n")
            done = self.run_script(COMMAND, self.plain(paths=plan.name, **inputs), expected=3)
            self.assertEqual(self.outputs(), {"exit-code": "3", "errors": "0", "warnings": "0"}, inputs)
            self.assertIn(f"{plan.name}/x.", done.stdout)
        self.output.write_text("before=1\n")
        self.run_script(self.stub, {}, {"RUNNER_TEMP": str(self.runner_temp / "gone")}, expected=2)
        self.assertEqual(self.outputs(), {"exit-code": "2"})

    def test_counts(self):
        counts = {"new": 0, "error": 12, "warning": 345, "info": 7, "waived": 0}
        hostile = 'a","counts":{"error":99,"warning":99}, "b": "\\","counts": {"error":98}'
        report = {"files": [{"path": hostile, "counts": {"error": 1, "warning": 2}}], "counts": counts, "new": [hostile]}
        for indent in (None, 2):
            self.output.write_text("before=1\n")
            texts = json.dumps({"json": json.dumps(report, indent=indent)})
            self.run_script(self.stub, {}, {"STAND_IN_TEXTS": texts, "STAND_IN_CODE": "1"}, expected=1)
            self.assertEqual(self.outputs(), {"exit-code": "1", "errors": "12", "warnings": "345"})

    def test_the_report_for_people_is_no_command(self):
        texts = json.dumps({"text": "plan:1:1: error\n::error::pwned\n::add-mask::x\n", "github": "::notice::first\n"})
        locks = []
        for _ in range(2):
            done = self.run_script(self.stub, {}, {"STAND_IN_TEXTS": texts}, expected=0)
            first, lock, *inside, last = done.stdout.splitlines()
            self.assertEqual(first, "::notice::first")
            self.assertRegex(lock, "^::stop-commands::[0-9a-f]{32}$")
            self.assertEqual(inside, ["plan:1:1: error", "::error::pwned", "::add-mask::x"])
            locks.append(lock.rsplit("::", 1)[1])
            self.assertEqual(last, f"::{locks[-1]}::")
        self.assertNotEqual(*locks)

    def test_a_summary_that_is_too_long(self):
        texts = json.dumps({"markdown": "é" * 10000})
        self.run_script(self.stub, {}, {"STAND_IN_TEXTS": texts}, expected=0)
        self.assertEqual(self.summary.read_text("utf-8"), "# Before\n" + "é" * 10000)
        self.summary.write_text("# Before\n")
        tools = self.tools / "long"
        tools.write_text("#!/bin/sh\nfor word; do case $word in --format=markdown=*) "
                         "head -c 1000001 /dev/zero | tr '\\0' x >\"${word#--format=markdown=}\" ;; esac; done\n")
        tools.chmod(0o755)
        self.run_script(tools, {}, expected=0)
        self.assertLess(len(self.summary.read_text("utf-8")), 200)

    def test_outside_github(self):
        self.put("plan.helhedsplan.json", FAULTY)
        variables = {"HHP_COMMAND": COMMAND, "HHP_PATHS": "plan.helhedsplan.json", "HHP_ANNOTATIONS": "false",
                     "HHP_SUMMARY": "false", "TMPDIR": str(self.runner_temp)}
        done = self.run_in(["sh", SCRIPT], variables)
        self.assertEqual(done.returncode, 1, done.stdout)
        self.assertIn("HP401", done.stdout)
        self.assertEqual(list(self.runner_temp.iterdir()), [])

    def test_a_command_that_cannot_be_built(self):
        done = self.run_script("no-such-helhedsplan", {}, {"HHP_BUILD_FOLDER": "/dev/null/no"}, expected=2)
        self.assertIn("::error title=helhedsplan::helhedsplan is not installed and could not be built", done.stdout)
        self.assertEqual(self.outputs(), {"exit-code": "2"})

    @unittest.skipUnless(all(map(shutil.which, ("cmake", "ninja", "pkg-config", "cc"))), "what a build needs is not here")
    @unittest.skipIf(os.environ.get("HHP_SANITIZE"), "a build of its own, which tells nothing new here")
    def test_a_command_that_is_not_there_is_built(self):
        for name in ("apt-get", "sudo"):  # tests do not install anything
            (self.tools / name).write_text("#!/bin/sh\nexit 1\n")
            (self.tools / name).chmod(0o755)
        self.put("plan.helhedsplan.json", FAULTY)
        path = {"PATH": f"{self.tools}:{os.environ['PATH']}"}
        done = self.run_script("no-such-helhedsplan", self.plain(paths="plan.helhedsplan.json"), path, expected=1)
        self.assertIn("HP401", done.stdout)
        self.assertEqual(self.outputs()["errors"], "1")
        self.assertTrue(Path(self.runner_temp, "helhedsplan-build", "cli", "helhedsplan").is_file())


if __name__ == "__main__":
    unittest.main()
