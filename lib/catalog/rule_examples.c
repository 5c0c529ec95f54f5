/* The examples of examples.def, by rule. */
#include "catalog/registry.h"

typedef struct {
  int32_t stage;
  int32_t today;
  const char *texts[2]; /* failing, passing */
} rule_example;

static const rule_example S_examples[HHP__RULE_COUNT] = {
#define EXAMPLE(number, stage, today, failing, passing) \
  [HHP__RULE_INDEX_##number] = {HHP_STAGE_##stage, today, {failing, passing}},
#include "catalog/examples.def"
};

enum {
#define EXAMPLE(number, ...) S_ROW_OF_##number,
#include "catalog/examples.def"
  S_ROWS
};
_Static_assert((int)S_ROWS == (int)HHP__RULE_COUNT, "each rule has one row in examples.def");

static const rule_example *S_of(const hhp_rule *rule) {
  static const rule_example none = {0};
  return rule == NULL ? &none : &S_examples[hhp__rule_index(rule)];
}

const char *hhp_rule_example(const hhp_rule *rule, int32_t which) {
  if (which < HHP_EXAMPLE_FAILING || which > HHP_EXAMPLE_PASSING)
    return NULL;
  return S_of(rule)->texts[which - HHP_EXAMPLE_FAILING];
}

int32_t hhp_rule_example_stage(const hhp_rule *rule) {
  return S_of(rule)->stage;
}

int32_t hhp_rule_example_today(const hhp_rule *rule) {
  return S_of(rule)->today;
}
