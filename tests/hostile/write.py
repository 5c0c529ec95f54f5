"""Writing the documents: on lines of their own, as people write them, so that lines are counted too."""

import json

import shapes


def text(document):
    if not isinstance(document, shapes.Twice):
        return json.dumps(document, ensure_ascii=False, indent=1)
    body = json.dumps(shapes.HEAD, ensure_ascii=False, indent=1)[:-2]
    for name, (opening, parts, closing) in document.members.items():
        body += f',\n "{name}": {opening}\n' + ",\n".join(parts) + f"\n {closing}"
    return body + "\n}\n"


def write(path, document):
    path.write_text(document if isinstance(document, str) else text(document), encoding="utf-8")
    return path
