/* The table of rules. */
#ifndef HHP_CATALOG_REGISTRY_H
#define HHP_CATALOG_REGISTRY_H

#include <helhedsplan/rule.h>

#include "base/phrase.h"
#include "catalog/messages.h"

struct hhp_rule {
  int number;
  char id[6];
  const char *slug;
  uint8_t severities[HHP_STAGE_FULL + 1];
  hhp__phrase title, why, remedy, source;
};

/* The rule that a message belongs to. */
const hhp_rule *hhp__rule_of(hhp__message message);

/* Its index in the table. */
size_t hhp__rule_index(const hhp_rule *rule);

enum {
#define RULE(number, ...) HHP__RULE_INDEX_##number,
#include "catalog/rules.def"
  HHP__RULE_COUNT
};

/* Rules about the document itself are always errors and cannot be waived; while they have findings, no other rule is
 * run. */
static inline int hhp__is_document_rule(int number) {
  return number >= 101 && number <= 110;
}

#endif
