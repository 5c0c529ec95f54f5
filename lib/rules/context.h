/* One validation: what the rules are given, what they share, and how they tell what they find. A rule is a function of
 * the plan, the scheme, the stage and today; it never formats text and never sees JSON. */
#ifndef HHP_RULES_CONTEXT_H
#define HHP_RULES_CONTEXT_H

#include "base/buffer.h"
#include "catalog/registry.h"
#include "finance/sums.h"
#include "model/model.h"
#include "report/finding.h"

typedef struct hhp__check hhp__check;

struct hhp_check_options {
  const hhp_scheme *scheme; /* NULL: as the plan says */
  int32_t stage;
  int32_t today; /* 0: none given */
  int is_without_sha256;
  int is_without_waivers; /* of the plan */
  int is_with_line_hashes;
  hhp__list waivers;                   /* of hhp__waiver * */
  hhp__arena arena;                    /* of those */
  uint8_t severities[HHP__RULE_COUNT]; /* HHP__AS_STAGE or HHP_SEVERITY_... */
};

enum { HHP__AS_STAGE = 0xff };

typedef struct hhp__waivers hhp__waivers;

/* A place in the model: an object, one of its fields (NULL: the object), one of that list's elements (-1: all). */
typedef struct {
  const hhp__object *object;
  const hhp__field *field;
  int64_t index;
} hhp__spot;

struct hhp__check {
  const hhp__object *root;  /* of the document: the plan, or a scheme that is being read */
  const hhp_plan *plan;     /* NULL for a scheme */
  const hhp_scheme *scheme; /* NULL: not known */
  int32_t stage;
  int32_t today;
  const hhp_check_options *options; /* NULL: none */
  hhp_report *report;
  hhp__buffer pointer;      /* to build pointers in */
  hhp__sums sums;           /* of the financing, worked out before the rules are run */
  int64_t suggestions;      /* how many more comparisons "did you mean" may make */
  uint64_t broken_entities; /* a bit a sort: some of them have no id that could be taken */
  int32_t last_year;        /* that HP511 goes by; 0: none is known */
  int is_last_year_of_scheme;
  /* what hhp__each_text() hands its texts to */
  void (*visit_text)(hhp__check *check, hhp__spot spot, const char *text);
  hhp__waivers *waivers;     /* once the rules that can be waived have been run */
  int is_another_instrument; /* the rules are not for this sort of plan (HP114) */
  int has_failed;            /* memory ran out */
};

#define HHP__FIELD(e, name) (&hhp__entities[HHP__E_##e].fields[HHP__##e##_##name])

static inline hhp__spot hhp__whole(const void *object) {
  return (hhp__spot){object, NULL, -1};
}

static inline hhp__spot hhp__field_of(const void *object, const hhp__field *field) {
  return (hhp__spot){object, field, -1};
}

/* A finding at that spot, or NULL where its rule is off. Where the field is not given, the finding is at the object. */
hhp_finding *hhp__find_at(hhp__check *check, hhp__message message, hhp__spot spot);

/* The same for what the rule takes no more than note of: an info, unless the options weigh the rule. */
hhp_finding *hhp__find_info_at(hhp__check *check, hhp__message message, hhp__spot spot);

/* A related spot. */
void hhp__relate_to(hhp__check *check, hhp_finding *finding, hhp__spot spot);

/* How severe the rule, or the rule of that message, is in this check; and whether it would be heard at all. */
int32_t hhp__rule_severity(const hhp__check *check, const hhp_rule *rule);
int32_t hhp__severity_of(const hhp__check *check, hhp__message message);
int hhp__is_on(const hhp__check *check, hhp__message message);

/* Every object that is there, parents first. */
void hhp__walk(hhp__check *check, const hhp__object *object,
               void (*visit)(hhp__check *check, const hhp__object *object));

/* Every text that is given, and every text in a list. */
void hhp__each_text(hhp__check *check, void (*look)(hhp__check *check, hhp__spot spot, const char *text));

/* For each focus area, the place of the first of its code, to be freed; NULL when memory ran out. What an area twice in
 * the plan (HP212) lacks, the other may have. */
uint32_t *hhp__firsts_by_code(hhp__check *check);

/* The JSON Pointer to an object, good until the next one is asked for; NULL when memory ran out. */
const char *hhp__pointer_to(hhp__check *check, const hhp__object *object);

/* A copy of the text that lives as long as the report; NULL for NULL, and when memory ran out. */
const char *hhp__keep_text(hhp__check *check, const char *text);

/* For work of their own, rules that run out of memory say so here. */
void hhp__out_of_memory(hhp__check *check);

/* How many different texts there are in a list. */
uint32_t hhp__count_distinct(hhp__check *check, const hhp__list *texts);

#define RULE(number, slug, draft, prequal, full, function, ...) void hhp__rule_##function(hhp__check *check);
#define hhp__rule_reader hhp__rule_reader_is_no_function
#include "catalog/rules.def"
#undef hhp__rule_reader

#endif
