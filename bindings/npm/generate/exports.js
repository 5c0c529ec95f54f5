/* Prints the names of the functions that WebAssembly exports: those that the sources call, as c.hhp_...(). Fails if the library
 * has none of that name. */
"use strict";
const fs = require("node:fs");
const path = require("node:path");

const root = path.join(__dirname, "../../..");
const header = fs.readFileSync(path.join(root, "include/helhedsplan/helhedsplan-ffi.h"), "utf8");
const source = path.join(__dirname, "../src");
const called = new Set(["malloc", "free", "npm_seed"]);
for (const file of fs.readdirSync(source).filter((name) => name.endsWith(".js")))
  for (const [, name] of fs.readFileSync(path.join(source, file), "utf8").matchAll(/\bc\.(hhp_\w+)/g)) {
    if (!header.includes(` ${name}(`) && !header.includes(`*${name}(`)) throw new Error(`${file}: there is no function ${name}`);
    called.add(name);
  }
console.log([...called].sort().join("\n"));
