/* The installed command beside the native one, whose path is in HHP_COMMAND: the same bytes on both streams, and the same exit codes. */
"use strict";
const { spawnSync } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");
const { installed, skip, source } = require("./support.cjs");

const native = process.env.HHP_COMMAND;
if (!native) skip("there is no native command");
const command = path.join(installed, "node_modules/.bin/helhedsplan");
const folder = fs.mkdtempSync(path.join(installed, "command-"));
for (const name of ["vollsmose-2016-2020", "complete"])
  fs.copyFileSync(path.join(source, `examples/${name}.helhedsplan.json`), path.join(folder, `${name}.json`));
const text = fs.readFileSync(path.join(folder, "vollsmose-2016-2020.json"), "utf8");
fs.writeFileSync(path.join(folder, "broken.json"), text.slice(0, 5000));
fs.writeFileSync(path.join(folder, "bytes.json"), Buffer.from([0x7b, 0xff, 0x7d]));
fs.writeFileSync(path.join(folder, "empty.json"), "");
fs.writeFileSync(path.join(folder, "blåbær 😀.json"), text);

const V = "vollsmose-2016-2020.json";
const DAY = ["--today", "2016-04-01"];
const CASES = [
  [], ["--help"], ["--version"], ["help", "validate"], ["help", "--man", "--lang", "da"], ["help", "--completion", "bash"],
  ["validat", V], ["validate"], ["validate", "--stag", "draft", V], ["validate", "--stage", "late", V],
  ...["text", "json", "markdown", "sarif", "junit", "junit-strict", "github", "gitlab"].map((format) =>
    ["validate", V, "complete.json", "--stage", "draft", ...DAY, "--format", format]),
  ["validate", V, ...DAY, "--lang", "da"], ["validate", V, ...DAY, "--color", "always"], ["validate", V, ...DAY, "--fail-on", "warning"],
  ["validate", ".", ...DAY], ["validate", "no.json"], ["validate", "broken.json", ...DAY], ["validate", "bytes.json", ...DAY],
  ["validate", "empty.json", ...DAY], ["validate", "blåbær 😀.json", ...DAY], ["validate", "complete.json", ...DAY],
  ["cofinancing", "--grant", "35000000", "--local", "11000000"], ["cofinancing", "--grant", "14000000"], ["cofinancing", V],
  ["show", V], ["show", V, "--lang", "da"], ["table", "activities", V], ["table"], ["diff", V, "complete.json"], ["diff", V, V],
  ["rules"], ["explain", "HP401", "--lang", "da"], ["explain", "HP999"], ["schema"], ["schema", "report"], ["schemes"], ["fmt", V],
  ["fmt", "--check", V], ["init", "--lang", "da"],
];
const STDIN = [[["validate", "-", ...DAY], text], [["validate", "-", ...DAY], ""], [["fmt", "-"], text], [["fmt", "-"], "{"], [["show", "-"], text]];

const environment = { PATH: process.env.PATH, LANG: "C.UTF-8", HOME: folder };
const faults = [];
const codes = {}; // how often each exit code occurred
function compare(words, input, variables = {}) {
  const options = { cwd: folder, input, env: { ...environment, ...variables }, maxBuffer: 2 ** 28 };
  const [expected, found] = [native, command].map((program) => spawnSync(program, words, options));
  codes[expected.status] = (codes[expected.status] ?? 0) + 1;
  for (const part of ["status", "stdout", "stderr"])
    if (String(expected[part]) !== String(found[part]))
      faults.push({ words: words.join(" "), part, expected: String(expected[part]).slice(0, 300), found: String(found[part]).slice(0, 300) });
}
for (const words of CASES) compare(words, undefined);
for (const [words, input] of STDIN) compare(words, input);
compare(["validate", V, ...DAY], undefined, { LANG: "da_DK.UTF-8" });
compare(["validate", V, ...DAY], undefined, { LANG: undefined });

// What is written: in place, as a new file, and beside a link.
for (const [words, file] of [[["fmt", "--write", "a.json"], "a.json"], [["init", "--output", "new.json"], "new.json"]]) {
  const [expected, found] = [native, command].map((program) => {
    fs.rmSync(path.join(folder, file), { force: true });
    if (words[0] === "fmt") fs.writeFileSync(path.join(folder, file), JSON.stringify(JSON.parse(text)), { mode: 0o640 });
    const { status, stderr } = spawnSync(program, words, { cwd: folder, env: environment });
    const is_there = fs.existsSync(path.join(folder, file));
    return [status, String(stderr), is_there && fs.readFileSync(path.join(folder, file), "utf8"), is_there && fs.statSync(path.join(folder, file)).mode];
  });
  if (JSON.stringify(expected) !== JSON.stringify(found)) faults.push({ words: words.join(" "), expected, found });
}
const left = fs.readdirSync(folder).filter((name) => name.includes("tmp"));
console.log(`${CASES.length + STDIN.length + 4} calls of both commands, with exit codes`, codes, faults, left);
process.exit(faults.length > 0 || left.length > 0 || codes[0] < 20 || codes[1] < 10 ? 1 : 0);
