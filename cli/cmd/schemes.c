/* helhedsplan schemes: lists the schemes, or shows one in full. */
#include "cli/cmd/cmd.h"
#include "cli/files/load.h"
#include "cli/files/output.h"
#include "cli/print/error.h"
#include "cli/print/layout.h"
#include "cli/print/money.h"

enum { ID = 18, TITLE = 34, YEARS = 11, SHARE = 8, AREAS = 8, LABEL = 24, CODE = 38, WHOLE = 10000 };

static const char *S_scheme_title(const hhp_scheme *scheme, int32_t lang) {
  return in_lang(lang, hhp_scheme_title_da(scheme), hhp_scheme_title_en(scheme));
}

static void S_put_commitment_years(cli_text *out, const hhp_scheme *scheme) {
  if (hhp_scheme_gives_from(scheme) == HHP_ABSENT && hhp_scheme_gives_to(scheme) == HHP_ABSENT) {
    put(out, "–");
    return;
  }
  if (hhp_scheme_gives_from(scheme) != HHP_ABSENT)
    put_number(out, hhp_scheme_gives_from(scheme));
  put(out, "-");
  if (hhp_scheme_gives_to(scheme) != HHP_ABSENT)
    put_number(out, hhp_scheme_gives_to(scheme));
}

static void S_put_scheme_row(cli_text *out, const hhp_scheme *scheme, int32_t lang) {
  cli_figure share;
  cli_text cell = {0};
  put_shown_left(out, hhp_scheme_id(scheme), ID - 2);
  put(out, "  ");
  put_shown_left(out, S_scheme_title(scheme, lang), TITLE - 2);
  put(out, "  ");
  S_put_commitment_years(&cell, scheme);
  put_left(out, text_of(&cell), YEARS);
  put_right(out, limit_words(hhp_scheme_min_local_bp(scheme), lang, &share), SHARE);
  text_join(out, &cell);
  put_number(&cell, (int64_t)hhp_scheme_focus_area_count(scheme));
  put_right(out, text_of(&cell), AREAS);
  put(out, "\n");
  text_join(out, &cell);
}

static int S_print_all(int32_t lang) {
  cli_text out = {0};
  put_left(&out, "id", ID);
  put_left(&out, in_lang(lang, "titel", "title"), TITLE);
  put_left(&out, in_lang(lang, "tilsagn", "years"), YEARS);
  put_right(&out, in_lang(lang, "minimum", "minimum"), SHARE);
  put_right(&out, in_lang(lang, "områder", "areas"), AREAS);
  put(&out, "\n");
  for (size_t i = 0; i < hhp_scheme_count(); i++)
    S_put_scheme_row(&out, hhp_scheme_at(i), lang);
  return write_text(lang, NULL, &out);
}

/* A label with wrapped text beside it. */
static void S_put_labelled(cli_text *out, const char *label, const char *words) {
  put_left(out, label, LABEL);
  put_wrapped(out, words, LABEL, SCREEN);
  put(out, "\n");
}

/* Schemes from files have untrusted text. */
static void S_put_labelled_foreign(cli_text *out, const char *label, const char *foreign) {
  put_left(out, label, LABEL);
  put_shown_wrapped(out, foreign == NULL ? "–" : foreign, LABEL, SCREEN);
  put(out, "\n");
}

static void S_put_documents(cli_text *out, const hhp_scheme *scheme, int32_t lang) {
  const struct {
    int32_t asked;
    hhp__phrase phrase;
  } documents[] = {
      {hhp_scheme_requires_sub_agreements(scheme),
       {"delaftale for hvert indsatsområde", "a sub-agreement for each focus area"}},
      {hhp_scheme_requires_board(scheme), {"bestyrelse på øverste ledelsesniveau", "a board at top management level"}},
      {hhp_scheme_requires_contingency_plan(scheme), {"beredskabsplan", "a contingency plan"}},
  };
  cli_text words = {0};
  for (size_t i = 0; i < sizeof(documents) / sizeof(documents[0]); i++) {
    if (!documents[i].asked)
      continue;
    put(&words, words.length > 0 ? ", " : "");
    put(&words, hhp__in_lang(documents[i].phrase, lang));
  }
  S_put_labelled(out, in_lang(lang, "Kræver", "Requires"), words.length > 0 ? text_of(&words) : "–");
  text_join(out, &words);
}

/* When the annual report is due. */
static void S_put_due(cli_text *words, int months, int32_t lang) {
  if (months == 0)
    put(words, in_lang(lang, "senest ved årets udgang", "by the end of the year"));
  else if (months == 1)
    put(words, in_lang(lang, "senest 1 måned efter årets udgang", "within 1 month of the end of the year"));
  else
    put_in_lang(words, lang, "senest %d måneder efter årets udgang", "within %d months of the end of the year", months);
}

static void S_put_numbers(cli_text *out, const hhp_scheme *scheme, int32_t lang) {
  cli_text words = {0};
  cli_figure share;
  S_put_commitment_years(&words, scheme);
  S_put_labelled(out, in_lang(lang, "Tilsagn i årene", "Commitments in"), text_of(&words));
  text_join(out, &words);
  if (hhp_scheme_nominal_years(scheme) != HHP_ABSENT) {
    int years = (int)hhp_scheme_nominal_years(scheme);
    put_in_lang(&words, lang, "%d år", years == 1 ? "%d year" : "%d years", years);
    S_put_labelled(out, in_lang(lang, "Planens længde", "Length of a plan"), text_of(&words));
    text_join(out, &words);
  }
  put_in_lang(&words, lang, "mindst %s af %s", "at least %s of %s",
              limit_words(hhp_scheme_min_local_bp(scheme), lang, &share),
              hhp_scheme_base(scheme) == HHP_SHARE_BASE_TOTAL ? in_lang(lang, "det samlede budget", "the total")
                                                              : in_lang(lang, "tilskuddet", "the grant"));
  S_put_labelled(out, in_lang(lang, "Lokal medfinansiering", "Local co-financing"), text_of(&words));
  text_join(out, &words);
  if (hhp_scheme_annual_report_months(scheme) != HHP_ABSENT) {
    S_put_due(&words, (int)hhp_scheme_annual_report_months(scheme), lang);
    S_put_labelled(out, in_lang(lang, "Årlig indberetning", "Annual report"), text_of(&words));
  }
  text_join(out, &words);
}

/* Codes are for copying: one too long for its column gets a line of its own. */
static void S_put_focus_area(cli_text *out, const hhp_scheme_area *area, int32_t lang) {
  const char *code = hhp_scheme_area_code(area);
  int is_long = width_of(code) > CODE - 2;
  put(out, "  ");
  if (is_long) {
    put_shown(out, code);
    put(out, "\n");
    put_times(out, ' ', CODE + 2);
  } else {
    put_shown_left(out, code, CODE);
  }
  put_shown_wrapped(out, in_lang(lang, hhp_scheme_area_title_da(area), hhp_scheme_area_title_en(area)), CODE + 2,
                    SCREEN);
  put(out, "\n");
}

static int S_print_one(const hhp_scheme *scheme, int32_t lang) {
  cli_text out = {0};
  S_put_labelled_foreign(&out, "Id", hhp_scheme_id(scheme));
  S_put_labelled_foreign(&out, in_lang(lang, "Titel", "Title"), S_scheme_title(scheme, lang));
  S_put_numbers(&out, scheme, lang);
  S_put_documents(&out, scheme, lang);
  S_put_labelled_foreign(&out, in_lang(lang, "Kilde", "Source"), hhp_scheme_source(scheme));
  put(&out, in_lang(lang, "\nIndsatsområder\n", "\nFocus areas\n"));
  for (size_t i = 0; i < hhp_scheme_focus_area_count(scheme); i++)
    S_put_focus_area(&out, hhp_scheme_focus_area_at(scheme, i), lang);
  return write_text(lang, NULL, &out);
}

int schemes_command(const cli_args *args) {
  if (args->operand_count == 0)
    return S_print_all(args->lang);
  cli_scheme scheme;
  int code = scheme_load(&scheme, args, args->operands[0]);
  if (code == CODE_FINE)
    code = S_print_one(scheme.value, args->lang);
  scheme_free(&scheme);
  return code;
}
