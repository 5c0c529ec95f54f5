// The worker that has the library: its source and the WebAssembly are in the page, so that nothing is fetched.
const content = (id) => document.getElementById(id).textContent;

function bytes_of(base64) {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

const waiting = new Map();
let worker = null;
let last = 0;

function settle({ data: { id, value, error } }) {
  const { done, fail } = waiting.get(id);
  waiting.delete(id);
  if (error === undefined) done(value);
  else fail(new Error(error));
}

/** Calls a function of the worker. Calls are answered in their order. */
export function call(name, argument, transfer = []) {
  return new Promise((done, fail) => {
    waiting.set(++last, { done, fail });
    worker.postMessage({ id: last, name, argument }, transfer);
  });
}

/** Starts the worker. */
export function start() {
  const url = URL.createObjectURL(new Blob([content("worker")], { type: "text/javascript" }));
  worker = new Worker(url);
  worker.onmessage = settle;
  worker.onerror = ({ message }) => {
    for (const { fail } of waiting.values()) fail(new Error(message));
    waiting.clear();
  };
  const bytes = bytes_of(content("wasm"));
  return call("start", bytes, [bytes.buffer]).finally(() => URL.revokeObjectURL(url));
}
