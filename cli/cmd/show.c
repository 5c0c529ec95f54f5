/* helhedsplan show: prints an overview of a plan. */
#include <string.h>

#include "base/date.h"
#include "cli/args/check_options.h"
#include "cli/cmd/cmd.h"
#include "cli/files/load.h"
#include "cli/files/output.h"
#include "cli/print/error.h"
#include "cli/print/focus_areas.h"
#include "cli/print/goal_table.h"
#include "cli/print/layout.h"
#include "cli/print/money.h"
#include "report/constant_words.h"
#include "report/gist.h"

enum { INDENT = 2, LABEL = 17, AMOUNTS = 46, SEVERITY = 10, RULE = 7, GIST = INDENT + SEVERITY + RULE };

static const hhp__phrase S_kind_words[] = {
    {"", ""},
    {"", ""},
    {", medarbejdertimer", ", staff hours"},
    {", lokaler", ", premises"},
    {", ikke-kontant bidrag", ", in kind"},
};

static const hhp__phrase S_qualifier_words[] = {
    {"", ""}, {"", ""}, {"mindst ", "at least "}, {"højst ", "at most "}, {"ca. ", "about "},
};

static const hhp__phrase S_local_words[] = {
    {"", ""},
    {"", ""},
    {", ikke lokalt", ", not local"},
    {", uafklaret om det er lokalt", ", unclear whether local"},
};

/* The phrase for a constant; the first of the table for an unknown one. */
static const char *S_phrase_of(const hhp__phrase phrases[], size_t count, int32_t constant, int32_t lang) {
  return hhp__in_lang(phrases[constant > 0 && (size_t)constant < count ? constant : 0], lang);
}

static const char *S_status(int32_t status, int32_t lang) {
  const char *title = hhp_enum_title(hhp_enum_find("plan_status"), status, lang);
  return title != NULL ? title : "–";
}

static void S_put_date(cli_text *out, int32_t date) {
  char digits[HHP__DATE_SIZE];
  put(out, hhp__date_write(date, digits));
}

/* A label with wrapped text beside it. Frees the text. */
static void S_put_labelled(cli_text *out, const char *label, cli_text *words) {
  if (words->length > 0) {
    put_left(out, label, LABEL);
    put_wrapped(out, text_of(words), LABEL, SCREEN);
    put(out, "\n");
  }
  text_join(out, words);
}

static void S_put_title(cli_text *out, const hhp_plan *plan) {
  cli_text title = {0};
  put_shown(&title, hhp_plan_title(plan));
  size_t width = width_of(text_of(&title));
  put_paragraph(out, text_of(&title), 0);
  put_times(out, '=', width > SCREEN ? SCREEN : width);
  put(out, "\n");
  text_join(out, &title);
}

static void S_put_period(cli_text *words, const hhp_period *period) {
  int32_t start = hhp_period_start(period), end = hhp_period_end(period);
  const char *label = hhp_period_label(period);
  if (label != NULL)
    put_shown(words, label);
  if (start == 0 && end == 0)
    return;
  put(words, label == NULL ? "" : ", ");
  if (start != 0) {
    S_put_date(words, start);
    put(words, " ");
  }
  put(words, "–");
  if (end != 0) {
    put(words, " ");
    S_put_date(words, end);
  }
}

static const char *S_party_name(const hhp_plan *plan, const char *id) {
  const hhp_party *party = hhp_plan_find_party(plan, id);
  return party == NULL ? id : hhp_party_name(party);
}

static void S_put_leads(cli_text *words, const hhp_plan *plan) {
  const hhp_governance *governance = hhp_plan_governance(plan);
  for (size_t i = 0; i < hhp_governance_lead_count(governance); i++) {
    put(words, i == 0 ? "" : ", ");
    put_shown(words, S_party_name(plan, hhp_governance_lead_at(governance, i)));
  }
  if (words->length == 0)
    put(words, "–");
}

static void S_put_scheme(cli_text *words, const hhp_plan *plan, const hhp_scheme *scheme, int32_t lang) {
  if (scheme == NULL) {
    put_shown(words, hhp_plan_scheme(plan));
    put(words, in_lang(lang, " (ukendt)", " (unknown)"));
    return;
  }
  put_shown(words, in_lang(lang, hhp_scheme_title_da(scheme), hhp_scheme_title_en(scheme)));
  put(words, " (");
  put_shown(words, hhp_scheme_id(scheme));
  put(words, ")");
}

/* "Odense (461)"; an unknown code alone. */
static void S_put_municipality(cli_text *words, const hhp_plan *plan) {
  const char *code = hhp_plan_municipality_code(plan);
  const char *name = hhp_municipality_name(code);
  if (code == NULL)
    return;
  if (name != NULL) {
    put(words, name);
    put(words, " (");
    code = hhp_municipality_code(name); /* normalised to three digits */
  }
  put(words, code);
  put(words, name == NULL ? "" : ")");
}

static void S_put_heading(cli_text *out, const hhp_plan *plan, const hhp_scheme *scheme, int32_t lang) {
  cli_text words = {0};
  S_put_title(out, plan);
  put_shown(&words, hhp_plan_area(plan));
  S_put_labelled(out, in_lang(lang, "Område", "Area"), &words);
  S_put_municipality(&words, plan);
  S_put_labelled(out, in_lang(lang, "Kommune", "Municipality"), &words);
  put(&words, S_status(hhp_plan_status(plan), lang));
  S_put_labelled(out, "Status", &words);
  S_put_scheme(&words, plan, scheme, lang);
  S_put_labelled(out, in_lang(lang, "Ordning", "Scheme"), &words);
  S_put_period(&words, hhp_plan_period(plan));
  S_put_labelled(out, in_lang(lang, "Periode", "Period"), &words);
  if (hhp_plan_prequalified_on(plan) != 0)
    S_put_date(&words, hhp_plan_prequalified_on(plan));
  S_put_labelled(out, in_lang(lang, "Prækvalificeret", "Prequalified"), &words);
  S_put_leads(&words, plan);
  S_put_labelled(out, in_lang(lang, "Ledende part", "Lead"), &words);
}

/* A wrapped label, and an amount at the right edge of its last line. */
static void S_put_amount_line(cli_text *out, const char *label, const char *amount) {
  put_times(out, ' ', INDENT);
  size_t column = put_wrapped(out, label, INDENT, AMOUNTS);
  put_right(out, amount, SCREEN - column);
  put(out, "\n");
}

static void S_put_grant(cli_text *out, const hhp_plan *plan, int32_t lang) {
  const hhp_grant *grant = hhp_financing_grant(hhp_plan_financing(plan));
  int64_t applied = hhp_grant_applied(grant), prequalified = hhp_grant_prequalified(grant);
  int64_t awarded = hhp_grant_awarded(grant), counts = awarded;
  const char *party = hhp_grant_party(grant);
  cli_figure amount;
  cli_text label = {0};
  put(&label, in_lang(lang, "Tilskud", "Grant"));
  if (party != NULL) {
    put(&label, in_lang(lang, " fra ", " from "));
    put_shown(&label, S_party_name(plan, party));
  }
  if (awarded != HHP_ABSENT) {
    put(&label, in_lang(lang, ", endeligt tilsagn", ", awarded"));
  } else if (prequalified != HHP_ABSENT) {
    counts = prequalified;
    put(&label, in_lang(lang, ", foreløbigt", ", prequalified"));
  } else if (applied != HHP_ABSENT) {
    counts = applied;
    put(&label, in_lang(lang, ", ansøgt", ", applied for"));
  }
  S_put_amount_line(out, text_of(&label), kroner_words(counts, lang, &amount));
  text_join(out, &label);
}

static void S_put_contributors(cli_text *label, const hhp_plan *plan, const hhp_contribution *contribution,
                               int32_t lang) {
  size_t count = hhp_contribution_party_count(contribution);
  for (size_t i = 0; i < count; i++) {
    put(label, i == 0 ? "" : i + 1 == count ? in_lang(lang, " og ", " and ") : ", ");
    put_shown(label, S_party_name(plan, hhp_contribution_party_at(contribution, i)));
  }
  if (count > 1)
    put(label, in_lang(lang, " i fællesskab", " jointly"));
}

static void S_put_contribution(cli_text *out, const hhp_plan *plan, const hhp_contribution *contribution,
                               int32_t lang) {
  cli_text label = {0}, amount = {0};
  cli_figure figure;
  S_put_contributors(&label, plan, contribution, lang);
  put(&label, S_phrase_of(S_kind_words, sizeof(S_kind_words) / sizeof(S_kind_words[0]),
                          hhp_contribution_kind(contribution), lang));
  if (hhp_contribution_year(contribution) != HHP_ABSENT) {
    put(&label, ", ");
    put_number(&label, hhp_contribution_year(contribution));
  }
  put(&label, S_phrase_of(S_local_words, sizeof(S_local_words) / sizeof(S_local_words[0]),
                          hhp_contribution_effective_counts_as_local(contribution), lang));
  if (hhp_contribution_amount(contribution) != HHP_ABSENT)
    put(&amount, S_phrase_of(S_qualifier_words, sizeof(S_qualifier_words) / sizeof(S_qualifier_words[0]),
                             hhp_contribution_qualifier(contribution), lang));
  put(&amount, kroner_words(hhp_contribution_amount(contribution), lang, &figure));
  S_put_amount_line(out, text_of(&label), text_of(&amount));
  text_join(out, &label);
  text_join(out, &amount);
}

/* A sum is shown only if all its amounts are stated. */
static void S_put_sums(cli_text *out, const hhp_cofinancing_result *r, int32_t lang) {
  cli_figure figure;
  int64_t of_total = r->base == HHP_SHARE_BASE_TOTAL ? r->min_share_bp : HHP_ABSENT;
  int64_t of_grant = r->base == HHP_SHARE_BASE_GRANT ? r->min_share_bp : HHP_ABSENT;
  S_put_amount_line(out, "", "----------------------");
  S_put_amount_line(out, in_lang(lang, "Samlet budget", "Total"), kroner_words(r->total, lang, &figure));
  if (r->stated_total != HHP_ABSENT && r->stated_total != r->total)
    S_put_amount_line(out, in_lang(lang, "Samlet budget, som planen oplyser det", "Total as the plan states it"),
                      kroner_words(r->stated_total, lang, &figure));
  S_put_amount_line(out, in_lang(lang, "Budgetramme", "Budget ceiling"), kroner_words(r->frame, lang, &figure));
  S_put_amount_line(out, in_lang(lang, "Lokal andel af det samlede budget", "Local share of the total"),
                    share_words(r->local, r->total, of_total, lang, &figure));
  S_put_amount_line(out, in_lang(lang, "Lokal andel af tilskuddet", "Local share of the grant"),
                    share_words(r->local, r->grant, of_grant, lang, &figure));
  put(out, "\n");
  put_verdict(out, r, lang, INDENT);
}

static void S_put_financing(cli_text *out, const hhp_plan *plan, const hhp_scheme *scheme, int32_t lang) {
  const hhp_financing *financing = hhp_plan_financing(plan);
  hhp_cofinancing_result result;
  put(out, in_lang(lang, "\nFinansiering\n", "\nFinancing\n"));
  S_put_grant(out, plan, lang);
  for (size_t i = 0; i < hhp_financing_contribution_count(financing); i++)
    S_put_contribution(out, plan, hhp_financing_contribution_at(financing, i), lang);
  hhp_status status = hhp_plan_cofinancing(plan, scheme, &result, sizeof(result));
  if (status == HHP_OK)
    S_put_sums(out, &result, lang);
  else if (status == HHP_ERR_NOT_FOUND)
    put_paragraph(out,
                  in_lang(lang, "Ordningen er ukendt, så andelen kan ikke vurderes; angiv den med --scheme.",
                          "The scheme is unknown, so the share cannot be assessed; specify it with --scheme."),
                  INDENT);
  else
    put_paragraph(out, hhp_status_message(status, lang), INDENT);
}

static void S_put_gist(cli_text *out, const hhp__gist *gist, int32_t lang) {
  const hhp_finding *first = gist->findings[0];
  hhp__buffer words = {0};
  put_times(out, ' ', INDENT);
  put_left(out, hhp__severity_word(hhp_finding_severity(first), lang), SEVERITY);
  put_left(out, hhp_finding_rule(first), RULE);
  hhp__put_gist(&words, gist, SCREEN - GIST, lang);
  put_shown_wrapped(out, words.text == NULL ? "" : words.text, GIST, SCREEN);
  put(out, "\n");
  out->failed |= words.failed;
  hhp__buffer_free(&words);
}

/* Errors and warnings, most important first; those of one rule together. */
static void S_put_findings(cli_text *out, const hhp_report *report, int32_t lang) {
  hhp__gists gists;
  out->failed |= hhp__gists_of(&gists, &report, 1, HHP_SEVERITY_WARNING, SCREEN - GIST, lang) != 0;
  for (size_t i = 0; i < gists.count; i++)
    S_put_gist(out, &gists.items[i], lang);
  hhp__gists_free(&gists);
}

static void S_put_count(cli_text *out, size_t count, const char *one, const char *many) {
  put_number(out, (int64_t)count);
  put(out, " ");
  put(out, count == 1 ? one : many);
}

/* Counts of what is not listed, and how to list it. */
static void S_put_unlisted(cli_text *out, const hhp_report *report, int32_t lang) {
  cli_text rest = {0};
  size_t infos = hhp_report_info_count(report), waived = hhp_report_waived_count(report);
  if (infos + waived > 0)
    put(&rest, in_lang(lang, "Desuden ", "Also "));
  if (infos > 0)
    hhp__put_severity_count(&rest, HHP_SEVERITY_INFO, infos, lang);
  if (infos > 0 && waived > 0)
    put(&rest, in_lang(lang, " og ", ", "));
  if (waived > 0)
    S_put_count(&rest, waived, in_lang(lang, "bemærkning med begrundet undtagelse", "waived"),
                in_lang(lang, "bemærkninger med begrundet undtagelse", "waived"));
  put(&rest, infos + waived > 0 ? ". " : "");
  put_in_lang(&rest, lang, "»helhedsplan validate%s« viser, hvor bemærkningerne hører til, og hvordan de afhjælpes.",
              "“helhedsplan validate%s” shows where the findings are and how to correct them.",
              infos > 0 ? " --show info" : "");
  put_paragraph(out, text_of(&rest), INDENT);
  text_join(out, &rest);
}

static void S_put_findings_section(cli_text *out, const hhp_report *report, int32_t lang) {
  put(out, in_lang(lang, "\nHvad der mangler\n", "\nWhat is missing\n"));
  S_put_findings(out, report, lang);
  if (hhp_report_error_count(report) + hhp_report_warning_count(report) == 0)
    put_paragraph(out, in_lang(lang, "Ingen fejl eller advarsler.", "No errors or warnings."), INDENT);
  if (!hhp_report_is_complete(report))
    put_paragraph(out,
                  in_lang(lang, "Fejlene i selve dokumentet skal rettes, før resten kan kontrolleres.",
                          "The errors in the document itself must be corrected before the rest can be checked."),
                  INDENT);
  if (hhp_report_count(report) > 0)
    S_put_unlisted(out, report, lang);
}

static int S_print_overview(const cli_args *args, const hhp_plan *plan, const hhp_scheme *scheme,
                            const hhp_report *report) {
  cli_text out = {0};
  const hhp_scheme *known = scheme != NULL ? scheme : hhp_scheme_find(hhp_plan_scheme(plan));
  S_put_heading(&out, plan, known, args->lang);
  S_put_financing(&out, plan, known, args->lang);
  put_focus_areas(&out, plan, args->lang);
  put_goals(&out, plan, args->lang);
  S_put_findings_section(&out, report, args->lang);
  return write_text(args->lang, NULL, &out);
}

/* Checks the text, not the plan, so that the findings are the same as those of validate. */
static int S_check_and_show(const cli_args *args, const hhp_plan *plan, const hhp_scheme *scheme,
                            const hhp_check_options *options, const cli_input *bytes) {
  hhp_report *report = report_on(args, args->operands[0]);
  if (report == NULL)
    return CODE_FAULT;
  hhp_status status = hhp_check(bytes->bytes, bytes->length, options, report);
  int code = status == HHP_OK ? S_print_overview(args, plan, scheme, report) : error_status(args->lang, status);
  hhp_report_free(report);
  return code;
}

int show_command(const cli_args *args) {
  cli_scheme scheme;
  cli_input bytes = {0};
  hhp_check_options *options = NULL;
  hhp_plan *plan = NULL;
  int code = scheme_load(&scheme, args, option_value(args, OPTION_SCHEME));
  if (code == CODE_FINE)
    code = check_options_load(&options, args, scheme.value);
  if (code == CODE_FINE && hhp_check_options_set_sha256(options, 0) != HHP_OK) /* which is not shown */
    code = CODE_FAULT;
  if (code == CODE_FINE)
    code = plan_load(&plan, args, args->operands[0], &bytes);
  if (code == CODE_FINE)
    code = S_check_and_show(args, plan, scheme.value, options, &bytes);
  hhp_plan_free(plan);
  input_free(&bytes);
  hhp_check_options_free(options);
  scheme_free(&scheme);
  return code;
}
