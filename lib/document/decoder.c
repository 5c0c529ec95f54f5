/* Reports errors in the text as findings. */
#include "document/decoder.h"

#include <string.h>

#include "base/utf8.h"

/* A long name is given in full, but a file with many errors below one long name must not make a report many times its
 * size: what exceeds the usual length is taken from an allowance for the whole file. */
static void S_put_pointer(hhp__decoder *d) {
  d->pointer.length = 0;
  hhp__put(&d->pointer, "", 0);
  hhp__put_pointer_within(&d->reader, &d->pointer, HHP__LONGEST_POINTER + d->allowance);
  if (d->pointer.length <= HHP__LONGEST_POINTER)
    return;
  size_t taken = d->pointer.length - HHP__LONGEST_POINTER;
  d->allowance -= taken < d->allowance ? taken : d->allowance;
}

hhp_finding *hhp__fault(hhp__decoder *d, hhp__message message) {
  if (!hhp__report_can_add(d->report, HHP_SEVERITY_ERROR))
    return NULL;
  S_put_pointer(d);
  if (d->pointer.failed) {
    d->has_failed = 1;
    return NULL;
  }
  hhp_finding *finding = hhp__report_add(d->report, message, HHP_SEVERITY_ERROR, d->pointer.text);
  hhp__place_at(finding, hhp__offset(&d->reader, d->reader.token), (size_t)(d->reader.next - d->reader.token));
  return finding;
}

size_t hhp__character_at(const hhp__reader *r, const char *at) {
  size_t left = (size_t)(r->end - at);
  size_t length = hhp__utf8_length(at, left);
  return length > 0 || left == 0 ? length : hhp__utf8_broken_length(at, left);
}

void hhp__duplicate(hhp__decoder *d, size_t first) {
  hhp__slice key = d->reader.key;
  hhp_finding *finding = hhp__fault(d, HHP__M_DUPLICATE_MEMBER);
  hhp__place_at(finding, hhp__offset(&d->reader, key.start) - 1, key.length + 2);
  char buffer[HHP__SHORT];
  size_t length;
  const char *name = hhp__short_text(d, key, buffer, &length);
  if (finding == NULL || name == NULL)
    return;
  hhp__arg_text(finding, "member", name, length);
  hhp__place *place = hhp__relate(finding, finding->place.pointer);
  if (place != NULL)
    hhp__set_place(place, first, key.length + 2);
}

hhp__word hhp__token_word(hhp__token token) {
  switch (token) {
  case HHP__BEGIN_OBJECT:
    return (hhp__word){"object", {"et objekt", "an object"}};
  case HHP__BEGIN_ARRAY:
    return (hhp__word){"list", {"en liste", "a list"}};
  case HHP__STRING:
    return (hhp__word){"text", {"en tekst", "a text"}};
  case HHP__INTEGER:
    return (hhp__word){"integer", {"et helt tal", "a whole number"}};
  case HHP__REAL:
    return (hhp__word){"real", {"et tal med decimaler eller eksponent", "a number with a fraction or exponent"}};
  case HHP__TRUE:
  case HHP__FALSE:
    return (hhp__word){"boolean", {"true eller false", "true or false"}};
  default:
    return (hhp__word){"null", {"null", "null"}};
  }
}

const char *hhp__short_text(hhp__decoder *d, hhp__slice slice, char buffer[HHP__SHORT], size_t *length) {
  *length = slice.length;
  if (!slice.has_escapes)
    return slice.start;
  char *text = slice.length <= HHP__SHORT ? buffer : hhp__arena_bytes(&d->document->arena, slice.length);
  if (text == NULL) {
    d->has_failed = 1;
    return NULL;
  }
  *length = hhp__unescape(slice, text);
  return text;
}

int hhp__is_second(hhp__decoder *d, hhp__index *names, size_t *first) {
  hhp__slice key = d->reader.key;
  const char *name = key.start;
  size_t length = key.length;
  if (key.has_escapes) {
    char *text = hhp__arena_bytes(&d->document->arena, length);
    if (text != NULL)
      length = hhp__unescape(key, text);
    name = text;
  }
  hhp__slot *slot = name == NULL ? NULL : hhp__index_add(names, name, length);
  if (slot == NULL) {
    d->has_failed = 1;
    return -1;
  }
  if (slot->value != NULL) {
    *first = (size_t)((const char *)slot->value - d->reader.text);
    return 1;
  }
  slot->value = (void *)(uintptr_t)(key.start - 1);
  return 0;
}
