#!/usr/bin/python3
"""Counts instructions, which repeat on any machine, however busy.

usage: instructions.py BUILD             prints a table in Markdown; BUILD is a release build with HHP_BUILD_BENCH
       instructions.py --gate FOLDER     makes such a build in the folder, and fails if it takes more than bench/baseline.json
       instructions.py --accept FOLDER   the same, and writes bench/baseline.json instead

Needs valgrind. The plans are those of helhedsplan-bench: 30 and 1,000 activities, without faults and with one in every activity,
and a wide one, of one activity with 20,000 parties. They are the same at every run.

The gate compares what each side takes, divided by what Jansson takes for the same plan in the same run. One per cent more or
less is noise: the key of the hash is random, and the C library has its part. The baseline is that of one compiler and
architecture; with others the gate is skipped (exit code 77).
"""

import json
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

SOURCE = Path(__file__).resolve().parent.parent
BASELINE = SOURCE / "bench/baseline.json"
PARTIES = 20000
TOLERANCE = 0.02
SKIPPED = 77

# The C library chooses its functions by the processor. These choose the same on all of x86-64.
TUNABLES = {"GLIBC_TUNABLES": "glibc.cpu.hwcaps=-AVX2,-AVX512F,-AVX512VL,-ERMS,-FSRM,-SSE4_2,-SSSE3"}


def make_plans(bench, folder):
    plans = {}
    for activities in 30, 1000:
        for faults in ([], ["faults"]):
            path = folder / f"{activities}{''.join(faults)}.json"
            path.write_bytes(subprocess.run([bench, "--plan", str(activities), *faults], capture_output=True, check=True).stdout)
            plans[f"{activities:,}" + (", a fault in each" if faults else "")] = path
    plan = json.loads(plans["1,000"].read_text("utf-8"))
    plan["activities"] = plan["activities"][:1]
    plan["activities"][0]["parties"] = [f"part-{i}" for i in range(PARTIES)]
    plan["parties"] = [dict(plan["parties"][1], id=f"part-{i}", name=f"Forening nr. {i}") for i in range(PARTIES)]
    plan["parties"][0]["kind"] = "municipality"
    plans["wide"] = folder / "wide.json"
    plans["wide"].write_text(json.dumps(plan, ensure_ascii=False, indent=2), "utf-8")
    return plans


def count(command, only=None, stdin=b"", status=(0, 1)):
    """Millions of instructions; of one function if `only` is its name."""
    options = ["--tool=callgrind", "--callgrind-out-file=/dev/null"]
    if only:
        options += ["--collect-atstart=no", f"--toggle-collect={only}"]
    run = subprocess.run(["valgrind", *options, *command], input=stdin, capture_output=True, check=False,
                         env=dict(os.environ, **TUNABLES))
    found = re.search(rb"Collected : (\d+)", run.stderr)
    if run.returncode not in status or not found:
        sys.exit(f"instructions.py: {' '.join(map(str, command))} failed\n{run.stderr.decode('utf-8', 'replace')}")
    return int(found[1]) / 1e6


def measure(build):
    """Yields the name of each side, and what it takes for each plan, by name."""
    bench, command = build / "bench/helhedsplan-bench", build / "cli/helhedsplan"
    if not bench.is_file() or not command.is_file():
        sys.exit(f"instructions.py: {build} is not a build with HHP_BUILD_BENCH; run 'make bench' first")
    with tempfile.TemporaryDirectory() as folder:
        plans = make_plans(bench, Path(folder))
        for side in "jansson", "library", "check":
            yield side, {name: count([bench, "--work", side, path], "S_" + side, b"1", (0,)) for name, path in plans.items()
                         if side != "library" or "fault" not in name}
        for form in "text", "json", "sarif":
            yield f"command, {form}", {name: count([command, "validate", "--format", form, path])
                                       for name, path in plans.items() if name != "wide"}


def print_table(build):
    heads = None
    for side, counts in measure(build):
        if heads is None:
            heads = list(counts)
            print("| millions of instructions | " + " | ".join(heads) + " |\n|---|" + "--:|" * len(heads))
        print(f"| {side} | " + " | ".join(f"{counts[h]:.2f}" if h in counts else "-" for h in heads) + " |", flush=True)


def compiler():
    version = subprocess.run(["gcc", "-dumpversion"], capture_output=True, text=True, check=True).stdout
    return f"gcc {version.split('.')[0].strip()}, {platform.machine()}"


def make_build(folder):
    """Release flags, whatever the build that the gate is a test of."""
    options = {"CMAKE_C_COMPILER": "gcc", "CMAKE_BUILD_TYPE": "Release", "HHP_BUILD_BENCH": "ON", "HHP_BUILD_TESTS": "OFF",
               "HHP_BUILD_PYTHON": "OFF", "HHP_BUILD_EXAMPLES": "OFF", "HHP_CLI_STATIC": "AUTO"}
    steps = [["cmake", "-S", SOURCE, "-B", folder, *(f"-D{name}={value}" for name, value in options.items())],
             ["cmake", "--build", folder, "--parallel", "2", "--target", "helhedsplan-bench", "helhedsplan-cli"]]
    env = {name: value for name, value in os.environ.items() if name not in ("CFLAGS", "LDFLAGS")}
    for step in steps:
        run = subprocess.run(step, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False, env=env)
        if run.returncode != 0:
            sys.exit(run.stdout)


def ratios(build):
    jansson = None
    result = {}
    for side, counts in measure(build):
        if side == "jansson":
            jansson = counts
            continue
        result[side] = {name: round(number / jansson[name], 4) for name, number in counts.items()}
    return result


def compare(old, new):
    """Prints every ratio, and returns whether none is above its limit."""
    is_good = True
    for side, names in old.items():
        for name, before in names.items():
            now = new[side][name]
            change = now / before - 1
            verdict = "TOO MANY" if change > TOLERANCE else "fewer: accept them" if change < -TOLERANCE else ""
            is_good &= change <= TOLERANCE
            print(f"{side + ', ' + name:45} {before:7.4f} {now:7.4f} {change:+7.1%}  {verdict}".rstrip())
    return is_good


def main():
    arguments = sys.argv[1:]
    if len(arguments) not in (1, 2) or (len(arguments) == 2) != (arguments[0] in ("--gate", "--accept")):
        sys.exit(__doc__)
    is_test = arguments[0] == "--gate"
    if shutil.which("valgrind") is None or (len(arguments) == 2 and shutil.which("gcc") is None):
        print("instructions.py: valgrind or gcc is missing", file=sys.stderr)
        sys.exit(SKIPPED if is_test else 1)
    if len(arguments) == 1:
        print_table(Path(arguments[0]))
        return
    baseline = json.loads(BASELINE.read_text("utf-8")) if is_test else None
    if is_test and baseline["compiler"] != compiler():
        print(f"the baseline is that of {baseline['compiler']}, this is {compiler()}")
        sys.exit(SKIPPED)
    build = Path(arguments[1])
    make_build(build)
    now = ratios(build)
    if not is_test:
        BASELINE.write_text(json.dumps({"compiler": compiler(), "ratios to Jansson": now}, indent=2) + "\n", "utf-8")
    elif not compare(baseline["ratios to Jansson"], now):
        sys.exit("more instructions than in bench/baseline.json; see bench/README.md")


if __name__ == "__main__":
    main()
