/* Checks arbitrary bytes at each stage, with a day, severities and a waiver from the first bytes: the report is
 * consistent, it is the report on the plan in memory too, and the stage changes severities and nothing else. */
#include <string.h>

#include <helhedsplan/helhedsplan.h>

#include "fuzz/target.h"
#include "support/same_findings.h"
#include "support/sound.h"

const size_t plan_begins_at = 4;

static hhp_check_options *S_choose_options(choices *from) {
  hhp_check_options *options = NULL;
  must(hhp_check_options_new(&options) == HHP_OK, "no options");
  int32_t day = (int32_t)(2013 + choose_below(from, 9)) * 10000 + 101 + (int32_t)choose_below(from, 12) * 100;
  must(hhp_check_options_set_today(options, day) == HHP_OK, "the day is not taken");
  const char *rule = hhp_rule_id(hhp_rule_at(choose_below(from, hhp_rule_count())));
  uint8_t how = choose_byte(from);
  if (how & 1)
    (void)hhp_check_options_set_severity(options, rule, how / 2 % 4);
  if (how & 8)
    (void)hhp_check_options_add_waiver(options, rule, how & 16 ? "goal-1" : NULL, "Aftalt", how & 32 ? 20170000 : 0);
  return options;
}

static hhp_report *S_check(const char *json, size_t length, const hhp_check_options *options) {
  hhp_report *report = NULL;
  must(hhp_report_new(&report) == HHP_OK, "no report");
  must(hhp_check(json, length, options, report) == HHP_OK, "no check");
  must_be_sound(unsound(report, json, length));
  return report;
}

static void S_compare_in_memory(const char *json, size_t length, const hhp_check_options *options,
                                const hhp_report *report) {
  hhp_plan *plan = NULL;
  hhp_report *other = NULL;
  if (hhp_plan_parse(&plan, json, length, NULL) != HHP_OK)
    return;
  must(hhp_report_new(&other) == HHP_OK, "no report");
  must(hhp_plan_validate(plan, options, other) == HHP_OK, "no check in memory");
  must(have_same_findings(report, other, SAME_WORDS), "other findings in memory");
  hhp_report_free(other);
  hhp_plan_free(plan);
}

/* A rule may report less than its severity, as HP503 does for a plan that extends another one: an info. What is off at
 * a stage is not reported. */
static void S_compare_stages(const hhp_report *report, int32_t stage) {
  for (size_t i = 0; i < hhp_report_count(report); i++) {
    const hhp_finding *f = hhp_report_at(report, i);
    int32_t severity = hhp_rule_severity(hhp_rule_find(hhp_finding_rule(f)), stage);
    must(hhp_finding_severity(f) == severity || (severity > 0 && hhp_finding_severity(f) == HHP_SEVERITY_INFO),
         "another severity than that of the stage");
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
  choices from = {bytes, length};
  int has_own_severity = length > 3 && (bytes[3] & 1);
  hhp_check_options *options = S_choose_options(&from);
  const char *json = (const char *)from.bytes;
  for (int32_t stage = HHP_STAGE_DRAFT; stage <= HHP_STAGE_FULL; stage++) {
    must(hhp_check_options_set_stage(options, stage) == HHP_OK, "no such stage");
    hhp_report *report = S_check(json, from.length, options);
    if (!has_own_severity)
      S_compare_stages(report, stage);
    S_compare_in_memory(json, from.length, options, report);
    hhp_report_free(report);
  }
  hhp_check_options_free(options);
  return 0;
}
