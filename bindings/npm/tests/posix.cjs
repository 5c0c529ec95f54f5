/* Tests of the command, from tests/cli, with the command of the package. What cannot be had through Node.js is listed here. */
"use strict";
const { spawnSync } = require("node:child_process");
const path = require("node:path");
const { installed, source } = require("./support.cjs");

// Node.js opens /dev/null in the place of closed streams, and replaces what is not UTF-8 in an argument.
const NOT_IN_NODE = new Set([
  "Reading.test_closed_standard_input", "Terminal.test_a_name_that_is_no_utf8_can_be_checked", "Terminal.test_messages_escape_names_of_files",
  "Writing.test_closed_standard_output_is_3", "Writing.test_what_is_closed_is_not_another_file",
]);

const command = path.join(installed, "node_modules/helhedsplan/bin/helhedsplan.cjs");
const failed = [];
let run = 0, errors = "";
for (const file of ["run.py", "streams.py", "views.py"]) {
  const done = spawnSync("python3", [path.join(source, "tests/cli", file), command], { encoding: "utf8", maxBuffer: 2 ** 28 });
  failed.push(...[...done.stderr.matchAll(/^(?:FAIL|ERROR): \S+ \(__main__\.([\w.]+)\)/gm)].map(([, name]) => name));
  run += Number((done.stderr.match(/^(?:Ran )?(\d+) tests/m) ?? done.stdout.match(/^(\d+) tests/m) ?? [0, 0])[1]);
  errors += done.stderr;
}
const faults = failed.filter((name) => !NOT_IN_NODE.has(name));
for (const name of NOT_IN_NODE) if (!failed.includes(name)) faults.push(`${name} passes; take it out of the list`);
console.log(`${run} tests, ${failed.length} failed`, faults);
if (faults.length > 0) console.log(errors.slice(-8000));
process.exit(faults.length > 0 || run < 100 ? 1 : 0);
