/* Finds rules by name; names of families and severities. */
#include "rule.h"

#include <string.h>
#include <strings.h>

#include "nearest.h"

const hhp_rule *rule_meant(const char *word) {
  for (size_t i = 0; i < hhp_rule_count(); i++) {
    const hhp_rule *rule = hhp_rule_at(i);
    const char *id = hhp_rule_id(rule);
    if (strcasecmp(id, word) == 0 || strcmp(id + strlen("HP"), word) == 0 || strcasecmp(hhp_rule_slug(rule), word) == 0)
      return rule;
  }
  return NULL;
}

int complain_no_rule(const cli_args *args, const char *word) {
  cli_nearest near = nearest_to(word);
  for (size_t i = 0; i < hhp_rule_count(); i++) {
    nearest_try(&near, hhp_rule_id(hhp_rule_at(i)));
    nearest_try(&near, hhp_rule_slug(hhp_rule_at(i)));
  }
  if (near.best != NULL)
    return complain_unknown(args, "ukendt regel", "unknown rule", word, near.best);
  return complain_usage(args, "ukendt regel: »%s«; »helhedsplan rules« viser dem alle",
                        "unknown rule: “%s”; “helhedsplan rules” lists them all", word);
}

/* The first id of each family. Ids have equal length, so they sort as strings. */
static const struct {
  const char *first, *da, *en;
} S_families[] = {
    {"HP101", "Dokumentet", "The document"},
    {"HP111", "Tekst og identitet", "Text and identity"},
    {"HP201", "Mål", "Goals"},
    {"HP210", "Indsatsområder", "Focus areas"},
    {"HP301", "Aktiviteter", "Activities"},
    {"HP320", "Samarbejde, aftaler og ledelse", "Cooperation, agreements and governance"},
    {"HP401", "Finansiering", "Financing"},
    {"HP501", "Perioder og datoer", "Periods and dates"},
    {"HP601", "Opfølgning", "Follow-up"},
    {"HP701", "Begrundede undtagelser", "Waivers"},
};

const char *rule_family(const hhp_rule *rule, int32_t lang) {
  size_t i = sizeof(S_families) / sizeof(S_families[0]) - 1;
  while (i > 0 && strcmp(hhp_rule_id(rule), S_families[i].first) < 0)
    i--;
  return say(lang, S_families[i].da, S_families[i].en);
}

static const struct {
  const char *da, *en, *letter_da, *letter_en;
} S_severities[] = {
    [HHP_SEVERITY_OFF] = {"slået fra", "off", "–", "–"},
    [HHP_SEVERITY_INFO] = {"oplysning", "info", "O", "I"},
    [HHP_SEVERITY_WARNING] = {"advarsel", "warning", "A", "W"},
    [HHP_SEVERITY_ERROR] = {"fejl", "error", "F", "E"},
};

const char *severity_word(int32_t severity, int32_t lang) {
  return say(lang, S_severities[severity].da, S_severities[severity].en);
}

const char *severity_letter(int32_t severity, int32_t lang) {
  return say(lang, S_severities[severity].letter_da, S_severities[severity].letter_en);
}
