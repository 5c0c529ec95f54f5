/* Money by party, year and category: the roll-ups of the library as bars, each with its table. */
#include "render/html.h"

#include <helhedsplan/rollup.h>

#include <string.h>

#include "base/utf8.h"
#include "render/svg.h"

enum { LABEL = 14, BAR_TOP = 20, BAR = 13, ROW = 42, AXIS = 22, MOST_COLUMNS = 6 };

/* Kroner from which an amount is printed smaller: five columns of such are wider than A4 otherwise. */
static const int64_t LONG_AMOUNT = 10000000000;

typedef int64_t S_cell(const hhp_rollup_row *row);

typedef struct {
  hhp__phrase title;
  S_cell *cell;
} S_column;

/* A picture: the whole of each bar, and the part of it that is local (NULL: not distinguished). */
typedef struct {
  int32_t by;
  int is_substitute; /* drawn only if the one before it is not, and if some year has an amount */
  const char *id;
  hhp__phrase title;
  S_cell *whole;
  S_cell *local;
  S_column columns[MOST_COLUMNS];
  size_t column_count;
} S_chart;

#define MONEY_COLUMNS                                                                                        \
  {                                                                                                          \
    {{"Tilskud", "Grant"}, hhp_rollup_row_grant}, {{"Bidrag", "Contributions"}, hhp_rollup_row_contributed}, \
        {{"Heraf lokale midler", "Of these local"}, hhp_rollup_row_local},                                   \
        {{"Tilskud og bidrag", "Grant and contributions"}, hhp_rollup_row_given},                            \
        {{"Budget", "Budget"}, hhp_rollup_row_budgeted},                                                     \
        {{"Uden beløb (antal)", "Without amount (count)"}, hhp_rollup_row_not_stated},                       \
  }

static const S_chart S_charts[] = {
    {HHP_ROLLUP_BY_PARTY,
     0,
     "money-party",
     {"Tilskud og bidrag efter part", "Grant and contributions by party"},
     hhp_rollup_row_given,
     hhp_rollup_row_local,
     MONEY_COLUMNS,
     6},
    {HHP_ROLLUP_BY_YEAR,
     0,
     "money-year",
     {"Budget efter år", "Budget by year"},
     hhp_rollup_row_budgeted,
     NULL,
     MONEY_COLUMNS,
     6},
    {HHP_ROLLUP_BY_YEAR,
     1,
     "money-year",
     {"Bidrag efter år", "Contributions by year"},
     hhp_rollup_row_contributed,
     NULL,
     MONEY_COLUMNS,
     6},
    {HHP_ROLLUP_BY_CATEGORY,
     0,
     "money-category",
     {"Budget efter kategori", "Budget by category"},
     hhp_rollup_row_budgeted,
     NULL,
     {{{"Budget", "Budget"}, hhp_rollup_row_budgeted},
      {{"Uden beløb (antal)", "Without amount (count)"}, hhp_rollup_row_not_stated}},
     2},
};

static int S_is_amount(int64_t value) {
  return value > 0;
}

/* The rows with an amount, and those that lack one of the chart: the count includes contributions, which do not make a
 * budget of 0 incomplete. */
static int S_is_drawn(const S_chart *chart, const hhp_rollup_row *row) {
  int64_t whole = chart->whole(row);
  return S_is_amount(whole) || (whole == HHP_ABSENT && S_is_amount(hhp_rollup_row_not_stated(row)));
}

static int64_t S_highest(const S_chart *chart, const hhp_rollup *rollup, size_t *drawn) {
  int64_t high = 0;
  *drawn = 0;
  for (size_t i = 0; i < hhp_rollup_count(rollup); i++) {
    const hhp_rollup_row *row = hhp_rollup_at(rollup, i);
    int64_t value = chart->whole(row);
    *drawn += (size_t)S_is_drawn(chart, row);
    if (S_is_amount(value) && value > high)
      high = value;
  }
  return high;
}

/* The amount is written behind the end of the bar, so the longest bar leaves space for the longest amount, at 360
 * pixels. */
static int32_t S_bar_width(int64_t high, int32_t lang) {
  enum { PER_CHARACTER = 250, LEAST = 3500 };
  char buffer[HHP__AMOUNT_SIZE];
  int32_t width = HHP__FULL_WIDTH - PER_CHARACTER * (int32_t)strlen(hhp__write_kroner(high, lang, buffer));
  return width < LEAST ? LEAST : width;
}

static void S_draw_row(hhp__page *page, const S_chart *chart, const hhp__scale *scale, const hhp_rollup_row *row,
                       int32_t y) {
  enum { GAP = 6, BASELINE = 11 };
  int64_t whole = chart->whole(row), local = chart->local == NULL ? 0 : chart->local(row);
  int32_t end = S_is_amount(whole) ? hhp__position(scale, whole) : 0;
  int32_t split = S_is_amount(local) && S_is_amount(whole) ? hhp__position(scale, local) : 0;
  hhp__svg_label(page, "label", y + LABEL, hhp_rollup_row_title(row, page->lang));
  if (split > 0)
    hhp__svg_rect(page, "local", 0, y + BAR_TOP, split, BAR);
  if (end > split) {
    int is_grant = S_is_amount(hhp_rollup_row_grant(row));
    hhp__svg_rect(page,
                  chart->local == NULL ? "budget"
                  : is_grant           ? "grant"
                                       : "other",
                  split, y + BAR_TOP, end - split, BAR);
  }
  hhp__svg_text(page, "value", end, GAP, y + BAR_TOP + BASELINE, HHP__SVG_START);
  if (whole == HHP_ABSENT)
    hhp__html_phrase(page, (hhp__phrase){"ikke alle beløb er oplyst", "not all amounts are stated"});
  else
    hhp__html_kroner(page, whole);
  hhp__svg_text_end(page);
}

static void S_describe(hhp__page *page, const S_chart *chart, const hhp_rollup *rollup) {
  size_t named = 0;
  for (size_t i = 0; i < hhp_rollup_count(rollup) && named < HHP__HTML_MOST_BARS; i++) {
    const hhp_rollup_row *row = hhp_rollup_at(rollup, i);
    if (!S_is_drawn(chart, row))
      continue;
    hhp__html(page, named++ == 0 ? "" : "; ");
    hhp__html_cut(page, hhp_rollup_row_title(row, page->lang), HHP__HTML_LONGEST_NAME);
    hhp__html(page, ": ");
    hhp__html_kroner(page, chart->whole(row));
  }
}

static void S_draw(hhp__page *page, const S_chart *chart, const hhp_rollup *rollup, int64_t high, size_t drawn) {
  const hhp__scale scale = {0, high, S_bar_width(high, page->lang)};
  int32_t height = ROW * (int32_t)(drawn < HHP__HTML_MOST_BARS ? drawn : HHP__HTML_MOST_BARS);
  hhp__svg_begin(page, chart->id, height + AXIS, chart->title);
  S_describe(page, chart, rollup);
  hhp__svg_begin_drawing(page);
  hhp__svg_kroner_axis(page, &scale, 0, height);
  int32_t y = 0;
  for (size_t i = 0; i < hhp_rollup_count(rollup) && y < height; i++) {
    const hhp_rollup_row *row = hhp_rollup_at(rollup, i);
    if (!S_is_drawn(chart, row))
      continue;
    S_draw_row(page, chart, &scale, row, y);
    y += ROW;
  }
  hhp__svg_end(page);
}

static void S_put_row(hhp__page *page, const S_chart *chart, const hhp_rollup_row *row) {
  hhp__html(page, "<tr><th scope=\"row\">");
  if (hhp_rollup_row_kind(row) == HHP_ROLLUP_ROW_ONE && chart->by == HHP_ROLLUP_BY_PARTY)
    hhp__html_plan_text(page, hhp_rollup_row_title(row, page->lang), HHP__HTML_LONGEST_NAME);
  else
    hhp__html_cut(page, hhp_rollup_row_title(row, page->lang), HHP__HTML_LONGEST_NAME);
  hhp__html(page, "</th>");
  for (size_t i = 0; i < chart->column_count; i++) {
    int64_t value = chart->columns[i].cell(row);
    hhp__html(page, value < LONG_AMOUNT ? "<td class=\"n\">" : "<td class=\"n long\">");
    if (chart->columns[i].cell == hhp_rollup_row_not_stated && value != HHP_ABSENT)
      hhp__html_count(page, value);
    else
      hhp__html_kroner(page, value);
    hhp__html(page, "</td>");
  }
  hhp__html(page, "</tr>\n");
}

static void S_put_table(hhp__page *page, const S_chart *chart, const hhp_rollup *rollup) {
  hhp__phrase columns[MOST_COLUMNS + 1] = {{"Hvem eller hvad", "Who or what"}};
  for (size_t i = 0; i < chart->column_count; i++)
    columns[i + 1] = chart->columns[i].title;
  size_t count = hhp_rollup_count(rollup), i = 0;
  hhp__html_table(page, chart->title, columns, chart->column_count + 1, 1, 1);
  for (; i < count && i < HHP__HTML_MOST_ROWS; i++)
    S_put_row(page, chart, hhp_rollup_at(rollup, i));
  S_put_row(page, chart, hhp_rollup_total(rollup));
  hhp__html_table_end(page, 1);
  hhp__html_left_out(page, (hhp__phrase){"Rækker, der ikke er vist i tabellen: ", "Rows not shown in the table: "},
                     count - i);
}

static int S_has_year(const S_chart *chart, const hhp_rollup *rollup) {
  for (size_t i = 0; i < hhp_rollup_count(rollup); i++) {
    const hhp_rollup_row *row = hhp_rollup_at(rollup, i);
    if (hhp_rollup_row_kind(row) == HHP_ROLLUP_ROW_ONE && S_is_amount(chart->whole(row)))
      return 1;
  }
  return 0;
}

/* The parties of a joint contribution have in their own rows what they give on their own, which is not all. */
static void S_put_joint(hhp__page *page, const hhp_rollup *rollup) {
  size_t i = 0;
  while (i < hhp_rollup_count(rollup) && hhp_rollup_row_kind(hhp_rollup_at(rollup, i)) != HHP_ROLLUP_ROW_JOINT)
    i++;
  if (i == hhp_rollup_count(rollup))
    return;
  hhp__html(page, "<p class=\"of\">");
  hhp__html_phrase(
      page, (hhp__phrase){"Fælles bidrag er kun talt med i parternes fælles række; den enkeltes andel er ikke oplyst.",
                          "Joint contributions are counted only in the row of their parties together; the share of "
                          "each is not stated."});
  hhp__html(page, "</p>\n");
}

static void S_put_chart(hhp__page *page, const S_chart *chart, const hhp_rollup *rollup) {
  size_t drawn;
  int64_t high = S_highest(chart, rollup, &drawn);
  if (high == 0 || (chart->is_substitute && !S_has_year(chart, rollup)))
    return;
  hhp__html(page, "<figure>\n<figcaption>");
  hhp__html_phrase(page, chart->title);
  hhp__html(page, "</figcaption>\n");
  S_draw(page, chart, rollup, high, drawn);
  if (drawn > HHP__HTML_MOST_BARS)
    hhp__html_left_out(page, (hhp__phrase){"Rækker, der ikke er tegnet: ", "Rows not drawn: "},
                       drawn - HHP__HTML_MOST_BARS);
  S_put_joint(page, rollup);
  S_put_table(page, chart, rollup);
  hhp__html(page, "</figure>\n");
}

void hhp__html_money(hhp__page *page, const hhp_plan *plan) {
  hhp__buffer charts = {0};
  hhp__page aside = *page;
  aside.out = &charts;
  size_t before = 0;
  for (size_t i = 0; i < sizeof(S_charts) / sizeof(S_charts[0]); i++) {
    hhp_rollup *rollup = NULL;
    int is_drawn = charts.length > before;
    before = charts.length;
    if (S_charts[i].is_substitute && is_drawn)
      continue;
    hhp_status status = hhp_plan_rollup(plan, S_charts[i].by, &rollup);
    if (status == HHP_OK)
      S_put_chart(&aside, &S_charts[i], rollup);
    else if (status == HHP_ERR_NOMEM)
      charts.failed = 1;
    hhp_rollup_free(rollup);
  }
  page->out->failed |= charts.failed;
  if (charts.length > 0 && !charts.failed) {
    hhp__html_section(page, "money", (hhp__phrase){"Økonomi", "Money"});
    hhp__html(page, "<div class=\"charts\">\n");
    hhp__put(page->out, charts.text, charts.length);
    hhp__html(page, "</div>\n");
    hhp__html_section_end(page);
  }
  hhp__buffer_free(&charts);
}
