/* bundle.js FOLDER   writes the sources as one module for Node.js and one for browsers. Sources import by name only, and their
 * top-level names differ, so one after the other they are one module. */
"use strict";
const fs = require("node:fs");
const path = require("node:path");

const SOURCE = path.join(__dirname, "../src");
const ORDER = ["memory", "errors", "words", "fields", "values", "lists", "entity", "report", "scheme", "money", "diff", "plan", "api"];

function content(name) {
  return fs.readFileSync(path.join(SOURCE, `${name}.js`), "utf8")
    .replace(/^import [^;]*;\n/gms, "").replace(/^export \{[^}]*\};\n/gm, "").replace(/^export (?=const|let|class|function|async)/gm, "")
    .trim();
}

/** The sources, one after the other. Fails if two of them declare the same name. */
function joined(entry) {
  const declared = new Map();
  const parts = [...ORDER, entry].map((name) => [name, content(name)]);
  for (const [name, text] of parts)
    for (const [, one] of text.matchAll(/^(?:async )?(?:const|let|class|function\*?) (\w+)/gm)) {
      if (declared.has(one)) throw new Error(`${one} is declared in ${declared.get(one)}.js and in ${name}.js`);
      declared.set(one, name);
    }
  return parts.map(([, text]) => text).join("\n\n");
}

function exported() {
  const [, list] = fs.readFileSync(path.join(SOURCE, "api.js"), "utf8").match(/export const API = \{([^}]*)\}/);
  return [...list.split(",").map((name) => name.trim()).filter(Boolean), "init"].sort();
}

const NOTE = "/* Made from bindings/npm/src of libhelhedsplan. MIT licence; see LICENSE and NOTICE. */\n";
const folder = process.argv[2];
const names = exported();
fs.writeFileSync(path.join(folder, "node.cjs"), `${NOTE}"use strict";\n${joined("node")}\n\nmodule.exports = API;\n`);
fs.writeFileSync(path.join(folder, "node.mjs"), `${NOTE}import api from "./node.cjs";\n\nexport const { ${names.join(", ")} } = api;\nexport default api;\n`);
fs.writeFileSync(path.join(folder, "browser.mjs"),
                 `${NOTE}${joined("browser").replace(/^API.init = init;$/m, "")}\n\nexport { ${names.join(", ")} };\n`);
