/* Values that the Node.js binding must reject: each of these once produced a wrong result, or crashed the program. Exit
 * code 77 without koffi or the shared library. From the environment: HHP_SOURCE_DIR, HHP_LIBRARY. */
"use strict";
const assert = require("node:assert");
const fs = require("node:fs");
const path = require("node:path");

if (process.env.HHP_SANITIZE || !process.env.HHP_LIBRARY) process.exit(77);
try {
  require.resolve("koffi");
} catch {
  process.exit(77);
}
for (const newer of ["isWellFormed", "toWellFormed"]) delete String.prototype[newer]; // missing in Node.js 18
const { Plan, check, HelhedsplanError } = require(path.join(process.env.HHP_SOURCE_DIR, "examples/bindings/node/helhedsplan.js"));
const file = path.join(process.env.HHP_SOURCE_DIR, "examples/vollsmose-2016-2020.helhedsplan.json");
const bytes = fs.readFileSync(file);
const plan = Plan.load(file);
const [activity, contribution] = [plan.activities[0], plan.financing.contributions[0]];

/* --- Values: a rejected value leaves the field unchanged --- */
function refuses(object, field, ...values) {
  const before = object[field];
  for (const value of values) {
    assert.throws(() => { object[field] = value; }, Error, `${field} = ${String(value)}`);
    assert.deepStrictEqual(object[field], before);
  }
}
activity.start = "2017-08";
refuses(activity, "start", "0000", "2017-00", "2017-00-00", "2017-08-01-01", "2017-8", "2017-13", 2017, "");
const [goal] = plan.goals;
goal.pursued = true;
refuses(goal, "pursued", "no", 0, 1, "false");
contribution.amount = 11000000;
refuses(contribution, "amount", -2147483648, -1, 0.5, 2 ** 53, 10n, "1", NaN);
activity.target_group.age_min = 13;
refuses(activity.target_group, "age_min", -2147483648, 13.5, 2 ** 32 + 13);
refuses(plan, "title", "a\0b", "\ud800", "\udc00\ud800", 5, ["a"]);
for (const title of ["", "Æblehaven \u{1f333}\r\n\u2028»ø«"]) {
  plan.title = title;
  assert.strictEqual(plan.title, title);
}
refuses(plan, "status", "begun", "", 1);
assert.throws(() => { plan.tilte = "a slip of the pen"; }, TypeError);

plan.prequalified_on = "0999-05";
assert.strictEqual(plan.prequalified_on, "0999-05");
assert.match(plan.dump(), /"prequalified_on": "0999-05"/);
plan.prequalified_on = null;
assert.strictEqual(plan.prequalified_on, null);

activity.add("goals", "mindre-kriminalitet");
for (const index of [0.9, -1, NaN, "0", true, undefined]) assert.throws(() => activity.remove("goals", index));
assert.throws(() => plan.remove("activities", 0));
assert.throws(() => plan.remove("activities", plan.goals[0]));
assert.deepStrictEqual([activity.goals, plan.activities.length], [["mindre-kriminalitet"], 19]);
activity.remove("goals", 0);
assert.deepStrictEqual(activity.goals, []);

/* --- Lists are reordered, and an error names the field and what it takes --- */
const ids = () => plan.goals.map(({ id }) => id);
const before = ids();
plan.move("goals", 0, 2);
assert.deepStrictEqual(ids(), [before[1], before[2], before[0], ...before.slice(3)]);
for (const [from, to] of [[0, before.length], [-1, 0], [0, 0.5]]) assert.throws(() => plan.move("goals", from, to));
plan.move("goals", 2, 0);
assert.deepStrictEqual(ids(), before);
plan.remove("goals", plan.add("goals", "midlertidigt"));
assert.deepStrictEqual(ids(), before);
for (const list of ["goals", "financing"]) assert.throws(() => { plan[list] = []; }, TypeError);
assert.throws(() => { contribution.amount = -1; }, { code: "HHP_ERR_RANGE", message: /^“amount” has to be between DKK 0 and/ });
assert.throws(() => { contribution.amount = 10 ** 13; }, { code: "HHP_ERR_RANGE" });
assert.throws(() => plan.add("goals", before[1]), { code: "HHP_ERR_DUPLICATE_ID", message: /^“goals”/ });

/* --- Checks: an unknown argument does not fall back to that of the plan --- */
for (const scheme of ["", 0, false, "no-such", {}]) assert.throws(() => check(bytes, { scheme }));
assert.throws(() => check(bytes, { scheme: new Uint8Array([123]) }), HelhedsplanError);
for (const today of ["0000", "2016-04", "", 20160401]) assert.throws(() => check(bytes, { today }));
for (const wrong of [5, "a\0b"]) assert.throws(() => check(bytes, { path: wrong }));
for (const stage of ["", "half", 1]) assert.throws(() => check(bytes, { stage }));
for (const format of ["", "xml", 2]) assert.throws(() => check(bytes, { format }));
for (const wrong of [bytes.toString(), new Uint16Array(9), null]) assert.throws(() => check(wrong));
assert.strictEqual(check(new Uint8Array(bytes)), check(bytes));
const [nothing] = JSON.parse(check(Buffer.alloc(0))).files; // an empty file is an error in the plan, not in the call
assert.deepStrictEqual(nothing.findings.map(({ rule }) => rule), ["HP101"]);
assert.strictEqual(nothing.sha256, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");

/* --- Kroner beyond the exact range of JavaScript numbers: 2^53 is 9,007,199,254,740,992 --- */
for (let i = 0; i < 9008; i++) plan.financing.add("contributions").amount = 10 ** 12; // the maximum of the format
plan.financing.add("contributions").amount = 1;
const { total, grant } = plan.cofinancing();
assert.deepStrictEqual([total, grant], [9008000046000001n, 35000000]);

/* --- A closed plan --- */
plan.close();
for (const use of [() => activity.title, () => plan.dump(), () => plan.close(), () => plan.cofinancing(), () => plan.add("goals", "x")])
  assert.throws(use, /closed/);
