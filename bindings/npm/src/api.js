/* What the package exports, in Node.js and in browsers. */
import { diff, Diff } from "./diff.js";
import { Entity } from "./entity.js";
import { DocumentError, HelhedsplanError } from "./errors.js";
import { entities, entity_info, Field } from "./fields.js";
import { c, given, memory_size, must_be_started, with_scratch, text } from "./memory.js";
import { cofinancing, cofinancing_figures, kroner_text, share_text } from "./money.js";
import { Plan } from "./plan.js";
import { check, Finding, render, Report, utf16_ranges } from "./report.js";
import { editor_schema, json_schema, municipalities, municipality_authority, Rule, rule, rules, Scheme, schemes } from "./scheme.js";
import { parse_date, parse_kroner } from "./values.js";
import { words } from "./words.js";
import { class_of } from "./entity.js";

/** The version of the library. */
export function version() {
  must_be_started();
  return given(c.hhp_version_string());
}

/** The code of the municipality with that name; null if unknown. */
export function municipality_code(name) {
  return with_scratch((scratch) => text(c.hhp_municipality_code(scratch.text(name, "a name"))));
}

/** The names of the tables of a plan, such as "activities". */
export function table_names() {
  return with_scratch(() => Array.from({ length: c.hhp_table_count() }, (_, i) => given(c.hhp_table_name(c.hhp_table_at(i)))));
}

/** Makes the classes whose static methods are called first. */
export function prepare() {
  class_of("plan");
  class_of("scheme");
  class_of("contribution");
}

export const API = {
  check, cofinancing, cofinancing_figures, diff, Diff, DocumentError, editor_schema, entities, Entity, entity_info, Field, Finding, HelhedsplanError,
  json_schema, kroner_text, memory_size, municipalities, municipality_authority, municipality_code, parse_date, parse_kroner, Plan, render, Report, Rule, rule,
  rules, Scheme, schemes, share_text, table_names, utf16_ranges, version, words,
};
