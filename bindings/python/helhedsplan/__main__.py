"""The command: `python -m helhedsplan validate plan.helhedsplan.json` is `helhedsplan validate ...`."""

import os
import shutil
import sys
from pathlib import Path


def command() -> str:
    """HELHEDSPLAN_COMMAND, else the command inside the package, else that of the system."""
    configured = os.environ.get("HELHEDSPLAN_COMMAND")
    bundled = Path(__file__).parent / "_bundle" / "helhedsplan"
    found = configured or (str(bundled) if bundled.is_file() else shutil.which("helhedsplan"))
    if not found:
        sys.exit("There is no command helhedsplan: install libhelhedsplan, or say where it is in HELHEDSPLAN_COMMAND.")
    return found


def main() -> None:
    path = command()
    try:
        os.execv(path, ["helhedsplan", *sys.argv[1:]])
    except OSError as error:
        sys.exit(f"{path}: {error.strerror}")


if __name__ == "__main__":
    main()
