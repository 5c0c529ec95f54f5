/* Values of JavaScript as values of the library. What would be changed on the way is refused. */
import { failure } from "./errors.js";
import { ABSENT, ABSENT_KRONER, c, read_int32, read_int64, text, with_scratch } from "./memory.js";
import { word_number, word_of } from "./words.js";

const MOST_KRONER = 2n ** 63n - 1n;

/** "number" or "bigint". */
export function kroner_mode(mode = "number") {
  if (mode !== "number" && mode !== "bigint") throw new TypeError(`kroner is "number" or "bigint", not ${mode}`);
  return mode;
}

/** An amount as it is read. A number that would not be exact is refused. */
export function kroner_out(value, mode, about = "an amount") {
  if (value === ABSENT_KRONER) return null;
  if (mode === "bigint") return value;
  const number = Number(value);
  if (!Number.isSafeInteger(number))
    throw failure(-8, `${about} is ${value}, which a number does not hold exactly; read it with { kroner: "bigint" }`);
  return number;
}

/** An amount for the library: a whole number that is exact, or a BigInt. */
export function kroner_in(value, about) {
  if (typeof value !== "bigint") {
    if (typeof value !== "number") throw new TypeError(`${about} takes whole kroner, not ${typeof value}`);
    if (!Number.isInteger(value)) throw failure(-8, `${about}: ${value} is not whole kroner`);
    if (!Number.isSafeInteger(value)) throw failure(-8, `${about}: ${value} may not be exact; use a BigInt`);
  }
  const amount = BigInt(value);
  if (amount === ABSENT_KRONER || amount > MOST_KRONER || amount < -MOST_KRONER) throw failure(-8, `${about} is ${value}`);
  return amount;
}

export function whole_in(value, about, least = ABSENT + 1, most = 2 ** 31 - 1) {
  if (typeof value !== "number") throw new TypeError(`${about} takes a whole number, not ${typeof value}`);
  if (!Number.isInteger(value)) throw failure(-8, `${about}: ${value} is not a whole number`);
  if (value < least || value > most) throw failure(-8, `${about} is ${value}, and may be ${least} to ${most}`);
  return value;
}

/** "2016-08" of 20160800. */
export function date_text(number) {
  if (!number) return null;
  return with_scratch((scratch) => {
    const out = scratch.out(48);
    if (c.hhp_date_iso(number, out, 48) !== 0) throw failure(-7);
    return text(out);
  });
}

/** yyyymmdd of a date as the file has it: "2016", "2016-08" or "2016-08-31". */
export function date_in(value, about) {
  if (typeof value !== "string") throw new TypeError(`${about} takes a date such as "2016-08-31", not ${typeof value}`);
  return with_scratch((scratch) => {
    const out = scratch.out();
    const status = c.hhp_date_parse(scratch.text(value, about), out);
    const found = status === 0 ? read_int32(out) : 0;
    if (found === 0 || date_text(found) !== value) throw failure(-7, `${about}: “${value}”`);
    return found;
  });
}

/** A date as people write it, "31/10 2015" or "oktober 2015", as the file has it. */
export function parse_date(value) {
  return with_scratch((scratch) => {
    const out = scratch.out();
    const status = c.hhp_date_parse(scratch.text(value, "a date"), out);
    if (status !== 0) throw failure(status, `“${value}”`);
    return date_text(read_int32(out));
  });
}

/** Whole kroner from an amount as people write it: "46.000.000 kr.", "3,4 mio. kr.". */
export function parse_kroner(value, { kroner = "number" } = {}) {
  return with_scratch((scratch) => {
    const out = scratch.out();
    const status = c.hhp_kroner_parse(scratch.text(value, "an amount"), out);
    if (status !== 0) throw failure(status, `“${value}”`);
    return kroner_out(read_int64(out), kroner_mode(kroner));
  });
}

/* How each type of field is read and written: read(object, field, mode) and write(object, field, value, about), which returns a status. */
const TEXT = {
  read: (object, { handle }) => text(c.hhp_get_text(object, handle)),
  write: (object, { handle }, value, about) =>
    with_scratch((scratch) => c.hhp_set_text(object, handle, scratch.text(value, about))),
};
const NUMBER = (read, write) => ({
  read: (object, field) => read(c.hhp_get_number(object, field.handle), field),
  write: (object, field, value, about) => c.hhp_set_number(object, field.handle, write(value, about, field)),
});
const truth_in = (value, about) => {
  if (typeof value !== "boolean") throw new TypeError(`${about} is true, false or null, not ${typeof value}`);
  return value ? 1 : 0;
};

export const TYPES = {
  text: TEXT, id: TEXT, reference: TEXT, code: TEXT, cvr: TEXT, municipality_code: TEXT, decimal: TEXT, format: TEXT,
  number: NUMBER((value) => (value === ABSENT ? null : value), (value, about) => whole_in(value, about)),
  truth: NUMBER((value) => (value === ABSENT ? null : value === 1), truth_in),
  word: NUMBER((value, field) => word_of(field.words, value), (value, about, field) => word_number(field.words, value, about)),
  date: NUMBER((value) => date_text(value), date_in),
  kroner: {
    read: (object, { handle, name }, mode) => kroner_out(c.hhp_get_kroner(object, handle), mode, name),
    write: (object, { handle }, value, about) => c.hhp_set_kroner(object, handle, kroner_in(value, about)),
  },
};
