/* Arguments of queries: days, schemes, plans, and what is wrong with them. */
#include "database/question.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"

/* Precisions count bytes, so characters may have been split. */
static void S_replace_ill_formed(char *text) {
  for (char *end = text + strlen(text); text < end;) {
    size_t length = hhp__utf8_length(text, (size_t)(end - text));
    if (length == 0)
      *text = '?';
    text += length == 0 ? 1 : length;
  }
}

hhp_status db_fail(db_fault *fault, hhp_status status, const char *format, ...) {
  va_list list;
  va_start(list, format);
  /* cppcheck-suppress ctuuninitvar // is written here, not read */
  vsnprintf(fault->text, sizeof(fault->text), format, list);
  va_end(list);
  S_replace_ill_formed(fault->text);
  fault->status = status;
  return status;
}

static int32_t S_digits(const char *text, size_t count) {
  int32_t number = 0;
  for (size_t i = 0; i < count; i++) {
    if (text[i] < '0' || text[i] > '9')
      return -1;
    number = number * 10 + (text[i] - '0');
  }
  return number;
}

/* Whether the day exists is checked by hhp_check_options_set_today(). */
hhp_status db_parse_day(const char *text, int32_t *day, db_fault *fault) {
  if (strlen(text) == 10 && text[4] == '-' && text[7] == '-') {
    int32_t y = S_digits(text, 4), m = S_digits(text + 5, 2), d = S_digits(text + 8, 2);
    if (y > 0 && m > 0 && d > 0) {
      *day = y * 10000 + m * 100 + d;
      return HHP_OK;
    }
  }
  return db_fail(fault, HHP_ERR_DATE, "today: \"%.40s\" is not a date such as 2026-01-31", text);
}

static const char *S_first_message(const hhp_report *report) {
  const char *message = hhp_finding_message(hhp_report_at(report, 0), HHP_LANG_EN);
  return message != NULL ? message : "";
}

/* `what` is "a plan" or "a scheme". */
static hhp_status S_fail_document(db_fault *fault, const hhp_report *report, const char *what) {
  const hhp_finding *first = hhp_report_at(report, 0);
  return db_fail(fault, HHP_ERR_DOCUMENT, "not %s: line %zu, column %zu: %s", what, hhp_finding_line(first),
                 hhp_finding_column(first), S_first_message(report));
}

static hhp_status S_parse_scheme(const char *text, hhp_scheme **own, db_fault *fault) {
  hhp_report *report = NULL;
  hhp_status status = hhp_report_new(&report);
  if (status == HHP_OK)
    status = hhp_scheme_parse(own, text, strlen(text), report);
  if (status == HHP_ERR_DOCUMENT)
    S_fail_document(fault, report, "a scheme");
  else if (status != HHP_OK)
    db_fail(fault, status, "%s", hhp_status_message(status, HHP_LANG_EN));
  hhp_report_free(report);
  return status;
}

hhp_status db_find_scheme(const char *text, const hhp_scheme **scheme, hhp_scheme **own, db_fault *fault) {
  *scheme = NULL;
  *own = NULL;
  if (text == NULL)
    return HHP_OK;
  hhp_status status = HHP_OK;
  if (text[strspn(text, " \t\r\n")] == '{') {
    status = S_parse_scheme(text, own, fault);
    *scheme = *own;
    return status;
  }
  *scheme = hhp_scheme_find(text);
  if (*scheme == NULL)
    return db_fail(fault, HHP_ERR_NOT_FOUND, "scheme: \"%.64s\" is not built in; pass the JSON of the scheme instead",
                   text);
  return HHP_OK;
}

hhp_status db_read_plan(const char *json, size_t length, hhp_plan **plan, db_fault *fault) {
  *plan = NULL;
  hhp_report *report = NULL;
  hhp_status status = hhp_report_new(&report);
  if (status == HHP_OK)
    status = hhp_plan_parse(plan, json, length, report);
  if (status == HHP_ERR_DOCUMENT)
    S_fail_document(fault, report, "a plan");
  else if (status != HHP_OK)
    db_fail(fault, status, "%s", hhp_status_message(status, HHP_LANG_EN));
  hhp_report_free(report);
  return status;
}
