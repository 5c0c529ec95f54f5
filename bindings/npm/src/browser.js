/* The entry of browsers and their workers: init() loads the module, once, from where it is. */
import { API, prepare } from "./api.js";
import { start } from "./memory.js";

let started = null;

async function module_of(source) {
  const given = await source;
  if (given instanceof WebAssembly.Module) return given;
  if (given instanceof ArrayBuffer || ArrayBuffer.isView(given)) return WebAssembly.compile(given);
  if (given !== undefined && typeof given !== "string" && !(given instanceof URL) && !(given instanceof Response))
    throw new TypeError("init() takes the URL of helhedsplan.wasm, its bytes, a Response or a WebAssembly.Module");
  const response = given instanceof Response ? given : await fetch(given ?? new URL("./helhedsplan.wasm", import.meta.url));
  if (!response.ok) throw new Error(`helhedsplan.wasm: ${response.status} ${response.statusText}`);
  return WebAssembly.compile(await response.arrayBuffer()); // whatever type the server says that it has
}

/** Loads the WebAssembly module: by default the file beside this one; else from a URL, bytes, a Response or a compiled module. */
export function init(source) {
  started ??= module_of(source).then((module) => {
    start(module, globalThis.crypto);
    prepare();
  }).catch((error) => {
    started = null; // so that it can be tried again
    throw error;
  });
  return started;
}
API.init = init;
