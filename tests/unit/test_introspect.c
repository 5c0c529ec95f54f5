/* Introspection: the file format, compared with the specification by hand; invalid arguments; and the number of every
 * constant, which never changes. tests/abi/check_introspection.py tests that each function it names exists and works
 * as its type specifies. */
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "model/model.h"
#include "unit/support.h"

#include <helhedsplan/introspect.h>

static const hhp_field *field_of(const char *entity, const char *name) {
  const hhp_field *field = hhp_entity_find_field(hhp_entity_find(entity), name);
  if (field == NULL)
    fail_msg("%s has no %s", entity, name);
  return field;
}

/* --- Entities --- */

static void a_plan_is_the_first_entity(void **state) {
  (void)state;
  const hhp_entity *plan = hhp_entity_at(0);
  assert_string_equal(hhp_entity_name(plan), "plan");
  assert_string_equal(hhp_entity_format(plan), "helhedsplan/1");
  assert_string_equal(hhp_entity_doc(plan, HHP_LANG_DA), "En boligsocial helhedsplan");
  assert_string_equal(hhp_entity_doc(plan, 0), "A social development plan (boligsocial helhedsplan)");
  assert_string_equal(hhp_entity_since(plan), "0.1");
  assert_true(hhp_entity_has_id(plan));
  assert_true(hhp_entity_is_editable(plan));
}

static void a_scheme_is_read_only(void **state) {
  (void)state;
  assert_string_equal(hhp_entity_format(hhp_entity_find("scheme")), "helhedsplan-scheme/1");
  assert_false(hhp_entity_is_editable(hhp_entity_find("scheme")));
  assert_false(hhp_entity_is_editable(hhp_entity_find("scheme_area")));
  assert_null(hhp_field_function(field_of("scheme", "title_da"), HHP_FUNCTION_SET));
  assert_string_equal(hhp_field_function(field_of("scheme", "title_da"), HHP_FUNCTION_GET), "hhp_scheme_title_da");
  assert_string_equal(hhp_field_function(field_of("scheme", "focus_areas"), HHP_FUNCTION_AT),
                      "hhp_scheme_focus_area_at");
  assert_null(hhp_field_function(field_of("scheme", "focus_areas"), HHP_FUNCTION_ADD));
}

static void entities_without_id_and_format(void **state) {
  (void)state;
  assert_false(hhp_entity_has_id(hhp_entity_find("period")));
  assert_false(hhp_entity_has_id(hhp_entity_find("contribution"))); /* it may have one */
  assert_null(hhp_entity_format(hhp_entity_find("period")));
  assert_null(hhp_entity_find("indsats"));
  assert_null(hhp_entity_find_field(hhp_entity_find("period"), "ende"));
}

static void every_entity_and_field_is_found_by_its_name(void **state) {
  (void)state;
  assert_int_equal(hhp_entity_count(), HHP__ENTITY_COUNT);
  for (size_t i = 0; i < hhp_entity_count(); i++) {
    const hhp_entity *entity = hhp_entity_at(i);
    assert_ptr_equal(hhp_entity_find(hhp_entity_name(entity)), entity);
    for (size_t k = 0; k < hhp_entity_field_count(entity); k++) {
      const hhp_field *field = hhp_entity_field_at(entity, k);
      assert_ptr_equal(hhp_entity_find_field(entity, hhp_field_name(field)), field);
      assert_ptr_equal(hhp_field_entity(field), entity);
    }
  }
}

/* The released versions and the coming one are the nodes of the version map. */
static int is_version(const char *map, const char *since) {
  return strstr(map, text_of("HHP_%s {", since)) != NULL;
}

static void everything_is_described_in_both_languages(void **state) {
  (void)state;
  const char *map = source_text("lib/helhedsplan.map", NULL);
  assert_false(is_version(map, "0.0"));
  for (size_t i = 0; i < hhp_entity_count(); i++) {
    const hhp_entity *entity = hhp_entity_at(i);
    assert_true(strlen(hhp_entity_doc(entity, HHP_LANG_DA)) > 3 && strlen(hhp_entity_doc(entity, HHP_LANG_EN)) > 3);
    for (size_t k = 0; k < hhp_entity_field_count(entity); k++) {
      const hhp_field *field = hhp_entity_field_at(entity, k);
      assert_true(strlen(hhp_field_doc(field, HHP_LANG_DA)) >= 3 && strlen(hhp_field_doc(field, HHP_LANG_EN)) >= 3);
      if (!is_version(map, hhp_field_since(field)))
        fail_msg("lib/helhedsplan.map has no version %s, since which there is %s.%s", hhp_field_since(field),
                 hhp_entity_name(entity), hhp_field_name(field));
    }
  }
}

/* --- Fields --- */

static void a_required_text(void **state) {
  (void)state;
  const hhp_field *title = field_of("activity", "title");
  assert_int_equal(hhp_field_type(title), HHP_FIELD_TEXT);
  assert_true(hhp_field_is_required(title));
  assert_false(hhp_field_is_list(title));
  assert_string_equal(hhp_field_function(title, HHP_FUNCTION_GET), "hhp_activity_title");
  assert_string_equal(hhp_field_function(title, HHP_FUNCTION_SET), "hhp_activity_set_title");
  for (int32_t function = HHP_FUNCTION_HAS; function <= HHP_FUNCTION_FIND; function++)
    assert_null(hhp_field_function(title, function));
  assert_null(hhp_field_target(title));
  assert_null(hhp_field_enum(title));
  assert_null(hhp_field_pattern(title));
  assert_int_equal(hhp_field_minimum(title), HHP_ABSENT);
}

static void a_list_of_references(void **state) {
  (void)state;
  const hhp_field *goals = field_of("activity", "goals");
  assert_int_equal(hhp_field_type(goals), HHP_FIELD_REFERENCE);
  assert_true(hhp_field_is_list(goals));
  assert_string_equal(hhp_field_singular(goals), "goal");
  assert_ptr_equal(hhp_field_target(goals), hhp_entity_find("goal"));
  assert_string_equal(hhp_field_function(goals, HHP_FUNCTION_COUNT), "hhp_activity_goal_count");
  assert_string_equal(hhp_field_function(goals, HHP_FUNCTION_AT), "hhp_activity_goal_at");
  assert_string_equal(hhp_field_function(goals, HHP_FUNCTION_ADD), "hhp_activity_add_goal");
  assert_string_equal(hhp_field_function(goals, HHP_FUNCTION_REMOVE), "hhp_activity_remove_goal");
  assert_null(hhp_field_function(goals, HHP_FUNCTION_FIND));
  assert_null(hhp_field_function(goals, HHP_FUNCTION_GET));
}

static void lists_of_objects_with_ids_and_without(void **state) {
  (void)state;
  const hhp_field *activities = field_of("plan", "activities");
  assert_int_equal(hhp_field_type(activities), HHP_FIELD_OBJECT);
  assert_string_equal(hhp_field_function(activities, HHP_FUNCTION_FIND), "hhp_plan_find_activity");
  assert_ptr_equal(hhp_field_target(activities), hhp_entity_find("activity"));
  const hhp_field *lines = field_of("financing", "budget");
  assert_true(hhp_field_is_list(lines));
  assert_string_equal(hhp_field_function(lines, HHP_FUNCTION_ADD), "hhp_financing_add_budget_line");
  assert_null(hhp_field_function(lines, HHP_FUNCTION_FIND));
  assert_string_equal(hhp_entity_name(hhp_field_target(field_of("plan", "reports"))), "annual_report");
}

static void an_object_that_is_there_once(void **state) {
  (void)state;
  const hhp_field *financing = field_of("plan", "financing");
  assert_int_equal(hhp_field_type(financing), HHP_FIELD_OBJECT);
  assert_false(hhp_field_is_list(financing));
  assert_string_equal(hhp_field_function(financing, HHP_FUNCTION_GET), "hhp_plan_financing");
  assert_null(hhp_field_function(financing, HHP_FUNCTION_SET));
}

static void limits_patterns_and_defaults(void **state) {
  (void)state;
  const hhp_field *frame = field_of("financing", "frame");
  assert_int_equal(hhp_field_type(frame), HHP_FIELD_KRONER);
  assert_int_equal(hhp_field_minimum(frame), 0);
  assert_true(hhp_field_maximum(frame) == INT64_C(1000000000000));
  assert_int_equal(hhp_field_default_number(frame), HHP_ABSENT);
  assert_int_equal(hhp_field_minimum(field_of("annual_report", "year")), 1900);
  assert_int_equal(hhp_field_maximum(field_of("annual_report", "year")), 2199);
  assert_int_equal(hhp_field_type(field_of("goal", "pursued")), HHP_FIELD_TRUTH);
  assert_int_equal(hhp_field_default_number(field_of("goal", "pursued")), 1);
  assert_string_equal(hhp_field_function(field_of("goal", "pursued"), HHP_FUNCTION_HAS), "hhp_goal_has_pursued");
  assert_string_equal(hhp_field_default_text(field_of("plan", "language")), "da");
  assert_int_equal(hhp_field_default_number(field_of("plan", "kind")), HHP_PLAN_KIND_BOLIGSOCIAL);
  assert_ptr_equal(hhp_field_enum(field_of("plan", "kind")), hhp_enum_find("plan_kind"));
  assert_int_equal(hhp_field_default_number(field_of("period", "start")), HHP_ABSENT);
  assert_string_equal(hhp_field_pattern(field_of("party", "cvr")), "^[0-9]{8}$(?!\\n)");
  assert_string_equal(hhp_field_pattern(field_of("activity", "goals")), hhp_field_pattern(field_of("goal", "id")));
}

static void one_name_in_the_file_is_no_c_name(void **state) {
  (void)state;
  const hhp_field *schema = field_of("plan", "$schema");
  assert_string_equal(hhp_field_c_name(schema), "schema");
  assert_string_equal(hhp_field_function(schema, HHP_FUNCTION_SET), "hhp_plan_set_schema");
}

/* --- Misuse --- */

static void null_and_past_the_end_answer_nothing(void **state) {
  (void)state;
  assert_null(hhp_entity_at(hhp_entity_count()));
  assert_null(hhp_entity_at(SIZE_MAX));
  assert_null(hhp_entity_find(NULL));
  assert_null(hhp_entity_name(NULL));
  assert_null(hhp_entity_doc(NULL, HHP_LANG_DA));
  assert_null(hhp_entity_format(NULL));
  assert_null(hhp_entity_since(NULL));
  assert_false(hhp_entity_has_id(NULL));
  assert_false(hhp_entity_is_editable(NULL));
  assert_int_equal(hhp_entity_field_count(NULL), 0);
  assert_null(hhp_entity_field_at(NULL, 0));
  assert_null(hhp_entity_field_at(hhp_entity_at(0), SIZE_MAX));
  assert_null(hhp_entity_find_field(NULL, "id"));
  assert_null(hhp_entity_find_field(hhp_entity_at(0), NULL));
  assert_null(hhp_field_entity(NULL));
  assert_null(hhp_field_name(NULL));
  assert_null(hhp_field_c_name(NULL));
  assert_null(hhp_field_singular(NULL));
  assert_null(hhp_field_doc(NULL, HHP_LANG_EN));
  assert_null(hhp_field_target(NULL));
  assert_null(hhp_field_enum(NULL));
  assert_null(hhp_field_pattern(NULL));
  assert_null(hhp_field_default_text(NULL));
  assert_null(hhp_field_since(NULL));
  assert_int_equal(hhp_field_type(NULL) + hhp_field_is_list(NULL) + hhp_field_is_required(NULL), 0);
  assert_int_equal(hhp_field_minimum(NULL) + hhp_field_maximum(NULL) + hhp_field_default_number(NULL), 0);
  assert_null(hhp_field_function(NULL, HHP_FUNCTION_GET));
  static const int32_t none[] = {0, -1, HHP_FUNCTION_FIND + 1, INT32_MIN, INT32_MAX};
  for (size_t i = 0; i < COUNT_OF(none); i++)
    assert_null(hhp_field_function(field_of("plan", "title"), none[i]));
}

static void words_of_null_and_past_the_end(void **state) {
  (void)state;
  const hhp_enum *kinds = hhp_enum_find("plan_kind");
  assert_null(hhp_enum_at(hhp_enum_count()));
  assert_null(hhp_enum_find(NULL));
  assert_null(hhp_enum_find("kind"));
  assert_null(hhp_enum_name(NULL));
  assert_int_equal(hhp_enum_word_count(NULL), 0);
  assert_null(hhp_enum_word_at(kinds, 2));
  assert_null(hhp_enum_word_at(NULL, 0));
  assert_null(hhp_enum_constant_at(kinds, SIZE_MAX));
  assert_null(hhp_enum_title_at(kinds, 2, HHP_LANG_DA));
  assert_int_equal(hhp_enum_number_at(kinds, 2), HHP_ABSENT);
  assert_int_equal(hhp_enum_number_at(NULL, 0), HHP_ABSENT);
  assert_null(hhp_enum_word(kinds, 3));
  assert_null(hhp_enum_word(NULL, 1));
  assert_int_equal(hhp_enum_number(kinds, "social"), HHP_ABSENT);
  assert_int_equal(hhp_enum_number(kinds, NULL), HHP_ABSENT);
  assert_int_equal(hhp_enum_number(NULL, "fysisk"), HHP_ABSENT);
}

/* --- Words and their constants, which never change --- */

static const struct {
  const char *words;
  const char *word;
  int32_t constant;
  int32_t number;
} constants[] = {
    {"plan_kind", "boligsocial", HHP_PLAN_KIND_BOLIGSOCIAL, 1},
    {"plan_kind", "fysisk", HHP_PLAN_KIND_FYSISK, 2},
    {"plan_status", "draft", HHP_PLAN_STATUS_DRAFT, 1},
    {"plan_status", "prequalified", HHP_PLAN_STATUS_PREQUALIFIED, 2},
    {"plan_status", "submitted", HHP_PLAN_STATUS_SUBMITTED, 3},
    {"plan_status", "approved", HHP_PLAN_STATUS_APPROVED, 4},
    {"plan_status", "running", HHP_PLAN_STATUS_RUNNING, 5},
    {"plan_status", "closed", HHP_PLAN_STATUS_CLOSED, 6},
    {"plan_status", "cancelled", HHP_PLAN_STATUS_CANCELLED, 7},
    {"party_kind", "municipality", HHP_PARTY_KIND_MUNICIPALITY, 1},
    {"party_kind", "housing_organisation", HHP_PARTY_KIND_HOUSING_ORGANISATION, 2},
    {"party_kind", "housing_division", HHP_PARTY_KIND_HOUSING_DIVISION, 3},
    {"party_kind", "fund", HHP_PARTY_KIND_FUND, 4},
    {"party_kind", "police", HHP_PARTY_KIND_POLICE, 5},
    {"party_kind", "state", HHP_PARTY_KIND_STATE, 6},
    {"party_kind", "school", HHP_PARTY_KIND_SCHOOL, 7},
    {"party_kind", "foundation", HHP_PARTY_KIND_FOUNDATION, 8},
    {"party_kind", "association", HHP_PARTY_KIND_ASSOCIATION, 9},
    {"party_kind", "business", HHP_PARTY_KIND_BUSINESS, 10},
    {"party_kind", "secretariat", HHP_PARTY_KIND_SECRETARIAT, 11},
    {"party_kind", "other", HHP_PARTY_KIND_OTHER, 12},
    {"agreement_kind", "strategic", HHP_AGREEMENT_KIND_STRATEGIC, 1},
    {"agreement_kind", "sub", HHP_AGREEMENT_KIND_SUB, 2},
    {"agreement_kind", "cooperation", HHP_AGREEMENT_KIND_COOPERATION, 3},
    {"board_role", "chair", HHP_BOARD_ROLE_CHAIR, 1},
    {"board_role", "member", HHP_BOARD_ROLE_MEMBER, 2},
    {"board_level", "top_management", HHP_BOARD_LEVEL_TOP_MANAGEMENT, 1},
    {"board_level", "other", HHP_BOARD_LEVEL_OTHER, 2},
    {"board_level", "resident", HHP_BOARD_LEVEL_RESIDENT, 3},
    {"currency", "DKK", HHP_CURRENCY_DKK, 1},
    {"continuation_how", "extension", HHP_CONTINUATION_HOW_EXTENSION, 1},
    {"continuation_how", "successor", HHP_CONTINUATION_HOW_SUCCESSOR, 2},
    {"continuation_how", "merger", HHP_CONTINUATION_HOW_MERGER, 3},
    {"required_from", "total", HHP_REQUIRED_FROM_TOTAL, 1},
    {"required_from", "grant", HHP_REQUIRED_FROM_GRANT, 2},
    {"required_from", "frame", HHP_REQUIRED_FROM_FRAME, 3},
    {"verdict", "open", HHP_VERDICT_OPEN, 3},
    {"contribution_kind", "cash", HHP_CONTRIBUTION_KIND_CASH, 1},
    {"contribution_kind", "in_kind_hours", HHP_CONTRIBUTION_KIND_IN_KIND_HOURS, 2},
    {"contribution_kind", "in_kind_premises", HHP_CONTRIBUTION_KIND_IN_KIND_PREMISES, 3},
    {"contribution_kind", "in_kind_other", HHP_CONTRIBUTION_KIND_IN_KIND_OTHER, 4},
    {"qualifier", "exact", HHP_QUALIFIER_EXACT, 1},
    {"qualifier", "minimum", HHP_QUALIFIER_MINIMUM, 2},
    {"qualifier", "maximum", HHP_QUALIFIER_MAXIMUM, 3},
    {"qualifier", "approximate", HHP_QUALIFIER_APPROXIMATE, 4},
    {"counts_as_local", "yes", HHP_COUNTS_AS_LOCAL_YES, 1},
    {"counts_as_local", "no", HHP_COUNTS_AS_LOCAL_NO, 2},
    {"counts_as_local", "unclear", HHP_COUNTS_AS_LOCAL_UNCLEAR, 3},
    {"budget_category", "staff", HHP_BUDGET_CATEGORY_STAFF, 1},
    {"budget_category", "secretariat", HHP_BUDGET_CATEGORY_SECRETARIAT, 2},
    {"budget_category", "activity", HHP_BUDGET_CATEGORY_ACTIVITY, 3},
    {"budget_category", "evaluation", HHP_BUDGET_CATEGORY_EVALUATION, 4},
    {"budget_category", "communication", HHP_BUDGET_CATEGORY_COMMUNICATION, 5},
    {"budget_category", "other", HHP_BUDGET_CATEGORY_OTHER, 6},
    {"measure", "unit", HHP_MEASURE_UNIT, 1},
    {"measure", "percent", HHP_MEASURE_PERCENT, 2},
    {"measure", "qualitative", HHP_MEASURE_QUALITATIVE, 3},
    {"approval_kind", "residents", HHP_APPROVAL_KIND_RESIDENTS, 1},
    {"approval_kind", "council", HHP_APPROVAL_KIND_COUNCIL, 2},
    {"approval_kind", "board", HHP_APPROVAL_KIND_BOARD, 3},
    {"approval_kind", "fund", HHP_APPROVAL_KIND_FUND, 4},
    {"outcome", "approved", HHP_OUTCOME_APPROVED, 1},
    {"outcome", "rejected", HHP_OUTCOME_REJECTED, 2},
    {"share_base", "total", HHP_SHARE_BASE_TOTAL, 1},
    {"share_base", "grant", HHP_SHARE_BASE_GRANT, 2},
    {"severity", "off", HHP_SEVERITY_OFF, 0},
    {"severity", "info", HHP_SEVERITY_INFO, 1},
    {"severity", "warning", HHP_SEVERITY_WARNING, 2},
    {"severity", "error", HHP_SEVERITY_ERROR, 3},
    {"stage", "by_status", HHP_STAGE_BY_STATUS, 0},
    {"stage", "draft", HHP_STAGE_DRAFT, 1},
    {"stage", "prequal", HHP_STAGE_PREQUAL, 2},
    {"stage", "full", HHP_STAGE_FULL, 3},
    {"lang", "da", HHP_LANG_DA, 1},
    {"lang", "en", HHP_LANG_EN, 2},
    {"format", "text", HHP_FORMAT_TEXT, 1},
    {"format", "json", HHP_FORMAT_JSON, 2},
    {"format", "markdown", HHP_FORMAT_MARKDOWN, 3},
    {"format", "sarif", HHP_FORMAT_SARIF, 4},
    {"format", "junit", HHP_FORMAT_JUNIT, 5},
    {"format", "junit-strict", HHP_FORMAT_JUNIT_STRICT, 6},
    {"format", "github", HHP_FORMAT_GITHUB, 7},
    {"format", "gitlab", HHP_FORMAT_GITLAB, 8},
    {"format", "csv", HHP_FORMAT_CSV, 9},
    {"format", "tsv", HHP_FORMAT_TSV, 10},
    {"format", "html", HHP_FORMAT_HTML, 11},
    {"verdict", "fails", HHP_VERDICT_FAILS, 0},
    {"verdict", "passes", HHP_VERDICT_PASSES, 1},
    {"verdict", "not_computable", HHP_VERDICT_NOT_COMPUTABLE, 2},
    {"argument", "kroner", HHP_ARGUMENT_KRONER, 1},
    {"argument", "share", HHP_ARGUMENT_SHARE, 2},
    {"argument", "number", HHP_ARGUMENT_NUMBER, 3},
    {"argument", "date", HHP_ARGUMENT_DATE, 4},
    {"argument", "text", HHP_ARGUMENT_TEXT, 5},
    {"change", "added", HHP_CHANGE_ADDED, 1},
    {"change", "removed", HHP_CHANGE_REMOVED, 2},
    {"change", "changed", HHP_CHANGE_CHANGED, 3},
    {"change", "moved", HHP_CHANGE_MOVED, 4},
    {"change", "reordered", HHP_CHANGE_REORDERED, 5},
    {"side", "before", HHP_SIDE_BEFORE, 1},
    {"side", "after", HHP_SIDE_AFTER, 2},
    {"rollup_by", "party", HHP_ROLLUP_BY_PARTY, 1},
    {"rollup_by", "year", HHP_ROLLUP_BY_YEAR, 2},
    {"rollup_by", "category", HHP_ROLLUP_BY_CATEGORY, 3},
    {"rollup_by", "activity", HHP_ROLLUP_BY_ACTIVITY, 4},
    {"rollup_by", "goal", HHP_ROLLUP_BY_GOAL, 5},
    {"rollup_by", "focus_area", HHP_ROLLUP_BY_FOCUS_AREA, 6},
    {"rollup_row", "one", HHP_ROLLUP_ROW_ONE, 1},
    {"rollup_row", "joint", HHP_ROLLUP_ROW_JOINT, 2},
    {"rollup_row", "unknown", HHP_ROLLUP_ROW_UNKNOWN, 3},
    {"rollup_row", "none", HHP_ROLLUP_ROW_NONE, 4},
    {"rollup_row", "total", HHP_ROLLUP_ROW_TOTAL, 5},
    {"example", "failing", HHP_EXAMPLE_FAILING, 1},
    {"example", "passing", HHP_EXAMPLE_PASSING, 2},
    {"json_schema", "2020-12", HHP_JSON_SCHEMA_2020_12, 1},
    {"json_schema", "draft-07", HHP_JSON_SCHEMA_DRAFT_07, 2},
    {"schema", "plan", HHP_SCHEMA_PLAN, 1},
    {"schema", "scheme", HHP_SCHEMA_SCHEME, 2},
    {"schema", "report", HHP_SCHEMA_REPORT, 3},
    {"field", "text", HHP_FIELD_TEXT, 1},
    {"field", "id", HHP_FIELD_ID, 2},
    {"field", "reference", HHP_FIELD_REFERENCE, 3},
    {"field", "code", HHP_FIELD_CODE, 4},
    {"field", "cvr", HHP_FIELD_CVR, 5},
    {"field", "municipality_code", HHP_FIELD_MUNICIPALITY_CODE, 6},
    {"field", "decimal", HHP_FIELD_DECIMAL, 7},
    {"field", "format", HHP_FIELD_FORMAT, 8},
    {"field", "word", HHP_FIELD_WORD, 9},
    {"field", "truth", HHP_FIELD_TRUTH, 10},
    {"field", "number", HHP_FIELD_NUMBER, 11},
    {"field", "date", HHP_FIELD_DATE, 12},
    {"field", "kroner", HHP_FIELD_KRONER, 13},
    {"field", "object", HHP_FIELD_OBJECT, 14},
    {"function", "get", HHP_FUNCTION_GET, 1},
    {"function", "set", HHP_FUNCTION_SET, 2},
    {"function", "has", HHP_FUNCTION_HAS, 3},
    {"function", "count", HHP_FUNCTION_COUNT, 4},
    {"function", "at", HHP_FUNCTION_AT, 5},
    {"function", "add", HHP_FUNCTION_ADD, 6},
    {"function", "remove", HHP_FUNCTION_REMOVE, 7},
    {"function", "find", HHP_FUNCTION_FIND, 8},
    {"status", "ok", HHP_OK, 0},
    {"status", "nomem", HHP_ERR_NOMEM, -1},
    {"status", "argument", HHP_ERR_ARGUMENT, -2},
    {"status", "utf8", HHP_ERR_UTF8, -3},
    {"status", "id", HHP_ERR_ID, -4},
    {"status", "duplicate_id", HHP_ERR_DUPLICATE_ID, -5},
    {"status", "enum", HHP_ERR_ENUM, -6},
    {"status", "date", HHP_ERR_DATE, -7},
    {"status", "range", HHP_ERR_RANGE, -8},
    {"status", "format", HHP_ERR_FORMAT, -9},
    {"status", "not_found", HHP_ERR_NOT_FOUND, -10},
    {"status", "document", HHP_ERR_DOCUMENT, -11},
    {"status", "overflow", HHP_ERR_OVERFLOW, -12},
    {"status", "no_file", HHP_ERR_NO_FILE, -13},
    {"status", "is_folder", HHP_ERR_IS_FOLDER, -14},
    {"status", "permission", HHP_ERR_PERMISSION, -15},
    {"status", "too_large", HHP_ERR_TOO_LARGE, -16},
    {"status", "io", HHP_ERR_IO, -17},
    {"status", "ambiguous", HHP_ERR_AMBIGUOUS, -18},
};

static void constants_keep_their_numbers_and_words(void **state) {
  (void)state;
  for (size_t i = 0; i < COUNT_OF(constants); i++) {
    const hhp_enum *words = hhp_enum_find(constants[i].words);
    assert_non_null(words);
    assert_int_equal(constants[i].constant, constants[i].number);
    assert_int_equal(hhp_enum_number(words, constants[i].word), constants[i].number);
    assert_string_equal(hhp_enum_word(words, constants[i].number), constants[i].word);
  }
}

static void every_word_has_a_constant_and_a_name_in_both_languages(void **state) {
  (void)state;
  size_t count = 0;
  for (size_t i = 0; i < hhp_enum_count(); i++) {
    const hhp_enum *words = hhp_enum_at(i);
    assert_ptr_equal(hhp_enum_find(hhp_enum_name(words)), words);
    count += hhp_enum_word_count(words);
    for (size_t k = 0; k < hhp_enum_word_count(words); k++) {
      assert_int_equal(strncmp(hhp_enum_constant_at(words, k), "HHP_", 4), 0);
      assert_true(strlen(hhp_enum_title_at(words, k, HHP_LANG_DA)) > 0);
      assert_true(strlen(hhp_enum_title_at(words, k, HHP_LANG_EN)) > 0);
    }
  }
  assert_int_equal(count, COUNT_OF(constants));
}

static void words_equal_those_of_other_functions(void **state) {
  (void)state;
  const hhp_enum *statuses = hhp_enum_find("status");
  for (size_t i = 0; i < hhp_enum_word_count(statuses); i++) {
    int32_t status = hhp_enum_number_at(statuses, i);
    assert_string_equal(hhp_enum_constant_at(statuses, i), hhp_status_name(status));
    assert_string_equal(hhp_enum_title_at(statuses, i, HHP_LANG_DA), hhp_status_message(status, HHP_LANG_DA));
  }
  assert_string_equal(hhp_severity_name(HHP_SEVERITY_WARNING), "warning");
  assert_null(hhp_severity_name(4));
  assert_null(hhp_severity_name(-1));
  assert_string_equal(hhp_stage_name(HHP_STAGE_PREQUAL), "prequal");
  assert_null(hhp_stage_name(HHP_STAGE_BY_STATUS));
  assert_null(hhp_stage_name(4));
  assert_string_equal(hhp_change_kind_name(HHP_CHANGE_MOVED), "moved");
  assert_null(hhp_change_kind_name(0));
}

static void schemas_for_editors_are_in_a_language(void **state) {
  (void)state;
  char *json = NULL;
  size_t length = 0;
  assert_int_equal(hhp_editor_schema(HHP_SCHEMA_PLAN, HHP_JSON_SCHEMA_DRAFT_07, HHP_LANG_DA, &json, &length), HHP_OK);
  assert_int_equal(strlen(json), length);
  assert_non_null(strstr(json, "\"$id\": \"urn:helhedsplan:1:draft-07:editor:da\""));
  assert_non_null(strstr(json, "\"label\": \"461 · Odense\""));
  hhp_free(json);
  const struct {
    int32_t format, draft, lang;
  } wrong[] = {{HHP_SCHEMA_PLAN, HHP_JSON_SCHEMA_DRAFT_07, 0},
               {HHP_SCHEMA_PLAN, HHP_JSON_SCHEMA_DRAFT_07, 3},
               {HHP_SCHEMA_PLAN, 3, HHP_LANG_DA},
               {0, HHP_JSON_SCHEMA_2020_12, HHP_LANG_DA},
               {HHP_SCHEMA_REPORT, HHP_JSON_SCHEMA_2020_12, HHP_LANG_DA}};
  for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++)
    assert_int_equal(hhp_editor_schema(wrong[i].format, wrong[i].draft, wrong[i].lang, &json, NULL), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_editor_schema(HHP_SCHEMA_PLAN, HHP_JSON_SCHEMA_2020_12, HHP_LANG_DA, NULL, NULL),
                   HHP_ERR_ARGUMENT);
}

static void lists_of_the_library_end_at_their_count(void **state) {
  (void)state;
  const size_t figures = hhp_figure_count(), rules = hhp_rule_count(), tables = hhp_table_count();
  assert_non_null(hhp_figure_name(figures - 1));
  assert_null(hhp_figure_name(figures));
  assert_non_null(hhp_figure_doc(figures - 1, HHP_LANG_DA));
  assert_null(hhp_figure_doc(figures, HHP_LANG_DA));
  assert_int_not_equal(hhp_figure_kind(figures - 1), 0);
  assert_int_equal(hhp_figure_kind(figures), 0);
  assert_null(hhp_figure_enum(figures));
  assert_int_equal(hhp_figure_may_be_absent(figures), 0);
  assert_non_null(hhp_rule_at(rules - 1));
  assert_null(hhp_rule_at(rules));
  assert_non_null(hhp_scheme_at(hhp_scheme_count() - 1));
  assert_null(hhp_scheme_at(hhp_scheme_count()));
  assert_non_null(hhp_municipality_code_at(hhp_municipality_count() - 1));
  assert_null(hhp_municipality_code_at(hhp_municipality_count()));
  assert_non_null(hhp_table_at(tables - 1));
  assert_null(hhp_table_at(tables));
  for (size_t i = 0; i < tables; i++)
    assert_null(hhp_table_column_at(hhp_table_at(i), hhp_table_column_count(hhp_table_at(i))));
  for (size_t i = 0; i < hhp_entity_count(); i++)
    assert_null(hhp_entity_field_at(hhp_entity_at(i), hhp_entity_field_count(hhp_entity_at(i))));
  for (size_t i = 0; i < hhp_scheme_count(); i++)
    assert_null(hhp_scheme_focus_area_at(hhp_scheme_at(i), hhp_scheme_focus_area_count(hhp_scheme_at(i))));
  for (size_t i = 0; i < hhp_enum_count(); i++) {
    const hhp_enum *words = hhp_enum_at(i);
    size_t count = hhp_enum_word_count(words);
    assert_null(hhp_enum_word_at(words, count));
    assert_null(hhp_enum_constant_at(words, count));
    assert_null(hhp_enum_title_at(words, count, HHP_LANG_EN));
    assert_int_equal(hhp_enum_number_at(words, count), HHP_ABSENT);
  }
}

static void lists_of_findings_end_at_their_count(void **state) {
  (void)state;
  hhp_report *report = check_plan("%s, 'goals': [{'id': 'g', 'title': 'G'}, {'id': 'h', 'title': 'G'}]", LOW_SHARE);
  assert_null(hhp_report_at(report, hhp_report_count(report)));
  for (size_t i = 0; i < hhp_report_count(report); i++) {
    const hhp_finding *f = hhp_report_at(report, i);
    size_t arguments = hhp_finding_argument_count(f), related = hhp_finding_related_count(f);
    assert_null(hhp_finding_argument_name(f, arguments));
    assert_int_equal(hhp_finding_argument_kind(f, arguments), 0);
    assert_int_equal(hhp_finding_argument_number(f, arguments), HHP_ABSENT);
    assert_null(hhp_finding_argument_text(f, arguments));
    assert_null(hhp_finding_related_pointer(f, related));
    assert_int_equal(hhp_finding_related_line(f, related), 0);
    assert_int_equal(hhp_finding_related_column(f, related), 0);
  }
}

static void free_json(void *json) {
  json_decref(json);
}

static const json_t *editor_schema(int32_t lang) {
  char *text = NULL;
  assert_int_equal(hhp_editor_schema(HHP_SCHEMA_PLAN, HHP_JSON_SCHEMA_2020_12, lang, &text, NULL), HHP_OK);
  json_t *json = json_loads(text, JSON_REJECT_DUPLICATES, NULL);
  hhp_free(text);
  assert_non_null(json);
  own(json, free_json);
  return json;
}

/* The outline of an object: its members in order, each a numbered place to write at. */
static void editors_offer_outlines(void **state) {
  (void)state;
  static const struct {
    const char *entity, *label, *body;
  } outlines[] = {
      {"party", "en part", "{'id': '${1:id}', 'name': '${2:navn}', 'kind': '${3|"},
      {"contribution", "et bidrag",
       "{'parties': ['${1:part}'], 'kind': '${2|cash,in_kind_hours,in_kind_premises,in_kind_other|}', 'amount': "
       "'^$3'}"},
      {"activity", "en aktivitet",
       "{'id': '${1:id}', 'title': '${2:titel}', 'focus_areas': ['${3:indsatsområde}'], 'goals': ['${4:mål}'], "
       "'purpose': '${5:formål}', 'lead': '${6:part}', 'start': '${7:åååå-mm}', 'end': '${8:åååå-mm}'}"},
  };
  const json_t *definitions = json_object_get(editor_schema(HHP_LANG_DA), "$defs");
  for (size_t i = 0; i < COUNT_OF(outlines); i++) {
    const json_t *snippets = json_object_get(json_object_get(definitions, outlines[i].entity), "defaultSnippets");
    assert_int_equal(json_array_size(snippets), 1);
    const json_t *snippet = json_array_get(snippets, 0);
    assert_string_equal(json_string_value(json_object_get(snippet, "label")), outlines[i].label);
    char *body = json_dumps(json_object_get(snippet, "body"), 0);
    assert_non_null(body);
    own(body, free);
    const char *expected = quoted(outlines[i].body);
    if (strncmp(body, expected, strlen(expected)) != 0)
      fail_msg("%s instead of %s", body, expected);
  }
  const json_t *party = json_object_get(definitions, "party");
  const json_t *body = json_object_get(json_array_get(json_object_get(party, "defaultSnippets"), 0), "body");
  assert_int_equal(json_object_size(body), 3);
  const char *kinds = json_string_value(json_object_get(body, "kind"));
  for (size_t i = 0; i < hhp_enum_word_count(hhp_enum_find("party_kind")); i++)
    assert_non_null(strstr(kinds, hhp_enum_word_at(hhp_enum_find("party_kind"), i)));
  assert_null(json_object_get(json_object_get(definitions, "goal"), "defaultSnippets"));
}

static size_t offers_in(const json_t *value) {
  size_t count = json_object_get(value, "defaultSnippets") != NULL, i;
  const char *name;
  json_t *each;
  json_object_foreach((json_t *)(uintptr_t)value, name, each) count += offers_in(each);
  json_array_foreach(value, i, each) count += offers_in(each);
  return count;
}

static const json_t *offers_of(const json_t *object, const char *member) {
  return json_object_get(json_object_get(json_object_get(object, "properties"), member), "defaultSnippets");
}

/* A schema that is not for editors describes them in English. */
static void editors_describe_the_first_member_in_the_language(void **state) {
  (void)state;
  const json_t *financing = json_object_get(json_object_get(editor_schema(HHP_LANG_DA), "$defs"), "financing");
  const json_t *currency = json_object_get(json_object_get(financing, "properties"), "currency");
  const char *description = json_string_value(json_object_get(currency, "description"));
  assert_non_null(description);
  assert_int_equal(strncmp(description, "Alle beløbs valuta", strlen("Alle beløbs valuta")), 0);
}

/* The description of a member with words lists each with its title, and nothing else. */
static void editors_list_words(void **state) {
  (void)state;
  for (int32_t lang = HHP_LANG_DA; lang <= HHP_LANG_EN; lang++) {
    const json_t *plan = json_object_get(editor_schema(lang), "properties");
    const char *text = json_string_value(json_object_get(json_object_get(plan, "status"), "markdownDescription"));
    const hhp_enum *words = hhp_enum_find("plan_status");
    const char *list = "";
    for (size_t i = 0; i < hhp_enum_word_count(words); i++)
      list = text_of("%s\n- `%s`: %s", list, hhp_enum_word_at(words, i), hhp_enum_title_at(words, i, lang));
    assert_non_null(text);
    assert_non_null(strstr(text, "\n- "));
    assert_string_equal(strstr(text, "\n- "), list);
  }
}

/* Each word of an enumeration has its title beside it, in the order of the words. */
static void editors_describe_words(void **state) {
  (void)state;
  for (int32_t lang = HHP_LANG_DA; lang <= HHP_LANG_EN; lang++) {
    const json_t *party = json_object_get(json_object_get(editor_schema(lang), "$defs"), "party");
    const json_t *kind = json_object_get(json_object_get(party, "properties"), "kind");
    const hhp_enum *kinds = hhp_enum_find("party_kind");
    static const char *const lists[] = {"enumDescriptions", "markdownEnumDescriptions"};
    for (size_t l = 0; l < COUNT_OF(lists); l++) {
      const json_t *titles = json_object_get(kind, lists[l]);
      assert_int_equal(json_array_size(titles), hhp_enum_word_count(kinds));
      for (size_t i = 0; i < hhp_enum_word_count(kinds); i++) {
        const char *word = hhp_enum_word_at(kinds, i), *title = json_string_value(json_array_get(titles, i));
        assert_string_equal(json_string_value(json_array_get(json_object_get(kind, "enum"), i)), word);
        assert_string_equal(title, hhp_enum_title_at(kinds, i, lang));
        assert_non_null(strstr(json_string_value(json_object_get(kind, "markdownDescription")),
                               text_of("\n- `%s`: %s", word, title)));
      }
    }
  }
}

/* The title of the code in each scheme that has it. */
static const char *titles_of(const char *code) {
  const char *titles = "";
  for (size_t i = 0; i < hhp_scheme_count(); i++) {
    const hhp_scheme *scheme = hhp_scheme_at(i);
    for (size_t j = 0; j < hhp_scheme_focus_area_count(scheme); j++) {
      const hhp_scheme_area *area = hhp_scheme_focus_area_at(scheme, j);
      if (strcmp(hhp_scheme_area_code(area), code) == 0)
        titles = text_of("%s%s%s (%s)", titles, titles[0] == '\0' ? "" : "; ", hhp_scheme_area_title_da(area),
                         hhp_scheme_id(scheme));
    }
  }
  return titles;
}

/* Every scheme, every municipality, and each code of a focus area once; and no other member has suggestions. */
static void editors_offer_codes(void **state) {
  (void)state;
  const json_t *schema = editor_schema(HHP_LANG_DA),
               *area = json_object_get(json_object_get(schema, "$defs"), "focus_area");
  assert_int_equal(offers_in(schema), 3 + 3); /* and three outlines */
  assert_int_equal(json_array_size(offers_of(schema, "scheme")), hhp_scheme_count());
  assert_int_equal(json_array_size(offers_of(schema, "municipality_code")), hhp_municipality_count());
  const json_t *codes = offers_of(area, "code");
  size_t found = 0;
  for (size_t i = 0; i < hhp_scheme_count(); i++) {
    const hhp_scheme *scheme = hhp_scheme_at(i);
    for (size_t j = 0; j < hhp_scheme_focus_area_count(scheme); j++) {
      const hhp_scheme_area *offered = hhp_scheme_focus_area_at(scheme, j);
      size_t times = 0, k;
      const char *titles = titles_of(hhp_scheme_area_code(offered));
      json_t *each;
      json_array_foreach(codes, k, each) {
        if (strcmp(json_string_value(json_object_get(each, "body")), hhp_scheme_area_code(offered)) != 0)
          continue;
        times++;
        assert_string_equal(json_string_value(json_object_get(each, "description")), titles);
      }
      assert_int_equal(times, 1);
      found++;
    }
  }
  assert_true(found >= json_array_size(codes));
}

/* Every call with a format or a draft that there is not is refused; all others give a schema with its name. */
static void schemas_are_of_three_formats_and_two_drafts(void **state) {
  (void)state;
  static const char *const formats[] = {NULL, "helhedsplan/1", "helhedsplan-scheme/1", "helhedsplan-report/1", NULL};
  static const char *const drafts[] = {NULL, "draft/2020-12/schema", "draft-07/schema#", NULL};
  for (int32_t format = 0; format < 5; format++) {
    for (int32_t draft = 0; draft < 4; draft++) {
      char *json = NULL;
      int is_one = formats[format] != NULL && drafts[draft] != NULL;
      assert_int_equal(hhp_json_schema_of(format, draft, &json, NULL), is_one ? HHP_OK : HHP_ERR_ARGUMENT);
      assert_int_equal(json != NULL, is_one);
      if (!is_one)
        continue;
      own(json, hhp_free);
      assert_non_null(strstr(json, text_of("\"title\": \"%s\"", formats[format])));
      assert_non_null(strstr(json, drafts[draft]));
    }
  }
  assert_int_equal(hhp_json_schema_of(HHP_SCHEMA_PLAN, HHP_JSON_SCHEMA_2020_12, NULL, NULL), HHP_ERR_ARGUMENT);
}

/* What the format says is meant where a member is not there; truth values and words as they are in a file. */
static void schemas_have_the_defaults_of_the_format(void **state) {
  (void)state;
  static const struct {
    const char *object, *member, *json;
  } defaults[] = {{NULL, "kind", "\"boligsocial\""},
                  {NULL, "language", "\"da\""},
                  {"goal", "pursued", "true"},
                  {"focus_area", "cross_cutting", "false"},
                  {"focus_area", "open_for_input", "false"},
                  {"financing", "currency", "\"DKK\""},
                  {"contribution", "kind", "\"cash\""},
                  {"contribution", "qualifier", "\"exact\""},
                  {"indicator", "measure", "\"unit\""},
                  {"indicator", "ascending", "true"}};
  char *text = NULL;
  assert_int_equal(hhp_json_schema(HHP_JSON_SCHEMA_2020_12, &text, NULL), HHP_OK);
  own(text, hhp_free);
  json_t *schema = json_loads(text, 0, NULL);
  size_t count = 0, expected = 0;
  for (const char *at = text; (at = strstr(at, "\"default\":")) != NULL; at++)
    count++;
  for (size_t e = 0; e < hhp_entity_count(); e++) {
    const hhp_entity *entity = hhp_entity_at(e);
    for (size_t f = 0; f < hhp_entity_field_count(entity) && strncmp(hhp_entity_name(entity), "scheme", 6) != 0; f++) {
      const hhp_field *field = hhp_entity_field_at(entity, f);
      expected += hhp_field_default_text(field) != NULL || hhp_field_default_number(field) != HHP_ABSENT;
    }
  }
  assert_int_equal(count, expected);
  assert_true(count >= COUNT_OF(defaults));
  for (size_t i = 0; i < COUNT_OF(defaults); i++) {
    const json_t *object =
        defaults[i].object == NULL ? schema : json_object_get(json_object_get(schema, "$defs"), defaults[i].object);
    const json_t *member = json_object_get(json_object_get(object, "properties"), defaults[i].member);
    char *shown = json_dumps(json_object_get(member, "default"), JSON_ENCODE_ANY);
    assert_non_null(shown);
    assert_string_equal(shown, defaults[i].json);
    free(shown);
  }
  json_decref(schema);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(lists_of_the_library_end_at_their_count),
      TEST(lists_of_findings_end_at_their_count),
      TEST(editors_offer_outlines),
      TEST(editors_describe_the_first_member_in_the_language),
      TEST(editors_list_words),
      TEST(editors_describe_words),
      TEST(editors_offer_codes),
      TEST(schemas_are_of_three_formats_and_two_drafts),
      TEST(schemas_have_the_defaults_of_the_format),
      cmocka_unit_test(a_plan_is_the_first_entity),
      cmocka_unit_test(a_scheme_is_read_only),
      cmocka_unit_test(entities_without_id_and_format),
      cmocka_unit_test(every_entity_and_field_is_found_by_its_name),
      cmocka_unit_test(everything_is_described_in_both_languages),
      cmocka_unit_test(a_required_text),
      cmocka_unit_test(a_list_of_references),
      cmocka_unit_test(lists_of_objects_with_ids_and_without),
      cmocka_unit_test(an_object_that_is_there_once),
      cmocka_unit_test(limits_patterns_and_defaults),
      cmocka_unit_test(one_name_in_the_file_is_no_c_name),
      cmocka_unit_test(null_and_past_the_end_answer_nothing),
      cmocka_unit_test(words_of_null_and_past_the_end),
      cmocka_unit_test(constants_keep_their_numbers_and_words),
      cmocka_unit_test(every_word_has_a_constant_and_a_name_in_both_languages),
      cmocka_unit_test(words_equal_those_of_other_functions),
      cmocka_unit_test(schemas_for_editors_are_in_a_language),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
