/* Releasing the memory of replaced texts and x- members. Objects stay where they are, since callers have their
 * handles. */
#include <helhedsplan/plan.h>

#include <string.h>

#include "model/model.h"

/* A pass through all objects, removed ones included: first measures the texts in `edits`, then copies them. */
typedef struct {
  const hhp__arena *edits;
  size_t size; /* of these texts, with their NULs */
  char *to;    /* where the next is copied to; NULL while measuring */
} S_pass;

static void S_pass_text(S_pass *pass, const char **text) {
  if (*text == NULL || !hhp__arena_holds(pass->edits, *text))
    return;
  size_t length = strlen(*text) + 1;
  pass->size += length;
  if (pass->to == NULL)
    return;
  *text = memcpy(pass->to, *text, length);
  pass->to += length;
}

static void S_pass_object(S_pass *pass, hhp__object *object);

static void S_pass_list(S_pass *pass, const hhp__list *list, int is_of_objects) {
  for (uint32_t i = 0; i < list->count; i++) {
    if (is_of_objects)
      S_pass_object(pass, list->items[i]);
    else
      S_pass_text(pass, (const char **)&list->items[i]);
  }
}

static void S_pass_object(S_pass *pass, hhp__object *object) {
  const hhp__entity *entity = hhp__entity_of(object);
  if (object->extensions != NULL)
    object->extensions->is_used = 1;
  for (size_t i = 0; i < entity->field_count; i++) {
    const hhp__field *field = &entity->fields[i];
    if (field->shape == HHP__SHAPE_TEXT)
      S_pass_text(pass, hhp__at(object, field));
    else if (field->shape == HHP__SHAPE_OBJECT)
      S_pass_object(pass, hhp__object_at(object, field));
    else if (hhp__is_list(field))
      S_pass_list(pass, hhp__list_at(object, field), hhp__is_list_of_objects(field));
  }
}

static void S_pass_document(S_pass *pass, hhp__object *root) {
  S_pass_object(pass, root);
  for (hhp__object *each = root->document->removed; each != NULL; each = each->next_removed)
    S_pass_object(pass, each);
}

/* Those that no object has any more. */
static void S_retire_extensions(hhp__document *document) {
  hhp__extensions **link = &document->extensions;
  while (*link != NULL) {
    hhp__extensions *each = *link;
    if (each->is_used) {
      each->is_used = 0;
      link = &each->next;
      continue;
    }
    *link = each->next;
    each->next = document->retired_extensions;
    document->retired_extensions = each;
  }
}

static void S_unmark_extensions(hhp__document *document) {
  for (hhp__extensions *each = document->extensions; each != NULL; each = each->next)
    each->is_used = 0;
}

/* What the last call has retired is freed by this one, so that a text borrowed just before a call can still be
 * copied. */
static void S_free_retired(hhp__document *document) {
  hhp__free_extensions(document->retired_extensions);
  document->retired_extensions = NULL;
  hhp__arena_free(&document->retired);
}

hhp_status hhp_plan_compact(hhp_plan *plan) {
  if (plan == NULL)
    return HHP_ERR_ARGUMENT;
  hhp__object *root = &plan->object;
  hhp__document *document = root->document;
  S_pass pass = {.edits = &document->edits};
  S_pass_document(&pass, root);

  hhp__arena kept = {0};
  if (pass.size > 0) {
    pass.to = hhp__arena_bytes(&kept, pass.size);
    if (pass.to == NULL) {
      S_unmark_extensions(document);
      return HHP_ERR_NOMEM;
    }
  }
  if (pass.to != NULL)
    S_pass_document(&pass, root);
  S_free_retired(document);
  S_retire_extensions(document);
  document->retired = document->edits;
  document->edits = kept;
  return HHP_OK;
}
