/* One validation: what rules read, what they share, and how they report findings. A rule is a function of the plan,
 * the scheme, the stage and today; it never formats text and never sees JSON. */
#ifndef HHP_RULES_CONTEXT_H
#define HHP_RULES_CONTEXT_H

#include "base/buffer.h"
#include "catalog/registry.h"
#include "finance/sums.h"
#include "model/model.h"
#include "report/finding.h"
#include "report/wanted.h"

typedef struct hhp__check hhp__check;

struct hhp_check_options {
  const hhp_scheme *scheme; /* NULL: that of the plan */
  int32_t stage;
  int32_t today; /* 0: none given */
  int is_without_sha256;
  int is_without_waivers; /* of the plan */
  int is_with_line_hashes;
  int is_with_plan;
  hhp__list waivers;                   /* of hhp__waiver * */
  hhp__arena arena;                    /* memory of the waivers */
  uint8_t severities[HHP__RULE_COUNT]; /* HHP__AS_STAGE or HHP_SEVERITY_... */
};

enum { HHP__AS_STAGE = 0xff };

typedef struct hhp__waivers hhp__waivers;

/* A place in the model: an object, one of its fields (NULL: the object itself), an element of that list (-1: the
 * whole). */
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
  hhp__wanted *wanted; /* places to be found in the text; NULL: there is none */
  hhp__buffer pointer; /* buffer for JSON Pointers */
  hhp__sums sums;      /* of the financing, calculated before the rules run */
  hhp__index seeds;    /* empty: the indexes of rules have its hash key, so that the system is asked for one only */
  int64_t suggestions; /* remaining budget of edit-distance comparisons */
  uint64_t broken_entities; /* a bit for each entity type of which some object has no usable id */
  int32_t last_year;        /* reference year of HP511; 0: none is known */
  int is_last_year_of_scheme;
  /* callback of hhp__each_unusual_text() */
  void (*visit_text)(hhp__check *check, hhp__spot spot, const char *text);
  hhp__waivers *waivers;     /* NULL until the rules that can be waived have run */
  int is_another_instrument; /* the rules do not apply to this kind of plan (HP114) */
  int has_failed;            /* memory ran out */
};

#define HHP__FIELD(e, name) (&hhp__entities[HHP__E_##e].fields[HHP__##e##_##name])

static inline hhp__spot hhp__whole(const void *object) {
  return (hhp__spot){object, NULL, -1};
}

static inline hhp__spot hhp__field_of(const void *object, const hhp__field *field) {
  return (hhp__spot){object, field, -1};
}

/* Adds a finding at that spot; NULL if its rule is off. If the field is not given, the finding is at the object. */
hhp_finding *hhp__find_at(hhp__check *check, hhp__message message, hhp__spot spot);

/* The same with the severity info at most, unless the options set the severity of the rule. */
hhp_finding *hhp__find_info_at(hhp__check *check, hhp__message message, hhp__spot spot);

/* Adds a related spot to the finding, unless it is NULL. */
void hhp__relate_to(hhp__check *check, hhp_finding *finding, hhp__spot spot);

/* The severity in this check of the rule, or of the rule that the message belongs to; and whether that rule is on. */
int32_t hhp__rule_severity(const hhp__check *check, const hhp_rule *rule);
int32_t hhp__severity_of(const hhp__check *check, hhp__message message);
int hhp__is_on(const hhp__check *check, hhp__message message);

/* Whether the date is certainly after today: what it is the date of has not happened. */
int hhp__is_ahead(const hhp__check *check, int32_t date);

/* Visits every object, parents first. */
void hhp__walk(hhp__check *check, const hhp__object *object,
               void (*visit)(hhp__check *check, const hhp__object *object));

/* Visits every text member that is given, and every text in a list, but for most of those in which neither HP111 nor
 * HP116 finds anything. */
void hhp__each_unusual_text(hhp__check *check, void (*visit)(hhp__check *check, hhp__spot spot, const char *text));

/* Reports every focus area that `mark` leaves at 0 in `marks`. Areas with the same code (HP212) are treated as one:
 * firsts[i] is the index of the first area with the code of area i, and `mark` sets marks[firsts[i]]. */
void hhp__report_unmarked_areas(hhp__check *check, hhp__message message,
                                void (*mark)(const hhp_plan *plan, const uint32_t *firsts, uint8_t *marks));

/* Whether the ages of a target group, as far as they are stated, are possible and in order (HP304). */
int hhp__has_valid_ages(const hhp_target_group *group);

/* The JSON Pointer to an object, valid until the next call; NULL if memory ran out. */
const char *hhp__pointer_to(hhp__check *check, const hhp__object *object);

/* A copy of the text that lives as long as the report; NULL for NULL, and if memory ran out. */
const char *hhp__keep_text(hhp__check *check, const char *text);

/* A rule calls this when its own allocation fails. */
void hhp__out_of_memory(hhp__check *check);

/* Number of different texts in a list. */
uint32_t hhp__count_distinct(hhp__check *check, const hhp__list *texts);

#define RULE(number, slug, draft, prequal, full, function, ...) void hhp__rule_##function(hhp__check *check);
#define hhp__rule_reader hhp__rule_reader_is_no_function
#include "catalog/rules.def"
#undef hhp__rule_reader

#endif
