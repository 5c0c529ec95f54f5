/* The bar of local money, grant and others against the requirement and the budget ceiling. Local money is at the left,
 * so that the requirement is a line that it reaches or not; the missing kroner lie between the two. */
#include "render/html.h"

#include <string.h>

#include "base/utf8.h"
#include "render/figure_rows.h"
#include "render/svg.h"

enum { TITLE = 16, BAR_TOP = 30, BAR = 30, OVERHANG = 5, LINE = 17, MOST_PARTS = 5, MOST_MARKS = 4, MOST_BARS = 2 };

typedef struct {
  const char *class_name;
  hhp__phrase label;
  int64_t amount; /* above 0 */
} S_part;

typedef struct {
  const char *class_name;
  hhp__phrase label;
  int64_t amount;
  int64_t at; /* where its line is */
} S_mark;

/* A bar: parts from left to right, the missing amount drawn over them unless it is one of them, and lines. */
typedef struct {
  hhp__phrase title;
  int64_t total; /* HHP_ABSENT: not in the title */
  S_part parts[MOST_PARTS];
  size_t part_count;
  int64_t missing_from; /* the missing amount drawn over the parts; HHP_ABSENT: none */
  int64_t missing_to;
  S_mark marks[MOST_MARKS];
  size_t mark_count;
} S_bar;

static const hhp__phrase S_local = {"Lokal medfinansiering", "Local co-financing"};
static const hhp__phrase S_missing = {"Mangler", "Missing"};
static const hhp__phrase S_grant = {"Tilskud", "Grant"};
static const hhp__phrase S_other = {"Andre parter", "Third parties"};

/* HHP_ABSENT is below 0, as everywhere. */
static void S_add_part(S_bar *bar, const char *class_name, hhp__phrase label, int64_t amount) {
  if (amount > 0)
    bar->parts[bar->part_count++] = (S_part){class_name, label, amount};
}

static void S_add_mark(S_bar *bar, const char *class_name, hhp__phrase label, int64_t amount) {
  if (amount > 0)
    bar->marks[bar->mark_count++] = (S_mark){class_name, label, amount, amount};
}

/* The missing amount has its label at the end of what there is. */
static void S_add_missing(S_bar *bar, hhp__phrase label, int64_t missing, int64_t required) {
  if (missing > 0)
    bar->marks[bar->mark_count++] = (S_mark){"gap", label, missing, required};
}

/* The sum of the parts; at most INT64_MAX. */
static int64_t S_sum(const S_bar *bar) {
  int64_t sum = 0;
  for (size_t i = 0; i < bar->part_count; i++) {
    if (hhp__add(sum, bar->parts[i].amount, &sum) != 0)
      return INT64_MAX;
  }
  return sum;
}

static S_bar S_planned(const hhp_cofinancing_result *money) {
  S_bar bar = {.title = {"Som planen er", "As planned"}, .total = money->total, .missing_from = HHP_ABSENT};
  S_add_part(&bar, "local", S_local, money->local);
  S_add_part(&bar, "grant", S_grant, money->grant);
  S_add_part(&bar, "other", S_other, money->third_party);
  S_add_mark(&bar, "need", (hhp__phrase){"Lokalt krav", "Required local money"}, money->required_at_total);
  if (hhp__total_can_stay(money) && money->shortfall_at_total > 0) {
    S_add_missing(&bar, S_missing, money->shortfall_at_total, money->required_at_total);
    bar.missing_from = money->local;
    bar.missing_to = money->required_at_total;
  }
  S_add_mark(&bar, "frame", (hhp__phrase){"Budgetramme", "Budget ceiling"}, money->frame);
  return bar;
}

static S_bar S_at_grant(const hhp_cofinancing_result *money) {
  S_bar bar = {.title = {"Med uændret tilskud", "At the same grant"},
               .total = money->total_at_grant,
               .missing_from = HHP_ABSENT};
  S_add_part(&bar, "local", S_local, money->local);
  S_add_part(&bar, "short", S_missing, money->shortfall_at_grant);
  S_add_part(&bar, "grant", S_grant, money->grant);
  S_add_part(&bar, "other", S_other, money->third_party);
  S_add_mark(&bar, "need", (hhp__phrase){"Lokalt krav", "Required local money"}, money->required_at_grant);
  S_add_missing(&bar, S_missing, money->shortfall_at_grant, money->required_at_grant);
  S_add_mark(&bar, "frame", (hhp__phrase){"Budgetramme", "Budget ceiling"}, money->frame);
  return bar;
}

/* The amount that the requirement is calculated from, or leads to. */
static int64_t S_whole(const hhp_cofinancing_result *money) {
  switch (money->required_from) {
  case HHP_REQUIRED_FROM_TOTAL:
    return money->stated_total;
  case HHP_REQUIRED_FROM_GRANT:
    return money->resulting_total;
  case HHP_REQUIRED_FROM_FRAME:
    return money->frame;
  default:
    return HHP_ABSENT;
  }
}

static S_bar S_open(const hhp_cofinancing_result *money) {
  S_bar bar = {.title = {"Det, der er oplyst", "What is stated"}, .total = HHP_ABSENT, .missing_from = HHP_ABSENT};
  S_add_part(&bar, "local", S_local, money->stated_local);
  S_add_part(&bar, "short", hhp__missing_label(money), money->missing);
  S_add_part(&bar, "grant", S_grant, money->grant);
  S_add_part(&bar, "other", S_other, money->stated_third_party);
  int64_t whole = S_whole(money), used = S_sum(&bar);
  if (whole > used)
    S_add_part(&bar, "rest",
               money->required_from == HHP_REQUIRED_FROM_FRAME
                   ? (hhp__phrase){"Op til budgetrammen", "Up to the budget ceiling"} /* the total may be lower */
                   : (hhp__phrase){"Ikke oplyst", "Not stated"},
               whole - used);
  S_add_mark(&bar, "need",
             money->required_from == HHP_REQUIRED_FROM_FRAME
                 ? hhp__required_label(money)
                 : (hhp__phrase){"Lokalt krav, mindst", "Required, at least"},
             money->required);
  S_add_missing(&bar, hhp__missing_label(money), money->missing, money->required);
  S_add_mark(&bar, "whole", (hhp__phrase){"Oplyst samlet budget", "Total as stated"}, money->stated_total);
  S_add_mark(&bar, "frame", (hhp__phrase){"Budgetramme", "Budget ceiling"}, money->frame);
  return bar;
}

static int32_t S_height(const S_bar *bar) {
  return BAR_TOP + BAR + OVERHANG + LINE * (int32_t)bar->mark_count + LINE;
}

static void S_put_title(hhp__page *page, const S_bar *bar, int32_t y) {
  hhp__svg_text(page, "lead", 0, 0, y + TITLE, HHP__SVG_START);
  hhp__html_phrase(page, bar->title);
  if (bar->total != HHP_ABSENT) {
    hhp__html_phrase(page, (hhp__phrase){": i alt ", ": total "});
    hhp__html_kroner(page, bar->total);
  }
  hhp__svg_text_end(page);
}

static void S_draw_parts(hhp__page *page, const hhp__scale *scale, const S_bar *bar, int32_t y) {
  int64_t sum = 0;
  for (size_t i = 0; i < bar->part_count; i++) {
    int64_t next;
    if (hhp__add(sum, bar->parts[i].amount, &next) != 0)
      return;
    int32_t from = hhp__position(scale, sum), to = hhp__position(scale, next);
    hhp__svg_rect(page, bar->parts[i].class_name, from, y, to - from, BAR);
    sum = next;
  }
  if (bar->missing_from != HHP_ABSENT) {
    int32_t from = hhp__position(scale, bar->missing_from), to = hhp__position(scale, bar->missing_to);
    hhp__svg_rect(page, "short", from, y, to - from, BAR);
  }
}

/* Where a label goes beside its line: behind it, else before it, else at the left edge, by what fits at 360 pixels. */
static void S_put_label(hhp__page *page, const S_mark *mark, int32_t x, int32_t y) {
  enum { PER_CHARACTER = 230, GAP = 4 };
  char amount[HHP__AMOUNT_SIZE];
  const char *label = hhp__in_lang(mark->label, page->lang);
  hhp__write_kroner(mark->amount, page->lang, amount);
  int32_t width = PER_CHARACTER * (int32_t)(hhp__utf8_count(label, strlen(label)) + strlen(amount) + 1);
  if (x + width <= HHP__FULL_WIDTH)
    hhp__svg_text(page, mark->class_name, x, GAP, y, HHP__SVG_START);
  else if (x >= width)
    hhp__svg_text(page, mark->class_name, x, -GAP, y, HHP__SVG_END);
  else
    hhp__svg_text(page, mark->class_name, 0, 0, y, HHP__SVG_START);
  hhp__html(page, label);
  hhp__html(page, " ");
  hhp__html(page, amount);
  hhp__svg_text_end(page);
}

/* Each label is on a row of its own, so that labels never meet. */
static void S_draw_marks(hhp__page *page, const hhp__scale *scale, const S_bar *bar, int32_t y) {
  enum { BASELINE = 12 };
  for (size_t i = 0; i < bar->mark_count; i++) {
    const S_mark *mark = &bar->marks[i];
    int32_t x = hhp__position(scale, mark->at);
    int32_t row = y + BAR + OVERHANG + LINE * (int32_t)i;
    if (strcmp(mark->class_name, "gap") != 0)
      hhp__svg_line(page, mark->class_name, x, y - OVERHANG, x, row + BASELINE);
    S_put_label(page, mark, x, row + BASELINE);
  }
}

static void S_describe(hhp__page *page, const S_bar *bar) {
  hhp__html_phrase(page, bar->title);
  const char *separator = ": ";
  for (size_t i = 0; i < bar->part_count; i++) {
    hhp__html(page, separator);
    hhp__html_phrase(page, bar->parts[i].label);
    hhp__html(page, " ");
    hhp__html_kroner(page, bar->parts[i].amount);
    separator = ", ";
  }
  for (size_t i = 0; i < bar->mark_count; i++) {
    hhp__html(page, separator);
    hhp__html_phrase(page, bar->marks[i].label);
    hhp__html(page, " ");
    hhp__html_kroner(page, bar->marks[i].amount);
    separator = ", ";
  }
  int has_point = page->out->length > 0 && page->out->text[page->out->length - 1] == '.'; /* of "kr." */
  hhp__html(page, has_point ? " " : ". ");
}

static void S_put_key(hhp__page *page, const char *class_name, hhp__phrase label) {
  hhp__html(page, "<li><i class=\"key ");
  hhp__html(page, class_name);
  hhp__html(page, "\"></i>");
  hhp__html_phrase(page, label);
  hhp__html(page, "</li>\n");
}

/* The parts of all bars, each once. The missing amount has its key even where it lies over another part. */
static void S_put_legend(hhp__page *page, const S_bar *bars, size_t count) {
  const S_bar *last = &bars[count - 1]; /* has every part of the others */
  hhp__html(page, "<ul class=\"legend\">\n");
  for (size_t i = 0; i < last->part_count; i++)
    S_put_key(page, last->parts[i].class_name, last->parts[i].label);
  if (count == 1 && last->missing_from != HHP_ABSENT)
    S_put_key(page, "short", S_missing);
  hhp__html(page, "</ul>\n");
}

static int64_t S_highest(const S_bar *bars, size_t count) {
  int64_t high = 0;
  for (size_t i = 0; i < count; i++) {
    int64_t sum = S_sum(&bars[i]);
    high = sum > high ? sum : high;
    for (size_t k = 0; k < bars[i].mark_count; k++)
      high = bars[i].marks[k].at > high ? bars[i].marks[k].at : high;
  }
  return high;
}

static void S_draw(hhp__page *page, const S_bar *bars, size_t count) {
  const hhp__scale scale = {0, S_highest(bars, count), HHP__FULL_WIDTH};
  int32_t height = 0;
  for (size_t i = 0; i < count; i++)
    height += S_height(&bars[i]);
  hhp__html(page, "<figure>\n");
  S_put_legend(page, bars, count);
  hhp__svg_begin(page, "bar", height,
                 (hhp__phrase){"Lokal medfinansiering og tilskud mod krav og ramme",
                               "Local co-financing and grant against requirement and ceiling"});
  for (size_t i = 0; i < count; i++)
    S_describe(page, &bars[i]);
  hhp__svg_begin_drawing(page);
  int32_t y = 0;
  for (size_t i = 0; i < count; i++) {
    S_put_title(page, &bars[i], y);
    S_draw_parts(page, &scale, &bars[i], y + BAR_TOP);
    S_draw_marks(page, &scale, &bars[i], y + BAR_TOP);
    y += S_height(&bars[i]);
  }
  hhp__svg_end(page);
  hhp__html(page, "</figure>\n");
}

void hhp__html_money_bar(hhp__page *page, const hhp_cofinancing_result *money) {
  S_bar bars[MOST_BARS];
  size_t count = 0;
  bars[count++] = money->verdict == HHP_VERDICT_OPEN ? S_open(money) : S_planned(money);
  if (money->verdict == HHP_VERDICT_FAILS && hhp__grant_can_stay(money))
    bars[count++] = S_at_grant(money);
  if (S_highest(bars, count) > 0)
    S_draw(page, bars, count);
}
