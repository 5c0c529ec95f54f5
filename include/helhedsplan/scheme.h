/**
 * @file
 * Schemes (ordninger, puljer) of Landsbyggefonden: which focus areas there are, how much local co-financing
 * is required, how long plans run, and which documents they need. Three are built in, "lbf-2011-2014",
 * "lbf-2015-2018" and "lbf-2019-2026"; one of your own is read from JSON, "helhedsplan-scheme/1", and passed
 * to hhp_check_options_set_scheme().
 *
 * What a scheme returns is borrowed from it; built-in schemes are static. A scheme never changes, so any number
 * of threads may read it. For NULL, getters return what they do for an absent value.
 *
 * @code
 * for (size_t i = 0; i < hhp_scheme_count(); i++) {
 *   const hhp_scheme *scheme = hhp_scheme_at(i);
 *   printf("%s: %s\n", hhp_scheme_id(scheme), hhp_scheme_title_en(scheme));
 *   for (size_t k = 0; k < hhp_scheme_focus_area_count(scheme); k++)
 *     printf("  %s\n", hhp_scheme_area_code(hhp_scheme_focus_area_at(scheme, k)));
 * }
 * @endcode
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

/** The built-in scheme of that id. @return Static; NULL if there is none. @since 0.1 */
HHP_API const hhp_scheme *hhp_scheme_find(const char *id);

/**
 * The built-in scheme probably meant by an unknown id: "lfb-2015-2018",
 * "2015-18-midlerne". Suggestions always have the same years.
 * @param id As it was written. May be NULL.
 * @return Static; NULL if there is none.
 * @since 1.0
 */
HHP_API const hhp_scheme *hhp_scheme_suggest(const char *id);

/**
 * Read a scheme of your own from text, "helhedsplan-scheme/1".
 * @param[out] scheme Owned; free with hhp_scheme_free(). NULL when the call fails.
 * @param json UTF-8 JSON; need not end in NUL, and is not kept. NULL of length 0 is the empty text.
 * @param length In bytes, or ::HHP_NUL_TERMINATED.
 * @param report Receives the findings (HP101-HP107, HP109); its previous content is discarded. May be NULL.
 * @return ::HHP_OK, ::HHP_ERR_DOCUMENT, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_scheme_parse(hhp_scheme **scheme, const char *json, size_t length, hhp_report *report);

/** Free a scheme that hhp_scheme_parse() created. NULL is fine; a built-in one is ignored. @since 0.1 */
HHP_API void hhp_scheme_free(hhp_scheme *scheme);

/** @} */
/** @name A scheme */
/** @{ */

/** Id of the scheme, as plans name it: `[a-z0-9][a-z0-9-]{0,63}`. @return Borrowed. @since 0.1 */
HHP_API const char *hhp_scheme_id(const hhp_scheme *scheme);

/** Title in Danish, such as "Landsbyggefondens 2015-18-midler". @return Borrowed. @since 0.1 */
HHP_API const char *hhp_scheme_title_da(const hhp_scheme *scheme);

/** Title in English. @return Borrowed. @since 0.1 */
HHP_API const char *hhp_scheme_title_en(const hhp_scheme *scheme);

/**
 * The minimum local share in basis points: 2500 is 25 %, as in all built-in schemes (HP401 has the source).
 * @return 0-10000.
 * @since 0.1
 */
HHP_API int32_t hhp_scheme_min_local_bp(const hhp_scheme *scheme);

/**
 * The base of the share: the total in all built-in schemes.
 * @return One of the HHP_SHARE_BASE constants.
 * @since 0.1
 */
HHP_API int32_t hhp_scheme_base(const hhp_scheme *scheme);

/** The nominal length of a plan, in years. @return 1-20; ::HHP_ABSENT if not given. @since 0.1 */
HHP_API int32_t hhp_scheme_nominal_years(const hhp_scheme *scheme);

/** Its first year of commitments. @return 1900-2199; ::HHP_ABSENT if not given. @since 0.1 */
HHP_API int32_t hhp_scheme_gives_from(const hhp_scheme *scheme);

/** Its last year of commitments. @return 1900-2199; ::HHP_ABSENT if not given. @since 0.1 */
HHP_API int32_t hhp_scheme_gives_to(const hhp_scheme *scheme);

/** How many focus areas it has. @since 0.1 */
HHP_API size_t hhp_scheme_focus_area_count(const hhp_scheme *scheme);
/** A focus area, in the order of the scheme. @return Borrowed; NULL past the end. @since 0.1 */
HHP_API const hhp_scheme_area *hhp_scheme_focus_area_at(const hhp_scheme *scheme, size_t index);

/**
 * Whether it requires a sub-agreement for each focus area.
 * @return 1 or 0; 0 if not given.
 * @since 0.1
 */
HHP_API int32_t hhp_scheme_requires_sub_agreements(const hhp_scheme *scheme);
/** Whether "requires_sub_agreements" is given: 1 or 0. @since 0.1 */
HHP_API int32_t hhp_scheme_has_requires_sub_agreements(const hhp_scheme *scheme);

/**
 * Whether it requires a board at the level of top management.
 * @return 1 or 0; 0 if not given.
 * @since 0.1
 */
HHP_API int32_t hhp_scheme_requires_board(const hhp_scheme *scheme);
/** Whether "requires_board" is given: 1 or 0. @since 0.1 */
HHP_API int32_t hhp_scheme_has_requires_board(const hhp_scheme *scheme);

/** Whether it requires a contingency plan. @return 1 or 0; 0 if not given. @since 0.1 */
HHP_API int32_t hhp_scheme_requires_contingency_plan(const hhp_scheme *scheme);
/** Whether "requires_contingency_plan" is given: 1 or 0. @since 0.1 */
HHP_API int32_t hhp_scheme_has_requires_contingency_plan(const hhp_scheme *scheme);

/**
 * Within how many months after the end of a year its annual report is due. Six in the built-in ones,
 * as the fund states for the 2011-14 scheme.
 * @return 0-24; ::HHP_ABSENT if not given.
 * @since 0.1
 */
HHP_API int32_t hhp_scheme_annual_report_months(const hhp_scheme *scheme);

/** The source of these facts. @return Borrowed; NULL if not given. @since 0.1 */
HHP_API const char *hhp_scheme_source(const hhp_scheme *scheme);

/** Name and version of the file format: "helhedsplan-scheme/1". @return Borrowed. @since 0.1 */
HHP_API const char *hhp_scheme_format(const hhp_scheme *scheme);

/**
 * Address of the JSON Schema, `$schema` in the file, for editors.
 * @return Borrowed; NULL if not given.
 * @since 0.1
 */
HHP_API const char *hhp_scheme_schema(const hhp_scheme *scheme);

/** @} */
/** @name A focus area of a scheme */
/** @{ */

/** Its code, which focus areas of plans name: `[a-z0-9][a-z0-9-]{0,63}`. @return Borrowed. @since 0.1 */
HHP_API const char *hhp_scheme_area_code(const hhp_scheme_area *scheme_area);

/** Title in Danish, such as "Tryghed og trivsel". @return Borrowed. @since 0.1 */
HHP_API const char *hhp_scheme_area_title_da(const hhp_scheme_area *scheme_area);

/** Title in English. @return Borrowed. @since 0.1 */
HHP_API const char *hhp_scheme_area_title_en(const hhp_scheme_area *scheme_area);

/** @} */

#ifdef __cplusplus
}
#endif

#endif
