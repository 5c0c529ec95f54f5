/**
 * @file
 * Financing (finansiering): the grant from the fund, what others contribute, and the budget, in whole kroner.
 * The total is the grant and all contributions. Its local part has to reach the minimum of the scheme
 * (HP401), 25 % in the built-in ones; cofinancing.h calculates shares, shortfalls and remedies. The budget states
 * who pays for what in which year, and must agree with what each party contributes (HP411). A plan has one
 * financing, which the law requires: support presupposes a plan with a financing plan attached
 * (almenboligloven § 91 a (3), HP406).
 *
 * Handles and texts are borrowed from the plan, which one thread may edit or many may read. Accessors follow
 * the pattern of plan.h, where hhp_plan_financing() is.
 *
 * @code
 * // Vollsmose 2016-2020: 35 million of a ceiling (ramme) of 46 million, and at least 11 million jointly.
 * hhp_plan *plan = NULL;
 * hhp_contribution *local = NULL;
 * hhp_status status = hhp_plan_new(&plan);
 * if (status == HHP_OK)
 *   status = hhp_financing_set_frame(hhp_plan_financing(plan), 46000000);
 * if (status == HHP_OK)
 *   status = hhp_grant_set_awarded(hhp_financing_grant(hhp_plan_financing(plan)), 35000000);
 * if (status == HHP_OK)
 *   status = hhp_financing_add_contribution(hhp_plan_financing(plan), &local);
 * if (status == HHP_OK)
 *   status = hhp_contribution_add_party(local, "odense-kommune");
 * if (status == HHP_OK)
 *   status = hhp_contribution_add_party(local, "civica");
 * if (status == HHP_OK)
 *   status = hhp_contribution_set_amount(local, 11000000);
 * if (status == HHP_OK)
 *   status = hhp_contribution_set_qualifier(local, HHP_QUALIFIER_MINIMUM);
 * if (status != HHP_OK)
 *   puts(hhp_status_message(status, HHP_LANG_EN));
 * hhp_plan_free(plan);
 * @endcode
 */
#ifndef HELHEDSPLAN_FINANCING_H
#define HELHEDSPLAN_FINANCING_H

#include <helhedsplan/status.h>
#include <helhedsplan/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Currencies. @since 0.1 */
enum hhp_currency_constant {
  HHP_CURRENCY_DKK = 1 /**< Danish kroner (danske kroner). There is no other. */
};

/**
 * What is contributed. Whether contributions in kind count as local co-financing is not settled: HP401 counts
 * them, and HP409 reports a plan that would fail without them.
 * @since 0.1
 */
enum hhp_contribution_kind_constant {
  HHP_CONTRIBUTION_KIND_CASH = 1,             /**< Money (kontant). */
  HHP_CONTRIBUTION_KIND_IN_KIND_HOURS = 2,    /**< Hours of staff (medarbejdertimer), worth hours times rate (HP410). */
  HHP_CONTRIBUTION_KIND_IN_KIND_PREMISES = 3, /**< Use of premises (lokaler), at their value. */
  HHP_CONTRIBUTION_KIND_IN_KIND_OTHER = 4     /**< Anything else in kind (andre ikke-kontante bidrag), at its value. */
};

/** How exact an amount is. Sums use it as given; HP415 reports all that are not exact. @since 0.1 */
enum hhp_qualifier_constant {
  HHP_QUALIFIER_EXACT = 1,      /**< That amount (præcist), which a party can approve and pay. */
  HHP_QUALIFIER_MINIMUM = 2,    /**< That much or more (mindst). */
  HHP_QUALIFIER_MAXIMUM = 3,    /**< That much or less (højst). */
  HHP_QUALIFIER_APPROXIMATE = 4 /**< About that much (cirka). */
};

/** Whether money counts as local co-financing. All of it is in the total. @since 0.1 */
enum hhp_counts_as_local_constant {
  HHP_COUNTS_AS_LOCAL_YES = 1,    /**< It does (ja). */
  HHP_COUNTS_AS_LOCAL_NO = 2,     /**< It does not (nej): third-party money. */
  HHP_COUNTS_AS_LOCAL_UNCLEAR = 3 /**< Not settled (uafklaret): HP401 counts it, HP409 reports if that decides. */
};

/** What a budget line is for. No rule depends on it. @since 0.1 */
enum hhp_budget_category_constant {
  HHP_BUDGET_CATEGORY_STAFF = 1,         /**< Wages (løn). */
  HHP_BUDGET_CATEGORY_SECRETARIAT = 2,   /**< Running the secretariat (sekretariat). */
  HHP_BUDGET_CATEGORY_ACTIVITY = 3,      /**< Activities (aktivitet), wages aside. */
  HHP_BUDGET_CATEGORY_EVALUATION = 4,    /**< Measuring and evaluating (evaluering). */
  HHP_BUDGET_CATEGORY_COMMUNICATION = 5, /**< Telling about the plan (kommunikation). */
  HHP_BUDGET_CATEGORY_OTHER = 6          /**< Anything else (andet). */
};

/** @name The financing of a plan */
/** @{ */

/**
 * Currency of every amount.
 * @return One of the HHP_CURRENCY constants; ::HHP_CURRENCY_DKK if not given.
 * @since 0.1
 */
HHP_API int32_t hhp_financing_currency(const hhp_financing *financing);
/** Whether the currency is given: 1 or 0. @since 0.1 */
HHP_API int32_t hhp_financing_has_currency(const hhp_financing *financing);
/**
 * Set or, with ::HHP_ABSENT, remove the currency.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_ENUM.
 * @since 0.1
 */
HHP_API hhp_status hhp_financing_set_currency(hhp_financing *financing, int32_t value);

/**
 * The budget ceiling (budgetramme): the highest total approved in advance (HP404).
 * @return Whole kroner, 0 to 10^12; ::HHP_ABSENT if not given.
 * @since 0.1
 */
HHP_API int64_t hhp_financing_frame(const hhp_financing *financing);
/**
 * Set or, with ::HHP_ABSENT, remove the frame.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_RANGE.
 * @since 0.1
 */
HHP_API hhp_status hhp_financing_set_frame(hhp_financing *financing, int64_t value);

/**
 * The total as the plan states it; HP407 compares it with grant and contributions.
 * @return Whole kroner, 0 to 10^12; ::HHP_ABSENT if not given.
 * @since 0.1
 */
HHP_API int64_t hhp_financing_total(const hhp_financing *financing);
/**
 * Set or, with ::HHP_ABSENT, remove the total.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_RANGE.
 * @since 0.1
 */
HHP_API hhp_status hhp_financing_set_total(hhp_financing *financing, int64_t value);

/** How many contributions (bidrag) there are, from others than the fund. @since 0.1 */
HHP_API size_t hhp_financing_contribution_count(const hhp_financing *financing);
/** A contribution, in the order of the file. @return Borrowed; NULL past the end. @since 0.1 */
HHP_API hhp_contribution *hhp_financing_contribution_at(const hhp_financing *financing, size_t index);
/**
 * Add a contribution at the end, empty.
 * @param[out] out Borrowed, NULL when the call fails; may itself be NULL.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_financing_add_contribution(hhp_financing *financing, hhp_contribution **out);
/**
 * Remove a contribution. Its handle stays readable.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOT_FOUND.
 * @since 0.1
 */
HHP_API hhp_status hhp_financing_remove_contribution(hhp_financing *financing, hhp_contribution *contribution);

/** How many lines the budget has; `budget` in the file. @since 0.1 */
HHP_API size_t hhp_financing_budget_line_count(const hhp_financing *financing);
/** A line, in the order of the file. @return Borrowed; NULL past the end. @since 0.1 */
HHP_API hhp_budget_line *hhp_financing_budget_line_at(const hhp_financing *financing, size_t index);
/**
 * Add a line at the end, empty.
 * @param[out] out Borrowed, NULL when the call fails; may itself be NULL.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_financing_add_budget_line(hhp_financing *financing, hhp_budget_line **out);
/**
 * Remove a line. Its handle stays readable.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOT_FOUND.
 * @since 0.1
 */
HHP_API hhp_status hhp_financing_remove_budget_line(hhp_financing *financing, hhp_budget_line *budget_line);

/** @} */
/** @name The grant from the fund */
/** @{ */

/**
 * The grant (tilskud) from the fund. Always there; left out of the file while empty.
 * @return Borrowed.
 * @since 0.1
 */
HHP_API hhp_grant *hhp_financing_grant(const hhp_financing *financing);

/** Id of the party that grants: Landsbyggefonden. @return Borrowed; NULL if not given. @since 0.1 */
HHP_API const char *hhp_grant_party(const hhp_grant *grant);
/**
 * Set or, with NULL, remove the party.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_grant_set_party(hhp_grant *grant, const char *value);

/**
 * The amount applied for (ansøgt). It counts as the grant until one is prequalified or awarded.
 * @return Whole kroner, 0 to 10^12; ::HHP_ABSENT if not given.
 * @since 0.1
 */
HHP_API int64_t hhp_grant_applied(const hhp_grant *grant);
/**
 * Set or, with ::HHP_ABSENT, remove the amount.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_RANGE.
 * @since 0.1
 */
HHP_API hhp_status hhp_grant_set_applied(hhp_grant *grant, int64_t value);

/**
 * The provisional amount (foreløbigt beløb) with which the fund prequalified the plan, as a rule no more than applied for
 * (HP413). It counts as the grant until one is awarded.
 * @return Whole kroner, 0 to 10^12; ::HHP_ABSENT if not given.
 * @since 1.0
 */
HHP_API int64_t hhp_grant_prequalified(const hhp_grant *grant);
/**
 * Set or, with ::HHP_ABSENT, remove the amount.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_RANGE.
 * @since 1.0
 */
HHP_API hhp_status hhp_grant_set_prequalified(hhp_grant *grant, int64_t value);

/**
 * The amount awarded (endeligt tilsagn), as a rule no more than applied for (HP413). It counts as the grant.
 * @return Whole kroner, 0 to 10^12; ::HHP_ABSENT if not given.
 * @since 0.1
 */
HHP_API int64_t hhp_grant_awarded(const hhp_grant *grant);
/**
 * Set or, with ::HHP_ABSENT, remove the amount.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_RANGE.
 * @since 0.1
 */
HHP_API hhp_status hhp_grant_set_awarded(hhp_grant *grant, int64_t value);

/**
 * The amount paid out so far (udbetalt), as a rule no more than awarded (HP413).
 * @return Whole kroner, 0 to 10^12; ::HHP_ABSENT if not given.
 * @since 0.1
 */
HHP_API int64_t hhp_grant_disbursed(const hhp_grant *grant);
/**
 * Set or, with ::HHP_ABSENT, remove the amount.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_RANGE.
 * @since 0.1
 */
HHP_API hhp_status hhp_grant_set_disbursed(hhp_grant *grant, int64_t value);

/** @} */
/** @name A contribution to the financing */
/** @{ */

/**
 * Id of the contribution: `[a-z0-9][a-z0-9-]{0,63}`, unique in the plan. Nothing refers to it.
 * @return Borrowed; NULL if not given.
 * @since 0.1
 */
HHP_API const char *hhp_contribution_id(const hhp_contribution *contribution);
/**
 * Set or, with NULL, remove the id.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID, ::HHP_ERR_DUPLICATE_ID,
 *         ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_contribution_set_id(hhp_contribution *contribution, const char *value);

/**
 * How many parties contribute it. With several, the split is not stated (HP408). Required:
 * at least one.
 * @since 0.1
 */
HHP_API size_t hhp_contribution_party_count(const hhp_contribution *contribution);
/** Id of one of the parties. @return Borrowed; NULL past the end. @since 0.1 */
HHP_API const char *hhp_contribution_party_at(const hhp_contribution *contribution, size_t index);
/**
 * Add a party at the end, by its id.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_contribution_add_party(hhp_contribution *contribution, const char *party_id);
/**
 * Remove a party; the rest moves up.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOT_FOUND.
 * @since 0.1
 */
HHP_API hhp_status hhp_contribution_remove_party(hhp_contribution *contribution, size_t index);

/**
 * Whether it is money, hours, premises or something else.
 * @return One of the HHP_CONTRIBUTION_KIND constants; ::HHP_CONTRIBUTION_KIND_CASH if not given.
 * @since 0.1
 */
HHP_API int32_t hhp_contribution_kind(const hhp_contribution *contribution);
/** Whether the kind is given: 1 or 0. @since 0.1 */
HHP_API int32_t hhp_contribution_has_kind(const hhp_contribution *contribution);
/**
 * Set or, with ::HHP_ABSENT, remove the kind.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_ENUM.
 * @since 0.1
 */
HHP_API hhp_status hhp_contribution_set_kind(hhp_contribution *contribution, int32_t value);

/**
 * The amount, or the value of a contribution in kind. A contributor may be named before its amount is known; then no share
 * is calculated (HP416). It was required before 1.0.
 * @return Whole kroner, 0 to 10^12; ::HHP_ABSENT if not given.
 * @since 0.1
 */
HHP_API int64_t hhp_contribution_amount(const hhp_contribution *contribution);
/**
 * Set or, with ::HHP_ABSENT, remove the amount.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_RANGE.
 * @since 0.1
 */
HHP_API hhp_status hhp_contribution_set_amount(hhp_contribution *contribution, int64_t value);

/**
 * How exact the amount is.
 * @return One of the HHP_QUALIFIER constants; ::HHP_QUALIFIER_EXACT if not given.
 * @since 0.1
 */
HHP_API int32_t hhp_contribution_qualifier(const hhp_contribution *contribution);
/** Whether the qualifier is given: 1 or 0. @since 0.1 */
HHP_API int32_t hhp_contribution_has_qualifier(const hhp_contribution *contribution);
/**
 * Set or, with ::HHP_ABSENT, remove the qualifier.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_ENUM.
 * @since 0.1
 */
HHP_API hhp_status hhp_contribution_set_qualifier(hhp_contribution *contribution, int32_t value);

/**
 * Whether it counts as local co-financing, if stated in the plan. Otherwise the kinds of its parties decide:
 * hhp_contribution_effective_counts_as_local() covers both cases.
 * @return One of the HHP_COUNTS_AS_LOCAL constants; ::HHP_ABSENT if not given.
 * @since 0.1
 */
HHP_API int32_t hhp_contribution_counts_as_local(const hhp_contribution *contribution);
/**
 * Set or, with ::HHP_ABSENT, leave to its parties whether it counts as local.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_ENUM.
 * @since 0.1
 */
HHP_API hhp_status hhp_contribution_set_counts_as_local(hhp_contribution *contribution, int32_t value);

/**
 * The year that it is for; if not given, it is for the whole period.
 * @return 1900-2199; ::HHP_ABSENT if not given.
 * @since 0.1
 */
HHP_API int32_t hhp_contribution_year(const hhp_contribution *contribution);
/**
 * Set or, with ::HHP_ABSENT, remove the year.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_RANGE.
 * @since 0.1
 */
HHP_API hhp_status hhp_contribution_set_year(hhp_contribution *contribution, int32_t value);

/**
 * Hours of staff, for ::HHP_CONTRIBUTION_KIND_IN_KIND_HOURS.
 * @return 0-1000000000; ::HHP_ABSENT if not given.
 * @since 0.1
 */
HHP_API int32_t hhp_contribution_hours(const hhp_contribution *contribution);
/**
 * Set or, with ::HHP_ABSENT, remove the hours.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_RANGE.
 * @since 0.1
 */
HHP_API hhp_status hhp_contribution_set_hours(hhp_contribution *contribution, int32_t value);

/**
 * The value of an hour of staff. The amount has to be hours times rate (HP410).
 * @return Whole kroner, 0 to 10^12; ::HHP_ABSENT if not given.
 * @since 0.1
 */
HHP_API int64_t hhp_contribution_rate(const hhp_contribution *contribution);
/**
 * Set or, with ::HHP_ABSENT, remove the rate.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_RANGE.
 * @since 0.1
 */
HHP_API hhp_status hhp_contribution_set_rate(hhp_contribution *contribution, int64_t value);

/** @} */
/** @name A line of the budget */
/** @{ */

/**
 * What the money is for. Required.
 * @return One of the HHP_BUDGET_CATEGORY constants; ::HHP_ABSENT if not given.
 * @since 0.1
 */
HHP_API int32_t hhp_budget_line_category(const hhp_budget_line *budget_line);
/**
 * Set or, with ::HHP_ABSENT, remove the category.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_ENUM.
 * @since 0.1
 */
HHP_API hhp_status hhp_budget_line_set_category(hhp_budget_line *budget_line, int32_t value);

/**
 * Id of the activity that it is for, if it is for one.
 * @return Borrowed; NULL if not given.
 * @since 0.1
 */
HHP_API const char *hhp_budget_line_activity(const hhp_budget_line *budget_line);
/**
 * Set or, with NULL, remove the activity.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_budget_line_set_activity(hhp_budget_line *budget_line, const char *value);

/**
 * Id of the focus area that it is for, if it is for one.
 * @return Borrowed; NULL if not given.
 * @since 1.0
 */
HHP_API const char *hhp_budget_line_focus_area(const hhp_budget_line *budget_line);
/**
 * Set or, with NULL, remove the focus area.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID, ::HHP_ERR_NOMEM.
 * @since 1.0
 */
HHP_API hhp_status hhp_budget_line_set_focus_area(hhp_budget_line *budget_line, const char *value);

/**
 * The budget year, within the period of the plan (HP412). Required.
 * @return 1900-2199; ::HHP_ABSENT if not given.
 * @since 0.1
 */
HHP_API int32_t hhp_budget_line_year(const hhp_budget_line *budget_line);
/**
 * Set or, with ::HHP_ABSENT, remove the year.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_RANGE.
 * @since 0.1
 */
HHP_API hhp_status hhp_budget_line_set_year(hhp_budget_line *budget_line, int32_t value);

/**
 * Id of the party that pays: the fund, for what the grant pays. Required.
 * @return Borrowed; NULL if not given.
 * @since 0.1
 */
HHP_API const char *hhp_budget_line_party(const hhp_budget_line *budget_line);
/**
 * Set or, with NULL, remove the party.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_budget_line_set_party(hhp_budget_line *budget_line, const char *value);

/** The amount. Required. @return Whole kroner, 0 to 10^12; ::HHP_ABSENT if not given. @since 0.1 */
HHP_API int64_t hhp_budget_line_amount(const hhp_budget_line *budget_line);
/**
 * Set or, with ::HHP_ABSENT, remove the amount.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_RANGE.
 * @since 0.1
 */
HHP_API hhp_status hhp_budget_line_set_amount(hhp_budget_line *budget_line, int64_t value);

/** @} */

#ifdef __cplusplus
}
#endif

#endif
