/* Writes the report on arbitrary bytes in one format, and reads it back with another parser. The first byte chooses the
 * format, the second language and severities, the rest is the plan. One format for each input: SARIF alone takes as
 * long as all others, since it lists the rules. */
#include <helhedsplan/helhedsplan.h>

#include "fuzz/target.h"
#include "support/written.h"

const size_t plan_begins_at = 2;

static writing S_choose_writing(choices *from) {
  writing how = {0};
  how.format = written_formats[choose_below(from, written_format_count)];
  if (how.format == HHP_FORMAT_SARIF && from->length > 0 && from->bytes[0] >= 64)
    how.format = HHP_FORMAT_GITLAB; /* SARIF takes longer than all others */
  uint8_t byte = choose_byte(from);
  how.lang = byte & 1 ? HHP_LANG_DA : HHP_LANG_EN;
  how.show = HHP_SEVERITY_INFO + byte / 2 % 3;
  how.fail_on = byte / 8 % 4;
  how.is_of_two = byte >= 128;
  return how;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
  choices from = {bytes, length};
  writing how = S_choose_writing(&from);
  hhp_report *report = NULL;
  hhp_check_options *options = NULL;
  must(hhp_report_new(&report) == HHP_OK, "no report");
  must(hhp_report_set_path(report, "\x1b[31m\xff::fejl") == HHP_OK, "no path");
  must(hhp_check_options_new(&options) == HHP_OK, "no options");
  must(hhp_check_options_set_keep_plan(options, how.format == HHP_FORMAT_HTML) == HHP_OK, "the plan is not kept");
  must(hhp_check_options_set_line_hashes(options, how.format == HHP_FORMAT_SARIF) == HHP_OK, "no hashes of lines");
  must(hhp_check((const char *)from.bytes, from.length, options, report) == HHP_OK, "no check");
  if (hhp_report_count(report) < 1000)
    must_be_sound(wrongly_written(report, how));
  hhp_check_options_free(options);
  hhp_report_free(report);
  return 0;
}
