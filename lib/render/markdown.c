/* Makes untrusted text inert in Markdown and in Mermaid diagrams. */
#include "render/markdown.h"

#include <string.h>

#include "base/ascii.h"
#include "base/characters.h"
#include "base/safe.h"
#include "base/utf8.h"
#include "render/formats.h"

/* U+2060 WORD JOINER: invisible, but prevents the text around it from being taken for a link or a name. */
static const char S_joiner[] = "\xe2\x81\xa0";

/* Links and mentions work without markup: addresses, users, issue numbers. Whether the joiner is needed before the
 * character; a host name may begin with a joiner, so "www" is separated from its dot. */
static int S_is_dot_of_www(const char *text, size_t i) {
  return text[i] == '.' && i >= 3 && (text[i - 1] | 0x20) == 'w' && (text[i - 2] | 0x20) == 'w' &&
         (text[i - 3] | 0x20) == 'w';
}

/* "GH-12" refers to an issue. */
static int S_is_dash_of_issue(const char *text, size_t i) {
  return text[i] == '-' && i >= 2 && (text[i - 1] | 0x20) == 'h' && (text[i - 2] | 0x20) == 'g' &&
         hhp__is_digit(text[i + 1]);
}

/* Whether the joiner is needed after the character. GitHub and GitLab search the rendered text, so a backslash does not
 * always help: users, issues, merge requests, snippets, epics, labels, milestones, emoji such as ":tada:". */
static int S_begins_call(const char *text, size_t i) {
  const char next = text[i + 1];
  if (text[i] == '@' || text[i] == '#')
    return 1;
  if (text[i] == '\0' || strchr("!$%&~^:", text[i]) == NULL)
    return S_is_dash_of_issue(text, i);
  return next != '\0' && strchr(" .,;)", next) == NULL;
}

static const char *S_entity(char c) {
  return c == '<' ? "&lt;" : c == '>' ? "&gt;" : c == '&' ? "&amp;" : NULL;
}

static void S_put_escaped(hhp__buffer *out, const char *text) {
  for (size_t i = 0; text[i] != '\0'; i++) {
    const char *entity = S_entity(text[i]);
    if (S_is_dot_of_www(text, i))
      hhp__puts(out, S_joiner);
    if (entity != NULL) {
      hhp__puts(out, entity);
    } else {
      if (strchr("\\`*_[]()~|$!{}", text[i]) != NULL)
        hhp__putc(out, '\\');
      hhp__putc(out, text[i]);
    }
    if (S_begins_call(text, i))
      hhp__puts(out, S_joiner);
  }
}

/* Escapes for terminals and CI systems first, including line breaks, then for Markdown. */
static void S_put_text(hhp__buffer *out, const char *text, size_t length) {
  hhp__buffer safe = {0};
  hhp__put_safe(&safe, text, length);
  out->failed |= safe.failed;
  if (!safe.failed && safe.text != NULL)
    S_put_escaped(out, safe.text);
  hhp__buffer_free(&safe);
}

void hhp__put_markdown(hhp__buffer *out, const char *text) {
  S_put_text(out, text, strlen(text));
}

void hhp__put_markdown_cut(hhp__buffer *out, const char *text, size_t most) {
  const char *end = hhp__utf8_skip(text, most);
  S_put_text(out, text, (size_t)(end - text));
  if (*end != '\0')
    hhp__puts(out, "…");
}

/* Mermaid ends labels at colons, semicolons, quotes and line breaks, interprets "%%{" to "}%%" as directives anywhere,
 * and "#" as the start of an entity; backticks end the fence. None of these is allowed. U+2013 and U+2019: the dash of
 * "2016–2020", and the apostrophe. */
static int S_is_of_label(uint32_t c) {
  if (c < 0x80 && c != '\0' && (strchr(" -.,()/+", (int)c) != NULL || hhp__is_digit((char)c)))
    return 1;
  return (hhp__is_letter(c) && !hhp__is_unsafe(c) && !hhp__is_blank(c)) || c == 0x2013 || c == 0x2019;
}

void hhp__put_diagram_label(hhp__buffer *out, const char *text, size_t most) {
  size_t count = 0;
  int needs_space = 0;
  for (size_t i = 0; text[i] != '\0';) {
    size_t left = strnlen(text + i, 4);
    size_t step = hhp__utf8_length(text + i, left);
    uint32_t c = hhp__utf8_read(text + i, step);
    int is_kept = step > 0 && c != ' ' && S_is_of_label(c);
    if (is_kept && count >= most) {
      hhp__puts(out, "…");
      return;
    }
    if (is_kept && needs_space && count > 0)
      hhp__putc(out, ' ');
    if (is_kept) {
      hhp__put(out, text + i, step);
      count++;
    }
    needs_space = !is_kept;
    i += hhp__utf8_step(step);
  }
}
