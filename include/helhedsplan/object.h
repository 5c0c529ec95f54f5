/**
 * @file
 * The generic core: every object and every field of a plan through the same few functions, for bindings and for
 * programs that follow the file format at run time. With introspect.h, which lists the entities and their fields, it
 * replaces the accessors of all other headers, and needs no function names:
 *
 * | Type of the field (hhp_field_type()) | Read | Write |
 * |---|---|---|
 * | TEXT, ID, REFERENCE, CODE, CVR, MUNICIPALITY_CODE, DECIMAL, FORMAT | hhp_get_text() | hhp_set_text() |
 * | WORD, TRUTH, NUMBER, DATE | hhp_get_number() | hhp_set_number() |
 * | KRONER | hhp_get_kroner() | hhp_set_kroner() |
 * | OBJECT | hhp_get_object() | by its own fields |
 * | a list (hhp_field_is_list()) of texts or references | hhp_get_text_at() | hhp_insert_text() |
 * | a list of objects | hhp_get_object_at() | hhp_insert_object() |
 *
 * An ::hhp_object is any object of a plan or a scheme: cast the handle, `(hhp_object *)plan`, and back. The accessors
 * call the same code, so both always agree, defaults included: hhp_goal_pursued() is hhp_get_number() for the
 * field `pursued` of a goal.
 *
 * Kinds are checked. For a field of another entity, a field of another type, or one that is NULL, getters return what is
 * absent (NULL, ::HHP_ABSENT, 0), and all others ::HHP_ERR_ARGUMENT. For an object that is NULL, getters return what an
 * accessor returns for NULL, and all others ::HHP_ERR_ARGUMENT. Schemes are constant: every change of one is
 * ::HHP_ERR_ARGUMENT. A call that fails changes nothing.
 *
 * Handles and texts are borrowed: they are valid until the plan or scheme is freed, also after the value has been
 * replaced or the object removed; see hhp_plan_compact(). One thread at a time may edit a plan; otherwise any number of
 * threads may read it.
 *
 * @code
 * hhp_plan *plan = NULL;
 * if (hhp_plan_load(&plan, "plan.helhedsplan.json", NULL) == HHP_OK) {
 *   hhp_object *root = (hhp_object *)plan;
 *   const hhp_field *goals = hhp_entity_find_field(hhp_object_entity(root), "goals");
 *   const hhp_field *title = hhp_entity_find_field(hhp_field_target(goals), "title");
 *   for (size_t i = 0; i < hhp_get_count(root, goals); i++)
 *     puts(hhp_get_text(hhp_get_object_at(root, goals, i), title));
 *
 *   hhp_object *made = NULL; // a new goal, in front of the others
 *   if (hhp_insert_object(root, goals, 0, "tryghed", &made) == HHP_OK)
 *     hhp_set_text(made, title, "Større tryghed");
 * }
 * hhp_plan_free(plan);
 * @endcode
 */
#ifndef HELHEDSPLAN_OBJECT_H
#define HELHEDSPLAN_OBJECT_H

#include <helhedsplan/status.h>
#include <helhedsplan/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/** @name Reading */
/** @{ */

/** The entity of an object, and with that its fields. @return Static; NULL for NULL. @since 1.0 */
HHP_API const hhp_entity *hhp_object_entity(const hhp_object *object);

/** The value of a text field. @return Borrowed; its default, else NULL, if not given. @since 1.0 */
HHP_API const char *hhp_get_text(const hhp_object *object, const hhp_field *field);

/**
 * The value of a word, a truth value, a number or a date.
 * @return Its default if not given; without one, 0 for a date and ::HHP_ABSENT for the others.
 * @since 1.0
 */
HHP_API int32_t hhp_get_number(const hhp_object *object, const hhp_field *field);

/** An amount. @return Whole kroner; ::HHP_ABSENT if not given. @since 1.0 */
HHP_API int64_t hhp_get_kroner(const hhp_object *object, const hhp_field *field);

/** An object that is there once, such as the financing of a plan. @return Borrowed; always present. @since 1.0 */
HHP_API hhp_object *hhp_get_object(const hhp_object *object, const hhp_field *field);

/**
 * Whether any field has a value: 1 or 0. A default is none, nor is an empty list, nor an object in which nothing is
 * given.
 * @since 1.0
 */
HHP_API int32_t hhp_is_given(const hhp_object *object, const hhp_field *field);

/** How many elements a list has. @return 0 for a field that is no list. @since 1.0 */
HHP_API size_t hhp_get_count(const hhp_object *object, const hhp_field *field);

/** An element of a list of texts or references. @return Borrowed; NULL past the end. @since 1.0 */
HHP_API const char *hhp_get_text_at(const hhp_object *object, const hhp_field *field, size_t index);

/** An element of a list of objects. @return Borrowed; NULL past the end. @since 1.0 */
HHP_API hhp_object *hhp_get_object_at(const hhp_object *object, const hhp_field *field, size_t index);

/**
 * The object of a list that has that id; the first, if a file had several. Contributions are found too, whose id is
 * optional.
 * @return Borrowed; NULL if there is none.
 * @since 1.0
 */
HHP_API hhp_object *hhp_get_object_by_id(const hhp_object *object, const hhp_field *field, const char *id);

/** @} */
/** @name Setting and clearing values */
/** @{ */

/**
 * Set or, with NULL, clear a text field. The text is copied, and its form checked.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_UTF8, ::HHP_ERR_ID (an id or a reference), ::HHP_ERR_DUPLICATE_ID,
 *         ::HHP_ERR_FORMAT (any other form), ::HHP_ERR_NOMEM.
 * @since 1.0
 */
HHP_API hhp_status hhp_set_text(hhp_object *object, const hhp_field *field, const char *value);

/**
 * Set a word, a truth value, a number or a date, or clear it: a date with 0, the others with ::HHP_ABSENT.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_ENUM, ::HHP_ERR_RANGE, ::HHP_ERR_DATE.
 * @since 1.0
 */
HHP_API hhp_status hhp_set_number(hhp_object *object, const hhp_field *field, int32_t value);

/**
 * Set an amount in whole kroner or, with ::HHP_ABSENT, clear it.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_RANGE.
 * @since 1.0
 */
HHP_API hhp_status hhp_set_kroner(hhp_object *object, const hhp_field *field, int64_t value);

/**
 * Clear any field: a value, a whole list, or an object with all that it holds, x- members included. The ids of objects
 * that are removed by this are free again. Needs no memory.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT.
 * @since 1.0
 */
HHP_API hhp_status hhp_clear(hhp_object *object, const hhp_field *field);

/**
 * What a status of one of these functions means for the field that it was returned for, as a sentence that names the
 * field and what it takes: "“year” has to be between 1900 and 2199.", "“cvr” has to be a CVR number: eight digits
 * without blanks ...", "“kind” has to be one of: municipality, ...". The limits by themselves are hhp_field_minimum(),
 * hhp_field_maximum(), hhp_field_pattern() and the words of hhp_field_enum().
 * @param field The field that was set, or the list that was changed; NULL for the sentence of hhp_status_message().
 * @param lang ::HHP_LANG_DA or ::HHP_LANG_EN; anything else is English.
 * @param[out] text Owned; free with hhp_free(). NULL when the call fails.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOMEM.
 * @since 1.0
 */
HHP_API hhp_status hhp_field_status_message(const hhp_field *field, hhp_status status, int32_t lang, char **text);

/** @} */
/** @name Changing lists */
/** @{ */

/**
 * Insert a text into a list of texts or references, before the element at the index; at the count, it is appended.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOT_FOUND (an index above the count), ::HHP_ERR_UTF8,
 *         ::HHP_ERR_ID (a reference), ::HHP_ERR_NOMEM.
 * @since 1.0
 */
HHP_API hhp_status hhp_insert_text(hhp_object *object, const hhp_field *field, size_t index, const char *value);

/**
 * Insert a new, empty object into a list of objects, before the element at the index; at the count, it is appended.
 * @param id Required where hhp_entity_has_id() of the target is 1. NULL for all others, but for contributions, whose
 *        id is optional.
 * @param[out] out Borrowed; NULL when the call fails. May be NULL.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOT_FOUND (an index above the count), ::HHP_ERR_UTF8, ::HHP_ERR_ID,
 *         ::HHP_ERR_DUPLICATE_ID, ::HHP_ERR_NOMEM.
 * @since 1.0
 */
HHP_API hhp_status hhp_insert_object(hhp_object *object, const hhp_field *field, size_t index, const char *id,
                                     hhp_object **out);

/**
 * Move an element of a list to another index, which it has afterwards; those between move by one. Its handle and
 * contents stay. Needs no memory.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOT_FOUND (an index past the end).
 * @since 1.0
 */
HHP_API hhp_status hhp_move(hhp_object *object, const hhp_field *field, size_t from, size_t to);

/**
 * Remove an element of a list; the rest moves up. The handle of an object stays valid, but its id is free again. Needs
 * no memory.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOT_FOUND (an index past the end).
 * @since 1.0
 */
HHP_API hhp_status hhp_remove(hhp_object *object, const hhp_field *field, size_t index);

/** @} */
/** @name Members that begin with x-, of any object */
/** @{ */

/** Whether an object has that x- member: 1 or 0. Needs no memory. @since 1.0 */
HHP_API int32_t hhp_has_extension(const hhp_object *object, const char *name);

/**
 * The value of an x- member as JSON text on one line, such as "[1,2.5]" or "\"ja\"".
 * @return Borrowed; NULL if there is none, or when memory runs out: hhp_has_extension() is then 1.
 * @since 1.0
 */
HHP_API const char *hhp_get_extension(const hhp_object *object, const char *name);

/**
 * Set or, with NULL, remove an x- member. A new one is the last.
 * @param name Begins with "x-".
 * @param json One JSON value, NUL-terminated. It is copied.
 * @return ::HHP_OK; ::HHP_ERR_FORMAT if the name does not begin so; ::HHP_ERR_DOCUMENT if the text is not one JSON value
 *         that could be read from a plan: malformed, with a name twice, a number that is too large, or too many levels
 *         for its place; ::HHP_ERR_ARGUMENT (also for schemes), ::HHP_ERR_UTF8, ::HHP_ERR_NOMEM.
 * @since 1.0
 */
HHP_API hhp_status hhp_set_extension(hhp_object *object, const char *name, const char *json);

/** How many x- members an object has. @since 1.0 */
HHP_API size_t hhp_extension_count(const hhp_object *object);

/** The name of an x- member, in the order of the file. @return Borrowed; NULL past the end. @since 1.0 */
HHP_API const char *hhp_extension_name_at(const hhp_object *object, size_t index);

/** @} */
/** @name From the pointer of a finding to an object, and back */
/** @{ */

/**
 * What a JSON Pointer (RFC 6901), such as that of a finding, leads to: the innermost object on its way, the field of that
 * object, and the element of the field. "/activities/3/goals/1" is the fourth activity, its field `goals`, and
 * 1; "/activities/3/title" the same object and its field `title`, given or not; "/activities/3" is the activity
 * alone; "" is the plan.
 * @param[out] object Borrowed; NULL when the call fails.
 * @param[out] field Static; NULL if the pointer ends at the object.
 * @param[out] index Of an element of a list of texts or references; else SIZE_MAX.
 * @return ::HHP_OK; ::HHP_ERR_NOT_FOUND if the plan has no such place, or it is in an x- member; ::HHP_ERR_FORMAT if the
 *         text is no JSON Pointer; ::HHP_ERR_ARGUMENT.
 * @since 1.0
 */
HHP_API hhp_status hhp_plan_resolve(const hhp_plan *plan, const char *pointer, hhp_object **object,
                                    const hhp_field **field, size_t *index);

/**
 * The JSON Pointer of an object, of a field of it, or of an element of the field. It changes when lists do.
 * @param field NULL for the object itself.
 * @param index Of an element of a list; SIZE_MAX for the whole field, or for the object itself.
 * @param[out] pointer Owned; free with hhp_free(). NULL when the call fails.
 * @return ::HHP_OK; ::HHP_ERR_NOT_FOUND for an index past the end, and for an object that is in no document: a removed
 *         one, or an area of a built-in scheme; ::HHP_ERR_ARGUMENT; ::HHP_ERR_NOMEM.
 * @since 1.0
 */
HHP_API hhp_status hhp_object_pointer(const hhp_object *object, const hhp_field *field, size_t index, char **pointer);

/** @} */

#ifdef __cplusplus
}
#endif

#endif
