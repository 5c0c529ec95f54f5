/* The verdict on co-financing: one sentence, the figures, and what else they show. All of it comes from the result of
 * the library's own calculation; what is not stated is left out. */
#include "render/html.h"

#include "base/kroner.h"
#include "render/figure_rows.h"
#include "report/constant_words.h"

static const hhp_cofinancing_result *S_money(const hhp_report *report) {
  const hhp__plan_summary *summary = report->summary;
  return summary != NULL && summary->has_money && summary->has_scheme ? &summary->money : NULL;
}

int64_t hhp__missing_kroner(const hhp_report *report) {
  const hhp_cofinancing_result *money = S_money(report);
  if (money == NULL)
    return HHP_ABSENT;
  switch (money->verdict) {
  case HHP_VERDICT_FAILS:
    return hhp__total_can_stay(money) ? money->shortfall_at_total : money->shortfall_at_grant;
  case HHP_VERDICT_PASSES:
    return 0;
  case HHP_VERDICT_OPEN: /* what the whole ceiling would require is not missing in a plan that uses less of it */
    return money->required_from == HHP_REQUIRED_FROM_FRAME ? HHP_ABSENT : money->missing;
  default:
    return HHP_ABSENT;
  }
}

const char *hhp__verdict_class(const hhp_report *report) {
  const hhp_cofinancing_result *money = S_money(report);
  if (money == NULL || money->verdict == HHP_VERDICT_NOT_COMPUTABLE)
    return "none";
  return money->verdict == HHP_VERDICT_FAILS ? "bad" : money->verdict == HHP_VERDICT_PASSES ? "ok" : "open";
}

static void S_put_kroner(hhp__buffer *out, int64_t kroner, int32_t lang) {
  char buffer[HHP__AMOUNT_SIZE];
  hhp__puts(out, hhp__write_kroner(kroner, lang, buffer));
}

static void S_put_share(hhp__buffer *out, const hhp_cofinancing_result *money, int32_t lang) {
  char buffer[HHP__AMOUNT_SIZE];
  int64_t bp, whole = money->base == HHP_SHARE_BASE_GRANT ? money->grant : money->total;
  if (hhp__share_for_minimum(money->local, whole, money->min_share_bp, &bp) != 0)
    return;
  hhp__put_phrase(out, (hhp__phrase){" De lokale midler udgør ", " Local money is "}, lang);
  hhp__puts(out, hhp__write_share(bp, lang, buffer));
  hhp__put_phrase(out, (hhp__phrase){"; kravet er ", "; the requirement is "}, lang);
  hhp__put_requirement(out, money, lang);
  hhp__putc(out, '.');
}

/* Which of the remedies are possible, as in the message of HP401. */
static void S_put_fails(hhp__buffer *out, const hhp_cofinancing_result *money, int32_t lang) {
  int total_can_stay = hhp__total_can_stay(money), grant_can_stay = hhp__grant_can_stay(money);
  hhp__put_phrase(out,
                  (hhp__phrase){"Kravet om lokal medfinansiering er ikke opfyldt",
                                "The requirement for local co-financing is not met"},
                  lang);
  if (total_can_stay) {
    hhp__put_phrase(out, (hhp__phrase){": der mangler ", ": "}, lang);
    S_put_kroner(out, money->shortfall_at_total, lang);
    hhp__put_phrase(out, (hhp__phrase){" ved uændret samlet budget", " is missing at the same total"}, lang);
  }
  if (grant_can_stay) {
    hhp__put_phrase(out, total_can_stay ? (hhp__phrase){", eller ", ", or "} : (hhp__phrase){": der mangler ", ": "},
                    lang);
    S_put_kroner(out, money->shortfall_at_grant, lang);
    hhp__put_phrase(out,
                    total_can_stay ? (hhp__phrase){" ved uændret tilskud", " at the same grant"}
                                   : (hhp__phrase){" ved uændret tilskud", " is missing at the same grant"},
                    lang);
  }
  hhp__putc(out, '.');
  if (!total_can_stay)
    hhp__put_phrase(
        out, (hhp__phrase){" Ved uændret samlet budget kan det ikke opfyldes.", " At the same total it cannot be met."},
        lang);
  if (!grant_can_stay)
    hhp__put_phrase(
        out, (hhp__phrase){" Ved uændret tilskud kan det ikke opfyldes.", " At the same grant it cannot be met."},
        lang);
}

/* Ends a sentence; "kr." ends it already. */
static void S_end(hhp__buffer *out) {
  if (out->length == 0 || out->text[out->length - 1] != '.')
    hhp__putc(out, '.');
}

/* What the requirement is calculated from, while open. */
static hhp__phrase S_basis(const hhp_cofinancing_result *money) {
  switch (money->required_from) {
  case HHP_REQUIRED_FROM_TOTAL:
    return (hhp__phrase){" efter det oplyste samlede budget", " by the total as stated"};
  case HHP_REQUIRED_FROM_GRANT:
    return (hhp__phrase){" efter tilskuddet", " by the grant"};
  default:
    return (hhp__phrase){", hvis budgetrammen udnyttes", " if the budget ceiling is used in full"};
  }
}

static void S_put_open(hhp__buffer *out, const hhp_cofinancing_result *money, int32_t lang) {
  hhp__put_phrase(
      out,
      (hhp__phrase){"Kravet om lokal medfinansiering kan ikke vurderes endnu, fordi ikke alle beløb er oplyst",
                    "The requirement for local co-financing cannot be assessed yet, since not all amounts are "
                    "stated"},
      lang);
  if (money->required == HHP_ABSENT) {
    hhp__putc(out, '.');
    return;
  }
  int is_of_frame = money->required_from == HHP_REQUIRED_FROM_FRAME; /* a plan may use less of it */
  hhp__put_phrase(out, is_of_frame ? (hhp__phrase){": ", ": "} : (hhp__phrase){": mindst ", ": at least "}, lang);
  S_put_kroner(out, money->required, lang);
  hhp__put_phrase(out, (hhp__phrase){" skal være lokale midler", " has to be local money"}, lang);
  hhp__put_phrase(out, S_basis(money), lang);
  if (money->missing > 0) {
    hhp__put_phrase(out,
                    is_of_frame ? (hhp__phrase){", og så mangler der ", ", and then "}
                                : (hhp__phrase){", og der mangler mindst ", ", and at least "},
                    lang);
    S_put_kroner(out, money->missing, lang);
    hhp__put_phrase(out, (hhp__phrase){"", " is missing"}, lang);
  }
  S_end(out);
}

static hhp__phrase S_without_money(const hhp_report *report) {
  if (hhp__report_is_unchecked(report))
    return (hhp__phrase){"Medfinansieringen er ikke vurderet: planen er kun læst.",
                         "The co-financing is not assessed: the plan was only read."};
  if (!hhp_report_is_complete(report))
    return (hhp__phrase){
        "Medfinansieringen er ikke vurderet: fejlene i selve dokumentet skal rettes først.",
        "The co-financing is not assessed: the errors in the document itself have to be corrected first."};
  if (report->summary != NULL && report->summary->has_money)
    return (hhp__phrase){"Medfinansieringen kan ikke vurderes: ordningen er ikke kendt.",
                         "The co-financing cannot be assessed: the scheme is not known."};
  return (hhp__phrase){
      "Medfinansieringen kan ikke vurderes: planen oplyser ingen beløb, eller de kan ikke lægges sammen.",
      "The co-financing cannot be assessed: the plan states no amounts, or they cannot be added up."};
}

void hhp__put_verdict_sentence(hhp__buffer *out, const hhp_report *report, int32_t lang) {
  const hhp_cofinancing_result *money = S_money(report);
  if (money == NULL) {
    hhp__put_phrase(out, S_without_money(report), lang);
  } else if (money->verdict == HHP_VERDICT_FAILS) {
    S_put_fails(out, money, lang);
  } else if (money->verdict == HHP_VERDICT_PASSES) {
    hhp__put_phrase(
        out,
        (hhp__phrase){"Kravet om lokal medfinansiering er opfyldt.", "The requirement for local co-financing is met."},
        lang);
    S_put_share(out, money, lang);
  } else if (money->verdict == HHP_VERDICT_OPEN) {
    S_put_open(out, money, lang);
  } else {
    hhp__put_phrase(out,
                    (hhp__phrase){"Den lokale andel kan ikke beregnes: det beløb, som den skal beregnes af, er 0.",
                                  "The local share cannot be calculated: the amount that it is calculated of is 0."},
                    lang);
  }
}

static void S_put_point(hhp__page *page, hhp__phrase words, int64_t kroner, hhp__phrase rest) {
  hhp__html(page, "<li>");
  hhp__html_phrase(page, words);
  if (kroner != HHP_ABSENT)
    hhp__html_kroner(page, kroner);
  hhp__html_phrase(page, rest);
  S_end(page->out);
  hhp__html(page, "</li>\n");
}

/* What the sentence alone would hide. */
static void S_put_points(hhp__page *page, const hhp_cofinancing_result *money) {
  if (money->over_frame > 0)
    S_put_point(page, (hhp__phrase){"Det samlede budget er ", "The total is "}, money->over_frame,
                (hhp__phrase){" over budgetrammen", " over the budget ceiling"});
  if (money->verdict == HHP_VERDICT_FAILS && money->over_frame_at_grant > 0)
    S_put_point(page,
                (hhp__phrase){"Med uændret tilskud kommer det samlede budget mindst ",
                              "At the same grant, the total becomes at least "},
                money->over_frame_at_grant, (hhp__phrase){" over budgetrammen", " higher than the budget ceiling"});
  if (money->verdict == HHP_VERDICT_PASSES && money->verdict_strict == HHP_VERDICT_FAILS)
    S_put_point(
        page,
        (hhp__phrase){"Kravet er kun opfyldt, fordi ikke-kontante eller uafklarede bidrag er regnet med. I sikre, "
                      "kontante bidrag er der ",
                      "The requirement is met only because contributions that are in kind or unclear are included. "
                      "In certain contributions in cash there is "},
        money->local_strict, (hhp__phrase){"", ""});
  int64_t other = money->base == HHP_SHARE_BASE_GRANT ? money->passes_of_total : money->passes_of_grant;
  if (money->verdict == HHP_VERDICT_FAILS && other == HHP_VERDICT_PASSES)
    S_put_point(
        page,
        money->base == HHP_SHARE_BASE_GRANT
            ? (hhp__phrase){"Andelen er kun tilstrækkelig, hvis den beregnes af det samlede budget, og det gør "
                            "ordningen ikke",
                            "The share is sufficient only of the total, which is not the base of the scheme."}
            : (hhp__phrase){"Andelen er kun tilstrækkelig, hvis den beregnes af tilskuddet, og det gør ordningen "
                            "ikke.",
                            "The share is sufficient only of the grant, which is not the base of the scheme."},
        HHP_ABSENT, (hhp__phrase){"", ""});
}

static void S_put_rows(hhp__page *page, const char *class_name, const hhp__figure_row *rows, size_t count) {
  for (size_t i = 0; i < count; i++) {
    hhp__html(page, "<tr");
    hhp__html(page, class_name);
    hhp__html(page, "><th scope=\"row\">");
    hhp__html_phrase(page, rows[i].label);
    hhp__html(page, "</th><td class=\"n\">");
    hhp__html_prose(page, rows[i].value);
    hhp__html(page, "</td></tr>\n");
  }
}

static void S_put_prose(hhp__page *page, hhp__buffer *words) {
  page->out->failed |= words->failed;
  if (words->text != NULL)
    hhp__html_prose(page, words->text);
  hhp__buffer_free(words);
}

static void S_put_sentence(hhp__page *page, const hhp_report *report) {
  hhp__buffer words = {0};
  hhp__put_verdict_sentence(&words, report, page->lang);
  S_put_prose(page, &words);
}

static void S_put_requirement(hhp__page *page, const hhp_cofinancing_result *money) {
  hhp__buffer words = {0};
  hhp__put_requirement(&words, money, page->lang);
  S_put_prose(page, &words);
}

static void S_put_figures(hhp__page *page, const hhp_cofinancing_result *money) {
  static const hhp__phrase columns[] = {{"Finansiering", "Financing"}, {"Beløb eller andel", "Amount or share"}};
  hhp__figure_row rows[HHP__MOST_FIGURE_ROWS];
  hhp__html_table(page, (hhp__phrase){"Finansiering", "Financing"}, columns, 2, 1, 0);
  S_put_rows(page, "", rows, hhp__figure_rows(money, page->lang, rows));
  S_put_rows(page, " class=\"short\"", rows, hhp__shortfall_rows(money, page->lang, rows));
  hhp__html(page, "<tr><th scope=\"row\">");
  hhp__html_phrase(page, (hhp__phrase){"Krav: ", "Requirement: "});
  S_put_requirement(page, money);
  hhp__html(page, "</th><td class=\"n\">");
  hhp__html(page, hhp__verdict_word(money->verdict, page->lang));
  hhp__html(page, "</td></tr>\n");
  hhp__html_table_end(page, 0);
}

void hhp__html_verdict(hhp__page *page, const hhp_report *report) {
  const hhp_cofinancing_result *money = S_money(report);
  hhp__html_section(page, "cofinancing", (hhp__phrase){"Lokal medfinansiering", "Local co-financing"});
  hhp__html(page, "<div class=\"verdict ");
  hhp__html(page, hhp__verdict_class(report));
  hhp__html(page, "\"><p>");
  S_put_sentence(page, report);
  hhp__html(page, "</p>\n");
  if (money != NULL) {
    hhp__buffer points = {0};
    hhp__page aside = *page;
    aside.out = &points;
    S_put_points(&aside, money);
    page->out->failed |= points.failed;
    if (points.length > 0) {
      hhp__html(page, "<ul>\n");
      hhp__put(page->out, points.text, points.length);
      hhp__html(page, "</ul>\n");
    }
    hhp__buffer_free(&points);
  }
  hhp__html(page, "</div>\n");
  if (money != NULL) {
    hhp__html_money_bar(page, money);
    S_put_figures(page, money);
  }
  hhp__html_section_end(page);
}
