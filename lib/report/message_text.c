/* Messages of findings, formatted on first use. */
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/characters.h"
#include "base/date.h"
#include "base/digits.h"
#include "base/kroner.h"
#include "base/phrase.h"
#include "report/finding.h"

static int S_is_among(const char *name, const char *const *names, size_t count) {
  size_t i = 0;
  while (i < count && strcmp(names[i], name) != 0)
    i++;
  return i < count;
}

/* Years and limits for years have no separator. Other numbers have; those small enough to be a year only if the name of
 * the argument says that they count something. */
static const char *S_write_number(const hhp__argument *argument, int32_t lang, char out[HHP__AMOUNT_SIZE]) {
  static const char *const years[] = {"year", "first_year", "last_year"};
  static const char *const counts[] = {"hours", "parties", "goals", "limit"};
  enum { LONGEST_YEAR = 9999 };
  int is_year = S_is_among(argument->name, years, sizeof(years) / sizeof(years[0]));
  int is_count = S_is_among(argument->name, counts, sizeof(counts) / sizeof(counts[0]));
  int is_short = argument->number >= -LONGEST_YEAR && argument->number <= LONGEST_YEAR;
  if (is_year || (is_short && !is_count))
    return hhp__digits(argument->number, out);
  return hhp__write_number(argument->number, lang, out);
}

/* What is shown of a share. */
static int64_t S_shown(const hhp__argument *argument) {
  return argument->is_share ? ((const hhp__share_argument *)argument)->shown : argument->number;
}

static void S_put_argument(hhp__buffer *out, const hhp__argument *argument, int32_t lang) {
  char buffer[HHP__AMOUNT_SIZE];
  switch (argument->kind) {
  case HHP_ARGUMENT_KRONER:
    hhp__puts(out, argument->number == HHP_ABSENT ? "–" : hhp__write_kroner(argument->number, lang, buffer));
    break;
  case HHP_ARGUMENT_SHARE:
    if (argument->is_limit)
      hhp__puts(out, hhp__write_limit(argument->number, lang, buffer));
    else
      hhp__puts(out, S_shown(argument) == HHP_ABSENT ? "–" : hhp__write_share(S_shown(argument), lang, buffer));
    break;
  case HHP_ARGUMENT_DATE:
    hhp__puts(out, hhp__date_in_words((int32_t)argument->number, lang, buffer));
    break;
  case HHP_ARGUMENT_TEXT:
    if (argument->is_word)
      hhp__put_phrase(out, ((const hhp__word_argument *)argument)->phrase, lang);
    else if (argument->text != NULL)
      hhp__put_named(out, argument->text, strlen(argument->text), lang);
    break;
  default:
    hhp__puts(out, S_write_number(argument, lang, buffer));
    break;
  }
}

static int S_equals(const char *name, size_t length, const char *wanted) {
  return strlen(wanted) == length && memcmp(name, wanted, length) == 0;
}

/* Money from other parties beside the grant, on which the amount that is required depends too; nothing if there is
 * none. */
static void S_put_third_party(hhp__buffer *out, const hhp_finding *finding, int32_t lang) {
  char buffer[HHP__AMOUNT_SIZE];
  int64_t kroner = hhp_finding_number(finding, "third_party");
  if (kroner == HHP_ABSENT)
    return;
  hhp__put_phrase(out, (hhp__phrase){" og ", " with "}, lang);
  hhp__puts(out, hhp__write_kroner(kroner, lang, buffer));
  hhp__put_phrase(out, (hhp__phrase){" fra andre parter", " from other parties"}, lang);
}

static void S_put_argument_named(hhp__buffer *out, const hhp_finding *finding, const char *name, size_t length,
                                 int32_t lang) {
  if (S_equals(name, length, "related_line")) {
    hhp__put_number(out, (int64_t)hhp_finding_related_line(finding, 0));
    return;
  }
  if (S_equals(name, length, "related_column")) {
    hhp__put_number(out, (int64_t)hhp_finding_related_column(finding, 0));
    return;
  }
  if (S_equals(name, length, "and_third_party")) {
    S_put_third_party(out, finding, lang);
    return;
  }
  for (const hhp__argument *argument = finding->arguments; argument != NULL; argument = argument->next) {
    if (S_equals(name, length, argument->name)) {
      S_put_argument(out, argument, lang);
      return;
    }
  }
}

/* In Danish an amount ends in "kr."; at the end of a sentence its point is also the full stop. */
static int S_is_second_full_stop(const hhp__buffer *out, const char *rest) {
  return rest[0] == '.' && (rest[1] == ' ' || rest[1] == '\0') && out->length > 0 && out->text[out->length - 1] == '.';
}

static char *S_format(const hhp_finding *finding, int32_t lang, int is_remedy) {
  hhp__buffer out = {0};
  const char *p = hhp__message_template(finding->message, lang, is_remedy);
  while (*p != '\0') {
    const char *end = *p == '{' ? strchr(p, '}') : NULL;
    if (end == NULL) {
      hhp__putc(&out, *p++);
      continue;
    }
    S_put_argument_named(&out, finding, p + 1, (size_t)(end - p - 1), lang);
    p = end + 1;
    if (!out.failed && S_is_second_full_stop(&out, p))
      p++;
  }
  return hhp__buffer_take(&out, NULL);
}

/* Readers get a const finding; its texts, and each of them, are set once, atomically, by whichever thread is first.
 * NULL if memory ran out. */
static hhp__finding_texts *S_texts(const hhp_finding *finding) {
  _Atomic(hhp__finding_texts *) *kept = &((hhp_finding *)(uintptr_t)finding)->texts;
  hhp__finding_texts *texts = atomic_load(kept);
  if (texts != NULL)
    return texts;
  texts = calloc(1, sizeof(*texts));
  hhp__finding_texts *other = NULL;
  if (texts == NULL || atomic_compare_exchange_strong(kept, &other, texts))
    return texts;
  free(texts);
  return other;
}

static const char *S_cached_text(const hhp_finding *finding, int32_t lang, int is_remedy) {
  hhp__finding_texts *texts = finding == NULL ? NULL : S_texts(finding);
  if (texts == NULL)
    return NULL;
  _Atomic(char *) *kept = &texts->of[is_remedy][lang != HHP_LANG_DA];
  char *text = atomic_load(kept);
  if (text != NULL)
    return text;
  text = S_format(finding, lang, is_remedy);
  char *other = NULL;
  if (text == NULL || atomic_compare_exchange_strong(kept, &other, text))
    return text;
  free(text);
  return other;
}

const char *hhp_finding_message(const hhp_finding *finding, int32_t lang) {
  return S_cached_text(finding, lang, 0);
}

const char *hhp_finding_remedy(const hhp_finding *finding, int32_t lang) {
  return S_cached_text(finding, lang, 1);
}
