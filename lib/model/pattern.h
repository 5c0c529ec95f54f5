/* The forms of texts in the file, as regular expressions. */
#ifndef HHP_MODEL_PATTERN_H
#define HHP_MODEL_PATTERN_H

#include "model/model.h"

/* "$" alone also matches before a last line break in some engines, hence "$(?!\n)". */
#define HHP__PATTERN_END "$(?!\\n)"

/* The regular expression that a text of the field has to match in the file (ECMA-262), or NULL. */
const char *hhp__pattern_of(const hhp__field *field);

#endif
