/**
 * @file
 * What a check found: findings, each with its rule, its place, its numbers, and what would mend it.
 *
 * A report holds the result of the last call that it was given to; that call begins it anew. Findings stand
 * in the order of the file where there is one, else in that of the rules. Everything that a finding gives out
 * is borrowed from its report, until that is begun anew or freed. One thread fills a report; once it is
 * filled, any number may read it. A report that is NULL is an empty one, and a finding that is NULL has
 * nothing in it.
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

/** @name The report */
/** @{ */

/**
 * A new, empty report.
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

/** How many errors stand, that is, are not waived. @since 0.1 */
HHP_API size_t hhp_report_error_count(const hhp_report *report);

/** How many warnings stand. @since 0.1 */
HHP_API size_t hhp_report_warning_count(const hhp_report *report);

/** How many infos stand. @since 0.1 */
HHP_API size_t hhp_report_info_count(const hhp_report *report);

/** How many findings are waived. @since 0.1 */
HHP_API size_t hhp_report_waived_count(const hhp_report *report);

/**
 * How many findings are counted but not kept. A report keeps 250,000; a file with more faults than that is
 * hostile, or no plan at all.
 * @since 0.1
 */
HHP_API size_t hhp_report_omitted_count(const hhp_report *report);

/**
 * Whether every rule was looked at: 1 or 0. It is 0 when faults of the document itself (HP101-HP110), or that it is
 * another sort of plan (HP114 as an error), kept the others from being looked at, and after a call that reads
 * without checking, such as hhp_plan_load().
 * @since 0.1
 */
HHP_API int32_t hhp_report_is_complete(const hhp_report *report);

/** Id of the plan that was read or checked. @return Borrowed; NULL where it has none. @since 0.1 */
HHP_API const char *hhp_report_plan_id(const hhp_report *report);

/** Id of the scheme that it was checked against. @return Borrowed; NULL where it is not known. @since 0.1 */
HHP_API const char *hhp_report_scheme_id(const hhp_report *report);

/**
 * The stage that it was checked at.
 * @return One of the HHP_STAGE constants; 0 where the document could not be read, or was read without being
 *         checked.
 * @since 0.1
 */
HHP_API int32_t hhp_report_stage(const hhp_report *report);

/**
 * SHA-256 of the document's bytes, 64 hexadecimal digits, as hhp_check() works it out.
 * @return Borrowed; NULL where there is none.
 * @since 0.1
 */
HHP_API const char *hhp_report_sha256(const hhp_report *report);

/**
 * The path that the report is about, as hhp_report_set_path() or hhp_plan_load() gave it.
 * @return Borrowed; NULL where none was given.
 * @since 0.1
 */
HHP_API const char *hhp_report_path(const hhp_report *report);

/**
 * Say which path the report is about. It stays when the report is begun anew.
 * @param path UTF-8, or whatever bytes the system's paths have; NULL for none. Copied.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_report_set_path(hhp_report *report, const char *path);

/**
 * Say that the file could not be read, so that formats that tell of that can. The report then has no findings.
 * @param status Why: ::HHP_ERR_NO_FILE, ::HHP_ERR_PERMISSION ...; ::HHP_OK takes it back. It goes when the report is
 *        begun anew.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT.
 * @since 0.1
 */
HHP_API hhp_status hhp_report_set_unreadable(hhp_report *report, hhp_status status);

/** Why the file could not be read; ::HHP_OK where it could. @since 0.1 */
HHP_API hhp_status hhp_report_unreadable(const hhp_report *report);

/** @} */
/** @name A finding */
/** @{ */

/** Id of its rule, such as "HP401". @return Static. @since 0.1 */
HHP_API const char *hhp_finding_rule(const hhp_finding *finding);

/** Slug of its rule, such as "local-share-below-minimum". @return Static. @since 0.1 */
HHP_API const char *hhp_finding_slug(const hhp_finding *finding);

/** Its severity: one of the HHP_SEVERITY constants. @since 0.1 */
HHP_API int32_t hhp_finding_severity(const hhp_finding *finding);

/** Whether a waiver of the plan covers it: 1 or 0. @since 0.1 */
HHP_API int32_t hhp_finding_is_waived(const hhp_finding *finding);

/** The reason that the waiver gives. @return Borrowed; NULL where the finding is not waived. @since 0.1 */
HHP_API const char *hhp_finding_waiver_reason(const hhp_finding *finding);

/**
 * JSON Pointer (RFC 6901) to the value at fault; of what is missing, to the object that it is missing from. Names are as long
 * as they are in the file; but where the part of the pointers past 2048 bytes comes to four times the file, later ones end
 * before such a name, at what encloses the place.
 * @return Borrowed; "" is the whole document.
 * @since 0.1
 */
HHP_API const char *hhp_finding_pointer(const hhp_finding *finding);

/**
 * Id of the entity that it is about: the nearest one that has an id.
 * @return Borrowed; NULL where there is none, and for faults that kept a value from being read.
 * @since 0.1
 */
HHP_API const char *hhp_finding_entity(const hhp_finding *finding);

/** Line, from 1; 0 where not known, as in a plan in memory. Lines end in LF, CRLF or CR alone. @since 0.1 */
HHP_API size_t hhp_finding_line(const hhp_finding *finding);

/** Column, from 1, in Unicode code points; 0 where not known, as in a plan in memory. @since 0.1 */
HHP_API size_t hhp_finding_column(const hhp_finding *finding);

/** Line on which the value ends; 0 where the line is 0. @since 0.1 */
HHP_API size_t hhp_finding_end_line(const hhp_finding *finding);

/** Column just behind the last character of the value, from 1, in code points; 0 where the line is 0. @since 0.1 */
HHP_API size_t hhp_finding_end_column(const hhp_finding *finding);

/**
 * Hash of the source from its line on, by which GitHub's code scanning knows a finding again when lines have moved:
 * primaryLocationLineHash, such as "271789c17abda88f:1". It is there when hhp_check_options_set_line_hashes() asked.
 * @return Borrowed; NULL where there is none.
 * @since 0.1
 */
HHP_API const char *hhp_finding_line_hash(const hhp_finding *finding);

/** Offset in bytes from the beginning of the document; 0 where the line is 0. @since 0.1 */
HHP_API size_t hhp_finding_offset(const hhp_finding *finding);

/**
 * Length in bytes: as a rule of the value; of the member's name and its quotes for HP102 and HP103; 1 for the
 * opening of an object that lacks something; of whole characters always, where a fault is at one; 0 at the end of the
 * text, and where the line is 0.
 * @since 0.1
 */
HHP_API size_t hhp_finding_length(const hhp_finding *finding);

/**
 * What is wrong, in one or two sentences.
 * @param lang ::HHP_LANG_DA or ::HHP_LANG_EN; anything else is English.
 * @return Borrowed; NULL when memory runs out.
 * @since 0.1
 */
HHP_API const char *hhp_finding_message(const hhp_finding *finding, int32_t lang);

/**
 * What would mend it.
 * @param lang ::HHP_LANG_DA or ::HHP_LANG_EN; anything else is English.
 * @return Borrowed; NULL when memory runs out.
 * @since 0.1
 */
HHP_API const char *hhp_finding_remedy(const hhp_finding *finding, int32_t lang);

/** @} */
/** @name The numbers and texts of a finding, by name */
/** @{ */

/** What an argument is. @since 0.1 */
enum {
  HHP_ARGUMENT_KRONER = 1, /**< Whole kroner. */
  HHP_ARGUMENT_SHARE = 2,  /**< Basis points, truncated towards zero: 2391 is 23.91 %. */
  HHP_ARGUMENT_NUMBER = 3, /**< A count, an age, a year ... */
  HHP_ARGUMENT_DATE = 4,   /**< yyyymmdd, 00 for an unknown part. */
  HHP_ARGUMENT_TEXT = 5    /**< A text; it has no number. */
};

/** How many arguments the finding has. @since 0.1 */
HHP_API size_t hhp_finding_argument_count(const hhp_finding *finding);

/** Name of an argument, such as "required" or "short_by". @return Static; NULL past the end. @since 0.1 */
HHP_API const char *hhp_finding_argument_name(const hhp_finding *finding, size_t index);

/** What it is: one of the HHP_ARGUMENT constants, 0 past the end. @since 0.1 */
HHP_API int32_t hhp_finding_argument_kind(const hhp_finding *finding, size_t index);

/** Its number; ::HHP_ABSENT for a text, for what cannot be computed, and past the end. @since 0.1 */
HHP_API int64_t hhp_finding_argument_number(const hhp_finding *finding, size_t index);

/**
 * Its text, of the document or a word of the library's own, such as "total". A long one is cut, and ends in
 * "…". The argument "write", where there is one, is never cut: it is JSON text which, put in place of
 * hhp_finding_length() bytes at hhp_finding_offset(), mends the fault; empty where these are to be deleted.
 * @return Borrowed; NULL for a number, and past the end.
 * @since 0.1
 */
HHP_API const char *hhp_finding_argument_text(const hhp_finding *finding, size_t index);

/**
 * What an argument of that name is called, for people: of "short_by", "short by" in English and "mangler" in Danish.
 * @param lang ::HHP_LANG_DA or ::HHP_LANG_EN; anything else is English.
 * @return Static; NULL where no finding has an argument of that name.
 * @since 0.1
 */
HHP_API const char *hhp_argument_title(const char *name, int32_t lang);

/** The number of that name; ::HHP_ABSENT where there is none. @since 0.1 */
HHP_API int64_t hhp_finding_number(const hhp_finding *finding, const char *name);

/** @} */
/** @name Related places: the amounts that were added up, the other of two that clash */
/** @{ */

/** How many there are. @since 0.1 */
HHP_API size_t hhp_finding_related_count(const hhp_finding *finding);

/** JSON Pointer of one. @return Borrowed; NULL past the end. @since 0.1 */
HHP_API const char *hhp_finding_related_pointer(const hhp_finding *finding, size_t index);

/** Its line, from 1; 0 where not known. @since 0.1 */
HHP_API size_t hhp_finding_related_line(const hhp_finding *finding, size_t index);

/** Its column, from 1, in code points; 0 where not known. @since 0.1 */
HHP_API size_t hhp_finding_related_column(const hhp_finding *finding, size_t index);

/** @} */
/** @name Writing reports */
/** @{ */

/** The formats. @since 0.1 */
enum {
  HHP_FORMAT_TEXT = 1,         /**< For people: place, message, source line, amounts and remedy. */
  HHP_FORMAT_JSON = 2,         /**< For programs: "helhedsplan-report/1", with messages in both languages. */
  HHP_FORMAT_MARKDOWN = 3,     /**< For the page of a job, or a comment on a change. */
  HHP_FORMAT_SARIF = 4,        /**< SARIF 2.1.0, for GitHub's code scanning and others. */
  HHP_FORMAT_JUNIT = 5,        /**< JUnit XML, with the file of each case, as GitLab wants it. */
  HHP_FORMAT_JUNIT_STRICT = 6, /**< JUnit XML without it, as Jenkins' schema wants it. */
  HHP_FORMAT_GITHUB = 7,       /**< Workflow commands, which become annotations on GitHub. */
  HHP_FORMAT_GITLAB = 8        /**< Code Quality of GitLab. */
};

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
 * The language of messages and remedies, and of all that the formats say around them; JSON has both languages.
 * @param lang ::HHP_LANG_DA or ::HHP_LANG_EN.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT.
 * @since 0.1
 */
HHP_API hhp_status hhp_render_options_set_lang(hhp_render_options *options, int32_t lang);

/**
 * The least severity that is listed. JSON and SARIF list all; JUnit and Code Quality of GitLab list what fails a job,
 * too; the others count the rest.
 * @param severity ::HHP_SEVERITY_INFO, ::HHP_SEVERITY_WARNING or ::HHP_SEVERITY_ERROR.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT.
 * @since 0.1
 */
HHP_API hhp_status hhp_render_options_set_show(hhp_render_options *options, int32_t severity);

/**
 * Whether the text format uses ANSI colours. Colour never carries meaning alone.
 * @param colour 1 or 0.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT.
 * @since 0.1
 */
HHP_API hhp_status hhp_render_options_set_colour(hhp_render_options *options, int32_t colour);

/**
 * From which severity on a finding fails a job: such a finding is a failure in JUnit, is listed in Code Quality of
 * GitLab whatever is shown, and decides what Markdown says of the whole.
 * @param severity ::HHP_SEVERITY_INFO, ::HHP_SEVERITY_WARNING or ::HHP_SEVERITY_ERROR, which is the default;
 *        ::HHP_SEVERITY_OFF: none fails.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT.
 * @since 0.1
 */
HHP_API hhp_status hhp_render_options_set_fail_on(hhp_render_options *options, int32_t severity);

/**
 * The folder that paths are told relative to, such as the root of a repository, in the formats that build servers
 * read: it is taken off the beginning of paths that lie in it, and so is "./".
 * @param root UTF-8, or whatever bytes the system's paths have; NULL for none. Copied.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_render_options_set_root(hhp_render_options *options, const char *root);

/**
 * Write one report.
 * @param format One of the HHP_FORMAT constants.
 * @param options NULL for the defaults.
 * @param[out] out Owned; free with hhp_free(). UTF-8, ends in a newline and NUL; for GitHub, empty where there is
 *        nothing to tell.
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
 * @param format One of the HHP_FORMAT constants.
 * @param options NULL for the defaults.
 * @param[out] out Owned; free with hhp_free(). UTF-8, ends in a newline and NUL; for GitHub, empty where there is
 *        nothing to tell.
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
