/* Cells as text, and rows as JSON. */
#include <helhedsplan/table.h>

#include <string.h>

#include "base/characters.h"
#include "base/date.h"
#include "base/utf8.h"
#include "table/table.h"
#include "json/write.h"

const hhp_table_options hhp__table_for_programs = {.lang = 0, .separator = ','};

static void S_put_word(hhp__buffer *out, const hhp__field *field, int32_t number, int32_t lang) {
  const hhp__value *value = hhp__value_of(&hhp__enums[field->target], number);
  if (value != NULL)
    hhp__puts(out, lang == 0 ? value->json : hhp__in_lang(value->title, lang));
}

static void S_put_number(hhp__buffer *out, const hhp__field *field, int32_t number, int32_t lang) {
  static const hhp__phrase truth[] = {{"nej", "no"}, {"ja", "yes"}};
  if (field->type == HHP__ENUM)
    S_put_word(out, field, number, lang);
  else if (field->type != HHP__BOOL)
    hhp__put_number(out, number);
  else if (lang == 0)
    hhp__puts(out, number ? "true" : "false");
  else
    hhp__put_phrase(out, truth[number != 0], lang);
}

/* Where the white space at the end of the text begins. The text is UTF-8 and not blank. */
static size_t S_blank_end(const char *text, size_t length) {
  size_t end = length;
  while (hhp__is_blank(hhp__utf8_last(text, end))) {
    do
      end--;
    while (((unsigned char)text[end] & 0xC0) == 0x80);
  }
  return end;
}

/* Length of the white space that the text begins with. */
static size_t S_blank_beginning(const char *text, size_t length) {
  size_t at = 0, step;
  while ((step = hhp__utf8_length(text + at, length - at)) > 0 && hhp__is_blank(hhp__utf8_read(text + at, step)))
    at += step;
  return at;
}

/* An element of a list, so that S_split() in read_cell.c finds its ends again. */
static void S_put_element(hhp__buffer *out, const char *text) {
  size_t length = strlen(text);
  size_t first = S_blank_beginning(text, length), last = first == length ? length : S_blank_end(text, length);
  if (length == 0)
    hhp__puts(out, "\\e");
  for (size_t i = 0; i < length;) {
    size_t step = hhp__utf8_step(hhp__utf8_length(text + i, length - i));
    if (i < first || i >= last || text[i] == ';' || text[i] == '\\')
      hhp__putc(out, '\\');
    hhp__put(out, text + i, step);
    i += step;
  }
}

static void S_put_list(hhp__buffer *out, const hhp__object *object, const hhp__field *field) {
  size_t count = hhp__get_count(object, field);
  for (size_t i = 0; i < count; i++) {
    hhp__puts(out, i == 0 ? "" : "; ");
    S_put_element(out, hhp__get_element(object, field, i));
  }
}

void hhp__put_cell(hhp__buffer *out, const hhp__object *row, const hhp_column *column,
                   const hhp_table_options *options) {
  char date[HHP__DATE_SIZE];
  const hhp__object *object = hhp_cell_object(row, column);
  const hhp__field *field = hhp_column_field(column);
  if (object == NULL || !hhp__is_given(object, field))
    return;
  switch (field->shape) {
  case HHP__SHAPE_TEXT:
    if (field->type == HHP__DECIMAL)
      hhp__put_decimal(out, hhp__get_text(object, field), options->lang);
    else
      hhp__puts(out, hhp__get_text(object, field));
    break;
  case HHP__SHAPE_NUMBER:
    S_put_number(out, field, hhp__get_number(object, field), options->lang);
    break;
  case HHP__SHAPE_DATE:
    hhp__puts(out, hhp__date_write(hhp__get_number(object, field), date));
    break;
  case HHP__SHAPE_KRONER:
    hhp__put_number(out, hhp__get_kroner(object, field));
    break;
  case HHP__SHAPE_TEXTS:
    S_put_list(out, object, field);
    break;
  default: /* no column has an object */
    break;
  }
}

hhp_status hhp_cell_text(const hhp_object *row, const hhp_column *column, const hhp_table_options *options,
                         char **text) {
  if (text == NULL)
    return HHP_ERR_ARGUMENT;
  *text = NULL;
  const hhp_object *object = hhp_cell_object(row, column);
  if (object == NULL)
    return HHP_ERR_ARGUMENT;
  if (!hhp__is_given(object, hhp_column_field(column)))
    return HHP_OK;
  hhp__buffer out = {0};
  hhp__put_cell(&out, row, column, options == NULL ? &hhp__table_for_programs : options);
  *text = hhp__buffer_take(&out, NULL);
  return *text == NULL ? HHP_ERR_NOMEM : HHP_OK;
}

static json_t *S_json_list(const hhp__object *object, const hhp__field *field) {
  json_t *list = json_array();
  size_t count = hhp__get_count(object, field);
  for (size_t i = 0; i < count && list != NULL; i++) {
    if (json_array_append_new(list, json_string(hhp__get_element(object, field, i))) != 0) {
      json_decref(list);
      list = NULL;
    }
  }
  return list;
}

/* The value of a field that is given; NULL if memory ran out. */
static json_t *S_json_value(const hhp__object *object, const hhp__field *field) {
  char date[HHP__DATE_SIZE];
  switch (field->shape) {
  case HHP__SHAPE_TEXT:
    return json_string(hhp__get_text(object, field));
  case HHP__SHAPE_NUMBER:
    if (field->type == HHP__BOOL)
      return json_boolean(hhp__get_number(object, field));
    if (field->type == HHP__ENUM)
      return json_string(hhp__value_of(&hhp__enums[field->target], hhp__get_number(object, field))->json);
    return json_integer(hhp__get_number(object, field));
  case HHP__SHAPE_DATE:
    return json_string(hhp__date_write(hhp__get_number(object, field), date));
  case HHP__SHAPE_KRONER:
    return json_integer(hhp__get_kroner(object, field));
  default:
    return S_json_list(object, field);
  }
}

hhp_status hhp_row_json(const hhp_table *table, const hhp_object *row, char **json) {
  if (json == NULL)
    return HHP_ERR_ARGUMENT;
  *json = NULL;
  if (table == NULL || row == NULL || row->entity != table->entity)
    return HHP_ERR_ARGUMENT;
  json_t *cells = json_object();
  int failed = cells == NULL;
  for (size_t i = 0; i < table->column_count && !failed; i++) {
    const hhp_column *column = &table->columns[i];
    const hhp_object *object = hhp_cell_object(row, column);
    if (object != NULL && hhp__is_given(object, hhp_column_field(column)))
      failed = json_object_set_new(cells, column->name, S_json_value(object, hhp_column_field(column))) != 0;
  }
  hhp__buffer out = {0};
  out.failed = failed;
  if (!failed)
    hhp__put_dump(&out, cells, JSON_COMPACT);
  json_decref(cells);
  *json = hhp__buffer_take(&out, NULL);
  return *json == NULL ? HHP_ERR_NOMEM : HHP_OK;
}
