/* Pictures in inline SVG. */
#include "render/svg.h"

#include <string.h>

#include "base/safe.h"
#include "base/utf8.h"
#include "base/width.h"

/* "23.91%", without trailing zeros, of 0 or more. */
static void S_put_percent(hhp__page *page, const char *name, int32_t x) {
  hhp__html(page, " ");
  hhp__html(page, name);
  hhp__html(page, "=\"");
  hhp__html_number(page, x / 100);
  int32_t rest = x % 100;
  if (rest != 0) {
    hhp__html(page, rest < 10 ? ".0" : ".");
    hhp__html_number(page, rest % 10 == 0 ? rest / 10 : rest);
  }
  hhp__html(page, "%\"");
}

static void S_put_pixels(hhp__page *page, const char *name, int32_t pixels) {
  hhp__html(page, " ");
  hhp__html(page, name);
  hhp__html(page, "=\"");
  hhp__html_number(page, pixels);
  hhp__html(page, "\"");
}

static void S_open(hhp__page *page, const char *element, const char *class_name) {
  hhp__html(page, "<");
  hhp__html(page, element);
  hhp__html(page, " class=\"");
  hhp__html(page, class_name);
  hhp__html(page, "\"");
}

static void S_put_named(hhp__page *page, const char *id, const char *suffix) {
  hhp__html(page, "p");
  hhp__html_number(page, (int64_t)page->plan);
  hhp__html(page, "-");
  hhp__html(page, id);
  hhp__html(page, suffix);
}

void hhp__svg_begin(hhp__page *page, const char *id, int32_t height, hhp__phrase title) {
  hhp__html(page, "<svg class=\"pic\" role=\"img\" width=\"100%\" height=\"");
  hhp__html_number(page, height);
  hhp__html(page, "\" aria-labelledby=\"");
  S_put_named(page, id, "-t");
  hhp__html(page, "\" aria-describedby=\"");
  S_put_named(page, id, "-d");
  hhp__html(page, "\"><title id=\"");
  S_put_named(page, id, "-t");
  hhp__html(page, "\">");
  hhp__html_phrase(page, title);
  hhp__html(page, "</title><desc id=\"");
  S_put_named(page, id, "-d");
  hhp__html(page, "\">");
}

void hhp__svg_begin_drawing(hhp__page *page) {
  hhp__html(page, "</desc>\n");
}

void hhp__svg_end(hhp__page *page) {
  hhp__html(page, "</svg>\n");
}

void hhp__svg_rect(hhp__page *page, const char *class_name, int32_t x, int32_t y, int32_t width, int32_t height) {
  S_open(page, "rect", class_name);
  S_put_percent(page, "x", x);
  S_put_pixels(page, "y", y);
  S_put_percent(page, "width", width);
  S_put_pixels(page, "height", height);
  hhp__html(page, "/>\n");
}

void hhp__svg_line(hhp__page *page, const char *class_name, int32_t x1, int32_t y1, int32_t x2, int32_t y2) {
  S_open(page, "line", class_name);
  S_put_percent(page, "x1", x1);
  S_put_pixels(page, "y1", y1);
  S_put_percent(page, "x2", x2);
  S_put_pixels(page, "y2", y2);
  hhp__html(page, "/>\n");
}

void hhp__svg_circle(hhp__page *page, const char *class_name, int32_t x, int32_t y, int32_t radius) {
  S_open(page, "circle", class_name);
  S_put_percent(page, "cx", x);
  S_put_pixels(page, "cy", y);
  S_put_pixels(page, "r", radius);
  hhp__html(page, "/>\n");
}

/* A path has no percentages, so it is in a picture of its own that begins at x. */
void hhp__svg_diamond(hhp__page *page, const char *class_name, int32_t x, int32_t y, int32_t radius) {
  hhp__html(page, "<svg class=\"at\"");
  S_put_percent(page, "x", x);
  S_put_pixels(page, "y", y);
  hhp__html(page, ">");
  S_open(page, "path", class_name);
  hhp__html(page, " d=\"M0-");
  const char *const steps[] = {"L", " 0L0 ", "L-", " 0Z\"/></svg>\n"};
  hhp__html_number(page, radius);
  for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++) {
    hhp__html(page, steps[i]);
    if (i + 1 < sizeof(steps) / sizeof(steps[0]))
      hhp__html_number(page, radius);
  }
}

void hhp__svg_text(hhp__page *page, const char *class_name, int32_t x, int32_t dx, int32_t y, int anchor) {
  static const char *const anchors[] = {"", " text-anchor=\"middle\"", " text-anchor=\"end\""};
  S_open(page, "text", class_name);
  S_put_percent(page, "x", x);
  if (dx != 0)
    S_put_pixels(page, "dx", dx);
  S_put_pixels(page, "y", y);
  hhp__html(page, anchors[anchor]);
  hhp__html(page, ">");
}

void hhp__svg_text_end(hhp__page *page) {
  hhp__html(page, "</text>\n");
}

/* The anchor with which a text at x stays inside of the picture; `half` is the width of half of it. */
static int S_anchor(int32_t x, int32_t half) {
  return x < half ? HHP__SVG_START : x > HHP__FULL_WIDTH - half ? HHP__SVG_END : HHP__SVG_MIDDLE;
}

/* The characters of "\u{202e}", which is how an unsafe code point is written. */
static size_t S_escape_columns(uint32_t c) {
  size_t digits = 1;
  while (c >>= 4)
    digits++;
  return sizeof("\\u{}") - 1 + digits;
}

/* Width in half columns: capital letters are wider than others. "##" may begin a command, which is escaped. */
static size_t S_half_columns(uint32_t c, char next) {
  if (hhp__is_unsafe(c) || (c == '#' && next == '#'))
    return 2 * S_escape_columns(c);
  if (c == 'W' || c == 'M')
    return 4;
  return c >= 'A' && c <= 'Z' ? 3 : 2 * hhp__width(c);
}

/* The bytes at the beginning of the text that fit the columns; a byte that is not UTF-8 is shown as four characters. */
static size_t S_fitting(const char *text, size_t columns) {
  size_t used = 0, i = 0;
  while (text[i] != '\0') {
    size_t step = hhp__utf8_length(text + i, strnlen(text + i, 4));
    size_t width = step == 0 ? 8 : S_half_columns(hhp__utf8_read(text + i, step), text[i + step]);
    if (used + width > 2 * columns)
      break;
    used += width;
    i += hhp__utf8_step(step);
  }
  return i;
}

static void S_put_label(hhp__page *page, const char *class_name, const char *only, int32_t y, const char *text,
                        size_t length) {
  hhp__html(page, "<g class=\"");
  hhp__html(page, only);
  hhp__html(page, "\">");
  hhp__svg_text(page, class_name, 0, 0, y, HHP__SVG_START);
  hhp__html_escaped(page, text, length);
  if (text[length] != '\0')
    hhp__html(page, "…");
  hhp__html(page, "</text></g>\n");
}

void hhp__svg_label(hhp__page *page, const char *class_name, int32_t y, const char *text) {
  enum { NARROW = 40, WIDE = 90 };
  if (text == NULL)
    text = "";
  size_t narrow = S_fitting(text, NARROW), wide = S_fitting(text, WIDE);
  S_put_label(page, class_name, text[narrow] == '\0' ? "all" : "narrow", y, text, narrow);
  if (text[narrow] != '\0')
    S_put_label(page, class_name, "wide", y, text, wide);
}

void hhp__svg_kroner_axis(hhp__page *page, const hhp__scale *scale, int32_t y, int32_t height) {
  enum { FEWEST = 2, MOST = 4, PER_LABEL = 2200, LABEL_BELOW = 14, HALF = 900 };
  char buffer[HHP__AMOUNT_SIZE];
  int64_t ticks[HHP__MOST_TICKS];
  int32_t fit = scale->width / PER_LABEL; /* at 360 pixels */
  size_t count = hhp__ticks(scale, fit < FEWEST ? FEWEST : fit > MOST ? MOST : (size_t)fit, ticks);
  for (size_t i = 0; i < count; i++) {
    int32_t x = hhp__position(scale, ticks[i]);
    hhp__svg_line(page, "grid", x, y, x, y + height);
    hhp__svg_text(page, "tick", x, 0, y + height + LABEL_BELOW, S_anchor(x, HALF));
    hhp__html(page, hhp__write_tick(ticks[i], page->lang, buffer));
    hhp__svg_text_end(page);
  }
}
