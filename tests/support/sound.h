/* Invariants of every report, for any document. */
#ifndef HHP_TESTS_SOUND_H
#define HHP_TESTS_SOUND_H

#include <stddef.h>

#include <helhedsplan/helhedsplan.h>

/* NULL if the report of hhp_check on that document is consistent; otherwise the error. */
const char *unsound(const hhp_report *report, const char *json, size_t length);

/* Whether the report has a finding of a rule, such as "HP101". */
int has_rule(const hhp_report *report, const char *rule);

#endif
