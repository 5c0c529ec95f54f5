/* JSON text as a tree with places, in UTF-16 units, as editors count. Text that is being typed is read as far as it goes: what is
 * missing is left out. */
"use strict";

const SPACE = /[ \t\r\n]*/y;
const SCALAR = /-?\d[\d.eE+-]*|true|false|null/y;
const STRING = /"(?:[^"\\\n]|\\.)*"?/y;
const MOST_LEVELS = 200;

/** A node: type, from, to, value of a scalar; members of an object, as { key, value }; elements of an array. */
class Reader {
  constructor(text) {
    this.text = text;
    this.at = 0;
  }

  take(pattern) {
    pattern.lastIndex = this.at;
    const [found] = pattern.exec(this.text) ?? [null];
    if (found !== null) this.at += found.length;
    return found;
  }

  next() {
    this.take(SPACE);
    return this.text[this.at];
  }

  string(parent) {
    const from = this.at;
    const text = this.take(STRING);
    let value = null;
    try {
      value = JSON.parse(text);
    } catch {
      value = text.slice(1);
    }
    return { type: "string", from, to: this.at, value, parent };
  }

  value(parent, levels) {
    const character = this.next();
    const from = this.at;
    if (character === '"') return this.string(parent);
    if (levels < MOST_LEVELS && character === "{") return this.object({ type: "object", from, to: from, members: [], parent }, levels);
    if (levels < MOST_LEVELS && character === "[") return this.array({ type: "array", from, to: from, elements: [], parent }, levels);
    const text = this.take(SCALAR);
    if (text === null) return null;
    let value = null;
    try {
      value = JSON.parse(text);
    } catch {
      value = text;
    }
    return { type: typeof value === "number" ? "number" : value === null ? "null" : typeof value, from, to: this.at, value, parent };
  }

  object(node, levels) {
    this.at++;
    while (this.next() === '"') {
      const key = this.string(node);
      const member = { key, value: null };
      key.member = member;
      node.members.push(member);
      if (this.next() === ":") {
        this.at++;
        member.value = this.value(node, levels + 1);
        if (member.value) member.value.member = member;
      }
      if (this.next() !== ",") break;
      this.at++;
    }
    if (this.next() === "}") this.at++;
    node.to = this.at;
    return node;
  }

  array(node, levels) {
    this.at++;
    for (;;) {
      const element = this.value(node, levels + 1);
      if (element === null) break;
      node.elements.push(element);
      if (this.next() !== ",") break;
      this.at++;
    }
    if (this.next() === "]") this.at++;
    node.to = this.at;
    return node;
  }
}

/** The tree of a text; null if there is none. */
function read_tree(text) {
  const reader = new Reader(text);
  if (text.startsWith("\ufeff")) reader.at = 1;
  return reader.value(null, 0);
}

const children = (node) =>
  node.type === "object" ? node.members.flatMap(({ key, value }) => (value ? [key, value] : [key])) : node.elements ?? [];

/** The innermost node at an offset. */
function node_at(tree, offset) {
  if (!tree || offset < tree.from || offset > tree.to) return null;
  for (let node = tree; ; ) {
    const inner = children(node).find(({ from, to }) => offset >= from && offset <= to);
    if (!inner) return node;
    node = inner;
  }
}

/** The value of a member; undefined if there is none. */
const member = (node, name) => node?.members?.find(({ key }) => key.value === name)?.value ?? undefined;

/** The node that a JSON Pointer leads to; undefined if there is none. */
function at_pointer(tree, pointer) {
  return pointer.split("/").slice(1).map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"))
    .reduce((node, part) => (node?.type === "array" ? node.elements[Number(part)] : member(node, part)), tree);
}

function* all_nodes(tree) {
  const ahead = tree ? [tree] : [];
  while (ahead.length > 0) {
    const node = ahead.pop();
    yield node;
    ahead.push(...children(node).reverse());
  }
}

module.exports = { all_nodes, at_pointer, member, node_at, read_tree };
