/* Writes a report of several documents, under given paths, in one of the formats for build servers.
 *
 *   write_report FORMAT LANG SHOW FAIL_ON ROOT [PATH FILE]...
 *
 * FORMAT, LANG, SHOW and FAIL_ON are the numbers of the constants; ROOT may be empty, and so may PATH, for no path.
 * A FILE "!-13" could not be read, with that status; "?FILE" is checked as a plan in memory. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <helhedsplan/helhedsplan.h>

#include "support/text.h"

enum { FIRST = 6, TODAY = 20200101 };

static void S_must(hhp_status status, const char *what) {
  if (status == HHP_OK)
    return;
  fprintf(stderr, "%s: %s\n", what, hhp_status_name(status));
  exit(2);
}

static void S_check(const char *file, hhp_report *report) {
  hhp_check_options *options = NULL;
  hhp_plan *plan = NULL;
  text json = {0};
  int in_memory = file[0] == '?';
  text_add_file(&json, file + in_memory);
  S_must(hhp_check_options_new(&options), "options");
  S_must(hhp_check_options_set_today(options, TODAY), "today");
  if (in_memory) {
    S_must(hhp_plan_parse(&plan, json.bytes, json.length, NULL), "plan");
    S_must(hhp_plan_validate(plan, options, report), "validate");
  } else {
    S_must(hhp_check(json.bytes, json.length, options, report), "check");
  }
  hhp_plan_free(plan);
  hhp_check_options_free(options);
  text_free(&json);
}

static hhp_report *S_report(const char *path, const char *file) {
  hhp_report *report = NULL;
  S_must(hhp_report_new(&report), "report");
  S_must(hhp_report_set_path(report, path[0] == '\0' ? NULL : path), "path");
  if (file[0] == '!')
    S_must(hhp_report_set_unreadable(report, atoi(file + 1)), "unreadable");
  else
    S_check(file, report);
  return report;
}

int main(int argc, char **argv) {
  hhp_render_options *options = NULL;
  char *out = NULL;
  size_t length = 0;
  size_t count = 0;
  if (argc < FIRST || argc % 2 != 0)
    return 2;
  hhp_report **reports = calloc((size_t)argc, sizeof(hhp_report *));
  if (reports == NULL)
    return 2;
  for (int i = FIRST; i < argc; i += 2)
    reports[count++] = S_report(argv[i], argv[i + 1]);
  S_must(hhp_render_options_new(&options), "options");
  S_must(hhp_render_options_set_lang(options, atoi(argv[2])), "language");
  S_must(hhp_render_options_set_show(options, atoi(argv[3])), "show");
  S_must(hhp_render_options_set_fail_on(options, atoi(argv[4])), "fail on");
  S_must(hhp_render_options_set_root(options, argv[5]), "root");
  S_must(hhp_reports_render((const hhp_report *const *)reports, count, atoi(argv[1]), options, &out, &length),
         "render");
  fwrite(out, 1, length, stdout);
  hhp_free(out);
  hhp_render_options_free(options);
  for (size_t i = 0; i < count; i++)
    hhp_report_free(reports[i]);
  free(reports);
  return 0;
}
