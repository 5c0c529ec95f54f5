-- The SQL functions of the extension; installed with the version of the library in its name.
--
-- Each takes a plan as text, json or jsonb. Those that check are IMMUTABLE with one version of the library: see "A new version
-- of the library" in docs/databases.md. Their cost is about that of a thousand operators, so that the planner uses parallel
-- workers for them.

\echo Use "CREATE EXTENSION helhedsplan" to load this file. \quit

-- Findings that are errors and not waived; text that is no plan has at least one.
CREATE FUNCTION helhedsplan_errors(plan text, stage text DEFAULT NULL, today date DEFAULT NULL, scheme text DEFAULT NULL) RETURNS bigint
  AS 'MODULE_PATHNAME', 'helhedsplan_errors_text' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 1000;
CREATE FUNCTION helhedsplan_errors(plan json, stage text DEFAULT NULL, today date DEFAULT NULL, scheme text DEFAULT NULL) RETURNS bigint
  AS 'MODULE_PATHNAME', 'helhedsplan_errors_text' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 1000;
CREATE FUNCTION helhedsplan_errors(plan jsonb, stage text DEFAULT NULL, today date DEFAULT NULL, scheme text DEFAULT NULL) RETURNS bigint
  AS 'MODULE_PATHNAME', 'helhedsplan_errors_jsonb' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 1000;

-- Findings that are warnings and not waived.
CREATE FUNCTION helhedsplan_warnings(plan text, stage text DEFAULT NULL, today date DEFAULT NULL, scheme text DEFAULT NULL) RETURNS bigint
  AS 'MODULE_PATHNAME', 'helhedsplan_warnings_text' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 1000;
CREATE FUNCTION helhedsplan_warnings(plan json, stage text DEFAULT NULL, today date DEFAULT NULL, scheme text DEFAULT NULL) RETURNS bigint
  AS 'MODULE_PATHNAME', 'helhedsplan_warnings_text' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 1000;
CREATE FUNCTION helhedsplan_warnings(plan jsonb, stage text DEFAULT NULL, today date DEFAULT NULL, scheme text DEFAULT NULL) RETURNS bigint
  AS 'MODULE_PATHNAME', 'helhedsplan_warnings_jsonb' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 1000;

-- Whether it has the form of a plan.
CREATE FUNCTION helhedsplan_is_plan(plan text) RETURNS boolean
  AS 'MODULE_PATHNAME', 'helhedsplan_is_plan_text' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;
CREATE FUNCTION helhedsplan_is_plan(plan json) RETURNS boolean
  AS 'MODULE_PATHNAME', 'helhedsplan_is_plan_text' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;
CREATE FUNCTION helhedsplan_is_plan(plan jsonb) RETURNS boolean
  AS 'MODULE_PATHNAME', 'helhedsplan_is_plan_jsonb' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;

-- Local share in basis points, truncated; NULL if open or not computable.
CREATE FUNCTION helhedsplan_share_bp(plan text, scheme text DEFAULT NULL) RETURNS bigint
  AS 'MODULE_PATHNAME', 'helhedsplan_share_bp_text' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 1000;
CREATE FUNCTION helhedsplan_share_bp(plan json, scheme text DEFAULT NULL) RETURNS bigint
  AS 'MODULE_PATHNAME', 'helhedsplan_share_bp_text' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 1000;
CREATE FUNCTION helhedsplan_share_bp(plan jsonb, scheme text DEFAULT NULL) RETURNS bigint
  AS 'MODULE_PATHNAME', 'helhedsplan_share_bp_jsonb' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 1000;

-- Verdict on the local share: passes, fails, open or not_computable; NULL for no plan.
CREATE FUNCTION helhedsplan_verdict(plan text, scheme text DEFAULT NULL) RETURNS text
  AS 'MODULE_PATHNAME', 'helhedsplan_verdict_text' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 1000;
CREATE FUNCTION helhedsplan_verdict(plan json, scheme text DEFAULT NULL) RETURNS text
  AS 'MODULE_PATHNAME', 'helhedsplan_verdict_text' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 1000;
CREATE FUNCTION helhedsplan_verdict(plan jsonb, scheme text DEFAULT NULL) RETURNS text
  AS 'MODULE_PATHNAME', 'helhedsplan_verdict_jsonb' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 1000;

-- All figures of the co-financing; null for those that cannot be calculated.
CREATE FUNCTION helhedsplan_cofinancing(plan text, scheme text DEFAULT NULL) RETURNS jsonb
  AS 'MODULE_PATHNAME', 'helhedsplan_cofinancing_text' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 1000;
CREATE FUNCTION helhedsplan_cofinancing(plan json, scheme text DEFAULT NULL) RETURNS jsonb
  AS 'MODULE_PATHNAME', 'helhedsplan_cofinancing_text' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 1000;
CREATE FUNCTION helhedsplan_cofinancing(plan jsonb, scheme text DEFAULT NULL) RETURNS jsonb
  AS 'MODULE_PATHNAME', 'helhedsplan_cofinancing_jsonb' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 1000;

-- The plan in canonical form; an error for text that is no plan.
CREATE FUNCTION helhedsplan_fmt(plan text) RETURNS text
  AS 'MODULE_PATHNAME', 'helhedsplan_fmt_text' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;
CREATE FUNCTION helhedsplan_fmt(plan json) RETURNS text
  AS 'MODULE_PATHNAME', 'helhedsplan_fmt_text' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;
CREATE FUNCTION helhedsplan_fmt(plan jsonb) RETURNS text
  AS 'MODULE_PATHNAME', 'helhedsplan_fmt_jsonb' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;

-- The report in the format helhedsplan-report/1.
CREATE FUNCTION helhedsplan_report(plan text, stage text DEFAULT NULL, today date DEFAULT NULL, scheme text DEFAULT NULL) RETURNS jsonb
  AS 'MODULE_PATHNAME', 'helhedsplan_report_text' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 1000;
CREATE FUNCTION helhedsplan_report(plan json, stage text DEFAULT NULL, today date DEFAULT NULL, scheme text DEFAULT NULL) RETURNS jsonb
  AS 'MODULE_PATHNAME', 'helhedsplan_report_text' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 1000;
CREATE FUNCTION helhedsplan_report(plan jsonb, stage text DEFAULT NULL, today date DEFAULT NULL, scheme text DEFAULT NULL) RETURNS jsonb
  AS 'MODULE_PATHNAME', 'helhedsplan_report_jsonb' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 1000;

-- A row for each finding; the position is NULL for jsonb, which does not keep the text.
CREATE FUNCTION helhedsplan_findings(plan text, stage text DEFAULT NULL, today date DEFAULT NULL, scheme text DEFAULT NULL) RETURNS TABLE (
  rule text, slug text, severity text, waived boolean, waiver_reason text, pointer text, entity text, line bigint,
  "column" bigint, "offset" bigint, length bigint, message_da text, message_en text, remedy_da text, remedy_en text,
  arguments jsonb)
  AS 'MODULE_PATHNAME', 'helhedsplan_findings_text' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 1000 ROWS 50;
CREATE FUNCTION helhedsplan_findings(plan json, stage text DEFAULT NULL, today date DEFAULT NULL, scheme text DEFAULT NULL) RETURNS TABLE (
  rule text, slug text, severity text, waived boolean, waiver_reason text, pointer text, entity text, line bigint,
  "column" bigint, "offset" bigint, length bigint, message_da text, message_en text, remedy_da text, remedy_en text,
  arguments jsonb)
  AS 'MODULE_PATHNAME', 'helhedsplan_findings_text' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 1000 ROWS 50;
CREATE FUNCTION helhedsplan_findings(plan jsonb, stage text DEFAULT NULL, today date DEFAULT NULL, scheme text DEFAULT NULL) RETURNS TABLE (
  rule text, slug text, severity text, waived boolean, waiver_reason text, pointer text, entity text, line bigint,
  "column" bigint, "offset" bigint, length bigint, message_da text, message_en text, remedy_da text, remedy_en text,
  arguments jsonb)
  AS 'MODULE_PATHNAME', 'helhedsplan_findings_jsonb' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 1000 ROWS 50;

-- A row for each row of a table of the plan, such as 'budget'; an error for text that is no plan.
CREATE FUNCTION helhedsplan_table(plan text, table_name text) RETURNS
  TABLE (number bigint, parent text, id text, value jsonb)
  AS 'MODULE_PATHNAME', 'helhedsplan_table_text' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 50;
CREATE FUNCTION helhedsplan_table(plan json, table_name text) RETURNS
  TABLE (number bigint, parent text, id text, value jsonb)
  AS 'MODULE_PATHNAME', 'helhedsplan_table_text' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 50;
CREATE FUNCTION helhedsplan_table(plan jsonb, table_name text) RETURNS
  TABLE (number bigint, parent text, id text, value jsonb)
  AS 'MODULE_PATHNAME', 'helhedsplan_table_jsonb' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 50;

-- The version of the library.
CREATE FUNCTION helhedsplan_version() RETURNS text
  AS 'MODULE_PATHNAME' LANGUAGE C STABLE STRICT PARALLEL SAFE;
