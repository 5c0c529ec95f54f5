// In the worker: a new plan from the draft of its scheme, and the tables of a plan.
import { Plan } from "helhedsplan";

/** The draft that `helhedsplan init` writes, with the area and the municipality. */
export function draft({ source, area, municipality, title }) {
  const plan = Plan.parse(source);
  try {
    if (area) {
      plan.area = area;
      plan.title = [title, plan.period.label].filter(Boolean).join(" ");
      plan.id = plan.suggest_id([area, plan.period.label].filter(Boolean).join(" "));
    }
    if (municipality) plan.municipality_code = municipality;
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
