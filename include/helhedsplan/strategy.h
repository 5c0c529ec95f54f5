/**
 * @file
 * Strategies (strategier), and the work areas (arbejdsområder) in which they are carried out. A strategy
 * serves goals, and if a plan has strategies, each political goal should have one (HP203). A work area states
 * its contributions to goals; both may support another strategy. Work areas are the plan's own division of
 * the work: the scheme's is into focus areas (focus_area.h), and an activity may belong to several of either.
 *
 * Handles and texts are borrowed from the plan, which one thread may edit or many may read. Accessors follow
 * the pattern of plan.h, which adds strategies and work areas to a plan.
 *
 * @code
 * hhp_plan *plan = NULL;
 * if (hhp_plan_load(&plan, "plan.helhedsplan.json", NULL) == HHP_OK) {
 *   for (size_t i = 0; i < hhp_plan_work_area_count(plan); i++) {
 *     const hhp_work_area *area = hhp_plan_work_area_at(plan, i);
 *     const hhp_strategy *strategy = hhp_plan_find_strategy(plan, hhp_work_area_strategy(area));
 *     if (strategy != NULL)
 *       printf("%s carries out %s\n", hhp_work_area_title(area), hhp_strategy_title(strategy));
 *   }
 * }
 * hhp_plan_free(plan);
 * @endcode
 */
#ifndef HELHEDSPLAN_STRATEGY_H
#define HELHEDSPLAN_STRATEGY_H

#include <helhedsplan/status.h>
#include <helhedsplan/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/** @name A strategy */
/** @{ */

/**
 * Id of the strategy: `[a-z0-9][a-z0-9-]{0,63}`, unique in the plan. Required.
 * @return Borrowed; NULL if not given.
 * @since 0.1
 */
HHP_API const char *hhp_strategy_id(const hhp_strategy *strategy);
/**
 * Set or, with NULL, remove the id.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID, ::HHP_ERR_DUPLICATE_ID,
 *         ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_strategy_set_id(hhp_strategy *strategy, const char *value);

/** Title, such as "Strategi for byudvikling". Required. @return Borrowed; NULL if not given. @since 0.1 */
HHP_API const char *hhp_strategy_title(const hhp_strategy *strategy);
/**
 * Set or, with NULL, remove the title.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_strategy_set_title(hhp_strategy *strategy, const char *value);

/** Its overall aim (overordnet mål). @return Borrowed; NULL if not given. @since 0.1 */
HHP_API const char *hhp_strategy_aim(const hhp_strategy *strategy);
/**
 * Set or, with NULL, remove the aim.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_strategy_set_aim(hhp_strategy *strategy, const char *value);

/** How many goals it serves; the goals that those are part of are served too. @since 0.1 */
HHP_API size_t hhp_strategy_goal_count(const hhp_strategy *strategy);
/** Id of one of the goals. @return Borrowed; NULL past the end. @since 0.1 */
HHP_API const char *hhp_strategy_goal_at(const hhp_strategy *strategy, size_t index);
/**
 * Add a goal at the end, by its id.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_strategy_add_goal(hhp_strategy *strategy, const char *goal_id);
/** Remove a goal; the rest moves up. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOT_FOUND. @since 0.1 */
HHP_API hhp_status hhp_strategy_remove_goal(hhp_strategy *strategy, size_t index);

/** How many strategies it supports. @since 0.1 */
HHP_API size_t hhp_strategy_support_count(const hhp_strategy *strategy);
/** How it supports one of them. @return Borrowed; NULL past the end. @since 0.1 */
HHP_API hhp_support *hhp_strategy_support_at(const hhp_strategy *strategy, size_t index);
/**
 * Add a support at the end, empty.
 * @param[out] out Borrowed, NULL when the call fails; may itself be NULL.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_strategy_add_support(hhp_strategy *strategy, hhp_support **out);
/**
 * Remove a support. Its handle stays readable.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOT_FOUND.
 * @since 0.1
 */
HHP_API hhp_status hhp_strategy_remove_support(hhp_strategy *strategy, hhp_support *support);

/** @} */
/** @name A work area */
/** @{ */

/**
 * Id of the work area: `[a-z0-9][a-z0-9-]{0,63}`, unique in the plan. Required.
 * @return Borrowed; NULL if not given.
 * @since 0.1
 */
HHP_API const char *hhp_work_area_id(const hhp_work_area *work_area);
/**
 * Set or, with NULL, remove the id.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID, ::HHP_ERR_DUPLICATE_ID,
 *         ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_work_area_set_id(hhp_work_area *work_area, const char *value);

/** Title, such as "Social byudvikling". Required. @return Borrowed; NULL if not given. @since 0.1 */
HHP_API const char *hhp_work_area_title(const hhp_work_area *work_area);
/**
 * Set or, with NULL, remove the title.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_work_area_set_title(hhp_work_area *work_area, const char *value);

/** Id of the strategy that it belongs to. @return Borrowed; NULL if not given. @since 0.1 */
HHP_API const char *hhp_work_area_strategy(const hhp_work_area *work_area);
/**
 * Set or, with NULL, remove the strategy.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_work_area_set_strategy(hhp_work_area *work_area, const char *value);

/** Its purpose (formål). @return Borrowed; NULL if not given. @since 0.1 */
HHP_API const char *hhp_work_area_purpose(const hhp_work_area *work_area);
/**
 * Set or, with NULL, remove the purpose.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_work_area_set_purpose(hhp_work_area *work_area, const char *value);

/**
 * How many goals it contributes to; `contributes` in the file. Not in money (financing.h).
 * @since 0.1
 */
HHP_API size_t hhp_work_area_contribution_count(const hhp_work_area *work_area);
/** What it contributes to one of them. @return Borrowed; NULL past the end. @since 0.1 */
HHP_API hhp_goal_contribution *hhp_work_area_contribution_at(const hhp_work_area *work_area, size_t index);
/**
 * Add a contribution at the end, empty.
 * @param[out] out Borrowed, NULL when the call fails; may itself be NULL.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_work_area_add_contribution(hhp_work_area *work_area, hhp_goal_contribution **out);
/**
 * Remove a contribution. Its handle stays readable.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOT_FOUND.
 * @since 0.1
 */
HHP_API hhp_status hhp_work_area_remove_contribution(hhp_work_area *work_area, hhp_goal_contribution *contribution);

/** How many strategies it supports, except its own. @since 0.1 */
HHP_API size_t hhp_work_area_support_count(const hhp_work_area *work_area);
/** How it supports one of them. @return Borrowed; NULL past the end. @since 0.1 */
HHP_API hhp_support *hhp_work_area_support_at(const hhp_work_area *work_area, size_t index);
/**
 * Add a support at the end, empty.
 * @param[out] out Borrowed, NULL when the call fails; may itself be NULL.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_work_area_add_support(hhp_work_area *work_area, hhp_support **out);
/**
 * Remove a support. Its handle stays readable.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOT_FOUND.
 * @since 0.1
 */
HHP_API hhp_status hhp_work_area_remove_support(hhp_work_area *work_area, hhp_support *support);

/** @} */
/** @name What a work area contributes to a goal */
/** @{ */

/** Id of the goal. Required. @return Borrowed; NULL if not given. @since 0.1 */
HHP_API const char *hhp_goal_contribution_goal(const hhp_goal_contribution *goal_contribution);
/**
 * Set or, with NULL, remove the goal.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_goal_contribution_set_goal(hhp_goal_contribution *goal_contribution, const char *value);

/** In what way, in words. @return Borrowed; NULL if not given. @since 0.1 */
HHP_API const char *hhp_goal_contribution_how(const hhp_goal_contribution *goal_contribution);
/**
 * Set or, with NULL, remove the text.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_goal_contribution_set_how(hhp_goal_contribution *goal_contribution, const char *value);

/** @} */
/** @name How a strategy or a work area supports a strategy */
/** @{ */

/** Id of the strategy that is supported. Required. @return Borrowed; NULL if not given. @since 0.1 */
HHP_API const char *hhp_support_strategy(const hhp_support *support);
/**
 * Set or, with NULL, remove the strategy.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_support_set_strategy(hhp_support *support, const char *value);

/** In what way, in words. @return Borrowed; NULL if not given. @since 0.1 */
HHP_API const char *hhp_support_how(const hhp_support *support);
/**
 * Set or, with NULL, remove the text.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_support_set_how(hhp_support *support, const char *value);

/** @} */

#ifdef __cplusplus
}
#endif

#endif
