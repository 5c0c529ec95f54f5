/* Sets cells from text as people write it. */
#include <helhedsplan/municipality.h>
#include <helhedsplan/object.h>
#include <helhedsplan/table.h>

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/characters.h"
#include "base/date.h"
#include "base/fold.h"
#include "base/parse_amount.h"
#include "base/parse_date.h"
#include "base/utf8.h"
#include "table/table.h"

typedef struct {
  const char *text;
  size_t length;
} S_part;

static size_t S_blank(const char *text, size_t length) {
  size_t step = hhp__utf8_length(text, length);
  return step > 0 && hhp__is_blank(hhp__utf8_read(text, step)) ? step : 0;
}

static S_part S_trimmed(const char *text) {
  S_part part = {text, strlen(text)};
  size_t step, used = 0;
  while ((step = S_blank(part.text, part.length)) > 0) {
    part.text += step;
    part.length -= step;
  }
  for (size_t i = 0; i < part.length; i += step) {
    step = S_blank(part.text + i, part.length - i);
    if (step == 0) { /* a byte of a visible character */
      step = 1;
      used = i + 1;
    }
  }
  part.length = used;
  return part;
}

/* --- Words and truth values --- */

static int S_folds_to(const char *name, const char *folded, size_t length) {
  char own[HHP__LONGEST_WORD];
  size_t own_length = hhp__fold_word(name, strlen(name), own);
  return own_length == length && own_length <= HHP__LONGEST_WORD && memcmp(own, folded, length) == 0;
}

static hhp_status S_set_word(hhp__object *object, const hhp__field *field, S_part part) {
  char folded[HHP__LONGEST_WORD];
  size_t length = hhp__fold_word(part.text, part.length, folded);
  const hhp__enum *words = &hhp__enums[field->target];
  for (size_t i = 0; i < words->count; i++) {
    const hhp__value *value = &words->values[i];
    if (S_folds_to(value->json, folded, length) || S_folds_to(value->title.da, folded, length) ||
        S_folds_to(value->title.en, folded, length))
      return hhp_set_number(object, field, value->value);
  }
  return HHP_ERR_ENUM;
}

static hhp_status S_set_truth(hhp__object *object, const hhp__field *field, S_part part) {
  static const struct {
    const char *word;
    int32_t value;
  } words[] = {{"ja", 1},  {"yes", 1}, {"true", 1},  {"sand", 1},  {"sandt", 1},  {"1", 1},
               {"nej", 0}, {"no", 0},  {"false", 0}, {"falsk", 0}, {"falskt", 0}, {"0", 0}};
  char folded[HHP__LONGEST_WORD];
  size_t length = hhp__fold_word(part.text, part.length, folded);
  for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
    if (S_folds_to(words[i].word, folded, length))
      return hhp_set_number(object, field, words[i].value);
  }
  return HHP_ERR_ENUM;
}

/* --- Numbers --- */

static char S_decimal_mark(int32_t lang) {
  return lang == HHP_LANG_DA ? ',' : '.';
}

/* A number in which one mark may separate thousands or decimals: the mark of the language for thousands does. */
static hhp_status S_resolve(const hhp__amount_text *read, S_part part, int32_t lang) {
  const char *decimal = memchr(part.text, S_decimal_mark(lang), part.length);
  switch (read->reading) {
  case HHP__READ_WHOLE:
    return HHP_OK;
  case HHP__READ_EITHER:
    return decimal == NULL ? HHP_OK : HHP_ERR_AMBIGUOUS;
  case HHP__READ_NOT_WHOLE:
    return HHP_ERR_RANGE;
  case HHP__READ_OVERFLOW:
    return HHP_ERR_OVERFLOW;
  default:
    return HHP_ERR_FORMAT;
  }
}

static hhp_status S_set_kroner(hhp__object *object, const hhp__field *field, S_part part, int32_t lang) {
  hhp__amount_text read = hhp__amount_read(part.text, part.length);
  hhp_status status = S_resolve(&read, part, lang);
  return status == HHP_OK ? hhp_set_kroner(object, field, read.number) : status;
}

static hhp_status S_set_number(hhp__object *object, const hhp__field *field, S_part part, int32_t lang) {
  int is_negative = part.text[0] == '-';
  S_part digits = {part.text + is_negative, part.length - (size_t)is_negative};
  hhp__amount_text read = hhp__amount_read(digits.text, digits.length);
  hhp_status status = S_resolve(&read, digits, lang);
  if (status != HHP_OK)
    return status;
  if (read.has_unit || !hhp__is_digit(digits.text[0]))
    return HHP_ERR_FORMAT;
  if (read.number > INT32_MAX)
    return HHP_ERR_RANGE;
  return hhp_set_number(object, field, (int32_t)(is_negative ? -read.number : read.number));
}

/* Whether the mark may separate thousands: one to three digits before it, three after it, and nothing else. */
static int S_may_group(S_part part, size_t mark) {
  size_t first = part.text[0] == '-';
  if (mark - first < 1 || mark - first > 3 || part.length - mark != 4 || part.text[first] == '0')
    return 0;
  for (size_t i = first; i < part.length; i++) {
    if (i != mark && !hhp__is_digit(part.text[i]))
      return 0;
  }
  return 1;
}

/* Whether marks and white space separate nothing but thousands: one to three digits before the first, then three digits
 * after each, and none among the decimals. Otherwise "3.5.2022" would be a number. */
static int S_is_grouped(S_part part, char decimal) {
  size_t digits = 0, groups = 0, step;
  int has_decimals = 0;
  for (size_t i = 0; i < part.length; i += step) {
    char c = part.text[i];
    size_t blank = S_blank(part.text + i, part.length - i);
    step = blank > 0 ? blank : 1;
    if (hhp__is_digit(c)) {
      digits++;
    } else if (c == decimal) {
      if (groups > 0 && digits != 3)
        return 0;
      has_decimals = 1;
    } else if (blank > 0 || c == '.' || c == ',') {
      if (blank > 0 && !hhp__may_group_digits(hhp__utf8_read(part.text + i, blank)))
        return 0;
      if (has_decimals || (groups == 0 ? digits < 1 || digits > 3 : digits != 3))
        return 0;
      groups++;
      digits = 0;
    }
  }
  return has_decimals || groups == 0 || digits == 3;
}

/* Writes the decimal as the file has it, with a point and without separators of thousands. */
static hhp_status S_set_decimal(hhp__object *object, const hhp__field *field, S_part part, int32_t lang) {
  enum { LONGEST = 64 };
  char text[LONGEST + 1];
  size_t length = 0, marks = 0, mark = 0;
  char decimal = S_decimal_mark(lang);
  for (size_t i = 0; i < part.length; i++) {
    if (part.text[i] == '.' || part.text[i] == ',') {
      marks++;
      mark = i;
    }
  }
  if (marks == 1 && part.text[mark] != decimal) {
    if (S_may_group(part, mark))
      return HHP_ERR_AMBIGUOUS;
    decimal = part.text[mark];
  }
  if (!S_is_grouped(part, decimal))
    return HHP_ERR_FORMAT;
  for (size_t i = 0; i < part.length;) {
    size_t blank = S_blank(part.text + i, part.length - i);
    int is_group = part.text[i] == (decimal == ',' ? '.' : ',');
    if (length == LONGEST)
      return HHP_ERR_FORMAT;
    if (blank == 0 && !is_group)
      text[length++] = part.text[i] == decimal ? '.' : part.text[i];
    i += blank > 0 ? blank : 1;
  }
  text[length] = '\0';
  return hhp_set_text(object, field, text);
}

static hhp_status S_set_date(hhp__object *object, const hhp__field *field, S_part part) {
  int32_t date = hhp__date_parse(part.text, part.length);
  if (date == 0) {
    hhp__date_text read = hhp__date_read(part.text, part.length);
    if (read.reading == HHP__DATE_EITHER)
      return HHP_ERR_AMBIGUOUS;
    if (read.reading != HHP__DATE_FOUND)
      return HHP_ERR_DATE;
    date = read.date;
  }
  return hhp_set_number(object, field, date);
}

/* --- Texts and lists --- */

static hhp_status S_set_reference(hhp__object *row, hhp__object *object, const hhp__field *field, const char *text) {
  const char *id = NULL;
  hhp_status status = hhp__find_reference(row, field, text, &id);
  return status == HHP_OK ? hhp_set_text(object, field, id) : status;
}

/* Nothing but digits, of a CVR number that is written in groups. */
static void S_remove_blanks(char *text) {
  size_t length = strlen(text), kept = 0, step;
  for (size_t i = 0; i < length; i += step) {
    step = S_blank(text + i, length - i);
    if (step == 0) {
      text[kept++] = text[i];
      step = 1;
    }
  }
  text[kept] = '\0';
}

static hhp_status S_set_formed_text(hhp__object *row, hhp__object *object, const hhp__field *field, char *text) {
  if (field->type == HHP__REF)
    return S_set_reference(row, object, field, text);
  if (field->type == HHP__CVR)
    S_remove_blanks(text);
  hhp_status status = hhp_set_text(object, field, text);
  if (status == HHP_ERR_FORMAT && field->type == HHP__MUNICIPALITY && hhp_municipality_code(text) != NULL)
    status = hhp_set_text(object, field, hhp_municipality_code(text));
  return status;
}

static hhp_status S_set_text(hhp__object *row, hhp__object *object, const hhp__field *field, S_part part) {
  hhp__buffer copy = {0};
  hhp__put(&copy, part.text, part.length);
  hhp_status status = copy.failed ? HHP_ERR_NOMEM : S_set_formed_text(row, object, field, copy.text);
  hhp__buffer_free(&copy);
  return status;
}

static int S_is_separator(char c, int is_reference) {
  return c == ';' || (is_reference && (c == '\n' || c == '\r'));
}

/* Appends the next element, without the white space around it and without escapes, and a NUL. Returns where it ends. An
 * element without content appends nothing. */
static const char *S_split(hhp__buffer *out, const char *text, int is_reference) {
  size_t length = strlen(text);
  size_t begin = out->length; /* without the element */
  size_t kept = begin;        /* with it, without white space at its end */
  int has_content = 0;
  size_t i = 0;
  while (i < length && !S_is_separator(text[i], is_reference)) {
    size_t blank = S_blank(text + i, length - i);
    int is_escaped = text[i] == '\\' && i + 1 < length;
    if (is_escaped)
      i++;
    size_t step = hhp__utf8_step(hhp__utf8_length(text + i, length - i));
    if (!(is_escaped && text[i] == 'e') && (blank == 0 || has_content))
      hhp__put(out, text + i, step);
    has_content |= blank == 0;
    kept = blank == 0 ? out->length : kept;
    i += step;
  }
  out->length = has_content ? kept : begin;
  if (has_content)
    hhp__put(out, "", 1);
  return text + i + (i < length);
}

/* Replaces the elements: the new ones are appended, and the old ones removed when that has succeeded. */
static hhp_status S_replace(hhp__object *row, hhp__object *object, const hhp__field *field,
                            const hhp__buffer *elements) {
  size_t old = hhp__get_count(object, field);
  hhp_status status = HHP_OK;
  for (size_t at = 0; at < elements->length && status == HHP_OK; at += strlen(elements->text + at) + 1) {
    const char *element = elements->text + at;
    if (field->type == HHP__REFS)
      status = hhp__find_reference(row, field, elements->text + at, &element);
    if (status == HHP_OK)
      status = hhp_insert_text(object, field, hhp__get_count(object, field), element);
  }
  size_t first = status == HHP_OK ? 0 : old;
  size_t surplus = status == HHP_OK ? old : hhp__get_count(object, field) - old;
  for (size_t i = 0; i < surplus; i++)
    (void)hhp_remove(object, field, first);
  return status;
}

static hhp_status S_set_list(hhp__object *row, hhp__object *object, const hhp__field *field, const char *text) {
  hhp__buffer elements = {0};
  while (*text != '\0')
    text = S_split(&elements, text, field->type == HHP__REFS);
  hhp_status status = elements.failed ? HHP_ERR_NOMEM : S_replace(row, object, field, &elements);
  hhp__buffer_free(&elements);
  return status;
}

static hhp_status S_set_cell(hhp__object *row, hhp__object *object, const hhp__field *field, const char *text,
                             int32_t lang) {
  S_part part = S_trimmed(text);
  if (field->type == HHP__TEXT)
    part = (S_part){text, strlen(text)};
  if (part.length == 0)
    return hhp_clear(object, field);
  switch (field->shape) {
  case HHP__SHAPE_TEXT:
    return field->type == HHP__DECIMAL ? S_set_decimal(object, field, part, lang)
                                       : S_set_text(row, object, field, part);
  case HHP__SHAPE_NUMBER:
    return field->type == HHP__ENUM   ? S_set_word(object, field, part)
           : field->type == HHP__BOOL ? S_set_truth(object, field, part)
                                      : S_set_number(object, field, part, lang);
  case HHP__SHAPE_DATE:
    return S_set_date(object, field, part);
  case HHP__SHAPE_KRONER:
    return S_set_kroner(object, field, part, lang);
  default:
    return S_set_list(row, object, field, text);
  }
}

hhp_status hhp_cell_set(hhp_object *row, const hhp_column *column, const char *text, int32_t lang) {
  hhp_object *object = hhp_cell_object(row, column);
  if (object == NULL || column->is_parent || (lang != HHP_LANG_DA && lang != HHP_LANG_EN))
    return HHP_ERR_ARGUMENT;
  if (text != NULL && !hhp__utf8_valid(text, strlen(text)))
    return HHP_ERR_UTF8;
  return S_set_cell(row, object, hhp_column_field(column), text == NULL ? "" : text, lang);
}
