/* Faults in the text, as findings. */
#include "json/fault.h"

#include <string.h>

#include "core/characters.h"
#include "core/text.h"
#include "json/encoding.h"
#include "json/syntax.h"

/* A member of however long a name has its pointer; but a file of many faults below one long name must not make a report many
 * times its size, so what goes past the usual length is taken from an allowance. */
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
  if (!hhp__report_has_room(d->report, HHP_SEVERITY_ERROR))
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

/* Many a character outside ASCII is taken for another. */
static void S_put_with_code(hhp__buffer *out, const hhp__buffer *character, uint32_t c) {
  if (!character->failed)
    hhp__put(out, character->text, character->length);
  out->failed |= character->failed;
  hhp__puts(out, " (");
  hhp__put_code_point(out, c);
  hhp__putc(out, ')');
}

/* The character at fault as a person can name it: itself in quotes, with its code point where it is not of ASCII; or the
 * name of what cannot be seen; or the bytes of what is none. */
static void S_arg_character(hhp__decoder *d, hhp_finding *finding, const char *at, size_t length) {
  uint32_t c = hhp__utf8_read(at, hhp__utf8_length(at, length));
  enum { COUNT = 3 }; /* key, Danish, English */
  hhp__buffer texts[COUNT] = {{0}, {0}, {0}};
  if (hhp__utf8_length(at, length) == 0 || c == 0) {
    for (size_t i = 0; i < length; i++)
      hhp__put_byte(&texts[0], at[i]);
  } else if (hhp__is_unseen(c) || hhp__is_mark(c)) {
    hhp__put_code_point(&texts[0], c);
    hhp__put_character_name(&texts[1], c, HHP_LANG_DA);
    hhp__put_character_name(&texts[2], c, HHP_LANG_EN);
  } else {
    hhp__putc(&texts[0], '\'');
    hhp__put(&texts[0], at, length);
    hhp__putc(&texts[0], '\'');
    for (size_t i = 1; i < COUNT && c >= 0x80; i++)
      S_put_with_code(&texts[i], &texts[0], c);
  }
  d->has_failed |= texts[0].failed | texts[1].failed | texts[2].failed;
  if (!d->has_failed && texts[1].text == NULL)
    hhp__arg_text(finding, "found", texts[0].text, texts[0].length);
  else if (!d->has_failed)
    hhp__arg_new_word(finding, "found", (hhp__word){texts[0].text, texts[1].text, texts[2].text});
  for (size_t i = 0; i < COUNT; i++)
    hhp__buffer_free(&texts[i]);
}

size_t hhp__character_at(const hhp__reader *r, const char *at) {
  size_t left = (size_t)(r->end - at);
  size_t length = hhp__utf8_length(at, left);
  return length > 0 || left == 0 ? length : hhp__utf8_broken_length(at, left);
}

/* What is said of bytes that make no text: which encoding they look like, if they do. */
static hhp__message S_say_encoding(const hhp__reader *r, hhp__message message, hhp__word *encoding) {
  *encoding = (hhp__word){NULL, NULL, NULL};
  if (r->fault == HHP__FAULT_UTF8 || r->fault == HHP__FAULT_NUL)
    *encoding = hhp__looks_like_encoding(r->text, (size_t)(r->end - r->text));
  return encoding->key == NULL ? message : HHP__M_SYNTAX_ENCODING;
}

void hhp__syntax_fault(hhp__decoder *d) {
  static const hhp__message messages[] = {
      [HHP__FAULT_EMPTY] = HHP__M_SYNTAX_EMPTY,
      [HHP__FAULT_TRUNCATED] = HHP__M_SYNTAX_TRUNCATED,
      [HHP__FAULT_UNEXPECTED] = HHP__M_SYNTAX_UNEXPECTED,
      [HHP__FAULT_NUL] = HHP__M_SYNTAX_NUL,
      [HHP__FAULT_UTF8] = HHP__M_SYNTAX_UTF8,
      [HHP__FAULT_CONTROL] = HHP__M_SYNTAX_CONTROL,
      [HHP__FAULT_ESCAPE] = HHP__M_SYNTAX_ESCAPE,
      [HHP__FAULT_SURROGATE] = HHP__M_SYNTAX_SURROGATE,
      [HHP__FAULT_NUMBER] = HHP__M_SYNTAX_NUMBER,
      [HHP__FAULT_LEVELS] = HHP__M_SYNTAX_LEVELS,
      [HHP__FAULT_TRAILING] = HHP__M_SYNTAX_TRAILING,
  };
  const hhp__reader *r = &d->reader;
  if (hhp__named_fault(d) != NULL)
    return;
  hhp__word encoding;
  hhp__message message = S_say_encoding(r, messages[r->fault], &encoding);
  hhp_finding *finding = hhp__fault(d, message);
  size_t length = hhp__character_at(r, r->fault_at);
  hhp__place_at(finding, hhp__offset(r, r->fault_at), length);
  if (r->fault == HHP__FAULT_UNEXPECTED || r->fault == HHP__FAULT_UTF8 || encoding.key != NULL)
    S_arg_character(d, finding, r->fault_at, length);
  if (encoding.key != NULL)
    hhp__arg_word(finding, "encoding", encoding);
  if (r->fault == HHP__FAULT_LEVELS)
    hhp__arg_number(finding, "limit", HHP__MAX_LEVELS);
}

void hhp__duplicate(hhp__decoder *d, size_t first) {
  hhp__slice key = d->reader.key;
  hhp_finding *finding = hhp__fault(d, HHP__M_DUPLICATE_MEMBER);
  hhp__place_at(finding, hhp__offset(&d->reader, key.start) - 1, key.length + 2);
  char room[HHP__SHORT];
  size_t length;
  const char *name = hhp__short_text(d, key, room, &length);
  if (finding == NULL || name == NULL)
    return;
  hhp__arg_text(finding, "member", name, length);
  hhp__place *place = hhp__relate(finding, finding->place.pointer);
  if (place == NULL)
    return;
  place->offset = first;
  place->length = key.length + 2;
  place->is_known = 1;
}

hhp__word hhp__token_word(hhp__token token) {
  switch (token) {
  case HHP__BEGIN_OBJECT:
    return (hhp__word){"object", "et objekt", "an object"};
  case HHP__BEGIN_ARRAY:
    return (hhp__word){"list", "en liste", "a list"};
  case HHP__STRING:
    return (hhp__word){"text", "en tekst", "a text"};
  case HHP__INTEGER:
    return (hhp__word){"integer", "et helt tal", "a whole number"};
  case HHP__REAL:
    return (hhp__word){"real", "et tal med decimaler eller eksponent", "a number with a fraction or exponent"};
  case HHP__TRUE:
  case HHP__FALSE:
    return (hhp__word){"boolean", "true eller false", "true or false"};
  default:
    return (hhp__word){"null", "null", "null"};
  }
}

const char *hhp__short_text(hhp__decoder *d, hhp__slice slice, char room[HHP__SHORT], size_t *length) {
  *length = slice.length;
  if (!slice.has_escapes)
    return slice.start;
  char *text = slice.length <= HHP__SHORT ? room : hhp__arena_room(&d->document->arena, slice.length);
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
    char *text = hhp__arena_room(&d->document->arena, length);
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
