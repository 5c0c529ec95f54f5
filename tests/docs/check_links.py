"""Checks the links in the documents, and the paths and C names that the text mentions.

A link within the project must lead to an existing file, and to a heading if it has a fragment. A path that begins with a
folder of the project must exist, `<name>` and `*` standing for anything; so must a source file in back quotes that is given
without its folder, and a function, type or constant of the library.
"""

import re
from fnmatch import fnmatchcase

from documents import SOURCE, documents, finish, headings, lines_outside_blocks, name_of

LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
CODE = re.compile(r"`([^`]*)`")
FOLDERS = ("bench", "bindings", "cli", "cmake", "docs", "examples", "include", "integrations", "lib", "pkgconfig", "tests",
           "tools")
PATH = re.compile(r"(?<![\w/.<>$-])(?:" + "|".join(FOLDERS) + r")/[\w./<>*-]*")
SOURCE_FILE = re.compile(r"[\w./-]+\.(?:c|h|def|py|tsv)")
C_NAME = re.compile(r"\b(?:hhp_|HHP_)\w+\b(?!\.\.\.|[<*{])")
# These paths are of the installation.
INSTALLED = ("lib/libhelhedsplan.", "lib/pkgconfig/", "lib/cmake/")
# Where C names, options of CMake and environment variables are defined or used.
SOURCES = {".c", ".h", ".def", ".in", ".map", ".txt", ".cmake", ".py", ".sh", ".yml"}


def anchor(heading):
    """The anchor that GitHub and GitLab give a heading."""
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).replace("`", "").lower()
    return re.sub(r"[^\w\- ]", "", text).replace(" ", "-")


def anchors(path):
    seen = {}
    for heading in headings(path):
        name = anchor(heading)
        count = seen.get(name, 0)
        seen[name] = count + 1
        yield name if count == 0 else f"{name}-{count}"


def fault_of(path, link):
    target, _, fragment = link.partition("#")
    file = (path.parent / target).resolve() if target else path
    if SOURCE.resolve() not in [file, *file.parents]:
        return f"{link} leads out of the project"
    if not file.exists():
        return f"no such file: {target}"
    if fragment and file.suffix == ".md" and fragment not in set(anchors(file)):
        return f"no such heading: {link}"
    return None


class Tree:
    """The files of the project, and the C names in them."""

    def __init__(self):
        roots = [SOURCE / folder for folder in FOLDERS]
        files = [path for root in roots for path in root.rglob("*") if "__pycache__" not in path.parts]
        self.paths = {str(path.relative_to(SOURCE)) for path in [*files, *roots]} | {path.name for path in SOURCE.iterdir()}
        named = [path for path in map(SOURCE.joinpath, self.paths) if path.suffix in SOURCES and path.is_file()]
        text = "\n".join(path.read_text("utf-8", errors="replace") for path in named)
        self.names = set(re.findall(r"\b(?:hhp_|HHP_)\w+", text))

    def has(self, path):
        pattern = re.sub(r"<[^>]*>", "*", path).rstrip("/.")
        if "*" in pattern:
            return any(fnmatchcase(name, pattern) for name in self.paths)
        return pattern in self.paths

    def has_file(self, name):
        return any(path == name or path.endswith("/" + name) for path in self.paths)

    def has_name(self, name):
        """Whether the name exists; one that ends in _ is the beginning of others."""
        return name in self.names or name.endswith("_") and any(known.startswith(name) for known in self.names)


def mentions(path, tree, examples):
    """Reports what a document mentions and the tree does not have. The target of a redirection may be new."""
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        text = re.sub(r"> \S+$", "", LINK.sub("link", line))
        for mentioned in PATH.findall(text):
            if not mentioned.startswith(INSTALLED) and not tree.has(mentioned):
                yield f"{name_of(path)}:{number}: no such file: {mentioned}"
        for code in CODE.findall(text):
            if SOURCE_FILE.fullmatch(code) and not PATH.match(code) and code not in examples and not tree.has_file(code):
                yield f"{name_of(path)}:{number}: no such file: {code}"
            for name in C_NAME.findall(code):
                if not tree.has_name(name):
                    yield f"{name_of(path)}:{number}: no such name: {name}"


def files_of_examples(paths):
    """The names that documents give to files in their own examples."""
    return {name for path in paths for name in re.findall(r"(?m)^<!-- file: (\S+) -->$", path.read_text("utf-8"))}


def main():
    faults, count = [], 0
    others = [SOURCE / name for name in ("CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md", "bench/README.md",
                                         "examples/bindings/README.md")]
    paths = [*documents(), *others]
    tree, examples = Tree(), files_of_examples(paths)
    for path in paths:
        for number, line in lines_outside_blocks(path):
            for link in LINK.findall(CODE.sub("code", line)):
                if re.match(r"[a-z]+:", link):
                    continue
                count += 1
                fault = fault_of(path, link)
                if fault:
                    faults.append(f"{name_of(path)}:{number}: {fault}")
        if path.name != "CHANGELOG.md":  # old releases may mention what is gone
            faults += mentions(path, tree, examples)
    finish(faults, f"{count} links and {len(tree.paths)} paths")


if __name__ == "__main__":
    main()
