/* helhedsplan_errors() and helhedsplan_share_bp() for DuckDB in Node.js, with the shared library over koffi.
 *
 *   import { DuckDBInstance } from "@duckdb/node-api";
 *   import { addHelhedsplan } from "./helhedsplan.mjs";
 *   const connection = await (await DuckDBInstance.create(":memory:")).connect();
 *   addHelhedsplan(connection);
 *
 * Both take a plan as text. NULL gives NULL; so does a share that is open or cannot be calculated. */
import { BIGINT, DuckDBScalarFunction, VARCHAR } from "@duckdb/node-api";
import koffi from "koffi";

const library = koffi.load(process.env.HHP_LIBRARY ?? "libhelhedsplan.so.1");
koffi.opaque("hhp_report");
koffi.opaque("hhp_plan");
const c = {};
for (const prototype of [
  "int hhp_report_new(_Out_ hhp_report **report)",
  "void hhp_report_free(hhp_report *report)",
  "size_t hhp_report_error_count(const hhp_report *report)",
  "int hhp_check(const uint8_t *json, size_t length, const void *options, hhp_report *report)",
  "int hhp_plan_parse(_Out_ hhp_plan **plan, const uint8_t *json, size_t length, hhp_report *report)",
  "void hhp_plan_free(hhp_plan *plan)",
  "int hhp_plan_cofinancing(const hhp_plan *plan, const void *scheme, _Out_ int64_t *result, size_t size)",
  "size_t hhp_figure_count()",
  "const char *hhp_figure_name(size_t index)",
])
  c[prototype.match(/hhp_(\w+)\(/)[1]] = library.func(prototype);

const OK = 0, NOT_FOUND = -10, DOCUMENT = -11, OVERFLOW = -12, ABSENT = -2147483648n, GRANT = 2n;
const figures = Array.from({ length: Number(c.figure_count()) }, (_, i) => c.figure_name(i));
const at = Object.fromEntries(figures.map((name, i) => [name, i]));

/** Passes the statuses of plans; all others, such as out of memory, are errors of the query. */
function must(status, ...expected) {
  if (status !== OK && !expected.includes(status)) throw new Error(`libhelhedsplan: status ${status}`);
  return status === OK;
}

function errors(json) {
  const out = [null];
  must(c.report_new(out));
  try {
    must(c.check(json, json.length, null, out[0]));
    return BigInt(c.report_error_count(out[0]));
  } finally {
    c.report_free(out[0]);
  }
}

function shareBp(json) {
  const out = [null];
  const result = new BigInt64Array(figures.length);
  if (!must(c.plan_parse(out, json, json.length, null), DOCUMENT)) return null;
  try {
    if (!must(c.plan_cofinancing(out[0], null, result, result.byteLength), NOT_FOUND, OVERFLOW)) return null;
  } finally {
    c.plan_free(out[0]);
  }
  const share = result[result[at.base] === GRANT ? at.share_of_grant_bp : at.share_of_total_bp];
  return share === ABSENT ? null : share;
}

function scalar(name, answer) {
  return DuckDBScalarFunction.create({
    name,
    parameterTypes: [VARCHAR],
    returnType: BIGINT,
    mainFunction(info, input, output) {
      const plans = input.getColumnVector(0);
      for (let row = 0; row < input.rowCount; row++) {
        const plan = plans.getItem(row);
        output.setItem(row, plan === null ? null : answer(Buffer.from(plan, "utf8")));
      }
      output.flush();
    },
  });
}

export function addHelhedsplan(connection) {
  connection.registerScalarFunction(scalar("helhedsplan_errors", errors));
  connection.registerScalarFunction(scalar("helhedsplan_share_bp", shareBp));
}
