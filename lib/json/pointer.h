/* JSON Pointers (RFC 6901). */
#ifndef HHP_JSON_POINTER_H
#define HHP_JSON_POINTER_H

#include <stddef.h>

#include "base/buffer.h"

/* A name as one step of a JSON Pointer. */
void hhp__put_step(hhp__buffer *out, const char *name, size_t length);

#endif
