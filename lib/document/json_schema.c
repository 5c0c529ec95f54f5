/* The JSON Schemas of plans and schemes, from the table of fields that the reader uses too; and the public function for
 * every schema. */
#include <jansson.h>

#include <helhedsplan/introspect.h>

#include "base/buffer.h"
#include "base/characters.h"
#include "document/editor_schema.h"
#include "model/forms.h"
#include "model/model.h"
#include "report/report_schema.h"
#include "json/schema_parts.h"
#include "json/write.h"

enum { NO_ENTITY = -1 };

static const hhp__schema_draft S_drafts[] = {
    [HHP_JSON_SCHEMA_2020_12] = {"2020-12", "https://json-schema.org/draft/2020-12/schema", "$defs"},
    [HHP_JSON_SCHEMA_DRAFT_07] = {"draft-07", "http://json-schema.org/draft-07/schema#", "definitions"},
};

/* The formats that have a schema. An id is a URN: a name and a version, separated by colons. */
static const struct {
  const char *format;
  const char *id;
  int entity; /* NO_ENTITY: not described by the table of fields */
} S_formats[] = {
    [HHP_SCHEMA_PLAN] = {"helhedsplan/1", "urn:helhedsplan:1", HHP__E_plan},
    [HHP_SCHEMA_SCHEME] = {"helhedsplan-scheme/1", "urn:helhedsplan-scheme:1", HHP__E_scheme},
    [HHP_SCHEMA_REPORT] = {HHP__REPORT_FORMAT, "urn:helhedsplan-report:1", NO_ENTITY},
};

static json_t *S_object(const hhp__schema_draft *draft, const hhp__field *field) {
  json_t *reference = json_sprintf("#/%s/%s", draft->definitions, hhp__entities[field->target].name);
  return json_pack("{s:o}", "$ref", reference);
}

/* A pattern that a text matches unless hhp__is_blank_text() of it. */
static json_t *S_pattern_of_seen(void) {
  hhp__buffer pattern = {0};
  hhp__put_visible_pattern(&pattern);
  json_t *string = pattern.failed ? NULL : json_string(pattern.text);
  hhp__buffer_free(&pattern);
  return string;
}

static json_t *S_text(const hhp__field *field, int *failed) {
  json_t *schema = json_pack("{s:s}", "type", "string");
  const char *pattern = hhp__pattern(field->form);
  if (pattern != NULL)
    hhp__schema_set(schema, "pattern", json_string(pattern), failed);
  if (field->type == HHP__TEXT && field->is_required) {
    hhp__schema_set(schema, "minLength", json_integer(1), failed);
    hhp__schema_set(schema, "pattern", S_pattern_of_seen(), failed);
  }
  return schema;
}

static json_t *S_enum(const hhp__field *field, int *failed) {
  const hhp__enum *values = &hhp__enums[field->target];
  json_t *words = json_array();
  for (size_t i = 0; i < values->count; i++)
    hhp__schema_append(words, json_string(values->values[i].json), failed);
  return json_pack("{s:o}", "enum", words);
}

static json_t *S_whole_number(const hhp__field *field) {
  return json_pack("{s:s, s:I, s:I}", "type", "integer", "minimum", (json_int_t)field->low, "maximum",
                   (json_int_t)field->high);
}

static json_t *S_list(json_t *items, const hhp__field *field, int *failed) {
  json_t *schema = json_pack("{s:s, s:o}", "type", "array", "items", items);
  if (field->is_required)
    hhp__schema_set(schema, "minItems", json_integer(1), failed);
  return schema;
}

static json_t *S_field(const hhp__schema_draft *draft, const hhp__entity *entity, const hhp__field *field,
                       int *failed) {
  switch (field->shape) {
  case HHP__SHAPE_TEXT:
    return field->type == HHP__FORMAT ? json_pack("{s:s}", "const", entity->format) : S_text(field, failed);
  case HHP__SHAPE_DATE:
    return S_text(field, failed);
  case HHP__SHAPE_NUMBER:
    if (field->type == HHP__ENUM)
      return S_enum(field, failed);
    return field->type == HHP__BOOL ? json_pack("{s:s}", "type", "boolean") : S_whole_number(field);
  case HHP__SHAPE_KRONER:
    return S_whole_number(field);
  case HHP__SHAPE_TEXTS:
    return S_list(S_text(field, failed), field, failed);
  case HHP__SHAPE_OBJECT:
    return S_object(draft, field);
  case HHP__SHAPE_OBJECTS:
  case HHP__SHAPE_ENTITIES:
    break;
  }
  return S_list(S_object(draft, field), field, failed);
}

/* The default, for editors to show. */
static void S_add_default(json_t *schema, const hhp__field *field, int *failed) {
  if (field->fallback_text != NULL)
    hhp__schema_set(schema, "default", json_string(field->fallback_text), failed);
  else if (field->fallback != HHP_ABSENT && field->type == HHP__BOOL)
    hhp__schema_set(schema, "default", json_boolean(field->fallback), failed);
  else if (field->fallback != HHP_ABSENT)
    hhp__schema_set(schema, "default", json_string(hhp__value_of(&hhp__enums[field->target], field->fallback)->json),
                    failed);
}

static json_t *S_member(const hhp__schema_draft *draft, const hhp__entity *entity, const hhp__field *field,
                        int *failed) {
  json_t *schema = S_field(draft, entity, field, failed);
  /* Draft-07 ignores everything beside a $ref. */
  if (field->shape == HHP__SHAPE_OBJECT)
    return schema;
  hhp__schema_set(schema, "description", json_string(field->doc.en), failed);
  S_add_default(schema, field, failed);
  return schema;
}

/* The schema of an object of the entity. */
static void S_describe(json_t *schema, const hhp__schema_draft *draft, const hhp__entity *entity, int *failed) {
  json_t *properties = json_object();
  json_t *required = json_array();
  for (size_t i = 0; i < entity->field_count; i++) {
    const hhp__field *field = &entity->fields[i];
    hhp__schema_set(properties, field->json, S_member(draft, entity, field, failed), failed);
    if (field->is_required)
      hhp__schema_append(required, json_string(field->json), failed);
  }
  hhp__schema_set(schema, "description", json_string(entity->doc.en), failed);
  hhp__schema_set(schema, "type", json_string("object"), failed);
  hhp__schema_set(schema, "properties", properties, failed);
  hhp__schema_set(schema, "patternProperties", json_pack("{s:b}", "^x-", 1), failed);
  hhp__schema_set(schema, "additionalProperties", json_false(), failed);
  if (json_array_size(required) > 0)
    hhp__schema_set(schema, "required", required, failed);
  else
    json_decref(required);
}

/* Whether the entity is part of a plan or of a scheme, the roots excepted. */
static int S_is_part_of(int root, size_t entity) {
  if (entity == HHP__E_plan || entity == HHP__E_scheme)
    return 0;
  return (root == HHP__E_scheme) == (entity == HHP__E_scheme_area);
}

static void S_describe_document(json_t *schema, json_t *definitions, const hhp__schema_draft *draft, int root,
                                int *failed) {
  S_describe(schema, draft, &hhp__entities[root], failed);
  for (size_t i = 0; i < HHP__ENTITY_COUNT; i++) {
    if (!S_is_part_of(root, i))
      continue;
    json_t *definition = json_object();
    S_describe(definition, draft, &hhp__entities[i], failed);
    hhp__schema_set(definitions, hhp__entities[i].name, definition, failed);
  }
}

static const char *S_name_of_lang(int32_t lang) {
  return lang == HHP_LANG_DA ? "da" : "en";
}

/* The schema of a format. `lang` is 0 for one without what only editors have. */
static json_t *S_schema(int32_t of, const hhp__schema_draft *draft, int32_t lang, int *failed) {
  json_t *schema = json_object();
  json_t *definitions = json_object();
  hhp__schema_set(schema, "$schema", json_string(draft->address), failed);
  hhp__schema_set(schema, "$id",
                  lang == 0 ? json_sprintf("%s:%s", S_formats[of].id, draft->name)
                            : json_sprintf("%s:%s:editor:%s", S_formats[of].id, draft->name, S_name_of_lang(lang)),
                  failed);
  hhp__schema_set(schema, "title", json_string(S_formats[of].format), failed);
  if (S_formats[of].entity == NO_ENTITY)
    hhp__report_schema(schema, definitions, draft, failed);
  else
    S_describe_document(schema, definitions, draft, S_formats[of].entity, failed);
  if (lang != 0)
    hhp__describe_for_editors(schema, definitions, S_formats[of].entity, lang, failed);
  hhp__schema_set(schema, draft->definitions, definitions, failed);
  return schema;
}

static hhp_status S_write_schema(int32_t format, int32_t draft, int32_t lang, char **json, size_t *length) {
  if (json == NULL || format < HHP_SCHEMA_PLAN || format > HHP_SCHEMA_REPORT || draft < HHP_JSON_SCHEMA_2020_12 ||
      draft > HHP_JSON_SCHEMA_DRAFT_07)
    return HHP_ERR_ARGUMENT;
  *json = NULL;
  int failed = 0;
  json_t *schema = S_schema(format, &S_drafts[draft], lang, &failed);
  hhp__buffer out = {0};
  if (failed && schema != NULL) {
    json_decref(schema);
    schema = NULL;
  }
  hhp__put_value(&out, schema, 0, 0);
  hhp__putc(&out, '\n');
  *json = hhp__buffer_take(&out, length);
  return *json == NULL ? HHP_ERR_NOMEM : HHP_OK;
}

hhp_status hhp_json_schema_of(int32_t format, int32_t draft, char **json, size_t *length) {
  return S_write_schema(format, draft, 0, json, length);
}

hhp_status hhp_json_schema(int32_t draft, char **json, size_t *length) {
  return hhp_json_schema_of(HHP_SCHEMA_PLAN, draft, json, length);
}

hhp_status hhp_editor_schema(int32_t format, int32_t draft, int32_t lang, char **json, size_t *length) {
  if ((lang != HHP_LANG_DA && lang != HHP_LANG_EN) || format == HHP_SCHEMA_REPORT)
    return HHP_ERR_ARGUMENT;
  return S_write_schema(format, draft, lang, json, length);
}
