/**
 * @file
 * Focus areas (indsatsområder). They are defined by the scheme; a plan chooses some of them.
 * The code links a focus area to its scheme, so its title may be worded freely. Activities belong to
 * focus areas, and if the scheme requires it, each focus area has a sub-agreement (agreement.h).
 *
 * Handles and texts are borrowed from the plan, which one thread may edit or many may read. Accessors follow
 * the pattern of plan.h, which adds focus areas to a plan.
 *
 * @code
 * // The third focus area of the 2019-26 scheme, as an area of a new plan.
 * const hhp_scheme_area *offered = hhp_scheme_focus_area_at(hhp_scheme_find("lbf-2019-2026"), 2);
 * hhp_plan *plan = NULL;
 * hhp_focus_area *chosen = NULL;
 * hhp_status status = hhp_plan_new(&plan);
 * if (status == HHP_OK)
 *   status = hhp_plan_add_focus_area(plan, hhp_scheme_area_code(offered), &chosen);
 * if (status == HHP_OK)
 *   status = hhp_focus_area_set_code(chosen, hhp_scheme_area_code(offered));
 * if (status == HHP_OK)
 *   status = hhp_focus_area_set_title(chosen, hhp_scheme_area_title_da(offered));
 * if (status != HHP_OK)
 *   puts(hhp_status_message(status, HHP_LANG_EN));
 * hhp_plan_free(plan);
 * @endcode
 */
#ifndef HELHEDSPLAN_FOCUS_AREA_H
#define HELHEDSPLAN_FOCUS_AREA_H

#include <helhedsplan/status.h>
#include <helhedsplan/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/** @name A focus area */
/** @{ */

/**
 * Id of the focus area: `[a-z0-9][a-z0-9-]{0,63}`, unique in the plan. May be its code. Required.
 * @return Borrowed; NULL if not given.
 * @since 0.1
 */
HHP_API const char *hhp_focus_area_id(const hhp_focus_area *focus_area);
/**
 * Set or, with NULL, remove the id.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID, ::HHP_ERR_DUPLICATE_ID,
 *         ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_focus_area_set_id(hhp_focus_area *focus_area, const char *value);

/**
 * Its code in the scheme, such as "tryghed-og-trivsel": `[a-z0-9][a-z0-9-]{0,63}`. Unique in the plan.
 * Required.
 * @return Borrowed; NULL if not given.
 * @since 0.1
 */
HHP_API const char *hhp_focus_area_code(const hhp_focus_area *focus_area);
/**
 * Set or, with NULL, remove the code.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_FORMAT, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_focus_area_set_code(hhp_focus_area *focus_area, const char *value);

/** Title, such as "Tryghed og trivsel". Required. @return Borrowed; NULL if not given. @since 0.1 */
HHP_API const char *hhp_focus_area_title(const hhp_focus_area *focus_area);
/**
 * Set or, with NULL, remove the title.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_focus_area_set_title(hhp_focus_area *focus_area, const char *value);

/** Its purpose (formål). @return Borrowed; NULL if not given. @since 0.1 */
HHP_API const char *hhp_focus_area_purpose(const hhp_focus_area *focus_area);
/**
 * Set or, with NULL, remove the purpose.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_focus_area_set_purpose(hhp_focus_area *focus_area, const char *value);

/** How many sub-goals (delmål) it has, in words. @since 0.1 */
HHP_API size_t hhp_focus_area_sub_goal_count(const hhp_focus_area *focus_area);
/** One of the sub-goals. @return Borrowed; NULL past the end. @since 0.1 */
HHP_API const char *hhp_focus_area_sub_goal_at(const hhp_focus_area *focus_area, size_t index);
/**
 * Add a sub-goal at the end.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_focus_area_add_sub_goal(hhp_focus_area *focus_area, const char *value);
/**
 * Remove a sub-goal; the rest moves up.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOT_FOUND.
 * @since 0.1
 */
HHP_API hhp_status hhp_focus_area_remove_sub_goal(hhp_focus_area *focus_area, size_t index);

/**
 * Whether every activity belongs to it, even if not stated (tværgående).
 * @return 1 or 0; 0 if not given.
 * @since 0.1
 */
HHP_API int32_t hhp_focus_area_cross_cutting(const hhp_focus_area *focus_area);
/** Whether "cross_cutting" is given: 1 or 0. @since 0.1 */
HHP_API int32_t hhp_focus_area_has_cross_cutting(const hhp_focus_area *focus_area);
/**
 * Set (1 or 0) or, with ::HHP_ABSENT, remove "cross_cutting".
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_RANGE.
 * @since 0.1
 */
HHP_API hhp_status hhp_focus_area_set_cross_cutting(hhp_focus_area *focus_area, int32_t value);

/**
 * Whether input is still invited; not in an approved plan (HP215).
 * @return 1 or 0; 0 if not given.
 * @since 0.1
 */
HHP_API int32_t hhp_focus_area_open_for_input(const hhp_focus_area *focus_area);
/** Whether "open_for_input" is given: 1 or 0. @since 0.1 */
HHP_API int32_t hhp_focus_area_has_open_for_input(const hhp_focus_area *focus_area);
/**
 * Set (1 or 0) or, with ::HHP_ABSENT, remove "open_for_input".
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_RANGE.
 * @since 0.1
 */
HHP_API hhp_status hhp_focus_area_set_open_for_input(hhp_focus_area *focus_area, int32_t value);

/** @} */

#ifdef __cplusplus
}
#endif

#endif
