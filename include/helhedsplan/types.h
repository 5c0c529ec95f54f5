/**
 * @file
 * The handles: pointers to opaque objects, by which programs hold plans and what is in them. The header of each concept, which
 * is named below, documents its functions, ownership and thread safety. All exist since 0.1, unless noted otherwise.
 *
 * @code
 * hhp_plan *plan = NULL; // owned: freed below
 * if (hhp_plan_load(&plan, "plan.helhedsplan.json", NULL) == HHP_OK) {
 *   const hhp_period *period = hhp_plan_period(plan);           // borrowed from the plan; a single object, so never NULL
 *   const hhp_goal *goal = hhp_plan_find_goal(plan, "tryghed"); // borrowed from the plan; NULL: no such goal
 *   if (goal != NULL)
 *     printf("%s, from %d\n", hhp_goal_title(goal), (int)hhp_period_start(period));
 * }
 * hhp_plan_free(plan);
 * @endcode
 */
#ifndef HELHEDSPLAN_TYPES_H
#define HELHEDSPLAN_TYPES_H

typedef struct hhp_plan hhp_plan;                           /**< A plan; plan.h */
typedef struct hhp_period hhp_period;                       /**< The period of a plan; plan.h */
typedef struct hhp_continuation hhp_continuation;           /**< A plan that is continued; plan.h; since 1.0 */
typedef struct hhp_party hhp_party;                         /**< A party; party.h */
typedef struct hhp_goal hhp_goal;                           /**< A goal; goal.h */
typedef struct hhp_strategy hhp_strategy;                   /**< A strategy; strategy.h */
typedef struct hhp_support hhp_support;                     /**< How a strategy is supported; strategy.h */
typedef struct hhp_work_area hhp_work_area;                 /**< A work area; strategy.h */
typedef struct hhp_goal_contribution hhp_goal_contribution; /**< What a work area contributes to a goal; strategy.h */
typedef struct hhp_focus_area hhp_focus_area;               /**< A focus area; focus_area.h */
typedef struct hhp_activity hhp_activity;                   /**< An activity; activity.h */
typedef struct hhp_target_group hhp_target_group;           /**< Whom an activity is for; activity.h */
typedef struct hhp_agreement hhp_agreement;                 /**< An agreement; agreement.h */
typedef struct hhp_signature hhp_signature;                 /**< A signature on an agreement; agreement.h */
typedef struct hhp_governance hhp_governance;               /**< Leadership and board; governance.h */
typedef struct hhp_board_member hhp_board_member;           /**< A member of the board; governance.h */
typedef struct hhp_financing hhp_financing;                 /**< The financing; financing.h */
typedef struct hhp_grant hhp_grant;                         /**< The grant; financing.h */
typedef struct hhp_contribution hhp_contribution;           /**< A contribution; financing.h */
typedef struct hhp_budget_line hhp_budget_line;             /**< A line of the budget; financing.h */
typedef struct hhp_indicator hhp_indicator;                 /**< An indicator; followup.h */
typedef struct hhp_baseline hhp_baseline;                   /**< The baseline of an indicator; followup.h */
typedef struct hhp_indicator_period hhp_indicator_period;   /**< Target and result in a period; followup.h */
typedef struct hhp_milestone hhp_milestone;                 /**< A milestone; followup.h */
typedef struct hhp_approval hhp_approval;                   /**< An approval; followup.h */
typedef struct hhp_annual_report hhp_annual_report;         /**< An annual report; followup.h */
typedef struct hhp_waiver hhp_waiver;                       /**< A waiver; followup.h */
typedef struct hhp_scheme hhp_scheme;                       /**< A funding scheme; scheme.h */
typedef struct hhp_scheme_area hhp_scheme_area;             /**< A focus area of a scheme; scheme.h */
typedef struct hhp_object hhp_object;                       /**< Any object of the above; object.h; since 1.0 */
typedef struct hhp_rule hhp_rule;                           /**< A rule; rule.h */
typedef struct hhp_report hhp_report;                       /**< The result of a check; report.h */
typedef struct hhp_finding hhp_finding;                     /**< One finding of a report; report.h */
typedef struct hhp_render_options hhp_render_options;       /**< How to write a report; report.h */
typedef struct hhp_check_options hhp_check_options;         /**< How to check; check.h */
typedef struct hhp_rollup hhp_rollup;                       /**< A roll-up of a plan; rollup.h */
typedef struct hhp_rollup_row hhp_rollup_row;               /**< A row of a roll-up; rollup.h */
typedef struct hhp_diff hhp_diff;                           /**< The differences of two plans; diff.h */
typedef struct hhp_change hhp_change;                       /**< One of those differences; diff.h */
typedef struct hhp_entity hhp_entity;                       /**< A kind of objects in the files; introspect.h */
typedef struct hhp_field hhp_field;                         /**< One of its fields; introspect.h */
typedef struct hhp_table hhp_table;                         /**< A table of a plan; table.h; since 1.0 */
typedef struct hhp_column hhp_column;                       /**< A column of a table; table.h; since 1.0 */
typedef struct hhp_table_options hhp_table_options;         /**< How to write a table; table.h; since 1.0 */
typedef struct hhp_enum hhp_enum;                           /**< A set of words; introspect.h */

#endif
