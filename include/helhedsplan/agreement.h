/**
 * @file
 * Agreements (aftaler) between the parties. An agreement covers the activities that it lists; if it lists
 * none, those of its focus area; without a focus area, all. Each activity has to be covered by an agreement
 * that includes all of its parties and is in force, and each party of an agreement has to have signed it.
 *
 * Handles and texts are borrowed from the plan, which one thread may edit or many may read. Accessors follow
 * the pattern of plan.h, which adds agreements to a plan.
 *
 * @code
 * hhp_plan *plan = NULL;
 * hhp_agreement *agreement = NULL;
 * hhp_signature *signature = NULL;
 * hhp_status status = hhp_plan_new(&plan);
 * if (status == HHP_OK)
 *   status = hhp_plan_add_agreement(plan, "delaftale-tryghed", &agreement);
 * if (status == HHP_OK)
 *   status = hhp_agreement_set_kind(agreement, HHP_AGREEMENT_KIND_SUB);
 * if (status == HHP_OK)
 *   status = hhp_agreement_set_title(agreement, "Delaftale om tryghed");
 * if (status == HHP_OK)
 *   status = hhp_agreement_set_focus_area(agreement, "tryghed");
 * if (status == HHP_OK)
 *   status = hhp_agreement_add_party(agreement, "odense-kommune");
 * if (status == HHP_OK)
 *   status = hhp_agreement_add_signature(agreement, &signature);
 * if (status == HHP_OK)
 *   status = hhp_signature_set_party(signature, "odense-kommune");
 * if (status == HHP_OK)
 *   status = hhp_signature_set_signed_on(signature, 20151116);
 * if (status != HHP_OK)
 *   puts(hhp_status_message(status, HHP_LANG_EN));
 * hhp_plan_free(plan);
 * @endcode
 */
#ifndef HELHEDSPLAN_AGREEMENT_H
#define HELHEDSPLAN_AGREEMENT_H

#include <helhedsplan/status.h>
#include <helhedsplan/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * Kinds of agreements. The strategic one commits municipality and housing organisations to organise and steer
 * the plan together; if the scheme requires it, there is a sub-agreement for each focus area. All kinds cover
 * activities.
 * @since 0.1
 */
enum hhp_agreement_kind_constant {
  HHP_AGREEMENT_KIND_STRATEGIC = 1,  /**< Strategic cooperation agreement (strategisk samarbejdsaftale). */
  HHP_AGREEMENT_KIND_SUB = 2,        /**< Sub-agreement (delaftale) on a focus area. */
  HHP_AGREEMENT_KIND_COOPERATION = 3 /**< Cooperation agreement (samarbejdsaftale), as a rule on certain activities. */
};

/** @name An agreement */
/** @{ */

/**
 * Id of the agreement: `[a-z0-9][a-z0-9-]{0,63}`, unique in the plan. Required.
 * @return Borrowed; NULL if not given.
 * @since 0.1
 */
HHP_API const char *hhp_agreement_id(const hhp_agreement *agreement);
/**
 * Set or, with NULL, remove the id.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID, ::HHP_ERR_DUPLICATE_ID,
 *         ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_agreement_set_id(hhp_agreement *agreement, const char *value);

/**
 * The kind of the agreement. Required.
 * @return One of the HHP_AGREEMENT_KIND constants; ::HHP_ABSENT if not given.
 * @since 0.1
 */
HHP_API int32_t hhp_agreement_kind(const hhp_agreement *agreement);
/**
 * Set or, with ::HHP_ABSENT, remove the kind.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_ENUM.
 * @since 0.1
 */
HHP_API hhp_status hhp_agreement_set_kind(hhp_agreement *agreement, int32_t value);

/**
 * Title, such as "Delaftale om beskæftigelse". Required.
 * @return Borrowed; NULL if not given.
 * @since 0.1
 */
HHP_API const char *hhp_agreement_title(const hhp_agreement *agreement);
/**
 * Set or, with NULL, remove the title.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_agreement_set_title(hhp_agreement *agreement, const char *value);

/** Id of the focus area that it is about. @return Borrowed; NULL if not given. @since 0.1 */
HHP_API const char *hhp_agreement_focus_area(const hhp_agreement *agreement);
/**
 * Set or, with NULL, remove the focus area.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_agreement_set_focus_area(hhp_agreement *agreement, const char *value);

/** How many activities it lists; with none, it covers all of its focus area, or all there are. @since 0.1 */
HHP_API size_t hhp_agreement_activity_count(const hhp_agreement *agreement);
/** Id of one of the activities. @return Borrowed; NULL past the end. @since 0.1 */
HHP_API const char *hhp_agreement_activity_at(const hhp_agreement *agreement, size_t index);
/**
 * Add an activity at the end, by its id.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_agreement_add_activity(hhp_agreement *agreement, const char *activity_id);
/**
 * Remove an activity; the rest moves up.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOT_FOUND.
 * @since 0.1
 */
HHP_API hhp_status hhp_agreement_remove_activity(hhp_agreement *agreement, size_t index);

/** How many parties it has. @since 0.1 */
HHP_API size_t hhp_agreement_party_count(const hhp_agreement *agreement);
/** Id of one of the parties. @return Borrowed; NULL past the end. @since 0.1 */
HHP_API const char *hhp_agreement_party_at(const hhp_agreement *agreement, size_t index);
/**
 * Add a party at the end, by its id.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_agreement_add_party(hhp_agreement *agreement, const char *party_id);
/**
 * Remove a party; the rest moves up.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOT_FOUND.
 * @since 0.1
 */
HHP_API hhp_status hhp_agreement_remove_party(hhp_agreement *agreement, size_t index);

/**
 * First day in force (gælder fra); without dates, it is always in force.
 * @return yyyymmdd, 00 for an unknown part; 0 if not given.
 * @since 0.1
 */
HHP_API int32_t hhp_agreement_valid_from(const hhp_agreement *agreement);
/** Set or, with 0, remove the first day. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_DATE. @since 0.1 */
HHP_API hhp_status hhp_agreement_set_valid_from(hhp_agreement *agreement, int32_t value);

/**
 * Last day in force (gælder til); without dates, it is always in force.
 * @return yyyymmdd, 00 for an unknown part; 0 if not given.
 * @since 0.1
 */
HHP_API int32_t hhp_agreement_valid_to(const hhp_agreement *agreement);
/** Set or, with 0, remove the last day. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_DATE. @since 0.1 */
HHP_API hhp_status hhp_agreement_set_valid_to(hhp_agreement *agreement, int32_t value);

/** How many signatures (underskrifter) it has. @since 0.1 */
HHP_API size_t hhp_agreement_signature_count(const hhp_agreement *agreement);
/** A signature, in the order of the file. @return Borrowed; NULL past the end. @since 0.1 */
HHP_API hhp_signature *hhp_agreement_signature_at(const hhp_agreement *agreement, size_t index);
/**
 * Add a signature at the end, empty.
 * @param[out] out Borrowed, NULL when the call fails; may itself be NULL.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_agreement_add_signature(hhp_agreement *agreement, hhp_signature **out);
/**
 * Remove a signature. Its handle stays readable.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOT_FOUND.
 * @since 0.1
 */
HHP_API hhp_status hhp_agreement_remove_signature(hhp_agreement *agreement, hhp_signature *signature);

/** @} */
/** @name A signature on an agreement */
/** @{ */

/** Id of the party that signed. Required. @return Borrowed; NULL if not given. @since 0.1 */
HHP_API const char *hhp_signature_party(const hhp_signature *signature);
/**
 * Set or, with NULL, remove the party.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_signature_set_party(hhp_signature *signature, const char *value);

/** The person who signed. @return Borrowed; NULL if not given. @since 0.1 */
HHP_API const char *hhp_signature_name(const hhp_signature *signature);
/**
 * Set or, with NULL, remove the name.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_signature_set_name(hhp_signature *signature, const char *value);

/** When it was signed. @return yyyymmdd, 00 for an unknown part; 0 if not given. @since 0.1 */
HHP_API int32_t hhp_signature_signed_on(const hhp_signature *signature);
/** Set or, with 0, remove the date. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_DATE. @since 0.1 */
HHP_API hhp_status hhp_signature_set_signed_on(hhp_signature *signature, int32_t value);

/** @} */

#ifdef __cplusplus
}
#endif

#endif
