/* One typical mistake at a time in the complete example: each is reported by these rules, and by no others. */
#include <ctype.h>
#include <string.h>

#include "unit/support.h"

/* The mistake: after the anchor, which occurs once in the file, the first `old` is replaced. A space matches any white
 * space, and single quotes match double ones. */
typedef struct {
  const char *what;
  const char *anchor;
  const char *old;
  const char *new;
  const char *rules; /* sorted */
} mistake;

static const mistake document[] = {
    {"a comma forgotten", "'format'", "'helhedsplan/1',", "'helhedsplan/1'", "HP101"},
    {"a member written twice", "'area':", "'area'", "'area': 'Parken', 'area'", "HP102"},
    {"a member in Danish", "'coordinator': 'Jobmentoren'", "'coordinator'", "'koordinator'", "HP103"},
    {"a member left out", "'area':", "'area': 'Eksempelparken',", "", "HP104"},
    {"an amount as text", "'bidrag-kommune'", "2000000", "'2.000.000'", "HP105"},
    {"thousands separators", "'bidrag-kommune'", "2000000", "2.000.000", "HP101"},
    {"an amount with two decimals", "'bidrag-kommune'", "2000000", "2000000.50", "HP105"},
    {"a day that is not", "'milepael-2021'", "2021-06-30", "2021-06-31", "HP106"},
    {"a date as Danes write it", "'milepael-2021'", "2021-06-30", "30-06-2021", "HP106"},
    {"a word of another language", "'bidrag-boligforening'", "'exact'", "'approximately'", "HP106"},
    {"a copy that keeps its id", "'parties': [ {", "{",
     "{ 'id': 'eksempelskolen', 'name': 'Kopi', 'kind': 'school' }, {", "HP107"},
    {"a slip of the pen in a reference", "'id': 'fritidsjob-til-unge'", "'lead': 'eksempelby-kommune'",
     "'lead': 'eksempelby-komune'", "HP108"},
    {"the scheme in short years", "'scheme'", "lbf-2019-2026", "lbf-2019-26", "HP110"},
    {"text out of a PDF", "'vision'", "velfungerende", "velfun- gerende", "HP111"},
    {"a CVR number with a wrong digit", "'id': 'eksempelby-kommune'", "'kind': 'municipality'",
     "'kind': 'municipality', 'cvr': '12345678'", "HP112"},
    {"the plan of the other kind", "'kind': 'boligsocial'", "boligsocial", "fysisk", "HP114"},
};

static const mistake contents[] = {
    {"when a goal was adopted is left out", "'id': 'tryggere-hverdag'", ", 'adopted_on': '2019-09-24'", "", "HP205"},
    {"a focus area of the scheme before", "'id': 'kriminalitetsforebyggelse', 'code'",
     "'code': 'kriminalitetsforebyggelse'", "'code': 'tryghed-og-trivsel'", "HP210"},
    {"a focus area copied", "'focus_areas': [ {", "{",
     "{ 'id': 'kopi', 'code': 'beskaeftigelse', 'title': 'Job', "
     "'purpose': 'Flere i job.' }, {",
     "HP212"},
    {"a focus area without purpose", "'title': 'Kriminalitetsforebyggelse'",
     "Færre beboere oplever utryghed i området.", "", "HP214"},
    {"a focus area still open", "'title': 'Kriminalitetsforebyggelse'", "'purpose'",
     "'open_for_input': true, 'purpose'", "HP215"},
    {"an activity in no focus area", "'id': 'jobmentor'", "'focus_areas': [ 'beskaeftigelse' ],", "", "HP301"},
    {"an activity in no focus area, with a party of its sub-agreement alone", "'id': 'fritidsjob-til-unge'",
     "'focus_areas': [ 'beskaeftigelse' ],", "", "HP301"},
    {"an activity copied, with its title", "'id': 'jobmentor'", "'title': 'Jobmentor'",
     "'title': 'Fritidsjob til unge'", "HP302"},
    {"no target group", "'id': 'naboskabsgruppen'", "'text': 'Voksne beboere i Eksempelparken', 'age_min': 18",
     "'text': ''", "HP303"},
    {"the ages swapped", "'id': 'fritidsjob-til-unge'", "'age_min': 13, 'age_max': 17", "'age_min': 17, 'age_max': 13",
     "HP304"},
    {"nobody responsible", "'id': 'jobmentor'", "'lead': 'eksempelby-kommune', 'coordinator': 'Jobmentoren',", "",
     "HP306"},
    {"a new party, and the agreement as it was", "'id': 'tryghedsvandringer'", "'politiet-i-eksempelby'",
     "'politiet-i-eksempelby', 'beboerforeningen'", "HP321"},
    {"two leads", "'leads'", "'sekretariatet'", "'sekretariatet', 'eksempelby-kommune'", "HP322"},
    {"a housing organisation forgotten in the strategic agreement", "'strategisk-samarbejdsaftale'", ", 'modelgaarden'",
     "", "HP323"},
    {"a sub-agreement on nothing", "'delaftale-beskaeftigelse'", "'focus_area': 'beskaeftigelse',", "", "HP324"},
    {"a sub-agreement of another kind", "'delaftale-beskaeftigelse'", "'kind': 'sub'", "'kind': 'cooperation'",
     "HP324"},
    {"a signature that is still to come", "'delaftale-kriminalitetsforebyggelse'",
     ", { 'party': 'politiet-i-eksempelby', 'name': 'Dan Mønstrup', 'signed_on': '2020-11-16' }", "", "HP325"},
    {"a head of department on the board", "'name': 'Bo Modelby', 'role'", "'top_management'", "'other'", "HP326"},
    {"the contingency plan to be written", "'contingency_plan'",
     "'Ved akut uro indkalder den boligsociale leder inden for et døgn kommune, boligorganisationer og politi, som "
     "aftaler "
     "opgaver og kommunikation til beboerne.'",
     "''", "HP327"},
    {"the council before the residents", "'kind': 'council'", "2020-09-29", "2020-05-26", "HP328"},
    {"the council after the fund", "'kind': 'council'", "2020-09-29", "2020-11-24", "HP328"},
    {"the fund's approval noted as a rejection", "'kind': 'fund', 'body'", "approved", "rejected", "HP328"},
};

static const mistake money[] = {
    {"a nought lost", "'bidrag-kommune'", "2000000", "200000", "HP401 HP407 HP411"},
    {"the grant to be filled in", "'grant'", "'applied': 12000000, 'awarded': 12000000,", "", "HP406"},
    {"another total", "'financing'", "'total': 16000000", "'total': 15000000", "HP407"},
    {"the wages of the last year too high", "'year': 2024, 'party': 'landsbyggefonden', 'amount': 2300000", "2300000",
     "2400000", "HP411"},
    {"a line of the budget a year too late", "'category': 'evaluation'", "2024", "2025", "HP412"},
    {"more paid out than awarded", "'grant'", "11400000", "12400000", "HP413"},
    {"an amount that is about so much", "'bidrag-boligforening'", "'exact'", "'approximate'", "HP415"},
};

static const mistake times[] = {
    {"first and last day swapped", "'id': 'jobmentor'", "'start': '2021-01-01', 'end': '2024-12-31'",
     "'start': '2024-12-31', 'end': '2021-01-01'", "HP501"},
    {"the plan from end to start", "'label'", "'start': '2021-01-01', 'end': '2024-12-31'",
     "'start': '2024-12-31', 'end': '2021-01-01'", "HP501"},
    {"another label", "'label'", "2021-2024", "2021-2025", "HP502"},
    {"two digits of the end swapped", "'label'", "'end': '2024-12-31'", "'end': '2042-12-31'", "HP502"},
    {"two digits of the start swapped", "'label'", "'start': '2021-01-01'", "'start': '2012-01-01'", "HP502"},
    {"a year longer, label and all", "'label'", "'2021-2024', 'start': '2021-01-01', 'end': '2024-12-31'",
     "'2021-2025', 'start': '2021-01-01', 'end': '2025-12-31'", "HP503 HP509"},
    {"the first day to be settled", "'label'", "'start': '2021-01-01'", "'start': '2021'", "HP504"},
    {"prequalified a year late", "'prequalified_on'", "2020-01-21", "2021-01-21", "HP505"},
    {"prequalified ten years early", "'prequalified_on'", "2020-01-21", "2010-01-21", "HP510"},
    {"an activity a year longer", "'id': 'jobmentor'", "2024-12-31", "2025-12-31", "HP506"},
    {"an activity of the next plan", "'id': 'jobmentor'", "'start': '2021-01-01', 'end': '2024-12-31'",
     "'start': '2025-01-01', 'end': '2028-12-31'", "HP506"},
    {"an agreement a year longer", "'samarbejdsaftale-tryghedsvandringer'", "'valid_to': '2024-12-31'",
     "'valid_to': '2025-12-31'", "HP507"},
    {"a milestone put off to the next year", "'id': 'milepael-2023'", "'due': '2023-09-30'", "'due': '2024-09-30'",
     "HP509"},
};

static const mistake followed_up[] = {
    {"an indicator of another goal", "'id': 'oplevet-utryghed'", "'goal': 'tryggere-hverdag'",
     "'goal': 'staerkere-faellesskaber'", "HP601"},
    {"no baseline", "'id': 'unge-i-fritidsjob'", "'value': '12',", "", "HP602"},
    {"a point too far to the left", "'id': 'andel-i-uddannelse-eller-job'", "'target': '64.0'", "'target': '6.40'",
     "HP603"},
    {"the last report to be entered", "'submitted_on': '2024-03-12'",
     ", { 'year': 2024, 'submitted_on': '2025-03-18' }", "", "HP604"},
    {"a report after the summer", "'reports'", "2023-03-14", "2023-07-03", "HP605"},
    {"a waiver left over", "'status'", "'approved'",
     "'approved', 'waivers': [ { 'rule': 'HP503', 'reason': 'Aftalt.' } ]", "HP702"},
    {"a waiver that has run out", "'status'", "'approved'",
     "'approved', 'waivers': [ { 'rule': 'HP503', 'reason': 'Aftalt.', 'until': '2024-12-31' } ]", "HP701"},
    {"a waiver of a slug", "'status'", "'approved'",
     "'approved', 'waivers': [ { 'rule': 'period-length', 'reason': 'Aftalt.' } ]", "HP703"},
};

/* The end of the match at `text`, or NULL if the pattern does not match. */
static const char *end_of(const char *text, const char *pattern) {
  for (; *pattern != '\0'; pattern++) {
    if (*pattern != ' ') {
      if (*text++ != (*pattern == '\'' ? '"' : *pattern))
        return NULL;
      continue;
    }
    if (!isspace((unsigned char)*text))
      return NULL;
    while (isspace((unsigned char)*text))
      text++;
  }
  return text;
}

static const char *first_of(const char *text, const char *pattern) {
  while (*text != '\0' && end_of(text, pattern) == NULL)
    text++;
  return *text == '\0' ? NULL : text;
}

static const char *with_mistake(const char *plan, const mistake *m) {
  const char *anchor = first_of(plan, m->anchor);
  const char *start = anchor == NULL ? NULL : first_of(anchor, m->old);
  if (anchor == NULL || start == NULL || first_of(anchor + 1, m->anchor) != NULL)
    fail_msg("%s: the example has changed", m->what);
  return text_of("%.*s%s%s", (int)(start - plan), plan, quoted(m->new), end_of(start, m->old));
}

static const char *found_in(const char *plan) {
  hhp_check_options *options = new_options();
  hhp_check_options_set_stage(options, HHP_STAGE_FULL);
  hhp_check_options_set_today(options, 20250601);
  return rules_of(check_bytes(plan, strlen(plan), options), HHP_SEVERITY_INFO);
}

static void compare_with(const mistake *mistakes, size_t count) {
  const char *plan = source_text("examples/complete.helhedsplan.json", NULL);
  assert_string_equal(found_in(plan), "");
  for (size_t i = 0; i < count; i++) {
    const char *found = found_in(with_mistake(plan, &mistakes[i]));
    if (strcmp(found, mistakes[i].rules) != 0)
      fail_msg("%s: found %s, and not %s", mistakes[i].what, found, mistakes[i].rules);
  }
}

static void a_mistake_in_the_document_is_the_only_finding(void **state) {
  (void)state;
  compare_with(document, COUNT_OF(document));
}

static void a_mistake_in_the_contents_is_the_only_finding(void **state) {
  (void)state;
  compare_with(contents, COUNT_OF(contents));
}

static void a_mistake_about_money_is_reported_wherever_it_shows(void **state) {
  (void)state;
  compare_with(money, COUNT_OF(money));
}

static void a_mistake_about_time_is_the_only_finding(void **state) {
  (void)state;
  compare_with(times, COUNT_OF(times));
}

static void a_mistake_in_following_up_is_the_only_finding(void **state) {
  (void)state;
  compare_with(followed_up, COUNT_OF(followed_up));
}

int main(void) {
  static const struct CMUnitTest tests[] = {
      TEST(a_mistake_in_the_document_is_the_only_finding),       TEST(a_mistake_in_the_contents_is_the_only_finding),
      TEST(a_mistake_about_money_is_reported_wherever_it_shows), TEST(a_mistake_about_time_is_the_only_finding),
      TEST(a_mistake_in_following_up_is_the_only_finding),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
