/* Co-financing, roll-ups, and amounts as people write them. */
import { failure, must } from "./errors.js";
import { ABSENT, ABSENT_KRONER, c, given, Owned, read_int64, read_pointer, text, with_scratch } from "./memory.js";
import { scheme_handle } from "./scheme.js";
import { kroner_in, kroner_mode, kroner_out, whole_in } from "./values.js";
import { lang_number, word_number, word_of } from "./words.js";

let figures = null;

/** The members of the result of co-financing: their names, kinds and words. */
export function cofinancing_figures() {
  return (figures ??= with_scratch(() => Array.from({ length: c.hhp_figure_count() }, (_, i) => {
    const set = c.hhp_figure_enum(i);
    return {
      name: given(c.hhp_figure_name(i)),
      kind: set ? "word" : word_of("argument", c.hhp_figure_kind(i)),
      words: set ? given(c.hhp_enum_name(set)) : null,
      may_be_absent: c.hhp_figure_may_be_absent(i) === 1,
      doc: { da: given(c.hhp_figure_doc(i, 1)), en: given(c.hhp_figure_doc(i, 2)) },
    };
  })));
}

/** Calls calculate(result, size), and returns the figures by name; one that cannot be calculated is null. */
export function worked_out(mode, about, calculate) {
  const members = cofinancing_figures();
  return with_scratch((scratch) => {
    const result = scratch.out(8 * members.length);
    must(calculate(result, 8 * members.length, scratch), about);
    const found = {};
    members.forEach(({ name, kind, words: set }, i) => {
      const value = read_int64(result + 8 * i);
      if (set) found[name] = word_of(set, Number(value));
      else if (kind === "kroner") found[name] = kroner_out(value, mode, name);
      else found[name] = value === ABSENT_KRONER ? null : Number(value);
    });
    return found;
  });
}

const stated = (value, name) => {
  if (value === null || value === undefined) return ABSENT_KRONER;
  const amount = kroner_in(value, name);
  if (amount < 0n) throw failure(-8, `${name} is ${value}, and may not be negative`);
  return amount;
};

/** Calculates co-financing from bare numbers. Without grant or local money the verdict is "open". */
export function cofinancing({ grant, local, third_party = 0, frame, min_share_bp = 2500, base = "total", kroner = "number" } = {}) {
  const amounts = [stated(grant, "grant"), stated(local, "local"), stated(third_party, "third_party"), stated(frame, "frame")];
  const share = whole_in(min_share_bp, "min_share_bp", 0, 10000);
  const number = word_number("share_base", base, "base");
  return worked_out(kroner_mode(kroner), "cofinancing", (result, size) => c.hhp_cofinancing(...amounts, share, number, result, size));
}

export function plan_cofinancing(plan, scheme) {
  const found = scheme_handle(scheme);
  return worked_out(plan.kroner, "cofinancing", (result, size) => c.hhp_plan_cofinancing(plan.handle, found, result, size));
}

const in_buffer = (write, about) => with_scratch((scratch) => {
  const out = scratch.out(48);
  must(write(out, 48), about);
  return given(out);
});

/** "46.000.000 kr.", or "DKK 46,000,000" in English. */
export function kroner_text(amount, lang = "en") {
  return in_buffer((out, size) => c.hhp_kroner_text(kroner_in(amount, "kroner"), lang_number(lang), out, size), "kroner_text");
}

/** "23,91 %"; beside a minimum, a share below it is never written as the minimum itself. */
export function share_text(part, whole, lang = "en", { min_bp } = {}) {
  const least = min_bp === undefined ? ABSENT : whole_in(min_bp, "min_bp", 0, 10000);
  return in_buffer((out, size) => c.hhp_share_text_beside(kroner_in(part, "part"), kroner_in(whole, "whole"), least,
                                                          lang_number(lang), out, size), "share_text");
}

const FIGURES = {
  grant: (row) => c.hhp_rollup_row_grant(row),
  contributed: (row) => c.hhp_rollup_row_contributed(row),
  given: (row) => c.hhp_rollup_row_given(row),
  local: (row) => c.hhp_rollup_row_local(row),
  budgeted: (row) => c.hhp_rollup_row_budgeted(row),
  not_stated: (row) => c.hhp_rollup_row_not_stated(row),
  activities: (row) => c.hhp_rollup_row_activities(row),
  all_activities: (row) => c.hhp_rollup_row_all_activities(row),
};
const COUNTS = new Set(["not_stated", "activities", "all_activities"]);

function rollup_row(row, lang, mode) {
  const found = {
    kind: word_of("rollup_row", c.hhp_rollup_row_kind(row)),
    key: text(c.hhp_rollup_row_key(row)),
    title: text(c.hhp_rollup_row_title(row, lang)),
    parties: Array.from({ length: c.hhp_rollup_row_party_count(row) }, (_, i) => given(c.hhp_rollup_row_party_at(row, i))),
  };
  for (const [name, read] of Object.entries(FIGURES)) {
    const value = read(row);
    found[name] = COUNTS.has(name) ? (value === ABSENT_KRONER ? null : Number(value)) : kroner_out(value, mode, name);
  }
  return found;
}

class RollupMemory extends Owned {}

/** A table of the money of a plan, or of its activities: plain rows, and the total. */
export function plan_rollup(plan, by, lang) {
  const number = word_number("rollup_by", by, "by");
  const language = lang_number(lang);
  return with_scratch((scratch) => {
    const out = scratch.out();
    must(c.hhp_plan_rollup(plan.handle, number, out), `rollup by ${by}`);
    const held = new RollupMemory().own(read_pointer(out), (memory) => c.hhp_rollup_free(memory));
    try {
      const rows = Array.from({ length: c.hhp_rollup_count(held.handle) }, (_, i) =>
        rollup_row(c.hhp_rollup_at(held.handle, i), language, plan.kroner));
      return { by, rows, total: rollup_row(c.hhp_rollup_total(held.handle), language, plan.kroner) };
    } finally {
      held.free();
    }
  });
}
