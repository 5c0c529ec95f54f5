/**
 * @file
 * Checking: hhp_check() for the text of a file, with the place of every finding; hhp_plan_validate() for a
 * plan in memory. Neither stops at the first finding. While the document itself is at fault (HP101-HP110),
 * the other rules are not run: they would say no more than what follows from it.
 *
 * Options that are NULL mean: the stage that the plan's status says, the scheme that the plan names, no
 * today, every rule as severe as the stage says. Options may be used by several threads once they are set.
 *
 * @code
 * static const char json[] = "{\"format\": \"helhedsplan/1\", \"id\": \"lindparken\"}";
 * hhp_check_options *options = NULL;
 * hhp_report *report = NULL;
 * if (hhp_check_options_new(&options) == HHP_OK && hhp_report_new(&report) == HHP_OK &&
 *     hhp_check_options_set_stage(options, HHP_STAGE_FULL) == HHP_OK &&
 *     hhp_check(json, HHP_NUL_TERMINATED, options, report) == HHP_OK)
 *   printf("%zu errors\n", hhp_report_error_count(report));
 * hhp_report_free(report);
 * hhp_check_options_free(options);
 * @endcode
 */
#ifndef HELHEDSPLAN_CHECK_H
#define HELHEDSPLAN_CHECK_H

#include <helhedsplan/report.h>
#include <helhedsplan/rule.h>
#include <helhedsplan/status.h>
#include <helhedsplan/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/** @name Options */
/** @{ */

/**
 * New options, as if there were none.
 * @param[out] options Owned; free with hhp_check_options_free(). NULL when memory runs out.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_check_options_new(hhp_check_options **options);

/** Free options. NULL is fine. @since 0.1 */
HHP_API void hhp_check_options_free(hhp_check_options *options);

/**
 * Check at this stage, whatever the plan's status says.
 * @param stage One of the HHP_STAGE constants.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT.
 * @since 0.1
 */
HHP_API hhp_status hhp_check_options_set_stage(hhp_check_options *options, int32_t stage);

/**
 * Check against this scheme, whatever scheme the plan names.
 * @param scheme Borrowed for as long as the options are used; NULL: the scheme that the plan names, if it is
 *        built in.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT.
 * @since 0.1
 */
HHP_API hhp_status hhp_check_options_set_scheme(hhp_check_options *options, const hhp_scheme *scheme);

/**
 * The day that the plan is checked on. The library does not read the clock.
 * @param today yyyymmdd, all of it; 0: rules that need a day are silent.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_DATE.
 * @since 0.1
 */
HHP_API hhp_status hhp_check_options_set_today(hhp_check_options *options, int32_t today);

/**
 * Weigh a rule differently, or turn it off.
 * @param rule Id or slug of a rule other than HP101-HP110.
 * @param severity One of the HHP_SEVERITY constants.
 * @return ::HHP_OK; ::HHP_ERR_ARGUMENT for no options or an unknown severity; ::HHP_ERR_NOT_FOUND for an
 *         unknown rule or one that cannot be changed.
 * @since 0.1
 */
HHP_API hhp_status hhp_check_options_set_severity(hhp_check_options *options, const char *rule, int32_t severity);

/**
 * Waive a rule for this check, as a waiver in the plan does: what it covers stays in the report, marked, and does
 * not count. A waiver that has expired, or that covers nothing, is told of (HP701, HP702).
 * @param rule Id or slug of a rule that can be waived: those about the document and the sort of plan (HP1xx) and
 *        about waivers (HP7xx) cannot.
 * @param target Id or JSON Pointer of what it is for, with all that is in it; NULL or "": the whole plan. Copied.
 * @param reason Why; not blank. Copied.
 * @param until Last day that it holds, yyyymmdd, 00 for an unknown part; 0: for good.
 * @return ::HHP_OK; ::HHP_ERR_ARGUMENT for no options or no reason; ::HHP_ERR_NOT_FOUND for an unknown rule or one
 *         that cannot be waived; ::HHP_ERR_UTF8; ::HHP_ERR_DATE; ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_check_options_add_waiver(hhp_check_options *options, const char *rule, const char *target,
                                                const char *reason, int32_t until);

/**
 * Whether the waivers that stand in the plan count. They do unless told not to; a fund that reads a plan may want
 * to see it without.
 * @param wanted 1 or 0.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT.
 * @since 0.1
 */
HHP_API hhp_status hhp_check_options_set_waivers(hhp_check_options *options, int32_t wanted);

/**
 * Whether hhp_check() works out the SHA-256 of the document for the report. It does unless told not to; on
 * large files that takes longer than all the rest.
 * @param wanted 1 or 0.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT.
 * @since 0.1
 */
HHP_API hhp_status hhp_check_options_set_sha256(hhp_check_options *options, int32_t wanted);

/**
 * Whether hhp_check() works out the hash of each finding's line (hhp_finding_line_hash()). It does not unless told
 * to; only SARIF has it.
 * @param wanted 1 or 0.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT.
 * @since 0.1
 */
HHP_API hhp_status hhp_check_options_set_line_hashes(hhp_check_options *options, int32_t wanted);

/** @} */
/** @name Checking */
/** @{ */

/**
 * Read the text of a plan and check it, with the line and column of every finding.
 * @param json UTF-8 JSON; need not end in NUL, and is not kept.
 * @param length In bytes, or ::HHP_NUL_TERMINATED.
 * @param options NULL for the defaults.
 * @param report Gets the findings, in place of what it held.
 * @return ::HHP_OK whatever was found; ::HHP_ERR_ARGUMENT; ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_check(const char *json, size_t length, const hhp_check_options *options, hhp_report *report);

/**
 * Check a plan in memory. Findings have pointers but no lines. The plan is only read.
 * @param options NULL for the defaults.
 * @param report Gets the findings, in place of what it held.
 * @return ::HHP_OK whatever was found; ::HHP_ERR_ARGUMENT; ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_plan_validate(const hhp_plan *plan, const hhp_check_options *options, hhp_report *report);

/** @} */

#ifdef __cplusplus
}
#endif

#endif
