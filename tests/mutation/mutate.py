#!/usr/bin/python3
"""Changes one operator or constant of the library at a time, in a copy of the sources, and runs the quick tests. A
change that no test notices is a hole in the tests, or makes no difference: those are listed with a reason in
equivalent.tsv.

usage: mutate.py [--count=N] [--seed=N] [--only=PATH]... [--pick=PATH:LINE]... [--again=FILE]... [--minimum=PERCENT]
                 [--jobs=N] [--thorough] [--valgrind] [--tests=REGEX] [--within=SECONDS]
                 [--cmake=CMAKE] [--cc=COMPILER] [--keep=FOLDER] [--list]
       mutate.py --holds [...]

The sample is the same for the same sources and seed. Exit status 1: fewer than --minimum per cent were noticed.
--holds tries the changes of holds.tsv instead, whose lines stay the same when other lines change. Exit status 1: one of
them was not noticed, or is not possible any more.

How it is quick: the tests are linked with one shared library (HHP_TEST_LIBRARY). For a change one file is compiled and
the library linked; the tests are not. A change that compiles to the same code is left out. The tests that are likely to
notice a change run first, and the first that does ends it. A test that does not execute the changed line cannot notice
the change: which lines each executes is counted once (gcov). With --keep the counts, and which test noticed what, are
kept for the next run.
"""

import argparse
import concurrent.futures
import csv
import hashlib
import json
import os
import queue
import random
import re
import resource
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

SOURCE = Path(os.environ.get("HHP_SOURCE_DIR", Path(__file__).resolve().parents[2]))
EQUIVALENT = Path(__file__).with_name("equivalent.tsv")
HOLDS = Path(__file__).with_name("holds.tsv")
HANG = 600  # seconds of any clock that a test may take at most
LIBRARY = "libhelhedsplan.so"
# An index outside an array and an overflow end the program, as with the sanitizers, but take little time.
FLAGS = "-O1 -fsanitize=bounds,signed-integer-overflow,shift -fsanitize-undefined-trap-on-error"

# Tests that run the library and end within seconds. The others: what interrupts, what only compares interfaces, and
# what reads the output with the tools of others.
QUICK = (r"unit\.(?!random_edits_long|memcheck).*|corpus\.(golden|corpus_rules|rule_texts|rules)|conformance\.c"
         r"|diff\.jansson|fuzz\..*|schema\.(scheme_|report_)?jsonschema|cli\.(run|reading|streams|views|tables|places|forms|rules|open_money|saving)"
         r"|formats\.(github|gitlab|junit|sarif|markdown|html)|abi\.(introspection|null|statuses)|faults\.memory|properties\.plans|oracle\.plans")
THOROUGH = QUICK + r"|cli\.(many|companions)|formats\..*"
# Enough for holds.tsv: each of its changes is a matter of the library alone.
HELD_BY = r"unit\.(?!random_edits_long|memcheck).*|corpus\.(corpus_rules|rule_texts)|conformance\.c"
# With --valgrind, what survives is run under it, as unit.memcheck runs all unit tests, by those that are quick.
VALGRIND = ("valgrind", "-q", "--error-exitcode=99", "--leak-check=full", "--errors-for-leak-kinds=definite,possible",
            "--soname-synonyms=somalloc=NONE", "--child-silent-after-fork=yes")
IN_VALGRIND = re.compile(r"unit\.(?!threads|widths|files|random_edits).*")
VALGRIND_SLOWER, WITHIN_VALGRIND = 60, 0.3  # times; seconds without it

# Slow tests that can notice a change of some files only: the start of the name -> a pattern in the path.
ONLY_FOR = {"schema.": "schema", "diff.jansson": "lib/json/", "cli.saving": "lib/base/file",
            **{f"formats.{format}": f"lib/render/.*{format}" for format in ("gitlab", "junit", "sarif", "markdown")},
            "formats.html": "lib/render/(html|svg|scale|report_html)"}

# What is changed to what. Binary operators have a blank on either side in this code, so that pointers, signs and
# generics are left alone.
OPERATORS = {
    " < ": (" <= ", " >= "), " <= ": (" < ", " > "), " > ": (" >= ", " <= "), " >= ": (" > ", " < "),
    " == ": (" != ",), " != ": (" == ",), " && ": (" || ",), " || ": (" && ",),
    " + ": (" - ",), " - ": (" + ",), " * ": (" + ",), " / ": (" * ",), " % ": (" / ",),
    " += ": (" -= ",), " -= ": (" += ",), " |= ": (" = ",), " & ": (" | ",), " | ": (" & ",),
}
POINT = re.compile("|".join(re.escape(each) for each in sorted(OPERATORS, key=len, reverse=True)) +
                   r"|(?<![\w.])\d+(?![\w.])|!(?=[\w(])|\b(?:continue|break);")
# What is no code: comments, texts, characters, lines for the preprocessor. And what has no meaning of its own: sizes of
# memory, where one more makes no difference; the amount of a negative number, which marks a failure or an order, and that of
# the positive one beside it; flags and entries of tables of truth.
NO_CODE = re.compile(r'(?:return|=) -1;|failed = 1;|\? -1 : 1(?=;)|\? -1(?= : )|\[\'.\'\] = 1\b|\b(?:malloc|calloc|realloc|hhp__arena_new)\([^\n]*|\b(?:char|unsigned char|uint8_t) \w+\[[^\]\n]*\]|'
                     r'/\*.*?\*/|sizeof\([^()]*\)|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'|^[ \t]*#(?:[^\n]*\\\n)*[^\n]*', re.S | re.M)


class Mutant:
    """One change: the bytes from start to end of the file are replaced."""

    def __init__(self, path, text, start, end, new):
        self.path, self.start, self.end, self.new = path, start, end, new
        self.line = text.count("\n", 0, start) + 1
        lines = text.splitlines()
        self.code = lines[self.line - 1].strip()
        self.code_before = lines[self.line - 2].strip() if self.line > 1 else ""
        self.old = text[start:end]
        column = start - text.rfind("\n", 0, start) - 1
        self.before = text[start - column:start].strip()[-40:]

    def keys(self):
        """How the tables name it: by the code, since lines move; where the line alone is not enough, after that of the line before."""
        return {(str(self.path), code, self.old.strip(), self.new.strip()) for code in (self.code, f"{self.code_before} ⏎ {self.code}")}

    def is_in(self, table):
        return not self.keys().isdisjoint(table)

    def place(self):
        return f"{self.path}:{self.line}"

    def words(self):
        return f"{self.old.strip() or self.old!r} -> {self.new.strip() or 'nothing'} after '{self.before}':  {self.code}"

    def __str__(self):
        return f"{self.place()}: {self.words()}"


def replacements(old):
    if old in OPERATORS:
        return OPERATORS[old]
    if old.isdigit():
        return (str(int(old) + 1),)
    return {"!": ("",), "continue;": ("break;",), "break;": ("continue;",)}[old]


def is_truth(text, found):
    """Whether the number is an answer or a flag: of a truth any number but 0 is the same, so 1 becomes 0."""
    before, after = text[max(0, found.start() - 60):found.start()], text[found.end()]
    is_flag = re.search(r"\b(?:is|has|can|was)_\w+ = $", before)
    return found.group() == "1" and (after in ";}," and is_flag or after == ";" and before.endswith("return ") or after == "}" and before.endswith(", "))


# The smaller or larger of two: where they are equal, it does not matter which.
OF_TWO = re.compile(r"(?P<a>[\w.>-]+) [<>] (?P<b>[\w.>-]+) \? (?:(?P=a) : (?P=b)|(?P=b) : (?P=a))(?=[;,)])"
                    r"|if \((?P<c>[\w.>-]+) [<>] (?P<d>[\w.>-]+)\)\s+(?:(?P=c) = (?P=d)|(?P=d) = (?P=c));")


# The order of two that differ, as the line before has asked.
OF_DIFFERENT = re.compile(r"if \((?P<a>[\w.>\[\]-]+) != (?P<b>[\w.>\[\]-]+)\)\s+return (?P=a)(?= [<>] (?P=b)(?![\w.\[]))")


def mutants_of(path, text):
    code = NO_CODE.sub(lambda found: re.sub(r"[^\n]", "\0", found.group()), text)
    equal = {pair.start() + pair.group().index(" ", 4 if pair["c"] else 0) for pair in OF_TWO.finditer(code)}
    equal |= {pair.end() for pair in OF_DIFFERENT.finditer(code)}
    return [Mutant(path, text, found.start(), found.end(), new) for found in POINT.finditer(code)
            for new in (("0",) if is_truth(text, found) else replacements(found.group()))
            if not (found.start() in equal and new in (" <= ", " >= ") and new.strip()[0] == found.group().strip())]


def all_mutants(only):
    found = []
    for path in sorted((SOURCE / "lib").rglob("*.c")):
        name = path.relative_to(SOURCE)
        if path.stem.endswith("_windows"):
            continue  # not compiled here
        if not only or any(str(name).startswith(each) for each in only):
            found += mutants_of(name, path.read_text(encoding="utf-8"))
    return found


def must(*command, cwd=None):
    """What it writes to standard output; gcov warns on standard error, in the middle of a line of the other."""
    done = subprocess.run([*map(str, command)], cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"error: {' '.join(map(str, command))}: {done.returncode}\n{(done.stdout + done.stderr)[-4000:]}")
    return done.stdout


class Compiler:
    """Compiles changed files, and links the library with them, in a folder for each worker."""

    def __init__(self, copy, folder, options):
        self.copy, self.folder = copy, folder
        os.environ["CCACHE_BASEDIR"] = str(copy.parent)
        must(options.cmake, "-S", copy, "-B", folder, "-G", "Ninja", "-DCMAKE_BUILD_TYPE=Debug",
             f"-DCMAKE_C_FLAGS_DEBUG={FLAGS}", "-DHHP_TEST_LIBRARY=ON", "-DHHP_BUILD_STATIC=OFF", "-DHHP_BUILD_EXAMPLES=OFF",
             "-DHHP_BUILD_PYTHON=OFF", "-DHHP_BUILD_SQLITE=OFF", "-DHHP_BUILD_POSTGRESQL=OFF",
             "-DCMAKE_EXPORT_COMPILE_COMMANDS=ON", *([f"-DCMAKE_C_COMPILER={options.cc}"] if options.cc else []))
        must(options.cmake, "--build", folder, "-j", options.jobs)
        self.commands, self.objects, self.code, self.launcher = {}, [], {}, []
        for entry in json.loads((folder / "compile_commands.json").read_text(encoding="utf-8")):
            path = Path(entry["file"]).relative_to(copy)
            if path.parts[0] == "lib" and "/hhp_" in entry["command"]:
                words = shlex.split(entry["command"])
                if Path(words[0]).name == "ccache":
                    self.launcher, words = words[:1], words[1:]
                at = words.index("-o")
                built = folder / words[at + 1]
                self.commands[path] = [*words[:at], "-w", f"-I{copy / path.parent}", "-c"]
                self.objects.append((path, built))
        self.cc = next(iter(self.commands.values()))[0]

    def compile(self, source, path, to):
        """Whether the text at `source` compiles in the place of `path`, to the same code or to other: None, True, False"""
        done = subprocess.run([*self.commands[path], source, "-o", to], stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL, check=False)
        if done.returncode != 0:
            return None
        if path not in self.code:
            self.code[path] = code_of(dict(self.objects)[path])
        return code_of(to) == self.code[path]

    def compile_all(self, flags, folder, digest, jobs):
        """Compiles all files with other flags, unless those of an earlier run are of the same sources: the objects, in order."""
        folder.mkdir(exist_ok=True)
        objects = [(path, folder / f"{number}.o") for number, (path, _) in enumerate(self.objects)]
        mark = folder / "digest"
        if not mark.is_file() or mark.read_text(encoding="utf-8") != digest:
            mark.unlink(missing_ok=True)
            with concurrent.futures.ThreadPoolExecutor(jobs) as workers:
                list(workers.map(lambda each: must(*self.launcher, *self.commands[each[0]], *flags, self.copy / each[0], "-o", each[1]),
                                 objects))
            mark.write_text(digest, encoding="utf-8")
        return objects

    def link(self, path, changed, slot):
        return self.link_all([changed if each == path else built for each, built in self.objects], slot)

    def link_all(self, objects, slot):
        soname = next((self.folder / "lib").glob(LIBRARY + ".*.*")).name.split(".so.")[1].split(".")[0]
        must(self.cc, "-shared", f"-Wl,-soname,{LIBRARY}.{soname}", *objects, "-ljansson", "-o", slot / f"{LIBRARY}.{soname}")
        return slot / f"{LIBRARY}.{soname}"


def code_of(path):
    """What the sections of an object have: the name of the source file is among the symbols, which are not compared."""
    return subprocess.run(["objdump", "-s", "-r", path], stdout=subprocess.PIPE, check=False).stdout.split(b"\n", 3)[-1]


class Test:
    """A test as ctest lists it."""

    def __init__(self, entry):
        properties = {each["name"]: each["value"] for each in entry["properties"]}
        self.name, self.command = entry["name"], entry["command"]
        self.environment = dict(each.split("=", 1) for each in properties.get("ENVIRONMENT", []))
        self.folder, self.seconds = Path(properties["WORKING_DIRECTORY"]), 0.0

    def run(self, library, slot, source=None, environment=None, within=(), slower=1):
        """Whether it passes, or is skipped, with this library; and the seconds of processor time."""
        environment = dict(os.environ, **self.environment, **(environment or {}), MALLOC_PERTURB_="165")  # memory is not zero by chance
        if library:
            environment.update(LD_LIBRARY_PATH=str(library.parent), HHP_LIBRARY=str(library), HHP_CHANGED=str(source))
        folder = slot / "run" / self.name
        folder.mkdir(parents=True, exist_ok=True)
        limit = HANG if not self.seconds else int(5 * self.seconds * slower) + 5

        def limited():
            resource.setrlimit(resource.RLIMIT_CPU, (limit, limit + 1))
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            resource.setrlimit(resource.RLIMIT_DATA, (2 << 30, 2 << 30))
        with subprocess.Popen([*within, *self.command], cwd=folder, env=environment, stdin=subprocess.DEVNULL,
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, preexec_fn=limited,
                              start_new_session=True) as child:
            timer = threading.Timer(HANG, os.killpg, (child.pid, signal.SIGKILL))
            timer.start()
            _, status, usage = os.wait4(child.pid, 0)
            timer.cancel()
            child.returncode = os.waitstatus_to_exitcode(status)
        return child.returncode in (0, 77), usage.ru_utime + usage.ru_stime


def digest_of(paths):
    found = hashlib.sha256()
    for path in paths:
        if Path(path).is_file():
            found.update(Path(path).read_bytes())
    return found.hexdigest()


class Digests:
    """What the outcome of a test depends on: the library, the program, and, unless that is all of it, the other files of tests."""

    def __init__(self, copy):
        self.library = digest_of(sorted((copy / "lib").rglob("*.[ch]")))
        self.others = digest_of(path for path in sorted((copy / "tests").rglob("*")) if path.parent.name not in ("unit", "mutation"))

    def of(self, test):
        is_program = len(test.command) == 1 and test.name.startswith("unit.")
        return self.library + digest_of(test.command) + ("" if is_program else self.others)


class Coverage:
    """Which lines of the library each test executes."""

    # The others run the command, and thereby most of the library, or end without writing the counts, by a signal.
    COUNTED = re.compile(r"(unit|corpus|conformance|fuzz)\.(?!files|threads|widths).*")

    def __init__(self, compiler, folder, digest, jobs):
        self.folder, self.stored = folder / "coverage", folder / "coverage.json"
        self.reached = json.loads(self.stored.read_text(encoding="utf-8")) if self.stored.is_file() else {}
        self.gcov = must(compiler.cc, "-print-prog-name=gcov").strip()
        self.library, self.lock = self.build(compiler, digest, jobs), threading.Lock()

    def build(self, compiler, digest, jobs):
        objects = compiler.compile_all(("-O0", "-fno-sanitize=all", "--coverage"), self.folder, digest, jobs)
        self.sources = {built.stem: str(path) for path, built in objects}
        return compiler.link_all([*(built for _, built in objects), "--coverage"], self.folder)

    def measure(self, test, digest, slot):
        """Counts, unless all is as when it was counted."""
        if not self.COUNTED.fullmatch(test.name) or self.reached.get(test.name, {}).get("digest") == digest:
            return
        counted = slot / "counted"
        shutil.rmtree(counted, ignore_errors=True)
        counted.mkdir()
        test.run(self.library, slot, environment={"GCOV_PREFIX": str(counted), "GCOV_PREFIX_STRIP": "99"})
        found = {"digest": digest, "lines": {}, "functions": {}}
        names = [counts.stem for counts in counted.glob("*.gcda")]
        for name in names:
            (counted / (name + ".gcno")).symlink_to(self.folder / (name + ".gcno"))
        reports = must(self.gcov, "--json-format", "--stdout", *(name + ".gcda" for name in names), cwd=counted) if names else ""
        for report in filter(lambda line: line.startswith("{"), reports.splitlines()):
            report = json.loads(report)
            name = self.sources[Path(report["data_file"]).stem]
            for file in report["files"]:
                if file["file"].endswith(name):
                    found["lines"][name] = {line["line_number"]: int(line["count"] > 0) for line in file["lines"]}
                    found["functions"][name] = [(each["start_line"], each["end_line"], int(each["execution_count"] > 0))
                                                for each in file["functions"]]
        with self.lock:
            self.reached[test.name] = found

    def store(self):
        self.stored.write_text(json.dumps(self.reached), encoding="utf-8")

    def may_notice(self, mutant, test):
        """A line without a count of its own counts as its function; what is in no function, such as a table, as executed."""
        if test.name not in self.reached:
            return True
        reached, path = self.reached[test.name], str(mutant.path)
        lines = reached["lines"].get(path)
        if lines is None:  # not one function of the file
            return self.is_outside(mutant)
        count = lines.get(mutant.line, lines.get(str(mutant.line)))
        if count is not None:
            return count > 0
        around = [ran for start, end, ran in reached["functions"][path] if start <= mutant.line <= end]
        return not around or any(around)

    def is_outside(self, mutant):
        """Whether the line is in no function, by any test that executes one of the file."""
        for reached in self.reached.values():
            if str(mutant.path) in reached["functions"]:
                return not any(start <= mutant.line <= end for start, end, _ in reached["functions"][str(mutant.path)])
        return True


class Order:
    """The tests in the order of how likely they are to notice a change of a file, by second."""

    def __init__(self, tests, coverage, stored):
        self.tests, self.coverage, self.stored, self.lock = tests, coverage, stored, threading.Lock()
        self.file, self.folder, self.all = {}, {}, {}
        if stored.is_file():
            by_name = {test.name: test for test in tests}
            for path, name in json.loads(stored.read_text(encoding="utf-8")):
                if name in by_name:
                    self.count(Path(path), by_name[name])

    def count(self, path, test):
        for counts, key in ((self.file, (path, test)), (self.folder, (path.parent, test)), (self.all, test)):
            counts[key] = counts.get(key, 0) + 1

    def store(self):
        noticed = [(str(path), test.name) for (path, test), count in self.file.items() for _ in range(count)]
        self.stored.write_text(json.dumps(noticed), encoding="utf-8")

    def of(self, mutant):
        words = set(re.split(r"[_.]", mutant.path.stem)) | {mutant.path.parent.name}

        def weight(test):
            named = len(words & set(re.split(r"[_.]", test.name)))
            count = 0.1 + named + 8 * self.file.get((mutant.path, test), 0) + self.all.get(test, 0) / 8
            return (count + 2 * self.folder.get((mutant.path.parent, test), 0)) / (0.05 + test.seconds)
        def concerns(test):
            return (all(re.search(part, str(mutant.path)) for name, part in ONLY_FOR.items() if test.name.startswith(name))
                    and (self.coverage is None or self.coverage.may_notice(mutant, test)))
        with self.lock:
            return sorted(filter(concerns, self.tests), key=weight, reverse=True)

    def noticed(self, mutant, test):
        with self.lock:
            self.count(mutant.path, test)


class Run:
    """The build, and one folder for each worker."""

    def __init__(self, copy, folder, options):
        self.compiler = Compiler(copy, folder / "build", options)
        self.has_valgrind = options.valgrind
        self.slots = queue.Queue()
        for number in range(options.jobs):
            slot = folder / f"slot{number}"
            slot.mkdir(exist_ok=True)
            self.slots.put(slot)
        listed = json.loads(must("ctest", "--test-dir", folder / "build", "--show-only=json-v1"))
        wanted = re.compile(options.tests or (THOROUGH if options.thorough else QUICK))
        tests = [Test(entry) for entry in listed["tests"] if wanted.fullmatch(entry["name"])]
        digests = Digests(copy)
        self.measure(tests, digests, folder / "seconds.json", options)
        tests = [test for test in tests if test.seconds <= options.within]
        coverage = None if options.holds else self.covered(tests, digests, folder, options)  # few survive there
        self.order = Order(tests, coverage, folder / "noticed.json")
        print(f"{len(tests)} tests, {sum(test.seconds for test in tests):.0f} s of processor time", flush=True)

    def measure(self, tests, digests, stored, options):
        """Times all tests, which have to pass. With --keep, those that an earlier run timed are not run again."""
        times = json.loads(stored.read_text(encoding="utf-8")) if stored.is_file() else {}
        new = []
        for test in tests:
            test.seconds, digest = times.get(test.name, (0, None))
            if digest != digests.of(test):
                new.append(test)
        with concurrent.futures.ThreadPoolExecutor(options.jobs) as workers:
            list(workers.map(self.baseline, new))
        times = {test.name: (test.seconds, digests.of(test)) for test in tests}
        stored.write_text(json.dumps(times, indent=1), encoding="utf-8")

    def covered(self, tests, digests, folder, options):
        coverage = Coverage(self.compiler, folder, digests.library, options.jobs)
        with concurrent.futures.ThreadPoolExecutor(options.jobs) as workers:
            list(workers.map(lambda test: self.with_slot(coverage.measure, test, digests.of(test)), tests))
        coverage.store()
        return coverage

    def with_slot(self, call, *arguments):
        slot = self.slots.get()
        try:
            return call(*arguments, slot)
        finally:
            self.slots.put(slot)

    def baseline(self, test):
        """Without a change it has to pass."""
        passed, seconds = self.with_slot(test.run, None)
        test.seconds = max(0.01, seconds)
        if not passed:
            sys.exit(f"error: {test.name} fails without any change")

    def outcome(self, mutant):
        """What becomes of a change: "unbuilt", "same", "survived", or the name of the test that noticed it."""
        return self.with_slot(self.outcome_in, mutant)

    def outcome_in(self, mutant, slot):
        text = (self.compiler.copy / mutant.path).read_text(encoding="utf-8")
        source = slot / mutant.path.name
        source.write_text(text[:mutant.start] + mutant.new + text[mutant.end:], encoding="utf-8")
        same = self.compiler.compile(source, mutant.path, slot / "changed.o")
        if same is not False:
            return "unbuilt" if same is None else "same"
        library = self.compiler.link(mutant.path, slot / "changed.o", slot)
        for test in self.order.of(mutant):
            if not test.run(library, slot, source)[0]:
                self.order.noticed(mutant, test)
                return test.name
        for test in self.order.of(mutant) if self.has_valgrind else ():
            if not IN_VALGRIND.fullmatch(test.name) or test.seconds > WITHIN_VALGRIND:
                continue
            if not test.run(library, slot, source, {"HHP_COUNTS_NO_BLOCKS": "1"}, VALGRIND, VALGRIND_SLOWER)[0]:
                return test.name + " (valgrind)"
        return "survived"


def table(path):
    """The changes that a table names, each with its reason."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE) if row and not row[0].startswith("#")]
    return {tuple(row[:4]): row[4] for row in rows}


def parsed():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=200, help="how many changes to try")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", action="append", default=[], help="a file or folder below the project, such as lib/rules")
    parser.add_argument("--pick", action="append", default=[], help="a line, such as lib/base/date.c:12: all its changes")
    parser.add_argument("--again", action="append", default=[], type=Path, help="what an earlier run printed: those that survived")
    parser.add_argument("--minimum", type=float, default=0, help="the least score, in per cent")
    parser.add_argument("--jobs", type=int, default=min(2, os.cpu_count() or 1), help="how many changes at a time")
    parser.add_argument("--thorough", action="store_true", help="run slower tests too")
    parser.add_argument("--valgrind", action="store_true", help="run what survives under valgrind too, which takes minutes")
    parser.add_argument("--tests", help="the tests to run, as a regular expression")
    parser.add_argument("--within", type=float, default=HANG, help="leave out tests that take longer, in seconds")
    parser.add_argument("--list", action="store_true", help="print what notices each change")
    parser.add_argument("--holds", action="store_true", help="try the changes of holds.tsv, all of which have to be noticed")
    parser.add_argument("--cmake", default="cmake")
    parser.add_argument("--cc")
    parser.add_argument("--keep", help="the folder to work in, which is kept")
    options = parser.parse_args()
    if options.holds:
        options.minimum, options.tests = 100, options.tests or HELD_BY
    return options


def sample_of(options, known):
    candidates = all_mutants(options.only)
    if options.holds:
        held = table(HOLDS)
        return candidates, [mutant for mutant in candidates if mutant.is_in(held)]
    if options.pick:
        return candidates, [mutant for mutant in candidates if mutant.place() in options.pick]
    if options.again:
        lines = [line for path in options.again for line in path.read_text(encoding="utf-8").splitlines()]
        again = {re.sub(r":\d+: ", ": ", line.removeprefix("survived: "), count=1) for line in lines if line.startswith("survived: ")}
        return candidates, [mutant for mutant in candidates if f"{mutant.path}: {mutant.words()}" in again and not mutant.is_in(known)]
    sample = random.Random(options.seed).sample(candidates, min(options.count, len(candidates)))
    return candidates, [mutant for mutant in sample if not mutant.is_in(known)]


def main():
    options = parsed()
    known = table(EQUIVALENT)
    possible = set().union(*(mutant.keys() for mutant in all_mutants([])))
    unknown = False
    for path in (EQUIVALENT, HOLDS):
        for key in sorted(set(table(path)) - possible):
            print(f"{path.name} names a change that is not possible:", *key, sep="  ")
            unknown = True
    candidates, sample = sample_of(options, known)
    outcomes = []
    with tempfile.TemporaryDirectory(prefix="hhp-mutants-") as temporary:
        folder = Path(options.keep or temporary)
        copy = folder / "source"
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(SOURCE, copy, ignore=shutil.ignore_patterns(".git", "build", "build-*", "__pycache__", "node_modules"))
        run = Run(copy, folder, options)
        begun = time.monotonic()
        with concurrent.futures.ThreadPoolExecutor(options.jobs) as workers:
            started = {workers.submit(run.outcome, mutant): mutant for mutant in sample}
            for done in concurrent.futures.as_completed(started):
                mutant, outcome = started[done], done.result()
                outcomes.append(outcome)
                if len(outcomes) % 20 == 0:
                    print(f"{len(outcomes)} of {len(sample)}, {time.monotonic() - begun:.0f} s", file=sys.stderr, flush=True)
                if outcome == "survived" or options.list:
                    print(f"{outcome}: {mutant}", flush=True)
        run.order.store()
    survived, same, unbuilt = (outcomes.count(each) for each in ("survived", "same", "unbuilt"))
    tried = len(outcomes) - same - unbuilt
    score = 100 * (tried - survived) / tried if tried else 0
    print(f"{tried} of {len(candidates)} possible changes tried, {tried - survived} noticed: {score:.1f} %; "
          f"{unbuilt} did not compile, {same} compile to the same code; {len(known)} are known to make no difference; "
          f"{time.monotonic() - begun:.0f} s")
    sys.exit(1 if unknown or tried == 0 or score < options.minimum else 0)


if __name__ == "__main__":
    main()
