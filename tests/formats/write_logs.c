/* Writes SARIF logs that the command cannot produce: of plans in memory, of waivers in the options, of unreadable
 * files, of no files. Each is NAME.sarif in the current folder. */
#include <stdio.h>
#include <stdlib.h>

#include <helhedsplan/helhedsplan.h>

static const char S_plan[] =
    "{\"format\": \"helhedsplan/1\", \"id\": \"p\", \"title\": \"T\", \"status\": \"draft\", \"scheme\": "
    "\"lbf-2015-2018\", "
    "\"area\": \"A\", \"parties\": [{\"id\": \"k\", \"name\": \"K\", \"kind\": \"municipality\"}], "
    "\"financing\": {\"grant\": {\"awarded\": 90}, \"contributions\": [{\"parties\": [\"k\"], \"amount\": 10}]}}";

static void must(hhp_status status) {
  if (status == HHP_OK)
    return;
  fprintf(stderr, "write_logs: %s\n", hhp_status_name(status));
  exit(1);
}

static void S_write(const char *name, const hhp_report *const *reports, size_t count) {
  char *text = NULL;
  size_t length = 0;
  must(hhp_reports_render(reports, count, HHP_FORMAT_SARIF, NULL, &text, &length));
  FILE *file = fopen(name, "wb");
  if (file == NULL || fwrite(text, 1, length, file) != length || fclose(file) != 0)
    must(HHP_ERR_IO);
  hhp_free(text);
}

static hhp_report *S_new(const char *path) {
  hhp_report *report = NULL;
  must(hhp_report_new(&report));
  must(hhp_report_set_path(report, path));
  return report;
}

static void S_write_in_memory(const char *name, const char *path) {
  hhp_report *report = S_new(path);
  hhp_plan *plan = NULL;
  must(hhp_plan_parse(&plan, S_plan, HHP_NUL_TERMINATED, NULL));
  must(hhp_plan_validate(plan, NULL, report));
  const hhp_report *reports[] = {report};
  S_write(name, reports, 1);
  hhp_plan_free(plan);
  hhp_report_free(report);
}

static void S_write_waived(const char *name) {
  hhp_report *report = S_new("plan.json");
  hhp_check_options *options = NULL;
  must(hhp_check_options_new(&options));
  must(hhp_check_options_add_waiver(options, "HP401", NULL, "Aftalt {0} [med](1) \x1b[31m fonden", 0));
  must(hhp_check(S_plan, HHP_NUL_TERMINATED, options, report));
  const hhp_report *reports[] = {report};
  S_write(name, reports, 1);
  hhp_check_options_free(options);
  hhp_report_free(report);
}

/* With a path that is not UTF-8, and without a path. */
static void S_write_unreadable(const char *name) {
  hhp_report *reports[] = {S_new("\xff\xfe\n{0}.json"), S_new(NULL), S_new("plan.json")};
  must(hhp_report_set_unreadable(reports[0], HHP_ERR_NO_FILE));
  must(hhp_report_set_unreadable(reports[1], HHP_ERR_IO));
  must(hhp_check(S_plan, HHP_NUL_TERMINATED, NULL, reports[2]));
  S_write(name, (const hhp_report *const *)reports, 3);
  for (int i = 0; i < 3; i++)
    hhp_report_free(reports[i]);
}

int main(void) {
  S_write("none.sarif", NULL, 0);
  S_write_in_memory("memory.sarif", "plan.json");
  S_write_in_memory("nowhere.sarif", NULL);
  S_write_waived("waived.sarif");
  S_write_unreadable("unreadable.sarif");
  return 0;
}
