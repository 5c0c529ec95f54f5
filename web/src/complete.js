// Completion from the JSON Schema of plans for editors: names of fields, words with their titles, codes with their names.
import { syntaxTree } from "@codemirror/language";

const CLOSED = new Set(["JsonText", "Object", "Array", "Property"]);

/** A schema with its $ref followed. */
function followed(root, schema) {
  const name = schema?.$ref?.match(/^#\/definitions\/(.+)$/)?.[1];
  return name ? root.definitions[name] : schema;
}

const text_of = (state, node) => state.sliceDoc(node.from, node.to);

function name_of(state, property) {
  const name = property.getChild("PropertyName");
  try {
    return name && JSON.parse(text_of(state, name));
  } catch {
    return null;
  }
}

/** The schema of the value that a node is in: from the root down, by names of properties and items of lists. */
function schema_at(root, state, node) {
  const steps = [];
  for (let at = node; at; at = at.parent) {
    if (at.name === "Property") steps.unshift(name_of(state, at));
    else if (at.name === "Array") steps.unshift(0);
  }
  let schema = root;
  for (const step of steps) {
    schema = followed(root, schema);
    schema = step === 0 ? schema?.items : schema?.properties?.[step];
  }
  return followed(root, schema);
}

/** The names of an object that it does not have yet. */
function names(root, state, object, inside_quotes) {
  const schema = schema_at(root, state, object);
  const used = new Set(object.getChildren("Property").map((each) => name_of(state, each)));
  return Object.entries(schema?.properties ?? {}).filter(([name]) => !used.has(name)).map(([name, field]) => ({
    label: inside_quotes ? name : `"${name}"`, apply: inside_quotes ? name : `"${name}": `, type: "property",
    detail: schema.required?.includes(name) ? "*" : undefined, info: followed(root, field)?.description,
  }));
}

/** The values that a schema lists: words, codes that have names, and true and false. */
function values(schema, inside_quotes) {
  const written = (value) => (typeof value === "string" && inside_quotes ? value : JSON.stringify(value));
  const found = (schema?.enum ?? []).map((value, i) => ({ label: written(value), detail: schema.enumDescriptions?.[i], type: "enum" }));
  for (const { body, description } of schema?.defaultSnippets ?? [])
    if (typeof body === "string") found.push({ label: written(body), detail: description, type: "constant" });
  if (schema?.type === "boolean") found.push({ label: "true", type: "keyword" }, { label: "false", type: "keyword" });
  return found;
}

/** Where a completion begins, and what can be there. */
function found_at(root, state, node, pos) {
  const quoted = node.name === "String" || node.name === "PropertyName";
  const from = quoted ? node.from + 1 : pos;
  if (node.name === "PropertyName") return { from, options: names(root, state, node.parent.parent, true) };
  const holder = quoted || !CLOSED.has(node.name) ? node.parent : node;
  if (!holder) return null;
  if (holder.name === "Object") return { from, options: names(root, state, holder, quoted) };
  if (holder.name === "Property") {
    const schema = schema_at(root, state, holder);
    return { from, options: values(schema, quoted) };
  }
  if (holder.name === "Array") return { from, options: values(schema_at(root, state, holder), quoted) };
  return null;
}

/** A source of completions; `schema()` returns the schema, or null until it is there. */
export function completion_source(schema) {
  return (context) => {
    const root = schema();
    if (!root) return null;
    const node = syntaxTree(context.state).resolveInner(context.pos, -1);
    const typed = context.matchBefore(/[\w"-]*/);
    if (!context.explicit && typed.text === "") return null;
    const found = found_at(root, context.state, node, context.pos);
    if (!found || found.options.length === 0) return null;
    const from = found.from === context.pos && node.name !== "String" && node.name !== "PropertyName" ? typed.from : found.from;
    return { from, options: found.options, validFor: /^["\w-]*$/ };
  };
}
