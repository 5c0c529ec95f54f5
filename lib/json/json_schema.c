/* The JSON Schema of the plan format, made from the table of fields that the reader runs on. */
#include <jansson.h>

#include <helhedsplan/introspect.h>

#include "core/buffer.h"
#include "model/model.h"
#include "json/put.h"

/* "$" alone also matches before a last line break in some engines, hence "$(?!\n)". */
#define END "$(?!\\n)"
#define ID_PATTERN "^[a-z0-9][a-z0-9-]{0,63}" END
#define LEAP "(?:0[48]|[2468][048]|[13579][26])"

/* Dates that exist, the 29th of February only in leap years. */
static const char S_date_pattern[] =
    "^(?!0000)[0-9]{4}(?:-(?:0[1-9]|1[0-2]))?" END
    "|^(?!0000)[0-9]{4}-(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])" END
    "|^(?!0000)[0-9]{4}-(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)" END "|^(?!0000)[0-9]{4}-02-(?:0[1-9]|1[0-9]|2[0-8])" END
    "|^(?!0000)(?:[0-9]{2}" LEAP "|(?:00|" LEAP ")00)-02-29" END;

static const struct {
  uint8_t type;
  const char *pattern;
} S_patterns[] = {
    {HHP__ID, ID_PATTERN},
    {HHP__REF, ID_PATTERN},
    {HHP__REFS, ID_PATTERN},
    {HHP__CODE, ID_PATTERN},
    {HHP__CVR, "^[0-9]{8}" END},
    {HHP__MUNICIPALITY, "^0?[0-9]{3}" END},
    {HHP__DECIMAL, "^-?(?:0|[1-9][0-9]{0,13})(?:\\.[0-9]{1,4})?" END},
    {HHP__DATE_FIELD, S_date_pattern},
};

static const char *S_pattern(const hhp__field *field) {
  for (size_t i = 0; i < sizeof(S_patterns) / sizeof(S_patterns[0]); i++) {
    if (S_patterns[i].type == field->type)
      return S_patterns[i].pattern;
  }
  return NULL;
}

/* The drafts differ in where definitions stand. */
typedef struct {
  const char *address;
  const char *definitions;
} S_draft;

static const S_draft S_drafts[] = {
    [HHP_JSON_SCHEMA_2020_12] = {"https://json-schema.org/draft/2020-12/schema", "$defs"},
    [HHP_JSON_SCHEMA_DRAFT_07] = {"http://json-schema.org/draft-07/schema#", "definitions"},
};

/* Every step may run out of memory; a NULL is passed on by Jansson's own functions, so one look at the end is enough. */
static void S_set(json_t *object, const char *name, json_t *value, int *failed) {
  if (json_object_set_new(object, name, value) != 0)
    *failed = 1;
}

static json_t *S_reference(const S_draft *draft, uint8_t entity) {
  return json_sprintf("#/%s/%s", draft->definitions, hhp__entities[entity].name);
}

static json_t *S_text(const hhp__field *field, int *failed) {
  json_t *schema = json_pack("{s:s}", "type", "string");
  const char *pattern = S_pattern(field);
  if (pattern != NULL)
    S_set(schema, "pattern", json_string(pattern), failed);
  if (field->type == HHP__TEXT && field->is_required)
    S_set(schema, "minLength", json_integer(1), failed);
  return schema;
}

static json_t *S_enum(const hhp__field *field, int *failed) {
  const hhp__enum *values = &hhp__enums[field->target];
  json_t *words = json_array();
  for (size_t i = 0; i < values->count; i++) {
    if (json_array_append_new(words, json_string(values->values[i].json)) != 0)
      *failed = 1;
  }
  return json_pack("{s:o}", "enum", words);
}

static json_t *S_list(json_t *items, const hhp__field *field, int *failed) {
  json_t *schema = json_pack("{s:s, s:o}", "type", "array", "items", items);
  if (field->is_required)
    S_set(schema, "minItems", json_integer(1), failed);
  return schema;
}

static json_t *S_field(const S_draft *draft, const hhp__entity *entity, const hhp__field *field, int *failed) {
  switch (field->type) {
  case HHP__FORMAT:
    return json_pack("{s:s}", "const", entity->format);
  case HHP__ENUM:
    return S_enum(field, failed);
  case HHP__BOOL:
    return json_pack("{s:s}", "type", "boolean");
  case HHP__INT:
  case HHP__KRONER:
    return json_pack("{s:s, s:I, s:I}", "type", "integer", "minimum", (json_int_t)field->low, "maximum",
                     (json_int_t)field->high);
  case HHP__TEXTS:
  case HHP__REFS:
    return S_list(S_text(field, failed), field, failed);
  case HHP__OBJECT:
    return json_pack("{s:o}", "$ref", S_reference(draft, field->target));
  case HHP__OBJECTS:
  case HHP__ENTITIES:
    return S_list(json_pack("{s:o}", "$ref", S_reference(draft, field->target)), field, failed);
  default:
    return S_text(field, failed);
  }
}

/* What absence means, for an editor to show. */
static void S_add_default(json_t *schema, const hhp__field *field, int *failed) {
  if (field->fallback_text != NULL)
    S_set(schema, "default", json_string(field->fallback_text), failed);
  else if (field->fallback != HHP_ABSENT && field->type == HHP__BOOL)
    S_set(schema, "default", json_boolean(field->fallback), failed);
  else if (field->fallback != HHP_ABSENT)
    S_set(schema, "default", json_string(hhp__value_of(&hhp__enums[field->target], field->fallback)->json), failed);
}

static json_t *S_member(const S_draft *draft, const hhp__entity *entity, const hhp__field *field, int *failed) {
  json_t *schema = S_field(draft, entity, field, failed);
  /* Draft-07 reads nothing beside a $ref. */
  if (field->type == HHP__OBJECT)
    return schema;
  S_set(schema, "description", json_string(field->en), failed);
  S_add_default(schema, field, failed);
  return schema;
}

/* What an object of the entity looks like. */
static void S_describe(json_t *schema, const S_draft *draft, const hhp__entity *entity, int *failed) {
  json_t *properties = json_object();
  json_t *required = json_array();
  for (size_t i = 0; i < entity->field_count; i++) {
    const hhp__field *field = &entity->fields[i];
    S_set(properties, field->json, S_member(draft, entity, field, failed), failed);
    if (field->is_required && json_array_append_new(required, json_string(field->json)) != 0)
      *failed = 1;
  }
  S_set(schema, "description", json_string(entity->en), failed);
  S_set(schema, "type", json_string("object"), failed);
  S_set(schema, "properties", properties, failed);
  S_set(schema, "patternProperties", json_pack("{s:b}", "^x-", 1), failed);
  S_set(schema, "additionalProperties", json_false(), failed);
  if (json_array_size(required) > 0)
    S_set(schema, "required", required, failed);
  else
    json_decref(required);
}

/* The entities that a plan consists of: all but the root and those of schemes. */
static int S_is_part_of_plan(size_t entity) {
  return entity != HHP__E_plan && entity != HHP__E_scheme && entity != HHP__E_scheme_area;
}

static json_t *S_schema(const S_draft *draft, int *failed) {
  json_t *schema = json_object();
  json_t *definitions = json_object();
  S_set(schema, "$schema", json_string(draft->address), failed);
  S_set(schema, "$id", json_sprintf("urn:helhedsplan:1:%s", draft->definitions[0] == '$' ? "2020-12" : "draft-07"),
        failed);
  S_set(schema, "title", json_string(hhp__entities[HHP__E_plan].format), failed);
  S_describe(schema, draft, &hhp__entities[HHP__E_plan], failed);
  for (size_t i = 0; i < HHP__ENTITY_COUNT; i++) {
    if (!S_is_part_of_plan(i))
      continue;
    json_t *definition = json_object();
    S_describe(definition, draft, &hhp__entities[i], failed);
    S_set(definitions, hhp__entities[i].name, definition, failed);
  }
  S_set(schema, draft->definitions, definitions, failed);
  return schema;
}

hhp_status hhp_json_schema(int32_t draft, char **json, size_t *length) {
  if (json == NULL || (draft != HHP_JSON_SCHEMA_2020_12 && draft != HHP_JSON_SCHEMA_DRAFT_07))
    return HHP_ERR_ARGUMENT;
  *json = NULL;
  int failed = 0;
  json_t *schema = S_schema(&S_drafts[draft], &failed);
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
