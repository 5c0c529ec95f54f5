/* Every block of js and ts of the pages, run with the installed package. A block that imports nothing is a fragment: it has the
 * variables of PRELUDE. A line whose comment names an error has to throw it; the block of text after a program is what it prints. */
"use strict";
const assert = require("node:assert/strict");
const { execFileSync } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");
const test = require("node:test");
const { installed, source, vollsmose } = require("./support.cjs");

const PAGES = ["README.md", "docs/javascript.md", "docs/html-report.md", "docs/five-minutes.md", "bindings/npm/README.md"];
const PRELUDE = `
import * as library from "helhedsplan";
import { readFileSync } from "node:fs";
const { check, cofinancing, Plan } = library;
const text = readFileSync("plan.helhedsplan.json"), plan = Plan.parse(text);
`;
// What a browser has, and a worker.
const BROWSER = `
import { readFileSync } from "node:fs";
globalThis.posted = [];
globalThis.postMessage = (message) => posted.push(message);
globalThis.onmessage = null;
globalThis.file = new Blob([readFileSync("plan.helhedsplan.json")]);
file.name = "plan.helhedsplan.json";
globalThis.text = readFileSync("plan.helhedsplan.json");
globalThis.wasm = readFileSync(process.env.HHP_WASM);
`;
const WORKS = `
if (onmessage) {
  await onmessage({ data: { wasm, text } });
  if (!JSON.parse(posted[0]).files[0].findings.some(({ rule }) => rule === "HP401")) throw new Error(posted[0]);
}
`;

function typescript() {
  const file = path.join(process.env.HHP_NODE_MODULES ?? "", "typescript");
  return fs.existsSync(file) ? require(file) : null;
}

/** Lines such as `plan.titel = "x"; // TypeError` as assertions. */
function with_errors(program) {
  return program.replace(/^(.*;) \/\/ (\w*Error)(?:: (.*?)(?:\.\.\.)?)?$/gm, (_, statement, name, message = "") =>
    `{ let error; try { ${statement} } catch (thrown) { error = thrown; }
       if (error?.constructor.name !== ${JSON.stringify(name)} || !\`\${error.constructor.name}: \${error.message}\`.includes(${JSON.stringify(message)}))
         throw new Error("not thrown: ${name}; " + error); }`);
}

function blocks(page) {
  const text = fs.readFileSync(path.join(source, page), "utf8");
  return [...text.matchAll(/^(?:<!-- file: \S+ -->\n)?```(js|ts)\n([\s\S]*?)^```\n(?:\nThis prints:\n\n```text\n([\s\S]*?)^```)?/gm)]
    .map(([, language, program, printed], index) => ({ name: `${page}, block ${index + 1}`, language, program, printed }));
}

for (const page of PAGES) {
  for (const { name, language, program, printed } of blocks(page)) {
    const ts = language === "ts" ? typescript() : null;
    test(name, { skip: language === "ts" && !ts ? "typescript is not there" : false }, () => {
      const folder = fs.mkdtempSync(path.join(installed, "page-"));
      fs.copyFileSync(vollsmose, path.join(folder, "plan.helhedsplan.json"));
      fs.writeFileSync(path.join(folder, "before.mjs"), BROWSER);
      let whole = with_errors(/^import /m.test(program) ? program : PRELUDE + program);
      if (ts) whole = ts.transpileModule(whole, { compilerOptions: { target: "ES2022", module: "ES2022" } }).outputText;
      fs.writeFileSync(path.join(folder, "example.mjs"), `import "./before.mjs";\n${whole}\n${WORKS}`);
      const wasm = path.join(installed, "node_modules/helhedsplan/dist/helhedsplan.wasm");
      const output = execFileSync(process.execPath, ["example.mjs"], { cwd: folder, encoding: "utf8", env: { ...process.env, HHP_WASM: wasm } });
      if (printed !== undefined) assert.equal(output, printed);
      if (/console\.log/.test(program)) assert.notEqual(output, "");
    });
  }
}

test("there are such blocks", () => assert.ok(PAGES.flatMap(blocks).length >= 6));
