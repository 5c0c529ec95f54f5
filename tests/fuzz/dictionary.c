/* Prints the dictionary for libFuzzer (-dict=): the members and words of the format by the introspection tables, rules,
 * schemes, and the pieces of JSON that are easily read wrongly. */
#include <stdio.h>

#include <helhedsplan/helhedsplan.h>

static void S_print_quoted(const char *word) {
  printf("\"\\\"%s\\\"\"\n", word);
}

static void S_print_entities(void) {
  for (size_t i = 0; i < hhp_entity_count(); i++) {
    const hhp_entity *entity = hhp_entity_at(i);
    if (hhp_entity_format(entity) != NULL)
      S_print_quoted(hhp_entity_format(entity));
    for (size_t k = 0; k < hhp_entity_field_count(entity); k++)
      S_print_quoted(hhp_field_name(hhp_entity_field_at(entity, k)));
  }
}

static void S_print_words(void) {
  for (size_t i = 0; i < hhp_enum_count(); i++) {
    const hhp_enum *words = hhp_enum_at(i);
    for (size_t k = 0; k < hhp_enum_word_count(words); k++)
      S_print_quoted(hhp_enum_word_at(words, k));
  }
}

static void S_print_catalogue(void) {
  for (size_t i = 0; i < hhp_rule_count(); i++)
    S_print_quoted(hhp_rule_id(hhp_rule_at(i)));
  for (size_t i = 0; i < hhp_scheme_count(); i++) {
    const hhp_scheme *scheme = hhp_scheme_at(i);
    S_print_quoted(hhp_scheme_id(scheme));
    for (size_t k = 0; k < hhp_scheme_focus_area_count(scheme); k++)
      S_print_quoted(hhp_scheme_area_code(hhp_scheme_focus_area_at(scheme, k)));
  }
}

int main(void) {
  static const char *const values[] = {"2016-02-29", "2016-02-30", "2016-00", "31-12-2020",     "63.5",   "-0.0001",
                                       "12345678",   "461",        "0461",    "46.000.000 kr.", "goal-1", "x-a"};
  static const char pieces[] =
      "\"true\"\n\"false\"\n\"null\"\n\"{}\"\n\"[]\"\n\"0\"\n\"-0\"\n\"1e400\"\n\"1.0\"\n\"1000000000000\"\n"
      "\"1000000000001\"\n\"9223372036854775807\"\n\"9223372036854775808\"\n\"\\\\u0000\"\n\"\\\\ud83d\"\n"
      "\"\\\\ude00\"\n\"\\\\u00e5\"\n\"\\xef\\xbb\\xbf\"\n\"\\xe2\\x80\\x8b\"\n\"\\xc2\\xad\"\n\"\\x0a\\x0a\"\n";
  S_print_entities();
  S_print_words();
  S_print_catalogue();
  for (size_t i = 0; i < sizeof(values) / sizeof(values[0]); i++)
    S_print_quoted(values[i]);
  fputs(pieces, stdout);
  return 0;
}
