/**
 * @file
 * The money: grant, contributions and budget. Every amount is whole kroner.
 */
#ifndef HELHEDSPLAN_FINANCING_H
#define HELHEDSPLAN_FINANCING_H

#include <helhedsplan/status.h>
#include <helhedsplan/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Currencies. @since 0.1 */
enum {
  HHP_CURRENCY_DKK = 1  /**< Danish kroner. */
};

/** Cash or in kind. @since 0.1 */
enum {
  HHP_CONTRIBUTION_KIND_CASH = 1,             /**< Cash. */
  HHP_CONTRIBUTION_KIND_IN_KIND_HOURS = 2,    /**< Staff hours in kind. */
  HHP_CONTRIBUTION_KIND_IN_KIND_PREMISES = 3, /**< Premises in kind. */
  HHP_CONTRIBUTION_KIND_IN_KIND_OTHER = 4     /**< Other in kind. */
};

/** How exact an amount is. @since 0.1 */
enum {
  HHP_QUALIFIER_EXACT = 1,       /**< Exact. */
  HHP_QUALIFIER_MINIMUM = 2,     /**< Minimum. */
  HHP_QUALIFIER_MAXIMUM = 3,     /**< Maximum. */
  HHP_QUALIFIER_APPROXIMATE = 4  /**< Approximate. */
};

/** Whether money counts as local co-financing. @since 0.1 */
enum {
  HHP_COUNTS_AS_LOCAL_YES = 1,     /**< Yes. */
  HHP_COUNTS_AS_LOCAL_NO = 2,      /**< No. */
  HHP_COUNTS_AS_LOCAL_UNCLEAR = 3  /**< Unclear. */
};

/** What a budget line is for. @since 0.1 */
enum {
  HHP_BUDGET_CATEGORY_STAFF = 1,         /**< Staff. */
  HHP_BUDGET_CATEGORY_SECRETARIAT = 2,   /**< Secretariat. */
  HHP_BUDGET_CATEGORY_ACTIVITY = 3,      /**< Activity. */
  HHP_BUDGET_CATEGORY_EVALUATION = 4,    /**< Evaluation. */
  HHP_BUDGET_CATEGORY_COMMUNICATION = 5, /**< Communication. */
  HHP_BUDGET_CATEGORY_OTHER = 6          /**< Other. */
};

/** @name The financing of a plan */
/** @{ */

/**
 * Currency of every amount. @return One of the HHP_CURRENCY constants; ::HHP_CURRENCY_DKK when not given.
 * @since 0.1
 */
HHP_API int32_t hhp_financing_currency(const hhp_financing *financing);
/** Set it; ::HHP_ABSENT: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_ENUM. @since 0.1 */
HHP_API hhp_status hhp_financing_set_currency(hhp_financing *financing, int32_t value);
/** 1 when it is given, else 0. @since 0.1 */
HHP_API int32_t hhp_financing_has_currency(const hhp_financing *financing);

/** The budget frame, in kroner. @return 0 .. 10^12; ::HHP_ABSENT: none. @since 0.1 */
HHP_API int64_t hhp_financing_frame(const hhp_financing *financing);
/** Set it; ::HHP_ABSENT: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_RANGE. @since 0.1 */
HHP_API hhp_status hhp_financing_set_frame(hhp_financing *financing, int64_t value);

/** The total as stated, in kroner. @return 0 .. 10^12; ::HHP_ABSENT: none. @since 0.1 */
HHP_API int64_t hhp_financing_total(const hhp_financing *financing);
/** Set it; ::HHP_ABSENT: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_RANGE. @since 0.1 */
HHP_API hhp_status hhp_financing_set_total(hhp_financing *financing, int64_t value);

/**
 * The grant from the fund. It is always there, and is left out of the file while empty. @return Borrowed;
 * NULL for NULL. @since 0.1
 */
HHP_API hhp_grant *hhp_financing_grant(const hhp_financing *financing);

/** What others than the fund contribute: how many. @since 0.1 */
HHP_API size_t hhp_financing_contribution_count(const hhp_financing *financing);
/** One of them, in the order of the file. @return Borrowed; NULL past the end. @since 0.1 */
HHP_API hhp_contribution *hhp_financing_contribution_at(const hhp_financing *financing, size_t index);
/**
 * Add one at the end. @param[out] out Borrowed; may be NULL. @return ::HHP_OK, ::HHP_ERR_ARGUMENT,
 * ::HHP_ERR_NOMEM. @since 0.1
 */
HHP_API hhp_status hhp_financing_add_contribution(hhp_financing *financing, hhp_contribution **out);
/**
 * Remove one. Its handle stays readable; references to it stay as they are. @return ::HHP_OK,
 * ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOT_FOUND. @since 0.1
 */
HHP_API hhp_status hhp_financing_remove_contribution(hhp_financing *financing,
                    hhp_contribution *contribution);

/** The lines of the budget: how many. @since 0.1 */
HHP_API size_t hhp_financing_budget_line_count(const hhp_financing *financing);
/** One of them, in the order of the file. @return Borrowed; NULL past the end. @since 0.1 */
HHP_API hhp_budget_line *hhp_financing_budget_line_at(const hhp_financing *financing, size_t index);
/**
 * Add one at the end. @param[out] out Borrowed; may be NULL. @return ::HHP_OK, ::HHP_ERR_ARGUMENT,
 * ::HHP_ERR_NOMEM. @since 0.1
 */
HHP_API hhp_status hhp_financing_add_budget_line(hhp_financing *financing, hhp_budget_line **out);
/**
 * Remove one. Its handle stays readable; references to it stay as they are. @return ::HHP_OK,
 * ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOT_FOUND. @since 0.1
 */
HHP_API hhp_status hhp_financing_remove_budget_line(hhp_financing *financing, hhp_budget_line *budget_line);

/** @} */

/** @name The grant from the fund */
/** @{ */

/**
 * The party that grants. Id of a party; checked when the plan is validated. @return Borrowed; NULL: none.
 * @since 0.1
 */
HHP_API const char *hhp_grant_party(const hhp_grant *grant);
/**
 * Set it; NULL: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_grant_set_party(hhp_grant *grant, const char *value);

/** Applied for, in kroner. @return 0 .. 10^12; ::HHP_ABSENT: none. @since 0.1 */
HHP_API int64_t hhp_grant_applied(const hhp_grant *grant);
/** Set it; ::HHP_ABSENT: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_RANGE. @since 0.1 */
HHP_API hhp_status hhp_grant_set_applied(hhp_grant *grant, int64_t value);

/** Awarded, in kroner. @return 0 .. 10^12; ::HHP_ABSENT: none. @since 0.1 */
HHP_API int64_t hhp_grant_awarded(const hhp_grant *grant);
/** Set it; ::HHP_ABSENT: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_RANGE. @since 0.1 */
HHP_API hhp_status hhp_grant_set_awarded(hhp_grant *grant, int64_t value);

/** Paid out, in kroner. @return 0 .. 10^12; ::HHP_ABSENT: none. @since 0.1 */
HHP_API int64_t hhp_grant_disbursed(const hhp_grant *grant);
/** Set it; ::HHP_ABSENT: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_RANGE. @since 0.1 */
HHP_API hhp_status hhp_grant_set_disbursed(hhp_grant *grant, int64_t value);

/** @} */

/** @name A contribution to the financing */
/** @{ */

/**
 * Id of the contribution. `[a-z0-9][a-z0-9-]{0,63}`, unique in the plan. @return Borrowed; NULL: none.
 * @since 0.1
 */
HHP_API const char *hhp_contribution_id(const hhp_contribution *contribution);
/**
 * Set it; NULL: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID,
 * ::HHP_ERR_DUPLICATE_ID, ::HHP_ERR_NOMEM. @since 0.1
 */
HHP_API hhp_status hhp_contribution_set_id(hhp_contribution *contribution, const char *value);

/**
 * Who gives it; several: jointly, with no split stated: how many. Ids of parties; checked when the plan is
 * validated. Required. @since 0.1
 */
HHP_API size_t hhp_contribution_party_count(const hhp_contribution *contribution);
/** One of them. @return Borrowed; NULL past the end. @since 0.1 */
HHP_API const char *hhp_contribution_party_at(const hhp_contribution *contribution, size_t index);
/**
 * Add one at the end. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_contribution_add_party(hhp_contribution *contribution, const char *party_id);
/**
 * Remove one; those behind it move up. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOT_FOUND. @since 0.1
 */
HHP_API hhp_status hhp_contribution_remove_party(hhp_contribution *contribution, size_t index);

/**
 * Cash or in kind. @return One of the HHP_CONTRIBUTION_KIND constants; ::HHP_CONTRIBUTION_KIND_CASH when not
 * given. @since 0.1
 */
HHP_API int32_t hhp_contribution_kind(const hhp_contribution *contribution);
/** Set it; ::HHP_ABSENT: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_ENUM. @since 0.1 */
HHP_API hhp_status hhp_contribution_set_kind(hhp_contribution *contribution, int32_t value);
/** 1 when it is given, else 0. @since 0.1 */
HHP_API int32_t hhp_contribution_has_kind(const hhp_contribution *contribution);

/** Amount or value, in kroner. Required. @return 0 .. 10^12; ::HHP_ABSENT: none. @since 0.1 */
HHP_API int64_t hhp_contribution_amount(const hhp_contribution *contribution);
/** Set it; ::HHP_ABSENT: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_RANGE. @since 0.1 */
HHP_API hhp_status hhp_contribution_set_amount(hhp_contribution *contribution, int64_t value);

/**
 * How exact the amount is. @return One of the HHP_QUALIFIER constants; ::HHP_QUALIFIER_EXACT when not given.
 * @since 0.1
 */
HHP_API int32_t hhp_contribution_qualifier(const hhp_contribution *contribution);
/** Set it; ::HHP_ABSENT: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_ENUM. @since 0.1 */
HHP_API hhp_status hhp_contribution_set_qualifier(hhp_contribution *contribution, int32_t value);
/** 1 when it is given, else 0. @since 0.1 */
HHP_API int32_t hhp_contribution_has_qualifier(const hhp_contribution *contribution);

/**
 * Whether it counts as local co-financing; absent: by the kind of its parties. @return One of the
 * HHP_COUNTS_AS_LOCAL constants; ::HHP_ABSENT: none. @since 0.1
 */
HHP_API int32_t hhp_contribution_counts_as_local(const hhp_contribution *contribution);
/** Set it; ::HHP_ABSENT: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_ENUM. @since 0.1 */
HHP_API hhp_status hhp_contribution_set_counts_as_local(hhp_contribution *contribution, int32_t value);

/** The year that it is for, 1900-2199. @return ::HHP_ABSENT: none. @since 0.1 */
HHP_API int32_t hhp_contribution_year(const hhp_contribution *contribution);
/** Set it; ::HHP_ABSENT: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_RANGE. @since 0.1 */
HHP_API hhp_status hhp_contribution_set_year(hhp_contribution *contribution, int32_t value);

/** Hours given, for staff hours, 0-1000000000. @return ::HHP_ABSENT: none. @since 0.1 */
HHP_API int32_t hhp_contribution_hours(const hhp_contribution *contribution);
/** Set it; ::HHP_ABSENT: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_RANGE. @since 0.1 */
HHP_API hhp_status hhp_contribution_set_hours(hhp_contribution *contribution, int32_t value);

/** Kroner an hour, for staff hours. @return 0 .. 10^12; ::HHP_ABSENT: none. @since 0.1 */
HHP_API int64_t hhp_contribution_rate(const hhp_contribution *contribution);
/** Set it; ::HHP_ABSENT: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_RANGE. @since 0.1 */
HHP_API hhp_status hhp_contribution_set_rate(hhp_contribution *contribution, int64_t value);

/** @} */

/** @name A line of the budget */
/** @{ */

/**
 * What the money is for. Required. @return One of the HHP_BUDGET_CATEGORY constants; ::HHP_ABSENT: none.
 * @since 0.1
 */
HHP_API int32_t hhp_budget_line_category(const hhp_budget_line *budget_line);
/** Set it; ::HHP_ABSENT: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_ENUM. @since 0.1 */
HHP_API hhp_status hhp_budget_line_set_category(hhp_budget_line *budget_line, int32_t value);

/**
 * The activity that it is for. Id of an activity; checked when the plan is validated. @return Borrowed;
 * NULL: none. @since 0.1
 */
HHP_API const char *hhp_budget_line_activity(const hhp_budget_line *budget_line);
/**
 * Set it; NULL: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_budget_line_set_activity(hhp_budget_line *budget_line, const char *value);

/** The budget year, 1900-2199. Required. @return ::HHP_ABSENT: none. @since 0.1 */
HHP_API int32_t hhp_budget_line_year(const hhp_budget_line *budget_line);
/** Set it; ::HHP_ABSENT: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_RANGE. @since 0.1 */
HHP_API hhp_status hhp_budget_line_set_year(hhp_budget_line *budget_line, int32_t value);

/**
 * The party that pays. Id of a party; checked when the plan is validated. Required. @return Borrowed; NULL:
 * none. @since 0.1
 */
HHP_API const char *hhp_budget_line_party(const hhp_budget_line *budget_line);
/**
 * Set it; NULL: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_budget_line_set_party(hhp_budget_line *budget_line, const char *value);

/** Amount, in kroner. Required. @return 0 .. 10^12; ::HHP_ABSENT: none. @since 0.1 */
HHP_API int64_t hhp_budget_line_amount(const hhp_budget_line *budget_line);
/** Set it; ::HHP_ABSENT: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_RANGE. @since 0.1 */
HHP_API hhp_status hhp_budget_line_set_amount(hhp_budget_line *budget_line, int64_t value);

/** @} */

#ifdef __cplusplus
}
#endif

#endif
