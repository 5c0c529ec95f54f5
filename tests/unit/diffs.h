/* Diffs of plans, and how they are written. */
#ifndef HHP_TESTS_DIFFS_H
#define HHP_TESTS_DIFFS_H

#include "unit/support.h"

#define TWO_PARTIES                                                       \
  "'parties': [{'id': 'k', 'name': 'Kommunen', 'kind': 'municipality'}, " \
  "{'id': 'f', 'name': 'Foreningen', 'kind': 'association'}]"

#define MONEY(members) TWO_PARTIES ", 'financing': {" members "}"

/* Of plans with these members after HEAD. Owned by the pool, as is what is written. */
hhp_diff *diff_of(const char *before, const char *after);
char *written(const hhp_diff *diff, int32_t format, int32_t lang);
void let_go_of_diff(void *diff);

#endif
