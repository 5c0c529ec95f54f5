// In the worker: what the library has lists of, for the forms, and the schemes of files.
import { editor_schema, municipalities, Scheme, schemes, table_names, words } from "helhedsplan";

const custom = new Map(); // schemes of files, by id

/** The lists of the forms: pairs of value and title. */
export function lists({ lang }) {
  return {
    stages: Object.entries(words("stage", lang)),
    schemes: [...schemes(), ...custom.values()].map((scheme) => [scheme.id, scheme.title(lang)]),
    built_in: schemes().map((scheme) => [scheme.id, scheme.title(lang)]),
    municipalities: Object.entries(municipalities()).sort(([, a], [, b]) => a.localeCompare(b, "da")),
    tables: table_names(),
  };
}

export const schema = ({ lang }) => editor_schema(lang);

/** A scheme of a file, for checks. It stays in memory, since reports may use it. */
export function custom_scheme({ source, lang }) {
  const scheme = Scheme.parse(source);
  custom.set(scheme.id, scheme);
  return { id: scheme.id, title: scheme.title(lang) };
}

export const scheme_of = (id) => custom.get(id) ?? id;
