/**
 * @file
 * The rules that plans are checked against: name, severity at each stage, rationale and source of each. Rule
 * ids are stable: the same id always means the same rule. The findings of a report have the details of each
 * case, and its remedy (report.h).
 *
 * Rules never change, so any number of threads may read them. Of a rule that is NULL, all texts are NULL.
 *
 * @code
 * for (size_t i = 0; i < hhp_rule_count(); i++) {
 *   const hhp_rule *rule = hhp_rule_at(i);
 *   const char *severity = hhp_severity_name(hhp_rule_severity(rule, HHP_STAGE_FULL));
 *   printf("%s %s: %s\n", hhp_rule_id(rule), severity, hhp_rule_title(rule, HHP_LANG_EN));
 * }
 * @endcode
 */
#ifndef HELHEDSPLAN_RULE_H
#define HELHEDSPLAN_RULE_H

#include <helhedsplan/status.h>
#include <helhedsplan/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Severity of a finding. @since 0.1 */
enum hhp_severity_constant {
  HHP_SEVERITY_OFF = 0,     /**< Not reported. */
  HHP_SEVERITY_INFO = 1,    /**< Worth knowing. */
  HHP_SEVERITY_WARNING = 2, /**< Probably wrong, or wrong later. */
  HHP_SEVERITY_ERROR = 3    /**< Wrong. */
};

/** Stage of a plan: rules are stricter at later stages. @since 0.1 */
enum hhp_stage_constant {
  HHP_STAGE_BY_STATUS = 0, /**< By the status of the plan. */
  HHP_STAGE_DRAFT = 1,     /**< Status draft or cancelled. */
  HHP_STAGE_PREQUAL = 2,   /**< Status prequalified or submitted. */
  HHP_STAGE_FULL = 3       /**< Status approved, running or closed. */
};

/** Which example of a rule. @since 0.1 */
enum hhp_example_constant {
  HHP_EXAMPLE_FAILING = 1, /**< A plan with one finding of the rule. */
  HHP_EXAMPLE_PASSING = 2  /**< The same plan, corrected. */
};

/** @name Finding a rule */
/** @{ */

/** How many rules there are. @since 0.1 */
HHP_API size_t hhp_rule_count(void);

/** A rule, in the order of ids. @return Static; NULL past the end. @since 0.1 */
HHP_API const hhp_rule *hhp_rule_at(size_t index);

/**
 * The rule of that id ("HP401") or slug ("local-share-below-minimum").
 * @return Static; NULL if there is none.
 * @since 0.1
 */
HHP_API const hhp_rule *hhp_rule_find(const char *id);

/** @} */
/** @name A rule */
/** @{ */

/** Its id, such as "HP401". @return Static. @since 0.1 */
HHP_API const char *hhp_rule_id(const hhp_rule *rule);

/** Its slug, such as "local-share-below-minimum". @return Static. @since 0.1 */
HHP_API const char *hhp_rule_slug(const hhp_rule *rule);

/**
 * How severe it is at a stage.
 * @param stage ::HHP_STAGE_DRAFT, ::HHP_STAGE_PREQUAL or ::HHP_STAGE_FULL.
 * @return One of the HHP_SEVERITY constants; ::HHP_SEVERITY_OFF for any other stage.
 * @since 0.1
 */
HHP_API int32_t hhp_rule_severity(const hhp_rule *rule, int32_t stage);

/**
 * Its title.
 * @param lang ::HHP_LANG_DA or ::HHP_LANG_EN; anything else is English.
 * @return Static.
 * @since 0.1
 */
HHP_API const char *hhp_rule_title(const hhp_rule *rule, int32_t lang);

/**
 * Its rationale.
 * @param lang ::HHP_LANG_DA or ::HHP_LANG_EN; anything else is English.
 * @return Static.
 * @since 0.1
 */
HHP_API const char *hhp_rule_rationale(const hhp_rule *rule, int32_t lang);

/**
 * How to correct a finding of it, in general. A finding has the specific remedy (hhp_finding_remedy()).
 * @param lang ::HHP_LANG_DA or ::HHP_LANG_EN; anything else is English.
 * @return Static.
 * @since 0.1
 */
HHP_API const char *hhp_rule_remedy(const hhp_rule *rule, int32_t lang);

/**
 * Its source.
 * @param lang ::HHP_LANG_DA or ::HHP_LANG_EN; anything else is English.
 * @return Static.
 * @since 0.1
 */
HHP_API const char *hhp_rule_source(const hhp_rule *rule, int32_t lang);

/** @} */
/** @name Examples of a rule */
/** @{ */

/**
 * A small plan that shows the rule: a whole document as hhp_check() takes it, in Danish, formatted for people. Other
 * rules may have findings in both, since so small a plan is incomplete. The failing one of HP101 is malformed.
 * @param which ::HHP_EXAMPLE_FAILING or ::HHP_EXAMPLE_PASSING.
 * @return Static; NULL for any other example.
 * @since 0.1
 */
HHP_API const char *hhp_rule_example(const hhp_rule *rule, int32_t which);

/**
 * The stage that the examples of a rule are at, by their status: a rule may be off at the others.
 * @return ::HHP_STAGE_DRAFT, ::HHP_STAGE_PREQUAL or ::HHP_STAGE_FULL; 0 for NULL.
 * @since 0.1
 */
HHP_API int32_t hhp_rule_example_stage(const hhp_rule *rule);

/**
 * The day to check the examples of a rule on (hhp_check_options_set_today()).
 * @return yyyymmdd; 0: not needed.
 * @since 0.1
 */
HHP_API int32_t hhp_rule_example_today(const hhp_rule *rule);

/** @} */
/** @name Words for constants, as in files and on the command line */
/** @{ */

/**
 * The word for a severity: "off", "info", "warning", "error".
 * @return Static; NULL for any other number.
 * @since 0.1
 */
HHP_API const char *hhp_severity_name(int32_t severity);

/** The word for a stage: "draft", "prequal", "full". @return Static; NULL for any other number. @since 0.1 */
HHP_API const char *hhp_stage_name(int32_t stage);

/** @} */

#ifdef __cplusplus
}
#endif

#endif
