/* References as people write them: the name of a party, the title of an activity. */
#include <helhedsplan/table.h>

#include <string.h>

#include "base/fold.h"
#include "table/table.h"

typedef struct {
  hhp__buffer wanted; /* folded, as is the next */
  hhp__buffer name;
  const char *id; /* of the object that has the name */
  int is_ambiguous;
} S_search;

static void S_compare(S_search *search, const hhp__object *object, const char *name) {
  const char *id = hhp__id_of(object);
  if (name == NULL || id == NULL)
    return;
  search->name.length = 0;
  hhp__fold(&search->name, name);
  if (search->name.failed || search->name.length != search->wanted.length ||
      memcmp(search->name.text, search->wanted.text, search->wanted.length) != 0)
    return;
  search->is_ambiguous |= search->id != NULL && strcmp(search->id, id) != 0;
  search->id = id;
}

static void S_compare_names(S_search *search, const hhp__object *object) {
  static const char *const names[] = {"title", "name", "aliases"};
  const hhp__entity *entity = hhp__entity_of(object);
  for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
    const hhp__field *field = hhp__field_named(entity, names[i], strlen(names[i]), 0);
    if (field == NULL)
      continue;
    if (!hhp__is_list(field))
      S_compare(search, object, hhp__get_text(object, field));
    for (size_t at = 0; hhp__is_list(field) && at < hhp__get_count(object, field); at++)
      S_compare(search, object, hhp__get_element(object, field, at));
  }
}

static const hhp_plan *S_plan_of(const hhp__object *object) {
  while (object->parent != NULL)
    object = object->parent;
  return object->entity == HHP__E_plan ? (const hhp_plan *)(const void *)object : NULL;
}

/* The one list of the plan that has the target's objects. */
static const hhp_table *S_table_of(uint8_t entity) {
  for (size_t i = 0; i < hhp_table_count(); i++) {
    if (hhp_table_at(i)->entity == entity)
      return hhp_table_at(i);
  }
  return NULL;
}

hhp_status hhp__find_reference(const hhp__object *row, const hhp__field *field, const char *text, const char **id) {
  *id = text;
  if (hhp__object_with_id(row, field->target, text) != NULL)
    return HHP_OK;
  S_search search = {0};
  const hhp_plan *plan = S_plan_of(row);
  const hhp_table *table = S_table_of(field->target);
  hhp__fold(&search.wanted, text);
  for (hhp_object *each = hhp_table_next(table, plan, NULL); each != NULL && search.wanted.length > 0;
       each = hhp_table_next(table, plan, each))
    S_compare_names(&search, each);
  int failed = search.wanted.failed || search.name.failed;
  hhp__buffer_free(&search.wanted);
  hhp__buffer_free(&search.name);
  if (failed)
    return HHP_ERR_NOMEM;
  if (search.is_ambiguous)
    return HHP_ERR_AMBIGUOUS;
  if (search.id != NULL)
    *id = search.id;
  else if (!hhp__is_id(text, strlen(text)))
    return HHP_ERR_NOT_FOUND;
  return HHP_OK;
}
