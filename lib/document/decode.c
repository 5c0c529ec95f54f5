/* Pulls tokens from the reader and stores their values in the model, by the table of fields. Continues after every
 * error but a syntax error, so that one run reports all of them. A field whose value cannot be stored is marked as
 * unusable in its object, so that consequences, such as "missing", are not reported too. */
#include "document/decode.h"

#include <stdlib.h>
#include <string.h>

#include "base/bits.h"
#include "base/date.h"
#include "base/grow.h"
#include "base/nearest.h"
#include "base/plain.h"
#include "document/decoder.h"
#include "document/extension_value.h"
#include "document/remedy.h"
#include "json/reader.h"

/* How many bytes the pointers of findings may exceed HHP__LONGEST_POINTER by, all together: a multiple of the length of
 * the document. */
enum { ALLOWANCE = 4 };

/* The members of an object that have been read, to find duplicates. */
typedef struct {
  uint64_t seen;     /* one bit per field */
  size_t first[64];  /* offset of the name, for the fields in `seen` */
  size_t next;       /* the field after the one read last; 0 before the first */
  size_t expected;   /* the field that is likely to come next */
  hhp__index others; /* names that are no field of the entity */
} S_members;

static int S_read_object(hhp__decoder *d, hhp__object *object);

static uint64_t S_bit(const hhp__object *object, const hhp__field *field) {
  return UINT64_C(1) << (field - hhp__entity_of(object)->fields);
}

static void S_mark_unusable(hhp__object *object, const hhp__field *field) {
  object->unusable |= S_bit(object, field);
}

/* Skips a value. Returns 0, or -1 if reading must stop: a syntax error, or out of memory. */
static int S_skip_value(hhp__decoder *d, hhp__token token) {
  return hhp__extension_value(d, token, NULL);
}

static int S_out_of_memory(hhp__decoder *d) {
  d->has_failed = 1;
  return -1;
}

/* The first token of a value of the field. */
static hhp__token S_expected(const hhp__field *field) {
  switch (field->shape) {
  case HHP__SHAPE_TEXT:
  case HHP__SHAPE_DATE:
    return HHP__STRING;
  case HHP__SHAPE_NUMBER:
    return field->type == HHP__ENUM ? HHP__STRING : field->type == HHP__BOOL ? HHP__TRUE : HHP__INTEGER;
  case HHP__SHAPE_KRONER:
    return HHP__INTEGER;
  case HHP__SHAPE_OBJECT:
    return HHP__BEGIN_OBJECT;
  case HHP__SHAPE_TEXTS:
  case HHP__SHAPE_OBJECTS:
  case HHP__SHAPE_ENTITIES:
    break;
  }
  return HHP__BEGIN_ARRAY;
}

static int S_is_expected(hhp__token token, hhp__token expected) {
  return token == expected || (token == HHP__FALSE && expected == HHP__TRUE) ||
         (token == HHP__REAL && expected == HHP__INTEGER);
}

static int S_wrong_type(hhp__decoder *d, hhp__object *object, const hhp__field *field, hhp__token token,
                        hhp__token expected, int is_element) {
  S_mark_unusable(object, field);
  size_t start = hhp__offset(&d->reader, d->reader.token);
  hhp_finding *finding = hhp__type_fault(d, object, field, token, expected, is_element);
  int result = S_skip_value(d, token);
  hhp__place_at(finding, start, hhp__offset(&d->reader, d->reader.next) - start);
  return result;
}

static int S_is_reference(const hhp__field *field) {
  return field->type == HHP__REF || field->type == HHP__REFS;
}

/* Where an id, of at least one byte, is kept among the recent ones. */
static hhp__recent_id *S_recent(hhp__decoder *d, const char *id, size_t length) {
  unsigned first = (unsigned char)id[0], last = (unsigned char)id[length - 1];
  unsigned before = (unsigned char)id[length - (length > 1) - 1];
  return &d->recent[(5 * first + 11 * before + last + length) % HHP__RECENT_IDS];
}

/* The id that the reference just read repeats, without checking and looking it up again; NULL: look it up. */
static const char *S_repeated_id(hhp__decoder *d) {
  hhp__slice string = d->reader.string;
  if (string.length == 0)
    return NULL;
  const hhp__recent_id *recent = S_recent(d, string.start, string.length);
  int is_same = recent->length == string.length && hhp__same_bytes(recent->text, string.start, string.length);
  return is_same ? recent->text : NULL;
}

/* A text that is valid for the field, in the memory of the document; NULL if memory ran out. */
static const char *S_keep(hhp__decoder *d, const hhp__field *field, const char *text, size_t length) {
  hhp__document *document = d->document;
  if (field->type == HHP__ID)
    return hhp__keep_id(document, text, length);
  if (!S_is_reference(field))
    return hhp__arena_text(&document->arena, text, length);
  const char *kept = hhp__keep_reference(document, text, length);
  if (kept != NULL && hhp__holder(kept) != NULL)
    *S_recent(d, text, length) = (hhp__recent_id){kept, length};
  return kept;
}

/* Keeps the string just read, which may be any text. Returns 0, or -1 if out of memory. */
static int S_take_free_text(hhp__decoder *d, const char **text) {
  hhp__slice string = d->reader.string;
  if (d->borrowed->json == NULL || string.has_escapes) {
    *text = hhp__slice_text(string, &d->document->arena);
    return *text == NULL ? S_out_of_memory(d) : 0;
  }
  *text = string.start;
  size_t end = hhp__offset(&d->reader, string.start) + string.length;
  return hhp__borrow(d->borrowed, end) == 0 ? 0 : S_out_of_memory(d);
}

/* Keeps the string just read. If it is not valid for the field, reports that and sets *text to NULL. Returns 0, or -1
 * if out of memory. */
static int S_take_string(hhp__decoder *d, hhp__object *object, const hhp__field *field, const char **text) {
  hhp__document *document = d->document;
  if (field->type == HHP__TEXT || field->type == HHP__TEXTS)
    return S_take_free_text(d, text);
  if (S_is_reference(field) && (*text = S_repeated_id(d)) != NULL)
    return 0;
  char buffer[HHP__SHORT];
  size_t length;
  const char *read = hhp__short_text(d, d->reader.string, buffer, &length);
  if (read == NULL)
    return -1;
  if (hhp__check_text(object, field, read, length) == HHP_OK) {
    *text = S_keep(d, field, read, length);
    return *text == NULL ? S_out_of_memory(d) : 0;
  }
  *text = NULL;
  S_mark_unusable(object, field);
  const char *refused = hhp__arena_text(&document->arena, read, length);
  if (refused == NULL)
    return S_out_of_memory(d);
  hhp__form_fault(d, object, field, refused, length);
  return 0;
}

/* Whether neither HP111 nor HP116 has anything to look for in the text. */
static int S_is_plain(hhp__slice string) {
  return !string.has_hint && hhp__begins_plainly(string.start, string.length) && string.start[string.length - 1] != ' ';
}

static int S_read_text(hhp__decoder *d, hhp__object *object, const hhp__field *field) {
  const char *text;
  if (S_take_string(d, object, field, &text) != 0)
    return -1;
  if (text == NULL)
    return 0;
  if (S_is_plain(d->reader.string))
    object->plain |= S_bit(object, field);
  *(const char **)hhp__at(object, field) = text;
  return field->type == HHP__ID && hhp__register_id(object, text) != HHP_OK ? S_out_of_memory(d) : 0;
}

/* The number that is stored for a word or a date; the one that means absent if the text is not valid. */
static int32_t S_number_of(const hhp__field *field, const char *text, size_t length) {
  if (field->shape == HHP__SHAPE_DATE)
    return hhp__date_parse(text, length);
  const hhp__value *value = hhp__value_named(&hhp__enums[field->target], text, length);
  return value == NULL ? HHP_ABSENT : value->value;
}

/* A word or a date: a text in the file, a number in the model. */
static int S_read_number_as_text(hhp__decoder *d, hhp__object *object, const hhp__field *field) {
  char buffer[HHP__SHORT];
  size_t length;
  const char *text = hhp__short_text(d, d->reader.string, buffer, &length);
  if (text == NULL)
    return -1;
  *(int32_t *)hhp__at(object, field) = S_number_of(field, text, length);
  if (hhp__is_given(object, field))
    return 0;
  S_mark_unusable(object, field);
  hhp__form_fault(d, object, field, text, length);
  return 0;
}

static int S_read_number(hhp__decoder *d, hhp__object *object, const hhp__field *field, hhp__token token) {
  const hhp__reader *r = &d->reader;
  if (token == HHP__REAL || !r->integer_fits || r->integer < field->low || r->integer > field->high) {
    S_mark_unusable(object, field);
    hhp__number_fault(d, field, token);
    return 0;
  }
  if (field->shape == HHP__SHAPE_KRONER)
    *(int64_t *)hhp__at(object, field) = r->integer;
  else
    *(int32_t *)hhp__at(object, field) = (int32_t)r->integer;
  return 0;
}

/* Appends an element to the list being read. Returns 0, or -1 if out of memory. */
static int S_add(hhp__decoder *d, const void *element) {
  hhp__elements *elements = &d->elements;
  const void **items = hhp__with_space(elements->items, elements->count, &elements->capacity, sizeof(*items));
  if (items == NULL)
    return S_out_of_memory(d);
  elements->items = items;
  elements->items[elements->count++] = element;
  return 0;
}

/* The list gets the elements from `first` on, which are removed from those being read. */
static int S_close_list(hhp__decoder *d, hhp__list *list, size_t first) {
  size_t count = d->elements.count - first;
  d->elements.count = first;
  if (count > 0 && hhp__list_fill(list, &d->document->arena, d->elements.items + first, count) != 0)
    return S_out_of_memory(d);
  return 0;
}

/* An element of another type, or a text that is not valid for the field, is stored as NULL, so that the indices of the
 * others are those of the file. */
static int S_read_element(hhp__decoder *d, hhp__object *object, const hhp__field *field, hhp__token token,
                          size_t index) {
  hhp__token expected = field->shape == HHP__SHAPE_TEXTS ? HHP__STRING : HHP__BEGIN_OBJECT;
  if (token != expected)
    return S_wrong_type(d, object, field, token, expected, 1) == 0 ? S_add(d, NULL) : -1;
  if (expected == HHP__STRING) {
    const char *text;
    if (!S_is_plain(d->reader.string))
      object->plain &= ~S_bit(object, field);
    return S_take_string(d, object, field, &text) == 0 ? S_add(d, text) : -1;
  }
  hhp__object *child = hhp__new_element(object, field, index);
  if (child == NULL)
    return S_out_of_memory(d);
  return S_add(d, child) == 0 ? S_read_object(d, child) : -1;
}

/* Reported here, since the model does not distinguish an empty list from an absent one. */
static void S_report_empty(hhp__decoder *d, hhp__object *object, const hhp__field *field, const char *start) {
  S_mark_unusable(object, field);
  hhp_finding *finding = hhp__fault(d, HHP__M_EMPTY_MEMBER);
  hhp__place_at(finding, hhp__offset(&d->reader, start), (size_t)(d->reader.next - start));
  hhp__arg_text(finding, "member", field->json, field->json_length);
}

static int S_read_list(hhp__decoder *d, hhp__object *object, const hhp__field *field) {
  const char *start = d->reader.token;
  hhp__token token;
  size_t first = d->elements.count;
  object->plain |= S_bit(object, field); /* until an element that is not */
  while ((token = hhp__next(&d->reader)) != HHP__END_ARRAY) {
    if (token == HHP__BROKEN || S_read_element(d, object, field, token, d->elements.count - first) != 0)
      return -1;
  }
  if (S_close_list(d, hhp__list_at(object, field), first) != 0)
    return -1;
  if (field->is_required && hhp__list_at(object, field)->count == 0)
    S_report_empty(d, object, field, start);
  return 0;
}

static int S_read_value(hhp__decoder *d, hhp__object *object, const hhp__field *field, hhp__token token) {
  hhp__token expected = S_expected(field);
  if (!S_is_expected(token, expected))
    return S_wrong_type(d, object, field, token, expected, 0);
  switch (field->shape) {
  case HHP__SHAPE_TEXT:
    return S_read_text(d, object, field);
  case HHP__SHAPE_DATE:
    return S_read_number_as_text(d, object, field);
  case HHP__SHAPE_NUMBER:
    if (field->type == HHP__ENUM)
      return S_read_number_as_text(d, object, field);
    if (field->type != HHP__BOOL)
      return S_read_number(d, object, field, token);
    *(int32_t *)hhp__at(object, field) = token == HHP__TRUE;
    return 0;
  case HHP__SHAPE_KRONER:
    return S_read_number(d, object, field, token);
  case HHP__SHAPE_OBJECT:
    return S_read_object(d, hhp__object_at(object, field));
  case HHP__SHAPE_TEXTS:
  case HHP__SHAPE_OBJECTS:
  case HHP__SHAPE_ENTITIES:
    break;
  }
  return S_read_list(d, object, field);
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

static void S_suggest(hhp__object *object, hhp_finding *finding, const hhp__field *meant) {
  S_mark_unusable(object, meant);
  if (finding == NULL)
    return;
  finding->message = HHP__M_UNKNOWN_MEMBER_MEANT;
  hhp__arg_text(finding, "suggestion", meant->json, meant->json_length);
}

static int S_unknown_member(hhp__decoder *d, hhp__object *object, uint64_t seen, const char *name, size_t length) {
  hhp_finding *finding = hhp__fault(d, HHP__M_UNKNOWN_MEMBER);
  hhp__slice key = d->reader.key;
  hhp__place_at(finding, hhp__offset(&d->reader, key.start) - 1, key.length + 2);
  hhp__arg_text(finding, "member", name, length);
  const hhp__field *meant = S_meant_field(object, seen, name, length);
  if (meant == NULL)
    return 0;
  S_suggest(object, finding, meant);
  return finding == NULL ? 0 : S_add(d, finding);
}

/* At the end of an object: a member that came later is not what a misspelt one was meant to be. `first` is where the
 * findings of the object with a suggestion begin among the elements being read. */
static void S_review_suggestions(hhp__decoder *d, hhp__object *object, uint64_t seen, size_t first) {
  for (size_t i = first; i < d->elements.count; i++) {
    hhp_finding *finding = (hhp_finding *)d->elements.items[i];
    const char *name = hhp_finding_argument_text(finding, 0), *suggestion = hhp_finding_argument_text(finding, 1);
    if (name == NULL || suggestion == NULL)
      continue; /* memory ran out */
    const hhp__field *meant = hhp__field_named(hhp__entity_of(object), suggestion, strlen(suggestion), 0);
    if (!(seen & S_bit(object, meant)))
      continue;
    hhp__take_back_argument(finding, HHP__M_UNKNOWN_MEMBER);
    meant = S_meant_field(object, seen, name, strlen(name));
    if (meant != NULL)
      S_suggest(object, finding, meant);
  }
  d->elements.count = first;
}

static int S_read_extension(hhp__decoder *d, hhp__object *object, hhp__token token) {
  if (object->extensions == NULL) {
    json_t *members = json_object();
    if (members == NULL || hhp__keep_extensions(object, members) != 0) {
      json_decref(members);
      return S_out_of_memory(d);
    }
  }
  return hhp__extension_member(d, token, object->extensions->members);
}

/* A member that the entity does not have: an x- member, or a mistake. */
static int S_read_other_member(hhp__decoder *d, hhp__object *object, S_members *members, hhp__token token,
                               const char *name, size_t length) {
  size_t first;
  int is_second = hhp__is_second(d, &members->others, &first);
  if (is_second < 0)
    return -1;
  if (is_second) {
    hhp__duplicate(d, first);
    return S_skip_value(d, token);
  }
  if (length >= 2 && name[0] == 'x' && name[1] == '-')
    return S_read_extension(d, object, token);
  return S_unknown_member(d, object, members->seen, name, length) == 0 ? S_skip_value(d, token) : -1;
}

/* Objects of a list mostly have the same members in the same order. */
static hhp__token S_next_member(hhp__decoder *d, const hhp__object *object, S_members *members) {
  const hhp__entity *entity = hhp__entity_of(object);
  size_t follower = d->followers[object->entity][members->next];
  members->expected = follower > 0 ? follower - 1 : members->next;
  int is_any = members->expected < entity->field_count;
  d->reader.expected = is_any ? entity->fields[members->expected].json : NULL;
  d->reader.expected_length = is_any ? entity->fields[members->expected].json_length : 0;
  return hhp__next(&d->reader);
}

static int S_read_field(hhp__decoder *d, hhp__object *object, S_members *members, const hhp__field *field,
                        hhp__token token) {
  size_t number = (size_t)(field - hhp__entity_of(object)->fields);
  d->followers[object->entity][members->next] = (uint8_t)(number + 1);
  members->next = number + 1;
  if (members->seen >> number & 1) {
    hhp__duplicate(d, members->first[number]);
    return S_skip_value(d, token);
  }
  members->seen |= UINT64_C(1) << number;
  members->first[number] = hhp__offset(&d->reader, d->reader.key.start) - 1;
  object->unusable &= ~(UINT64_C(1) << number); /* set if a misspelt member before it was taken for this one */
  return S_read_value(d, object, field, token);
}

static int S_read_member(hhp__decoder *d, hhp__object *object, S_members *members, hhp__token token) {
  const hhp__entity *entity = hhp__entity_of(object);
  if (d->reader.is_expected)
    return S_read_field(d, object, members, &entity->fields[members->expected], token);
  char buffer[HHP__SHORT];
  size_t length;
  const char *name = hhp__short_text(d, d->reader.key, buffer, &length);
  if (name == NULL)
    return -1;
  const hhp__field *field = hhp__field_named(entity, name, length, members->next);
  return field != NULL ? S_read_field(d, object, members, field, token)
                       : S_read_other_member(d, object, members, token, name, length);
}

/* Sets the entity of the findings from index `first` on to the id of this object, except where an object inside it has
 * set its own. Called at the end of the object, since the id may be its last member. */
static void S_set_entity(hhp__decoder *d, const hhp__object *object, size_t first) {
  const char *id = hhp__id_of(object);
  const hhp__findings *findings = &d->report->findings;
  for (size_t i = first; id != NULL && i < findings->count; i++) {
    hhp_finding *finding = findings->items[i];
    if (finding->entity == NULL)
      hhp__about(finding, id);
  }
}

static int S_read_object(hhp__decoder *d, hhp__object *object) {
  size_t first = d->report->findings.count;
  const char *start = d->reader.token;
  size_t suggestions = d->elements.count;
  S_members members; /* `first` is large, and only read where `seen` says so */
  members.seen = 0;
  members.next = 0;
  members.expected = 0;
  members.others = hhp__index_sharing_seed(&d->document->ids);
  int result = 0;
  hhp__token token;
  while (result == 0 && (token = S_next_member(d, object, &members)) != HHP__END_OBJECT)
    result = token == HHP__BROKEN ? -1 : S_read_member(d, object, &members, token);
  object->offset = hhp__offset(&d->reader, start);
  object->length = (size_t)(d->reader.next - start);
  hhp__index_free(&members.others);
  if (result == 0) /* otherwise, elements of lists that were cut off may be there too */
    S_review_suggestions(d, object, members.seen, suggestions);
  S_set_entity(d, object, first);
  return result;
}

static int S_wrong_root(hhp__decoder *d, hhp__token token) {
  size_t start = hhp__offset(&d->reader, d->reader.token);
  hhp_finding *finding = hhp__fault(d, HHP__M_WRONG_ROOT);
  hhp__arg_word(finding, "expected", hhp__token_word(HHP__BEGIN_OBJECT));
  hhp__arg_word(finding, "found", hhp__token_word(token));
  int result = S_skip_value(d, token);
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

/* A byte order mark is an error, but the rest of the text can be read. */
static void S_skip_byte_order_mark(hhp__decoder *d) {
  if (d->reader.end - d->reader.next < 3 || memcmp(d->reader.next, "\xef\xbb\xbf", 3) != 0)
    return;
  hhp__place_at(hhp__fault(d, HHP__M_SYNTAX_BOM), 0, 3);
  d->reader.next += 3;
}

/* Reports the syntax error. The reader's place in the text may be found by what precedes it, so that is restored for
 * this. */
static void S_report_syntax(hhp__decoder *d) {
  hhp__put_quotation_marks(d->borrowed);
  hhp__syntax_fault(d);
  hhp__put_nuls(d->borrowed);
}

hhp_status hhp__decode(hhp__object *root, const char *json, size_t length, hhp__borrowed *borrowed, hhp_report *report,
                       int *is_cut) {
  hhp__decoder d = {
      .document = root->document, .borrowed = borrowed, .report = report, .allowance = ALLOWANCE * length};
  hhp__reader_init(&d.reader, json, length);
  S_skip_byte_order_mark(&d);
  *is_cut = S_read_root(&d, root) != 0;
  if (d.reader.fault != HHP__FAULT_NONE)
    S_report_syntax(&d);
  hhp__buffer_free(&d.pointer);
  free(d.elements.items);
  return d.has_failed || report->has_failed ? HHP_ERR_NOMEM : HHP_OK;
}
