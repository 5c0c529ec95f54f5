/* Ids: which object has which, and to which object a reference leads. */
#include <string.h>

#include "model/model.h"

const char *hhp__keep_id(hhp__document *document, const char *text, size_t length) {
  hhp__id *id = hhp__arena_new(&document->arena, sizeof(*id) + length + 1);
  if (id == NULL)
    return NULL;
  memcpy(id->text, text, length);
  return id->text;
}

const char *hhp__keep_reference(hhp__document *document, const char *text, size_t length) {
  const hhp__object *found = hhp__index_get(&document->ids, text, length);
  return found != NULL ? hhp__id_of(found) : hhp__keep_id(document, text, length);
}

hhp_status hhp__register_id(hhp__object *object, const char *id) {
  hhp__slot *slot = hhp__index_add(&object->document->ids, id, strlen(id));
  if (slot == NULL)
    return HHP_ERR_NOMEM;
  if (slot->value == NULL) {
    slot->value = object;
    hhp__id_struct(id)->holder = object;
  } else {
    object->has_duplicate_id = 1;
    object->document->duplicates++;
  }
  return HHP_OK;
}

/* The id may be in the index for another object, also if this one is removed. */
void hhp__forget_id(hhp__object *object) {
  hhp__document *document = object->document;
  const char *id = hhp__id_of(object);
  if (id != NULL && hhp__index_get(&document->ids, id, strlen(id)) == object) {
    hhp__index_remove(&document->ids, id, strlen(id));
    hhp__id_struct(id)->holder = NULL;
  }
  document->duplicates -= object->has_duplicate_id;
  object->has_duplicate_id = 0;
}

hhp__object *hhp__object_with_id(const hhp__object *any, uint8_t entity, const char *id) {
  hhp__object *found = id == NULL ? NULL : hhp__index_get(&any->document->ids, id, strlen(id));
  return found != NULL && found->entity == entity ? found : NULL;
}

hhp__object *hhp__referent(const hhp__object *any, const char *reference) {
  hhp__object *holder = hhp__id_struct(reference)->holder;
  return holder != NULL ? holder : hhp__index_get(&any->document->ids, reference, strlen(reference));
}
