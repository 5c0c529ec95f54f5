/* HP210-HP215: the focus areas that the plan has chosen among those of its scheme. */
#include <stdlib.h>
#include <string.h>

#include "base/characters.h"
#include "base/index.h"
#include "base/nearest.h"
#include "rules/context.h"

static hhp_finding *S_report_area(hhp__check *check, hhp__message message, const hhp_focus_area *area,
                                  const hhp__field *field) {
  hhp_finding *finding = hhp__find_at(check, message, hhp__field_of(area, field));
  hhp__arg_text(finding, "title", area->title, strlen(area->title));
  hhp__arg_text(finding, "focus_area", area->id, strlen(area->id));
  return finding;
}

/* The codes of the scheme; -1 if memory ran out. */
static int S_index_codes(const hhp_scheme *scheme, hhp__index *codes) {
  for (uint32_t i = 0; i < scheme->focus_areas.count; i++) {
    hhp_scheme_area *area = scheme->focus_areas.items[i];
    hhp__slot *slot = hhp__index_add(codes, area->code, strlen(area->code));
    if (slot == NULL)
      return -1;
    slot->value = area;
  }
  return 0;
}

static const char *S_meant_code(hhp__check *check, const char *code) {
  hhp__nearest nearest = hhp__nearest_to(code, strlen(code));
  const hhp__list *areas = &check->scheme->focus_areas;
  for (uint32_t i = 0; i < areas->count && check->suggestions > 0; i++, check->suggestions--) {
    const char *other = ((const hhp_scheme_area *)areas->items[i])->code;
    hhp__consider(&nearest, other, strlen(other), other);
  }
  return nearest.meant;
}

enum { MOST_LISTED = 600 }; /* bytes of codes that a finding lists */

/* The codes of the scheme, one copy of them for all findings; NULL if memory ran out. */
static const char *S_list_codes(hhp__check *check) {
  const hhp__list *areas = &check->scheme->focus_areas;
  hhp__buffer codes = {0};
  for (uint32_t i = 0; i < areas->count; i++) {
    hhp__puts(&codes, i == 0 ? "" : ", ");
    hhp__puts(&codes, codes.length < MOST_LISTED ? ((const hhp_scheme_area *)areas->items[i])->code : "…");
    if (codes.length >= MOST_LISTED)
      break;
  }
  const char *kept = codes.failed ? NULL : hhp__arena_text(&check->report->arena, codes.text, codes.length);
  hhp__buffer_free(&codes);
  return kept;
}

static void S_report_not_in_scheme(hhp__check *check, const hhp_focus_area *area, const char *allowed) {
  const char *meant = S_meant_code(check, area->code);
  hhp__message message = meant == NULL ? HHP__M_AREA_NOT_IN_SCHEME : HHP__M_AREA_NOT_IN_SCHEME_MEANT;
  hhp_finding *finding = S_report_area(check, message, area, HHP__FIELD(focus_area, code));
  hhp__arg_text(finding, "code", area->code, strlen(area->code));
  hhp__arg_text(finding, "scheme", check->scheme->id, strlen(check->scheme->id));
  if (meant != NULL)
    hhp__arg_text(finding, "suggestion", meant, strlen(meant));
  hhp__arg_kept_text(finding, "allowed", allowed);
}

/* A user-defined scheme may have no areas; then any code is accepted. */
void hhp__rule_focus_area_not_in_scheme(hhp__check *check) {
  const hhp__list *areas = &check->plan->focus_areas;
  if (check->scheme->focus_areas.count == 0 || !hhp__is_on(check, HHP__M_AREA_NOT_IN_SCHEME))
    return;
  hhp__index codes = hhp__index_sharing_seed(&check->seeds);
  const char *allowed = S_list_codes(check);
  if (allowed == NULL || S_index_codes(check->scheme, &codes) != 0)
    hhp__out_of_memory(check);
  for (uint32_t i = 0; i < areas->count && !check->has_failed; i++) {
    const hhp_focus_area *area = areas->items[i];
    if (hhp__index_get(&codes, area->code, strlen(area->code)) == NULL)
      S_report_not_in_scheme(check, area, allowed);
  }
  hhp__index_free(&codes);
}

void hhp__rule_no_focus_area(hhp__check *check) {
  if (check->plan->focus_areas.count == 0)
    hhp__find_at(check, HHP__M_NO_FOCUS_AREA, hhp__field_of(check->plan, HHP__FIELD(plan, focus_areas)));
}

void hhp__rule_duplicate_focus_area(hhp__check *check) {
  const hhp__list *areas = &check->plan->focus_areas;
  hhp__index codes = hhp__index_sharing_seed(&check->seeds);
  for (uint32_t i = 0; i < areas->count; i++) {
    hhp_focus_area *area = areas->items[i];
    hhp__slot *slot = hhp__index_add(&codes, area->code, strlen(area->code));
    if (slot == NULL) {
      hhp__out_of_memory(check);
      break;
    }
    if (slot->value == NULL) {
      slot->value = area;
      continue;
    }
    hhp_finding *finding = S_report_area(check, HHP__M_DUPLICATE_AREA, area, HHP__FIELD(focus_area, code));
    hhp__arg_text(finding, "code", area->code, strlen(area->code));
    const hhp_focus_area *first = slot->value;
    hhp__arg_text(finding, "other", first->id, strlen(first->id));
    hhp__relate_to(check, finding, hhp__field_of(first, HHP__FIELD(focus_area, code)));
  }
  hhp__index_free(&codes);
}

/* 0, or -1 if memory ran out. */
static int S_collect_firsts(const hhp__list *areas, hhp__index *codes, uint32_t *firsts) {
  for (uint32_t i = 0; i < areas->count; i++) {
    hhp_focus_area *area = areas->items[i];
    hhp__slot *slot = hhp__index_add(codes, area->code, strlen(area->code));
    if (slot == NULL)
      return -1;
    if (slot->value == NULL)
      slot->value = area;
    firsts[i] = ((const hhp_focus_area *)slot->value)->object.index;
  }
  return 0;
}

/* For each focus area, the number of the first with its code, to be freed; NULL if memory ran out. */
static uint32_t *S_firsts_by_code(hhp__check *check) {
  const hhp__list *areas = &check->plan->focus_areas;
  uint32_t *firsts = calloc((size_t)areas->count + 1, sizeof(*firsts));
  hhp__index codes = hhp__index_sharing_seed(&check->seeds);
  if (firsts == NULL || S_collect_firsts(areas, &codes, firsts) != 0) {
    hhp__out_of_memory(check);
    free(firsts);
    firsts = NULL;
  }
  hhp__index_free(&codes);
  return firsts;
}

void hhp__report_unmarked_areas(hhp__check *check, hhp__message message,
                                void (*mark)(const hhp_plan *plan, const uint32_t *firsts, uint8_t *marks)) {
  const hhp__list *areas = &check->plan->focus_areas;
  uint8_t *marks = calloc((size_t)areas->count + 1, 1);
  uint32_t *firsts = S_firsts_by_code(check);
  if (marks == NULL)
    hhp__out_of_memory(check);
  if (marks != NULL && firsts != NULL) {
    mark(check->plan, firsts, marks);
    for (uint32_t i = 0; i < areas->count; i++) {
      if (!marks[firsts[i]] && firsts[i] == i)
        S_report_area(check, message, areas->items[i], NULL);
    }
  }
  free(firsts);
  free(marks);
}

/* A cross-cutting area has all activities. */
static void S_mark_used(const hhp_plan *plan, const uint32_t *firsts, uint8_t *used) {
  for (uint32_t i = 0; i < plan->activities.count; i++) {
    const hhp__list *areas = &((const hhp_activity *)plan->activities.items[i])->focus_areas;
    for (uint32_t k = 0; k < areas->count; k++)
      used[firsts[hhp__referent(&plan->object, areas->items[k])->index]] = 1;
  }
  for (uint32_t i = 0; i < plan->focus_areas.count; i++)
    used[firsts[i]] |= hhp_focus_area_cross_cutting(plan->focus_areas.items[i]) && plan->activities.count > 0;
}

void hhp__rule_focus_area_without_activity(hhp__check *check) {
  hhp__report_unmarked_areas(check, HHP__M_AREA_WITHOUT_ACTIVITY, S_mark_used);
}

void hhp__rule_focus_area_purpose_missing(hhp__check *check) {
  const hhp__list *areas = &check->plan->focus_areas;
  for (uint32_t i = 0; i < areas->count; i++) {
    const hhp_focus_area *area = areas->items[i];
    if (hhp__is_blank_text(area->purpose))
      S_report_area(check, HHP__M_AREA_PURPOSE, area, HHP__FIELD(focus_area, purpose));
  }
}

void hhp__rule_open_for_input(hhp__check *check) {
  const hhp__list *areas = &check->plan->focus_areas;
  for (uint32_t i = 0; i < areas->count; i++) {
    const hhp_focus_area *area = areas->items[i];
    if (!hhp_focus_area_open_for_input(area))
      continue;
    hhp__spot spot = hhp__field_of(area, HHP__FIELD(focus_area, open_for_input));
    hhp_finding *finding = hhp__find_at(check, HHP__M_OPEN_FOR_INPUT, spot);
    hhp__arg_text(finding, "title", area->title, strlen(area->title));
  }
}
