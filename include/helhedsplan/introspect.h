/**
 * @file
 * Introspection of the formats, for bindings, editors and generators: the entities of plans and schemes with
 * their fields, the accessor functions of each, the enumerations with their constants, and the JSON Schemas.
 * Rules are in rule.h, built-in schemes in scheme.h. A binding based on this needs no code per field, and
 * supports fields that are newer than itself. object.h reads and writes any of the fields, without functions of their own.
 *
 * hhp_field_function() returns the names of the functions of a field, for a binding to look up in the library;
 * hhp_field_type() determines their parameter and result types:
 *
 * | Type | Value of the functions | Not given |
 * |---|---|---|
 * | TEXT, ID, REFERENCE, CODE, CVR, MUNICIPALITY_CODE, DECIMAL, FORMAT | `const char *` | NULL |
 * | WORD, TRUTH, NUMBER | `int32_t` | ::HHP_ABSENT |
 * | DATE | `int32_t` | 0 |
 * | KRONER | `int64_t` | ::HHP_ABSENT |
 * | OBJECT | a handle, `hhp_<entity> *` of the target | never: always present |
 *
 * A library that is newer than a binding may have unknown types: skip such fields.
 *
 * Everything returned here is static and constant, so any number of threads may read it. For a NULL handle,
 * texts and handles are NULL, and numbers 0; but the number of an unknown word is ::HHP_ABSENT, since 0 may be
 * valid.
 *
 * @code
 * const hhp_entity *activity = hhp_entity_find("activity");
 * for (size_t i = 0; i < hhp_entity_field_count(activity); i++) {
 *   const hhp_field *field = hhp_entity_field_at(activity, i);
 *   const char *getter = hhp_field_function(field, hhp_field_is_list(field) ? HHP_FUNCTION_AT : HHP_FUNCTION_GET);
 *   printf("%s, by %s: %s\n", hhp_field_name(field), getter, hhp_field_doc(field, HHP_LANG_EN));
 * }
 * int32_t police = hhp_enum_number(hhp_enum_find("party_kind"), "police");
 * printf("%d is HHP_PARTY_KIND_POLICE\n", (int)police);
 * @endcode
 */
#ifndef HELHEDSPLAN_INTROSPECT_H
#define HELHEDSPLAN_INTROSPECT_H

#include <helhedsplan/status.h>
#include <helhedsplan/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Types of fields; see the top of this page for the types of their functions. @since 0.1 */
enum hhp_field_constant {
  HHP_FIELD_TEXT = 1,              /**< A text. */
  HHP_FIELD_ID = 2,                /**< The id of the object. */
  HHP_FIELD_REFERENCE = 3,         /**< The id of another object, of the entity hhp_field_target(). */
  HHP_FIELD_CODE = 4,              /**< A code of a scheme, in the form of an id. */
  HHP_FIELD_CVR = 5,               /**< A CVR number: eight digits. */
  HHP_FIELD_MUNICIPALITY_CODE = 6, /**< The code of a municipality: three digits, or four with a leading 0. */
  HHP_FIELD_DECIMAL = 7,           /**< A decimal number, as text: "63.5". */
  HHP_FIELD_FORMAT = 8,            /**< hhp_entity_format(), and nothing else. */
  HHP_FIELD_WORD = 9,              /**< One of the constants of hhp_field_enum(); in the file, its word. */
  HHP_FIELD_TRUTH = 10,            /**< 1 or 0; in the file, true or false. */
  HHP_FIELD_NUMBER = 11,           /**< A whole number. */
  HHP_FIELD_DATE = 12,             /**< yyyymmdd, 00 for an unknown month or day; in the file "2016-02-29". */
  HHP_FIELD_KRONER = 13,           /**< Whole kroner. */
  HHP_FIELD_OBJECT = 14            /**< An object of the entity hhp_field_target(), or a list of them. */
};

/** The functions of a field; `plan` is a handle of its entity, and `value` of its type. @since 0.1 */
enum hhp_function_constant {
  HHP_FUNCTION_GET = 1,    /**< `value get(const plan)`: not for lists. */
  HHP_FUNCTION_SET = 2,    /**< `status set(plan, value)`: not for lists and objects. */
  HHP_FUNCTION_HAS = 3,    /**< `int32_t has(const plan)`: for fields with a default. */
  HHP_FUNCTION_COUNT = 4,  /**< `size_t count(const plan)`: of a list. */
  HHP_FUNCTION_AT = 5,     /**< `value at(const plan, size_t index)`: of a list. NULL past the end. */
  HHP_FUNCTION_ADD = 6,    /**< Of a list. Texts: `status add(plan, value)`; objects: `status add(plan, value *out)`;
                                objects with ids: `status add(plan, const char *id, value *out)`. */
  HHP_FUNCTION_REMOVE = 7, /**< Of a list. Texts: `status remove(plan, size_t index)`; objects: `status remove(plan,
                                value)`. */
  HHP_FUNCTION_FIND = 8    /**< `value find(const plan, const char *id)`: of a list of objects with ids. NULL if
                                there is none. */
};

/** Drafts of JSON Schema. @since 0.1 */
enum hhp_json_schema_constant {
  HHP_JSON_SCHEMA_2020_12 = 1, /**< Draft 2020-12. */
  HHP_JSON_SCHEMA_DRAFT_07 = 2 /**< Draft-07, which more editors support. */
};

/** Formats with a schema. @since 0.1 */
enum hhp_schema_constant {
  HHP_SCHEMA_PLAN = 1,   /**< Plans: "helhedsplan/1". */
  HHP_SCHEMA_SCHEME = 2, /**< Schemes: "helhedsplan-scheme/1". */
  HHP_SCHEMA_REPORT = 3  /**< Reports as JSON: "helhedsplan-report/1". Its objects are open: members may be added. */
};

/** @name Entities */
/** @{ */

/** How many kinds of objects there are in plans and schemes. @since 0.1 */
HHP_API size_t hhp_entity_count(void);

/** An entity; those of a plan first, the plan itself foremost. @return Static; NULL past the end. @since 0.1 */
HHP_API const hhp_entity *hhp_entity_at(size_t index);

/** The entity of that name, such as "activity". @return Static; NULL if there is none. @since 0.1 */
HHP_API const hhp_entity *hhp_entity_find(const char *name);

/** Its name in functions and handles: "activity" gives `hhp_activity *`. @return Static. @since 0.1 */
HHP_API const char *hhp_entity_name(const hhp_entity *entity);

/**
 * Its description.
 * @param lang ::HHP_LANG_DA or ::HHP_LANG_EN; anything else is English.
 * @return Static.
 * @since 0.1
 */
HHP_API const char *hhp_entity_doc(const hhp_entity *entity, int32_t lang);

/** The file format that it is the root of, such as "helhedsplan/1". @return Static; NULL where it is none. @since 0.1 */
HHP_API const char *hhp_entity_format(const hhp_entity *entity);

/**
 * Whether each of its objects requires an id (1), by which it is added and found. Otherwise 0, also if an id is
 * optional.
 * @since 0.1
 */
HHP_API int32_t hhp_entity_has_id(const hhp_entity *entity);

/** Whether its objects can be changed (1), or not, as schemes (0). @since 0.1 */
HHP_API int32_t hhp_entity_is_editable(const hhp_entity *entity);

/** The first version of the library that has it, such as "0.1". @return Static. @since 0.1 */
HHP_API const char *hhp_entity_since(const hhp_entity *entity);

/** @} */
/** @name Fields */
/** @{ */

/** How many fields it has. @since 0.1 */
HHP_API size_t hhp_entity_field_count(const hhp_entity *entity);

/** A field, in canonical order. @return Static; NULL past the end. @since 0.1 */
HHP_API const hhp_field *hhp_entity_field_at(const hhp_entity *entity, size_t index);

/** The field of that name in the file, such as "$schema". @return Static; NULL if there is none. @since 0.1 */
HHP_API const hhp_field *hhp_entity_find_field(const hhp_entity *entity, const char *name);

/** The entity that it is a field of. @return Static. @since 0.1 */
HHP_API const hhp_entity *hhp_field_entity(const hhp_field *field);

/** Its name in the file, such as "goals". @return Static. @since 0.1 */
HHP_API const char *hhp_field_name(const hhp_field *field);

/** Its name in functions: as in the file, but "schema" for "$schema". @return Static. @since 0.1 */
HHP_API const char *hhp_field_c_name(const hhp_field *field);

/** One of a list in functions, such as "goal"; what is no list has its c name. @return Static. @since 0.1 */
HHP_API const char *hhp_field_singular(const hhp_field *field);

/**
 * Its description.
 * @param lang ::HHP_LANG_DA or ::HHP_LANG_EN; anything else is English.
 * @return Static.
 * @since 0.1
 */
HHP_API const char *hhp_field_doc(const hhp_field *field, int32_t lang);

/** Its type, or that of the elements of its list: one of the HHP_FIELD constants. @since 0.1 */
HHP_API int32_t hhp_field_type(const hhp_field *field);

/** Whether it is a list (1) or not (0). @since 0.1 */
HHP_API int32_t hhp_field_is_list(const hhp_field *field);

/** Whether it is required (HP104): 1 or 0. A required list must not be empty. @since 0.1 */
HHP_API int32_t hhp_field_is_required(const hhp_field *field);

/** The entity that it contains or refers to. @return Static; NULL if neither. @since 0.1 */
HHP_API const hhp_entity *hhp_field_target(const hhp_field *field);

/** The words of a ::HHP_FIELD_WORD. @return Static; NULL where it is none. @since 0.1 */
HHP_API const hhp_enum *hhp_field_enum(const hhp_field *field);

/** The minimum of a number or amount; ::HHP_ABSENT if there is no such limit. @since 0.1 */
HHP_API int64_t hhp_field_minimum(const hhp_field *field);

/** The maximum of a number or amount; ::HHP_ABSENT if there is no such limit. @since 0.1 */
HHP_API int64_t hhp_field_maximum(const hhp_field *field);

/**
 * The regular expression that its text in the file has to match, as in the JSON Schema (ECMA-262): of ids,
 * references, codes (CVR numbers and those of municipalities too), decimals and dates.
 * @return Static; NULL for all others, of which only ::HHP_FIELD_TEXT may be any text.
 * @since 0.1
 */
HHP_API const char *hhp_field_pattern(const hhp_field *field);

/** The default text. @return Static; NULL if there is none. @since 0.1 */
HHP_API const char *hhp_field_default_text(const hhp_field *field);

/** The default number or constant; ::HHP_ABSENT if there is none. @since 0.1 */
HHP_API int32_t hhp_field_default_number(const hhp_field *field);

/** The first version of the library that has it, such as "0.1". @return Static. @since 0.1 */
HHP_API const char *hhp_field_since(const hhp_field *field);

/**
 * The name of one of its functions, such as "hhp_plan_find_goal".
 * @param function One of the HHP_FUNCTION constants.
 * @return Static; NULL if there is no such function.
 * @since 0.1
 */
HHP_API const char *hhp_field_function(const hhp_field *field, int32_t function);

/** @} */
/** @name Enumerations: words and their constants */
/** @{ */

/**
 * How many enumerations there are: those of fields ("party_kind"), and those of the library itself: "severity",
 * "stage", "lang", "format", "verdict", "status" and so on.
 * @since 0.1
 */
HHP_API size_t hhp_enum_count(void);

/** An enumeration. @return Static; NULL past the end. @since 0.1 */
HHP_API const hhp_enum *hhp_enum_at(size_t index);

/**
 * The enumeration of that name: "party_kind" has HHP_PARTY_KIND_POLICE.
 * @return Static; NULL if there is none.
 * @since 0.1
 */
HHP_API const hhp_enum *hhp_enum_find(const char *name);

/** Its name. @return Static. @since 0.1 */
HHP_API const char *hhp_enum_name(const hhp_enum *words);

/** How many words it has. More may come with a new version. @since 0.1 */
HHP_API size_t hhp_enum_word_count(const hhp_enum *words);

/** A word, as the file or the command has it: "police". @return Static; NULL past the end. @since 0.1 */
HHP_API const char *hhp_enum_word_at(const hhp_enum *words, size_t index);

/** The number of its constant, which never changes; ::HHP_ABSENT past the end. @since 0.1 */
HHP_API int32_t hhp_enum_number_at(const hhp_enum *words, size_t index);

/** The name of its constant: "HHP_PARTY_KIND_POLICE". @return Static; NULL past the end. @since 0.1 */
HHP_API const char *hhp_enum_constant_at(const hhp_enum *words, size_t index);

/**
 * Its title: "politi".
 * @param lang ::HHP_LANG_DA or ::HHP_LANG_EN; anything else is English.
 * @return Static; NULL past the end.
 * @since 0.1
 */
HHP_API const char *hhp_enum_title_at(const hhp_enum *words, size_t index, int32_t lang);

/** The word of a number. @return Static; NULL if there is none. @since 0.1 */
HHP_API const char *hhp_enum_word(const hhp_enum *words, int32_t number);

/**
 * The title of a number: "politi". hhp_enum_title_at() is by index.
 * @param lang ::HHP_LANG_DA or ::HHP_LANG_EN; anything else is English.
 * @return Static; NULL if there is none.
 * @since 1.0
 */
HHP_API const char *hhp_enum_title(const hhp_enum *words, int32_t number, int32_t lang);

/** The number of a word; ::HHP_ABSENT if there is no such word. @since 0.1 */
HHP_API int32_t hhp_enum_number(const hhp_enum *words, const char *word);

/** @} */
/** @name JSON Schemas */
/** @{ */

/**
 * The JSON Schema of the file format "helhedsplan/1". It accepts what the library reads without HP103-HP106
 * and HP109; what a schema cannot express (HP101, HP102, HP107, HP108, HP110, whole numbers written with a
 * fraction) is not covered.
 * @param draft One of the HHP_JSON_SCHEMA constants.
 * @param[out] json Owned; free with hhp_free(). Ends in a newline and NUL.
 * @param[out] length In bytes, without the NUL; may be NULL.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_json_schema(int32_t draft, char **json, size_t *length);

/**
 * The JSON Schema of one of the formats. That of schemes has the same limitations.
 * @param format One of the HHP_SCHEMA constants.
 * @param draft One of the HHP_JSON_SCHEMA constants.
 * @param[out] json Owned; free with hhp_free(). Ends in a newline and NUL.
 * @param[out] length In bytes, without the NUL; may be NULL.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_json_schema_of(int32_t format, int32_t draft, char **json, size_t *length);

/**
 * The JSON Schema of plans or schemes for editors. It accepts what hhp_json_schema_of() accepts, and has descriptions in
 * one language and keywords of VS Code's JSON service: `enumDescriptions`, the meaning of words, and `defaultSnippets`: the
 * codes of schemes, focus areas and municipalities with their names, and the outlines of a party, an activity and a
 * contribution. Validators in strict mode refuse these keywords. Thread-safe.
 *
 *     char *json = NULL;
 *     hhp_status status = hhp_editor_schema(HHP_SCHEMA_PLAN, HHP_JSON_SCHEMA_DRAFT_07, HHP_LANG_DA, &json, NULL);
 *
 * @param format ::HHP_SCHEMA_PLAN or ::HHP_SCHEMA_SCHEME.
 * @param draft One of the HHP_JSON_SCHEMA constants.
 * @param lang ::HHP_LANG_DA or ::HHP_LANG_EN.
 * @param[out] json Owned; free with hhp_free(). Ends in a newline and NUL.
 * @param[out] length In bytes, without the NUL; may be NULL.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOMEM.
 * @since 1.0
 */
HHP_API hhp_status hhp_editor_schema(int32_t format, int32_t draft, int32_t lang, char **json, size_t *length);

/** @} */

#ifdef __cplusplus
}
#endif

#endif
