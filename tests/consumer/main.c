/* A typical user's program. It is compiled as C99 and as C++17 with the installed library. */
#include <helhedsplan/helhedsplan.h>

#include <stdio.h>
#include <string.h>

static int check(int holds, const char *what) {
  if (!holds)
    printf("failed: %s\n", what);
  return holds ? 0 : 1;
}

static int check_versions(void) {
  return check(strcmp(hhp_version_string(), HHP_VERSION_STRING) == 0, "the version is that of the headers") +
         check(hhp_abi_version() == HHP_ABI_VERSION, "the ABI is that of the headers");
}

static int check_cofinancing(void) {
  hhp_cofinancing_result result;
  hhp_status status =
      hhp_cofinancing(35000000, 11000000, 0, 46000000, 2500, HHP_SHARE_BASE_TOTAL, &result, sizeof result);
  return check(status == HHP_OK, "co-financing is worked out") +
         check(result.verdict == HHP_VERDICT_FAILS && result.share_of_total_bp == 2391, "23.91 % is too little") +
         check(result.shortfall_at_total == 500000, "500,000 kr. are missing");
}

static int check_plan(void) {
  hhp_plan *plan = NULL;
  char *json = NULL;
  size_t length = 0;
  int failed = check(hhp_plan_new(&plan) == HHP_OK, "a plan is made") +
               check(hhp_plan_set_title(plan, "Tr\303\246og") == HHP_OK, "it gets a title") +
               check(hhp_plan_dump(plan, &json, &length) == HHP_OK, "it is written") +
               check(json != NULL && strlen(json) == length && strstr(json, "Tr\303\246og") != NULL, "with its title");
  hhp_free(json);
  hhp_plan_free(plan);
  return failed;
}

static int check_report(void) {
  hhp_report *report = NULL;
  int failed = check(hhp_report_new(&report) == HHP_OK, "a report is made") +
               check(hhp_check("{", HHP_NUL_TERMINATED, NULL, report) == HHP_OK, "a broken file is checked") +
               check(hhp_report_error_count(report) == 1, "and found to be broken");
  hhp_report_free(report);
  return failed;
}

int main(void) {
  int failed = check_versions() + check_cofinancing() + check_plan() + check_report();
  printf("helhedsplan %s: %d failed\n", hhp_version_string(), failed);
  return failed == 0 ? 0 : 1;
}
