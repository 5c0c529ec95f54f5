/* Recognises common syntax errors. The reader stops at the error; the text there, and just before, shows which one it
 * is. Each function below recognises one kind, and returns its finding or NULL. */
#include "document/known_syntax_error.h"

#include <string.h>

#include "base/ascii.h"
#include "base/characters.h"
#include "base/parse_amount.h"
#include "base/parse_date.h"
#include "base/utf8.h"
#include "document/write_argument.h"

enum { LONGEST_RUN = 60, SNIFFED = 4096 };

/* The text around the error. */
typedef struct {
  const char *text;
  const char *at;
  const char *end;
  char before; /* the last character before it that is not blank; NUL at the start */
  const char *before_at;
} S_view;

static int S_is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Length of the character at p if names may contain it: a letter, a digit, _ or $; else 0. */
static size_t S_name_step(const char *p, const char *end) {
  size_t length = hhp__utf8_length(p, (size_t)(end - p));
  uint32_t c = length == 0 ? 0 : hhp__utf8_read(p, length);
  int is_letter = hhp__is_letter(c) && !hhp__is_mark(c) && !hhp__is_invisible(c);
  return is_letter || (length == 1 && (hhp__is_digit(*p) || *p == '_' || *p == '$')) ? length : 0;
}

static S_view S_view_of(const hhp__reader *r) {
  S_view v = {.text = r->text, .at = r->fault_at, .end = r->end};
  const char *p = v.at;
  while (p > v.text && S_is_blank(p[-1]))
    p--;
  if (p > v.text) {
    v.before_at = p - 1;
    v.before = p[-1];
  }
  return v;
}

/* Extends the place to whole characters. */
static hhp_finding *S_report(hhp__decoder *d, hhp__message message, const char *at, size_t length) {
  hhp_finding *finding = hhp__fault(d, message);
  size_t whole = hhp__character_at(&d->reader, at);
  length = length < whole ? whole : length;
  hhp__place_at(finding, hhp__offset(&d->reader, at), length);
  return finding;
}

static hhp_finding *S_report_value(hhp__decoder *d, hhp__message message, const char *at, size_t length) {
  hhp_finding *finding = S_report(d, message, at, length);
  hhp__arg_text(finding, "value", at, length);
  return finding;
}

/* --- Other kinds of files --- */

static int S_begins(const S_view *v, const char *bytes, size_t length) {
  return (size_t)(v->end - v->text) >= length && memcmp(v->text, bytes, length) == 0;
}

static int S_contains(const S_view *v, const char *word) {
  size_t length = strlen(word);
  size_t available = (size_t)(v->end - v->text);
  available = available < SNIFFED ? available : SNIFFED;
  for (size_t i = 0; i + length <= available; i++) {
    if (memcmp(v->text + i, word, length) == 0)
      return 1;
  }
  return 0;
}

static hhp__word S_zip_kind(const S_view *v) {
  if (S_contains(v, "word/"))
    return (hhp__word){"docx", {"et Word-dokument (.docx)", "a Word document (.docx)"}};
  if (S_contains(v, "xl/"))
    return (hhp__word){"xlsx", {"et Excel-regneark (.xlsx)", "an Excel workbook (.xlsx)"}};
  if (S_contains(v, "application/vnd.oasis.opendocument"))
    return (hhp__word){"odf", {"et OpenDocument-dokument (.odt, .ods)", "an OpenDocument file (.odt, .ods)"}};
  return (hhp__word){"zip", {"en zip-fil eller et Office-dokument", "a zip file or an Office document"}};
}

/* The kind of file by its first bytes; the key is NULL if it is unknown. */
static hhp__word S_file_kind(const S_view *v) {
  if (S_begins(v, "PK\3\4", 4))
    return S_zip_kind(v);
  if (S_begins(v, "{\\rtf", 5))
    return (hhp__word){"rtf", {"et RTF-dokument", "an RTF document"}};
  if (S_begins(v, "%PDF", 4))
    return (hhp__word){"pdf", {"en PDF-fil", "a PDF file"}};
  if (S_begins(v, "\xd0\xcf\x11\xe0", 4))
    return (hhp__word){"ole",
                       {"et ældre Word- eller Excel-dokument (.doc, .xls)", "an old Word or Excel file (.doc, .xls)"}};
  if (S_begins(v, "\x1f\x8b", 2))
    return (hhp__word){"gzip", {"en pakket fil (gzip)", "a compressed file (gzip)"}};
  return (hhp__word){0};
}

static int S_is_at_start(const S_view *v) {
  return v->before == '\0' || (v->before_at == v->text + 2 && S_begins(v, "\xef\xbb\xbf", 3));
}

static hhp_finding *S_other_file(hhp__decoder *d, const S_view *v) {
  hhp__word sort = S_file_kind(v);
  hhp_finding *finding = NULL;
  if (sort.key != NULL) {
    finding = S_report(d, HHP__M_SYNTAX_OTHER_FILE, v->at, v->at < v->end);
  } else if (S_is_at_start(v) && v->at < v->end && *v->at == '<') {
    finding = S_report(d, HHP__M_SYNTAX_WEB_PAGE, v->at, 1);
    sort = (hhp__word){"html", {"en webside eller XML", "a web page or XML"}};
  }
  hhp__arg_word(finding, "found", sort);
  return finding;
}

/* --- Missing commas and colons --- */

/* Whether the string that ends before the error is a name: in an object, after a brace or a comma. */
static int S_is_behind_name(const hhp__reader *r, const S_view *v) {
  if (v->before != '"' || r->depth == 0 || r->levels[r->depth - 1].is_array)
    return 0;
  const char *p = v->before_at;
  while (p > v->text) {
    p--;
    const char *slash = p;
    while (*p == '"' && slash > v->text && slash[-1] == '\\')
      slash--;
    if (*p == '"' && (p - slash) % 2 == 0)
      break;
  }
  while (p > v->text && S_is_blank(p[-1]))
    p--;
  return p > v->text && (p[-1] == '{' || p[-1] == ',');
}

static void S_arg_found(hhp_finding *finding, const char *at, size_t length) {
  char buffer[8] = "'";
  memcpy(buffer + 1, at, length);
  buffer[length + 1] = '\'';
  hhp__arg_text(finding, "found", buffer, length + 2);
}

static hhp_finding *S_missing_separator(hhp__decoder *d, const S_view *v) {
  const hhp__reader *r = &d->reader;
  int is_digit = hhp__is_digit(*v->at);
  int is_opening = *v->at == '"' || *v->at == '{' || *v->at == '[';
  int is_in_array = r->depth > 0 && r->levels[r->depth - 1].is_array;
  int is_behind_value = v->before != '\0' && strchr("\"}]0123456789el", v->before) != NULL;
  hhp__message message;
  if (S_is_behind_name(r, v) && (is_opening || is_digit || *v->at == '=' || *v->at == '-'))
    message = HHP__M_SYNTAX_MISSING_COLON;
  else if (is_behind_value && (is_opening || (is_digit && is_in_array)))
    message = HHP__M_SYNTAX_MISSING_COMMA;
  else
    return NULL;
  hhp_finding *finding = S_report(d, message, v->at, 1);
  S_arg_found(finding, v->at, 1);
  return finding;
}

/* --- Numbers and dates --- */

/* The length of the text of a number as people write it: to a line break, a bracket, a quote, or a comma that is
 * followed by neither a digit nor the hyphen of ",-". Without blanks at the end. */
static size_t S_number_run(const char *at, const char *end) {
  const char *p = at;
  while (p < end && *p != '\0' && strchr("\n\r]}\"{[:", *p) == NULL) {
    size_t step = hhp__utf8_length(p, (size_t)(end - p));
    if (step == 0 || (size_t)(p - at) + step > LONGEST_RUN)
      break;
    if (*p == ',' && (p + 1 == end || (!hhp__is_digit(p[1]) && p[1] != '-')))
      break;
    p += step;
  }
  while (p > at && S_is_blank(p[-1]))
    p--;
  return (size_t)(p - at);
}

/* Digits alone are a number, which S_number() reports. */
static hhp_finding *S_date(hhp__decoder *d, const char *at, size_t length) {
  hhp__date_text date = hhp__date_read(at, length);
  if (date.reading != HHP__DATE_FOUND)
    return NULL;
  hhp_finding *finding = S_report_value(d, HHP__M_SYNTAX_DATE, at, length);
  hhp__arg_quoted_date(finding, date.date);
  return finding;
}

/* The index of the comma or point in a text of digits, that mark, and digits; else 0. */
static size_t S_decimal(const char *at, size_t length) {
  size_t mark = 0;
  while (mark < length && hhp__is_digit(at[mark]))
    mark++;
  size_t end = mark + 1;
  while (end < length && hhp__is_digit(at[end]))
    end++;
  return mark > 0 && mark + 1 < end && end == length && (at[mark] == ',' || at[mark] == '.') ? mark : 0;
}

/* An argument: the text with a point instead of its decimal comma. */
static void S_arg_decimal(hhp_finding *finding, const char *name, const char *at, size_t length, size_t mark) {
  char buffer[LONGEST_RUN];
  memcpy(buffer, at, length);
  buffer[mark] = '.';
  hhp__arg_text(finding, name, buffer, length);
}

static hhp_finding *S_ambiguous_number(hhp__decoder *d, const hhp__amount_text *read, const char *at, size_t length) {
  size_t mark = S_decimal(at, length);
  if (!read->other_is_whole && mark == 0)
    return NULL;
  hhp_finding *finding = S_report_value(d, HHP__M_SYNTAX_NUMBER_EITHER, at, length);
  hhp__arg_whole(finding, "reading", read->number);
  if (read->other_is_whole)
    hhp__arg_whole(finding, "other_reading", read->other);
  else
    S_arg_decimal(finding, "other_reading", at, length, mark);
  return finding;
}

/* Text that begins as a number but is not one in JSON. */
static hhp_finding *S_number(hhp__decoder *d, const char *at, const char *end) {
  size_t length = S_number_run(at, end);
  const char *digits = *at == '+' ? at + 1 : at;
  hhp__amount_text read = hhp__amount_read(digits, length - (size_t)(digits - at));
  size_t mark = S_decimal(at, length);
  if (read.reading == HHP__READ_EITHER)
    return S_ambiguous_number(d, &read, at, length);
  if (read.reading == HHP__READ_WHOLE && *at == '0' && length > 1) {
    if (at > d->reader.text && at[-1] == ',')
      return NULL;
    if (hhp__is_digit(at[1])) /* not the 0 of "0 kr." */
      return S_report_value(d, HHP__M_SYNTAX_LEADING_ZERO, at, length);
  }
  if (read.reading != HHP__READ_WHOLE && (read.reading != HHP__READ_NOT_WHOLE || mark == 0))
    return S_date(d, at, length);
  hhp_finding *finding = S_report_value(d, HHP__M_SYNTAX_NUMBER_WRITE, at, length);
  if (read.reading == HHP__READ_WHOLE)
    hhp__arg_whole(finding, "write", read.number);
  else
    S_arg_decimal(finding, "write", at, length, mark);
  return finding;
}

/* Whether a number that was read ends just before the error, or before a comma there, on the same line. */
static int S_is_behind_number(const hhp__reader *r, const S_view *v) {
  int is_behind_comma = v->before == ',' && (hhp__is_digit(*v->at) || *v->at == '-');
  if (!hhp__is_digit(*r->token) || (!hhp__is_digit(v->before) && !is_behind_comma))
    return 0;
  if (strchr("\"{[}]:", *v->at) != NULL || (*v->at == '-' && !is_behind_comma))
    return 0;
  for (const char *p = r->token; p < v->at; p++) {
    if (!hhp__is_digit(*p) && strchr(".,+-eE ", *p) == NULL)
      return 0;
  }
  return r->token + S_number_run(r->token, r->end) > v->at;
}

/* A number followed by more: 46 000 000, 12,5 %, 46000000 kr. */
static hhp_finding *S_behind_number(hhp__decoder *d, const S_view *v) {
  const hhp__reader *r = &d->reader;
  if (!S_is_behind_number(r, v))
    return NULL;
  hhp_finding *finding = S_number(d, r->token, r->end);
  if (finding == NULL && hhp__is_digit(v->before) && hhp__is_digit(*v->at) && r->depth > 0 &&
      r->levels[r->depth - 1].is_array)
    return S_missing_separator(d, v);
  return finding != NULL ? finding
                         : S_report_value(d, HHP__M_SYNTAX_NUMBER_TEXT, r->token, S_number_run(r->token, r->end));
}

/* --- Words --- */

static int S_is_one_of(const char *word, size_t length, const char *const *wanted) {
  for (; *wanted != NULL; wanted++) {
    if (hhp__is_word(word, length, *wanted))
      return 1;
  }
  return 0;
}

static hhp_finding *S_value_word(hhp__decoder *d, const char *at, size_t length) {
  static const char *const nothing[] = {"null", "none", "nil", "undefined", NULL};
  static const char *const numbers[] = {"nan", "infinity", "inf", NULL};
  const char *truth = hhp__truth_of(at, length);
  if (truth != NULL) {
    hhp_finding *finding = S_report_value(d, HHP__M_SYNTAX_WORD, at, length);
    hhp__arg_text(finding, "write", truth, strlen(truth));
    return finding;
  }
  if (S_is_one_of(at, length, nothing))
    return S_report_value(d, HHP__M_SYNTAX_NULL_WORD, at, length);
  if (S_is_one_of(at, length, numbers))
    return S_report_value(d, HHP__M_SYNTAX_NOT_A_NUMBER, at, length);
  return S_report_value(d, HHP__M_SYNTAX_TEXT, at, length);
}

static hhp_finding *S_word(hhp__decoder *d, const S_view *v) {
  const hhp__reader *r = &d->reader;
  const char *p = v->at;
  size_t step;
  while ((step = S_name_step(p, v->end)) > 0 && (size_t)(p - v->at) + step <= LONGEST_RUN)
    p += step;
  size_t length = (size_t)(p - v->at);
  if (length == 0 || hhp__is_digit(*v->at))
    return NULL;
  int is_name = r->depth > 0 && !r->levels[r->depth - 1].is_array && (v->before == '{' || v->before == ',');
  if (!is_name)
    return v->before == ':' || v->before == '[' || v->before == ',' || v->before == '\0'
               ? S_value_word(d, v->at, length)
               : NULL;
  if (step > 0)
    return NULL; /* a part of the name is not to be written in its place */
  hhp_finding *finding = S_report_value(d, HHP__M_SYNTAX_NAME, v->at, length);
  hhp__arg_quoted(finding, v->at, length);
  return finding;
}

/* --- Commas, colons, quotes, comments --- */

static hhp_finding *S_comment(hhp__decoder *d, const S_view *v) {
  int is_comment = *v->at == '#' || (*v->at == '/' && v->end - v->at > 1 && (v->at[1] == '/' || v->at[1] == '*'));
  return is_comment ? S_report(d, HHP__M_SYNTAX_COMMENT, v->at, 1) : NULL;
}

/* A character that only has to be deleted. */
static hhp_finding *S_superfluous(hhp__decoder *d, hhp__message message, const char *at) {
  hhp_finding *finding = S_report(d, message, at, 1);
  hhp__arg_text(finding, "write", "", 0);
  return finding;
}

static hhp_finding *S_comma(hhp__decoder *d, const S_view *v) {
  if ((*v->at == '}' || *v->at == ']') && v->before == ',')
    return S_superfluous(d, HHP__M_SYNTAX_TRAILING_COMMA, v->before_at);
  if (*v->at == ',' && (v->before == ',' || v->before == '{' || v->before == '['))
    return S_superfluous(d, HHP__M_SYNTAX_EXTRA_COMMA, v->at);
  return NULL;
}

static hhp_finding *S_quote(hhp__decoder *d, const S_view *v) {
  static const char *const smart[] = {"“", "”", "„", "‟", "«", "»", "‘", "’", "‚", "‹", "›", "`", "´"};
  if (*v->at == '\'')
    return S_report(d, HHP__M_SYNTAX_SINGLE_QUOTE, v->at, 1);
  for (size_t i = 0; i < sizeof(smart) / sizeof(smart[0]); i++) {
    size_t length = strlen(smart[i]);
    if ((size_t)(v->end - v->at) < length || memcmp(v->at, smart[i], length) != 0)
      continue;
    hhp_finding *finding = S_report(d, HHP__M_SYNTAX_SMART_QUOTE, v->at, length);
    S_arg_found(finding, v->at, length);
    return finding;
  }
  return NULL;
}

/* --- */

static hhp_finding *S_unexpected(hhp__decoder *d, const S_view *v) {
  static hhp_finding *(*const kinds[])(hhp__decoder *, const S_view *) = {
      S_comment, S_comma, S_quote, S_behind_number, S_missing_separator, S_word};
  hhp_finding *finding = NULL;
  for (size_t i = 0; finding == NULL && i < sizeof(kinds) / sizeof(kinds[0]); i++)
    finding = kinds[i](d, v);
  return finding;
}

/* The reader takes "-Infinity" for a number. */
static hhp_finding *S_bad_number(hhp__decoder *d, const S_view *v) {
  const char *word = v->at + (*v->at == '-' || *v->at == '+');
  const char *p = word;
  while (p < v->end && hhp__is_ascii_letter(*p))
    p++;
  if (p > word && p - word <= LONGEST_RUN)
    return S_report_value(d, HHP__M_SYNTAX_NOT_A_NUMBER, v->at, (size_t)(p - v->at));
  return S_number(d, v->at, v->end);
}

hhp_finding *hhp__named_fault(hhp__decoder *d) {
  const hhp__reader *r = &d->reader;
  S_view v = S_view_of(r);
  if (d->report->findings.count >= HHP__MOST_FINDINGS)
    return NULL;
  hhp_finding *finding = S_other_file(d, &v);
  if (finding != NULL || v.at == v.end)
    return finding;
  if (r->fault == HHP__FAULT_UNEXPECTED)
    return S_unexpected(d, &v);
  if (r->fault == HHP__FAULT_NUMBER)
    return S_bad_number(d, &v);
  return r->fault == HHP__FAULT_TRAILING ? S_comment(d, &v) : NULL;
}
