"""Every link in the project's documents that is no web address leads to a file, and to a heading where it names one."""

import re

from documents import SOURCE, documents, finish, headings, lines_outside_blocks, name_of

LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
CODE = re.compile(r"`[^`]*`")


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
        return f"there is no {target}"
    if fragment and file.suffix == ".md" and fragment not in set(anchors(file)):
        return f"there is no heading for {link}"
    return None


def main():
    faults, count = [], 0
    others = [SOURCE / name for name in ("CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md")]
    for path in [*documents(), *others]:
        for number, line in lines_outside_blocks(path):
            for link in LINK.findall(CODE.sub("code", line)):
                if re.match(r"[a-z]+:", link):
                    continue
                count += 1
                fault = fault_of(path, link)
                if fault:
                    faults.append(f"{name_of(path)}:{number}: {fault}")
    finish(faults, f"{count} links lead somewhere")


if __name__ == "__main__":
    main()
