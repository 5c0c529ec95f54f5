/* Enumerations: the words of files and arguments, and their numbers in the library. */
import { failure } from "./errors.js";
import { ABSENT, c, given, must_be_started, text, with_scratch } from "./memory.js";

const sets = new Map();

class Words {
  constructor(handle) {
    this.handle = handle;
    this.name = given(c.hhp_enum_name(handle));
    this.numbers = new Map();
    for (let i = 0; i < c.hhp_enum_word_count(handle); i++)
      this.numbers.set(given(c.hhp_enum_word_at(handle, i)), c.hhp_enum_number_at(handle, i));
    this.words = new Map([...this.numbers].map(([word, number]) => [number, word]));
  }
}

/** The enumeration of that name, which is read when it is first used. */
export function word_set(name) {
  must_be_started();
  if (!sets.has(name)) {
    const handle = with_scratch((scratch) => c.hhp_enum_find(scratch.text(name)));
    if (!handle) throw failure(-10, `enumeration ${name}`);
    sets.set(name, new Words(handle));
  }
  return sets.get(name);
}

/** The number of a word; throws with all valid words if it is unknown. */
export function word_number(name, word, about = name) {
  const { numbers } = word_set(name);
  if (typeof word !== "string") throw new TypeError(`${about} takes one of the words ${[...numbers.keys()].join(", ")}`);
  const found = numbers.get(word);
  if (found === undefined) throw failure(-6, `${about} is “${word}”, and may be ${[...numbers.keys()].join(", ")}`);
  return found;
}

/** The word of a number; null if absent. */
export const word_of = (name, number) => (number === ABSENT ? null : word_set(name).words.get(number) ?? null);

export const lang_number = (lang) => word_number("lang", lang);

/** The words of an enumeration, such as "party_kind" or "stage", with their titles. */
export function words(name, lang = "en") {
  const set = word_set(name);
  const number = lang_number(lang);
  return Object.fromEntries([...set.numbers.keys()].map((word, i) => [word, text(c.hhp_enum_title_at(set.handle, i, number))]));
}
