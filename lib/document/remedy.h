/* Reports values that cannot be stored (HP105, HP106), and what to write instead if that is certain (the argument
 * "write", write_argument.h). */
#ifndef HHP_DOCUMENT_REMEDY_H
#define HHP_DOCUMENT_REMEDY_H

#include "document/decoder.h"

/* The value at the token just read has the wrong type for the field, or for an element of it. */
hhp_finding *hhp__type_fault(hhp__decoder *d, const hhp__object *object, const hhp__field *field, hhp__token token,
                             hhp__token expected, int is_element);

/* The number just read has a fraction or an exponent, or is out of range. */
void hhp__number_fault(hhp__decoder *d, const hhp__field *field, hhp__token token);

/* The text is not a word of the field's enum, or does not have the form of the field. */
void hhp__form_fault(hhp__decoder *d, const hhp__object *object, const hhp__field *field, const char *text,
                     size_t length);

#endif
