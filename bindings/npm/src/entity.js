/* Objects of plans and schemes: a class for each entity, with a property for each field, made by introspection. */
import { failure, HelhedsplanError, must } from "./errors.js";
import { entity_info } from "./fields.js";
import { c, given, read_pointer, taken, text, with_scratch } from "./memory.js";
import { list_of } from "./lists.js";
import { TYPES } from "./values.js";

const WHOLE = -1; // SIZE_MAX: no element of a list
const COMPACT_AFTER = 512 * 1024; // bytes of texts set, as docs/bindings.md recommends

/** The classes of entities that have methods of their own, by entity, and all that were made. */
export const BASES = new Map();
const classes = new Map();

export class Entity {
  #root;
  #handle;

  /** @param root The plan or scheme that it is part of, which it keeps alive; null for the plan or scheme itself. */
  constructor(root, handle) {
    this.#root = root;
    this.#handle = handle;
    Object.preventExtensions(this); // so that a misspelt field throws
  }

  /** The plan or the scheme that it is part of. */
  get root() {
    return this.#root ?? this;
  }

  get handle() {
    if (this.#root === null) return this.#handle;
    void this.#root.handle; // throws if it was freed
    return this.#handle;
  }

  static get fields() {
    return Object.fromEntries(this.info.by_name);
  }

  #field(name) {
    const found = this.constructor.info.by_name.get(name);
    if (!found) throw failure(-10, `${this.constructor.info.class_name} has no field ${String(name)}`);
    return found;
  }

  /** Whether a field has a value of its own. A default is none. */
  is_given(name) {
    return c.hhp_is_given(this.handle, this.#field(name).handle) === 1;
  }

  /** Clears a field: a value, a list, or an object with all that it holds. */
  clear(name) {
    const field = this.#field(name);
    must(c.hhp_clear(this.handle, field.handle), `${this.constructor.info.class_name}.${name}`, field.handle);
  }

  /** Whether both are one object of the same plan. */
  is_same(other) {
    return other instanceof Entity && other.root === this.root && other.handle === this.handle;
  }

  /** Its JSON Pointer; null if it was removed from its plan. */
  get pointer() {
    return this.#pointer(0, WHOLE);
  }

  /** The JSON Pointer of a field, or of an element of it. */
  pointer_to(name, index = WHOLE) {
    return this.#pointer(this.#field(name).handle, index);
  }

  #pointer(field, index) {
    return with_scratch((scratch) => {
      const out = scratch.out();
      const status = c.hhp_object_pointer(this.handle, field, index, out);
      if (status === -10) return null;
      must(status);
      return taken(out);
    });
  }

  /** Sets fields, by name. Fields before one that is refused keep their new values. */
  update(values) {
    set_fields(this, values, false);
    return this;
  }

  /** What is given in it, as JSON.parse() would return it. */
  to_dict() {
    const found = {};
    for (const field of this.constructor.info.fields) {
      if (!this.is_given(field.name)) continue;
      const value = this[field.name];
      if (field.type === "object") found[field.json_name] = field.is_list ? Array.from(value, (each) => each.to_dict()) : value.to_dict();
      else found[field.json_name] = field.is_list ? Array.from(value) : value;
    }
    for (const name of this.extensions) found[name] = this.extension(name);
    return found;
  }

  toJSON() {
    return this.to_dict();
  }

  /** The names of its x- members, in the order of the file. */
  get extensions() {
    return Array.from({ length: c.hhp_extension_count(this.handle) }, (_, i) => given(c.hhp_extension_name_at(this.handle, i)));
  }

  /** The value of an x- member, a copy; undefined if there is none. */
  extension(name) {
    return with_scratch((scratch) => {
      const key = scratch.text(name, "a name");
      if (!c.hhp_has_extension(this.handle, key)) return undefined;
      return JSON.parse(given(c.hhp_get_extension(this.handle, key)));
    });
  }

  /** Sets an x- member to a value of JSON; undefined removes it. */
  set_extension(name, value) {
    const json = value === undefined ? null : JSON.stringify(value, exact_number);
    with_scratch((scratch) => must(c.hhp_set_extension(this.handle, scratch.text(name, "a name"), scratch.text(json)), name));
    this.root.grew(json?.length ?? 0);
  }
}

/** JSON.stringify() would write null for a number that JSON does not have. */
function exact_number(name, value) {
  if (typeof value === "number" && !Number.isFinite(value)) throw failure(-8, `${name}: JSON has no ${value}`);
  return value;
}

/** Counts the texts that were set in a plan, and has the memory of replaced ones released from time to time. */
export class Growth {
  #size = 0;

  add(plan, size) {
    this.#size += size;
    if (this.#size < COMPACT_AFTER) return;
    this.#size = 0;
    c.hhp_plan_compact(plan.handle);
  }
}

function read(object, field) {
  const root = object.root;
  if (field.is_list) return list_of(object, field);
  if (field.type === "object") return new (class_of(field.target))(root, c.hhp_get_object(object.handle, field.handle) >>> 0);
  return TYPES[field.type].read(object.handle, field, root.kroner);
}

/** The status of setting a value. A word or a date that is refused before has the sentence of the field too. */
function written(handle, field, value, about) {
  try {
    return TYPES[field.type].write(handle, field, value, about);
  } catch (error) {
    if (error instanceof HelhedsplanError && (error.status === -6 || error.status === -7)) return error.status;
    throw error;
  }
}

function write(object, field, value) {
  const about = `${object.constructor.info.class_name}.${field.name}`;
  if (!object.constructor.info.is_editable) throw failure(-2, `${about} cannot be changed`);
  if (field.is_list) {
    list_of(object, field).replace(value ?? []);
    return;
  }
  if (field.type === "object") throw new TypeError(`${about} is changed by its own fields`);
  if (value === null || value === undefined) return must(c.hhp_clear(object.handle, field.handle), about, field.handle);
  must(written(object.handle, field, value, about), about, field.handle);
  if (typeof value === "string") object.root.grew(value.length + 16);
}

/** Sets fields of an object, to those of another one too. Lists of objects are filled in where it is new, and replaced elsewhere. */
export function set_fields(object, values, is_new) {
  if (values === null || typeof values !== "object") throw new TypeError("fields are given as an object");
  const { info } = object.constructor;
  for (const [name, value] of Object.entries(values instanceof Entity ? values.to_dict() : values)) {
    if (name.startsWith("x-")) {
      object.set_extension(name, value);
      continue;
    }
    const field = info.by_name.get(name === "$schema" ? "schema" : name);
    if (!field) throw failure(-10, `${info.class_name} has no field ${name}`);
    if (field.type === "id" && is_new && object[field.name] === value) continue;
    if (field.type === "object" && field.is_list && is_new) for (const each of value ?? []) read(object, field).add(each);
    else if (field.type === "object" && !field.is_list) set_fields(read(object, field), value ?? {}, is_new);
    else write(object, field, value);
  }
}

/** The class of an entity, made when it is first used. */
export function class_of(name) {
  if (classes.has(name)) return classes.get(name);
  const info = entity_info(name);
  const Base = BASES.get(name) ?? Entity;
  const made = info.name === "plan" || info.name === "scheme" ? Base : class extends Base {};
  Object.defineProperty(made, "info", { value: info });
  if (made !== Base) Object.defineProperty(made, "name", { value: info.class_name });
  for (const field of info.fields)
    Object.defineProperty(made.prototype, field.name, {
      enumerable: true,
      get() {
        return read(this, field);
      },
      set(value) {
        write(this, field, value);
      },
    });
  classes.set(name, made);
  return made;
}

/** An object, its field and the position in a list of texts that a JSON Pointer leads to. */
export function resolve(plan, pointer) {
  return with_scratch((scratch) => {
    const [object, field, index] = [scratch.out(), scratch.out(), scratch.out()];
    const status = c.hhp_plan_resolve(plan.handle, scratch.text(pointer, "a pointer"), object, field, index);
    must(status, `pointer “${pointer}”`);
    const handle = read_pointer(object);
    const entity = given(c.hhp_entity_name(c.hhp_object_entity(handle)));
    const position = read_pointer(index);
    return {
      object: entity === "plan" ? plan : new (class_of(entity))(plan, handle),
      field: read_pointer(field) ? text(c.hhp_field_c_name(read_pointer(field))) : null,
      position: position === 2 ** 32 - 1 ? null : position,
    };
  });
}
