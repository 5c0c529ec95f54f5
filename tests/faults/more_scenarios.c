/* More calls to test: compacting, tables and their rows, several reports in each format, and options of a check. */
#include "faults/scenarios.h"

#include <stdio.h>
#include <string.h>

#include "model/model.h"

/* The length of a text that was made. */
static hhp_status S_text(fixture *f, hhp_status status) {
  f->made_length = status == HHP_OK ? strlen(f->made_text) : 0;
  return status;
}

static int S_has_marks(const hhp_plan *plan) {
  for (const hhp__extensions *each = plan->object.document->extensions; each != NULL; each = each->next) {
    if (each->is_used)
      return 1;
  }
  return 0;
}

static hhp_status S_edit(hhp_plan *plan) {
  hhp_status status = hhp_plan_set_vision(plan, "En anden vision");
  if (status == HHP_OK)
    status = hhp_plan_set_vision(plan, "En tredje vision");
  if (status == HHP_OK)
    status = hhp_set_extension((hhp_object *)plan, "x-sidst", "[1, 2]");
  return status == HHP_OK ? hhp_set_extension((hhp_object *)plan, "x-sidst", "[3]") : status;
}

/* Of a plan with replaced texts and x- members. A call that fails leaves nothing behind that would change the next
 * one. */
static hhp_status S_compact(fixture *f) {
  hhp_status status = hhp_plan_parse(&f->made_plan, f->every->bytes, f->every->length, NULL);
  if (status != HHP_OK)
    return status;
  status = S_edit(f->made_plan);
  if (status == HHP_OK)
    status = hhp_plan_compact(f->made_plan);
  if (S_has_marks(f->made_plan))
    status = HHP_ERR_IO; /* no status of the call */
  if (status != HHP_OK) {
    hhp_plan_free(f->made_plan);
    f->made_plan = NULL;
  }
  return status;
}

static hhp_status S_row_json(fixture *f) {
  return S_text(
      f, hhp_row_json(hhp_table_find("parties"), (const hhp_object *)hhp_plan_party_at(f->plan, 0), &f->made_text));
}

/* A row that could not be added does not exist. */
static hhp_status S_add_row(fixture *f) {
  hhp_object *row = NULL;
  hhp_status status = hhp_plan_parse(&f->made_plan, f->every->bytes, f->every->length, NULL);
  if (status != HHP_OK)
    return status;
  size_t before = hhp_plan_party_count(f->made_plan);
  status = hhp_table_add_row(hhp_table_find("parties"), f->made_plan, NULL, "en-ny-part", &row);
  if (status == HHP_OK)
    return HHP_OK;
  if (hhp_plan_party_count(f->made_plan) != before || row != NULL)
    status = HHP_ERR_IO;
  hhp_plan_free(f->made_plan);
  f->made_plan = NULL;
  return status;
}

/* Every table of the plan, one after the other; the last one is the result. */
static hhp_status S_all_tables(fixture *f) {
  hhp_status status = HHP_OK;
  for (size_t i = 0; status == HHP_OK && i < hhp_table_count(); i++) {
    hhp_free(f->made_text);
    f->made_text = NULL;
    status = hhp_table_render(hhp_table_at(i), f->plan, HHP_FORMAT_TSV, NULL, &f->made_text, &f->made_length);
  }
  return status;
}

/* References before the objects that they name: each is kept for itself, until the arena has no space left for one. */
static hhp_status S_parse_references_first(fixture *f) {
  static char json[32768];
  enum { PARTIES = 400 };
  char *end = json;
  end += sprintf(end, "{\"format\":\"helhedsplan/1\",\"id\":\"p\",\"title\":\"T\",\"status\":\"draft\","
                      "\"scheme\":\"lbf-2015-2018\",\"area\":\"A\",\"governance\":{\"leads\":[");
  for (int i = 0; i < PARTIES; i++)
    end += sprintf(end, "%s\"en-part-%d\"", i > 0 ? "," : "", i);
  end += sprintf(end, "]},\"parties\":[");
  for (int i = 0; i < PARTIES; i++)
    end += sprintf(end, "%s{\"id\":\"en-part-%d\",\"name\":\"P\",\"kind\":\"other\"}", i > 0 ? "," : "", i);
  end += sprintf(end, "]}");
  return hhp_plan_parse(&f->made_plan, json, (size_t)(end - json), NULL);
}

/* A syntax error at a character that the finding has to show: with its code, by its name, or by its bytes. */
static hhp_status S_check_character(fixture *f, const char *json) {
  hhp_status status = hhp_report_new(&f->made_report);
  if (status == HHP_OK)
    status = hhp_check(json, strlen(json), NULL, f->made_report);
  return status;
}

static hhp_status S_check_letter(fixture *f) {
  return S_check_character(f, "{\"id\": ø}");
}

static hhp_status S_check_invisible(fixture *f) {
  return S_check_character(f, "{\"id\": \xe2\x80\x8b}");
}

static hhp_status S_check_bytes(fixture *f) {
  return S_check_character(f, "{\"id\": \xff}");
}

/* Of a line that is wider than the screen, the parts before and after the place are shortened. */
static hhp_status S_render_long_line(fixture *f) {
  hhp_status status = S_check_character(f, "{\"format\": \"helhedsplan/1\", \"vision\": \"Alle, der bor i området, "
                                           "kender deres naboer og har det trygt\", \"visn\": "
                                           "\"Alle, der bor i området, kender deres naboer og har det trygt\"}");
  if (status == HHP_OK)
    status = hhp_report_render(f->made_report, HHP_FORMAT_TEXT, NULL, &f->made_text, &f->made_length);
  if (status == HHP_ERR_NOMEM) { /* the report may be complete */
    hhp_report_free(f->made_report);
    f->made_report = NULL;
  }
  return status;
}

static hhp_status S_check_by_scheme(fixture *f) {
  hhp_status status = hhp_check_options_new(&f->made_options);
  if (status == HHP_OK)
    status = hhp_check_options_set_scheme(f->made_options, hhp_scheme_find("lbf-2019-2026"));
  if (status == HHP_OK)
    status = hhp_check_options_set_stage(f->made_options, HHP_STAGE_FULL);
  if (status == HHP_OK)
    status = hhp_check_options_set_severity(f->made_options, "HP303", HHP_SEVERITY_ERROR);
  if (status == HHP_OK)
    status = hhp_check_options_set_sha256(f->made_options, 1);
  if (status == HHP_OK)
    status = hhp_report_new(&f->made_report);
  if (status == HHP_OK)
    status = hhp_check(f->every->bytes, f->every->length, f->made_options, f->made_report);
  return status;
}

/* A report with findings (SARIF is in scenarios.c, since it takes long) and one of a file that could not be read, with
 * a root and a threshold. */
static hhp_status S_render_both(fixture *f, int32_t format) {
  hhp_report *unread = NULL;
  hhp_status status = hhp_render_options_new(&f->made_render_options);
  if (status == HHP_OK)
    status = hhp_render_options_set_root(f->made_render_options, "en/rod");
  if (status == HHP_OK)
    status = hhp_render_options_set_fail_on(f->made_render_options, HHP_SEVERITY_WARNING);
  if (status == HHP_OK)
    status = hhp_report_new(&unread);
  if (status == HHP_OK)
    status = hhp_report_set_path(unread, "en/sti.json");
  if (status == HHP_OK)
    status = hhp_report_set_unreadable(unread, HHP_ERR_NO_FILE);
  const hhp_report *const reports[] = {f->findings, unread};
  if (status == HHP_OK)
    status = hhp_reports_render(reports, 2, format, f->made_render_options, &f->made_text, &f->made_length);
  hhp_report_free(unread);
  return status;
}

#define BOTH(name, format)                      \
  static hhp_status S_both_##name(fixture *f) { \
    return S_render_both(f, format);            \
  }
BOTH(text, HHP_FORMAT_TEXT)
BOTH(json, HHP_FORMAT_JSON)
BOTH(markdown, HHP_FORMAT_MARKDOWN)
BOTH(junit, HHP_FORMAT_JUNIT)
BOTH(junit_strict, HHP_FORMAT_JUNIT_STRICT)
BOTH(github, HHP_FORMAT_GITHUB)
BOTH(gitlab, HHP_FORMAT_GITLAB)

const scenario more_scenarios[] = {
    {"plan_compact", S_compact, NULL},
    {"row_json", S_row_json, NULL},
    {"table_add_row", S_add_row, NULL},
    {"all tables as TSV", S_all_tables, NULL},
    {"references before their objects", S_parse_references_first, NULL},
    {"check of an unexpected letter", S_check_letter, NULL},
    {"check of an invisible character", S_check_invisible, NULL},
    {"check of malformed bytes", S_check_bytes, NULL},
    {"a line that is too long for the screen", S_render_long_line, NULL},
    {"check by another scheme", S_check_by_scheme, NULL},
    {"two reports as text", S_both_text, NULL},
    {"two reports as JSON", S_both_json, NULL},
    {"two reports as Markdown", S_both_markdown, NULL},
    {"two reports as JUnit", S_both_junit, NULL},
    {"two reports as strict JUnit", S_both_junit_strict, NULL},
    {"two reports for GitHub", S_both_github, NULL},
    {"two reports as Code Quality", S_both_gitlab, NULL},
};
const size_t more_scenario_count = sizeof(more_scenarios) / sizeof(more_scenarios[0]);
