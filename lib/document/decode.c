/* The decoder pulls tokens from the reader and puts values where model.def says. It goes on after every fault but a
 * broken syntax, so that one run tells all. What it cannot take it marks in the object as unusable: what merely follows
 * from that, such as "missing", is not said again. */
#include "document/decode.h"

#include <string.h>

#include "base/date.h"
#include "base/nearest.h"
#include "document/decoder.h"
#include "document/extension_value.h"
#include "document/remedy.h"
#include "json/reader.h"

/* What long pointers may take together, in lengths of the text: each long name has it for itself, and then some. */
enum { ALLOWANCE = 4 };

/* Where each known member of an object was first seen, to tell of a second one. */
typedef struct {
  uint64_t seen;
  size_t first[64]; /* offset of its name */
} S_members;

static int S_read_object(hhp__decoder *d, hhp__object *object);

static void S_mark(hhp__object *object, const hhp__field *field) {
  object->unusable |= UINT64_C(1) << (field - hhp__entity_of(object)->fields);
}

/* Reads past a value that is not wanted. 0, or -1 when nothing more can be read. */
static int S_pass(hhp__decoder *d, hhp__token token) {
  return hhp__extension_value(d, token, NULL);
}

static int S_wrong_type(hhp__decoder *d, hhp__object *object, const hhp__field *field, hhp__token token,
                        hhp__token expected, int is_element) {
  S_mark(object, field);
  size_t start = hhp__offset(&d->reader, d->reader.token);
  hhp_finding *finding = hhp__type_fault(d, object, field, token, expected, is_element);
  int result = S_pass(d, token);
  hhp__place_at(finding, start, hhp__offset(&d->reader, d->reader.next) - start);
  return result;
}

/* The string just read, in the document's memory; NULL when there is none left. */
static const char *S_string(hhp__decoder *d, const hhp__object *object) {
  const char *text = hhp__slice_text(d->reader.string, &object->document->arena);
  if (text == NULL)
    d->has_failed = 1;
  return text;
}

static int S_read_text(hhp__decoder *d, hhp__object *object, const hhp__field *field, hhp__token token) {
  if (token != HHP__STRING)
    return S_wrong_type(d, object, field, token, HHP__STRING, 0);
  const char *text = S_string(d, object);
  if (text == NULL)
    return -1;
  if (field->type != HHP__TEXT && hhp__check_text(object, field, text, strlen(text)) != HHP_OK) {
    S_mark(object, field);
    hhp__form_fault(d, object, field, text, strlen(text));
    return 0;
  }
  *(const char **)hhp__at(object, field) = text;
  if (field->type == HHP__ID && hhp__take_id(object, text) != HHP_OK) {
    d->has_failed = 1;
    return -1;
  }
  return 0;
}

static int S_read_enum(hhp__decoder *d, hhp__object *object, const hhp__field *field, hhp__token token) {
  if (token != HHP__STRING)
    return S_wrong_type(d, object, field, token, HHP__STRING, 0);
  char room[HHP__SHORT];
  size_t length;
  const char *text = hhp__short_text(d, d->reader.string, room, &length);
  if (text == NULL)
    return -1;
  const hhp__value *value = hhp__value_named(&hhp__enums[field->target], text, length);
  if (value != NULL) {
    *(int32_t *)hhp__at(object, field) = value->value;
    return 0;
  }
  S_mark(object, field);
  hhp__word_fault(d, field, text, length);
  return 0;
}

static int S_read_date(hhp__decoder *d, hhp__object *object, const hhp__field *field, hhp__token token) {
  if (token != HHP__STRING)
    return S_wrong_type(d, object, field, token, HHP__STRING, 0);
  char room[HHP__SHORT];
  size_t length;
  const char *text = hhp__short_text(d, d->reader.string, room, &length);
  if (text == NULL)
    return -1;
  int32_t date = hhp__date_parse(text, length);
  if (date == 0) {
    S_mark(object, field);
    hhp__form_fault(d, object, field, text, length);
    return 0;
  }
  *(int32_t *)hhp__at(object, field) = date;
  return 0;
}

static int S_read_bool(hhp__decoder *d, hhp__object *object, const hhp__field *field, hhp__token token) {
  if (token != HHP__TRUE && token != HHP__FALSE)
    return S_wrong_type(d, object, field, token, HHP__TRUE, 0);
  *(int32_t *)hhp__at(object, field) = token == HHP__TRUE;
  return 0;
}

static int S_read_number(hhp__decoder *d, hhp__object *object, const hhp__field *field, hhp__token token) {
  const hhp__reader *r = &d->reader;
  if (token != HHP__INTEGER && token != HHP__REAL)
    return S_wrong_type(d, object, field, token, HHP__INTEGER, 0);
  if (token == HHP__REAL || !r->integer_fits || r->integer < field->low || r->integer > field->high) {
    S_mark(object, field);
    hhp__number_fault(d, field, token);
    return 0;
  }
  if (field->type == HHP__KRONER)
    *(int64_t *)hhp__at(object, field) = r->integer;
  else
    *(int32_t *)hhp__at(object, field) = (int32_t)r->integer;
  return 0;
}

static int S_add(hhp__decoder *d, hhp__object *object, const hhp__field *field, const void *item) {
  if (hhp__list_add(hhp__list_at(object, field), &d->document->arena, item) == 0)
    return 0;
  d->has_failed = 1;
  return -1;
}

/* In the model a list without elements is a list that is not given; here it is known that it is. */
static void S_tell_empty(hhp__decoder *d, hhp__object *object, const hhp__field *field, const char *start) {
  S_mark(object, field);
  hhp_finding *finding = hhp__fault(d, HHP__M_EMPTY_MEMBER);
  hhp__place_at(finding, hhp__offset(&d->reader, start), (size_t)(d->reader.next - start));
  hhp__arg_text(finding, "member", field->json, field->json_length);
}

/* An element that cannot be taken leaves a NULL, so that those behind it keep their places. */
static int S_read_texts(hhp__decoder *d, hhp__object *object, const hhp__field *field, hhp__token token) {
  const char *start = d->reader.token;
  if (token != HHP__BEGIN_ARRAY)
    return S_wrong_type(d, object, field, token, HHP__BEGIN_ARRAY, 0);
  while ((token = hhp__next(&d->reader)) != HHP__END_ARRAY) {
    if (token == HHP__BROKEN)
      return -1;
    const char *text = NULL;
    if (token == HHP__STRING) {
      text = S_string(d, object);
      if (text == NULL)
        return -1;
    } else if (S_wrong_type(d, object, field, token, HHP__STRING, 1) != 0) {
      return -1;
    }
    if (text != NULL && field->type == HHP__REFS && hhp__check_text(object, field, text, strlen(text)) != HHP_OK) {
      S_mark(object, field);
      hhp__form_fault(d, object, field, text, strlen(text));
      text = NULL;
    }
    if (S_add(d, object, field, text) != 0)
      return -1;
  }
  if (field->is_required && hhp__list_at(object, field)->count == 0)
    S_tell_empty(d, object, field, start);
  return 0;
}

/* Here too: what is no object leaves a NULL. */
static int S_read_objects(hhp__decoder *d, hhp__object *object, const hhp__field *field, hhp__token token) {
  if (token != HHP__BEGIN_ARRAY)
    return S_wrong_type(d, object, field, token, HHP__BEGIN_ARRAY, 0);
  while ((token = hhp__next(&d->reader)) != HHP__END_ARRAY) {
    if (token == HHP__BROKEN)
      return -1;
    if (token != HHP__BEGIN_OBJECT) {
      if (S_wrong_type(d, object, field, token, HHP__BEGIN_OBJECT, 1) != 0 || S_add(d, object, field, NULL) != 0)
        return -1;
      continue;
    }
    hhp__object *child = hhp__append(object, field);
    if (child == NULL) {
      d->has_failed = 1;
      return -1;
    }
    if (S_read_object(d, child) != 0)
      return -1;
  }
  return 0;
}

static int S_read_value(hhp__decoder *d, hhp__object *object, const hhp__field *field, hhp__token token) {
  switch (field->type) {
  case HHP__ENUM:
    return S_read_enum(d, object, field, token);
  case HHP__BOOL:
    return S_read_bool(d, object, field, token);
  case HHP__INT:
  case HHP__KRONER:
    return S_read_number(d, object, field, token);
  case HHP__DATE_FIELD:
    return S_read_date(d, object, field, token);
  case HHP__TEXTS:
  case HHP__REFS:
    return S_read_texts(d, object, field, token);
  case HHP__OBJECT:
    if (token != HHP__BEGIN_OBJECT)
      return S_wrong_type(d, object, field, token, HHP__BEGIN_OBJECT, 0);
    return S_read_object(d, hhp__object_at(object, field));
  case HHP__OBJECTS:
  case HHP__ENTITIES:
    return S_read_objects(d, object, field, token);
  default:
    return S_read_text(d, object, field, token);
  }
}

static const hhp__field *S_meant_field(const hhp__object *object, uint64_t seen, const char *name, size_t length) {
  const hhp__entity *entity = hhp__entity_of(object);
  hhp__nearest nearest = hhp__nearest_to(name, length);
  for (size_t i = 0; i < entity->field_count; i++) {
    if (!(seen >> i & 1))
      hhp__consider(&nearest, entity->fields[i].json, entity->fields[i].json_length, &entity->fields[i]);
  }
  return nearest.meant;
}

static void S_unknown_member(hhp__decoder *d, hhp__object *object, uint64_t seen, const char *name, size_t length) {
  const hhp__field *meant = S_meant_field(object, seen, name, length);
  hhp_finding *finding = hhp__fault(d, meant != NULL ? HHP__M_UNKNOWN_MEMBER_MEANT : HHP__M_UNKNOWN_MEMBER);
  hhp__slice key = d->reader.key;
  hhp__place_at(finding, hhp__offset(&d->reader, key.start) - 1, key.length + 2);
  hhp__arg_text(finding, "member", name, length);
  if (meant == NULL)
    return;
  hhp__arg_text(finding, "suggestion", meant->json, meant->json_length);
  S_mark(object, meant);
}

static int S_read_extension(hhp__decoder *d, hhp__object *object, hhp__token token) {
  if (object->extensions == NULL) {
    json_t *members = json_object();
    if (members == NULL || hhp__keep_extensions(object, members) != 0) {
      json_decref(members);
      d->has_failed = 1;
      return -1;
    }
  }
  return hhp__free_member(d, token, object->extensions->members);
}

/* A member that the entity does not have: one of the user's own, or a mistake. */
static int S_read_stranger(hhp__decoder *d, hhp__object *object, uint64_t seen, hhp__index *strangers, hhp__token token,
                           const char *name, size_t length) {
  size_t first;
  int is_second = hhp__is_second(d, strangers, &first);
  if (is_second < 0)
    return -1;
  if (is_second) {
    hhp__duplicate(d, first);
    return S_pass(d, token);
  }
  if (length >= 2 && name[0] == 'x' && name[1] == '-')
    return S_read_extension(d, object, token);
  S_unknown_member(d, object, seen, name, length);
  return S_pass(d, token);
}

static int S_read_member(hhp__decoder *d, hhp__object *object, S_members *members, hhp__index *strangers, size_t *hint,
                         hhp__token token) {
  const hhp__entity *entity = hhp__entity_of(object);
  char room[HHP__SHORT];
  size_t length;
  const char *name = hhp__short_text(d, d->reader.key, room, &length);
  if (name == NULL)
    return -1;
  const hhp__field *field = hhp__field_named(entity, name, length, *hint);
  if (field == NULL)
    return S_read_stranger(d, object, members->seen, strangers, token, name, length);

  size_t number = (size_t)(field - entity->fields);
  *hint = number + 1;
  if (members->seen >> number & 1) {
    hhp__duplicate(d, members->first[number]);
    return S_pass(d, token);
  }
  members->seen |= UINT64_C(1) << number;
  members->first[number] = hhp__offset(&d->reader, d->reader.key.start) - 1;
  object->unusable &= ~(UINT64_C(1) << number); /* a misspelt member before it may have been taken for it */
  return S_read_value(d, object, field, token);
}

/* What was found in an object is about it, or about what it is part of; its id may have been read last. */
static void S_tell_entity(hhp__decoder *d, const hhp__object *object, uint32_t first) {
  const char *id = hhp__id_of(object);
  const hhp__list *findings = &d->report->findings;
  for (uint32_t i = first; id != NULL && i < findings->count; i++) {
    hhp_finding *finding = findings->items[i];
    if (finding->entity == NULL)
      hhp__about(finding, id);
  }
}

static int S_read_object(hhp__decoder *d, hhp__object *object) {
  uint32_t first = d->report->findings.count;
  S_members members;
  members.seen = 0;
  hhp__index strangers = hhp__index_beside(&d->document->ids);
  size_t hint = 0;
  int result = 0;
  hhp__token token;
  while (result == 0 && (token = hhp__next(&d->reader)) != HHP__END_OBJECT)
    result = token == HHP__BROKEN ? -1 : S_read_member(d, object, &members, &strangers, &hint, token);
  hhp__index_free(&strangers);
  S_tell_entity(d, object, first);
  return result;
}

static int S_wrong_root(hhp__decoder *d, hhp__token token) {
  size_t start = hhp__offset(&d->reader, d->reader.token);
  hhp_finding *finding = hhp__fault(d, HHP__M_WRONG_ROOT);
  hhp__arg_word(finding, "expected", hhp__token_word(HHP__BEGIN_OBJECT));
  hhp__arg_word(finding, "found", hhp__token_word(token));
  int result = S_pass(d, token);
  hhp__place_at(finding, start, hhp__offset(&d->reader, d->reader.next) - start);
  return result;
}

static int S_read_root(hhp__decoder *d, hhp__object *root) {
  hhp__token token = hhp__next(&d->reader);
  if (token == HHP__BROKEN)
    return -1;
  int result;
  if (token == HHP__BEGIN_OBJECT)
    result = S_read_object(d, root);
  else {
    root->is_unusable = 1;
    result = S_wrong_root(d, token);
  }
  if (result != 0)
    return -1;
  return hhp__next(&d->reader) == HHP__END ? 0 : -1;
}

/* The mark is a fault, but not one that makes the rest unreadable. */
static void S_skip_byte_order_mark(hhp__decoder *d) {
  if (d->reader.end - d->reader.next < 3 || memcmp(d->reader.next, "\xef\xbb\xbf", 3) != 0)
    return;
  hhp__place_at(hhp__fault(d, HHP__M_SYNTAX_BOM), 0, 3);
  d->reader.next += 3;
}

hhp_status hhp__decode(hhp__object *root, const char *json, size_t length, hhp_report *report, int *is_cut) {
  hhp__decoder d = {.document = root->document, .report = report, .allowance = ALLOWANCE * length};
  hhp__reader_init(&d.reader, json, length);
  S_skip_byte_order_mark(&d);
  *is_cut = S_read_root(&d, root) != 0;
  if (d.reader.fault != HHP__FAULT_NONE)
    hhp__syntax_fault(&d);
  hhp__buffer_free(&d.pointer);
  return d.has_failed || report->has_failed ? HHP_ERR_NOMEM : HHP_OK;
}
