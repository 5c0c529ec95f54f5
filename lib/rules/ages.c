/* HP304 and HP305: the ages of target groups, and activities of one focus area that differ in the ages alone. */
#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "base/index.h"
#include "base/kroner.h"
#include "rules/context.h"

enum { HIGHEST_AGE = 120 };

static int S_is_age_possible(int32_t age) {
  return age == HHP_ABSENT || (age >= 0 && age <= HIGHEST_AGE);
}

static int S_is_range_backwards(const hhp_target_group *group) {
  return group->age_min != HHP_ABSENT && group->age_max != HHP_ABSENT && group->age_min > group->age_max;
}

int hhp__has_valid_ages(const hhp_target_group *group) {
  return S_is_age_possible(group->age_min) && S_is_age_possible(group->age_max) && !S_is_range_backwards(group);
}

static void S_check_age(hhp__check *check, const hhp_target_group *group, const hhp__field *field, int32_t age) {
  if (S_is_age_possible(age))
    return;
  hhp_finding *finding = hhp__find_at(check, HHP__M_AGE_IMPOSSIBLE, hhp__field_of(group, field));
  hhp__arg_number(finding, "actual", age);
  hhp__arg_number(finding, "lowest", 0);
  hhp__arg_number(finding, "highest", HIGHEST_AGE);
}

static void S_check_ages(hhp__check *check, const hhp_target_group *group) {
  const hhp__field *age_min = HHP__FIELD(target_group, age_min);
  const hhp__field *age_max = HHP__FIELD(target_group, age_max);
  S_check_age(check, group, age_min, group->age_min);
  S_check_age(check, group, age_max, group->age_max);
  if (!S_is_age_possible(group->age_min) || !S_is_age_possible(group->age_max) || !S_is_range_backwards(group))
    return;
  hhp_finding *finding = hhp__find_at(check, HHP__M_AGES_BACKWARDS, hhp__field_of(group, age_min));
  hhp__arg_number(finding, "from", group->age_min);
  hhp__arg_number(finding, "to", group->age_max);
  hhp__relate_to(check, finding, hhp__field_of(group, age_max));
}

void hhp__rule_age_range_invalid(hhp__check *check) {
  const hhp__list *activities = &check->plan->activities;
  for (uint32_t i = 0; i < activities->count; i++)
    S_check_ages(check, ((const hhp_activity *)activities->items[i])->target_group);
}

/* An activity in one of its focus areas, compared with the others there. */
typedef struct {
  const hhp_activity *activity;
  const char *folded; /* its title, folded */
  int32_t from, to;   /* INT32_MIN and INT32_MAX: no limit is stated */
} S_candidate;

/* What activities that may overlap have in common. */
typedef struct {
  const void *title;
  const void *area;
} S_group_key;

typedef struct {
  hhp__check *check;
  hhp__arena arena;
  hhp__index keys;            /* title without its ages -> an address that identifies it */
  hhp__index by_key;          /* S_group_key -> hhp__list of S_candidate * */
  hhp__list groups;           /* the same lists, in the order of the plan */
  unsigned char *is_reported; /* by activity */
} S_ages;

static void S_ages_of(const hhp_activity *activity, int32_t *from, int32_t *to) {
  const hhp_target_group *group = activity->target_group;
  *from = group->age_min == HHP_ABSENT ? INT32_MIN : group->age_min;
  *to = group->age_max == HHP_ABSENT ? INT32_MAX : group->age_max;
}

static const char S_digits[] = "0123456789";

/* Whether the digits are the number, without leading zeros. */
static int S_is_number(const char *digits, size_t length, int32_t number) {
  char buffer[HHP__DIGITS_SIZE];
  const char *text = hhp__digits(number, buffer);
  return number != HHP_ABSENT && strlen(text) == length && memcmp(text, digits, length) == 0;
}

static int S_is_age(const char *digits, size_t length, const hhp_target_group *group) {
  return S_is_number(digits, length, group->age_min) || S_is_number(digits, length, group->age_max);
}

/* Whether the title contains one of the group's ages. */
static int S_says_age(const char *title, const hhp_target_group *group) {
  for (const char *p = strpbrk(title, S_digits); p != NULL; p = strpbrk(p, S_digits)) {
    size_t length = strspn(p, S_digits);
    if (S_is_age(p, length, group))
      return 1;
    p += length;
  }
  return 0;
}

/* Writes the title with its own ages removed, so that "(0-6 år)" and "(6-15 år)" give the same. Other numbers are
 * kept. */
static void S_write_title_without_ages(hhp__buffer *out, const char *folded, const hhp_target_group *group) {
  while (*folded != '\0') {
    size_t digits = strspn(folded, S_digits);
    if (digits == 0) {
      hhp__putc(out, *folded++);
      continue;
    }
    if (S_is_age(folded, digits, group))
      hhp__putc(out, '#');
    else
      hhp__put(out, folded, digits);
    folded += digits;
  }
}

static int S_add_candidate(S_ages *ages, S_group_key group_key, S_candidate candidate) {
  S_group_key *key = hhp__arena_new(&ages->arena, sizeof(*key));
  S_candidate *added = hhp__arena_new(&ages->arena, sizeof(*added));
  if (key == NULL || added == NULL)
    return -1;
  *key = group_key;
  *added = candidate;
  hhp__slot *slot = hhp__index_add(&ages->by_key, (const char *)key, sizeof(*key));
  if (slot == NULL)
    return -1;
  if (slot->value == NULL) {
    slot->value = hhp__arena_new(&ages->arena, sizeof(hhp__list));
    if (slot->value == NULL || hhp__list_add(&ages->groups, &ages->arena, slot->value) != 0)
      return -1;
  }
  return hhp__list_add(slot->value, &ages->arena, added);
}

/* The address that identifies the title without its ages; NULL if memory ran out. */
static const void *S_intern_title(S_ages *ages, const char *folded, const hhp_target_group *group) {
  hhp__buffer key = {0};
  S_write_title_without_ages(&key, folded, group);
  const char *kept = key.failed ? NULL : hhp__arena_text(&ages->arena, key.text, key.length);
  hhp__slot *slot = kept == NULL ? NULL : hhp__index_add(&ages->keys, kept, key.length);
  hhp__buffer_free(&key);
  if (slot == NULL)
    return NULL;
  if (slot->value == NULL)
    slot->value = (void *)(uintptr_t)kept;
  return slot->value;
}

static const char *S_folded(S_ages *ages, const char *title) {
  hhp__buffer folded = {0};
  hhp__fold(&folded, title);
  hhp__put(&folded, "", 0);
  const char *kept = folded.failed ? NULL : hhp__arena_text(&ages->arena, folded.text, folded.length);
  hhp__buffer_free(&folded);
  return kept;
}

static int S_add_activity(S_ages *ages, const hhp_activity *activity) {
  const hhp_target_group *group = activity->target_group;
  if (!hhp__has_valid_ages(group) || !S_says_age(activity->title, group))
    return 0;
  S_candidate candidate = {.activity = activity, .folded = S_folded(ages, activity->title)};
  S_ages_of(activity, &candidate.from, &candidate.to);
  const void *title = candidate.folded == NULL ? NULL : S_intern_title(ages, candidate.folded, group);
  if (title == NULL)
    return -1;
  for (uint32_t i = 0; i < activity->focus_areas.count; i++) {
    const void *area = hhp__referent(&activity->object, activity->focus_areas.items[i]);
    if (S_add_candidate(ages, (S_group_key){title, area}, candidate) != 0)
      return -1;
  }
  return 0;
}

static int S_by_age(const void *a, const void *b) {
  const S_candidate *x = *(void *const *)a;
  const S_candidate *y = *(void *const *)b;
  if (x->from != y->from)
    return x->from < y->from ? -1 : 1;
  return x->activity->object.index < y->activity->object.index ? -1 : 1;
}

/* Both limits are absent only where neither activity states an age, and then neither is compared. */
static hhp__message S_overlap_message(int32_t from, int32_t to) {
  if (to == INT32_MAX)
    return HHP__M_AGES_OVERLAP_FROM;
  if (from == INT32_MIN)
    return HHP__M_AGES_OVERLAP_TO;
  return from == to ? HHP__M_AGE_OVERLAPS : HHP__M_AGES_OVERLAP;
}

static void S_report_overlap(S_ages *ages, const S_candidate *earlier, const S_candidate *later) {
  uint32_t number = later->activity->object.index;
  if (ages->is_reported[number])
    return;
  ages->is_reported[number] = 1;
  int32_t from = later->from;
  int32_t to = earlier->to < later->to ? earlier->to : later->to;
  hhp_finding *finding =
      hhp__find_at(ages->check, S_overlap_message(from, to), hhp__whole(later->activity->target_group));
  hhp__arg_text(finding, "title", later->activity->title, strlen(later->activity->title));
  hhp__arg_text(finding, "other", earlier->activity->title, strlen(earlier->activity->title));
  if (from != INT32_MIN)
    hhp__arg_number(finding, "from", from);
  if (to != INT32_MAX)
    hhp__arg_number(finding, "to", to);
  hhp__relate_to(ages->check, finding, hhp__whole(earlier->activity->target_group));
}

/* Goes through the group by lowest age, and compares each activity with the one so far that has the highest age. */
static void S_sweep(S_ages *ages, const hhp__list *group) {
  if (group->count < 2)
    return;
  qsort(group->items, group->count, sizeof(*group->items), S_by_age);
  const S_candidate *furthest = group->items[0];
  for (uint32_t i = 1; i < group->count; i++) {
    const S_candidate *candidate = group->items[i];
    if (candidate->from <= furthest->to && strcmp(candidate->folded, furthest->folded) != 0)
      S_report_overlap(ages, furthest, candidate);
    if (candidate->to > furthest->to)
      furthest = candidate;
  }
}

static int S_find_overlaps(S_ages *ages) {
  const hhp__list *activities = &ages->check->plan->activities;
  for (uint32_t i = 0; i < activities->count; i++) {
    if (S_add_activity(ages, activities->items[i]) != 0)
      return -1;
  }
  for (uint32_t i = 0; i < ages->groups.count; i++)
    S_sweep(ages, ages->groups.items[i]);
  return 0;
}

void hhp__rule_age_ranges_overlap(hhp__check *check) {
  if (!hhp__is_on(check, HHP__M_AGES_OVERLAP))
    return;
  S_ages ages = {.check = check};
  ages.is_reported = calloc(check->plan->activities.count + 1, 1);
  if (ages.is_reported == NULL || S_find_overlaps(&ages) != 0)
    hhp__out_of_memory(check);
  hhp__index_free(&ages.keys);
  hhp__index_free(&ages.by_key);
  hhp__arena_free(&ages.arena);
  free(ages.is_reported);
}
