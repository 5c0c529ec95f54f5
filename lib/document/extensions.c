/* The x- members of objects, for callers: as JSON text. */
#include <helhedsplan/object.h>

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "document/encode.h"
#include "document/extension_value.h"
#include "model/model.h"
#include "json/real.h"
#include "json/write.h"

static json_t *S_members(const hhp_object *object) {
  return object == NULL || object->extensions == NULL ? NULL : object->extensions->members;
}

size_t hhp_extension_count(const hhp_object *object) {
  return json_object_size(S_members(object));
}

int32_t hhp_has_extension(const hhp_object *object, const char *name) {
  return name != NULL && json_object_get(S_members(object), name) != NULL;
}

const char *hhp_extension_name_at(const hhp_object *object, size_t index) {
  json_t *members = S_members(object);
  void *member = json_object_iter(members);
  for (size_t i = 0; i < index && member != NULL; i++)
    member = json_object_iter_next(members, member);
  return json_object_iter_key(member);
}

/* --- Reading --- */

static const char *S_text_of(const hhp__extension_text *texts, const json_t *value) {
  while (texts != NULL && texts->value != value)
    texts = texts->next;
  return texts == NULL ? NULL : texts->text;
}

static hhp__extension_text *S_format(const json_t *value) {
  hhp__buffer dump = {0}, text = {0};
  hhp__put_dump(&dump, value, JSON_COMPACT);
  if (!dump.failed)
    hhp__put_shortened(&text, dump.text, dump.length);
  text.failed |= dump.failed;
  hhp__buffer_free(&dump);
  hhp__extension_text *made = malloc(sizeof(*made));
  if (made != NULL)
    *made = (hhp__extension_text){.value = value, .text = hhp__buffer_take(&text, NULL)};
  if (made != NULL && made->text != NULL)
    return made;
  hhp__buffer_free(&text);
  free(made);
  return NULL;
}

/* Adds the text to the list, unless another thread was faster; the one in the list is then returned. */
static const char *S_share(hhp__extensions *extensions, hhp__extension_text *made) {
  made->next = atomic_load(&extensions->texts);
  do {
    const char *other = S_text_of(made->next, made->value);
    if (other != NULL) {
      free(made->text);
      free(made);
      return other;
    }
  } while (!atomic_compare_exchange_weak(&extensions->texts, &made->next, made));
  return made->text;
}

const char *hhp_get_extension(const hhp_object *object, const char *name) {
  const json_t *value = name == NULL ? NULL : json_object_get(S_members(object), name);
  if (value == NULL)
    return NULL;
  const char *text = S_text_of(atomic_load(&object->extensions->texts), value);
  if (text != NULL)
    return text;
  hhp__extension_text *made = S_format(value);
  return made == NULL ? NULL : S_share(object->extensions, made);
}

/* --- Writing --- */

/* Reads one value, and nothing after it. */
static hhp_status S_read_value(hhp__decoder *d, json_t **value) {
  hhp__token token = hhp__next(&d->reader);
  int is_read = token != HHP__BROKEN && token != HHP__END && hhp__extension_value(d, token, value) == 0 &&
                hhp__next(&d->reader) == HHP__END;
  hhp__buffer_free(&d->pointer);
  if (d->has_failed || d->report->has_failed)
    return HHP_ERR_NOMEM;
  if (is_read && hhp_report_count(d->report) == 0)
    return HHP_OK;
  return d->reader.fault == HHP__FAULT_UTF8 ? HHP_ERR_UTF8 : HHP_ERR_DOCUMENT;
}

/* Objects and lists around a member of the object, counted as the reader does. */
static int S_levels_above(const hhp_object *object) {
  int levels = 1;
  for (; object->parent != NULL; object = object->parent)
    levels += hhp__is_list(hhp__field_in_parent(object)) ? 2 : 1;
  return levels;
}

/* The value must be one that the reader accepts in a file, at its place. */
static hhp_status S_parse(const hhp_object *object, const char *json, json_t **value) {
  hhp_report *report = NULL;
  hhp__buffer text = {0};
  hhp__puts(&text, json);
  hhp__putc(&text, '\n'); /* the reader takes a number that ends the text for one cut off */
  hhp_status status = text.failed ? HHP_ERR_NOMEM : hhp_report_new(&report);
  if (status == HHP_OK) {
    hhp__decoder d = {.document = object->document, .report = report};
    hhp__reader_init(&d.reader, text.text, text.length);
    status = S_read_value(&d, value);
  }
  if (status == HHP_OK && hhp__check_json(*value, HHP__MAX_LEVELS - S_levels_above(object)) != HHP_OK)
    status = HHP_ERR_DOCUMENT;
  if (status != HHP_OK) {
    json_decref(*value);
    *value = NULL;
  }
  hhp_report_free(report);
  hhp__buffer_free(&text);
  return status;
}

/* A new object with the same members, but for one that gets that value, or is left out if it is NULL. */
static json_t *S_copy_with(json_t *members, const char *changed, json_t *value) {
  json_t *copy = json_object();
  const char *name;
  json_t *each;
  int result = copy == NULL ? -1 : 0;
  json_object_foreach(members, name, each) {
    json_t *kept = strcmp(name, changed) == 0 ? value : each;
    if (result == 0 && kept != NULL)
      result = json_object_set_nocheck(copy, name, kept);
  }
  if (result == 0)
    return copy;
  json_decref(copy);
  return NULL;
}

static hhp_status S_keep(hhp_object *object, json_t *members) {
  if (members != NULL && hhp__keep_extensions(object, members) == 0)
    return HHP_OK;
  json_decref(members);
  return HHP_ERR_NOMEM;
}

/* Adds to the members that the object has, or gives it its first. */
static hhp_status S_add(hhp_object *object, json_t *members, const char *name, json_t *value) {
  if (members != NULL)
    return json_object_set_nocheck(members, name, value) == 0 ? HHP_OK : HHP_ERR_NOMEM;
  members = json_object();
  if (members == NULL || json_object_set_nocheck(members, name, value) == 0)
    return S_keep(object, members);
  json_decref(members);
  return HHP_ERR_NOMEM;
}

static hhp_status S_set(hhp_object *object, const char *name, json_t *value) {
  json_t *members = S_members(object);
  int is_there = json_object_get(members, name) != NULL;
  if (!is_there)
    return value == NULL ? HHP_OK : S_add(object, members, name, value);
  if (value != NULL || json_object_size(members) > 1)
    return S_keep(object, S_copy_with(members, name, value));
  object->extensions = NULL; /* the document frees them */
  return HHP_OK;
}

hhp_status hhp_set_extension(hhp_object *object, const char *name, const char *json) {
  if (object == NULL || name == NULL || !hhp__entity_of(object)->is_editable)
    return HHP_ERR_ARGUMENT;
  if (!hhp__utf8_valid(name, strlen(name)))
    return HHP_ERR_UTF8;
  if (strncmp(name, "x-", 2) != 0)
    return HHP_ERR_FORMAT;
  json_t *value = NULL;
  hhp_status status = json == NULL ? HHP_OK : S_parse(object, json, &value);
  if (status == HHP_OK)
    status = S_set(object, name, value);
  json_decref(value);
  return status;
}
