#!/usr/bin/python3
"""Compiles what has instructions of ARMv8 for it, and runs it in QEMU beside what is in C."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

SOURCE = Path(os.environ.get("HHP_SOURCE_DIR", Path(__file__).resolve().parents[2]))
COMPILER, EMULATOR = "aarch64-linux-gnu-gcc", "qemu-aarch64"
SKIPPED = 77


def main():
    for program in COMPILER, EMULATOR:
        if shutil.which(program) is None:
            print(f"skipped: {program} is missing (on Debian: gcc-aarch64-linux-gnu, libc6-dev-arm64-cross, qemu-user)")
            return SKIPPED
    files = [SOURCE / "tests/cross/sha256.c", SOURCE / "lib/base/sha256.c", SOURCE / "lib/base/sha256_native.c"]
    with tempfile.TemporaryDirectory() as folder:
        program = Path(folder) / "sha256"
        for level in "-O0", "-O3":
            subprocess.run([COMPILER, level, "-std=c11", "-Wall", "-Wextra", "-Wconversion", "-Werror", "-D_DEFAULT_SOURCE",
                            "-static", f"-I{SOURCE / 'lib'}", "-o", program, *files], check=True)
            run = subprocess.run([EMULATOR, "-cpu", "max", program], check=False)
            if run.returncode != 0:
                print(f"failed with {level}: {run.returncode}")
                return 1
    print("the instructions of ARMv8 digest as the code in C does")
    return 0


if __name__ == "__main__":
    sys.exit(main())
