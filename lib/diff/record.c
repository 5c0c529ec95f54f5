/* Records changes: copies values into the diff and inserts them in output order. */
#include <string.h>

#include "diff/diff.h"
#include "json/pointer.h"
#include "json/reader.h"
#include "json/real.h"
#include "json/write.h"

void hhp__fail(hhp__recorder *recorder, hhp_status status) {
  if (recorder->status == HHP_OK)
    recorder->status = status;
}

static const char *S_copy_text(hhp__recorder *recorder, const char *text) {
  if (text == NULL)
    return NULL;
  const char *copy = hhp__arena_text(&recorder->diff->arena, text, strlen(text));
  if (copy == NULL)
    hhp__fail(recorder, HHP_ERR_NOMEM);
  return copy;
}

/* Copies the content of the recorder's buffer, and empties it. */
static const char *S_take_text(hhp__recorder *recorder) {
  hhp__put(&recorder->text, "", 0);
  if (recorder->text.failed) {
    hhp__fail(recorder, HHP_ERR_NOMEM);
    return NULL;
  }
  const char *copy = S_copy_text(recorder, recorder->text.text);
  recorder->text.length = 0;
  return copy;
}

static const char *S_label(hhp__recorder *recorder, const hhp__object *object, int32_t lang) {
  hhp__put_label(&recorder->text, object, lang);
  return S_take_text(recorder);
}

/* The id in the later plan, otherwise in the earlier one: an object may gain or lose its id. NULL if it has none. */
static const char *S_id(hhp__recorder *recorder, const hhp__pair *pair) {
  const char *id = NULL;
  for (int side = HHP__SIDES - 1; side >= 0 && id == NULL; side--)
    id = pair->object[side] == NULL ? NULL : hhp__id_of(pair->object[side]);
  return S_copy_text(recorder, id);
}

/* The subject of a pair, created on first use together with those around it. It is named as in the later plan. */
static const hhp__subject *S_subject(hhp__recorder *recorder, hhp__pair *pair) {
  if (pair->subject != NULL)
    return pair->subject;
  const hhp__object *object = pair->object[pair->object[HHP__AFTER] != NULL ? HHP__AFTER : HHP__BEFORE];
  const hhp__subject *outer = pair->outer == NULL ? NULL : S_subject(recorder, pair->outer);
  hhp__subject *subject = hhp__arena_new(&recorder->diff->arena, sizeof(*subject));
  if (subject == NULL || (pair->outer != NULL && outer == NULL)) {
    hhp__fail(recorder, HHP_ERR_NOMEM);
    return NULL;
  }
  subject->outer = outer;
  subject->field = pair->field;
  subject->entity = object->entity;
  subject->section = hhp__section_of(object->entity, outer == NULL ? 0 : outer->section);
  subject->id = outer == NULL ? NULL : S_id(recorder, pair);
  subject->name.da = S_label(recorder, object, HHP_LANG_DA);
  subject->name.en = S_label(recorder, object, HHP_LANG_EN);
  pair->subject = subject;
  return subject;
}

static hhp_change *S_new_change(hhp__recorder *recorder, hhp__pair *pair, uint8_t kind, int part) {
  const hhp__subject *subject = S_subject(recorder, pair);
  hhp_change *change = subject == NULL ? NULL : hhp__arena_new(&recorder->diff->arena, sizeof(*change));
  if (change == NULL ||
      hhp__list_add(&recorder->parts[subject->section][part], &recorder->matcher.scratch, change) != 0) {
    hhp__fail(recorder, HHP_ERR_NOMEM);
    return NULL;
  }
  change->subject = subject;
  change->kind = kind;
  change->kroner[HHP__BEFORE] = HHP_ABSENT;
  change->kroner[HHP__AFTER] = HHP_ABSENT;
  recorder->diff->counts[kind]++;
  return change;
}

/* Pointer to an object, to one of its members (NULL: none), or to an element of that member (-1: none). */
static const char *S_pointer(hhp__recorder *recorder, const hhp__object *object, const char *member, int64_t place) {
  hhp__put_object_pointer(&recorder->text, object);
  if (member != NULL)
    hhp__put_step(&recorder->text, member, strlen(member));
  if (place >= 0) {
    hhp__putc(&recorder->text, '/');
    hhp__put_number(&recorder->text, place);
  }
  return S_take_text(recorder);
}

/* An entity with a section of its own is listed there as added or removed; a part of one is a change of that entity. */
static int S_part(const hhp__pair *pair, const hhp__object *object, int side) {
  if (hhp__sections[hhp__section_of(object->entity, 0)].entity != object->entity || pair->outer == NULL)
    return HHP__PART_CHANGED;
  return side == HHP__AFTER ? HHP__PART_ADDED : HHP__PART_REMOVED;
}

void hhp__record_object(hhp__recorder *recorder, hhp__pair *pair, const int64_t kroner[HHP__SIDES]) {
  int side = pair->object[HHP__BEFORE] == NULL ? HHP__AFTER : HHP__BEFORE;
  const hhp__object *object = pair->object[side];
  uint8_t kind = side == HHP__AFTER ? HHP_CHANGE_ADDED : HHP_CHANGE_REMOVED;
  hhp_change *change = S_new_change(recorder, pair, kind, S_part(pair, object, side));
  if (change == NULL)
    return;
  change->pointer[side] = S_pointer(recorder, object, NULL, -1);
  change->kroner[side] = kroner[side];
}

static uint8_t S_kind(int has_before, int has_after, uint8_t otherwise) {
  return !has_before ? HHP_CHANGE_ADDED : !has_after ? HHP_CHANGE_REMOVED : otherwise;
}

static hhp_change *S_new_field_change(hhp__recorder *recorder, hhp__pair *pair, const hhp__field *field, uint8_t kind) {
  hhp_change *change = S_new_change(recorder, pair, kind, HHP__PART_CHANGED);
  if (change == NULL)
    return NULL;
  change->field = field;
  change->member = field->json;
  return change;
}

/* A default has a value, but no place in the file. */
static void S_set_pointers(hhp__recorder *recorder, hhp_change *change, const hhp__pair *pair,
                           const hhp__field *field) {
  for (int side = 0; side < HHP__SIDES; side++) {
    if (hhp__is_given(pair->object[side], field))
      change->pointer[side] = S_pointer(recorder, pair->object[side], field->json, -1);
  }
}

void hhp__record_text(hhp__recorder *recorder, hhp__pair *pair, const hhp__field *field, const char *before,
                      const char *after) {
  hhp_change *change =
      S_new_field_change(recorder, pair, field, S_kind(before != NULL, after != NULL, HHP_CHANGE_CHANGED));
  if (change == NULL)
    return;
  S_set_pointers(recorder, change, pair, field);
  change->text[HHP__BEFORE] = S_copy_text(recorder, before);
  change->text[HHP__AFTER] = S_copy_text(recorder, after);
}

void hhp__record_kroner(hhp__recorder *recorder, hhp__pair *pair, const hhp__field *field, int64_t before,
                        int64_t after) {
  const int64_t kroner[HHP__SIDES] = {before, after};
  if (before == after)
    return;
  hhp_change *change =
      S_new_field_change(recorder, pair, field, S_kind(before != HHP_ABSENT, after != HHP_ABSENT, HHP_CHANGE_MOVED));
  if (change == NULL)
    return;
  S_set_pointers(recorder, change, pair, field);
  for (int side = 0; side < HHP__SIDES; side++) {
    if (kroner[side] == HHP_ABSENT)
      continue;
    hhp__put_number(&recorder->text, kroner[side]);
    change->text[side] = S_take_text(recorder);
    change->kroner[side] = kroner[side];
  }
}

void hhp__record_element(hhp__recorder *recorder, hhp__pair *pair, const hhp__field *field, int side, uint32_t place) {
  uint8_t kind = side == HHP__AFTER ? HHP_CHANGE_ADDED : HHP_CHANGE_REMOVED;
  hhp_change *change = S_new_field_change(recorder, pair, field, kind);
  if (change == NULL)
    return;
  change->pointer[side] = S_pointer(recorder, pair->object[side], field->json, place);
  change->text[side] = S_copy_text(recorder, hhp__list_at(pair->object[side], field)->items[place]);
}

void hhp__record_order(hhp__recorder *recorder, hhp__pair *pair, const hhp__field *field) {
  hhp_change *change = S_new_field_change(recorder, pair, field, HHP_CHANGE_REORDERED);
  if (change != NULL)
    S_set_pointers(recorder, change, pair, field);
}

static const char *S_dump(hhp__recorder *recorder, const json_t *value) {
  hhp__buffer dump = {0};
  hhp__put_dump(&dump, value, 0);
  if (dump.failed)
    hhp__fail(recorder, HHP_ERR_NOMEM);
  else
    hhp__put_shortened(&recorder->text, dump.text, dump.length);
  hhp__buffer_free(&dump);
  return S_take_text(recorder);
}

void hhp__record_extension(hhp__recorder *recorder, hhp__pair *pair, const char *name, json_t *before, json_t *after) {
  const json_t *values[HHP__SIDES] = {before, after};
  hhp_change *change =
      S_new_change(recorder, pair, S_kind(before != NULL, after != NULL, HHP_CHANGE_CHANGED), HHP__PART_CHANGED);
  if (change == NULL)
    return;
  change->member = S_copy_text(recorder, name);
  for (int side = 0; side < HHP__SIDES; side++) {
    if (values[side] == NULL)
      continue;
    change->pointer[side] = S_pointer(recorder, pair->object[side], name, -1);
    change->text[side] = S_dump(recorder, values[side]);
  }
}
