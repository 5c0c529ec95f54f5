/**
 * @file
 * Checking: running the rules on a plan. hhp_check() takes the text of a file, and its findings have line and
 * column; hhp_plan_validate() takes a plan in memory, and its findings have JSON Pointers only; hhp_plan_check() takes
 * that too, and returns the text that its lines belong to. Otherwise they are the same: "validate" is not a second
 * kind of check, but a name that programs already use, as is the name of the command, `helhedsplan validate`, which
 * calls hhp_check().
 *
 * A check does not stop at the first finding. If the document itself has errors (HP101-HP110), the other rules are
 * not run, since their findings would be consequences of these.
 *
 * Defaults, for options that are NULL: the stage of the plan's status, the scheme that the plan names, no
 * today, and the default severities of the stage. Options may be used by several threads once they are set.
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
 * Create options, with the defaults.
 * @param[out] options Owned; free with hhp_check_options_free(). NULL when memory runs out.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_check_options_new(hhp_check_options **options);

/** Free options. NULL is fine. @since 0.1 */
HHP_API void hhp_check_options_free(hhp_check_options *options);

/**
 * Set the stage to check at, regardless of the plan's status.
 * @param stage One of the HHP_STAGE constants.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT.
 * @since 0.1
 */
HHP_API hhp_status hhp_check_options_set_stage(hhp_check_options *options, int32_t stage);

/**
 * Set the scheme to check against, regardless of the one that the plan names.
 * @param scheme Borrowed for as long as the options are used; NULL: the scheme that the plan names, if it is
 *        built in.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT.
 * @since 0.1
 */
HHP_API hhp_status hhp_check_options_set_scheme(hhp_check_options *options, const hhp_scheme *scheme);

/**
 * Set the day that the plan is checked on. The library does not read the clock.
 * @param today yyyymmdd, a full date; 0: rules that need a day are not checked.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_DATE.
 * @since 0.1
 */
HHP_API hhp_status hhp_check_options_set_today(hhp_check_options *options, int32_t today);

/**
 * Set the severity of a rule, or turn it off.
 * @param rule Id or slug of a rule other than HP101-HP110.
 * @param severity One of the HHP_SEVERITY constants.
 * @return ::HHP_OK; ::HHP_ERR_ARGUMENT for no options or an unknown severity; ::HHP_ERR_NOT_FOUND for an
 *         unknown rule or one that cannot be changed.
 * @since 0.1
 */
HHP_API hhp_status hhp_check_options_set_severity(hhp_check_options *options, const char *rule, int32_t severity);

/**
 * Waive a rule for this check, as a waiver in the plan does: what it covers stays in the report, marked, and does
 * not count. A waiver that has expired or covers nothing is a finding (HP701, HP702).
 * @param rule Id or slug of a rule that can be waived: those about the document and the sort of plan (HP1xx) and
 *        about waivers (HP7xx) cannot.
 * @param target Id or JSON Pointer of the target, including everything in it; NULL or "": the whole plan. Copied.
 * @param reason The reason; not blank. Copied.
 * @param until Last day of validity, yyyymmdd, 00 for an unknown part; 0: unlimited.
 * @return ::HHP_OK; ::HHP_ERR_ARGUMENT for no options or no reason; ::HHP_ERR_NOT_FOUND for an unknown rule or one
 *         that cannot be waived; ::HHP_ERR_UTF8; ::HHP_ERR_DATE; ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_check_options_add_waiver(hhp_check_options *options, const char *rule, const char *target,
                                                const char *reason, int32_t until);

/**
 * Set whether the waivers in the plan apply. Default: 1. A reviewer may want to see the plan without them.
 * @param wanted 1 or 0.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT.
 * @since 0.1
 */
HHP_API hhp_status hhp_check_options_set_waivers(hhp_check_options *options, int32_t wanted);

/**
 * Set whether hhp_check() calculates the SHA-256 of the document for the report. Default: 1. For large files,
 * it takes longer than the check itself.
 * @param wanted 1 or 0.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT.
 * @since 0.1
 */
HHP_API hhp_status hhp_check_options_set_sha256(hhp_check_options *options, int32_t wanted);

/**
 * Set whether hhp_check() calculates the hash of each finding's line (hhp_finding_line_hash()), which only SARIF
 * uses. Default: 0.
 * @param wanted 1 or 0.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT.
 * @since 0.1
 */
HHP_API hhp_status hhp_check_options_set_line_hashes(hhp_check_options *options, int32_t wanted);

/**
 * Set whether the report keeps the plan that hhp_check() has read, for ::HHP_FORMAT_HTML (see hhp_report_plan()). It takes
 * the memory of the plan until the report is freed or filled again, and no time. Default: 0. hhp_plan_validate() and
 * hhp_plan_check() keep none: use hhp_report_set_plan().
 * @param wanted 1 or 0.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT.
 * @since 1.0
 */
HHP_API hhp_status hhp_check_options_set_keep_plan(hhp_check_options *options, int32_t wanted);

/** @} */
/** @name Checking */
/** @{ */

/**
 * Read the text of a plan and check it, with the line and column of every finding.
 * @param json UTF-8 JSON; need not end in NUL, and is not kept. NULL of length 0 is the empty text.
 * @param length In bytes, or ::HHP_NUL_TERMINATED.
 * @param options NULL for the defaults.
 * @param report Receives the findings; its previous content is discarded.
 * @return ::HHP_OK whatever the findings; ::HHP_ERR_ARGUMENT; ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_check(const char *json, size_t length, const hhp_check_options *options, hhp_report *report);

/**
 * As hhp_check(), of a text that may be changed meanwhile: less memory is needed, since texts of the plan are not copied. When
 * the call returns, also with an error, the text is as it was. No other thread may read it before.
 * @param[out] json As for hhp_check(), but writable: changed meanwhile, and restored.
 * @param length In bytes, or ::HHP_NUL_TERMINATED.
 * @param options NULL for the defaults.
 * @param report Receives the findings, the same as from hhp_check(); its previous content is discarded.
 * @return ::HHP_OK whatever the findings; ::HHP_ERR_ARGUMENT; ::HHP_ERR_NOMEM.
 * @since 1.0
 */
HHP_API hhp_status hhp_check_in_place(char *json, size_t length, const hhp_check_options *options, hhp_report *report);

/**
 * Check a plan in memory. Findings have pointers but no lines. The plan is only read.
 * @param options NULL for the defaults.
 * @param report Receives the findings; its previous content is discarded.
 * @return ::HHP_OK whatever the findings; ::HHP_ERR_ARGUMENT; ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_plan_validate(const hhp_plan *plan, const hhp_check_options *options, hhp_report *report);

/**
 * Check a plan in memory as the text that it is written as: hhp_plan_dump() and hhp_check() in one call. The lines and
 * columns of the findings are those of that text, which hhp_plan_save() would write too, so that an editor can mark them
 * after a change.
 * @code
 * char *json = NULL;
 * size_t length = 0;
 * if (hhp_plan_check(plan, NULL, report, &json, &length) == HHP_OK && hhp_report_count(report) > 0) {
 *   const hhp_finding *finding = hhp_report_at(report, 0);
 *   printf("line %zu: %.*s\n", hhp_finding_line(finding), (int)hhp_finding_length(finding),
 *          json + hhp_finding_offset(finding));
 * }
 * hhp_free(json);
 * @endcode
 * @param options NULL for the defaults.
 * @param report Receives the findings; its previous content is discarded.
 * @param[out] json Owned; free with hhp_free(). The text, which ends in a newline and NUL. NULL when the call fails.
 *             May be NULL.
 * @param[out] length In bytes, without the NUL; may be NULL.
 * @return ::HHP_OK whatever the findings; ::HHP_ERR_ARGUMENT; ::HHP_ERR_NOMEM.
 * @since 1.0
 */
HHP_API hhp_status hhp_plan_check(const hhp_plan *plan, const hhp_check_options *options, hhp_report *report,
                                  char **json, size_t *length);

/** @} */

#ifdef __cplusplus
}
#endif

#endif
