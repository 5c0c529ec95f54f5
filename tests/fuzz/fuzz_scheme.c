/* A scheme from arbitrary bytes, and a plan checked with it. The bytes up to the first empty line are the scheme, the
 * rest is the plan. */
#include <helhedsplan/helhedsplan.h>

#include "fuzz/target.h"
#include "support/sound.h"

static const char S_plan[] =
    "{\"format\":\"helhedsplan/1\",\"id\":\"p\",\"title\":\"T\",\"status\":\"running\",\"scheme\":\"s\",\"area\":\"A\","
    "\"focus_areas\":[{\"id\":\"f\",\"code\":\"tryghed\",\"title\":\"F\"}],"
    "\"parties\":[{\"id\":\"k\",\"name\":\"K\",\"kind\":\"municipality\"}],"
    "\"financing\":{\"grant\":{\"applied\":70},\"contributions\":[{\"parties\":[\"k\"],\"amount\":30}]}}";

/* The first line break that is followed by another one; NULL if there is none. */
static const char *S_gap(const char *text, size_t length) {
  for (size_t i = 0; i + 1 < length; i++) {
    if (text[i] == '\n' && text[i + 1] == '\n')
      return text + i;
  }
  return NULL;
}

static void S_check_against(const hhp_scheme *scheme, const char *json, size_t length) {
  hhp_check_options *options = NULL;
  hhp_report *report = NULL;
  must(hhp_check_options_new(&options) == HHP_OK && hhp_report_new(&report) == HHP_OK, "no memory");
  must(hhp_check_options_set_scheme(options, scheme) == HHP_OK, "the scheme is not taken");
  must(hhp_check_options_set_today(options, 20300101) == HHP_OK, "the day is not taken");
  must(hhp_check(json, length, options, report) == HHP_OK, "no check");
  must_be_sound(unsound(report, json, length));
  hhp_report_free(report);
  hhp_check_options_free(options);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
  const char *json = (const char *)bytes;
  const char *gap = S_gap(json, length);
  size_t scheme_length = gap == NULL ? length : (size_t)(gap - json);
  hhp_scheme *scheme = NULL;
  hhp_report *report = NULL;
  must(hhp_report_new(&report) == HHP_OK, "no report");
  hhp_status status = hhp_scheme_parse(&scheme, json, scheme_length, report);
  must(status == HHP_OK || status == HHP_ERR_DOCUMENT, "neither a scheme nor a reason");
  must((status == HHP_OK) == (scheme != NULL), "a scheme and a failure");
  must(status == HHP_OK || hhp_report_error_count(report) > 0, "a failure without a reason");
  if (scheme != NULL && gap != NULL)
    S_check_against(scheme, gap + 2, length - scheme_length - 2);
  if (scheme != NULL)
    S_check_against(scheme, S_plan, sizeof(S_plan) - 1);
  hhp_scheme_free(scheme);
  hhp_report_free(report);
  return 0;
}
