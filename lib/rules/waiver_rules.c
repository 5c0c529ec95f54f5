/* HP701-HP703: what is wrong with the waivers themselves. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "core/text.h"
#include "rules/period.h"
#include "rules/waivers.h"

/* Where a waiver stands; one of the options stands nowhere, and is told of at the plan. */
static hhp_finding *S_tell(hhp__check *check, hhp__message message, const hhp__waiver *waiver,
                           const hhp__field *field) {
  hhp__spot spot = hhp__whole(check->plan);
  if (waiver->given != NULL)
    spot = field == NULL ? hhp__whole(waiver->given) : hhp__field_of(waiver->given, field);
  hhp_finding *finding = hhp__find_at(check, message, spot);
  const char *rule = waiver->given != NULL ? waiver->given->rule : hhp_rule_id(waiver->rule);
  hhp__arg_text(finding, "rule", rule, strlen(rule));
  if (waiver->target != NULL)
    hhp__arg_text(finding, "target", waiver->target, strlen(waiver->target));
  return finding;
}

void hhp__rule_waiver_expired(hhp__check *check) {
  const hhp__list *waivers = &check->waivers->all;
  for (uint32_t i = 0; i < waivers->count; i++) {
    const hhp__waiver *waiver = waivers->items[i];
    if (!hhp__can_be_waived(waiver->rule) || !hhp__is_waiver_expired(check, waiver))
      continue;
    hhp_finding *finding = S_tell(check, HHP__M_WAIVER_EXPIRED, waiver, HHP__FIELD(waiver, until));
    hhp__arg_date(finding, "until", waiver->until);
    hhp__arg_date(finding, "today", check->today);
  }
}

static int S_is_label_backwards(const hhp_period *period) {
  int32_t first, last;
  hhp__label_years(period->label, &first, &last);
  return first > last;
}

/* Whether HP501 tells of the dates, or of the label in place of one that is not given. */
static int S_is_period_backwards(const hhp_period *period) {
  int rests_on_label = period->start == 0 || period->end == 0;
  return hhp__is_backwards(period->start, period->end) || (rests_on_label && S_is_label_backwards(period));
}

/* Whether the rule says nothing in this check because another speaks (HP211, HP406, HP414, HP501, HP502), or for want of a
 * today. A waiver of it waits then, as it does while its rule is off, and is not unused. */
static int S_gives_way(const hhp__check *check, const hhp_rule *rule) {
  const hhp_plan *plan = check->plan;
  int32_t first, last;
  switch (rule->number) {
  case 301:
    return plan->focus_areas.count == 0 && hhp__is_on(check, HHP__M_NO_FOCUS_AREA);
  case 401:
  case 402:
  case 403:
  case 405:
  case 409:
    return !check->sums.has_grant || check->sums.has_overflowed;
  case 502:
    return S_is_period_backwards(plan->period) || S_is_label_backwards(plan->period);
  case 510:
    if (plan->prequalified_on != 0)
      return 0;
    /* fall through */
  case 503:
  case 505:
    return hhp__is_period_doubtful(plan) || S_is_period_backwards(plan->period);
  case 412:
  case 506:
  case 507:
  case 508:
    return S_is_period_backwards(plan->period);
  case 604:
    if (check->today == 0)
      return 1;
    /* fall through */
  case 509:
    hhp__counted_years(plan, &first, &last);
    return first == 0;
  default:
    return 0;
  }
}

static int S_is_unused(const hhp__check *check, const hhp__waiver *waiver) {
  return !waiver->is_used && hhp__is_waiver_in_force(check, waiver) &&
         hhp__rule_severity(check, waiver->rule) != HHP_SEVERITY_OFF && !S_gives_way(check, waiver->rule);
}

/* Whether the pointer leads to a value, or to where one could stand. */
static int S_leads_somewhere(const hhp_plan *plan, const char *pointer) {
  const hhp__object *object = &plan->object;
  while (*pointer == '/') {
    size_t length = strcspn(++pointer, "/");
    const hhp__field *field = hhp__field_named(hhp__entity_of(object), pointer, length, 0);
    pointer += length;
    if (field == NULL || *pointer == '\0')
      return field != NULL;
    if (field->type == HHP__OBJECT) {
      object = hhp__object_at(object, field);
      continue;
    }
    if (field->type < HHP__TEXTS)
      return 0;
    const hhp__list *list = hhp__list_at(object, field);
    char *end;
    errno = 0;
    unsigned long index = strtoul(pointer + 1, &end, 10);
    if (pointer[1] < '0' || pointer[1] > '9' || errno != 0 || index >= list->count)
      return 0;
    pointer = end;
    if (!hhp__is_list_of_objects(field))
      return *pointer == '\0';
    object = list->items[index];
  }
  return *pointer == '\0';
}

/* The id that may be meant; none has just that. */
static const char *S_meant_id(hhp__check *check, const char *id) {
  hhp__nearest nearest = hhp__nearest_to(id, strlen(id));
  const hhp__entity *entity = hhp__entity_of(&check->plan->object);
  for (size_t i = 0; i < entity->field_count; i++) {
    if (entity->fields[i].type != HHP__ENTITIES)
      continue;
    const hhp__list *list = hhp__list_at(&check->plan->object, &entity->fields[i]);
    for (uint32_t k = 0; k < list->count && check->suggestions > 0; k++, check->suggestions--) {
      const char *other = hhp__id_of(list->items[k]);
      hhp__consider(&nearest, other, strlen(other), other);
    }
  }
  return nearest.meant;
}

static void S_tell_target(hhp__check *check, const hhp__waiver *waiver) {
  int is_pointer = hhp__is_waiver_pointer(waiver->target);
  const char *meant = is_pointer ? NULL : S_meant_id(check, waiver->target);
  hhp__message message = meant == NULL ? HHP__M_WAIVER_TARGET : HHP__M_WAIVER_TARGET_MEANT;
  hhp_finding *finding = S_tell(check, message, waiver, HHP__FIELD(waiver, target));
  if (meant != NULL)
    hhp__arg_text(finding, "suggestion", meant, strlen(meant));
}

static int S_is_target_known(hhp__check *check, const char *target) {
  if (hhp__is_waiver_pointer(target))
    return target == NULL || S_leads_somewhere(check->plan, target);
  return hhp__index_get(&check->plan->object.document->ids, target, strlen(target)) != NULL;
}

/* Findings that the report had no room for may be what a waiver is for. */
void hhp__rule_waiver_unused(hhp__check *check) {
  const hhp__list *waivers = &check->waivers->all;
  if (hhp_report_omitted_count(check->report) > 0)
    return;
  for (uint32_t i = 0; i < waivers->count; i++) {
    const hhp__waiver *waiver = waivers->items[i];
    if (!S_is_unused(check, waiver))
      continue;
    int has_target = waiver->target != NULL && waiver->target[0] != '\0';
    if (!S_is_target_known(check, waiver->target))
      S_tell_target(check, waiver);
    else
      S_tell(check, has_target ? HHP__M_WAIVER_UNUSED_THERE : HHP__M_WAIVER_UNUSED, waiver, NULL);
  }
}

static const char *S_meant_rule(hhp__check *check, const char *id) {
  const hhp_rule *of_slug = hhp_rule_find(id);
  if (of_slug != NULL)
    return hhp__can_be_waived(of_slug) ? hhp_rule_id(of_slug) : NULL;
  hhp__nearest nearest = hhp__nearest_to(id, strlen(id));
  for (size_t i = 0; i < hhp_rule_count() && check->suggestions > 0; i++, check->suggestions--) {
    const hhp_rule *rule = hhp_rule_at(i);
    if (hhp__can_be_waived(rule))
      hhp__consider(&nearest, hhp_rule_id(rule), strlen(hhp_rule_id(rule)), hhp_rule_id(rule));
  }
  return nearest.meant;
}

void hhp__rule_waiver_invalid(hhp__check *check) {
  const hhp__list *waivers = &check->waivers->all;
  for (uint32_t i = 0; i < waivers->count; i++) {
    const hhp__waiver *waiver = waivers->items[i];
    if (hhp__can_be_waived(waiver->rule))
      continue;
    const char *meant = waiver->rule == NULL ? S_meant_rule(check, waiver->given->rule) : NULL;
    hhp__message message = waiver->rule != NULL ? HHP__M_WAIVER_FORBIDDEN
                           : meant != NULL      ? HHP__M_WAIVER_UNKNOWN_MEANT
                                                : HHP__M_WAIVER_UNKNOWN;
    hhp_finding *finding = S_tell(check, message, waiver, HHP__FIELD(waiver, rule));
    if (meant != NULL)
      hhp__arg_text(finding, "suggestion", meant, strlen(meant));
  }
}
