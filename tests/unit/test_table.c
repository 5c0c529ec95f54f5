/* Tables: that they hold every field of a plan, what cells are as text and how they are read, and whole tables as
 * text. */
#include <stdlib.h>
#include <string.h>

#include "table/table.h"
#include "unit/support.h"

#define EVERYTHING "tests/corpus/roundtrip/everything.helhedsplan.json"

static const char *const plans[] = {
    "examples/complete.helhedsplan.json",    "examples/vollsmose-2016-2020.helhedsplan.json",
    "tests/corpus/real/p1.helhedsplan.json", "tests/corpus/real/p12.helhedsplan.json",
    "tests/faults/every.helhedsplan.json",   EVERYTHING,
};

static void free_options(void *options) {
  hhp_table_options_free(options);
}

static hhp_table_options *options_for(int32_t lang) {
  hhp_table_options *options = NULL;
  assert_int_equal(hhp_table_options_new(&options), HHP_OK);
  own(options, free_options);
  if (lang != 0)
    assert_int_equal(hhp_table_options_set_lang(options, lang), HHP_OK);
  return options;
}

static const char *owned(char *text) {
  if (text != NULL)
    own(text, hhp_free);
  return text;
}

static const char *cell(const hhp_object *row, const hhp_column *column, const hhp_table_options *options) {
  char *text = NULL;
  assert_int_equal(hhp_cell_text(row, column, options, &text), HHP_OK);
  return owned(text);
}

static const char *table_text(const char *name, const hhp_plan *plan, int32_t format,
                              const hhp_table_options *options) {
  char *text = NULL;
  size_t length = 0;
  assert_int_equal(hhp_table_render(hhp_table_find(name), plan, format, options, &text, &length), HHP_OK);
  assert_int_equal(length, strlen(text));
  return owned(text);
}

static hhp_object *nth_row(const char *table, const hhp_plan *plan, size_t index) {
  hhp_object *row = hhp_table_next(hhp_table_find(table), plan, NULL);
  while (index-- > 0)
    row = hhp_table_next(hhp_table_find(table), plan, row);
  assert_non_null(row);
  return row;
}

/* --- The tables themselves --- */

static size_t columns_with(const hhp_field *field) {
  size_t count = 0;
  for (size_t t = 0; t < hhp_table_count(); t++) {
    const hhp_table *table = hhp_table_at(t);
    for (size_t c = 0; c < hhp_table_column_count(table); c++) {
      const hhp_column *column = hhp_table_column_at(table, c);
      count += hhp_column_field(column) == field && !hhp_column_is_parent(column);
    }
  }
  return count;
}

/* Two lists have supports; everything else has one place. */
static void every_field_is_a_column(void **state) {
  (void)state;
  for (size_t e = 0; e < hhp_entity_count(); e++) {
    const hhp_entity *entity = hhp_entity_at(e);
    for (size_t f = 0; hhp_entity_is_editable(entity) && f < hhp_entity_field_count(entity); f++) {
      const hhp_field *field = hhp_entity_field_at(entity, f);
      size_t expected = hhp_field_type(field) != HHP_FIELD_OBJECT && hhp_field_type(field) != HHP_FIELD_FORMAT &&
                        strcmp(hhp_field_name(field), "$schema") != 0;
      expected *= strcmp(hhp_entity_name(entity), "support") == 0 ? 2 : 1;
      if (columns_with(field) != expected)
        fail_msg("%s.%s is in %zu columns", hhp_entity_name(entity), hhp_field_name(field), columns_with(field));
    }
  }
}

/* A column's steps lead from the entity of its rows, or of the table that contains it, to its field. */
static void columns_lead_to_their_fields(void **state) {
  (void)state;
  for (size_t t = 0; t < hhp_table_count(); t++) {
    const hhp_table *table = hhp_table_at(t);
    const hhp_table *parent = hhp_table_parent(table);
    assert_int_equal(parent != NULL, hhp_column_is_parent(hhp_table_column_at(table, 0)));
    for (size_t c = 0; c < table->column_count; c++) {
      const hhp_column *column = &table->columns[c];
      uint8_t entity = column->is_parent ? parent->entity : table->entity;
      for (size_t i = 0; i < column->count; i++) {
        assert_int_equal(column->steps[i].entity, entity);
        entity = hhp__field_of_step(column->steps[i])->target;
      }
    }
  }
}

static void assert_fits_a_sheet(const char *title) {
  assert_true(strlen(title) > 0 && strlen(title) <= 31);
  assert_null(strpbrk(title, "[]:*?/\\'"));
}

static void titles_and_headings_are_unique(void **state) {
  (void)state;
  for (size_t t = 0; t < hhp_table_count(); t++) {
    const hhp_table *table = hhp_table_at(t);
    assert_ptr_equal(hhp_table_find(hhp_table_name(table)), table);
    for (int32_t lang = HHP_LANG_DA; lang <= HHP_LANG_EN; lang++) {
      assert_fits_a_sheet(hhp_table_title(table, lang));
      for (size_t other = 0; other < t; other++)
        assert_string_not_equal(hhp_table_title(table, lang), hhp_table_title(hhp_table_at(other), lang));
      for (size_t c = 0; c < hhp_table_column_count(table); c++)
        for (size_t other = 0; other < c; other++)
          assert_string_not_equal(hhp_column_heading(hhp_table_column_at(table, c), lang),
                                  hhp_column_heading(hhp_table_column_at(table, other), lang));
    }
    for (size_t c = 0; c < hhp_table_column_count(table); c++)
      assert_ptr_equal(hhp_table_find_column(table, hhp_column_name(hhp_table_column_at(table, c))),
                       hhp_table_column_at(table, c));
  }
}

/* So that a title in either language, or a word, means one thing. */
static void words_and_titles_do_not_collide(void **state) {
  (void)state;
  for (size_t e = 0; e < HHP__ENUM_COUNT; e++) {
    const hhp__enum *words = &hhp__enums[e];
    for (size_t a = 0; a < words->count; a++) {
      for (size_t b = 0; b < words->count; b++) {
        const char *of_a[] = {words->values[a].json, words->values[a].title.da, words->values[a].title.en};
        const char *of_b[] = {words->values[b].json, words->values[b].title.da, words->values[b].title.en};
        for (size_t i = 0; a != b && i < 9; i++)
          if (strcmp(of_a[i / 3], of_b[i % 3]) == 0 && strcmp(words->name, "format") != 0)
            fail_msg("%s: %s means two things", words->name, of_a[i / 3]);
      }
    }
  }
}

/* --- Rows --- */

static void rows_are_in_the_order_of_the_plan(void **state) {
  (void)state;
  hhp_plan *plan =
      plan_of(plan_text("'indicators': [{'id': 'a', 'title': 'A'}, {'id': 'b', 'title': 'B', 'periods': [{'target': "
                        "'1'}, {'target': '2'}]}, "
                        "{'id': 'c', 'title': 'C'}, {'id': 'd', 'title': 'D', 'periods': [{'target': '3'}]}]"));
  const hhp_table *table = hhp_table_find("indicator_periods");
  assert_int_equal(hhp_table_row_count(table, plan), 3);
  assert_string_equal(table_text("indicator_periods", plan, HHP_FORMAT_CSV, NULL),
                      "indicator_id,start,end,target,actual\nb,,,1,\nb,,,2,\nd,,,3,\n");
  hhp_object *row = nth_row("indicator_periods", plan, 2);
  assert_null(hhp_table_next(table, plan, row));
  assert_null(hhp_table_next(hhp_table_find("plan"), plan, (hhp_object *)plan));
  assert_null(hhp_table_next(hhp_table_find("budget"), plan, NULL));
  assert_null(hhp_table_next(hhp_table_find("budget"), plan, row));
}

static void counts_are_those_of_walks(void **state) {
  (void)state;
  for (size_t i = 0; i < COUNT_OF(plans); i++) {
    hhp_plan *plan = plan_from(plans[i]);
    for (size_t t = 0; t < hhp_table_count(); t++) {
      size_t count = 0;
      for (hhp_object *row = NULL; (row = hhp_table_next(hhp_table_at(t), plan, row)) != NULL;)
        count++;
      assert_int_equal(hhp_table_row_count(hhp_table_at(t), plan), count);
    }
  }
}

/* The rows of two tables are supports. A row of one is no place in the other, whose lists are in other objects. */
static void a_row_of_another_table_is_followed_by_none(void **state) {
  (void)state;
  hhp_plan *plan = plan_from(EVERYTHING);
  hhp_object *of_strategy = nth_row("strategy_supports", plan, 0), *of_area = nth_row("work_area_supports", plan, 0);
  assert_non_null(of_strategy);
  assert_non_null(of_area);
  assert_null(hhp_table_next(hhp_table_find("work_area_supports"), plan, of_strategy));
  assert_null(hhp_table_next(hhp_table_find("strategy_supports"), plan, of_area));
  assert_null(hhp_table_next(hhp_table_find("plan"), plan, of_area));
}

static void rows_are_added_and_removed(void **state) {
  (void)state;
  hhp_plan *plan = plan_of(plan_text("'indicators': [{'id': 'a', 'title': 'A'}]"));
  const hhp_table *periods = hhp_table_find("indicator_periods"), *budget = hhp_table_find("budget");
  hhp_object *row = NULL, *line = NULL;
  assert_int_equal(hhp_table_add_row(periods, plan, "a", NULL, &row), HHP_OK);
  assert_ptr_equal(nth_row("indicator_periods", plan, 0), row);
  assert_int_equal(hhp_table_add_row(budget, plan, NULL, NULL, &line), HHP_OK);
  assert_int_equal(hhp_table_remove_row(budget, row), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_table_remove_row(periods, row), HHP_OK);
  assert_int_equal(hhp_table_remove_row(periods, row), HHP_ERR_ARGUMENT);
  assert_null(hhp_table_next(periods, plan, row));
  assert_int_equal(hhp_table_row_count(periods, plan), 0);

  assert_int_equal(hhp_table_add_row(periods, plan, "b", NULL, &row), HHP_ERR_NOT_FOUND);
  assert_null(row);
  assert_int_equal(hhp_table_add_row(periods, plan, NULL, NULL, &row), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_table_add_row(budget, plan, "a", NULL, &row), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_table_add_row(hhp_table_find("goals"), plan, NULL, "a", &row), HHP_ERR_DUPLICATE_ID);
  assert_int_equal(hhp_table_add_row(hhp_table_find("plan"), plan, NULL, NULL, &row), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_table_remove_row(hhp_table_find("plan"), (hhp_object *)plan), HHP_ERR_ARGUMENT);
}

/* A name of one letter is a name. */
static void short_names_are_found(void **state) {
  (void)state;
  hhp_plan *plan = plan_of(plan_text("'parties': [{'id': 'kommunen', 'name': 'K', 'kind': 'municipality'}], "
                                     "'activities': [{'id': 'a', 'title': 'A'}]"));
  hhp_object *activity = (hhp_object *)hhp_plan_activity_at(plan, 0);
  const hhp_column *lead = hhp_table_find_column(hhp_table_find("activities"), "lead");
  assert_int_equal(hhp_cell_set(activity, lead, "k", HHP_LANG_DA), HHP_OK);
  assert_string_equal(hhp_activity_lead(hhp_plan_activity_at(plan, 0)), "kommunen");
}

/* --- Cells --- */

/* Sets the cell, and returns it as text for people. */
static const char *set(hhp_object *row, const char *table, const char *column, const char *text, int32_t lang,
                       hhp_status expected) {
  const hhp_column *found = hhp_table_find_column(hhp_table_find(table), column);
  const char *before = cell(row, found, NULL);
  hhp_status status = hhp_cell_set(row, found, text, lang);
  if (status != expected)
    fail_msg("%s.%s, set to '%s': %s instead of %s", table, column, text, hhp_status_name(status),
             hhp_status_name(expected));
  const char *after = cell(row, found, NULL);
  if (status != HHP_OK)
    assert_string_equal(after == NULL ? "" : after, before == NULL ? "" : before);
  return after;
}

static hhp_plan *plan_to_edit(void) {
  return plan_of(plan_text(
      "'parties': [{'id': 'odense', 'name': 'Odense Kommune', 'kind': 'municipality', 'aliases': "
      "['Kommunen', 'ODENSE KOMMUNE']}, {'id': 'b', 'name': 'Boligforeningen; Øst', 'kind': 'other'}, {'id': 'c', "
      "'name': 'Tvilling', 'kind': 'other'}, {'id': 'd', 'name': 'tvilling', 'kind': 'other', "
      "'aliases': ['TVILLING']}], "
      "'activities': [{'id': 'a', 'title': 'A'}], 'financing': {'contributions': [{'parties': "
      "['odense']}], 'budget': [{'category': 'staff', 'year': 2016, 'party': 'odense', 'amount': "
      "1}]}, 'indicators': [{'id': 'i', 'title': 'I'}]"));
}

static const struct {
  const char *table, *column, *text;
  int32_t lang;
  hhp_status status;
  const char *cell; /* as for programs */
} readings[] = {
    {"budget", "amount", "46.000.000", HHP_LANG_DA, HHP_OK, "46000000"},
    {"budget", "amount", " 46,5 mio. kr. ", HHP_LANG_DA, HHP_OK, "46500000"},
    {"budget", "amount", "46.000", HHP_LANG_DA, HHP_OK, "46000"},
    {"budget", "amount", "46,000", HHP_LANG_DA, HHP_ERR_AMBIGUOUS, NULL},
    {"budget", "amount", "46,000", HHP_LANG_EN, HHP_OK, "46000"},
    {"budget", "amount", "46.000", HHP_LANG_EN, HHP_ERR_AMBIGUOUS, NULL},
    {"budget", "amount", "1,5", HHP_LANG_DA, HHP_ERR_RANGE, NULL},
    {"budget", "amount", "-5", HHP_LANG_DA, HHP_ERR_FORMAT, NULL},
    {"budget", "amount", "ved ikke", HHP_LANG_DA, HHP_ERR_FORMAT, NULL},
    {"budget", "amount", "25 %", HHP_LANG_DA, HHP_ERR_FORMAT, NULL},
    {"budget", "amount", "99999999999999999999", HHP_LANG_DA, HHP_ERR_OVERFLOW, NULL},
    {"budget", "amount", "1000000000001", HHP_LANG_DA, HHP_ERR_RANGE, NULL},
    {"budget", "amount", " ", HHP_LANG_DA, HHP_OK, NULL},
    {"budget", "category", "Løn", HHP_LANG_EN, HHP_OK, "staff"},
    {"budget", "category", " SEKRETARIAT", HHP_LANG_DA, HHP_OK, "secretariat"},
    {"budget", "category", "evaluation", HHP_LANG_DA, HHP_OK, "evaluation"},
    {"budget", "category", "kontorhold", HHP_LANG_DA, HHP_ERR_ENUM, NULL},
    {"budget", "year", "2017", HHP_LANG_DA, HHP_OK, "2017"},
    {"budget", "year", "2017 kr.", HHP_LANG_DA, HHP_ERR_FORMAT, NULL},
    {"budget", "year", "20170", HHP_LANG_DA, HHP_ERR_RANGE, NULL},
    {"budget", "year", "99999999999", HHP_LANG_DA, HHP_ERR_RANGE, NULL},
    {"budget", "party", "Odense kommune ", HHP_LANG_DA, HHP_OK, "odense"},
    {"budget", "party", "KOMMUNEN", HHP_LANG_DA, HHP_OK, "odense"},
    {"budget", "party", "ukendt", HHP_LANG_DA, HHP_OK, "ukendt"},
    {"budget", "activity", "A", HHP_LANG_DA, HHP_OK, "a"}, /* its title */
    {"budget", "party", "Ukendt Kommune", HHP_LANG_DA, HHP_ERR_NOT_FOUND, NULL},
    {"budget", "party", "Tvilling", HHP_LANG_DA, HHP_ERR_AMBIGUOUS, NULL},
    {"contributions", "parties", "Odense Kommune;d", HHP_LANG_DA, HHP_OK, "odense; d"},
    {"contributions", "parties", "Boligforeningen\\; Øst\nodense", HHP_LANG_DA, HHP_OK, "b; odense"},
    {"contributions", "parties", "b; Ukendt Kommune", HHP_LANG_DA, HHP_ERR_NOT_FOUND, NULL},
    {"contributions", "parties", " ; ", HHP_LANG_DA, HHP_OK, NULL},
    {"contributions", "hours", "1.000", HHP_LANG_DA, HHP_OK, "1000"},
    {"activities", "target_group.age_min", "-3", HHP_LANG_DA, HHP_OK, "-3"},
    {"activities", "target_group.age_min", "--3", HHP_LANG_DA, HHP_ERR_FORMAT, NULL},
    {"activities", "target_group.age_min", "-", HHP_LANG_DA, HHP_ERR_FORMAT, NULL},
    {"activities", "start", "2016-02", HHP_LANG_DA, HHP_OK, "2016-02"},
    {"activities", "start", "1. januar 2022", HHP_LANG_DA, HHP_OK, "2022-01-01"},
    {"activities", "start", "31-12-2020", HHP_LANG_DA, HHP_OK, "2020-12-31"},
    {"activities", "start", "3/4/2020", HHP_LANG_DA, HHP_ERR_AMBIGUOUS, NULL},
    {"activities", "start", "31-02-2020", HHP_LANG_DA, HHP_ERR_DATE, NULL},
    {"activities", "start", "snart", HHP_LANG_DA, HHP_ERR_DATE, NULL},
    {"activities", "id", " a2 ", HHP_LANG_DA, HHP_OK, "a2"},
    {"activities", "id", "odense", HHP_LANG_DA, HHP_ERR_DUPLICATE_ID, NULL},
    {"activities", "title", " Åben dør ", HHP_LANG_DA, HHP_OK, " Åben dør "},
    {"activities", "elements", "en\\;to;  tre ;;\\e;\\ x", HHP_LANG_DA, HHP_OK, "en\\;to; tre; \\e; \\ x"},
    {"indicators", "ascending", "Ja", HHP_LANG_DA, HHP_OK, "true"},
    {"indicators", "ascending", "FALSE", HHP_LANG_DA, HHP_OK, "false"},
    {"indicators", "ascending", "måske", HHP_LANG_DA, HHP_ERR_ENUM, NULL},
    {"indicators", "baseline.value", "63,5", HHP_LANG_DA, HHP_OK, "63.5"},
    {"indicators", "baseline.value", "63.5", HHP_LANG_DA, HHP_OK, "63.5"},
    {"indicators", "baseline.value", "1.234,5", HHP_LANG_DA, HHP_OK, "1234.5"},
    {"indicators", "baseline.value", "1.234", HHP_LANG_DA, HHP_ERR_AMBIGUOUS, NULL},
    {"indicators", "baseline.value", "1,234", HHP_LANG_DA, HHP_OK, "1.234"},
    {"indicators", "baseline.value", "123.456", HHP_LANG_DA, HHP_ERR_AMBIGUOUS, NULL},
    {"indicators", "baseline.value", "-123.456", HHP_LANG_DA, HHP_ERR_AMBIGUOUS, NULL},
    {"indicators", "baseline.value", "1234.567", HHP_LANG_DA, HHP_OK, "1234.567"},
    {"indicators", "baseline.value", "-0.125", HHP_LANG_DA, HHP_OK, "-0.125"},
    {"indicators", "baseline.value", "1.23", HHP_LANG_DA, HHP_OK, "1.23"},
    {"indicators", "baseline.value", "1.2345", HHP_LANG_DA, HHP_OK, "1.2345"},
    {"indicators", "baseline.value", ".125", HHP_LANG_DA, HHP_ERR_FORMAT, NULL},
    {"indicators", "baseline.value", "-.125", HHP_LANG_DA, HHP_ERR_FORMAT, NULL},
    {"indicators", "baseline.value", "1.23x", HHP_LANG_DA, HHP_ERR_FORMAT, NULL},
    {"indicators", "baseline.value", "123.456,5", HHP_LANG_DA, HHP_OK, "123456.5"},
    {"indicators", "baseline.value", ".123.456", HHP_LANG_DA, HHP_ERR_FORMAT, NULL},
    {"indicators", "baseline.value", "1.234,567.8", HHP_LANG_DA, HHP_ERR_FORMAT, NULL},
    {"indicators", "baseline.value", "1,234", HHP_LANG_EN, HHP_ERR_AMBIGUOUS, NULL},
    {"indicators", "baseline.value", "0.125", HHP_LANG_DA, HHP_OK, "0.125"},
    {"indicators", "baseline.value", "1.234.567", HHP_LANG_DA, HHP_OK, "1234567"},
    {"indicators", "baseline.value", "1.234.567,8", HHP_LANG_DA, HHP_OK, "1234567.8"},
    {"indicators", "baseline.value", "1 234,5678", HHP_LANG_DA, HHP_OK, "1234.5678"},
    {"indicators", "baseline.value", "3.5.2022", HHP_LANG_DA, HHP_ERR_FORMAT, NULL},
    {"indicators", "baseline.value", "1.234.56", HHP_LANG_DA, HHP_ERR_FORMAT, NULL},
    {"indicators", "baseline.value", "1.2,5", HHP_LANG_DA, HHP_ERR_FORMAT, NULL},
    {"indicators", "baseline.value", "1234.567,5", HHP_LANG_DA, HHP_ERR_FORMAT, NULL},
    {"indicators", "baseline.value", "1,234.5", HHP_LANG_DA, HHP_ERR_FORMAT, NULL},
    {"indicators", "baseline.value", "1.234,5", HHP_LANG_EN, HHP_ERR_FORMAT, NULL},
    {"indicators", "baseline.value", "1 2", HHP_LANG_DA, HHP_ERR_FORMAT, NULL},
    {"indicators", "baseline.value", "1\n234", HHP_LANG_DA, HHP_ERR_FORMAT, NULL},
    {"indicators", "baseline.value", "1\t234,5", HHP_LANG_DA, HHP_ERR_FORMAT, NULL},
    {"plan", "financing.grant.awarded", "100\n200", HHP_LANG_DA, HHP_ERR_FORMAT, NULL},
    {"indicators", "baseline.value", "- 5", HHP_LANG_DA, HHP_ERR_FORMAT, NULL},
    {"indicators", "baseline.value", "1,2,3", HHP_LANG_DA, HHP_ERR_FORMAT, NULL},
    {"parties", "aliases", "By; Land\\", HHP_LANG_DA, HHP_OK, "By; Land\\\\"}, /* escapes nothing: is itself */
    {"parties", "cvr", "35 20 91 15", HHP_LANG_DA, HHP_OK, "35209115"},
    {"parties", "cvr", "35209", HHP_LANG_DA, HHP_ERR_FORMAT, NULL},
    {"plan", "municipality_code", "Odense", HHP_LANG_DA, HHP_OK, "461"},
    {"plan", "municipality_code", "0461", HHP_LANG_DA, HHP_OK, "0461"},
    {"plan", "municipality_code", "Atlantis", HHP_LANG_DA, HHP_ERR_FORMAT, NULL},
    {"plan", "financing.grant.awarded", "34,5 mio.", HHP_LANG_DA, HHP_OK, "34500000"},
    {"plan", "financing.grant.party", "odense kommune", HHP_LANG_DA, HHP_OK, "odense"},
};

/* Characters that are not seen are no name, and so the name of nothing. */
static void names_have_content(void **state) {
  (void)state;
  hhp_plan *plan = plan_of(
      plan_text("'parties': [{'id': 'k', 'name': 'K', 'kind': 'municipality', 'aliases': "
                "['\u00ad']}], 'activities': [{'id': 'a', 'title': 'A'}], 'financing': {'budget': [{'category': "
                "'staff', 'year': 2016, 'party': 'k', 'amount': 1}]}"));
  set(nth_row("budget", plan, 0), "budget", "party", "\u2060", HHP_LANG_DA, HHP_ERR_NOT_FOUND);
}

static void cells_are_read_as_people_write_them(void **state) {
  (void)state;
  for (size_t i = 0; i < COUNT_OF(readings); i++) {
    hhp_plan *plan = plan_to_edit();
    hhp_object *row = nth_row(readings[i].table, plan, 0);
    const char *found =
        set(row, readings[i].table, readings[i].column, readings[i].text, readings[i].lang, readings[i].status);
    const char *expected = readings[i].cell;
    if (readings[i].status == HHP_OK && strcmp(found == NULL ? "-" : found, expected == NULL ? "-" : expected) != 0)
      fail_msg("%s.%s, set to '%s', is '%s'", readings[i].table, readings[i].column, readings[i].text, found);
  }
}

static void cells_for_people(void **state) {
  (void)state;
  hhp_plan *plan = plan_from(EVERYTHING);
  const hhp_table *table = hhp_table_find("indicators");
  hhp_object *row = nth_row("indicators", plan, 0);
  const hhp_column *ascending = hhp_table_find_column(table, "ascending");
  assert_int_equal(hhp_cell_set(row, ascending, "nej", HHP_LANG_DA), HHP_OK);
  assert_string_equal(cell(row, ascending, options_for(HHP_LANG_DA)), "nej");
  assert_string_equal(cell(row, ascending, options_for(HHP_LANG_EN)), "no");
  assert_string_equal(cell(row, ascending, NULL), "false");
  const hhp_column *value = hhp_table_find_column(table, "baseline.value");
  assert_int_equal(hhp_cell_set(row, value, "-63,5", HHP_LANG_DA), HHP_OK);
  assert_string_equal(cell(row, value, options_for(HHP_LANG_DA)), "-63,5");
  assert_string_equal(cell(row, value, options_for(HHP_LANG_EN)), "-63.5");
  const hhp_column *measure = hhp_table_find_column(table, "measure");
  assert_int_equal(hhp_cell_set(row, measure, "procent", HHP_LANG_EN), HHP_OK);
  assert_string_equal(cell(row, measure, options_for(HHP_LANG_DA)), "procent");
  assert_string_equal(cell(row, measure, options_for(HHP_LANG_EN)), "percent");
}

static void truths_are_read_by_every_word(void **state) {
  (void)state;
  static const char *const words[2][6] = {{"nej", "no", "false", "falsk", "falskt", "0"},
                                          {"ja", "yes", "true", "sand", "sandt", "1"}};
  hhp_plan *plan = plan_to_edit();
  hhp_object *row = nth_row("indicators", plan, 0);
  for (int truth = 0; truth < 2; truth++) {
    for (size_t i = 0; i < COUNT_OF(words[truth]); i++) {
      set(row, "indicators", "ascending", truth ? "nej" : "ja", HHP_LANG_DA, HHP_OK);
      assert_string_equal(set(row, "indicators", "ascending", words[truth][i], HHP_LANG_DA, HHP_OK),
                          truth ? "true" : "false");
    }
  }
}

/* Any text is the same after a list has been a cell. */
static void lists_survive_a_cell(void **state) {
  (void)state;
  static const char *const parts[] = {";", "\\", " ", "\n", "e", "æ", "\t", "\xc2\xa0", "a", ""};
  hhp_plan *plan = plan_to_edit();
  hhp_object *row = nth_row("activities", plan, 0);
  const hhp_column *elements = hhp_table_find_column(hhp_table_find("activities"), "elements");
  const hhp_field *field = hhp_column_field(elements);
  dice d = {20221};
  for (int turn = 0; turn < 2000; turn++) {
    char texts[3][32] = {"", "", ""};
    size_t count = (size_t)roll_below(&d, 3) + 1;
    assert_int_equal(hhp_clear(row, field), HHP_OK);
    for (size_t i = 0; i < count; i++) {
      for (uint64_t n = roll_below(&d, 6); n > 0; n--)
        strcat(texts[i], parts[roll_below(&d, COUNT_OF(parts))]);
      assert_int_equal(hhp_insert_text(row, field, i, texts[i]), HHP_OK);
    }
    const char *text = cell(row, elements, NULL);
    assert_int_equal(hhp_cell_set(row, elements, text, HHP_LANG_DA), HHP_OK);
    assert_int_equal(hhp_get_count(row, field), count);
    for (size_t i = 0; i < count; i++)
      assert_string_equal(hhp_get_text_at(row, field, i), texts[i]);
  }
}

/* A plan made of the cells of another, without what is in no table. References come last. */
static hhp_plan *rebuilt(const hhp_plan *from, const hhp_table_options *options, int32_t lang) {
  hhp_plan *made = new_plan();
  for (int pass = 0; pass < 2; pass++) {
    for (size_t t = 0; t < hhp_table_count(); t++) {
      const hhp_table *table = hhp_table_at(t);
      const hhp_column *first = hhp_table_column_at(table, 0);
      hhp_object *to = NULL;
      for (hhp_object *row = NULL; (row = hhp_table_next(table, from, row)) != NULL;) {
        const hhp_column *id = hhp_table_find_column(table, "id");
        if (pass == 1 || hhp_entity_format(hhp_table_entity(table)) != NULL)
          to = hhp_table_next(table, made, to);
        else
          assert_int_equal(
              hhp_table_add_row(
                  table, made, hhp_column_is_parent(first) ? cell(row, first, options) : NULL,
                  id != NULL && hhp_field_type(hhp_column_field(id)) == HHP_FIELD_ID ? cell(row, id, options) : NULL,
                  &to),
              HHP_OK);
        for (size_t c = 0; c < hhp_table_column_count(table); c++) {
          const hhp_column *column = hhp_table_column_at(table, c);
          if (hhp_column_is_parent(column) ||
              (hhp_field_type(hhp_column_field(column)) == HHP_FIELD_REFERENCE) != (pass == 1))
            continue;
          assert_int_equal(hhp_cell_set(to, column, cell(row, column, options), lang), HHP_OK);
        }
      }
    }
  }
  return made;
}

/* An empty text is an empty cell, and that is read as no text. */
static void clear_empty_texts(const hhp_plan *plan) {
  for (size_t t = 0; t < hhp_table_count(); t++) {
    const hhp_table *table = hhp_table_at(t);
    for (hhp_object *row = NULL; (row = hhp_table_next(table, plan, row)) != NULL;) {
      for (size_t c = 0; c < hhp_table_column_count(table); c++) {
        const char *text = cell(row, hhp_table_column_at(table, c), NULL);
        if (text != NULL && text[0] == '\0')
          assert_int_equal(hhp_cell_set(row, hhp_table_column_at(table, c), text, HHP_LANG_DA), HHP_OK);
      }
    }
  }
}

static void plans_survive_their_tables(void **state) {
  (void)state;
  for (size_t i = 0; i < COUNT_OF(plans); i++) {
    hhp_plan *plan = plan_from(plans[i]);
    clear_empty_texts(plan);
    for (int32_t lang = 0; lang <= HHP_LANG_EN; lang++) {
      hhp_plan *copy = rebuilt(plan, options_for(lang), lang == HHP_LANG_DA ? HHP_LANG_DA : HHP_LANG_EN);
      for (size_t t = 0; t < hhp_table_count(); t++) {
        const char *name = hhp_table_name(hhp_table_at(t));
        assert_string_equal(table_text(name, copy, HHP_FORMAT_JSON, NULL),
                            table_text(name, plan, HHP_FORMAT_JSON, NULL));
      }
    }
  }
}

/* --- Whole tables --- */

static void csv_for_people(void **state) {
  (void)state;
  hhp_plan *plan = plan_of("{\"format\":\"helhedsplan/1\",\"id\":\"p\",\"title\":\"T\",\"status\":\"draft\",\"scheme\":"
                           "\"lbf-2015-2018\",\"area\":\"A\",\"parties\":["
                           "{\"id\":\"a\",\"name\":\"=1+1\",\"kind\":\"police\"},"
                           "{\"id\":\"b\",\"name\":\"B; \\\"b\\\"\",\"kind\":\"fund\",\"aliases\":[\"-x\",\"y\"]},"
                           "{\"id\":\"c\",\"name\":\" c\\nd\",\"kind\":\"other\",\"cvr\":\"35209115\"},"
                           "{\"id\":\"d\",\"name\":\"'+d\",\"kind\":\"other\"},"
                           "{\"id\":\"e\",\"name\":\"'e\",\"kind\":\"other\"}]}");
  assert_string_equal(table_text("parties", plan, HHP_FORMAT_CSV, options_for(HHP_LANG_DA)),
                      "\xef\xbb\xbfId;Navn;Type;CVR-nummer;Andre navne\n"
                      "a;'=1+1;politi;;\n"
                      "b;\"B; \"\"b\"\"\";Landsbyggefonden;;\"'-x; y\"\n"
                      "c;\" c\nd\";anden;35209115;\n"
                      "d;''+d;anden;;\n"
                      "e;'e;anden;;\n");
  assert_string_equal(table_text("parties", plan, HHP_FORMAT_CSV, options_for(HHP_LANG_EN)),
                      "\xef\xbb\xbfId,Name,Kind,CVR number,Other names\n"
                      "a,'=1+1,police,,\n"
                      "b,\"B; \"\"b\"\"\",the fund,,'-x; y\n"
                      "c,\" c\nd\",other,35209115,\n"
                      "d,''+d,other,,\n"
                      "e,'e,other,,\n");
  assert_string_equal(table_text("parties", plan, HHP_FORMAT_CSV, NULL), "id,name,kind,cvr,aliases\n"
                                                                         "a,=1+1,police,,\n"
                                                                         "b,\"B; \"\"b\"\"\",fund,,-x; y\n"
                                                                         "c,\" c\nd\",other,35209115,\n"
                                                                         "d,'+d,other,,\n"
                                                                         "e,'e,other,,\n");
}

static void options_change_one_thing_each(void **state) {
  (void)state;
  hhp_plan *plan = plan_of(plan_text("'parties': [{'id': 'a', 'name': '=|', 'kind': 'police'}]"));
  hhp_table_options *options = options_for(HHP_LANG_DA);
  assert_int_equal(hhp_table_options_set_bom(options, 0), HHP_OK);
  assert_string_equal(table_text("parties", plan, HHP_FORMAT_CSV, options),
                      "Id;Navn;Type;CVR-nummer;Andre navne\na;'=|;politi;;\n");
  assert_int_equal(hhp_table_options_set_separator(options, '|'), HHP_OK);
  assert_string_equal(table_text("parties", plan, HHP_FORMAT_CSV, options),
                      "Id|Navn|Type|CVR-nummer|Andre navne\na|\"'=|\"|politi||\n");
  assert_int_equal(hhp_table_options_set_guard(options, 0), HHP_OK);
  assert_string_equal(table_text("parties", plan, HHP_FORMAT_TSV, options),
                      "Id\tNavn\tType\tCVR-nummer\tAndre navne\na\t=|\tpoliti\t\t\n");
  assert_int_equal(hhp_table_options_set_guard(options, 1), HHP_OK);
  assert_string_equal(table_text("parties", plan, HHP_FORMAT_TSV, options),
                      "Id\tNavn\tType\tCVR-nummer\tAndre navne\na\t'=|\tpoliti\t\t\n");
  assert_int_equal(hhp_table_options_set_bom(options, 1), HHP_OK);
  assert_int_equal(strncmp(table_text("parties", plan, HHP_FORMAT_CSV, options), "\xef\xbb\xbfId|", 6), 0);
  assert_int_equal(hhp_table_options_set_guard(options, 2), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_table_options_set_separator(options, 'x'), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_table_options_set_bom(options, 2), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_table_options_set_guard(options, -1), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_table_options_set_lang(options, 3), HHP_ERR_ARGUMENT);
}

static void guarded_texts_are_found_again(void **state) {
  (void)state;
  static const char *const texts[] = {"=a",   "+a", "-a", "@a", "\ta", "\ra", "\na", "'=a",
                                      "''-a", "'",  "''", "'a", "a",   "a=",  ""};
  for (size_t i = 0; i < COUNT_OF(texts); i++) {
    char guarded[16] = "'";
    strcat(guarded, texts[i]);
    assert_int_equal(hhp__needs_guard(texts[i]), i < 9);
    assert_string_equal(hhp_table_unguarded(hhp__needs_guard(texts[i]) ? guarded : texts[i]), texts[i]);
  }
  assert_null(hhp_table_unguarded(NULL));
}

/* White space at an end is in quotes, which readers keep; elsewhere it needs none. */
static void blanks_at_the_ends_are_quoted(void **state) {
  (void)state;
  static const char *const names[][2] = {{"b", "b"}, {" b", "\" b\""}, {"b ", "\"b \""}, {"b b", "b b"}};
  for (size_t i = 0; i < COUNT_OF(names); i++) {
    hhp_plan *plan = plan_of(plan_text("'parties': [{'id': 'a', 'name': '%s', 'kind': 'police'}]", names[i][0]));
    assert_string_equal(table_text("parties", plan, HHP_FORMAT_CSV, NULL),
                        text_of("id,name,kind,cvr,aliases\na,%s,police,,\n", names[i][1]));
  }
}

static void markdown_and_json(void **state) {
  (void)state;
  hhp_plan *plan = plan_to_edit();
  assert_string_equal(table_text("budget", plan, HHP_FORMAT_MARKDOWN, options_for(HHP_LANG_DA)),
                      "| Udgiftstype | Aktivitet | Indsatsområde | År | Part | Beløb, kr. |\n"
                      "|---|---|---|---:|---|---:|\n"
                      "| løn |  |  | 2016 | odense | 1 |\n");
  assert_string_equal(table_text("budget", plan, HHP_FORMAT_JSON, NULL),
                      "[\n{\"category\":\"staff\",\"year\":2016,\"party\":\"odense\",\"amount\":1}\n]\n");
  assert_string_equal(table_text("milestones", plan, HHP_FORMAT_JSON, NULL), "[\n]\n");
}

/* Lists are lists, truths and numbers are no texts, decimals are, and what is not given is not there. */
static void json_has_values_of_every_kind(void **state) {
  (void)state;
  hhp_plan *plan =
      plan_of(plan_text("'parties': [{'id': 'k', 'name': 'K', 'kind': 'municipality', 'aliases': ['A; B', 'C']}], "
                        "'goals': [{'id': 'g', 'title': 'G', 'pursued': false, 'adopted_on': '2016-01'}], "
                        "'indicators': [{'id': 'i', 'title': 'I', "
                        "'baseline': {'year': 2015, 'value': '63.50'}}]"));
  assert_string_equal(table_text("parties", plan, HHP_FORMAT_JSON, NULL),
                      quoted("[\n{'id':'k','name':'K','kind':'municipality','aliases':['A; B','C']}\n]\n"));
  assert_string_equal(table_text("goals", plan, HHP_FORMAT_JSON, NULL),
                      quoted("[\n{'id':'g','title':'G','pursued':false,'adopted_on':'2016-01'}\n]\n"));
  assert_string_equal(table_text("indicators", plan, HHP_FORMAT_JSON, NULL),
                      quoted("[\n{'id':'i','title':'I','baseline.year':2015,'baseline.value':'63.50'}\n]\n"));
}

static void arguments_are_checked(void **state) {
  (void)state;
  hhp_plan *plan = plan_to_edit();
  const hhp_table *budget = hhp_table_find("budget");
  hhp_object *line = nth_row("budget", plan, 0), *activity = nth_row("activities", plan, 0);
  const hhp_column *amount = hhp_table_find_column(budget, "amount");
  char *text = NULL;
  assert_null(hhp_table_find("nothing"));
  assert_null(hhp_table_find(NULL));
  assert_null(hhp_table_at(hhp_table_count()));
  assert_null(hhp_table_column_at(budget, hhp_table_column_count(budget)));
  assert_null(hhp_table_find_column(budget, "nothing"));
  assert_null(hhp_table_name(NULL));
  assert_null(hhp_table_title(NULL, HHP_LANG_DA));
  assert_null(hhp_table_entity(NULL));
  assert_null(hhp_table_parent(NULL));
  assert_null(hhp_column_name(NULL));
  assert_null(hhp_column_heading(NULL, HHP_LANG_DA));
  assert_null(hhp_column_field(NULL));
  assert_int_equal(hhp_column_is_parent(NULL), 0);
  assert_int_equal(hhp_table_column_count(NULL), 0);
  assert_int_equal(hhp_table_row_count(budget, NULL), 0);
  assert_null(hhp_table_next(NULL, plan, NULL));
  assert_null(hhp_table_next(budget, NULL, NULL));
  assert_null(hhp_cell_object(activity, amount));
  assert_null(hhp_cell_object(NULL, amount));
  assert_int_equal(hhp_cell_set(activity, amount, "1", HHP_LANG_DA), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_cell_set(line, amount, "1", 0), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_cell_set(line, amount, "\xff", HHP_LANG_DA), HHP_ERR_UTF8);
  assert_int_equal(hhp_cell_text(activity, amount, NULL, &text), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_cell_text(line, amount, NULL, NULL), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_row_json(budget, activity, &text), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_row_json(budget, line, NULL), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_row_json(NULL, line, &text), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_row_json(budget, NULL, &text), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_table_row_count(NULL, plan), 0);
  assert_int_equal(hhp_table_add_row(NULL, plan, NULL, NULL, &line), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_table_add_row(budget, NULL, NULL, NULL, &line), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_table_render(budget, plan, HHP_FORMAT_SARIF, NULL, &text, NULL), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_table_render(NULL, plan, HHP_FORMAT_CSV, NULL, &text, NULL), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_table_render(budget, NULL, HHP_FORMAT_CSV, NULL, &text, NULL), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_table_render(budget, plan, HHP_FORMAT_CSV, NULL, NULL, NULL), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_table_options_new(NULL), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_table_add_row(budget, plan, NULL, NULL, NULL), HHP_ERR_ARGUMENT);
  const hhp_table *periods = hhp_table_find("indicator_periods");
  hhp_object *period = NULL;
  assert_int_equal(hhp_table_add_row(periods, plan, "i", NULL, &period), HHP_OK);
  assert_int_equal(hhp_cell_set(period, hhp_table_column_at(periods, 0), "i", HHP_LANG_DA), HHP_ERR_ARGUMENT);
  assert_string_equal(cell(period, hhp_table_column_at(periods, 0), NULL), "i");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(every_field_is_a_column),
      TEST(short_names_are_found),
      TEST(columns_lead_to_their_fields),
      TEST(titles_and_headings_are_unique),
      TEST(words_and_titles_do_not_collide),
      TEST(rows_are_in_the_order_of_the_plan),
      TEST(counts_are_those_of_walks),
      TEST(a_row_of_another_table_is_followed_by_none),
      TEST(rows_are_added_and_removed),
      TEST(names_have_content),
      TEST(cells_are_read_as_people_write_them),
      TEST(cells_for_people),
      TEST(truths_are_read_by_every_word),
      TEST(lists_survive_a_cell),
      TEST(plans_survive_their_tables),
      TEST(csv_for_people),
      TEST(options_change_one_thing_each),
      TEST(guarded_texts_are_found_again),
      TEST(blanks_at_the_ends_are_quoted),
      TEST(markdown_and_json),
      TEST(json_has_values_of_every_kind),
      TEST(arguments_are_checked),
  };
  return cmocka_run_group_tests_name("table", tests, NULL, NULL);
}
