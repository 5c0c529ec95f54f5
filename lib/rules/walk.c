/* Visiting the objects and texts of a document, and counting different texts. */
#include <string.h>

#include "base/index.h"
#include "rules/context.h"

/* An element that was not an object in the file is NULL. The recursion is as deep as the tables, however deep the
 * file. */
void hhp__walk(hhp__check *check, const hhp__object *object,
               void (*visit)(hhp__check *check, const hhp__object *object)) {
  if (object == NULL || object->is_unusable)
    return;
  visit(check, object);
  uint64_t children = hhp__field_sets[HHP__FIELDS_CHILDREN][object->entity];
  const hhp__field *field;
  while ((field = hhp__take_field(&children, object->entity)) != NULL) {
    if (field->shape == HHP__SHAPE_OBJECT) {
      const hhp__object *child = hhp__object_at(object, field);
      if (!hhp__is_bare(child))
        hhp__walk(check, child, visit);
      continue;
    }
    const hhp__list *list = hhp__list_at(object, field);
    for (uint32_t k = 0; k < list->count; k++)
      hhp__walk(check, list->items[k], visit);
  }
}

typedef void S_text_visitor(hhp__check *check, hhp__spot spot, const char *text);

static void S_visit_list(hhp__check *check, hhp__spot spot, const hhp__list *list) {
  for (uint32_t i = 0; i < list->count; i++) {
    spot.index = i;
    if (list->items[i] != NULL)
      check->visit_text(check, spot, list->items[i]);
  }
}

static void S_visit_object(hhp__check *check, const hhp__object *object) {
  uint64_t texts = hhp__field_sets[HHP__FIELDS_TEXTS][object->entity] & ~object->plain;
  const hhp__field *field;
  while ((field = hhp__take_field(&texts, object->entity)) != NULL) {
    if (field->type == HHP__TEXTS)
      S_visit_list(check, hhp__field_of(object, field), hhp__list_at(object, field));
    else if (hhp__text_at(object, field) != NULL)
      check->visit_text(check, hhp__field_of(object, field), hhp__text_at(object, field));
  }
}

void hhp__each_unusual_text(hhp__check *check, S_text_visitor *visit_text) {
  check->visit_text = visit_text;
  hhp__walk(check, check->root, S_visit_object);
}

uint32_t hhp__count_distinct(hhp__check *check, const hhp__list *texts) {
  if (texts->count < 2)
    return texts->count;
  hhp__index seen = hhp__index_sharing_seed(&check->seeds);
  for (uint32_t i = 0; i < texts->count; i++) {
    if (hhp__index_add(&seen, texts->items[i], strlen(texts->items[i])) == NULL)
      hhp__out_of_memory(check);
  }
  uint32_t count = (uint32_t)seen.count;
  hhp__index_free(&seen);
  return count;
}
