"""Compiles a program with the binding for C#, and runs it with Mono; exit code 77 without Mono or the shared library.

usage: csharp.py PROGRAM.cs [ARGUMENT]...   from the environment: HHP_SOURCE_DIR, HHP_LIBRARY, HHP_SANITIZE"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

BINDING = Path(os.environ["HHP_SOURCE_DIR"], "examples/bindings/csharp/Helhedsplan")
# As netstandard2.0 has it: C# 7, in an assembly of its own, so that a program sees what is public.
COMPILE = ["mcs", "-langversion:7", "-warnaserror+", "-warn:4"]
SKIPPED = 77


def lacking():
    if os.environ.get("HHP_SANITIZE"):
        return "Mono is not built with sanitizers"
    if not os.environ.get("HHP_LIBRARY"):
        return "there is no shared library"
    absent = [tool for tool in ("mcs", "mono") if shutil.which(tool) is None]
    return f"{' and '.join(absent)} missing (on Debian: mono-mcs, mono-runtime)" if absent else None


def older(made, sources):
    return not made.exists() or made.stat().st_mtime <= max(one.stat().st_mtime for one in sources)


def main(program, arguments):
    why = lacking()
    if why:
        print("skipped:", why)
        return SKIPPED
    folder = Path("csharp")
    folder.mkdir(exist_ok=True)
    assembly, executable = folder / "Helhedsplan.dll", folder / "program.exe"
    sources = sorted(BINDING.glob("*.cs"))
    if older(executable, [*sources, Path(program)]):
        subprocess.run([*COMPILE, "-target:library", f"-out:{assembly}", *sources], check=True)
        subprocess.run([*COMPILE, f"-r:{assembly}", f"-out:{executable}", program], check=True)
    # By the name that it has in a package, which the library of a build is linked to.
    environment = {**os.environ, "LD_LIBRARY_PATH": str(Path(os.environ["HHP_LIBRARY"]).parent)}
    return subprocess.run(["mono", executable, *arguments], env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
