/**
 * @file
 * Following up (opfølgning). Indicators (indikatorer) measure goals and activities, from a baseline towards
 * targets; milestones (milepæle) are to be reached by a date; approvals (godkendelser) are decisions of residents,
 * council, board and fund; annual reports (indberetninger) are due to the fund. A waiver
 * (begrundet undtagelse) permits a finding: it stays in the report, marked, and does not count.
 *
 * Handles and texts are borrowed from the plan, which one thread may edit or many may read. Accessors follow
 * the pattern of plan.h, which adds all of these to a plan.
 *
 * @code
 * hhp_plan *plan = NULL;
 * hhp_indicator *jobs = NULL;
 * hhp_indicator_period *period = NULL;
 * hhp_status status = hhp_plan_new(&plan);
 * if (status == HHP_OK)
 *   status = hhp_plan_add_indicator(plan, "unge-i-fritidsjob", &jobs);
 * if (status == HHP_OK)
 *   status = hhp_indicator_set_title(jobs, "Unge med fritidsjob");
 * if (status == HHP_OK)
 *   status = hhp_baseline_set_year(hhp_indicator_baseline(jobs), 2015);
 * if (status == HHP_OK)
 *   status = hhp_baseline_set_value(hhp_indicator_baseline(jobs), "12");
 * if (status == HHP_OK)
 *   status = hhp_indicator_add_period(jobs, &period);
 * if (status == HHP_OK)
 *   status = hhp_indicator_period_set_end(period, 20181231);
 * if (status == HHP_OK)
 *   status = hhp_indicator_period_set_target(period, "40");
 * if (status != HHP_OK)
 *   puts(hhp_status_message(status, HHP_LANG_EN));
 * hhp_plan_free(plan);
 * @endcode
 */
#ifndef HELHEDSPLAN_FOLLOWUP_H
#define HELHEDSPLAN_FOLLOWUP_H

#include <helhedsplan/status.h>
#include <helhedsplan/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/** What the values of an indicator are. @since 0.1 */
enum hhp_measure_constant {
  HHP_MEASURE_UNIT = 1,       /**< A number of something (antal): persons, cases, kroner. */
  HHP_MEASURE_PERCENT = 2,    /**< Percent (procent): "63.5" is 63.5 %. */
  HHP_MEASURE_QUALITATIVE = 3 /**< No number (kvalitativ): judged in words. */
};

/** Whose approval it is. The fund wants residents, council and fund, in that order of dates. @since 0.1 */
enum hhp_approval_kind_constant {
  HHP_APPROVAL_KIND_RESIDENTS = 1, /**< The residents (beboerne), at the meetings of their divisions. */
  HHP_APPROVAL_KIND_COUNCIL = 2,   /**< The municipal council (kommunalbestyrelsen, byrådet). */
  HHP_APPROVAL_KIND_BOARD = 3,     /**< A board (bestyrelsen), of the plan or of a housing organisation. */
  HHP_APPROVAL_KIND_FUND = 4       /**< Landsbyggefonden: its final commitment (tilsagn). */
};

/** What was decided. @since 0.1 */
enum hhp_outcome_constant {
  HHP_OUTCOME_APPROVED = 1, /**< Approved (godkendt). */
  HHP_OUTCOME_REJECTED = 2  /**< Rejected (afvist): on record, and no approval. */
};

/** @name An indicator */
/** @{ */

/**
 * Id of the indicator: `[a-z0-9][a-z0-9-]{0,63}`, unique in the plan. Required.
 * @return Borrowed; NULL if not given.
 * @since 0.1
 */
HHP_API const char *hhp_indicator_id(const hhp_indicator *indicator);
/**
 * Set or, with NULL, remove the id.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID, ::HHP_ERR_DUPLICATE_ID,
 *         ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_indicator_set_id(hhp_indicator *indicator, const char *value);

/**
 * What is measured, such as "Unge med fritidsjob". Required.
 * @return Borrowed; NULL if not given.
 * @since 0.1
 */
HHP_API const char *hhp_indicator_title(const hhp_indicator *indicator);
/**
 * Set or, with NULL, remove the title.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_indicator_set_title(hhp_indicator *indicator, const char *value);

/**
 * Id of the goal that it measures. Each pursued goal should have an indicator.
 * @return Borrowed; NULL if not given.
 * @since 0.1
 */
HHP_API const char *hhp_indicator_goal(const hhp_indicator *indicator);
/**
 * Set or, with NULL, remove the goal.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_indicator_set_goal(hhp_indicator *indicator, const char *value);

/** Id of the activity that it measures. @return Borrowed; NULL if not given. @since 0.1 */
HHP_API const char *hhp_indicator_activity(const hhp_indicator *indicator);
/**
 * Set or, with NULL, remove the activity.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_indicator_set_activity(hhp_indicator *indicator, const char *value);

/**
 * The kind of its values.
 * @return One of the HHP_MEASURE constants; ::HHP_MEASURE_UNIT if not given.
 * @since 0.1
 */
HHP_API int32_t hhp_indicator_measure(const hhp_indicator *indicator);
/** Whether the measure is given: 1 or 0. @since 0.1 */
HHP_API int32_t hhp_indicator_has_measure(const hhp_indicator *indicator);
/**
 * Set or, with ::HHP_ABSENT, remove the measure.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_ENUM.
 * @since 0.1
 */
HHP_API hhp_status hhp_indicator_set_measure(hhp_indicator *indicator, int32_t value);

/**
 * Whether a higher value is better; targets have to be in that direction.
 * @return 1 or 0; 1 if not given.
 * @since 0.1
 */
HHP_API int32_t hhp_indicator_ascending(const hhp_indicator *indicator);
/** Whether "ascending" is given: 1 or 0. @since 0.1 */
HHP_API int32_t hhp_indicator_has_ascending(const hhp_indicator *indicator);
/**
 * Set (1 or 0) or, with ::HHP_ABSENT, remove "ascending".
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_RANGE.
 * @since 0.1
 */
HHP_API hhp_status hhp_indicator_set_ascending(hhp_indicator *indicator, int32_t value);

/** How many periods have a target or a result. @since 0.1 */
HHP_API size_t hhp_indicator_period_count(const hhp_indicator *indicator);
/** A period, in the order of the file. @return Borrowed; NULL past the end. @since 0.1 */
HHP_API hhp_indicator_period *hhp_indicator_period_at(const hhp_indicator *indicator, size_t index);
/**
 * Add a period at the end, empty.
 * @param[out] out Borrowed, NULL when the call fails; may itself be NULL.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_indicator_add_period(hhp_indicator *indicator, hhp_indicator_period **out);
/**
 * Remove a period. Its handle stays readable.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOT_FOUND.
 * @since 0.1
 */
HHP_API hhp_status hhp_indicator_remove_period(hhp_indicator *indicator, hhp_indicator_period *period);

/** @} */
/** @name Where an indicator stood at the start */
/** @{ */

/**
 * The baseline (udgangspunkt) of an indicator. Always there; left out of the file while empty.
 * @return Borrowed.
 * @since 0.1
 */
HHP_API hhp_baseline *hhp_indicator_baseline(const hhp_indicator *indicator);

/** The year of the baseline. @return 1900-2199; ::HHP_ABSENT if not given. @since 0.1 */
HHP_API int32_t hhp_baseline_year(const hhp_baseline *baseline);
/**
 * Set or, with ::HHP_ABSENT, remove the year.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_RANGE.
 * @since 0.1
 */
HHP_API hhp_status hhp_baseline_set_year(hhp_baseline *baseline, int32_t value);

/**
 * The value: an exact decimal such as "63.5" or "-2", with a point and at most four decimals.
 * @return Borrowed; NULL if not given.
 * @since 0.1
 */
HHP_API const char *hhp_baseline_value(const hhp_baseline *baseline);
/**
 * Set or, with NULL, remove the value.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_FORMAT, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_baseline_set_value(hhp_baseline *baseline, const char *value);

/** Where the value is from. @return Borrowed; NULL if not given. @since 0.1 */
HHP_API const char *hhp_baseline_source(const hhp_baseline *baseline);
/**
 * Set or, with NULL, remove the source.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_baseline_set_source(hhp_baseline *baseline, const char *value);

/** @} */
/** @name Target and result of an indicator in a period */
/** @{ */

/** First day of the period. @return yyyymmdd, 00 for an unknown part; 0 if not given. @since 0.1 */
HHP_API int32_t hhp_indicator_period_start(const hhp_indicator_period *indicator_period);
/** Set or, with 0, remove the first day. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_DATE. @since 0.1 */
HHP_API hhp_status hhp_indicator_period_set_start(hhp_indicator_period *indicator_period, int32_t value);

/** Last day of the period. @return yyyymmdd, 00 for an unknown part; 0 if not given. @since 0.1 */
HHP_API int32_t hhp_indicator_period_end(const hhp_indicator_period *indicator_period);
/** Set or, with 0, remove the last day. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_DATE. @since 0.1 */
HHP_API hhp_status hhp_indicator_period_set_end(hhp_indicator_period *indicator_period, int32_t value);

/**
 * The target (måltal): an exact decimal such as "63.5", with a point and at most four decimals.
 * @return Borrowed; NULL if not given.
 * @since 0.1
 */
HHP_API const char *hhp_indicator_period_target(const hhp_indicator_period *indicator_period);
/**
 * Set or, with NULL, remove the target.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_FORMAT, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_indicator_period_set_target(hhp_indicator_period *indicator_period, const char *value);

/**
 * The result: an exact decimal such as "63.5", with a point and at most four decimals.
 * @return Borrowed; NULL if not given.
 * @since 0.1
 */
HHP_API const char *hhp_indicator_period_actual(const hhp_indicator_period *indicator_period);
/**
 * Set or, with NULL, remove the result.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_FORMAT, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_indicator_period_set_actual(hhp_indicator_period *indicator_period, const char *value);

/** @} */
/** @name A milestone */
/** @{ */

/**
 * Id of the milestone: `[a-z0-9][a-z0-9-]{0,63}`, unique in the plan. Required.
 * @return Borrowed; NULL if not given.
 * @since 0.1
 */
HHP_API const char *hhp_milestone_id(const hhp_milestone *milestone);
/**
 * Set or, with NULL, remove the id.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID, ::HHP_ERR_DUPLICATE_ID,
 *         ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_milestone_set_id(hhp_milestone *milestone, const char *value);

/** What is to be reached. Required. @return Borrowed; NULL if not given. @since 0.1 */
HHP_API const char *hhp_milestone_title(const hhp_milestone *milestone);
/**
 * Set or, with NULL, remove the title.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_milestone_set_title(hhp_milestone *milestone, const char *value);

/**
 * When it is due, within the period of the plan. Required.
 * @return yyyymmdd, 00 for an unknown part; 0 if not given.
 * @since 0.1
 */
HHP_API int32_t hhp_milestone_due(const hhp_milestone *milestone);
/** Set or, with 0, remove the date. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_DATE. @since 0.1 */
HHP_API hhp_status hhp_milestone_set_due(hhp_milestone *milestone, int32_t value);

/** When it was reached. @return yyyymmdd, 00 for an unknown part; 0 if not given. @since 0.1 */
HHP_API int32_t hhp_milestone_done_on(const hhp_milestone *milestone);
/** Set or, with 0, remove the date. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_DATE. @since 0.1 */
HHP_API hhp_status hhp_milestone_set_done_on(hhp_milestone *milestone, int32_t value);

/** Id of the activity that it belongs to. @return Borrowed; NULL if not given. @since 0.1 */
HHP_API const char *hhp_milestone_activity(const hhp_milestone *milestone);
/**
 * Set or, with NULL, remove the activity.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_milestone_set_activity(hhp_milestone *milestone, const char *value);

/** Id of the focus area that it belongs to. @return Borrowed; NULL if not given. @since 0.1 */
HHP_API const char *hhp_milestone_focus_area(const hhp_milestone *milestone);
/**
 * Set or, with NULL, remove the focus area.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_milestone_set_focus_area(hhp_milestone *milestone, const char *value);

/** @} */
/** @name An approval of the plan */
/** @{ */

/**
 * Whose approval it is. Required.
 * @return One of the HHP_APPROVAL_KIND constants; ::HHP_ABSENT if not given.
 * @since 0.1
 */
HHP_API int32_t hhp_approval_kind(const hhp_approval *approval);
/**
 * Set or, with ::HHP_ABSENT, remove the kind.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_ENUM.
 * @since 0.1
 */
HHP_API hhp_status hhp_approval_set_kind(hhp_approval *approval, int32_t value);

/** The body that decided, such as "Odense Byråd". @return Borrowed; NULL if not given. @since 0.1 */
HHP_API const char *hhp_approval_body(const hhp_approval *approval);
/**
 * Set or, with NULL, remove the body.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_approval_set_body(hhp_approval *approval, const char *value);

/** Id of the party that the body belongs to. @return Borrowed; NULL if not given. @since 0.1 */
HHP_API const char *hhp_approval_party(const hhp_approval *approval);
/**
 * Set or, with NULL, remove the party.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_approval_set_party(hhp_approval *approval, const char *value);

/** When it was decided. @return yyyymmdd, 00 for an unknown part; 0 if not given. @since 0.1 */
HHP_API int32_t hhp_approval_decided_on(const hhp_approval *approval);
/** Set or, with 0, remove the date. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_DATE. @since 0.1 */
HHP_API hhp_status hhp_approval_set_decided_on(hhp_approval *approval, int32_t value);

/**
 * What was decided. Required.
 * @return One of the HHP_OUTCOME constants; ::HHP_ABSENT if not given.
 * @since 0.1
 */
HHP_API int32_t hhp_approval_outcome(const hhp_approval *approval);
/**
 * Set or, with ::HHP_ABSENT, remove the outcome.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_ENUM.
 * @since 0.1
 */
HHP_API hhp_status hhp_approval_set_outcome(hhp_approval *approval, int32_t value);

/** @} */
/** @name An annual report to the fund */
/** @{ */

/** The year reported on. Required. @return 1900-2199; ::HHP_ABSENT if not given. @since 0.1 */
HHP_API int32_t hhp_annual_report_year(const hhp_annual_report *annual_report);
/**
 * Set or, with ::HHP_ABSENT, remove the year.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_RANGE.
 * @since 0.1
 */
HHP_API hhp_status hhp_annual_report_set_year(hhp_annual_report *annual_report, int32_t value);

/**
 * When it was submitted.
 * @return yyyymmdd, 00 for an unknown part; 0 if not given.
 * @since 0.1
 */
HHP_API int32_t hhp_annual_report_submitted_on(const hhp_annual_report *annual_report);
/** Set or, with 0, remove the date. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_DATE. @since 0.1 */
HHP_API hhp_status hhp_annual_report_set_submitted_on(hhp_annual_report *annual_report, int32_t value);

/** @} */
/** @name A waiver */
/** @{ */

/**
 * Id of the rule, such as "HP415". Rules HP1xx and HP7xx cannot be waived. Required.
 * @return Borrowed; NULL if not given.
 * @since 0.1
 */
HHP_API const char *hhp_waiver_rule(const hhp_waiver *waiver);
/**
 * Set or, with NULL, remove the rule.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_waiver_set_rule(hhp_waiver *waiver, const char *value);

/**
 * What it applies to: the id of an entity, or a JSON Pointer; if not given, the whole plan.
 * @return Borrowed; NULL if not given.
 * @since 0.1
 */
HHP_API const char *hhp_waiver_target(const hhp_waiver *waiver);
/**
 * Set or, with NULL, remove the target.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_waiver_set_target(hhp_waiver *waiver, const char *value);

/** The reason. Required. @return Borrowed; NULL if not given. @since 0.1 */
HHP_API const char *hhp_waiver_reason(const hhp_waiver *waiver);
/**
 * Set or, with NULL, remove the reason.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_waiver_set_reason(hhp_waiver *waiver, const char *value);

/**
 * Last day that it applies; if not given, it has no end.
 * @return yyyymmdd, 00 for an unknown part; 0 if not given.
 * @since 0.1
 */
HHP_API int32_t hhp_waiver_until(const hhp_waiver *waiver);
/** Set or, with 0, remove the last day. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_DATE. @since 0.1 */
HHP_API hhp_status hhp_waiver_set_until(hhp_waiver *waiver, int32_t value);

/** @} */

#ifdef __cplusplus
}
#endif

#endif
