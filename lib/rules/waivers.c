/* Applying waivers, and HP701-HP703, which look at the waivers themselves. */
#include "rules/waivers.h"

#include <string.h>

#include "core/date.h"
#include "core/text.h"

int hhp__can_be_waived(const hhp_rule *rule) {
  return rule != NULL && rule->number >= 200 && rule->number < 700;
}

static const hhp_rule *S_rule_of_id(const char *id) {
  const hhp_rule *rule = hhp_rule_find(id);
  return rule != NULL && strcmp(hhp_rule_id(rule), id) == 0 ? rule : NULL; /* a slug is no id */
}

/* Without a today nothing has expired. */
static int S_is_expired(const hhp__check *check, const hhp__waiver *waiver) {
  return check->today != 0 && waiver->until != 0 && hhp__date_last(waiver->until) < check->today;
}

static int S_is_in_force(const hhp__check *check, const hhp__waiver *waiver) {
  return hhp__can_be_waived(waiver->rule) && !S_is_expired(check, waiver);
}

/* The pointer to what a waiver is for: "" for the whole plan; NULL where there is no such thing. */
static const char *S_pointer_of(hhp__check *check, const char *target) {
  if (target == NULL)
    return "";
  if (target[0] == '\0' || target[0] == '/')
    return target;
  const hhp__object *object = hhp__index_get(&check->plan->object.document->ids, target, strlen(target));
  return object == NULL ? NULL : hhp__pointer_to(check, object);
}

/* The key under which a waiver is kept, and a finding looks for it. */
static void S_put_key(hhp__buffer *key, const hhp_rule *rule, const char *pointer, size_t length) {
  key->length = 0;
  hhp__put_number(key, rule->number);
  hhp__put(key, pointer, length);
}

static int S_put_in_force(hhp__check *check, hhp__waivers *waivers, hhp__waiver *waiver) {
  const char *pointer = S_pointer_of(check, waiver->target);
  if (pointer == NULL)
    return check->has_failed ? -1 : 0;
  hhp__buffer key = {0};
  S_put_key(&key, waiver->rule, pointer, strlen(pointer));
  const char *kept = key.failed ? NULL : hhp__arena_text(&waivers->arena, key.text, key.length);
  hhp__slot *slot = kept == NULL ? NULL : hhp__index_add(&waivers->places, kept, key.length);
  hhp__buffer_free(&key);
  if (slot == NULL)
    return -1;
  waiver->same = slot->value;
  slot->value = waiver;
  return 0;
}

static int S_add(hhp__check *check, hhp__waivers *waivers, hhp__waiver waiver) {
  hhp__waiver *kept = hhp__arena_new(&waivers->arena, sizeof(*kept));
  if (kept == NULL || hhp__list_add(&waivers->all, &waivers->arena, kept) != 0)
    return -1;
  *kept = waiver;
  return S_is_in_force(check, kept) ? S_put_in_force(check, waivers, kept) : 0;
}

static int S_collect(hhp__check *check, hhp__waivers *waivers) {
  const hhp_check_options *options = check->options;
  const hhp__list *given = &check->plan->waivers;
  for (uint32_t i = 0; i < given->count && !(options != NULL && options->is_without_waivers); i++) {
    const hhp_waiver *w = given->items[i];
    hhp__waiver waiver = {w, S_rule_of_id(w->rule), w->target, w->reason, w->until, 0, NULL};
    if (S_add(check, waivers, waiver) != 0)
      return -1;
  }
  for (uint32_t i = 0; options != NULL && i < options->waivers.count; i++) {
    if (S_add(check, waivers, *(const hhp__waiver *)options->waivers.items[i]) != 0)
      return -1;
  }
  return 0;
}

/* The reason outlives the plan in the report, which has one copy of it for each waiver. Those of the same rule and target
 * are taken together, so that where one is used all are. */
static int S_take(hhp_report *report, hhp_finding *finding, hhp__waiver *waiver) {
  for (hhp__waiver *w = waiver; w != NULL && !w->is_used; w = w->same) {
    w->is_used = 1;
    w->reason = hhp__arena_text(&report->arena, w->reason, strlen(w->reason));
    if (w->reason == NULL)
      return -1;
  }
  finding->is_waived = 1;
  if (finding->waiver_reason == NULL)
    finding->waiver_reason = waiver->reason;
  return 0;
}

/* From the finding's own place upwards, so that the reason is that of the waiver nearest to it. */
static int S_look_for_waiver(hhp__check *check, hhp__waivers *waivers, hhp_finding *finding, hhp__buffer *key) {
  const hhp_rule *rule = hhp__rule_numbered(hhp__message_rule(finding->message));
  const char *pointer = finding->place.pointer;
  for (size_t length = strlen(pointer);; length--) {
    if (pointer[length] == '\0' || pointer[length] == '/') {
      S_put_key(key, rule, pointer, length);
      hhp__waiver *waiver = key->failed ? NULL : hhp__index_get(&waivers->places, key->text, key->length);
      if (waiver != NULL && S_take(check->report, finding, waiver) != 0)
        return -1;
    }
    if (length == 0)
      return key->failed ? -1 : 0;
  }
}

int hhp__waive(hhp__check *check, hhp__waivers *waivers) {
  if (S_collect(check, waivers) != 0)
    return -1;
  hhp__buffer key = {0};
  const hhp__list *findings = &check->report->findings;
  int result = 0;
  for (uint32_t i = 0; waivers->places.count > 0 && i < findings->count && result == 0; i++)
    result = S_look_for_waiver(check, waivers, findings->items[i], &key);
  hhp__buffer_free(&key);
  return result;
}

void hhp__waivers_free(hhp__waivers *waivers) {
  hhp__index_free(&waivers->places);
  hhp__arena_free(&waivers->arena);
}

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
    if (!hhp__can_be_waived(waiver->rule) || !S_is_expired(check, waiver))
      continue;
    hhp_finding *finding = S_tell(check, HHP__M_WAIVER_EXPIRED, waiver, HHP__FIELD(waiver, until));
    hhp__arg_date(finding, "until", waiver->until);
    hhp__arg_date(finding, "today", check->today);
  }
}

/* A waiver waits for its rule: while that is off at this stage, it is not unused. Findings that the report had no room for
 * may be what it is for. */
void hhp__rule_waiver_unused(hhp__check *check) {
  const hhp__list *waivers = &check->waivers->all;
  if (hhp_report_omitted_count(check->report) > 0)
    return;
  for (uint32_t i = 0; i < waivers->count; i++) {
    const hhp__waiver *waiver = waivers->items[i];
    if (waiver->is_used || !S_is_in_force(check, waiver) || hhp__rule_severity(check, waiver->rule) == HHP_SEVERITY_OFF)
      continue;
    int has_target = waiver->target != NULL && waiver->target[0] != '\0';
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
