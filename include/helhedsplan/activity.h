/**
 * @file
 * Activities (aktiviteter, indsatser): what the plan does, with whom and for whom. An activity belongs to
 * focus areas and work areas, and serves goals. The fund requires cooperation: a public partner among its
 * parties, and an agreement that includes all of them.
 *
 * Handles and texts are borrowed from the plan, which one thread may edit or many may read. Accessors follow
 * the pattern of plan.h, which adds activities to a plan.
 *
 * @code
 * hhp_plan *plan = NULL;
 * hhp_activity *cafe = NULL;
 * hhp_status status = hhp_plan_new(&plan);
 * if (status == HHP_OK)
 *   status = hhp_plan_add_activity(plan, "lektiecafe", &cafe);
 * if (status == HHP_OK)
 *   status = hhp_activity_set_title(cafe, "Lektiecafé");
 * if (status == HHP_OK)
 *   status = hhp_activity_add_focus_area(cafe, "uddannelse");
 * if (status == HHP_OK)
 *   status = hhp_target_group_set_age_min(hhp_activity_target_group(cafe), 10);
 * if (status == HHP_OK)
 *   status = hhp_target_group_set_age_max(hhp_activity_target_group(cafe), 16);
 * if (status != HHP_OK)
 *   puts(hhp_status_message(status, HHP_LANG_EN));
 * hhp_plan_free(plan);
 * @endcode
 */
#ifndef HELHEDSPLAN_ACTIVITY_H
#define HELHEDSPLAN_ACTIVITY_H

#include <helhedsplan/status.h>
#include <helhedsplan/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/** @name An activity */
/** @{ */

/**
 * Id of the activity: `[a-z0-9][a-z0-9-]{0,63}`, unique in the plan. Required.
 * @return Borrowed; NULL if not given.
 * @since 0.1
 */
HHP_API const char *hhp_activity_id(const hhp_activity *activity);
/**
 * Set or, with NULL, remove the id.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID, ::HHP_ERR_DUPLICATE_ID,
 *         ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_activity_set_id(hhp_activity *activity, const char *value);

/**
 * Title, such as "Lektiecafé"; unique in a focus area. Required.
 * @return Borrowed; NULL if not given.
 * @since 0.1
 */
HHP_API const char *hhp_activity_title(const hhp_activity *activity);
/**
 * Set or, with NULL, remove the title.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_activity_set_title(hhp_activity *activity, const char *value);

/** Its purpose (formål). @return Borrowed; NULL if not given. @since 0.1 */
HHP_API const char *hhp_activity_purpose(const hhp_activity *activity);
/**
 * Set or, with NULL, remove the purpose.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_activity_set_purpose(hhp_activity *activity, const char *value);

/** How many parts it consists of, each in words, such as "Virksomhedsbesøg". @since 0.1 */
HHP_API size_t hhp_activity_element_count(const hhp_activity *activity);
/** One of the parts. @return Borrowed; NULL past the end. @since 0.1 */
HHP_API const char *hhp_activity_element_at(const hhp_activity *activity, size_t index);
/**
 * Add a part at the end.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_activity_add_element(hhp_activity *activity, const char *value);
/** Remove a part; the rest moves up. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOT_FOUND. @since 0.1 */
HHP_API hhp_status hhp_activity_remove_element(hhp_activity *activity, size_t index);

/** How many focus areas it belongs to. @since 0.1 */
HHP_API size_t hhp_activity_focus_area_count(const hhp_activity *activity);
/** Id of one of the focus areas. @return Borrowed; NULL past the end. @since 0.1 */
HHP_API const char *hhp_activity_focus_area_at(const hhp_activity *activity, size_t index);
/**
 * Add a focus area at the end, by its id.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_activity_add_focus_area(hhp_activity *activity, const char *focus_area_id);
/**
 * Remove a focus area; the rest moves up.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOT_FOUND.
 * @since 0.1
 */
HHP_API hhp_status hhp_activity_remove_focus_area(hhp_activity *activity, size_t index);

/** How many work areas it belongs to. @since 0.1 */
HHP_API size_t hhp_activity_work_area_count(const hhp_activity *activity);
/** Id of one of the work areas. @return Borrowed; NULL past the end. @since 0.1 */
HHP_API const char *hhp_activity_work_area_at(const hhp_activity *activity, size_t index);
/**
 * Add a work area at the end, by its id.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_activity_add_work_area(hhp_activity *activity, const char *work_area_id);
/**
 * Remove a work area; the rest moves up.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOT_FOUND.
 * @since 0.1
 */
HHP_API hhp_status hhp_activity_remove_work_area(hhp_activity *activity, size_t index);

/** How many goals it serves. @since 0.1 */
HHP_API size_t hhp_activity_goal_count(const hhp_activity *activity);
/** Id of one of the goals. @return Borrowed; NULL past the end. @since 0.1 */
HHP_API const char *hhp_activity_goal_at(const hhp_activity *activity, size_t index);
/**
 * Add a goal at the end, by its id.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_activity_add_goal(hhp_activity *activity, const char *goal_id);
/** Remove a goal; the rest moves up. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOT_FOUND. @since 0.1 */
HHP_API hhp_status hhp_activity_remove_goal(hhp_activity *activity, size_t index);

/** How many parties take part. @since 0.1 */
HHP_API size_t hhp_activity_party_count(const hhp_activity *activity);
/** Id of one of the parties. @return Borrowed; NULL past the end. @since 0.1 */
HHP_API const char *hhp_activity_party_at(const hhp_activity *activity, size_t index);
/**
 * Add a party at the end, by its id.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_activity_add_party(hhp_activity *activity, const char *party_id);
/**
 * Remove a party; the rest moves up.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOT_FOUND.
 * @since 0.1
 */
HHP_API hhp_status hhp_activity_remove_party(hhp_activity *activity, size_t index);

/**
 * Id of the party that leads it. A lead or a coordinator is required.
 * @return Borrowed; NULL if not given.
 * @since 0.1
 */
HHP_API const char *hhp_activity_lead(const hhp_activity *activity);
/**
 * Set or, with NULL, remove the lead.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_activity_set_lead(hhp_activity *activity, const char *value);

/**
 * The person who coordinates it (tovholder), by name or post.
 * @return Borrowed; NULL if not given.
 * @since 0.1
 */
HHP_API const char *hhp_activity_coordinator(const hhp_activity *activity);
/**
 * Set or, with NULL, remove the coordinator.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_activity_set_coordinator(hhp_activity *activity, const char *value);

/**
 * First day, within the period of the plan.
 * @return yyyymmdd, 00 for an unknown part; 0 if not given.
 * @since 0.1
 */
HHP_API int32_t hhp_activity_start(const hhp_activity *activity);
/** Set or, with 0, remove the first day. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_DATE. @since 0.1 */
HHP_API hhp_status hhp_activity_set_start(hhp_activity *activity, int32_t value);

/**
 * Last day, within the period of the plan.
 * @return yyyymmdd, 00 for an unknown part; 0 if not given.
 * @since 0.1
 */
HHP_API int32_t hhp_activity_end(const hhp_activity *activity);
/** Set or, with 0, remove the last day. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_DATE. @since 0.1 */
HHP_API hhp_status hhp_activity_set_end(hhp_activity *activity, int32_t value);

/** @} */
/** @name Whom an activity is for */
/** @{ */

/**
 * The target group (målgruppe). Always there; left out of the file while empty.
 * @return Borrowed.
 * @since 0.1
 */
HHP_API hhp_target_group *hhp_activity_target_group(const hhp_activity *activity);

/**
 * The target group in words, such as "Voksne uden for arbejdsmarkedet".
 * @return Borrowed; NULL if not given.
 * @since 0.1
 */
HHP_API const char *hhp_target_group_text(const hhp_target_group *target_group);
/**
 * Set or, with NULL, remove the text.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_target_group_set_text(hhp_target_group *target_group, const char *value);

/**
 * Lowest age, in years. Any number is accepted, as in a file.
 * @return ::HHP_ABSENT if not given.
 * @since 0.1
 */
HHP_API int32_t hhp_target_group_age_min(const hhp_target_group *target_group);
/** Set or, with ::HHP_ABSENT, remove the age. @return ::HHP_OK, ::HHP_ERR_ARGUMENT. @since 0.1 */
HHP_API hhp_status hhp_target_group_set_age_min(hhp_target_group *target_group, int32_t value);

/**
 * Highest age, in years, inclusive. Any number is accepted, as for the lowest.
 * @return ::HHP_ABSENT if not given.
 * @since 0.1
 */
HHP_API int32_t hhp_target_group_age_max(const hhp_target_group *target_group);
/** Set or, with ::HHP_ABSENT, remove the age. @return ::HHP_OK, ::HHP_ERR_ARGUMENT. @since 0.1 */
HHP_API hhp_status hhp_target_group_set_age_max(hhp_target_group *target_group, int32_t value);

/** @} */

#ifdef __cplusplus
}
#endif

#endif
