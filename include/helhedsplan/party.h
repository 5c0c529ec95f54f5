/**
 * @file
 * The parties to a plan: who they are, and of what sort.
 */
#ifndef HELHEDSPLAN_PARTY_H
#define HELHEDSPLAN_PARTY_H

#include <helhedsplan/status.h>
#include <helhedsplan/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Sorts of party; they decide what counts as local co-financing. @since 0.1 */
enum {
  HHP_PARTY_KIND_MUNICIPALITY = 1,         /**< Municipality. */
  HHP_PARTY_KIND_HOUSING_ORGANISATION = 2, /**< Housing organisation. */
  HHP_PARTY_KIND_HOUSING_DIVISION = 3,     /**< Housing division. */
  HHP_PARTY_KIND_FUND = 4,                 /**< The fund. */
  HHP_PARTY_KIND_POLICE = 5,               /**< Police. */
  HHP_PARTY_KIND_STATE = 6,                /**< State. */
  HHP_PARTY_KIND_SCHOOL = 7,               /**< School. */
  HHP_PARTY_KIND_FOUNDATION = 8,           /**< Foundation. */
  HHP_PARTY_KIND_ASSOCIATION = 9,          /**< Association. */
  HHP_PARTY_KIND_BUSINESS = 10,            /**< Business. */
  HHP_PARTY_KIND_SECRETARIAT = 11,         /**< Secretariat. */
  HHP_PARTY_KIND_OTHER = 12                /**< Other. */
};

/** @name A party to the plan */
/** @{ */

/**
 * Id of the party. `[a-z0-9][a-z0-9-]{0,63}`, unique in the plan. Required. @return Borrowed; NULL: none.
 * @since 0.1
 */
HHP_API const char *hhp_party_id(const hhp_party *party);
/**
 * Set it; NULL: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID,
 * ::HHP_ERR_DUPLICATE_ID, ::HHP_ERR_NOMEM. @since 0.1
 */
HHP_API hhp_status hhp_party_set_id(hhp_party *party, const char *value);

/** Name of the party. Required. @return Borrowed; NULL: none. @since 0.1 */
HHP_API const char *hhp_party_name(const hhp_party *party);
/** Set it; NULL: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM. @since 0.1 */
HHP_API hhp_status hhp_party_set_name(hhp_party *party, const char *value);

/** Other names in use: how many. @since 0.1 */
HHP_API size_t hhp_party_alias_count(const hhp_party *party);
/** One of them. @return Borrowed; NULL past the end. @since 0.1 */
HHP_API const char *hhp_party_alias_at(const hhp_party *party, size_t index);
/** Add one at the end. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM. @since 0.1 */
HHP_API hhp_status hhp_party_add_alias(hhp_party *party, const char *value);
/**
 * Remove one; those behind it move up. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOT_FOUND. @since 0.1
 */
HHP_API hhp_status hhp_party_remove_alias(hhp_party *party, size_t index);

/**
 * What sort of party it is; decides whether its money counts as local. Required. @return One of the
 * HHP_PARTY_KIND constants; ::HHP_ABSENT: none. @since 0.1
 */
HHP_API int32_t hhp_party_kind(const hhp_party *party);
/** Set it; ::HHP_ABSENT: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_ENUM. @since 0.1 */
HHP_API hhp_status hhp_party_set_kind(hhp_party *party, int32_t value);

/** CVR number, eight digits. @return Borrowed; NULL: none. @since 0.1 */
HHP_API const char *hhp_party_cvr(const hhp_party *party);
/**
 * Set it; NULL: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_FORMAT,
 * ::HHP_ERR_NOMEM. @since 0.1
 */
HHP_API hhp_status hhp_party_set_cvr(hhp_party *party, const char *value);

/** @} */

#ifdef __cplusplus
}
#endif

#endif
