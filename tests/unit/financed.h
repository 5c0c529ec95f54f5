/* Plans with a given financing, for the tests of the rules about it. */
#ifndef HHP_TESTS_FINANCED_H
#define HHP_TESTS_FINANCED_H

#include "unit/support.h"

#define PARTIES                                                                                                        \
  "'parties': [{'id': 'kommune', 'name': 'Kommune', 'kind': 'municipality'}, {'id': 'bolig', 'name': 'Bolig', "        \
  "'kind': "                                                                                                           \
  "'housing_organisation'}, {'id': 'fond', 'name': 'Fond', 'kind': 'foundation'}, {'id': 'politi', 'name': 'Politi', " \
  "'kind': "                                                                                                           \
  "'police'}, {'id': 'lbf', 'name': 'LBF', 'kind': 'fund'}]"

#define OF_GRANT                                                                                                     \
  "{'format': 'helhedsplan-scheme/1', 'id': 'own', 'title_da': 'D', 'title_en': 'E', 'min_local_bp': 2500, 'base': " \
  "'grant'}"
#define OF_ALL                                                                                                        \
  "{'format': 'helhedsplan-scheme/1', 'id': 'own', 'title_da': 'D', 'title_en': 'E', 'min_local_bp': 10000, 'base': " \
  "'total'}"
#define OF_MOST                                                                                                      \
  "{'format': 'helhedsplan-scheme/1', 'id': 'own', 'title_da': 'D', 'title_en': 'E', 'min_local_bp': 8000, 'base': " \
  "'total'}"
#define OF_NOTHING                                                                                                \
  "{'format': 'helhedsplan-scheme/1', 'id': 'own', 'title_da': 'D', 'title_en': 'E', 'min_local_bp': 0, 'base': " \
  "'total'}"

/* A plan with that financing. In single quotes. */
const char *financed(const char *financing);
hhp_report *check_financing(const char *financing);

/* Grant, certain local money in cash, and third-party money, which is left out if 0. */
const char *amounts(int64_t grant, int64_t local, int64_t third_party);
hhp_report *check_amounts(int64_t grant, int64_t local, int64_t third_party);

/* The rules HP4.. with findings, of any severity. */
const char *money_rules(const hhp_report *report);
void assert_severities(const char *rule, const char *financing, int32_t draft, int32_t prequal, int32_t full);

/* The finding is at that pointer, and the text there begins and ends like this. */
void assert_is_at(const hhp_finding *f, const char *json, const char *pointer, const char *first, const char *last);
void assert_related(const hhp_finding *f, const char *const *pointers, size_t count);
hhp_report *check_with(const char *scheme, const char *financing);

#endif
