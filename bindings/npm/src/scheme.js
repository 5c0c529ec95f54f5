/* Schemes, built in or custom, and rules. */
import { BASES, class_of, Entity } from "./entity.js";
import { DocumentError, failure, must } from "./errors.js";
import { c, document_bytes, given, Owned, read_pointer, taken, text, with_scratch } from "./memory.js";
import { Report } from "./report.js";
import { date_text } from "./values.js";
import { lang_number, word_number, word_of } from "./words.js";

/** Owner of a scheme: of a built-in one, which is never freed, or of a custom one. */
class SchemeMemory extends Owned {}

export class Scheme extends Entity {
  #memory;

  constructor(memory, handle) {
    super(null, handle);
    this.#memory = memory;
  }

  /** Reads a custom scheme from JSON. Throws DocumentError if it cannot be read. */
  static parse(source) {
    const content = document_bytes(source);
    return with_scratch((scratch) => {
      const out = scratch.out();
      const report = Report.empty();
      const status = c.hhp_scheme_parse(out, scratch.bytes(content), content.length, report.handle);
      if (status !== 0) throw document_failure(status, report);
      report.free();
      const handle = read_pointer(out);
      return new (class_of("scheme"))(new SchemeMemory().own(handle, (memory) => c.hhp_scheme_free(memory)), handle);
    });
  }

  get handle() {
    return this.#memory ? this.#memory.handle : super.handle;
  }

  get kroner() {
    return "number";
  }

  /** Frees the memory of a custom scheme. A built-in one has none of its own. */
  free() {
    this.#memory?.free();
  }

  title(lang = "en") {
    return lang_number(lang) === 1 ? this.title_da : this.title_en;
  }
}
BASES.set("scheme", Scheme);

/** The exception for a document that cannot be read: its message is the first finding. */
export function document_failure(status, report) {
  const [first] = report.findings;
  if (!first) return failure(status);
  const where = first.line === null ? "" : `line ${first.line}, column ${first.column}: `;
  return new DocumentError(status, where + first.message(), report);
}

/** The handle of a scheme, or of the built-in one with that id; 0 for none. */
export function scheme_handle(scheme) {
  if (scheme === null || scheme === undefined) return 0;
  if (scheme instanceof Scheme) return scheme.handle;
  const found = with_scratch((scratch) => c.hhp_scheme_find(scratch.text(scheme, "a scheme")));
  if (!found) throw failure(-10, `scheme “${scheme}”`);
  return found;
}

/** The built-in schemes, oldest first. */
export function schemes() {
  return with_scratch(() =>
    Array.from({ length: c.hhp_scheme_count() }, (_, i) => new (class_of("scheme"))(null, c.hhp_scheme_at(i) >>> 0)));
}

/** A rule of the fund, or of the file format. */
export class Rule {
  constructor(handle) {
    this.handle = handle;
    this.id = given(c.hhp_rule_id(handle));
    this.slug = given(c.hhp_rule_slug(handle));
  }

  /** How severe it is at a stage: "error", "warning", "info" or "off". */
  severity(stage) {
    return word_of("severity", c.hhp_rule_severity(this.handle, word_number("stage", stage)));
  }

  title(lang = "en") {
    return given(c.hhp_rule_title(this.handle, lang_number(lang)));
  }

  rationale(lang = "en") {
    return given(c.hhp_rule_rationale(this.handle, lang_number(lang)));
  }

  remedy(lang = "en") {
    return given(c.hhp_rule_remedy(this.handle, lang_number(lang)));
  }

  source(lang = "en") {
    return given(c.hhp_rule_source(this.handle, lang_number(lang)));
  }

  /** A plan that is "failing" or "passing" it, at `example_stage` on the day `example_today`. */
  example(which = "failing") {
    return given(c.hhp_rule_example(this.handle, word_number("example", which)));
  }

  get example_stage() {
    return word_of("stage", c.hhp_rule_example_stage(this.handle));
  }

  get example_today() {
    return date_text(c.hhp_rule_example_today(this.handle));
  }
}

/** All rules, in the order of their ids. */
export function rules() {
  return with_scratch(() => Array.from({ length: c.hhp_rule_count() }, (_, i) => new Rule(c.hhp_rule_at(i) >>> 0)));
}

/** The rule with that id or slug; undefined if there is none. */
export function rule(id) {
  const handle = with_scratch((scratch) => c.hhp_rule_find(scratch.text(id, "a rule"))) >>> 0;
  return handle ? new Rule(handle) : undefined;
}

/** The JSON Schema of a "plan", a "scheme" or a "report", in draft "2020-12" or "draft-07". */
export function json_schema(of = "plan", draft = "2020-12") {
  return with_scratch((scratch) => {
    const [out, length] = [scratch.out(), scratch.out()];
    must(c.hhp_json_schema_of(word_number("schema", of), word_number("json_schema", draft), out, length));
    return JSON.parse(taken(out, length));
  });
}

/** The JSON Schema of plans in draft-07 for editors, in Danish ("da") or English, as `helhedsplan schema --draft-07 --lang` prints it. */
export function editor_schema(lang = "en") {
  return with_scratch((scratch) => {
    const [out, length] = [scratch.out(), scratch.out()];
    must(c.hhp_editor_schema(word_number("schema", "plan"), word_number("json_schema", "draft-07"), lang_number(lang), out, length));
    return JSON.parse(taken(out, length));
  });
}

/** What the municipality with that code calls itself: "Odense Kommune"; null if unknown. */
export function municipality_authority(code) {
  return with_scratch((scratch) => text(c.hhp_municipality_authority(scratch.text(code, "a code"))));
}

/** The municipalities, name by code. */
export function municipalities() {
  return with_scratch((scratch) => {
    const codes = Array.from({ length: c.hhp_municipality_count() }, (_, i) => given(c.hhp_municipality_code_at(i)));
    return Object.fromEntries(codes.map((code) => [code, given(c.hhp_municipality_name(scratch.text(code)))]));
  });
}
