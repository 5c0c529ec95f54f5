/* Counts lines and columns from the beginning for every finding, in the simplest way. */
#include "support/sound.h"

#include <string.h>

#include "support/place.h"

static const char *S_bad_place(const hhp_finding *f, const char *json, size_t length) {
  size_t offset = hhp_finding_offset(f);
  if (offset > length || hhp_finding_length(f) > length - offset)
    return "a finding lies outside the document";
  if (hhp_finding_length(f) == 0 && offset < length)
    return "a finding has no bytes";
  if (hhp_finding_line(f) == 0)
    return "a finding of a document has no line";
  size_t line, column;
  count_lines(json, length, offset, &line, &column);
  if (line != hhp_finding_line(f))
    return "a finding has the wrong line";
  if (column != hhp_finding_column(f))
    return "a finding has the wrong column";
  return NULL;
}

static const char *S_bad_text(const char *text) {
  return text == NULL || text[0] == '\0' ? "a finding says nothing" : NULL;
}

static const char *S_bad_words(const hhp_finding *f) {
  static const int32_t langs[] = {HHP_LANG_DA, HHP_LANG_EN};
  for (size_t i = 0; i < sizeof(langs) / sizeof(langs[0]); i++) {
    const char *bad = S_bad_text(hhp_finding_message(f, langs[i]));
    if (bad == NULL)
      bad = S_bad_text(hhp_finding_remedy(f, langs[i]));
    if (bad != NULL)
      return bad;
  }
  return NULL;
}

/* A JSON Pointer is empty or begins with a slash, and a tilde is followed by 0 or 1 (RFC 6901). */
static int S_is_pointer(const char *pointer) {
  if (pointer == NULL || (pointer[0] != '\0' && pointer[0] != '/'))
    return 0;
  for (const char *p = strchr(pointer, '~'); p != NULL; p = strchr(p + 1, '~')) {
    if (p[1] != '0' && p[1] != '1')
      return 0;
  }
  return 1;
}

static const char *S_bad_finding(const hhp_finding *f, const char *json, size_t length) {
  if (hhp_rule_find(hhp_finding_rule(f)) == NULL)
    return "a finding has no rule";
  if (!S_is_pointer(hhp_finding_pointer(f)))
    return "a finding has no JSON Pointer";
  for (size_t i = 0; i < hhp_finding_related_count(f); i++) {
    if (!S_is_pointer(hhp_finding_related_pointer(f, i)))
      return "a related place has no JSON Pointer";
  }
  const char *bad = S_bad_words(f);
  return bad != NULL ? bad : S_bad_place(f, json, length);
}

static int S_is_between(const hhp_finding *f, const char *first, const char *last) {
  const char *rule = hhp_finding_rule(f);
  return strcmp(rule, first) >= 0 && strcmp(rule, last) <= 0;
}

/* While the document is at fault (HP101-HP110), no other rules are run; for another kind of plan (HP114), only the
 * others of its family. */
static const char *S_bad_completeness(const hhp_report *report) {
  size_t document = 0, family = 0, other_kind = 0;
  size_t count = hhp_report_count(report);
  for (size_t i = 0; i < count; i++) {
    const hhp_finding *f = hhp_report_at(report, i);
    document += (size_t)S_is_between(f, "HP101", "HP110");
    other_kind += (size_t)S_is_between(f, "HP114", "HP114");
    family += (size_t)S_is_between(f, "HP111", "HP199");
  }
  int is_complete = hhp_report_is_complete(report) != 0;
  if (is_complete && document > 0)
    return "the report is complete though the document is at fault";
  if (is_complete && other_kind > 0)
    return "the report is complete though the plan is of another kind";
  if (!is_complete && document == 0 && other_kind == 0)
    return "the report is incomplete for no reason";
  if (document > 0 && document != count)
    return "other rules were run though the document is at fault";
  if (other_kind > 0 && family != count)
    return "other rules were run though the plan is of another kind";
  return NULL;
}

const char *unsound(const hhp_report *report, const char *json, size_t length) {
  size_t severities[HHP_SEVERITY_ERROR + 1] = {0};
  size_t waived = 0, last = 0;
  for (size_t i = 0; i < hhp_report_count(report); i++) {
    const hhp_finding *f = hhp_report_at(report, i);
    const char *bad = S_bad_finding(f, json, length);
    if (bad != NULL)
      return bad;
    if (hhp_finding_offset(f) < last)
      return "findings are not in the order of the document";
    last = hhp_finding_offset(f);
    if (hhp_finding_is_waived(f))
      waived++;
    else
      severities[hhp_finding_severity(f)]++;
  }
  if (severities[HHP_SEVERITY_OFF] != 0)
    return "a finding has no severity";
  if (severities[HHP_SEVERITY_ERROR] != hhp_report_error_count(report) ||
      severities[HHP_SEVERITY_WARNING] != hhp_report_warning_count(report) ||
      severities[HHP_SEVERITY_INFO] != hhp_report_info_count(report) || waived != hhp_report_waived_count(report))
    return "the report counts wrongly";
  return S_bad_completeness(report);
}

int has_rule(const hhp_report *report, const char *rule) {
  for (size_t i = 0; i < hhp_report_count(report); i++) {
    if (strcmp(hhp_finding_rule(hhp_report_at(report, i)), rule) == 0)
      return 1;
  }
  return 0;
}
