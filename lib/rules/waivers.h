/* Waivers: findings that the plan, or the options of the check, accept with a reason. */
#ifndef HHP_RULES_WAIVERS_H
#define HHP_RULES_WAIVERS_H

#include "base/arena.h"
#include "base/index.h"
#include "base/list.h"
#include "rules/context.h"

typedef struct {
  const hhp_waiver *given; /* in the plan; NULL: by the options */
  const hhp_rule *rule;    /* NULL: none of that id */
  const char *target;      /* NULL: the whole plan */
  const char *reason;
  int32_t until; /* 0: no limit */
  int is_used;
} hhp__waiver;

/* A waiver at a place. There may be several for the same place. */
typedef struct hhp__place_key hhp__place_key;
struct hhp__place_key {
  hhp__waiver *waiver;
  hhp__place_key *next;
  int is_applied;
};

/* The waivers of one validation. */
struct hhp__waivers {
  hhp__arena arena;
  hhp__list all;     /* of hhp__waiver *: first those of the plan, then those of the options */
  hhp__index places; /* number of the rule and place -> hhp__place_key, of those that are in force */
};

/* Collects the waivers, and marks the findings that they apply to. 0, or -1 if memory ran out. */
int hhp__waive(hhp__check *check, hhp__waivers *waivers);

void hhp__waivers_free(hhp__waivers *waivers);

/* Without today's date, nothing has expired. In force: not expired, and of a rule that can be waived. */
int hhp__is_waiver_expired(const hhp__check *check, const hhp__waiver *waiver);
int hhp__is_waiver_in_force(const hhp__check *check, const hhp__waiver *waiver);

/* Whether a target is a JSON Pointer or NULL, and not an id. */
int hhp__is_waiver_pointer(const char *target);

/* Whether findings of that rule can be waived: not those about the document or about waivers. */
int hhp__can_be_waived(const hhp_rule *rule);

#endif
