/* What to write in place of a value that cannot be stored. A suggestion is always a value that the field takes. */
#include "document/remedy.h"

#include <helhedsplan/municipality.h>
#include <string.h>

#include "base/ascii.h"
#include "base/date.h"
#include "base/digits.h"
#include "base/parse_amount.h"
#include "base/parse_date.h"
#include "document/write_argument.h"
#include "model/forms.h"
#include "model/synonyms.h"

/* Findings after which no more words are suggested, so that no file can make that slow. */
enum { MOST_SEARCHED = 2000 };

/* --- Arguments --- */

static void S_arg_date(hhp_finding *finding, const char *name, int32_t date) {
  char buffer[HHP__DATE_SIZE];
  hhp__date_write(date, buffer);
  hhp__arg_text(finding, name, buffer, strlen(buffer));
}

/* The number before the mark of "46,500" and the three digits after it, with the decimal sign of each language. */
static void S_arg_decimals(hhp__decoder *d, hhp_finding *finding, const char *text, size_t length) {
  const char *mark = text;
  const char *end = text + length;
  while (mark < end && *mark != '.' && *mark != ',')
    mark++;
  const char *start = mark;
  while (start > text && hhp__is_digit(start[-1]))
    start--;
  if (finding == NULL || end - mark < 4)
    return;
  size_t count = (size_t)(mark - start) + 4;
  while (start[count - 1] == '0')
    count--;
  char *da = hhp__arena_text(&finding->report->arena, start, count);
  char *en = hhp__arena_text(&finding->report->arena, start, count);
  if (da == NULL || en == NULL) {
    d->has_failed = 1;
    return;
  }
  da[mark - start] = ',';
  en[mark - start] = '.';
  hhp__arg_word(finding, "other_reading", (hhp__word){en, {da, en}});
}

static void S_arg_readings(hhp__decoder *d, hhp_finding *finding, const hhp__amount_text *read, const char *text,
                           size_t length) {
  hhp__arg_whole(finding, "reading", read->number);
  if (read->other_is_whole)
    hhp__arg_whole(finding, "other_reading", read->other);
  else
    S_arg_decimals(d, finding, text, length);
}

static void S_arg_between(hhp_finding *finding, int64_t below) {
  hhp__arg_whole(finding, "reading", below);
  hhp__arg_whole(finding, "other_reading", below + 1);
}

static void S_arg_types(hhp_finding *finding, const hhp__field *field, hhp__token token, hhp__token expected) {
  hhp__arg_text(finding, "member", field->json, field->json_length);
  hhp__arg_word(finding, "expected", hhp__token_word(expected));
  hhp__arg_word(finding, "found", hhp__token_word(token));
}

/* --- HP105: a text, or another number, instead of a whole number --- */

static int S_is_in_range(const hhp__field *field, int64_t number) {
  return number >= field->low && number <= field->high;
}

/* The reading if the field takes its number; else HHP__READ_NOTHING. */
static hhp__reading S_useful(const hhp__field *field, const hhp__amount_text *read) {
  switch (read->reading) {
  case HHP__READ_WHOLE:
    return S_is_in_range(field, read->number) ? HHP__READ_WHOLE : HHP__READ_NOTHING;
  case HHP__READ_EITHER:
    return S_is_in_range(field, read->number) ? HHP__READ_EITHER : HHP__READ_NOTHING;
  case HHP__READ_NOT_WHOLE:
    return S_is_in_range(field, read->number) && S_is_in_range(field, read->number + 1) ? HHP__READ_NOT_WHOLE
                                                                                        : HHP__READ_NOTHING;
  case HHP__READ_PERCENT:
    return field->type == HHP__KRONER ? HHP__READ_PERCENT : HHP__READ_NOTHING;
  default:
    return HHP__READ_NOTHING;
  }
}

/* As hhp_kroner_parse(), to which "3500.000" is no amount: it may lack a separator. "4.6e7" is one beside. */
static hhp__amount_text S_read_number(const hhp__field *field, const char *text, size_t length) {
  hhp__amount_text read = hhp__amount_read(text, length);
  int has_exponent = memchr(text, 'e', length) != NULL || memchr(text, 'E', length) != NULL;
  if (read.reading == HHP__READ_NOTHING && has_exponent)
    read = hhp__json_number_read(text, length);
  if (field->type != HHP__KRONER && read.has_unit)
    read.reading = HHP__READ_NOTHING;
  read.reading = S_useful(field, &read);
  return read;
}

/* Reports a text that has an amount in it, instead of a number. */
static hhp_finding *S_text_for_number(hhp__decoder *d, const hhp__field *field, const hhp__amount_text *read,
                                      const char *text, size_t length) {
  static const hhp__message messages[] = {[HHP__READ_WHOLE] = HHP__M_TEXT_FOR_NUMBER,
                                          [HHP__READ_EITHER] = HHP__M_TEXT_FOR_NUMBER_EITHER,
                                          [HHP__READ_NOT_WHOLE] = HHP__M_TEXT_FOR_NUMBER_NOT_WHOLE,
                                          [HHP__READ_PERCENT] = HHP__M_PERCENT_FOR_KRONER};
  hhp_finding *finding = hhp__fault(d, messages[read->reading]);
  S_arg_types(finding, field, HHP__STRING, HHP__INTEGER);
  hhp__arg_text(finding, "value", text, length);
  if (read->reading == HHP__READ_WHOLE)
    hhp__arg_whole(finding, "write", read->number);
  else if (read->reading == HHP__READ_EITHER)
    S_arg_readings(d, finding, read, text, length);
  else if (read->reading == HHP__READ_NOT_WHOLE)
    S_arg_between(finding, read->number);
  return finding;
}

static void S_arg_limit(hhp_finding *finding, const hhp__field *field, const char *name, int64_t limit) {
  if (field->type == HHP__KRONER)
    hhp__arg_kroner(finding, name, limit);
  else
    hhp__arg_number(finding, name, limit);
}

static void S_out_of_range(hhp__decoder *d, const hhp__field *field) {
  const hhp__reader *r = &d->reader;
  hhp_finding *finding = hhp__fault(d, HHP__M_OUT_OF_RANGE);
  hhp__arg_text(finding, "member", field->json, field->json_length);
  if (r->integer_fits && r->integer != HHP_ABSENT)
    S_arg_limit(finding, field, "actual", r->integer);
  else
    hhp__arg_text(finding, "actual", r->token, (size_t)(r->next - r->token));
  S_arg_limit(finding, field, "lowest", field->low);
  S_arg_limit(finding, field, "highest", field->high);
}

/* In JSON 46.000 is 46, but the writer may have meant 46000. */
static void S_not_whole(hhp__decoder *d, const hhp__field *field) {
  const char *text = d->reader.token;
  size_t length = (size_t)(d->reader.next - text);
  static const hhp__message messages[] = {[HHP__READ_NOTHING] = HHP__M_NOT_WHOLE,
                                          [HHP__READ_WHOLE] = HHP__M_NOT_WHOLE_WRITE,
                                          [HHP__READ_EITHER] = HHP__M_NOT_WHOLE_EITHER,
                                          [HHP__READ_NOT_WHOLE] = HHP__M_NOT_WHOLE_BETWEEN,
                                          [HHP__READ_PERCENT] = HHP__M_NOT_WHOLE};
  hhp__amount_text read = hhp__amount_read(text, length);
  if (read.reading != HHP__READ_EITHER)
    read = hhp__json_number_read(text, length);
  hhp__reading reading = S_useful(field, &read);
  hhp_finding *finding = hhp__fault(d, messages[reading]);
  hhp__arg_text(finding, "member", field->json, field->json_length);
  hhp__arg_text(finding, "value", text, length);
  if (reading == HHP__READ_WHOLE)
    hhp__arg_whole(finding, "write", read.number);
  else if (reading == HHP__READ_EITHER)
    S_arg_readings(d, finding, &read, text, length);
  else if (reading == HHP__READ_NOT_WHOLE)
    S_arg_between(finding, read.number);
}

void hhp__number_fault(hhp__decoder *d, const hhp__field *field, hhp__token token) {
  if (token == HHP__REAL)
    S_not_whole(d, field);
  else
    S_out_of_range(d, field);
}

/* --- HP106: decimals --- */

/* The digits alone, with a point for the last comma or point. Returns the length. */
static size_t S_put_decimal(const char *text, size_t length, char out[HHP__LONGEST_WRITE]) {
  size_t mark = length;
  size_t count = 0;
  for (size_t i = 0; i < length; i++)
    mark = text[i] == '.' || text[i] == ',' ? i : mark;
  for (size_t i = 0; i < length; i++) {
    if (i == mark)
      out[count++] = '.';
    else if (hhp__is_digit(text[i]))
      out[count++] = text[i];
  }
  return count;
}

/* A number without sign as an exact decimal. Returns the length; 0 if it has none. */
static size_t S_unsigned_decimal(const char *text, size_t length, hhp__amount_text *read,
                                 char out[HHP__LONGEST_WRITE]) {
  *read = hhp__amount_read(text, length);
  if (read->has_unit || read->reading == HHP__READ_PERCENT)
    return 0;
  if (read->reading == HHP__READ_NOT_WHOLE)
    return S_put_decimal(text, length, out);
  if (read->reading == HHP__READ_NOTHING) {
    const char *comma = memchr(text, ',', length);
    size_t count = comma == NULL ? length : S_put_decimal(text, length, out);
    if (comma != NULL && memchr(comma + 1, ',', length - (size_t)(comma + 1 - text)) == NULL &&
        memchr(text, '.', length) == NULL && hhp__is_decimal(out, count))
      return count; /* 0,125: three decimals and more, of what is no amount */
    *read = hhp__json_number_read(text, length);
  }
  if (read->reading != HHP__READ_WHOLE)
    return 0;
  char buffer[HHP__DIGITS_SIZE];
  const char *digits = hhp__digits(read->number, buffer);
  memcpy(out, digits, strlen(digits));
  return strlen(digits);
}

/* Strips what people write around a number: blanks, a plus, a per cent sign. */
static void S_strip(const char **text, size_t *length) {
  while (*length > 0 && (**text == ' ' || **text == '+')) {
    (*text)++;
    (*length)--;
  }
  while (*length > 0 && ((*text)[*length - 1] == ' ' || (*text)[*length - 1] == '%'))
    (*length)--;
}

static void S_decimal_fault(hhp__decoder *d, const char *text, size_t length) {
  char out[HHP__LONGEST_WRITE + 1] = "-";
  hhp__amount_text read = {.reading = HHP__READ_NOTHING};
  const char *number = text;
  size_t count = length;
  S_strip(&number, &count);
  int is_negative = count > 0 && *number == '-';
  size_t written = 0;
  if (count < HHP__LONGEST_WRITE)
    written = S_unsigned_decimal(number + is_negative, count - (size_t)is_negative, &read, out + 1);
  const char *start = out + !is_negative;
  written += (size_t)is_negative;
  int is_sound = hhp__is_decimal(start, written);
  int is_either = read.reading == HHP__READ_EITHER && !is_negative;
  hhp_finding *finding = hhp__fault(d, is_either  ? HHP__M_DECIMAL_EITHER
                                       : is_sound ? HHP__M_DECIMAL_FORM
                                                  : HHP__M_INVALID_DECIMAL);
  hhp__arg_text(finding, "value", text, length);
  if (is_either)
    S_arg_readings(d, finding, &read, number, count);
  else if (is_sound)
    hhp__arg_quoted(finding, start, written);
}

/* --- HP106: dates, numbers and codes --- */

static void S_date_fault(hhp__decoder *d, const char *text, size_t length) {
  static const hhp__message messages[] = {[HHP__DATE_NOTHING] = HHP__M_NOT_A_DATE,
                                          [HHP__DATE_FOUND] = HHP__M_DATE_FORM,
                                          [HHP__DATE_EITHER] = HHP__M_DATE_EITHER,
                                          [HHP__DATE_NONEXISTENT] = HHP__M_INVALID_DATE};
  hhp__date_text read = hhp__date_read(text, length);
  hhp_finding *finding = hhp__fault(d, messages[read.reading]);
  hhp__arg_text(finding, "value", text, length);
  if (read.reading == HHP__DATE_FOUND)
    hhp__arg_quoted_date(finding, read.date);
  if (read.reading == HHP__DATE_EITHER) {
    S_arg_date(finding, "reading", read.date);
    S_arg_date(finding, "other_reading", read.other);
  }
}

/* The eight digits of a CVR number, if the rest is only blanks, hyphens, points and "DK" or "CVR". */
static size_t S_cvr(const char *text, size_t length, char *out) {
  size_t count = 0;
  for (size_t i = 0; i < length; i++) {
    if (hhp__is_digit(text[i]) && count < 8)
      out[count++] = text[i];
    else if (text[i] == '\0' || strchr("DKdkCVRcvr-.: ", text[i]) == NULL)
      return 0;
  }
  return count == 8 ? count : 0;
}

/* The code of a municipality that is given by its name. */
static size_t S_municipality_named(const char *text, size_t length, char *out) {
  enum { LONGEST_NAME = 64 };
  char name[LONGEST_NAME + 1];
  if (length > LONGEST_NAME || memchr(text, '\0', length) != NULL)
    return 0;
  memcpy(name, text, length);
  name[length] = '\0';
  const char *code = hhp_municipality_code(name);
  if (code == NULL)
    return 0;
  memcpy(out, code, strlen(code));
  return strlen(code);
}

/* The only number in a text such as "461 Odense", if it can be a code; without any number, the code of the name. */
static size_t S_municipality(const char *text, size_t length, char *out) {
  size_t start = 0;
  while (start < length && !hhp__is_digit(text[start]))
    start++;
  if (start == length)
    return S_municipality_named(text, length, out);
  size_t end = start;
  while (end < length && hhp__is_digit(text[end]))
    end++;
  for (size_t i = end; i < length; i++) {
    if (hhp__is_digit(text[i]))
      return 0;
  }
  if (!hhp__is_municipality(text + start, end - start))
    return 0;
  memcpy(out, text + start, end - start);
  return end - start;
}

static void S_cvr_fault(hhp__decoder *d, const char *text, size_t length) {
  char digits[8];
  size_t count = S_cvr(text, length, digits);
  hhp_finding *finding = hhp__fault(d, count == 0 ? HHP__M_INVALID_CVR : HHP__M_CVR_FORM);
  hhp__arg_text(finding, "value", text, length);
  if (count != 0)
    hhp__arg_quoted(finding, digits, count);
}

static void S_municipality_fault(hhp__decoder *d, const char *text, size_t length) {
  char code[8];
  size_t count = S_municipality(text, length, code);
  hhp__message message = count == 0                              ? HHP__M_INVALID_MUNICIPALITY
                         : memchr(text, code[0], length) == NULL ? HHP__M_MUNICIPALITY_NAME /* which has no digits */
                                                                 : HHP__M_MUNICIPALITY_FORM;
  hhp_finding *finding = hhp__fault(d, message);
  hhp__arg_text(finding, "value", text, length);
  if (count != 0)
    hhp__arg_quoted(finding, code, count);
}

/* The id that is meant is only known when all has been read: hhp__suggest_ids() adds it. */
static void S_id_fault(hhp__decoder *d, const hhp__object *object, const hhp__field *field, const char *text,
                       size_t length) {
  hhp_finding *finding = hhp__fault(d, field->type == HHP__CODE ? HHP__M_INVALID_CODE : HHP__M_INVALID_ID);
  hhp__arg_text(finding, "value", text, length);
  if (finding == NULL)
    return;
  hhp__document *document = d->document;
  hhp__invalid_id *refused = hhp__arena_new(&document->arena, sizeof(*refused));
  const char *kept = hhp__arena_text(&document->arena, text, length);
  if (refused == NULL || kept == NULL || hhp__list_add(&document->refused, &document->arena, refused) != 0) {
    d->has_failed = 1;
    return;
  }
  *refused = (hhp__invalid_id){finding, object, field, kept, NULL};
}

/* --- HP106: words --- */

/* The argument "allowed": the words of the enum. */
static void S_arg_allowed(hhp__decoder *d, hhp_finding *finding, const hhp__enum *values) {
  hhp__buffer list = {0};
  for (size_t i = 0; i < values->count; i++) {
    if (i > 0)
      hhp__puts(&list, ", ");
    hhp__puts(&list, values->values[i].json);
  }
  if (list.failed)
    d->has_failed = 1;
  else
    hhp__arg_text(finding, "allowed", list.text, list.length);
  hhp__buffer_free(&list);
}

static void S_word_fault(hhp__decoder *d, const hhp__field *field, const char *text, size_t length) {
  const hhp__enum *values = &hhp__enums[field->target];
  const hhp__value *meant = NULL;
  if (d->report->findings.count < MOST_SEARCHED && hhp__value_meant(values, text, length, &meant) != 0)
    d->has_failed = 1;
  hhp_finding *finding = hhp__fault(d, meant != NULL ? HHP__M_INVALID_ENUM_MEANT : HHP__M_INVALID_ENUM);
  hhp__arg_text(finding, "value", text, length);
  hhp__arg_text(finding, "member", field->json, field->json_length);
  S_arg_allowed(d, finding, values);
  if (meant == NULL)
    return;
  hhp__arg_text(finding, "suggestion", meant->json, strlen(meant->json));
  hhp__arg_quoted(finding, meant->json, strlen(meant->json));
}

static void S_format_fault(hhp__decoder *d, const hhp__object *object, const char *text, size_t length) {
  const char *format = hhp__entity_of(object)->format;
  hhp_finding *finding = hhp__fault(d, HHP__M_UNSUPPORTED_FORMAT);
  hhp__arg_text(finding, "found", text, length);
  hhp__arg_text(finding, "expected", format, strlen(format));
}

void hhp__form_fault(hhp__decoder *d, const hhp__object *object, const hhp__field *field, const char *text,
                     size_t length) {
  switch (field->form) {
  case HHP__FORM_NONE:
    if (field->type == HHP__FORMAT)
      S_format_fault(d, object, text, length);
    else
      S_word_fault(d, field, text, length);
    break;
  case HHP__FORM_DATE:
    S_date_fault(d, text, length);
    break;
  case HHP__FORM_DECIMAL:
    S_decimal_fault(d, text, length);
    break;
  case HHP__FORM_CVR:
    S_cvr_fault(d, text, length);
    break;
  case HHP__FORM_MUNICIPALITY:
    S_municipality_fault(d, text, length);
    break;
  case HHP__FORM_ID:
    S_id_fault(d, object, field, text, length);
    break;
  }
}

/* --- HP105: any other type --- */

static void S_put_quoted(hhp__buffer *out, const char *text, size_t length) {
  hhp__putc(out, '"');
  hhp__put(out, text, length);
  hhp__putc(out, '"');
}

/* A number instead of a text that it may be the text of: 461, a CVR number, 2016, 63.5. */
static void S_rewrite_number(const hhp__object *object, const hhp__field *field, const char *text, size_t length,
                             hhp__buffer *out) {
  char buffer[HHP__LONGEST_WRITE + 1];
  hhp__amount_text read;
  size_t written;
  switch (field->type) {
  case HHP__DATE: {
    hhp__date_text date = hhp__date_read(text, length);
    char iso[HHP__DATE_SIZE];
    if (date.reading == HHP__DATE_FOUND) {
      hhp__date_write(date.date, iso);
      S_put_quoted(out, iso, strlen(iso));
    }
    break;
  }
  case HHP__DECIMAL:
    written = hhp__is_decimal(text, length) ? 0 : S_unsigned_decimal(text, length, &read, buffer);
    if (written > 0 && hhp__is_decimal(buffer, written))
      S_put_quoted(out, buffer, written);
    else if (hhp__is_decimal(text, length))
      S_put_quoted(out, text, length);
    break;
  case HHP__TEXT:
  case HHP__TEXTS:
  case HHP__ID:
  case HHP__REF:
  case HHP__REFS:
  case HHP__CVR:
  case HHP__MUNICIPALITY:
    if (hhp__check_text(object, field, text, length) == HHP_OK)
      S_put_quoted(out, text, length);
    break;
  default:
    break;
  }
}

/* A truth value instead of one of several words: true for "yes". 0, or -1 when memory ran out. */
static int S_rewrite_truth(const hhp__decoder *d, const hhp__field *field, const char *text, size_t length,
                           hhp__buffer *out) {
  const hhp__value *meant = NULL;
  if (d->report->findings.count < MOST_SEARCHED &&
      hhp__value_meant(&hhp__enums[field->target], text, length, &meant) != 0)
    return -1;
  if (meant != NULL)
    S_put_quoted(out, meant->json, strlen(meant->json));
  return 0;
}

/* Puts JSON text that the field takes in place of the scalar just read into *out, or nothing if none is certain. `text`
 * is that of the string, or the token itself. */
static void S_rewrite(hhp__decoder *d, const hhp__object *object, const hhp__field *field, hhp__token token,
                      const char *text, size_t length, int is_element, hhp__buffer *out) {
  const hhp__reader *r = &d->reader;
  int is_list = field->type == HHP__TEXTS || field->type == HHP__REFS;
  if ((size_t)(r->next - r->token) > HHP__LONGEST_WRITE - 2) /* the text is no longer than its token */
    return;
  if (field->type == HHP__BOOL) {
    if (hhp__truth_of(text, length) != NULL)
      hhp__puts(out, hhp__truth_of(text, length));
  } else if (is_list && !is_element) {
    if (token == HHP__STRING && hhp__check_text(object, field, text, length) == HHP_OK) {
      hhp__putc(out, '[');
      hhp__put(out, r->token, (size_t)(r->next - r->token));
      hhp__putc(out, ']');
    }
  } else if (token == HHP__INTEGER || token == HHP__REAL) {
    S_rewrite_number(object, field, text, length, out);
  } else if (field->type == HHP__ENUM && (token == HHP__TRUE || token == HHP__FALSE)) {
    if (S_rewrite_truth(d, field, text, length, out) != 0)
      out->failed = 1;
  }
}

static int S_is_scalar(hhp__token token) {
  return token >= HHP__STRING && token <= HHP__FALSE;
}

static hhp__message S_type_message(hhp__token token, const hhp__field *field, int is_element, int is_written) {
  if (is_written)
    return is_element ? HHP__M_WRONG_ELEMENT_WRITE : HHP__M_WRONG_TYPE_WRITE;
  if (is_element)
    return HHP__M_WRONG_ELEMENT;
  return token == HHP__NULL && !field->is_required ? HHP__M_NULL_FOR_NOTHING : HHP__M_WRONG_TYPE;
}

hhp_finding *hhp__type_fault(hhp__decoder *d, const hhp__object *object, const hhp__field *field, hhp__token token,
                             hhp__token expected, int is_element) {
  const hhp__reader *r = &d->reader;
  char buffer[HHP__SHORT];
  const char *text = r->token;
  size_t length = (size_t)(r->next - r->token);
  if (token == HHP__STRING)
    text = hhp__short_text(d, r->string, buffer, &length);
  if (text == NULL)
    return NULL;
  if (token == HHP__STRING && (field->type == HHP__INT || field->type == HHP__KRONER) && length <= HHP__LONGEST_WRITE) {
    hhp__amount_text read = S_read_number(field, text, length);
    if (read.reading != HHP__READ_NOTHING)
      return S_text_for_number(d, field, &read, text, length);
  }
  hhp__buffer write = {0};
  if (S_is_scalar(token))
    S_rewrite(d, object, field, token, text, length, is_element, &write);
  hhp_finding *finding = hhp__fault(d, S_type_message(token, field, is_element, write.length > 0));
  S_arg_types(finding, field, token, expected);
  if (write.length > 0)
    hhp__arg_text(finding, "write", write.text, write.length);
  if (write.failed)
    d->has_failed = 1;
  hhp__buffer_free(&write);
  return finding;
}
