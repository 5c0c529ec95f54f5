/**
 * @file
 * What two versions of a plan differ in, in the terms of the field and not in lines: what was added, removed
 * and changed, and what money moved.
 *
 * What has an id is known again by it, wherever it stands; what has none by what tells it apart:
 *
 * - a contribution without id: its parties, kind and year; one that got or lost an id is the same by these too
 * - a line of the budget: category, activity, year and party; lines alike in these are added up
 * - a signature: its party; a member of the board: party and name
 * - an approval: kind, body and party; an annual report: its year; a waiver: rule and target
 * - a period of an indicator: start and end; a support: its strategy; a contribution to a goal: the goal
 *
 * Of several that are alike in that, the first is held against the first, once those that are alike in
 * everything are taken. An id that is another is another thing: removed, and added.
 *
 * No difference are: the order of entities, objects and references; a default that is written out; an empty
 * list or object; how the JSON is laid out. The order of texts is told of once for a list
 * (::HHP_CHANGE_REORDERED). Members whose names begin with "x-" are compared as JSON values.
 *
 * Changes stand with the money first, then in the order of the file format; of each sort what was added, what
 * was removed, and what was changed. Work and memory grow with the size of the two plans.
 *
 * A diff holds copies: the plans may be changed or freed. What it gives out is borrowed from it. One thread
 * may set its paths; any number may read it. A diff that is NULL has no changes, and a change that is NULL has
 * nothing in it.
 *
 * @code
 * hhp_plan *before = NULL, *after = NULL;
 * hhp_diff *diff = NULL;
 * if (hhp_plan_load(&before, "2015.helhedsplan.json", NULL) == HHP_OK &&
 *     hhp_plan_load(&after, "2016.helhedsplan.json", NULL) == HHP_OK &&
 *     hhp_plan_diff(before, after, &diff) == HHP_OK) {
 *   for (size_t i = 0; i < hhp_diff_count(diff); i++) {
 *     const hhp_change *c = hhp_diff_at(diff, i);
 *     int64_t kroner = 0;
 *     if (hhp_change_difference(c, &kroner) == HHP_OK)
 *       printf("%s: %lld kr.\n", hhp_change_name(c, HHP_LANG_EN), (long long)kroner);
 *   }
 * }
 * hhp_diff_free(diff);
 * hhp_plan_free(after);
 * hhp_plan_free(before);
 * @endcode
 */
#ifndef HELHEDSPLAN_DIFF_H
#define HELHEDSPLAN_DIFF_H

#include <helhedsplan/cofinancing.h>
#include <helhedsplan/report.h>
#include <helhedsplan/status.h>
#include <helhedsplan/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/** The two plans. @since 0.1 */
enum {
  HHP_SIDE_BEFORE = 1, /**< The one that was. */
  HHP_SIDE_AFTER = 2   /**< The one that is now. */
};

/** What happened. Values are for ever; new ones are appended. @since 0.1 */
enum {
  HHP_CHANGE_ADDED = 1,    /**< An entity, an object, a value, or an element of a list is new. */
  HHP_CHANGE_REMOVED = 2,  /**< It is no longer there. */
  HHP_CHANGE_CHANGED = 3,  /**< A value is another. */
  HHP_CHANGE_MOVED = 4,    /**< An amount in kroner is another: money has moved. */
  HHP_CHANGE_REORDERED = 5 /**< The texts of a list stand in another order. */
};

/** @name Comparing */
/** @{ */

/**
 * Compare two plans. Neither has to be sound; what is compared is what they hold.
 * @param before,after Borrowed for the call, and unchanged; they may be the same.
 * @param[out] diff Owned; free with hhp_diff_free(). NULL when the call fails.
 * @return ::HHP_OK, also when nothing differs; ::HHP_ERR_ARGUMENT; ::HHP_ERR_NOMEM; ::HHP_ERR_OVERFLOW when lines
 *         of the budget that are to be added up leave int64_t.
 * @since 0.1
 */
HHP_API hhp_status hhp_plan_diff(const hhp_plan *before, const hhp_plan *after, hhp_diff **diff);

/** Free a diff, and with it everything borrowed from it. NULL is fine. @since 0.1 */
HHP_API void hhp_diff_free(hhp_diff *diff);

/** @} */
/** @name The whole */
/** @{ */

/** How many changes there are; 0: the plans say the same. @since 0.1 */
HHP_API size_t hhp_diff_count(const hhp_diff *diff);

/** How many there are of one kind: one of the HHP_CHANGE constants, else 0. @since 0.1 */
HHP_API size_t hhp_diff_count_of(const hhp_diff *diff, int32_t kind);

/** A change. @return Borrowed; NULL past the end. @since 0.1 */
HHP_API const hhp_change *hhp_diff_at(const hhp_diff *diff, size_t index);

/**
 * Say where the plans are from, for hhp_diff_render().
 * @param before,after UTF-8, or whatever bytes the system's paths have; NULL for none. Copied.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_diff_set_paths(hhp_diff *diff, const char *before, const char *after);

/** A path, as it was set. @return Borrowed; NULL where none was. @since 0.1 */
HHP_API const char *hhp_diff_path(const hhp_diff *diff, int32_t side);

/** Id of a plan. @return Borrowed; NULL where it has none. @since 0.1 */
HHP_API const char *hhp_diff_plan_id(const hhp_diff *diff, int32_t side);

/** Title of a plan. @return Borrowed; NULL where it has none. @since 0.1 */
HHP_API const char *hhp_diff_title(const hhp_diff *diff, int32_t side);

/**
 * The co-financing of one of the plans, as hhp_plan_cofinancing() works it out by the scheme that the plan
 * names. Where that scheme is not built in, amounts and shares are there all the same; what rests on the least
 * share is ::HHP_ABSENT, and verdicts are ::HHP_VERDICT_NOT_COMPUTABLE.
 * @param side ::HHP_SIDE_BEFORE or ::HHP_SIDE_AFTER.
 * @param[out] result Filled in as far as `size` reaches; what this library has no member for is 0.
 * @param size sizeof *result, as your program was compiled.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT; ::HHP_ERR_OVERFLOW when that plan's amounts cannot be added up.
 * @since 0.1
 */
HHP_API hhp_status hhp_diff_cofinancing(const hhp_diff *diff, int32_t side, hhp_cofinancing_result *result,
                                        size_t size);

/** @} */
/** @name A change */
/** @{ */

/** What happened: one of the HHP_CHANGE constants; 0 for NULL. @since 0.1 */
HHP_API int32_t hhp_change_kind(const hhp_change *change);

/** The word for a kind: "added", "removed", "changed", "moved", "reordered". @return Static; else NULL. @since 0.1 */
HHP_API const char *hhp_change_kind_name(int32_t kind);

/**
 * What sort of thing it happened to: the entity that was added or removed, else the one that holds the field.
 * @return Static: its name in the file format, such as "activity", "grant" or "budget_line".
 * @since 0.1
 */
HHP_API const char *hhp_change_entity(const hhp_change *change);

/**
 * Id of that thing, or of the nearest that it is part of, the plan itself excepted.
 * @return Borrowed; NULL where there is none.
 * @since 0.1
 */
HHP_API const char *hhp_change_id(const hhp_change *change);

/**
 * What a person calls that thing: its title or name; where it has none, what tells it apart, such as
 * "Odense Kommune, staff hours in kind, 2017". A long one is cut, and ends in "…".
 * @param lang ::HHP_LANG_DA or ::HHP_LANG_EN; anything else is English.
 * @return Borrowed; "" where there is nothing to call it by.
 * @since 0.1
 */
HHP_API const char *hhp_change_name(const hhp_change *change, int32_t lang);

/**
 * The field, by its name in the file.
 * @return Borrowed; NULL where the whole thing was added or removed.
 * @since 0.1
 */
HHP_API const char *hhp_change_field(const hhp_change *change);

/**
 * What the field means; of a whole thing, what that is.
 * @param lang ::HHP_LANG_DA or ::HHP_LANG_EN; anything else is English.
 * @return Static; NULL for a member that begins with "x-".
 * @since 0.1
 */
HHP_API const char *hhp_change_meaning(const hhp_change *change, int32_t lang);

/**
 * JSON Pointer (RFC 6901) to it in one of the plans; of lines of the budget that were added up, to the first.
 * @param side ::HHP_SIDE_BEFORE or ::HHP_SIDE_AFTER.
 * @return Borrowed; NULL where it is not in that plan, a default that is not written out included.
 * @since 0.1
 */
HHP_API const char *hhp_change_pointer(const hhp_change *change, int32_t side);

/**
 * The value in one of the plans, as it stands in the file: an amount in digits, a date as YYYY-MM-DD, a constant
 * as its word, a default as what it means, an "x-" member as JSON.
 * @param side ::HHP_SIDE_BEFORE or ::HHP_SIDE_AFTER.
 * @return Borrowed; NULL where there is none, for a whole thing, and for texts in another order.
 * @since 0.1
 */
HHP_API const char *hhp_change_text(const hhp_change *change, int32_t side);

/**
 * The amount in one of the plans: of a field in kroner, and of a contribution or a line of the budget as a whole.
 * @param side ::HHP_SIDE_BEFORE or ::HHP_SIDE_AFTER.
 * @return Whole kroner; ::HHP_ABSENT where there is none.
 * @since 0.1
 */
HHP_API int64_t hhp_change_kroner(const hhp_change *change, int32_t side);

/**
 * By how much the money moved: after less before, where a contribution or a line of the budget that is not there
 * is 0. It has no value that stands for "none", since a difference may be any number.
 * @param[out] kroner Whole kroner, negative where it is less than before; untouched when there is none.
 * @return ::HHP_OK; ::HHP_ERR_ARGUMENT for NULL; ::HHP_ERR_NOT_FOUND where no money is compared: no amount, or one
 *         that is stated on one side only.
 * @since 0.1
 */
HHP_API hhp_status hhp_change_difference(const hhp_change *change, int64_t *kroner);

/** @} */
/** @name Writing it */
/** @{ */

/**
 * Write a diff.
 * @param format One of the HHP_FORMAT constants. ::HHP_FORMAT_TEXT is for a terminal. ::HHP_FORMAT_JSON is
 *        "helhedsplan-diff/1", whole and in both languages. ::HHP_FORMAT_MARKDOWN is for a comment on a change: tables
 *        in which nothing of the plans can act, kept below the 65,536 characters that such comments may have; what is
 *        then left out is counted. Text and Markdown cut long texts round the place where they differ.
 * @param options NULL for the defaults; the language is what counts here.
 * @param[out] out Owned; free with hhp_free(). UTF-8, ends in a newline and NUL.
 * @param[out] length In bytes, without the NUL; may be NULL.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_diff_render(const hhp_diff *diff, int32_t format, const hhp_render_options *options, char **out,
                                   size_t *length);

/** @} */

#ifdef __cplusplus
}
#endif

#endif
