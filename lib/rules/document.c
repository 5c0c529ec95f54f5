/* HP104, HP107, HP108 and HP110: errors of the whole document, whether it was read or built. */
#include <string.h>

#include "base/characters.h"
#include "base/nearest.h"
#include "rules/context.h"
#include "rules/suggest_ids.h"

static int S_is_marked(const hhp__object *object, const hhp__field *field) {
  return object->unusable >> (field - hhp__entity_of(object)->fields) & 1;
}

static int S_is_blank(const hhp__object *object, const hhp__field *field) {
  return field->type == HHP__TEXT && hhp__is_blank_text(hhp__text_at(object, field));
}

static void S_check_required(hhp__check *check, const hhp__object *object) {
  uint64_t required = hhp__field_sets[HHP__FIELDS_REQUIRED][object->entity] & ~object->unusable;
  const hhp__field *field;
  while ((field = hhp__take_field(&required, object->entity)) != NULL) {
    int is_given = hhp__is_given(object, field);
    if (is_given && !S_is_blank(object, field))
      continue;
    hhp__message message = is_given ? HHP__M_EMPTY_MEMBER : HHP__M_MISSING_MEMBER;
    hhp_finding *finding = hhp__find_at(check, message, hhp__field_of(object, field));
    hhp__arg_text(finding, "member", field->json, field->json_length);
  }
}

void hhp__rule_missing_member(hhp__check *check) {
  hhp__walk(check, check->root, S_check_required);
}

static const hhp__field *S_id_field(const hhp__object *object) {
  return hhp__field_named(hhp__entity_of(object), "id", 2, 0);
}

static void S_check_id(hhp__check *check, const hhp__object *object) {
  if (!object->has_duplicate_id)
    return;
  const char *id = hhp__id_of(object);
  const hhp__object *first = hhp__index_get(&object->document->ids, id, strlen(id));
  hhp_finding *finding = hhp__find_at(check, HHP__M_DUPLICATE_ID, hhp__field_of(object, S_id_field(object)));
  hhp__arg_text(finding, "id", id, strlen(id));
  hhp__relate_to(check, finding, hhp__field_of(first, S_id_field(first)));
}

void hhp__rule_duplicate_id(hhp__check *check) {
  if (check->root->document->duplicates > 0)
    hhp__walk(check, check->root, S_check_id);
}

/* Whether an object of that type has no usable id. Then an unresolved reference may be right, and only the id is
 * reported. */
static int S_may_be_broken(const hhp__check *check, uint8_t entity) {
  const hhp__object *plan = check->root;
  const hhp__field *field = hhp__list_field_of(entity);
  if (S_is_marked(plan, field))
    return 1;
  const hhp__list *list = hhp__list_at(plan, field);
  for (uint32_t i = 0; i < list->count; i++) {
    if (list->items[i] == NULL || hhp__id_of(list->items[i]) == NULL)
      return 1;
  }
  return 0;
}

/* The id of the entity with that name, otherwise the most similar id. */
static const char *S_meant(hhp__check *check, uint8_t entity, const char *id) {
  const char *named = hhp__id_named(check, hhp__objects_of(check, entity), id);
  if (named != NULL)
    return named;
  hhp__nearest nearest = hhp__nearest_to(id, strlen(id));
  const hhp__list *list = hhp__list_at(check->root, hhp__list_field_of(entity));
  for (uint32_t i = 0; i < list->count && check->suggestions > 0; i++, check->suggestions--) {
    const char *other = list->items[i] == NULL ? NULL : hhp__id_of(list->items[i]);
    if (other != NULL)
      hhp__consider(&nearest, other, strlen(other), other);
  }
  return nearest.meant;
}

static void S_report_unknown(hhp__check *check, hhp__spot spot, uint8_t entity, const char *id) {
  const char *meant = S_meant(check, entity, id);
  const char *own = hhp__id_of(spot.object);
  if (meant != NULL && own != NULL && strcmp(meant, own) == 0)
    meant = NULL; /* no goal is its own parent (HP206) */
  hhp__message message = meant != NULL ? HHP__M_UNKNOWN_REFERENCE_MEANT : HHP__M_UNKNOWN_REFERENCE;
  hhp_finding *finding = hhp__find_at(check, message, spot);
  hhp__arg_text(finding, "id", id, strlen(id));
  hhp__arg_entity(finding, "expected", entity);
  if (meant != NULL)
    hhp__arg_text(finding, "suggestion", meant, strlen(meant));
}

static void S_check_reference(hhp__check *check, hhp__spot spot, const char *id) {
  uint8_t entity = spot.field->target;
  const hhp__object *found = hhp__referent(spot.object, id);
  if (found != NULL && found->entity == entity)
    return;
  if (found == NULL) {
    if (!(check->broken_entities >> entity & 1))
      S_report_unknown(check, spot, entity, id);
    return;
  }
  hhp_finding *finding = hhp__find_at(check, HHP__M_WRONG_REFERENCE, spot);
  hhp__arg_text(finding, "id", id, strlen(id));
  hhp__arg_entity(finding, "found", found->entity);
  hhp__arg_entity(finding, "expected", entity);
  hhp__relate_to(check, finding, hhp__whole(found));
}

/* As most do, without a look-up. */
static int S_leads_to(const char *id, uint8_t entity) {
  const hhp__object *holder = hhp__holder(id);
  return holder != NULL && holder->entity == entity;
}

static void S_check_references(hhp__check *check, const hhp__object *object) {
  uint64_t references = hhp__field_sets[HHP__FIELDS_REFERENCES][object->entity];
  const hhp__field *field;
  while ((field = hhp__take_field(&references, object->entity)) != NULL) {
    if (field->type == HHP__REF) {
      const char *id = hhp__text_at(object, field);
      if (id != NULL && !S_leads_to(id, field->target))
        S_check_reference(check, hhp__field_of(object, field), id);
      continue;
    }
    const hhp__list *list = hhp__list_at(object, field);
    for (uint32_t k = 0; k < list->count; k++) {
      if (list->items[k] != NULL && !S_leads_to(list->items[k], field->target))
        S_check_reference(check, (hhp__spot){object, field, k}, list->items[k]);
    }
  }
}

void hhp__rule_unknown_reference(hhp__check *check) {
  check->broken_entities = 0;
  for (int entity = 0; entity < HHP__ENTITY_COUNT; entity++) {
    if (hhp__list_field_of((uint8_t)entity) != NULL && S_may_be_broken(check, (uint8_t)entity))
      check->broken_entities |= UINT64_C(1) << entity;
  }
  hhp__walk(check, check->root, S_check_references);
}

static void S_arg_schemes(hhp__check *check, hhp_finding *finding) {
  hhp__buffer list = {0};
  for (size_t i = 0; i < hhp_scheme_count(); i++) {
    hhp__puts(&list, i == 0 ? "" : ", ");
    hhp__puts(&list, hhp_scheme_id(hhp_scheme_at(i)));
  }
  if (list.failed)
    hhp__out_of_memory(check);
  else
    hhp__arg_text(finding, "allowed", list.text, list.length);
  hhp__buffer_free(&list);
}

void hhp__rule_unknown_scheme(hhp__check *check) {
  const char *id = check->plan->scheme;
  if (check->scheme != NULL || id == NULL)
    return;
  const hhp_scheme *meant = hhp_scheme_suggest(id);
  hhp__message message = meant != NULL ? HHP__M_UNKNOWN_SCHEME_MEANT : HHP__M_UNKNOWN_SCHEME;
  hhp_finding *finding = hhp__find_at(check, message, hhp__field_of(check->plan, HHP__FIELD(plan, scheme)));
  hhp__arg_text(finding, "scheme", id, strlen(id));
  S_arg_schemes(check, finding);
  if (meant != NULL)
    hhp__arg_text(finding, "suggestion", hhp_scheme_id(meant), strlen(hhp_scheme_id(meant)));
}
