// In the worker: the calculator of co-financing. The library reads the amounts, calculates, and draws. There is no arithmetic here.
import { check, kroner_text, parse_kroner, Plan } from "helhedsplan";
import { scheme_of } from "./words.js";

const NAMES = ["grant", "local", "third_party", "frame"];

/** Calls action(); what it throws becomes the error of that amount. */
function attempt(errors, name, lang, action) {
  try {
    return action();
  } catch (error) {
    errors[name] = error.sentence?.(lang) ?? error.message;
    return null;
  }
}

/** The amounts of texts as people write them: an empty one is null. */
function read(texts, errors, lang) {
  const amount = (name) => (texts[name].trim() === "" ? null : attempt(errors, name, lang, () => parse_kroner(texts[name], { kroner: "bigint" })));
  return Object.fromEntries(NAMES.map((name) => [name, amount(name)]));
}

/** A plan of these amounts alone, so that the report draws them. One that a plan cannot have is an error. */
function plan_of({ grant, local, third_party, frame }, errors, { scheme, lang, words }) {
  const plan = Plan.new({ id: "beregning", title: words.calculation, area: words.calculation, status: "draft", scheme,
                          parties: [{ id: "lokal", name: words.local_party, kind: "municipality" },
                                    { id: "andre", name: words.other_party, kind: "other" }] }, { kroner: "bigint" });
  const { financing } = plan;
  const contribute = (fields, amount) => financing.contributions.add(amount === null ? fields : { ...fields, amount });
  if (frame !== null) attempt(errors, "frame", lang, () => { financing.frame = frame; });
  if (grant !== null) attempt(errors, "grant", lang, () => { financing.grant.applied = grant; });
  attempt(errors, "local", lang, () => contribute({ parties: ["lokal"], counts_as_local: "yes" }, local));
  if (third_party !== null) attempt(errors, "third_party", lang, () => contribute({ parties: ["andre"], counts_as_local: "no" }, third_party));
  return plan;
}

/** What the texts of the form amount to: the values, the errors, and the page that draws them. */
export function calculate({ texts, scheme, lang, words }) {
  const errors = {};
  const amounts = read(texts, errors, lang);
  const plan = plan_of(amounts, errors, { scheme, lang, words });
  try {
    const value = (name) => (amounts[name] === null || errors[name] ? null : { digits: String(amounts[name]), text: kroner_text(amounts[name], lang) });
    const values = Object.fromEntries(NAMES.map((name) => [name, value(name)]));
    if (Object.keys(errors).length > 0) return { values, errors, html: null };
    const report = check(plan.dump(), { keep_plan: true, path: words.calculation, scheme: scheme_of(scheme) });
    try {
      return { values, errors, html: report.render("html", { lang }) };
    } finally {
      report.free();
    }
  } finally {
    plan.free();
  }
}

/** The amounts of a plan, as texts, and its scheme. What is not stated is empty; local money is left out while amounts of others are
 * missing, since a sum of those that are stated would get a verdict that the plan does not have. */
export function money_of({ source, lang }) {
  const plan = Plan.parse(source, { kroner: "bigint" });
  try {
    const found = plan.cofinancing();
    const text = (amount) => (amount === null ? "" : kroner_text(amount, lang));
    const is_partial = found.verdict === "open" && found.grant !== null;
    return { scheme: plan.scheme, texts: { grant: text(found.grant), local: is_partial ? "" : text(found.local),
                                           third_party: is_partial ? "" : text(found.third_party), frame: text(found.frame) } };
  } finally {
    plan.free();
  }
}
