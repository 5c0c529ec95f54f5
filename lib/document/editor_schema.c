/* What editors show of the schemas of plans and schemes: descriptions in one language, the meaning of words, codes with
 * their names, and snippets. The keywords are those of VS Code's JSON service
 * (code.visualstudio.com/docs/languages/json). */
#include "document/editor_schema.h"

#include <string.h>

#include <helhedsplan/municipality.h>
#include <helhedsplan/scheme.h>

#include "base/buffer.h"
#include "model/model.h"

/* --- Descriptions and words --- */

static json_t *S_taken(hhp__buffer *text) {
  json_t *string = text->failed ? NULL : json_string(text->text);
  hhp__buffer_free(text);
  return string;
}

static void S_put_all(hhp__buffer *out, const char *const *texts) {
  for (size_t i = 0; texts[i] != NULL; i++)
    hhp__puts(out, texts[i]);
}

static void S_set(json_t *schema, const char *keyword, json_t *value, int *failed) {
  if (json_object_set_new(schema, keyword, value) != 0)
    *failed = 1;
}

/* The description, and a list of the words with their meanings. */
static json_t *S_markdown(const hhp__field *field, const hhp__enum *words, int32_t lang) {
  hhp__buffer text = {0};
  hhp__put_phrase(&text, field->doc, lang);
  hhp__puts(&text, "\n\n");
  for (size_t i = 0; i < words->count; i++)
    S_put_all(&text, (const char *const[]){i == 0 ? "- `" : "\n- `", words->values[i].json,
                                           "`: ", hhp__in_lang(words->values[i].title, lang), NULL});
  return S_taken(&text);
}

static json_t *S_titles(const hhp__enum *words, int32_t lang, int *failed) {
  json_t *titles = json_array();
  for (size_t i = 0; i < words->count; i++) {
    if (json_array_append_new(titles, json_string(hhp__in_lang(words->values[i].title, lang))) != 0)
      *failed = 1;
  }
  return titles;
}

static void S_describe_words(json_t *property, const hhp__field *field, int32_t lang, int *failed) {
  const hhp__enum *words = &hhp__enums[field->target];
  S_set(property, "enumDescriptions", S_titles(words, lang, failed), failed);
  S_set(property, "markdownEnumDescriptions", S_titles(words, lang, failed), failed);
  S_set(property, "markdownDescription", S_markdown(field, words, lang), failed);
}

/* --- Codes that are known; others are as valid as before --- */

static json_t *S_suggestion(const char *code, const char *name) {
  return json_pack("{s:o, s:s, s:s}", "label", json_sprintf("%s · %s", code, name), "description", name, "body", code);
}

static void S_suggest(json_t *suggestions, const char *code, const char *name, int *failed) {
  if (json_array_append_new(suggestions, S_suggestion(code, name)) != 0)
    *failed = 1;
}

static json_t *S_municipalities(int *failed) {
  json_t *suggestions = json_array();
  for (size_t i = 0; i < hhp_municipality_count(); i++) {
    const char *code = hhp_municipality_code_at(i);
    S_suggest(suggestions, code, hhp_municipality_name(code), failed);
  }
  return suggestions;
}

static json_t *S_schemes(int32_t lang, int *failed) {
  json_t *suggestions = json_array();
  for (size_t i = 0; i < hhp_scheme_count(); i++) {
    const hhp_scheme *scheme = hhp_scheme_at(i);
    const hhp__phrase title = {hhp_scheme_title_da(scheme), hhp_scheme_title_en(scheme)};
    S_suggest(suggestions, hhp_scheme_id(scheme), hhp__in_lang(title, lang), failed);
  }
  return suggestions;
}

static const hhp_scheme_area *S_area(const hhp_scheme *scheme, const char *code) {
  for (size_t i = 0; i < hhp_scheme_focus_area_count(scheme); i++) {
    const hhp_scheme_area *area = hhp_scheme_focus_area_at(scheme, i);
    if (strcmp(hhp_scheme_area_code(area), code) == 0)
      return area;
  }
  return NULL;
}

/* The title of the code in each scheme that has it. */
static void S_suggest_area(json_t *suggestions, const char *code, int32_t lang, int *failed) {
  hhp__buffer titles = {0};
  for (size_t i = 0; i < hhp_scheme_count(); i++) {
    const hhp_scheme_area *area = S_area(hhp_scheme_at(i), code);
    if (area == NULL)
      continue;
    const hhp__phrase title = {hhp_scheme_area_title_da(area), hhp_scheme_area_title_en(area)};
    S_put_all(&titles, (const char *const[]){titles.length == 0 ? "" : "; ", hhp__in_lang(title, lang), " (",
                                             hhp_scheme_id(hhp_scheme_at(i)), ")", NULL});
  }
  if (titles.failed)
    *failed = 1;
  else
    S_suggest(suggestions, code, titles.text, failed);
  hhp__buffer_free(&titles);
}

static int S_is_in_older(size_t scheme, const char *code) {
  for (size_t i = 0; i < scheme; i++) {
    if (S_area(hhp_scheme_at(i), code) != NULL)
      return 1;
  }
  return 0;
}

/* Those of all schemes, once each. */
static json_t *S_focus_areas(int32_t lang, int *failed) {
  json_t *suggestions = json_array();
  for (size_t i = 0; i < hhp_scheme_count(); i++) {
    for (size_t j = 0; j < hhp_scheme_focus_area_count(hhp_scheme_at(i)); j++) {
      const char *code = hhp_scheme_area_code(hhp_scheme_focus_area_at(hhp_scheme_at(i), j));
      if (!S_is_in_older(i, code))
        S_suggest_area(suggestions, code, lang, failed);
    }
  }
  return suggestions;
}

static void S_suggest_codes(json_t *property, int entity, size_t field, int32_t lang, int *failed) {
  if (entity == HHP__E_plan && field == HHP__plan_scheme)
    S_set(property, "defaultSnippets", S_schemes(lang, failed), failed);
  else if (entity == HHP__E_plan && field == HHP__plan_municipality_code)
    S_set(property, "defaultSnippets", S_municipalities(failed), failed);
  else if (entity == HHP__E_focus_area && field == HHP__focus_area_code)
    S_set(property, "defaultSnippets", S_focus_areas(lang, failed), failed);
}

/* --- Snippets --- */

enum { MOST_MEMBERS = 8 };

typedef enum { TEXT, LIST, WORD, NUMBER } S_kind;

/* In the notation of editors, each member is a place to write at. A placeholder is a text that is no valid date, so
 * that it cannot be left by mistake; a number has none. */
static const struct {
  int entity;
  hhp__phrase label;
  struct {
    size_t field;
    S_kind kind;
    hhp__phrase placeholder;
  } members[MOST_MEMBERS];
  size_t count;
} S_snippets[] = {
    {HHP__E_party,
     {"en part", "a party"},
     {{HHP__party_id, TEXT, {"id", "id"}},
      {HHP__party_name, TEXT, {"navn", "name"}},
      {HHP__party_kind, WORD, {"", ""}}},
     3},
    {HHP__E_activity,
     {"en aktivitet", "an activity"},
     {{HHP__activity_id, TEXT, {"id", "id"}},
      {HHP__activity_title, TEXT, {"titel", "title"}},
      {HHP__activity_focus_areas, LIST, {"indsatsområde", "focus area"}},
      {HHP__activity_goals, LIST, {"mål", "goal"}},
      {HHP__activity_purpose, TEXT, {"formål", "purpose"}},
      {HHP__activity_lead, TEXT, {"part", "party"}},
      {HHP__activity_start, TEXT, {"åååå-mm", "yyyy-mm"}},
      {HHP__activity_end, TEXT, {"åååå-mm", "yyyy-mm"}}},
     8},
    {HHP__E_contribution,
     {"et bidrag", "a contribution"},
     {{HHP__contribution_parties, LIST, {"part", "party"}},
      {HHP__contribution_kind, WORD, {"", ""}},
      {HHP__contribution_amount, NUMBER, {"", ""}}},
     3},
};

static json_t *S_choice(const hhp__enum *words, int stop) {
  hhp__buffer text = {0};
  hhp__puts(&text, "${");
  hhp__put_number(&text, stop);
  for (size_t i = 0; i < words->count; i++)
    S_put_all(&text, (const char *const[]){i == 0 ? "|" : ",", words->values[i].json, NULL});
  hhp__puts(&text, "|}");
  return S_taken(&text);
}

static json_t *S_place(const hhp__field *field, S_kind kind, const char *placeholder, int stop) {
  switch (kind) {
  case TEXT:
    return json_sprintf("${%d:%s}", stop, placeholder);
  case LIST:
    return json_pack("[o]", json_sprintf("${%d:%s}", stop, placeholder));
  case WORD:
    return S_choice(&hhp__enums[field->target], stop);
  case NUMBER:
    break;
  }
  return json_sprintf("^$%d", stop); /* without quotation marks */
}

static void S_add_snippet(json_t *described, int entity, int32_t lang, int *failed) {
  for (size_t i = 0; i < sizeof(S_snippets) / sizeof(S_snippets[0]); i++) {
    if (S_snippets[i].entity != entity)
      continue;
    json_t *body = json_object();
    for (size_t j = 0; j < S_snippets[i].count; j++) {
      const hhp__field *field = &hhp__entities[entity].fields[S_snippets[i].members[j].field];
      const char *placeholder = hhp__in_lang(S_snippets[i].members[j].placeholder, lang);
      S_set(body, field->json, S_place(field, S_snippets[i].members[j].kind, placeholder, (int)j + 1), failed);
    }
    S_set(described, "defaultSnippets",
          json_pack("[{s:s, s:s, s:o}]", "label", hhp__in_lang(S_snippets[i].label, lang), "description",
                    hhp__in_lang(hhp__entities[entity].doc, lang), "body", body),
          failed);
  }
}

/* --- Entities --- */

static void S_describe_field(json_t *property, int entity, size_t number, int32_t lang, int *failed) {
  const hhp__field *field = &hhp__entities[entity].fields[number];
  if (field->shape == HHP__SHAPE_OBJECT) /* a $ref, beside which draft-07 ignores everything */
    return;
  S_set(property, "description", json_string(hhp__in_lang(field->doc, lang)), failed);
  if (field->type == HHP__ENUM)
    S_describe_words(property, field, lang, failed);
  S_suggest_codes(property, entity, number, lang, failed);
}

static void S_describe(json_t *described, int entity, int32_t lang, int *failed) {
  json_t *properties = json_object_get(described, "properties");
  S_set(described, "description", json_string(hhp__in_lang(hhp__entities[entity].doc, lang)), failed);
  for (size_t i = 0; i < hhp__entities[entity].field_count; i++)
    S_describe_field(json_object_get(properties, hhp__entities[entity].fields[i].json), entity, i, lang, failed);
  S_add_snippet(described, entity, lang, failed);
}

void hhp__describe_for_editors(json_t *schema, const json_t *definitions, int root, int32_t lang, int *failed) {
  S_describe(schema, root, lang, failed);
  for (int i = 0; i < HHP__ENTITY_COUNT; i++) {
    json_t *definition = json_object_get(definitions, hhp__entities[i].name);
    if (definition != NULL)
      S_describe(definition, i, lang, failed);
  }
}
