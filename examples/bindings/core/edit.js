/* Loads a plan, edits it, checks it, and saves it, over the generic core and the flat header, with Node.js and koffi.
 * usage: node edit.js PLAN OUT */
"use strict";
const fs = require("node:fs");
const koffi = require("koffi");
const library = koffi.load(process.env.HHP_LIBRARY ?? "libhelhedsplan.so.1");
const header = fs.readFileSync(process.env.HHP_FFI_HEADER ?? "/usr/include/helhedsplan/helhedsplan-ffi.h", "utf8");

/* koffi takes one prototype at a time, and needs to know which parameters are results: here, all pointers to handles. */
const c = {};
for (const line of header.split("\n")) {
  const [, opaque] = line.match(/^typedef struct (\w+) \1;/) ?? [];
  const [, type, alias] = line.match(/^typedef (int32_t) (\w+);/) ?? [];
  const [, name] = line.match(/^[^(){}]*?\b(hhp_\w+)\(.*\);$/) ?? [];
  if (opaque) koffi.opaque(opaque);
  if (alias) koffi.alias(alias, type);
  if (line.startsWith("typedef struct hhp_cofinancing_result {")) koffi.opaque("hhp_cofinancing_result");
  for (const [, constant, value] of line.matchAll(/\b(HHP_\w+) = (-?\d+)(?=,| })/g)) c[constant] = Number(value);
  if (name) c[name] = library.func(line.slice(0, -1).replace(/\b(const )?hhp_\w+ \*\*/g, "_Out_ $&"));
}
if (c.hhp_abi_version() !== c.HHP_ABI_VERSION) throw new Error("the library has another ABI than the header");

function must(status) {
  if (status !== c.HHP_OK) throw new Error(c.hhp_status_message(status, c.HHP_LANG_EN));
}
function made(call, ...before) { // what a call puts in its out-parameter
  const out = [null];
  must(call(out, ...before));
  return out[0];
}
function field(object, name) {
  const found = c.hhp_entity_find_field(c.hhp_object_entity(object), name);
  if (found === null) throw new RangeError(`no field ${name}`);
  return found;
}

const plan = made(c.hhp_plan_load, process.argv[2], null);
const root = koffi.address(plan);

/* A new goal, first in front and then last */
const goals = field(root, "goals");
const count = () => Number(c.hhp_get_count(root, goals));
const fresh = made((out) => c.hhp_insert_object(root, goals, 0, "tryghed-i-hverdagen", out));
must(c.hhp_set_text(fresh, field(fresh, "title"), "Større tryghed i hverdagen"));
must(c.hhp_move(root, goals, 0, count() - 1));
for (let i = 0; i < count(); i++) {
  const goal = c.hhp_get_object_at(root, goals, i);
  console.log(`${c.hhp_get_text(goal, field(goal, "id"))}: ${c.hhp_get_text(goal, field(goal, "title"))}`);
}

/* An amount */
const financing = c.hhp_get_object(root, field(root, "financing"));
const contribution = c.hhp_get_object_at(financing, field(financing, "contributions"), 0);
must(c.hhp_set_kroner(contribution, field(contribution, "amount"), 12000000));

const [options, report] = [made(c.hhp_check_options_new), made(c.hhp_report_new)];
must(c.hhp_check_options_set_today(options, 20220601));
must(c.hhp_plan_validate(plan, options, report));
for (let i = 0; i < Number(c.hhp_report_count(report)); i++) {
  const finding = c.hhp_report_at(report, i);
  console.log(`${c.hhp_finding_rule(finding)} ${c.hhp_finding_pointer(finding)}: ${c.hhp_finding_message(finding, c.HHP_LANG_DA)}`);
}
must(c.hhp_plan_save(plan, process.argv[3]));
c.hhp_report_free(report);
c.hhp_check_options_free(options);
c.hhp_plan_free(plan);
