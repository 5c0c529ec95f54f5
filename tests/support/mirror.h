/* A diff of two plans is the mirror of the diff the other way round. */
#ifndef HHP_TESTS_MIRROR_H
#define HHP_TESTS_MIRROR_H

#include <helhedsplan/helhedsplan.h>

/* Compares both plans both ways, and each with itself. NULL if the diffs agree; otherwise the error. `count` receives
 * the number of changes; may be NULL. HHP_ERR_OVERFLOW both ways is no error, and 0 changes. */
const char *unlike_its_mirror(const hhp_plan *a, const hhp_plan *b, size_t *count);

#endif
