/**
 * @file
 * Governance (ledelse, bestyrelse): who leads a plan, and who is on its board. The fund requires one
 * unambiguous leadership (entydig ledelse, HP322) and, if the scheme does, a board with the top management of
 * the municipality and each housing organisation, and a contingency plan. Leads and members of the board are
 * parties of the plan. A plan has one governance.
 *
 * Handles and texts are borrowed from the plan, which one thread may edit or many may read. Accessors follow
 * the pattern of plan.h, where hhp_plan_governance() is.
 *
 * @code
 * hhp_plan *plan = NULL;
 * hhp_board_member *chair = NULL;
 * hhp_status status = hhp_plan_new(&plan);
 * if (status == HHP_OK)
 *   status = hhp_governance_add_lead(hhp_plan_governance(plan), "sekretariatet");
 * if (status == HHP_OK)
 *   status = hhp_governance_add_board_member(hhp_plan_governance(plan), &chair);
 * if (status == HHP_OK)
 *   status = hhp_board_member_set_party(chair, "odense-kommune");
 * if (status == HHP_OK)
 *   status = hhp_board_member_set_role(chair, HHP_BOARD_ROLE_CHAIR);
 * if (status == HHP_OK)
 *   status = hhp_board_member_set_level(chair, HHP_BOARD_LEVEL_TOP_MANAGEMENT);
 * if (status != HHP_OK)
 *   puts(hhp_status_message(status, HHP_LANG_EN));
 * hhp_plan_free(plan);
 * @endcode
 */
#ifndef HELHEDSPLAN_GOVERNANCE_H
#define HELHEDSPLAN_GOVERNANCE_H

#include <helhedsplan/status.h>
#include <helhedsplan/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Roles on the board. @since 0.1 */
enum hhp_board_role_constant {
  HHP_BOARD_ROLE_CHAIR = 1, /**< Chair (formand). There may be two, one from each side. */
  HHP_BOARD_ROLE_MEMBER = 2 /**< Ordinary member (medlem). */
};

/** Where a member of the board comes from. @since 0.1 */
enum hhp_board_level_constant {
  HHP_BOARD_LEVEL_TOP_MANAGEMENT = 1, /**< Top management of the party (øverste ledelse), which the fund requires. */
  HHP_BOARD_LEVEL_OTHER = 2,          /**< Another level of the party. */
  HHP_BOARD_LEVEL_RESIDENT = 3        /**< Resident (beboer) of the area. */
};

/** @name Leadership and board */
/** @{ */

/** How many parties lead the plan. The fund requires one; a party that is named twice counts once. @since 0.1 */
HHP_API size_t hhp_governance_lead_count(const hhp_governance *governance);
/** Id of one of the leads. @return Borrowed; NULL past the end. @since 0.1 */
HHP_API const char *hhp_governance_lead_at(const hhp_governance *governance, size_t index);
/**
 * Add a lead at the end, by its id.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_governance_add_lead(hhp_governance *governance, const char *party_id);
/** Remove a lead; the rest moves up. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOT_FOUND. @since 0.1 */
HHP_API hhp_status hhp_governance_remove_lead(hhp_governance *governance, size_t index);

/** Post of the leader, such as "Boligsocial leder". @return Borrowed; NULL if not given. @since 0.1 */
HHP_API const char *hhp_governance_lead_title(const hhp_governance *governance);
/**
 * Set or, with NULL, remove the post.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_governance_set_lead_title(hhp_governance *governance, const char *value);

/**
 * Id of the party that is the secretariat (sekretariat).
 * @return Borrowed; NULL if not given.
 * @since 0.1
 */
HHP_API const char *hhp_governance_secretariat(const hhp_governance *governance);
/**
 * Set or, with NULL, remove the secretariat.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_governance_set_secretariat(hhp_governance *governance, const char *value);

/** How many members the board (bestyrelse) has; `board` in the file. @since 0.1 */
HHP_API size_t hhp_governance_board_member_count(const hhp_governance *governance);
/** A member, in the order of the file. @return Borrowed; NULL past the end. @since 0.1 */
HHP_API hhp_board_member *hhp_governance_board_member_at(const hhp_governance *governance, size_t index);
/**
 * Add a member at the end, empty.
 * @param[out] out Borrowed, NULL when the call fails; may itself be NULL.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_governance_add_board_member(hhp_governance *governance, hhp_board_member **out);
/**
 * Remove a member. Its handle stays readable.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOT_FOUND.
 * @since 0.1
 */
HHP_API hhp_status hhp_governance_remove_board_member(hhp_governance *governance, hhp_board_member *board_member);

/**
 * The contingency plan (beredskabsplan) in words, or where to find it.
 * @return Borrowed; NULL if not given.
 * @since 0.1
 */
HHP_API const char *hhp_governance_contingency_plan(const hhp_governance *governance);
/**
 * Set or, with NULL, remove the contingency plan.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_governance_set_contingency_plan(hhp_governance *governance, const char *value);

/** @} */
/** @name A member of the board */
/** @{ */

/** Id of the party that the member is from. Required. @return Borrowed; NULL if not given. @since 0.1 */
HHP_API const char *hhp_board_member_party(const hhp_board_member *board_member);
/**
 * Set or, with NULL, remove the party.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_board_member_set_party(hhp_board_member *board_member, const char *value);

/** Name of the member. @return Borrowed; NULL if not given. @since 0.1 */
HHP_API const char *hhp_board_member_name(const hhp_board_member *board_member);
/**
 * Set or, with NULL, remove the name.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_board_member_set_name(hhp_board_member *board_member, const char *value);

/** Chair or member. @return One of the HHP_BOARD_ROLE constants; ::HHP_ABSENT if not given. @since 0.1 */
HHP_API int32_t hhp_board_member_role(const hhp_board_member *board_member);
/**
 * Set or, with ::HHP_ABSENT, remove the role.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_ENUM.
 * @since 0.1
 */
HHP_API hhp_status hhp_board_member_set_role(hhp_board_member *board_member, int32_t value);

/**
 * Where the member comes from.
 * @return One of the HHP_BOARD_LEVEL constants; ::HHP_ABSENT if not given.
 * @since 0.1
 */
HHP_API int32_t hhp_board_member_level(const hhp_board_member *board_member);
/**
 * Set or, with ::HHP_ABSENT, remove the level.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_ENUM.
 * @since 0.1
 */
HHP_API hhp_status hhp_board_member_set_level(hhp_board_member *board_member, int32_t value);

/** @} */

#ifdef __cplusplus
}
#endif

#endif
