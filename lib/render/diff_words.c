/* Values, locations and counts of a diff in words. */
#include "render/diff_words.h"

#include <string.h>

#include <helhedsplan/introspect.h>

#include "base/characters.h"
#include "base/fold.h"
#include "base/utf8.h"

const char *hhp__kind_word(int32_t kind, int32_t lang) {
  static const hhp__phrase words[HHP__KINDS] = {
      [HHP_CHANGE_ADDED] = {"tilføjet", "added"},
      [HHP_CHANGE_REMOVED] = {"fjernet", "removed"},
      [HHP_CHANGE_CHANGED] = {"ændret", "changed"},
      [HHP_CHANGE_MOVED] = {"ændret", "changed"},
      [HHP_CHANGE_REORDERED] = {"i en anden rækkefølge", "in another order"},
  };
  return hhp__in_lang(words[kind], lang);
}

static int S_has_section(const hhp__subject *subject) {
  return hhp__sections[subject->section].entity == subject->entity;
}

const hhp__subject *hhp__section_subject(const hhp_change *change) {
  const hhp__subject *subject = change->subject;
  while (subject->outer != NULL && !S_has_section(subject))
    subject = subject->outer;
  return subject;
}

int hhp__is_whole_change(const hhp_change *change) {
  return change->member == NULL && change->subject == hhp__section_subject(change);
}

int hhp__is_element_change(const hhp_change *change) {
  return change->field != NULL && (change->field->type == HHP__TEXTS || change->field->type == HHP__REFS);
}

int hhp__is_amount_change(const hhp_change *change) {
  uint8_t money = hhp__keys_by_entity[change->subject->entity].money;
  return change->kind == HHP_CHANGE_MOVED && money != 0 && change->subject == hhp__section_subject(change) &&
         change->field == &hhp__entities[change->subject->entity].fields[money - 1];
}

static void S_put_steps(hhp__buffer *out, const hhp__subject *subject, const hhp__subject *top, int32_t lang) {
  if (subject == top)
    return;
  S_put_steps(out, subject->outer, top, lang);
  if (out->length > 0)
    hhp__putc(out, '.');
  hhp__puts(out, subject->field->json);
  if (!hhp__is_list_of_objects(subject->field))
    return;
  hhp__putc(out, '[');
  hhp__puts(out, hhp__in_lang(subject->name, lang));
  hhp__putc(out, ']');
}

void hhp__put_change_location(hhp__buffer *out, const hhp_change *change, int32_t lang) {
  enum { LONGEST_MEMBER = 80 };
  hhp__buffer path = {0};
  S_put_steps(&path, change->subject, hhp__section_subject(change), lang);
  if (change->member != NULL) {
    if (path.length > 0)
      hhp__putc(&path, '.');
    size_t length = strlen(change->member);
    size_t shown = hhp__utf8_truncated_length(change->member, length, LONGEST_MEMBER); /* an x- member may be longer */
    hhp__put(&path, change->member, shown);
    hhp__puts(&path, shown < length ? "…" : "");
  }
  if (path.failed)
    out->failed = 1;
  else
    hhp__put(out, path.text == NULL ? "" : path.text, path.length);
  hhp__buffer_free(&path);
}

int hhp__is_prose(const hhp_change *change) {
  return change->field != NULL && (change->field->type == HHP__TEXT || change->field->type == HHP__TEXTS);
}

void hhp__put_meaning(hhp__buffer *out, const hhp__field *field, int32_t lang) {
  const char *meaning = hhp_field_doc(field, lang);
  hhp__put(out, meaning, strcspn(meaning, ";"));
}

static size_t S_common(const char *a, const char *b) {
  size_t i = 0;
  while (a[i] != '\0' && a[i] == b[i])
    i++;
  while (i > 0 && ((unsigned char)a[i] & 0xc0) == 0x80)
    i--;
  return i;
}

static const char *S_skip_back(const char *text, const char *start, size_t characters) {
  for (; characters > 0 && text > start; characters--) {
    text--;
    while (text > start && ((unsigned char)*text & 0xc0) == 0x80)
      text--;
  }
  return text;
}

/* Number of bytes that both texts have in common at the end, at most `most`; whole characters. */
static size_t S_common_end(const char *a, size_t a_length, const char *b, size_t b_length, size_t most) {
  size_t i = 0;
  while (i < most && a[a_length - 1 - i] == b[b_length - 1 - i])
    i++;
  while (i > 0 && ((unsigned char)a[a_length - i] & 0xc0) == 0x80)
    i--;
  return i;
}

static int S_has_lookalikes(const char *text, const char *end) {
  while (text < end) {
    size_t step = hhp__utf8_length(text, (size_t)(end - text));
    if (hhp__is_lookalike(hhp__utf8_read(text, step)))
      return 1;
    text += hhp__utf8_step(step);
  }
  return 0;
}

/* Where the text differs from one that looks like it; `from` NULL: nothing to mark. */
typedef struct {
  const char *from, *to;
  int letters;
} S_difference;

static S_difference S_hidden_difference(const char *text, const char *other) {
  if (other == NULL || !hhp__looks_alike(text, other))
    return (S_difference){NULL, NULL, 0};
  size_t length = strlen(text), other_length = strlen(other), start = S_common(text, other);
  size_t most = (length < other_length ? length : other_length) - start;
  size_t end = S_common_end(text, length, other, other_length, most);
  const char *to = text + length - end, *other_to = other + other_length - end;
  return (S_difference){text + start, to,
                        S_has_lookalikes(text + start, to) || S_has_lookalikes(other + start, other_to)};
}

void hhp__put_distinguished(hhp__buffer *out, const char *text, size_t length, const char *other, int32_t lang) {
  S_difference d = S_hidden_difference(text, other);
  hhp__put_spelled(out, text, length, d.from, d.to, d.letters, lang);
}

/* A long text is shortened to the part around the difference; a short one is shown whole. */
static void S_put_excerpt(hhp__buffer *out, const char *text, const char *other, int32_t lang, size_t most) {
  size_t before = most / 4;
  const char *start = text;
  if (hhp__utf8_count(text, strlen(text)) > most && other != NULL) {
    const char *differs = text + S_common(text, other);
    start = S_skip_back(differs, text, before);
    const char *blank = memchr(start, ' ', (size_t)(differs - start));
    if (start > text && blank != NULL)
      start = blank + 1;
  }
  const char *end = hhp__utf8_skip(start, most);
  S_difference d = S_hidden_difference(text, other);
  hhp__puts(out, start > text ? "…" : "");
  hhp__put_spelled(out, start, (size_t)(end - start), d.from, d.to, d.letters, lang);
  hhp__puts(out, *end != '\0' ? "…" : "");
}

/* The text on the other side, or that of the lookalike. */
static const char *S_other_text(const hhp_change *change, int side) {
  return change->text[!side] != NULL || change->twin == NULL ? change->text[!side] : change->twin->text[!side];
}

void hhp__put_subject_name(hhp__buffer *out, const hhp_change *change, int32_t lang) {
  const hhp__subject *top = hhp__section_subject(change);
  const char *name = hhp__in_lang(top->name, lang);
  int is_whole = hhp__is_whole_change(change);
  const hhp_change *twin = is_whole ? change->twin : NULL;
  hhp__put_distinguished(out, name, strlen(name), twin == NULL ? NULL : hhp__in_lang(twin->subject->name, lang), lang);
}

static const char *S_enum_word(const hhp__field *field, const char *word, int32_t lang) {
  const hhp__value *value = hhp__value_named(&hhp__enums[field->target], word, strlen(word));
  return value == NULL ? word : hhp__in_lang(value->title, lang);
}

static const char *S_bool_word(const char *word, int32_t lang) {
  return hhp__in_lang(strcmp(word, "true") == 0 ? (hhp__phrase){"ja", "yes"} : (hhp__phrase){"nej", "no"}, lang);
}

void hhp__put_change_value(hhp__buffer *out, const hhp_change *change, int side, int32_t lang, size_t most) {
  char amount[HHP__AMOUNT_SIZE];
  const char *text = change->text[side];
  if (change->kroner[side] != HHP_ABSENT)
    hhp__puts(out, hhp__write_kroner(change->kroner[side], lang, amount));
  else if (text == NULL)
    return;
  else if (change->field != NULL && change->field->type == HHP__ENUM)
    hhp__puts(out, S_enum_word(change->field, text, lang));
  else if (change->field != NULL && change->field->type == HHP__BOOL)
    hhp__puts(out, S_bool_word(text, lang));
  else if (change->field != NULL && change->field->type == HHP__DECIMAL)
    hhp__put_decimal(out, text, lang);
  else
    S_put_excerpt(out, text, S_other_text(change, side), lang, most);
}

const char *hhp__write_signed(int64_t kroner, int32_t lang, char out[HHP__AMOUNT_SIZE]) {
  hhp__write_kroner(kroner, lang, out);
  if (kroner <= 0)
    return out;
  char *digits = out + (lang == HHP_LANG_DA ? 0 : strlen("DKK "));
  memmove(digits + 1, digits, strlen(digits) + 1);
  *digits = '+';
  return out;
}

void hhp__put_count(hhp__buffer *out, const hhp_diff *diff, int32_t lang) {
  static const struct {
    int32_t kind;
    hhp__phrase one, many;
  } kinds[] = {
      {HHP_CHANGE_ADDED, {"tilføjet", "added"}, {"tilføjet", "added"}},
      {HHP_CHANGE_REMOVED, {"fjernet", "removed"}, {"fjernet", "removed"}},
      {HHP_CHANGE_CHANGED, {"ændret", "changed"}, {"ændret", "changed"}},
      {HHP_CHANGE_MOVED, {"beløb ændret", "amount changed"}, {"beløb ændret", "amounts changed"}},
      {HHP_CHANGE_REORDERED, {"liste omordnet", "list reordered"}, {"lister omordnet", "lists reordered"}},
  };
  size_t all = hhp_diff_count(diff);
  hhp__put_number(out, (int64_t)all);
  hhp__put_phrase(
      out, all == 1 ? (hhp__phrase){" forskel: ", " difference: "} : (hhp__phrase){" forskelle: ", " differences: "},
      lang);
  const char *between = "";
  for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
    size_t count = diff->counts[kinds[i].kind];
    if (count == 0)
      continue;
    hhp__puts(out, between);
    hhp__put_number(out, (int64_t)count);
    hhp__putc(out, ' ');
    hhp__put_phrase(out, count == 1 ? kinds[i].one : kinds[i].many, lang);
    between = ", ";
  }
  hhp__putc(out, '.');
}
