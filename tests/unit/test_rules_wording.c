/* The rules about texts: HP112, HP113, HP115, HP116. The corpus has their boundaries; here are their messages, and
 * cases that are better listed than written as plans. */
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
  char code[12];
  size_t known = 0;
  for (int i = 0; i < 1000; i++) {
    snprintf(code, sizeof(code), "%03d", i);
    known += count_of(check_plan("'municipality_code': '%s'", code), "HP113") == 0;
  }
  assert_int_equal(known, 98);
}

static void hp113_ignores_unknown_names(void **state) {
  (void)state;
  assert_none(check_plan("'municipality_code': '461', 'parties': [{'id': 'k', 'name': 'Lindby Kommune', 'kind': "
                         "'municipality'}, {'id': 'b', 'name': 'Aarhus', 'kind': 'housing_organisation'}]"),
              "HP113");
}

/* --- HP111: texts out of a PDF --- */

/* The reader notes which texts have nothing to report, so that they are not searched again; setting a text ends
 * that. */
static void hp111_sees_texts_set_after_reading(void **state) {
  (void)state;
  static const char *const faulty[] = {"velfun- gerende", " foran", "bagved ", "a\xe2\x80\x8bo"};
  for (size_t i = 0; i < sizeof(faulty) / sizeof(faulty[0]); i++) {
    hhp_plan *plan = NULL;
    hhp_report *report = NULL;
    const char *text = plan_text("'vision': 'Et velfungerende område', 'goals': [{'id': 'g', 'title': 'Ro', "
                                 "'aliases': ['Tryghed'], 'adopted_on': '2019-09-24'}]");
    assert_int_equal(hhp_plan_parse(&plan, text, HHP_NUL_TERMINATED, NULL), HHP_OK);
    assert_int_equal(hhp_report_new(&report), HHP_OK);
    assert_int_equal(hhp_plan_validate(plan, NULL, report), HHP_OK);
    assert_none(report, "HP111");
    hhp_goal *goal = hhp_plan_goal_at(plan, 0);
    assert_int_equal(hhp_goal_add_alias(goal, faulty[i]), HHP_OK);
    assert_int_equal(hhp_plan_validate(plan, NULL, report), HHP_OK);
    assert_string_equal(hhp_finding_pointer(only(report, "HP111")), "/goals/0/aliases/1");
    assert_int_equal(hhp_goal_remove_alias(goal, 1), HHP_OK);
    assert_int_equal(hhp_plan_set_vision(plan, faulty[i]), HHP_OK);
    assert_int_equal(hhp_plan_validate(plan, NULL, report), HHP_OK);
    assert_string_equal(hhp_finding_pointer(only(report, "HP111")), "/vision");
    hhp_report_free(report);
    hhp_plan_free(plan);
  }
}

static void hp111_names_the_character(void **state) {
  (void)state;
  const hhp_finding *f = only(check_plan("'vision': 'a\u200bb'"), "HP111");
  assert_string_equal(text_argument(f, "code"), "U+200B");
  assert_string_equal(hhp_finding_message(f, HHP_LANG_EN),
                      "“vision” contains an invisible character: U+200B zero-width space.");
  f = only(check_plan("'vision': 'a\ufffdb'"), "HP111");
  assert_string_equal(text_argument(f, "code"), "U+FFFD");
}

/* --- HP115: duplicates --- */

#define PARTIES                                                                                  \
  "'parties': [{'id': 'k', 'name': 'Odense Kommune', 'kind': 'municipality', 'aliases': [%s]}, " \
  "{'id': 'b', 'name': 'Civica', 'kind': 'housing_organisation'}]"

/* Of a word without a blank, such as a link, 60 bytes before the hyphen are shown, or what is left of whole letters. */
static void hp111_shows_the_end_of_a_long_word(void **state) {
  (void)state;
  char half[62];
  memset(half, 'a', 61);
  half[61] = '\0';
  for (int length = 59; length <= 61; length++) {
    const hhp_finding *f = only(check_plan("'vision': '%.*s- projekt.'", length, half), "HP111");
    assert_string_equal(text_argument(f, "word"), text_of("%.*s- projekt", length > 60 ? 60 : length, half));
  }
}

/* No conjunction has 32 letters, so what such a word continues was broken by a line. */
static void hp111_reports_what_a_long_word_continues(void **state) {
  (void)state;
  static const size_t lengths[] = {5, 30, 31, 32, 33, 60};
  for (size_t i = 0; i < COUNT_OF(lengths); i++) {
    char word[61];
    memset(word, 'a', lengths[i]);
    word[lengths[i]] = '\0';
    only(check_plan("'vision': 'Et bolig- %s.'", word), "HP111");
  }
  assert_none(check_plan("'vision': 'Et bolig- eller byprojekt.'"), "HP111");
}

static hhp_report *check_parties(const char *aliases, const char *more) {
  return check_plan(PARTIES "%s", aliases, more);
}

static void hp115_reports_a_duplicate_reference(void **state) {
  (void)state;
  static const char *const lists[][2] = {
      {", 'activities': [{'id': 'a', 'title': 'A', 'parties': ['k', 'b', 'k']}]", "/activities/0/parties/2"},
      {", 'governance': {'leads': ['b', 'b']}", "/governance/leads/1"},
      {", 'agreements': [{'id': 'a', 'kind': 'sub', 'title': 'A', 'parties': ['k', 'k']}]", "/agreements/0/parties/1"},
      {", 'financing': {'contributions': [{'parties': ['k', 'b', 'b'], 'amount': 1}]}",
       "/financing/contributions/0/parties/2"},
      {", 'goals': [{'id': 'g', 'title': 'G'}], 'strategies': [{'id': 's', 'title': 'S', 'goals': ['g', 'g']}]",
       "/strategies/0/goals/1"},
      {", 'strategies': [{'id': 's', 'title': 'S'}, {'id': 't', 'title': 'T', 'supports': [{'strategy': 's'}, "
       "{'strategy': 's', 'how': 'H'}]}]",
       "/strategies/1/supports/1/strategy"},
      {", 'goals': [{'id': 'g', 'title': 'G'}], 'work_areas': [{'id': 'w', 'title': 'W', 'contributes': [{'goal': "
       "'g'}, "
       "{'goal': 'g'}]}]",
       "/work_areas/0/contributes/1/goal"},
      {", 'continues': [{'title': 'A', 'id': 'x', 'how': 'merger'}, {'title': 'B', 'id': 'x', 'how': 'merger'}]",
       "/continues/1/id"},
  };
  for (size_t i = 0; i < COUNT_OF(lists); i++) {
    const hhp_finding *f = only(check_parties("", lists[i][0]), "HP115");
    assert_string_equal(hhp_finding_pointer(f), lists[i][1]);
    assert_int_equal(hhp_finding_severity(f), HHP_SEVERITY_WARNING);
    assert_int_equal(hhp_finding_related_count(f), 1);
  }
}

static void hp115_checks_no_texts_but_aliases(void **state) {
  (void)state;
  const hhp_finding *f = only(check_parties("'Kommunen', 'OK', 'Kommunen'", ""), "HP115");
  assert_string_equal(hhp_finding_pointer(f), "/parties/0/aliases/2");
  assert_string_equal(hhp_finding_related_pointer(f, 0), "/parties/0/aliases/0");
  assert_string_equal(hhp_finding_message(f, HHP_LANG_DA), "»Kommunen« står mere end én gang i »aliases«.");
  assert_none(check_parties("'Kommunen', 'kommunen'", ""), "HP115");
  assert_none(check_parties("'Kommunen'", ", 'goals': [{'id': 'g', 'title': 'G', 'aliases': ['Kommunen']}]"), "HP115");
  assert_none(check_parties("", ", 'activities': [{'id': 'a', 'title': 'A', 'elements': ['X1', 'X1']}]"), "HP115");
}

static void hp115_allows_several_people_of_one_party(void **state) {
  (void)state;
  assert_none(
      check_parties("", ", 'governance': {'board': [{'party': 'k', 'name': 'A'}, {'party': 'k', 'name': 'B'}]}"),
      "HP115");
  assert_none(check_parties("", ", 'financing': {'contributions': [{'parties': ['k'], 'amount': 1}, {'parties': ['k'], "
                                "'amount': 2}]}"),
              "HP115");
  assert_none(check_parties("", ", 'continues': [{'title': 'A', 'how': 'merger'}, {'title': 'B', 'how': 'merger'}]"),
              "HP115");
}

static hhp_report *check_signatures(const char *signatures, size_t others) {
  char *list = text_of("%s", signatures);
  for (size_t i = 0; i < others; i++)
    list = text_of("%s, {'party': 'b', 'name': 'Beboer %zu'}", list, i);
  return check_parties(
      "",
      text_of(", 'agreements': [{'id': 'a', 'kind': 'strategic', 'title': 'Samarbejdsaftale', 'parties': ['k', 'b'], "
              "'signatures': [%s]}]",
              list));
}

/* A mayor and a director sign together for a municipality. Few and many signatures give the same result. */
static void hp115_knows_who_signed_by_their_names(void **state) {
  (void)state;
  static const struct {
    const char *signatures;
    size_t found;
  } cases[] = {
      {"{'party': 'k'}, {'party': 'k'}", 1},
      {"{'party': 'k', 'name': 'A'}, {'party': 'k', 'name': 'A'}", 1},
      {"{'party': 'k', 'name': 'A'}, {'party': 'k'}", 1},
      {"{'party': 'k', 'name': ' '}, {'party': 'k', 'name': 'A'}", 1},
      {"{'party': 'k', 'name': 'A'}, {'party': 'k', 'name': 'B'}", 0},
      {"{'party': 'k', 'name': 'A'}, {'party': 'k', 'name': 'B'}, {'party': 'k', 'name': 'B'}", 1},
      {"{'party': 'k', 'name': 'A'}, {'party': 'k', 'name': 'B'}, {'party': 'k'}", 1},
      {"{'party': 'k', 'name': 'A'}, {'party': 'b', 'name': 'A'}", 0},
      {"{'party': 'k'}, {'party': 'k', 'name': 'A'}, {'party': 'k', 'name': 'A'}", 2},
      {"{'party': 'k'}, {'party': 'k', 'name': 'A'}, {'party': 'k', 'name': 'B'}", 1},
      {"{'party': 'k', 'name': 'A'}, {'party': 'k'}, {'party': 'k', 'name': 'B'}", 1},
      {"{'party': 'k'}, {'party': 'k'}, {'party': 'k', 'name': 'A'}, {'party': 'k', 'name': 'B'}", 2},
      {"{'party': 'k', 'name': 'A'}, {'party': 'k'}, {'party': 'k'}, {'party': 'k', 'name': 'B'}", 2},
      {"{'party': 'b', 'name': 'Z'}, {'party': 'k'}, {'party': 'k'}", 1},
      {"{'party': 'k'}, {'party': 'b', 'name': 'Z'}, {'party': 'k'}", 1},
  };
  for (size_t i = 0; i < COUNT_OF(cases); i++) {
    assert_int_equal(count_of(check_signatures(cases[i].signatures, 0), "HP115"), cases[i].found);
    assert_int_equal(count_of(check_signatures(cases[i].signatures, 12), "HP115"), cases[i].found);
  }
  const hhp_finding *f = only(check_signatures(cases[0].signatures, 0), "HP115");
  assert_string_equal(hhp_finding_pointer(f), "/agreements/0/signatures/1/party");
  assert_string_equal(hhp_finding_related_pointer(f, 0), "/agreements/0/signatures/0/party");
  assert_string_equal(hhp_finding_message(f, HHP_LANG_EN),
                      "“Odense Kommune” appears more than once among the signatures on “Samarbejdsaftale”.");
}

static void hp115_finds_the_same_in_long_lists(void **state) {
  (void)state;
  char *aliases = text_of("'N 0'");
  for (int i = 1; i < 40; i++)
    aliases = text_of("%s, 'N %d'", aliases, i % 36); /* 36 to 39 are 0 to 3 again */
  hhp_report *report = check_parties(aliases, "");
  assert_int_equal(count_of(report, "HP115"), 4);
  assert_string_equal(hhp_finding_pointer(nth(report, "HP115", 3)), "/parties/0/aliases/39");
  assert_string_equal(hhp_finding_related_pointer(nth(report, "HP115", 3), 0), "/parties/0/aliases/3");
}

/* --- HP116: placeholder texts --- */

/* Earlier plans need no id, in short lists as in long ones; those that have one have it once. */
static void hp115_passes_over_entries_without_an_id(void **state) {
  (void)state;
  for (int others = 0; others < 12; others++) {
    const char *entries = "{'title': 'A', 'how': 'merger'}, {'title': 'B', 'how': 'merger'}";
    for (int i = 0; i < others; i++)
      entries = text_of("%s, {'title': 'T', 'how': 'merger', 'id': 'p%d'}", entries, i);
    assert_none(check_plan("'continues': [%s]", entries), "HP115");
    const char *again = "{'title': 'X', 'how': 'merger', 'id': 'x'}, {'title': 'Y', 'how': 'merger', 'id': 'x'}";
    const hhp_finding *f = only(check_plan("'continues': [%s, %s]", entries, again), "HP115");
    assert_string_equal(hhp_finding_pointer(f), text_of("/continues/%d/id", others + 3));
  }
}

static size_t placeholders(const char *text) {
  return count_of(check_plan("'vision': '%s'", text), "HP116");
}

static void hp116_finds_placeholder_texts(void **state) {
  (void)state;
  static const char *const notes[] = {
      "Udfyld: planens titel, fx »Lindparken«",
      "udfyld: noget",
      "UDFYLD:",
      " Udfyld: x",
      "[Udfyld: formål]",
      "Fill in: the vision",
      "fill in: it",
      "Fill  in: it",
      "- Fill in: it",
      "TODO",
      "Om METODO: TODO",
      "todo",
      "Todo.",
      "[TODO]",
      "»TODO«",
      "TODO: skriv visionen",
      "todo: skriv",
      "To do: skriv",
      "to do",
      "Visionen er TODO",
      "Formål (TODO)",
      "TODO…",
      "FIXME",
      "TBD",
      "tba",
      "Tid og sted: TBD",
      "xxx",
      "XXX",
      "xx",
      "XX.XX.XXXX",
      "x x x",
      "Kontakt xxx på kommunen",
      "kr. XXX til aktiviteter",
      "xxxx-xx",
      "Inputs ?",
      "inputs?",
      "Input ?",
      "INPUTS ??",
      "- Inputs ?",
      ".",
      "...",
      "…",
      "?",
      "??",
      "-",
      "–",
      "___",
      "[...]",
      "(?)",
      "* * *",
      "…\\u00a0…",
      "Lorem ipsum dolor sit amet",
      "Teksten er lorem ipsum",
      "LOREM\\u00a0IPSUM",
      "Udfyldes",
      "Skal udfyldes.",
      "udfyldes senere",
      "Pladsholder",
      "indsæt tekst her",
      "Indsæt tekst",
      "Skrives senere",
      "Placeholder",
      "to be filled in",
      "To be written",
      "Insert text",
      "insert text here",
      "tbd: dato",
      "fixme: dato",
      "En aftale er TBD endnu",
      "En aftale, fIXme nej, men FIXME",
      "<insert text here>",
      "Et trygt kvarter\\nInputs ?",
      "Et trygt kvarter\\n- TODO\\nog mere",
  };
  for (size_t i = 0; i < COUNT_OF(notes); i++) {
    if (placeholders(notes[i]) != 1)
      fail_msg("not found: %s", notes[i]);
  }
}

/* Punctuation around a question of a template. */
static void hp116_skips_marks(void **state) {
  (void)state;
  static const char *const marks[] = {"¡", "«", "·", "»", "¿", "\u2010", "\u2011", "\u2012", "–", "—", "\u2015",
                                      "‘", "’", "‚", "“", "”", "„",      "•",      "…",      "›", "‹"};
  for (size_t i = 0; i < COUNT_OF(marks); i++) {
    if (placeholders(text_of("%sInputs ?%s", marks[i], marks[i])) != 1)
      fail_msg("not found after %s", marks[i]);
  }
  assert_int_equal(placeholders("§Inputs ?"), 0);
}

static void hp116_accepts_texts_with_content(void **state) {
  (void)state;
  static const char *const texts[] = {
      "Hvem er med?",
      "Hvad nu?",
      "Input fra beboerne",
      "Beboernes inputs",
      "Input",
      "Inputs til planen?",
      "En metodologi",
      "Metodologi: interview",
      "Vi laver en todo-liste",
      "En todo med beboerne",
      "TODO-listen følges",
      "Autodoktoren",
      "TODOS",
      "Lokale TODO0 og TODO9",
      "Mappe TODO_a og a_TODO",
      "Rum 0TODO og 9TODO",
      "Hvad skal vi gøre: en to do-liste",
      "Metodoversigt",
      "Udfyld skemaet sammen med beboeren",
      "Skemaet udfyldes af beboeren",
      "Vi udfylder: skema A og B",
      "Fill in the form",
      "Vi skal fill in: x",
      "X",
      "x",
      "X-factor",
      "Taxx",
      "maxxxing",
      "3xX",
      "xxl",
      "XXL",
      "Unge i XXII",
      "Exxon",
      "x1x",
      "1",
      "2016-2020",
      "a",
      "Å",
      "§ 91 a",
      "C++",
      "50 %",
      "€",
      "👍",
      "ja.",
      "… og mere",
      "Et trygt kvarter.\\n\\n---\\n\\nOg mere",
      "Lorem og ipsum",
      "Ipsum lorem",
      "Loremipsum",
      "Mangler",
      "Følger op",
      "Tekstværksted",
      "Udfyldning",
      "",
  };
  for (size_t i = 0; i < COUNT_OF(texts); i++) {
    if (placeholders(texts[i]) != 0)
      fail_msg("found: %s", texts[i]);
  }
}

static void hp116_has_text_and_location(void **state) {
  (void)state;
  const hhp_finding *f =
      only(check_plan("'goals': [{'id': 'g', 'title': 'G1', 'aliases': ['Et mål', 'Inputs ?']}]"), "HP116");
  assert_string_equal(hhp_finding_pointer(f), "/goals/0/aliases/1");
  assert_string_equal(hhp_finding_message(f, HHP_LANG_DA), "»aliases« er ikke skrevet endnu: »Inputs ?«.");
  assert_string_equal(hhp_finding_message(f, HHP_LANG_EN), "“aliases” is still to be written: “Inputs ?”.");
  f = only(check_plan("'summary': 'Først.\\nTODO: resten\\nSidst.'"), "HP116");
  assert_string_equal(text_argument(f, "value"), "TODO: resten");
  assert_none(check_plan("'$schema': 'https://example.org/xxx/schema.json', 'waivers': [{'rule': '?', 'target': '/', "
                         "'reason': 'Aftalt'}]"),
              "HP116");
  only(check_plan("'waivers': [{'rule': 'HP401', 'reason': 'TODO'}]"), "HP116");
}

/* Deleting a text that is required leads to HP104. */
static void hp116_asks_to_delete_no_required_text(void **state) {
  (void)state;
  const hhp_finding *f = only(check_plan("'goals': [{'id': 'g', 'title': 'TODO'}]"), "HP116");
  assert_string_equal(hhp_finding_remedy(f, HHP_LANG_EN), "Write the text; it has to be filled in.");
  assert_string_equal(hhp_finding_remedy(f, HHP_LANG_DA), "Skriv teksten; feltet skal udfyldes.");
  assert_int_equal(count_of(check_plan("'goals': [{'id': 'g'}]"), "HP104"), 1);
  f = only(check_plan("'vision': 'TODO'"), "HP116");
  assert_string_equal(hhp_finding_remedy(f, HHP_LANG_EN), "Write the text, or delete it if it is not needed.");
  assert_none(check_plan("%s", ""), "HP104");
}

static void hp116_grows_with_the_stage(void **state) {
  (void)state;
  static const int32_t severities[] = {HHP_SEVERITY_INFO, HHP_SEVERITY_WARNING, HHP_SEVERITY_ERROR};
  for (int32_t stage = HHP_STAGE_DRAFT; stage <= HHP_STAGE_FULL; stage++)
    assert_int_equal(hhp_finding_severity(only(check_at(stage, plan_text("'vision': 'TODO'")), "HP116")),
                     severities[stage - 1]);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(hp113_names_both_municipalities),
      TEST(hp113_knows_all_codes),
      TEST(hp111_names_the_character),
      TEST(hp111_sees_texts_set_after_reading),
      TEST(hp111_shows_the_end_of_a_long_word),
      TEST(hp111_reports_what_a_long_word_continues),
      TEST(hp113_ignores_unknown_names),
      TEST(hp115_reports_a_duplicate_reference),
      TEST(hp115_checks_no_texts_but_aliases),
      TEST(hp115_allows_several_people_of_one_party),
      TEST(hp115_knows_who_signed_by_their_names),
      TEST(hp115_finds_the_same_in_long_lists),
      TEST(hp115_passes_over_entries_without_an_id),
      TEST(hp116_finds_placeholder_texts),
      TEST(hp116_skips_marks),
      TEST(hp116_accepts_texts_with_content),
      TEST(hp116_has_text_and_location),
      TEST(hp116_asks_to_delete_no_required_text),
      TEST(hp116_grows_with_the_stage),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
