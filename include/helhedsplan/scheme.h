/**
 * @file
 * Funding schemes of Landsbyggefonden: the focus areas, the least local share, and what documents a scheme asks for.
 * Three are built in; a scheme of your own is read from JSON. A scheme never changes, so any thread may read it.
 */
#ifndef HELHEDSPLAN_SCHEME_H
#define HELHEDSPLAN_SCHEME_H

#include <helhedsplan/status.h>
#include <helhedsplan/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/** @name Finding a scheme */
/** @{ */

/** How many schemes are built in. @since 0.1 */
HHP_API size_t hhp_scheme_count(void);

/** A built-in scheme, oldest first. @return Static; NULL past the end. @since 0.1 */
HHP_API const hhp_scheme *hhp_scheme_at(size_t index);

/** The built-in scheme of that id. @return Static; NULL when there is none. @since 0.1 */
HHP_API const hhp_scheme *hhp_scheme_find(const char *id);

/**
 * Read a scheme of your own from text, "helhedsplan-scheme/1".
 * @param[out] scheme Owned; free with hhp_scheme_free. NULL when the call fails.
 * @param json UTF-8 JSON; need not end in NUL, and is not kept.
 * @param length In bytes, or ::HHP_NUL_TERMINATED.
 * @param report Gets what is wrong with the text (HP101-HP106, HP109); may be NULL.
 * @return ::HHP_OK, ::HHP_ERR_DOCUMENT, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOMEM. @since 0.1
 */
HHP_API hhp_status hhp_scheme_parse(hhp_scheme **scheme, const char *json, size_t length, hhp_report *report);

/** Free a scheme that hhp_scheme_parse made. NULL is fine. @since 0.1 */
HHP_API void hhp_scheme_free(hhp_scheme *scheme);

/** @} */
/** @name A scheme */
/** @{ */

/** Address of the JSON Schema, for editors. @return Borrowed; NULL: none. @since 0.1 */
HHP_API const char *hhp_scheme_schema(const hhp_scheme *scheme);

/** Name and version of the file format. Required. @return Borrowed; NULL: none. @since 0.1 */
HHP_API const char *hhp_scheme_format(const hhp_scheme *scheme);

/**
 * Id of the scheme. `[a-z0-9][a-z0-9-]{0,63}`, unique in the plan. Required. @return Borrowed; NULL: none.
 * @since 0.1
 */
HHP_API const char *hhp_scheme_id(const hhp_scheme *scheme);

/** Title in Danish. Required. @return Borrowed; NULL: none. @since 0.1 */
HHP_API const char *hhp_scheme_title_da(const hhp_scheme *scheme);

/** Title in English. Required. @return Borrowed; NULL: none. @since 0.1 */
HHP_API const char *hhp_scheme_title_en(const hhp_scheme *scheme);

/**
 * Least local share, in basis points (2500 is 25 %), 0-10000. Required. @return ::HHP_ABSENT: none. @since
 * 0.1
 */
HHP_API int32_t hhp_scheme_min_local_bp(const hhp_scheme *scheme);

/**
 * What the share is a share of. Required. @return One of the HHP_SHARE_BASE constants; ::HHP_ABSENT: none.
 * @since 0.1
 */
HHP_API int32_t hhp_scheme_base(const hhp_scheme *scheme);

/** Length of a plan, in years, 1-20. @return ::HHP_ABSENT: none. @since 0.1 */
HHP_API int32_t hhp_scheme_nominal_years(const hhp_scheme *scheme);

/** First year in which it gives, 1900-2199. @return ::HHP_ABSENT: none. @since 0.1 */
HHP_API int32_t hhp_scheme_gives_from(const hhp_scheme *scheme);

/** Last year in which it gives, 1900-2199. @return ::HHP_ABSENT: none. @since 0.1 */
HHP_API int32_t hhp_scheme_gives_to(const hhp_scheme *scheme);

/** Its focus areas: how many. @since 0.1 */
HHP_API size_t hhp_scheme_focus_area_count(const hhp_scheme *scheme);
/** One of them, in the order of the file. @return Borrowed; NULL past the end. @since 0.1 */
HHP_API const hhp_scheme_area *hhp_scheme_focus_area_at(const hhp_scheme *scheme, size_t index);

/** Whether it asks for a sub-agreement for each focus area. @return 1 or 0; 0 when not given. @since 0.1 */
HHP_API int32_t hhp_scheme_requires_sub_agreements(const hhp_scheme *scheme);
/** 1 when it is given, else 0. @since 0.1 */
HHP_API int32_t hhp_scheme_has_requires_sub_agreements(const hhp_scheme *scheme);

/** Whether it asks for a board at top management level. @return 1 or 0; 0 when not given. @since 0.1 */
HHP_API int32_t hhp_scheme_requires_board(const hhp_scheme *scheme);
/** 1 when it is given, else 0. @since 0.1 */
HHP_API int32_t hhp_scheme_has_requires_board(const hhp_scheme *scheme);

/** Whether it asks for a contingency plan. @return 1 or 0; 0 when not given. @since 0.1 */
HHP_API int32_t hhp_scheme_requires_contingency_plan(const hhp_scheme *scheme);
/** 1 when it is given, else 0. @since 0.1 */
HHP_API int32_t hhp_scheme_has_requires_contingency_plan(const hhp_scheme *scheme);

/** Months after year end in which the annual report is due, 0-24. @return ::HHP_ABSENT: none. @since 0.1 */
HHP_API int32_t hhp_scheme_annual_report_months(const hhp_scheme *scheme);

/** Where these facts are from. @return Borrowed; NULL: none. @since 0.1 */
HHP_API const char *hhp_scheme_source(const hhp_scheme *scheme);

/** @} */
/** @name A focus area of a scheme */
/** @{ */

/** Its code. `[a-z0-9][a-z0-9-]{0,63}`. Required. @return Borrowed; NULL: none. @since 0.1 */
HHP_API const char *hhp_scheme_area_code(const hhp_scheme_area *scheme_area);

/** Title in Danish. Required. @return Borrowed; NULL: none. @since 0.1 */
HHP_API const char *hhp_scheme_area_title_da(const hhp_scheme_area *scheme_area);

/** Title in English. Required. @return Borrowed; NULL: none. @since 0.1 */
HHP_API const char *hhp_scheme_area_title_en(const hhp_scheme_area *scheme_area);

/** @} */

#ifdef __cplusplus
}
#endif

#endif
