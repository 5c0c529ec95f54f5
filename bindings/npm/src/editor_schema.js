/* The JSON Schema of plans for editors: it accepts the same, and has in one language what editors show, in the keywords of VS Code's
 * JSON service. Other validators ignore these, or do not know them: json_schema() has none. */
import { entities } from "./fields.js";
import { json_schema, municipalities, schemes } from "./scheme.js";
import { lang_number, words } from "./words.js";

const SNIPPETS = {
  party: {
    title: { da: "en part", en: "a party" },
    body: { id: "${1:id}", name: "${2:navn}", kind: "${3|WORDS|}" },
  },
  activity: {
    title: { da: "en aktivitet", en: "an activity" },
    body: { id: "${1:id}", title: "${2:titel}", focus_areas: ["${3:indsatsområde}"], goals: ["${4:mål}"], purpose: "${5:formål}",
            start: "${6:2026-01}", end: "${7:2029-12}", lead: "${8:part}" },
  },
  contribution: {
    title: { da: "et bidrag", en: "a contribution" },
    body: { parties: ["${1:part}"], kind: "${2|WORDS|}", amount: "^${3:0}" },
  },
};

/** The fields in the body of a snippet that exist, with the words of `kind`. */
function snippet_of(info, lang) {
  const { title, body } = SNIPPETS[info.name];
  const kept = Object.fromEntries(Object.entries(body).filter(([name]) => info.by_name.has(name)).map(([name, value]) => {
    const set = info.by_name.get(name).words;
    return [name, typeof value === "string" && set ? value.replace("WORDS", Object.keys(words(set)).join(",")) : value];
  }));
  return { label: title[lang], description: info.doc(lang), body: kept };
}

/** The codes of focus areas of all schemes, once each, with their titles and the schemes that have them. */
function focus_areas(lang) {
  const found = new Map();
  for (const scheme of schemes())
    for (const area of scheme.focus_areas) {
      const title = lang === "da" ? area.title_da : area.title_en;
      const known = found.get(area.code);
      found.set(area.code, known ? `${known}; ${title} (${scheme.id})` : `${title} (${scheme.id})`);
    }
  return [...found];
}

/** Values that are known, with their names; others are as valid as before. */
function known_values(info, field, lang) {
  if (info.name === "plan" && field.name === "scheme") return schemes().map((scheme) => [scheme.id, scheme.title(lang)]);
  if (info.name === "plan" && field.name === "municipality_code") return Object.entries(municipalities());
  if (info.name === "focus_area" && field.name === "code")
    return focus_areas(lang);
  return [];
}

function describe_field(property, info, field, lang) {
  if (property.$ref) return; // beside which draft-07 ignores everything
  property.description = field.doc(lang);
  if (field.words) {
    const titles = Object.values(words(field.words, lang));
    property.enumDescriptions = titles;
    property.markdownEnumDescriptions = titles;
    property.markdownDescription = `${field.doc(lang)}\n\n${Object.entries(words(field.words, lang)).map(([word, title]) => `- \`${word}\`: ${title}`).join("\n")}`;
  }
  const known = known_values(info, field, lang);
  if (known.length > 0) property.defaultSnippets = known.map(([value, name]) => ({ label: `${value} · ${name}`, description: name, body: value }));
}

/** The JSON Schema of plans in draft-07 for editors, in Danish ("da") or English. */
export function editor_schema(lang = "en") {
  lang_number(lang);
  const schema = json_schema("plan", "draft-07");
  for (const info of entities()) {
    const described = info.name === "plan" ? schema : schema.definitions[info.name];
    if (!described) continue; // of schemes
    described.description = info.doc(lang);
    for (const field of info.fields) describe_field(described.properties[field.json_name], info, field, lang);
    if (SNIPPETS[info.name]) described.defaultSnippets = [snippet_of(info, lang)];
  }
  schema.$id = `${schema.$id}:editor:${lang}`;
  return schema;
}
