/* The JSON Schema of "helhedsplan-report/1". Members are stable: tests/promises/report-1.tsv lists every one ever
 * released. Objects are open: a later version may add members. */
#include <stddef.h>

#include <helhedsplan/rule.h>

#include "model/forms.h"
#include "report/report_schema.h"

typedef enum { S_REPORT, S_TOOL, S_FILE, S_UNREADABLE, S_FINDING, S_PLACE, S_BOTH, S_COUNTS, S_OBJECTS } S_object;

typedef enum {
  S_TEXT,
  S_TEXT_OR_NULL,
  S_NUMBER,   /* an integer, at least 0 */
  S_TRUTH,    /* true or false */
  S_FORMAT,   /* the format's own name */
  S_SEVERITY, /* the words of findings */
  S_STAGE,    /* the words of stages, or null */
  S_VALUES,   /* integers and texts by arbitrary names, or null */
  S_ONE,      /* an object */
  S_ONE_OR_NULL,
  S_LIST /* of objects */
} S_kind;

static const struct {
  const char *name;
  const char *about;
} S_names[S_OBJECTS] = {
    [S_REPORT] = {"report", "What helhedsplan validate found"},
    [S_TOOL] = {"tool", "What wrote the report"},
    [S_FILE] = {"file", "What was found in one file"},
    [S_UNREADABLE] = {"unreadable", "Why a file could not be read"},
    [S_FINDING] = {"finding", "One finding"},
    [S_PLACE] = {"place", "A place in the file"},
    [S_BOTH] = {"both", "A text in Danish and in English"},
    [S_COUNTS] = {"counts", "How many findings there are of each severity; waived ones are counted apart"},
};

static const struct {
  S_object object;
  const char *name;
  S_kind kind;
  S_object target;     /* of S_ONE, S_ONE_OR_NULL and S_LIST */
  const char *pattern; /* NULL: any text */
  const char *about;
} S_members[] = {
    {S_REPORT, "format", S_FORMAT, 0, NULL, "Name and version of this format"},
    {S_REPORT, "tool", S_ONE, S_TOOL, NULL, NULL},
    {S_REPORT, "files", S_LIST, S_FILE, NULL, "The files, in the order given"},
    {S_REPORT, "counts", S_ONE, S_COUNTS, NULL, NULL},

    {S_TOOL, "name", S_TEXT, 0, NULL, "Its name"},
    {S_TOOL, "version", S_TEXT, 0, NULL, "Its version"},

    {S_FILE, "path", S_TEXT_OR_NULL, 0, NULL, "As it was given; \"-\" for standard input"},
    {S_FILE, "sha256", S_TEXT_OR_NULL, 0, "^[0-9a-f]{64}" HHP__PATTERN_END, "Of the bytes that were checked"},
    {S_FILE, "plan", S_TEXT_OR_NULL, 0, NULL, "Id of the plan"},
    {S_FILE, "scheme", S_TEXT_OR_NULL, 0, NULL, "Id of the scheme that it was checked against"},
    {S_FILE, "stage", S_STAGE, 0, NULL, "The stage that it was checked as at"},
    {S_FILE, "complete", S_TRUTH, 0, NULL,
     "False: faults of the document kept the other rules from being looked at, or it could not be read"},
    {S_FILE, "unreadable", S_ONE_OR_NULL, S_UNREADABLE, NULL, NULL},
    {S_FILE, "findings", S_LIST, S_FINDING, NULL, "The findings, in the order of the file"},
    {S_FILE, "omitted", S_NUMBER, 0, NULL, "How many findings are counted but not listed"},
    {S_FILE, "counts", S_ONE, S_COUNTS, NULL, NULL},

    {S_UNREADABLE, "status", S_TEXT, 0, "^HHP_ERR_[A-Z0-9_]+" HHP__PATTERN_END, "Name of the library's status"},
    {S_UNREADABLE, "message", S_ONE, S_BOTH, NULL, NULL},

    {S_FINDING, "rule", S_TEXT, 0, "^HP[0-9]{3}" HHP__PATTERN_END, "Id of the rule"},
    {S_FINDING, "slug", S_TEXT, 0, "^[a-z0-9]+(?:-[a-z0-9]+)*" HHP__PATTERN_END, "Slug of the rule"},
    {S_FINDING, "severity", S_SEVERITY, 0, NULL, "How grave it is"},
    {S_FINDING, "pointer", S_TEXT, 0, "^(?:/(?:[^~/]|~[01])*)*" HHP__PATTERN_END,
     "JSON Pointer to the value; of what is missing, to the object that it is missing from"},
    {S_FINDING, "entity", S_TEXT_OR_NULL, 0, NULL, "Id of what it is about"},
    {S_FINDING, "line", S_NUMBER, 0, NULL, "From 1; 0: not known"},
    {S_FINDING, "column", S_NUMBER, 0, NULL, "From 1, in Unicode code points; 0: not known"},
    {S_FINDING, "offset", S_NUMBER, 0, NULL, "Of the value, in bytes from the beginning"},
    {S_FINDING, "length", S_NUMBER, 0, NULL, "Of the value, in bytes"},
    {S_FINDING, "message", S_ONE, S_BOTH, NULL, NULL},
    {S_FINDING, "remedy", S_ONE, S_BOTH, NULL, NULL},
    {S_FINDING, "arguments", S_VALUES, 0, NULL,
     "Numbers and texts by name: kroner and counts as integers, shares in basis points, dates as yyyymmdd; null: "
     "cannot be computed"},
    {S_FINDING, "related", S_LIST, S_PLACE, NULL, "Other places: the amounts that were added up, the other of two"},
    {S_FINDING, "waived", S_TRUTH, 0, NULL, "Whether a waiver covers it; it does not count then"},

    {S_PLACE, "pointer", S_TEXT, 0, "^(?:/(?:[^~/]|~[01])*)*" HHP__PATTERN_END, "JSON Pointer to the value"},
    {S_PLACE, "line", S_NUMBER, 0, NULL, "From 1; 0: not known"},
    {S_PLACE, "column", S_NUMBER, 0, NULL, "From 1, in Unicode code points; 0: not known"},

    {S_BOTH, "da", S_TEXT, 0, NULL, "In Danish"},
    {S_BOTH, "en", S_TEXT, 0, NULL, "In English"},

    {S_COUNTS, "error", S_NUMBER, 0, NULL, "Errors"},
    {S_COUNTS, "warning", S_NUMBER, 0, NULL, "Warnings"},
    {S_COUNTS, "info", S_NUMBER, 0, NULL, "Infos"},
    {S_COUNTS, "waived", S_NUMBER, 0, NULL, "Findings that a waiver covers"},
};

/* An enum of the words, and null if allowed. */
static json_t *S_enum_of(const char *(*word_at)(int32_t), int32_t first, int may_be_null, int *failed) {
  json_t *words = json_array();
  for (int32_t i = first; word_at(i) != NULL; i++)
    hhp__schema_append(words, json_string(word_at(i)), failed);
  if (may_be_null)
    hhp__schema_append(words, json_null(), failed);
  return json_pack("{s:o}", "enum", words);
}

static json_t *S_reference(const hhp__schema_draft *draft, S_object target) {
  return json_pack("{s:o}", "$ref", json_sprintf("#/%s/%s", draft->definitions, S_names[target].name));
}

static json_t *S_type_schema(size_t member, const hhp__schema_draft *draft, int *failed) {
  S_object target = S_members[member].target;
  switch (S_members[member].kind) {
  case S_TEXT_OR_NULL:
    return json_pack("{s:[s, s]}", "type", "string", "null");
  case S_NUMBER:
    return json_pack("{s:s, s:i}", "type", "integer", "minimum", 0);
  case S_TRUTH:
    return json_pack("{s:s}", "type", "boolean");
  case S_FORMAT:
    return json_pack("{s:s}", "const", HHP__REPORT_FORMAT);
  case S_SEVERITY:
    return S_enum_of(hhp_severity_name, HHP_SEVERITY_INFO, 0, failed);
  case S_STAGE:
    return S_enum_of(hhp_stage_name, HHP_STAGE_DRAFT, 1, failed);
  case S_VALUES:
    return json_pack("{s:s, s:{s:[{s:s}, {s:[s, s]}]}}", "type", "object", "additionalProperties", "anyOf", "type",
                     "integer", "type", "string", "null");
  case S_ONE:
    return S_reference(draft, target);
  case S_ONE_OR_NULL:
    return json_pack("{s:[o, {s:s}]}", "anyOf", S_reference(draft, target), "type", "null");
  case S_LIST:
    return json_pack("{s:s, s:o}", "type", "array", "items", S_reference(draft, target));
  default:
    return json_pack("{s:s}", "type", "string");
  }
}

static json_t *S_member_schema(size_t member, const hhp__schema_draft *draft, int *failed) {
  json_t *schema = S_type_schema(member, draft, failed);
  if (S_members[member].pattern != NULL)
    hhp__schema_set(schema, "pattern", json_string(S_members[member].pattern), failed);
  if (S_members[member].about != NULL) /* draft-07 ignores siblings of a $ref */
    hhp__schema_set(schema, "description", json_string(S_members[member].about), failed);
  return schema;
}

static void S_describe_object(json_t *schema, S_object object, const hhp__schema_draft *draft, int *failed) {
  json_t *properties = json_object();
  json_t *required = json_array();
  for (size_t i = 0; i < sizeof(S_members) / sizeof(S_members[0]); i++) {
    if (S_members[i].object != object)
      continue;
    hhp__schema_set(properties, S_members[i].name, S_member_schema(i, draft, failed), failed);
    hhp__schema_append(required, json_string(S_members[i].name), failed);
  }
  hhp__schema_set(schema, "description", json_string(S_names[object].about), failed);
  hhp__schema_set(schema, "type", json_string("object"), failed);
  hhp__schema_set(schema, "properties", properties, failed);
  hhp__schema_set(schema, "required", required, failed);
}

void hhp__report_schema(json_t *schema, json_t *definitions, const hhp__schema_draft *draft, int *failed) {
  S_describe_object(schema, S_REPORT, draft, failed);
  for (int object = S_REPORT + 1; object < S_OBJECTS; object++) {
    json_t *definition = json_object();
    S_describe_object(definition, (S_object)object, draft, failed);
    hhp__schema_set(definitions, S_names[object].name, definition, failed);
  }
}
