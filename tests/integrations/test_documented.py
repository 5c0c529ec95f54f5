"""The examples of docs/ci.md: whatever they use exists, and they run as far as possible here."""

import os
import re
import sys
import unittest
import xml.etree.ElementTree as xml

try:
    import yaml
except ImportError:
    print("skipped: there is no PyYAML")
    sys.exit(77)

from common import COMMAND, FAULTY, SOUND, SOURCE, Scratch, knows_folders, needs
from documents import blocks

PAGE = SOURCE / "docs" / "ci.md"
BLOCKS = blocks(PAGE)
FILES = {block.file: block.text for block in BLOCKS if block.file}


def load(path):
    return yaml.safe_load((SOURCE / path).read_text("utf-8"))


ACTION = load("action.yml")
TEMPLATE = load("integrations/gitlab/helhedsplan.gitlab-ci.yml")


def table(first):
    """{name: the other cells} of the table on the page whose first column has that heading."""
    text = PAGE.read_text("utf-8")
    rows = text.split(f"| {first} |", 1)[1].split("\n\n")[0].splitlines()[2:]
    found = {}
    for row in rows:
        cells = [cell.strip() for cell in row.strip("|").split("|")]
        for name in re.findall(r"`([^`]+)`", cells[0]):
            found[name] = cells[1:]
    return found


def steps(workflow):
    return [step for job in yaml.safe_load(workflow)["jobs"].values() for step in job["steps"]]


class Documented(unittest.TestCase):
    def test_every_block_of_yaml_can_be_read(self):
        for block in BLOCKS:
            if block.language == "yaml":
                self.assertIsInstance(yaml.safe_load(block.text), dict, block.place)

    def test_the_hooks_are_there(self):
        there = {hook["id"] for hook in load(".pre-commit-hooks.yaml")}
        for name in (".pre-commit-config.yaml", "with-args.pre-commit-config.yaml"):
            hooks = yaml.safe_load(FILES[name])["repos"][0]["hooks"]
            self.assertEqual({hook["id"] for hook in hooks}, there)
            for hook in hooks:
                self.assertEqual(hook.get("args", ["--"])[-1], "--")

    def test_the_inputs_of_the_action_are_there(self):
        for name in ("plans.yml", "code-scanning.yml"):
            used = [step for step in steps(FILES[name]) if "/libhelhedsplan@" in step["uses"]]
            self.assertEqual(len(used), 1)
            for given, value in used[0]["with"].items():
                self.assertIn(given, ACTION["inputs"])
                self.assertIsInstance(value, str, f"{given}: an unquoted false is not the text that it looks like")
            outputs = re.findall(r"steps\.(\w+)\.outputs\.([a-z-]+)", FILES[name])
            for step, output in outputs:
                self.assertEqual(step, used[0]["id"])
                self.assertIn(output, ACTION["outputs"])

    def test_the_tables_of_the_action(self):
        documented = table("Input")
        self.assertEqual({name: cells[0].strip("`") for name, cells in documented.items()},
                         {name: about["default"] for name, about in ACTION["inputs"].items()})
        self.assertEqual(set(table("Output")), set(ACTION["outputs"]))

    def test_the_variables_of_the_template(self):
        variables = TEMPLATE["helhedsplan"]["variables"]
        self.assertEqual({name: cells[0].strip("`") for name, cells in table("Variable").items()}, variables)
        example = yaml.safe_load(FILES[".gitlab-ci.yml"])
        self.assertTrue((SOURCE / example["include"][0]["file"]).is_file())
        self.assertLessEqual(example["helhedsplan"]["variables"].keys(), variables.keys())
        self.assertEqual(set(example) - {"include"}, set(TEMPLATE))


class Run(Scratch):
    def run_shell(self, text, code):
        path = {"PATH": f"{os.path.dirname(COMMAND)}:{os.environ['PATH']}"}
        done = self.run_in(["sh", "-ec", text], path)
        self.assertEqual(done.returncode, code, done.stdout)
        return done.stdout

    def test_the_script(self):
        script = next(block.text for block in BLOCKS if block.language == "sh")
        for source, code in ((SOUND, 0), (FAULTY, 1)):
            self.put("plan.helhedsplan.json", source)
            self.run_shell(script, code)
            self.assertTrue((self.folder / "report.json").is_file())

    @needs("junit-strict")
    @unittest.skipUnless(knows_folders(), "helhedsplan does not take folders")
    def test_jenkins(self):
        (self.folder / "plans").mkdir()
        self.put("plans/plan.helhedsplan.json", FAULTY)
        unstable = next(block.text for block in BLOCKS if "returnStatus: true" in block.text)
        written = re.search(r"junit '(.*)'", FILES["Jenkinsfile"])[1]
        for command in (re.search(r"sh '(.*)'", FILES["Jenkinsfile"])[1], re.search(r"script: '(.*)'", unstable)[1]):
            self.assertIn("HP401", self.run_shell(command, 1))
            root = xml.parse(self.folder / written).getroot()
            self.assertEqual((root.tag, root.get("failures")), ("testsuites", "1"))
            (self.folder / written).unlink()


if __name__ == "__main__":
    unittest.main()
