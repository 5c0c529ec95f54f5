/**
 * @file
 * Following up: indicators, milestones, approvals, annual reports, and waivers.
 */
#ifndef HELHEDSPLAN_FOLLOWUP_H
#define HELHEDSPLAN_FOLLOWUP_H

#include <helhedsplan/status.h>
#include <helhedsplan/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/** How an indicator is measured. @since 0.1 */
enum {
  HHP_MEASURE_UNIT = 1,        /**< Unit. */
  HHP_MEASURE_PERCENT = 2,     /**< Percent. */
  HHP_MEASURE_QUALITATIVE = 3  /**< Qualitative. */
};

/** Whose approval it is. @since 0.1 */
enum {
  HHP_APPROVAL_KIND_RESIDENTS = 1, /**< Residents. */
  HHP_APPROVAL_KIND_COUNCIL = 2,   /**< Municipal council. */
  HHP_APPROVAL_KIND_BOARD = 3,     /**< Board. */
  HHP_APPROVAL_KIND_FUND = 4       /**< The fund. */
};

/** What was decided. @since 0.1 */
enum {
  HHP_OUTCOME_APPROVED = 1, /**< Approved. */
  HHP_OUTCOME_REJECTED = 2  /**< Rejected. */
};

/** @name An indicator */
/** @{ */

/**
 * Id of the indicator. `[a-z0-9][a-z0-9-]{0,63}`, unique in the plan. Required. @return Borrowed; NULL:
 * none. @since 0.1
 */
HHP_API const char *hhp_indicator_id(const hhp_indicator *indicator);
/**
 * Set it; NULL: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID,
 * ::HHP_ERR_DUPLICATE_ID, ::HHP_ERR_NOMEM. @since 0.1
 */
HHP_API hhp_status hhp_indicator_set_id(hhp_indicator *indicator, const char *value);

/** What is measured. Required. @return Borrowed; NULL: none. @since 0.1 */
HHP_API const char *hhp_indicator_title(const hhp_indicator *indicator);
/** Set it; NULL: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM. @since 0.1 */
HHP_API hhp_status hhp_indicator_set_title(hhp_indicator *indicator, const char *value);

/**
 * The goal that it measures. Id of a goal; checked when the plan is validated. @return Borrowed; NULL: none.
 * @since 0.1
 */
HHP_API const char *hhp_indicator_goal(const hhp_indicator *indicator);
/**
 * Set it; NULL: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_indicator_set_goal(hhp_indicator *indicator, const char *value);

/**
 * The activity that it measures. Id of an activity; checked when the plan is validated. @return Borrowed;
 * NULL: none. @since 0.1
 */
HHP_API const char *hhp_indicator_activity(const hhp_indicator *indicator);
/**
 * Set it; NULL: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_indicator_set_activity(hhp_indicator *indicator, const char *value);

/**
 * Unit, percent or qualitative. @return One of the HHP_MEASURE constants; ::HHP_MEASURE_UNIT when not given.
 * @since 0.1
 */
HHP_API int32_t hhp_indicator_measure(const hhp_indicator *indicator);
/** Set it; ::HHP_ABSENT: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_ENUM. @since 0.1 */
HHP_API hhp_status hhp_indicator_set_measure(hhp_indicator *indicator, int32_t value);
/** 1 when it is given, else 0. @since 0.1 */
HHP_API int32_t hhp_indicator_has_measure(const hhp_indicator *indicator);

/** Whether more is better. @return 1 or 0; 1 when not given. @since 0.1 */
HHP_API int32_t hhp_indicator_ascending(const hhp_indicator *indicator);
/**
 * Set it, 1 or 0; ::HHP_ABSENT: not given. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_RANGE. @since 0.1
 */
HHP_API hhp_status hhp_indicator_set_ascending(hhp_indicator *indicator, int32_t value);
/** 1 when it is given, else 0. @since 0.1 */
HHP_API int32_t hhp_indicator_has_ascending(const hhp_indicator *indicator);

/**
 * Where it stood at the start. It is always there, and is left out of the file while empty. @return
 * Borrowed; NULL for NULL. @since 0.1
 */
HHP_API hhp_baseline *hhp_indicator_baseline(const hhp_indicator *indicator);

/** Targets and results by period: how many. @since 0.1 */
HHP_API size_t hhp_indicator_period_count(const hhp_indicator *indicator);
/** One of them, in the order of the file. @return Borrowed; NULL past the end. @since 0.1 */
HHP_API hhp_indicator_period *hhp_indicator_period_at(const hhp_indicator *indicator, size_t index);
/**
 * Add one at the end. @param[out] out Borrowed; may be NULL. @return ::HHP_OK, ::HHP_ERR_ARGUMENT,
 * ::HHP_ERR_NOMEM. @since 0.1
 */
HHP_API hhp_status hhp_indicator_add_period(hhp_indicator *indicator, hhp_indicator_period **out);
/**
 * Remove one. Its handle stays readable; references to it stay as they are. @return ::HHP_OK,
 * ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOT_FOUND. @since 0.1
 */
HHP_API hhp_status hhp_indicator_remove_period(hhp_indicator *indicator, hhp_indicator_period *period);

/** @} */

/** @name Where an indicator stood at the start */
/** @{ */

/** The year of the baseline, 1900-2199. @return ::HHP_ABSENT: none. @since 0.1 */
HHP_API int32_t hhp_baseline_year(const hhp_baseline *baseline);
/** Set it; ::HHP_ABSENT: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_RANGE. @since 0.1 */
HHP_API hhp_status hhp_baseline_set_year(hhp_baseline *baseline, int32_t value);

/**
 * The value, an exact decimal. Such as "63.5", at most four decimals. @return Borrowed; NULL: none. @since
 * 0.1
 */
HHP_API const char *hhp_baseline_value(const hhp_baseline *baseline);
/**
 * Set it; NULL: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_FORMAT,
 * ::HHP_ERR_NOMEM. @since 0.1
 */
HHP_API hhp_status hhp_baseline_set_value(hhp_baseline *baseline, const char *value);

/** Where the value is from. @return Borrowed; NULL: none. @since 0.1 */
HHP_API const char *hhp_baseline_source(const hhp_baseline *baseline);
/** Set it; NULL: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM. @since 0.1 */
HHP_API hhp_status hhp_baseline_set_source(hhp_baseline *baseline, const char *value);

/** @} */

/** @name Target and result of an indicator in a period */
/** @{ */

/** First day. @return yyyymmdd, 00 for what is not given; 0: none. @since 0.1 */
HHP_API int32_t hhp_indicator_period_start(const hhp_indicator_period *indicator_period);
/** Set it; 0: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_DATE. @since 0.1 */
HHP_API hhp_status hhp_indicator_period_set_start(hhp_indicator_period *indicator_period, int32_t value);

/** Last day. @return yyyymmdd, 00 for what is not given; 0: none. @since 0.1 */
HHP_API int32_t hhp_indicator_period_end(const hhp_indicator_period *indicator_period);
/** Set it; 0: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_DATE. @since 0.1 */
HHP_API hhp_status hhp_indicator_period_set_end(hhp_indicator_period *indicator_period, int32_t value);

/**
 * The target, an exact decimal. Such as "63.5", at most four decimals. @return Borrowed; NULL: none. @since
 * 0.1
 */
HHP_API const char *hhp_indicator_period_target(const hhp_indicator_period *indicator_period);
/**
 * Set it; NULL: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_FORMAT,
 * ::HHP_ERR_NOMEM. @since 0.1
 */
HHP_API hhp_status hhp_indicator_period_set_target(hhp_indicator_period *indicator_period, const char *value);

/**
 * The result, an exact decimal. Such as "63.5", at most four decimals. @return Borrowed; NULL: none. @since
 * 0.1
 */
HHP_API const char *hhp_indicator_period_actual(const hhp_indicator_period *indicator_period);
/**
 * Set it; NULL: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_FORMAT,
 * ::HHP_ERR_NOMEM. @since 0.1
 */
HHP_API hhp_status hhp_indicator_period_set_actual(hhp_indicator_period *indicator_period, const char *value);

/** @} */

/** @name A milestone */
/** @{ */

/**
 * Id of the milestone. `[a-z0-9][a-z0-9-]{0,63}`, unique in the plan. Required. @return Borrowed; NULL:
 * none. @since 0.1
 */
HHP_API const char *hhp_milestone_id(const hhp_milestone *milestone);
/**
 * Set it; NULL: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID,
 * ::HHP_ERR_DUPLICATE_ID, ::HHP_ERR_NOMEM. @since 0.1
 */
HHP_API hhp_status hhp_milestone_set_id(hhp_milestone *milestone, const char *value);

/** What is to be reached. Required. @return Borrowed; NULL: none. @since 0.1 */
HHP_API const char *hhp_milestone_title(const hhp_milestone *milestone);
/** Set it; NULL: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM. @since 0.1 */
HHP_API hhp_status hhp_milestone_set_title(hhp_milestone *milestone, const char *value);

/** When it is due. Required. @return yyyymmdd, 00 for what is not given; 0: none. @since 0.1 */
HHP_API int32_t hhp_milestone_due(const hhp_milestone *milestone);
/** Set it; 0: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_DATE. @since 0.1 */
HHP_API hhp_status hhp_milestone_set_due(hhp_milestone *milestone, int32_t value);

/** When it was reached. @return yyyymmdd, 00 for what is not given; 0: none. @since 0.1 */
HHP_API int32_t hhp_milestone_done_on(const hhp_milestone *milestone);
/** Set it; 0: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_DATE. @since 0.1 */
HHP_API hhp_status hhp_milestone_set_done_on(hhp_milestone *milestone, int32_t value);

/**
 * The activity that it is of. Id of an activity; checked when the plan is validated. @return Borrowed; NULL:
 * none. @since 0.1
 */
HHP_API const char *hhp_milestone_activity(const hhp_milestone *milestone);
/**
 * Set it; NULL: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_milestone_set_activity(hhp_milestone *milestone, const char *value);

/**
 * The focus area that it is of. Id of a focus area; checked when the plan is validated. @return Borrowed;
 * NULL: none. @since 0.1
 */
HHP_API const char *hhp_milestone_focus_area(const hhp_milestone *milestone);
/**
 * Set it; NULL: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_milestone_set_focus_area(hhp_milestone *milestone, const char *value);

/** @} */

/** @name An approval of the plan */
/** @{ */

/**
 * Whose approval it is. Required. @return One of the HHP_APPROVAL_KIND constants; ::HHP_ABSENT: none. @since
 * 0.1
 */
HHP_API int32_t hhp_approval_kind(const hhp_approval *approval);
/** Set it; ::HHP_ABSENT: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_ENUM. @since 0.1 */
HHP_API hhp_status hhp_approval_set_kind(hhp_approval *approval, int32_t value);

/** The body that decided. @return Borrowed; NULL: none. @since 0.1 */
HHP_API const char *hhp_approval_body(const hhp_approval *approval);
/** Set it; NULL: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM. @since 0.1 */
HHP_API hhp_status hhp_approval_set_body(hhp_approval *approval, const char *value);

/**
 * The party of the body. Id of a party; checked when the plan is validated. @return Borrowed; NULL: none.
 * @since 0.1
 */
HHP_API const char *hhp_approval_party(const hhp_approval *approval);
/**
 * Set it; NULL: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_approval_set_party(hhp_approval *approval, const char *value);

/** When it was decided. @return yyyymmdd, 00 for what is not given; 0: none. @since 0.1 */
HHP_API int32_t hhp_approval_decided_on(const hhp_approval *approval);
/** Set it; 0: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_DATE. @since 0.1 */
HHP_API hhp_status hhp_approval_set_decided_on(hhp_approval *approval, int32_t value);

/**
 * Approved or rejected. Required. @return One of the HHP_OUTCOME constants; ::HHP_ABSENT: none. @since 0.1
 */
HHP_API int32_t hhp_approval_outcome(const hhp_approval *approval);
/** Set it; ::HHP_ABSENT: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_ENUM. @since 0.1 */
HHP_API hhp_status hhp_approval_set_outcome(hhp_approval *approval, int32_t value);

/** @} */

/** @name An annual report to the fund */
/** @{ */

/** The year reported on, 1900-2199. Required. @return ::HHP_ABSENT: none. @since 0.1 */
HHP_API int32_t hhp_annual_report_year(const hhp_annual_report *annual_report);
/** Set it; ::HHP_ABSENT: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_RANGE. @since 0.1 */
HHP_API hhp_status hhp_annual_report_set_year(hhp_annual_report *annual_report, int32_t value);

/** When it was submitted. @return yyyymmdd, 00 for what is not given; 0: none. @since 0.1 */
HHP_API int32_t hhp_annual_report_submitted_on(const hhp_annual_report *annual_report);
/** Set it; 0: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_DATE. @since 0.1 */
HHP_API hhp_status hhp_annual_report_set_submitted_on(hhp_annual_report *annual_report, int32_t value);

/** @} */

/** @name Leave to stand by a finding */
/** @{ */

/** Id of the rule. Required. @return Borrowed; NULL: none. @since 0.1 */
HHP_API const char *hhp_waiver_rule(const hhp_waiver *waiver);
/** Set it; NULL: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM. @since 0.1 */
HHP_API hhp_status hhp_waiver_set_rule(hhp_waiver *waiver, const char *value);

/** Id or JSON Pointer of what it is for; absent: the whole plan. @return Borrowed; NULL: none. @since 0.1 */
HHP_API const char *hhp_waiver_target(const hhp_waiver *waiver);
/** Set it; NULL: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM. @since 0.1 */
HHP_API hhp_status hhp_waiver_set_target(hhp_waiver *waiver, const char *value);

/** Why. Required. @return Borrowed; NULL: none. @since 0.1 */
HHP_API const char *hhp_waiver_reason(const hhp_waiver *waiver);
/** Set it; NULL: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM. @since 0.1 */
HHP_API hhp_status hhp_waiver_set_reason(hhp_waiver *waiver, const char *value);

/** Last day that it holds. @return yyyymmdd, 00 for what is not given; 0: none. @since 0.1 */
HHP_API int32_t hhp_waiver_until(const hhp_waiver *waiver);
/** Set it; 0: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_DATE. @since 0.1 */
HHP_API hhp_status hhp_waiver_set_until(hhp_waiver *waiver, int32_t value);

/** @} */

#ifdef __cplusplus
}
#endif

#endif
