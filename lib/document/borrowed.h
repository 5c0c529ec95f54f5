/* Texts of a document that are used where they are in its text, rather than copied: a NUL takes the place of the
 * closing quotation mark. Texts with escapes are copied nevertheless. */
#ifndef HHP_DOCUMENT_BORROWED_H
#define HHP_DOCUMENT_BORROWED_H

#include <stddef.h>
#include <stdint.h>

typedef struct {
  char *json;     /* NULL: all texts are copied */
  uint8_t *steps; /* from one quotation mark to the next, the first from the start of the text: mostly a byte */
  size_t length;  /* of the steps, in bytes */
  size_t capacity;
  size_t last; /* offset of the last quotation mark */
} hhp__borrowed;

/* Puts a NUL in place of the closing quotation mark at that offset, which is behind the last. Returns 0, or -1 if
 * memory ran out. */
int hhp__borrow(hhp__borrowed *borrowed, size_t end);

/* Restores the text for what reads it as JSON; and makes the texts end in NUL again. */
void hhp__put_quotation_marks(const hhp__borrowed *borrowed);
void hhp__put_nuls(const hhp__borrowed *borrowed);

/* Forgets the offsets. The text remains as it is. */
void hhp__borrowed_free(hhp__borrowed *borrowed);

#endif
