/* A pull reader for JSON text that knows where everything stands. It does not recurse, allocates nothing, and hands out
 * slices of the text; well-formed means RFC 8259 in UTF-8, no NUL, no lone surrogate, at most 64 levels. */
#ifndef HHP_JSON_READER_H
#define HHP_JSON_READER_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buffer.h"

enum {
  HHP__MAX_LEVELS = 64,
  HHP__LONGEST_POINTER = 2048 /* bytes that every pointer may have */
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

/* A string as it stands in the text, without its quotes. */
typedef struct {
  const char *start;
  size_t length;
  int has_escapes;
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
  hhp__slice key;    /* name of the last member that was begun */
  hhp__slice string; /* of the last string */
  int64_t integer;   /* of the last integer, if it fits */
  int integer_fits;
  hhp__fault_kind fault;
  const char *fault_at;
  int has_root; /* its value has been begun */
  size_t depth;
  hhp__level levels[HHP__MAX_LEVELS];
} hhp__reader;

void hhp__reader_init(hhp__reader *reader, const char *text, size_t length);

/* The next token. In an object that is the one that begins the value of the next member, whose name is then in `key`. */
hhp__token hhp__next(hhp__reader *reader);

static inline size_t hhp__offset(const hhp__reader *reader, const char *at) {
  return (size_t)(at - reader->text);
}

/* Reads to the end of the object or array that was just begun. */
void hhp__skip_rest(hhp__reader *reader);

/* The text of a slice: its length when decoded is never above that of the slice. Returns the length. */
size_t hhp__unescape(hhp__slice slice, char *out);

/* The text of a slice, in the arena, with a NUL after it; NULL when memory ran out. */
const char *hhp__slice_text(hhp__slice slice, hhp__arena *arena);

/* The JSON Pointer (RFC 6901) of what is being read, into an empty buffer. Where it would grow past so many bytes of names it
 * ends before, at something that encloses the place. */
void hhp__put_pointer_within(const hhp__reader *reader, hhp__buffer *out, size_t most);

/* The same within HHP__LONGEST_POINTER. */
void hhp__put_pointer(const hhp__reader *reader, hhp__buffer *out);

#endif
