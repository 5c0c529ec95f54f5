/* Parts of diffs shared by text and Markdown: values, truncated text, signed amounts, the table of money. */
#ifndef HHP_RENDER_DIFF_WORDS_H
#define HHP_RENDER_DIFF_WORDS_H

#include "base/kroner.h"
#include "base/phrase.h"
#include "diff/diff.h"
#include "render/formats.h"

/* "tilføjet", "added" and so on. */
const char *hhp__kind_word(int32_t kind, int32_t lang);

/* The entity in whose section a change is listed: the subject itself, or one that contains it. */
const hhp__subject *hhp__section_subject(const hhp_change *change);

/* Whether an entity that has a section is added or removed as a whole. */
int hhp__is_whole_change(const hhp_change *change);

/* Whether it is of an element of a list of texts or references. */
int hhp__is_element_change(const hhp_change *change);

/* Whether the change is only of the amount of its entity. */
int hhp__is_amount_change(const hhp_change *change);

/* Appends the location of the change inside its entity, such as signatures[Odense Kommune].signed_on. */
void hhp__put_change_location(hhp__buffer *out, const hhp_change *change, int32_t lang);

/* Appends the value of one side for display, untrusted text unescaped; of a text, at most `most` characters around the
 * difference. Appends nothing if the value is absent. */
void hhp__put_change_value(hhp__buffer *out, const hhp_change *change, int side, int32_t lang, size_t most);

/* Appends the beginning of a text with its invisible characters named. If it looks like `other` (NULL: none), the
 * difference is spelled out. */
void hhp__put_distinguished(hhp__buffer *out, const char *text, size_t length, const char *other, int32_t lang);

/* Appends the name of the entity in whose section the change is listed, likewise. */
void hhp__put_subject_name(hhp__buffer *out, const hhp_change *change, int32_t lang);

/* Whether the value is running text, which is quoted. */
int hhp__is_prose(const hhp_change *change);

/* Appends the meaning of a field up to the first semicolon; remarks on usage follow it. */
void hhp__put_meaning(hhp__buffer *out, const hhp__field *field, int32_t lang);

/* "+500.000 kr.", "DKK -500,000". */
const char *hhp__write_signed(int64_t kroner, int32_t lang, char out[HHP__AMOUNT_SIZE]);

/* Appends "9 forskelle: 2 tilføjet, ..." */
void hhp__put_count(hhp__buffer *out, const hhp_diff *diff, int32_t lang);

/* A row of the table of money. */
typedef struct {
  char label[HHP__AMOUNT_SIZE];
  char value[HHP__SIDES][HHP__AMOUNT_SIZE];
  char difference[HHP__AMOUNT_SIZE + 16]; /* with a sign, and the unit of points */
} hhp__money_row;

enum { HHP__MONEY_ROWS = 16 };

/* Fills the rows to show, none if neither plan has money, and returns their number; -1 if the amounts overflow. */
int hhp__money_rows(const hhp_diff *diff, int32_t lang, hhp__money_row rows[HHP__MONEY_ROWS]);

typedef void hhp__diff_renderer(hhp__buffer *out, const hhp_diff *diff, int32_t lang);
hhp__diff_renderer hhp__diff_text;
hhp__diff_renderer hhp__diff_json;
hhp__diff_renderer hhp__diff_markdown;

#endif
