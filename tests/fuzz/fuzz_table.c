/* Cells from arbitrary bytes, and tables as CSV. Bytes choose a table, a column, a row and a language, the rest is the
 * text of the cell. A cell that is taken is written so that it is read again as the same; one that is not leaves the
 * plan as it was; and the rows of the CSV, read by the rules of RFC 4180, are the cells. */
#include <stdlib.h>
#include <string.h>

#include <helhedsplan/helhedsplan.h>

#include "fuzz/target.h"
#include "support/csv.h"
#include "support/draw.h"
#include "support/text.h"
#include "support/written.h"
#include "support/written_html.h"

const size_t plan_begins_at = 0; /* there is no plan in these inputs */

/* The same plan for every input, with a row in most tables. An input that leaves it as it was leaves it to the next;
 * after others it is read again, since reading and writing it take most of the time. */
static struct {
  char *json;     /* as the library writes it */
  hhp_plan *plan; /* NULL: to be read again */
  int is_changed;
} S_shared;

enum { LEAST_PLAN = 1500 }; /* bytes */

static char *S_dump(const hhp_plan *plan) {
  char *json = NULL;
  must(hhp_plan_dump(plan, &json, NULL) == HHP_OK, "not written");
  return json;
}

static void S_draw_plan(void) {
  random_source random = {.state = 2016};
  char *json = NULL;
  do {
    json_t *tree = draw_plan(&random);
    free(json);
    json = json_dumps(tree, JSON_COMPACT);
    json_decref(tree);
  } while (strlen(json) < LEAST_PLAN);
  must(hhp_plan_parse(&S_shared.plan, json, HHP_NUL_TERMINATED, NULL) == HHP_OK, "the plan is not read");
  S_shared.json = S_dump(S_shared.plan);
  free(json);
}

static hhp_plan *S_plan(void) {
  if (S_shared.json == NULL)
    S_draw_plan();
  if (S_shared.plan == NULL)
    must(hhp_plan_parse(&S_shared.plan, S_shared.json, HHP_NUL_TERMINATED, NULL) == HHP_OK,
         "the plan is not read again");
  return S_shared.plan;
}

static char *S_cell(const hhp_object *row, const hhp_column *column, int32_t lang) {
  hhp_table_options *options = NULL;
  char *written = NULL;
  must(hhp_table_options_new(&options) == HHP_OK, "no options");
  if (lang != 0)
    must(hhp_table_options_set_lang(options, lang) == HHP_OK && hhp_table_options_set_guard(options, 0) == HHP_OK,
         "options not taken");
  must(hhp_cell_text(row, column, options, &written) == HHP_OK, "a cell is not written");
  hhp_table_options_free(options);
  return written;
}

/* What is written in a language is read in that language; what is for programs, in both. */
static void S_set_again(const hhp_plan *plan, hhp_object *row, const hhp_column *column, const char *before) {
  for (int32_t lang = 0; lang <= HHP_LANG_EN; lang++) {
    char *written = S_cell(row, column, lang);
    hhp_status status = hhp_cell_set(row, column, written, lang == 0 ? HHP_LANG_EN : lang);
    char *after = S_dump(plan);
    must(status == HHP_OK, "a cell does not take what it is written as");
    must(strcmp(before, after) == 0, "a cell is another after it took what it is written as");
    hhp_free(after);
    hhp_free(written);
  }
}

/* A list of texts, one of which contains the mark between them or is empty, is written as other texts. */
static int S_is_list_of_texts(const hhp_column *column) {
  const hhp_field *field = hhp_column_field(column);
  return field != NULL && hhp_field_is_list(field) && hhp_field_type(field) == HHP_FIELD_TEXT;
}

static void S_compare_csv(const hhp_table *table, const hhp_plan *plan, int32_t separator) {
  hhp_table_options *options = NULL;
  char *out = NULL;
  size_t length = 0;
  must(hhp_table_options_new(&options) == HHP_OK && hhp_table_options_set_separator(options, separator) == HHP_OK,
       "no options");
  must(hhp_table_render(table, plan, HHP_FORMAT_CSV, options, &out, &length) == HHP_OK, "no CSV");
  csv_reader reader = {out, length, (char)separator};
  text cell = {0};
  for (size_t c = 0; c < hhp_table_column_count(table); c++) {
    must(csv_next(&reader, &cell), "a heading is missing");
    must(strcmp(cell.bytes, hhp_column_name(hhp_table_column_at(table, c))) == 0, "another heading");
  }
  for (hhp_object *row = hhp_table_next(table, plan, NULL); row != NULL; row = hhp_table_next(table, plan, row)) {
    for (size_t c = 0; c < hhp_table_column_count(table); c++) {
      char *expected = S_cell(row, hhp_table_column_at(table, c), 0);
      must(csv_next(&reader, &cell), "a cell is missing");
      must(strcmp(cell.bytes, expected == NULL ? "" : expected) == 0, "another cell in the CSV");
      hhp_free(expected);
    }
  }
  must(reader.length == 0, "too much CSV");
  text_free(&cell);
  hhp_free(out);
  hhp_table_options_free(options);
}

static void S_check_markdown(const hhp_table *table, const hhp_plan *plan) {
  char *out = NULL;
  size_t length = 0;
  must(hhp_table_render(table, plan, HHP_FORMAT_MARKDOWN, NULL, &out, &length) == HHP_OK, "no Markdown");
  must_be_sound(unsafe_text(out, length));
  must_be_sound(bad_html_in_markdown(out));
  hhp_free(out);
}

static void S_set(const choices *from, hhp_object *row, const hhp_column *column, int32_t lang) {
  text given = {0};
  text_add(&given, from->bytes, from->length);
  hhp_status status = hhp_cell_set(row, column, given.bytes, lang);
  char *after = S_dump(S_shared.plan);
  S_shared.is_changed = status == HHP_OK;
  must(status == HHP_OK || strcmp(S_shared.json, after) == 0, "a cell that is not taken changes the plan");
  if (status == HHP_OK && !S_is_list_of_texts(column))
    S_set_again(S_shared.plan, row, column, after);
  hhp_free(after);
  text_free(&given);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
  static const char separators[] = ",;|\t";
  choices from = {bytes, length};
  hhp_plan *plan = S_plan();
  const hhp_table *table = hhp_table_at(choose_below(&from, hhp_table_count()));
  const hhp_column *column = hhp_table_column_at(table, choose_below(&from, hhp_table_column_count(table)));
  uint8_t how = choose_byte(&from);
  hhp_object *row = hhp_table_next(table, plan, NULL);
  for (int i = how / 8 % 4; i > 0 && row != NULL; i--)
    row = hhp_table_next(table, plan, row) == NULL ? row : hhp_table_next(table, plan, row);
  if (row != NULL)
    S_set(&from, row, column, how & 1 ? HHP_LANG_DA : HHP_LANG_EN);
  if (how & 2)
    S_compare_csv(table, plan, separators[how / 64]);
  if (how & 4)
    S_check_markdown(table, plan);
  if (S_shared.is_changed) {
    hhp_plan_free(S_shared.plan);
    S_shared.plan = NULL;
    S_shared.is_changed = 0;
  }
  return 0;
}
