/* What the formats for people share: values, cut texts, amounts with a sign, the table of the money. */
#ifndef HHP_RENDER_DIFF_WORDS_H
#define HHP_RENDER_DIFF_WORDS_H

#include "base/kroner.h"
#include "base/phrase.h"
#include "diff/diff.h"
#include "render/formats.h"

/* "tilføjet", "added" and so on. */
const char *hhp__kind_word(int32_t kind, int32_t lang);

/* The thing in whose section a change stands: the subject itself, or what it is part of. */
const hhp__subject *hhp__top_of(const hhp_change *change);

/* Whether the change says no more than that the amount of its thing is another. */
int hhp__is_of_money(const hhp_change *change);

/* Adds where in that thing the change is, such as signatures[Odense Kommune].signed_on. */
void hhp__put_path(hhp__buffer *out, const hhp_change *change, int32_t lang);

/* Adds the value of one side as people write it, foreign text as it is; of a text, at most so many characters round
 * the place where the two differ. Adds nothing where there is none. */
void hhp__put_words(hhp__buffer *out, const hhp_change *change, int side, int32_t lang, size_t most);

/* Adds the beginning of a text, with the names of what cannot be seen in it; where it differs from the other (NULL: none) and
 * looks like it, what differs is spelled out. */
void hhp__put_shown(hhp__buffer *out, const char *text, size_t length, const char *other, int32_t lang);

/* Adds the name of the thing in whose section the change stands, likewise. */
void hhp__put_top_name(hhp__buffer *out, const hhp_change *change, int32_t lang);

/* Whether the value is running text, to be put in quotes. */
int hhp__is_prose(const hhp_change *change);

/* Adds the meaning of a field, without what stands behind a semicolon: a remark on how it is used. */
void hhp__put_meaning(hhp__buffer *out, const hhp__field *field, int32_t lang);

/* "+500.000 kr.", "DKK -500,000". */
const char *hhp__write_signed(int64_t kroner, int32_t lang, char out[HHP__AMOUNT]);

/* Adds "9 forskelle: 2 tilføjet, ..." */
void hhp__put_count(hhp__buffer *out, const hhp_diff *diff, int32_t lang);

/* A row of the table of the money. */
typedef struct {
  char label[HHP__AMOUNT];
  char value[HHP__SIDES][HHP__AMOUNT];
  char difference[HHP__AMOUNT + 16]; /* and a sign, and what points are called */
} hhp__money_row;

enum { HHP__MONEY_ROWS = 14 };

/* The rows that have something to tell: none where neither plan has money. -1 where amounts cannot be added up. */
int hhp__money_rows(const hhp_diff *diff, int32_t lang, hhp__money_row rows[HHP__MONEY_ROWS]);

typedef void hhp__diff_renderer(hhp__buffer *out, const hhp_diff *diff, int32_t lang);
hhp__diff_renderer hhp__diff_text;
hhp__diff_renderer hhp__diff_json;
hhp__diff_renderer hhp__diff_markdown;

#endif
