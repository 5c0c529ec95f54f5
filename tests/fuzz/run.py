#!/usr/bin/env python3
"""Fuzzes: builds the targets with clang and libFuzzer in a folder of its own, and runs each for a while.

  run.py                       a short run of each target, always the same one: what ctest runs as fuzz.short_runs
  run.py --runs=N TARGET...    that many executions of these targets; new inputs stay in BUILD/new/TARGET
  run.py --minimise TARGET...  replaces the stored inputs by the fewest that reach as much, new ones included
  run.py --plain ...           without sanitizers, which is several times as fast

The environment of ctest names the sources (HHP_SOURCE_DIR); without it, it is the tree that this script is in.
"""
import argparse
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import inputs

SOURCE = pathlib.Path(os.environ.get("HHP_SOURCE_DIR", pathlib.Path(__file__).resolve().parents[2]))
CORPUS = SOURCE / "tests" / "fuzz" / "corpus"
MISSING = 77  # ctest: skipped
LONGEST_STORED = 1500  # bytes: the stored inputs stay small

# Target: its folder of inputs, the executions of a short run, and the longest input. Together the short runs take a
# minute on two quiet cores.
TARGETS = {
    "reader": ("plans", 20000, 5000),
    "round_trip": ("plans", 2500, 5000),
    "rollup": ("plans", 10000, 5000),
    "check": ("check", 1500, 5000),
    "render": ("render", 3000, 17000),
    "diff": ("diff", 4000, 5000),
    "scheme": ("schemes", 20000, 3000),
    "edit": ("edit", 4000, 1200),
    "table": ("table", 4000, 120),
    "cofinancing": ("cofinancing", 200000, 64),
}


def build(folder, cmake, sanitizers):
    configure = [cmake, "-S", SOURCE, "-B", folder, "-G", "Ninja", "-DCMAKE_BUILD_TYPE=RelWithDebInfo",
                 "-DCMAKE_C_COMPILER=clang", "-DCMAKE_CXX_COMPILER=clang++", "-DHHP_BUILD_FUZZ=ON",
                 f"-DHHP_SANITIZE={sanitizers}", "-DHHP_BUILD_CLI=OFF", "-DHHP_BUILD_PYTHON=OFF"]
    if shutil.which("ccache"):
        configure.append("-DCMAKE_C_COMPILER_LAUNCHER=ccache")
    targets = [f"fuzz_{name}" for name in TARGETS] + ["fuzz_dictionary"]
    for command in (configure, [cmake, "--build", folder, "--parallel", "2", "--target", *targets]):
        done = subprocess.run([str(part) for part in command], capture_output=True, text=True)
        if done.returncode != 0:
            sys.exit(done.stdout[-4000:] + done.stderr[-4000:])
    programs = folder / "tests" / "fuzz"
    dictionary = programs / "helhedsplan.dict"
    dictionary.write_bytes(subprocess.run([programs / "fuzz_dictionary"], stdout=subprocess.PIPE, check=True).stdout)
    return programs, dictionary


def options(name, dictionary):
    """Without -entropic, whose statistics take half of the time of quick targets."""
    return [f"-dict={dictionary}", f"-max_len={TARGETS[name][2]}", "-entropic=0", "-rss_limit_mb=2000", "-timeout=60"]


def run(programs, dictionary, name, runs, new):
    """Returns the number of executions, and what was wrong."""
    stored = programs / "stored" / name
    inputs.unpack(CORPUS / f"{TARGETS[name][0]}.inputs", stored)
    command = [programs / f"fuzz_{name}", *options(name, dictionary), f"-runs={runs}", "-seed=1",
               f"-artifact_prefix={new}/", new, stored]
    done = subprocess.run([str(part) for part in command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    text = done.stderr.decode(errors="replace")
    executed = re.findall(r"^Done (\d+) runs", text, re.MULTILINE)
    if done.returncode == 0 and executed:
        return int(executed[0]), None
    wrong = [line for line in text.splitlines() if re.match(r"wrong: |.*ERROR: |.*runtime error: |artifact_prefix", line)]
    return 0, "\n  ".join(wrong) or text[-2000:]


def merge(programs, dictionary, name, folders, kept):
    """Copies the shortest inputs that reach the same edges; how often each is run does not count."""
    command = [programs / f"fuzz_{name}", *options(name, dictionary), "-merge=1", "-use_counters=0", kept, *folders]
    subprocess.run([str(part) for part in command], stderr=subprocess.DEVNULL, check=True)


def minimise(programs, dictionary, folder, new):
    """Replaces the inputs of all targets with that folder; those named by people stay."""
    packed = CORPUS / f"{folder}.inputs"
    by_people = {name: content for name, content in inputs.read(packed).items() if not inputs.NAMED_BY_HASH.fullmatch(name)}
    with tempfile.TemporaryDirectory(dir=programs) as scratch:
        stored, short, kept = (pathlib.Path(scratch, part) for part in ("stored", "short", "kept"))
        inputs.unpack(packed, stored)
        short.mkdir()
        kept.mkdir()
        for name in [name for name, target in TARGETS.items() if target[0] == folder]:
            for one in [*stored.iterdir(), *new(name).iterdir()]:
                if one.stat().st_size <= LONGEST_STORED:
                    shutil.copy(one, short / one.name)
            merge(programs, dictionary, name, [stored, short], kept)
        found = {one.name: one.read_bytes() for one in kept.iterdir() if inputs.NAMED_BY_HASH.fullmatch(one.name)}
    inputs.write(packed, {**found, **by_people})
    print(f"{folder}: {len(inputs.read(packed))} inputs, {packed.stat().st_size} bytes", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cmake", default="cmake")
    parser.add_argument("--build", type=pathlib.Path, default=pathlib.Path("fuzz-build").resolve())
    parser.add_argument("--runs", type=int)
    parser.add_argument("--plain", action="store_true")
    parser.add_argument("--minimise", action="store_true")
    parser.add_argument("targets", nargs="*", metavar="TARGET")
    arguments = parser.parse_args()
    if shutil.which("clang") is None:
        print("skipped: there is no clang")
        return MISSING
    sanitizers = "fuzzer-no-link" if arguments.plain else "fuzzer-no-link,address,undefined"
    programs, dictionary = build(arguments.build, arguments.cmake, sanitizers)

    def new_of(name):
        return arguments.build / "new" / name

    if arguments.minimise:
        for name in TARGETS:
            new_of(name).mkdir(parents=True, exist_ok=True)
        for folder in dict.fromkeys(TARGETS[name][0] for name in arguments.targets or TARGETS):
            minimise(programs, dictionary, folder, new_of)
        return 0
    total, failed = 0, 0
    for name in arguments.targets or TARGETS:
        new = new_of(name)
        if not arguments.runs:
            shutil.rmtree(new, ignore_errors=True)  # a short run begins with the stored inputs
        new.mkdir(parents=True, exist_ok=True)
        executed, wrong = run(programs, dictionary, name, arguments.runs or TARGETS[name][1], new)
        total += executed
        failed += wrong is not None
        print(f"{executed:>9} executions  {name}" + (f"\n  {wrong}" if wrong else ""), flush=True)
    print(f"{total:>9} executions, {failed} targets failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
