/* How much of its stack of 1 MB the library uses: it is first in memory, is filled with a pattern, and what is left of that afterwards
 * was not used. The calls are those of all examples of rules, of nested and of generated documents. */
"use strict";
const assert = require("node:assert/strict");
const path = require("node:path");
const { installed, read, vollsmose, complete } = require("./support.cjs");

const STACK = 1024 * 1024;
const PATTERN = 0xa5;
const file = path.join(installed, "node_modules/helhedsplan/dist/node.cjs");
delete require.cache[file];
let memory;
const Instance = WebAssembly.Instance;
WebAssembly.Instance = function (...values) {
  const made = new Instance(...values);
  ({ memory } = made.exports);
  return made;
};
const library = require(file);
const { check, Plan } = library;

const MARGIN = 4096; // of the frames that exist between calls
new Uint8Array(memory.buffer, 0, STACK - MARGIN).fill(PATTERN);
const used = () => {
  const stack = new Uint8Array(memory.buffer, 0, STACK);
  let free = 0;
  while (stack[free] === PATTERN) free++;
  return STACK - free;
};

function try_all(text, options = {}) {
  const report = check(text, options);
  for (const format of Object.keys(library.words("format")).filter((name) => name !== "csv" && name !== "tsv")) report.render(format, { lang: "da" });
  const is_plan = report.is_complete;
  report.free();
  if (!is_plan) return;
  const plan = Plan.parse(text);
  const copy = Plan.parse(plan.dump());
  copy.title = "Ny";
  const diff = plan.diff(copy);
  for (const format of ["text", "json", "markdown"]) diff.render(format);
  for (const by of Object.keys(library.words("rollup_by"))) plan.rollup(by);
  for (const name of library.table_names()) plan.table(name, "csv");
  [diff, plan, copy].forEach((each) => each.free());
}

for (const rule of library.rules())
  for (const which of ["failing", "passing"]) try_all(rule.example(which), { stage: rule.example_stage, today: rule.example_today });
for (const name of [vollsmose, complete]) try_all(read(name), { today: "2016-04-01" });
for (const levels of [10, 40, 60, 61, 62, 63, 64, 65, 1000, 1000000])
  for (const [open, close] of [["[", "]"], ['{"a":', "}"], ['[{"b":', "}]"]]) {
    const value = `${open.repeat(levels)}1${close.repeat(levels)}`;
    try_all(`{"format": "helhedsplan/1", "id": "x", "title": "y", "x-deep": ${value}}`);
    try_all(`{"format": "helhedsplan/1", "id": "x", "title": "y", "goals": [{"id": "a", "title": "b", "x-deep": ${value}}]}`);
    try_all(value);
  }
const plan = JSON.parse(read(vollsmose));
const long = "æ".repeat(100000);
try_all(JSON.stringify({ ...plan, title: long, sources: Array(1000).fill(long.slice(0, 500)) }));
try_all(JSON.stringify({ ...plan, activities: Array.from({ length: 3000 }, (_, i) => ({ ...plan.activities[0], id: `a-${i}` })) }));
library.json_schema("report");
library.editor_schema("da");
console.log(`${used()} of ${STACK} bytes of stack`);
assert.ok(used() > MARGIN && used() < STACK / 2);
