/* HP321: every activity is covered by an agreement that has all of its parties and is in force while it runs.
 *
 * Comparing every activity with every agreement would be quadratic. Instead, the rule builds an inverted index: an
 * agreement is a set of tags, which are its parties and what it covers, and each tag has the list of agreements that
 * have it. An activity may be covered by name, by each of its focus areas, or by an agreement on everything. Each of
 * these is one question, that is, a query: which agreements have the tag of that coverage and the tags of all
 * parties of the activity? Questions with the same tags are answered together, in one pass over the shortest of
 * their lists.
 *
 * In a file with thousands of different sets of the same few parties, both in activities and in agreements, even the
 * shortest list is long. Tags with long lists therefore also have a bit for each agreement, and a question that has
 * only such tags is answered 64 agreements at a time. The time is still quadratic, since no algorithm is known that
 * is always faster for subset queries, but 100,000 activities of 6 parties and as many agreements take a second. */
#include <stdlib.h>
#include <string.h>

#include "base/bits.h"
#include "base/index.h"
#include "rules/context.h"
#include "rules/period.h"

typedef struct {
  uint32_t *items; /* in ascending order, each once */
  uint32_t count;
  uint32_t number; /* for a set of parties: identifies the set */
  uint64_t mask;   /* bit `tag % 64` of each tag: a set can be a subset only if its mask is */
} S_tags;

typedef struct {
  const hhp_agreement *agreement;
  S_tags tags;
  hhp__span span;
} S_agreement;

/* How near an activity is to being covered, in ascending order. */
typedef enum { UNCOVERED, LACKS_PARTIES, NOT_IN_FORCE, COVERED } S_nearness;

typedef struct {
  const hhp_activity *activity;
  const S_tags *parties;
  hhp__span span;
  uint32_t coverage; /* the tag of what the agreement must cover */
  S_nearness nearness;
  const S_agreement *nearest; /* the first in the plan of those that are equally near */
} S_question;

typedef struct {
  hhp__check *check;
  hhp__span plan_span;
  hhp__arena arena;
  hhp__list *by_tag; /* of S_agreement *, in the order of the plan */
  S_agreement **agreements;
  uint64_t **bits;  /* by tag: a bit for each agreement, by its index; NULL if the list is no longer than `words` */
  uint64_t *found;  /* scratch memory of S_candidates(): likewise */
  size_t words;     /* of each of these */
  hhp__span *spans; /* scratch memory of S_answer(): one element per agreement */
  hhp__index party_sets; /* items of S_tags -> S_tags */
  S_question *questions; /* in the order of the plan; of an activity, the more specific coverage first */
  S_question **sorted;   /* by tags */
  size_t question_count;
  /* The tags of parties are their indices in the plan. The tags of what an agreement covers follow: */
  uint32_t first_activity; /* plus an index: that activity, if the agreement lists it */
  uint32_t first_area;     /* plus an index: that focus area, if the agreement lists no activities */
  uint32_t any_area;       /* every agreement on a focus area has this tag too */
  uint32_t all_activities; /* everything: there is neither, or the focus area is cross-cutting */
} S_search;

/* --- Tags --- */

static uint32_t S_number(const S_search *search, const char *id) {
  return hhp__referent(&search->check->plan->object, id)->index;
}

static void S_append(S_tags *tags, uint32_t tag) {
  tags->items[tags->count++] = tag;
  tags->mask |= UINT64_C(1) << tag % 64;
}

static void S_append_ids(const S_search *search, S_tags *tags, uint32_t first, const hhp__list *ids) {
  for (uint32_t i = 0; i < ids->count; i++)
    S_append(tags, first + S_number(search, ids->items[i]));
}

static int S_compare(uint32_t x, uint32_t y) {
  return (x > y) - (x < y);
}

static int S_by_tag(const void *a, const void *b) {
  return S_compare(*(const uint32_t *)a, *(const uint32_t *)b);
}

static void S_sort(S_tags *tags) {
  uint32_t count = tags->count;
  tags->count = 0;
  qsort(tags->items, count, sizeof(*tags->items), S_by_tag);
  for (uint32_t i = 0; i < count; i++) {
    if (tags->count == 0 || tags->items[tags->count - 1] != tags->items[i])
      S_append(tags, tags->items[i]);
  }
}

static int S_has(const S_tags *tags, uint32_t tag) {
  return bsearch(&tag, tags->items, tags->count, sizeof(tag), S_by_tag) != NULL;
}

static int S_has_all(const S_tags *tags, const S_question *question) {
  const S_tags *parties = question->parties;
  if ((parties->mask & ~tags->mask) != 0)
    return 0;
  uint32_t i = 0;
  while (i < parties->count && S_has(tags, parties->items[i]))
    i++;
  return i == parties->count && S_has(tags, question->coverage);
}

/* --- Agreements --- */

/* Dates in the wrong order (HP501) do not limit the span. */
static hhp__span S_span(int32_t start, int32_t end) {
  return hhp__is_backwards(start, end) ? hhp__span_of(0, 0) : hhp__span_of(start, end);
}

static void S_append_area(const S_search *search, S_tags *tags, const char *id) {
  uint32_t area = id == NULL ? 0 : S_number(search, id);
  if (id == NULL || hhp_focus_area_cross_cutting(search->check->plan->focus_areas.items[area])) {
    S_append(tags, search->all_activities);
    return;
  }
  S_append(tags, search->first_area + area);
  S_append(tags, search->any_area);
}

/* Returns 0, or -1 if out of memory, as the functions below do. */
static int S_add_agreement(S_search *search, const hhp_agreement *agreement) {
  size_t most_tags = (size_t)agreement->parties.count + agreement->activities.count + 2;
  S_agreement *added = hhp__arena_new(&search->arena, sizeof(*added));
  uint32_t *items = hhp__arena_new(&search->arena, most_tags * sizeof(*items));
  if (added == NULL || items == NULL)
    return -1;
  *added = (S_agreement){agreement, {.items = items}, S_span(agreement->valid_from, agreement->valid_to)};
  S_append_ids(search, &added->tags, 0, &agreement->parties);
  S_append_ids(search, &added->tags, search->first_activity, &agreement->activities);
  if (agreement->activities.count == 0)
    S_append_area(search, &added->tags, agreement->focus_area);
  S_sort(&added->tags);
  search->agreements[agreement->object.index] = added;
  for (uint32_t i = 0; i < added->tags.count; i++) {
    if (hhp__list_add(&search->by_tag[items[i]], &search->arena, added) != 0)
      return -1;
  }
  return 0;
}

/* A bit takes less memory than an entry of the list, where every 64th agreement or more has the tag. */
static int S_set_bits(S_search *search) {
  for (size_t tag = 0; tag <= search->all_activities; tag++) {
    const hhp__list *list = &search->by_tag[tag];
    if (list->count <= search->words)
      continue;
    uint64_t *bits = hhp__arena_new(&search->arena, search->words * sizeof(*bits));
    if (bits == NULL)
      return -1;
    for (uint32_t i = 0; i < list->count; i++) {
      uint32_t index = ((const S_agreement *)list->items[i])->agreement->object.index;
      bits[index / 64] |= UINT64_C(1) << index % 64;
    }
    search->bits[tag] = bits;
  }
  return 0;
}

/* --- Questions --- */

/* An activity without start or end date is taken to start or end with the plan. */
static hhp__span S_span_of_activity(const S_search *search, const hhp_activity *activity) {
  hhp__span span = S_span(activity->start, activity->end);
  if (span.first == HHP__EVER_BEFORE)
    span.first = search->plan_span.first;
  if (span.last == HHP__EVER_AFTER)
    span.last = search->plan_span.last;
  return span;
}

/* The set of these parties; activities with the same parties share one set. NULL if out of memory. */
static const S_tags *S_party_set(S_search *search, const hhp__list *ids) {
  S_tags *set = hhp__arena_new(&search->arena, sizeof(*set));
  uint32_t *items = hhp__arena_new(&search->arena, ((size_t)ids->count + 1) * sizeof(*items));
  if (set == NULL || items == NULL)
    return NULL;
  *set = (S_tags){.items = items, .number = (uint32_t)search->party_sets.count};
  S_append_ids(search, set, 0, ids);
  S_sort(set);
  hhp__slot *slot = hhp__index_add(&search->party_sets, (const char *)items, set->count * sizeof(*items));
  if (slot == NULL)
    return NULL;
  if (slot->value == NULL)
    slot->value = set;
  return slot->value;
}

/* Adds a question, unless no agreement has that coverage. */
static void S_ask(S_search *search, S_question question, uint32_t coverage) {
  if (search->by_tag[coverage].count == 0)
    return;
  question.coverage = coverage;
  search->questions[search->question_count++] = question;
}

/* An activity without a focus area (HP301) may belong to any of them, so any agreement on one may cover it. */
static int S_ask_about(S_search *search, const hhp_activity *activity) {
  const hhp__list *areas = &activity->focus_areas;
  const S_tags *parties = S_party_set(search, &activity->parties);
  if (parties == NULL)
    return -1;
  S_question question = {.activity = activity, .parties = parties, .span = S_span_of_activity(search, activity)};
  S_ask(search, question, search->first_activity + activity->object.index);
  for (uint32_t i = 0; i < areas->count; i++)
    S_ask(search, question, search->first_area + S_number(search, areas->items[i]));
  S_ask(search, question, search->all_activities);
  if (areas->count == 0)
    S_ask(search, question, search->any_area);
  return 0;
}

/* --- Answers --- */

static int S_compare_tags(const S_question *x, const S_question *y) {
  int order = S_compare(x->parties->number, y->parties->number);
  return order != 0 ? order : S_compare(x->coverage, y->coverage);
}

static int S_by_tags_and_last_day(const void *a, const void *b) {
  const S_question *x = *(void *const *)a;
  const S_question *y = *(void *const *)b;
  int order = S_compare_tags(x, y);
  return order != 0 ? order : (x->span.last > y->span.last) - (x->span.last < y->span.last);
}

static int S_by_first_day(const void *a, const void *b) {
  const hhp__span *x = a;
  const hhp__span *y = b;
  return (x->first > y->first) - (x->first < y->first);
}

/* The shortest of the lists of the question's tags. Takes no more steps than that list has agreements. */
static const hhp__list *S_rarest(const S_search *search, const S_question *question) {
  const hhp__list *rarest = &search->by_tag[question->coverage];
  for (uint32_t i = 0; i < question->parties->count && i < rarest->count; i++) {
    const hhp__list *list = &search->by_tag[question->parties->items[i]];
    if (list->count < rarest->count)
      rarest = list;
  }
  return rarest;
}

/* The agreements that have all tags of a question. */
typedef struct {
  const S_agreement *first;
  uint32_t count;   /* of their spans, in S_search.spans */
  hhp__span common; /* from the latest first day to the earliest last day of the activities: what overlaps it, or spans
                     * the gap if it is backwards, overlaps each activity */
} S_matches;

/* Adds an agreement. Whether it covers every activity, so that no more are needed. */
static int S_note(const S_search *search, S_matches *matches, const S_agreement *agreement) {
  if (matches->first == NULL)
    matches->first = agreement;
  search->spans[matches->count++] = agreement->span;
  return agreement->span.first <= matches->common.last && agreement->span.last >= matches->common.first;
}

static void S_compare_each(const S_search *search, const S_question *question, S_matches *matches) {
  const hhp__list *candidates = S_rarest(search, question);
  for (uint32_t i = 0; i < candidates->count; i++) {
    const S_agreement *agreement = candidates->items[i];
    if (S_has_all(&agreement->tags, question) && S_note(search, matches, agreement))
      return;
  }
}

/* Whether all tags of the question have bits. If so, `found` has those of the agreements with all of them. */
static int S_intersect_bits(const S_search *search, const S_question *question) {
  const S_tags *parties = question->parties;
  const uint64_t *bits = search->bits[question->coverage];
  if (bits == NULL)
    return 0;
  memcpy(search->found, bits, search->words * sizeof(*bits));
  for (uint32_t i = 0; i < parties->count; i++) {
    bits = search->bits[parties->items[i]];
    if (bits == NULL)
      return 0;
    for (size_t word = 0; word < search->words; word++)
      search->found[word] &= bits[word];
  }
  return 1;
}

static void S_match(const S_search *search, const S_question *question, S_matches *matches) {
  if (!S_intersect_bits(search, question)) {
    S_compare_each(search, question, matches);
    return;
  }
  for (size_t word = 0; word < search->words; word++) {
    for (uint64_t left = search->found[word]; left != 0; left &= left - 1) {
      if (S_note(search, matches, search->agreements[word * 64 + hhp__lowest_bit(left)]))
        return;
    }
  }
}

/* Answers questions about the same tags, sorted by last day: an activity is covered if one of the agreements that
 * begin by its last day is in force until its first day or later. */
static void S_answer(const S_search *search, S_question **questions, size_t count) {
  S_matches matches = {.common = questions[0]->span};
  for (size_t i = 1; i < count; i++) {
    if (questions[i]->span.first > matches.common.first)
      matches.common.first = questions[i]->span.first;
  }
  S_match(search, questions[0], &matches);
  qsort(search->spans, matches.count, sizeof(*search->spans), S_by_first_day);

  int32_t last_day = -1; /* on which an agreement before `next` is in force */
  uint32_t next = 0;
  for (size_t i = 0; i < count; i++) {
    S_question *question = questions[i];
    for (; next < matches.count && search->spans[next].first <= question->span.last; next++)
      last_day = search->spans[next].last > last_day ? search->spans[next].last : last_day;
    int is_covered = last_day >= question->span.first;
    question->nearness = is_covered ? COVERED : matches.first != NULL ? NOT_IN_FORCE : LACKS_PARTIES;
    question->nearest = matches.first != NULL ? matches.first : search->by_tag[question->coverage].items[0];
  }
}

static void S_answer_all(S_search *search) {
  S_question **sorted = search->sorted;
  for (size_t i = 0; i < search->question_count; i++)
    sorted[i] = &search->questions[i];
  qsort(sorted, search->question_count, sizeof(*sorted), S_by_tags_and_last_day);
  for (size_t start = 0, end; start < search->question_count; start = end) {
    for (end = start + 1; end < search->question_count; end++) {
      if (S_compare_tags(sorted[start], sorted[end]) != 0)
        break;
    }
    S_answer(search, sorted + start, end - start);
  }
}

/* --- Findings --- */

/* Relates the finding to the first of the activity's parties that the nearest agreement lacks. */
static void S_relate_lacking_party(hhp__check *check, hhp_finding *finding, const S_question *answer) {
  const hhp__list *parties = &answer->activity->parties;
  for (uint32_t i = 0; i < parties->count; i++) {
    const hhp__object *object = hhp__referent(&check->plan->object, parties->items[i]);
    if (S_has(&answer->nearest->tags, object->index))
      continue;
    const char *name = ((const hhp_party *)object)->name;
    hhp__arg_text(finding, "party", name, strlen(name));
    hhp__relate_to(check, finding, (hhp__spot){&answer->activity->object, HHP__FIELD(activity, parties), i});
    return;
  }
}

/* Whether the nearest agreement is in force on some day of the activity. */
static int S_is_in_force(const S_question *answer) {
  hhp__span span = answer->nearest->span;
  return span.first <= answer->span.last && span.last >= answer->span.first;
}

static void S_report(hhp__check *check, const S_question *answer, hhp__message message) {
  const hhp_activity *activity = answer->activity;
  hhp_finding *finding = hhp__find_at(check, message, hhp__whole(activity));
  hhp__arg_text(finding, "title", activity->title, strlen(activity->title));
  hhp__arg_text(finding, "activity", activity->id, strlen(activity->id));
  if (answer->nearness == UNCOVERED)
    return;
  const hhp_agreement *nearest = answer->nearest->agreement;
  hhp__arg_text(finding, "other", nearest->title, strlen(nearest->title));
  hhp__arg_text(finding, "agreement", nearest->id, strlen(nearest->id));
  hhp__relate_to(check, finding, hhp__whole(nearest));
  if (answer->nearness == LACKS_PARTIES)
    S_relate_lacking_party(check, finding, answer);
}

/* HP506 reports an activity that lies entirely outside the plan's period. */
static int S_is_outside_plan(const S_search *search, hhp__span span) {
  return span.first > search->plan_span.last || span.last < search->plan_span.first;
}

/* Finds the best answer to the questions of the activity, which begin at `next`, and reports the activity if it is not
 * covered. Returns the first question of the next activity. */
static const S_question *S_conclude(const S_search *search, const hhp_activity *activity, const S_question *next) {
  const S_question *end = search->questions + search->question_count;
  S_question best = {.activity = activity};
  for (; next < end && next->activity == activity; next++) {
    if (next->nearness > best.nearness && (next->coverage != search->any_area || next->nearness == COVERED))
      best = *next;
  }
  static const hhp__message messages[] = {HHP__M_AGREEMENT_NONE, HHP__M_AGREEMENT_PARTIES,
                                          HHP__M_AGREEMENT_NOT_IN_FORCE};
  int is_elsewhere = S_is_outside_plan(search, best.span);
  if (best.nearness == LACKS_PARTIES && !is_elsewhere && !S_is_in_force(&best))
    S_report(search->check, &best, HHP__M_AGREEMENT_PARTIES_AND_DATES);
  else if (best.nearness != COVERED && (best.nearness != NOT_IN_FORCE || !is_elsewhere))
    S_report(search->check, &best, messages[best.nearness]);
  return next;
}

static int S_allocate(S_search *search) {
  const hhp_plan *plan = search->check->plan;
  size_t most_questions = 0;
  for (uint32_t i = 0; i < plan->activities.count; i++)
    most_questions += (size_t)((const hhp_activity *)plan->activities.items[i])->focus_areas.count + 3;
  search->first_activity = plan->parties.count;
  search->first_area = search->first_activity + plan->activities.count;
  search->any_area = search->first_area + plan->focus_areas.count;
  search->all_activities = search->any_area + 1;
  search->by_tag = hhp__arena_new(&search->arena, ((size_t)search->all_activities + 1) * sizeof(*search->by_tag));
  search->agreements =
      hhp__arena_new(&search->arena, ((size_t)plan->agreements.count + 1) * sizeof(*search->agreements));
  search->bits = hhp__arena_new(&search->arena, ((size_t)search->all_activities + 1) * sizeof(*search->bits));
  search->words = (size_t)plan->agreements.count / 64 + 1;
  search->found = hhp__arena_new(&search->arena, search->words * sizeof(*search->found));
  search->spans = hhp__arena_new(&search->arena, ((size_t)plan->agreements.count + 1) * sizeof(*search->spans));
  search->questions = hhp__arena_new(&search->arena, most_questions * sizeof(*search->questions));
  search->sorted = hhp__arena_new(&search->arena, most_questions * sizeof(*search->sorted));
  int has_all = search->by_tag != NULL && search->agreements != NULL && search->bits != NULL && search->found != NULL &&
                search->spans != NULL && search->questions != NULL && search->sorted != NULL;
  return has_all ? 0 : -1;
}

static int S_collect(S_search *search) {
  const hhp_plan *plan = search->check->plan;
  for (uint32_t i = 0; i < plan->agreements.count; i++) {
    if (S_add_agreement(search, plan->agreements.items[i]) != 0)
      return -1;
  }
  if (S_set_bits(search) != 0)
    return -1;
  for (uint32_t i = 0; i < plan->activities.count; i++) {
    if (S_ask_about(search, plan->activities.items[i]) != 0)
      return -1;
  }
  return 0;
}

/* Many plans have no agreement yet: no index is needed to answer that none covers an activity. */
static void S_report_all(hhp__check *check, const hhp__list *activities) {
  for (uint32_t i = 0; i < activities->count; i++) {
    S_question unanswered = {.activity = activities->items[i]};
    S_report(check, &unanswered, HHP__M_AGREEMENT_NONE);
  }
}

void hhp__rule_agreement_missing(hhp__check *check) {
  const hhp__list *activities = &check->plan->activities;
  if (!hhp__is_on(check, HHP__M_AGREEMENT_NONE) || activities->count == 0)
    return;
  if (check->plan->agreements.count == 0) {
    S_report_all(check, activities);
    return;
  }
  S_search search = {.check = check, .plan_span = hhp__plan_span(check->plan)};
  if (S_allocate(&search) != 0 || S_collect(&search) != 0) {
    hhp__out_of_memory(check);
  } else {
    S_answer_all(&search);
    const S_question *next = search.questions;
    for (uint32_t i = 0; i < activities->count && !check->has_failed; i++)
      next = S_conclude(&search, activities->items[i], next);
  }
  hhp__index_free(&search.party_sets);
  hhp__arena_free(&search.arena);
}
