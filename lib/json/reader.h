/* A pull reader for JSON text that keeps positions. It does not recurse or allocate, and returns slices of the text.
 * Well-formed is RFC 8259 in UTF-8 without NUL and lone surrogates, of at most 64 levels. */
#ifndef HHP_JSON_READER_H
#define HHP_JSON_READER_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buffer.h"

enum {
  HHP__MAX_LEVELS = 64,
  HHP__LONGEST_POINTER = 2048 /* in bytes */
};

typedef enum {
  HHP__BROKEN, /* see `fault`; nothing more can be read */
  HHP__END,
  HHP__BEGIN_OBJECT,
  HHP__END_OBJECT,
  HHP__BEGIN_ARRAY,
  HHP__END_ARRAY,
  HHP__STRING,
  HHP__INTEGER,
  HHP__REAL, /* with a fraction or an exponent */
  HHP__TRUE,
  HHP__FALSE,
  HHP__NULL
} hhp__token;

typedef enum {
  HHP__FAULT_NONE,
  HHP__FAULT_EMPTY,
  HHP__FAULT_TRUNCATED,
  HHP__FAULT_UNEXPECTED,
  HHP__FAULT_NUL,
  HHP__FAULT_UTF8,
  HHP__FAULT_CONTROL,
  HHP__FAULT_ESCAPE,
  HHP__FAULT_SURROGATE,
  HHP__FAULT_NUMBER,
  HHP__FAULT_LEVELS,
  HHP__FAULT_TRAILING
} hhp__fault_kind;

/* A string in the text, without its quotes and not unescaped. */
typedef struct {
  const char *start;
  size_t length;
  int has_escapes;
  int has_hint; /* a hint (base/scan.h), or a character that is not ordinary */
} hhp__slice;

typedef struct {
  hhp__slice key; /* the member being read, in an object */
  size_t index;   /* of the element being read, in an array */
  int is_array;
  int is_empty; /* nothing read in it yet */
} hhp__level;

typedef struct {
  const char *text;
  const char *next;
  const char *end;
  const char *token; /* where the last token began; a string's at its quote */
  hhp__slice key;    /* name of the last member */
  /* The name that the next member is likely to have, without escapes. Only the speed depends on it. */
  const char *expected;
  size_t expected_length; /* 0: none */
  int is_expected;        /* the last member has it */
  hhp__slice string;      /* of the last string */
  int64_t integer;        /* of the last integer, if it fits */
  int integer_fits;
  hhp__fault_kind fault;
  const char *fault_at;
  int has_root; /* its value has begun */
  size_t depth;
  hhp__level levels[HHP__MAX_LEVELS];
} hhp__reader;

void hhp__reader_init(hhp__reader *reader, const char *text, size_t length);

/* The next token. In an object, the first token of the next member's value, with the name in `key`. */
hhp__token hhp__next(hhp__reader *reader);

static inline size_t hhp__offset(const hhp__reader *reader, const char *at) {
  return (size_t)(at - reader->text);
}

/* Reads to the end of the object or array that has just begun. */
void hhp__skip_rest(hhp__reader *reader);

/* Decodes a slice into `out`; the text is never longer than the slice. Returns its length. */
size_t hhp__unescape(hhp__slice slice, char *out);

/* The decoded text of a slice, in the arena, NUL-terminated; NULL when memory ran out. */
const char *hhp__slice_text(hhp__slice slice, hhp__arena *arena);

/* Puts the JSON Pointer (RFC 6901) of the current value into an empty buffer. If it would exceed `most` bytes, it is
 * that of an enclosing value. */
void hhp__put_pointer_within(const hhp__reader *reader, hhp__buffer *out, size_t most);

/* The same within HHP__LONGEST_POINTER. */
void hhp__put_pointer(const hhp__reader *reader, hhp__buffer *out);

#endif
