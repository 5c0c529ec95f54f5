/**
 * @file
 * Parties (parter): those who pay for a plan, carry it out, or sign its agreements. Activities, agreements,
 * contributions, the budget and the board name them by id. The kind of a party decides whether its contributions
 * count as local co-financing (lokal medfinansiering), and whether it is one of the public partners that
 * every activity needs.
 *
 * Handles and texts are borrowed from the plan, which one thread may edit or many may read. Accessors follow
 * the pattern of plan.h, which adds parties to a plan.
 *
 * @code
 * hhp_plan *plan = NULL;
 * hhp_party *odense = NULL;
 * hhp_status status = hhp_plan_new(&plan);
 * if (status == HHP_OK)
 *   status = hhp_plan_add_party(plan, "odense-kommune", &odense);
 * if (status == HHP_OK)
 *   status = hhp_party_set_name(odense, "Odense Kommune");
 * if (status == HHP_OK)
 *   status = hhp_party_set_kind(odense, HHP_PARTY_KIND_MUNICIPALITY);
 * if (status != HHP_OK)
 *   puts(hhp_status_message(status, HHP_LANG_EN));
 * hhp_plan_free(plan);
 * @endcode
 */
#ifndef HELHEDSPLAN_PARTY_H
#define HELHEDSPLAN_PARTY_H

#include <helhedsplan/status.h>
#include <helhedsplan/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * Kinds of parties, and whether their contributions count as local if the contribution does not state it. The
 * fund names municipality and housing organisations; others may supplement.
 * @since 0.1
 */
enum hhp_party_kind_constant {
  HHP_PARTY_KIND_MUNICIPALITY = 1,         /**< Municipality (kommune). Local; a public partner. */
  HHP_PARTY_KIND_HOUSING_ORGANISATION = 2, /**< Housing organisation (boligorganisation). Local; a public partner. */
  HHP_PARTY_KIND_HOUSING_DIVISION = 3,     /**< One of its divisions (boligafdeling). Local; a public partner. */
  HHP_PARTY_KIND_FUND = 4,                 /**< Landsbyggefonden. Not local: it pays the grant. */
  HHP_PARTY_KIND_POLICE = 5,               /**< Police (politi). Not local; a public partner. */
  HHP_PARTY_KIND_STATE = 6,                /**< Another body of the state (stat). Not local; a public partner. */
  HHP_PARTY_KIND_SCHOOL = 7,               /**< School (skole). Not local; a public partner. */
  HHP_PARTY_KIND_FOUNDATION = 8,           /**< Foundation (fond). Unclear. */
  HHP_PARTY_KIND_ASSOCIATION = 9,          /**< Association (forening), such as a residents' or sports club. Unclear. */
  HHP_PARTY_KIND_BUSINESS = 10,            /**< Business (virksomhed). Unclear. */
  HHP_PARTY_KIND_SECRETARIAT = 11,         /**< The secretariat of the plan (sekretariat). Not local. */
  HHP_PARTY_KIND_OTHER = 12                /**< Any other. Unclear. */
};

/** @name A party to the plan */
/** @{ */

/**
 * Id of the party: `[a-z0-9][a-z0-9-]{0,63}`, unique in the plan. Required.
 * @return Borrowed; NULL if not given.
 * @since 0.1
 */
HHP_API const char *hhp_party_id(const hhp_party *party);
/**
 * Set or, with NULL, remove the id.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID, ::HHP_ERR_DUPLICATE_ID,
 *         ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_party_set_id(hhp_party *party, const char *value);

/** Name, such as "Odense Kommune". Required. @return Borrowed; NULL if not given. @since 0.1 */
HHP_API const char *hhp_party_name(const hhp_party *party);
/**
 * Set or, with NULL, remove the name.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_party_set_name(hhp_party *party, const char *value);

/** How many other names are in use for it, such as "Fyns Almennyttige Boligselskab" for FAB. @since 0.1 */
HHP_API size_t hhp_party_alias_count(const hhp_party *party);
/** One of the other names. @return Borrowed; NULL past the end. @since 0.1 */
HHP_API const char *hhp_party_alias_at(const hhp_party *party, size_t index);
/**
 * Add a name at the end.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_party_add_alias(hhp_party *party, const char *value);
/** Remove a name; the rest moves up. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOT_FOUND. @since 0.1 */
HHP_API hhp_status hhp_party_remove_alias(hhp_party *party, size_t index);

/**
 * The kind of the party. Required.
 * @return One of the HHP_PARTY_KIND constants; ::HHP_ABSENT if not given.
 * @since 0.1
 */
HHP_API int32_t hhp_party_kind(const hhp_party *party);
/**
 * Set or, with ::HHP_ABSENT, remove the kind.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_ENUM.
 * @since 0.1
 */
HHP_API hhp_status hhp_party_set_kind(hhp_party *party, int32_t value);

/**
 * CVR number, its number in the Danish business register: eight digits.
 * @return Borrowed; NULL if not given.
 * @since 0.1
 */
HHP_API const char *hhp_party_cvr(const hhp_party *party);
/**
 * Set or, with NULL, remove the number.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_FORMAT, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_party_set_cvr(hhp_party *party, const char *value);

/** @} */

#ifdef __cplusplus
}
#endif

#endif
