/* The table of rules, generated from rules.def; and look-ups in it. */
#include <string.h>

#include "catalog/registry.h"
#include "model/model.h"

#define OFF HHP_SEVERITY_OFF
#define INFO HHP_SEVERITY_INFO
#define WARNING HHP_SEVERITY_WARNING
#define ERROR HHP_SEVERITY_ERROR

static const hhp_rule S_rules[HHP__RULE_COUNT] = {
#define RULE(number, slug, draft, prequal, full, function, title_da, title_en, why_da, why_en, remedy_da, remedy_en, \
             source_da, source_en)                                                                                   \
  [HHP__RULE_INDEX_##number] = {number,                                                                              \
                                "HP" #number,                                                                        \
                                slug,                                                                                \
                                {OFF, draft, prequal, full},                                                         \
                                {title_da, title_en},                                                                \
                                {why_da, why_en},                                                                    \
                                {remedy_da, remedy_en},                                                              \
                                {source_da, source_en}},
#include "catalog/rules.def"
};

const hhp_rule *hhp__rule_of(hhp__message message) {
  static const uint8_t indices[HHP__MESSAGE_COUNT] = {
#define MESSAGE(key, rule, da, en, remedy_da, remedy_en) [HHP__M_##key] = HHP__RULE_INDEX_##rule,
#include "catalog/messages.def"
  };
  return &S_rules[indices[message]];
}

size_t hhp__rule_index(const hhp_rule *rule) {
  return (size_t)(rule - S_rules);
}

size_t hhp_rule_count(void) {
  return HHP__RULE_COUNT;
}

const hhp_rule *hhp_rule_at(size_t index) {
  return index < HHP__RULE_COUNT ? &S_rules[index] : NULL;
}

const hhp_rule *hhp_rule_find(const char *id) {
  if (id == NULL)
    return NULL;
  for (size_t i = 0; i < HHP__RULE_COUNT; i++) {
    if (strcmp(S_rules[i].id, id) == 0 || strcmp(S_rules[i].slug, id) == 0)
      return &S_rules[i];
  }
  return NULL;
}

const char *hhp_rule_id(const hhp_rule *rule) {
  return rule == NULL ? NULL : rule->id;
}

const char *hhp_rule_slug(const hhp_rule *rule) {
  return rule == NULL ? NULL : rule->slug;
}

int32_t hhp_rule_severity(const hhp_rule *rule, int32_t stage) {
  if (rule == NULL || stage < HHP_STAGE_DRAFT || stage > HHP_STAGE_FULL)
    return HHP_SEVERITY_OFF;
  return rule->severities[stage];
}

const char *hhp_rule_title(const hhp_rule *rule, int32_t lang) {
  return rule == NULL ? NULL : hhp__in_lang(rule->title, lang);
}

const char *hhp_rule_rationale(const hhp_rule *rule, int32_t lang) {
  return rule == NULL ? NULL : hhp__in_lang(rule->why, lang);
}

const char *hhp_rule_remedy(const hhp_rule *rule, int32_t lang) {
  return rule == NULL ? NULL : hhp__in_lang(rule->remedy, lang);
}

const char *hhp_rule_source(const hhp_rule *rule, int32_t lang) {
  return rule == NULL ? NULL : hhp__in_lang(rule->source, lang);
}

const char *hhp_severity_name(int32_t severity) {
  return hhp_enum_word(&hhp__enums[HHP__V_severity], severity);
}

const char *hhp_stage_name(int32_t stage) {
  return stage == HHP_STAGE_BY_STATUS ? NULL : hhp_enum_word(&hhp__enums[HHP__V_stage], stage);
}
