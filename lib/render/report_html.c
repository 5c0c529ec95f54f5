/* Reports as one HTML page that needs nothing else: no script, no other file, no network. A Content-Security-Policy in
 * the page forbids everything but its own style sheet, which it names by its SHA-256. */
#include <stdlib.h>
#include <string.h>

#include <helhedsplan/municipality.h>
#include <helhedsplan/version.h>

#include "base/sha256.h"
#include "model/model.h"
#include "render/formats.h"
#include "render/html.h"
#include "render/report_facts.h"
#include "report/constant_words.h"

/* Of the sections of several plans: none is begun beyond this. */
enum { MOST_BYTES = 32 * 1024 * 1024 };

/* What the reports are sorted by: how far a plan is from being in order. */
typedef struct {
  size_t index;
  int rank; /* 3: not readable, 2: not checked to its end, 1: errors, 0: none */
  int64_t missing;
  size_t errors;
  size_t warnings;
} S_entry;

static int S_rank(const hhp_report *report) {
  if (hhp_report_unreadable(report) != HHP_OK)
    return 3;
  if (!hhp_report_is_complete(report))
    return 2;
  return hhp_report_error_count(report) > 0 ? 1 : 0;
}

static int S_compare(const void *a, const void *b) {
  const S_entry *x = a, *y = b;
  if (x->rank != y->rank)
    return x->rank > y->rank ? -1 : 1;
  if (x->missing != y->missing)
    return x->missing > y->missing ? -1 : 1;
  if (x->errors != y->errors)
    return x->errors > y->errors ? -1 : 1;
  if (x->warnings != y->warnings)
    return x->warnings > y->warnings ? -1 : 1;
  return x->index < y->index ? -1 : 1;
}

/* The indices of the reports, worst first. The caller frees them. NULL if out of memory. */
static size_t *S_order(const hhp_report *const *reports, size_t count) {
  S_entry *entries = calloc(count + 1, sizeof(*entries));
  size_t *order = calloc(count + 1, sizeof(*order));
  for (size_t i = 0; entries != NULL && i < count; i++)
    entries[i] = (S_entry){i, S_rank(reports[i]), hhp__missing_kroner(reports[i]), hhp_report_error_count(reports[i]),
                           hhp_report_warning_count(reports[i])};
  if (entries == NULL || order == NULL) {
    free(entries);
    free(order);
    return NULL;
  }
  qsort(entries, count, sizeof(*entries), S_compare);
  for (size_t i = 0; i < count; i++)
    order[i] = entries[i].index;
  free(entries);
  return order;
}

static int S_hex_digit(char c) {
  return c <= '9' ? c - '0' : c - 'a' + 10;
}

/* The digest in base64, as a policy has it. */
static void S_put_base64(hhp__buffer *out, const char hex[65]) {
  static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  enum { BYTES = 32 };
  unsigned bytes[BYTES + 1] = {0}; /* a multiple of three, of which the last is 0 */
  for (size_t i = 0; i < BYTES; i++)
    bytes[i] = (unsigned)(S_hex_digit(hex[2 * i]) << 4 | S_hex_digit(hex[2 * i + 1]));
  for (size_t i = 0; i < BYTES; i += 3) {
    unsigned three = bytes[i] << 16 | bytes[i + 1] << 8 | bytes[i + 2];
    hhp__putc(out, digits[three >> 18]);
    hhp__putc(out, digits[three >> 12 & 63]);
    hhp__putc(out, digits[three >> 6 & 63]);
    hhp__putc(out, i + 2 < BYTES ? digits[three & 63] : '=');
  }
}

static void S_put_policy(hhp__page *page) {
  hhp__sha256 sha;
  char hex[65];
  hhp__sha256_begin(&sha);
  for (size_t i = 0; i < hhp__html_style_parts; i++)
    hhp__sha256_add(&sha, hhp__html_style[i], strlen(hhp__html_style[i]));
  hhp__sha256_end(&sha, hex);
  hhp__html(page, "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-");
  S_put_base64(page->out, hex);
  hhp__html(page, "'; base-uri 'none'; form-action 'none'\">\n");
}

static const hhp__phrase S_one_plan = {"Kontrol af helhedsplan", "Check of the plan"};
static const hhp__phrase S_several_plans = {"Kontrol af helhedsplaner", "Check of plans"};

static void S_put_head(hhp__page *page, const hhp_report *const *reports, size_t count) {
  hhp__html(page, page->lang == HHP_LANG_DA ? "<!DOCTYPE html>\n<html lang=\"da\">\n"
                                            : "<!DOCTYPE html>\n<html lang=\"en\">\n");
  hhp__html(page, "<head>\n<meta charset=\"utf-8\">\n");
  S_put_policy(page);
  hhp__html(page, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                  "<meta name=\"referrer\" content=\"no-referrer\">\n"
                  "<meta name=\"color-scheme\" content=\"light dark\">\n"
                  "<meta name=\"generator\" content=\"helhedsplan ");
  hhp__html(page, hhp_version_string());
  hhp__html(page, "\">\n<title>");
  hhp__html_phrase(page, count == 1 ? S_one_plan : S_several_plans);
  if (count == 1) {
    hhp__html(page, ": ");
    hhp__html_cut(page, hhp__report_title(reports[0], page->options), HHP__HTML_LONGEST_NAME);
  }
  hhp__html(page, "</title>\n<style>");
  for (size_t i = 0; i < hhp__html_style_parts; i++)
    hhp__html(page, hhp__html_style[i]);
  hhp__html(page, "</style>\n</head>\n<body>\n");
}

static void S_put_fact(hhp__page *page, hhp__phrase label, const char *text) {
  if (text == NULL || text[0] == '\0')
    return;
  hhp__html(page, "<div><dt>");
  hhp__html_phrase(page, label);
  hhp__html(page, "</dt><dd>");
  hhp__html_cut(page, text, HHP__HTML_LONGEST_NAME);
  hhp__html(page, "</dd></div>\n");
}

static void S_put_period(hhp__page *page, const hhp__plan_summary *summary) {
  if (summary->start == 0 || summary->end == 0) {
    S_put_fact(page, (hhp__phrase){"Periode", "Period"}, summary->label);
    return;
  }
  hhp__html(page, "<div><dt>");
  hhp__html_phrase(page, (hhp__phrase){"Periode", "Period"});
  hhp__html(page, "</dt><dd>");
  hhp__html_date(page, summary->start);
  hhp__html(page, " – ");
  hhp__html_date(page, summary->end);
  hhp__html(page, "</dd></div>\n");
}

static void S_put_facts(hhp__page *page, const hhp_report *report) {
  const hhp__plan_summary *summary = report->summary;
  hhp__counts counts = {0};
  hhp__count_report(&counts, report);
  hhp__html(page, "<dl class=\"facts\">\n");
  if (summary != NULL && summary->municipality != NULL)
    S_put_fact(page, (hhp__phrase){"Kommune", "Municipality"}, hhp_municipality_name(summary->municipality));
  if (summary != NULL)
    S_put_period(page, summary);
  if (summary != NULL && hhp__in_lang(summary->scheme_title, page->lang) != NULL)
    S_put_fact(page, (hhp__phrase){"Ordning", "Scheme"}, hhp__in_lang(summary->scheme_title, page->lang));
  else
    S_put_fact(page, (hhp__phrase){"Ordning", "Scheme"}, hhp_report_scheme_id(report));
  if (hhp_report_stage(report) != 0)
    S_put_fact(page, (hhp__phrase){"Trin", "Stage"}, hhp__stage_word(hhp_report_stage(report), page->lang));
  S_put_fact(page, (hhp__phrase){"Fil", "File"}, hhp__report_name(report, page->options));
  S_put_fact(page, (hhp__phrase){"Kontrollens resultat", "Result of the check"},
             hhp__result_word(hhp__result_of(&counts, page->options), page->lang));
  hhp__html(page, "</dl>\n");
}

static void S_put_unreadable(hhp__page *page, const hhp_report *report) {
  hhp__html(page, "<p class=\"warn\"><b>");
  hhp__html_phrase(page, (hhp__phrase){"Filen kunne ikke læses:", "The file could not be read:"});
  hhp__html(page, "</b> ");
  hhp__html_text(page, hhp_status_message(hhp_report_unreadable(report), page->lang));
  hhp__html(page, "</p>\n");
}

/* The language of the plan's texts, if it is a plain code and another one than the page's. */
static void S_set_plan_lang(hhp__page *page, const hhp_plan *plan) {
  const char *code = plan == NULL ? NULL : hhp_plan_language(plan);
  page->plan_lang[0] = '\0';
  if (code == NULL || strspn(code, "abcdefghijklmnopqrstuvwxyz") != strlen(code) || strlen(code) < 2 ||
      strlen(code) >= sizeof(page->plan_lang))
    return;
  if (strcmp(code, page->lang == HHP_LANG_DA ? "da" : "en") != 0)
    strcpy(page->plan_lang, code);
}

static void S_put_contents(hhp__page *page, const hhp_plan *plan) {
  if (plan == NULL)
    return;
  hhp__html_money(page, plan);
  hhp__html_timeline(page, plan);
  hhp__html_goals(page, plan);
  hhp__html_agreements(page, plan);
  hhp__html_indicators(page, plan);
}

/* `index` is that of the report in the order given, which `data-report` numbers from 1. */
static void S_put_plan(hhp__page *page, const hhp_report *report, size_t number, size_t index) {
  page->plan = number;
  S_set_plan_lang(page, hhp_report_plan(report));
  hhp__html(page, "<article class=\"plan\" data-report=\"");
  hhp__html_number(page, (int64_t)index + 1);
  hhp__html(page, "\">\n<header>\n<h");
  hhp__html_number(page, page->level);
  hhp__html_id(page, "plan");
  hhp__html(page, ">");
  hhp__html_plan_text(page, hhp__report_title(report, page->options), HHP__HTML_LONGEST_NAME);
  hhp__html(page, "</h");
  hhp__html_number(page, page->level);
  hhp__html(page, ">\n");
  if (hhp_report_unreadable(report) != HHP_OK) {
    hhp__html(page, "</header>\n");
    S_put_unreadable(page, report);
  } else {
    S_put_facts(page, report);
    hhp__html(page, "</header>\n");
    hhp__html_verdict(page, report);
    S_put_contents(page, hhp_report_plan(report));
    hhp__html_findings(page, report);
  }
  hhp__html(page, "</article>\n");
}

static void S_put_totals(hhp__page *page, const hhp_report *const *reports, size_t count) {
  hhp__counts counts = {0};
  for (size_t i = 0; i < count; i++)
    hhp__count_report(&counts, reports[i]);
  hhp__html(page, "<header><h1>");
  hhp__html_phrase(page, S_several_plans);
  hhp__html(page, ": ");
  hhp__html(page, hhp__result_word(hhp__result_of(&counts, page->options), page->lang));
  hhp__html(page, "</h1>\n<p>");
  hhp__put_counts(page->out, &counts, page->options);
  hhp__html_phrase(page, (hhp__phrase){" i ", " in "});
  hhp__html_count(page, (int64_t)count);
  hhp__html_phrase(page, (hhp__phrase){" filer. ", " files. "});
  hhp__html(page, hhp__criterion(page->options));
  hhp__html(page, "</p></header>\n");
}

static void S_put_foot(hhp__page *page) {
  hhp__html(page, "</main>\n<footer><p>");
  hhp__html_phrase(page, (hhp__phrase){"Lavet af helhedsplan ", "Made by helhedsplan "});
  hhp__html(page, hhp_version_string());
  hhp__html_phrase(page, (hhp__phrase){". Siden henter og sender intet.", ". The page fetches and sends nothing."});
  hhp__html(page, "</p></footer>\n</body>\n</html>\n");
}

/* The overview links to the sections, so it is written after them: only then is it known which of them had space. */
static void S_put_several(hhp__page *page, const hhp_report *const *reports, const size_t *order, size_t count) {
  hhp__buffer sections = {0};
  hhp__page inner = *page;
  size_t written = 0;
  inner.out = &sections;
  for (; written < count && sections.length < MOST_BYTES && !sections.failed; written++)
    S_put_plan(&inner, reports[order[written]], written + 1, order[written]);
  S_put_totals(page, reports, count);
  hhp__html_overview(page, reports, order, count, written);
  page->out->failed |= sections.failed;
  hhp__put(page->out, sections.text, sections.length);
  hhp__html_left_out(page,
                     (hhp__phrase){"Planer uden plads til et afsnit her: ", "Plans without space for a section here: "},
                     count - written);
  hhp__buffer_free(&sections);
}

void hhp__render_html(hhp__buffer *out, const hhp_report *const *reports, size_t count,
                      const hhp_render_options *options) {
  hhp__page page = {.out = out, .options = options, .lang = options->lang, .level = count == 1 ? 1 : 2};
  size_t *order = S_order(reports, count);
  if (order == NULL) {
    out->failed = 1;
    return;
  }
  S_put_head(&page, reports, count);
  hhp__html(&page, "<main>\n");
  if (count == 1)
    S_put_plan(&page, reports[0], 1, 0);
  else
    S_put_several(&page, reports, order, count);
  S_put_foot(&page);
  free(order);
}
