/* Builds the example plan with the public API, from the texts of new_plan_words.c. */
#include "cli/init/new_plan.h"

#include <string.h>

#include "cli/init/new_plan_words.h"
#include "cli/init/plain.h"
#include "cli/init/slug.h"
#include "cli/print/text.h"

enum {
  MOST_AREAS = 3, /* a plan chooses some of the scheme's areas */
  USUAL_YEARS = 4,
  LAST_YEAR = 9999,
  LONGEST_ID = 64,
  WHOLE = 10000
};

/* A plan being built. After the first failure, further calls do nothing. Ids point into the plan. */
typedef struct cli_building {
  hhp_plan *plan;
  const hhp_scheme *scheme;
  int32_t lang;
  int64_t frame;                 /* HHP_ABSENT: not known */
  const char *municipality_code; /* NULL: not known */
  int32_t first_year, last_year; /* 0: not known */
  hhp_status status;
  const char *municipality, *housing, *fund, *secretariat, *goal;
  cli_text id, text; /* scratch buffers */
} cli_building;

static const char *S_text(const cli_building *b, example_word word) {
  return new_plan_words(word, b->lang);
}

static void S_keep(cli_building *b, hhp_status status) {
  if (b->status == HHP_OK)
    b->status = status;
}

static const char *S_done(cli_building *b, const cli_text *text) {
  S_keep(b, text->failed ? HHP_ERR_NOMEM : HHP_OK);
  return text_of(text);
}

static void S_put_filled(cli_text *out, const char *form, const char *value) {
  const char *gap = strstr(form, "{}");
  put_bytes(out, form, gap == NULL ? strlen(form) : (size_t)(gap - form));
  put(out, gap == NULL ? "" : value);
  put(out, gap == NULL ? "" : gap + strlen("{}"));
}

/* A text with `value` in place of "{}". Valid until the next call. */
static const char *S_fill(cli_building *b, example_word word, const char *value) {
  text_free(&b->text);
  S_put_filled(&b->text, S_text(b, word), value);
  return S_done(b, &b->text);
}

/* Ids are unique in a plan, including the codes of the scheme, which become ids. */
static int S_is_taken(const cli_building *b, const char *id) {
  const hhp_plan *plan = b->plan;
  for (size_t i = 0; i < hhp_scheme_focus_area_count(b->scheme); i++) {
    if (strcmp(hhp_scheme_area_code(hhp_scheme_focus_area_at(b->scheme, i)), id) == 0)
      return 1;
  }
  return strcmp(hhp_plan_id(plan), id) == 0 || hhp_plan_find_party(plan, id) != NULL ||
         hhp_plan_find_goal(plan, id) != NULL || hhp_plan_find_strategy(plan, id) != NULL ||
         hhp_plan_find_focus_area(plan, id) != NULL || hhp_plan_find_activity(plan, id) != NULL ||
         hhp_plan_find_agreement(plan, id) != NULL || hhp_plan_find_indicator(plan, id) != NULL ||
         hhp_plan_find_milestone(plan, id) != NULL;
}

/* The id with a number appended that makes it unique. Valid until the next call. */
static const char *S_numbered(cli_building *b, const char *id) {
  enum { LONGEST_NUMBER = 4 };
  size_t length = strlen(id);
  for (int32_t n = 2; b->status == HHP_OK; n++) {
    text_free(&b->id);
    put_bytes(&b->id, id, length > LONGEST_ID - LONGEST_NUMBER ? LONGEST_ID - LONGEST_NUMBER : length);
    put(&b->id, "-");
    put_number(&b->id, n);
    if (!S_is_taken(b, S_done(b, &b->id)))
      break;
  }
  return text_of(&b->id);
}

static const char *S_id(cli_building *b, example_word word) {
  const char *id = S_text(b, word);
  return S_is_taken(b, id) ? S_numbered(b, id) : id;
}

static const char *S_id_of(cli_building *b, example_word word, int32_t number) {
  cli_text form = {0}, digits = {0};
  put_number(&digits, number);
  S_put_filled(&form, S_text(b, word), text_of(&digits));
  S_keep(b, form.failed || digits.failed ? HHP_ERR_NOMEM : HHP_OK);
  text_free(&digits);
  text_free(&b->id);
  b->id = form;
  if (b->status != HHP_OK || !S_is_taken(b, text_of(&b->id)))
    return text_of(&b->id);
  cli_text taken = b->id;
  b->id = (cli_text){0};
  const char *id = S_numbered(b, text_of(&taken));
  text_free(&taken);
  return id;
}

/* The last day of so many years from `start`: the day before the same day, or before 1 March where 29 February is
 * none. */
static int32_t S_last_day(int32_t start, int32_t years) {
  static const int32_t lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  int32_t year = start / 10000 + years, month = start / 100 % 100, day = start % 100;
  int32_t is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  if (day > 1)
    return year * 10000 + month * 100 + day - 1;
  if (month == 1)
    return (year - 1) * 10000 + 1231;
  return year * 10000 + (month - 1) * 100 + lengths[month - 2] + (month == 3 && is_leap);
}

static int32_t S_years(const hhp_scheme *scheme) {
  int32_t years = hhp_scheme_nominal_years(scheme);
  return years == HHP_ABSENT ? USUAL_YEARS : years;
}

/* Without a first day, the plan starts in the scheme's last year of commitments. */
static void S_plan_years(cli_building *b, int32_t start) {
  int32_t first = hhp_scheme_gives_to(b->scheme);
  if (first == HHP_ABSENT)
    first = hhp_scheme_gives_from(b->scheme);
  if (start != 0)
    first = start / 10000;
  if (first == HHP_ABSENT)
    return;
  int32_t last = start != 0 ? S_last_day(start, S_years(b->scheme)) / 10000 : first + S_years(b->scheme) - 1;
  if (last > LAST_YEAR) {
    S_keep(b, start != 0 ? HHP_ERR_OVERFLOW : HHP_OK);
    return;
  }
  b->first_year = first;
  b->last_year = last;
}

/* "2026-2029", in b->text; nothing where the years are not known. */
static void S_put_years(cli_building *b) {
  if (b->first_year == 0)
    return;
  put_number(&b->text, b->first_year);
  put(&b->text, "-");
  put_number(&b->text, b->last_year);
}

static const char *S_area_and_years(cli_building *b, const char *area) {
  text_free(&b->text);
  put(&b->text, area);
  put(&b->text, b->first_year == 0 ? "" : " ");
  S_put_years(b);
  return S_done(b, &b->text);
}

static void S_set_id(cli_building *b, const cli_new_plan *wanted) {
  if (wanted->id != NULL) {
    S_keep(b, hhp_plan_set_id(b->plan, wanted->id));
    return;
  }
  if (wanted->title != NULL)
    put_slug(&b->id, wanted->title);
  else if (wanted->area != NULL)
    put_slug(&b->id, S_area_and_years(b, wanted->area));
  if (b->id.length == 0)
    put(&b->id, S_text(b, WORD_PLAN_ID));
  S_keep(b, hhp_plan_set_id(b->plan, S_done(b, &b->id)));
}

static void S_set_title(cli_building *b, const cli_new_plan *wanted) {
  cli_text title = {0};
  if (wanted->title != NULL)
    put(&title, wanted->title);
  else if (wanted->area != NULL)
    S_put_filled(&title, S_text(b, WORD_TITLE_OF), S_area_and_years(b, wanted->area));
  else
    put(&title, S_text(b, WORD_TITLE));
  S_keep(b, hhp_plan_set_title(b->plan, S_done(b, &title)));
  text_free(&title);
}

static void S_set_period(cli_building *b, int32_t start) {
  hhp_period *period = hhp_plan_period(b->plan);
  if (b->first_year == 0)
    return;
  text_free(&b->text);
  S_put_years(b);
  S_keep(b, hhp_period_set_label(period, S_done(b, &b->text)));
  if (start != 0)
    S_keep(b, hhp_period_set_end(period, S_last_day(start, S_years(b->scheme))));
}

static void S_set_heading(cli_building *b, const cli_new_plan *wanted) {
  static const struct {
    hhp_status (*set)(hhp_plan *plan, const char *text);
    example_word word;
  } texts[] = {
      {hhp_plan_set_language, WORD_LANGUAGE}, {hhp_plan_set_vision, WORD_VISION}, {hhp_plan_set_mission, WORD_MISSION},
      {hhp_plan_set_approach, WORD_APPROACH}, {hhp_plan_add_source, WORD_SOURCE},
  };
  char share[HHP_TEXT_SIZE] = "";
  S_set_id(b, wanted);
  S_set_title(b, wanted);
  S_keep(b, hhp_plan_set_kind(b->plan, HHP_PLAN_KIND_BOLIGSOCIAL));
  S_keep(b, hhp_plan_set_status(b->plan, HHP_PLAN_STATUS_DRAFT));
  S_keep(b, hhp_plan_set_scheme(b->plan, hhp_scheme_id(b->scheme)));
  S_keep(b, hhp_plan_set_area(b->plan, wanted->area != NULL ? wanted->area : S_text(b, WORD_AREA)));
  if (wanted->municipality != NULL)
    S_keep(b, hhp_plan_set_municipality_code(b->plan, wanted->municipality));
  for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
    S_keep(b, texts[i].set(b->plan, S_text(b, texts[i].word)));
  S_keep(b, hhp_share_text(hhp_scheme_min_local_bp(b->scheme), WHOLE, b->lang, share, sizeof(share)));
  S_keep(b, hhp_plan_set_summary(b->plan, S_fill(b, WORD_SUMMARY, share)));
  S_set_period(b, wanted->start);
}

static const char *S_add_party(cli_building *b, example_word id, const char *name, int32_t kind) {
  hhp_party *party = NULL;
  S_keep(b, hhp_plan_add_party(b->plan, S_id(b, id), &party));
  S_keep(b, hhp_party_set_name(party, name));
  S_keep(b, hhp_party_set_kind(party, kind));
  return hhp_party_id(party);
}

static void S_add_parties(cli_building *b) {
  const char *authority = hhp_municipality_authority(b->municipality_code);
  b->municipality = S_add_party(b, WORD_MUNICIPALITY_ID, authority != NULL ? authority : S_text(b, WORD_MUNICIPALITY),
                                HHP_PARTY_KIND_MUNICIPALITY);
  b->housing = S_add_party(b, WORD_HOUSING_ID, S_text(b, WORD_HOUSING), HHP_PARTY_KIND_HOUSING_ORGANISATION);
  b->fund = S_add_party(b, WORD_FUND_ID, S_text(b, WORD_FUND), HHP_PARTY_KIND_FUND);
  b->secretariat = S_add_party(b, WORD_SECRETARIAT_ID, S_text(b, WORD_SECRETARIAT), HHP_PARTY_KIND_SECRETARIAT);
}

static void S_add_goal_and_strategy(cli_building *b) {
  hhp_goal *goal = NULL;
  S_keep(b, hhp_plan_add_goal(b->plan, S_id(b, WORD_GOAL_ID), &goal));
  S_keep(b, hhp_goal_set_title(goal, S_text(b, WORD_GOAL)));
  S_keep(b, hhp_goal_set_pursued(goal, 1));
  b->goal = hhp_goal_id(goal);

  hhp_strategy *strategy = NULL;
  S_keep(b, hhp_plan_add_strategy(b->plan, S_id(b, WORD_STRATEGY_ID), &strategy));
  S_keep(b, hhp_strategy_set_title(strategy, S_text(b, WORD_STRATEGY)));
  S_keep(b, hhp_strategy_set_aim(strategy, S_text(b, WORD_STRATEGY_AIM)));
  S_keep(b, hhp_strategy_add_goal(strategy, b->goal));
}

/* Both sign and contribute: a public partner in every activity, and an agreement with all its parties. */
static void S_add_agreement(cli_building *b, const char *id, int32_t kind, const char *title, const char *focus_area) {
  hhp_agreement *agreement = NULL;
  S_keep(b, hhp_plan_add_agreement(b->plan, id, &agreement));
  S_keep(b, hhp_agreement_set_kind(agreement, kind));
  S_keep(b, hhp_agreement_set_title(agreement, title));
  if (focus_area != NULL)
    S_keep(b, hhp_agreement_set_focus_area(agreement, focus_area));
  S_keep(b, hhp_agreement_add_party(agreement, b->municipality));
  S_keep(b, hhp_agreement_add_party(agreement, b->housing));
}

static void S_add_activity(cli_building *b, int32_t number, const char *focus_area, const char *title) {
  hhp_activity *activity = NULL;
  S_keep(b, hhp_plan_add_activity(b->plan, S_id_of(b, WORD_ACTIVITY_ID, number), &activity));
  S_keep(b, hhp_activity_set_title(activity, S_fill(b, WORD_ACTIVITY, title)));
  S_keep(b, hhp_activity_add_focus_area(activity, focus_area));
  S_keep(b, hhp_activity_add_goal(activity, b->goal));
  S_keep(b, hhp_activity_set_purpose(activity, S_text(b, WORD_ACTIVITY_PURPOSE)));
  S_keep(b, hhp_target_group_set_text(hhp_activity_target_group(activity), S_text(b, WORD_ACTIVITY_GROUP)));
  S_keep(b, hhp_activity_add_element(activity, S_text(b, WORD_ACTIVITY_ELEMENT)));
  S_keep(b, hhp_activity_add_party(activity, b->municipality));
  S_keep(b, hhp_activity_add_party(activity, b->housing));
  S_keep(b, hhp_activity_set_lead(activity, b->municipality));
}

static void S_add_area(cli_building *b, int32_t number, const char *code, const char *title) {
  hhp_focus_area *area = NULL;
  int is_plan_id = strcmp(hhp_plan_id(b->plan), code) == 0;
  S_keep(b, hhp_plan_add_focus_area(b->plan, is_plan_id ? S_numbered(b, code) : code, &area));
  S_keep(b, hhp_focus_area_set_code(area, code));
  S_keep(b, hhp_focus_area_set_title(area, title));
  S_keep(b, hhp_focus_area_set_purpose(area, S_fill(b, WORD_FOCUS_PURPOSE, title)));
  S_keep(b, hhp_focus_area_add_sub_goal(area, S_text(b, WORD_FOCUS_SUB_GOAL)));
  S_keep(b, hhp_focus_area_set_open_for_input(area, 1));

  const char *id = hhp_focus_area_id(area);
  S_add_activity(b, number, id, title);
  if (hhp_scheme_requires_sub_agreements(b->scheme))
    S_add_agreement(b, S_id_of(b, WORD_SUB_ID, number), HHP_AGREEMENT_KIND_SUB, S_fill(b, WORD_SUB, title), id);
}

static void S_add_areas(cli_building *b) {
  int32_t number = 0;
  S_add_agreement(b, S_id(b, WORD_STRATEGIC_ID), HHP_AGREEMENT_KIND_STRATEGIC, S_text(b, WORD_STRATEGIC), NULL);
  for (size_t i = 0; i < hhp_scheme_focus_area_count(b->scheme) && number < MOST_AREAS && b->status == HHP_OK; i++) {
    const hhp_scheme_area *area = hhp_scheme_focus_area_at(b->scheme, i);
    const char *title = b->lang == HHP_LANG_DA ? hhp_scheme_area_title_da(area) : hhp_scheme_area_title_en(area);
    const char *code = hhp_scheme_area_code(area);
    S_add_area(b, ++number, code, title != NULL && is_plain(title) ? title : code);
  }
  if (number == 0)
    S_add_area(b, 1, S_id(b, WORD_FOCUS_CODE), S_text(b, WORD_FOCUS));
}

static void S_add_board_member(cli_building *b, const char *party, example_word name, int32_t role) {
  hhp_board_member *member = NULL;
  S_keep(b, hhp_governance_add_board_member(hhp_plan_governance(b->plan), &member));
  S_keep(b, hhp_board_member_set_party(member, party));
  S_keep(b, hhp_board_member_set_name(member, S_text(b, name)));
  S_keep(b, hhp_board_member_set_role(member, role));
}

static void S_add_governance(cli_building *b) {
  hhp_governance *governance = hhp_plan_governance(b->plan);
  S_keep(b, hhp_governance_add_lead(governance, b->secretariat));
  S_keep(b, hhp_governance_set_lead_title(governance, S_text(b, WORD_LEAD_TITLE)));
  S_keep(b, hhp_governance_set_secretariat(governance, b->secretariat));
  if (!hhp_scheme_requires_board(b->scheme))
    return;
  S_add_board_member(b, b->municipality, WORD_BOARD_CHAIR, HHP_BOARD_ROLE_CHAIR);
  S_add_board_member(b, b->housing, WORD_BOARD_MEMBER, HHP_BOARD_ROLE_MEMBER);
}

static void S_add_contribution(cli_building *b, const char *party, int64_t kroner) {
  hhp_contribution *contribution = NULL;
  S_keep(b, hhp_financing_add_contribution(hhp_plan_financing(b->plan), &contribution));
  S_keep(b, hhp_contribution_add_party(contribution, party));
  S_keep(b, hhp_contribution_set_kind(contribution, HHP_CONTRIBUTION_KIND_CASH));
  S_keep(b, hhp_contribution_set_amount(contribution, kroner));
}

/* Divides the ceiling into the largest grant and the local part that it requires. */
static void S_add_amounts(cli_building *b, int64_t local[2]) {
  int32_t share = hhp_scheme_min_local_bp(b->scheme), base = hhp_scheme_base(b->scheme);
  hhp_financing *financing = hhp_plan_financing(b->plan);
  hhp_cofinancing_result r = {0};
  S_keep(b, hhp_cofinancing(b->frame, 0, 0, b->frame, share, base, &r, sizeof(r)));
  int64_t both = b->frame - r.largest_grant_in_frame;
  S_keep(b, hhp_financing_set_frame(financing, b->frame));
  S_keep(b, hhp_grant_set_applied(hhp_financing_grant(financing), r.largest_grant_in_frame));
  local[0] = both - both / 2;
  local[1] = both / 2;
}

/* Without a ceiling no amount is known, and none is invented: an example that stays would read as the plan's own. */
static void S_add_financing(cli_building *b) {
  hhp_financing *financing = hhp_plan_financing(b->plan);
  int64_t local[2] = {HHP_ABSENT, HHP_ABSENT};
  S_keep(b, hhp_financing_set_currency(financing, HHP_CURRENCY_DKK));
  if (b->frame != HHP_ABSENT)
    S_add_amounts(b, local);
  S_keep(b, hhp_grant_set_party(hhp_financing_grant(financing), b->fund));
  S_add_contribution(b, b->municipality, local[0]);
  S_add_contribution(b, b->housing, local[1]);
}

static void S_add_indicator(cli_building *b) {
  hhp_indicator *indicator = NULL;
  S_keep(b, hhp_plan_add_indicator(b->plan, S_id(b, WORD_INDICATOR_ID), &indicator));
  S_keep(b, hhp_indicator_set_title(indicator, S_text(b, WORD_INDICATOR)));
  S_keep(b, hhp_indicator_set_goal(indicator, b->goal));
  S_keep(b, hhp_indicator_set_measure(indicator, HHP_MEASURE_PERCENT));
  S_keep(b, hhp_indicator_set_ascending(indicator, 1));
  S_keep(b, hhp_baseline_set_source(hhp_indicator_baseline(indicator), S_text(b, WORD_INDICATOR_SOURCE)));
}

/* One for each year, due on some day in it. */
static void S_add_milestones(cli_building *b) {
  for (int32_t year = b->first_year; year != 0 && year <= b->last_year && b->status == HHP_OK; year++) {
    hhp_milestone *milestone = NULL;
    cli_text digits = {0};
    put_number(&digits, year);
    S_keep(b, hhp_plan_add_milestone(b->plan, S_id_of(b, WORD_MILESTONE_ID, year), &milestone));
    S_keep(b, hhp_milestone_set_title(milestone, S_fill(b, WORD_MILESTONE, S_done(b, &digits))));
    S_keep(b, hhp_milestone_set_due(milestone, year * 10000));
    text_free(&digits);
  }
}

hhp_status new_plan_build(hhp_plan **plan, const cli_new_plan *wanted) {
  static void (*const steps[])(cli_building * b) = {S_add_parties,    S_add_goal_and_strategy, S_add_areas,
                                                    S_add_governance, S_add_financing,         S_add_indicator,
                                                    S_add_milestones};
  cli_building b = {.scheme = wanted->scheme, .lang = wanted->lang, .frame = wanted->frame};
  b.municipality_code = wanted->municipality;
  b.status = hhp_plan_new(&b.plan);
  if (b.status == HHP_OK) /* no calculation with an invalid date */
    b.status = hhp_period_set_start(hhp_plan_period(b.plan), wanted->start);
  if (b.status == HHP_OK)
    S_plan_years(&b, wanted->start);
  if (b.status == HHP_OK)
    S_set_heading(&b, wanted);
  for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]) && b.status == HHP_OK; i++)
    steps[i](&b);
  text_free(&b.id);
  text_free(&b.text);
  *plan = b.plan;
  return b.status;
}
