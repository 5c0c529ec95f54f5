/**
 * @file
 * Compares two versions of a plan by content, not by line: what was added, removed and changed, and which
 * amounts changed.
 *
 * Entities with an id are matched by it, regardless of position; those without by these keys:
 *
 * - a contribution without id: its parties, kind and year; also if it gained or lost an id
 * - a line of the budget: category, activity, year and party; lines with the same key are added up
 * - a signature: its party; a member of the board: party and name
 * - an approval: kind, body and party; an annual report: its year; a waiver: rule and target
 * - a period of an indicator: start and end; a support: its strategy; a contribution to a goal: the goal
 *
 * Entities with the same key are first matched if identical, then in order. A changed id counts as removed and
 * added.
 *
 * The following are not differences: the order of entities, objects and references; a reference that is repeated in its
 * list; explicit defaults; empty lists or objects; the layout of the JSON. Reordered texts are reported once for a list
 * (::HHP_CHANGE_REORDERED). Members whose names begin with "x-" are compared as JSON values.
 *
 * Changes are ordered with the money first, then as in the file format; for each entity type additions,
 * removals and changes. Time and memory are linear in the size of the two plans.
 *
 * A diff holds copies: the plans may be changed or freed. What it returns is borrowed from it. One thread may
 * set its paths; any number may read it. NULL is accepted as an empty diff or change.
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
 *       printf("%s %s: %+lld kr.\n", hhp_change_entity(c), hhp_change_name(c, HHP_LANG_EN), (long long)kroner);
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
enum hhp_side_constant {
  HHP_SIDE_BEFORE = 1, /**< The old version. */
  HHP_SIDE_AFTER = 2   /**< The new version. */
};

/** Kinds of changes. Values are stable; new ones are appended. @since 0.1 */
enum hhp_change_constant {
  HHP_CHANGE_ADDED = 1,    /**< An entity, an object, a value, or an element of a list is new. */
  HHP_CHANGE_REMOVED = 2,  /**< It was removed. */
  HHP_CHANGE_CHANGED = 3,  /**< A value changed. */
  HHP_CHANGE_MOVED = 4,    /**< An amount in kroner changed. */
  HHP_CHANGE_REORDERED = 5 /**< The texts of a list were reordered. */
};

/** @name Comparing */
/** @{ */

/**
 * Compare two plans, which need not be valid.
 * @param before,after Borrowed for the call, and unchanged; they may be the same.
 * @param[out] diff Owned; free with hhp_diff_free(). NULL when the call fails.
 * @return ::HHP_OK, also when nothing differs; ::HHP_ERR_ARGUMENT; ::HHP_ERR_NOMEM; ::HHP_ERR_OVERFLOW when lines
 *         of the budget that are to be added up exceed int64_t.
 * @since 0.1
 */
HHP_API hhp_status hhp_plan_diff(const hhp_plan *before, const hhp_plan *after, hhp_diff **diff);

/** Free a diff, and with it everything borrowed from it. NULL is fine. @since 0.1 */
HHP_API void hhp_diff_free(hhp_diff *diff);

/** @} */
/** @name The diff */
/** @{ */

/** How many changes there are; 0: no differences. @since 0.1 */
HHP_API size_t hhp_diff_count(const hhp_diff *diff);

/** How many there are of one kind: one of the HHP_CHANGE constants, else 0. @since 0.1 */
HHP_API size_t hhp_diff_count_of(const hhp_diff *diff, int32_t kind);

/** A change. @return Borrowed; NULL past the end. @since 0.1 */
HHP_API const hhp_change *hhp_diff_at(const hhp_diff *diff, size_t index);

/**
 * Set the paths of the plans, for hhp_diff_render().
 * @param before,after A path in the encoding of the system, normally UTF-8; NULL for none. Copied.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_diff_set_paths(hhp_diff *diff, const char *before, const char *after);

/** A path, as it was set. @return Borrowed; NULL if none was set. @since 0.1 */
HHP_API const char *hhp_diff_path(const hhp_diff *diff, int32_t side);

/** Id of a plan. @return Borrowed; NULL if it has none. @since 0.1 */
HHP_API const char *hhp_diff_plan_id(const hhp_diff *diff, int32_t side);

/** Title of a plan. @return Borrowed; NULL if it has none. @since 0.1 */
HHP_API const char *hhp_diff_title(const hhp_diff *diff, int32_t side);

/**
 * The co-financing of one of the plans, as calculated by hhp_plan_cofinancing() for the scheme that the plan
 * names. If that scheme is not built in, amounts and shares are set, figures that depend on the minimum share are
 * ::HHP_ABSENT, and verdicts are ::HHP_VERDICT_NOT_COMPUTABLE.
 * @param side ::HHP_SIDE_BEFORE or ::HHP_SIDE_AFTER.
 * @param[out] result Filled in as far as `size` reaches; members unknown to this library are 0.
 * @param size sizeof *result, as your program was compiled.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT; ::HHP_ERR_OVERFLOW when that plan's amounts cannot be added up.
 * @since 0.1
 */
HHP_API hhp_status hhp_diff_cofinancing(const hhp_diff *diff, int32_t side, hhp_cofinancing_result *result,
                                        size_t size);

/** @} */
/** @name A change */
/** @{ */

/** Its kind: one of the HHP_CHANGE constants; 0 for NULL. @since 0.1 */
HHP_API int32_t hhp_change_kind(const hhp_change *change);

/** The word for a kind: "added", "removed", "changed", "moved", "reordered". @return Static; else NULL. @since 0.1 */
HHP_API const char *hhp_change_kind_name(int32_t kind);

/**
 * Type of the entity that was added or removed, or that holds the changed field.
 * @return Static: its name in the file format, such as "activity", "grant" or "budget_line".
 * @since 0.1
 */
HHP_API const char *hhp_change_entity(const hhp_change *change);

/**
 * Id of that entity, or of the closest enclosing one, except the plan itself: the id in the later plan, or in the earlier
 * one if the later has none.
 * @return Borrowed; NULL if there is none.
 * @since 0.1
 */
HHP_API const char *hhp_change_id(const hhp_change *change);

/**
 * Readable name of that entity: its title or name, otherwise its key, such as
 * "Odense Kommune, staff hours in kind, 2017". A long one is truncated and ends in "…".
 * @param lang ::HHP_LANG_DA or ::HHP_LANG_EN; anything else is English.
 * @return Borrowed; "" if it has neither.
 * @since 0.1
 */
HHP_API const char *hhp_change_name(const hhp_change *change, int32_t lang);

/**
 * The field, by its name in the file.
 * @return Borrowed; NULL if the whole entity was added or removed.
 * @since 0.1
 */
HHP_API const char *hhp_change_field(const hhp_change *change);

/**
 * Description of the field, or of the whole entity.
 * @param lang ::HHP_LANG_DA or ::HHP_LANG_EN; anything else is English.
 * @return Static; NULL for a member that begins with "x-".
 * @since 0.1
 */
HHP_API const char *hhp_change_meaning(const hhp_change *change, int32_t lang);

/**
 * JSON Pointer (RFC 6901) to it in one of the plans; for budget lines that were added up, to the first.
 * @param side ::HHP_SIDE_BEFORE or ::HHP_SIDE_AFTER.
 * @return Borrowed; NULL if not in that plan, including implicit defaults.
 * @since 0.1
 */
HHP_API const char *hhp_change_pointer(const hhp_change *change, int32_t side);

/**
 * The value in one of the plans, as written in the file: an amount in digits, a date as YYYY-MM-DD, a
 * constant as its word, a default as its value, an "x-" member as JSON.
 * @param side ::HHP_SIDE_BEFORE or ::HHP_SIDE_AFTER.
 * @return Borrowed; NULL if there is none, for a whole entity, and for reordered texts.
 * @since 0.1
 */
HHP_API const char *hhp_change_text(const hhp_change *change, int32_t side);

/**
 * The amount in one of the plans: of a field in kroner, and of a contribution or a line of the budget as a whole.
 * @param side ::HHP_SIDE_BEFORE or ::HHP_SIDE_AFTER.
 * @return Whole kroner; ::HHP_ABSENT if there is none.
 * @since 0.1
 */
HHP_API int64_t hhp_change_kroner(const hhp_change *change, int32_t side);

/**
 * The difference of the amounts: after minus before; a contribution or budget line that does not exist counts as 0.
 * No value is reserved for "none", since a difference may be any number.
 * @param[out] kroner Whole kroner, negative for a decrease; untouched if there is none.
 * @return ::HHP_OK; ::HHP_ERR_ARGUMENT for NULL; ::HHP_ERR_NOT_FOUND if no amounts are compared: no amount,
 *         or one that is stated on one side only.
 * @since 0.1
 */
HHP_API hhp_status hhp_change_difference(const hhp_change *change, int64_t *kroner);

/** @} */
/** @name Writing it */
/** @{ */

/**
 * Write a diff.
 * @param format One of these; any other is ::HHP_ERR_ARGUMENT. ::HHP_FORMAT_TEXT is for a terminal. ::HHP_FORMAT_JSON is
 *        "helhedsplan-diff/1", in full and in both languages. ::HHP_FORMAT_MARKDOWN is for review comments: tables
 *        with escaped text, limited to the 65,536 characters that such comments may have; what does not fit is counted.
 *        Text and Markdown shorten long texts around the difference.
 * @param options NULL for the defaults; only the language is used.
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
