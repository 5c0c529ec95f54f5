/* Parts of explanations shared by the formats. */
#include "cli/print/explanation.h"

#include "base/date.h"
#include "cli/print/lang.h"
#include "cli/print/money.h"
#include "report/constant_words.h"

enum { WHOLE = 10000 };

static void S_put_severities(cli_text *out, const hhp_rule *rule, int32_t lang) {
  int32_t draft = hhp_rule_severity(rule, HHP_STAGE_DRAFT);
  int32_t prequal = hhp_rule_severity(rule, HHP_STAGE_PREQUAL);
  int32_t full = hhp_rule_severity(rule, HHP_STAGE_FULL);
  if (draft == prequal && prequal == full)
    put_in_lang(out, lang, "%s på alle trin", "%s at every stage", hhp__severity_word(draft, lang));
  else
    put_in_lang(out, lang, "%s for udkast, %s ved prækvalifikation, %s for fuld plan",
                "%s at stage draft, %s at prequal, %s at full", hhp__severity_word(draft, lang),
                hhp__severity_word(prequal, lang), hhp__severity_word(full, lang));
}

/* Whether the severity of the rule can be changed, and whether it can be waived. */
static hhp_status S_permissions(const hhp_rule *rule, int *can_be_changed, int *can_be_waived) {
  hhp_check_options *options = NULL;
  hhp_status status = hhp_check_options_new(&options);
  if (status == HHP_OK) {
    hhp_status changed = hhp_check_options_set_severity(options, hhp_rule_id(rule), HHP_SEVERITY_OFF);
    status = hhp_check_options_add_waiver(options, hhp_rule_id(rule), NULL, "?", 0);
    *can_be_changed = changed == HHP_OK;
    *can_be_waived = status == HHP_OK;
    status = status == HHP_ERR_NOT_FOUND ? HHP_OK : status;
  }
  hhp_check_options_free(options);
  return status;
}

static void S_put_permissions(cli_text *out, const hhp_rule *rule, int32_t lang) {
  int can_be_changed = 0, can_be_waived = 0;
  if (S_permissions(rule, &can_be_changed, &can_be_waived) != HHP_OK)
    out->failed = 1;
  if (!can_be_waived)
    put(out, in_lang(lang, "er ikke mulig", "not allowed"));
  else
    put(out, in_lang(lang, "er mulig, i planens »waivers«", "allowed, in the plan's “waivers”"));
  if (can_be_changed)
    put_in_lang(out, lang, "; --rule %s=… ændrer reglens alvorsgrad", "; --rule %s=… changes the severity",
                hhp_rule_id(rule));
  else
    put(out, in_lang(lang, "; reglens alvorsgrad kan ikke ændres", "; the severity cannot be changed"));
}

void put_rule_facts(cli_text *out, const hhp_rule *rule, int32_t lang,
                    void (*put_fact)(cli_text *out, const char *label, const char *words)) {
  cli_text severities = {0}, permissions = {0};
  S_put_severities(&severities, rule, lang);
  S_put_permissions(&permissions, rule, lang);
  put_fact(out, in_lang(lang, "Hvorfor", "Why"), hhp_rule_rationale(rule, lang));
  put_fact(out, in_lang(lang, "Kilde", "Source"), hhp_rule_source(rule, lang));
  put_fact(out, in_lang(lang, "Afhjælpning", "Remedy"), hhp_rule_remedy(rule, lang));
  put_fact(out, in_lang(lang, "Alvorsgrad", "Severity"), text_of(&severities));
  put_fact(out, in_lang(lang, "Undtagelse", "Waiver"), text_of(&permissions));
  text_join(out, &severities);
  text_join(out, &permissions);
}

void put_date(cli_text *out, int64_t date) {
  char words[HHP__DATE_SIZE];
  put(out, hhp__date_write((int32_t)date, words));
}

/* Formats an argument by its kind. Texts are not shortened. */
void put_argument(cli_text *out, const hhp_finding *f, size_t index, int32_t lang) {
  int64_t number = hhp_finding_argument_number(f, index);
  int32_t kind = hhp_finding_argument_kind(f, index);
  cli_figure figure;
  if (kind == HHP_ARGUMENT_TEXT)
    put_shown(out, hhp_finding_argument_text(f, index));
  else if (number == HHP_ABSENT)
    put(out, "–");
  else if (kind == HHP_ARGUMENT_KRONER)
    put(out, kroner_words(number, lang, &figure));
  else if (kind == HHP_ARGUMENT_SHARE)
    put(out, share_words(number, WHOLE, HHP_ABSENT, lang, &figure));
  else if (kind == HHP_ARGUMENT_DATE)
    put_date(out, number);
  else
    put_number(out, number);
}

static int S_has_kind(const hhp_finding *f, int32_t kind) {
  for (size_t i = 0; i < hhp_finding_argument_count(f); i++) {
    if (hhp_finding_argument_kind(f, i) == kind)
      return 1;
  }
  return 0;
}

/* Where JSON has these values, and in which units. */
void put_units(cli_text *out, const hhp_finding *f, int32_t lang) {
  static const struct {
    int32_t kind;
    hhp__phrase unit;
  } units[] = {
      {HHP_ARGUMENT_KRONER, {"beløb i hele kroner", "amounts in whole kroner"}},
      {HHP_ARGUMENT_SHARE, {"andele i basispunkter (2500 er 25 %)", "shares in basis points (2500 is 25 %)"}},
      {HHP_ARGUMENT_DATE, {"datoer som ååååmmdd", "dates as yyyymmdd"}},
  };
  const char *between = ": ";
  put(out, in_lang(lang, "»validate --format json« har dem under »arguments«",
                   "“validate --format json” has them in “arguments”"));
  for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++) {
    if (!S_has_kind(f, units[i].kind))
      continue;
    put(out, between);
    hhp__put_phrase(out, units[i].unit, lang);
    between = ", ";
  }
  put(out, ".");
}

/* "fuld plan", "stage full". */
static void S_put_stage(cli_text *out, int32_t stage, int32_t lang) {
  if (lang == HHP_LANG_DA) {
    put(out, hhp__stage_word(stage, lang));
    return;
  }
  put(out, "stage ");
  put(out, hhp_stage_name(stage));
}

void put_example_heading(cli_text *out, const hhp_rule *rule, int32_t which, int32_t lang) {
  int32_t today = hhp_rule_example_today(rule);
  if (which == HHP_EXAMPLE_PASSING) {
    put(out, in_lang(lang, "Den samme plan, rettet", "The same plan, corrected"));
    return;
  }
  put(out, in_lang(lang, "En plan, der ikke overholder reglen (", "A plan that fails the rule ("));
  S_put_stage(out, hhp_rule_example_stage(rule), lang);
  if (today != 0) {
    char day[HHP__DATE_IN_WORDS_SIZE];
    put(out, in_lang(lang, ", den ", ", on "));
    put(out, hhp__date_in_words(today, lang, day));
  }
  put(out, ")");
}
