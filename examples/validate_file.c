/* Loads a plan, checks it at stage prequal, and prints the message, location and remedy of each finding.
 *
 *   validate_file plan.helhedsplan.json
 */
#include <helhedsplan/helhedsplan.h>

#include <stdio.h>

static void print_findings(const hhp_report *report) {
  for (size_t i = 0; i < hhp_report_count(report); i++) {
    const hhp_finding *finding = hhp_report_at(report, i);
    printf("%s %s at %s\n  %s\n  %s\n", hhp_severity_name(hhp_finding_severity(finding)), hhp_finding_rule(finding),
           hhp_finding_pointer(finding), hhp_finding_message(finding, HHP_LANG_EN),
           hhp_finding_remedy(finding, HHP_LANG_EN));
  }
}

/* Findings have their numbers as arguments, so that programs need not parse messages. */
static void print_shortfall(const hhp_report *report) {
  for (size_t i = 0; i < hhp_report_count(report); i++) {
    int64_t short_by = hhp_finding_number(hhp_report_at(report, i), "short_by");
    char text[HHP_TEXT_SIZE];
    if (short_by != HHP_ABSENT && hhp_kroner_text(short_by, HHP_LANG_EN, text, sizeof text) == HHP_OK)
      printf("%s is short by %s\n", hhp_finding_rule(hhp_report_at(report, i)), text);
  }
}

static hhp_status check(const char *path, hhp_plan **plan, hhp_report *report) {
  hhp_check_options *options = NULL;
  hhp_status status = hhp_plan_load(plan, path, report);
  if (status == HHP_OK)
    status = hhp_check_options_new(&options);
  if (status == HHP_OK)
    status = hhp_check_options_set_stage(options, HHP_STAGE_PREQUAL);
  if (status == HHP_OK)
    status = hhp_plan_validate(*plan, options, report);
  hhp_check_options_free(options);
  return status;
}

int main(int argc, char **argv) {
  if (argc != 2) {
    fprintf(stderr, "usage: validate_file FILE\n");
    return 2;
  }
  hhp_plan *plan = NULL;
  hhp_report *report = NULL;
  hhp_status status = hhp_report_new(&report);
  if (status == HHP_OK)
    status = check(argv[1], &plan, report);
  if (status == HHP_OK || status == HHP_ERR_DOCUMENT) {
    print_findings(report);
    print_shortfall(report);
  } else {
    fprintf(stderr, "%s: %s\n", argv[1], hhp_status_message(status, HHP_LANG_EN));
  }
  int has_errors = hhp_report_error_count(report) > 0;
  hhp_plan_free(plan);
  hhp_report_free(report);
  return status == HHP_OK ? has_errors : status == HHP_ERR_DOCUMENT ? 1 : 3;
}
