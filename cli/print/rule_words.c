/* The names of families and severities. */
#include "cli/print/rule_words.h"

#include <string.h>

#include "cli/print/lang.h"

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
  return in_lang(lang, S_families[i].da, S_families[i].en);
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
  return in_lang(lang, S_severities[severity].da, S_severities[severity].en);
}

const char *severity_letter(int32_t severity, int32_t lang) {
  return in_lang(lang, S_severities[severity].letter_da, S_severities[severity].letter_en);
}
