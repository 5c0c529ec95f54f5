/* Reporting findings from rules. */
#include "rules/context.h"

#include <string.h>

#include "base/date.h"

void hhp__out_of_memory(hhp__check *check) {
  check->has_failed = 1;
}

const char *hhp__keep_text(hhp__check *check, const char *text) {
  if (text == NULL)
    return NULL;
  const char *copy = hhp__arena_text(&check->report->arena, text, strlen(text));
  if (copy == NULL)
    check->has_failed = 1;
  return copy;
}

int32_t hhp__rule_severity(const hhp__check *check, const hhp_rule *rule) {
  if (hhp__is_document_rule(rule->number))
    return HHP_SEVERITY_ERROR;
  if (check->options != NULL && check->options->severities[hhp__rule_index(rule)] != HHP__AS_STAGE)
    return check->options->severities[hhp__rule_index(rule)];
  return hhp_rule_severity(rule, check->stage);
}

int32_t hhp__severity_of(const hhp__check *check, hhp__message message) {
  return hhp__rule_severity(check, hhp__rule_of(message));
}

int hhp__is_on(const hhp__check *check, hhp__message message) {
  return hhp__severity_of(check, message) != HHP_SEVERITY_OFF;
}

int hhp__is_ahead(const hhp__check *check, int32_t date) {
  return check->today != 0 && date != 0 && hhp__date_first(date) > check->today;
}

static int S_is_given(const hhp__object *object, const hhp__field *field) {
  return field->type == HHP__OBJECT ? !hhp__is_bare(hhp__object_at(object, field)) : hhp__is_given(object, field);
}

/* The nearest enclosing place that has a value: a missing member has no position of its own, and a bare object means
 * the same as none. */
static hhp__spot S_visible(hhp__spot spot, int *is_opening) {
  *is_opening = 0;
  if (spot.field != NULL && !S_is_given(spot.object, spot.field)) {
    *is_opening = 1;
    spot.field = NULL;
  }
  const hhp__object *o = spot.object;
  while (o->parent != NULL && hhp__field_in_parent(o)->type == HHP__OBJECT && hhp__is_bare(o)) {
    *is_opening = 1;
    o = o->parent;
  }
  spot.object = o;
  return spot;
}

/* The pointer to a spot, in the check's buffer; NULL if memory ran out. */
static const char *S_pointer(hhp__check *check, hhp__spot spot) {
  hhp__buffer *out = &check->pointer;
  out->length = 0;
  hhp__put(out, "", 0);
  hhp__put_object_pointer(out, spot.object);
  if (spot.field != NULL) {
    hhp__putc(out, '/');
    hhp__put(out, spot.field->json, spot.field->json_length); /* has neither '~' nor '/' */
    if (spot.index >= 0) {
      hhp__putc(out, '/');
      hhp__put_number(out, spot.index);
    }
  }
  if (!out->failed)
    return out->text;
  check->has_failed = 1;
  return NULL;
}

const char *hhp__pointer_to(hhp__check *check, const hhp__object *object) {
  return S_pointer(check, hhp__whole(object));
}

/* The id of the object, or of the nearest enclosing object that has one. */
static const char *S_entity(const hhp__object *object) {
  for (; object != NULL; object = object->parent) {
    const char *id = hhp__id_of(object);
    if (id != NULL)
      return id;
  }
  return NULL;
}

/* Notes where the place is, for the text to be searched later. */
static void S_locate(hhp__check *check, hhp__place *place, hhp__spot spot) {
  hhp__wanted_value value = {place, spot.object, spot.field, spot.index};
  if (check->wanted != NULL && hhp__want(check->wanted, value) != 0)
    check->has_failed = 1;
}

/* The place is the object that lacks the member. Returns the finding; NULL if out of memory. */
static hhp_finding *S_about_missing(hhp_finding *finding, const char *missing) {
  hhp__rare *rare = hhp__need_rare(finding);
  if (rare == NULL)
    return NULL;
  rare->missing = missing;
  finding->is_opening = 1;
  if (hhp__is_known(&finding->place))
    finding->place.length = 1; /* its bracket */
  return finding;
}

/* Adds a finding at the nearest place that is in the file, and keeps the pointer of a missing member. */
static hhp_finding *S_add_finding(hhp__check *check, hhp__message message, int32_t severity, hhp__spot spot) {
  int is_opening;
  hhp__spot visible = S_visible(spot, &is_opening);
  const char *missing = is_opening ? hhp__keep_text(check, S_pointer(check, spot)) : NULL;
  if (is_opening && missing == NULL)
    return NULL;
  const char *pointer = S_pointer(check, visible);
  if (pointer == NULL)
    return NULL;
  hhp_finding *finding = hhp__report_add(check->report, message, severity, pointer);
  if (finding == NULL)
    return NULL;
  S_locate(check, &finding->place, visible);
  return is_opening ? S_about_missing(finding, missing) : finding;
}

static hhp_finding *S_report(hhp__check *check, hhp__message message, int32_t severity, hhp__spot spot) {
  if (severity == HHP_SEVERITY_OFF || !hhp__report_can_add(check->report, severity))
    return NULL;
  hhp_finding *finding = S_add_finding(check, message, severity, spot);
  hhp__about(finding, S_entity(spot.object));
  return finding;
}

hhp_finding *hhp__find_at(hhp__check *check, hhp__message message, hhp__spot spot) {
  return S_report(check, message, hhp__severity_of(check, message), spot);
}

hhp_finding *hhp__find_info_at(hhp__check *check, hhp__message message, hhp__spot spot) {
  const hhp_rule *rule = hhp__rule_of(message);
  int32_t severity = hhp__rule_severity(check, rule);
  int is_weighed = check->options != NULL && check->options->severities[hhp__rule_index(rule)] != HHP__AS_STAGE;
  if (!is_weighed && severity > HHP_SEVERITY_INFO)
    severity = HHP_SEVERITY_INFO;
  return S_report(check, message, severity, spot);
}

void hhp__relate_to(hhp__check *check, hhp_finding *finding, hhp__spot spot) {
  if (finding == NULL)
    return;
  int is_opening;
  hhp__spot visible = S_visible(spot, &is_opening);
  const char *pointer = S_pointer(check, visible);
  hhp__place *place = pointer == NULL ? NULL : hhp__relate(finding, pointer);
  if (place != NULL)
    S_locate(check, place, visible);
}
