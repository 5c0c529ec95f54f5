/* What can be written in the place of a value: ids that the plan has, codes with their names, and words. Names of members, and the outlines
 * of objects, are left to the JSON Schema, which editors complete from. */
"use strict";
const { member, node_at } = require("./tree.cjs");

const KIND = { id: 18, code: 12, word: 20 }; // Reference, Value, EnumMember

/** The place of a value at an offset: its field, what is to be replaced, whether quotation marks are there, and what the list has. */
function place_at(document, offset) {
  const node = node_at(document.tree, offset);
  if (!node) return null;
  if (node.type === "string" && !document.is_key(node)) {
    const is_closed = node.to - node.from > 1 && document.text[node.to - 1] === '"';
    if (offset === node.from || (is_closed && offset === node.to)) return null; // beside it
    return { ...document.meaning(node), from: node.from + 1, to: is_closed ? node.to - 1 : node.to, is_quoted: true, listed: listed(node.parent, node) };
  }
  if (node.type === "array") return { ...document.meaning(node), from: offset, to: offset, is_quoted: false, listed: listed(node, null) };
  if (node.type !== "object") return null;
  const before = node.members.filter(({ key }) => key.to < offset).at(-1);
  if (!before || before.value || !/^\s*:\s*$/.test(document.text.slice(before.key.to, offset))) return null;
  return { ...document.meaning(before.key), from: offset, to: offset, is_quoted: false, listed: new Set() };
}

/** What an array has already, apart from a node. */
const listed = (node, except) => new Set(node?.type === "array" ? node.elements.filter((each) => each !== except).map(({ value }) => value) : []);

const name_of = (node) => ["title", "name", "label"].map((name) => member(node, name)?.value).find((value) => typeof value === "string") ?? "";

/** The codes of focus areas of all schemes, once each, with their titles. */
function focus_areas(library, lang) {
  const areas = library.schemes().flatMap((scheme) => Array.from(scheme.focus_areas));
  return Object.fromEntries(areas.map((area) => [area.code, lang === "da" ? area.title_da : area.title_en]));
}

/** The codes that a field can have, with their names; null if it has none that are known. */
function codes(library, entity, field, lang) {
  switch (`${entity}.${field.json_name}`) {
    case "plan.municipality_code": return library.municipalities();
    case "plan.scheme": return Object.fromEntries(library.schemes().map((scheme) => [scheme.id, scheme.title(lang)]));
    case "focus_area.code": return focus_areas(library, lang);
    default: return null;
  }
}

/** Pairs of value and name, and what they are. */
function candidates(document, { entity, field }, lang) {
  if (field?.type === "reference")
    return ["id", document.uses.filter((use) => use.is_definition && use.entity === field.target).map(({ id, node }) => [id, name_of(node.parent)])];
  if (field?.words) return ["word", Object.entries(document.library.words(field.words, lang))];
  const found = field && codes(document.library, entity, field, lang);
  return ["code", Object.entries(found ?? {})];
}

function completion(document, position, { lang }) {
  const place = place_at(document, document.offset(position));
  if (!place) return [];
  const [kind, pairs] = candidates(document, place, lang);
  const range = document.range(place.from, place.to);
  const written = (value) => (place.is_quoted ? value : JSON.stringify(value));
  return pairs.filter(([value]) => !place.listed.has(value)).map(([value, name]) => ({
    label: value, detail: name, kind: KIND[kind], filterText: written(`${value} ${name}`), textEdit: { range, newText: written(value) },
  }));
}

module.exports = { completion };
