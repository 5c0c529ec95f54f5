/**
 * @file
 * Goals: what the plan is to reach. Those without parent are the political goals.
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
 * Id of the goal. `[a-z0-9][a-z0-9-]{0,63}`, unique in the plan. Required. @return Borrowed; NULL: none.
 * @since 0.1
 */
HHP_API const char *hhp_goal_id(const hhp_goal *goal);
/**
 * Set it; NULL: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID,
 * ::HHP_ERR_DUPLICATE_ID, ::HHP_ERR_NOMEM. @since 0.1
 */
HHP_API hhp_status hhp_goal_set_id(hhp_goal *goal, const char *value);

/** The goal in words. Required. @return Borrowed; NULL: none. @since 0.1 */
HHP_API const char *hhp_goal_title(const hhp_goal *goal);
/** Set it; NULL: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM. @since 0.1 */
HHP_API hhp_status hhp_goal_set_title(hhp_goal *goal, const char *value);

/** Other wordings in use: how many. @since 0.1 */
HHP_API size_t hhp_goal_alias_count(const hhp_goal *goal);
/** One of them. @return Borrowed; NULL past the end. @since 0.1 */
HHP_API const char *hhp_goal_alias_at(const hhp_goal *goal, size_t index);
/** Add one at the end. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM. @since 0.1 */
HHP_API hhp_status hhp_goal_add_alias(hhp_goal *goal, const char *value);
/**
 * Remove one; those behind it move up. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOT_FOUND. @since 0.1
 */
HHP_API hhp_status hhp_goal_remove_alias(hhp_goal *goal, size_t index);

/**
 * The goal that it is part of. Id of a goal; checked when the plan is validated. @return Borrowed; NULL:
 * none. @since 0.1
 */
HHP_API const char *hhp_goal_parent(const hhp_goal *goal);
/**
 * Set it; NULL: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_goal_set_parent(hhp_goal *goal, const char *value);

/** Whether this plan pursues the goal. @return 1 or 0; 1 when not given. @since 0.1 */
HHP_API int32_t hhp_goal_pursued(const hhp_goal *goal);
/**
 * Set it, 1 or 0; ::HHP_ABSENT: not given. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_RANGE. @since 0.1
 */
HHP_API hhp_status hhp_goal_set_pursued(hhp_goal *goal, int32_t value);
/** 1 when it is given, else 0. @since 0.1 */
HHP_API int32_t hhp_goal_has_pursued(const hhp_goal *goal);

/** The body that adopted it. @return Borrowed; NULL: none. @since 0.1 */
HHP_API const char *hhp_goal_adopted_by(const hhp_goal *goal);
/** Set it; NULL: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM. @since 0.1 */
HHP_API hhp_status hhp_goal_set_adopted_by(hhp_goal *goal, const char *value);

/** When it was adopted. @return yyyymmdd, 00 for what is not given; 0: none. @since 0.1 */
HHP_API int32_t hhp_goal_adopted_on(const hhp_goal *goal);
/** Set it; 0: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_DATE. @since 0.1 */
HHP_API hhp_status hhp_goal_set_adopted_on(hhp_goal *goal, int32_t value);

/** @} */

#ifdef __cplusplus
}
#endif

#endif
