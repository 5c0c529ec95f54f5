/**
 * @file
 * For programs that hold plans as Jansson values. Not part of the umbrella header: include it yourself, and
 * link Jansson 2.14 or newer. A plan and a value never share data, so each has its own thread safety
 * rules.
 *
 * @code
 * json_t *json = json_load_file("plan.helhedsplan.json", JSON_REJECT_DUPLICATES, NULL);
 * hhp_plan *plan = NULL;
 * if (json != NULL && hhp_plan_from_jansson(&plan, json, NULL) == HHP_OK)
 *   puts(hhp_plan_title(plan));
 * hhp_plan_free(plan);
 * json_decref(json);
 * @endcode
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
 * Read a plan from a Jansson value, as hhp_plan_parse() reads it from text. Findings have pointers but no
 * lines.
 * @param[out] plan Owned; free with hhp_plan_free(). NULL when the call fails.
 * @param json Borrowed, and unchanged.
 * @param report Receives the findings; its previous content is discarded; may be NULL.
 * @return As hhp_plan_parse(); ::HHP_ERR_UTF8 for a value with text that was added to it unchecked.
 * @since 0.1
 */
HHP_API hhp_status hhp_plan_from_jansson(hhp_plan **plan, const json_t *json, hhp_report *report);

/**
 * A plan as a Jansson value, members in the order of the file format.
 * @param[out] json Owned, a new reference; release it with `json_decref`. NULL when memory runs out.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_plan_to_jansson(const hhp_plan *plan, json_t **json);

#ifdef __cplusplus
}
#endif

#endif
