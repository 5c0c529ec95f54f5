/* HP321: every activity is covered by an agreement that has all of its parties and is in force while it runs. */
#include <stdlib.h>
#include <string.h>

#include "core/index.h"
#include "rules/check.h"
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
  int32_t reach; /* the last day of any in its group up to here */
} S_offer;

/* Agreements of just the same parties, by their first days. Thus the search goes through groups, of which there are few,
 * and not through agreements. */
typedef struct {
  S_offer **offers;
  uint32_t count;
  const hhp_agreement *first; /* in the file */
} S_group;

/* What covers the same, first as offers, then as groups. */
typedef struct {
  hhp__list offers; /* of S_offer * */
  S_group *groups;  /* in the order of the file */
  uint32_t group_count;
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
                     S_span(agreement->valid_from, agreement->valid_to), 0};
  if (agreement->activities.count > 0)
    return S_add_to_listed(offers, offer);
  if (agreement->focus_area == NULL)
    return hhp__list_add(&offers->general.offers, &offers->arena, offer);
  uint32_t place = S_place(plan, HHP__E_focus_area, agreement->focus_area);
  int serves_all = hhp_focus_area_cross_cutting(plan->focus_areas.items[place]);
  S_cover *cover = serves_all ? &offers->general : &offers->by_area[place];
  return hhp__list_add(&cover->offers, &offers->arena, offer);
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
  if (x->span.first != y->span.first)
    return x->span.first < y->span.first ? -1 : 1;
  return x->agreement->object.index < y->agreement->object.index ? -1 : 1;
}

static int S_by_first(const void *a, const void *b) {
  uint32_t x = ((const S_group *)a)->first->object.index;
  uint32_t y = ((const S_group *)b)->first->object.index;
  return x < y ? -1 : x > y;
}

/* Puts the offer, which is next in order, into its group. */
static void S_join(S_cover *cover, S_offer **offer) {
  S_group *group = cover->group_count == 0 ? NULL : &cover->groups[cover->group_count - 1];
  if (group == NULL || S_compare_parties(&group->offers[0]->parties, &(*offer)->parties) != 0) {
    group = &cover->groups[cover->group_count++];
    *group = (S_group){offer, 0, (*offer)->agreement};
  }
  int32_t before = group->count == 0 ? HHP__EVER_BEFORE : group->offers[group->count - 1]->reach;
  (*offer)->reach = (*offer)->span.last > before ? (*offer)->span.last : before;
  if ((*offer)->agreement->object.index < group->first->object.index)
    group->first = (*offer)->agreement;
  group->count++;
}

/* Each offer may stand in several covers, in different groups of the same parties; its reach is good only within one, so
 * every cover has offers of its own. */
static int S_group_offers(S_offers *offers, S_cover *cover) {
  uint32_t count = cover->offers.count;
  S_offer **own = hhp__arena_new(&offers->arena, ((size_t)count + 1) * sizeof(S_offer *));
  cover->groups = hhp__arena_new(&offers->arena, ((size_t)count + 1) * sizeof(S_group));
  if (own == NULL || cover->groups == NULL)
    return -1;
  for (uint32_t i = 0; i < count; i++) {
    own[i] = hhp__arena_new(&offers->arena, sizeof(S_offer));
    if (own[i] == NULL)
      return -1;
    *own[i] = *(const S_offer *)cover->offers.items[i];
  }
  qsort(own, count, sizeof(S_offer *), S_by_parties);
  for (uint32_t i = 0; i < count; i++)
    S_join(cover, &own[i]);
  qsort(cover->groups, cover->group_count, sizeof(S_group), S_by_first);
  return 0;
}

/* Whether any of the group is in force on some day of the span: among those that begin by its end, one reaches its
 * beginning. */
static int S_is_in_force(const S_group *group, hhp__span span) {
  uint32_t low = 0;
  uint32_t high = group->count;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (group->offers[middle]->span.first <= span.last)
      low = middle + 1;
    else
      high = middle;
  }
  return low > 0 && group->offers[low - 1]->reach >= span.first;
}

static S_nearness S_judge(const S_search *search, const S_group *group) {
  if (!S_has_all(&group->offers[0]->parties, &search->parties))
    return LACKS_PARTIES;
  return S_is_in_force(group, search->span) ? COVERED : NOT_IN_FORCE;
}

static void S_look_among(S_search *search, const S_cover *cover) {
  for (uint32_t i = 0; i < cover->group_count && search->nearness != COVERED; i++) {
    S_nearness nearness = S_judge(search, &cover->groups[i]);
    if (nearness <= search->nearness)
      continue;
    search->nearness = nearness;
    search->nearest = cover->groups[i].first;
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
}

static void S_look_at(S_offers *offers, const hhp_activity *activity) {
  const hhp_plan *plan = offers->check->plan;
  S_search search = {.activity = activity, .parties = S_parties_of(plan, &activity->parties, offers->room)};
  search.span = S_span_of_activity(offers, activity);
  S_look_among(&search, &offers->by_activity[activity->object.index]);
  for (uint32_t i = 0; i < activity->focus_areas.count; i++)
    S_look_among(&search, &offers->by_area[S_place(plan, HHP__E_focus_area, activity->focus_areas.items[i])]);
  S_look_among(&search, &offers->general);
  if (search.nearness != COVERED)
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
  if (S_group_all(offers, &offers->general, 1) != 0 ||
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
