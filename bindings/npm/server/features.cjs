/* What the language server answers, without the protocol's transport: findings, hovers, fixes, outline, places of ids. */
"use strict";
const { at_pointer, member, node_at } = require("./tree.cjs");

const SEVERITY = { error: 1, warning: 2, info: 3 };
const TEXTS = {
  da: {
    write: (text) => `Skriv ${text}`,
    delete: "Slet det",
    waive: (rule, what) => `Undtag ${rule}${what}, fordi …`,
    reason: "Udfyld: begrund undtagelsen",
    source: "Kilde",
    invalid: "Et id er a-z, 0-9 og bindestreger, højst 64 tegn, og begynder ikke med en bindestreg.",
    taken: (id) => `Planen har allerede id'et »${id}«.`,
    no_id: "Her er intet id.",
  },
  en: {
    write: (text) => `Write ${text}`,
    delete: "Delete it",
    waive: (rule, what) => `Waive ${rule}${what}, because …`,
    reason: "Fill in: why this is waived",
    source: "Source",
    invalid: "An id is a-z, 0-9 and hyphens, at most 64 characters, and does not begin with a hyphen.",
    taken: (id) => `The plan has the id “${id}” already.`,
    no_id: "There is no id here.",
  },
};

/** The findings of a document with their places; waived ones are left out. */
function findings_of(document, { stage, today }) {
  const report = document.library.check(document.text, { stage, today, sha256: false });
  try {
    const standing = report.findings.filter(({ waived }) => !waived);
    const ranges = document.library.utf16_ranges(document.text, standing);
    return standing.map((finding, i) => ({
      ...ranges[i], rule: finding.rule, slug: finding.slug, severity: finding.severity, pointer: finding.pointer, entity: finding.entity,
      message: { da: finding.message("da"), en: finding.message("en") }, remedy: { da: finding.remedy("da"), en: finding.remedy("en") },
      arguments: finding.arguments, related: finding.related,
    }));
  } finally {
    report.free();
  }
}

/** Where a related place is: its node, or else the line and column, which counts characters. */
function related_range(document, { pointer, line, column }) {
  const node = at_pointer(document.tree, pointer);
  if (node) return document.range_of(node);
  const from = document.lines[(line ?? 1) - 1] ?? 0;
  const before = Array.from(document.text.slice(from)).slice(0, (column ?? 1) - 1).join("").length;
  return document.range(from + before, from + before);
}

function diagnostics(document, options) {
  const { lang } = options;
  return findings_of(document, options).map((finding) => ({
    range: document.range(finding.from, finding.to),
    severity: SEVERITY[finding.severity],
    code: finding.rule,
    source: "helhedsplan",
    message: `${finding.message[lang]}\n${finding.remedy[lang]}`,
    relatedInformation: finding.related.map((place) => ({
      location: { uri: document.uri, range: related_range(document, place) },
      message: place.pointer,
    })),
  }));
}

/** The title of a word that a field has; undefined if its value is none. */
function word_title({ library }, field, word, lang) {
  const words = field.words ? library.words(field.words, lang) : {};
  return Object.hasOwn(words, word) ? words[word] : undefined;
}

/** What an object is, for people: its entity, and what it says of itself. */
function object_text(document, node, entity, lang) {
  const info = document.library.entity_info(entity);
  const lines = [`**${info.doc(lang)}** \`${member(node, "id")?.value ?? ""}\``];
  for (const field of info.fields) {
    const value = member(node, field.json_name);
    if (!value || field.type === "id" || value.type === "object" || value.type === "array") continue;
    const text = field.type === "kroner" && Number.isSafeInteger(value.value) ? document.library.kroner_text(value.value, lang)
      : word_title(document, field, value.value, lang) ?? String(value.value);
    lines.push(`- ${field.doc(lang)}: ${text.length > 200 ? `${text.slice(0, 200)} …` : text}`);
  }
  return lines.join("\n");
}

function rule_text(library, id, lang) {
  const rule = library.rule(id);
  return [`**${rule.id} ${rule.title(lang)}**`, rule.rationale(lang), rule.remedy(lang), `*${TEXTS[lang].source}: ${rule.source(lang)}*`].join("\n\n");
}

/** At an id the object that it is of; at a member its meaning; and the rules that have findings there. */
function hover(document, position, options) {
  const { lang } = options;
  const offset = document.offset(position);
  const node = node_at(document.tree, offset);
  if (!node) return null;
  const parts = [];
  const use = document.use_at(offset);
  const { field } = document.meaning(node);
  if (use) {
    const defined = document.definition(use);
    if (defined) parts.push(object_text(document, defined.node.parent, use.entity, lang));
  } else if (field && (document.is_key(node) || node.type !== "object")) {
    const title = document.is_key(node) ? undefined : word_title(document, field, node.value, lang);
    parts.push(`\`${field.json_name}\`: ${field.doc(lang)}${title ? `\n\n\`${node.value}\`: ${title}` : ""}`);
  }
  const here = findings_of(document, options).filter(({ from, to }) => offset >= from && offset <= to)
    .sort((a, b) => a.to - a.from - (b.to - b.from));
  for (const id of new Set(here.map(({ rule }) => rule))) parts.push(rule_text(document.library, id, lang));
  if (parts.length === 0) return null;
  return { contents: { kind: "markdown", value: parts.join("\n\n---\n\n") }, range: document.range_of(node) };
}

/** Whether a rule can be waived, which the library says. */
function can_be_waived(library, rule) {
  try {
    library.check("{}", { waivers: [{ rule, reason: "-" }] }).free();
    return true;
  } catch {
    return false;
  }
}

/** The edit that adds a waiver to the plan; null if the text is no object. */
function waiver_edit(document, finding, lang) {
  const { tree } = document;
  if (tree?.type !== "object" || document.text[tree.to - 1] !== "}") return null;
  const waiver = { rule: finding.rule, ...(finding.entity ? { target: finding.entity } : {}), reason: TEXTS[lang].reason };
  const text = JSON.stringify(waiver, null, 2).replaceAll("\n", "\n    ");
  const list = member(tree, "waivers");
  if (list && list.type !== "array") return null;
  if (list && list.elements.length > 0) return insertion(document, list.elements.at(-1).to, `,\n    ${text}`);
  if (list) return { range: document.range_of(list), newText: `[\n    ${text}\n  ]` };
  const last = tree.members.at(-1);
  const member_text = `\n  "waivers": [\n    ${text}\n  ]`;
  return last ? insertion(document, (last.value ?? last.key).to, `,${member_text}`) : insertion(document, tree.from + 1, `${member_text}\n`);
}

const insertion = (document, offset, newText) => ({ range: document.range(offset, offset), newText });

/** What is to be written instead of a finding's text, as JSON; null if the library suggests nothing. */
function replacement(document, finding) {
  const { suggestion, write } = finding.arguments;
  if (typeof write === "string") return write; // docs/file-format.md: it replaces the region, or deletes it
  const node = node_at(document.tree, finding.from);
  const is_text = node?.type === "string" && node.from === finding.from && node.to === finding.to;
  return is_text && typeof suggestion === "string" ? JSON.stringify(suggestion) : null;
}

function code_actions(document, range, options) {
  const { lang } = options;
  const [from, to] = [document.offset(range.start), document.offset(range.end)];
  const at = diagnostics(document, options);
  return findings_of(document, options).flatMap((finding, i) => {
    if (finding.to < from || finding.from > to) return [];
    const found = [];
    const text = replacement(document, finding);
    const change = (edit) => ({ changes: { [document.uri]: [edit] } });
    if (text !== null)
      found.push({ title: text === "" ? TEXTS[lang].delete : TEXTS[lang].write(text), kind: "quickfix", isPreferred: true, diagnostics: [at[i]],
                   edit: change({ range: document.range(finding.from, finding.to), newText: text }) });
    const edit = can_be_waived(document.library, finding.rule) ? waiver_edit(document, finding, lang) : null;
    if (edit)
      found.push({ title: TEXTS[lang].waive(finding.rule, finding.entity ? ` (${finding.entity})` : ""), kind: "quickfix", diagnostics: [at[i]],
                   edit: change(edit) });
    return found;
  });
}

/** The plan as `helhedsplan fmt` writes it; no edit if it cannot be read without loss. */
function formatting(document) {
  let plan;
  try {
    plan = document.library.Plan.parse(document.text);
  } catch (error) {
    if (error instanceof document.library.HelhedsplanError) return [];
    throw error;
  }
  try {
    const text = plan.dump();
    return text === document.text ? [] : [{ range: document.range(0, document.text.length), newText: text }];
  } finally {
    plan.free();
  }
}

const KIND = { array: 18, object: 19, string: 15, number: 16, boolean: 17, null: 21 };

/** The name of an object in the outline. */
const title_of = (node, i) => String(["title", "name", "label", "id", "rule", "party", "year"].map((name) => member(node, name)?.value)
  .find((value) => value !== undefined && value !== "") ?? i + 1);

function symbols_of(document, node) {
  if (node.type === "object")
    return node.members.flatMap(({ key, value }) => (value && (value.type === "object" || value.type === "array")
      ? [symbol(document, key.value || "\"\"", value, key)] : []));
  return (node.elements ?? []).flatMap((element, i) => (element.type === "object" ? [symbol(document, title_of(element, i), element, element)] : []));
}

function symbol(document, name, node, selected) {
  const id = member(node, "id")?.value;
  const from = Math.min(selected.from, node.from);
  return { name, detail: typeof id === "string" && id !== name ? id : undefined, kind: KIND[node.type], range: document.range(from, node.to),
           selectionRange: document.range(selected.from, Math.min(selected.to, node.to)), children: symbols_of(document, node) };
}

const outline = (document) => (document.tree ? symbols_of(document, document.tree) : []);

const location = (document, { node }) => ({ uri: document.uri, range: inside(document, node) });
const inside = (document, node) => document.range(node.from + 1, Math.max(node.from + 1, node.to - 1)); // without the quotation marks

function definition(document, position) {
  const use = document.use_at(document.offset(position));
  const found = use && document.definition(use);
  return found ? location(document, found) : null;
}

function references(document, position, has_declaration) {
  const use = document.use_at(document.offset(position));
  if (!use) return [];
  return document.same(use).filter(({ is_definition }) => has_declaration || !is_definition).map((each) => location(document, each));
}

/** The places of an id that has a definition; null elsewhere. */
function prepare_rename(document, position) {
  const use = document.use_at(document.offset(position));
  return use && document.definition(use) ? { range: inside(document, use.node), placeholder: use.id } : null;
}

/** Renames an id: an error as text if that is not possible. Waivers that name it go along. */
function rename(document, position, id, lang) {
  const use = document.use_at(document.offset(position));
  if (!use || !document.definition(use)) return { error: TEXTS[lang].no_id };
  if (!/^[a-z0-9][a-z0-9-]{0,63}$/.test(id)) return { error: TEXTS[lang].invalid };
  if (id !== use.id && document.uses.some((each) => each.is_definition && each.id === id)) return { error: TEXTS[lang].taken(id) };
  const targets = (member(document.tree, "waivers")?.elements ?? []).map((waiver) => member(waiver, "target"))
    .filter((node) => node?.type === "string" && node.value === use.id);
  const nodes = [...document.same(use).map(({ node }) => node), ...targets];
  return { changes: { [document.uri]: nodes.map((node) => ({ range: inside(document, node), newText: id })) } };
}

module.exports = { code_actions, definition, diagnostics, formatting, hover, outline, prepare_rename, references, rename };
