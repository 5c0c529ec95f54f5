/* Names in place of ids, and titles in place of codes: suggests which id or code is meant. This runs after the whole
 * document has been read, since the object with that name may follow later. */
#include "rules/suggest_ids.h"

#include <string.h>

#include "base/slug.h"

/* The list of the plan that holds entities of that type. */
const hhp__field *hhp__list_field_of(uint8_t entity) {
  const hhp__entity *plan = &hhp__entities[HHP__E_plan];
  for (size_t i = 0; i < plan->field_count; i++) {
    if (plan->fields[i].type == HHP__ENTITIES && plan->fields[i].target == entity)
      return &plan->fields[i];
  }
  return NULL;
}

const hhp__list *hhp__objects_of(const hhp__check *check, uint8_t entity) {
  const hhp__field *field = check->plan == NULL ? NULL : hhp__list_field_of(entity);
  return field == NULL ? NULL : hhp__list_at(check->root, field);
}

enum { LONGEST_ID = 64 };

/* Writes the text as an id. Names with the same result are treated as equal. Returns the length; 0 if nothing is left,
 * if it is too long for an id, or if memory ran out (check->has_failed). */
static size_t S_slug(hhp__check *check, const char *text, char out[LONGEST_ID + 1]) {
  hhp__buffer slug = {0};
  hhp__put_slug(&slug, text);
  if (slug.failed)
    hhp__out_of_memory(check);
  size_t length = slug.failed || slug.length > LONGEST_ID ? 0 : slug.length;
  memcpy(out, length == 0 ? "" : slug.text, length);
  out[length] = '\0';
  hhp__buffer_free(&slug);
  return length;
}

static int S_is_named(hhp__check *check, const char *text, const char *slug) {
  char other[LONGEST_ID + 1];
  return text != NULL && S_slug(check, text, other) > 0 && strcmp(other, slug) == 0;
}

static int S_has_name(hhp__check *check, const hhp__object *object, const char *slug) {
  static const char *const texts[] = {"name", "title"};
  const hhp__entity *entity = hhp__entity_of(object);
  for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
    const hhp__field *field = hhp__field_named(entity, texts[i], strlen(texts[i]), 0);
    if (field != NULL && S_is_named(check, hhp__text_at(object, field), slug))
      return 1;
  }
  const hhp__field *aliases = hhp__field_named(entity, "aliases", strlen("aliases"), 0);
  const hhp__list *list = aliases == NULL ? NULL : hhp__list_at(object, aliases);
  for (uint32_t i = 0; list != NULL && i < list->count && check->suggestions > 0; i++, check->suggestions--) {
    if (S_is_named(check, list->items[i], slug))
      return 1;
  }
  return 0;
}

/* The only object with that name; NULL if there is none or more than one, or the budget of comparisons is used up. */
static const hhp__object *S_named(hhp__check *check, const hhp__list *objects, const char *name) {
  char slug[LONGEST_ID + 1];
  const hhp__object *found = NULL;
  if (S_slug(check, name, slug) == 0)
    return NULL;
  for (uint32_t i = 0; i < objects->count; i++) {
    if (check->suggestions-- <= 0)
      return NULL;
    const hhp__object *object = objects->items[i];
    if (object == NULL || !S_has_name(check, object, slug))
      continue;
    if (found != NULL)
      return NULL;
    found = object;
  }
  return found;
}

const char *hhp__id_named(hhp__check *check, const hhp__list *objects, const char *name) {
  const hhp__object *object = S_named(check, objects, name);
  return object == NULL ? NULL : hhp__id_of(object);
}

/* The id suggested for an object whose own was refused. */
static const char *S_new_id_of(hhp__check *check, const hhp__list *all, const hhp__object *object) {
  for (uint32_t i = 0; i < all->count && check->suggestions > 0; i++, check->suggestions--) {
    const hhp__invalid_id *refused = all->items[i];
    if (refused->object == object && refused->field->type == HHP__ID)
      return refused->meant;
  }
  return NULL;
}

static const char *S_code_titled(hhp__check *check, const hhp_scheme *scheme, const char *slug) {
  const hhp__list *areas = scheme == NULL ? NULL : hhp__list_at(&scheme->object, HHP__FIELD(scheme, focus_areas));
  for (uint32_t i = 0; areas != NULL && i < areas->count; i++) {
    const hhp_scheme_area *area = areas->items[i];
    if (strcmp(area->code, slug) == 0 || S_is_named(check, area->title_da, slug) ||
        S_is_named(check, area->title_en, slug))
      return area->code;
  }
  return NULL;
}

static const char *S_scheme_titled(hhp__check *check, const char *slug) {
  if (check->scheme != NULL && strcmp(check->scheme->id, slug) == 0)
    return check->scheme->id;
  for (size_t i = 0; i < hhp_scheme_count(); i++) {
    const hhp_scheme *scheme = hhp_scheme_at(i);
    if (strcmp(scheme->id, slug) == 0 || S_is_named(check, scheme->title_da, slug) ||
        S_is_named(check, scheme->title_en, slug))
      return scheme->id;
  }
  return NULL;
}

/* Suggests the slug as a new id or scheme code, unless it is in use or was suggested before (`new_ids`). */
static const char *S_new_id(hhp__check *check, const hhp__invalid_id *refused, const char *slug, hhp__index *new_ids) {
  const hhp__document *document = refused->object->document;
  if (hhp__index_get(&document->ids, slug, strlen(slug)) != NULL || hhp__index_get(new_ids, slug, strlen(slug)) != NULL)
    return NULL;
  char *copy = hhp__arena_text(&check->report->arena, slug, strlen(slug));
  hhp__slot *slot = copy == NULL ? NULL : hhp__index_add(new_ids, copy, strlen(copy));
  if (slot == NULL) {
    hhp__out_of_memory(check);
    return NULL;
  }
  slot->value = (void *)(uintptr_t)refused;
  return copy;
}

/* The id that a reference may mean: that of the object with this name, otherwise an existing or newly suggested id
 * equal to the slug. */
static const char *S_reference(hhp__check *check, const hhp__invalid_id *refused, const char *slug,
                               const hhp__index *new_ids) {
  const hhp__list *objects = hhp__objects_of(check, refused->field->target);
  const hhp__object *named = objects == NULL ? NULL : S_named(check, objects, refused->text);
  if (named != NULL)
    return hhp__id_of(named) != NULL ? hhp__id_of(named) : S_new_id_of(check, &check->root->document->refused, named);
  const hhp__object *existing = hhp__object_with_id(refused->object, refused->field->target, slug);
  if (existing != NULL)
    return hhp__id_of(existing);
  const hhp__invalid_id *other = hhp__index_get(new_ids, slug, strlen(slug));
  return other != NULL && other->object->entity == refused->field->target ? slug : NULL;
}

static void S_suggest(hhp__invalid_id *refused, const char *meant) {
  char write[LONGEST_ID + 3] = "\"";
  int is_code = refused->field->type == HHP__CODE;
  if (meant == NULL)
    return;
  strcat(write, meant);
  strcat(write, "\"");
  if (refused->field->type == HHP__ID)
    refused->meant = meant;
  refused->finding->message = (uint16_t)(is_code ? HHP__M_INVALID_CODE_MEANT : HHP__M_INVALID_ID_MEANT);
  hhp__arg_text(refused->finding, "suggestion", meant, strlen(meant));
  hhp__arg_text(refused->finding, "write", write, strlen(write));
}

static void S_suggest_for(hhp__check *check, const hhp_scheme *scheme, hhp__invalid_id *refused, hhp__index *new_ids) {
  char slug[LONGEST_ID + 1];
  if (S_slug(check, refused->text, slug) == 0)
    return;
  if (refused->field->type == HHP__ID)
    S_suggest(refused, S_new_id(check, refused, slug, new_ids));
  else if (refused->field == HHP__FIELD(plan, scheme))
    S_suggest(refused, S_scheme_titled(check, slug));
  else if (refused->field->type == HHP__CODE)
    S_suggest(refused,
              check->plan != NULL ? S_code_titled(check, scheme, slug) : S_new_id(check, refused, slug, new_ids));
  else
    S_suggest(refused, S_reference(check, refused, slug, new_ids));
}

/* The scheme whose codes apply: that of the plan or, if the plan's was refused, the one that its text suggests. */
static const hhp_scheme *S_scheme(hhp__check *check, const hhp__list *all) {
  char slug[LONGEST_ID + 1];
  for (uint32_t i = 0; check->scheme == NULL && i < all->count; i++) {
    const hhp__invalid_id *refused = all->items[i];
    if (refused->field == HHP__FIELD(plan, scheme) && S_slug(check, refused->text, slug) > 0)
      return hhp_scheme_find(S_scheme_titled(check, slug));
  }
  return check->scheme;
}

void hhp__suggest_ids(hhp__check *check) {
  const hhp__list *all = &check->root->document->refused;
  const hhp_scheme *scheme = S_scheme(check, all);
  hhp__index new_ids = hhp__index_sharing_seed(&check->root->document->ids);
  for (int is_reference = 0; is_reference < 2; is_reference++) {
    for (uint32_t i = 0; i < all->count; i++) {
      hhp__invalid_id *refused = all->items[i];
      if ((refused->field->type == HHP__REF || refused->field->type == HHP__REFS) == is_reference)
        S_suggest_for(check, scheme, refused, &new_ids);
    }
  }
  hhp__index_free(&new_ids);
}
