/**
 * @file
 * Leadership, secretariat and board.
 */
#ifndef HELHEDSPLAN_GOVERNANCE_H
#define HELHEDSPLAN_GOVERNANCE_H

#include <helhedsplan/status.h>
#include <helhedsplan/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Roles on the board. @since 0.1 */
enum {
  HHP_BOARD_ROLE_CHAIR = 1,  /**< Chair. */
  HHP_BOARD_ROLE_MEMBER = 2  /**< Member. */
};

/** Where a member of the board comes from. @since 0.1 */
enum {
  HHP_BOARD_LEVEL_TOP_MANAGEMENT = 1, /**< Top management. */
  HHP_BOARD_LEVEL_OTHER = 2,          /**< Other level. */
  HHP_BOARD_LEVEL_RESIDENT = 3        /**< Resident. */
};

/** @name Leadership and board */
/** @{ */

/**
 * The party, or parties, that lead the plan: how many. Ids of parties; checked when the plan is validated.
 * @since 0.1
 */
HHP_API size_t hhp_governance_lead_count(const hhp_governance *governance);
/** One of them. @return Borrowed; NULL past the end. @since 0.1 */
HHP_API const char *hhp_governance_lead_at(const hhp_governance *governance, size_t index);
/**
 * Add one at the end. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_governance_add_lead(hhp_governance *governance, const char *party_id);
/**
 * Remove one; those behind it move up. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOT_FOUND. @since 0.1
 */
HHP_API hhp_status hhp_governance_remove_lead(hhp_governance *governance, size_t index);

/** Title of the leader. @return Borrowed; NULL: none. @since 0.1 */
HHP_API const char *hhp_governance_lead_title(const hhp_governance *governance);
/** Set it; NULL: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM. @since 0.1 */
HHP_API hhp_status hhp_governance_set_lead_title(hhp_governance *governance, const char *value);

/**
 * The secretariat. Id of a party; checked when the plan is validated. @return Borrowed; NULL: none. @since
 * 0.1
 */
HHP_API const char *hhp_governance_secretariat(const hhp_governance *governance);
/**
 * Set it; NULL: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_governance_set_secretariat(hhp_governance *governance, const char *value);

/** The board: how many. @since 0.1 */
HHP_API size_t hhp_governance_board_member_count(const hhp_governance *governance);
/** One of them, in the order of the file. @return Borrowed; NULL past the end. @since 0.1 */
HHP_API hhp_board_member *hhp_governance_board_member_at(const hhp_governance *governance, size_t index);
/**
 * Add one at the end. @param[out] out Borrowed; may be NULL. @return ::HHP_OK, ::HHP_ERR_ARGUMENT,
 * ::HHP_ERR_NOMEM. @since 0.1
 */
HHP_API hhp_status hhp_governance_add_board_member(hhp_governance *governance, hhp_board_member **out);
/**
 * Remove one. Its handle stays readable; references to it stay as they are. @return ::HHP_OK,
 * ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOT_FOUND. @since 0.1
 */
HHP_API hhp_status hhp_governance_remove_board_member(hhp_governance *governance,
                    hhp_board_member *board_member);

/** The contingency plan, or where it is. @return Borrowed; NULL: none. @since 0.1 */
HHP_API const char *hhp_governance_contingency_plan(const hhp_governance *governance);
/** Set it; NULL: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM. @since 0.1 */
HHP_API hhp_status hhp_governance_set_contingency_plan(hhp_governance *governance, const char *value);

/** @} */

/** @name A member of the board */
/** @{ */

/**
 * The party that the member is from. Id of a party; checked when the plan is validated. Required. @return
 * Borrowed; NULL: none. @since 0.1
 */
HHP_API const char *hhp_board_member_party(const hhp_board_member *board_member);
/**
 * Set it; NULL: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_board_member_set_party(hhp_board_member *board_member, const char *value);

/** Name of the member. @return Borrowed; NULL: none. @since 0.1 */
HHP_API const char *hhp_board_member_name(const hhp_board_member *board_member);
/** Set it; NULL: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM. @since 0.1 */
HHP_API hhp_status hhp_board_member_set_name(hhp_board_member *board_member, const char *value);

/** Chair or member. @return One of the HHP_BOARD_ROLE constants; ::HHP_ABSENT: none. @since 0.1 */
HHP_API int32_t hhp_board_member_role(const hhp_board_member *board_member);
/** Set it; ::HHP_ABSENT: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_ENUM. @since 0.1 */
HHP_API hhp_status hhp_board_member_set_role(hhp_board_member *board_member, int32_t value);

/**
 * Level of management, or resident. @return One of the HHP_BOARD_LEVEL constants; ::HHP_ABSENT: none. @since
 * 0.1
 */
HHP_API int32_t hhp_board_member_level(const hhp_board_member *board_member);
/** Set it; ::HHP_ABSENT: none. @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_ENUM. @since 0.1 */
HHP_API hhp_status hhp_board_member_set_level(hhp_board_member *board_member, int32_t value);

/** @} */

#ifdef __cplusplus
}
#endif

#endif
