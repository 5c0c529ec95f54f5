/* Introspection: the entities of plans and schemes, and their fields. Each is read when it is first used. */
import { failure } from "./errors.js";
import { ABSENT_KRONER, c, given, text, with_scratch } from "./memory.js";
import { lang_number, word_set } from "./words.js";

const limit = (value) => (value === ABSENT_KRONER ? null : Number(value));

/** Describes a field, for forms and tables. */
export class Field {
  constructor(handle) {
    this.handle = handle;
    /** As in the file, but "schema" for "$schema". */
    this.name = given(c.hhp_field_c_name(handle));
    this.json_name = given(c.hhp_field_name(handle));
    this.type = word_set("field").words.get(c.hhp_field_type(handle)) ?? null;
    this.is_list = c.hhp_field_is_list(handle) === 1;
    this.is_required = c.hhp_field_is_required(handle) === 1;
    const target = c.hhp_field_target(handle);
    this.target = target ? given(c.hhp_entity_name(target)) : null;
    const set = c.hhp_field_enum(handle);
    this.words = set ? given(c.hhp_enum_name(set)) : null;
    this.minimum = limit(c.hhp_field_minimum(handle));
    this.maximum = limit(c.hhp_field_maximum(handle));
    this.pattern = text(c.hhp_field_pattern(handle));
    this.since = given(c.hhp_field_since(handle));
  }

  doc(lang = "en") {
    return given(c.hhp_field_doc(this.handle, lang_number(lang)));
  }
}

/** Describes an entity: its name and its fields, in canonical order. */
export class EntityInfo {
  constructor(handle) {
    this.handle = handle;
    this.name = given(c.hhp_entity_name(handle));
    this.class_name = this.name.replace(/(?:^|_)(.)/g, (_, letter) => letter.toUpperCase());
    this.has_id = c.hhp_entity_has_id(handle) === 1;
    this.is_editable = c.hhp_entity_is_editable(handle) === 1;
    this.fields = [];
    for (let i = 0; i < c.hhp_entity_field_count(handle); i++) this.fields.push(new Field(c.hhp_entity_field_at(handle, i)));
    this.fields = this.fields.filter(({ type }) => type !== null); // others are newer than this package
    this.by_name = new Map(this.fields.map((field) => [field.name, field]));
  }

  doc(lang = "en") {
    return given(c.hhp_entity_doc(this.handle, lang_number(lang)));
  }
}

const known = new Map();

export function entity_info(name) {
  if (!known.has(name)) {
    const handle = with_scratch((scratch) => c.hhp_entity_find(scratch.text(name)));
    if (!handle) throw failure(-10, `entity ${name}`);
    known.set(name, new EntityInfo(handle));
  }
  return known.get(name);
}

/** All entities, those of plans first. */
export function entities() {
  return with_scratch(() =>
    Array.from({ length: c.hhp_entity_count() }, (_, i) => entity_info(given(c.hhp_entity_name(c.hhp_entity_at(i))))));
}
