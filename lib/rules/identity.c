/* HP112-HP114: CVR numbers, municipality codes, and the kind of plan. */
#include <string.h>

#include <helhedsplan/municipality.h>

#include "rules/context.h"

/* CVR: eight digits, weighted; the sum has to be divisible by 11. */
static int S_is_cvr_right(const char *cvr) {
  static const int weights[] = {2, 7, 6, 5, 4, 3, 2, 1};
  int sum = 0;
  for (int i = 0; i < 8; i++)
    sum += (cvr[i] - '0') * weights[i];
  return sum % 11 == 0;
}

/* Zeros satisfy any checksum. */
static int S_is_cvr_empty(const char *cvr) {
  return cvr[strspn(cvr, "0")] == '\0';
}

void hhp__rule_cvr_checksum(hhp__check *check) {
  const hhp__list *parties = &check->plan->parties;
  for (uint32_t i = 0; i < parties->count; i++) {
    const hhp_party *party = parties->items[i];
    int is_empty = party->cvr != NULL && S_is_cvr_empty(party->cvr);
    if (party->cvr == NULL || (S_is_cvr_right(party->cvr) && !is_empty))
      continue;
    hhp__message message = is_empty ? HHP__M_CVR_ZEROS : HHP__M_CVR_CHECKSUM;
    hhp_finding *finding = hhp__find_at(check, message, hhp__field_of(party, HHP__FIELD(party, cvr)));
    hhp__arg_text(finding, "cvr", party->cvr, strlen(party->cvr));
    hhp__arg_text(finding, "party", party->name, strlen(party->name));
  }
}

enum { LONGEST_NAME = 80 }; /* bytes; longer than any municipality's name */

/* The code of the municipality with that name, which may be followed by a department: "Odense Kommune, Børn og
 * Unge". NULL: not a municipality. */
static const char *S_code_of_name(const char *name) {
  char first[LONGEST_NAME];
  const char *code = hhp_municipality_code(name);
  size_t length = strcspn(name, ",(");
  if (code != NULL || name[length] == '\0' || length >= sizeof(first))
    return code;
  memcpy(first, name, length);
  first[length] = '\0';
  return hhp_municipality_code(first);
}

/* The code of the municipality that a party's name, or one of its aliases, is of. */
static const char *S_code_of_party(const hhp_party *party) {
  const char *code = S_code_of_name(party->name);
  for (uint32_t i = 0; code == NULL && i < party->aliases.count; i++)
    code = S_code_of_name(party->aliases.items[i]);
  return code;
}

static int S_is_same_code(const char *a, const char *b) {
  return strcmp(a + (strlen(a) == 4), b + (strlen(b) == 4)) == 0; /* "0461" is 461 */
}

/* The first party that is another municipality than the code's; NULL if some party is that one (a plan may have
 * several), or none is recognized. */
static const hhp_party *S_other_municipality(const hhp_plan *plan, const char **code) {
  const hhp_party *other = NULL;
  for (uint32_t i = 0; i < plan->parties.count; i++) {
    const hhp_party *party = plan->parties.items[i];
    const char *found = party->kind == HHP_PARTY_KIND_MUNICIPALITY ? S_code_of_party(party) : NULL;
    if (found == NULL)
      continue;
    if (S_is_same_code(found, plan->municipality_code))
      return NULL;
    if (other == NULL) {
      other = party;
      *code = found;
    }
  }
  return other;
}

void hhp__rule_municipality_code(hhp__check *check) {
  const char *code = check->plan->municipality_code;
  if (code == NULL)
    return;
  const char *meant = NULL;
  const char *name = hhp_municipality_name(code);
  const hhp_party *other = S_other_municipality(check->plan, &meant);
  if (name != NULL && other == NULL)
    return;
  hhp__message message = name != NULL    ? HHP__M_MUNICIPALITY_OTHER
                         : other != NULL ? HHP__M_MUNICIPALITY_CODE_MEANT
                                         : HHP__M_MUNICIPALITY_CODE;
  hhp__spot spot = hhp__field_of(check->plan, HHP__FIELD(plan, municipality_code));
  hhp_finding *finding = hhp__find_at(check, message, spot);
  hhp__arg_text(finding, "code", code, strlen(code));
  if (name != NULL)
    hhp__arg_text(finding, "municipality", name, strlen(name));
  if (other == NULL)
    return;
  hhp__arg_text(finding, "party", other->name, strlen(other->name));
  hhp__arg_text(finding, "suggestion", meant, strlen(meant));
  hhp__relate_to(check, finding, hhp__field_of(other, HHP__FIELD(party, name)));
}

void hhp__rule_not_a_social_plan(hhp__check *check) {
  if (check->plan->kind != HHP_PLAN_KIND_FYSISK)
    return;
  hhp__find_at(check, HHP__M_NOT_SOCIAL, hhp__field_of(check->plan, HHP__FIELD(plan, kind)));
  check->is_another_instrument = hhp__severity_of(check, HHP__M_NOT_SOCIAL) == HHP_SEVERITY_ERROR;
}
