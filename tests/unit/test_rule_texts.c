/* Texts and names of rules and findings: complete in both languages, with all placeholders filled, and ids that never
 * change. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "report/finding.h"
#include "unit/corpus.h"

enum { MOST_NAMES = 32 };

/* --- The texts of rules --- */

typedef const char *text_getter(const hhp_rule *rule, int32_t lang);

static const struct {
  const char *name;
  text_getter *get;
  int may_be_alike; /* a pure reference is the same in both languages */
} rule_texts[] = {
    {"title", hhp_rule_title, 0},
    {"rationale", hhp_rule_rationale, 0},
    {"source", hhp_rule_source, 1},
    {"remedy", hhp_rule_remedy, 0},
};

static int is_blank(const char *text) {
  return text == NULL || text[strspn(text, " \t\n")] == '\0';
}

static void every_rule_has_all_texts_in_both_languages(void **state) {
  (void)state;
  for (size_t i = 0; i < hhp_rule_count(); i++) {
    const hhp_rule *rule = hhp_rule_at(i);
    for (size_t k = 0; k < COUNT_OF(rule_texts); k++) {
      const char *da = rule_texts[k].get(rule, HHP_LANG_DA);
      const char *en = rule_texts[k].get(rule, HHP_LANG_EN);
      if (is_blank(da) || is_blank(en))
        fault("%s has no %s in %s", hhp_rule_id(rule), rule_texts[k].name, is_blank(da) ? "Danish" : "English");
      else if (!rule_texts[k].may_be_alike && strcmp(da, en) == 0)
        fault("%s has the same %s in Danish and English: %s", hhp_rule_id(rule), rule_texts[k].name, da);
      else if (strpbrk(da, "{}") != NULL || strpbrk(en, "{}") != NULL)
        fault("%s has a placeholder in its %s", hhp_rule_id(rule), rule_texts[k].name);
    }
  }
  fail_on_faults();
}

/* --- The messages of the catalogue --- */

static const char *const keys[HHP__MESSAGE_COUNT] = {
#define MESSAGE(key, ...) [HHP__M_##key] = #key,
#include "catalog/messages.def"
};

typedef struct {
  const char *names[MOST_NAMES]; /* sorted, without duplicates */
  size_t count;
} name_set;

static int by_name(const void *a, const void *b) {
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static int has_name(const name_set *set, const char *name) {
  for (size_t i = 0; i < set->count; i++) {
    if (strcmp(set->names[i], name) == 0)
      return 1;
  }
  return 0;
}

static name_set placeholders_of(const char *template) {
  name_set set = {.count = 0};
  for (const char *p = strchr(template, '{'); p != NULL; p = strchr(p + 1, '{')) {
    const char *end = strchr(p, '}');
    if (end == NULL) {
      fault("a brace is not closed: %s", template);
      break;
    }
    const char *name = text_of("%.*s", (int)(end - p - 1), p + 1);
    if (has_name(&set, name))
      continue;
    assert_true(set.count < MOST_NAMES);
    set.names[set.count++] = name;
  }
  qsort(set.names, set.count, sizeof(set.names[0]), by_name);
  return set;
}

static const char *written(const name_set *set) {
  const char *text = "";
  for (size_t i = 0; i < set->count; i++)
    text = text_of("%s {%s}", text, set->names[i]);
  return text;
}

static void look_at_message(hhp__message message, int is_remedy) {
  const char *what = is_remedy ? "remedy" : "message";
  const char *da = hhp__message_template(message, HHP_LANG_DA, is_remedy);
  const char *en = hhp__message_template(message, HHP_LANG_EN, is_remedy);
  if (is_blank(da) || is_blank(en)) {
    fault("%s has no %s in %s", keys[message], what, is_blank(da) ? "Danish" : "English");
    return;
  }
  if (strcmp(da, en) == 0)
    fault("%s has the same %s in Danish and English: %s", keys[message], what, da);
  name_set in_da = placeholders_of(da);
  name_set in_en = placeholders_of(en);
  if (strcmp(written(&in_da), written(&in_en)) != 0)
    fault("%s names in its %s%s in Danish, and%s in English", keys[message], what, written(&in_da), written(&in_en));
}

static void every_message_has_the_same_placeholders_in_both_languages(void **state) {
  (void)state;
  for (int message = 0; message < HHP__MESSAGE_COUNT; message++) {
    look_at_message((hhp__message)message, 0);
    look_at_message((hhp__message)message, 1);
  }
  fail_on_faults();
}

/* --- The texts of findings --- */

static int is_filled(const hhp_finding *finding, const char *name) {
  if (strcmp(name, "related_line") == 0 || strcmp(name, "related_column") == 0)
    return hhp_finding_related_line(finding, 0) > 0;
  if (strcmp(name, "and_third_party") == 0) /* nothing where there is none */
    return 1;
  for (size_t i = 0; i < hhp_finding_argument_count(finding); i++) {
    if (strcmp(hhp_finding_argument_name(finding, i), name) != 0)
      continue;
    switch (hhp_finding_argument_kind(finding, i)) {
    case HHP_ARGUMENT_TEXT:
      return hhp_finding_argument_text(finding, i) != NULL;
    case HHP_ARGUMENT_SHARE:
      return 1; /* a number that cannot be calculated is written as a dash */
    default:
      return hhp_finding_argument_number(finding, i) != HHP_ABSENT;
    }
  }
  return 0;
}

static void look_at_placeholders(const char *path, const hhp_finding *finding) {
  for (int part = 0; part < 4; part++) {
    int is_remedy = part & 1;
    int32_t lang = part & 2 ? HHP_LANG_EN : HHP_LANG_DA;
    name_set set = placeholders_of(hhp__message_template((hhp__message)finding->message, lang, is_remedy));
    for (size_t i = 0; i < set.count; i++) {
      if (!is_filled(finding, set.names[i]))
        fault("%s: %s (%s) leaves {%s} of its %s unfilled", path, hhp_finding_rule(finding), keys[finding->message],
              set.names[i], is_remedy ? "remedy" : "message");
    }
  }
}

/* Messages that no plan of reasonable size causes, and those about schemes. */
static const hhp__message said_elsewhere[] = {
    HHP__M_SUM_OVERFLOW,   /* sums of nine million amounts: test_rules_financing.c, on plans that are built */
    HHP__M_SCHEME_YEARS,   /* schemes: test_schemes.c */
    HHP__M_DUPLICATE_CODE, /* schemes: test_schemes.c */
};

static int is_tested_elsewhere(int message) {
  for (size_t i = 0; i < COUNT_OF(said_elsewhere); i++) {
    if ((int)said_elsewhere[i] == message)
      return 1;
  }
  return 0;
}

static void look_at_report(const folder *f, const verdict *v, char *is_said) {
  hhp_report *report = check_as(f, v);
  for (size_t i = 0; i < hhp_report_count(report); i++) {
    const hhp_finding *finding = hhp_report_at(report, i);
    is_said[finding->message] = 1;
    look_at_placeholders(corpus_path(f, v->file), finding);
  }
  hhp_report_free(report);
}

static void every_message_occurs_in_the_corpus_with_placeholders_filled(void **state) {
  (void)state;
  folder *folders;
  size_t count = corpus_folders(&folders);
  char is_said[HHP__MESSAGE_COUNT] = {0};
  for (size_t i = 0; i < count; i++) {
    for (size_t k = 0; k < folders[i].verdict_count; k++) {
      if (is_first_of_group(&folders[i], k))
        look_at_report(&folders[i], &folders[i].verdicts[k], is_said);
    }
  }
  for (int message = 0; message < HHP__MESSAGE_COUNT; message++) {
    if (!is_said[message] && !is_tested_elsewhere(message))
      fault("no plan in tests/corpus/rules/HP%d makes it say %s", hhp__message_rule((hhp__message)message),
            keys[message]);
  }
  fail_on_faults();
}

/* --- Ids never change --- */

#define IDS "tests/corpus/rules/ids.tsv"

typedef struct {
  char id[8];
  char slug[64];
  char mark[16];
} released;

/* Ids and slugs do not span lines: a word, a tab, a word, and optionally a third. */
static size_t read_released(released **out) {
  char *text = source_text(IDS, NULL);
  released *list = NULL;
  size_t count = 0;
  for (char *line = strtok(text, "\n"); line != NULL; line = strtok(NULL, "\n")) {
    released r = {"", "", ""};
    if (line[0] == '#')
      continue;
    if (sscanf(line, "%7[^\t]\t%63[^\t]\t%15s", r.id, r.slug, r.mark) < 2)
      fault("%s: not an id and a slug: %s", IDS, line);
    released *more = realloc(list, (count + 1) * sizeof(*list));
    assert_non_null(more);
    list = more;
    list[count++] = r;
  }
  own(list, free);
  *out = list;
  return count;
}

static void look_at_released(const released *r) {
  const hhp_rule *rule = hhp_rule_find(r->id);
  int is_retired = strcmp(r->mark, "retired") == 0;
  if (r->mark[0] != '\0' && !is_retired)
    fault("%s: %s is marked \"%s\"; there is only \"retired\"", IDS, r->id, r->mark);
  if (rule == NULL && !is_retired)
    fault("%s %s is gone; a rule that is taken back is marked retired in %s", r->id, r->slug, IDS);
  if (rule != NULL && is_retired)
    fault("%s is retired, and its id is used again", r->id);
  if (rule != NULL && !is_retired && strcmp(hhp_rule_slug(rule), r->slug) != 0)
    fault("%s was released as %s and is now %s", r->id, r->slug, hhp_rule_slug(rule));
  if (is_retired && hhp_rule_find(r->slug) != NULL)
    fault("%s is the slug of %s, which is retired, and is used again", r->slug, r->id);
}

static void ids_and_slugs_never_change(void **state) {
  (void)state;
  released *list;
  size_t count = read_released(&list);
  for (size_t i = 0; i < count; i++) {
    look_at_released(&list[i]);
    if (i > 0 && strcmp(list[i - 1].id, list[i].id) >= 0)
      fault("%s: %s is out of order, or listed twice", IDS, list[i].id);
  }
  for (size_t i = 0; i < hhp_rule_count(); i++) {
    const char *id = hhp_rule_id(hhp_rule_at(i));
    size_t k = 0;
    while (k < count && strcmp(list[k].id, id) != 0)
      k++;
    if (k == count)
      fault("%s %s is not listed in %s", id, hhp_rule_slug(hhp_rule_at(i)), IDS);
  }
  fail_on_faults();
}

int main(void) {
  static const struct CMUnitTest tests[] = {
      TEST(every_rule_has_all_texts_in_both_languages),
      TEST(every_message_has_the_same_placeholders_in_both_languages),
      TEST(every_message_occurs_in_the_corpus_with_placeholders_filled),
      TEST(ids_and_slugs_never_change),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
