/* Waivers: what the plan, or whoever checks it, has leave to stand by. */
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
  int32_t until; /* 0: for good */
  int is_used;
} hhp__waiver;

/* That a waiver is for a place; several may be for the same. */
typedef struct hhp__place_key hhp__place_key;
struct hhp__place_key {
  hhp__waiver *waiver;
  hhp__place_key *next;
  int is_applied;
};

/* Those of one validation. */
struct hhp__waivers {
  hhp__arena arena;
  hhp__list all;     /* of hhp__waiver *: first those of the plan, then those of the options */
  hhp__index places; /* number of the rule and place -> hhp__place_key, of those that are in force */
};

/* Collects the waivers, and marks the findings that they cover. 0, or -1 when memory ran out. */
int hhp__waive(hhp__check *check, hhp__waivers *waivers);

void hhp__waivers_free(hhp__waivers *waivers);

/* Without a today nothing has expired. In force: of a rule that can be waived, and not expired. */
int hhp__is_waiver_expired(const hhp__check *check, const hhp__waiver *waiver);
int hhp__is_waiver_in_force(const hhp__check *check, const hhp__waiver *waiver);

/* Whether a target is no id: a JSON Pointer, or none at all. */
int hhp__is_waiver_pointer(const char *target);

/* Whether a finding of that rule can be waived: not what is about the document, and not what is about waivers. */
int hhp__can_be_waived(const hhp_rule *rule);

#endif
