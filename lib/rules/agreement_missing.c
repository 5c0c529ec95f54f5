/* HP321: every activity is covered by an agreement that has all of its parties and is in force while it runs. */
#include <stdlib.h>
#include <string.h>

#include "base/index.h"
#include "rules/context.h"
#include "rules/period.h"

/* Parties, each once, by their place in the list of parties, in order. `mask` has a bit for each, several to a bit: what
 * lacks one of another's bits lacks one of its parties, and only else they need be gone through. */
typedef struct {
  uint64_t mask;
  uint32_t *places;
  uint32_t count;
} S_parties;

/* An agreement as the search for one sees it. */
typedef struct {
  const hhp_agreement *agreement;
  S_parties parties;
  hhp__span span;
} S_offer;

/* When any of several agreements is in force: their spans by first day, where each ends with the last day of all up to
 * there. */
typedef struct {
  hhp__span *spans;
  uint32_t count;
} S_times;

/* Agreements of just the same parties. */
typedef struct {
  const S_parties *parties;
  S_times times;
  const hhp_agreement *first; /* in the file */
} S_group;

/* That a party is in a group. */
typedef struct {
  uint32_t party;
  uint32_t group;
} S_entry;

/* What covers the same. An activity's parties are all in one group at most as often as the rarest of them is in any, so
 * that the search goes through few groups, and never through agreements. */
typedef struct {
  hhp__list offers; /* of S_offer * */
  S_group *groups;  /* in the order of the file */
  uint32_t group_count;
  S_entry *entries; /* by party, then by group */
  uint32_t entry_count;
  S_times times; /* of all of them */
} S_cover;

/* How near an activity is to having its agreement; the last is there. */
typedef enum { UNCOVERED, LACKS_PARTIES, NOT_IN_FORCE, COVERED } S_nearness;

typedef struct {
  const hhp_activity *activity;
  S_parties parties;
  hhp__span span;
  S_nearness nearness;
  const hhp_agreement *nearest;
} S_search;

/* The agreements by what they cover. Those of a cross-cutting area cover every activity. */
typedef struct {
  hhp__check *check;
  hhp__arena arena;
  S_cover general;
  S_cover of_any_area;  /* all that are in by_area */
  S_cover *by_area;     /* by place in the list of focus areas */
  S_cover *by_activity; /* by place in the list of activities */
  uint32_t *room;       /* for the parties of any activity */
  hhp__span plan;
} S_offers;

static uint32_t S_place(const hhp_plan *plan, uint8_t entity, const char *id) {
  return hhp__object_with_id(&plan->object, entity, id)->index;
}

static int S_by_place(const void *a, const void *b) {
  uint32_t x = *(const uint32_t *)a;
  uint32_t y = *(const uint32_t *)b;
  return x < y ? -1 : x > y;
}

/* `places` has room for all of the list. */
static S_parties S_parties_of(const hhp_plan *plan, const hhp__list *ids, uint32_t *places) {
  S_parties parties = {0, places, 0};
  for (uint32_t i = 0; i < ids->count; i++)
    places[i] = S_place(plan, HHP__E_party, ids->items[i]);
  qsort(places, ids->count, sizeof(*places), S_by_place);
  for (uint32_t i = 0; i < ids->count; i++) {
    if (i > 0 && places[i] == places[i - 1])
      continue;
    parties.mask |= UINT64_C(1) << places[i] % 64;
    places[parties.count++] = places[i];
  }
  return parties;
}

static int S_has_all(const S_parties *parties, const S_parties *wanted) {
  if ((wanted->mask & ~parties->mask) != 0)
    return 0;
  uint32_t k = 0;
  for (uint32_t i = 0; i < wanted->count; i++, k++) {
    while (k < parties->count && parties->places[k] < wanted->places[i])
      k++;
    if (k == parties->count || parties->places[k] != wanted->places[i])
      return 0;
  }
  return 1;
}

/* Dates the wrong way round say nothing (HP501 tells of them). */
static hhp__span S_span(int32_t start, int32_t end) {
  return hhp__is_backwards(start, end) ? hhp__span_of(0, 0) : hhp__span_of(start, end);
}

static int S_add_to_listed(S_offers *offers, S_offer *offer) {
  const hhp_agreement *agreement = offer->agreement;
  for (uint32_t i = 0; i < agreement->activities.count; i++) {
    uint32_t place = S_place(offers->check->plan, HHP__E_activity, agreement->activities.items[i]);
    if (hhp__list_add(&offers->by_activity[place].offers, &offers->arena, offer) != 0)
      return -1;
  }
  return 0;
}

static int S_add_offer(S_offers *offers, const hhp_agreement *agreement) {
  const hhp_plan *plan = offers->check->plan;
  S_offer *offer = hhp__arena_new(&offers->arena, sizeof(*offer));
  uint32_t *places = hhp__arena_new(&offers->arena, ((size_t)agreement->parties.count + 1) * sizeof(*places));
  if (offer == NULL || places == NULL)
    return -1;
  *offer = (S_offer){agreement, S_parties_of(plan, &agreement->parties, places),
                     S_span(agreement->valid_from, agreement->valid_to)};
  if (agreement->activities.count > 0)
    return S_add_to_listed(offers, offer);
  if (agreement->focus_area == NULL)
    return hhp__list_add(&offers->general.offers, &offers->arena, offer);
  uint32_t place = S_place(plan, HHP__E_focus_area, agreement->focus_area);
  int serves_all = hhp_focus_area_cross_cutting(plan->focus_areas.items[place]);
  if (serves_all)
    return hhp__list_add(&offers->general.offers, &offers->arena, offer);
  if (hhp__list_add(&offers->of_any_area.offers, &offers->arena, offer) != 0)
    return -1;
  return hhp__list_add(&offers->by_area[place].offers, &offers->arena, offer);
}

static int S_compare_parties(const S_parties *a, const S_parties *b) {
  if (a->count != b->count)
    return a->count < b->count ? -1 : 1;
  for (uint32_t i = 0; i < a->count; i++) {
    if (a->places[i] != b->places[i])
      return a->places[i] < b->places[i] ? -1 : 1;
  }
  return 0;
}

static int S_by_parties(const void *a, const void *b) {
  const S_offer *x = *(void *const *)a;
  const S_offer *y = *(void *const *)b;
  int order = S_compare_parties(&x->parties, &y->parties);
  if (order != 0)
    return order;
  return x->agreement->object.index < y->agreement->object.index ? -1 : 1;
}

static int S_by_first_day(const void *a, const void *b) {
  int32_t x = ((const hhp__span *)a)->first;
  int32_t y = ((const hhp__span *)b)->first;
  return x < y ? -1 : x > y;
}

static int S_by_first(const void *a, const void *b) {
  uint32_t x = ((const S_group *)a)->first->object.index;
  uint32_t y = ((const S_group *)b)->first->object.index;
  return x < y ? -1 : x > y;
}

static int S_by_party(const void *a, const void *b) {
  const S_entry *x = a;
  const S_entry *y = b;
  if (x->party != y->party)
    return x->party < y->party ? -1 : 1;
  return x->group < y->group ? -1 : x->group > y->group;
}

/* -1 when memory ran out. */
static int S_note_times(S_offers *offers, S_times *times, void **of, uint32_t count) {
  times->spans = hhp__arena_new(&offers->arena, ((size_t)count + 1) * sizeof(*times->spans));
  if (times->spans == NULL)
    return -1;
  times->count = count;
  for (uint32_t i = 0; i < count; i++)
    times->spans[i] = ((const S_offer *)of[i])->span;
  qsort(times->spans, count, sizeof(*times->spans), S_by_first_day);
  for (uint32_t i = 1; i < count; i++) {
    if (times->spans[i].last < times->spans[i - 1].last)
      times->spans[i].last = times->spans[i - 1].last;
  }
  return 0;
}

/* Whether any is in force on some day of the span: among those that begin by its end, one reaches its beginning. */
static int S_is_in_force(const S_times *times, hhp__span span) {
  uint32_t low = 0;
  uint32_t high = times->count;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (times->spans[middle].first <= span.last)
      low = middle + 1;
    else
      high = middle;
  }
  return low > 0 && times->spans[low - 1].last >= span.first;
}

/* The offers are by parties already. */
static int S_add_groups(S_offers *offers, S_cover *cover) {
  void **items = cover->offers.items;
  uint32_t count = cover->offers.count;
  for (uint32_t start = 0, end; start < count; start = end) {
    const S_offer *first = items[start];
    S_group *group = &cover->groups[cover->group_count++];
    *group = (S_group){.parties = &first->parties, .first = first->agreement};
    for (end = start + 1; end < count; end++) {
      if (S_compare_parties(&first->parties, &((const S_offer *)items[end])->parties) != 0)
        break;
    }
    if (S_note_times(offers, &group->times, items + start, end - start) != 0)
      return -1;
    cover->entry_count += group->parties->count;
  }
  return 0;
}

static int S_add_entries(S_offers *offers, S_cover *cover) {
  cover->entries = hhp__arena_new(&offers->arena, ((size_t)cover->entry_count + 1) * sizeof(*cover->entries));
  if (cover->entries == NULL)
    return -1;
  S_entry *next = cover->entries;
  for (uint32_t i = 0; i < cover->group_count; i++) {
    for (uint32_t k = 0; k < cover->groups[i].parties->count; k++)
      *next++ = (S_entry){cover->groups[i].parties->places[k], i};
  }
  qsort(cover->entries, cover->entry_count, sizeof(*cover->entries), S_by_party);
  return 0;
}

static int S_group_offers(S_offers *offers, S_cover *cover) {
  uint32_t count = cover->offers.count;
  cover->groups = hhp__arena_new(&offers->arena, ((size_t)count + 1) * sizeof(S_group));
  if (cover->groups == NULL || S_note_times(offers, &cover->times, cover->offers.items, count) != 0)
    return -1;
  qsort(cover->offers.items, count, sizeof(*cover->offers.items), S_by_parties);
  if (S_add_groups(offers, cover) != 0)
    return -1;
  qsort(cover->groups, cover->group_count, sizeof(S_group), S_by_first);
  return S_add_entries(offers, cover);
}

/* The first entry of that party or a later one. */
static uint32_t S_entry_from(const S_cover *cover, uint32_t party) {
  uint32_t low = 0;
  uint32_t high = cover->entry_count;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (cover->entries[middle].party < party)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* The entries of the party that is in fewest groups. */
static void S_rarest(const S_cover *cover, const S_parties *parties, uint32_t *from, uint32_t *to) {
  *from = 0;
  *to = UINT32_MAX;
  for (uint32_t i = 0; i < parties->count; i++) {
    uint32_t start = S_entry_from(cover, parties->places[i]);
    uint32_t end = S_entry_from(cover, parties->places[i] + 1);
    if (end - start < *to - *from) {
      *from = start;
      *to = end;
    }
  }
}

static void S_take(S_search *search, S_nearness nearness, const hhp_agreement *agreement) {
  if (nearness <= search->nearness)
    return;
  search->nearness = nearness;
  search->nearest = agreement;
}

static void S_look_among(S_search *search, const S_cover *cover) {
  if (cover->group_count == 0)
    return;
  S_take(search, LACKS_PARTIES, cover->groups[0].first);
  if (search->parties.count == 0) {
    S_take(search, S_is_in_force(&cover->times, search->span) ? COVERED : NOT_IN_FORCE, cover->groups[0].first);
    return;
  }
  uint32_t from, to;
  S_rarest(cover, &search->parties, &from, &to);
  for (uint32_t i = from; i < to && search->nearness != COVERED; i++) {
    const S_group *group = &cover->groups[cover->entries[i].group];
    if (S_has_all(group->parties, &search->parties))
      S_take(search, S_is_in_force(&group->times, search->span) ? COVERED : NOT_IN_FORCE, group->first);
  }
}

/* A side of its period that an activity does not give is the plan's. */
static hhp__span S_span_of_activity(const S_offers *offers, const hhp_activity *activity) {
  hhp__span span = S_span(activity->start, activity->end);
  if (span.first == HHP__EVER_BEFORE)
    span.first = offers->plan.first;
  if (span.last == HHP__EVER_AFTER)
    span.last = offers->plan.last;
  return span;
}

/* The first of the activity's parties that the nearest agreement lacks. */
static void S_tell_lacking(hhp__check *check, hhp_finding *finding, const S_search *search) {
  const hhp_plan *plan = check->plan;
  const hhp__list *parties = &search->nearest->parties;
  uint8_t *has = finding == NULL ? NULL : calloc((size_t)plan->parties.count + 1, 1);
  if (has == NULL) {
    if (finding != NULL)
      hhp__out_of_memory(check);
    return;
  }
  for (uint32_t i = 0; i < parties->count; i++)
    has[S_place(plan, HHP__E_party, parties->items[i])] = 1;
  const hhp__list *wanted = &search->activity->parties;
  uint32_t i = 0;
  while (has[S_place(plan, HHP__E_party, wanted->items[i])])
    i++;
  const hhp_party *lacking = plan->parties.items[S_place(plan, HHP__E_party, wanted->items[i])];
  hhp__arg_text(finding, "party", lacking->name, strlen(lacking->name));
  hhp__relate_to(check, finding, (hhp__spot){&search->activity->object, HHP__FIELD(activity, parties), i});
  free(has);
}

static void S_tell(hhp__check *check, const S_search *search) {
  static const hhp__message messages[] = {HHP__M_AGREEMENT_NONE, HHP__M_AGREEMENT_PARTIES,
                                          HHP__M_AGREEMENT_NOT_IN_FORCE};
  const hhp_activity *activity = search->activity;
  hhp_finding *finding = hhp__find_at(check, messages[search->nearness], hhp__whole(activity));
  hhp__arg_text(finding, "title", activity->title, strlen(activity->title));
  hhp__arg_text(finding, "activity", activity->id, strlen(activity->id));
  if (search->nearest == NULL)
    return;
  hhp__arg_text(finding, "other", search->nearest->title, strlen(search->nearest->title));
  hhp__arg_text(finding, "agreement", search->nearest->id, strlen(search->nearest->id));
  hhp__relate_to(check, finding, hhp__whole(search->nearest));
  if (search->nearness == LACKS_PARTIES)
    S_tell_lacking(check, finding, search);
}

/* What lies wholly outside the plan is told of by HP506. */
static int S_is_outside(const S_offers *offers, hhp__span span) {
  return span.first > offers->plan.last || span.last < offers->plan.first;
}

/* Whether the activity would be covered in some focus area, and only fails to name it (HP301). */
static int S_only_lacks_area(const S_offers *offers, const S_search *search) {
  S_search elsewhere = *search;
  if (search->activity->focus_areas.count > 0 || offers->check->plan->focus_areas.count == 0)
    return 0;
  S_look_among(&elsewhere, &offers->of_any_area);
  return elsewhere.nearness == COVERED;
}

static void S_look_at(S_offers *offers, const hhp_activity *activity) {
  const hhp_plan *plan = offers->check->plan;
  S_search search = {.activity = activity, .parties = S_parties_of(plan, &activity->parties, offers->room)};
  search.span = S_span_of_activity(offers, activity);
  S_look_among(&search, &offers->by_activity[activity->object.index]);
  for (uint32_t i = 0; i < activity->focus_areas.count; i++)
    S_look_among(&search, &offers->by_area[S_place(plan, HHP__E_focus_area, activity->focus_areas.items[i])]);
  S_look_among(&search, &offers->general);
  if (search.nearness == COVERED || S_only_lacks_area(offers, &search) ||
      (search.nearness == NOT_IN_FORCE && S_is_outside(offers, search.span)))
    return;
  S_tell(offers->check, &search);
}

static size_t S_most_parties(const hhp_plan *plan) {
  uint32_t most = 0;
  for (uint32_t i = 0; i < plan->activities.count; i++) {
    uint32_t count = ((const hhp_activity *)plan->activities.items[i])->parties.count;
    most = count > most ? count : most;
  }
  return most;
}

static int S_group_all(S_offers *offers, S_cover *covers, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    if (covers[i].offers.count > 0 && S_group_offers(offers, &covers[i]) != 0)
      return -1;
  }
  return 0;
}

static int S_collect(S_offers *offers) {
  const hhp_plan *plan = offers->check->plan;
  offers->room = calloc(S_most_parties(plan) + 1, sizeof(*offers->room));
  offers->by_area = calloc((size_t)plan->focus_areas.count + 1, sizeof(*offers->by_area));
  offers->by_activity = calloc((size_t)plan->activities.count + 1, sizeof(*offers->by_activity));
  if (offers->room == NULL || offers->by_area == NULL || offers->by_activity == NULL)
    return -1;
  for (uint32_t i = 0; i < plan->agreements.count; i++) {
    if (S_add_offer(offers, plan->agreements.items[i]) != 0)
      return -1;
  }
  if (S_group_all(offers, &offers->general, 1) != 0 || S_group_all(offers, &offers->of_any_area, 1) != 0 ||
      S_group_all(offers, offers->by_area, plan->focus_areas.count) != 0)
    return -1;
  return S_group_all(offers, offers->by_activity, plan->activities.count);
}

void hhp__rule_agreement_missing(hhp__check *check) {
  if (!hhp__is_on(check, HHP__M_AGREEMENT_NONE))
    return;
  S_offers offers = {.check = check, .plan = hhp__plan_span(check->plan)};
  if (S_collect(&offers) != 0)
    hhp__out_of_memory(check);
  for (uint32_t i = 0; i < check->plan->activities.count && !check->has_failed; i++)
    S_look_at(&offers, check->plan->activities.items[i]);
  free(offers.room);
  free(offers.by_area);
  free(offers.by_activity);
  hhp__arena_free(&offers.arena);
}
