/**
 * @file
 * The 98 municipalities of Denmark as they have been since 1 January 2007, with their codes (kommunekoder).
 * HP113 checks hhp_plan_municipality_code() of a plan against them.
 *
 * All data is static and constant, so any number of threads may read it.
 *
 * @code
 * const char *code = hhp_municipality_code("odense kommune");   // "461"
 * const char *name = hhp_municipality_name("0461");             // "Odense"
 * @endcode
 */
#ifndef HELHEDSPLAN_MUNICIPALITY_H
#define HELHEDSPLAN_MUNICIPALITY_H

#include <helhedsplan/status.h>
#include <helhedsplan/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/** How many municipalities there are: 98. @since 1.0 */
HHP_API size_t hhp_municipality_count(void);

/**
 * The code of a municipality, lowest first.
 * @param index From 0.
 * @return Three digits. Static; NULL past the end.
 * @since 1.0
 */
HHP_API const char *hhp_municipality_code_at(size_t index);

/**
 * The code of the municipality of that name.
 * @param name UTF-8, in lower or upper case, with æ, ø and å or ae, oe and aa, and with or without "Kommune":
 *   "Odense", "ÅRHUS KOMMUNE", "Københavns Kommune", "hoeje taastrup". May be NULL.
 * @return Three digits. Static; NULL if no municipality has that name.
 * @since 1.0
 */
HHP_API const char *hhp_municipality_code(const char *name);

/**
 * The name of the municipality of that code, such as "Odense".
 * @param code Three digits, or four with a leading 0. May be NULL.
 * @return Static; NULL if no municipality has the code.
 * @since 1.0
 */
HHP_API const char *hhp_municipality_name(const char *code);

/**
 * What the municipality of that code calls itself as a party: "Odense Kommune", "Københavns Kommune".
 * @param code Three digits, or four with a leading 0. May be NULL.
 * @return Static; NULL if no municipality has the code.
 * @since 1.0
 */
HHP_API const char *hhp_municipality_authority(const char *code);

#ifdef __cplusplus
}
#endif

#endif
