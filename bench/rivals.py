#!/usr/bin/python3
"""Times the command and the library beside other programs, and writes a table in Markdown.

usage: rivals.py BUILD FOLDER [RESULTS]   BUILD is a release build with HHP_BUILD_BENCH; FOLDER has what rivals/install installs

CPU time, user and system, of whole processes. All sides take turns, so that load on the machine affects all of them; the ratio is
that of one round, and the table has the median of all rounds, and the 10th and 90th percentiles. Every run is checked: it must
succeed, and print the number of activities if it prints one. Before, every validator must refuse a plan with an error. The rivals
check the structure alone, by the JSON Schema of the file format; the command runs all rules too.
"""

import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
SIZES = {30: 7, 1000: 5, 10000: 3}  # activities, and rounds
QUICK = 0.01  # seconds of CPU time: a process below it is measured in more rounds, since other processes change it by a third
QUICK_ROUNDS = 151
WARM_RUNS = {30: 1000, 1000: 40}  # as many runs before, which are not timed: compilers at run time need some
BATCH = 1000
missing = []


class Run:
    """What a process took."""

    def __init__(self, command, stdin=b""):
        with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as out:
            given.write(stdin)
            given.seek(0)
            child = subprocess.Popen(command, stdin=given, stdout=out, stderr=subprocess.DEVNULL)
            _, status, usage = os.wait4(child.pid, 0)
            child.returncode = os.waitstatus_to_exitcode(status)
            out.seek(0)
            self.output = out.read()
        self.status = child.returncode
        self.cpu = usage.ru_utime + usage.ru_stime


class Side:
    """A program; `command` makes the arguments for a plan, and for a number of runs if one process can do several."""

    def __init__(self, name, command, counts=False, stdin=False, validates=False):
        self.name, self.command, self.counts, self.stdin, self.validates = name, command, counts, stdin, validates

    def run(self, plan, activities, runs=1):
        run = Run(self.command(plan, runs), b"1" * runs if self.stdin else b"")
        if run.status != 0 or (self.counts and run.output.strip() != str(activities).encode()):
            sys.exit(f"rivals.py: {self.name} failed: {run.status}, {run.output[:200]!r}")
        return run

    def is_usable(self, good, broken):
        """Whether it accepts the good plan, as not every validator can use the schema. It must refuse the broken one."""
        if Run(self.command(good, 1), b"1" if self.stdin else b"").status != 0:
            missing.append(f"{self.name} (fails on the schema)")
            return False
        if self.validates and Run(self.command(broken, 1)).status == 0:
            sys.exit(f"rivals.py: {self.name} accepts a plan with an error")
        return True


def schema_for_valijson(schema):
    """Valijson has drafts up to 7, and std::regex, which knows no characters beyond a byte: it stops at the one pattern that names
    some, that of a text with something visible. The fields stay, that pattern goes."""
    def without(value):
        if isinstance(value, list):
            return [without(item) for item in value]
        if not isinstance(value, dict):
            return value
        return {name: without(item) for name, item in value.items() if name != "pattern" or "\\u" not in str(item)}
    return without(schema)


def compiled_parsers(folder):
    """The program in C++, and which of its parsers there are."""
    program = folder / "parsers"
    has = {"rapidjson": Path("/usr/include/rapidjson").is_dir(), "simdjson": Path("/usr/include/simdjson.h").is_file(),
           "valijson": Path("/usr/include/valijson").is_dir()}
    for name, is_there in has.items():
        if not is_there:
            missing.append(name)
    if not has["rapidjson"] or shutil.which("g++") is None:
        return program, []
    flags = [f"-DHAS_{name.upper()}" for name in ("simdjson", "valijson") if has[name]]
    libraries = ["-lsimdjson"] if has["simdjson"] else []
    source = HERE / "rivals/parsers.cpp"
    if program.is_file() and program.stat().st_mtime > source.stat().st_mtime:
        return program, [name for name, is_there in has.items() if is_there]
    subprocess.run(["g++", "-O3", "-DNDEBUG", "-std=c++17", *flags, "-o", program, source, *libraries], check=True)
    return program, [name for name, is_there in has.items() if is_there]


def version(command):
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    return (run.stdout or run.stderr).strip().splitlines()[0]


def sides(build, folder, schema, draft_07):
    """All sides that are there; the command is the first."""
    cli, bench = build / "cli/helhedsplan", build / "bench/helhedsplan-bench"
    result = [Side("helhedsplan validate", lambda plan, _: [cli, "validate", plan], validates=True),
              Side("/bin/true", lambda *_: ["/bin/true"]),
              Side("Jansson, reading", lambda plan, _: [bench, "--work", "jansson", plan], stdin=True)]
    program, parsers = compiled_parsers(folder)
    for name in parsers:
        label = "rapidjson and valijson" if name == "valijson" else f"{name}, reading"
        result.append(Side(label, lambda plan, runs, name=name: [program, name, str(runs), plan, draft_07], counts=True,
                           validates=name == "valijson"))
    jq = shutil.which("jq")
    if jq:
        result.append(Side("jq", lambda plan, _: [jq, ".activities | length", plan], counts=True))
    modules = folder / "node_modules"
    node = shutil.which("node")
    machine = {"x86_64": "x86_64", "aarch64": "arm64"}.get(platform.machine(), "")
    binary = modules / f"@sourcemeta/jsonschema/build/github-releases/jsonschema-linux-{machine}"
    if binary.is_file():
        binary.chmod(binary.stat().st_mode | 0o111)
        result.append(Side("Sourcemeta --fast", lambda plan, _: [binary, "validate", "--fast", schema, plan], validates=True))
    if node and (modules / "ajv").is_dir():
        os.environ["NODE_PATH"] = str(modules)
        result.append(Side("node and ajv", lambda plan, runs: [node, HERE / "rivals/ajv.cjs", str(runs), plan, schema], counts=True,
                           validates=True))
    if subprocess.run(["/usr/bin/python3", "-c", "import fastjsonschema"], stderr=subprocess.DEVNULL, check=False).returncode == 0:
        script = HERE / "rivals/fast_json_schema.py"
        result.append(Side("python and fastjsonschema",
                           lambda plan, runs: ["/usr/bin/python3", script, str(runs), plan, schema], counts=True, validates=True))
    names = {side.name for side in result}
    missing.extend(name for name in ("jq", "Sourcemeta --fast", "node and ajv", "python and fastjsonschema") if name not in names)
    return result


def shown(ratios):
    ordered = sorted(ratios)
    digits = 3 if statistics.median(ordered) < 0.1 else 2
    tenth = (len(ordered) + 4) // 10
    return f"{statistics.median(ordered):.{digits}f} ({ordered[tenth]:.{digits}f}-{ordered[-1 - tenth]:.{digits}f})"


def in_turns(all_sides, rounds, cost):
    """The ratios of the first side's cost to that of each other, a round at a time."""
    ratios = {side.name: [] for side in all_sides[1:]}
    for _ in range(rounds):
        costs = [cost(side) for side in all_sides]
        for side, other in zip(all_sides[1:], costs[1:]):
            ratios[side.name].append(costs[0] / max(other, 1e-6))
    return {name: shown(values) for name, values in ratios.items()}


def cold_ratios(all_sides, plan, activities, rounds):
    def cost(side):
        return side.run(plan, activities).cpu
    quick = [side for side in all_sides if cost(side) < QUICK]
    ratios = in_turns(all_sides, rounds, cost)
    return {**ratios, **in_turns(quick, QUICK_ROUNDS, cost)} if all_sides[0] in quick else ratios


def warm_cost(side, plan, activities, runs):
    """What a run takes in a process that has done as many before: these are subtracted, with the start."""
    return (side.run(plan, activities, 2 * runs).cpu - side.run(plan, activities, runs).cpu) / runs


def peaks_of(all_sides, plan):
    """Peak memory beyond the file, by GNU time: what wait4 reports includes the memory of the process that started it."""
    if not Path("/usr/bin/time").is_file():
        missing.append("GNU time, for the memory")
        return {}
    result = {}
    size = plan.stat().st_size
    for side in all_sides:
        run = subprocess.run(["/usr/bin/time", "-f", "%M", *side.command(plan, 1)], input=b"1" if side.stdin else b"",
                             capture_output=True, check=True)
        result[side.name] = f"{int(run.stderr.split()[-1]) * 1024 / size - 1:.2f}"
    return result


def table(head, columns):
    names = list(dict.fromkeys(name for column in columns.values() for name in column))
    lines = [f"| {head} | " + " | ".join(columns) + " |", "|---|" + "--:|" * len(columns)]
    lines += [f"| {name} | " + " | ".join(column.get(name, "-") for column in columns.values()) + " |" for name in names]
    return "\n".join(lines) + "\n"


def main():
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    build, folder = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as temporary:
        work = Path(temporary)
        schema = work / "plan.schema.json"
        schema.write_bytes(subprocess.run([build / "cli/helhedsplan", "schema"], capture_output=True, check=True).stdout)
        older = subprocess.run([build / "cli/helhedsplan", "schema", "--draft-07"], capture_output=True, check=True).stdout
        draft_07 = work / "draft-07.schema.json"
        draft_07.write_text(json.dumps(schema_for_valijson(json.loads(older))), "utf-8")
        plans = {}
        for size in SIZES:
            plans[size] = work / f"{size}.json"
            plans[size].write_bytes(subprocess.run([build / "bench/helhedsplan-bench", "--plan", str(size)], capture_output=True,
                                                   check=True).stdout)
        broken = work / "broken.json"
        document = json.loads(plans[30].read_text("utf-8"))
        document["activities"][29]["start"] = 2016
        broken.write_text(json.dumps(document, ensure_ascii=False, indent=2), "utf-8")
        all_sides = [side for side in sides(build, folder, schema, draft_07) if side.is_usable(plans[30], broken)]

        cold = {f"{size:,}": cold_ratios(all_sides, plans[size], size, rounds) for size, rounds in SIZES.items()}
        library = Side("hhp_check", lambda plan, _: [build / "bench/helhedsplan-bench", "--work", "check", plan], stdin=True)
        lasting = [library] + [side for side in all_sides if side.stdin or (side.counts and side.name != "jq")]
        warm = {f"{size:,}": in_turns(lasting, 9, lambda side, size=size, runs=runs: warm_cost(side, plans[size], size, runs))
                for size, runs in WARM_RUNS.items()}
        many = work / "many"
        many.mkdir()
        for i in range(BATCH):
            shutil.copy(plans[30], many / f"{i}.json")
        files = [str(path) for path in sorted(many.iterdir())]
        batch = [Side(side.name, lambda plan, _, side=side: side.command(plan, 1) + files)
                 for side in all_sides if side.name in ("helhedsplan validate", "Sourcemeta --fast")]
        together = in_turns(batch, 9, lambda side: side.run(plans[30], 30).cpu)
        peaks = peaks_of([side for side in all_sides if side.name != "/bin/true"], plans[10000])

    text = f"""# Results

Written by `make bench`; see [README.md](README.md). Below 1, ours takes less. Medians of the rounds; in brackets the 10th and 90th percentiles, or the range of fewer than six rounds.

{version([build / "cli/helhedsplan", "--version"])}; {version(["gcc", "--version"])}; {platform.machine()}, \
{os.cpu_count()} processors, of which {load:.1f} were wanted at the start and {os.getloadavg()[0]:.1f} at the end (load average). \
{"Missing: " + ", ".join(missing) + "." if missing else "No rival is missing."}

## The command, a process for each plan

CPU time of `helhedsplan validate` with all rules, divided by that of the other program, by the number of activities in the plan.

{table("other program", cold)}
A thousand files of 30 activities in one call, divided by Sourcemeta's: {together.get("Sourcemeta --fast", "not measured")}.

## The library, in a running process

CPU time of `hhp_check` without the digest, divided by that of the other library; each has done some runs before.

{table("other library", warm)}
## Memory

Peak memory of the process for 10,000 activities, less the size of the file, divided by the size of the file.

{table("program", {"10,000": peaks})}"""
    print(text)
    if len(sys.argv) == 4:
        Path(sys.argv[3]).write_text(text.rstrip("\n") + "\n", "utf-8")


if __name__ == "__main__":
    main()
