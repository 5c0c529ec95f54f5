/* The sentences on co-financing. Shares are rounded for display only, never compared. */
#include "cli/print/money.h"

#include <string.h>

#include "cli/print/lang.h"
#include "cli/print/layout.h"

const char *kroner_words(int64_t kroner, int32_t lang, cli_figure *figure) {
  if (kroner == HHP_ABSENT || hhp_kroner_text(kroner, lang, figure->words, sizeof(figure->words)) != HHP_OK)
    strcpy(figure->words, "–");
  return figure->words;
}

/* `limit` is the minimum that the share is compared with. */
const char *share_words(int64_t part, int64_t whole, int64_t limit, int32_t lang, cli_figure *figure) {
  if (part == HHP_ABSENT || whole == HHP_ABSENT ||
      hhp_share_text_beside(part, whole, (int32_t)limit, lang, figure->words, sizeof(figure->words)) != HHP_OK)
    strcpy(figure->words, "–");
  return figure->words;
}

const char *limit_words(int64_t bp, int32_t lang, cli_figure *figure) {
  if (bp == HHP_ABSENT || hhp_limit_text((int32_t)bp, lang, figure->words, sizeof(figure->words)) != HHP_OK)
    strcpy(figure->words, "–");
  return figure->words;
}

/* Ends a sentence, unless it already ends in the full stop of "kr.". */
static void S_end_sentence(cli_text *out) {
  if (out->length > 0 && out->text[out->length - 1] != '.')
    put(out, ".");
}

static int S_is_of_total(const hhp_cofinancing_result *r) {
  return r->base == HHP_SHARE_BASE_TOTAL;
}

static const char *S_base_words(int of_total, int32_t lang) {
  return of_total ? in_lang(lang, "det samlede budget", "the total") : in_lang(lang, "tilskuddet", "the grant");
}

static void S_put_share(cli_text *out, const hhp_cofinancing_result *r, int32_t lang) {
  cli_figure share, least;
  share_words(r->local, S_is_of_total(r) ? r->total : r->grant, r->min_share_bp, lang, &share);
  int passes = r->verdict == HHP_VERDICT_PASSES;
  put_in_lang(out, lang, "Kravet er %s: den lokale andel af %s er %s, %s der kræves mindst %s.",
              "The requirement is %s: the local share of %s is %s, %s at least %s is required.",
              passes ? in_lang(lang, "opfyldt", "met") : in_lang(lang, "ikke opfyldt", "not met"),
              S_base_words(S_is_of_total(r), lang), share.words,
              passes ? in_lang(lang, "og", "and") : in_lang(lang, "men", "but"),
              limit_words(r->min_share_bp, lang, &least));
}

static void S_put_other_base(cli_text *out, const hhp_cofinancing_result *r, int32_t lang) {
  cli_figure share;
  int other_is_total = !S_is_of_total(r);
  if ((other_is_total ? r->passes_of_total : r->passes_of_grant) != HHP_VERDICT_PASSES)
    return;
  put_in_lang(out, lang, " Beregnet af %s ville andelen være %s og kravet opfyldt, men andelen skal beregnes af %s.",
              " Calculated from %s it would be %s, which is sufficient, but the share is to be calculated from %s.",
              S_base_words(other_is_total, lang),
              share_words(r->local, other_is_total ? r->total : r->grant, r->min_share_bp, lang, &share),
              S_base_words(!other_is_total, lang));
}

/* The shortfall for either way to correct it. One of the ways may be impossible. */
static void S_put_shortfalls(cli_text *out, const hhp_cofinancing_result *r, int32_t lang) {
  cli_figure at_total, at_grant;
  int total_can_stay = r->largest_grant_at_total != HHP_ABSENT;
  int grant_can_stay = r->required_at_grant != HHP_ABSENT;
  kroner_words(r->shortfall_at_total, lang, &at_total);
  kroner_words(r->shortfall_at_grant, lang, &at_grant);
  if (total_can_stay && grant_can_stay)
    put_in_lang(out, lang, "Der mangler %s ved uændret samlet budget og %s ved uændret tilskud.",
                "It is short by %s if the total stays, and by %s if the grant stays.", at_total.words, at_grant.words);
  else if (grant_can_stay)
    put_in_lang(out, lang, "Der mangler %s ved uændret tilskud. Ved uændret samlet budget kan kravet ikke opfyldes.",
                "It is short by %s if the grant stays. If the total stays, the requirement cannot be met.",
                at_grant.words);
  else if (total_can_stay)
    put_in_lang(out, lang, "Der mangler %s ved uændret samlet budget. Ved uændret tilskud kan kravet ikke opfyldes.",
                "It is short by %s if the total stays. If the grant stays, the requirement cannot be met.",
                at_total.words);
  else
    put(out, in_lang(lang, "Kravet kan ikke opfyldes, hverken ved uændret samlet budget eller ved uændret tilskud.",
                     "The requirement cannot be met, neither if the total stays nor if the grant stays."));
}

static void S_put_frame(cli_text *out, const hhp_cofinancing_result *r, int32_t lang) {
  cli_figure total, over, frame;
  kroner_words(r->frame, lang, &frame);
  if (r->over_frame != HHP_ABSENT && r->over_frame > 0) {
    put(out, out->length > 0 ? " " : "");
    put_in_lang(out, lang, "Det samlede budget på %s er %s over budgetrammen på %s",
                "The total of %s is %s over the budget ceiling of %s", kroner_words(r->total, lang, &total),
                kroner_words(r->over_frame, lang, &over), frame.words);
    S_end_sentence(out);
  }
  if (r->verdict != HHP_VERDICT_FAILS || r->over_frame_at_grant == HHP_ABSENT || r->over_frame_at_grant <= 0)
    return;
  put_in_lang(out, lang, " Ved uændret tilskud bliver det samlede budget %s, hvilket er %s over budgetrammen på %s",
              " If the grant stays, the total becomes %s, which is %s over the budget ceiling of %s",
              kroner_words(r->total_at_grant, lang, &total), kroner_words(r->over_frame_at_grant, lang, &over),
              frame.words);
  S_end_sentence(out);
  if (r->largest_grant_in_frame == HHP_ABSENT)
    return;
  put_in_lang(out, lang, " Inden for rammen kan tilskuddet højst være %s",
              " Within the ceiling the grant can be at most %s", kroner_words(r->largest_grant_in_frame, lang, &total));
  S_end_sentence(out);
}

/* What is in kind, and what is of unclear status; some may be both. */
static void S_put_uncertain(cli_text *out, const hhp_cofinancing_result *r, int32_t lang) {
  cli_figure in_kind, unclear, both;
  int64_t all_in_kind = r->local - r->local_without_in_kind;
  int64_t unclear_in_kind = all_in_kind - r->local_in_kind;
  put_in_lang(out, lang,
              "Af den lokale medfinansiering er %s ikke-kontante bidrag (medarbejdertimer, lokaler), og for %s er det "
              "uafklaret, om beløbet tæller med",
              "Of the local co-financing, %s is in kind, and it is unclear whether %s counts",
              kroner_words(all_in_kind, lang, &in_kind), kroner_words(r->local_unclear, lang, &unclear));
  if (unclear_in_kind > 0)
    put_in_lang(out, lang, ", heraf %s i ikke-kontante bidrag", ", of which %s is in kind",
                kroner_words(unclear_in_kind, lang, &both));
  S_end_sentence(out);
}

/* Contributions in kind or of unclear status are counted; this is the result without them. */
static void S_put_strict(cli_text *out, const hhp_cofinancing_result *r, int32_t lang) {
  cli_figure strict, share, short_by;
  S_put_uncertain(out, r, lang);
  put_in_lang(
      out, lang, " I sikre, kontante bidrag er der %s, dvs. %s af %s: ",
      " Certain contributions in cash are %s, which is %s of %s: ", kroner_words(r->local_strict, lang, &strict),
      share_words(r->local_strict, S_is_of_total(r) ? r->total : r->grant, r->min_share_bp, lang, &share),
      S_base_words(S_is_of_total(r), lang));
  if (r->verdict_strict == HHP_VERDICT_PASSES)
    put(out, in_lang(lang, "så er kravet også opfyldt.", "the requirement is met even so."));
  else if (r->shortfall_at_total_strict == HHP_ABSENT)
    put(out, in_lang(lang, "så er kravet ikke opfyldt.", "then the requirement is not met."));
  else
    put_in_lang(out, lang, "så er kravet ikke opfyldt, og der mangler %s ved uændret samlet budget.",
                "then the requirement is not met, and it is short by %s if the total stays.",
                kroner_words(r->shortfall_at_total_strict, lang, &short_by));
}

static void S_put_paragraph(cli_text *out, cli_text *words, size_t indent) {
  put_paragraph(out, text_of(words), indent);
  text_join(out, words);
}

/* The local amount required, and the amount that it is calculated from. */
static void S_put_required(cli_text *out, const hhp_cofinancing_result *r, int32_t lang) {
  cli_figure from, others, required;
  kroner_words(r->required, lang, &required);
  if (r->required_from == HHP_REQUIRED_FROM_GRANT && r->stated_third_party > 0 && S_is_of_total(r))
    put_in_lang(out, lang, "Til et tilskud på %s og %s fra andre parter hører mindst %s i lokal medfinansiering",
                "A grant of %s and %s from other parties require at least %s of local co-financing",
                kroner_words(r->grant, lang, &from), kroner_words(r->stated_third_party, lang, &others),
                required.words);
  else if (r->required_from == HHP_REQUIRED_FROM_GRANT)
    put_in_lang(out, lang, "Til et tilskud på %s hører mindst %s i lokal medfinansiering",
                "A grant of %s requires at least %s of local co-financing", kroner_words(r->grant, lang, &from),
                required.words);
  else if (r->required_from == HHP_REQUIRED_FROM_FRAME)
    put_in_lang(out, lang, "Udnyttes budgetrammen på %s, skal %s være lokal medfinansiering",
                "If the budget ceiling of %s is used in full, %s has to be local", kroner_words(r->frame, lang, &from),
                required.words);
  else
    put_in_lang(out, lang, "Af %s skal %s være lokal medfinansiering", "Of %s, %s has to be local",
                kroner_words(r->stated_total, lang, &from), required.words);
}

/* What remains of the stated total beside the grant and the contributions; 0 if the requirement is of another
 * amount. */
static int64_t S_not_stated(const hhp_cofinancing_result *r) {
  if (r->required_from != HHP_REQUIRED_FROM_TOTAL || r->grant == HHP_ABSENT || r->grant >= r->largest_grant)
    return 0;
  return r->stated_total - r->grant - (r->stated_local == HHP_ABSENT ? 0 : r->stated_local) -
         (r->stated_third_party == HHP_ABSENT ? 0 : r->stated_third_party);
}

static void S_put_missing(cli_text *out, const hhp_cofinancing_result *r, int32_t lang) {
  cli_figure stated, missing;
  int may_be_more = r->required_from == HHP_REQUIRED_FROM_GRANT; /* other parties may contribute too */
  int is_least = may_be_more || S_not_stated(r) > r->missing;
  kroner_words(r->stated_local, lang, &stated);
  if (r->stated_local == HHP_ABSENT)
    put(out, in_lang(lang, ", og intet lokalt beløb er oplyst.", ", and no local amount is stated."));
  else if (r->missing == 0 && may_be_more)
    put_in_lang(out, lang, "; %s er oplyst, hvilket er nok, hvis ingen andre parter bidrager med mere.",
                "; %s is stated, which is enough unless other parties contribute more.", stated.words);
  else if (r->missing == 0)
    put_in_lang(out, lang, "; %s er oplyst, hvilket er nok.", "; %s is stated, which is enough.", stated.words);
  else
    put_in_lang(out, lang, "; %s er oplyst, og der mangler %s%s", "; %s is stated, and %s%s is missing.", stated.words,
                is_least ? in_lang(lang, "mindst ", "at least ") : "", kroner_words(r->missing, lang, &missing));
  S_end_sentence(out);
}

/* Where other parties leave less of a total or ceiling than has to be local, as HP406 and HP416. */
static void S_put_too_much(cli_text *out, const hhp_cofinancing_result *r, int32_t lang) {
  cli_figure grant, others, over;
  int64_t total = r->required_from == HHP_REQUIRED_FROM_TOTAL ? r->stated_total : r->frame;
  int64_t local = r->stated_local == HHP_ABSENT ? 0 : r->stated_local;
  int64_t of_fund = r->grant == HHP_ABSENT ? 0 : r->grant;
  if (r->required_from == HHP_REQUIRED_FROM_GRANT || r->stated_third_party == HHP_ABSENT ||
      of_fund + r->stated_third_party > total - local || r->stated_third_party <= total - r->required)
    return;
  int64_t excess = r->stated_third_party - (total - r->required) + of_fund;
  kroner_words(r->stated_third_party, lang, &others);
  kroner_words(excess, lang, &over);
  if (r->grant == HHP_ABSENT)
    put_in_lang(out, lang, " Men andre parter bidrager med %s, hvilket er %s mere, end der så er plads til.",
                " But other parties contribute %s, which is %s more than that leaves room for.", others.words,
                over.words);
  else
    put_in_lang(out, lang, " Men tilskuddet på %s og %s fra andre parter er %s mere, end der så er plads til.",
                " But the grant of %s with %s from other parties is %s more than that leaves room for.",
                kroner_words(r->grant, lang, &grant), others.words, over.words);
}

static void S_put_limits(cli_text *out, const hhp_cofinancing_result *r, int32_t lang) {
  cli_figure amount, grant, frame, over;
  if (r->required_from == HHP_REQUIRED_FROM_GRANT && r->resulting_total != HHP_ABSENT) {
    put_in_lang(out, lang, " Det samlede budget bliver mindst %s", " The total becomes at least %s",
                kroner_words(r->resulting_total, lang, &amount));
    if (r->frame == HHP_ABSENT || r->resulting_total <= r->frame) {
      S_end_sentence(out);
      return;
    }
    put_in_lang(out, lang, ", som er %s over budgetrammen på %s", ", which is %s over the budget ceiling of %s",
                kroner_words(r->resulting_total - r->frame, lang, &over), kroner_words(r->frame, lang, &frame));
    S_end_sentence(out);
  }
  if (r->largest_grant == HHP_ABSENT) {
    S_put_too_much(out, r, lang);
    return;
  }
  put_in_lang(out, lang, " Tilskuddet kan højst være %s", " The grant can be at most %s",
              kroner_words(r->largest_grant, lang, &amount));
  if (r->required_from == HHP_REQUIRED_FROM_TOTAL && r->grant != HHP_ABSENT && r->grant > r->largest_grant)
    put_in_lang(out, lang, ", men er oplyst til %s, dvs. %s for meget", ", but %s is stated, which is %s too much",
                kroner_words(r->grant, lang, &grant), kroner_words(r->grant - r->largest_grant, lang, &over));
  else if (S_not_stated(r) > 0)
    put_in_lang(out, lang, "; med et tilskud på %s er %s af det samlede budget ikke oplyst",
                "; with a grant of %s, %s of the total is not stated", kroner_words(r->grant, lang, &grant),
                kroner_words(S_not_stated(r), lang, &over));
  S_end_sentence(out);
}

static void S_put_open(cli_text *out, const hhp_cofinancing_result *r, int32_t lang) {
  put(out, r->grant == HHP_ABSENT
               ? in_lang(lang, "Den lokale andel er åben: tilskuddet er ikke oplyst.",
                         "The local share is open: the grant is not stated.")
               : in_lang(lang, "Den lokale andel er åben: ikke alle bidrag og deres beløb er oplyst.",
                         "The local share is open: not all contributions and their amounts are stated."));
  if (r->required == HHP_ABSENT)
    return;
  put(out, " ");
  S_put_required(out, r, lang);
  S_put_missing(out, r, lang);
  S_put_limits(out, r, lang);
}

void put_verdict(cli_text *out, const hhp_cofinancing_result *result, int32_t lang, size_t indent) {
  cli_text words = {0};
  if (result->verdict == HHP_VERDICT_OPEN) {
    S_put_open(&words, result, lang);
    S_put_paragraph(out, &words, indent);
    return;
  }
  if (result->verdict == HHP_VERDICT_NOT_COMPUTABLE) {
    put(&words, in_lang(lang, "Andelen kan ikke beregnes: det beløb, som den beregnes af, er 0 kr.",
                        "The share cannot be calculated: the amount that it is calculated from is DKK 0."));
    S_put_paragraph(out, &words, indent);
    return;
  }
  S_put_share(&words, result, lang);
  if (result->verdict == HHP_VERDICT_FAILS)
    S_put_other_base(&words, result, lang);
  S_put_paragraph(out, &words, indent);

  if (result->verdict == HHP_VERDICT_FAILS)
    S_put_shortfalls(&words, result, lang);
  S_put_frame(&words, result, lang);
  if (words.length > 0 || words.failed)
    S_put_paragraph(out, &words, indent);
  if (result->local_in_kind > 0 || result->local_unclear > 0) {
    S_put_strict(&words, result, lang);
    S_put_paragraph(out, &words, indent);
  }
}
