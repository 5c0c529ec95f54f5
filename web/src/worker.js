// The library, in a worker: large plans are checked without blocking the page. Each message is { id, name, argument }, and each answer
// { id, value } or { id, error }.
import { check_all, close, findings_json, put, range_at } from "./checks.js";
import { calculate, money_of } from "./amounts.js";
import { draft, table } from "./plans.js";
import { custom_scheme, lists, schema } from "./words.js";
import { init, Plan } from "helhedsplan";

const canonical = ({ source }) => {
  const plan = Plan.parse(source);
  try {
    return plan.dump();
  } finally {
    plan.free();
  }
};

const CALLS = {
  start: (bytes) => init(bytes),
  put, close, check_all, findings_json, range_at, calculate, money_of, draft, table, canonical, custom_scheme, lists, schema,
};

onmessage = async ({ data: { id, name, argument } }) => {
  try {
    postMessage({ id, value: await CALLS[name](argument) });
  } catch (error) {
    postMessage({ id, error: error.sentence?.(argument?.lang ?? "en") ?? error.message });
  }
};
