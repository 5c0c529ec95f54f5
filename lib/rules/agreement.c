/* HP323-HP325: the agreements that a plan has to have, and their signatures. */
#include <stdlib.h>
#include <string.h>

#include "rules/context.h"

static hhp_finding *S_report_agreement(hhp__check *check, hhp__message message, const hhp_agreement *agreement,
                                       hhp__spot spot) {
  hhp_finding *finding = hhp__find_at(check, message, spot);
  hhp__arg_text(finding, "title", agreement->title, strlen(agreement->title));
  hhp__arg_text(finding, "agreement", agreement->id, strlen(agreement->id));
  return finding;
}

static const hhp_party *S_party(const hhp_plan *plan, const char *id) {
  return (const hhp_party *)hhp__referent(&plan->object, id);
}

/* Marks of a party, for HP323 and HP325: the number of the last agreement that has it, or its signature. As numbers
 * differ between agreements, the marks need not be reset. */
typedef struct {
  uint32_t party_to;
  uint32_t signed_as;
} S_mark;

static S_mark *S_new_marks(hhp__check *check) {
  S_mark *marks = calloc((size_t)check->plan->parties.count + 1, sizeof(*marks));
  if (marks == NULL)
    hhp__out_of_memory(check);
  return marks;
}

/* HP323 requires a municipality and every housing organisation of the plan. */
typedef struct {
  const hhp_agreement *nearest;
  int64_t required;
  int64_t actual; /* that the nearest has */
} S_strategic;

static int S_is_organisation(const hhp_party *party) {
  return party->kind == HHP_PARTY_KIND_HOUSING_ORGANISATION;
}

static int64_t S_count_wanted(const hhp_plan *plan) {
  int64_t count = 1;
  for (uint32_t i = 0; i < plan->parties.count; i++)
    count += S_is_organisation(plan->parties.items[i]);
  return count;
}

/* How many of the required parties the agreement has. Municipalities count as one. */
static int64_t S_count_present(const hhp_plan *plan, const hhp_agreement *agreement, S_mark *marks, uint32_t number) {
  int64_t count = 0;
  int has_municipality = 0;
  for (uint32_t i = 0; i < agreement->parties.count; i++) {
    const hhp_party *party = S_party(plan, agreement->parties.items[i]);
    S_mark *mark = &marks[party->object.index];
    if (mark->party_to == number)
      continue;
    mark->party_to = number;
    count += S_is_organisation(party);
    has_municipality |= party->kind == HHP_PARTY_KIND_MUNICIPALITY;
  }
  return count + has_municipality;
}

static void S_find_nearest_strategic(const hhp_plan *plan, S_mark *marks, S_strategic *strategic) {
  for (uint32_t i = 0; i < plan->agreements.count; i++) {
    const hhp_agreement *agreement = plan->agreements.items[i];
    if (agreement->kind != HHP_AGREEMENT_KIND_STRATEGIC)
      continue;
    int64_t count = S_count_present(plan, agreement, marks, i + 1);
    if (strategic->nearest != NULL && count <= strategic->actual)
      continue;
    strategic->nearest = agreement;
    strategic->actual = count;
  }
}

/* The first required party that the nearest agreement lacks; NULL for a municipality that is not in the plan either. It
 * lacks one: if it has every housing organisation, it has no municipality. */
static const hhp_party *S_first_lacking(const hhp_plan *plan, const hhp_agreement *nearest, S_mark *marks) {
  const uint32_t number = UINT32_MAX; /* no agreement has it */
  S_count_present(plan, nearest, marks, number);
  const hhp_party *municipality = NULL;
  for (uint32_t i = 0; i < plan->parties.count; i++) {
    const hhp_party *party = plan->parties.items[i];
    if (S_is_organisation(party) && marks[i].party_to != number)
      return party;
    if (party->kind == HHP_PARTY_KIND_MUNICIPALITY && municipality == NULL)
      municipality = party;
  }
  return municipality;
}

static void S_report_strategic(hhp__check *check, const S_strategic *strategic, S_mark *marks) {
  const hhp_plan *plan = check->plan;
  const hhp_agreement *nearest = strategic->nearest;
  if (nearest == NULL) {
    hhp__find_at(check, HHP__M_NO_STRATEGIC, hhp__field_of(plan, HHP__FIELD(plan, agreements)));
    return;
  }
  const hhp_party *lacking = S_first_lacking(plan, nearest, marks);
  hhp__message message = lacking == NULL ? HHP__M_STRATEGIC_NO_MUNICIPALITY : HHP__M_STRATEGIC_LACKS;
  hhp_finding *finding =
      S_report_agreement(check, message, nearest, hhp__field_of(nearest, HHP__FIELD(agreement, parties)));
  hhp__arg_number(finding, "required", strategic->required);
  hhp__arg_number(finding, "actual", strategic->actual);
  hhp__arg_number(finding, "short_by", strategic->required - strategic->actual);
  if (lacking != NULL) {
    hhp__arg_text(finding, "party", lacking->name, strlen(lacking->name));
    hhp__relate_to(check, finding, hhp__whole(lacking));
  }
}

void hhp__rule_strategic_agreement_missing(hhp__check *check) {
  if (!hhp__is_on(check, HHP__M_NO_STRATEGIC))
    return;
  S_mark *marks = S_new_marks(check);
  if (marks == NULL)
    return;
  S_strategic strategic = {.required = S_count_wanted(check->plan)};
  S_find_nearest_strategic(check->plan, marks, &strategic);
  if (strategic.nearest == NULL || strategic.actual < strategic.required)
    S_report_strategic(check, &strategic, marks);
  free(marks);
}

static void S_mark_areas_with_sub_agreement(const hhp_plan *plan, const uint32_t *firsts, uint8_t *marks) {
  for (uint32_t i = 0; i < plan->agreements.count; i++) {
    const hhp_agreement *agreement = plan->agreements.items[i];
    if (agreement->kind == HHP_AGREEMENT_KIND_SUB && agreement->focus_area != NULL)
      marks[firsts[hhp__referent(&plan->object, agreement->focus_area)->index]] = 1;
  }
}

void hhp__rule_sub_agreement_missing(hhp__check *check) {
  if (hhp_scheme_requires_sub_agreements(check->scheme) && hhp__is_on(check, HHP__M_SUB_AGREEMENT))
    hhp__report_unmarked_areas(check, HHP__M_SUB_AGREEMENT, S_mark_areas_with_sub_agreement);
}

static void S_mark_signatures(const hhp_plan *plan, const hhp_agreement *agreement, S_mark *marks, uint32_t number) {
  for (uint32_t i = 0; i < agreement->signatures.count; i++) {
    const hhp_signature *signature = agreement->signatures.items[i];
    marks[S_party(plan, signature->party)->object.index].signed_as = number;
  }
}

/* One finding per agreement, however many of its parties have not signed. */
static void S_check_signatures(hhp__check *check, const hhp_agreement *agreement, S_mark *marks, uint32_t number) {
  int64_t parties = 0;
  int64_t lacking = 0;
  hhp_finding *finding = NULL;
  S_mark_signatures(check->plan, agreement, marks, number);
  for (uint32_t i = 0; i < agreement->parties.count; i++) {
    const hhp_party *party = S_party(check->plan, agreement->parties.items[i]);
    S_mark *mark = &marks[party->object.index];
    if (mark->party_to == number)
      continue;
    mark->party_to = number;
    parties++;
    if (mark->signed_as == number)
      continue;
    if (lacking++ == 0) {
      const hhp__field *signatures = HHP__FIELD(agreement, signatures);
      finding = S_report_agreement(check, HHP__M_UNSIGNED, agreement, hhp__field_of(agreement, signatures));
      hhp__arg_text(finding, "party", party->name, strlen(party->name));
    }
    hhp__relate_to(check, finding, (hhp__spot){&agreement->object, HHP__FIELD(agreement, parties), i});
  }
  hhp__arg_number(finding, "required", parties);
  hhp__arg_number(finding, "actual", parties - lacking);
  hhp__arg_number(finding, "short_by", lacking);
}

void hhp__rule_agreement_unsigned(hhp__check *check) {
  const hhp__list *agreements = &check->plan->agreements;
  S_mark *marks = hhp__is_on(check, HHP__M_UNSIGNED) ? S_new_marks(check) : NULL;
  for (uint32_t i = 0; marks != NULL && i < agreements->count; i++) {
    const hhp_agreement *agreement = agreements->items[i];
    int is_reported_elsewhere = agreement->kind == HHP_AGREEMENT_KIND_STRATEGIC; /* HP323 reports the parties */
    if (agreement->parties.count == 0 && agreement->signatures.count == 0 && !is_reported_elsewhere)
      S_report_agreement(check, HHP__M_UNSIGNED_BY_NOBODY, agreement, hhp__whole(agreement));
    S_check_signatures(check, agreement, marks, i + 1);
  }
  free(marks);
}
