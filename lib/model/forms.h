/* The forms of ids, numbers and decimals in the file format. */
#ifndef HHP_MODEL_FORMS_H
#define HHP_MODEL_FORMS_H

#include <stddef.h>
#include <stdint.h>

/* The patterns: [a-z0-9][a-z0-9-]{0,63}; eight digits; three digits, or four with a leading 0; a decimal. */
int hhp__is_id(const char *text, size_t length);
int hhp__is_cvr(const char *text, size_t length);
int hhp__is_municipality(const char *text, size_t length);
int hhp__is_decimal(const char *text, size_t length);

/* Ten-thousandths of what hhp__is_decimal() lets through; they fit in int64_t. */
int64_t hhp__decimal_units(const char *text);

#endif
