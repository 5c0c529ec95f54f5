/* Plans with a given financing, for the tests of the rules about it. */
#include "unit/financed.h"

#include <string.h>

const char *financed(const char *financing) {
  return plan_text(PARTIES ", 'financing': {%s}", financing);
}

hhp_report *check_financing(const char *financing) {
  return check_text(financed(financing));
}

const char *amounts(int64_t grant, int64_t local, int64_t third_party) {
  const char *other =
      third_party == 0 ? "" : text_of(", {'parties': ['politi'], 'amount': %lld}", (long long)third_party);
  return text_of("'grant': {'awarded': %lld}, 'contributions': [{'parties': ['kommune'], 'amount': %lld}%s]",
                 (long long)grant, (long long)local, other);
}

hhp_report *check_amounts(int64_t grant, int64_t local, int64_t third_party) {
  return check_financing(amounts(grant, local, third_party));
}

const char *money_rules(const hhp_report *report) {
  const char *rules = strstr(rules_of(report, HHP_SEVERITY_INFO), "HP4");
  if (rules == NULL)
    return "";
  char *text = copy_of(rules);
  char *end = strstr(text, " HP5");
  if (end != NULL)
    *end = '\0';
  return text;
}

void assert_severities(const char *rule, const char *financing, int32_t draft, int32_t prequal, int32_t full) {
  const int32_t expected[] = {draft, prequal, full};
  for (int32_t stage = HHP_STAGE_DRAFT; stage <= HHP_STAGE_FULL; stage++) {
    hhp_report *report = check_at(stage, financed(financing));
    if (expected[stage - 1] == HHP_SEVERITY_OFF)
      assert_none(report, rule);
    else
      assert_int_equal(hhp_finding_severity(only(report, rule)), expected[stage - 1]);
    assert_int_equal(hhp_rule_severity(hhp_rule_find(rule), stage), expected[stage - 1]);
  }
}

void assert_is_at(const hhp_finding *f, const char *json, const char *pointer, const char *first, const char *last) {
  assert_string_equal(hhp_finding_pointer(f), pointer);
  first = quoted(first);
  last = quoted(last);
  assert_memory_equal(json + hhp_finding_offset(f), first, strlen(first));
  assert_memory_equal(json + hhp_finding_offset(f) + hhp_finding_length(f) - strlen(last), last, strlen(last));
}

void assert_related(const hhp_finding *f, const char *const *pointers, size_t count) {
  assert_int_equal(hhp_finding_related_count(f), count);
  for (size_t i = 0; i < count; i++) {
    assert_string_equal(hhp_finding_related_pointer(f, i), pointers[i]);
    assert_true(hhp_finding_related_line(f, i) > 0);
  }
}

hhp_report *check_with(const char *scheme, const char *financing) {
  hhp_check_options *options = new_options();
  hhp_check_options_set_scheme(options, scheme_of(quoted(scheme)));
  const char *json = financed(financing);
  return check_bytes(json, strlen(json), options);
}
