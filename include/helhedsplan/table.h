/**
 * @file
 * The tables of a plan, as spreadsheets and databases want them: parties, activities, contributions, the budget and
 * so on. Together they hold every field of a plan, but for `$schema`, `format` and x- members.
 *
 * A table has a row for each object of a list, in the order of the plan; the table "plan" has one row. Tables of lists
 * inside lists, such as the periods of the indicators, have the id of the containing object in their first column. A
 * row is the ::hhp_object itself, so that a binding needs no other way to read, change and find it.
 *
 * A cell is a field of the row, or of an object inside it: the column "target_group.age_min" of activities.
 * hhp_cell_object() and hhp_column_field() give both, for the functions of object.h. As text, cells are:
 *
 * | Field | For programs | For people, in Danish |
 * |---|---|---|
 * | text, id, reference, code | as in the plan | the same |
 * | word, truth value | its word: "staff", "true" | its title: "løn", "ja" |
 * | number, kroner | digits: "46000000" | the same |
 * | decimal | "63.5" | "63,5" |
 * | date | "2016-02-29", "2016-02", "2016" | the same |
 * | a list | its elements, with "; " between them | the same |
 *
 * A cell without a value is empty, as is one with an empty text; defaults are not filled in. In lists, a backslash
 * precedes a semicolon, a backslash, and white space at either end of an element; an empty element is "\e".
 *
 * hhp_cell_set() reads what people write: titles in both languages, "46,5 mio. kr.", "1. januar 2022", and references
 * by name as well as by id.
 *
 * Tables and columns are static and constant. Rows and fields are borrowed as in object.h, whose rules on threads
 * hold here too. For a NULL handle, texts and handles are NULL, and counts 0.
 *
 * @code
 * const hhp_table *budget = hhp_table_find("budget");
 * const hhp_column *amount = hhp_table_find_column(budget, "amount");
 * for (hhp_object *row = hhp_table_next(budget, plan, NULL); row != NULL; row = hhp_table_next(budget, plan, row)) {
 *   int64_t kroner = hhp_get_kroner(hhp_cell_object(row, amount), hhp_column_field(amount));
 *   if (kroner != HHP_ABSENT)
 *     printf("%lld\n", (long long)kroner);
 * }
 *
 * char *csv = NULL; // the same table as a file for a Danish spreadsheet
 * size_t length = 0;
 * hhp_table_options *options = NULL;
 * if (hhp_table_options_new(&options) == HHP_OK && hhp_table_options_set_lang(options, HHP_LANG_DA) == HHP_OK &&
 *     hhp_table_render(budget, plan, HHP_FORMAT_CSV, options, &csv, &length) == HHP_OK)
 *   fwrite(csv, 1, length, stdout);
 * hhp_free(csv);
 * hhp_table_options_free(options);
 * @endcode
 */
#ifndef HELHEDSPLAN_TABLE_H
#define HELHEDSPLAN_TABLE_H

#include <helhedsplan/status.h>
#include <helhedsplan/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/** @name The tables */
/** @{ */

/** How many tables there are. @since 1.0 */
HHP_API size_t hhp_table_count(void);

/** A table, in the order of the file format. @return Static; NULL past the end. @since 1.0 */
HHP_API const hhp_table *hhp_table_at(size_t index);

/** The table of that name, such as "budget". @return Static; NULL if there is none. @since 1.0 */
HHP_API const hhp_table *hhp_table_find(const char *name);

/** Its name: letters, digits and underscores. @return Static. @since 1.0 */
HHP_API const char *hhp_table_name(const hhp_table *table);

/**
 * Its title, such as "Bidrag", short enough for the sheet of a workbook.
 * @param lang ::HHP_LANG_DA or ::HHP_LANG_EN; anything else is English.
 * @return Static.
 * @since 1.0
 */
HHP_API const char *hhp_table_title(const hhp_table *table, int32_t lang);

/** The entity of its rows. @return Static. @since 1.0 */
HHP_API const hhp_entity *hhp_table_entity(const hhp_table *table);

/**
 * The table whose rows contain those of this one: "indicators" for "indicator_periods".
 * @return Static; NULL if the list is not inside another.
 * @since 1.0
 */
HHP_API const hhp_table *hhp_table_parent(const hhp_table *table);

/** How many columns it has. @since 1.0 */
HHP_API size_t hhp_table_column_count(const hhp_table *table);

/** A column. @return Static; NULL past the end. @since 1.0 */
HHP_API const hhp_column *hhp_table_column_at(const hhp_table *table, size_t index);

/** The column of that name, such as "target_group.age_min". @return Static; NULL if there is none. @since 1.0 */
HHP_API const hhp_column *hhp_table_find_column(const hhp_table *table, const char *name);

/** Its name: that of its field, after those of the objects that contain the field. @return Static. @since 1.0 */
HHP_API const char *hhp_column_name(const hhp_column *column);

/**
 * Its heading, such as "Beløb, kr.", unique in the table.
 * @param lang ::HHP_LANG_DA or ::HHP_LANG_EN; anything else is English.
 * @return Static.
 * @since 1.0
 */
HHP_API const char *hhp_column_heading(const hhp_column *column, int32_t lang);

/** Its field, and with that its type (introspect.h). @return Static. @since 1.0 */
HHP_API const hhp_field *hhp_column_field(const hhp_column *column);

/** Whether it has the id of the object that contains the row (1), or a field of the row itself (0). @since 1.0 */
HHP_API int32_t hhp_column_is_parent(const hhp_column *column);

/** @} */
/** @name Rows */
/** @{ */

/** How many rows the table of a plan has. Takes O(1) time, or O(n) where hhp_table_parent() is not NULL. @since 1.0 */
HHP_API size_t hhp_table_row_count(const hhp_table *table, const hhp_plan *plan);

/**
 * The row after another.
 * @param previous A row of the table; NULL for the first.
 * @return Borrowed; NULL after the last, and after a row that was removed or is of another table.
 * @since 1.0
 */
HHP_API hhp_object *hhp_table_next(const hhp_table *table, const hhp_plan *plan, const hhp_object *previous);

/**
 * Append an empty row.
 * @param parent_id Id of the object that is to contain it; NULL unless hhp_table_parent() has a table.
 * @param id As for hhp_insert_object().
 * @param[out] row Borrowed; NULL when the call fails.
 * @return ::HHP_OK; ::HHP_ERR_NOT_FOUND if nothing has `parent_id`; ::HHP_ERR_ARGUMENT (also for the table "plan");
 *         otherwise as hhp_insert_object().
 * @since 1.0
 */
HHP_API hhp_status hhp_table_add_row(const hhp_table *table, hhp_plan *plan, const char *parent_id, const char *id,
                                     hhp_object **row);

/** Remove a row. @return ::HHP_OK; ::HHP_ERR_ARGUMENT (also for the plan, and a removed row). @since 1.0 */
HHP_API hhp_status hhp_table_remove_row(const hhp_table *table, hhp_object *row);

/** @} */
/** @name Cells */
/** @{ */

/**
 * The object whose field hhp_column_field() is the cell.
 * @param row A row of the table that the column belongs to.
 * @return Borrowed; NULL if it is not.
 * @since 1.0
 */
HHP_API hhp_object *hhp_cell_object(const hhp_object *row, const hhp_column *column);

/**
 * A cell as text.
 * @param options NULL: for programs.
 * @param[out] text Owned; free with hhp_free(). NULL when the call fails, and for a cell without a value.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOMEM.
 * @since 1.0
 */
HHP_API hhp_status hhp_cell_text(const hhp_object *row, const hhp_column *column, const hhp_table_options *options,
                                 char **text);

/**
 * Set a cell from text, as hhp_cell_text() or people write it; "" or NULL clears it. The whole cell is replaced or,
 * when the call fails, unchanged. White space around anything but texts is ignored.
 *
 * - A word is read by its word or by its title in either language, without regard to case.
 * - An amount is read as by hhp_kroner_parse(), but the marks of the language decide: "46.000" is 46,000 kroner in
 *   Danish, and ambiguous in English. A decimal likewise: in Danish "1.234" is ambiguous, and "1,234" is not.
 * - A date is read as ISO 8601 or as people write it: "31-12-2020", "1. oktober 2015".
 * - A reference is read by the id of what it refers to, or by its title, name or alias if exactly one has it. An id
 *   that the plan does not have is accepted, as by hhp_set_text().
 *
 * @param lang ::HHP_LANG_DA or ::HHP_LANG_EN: of numbers.
 * @return ::HHP_OK; ::HHP_ERR_ARGUMENT (also for hhp_column_is_parent()); ::HHP_ERR_ENUM; ::HHP_ERR_NOT_FOUND
 *         (neither an id nor the name of anything); ::HHP_ERR_AMBIGUOUS (a name, amount or date that can be read in
 *         two ways); ::HHP_ERR_FORMAT (not a number, amount or decimal), ::HHP_ERR_RANGE (also for what is not
 *         whole), ::HHP_ERR_OVERFLOW; otherwise as the functions of object.h that set fields.
 * @since 1.0
 */
HHP_API hhp_status hhp_cell_set(hhp_object *row, const hhp_column *column, const char *text, int32_t lang);

/** @} */
/** @name Whole tables as text */
/** @{ */

/**
 * Create options. They begin for programs: column names, words, decimal point, comma, no byte order mark, and texts
 * as they are.
 * @param[out] options Owned; free with hhp_table_options_free(). NULL when memory runs out.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOMEM.
 * @since 1.0
 */
HHP_API hhp_status hhp_table_options_new(hhp_table_options **options);

/** Free options. NULL is fine. @since 1.0 */
HHP_API void hhp_table_options_free(hhp_table_options *options);

/**
 * Write for people, and for a spreadsheet in that language: headings, titles of words, the decimal mark of the
 * language, a semicolon as separator in Danish and a comma in English, a byte order mark, and texts guarded. Sets all
 * options: call it before the others.
 * @param lang ::HHP_LANG_DA or ::HHP_LANG_EN.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT.
 * @since 1.0
 */
HHP_API hhp_status hhp_table_options_set_lang(hhp_table_options *options, int32_t lang);

/**
 * The separator of CSV.
 * @param separator One of ',', ';', '|' and '\\t'.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT.
 * @since 1.0
 */
HHP_API hhp_status hhp_table_options_set_separator(hhp_table_options *options, int32_t separator);

/**
 * Begin CSV with a byte order mark (1), by which Excel recognises UTF-8, or not (0).
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT.
 * @since 1.0
 */
HHP_API hhp_status hhp_table_options_set_bom(hhp_table_options *options, int32_t bom);

/**
 * Guard texts in CSV and TSV (1) or not (0). A spreadsheet calculates a cell that begins with one of `= + - @`, a tab,
 * a line feed or a carriage return, also if the plan comes from somebody else. A guarded text has a single quote in front.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT.
 * @since 1.0
 */
HHP_API hhp_status hhp_table_options_set_guard(hhp_table_options *options, int32_t guard);

/**
 * A text without the quote by which hhp_table_options_set_guard() guards it: a pointer to its second character if it
 * begins with one or more single quotes and one of the characters above, else the text.
 * @return Borrowed: part of `text`; NULL for NULL.
 * @since 1.0
 */
HHP_API const char *hhp_table_unguarded(const char *text);

/**
 * Write a table of a plan.
 * @param format ::HHP_FORMAT_CSV (RFC 4180, but lines end in LF), ::HHP_FORMAT_TSV (the same with tabs, without a
 *         byte order mark), ::HHP_FORMAT_MARKDOWN, or ::HHP_FORMAT_JSON: an array with hhp_row_json() of each row.
 * @param options NULL: for programs. JSON is always for programs.
 * @param[out] out Owned; free with hhp_free(). Ends in a newline and NUL.
 * @param[out] length In bytes, without the NUL; may be NULL.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOMEM.
 * @since 1.0
 */
HHP_API hhp_status hhp_table_render(const hhp_table *table, const hhp_plan *plan, int32_t format,
                                    const hhp_table_options *options, char **out, size_t *length);

/**
 * A row as a JSON object on one line: the cells that have a value, by the names of their columns; numbers and kroner
 * are numbers, truth values true or false, lists arrays, and all others texts.
 * @param[out] json Owned; free with hhp_free(). Ends in NUL.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOMEM.
 * @since 1.0
 */
HHP_API hhp_status hhp_row_json(const hhp_table *table, const hhp_object *row, char **json);

/** @} */

#ifdef __cplusplus
}
#endif

#endif
