/* Tables of goals by focus area and by strategy. A row of dots is a goal that nothing covers. */
#include "cli/print/goal_table.h"

#include <stdlib.h>
#include <string.h>

#include "cli/print/focus_areas.h"
#include "cli/print/lang.h"
#include "cli/print/layout.h"

enum {
  MARK = 2,            /* "* " for a goal that is pursued */
  GOAL = 42,           /* its title */
  CELL = 4,            /* width of a column */
  COLUMNS = 9,         /* columns that fit side by side */
  MOST_STRATEGIES = 25 /* strategies past this limit are only counted */
};

typedef struct cli_place {
  const char *id;
  size_t row;
} cli_place;

/* A row for each goal of the plan; cells are counts. */
typedef struct cli_table {
  const hhp_plan *plan;
  cli_place *places; /* the goals, sorted by id */
  uint32_t *cells;
  size_t rows, columns;
  size_t marks; /* the first columns show a mark instead of the count */
} cli_table;

static int S_compare_ids(const void *one, const void *other) {
  return strcmp(((const cli_place *)one)->id, ((const cli_place *)other)->id);
}

/* Returns -1 if there are no columns, or out of memory (out->failed). */
static int S_new_table(cli_table *table, cli_text *out, const hhp_plan *plan, size_t columns, size_t marks) {
  *table = (cli_table){plan, NULL, NULL, hhp_plan_goal_count(plan), columns, marks};
  if (columns == 0)
    return -1;
  table->places = calloc(table->rows, sizeof(*table->places));
  table->cells = calloc(table->rows, columns * sizeof(*table->cells));
  if (table->places == NULL || table->cells == NULL) {
    out->failed = 1;
    return -1;
  }
  for (size_t i = 0; i < table->rows; i++)
    table->places[i] = (cli_place){hhp_goal_id(hhp_plan_goal_at(plan, i)), i};
  qsort(table->places, table->rows, sizeof(*table->places), S_compare_ids);
  return 0;
}

static void S_free_table(cli_table *table) {
  free(table->places);
  free(table->cells);
}

static uint32_t *S_cell(const cli_table *table, size_t row, size_t column) {
  return &table->cells[row * table->columns + column];
}

/* References to unknown goals are findings, and not counted here. */
static void S_count_goal(cli_table *table, const char *goal, size_t column) {
  cli_place key = {goal, 0};
  const cli_place *place = bsearch(&key, table->places, table->rows, sizeof(key), S_compare_ids);
  if (place != NULL)
    ++*S_cell(table, place->row, column);
}

static int S_is_empty(const cli_table *table, size_t row, size_t columns) {
  for (size_t i = 0; i < columns; i++) {
    if (*S_cell(table, row, i) > 0)
      return 0;
  }
  return 1;
}

static void S_put_row(cli_text *out, const cli_table *table, size_t row, size_t first, size_t end) {
  const hhp_goal *goal = hhp_plan_goal_at(table->plan, row);
  put(out, hhp_goal_pursued(goal) ? "* " : "  ");
  put_shown_left(out, hhp_goal_title(goal), GOAL);
  for (size_t i = first; i < end; i++) {
    uint32_t count = *S_cell(table, row, i);
    cli_text number = {0};
    put_number(&number, count);
    put_right(out, count == 0 ? "." : i < table->marks ? "x" : text_of(&number), CELL);
    text_join(out, &number);
  }
  put(out, "\n");
}

/* `head` writes the heading of a column. Columns that do not fit continue in another table below. */
static void S_put_table(cli_text *out, const cli_table *table, void (*head)(cli_text *, size_t, size_t, int32_t),
                        int32_t lang) {
  for (size_t first = 0; first < table->columns; first += COLUMNS) {
    size_t end = first + COLUMNS < table->columns ? first + COLUMNS : table->columns;
    put_times(out, ' ', MARK + GOAL);
    for (size_t i = first; i < end; i++) {
      cli_text word = {0};
      head(&word, i, table->columns, lang);
      put_right(out, text_of(&word), CELL);
      text_join(out, &word);
    }
    put(out, "\n");
    for (size_t row = 0; row < table->rows; row++)
      S_put_row(out, table, row, first, end);
  }
}

static void S_head_area(cli_text *word, size_t column, size_t columns, int32_t lang) {
  (void)columns;
  (void)lang;
  char letter = (char)('A' + column);
  put_bytes(word, &letter, 1);
}

static void S_head_strategy(cli_text *word, size_t column, size_t columns, int32_t lang) {
  if (column + 1 == columns)
    put(word, in_lang(lang, "ao", "wa"));
  else
    put_number(word, (int64_t)column + 1);
}

/* Every activity belongs to a cross-cutting focus area, named or not. */
static void S_count_activities(cli_table *table) {
  for (size_t i = 0; i < hhp_plan_activity_count(table->plan); i++) {
    const hhp_activity *activity = hhp_plan_activity_at(table->plan, i);
    for (size_t column = 0; column < table->columns; column++) {
      const hhp_focus_area *area = hhp_plan_focus_area_at(table->plan, column);
      if (!hhp_focus_area_cross_cutting(area) && !activity_is_in(activity, area))
        continue;
      for (size_t j = 0; j < hhp_activity_goal_count(activity); j++)
        S_count_goal(table, hhp_activity_goal_at(activity, j), column);
    }
  }
}

static int S_has_cross_cutting(const cli_table *table) {
  for (size_t column = 0; column < table->columns; column++) {
    if (hhp_focus_area_cross_cutting(hhp_plan_focus_area_at(table->plan, column)))
      return 1;
  }
  return 0;
}

static void S_put_by_area(cli_text *out, const hhp_plan *plan, int32_t lang) {
  cli_table table;
  size_t areas = hhp_plan_focus_area_count(plan);
  if (S_new_table(&table, out, plan, areas < MOST_AREAS ? areas : MOST_AREAS, 0) == 0) {
    S_count_activities(&table);
    put(out, in_lang(lang, "\nMål efter indsatsområde: antal aktiviteter, der nævner målet\n",
                     "\nGoals by focus area: number of activities that name the goal\n"));
    S_put_table(out, &table, S_head_area, lang);
    if (S_has_cross_cutting(&table))
      put(out, in_lang(lang, "  Under et tværgående indsatsområde tælles alle aktiviteter med.\n",
                       "  All activities are counted in a cross-cutting focus area.\n"));
  }
  S_free_table(&table);
}

/* The row of the goal above, or `rows` if there is none. */
static size_t S_parent(const cli_table *table, size_t row) {
  cli_place key = {hhp_goal_parent(hhp_plan_goal_at(table->plan, row)), 0};
  const cli_place *place =
      key.id == NULL ? NULL : bsearch(&key, table->places, table->rows, sizeof(key), S_compare_ids);
  return place == NULL ? table->rows : place->row;
}

/* Marks the goals that a strategy has, and those above them: what supports a subgoal supports the goal (HP203). */
static void S_mark_supported(const cli_table *table, unsigned char *marks) {
  for (size_t i = 0; i < table->rows; i++) {
    if (S_is_empty(table, i, table->columns - 1))
      continue;
    for (size_t row = i; row < table->rows && !marks[row]; row = S_parent(table, row))
      marks[row] = 1;
  }
}

static void S_put_unsupported(cli_text *out, const cli_table *table, int32_t lang) {
  cli_text words = {0};
  unsigned char *marks = calloc(table->rows, 1);
  if (marks == NULL) {
    out->failed = 1;
    return;
  }
  S_mark_supported(table, marks);
  for (size_t row = 0; row < table->rows; row++) {
    const hhp_goal *goal = hhp_plan_goal_at(table->plan, row);
    if (hhp_goal_parent(goal) != NULL || marks[row])
      continue;
    put(&words, words.length == 0 ? in_lang(lang, "Ingen strategi understøtter: ", "No strategy supports: ") : "; ");
    put_shown(&words, hhp_goal_title(goal));
  }
  free(marks);
  put(&words, words.length == 0 ? "" : ".");
  if (words.length > 0)
    put_paragraph(out, text_of(&words), MARK);
  text_join(out, &words);
}

static void S_put_legend(cli_text *out, const hhp_plan *plan, size_t strategies, int32_t lang) {
  enum { COLUMN = 6 };
  for (size_t i = 0; i < strategies; i++) {
    cli_text number = {0};
    put_number(&number, (int64_t)i + 1);
    put_right(out, text_of(&number), COLUMN - 2);
    put(out, "  ");
    put_shown_wrapped(out, hhp_strategy_title(hhp_plan_strategy_at(plan, i)), COLUMN, SCREEN);
    put(out, "\n");
    text_join(out, &number);
  }
  put(out, in_lang(lang, "  ao  arbejdsområder, der bidrager til målet\n",
                   "  wa  work areas that contribute to the goal\n"));
}

/* Strategies, and work areas in the last column. */
static void S_count_servers(cli_table *table) {
  const hhp_plan *plan = table->plan;
  size_t last = table->columns - 1;
  for (size_t i = 0; i < last; i++) {
    const hhp_strategy *strategy = hhp_plan_strategy_at(plan, i);
    for (size_t j = 0; j < hhp_strategy_goal_count(strategy); j++)
      S_count_goal(table, hhp_strategy_goal_at(strategy, j), i);
  }
  for (size_t i = 0; i < hhp_plan_work_area_count(plan); i++) {
    const hhp_work_area *area = hhp_plan_work_area_at(plan, i);
    for (size_t j = 0; j < hhp_work_area_contribution_count(area); j++)
      S_count_goal(table, hhp_goal_contribution_goal(hhp_work_area_contribution_at(area, j)), last);
  }
}

static void S_put_by_strategy(cli_text *out, const hhp_plan *plan, int32_t lang) {
  cli_table table;
  size_t strategies = hhp_plan_strategy_count(plan);
  size_t shown = strategies < MOST_STRATEGIES ? strategies : MOST_STRATEGIES;
  if (strategies == 0)
    return;
  if (S_new_table(&table, out, plan, shown + 1, shown) == 0) {
    S_count_servers(&table);
    put(out, in_lang(lang, "\nMål efter strategi\n", "\nGoals by strategy\n"));
    S_put_table(out, &table, S_head_strategy, lang);
    S_put_legend(out, plan, shown, lang);
    if (strategies == shown + 1)
      put(out, in_lang(lang, "  … og 1 strategi til\n", "  … and 1 more strategy\n"));
    else if (strategies > shown)
      put_in_lang(out, lang, "  … og %zu strategier til\n", "  … and %zu more strategies\n", strategies - shown);
    else
      S_put_unsupported(out, &table, lang);
  }
  S_free_table(&table);
}

void put_goals(cli_text *out, const hhp_plan *plan, int32_t lang) {
  if (hhp_plan_goal_count(plan) == 0) {
    put(out, in_lang(lang, "\nMål\n  Planen har ingen.\n", "\nGoals\n  The plan has none.\n"));
    return;
  }
  S_put_by_area(out, plan, lang);
  S_put_by_strategy(out, plan, lang);
  put(out, in_lang(lang, "  *   mål, som planen forfølger\n", "  *   goals that the plan pursues\n"));
}
