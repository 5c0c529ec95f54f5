/* The time line: the plan's period, milestones, annual reports, and activities that have both dates. An inexact date
 * means all its days. What has no date is counted, not drawn. */
#include "render/html.h"

#include "base/date.h"
#include "model/model.h"
#include "render/svg.h"

enum { ROW = 38, LABEL = 14, BAR_TOP = 20, BAR = 11, AXIS = 20, PER_PICTURE = 20, MOST_DRAWN = 60, MOST_SIGNS = 200 };

typedef struct {
  hhp__scale scale; /* in days */
  int has_days;
} S_time;

static int64_t S_first_day(int32_t date) {
  return hhp__day_number(hhp__date_first(date));
}

static int64_t S_last_day(int32_t date) {
  return hhp__day_number(hhp__date_last(date));
}

static int S_has_bar(const hhp_activity *activity) {
  return activity->start != 0 && activity->end != 0 &&
         hhp__date_first(activity->start) <= hhp__date_last(activity->end);
}

/* Whether the plan's period is drawn: it has both dates, in their order (HP501 checks that). */
static int S_has_period(const hhp_plan *plan) {
  return plan->period->start != 0 && plan->period->end != 0 &&
         hhp__date_first(plan->period->start) <= hhp__date_last(plan->period->end);
}

static void S_include(S_time *time, int64_t low, int64_t high) {
  if (!time->has_days) {
    time->scale = (hhp__scale){low, high, HHP__FULL_WIDTH};
    time->has_days = 1;
    return;
  }
  if (low < time->scale.low)
    time->scale.low = low;
  if (high > time->scale.high)
    time->scale.high = high;
}

/* The same for days that may be mistaken: only if they are within a year of the plan's period. */
static void S_include_near(S_time *time, const S_time *period, int64_t low, int64_t high) {
  enum { YEAR = 366 };
  if (period->has_days && (low < period->scale.low - YEAR || high > period->scale.high + YEAR))
    return;
  S_include(time, low, high);
}

/* From the plan's period, with what lies close to it; without a period, from all dates, but at most 40 years. */
static S_time S_time_of(const hhp_plan *plan) {
  enum { MOST_DAYS = 40 * 366, MARGIN = 40 };
  S_time period = {.has_days = 0};
  if (S_has_period(plan))
    S_include(&period, S_first_day(plan->period->start), S_last_day(plan->period->end));
  S_time time = period;
  period.has_days = period.scale.high > period.scale.low; /* one day is rather a mistake than what all else is near */
  for (uint32_t i = 0; i < plan->activities.count; i++) {
    const hhp_activity *activity = plan->activities.items[i];
    if (S_has_bar(activity))
      S_include_near(&time, &period, S_first_day(activity->start), S_last_day(activity->end));
  }
  for (uint32_t i = 0; i < plan->milestones.count; i++) {
    const hhp_milestone *milestone = plan->milestones.items[i];
    if (milestone->due != 0)
      S_include_near(&time, &period, S_last_day(milestone->due), S_last_day(milestone->due));
  }
  for (uint32_t i = 0; i < plan->reports.count; i++) {
    const hhp_annual_report *report = plan->reports.items[i];
    if (report->submitted_on != 0)
      S_include_near(&time, &period, S_last_day(report->submitted_on), S_last_day(report->submitted_on));
  }
  if (time.scale.high - time.scale.low > MOST_DAYS)
    time.scale.high = time.scale.low + MOST_DAYS;
  time.has_days = time.has_days && time.scale.high > time.scale.low;
  int64_t margin = (time.scale.high - time.scale.low) / MARGIN; /* a sign at either end is drawn whole */
  time.scale.low -= margin;
  time.scale.high += margin;
  return time;
}

static int S_is_within(const S_time *time, int64_t low, int64_t high) {
  return high >= time->scale.low && low <= time->scale.high;
}

/* Whether the scale has the last day of the date. That of no date is before any scale. */
static int S_has_day(const S_time *time, int32_t date) {
  return S_is_within(time, S_last_day(date), S_last_day(date));
}

/* The year of a day. Years have fewer than 366 days, so that the first guess is too early, by 21 at most (in 9999). */
static int32_t S_year_of(int64_t day) {
  int32_t year = (int32_t)(day / 366) + 1;
  while (hhp__day_number((year + 1) * 10000 + 101) <= day)
    year++;
  return year;
}

static void S_draw_axis(hhp__page *page, const S_time *time, int32_t height) {
  enum { MOST_LABELS = 8, BASELINE = 15, LAST = 8800 };
  int32_t first = S_year_of(time->scale.low), last = S_year_of(time->scale.high);
  int32_t step = (last - first) / MOST_LABELS + 1;
  for (int32_t year = first; year <= last; year++) {
    int64_t day = hhp__day_number(year * 10000 + 101);
    if (day < time->scale.low)
      continue;
    int32_t x = hhp__position(&time->scale, day);
    hhp__svg_line(page, "grid", x, 0, x, height + AXIS);
    if ((year - first) % step != 0)
      continue;
    int is_last = x > LAST; /* the label would stick out */
    hhp__svg_text(page, "tick", x, is_last ? -3 : 3, height + BASELINE, is_last ? HHP__SVG_END : HHP__SVG_START);
    hhp__html_number(page, year);
    hhp__svg_text_end(page);
  }
}

static void S_put_span(hhp__page *page, int32_t start, int32_t end) {
  hhp__html_date(page, start);
  hhp__html(page, " – ");
  hhp__html_date(page, end);
}

static void S_draw_bar(hhp__page *page, const S_time *time, const char *class_name, int64_t low, int64_t high,
                       int32_t y) {
  int32_t from = hhp__position(&time->scale, low), to = hhp__position(&time->scale, high + 1);
  hhp__svg_rect(page, class_name, from, y + BAR_TOP, to > from ? to - from : 1, BAR);
}

static void S_draw_caption(hhp__page *page, hhp__phrase words, int32_t y) {
  hhp__svg_text(page, "label", 0, 0, y + LABEL, HHP__SVG_START);
  hhp__html_phrase(page, words);
  hhp__svg_text_end(page);
}

static int32_t S_draw_period(hhp__page *page, const S_time *time, const hhp_plan *plan, int32_t y) {
  if (!S_has_period(plan))
    return y;
  S_draw_caption(page, (hhp__phrase){"Planens periode", "Period of the plan"}, y);
  S_draw_bar(page, time, "period", S_first_day(plan->period->start), S_last_day(plan->period->end), y);
  return y + ROW;
}

static int32_t S_draw_milestones(hhp__page *page, const S_time *time, const hhp_plan *plan, int32_t y) {
  enum { RADIUS = 7, SIGN = BAR / 2 + 3 };
  if (plan->milestones.count == 0)
    return y;
  S_draw_caption(page, (hhp__phrase){"Milepæle (udfyldt: nået)", "Milestones (filled: reached)"}, y);
  for (uint32_t i = 0; i < plan->milestones.count && i < MOST_SIGNS; i++) {
    const hhp_milestone *milestone = plan->milestones.items[i];
    if (S_has_day(time, milestone->due))
      hhp__svg_diamond(page, milestone->done_on != 0 ? "done" : "due",
                       hhp__position(&time->scale, S_last_day(milestone->due)), y + BAR_TOP + SIGN, RADIUS);
  }
  return y + ROW;
}

static int32_t S_draw_reports(hhp__page *page, const S_time *time, const hhp_plan *plan, int32_t y) {
  enum { RADIUS = 6, SIGN = BAR / 2 + 3 };
  if (plan->reports.count == 0)
    return y;
  S_draw_caption(page, (hhp__phrase){"Indberetninger, indsendt", "Annual reports, submitted"}, y);
  for (uint32_t i = 0; i < plan->reports.count && i < MOST_SIGNS; i++) {
    const hhp_annual_report *report = plan->reports.items[i];
    if (S_has_day(time, report->submitted_on))
      hhp__svg_circle(page, "done", hhp__position(&time->scale, S_last_day(report->submitted_on)), y + BAR_TOP + SIGN,
                      RADIUS);
  }
  return y + ROW;
}

/* Draws the next activities from `*next` on, as many as one picture holds. */
static int32_t S_draw_activities(hhp__page *page, const S_time *time, const hhp_plan *plan, uint32_t *next, size_t most,
                                 int32_t y) {
  for (size_t drawn = 0; *next < plan->activities.count && drawn < most; (*next)++) {
    const hhp_activity *activity = plan->activities.items[*next];
    if (!S_has_bar(activity))
      continue;
    drawn++;
    int64_t low = S_first_day(activity->start), high = S_last_day(activity->end);
    hhp__svg_label(page, "label", y + LABEL, activity->title);
    if (S_is_within(time, low, high))
      S_draw_bar(page, time, "activity", low, high, y);
    y += ROW;
  }
  return y;
}

static size_t S_dated(const hhp_plan *plan) {
  size_t count = 0;
  for (uint32_t i = 0; i < plan->activities.count; i++)
    count += (size_t)S_has_bar(plan->activities.items[i]);
  return count;
}

static size_t S_outside(const hhp_plan *plan, const S_time *time) {
  size_t count = 0;
  for (uint32_t i = 0; i < plan->activities.count; i++) {
    const hhp_activity *a = plan->activities.items[i];
    if (S_has_bar(a))
      count += S_first_day(a->start) < time->scale.low || S_last_day(a->end) > time->scale.high;
  }
  for (uint32_t i = 0; i < plan->milestones.count; i++) {
    const hhp_milestone *m = plan->milestones.items[i];
    count += m->due != 0 && !S_has_day(time, m->due);
  }
  for (uint32_t i = 0; i < plan->reports.count; i++) {
    const hhp_annual_report *r = plan->reports.items[i];
    count += r->submitted_on != 0 && !S_has_day(time, r->submitted_on);
  }
  return count;
}

/* Milestones and annual reports that the scale has, but that are beyond MOST_SIGNS. */
static size_t S_signs_left_out(const hhp_plan *plan, const S_time *time) {
  size_t count = 0;
  for (uint32_t i = MOST_SIGNS; i < plan->milestones.count; i++) {
    const hhp_milestone *m = plan->milestones.items[i];
    count += (size_t)S_has_day(time, m->due);
  }
  for (uint32_t i = MOST_SIGNS; i < plan->reports.count; i++) {
    const hhp_annual_report *r = plan->reports.items[i];
    count += (size_t)S_has_day(time, r->submitted_on);
  }
  return count;
}

/* Heights are known before the drawing begins. */
static int32_t S_head_height(const hhp_plan *plan) {
  return ROW * (S_has_period(plan) + (plan->milestones.count > 0) + (plan->reports.count > 0));
}

static void S_draw_picture(hhp__page *page, const S_time *time, const hhp_plan *plan, size_t number, size_t left,
                           uint32_t *next) {
  char id[] = "time-1";
  id[sizeof(id) - 2] = (char)('0' + number);
  int32_t head = number == 1 ? S_head_height(plan) : 0;
  size_t here = left < PER_PICTURE ? left : PER_PICTURE;
  int32_t height = head + ROW * (int32_t)here;
  hhp__svg_begin(page, id, height + AXIS, (hhp__phrase){"Tidsplan", "Time line"});
  if (plan->period->start != 0 && plan->period->end != 0) {
    hhp__html_phrase(page, (hhp__phrase){"Planens periode ", "Period of the plan "});
    S_put_span(page, plan->period->start, plan->period->end);
    hhp__html(page, ". ");
  }
  hhp__html_phrase(page, (hhp__phrase){"Tegnede aktiviteter: ", "Activities drawn: "});
  hhp__html_number(page, (int64_t)here);
  hhp__html_phrase(page, (hhp__phrase){". Datoerne står i tabellen.", ". The dates are in the table."});
  hhp__svg_begin_drawing(page);
  S_draw_axis(page, time, height);
  int32_t y = 0;
  if (number == 1) {
    y = S_draw_period(page, time, plan, y);
    y = S_draw_milestones(page, time, plan, y);
    y = S_draw_reports(page, time, plan, y);
  }
  S_draw_activities(page, time, plan, next, here, y);
  hhp__svg_end(page);
}

/* `year` of an annual report, which has no title; 0 for others. */
static void S_put_row(hhp__page *page, hhp__phrase kind, const char *title, int32_t year, int32_t first, int32_t last) {
  hhp__html(page, "<tr><td>");
  hhp__html_phrase(page, kind);
  hhp__html(page, "</td><th scope=\"row\">");
  if (year > 0)
    hhp__html_number(page, year);
  else
    hhp__html_plan_text(page, title, HHP__HTML_LONGEST_NAME);
  hhp__html(page, "</th><td>");
  hhp__html_date(page, first);
  hhp__html(page, "</td><td>");
  hhp__html_date(page, last);
  hhp__html(page, "</td></tr>\n");
}

static void S_put_table(hhp__page *page, const hhp_plan *plan) {
  static const hhp__phrase columns[] = {{"Type", "Type"},
                                        {"Titel", "Title"},
                                        {"Start eller frist", "Start or due"},
                                        {"Slut, nået eller indsendt", "End, reached or submitted"}};
  const hhp__list *milestones = &plan->milestones, *reports = &plan->reports, *activities = &plan->activities;
  hhp__html_table(page, (hhp__phrase){"Tidsplan", "Time line"}, columns, 4, 4, 1);
  for (uint32_t i = 0; i < milestones->count && i < HHP__HTML_MOST_ROWS; i++) {
    const hhp_milestone *m = milestones->items[i];
    S_put_row(page, (hhp__phrase){"Milepæl", "Milestone"}, m->title, 0, m->due, m->done_on);
  }
  for (uint32_t i = 0; i < reports->count && i < HHP__HTML_MOST_ROWS; i++) {
    const hhp_annual_report *r = reports->items[i];
    S_put_row(page, (hhp__phrase){"Indberetning", "Annual report"}, NULL, r->year, 0, r->submitted_on);
  }
  for (uint32_t i = 0; i < activities->count && i < HHP__HTML_MOST_ROWS; i++) {
    const hhp_activity *a = activities->items[i];
    S_put_row(page, (hhp__phrase){"Aktivitet", "Activity"}, a->title, 0, a->start, a->end);
  }
  hhp__html_table_end(page, 1);
  size_t left_out = 0;
  const hhp__list *const lists[] = {milestones, reports, activities};
  for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++)
    left_out += lists[i]->count > HHP__HTML_MOST_ROWS ? lists[i]->count - HHP__HTML_MOST_ROWS : 0;
  hhp__html_left_out(page, (hhp__phrase){"Rækker, der ikke er vist i tabellen: ", "Rows not shown in the table: "},
                     left_out);
}

static void S_put_pictures(hhp__page *page, const S_time *time, const hhp_plan *plan) {
  size_t dated = S_dated(plan), left = dated < MOST_DRAWN ? dated : MOST_DRAWN;
  uint32_t next = 0;
  for (size_t number = 1; number == 1 || left > 0; number++) {
    S_draw_picture(page, time, plan, number, left, &next);
    left -= left < PER_PICTURE ? left : PER_PICTURE;
  }
  hhp__html_left_out(page,
                     (hhp__phrase){"Aktiviteter, der ikke er tegnet, fordi der er for mange: ",
                                   "Activities not drawn, since there are too many: "},
                     dated < MOST_DRAWN ? 0 : dated - MOST_DRAWN);
  hhp__html_left_out(
      page,
      (hhp__phrase){"Aktiviteter, der ikke er tegnet, fordi en dato mangler eller slut ligger før start: ",
                    "Activities not drawn, since a date is missing or the end is before the start: "},
      plan->activities.count - dated);
  hhp__html_left_out(page,
                     (hhp__phrase){"Milepæle og indberetninger, der ikke er tegnet, fordi der er for mange: ",
                                   "Milestones and annual reports not drawn, since there are too many: "},
                     S_signs_left_out(plan, time));
  hhp__html_left_out(page,
                     (hhp__phrase){"Datoer helt eller delvist uden for det viste: ",
                                   "Dates wholly or partly outside of what is shown: "},
                     S_outside(plan, time));
}

void hhp__html_timeline(hhp__page *page, const hhp_plan *plan) {
  if (plan->activities.count == 0 && plan->milestones.count == 0 && plan->reports.count == 0)
    return;
  S_time time = S_time_of(plan);
  hhp__html_section(page, "time", (hhp__phrase){"Tidsplan", "Time line"});
  hhp__html(page, "<figure>\n");
  if (time.has_days)
    S_put_pictures(page, &time, plan);
  else
    hhp__html_phrase(page,
                     (hhp__phrase){"<p class=\"note\">Tidsplanen kan ikke tegnes, da der mangler datoer.</p>\n",
                                   "<p class=\"note\">The time line cannot be drawn, since dates are missing.</p>\n"});
  S_put_table(page, plan);
  hhp__html(page, "</figure>\n");
  hhp__html_section_end(page);
}
