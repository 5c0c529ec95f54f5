/* helhedsplan table: prints a table of a plan for spreadsheets and programs, or lists the tables. */
#include "cli/args/format_options.h"
#include "cli/args/nearest_word.h"
#include "cli/cmd/cmd.h"
#include "cli/files/load.h"
#include "cli/files/output.h"
#include "cli/print/error.h"
#include "cli/print/layout.h"

enum { NAME = 24, COLUMN = 34 };

static int S_print_tables(int32_t lang) {
  cli_text out = {0};
  for (size_t i = 0; i < hhp_table_count(); i++) {
    const hhp_table *table = hhp_table_at(i);
    put_left(&out, hhp_table_name(table), NAME);
    put(&out, hhp_table_title(table, lang));
    put(&out, "\n");
  }
  return write_text(lang, NULL, &out);
}

static int S_print_columns(const hhp_table *table, int32_t lang) {
  cli_text out = {0};
  for (size_t i = 0; i < hhp_table_column_count(table); i++) {
    const hhp_column *column = hhp_table_column_at(table, i);
    put_left(&out, hhp_column_name(column), COLUMN);
    put(&out, hhp_column_heading(column, lang));
    put(&out, "\n");
  }
  return write_text(lang, NULL, &out);
}

static int S_error_no_table(const cli_args *args, const char *name) {
  cli_nearest near = nearest_to(name);
  for (size_t i = 0; i < hhp_table_count(); i++)
    nearest_try(&near, hhp_table_name(hhp_table_at(i)));
  return error_unknown(args, "ukendt tabel", "unknown table", name, near.best);
}

static hhp_status S_make_options(hhp_table_options **options, const cli_args *args) {
  hhp_status status = hhp_table_options_new(options);
  if (status == HHP_OK && option_value(args, OPTION_PLAIN) == NULL)
    status = hhp_table_options_set_lang(*options, args->lang);
  return status;
}

static int S_write_table(const cli_args *args, const hhp_table *table, const hhp_plan *plan, const cli_output *output) {
  hhp_table_options *options = NULL;
  char *bytes = NULL;
  size_t length = 0;
  hhp_status status = S_make_options(&options, args);
  if (status == HHP_OK)
    status = hhp_table_render(table, plan, output->format, options, &bytes, &length);
  int code = status == HHP_OK ? write_out(args->lang, output->path, bytes, length) : error_status(args->lang, status);
  hhp_free(bytes);
  hhp_table_options_free(options);
  return code;
}

static int S_print_table(const cli_args *args, const hhp_table *table) {
  cli_outputs outputs = {NULL, 0};
  cli_input bytes = {0};
  hhp_plan *plan = NULL;
  int code = outputs_read(&outputs, args, OPTION_TABLE_FORMAT);
  if (code == CODE_FINE)
    code = plan_load(&plan, args, args->operands[1], &bytes);
  for (size_t i = 0; i < outputs.count && code == CODE_FINE; i++)
    code = S_write_table(args, table, plan, &outputs.items[i]);
  hhp_plan_free(plan);
  input_free(&bytes);
  outputs_free(&outputs);
  return code;
}

/* The lists of tables and columns have one form, so an option for another one would have no effect. */
static int S_check_options(const cli_args *args) {
  static const struct {
    option_id id;
    const char *name;
  } of_tables[] = {{OPTION_TABLE_FORMAT, "format"}, {OPTION_PLAIN, "plain"}};
  for (size_t i = 0; i < sizeof(of_tables) / sizeof(of_tables[0]); i++) {
    if (args->operand_count < 2 && option_value(args, of_tables[i].id) != NULL)
      return error_usage(args, "--%s gælder en plans tabel: angiv både NAME og PATH (- er standard input)",
                         "--%s is for the table of a plan: give NAME and PATH (- is standard input)",
                         of_tables[i].name);
  }
  return CODE_FINE;
}

int table_command(const cli_args *args) {
  int code = S_check_options(args);
  if (code != CODE_FINE)
    return code;
  if (args->operand_count == 0)
    return S_print_tables(args->lang);
  const hhp_table *table = hhp_table_find(args->operands[0]);
  if (table == NULL)
    return S_error_no_table(args, args->operands[0]);
  return args->operand_count == 1 ? S_print_columns(table, args->lang) : S_print_table(args, table);
}
