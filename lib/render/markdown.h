/* Foreign text in Markdown, so that it reads as it stands and does nothing: no markup, no HTML, no links, no pictures, and
 * nobody and nothing is called by it. */
#ifndef HHP_RENDER_MARKDOWN_H
#define HHP_RENDER_MARKDOWN_H

#include "base/buffer.h"

/* Adds the text on one line. It must not be the first thing on the line, where more than this acts. */
void hhp__put_markdown(hhp__buffer *out, const char *text);

/* Likewise its beginning, so many code points of it. */
void hhp__put_markdown_cut(hhp__buffer *out, const char *text, size_t most);

/* Adds the beginning of the text as a label in a diagram: letters, digits and what cannot end a label or begin a
 * command of Mermaid's; all else is a blank. Adds nothing where nothing is left. */
void hhp__put_diagram_label(hhp__buffer *out, const char *text, size_t most);

#endif
