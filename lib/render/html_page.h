/* The HTML page being written: escaping, headings, and the parts that every section uses. Texts of the plan are
 * untrusted: they only pass through the functions that escape. */
#ifndef HHP_RENDER_HTML_PAGE_H
#define HHP_RENDER_HTML_PAGE_H

#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/phrase.h"
#include "render/formats.h"

typedef struct {
  hhp__buffer *out;
  const hhp_render_options *options;
  int32_t lang;
  int level;         /* of the heading of a plan: 1, or 2 if there are several */
  size_t plan;       /* its number on the page, from 1: the beginning of its ids */
  char plan_lang[4]; /* language of the plan's texts, if it is not the page's; else "" */
} hhp__page;

/* Limits on what one plan may put on the page; a sentence says what is left out. Texts are cut, in code points. */
enum {
  HHP__HTML_LONGEST_NAME = 200,
  HHP__HTML_LONGEST_TEXT = 2000,
  HHP__HTML_MOST_BARS = 22,  /* of a picture: with its axis it fits a page of A4 */
  HHP__HTML_MOST_ROWS = 200, /* of a table */
};

static inline void hhp__html(hhp__page *page, const char *markup) {
  hhp__puts(page->out, markup);
}

static inline void hhp__html_number(hhp__page *page, int64_t number) {
  hhp__put_number(page->out, number);
}

/* Appends markup or text of the library, as it is. */
static inline void hhp__html_phrase(hhp__page *page, hhp__phrase phrase) {
  hhp__put_phrase(page->out, phrase, page->lang);
}

/* Appends text for content or an attribute in quotes; invisible and bidirectional characters become \u{...}. NULL,
 * which is what texts are when memory has run out, fails the page. */
void hhp__html_escaped(hhp__page *page, const char *text, size_t length);
void hhp__html_text(hhp__page *page, const char *text);

/* The same, cut to `most` code points with "…". */
void hhp__html_cut(hhp__page *page, const char *text, size_t most);

/* A sentence or a value: the same, cut to HHP__HTML_LONGEST_TEXT, and with no line break between a number and its unit
 * ("500.000 kr.", "25 %"). */
void hhp__html_prose(hhp__page *page, const char *text);

/* A text of the plan in an element that isolates its direction and has its language. "–" for NULL or a blank text. */
void hhp__html_plan_text(hhp__page *page, const char *text, size_t most);

/* "46.000.000 kr."; "–" for HHP_ABSENT. */
void hhp__html_kroner(hhp__page *page, int64_t kroner);

/* A count, with separators. */
void hhp__html_count(hhp__page *page, int64_t count);

/* ` id="p1-money"` */
void hhp__html_id(hhp__page *page, const char *name);

/* A heading `depth` levels below that of the plan, with an id. */
void hhp__html_heading(hhp__page *page, int depth, const char *id, hhp__phrase words);

/* Opens and closes a section with a heading of depth 1. */
void hhp__html_section(hhp__page *page, const char *id, hhp__phrase heading);
void hhp__html_section_end(hhp__page *page);

/* A table, folded or not: opens it up to its header row, whose cells are the phrases; closes it. Columns from `numbers`
 * on hold numbers. */
void hhp__html_table(hhp__page *page, hhp__phrase caption, const hhp__phrase *columns, size_t count, size_t numbers,
                     int is_folded);
void hhp__html_table_end(hhp__page *page, int is_folded);

/* A paragraph: `words`, the number and a full stop, if the number is not 0. */
void hhp__html_left_out(hhp__page *page, hhp__phrase words, size_t count);

/* "1. januar 2016"; "–" for 0. */
void hhp__html_date(hhp__page *page, int32_t date);

#endif
