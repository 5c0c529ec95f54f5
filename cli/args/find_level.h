/* Finds the level that a word names: a severity or a stage. */
#ifndef CLI_FIND_LEVEL_H
#define CLI_FIND_LEVEL_H

#include <stdint.h>

/* One of the HHP_SEVERITY constants; -1: unknown name. */
int32_t find_severity(const char *name);

/* One of the HHP_STAGE constants; -1: unknown name. */
int32_t find_stage(const char *name);

#endif
