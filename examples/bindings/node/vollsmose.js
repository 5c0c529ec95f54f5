/* Reads a plan, prints its title and errors, corrects its financing, and adds an activity. */
"use strict";
const fs = require("node:fs");
const { Plan, check } = require("./helhedsplan.js");

const path = process.argv[2];
const plan = Plan.load(path);
console.log(`${plan.title}: ${plan.activities.length} activities`);

const report = JSON.parse(check(fs.readFileSync(path), { path, today: "2016-04-01" }));
for (const finding of report.files[0].findings.filter(({ severity }) => severity === "error")) {
  console.log(`${path}:${finding.line}:${finding.column}: ${finding.rule} ${finding.message.da}`);
  console.log(`  ${finding.remedy.da}`);
}
console.log(`SARIF: ${check(fs.readFileSync(path), { path, format: "sarif" }).match(/"ruleId": "HP401"/g)?.length ?? 0}`);

const money = plan.cofinancing();
if (money.verdict === 0) { // it fails; while amounts are missing there are no figures to correct it with
  plan.financing.contributions[0].amount = money.required_at_total;
  plan.financing.grant.awarded = money.largest_grant_at_total;
}
console.log(`corrected: ${plan.cofinancing().verdict}`);

const cafe = plan.add("activities", "natcafe");
cafe.title = "Natcafé";
cafe.start = "2017-08";
cafe.target_group.age_min = 13;
cafe.add("goals", "mindre-kriminalitet");
console.log(`${cafe.title} serves ${cafe.goals} from ${cafe.start}, for those of ${cafe.target_group.age_min}`);
try {
  plan.status = "begun";
} catch (error) {
  console.log(`rejected: ${error.message}`);
}
console.log(JSON.parse(plan.dump()).activities.at(-1));
plan.close();
