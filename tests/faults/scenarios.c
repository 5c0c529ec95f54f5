/* The calls to test. */
#include "faults/scenarios.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include <helhedsplan/jansson.h>

#include "render/sarif.h"
#include "render/shown_json.h"

static hhp_status S_plan_new(fixture *f) {
  return hhp_plan_new(&f->made_plan);
}

static hhp_status S_parse(fixture *f) {
  return hhp_plan_parse(&f->made_plan, f->every->bytes, f->every->length, NULL);
}

/* The report exists before; a call without findings leaves it empty. */
static hhp_status S_parse_with_report(fixture *f) {
  hhp_status status = hhp_report_new(&f->made_report);
  if (status == HHP_OK)
    status = hhp_plan_parse(&f->made_plan, f->every->bytes, f->every->length, f->made_report);
  return status;
}

static hhp_status S_parse_broken(fixture *f) {
  hhp_status status = hhp_report_new(&f->made_report);
  if (status == HHP_OK)
    status = hhp_plan_parse(&f->made_plan, f->broken->bytes, f->broken->length, f->made_report);
  return status == HHP_ERR_DOCUMENT ? HHP_OK : status;
}

static hhp_status S_dump(fixture *f) {
  return hhp_plan_dump(f->plan, &f->made_text, &f->made_length);
}

static hhp_status S_object_pointer(fixture *f) {
  const hhp_object *activity = (const hhp_object *)hhp_plan_activity_at(f->plan, 0);
  const hhp_field *goals = hhp_entity_find_field(hhp_object_entity(activity), "goals");
  hhp_status status = hhp_object_pointer(activity, goals, 0, &f->made_text);
  f->made_length = status == HHP_OK ? strlen(f->made_text) : 0;
  return status;
}

/* Of a plan that was just read, since the text stays with the plan. */
static hhp_status S_get_extension(fixture *f) {
  hhp_status status = S_parse(f);
  if (status != HHP_OK)
    return status;
  if (hhp_get_extension((const hhp_object *)f->made_plan, "x-sidst") != NULL)
    return HHP_OK;
  hhp_plan_free(f->made_plan);
  f->made_plan = NULL;
  return HHP_ERR_NOMEM;
}

/* The table of parties, whose cells are of several types, for people. */
static hhp_status S_render_table(fixture *f, int32_t format) {
  hhp_table_options *options = NULL;
  hhp_status status = hhp_table_options_new(&options);
  if (status == HHP_OK)
    status = hhp_table_options_set_lang(options, HHP_LANG_DA);
  if (status == HHP_OK)
    status = hhp_table_render(hhp_table_find("parties"), f->plan, format, options, &f->made_text, &f->made_length);
  hhp_table_options_free(options);
  return status;
}

static hhp_status S_table_csv(fixture *f) {
  return S_render_table(f, HHP_FORMAT_CSV);
}

static hhp_status S_table_markdown(fixture *f) {
  return S_render_table(f, HHP_FORMAT_MARKDOWN);
}

static hhp_status S_table_json(fixture *f) {
  return S_render_table(f, HHP_FORMAT_JSON);
}

static hhp_status S_cell_text(fixture *f) {
  const hhp_column *aliases = hhp_table_find_column(hhp_table_find("parties"), "aliases");
  hhp_status status = hhp_cell_text((const hhp_object *)hhp_plan_party_at(f->plan, 0), aliases, NULL, &f->made_text);
  f->made_length = f->made_text == NULL ? 0 : strlen(f->made_text);
  return status;
}

/* A list of references by name. A call that fails leaves the old ones. */
static hhp_status S_cell_set(fixture *f) {
  hhp_status status = S_parse(f);
  if (status != HHP_OK)
    return status;
  hhp_activity *activity = hhp_plan_activity_at(f->made_plan, 0);
  const hhp_column *parties = hhp_table_find_column(hhp_table_find("activities"), "parties");
  size_t before = hhp_activity_party_count(activity);
  status = hhp_cell_set((hhp_object *)activity, parties, "Kommunen; a; b; c; d; e; f; g", HHP_LANG_DA);
  if (status == HHP_OK)
    return HHP_OK;
  if (hhp_activity_party_count(activity) != before)
    status = HHP_ERR_IO; /* no status of the call */
  hhp_plan_free(f->made_plan);
  f->made_plan = NULL;
  return status;
}

static hhp_status S_plan_check(fixture *f) {
  hhp_status status = hhp_report_new(&f->made_report);
  if (status == HHP_OK)
    status = hhp_plan_check(f->plan, NULL, f->made_report, &f->made_text, &f->made_length);
  return status;
}

static hhp_status S_suggest_id(fixture *f) {
  hhp_status status = hhp_plan_suggest_id(f->plan, "Større tryghed på gaden", &f->made_text);
  f->made_length = status == HHP_OK ? strlen(f->made_text) : 0;
  return status;
}

static hhp_status S_field_status(fixture *f) {
  const hhp_field *kind = hhp_entity_find_field(hhp_entity_find("party"), "kind");
  hhp_status status = hhp_field_status_message(kind, HHP_ERR_ENUM, HHP_LANG_DA, &f->made_text);
  f->made_length = status == HHP_OK ? strlen(f->made_text) : 0;
  return status;
}

static hhp_status S_save(fixture *f) {
  hhp_status status = hhp_plan_save(f->plan, f->target);
  f->is_saved = status == HHP_OK;
  return status;
}

static hhp_status S_load(fixture *f) {
  hhp_status status = hhp_report_new(&f->made_report);
  if (status == HHP_OK)
    status = hhp_plan_load(&f->made_plan, f->source, f->made_report);
  return status;
}

static hhp_status S_to_jansson(fixture *f) {
  return hhp_plan_to_jansson(f->plan, &f->made_tree);
}

static hhp_status S_from_jansson(fixture *f) {
  return hhp_plan_from_jansson(&f->made_plan, f->tree, NULL);
}

static hhp_status S_check_as(fixture *f, const text *document, const hhp_check_options *options) {
  hhp_status status = hhp_report_new(&f->made_report);
  if (status == HHP_OK)
    status = hhp_check(document->bytes, document->length, options, f->made_report);
  return status;
}

static hhp_status S_check(fixture *f) {
  return S_check_as(f, f->every, NULL);
}

static hhp_status S_check_broken(fixture *f) {
  return S_check_as(f, f->broken, NULL);
}

/* Whatever fails, the text has to be as it was. */
static hhp_status S_check_in_place(fixture *f) {
  hhp_status status = hhp_report_new(&f->made_report);
  char *copy = malloc(f->every->length);
  if (status == HHP_OK && copy == NULL)
    status = HHP_ERR_NOMEM;
  if (status == HHP_OK) {
    memcpy(copy, f->every->bytes, f->every->length);
    status = hhp_check_in_place(copy, f->every->length, NULL, f->made_report);
    if (memcmp(copy, f->every->bytes, f->every->length) != 0)
      status = HHP_ERR_IO; /* no status of the call */
  }
  free(copy);
  return status;
}

/* Truncated in the middle of a name. */
static hhp_status S_check_cut(fixture *f) {
  hhp_status status = hhp_report_new(&f->made_report);
  if (status == HHP_OK)
    status = hhp_check(f->every->bytes, f->every->length / 2, NULL, f->made_report);
  return status;
}

static hhp_status S_check_with_options(fixture *f) {
  hhp_status status = hhp_check_options_new(&f->made_options);
  if (status == HHP_OK)
    status = hhp_check_options_set_today(f->made_options, 20300101);
  if (status == HHP_OK)
    status = hhp_check_options_set_line_hashes(f->made_options, 1);
  if (status == HHP_OK)
    status = hhp_check_options_add_waiver(f->made_options, "HP306", NULL, "Aftalt", 0);
  return status == HHP_OK ? S_check_as(f, f->every, f->made_options) : status;
}

static hhp_status S_validate(fixture *f) {
  hhp_status status = hhp_report_new(&f->made_report);
  if (status == HHP_OK)
    status = hhp_plan_validate(f->plan, NULL, f->made_report);
  return status;
}

static hhp_status S_report_new(fixture *f) {
  return hhp_report_new(&f->made_report);
}

static hhp_status S_set_path(fixture *f) {
  hhp_status status = hhp_report_new(&f->made_report);
  if (status == HHP_OK)
    status = hhp_report_set_path(f->made_report, "en sti");
  return status;
}

static hhp_status S_render(fixture *f, int32_t format, int32_t lang) {
  hhp_status status = hhp_render_options_new(&f->made_render_options);
  if (status == HHP_OK)
    status = hhp_render_options_set_lang(f->made_render_options, lang);
  if (status == HHP_OK)
    status = hhp_render_options_set_show(f->made_render_options, HHP_SEVERITY_INFO);
  if (status == HHP_OK)
    status = hhp_report_render(f->findings, format, f->made_render_options, &f->made_text, &f->made_length);
  return status;
}

/* The texts of findings are created on first use and cached, so rendering starts with an unused report. */
static hhp_status S_check_and_render(fixture *f, int32_t format) {
  hhp_status status = S_check_as(f, f->every, NULL);
  if (status == HHP_OK)
    status = hhp_report_render(f->made_report, format, NULL, &f->made_text, &f->made_length);
  if (status == HHP_ERR_NOMEM) { /* the report may be complete */
    hhp_report_free(f->made_report);
    f->made_report = NULL;
  }
  return status;
}

static hhp_status S_render_text_da(fixture *f) {
  return S_render(f, HHP_FORMAT_TEXT, HHP_LANG_DA);
}

static hhp_status S_render_text_en(fixture *f) {
  return S_render(f, HHP_FORMAT_TEXT, HHP_LANG_EN);
}

static hhp_status S_render_json(fixture *f) {
  return S_render(f, HHP_FORMAT_JSON, HHP_LANG_EN);
}

/* Each log has all rules, so that of the findings is created without them, and the log itself with almost nothing. */
static hhp_status S_sarif_results(fixture *f) {
  const hhp__sarif_file file = {"en/sti/å.json", 0};
  hhp__buffer out = {0};
  hhp__json_out json = {&out, 0, 1};
  for (size_t i = 0; i < hhp_report_count(f->findings) && !out.failed; i++)
    hhp__sarif_put_result(&json, f->findings, i, &file, HHP_LANG_DA);
  f->made_text = hhp__buffer_take(&out, &f->made_length);
  return f->made_text == NULL ? HHP_ERR_NOMEM : HHP_OK;
}

static hhp_status S_render_sarif(fixture *f) {
  hhp_status status = hhp_report_new(&f->made_report);
  if (status == HHP_OK)
    status = hhp_report_set_path(f->made_report, "en/sti/å.json");
  if (status == HHP_OK)
    status = hhp_report_set_unreadable(f->made_report, HHP_ERR_IO);
  if (status == HHP_OK)
    status = hhp_report_render(f->made_report, HHP_FORMAT_SARIF, NULL, &f->made_text, &f->made_length);
  if (status == HHP_ERR_NOMEM) { /* the report may be complete */
    hhp_report_free(f->made_report);
    f->made_report = NULL;
  }
  return status;
}

static hhp_status S_render_github(fixture *f) {
  return S_render(f, HHP_FORMAT_GITHUB, HHP_LANG_DA);
}

static hhp_status S_render_markdown(fixture *f) {
  return S_render(f, HHP_FORMAT_MARKDOWN, HHP_LANG_DA);
}

static hhp_status S_check_and_render_github(fixture *f) {
  return S_check_and_render(f, HHP_FORMAT_GITHUB);
}

static hhp_status S_check_and_render_markdown(fixture *f) {
  return S_check_and_render(f, HHP_FORMAT_MARKDOWN);
}

static hhp_status S_check_and_render_text(fixture *f) {
  return S_check_and_render(f, HHP_FORMAT_TEXT);
}

static hhp_status S_check_and_render_json(fixture *f) {
  return S_check_and_render(f, HHP_FORMAT_JSON);
}

/* The report keeps the plan, which is drawn. */
static hhp_status S_check_and_render_html(fixture *f) {
  hhp_check_options *options = NULL;
  hhp_status status = hhp_check_options_new(&options);
  if (status == HHP_OK)
    status = hhp_check_options_set_keep_plan(options, 1);
  if (status == HHP_OK)
    status = S_check_as(f, f->every, options);
  if (status == HHP_OK)
    status = hhp_report_render(f->made_report, HHP_FORMAT_HTML, NULL, &f->made_text, &f->made_length);
  if (status == HHP_ERR_NOMEM) { /* the report may be complete */
    hhp_report_free(f->made_report);
    f->made_report = NULL;
  }
  hhp_check_options_free(options);
  return status;
}

/* The same report twice, with its plan, on one page with an overview. */
static hhp_status S_render_two_as_html(fixture *f) {
  const hhp_report *const reports[] = {f->findings, f->findings};
  hhp_status status = hhp_report_set_plan(f->findings, f->plan);
  if (status == HHP_OK)
    status = hhp_reports_render(reports, 2, HHP_FORMAT_HTML, NULL, &f->made_text, &f->made_length);
  hhp_report_set_plan(f->findings, NULL);
  return status;
}

static hhp_status S_render_junit(fixture *f) {
  return S_render(f, HHP_FORMAT_JUNIT, HHP_LANG_EN);
}

static hhp_status S_render_gitlab(fixture *f) {
  return S_render(f, HHP_FORMAT_GITLAB, HHP_LANG_DA);
}

static hhp_status S_check_and_render_junit(fixture *f) {
  return S_check_and_render(f, HHP_FORMAT_JUNIT_STRICT);
}

static hhp_status S_check_and_render_gitlab(fixture *f) {
  return S_check_and_render(f, HHP_FORMAT_GITLAB);
}

static hhp_status S_render_unreadable(fixture *f, int32_t format) {
  hhp_report *report = NULL;
  hhp_status status = hhp_report_new(&report);
  if (status == HHP_OK)
    status = hhp_report_set_unreadable(report, HHP_ERR_NO_FILE);
  if (status == HHP_OK)
    status = hhp_report_render(report, format, NULL, &f->made_text, &f->made_length);
  hhp_report_free(report);
  return status;
}

static hhp_status S_render_unreadable_junit(fixture *f) {
  return S_render_unreadable(f, HHP_FORMAT_JUNIT);
}

static hhp_status S_render_unreadable_gitlab(fixture *f) {
  return S_render_unreadable(f, HHP_FORMAT_GITLAB);
}

static hhp_status S_render_two(fixture *f) {
  const hhp_report *const reports[] = {f->findings, f->findings};
  return hhp_reports_render(reports, 2, HHP_FORMAT_JSON, NULL, &f->made_text, &f->made_length);
}

static hhp_status S_scheme(fixture *f) {
  return hhp_scheme_parse(&f->made_scheme, f->scheme->bytes, f->scheme->length, NULL);
}

static hhp_status S_scheme_broken(fixture *f) {
  hhp_status status = hhp_report_new(&f->made_report);
  if (status == HHP_OK)
    status = hhp_scheme_parse(&f->made_scheme, f->broken->bytes, f->broken->length, f->made_report);
  return status == HHP_ERR_DOCUMENT ? HHP_OK : status;
}

static hhp_status S_schema(fixture *f) {
  return hhp_json_schema(HHP_JSON_SCHEMA_2020_12, &f->made_text, &f->made_length);
}

static hhp_status S_schema_07(fixture *f) {
  return hhp_json_schema(HHP_JSON_SCHEMA_DRAFT_07, &f->made_text, &f->made_length);
}

static hhp_status S_schema_of_schemes(fixture *f) {
  return hhp_json_schema_of(HHP_SCHEMA_SCHEME, HHP_JSON_SCHEMA_2020_12, &f->made_text, &f->made_length);
}

static hhp_status S_schema_of_reports(fixture *f) {
  return hhp_json_schema_of(HHP_SCHEMA_REPORT, HHP_JSON_SCHEMA_2020_12, &f->made_text, &f->made_length);
}

static hhp_status S_schema_for_editors(fixture *f) {
  return hhp_editor_schema(HHP_SCHEMA_PLAN, HHP_JSON_SCHEMA_DRAFT_07, HHP_LANG_DA, &f->made_text, &f->made_length);
}

static hhp_status S_unreadable_json(fixture *f) {
  hhp_status status = hhp_report_new(&f->made_report);
  if (status == HHP_OK)
    status = hhp_report_set_unreadable(f->made_report, HHP_ERR_NO_FILE);
  if (status != HHP_OK)
    return status;
  return hhp_report_render(f->made_report, HHP_FORMAT_JSON, NULL, &f->made_text, &f->made_length);
}

static hhp_status S_add_goal(hhp_plan *plan, int number) {
  char id[] = "maal-00";
  id[5] = (char)('0' + number / 10);
  id[6] = (char)('0' + number % 10);
  hhp_goal *goal = NULL;
  hhp_status status = hhp_plan_add_goal(plan, id, &goal);
  for (int i = 0; status == HHP_OK && i < 5; i++)
    status = hhp_goal_add_alias(goal, "En længere tekst, så at der også skal skaffes plads til den");
  return status;
}

/* A goal that could not be added does not exist. */
static int S_are_goals_whole(const hhp_plan *plan) {
  for (size_t i = 0; i < hhp_plan_goal_count(plan); i++) {
    const hhp_goal *goal = hhp_plan_goal_at(plan, i);
    if (hhp_goal_id(goal) == NULL || hhp_plan_find_goal(plan, hhp_goal_id(goal)) != goal)
      return 0;
    for (size_t k = 0; k < hhp_goal_alias_count(goal); k++) {
      if (hhp_goal_alias_at(goal, k) == NULL)
        return 0;
    }
  }
  return 1;
}

/* Fills every buffer: more ids than the index holds, and more goals than the list holds. */
static hhp_status S_build(fixture *f) {
  hhp_status status = hhp_plan_new(&f->made_plan);
  for (int i = 0; status == HHP_OK && i < 60; i++)
    status = S_add_goal(f->made_plan, i);
  if (status == HHP_OK)
    status = hhp_plan_compact(f->made_plan);
  if (status != HHP_ERR_NOMEM || f->made_plan == NULL)
    return status;
  /* The partial result is a valid plan, but not the requested one. */
  if (!S_are_goals_whole(f->made_plan))
    status = HHP_ERR_NOT_FOUND;
  hhp_plan_free(f->made_plan);
  f->made_plan = NULL;
  return status;
}

enum { ID_SIZE = 16 };

static const char *S_id(char kind, int number, char out[ID_SIZE]) {
  snprintf(out, ID_SIZE, "%c-%d", kind, number);
  return out;
}

/* A party that contributes jointly with another, and a budget line for an unknown party. */
static hhp_status S_widen_money(hhp_plan *plan, int number) {
  hhp_financing *financing = hhp_plan_financing(plan);
  hhp_contribution *contribution = NULL;
  hhp_budget_line *line = NULL;
  char id[ID_SIZE];
  if (hhp_plan_add_party(plan, S_id('p', number, id), NULL) != HHP_OK ||
      hhp_financing_add_contribution(financing, &contribution) != HHP_OK ||
      hhp_contribution_add_party(contribution, id) != HHP_OK ||
      hhp_contribution_add_party(contribution, S_id('p', number / 2, id)) != HHP_OK ||
      hhp_financing_add_budget_line(financing, &line) != HHP_OK ||
      hhp_budget_line_set_party(line, S_id('u', number, id)) != HHP_OK ||
      hhp_budget_line_set_activity(line, S_id(number % 2 == 0 ? 'a' : 'u', number, id)) != HHP_OK)
    return HHP_ERR_NOMEM;
  hhp_contribution_set_amount(contribution, 1 + number);
  hhp_contribution_set_year(contribution, 1900 + number);
  hhp_budget_line_set_amount(line, 2 + number);
  hhp_budget_line_set_category(line, number % 7 == 0 ? HHP_ABSENT : number % 7);
  return HHP_OK;
}

/* A goal below another, and an activity that serves it and an unknown one. */
static hhp_status S_widen_service(hhp_plan *plan, int number) {
  hhp_activity *activity = NULL;
  hhp_goal *goal = NULL;
  char id[ID_SIZE];
  if (hhp_plan_add_activity(plan, S_id('a', number, id), &activity) != HHP_OK ||
      hhp_plan_add_goal(plan, S_id('g', number, id), &goal) != HHP_OK ||
      hhp_activity_add_goal(activity, id) != HHP_OK || hhp_goal_set_parent(goal, S_id('g', number / 2, id)) != HHP_OK ||
      hhp_activity_add_goal(activity, S_id('u', number, id)) != HHP_OK ||
      hhp_activity_add_focus_area(activity, id) != HHP_OK ||
      hhp_plan_add_focus_area(plan, S_id('f', number, id), NULL) != HHP_OK)
    return HHP_ERR_NOMEM;
  return HHP_OK;
}

hhp_plan *wide_plan(void) {
  hhp_plan *plan = NULL;
  hhp_status status = hhp_plan_new(&plan);
  for (int i = 0; status == HHP_OK && i < 200; i++) {
    status = S_widen_money(plan, i);
    if (status == HHP_OK)
      status = S_widen_service(plan, i);
  }
  if (status == HHP_OK)
    return plan;
  hhp_plan_free(plan);
  return NULL;
}

static hhp_status S_rollup_by_party(fixture *f) {
  return hhp_plan_rollup(f->wide, HHP_ROLLUP_BY_PARTY, &f->made_rollup);
}

static hhp_status S_rollup_by_year(fixture *f) {
  return hhp_plan_rollup(f->wide, HHP_ROLLUP_BY_YEAR, &f->made_rollup);
}

static hhp_status S_rollup_by_category(fixture *f) {
  return hhp_plan_rollup(f->wide, HHP_ROLLUP_BY_CATEGORY, &f->made_rollup);
}

static hhp_status S_rollup_by_activity(fixture *f) {
  return hhp_plan_rollup(f->wide, HHP_ROLLUP_BY_ACTIVITY, &f->made_rollup);
}

static hhp_status S_rollup_by_goal(fixture *f) {
  return hhp_plan_rollup(f->wide, HHP_ROLLUP_BY_GOAL, &f->made_rollup);
}

static hhp_status S_rollup_by_focus_area(fixture *f) {
  return hhp_plan_rollup(f->wide, HHP_ROLLUP_BY_FOCUS_AREA, &f->made_rollup);
}

static hhp_status S_diff(fixture *f) {
  return hhp_plan_diff(f->plan, f->other, &f->made_diff);
}

static hhp_status S_diff_back(fixture *f) {
  return hhp_plan_diff(f->other, f->plan, &f->made_diff);
}

static hhp_status S_diff_of_one(fixture *f) {
  return hhp_plan_diff(f->plan, f->plan, &f->made_diff);
}

/* Paths that could not be set are unchanged. */
static hhp_status S_diff_paths(fixture *f) {
  return hhp_diff_set_paths(f->diff, "før.json", "efter.json");
}

static hhp_status S_diff_text(fixture *f) {
  return hhp_diff_render(f->diff, HHP_FORMAT_TEXT, NULL, &f->made_text, &f->made_length);
}

static hhp_status S_diff_json(fixture *f) {
  return hhp_diff_render(f->diff, HHP_FORMAT_JSON, NULL, &f->made_text, &f->made_length);
}

static hhp_status S_diff_markdown(fixture *f) {
  return hhp_diff_render(f->diff, HHP_FORMAT_MARKDOWN, NULL, &f->made_text, &f->made_length);
}

const scenario check_scenario = {"check", S_check, NULL};

const scenario scenarios[] = {
    {"plan_new", S_plan_new, NULL},
    {"plan_parse", S_parse, NULL},
    {"plan_parse with report", S_parse_with_report, NULL},
    {"plan_parse of a broken document", S_parse_broken, NULL},
    {"plan_dump", S_dump, NULL},
    {"object_pointer", S_object_pointer, NULL},
    {"get_extension", S_get_extension, NULL},
    {"plan_check", S_plan_check, NULL},
    {"plan_suggest_id", S_suggest_id, NULL},
    {"field_status_message", S_field_status, NULL},
    {"plan_save", S_save, NULL},
    {"plan_load", S_load, NULL},
    {"plan_to_jansson", S_to_jansson, NULL},
    {"plan_from_jansson", S_from_jansson, NULL},
    {"building a plan and compacting it", S_build, NULL},
    {"check", S_check, NULL},
    {"check of a broken document", S_check_broken, NULL},
    {"check of a document cut off", S_check_cut, NULL},
    {"check in place", S_check_in_place, NULL},
    {"check with options", S_check_with_options, NULL},
    {"plan_validate", S_validate, NULL},
    {"report_new", S_report_new, NULL},
    {"report_set_path", S_set_path, NULL},
    {"render as text, Danish", S_render_text_da, NULL},
    {"render as text, English", S_render_text_en, NULL},
    {"render as JSON", S_render_json, NULL},
    {"render as SARIF", S_render_sarif, NULL},
    {"results of SARIF", S_sarif_results, NULL},
    {"render for GitHub", S_render_github, NULL},
    {"render as Markdown", S_render_markdown, NULL},
    {"check and render for GitHub", S_check_and_render_github, NULL},
    {"check and render as Markdown", S_check_and_render_markdown, NULL},
    {"check and render as HTML", S_check_and_render_html, NULL},
    {"render two reports", S_render_two, NULL},
    {"render two reports as HTML", S_render_two_as_html, NULL},
    {"check and render as text", S_check_and_render_text, NULL},
    {"check and render as JSON", S_check_and_render_json, NULL},
    {"render as JUnit", S_render_junit, NULL},
    {"render as Code Quality", S_render_gitlab, NULL},
    {"check and render as JUnit", S_check_and_render_junit, NULL},
    {"check and render as Code Quality", S_check_and_render_gitlab, NULL},
    {"render what cannot be read as JUnit", S_render_unreadable_junit, NULL},
    {"render what cannot be read as Code Quality", S_render_unreadable_gitlab, NULL},
    {"plan_rollup by party", S_rollup_by_party, NULL},
    {"plan_rollup by year", S_rollup_by_year, NULL},
    {"plan_rollup by category", S_rollup_by_category, NULL},
    {"plan_rollup by activity", S_rollup_by_activity, NULL},
    {"plan_rollup by goal", S_rollup_by_goal, NULL},
    {"plan_rollup by focus area", S_rollup_by_focus_area, NULL},
    {"a table as CSV", S_table_csv, NULL},
    {"a table as Markdown", S_table_markdown, NULL},
    {"a table as JSON", S_table_json, NULL},
    {"cell_text", S_cell_text, NULL},
    {"cell_set of references", S_cell_set, NULL},
    {"scheme_parse", S_scheme, NULL},
    {"scheme_parse of a broken document", S_scheme_broken, NULL},
    {"plan_diff", S_diff, NULL},
    {"plan_diff, the other way round", S_diff_back, NULL},
    {"plan_diff of a plan and itself", S_diff_of_one, NULL},
    {"diff_set_paths", S_diff_paths, NULL},
    {"a diff as text", S_diff_text, NULL},
    {"a diff as JSON", S_diff_json, NULL},
    {"a diff as Markdown", S_diff_markdown, NULL},
    {"json_schema 2020-12", S_schema, "lists that turn out empty are not needed"},
    {"json_schema draft-07", S_schema_07, "lists that turn out empty are not needed"},
    {"json_schema_of schemes", S_schema_of_schemes, "lists that turn out empty are not needed"},
    {"json_schema_of reports", S_schema_of_reports, NULL},
    {"editor_schema", S_schema_for_editors, "lists that turn out empty are not needed"},
    {"a file that could not be read, as JSON", S_unreadable_json, NULL},
};
const size_t scenario_count = sizeof(scenarios) / sizeof(scenarios[0]);

static void S_describe_report(const hhp_report *report, text *out) {
  char *json = NULL;
  size_t length = 0;
  if (hhp_report_render(report, HHP_FORMAT_JSON, NULL, &json, &length) == HHP_OK)
    text_add(out, json, length);
  hhp_free(json);
}

static void S_describe_plan(const hhp_plan *plan, text *out) {
  char *json = NULL;
  size_t length = 0;
  if (hhp_plan_dump(plan, &json, &length) == HHP_OK)
    text_add(out, json, length);
  hhp_free(json);
}

static void S_describe_row(const hhp_rollup_row *row, text *out) {
  char numbers[128];
  text_puts(out, hhp_rollup_row_key(row) != NULL ? hhp_rollup_row_key(row) : "-");
  text_puts(out, hhp_rollup_row_title(row, HHP_LANG_DA));
  for (size_t i = 0; i < hhp_rollup_row_party_count(row); i++)
    text_puts(out, hhp_rollup_row_party_at(row, i));
  snprintf(numbers, sizeof(numbers), " %" PRId64 " %" PRId64 " %" PRId64 "\n", hhp_rollup_row_given(row),
           hhp_rollup_row_budgeted(row), hhp_rollup_row_all_activities(row));
  text_puts(out, numbers);
}

static void S_describe_rollup(const hhp_rollup *rollup, text *out) {
  for (size_t i = 0; i < hhp_rollup_count(rollup); i++)
    S_describe_row(hhp_rollup_at(rollup, i), out);
  S_describe_row(hhp_rollup_total(rollup), out);
}

static void S_describe_diff(const hhp_diff *diff, text *out) {
  char *json = NULL;
  size_t length = 0;
  if (hhp_diff_render(diff, HHP_FORMAT_JSON, NULL, &json, &length) == HHP_OK)
    text_add(out, json, length);
  hhp_free(json);
}

static int S_add(const char *bytes, size_t length, void *out) {
  text_add(out, bytes, length);
  return 0;
}

const char old_content[] = "hvad der stod der før\n";

void describe(const fixture *f, text *out) {
  text_clear(out);
  if (f->made_plan != NULL)
    S_describe_plan(f->made_plan, out);
  if (f->made_scheme != NULL)
    text_puts(out, hhp_scheme_id(f->made_scheme));
  if (f->made_report != NULL)
    S_describe_report(f->made_report, out);
  if (f->made_rollup != NULL)
    S_describe_rollup(f->made_rollup, out);
  if (f->made_diff != NULL)
    S_describe_diff(f->made_diff, out);
  if (f->made_tree != NULL)
    json_dump_callback(f->made_tree, S_add, out, JSON_INDENT(1));
  if (f->made_text != NULL)
    text_add(out, f->made_text, f->made_length);
  text_add_file(out, f->target);
}

/* Empty reports, options and the like are not results. */
int made_anything(const fixture *f) {
  return f->made_plan != NULL || f->made_scheme != NULL || f->made_rollup != NULL || f->made_diff != NULL ||
         f->made_tree != NULL || f->made_text != NULL;
}

void clear_made(fixture *f) {
  hhp_diff_free(f->made_diff);
  hhp_plan_free(f->made_plan);
  hhp_scheme_free(f->made_scheme);
  hhp_report_free(f->made_report);
  hhp_check_options_free(f->made_options);
  hhp_render_options_free(f->made_render_options);
  hhp_rollup_free(f->made_rollup);
  json_decref(f->made_tree);
  hhp_free(f->made_text);
  f->made_plan = NULL;
  f->made_scheme = NULL;
  f->made_report = NULL;
  f->made_diff = NULL;
  f->made_options = NULL;
  f->made_render_options = NULL;
  f->made_rollup = NULL;
  f->made_tree = NULL;
  f->made_text = NULL;
}
