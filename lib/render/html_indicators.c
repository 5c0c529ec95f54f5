/* Indicators as small multiples: baseline, targets and results of each, on a scale of its own. Values are exact
 * decimals. */
#include "render/html.h"

#include <string.h>

#include "base/date.h"
#include "base/utf8.h"
#include "model/model.h"
#include "render/svg.h"

enum { MOST_INDICATORS = 24, MOST_PERIODS = 24, HEIGHT = 130, TOP = 16, PLOT = 84, LEFT = 1600, RIGHT = 9200 };

/* A value of an indicator at a place in time; a text of NULL is not stated. */
typedef struct {
  int32_t x;
  const char *text;
} S_value;

/* Column 0 is the baseline, the others are the periods in the order of time. */
typedef struct {
  const hhp_indicator *indicator;
  uint32_t periods; /* shown: the first ones */
  const hhp_indicator_period *shown[MOST_PERIODS];
  S_value baseline;
  S_value targets[MOST_PERIODS];
  S_value actuals[MOST_PERIODS];
  hhp__scale scale;
  int has_values;
  int is_flat; /* all values are the same; the scale is one unit lower and higher */
} S_chart;

static const hhp_indicator_period *S_period(const hhp_indicator *indicator, uint32_t index) {
  return indicator->periods.items[index];
}

/* The last day of a period, or the first if its end is not stated; 0: no date. An inexact end means its last day. */
static int32_t S_day(const hhp_indicator_period *period) {
  if (period->end != 0)
    return hhp__date_last(period->end);
  return period->start != 0 ? hhp__date_first(period->start) : 0;
}

/* Without a date of each there is no order of time, and the periods are in the order of the plan. */
static int S_is_dated(const hhp_indicator *indicator) {
  for (uint32_t i = 0; i < indicator->periods.count; i++) {
    if (S_day(S_period(indicator, i)) == 0)
      return 0;
  }
  return 1;
}

/* Chooses the periods that are shown, by insertion. Periods that end on the same day are in the order of the plan. */
static void S_choose_periods(S_chart *chart) {
  int is_dated = S_is_dated(chart->indicator);
  for (uint32_t i = 0; i < chart->indicator->periods.count; i++) {
    const hhp_indicator_period *period = S_period(chart->indicator, i);
    uint32_t at = chart->periods;
    while (is_dated && at > 0 && S_day(chart->shown[at - 1]) > S_day(period))
      at--;
    if (at == MOST_PERIODS)
      continue;
    chart->periods += chart->periods < MOST_PERIODS;
    for (uint32_t k = chart->periods - 1; k > at; k--)
      chart->shown[k] = chart->shown[k - 1];
    chart->shown[at] = period;
  }
}

static void S_include(S_chart *chart, const char *text) {
  if (text == NULL)
    return;
  int64_t units = hhp__decimal_units(text);
  if (!chart->has_values || units < chart->scale.low)
    chart->scale.low = units;
  if (!chart->has_values || units > chart->scale.high)
    chart->scale.high = units;
  chart->has_values = 1;
}

static S_chart S_chart_of(const hhp_indicator *indicator) {
  S_chart chart = {.indicator = indicator, .scale = {0, 0, PLOT}};
  S_choose_periods(&chart);
  int32_t step = (RIGHT - LEFT) / (int32_t)(chart.periods == 0 ? 1 : chart.periods);
  chart.baseline = (S_value){LEFT, indicator->baseline->value};
  S_include(&chart, chart.baseline.text);
  for (uint32_t i = 0; i < chart.periods; i++) {
    const hhp_indicator_period *period = chart.shown[i];
    int32_t x = LEFT + step * (int32_t)(i + 1);
    chart.targets[i] = (S_value){x, period->target};
    chart.actuals[i] = (S_value){x, period->actual};
    S_include(&chart, period->target);
    S_include(&chart, period->actual);
  }
  if (chart.scale.low > 0 && chart.scale.low < chart.scale.high / 2)
    chart.scale.low = 0;
  chart.is_flat = chart.scale.low == chart.scale.high;
  if (chart.is_flat) { /* in the middle */
    chart.scale.low--;
    chart.scale.high++;
  }
  return chart;
}

static int32_t S_y(const S_chart *chart, const char *text) {
  return TOP + PLOT - hhp__position(&chart->scale, hhp__decimal_units(text));
}

static void S_put_value(hhp__page *page, const S_chart *chart, const char *text) {
  char buffer[HHP__AMOUNT_SIZE];
  if (text == NULL) {
    hhp__html(page, "–");
    return;
  }
  hhp__html(page, hhp__write_decimal(hhp__decimal_units(text), page->lang, buffer));
  if (hhp_indicator_measure(chart->indicator) == HHP_MEASURE_PERCENT)
    hhp__html(page, " %");
}

/* Lines between values that follow each other; a value that is not stated interrupts them. */
static void S_draw_line(hhp__page *page, const S_chart *chart, const char *class_name, const S_value *values) {
  const S_value *last = &chart->baseline;
  for (uint32_t i = 0; i < chart->periods; i++) {
    if (last->text != NULL && values[i].text != NULL)
      hhp__svg_line(page, class_name, last->x, S_y(chart, last->text), values[i].x, S_y(chart, values[i].text));
    last = &values[i];
  }
}

static const char *S_target(const hhp_indicator_period *period) {
  return period->target;
}

static const char *S_actual(const hhp_indicator_period *period) {
  return period->actual;
}

/* The value of the last period that has one, also of a period that is not shown; NULL: none. */
static const char *S_latest(const hhp_indicator *indicator, const char *value(const hhp_indicator_period *)) {
  const hhp_indicator_period *latest = NULL;
  int is_dated = S_is_dated(indicator);
  for (uint32_t i = 0; i < indicator->periods.count; i++) {
    const hhp_indicator_period *period = S_period(indicator, i);
    if (value(period) != NULL && (latest == NULL || !is_dated || S_day(period) >= S_day(latest)))
      latest = period;
  }
  return latest == NULL ? NULL : value(latest);
}

/* The highest value that occurs, and the lowest or 0. */
static void S_draw_axis(hhp__page *page, const S_chart *chart) {
  char buffer[HHP__AMOUNT_SIZE];
  const int64_t ends[] = {chart->is_flat ? chart->scale.low + 1 : chart->scale.low, chart->scale.high};
  for (size_t i = 0; i < (chart->is_flat ? 1 : 2); i++) {
    int32_t y = TOP + PLOT - hhp__position(&chart->scale, ends[i]);
    hhp__svg_line(page, "grid", 0, y, HHP__FULL_WIDTH, y);
    hhp__svg_text(page, "tick", 0, 0, y - 3, HHP__SVG_START);
    hhp__html(page, hhp__write_decimal(ends[i], page->lang, buffer));
    hhp__svg_text_end(page);
  }
}

static int32_t S_year(int32_t date) {
  return date / 10000;
}

/* The year in which a period ends, or starts if that is all there is; 0: no date. */
static int32_t S_period_year(const hhp_indicator_period *period) {
  return S_year(period->end != 0 ? period->end : period->start);
}

static void S_draw_years(hhp__page *page, const S_chart *chart) {
  enum { BASELINE = TOP + PLOT + 18, MOST_LABELS = 4 };
  uint32_t step = chart->periods / MOST_LABELS + 1;
  const hhp_baseline *baseline = chart->indicator->baseline;
  if (baseline->year > 0) {
    hhp__svg_text(page, "tick", LEFT, 0, BASELINE, HHP__SVG_MIDDLE);
    hhp__html_number(page, baseline->year);
    hhp__svg_text_end(page);
  }
  for (uint32_t i = 0; i < chart->periods; i++) {
    int32_t year = S_period_year(chart->shown[i]);
    if (year == 0 || (chart->periods - 1 - i) % step != 0)
      continue;
    hhp__svg_text(page, "tick", chart->targets[i].x, 0, BASELINE, HHP__SVG_MIDDLE);
    hhp__html_number(page, year);
    hhp__svg_text_end(page);
  }
}

static void S_draw_values(hhp__page *page, const S_chart *chart) {
  enum { DOT = 5, DIAMOND = 6 };
  S_draw_line(page, chart, "target", chart->targets);
  S_draw_line(page, chart, "actual", chart->actuals);
  for (uint32_t i = 0; i < chart->periods; i++) {
    if (chart->targets[i].text != NULL)
      hhp__svg_diamond(page, "due", chart->targets[i].x, S_y(chart, chart->targets[i].text), DIAMOND);
    if (chart->actuals[i].text != NULL)
      hhp__svg_circle(page, "done", chart->actuals[i].x, S_y(chart, chart->actuals[i].text), DOT);
  }
  if (chart->baseline.text != NULL)
    hhp__svg_circle(page, "base", chart->baseline.x, S_y(chart, chart->baseline.text), DOT);
}

static void S_put_summary(hhp__page *page, const S_chart *chart) {
  hhp__html_phrase(page, (hhp__phrase){"Udgangspunkt ", "Baseline "});
  S_put_value(page, chart, chart->baseline.text);
  hhp__html_phrase(page, (hhp__phrase){", seneste måltal ", ", latest target "});
  S_put_value(page, chart, S_latest(chart->indicator, S_target));
  hhp__html_phrase(page, (hhp__phrase){", seneste resultat ", ", latest result "});
  S_put_value(page, chart, S_latest(chart->indicator, S_actual));
}

static void S_draw(hhp__page *page, const S_chart *chart, uint32_t number) {
  char id[] = "indicator-00";
  id[sizeof(id) - 3] = (char)('0' + number / 10 % 10);
  id[sizeof(id) - 2] = (char)('0' + number % 10);
  hhp__svg_begin(page, id, HEIGHT, (hhp__phrase){"Indikatorens udvikling", "Development of the indicator"});
  S_put_summary(page, chart);
  hhp__svg_begin_drawing(page);
  S_draw_axis(page, chart);
  S_draw_years(page, chart);
  S_draw_values(page, chart);
  hhp__svg_end(page);
}

static void S_put_period(hhp__page *page, const S_chart *chart, uint32_t index) {
  const hhp_indicator_period *period = chart->shown[index];
  hhp__html(page, "<tr><th scope=\"row\">");
  hhp__html_date(page, period->start);
  hhp__html(page, " – ");
  hhp__html_date(page, period->end);
  hhp__html(page, "</th><td class=\"n\">");
  S_put_value(page, chart, chart->targets[index].text);
  hhp__html(page, "</td><td class=\"n\">");
  S_put_value(page, chart, chart->actuals[index].text);
  hhp__html(page, "</td></tr>\n");
}

static void S_put_table(hhp__page *page, const S_chart *chart) {
  static const hhp__phrase columns[] = {{"Periode", "Period"}, {"Måltal", "Target"}, {"Resultat", "Result"}};
  if (chart->periods == 0)
    return;
  hhp__html_table(page, (hhp__phrase){"måltal og resultater", "targets and results"}, columns, 3, 1, 1);
  for (uint32_t i = 0; i < chart->periods; i++)
    S_put_period(page, chart, i);
  hhp__html_table_end(page, 1);
  hhp__html_left_out(page, (hhp__phrase){"Perioder, der ikke er vist: ", "Periods not shown: "},
                     chart->indicator->periods.count - chart->periods);
}

static void S_put_indicator(hhp__page *page, const hhp_indicator *indicator, uint32_t number) {
  S_chart chart = S_chart_of(indicator);
  const hhp__object *goal = hhp__object_with_id(&indicator->object, HHP__E_goal, indicator->goal);
  hhp__html(page, "<figure>\n<figcaption>");
  hhp__html_plan_text(page, indicator->title, HHP__HTML_LONGEST_NAME);
  hhp__html(page, "</figcaption>\n");
  if (goal != NULL) {
    hhp__html(page, "<p class=\"of\">");
    hhp__html_phrase(page, (hhp__phrase){"Mål: ", "Goal: "});
    hhp__html_plan_text(page, ((const hhp_goal *)goal)->title, HHP__HTML_LONGEST_NAME);
    hhp__html(page, "</p>\n");
  }
  if (chart.has_values)
    S_draw(page, &chart, number);
  hhp__html(page, "<p class=\"of\">");
  S_put_summary(page, &chart);
  hhp__html(page, hhp_indicator_ascending(indicator) ? "" : ". ");
  if (!hhp_indicator_ascending(indicator))
    hhp__html_phrase(page, (hhp__phrase){"Lavere er bedre", "Lower is better"});
  hhp__html(page, ".</p>\n");
  S_put_table(page, &chart);
  hhp__html(page, "</figure>\n");
}

void hhp__html_indicators(hhp__page *page, const hhp_plan *plan) {
  if (plan->indicators.count == 0)
    return;
  hhp__html_section(page, "indicators", (hhp__phrase){"Indikatorer", "Indicators"});
  hhp__html(page, "<ul class=\"legend\"><li><i class=\"key base\"></i>");
  hhp__html_phrase(page, (hhp__phrase){"Udgangspunkt", "Baseline"});
  hhp__html(page, "</li><li><i class=\"key due\"></i>");
  hhp__html_phrase(page, (hhp__phrase){"Måltal", "Target"});
  hhp__html(page, "</li><li><i class=\"key done\"></i>");
  hhp__html_phrase(page, (hhp__phrase){"Resultat", "Result"});
  hhp__html(page, "</li></ul>\n<div class=\"charts small\">\n");
  uint32_t i = 0;
  for (; i < plan->indicators.count && i < MOST_INDICATORS; i++)
    S_put_indicator(page, plan->indicators.items[i], i + 1);
  hhp__html(page, "</div>\n");
  hhp__html_left_out(page, (hhp__phrase){"Indikatorer, der ikke er vist: ", "Indicators not shown: "},
                     plan->indicators.count - i);
  hhp__html_section_end(page);
}
