/* A diff as text and Markdown: exact output, and escaping of text from the plans. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include "base/buffer.h"
#include "base/width.h"
#include "render/diff_words.h"
#include "unit/diffs.h"

#define HEAD_TITLED(title)                                                                                     \
  "'format': 'helhedsplan/1', 'id': 'p', 'title': '" title "', 'status': 'draft', 'scheme': 'lbf-2015-2018', " \
  "'area': 'A'"

static void test_text(void **state) {
  (void)state;
  hhp_diff *diff = diff_of(MONEY("'grant': {'awarded': 35000000}, 'contributions': [{'id': 'lokal', 'parties': ['k'], "
                                 "'amount': 11000000}]"),
                           MONEY("'grant': {'awarded': 34500000}, 'contributions': [{'id': 'lokal', 'parties': ['k'], "
                                 "'amount': 11500000}]"));
  assert_int_equal(hhp_diff_set_paths(diff, "før.json", "efter.json"), HHP_OK);
  assert_string_equal(hhp_diff_path(diff, HHP_SIDE_AFTER), "efter.json");
  assert_string_equal(written(diff, HHP_FORMAT_TEXT, HHP_LANG_DA),
                      "Før     før.json\n"
                      "        T\n"
                      "Efter   efter.json\n"
                      "        T\n"
                      "\n"
                      "Penge                                      Før           Efter        Forskel\n"
                      "  Tilskud                       35.000.000 kr.  34.500.000 kr.   -500.000 kr.\n"
                      "  Lokal medfinansiering         11.000.000 kr.  11.500.000 kr.   +500.000 kr.\n"
                      "  I alt                         46.000.000 kr.  46.000.000 kr.        uændret\n"
                      "  Lokal andel af samlet budget         23,91 %         25,00 %  +1,09 %-point\n"
                      "  Krav: mindst 25 %               ikke opfyldt         opfyldt              –\n"
                      "\n"
                      "Finansiering\n"
                      "    grant.awarded (Endeligt tilsagn i kroner):\n"
                      "      35.000.000 kr. → 34.500.000 kr. (-500.000 kr.)\n"
                      "\n"
                      "Bidrag\n"
                      "  ændret    Kommunen (lokal): 11.000.000 kr. → 11.500.000 kr. (+500.000 kr.)\n"
                      "\n"
                      "2 forskelle: 2 beløb ændret.\n");
}

static void test_markdown(void **state) {
  (void)state;
  hhp_diff *diff = diff_of(MONEY("'grant': {'awarded': 35000000}, 'contributions': [{'id': 'lokal', 'parties': ['k'], "
                                 "'amount': 11000000}]"),
                           MONEY("'grant': {'awarded': 34500000}, 'contributions': [{'id': 'lokal', 'parties': ['k'], "
                                 "'amount': 11500000}]"));
  assert_int_equal(hhp_diff_set_paths(diff, "før.json", "efter.json"), HHP_OK);
  assert_string_equal(
      written(diff, HHP_FORMAT_MARKDOWN, HHP_LANG_DA),
      "### Forskelle i helhedsplanen\n"
      "\n"
      "- **Før:** T — før.json\n"
      "- **Efter:** T — efter.json\n"
      "\n"
      "| Penge | Før | Efter | Forskel |\n"
      "|---|---:|---:|---:|\n"
      "| Tilskud | 35.000.000 kr. | 34.500.000 kr. | -500.000 kr. |\n"
      "| Lokal medfinansiering | 11.000.000 kr. | 11.500.000 kr. | +500.000 kr. |\n"
      "| I alt | 46.000.000 kr. | 46.000.000 kr. | uændret |\n"
      "| Lokal andel af samlet budget | 23,91 % | 25,00 % | +1,09 %-point |\n"
      "| Krav: mindst 25 % | ikke opfyldt | opfyldt | – |\n"
      "\n"
      "#### Finansiering\n"
      "\n"
      "| | Hvad | Felt | Før | Efter | Forskel |\n"
      "|---|---|---|---|---|---:|\n"
      "| ændret |  | grant.awarded — Endeligt tilsagn i kroner | 35.000.000 kr. | 34.500.000 kr. | -500.000 kr. |\n"
      "\n"
      "#### Bidrag\n"
      "\n"
      "| | Hvad | Felt | Før | Efter | Forskel |\n"
      "|---|---|---|---|---|---:|\n"
      "| ændret | Kommunen \\(lokal\\) | amount — Beløb eller værdi i kroner | 11.000.000 kr. | 11.500.000 kr. | "
      "+500.000 kr. |\n"
      "\n"
      "2 forskelle: 2 beløb ændret.\n");
  const char *without = written(diff_of("'mission': 'M'", "'vision': 'V'"), HHP_FORMAT_MARKDOWN, HHP_LANG_EN);
  assert_null(strstr(without, "Money"));
  assert_non_null(strstr(without, "- **Before:** T\n- **After:** T\n"));
  assert_null(strstr(without, "too large"));
}

/* Columns are as wide as what is in them, also in the first row: without all amounts there is no total, and the grant
 * is the largest amount. A third of it has to be local, and nothing is. */
static void test_columns_are_as_wide_as_the_first_row(void **state) {
  (void)state;
  assert_non_null(strstr(
      written(diff_of("'financing': {'grant': {'applied': 100000000}}", "'financing': {'grant': {'applied': 200}}"),
              HHP_FORMAT_TEXT, HHP_LANG_DA),
      "Penge                                       Før    Efter          Forskel\n"
      "  Tilskud                       100.000.000 kr.  200 kr.  -99.999.800 kr.\n"
      "  Lokal medfinansiering                       –        –          uændret\n"
      "  I alt                                       –        –          uændret\n"
      "  Skal være lokalt, mindst       33.333.334 kr.   67 kr.  -33.333.267 kr.\n"
      "  Mangler, mindst                33.333.334 kr.   67 kr.  -33.333.267 kr.\n"));
}

static const char *share_row(const char *before, const char *after, int32_t lang) {
  const char *const sides[] = {before, after};
  char *plans[2];
  for (int i = 0; i < 2; i++)
    plans[i] = text_of(MONEY("'grant': {'awarded': %.*s}, 'contributions': [{'parties': ['k'], 'amount': %s}]"),
                       (int)strcspn(sides[i], " "), sides[i], strchr(sides[i], ' ') + 1);
  char *row = strstr(written(diff_of(plans[0], plans[1]), HHP_FORMAT_MARKDOWN, lang),
                     lang == HHP_LANG_DA ? "| Lokal andel" : "| Local share");
  assert_non_null(row);
  row[strcspn(row, "\n")] = '\0';
  return row;
}

/* Shares that differ by less than what is displayed are not called unchanged. */
static void test_small_differences_of_shares(void **state) {
  (void)state;
  static const struct {
    const char *before, *after; /* grant and local */
    const char *da, *en;
  } cases[] = {
      {"73999000 26001000", "73998000 26002000", "| 26,00 % | 26,00 % | under 0,01 %-point |",
       "| 26.00 % | 26.00 % | below 0.01 pp |"},
      {"75004000 24996000", "75006000 24994000", "| 24,99 % | 24,99 % | under 0,01 %-point |",
       "| 24.99 % | 24.99 % | below 0.01 pp |"},
      {"600000000000 200000000000", "600000000001 200000000000", "| 25,00 % | 24,99 % | -0,01 %-point |",
       "| 25.00 % | 24.99 % | -0.01 pp |"},
      {"600000000001 200000000000", "600000000000 200000000000", "| 24,99 % | 25,00 % | +0,01 %-point |",
       "| 24.99 % | 25.00 % | +0.01 pp |"},
      {"300000000000 200000000000", "300000000001 200000000000", "| 40,00 % | 40,00 % | under 0,01 %-point |",
       "| 40.00 % | 40.00 % | below 0.01 pp |"},
      {"6000000 3000000", "8000000 4000000", "| 33,33 % | 33,33 % | uændret |", "| 33.33 % | 33.33 % | unchanged |"},
      {"6 0", "7 0", "| 0,00 % | 0,00 % | uændret |", "| 0.00 % | 0.00 % | unchanged |"},
      {"1000000 0", "1000000 1", "| 0,00 % | 0,00 % | under 0,01 %-point |", "| 0.00 % | 0.00 % | below 0.01 pp |"},
      {"10000 1", "10001 1", "| 0,01 % | 0,01 % | under 0,01 %-point |", "| 0.01 % | 0.01 % | below 0.01 pp |"},
      {"0 5", "0 7", "| 100,00 % | 100,00 % | uændret |", "| 100.00 % | 100.00 % | unchanged |"},
  };
  for (size_t i = 0; i < COUNT_OF(cases); i++) {
    const char *da = share_row(cases[i].before, cases[i].after, HHP_LANG_DA);
    const char *en = share_row(cases[i].before, cases[i].after, HHP_LANG_EN);
    if (strstr(da, cases[i].da) == NULL || strstr(en, cases[i].en) == NULL)
      fail_msg("%s to %s: %s; %s", cases[i].before, cases[i].after, da, en);
  }
}

#define MEMBERS_BEFORE                                                                                 \
  "'goals': [{'id': 'a', 'title': 'A'}, {'id': 'b', 'title': 'B', 'parent': 'a', 'aliases': ['Be']}, " \
  "{'id': 'c', 'title': 'C'}], 'work_areas': [{'id': 'w', 'title': 'W', 'contributes': [{'goal': 'a'}]}]"
#define MEMBERS_AFTER                                                                           \
  "'goals': [{'id': 'a', 'title': 'A'}, {'id': 'b', 'title': 'B', 'adopted_by': 'Byrådet'}], " \
  "'work_areas': [{'id': 'w', 'title': 'W', 'contributes': [{'goal': 'b'}]}], "                 \
  "'financing': {'frame': 5}"

/* What a member of an entity gains or loses changes the entity; only an entity as a whole is added or removed. */
static void test_rows_of_members(void **state) {
  (void)state;
  const char *before = MEMBERS_BEFORE, *after = MEMBERS_AFTER;
  static const char *const rows[] = {
      "\n| changed | B \\(b\\) | parent — The goal that it is part of | a | not stated |  |\n",
      "\n| changed | B \\(b\\) | adopted\\_by — The body that adopted it | not stated | Byrådet |  |\n",
      "\n| changed | B \\(b\\) | aliases — Other wordings in use | Be |  |  |\n",
      "\n| removed | C \\(c\\) |  |  |  |  |\n",
      "\n| changed | W \\(w\\) | contributes\\[B\\]: added |  |  |  |\n",
      "\n| changed | W \\(w\\) | contributes\\[A\\]: removed |  |  |  |\n",
      "\n| changed |  | frame — The budget ceiling (ramme), in kroner | not stated | DKK 5 |  |\n",
      "\n7 differences: 3 added, 4 removed.\n",
  };
  const char *out = written(diff_of(before, after), HHP_FORMAT_MARKDOWN, HHP_LANG_EN);
  for (size_t i = 0; i < COUNT_OF(rows); i++) {
    if (strstr(out, rows[i]) == NULL)
      fail_msg("%s is not in:\n%s", rows[i], out);
  }
  assert_non_null(
      strstr(written(diff_of(before, after), HHP_FORMAT_MARKDOWN, HHP_LANG_DA), " | a | ikke oplyst |  |\n"));
}

/* As text, too; the order of a list is a change of the list. */
static void test_lines_of_members(void **state) {
  (void)state;
  const char *out = written(diff_of(MEMBERS_BEFORE ", 'sources': ['X', 'Y']", MEMBERS_AFTER ", 'sources': ['Y', 'X']"),
                            HHP_FORMAT_TEXT, HHP_LANG_EN);
  const char *changes = strstr(out, "Financing\n");
  assert_non_null(changes);
  assert_string_equal(changes, "Financing\n"
                               "    frame (The budget ceiling (ramme), in kroner): not stated → DKK 5\n"
                               "\n"
                               "The plan as a whole\n"
                               "    sources (Where the contents of the file come from): in another order\n"
                               "\n"
                               "Goals\n"
                               "  removed   C (c)\n"
                               "  changed   B (b)\n"
                               "    aliases (Other wordings in use): removed “Be”\n"
                               "    parent (The goal that it is part of): a → not stated\n"
                               "    adopted_by (The body that adopted it): not stated → “Byrådet”\n"
                               "\n"
                               "Work areas\n"
                               "  changed   W (w)\n"
                               "    contributes[A]: removed\n"
                               "    contributes[B]: added\n"
                               "\n"
                               "8 differences: 3 added, 4 removed, 1 list reordered.\n");
}

/* The last two of several parties are joined by a word. */
static void test_names_of_three_parties(void **state) {
  (void)state;
  static const char form[] = "'parties': [{'id': 'k', 'name': 'K', 'kind': 'municipality'}, {'id': 'f', 'name': 'F', "
                             "'kind': 'association'}, {'id': 'o', 'name': 'P', 'kind': 'police'}], 'financing': "
                             "{'contributions': [{'parties': ['k', 'f', 'o'], 'amount': %d}]}";
  const hhp_diff *diff = diff_of(text_of(form, 1), text_of(form, 2));
  assert_non_null(strstr(written(diff, HHP_FORMAT_TEXT, HHP_LANG_DA), "  ændret    K, F og P: 1 kr."));
  assert_non_null(strstr(written(diff, HHP_FORMAT_TEXT, HHP_LANG_EN), "  changed   K, F and P: DKK 1"));
}

/* A contribution is named by its parties, in 160 bytes. What is left out leaves an ellipsis, at the limit too. */
static void test_long_names_of_several_parties(void **state) {
  (void)state;
  for (int length = 158; length <= 162; length++) {
    char name[200] = "";
    memset(name, 'a', (size_t)length);
    const char *form =
        "'parties': [{'id': 'k', 'name': '%s', 'kind': 'municipality'}, {'id': 'f', 'name': 'Foreningen', "
        "'kind': 'association'}], 'financing': {'contributions': [{'parties': ['k', 'f'], 'amount': %d}]}";
    const char *out =
        written(diff_of(text_of(form, name, 1), text_of(form, name, 2)), HHP_FORMAT_MARKDOWN, HHP_LANG_EN);
    const char *subject = strstr(out, "| aaa");
    assert_non_null(subject);
    assert_int_equal(strspn(subject + 2, "a"), length <= 160 ? length : 160);
    const char *rest = subject + 2 + strspn(subject + 2, "a");
    assert_int_equal(strncmp(rest, " and …", strlen(" and …")) == 0, length <= 160);
  }
}

static const char *repeated(char c, int count) {
  char *text = text_of("%*s", count, "");
  memset(text, c, (size_t)count);
  return text;
}

/* Two values of 60 characters together are on the line of their member, longer ones below it. */
static void test_values_on_one_line(void **state) {
  (void)state;
  for (int length = 28; length <= 32; length++) {
    hhp_diff *diff =
        diff_of(text_of("'mission': '%s'", repeated('a', 30)), text_of("'mission': '%s'", repeated('b', length)));
    const char *out = written(diff, HHP_FORMAT_TEXT, HHP_LANG_EN);
    assert_int_equal(strstr(out, "      before  ") == NULL, length <= 30);
    assert_int_equal(strstr(out, "      after   ") == NULL, length <= 30);
  }
}

/* A goal that does not say so is pursued. */
static void test_values_that_are_true_or_false(void **state) {
  (void)state;
  hhp_diff *diff =
      diff_of("'goals': [{'id': 'a', 'title': 'A'}]", "'goals': [{'id': 'a', 'title': 'A', 'pursued': false}]");
  assert_non_null(strstr(written(diff, HHP_FORMAT_TEXT, HHP_LANG_DA), ": ja → nej\n"));
  assert_non_null(strstr(written(diff, HHP_FORMAT_TEXT, HHP_LANG_EN), ": yes → no\n"));
}

/* "1.250" beside "1250": in Danish, a point would separate thousands. */
static void test_decimals_have_the_mark_of_the_language(void **state) {
  (void)state;
  static const char *const plans[] = {"'indicators': [{'id': 'i', 'title': 'I', 'baseline': {'value': '1250'}}]",
                                      "'indicators': [{'id': 'i', 'title': 'I', 'baseline': {'value': '1.250'}}]"};
  hhp_diff *diff = diff_of(plans[0], plans[1]);
  assert_non_null(strstr(written(diff, HHP_FORMAT_TEXT, HHP_LANG_DA), ": 1250 → 1,250\n"));
  assert_non_null(strstr(written(diff, HHP_FORMAT_TEXT, HHP_LANG_EN), ": 1250 → 1.250\n"));
  assert_non_null(strstr(written(diff, HHP_FORMAT_MARKDOWN, HHP_LANG_DA), " | 1250 | 1,250 | "));
  assert_non_null(strstr(written(diff, HHP_FORMAT_MARKDOWN, HHP_LANG_EN), " | 1250 | 1.250 | "));
  assert_non_null(strstr(written(diff, HHP_FORMAT_JSON, HHP_LANG_DA), "\"1.250\""));
}

/* A value is shown whole up to 220 characters in text, 120 in Markdown. */
static void test_longest_values(void **state) {
  (void)state;
  static const struct {
    int32_t format;
    int most;
  } formats[] = {{HHP_FORMAT_TEXT, 220}, {HHP_FORMAT_MARKDOWN, 120}};
  for (size_t i = 0; i < COUNT_OF(formats); i++) {
    for (int length = formats[i].most - 2; length <= formats[i].most + 2; length++) {
      const char *same = repeated('a', length - 1);
      hhp_diff *diff = diff_of(text_of("'mission': '%sx'", same), text_of("'mission': '%sy'", same));
      assert_int_equal(strstr(written(diff, formats[i].format, HHP_LANG_EN), "…") == NULL, length <= formats[i].most);
      diff = diff_of(text_of("'mission': 'x%s'", same), text_of("'mission': 'y%s'", same));
      assert_int_equal(strstr(written(diff, formats[i].format, HHP_LANG_EN), "…") == NULL, length <= formats[i].most);
    }
  }
}

/* Of what is the same before the difference, a quarter of the length is shown. */
static void test_what_is_before_the_difference(void **state) {
  (void)state;
  const char *same = repeated('a', 300);
  hhp_diff *diff = diff_of(text_of("'mission': '%sx'", same), text_of("'mission': '%sy'", same));
  assert_non_null(strstr(written(diff, HHP_FORMAT_MARKDOWN, HHP_LANG_EN), text_of(" …%sx ", repeated('a', 30))));
}

/* Where the difference is near the beginning, nothing before it is left out. */
static void test_a_difference_near_the_beginning(void **state) {
  (void)state;
  const char *same = repeated('a', 300);
  hhp_diff *diff = diff_of(text_of("'mission': 'en to x%s'", same), text_of("'mission': 'en to y%s'", same));
  assert_non_null(strstr(written(diff, HHP_FORMAT_MARKDOWN, HHP_LANG_EN), " en to xaaa"));
  assert_non_null(strstr(written(diff, HHP_FORMAT_TEXT, HHP_LANG_EN), "“en to"));
}

/* However long names, values and amounts are: a word that is longer than its line is divided. */
static void test_lines_have_80_columns(void **state) {
  (void)state;
  char *words = copy_of("");
  for (int i = 0; i < 60; i++)
    words = text_of("%s%s ", words, i % 7 == 0 ? "medborgerskab" : "og");
  const char *parties = "'parties': [{'id': 'k', 'name': '%s', 'kind': 'police'}], 'vision': '%s', 'mission': '%s%s', "
                        "'financing': {'contributions': [%s]}";
  hhp_diff *diff = diff_of(text_of(parties, repeated('N', 100), words, words, "x", ""),
                           text_of(parties, repeated('N', 100), repeated('v', 200), words, "y",
                                   "{'id': 'c', 'parties': ['k'], 'amount': 5}"));
  for (int32_t lang = HHP_LANG_DA; lang <= HHP_LANG_EN; lang++) {
    for (const char *line = written(diff, HHP_FORMAT_TEXT, lang); *line != '\0'; line = strchr(line, '\n') + 1)
      assert_in_range(hhp__columns(line, strcspn(line, "\n")), 0, 80);
  }
  assert_non_null(
      strstr(written(diff, HHP_FORMAT_TEXT, HHP_LANG_DA), "\n      før     »medborgerskab og og og og og og "));
}

/* Each column is as wide as its heading: "Requirement: at least 25 %" has 26 columns, "Money" is two further left. */
static void test_columns_are_as_wide_as_their_headings(void **state) {
  (void)state;
  static const char budget[] =
      TWO_PARTIES ", 'financing': {'budget': [{'category': 'staff', 'year': 2016, 'party': 'k', "
                  "'amount': %d}]}";
  hhp_diff *diff = diff_of(text_of(budget, 1), text_of(budget, 2));
  const char *text = written(diff, HHP_FORMAT_TEXT, HHP_LANG_EN);
  assert_non_null(strstr(text, "\nMoney                         Before  After  Difference\n"));
  assert_non_null(strstr(text, "\n  Budget lines, sum            DKK 1  DKK 2      DKK +1\n"));
}

static void test_longest_member(void **state) {
  (void)state;
  for (int length = 78; length <= 82; length++) {
    hhp_diff *diff = diff_of(text_of("'x-%s': 1", repeated('a', length - 2)), "");
    assert_int_equal(strstr(written(diff, HHP_FORMAT_TEXT, HHP_LANG_EN), "…") == NULL, length <= 80);
  }
}

/* It ends where the screen does, at 80 columns: 2, 10 of the word, 16 of the name and 52, of which the amount takes
 * 14. */
static void test_added_amounts_are_on_the_right(void **state) {
  (void)state;
  static const char money[] = MONEY("'contributions': [%s]");
  const hhp_diff *diff =
      diff_of(text_of(money, ""), text_of(money, "{'id': 'lokal', 'parties': ['k'], 'amount': 1500000}"));
  const char *text = written(diff, HHP_FORMAT_TEXT, HHP_LANG_DA);
  const char *line = text_of("\n  tilføjet  Kommunen (lokal)%*s\n", 52, "+1.500.000 kr.");
  if (strstr(text, line) == NULL)
    fail_msg("%s", text);
}

static void test_counts(void **state) {
  (void)state;
#define GOAL(id) "{'id': '" id "', 'title': 'Goal " id "'}"
  static const struct {
    const char *before, *after, *count;
  } cases[] = {
      {"", "'goals': [" GOAL("a") "]", "1 difference: 1 added."},
      {"", "'goals': [" GOAL("a") ", " GOAL("b") "]", "2 differences: 2 added."},
      {"'goals': [" GOAL("a") "]", "", "1 difference: 1 removed."},
      {"'mission': 'M'", "'mission': 'N'", "1 difference: 1 changed."},
      {"'financing': {'frame': 1}", "'financing': {'frame': 2}", "1 difference: 1 amount changed."},
      {"'financing': {'frame': 1, 'total': 1}", "'financing': {'frame': 2, 'total': 2}",
       "2 differences: 2 amounts changed."},
      {"'sources': ['A', 'B']", "'sources': ['B', 'A']", "1 difference: 1 list reordered."},
      {"'mission': 'M', 'goals': [" GOAL("a") "]", "'goals': [" GOAL("b") "]", "3 differences: 1 added, 2 removed."},
  };
  for (size_t i = 0; i < COUNT_OF(cases); i++) {
    const char *out = written(diff_of(cases[i].before, cases[i].after), HHP_FORMAT_TEXT, HHP_LANG_EN);
    if (strstr(out, cases[i].count) == NULL)
      fail_msg("not %s in:\n%s", cases[i].count, out);
  }
}

/* All kinds together may be longer than a line of 80 columns, which goes on below where it begins. */
static void test_counts_on_two_lines(void **state) {
  (void)state;
#define ALL_BEFORE "'mission': 'M', 'vision': 'V', 'sources': ['A', 'B'], 'financing': {'frame': 1}"
#define ALL_AFTER "'mission': 'N', 'approach': 'A', 'sources': ['B', 'A'], 'financing': {'frame': 2}"
  assert_non_null(strstr(written(diff_of(ALL_BEFORE, ALL_AFTER), HHP_FORMAT_TEXT, HHP_LANG_EN),
                         "\n5 differences: 1 added, 1 removed, 1 changed, 1 amount changed, 1 list\nreordered.\n"));
  const char *more = "'x-a': 1, 'x-b': 1, 'x-c': 1, 'x-d': 1, 'x-e': 1";
  assert_non_null(strstr(written(diff_of(ALL_BEFORE, text_of(ALL_AFTER ", %s", more)), HHP_FORMAT_TEXT, HHP_LANG_DA),
                         "\n10 forskelle: 6 tilføjet, 1 fjernet, 1 ændret, 1 beløb ændret, 1 liste omordnet.\n"));
}

static void test_no_differences(void **state) {
  (void)state;
  hhp_diff *diff = diff_of("", "");
  assert_string_equal(written(diff, HHP_FORMAT_TEXT, HHP_LANG_DA), "Ingen forskelle.\n");
  assert_string_equal(written(diff, HHP_FORMAT_TEXT, HHP_LANG_EN), "No differences.\n");
  assert_non_null(strstr(written(diff, HHP_FORMAT_MARKDOWN, HHP_LANG_EN), "No differences."));
}

/* The table of money is left out only if neither plan has any. */
static void test_money_of_one_figure(void **state) {
  (void)state;
  const char *out = written(diff_of("'mission': 'M'", "'vision': 'V'"), HHP_FORMAT_TEXT, HHP_LANG_EN);
  assert_null(strstr(out, "Money"));
  static const char *const figures[] = {
      "'frame': 46000000",
      "'total': 46000000",
      "'grant': {'awarded': 46000000}",
      "'contributions': [{'parties': ['k'], 'amount': 46000000}]",
      "'contributions': [{'parties': ['k'], 'amount': 46000000, 'counts_as_local': 'no'}]",
      "'budget': [{'category': 'staff', 'year': 2016, 'party': 'k', 'amount': 46000000}]",
  };
  for (size_t i = 0; i < COUNT_OF(figures); i++) {
    char *money = text_of(TWO_PARTIES ", 'financing': {%s}", figures[i]);
    out = written(diff_of(money, TWO_PARTIES), HHP_FORMAT_TEXT, HHP_LANG_EN);
    assert_non_null(strstr(out, "Money"));
    assert_non_null(strstr(out, "DKK 46,000,000"));
  }
}

/* Where one plan names a scheme that is not known, there is no requirement to compare. */
static void test_no_requirement_without_a_scheme(void **state) {
  (void)state;
#define OF_SCHEME(scheme)                                                                      \
  "{'format': 'helhedsplan/1', 'id': 'p', 'title': 'T', 'status': 'draft', 'scheme': '" scheme \
  "', 'area': 'A', 'financing': {'frame': 4}}"
  hhp_plan *const plans[] = {plan_of(quoted(OF_SCHEME("lbf-2015-2018"))), plan_of(quoted(OF_SCHEME("kommunens-egen")))};
  for (int i = 0; i < 2; i++) {
    hhp_diff *diff = NULL;
    assert_int_equal(hhp_plan_diff(plans[i], plans[!i], &diff), HHP_OK);
    own(diff, let_go_of_diff);
    const char *out = written(diff, HHP_FORMAT_TEXT, HHP_LANG_EN);
    assert_non_null(strstr(out, "Local share of the total"));
    assert_null(strstr(out, "Requirement"));
  }
}

static void test_unknown_formats(void **state) {
  (void)state;
  hhp_diff *diff = diff_of("", "");
  char *out = (char *)&diff;
  assert_int_equal(hhp_diff_render(diff, 0, NULL, &out, NULL), HHP_ERR_ARGUMENT);
  assert_null(out);
  assert_int_equal(hhp_diff_render(diff, 4, NULL, &out, NULL), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_diff_render(NULL, 1, NULL, &out, NULL), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_diff_render(diff, 1, NULL, NULL, NULL), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_report_render(new_report(), 99, NULL, &out, NULL), HHP_ERR_ARGUMENT);
}

/* Values that differ late are shown from the difference on. */
static void test_long_texts_are_cut_where_they_differ(void **state) {
  (void)state;
  char text[2001];
  for (size_t i = 0; i < 2000; i++)
    text[i] = i % 10 == 9 ? ' ' : 'o';
  text[2000] = '\0';
  char *before = text_of("'summary': '%sfirst'", text), *after = text_of("'summary': '%sother'", text);
  for (int32_t format = HHP_FORMAT_TEXT; format <= HHP_FORMAT_MARKDOWN; format += 2) {
    const char *out = written(diff_of(before, after), format, HHP_LANG_EN);
    assert_true(strlen(out) < 1200);
    assert_non_null(strstr(out, "…ooooooooo "));
    assert_non_null(strstr(out, "first"));
    assert_non_null(strstr(out, "other"));
  }
}

/* The excerpt begins a fixed number of characters before the difference, whatever their lengths in bytes. */
static void test_excerpts_count_characters(void **state) {
  (void)state;
  char one[2001], two[4001];
  for (size_t i = 0; i < 2000; i++) {
    one[i] = 'o';
    memcpy(two + 2 * i, "ø", 2);
  }
  one[2000] = two[4000] = '\0';
  const char *of_one = written(diff_of(text_of("'summary': '%sfirst'", one), text_of("'summary': '%sother'", one)),
                               HHP_FORMAT_TEXT, HHP_LANG_EN);
  const char *of_two = written(diff_of(text_of("'summary': '%sfirst'", two), text_of("'summary': '%sother'", two)),
                               HHP_FORMAT_TEXT, HHP_LANG_EN);
  const char *ones = strstr(of_one, "…o"), *twos = strstr(of_two, "…ø");
  assert_non_null(ones);
  assert_non_null(twos);
  assert_int_equal(2 * (strstr(ones, "first") - ones - 3), strstr(twos, "first") - twos - 3); /* after the ellipsis */
}

static const char hostile[] = "a|b `c` <img src=x> [l](http://x.dk) www.x.dk \\u000a::set-output \\u001b[31m @nogen "
                              "#12 \\u202e **f** ##[error] & \\\\";

/* Each row of a table has as many cells as its header; and no active markup is left. */
static void assert_inert(const char *markdown) {
  int cells = -1;
  for (const char *line = markdown; *line != '\0';) {
    size_t length = strcspn(line, "\n");
    int bars = 0;
    for (size_t i = 0; i < length; i++) {
      if (line[i] == '\\')
        i++;
      else
        bars += line[i] == '|';
    }
    if (line[0] != '|')
      assert_int_equal(bars, 0);
    else if (cells >= 0)
      assert_int_equal(bars, cells);
    cells = line[0] == '|' ? bars : -1;
    assert_true(strncmp(line, "::", 2) != 0);
    line += length + (line[length] == '\n');
  }
  static const char *const active[] = {"<", ">", "://", "www.", "@n", "#1", "\033", "\xe2\x80\xae", "##["};
  for (size_t i = 0; i < COUNT_OF(active); i++) {
    if (strstr(markdown, active[i]) != NULL)
      fail_msg("%s is left in:\n%s", active[i], markdown);
  }
  for (const char *p = markdown; (p = strchr(p, '`')) != NULL; p++)
    assert_true(p > markdown && p[-1] == '\\');
}

static void test_hostile_text(void **state) {
  (void)state;
  char *after = text_of("'goals': [{'id': 'g', 'title': '%s'}], 'vision': '%s', 'x-%s': '%s', 'sources': ['%s'], "
                        "'approvals': [{'kind': 'board', 'outcome': 'approved', 'body': '%s'}]",
                        hostile, hostile, hostile, hostile, hostile, hostile);
  hhp_diff *diff = diff_of("", after);
  assert_int_equal(hhp_diff_count(diff), 5);
  assert_int_equal(hhp_diff_set_paths(diff, "a|b<c>.json", "::x \033[31m"), HHP_OK);
  for (int32_t lang = HHP_LANG_DA; lang <= HHP_LANG_EN; lang++) {
    assert_inert(written(diff, HHP_FORMAT_MARKDOWN, lang));
    const char *text = written(diff, HHP_FORMAT_TEXT, lang);
    assert_null(strchr(text, '\033'));
    assert_null(strstr(text, "\xe2\x80\xae"));
    assert_null(strstr(text, "::"));
    assert_null(strstr(text, "##["));
  }
  const char *json = written(diff, HHP_FORMAT_JSON, HHP_LANG_EN);
  assert_null(strchr(json, '\033'));
  assert_null(strstr(json, "##["));
  json_t *read = json_loads(json, JSON_REJECT_DUPLICATES, NULL);
  assert_non_null(read);
  json_t *change = json_array_get(json_object_get(read, "changes"), 0);
  assert_string_equal(json_string_value(json_object_get(json_object_get(change, "after"), "text")),
                      hhp_change_text(hhp_diff_at(diff, 0), HHP_SIDE_AFTER));
  json_decref(read);
}

/* A comment may have 65,536 characters. */
/* Both text formats, without line breaks and Markdown's backslashes before brackets. */
static void assert_shown(const hhp_diff *diff, const char *expected) {
  static const int32_t formats[] = {HHP_FORMAT_TEXT, HHP_FORMAT_MARKDOWN};
  for (size_t i = 0; i < COUNT_OF(formats); i++) {
    char *out = written(diff, formats[i], HHP_LANG_EN);
    size_t length = 0;
    for (const char *p = out; *p != '\0'; p++) {
      int is_blank = *p == '\n' || *p == ' ';
      if (*p != '\\' && !(is_blank && length > 0 && out[length - 1] == ' '))
        out[length++] = is_blank ? ' ' : *p;
    }
    out[length] = '\0';
    if (strstr(out, expected) == NULL)
      fail_msg("%s is not in: %s", expected, out);
  }
}

/* Before and after look the same: only what differs is spelled out. */
static void test_similar_texts_are_marked(void **state) {
  (void)state;
  static const struct {
    const char *before, *after;
    const char *shown[2];
  } rows[] = {
      {"Æbleø Café nord",
       "Æbleø Cafe\u0301 nord",
       {"Æbleø Caf[U+00E9] nord", "Cafe[U+0301 combining acute accent] nord"}},
      {"a b", "a\u00a0b", {"a[U+0020 space]b", "a[U+00A0 no-break space]b"}},
      {"a b", "a  b", {"a b", "a [U+0020 space]b"}},
      {"ab", "ab ", {"ab", "ab[U+0020 space]"}},
      {"ab", "a\u200bb", {"ab", "a[U+200B zero-width space]b"}},
      {"Café", "C\u0430fé", {"Ca", "C[U+0430 Cyrillic character]fé"}},
      {"a-b", "a\u2011b", {"a-b", "a[U+2011 non-breaking hyphen]b"}},
      {"2016-2020", "2016–2020", {"2016-2020", "2016[U+2013 en dash]2020"}},
      /* visible differences are not spelled out, except for invisible characters in them */
      {"Æble", "æble", {"Æble", "æble"}},
      {"a b", "a\u00a0c", {"a b", "a[U+00A0 no-break space]c"}},
  };
  for (size_t i = 0; i < COUNT_OF(rows); i++) {
    const hhp_diff *diff = diff_of(text_of("'vision': '%s'", rows[i].before), text_of("'vision': '%s'", rows[i].after));
    assert_shown(diff, rows[i].shown[0]);
    assert_shown(diff, rows[i].shown[1]);
  }
  assert_null(strstr(written(diff_of("'vision': 'Æble'", "'vision': 'æble'"), HHP_FORMAT_TEXT, HHP_LANG_EN), "U+"));
}

/* Letters between are spelled out only if one of them has a lookalike; what happens to be behind the texts in memory is
 * not seen. */
static void test_only_what_differs_is_looked_at(void **state) {
  (void)state;
  static const char text[] = "a é bbbb", other[] = "a\u00a0é\u00a0bbbb\0\u0430\u0430\u0430";
  static const struct {
    const char *text, *other, *shown;
  } rows[] = {{text, other, "a[U+0020 space]é[U+0020 space]bbbb"},
              {other, text, "a[U+00A0 no-break space]é[U+00A0 no-break space]bbbb"},
              /* of two bytes each, of which the last is the same */
              {" ab", "\u00a0ab", "[U+0020 space]ab"}, /* from the first character */
              {"\u2010b", "\u2011b", "[U+2010 typographic hyphen]b"},
              {"b\u0395", "b\u0415", "b[U+0395 Greek character]"}};
  for (size_t i = 0; i < COUNT_OF(rows); i++) {
    hhp__buffer out = {0};
    hhp__put_distinguished(&out, rows[i].text, strlen(rows[i].text), rows[i].other, HHP_LANG_EN);
    char *shown = hhp__buffer_take(&out, NULL);
    own(shown, free);
    assert_string_equal(shown, rows[i].shown);
  }
}

/* Of lists, one element is removed and another added. */
static void test_similar_texts_in_lists_are_marked(void **state) {
  (void)state;
  const hhp_diff *diff = diff_of("'sources': ['Bog', 'Café']", "'sources': ['Bog', 'Cafe\u0301']");
  assert_shown(diff, "Caf[U+00E9]");
  assert_shown(diff, "Cafe[U+0301 combining acute accent]");
  diff = diff_of("'goals': [{'id': 'g', 'title': 'Åse'}]", "'goals': [{'id': 'h', 'title': 'A\u030ase'}]");
  assert_shown(diff, "[U+00C5]se");
  assert_shown(diff, "A[U+030A combining ring above]se");
  /* an activity and an element of another are not of one list */
  diff = diff_of("'activities': [{'id': 'a', 'title': 'A', 'elements': ['Åse']}, {'id': 'b', 'title': 'Åse'}]",
                 "'activities': [{'id': 'a', 'title': 'A', 'elements': ['A\u030ase']}]");
  assert_shown(diff, "[U+00C5]se");
  /* nor are a goal and a party, elements of two activities, and what is of two lists of one */
  diff = diff_of("'goals': [{'id': 'g', 'title': 'Åse'}]",
                 "'parties': [{'id': 'p', 'name': 'A\u030ase', 'kind': 'other'}]");
  assert_null(strstr(written(diff, HHP_FORMAT_TEXT, HHP_LANG_EN), "[U+"));
  static const char activities[] = "'activities': [{'id': 'a', 'title': 'A'%s}, {'id': 'b', 'title': 'B'%s}]";
  diff =
      diff_of(text_of(activities, ", 'elements': ['Åse']", ""), text_of(activities, "", ", 'elements': ['A\u030ase']"));
  assert_null(strstr(written(diff, HHP_FORMAT_TEXT, HHP_LANG_EN), "[U+"));
  /* an equal name is no lookalike, and what looks alike may be further down */
  diff = diff_of("'goals': [{'id': 'g', 'title': 'Åse'}]",
                 "'goals': [{'id': 'h', 'title': 'Åse'}, {'id': 'i', 'title': 'A\u030ase'}]");
  assert_shown(diff, "A[U+030A combining ring above]se");
  diff = diff_of("'sources': ['Åse', 'Bog']", "'sources': ['A\u030ase', 'Dag']");
  assert_shown(diff, "A[U+030A combining ring above]se");
  diff = diff_of("'x-a': 'é'", "'x-a': 'e\u0301'");
  assert_shown(diff, "[U+00E9]");
  diff = diff_of("'goals': [{'id': 'g', 'title': 'A\u00a0B'}]", "'goals': []");
  assert_shown(diff, "A[U+00A0 no-break space]B");
}

/* A text is compared with those of the 63 changes after it: lists that people write are shorter. */
static void test_similar_texts_far_apart_are_not_marked(void **state) {
  (void)state;
  for (int between = 62; between <= 63; between++) {
    char *others = copy_of("");
    for (int i = 0; i < between; i++)
      others = text_of("%s'Bog %d', ", others, i);
    const hhp_diff *diff = diff_of(text_of("'sources': [%s'Åse']", others), "'sources': ['A\u030ase']");
    assert_int_equal(hhp_diff_count(diff), between + 2);
    assert_int_equal(strstr(written(diff, HHP_FORMAT_TEXT, HHP_LANG_EN), "[U+00C5]se") != NULL, between == 62);
  }
}

/* In the two lines that name the plans, too, what differs in the title and in the path is spelled out. */
static void test_similar_names_of_plans_are_marked(void **state) {
  (void)state;
  hhp_diff *diff = NULL;
  assert_int_equal(hhp_plan_diff(plan_of(quoted("{" HEAD_TITLED("P Q") "}")),
                                 plan_of(quoted("{" HEAD_TITLED("P\u00a0Q") "}")), &diff),
                   HHP_OK);
  own(diff, let_go_of_diff);
  assert_int_equal(hhp_diff_set_paths(diff, "r-s.json", "r\u2011s.json"), HHP_OK);
  static const int32_t formats[] = {HHP_FORMAT_TEXT, HHP_FORMAT_MARKDOWN};
  for (size_t i = 0; i < COUNT_OF(formats); i++) {
    char *before = strstr(written(diff, formats[i], HHP_LANG_EN), "Before");
    char *after = strstr(before, "After");
    *strstr(after, "\n\n") = '\0';
    assert_non_null(strstr(after, "U+00A0"));
    assert_non_null(strstr(after, "U+2011"));
    after[0] = '\0';
    assert_non_null(strstr(before, "U+0020"));
    assert_null(strstr(before, "U+00A0"));
    assert_null(strstr(before, "U+2011"));
  }
}

/* Of an entity without a name, as a program may have made it, only the id is shown. */
static void test_id_without_a_name(void **state) {
  (void)state;
  hhp_plan *plan = plan_of(plan_text("%s", ""));
  assert_int_equal(hhp_plan_add_goal(plan, "uden-navn", NULL), HHP_OK);
  hhp_diff *diff = NULL;
  assert_int_equal(hhp_plan_diff(plan_of(plan_text("%s", "")), plan, &diff), HHP_OK);
  own(diff, let_go_of_diff);
  assert_non_null(strstr(written(diff, HHP_FORMAT_TEXT, HHP_LANG_DA), "\n  tilføjet  uden-navn\n"));
  assert_non_null(strstr(written(diff, HHP_FORMAT_MARKDOWN, HHP_LANG_DA), "| tilføjet | uden-navn |"));
}

static void test_markdown_ends_in_time(void **state) {
  (void)state;
  char *goals = copy_of("");
  for (int i = 0; i < 600; i++)
    goals = text_of("%s%s{'id': 'g%d', 'title': '%s'}", goals, i == 0 ? "" : ", ", i, hostile);
  hhp_diff *diff = diff_of("", text_of("'goals': [%s]", goals));
  assert_int_equal(hhp_diff_count(diff), 600);
  const char *out = written(diff, HHP_FORMAT_MARKDOWN, HHP_LANG_EN);
  assert_true(strlen(out) < 65536);
  assert_non_null(strstr(out, "Not shown: "));
  assert_non_null(strstr(out, "600 differences: 600 added."));
  assert_inert(out);
}

/* A row is begun below 52,000 bytes and not at them: the path of the plan takes the place of what is missing. */
static void test_markdown_ends_at_its_limit(void **state) {
  (void)state;
  enum { GOALS = 2600, LIMIT = 52000 };
  char *goals = malloc(GOALS * 40), *end = goals;
  own(goals, free);
  for (int i = 0; i < GOALS; i++)
    end += sprintf(end, "%s{'id': 'g%d', 'title': 'G'}", i == 0 ? "" : ", ", i);
  hhp_diff *diff = diff_of("", text_of("'goals': [%s]", goals));
  assert_int_equal(hhp_diff_set_paths(diff, "a", NULL), HHP_OK);
  const char *out = written(diff, HHP_FORMAT_MARKDOWN, HHP_LANG_EN);
  const char *rest = strstr(out, "\nNot shown: "), *last = rest - 1;
  while (last[-1] != '\n')
    last--;
  size_t below = (size_t)(out + LIMIT - last); /* from where the last row begins */
  assert_in_range(below, 1, 100);
  size_t left = strtoul(rest + strlen("\nNot shown: "), NULL, 10);
  for (size_t more = below - 1; more <= below; more++) {
    assert_int_equal(hhp_diff_set_paths(diff, repeated('a', (int)more + 1), NULL), HHP_OK);
    rest = strstr(written(diff, HHP_FORMAT_MARKDOWN, HHP_LANG_EN), "\nNot shown: ");
    assert_int_equal(strtoul(rest + strlen("\nNot shown: "), NULL, 10), left + (more == below));
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(test_text),
      TEST(test_markdown),
      TEST(test_rows_of_members),
      TEST(test_lines_of_members),
      TEST(test_columns_are_as_wide_as_the_first_row),
      TEST(test_small_differences_of_shares),
      TEST(test_values_on_one_line),
      TEST(test_values_that_are_true_or_false),
      TEST(test_decimals_have_the_mark_of_the_language),
      TEST(test_longest_values),
      TEST(test_what_is_before_the_difference),
      TEST(test_a_difference_near_the_beginning),
      TEST(test_lines_have_80_columns),
      TEST(test_columns_are_as_wide_as_their_headings),
      TEST(test_longest_member),
      TEST(test_added_amounts_are_on_the_right),
      TEST(test_counts),
      TEST(test_counts_on_two_lines),
      TEST(test_names_of_three_parties),
      TEST(test_long_names_of_several_parties),
      TEST(test_no_differences),
      TEST(test_money_of_one_figure),
      TEST(test_no_requirement_without_a_scheme),
      TEST(test_unknown_formats),
      TEST(test_long_texts_are_cut_where_they_differ),
      TEST(test_excerpts_count_characters),
      TEST(test_hostile_text),
      TEST(test_similar_texts_are_marked),
      TEST(test_only_what_differs_is_looked_at),
      TEST(test_similar_texts_in_lists_are_marked),
      TEST(test_similar_texts_far_apart_are_not_marked),
      TEST(test_similar_names_of_plans_are_marked),
      TEST(test_id_without_a_name),
      TEST(test_markdown_ends_in_time),
      TEST(test_markdown_ends_at_its_limit),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
