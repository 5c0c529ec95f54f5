/* Untrusted text in Markdown, shown as it is and inert: no markup, HTML, links, images or mentions. */
#ifndef HHP_RENDER_MARKDOWN_H
#define HHP_RENDER_MARKDOWN_H

#include "base/buffer.h"

/* Appends the text on one line. It must not be the first text of a line, where more characters have a meaning. */
void hhp__put_markdown(hhp__buffer *out, const char *text);

/* The same for the first `most` code points, followed by "…" if there are more. */
void hhp__put_markdown_cut(hhp__buffer *out, const char *text, size_t most);

/* Appends the beginning of the text as a label in a diagram: letters, digits, and punctuation that Mermaid does not
 * interpret; all else becomes a space. Appends nothing if nothing remains. */
void hhp__put_diagram_label(hhp__buffer *out, const char *text, size_t most);

#endif
