/* Text in XML 1.0: any text is read back as text and is inert where it is shown. */
#ifndef HHP_RENDER_XML_H
#define HHP_RENDER_XML_H

#include <stddef.h>

#include "base/buffer.h"

/* Appends the text as content or attribute value. Characters that XML cannot contain become \u{...}. */
void hhp__put_xml(hhp__buffer *out, const char *text, size_t length);

/* Appends an attribute, preceded by a space. */
void hhp__put_attribute(hhp__buffer *out, const char *name, const char *text);
void hhp__put_count_attribute(hhp__buffer *out, const char *name, size_t count);

#endif
