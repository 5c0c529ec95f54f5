/* libhelhedsplan for Node.js, over koffi: the flat header declares the functions, introspection lists the fields, and the generic
 * core reads and writes them, so there is no code per field, and new fields are available without changes. */
"use strict";
const [fs, path, koffi] = ["node:fs", "node:path", "koffi"].map(require);
const library = koffi.load(process.env.HHP_LIBRARY ?? "libhelhedsplan.so.1");
const header = process.env.HHP_FFI_HEADER ?? path.join(__dirname, "../../../include/helhedsplan/helhedsplan-ffi.h");

/* --- The header, line by line: constants by their names, functions by theirs without "hhp_", declared when first used --- */
const c = {};
koffi.disposable("hhp_text", "str", library.func("void hhp_free(void *memory)")); // an owned text
function declare(line, name) {
  const prototype = line.slice(0, -1).replace(/\bchar \*\*/g, "_Out_ hhp_text *") // koffi needs to know what is a result
    .replace(/\b(const )?hhp_\w+ \*\*|\b(size_t|int64_t|int32_t|hhp_cofinancing_result) \*/g, "_Out_ $&");
  Object.defineProperty(c, name, { configurable: true, get() {
    const value = library.func(prototype);
    Object.defineProperty(c, name, { value });
    return value;
  } });
}
for (const line of fs.readFileSync(header, "utf8").split("\n")) {
  const [, handle] = line.match(/^typedef struct (\w+) \1;/) ?? [];
  const [, type, alias] = line.match(/^typedef (\w+) (\w+);/) ?? [];
  const [, struct, members] = line.match(/^typedef struct (\w+) \{(.*)\}/) ?? [];
  const [, name] = line.match(/^[^(){}]*?\bhhp_(\w+)\(.*\);$/) ?? [];
  if (handle) koffi.opaque(handle);
  if (alias) koffi.alias(alias, type);
  if (struct) koffi.struct(struct, Object.fromEntries(Array.from(members.matchAll(/(\w+) (\w+);/g), ([, of, one]) => [one, of])));
  if (name) declare(line, name);
  for (const [, one, value, less] of line.matchAll(/\bHHP_(\w+) = (-?\d+)(?: - (\d+))?/g)) c[one] = Number(value) - (less ?? 0);
}
if (c.abi_version() !== c.ABI_VERSION) throw new Error("the library has another ABI than the header");

class HelhedsplanError extends Error {
  constructor(status, message) { super(message); this.code = c.status_name(status); }
}
function must(status, field = null) { // the message names the field and what it takes
  if (status < 0) throw new HelhedsplanError(status, made((out) => c.field_status_message(field, status, c.LANG_EN, out)));
}
const made = (call) => { const out = [null]; must(call(out)); return out[0]; };
/* --- Values: reading, writing and the absent value of each type; fields of other types are newer than this binding --- */
const sure = (is, what, value) => { if (is) return value; throw new RangeError(`no ${what}: ${value}`); };
const text = (value) => // rejects what C would truncate or change
  sure(typeof value === "string" && /^[^\0\p{Surrogate}]*$/u.test(value), "text", value);
const whole = (value, least, most) => // ABSENT would clear the field
  sure(Number.isSafeInteger(value) && value >= least && value <= most && value !== c.ABSENT, "such number", value);
const truth = (value) => Number(sure(typeof value === "boolean", "truth value", value));
function iso(date) { // 20151000 is "2015-10"
  const out = Buffer.alloc(c.TEXT_SIZE);
  must(c.date_iso(date, out, out.length));
  return out.toString("utf8", 0, out.indexOf(0));
}
function day(value) { // as the file has it, and not as people write it
  const date = made((out) => c.date_parse(text(value), out));
  return sure(iso(date) === value, "date", value) && date;
}
function number(word, words) {
  const found = c.enum_number(typeof words === "string" ? c.enum_find(words) : words, text(word));
  return sure(found !== c.ABSENT, "such word", word) && found;
}
const plain = (value) => value, int32 = (value) => whole(value, c.ABSENT, -c.ABSENT - 1);
const TEXT = { by: "text", none: null, in: text, out: plain };
const TYPES = {
  text: TEXT, id: TEXT, reference: TEXT, code: TEXT, cvr: TEXT, municipality_code: TEXT, decimal: TEXT, format: TEXT,
  number: { by: "number", none: c.ABSENT, in: int32, out: plain },
  truth: { by: "number", none: c.ABSENT, in: truth, out: (value) => value === 1 },
  word: { by: "number", none: c.ABSENT, in: number, out: (value, words) => c.enum_word(words, value) ?? value },
  date: { by: "number", none: 0, in: day, out: iso },
  kroner: { by: "kroner", none: c.ABSENT, in: (value) => whole(value, -(2 ** 53), 2 ** 53), out: plain },
  object: { by: "object", none: null },
};

/* --- Objects: a class for each entity, a property for each field; lists are arrays, changed by add(), move() and remove() --- */
class Node {
  #plan; #handle; isClosed = false; // keeps the plan alive
  constructor(handle, plan) { [this.#handle, this.#plan] = [handle, plan]; Object.preventExtensions(this); } // catches typos
  get plan() { return this.#plan ?? this; }
  get handle() { if (this.plan.isClosed) throw new Error("the plan is closed"); return this.#handle; }
  add(list, value) { // a text, or the id of a new object
    const { handle, Class } = this.fields[list], at = c.get_count(this.handle, handle);
    const given = value === undefined ? null : text(value);
    if (!Class) return must(c.insert_text(this.handle, handle, at, given), handle), value;
    const out = [null];
    must(c.insert_object(this.handle, handle, at, given, out), handle);
    return new Class(out[0], this.plan);
  }
  move(list, from, to) { must(c.move(this.handle, this.fields[list].handle, whole(from, 0, 2 ** 32), whole(to, 0, 2 ** 32))); }
  remove(list, which) { // an object, or the index of a text
    const { handle, Class } = this.fields[list], address = Class && koffi.address(which.handle);
    const index = Class ? this[list].findIndex((one) => koffi.address(one.handle) === address) : which;
    must(c.remove(this.handle, handle, whole(index, 0, 2 ** 32)), handle);
  }
}
const all = (count, at) => Array.from({ length: Number(count) }, (_, i) => at(i));
const classes = {};
for (const entity of all(c.entity_count(), c.entity_at)) classes[c.entity_name(entity)] = Object.assign(class extends Node {}, { entity });
for (const Owner of Object.values(classes)) {
  Owner.prototype.fields = {};
  for (const handle of all(c.entity_field_count(Owner.entity), (i) => c.entity_field_at(Owner.entity, i))) {
    const type = TYPES[c.enum_word(c.enum_find("field"), c.field_type(handle))], words = c.field_enum(handle);
    if (!type) continue;
    const Class = type.by === "object" ? classes[c.entity_name(c.field_target(handle))] : null;
    const read = (value, plan) => (value === type.none ? null : Class ? new Class(value, plan) : type.out(value, words));
    const name = c.field_name(handle), isList = c.field_is_list(handle), [get, at] = [`get_${type.by}`, `get_${type.by}_at`];
    Owner.prototype.fields[name] = { handle, Class };
    Object.defineProperty(Owner.prototype, name, {
      get() {
        if (!isList) return read(c[get](this.handle, handle), this.plan);
        return all(c.get_count(this.handle, handle), (i) => read(c[at](this.handle, handle, i), this.plan));
      },
      set(value) {
        if (isList || Class) throw new TypeError(`${name} is changed by its own fields or add(), move() and remove()`);
        must(value == null ? c.clear(this.handle, handle) : c[`set_${type.by}`](this.handle, handle, type.in(value, words)), handle);
      },
    });
  }
}

/* --- Plans, and checks of them --- */
const forgotten = new FinalizationRegistry((handle) => c.plan_free(handle)); // if close() was not called
class Plan extends classes.plan {
  static load(file) {
    const handle = made((out) => c.plan_load(out, text(file), null)), plan = new Plan(koffi.address(handle));
    forgotten.register(plan, handle, plan);
    return plan;
  }
  close() { forgotten.unregister(this); c.plan_free(this.handle); this.isClosed = true; }
  dump() { return made((out) => c.plan_dump(this.handle, out, null)); }
  cofinancing() {
    const figures = made((out) => c.plan_cofinancing(this.handle, null, out, koffi.sizeof("hhp_cofinancing_result")));
    return Object.fromEntries(Object.entries(figures).map(([name, n]) => [name, n === c.ABSENT ? null : n]));
  }
}
/** Checks the bytes of a plan, and returns the report in a format. The scheme is an id, or the bytes of one. */
function check(bytes, { path = null, stage = "by_status", today = null, scheme = null, format = "json" } = {}) {
  sure(bytes instanceof Uint8Array, "bytes", typeof bytes); // the length of a string differs in UTF-8
  const own = scheme instanceof Uint8Array ? made((out) => c.scheme_parse(out, scheme, scheme.length, null)) : null;
  const known = own ?? (scheme === null ? null : c.scheme_find(text(scheme)));
  sure(scheme === null || known, "such scheme", scheme); // NULL would select the plan's own
  const [report, options] = [made(c.report_new), made(c.check_options_new)];
  try {
    must(c.check_options_set_scheme(options, known));
    must(c.check_options_set_stage(options, number(stage, "stage")));
    must(c.check_options_set_today(options, today === null ? 0 : day(today)));
    must(c.report_set_path(report, path === null ? null : text(path)));
    must(c.check(bytes, bytes.length, options, report));
    return made((out) => c.report_render(report, number(format, "format"), null, out, null));
  } finally { c.report_free(report); c.check_options_free(options); c.scheme_free(own); }
}
module.exports = { Plan, check, HelhedsplanError };
