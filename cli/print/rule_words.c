/* The names of families, and letters for severities. */
#include "cli/print/rule_words.h"

#include <string.h>

#include "base/phrase.h"
#include "report/constant_words.h"

/* The first id of each family. Ids have equal length, so they sort as strings. */
static const struct {
  const char *first;
  hhp__phrase name;
} S_families[] = {
    {"HP101", {"Dokumentet", "The document"}},
    {"HP111", {"Tekst og identitet", "Text and identity"}},
    {"HP201", {"Mål", "Goals"}},
    {"HP210", {"Indsatsområder", "Focus areas"}},
    {"HP301", {"Aktiviteter", "Activities"}},
    {"HP320", {"Samarbejde, aftaler og ledelse", "Cooperation, agreements and governance"}},
    {"HP401", {"Finansiering", "Financing"}},
    {"HP501", {"Perioder og datoer", "Periods and dates"}},
    {"HP601", {"Opfølgning", "Follow-up"}},
    {"HP701", {"Begrundede undtagelser", "Waivers"}},
};

const char *rule_family(const hhp_rule *rule, int32_t lang) {
  size_t i = sizeof(S_families) / sizeof(S_families[0]) - 1;
  while (i > 0 && strcmp(hhp_rule_id(rule), S_families[i].first) < 0)
    i--;
  return hhp__in_lang(S_families[i].name, lang);
}

void put_severity_letter(cli_text *out, int32_t severity, int32_t lang) {
  const char *word = hhp__severity_word(severity, lang);
  if (severity == HHP_SEVERITY_OFF) {
    put(out, "–");
    return;
  }
  put_times(out, (char)(word[0] - ('a' - 'A')), 1);
}
