/* A tokenizer for the pages that the library writes. What is not in its lists is an error, so that text of the plan
 * that is not escaped is one, whatever a browser would make of it. */
#include "support/written_html.h"

#include <stddef.h>
#include <string.h>

static const char *const S_elements[] = {
    "a",    "article", "b",          "bdi",     "body",   "circle", "code",  "dd",      "desc", "details", "div",
    "dl",   "dt",      "figcaption", "figure",  "footer", "g",      "h1",    "h2",      "h3",   "h4",      "h5",
    "head", "header",  "html",       "i",       "li",     "line",   "main",  "mark",    "meta", "ol",      "p",
    "path", "pre",     "rect",       "section", "small",  "span",   "style", "summary", "svg",  "table",   "tbody",
    "td",   "text",    "th",         "thead",   "title",  "tr",     "ul"};

static const char *const S_entities[] = {"&amp;", "&lt;", "&gt;", "&quot;", "&#39;"};

static const char S_letters[] = "abcdefghijklmnopqrstuvwxyz";
static const char S_name_characters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-:";

enum { DEEPEST = 64, LONGEST_NAME = 16 };

typedef struct {
  const char *at;
  const char *bad;
  char open[DEEPEST][LONGEST_NAME];
  size_t depth;
} S_page;

static int S_fail(S_page *page, const char *bad) {
  page->bad = bad;
  return 0;
}

/* The functions of <string.h> are not for the rest of a page: with AddressSanitizer, which has strict_string_checks,
 * strspn() and strstr() read to the end of the page each time, and a page is up to 32 MiB. */
static int S_begins(const char *at, const char *text) {
  while (*text != '\0' && *at == *text) {
    at++;
    text++;
  }
  return *text == '\0';
}

/* Of the characters at the start that are in `set`. */
static size_t S_span(const char *at, const char *set) {
  size_t length = 0;
  while (at[length] != '\0' && strchr(set, at[length]) != NULL)
    length++;
  return length;
}

/* Of the characters before the first that is in `set`. */
static size_t S_span_before(const char *at, const char *set) {
  size_t length = 0;
  while (at[length] != '\0' && strchr(set, at[length]) == NULL)
    length++;
  return length;
}

static int S_skip(S_page *page, const char *text) {
  if (!S_begins(page->at, text))
    return 0;
  page->at += strlen(text);
  return 1;
}

static int S_skip_entity(S_page *page) {
  for (size_t i = 0; i < sizeof(S_entities) / sizeof(S_entities[0]); i++) {
    if (S_skip(page, S_entities[i]))
      return 1;
  }
  return S_fail(page, "a & in the HTML is no entity");
}

static int S_read_name(S_page *page, char name[LONGEST_NAME]) {
  size_t length = S_span(page->at, S_name_characters);
  if (length == 0 || length >= LONGEST_NAME)
    return S_fail(page, "a < in the HTML begins no element");
  memcpy(name, page->at, length);
  name[length] = '\0';
  page->at += length;
  for (size_t i = 0; i < sizeof(S_elements) / sizeof(S_elements[0]); i++) {
    if (strcmp(name, S_elements[i]) == 0)
      return 1;
  }
  return S_fail(page, "an element in the HTML is none that the library writes");
}

/* The value is between the quotes that follow. */
static int S_skip_value(S_page *page) {
  while (*page->at != '"') {
    if (*page->at == '\0' || *page->at == '<')
      return S_fail(page, "a value in the HTML is not closed");
    if (*page->at != '&')
      page->at++;
    else if (!S_skip_entity(page))
      return 0;
  }
  page->at++;
  return 1;
}

static int S_skip_attributes(S_page *page) {
  while (S_skip(page, " ")) {
    size_t length = S_span(page->at, S_name_characters);
    if (length == 0 || strchr(S_letters, *page->at) == NULL || S_begins(page->at, "on"))
      return S_fail(page, "an attribute in the HTML is none that the library writes");
    page->at += length;
    if (S_skip(page, "=\"") && !S_skip_value(page))
      return 0;
  }
  return 1;
}

static int S_read_end_tag(S_page *page) {
  char name[LONGEST_NAME];
  if (!S_read_name(page, name))
    return 0;
  if (!S_skip(page, ">") || page->depth == 0 || strcmp(page->open[page->depth - 1], name) != 0)
    return S_fail(page, "an end tag in the HTML is not that of the element");
  page->depth--;
  return 1;
}

static int S_read_tag(S_page *page) {
  char name[LONGEST_NAME];
  if (S_skip(page, "/"))
    return S_read_end_tag(page);
  if (!S_read_name(page, name))
    return 0;
  if (strcmp(name, "a") == 0 && !S_begins(page->at, " href=\"#p"))
    return S_fail(page, "a link in the HTML leads elsewhere than to a plan on the page");
  if (!S_skip_attributes(page))
    return 0;
  if (S_skip(page, "/>"))
    return 1;
  if (!S_skip(page, ">"))
    return S_fail(page, "a tag in the HTML is not closed");
  if (strcmp(name, "meta") == 0)
    return 1;
  if (strcmp(name, "style") == 0) {
    while (*page->at != '\0' && !S_begins(page->at, "</style>"))
      page->at++;
    return S_skip(page, "</style>") ? 1 : S_fail(page, "the style in the HTML is not closed");
  }
  if (page->depth == DEEPEST)
    return S_fail(page, "elements in the HTML are too deep");
  strcpy(page->open[page->depth++], name);
  return 1;
}

const char *bad_html(const char *text) {
  S_page page = {.at = text};
  if (!S_skip(&page, "<!DOCTYPE html>\n"))
    return "the HTML has no document type";
  while (page.bad == NULL && *page.at != '\0') {
    page.at += S_span_before(page.at, "<>&");
    if (*page.at == '>')
      S_fail(&page, "a > in the HTML closes nothing");
    else if (*page.at == '&')
      S_skip_entity(&page);
    else if (S_skip(&page, "<"))
      S_read_tag(&page);
  }
  return page.bad == NULL && page.depth > 0 ? "an element in the HTML is not closed" : page.bad;
}

const char *bad_html_in_markdown(const char *text) {
  static const char *const written[] = {"<details>", "</details>", "<summary>", "</summary>"};
  S_page page = {.at = text};
  while (*page.at != '\0') {
    page.at += S_span_before(page.at, "<");
    size_t i = 0;
    while (i < sizeof(written) / sizeof(written[0]) && !S_skip(&page, written[i]))
      i++;
    if (*page.at != '\0' && i == sizeof(written) / sizeof(written[0]))
      return "a < in the Markdown begins no element that the library writes";
  }
  return NULL;
}
