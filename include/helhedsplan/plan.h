/**
 * @file
 * The plan: making it, reading and writing it, and what it consists of.
 *
 * Every accessor follows one pattern. A field has `hhp_<entity>_<field>` and `hhp_<entity>_set_<field>`; one whose
 * absence means something else than "not given" has `hhp_<entity>_has_<field>` too. A list has `_count`, `_at`,
 * `add_` and `remove_` in the singular; what has an id in it can be found by it. An object that is there once has a
 * handle that is always there.
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
 *
 * A plan may be read by several threads at once, and changed by one while no other uses it. Handles of its objects are
 * borrowed from it.
 */
#ifndef HELHEDSPLAN_PLAN_H
#define HELHEDSPLAN_PLAN_H

#include <helhedsplan/status.h>
#include <helhedsplan/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Social or physical. @since 0.1 */
enum {
  HHP_PLAN_KIND_BOLIGSOCIAL = 1, /**< Social. */
  HHP_PLAN_KIND_FYSISK = 2       /**< Physical. */
};

/** How far a plan has come. @since 0.1 */
enum {
  HHP_PLAN_STATUS_DRAFT = 1,        /**< Draft. */
  HHP_PLAN_STATUS_PREQUALIFIED = 2, /**< Prequalified. */
  HHP_PLAN_STATUS_SUBMITTED = 3,    /**< Submitted. */
  HHP_PLAN_STATUS_APPROVED = 4,     /**< Approved. */
  HHP_PLAN_STATUS_RUNNING = 5,      /**< Running. */
  HHP_PLAN_STATUS_CLOSED = 6,       /**< Closed. */
  HHP_PLAN_STATUS_CANCELLED = 7     /**< Cancelled. */
};

/** @name Making, reading and writing a plan */
/** @{ */

/** A new plan, with nothing in it but its format. @param[out] plan Owned; free with hhp_plan_free. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOMEM. @since 0.1 */
HHP_API hhp_status hhp_plan_new(hhp_plan **plan);

/** Free a plan and everything borrowed from it. NULL is fine. @since 0.1 */
HHP_API void hhp_plan_free(hhp_plan *plan);

/**
 * Read a plan from text. Every fault of the document is in the report; references are looked at too (HP107, HP108),
 * but a plan with those faults alone is still read, so that they can be mended.
 * @param[out] plan Owned; free with hhp_plan_free. NULL when the call fails.
 * @param json UTF-8 JSON; need not end in NUL, and is not kept.
 * @param length In bytes, or ::HHP_NUL_TERMINATED.
 * @param report Gets the findings; may be NULL.
 * @return ::HHP_OK; ::HHP_ERR_DOCUMENT when the text cannot be read into a plan without loss (HP101-HP106, HP109);
 *         ::HHP_ERR_ARGUMENT; ::HHP_ERR_NOMEM. @since 0.1
 */
HHP_API hhp_status hhp_plan_parse(hhp_plan **plan, const char *json, size_t length, hhp_report *report);

/**
 * Read a plan from a file of at most 256 MiB, as hhp_plan_parse does from text.
 * @param path UTF-8, or whatever bytes the system's paths have.
 * @return As hhp_plan_parse; and ::HHP_ERR_NO_FILE, ::HHP_ERR_IS_FOLDER, ::HHP_ERR_PERMISSION, ::HHP_ERR_TOO_LARGE,
 *         ::HHP_ERR_IO. @since 0.1
 */
HHP_API hhp_status hhp_plan_load(hhp_plan **plan, const char *path, hhp_report *report);

/**
 * Write a plan as text, in canonical form: members in the order of the file format, two blanks a level, a newline at
 * the end. The same plan always gives the same bytes.
 * @param[out] json Owned; free with hhp_free.
 * @param[out] length In bytes; may be NULL.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOMEM. @since 0.1
 */
HHP_API hhp_status hhp_plan_dump(const hhp_plan *plan, char **json, size_t *length);

/**
 * Write a plan to a file, in canonical form. Whatever happens, the file is whole afterwards: the old one or the new
 * one. A file that is there keeps its mode; behind a symbolic link, the file that it points to is replaced.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOMEM, ::HHP_ERR_NO_FILE (no such folder), ::HHP_ERR_IS_FOLDER,
 *         ::HHP_ERR_PERMISSION, ::HHP_ERR_IO. @since 0.1
 */
HHP_API hhp_status hhp_plan_save(const hhp_plan *plan, const char *path);

/** @} */

/** @name What the plan says of itself */
/** @{ */

/** Address of the JSON Schema, for editors. @return Borrowed; NULL: none. @since 0.1 */
HHP_API const char *hhp_plan_schema(const hhp_plan *plan);
/** Set it; NULL: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM. @since 0.1 */
HHP_API hhp_status hhp_plan_set_schema(hhp_plan *plan, const char *value);

/** Name and version of the file format. Required. @return Borrowed; NULL: none. @since 0.1 */
HHP_API const char *hhp_plan_format(const hhp_plan *plan);
/**
 * Set it; NULL: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_FORMAT,
 * ::HHP_ERR_NOMEM. @since 0.1
 */
HHP_API hhp_status hhp_plan_set_format(hhp_plan *plan, const char *value);

/**
 * Id of the plan. `[a-z0-9][a-z0-9-]{0,63}`, unique in the plan. Required. @return Borrowed; NULL: none.
 * @since 0.1
 */
HHP_API const char *hhp_plan_id(const hhp_plan *plan);
/**
 * Set it; NULL: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID,
 * ::HHP_ERR_DUPLICATE_ID, ::HHP_ERR_NOMEM. @since 0.1
 */
HHP_API hhp_status hhp_plan_set_id(hhp_plan *plan, const char *value);

/** Title of the plan. Required. @return Borrowed; NULL: none. @since 0.1 */
HHP_API const char *hhp_plan_title(const hhp_plan *plan);
/** Set it; NULL: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM. @since 0.1 */
HHP_API hhp_status hhp_plan_set_title(hhp_plan *plan, const char *value);

/**
 * Social or physical plan; the fund's social rules hold for the first alone. @return One of the
 * HHP_PLAN_KIND constants; ::HHP_PLAN_KIND_BOLIGSOCIAL when not given. @since 0.1
 */
HHP_API int32_t hhp_plan_kind(const hhp_plan *plan);
/** Set it; ::HHP_ABSENT: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_ENUM. @since 0.1 */
HHP_API hhp_status hhp_plan_set_kind(hhp_plan *plan, int32_t value);
/** 1 when it is given, else 0. @since 0.1 */
HHP_API int32_t hhp_plan_has_kind(const hhp_plan *plan);

/**
 * How far the plan has come; decides how strictly it is checked. Required. @return One of the
 * HHP_PLAN_STATUS constants; ::HHP_ABSENT: none. @since 0.1
 */
HHP_API int32_t hhp_plan_status(const hhp_plan *plan);
/** Set it; ::HHP_ABSENT: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_ENUM. @since 0.1 */
HHP_API hhp_status hhp_plan_set_status(hhp_plan *plan, int32_t value);

/** Language of the plan's texts. @return Borrowed; "da" when not given. @since 0.1 */
HHP_API const char *hhp_plan_language(const hhp_plan *plan);
/** Set it; NULL: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM. @since 0.1 */
HHP_API hhp_status hhp_plan_set_language(hhp_plan *plan, const char *value);
/** 1 when it is given, else 0. @since 0.1 */
HHP_API int32_t hhp_plan_has_language(const hhp_plan *plan);

/**
 * Id of the fund's scheme that the plan is paid from. `[a-z0-9][a-z0-9-]{0,63}`. Required. @return Borrowed;
 * NULL: none. @since 0.1
 */
HHP_API const char *hhp_plan_scheme(const hhp_plan *plan);
/**
 * Set it; NULL: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_FORMAT,
 * ::HHP_ERR_NOMEM. @since 0.1
 */
HHP_API hhp_status hhp_plan_set_scheme(hhp_plan *plan, const char *value);

/** The housing area that the plan is for. Required. @return Borrowed; NULL: none. @since 0.1 */
HHP_API const char *hhp_plan_area(const hhp_plan *plan);
/** Set it; NULL: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM. @since 0.1 */
HHP_API hhp_status hhp_plan_set_area(hhp_plan *plan, const char *value);

/** Code of the host municipality, three digits. @return Borrowed; NULL: none. @since 0.1 */
HHP_API const char *hhp_plan_municipality_code(const hhp_plan *plan);
/**
 * Set it; NULL: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_FORMAT,
 * ::HHP_ERR_NOMEM. @since 0.1
 */
HHP_API hhp_status hhp_plan_set_municipality_code(hhp_plan *plan, const char *value);

/** The fund's number for the plan. @return Borrowed; NULL: none. @since 0.1 */
HHP_API const char *hhp_plan_lbf_number(const hhp_plan *plan);
/** Set it; NULL: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM. @since 0.1 */
HHP_API hhp_status hhp_plan_set_lbf_number(hhp_plan *plan, const char *value);

/**
 * The period of the plan. It is always there, and is left out of the file while empty. @return Borrowed;
 * NULL for NULL. @since 0.1
 */
HHP_API hhp_period *hhp_plan_period(const hhp_plan *plan);

/** When the fund prequalified the plan. @return yyyymmdd, 00 for what is not given; 0: none. @since 0.1 */
HHP_API int32_t hhp_plan_prequalified_on(const hhp_plan *plan);
/** Set it; 0: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_DATE. @since 0.1 */
HHP_API hhp_status hhp_plan_set_prequalified_on(hhp_plan *plan, int32_t value);

/** The vision for the area. @return Borrowed; NULL: none. @since 0.1 */
HHP_API const char *hhp_plan_vision(const hhp_plan *plan);
/** Set it; NULL: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM. @since 0.1 */
HHP_API hhp_status hhp_plan_set_vision(hhp_plan *plan, const char *value);

/** The mission of those who run the plan. @return Borrowed; NULL: none. @since 0.1 */
HHP_API const char *hhp_plan_mission(const hhp_plan *plan);
/** Set it; NULL: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM. @since 0.1 */
HHP_API hhp_status hhp_plan_set_mission(hhp_plan *plan, const char *value);

/** How the work is approached. @return Borrowed; NULL: none. @since 0.1 */
HHP_API const char *hhp_plan_approach(const hhp_plan *plan);
/** Set it; NULL: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM. @since 0.1 */
HHP_API hhp_status hhp_plan_set_approach(hhp_plan *plan, const char *value);

/** The plan in short. @return Borrowed; NULL: none. @since 0.1 */
HHP_API const char *hhp_plan_summary(const hhp_plan *plan);
/** Set it; NULL: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM. @since 0.1 */
HHP_API hhp_status hhp_plan_set_summary(hhp_plan *plan, const char *value);

/** Where the contents of the file come from: how many. @since 0.1 */
HHP_API size_t hhp_plan_source_count(const hhp_plan *plan);
/** One of them. @return Borrowed; NULL past the end. @since 0.1 */
HHP_API const char *hhp_plan_source_at(const hhp_plan *plan, size_t index);
/** Add one at the end. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM. @since 0.1 */
HHP_API hhp_status hhp_plan_add_source(hhp_plan *plan, const char *value);
/**
 * Remove one; those behind it move up. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOT_FOUND. @since 0.1
 */
HHP_API hhp_status hhp_plan_remove_source(hhp_plan *plan, size_t index);

/**
 * Leadership and board. It is always there, and is left out of the file while empty. @return Borrowed; NULL
 * for NULL. @since 0.1
 */
HHP_API hhp_governance *hhp_plan_governance(const hhp_plan *plan);

/**
 * The financing of the plan. It is always there, and is left out of the file while empty. @return Borrowed;
 * NULL for NULL. @since 0.1
 */
HHP_API hhp_financing *hhp_plan_financing(const hhp_plan *plan);

/** @} */
/** @name What the plan consists of */
/** @{ */

/** The parties to the plan: how many. @since 0.1 */
HHP_API size_t hhp_plan_party_count(const hhp_plan *plan);
/** One of them, in the order of the file. @return Borrowed; NULL past the end. @since 0.1 */
HHP_API hhp_party *hhp_plan_party_at(const hhp_plan *plan, size_t index);
/** The one with that id. @return Borrowed; NULL when there is none. @since 0.1 */
HHP_API hhp_party *hhp_plan_find_party(const hhp_plan *plan, const char *id);
/**
 * Add one at the end. @param[out] out Borrowed; may be NULL. @return ::HHP_OK, ::HHP_ERR_ARGUMENT,
 * ::HHP_ERR_ID, ::HHP_ERR_DUPLICATE_ID, ::HHP_ERR_NOMEM. @since 0.1
 */
HHP_API hhp_status hhp_plan_add_party(hhp_plan *plan, const char *id, hhp_party **out);
/**
 * Remove one. Its handle stays readable; references to it stay as they are. @return ::HHP_OK,
 * ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOT_FOUND. @since 0.1
 */
HHP_API hhp_status hhp_plan_remove_party(hhp_plan *plan, hhp_party *party);

/** The goals; those without parent are the political ones: how many. @since 0.1 */
HHP_API size_t hhp_plan_goal_count(const hhp_plan *plan);
/** One of them, in the order of the file. @return Borrowed; NULL past the end. @since 0.1 */
HHP_API hhp_goal *hhp_plan_goal_at(const hhp_plan *plan, size_t index);
/** The one with that id. @return Borrowed; NULL when there is none. @since 0.1 */
HHP_API hhp_goal *hhp_plan_find_goal(const hhp_plan *plan, const char *id);
/**
 * Add one at the end. @param[out] out Borrowed; may be NULL. @return ::HHP_OK, ::HHP_ERR_ARGUMENT,
 * ::HHP_ERR_ID, ::HHP_ERR_DUPLICATE_ID, ::HHP_ERR_NOMEM. @since 0.1
 */
HHP_API hhp_status hhp_plan_add_goal(hhp_plan *plan, const char *id, hhp_goal **out);
/**
 * Remove one. Its handle stays readable; references to it stay as they are. @return ::HHP_OK,
 * ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOT_FOUND. @since 0.1
 */
HHP_API hhp_status hhp_plan_remove_goal(hhp_plan *plan, hhp_goal *goal);

/** The strategies: how many. @since 0.1 */
HHP_API size_t hhp_plan_strategy_count(const hhp_plan *plan);
/** One of them, in the order of the file. @return Borrowed; NULL past the end. @since 0.1 */
HHP_API hhp_strategy *hhp_plan_strategy_at(const hhp_plan *plan, size_t index);
/** The one with that id. @return Borrowed; NULL when there is none. @since 0.1 */
HHP_API hhp_strategy *hhp_plan_find_strategy(const hhp_plan *plan, const char *id);
/**
 * Add one at the end. @param[out] out Borrowed; may be NULL. @return ::HHP_OK, ::HHP_ERR_ARGUMENT,
 * ::HHP_ERR_ID, ::HHP_ERR_DUPLICATE_ID, ::HHP_ERR_NOMEM. @since 0.1
 */
HHP_API hhp_status hhp_plan_add_strategy(hhp_plan *plan, const char *id, hhp_strategy **out);
/**
 * Remove one. Its handle stays readable; references to it stay as they are. @return ::HHP_OK,
 * ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOT_FOUND. @since 0.1
 */
HHP_API hhp_status hhp_plan_remove_strategy(hhp_plan *plan, hhp_strategy *strategy);

/** The work areas of the strategies: how many. @since 0.1 */
HHP_API size_t hhp_plan_work_area_count(const hhp_plan *plan);
/** One of them, in the order of the file. @return Borrowed; NULL past the end. @since 0.1 */
HHP_API hhp_work_area *hhp_plan_work_area_at(const hhp_plan *plan, size_t index);
/** The one with that id. @return Borrowed; NULL when there is none. @since 0.1 */
HHP_API hhp_work_area *hhp_plan_find_work_area(const hhp_plan *plan, const char *id);
/**
 * Add one at the end. @param[out] out Borrowed; may be NULL. @return ::HHP_OK, ::HHP_ERR_ARGUMENT,
 * ::HHP_ERR_ID, ::HHP_ERR_DUPLICATE_ID, ::HHP_ERR_NOMEM. @since 0.1
 */
HHP_API hhp_status hhp_plan_add_work_area(hhp_plan *plan, const char *id, hhp_work_area **out);
/**
 * Remove one. Its handle stays readable; references to it stay as they are. @return ::HHP_OK,
 * ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOT_FOUND. @since 0.1
 */
HHP_API hhp_status hhp_plan_remove_work_area(hhp_plan *plan, hhp_work_area *work_area);

/** The focus areas of the scheme that the plan has chosen: how many. @since 0.1 */
HHP_API size_t hhp_plan_focus_area_count(const hhp_plan *plan);
/** One of them, in the order of the file. @return Borrowed; NULL past the end. @since 0.1 */
HHP_API hhp_focus_area *hhp_plan_focus_area_at(const hhp_plan *plan, size_t index);
/** The one with that id. @return Borrowed; NULL when there is none. @since 0.1 */
HHP_API hhp_focus_area *hhp_plan_find_focus_area(const hhp_plan *plan, const char *id);
/**
 * Add one at the end. @param[out] out Borrowed; may be NULL. @return ::HHP_OK, ::HHP_ERR_ARGUMENT,
 * ::HHP_ERR_ID, ::HHP_ERR_DUPLICATE_ID, ::HHP_ERR_NOMEM. @since 0.1
 */
HHP_API hhp_status hhp_plan_add_focus_area(hhp_plan *plan, const char *id, hhp_focus_area **out);
/**
 * Remove one. Its handle stays readable; references to it stay as they are. @return ::HHP_OK,
 * ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOT_FOUND. @since 0.1
 */
HHP_API hhp_status hhp_plan_remove_focus_area(hhp_plan *plan, hhp_focus_area *focus_area);

/** The activities: how many. @since 0.1 */
HHP_API size_t hhp_plan_activity_count(const hhp_plan *plan);
/** One of them, in the order of the file. @return Borrowed; NULL past the end. @since 0.1 */
HHP_API hhp_activity *hhp_plan_activity_at(const hhp_plan *plan, size_t index);
/** The one with that id. @return Borrowed; NULL when there is none. @since 0.1 */
HHP_API hhp_activity *hhp_plan_find_activity(const hhp_plan *plan, const char *id);
/**
 * Add one at the end. @param[out] out Borrowed; may be NULL. @return ::HHP_OK, ::HHP_ERR_ARGUMENT,
 * ::HHP_ERR_ID, ::HHP_ERR_DUPLICATE_ID, ::HHP_ERR_NOMEM. @since 0.1
 */
HHP_API hhp_status hhp_plan_add_activity(hhp_plan *plan, const char *id, hhp_activity **out);
/**
 * Remove one. Its handle stays readable; references to it stay as they are. @return ::HHP_OK,
 * ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOT_FOUND. @since 0.1
 */
HHP_API hhp_status hhp_plan_remove_activity(hhp_plan *plan, hhp_activity *activity);

/** The agreements between the parties: how many. @since 0.1 */
HHP_API size_t hhp_plan_agreement_count(const hhp_plan *plan);
/** One of them, in the order of the file. @return Borrowed; NULL past the end. @since 0.1 */
HHP_API hhp_agreement *hhp_plan_agreement_at(const hhp_plan *plan, size_t index);
/** The one with that id. @return Borrowed; NULL when there is none. @since 0.1 */
HHP_API hhp_agreement *hhp_plan_find_agreement(const hhp_plan *plan, const char *id);
/**
 * Add one at the end. @param[out] out Borrowed; may be NULL. @return ::HHP_OK, ::HHP_ERR_ARGUMENT,
 * ::HHP_ERR_ID, ::HHP_ERR_DUPLICATE_ID, ::HHP_ERR_NOMEM. @since 0.1
 */
HHP_API hhp_status hhp_plan_add_agreement(hhp_plan *plan, const char *id, hhp_agreement **out);
/**
 * Remove one. Its handle stays readable; references to it stay as they are. @return ::HHP_OK,
 * ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOT_FOUND. @since 0.1
 */
HHP_API hhp_status hhp_plan_remove_agreement(hhp_plan *plan, hhp_agreement *agreement);

/** The indicators: how many. @since 0.1 */
HHP_API size_t hhp_plan_indicator_count(const hhp_plan *plan);
/** One of them, in the order of the file. @return Borrowed; NULL past the end. @since 0.1 */
HHP_API hhp_indicator *hhp_plan_indicator_at(const hhp_plan *plan, size_t index);
/** The one with that id. @return Borrowed; NULL when there is none. @since 0.1 */
HHP_API hhp_indicator *hhp_plan_find_indicator(const hhp_plan *plan, const char *id);
/**
 * Add one at the end. @param[out] out Borrowed; may be NULL. @return ::HHP_OK, ::HHP_ERR_ARGUMENT,
 * ::HHP_ERR_ID, ::HHP_ERR_DUPLICATE_ID, ::HHP_ERR_NOMEM. @since 0.1
 */
HHP_API hhp_status hhp_plan_add_indicator(hhp_plan *plan, const char *id, hhp_indicator **out);
/**
 * Remove one. Its handle stays readable; references to it stay as they are. @return ::HHP_OK,
 * ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOT_FOUND. @since 0.1
 */
HHP_API hhp_status hhp_plan_remove_indicator(hhp_plan *plan, hhp_indicator *indicator);

/** The milestones: how many. @since 0.1 */
HHP_API size_t hhp_plan_milestone_count(const hhp_plan *plan);
/** One of them, in the order of the file. @return Borrowed; NULL past the end. @since 0.1 */
HHP_API hhp_milestone *hhp_plan_milestone_at(const hhp_plan *plan, size_t index);
/** The one with that id. @return Borrowed; NULL when there is none. @since 0.1 */
HHP_API hhp_milestone *hhp_plan_find_milestone(const hhp_plan *plan, const char *id);
/**
 * Add one at the end. @param[out] out Borrowed; may be NULL. @return ::HHP_OK, ::HHP_ERR_ARGUMENT,
 * ::HHP_ERR_ID, ::HHP_ERR_DUPLICATE_ID, ::HHP_ERR_NOMEM. @since 0.1
 */
HHP_API hhp_status hhp_plan_add_milestone(hhp_plan *plan, const char *id, hhp_milestone **out);
/**
 * Remove one. Its handle stays readable; references to it stay as they are. @return ::HHP_OK,
 * ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOT_FOUND. @since 0.1
 */
HHP_API hhp_status hhp_plan_remove_milestone(hhp_plan *plan, hhp_milestone *milestone);

/** Who has approved the plan, and when: how many. @since 0.1 */
HHP_API size_t hhp_plan_approval_count(const hhp_plan *plan);
/** One of them, in the order of the file. @return Borrowed; NULL past the end. @since 0.1 */
HHP_API hhp_approval *hhp_plan_approval_at(const hhp_plan *plan, size_t index);
/**
 * Add one at the end. @param[out] out Borrowed; may be NULL. @return ::HHP_OK, ::HHP_ERR_ARGUMENT,
 * ::HHP_ERR_NOMEM. @since 0.1
 */
HHP_API hhp_status hhp_plan_add_approval(hhp_plan *plan, hhp_approval **out);
/**
 * Remove one. Its handle stays readable; references to it stay as they are. @return ::HHP_OK,
 * ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOT_FOUND. @since 0.1
 */
HHP_API hhp_status hhp_plan_remove_approval(hhp_plan *plan, hhp_approval *approval);

/** The annual reports to the fund: how many. @since 0.1 */
HHP_API size_t hhp_plan_report_count(const hhp_plan *plan);
/** One of them, in the order of the file. @return Borrowed; NULL past the end. @since 0.1 */
HHP_API hhp_annual_report *hhp_plan_report_at(const hhp_plan *plan, size_t index);
/**
 * Add one at the end. @param[out] out Borrowed; may be NULL. @return ::HHP_OK, ::HHP_ERR_ARGUMENT,
 * ::HHP_ERR_NOMEM. @since 0.1
 */
HHP_API hhp_status hhp_plan_add_report(hhp_plan *plan, hhp_annual_report **out);
/**
 * Remove one. Its handle stays readable; references to it stay as they are. @return ::HHP_OK,
 * ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOT_FOUND. @since 0.1
 */
HHP_API hhp_status hhp_plan_remove_report(hhp_plan *plan, hhp_annual_report *report);

/** Findings that the plan has leave to stand by: how many. @since 0.1 */
HHP_API size_t hhp_plan_waiver_count(const hhp_plan *plan);
/** One of them, in the order of the file. @return Borrowed; NULL past the end. @since 0.1 */
HHP_API hhp_waiver *hhp_plan_waiver_at(const hhp_plan *plan, size_t index);
/**
 * Add one at the end. @param[out] out Borrowed; may be NULL. @return ::HHP_OK, ::HHP_ERR_ARGUMENT,
 * ::HHP_ERR_NOMEM. @since 0.1
 */
HHP_API hhp_status hhp_plan_add_waiver(hhp_plan *plan, hhp_waiver **out);
/**
 * Remove one. Its handle stays readable; references to it stay as they are. @return ::HHP_OK,
 * ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOT_FOUND. @since 0.1
 */
HHP_API hhp_status hhp_plan_remove_waiver(hhp_plan *plan, hhp_waiver *waiver);

/** @} */
/** @name The period of a plan */
/** @{ */

/** The period as printed, such as 2016-2020. @return Borrowed; NULL: none. @since 0.1 */
HHP_API const char *hhp_period_label(const hhp_period *period);
/** Set it; NULL: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM. @since 0.1 */
HHP_API hhp_status hhp_period_set_label(hhp_period *period, const char *value);

/** First day. @return yyyymmdd, 00 for what is not given; 0: none. @since 0.1 */
HHP_API int32_t hhp_period_start(const hhp_period *period);
/** Set it; 0: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_DATE. @since 0.1 */
HHP_API hhp_status hhp_period_set_start(hhp_period *period, int32_t value);

/** Last day. @return yyyymmdd, 00 for what is not given; 0: none. @since 0.1 */
HHP_API int32_t hhp_period_end(const hhp_period *period);
/** Set it; 0: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_DATE. @since 0.1 */
HHP_API hhp_status hhp_period_set_end(hhp_period *period, int32_t value);

/** @} */

#ifdef __cplusplus
}
#endif

#endif
