"""Builds the site with the target of `make docs`, which refuses warnings and dead links, and looks for its main pages.

Where Chromium and playwright-core are, no page may be wider than a phone. Without Doxygen or the Python module markdown_it
the test is skipped.
"""

import argparse
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from documents import SOURCE

PAGES = ["index", "guide", "rules", "hp401", "api", "cofinancing_8h", "helhedsplan_8h", "file-format", "dansk", "da-hp401"]
TITLES = {"plan_8h": "Plans", "followup_8h": "Following up", "focus__area_8h": "Focus areas"}


def build(cmake, folder):
    for command in ([cmake, "-S", SOURCE, "-B", folder, "-G", "Ninja", "-DHHP_BUILD_DOCS=ON", "-DHHP_BUILD_TESTS=OFF"],
                    [cmake, "--build", folder, "--target", "docs"]):
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8")
        if done.returncode != 0:
            sys.exit(done.stdout)
    return done.stdout.strip().splitlines()[-1]


def widths(html):
    """The pages that are wider than a phone, and what was looked at."""
    modules = os.environ.get("HHP_NODE_MODULES", "")
    if shutil.which("chromium") is None or not Path(modules, "playwright-core").exists():
        return [], "widths not measured: needs Chromium and playwright-core"
    script = Path(__file__).with_name("site_widths.cjs")
    done = subprocess.run(["node", script, html], stdout=subprocess.PIPE, encoding="utf-8", check=True)
    *wide, summary = done.stdout.splitlines()
    return wide, summary


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--cmake", required=True)
    cmake = parser.parse_args().cmake
    if shutil.which("doxygen") is None or importlib.util.find_spec("markdown_it") is None:
        print("skipped: needs doxygen and the Python module markdown_it")
        sys.exit(77)
    with tempfile.TemporaryDirectory(prefix="hhp-site-") as folder:
        counts = build(cmake, folder)
        html = Path(folder) / "html"
        faults = [f"{name}.html is missing" for name in PAGES if not (html / f"{name}.html").exists()]
        faults += [f"{name}.html is not titled {title}" for name, title in TITLES.items()
                   if f'<div class="title">{title} <a' not in (html / f"{name}.html").read_text("utf-8")]
        faults += [f"{path.name} has a title that Doxygen made" for path in html.glob("*_8h.html")
                   if "File Reference" in path.read_text("utf-8")]
        wide, summary = widths(html)
        faults += wide
    print("\n".join(faults) or f"{counts}; {summary}")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
