/**
 * @file
 * Reports: findings, each with its rule, location, arguments and remedy.
 *
 * A report holds the result of the last call that filled it; each call discards the previous content. Findings
 * are in the order of the file if there is one, else in that of the rules. Everything that a finding returns is
 * borrowed from its report, until that is filled again or freed. One thread fills a report; once it is filled,
 * any number may read it. NULL is accepted as an empty report or finding.
 *
 * @code
 * static const char json[] = "{\"format\": \"helhedsplan/1\", \"id\": \"lindparken\"}";
 * hhp_report *report = NULL;
 * if (hhp_report_new(&report) == HHP_OK && hhp_check(json, HHP_NUL_TERMINATED, NULL, report) == HHP_OK) {
 *   for (size_t i = 0; i < hhp_report_count(report); i++) {
 *     const hhp_finding *f = hhp_report_at(report, i);
 *     printf("%zu:%zu %s %s\n", hhp_finding_line(f), hhp_finding_column(f), hhp_finding_rule(f),
 *            hhp_finding_message(f, HHP_LANG_EN));
 *   }
 * }
 * hhp_report_free(report);
 * @endcode
 */
#ifndef HELHEDSPLAN_REPORT_H
#define HELHEDSPLAN_REPORT_H

#include <helhedsplan/rule.h>
#include <helhedsplan/status.h>
#include <helhedsplan/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Kinds of arguments of a finding. @since 0.1 */
enum hhp_argument_constant {
  HHP_ARGUMENT_KRONER = 1, /**< Whole kroner. */
  HHP_ARGUMENT_SHARE = 2,  /**< Basis points, truncated towards zero: 2391 is 23.91 %. */
  HHP_ARGUMENT_NUMBER = 3, /**< A count, an age, a year ... */
  HHP_ARGUMENT_DATE = 4,   /**< yyyymmdd, 00 for an unknown part. */
  HHP_ARGUMENT_TEXT = 5    /**< A text; it has no number. */
};

/** Formats that reports, diffs and tables are written in; none has them all. @since 0.1 */
enum hhp_format_constant {
  HHP_FORMAT_TEXT = 1,         /**< For people: location, message, source line, amounts and remedy. */
  HHP_FORMAT_JSON = 2,         /**< For programs: "helhedsplan-report/1", with messages in both languages. */
  HHP_FORMAT_MARKDOWN = 3,     /**< For the page of a job, or a comment on a change. */
  HHP_FORMAT_SARIF = 4,        /**< SARIF 2.1.0, for GitHub's code scanning and others. */
  HHP_FORMAT_JUNIT = 5,        /**< JUnit XML, with the file of each case, as GitLab requires. */
  HHP_FORMAT_JUNIT_STRICT = 6, /**< JUnit XML without the file, as Jenkins' schema requires. */
  HHP_FORMAT_GITHUB = 7,       /**< Workflow commands, which become annotations on GitHub. */
  HHP_FORMAT_GITLAB = 8,       /**< Code Quality of GitLab. */
  HHP_FORMAT_CSV = 9,          /**< Of tables (table.h): for spreadsheets. @since 1.0 */
  HHP_FORMAT_TSV = 10,         /**< Of tables (table.h): with tabs between the cells. @since 1.0 */
  HHP_FORMAT_HTML = 11         /**< Of reports: one page with pictures, for a browser or for print. @since 1.0 */
};

/** @name The report */
/** @{ */

/**
 * Create an empty report.
 * @param[out] report Owned; free with hhp_report_free(). NULL when memory runs out.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_report_new(hhp_report **report);

/** Free a report, and with it everything borrowed from it. NULL is fine. @since 0.1 */
HHP_API void hhp_report_free(hhp_report *report);

/** How many findings the report holds, waived ones included. @since 0.1 */
HHP_API size_t hhp_report_count(const hhp_report *report);

/** A finding. @return Borrowed; NULL past the end. @since 0.1 */
HHP_API const hhp_finding *hhp_report_at(const hhp_report *report, size_t index);

/** How many errors are not waived. @since 0.1 */
HHP_API size_t hhp_report_error_count(const hhp_report *report);

/** How many warnings are not waived. @since 0.1 */
HHP_API size_t hhp_report_warning_count(const hhp_report *report);

/** How many infos are not waived. @since 0.1 */
HHP_API size_t hhp_report_info_count(const hhp_report *report);

/** How many findings are waived. @since 0.1 */
HHP_API size_t hhp_report_waived_count(const hhp_report *report);

/**
 * How many findings are counted but not kept. A report keeps at most 250,000, as a defence against hostile files.
 * @since 0.1
 */
HHP_API size_t hhp_report_omitted_count(const hhp_report *report);

/**
 * Whether all rules were checked: 1 or 0. It is 0 if errors in the document itself (HP101-HP110), or another kind of
 * plan (HP114 as an error), prevented that, and after a call that reads without checking, such as hhp_plan_load(). No format
 * states that an incomplete report has passed; that of GitLab has only findings, and is an empty list if there are none.
 * @since 0.1
 */
HHP_API int32_t hhp_report_is_complete(const hhp_report *report);

/** Id of the plan that was read or checked. @return Borrowed; NULL if it has none. @since 0.1 */
HHP_API const char *hhp_report_plan_id(const hhp_report *report);

/** Id of the scheme that it was checked against. @return Borrowed; NULL if unknown. @since 0.1 */
HHP_API const char *hhp_report_scheme_id(const hhp_report *report);

/**
 * The stage that it was checked at.
 * @return One of the HHP_STAGE constants; 0 if the document could not be read, or was read without being
 *         checked.
 * @since 0.1
 */
HHP_API int32_t hhp_report_stage(const hhp_report *report);

/**
 * SHA-256 of the document's bytes, 64 hexadecimal digits, as calculated by hhp_check().
 * @return Borrowed; NULL if there is none.
 * @since 0.1
 */
HHP_API const char *hhp_report_sha256(const hhp_report *report);

/**
 * The path that the report is about, as set by hhp_report_set_path() or hhp_plan_load().
 * @return Borrowed; NULL if none was given.
 * @since 0.1
 */
HHP_API const char *hhp_report_path(const hhp_report *report);

/**
 * Set the path that the report is about. It is kept when the report is filled again.
 * @param path A path in the encoding of the system, normally UTF-8; NULL for none. Copied.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_report_set_path(hhp_report *report, const char *path);

/**
 * Record that the file could not be read, for the formats that report it. The report then has no findings.
 * @param status Why: ::HHP_ERR_NO_FILE, ::HHP_ERR_PERMISSION ...; ::HHP_OK clears it. It is cleared when the
 *        report is filled again.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT.
 * @since 0.1
 */
HHP_API hhp_status hhp_report_set_unreadable(hhp_report *report, hhp_status status);

/** Why the file could not be read; ::HHP_OK if it could. @since 0.1 */
HHP_API hhp_status hhp_report_unreadable(const hhp_report *report);

/**
 * Set the plan that the report is about, for ::HHP_FORMAT_HTML: its money, time line, goals, agreements and indicators are
 * drawn from it. Use it after hhp_plan_validate(); after hhp_check() with hhp_check_options_set_keep_plan(), the report has
 * the plan already.
 * @code
 * char *page = NULL;
 * if (hhp_plan_validate(plan, NULL, report) == HHP_OK && hhp_report_set_plan(report, plan) == HHP_OK &&
 *     hhp_report_render(report, HHP_FORMAT_HTML, NULL, &page, NULL) == HHP_OK)
 *   fputs(page, stdout);
 * hhp_free(page);
 * @endcode
 * @param plan Borrowed: has to be neither changed nor freed while the report may be rendered. NULL for none. It is
 *        forgotten when the report is filled again.
 * @return ::HHP_OK; ::HHP_ERR_ARGUMENT for no report, or for a plan if hhp_report_is_complete() is 0: figures of a plan with
 *         errors in the document itself could mislead.
 * @since 1.0
 */
HHP_API hhp_status hhp_report_set_plan(hhp_report *report, const hhp_plan *plan);

/**
 * The plan that the report keeps, or was set.
 * @return Borrowed from the report if it keeps the plan; NULL if there is none, as if the report is incomplete.
 * @since 1.0
 */
HHP_API const hhp_plan *hhp_report_plan(const hhp_report *report);

/** @} */
/** @name A finding */
/** @{ */

/** Id of its rule, such as "HP401". @return Static. @since 0.1 */
HHP_API const char *hhp_finding_rule(const hhp_finding *finding);

/** Slug of its rule, such as "local-share-below-minimum". @return Static. @since 0.1 */
HHP_API const char *hhp_finding_slug(const hhp_finding *finding);

/** Its severity: one of the HHP_SEVERITY constants. @since 0.1 */
HHP_API int32_t hhp_finding_severity(const hhp_finding *finding);

/** Whether a waiver of the plan or of the check options covers it: 1 or 0. @since 0.1 */
HHP_API int32_t hhp_finding_is_waived(const hhp_finding *finding);

/** The reason of the waiver. @return Borrowed; NULL if the finding is not waived. @since 0.1 */
HHP_API const char *hhp_finding_waiver_reason(const hhp_finding *finding);

/**
 * JSON Pointer (RFC 6901) to the value, or to the object that a member is missing from. Names are not shortened; but once
 * the parts of pointers beyond 2048 bytes add up to four times the size of the file, later pointers end at the enclosing
 * value instead.
 * @return Borrowed; "" is the whole document.
 * @since 0.1
 */
HHP_API const char *hhp_finding_pointer(const hhp_finding *finding);

/**
 * Id of the entity concerned: the closest one that has an id.
 * @return Borrowed; NULL if there is none, and for errors that prevented a value from being read.
 * @since 0.1
 */
HHP_API const char *hhp_finding_entity(const hhp_finding *finding);

/** Line, from 1; 0 if unknown, as in a plan in memory. Lines end in LF, CRLF or a lone CR. @since 0.1 */
HHP_API size_t hhp_finding_line(const hhp_finding *finding);

/** Column, from 1, in Unicode code points; 0 if unknown, as in a plan in memory. @since 0.1 */
HHP_API size_t hhp_finding_column(const hhp_finding *finding);

/** Line on which the value ends; 0 if the line is 0. @since 0.1 */
HHP_API size_t hhp_finding_end_line(const hhp_finding *finding);

/** Column after the last character of the value, from 1, in code points; 0 if the line is 0. @since 0.1 */
HHP_API size_t hhp_finding_end_column(const hhp_finding *finding);

/**
 * Hash of the source from its line on, by which GitHub code scanning identifies a finding when lines have moved:
 * primaryLocationLineHash, such as "271789c17abda88f:1". Requires hhp_check_options_set_line_hashes().
 * @return Borrowed; NULL if there is none.
 * @since 0.1
 */
HHP_API const char *hhp_finding_line_hash(const hhp_finding *finding);

/** Offset in bytes from the beginning of the document; 0 if the line is 0. @since 0.1 */
HHP_API size_t hhp_finding_offset(const hhp_finding *finding);

/**
 * Length in bytes, normally of the value; of the member's name with its quotes for HP102 and HP103; 1 for the opening of an
 * object that lacks a member; always of whole characters; 0 at the end of the text, and if the line is 0.
 * @since 0.1
 */
HHP_API size_t hhp_finding_length(const hhp_finding *finding);

/**
 * The message, in one or two sentences.
 * @param lang ::HHP_LANG_DA or ::HHP_LANG_EN; anything else is English.
 * @return Borrowed; NULL when memory runs out.
 * @since 0.1
 */
HHP_API const char *hhp_finding_message(const hhp_finding *finding, int32_t lang);

/**
 * The remedy.
 * @param lang ::HHP_LANG_DA or ::HHP_LANG_EN; anything else is English.
 * @return Borrowed; NULL when memory runs out.
 * @since 0.1
 */
HHP_API const char *hhp_finding_remedy(const hhp_finding *finding, int32_t lang);

/** @} */
/** @name The numbers and texts of a finding, by name */
/** @{ */

/** How many arguments the finding has. @since 0.1 */
HHP_API size_t hhp_finding_argument_count(const hhp_finding *finding);

/** Name of an argument, such as "required" or "short_by". @return Static; NULL past the end. @since 0.1 */
HHP_API const char *hhp_finding_argument_name(const hhp_finding *finding, size_t index);

/** Its kind: one of the HHP_ARGUMENT constants, 0 past the end. @since 0.1 */
HHP_API int32_t hhp_finding_argument_kind(const hhp_finding *finding, size_t index);

/** Its number; ::HHP_ABSENT for a text, for figures that cannot be calculated, and past the end. @since 0.1 */
HHP_API int64_t hhp_finding_argument_number(const hhp_finding *finding, size_t index);

/**
 * Its text, of the document or a word of the library's own, such as "total". A long one is truncated and ends
 * in "…", except the argument "write": JSON text that corrects the document when it replaces hhp_finding_length()
 * bytes at hhp_finding_offset(); empty to delete them.
 * @return Borrowed; NULL for a number, and past the end.
 * @since 0.1
 */
HHP_API const char *hhp_finding_argument_text(const hhp_finding *finding, size_t index);

/**
 * The title of an argument of that name: for "short_by", "short by" in English and "mangler" in Danish.
 * @param lang ::HHP_LANG_DA or ::HHP_LANG_EN; anything else is English.
 * @return Static; NULL if no finding has an argument of that name.
 * @since 0.1
 */
HHP_API const char *hhp_argument_title(const char *name, int32_t lang);

/** The number of that name; ::HHP_ABSENT if there is none. @since 0.1 */
HHP_API int64_t hhp_finding_number(const hhp_finding *finding, const char *name);

/** @} */
/** @name Related locations: the amounts that were added up, the other of two duplicates */
/** @{ */

/** How many there are. @since 0.1 */
HHP_API size_t hhp_finding_related_count(const hhp_finding *finding);

/** JSON Pointer of one. @return Borrowed; NULL past the end. @since 0.1 */
HHP_API const char *hhp_finding_related_pointer(const hhp_finding *finding, size_t index);

/** Its line, from 1; 0 if unknown. @since 0.1 */
HHP_API size_t hhp_finding_related_line(const hhp_finding *finding, size_t index);

/** Its column, from 1, in code points; 0 if unknown. @since 0.1 */
HHP_API size_t hhp_finding_related_column(const hhp_finding *finding, size_t index);

/** @} */
/** @name Writing reports */
/** @{ */

/**
 * New options: English, no colour, warnings and errors shown.
 * @param[out] options Owned; free with hhp_render_options_free(). NULL when memory runs out.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_render_options_new(hhp_render_options **options);

/** Free options. NULL is fine. @since 0.1 */
HHP_API void hhp_render_options_free(hhp_render_options *options);

/**
 * The language of messages and remedies, and of the other text in the formats; JSON has both languages.
 * @param lang ::HHP_LANG_DA or ::HHP_LANG_EN.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT.
 * @since 0.1
 */
HHP_API hhp_status hhp_render_options_set_lang(hhp_render_options *options, int32_t lang);

/**
 * The lowest severity that is listed. JSON and SARIF list all findings; JUnit and GitLab Code Quality also list those that
 * fail a job; the other formats count the rest.
 * @param severity ::HHP_SEVERITY_INFO, ::HHP_SEVERITY_WARNING or ::HHP_SEVERITY_ERROR.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT.
 * @since 0.1
 */
HHP_API hhp_status hhp_render_options_set_show(hhp_render_options *options, int32_t severity);

/**
 * Whether the text format uses ANSI colours. Colour is never the only indication.
 * @param colour 1 or 0.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT.
 * @since 0.1
 */
HHP_API hhp_status hhp_render_options_set_colour(hhp_render_options *options, int32_t colour);

/**
 * The lowest severity that fails a job: such findings are failures in JUnit, are always listed in GitLab Code Quality, and
 * decide the overall result in Markdown and HTML.
 * @param severity ::HHP_SEVERITY_INFO, ::HHP_SEVERITY_WARNING or ::HHP_SEVERITY_ERROR, which is the default;
 *        ::HHP_SEVERITY_OFF: none fails.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT.
 * @since 0.1
 */
HHP_API hhp_status hhp_render_options_set_fail_on(hhp_render_options *options, int32_t severity);

/**
 * The folder that paths are relative to in the formats for build servers, such as the root of a repository: it is removed
 * from the beginning of paths inside it, and so is "./".
 * @param root A path in the encoding of the system, normally UTF-8; NULL for none. Copied.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_render_options_set_root(hhp_render_options *options, const char *root);

/**
 * Write one report.
 * @param format One of the HHP_FORMAT constants, except those of tables, CSV and TSV.
 * @param options NULL for the defaults.
 * @param[out] out Owned; free with hhp_free(). UTF-8, ends in a newline and NUL; for GitHub, empty if
 *        there is nothing to say.
 * @param[out] length In bytes, without the NUL; may be NULL.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_report_render(const hhp_report *report, int32_t format, const hhp_render_options *options,
                                     char **out, size_t *length);

/**
 * Write several reports as one document, as hhp_report_render() does one.
 * @param reports `count` reports, none NULL.
 * @param count How many there are; may be 0.
 * @param format One of the HHP_FORMAT constants, except those of tables, CSV and TSV.
 * @param options NULL for the defaults.
 * @param[out] out Owned; free with hhp_free(). UTF-8, ends in a newline and NUL; for GitHub, empty if
 *        there is nothing to say.
 * @param[out] length In bytes, without the NUL; may be NULL.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_reports_render(const hhp_report *const *reports, size_t count, int32_t format,
                                      const hhp_render_options *options, char **out, size_t *length);

/** @} */

#ifdef __cplusplus
}
#endif

#endif
