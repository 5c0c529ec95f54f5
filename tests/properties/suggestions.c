/* The property that a suggestion removes its finding, and brings no other of the document. One fault is put into a
 * plan: a misspelled member, word, id, code or scheme, or a value as people write it. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "properties/properties.h"
#include "support/draw.h"

enum { LONGEST_SUGGESTION = 150 }; /* longer arguments are cut */

/* A letter is left out, written twice, or replaced; the first one stays. */
static void S_misspell(char *word, random_source *random) {
  size_t length = strlen(word);
  if (length < 3)
    return;
  size_t at = 1 + random_below(random, length - 1);
  switch (random_below(random, 3)) {
  case 0:
    memmove(word + at, word + at + 1, length - at);
    break;
  case 1:
    memmove(word + at + 1, word + at, length - at + 1);
    break;
  default:
    word[at] = word[at] == 'e' ? 'a' : 'e';
  }
}

static json_t *S_misspelled(const json_t *value, random_source *random) {
  char word[200];
  snprintf(word, sizeof(word) - 1, "%s", json_string_value(value));
  S_misspell(word, random);
  return json_string(word);
}

static void S_rename_member(json_t *object, const char *name, random_source *random) {
  char other[100];
  snprintf(other, sizeof(other) - 1, "%s", name);
  S_misspell(other, random);
  if (json_object_get(object, other) != NULL)
    return;
  json_object_set(object, other, json_object_get(object, name));
  json_object_del(object, name);
}

static json_t *S_as_people_write(const json_t *value, const hhp_field *field, random_source *random) {
  static const char *const amounts[] = {"%lld kr.", "%lld", "%lld,00", "kr. %lld", "%lld DKK"};
  char written[100];
  const char *date = json_string_value(value);
  if (json_is_integer(value)) {
    snprintf(written, sizeof(written), amounts[random_below(random, 5)], (long long)json_integer_value(value));
    return json_string(written);
  }
  if (json_is_boolean(value))
    return json_string(json_is_true(value) ? "ja" : "nej");
  if (hhp_field_type(field) != HHP_FIELD_DATE || strlen(date) != 10)
    return NULL;
  snprintf(written, sizeof(written), random_once_in(random, 2) ? "%.2s-%.2s-%.4s" : "%.2s.%.2s.%.4s", date + 8,
           date + 5, date);
  return json_string(written);
}

static void S_damage_value(json_t *object, const hhp_field *field, random_source *random) {
  const char *name = hhp_field_name(field);
  json_t *value = json_object_get(object, name), *other = NULL;
  int32_t type = hhp_field_type(field);
  if (json_is_array(value) && type == HHP_FIELD_REFERENCE) {
    size_t at = random_below(random, json_array_size(value));
    json_array_set_new(value, at, S_misspelled(json_array_get(value, at), random));
    return;
  }
  if (type == HHP_FIELD_WORD || type == HHP_FIELD_REFERENCE || strcmp(name, "scheme") == 0)
    other = S_misspelled(value, random);
  else if (type != HHP_FIELD_OBJECT && !json_is_array(value))
    other = S_as_people_write(value, field, random);
  if (other != NULL)
    json_object_set_new(object, name, other);
}

static void S_damage(json_t *tree, random_source *random) {
  const hhp_entity *entity = NULL;
  json_t *object = draw_object(tree, random, &entity);
  for (int tries = 0; tries < 20; tries++) {
    const hhp_field *field = hhp_entity_field_at(entity, random_below(random, hhp_entity_field_count(entity)));
    if (json_object_get(object, hhp_field_name(field)) == NULL)
      continue;
    if (random_once_in(random, 3))
      S_rename_member(object, hhp_field_name(field), random);
    else
      S_damage_value(object, field, random);
    return;
  }
}

/* --- Following a suggestion --- */

static const char *S_argument(const hhp_finding *f, const char *name) {
  for (size_t i = 0; i < hhp_finding_argument_count(f); i++) {
    if (strcmp(hhp_finding_argument_name(f, i), name) == 0)
      return hhp_finding_argument_text(f, i);
  }
  return NULL;
}

static int S_is_of_document(const hhp_finding *f) {
  return strcmp(hhp_finding_rule(f), "HP110") <= 0;
}

/* What to put in place of the bytes of the finding; 0 if nothing is suggested. "write" is JSON, "suggestion" a text. */
static int S_suggestion(const hhp_finding *f, text *out) {
  const char *write = S_argument(f, "write"), *suggestion = S_argument(f, "suggestion");
  if (!S_is_of_document(f))
    return 0;
  if (write != NULL && strlen(write) < LONGEST_SUGGESTION) {
    text_puts(out, write);
    return 1;
  }
  if (suggestion == NULL || strlen(suggestion) >= LONGEST_SUGGESTION)
    return 0;
  text_puts(out, "\"");
  text_puts(out, suggestion);
  text_puts(out, "\"");
  return 1;
}

static size_t S_count_of_document(const hhp_report *report) {
  size_t count = 0;
  for (size_t i = 0; i < hhp_report_count(report); i++)
    count += (size_t)S_is_of_document(hhp_report_at(report, i));
  return count;
}

static const char *S_follow(trial *t, const text *json, const hhp_finding *f, const text *suggestion, size_t before) {
  text corrected = {0};
  const char *bad = NULL;
  text_add(&corrected, json->bytes, json->length);
  text_replace(&corrected, hhp_finding_offset(f), hhp_finding_length(f), suggestion->bytes, suggestion->length);
  hhp_report *report = check_text(t, corrected.bytes, corrected.length);
  t->cases++;
  if (S_count_of_document(report) >= before) {
    text detail = {0};
    text_puts(&detail, hhp_finding_message(f, HHP_LANG_EN));
    text_puts(&detail, " -> ");
    text_puts(&detail, suggestion->bytes);
    text_puts(&detail, " -> ");
    text_puts(&detail, hhp_finding_message(hhp_report_at(report, 0), HHP_LANG_EN));
    bad = wrong(t, "as many faults as before when what is suggested is written", detail.bytes);
    text_free(&detail);
  }
  hhp_report_free(report);
  text_free(&corrected);
  return bad;
}

const char *suggestions_help(trial *t) {
  json_t *tree = json_deep_copy(t->tree);
  S_damage(tree, &t->random);
  char *written = json_dumps(tree, JSON_INDENT(2));
  text json = {0}, suggestion = {0};
  text_puts(&json, written);
  hhp_report *report = check_text(t, json.bytes, json.length);
  const char *bad = NULL;
  for (size_t i = 0; i < hhp_report_count(report) && bad == NULL; i++) {
    const hhp_finding *f = hhp_report_at(report, i);
    text_clear(&suggestion);
    if (S_suggestion(f, &suggestion))
      bad = S_follow(t, &json, f, &suggestion, S_count_of_document(report));
  }
  hhp_report_free(report);
  text_free(&suggestion);
  text_free(&json);
  free(written);
  json_decref(tree);
  return bad;
}
