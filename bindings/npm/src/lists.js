/* Lists of a plan, which are read as arrays are: of texts and references, and of objects, with ids or without. */
import { class_of, set_fields } from "./entity.js";
import { failure, must } from "./errors.js";
import { entity_info } from "./fields.js";
import { c, given, read_pointer, with_scratch } from "./memory.js";

class List {
  #owner;
  #field;

  constructor(owner, field) {
    this.#owner = owner;
    this.#field = field;
  }

  get owner() {
    return this.#owner;
  }

  get field() {
    return this.#field;
  }

  get about() {
    return `${this.#owner.constructor.info.class_name}.${this.#field.name}`;
  }

  get length() {
    return c.hhp_get_count(this.#owner.handle, this.#field.handle) >>> 0;
  }

  at(index) {
    const at = index < 0 ? index + this.length : index;
    return Number.isInteger(at) && at >= 0 && at < this.length ? this.item(at) : undefined;
  }

  *[Symbol.iterator]() {
    for (let i = 0; i < this.length; i++) yield this.item(i);
  }

  index(value, most) {
    if (!Number.isInteger(value) || value < 0 || value > most) throw failure(-10, `${this.about}: there is no index ${value}`);
    return value;
  }

  done(status) {
    must(status, this.about, this.#field.handle);
  }

  /** Moves an element to another index, which it has afterwards. */
  move(which, to) {
    this.done(c.hhp_move(this.#owner.handle, this.#field.handle, this.position(which), this.index(to, this.length - 1)));
  }

  /** Removes an element: an index, or what position() takes. */
  remove(which) {
    this.done(c.hhp_remove(this.#owner.handle, this.#field.handle, this.position(which)));
  }

  clear() {
    this.done(c.hhp_clear(this.#owner.handle, this.#field.handle));
  }

  toJSON() {
    return Array.from(this, (each) => each?.to_dict?.() ?? each);
  }
}
/* Reading, as of an array. Their `this` is the proxy, whose members are the elements. */
const READING = new Set(["map", "filter", "find", "findIndex", "forEach", "some", "every", "includes", "indexOf", "slice", "join", "reduce",
                    "flatMap", "entries", "keys"]);

/** Texts, or ids of other objects. */
class TextList extends List {
  item(index) {
    return given(c.hhp_get_text_at(this.owner.handle, this.field.handle, index));
  }

  position(which) {
    const found = typeof which === "string" ? Array.from(this).indexOf(which) : which;
    return this.index(found, this.length - 1);
  }

  insert(index, value) {
    if (typeof value !== "string") throw new TypeError(`${this.about} takes strings, not ${typeof value}`);
    with_scratch((scratch) => this.done(c.hhp_insert_text(this.owner.handle, this.field.handle, this.index(index, this.length),
                                                           scratch.text(value, this.about))));
    this.owner.root.grew(value.length + 16);
  }

  /** Appends texts: all, or none if one is refused. */
  add(...values) {
    const before = this.length;
    try {
      for (const value of values) this.insert(this.length, value);
    } catch (error) {
      while (this.length > before) this.remove(this.length - 1);
      throw error;
    }
  }

  /** Replaces all texts; if one is refused, the list is as it was. */
  replace(values) {
    if (typeof values === "string") throw new TypeError(`${this.about} takes a list of strings`);
    const before = this.length;
    this.add(...Array.from(values));
    for (let i = 0; i < before; i++) this.remove(0);
  }
}

/** Objects. */
class EntityList extends List {
  item(index) {
    const { handle } = this.field;
    return new (class_of(this.field.target))(this.owner.root, c.hhp_get_object_at(this.owner.handle, handle, index) >>> 0);
  }

  /** The index of an object, of the one with an id, or an index itself. */
  position(which) {
    const found = typeof which === "number" ? which
      : Array.from(this).findIndex(typeof which === "string" ? (each) => each.id === which : (each) => each.is_same(which));
    return this.index(found, this.length - 1);
  }

  /** The object with an id; undefined if there is none. */
  get(id) {
    const handle = with_scratch((scratch) =>
      c.hhp_get_object_by_id(this.owner.handle, this.field.handle, scratch.text(id, "an id"))) >>> 0;
    return handle ? new (class_of(this.field.target))(this.owner.root, handle) : undefined;
  }

  has(id) {
    return this.get(id) !== undefined;
  }

  /** Inserts a new object with these fields, or a copy of an object. If one of them is refused, nothing is inserted. */
  insert(index, fields = {}) {
    const { has_id } = entity_info(this.field.target);
    const id = has_id || fields.id !== undefined ? fields.id ?? "" : null;
    const handle = with_scratch((scratch) => {
      const out = scratch.out();
      const at = this.index(index, this.length);
      must(c.hhp_insert_object(this.owner.handle, this.field.handle, at, scratch.text(id, "an id"), out), id === null ? this.about
        : `${this.about}: “${id}”`, this.field.handle);
      return read_pointer(out);
    });
    const made = new (class_of(this.field.target))(this.owner.root, handle);
    try {
      set_fields(made, fields, true);
    } catch (error) {
      this.remove(made);
      throw error;
    }
    return made;
  }

  /** Replaces all objects by new ones, each given as its fields or as an object. If one is refused, the list has the same as before, as
   * new objects. */
  replace(values) {
    if (typeof values?.[Symbol.iterator] !== "function" || typeof values === "string") throw new TypeError(`${this.about} takes a list of objects`);
    const given_fields = (each) => each?.to_dict?.() ?? each;
    const [wanted, before] = [Array.from(values, given_fields), Array.from(this, given_fields)];
    const fill = (all) => {
      this.clear();
      for (const each of all) this.add(each);
    };
    try {
      fill(wanted);
    } catch (error) {
      fill(before);
      throw error;
    }
  }

  /** Appends a new object, given as its fields, and returns it. */
  add(fields = {}) {
    return this.insert(this.length, fields);
  }
}

const BY_INDEX = {
  get(list, name, proxy) {
    if (READING.has(name)) return Array.prototype[name].bind(proxy);
    if (typeof name === "string" && /^\d+$/.test(name)) return list.at(Number(name));
    const value = list[name];
    return typeof value === "function" ? value.bind(list) : value;
  },
  set(list, name) {
    throw new TypeError(`${list.about}[${String(name)}] cannot be assigned; use insert() and remove()`);
  },
  has: (list, name) => (typeof name === "string" && /^\d+$/.test(name) ? Number(name) < list.length : name in list || READING.has(name)),
};

export function list_of(owner, field) {
  return new Proxy(field.type === "object" ? new EntityList(owner, field) : new TextList(owner, field), BY_INDEX);
}
