/* The types of the installed package, with npm's typescript: as ESM, as CommonJS and in browsers; what is wrong is found. From the
 * environment: HHP_NODE_MODULES. */
"use strict";
const { spawnSync } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");
const { installed, skip } = require("./support.cjs");

const compiler = path.join(process.env.HHP_NODE_MODULES ?? "", "typescript/bin/tsc");
if (!fs.existsSync(compiler)) skip("typescript is not there");

const COMMON = `
const report = check("{}", { stage: "draft", severities: { HP215: "off" } });
const first: string | undefined = report.errors[0]?.message("da");
const plan = Plan.parse("{}", { kroner: "bigint" });
const frame: bigint | null = plan.financing.frame;
plan.financing.frame = 46_000_000;
plan.status = "approved";
plan.activities[0].target_group.age_min = null;
const verdict: "passes" | "fails" | "open" | "not_computable" = cofinancing({ grant: 1, local: 2n }).verdict;
const short: number | null = cofinancing({ grant: 1 }).shortfall_at_total;
const made: Activity<bigint> = plan.activities.add({ id: "x", target_group: { age_min: 3 }, "x-note": [1] });
made.elements = ["x"];
plan.activities = plan.activities.filter(({ id }) => id !== "x");
plan.activities = [{ id: "y" }];
plan.activities.replace([made, { id: "z" }]);
const exact = plan.validate().findings[0]?.arguments.short_by as bigint;
const rounded = plan.validate({ kroner: "number" }).findings[0]?.arguments.short_by as number;
const years: (string | null)[] = plan.rollup("year", "da").rows.map(({ key }) => key);
for (const { arguments: named, related } of report) console.log(named.short_by, related[0]?.line);
console.log(first, exact, rounded, frame, verdict, short, years, made.elements.map((text) => text.length), plan.diff(plan).changes()[0].kroner.after);
`;
const WRONG = {
  'plan.status = "begun";': "an unknown word",
  'plan.titel = "x";': "a misspelt field",
  'plan.financing.frame = "46000000";': "a text as an amount",
  'const n: number | null = plan.financing.frame;': "a BigInt as a number",
  'plan.activities.add({ title: "x" });': "a missing id",
  'plan.activities = [{ title: "x" }];': "a missing id in a list",
  'check("{}", { stage: "late" });': "an unknown stage",
  'const m: Report<number> = plan.validate();': "a BigInt as a number in a report",
  'const m: Report<bigint> = plan.check({ kroner: "number" }).report;': "a number as a BigInt in a report",
};
const folder = fs.mkdtempSync(path.join(installed, "types-"));
const wrong = Object.entries(WRONG).map(([line, what]) => `// @ts-expect-error ${what}\n${line}`).join("\n");
const head = 'import { check, cofinancing, Plan, type Activity, type Report } from "helhedsplan";\n';
fs.writeFileSync(path.join(folder, "esm.mts"), `${head}${COMMON}plan.save("x");\n${wrong}\n`);
fs.writeFileSync(path.join(folder, "cjs.cts"), `${head}${COMMON}plan.save("x");\n${wrong}\n`);
fs.writeFileSync(path.join(folder, "disposed.mts"), 'import { Plan } from "helhedsplan";\nusing plan = Plan.new();\nconsole.log(plan.title);\n');
fs.writeFileSync(path.join(folder, "browser.mts"),
                 `import { init } from "helhedsplan/browser";\n${head.replace('"helhedsplan"', '"helhedsplan/browser"')}${COMMON}
await init(new URL("x", "https://example.org"));\n// @ts-expect-error there are no files\nplan.save("x");\n${wrong}\n`);

function compile(files, ...options) {
  const done = spawnSync(process.execPath, [compiler, "--noEmit", "--strict", "--target", "es2022", "--module", "nodenext", ...options, ...files],
                         { cwd: folder, encoding: "utf8" });
  if (done.status !== 0) {
    console.log(done.stdout, done.stderr);
    process.exit(1);
  }
}
fs.writeFileSync(path.join(folder, "declare.d.ts"), "declare const console: { log(...values: unknown[]): void };\n");
compile(["esm.mts", "cjs.cts", "declare.d.ts"], "--lib", "es2022"); // neither DOM nor the types of Node.js
compile(["disposed.mts", "declare.d.ts"], "--lib", "es2022,esnext.disposable");
compile(["browser.mts"], "--lib", "es2022,dom", "--module", "esnext", "--moduleResolution", "bundler");
console.log("the types are right");
