/* A plan in an editor: its text, its tree, and what its members are by the file format. */
"use strict";
const { all_nodes, member, read_tree } = require("./tree.cjs");

/** Fields and entities by name in the file, read once. */
function format_of(library) {
  const fields = new Map(library.entities().map((info) => [info.name, new Map(info.fields.map((field) => [field.json_name, field]))]));
  return { field: (entity, name) => fields.get(entity)?.get(name) };
}

class PlanDocument {
  #tree;
  #lines;
  #uses;

  constructor(library, uri, text, version) {
    this.library = library;
    this.uri = uri;
    this.text = text;
    this.version = version;
    this.format = format_of.found ??= format_of(library);
  }

  get tree() {
    if (this.#tree === undefined) this.#tree = read_tree(this.text);
    return this.#tree;
  }

  /** Offsets at which lines begin. Lines end in LF, CRLF or CR. */
  get lines() {
    if (!this.#lines) {
      this.#lines = [0];
      for (const { index, 0: end } of this.text.matchAll(/\r\n|\n|\r/g)) this.#lines.push(index + end.length);
    }
    return this.#lines;
  }

  position(offset) {
    let [low, high] = [0, this.lines.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.lines[middle] <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: offset - this.lines[low] };
  }

  offset({ line, character }) {
    if (line >= this.lines.length) return this.text.length;
    return Math.min(this.lines[line] + character, this.lines[line + 1] ?? this.text.length);
  }

  range(from, to) {
    return { start: this.position(from), end: this.position(to) };
  }

  range_of(node) {
    return this.range(node.from, node.to);
  }

  /** The entity and the field of a node: of a value its field, of an object its entity. */
  meaning(node) {
    const names = [];
    for (let each = node; each.parent; each = each.parent) if (each.parent.type === "object") names.unshift(each.member.key.value);
    let [entity, field] = ["plan", null];
    for (const part of names) {
      if (field) entity = field.type === "object" ? field.target : null;
      field = entity ? this.format.field(entity, part) ?? null : null;
      if (!field) return { entity: null, field: null };
    }
    const is_object = !field || (field.type === "object" && node.type === "object" && !this.is_key(node));
    return { entity: is_object ? field?.target ?? "plan" : entity, field };
  }

  is_key(node) {
    return node.member?.key === node;
  }

  /** All places of ids: each with its entity, its id, its node, and whether it is the definition. */
  get uses() {
    this.#uses ??= [...all_nodes(this.tree)].flatMap((node) => {
      if (node.type !== "string" || this.is_key(node)) return [];
      const { entity, field } = this.meaning(node);
      if (field?.type === "id" && node.parent.parent) return [{ entity, id: node.value, node, is_definition: true }];
      if (field?.type === "reference") return [{ entity: field.target, id: node.value, node, is_definition: false }];
      return [];
    });
    return this.#uses;
  }

  use_at(offset) {
    return this.uses.find(({ node }) => offset >= node.from && offset <= node.to);
  }

  definition(use) {
    return this.uses.find(({ entity, id, is_definition }) => is_definition && entity === use.entity && id === use.id);
  }

  same(use) {
    return this.uses.filter(({ entity, id }) => entity === use.entity && id === use.id);
  }
}

module.exports = { member, PlanDocument };
