/* The table of rules. */
#ifndef HHP_CATALOG_REGISTRY_H
#define HHP_CATALOG_REGISTRY_H

#include <helhedsplan/rule.h>

struct hhp_rule {
  int number;
  char id[6];
  const char *slug;
  uint8_t severities[HHP_STAGE_FULL + 1];
  const char *title[2]; /* da, en */
  const char *why[2];
  const char *remedy[2];
  const char *source[2];
};

/* The rule of that number, or NULL. */
const hhp_rule *hhp__rule_numbered(int number);

/* Its place in the table, for what is kept by rule. */
size_t hhp__rule_index(const hhp_rule *rule);

enum {
#define RULE(number, ...) HHP__RULE_INDEX_##number,
#include "catalog/rules.def"
  HHP__RULE_COUNT
};

/* About the document itself: always errors, cannot be waived or weighed, and while any stands nothing else is run. */
static inline int hhp__is_document_rule(int number) {
  return number >= 101 && number <= 110;
}

#endif
