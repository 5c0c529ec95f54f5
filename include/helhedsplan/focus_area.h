/**
 * @file
 * Focus areas (indsatsområder): those of the scheme's areas that the plan has chosen.
 */
#ifndef HELHEDSPLAN_FOCUS_AREA_H
#define HELHEDSPLAN_FOCUS_AREA_H

#include <helhedsplan/status.h>
#include <helhedsplan/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/** @name A focus area (indsatsområde) */
/** @{ */

/**
 * Id of the focus area. `[a-z0-9][a-z0-9-]{0,63}`, unique in the plan. Required. @return Borrowed; NULL:
 * none. @since 0.1
 */
HHP_API const char *hhp_focus_area_id(const hhp_focus_area *focus_area);
/**
 * Set it; NULL: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID,
 * ::HHP_ERR_DUPLICATE_ID, ::HHP_ERR_NOMEM. @since 0.1
 */
HHP_API hhp_status hhp_focus_area_set_id(hhp_focus_area *focus_area, const char *value);

/** Its code in the scheme. `[a-z0-9][a-z0-9-]{0,63}`. Required. @return Borrowed; NULL: none. @since 0.1 */
HHP_API const char *hhp_focus_area_code(const hhp_focus_area *focus_area);
/**
 * Set it; NULL: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_FORMAT,
 * ::HHP_ERR_NOMEM. @since 0.1
 */
HHP_API hhp_status hhp_focus_area_set_code(hhp_focus_area *focus_area, const char *value);

/** Title of the focus area. Required. @return Borrowed; NULL: none. @since 0.1 */
HHP_API const char *hhp_focus_area_title(const hhp_focus_area *focus_area);
/** Set it; NULL: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM. @since 0.1 */
HHP_API hhp_status hhp_focus_area_set_title(hhp_focus_area *focus_area, const char *value);

/** Its purpose. @return Borrowed; NULL: none. @since 0.1 */
HHP_API const char *hhp_focus_area_purpose(const hhp_focus_area *focus_area);
/** Set it; NULL: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM. @since 0.1 */
HHP_API hhp_status hhp_focus_area_set_purpose(hhp_focus_area *focus_area, const char *value);

/** Its sub-goals: how many. @since 0.1 */
HHP_API size_t hhp_focus_area_sub_goal_count(const hhp_focus_area *focus_area);
/** One of them. @return Borrowed; NULL past the end. @since 0.1 */
HHP_API const char *hhp_focus_area_sub_goal_at(const hhp_focus_area *focus_area, size_t index);
/** Add one at the end. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM. @since 0.1 */
HHP_API hhp_status hhp_focus_area_add_sub_goal(hhp_focus_area *focus_area, const char *value);
/**
 * Remove one; those behind it move up. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOT_FOUND. @since 0.1
 */
HHP_API hhp_status hhp_focus_area_remove_sub_goal(hhp_focus_area *focus_area, size_t index);

/** Whether every activity serves it. @return 1 or 0; 0 when not given. @since 0.1 */
HHP_API int32_t hhp_focus_area_cross_cutting(const hhp_focus_area *focus_area);
/**
 * Set it, 1 or 0; ::HHP_ABSENT: not given. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_RANGE. @since 0.1
 */
HHP_API hhp_status hhp_focus_area_set_cross_cutting(hhp_focus_area *focus_area, int32_t value);
/** 1 when it is given, else 0. @since 0.1 */
HHP_API int32_t hhp_focus_area_has_cross_cutting(const hhp_focus_area *focus_area);

/** Whether more is still asked for. @return 1 or 0; 0 when not given. @since 0.1 */
HHP_API int32_t hhp_focus_area_open_for_input(const hhp_focus_area *focus_area);
/**
 * Set it, 1 or 0; ::HHP_ABSENT: not given. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_RANGE. @since 0.1
 */
HHP_API hhp_status hhp_focus_area_set_open_for_input(hhp_focus_area *focus_area, int32_t value);
/** 1 when it is given, else 0. @since 0.1 */
HHP_API int32_t hhp_focus_area_has_open_for_input(const hhp_focus_area *focus_area);

/** @} */

#ifdef __cplusplus
}
#endif

#endif
