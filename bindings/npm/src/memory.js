/* The WebAssembly instance: starting it, its memory, and texts in it. Everything else calls the library through `c`, whose
 * members are the functions of the C API by their names. */
import { failure } from "./errors.js";

export const ABSENT = -(2 ** 31);
export const ABSENT_KRONER = BigInt(ABSENT);

/** The functions of the library; null before it is started. */
export let c = null;
let memory = null;
let view = null; // over the whole memory; replaced when that has grown
let fault = null; // what stopped the instance

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
const LONE_SURROGATE = /\p{Surrogate}/u;

/* What the C library imports: random bytes, for the seeds of hash tables; a clock and an environment, which nothing asks for.
 * 52 is "not supported". */
function imports_of(module, random) {
  const getentropy = (pointer, length) => {
    random.getRandomValues(bytes().subarray(pointer >>> 0, (pointer >>> 0) + length));
    return 0;
  };
  const given = {};
  for (const { module: space, name, kind } of WebAssembly.Module.imports(module))
    if (kind === "function") (given[space] ??= {})[name] = name === "getentropy" ? getentropy : () => 52;
  return given;
}

/* After a trap, such as an overflow of the stack, the memory may hold anything: the instance is not used again. */
function guarded(call) {
  return (...values) => {
    if (fault) throw new Error("the WebAssembly module has stopped, and has to be loaded again", { cause: fault });
    try {
      return call(...values);
    } catch (error) {
      fault = error;
      throw error;
    }
  };
}

/** @param random The Crypto of Web Crypto. */
export function start(module, random) {
  if (c) return;
  const { exports } = new WebAssembly.Instance(module, imports_of(module, random));
  memory = exports.memory;
  view = new Uint8Array(memory.buffer);
  const functions = {};
  for (const [name, value] of Object.entries(exports)) if (typeof value === "function") functions[name] = guarded(value);
  functions._initialize?.();
  functions.npm_seed(random.getRandomValues(new Uint32Array(1))[0]);
  c = functions;
}

export function must_be_started() {
  if (!c) throw new Error("helhedsplan is not loaded yet: await init() first");
}

/** How many bytes the memory of the library has. It grows, and does not shrink. */
export function memory_size() {
  must_be_started();
  return memory.buffer.byteLength;
}

function bytes() {
  if (view.buffer !== memory.buffer || view.length === 0) view = new Uint8Array(memory.buffer);
  return view;
}

/** A copy of a text of the library; null for NULL. */
export function text(pointer) {
  const from = pointer >>> 0;
  if (from === 0) return null;
  const all = bytes();
  return decoder.decode(all.subarray(from, all.indexOf(0, from)));
}

/** A text that is NULL only when memory has run out. */
export function given(pointer) {
  const found = text(pointer);
  if (found === null) throw failure(-1);
  return found;
}

/** The bytes of a text in UTF-8. A lone surrogate is kept as three bytes, which the library finds to be invalid UTF-8. */
function utf8(value) {
  if (!LONE_SURROGATE.test(value)) return encoder.encode(value);
  const parts = [];
  for (const each of value) {
    const code = each.codePointAt(0);
    if (code >= 0xd800 && code <= 0xdfff) parts.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    else parts.push(...encoder.encode(each));
  }
  return Uint8Array.from(parts);
}

/** A document: JSON as text or bytes. */
export function document_bytes(source) {
  if (typeof source === "string") return utf8(source);
  if (source instanceof Uint8Array) return source;
  if (source instanceof ArrayBuffer) return new Uint8Array(source);
  if (ArrayBuffer.isView(source)) return new Uint8Array(source.buffer, source.byteOffset, source.byteLength);
  throw new TypeError("a document is a string, a Uint8Array or an ArrayBuffer");
}

/** Memory of the library for one call. */
class Scratch {
  #held = [];

  #allocated(size) {
    const pointer = c.malloc(size) >>> 0;
    if (pointer === 0) throw failure(-1);
    this.#held.push(pointer);
    return pointer;
  }

  bytes(content) {
    const pointer = this.#allocated(content.length + 1);
    const all = bytes();
    all.set(content, pointer);
    all[pointer + content.length] = 0;
    return pointer;
  }

  /** A text as argument; 0, which is NULL, for null and undefined. */
  text(value, about = "a text") {
    if (value === null || value === undefined) return 0;
    if (typeof value !== "string") throw new TypeError(`${about} takes a string, not ${typeof value}`);
    if (value.includes("\0")) throw failure(-9, `${about} contains a NUL`);
    if (LONE_SURROGATE.test(value)) throw failure(-3, `${about} contains half of a surrogate pair`);
    return this.bytes(encoder.encode(value));
  }

  /** A buffer for results: zeros. */
  out(size = 8) {
    const pointer = this.#allocated(size);
    bytes().fill(0, pointer, pointer + size);
    return pointer;
  }

  pointers(values) {
    const pointer = this.out(4 * values.length || 4);
    const all = new DataView(memory.buffer);
    values.forEach((value, i) => all.setUint32(pointer + 4 * i, value, true));
    return pointer;
  }

  free() {
    if (!fault) for (const pointer of this.#held) c.free(pointer);
  }
}

/** Calls use(scratch), and frees what it allocated. */
export function with_scratch(use) {
  must_be_started();
  const scratch = new Scratch();
  try {
    return use(scratch);
  } finally {
    scratch.free();
  }
}

export const read_pointer = (pointer) => new DataView(memory.buffer).getUint32(pointer, true);
export const read_int32 = (pointer) => new DataView(memory.buffer).getInt32(pointer, true);
export const read_int64 = (pointer) => new DataView(memory.buffer).getBigInt64(pointer, true);

/** Takes over an owned text, whose pointer is at `out`. */
export function taken(out, length = 0) {
  const pointer = read_pointer(out);
  try {
    if (!length) return given(pointer);
    return decoder.decode(bytes().subarray(pointer, pointer + read_pointer(length)));
  } finally {
    c.hhp_free(pointer);
  }
}

const DISPOSE = Symbol.dispose ?? Symbol.for("Symbol.dispose");
const forgotten = new FinalizationRegistry(({ free, handle }) => {
  if (!fault) free(handle);
});

/** What owns memory of the library. It is freed by free(), by `using`, or some time after it was last used. */
export class Owned {
  #handle;
  #free;

  /** @param free Frees it. It must not refer to the owner, which would then never be forgotten. */
  own(handle, free) {
    this.#handle = handle;
    this.#free = free;
    forgotten.register(this, { free, handle }, this);
    return this;
  }

  get handle() {
    if (this.#handle === undefined) throw new Error(`this ${this.constructor.name} was freed`);
    return this.#handle;
  }

  get is_freed() {
    return this.#handle === undefined;
  }

  free() {
    if (this.#handle === undefined) return;
    forgotten.unregister(this);
    const handle = this.#handle;
    this.#handle = undefined;
    if (!fault) this.#free(handle);
  }
}
Object.defineProperty(Owned.prototype, DISPOSE, { value: Owned.prototype.free, configurable: true, writable: true });

export { DISPOSE };
