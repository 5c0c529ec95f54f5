/* HTML and Markdown as they are written, read more strictly than browsers do. */
#ifndef HHP_TESTS_WRITTEN_HTML_H
#define HHP_TESTS_WRITTEN_HTML_H

/* NULL if each "<" begins an element that the library writes, each is closed by its own end tag, and each "&"
 * begins an entity: then no text of the plan can be markup. Otherwise the error. */
const char *bad_html(const char *page);

/* NULL if there is no "<" but those of the elements that the library writes; otherwise the error. */
const char *bad_html_in_markdown(const char *text);

#endif
