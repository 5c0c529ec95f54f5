/* Plans: reading, writing, checking, calculating and comparing. */
import { Diff } from "./diff.js";
import { BASES, class_of, Entity, Growth, resolve, set_fields } from "./entity.js";
import { DocumentError, must } from "./errors.js";
import { c, DISPOSE, document_bytes, Owned, read_pointer, taken, with_scratch } from "./memory.js";
import { plan_cofinancing, plan_rollup } from "./money.js";
import { Report, with_check_options } from "./report.js";
import { document_failure } from "./scheme.js";
import { kroner_mode } from "./values.js";
import { lang_number, word_number, word_of } from "./words.js";

class PlanMemory extends Owned {}

export class Plan extends Entity {
  #memory;
  #kroner;
  #growth = new Growth();

  constructor(handle, kroner) {
    if (typeof handle !== "number") throw new TypeError("a plan is made by Plan.new(), Plan.parse() or Plan.load()");
    super(null, handle);
    this.#memory = new PlanMemory().own(handle, (memory) => c.hhp_plan_free(memory));
    this.#kroner = kroner;
  }

  /** Reads a plan from JSON. Throws DocumentError, with a report, if it cannot be read without loss. */
  static parse(source, { kroner } = {}) {
    const mode = kroner_mode(kroner);
    const content = document_bytes(source);
    return with_scratch((scratch) => {
      const out = scratch.out();
      const report = Report.empty(mode);
      const status = c.hhp_plan_parse(out, scratch.bytes(content), content.length, report.handle);
      if (status !== 0) throw document_failure(status, report);
      report.free();
      return new (class_of("plan"))(read_pointer(out), mode);
    });
  }

  /** A new plan with these fields. */
  static new(fields = {}, { kroner } = {}) {
    const mode = kroner_mode(kroner);
    const plan = with_scratch((scratch) => {
      const out = scratch.out();
      must(c.hhp_plan_new(out));
      return new (class_of("plan"))(read_pointer(out), mode);
    });
    try {
      set_fields(plan, fields, true);
    } catch (error) {
      plan.free();
      throw error;
    }
    return plan;
  }

  get handle() {
    return this.#memory.handle;
  }

  /** How its amounts are read: "number" or "bigint". */
  get kroner() {
    return this.#kroner;
  }

  grew(size) {
    this.#growth.add(this, size);
  }

  get is_freed() {
    return this.#memory.is_freed;
  }

  /** Frees its memory. After that, it and its objects throw. */
  free() {
    this.#memory.free();
  }

  /** The plan as JSON in canonical form: the same plan always gives the same text. */
  dump() {
    return with_scratch((scratch) => {
      const [out, length] = [scratch.out(), scratch.out()];
      must(c.hhp_plan_dump(this.handle, out, length));
      return taken(out, length);
    });
  }

  /** An independent copy, also of a plan that is not complete yet. */
  copy() {
    const options = { kroner: this.#kroner };
    try {
      return Plan.parse(this.dump(), options);
    } catch (error) {
      if (!(error instanceof DocumentError)) throw error;
      return Plan.new(this.to_dict(), options);
    }
  }

  resolve(pointer) {
    return resolve(this, pointer);
  }

  /** Checks the plan in memory: findings have pointers, but no lines. */
  validate(options = {}) {
    return with_check_options(options, (held) => {
      const report = Report.empty(options.kroner ?? this.#kroner);
      must(c.hhp_plan_validate(this.handle, held, report.handle));
      return report;
    });
  }

  /** Checks the plan as the text that it is written as, which is returned with the report. */
  check(options = {}) {
    return with_check_options(options, (held, scratch) => {
      const report = Report.empty(options.kroner ?? this.#kroner);
      const [out, length] = [scratch.out(), scratch.out()];
      must(c.hhp_plan_check(this.handle, held, report.handle, out, length));
      return { report, text: taken(out, length) };
    });
  }

  cofinancing(scheme) {
    return plan_cofinancing(this, scheme);
  }

  /** Kroner by "party", "year", "category" or "activity"; activities by "goal" or "focus_area". */
  rollup(by, lang = "en") {
    return plan_rollup(this, by, lang);
  }

  diff(after) {
    if (!(after instanceof Plan)) throw new TypeError("a plan is compared with a plan");
    return Diff.of(this, after);
  }

  /** An id for a title, which the plan does not have yet: "stoerre-tryghed" for "Større tryghed". */
  suggest_id(title) {
    return with_scratch((scratch) => {
      const out = scratch.out();
      must(c.hhp_plan_suggest_id(this.handle, scratch.text(title, "a title"), out), `“${title}”`);
      return taken(out);
    });
  }

  /** A table of the plan, such as "activities", as "csv", "tsv", "json" or "markdown". */
  table(name, format = "csv", { lang = "en", bom = false } = {}) {
    return with_scratch((scratch) => {
      const table = c.hhp_table_find(scratch.text(name, "a table"));
      if (!table) must(-10, `table “${name}”`);
      const out = scratch.out();
      must(c.hhp_table_options_new(out));
      const options = read_pointer(out);
      try {
        must(c.hhp_table_options_set_lang(options, lang_number(lang)), "lang");
        must(c.hhp_table_options_set_bom(options, bom ? 1 : 0), "bom");
        const [made, length] = [scratch.out(), scratch.out()];
        must(c.hhp_table_render(table, this.handle, word_number("format", format), options, made, length), `format ${format}`);
        return taken(made, length);
      } finally {
        c.hhp_table_options_free(options);
      }
    });
  }
}
BASES.set("plan", Plan);
Object.defineProperty(Plan.prototype, DISPOSE, { value: Plan.prototype.free, configurable: true, writable: true });

class Contribution extends Entity {
  /** Whether it counts as local, as stated, else by the kinds of its parties: yes, no or unclear. */
  get effective_counts_as_local() {
    return word_of("counts_as_local", c.hhp_contribution_effective_counts_as_local(this.handle));
  }
}
BASES.set("contribution", Contribution);
