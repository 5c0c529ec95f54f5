/* HP701-HP703: errors in the waivers themselves. */
#include <string.h>

#include "base/kroner.h"
#include "base/nearest.h"
#include "rules/period.h"
#include "rules/suggest_ids.h"
#include "rules/waivers.h"

/* Reports at the waiver; for a waiver of the options, which is not in the plan, at the plan. */
static hhp_finding *S_report_waiver(hhp__check *check, hhp__message message, const hhp__waiver *waiver,
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
    hhp_finding *finding = S_report_waiver(check, HHP__M_WAIVER_EXPIRED, waiver, HHP__FIELD(waiver, until));
    hhp__arg_date(finding, "until", waiver->until);
    hhp__arg_date(finding, "today", check->today);
  }
}

static int S_has_no_areas(const hhp__check *check) {
  return check->plan->focus_areas.count == 0 && hhp__is_on(check, HHP__M_NO_FOCUS_AREA); /* HP211 reports it */
}

static int S_has_no_goals(const hhp__check *check) {
  return check->plan->goals.count == 0 && hhp__is_on(check, HHP__M_NO_GOALS); /* HP201 */
}

static int S_has_invalid_ages(const hhp__check *check) {
  for (uint32_t i = 0; i < check->plan->activities.count; i++) {
    if (!hhp__has_valid_ages(((const hhp_activity *)check->plan->activities.items[i])->target_group))
      return 1; /* HP304 */
  }
  return 0;
}

static int S_has_activity_outside(const hhp__check *check) {
  hhp__span plan = hhp__plan_span(check->plan);
  for (uint32_t i = 0; i < check->plan->activities.count; i++) {
    const hhp_activity *activity = check->plan->activities.items[i];
    hhp__span span = hhp__span_of(activity->start, activity->end);
    if (span.first > plan.last || span.last < plan.first)
      return 1; /* HP506 */
  }
  return 0;
}

static int S_has_strategic_without_parties(const hhp__check *check) {
  for (uint32_t i = 0; i < check->plan->agreements.count; i++) {
    const hhp_agreement *agreement = check->plan->agreements.items[i];
    if (agreement->kind == HHP_AGREEMENT_KIND_STRATEGIC && agreement->parties.count == 0)
      return 1; /* HP323 */
  }
  return 0;
}

/* HP406, HP416 and HP414 */
static int S_has_no_share(const hhp__check *check) {
  return hhp__is_open(&check->sums) || check->sums.total == 0 || check->sums.has_overflowed;
}

static int S_has_no_value(const hhp__check *check) {
  const hhp__list *contributions = &check->plan->financing->contributions;
  int64_t value;
  for (uint32_t i = 0; i < contributions->count; i++) {
    const hhp_contribution *c = contributions->items[i];
    if (c->hours != HHP_ABSENT && c->rate != HHP_ABSENT && hhp__multiply(c->hours, c->rate, &value) != 0)
      return 1; /* HP414 */
  }
  return 0;
}

static int S_is_label_backwards(const hhp__check *check) {
  int32_t first, last;
  hhp__label_years(check->plan->period->label, &first, &last);
  return first > last;
}

/* HP501 reports the dates, or the label in place of a missing one. */
static int S_is_period_backwards(const hhp__check *check) {
  const hhp_period *period = check->plan->period;
  int rests_on_label = period->start == 0 || period->end == 0;
  return hhp__is_backwards(period->start, period->end) || (rests_on_label && S_is_label_backwards(check));
}

static int S_cannot_mismatch(const hhp__check *check) {
  return S_is_period_backwards(check) || S_is_label_backwards(check);
}

static int S_is_in_doubt(const hhp__check *check) {
  return S_is_period_backwards(check) || hhp__is_period_doubtful(check->plan); /* HP502 */
}

static int S_has_no_year(const hhp__check *check) {
  return check->plan->prequalified_on == 0 && S_is_in_doubt(check);
}

static int S_counts_no_years(const hhp__check *check) {
  int32_t first, last;
  hhp__counted_years(check->plan, &first, &last);
  return first == 0; /* HP501, HP502, HP503 */
}

static int S_counts_no_closed_years(const hhp__check *check) {
  return check->today == 0 || S_counts_no_years(check);
}

static int S_has_report_ahead(const hhp__check *check) {
  for (uint32_t i = 0; i < check->plan->reports.count; i++) {
    if (hhp__is_ahead(check, ((const hhp_annual_report *)check->plan->reports.items[i])->submitted_on))
      return 1; /* HP604 */
  }
  return 0;
}

/* When a rule reports nothing because another rule does, or because today is not given. Its waivers are not unused
 * then, as when the rule is off. */
static const struct {
  int number;
  int (*is_silent)(const hhp__check *check);
} S_silent_rules[] = {
    {202, S_has_no_goals},
    {301, S_has_no_areas},
    {305, S_has_invalid_ages},
    {321, S_has_activity_outside},
    {325, S_has_strategic_without_parties},
    {401, S_has_no_share},
    {402, S_has_no_share},
    {403, S_has_no_share},
    {405, S_has_no_share},
    {409, S_has_no_share},
    {410, S_has_no_value},
    {412, S_is_period_backwards},
    {502, S_cannot_mismatch},
    {503, S_is_in_doubt},
    {505, S_is_in_doubt},
    {506, S_is_period_backwards},
    {507, S_is_period_backwards},
    {508, S_is_period_backwards},
    {509, S_counts_no_years},
    {510, S_has_no_year},
    {604, S_counts_no_closed_years},
    {605, S_has_report_ahead},
};

enum { SILENT_RULES = sizeof(S_silent_rules) / sizeof(S_silent_rules[0]) };

/* Asked once for each rule, however many waivers it has. */
typedef struct {
  const hhp__check *check;
  enum { NOT_ASKED, SILENT, NOT_SILENT } of[SILENT_RULES];
} S_silence;

static int S_is_silent(S_silence *silence, const hhp_rule *rule) {
  size_t i = 0;
  while (i < SILENT_RULES && S_silent_rules[i].number != rule->number)
    i++;
  if (i == SILENT_RULES)
    return 0;
  if (silence->of[i] == NOT_ASKED)
    silence->of[i] = S_silent_rules[i].is_silent(silence->check) ? SILENT : NOT_SILENT;
  return silence->of[i] == SILENT;
}

static int S_is_unused(S_silence *silence, const hhp__waiver *waiver) {
  return !waiver->is_used && hhp__is_waiver_in_force(silence->check, waiver) &&
         hhp__rule_severity(silence->check, waiver->rule) != HHP_SEVERITY_OFF && !S_is_silent(silence, waiver->rule);
}

/* Parses the array index at the start of a reference token (RFC 6901) and advances past it; -1 if there is none. */
static int64_t S_read_index(const char **pointer) {
  size_t length = strspn(*pointer, "0123456789");
  if (length < 1 || length > 10 || (length > 1 && **pointer == '0'))
    return -1;
  int64_t index = 0;
  for (const char *end = *pointer + length; *pointer < end; ++*pointer)
    index = index * 10 + (**pointer - '0');
  return index;
}

/* The object that an index into a list refers to; NULL if there is none. */
static const hhp__object *S_element(const hhp__object *object, const hhp__field *field, const char **pointer) {
  const hhp__list *list = hhp__list_at(object, field);
  ++*pointer;
  int64_t index = S_read_index(pointer);
  if (index < 0 || index >= list->count || (**pointer != '\0' && **pointer != '/'))
    return NULL;
  if (hhp__is_list_of_objects(field))
    return list->items[index];
  return **pointer == '\0' ? object : NULL; /* a text has no members */
}

/* Whether the pointer refers to a value, or to a member that could be added. */
static int S_leads_somewhere(const hhp_plan *plan, const char *pointer) {
  const hhp__object *object = &plan->object;
  while (object != NULL && *pointer == '/') {
    size_t length = strcspn(++pointer, "/");
    const hhp__field *field = hhp__field_named(hhp__entity_of(object), pointer, length, 0);
    pointer += length;
    if (field == NULL || *pointer == '\0')
      return field != NULL;
    if (field->type == HHP__OBJECT)
      object = hhp__object_at(object, field);
    else
      object = hhp__is_list(field) ? S_element(object, field, &pointer) : NULL;
  }
  return object != NULL && *pointer == '\0';
}

/* The most similar id; none is equal. */
static const char *S_meant_id(hhp__check *check, const char *id) {
  hhp__nearest nearest = hhp__nearest_to(id, strlen(id));
  for (int entity = 0; entity < HHP__ENTITY_COUNT; entity++) {
    const hhp__list *list = hhp__objects_of(check, (uint8_t)entity);
    for (uint32_t k = 0; list != NULL && k < list->count && check->suggestions > 0; k++, check->suggestions--) {
      const char *other = hhp__id_of(list->items[k]);
      hhp__consider(&nearest, other, strlen(other), other);
    }
  }
  return nearest.meant;
}

static void S_report_target(hhp__check *check, const hhp__waiver *waiver) {
  int is_pointer = hhp__is_waiver_pointer(waiver->target);
  const char *meant = is_pointer ? NULL : S_meant_id(check, waiver->target);
  hhp__message message = meant == NULL ? HHP__M_WAIVER_TARGET : HHP__M_WAIVER_TARGET_MEANT;
  hhp_finding *finding = S_report_waiver(check, message, waiver, HHP__FIELD(waiver, target));
  if (meant != NULL)
    hhp__arg_text(finding, "suggestion", meant, strlen(meant));
}

static int S_is_target_known(hhp__check *check, const char *target) {
  if (target == NULL)
    return 1;
  if (hhp__is_waiver_pointer(target))
    return S_leads_somewhere(check->plan, target);
  return hhp__index_get(&check->plan->object.document->ids, target, strlen(target)) != NULL;
}

/* A waiver may apply to findings that the report omitted. */
void hhp__rule_waiver_unused(hhp__check *check) {
  const hhp__list *waivers = &check->waivers->all;
  S_silence silence = {.check = check};
  if (hhp_report_omitted_count(check->report) > 0)
    return;
  for (uint32_t i = 0; i < waivers->count; i++) {
    const hhp__waiver *waiver = waivers->items[i];
    if (!S_is_unused(&silence, waiver))
      continue;
    int has_target = waiver->target != NULL && waiver->target[0] != '\0';
    if (!S_is_target_known(check, waiver->target))
      S_report_target(check, waiver);
    else
      S_report_waiver(check, has_target ? HHP__M_WAIVER_UNUSED_THERE : HHP__M_WAIVER_UNUSED, waiver, NULL);
  }
}

/* The id of the rule that is meant; NULL if none is near, or if that cannot be waived. */
static const char *S_meant_rule(hhp__check *check, const char *id) {
  const hhp_rule *meant = hhp_rule_find(id); /* a slug */
  hhp__nearest nearest = hhp__nearest_to(id, strlen(id));
  for (size_t i = 0; meant == NULL && i < hhp_rule_count() && check->suggestions > 0; i++, check->suggestions--)
    hhp__consider(&nearest, hhp_rule_id(hhp_rule_at(i)), strlen(hhp_rule_id(hhp_rule_at(i))), hhp_rule_at(i));
  meant = meant == NULL ? nearest.meant : meant;
  return hhp__can_be_waived(meant) ? hhp_rule_id(meant) : NULL;
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
    hhp_finding *finding = S_report_waiver(check, message, waiver, HHP__FIELD(waiver, rule));
    if (meant != NULL)
      hhp__arg_text(finding, "suggestion", meant, strlen(meant));
  }
}
