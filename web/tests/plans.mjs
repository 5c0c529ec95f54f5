// Plans that the tests make from an example: with many activities, and with hostile text.
import { example } from "./support.mjs";

const complete = () => JSON.parse(example("complete.helhedsplan.json").content);

export function many_activities(count, unknown_goal) {
  const plan = complete();
  const [area, goal] = [plan.focus_areas[0].id, plan.goals[0].id];
  for (const name of ["milestones", "agreements", "indicators"]) delete plan[name];
  for (const line of plan.financing.budget) delete line.activity;
  plan.activities = Array.from({ length: count }, (_, i) => ({ id: `a${i}`, title: `Aktivitet nummer ${i}, som har en lang titel`, focus_areas: [area],
    goals: [unknown_goal ? `${unknown_goal}-${i}` : goal], start: `${2021 + (i % 4)}-01-01`, end: "2024-12-31" }));
  return JSON.stringify(plan, null, 2);
}

export const HOSTILE = [
  "<script>parent.hacked = 1; document.title = 'hacked'</script>", "<img src=x onerror='parent.hacked = 1'>", "</style></title><svg onload=parent.hacked=1>",
  "javascript:parent.hacked=1", "<a href='https://example.org/'>x</a>", "<meta http-equiv=refresh content='0;url=https://example.org/'>", "\u202Egnp.exe",
  "&lt;b&gt;", "${1}", "<!--", "]]>",
];

/** The example with that text wherever it has text of its own. */
export function hostile() {
  const plan = complete();
  let at = 0;
  const next = () => HOSTILE[at++ % HOSTILE.length];
  plan.title = HOSTILE.join(" ");
  plan.vision = plan.mission = plan.summary = HOSTILE.join(" ");
  for (const list of ["goals", "focus_areas", "activities", "parties", "agreements", "indicators", "milestones"])
    for (const each of plan[list] ?? []) each[each.title === undefined ? "name" : "title"] = next();
  plan["x-<script>"] = next();
  plan.activities[0].parties = [next()];
  return JSON.stringify(plan, null, 2);
}
