/* HP305: activities of one focus area that differ in the ages alone. */
#include <stdlib.h>
#include <string.h>

#include "core/index.h"
#include "core/kroner.h"
#include "core/text.h"
#include "rules/check.h"

/* An activity in one of its focus areas. */
typedef struct {
  const hhp_activity *activity;
  const char *folded; /* its title, folded */
  int32_t from, to;
} S_offer;

typedef struct {
  hhp__check *check;
  hhp__arena arena;
  hhp__index by_key;   /* focus area and key -> hhp__list of S_offer */
  hhp__list groups;    /* the same lists, in the order of the plan */
  unsigned char *told; /* by activity */
} S_ages;

static void S_ages_of(const hhp_activity *activity, int32_t *from, int32_t *to) {
  const hhp_target_group *group = activity->target_group;
  *from = group->age_min == HHP_ABSENT ? INT32_MIN : group->age_min;
  *to = group->age_max == HHP_ABSENT ? INT32_MAX : group->age_max;
}

static const char S_digits[] = "0123456789";

/* Whether the digits are the number. Longer runs of digits are no age. */
static int S_is_number(const char *digits, size_t length, int32_t number) {
  char room[HHP__DIGITS];
  const char *text = hhp__digits(number, room);
  return number != HHP_ABSENT && strlen(text) == length && memcmp(text, digits, length) == 0;
}

static int S_is_age(const char *digits, size_t length, const hhp_target_group *group) {
  return S_is_number(digits, length, group->age_min) || S_is_number(digits, length, group->age_max);
}

/* Whether the title says any of the group's ages. */
static int S_says_age(const char *title, const hhp_target_group *group) {
  for (const char *p = strpbrk(title, S_digits); p != NULL; p = strpbrk(p, S_digits)) {
    size_t length = strspn(p, S_digits);
    if (S_is_age(p, length, group))
      return 1;
    p += length;
  }
  return 0;
}

/* The title with its own ages taken out, so that "(0-6 år)" and "(6-15 år)" leave the same. Other numbers stay. */
static void S_put_key(hhp__buffer *out, const char *folded, const hhp_target_group *group) {
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

static int S_add_offer(S_ages *ages, const char *key, size_t length, S_offer offer) {
  const char *kept = hhp__arena_text(&ages->arena, key, length);
  S_offer *made = hhp__arena_new(&ages->arena, sizeof(*made));
  hhp__slot *slot = kept == NULL || made == NULL ? NULL : hhp__index_add(&ages->by_key, kept, length);
  if (slot == NULL)
    return -1;
  *made = offer;
  if (slot->value == NULL) {
    slot->value = hhp__arena_new(&ages->arena, sizeof(hhp__list));
    if (slot->value == NULL || hhp__list_add(&ages->groups, &ages->arena, slot->value) != 0)
      return -1;
  }
  return hhp__list_add(slot->value, &ages->arena, made);
}

static int S_add_activity(S_ages *ages, const hhp_activity *activity) {
  const hhp_target_group *group = activity->target_group;
  if (!S_says_age(activity->title, group))
    return 0;
  hhp__buffer folded = {0};
  hhp__buffer key = {0};
  hhp__fold(&folded, activity->title);
  hhp__put(&folded, "", 0);
  S_offer offer = {.activity = activity};
  S_ages_of(activity, &offer.from, &offer.to);
  offer.folded = folded.failed ? NULL : hhp__arena_text(&ages->arena, folded.text, folded.length);
  int result = offer.folded == NULL ? -1 : 0;
  for (uint32_t i = 0; result == 0 && i < activity->focus_areas.count; i++) {
    key.length = 0;
    hhp__puts(&key, activity->focus_areas.items[i]);
    hhp__putc(&key, '\n');
    S_put_key(&key, offer.folded, group);
    result = key.failed ? -1 : S_add_offer(ages, key.text, key.length, offer);
  }
  hhp__buffer_free(&folded);
  hhp__buffer_free(&key);
  return result;
}

static int S_by_age(const void *a, const void *b) {
  const S_offer *x = *(void *const *)a;
  const S_offer *y = *(void *const *)b;
  if (x->from != y->from)
    return x->from < y->from ? -1 : 1;
  return x->activity->object.index < y->activity->object.index ? -1 : 1;
}

static void S_tell(S_ages *ages, const S_offer *earlier, const S_offer *later) {
  uint32_t number = later->activity->object.index;
  if (ages->told[number])
    return;
  ages->told[number] = 1;
  int32_t from = later->from;
  int32_t to = earlier->to < later->to ? earlier->to : later->to;
  hhp__message message = from == to ? HHP__M_AGE_OVERLAPS : HHP__M_AGES_OVERLAP;
  hhp_finding *finding = hhp__find_at(ages->check, message, hhp__whole(later->activity->target_group));
  hhp__arg_text(finding, "title", later->activity->title, strlen(later->activity->title));
  hhp__arg_text(finding, "other", earlier->activity->title, strlen(earlier->activity->title));
  hhp__arg_number(finding, "from", from < 0 ? 0 : from);
  hhp__arg_number(finding, "to", to > 120 ? 120 : to);
  hhp__relate_to(ages->check, finding, hhp__whole(earlier->activity->target_group));
}

/* In order of age, each is held against the one so far that reaches furthest up. */
static void S_sweep(S_ages *ages, const hhp__list *group) {
  if (group->count < 2)
    return;
  qsort(group->items, group->count, sizeof(*group->items), S_by_age);
  const S_offer *furthest = group->items[0];
  for (uint32_t i = 1; i < group->count; i++) {
    const S_offer *offer = group->items[i];
    if (offer->from <= furthest->to && strcmp(offer->folded, furthest->folded) != 0)
      S_tell(ages, furthest, offer);
    if (offer->to > furthest->to)
      furthest = offer;
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
  ages.told = calloc(check->plan->activities.count + 1, 1);
  if (ages.told == NULL || S_find_overlaps(&ages) != 0)
    hhp__out_of_memory(check);
  hhp__index_free(&ages.by_key);
  hhp__arena_free(&ages.arena);
  free(ages.told);
}
