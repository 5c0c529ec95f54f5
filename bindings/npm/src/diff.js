/* Differences between two plans. */
import { failure, must } from "./errors.js";
import { c, given, Owned, read_int64, read_pointer, taken, text, with_scratch } from "./memory.js";
import { worked_out } from "./money.js";
import { with_render_options } from "./report.js";
import { kroner_out } from "./values.js";
import { lang_number, word_number, word_of } from "./words.js";

const BEFORE = 1;
const AFTER = 2;

function change_of(change, lang, mode) {
  const both = (read) => ({ before: read(BEFORE), after: read(AFTER) });
  const difference = with_scratch((scratch) => {
    const out = scratch.out();
    const status = c.hhp_change_difference(change, out);
    if (status === -10) return null;
    must(status);
    return read_int64(out); // not kroner_out(): any number may be a difference
  });
  if (difference !== null && mode === "number" && !Number.isSafeInteger(Number(difference)))
    throw failure(-8, `a difference is ${difference}`);
  return {
    kind: word_of("change", c.hhp_change_kind(change)),
    entity: given(c.hhp_change_entity(change)),
    id: text(c.hhp_change_id(change)),
    name: given(c.hhp_change_name(change, lang)),
    field: text(c.hhp_change_field(change)),
    meaning: text(c.hhp_change_meaning(change, lang)),
    pointer: both((side) => text(c.hhp_change_pointer(change, side))),
    value: both((side) => text(c.hhp_change_text(change, side))),
    kroner: both((side) => kroner_out(c.hhp_change_kroner(change, side), mode)),
    difference: difference !== null && mode === "number" ? Number(difference) : difference,
  };
}

/** The changes from one plan to another; independent of both. */
export class Diff extends Owned {
  #kroner = "number";

  static of(before, after) {
    return with_scratch((scratch) => {
      const out = scratch.out();
      must(c.hhp_plan_diff(before.handle, after.handle, out), "diff");
      const made = new Diff().own(read_pointer(out), (memory) => c.hhp_diff_free(memory));
      made.#kroner = before.kroner;
      return made;
    });
  }

  get length() {
    return c.hhp_diff_count(this.handle) >>> 0;
  }

  /** The changes, as plain objects. */
  changes(lang = "en") {
    return Array.from({ length: this.length }, (_, i) => change_of(c.hhp_diff_at(this.handle, i), lang_number(lang), this.#kroner));
  }

  /** The co-financing "before" or "after". */
  cofinancing(side) {
    const number = word_number("side", side);
    return worked_out(this.#kroner, `side ${side}`, (result, size) => c.hhp_diff_cofinancing(this.handle, number, result, size));
  }

  /** As "text", "json" or "markdown". */
  render(format = "text", options = {}) {
    const number = word_number("format", format);
    return with_render_options(options, (held, scratch) => {
      const [out, length] = [scratch.out(), scratch.out()];
      must(c.hhp_diff_render(this.handle, number, held, out, length), `format ${format}`);
      return taken(out, length);
    });
  }
}

/** Compares two plans, or two versions of one. */
export const diff = (before, after) => before.diff(after);
