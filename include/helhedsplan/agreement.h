/**
 * @file
 * Agreements between the parties, and who has signed them.
 */
#ifndef HELHEDSPLAN_AGREEMENT_H
#define HELHEDSPLAN_AGREEMENT_H

#include <helhedsplan/status.h>
#include <helhedsplan/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Sorts of agreement. @since 0.1 */
enum {
  HHP_AGREEMENT_KIND_STRATEGIC = 1,   /**< Strategic cooperation agreement. */
  HHP_AGREEMENT_KIND_SUB = 2,         /**< Sub-agreement. */
  HHP_AGREEMENT_KIND_COOPERATION = 3  /**< Cooperation agreement. */
};

/** @name An agreement */
/** @{ */

/**
 * Id of the agreement. `[a-z0-9][a-z0-9-]{0,63}`, unique in the plan. Required. @return Borrowed; NULL:
 * none. @since 0.1
 */
HHP_API const char *hhp_agreement_id(const hhp_agreement *agreement);
/**
 * Set it; NULL: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID,
 * ::HHP_ERR_DUPLICATE_ID, ::HHP_ERR_NOMEM. @since 0.1
 */
HHP_API hhp_status hhp_agreement_set_id(hhp_agreement *agreement, const char *value);

/**
 * What sort of agreement it is. Required. @return One of the HHP_AGREEMENT_KIND constants; ::HHP_ABSENT:
 * none. @since 0.1
 */
HHP_API int32_t hhp_agreement_kind(const hhp_agreement *agreement);
/** Set it; ::HHP_ABSENT: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_ENUM. @since 0.1 */
HHP_API hhp_status hhp_agreement_set_kind(hhp_agreement *agreement, int32_t value);

/** Title of the agreement. Required. @return Borrowed; NULL: none. @since 0.1 */
HHP_API const char *hhp_agreement_title(const hhp_agreement *agreement);
/** Set it; NULL: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM. @since 0.1 */
HHP_API hhp_status hhp_agreement_set_title(hhp_agreement *agreement, const char *value);

/**
 * The focus area that it is about. Id of a focus area; checked when the plan is validated. @return Borrowed;
 * NULL: none. @since 0.1
 */
HHP_API const char *hhp_agreement_focus_area(const hhp_agreement *agreement);
/**
 * Set it; NULL: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_agreement_set_focus_area(hhp_agreement *agreement, const char *value);

/**
 * The activities that it covers; none: all of its focus area, or all: how many. Ids of activities; checked
 * when the plan is validated. @since 0.1
 */
HHP_API size_t hhp_agreement_activity_count(const hhp_agreement *agreement);
/** One of them. @return Borrowed; NULL past the end. @since 0.1 */
HHP_API const char *hhp_agreement_activity_at(const hhp_agreement *agreement, size_t index);
/**
 * Add one at the end. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_agreement_add_activity(hhp_agreement *agreement, const char *activity_id);
/**
 * Remove one; those behind it move up. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOT_FOUND. @since 0.1
 */
HHP_API hhp_status hhp_agreement_remove_activity(hhp_agreement *agreement, size_t index);

/** The parties to it: how many. Ids of parties; checked when the plan is validated. @since 0.1 */
HHP_API size_t hhp_agreement_party_count(const hhp_agreement *agreement);
/** One of them. @return Borrowed; NULL past the end. @since 0.1 */
HHP_API const char *hhp_agreement_party_at(const hhp_agreement *agreement, size_t index);
/**
 * Add one at the end. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_agreement_add_party(hhp_agreement *agreement, const char *party_id);
/**
 * Remove one; those behind it move up. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOT_FOUND. @since 0.1
 */
HHP_API hhp_status hhp_agreement_remove_party(hhp_agreement *agreement, size_t index);

/** First day in force. @return yyyymmdd, 00 for what is not given; 0: none. @since 0.1 */
HHP_API int32_t hhp_agreement_valid_from(const hhp_agreement *agreement);
/** Set it; 0: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_DATE. @since 0.1 */
HHP_API hhp_status hhp_agreement_set_valid_from(hhp_agreement *agreement, int32_t value);

/** Last day in force. @return yyyymmdd, 00 for what is not given; 0: none. @since 0.1 */
HHP_API int32_t hhp_agreement_valid_to(const hhp_agreement *agreement);
/** Set it; 0: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_DATE. @since 0.1 */
HHP_API hhp_status hhp_agreement_set_valid_to(hhp_agreement *agreement, int32_t value);

/** The signatures: how many. @since 0.1 */
HHP_API size_t hhp_agreement_signature_count(const hhp_agreement *agreement);
/** One of them, in the order of the file. @return Borrowed; NULL past the end. @since 0.1 */
HHP_API hhp_signature *hhp_agreement_signature_at(const hhp_agreement *agreement, size_t index);
/**
 * Add one at the end. @param[out] out Borrowed; may be NULL. @return ::HHP_OK, ::HHP_ERR_ARGUMENT,
 * ::HHP_ERR_NOMEM. @since 0.1
 */
HHP_API hhp_status hhp_agreement_add_signature(hhp_agreement *agreement, hhp_signature **out);
/**
 * Remove one. Its handle stays readable; references to it stay as they are. @return ::HHP_OK,
 * ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOT_FOUND. @since 0.1
 */
HHP_API hhp_status hhp_agreement_remove_signature(hhp_agreement *agreement, hhp_signature *signature);

/** @} */

/** @name A signature on an agreement */
/** @{ */

/**
 * The party that signed. Id of a party; checked when the plan is validated. Required. @return Borrowed;
 * NULL: none. @since 0.1
 */
HHP_API const char *hhp_signature_party(const hhp_signature *signature);
/**
 * Set it; NULL: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_signature_set_party(hhp_signature *signature, const char *value);

/** The person who signed. @return Borrowed; NULL: none. @since 0.1 */
HHP_API const char *hhp_signature_name(const hhp_signature *signature);
/** Set it; NULL: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM. @since 0.1 */
HHP_API hhp_status hhp_signature_set_name(hhp_signature *signature, const char *value);

/** When it was signed. @return yyyymmdd, 00 for what is not given; 0: none. @since 0.1 */
HHP_API int32_t hhp_signature_signed_on(const hhp_signature *signature);
/** Set it; 0: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_DATE. @since 0.1 */
HHP_API hhp_status hhp_signature_set_signed_on(hhp_signature *signature, int32_t value);

/** @} */

#ifdef __cplusplus
}
#endif

#endif
