/* Sorts findings by importance, and groups them. */
#include "report/gist.h"

#include <helhedsplan/cofinancing.h>
#include <helhedsplan/rule.h>
#include <stdlib.h>
#include <string.h>

#include "base/phrase.h"
#include "base/width.h"

enum { MOST_SEPARATE = 3, MOST_ABOUT = 5, MOST_YEARS = 12, LONGEST_TITLE = 50 };

/* A finding to be sorted. */
typedef struct {
  const hhp_finding *finding;
  const char *rule;
  int32_t severity;
  int rank;
  size_t report, index;
} S_entry;

/* Findings that stop the check and those on money come first, then those on what the plan says, then those on how it is
 * written, and on waivers. */
static int S_subject_rank(const char *rule) {
  if (strcmp(rule, "HP110") <= 0 || strcmp(rule, "HP114") == 0 || rule[2] == '4')
    return 0;
  return rule[2] == '1' || rule[2] == '7' ? 2 : 1;
}

static int S_compare_numbers(size_t a, size_t b) {
  return (a > b) - (a < b);
}

static int S_compare_entries(const void *one, const void *other) {
  const S_entry *a = one, *b = other;
  int rules = strcmp(a->rule, b->rule);
  if (a->severity != b->severity)
    return a->severity > b->severity ? -1 : 1;
  if (a->rank != b->rank)
    return a->rank < b->rank ? -1 : 1;
  if (a->report != b->report)
    return S_compare_numbers(a->report, b->report);
  return rules != 0 ? rules : S_compare_numbers(a->index, b->index);
}

static int S_is_included(const hhp_finding *finding, int32_t least) {
  return hhp_finding_severity(finding) >= least && !hhp_finding_is_waived(finding);
}

static size_t S_count_included(const hhp_report *const *reports, size_t count, int32_t least) {
  size_t included = 0;
  for (size_t i = 0; i < count; i++) {
    for (size_t k = 0; k < hhp_report_count(reports[i]); k++)
      included += (size_t)S_is_included(hhp_report_at(reports[i], k), least);
  }
  return included;
}

/* The findings of at least that severity, in the order of the summary. NULL if out of memory. */
static S_entry *S_sort(const hhp_report *const *reports, size_t count, int32_t least, size_t *used) {
  S_entry *entries = malloc((S_count_included(reports, count, least) + 1) * sizeof(*entries));
  *used = 0;
  for (size_t i = 0; entries != NULL && i < count; i++) {
    for (size_t k = 0; k < hhp_report_count(reports[i]); k++) {
      const hhp_finding *f = hhp_report_at(reports[i], k);
      if (S_is_included(f, least))
        entries[(*used)++] =
            (S_entry){f, hhp_finding_rule(f), hhp_finding_severity(f), S_subject_rank(hhp_finding_rule(f)), i, k};
    }
  }
  if (entries != NULL && *used > 0)
    qsort(entries, *used, sizeof(*entries), S_compare_entries);
  return entries;
}

static int S_fits(const hhp_finding *finding, size_t columns, int32_t lang) {
  const char *message = hhp_finding_message(finding, lang);
  return message != NULL && hhp__columns(message, strlen(message)) <= columns;
}

/* A few findings whose messages fit one line each are not grouped. Returns -1 if a message cannot be formatted. */
static int S_is_grouped(const S_entry *entries, size_t count, size_t columns, int32_t lang) {
  for (size_t i = 0; i < count && count <= MOST_SEPARATE; i++) {
    if (hhp_finding_message(entries[i].finding, lang) == NULL)
      return -1;
    if (!S_fits(entries[i].finding, columns, lang))
      return 1;
  }
  return count > MOST_SEPARATE;
}

static int S_group(hhp__gists *gists, const hhp_report *const *reports, const S_entry *entries, size_t columns,
                   int32_t lang) {
  size_t length = 0;
  for (size_t i = 0; i < gists->all; i += length) {
    const S_entry *first = &entries[i];
    length = 1;
    while (i + length < gists->all && first[length].report == first->report &&
           first[length].severity == first->severity && strcmp(first[length].rule, first->rule) == 0)
      length++;
    int is_together = S_is_grouped(first, length, columns, lang);
    if (is_together < 0)
      return -1;
    length = is_together ? length : 1;
    for (size_t k = 0; k < length; k++)
      gists->findings[i + k] = first[k].finding;
    gists->items[gists->count++] = (hhp__gist){reports[first->report], gists->findings + i, length};
  }
  return 0;
}

int hhp__gists_of(hhp__gists *gists, const hhp_report *const *reports, size_t count, int32_t least, size_t columns,
                  int32_t lang) {
  *gists = (hhp__gists){0};
  S_entry *entries = S_sort(reports, count, least, &gists->all);
  gists->findings = malloc((gists->all + 1) * sizeof(const hhp_finding *));
  gists->items = malloc((gists->all + 1) * sizeof(*gists->items));
  int result = gists->findings == NULL || gists->items == NULL || entries == NULL ? -1 : 0;
  if (result == 0)
    result = S_group(gists, reports, entries, columns, lang);
  free(entries);
  return result;
}

void hhp__gists_free(hhp__gists *gists) {
  free((void *)gists->findings);
  free(gists->items);
  *gists = (hhp__gists){0};
}

/* Index of the argument with that name; the number of arguments if there is none. */
static size_t S_find_argument(const hhp_finding *f, const char *name) {
  size_t count = hhp_finding_argument_count(f), i = 0;
  while (i < count && strcmp(hhp_finding_argument_name(f, i), name) != 0)
    i++;
  return i;
}

static int64_t S_kroner_argument(const hhp_finding *f, const char *name) {
  size_t i = S_find_argument(f, name);
  return hhp_finding_argument_kind(f, i) == HHP_ARGUMENT_KRONER ? hhp_finding_argument_number(f, i) : HHP_ABSENT;
}

static const hhp__phrase S_nothing = {"", ""}, S_at_grant = {" ved uændret tilskud", " at the same grant"};

static void S_put_kroner(hhp__buffer *out, hhp__phrase before, int64_t kroner, hhp__phrase after, int32_t lang) {
  char text[64];
  hhp__put_phrase(out, before, lang);
  if (hhp_kroner_text(kroner, lang, text, sizeof(text)) == HHP_OK)
    hhp__puts(out, text);
  hhp__put_phrase(out, after, lang);
}

/* The shortfall depends on which amount stays. A correction that is impossible has no amount and is left out. */
static int S_put_shortfall(hhp__buffer *out, const hhp_finding *f, int32_t lang) {
  static const hhp__phrase lacking = {"der mangler ", "short by "};
  static const hhp__phrase at_total = {" ved uændret samlet budget", " at the same total"};
  int64_t total = S_kroner_argument(f, "short_by"), grant = S_kroner_argument(f, "short_by_at_grant");
  if (total != HHP_ABSENT) {
    S_put_kroner(out, lacking, total, at_total, lang);
    if (grant != HHP_ABSENT)
      S_put_kroner(out, (hhp__phrase){" eller ", " or by "}, grant, S_at_grant, lang);
    return 1;
  }
  if (grant != HHP_ABSENT)
    S_put_kroner(out, lacking, grant, S_kroner_argument(f, "grant") == 0 ? S_nothing : S_at_grant, lang);
  return grant != HHP_ABSENT;
}

/* While the co-financing is open: the local amount that is not stated. There is no total yet to be short of. With
 * neither grant (HP406) nor total, the amount is that of the budget ceiling, which the plan need not use. */
static int S_put_missing(hhp__buffer *out, const hhp_finding *f, int32_t lang) {
  static const hhp__phrase before = {"der mangler mindst ", "at least "}, before_in_frame = {"der mangler ", ""};
  static const hhp__phrase after = {" i lokal medfinansiering", " of local co-financing is missing"};
  static const hhp__phrase after_in_frame = {" i lokal medfinansiering, hvis rammen udnyttes",
                                             " of local co-financing is missing if the ceiling is used in full"};
  const char *rule = hhp_finding_rule(f);
  int is_without_grant = strcmp(rule, "HP406") == 0;
  if (!is_without_grant && strcmp(rule, "HP416") != 0)
    return 0;
  int is_of_frame = is_without_grant && S_kroner_argument(f, "total") <= 0; /* HHP_ABSENT is below 0 */
  int64_t missing = S_kroner_argument(f, "short_by");
  if (missing > 0)
    S_put_kroner(out, is_of_frame ? before_in_frame : before, missing, is_of_frame ? after_in_frame : after, lang);
  return 1;
}

/* The amount that a finding is about. */
static const struct {
  const char *name;
  hhp__phrase before, after;
} S_amounts[] = {
    {"excess", {"", ""}, {" for meget", " too much"}},
    {"difference", {"forskellen er ", "the difference is "}, {"", ""}},
    {"amount", {"", ""}, {"", ""}},
    {"required", {"kravet er ", "required is "}, {"", ""}},
    {"required_at_grant", {"kravet er ", "required is "}, {" ved uændret tilskud", " at the same grant"}},
};

/* An excess that remains if the grant stays is reported as an excess over the ceiling. */
static void S_put_amount(hhp__buffer *out, const hhp_finding *f, int32_t lang) {
  static const hhp__phrase over_frame = {" over rammen ved uændret tilskud", " over the ceiling at the same grant"};
  int64_t kroner = S_kroner_argument(f, "excess");
  if (S_put_missing(out, f, lang) || S_put_shortfall(out, f, lang))
    return;
  if (kroner != HHP_ABSENT && S_kroner_argument(f, "total_at_grant") != HHP_ABSENT) {
    S_put_kroner(out, S_nothing, kroner, over_frame, lang);
    return;
  }
  for (size_t i = 0; i < sizeof(S_amounts) / sizeof(S_amounts[0]); i++) {
    kroner = S_kroner_argument(f, S_amounts[i].name);
    if (kroner == HHP_ABSENT || kroner == 0)
      continue;
    S_put_kroner(out, S_amounts[i].before, kroner, S_amounts[i].after, lang);
    return;
  }
}

/* The word of the document that a finding is about; NULL: none. */
static const char *S_subject_word(const hhp_finding *f) {
  static const char *const names[] = {"member", "value", "code", "id", "word", "cvr", "party"};
  const char *word = NULL;
  for (size_t i = 0; word == NULL && i < sizeof(names) / sizeof(names[0]); i++)
    word = hhp_finding_argument_text(f, S_find_argument(f, names[i]));
  return word;
}

/* The id of the entity that a finding is in, unless that is the plan; NULL: none. */
static const char *S_subject_entity(const hhp__gist *gist, const hhp_finding *f) {
  const char *entity = hhp_finding_entity(f), *plan = hhp_report_plan_id(gist->report);
  return entity != NULL && plan != NULL && strcmp(entity, plan) == 0 ? NULL : entity;
}

/* What distinguishes a finding from others of its rule: a year; a title, if short; else an id. Rules on the document
 * itself are about words in it: an unknown member is not its activity. */
static void S_put_subject(hhp__buffer *out, const hhp__gist *gist, const hhp_finding *f, int32_t lang) {
  int64_t year = hhp_finding_number(f, "year");
  const char *title = hhp_finding_argument_text(f, S_find_argument(f, "title"));
  const char *word = S_subject_word(f), *entity = S_subject_entity(gist, f);
  if (year != HHP_ABSENT) {
    hhp__put_number(out, year);
  } else if (title != NULL && (entity == NULL || hhp__columns(title, strlen(title)) <= LONGEST_TITLE)) {
    hhp__put_phrase(out, (hhp__phrase){"»", "“"}, lang);
    hhp__puts(out, title);
    hhp__put_phrase(out, (hhp__phrase){"«", "”"}, lang);
  } else if (word != NULL && (entity == NULL || strcmp(hhp_finding_rule(f), "HP110") <= 0)) {
    hhp__puts(out, word);
  } else {
    hhp__puts(out, entity == NULL ? "" : entity);
  }
}

static void S_put_subject_and_amount(hhp__buffer *out, const hhp__gist *gist, const hhp_finding *f, int32_t lang) {
  hhp__buffer amount = {0};
  size_t start = out->length;
  S_put_subject(out, gist, f, lang);
  S_put_amount(&amount, f, lang);
  if (amount.length > 0) {
    int has_subject = out->length > start;
    hhp__puts(out, has_subject ? " (" : "");
    hhp__puts(out, amount.text);
    hhp__puts(out, has_subject ? ")" : "");
  }
  out->failed |= amount.failed;
  hhp__buffer_free(&amount);
}

static void S_put_more(hhp__buffer *out, size_t count, int32_t lang) {
  hhp__put_phrase(out, (hhp__phrase){" og ", " and "}, lang);
  hhp__put_number(out, (int64_t)count);
  hhp__put_phrase(out, (hhp__phrase){" til", " more"}, lang);
}

/* The subjects of all findings, equal ones once, and the number of findings. */
static void S_put_subjects(hhp__buffer *out, const hhp__gist *gist, int32_t lang) {
  hhp__buffer last = {0}, next = {0};
  size_t most = hhp_finding_number(gist->findings[0], "year") != HHP_ABSENT ? MOST_YEARS : MOST_ABOUT;
  size_t put = 0, i = 0;
  for (; i < gist->count && put < most; i++) {
    S_put_subject_and_amount(&next, gist, gist->findings[i], lang);
    int is_new = next.length > 0 && (last.length != next.length || strcmp(last.text, next.text) != 0);
    if (is_new) {
      hhp__puts(out, put == 0 ? ": " : ", ");
      hhp__puts(out, next.text);
      put++;
    }
    out->failed |= next.failed;
    hhp__buffer_free(is_new ? &last : &next);
    last = is_new ? next : last;
    next = (hhp__buffer){0};
  }
  hhp__buffer_free(&last);
  if (i < gist->count)
    S_put_more(out, gist->count - i, lang);
  if (gist->count == 1 || put == i)
    return;
  hhp__puts(out, " (");
  hhp__put_number(out, (int64_t)gist->count);
  hhp__puts(out, ")");
}

/* Whether to show the message: if it fits one line, or two and there is no amount. */
static int S_shows_message(hhp__buffer *out, const hhp__gist *gist, size_t columns, int32_t lang) {
  hhp__buffer amount = {0};
  if (gist->count > 1)
    return 0;
  if (S_fits(gist->findings[0], columns, lang))
    return 1;
  S_put_amount(&amount, gist->findings[0], lang);
  int has_kroner = amount.length > 0;
  out->failed |= amount.failed;
  hhp__buffer_free(&amount);
  return !has_kroner && S_fits(gist->findings[0], 2 * columns, lang);
}

void hhp__put_gist(hhp__buffer *out, const hhp__gist *gist, size_t columns, int32_t lang) {
  const hhp_finding *first = gist->findings[0];
  const char *message = hhp_finding_message(first, lang);
  if (message == NULL) {
    out->failed = 1;
  } else if (S_shows_message(out, gist, columns, lang)) {
    hhp__puts(out, message);
  } else {
    hhp__puts(out, hhp_rule_title(hhp_rule_find(hhp_finding_rule(first)), lang));
    S_put_subjects(out, gist, lang);
  }
}
