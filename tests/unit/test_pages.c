/* Whole reports, compared with reviewed ones in tests/corpus/pages: their figures were calculated by hand. With
 * HHP_UPDATE_GOLDEN set, they are regenerated, for review. And a plan with more of everything than an HTML page
 * shows. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/sha256.h"
#include "unit/support.h"

#define PAGES "tests/corpus/pages/"

/* Replaces what is between the two, after `from`, by an ellipsis. Returns the end of it, or NULL if they do not
 * occur. */
static char *leave_out(char *from, const char *begin, const char *end) {
  char *start = strstr(from, begin), *stop = start == NULL ? NULL : strstr(start + strlen(begin), end);
  if (stop == NULL)
    return NULL;
  start += strlen(begin);
  size_t length = strlen(stop);
  assert_true(stop - start >= 3);
  memcpy(start, "...", 3);
  memmove(start + 3, stop, length + 1);
  return start + 3;
}

/* The page without the version of the library, the style sheet and its digest, which formats.html checks. */
static char *without_style(const char *page) {
  char *text = copy_of(page);
  assert_non_null(leave_out(text, "style-src 'sha256-", "'"));
  assert_non_null(leave_out(text, "name=\"generator\" content=\"helhedsplan ", "\""));
  assert_non_null(leave_out(text, "<style>", "</style>"));
  char *foot = strstr(text, "<footer>");
  assert_non_null(foot);
  assert_non_null(leave_out(foot, " helhedsplan ", ". "));
  return text;
}

static hhp_report *checked(const char *path, int32_t today) {
  size_t length;
  const char *json = source_text(path, &length);
  hhp_report *report = new_report();
  hhp_check_options *options = new_options();
  assert_int_equal(hhp_check_options_set_today(options, today), HHP_OK);
  assert_int_equal(hhp_check_options_set_keep_plan(options, 1), HHP_OK);
  assert_int_equal(hhp_check(json, length, options, report), HHP_OK);
  assert_int_equal(hhp_report_set_path(report, path), HHP_OK);
  return report;
}

static void assert_golden(const char *golden, const char *text) {
  if (getenv("HHP_UPDATE_GOLDEN") != NULL) {
    FILE *file = fopen(source_path(golden), "wb");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
  }
  if (strcmp(text, source_text(golden, NULL)) != 0)
    fail_msg("%s is another text:\n%s", golden, text);
}

/* 4.6 of 22.1 million is 20.81 %; 25 % is 5.525, of which 925,000 are missing. Of 17.5 million from others, a third is
 * 5,833,334. */
static void a_page_with_everything(void **state) {
  (void)state;
  hhp_report *report = checked(PAGES "edges.helhedsplan.json", 20220601);
  hhp_render_options *options = new_render_options();
  assert_int_equal(hhp_render_options_set_lang(options, HHP_LANG_EN), HHP_OK);
  assert_golden(PAGES "edges.en.html", without_style(rendered(report, HHP_FORMAT_HTML, options)));
  assert_golden(PAGES "edges.en.md", rendered(report, HHP_FORMAT_MARKDOWN, options));
  assert_golden(PAGES "edges.en.txt", rendered(report, HHP_FORMAT_TEXT, options));
}

/* Not readable, not a plan, open, fails by 500,000, passes. */
static void a_page_of_several_plans(void **state) {
  (void)state;
  hhp_report *lost = new_report();
  assert_int_equal(hhp_report_set_unreadable(lost, HHP_ERR_NO_FILE), HHP_OK);
  assert_int_equal(hhp_report_set_path(lost, "findes-ikke.json"), HHP_OK);
  const hhp_report *reports[] = {
      checked("examples/vollsmose-frame-kept.helhedsplan.json", 0),
      checked("examples/vollsmose-2016-2020.helhedsplan.json", 0),
      checked(PAGES "open.helhedsplan.json", 0),
      checked("tests/corpus/document/comma.json", 0),
      lost,
  };
  hhp_render_options *options = new_render_options();
  assert_int_equal(hhp_render_options_set_lang(options, HHP_LANG_DA), HHP_OK);
  assert_int_equal(hhp_render_options_set_show(options, HHP_SEVERITY_ERROR), HHP_OK);
  static const struct {
    int32_t format;
    const char *golden;
  } forms[] = {{HHP_FORMAT_HTML, PAGES "several.da.html"}, {HHP_FORMAT_MARKDOWN, PAGES "several.da.md"},
               {HHP_FORMAT_TEXT, PAGES "several.da.txt"},  {HHP_FORMAT_GITHUB, PAGES "several.da.github"},
               {HHP_FORMAT_JUNIT, PAGES "several.da.xml"}, {HHP_FORMAT_GITLAB, PAGES "several.da.gitlab"}};
  for (size_t i = 0; i < COUNT_OF(forms); i++) {
    char *page = NULL;
    assert_int_equal(hhp_reports_render(reports, COUNT_OF(reports), forms[i].format, options, &page, NULL), HHP_OK);
    own(page, hhp_free);
    assert_golden(forms[i].golden, forms[i].format == HHP_FORMAT_HTML ? without_style(page) : page);
  }
}

/* --- More than is shown --- */

static size_t times(const char *page, const char *what) {
  size_t count = 0;
  for (const char *at = page; (at = strstr(at, what)) != NULL; at += strlen(what))
    count++;
  return count;
}

static void assert_times(const char *page, const char *what, size_t expected) {
  if (times(page, what) != expected)
    fail_msg("%zu times, not %zu: %s", times(page, what), expected, what);
}

/* A member with a list of `count` objects: `form` with its number for each "#". */
static void put_list(hhp__buffer *json, const char *name, size_t count, const char *form) {
  hhp__puts(json, ",\"");
  hhp__puts(json, name);
  hhp__puts(json, "\":[");
  for (size_t i = 0; i < count; i++) {
    hhp__puts(json, i > 0 ? "," : "");
    for (const char *c = form; *c != '\0'; c++) {
      if (*c == '#')
        hhp__put_number(json, (int64_t)i);
      else
        hhp__putc(json, *c == '\'' ? '"' : *c);
    }
  }
  hhp__puts(json, "]");
}

static const char *page_of(hhp__buffer *json) {
  hhp__puts(json, "}");
  hhp_report *report = new_report();
  hhp_check_options *options = new_options();
  assert_int_equal(hhp_check_options_set_keep_plan(options, 1), HHP_OK);
  assert_int_equal(hhp_check(json->text, json->length, options, report), HHP_OK);
  hhp__buffer_free(json);
  assert_true(hhp_report_is_complete(report));
  return rendered(report, HHP_FORMAT_HTML, NULL);
}

/* As many of everything as a page shows, and `more` of each. */
static const char *crowded(size_t more) {
  hhp__buffer json = {0};
  hhp__puts(&json, quoted("{" HEAD ",'period':{'start':'2021','end':'2024'}"));
  put_list(&json, "parties", 200 + more, "{'id':'p#','name':'Part #','kind':'municipality'}");
  put_list(&json, "goals", 60 + more, "{'id':'g#','title':'Goal #'}");
  put_list(&json, "focus_areas", 8 + more, "{'id':'f#','code':'c#','title':'Area #'}");
  put_list(&json, "activities", 60 + more, "{'id':'a#','title':'A #','goals':['g#'],'start':'2021','end':'2022'}");
  put_list(&json, "agreements", 24 + more,
           more > 0 ? "{'id':'s#','kind':'sub','title':'S #','parties':['p39','p40']}"
                    : "{'id':'s#','kind':'sub','title':'S #','parties':['p39']}");
  put_list(&json, "indicators", 24 + more, "{'id':'i#','title':'I #','baseline':{'value':'1'}}");
  put_list(&json, "milestones", 200 + more, "{'id':'m#','title':'M #','due':'2022'}");
  put_list(&json, "reports", 200 + more, "{'year':2021,'submitted_on':'2022-05-01'}");
  hhp__puts(&json, quoted(",'financing':{'grant':{'party':'p0','applied':1000}"));
  put_list(&json, "contributions", 22 + more, "{'parties':['p#'],'amount':100}");
  hhp__puts(&json, "}");
  return page_of(&json);
}

/* The sentences about what is left out, before the findings. */
static const char *notes_of(const char *page) {
  static const char begin[] = "<p class=\"note\">";
  const char *end = strstr(page, "id=\"p1-findings\"");
  char *notes = text_of("%s", "");
  for (const char *at = strstr(page, begin); at != NULL && at < end; at = strstr(at, begin)) {
    at += strlen(begin);
    notes = text_of("%s%.*s\n", notes, (int)strcspn(at, "<"), at);
  }
  return notes;
}

static void assert_filled(const char *page) {
  assert_times(page, "<rect class=\"activity\"", 60);
  assert_times(page, "Activities drawn: 20.", 3); /* in pictures that fit a screen */
  assert_times(page, "<rect class=\"local\"", 1 + 22);
  assert_times(page, "; Part ", 22 - 1); /* in words, too */
  assert_times(page, "<svg class=\"at\"", 200);
  assert_times(page, "<circle class=\"done\"", 200);
  assert_times(page, "<circle class=\"base\"", 24);
  assert_times(page, "<td class=\"c open\">", 24);
  assert_times(page, "<table class=\"matrix\">\n<thead>", 1 + 3); /* of goals, and of eight agreements each */
}

/* Links of the page lead to one place each. */
static void assert_ids_are_unique(const char *page) {
  for (const char *id = page; (id = strstr(id, " id=\"")) != NULL; id++)
    assert_times(page, text_of("%.*s\"", (int)(strcspn(id + 5, "\"") + 5), id), 1);
}

static void as_much_as_is_shown(void **state) {
  (void)state;
  const char *page = crowded(0);
  assert_string_equal(notes_of(page), "");
  assert_filled(page);
  assert_ids_are_unique(page);
  assert_times(page, "id=\"p1-indicator-24-t\"", 1);
}

static void one_more_than_is_shown(void **state) {
  (void)state;
  const char *page = crowded(1);
  assert_string_equal(notes_of(page), "Rows not drawn: 1.\n"
                                      "Rows not shown in the table: 1.\n"
                                      "Activities not drawn, since there are too many: 1.\n"
                                      "Milestones and annual reports not drawn, since there are too many: 2.\n"
                                      "Rows not shown in the table: 2.\n"
                                      "Goals not shown: 1.\n"
                                      "Focus areas not shown: 1.\n"
                                      "Agreements not shown: 1.\n"
                                      "Parties to the agreements above not shown: 1.\n"
                                      "Indicators not shown: 1.\n");
  assert_filled(page);
}

/* What has no row or column counts all the same: a subgoal and a focus area that are not shown. */
static void sums_have_what_is_not_shown(void **state) {
  (void)state;
  hhp__buffer json = {0};
  hhp__puts(&json, quoted("{" HEAD));
  put_list(&json, "goals", 60, "{'id':'g#','title':'Goal #'}");
  json.length--;
  hhp__puts(&json, quoted(",{'id':'g60','title':'Goal 60','parent':'g0'}]"));
  put_list(&json, "focus_areas", 9, "{'id':'f#','code':'c#','title':'Area #'}");
  put_list(&json, "activities", 3, "{'id':'a#','title':'A','goals':['g60'],'focus_areas':['f8']}");
  const char *row = strstr(page_of(&json), "Goal 0</bdi>");
  assert_non_null(row);
  const char *end = strstr(row, "</tr>");
  assert_times(text_of("%.*s", (int)(end - row), row), ">0</td>", 8);
  assert_times(text_of("%.*s", (int)(end - row), row), "<td class=\"c sum\">3</td>", 1);
}

/* Goals that are each other's subgoals serve each other, wherever the walk around them begins. */
static void goals_in_a_cycle_serve_each_other(void **state) {
  (void)state;
  for (int goal = 0; goal < 3; goal++) {
    hhp__buffer json = {0};
    hhp__puts(&json, quoted("{" HEAD ",'goals':[{'id':'g0','title':'G','parent':'g1'},"
                            "{'id':'g1','title':'G','parent':'g2'},{'id':'g2','title':'G','parent':'g0'}]"));
    put_list(&json, "activities", 1, text_of("{'id':'a#','title':'A','goals':['g%d']}", goal));
    assert_times(page_of(&json), "<td class=\"c sum\">1</td>", 3);
  }
}

/* Of parties past the limit, those of an agreement that is shown are counted. */
static void parties_of_other_agreements_are_not_counted(void **state) {
  (void)state;
  hhp__buffer json = {0};
  hhp__puts(&json, quoted("{" HEAD));
  put_list(&json, "parties", 43, "{'id':'p#','name':'Part #','kind':'municipality'}");
  put_list(&json, "agreements", 24, "{'id':'s#','kind':'sub','title':'S','parties':['p0','p40','p41']}");
  json.length--;
  hhp__puts(&json, quoted(",{'id':'s24','kind':'sub','title':'S','parties':['p1','p42']}]"));
  assert_string_equal(notes_of(page_of(&json)), "Agreements not shown: 1.\n"
                                                "Parties to the agreements above not shown: 2.\n");
}

/* In a plan of few weeks, nothing is added at the ends: the new year that it begins with is there. */
static void a_year_at_the_edge(void **state) {
  (void)state;
  hhp__buffer json = {0};
  hhp__puts(&json, quoted("{" HEAD));
  put_list(&json, "activities", 1, "{'id':'a#','title':'A','start':'2021-01-01','end':'2021-01-20'}");
  const char *page = page_of(&json);
  assert_string_equal(notes_of(page), "");
  assert_times(page, "<text class=\"tick\"", 1);
}

/* Twenty activities a picture, of 38 each, and 20 for the years. */
static void pictures_of_the_time_line_are_as_high_as_their_rows(void **state) {
  (void)state;
  for (int count = 1; count <= 41; count += 20) {
    hhp__buffer json = {0};
    hhp__puts(&json, quoted("{" HEAD));
    put_list(&json, "activities", (size_t)count, "{'id':'a#','title':'A','start':'2021','end':'2022'}");
    const char *page = page_of(&json);
    assert_times(page, "height=\"58\" ", 1);
    assert_times(page, "height=\"780\" ", (size_t)count / 20);
  }
}

/* A period without its end is none to draw or to name. */
static void half_a_period(void **state) {
  (void)state;
  static const char *const periods[] = {"'start':'2021'", "'end':'2022'", "'start':'2021','end':'2022'"};
  for (size_t i = 0; i < COUNT_OF(periods); i++) {
    hhp__buffer json = {0};
    hhp__puts(&json, quoted(text_of("{" HEAD ",'period':{%s}", periods[i])));
    put_list(&json, "activities", 1, "{'id':'a#','title':'A','start':'2021','end':'2022'}");
    assert_times(page_of(&json), "Period of the plan", i < 2 ? 0 : 2);
  }
}

/* Whole up to that many characters, with "…" beyond. */
static void assert_shown_up_to(const char *page, const char *before, size_t given, size_t most, const char *after) {
  const char *at = strstr(page, before);
  assert_non_null(at);
  at += strlen(before);
  for (size_t i = 0; i < (given < most ? given : most); i++, at += 2)
    assert_memory_equal(at, "ø", 2);
  const char *end = text_of("%s%s", given > most ? "…" : "", after);
  if (strncmp(at, end, strlen(end)) != 0)
    fail_msg("%.20s is not %s", at, end);
}

/* A name has at most 200 characters, and a text 2,000, however many bytes they are. */
static void names_and_texts_are_cut(void **state) {
  (void)state;
  for (size_t more = 0; more <= 1; more++) {
    char name[2 * 201 + 1] = "", reason[2 * 2001 + 1] = "";
    for (size_t i = 0; i < 200 + more; i++)
      strcpy(name + 2 * i, "ø");
    for (size_t i = 0; i < 2000 + more; i++)
      strcpy(reason + 2 * i, "ø");
    hhp__buffer json = {0};
    hhp__puts(&json, quoted(text_of("{" HEAD ",'waivers':[{'rule':'HP322','reason':'%s'}]", reason)));
    put_list(&json, "activities", 1, text_of("{'id':'a#','title':'%s','start':'2021','end':'2022'}", name));
    const char *page = page_of(&json);
    assert_shown_up_to(page, "<tr><td>Activity</td><th scope=\"row\"><bdi lang=\"da\">", 200 + more, 200,
                       "</bdi></th>");
    assert_shown_up_to(page, "<p><b>Reason:</b> ", 2000 + more, 2000, "</p>");
  }
}

/* The table of the time line has at most 200 rows of a kind. */
static void rows_of_the_time_line(void **state) {
  (void)state;
  hhp__buffer json = {0};
  hhp__puts(&json, quoted("{" HEAD));
  put_list(&json, "activities", 201, "{'id':'a#','title':'A','start':'2021','end':'2022'}");
  put_list(&json, "milestones", 202, "{'id':'m#','title':'M','due':'2022'}");
  put_list(&json, "reports", 203, "{'year':2021,'submitted_on':'2022-05-01'}");
  const char *page = page_of(&json);
  assert_times(page, "<tr><td>Activity</td>", 200);
  assert_times(page, "<tr><td>Milestone</td>", 200);
  assert_times(page, "<tr><td>Annual report</td>", 200);
  assert_times(page, "Rows not shown in the table: 6.", 1);
}

/* The overview of plans has at most 1,000 rows. */
static void rows_of_the_overview(void **state) {
  (void)state;
  enum { MOST = 1000 };
  hhp_report *lost = new_report();
  assert_int_equal(hhp_report_set_unreadable(lost, HHP_ERR_NO_FILE), HHP_OK);
  const hhp_report *reports[MOST + 1];
  for (size_t i = 0; i <= MOST; i++)
    reports[i] = lost;
  for (size_t count = MOST; count <= MOST + 1; count++) {
    char *page = NULL;
    assert_int_equal(hhp_reports_render(reports, count, HHP_FORMAT_HTML, NULL, &page, NULL), HHP_OK);
    own(page, hhp_free);
    assert_times(page, "<tr><th scope=\"row\"><a href=\"#p", MOST);
    assert_times(page, "Plans not shown in the overview: 1.", count - MOST);
  }
}

/* The picture is as high as its rows, of 38 pixels, and the axis, of 20. */
static void rows_that_are_not_there_take_no_space(void **state) {
  (void)state;
  static const struct {
    const char *name, *form;
  } lists[] = {{"milestones", "{'id':'m#','title':'M','due':'2022'}"},
               {"reports", "{'year':2021,'submitted_on':'2022-05-01'}"}};
  for (size_t i = 0; i <= COUNT_OF(lists); i++) {
    hhp__buffer json = {0};
    hhp__puts(&json, quoted("{" HEAD ",'period':{'start':'2021','end':'2024'}"));
    put_list(&json, "activities", 2, "{'id':'a#','title':'A','start':'2021','end':'2022'}");
    if (i < COUNT_OF(lists))
      put_list(&json, lists[i].name, 1, lists[i].form);
    assert_times(page_of(&json),
                 i < COUNT_OF(lists) ? "width=\"100%\" height=\"172\"" : "width=\"100%\" height=\"134\"", 1);
  }
}

/* Without a period, the scale has 40 years of 366 days at most from the first date, and a fortieth on either side: from
 * the beginning of 1969 to the beginning of 2011, with a label for every sixth year. */
static void years_without_a_period(void **state) {
  (void)state;
  hhp__buffer json = {0};
  hhp__puts(&json, quoted("{" HEAD));
  put_list(&json, "activities", 1, "{'id':'a#','title':'A','start':'1970','end':'1971'}");
  put_list(&json, "milestones", 1, "{'id':'m#','title':'M','due':'2024'}");
  const char *page = page_of(&json);
  assert_string_equal(notes_of(page), "Dates wholly or partly outside of what is shown: 1.\n");
  assert_times(page, "<text class=\"tick\"", 7);
}

static const char outside[] = "Dates wholly or partly outside of what is shown: 1.\n";

/* Dates of any kind, of which two differ, are a length of time to draw. */
static void one_date_of_each_kind(void **state) {
  (void)state;
  static const struct {
    const char *name, *form;
  } lists[] = {{"milestones", "{'id':'m#','title':'M','due':'2022-01-01'}"},
               {"reports", "{'year':2021,'submitted_on':'2022-05-01'}"},
               {"activities", "{'id':'a#','title':'A','start':'2022-09-01','end':'2022-09-01'}"}};
  for (size_t left_out = 0; left_out < COUNT_OF(lists); left_out++) {
    hhp__buffer json = {0};
    hhp__puts(&json, quoted("{" HEAD));
    for (size_t i = 0; i < COUNT_OF(lists); i++) {
      if (i != left_out)
        put_list(&json, lists[i].name, 1, lists[i].form);
    }
    const char *page = page_of(&json);
    assert_string_equal(notes_of(page), "");
    assert_times(page, "<svg class=\"at\"", left_out != 0);
    assert_times(page, "<circle class=\"done\"", left_out != 1);
    assert_times(page, "<rect class=\"activity\"", left_out != 2);
  }
}

/* 40 * 366 days, and a fortieth of them at the end, are 15,006. */
static void the_last_day_without_a_period(void **state) {
  (void)state;
  static const char *const ends[] = {"2041-01-31", "2041-02-01"};
  for (size_t i = 0; i < COUNT_OF(ends); i++) {
    hhp__buffer json = {0};
    hhp__puts(&json, quoted("{" HEAD));
    put_list(&json, "activities", 1, "{'id':'a#','title':'A','start':'2000-01-01','end':'2001'}");
    put_list(&json, "milestones", 1, text_of("{'id':'m#','title':'M','due':'%s'}", ends[i]));
    assert_string_equal(notes_of(page_of(&json)), i == 0 ? "" : outside);
  }
}

/* What has no date is neither drawn nor outside of what is shown; without a period, it does not stretch the scale. Of a
 * plan that is being edited, a milestone may have no date yet. */
static void what_has_no_date_has_no_place(void **state) {
  (void)state;
  static const char *const periods[] = {"", ",'period':{'start':'2021','end':'2022'}"};
  for (size_t i = 0; i < COUNT_OF(periods); i++) {
    hhp_plan *plan =
        plan_of(quoted(text_of("{" HEAD "%s,'activities':[{'id':'a','title':'A','start':'2021','end':'2022'}],"
                               "'reports':[{'year':2021}]}",
                               periods[i])));
    hhp_report *report = validate(plan, NULL);
    hhp_object *milestone;
    assert_int_equal(hhp_table_add_row(hhp_table_find("milestones"), plan, NULL, "m", &milestone), HHP_OK);
    assert_int_equal(hhp_report_set_plan(report, plan), HHP_OK);
    const char *page = rendered(report, HHP_FORMAT_HTML, NULL);
    assert_string_equal(notes_of(page), "");
    assert_times(page, "<text class=\"tick\"", 3); /* of 2021, 2022 and the margin after it */
    assert_times(page, "<svg class=\"at\"", 0);
    assert_times(page, "<circle class=\"done\"", 0);
  }
}

/* A period of one day is drawn where it is, and other dates are not measured by it: two years later is no mistake. */
static void a_period_of_one_day(void **state) {
  (void)state;
  hhp__buffer json = {0};
  hhp__puts(&json, quoted("{" HEAD ",'period':{'start':'2021-01-01','end':'2021-01-01'}"));
  put_list(&json, "activities", 1, "{'id':'a#','title':'A','start':'2023','end':'2024'}");
  const char *page = page_of(&json);
  assert_string_equal(notes_of(page), "");
  assert_times(page, "<rect class=\"activity\"", 1);
  assert_times(page, "<text class=\"tick\"", 5); /* from 2021 on, and the margin after 2024 */
}

/* What is at most 366 days before or after the period of the plan stretches the scale; of what is further away, the
 * date may be mistaken. */
static void the_scale_has_what_is_near_the_period(void **state) {
  (void)state;
  static const struct {
    const char *name, *form;
  } lists[] = {{"milestones", "{'id':'m#','title':'M','due':'%s'}"},
               {"reports", "{'year':2021,'submitted_on':'%s'}"},
               {"activities", "{'id':'a#','title':'A','start':'2022','end':'%s'}"},
               {"activities", "{'id':'a#','title':'A','start':'%s','end':'2023'}"}};
  static const struct {
    const char *date;
    int is_near, is_before;
  } dates[] = {{"2020-01-01", 1, 1}, {"2019-12-31", 0, 1}, {"2026-01-01", 1, 0}, {"2026-01-02", 0, 0}};
  for (size_t i = 0; i < COUNT_OF(lists); i++) {
    for (size_t k = 0; k < COUNT_OF(dates); k++) {
      if ((i == 2 && dates[k].is_before) || (i == 3 && !dates[k].is_before))
        continue; /* it would end before it starts */
      hhp__buffer json = {0};
      hhp__puts(&json, quoted("{" HEAD ",'period':{'start':'2021-01-01','end':'2024-12-31'}"));
      put_list(&json, lists[i].name, 1, text_of(lists[i].form, dates[k].date));
      assert_string_equal(notes_of(page_of(&json)), dates[k].is_near ? "" : outside);
    }
  }
}

/* An activity without one of its dates is in the table, not in the picture. */
static void activities_without_a_date_are_not_drawn(void **state) {
  (void)state;
  static const char *const forms[] = {"{'id':'a#','title':'A','start':'2021'}", "{'id':'a#','title':'A','end':'2022'}",
                                      "{'id':'a#','title':'A','start':'2022','end':'2021'}"};
  for (size_t i = 0; i < COUNT_OF(forms); i++) {
    hhp__buffer json = {0};
    hhp__puts(&json, quoted("{" HEAD ",'period':{'start':'2021','end':'2024'}"));
    put_list(&json, "activities", 1, forms[i]);
    hhp__puts(&json, "}");
    hhp_report *report = new_report();
    hhp_check_options *options = new_options();
    assert_int_equal(hhp_check_options_set_keep_plan(options, 1), HHP_OK);
    assert_int_equal(hhp_check(json.text, json.length, options, report), HHP_OK);
    hhp__buffer_free(&json);
    const char *page = rendered(report, HHP_FORMAT_HTML, NULL);
    assert_times(page, "<rect class=\"activity\"", 0);
    assert_times(page, "since a date is missing or the end is before the start: 1.", 1);
    assert_times(rendered(report, HHP_FORMAT_MARKDOWN, NULL), "gantt", 0);
  }
}

/* The hash in the policy is that of the style sheet (Content Security Policy Level 3, 6.7.2.2). */
static void the_policy_allows_the_style_sheet(void **state) {
  (void)state;
  static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  hhp__buffer json = {0};
  hhp__puts(&json, quoted("{" HEAD));
  const char *page = page_of(&json), *style = strstr(page, "<style>");
  assert_non_null(style);
  style += strlen("<style>");
  hhp__sha256 sha;
  char hex[65] = "", base64[45] = "";
  hhp__sha256_begin(&sha);
  hhp__sha256_add(&sha, style, (size_t)(strstr(style, "</style>") - style));
  hhp__sha256_end(&sha, hex);
  for (int bit = 0; bit < 258; bit += 6) { /* 43 digits, the last of four bits and two zeros */
    unsigned digit = 0;
    for (int i = bit; i < bit + 6; i++) {
      const char nibble[2] = {i < 256 ? hex[i / 4] : '0', '\0'};
      digit = digit << 1 | (strtoul(nibble, NULL, 16) >> (3 - i % 4) & 1);
    }
    base64[bit / 6] = digits[digit];
  }
  assert_times(page, text_of("style-src 'sha256-%s=';", base64), 1);
}

/* The schema of reports, for both drafts of JSON Schema. */
static void the_schema_of_reports(void **state) {
  (void)state;
  static const char *const goldens[] = {PAGES "report-schema.2020-12.json", PAGES "report-schema.draft-07.json"};
  static const int32_t drafts[] = {HHP_JSON_SCHEMA_2020_12, HHP_JSON_SCHEMA_DRAFT_07};
  for (size_t i = 0; i < COUNT_OF(drafts); i++) {
    char *json = NULL;
    assert_int_equal(hhp_json_schema_of(HHP_SCHEMA_REPORT, drafts[i], &json, NULL), HHP_OK);
    own(json, hhp_free);
    assert_golden(goldens[i], json);
  }
}

int main(void) {
  static const struct CMUnitTest tests[] = {
      TEST(a_page_with_everything),
      TEST(a_page_of_several_plans),
      TEST(as_much_as_is_shown),
      TEST(one_more_than_is_shown),
      TEST(sums_have_what_is_not_shown),
      TEST(goals_in_a_cycle_serve_each_other),
      TEST(parties_of_other_agreements_are_not_counted),
      TEST(a_year_at_the_edge),
      TEST(pictures_of_the_time_line_are_as_high_as_their_rows),
      TEST(half_a_period),
      TEST(names_and_texts_are_cut),
      TEST(rows_of_the_time_line),
      TEST(rows_of_the_overview),
      TEST(years_without_a_period),
      TEST(one_date_of_each_kind),
      TEST(the_last_day_without_a_period),
      TEST(a_period_of_one_day),
      TEST(what_has_no_date_has_no_place),
      TEST(the_scale_has_what_is_near_the_period),
      TEST(rows_that_are_not_there_take_no_space),
      TEST(activities_without_a_date_are_not_drawn),
      TEST(the_policy_allows_the_style_sheet),
      TEST(the_schema_of_reports),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
