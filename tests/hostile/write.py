"""Writes documents with each element of a list on its own line, so that lines are counted too."""

import json

import shapes


def value(held):
    """Long lists are spread over lines; everything else is written as is."""
    if isinstance(held, list):
        return "[\n" + ",\n".join(json.dumps(element, ensure_ascii=False) for element in held) + "\n]"
    if isinstance(held, dict):
        return "{" + ",\n".join(f"{json.dumps(name)}: {value(inner)}" for name, inner in held.items()) + "}"
    return json.dumps(held, ensure_ascii=False)


def text(document):
    if not isinstance(document, shapes.Twice):
        return value(document) + "\n"
    body = value(shapes.HEAD)[:-1]
    for name, (opening, parts, closing) in document.members.items():
        body += f',\n"{name}": {opening}\n' + ",\n".join(parts) + f"\n{closing}"
    return body + "}\n"


def write(path, document):
    path.write_text(text(document), encoding="utf-8")
    return path
