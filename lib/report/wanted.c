/* Finds fields in the text of their objects. */
#include "report/wanted.h"

#include <stdlib.h>

#include "base/grow.h"
#include "json/reader.h"

enum { LONGEST_NAME = 256 }; /* of a member that may be a field, in bytes and with its escapes */

/* An object being searched, and what is wanted of it: in the order of its fields, and for each field the whole value
 * before its elements. */
typedef struct {
  hhp__reader reader;
  const char *json;
  const hhp__object *object;
  const hhp__wanted_value *items;
  size_t count;
  uint64_t fields; /* a bit a field that is still to be found */
} S_search;

/* The object that the value is, if it is one; else NULL. */
static const hhp__object *S_object_of(const hhp__wanted_value *value) {
  if (value->field == NULL)
    return value->object;
  if (value->field->shape == HHP__SHAPE_OBJECT)
    return hhp__object_at(value->object, value->field);
  if (value->index < 0 || !hhp__is_list_of_objects(value->field))
    return NULL;
  return hhp__list_at(value->object, value->field)->items[value->index];
}

static int S_add(hhp__wanted *wanted, hhp__wanted_value value) {
  hhp__wanted_value *items = hhp__with_space(wanted->items, wanted->count, &wanted->capacity, sizeof(*items));
  if (items == NULL)
    return -1;
  wanted->items = items;
  wanted->items[wanted->count++] = value;
  return 0;
}

int hhp__want(hhp__wanted *wanted, hhp__wanted_value value) {
  const hhp__object *object = S_object_of(&value);
  if (object == NULL)
    return S_add(wanted, value);
  if (object->length > 0)
    hhp__set_place(value.place, object->offset, object->length);
  return 0;
}

static int S_compare(const void *a, const void *b) {
  const hhp__wanted_value *x = a;
  const hhp__wanted_value *y = b;
  if (x->object->offset != y->object->offset)
    return x->object->offset < y->object->offset ? -1 : 1;
  if (x->object != y->object)
    return x->object < y->object ? -1 : 1;
  if (x->field != y->field)
    return x->field < y->field ? -1 : 1;
  return (x->index > y->index) - (x->index < y->index);
}

/* A rule visits the objects in the order of the text, so that its values mostly are in order. */
static void S_sort(hhp__wanted *wanted) {
  size_t i = 1;
  while (i < wanted->count && S_compare(&wanted->items[i - 1], &wanted->items[i]) <= 0)
    i++;
  if (i < wanted->count)
    qsort(wanted->items, wanted->count, sizeof(*wanted->items), S_compare);
}

/* The last object inside the value of the field, which begins at `offset`; NULL: none is known. A member that is there
 * twice has the objects of the first. */
static const hhp__object *S_last_inside(const hhp__object *object, const hhp__field *field, size_t offset) {
  const hhp__object *last = NULL;
  if (field != NULL && field->shape == HHP__SHAPE_OBJECT)
    last = hhp__object_at(object, field);
  else if (field != NULL && hhp__is_list_of_objects(field) && hhp__list_at(object, field)->count > 0)
    last = hhp__list_at(object, field)->items[hhp__list_at(object, field)->count - 1];
  return last != NULL && last->length > 0 && last->offset >= offset ? last : NULL;
}

/* Skips the value that begins with this token. */
static void S_skip(S_search *search, const hhp__field *field, hhp__token token) {
  hhp__reader *r = &search->reader;
  if (token != HHP__BEGIN_OBJECT && token != HHP__BEGIN_ARRAY)
    return;
  const hhp__object *last = S_last_inside(search->object, field, (size_t)(r->token - search->json));
  if (last == NULL) {
    hhp__skip_rest(r);
    return;
  }
  r->next = search->json + last->offset + last->length;
  if (token == HHP__BEGIN_OBJECT) {
    r->depth--;
    return;
  }
  r->levels[r->depth - 1].is_empty = 0;
  hhp__skip_rest(r);
}

/* Finds elements of the list that has begun, and reads no further than the last. */
static void S_find_elements(S_search *search, const hhp__wanted_value *item, size_t count) {
  hhp__reader *r = &search->reader;
  for (int64_t index = 0; count > 0; index++) {
    hhp__token token = hhp__next(r);
    const char *start = r->token;
    if (token == HHP__END_ARRAY || token == HHP__BROKEN)
      return;
    if (token == HHP__BEGIN_OBJECT || token == HHP__BEGIN_ARRAY)
      hhp__skip_rest(r);
    for (; count > 0 && item->index == index; item++, count--)
      hhp__set_place(item->place, (size_t)(start - search->json), (size_t)(r->next - start));
  }
}

/* Finds what is wanted of the field whose value begins with this token. */
static void S_find_in_field(S_search *search, const hhp__field *field, hhp__token token) {
  const hhp__wanted_value *whole = search->items;
  const hhp__wanted_value *end = search->items + search->count;
  hhp__reader *r = &search->reader;
  const char *start = r->token;
  size_t outside = r->depth - (token == HHP__BEGIN_OBJECT || token == HHP__BEGIN_ARRAY);
  while (whole->field != field)
    whole++;
  const hhp__wanted_value *elements = whole;
  while (elements < end && elements->field == field && elements->index < 0)
    elements++;
  size_t count = 0;
  while (elements + count < end && elements[count].field == field)
    count++;
  if (count == 0)
    S_skip(search, field, token);
  else if (token == HHP__BEGIN_ARRAY)
    S_find_elements(search, elements, count);
  if (r->depth > outside && (whole < elements || search->fields != 0))
    hhp__skip_rest(r);
  for (; whole < elements; whole++)
    hhp__set_place(whole->place, (size_t)(start - search->json), (size_t)(r->next - start));
}

/* The field that the member being read is; NULL for another member. The name is looked for from `hint` on. */
static const hhp__field *S_field(const S_search *search, size_t hint) {
  hhp__slice key = search->reader.key;
  char name[LONGEST_NAME];
  if (key.length > sizeof(name))
    return NULL;
  const char *text = key.start;
  size_t length = key.length;
  if (key.has_escapes) {
    length = hhp__unescape(key, name);
    text = name;
  }
  return hhp__field_named(hhp__entity_of(search->object), text, length, hint);
}

/* Each field is looked for in the first member of its name, as that is the one that was read. */
static void S_find_in_object(S_search *search) {
  hhp__reader *r = &search->reader;
  const hhp__field *fields = hhp__entity_of(search->object)->fields;
  size_t hint = 0;
  for (size_t i = 0; i < search->count; i++)
    search->fields |= UINT64_C(1) << (search->items[i].field - fields);
  hhp__next(r);
  while (search->fields != 0) {
    hhp__token token = hhp__next(r);
    if (token == HHP__END_OBJECT || token == HHP__BROKEN)
      return;
    const hhp__field *field = S_field(search, hint);
    hint = field == NULL ? hint : (size_t)(field - fields) + 1;
    uint64_t bit = field == NULL ? 0 : UINT64_C(1) << (field - fields);
    if ((search->fields & bit) == 0) {
      S_skip(search, field, token);
      continue;
    }
    search->fields &= ~bit;
    S_find_in_field(search, field, token);
  }
}

void hhp__find_wanted(hhp__wanted *wanted, const char *json) {
  S_sort(wanted);
  size_t count;
  for (size_t i = 0; i < wanted->count; i += count) {
    const hhp__object *object = wanted->items[i].object;
    for (count = 1; i + count < wanted->count && wanted->items[i + count].object == object;)
      count++;
    if (object->length == 0)
      continue;
    S_search search; /* `reader` is large, and the levels of nesting need not be zeroed */
    hhp__reader_init(&search.reader, json + object->offset, object->length);
    search.json = json;
    search.object = object;
    search.items = wanted->items + i;
    search.count = count;
    search.fields = 0;
    S_find_in_object(&search);
  }
}

void hhp__wanted_free(hhp__wanted *wanted) {
  free(wanted->items);
  *wanted = (hhp__wanted){0};
}
