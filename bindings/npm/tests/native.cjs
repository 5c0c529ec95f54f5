/* The package and the native command have the same opinion of arbitrary bytes: each input stored for the fuzz targets that is a plan, and
 * copies with bytes changed, whose number is the argument. Compared are whole reports in JSON. From the environment: HHP_COMMAND. */
"use strict";
const { spawnSync } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");
const { library, source, skip } = require("./support.cjs");

const AT_ONCE = 200; // files in a run of the command
const TODAY = "2024-08-15";
if (!process.env.HHP_COMMAND) skip("there is no command");
const copies = Number(process.argv[2] ?? 3);

/** The inputs in one of the files of tests/fuzz/corpus, which tests/fuzz/inputs.py describes; the first bytes of some are no plan. */
function stored(name, planBeginsAt) {
  const all = fs.readFileSync(path.join(source, "tests/fuzz/corpus", `${name}.inputs`));
  const found = [];
  for (let at = 0; at < all.length;) {
    const end = all.indexOf("\n", at);
    const length = Number(all.toString("latin1", at, end).split(" ")[0]);
    found.push(all.subarray(Math.min(end + 1 + planBeginsAt, end + 1 + length), end + 1 + length));
    at = end + 2 + length;
  }
  return found;
}

let state = 1;
/** Of the same numbers in each run. */
function below(limit) {
  state = (Math.imul(state, 1103515245) + 12345) >>> 0;
  return (state >>> 8) % limit;
}

/** With one to three bytes changed, removed or repeated. */
function changed(input) {
  let bytes = Buffer.from(input);
  for (let times = 1 + below(3); times > 0 && bytes.length > 0; times--) {
    const at = below(bytes.length);
    const length = 1 + below(8);
    if (below(3) === 0) bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]);
    else if (below(2) === 0) bytes = Buffer.concat([bytes.subarray(0, at + length), bytes.subarray(at)]);
    else bytes[at] = below(256);
  }
  return bytes;
}

/** The reports of the native command on these, as text. */
function native(inputs, folder) {
  const files = inputs.map((bytes, n) => {
    const name = path.join(folder, `${String(n).padStart(4, "0")}.json`);
    fs.writeFileSync(name, bytes);
    return name;
  });
  const done = spawnSync(process.env.HHP_COMMAND, ["validate", "--format", "json", "--today", TODAY, ...files], { maxBuffer: 2 ** 30 });
  if (done.status !== 0 && done.status !== 1) throw new Error(`the command ended with ${done.status}: ${done.stderr}`);
  const { files: reports } = JSON.parse(done.stdout);
  if (reports.length !== files.length) throw new Error("a report is missing");
  return reports.map((report) => JSON.stringify(report));
}

function ofPackage(bytes, name) {
  const report = library.check(bytes, { path: name, today: TODAY });
  const [only] = JSON.parse(report.render("json")).files;
  report.free();
  return JSON.stringify(only);
}

const folder = fs.mkdtempSync(path.join(process.cwd(), "native-"));
const inputs = [...stored("plans", 0), ...stored("check", 4), ...stored("render", 2)];
const all = inputs.flatMap((input) => [input, ...Array.from({ length: copies }, () => changed(input))]);
const faults = [];
let findings = 0;
for (let start = 0; start < all.length; start += AT_ONCE) {
  const some = all.slice(start, start + AT_ONCE);
  native(some, folder).forEach((expected, n) => {
    const found = ofPackage(some[n], path.join(folder, `${String(n).padStart(4, "0")}.json`));
    findings += JSON.parse(found).findings.length;
    if (found !== expected) {
      faults.push(start + n);
      if (faults.length === 1) console.log(`input ${start + n}: ${some[n].toString("latin1")}\nnative:  ${expected}\npackage: ${found}`);
    }
  });
}
fs.rmSync(folder, { recursive: true });
console.log(`${all.length} inputs, ${findings} findings, ${faults.length} reports that differ`, faults.slice(0, 10));
process.exit(faults.length > 0 || findings === 0 ? 1 : 0);
