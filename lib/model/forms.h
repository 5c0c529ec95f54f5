/* The forms of texts in the file, such as that of an id, as functions and as regular expressions. */
#ifndef HHP_MODEL_FORMS_H
#define HHP_MODEL_FORMS_H

#include <stddef.h>
#include <stdint.h>

/* The column `form` of field_types.h. */
typedef enum {
  HHP__FORM_NONE, /* any text */
  HHP__FORM_ID,
  HHP__FORM_CVR,
  HHP__FORM_MUNICIPALITY,
  HHP__FORM_DECIMAL,
  HHP__FORM_DATE /* hhp__date_parse() reads it */
} hhp__form;

enum { HHP__FORM_COUNT = HHP__FORM_DATE + 1 };

/* Whether the text has the form. Not for dates, which are not stored as texts. */
int hhp__has_form(hhp__form form, const char *text, size_t length);

/* The form as a regular expression (ECMA-262), or NULL for any text. */
const char *hhp__pattern(hhp__form form);

/* "$" alone also matches before a last line break in some engines, hence "$(?!\n)". */
#define HHP__PATTERN_END "$(?!\\n)"

/* [a-z0-9][a-z0-9-]{0,63}; eight digits; three digits, or four with a leading 0; a decimal. */
int hhp__is_id(const char *text, size_t length);
int hhp__is_cvr(const char *text, size_t length);
int hhp__is_municipality(const char *text, size_t length);
int hhp__is_decimal(const char *text, size_t length);

/* The number in ten-thousandths, of a text for which hhp__is_decimal() holds; fits in int64_t. */
int64_t hhp__decimal_units(const char *text);

#endif
