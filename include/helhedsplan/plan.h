/**
 * @file
 * The plan (boligsocial helhedsplan): a social development plan for a housing area, as a rule for four years,
 * run with a grant from Landsbyggefonden, "the fund". This header creates, reads and writes plans; all other
 * entities are part of a plan. Parties, goals, strategies, work areas, focus areas, activities, agreements, indicators and
 * milestones have ids, by which they refer to one another. Period, governance and financing are single objects.
 * check.h checks a plan against the rules of rule.h, which are referred to by id (HP401).
 *
 * The accessors of a plan, and of all that it holds, follow one pattern:
 * - A field has `hhp_<entity>_<field>` and `hhp_<entity>_set_<field>`. If it has a default, the getter
 *   returns that when the field is absent, and `hhp_<entity>_has_<field>` returns whether it is given.
 * - Absent values are NULL for a text, 0 for a date, ::HHP_ABSENT for a number, a boolean or a constant.
 *   Setting such a value clears the field. An empty text is not absent.
 * - A list has `_count`, `_at`, `add_` and `remove_` in the singular, and `find_` where its elements have
 *   ids. A single object always has a handle.
 * - For a NULL handle, getters return what they do for an absent value: a default, if there is one, and NULL for
 *   a single object; setters return ::HHP_ERR_ARGUMENT.
 * - A setter copies its text, checks the form of a value immediately, and changes nothing when it fails.
 *   "Required" fields may be missing and references may be dangling during editing; hhp_plan_validate()
 *   reports them (HP104, HP108).
 *
 * Handles and texts are borrowed: they are valid until the plan is freed, including those of replaced and
 * removed values, whose memory is only released then, or by hhp_plan_compact(). One thread at a time may edit a plan;
 * otherwise any number of threads may read it. Separate plans share nothing.
 *
 * @code
 * hhp_plan *plan = NULL;
 * hhp_activity *cafe = NULL;
 * hhp_status status = hhp_plan_load(&plan, "plan.helhedsplan.json", NULL);
 * if (status == HHP_OK)
 *   status = hhp_plan_add_activity(plan, "lektiecafe", &cafe);
 * if (status == HHP_OK)
 *   status = hhp_activity_set_title(cafe, "Lektiecafé");
 * if (status == HHP_OK)
 *   status = hhp_plan_save(plan, "plan.helhedsplan.json");
 * hhp_plan_free(plan);
 * @endcode
 */
#ifndef HELHEDSPLAN_PLAN_H
#define HELHEDSPLAN_PLAN_H

#include <helhedsplan/status.h>
#include <helhedsplan/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/** The two instruments that are called helhedsplan. @since 0.1 */
enum hhp_plan_kind_constant {
  HHP_PLAN_KIND_BOLIGSOCIAL = 1, /**< Social plan (boligsocial): work with people. The rules are about these. */
  HHP_PLAN_KIND_FYSISK = 2       /**< Physical plan (fysisk): buildings. Another instrument, out of scope. */
};

/** How far a plan has come, and with that the stage at which it is checked (rule.h). @since 0.1 */
enum hhp_plan_status_constant {
  HHP_PLAN_STATUS_DRAFT = 1,        /**< Being written (udkast). Stage draft. */
  HHP_PLAN_STATUS_PREQUALIFIED = 2, /**< Accepted by the fund for application (prækvalificeret). Stage prequal. */
  HHP_PLAN_STATUS_SUBMITTED = 3,    /**< Submitted for approval (indsendt). Stage prequal. */
  HHP_PLAN_STATUS_APPROVED = 4,     /**< Approved, not begun (godkendt). Stage full. */
  HHP_PLAN_STATUS_RUNNING = 5,      /**< Being carried out (i gang). Stage full. */
  HHP_PLAN_STATUS_CLOSED = 6,       /**< Completed (afsluttet). Stage full. */
  HHP_PLAN_STATUS_CANCELLED = 7     /**< Abandoned (opgivet). Stage draft. */
};

/** How a plan continues an earlier one. @since 1.0 */
enum hhp_continuation_how_constant {
  HHP_CONTINUATION_HOW_EXTENSION = 1, /**< It extends it (forlængelse); it may be shorter. */
  HHP_CONTINUATION_HOW_SUCCESSOR = 2, /**< It succeeds it (afløser). */
  HHP_CONTINUATION_HOW_MERGER = 3     /**< It merges several (sammenlægning). */
};

/** @name Creating, reading and writing a plan */
/** @{ */

/**
 * Create a plan, empty except for its format.
 * @param[out] plan Owned; free with hhp_plan_free(). NULL when memory runs out.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_plan_new(hhp_plan **plan);

/** Free a plan, and with it everything borrowed from it. NULL is fine. @since 0.1 */
HHP_API void hhp_plan_free(hhp_plan *plan);

/**
 * Release the memory of texts and x- members that were replaced or removed. The memory of a plan grows by every text that is
 * set; a program that edits one plan for days calls this now and then, such as after every 10,000 edits. It takes time in
 * proportion to the size of the plan. The plan stays the same, and handles stay valid, also those of removed objects, whose
 * own memory is only released with the plan, as is that of replaced ids and of references to ids that the plan does not have.
 *
 * It is an edit. Texts of the plan and names of x- members that were borrowed before a call stay readable until the next call
 * of this function.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOMEM.
 * @since 1.0
 */
HHP_API hhp_status hhp_plan_compact(hhp_plan *plan);

/**
 * Read a plan from text. All errors of the document (HP101-HP109) are reported; other rules are not run. A plan
 * that was read has everything that the format requires, so a required text is never NULL. Duplicate ids and
 * dangling references (HP107, HP108) do not prevent reading, so that they can be corrected; `find_` returns the
 * first of several with the same id. Members that begin with x- are kept and written out again;
 * object.h reads and sets them.
 * @param[out] plan Owned; free with hhp_plan_free(). NULL when the call fails.
 * @param json UTF-8 JSON; need not end in NUL, and is not kept. NULL of length 0 is the empty text.
 * @param length In bytes, or ::HHP_NUL_TERMINATED.
 * @param report Receives the findings; its previous content is discarded; may be NULL.
 * @return ::HHP_OK; ::HHP_ERR_DOCUMENT when the text does not have the form of a plan (HP101-HP106, HP109);
 *         ::HHP_ERR_ARGUMENT; ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_plan_parse(hhp_plan **plan, const char *json, size_t length, hhp_report *report);

/**
 * Read a plan from a file of at most 256 MiB, as hhp_plan_parse() does from text. The texts of the plan stay in the text of the
 * file, which is kept until the plan is freed.
 * @param[out] plan Owned; free with hhp_plan_free(). NULL when the call fails.
 * @param path In the encoding of the system, normally UTF-8.
 * @param report Receives the path and the findings; none if the file cannot be read. May be NULL.
 * @return As hhp_plan_parse(); ::HHP_ERR_NO_FILE, ::HHP_ERR_IS_FOLDER, ::HHP_ERR_PERMISSION,
 *         ::HHP_ERR_TOO_LARGE, ::HHP_ERR_IO.
 * @since 0.1
 */
HHP_API hhp_status hhp_plan_load(hhp_plan **plan, const char *path, hhp_report *report);

/**
 * Write a plan as text, in canonical form: members in the order of the file format, indentation of two
 * spaces, a newline at the end. The same plan always gives the same bytes. Defaults are only written if explicit.
 * @param[out] json Owned; free with hhp_free(). UTF-8, ends in NUL.
 * @param[out] length In bytes, without the NUL; may be NULL.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_plan_dump(const hhp_plan *plan, char **json, size_t *length);

/**
 * Write a plan to a file, in canonical form. The file has the old or the new content at any time: a new file is
 * written in its folder, which must be writable, and renamed. An existing file keeps its mode, and its owner and group
 * as far as permitted (else without set-id bits); symbolic links are followed, and pipes and devices written to. A plan
 * that lacks what the format requires is written too, but hhp_plan_load() rejects it: check it first.
 * @param path In the encoding of the system, normally UTF-8.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOMEM, ::HHP_ERR_NO_FILE (no such folder),
 *         ::HHP_ERR_IS_FOLDER, ::HHP_ERR_PERMISSION, ::HHP_ERR_IO.
 * @since 0.1
 */
HHP_API hhp_status hhp_plan_save(const hhp_plan *plan, const char *path);

/**
 * An id for a title: "Større tryghed på gaden" gives "stoerre-tryghed-paa-gaden". Lower case; æ, ø and å become ae, oe
 * and aa, letters lose their accents, and all else becomes a hyphen. A long one is cut after the last whole word within
 * 64 characters.
 * @param plan The id is one that this plan does not have yet: if it does, it ends in "-2", "-3" and so on. Only read;
 *        may be NULL.
 * @param title UTF-8.
 * @param[out] id Owned; free with hhp_free(). NULL when the call fails.
 * @return ::HHP_OK; ::HHP_ERR_FORMAT if the title has no letter or digit that an id may have; ::HHP_ERR_ARGUMENT;
 *         ::HHP_ERR_UTF8; ::HHP_ERR_NOMEM.
 * @since 1.0
 */
HHP_API hhp_status hhp_plan_suggest_id(const hhp_plan *plan, const char *title, char **id);

/** @} */
/** @name General */
/** @{ */

/**
 * Id of the plan: `[a-z0-9][a-z0-9-]{0,63}`, unique in the plan. Required.
 * @return Borrowed; NULL if not given.
 * @since 0.1
 */
HHP_API const char *hhp_plan_id(const hhp_plan *plan);
/**
 * Set or, with NULL, remove the id.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID, ::HHP_ERR_DUPLICATE_ID,
 *         ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_plan_set_id(hhp_plan *plan, const char *value);

/**
 * Title, such as "Boligsocial helhedsplan i Vollsmose 2016-2020". Required.
 * @return Borrowed; NULL if not given.
 * @since 0.1
 */
HHP_API const char *hhp_plan_title(const hhp_plan *plan);
/**
 * Set or, with NULL, remove the title.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_plan_set_title(hhp_plan *plan, const char *value);

/**
 * Social or physical.
 * @return One of the HHP_PLAN_KIND constants; ::HHP_PLAN_KIND_BOLIGSOCIAL if not given.
 * @since 0.1
 */
HHP_API int32_t hhp_plan_kind(const hhp_plan *plan);
/** Whether the kind is given: 1 or 0. @since 0.1 */
HHP_API int32_t hhp_plan_has_kind(const hhp_plan *plan);
/**
 * Set or, with ::HHP_ABSENT, remove the kind.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_ENUM.
 * @since 0.1
 */
HHP_API hhp_status hhp_plan_set_kind(hhp_plan *plan, int32_t value);

/**
 * How far the plan has come; rules are stricter at later stages. Required.
 * @return One of the HHP_PLAN_STATUS constants; ::HHP_ABSENT if not given.
 * @since 0.1
 */
HHP_API int32_t hhp_plan_status(const hhp_plan *plan);
/**
 * Set or, with ::HHP_ABSENT, remove the status.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_ENUM.
 * @since 0.1
 */
HHP_API hhp_status hhp_plan_set_status(hhp_plan *plan, int32_t value);

/**
 * Id of the scheme (ordning) that funds it, such as "lbf-2015-2018"; `[a-z0-9][a-z0-9-]{0,63}`. See
 * scheme.h. Required.
 * @return Borrowed; NULL if not given.
 * @since 0.1
 */
HHP_API const char *hhp_plan_scheme(const hhp_plan *plan);
/**
 * Set or, with NULL, remove the scheme.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_FORMAT, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_plan_set_scheme(hhp_plan *plan, const char *value);

/**
 * The housing area (boligområde) that it is for, such as "Vollsmose". Required.
 * @return Borrowed; NULL if not given.
 * @since 0.1
 */
HHP_API const char *hhp_plan_area(const hhp_plan *plan);
/**
 * Set or, with NULL, remove the area.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_plan_set_area(hhp_plan *plan, const char *value);

/**
 * Code of the host municipality (kommunekode): three digits, or four with a leading 0; "461" is Odense.
 * @return Borrowed; NULL if not given.
 * @since 0.1
 */
HHP_API const char *hhp_plan_municipality_code(const hhp_plan *plan);
/**
 * Set or, with NULL, remove the code.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_FORMAT, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_plan_set_municipality_code(hhp_plan *plan, const char *value);

/**
 * The fund's own number for the plan (helhedsplanens nr.), as the fund writes it.
 * @return Borrowed; NULL if not given.
 * @since 0.1
 */
HHP_API const char *hhp_plan_lbf_number(const hhp_plan *plan);
/**
 * Set or, with NULL, remove the number.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_plan_set_lbf_number(hhp_plan *plan, const char *value);

/**
 * Language of the texts in the plan, such as "da" or "en". Messages do not depend on it.
 * @return Borrowed; "da" if not given.
 * @since 0.1
 */
HHP_API const char *hhp_plan_language(const hhp_plan *plan);
/** Whether the language is given: 1 or 0. @since 0.1 */
HHP_API int32_t hhp_plan_has_language(const hhp_plan *plan);
/**
 * Set or, with NULL, remove the language.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_plan_set_language(hhp_plan *plan, const char *value);

/**
 * When the fund prequalified the plan (prækvalifikation), such as 20151000 for October 2015.
 * @return yyyymmdd, 00 for an unknown part; 0 if not given.
 * @since 0.1
 */
HHP_API int32_t hhp_plan_prequalified_on(const hhp_plan *plan);
/** Set or, with 0, remove the date. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_DATE. @since 0.1 */
HHP_API hhp_status hhp_plan_set_prequalified_on(hhp_plan *plan, int32_t value);

/** The vision for the area. @return Borrowed; NULL if not given. @since 0.1 */
HHP_API const char *hhp_plan_vision(const hhp_plan *plan);
/**
 * Set or, with NULL, remove the vision.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_plan_set_vision(hhp_plan *plan, const char *value);

/** The mission of those who run the plan. @return Borrowed; NULL if not given. @since 0.1 */
HHP_API const char *hhp_plan_mission(const hhp_plan *plan);
/**
 * Set or, with NULL, remove the mission.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_plan_set_mission(hhp_plan *plan, const char *value);

/** The approach to the work (tilgang). @return Borrowed; NULL if not given. @since 0.1 */
HHP_API const char *hhp_plan_approach(const hhp_plan *plan);
/**
 * Set or, with NULL, remove the approach.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_plan_set_approach(hhp_plan *plan, const char *value);

/** The plan in short. @return Borrowed; NULL if not given. @since 0.1 */
HHP_API const char *hhp_plan_summary(const hhp_plan *plan);
/**
 * Set or, with NULL, remove the summary.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_plan_set_summary(hhp_plan *plan, const char *value);

/** How many sources (kilder) the plan names. @since 0.1 */
HHP_API size_t hhp_plan_source_count(const hhp_plan *plan);
/** One of the sources. @return Borrowed; NULL past the end. @since 0.1 */
HHP_API const char *hhp_plan_source_at(const hhp_plan *plan, size_t index);
/**
 * Add a source at the end.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_plan_add_source(hhp_plan *plan, const char *value);
/**
 * Remove a source; the rest moves up.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOT_FOUND.
 * @since 0.1
 */
HHP_API hhp_status hhp_plan_remove_source(hhp_plan *plan, size_t index);

/**
 * Name and version of the file format: "helhedsplan/1". hhp_plan_new() fills it in. Required.
 * @return Borrowed; NULL if not given.
 * @since 0.1
 */
HHP_API const char *hhp_plan_format(const hhp_plan *plan);
/**
 * Set to "helhedsplan/1" or, with NULL, remove the format.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_FORMAT, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_plan_set_format(hhp_plan *plan, const char *value);

/**
 * Address of the JSON Schema, `$schema` in the file, for editors. The library does not read it.
 * @return Borrowed; NULL if not given.
 * @since 0.1
 */
HHP_API const char *hhp_plan_schema(const hhp_plan *plan);
/**
 * Set or, with NULL, remove the address.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_plan_set_schema(hhp_plan *plan, const char *value);

/** @} */
/** @name The earlier plans that it continues */
/** @{ */

/** How many earlier plans it continues; `continues` in the file. @since 1.0 */
HHP_API size_t hhp_plan_continuation_count(const hhp_plan *plan);
/** One of them, in the order of the file. @return Borrowed; NULL past the end. @since 1.0 */
HHP_API hhp_continuation *hhp_plan_continuation_at(const hhp_plan *plan, size_t index);
/**
 * Add one at the end, empty.
 * @param[out] out Borrowed, NULL when the call fails; may itself be NULL.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOMEM.
 * @since 1.0
 */
HHP_API hhp_status hhp_plan_add_continuation(hhp_plan *plan, hhp_continuation **out);
/**
 * Remove one. Its handle stays readable.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOT_FOUND.
 * @since 1.0
 */
HHP_API hhp_status hhp_plan_remove_continuation(hhp_plan *plan, hhp_continuation *continuation);

/** Title of the earlier plan. Required. @return Borrowed; NULL if not given. @since 1.0 */
HHP_API const char *hhp_continuation_title(const hhp_continuation *continuation);
/**
 * Set or, with NULL, remove the title.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM.
 * @since 1.0
 */
HHP_API hhp_status hhp_continuation_set_title(hhp_continuation *continuation, const char *value);

/**
 * Id of the earlier plan, as in its own file: `[a-z0-9][a-z0-9-]{0,63}`. It is not an id of this plan,
 * so the same id may be in use here.
 * @return Borrowed; NULL if not given.
 * @since 1.0
 */
HHP_API const char *hhp_continuation_id(const hhp_continuation *continuation);
/**
 * Set or, with NULL, remove the id.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_FORMAT, ::HHP_ERR_NOMEM.
 * @since 1.0
 */
HHP_API hhp_status hhp_continuation_set_id(hhp_continuation *continuation, const char *value);

/**
 * How it continues the earlier plan. Required.
 * @return One of the HHP_CONTINUATION_HOW constants; ::HHP_ABSENT if not given.
 * @since 1.0
 */
HHP_API int32_t hhp_continuation_how(const hhp_continuation *continuation);
/**
 * Set or, with ::HHP_ABSENT, remove how.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_ENUM.
 * @since 1.0
 */
HHP_API hhp_status hhp_continuation_set_how(hhp_continuation *continuation, int32_t value);

/** @} */
/** @name The period of the plan, as a rule four years */
/** @{ */

/** The period of the plan. Always there; left out of the file while empty. @return Borrowed. @since 0.1 */
HHP_API hhp_period *hhp_plan_period(const hhp_plan *plan);

/**
 * The period as printed, such as "2016-2020". Used for the years if there are no dates.
 * @return Borrowed; NULL if not given.
 * @since 0.1
 */
HHP_API const char *hhp_period_label(const hhp_period *period);
/**
 * Set or, with NULL, remove the label.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_period_set_label(hhp_period *period, const char *value);

/**
 * First day of the plan (HP504 requires an exact date).
 * @return yyyymmdd, 00 for an unknown part; 0 if not given.
 * @since 0.1
 */
HHP_API int32_t hhp_period_start(const hhp_period *period);
/** Set or, with 0, remove the first day. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_DATE. @since 0.1 */
HHP_API hhp_status hhp_period_set_start(hhp_period *period, int32_t value);

/**
 * Last day of the plan (HP504 requires an exact date).
 * @return yyyymmdd, 00 for an unknown part; 0 if not given.
 * @since 0.1
 */
HHP_API int32_t hhp_period_end(const hhp_period *period);
/** Set or, with 0, remove the last day. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_DATE. @since 0.1 */
HHP_API hhp_status hhp_period_set_end(hhp_period *period, int32_t value);

/** @} */
/** @name What the plan consists of */
/** @{ */

/** How many parties (parter) the plan has; party.h. @since 0.1 */
HHP_API size_t hhp_plan_party_count(const hhp_plan *plan);
/** A party, in the order of the file. @return Borrowed; NULL past the end. @since 0.1 */
HHP_API hhp_party *hhp_plan_party_at(const hhp_plan *plan, size_t index);
/** The party of that id. @return Borrowed; NULL if there is none. @since 0.1 */
HHP_API hhp_party *hhp_plan_find_party(const hhp_plan *plan, const char *id);
/**
 * Add a party at the end, empty except for its id.
 * @param[out] out Borrowed, NULL when the call fails; may itself be NULL.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID, ::HHP_ERR_DUPLICATE_ID, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_plan_add_party(hhp_plan *plan, const char *id, hhp_party **out);
/**
 * Remove a party. Its handle stays readable; references to it stay as they are.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOT_FOUND.
 * @since 0.1
 */
HHP_API hhp_status hhp_plan_remove_party(hhp_plan *plan, hhp_party *party);

/** How many goals (mål) it has; goal.h. @since 0.1 */
HHP_API size_t hhp_plan_goal_count(const hhp_plan *plan);
/** A goal, in the order of the file. @return Borrowed; NULL past the end. @since 0.1 */
HHP_API hhp_goal *hhp_plan_goal_at(const hhp_plan *plan, size_t index);
/** The goal of that id. @return Borrowed; NULL if there is none. @since 0.1 */
HHP_API hhp_goal *hhp_plan_find_goal(const hhp_plan *plan, const char *id);
/**
 * Add a goal at the end, empty except for its id.
 * @param[out] out Borrowed, NULL when the call fails; may itself be NULL.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID, ::HHP_ERR_DUPLICATE_ID, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_plan_add_goal(hhp_plan *plan, const char *id, hhp_goal **out);
/**
 * Remove a goal. Its handle stays readable; references to it stay as they are.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOT_FOUND.
 * @since 0.1
 */
HHP_API hhp_status hhp_plan_remove_goal(hhp_plan *plan, hhp_goal *goal);

/** How many strategies (strategier) it has; strategy.h. @since 0.1 */
HHP_API size_t hhp_plan_strategy_count(const hhp_plan *plan);
/** A strategy, in the order of the file. @return Borrowed; NULL past the end. @since 0.1 */
HHP_API hhp_strategy *hhp_plan_strategy_at(const hhp_plan *plan, size_t index);
/** The strategy of that id. @return Borrowed; NULL if there is none. @since 0.1 */
HHP_API hhp_strategy *hhp_plan_find_strategy(const hhp_plan *plan, const char *id);
/**
 * Add a strategy at the end, empty except for its id.
 * @param[out] out Borrowed, NULL when the call fails; may itself be NULL.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID, ::HHP_ERR_DUPLICATE_ID, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_plan_add_strategy(hhp_plan *plan, const char *id, hhp_strategy **out);
/**
 * Remove a strategy. Its handle stays readable; references to it stay as they are.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOT_FOUND.
 * @since 0.1
 */
HHP_API hhp_status hhp_plan_remove_strategy(hhp_plan *plan, hhp_strategy *strategy);

/** How many work areas (arbejdsområder) it has; strategy.h. @since 0.1 */
HHP_API size_t hhp_plan_work_area_count(const hhp_plan *plan);
/** A work area, in the order of the file. @return Borrowed; NULL past the end. @since 0.1 */
HHP_API hhp_work_area *hhp_plan_work_area_at(const hhp_plan *plan, size_t index);
/** The work area of that id. @return Borrowed; NULL if there is none. @since 0.1 */
HHP_API hhp_work_area *hhp_plan_find_work_area(const hhp_plan *plan, const char *id);
/**
 * Add a work area at the end, empty except for its id.
 * @param[out] out Borrowed, NULL when the call fails; may itself be NULL.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID, ::HHP_ERR_DUPLICATE_ID, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_plan_add_work_area(hhp_plan *plan, const char *id, hhp_work_area **out);
/**
 * Remove a work area. Its handle stays readable; references to it stay as they are.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOT_FOUND.
 * @since 0.1
 */
HHP_API hhp_status hhp_plan_remove_work_area(hhp_plan *plan, hhp_work_area *work_area);

/** How many focus areas (indsatsområder) it has chosen; focus_area.h. @since 0.1 */
HHP_API size_t hhp_plan_focus_area_count(const hhp_plan *plan);
/** A focus area, in the order of the file. @return Borrowed; NULL past the end. @since 0.1 */
HHP_API hhp_focus_area *hhp_plan_focus_area_at(const hhp_plan *plan, size_t index);
/** The focus area of that id. @return Borrowed; NULL if there is none. @since 0.1 */
HHP_API hhp_focus_area *hhp_plan_find_focus_area(const hhp_plan *plan, const char *id);
/**
 * Add a focus area at the end, empty except for its id.
 * @param[out] out Borrowed, NULL when the call fails; may itself be NULL.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID, ::HHP_ERR_DUPLICATE_ID, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_plan_add_focus_area(hhp_plan *plan, const char *id, hhp_focus_area **out);
/**
 * Remove a focus area. Its handle stays readable; references to it stay as they are.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOT_FOUND.
 * @since 0.1
 */
HHP_API hhp_status hhp_plan_remove_focus_area(hhp_plan *plan, hhp_focus_area *focus_area);

/** How many activities (aktiviteter) it has; activity.h. @since 0.1 */
HHP_API size_t hhp_plan_activity_count(const hhp_plan *plan);
/** An activity, in the order of the file. @return Borrowed; NULL past the end. @since 0.1 */
HHP_API hhp_activity *hhp_plan_activity_at(const hhp_plan *plan, size_t index);
/** The activity of that id. @return Borrowed; NULL if there is none. @since 0.1 */
HHP_API hhp_activity *hhp_plan_find_activity(const hhp_plan *plan, const char *id);
/**
 * Add an activity at the end, empty except for its id.
 * @param[out] out Borrowed, NULL when the call fails; may itself be NULL.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID, ::HHP_ERR_DUPLICATE_ID, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_plan_add_activity(hhp_plan *plan, const char *id, hhp_activity **out);
/**
 * Remove an activity. Its handle stays readable; references to it stay as they are.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOT_FOUND.
 * @since 0.1
 */
HHP_API hhp_status hhp_plan_remove_activity(hhp_plan *plan, hhp_activity *activity);

/** How many agreements (aftaler) it has; agreement.h. @since 0.1 */
HHP_API size_t hhp_plan_agreement_count(const hhp_plan *plan);
/** An agreement, in the order of the file. @return Borrowed; NULL past the end. @since 0.1 */
HHP_API hhp_agreement *hhp_plan_agreement_at(const hhp_plan *plan, size_t index);
/** The agreement of that id. @return Borrowed; NULL if there is none. @since 0.1 */
HHP_API hhp_agreement *hhp_plan_find_agreement(const hhp_plan *plan, const char *id);
/**
 * Add an agreement at the end, empty except for its id.
 * @param[out] out Borrowed, NULL when the call fails; may itself be NULL.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID, ::HHP_ERR_DUPLICATE_ID, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_plan_add_agreement(hhp_plan *plan, const char *id, hhp_agreement **out);
/**
 * Remove an agreement. Its handle stays readable; references to it stay as they are.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOT_FOUND.
 * @since 0.1
 */
HHP_API hhp_status hhp_plan_remove_agreement(hhp_plan *plan, hhp_agreement *agreement);

/**
 * The governance (ledelse, bestyrelse; governance.h). Always there; left out of the file while empty.
 * @return Borrowed.
 * @since 0.1
 */
HHP_API hhp_governance *hhp_plan_governance(const hhp_plan *plan);

/**
 * The financing (finansiering; financing.h). Always there; left out of the file while empty.
 * @return Borrowed.
 * @since 0.1
 */
HHP_API hhp_financing *hhp_plan_financing(const hhp_plan *plan);

/** @} */
/** @name How the plan is followed up */
/** @{ */

/** How many indicators (indikatorer) it has; followup.h. @since 0.1 */
HHP_API size_t hhp_plan_indicator_count(const hhp_plan *plan);
/** An indicator, in the order of the file. @return Borrowed; NULL past the end. @since 0.1 */
HHP_API hhp_indicator *hhp_plan_indicator_at(const hhp_plan *plan, size_t index);
/** The indicator of that id. @return Borrowed; NULL if there is none. @since 0.1 */
HHP_API hhp_indicator *hhp_plan_find_indicator(const hhp_plan *plan, const char *id);
/**
 * Add an indicator at the end, empty except for its id.
 * @param[out] out Borrowed, NULL when the call fails; may itself be NULL.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID, ::HHP_ERR_DUPLICATE_ID, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_plan_add_indicator(hhp_plan *plan, const char *id, hhp_indicator **out);
/**
 * Remove an indicator. Its handle stays readable; references to it stay as they are.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOT_FOUND.
 * @since 0.1
 */
HHP_API hhp_status hhp_plan_remove_indicator(hhp_plan *plan, hhp_indicator *indicator);

/** How many milestones (milepæle) it has; followup.h. @since 0.1 */
HHP_API size_t hhp_plan_milestone_count(const hhp_plan *plan);
/** A milestone, in the order of the file. @return Borrowed; NULL past the end. @since 0.1 */
HHP_API hhp_milestone *hhp_plan_milestone_at(const hhp_plan *plan, size_t index);
/** The milestone of that id. @return Borrowed; NULL if there is none. @since 0.1 */
HHP_API hhp_milestone *hhp_plan_find_milestone(const hhp_plan *plan, const char *id);
/**
 * Add a milestone at the end, empty except for its id.
 * @param[out] out Borrowed, NULL when the call fails; may itself be NULL.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID, ::HHP_ERR_DUPLICATE_ID, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_plan_add_milestone(hhp_plan *plan, const char *id, hhp_milestone **out);
/**
 * Remove a milestone. Its handle stays readable; references to it stay as they are.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOT_FOUND.
 * @since 0.1
 */
HHP_API hhp_status hhp_plan_remove_milestone(hhp_plan *plan, hhp_milestone *milestone);

/** How many approvals (godkendelser) of it are recorded; followup.h. @since 0.1 */
HHP_API size_t hhp_plan_approval_count(const hhp_plan *plan);
/** An approval, in the order of the file. @return Borrowed; NULL past the end. @since 0.1 */
HHP_API hhp_approval *hhp_plan_approval_at(const hhp_plan *plan, size_t index);
/**
 * Add an approval at the end, empty.
 * @param[out] out Borrowed, NULL when the call fails; may itself be NULL.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_plan_add_approval(hhp_plan *plan, hhp_approval **out);
/**
 * Remove an approval. Its handle stays readable.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOT_FOUND.
 * @since 0.1
 */
HHP_API hhp_status hhp_plan_remove_approval(hhp_plan *plan, hhp_approval *approval);

/** How many annual reports (indberetninger) to the fund are recorded; followup.h. @since 0.1 */
HHP_API size_t hhp_plan_report_count(const hhp_plan *plan);
/** An annual report, in the order of the file. @return Borrowed; NULL past the end. @since 0.1 */
HHP_API hhp_annual_report *hhp_plan_report_at(const hhp_plan *plan, size_t index);
/**
 * Add an annual report at the end, empty.
 * @param[out] out Borrowed, NULL when the call fails; may itself be NULL.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_plan_add_report(hhp_plan *plan, hhp_annual_report **out);
/**
 * Remove an annual report. Its handle stays readable.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOT_FOUND.
 * @since 0.1
 */
HHP_API hhp_status hhp_plan_remove_report(hhp_plan *plan, hhp_annual_report *report);

/** How many waivers (begrundede undtagelser) it has; followup.h. @since 0.1 */
HHP_API size_t hhp_plan_waiver_count(const hhp_plan *plan);
/** A waiver, in the order of the file. @return Borrowed; NULL past the end. @since 0.1 */
HHP_API hhp_waiver *hhp_plan_waiver_at(const hhp_plan *plan, size_t index);
/**
 * Add a waiver at the end, empty.
 * @param[out] out Borrowed, NULL when the call fails; may itself be NULL.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_plan_add_waiver(hhp_plan *plan, hhp_waiver **out);
/**
 * Remove a waiver. Its handle stays readable.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOT_FOUND.
 * @since 0.1
 */
HHP_API hhp_status hhp_plan_remove_waiver(hhp_plan *plan, hhp_waiver *waiver);

/** @} */

#ifdef __cplusplus
}
#endif

#endif
