/* The conformance corpus through Node.js and koffi, with the binding of examples/bindings/node; exit code 77 without
 * koffi or the shared library. From the environment: HHP_SOURCE_DIR, HHP_PLANS_DIR, HHP_LIBRARY, HHP_VERSION,
 * HHP_NODE_MODULES, HHP_SANITIZE. */
"use strict";
const fs = require("node:fs");
const path = require("node:path");

function skip(why) {
  console.log(`skipped: ${why}`);
  process.exit(77);
}
if (process.env.HHP_SANITIZE) skip("Node.js is not built with sanitizers");
if (!process.env.HHP_LIBRARY) skip("there is no shared library");
try {
  require.resolve("koffi");
} catch {
  skip("koffi is not there");
}

const source = process.env.HHP_SOURCE_DIR;
const plans = process.env.HHP_PLANS_DIR;
const { check } = require(path.join(source, "examples/bindings/node/helhedsplan.js"));
const folder = path.join(source, "tests/conformance");
const given = (column) => (column === "-" ? null : column);
const faults = [];
const cases = fs.readFileSync(path.join(folder, "cases.tsv"), "utf8").split("\n").filter((line) => line && !line.startsWith("#"));
for (const line of cases) {
  const [id, plan, stage, today, scheme] = line.split("\t");
  const found = check(fs.readFileSync(path.join(plans, plan)), {
    path: plan,
    stage: given(stage) ?? undefined,
    today: given(today)?.replace(/^(\d{4})(\d\d)(\d\d)$/, "$1-$2-$3"),
    scheme: scheme.includes("/") ? fs.readFileSync(path.join(plans, scheme)) : given(scheme),
  });
  const expected = fs.readFileSync(path.join(folder, "reports", `${id}.json`), "utf8").replace("@version@", process.env.HHP_VERSION);
  if (found !== expected) faults.push(id);
}
console.log(`${cases.length} cases, ${cases.length - faults.length} reports as they are to be`, faults);
process.exit(faults.length > 0 || cases.length === 0 ? 1 : 0);
