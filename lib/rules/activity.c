/* HP301-HP303, HP306 and HP320: required details of each activity. */
#include <string.h>

#include "base/characters.h"
#include "base/fold.h"
#include "base/index.h"
#include "rules/context.h"

static hhp_finding *S_report_activity(hhp__check *check, hhp__message message, const hhp_activity *activity,
                                      hhp__spot spot) {
  hhp_finding *finding = hhp__find_at(check, message, spot);
  hhp__arg_text(finding, "title", activity->title, strlen(activity->title));
  hhp__arg_text(finding, "activity", activity->id, strlen(activity->id));
  return finding;
}

/* If the plan has no focus areas at all, HP211 reports that, unless it is off. */
void hhp__rule_activity_without_focus_area(hhp__check *check) {
  const hhp__list *activities = &check->plan->activities;
  if (check->plan->focus_areas.count == 0 && hhp__is_on(check, HHP__M_NO_FOCUS_AREA))
    return;
  for (uint32_t i = 0; i < activities->count; i++) {
    const hhp_activity *activity = activities->items[i];
    if (activity->focus_areas.count == 0)
      S_report_activity(check, HHP__M_ACTIVITY_WITHOUT_AREA, activity,
                        hhp__field_of(activity, HHP__FIELD(activity, focus_areas)));
  }
}

void hhp__rule_target_group_missing(hhp__check *check) {
  const hhp__list *activities = &check->plan->activities;
  for (uint32_t i = 0; i < activities->count; i++) {
    const hhp_activity *activity = activities->items[i];
    const hhp_target_group *group = activity->target_group;
    if (hhp__is_blank_text(group->text) && group->age_min == HHP_ABSENT && group->age_max == HHP_ABSENT)
      S_report_activity(check, HHP__M_TARGET_GROUP, activity,
                        hhp__field_of(activity, HHP__FIELD(activity, target_group)));
  }
}

void hhp__rule_activity_lead_missing(hhp__check *check) {
  const hhp__list *activities = &check->plan->activities;
  for (uint32_t i = 0; i < activities->count; i++) {
    const hhp_activity *activity = activities->items[i];
    if (activity->lead == NULL && hhp__is_blank_text(activity->coordinator))
      S_report_activity(check, HHP__M_ACTIVITY_LEAD, activity, hhp__whole(activity));
  }
}

static int S_is_public(const hhp_activity *activity, const char *id) {
  if (id == NULL)
    return 0;
  const hhp_party *party = (const hhp_party *)hhp__referent(&activity->object, id);
  switch (party->kind) {
  case HHP_PARTY_KIND_MUNICIPALITY:
  case HHP_PARTY_KIND_HOUSING_ORGANISATION:
  case HHP_PARTY_KIND_HOUSING_DIVISION:
  case HHP_PARTY_KIND_POLICE:
  case HHP_PARTY_KIND_SCHOOL:
  case HHP_PARTY_KIND_STATE:
    return 1;
  default:
    return 0;
  }
}

/* The lead party takes part in the activity, whether it is listed or not. */
static int S_has_public_partner(const hhp_activity *activity) {
  if (S_is_public(activity, activity->lead))
    return 1;
  for (uint32_t i = 0; i < activity->parties.count; i++) {
    if (S_is_public(activity, activity->parties.items[i]))
      return 1;
  }
  return 0;
}

void hhp__rule_no_public_partner(hhp__check *check) {
  const hhp__list *activities = &check->plan->activities;
  for (uint32_t i = 0; i < activities->count; i++) {
    const hhp_activity *activity = activities->items[i];
    if (!S_has_public_partner(activity))
      S_report_activity(check, HHP__M_NO_PUBLIC_PARTNER, activity,
                        hhp__field_of(activity, HHP__FIELD(activity, parties)));
  }
}

/* The first activity of each folded title in each focus area. */
typedef struct {
  hhp__check *check;
  hhp__arena arena;
  hhp__buffer folded; /* a title */
  hhp__index titles;  /* folded title -> an address that identifies it */
  hhp__index first;   /* S_title_in_area -> activity */
} S_titles;

typedef struct {
  const void *title;
  const void *area;
} S_title_in_area;

static void S_report_repeated_title(S_titles *titles, const hhp_activity *activity, const hhp_activity *first,
                                    const hhp_focus_area *area) {
  const hhp__field *title = HHP__FIELD(activity, title);
  hhp_finding *finding = S_report_activity(titles->check, HHP__M_TITLE_TWICE, activity, hhp__field_of(activity, title));
  hhp__arg_text(finding, "other", first->id, strlen(first->id));
  hhp__arg_text(finding, "focus_area", area->title, strlen(area->title));
  hhp__relate_to(titles->check, finding, hhp__field_of(first, title));
}

/* The address that identifies the title; NULL if memory ran out. */
static const void *S_intern_title(S_titles *titles, const char *title) {
  hhp__buffer *folded = &titles->folded;
  folded->length = 0;
  hhp__fold(folded, title);
  const char *kept = folded->failed ? NULL : hhp__arena_text(&titles->arena, folded->text, folded->length);
  hhp__slot *slot = kept == NULL ? NULL : hhp__index_add(&titles->titles, kept, folded->length);
  if (slot == NULL)
    return NULL;
  if (slot->value == NULL)
    slot->value = (void *)(uintptr_t)kept;
  return slot->value;
}

/* The first activity with that title in the area, which may be this one. NULL if memory ran out. */
static const hhp_activity *S_first_of_title(S_titles *titles, S_title_in_area key_value, hhp_activity *activity) {
  S_title_in_area *key = hhp__arena_new(&titles->arena, sizeof(*key));
  if (key == NULL)
    return NULL;
  *key = key_value;
  hhp__slot *slot = hhp__index_add(&titles->first, (const char *)key, sizeof(*key));
  if (slot != NULL && slot->value == NULL)
    slot->value = activity;
  return slot == NULL ? NULL : slot->value;
}

/* 0, or -1 if memory ran out. Reports an activity once, however many areas it shares with the other. */
static int S_add_title(S_titles *titles, hhp_activity *activity) {
  if (activity->focus_areas.count == 0)
    return 0;
  const void *title = S_intern_title(titles, activity->title);
  int is_reported = 0;
  for (uint32_t i = 0; i < activity->focus_areas.count; i++) {
    const hhp__object *area = hhp__referent(&activity->object, activity->focus_areas.items[i]);
    const hhp_activity *first =
        title == NULL ? NULL : S_first_of_title(titles, (S_title_in_area){title, area}, activity);
    if (first == NULL)
      return -1;
    if (first == activity || is_reported)
      continue;
    S_report_repeated_title(titles, activity, first, (const hhp_focus_area *)area);
    is_reported = 1;
  }
  return 0;
}

void hhp__rule_duplicate_activity_title(hhp__check *check) {
  const hhp__list *activities = &check->plan->activities;
  S_titles titles = {.check = check,
                     .titles = hhp__index_sharing_seed(&check->seeds),
                     .first = hhp__index_sharing_seed(&check->seeds)};
  if (!hhp__is_on(check, HHP__M_TITLE_TWICE))
    return;
  if (hhp__index_reserve(&titles.titles, activities->count) != 0 ||
      hhp__index_reserve(&titles.first, activities->count) != 0)
    hhp__out_of_memory(check);
  for (uint32_t i = 0; i < activities->count && !check->has_failed; i++) {
    if (S_add_title(&titles, activities->items[i]) != 0)
      hhp__out_of_memory(check);
  }
  hhp__buffer_free(&titles.folded);
  hhp__index_free(&titles.titles);
  hhp__index_free(&titles.first);
  hhp__arena_free(&titles.arena);
}
