"""Plans as edits of a base: reading, applying, finding and writing them. Standard library only.

A file `<plan>.edits` is text, one edit a line, applied from top to bottom:

    # why, where it is not plain from the name
    set /financing/contributions/1/amount 799999
    add /waivers [{"rule": "HP401", "reason": "Aftalt med Landsbyggefonden."}]
    add /agreements/1/focus_area before parties "beskaeftigelse"
    remove /approvals/2

The pointers are JSON Pointers (RFC 6901), as findings have them. `set` replaces what is there; `add` puts a member in that
is not there, last or before the named one, or an element into a list, before the one that has that index; `remove` takes a
member or an element out. A value may go on over lines that are indented or begin with a closing bracket.

Numbers and strings keep the text that they are written with: 1e3 stays 1e3, and an escape stays an escape. So trees here
are made of dict (the members' names with their quotes), list, and str (any other value, as it is written).
"""

import json
import re

WIDTH = 120
INDENT = "  "
TOKEN = re.compile(r'[\[\]{},:]|"(?:[^"\\]|\\.)*"|[^\s\[\]{},:"]+', re.DOTALL)
EDIT = re.compile(r"^(?:(set|remove) (\S*)|(add) (\S+)(?: before (\S+))?)(?: (.*))?$", re.DOTALL)
VERB = re.compile(r"^(?=set |add |remove |#)", re.MULTILINE)
LARGEST_ALIGNMENT = 4000  # pairs of elements; longer lists are replaced


class EditError(ValueError):
    pass


# --- JSON as written ---

def parse(text):
    """The tree of a JSON text. It is not validated: dump() reproduces the text only if it was valid and in this
    layout."""
    tokens = iter(TOKEN.findall(text))
    tree = _value(tokens, next(tokens, None))
    if next(tokens, None) is not None:
        raise EditError("more than one value")
    return tree


def _value(tokens, token):
    if token == "{":
        return _object(tokens)
    if token == "[":
        return _list(tokens)
    if token is None or token in "]},:":
        raise EditError("a value is missing")
    return token


def _object(tokens):
    tree, token = {}, next(tokens, None)
    while token != "}":
        name, colon = (next(tokens, None), next(tokens, None)) if token == "," and tree else (token, next(tokens, None))
        if colon != ":" or not name.startswith('"'):
            raise EditError("a member is malformed")
        if name in tree:
            raise EditError(f"the member {name} is there twice")
        tree[name] = _value(tokens, next(tokens, None))
        token = next(tokens, None)
        if token not in (",", "}"):
            raise EditError("a comma or brace is missing")
    return tree


def _list(tokens):
    tree, token = [], next(tokens, None)
    while token != "]":
        tree.append(_value(tokens, next(tokens, None) if token == "," and tree else token))
        token = next(tokens, None)
        if token not in (",", "]"):
            raise EditError("a comma or bracket is missing")
    return tree


def dump(tree, line="\n"):
    """One member or element per line, indented by two spaces, as in the plans of the corpus."""
    if isinstance(tree, str):
        return tree
    opening, closing = "{}" if isinstance(tree, dict) else "[]"
    if not tree:
        return opening + closing
    inner = line + INDENT
    parts = ([f"{name}: {dump(value, inner)}" for name, value in tree.items()] if isinstance(tree, dict) else
             [dump(value, inner) for value in tree])
    return opening + ",".join(inner + part for part in parts) + line + closing


def compact(tree):
    if isinstance(tree, str):
        return tree
    if isinstance(tree, dict):
        return "{" + ", ".join(f"{name}: {compact(value)}" for name, value in tree.items()) + "}"
    return "[" + ", ".join(map(compact, tree)) + "]"


def fitted(tree, used=0, indent=""):
    """On one line if it fits, with `used` columns before it; otherwise one member or element per line."""
    line = compact(tree)
    if isinstance(tree, str) or not tree or used + len(line) < WIDTH:
        return line
    opening, closing = "{}" if isinstance(tree, dict) else "[]"
    inner = indent + INDENT
    heads = [f"{name}: " for name in tree] if isinstance(tree, dict) else [""] * len(tree)
    values = tree.values() if isinstance(tree, dict) else tree
    parts = [inner + head + fitted(value, len(inner) + len(head) + 1, inner) for head, value in zip(heads, values)]
    return opening + "\n" + ",\n".join(parts) + "\n" + indent + closing


# --- Pointers ---

def _step(name):
    return "/" + json.loads(name).replace("~", "~0").replace("/", "~1")


def _name(step):
    return json.dumps(step.replace("~1", "/").replace("~0", "~"), ensure_ascii=False)


def _key(tree, step):
    if isinstance(tree, dict):
        return _name(step)
    if isinstance(tree, list) and step.isdigit():
        return int(step)
    raise EditError(f"there is no {step}")


def _holder(tree, pointer):
    """The container of the pointer's last step, and that step as its key."""
    if not pointer.startswith("/"):
        raise EditError(f"{pointer} is no JSON Pointer")
    *way, last = pointer[1:].split("/")
    try:
        for step in way:
            tree = tree[_key(tree, step)]
        return tree, _key(tree, last)
    except (KeyError, IndexError, EditError) as error:
        raise EditError(f"{pointer} leads nowhere") from error


def _is_there(holder, key):
    return key in holder if isinstance(holder, dict) else key < len(holder)


# --- Applying ---

def read(text):
    """[(verb, pointer, before, value)] of the text of a file; `before` and the value are None if not given."""
    edits = []
    for piece in VERB.split(text):
        piece = piece.strip("\n")
        if piece.startswith("#") or not piece:
            continue
        match = EDIT.match(piece)
        if not match or (match[6] is None) != (match[1] == "remove"):
            raise EditError(f"this is no edit: {piece}")
        value = None if match[6] is None else parse(match[6])
        edits.append((match[1] or match[3], match[2] if match[1] else match[4], match[5], value))
    return edits


def apply(tree, edits):
    """Edits the tree in place, and returns it."""
    for verb, pointer, before, value in edits:
        if verb == "set" and pointer == "":
            tree = value
            continue
        holder, key = _holder(tree, pointer)
        if verb == "add":
            _add(holder, key, pointer, before, value)
        elif not _is_there(holder, key):
            raise EditError(f"{pointer} is not there")
        elif verb == "set":
            holder[key] = value
        else:
            del holder[key]
    return tree


def _add(holder, key, pointer, before, value):
    if isinstance(holder, list):
        if before is not None or key > len(holder):
            raise EditError(f"{pointer} is no place in the list")
        holder.insert(key, value)
        return
    if key in holder:
        raise EditError(f"{pointer} is there already")
    behind = []
    if before is not None:
        names = list(holder)
        if _name(before) not in holder:
            raise EditError(f"{before} is not beside {pointer}")
        behind = names[names.index(_name(before)):]
    moved = [(name, holder.pop(name)) for name in behind]
    holder[key] = value
    holder.update(moved)


# --- Finding ---

def _line(edit):
    verb, pointer, before, value = edit
    head = f"{verb} {pointer}" + (f" before {before}" if before else "")
    return head if value is None else f"{head} {fitted(value, len(head) + 1)}"


def write(edits):
    return "".join(_line(edit) + "\n" for edit in edits)


def _cost(edits):
    return len(write(edits))


def find(base, plan, pointer=""):
    """Edits that turn the base into the plan, as short as a simple search finds them."""
    if dump(base) == dump(plan):
        return []
    whole = [("set", pointer, None, plan)]
    if type(base) is not type(plan) or isinstance(base, str):
        return whole
    edits = _of_objects(base, plan, pointer) if isinstance(base, dict) else _of_lists(base, plan, pointer)
    return whole if edits is None or _cost(edits) > _cost(whole) else edits


def _of_objects(base, plan, pointer):
    kept = [name for name in base if name in plan]
    if kept != [name for name in plan if name in base]:
        return None
    edits = [("remove", pointer + _step(name), None, None) for name in base if name not in plan]
    for name in kept:
        edits += find(base[name], plan[name], pointer + _step(name))
    names = list(plan)
    for index, name in enumerate(names):
        if name not in base:
            before = next((_step(other)[1:] for other in names[index:] if other in base), None)
            edits.append(("add", pointer + _step(name), before, plan[name]))
    return edits


def _of_lists(base, plan, pointer):
    if len(base) * len(plan) > LARGEST_ALIGNMENT:
        return None
    changes = {(i, j): find(a, b, f"{pointer}/{j}") for i, a in enumerate(base) for j, b in enumerate(plan)}
    adds = [("add", f"{pointer}/{j}", None, value) for j, value in enumerate(plan)]
    removal = [("remove", f"{pointer}/{j}", None, None) for j in range(len(plan) + 1)]
    # The minimal cost of the rest of both lists, and the first step of it.
    best = {(len(base), len(plan)): (0, None)}
    for i in range(len(base), -1, -1):
        for j in range(len(plan), -1, -1):
            ways = []
            if i < len(base) and j < len(plan):
                ways.append((_cost(changes[i, j]) + best[i + 1, j + 1][0], "change"))
            if i < len(base):
                ways.append((_cost([removal[j]]) + best[i + 1, j][0], "remove"))
            if j < len(plan):
                ways.append((_cost([adds[j]]) + best[i, j + 1][0], "add"))
            if ways:
                best[i, j] = min(ways, key=lambda way: way[0])
    edits, i, j = [], 0, 0
    while best[i, j][1]:
        step = best[i, j][1]
        edits += {"change": changes.get((i, j)), "remove": removal[j:j + 1],
                  "add": adds[j:j + 1]}[step]
        i, j = i + (step != "add"), j + (step != "remove")
    return edits


# --- Whole files ---

def expand(base_text, edits_text):
    """The text of the plan that results from the edits of the base."""
    return dump(apply(parse(base_text), read(edits_text))) + "\n"


def shrink(base_text, plan_text):
    """The text of edits that reproduce the plan, byte for byte; None if edits cannot."""
    try:
        edits_text = write(find(parse(base_text), parse(plan_text))) or "# The base itself.\n"
        return edits_text if expand(base_text, edits_text) == plan_text else None
    except (EditError, RecursionError, json.JSONDecodeError):
        return None
