/* Match keys and names of entities, and the sections of a diff. */
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/utf8.h"
#include "diff/diff.h"

enum { LONGEST_NAME = 160 }; /* bytes */

/* Fields are numbered from 1, so that omitted ones are 0. */
#define F(e, name) (HHP__##e##_##name + 1)

const hhp__keys hhp__keys_by_entity[HHP__ENTITY_COUNT] = {
    [HHP__E_plan] = {.title = F(plan, title)},
    [HHP__E_party] = {.title = F(party, name)},
    [HHP__E_goal] = {.title = F(goal, title)},
    [HHP__E_strategy] = {.title = F(strategy, title)},
    [HHP__E_work_area] = {.title = F(work_area, title)},
    [HHP__E_focus_area] = {.title = F(focus_area, title)},
    [HHP__E_activity] = {.title = F(activity, title)},
    [HHP__E_agreement] = {.title = F(agreement, title)},
    [HHP__E_indicator] = {.title = F(indicator, title)},
    [HHP__E_milestone] = {.title = F(milestone, title)},
    [HHP__E_continuation] = {.key = {F(continuation, id), F(continuation, title)}},
    [HHP__E_support] = {.key = {F(support, strategy)}},
    [HHP__E_goal_contribution] = {.key = {F(goal_contribution, goal)}},
    [HHP__E_signature] = {.key = {F(signature, party)}},
    [HHP__E_board_member] = {.key = {F(board_member, party), F(board_member, name)}},
    [HHP__E_contribution] = {.key = {F(contribution, parties), F(contribution, kind), F(contribution, year)},
                             .money = F(contribution, amount)},
    [HHP__E_budget_line] = {.key = {F(budget_line, category), F(budget_line, activity), F(budget_line, focus_area),
                                    F(budget_line, year), F(budget_line, party)},
                            .money = F(budget_line, amount),
                            .is_summed = 1},
    [HHP__E_indicator_period] = {.key = {F(indicator_period, start), F(indicator_period, end)}},
    [HHP__E_approval] = {.key = {F(approval, kind), F(approval, body), F(approval, party)}},
    [HHP__E_annual_report] = {.key = {F(annual_report, year)}},
    [HHP__E_waiver] = {.key = {F(waiver, rule), F(waiver, target)}},
};

const hhp__section hhp__sections[HHP__SECTIONS] = {
    {HHP__E_financing, {"Finansiering", "Financing"}},
    {HHP__E_contribution, {"Bidrag", "Contributions"}},
    {HHP__E_budget_line, {"Budgetlinjer", "Budget lines"}},
    {HHP__E_plan, {"Planen som helhed", "The plan as a whole"}},
    {HHP__E_continuation, {"Tidligere planer", "Earlier plans"}},
    {HHP__E_party, {"Parter", "Parties"}},
    {HHP__E_goal, {"Mål", "Goals"}},
    {HHP__E_strategy, {"Strategier", "Strategies"}},
    {HHP__E_work_area, {"Arbejdsområder", "Work areas"}},
    {HHP__E_focus_area, {"Indsatsområder", "Focus areas"}},
    {HHP__E_activity, {"Aktiviteter", "Activities"}},
    {HHP__E_agreement, {"Aftaler", "Agreements"}},
    {HHP__E_governance, {"Ledelse og bestyrelse", "Leadership and board"}},
    {HHP__E_indicator, {"Indikatorer", "Indicators"}},
    {HHP__E_milestone, {"Milepæle", "Milestones"}},
    {HHP__E_approval, {"Godkendelser", "Approvals"}},
    {HHP__E_annual_report, {"Årlige indberetninger", "Annual reports"}},
    {HHP__E_waiver, {"Undtagelser", "Waivers"}},
};

uint8_t hhp__section_of(uint8_t entity, uint8_t outer) {
  for (size_t i = 0; i < HHP__SECTIONS; i++) {
    if (hhp__sections[i].entity == entity)
      return (uint8_t)i;
  }
  return outer;
}

const char *hhp__text_or_default(const hhp__object *object, const hhp__field *field) {
  const char *text = hhp__text_at(object, field);
  return text != NULL ? text : field->fallback_text;
}

int32_t hhp__number_or_default(const hhp__object *object, const hhp__field *field) {
  int32_t number = hhp__number_at(object, field);
  return number != HHP_ABSENT ? number : field->fallback;
}

/* Texts of the model contain no NUL, so NUL ends each part. An absent text differs from "". */
static void S_put_key_part(hhp__buffer *out, const char *text) {
  hhp__putc(out, text == NULL ? '-' : '+');
  hhp__puts(out, text == NULL ? "" : text);
  hhp__putc(out, '\0');
}

static int S_compare_ids(const void *a, const void *b) {
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* References form a set: sorted, without repetitions. */
static void S_put_key_set(hhp__buffer *out, const hhp__list *list) {
  const char **ids = malloc(((size_t)list->count + 1) * sizeof(*ids));
  if (ids == NULL) {
    out->failed = 1;
    return;
  }
  for (uint32_t i = 0; i < list->count; i++)
    ids[i] = list->items[i];
  qsort(ids, list->count, sizeof(*ids), S_compare_ids);
  for (uint32_t i = 0; i < list->count; i++) {
    if (i == 0 || strcmp(ids[i - 1], ids[i]) != 0)
      S_put_key_part(out, ids[i]);
  }
  S_put_key_part(out, NULL);
  free(ids);
}

void hhp__put_key(hhp__buffer *out, const hhp__object *object, const hhp__field *field) {
  switch (field->type) {
  case HHP__ENUM:
  case HHP__BOOL:
  case HHP__INT:
  case HHP__DATE:
    hhp__put_number(out, hhp__number_or_default(object, field));
    hhp__putc(out, '\0');
    break;
  case HHP__KRONER:
    hhp__put_number(out, hhp__kroner_at(object, field));
    hhp__putc(out, '\0');
    break;
  case HHP__TEXTS:
  case HHP__REFS:
    S_put_key_set(out, hhp__list_at(object, field));
    break;
  case HHP__OBJECT:
  case HHP__OBJECTS:
  case HHP__ENTITIES:
    break; /* objects without an id do not contain other objects */
  default:
    S_put_key_part(out, hhp__text_or_default(object, field));
    break;
  }
}

/* Appends a text, truncated with "…" to what the name can still hold. Does not read further than that. */
static void S_put_truncated(hhp__buffer *out, const char *text) {
  static const char more[] = "…";
  size_t left = out->length < LONGEST_NAME ? LONGEST_NAME - out->length : 0;
  const char *end = memchr(text, '\0', left + 1);
  if (end != NULL) {
    hhp__put(out, text, (size_t)(end - text));
    return;
  }
  hhp__put(out, text, hhp__utf8_truncated_length(text, left + 1, left));
  hhp__puts(out, more);
}

/* The title or name of a referenced entity; its id if it is missing or has neither. */
static const char *S_name_of_reference(const hhp__object *object, const hhp__field *field, const char *id) {
  const hhp__object *target = hhp__object_with_id(object, field->target, id);
  uint8_t title = hhp__keys_by_entity[field->target].title;
  if (target == NULL || title == 0)
    return id;
  const char *text = hhp__text_at(target, &hhp__entity_of(target)->fields[title - 1]);
  return text != NULL ? text : id;
}

static void S_put_references(hhp__buffer *out, const hhp__object *object, const hhp__field *field, int32_t lang) {
  const hhp__list *list = hhp__list_at(object, field);
  for (uint32_t i = 0; i < list->count && out->length <= LONGEST_NAME; i++) {
    if (i > 0)
      hhp__puts(out, i + 1 < list->count ? ", " : hhp__in_lang((hhp__phrase){" og ", " and "}, lang));
    S_put_truncated(out, S_name_of_reference(object, field, list->items[i]));
  }
}

static const char *S_enum_word(const hhp__field *field, int32_t number, int32_t lang) {
  const hhp__value *value = hhp__value_of(&hhp__enums[field->target], number);
  return value == NULL ? "" : hhp__in_lang(value->title, lang);
}

static void S_put_name_part(hhp__buffer *out, const hhp__object *object, const hhp__field *field, int32_t lang) {
  char date[HHP__DATE_SIZE];
  switch (field->type) {
  case HHP__ENUM:
    hhp__puts(out, S_enum_word(field, hhp__number_or_default(object, field), lang));
    break;
  case HHP__INT:
    hhp__put_number(out, hhp__number_at(object, field));
    break;
  case HHP__DATE:
    hhp__puts(out, hhp__date_write(hhp__number_at(object, field), date));
    break;
  case HHP__REFS:
    S_put_references(out, object, field, lang);
    break;
  case HHP__REF:
    S_put_truncated(out, S_name_of_reference(object, field, hhp__text_at(object, field)));
    break;
  default:
    S_put_truncated(out, hhp__text_at(object, field));
    break;
  }
}

/* A default is part of a key, but not of a name: a contribution is cash unless stated otherwise. */
void hhp__put_label(hhp__buffer *out, const hhp__object *object, int32_t lang) {
  const hhp__keys *keys = &hhp__keys_by_entity[object->entity];
  const hhp__field *fields = hhp__entity_of(object)->fields;
  if (keys->title != 0 && hhp__is_given(object, &fields[keys->title - 1])) {
    S_put_truncated(out, hhp__text_at(object, &fields[keys->title - 1]));
    return;
  }
  for (size_t i = 0; i < HHP__KEY && keys->key[i] != 0; i++) {
    const hhp__field *field = &fields[keys->key[i] - 1];
    if (!hhp__is_given(object, field))
      continue;
    if (out->length > 0)
      hhp__puts(out, ", ");
    S_put_name_part(out, object, field, lang);
  }
}
