"""The hooks for pre-commit, run by pre-commit in a temporary repository; nothing is downloaded."""

import os
import shutil
import subprocess
import sys
import unittest

from common import COMMAND, FAULTY, SKIPPED, SOUND, SOURCE, Scratch
from documents import blocks

MANIFEST = SOURCE / ".pre-commit-hooks.yaml"

# The examples of the documentation, with the project's own path as the repository.
EXAMPLES = {block.file: block.text for block in blocks(SOURCE / "docs" / "ci.md") if "pre-commit" in block.file}
CONFIG = EXAMPLES[".pre-commit-config.yaml"]
ADDRESS, VERSION = "https://git.example.org/libhelhedsplan", "v1.0.0"


class Hooks(Scratch):
    def setUp(self):
        super().setUp()
        self.tools.joinpath("bin").mkdir()
        self.tools.joinpath("bin", "helhedsplan").symlink_to(shutil.which(COMMAND))
        self.hooks = self.tools / "hooks"
        self.hooks.mkdir()
        shutil.copy(MANIFEST, self.hooks)
        self.git("init", "-q", where=self.hooks)
        self.git("add", "-A", where=self.hooks)
        self.git("commit", "-q", "-m", "Hooks", where=self.hooks)
        self.revision = self.git("rev-parse", "HEAD", where=self.hooks).strip()
        self.git("init", "-q")

    def variables(self):
        name = {f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER")
                for what, value in (("NAME", "A. Tester"), ("EMAIL", "tester@example.org"))}
        return {"PATH": f"{self.tools / 'bin'}:{os.environ['PATH']}", "PRE_COMMIT_HOME": str(self.tools / "cache"),
                "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "GIT_TERMINAL_PROMPT": "0",
                "http_proxy": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9", **name}

    def git(self, *words, where=None):
        done = self.run_in(["git", "-C", str(where or self.folder), *words], self.variables())
        self.assertEqual(done.returncode, 0, done.stdout)
        return done.stdout

    def configure(self, text=CONFIG, validate="", fmt=""):
        for hook, args in (("helhedsplan-validate", validate), ("helhedsplan-fmt", fmt)):
            text = text.replace(f"id: {hook}\n", f"id: {hook}\n{args}")
        self.assertEqual((text.count(ADDRESS), text.count(VERSION)), (1, 1))
        text = text.replace(ADDRESS, str(self.hooks)).replace(VERSION, self.revision)
        (self.folder / ".pre-commit-config.yaml").write_text(text)

    def run_hooks(self, code, *words):
        self.git("add", "-A")
        done = self.run_in(["pre-commit", "run", "--all-files", "--color=never", *words], self.variables())
        self.assertEqual(done.returncode, code, done.stdout)
        return done.stdout

    def canonical(self, source):
        return subprocess.run([COMMAND, "fmt", source], check=True, stdout=subprocess.PIPE).stdout

    def test_the_manifest_is_valid(self):
        done = self.run_in(["pre-commit", "validate-manifest", MANIFEST], self.variables())
        self.assertEqual(done.returncode, 0, done.stdout)

    def test_sound_plans_pass(self):
        self.configure()
        for name in ("a.helhedsplan.json", "b with 'blanks' and $(touch pwned).helhedsplan.json", "c\nx.helhedsplan.json"):
            (self.folder / name).write_bytes(self.canonical(SOUND))
        (self.folder / "package.json").write_text("{}")  # not a plan, so not checked
        printed = self.run_hooks(0)
        self.assertEqual(printed.count("Passed"), 2, printed)
        self.assert_not_pwned()

    def test_findings_fail(self):
        self.configure()
        (self.folder / "plan.helhedsplan.json").write_bytes(self.canonical(FAULTY))
        printed = self.run_hooks(1)
        self.assertIn("exit code: 1", printed)
        self.assertIn("[HP401 local-share-below-minimum]", printed)

    def test_args_are_given_on(self):
        self.configure(validate="        args: [--fail-on, never, --lang, da, --]\n")
        (self.folder / "plan.helhedsplan.json").write_bytes(self.canonical(FAULTY))
        self.run_hooks(0)

    def test_the_example_with_args(self):
        self.configure(EXAMPLES["with-args.pre-commit-config.yaml"])
        plan = self.folder / "plan.helhedsplan.json"
        plan.write_bytes(b" " + self.canonical(FAULTY))
        printed = self.run_hooks(1)
        self.assertIn("fejl: Den lokale medfinansiering", printed)
        self.assertIn("HP323", printed)  # required from prequalification on
        self.assertIn("files were modified by this hook", printed)
        self.assertEqual(plan.read_bytes(), self.canonical(FAULTY))

    def test_many_plans_are_all_checked(self):
        self.configure()
        for number in range(200):
            (self.folder / f"{number}.helhedsplan.json").write_bytes(self.canonical(SOUND) if number == 0 else b"{}")
        printed = self.run_hooks(1, "helhedsplan-validate")
        for number in range(1, 200):
            self.assertIn(f"\n{number}.helhedsplan.json:1:1: error", printed)
        self.assertNotIn("\n0.helhedsplan.json:", printed)

    def test_the_form_is_checked(self):
        self.configure()
        plan = self.folder / "plan.helhedsplan.json"
        plan.write_bytes(b" " + self.canonical(SOUND))
        printed = self.run_hooks(1, "helhedsplan-fmt")
        self.assertIn("plan.helhedsplan.json", printed)
        self.assertTrue(plan.read_bytes().startswith(b" "), "a check changes nothing")

    def test_the_form_can_be_corrected(self):
        self.configure(fmt="        args: [--write, --]\n")
        plan = self.folder / "plan.helhedsplan.json"
        plan.write_bytes(b" " + self.canonical(SOUND))
        self.assertIn("files were modified by this hook", self.run_hooks(1, "helhedsplan-fmt"))
        self.assertEqual(plan.read_bytes(), self.canonical(SOUND))
        self.run_hooks(0, "helhedsplan-fmt")

    def test_a_name_is_no_option(self):
        self.configure()
        victim = self.folder / "victim.helhedsplan.json"
        victim.write_bytes(self.canonical(SOUND))
        (self.folder / "--format=text=victim.helhedsplan.json").write_bytes(self.canonical(SOUND))
        self.run_hooks(0)
        self.assertEqual(victim.read_bytes(), self.canonical(SOUND))

    def test_a_commit_with_findings_is_refused(self):
        self.configure()
        self.run_in(["pre-commit", "install"], self.variables(), check=True)
        (self.folder / "plan.helhedsplan.json").write_bytes(self.canonical(FAULTY))
        self.git("add", "-A")
        done = self.run_in(["git", "commit", "-m", "A plan"], self.variables())
        self.assertEqual(done.returncode, 1, done.stdout)
        (self.folder / "plan.helhedsplan.json").write_bytes(self.canonical(SOUND))
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "A plan")


if __name__ == "__main__":
    if not shutil.which("pre-commit") or not shutil.which("git"):
        print("skipped: pre-commit or git is not here")
        sys.exit(SKIPPED)
    unittest.main()
