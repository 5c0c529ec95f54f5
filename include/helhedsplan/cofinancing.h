/**
 * @file
 * The arithmetic of co-financing (lokal medfinansiering): local shares, shortfalls in kroner, and corrections.
 * All calculations are exact, in whole kroner; a share passes if and only if
 * `local * 10000 >= base * min_share_bp`, regardless of rounding. Shares in the API are truncated;
 * hhp_share_text() rounds them for display.
 *
 * The functions have no side effects and may be called from any thread; plans and schemes are only read.
 *
 * @code
 * // Vollsmose 2016-2020: 35 million from the fund, 11 million local, and a budget ceiling (ramme) of 46 million.
 * hhp_cofinancing_result r;
 * char share[HHP_TEXT_SIZE];
 * if (hhp_cofinancing(35000000, 11000000, 0, 46000000, 2500, HHP_SHARE_BASE_TOTAL, &r, sizeof r) == HHP_OK &&
 *     hhp_share_text(r.local, r.grant, HHP_LANG_DA, share, sizeof share) == HHP_OK)
 *   puts(share); // 31,43 %
 * // r.verdict == HHP_VERDICT_FAILS, r.share_of_total_bp == 2391, r.share_of_grant_bp == 3142,
 * // r.shortfall_at_total == 500000, r.shortfall_at_grant == 666667
 *
 * // Before anybody has agreed to pay: a grant of 14 million requires 4,666,667 local kroner.
 * if (hhp_cofinancing(14000000, HHP_ABSENT, 0, HHP_ABSENT, 2500, HHP_SHARE_BASE_TOTAL, &r, sizeof r) == HHP_OK)
 *   printf("%lld\n", (long long)r.required); // r.verdict == HHP_VERDICT_OPEN, r.share_of_total_bp == HHP_ABSENT
 * @endcode
 */
#ifndef HELHEDSPLAN_COFINANCING_H
#define HELHEDSPLAN_COFINANCING_H

#include <helhedsplan/status.h>
#include <helhedsplan/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Base of a share. @since 0.1 */
enum hhp_share_base_constant {
  HHP_SHARE_BASE_TOTAL = 1, /**< Grant and all contributions, as in all built-in schemes. */
  HHP_SHARE_BASE_GRANT = 2  /**< The grant alone. */
};

/** The verdict on a share. @since 0.1 */
enum hhp_verdict_constant {
  HHP_VERDICT_FAILS = 0,          /**< The local share is below the minimum. */
  HHP_VERDICT_PASSES = 1,         /**< The local share is at or above the minimum. */
  HHP_VERDICT_NOT_COMPUTABLE = 2, /**< All amounts are stated, but the base is 0; or the scheme is unknown. */
  HHP_VERDICT_OPEN = 3            /**< An amount that the share depends on is not stated. @since 1.0 */
};

/** The amount that the required local co-financing is calculated from while the co-financing is open. @since 1.0 */
enum hhp_required_from_constant {
  HHP_REQUIRED_FROM_TOTAL = 1, /**< The total that the plan states. */
  HHP_REQUIRED_FROM_GRANT = 2, /**< The grant, if no total is stated. */
  HHP_REQUIRED_FROM_FRAME = 3  /**< The budget ceiling (ramme), if neither is stated. */
};

/**
 * The result. Amounts are whole kroner, shares basis points (2391 is 23.91 %, truncated towards zero), and
 * verdicts one of the HHP_VERDICT constants. A figure that cannot be calculated, or that depends on an amount that
 * is not stated, is ::HHP_ABSENT. New members are only ever appended.
 *
 * The co-financing of a plan is *stated* if the grant is, at least one contribution is, and every contribution has its
 * amount; 0 is stated. Otherwise it is *open*: every verdict is ::HHP_VERDICT_OPEN, there is no share, and the last members
 * have the figures that can be derived.
 * @since 0.1
 */
typedef struct hhp_cofinancing_result {
  int64_t grant;        /**< From the fund: awarded, else prequalified, else applied for. */
  int64_t local;        /**< Local, including contributions in kind and unclear ones. */
  int64_t third_party;  /**< In the total, but not local. */
  int64_t total;        /**< All three. */
  int64_t frame;        /**< The budget ceiling (ramme); ::HHP_ABSENT: none. */
  int64_t min_share_bp; /**< The minimum local share. */
  int64_t base;         /**< ::HHP_SHARE_BASE_TOTAL or ::HHP_SHARE_BASE_GRANT. */
  int64_t verdict;      /**< On the base. */

  int64_t share_of_total_bp; /**< local / total. */
  int64_t share_of_grant_bp; /**< local / grant. */
  int64_t passes_of_total;   /**< The verdict, were the total the base. */
  int64_t passes_of_grant;   /**< The verdict, were the grant the base. */

  int64_t required_at_total;      /**< Minimum local amount with total and third-party money kept. */
  int64_t shortfall_at_total;     /**< Shortfall of local; 0: none. */
  int64_t largest_grant_at_total; /**< Largest grant with these kept; ::HHP_ABSENT: impossible. */
  int64_t required_at_grant;      /**< Minimum local amount with grant and third-party money kept. */
  int64_t shortfall_at_grant;     /**< Shortfall of local; 0: none. */
  int64_t total_at_grant;         /**< The resulting total, at least. */

  int64_t over_frame;             /**< Total above the ceiling; 0: within; ::HHP_ABSENT: no ceiling. */
  int64_t over_frame_at_grant;    /**< total_at_grant above the ceiling, likewise. */
  int64_t largest_grant_in_frame; /**< Largest grant that meets both minimum share and ceiling. */

  int64_t local_in_kind; /**< Of local, certain but in kind. */
  int64_t local_unclear; /**< Of local, unclear, in cash or in kind. */

  int64_t local_without_in_kind;             /**< Local without contributions in kind. */
  int64_t share_of_total_without_in_kind_bp; /**< That, of the total. */
  int64_t verdict_without_in_kind;           /**< That, on the base. */

  int64_t local_without_unclear;             /**< Local without unclear contributions. */
  int64_t share_of_total_without_unclear_bp; /**< That, of the total. */
  int64_t verdict_without_unclear;           /**< That, on the base. */

  int64_t local_strict;              /**< Certain local contributions in cash; the rest counts as third-party. */
  int64_t share_of_total_strict_bp;  /**< That, of the total. */
  int64_t share_of_grant_strict_bp;  /**< That, of the grant. */
  int64_t required_at_total_strict;  /**< Minimum local amount with total and third-party money kept. */
  int64_t shortfall_at_total_strict; /**< Shortfall of local_strict; 0: none. */
  int64_t required_at_grant_strict;  /**< Minimum local amount with grant and third-party money kept. */
  int64_t shortfall_at_grant_strict; /**< Shortfall of local_strict; 0: none. */
  int64_t verdict_strict;            /**< That, on the base. */

  int64_t stated_total;       /**< The total stated by the plan. @since 1.0 */
  int64_t stated_local;       /**< Sum of the stated local amounts; absent if none. @since 1.0 */
  int64_t required_from;      /**< While open: one of the HHP_REQUIRED_FROM constants. @since 1.0 */
  int64_t required;           /**< While open: minimum local amount. @since 1.0 */
  int64_t missing;            /**< While open: minimum part of it not stated yet. @since 1.0 */
  int64_t largest_grant;      /**< While open: largest grant within the stated total, else the ceiling. @since 1.0 */
  int64_t resulting_total;    /**< While open: the resulting total, at least. @since 1.0 */
  int64_t stated_third_party; /**< Stated amounts that do not count as local, added up; absent if none. @since 1.0 */
} hhp_cofinancing_result;

/** @name Calculation */
/** @{ */

/**
 * Calculate co-financing from amounts. All local money is treated as certain and in cash.
 * @param grant,local Whole kroner, 0 or more, any size; ::HHP_ABSENT (since 1.0) if unknown, which makes the verdict
 *        open.
 * @param third_party Whole kroner, 0 or more, any size.
 * @param frame Whole kroner, or ::HHP_ABSENT for none.
 * @param min_share_bp The minimum local share in basis points, 0-10000.
 * @param base ::HHP_SHARE_BASE_TOTAL or ::HHP_SHARE_BASE_GRANT.
 * @param[out] result Filled in as far as `size` reaches; members unknown to this library are 0.
 * @param size sizeof *result, as your program was compiled.
 * @return ::HHP_OK; ::HHP_ERR_ARGUMENT (NULL, or an unknown base); ::HHP_ERR_RANGE (a negative amount, or
 *         a share outside 0-10000); ::HHP_ERR_OVERFLOW when the sum of the three exceeds int64_t.
 * @since 0.1
 */
HHP_API hhp_status hhp_cofinancing(int64_t grant, int64_t local, int64_t third_party, int64_t frame,
                                   int32_t min_share_bp, int32_t base, hhp_cofinancing_result *result, size_t size);

/**
 * Calculate the co-financing of a plan: the grant (awarded, else prequalified, else applied for) and all contributions.
 * @param scheme Gives minimum share and base; NULL: the built-in scheme that the plan names.
 * @param[out] result Filled in as far as `size` reaches; members unknown to this library are 0.
 * @param size sizeof *result, as your program was compiled.
 * @return ::HHP_OK; ::HHP_ERR_ARGUMENT; ::HHP_ERR_NOT_FOUND when the plan names no built-in scheme;
 *         ::HHP_ERR_OVERFLOW when a sum exceeds int64_t.
 * @since 0.1
 */
HHP_API hhp_status hhp_plan_cofinancing(const hhp_plan *plan, const hhp_scheme *scheme, hhp_cofinancing_result *result,
                                        size_t size);

/**
 * Whether a contribution counts as local: as stated, else by the kinds of its parties, of which the weakest
 * decides. A municipality, housing organisation or division counts; a foundation, association,
 * business or other is unclear; the fund, state, police, a school or a secretariat does not count. The fund
 * names municipality and housing organisations, and says that others may supplement; the rest is defined by
 * the file format.
 * @return ::HHP_COUNTS_AS_LOCAL_YES, ::HHP_COUNTS_AS_LOCAL_NO or ::HHP_COUNTS_AS_LOCAL_UNCLEAR; unclear too
 *         without parties, for a party that the plan does not have or that has no kind, and for NULL.
 * @since 0.1
 */
HHP_API int32_t hhp_contribution_effective_counts_as_local(const hhp_contribution *contribution);

/** @} */
/** @name What the result consists of, for bindings that take it for an array of int64_t */
/** @{ */

/**
 * How many members hhp_cofinancing_result has in the running library. A newer one may have more; allocate space for all
 * of them to receive all.
 * @since 0.1
 */
HHP_API size_t hhp_figure_count(void);

/** The name of a member, in their order: "share_of_total_bp". @return Static; NULL past the end. @since 0.1 */
HHP_API const char *hhp_figure_name(size_t index);

/**
 * Its description.
 * @param lang ::HHP_LANG_DA or ::HHP_LANG_EN; anything else is English.
 * @return Static; NULL past the end.
 * @since 0.1
 */
HHP_API const char *hhp_figure_doc(size_t index, int32_t lang);

/**
 * Its kind: ::HHP_ARGUMENT_KRONER, ::HHP_ARGUMENT_SHARE, or ::HHP_ARGUMENT_NUMBER for one of the words of hhp_figure_enum()
 * (report.h); 0 past the end.
 * @since 0.1
 */
HHP_API int32_t hhp_figure_kind(size_t index);

/** The enumeration of its values: "verdict", "share_base" or "required_from". @return Static; NULL if it has none. @since 0.1 */
HHP_API const hhp_enum *hhp_figure_enum(size_t index);

/** Whether it may be ::HHP_ABSENT (1), if it cannot be calculated or there is none; else 0. @since 0.1 */
HHP_API int32_t hhp_figure_may_be_absent(size_t index);

/** @} */
/** @name Writing amounts and shares for people */
/** @{ */

/**
 * Write an amount: "46.000.000 kr." in Danish, "DKK 46,000,000" in English.
 * @param kroner Whole kroner; a difference may be negative.
 * @param lang ::HHP_LANG_DA or ::HHP_LANG_EN; anything else is English.
 * @param[out] out At least ::HHP_TEXT_SIZE bytes.
 * @param size The bytes in `out`.
 * @return ::HHP_OK; ::HHP_ERR_ARGUMENT when `out` is NULL or too small, or the amount is ::HHP_ABSENT.
 * @since 0.1
 */
HHP_API hhp_status hhp_kroner_text(int64_t kroner, int32_t lang, char *out, size_t size);

/**
 * Write a limit for a share, without trailing zeros: "25 %", "12,5 %" in Danish and "12.5 %" in English.
 * @param bp Basis points, 0 or more.
 * @param lang ::HHP_LANG_DA or ::HHP_LANG_EN; anything else is English.
 * @param[out] out At least ::HHP_TEXT_SIZE bytes.
 * @param size The bytes in `out`.
 * @return ::HHP_OK; ::HHP_ERR_ARGUMENT when `out` is NULL or too small; ::HHP_ERR_RANGE for a negative number.
 * @since 1.0
 */
HHP_API hhp_status hhp_limit_text(int32_t bp, int32_t lang, char *out, size_t size);

/**
 * Write a share for display beside the minimum that it is compared with, as in findings and tables: rounded to two
 * decimals, but a share below the minimum is never written as the minimum. 24.996 % beside 2500 is
 * "24.99 %".
 * @param part,whole Whole kroner, 0 or more; `whole` above 0.
 * @param min_bp The minimum in basis points; ::HHP_ABSENT for none.
 * @param lang ::HHP_LANG_DA or ::HHP_LANG_EN; anything else is English.
 * @param[out] out At least ::HHP_TEXT_SIZE bytes.
 * @param size The bytes in `out`.
 * @return As hhp_share_text().
 * @since 1.0
 */
HHP_API hhp_status hhp_share_text_beside(int64_t part, int64_t whole, int32_t min_bp, int32_t lang, char *out,
                                         size_t size);

/**
 * Read an amount as people write it, in Danish or English: "46000000", "46.000.000 kr.", "DKK 46,000,000.00",
 * "46 000 000", "3,4 mio. kr.", "3.4 million". The arithmetic is exact; an amount that is not whole is rejected, never
 * rounded. A single mark followed by three digits is ambiguous ("1,000" is 1000 in English and 1 in Danish), except for a
 * point beside "kr." or ",-".
 * @param text The amount; surrounding spaces are ignored.
 * @param[out] kroner Whole kroner, 0 or more. With ::HHP_ERR_AMBIGUOUS it is set too, to the reading in which the mark
 *             separates thousands; with any other failure it is left untouched.
 * @return ::HHP_OK; ::HHP_ERR_ARGUMENT for NULL; ::HHP_ERR_FORMAT (not an amount, or a percentage); ::HHP_ERR_RANGE (not
 *         whole kroner); ::HHP_ERR_AMBIGUOUS; ::HHP_ERR_OVERFLOW (too large for int64_t). A plan takes amounts up to
 *         10^12, which is not checked here.
 * @since 1.0
 */
HHP_API hhp_status hhp_kroner_parse(const char *text, int64_t *kroner);

/**
 * Write a share, rounded to two decimals: "23,91 %" in Danish, "23.91 %" in
 * English. Never compare rounded shares: 24.996 % is written as 25.00 %, but is less than 25 %.
 * Use hhp_share_text_beside() for a share shown beside a minimum.
 * @param part,whole Whole kroner, 0 or more; `whole` above 0.
 * @param lang ::HHP_LANG_DA or ::HHP_LANG_EN; anything else is English.
 * @param[out] out At least ::HHP_TEXT_SIZE bytes.
 * @param size The bytes in `out`.
 * @return ::HHP_OK; ::HHP_ERR_ARGUMENT (NULL, too small, or `whole` is 0: there is no share); ::HHP_ERR_RANGE
 *         (a negative amount); ::HHP_ERR_OVERFLOW (the share is too large).
 * @since 0.1
 */
HHP_API hhp_status hhp_share_text(int64_t part, int64_t whole, int32_t lang, char *out, size_t size);

/** @} */

#ifdef __cplusplus
}
#endif

#endif
