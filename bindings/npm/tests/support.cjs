/* What the tests share: the installed package, and the plans. */
"use strict";
const fs = require("node:fs");
const { createRequire } = require("node:module");
const path = require("node:path");

exports.installed = process.env.HHP_INSTALLED;
exports.source = process.env.HHP_SOURCE_DIR;
exports.library = createRequire(path.join(exports.installed, "x.js"))("helhedsplan");
exports.vollsmose = path.join(exports.source, "examples/vollsmose-2016-2020.helhedsplan.json");
exports.complete = path.join(exports.source, "examples/complete.helhedsplan.json");
exports.read = (file) => fs.readFileSync(file);
exports.skip = (why) => {
  console.log(`skipped: ${why}`);
  process.exit(77);
};
/** The cases of an exported conformance corpus. */
exports.cases = (folder) => fs.readFileSync(path.join(folder, "cases.tsv"), "utf8").split("\n").filter((line) => line && !line.startsWith("#"))
  .map((line) => {
    const [id, plan, stage, today, scheme] = line.split("\t").map((column) => (column === "-" ? null : column));
    return { id, plan, stage, today: today?.replace(/^(\d{4})(\d\d)(\d\d)$/, "$1-$2-$3") ?? null, scheme };
  });
