/* What findings say: the catalogue of messages, and filling in their arguments when somebody asks. */
#include <stdlib.h>
#include <string.h>

#include "core/buffer.h"
#include "core/characters.h"
#include "core/date.h"
#include "core/digits.h"
#include "core/kroner.h"
#include "report/finding.h"

static const struct {
  int rule;
  const char *text[2][2]; /* message and remedy; da and en */
} S_messages[HHP__MESSAGE_COUNT] = {
#define MESSAGE(key, rule, da, en, remedy_da, remedy_en) [HHP__M_##key] = {rule, {{da, en}, {remedy_da, remedy_en}}},
#include "report/catalogue.def"
};

int hhp__message_rule(hhp__message message) {
  return S_messages[message].rule;
}

const char *hhp__message_template(hhp__message message, int32_t lang, int is_remedy) {
  return S_messages[message].text[is_remedy][lang != HHP_LANG_DA];
}

static const struct {
  const char *name;
  int is_in_table;
  const char *title[2]; /* da, en */
} S_arguments[] = {
#define ARGUMENT(name, in_table, da, en) {#name, in_table, {da, en}},
#include "report/arguments.def"
};

enum { ARGUMENTS = sizeof(S_arguments) / sizeof(S_arguments[0]) };

/* Its place in the table; ARGUMENTS where there is none of that name. */
static size_t S_argument_named(const char *name) {
  size_t i = 0;
  while (i < ARGUMENTS && strcmp(S_arguments[i].name, name) != 0)
    i++;
  return i;
}

const char *hhp_argument_title(const char *name, int32_t lang) {
  size_t i = name == NULL ? ARGUMENTS : S_argument_named(name);
  return i == ARGUMENTS ? NULL : S_arguments[i].title[lang != HHP_LANG_DA];
}

int hhp__is_in_table(const char *argument) {
  size_t i = S_argument_named(argument);
  return i < ARGUMENTS && S_arguments[i].is_in_table;
}

static int S_is_among(const char *name, const char *const *names, size_t count) {
  size_t i = 0;
  while (i < count && strcmp(names[i], name) != 0)
    i++;
  return i < count;
}

/* Years have no separators, and neither has a limit for one: other numbers get them, but the short ones that may be a year
 * only where the name says that they count something. */
static const char *S_write_number(const hhp__argument *argument, int32_t lang, char out[HHP__AMOUNT]) {
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

static void S_put_argument(hhp__buffer *out, const hhp__argument *argument, int32_t lang) {
  char room[HHP__AMOUNT];
  switch (argument->kind) {
  case HHP_ARGUMENT_KRONER:
    hhp__puts(out, argument->number == HHP_ABSENT ? "–" : hhp__write_kroner(argument->number, lang, room));
    break;
  case HHP_ARGUMENT_SHARE:
    if (argument->is_limit)
      hhp__puts(out, hhp__write_limit(argument->number, lang, room));
    else
      hhp__puts(out, argument->shown == HHP_ABSENT ? "–" : hhp__write_share(argument->shown, lang, room));
    break;
  case HHP_ARGUMENT_DATE:
    hhp__puts(out, hhp__date_say((int32_t)argument->number, lang, room));
    break;
  case HHP_ARGUMENT_TEXT:
    if (argument->word.key != NULL)
      hhp__puts(out, lang == HHP_LANG_DA ? argument->word.da : argument->word.en);
    else if (argument->text != NULL)
      hhp__put_named(out, argument->text, strlen(argument->text), lang);
    break;
  default:
    hhp__puts(out, S_write_number(argument, lang, room));
    break;
  }
}

static int S_is(const char *name, size_t length, const char *wanted) {
  return strlen(wanted) == length && memcmp(name, wanted, length) == 0;
}

static void S_put_named(hhp__buffer *out, const hhp_finding *finding, const char *name, size_t length, int32_t lang) {
  if (S_is(name, length, "related_line")) {
    hhp__put_number(out, (int64_t)hhp_finding_related_line(finding, 0));
    return;
  }
  if (S_is(name, length, "related_column")) {
    hhp__put_number(out, (int64_t)hhp_finding_related_column(finding, 0));
    return;
  }
  for (uint32_t i = 0; i < finding->arguments.count; i++) {
    const hhp__argument *argument = finding->arguments.items[i];
    if (S_is(name, length, argument->name)) {
      S_put_argument(out, argument, lang);
      return;
    }
  }
}

/* In Danish an amount ends in "kr."; at the end of a sentence one full stop serves both. */
static int S_is_second_stop(const hhp__buffer *out, const char *rest) {
  return rest[0] == '.' && (rest[1] == ' ' || rest[1] == '\0') && out->length > 0 && out->text[out->length - 1] == '.';
}

static char *S_write(const hhp_finding *finding, int32_t lang, int is_remedy) {
  hhp__buffer out = {0};
  const char *p = hhp__message_template(finding->message, lang, is_remedy);
  while (*p != '\0') {
    const char *end = *p == '{' ? strchr(p, '}') : NULL;
    if (end == NULL) {
      hhp__putc(&out, *p++);
      continue;
    }
    S_put_named(&out, finding, p + 1, (size_t)(end - p - 1), lang);
    p = end + 1;
    if (!out.failed && S_is_second_stop(&out, p))
      p++;
  }
  return hhp__buffer_take(&out, NULL);
}

/* The finding is const to its readers; what it keeps here is only ever set once, so that any thread may be the one. */
static const char *S_text(const hhp_finding *finding, int32_t lang, int is_remedy) {
  if (finding == NULL)
    return NULL;
  _Atomic(char *) *kept = &((hhp_finding *)(uintptr_t)finding)->texts[is_remedy][lang != HHP_LANG_DA];
  char *text = atomic_load(kept);
  if (text != NULL)
    return text;
  text = S_write(finding, lang, is_remedy);
  char *other = NULL;
  if (text == NULL || atomic_compare_exchange_strong(kept, &other, text))
    return text;
  free(text);
  return other;
}

const char *hhp_finding_message(const hhp_finding *finding, int32_t lang) {
  return S_text(finding, lang, 0);
}

const char *hhp_finding_remedy(const hhp_finding *finding, int32_t lang) {
  return S_text(finding, lang, 1);
}
