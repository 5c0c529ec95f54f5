"""The template for GitLab: its form, and its script, run as the runner would, in bash and in sh."""

import json
import os
import sys
import unittest
import xml.etree.ElementTree as xml

try:
    import yaml
except ImportError:
    print("skipped: there is no PyYAML")
    sys.exit(77)

from common import COMMAND, FAULTY, HOSTILE, SOUND, SOURCE, Scratch, needs

TEMPLATE = yaml.safe_load((SOURCE / "integrations" / "gitlab" / "helhedsplan.gitlab-ci.yml").read_text("utf-8"))
JOB = TEMPLATE["helhedsplan"]
REPORTS = JOB["artifacts"]["reports"]

# The runner passes the script to a shell as one text, and closes standard input. In bash, every failure is then exit
# code 1, unless FF_USE_NEW_BASH_EVAL_STRATEGY is on, which is the second way.
OLD_BASH = ["bash", "-c", "set -eo pipefail; set +o noclobber; : | eval \"$1\"", "script"]
SHELLS = (OLD_BASH, ["bash", "-c", "set -eo pipefail; set +o noclobber; : | (eval \"$1\")", "script"],
          ["sh", "-c", "set -e; : | eval \"$1\"", "script"])


class Form(unittest.TestCase):
    def test_members(self):
        self.assertEqual(list(TEMPLATE), ["helhedsplan"], "a template that is included brings one job and nothing else")
        self.assertEqual(JOB.keys(), {"stage", "variables", "script", "artifacts"})
        for name, value in JOB["variables"].items():
            self.assertRegex(name, "^HHP_[A-Z_]+$")
            self.assertIsInstance(value, str, f"{name}: GitLab takes texts")
        for line in JOB["script"]:
            self.assertIsInstance(line, str)
            self.assertNotIn("$[[", line)

    def test_reports(self):
        self.assertEqual(JOB["artifacts"]["when"], "always", "a job that fails is the one whose reports are wanted")
        self.assertEqual(REPORTS.keys(), {"codequality", "junit"})
        script = "\n".join(JOB["script"])
        self.assertIn(f"--format=gitlab={REPORTS['codequality']} ", script)
        self.assertIn(f"--format=junit={REPORTS['junit']}\n", script)
        self.assertTrue(REPORTS["junit"].endswith(".xml"), "GitLab takes no other")

    def test_every_variable_is_used(self):
        script = "\n".join(JOB["script"])
        for name in JOB["variables"]:
            self.assertIn(f"${name}", script)


class Script(Scratch):
    def run_job(self, shell, command, code, variables=()):
        (self.tools / "bin").mkdir(exist_ok=True)
        link = self.tools / "bin" / "helhedsplan"
        link.unlink(missing_ok=True)
        link.symlink_to(command)
        path = {"PATH": f"{link.parent}:{os.environ['PATH']}"}
        done = self.run_in([*shell, "\n".join(JOB["script"])], {**JOB["variables"], **dict(variables), **path})
        self.assertEqual(done.returncode, code, done.stdout)
        self.assert_not_pwned()
        return done

    def test_paths_are_taken_as_they_are(self):
        for shell in SHELLS:
            self.run_job(shell, self.stub, 0, {"HHP_PATHS": "\n".join(HOSTILE)})
            self.assertEqual(self.called(), ["validate", "--lang=da", "--fail-on=error", "--format=text",
                                             "--format=gitlab=helhedsplan-codequality.json",
                                             "--format=junit=helhedsplan-junit.xml", "--", *HOSTILE])

    def test_every_variable_is_one_word(self):
        for value in HOSTILE:
            self.run_job(SHELLS[0], self.stub, 0, {"HHP_STAGE": value, "HHP_FAIL_ON": value, "HHP_LANG": value})
            self.assertLessEqual({f"--stage={value}", f"--fail-on={value}", f"--lang={value}"}, set(self.called()))

            self.run_job(SHELLS[0], self.stub, 0, {"HHP_SCHEME": value, "HHP_RULES": f"HP405=off\n{value}"})
            self.assertEqual(self.called()[4:-2], ["--format=gitlab=helhedsplan-codequality.json",
                                                   "--format=junit=helhedsplan-junit.xml", f"--scheme={value}",
                                                   "--rule=HP405=off", f"--rule={value}"])

    def test_exit_codes_are_passed_on(self):
        for shell in SHELLS:
            for code in range(5):
                expected = min(code, 1) if shell == OLD_BASH else code
                self.run_job(shell, self.stub, expected, {"STAND_IN_CODE": str(code)})

    @needs("gitlab", "junit")
    def test_findings(self):
        self.put("plan.helhedsplan.json", FAULTY)
        for shell in SHELLS:
            done = self.run_job(shell, COMMAND, 1, {"HHP_PATHS": "plan.helhedsplan.json"})
            self.assertIn("HP401", done.stdout)
            entries = json.loads((self.folder / REPORTS["codequality"]).read_text("utf-8"))
            self.assertTrue(any(entry["location"]["path"] == "plan.helhedsplan.json" for entry in entries))
            self.assertEqual(xml.parse(self.folder / REPORTS["junit"]).getroot().tag, "testsuites")

    @needs("gitlab", "junit")
    def test_no_findings(self):
        self.put("plan.helhedsplan.json", SOUND)
        self.run_job(SHELLS[1], COMMAND, 0, {"HHP_PATHS": "plan.helhedsplan.json"})
        self.assertTrue((self.folder / REPORTS["codequality"]).is_file())


if __name__ == "__main__":
    unittest.main()
