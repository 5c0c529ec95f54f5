/* types.js FOLDER   writes the types of the package: ../types.d.ts, with the entities, the words and the figures of co-financing by
 * introspection of the library that is in FOLDER. */
"use strict";
const fs = require("node:fs");
const path = require("node:path");

const folder = process.argv[2];
const library = require(path.join(path.resolve(folder), "node.cjs"));

const alias = (words) => words.replace(/(?:^|_)(.)/g, (_, letter) => letter.toUpperCase());
const literals = (words) => Object.keys(library.words(words)).map((word) => JSON.stringify(word)).join(" | ");
const class_name = (entity) => library.entity_info(entity).class_name;
const comment = (lines, indent) => `${indent}/** ${lines.join(` ${indent}* `).replaceAll("*/", "* /")} */\n`;
const doc = (each, indent) => comment([`${each.doc("en")}. ${each.doc("da")}.`.replaceAll("..", ".")], indent);

function scalar({ type, words }) {
  return { word: words && `${alias(words)}Word`, truth: "boolean", number: "number", kroner: "K" }[type] ?? "string";
}

function read_type(field, editable) {
  if (field.type === "object" && field.is_list) return `EntityList<${class_name(field.target)}<K>, New${class_name(field.target)}>`;
  if (field.type === "object") return `${class_name(field.target)}<K>`;
  if (field.is_list) return "TextList";
  return `${scalar(field)} | null`;
}

/** A property: lists of texts and amounts can be set from more than they are read as. */
function property(field, editable) {
  const read = read_type(field, editable);
  if (!editable || (field.type === "object" && !field.is_list)) return `  readonly ${field.name}: ${read};\n`;
  const set = field.type === "object" ? `Iterable<New${class_name(field.target)} | ${class_name(field.target)}<K>> | null | undefined`
    : field.is_list ? "Iterable<string> | null | undefined" : field.type === "kroner" ? "Kroner | null | undefined"
    : `${scalar(field)} | null | undefined`;
  return `  get ${field.name}(): ${read};\n  set ${field.name}(value: ${set});\n`;
}

function argument(field) {
  if (field.type === "object" && field.is_list) return `Iterable<New${class_name(field.target)}>`;
  if (field.type === "object") return `New${class_name(field.target)}`;
  if (field.is_list) return "Iterable<string>";
  return `${field.type === "kroner" ? "Kroner" : scalar(field)} | null`;
}

const METHODS = new Map([
  ["plan", "PlanMethods<K>"], ["scheme", "SchemeMethods"], ["contribution", "ContributionMethods"],
]);

function entity(info) {
  const base = METHODS.has(info.name) ? `, ${METHODS.get(info.name)}` : "";
  const fields = info.fields.map((field) => doc(field, "  ") + property(field, info.is_editable)).join("");
  const required = info.has_id ? "id" : null;
  const given = info.fields.map((field) => `  ${field.name}${field.name === required ? "" : "?"}: ${argument(field)};\n`).join("");
  return `${doc(info, "")}export interface ${info.class_name}<K extends Kroner = number> extends Entity${base} {\n${fields}}\n\n` +
    `/** The fields of a new ${info.class_name}. */\nexport interface New${info.class_name} {\n${given}  [extension: \`x-\${string}\`]: unknown;\n}\n`;
}

function figures() {
  const members = library.cofinancing_figures().map(({ name, kind, words, may_be_absent: may, doc: { da, en } }) => {
    const type = words ? `${alias(words)}Word` : kind === "kroner" ? "K" : "number";
    return `${comment([`${en}. ${da}.`.replaceAll("..", ".")], "  ")}  readonly ${name}: ${type}${may ? " | null" : ""};\n`;
  });
  return `export interface Cofinancing<K extends Kroner = number> {\n${members.join("")}}\n`;
}

const entities = library.entities();
const used = new Set(["stage", "severity", "format", "lang", "verdict", "share_base", "example", "schema", "json_schema", "argument",
                      "rollup_by", "rollup_row", "side", "change", "field"]);
for (const info of entities) for (const { words } of info.fields) if (words) used.add(words);
for (const { words } of library.cofinancing_figures()) if (words) used.add(words);
const words = [...used].sort().map((name) => `export type ${alias(name)}Word = ${literals(name)};\n`).join("");
const head = fs.readFileSync(path.join(__dirname, "../types.d.ts"), "utf8");
const all = `${head}\n${words}\n${figures()}\n${entities.map(entity).join("\n")}`;
for (const [name, entry] of [["node.d.cts", "node"], ["node.d.mts", "node"], ["browser.d.mts", "browser"]])
  fs.writeFileSync(path.join(folder, name), `${all}\n${fs.readFileSync(path.join(__dirname, `../types.${entry}.d.ts`), "utf8")}`);
