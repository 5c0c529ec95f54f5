/**
 * @file
 * Strategies, and the work areas in which they are carried out.
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
 * Id of the strategy. `[a-z0-9][a-z0-9-]{0,63}`, unique in the plan. Required. @return Borrowed; NULL: none.
 * @since 0.1
 */
HHP_API const char *hhp_strategy_id(const hhp_strategy *strategy);
/**
 * Set it; NULL: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID,
 * ::HHP_ERR_DUPLICATE_ID, ::HHP_ERR_NOMEM. @since 0.1
 */
HHP_API hhp_status hhp_strategy_set_id(hhp_strategy *strategy, const char *value);

/** Title of the strategy. Required. @return Borrowed; NULL: none. @since 0.1 */
HHP_API const char *hhp_strategy_title(const hhp_strategy *strategy);
/** Set it; NULL: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM. @since 0.1 */
HHP_API hhp_status hhp_strategy_set_title(hhp_strategy *strategy, const char *value);

/** Its overall aim. @return Borrowed; NULL: none. @since 0.1 */
HHP_API const char *hhp_strategy_aim(const hhp_strategy *strategy);
/** Set it; NULL: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM. @since 0.1 */
HHP_API hhp_status hhp_strategy_set_aim(hhp_strategy *strategy, const char *value);

/** The goals that it serves: how many. Ids of goals; checked when the plan is validated. @since 0.1 */
HHP_API size_t hhp_strategy_goal_count(const hhp_strategy *strategy);
/** One of them. @return Borrowed; NULL past the end. @since 0.1 */
HHP_API const char *hhp_strategy_goal_at(const hhp_strategy *strategy, size_t index);
/**
 * Add one at the end. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_strategy_add_goal(hhp_strategy *strategy, const char *goal_id);
/**
 * Remove one; those behind it move up. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOT_FOUND. @since 0.1
 */
HHP_API hhp_status hhp_strategy_remove_goal(hhp_strategy *strategy, size_t index);

/** The strategies that it supports: how many. @since 0.1 */
HHP_API size_t hhp_strategy_support_count(const hhp_strategy *strategy);
/** One of them, in the order of the file. @return Borrowed; NULL past the end. @since 0.1 */
HHP_API hhp_support *hhp_strategy_support_at(const hhp_strategy *strategy, size_t index);
/**
 * Add one at the end. @param[out] out Borrowed; may be NULL. @return ::HHP_OK, ::HHP_ERR_ARGUMENT,
 * ::HHP_ERR_NOMEM. @since 0.1
 */
HHP_API hhp_status hhp_strategy_add_support(hhp_strategy *strategy, hhp_support **out);
/**
 * Remove one. Its handle stays readable; references to it stay as they are. @return ::HHP_OK,
 * ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOT_FOUND. @since 0.1
 */
HHP_API hhp_status hhp_strategy_remove_support(hhp_strategy *strategy, hhp_support *support);

/** @} */

/** @name A work area */
/** @{ */

/**
 * Id of the work area. `[a-z0-9][a-z0-9-]{0,63}`, unique in the plan. Required. @return Borrowed; NULL:
 * none. @since 0.1
 */
HHP_API const char *hhp_work_area_id(const hhp_work_area *work_area);
/**
 * Set it; NULL: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID,
 * ::HHP_ERR_DUPLICATE_ID, ::HHP_ERR_NOMEM. @since 0.1
 */
HHP_API hhp_status hhp_work_area_set_id(hhp_work_area *work_area, const char *value);

/** Title of the work area. Required. @return Borrowed; NULL: none. @since 0.1 */
HHP_API const char *hhp_work_area_title(const hhp_work_area *work_area);
/** Set it; NULL: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM. @since 0.1 */
HHP_API hhp_status hhp_work_area_set_title(hhp_work_area *work_area, const char *value);

/**
 * The strategy that it belongs to. Id of a strategy; checked when the plan is validated. @return Borrowed;
 * NULL: none. @since 0.1
 */
HHP_API const char *hhp_work_area_strategy(const hhp_work_area *work_area);
/**
 * Set it; NULL: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_work_area_set_strategy(hhp_work_area *work_area, const char *value);

/** Its purpose. @return Borrowed; NULL: none. @since 0.1 */
HHP_API const char *hhp_work_area_purpose(const hhp_work_area *work_area);
/** Set it; NULL: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM. @since 0.1 */
HHP_API hhp_status hhp_work_area_set_purpose(hhp_work_area *work_area, const char *value);

/** What it contributes to goals: how many. @since 0.1 */
HHP_API size_t hhp_work_area_contribution_count(const hhp_work_area *work_area);
/** One of them, in the order of the file. @return Borrowed; NULL past the end. @since 0.1 */
HHP_API hhp_goal_contribution *hhp_work_area_contribution_at(const hhp_work_area *work_area, size_t index);
/**
 * Add one at the end. @param[out] out Borrowed; may be NULL. @return ::HHP_OK, ::HHP_ERR_ARGUMENT,
 * ::HHP_ERR_NOMEM. @since 0.1
 */
HHP_API hhp_status hhp_work_area_add_contribution(hhp_work_area *work_area, hhp_goal_contribution **out);
/**
 * Remove one. Its handle stays readable; references to it stay as they are. @return ::HHP_OK,
 * ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOT_FOUND. @since 0.1
 */
HHP_API hhp_status hhp_work_area_remove_contribution(hhp_work_area *work_area,
                    hhp_goal_contribution *contribution);

/** The strategies that it supports: how many. @since 0.1 */
HHP_API size_t hhp_work_area_support_count(const hhp_work_area *work_area);
/** One of them, in the order of the file. @return Borrowed; NULL past the end. @since 0.1 */
HHP_API hhp_support *hhp_work_area_support_at(const hhp_work_area *work_area, size_t index);
/**
 * Add one at the end. @param[out] out Borrowed; may be NULL. @return ::HHP_OK, ::HHP_ERR_ARGUMENT,
 * ::HHP_ERR_NOMEM. @since 0.1
 */
HHP_API hhp_status hhp_work_area_add_support(hhp_work_area *work_area, hhp_support **out);
/**
 * Remove one. Its handle stays readable; references to it stay as they are. @return ::HHP_OK,
 * ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOT_FOUND. @since 0.1
 */
HHP_API hhp_status hhp_work_area_remove_support(hhp_work_area *work_area, hhp_support *support);

/** @} */

/** @name What a work area contributes to a goal */
/** @{ */

/**
 * The goal. Id of a goal; checked when the plan is validated. Required. @return Borrowed; NULL: none. @since
 * 0.1
 */
HHP_API const char *hhp_goal_contribution_goal(const hhp_goal_contribution *goal_contribution);
/**
 * Set it; NULL: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_goal_contribution_set_goal(hhp_goal_contribution *goal_contribution,
                    const char *value);

/** In what way. @return Borrowed; NULL: none. @since 0.1 */
HHP_API const char *hhp_goal_contribution_how(const hhp_goal_contribution *goal_contribution);
/** Set it; NULL: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM. @since 0.1 */
HHP_API hhp_status hhp_goal_contribution_set_how(hhp_goal_contribution *goal_contribution, const char *value);

/** @} */

/** @name How a strategy or work area supports a strategy */
/** @{ */

/**
 * The strategy that is supported. Id of a strategy; checked when the plan is validated. Required. @return
 * Borrowed; NULL: none. @since 0.1
 */
HHP_API const char *hhp_support_strategy(const hhp_support *support);
/**
 * Set it; NULL: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_support_set_strategy(hhp_support *support, const char *value);

/** In what way. @return Borrowed; NULL: none. @since 0.1 */
HHP_API const char *hhp_support_how(const hhp_support *support);
/** Set it; NULL: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM. @since 0.1 */
HHP_API hhp_status hhp_support_set_how(hhp_support *support, const char *value);

/** @} */

#ifdef __cplusplus
}
#endif

#endif
