/* libhelhedsplan for Node.js, over koffi. General functions are declared as in the headers; those of plans come from
 * introspection, so there is no code per field, and new fields are available without changes. */
"use strict";
const koffi = require("koffi");
const library = koffi.load(process.env.HHP_LIBRARY ?? "libhelhedsplan.so.1");
if (library.func("int32_t hhp_abi_version()")() !== 1) throw new Error("the library has another ABI than this was written for");
const ABSENT = -2147483648;

/* --- Functions, by their names without "hhp_" --- */
const c = {};
function declare(prototypes) {
  for (const [line, name] of prototypes.matchAll(/[^;]*\bhhp_(\w+)\([^;]*/g)) c[name] = library.func(line.trim());
}
for (const name of ["enum", "entity", "field", "report", "check_options"]) koffi.opaque(`hhp_${name}`);
declare("void hhp_free(void *memory)");
koffi.disposable("hhp_text", "str", c.free); // an owned text
declare(`const char *hhp_status_name(int32_t status); const char *hhp_status_message(int32_t status, int32_t lang);
  const hhp_enum *hhp_enum_find(const char *name); const char *hhp_enum_word(const hhp_enum *words, int32_t number);
  int32_t hhp_enum_number(const hhp_enum *words, const char *word); const hhp_entity *hhp_entity_at(size_t index);
  const char *hhp_entity_name(const hhp_entity *entity); int32_t hhp_entity_has_id(const hhp_entity *entity);
  const hhp_field *hhp_entity_field_at(const hhp_entity *entity, size_t index);
  const char *hhp_field_name(const hhp_field *field); int32_t hhp_field_type(const hhp_field *field);
  const hhp_entity *hhp_field_target(const hhp_field *field); const hhp_enum *hhp_field_enum(const hhp_field *field);
  const char *hhp_field_function(const hhp_field *, int32_t function)`);
class HelhedsplanError extends Error {
  constructor(status) { super(c.status_message(status, number("en", "lang"))); this.code = c.status_name(status); }
}
const must = (status) => { if (status < 0) throw new HelhedsplanError(status); };
/* --- Values: the C type, the absent value, and the conversions of each field type --- */
const sure = (is, what, value) => { if (is) return value; throw new RangeError(`no ${what}: ${value}`); };
const text = (value) => // rejects what C would truncate or change
  sure(typeof value === "string" && /^[^\0\p{Surrogate}]*$/u.test(value), "text", value);
const whole = (value, least, most) => // ABSENT would clear the field
  sure(Number.isSafeInteger(value) && value >= least && value <= most && value !== ABSENT, "such number", value);
const truth = (value) => Number(sure(typeof value === "boolean", "truth value", value));
const day = (value) => // "2015-10" is 20151000
  Number(sure(/^(?!0000)\d{4}(-(?!00)\d\d){0,2}$/.test(text(value)), "date", value).replaceAll("-", "").padEnd(8, "0"));
function number(word, words) {
  const found = c.enum_number(typeof words === "string" ? c.enum_find(words) : words, text(word));
  return sure(found !== ABSENT, "such word", word) && found;
}
const TEXT = { c: "const char *", none: null, in: text, out: (value) => value };
const TYPES = { // fields of other types are newer than this binding, and skipped
  text: TEXT, id: TEXT, reference: TEXT, code: TEXT, cvr: TEXT, municipality_code: TEXT, decimal: TEXT, format: TEXT,
  number: { c: "int32_t", none: ABSENT, in: (value) => whole(value, ABSENT, -ABSENT - 1), out: TEXT.out },
  kroner: { c: "int64_t", none: ABSENT, in: (value) => whole(value, -(2 ** 53), 2 ** 53), out: TEXT.out },
  truth: { c: "int32_t", none: ABSENT, in: truth, out: (value) => value === 1 },
  word: { c: "int32_t", none: ABSENT, in: number, out: (value, words) => c.enum_word(words, value) ?? value },
  date: { c: "int32_t", none: 0, in: day, out: (n) => `${n}`.padStart(8, "0").replace(/(..)(..)$/, "-$1-$2").replace(/(-00)+$/, "") },
};

/* --- Objects, built from entities and their fields; lists are arrays, and add() and remove() change the plan --- */
class Node {
  #plan; #handle; isClosed = false; // keeps the plan alive
  constructor(handle, plan) { [this.#handle, this.#plan] = [handle, plan]; Object.preventExtensions(this); } // catches typos
  get plan() { return this.#plan ?? this; }
  get handle() { if (this.plan.isClosed) throw new Error("the plan is closed"); return this.#handle; }
  add(list, ...value) { // a text, or the id of a new object
    const [{ add, target, read }, out] = [this.fields[list], [null]];
    must(add(this.handle, ...value.map(text), ...(target ? [out] : [])));
    return target ? read(out[0], this.plan) : value[0];
  }
  remove(list, which) { // an object, or the index of a text
    must(this.fields[list].remove(this.handle, this.fields[list].target ? which.handle : whole(which, 0, 2 ** 32)));
  }
}
const all = (at, ...before) => {
  for (var found = [], one; (one = at(...before, found.length)) !== null;) found.push(one);
  return found;
};
const classes = {};
for (const entity of all(c.entity_at)) {
  koffi.opaque(`hhp_${c.entity_name(entity)}`);
  classes[c.entity_name(entity)] = Object.assign(class extends Node {}, { entity });
}
function fieldOf(handle, self) {
  const [type, words, target] = [c.enum_word(c.enum_find("field"), c.field_type(handle)), c.field_enum(handle), c.field_target(handle)];
  const Class = type === "object" ? classes[c.entity_name(target)] : null;
  const how = Class ? { c: `hhp_${c.entity_name(target)} *`, none: null } : TYPES[type];
  if (!how) return null;
  const by = (shape, result, ...more) => {
    const name = c.field_function(handle, number(shape, "function"));
    return name && library.func(`${result} ${name}(${[`${self} *`, ...more].join(", ")})`);
  };
  const id = Class && c.entity_has_id(target) ? ["const char *"] : [];
  return { name: c.field_name(handle), target: Class, get: by("get", how.c), set: by("set", "int32_t", how.c),
    at: by("at", how.c, "size_t"), remove: by("remove", "int32_t", Class ? how.c : "size_t"),
    add: by("add", "int32_t", ...(Class ? [...id, `_Out_ ${how.c}*`] : [how.c])),
    read: (value, plan) => (value === how.none ? null : Class ? new Class(value, plan) : how.out(value, words)),
    given: (value) => (value == null ? how.none : how.in(value, words)) };
}
for (const [name, Class] of Object.entries(classes)) {
  const fields = all(c.entity_field_at, Class.entity).map((handle) => fieldOf(handle, `hhp_${name}`)).filter(Boolean);
  Class.prototype.fields = Object.fromEntries(fields.map((field) => [field.name, field]));
  for (const { name: member, get, set, at, read, given } of fields) {
    Object.defineProperty(Class.prototype, member, {
      get() { return get ? read(get(this.handle), this.plan) : all(at, this.handle).map((one) => read(one, this.plan)); },
      set(value) { must(set(this.handle, given(value))); },
    });
  }
}

/* --- Plans, and checks of them --- */
declare(`int32_t hhp_plan_load(_Out_ hhp_plan **out, const char *path, void *report); void hhp_plan_free(hhp_plan *plan);
  int32_t hhp_plan_dump(hhp_plan *plan, _Out_ hhp_text *json, void *length); int32_t hhp_report_new(_Out_ hhp_report **out);
  int32_t hhp_plan_cofinancing(hhp_plan *plan, void *scheme, _Out_ int64_t *figures, size_t size);
  int32_t hhp_check(const void *json, size_t length, hhp_check_options *options, hhp_report *report);
  void hhp_report_free(hhp_report *report); int32_t hhp_report_set_path(hhp_report *report, const char *path);
  int32_t hhp_report_render(hhp_report *report, int32_t format, void *options, _Out_ hhp_text *text, void *length);
  int32_t hhp_check_options_new(_Out_ hhp_check_options **out); void hhp_check_options_free(hhp_check_options *options);
  int32_t hhp_check_options_set_stage(hhp_check_options *o, int32_t stage); const hhp_scheme *hhp_scheme_find(const char *id);
  int32_t hhp_check_options_set_today(hhp_check_options *o, int32_t today); void hhp_scheme_free(hhp_scheme *scheme);
  int32_t hhp_check_options_set_scheme(hhp_check_options *options, const hhp_scheme *scheme);
  int32_t hhp_scheme_parse(_Out_ hhp_scheme **out, const void *json, size_t length, void *report)`);
declare("size_t hhp_figure_count(); const char *hhp_figure_name(size_t index)");
const exact = (n) => (Number.isSafeInteger(Number(n)) ? Number(n) : n); // a BigInt if not exact as a number
const made = (call) => { const out = [null]; must(call(out)); return out[0]; };
const forgotten = new FinalizationRegistry((handle) => c.plan_free(handle)); // if close() was not called
class Plan extends classes.plan {
  static load(path) {
    const handle = made((out) => c.plan_load(out, text(path), null)), plan = new Plan(handle);
    forgotten.register(plan, handle, plan);
    return plan;
  }
  close() { forgotten.unregister(this); c.plan_free(this.handle); this.isClosed = true; }
  dump() { return made((out) => c.plan_dump(this.handle, out, null)); }
  cofinancing() {
    const figures = new BigInt64Array(Number(c.figure_count()));
    must(c.plan_cofinancing(this.handle, null, figures, figures.byteLength));
    return Object.fromEntries(Array.from(figures, exact).map((n, i) => [c.figure_name(i), n === ABSENT ? null : n]));
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
    must(c.check(bytes.length ? bytes : Buffer.of(0), bytes.length, options, report)); // an empty buffer has no address
    return made((out) => c.report_render(report, number(format, "format"), null, out, null));
  } finally { c.report_free(report); c.check_options_free(options); c.scheme_free(own); }
}
module.exports = { Plan, check, HelhedsplanError };
