/* Whole tables as CSV, TSV, Markdown and JSON. */
#include <helhedsplan/report.h>
#include <helhedsplan/table.h>

#include <stdlib.h>
#include <string.h>

#include "render/markdown.h"
#include "table/table.h"

hhp_status hhp_table_options_new(hhp_table_options **options) {
  if (options == NULL)
    return HHP_ERR_ARGUMENT;
  *options = malloc(sizeof(**options));
  if (*options == NULL)
    return HHP_ERR_NOMEM;
  **options = hhp__table_for_programs;
  return HHP_OK;
}

void hhp_table_options_free(hhp_table_options *options) {
  free(options);
}

hhp_status hhp_table_options_set_lang(hhp_table_options *options, int32_t lang) {
  if (options == NULL || (lang != HHP_LANG_DA && lang != HHP_LANG_EN))
    return HHP_ERR_ARGUMENT;
  *options =
      (hhp_table_options){.lang = lang, .separator = lang == HHP_LANG_DA ? ';' : ',', .has_bom = 1, .is_guarded = 1};
  return HHP_OK;
}

hhp_status hhp_table_options_set_separator(hhp_table_options *options, int32_t separator) {
  if (options == NULL || (separator != ',' && separator != ';' && separator != '|' && separator != '\t'))
    return HHP_ERR_ARGUMENT;
  options->separator = (char)separator;
  return HHP_OK;
}

hhp_status hhp_table_options_set_bom(hhp_table_options *options, int32_t bom) {
  if (options == NULL || (bom != 0 && bom != 1))
    return HHP_ERR_ARGUMENT;
  options->has_bom = (uint8_t)bom;
  return HHP_OK;
}

hhp_status hhp_table_options_set_guard(hhp_table_options *options, int32_t guard) {
  if (options == NULL || (guard != 0 && guard != 1))
    return HHP_ERR_ARGUMENT;
  options->is_guarded = (uint8_t)guard;
  return HHP_OK;
}

int hhp__needs_guard(const char *text) {
  text += strspn(text, "'");
  return *text != '\0' && strchr("=+-@\t\n\r", *text) != NULL;
}

const char *hhp_table_unguarded(const char *text) {
  return text != NULL && text[0] == '\'' && hhp__needs_guard(text) ? text + 1 : text;
}

static const char *S_heading(const hhp_column *column, const hhp_table_options *options) {
  return options->lang == 0 ? column->name : hhp__in_lang(column->heading, options->lang);
}

static int S_is_figure(const hhp__field *field) {
  return field->shape == HHP__SHAPE_KRONER || field->type == HHP__INT || field->type == HHP__DECIMAL;
}

/* --- CSV and TSV --- */

/* Quoted if it contains what ends a cell or a row, and if a reader might drop the white space at its ends. The text is
 * not empty. */
static void S_put_quoted(hhp__buffer *out, const char *text, char separator) {
  size_t length = strlen(text);
  int has_blank_end = text[0] == ' ' || text[length - 1] == ' ';
  if (strpbrk(text, "\"\r\n") == NULL && strchr(text, separator) == NULL && !has_blank_end) {
    hhp__put(out, text, length);
    return;
  }
  hhp__putc(out, '"');
  for (; *text != '\0'; text++) {
    if (*text == '"')
      hhp__putc(out, '"');
    hhp__putc(out, *text);
  }
  hhp__putc(out, '"');
}

static void S_put_csv_cell(hhp__buffer *out, hhp__buffer *cell, const hhp_object *row, const hhp_column *column,
                           const hhp_table_options *options) {
  hhp__buffer guarded = {0};
  cell->length = 0;
  hhp__put_cell(cell, row, column, options);
  out->failed |= cell->failed;
  if (cell->failed || cell->length == 0)
    return;
  if (options->is_guarded && hhp_column_field(column)->public_type == HHP_FIELD_TEXT && hhp__needs_guard(cell->text)) {
    hhp__putc(&guarded, '\'');
    hhp__puts(&guarded, cell->text);
  }
  out->failed |= guarded.failed;
  if (!guarded.failed)
    S_put_quoted(out, guarded.text == NULL ? cell->text : guarded.text, options->separator);
  hhp__buffer_free(&guarded);
}

static void S_put_csv(hhp__buffer *out, const hhp_table *table, const hhp_plan *plan,
                      const hhp_table_options *options) {
  hhp__buffer cell = {0};
  if (options->has_bom)
    hhp__puts(out, "\xef\xbb\xbf");
  for (size_t i = 0; i < table->column_count; i++) {
    if (i > 0)
      hhp__putc(out, options->separator);
    S_put_quoted(out, S_heading(&table->columns[i], options), options->separator);
  }
  hhp__putc(out, '\n');
  for (hhp_object *row = hhp_table_next(table, plan, NULL); row != NULL; row = hhp_table_next(table, plan, row)) {
    for (size_t i = 0; i < table->column_count; i++) {
      if (i > 0)
        hhp__putc(out, options->separator);
      S_put_csv_cell(out, &cell, row, &table->columns[i], options);
    }
    hhp__putc(out, '\n');
  }
  hhp__buffer_free(&cell);
}

static void S_put_tsv(hhp__buffer *out, const hhp_table *table, const hhp_plan *plan,
                      const hhp_table_options *options) {
  hhp_table_options tabs = *options;
  tabs.separator = '\t';
  tabs.has_bom = 0;
  S_put_csv(out, table, plan, &tabs);
}

/* --- Markdown and JSON --- */

static void S_put_markdown_row(hhp__buffer *out, hhp__buffer *cell, const hhp_table *table, const hhp_object *row,
                               const hhp_table_options *options) {
  for (size_t i = 0; i < table->column_count; i++) {
    cell->length = 0;
    hhp__put_cell(cell, row, &table->columns[i], options);
    hhp__puts(out, i == 0 ? "| " : " | ");
    if (!cell->failed && cell->length > 0)
      hhp__put_markdown(out, cell->text);
  }
  hhp__puts(out, " |\n");
  out->failed |= cell->failed;
}

static void S_put_markdown(hhp__buffer *out, const hhp_table *table, const hhp_plan *plan,
                           const hhp_table_options *options) {
  hhp__buffer cell = {0};
  for (size_t i = 0; i < table->column_count; i++) {
    hhp__puts(out, i == 0 ? "| " : " | ");
    hhp__put_markdown(out, S_heading(&table->columns[i], options));
  }
  hhp__puts(out, " |\n");
  for (size_t i = 0; i < table->column_count; i++)
    hhp__puts(out, S_is_figure(hhp_column_field(&table->columns[i])) ? "|---:" : "|---");
  hhp__puts(out, "|\n");
  for (hhp_object *row = hhp_table_next(table, plan, NULL); row != NULL; row = hhp_table_next(table, plan, row))
    S_put_markdown_row(out, &cell, table, row, options);
  hhp__buffer_free(&cell);
}

static void S_put_json(hhp__buffer *out, const hhp_table *table, const hhp_plan *plan,
                       const hhp_table_options *options) {
  (void)options;
  const char *before = "\n";
  hhp__putc(out, '[');
  for (hhp_object *row = hhp_table_next(table, plan, NULL); row != NULL; row = hhp_table_next(table, plan, row)) {
    char *json = NULL;
    hhp__puts(out, before);
    if (hhp_row_json(table, row, &json) == HHP_OK)
      hhp__puts(out, json);
    else
      out->failed = 1;
    hhp_free(json);
    before = ",\n";
  }
  hhp__puts(out, "\n]\n");
}

static const struct {
  int32_t format;
  void (*put)(hhp__buffer *out, const hhp_table *table, const hhp_plan *plan, const hhp_table_options *options);
} S_formats[] = {
    {HHP_FORMAT_CSV, S_put_csv},
    {HHP_FORMAT_TSV, S_put_tsv},
    {HHP_FORMAT_MARKDOWN, S_put_markdown},
    {HHP_FORMAT_JSON, S_put_json},
};

hhp_status hhp_table_render(const hhp_table *table, const hhp_plan *plan, int32_t format,
                            const hhp_table_options *options, char **out, size_t *length) {
  if (out == NULL)
    return HHP_ERR_ARGUMENT;
  *out = NULL;
  if (table == NULL || plan == NULL)
    return HHP_ERR_ARGUMENT;
  for (size_t i = 0; i < sizeof(S_formats) / sizeof(S_formats[0]); i++) {
    if (S_formats[i].format != format)
      continue;
    hhp__buffer buffer = {0};
    S_formats[i].put(&buffer, table, plan, options == NULL ? &hhp__table_for_programs : options);
    *out = hhp__buffer_take(&buffer, length);
    return *out == NULL ? HHP_ERR_NOMEM : HHP_OK;
  }
  return HHP_ERR_ARGUMENT;
}
