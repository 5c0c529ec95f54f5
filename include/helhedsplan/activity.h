/**
 * @file
 * Activities (aktiviteter, indsatser): what the plan does.
 */
#ifndef HELHEDSPLAN_ACTIVITY_H
#define HELHEDSPLAN_ACTIVITY_H

#include <helhedsplan/status.h>
#include <helhedsplan/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/** @name An activity (aktivitet, indsats) */
/** @{ */

/**
 * Id of the activity. `[a-z0-9][a-z0-9-]{0,63}`, unique in the plan. Required. @return Borrowed; NULL: none.
 * @since 0.1
 */
HHP_API const char *hhp_activity_id(const hhp_activity *activity);
/**
 * Set it; NULL: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID,
 * ::HHP_ERR_DUPLICATE_ID, ::HHP_ERR_NOMEM. @since 0.1
 */
HHP_API hhp_status hhp_activity_set_id(hhp_activity *activity, const char *value);

/** Title of the activity. Required. @return Borrowed; NULL: none. @since 0.1 */
HHP_API const char *hhp_activity_title(const hhp_activity *activity);
/** Set it; NULL: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM. @since 0.1 */
HHP_API hhp_status hhp_activity_set_title(hhp_activity *activity, const char *value);

/**
 * The focus areas that it belongs to: how many. Ids of focus areas; checked when the plan is validated.
 * @since 0.1
 */
HHP_API size_t hhp_activity_focus_area_count(const hhp_activity *activity);
/** One of them. @return Borrowed; NULL past the end. @since 0.1 */
HHP_API const char *hhp_activity_focus_area_at(const hhp_activity *activity, size_t index);
/**
 * Add one at the end. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_activity_add_focus_area(hhp_activity *activity, const char *focus_area_id);
/**
 * Remove one; those behind it move up. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOT_FOUND. @since 0.1
 */
HHP_API hhp_status hhp_activity_remove_focus_area(hhp_activity *activity, size_t index);

/**
 * The work areas that it belongs to: how many. Ids of work areas; checked when the plan is validated. @since
 * 0.1
 */
HHP_API size_t hhp_activity_work_area_count(const hhp_activity *activity);
/** One of them. @return Borrowed; NULL past the end. @since 0.1 */
HHP_API const char *hhp_activity_work_area_at(const hhp_activity *activity, size_t index);
/**
 * Add one at the end. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_activity_add_work_area(hhp_activity *activity, const char *work_area_id);
/**
 * Remove one; those behind it move up. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOT_FOUND. @since 0.1
 */
HHP_API hhp_status hhp_activity_remove_work_area(hhp_activity *activity, size_t index);

/** The goals that it serves: how many. Ids of goals; checked when the plan is validated. @since 0.1 */
HHP_API size_t hhp_activity_goal_count(const hhp_activity *activity);
/** One of them. @return Borrowed; NULL past the end. @since 0.1 */
HHP_API const char *hhp_activity_goal_at(const hhp_activity *activity, size_t index);
/**
 * Add one at the end. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_activity_add_goal(hhp_activity *activity, const char *goal_id);
/**
 * Remove one; those behind it move up. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOT_FOUND. @since 0.1
 */
HHP_API hhp_status hhp_activity_remove_goal(hhp_activity *activity, size_t index);

/** Its purpose. @return Borrowed; NULL: none. @since 0.1 */
HHP_API const char *hhp_activity_purpose(const hhp_activity *activity);
/** Set it; NULL: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM. @since 0.1 */
HHP_API hhp_status hhp_activity_set_purpose(hhp_activity *activity, const char *value);

/**
 * Whom it is for. It is always there, and is left out of the file while empty. @return Borrowed; NULL for
 * NULL. @since 0.1
 */
HHP_API hhp_target_group *hhp_activity_target_group(const hhp_activity *activity);

/** What it consists of: how many. @since 0.1 */
HHP_API size_t hhp_activity_element_count(const hhp_activity *activity);
/** One of them. @return Borrowed; NULL past the end. @since 0.1 */
HHP_API const char *hhp_activity_element_at(const hhp_activity *activity, size_t index);
/** Add one at the end. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM. @since 0.1 */
HHP_API hhp_status hhp_activity_add_element(hhp_activity *activity, const char *value);
/**
 * Remove one; those behind it move up. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOT_FOUND. @since 0.1
 */
HHP_API hhp_status hhp_activity_remove_element(hhp_activity *activity, size_t index);

/** The parties that take part: how many. Ids of parties; checked when the plan is validated. @since 0.1 */
HHP_API size_t hhp_activity_party_count(const hhp_activity *activity);
/** One of them. @return Borrowed; NULL past the end. @since 0.1 */
HHP_API const char *hhp_activity_party_at(const hhp_activity *activity, size_t index);
/**
 * Add one at the end. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_activity_add_party(hhp_activity *activity, const char *party_id);
/**
 * Remove one; those behind it move up. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOT_FOUND. @since 0.1
 */
HHP_API hhp_status hhp_activity_remove_party(hhp_activity *activity, size_t index);

/**
 * The party that leads it. Id of a party; checked when the plan is validated. @return Borrowed; NULL: none.
 * @since 0.1
 */
HHP_API const char *hhp_activity_lead(const hhp_activity *activity);
/**
 * Set it; NULL: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_activity_set_lead(hhp_activity *activity, const char *value);

/** The person who coordinates it. @return Borrowed; NULL: none. @since 0.1 */
HHP_API const char *hhp_activity_coordinator(const hhp_activity *activity);
/** Set it; NULL: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM. @since 0.1 */
HHP_API hhp_status hhp_activity_set_coordinator(hhp_activity *activity, const char *value);

/** First day. @return yyyymmdd, 00 for what is not given; 0: none. @since 0.1 */
HHP_API int32_t hhp_activity_start(const hhp_activity *activity);
/** Set it; 0: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_DATE. @since 0.1 */
HHP_API hhp_status hhp_activity_set_start(hhp_activity *activity, int32_t value);

/** Last day. @return yyyymmdd, 00 for what is not given; 0: none. @since 0.1 */
HHP_API int32_t hhp_activity_end(const hhp_activity *activity);
/** Set it; 0: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_DATE. @since 0.1 */
HHP_API hhp_status hhp_activity_set_end(hhp_activity *activity, int32_t value);

/** @} */

/** @name Whom an activity is for */
/** @{ */

/** The target group in words. @return Borrowed; NULL: none. @since 0.1 */
HHP_API const char *hhp_target_group_text(const hhp_target_group *target_group);
/** Set it; NULL: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM. @since 0.1 */
HHP_API hhp_status hhp_target_group_set_text(hhp_target_group *target_group, const char *value);

/** Lowest age, in years. @return ::HHP_ABSENT: none. @since 0.1 */
HHP_API int32_t hhp_target_group_age_min(const hhp_target_group *target_group);
/** Set it; ::HHP_ABSENT: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_RANGE. @since 0.1 */
HHP_API hhp_status hhp_target_group_set_age_min(hhp_target_group *target_group, int32_t value);

/** Highest age, in years. @return ::HHP_ABSENT: none. @since 0.1 */
HHP_API int32_t hhp_target_group_age_max(const hhp_target_group *target_group);
/** Set it; ::HHP_ABSENT: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_RANGE. @since 0.1 */
HHP_API hhp_status hhp_target_group_set_age_max(hhp_target_group *target_group, int32_t value);

/** @} */

#ifdef __cplusplus
}
#endif

#endif
