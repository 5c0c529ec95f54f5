/**
 * @file
 * Goals (mål): what is to be achieved. Goals without a parent are the political ones, as a rule adopted by the
 * municipal council; the others are parts of another goal. A plan may name goals that it does not pursue:
 * Vollsmose has eight and pursues four. Strategies, work areas, activities and indicators refer to the goals
 * that they serve.
 *
 * Handles and texts are borrowed from the plan, which one thread may edit or many may read. Accessors follow
 * the pattern of plan.h, which adds goals to a plan.
 *
 * @code
 * hhp_plan *plan = NULL;
 * if (hhp_plan_load(&plan, "plan.helhedsplan.json", NULL) == HHP_OK) {
 *   for (size_t i = 0; i < hhp_plan_goal_count(plan); i++) {
 *     const hhp_goal *goal = hhp_plan_goal_at(plan, i);
 *     if (hhp_goal_parent(goal) == NULL)
 *       printf("%s: %s\n", hhp_goal_title(goal), hhp_goal_pursued(goal) ? "pursued" : "not pursued");
 *   }
 * }
 * hhp_plan_free(plan);
 * @endcode
 */
#ifndef HELHEDSPLAN_GOAL_H
#define HELHEDSPLAN_GOAL_H

#include <helhedsplan/status.h>
#include <helhedsplan/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/** @name A goal */
/** @{ */

/**
 * Id of the goal: `[a-z0-9][a-z0-9-]{0,63}`, unique in the plan. Required.
 * @return Borrowed; NULL if not given.
 * @since 0.1
 */
HHP_API const char *hhp_goal_id(const hhp_goal *goal);
/**
 * Set or, with NULL, remove the id.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID, ::HHP_ERR_DUPLICATE_ID,
 *         ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_goal_set_id(hhp_goal *goal, const char *value);

/**
 * The goal in words, such as "Styrket civilsamfund". Required.
 * @return Borrowed; NULL if not given.
 * @since 0.1
 */
HHP_API const char *hhp_goal_title(const hhp_goal *goal);
/**
 * Set or, with NULL, remove the title.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_goal_set_title(hhp_goal *goal, const char *value);

/** How many other wordings are used, such as "Øget tryghed" for "Større tryghed". @since 0.1 */
HHP_API size_t hhp_goal_alias_count(const hhp_goal *goal);
/** One of the other wordings. @return Borrowed; NULL past the end. @since 0.1 */
HHP_API const char *hhp_goal_alias_at(const hhp_goal *goal, size_t index);
/**
 * Add a wording at the end.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_goal_add_alias(hhp_goal *goal, const char *value);
/**
 * Remove a wording; the rest moves up.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOT_FOUND.
 * @since 0.1
 */
HHP_API hhp_status hhp_goal_remove_alias(hhp_goal *goal, size_t index);

/**
 * Id of the goal that it is part of; without one, it is a political goal. Parents must not loop.
 * @return Borrowed; NULL if not given.
 * @since 0.1
 */
HHP_API const char *hhp_goal_parent(const hhp_goal *goal);
/**
 * Set or, with NULL, remove the parent.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_goal_set_parent(hhp_goal *goal, const char *value);

/**
 * Whether this plan pursues the goal; if so, some activity or work area should serve it.
 * @return 1 or 0; 1 if not given.
 * @since 0.1
 */
HHP_API int32_t hhp_goal_pursued(const hhp_goal *goal);
/** Whether "pursued" is given: 1 or 0. @since 0.1 */
HHP_API int32_t hhp_goal_has_pursued(const hhp_goal *goal);
/**
 * Set (1 or 0) or, with ::HHP_ABSENT, remove "pursued".
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_RANGE.
 * @since 0.1
 */
HHP_API hhp_status hhp_goal_set_pursued(hhp_goal *goal, int32_t value);

/** The body that adopted it, such as "Odense Byråd". @return Borrowed; NULL if not given. @since 0.1 */
HHP_API const char *hhp_goal_adopted_by(const hhp_goal *goal);
/**
 * Set or, with NULL, remove the body.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_goal_set_adopted_by(hhp_goal *goal, const char *value);

/** When it was adopted. @return yyyymmdd, 00 for an unknown part; 0 if not given. @since 0.1 */
HHP_API int32_t hhp_goal_adopted_on(const hhp_goal *goal);
/** Set or, with 0, remove the date. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_DATE. @since 0.1 */
HHP_API hhp_status hhp_goal_set_adopted_on(hhp_goal *goal, int32_t value);

/** @} */

#ifdef __cplusplus
}
#endif

#endif
