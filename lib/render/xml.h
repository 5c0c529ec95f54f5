/* Text in XML 1.0: whatever it holds, it is read back as text, and does nothing where it is shown. */
#ifndef HHP_RENDER_XML_H
#define HHP_RENDER_XML_H

#include <stddef.h>

#include "base/buffer.h"

/* The text as content or as the value of an attribute. What XML cannot hold is written as \u{...}. */
void hhp__put_xml(hhp__buffer *out, const char *text, size_t length);

/* An attribute, a blank before it. */
void hhp__put_attribute(hhp__buffer *out, const char *name, const char *text);
void hhp__put_count_attribute(hhp__buffer *out, const char *name, size_t count);

#endif
