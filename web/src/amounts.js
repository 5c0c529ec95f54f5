// In the worker: the calculator of co-financing. The library reads the amounts, calculates, and draws. There is no arithmetic here.
import { check, cofinancing, kroner_text, parse_kroner, Plan } from "helhedsplan";

const NAMES = ["grant", "local", "third_party", "frame"];

/** The amounts of texts as people write them: an empty one is null. Errors are sentences, by name. */
function read(texts, lang) {
  const [amounts, errors] = [{}, {}];
  for (const name of NAMES) {
    amounts[name] = null;
    if (texts[name].trim() === "") continue;
    try {
      amounts[name] = parse_kroner(texts[name], { kroner: "bigint" });
      if (amounts[name] < 0n) cofinancing({ [name]: amounts[name] });
    } catch (error) {
      amounts[name] = null;
      errors[name] = error.sentence?.(lang) ?? error.message;
    }
  }
  return { amounts, errors };
}

/** A plan of these amounts alone, so that the report draws them. */
function plan_of({ grant, local, third_party, frame }, { scheme, words }) {
  const contributions = [{ parties: ["lokal"], counts_as_local: "yes", amount: local }];
  if (third_party) contributions.push({ parties: ["andre"], counts_as_local: "no", amount: third_party });
  const given = (fields) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
  const plan = Plan.new({ id: "beregning", title: words.calculation, area: words.calculation, status: "draft", scheme,
                          parties: [{ id: "lokal", name: words.local_party, kind: "municipality" },
                                    { id: "andre", name: words.other_party, kind: "other" }] }, { kroner: "bigint" });
  plan.financing.update(given({ frame }));
  plan.financing.grant.update(given({ applied: grant }));
  for (const each of contributions) plan.financing.contributions.add(given(each));
  return plan;
}

/** What the texts of the form amount to: the values, the errors, the figures as texts, and the page that draws them. */
export function calculate({ texts, scheme, lang, words }) {
  const { amounts, errors } = read(texts, lang);
  const values = Object.fromEntries(NAMES.map((name) => [name, amounts[name] === null ? null :
    { digits: String(amounts[name]), text: kroner_text(amounts[name], lang) }]));
  if (Object.keys(errors).length > 0) return { values, errors, html: null };
  const plan = plan_of(amounts, { scheme, words });
  const report = check(plan.dump(), { keep_plan: true, path: words.calculation });
  try {
    return { values, errors, verdict: plan.cofinancing().verdict, html: report.render("html", { lang }) };
  } finally {
    report.free();
    plan.free();
  }
}

/** The amounts of a plan, as texts; those that are not stated are empty. */
export function money_of({ source, lang }) {
  const plan = Plan.parse(source, { kroner: "bigint" });
  try {
    const found = plan.cofinancing();
    const text = (amount) => (amount === null ? "" : kroner_text(amount, lang));
    return { grant: text(found.grant), local: text(found.local ?? found.stated_local),
             third_party: text(found.third_party ?? found.stated_third_party), frame: text(found.frame) };
  } finally {
    plan.free();
  }
}
