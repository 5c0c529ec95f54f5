/* The 98 municipalities, by code and by name. */
#include <string.h>

#include "unit/support.h"

static void there_are_98_in_order(void **state) {
  (void)state;
  assert_int_equal(hhp_municipality_count(), 98);
  assert_null(hhp_municipality_code_at(98));
  assert_null(hhp_municipality_code_at(SIZE_MAX));
  for (size_t i = 0; i < 98; i++) {
    const char *code = hhp_municipality_code_at(i);
    assert_int_equal(strlen(code), 3);
    assert_int_equal(strspn(code, "0123456789"), 3);
    assert_true(i == 0 || strcmp(hhp_municipality_code_at(i - 1), code) < 0);
    assert_string_equal(hhp_municipality_code(hhp_municipality_name(code)), code);
    assert_string_equal(hhp_municipality_code(hhp_municipality_authority(code)), code);
  }
}

/* Some from all over the country, by hand; a list in circulation has 450 and 482 exchanged. */
static void codes_have_their_names(void **state) {
  (void)state;
  static const char *const known[][2] = {
      {"101", "København"},  {"147", "Frederiksberg"},   {"316", "Holbæk"},    {"400", "Bornholm"},
      {"450", "Nyborg"},     {"461", "Odense"},          {"482", "Langeland"}, {"492", "Ærø"},
      {"540", "Sønderborg"}, {"621", "Kolding"},         {"751", "Aarhus"},    {"773", "Morsø"},
      {"851", "Aalborg"},    {"820", "Vesthimmerlands"}, {"860", "Hjørring"},
  };
  for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
    assert_string_equal(hhp_municipality_name(known[i][0]), known[i][1]);
  assert_string_equal(hhp_municipality_name("0461"), "Odense");
  assert_string_equal(hhp_municipality_authority("461"), "Odense Kommune");
  assert_string_equal(hhp_municipality_authority("0101"), "Københavns Kommune");
  assert_string_equal(hhp_municipality_authority("400"), "Bornholms Regionskommune");
}

/* 411 is Christiansø, 421 was Assens before 2007; the others never existed. */
static void what_is_no_code_has_no_name(void **state) {
  (void)state;
  static const char *const none[] = {"500",  "411",   "421",  "100", "861",  "000", "46",
                                     "4611", "00461", "1461", "",    " 461", "abc"};
  for (size_t i = 0; i < sizeof(none) / sizeof(none[0]); i++) {
    assert_null(hhp_municipality_name(none[i]));
    assert_null(hhp_municipality_authority(none[i]));
  }
  assert_null(hhp_municipality_name(NULL));
  assert_null(hhp_municipality_authority(NULL));
}

static void a_name_is_known_however_it_is_written(void **state) {
  (void)state;
  static const char *const written[][2] = {
      {"odense", "461"},
      {"ODENSE KOMMUNE", "461"},
      {"  Odense   Kommune ", "461"},
      {"Odense\u00a0Kommune", "461"},
      {"Århus", "751"},
      {"A\u030arhus Kommune", "751"}, /* decomposed */
      {"ÅRHUS", "751"},
      {"Københavns Kommune", "101"},
      {"Koebenhavn", "101"},
      {"høje taastrup", "169"},
      {"Høje-Tåstrup kommune", "169"},
      {"HOEJE\u2013TAASTRUP", "169"},
      {"Bornholms Regionskommune", "400"},
      {"Vesthimmerland", "820"},
      {"Nordfyn", "480"},
      {"Nordfyns Kommune", "480"},
      {"Ærø", "492"},
      {"aeroe kommune", "492"},
      {"Åbenrå", "580"},
  };
  for (size_t i = 0; i < sizeof(written) / sizeof(written[0]); i++)
    assert_string_equal(hhp_municipality_code(written[i][0]), written[i][1]);
}

static void what_is_no_municipality_has_no_code(void **state) {
  (void)state;
  static const char long_name[] =
      "Odense Kommune, som ligger på Fyn, med alle sine boligsociale helhedsplaner og mange andre";
  static const char *const none[] = {"",      " ",        "Kommune",   " Kommune",   "Lindby Kommune",
                                     "Odens", "Odensess", "Vollsmose", "Odense\xff", "K\xf8ge",
                                     "\xc3",  "461",      "s",         long_name};
  for (size_t i = 0; i < sizeof(none) / sizeof(none[0]); i++)
    assert_null(hhp_municipality_code(none[i]));
  assert_null(hhp_municipality_code(NULL));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(there_are_98_in_order),
      cmocka_unit_test(codes_have_their_names),
      cmocka_unit_test(what_is_no_code_has_no_name),
      cmocka_unit_test(a_name_is_known_however_it_is_written),
      cmocka_unit_test(what_is_no_municipality_has_no_code),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
