#!/usr/bin/env python3
"""Prints how much of lib/ the stored inputs of the fuzz targets reach: lines and branches, by folder, and what is lowest.

  coverage.py [--build=FOLDER]   builds the targets with gcc, counting, in a folder of its own (default: fuzz-coverage)
"""
import argparse
import collections
import gzip
import json
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from run import CORPUS, SOURCE, TARGETS

LOWEST = 15  # files listed


def build(folder):
    configure = ["cmake", "-S", SOURCE, "-B", folder, "-G", "Ninja", "-DCMAKE_BUILD_TYPE=Debug",
                 "-DCMAKE_C_COMPILER=gcc", "-DCMAKE_C_FLAGS_DEBUG=-O0 -g", "-DHHP_COVERAGE=ON", "-DHHP_BUILD_CLI=OFF",
                 "-DHHP_BUILD_PYTHON=OFF"]
    targets = [f"fuzz_{name}" for name in TARGETS]
    for command in (configure, ["cmake", "--build", folder, "--parallel", "2", "--target", *targets]):
        done = subprocess.run([str(part) for part in command], capture_output=True, text=True)
        if done.returncode != 0:
            sys.exit(done.stdout[-4000:] + done.stderr[-4000:])


def replay(folder):
    for counts in folder.rglob("*.gcda"):
        counts.unlink()
    inputs = 0
    for name, target in TARGETS.items():
        program = folder / "tests" / "fuzz" / f"fuzz_{name}"
        done = subprocess.run([program, CORPUS / f"{target[0]}.inputs"], capture_output=True, text=True, check=True)
        inputs += int(done.stdout.split()[0])
    return inputs


class Counts:
    def __init__(self):
        self.lines = collections.Counter()
        self.branches = collections.Counter()

    def share(self, counts):
        return 100 * sum(1 for count in counts.values() if count > 0) / max(1, len(counts))


def read(folder):
    """File -> counts; a source that is compiled more than once is added up."""
    files = collections.defaultdict(Counts)
    objects = [path for path in (folder / "lib").rglob("*.gcda")]
    with tempfile.TemporaryDirectory() as scratch:
        for path in objects:
            subprocess.run(["gcov", "--json-format", "--branch-probabilities", path], cwd=scratch, check=True,
                           capture_output=True)
            for made in pathlib.Path(scratch).glob("*.gcov.json.gz"):
                add(files, json.loads(gzip.decompress(made.read_bytes())))
                made.unlink()
    return files


def add(files, data):
    for entry in data["files"]:
        path = pathlib.Path(data["current_working_directory"], entry["file"]).resolve()
        if not path.is_relative_to(SOURCE / "lib"):
            continue
        counts = files[str(path.relative_to(SOURCE))]
        for line in entry["lines"]:
            counts.lines[line["line_number"]] += line["count"]
            for number, branch in enumerate(line["branches"]):
                counts.branches[line["line_number"], number] += branch["count"]


def summed(files):
    whole = Counts()
    for path, counts in files:
        for key, count in counts.lines.items():
            whole.lines[path, key] = count
        for key, count in counts.branches.items():
            whole.branches[path, key] = count
    return whole


def line(name, counts):
    return f"{counts.share(counts.lines):6.1f} % of {len(counts.lines):>5} lines  {counts.share(counts.branches):6.1f} % " \
           f"of {len(counts.branches):>5} branches  {name}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=pathlib.Path, default=pathlib.Path("fuzz-coverage"))
    folder = parser.parse_args().build.resolve()
    build(folder)
    inputs = replay(folder)
    files = read(folder)
    for part in sorted({path.split("/")[1] for path in files}):
        print(line(f"lib/{part}", summed((path, counts) for path, counts in files.items() if path.split("/")[1] == part)))
    print(line(f"all of lib/, by {inputs} inputs", summed(files.items())))
    print("\nlowest:")
    for path, counts in sorted(files.items(), key=lambda item: item[1].share(item[1].lines))[:LOWEST]:
        print(line(path, counts))
    return 0


if __name__ == "__main__":
    sys.exit(main())
