/* State of the decoder, and how it reports errors in the text. */
#ifndef HHP_DOCUMENT_DECODER_H
#define HHP_DOCUMENT_DECODER_H

#include <stddef.h>

#include "base/buffer.h"
#include "base/index.h"
#include "document/borrowed.h"
#include "model/model.h"
#include "report/finding.h"
#include "json/reader.h"

enum { HHP__RECENT_IDS = 64 };
enum { HHP__SHORT = 512 }; /* buffer size for names and words that are looked up */

/* The elements of the lists being read, those of inner lists last: a list gets its array when its length is known.
 * Between them, those of the objects that hold these lists: the findings that suggest another member. */
typedef struct {
  const void **items;
  size_t count;
  size_t capacity;
} hhp__elements;

/* An id that references have led to. */
typedef struct {
  const char *text; /* NULL: none */
  size_t length;
} hhp__recent_id;

typedef struct {
  hhp__reader reader;
  hhp__document *document;
  hhp__borrowed *borrowed;
  hhp_report *report;
  hhp__buffer pointer;
  hhp__elements elements;
  hhp__recent_id recent[HHP__RECENT_IDS]; /* by their letters; most references repeat one of few */
  uint8_t followers[HHP__ENTITY_COUNT]
                   [65]; /* for each field, plus one, the field that followed it last, plus one; 0: none */
  size_t allowance;      /* bytes left for pointers past HHP__LONGEST_POINTER, all together */
  int has_failed;        /* memory ran out */
} hhp__decoder;

/* A finding at the value being read, placed at its last token. */
hhp_finding *hhp__fault(hhp__decoder *d, hhp__message message);

/* Length in bytes of the character there, or of one malformed character; 0 at the end of the text. */
size_t hhp__character_at(const hhp__reader *r, const char *at);

/* Reports a syntax error. */
void hhp__syntax_fault(hhp__decoder *d);

/* Reports the member being read as a duplicate of the one whose name is at offset `first`. */
void hhp__duplicate(hhp__decoder *d, size_t first);

/* "a text", "an object" ... */
hhp__word hhp__token_word(hhp__token token);

/* The decoded text of a slice, and its length: the slice itself if it has no escapes, else in `buffer`, or in the arena
 * if it is too long. Not always NUL-terminated. NULL when memory ran out. */
const char *hhp__short_text(hhp__decoder *d, hhp__slice slice, char buffer[HHP__SHORT], size_t *length);

/* 1 if the index has the name of the member being read, whose offset then goes to *first; else adds it and returns 0.
 * -1 when memory ran out. */
int hhp__is_second(hhp__decoder *d, hhp__index *names, size_t *first);

#endif
