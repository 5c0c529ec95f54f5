/* The rules about what is written: HP112, HP113, HP115, HP116. The corpus has their boundaries; here are their words, and
 * what is easier listed than written out as plans. */
#include <stdio.h>
#include <string.h>

#include "unit/support.h"

/* --- HP113: municipalities --- */

static const hhp_finding *municipality(const char *code, const char *name) {
  return only(check_plan("'municipality_code': '%s', 'parties': [{'id': 'k', 'name': '%s', 'kind': 'municipality'}]",
                         code, name),
              "HP113");
}

static void hp113_names_both_municipalities(void **state) {
  (void)state;
  const hhp_finding *f = municipality("461", "Aarhus Kommune");
  assert_string_equal(hhp_finding_message(f, HHP_LANG_EN),
                      "461 is Odense; the plan's municipality is Aarhus Kommune, 751.");
  assert_string_equal(hhp_finding_message(f, HHP_LANG_DA), "461 er Odense; planens kommune er Aarhus Kommune, 751.");
  assert_string_equal(hhp_finding_related_pointer(f, 0), "/parties/0/name");
  assert_string_equal(text_argument(f, "suggestion"), "751");
  f = municipality("500", "Køge kommune");
  assert_string_equal(hhp_finding_message(f, HHP_LANG_EN),
                      "No Danish municipality has the code 500; the plan's municipality is Køge kommune, 259.");
  f = municipality("500", "Lindby Kommune");
  assert_string_equal(hhp_finding_message(f, HHP_LANG_EN), "No Danish municipality has the code 500.");
}

static void hp113_knows_all_codes(void **state) {
  (void)state;
  char code[8];
  size_t known = 0;
  for (int i = 0; i < 1000; i++) {
    snprintf(code, sizeof(code), "%03d", i);
    known += count_of(check_plan("'municipality_code': '%s'", code), "HP113") == 0;
  }
  assert_int_equal(known, 98);
}

static void hp113_says_nothing_of_names_it_does_not_know(void **state) {
  (void)state;
  assert_none(check_plan("'municipality_code': '461', 'parties': [{'id': 'k', 'name': 'Lindby Kommune', 'kind': "
                         "'municipality'}, {'id': 'b', 'name': 'Aarhus', 'kind': 'housing_organisation'}]"),
              "HP113");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(hp113_names_both_municipalities),
      TEST(hp113_knows_all_codes),
      TEST(hp113_says_nothing_of_names_it_does_not_know),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
