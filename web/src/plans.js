// In the worker: a new plan from the draft of its scheme, and the tables of a plan.
import { cofinancing, municipality_authority, parse_date, parse_kroner, Plan, schemes } from "helhedsplan";

const USUAL_YEARS = 4;

/** The last day of `years` years from a day: the day before the same day, or before 1 March if there is no 29 February. */
function last_day(start, years) {
  const [year, month, day] = start.split("-").map(Number);
  return new Date(Date.UTC(year + years, month - 1, day) - 86400000).toISOString().slice(0, 10);
}

/** The period, and a milestone a year. */
function set_period(plan, scheme, start) {
  const end = last_day(start, scheme.nominal_years ?? USUAL_YEARS);
  const [first, last] = [start, end].map((date) => Number(date.slice(0, 4)));
  plan.period.update({ start, end, label: `${first}-${last}` });
  const { id, title, due } = plan.milestones[0];
  const year = due.slice(0, 4);
  plan.milestones.clear();
  for (let each = first; each <= last; each++)
    plan.milestones.add({ id: id.replace(year, each), title: title.replace(year, each), due: String(each) });
}

/** Divides the ceiling into the largest grant and the local part that it requires. */
function set_frame(plan, scheme, frame) {
  const { financing } = plan;
  const { min_local_bp: min_share_bp, base } = scheme;
  const { largest_grant_in_frame: grant } = cofinancing({ grant: frame, local: 0n, frame, min_share_bp, base, kroner: "bigint" });
  const both = frame - grant;
  financing.frame = frame;
  financing.grant.applied = grant;
  financing.contributions[0].amount = both - both / 2n;
  financing.contributions[1].amount = both / 2n;
}

/** Names of the parties whose kind it is; the others keep what says what belongs there. */
function set_names(plan, names) {
  for (const [kind, name] of Object.entries(names))
    if (name) plan.parties.find((party) => party.kind === kind).name = name;
}

/** The draft that `helhedsplan init` writes, with what is known: as `init` with the options of these names would write it. */
export function draft({ source, area, municipality, title, start, frame, names }) {
  const plan = Plan.parse(source, { kroner: "bigint" });
  try {
    const scheme = schemes().find(({ id }) => id === plan.scheme);
    if (start) set_period(plan, scheme, parse_date(start));
    if (area) {
      plan.area = area;
      plan.title = [title, plan.period.label].filter(Boolean).join(" ");
      plan.id = plan.suggest_id([area, plan.period.label].filter(Boolean).join(" "));
    }
    if (municipality) plan.municipality_code = municipality;
    set_names(plan, { ...names, municipality: municipality ? municipality_authority(municipality) : "" });
    if (frame) set_frame(plan, scheme, parse_kroner(frame, { kroner: "bigint" }));
    return { id: plan.id, text: plan.dump() };
  } finally {
    plan.free();
  }
}

/** A table of a plan as CSV, with the mark by which spreadsheets recognise UTF-8. */
export function table({ source, name, lang }) {
  const plan = Plan.parse(source);
  try {
    return plan.table(name, "csv", { lang, bom: true });
  } finally {
    plan.free();
  }
}
