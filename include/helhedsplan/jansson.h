/**
 * @file
 * For programs that hold plans as Jansson values. Not part of the umbrella header: include it, and Jansson's, yourself.
 */
#ifndef HELHEDSPLAN_JANSSON_H
#define HELHEDSPLAN_JANSSON_H

#include <jansson.h>

#include <helhedsplan/status.h>
#include <helhedsplan/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * Read a plan from a Jansson value, as hhp_plan_parse reads it from text. Findings have pointers but no lines.
 * @param[out] plan Owned; free with hhp_plan_free. NULL when the call fails.
 * @param json Borrowed, and unchanged.
 * @param report Gets the findings; may be NULL.
 * @return As hhp_plan_parse. @since 0.1
 */
HHP_API hhp_status hhp_plan_from_jansson(hhp_plan **plan, const json_t *json, hhp_report *report);

/**
 * A plan as a Jansson value.
 * @param[out] json A new reference; let go of it with json_decref.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOMEM. @since 0.1
 */
HHP_API hhp_status hhp_plan_to_jansson(const hhp_plan *plan, json_t **json);

#ifdef __cplusplus
}
#endif

#endif
