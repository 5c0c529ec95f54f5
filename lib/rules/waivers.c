/* Collects the waivers of a check, and marks the findings that they apply to. */
#include "rules/waivers.h"

#include <string.h>

#include "base/date.h"

int hhp__can_be_waived(const hhp_rule *rule) {
  return rule != NULL && rule->number >= 200 && rule->number < 700;
}

static const hhp_rule *S_rule_of_id(const char *id) {
  const hhp_rule *rule = hhp_rule_find(id);
  return rule != NULL && strcmp(hhp_rule_id(rule), id) == 0 ? rule : NULL; /* slugs are not accepted here */
}

int hhp__is_waiver_expired(const hhp__check *check, const hhp__waiver *waiver) {
  return check->today != 0 && waiver->until != 0 && hhp__date_last(waiver->until) < check->today;
}

int hhp__is_waiver_in_force(const hhp__check *check, const hhp__waiver *waiver) {
  return hhp__can_be_waived(waiver->rule) && !hhp__is_waiver_expired(check, waiver);
}

int hhp__is_waiver_pointer(const char *target) {
  return target == NULL || target[0] == '\0' || target[0] == '/';
}

/* The pointer to a waiver's target: "" for the whole plan; NULL if nothing has that id. */
static const char *S_pointer_of(hhp__check *check, const char *target) {
  if (hhp__is_waiver_pointer(target))
    return target == NULL ? "" : target;
  const hhp__object *object = hhp__index_get(&check->plan->object.document->ids, target, strlen(target));
  return object == NULL ? NULL : hhp__pointer_to(check, object);
}

/* Writes the key by which waivers are stored and looked up: "401/financing" by place, "326=kommunen" by entity. */
static void S_write_key(hhp__buffer *key, const hhp_rule *rule, const char *sign, const char *place, size_t length) {
  key->length = 0;
  hhp__put_number(key, rule->number);
  hhp__puts(key, sign);
  hhp__put(key, place, length);
}

static int S_add_place(hhp__waivers *waivers, hhp__waiver *waiver, const char *sign, const char *place) {
  hhp__place_key *kept = hhp__arena_new(&waivers->arena, sizeof(*kept));
  hhp__buffer key = {0};
  S_write_key(&key, waiver->rule, sign, place, strlen(place));
  const char *text = key.failed ? NULL : hhp__arena_text(&waivers->arena, key.text, key.length);
  hhp__slot *slot = text == NULL || kept == NULL ? NULL : hhp__index_add(&waivers->places, text, key.length);
  hhp__buffer_free(&key);
  if (slot == NULL)
    return -1;
  *kept = (hhp__place_key){waiver, slot->value, 0};
  slot->value = kept;
  return 0;
}

static int S_index_waiver(hhp__check *check, hhp__waivers *waivers, hhp__waiver *waiver) {
  const char *pointer = S_pointer_of(check, waiver->target);
  if (pointer == NULL)
    return check->has_failed ? -1 : 0;
  if (S_add_place(waivers, waiver, "", pointer) != 0)
    return -1;
  return hhp__is_waiver_pointer(waiver->target) ? 0 : S_add_place(waivers, waiver, "=", waiver->target);
}

static int S_add_waiver(hhp__check *check, hhp__waivers *waivers, hhp__waiver waiver) {
  hhp__waiver *kept = hhp__arena_new(&waivers->arena, sizeof(*kept));
  if (kept == NULL || hhp__list_add(&waivers->all, &waivers->arena, kept) != 0)
    return -1;
  *kept = waiver;
  return hhp__is_waiver_in_force(check, kept) ? S_index_waiver(check, waivers, kept) : 0;
}

static int S_collect_waivers(hhp__check *check, hhp__waivers *waivers) {
  const hhp_check_options *options = check->options;
  const hhp__list *given = &check->plan->waivers;
  for (uint32_t i = 0; i < given->count && !(options != NULL && options->is_without_waivers); i++) {
    const hhp_waiver *w = given->items[i];
    hhp__waiver waiver = {w, S_rule_of_id(w->rule), w->target, w->reason, w->until, 0};
    if (S_add_waiver(check, waivers, waiver) != 0)
      return -1;
  }
  for (uint32_t i = 0; options != NULL && i < options->waivers.count; i++) {
    if (S_add_waiver(check, waivers, *(const hhp__waiver *)options->waivers.items[i]) != 0)
      return -1;
  }
  return 0;
}

/* The report outlives the plan, so it gets one copy of the reason for each waiver. */
static int S_use(hhp_report *report, hhp__waiver *waiver) {
  if (waiver->is_used)
    return 0;
  waiver->is_used = 1;
  waiver->reason = hhp__arena_text(&report->arena, waiver->reason, strlen(waiver->reason));
  return waiver->reason == NULL ? -1 : 0;
}

/* All waivers of a place are applied together, so if the first has been, the others need not be visited again. */
static int S_apply(hhp_report *report, hhp_finding *finding, hhp__place_key *first) {
  for (hhp__place_key *key = first; key != NULL && !key->is_applied; key = key->next) {
    key->is_applied = 1;
    if (S_use(report, key->waiver) != 0)
      return -1;
  }
  finding->is_waived = 1;
  hhp__rare *rare = hhp__need_rare(finding);
  if (rare == NULL)
    return -1;
  if (rare->waiver_reason != NULL)
    return 0;
  rare->waiver_reason = first->waiver->reason;
  finding->is_waived_by_options = first->waiver->given == NULL;
  return 0;
}

static int S_apply_at_key(hhp__check *check, hhp__waivers *waivers, hhp_finding *finding, const hhp__buffer *key) {
  hhp__place_key *found = key->failed ? NULL : hhp__index_get(&waivers->places, key->text, key->length);
  return found == NULL ? 0 : S_apply(check->report, finding, found);
}

/* Tries the finding's entity first, then its place and all places above, so that the nearest waiver gives the
 * reason. A missing member has a place of its own, whether its parent exists or not. */
static int S_apply_waivers(hhp__check *check, hhp__waivers *waivers, hhp_finding *finding, hhp__buffer *key) {
  const hhp_rule *rule = hhp__rule_of(finding->message);
  const char *missing = hhp__rare_of(finding)->missing;
  const char *pointer = missing != NULL ? missing : finding->place.pointer;
  if (finding->entity != NULL) {
    S_write_key(key, rule, "=", finding->entity, strlen(finding->entity));
    if (S_apply_at_key(check, waivers, finding, key) != 0)
      return -1;
  }
  for (size_t length = strlen(pointer);; length--) {
    if (pointer[length] == '\0' || pointer[length] == '/') {
      S_write_key(key, rule, "", pointer, length);
      if (S_apply_at_key(check, waivers, finding, key) != 0)
        return -1;
    }
    if (length == 0)
      return key->failed ? -1 : 0;
  }
}

int hhp__waive(hhp__check *check, hhp__waivers *waivers) {
  if (S_collect_waivers(check, waivers) != 0)
    return -1;
  hhp__buffer key = {0};
  const hhp__findings *findings = &check->report->findings;
  int result = 0;
  for (size_t i = 0; waivers->places.count > 0 && i < findings->count && result == 0; i++)
    result = S_apply_waivers(check, waivers, findings->items[i], &key);
  hhp__buffer_free(&key);
  return result;
}

void hhp__waivers_free(hhp__waivers *waivers) {
  hhp__index_free(&waivers->places);
  hhp__arena_free(&waivers->arena);
}
