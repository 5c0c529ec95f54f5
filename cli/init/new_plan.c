/* Builds the plan of init: parses the template of the language, and edits what the options and the scheme determine. */
#include "cli/init/new_plan.h"

#include <string.h>

#include "cli/init/plain_text.h"
#include "cli/init/plan_years.h"
#include "cli/init/slug.h"
#include "cli/init/template.h"
#include "cli/print/lang.h"

enum { LONGEST_ID = 64 };

/* A plan being built. After the first failure, further calls do nothing. */
typedef struct cli_building {
  const cli_new_plan *wanted;
  const hhp_scheme *scheme;
  hhp_plan *plan;
  hhp_status status;
  cli_text plan_id;
  cli_plan_years years;
  cli_text id, text; /* scratch buffers */
} cli_building;

static void S_keep_status(cli_building *b, hhp_status status) {
  if (b->status == HHP_OK)
    b->status = status;
}

static const char *S_text_of(cli_building *b, const cli_text *text) {
  S_keep_status(b, text->failed ? HHP_ERR_NOMEM : HHP_OK);
  return text_of(text);
}

/* The text with its first `old` replaced. Valid until the next call. */
static const char *S_with_replaced(cli_building *b, const char *text, const char *old, const char *new) {
  const char *found = strstr(text, old);
  text_free(&b->text);
  put_bytes(&b->text, text, found == NULL ? strlen(text) : (size_t)(found - text));
  put(&b->text, found == NULL ? "" : new);
  put(&b->text, found == NULL ? "" : found + strlen(old));
  return S_text_of(b, &b->text);
}

/* --- Ids --- */

/* Whether the template has the id, apart from those of focus areas, activities and milestones, which are edited
 * anyway. */
static int S_is_in_template(const hhp_plan *plan, const char *id) {
  return hhp_plan_find_party(plan, id) != NULL || hhp_plan_find_goal(plan, id) != NULL ||
         hhp_plan_find_strategy(plan, id) != NULL || hhp_plan_find_agreement(plan, id) != NULL ||
         hhp_plan_find_indicator(plan, id) != NULL;
}

/* Ids are unique in a plan, including the codes of the scheme, which become ids. */
static int S_is_taken(const cli_building *b, const char *id) {
  const hhp_plan *plan = b->plan;
  for (size_t i = 0; i < hhp_scheme_focus_area_count(b->scheme); i++) {
    if (strcmp(hhp_scheme_area_code(hhp_scheme_focus_area_at(b->scheme, i)), id) == 0)
      return 1;
  }
  return strcmp(text_of(&b->plan_id), id) == 0 || S_is_in_template(plan, id) ||
         hhp_plan_find_focus_area(plan, id) != NULL || hhp_plan_find_activity(plan, id) != NULL ||
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
    if (!S_is_taken(b, S_text_of(b, &b->id)))
      break;
  }
  return text_of(&b->id);
}

static const char *S_unique(cli_building *b, const char *id) {
  return S_is_taken(b, id) ? S_numbered(b, id) : id;
}

static void S_parse_template(cli_building *b, const char *template, size_t length) {
  hhp_plan_free(b->plan);
  b->plan = NULL;
  S_keep_status(b, hhp_plan_parse(&b->plan, template, length, NULL));
}

/* If the template has the id, renames it there, with the references to it. */
static void S_rename(cli_building *b, cli_text *template, const char *id) {
  cli_text renamed = {0};
  if (b->status != HHP_OK || !S_is_in_template(b->plan, id))
    return;
  put_renamed(&renamed, text_of(template), id, S_numbered(b, id));
  text_free(template);
  *template = renamed;
  S_keep_status(b, renamed.failed ? HHP_ERR_NOMEM : HHP_OK);
  if (b->status == HHP_OK)
    S_parse_template(b, text_of(template), template->length);
}

/* --- Period --- */

/* "2026-2029"; nothing if the years are not known. */
static void S_put_first_and_last_year(const cli_building *b, cli_text *out) {
  if (b->years.first == 0)
    return;
  put_number(out, b->years.first);
  put(out, "-");
  put_number(out, b->years.last);
}

static void S_put_area_and_years(const cli_building *b, cli_text *out) {
  put(out, b->wanted->area);
  put(out, b->years.first == 0 ? "" : " ");
  S_put_first_and_last_year(b, out);
}

/* The template's first milestone. */
typedef struct cli_milestone_form {
  const char *id, *title;
  int32_t year; /* occurs in both */
} cli_milestone_form;

static void S_remove_milestones(cli_building *b, cli_milestone_form *form) {
  hhp_milestone *milestone = hhp_plan_milestone_at(b->plan, 0);
  form->id = hhp_milestone_id(milestone);
  form->title = hhp_milestone_title(milestone);
  form->year = hhp_milestone_due(milestone) / 10000;
  for (; milestone != NULL && b->status == HHP_OK; milestone = hhp_plan_milestone_at(b->plan, 0))
    S_keep_status(b, hhp_plan_remove_milestone(b->plan, milestone));
}

static void S_edit_period(cli_building *b) {
  hhp_period *period = hhp_plan_period(b->plan);
  int32_t start = b->wanted->start;
  cli_text label = {0};
  S_put_first_and_last_year(b, &label);
  S_keep_status(b, hhp_period_set_start(period, start));
  S_keep_status(b, hhp_period_set_label(period, b->years.first == 0 ? NULL : S_text_of(b, &label)));
  if (start != 0)
    S_keep_status(b, hhp_period_set_end(period, b->years.last_day));
  text_free(&label);
}

/* One milestone a year, due on some day in it, with the title of the template's first. */
static void S_add_milestones(cli_building *b, const cli_milestone_form *form) {
  cli_text old = {0};
  put_number(&old, form->year);
  for (int32_t year = b->years.first; year != 0 && year <= b->years.last && b->status == HHP_OK; year++) {
    hhp_milestone *milestone = NULL;
    cli_text new = {0}, id = {0};
    put_number(&new, year);
    put(&id, S_with_replaced(b, form->id, S_text_of(b, &old), S_text_of(b, &new)));
    S_keep_status(b, hhp_plan_add_milestone(b->plan, S_unique(b, S_text_of(b, &id)), &milestone));
    S_keep_status(b, hhp_milestone_set_title(milestone, S_with_replaced(b, form->title, text_of(&old), text_of(&new))));
    S_keep_status(b, hhp_milestone_set_due(milestone, year * 10000));
    text_free(&new);
    text_free(&id);
  }
  text_free(&old);
}

/* --- Heading --- */

static void S_choose_id(cli_building *b) {
  cli_text area = {0};
  if (b->wanted->id != NULL) {
    put(&b->plan_id, b->wanted->id);
  } else if (b->wanted->title != NULL) {
    put_slug(&b->plan_id, b->wanted->title);
  } else if (b->wanted->area != NULL) {
    S_put_area_and_years(b, &area);
    put_slug(&b->plan_id, S_text_of(b, &area));
  }
  if (b->plan_id.length == 0 && b->wanted->id == NULL)
    put(&b->plan_id, hhp_plan_id(b->plan));
  S_text_of(b, &b->plan_id);
  text_free(&area);
}

static void S_edit_title(cli_building *b) {
  cli_text title = {0};
  if (b->wanted->title == NULL && b->wanted->area == NULL)
    return;
  if (b->wanted->title != NULL) {
    put(&title, b->wanted->title);
  } else {
    put(&title, in_lang(b->wanted->lang, "Boligsocial helhedsplan for ", "Social development plan for "));
    S_put_area_and_years(b, &title);
  }
  S_keep_status(b, hhp_plan_set_title(b->plan, S_text_of(b, &title)));
  text_free(&title);
}

static void S_edit_required_share(cli_building *b) {
  const hhp_scheme *of_template = hhp_scheme_find(hhp_plan_scheme(b->plan));
  char old[HHP_TEXT_SIZE] = "", new[HHP_TEXT_SIZE] = "";
  S_keep_status(b, hhp_limit_text(hhp_scheme_min_local_bp(of_template), b->wanted->lang, old, sizeof(old)));
  S_keep_status(b, hhp_limit_text(hhp_scheme_min_local_bp(b->scheme), b->wanted->lang, new, sizeof(new)));
  S_keep_status(b, hhp_plan_set_summary(b->plan, S_with_replaced(b, hhp_plan_summary(b->plan), old, new)));
}

static void S_edit_heading(cli_building *b) {
  const cli_new_plan *wanted = b->wanted;
  S_keep_status(b, hhp_plan_set_id(b->plan, text_of(&b->plan_id)));
  S_edit_title(b);
  S_edit_required_share(b);
  S_keep_status(b, hhp_plan_set_scheme(b->plan, hhp_scheme_id(b->scheme)));
  if (wanted->area != NULL)
    S_keep_status(b, hhp_plan_set_area(b->plan, wanted->area));
  if (wanted->municipality == NULL)
    return;
  S_keep_status(b, hhp_plan_set_municipality_code(b->plan, wanted->municipality));
  for (size_t i = 0; i < hhp_plan_party_count(b->plan); i++) {
    hhp_party *party = hhp_plan_party_at(b->plan, i);
    if (hhp_party_kind(party) == HHP_PARTY_KIND_MUNICIPALITY)
      S_keep_status(b, hhp_party_set_name(party, hhp_municipality_authority(wanted->municipality)));
  }
}

/* --- Focus areas --- */

enum { TEMPLATE_AREAS = 3 }; /* each with an activity and a sub-agreement, in the same order */

/* A focus area of the template, and what belongs to it. */
typedef struct cli_section {
  hhp_focus_area *area;
  hhp_activity *activity;
  hhp_agreement *agreement;
  const char *title, *activity_id, *agreement_id; /* in the template */
} cli_section;

/* Removes the ids, so that the plan and its focus areas can get any id. */
static void S_take_sections(cli_building *b, cli_section sections[TEMPLATE_AREAS]) {
  size_t agreements = 0;
  for (size_t i = 0; i < TEMPLATE_AREAS; i++) {
    cli_section *s = &sections[i];
    *s = (cli_section){.area = hhp_plan_focus_area_at(b->plan, i), .activity = hhp_plan_activity_at(b->plan, i)};
    do
      s->agreement = hhp_plan_agreement_at(b->plan, agreements++);
    while (s->agreement != NULL && hhp_agreement_kind(s->agreement) != HHP_AGREEMENT_KIND_SUB);
    s->title = hhp_focus_area_title(s->area);
    s->activity_id = hhp_activity_id(s->activity);
    s->agreement_id = hhp_agreement_id(s->agreement);
    S_keep_status(b, hhp_focus_area_set_id(s->area, NULL));
    S_keep_status(b, hhp_activity_set_id(s->activity, NULL));
    S_keep_status(b, hhp_agreement_set_id(s->agreement, NULL));
  }
}

static void S_edit_section(cli_building *b, const cli_section *s, const char *code, const char *title) {
  int is_plan_id = strcmp(text_of(&b->plan_id), code) == 0;
  S_keep_status(b, hhp_focus_area_set_id(s->area, is_plan_id ? S_numbered(b, code) : code));
  S_keep_status(b, hhp_focus_area_set_code(s->area, code));
  S_keep_status(b, hhp_focus_area_set_title(s->area, title));
  S_keep_status(
      b, hhp_focus_area_set_purpose(s->area, S_with_replaced(b, hhp_focus_area_purpose(s->area), s->title, title)));

  S_keep_status(b, hhp_activity_set_id(s->activity, S_unique(b, s->activity_id)));
  S_keep_status(
      b, hhp_activity_set_title(s->activity, S_with_replaced(b, hhp_activity_title(s->activity), s->title, title)));
  S_keep_status(b, hhp_activity_remove_focus_area(s->activity, 0));
  S_keep_status(b, hhp_activity_add_focus_area(s->activity, hhp_focus_area_id(s->area)));
  if (!hhp_scheme_requires_sub_agreements(b->scheme)) {
    S_keep_status(b, hhp_plan_remove_agreement(b->plan, s->agreement));
    return;
  }
  S_keep_status(b, hhp_agreement_set_id(s->agreement, S_unique(b, s->agreement_id)));
  S_keep_status(
      b, hhp_agreement_set_title(s->agreement, S_with_replaced(b, hhp_agreement_title(s->agreement), s->title, title)));
  S_keep_status(b, hhp_agreement_set_focus_area(s->agreement, hhp_focus_area_id(s->area)));
}

static void S_remove_section(cli_building *b, const cli_section *s) {
  S_keep_status(b, hhp_plan_remove_focus_area(b->plan, s->area));
  S_keep_status(b, hhp_plan_remove_activity(b->plan, s->activity));
  S_keep_status(b, hhp_plan_remove_agreement(b->plan, s->agreement));
}

/* The first areas of the scheme; one to fill in if it has none. */
static void S_edit_sections(cli_building *b, const cli_section sections[TEMPLATE_AREAS]) {
  size_t count = hhp_scheme_focus_area_count(b->scheme);
  for (size_t i = 0; i < TEMPLATE_AREAS && b->status == HHP_OK; i++) {
    const hhp_scheme_area *area = hhp_scheme_focus_area_at(b->scheme, i);
    int32_t lang = b->wanted->lang;
    if (area != NULL) {
      const char *title = in_lang(lang, hhp_scheme_area_title_da(area), hhp_scheme_area_title_en(area));
      const char *code = hhp_scheme_area_code(area);
      S_edit_section(b, &sections[i], code, title != NULL && is_plain_text(title) ? title : code);
    } else if (count == 0 && i == 0) {
      cli_text code = {0};
      put(&code, S_unique(b, in_lang(lang, "indsatsomraade", "focus-area")));
      S_edit_section(b, &sections[i], S_text_of(b, &code),
                     in_lang(lang, "Udfyld: indsatsområdets navn", "Fill in: the focus area's name"));
      text_free(&code);
    } else {
      S_remove_section(b, &sections[i]);
    }
  }
}

/* --- Board and amounts --- */

static void S_edit_board(cli_building *b) {
  hhp_governance *governance = hhp_plan_governance(b->plan);
  hhp_board_member *member;
  if (hhp_scheme_requires_board(b->scheme))
    return;
  while ((member = hhp_governance_board_member_at(governance, 0)) != NULL && b->status == HHP_OK)
    S_keep_status(b, hhp_governance_remove_board_member(governance, member));
}

/* Divides the ceiling into the largest grant and the local part that it requires. Without a ceiling no amount is known,
 * and none is invented: an example that stays would read as the plan's own. */
static void S_edit_amounts(cli_building *b) {
  int64_t frame = b->wanted->frame;
  hhp_financing *financing = hhp_plan_financing(b->plan);
  hhp_cofinancing_result r = {0};
  if (frame == HHP_ABSENT)
    return;
  S_keep_status(b, hhp_cofinancing(frame, 0, 0, frame, hhp_scheme_min_local_bp(b->scheme), hhp_scheme_base(b->scheme),
                                   &r, sizeof(r)));
  int64_t both = frame - r.largest_grant_in_frame;
  S_keep_status(b, hhp_financing_set_frame(financing, frame));
  S_keep_status(b, hhp_grant_set_applied(hhp_financing_grant(financing), r.largest_grant_in_frame));
  S_keep_status(b, hhp_contribution_set_amount(hhp_financing_contribution_at(financing, 0), both - both / 2));
  S_keep_status(b, hhp_contribution_set_amount(hhp_financing_contribution_at(financing, 1), both / 2));
}

static void S_edit(cli_building *b) {
  cli_section sections[TEMPLATE_AREAS];
  cli_milestone_form milestone;
  S_take_sections(b, sections);
  S_remove_milestones(b, &milestone);
  S_edit_heading(b);
  S_edit_period(b);
  S_edit_sections(b, sections);
  S_edit_board(b);
  S_edit_amounts(b);
  S_add_milestones(b, &milestone);
}

/* Parses the template, with the ids renamed that the plan and its focus areas need. */
static void S_load_template(cli_building *b) {
  cli_text template = {0};
  put_template(&template, b->wanted->lang);
  S_parse_template(b, S_text_of(b, &template), template.length);
  if (b->status == HHP_OK) /* no calculation with an invalid date */
    S_keep_status(b, hhp_period_set_start(hhp_plan_period(b->plan), b->wanted->start));
  if (b->status == HHP_OK)
    S_keep_status(b, plan_years_find(&b->years, b->scheme, b->wanted->start));
  if (b->status == HHP_OK)
    S_choose_id(b);
  S_rename(b, &template, text_of(&b->plan_id));
  for (size_t i = 0; i < hhp_scheme_focus_area_count(b->scheme); i++)
    S_rename(b, &template, hhp_scheme_area_code(hhp_scheme_focus_area_at(b->scheme, i)));
  text_free(&template);
}

hhp_status new_plan_build(hhp_plan **plan, const cli_new_plan *wanted) {
  cli_building b = {.wanted = wanted, .scheme = wanted->scheme};
  S_load_template(&b);
  if (b.status == HHP_OK)
    S_edit(&b);
  text_free(&b.plan_id);
  text_free(&b.id);
  text_free(&b.text);
  *plan = b.plan;
  return b.status;
}

const char *new_plan_mark(int32_t lang) {
  return in_lang(lang, "Udfyld:", "Fill in:");
}
