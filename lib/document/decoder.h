/* What the decoder carries with it, and how it tells of faults in the text. */
#ifndef HHP_DOCUMENT_DECODER_H
#define HHP_DOCUMENT_DECODER_H

#include <stddef.h>

#include "base/buffer.h"
#include "base/index.h"
#include "model/model.h"
#include "report/finding.h"
#include "json/reader.h"

enum { HHP__SHORT = 512 }; /* room for names and words that are looked up */

typedef struct {
  hhp__reader reader;
  hhp__document *document;
  hhp_report *report;
  hhp__buffer pointer;
  size_t allowance; /* bytes that pointers past HHP__LONGEST_POINTER may still take, all together */
  int has_failed;   /* memory ran out */
} hhp__decoder;

/* A finding at the value being read, placed at its last token. */
hhp_finding *hhp__fault(hhp__decoder *d, hhp__message message);

/* Length of the whole character there; of bytes that are no UTF-8, those of one broken character; 0 where the text ends. */
size_t hhp__character_at(const hhp__reader *r, const char *at);

/* The finding for a broken syntax. */
void hhp__syntax_fault(hhp__decoder *d);

/* The finding for the member being read, whose name was at offset `first` before. */
void hhp__duplicate(hhp__decoder *d, size_t first);

/* "a text", "an object" ... */
hhp__word hhp__token_word(hhp__token token);

/* The text of a slice, and its length: the slice itself, or its unescaped text in `room`, or in the arena where it is
 * too long for that. Not always with a NUL. NULL when memory ran out. */
const char *hhp__short_text(hhp__decoder *d, hhp__slice slice, char room[HHP__SHORT], size_t *length);

/* Whether the name of the member being read is in the index already, and where it was first; else it is put there.
 * -1 when memory ran out. */
int hhp__is_second(hhp__decoder *d, hhp__index *names, size_t *first);

#endif
