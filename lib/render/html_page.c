/* The HTML page being written. */
#include "render/html_page.h"

#include <string.h>

#include "base/ascii.h"
#include "base/characters.h"
#include "base/date.h"
#include "base/kroner.h"
#include "base/safe.h"
#include "base/utf8.h"

static const char *S_entity(char c) {
  switch (c) {
  case '&':
    return "&amp;";
  case '<':
    return "&lt;";
  case '>':
    return "&gt;";
  case '"':
    return "&quot;";
  case '\'':
    return "&#39;";
  default:
    return NULL;
  }
}

/* Whether the space at `text[at]` is between a number and its unit: "500.000 kr.", "DKK 500,000", "25 %". */
static int S_is_within_amount(const char *text, size_t at) {
  const char *after = text + at + 1;
  if (at == 0 || text[at] != ' ')
    return 0;
  if (hhp__is_digit(text[at - 1]))
    return strncmp(after, "kr.", 3) == 0 || *after == '%';
  return at >= 3 && memcmp(text + at - 3, "DKK", 3) == 0 && hhp__is_digit(*after);
}

static void S_escape(hhp__page *page, const char *text, size_t length, int keeps_amounts) {
  hhp__buffer safe = {0};
  hhp__put_safe(&safe, text, length);
  page->out->failed |= safe.failed;
  const char *p = safe.failed || safe.text == NULL ? "" : safe.text;
  size_t start = 0;
  for (size_t i = 0; p[i] != '\0'; i++) {
    const char *instead = S_entity(p[i]);
    if (instead == NULL && keeps_amounts && S_is_within_amount(p, i))
      instead = "\xc2\xa0"; /* U+00A0 */
    if (instead == NULL)
      continue;
    hhp__put(page->out, p + start, i - start);
    hhp__puts(page->out, instead);
    start = i + 1;
  }
  hhp__puts(page->out, p + start);
  hhp__buffer_free(&safe);
}

void hhp__html_escaped(hhp__page *page, const char *text, size_t length) {
  S_escape(page, text, length, 0);
}

void hhp__html_text(hhp__page *page, const char *text) {
  if (text == NULL)
    page->out->failed = 1;
  else
    hhp__html_escaped(page, text, strlen(text));
}

static void S_cut(hhp__page *page, const char *text, size_t most, int keeps_amounts) {
  if (text == NULL) {
    page->out->failed = 1;
    return;
  }
  const char *end = hhp__utf8_skip(text, most);
  S_escape(page, text, (size_t)(end - text), keeps_amounts);
  if (*end != '\0')
    hhp__html(page, "…");
}

void hhp__html_cut(hhp__page *page, const char *text, size_t most) {
  S_cut(page, text, most, 0);
}

void hhp__html_prose(hhp__page *page, const char *text) {
  S_cut(page, text, HHP__HTML_LONGEST_TEXT, 1);
}

void hhp__html_plan_text(hhp__page *page, const char *text, size_t most) {
  if (hhp__is_blank_text(text)) {
    hhp__html(page, "–");
    return;
  }
  hhp__html(page, "<bdi");
  if (page->plan_lang[0] != '\0') {
    hhp__html(page, " lang=\"");
    hhp__html(page, page->plan_lang);
    hhp__html(page, "\"");
  }
  hhp__html(page, ">");
  hhp__html_cut(page, text, most);
  hhp__html(page, "</bdi>");
}

void hhp__html_kroner(hhp__page *page, int64_t kroner) {
  char buffer[HHP__AMOUNT_SIZE];
  hhp__html_prose(page, kroner == HHP_ABSENT ? "–" : hhp__write_kroner(kroner, page->lang, buffer));
}

void hhp__html_count(hhp__page *page, int64_t count) {
  char buffer[HHP__AMOUNT_SIZE];
  hhp__html(page, hhp__write_number(count, page->lang, buffer));
}

void hhp__html_id(hhp__page *page, const char *name) {
  hhp__html(page, " id=\"p");
  hhp__html_number(page, (int64_t)page->plan);
  hhp__html(page, "-");
  hhp__html(page, name);
  hhp__html(page, "\"");
}

static void S_put_level(hhp__page *page, int depth) {
  hhp__html(page, "h");
  hhp__html_number(page, page->level + depth);
}

void hhp__html_heading(hhp__page *page, int depth, const char *id, hhp__phrase words) {
  hhp__html(page, "<");
  S_put_level(page, depth);
  if (id != NULL)
    hhp__html_id(page, id);
  hhp__html(page, ">");
  hhp__html_phrase(page, words);
  hhp__html(page, "</");
  S_put_level(page, depth);
  hhp__html(page, ">\n");
}

void hhp__html_section(hhp__page *page, const char *id, hhp__phrase heading) {
  hhp__html(page, "<section>\n");
  hhp__html_heading(page, 1, id, heading);
}

void hhp__html_section_end(hhp__page *page) {
  hhp__html(page, "</section>\n");
}

/* The table scrolls by itself where it is too wide, so it is a region that the keyboard reaches. */
void hhp__html_table(hhp__page *page, hhp__phrase caption, const hhp__phrase *columns, size_t count, size_t numbers,
                     int is_folded) {
  if (is_folded) {
    hhp__html(page, "<details><summary>");
    hhp__html_phrase(page, (hhp__phrase){"Vis som tabel: ", "Show as a table: "});
    hhp__html_phrase(page, caption);
    hhp__html(page, "</summary>\n");
  }
  hhp__html(page, "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"");
  hhp__html_phrase(page, (hhp__phrase){"Tabel: ", "Table: "});
  hhp__html_phrase(page, caption);
  hhp__html(page, "\"><table>\n<thead><tr>");
  for (size_t i = 0; i < count; i++) {
    hhp__html(page, i >= numbers ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">");
    hhp__html_phrase(page, columns[i]);
    hhp__html(page, "</th>");
  }
  hhp__html(page, "</tr></thead>\n<tbody>\n");
}

void hhp__html_table_end(hhp__page *page, int is_folded) {
  hhp__html(page, "</tbody></table></div>\n");
  if (is_folded)
    hhp__html(page, "</details>\n");
}

void hhp__html_left_out(hhp__page *page, hhp__phrase words, size_t count) {
  if (count == 0)
    return;
  hhp__html(page, "<p class=\"note\">");
  hhp__html_phrase(page, words);
  hhp__html_count(page, (int64_t)count);
  hhp__html(page, ".</p>\n");
}

void hhp__html_date(hhp__page *page, int32_t date) {
  char buffer[HHP__DATE_IN_WORDS_SIZE];
  hhp__html(page, date == 0 ? "–" : hhp__date_in_words(date, page->lang, buffer));
}
