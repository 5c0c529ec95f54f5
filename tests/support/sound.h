/* What must hold for every report, whatever the document. */
#ifndef HHP_TESTS_SOUND_H
#define HHP_TESTS_SOUND_H

#include <stddef.h>

#include <helhedsplan/helhedsplan.h>

/* NULL when the report of hhp_check on that document is sound; else what is wrong with it. */
const char *unsound(const hhp_report *report, const char *json, size_t length);

/* Whether the report has a finding of a rule, such as "HP101". */
int has_rule(const hhp_report *report, const char *rule);

#endif
