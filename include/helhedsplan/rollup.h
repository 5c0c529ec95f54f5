/**
 * @file
 * Roll-ups: the money of a plan by party, year, category of the budget or activity, and its activities by goal
 * or focus area. All kroner are those that the rules add up, so each column of kroner adds up to the total of
 * hhp_plan_cofinancing() (HP401, HP407) or to all lines of the budget (HP411), to the krone.
 *
 * A roll-up is a table. It has a row for each party (year, category ...), in the order of the file, years
 * ascending. Empty rows are kept, so that gaps are visible; a year has a row if something names it. After
 * them follow, if not empty:
 * - a row for each group of joint contributors; since the split is not stated, the amount is counted only
 *   there;
 * - a row for each referenced id that the plan does not have (HP108);
 * - a row for amounts that name no party (year, activity ...).
 *
 * The total is a separate row. The columns depend on the kind of roll-up; all others are ::HHP_ABSENT:
 *
 * | By                  | Columns                                                      |
 * |---------------------|--------------------------------------------------------------|
 * | party, year         | grant, contributed, given, local, budgeted, and not stated   |
 * | category, activity  | budgeted, and not stated                                     |
 * | goal, focus area    | activities and all activities                                |
 *
 * By goal and focus area the rows do not add up: an activity may belong to several, and is counted once in each.
 * For the same reason there are no amounts by goal or focus area: the split of an activity's money between them
 * is not stated.
 *
 * Amounts that the plan does not state are ::HHP_ABSENT, never 0: cells with a missing amount (counted by not stated);
 * while the co-financing is open (cofinancing.h), cells without any amount; what a party contributes that does so only
 * jointly, since the split is not stated; and without budget lines, the budgeted column. Any other empty row in a plan
 * with all amounts stated has 0.
 *
 * A roll-up is a snapshot: the plan may be changed or freed afterwards. Rows and texts are borrowed from their
 * roll-up. It never changes, so any thread may read it; creating it only reads the plan. NULL is accepted as an
 * empty roll-up or row.
 *
 * @code
 * // What each party contributes, and what it pays according to the budget.
 * hhp_plan *plan = NULL;
 * hhp_rollup *rollup = NULL;
 * if (hhp_plan_load(&plan, "plan.helhedsplan.json", NULL) == HHP_OK &&
 *     hhp_plan_rollup(plan, HHP_ROLLUP_BY_PARTY, &rollup) == HHP_OK) {
 *   for (size_t i = 0; i < hhp_rollup_count(rollup); i++) {
 *     const hhp_rollup_row *row = hhp_rollup_at(rollup, i);
 *     char given[HHP_TEXT_SIZE] = "not stated", budgeted[HHP_TEXT_SIZE] = "not stated";
 *     if (hhp_rollup_row_given(row) != HHP_ABSENT)
 *       hhp_kroner_text(hhp_rollup_row_given(row), HHP_LANG_EN, given, sizeof given);
 *     if (hhp_rollup_row_budgeted(row) != HHP_ABSENT)
 *       hhp_kroner_text(hhp_rollup_row_budgeted(row), HHP_LANG_EN, budgeted, sizeof budgeted);
 *     printf("%s: %s, %s\n", hhp_rollup_row_title(row, HHP_LANG_EN), given, budgeted);
 *   }
 * }
 * hhp_rollup_free(rollup);
 * hhp_plan_free(plan);
 * @endcode
 */
#ifndef HELHEDSPLAN_ROLLUP_H
#define HELHEDSPLAN_ROLLUP_H

#include <helhedsplan/status.h>
#include <helhedsplan/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/** What a roll-up is by. @since 0.1 */
enum hhp_rollup_by_constant {
  HHP_ROLLUP_BY_PARTY = 1,     /**< What each party contributes, and what it pays according to the budget. */
  HHP_ROLLUP_BY_YEAR = 2,      /**< The contributions for each year, and the budget of the year. */
  HHP_ROLLUP_BY_CATEGORY = 3,  /**< The budget by what the money is for. */
  HHP_ROLLUP_BY_ACTIVITY = 4,  /**< The budget by activity. */
  HHP_ROLLUP_BY_GOAL = 5,      /**< How many activities serve each goal. */
  HHP_ROLLUP_BY_FOCUS_AREA = 6 /**< How many activities belong to each focus area. */
};

/** Kinds of rows, in the order of the rows. @since 0.1 */
enum hhp_rollup_row_constant {
  HHP_ROLLUP_ROW_ONE = 1,     /**< One party, year, category, activity, goal or focus area. */
  HHP_ROLLUP_ROW_JOINT = 2,   /**< Joint contributors, with no split stated; by party only. */
  HHP_ROLLUP_ROW_UNKNOWN = 3, /**< A referenced id that the plan does not have. */
  HHP_ROLLUP_ROW_NONE = 4,    /**< No key. By year the grant is here, since it has no year. */
  HHP_ROLLUP_ROW_TOTAL = 5    /**< The whole; hhp_rollup_total() alone. */
};

/** @name The roll-up */
/** @{ */

/**
 * Create a roll-up of a plan, which need not be valid. Takes O(n log n) time in the size of the plan.
 * @param by One of the HHP_ROLLUP_BY constants.
 * @param[out] rollup Owned; free with hhp_rollup_free(). NULL when the call fails.
 * @return ::HHP_OK; ::HHP_ERR_ARGUMENT; ::HHP_ERR_OVERFLOW when one of its sums exceeds int64_t (HP414), which
 *         takes millions of maximal amounts; ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_plan_rollup(const hhp_plan *plan, int32_t by, hhp_rollup **rollup);

/** Free a roll-up, and with it everything borrowed from it. NULL is fine. @since 0.1 */
HHP_API void hhp_rollup_free(hhp_rollup *rollup);

/** What it is by. @return One of the HHP_ROLLUP_BY constants; 0 for NULL. @since 0.1 */
HHP_API int32_t hhp_rollup_by(const hhp_rollup *rollup);

/** How many rows it has, the total left out. @since 0.1 */
HHP_API size_t hhp_rollup_count(const hhp_rollup *rollup);

/** A row. @return Borrowed; NULL past the end. @since 0.1 */
HHP_API const hhp_rollup_row *hhp_rollup_at(const hhp_rollup *rollup, size_t index);

/** The row of that key; with duplicate ids (HP107), the first. @return Borrowed; NULL if there is none. @since 0.1 */
HHP_API const hhp_rollup_row *hhp_rollup_find(const hhp_rollup *rollup, const char *key);

/** The total. @return Borrowed; NULL for NULL alone. @since 0.1 */
HHP_API const hhp_rollup_row *hhp_rollup_total(const hhp_rollup *rollup);

/** @} */
/** @name A row */
/** @{ */

/** Its kind. @return One of the HHP_ROLLUP_ROW constants; 0 for NULL. @since 0.1 */
HHP_API int32_t hhp_rollup_row_kind(const hhp_rollup_row *row);

/**
 * The key of the row: an id, a year ("2016"), a category as in the file ("staff"); of a joint row the ids
 * of its parties, in the order of the file, with "+" between them ("odense-kommune+civica").
 * @return Borrowed; NULL for ::HHP_ROLLUP_ROW_NONE, ::HHP_ROLLUP_ROW_TOTAL, and what has no id.
 * @since 0.1
 */
HHP_API const char *hhp_rollup_row_key(const hhp_rollup_row *row);

/**
 * Readable title of the row: the name or title in the plan, else its key; of a joint row the names of
 * its parties, with " + " between them, each truncated to 160 bytes; "løn" or "staff"; "Uden aktivitet" or "No
 * activity"; "I alt" or "Total".
 * @param lang ::HHP_LANG_DA or ::HHP_LANG_EN; anything else is English. Texts of the plan are as they are.
 * @return Borrowed, NULL only for NULL; "" if it has neither title nor id.
 * @since 0.1
 */
HHP_API const char *hhp_rollup_row_title(const hhp_rollup_row *row, int32_t lang);

/** How many parties contribute jointly: 2 or more for ::HHP_ROLLUP_ROW_JOINT, else 0. @since 0.1 */
HHP_API size_t hhp_rollup_row_party_count(const hhp_rollup_row *row);

/** Id of one of the parties of a joint row. @return Borrowed; NULL past the end. @since 0.1 */
HHP_API const char *hhp_rollup_row_party_at(const hhp_rollup_row *row, size_t index);

/** @} */
/** @name Kroner */
/** @{ */

/**
 * The grant: awarded, else prequalified, else applied for. By party it is in the row of the party that the grant names; if
 * it names none, in that of the fund if the plan has exactly one party of that kind, otherwise in the one for no party.
 * @return Whole kroner; ::HHP_ABSENT unless by party or year, and if not stated.
 * @since 0.1
 */
HHP_API int64_t hhp_rollup_row_grant(const hhp_rollup_row *row);

/**
 * Contributions, including those in kind.
 * @return Whole kroner; ::HHP_ABSENT unless by party or year, and if not stated.
 * @since 0.1
 */
HHP_API int64_t hhp_rollup_row_contributed(const hhp_rollup_row *row);

/**
 * Grant and contributions. For the total row this is `total` of ::hhp_cofinancing_result.
 * @return Whole kroner; ::HHP_ABSENT unless by party or year, and if not stated.
 * @since 0.1
 */
HHP_API int64_t hhp_rollup_row_given(const hhp_rollup_row *row);

/**
 * Contributions that count or may count as local, by hhp_contribution_effective_counts_as_local(). For the total row this
 * is `local` of ::hhp_cofinancing_result.
 * @return Whole kroner; ::HHP_ABSENT unless by party or year, and if not stated.
 * @since 0.1
 */
HHP_API int64_t hhp_rollup_row_local(const hhp_rollup_row *row);

/** Lines of the budget. @return Whole kroner; ::HHP_ABSENT by goal and focus area, and if not stated. @since 0.1 */
HHP_API int64_t hhp_rollup_row_budgeted(const hhp_rollup_row *row);

/**
 * How many contributions (by party and year) and lines of the budget state no amount.
 * @return ::HHP_ABSENT by goal and focus area.
 * @since 0.1
 */
HHP_API int64_t hhp_rollup_row_not_stated(const hhp_rollup_row *row);

/** @} */
/** @name Activities */
/** @{ */

/**
 * How many activities name the goal or the focus area themselves. Of the total, how many the plan has.
 * @return ::HHP_ABSENT unless by goal or focus area.
 * @since 0.1
 */
HHP_API int64_t hhp_rollup_row_activities(const hhp_rollup_row *row);

/**
 * How many activities support it, directly or not. By goal: those that name it or one of its subgoals; in a cycle of goals
 * (HP206), each goal is a subgoal of the others. By focus area: all activities if it is cross-cutting, else those that
 * name it. Of the total, how many the plan has.
 * @return ::HHP_ABSENT unless by goal or focus area.
 * @since 0.1
 */
HHP_API int64_t hhp_rollup_row_all_activities(const hhp_rollup_row *row);

/** @} */

#ifdef __cplusplus
}
#endif

#endif
