/* The conformance corpus, whose folder is the argument: the reports of the package, byte by byte. */
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const { cases, library } = require("./support.cjs");

const folder = process.argv[2];
const faults = [];
const all = cases(folder);
for (const { id, plan, stage, today, scheme } of all) {
  const own = scheme?.includes("/") ? library.Scheme.load(path.join(folder, scheme)) : scheme;
  const report = library.check(fs.readFileSync(path.join(folder, plan)), { path: plan, stage, today, scheme: own });
  if (!Buffer.from(report.render("json")).equals(fs.readFileSync(path.join(folder, "reports", `${id}.json`)))) faults.push(id);
  report.free();
  own?.free?.();
}
console.log(`${all.length} cases, ${all.length - faults.length} reports as they are to be`, faults);
process.exit(faults.length > 0 || all.length === 0 ? 1 : 0);
