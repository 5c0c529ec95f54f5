/* package.js ROOT PACKAGE   writes package.json, with the version of the library, NOTICE with the licences of what is
 * compiled in, and the JSON Schemas. */
"use strict";
const fs = require("node:fs");
const path = require("node:path");

const [root, target] = process.argv.slice(2);
const [, version] = fs.readFileSync(path.join(root, "CMakeLists.txt"), "utf8").match(/^ {2}VERSION (\S+)/m);
const entry = JSON.parse(fs.readFileSync(path.join(__dirname, "../package.json"), "utf8"));
const built = require(path.join(target, "dist/node.cjs"));
if (built.version() !== version) throw new Error(`the library is ${built.version()}, and the sources ${version}`);
fs.writeFileSync(path.join(target, "package.json"), `${JSON.stringify({ ...entry, version }, null, 2)}\n`);

fs.mkdirSync(path.join(target, "schema"), { recursive: true });
for (const [name, of, draft] of [["helhedsplan-1", "plan", "2020-12"], ["helhedsplan-1.draft-07", "plan", "draft-07"],
                                 ["helhedsplan-scheme-1", "scheme", "2020-12"], ["helhedsplan-report-1", "report", "2020-12"]])
  fs.writeFileSync(path.join(target, `schema/${name}.schema.json`), `${JSON.stringify(built.json_schema(of, draft), null, 2)}\n`);
for (const lang of ["da", "en"])
  fs.writeFileSync(path.join(target, `schema/helhedsplan-1.editor.${lang}.schema.json`), `${JSON.stringify(built.editor_schema(lang), null, 2)}\n`);

fs.writeFileSync(path.join(target, "NOTICE"), [
  "The WebAssembly files of this package contain, beside libhelhedsplan (MIT, see LICENSE):", "",
  "Jansson (https://github.com/akheron/jansson), under this licence:", "",
  fs.readFileSync(path.join(root, "LICENSES/jansson.txt"), "utf8").trim(), "",
  "musl libc and other parts of emscripten's system libraries (https://emscripten.org), under the MIT licence and the",
  "University of Illinois/NCSA Open Source License:", "",
  "Copyright (c) 2005-2020 Rich Felker, et al.", "Copyright (c) 2010-2022 Emscripten authors", "",
  fs.readFileSync(path.join(root, "LICENSE"), "utf8").replace(/^[\s\S]*?(?=Permission is hereby)/, "").trim(), "",
].join("\n"));
