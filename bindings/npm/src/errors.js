/* Statuses of the library as exceptions. */
import { c, read_pointer, taken, text, with_scratch } from "./memory.js";

/** An error of the library: a value that a field does not take, an id that is taken, no memory. */
export class HelhedsplanError extends Error {
  #field;

  constructor(status, message, field = 0) {
    super(message);
    this.name = "HelhedsplanError";
    /** The number of the status, such as -7. */
    this.status = status;
    this.#field = field;
  }

  /** The name of the status in C, such as "HHP_ERR_DATE". */
  get status_name() {
    return text(c.hhp_status_name(this.status));
  }

  /** What is wrong, as a sentence that names the field and what it takes: in Danish ("da") or English. */
  sentence(lang = "en") {
    return status_sentence(this.status, lang, this.#field);
  }
}

/** A document cannot be read without loss: its report has the findings. */
export class DocumentError extends HelhedsplanError {
  constructor(status, message, report) {
    super(status, message);
    this.name = "DocumentError";
    this.report = report;
  }
}

function status_sentence(status, lang, field) {
  const number = lang === "da" ? 1 : 2;
  if (status === -1) return text(c.hhp_status_message(status, number)); // without allocating
  return with_scratch((scratch) => {
    const out = scratch.out();
    if (c.hhp_field_status_message(field, status, number, out) !== 0 || read_pointer(out) === 0)
      return text(c.hhp_status_message(status, number));
    return taken(out);
  });
}

/** The exception of a status; `about` comes first in its message. */
export function failure(status, about = "", field = 0) {
  const sentence = status_sentence(status, "en", field);
  return new HelhedsplanError(status, about ? `${about}: ${sentence}` : sentence, field);
}

/** Throws the exception of a status, unless it is HHP_OK. */
export function must(status, about = "", field = 0) {
  if (status !== 0) throw failure(status, about, field);
}
