/* Reports syntax errors. */
#include "document/known_syntax_error.h"

#include "base/characters.h"
#include "base/utf8.h"
#include "document/encoding.h"

/* With the code point, since characters outside ASCII are easily confused. */
static void S_put_with_code(hhp__buffer *out, const hhp__buffer *character, uint32_t c) {
  if (!character->failed)
    hhp__put(out, character->text, character->length);
  out->failed |= character->failed;
  hhp__puts(out, " (");
  hhp__put_code_point(out, c);
  hhp__putc(out, ')');
}

/* The argument "found": the character in quotes, with its code point unless it is ASCII; its name if it is invisible;
 * its bytes if it is malformed. */
static void S_arg_character(hhp__decoder *d, hhp_finding *finding, const char *at, size_t length) {
  uint32_t c = hhp__utf8_read(at, hhp__utf8_length(at, length));
  enum { COUNT = 3 }; /* key, Danish, English */
  hhp__buffer texts[COUNT] = {{0}, {0}, {0}};
  if (hhp__utf8_length(at, length) == 0 || c == 0) {
    for (size_t i = 0; i < length; i++)
      hhp__put_byte(&texts[0], at[i]);
  } else if (hhp__is_invisible(c) || hhp__is_mark(c)) {
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
    hhp__arg_new_word(finding, "found", (hhp__word){texts[0].text, {texts[1].text, texts[2].text}});
  for (size_t i = 0; i < COUNT; i++)
    hhp__buffer_free(&texts[i]);
}

/* The message, or the one about encodings if the bytes match another encoding, which goes to *encoding. */
static hhp__message S_message_with_encoding(const hhp__reader *r, hhp__message message, hhp__word *encoding) {
  *encoding = (hhp__word){0};
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
  hhp__message message = S_message_with_encoding(r, messages[r->fault], &encoding);
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
