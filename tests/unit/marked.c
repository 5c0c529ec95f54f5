/* Documents with a marked location: « and » in the text, and the finding that is expected there. */
#include "unit/marked.h"

#include <string.h>

static char *cut(char *text, const char *mark, size_t *at) {
  char *found = strstr(text, mark);
  if (found == NULL)
    fail_msg("%s is not in: %s", mark, text);
  *at = (size_t)(found - text);
  memmove(found, found + strlen(mark), strlen(found + strlen(mark)) + 1);
  return text;
}

marked marked_text(const char *text) {
  char *json = quoted(text);
  marked m = {.json = json, .line = 1, .column = 1};
  size_t end = 0;
  cut(json, "«", &m.offset);
  cut(json, "»", &end);
  m.marked = end - m.offset;
  m.length = strlen(json);
  for (size_t i = 0; i < m.offset; i++) {
    if (json[i] == '\n') {
      m.line++;
      m.column = 1;
    } else if (((unsigned char)json[i] & 0xc0) != 0x80) {
      m.column++;
    }
  }
  return m;
}

void assert_at(const marked *m, const hhp_finding *f, const char *pointer) {
  assert_string_equal(hhp_finding_pointer(f), pointer);
  assert_int_equal(hhp_finding_offset(f), m->offset);
  assert_int_equal(hhp_finding_length(f), m->marked);
  assert_int_equal(hhp_finding_line(f), m->line);
  assert_int_equal(hhp_finding_column(f), m->column);
}

const hhp_finding *assert_fault_in(const hhp_report *report, const marked *m, const char *rule, const char *pointer,
                                   const char *message) {
  const hhp_finding *f = only(report, rule);
  assert_at(m, f, pointer);
  assert_string_equal(hhp_finding_message(f, HHP_LANG_EN), message);
  assert_int_equal(hhp_finding_severity(f), HHP_SEVERITY_ERROR);
  assert_int_equal(hhp_report_is_complete(report), 0);
  return f;
}

/* What is before and after the text in memory makes no difference. */
static void assert_surroundings_are_not_read(const marked *m, const hhp_report *expected) {
  static const char *const around[] = {",5", "{-", "\\,", "0\"", " .", "\"\n"};
  for (size_t i = 0; i < COUNT_OF(around); i++) {
    char *copy = text_of("%c%s%c", around[i][0], m->json, around[i][1]);
    hhp_report *report = new_report();
    assert_int_equal(hhp_check(copy + 1, m->length, NULL, report), HHP_OK);
    assert_string_equal(rendered(report, HHP_FORMAT_JSON, NULL), rendered(expected, HHP_FORMAT_JSON, NULL));
  }
}

const hhp_finding *assert_only_fault(const char *text, const char *rule, const char *pointer, const char *message) {
  marked m = marked_text(text);
  hhp_report *report = check_bytes(m.json, m.length, NULL);
  const hhp_finding *f = assert_fault_in(report, &m, rule, pointer, message);
  assert_int_equal(hhp_report_count(report), 1);
  assert_surroundings_are_not_read(&m, report);
  return f;
}

const hhp_finding *assert_fault(const char *members, const char *rule, const char *pointer, const char *message) {
  return assert_only_fault(text_of("{" HEAD ", %s}", members), rule, pointer, message);
}

hhp_status parse(const char *json) {
  hhp_plan *plan = NULL;
  hhp_status status = hhp_plan_parse(&plan, json, HHP_NUL_TERMINATED, NULL);
  hhp_plan_free(plan);
  return status;
}
