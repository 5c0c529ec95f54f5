/* Pictures in inline SVG. Horizontal positions are hundredths of a percent of the width (scale.h), vertical ones
 * pixels: a picture fills its place at any width, and its text keeps its size. Colours are classes of the style
 * sheet. */
#ifndef HHP_RENDER_SVG_H
#define HHP_RENDER_SVG_H

#include <stdint.h>

#include "render/html_page.h"
#include "render/scale.h"

/* Opens a picture with the role of an image, up to the text that describes it: append that, then call
 * hhp__svg_begin_drawing(). `id` is unique on the plan. */
void hhp__svg_begin(hhp__page *page, const char *id, int32_t height, hhp__phrase title);
void hhp__svg_begin_drawing(hhp__page *page);
void hhp__svg_end(hhp__page *page);

void hhp__svg_rect(hhp__page *page, const char *class_name, int32_t x, int32_t y, int32_t width, int32_t height);
void hhp__svg_line(hhp__page *page, const char *class_name, int32_t x1, int32_t y1, int32_t x2, int32_t y2);
void hhp__svg_circle(hhp__page *page, const char *class_name, int32_t x, int32_t y, int32_t radius);
void hhp__svg_diamond(hhp__page *page, const char *class_name, int32_t x, int32_t y, int32_t radius);

/* Opens and closes a text whose baseline is at y. It starts at x, ends there, or has its middle there; `dx` pixels are
 * added. */
enum { HHP__SVG_START, HHP__SVG_MIDDLE, HHP__SVG_END };
void hhp__svg_text(hhp__page *page, const char *class_name, int32_t x, int32_t dx, int32_t y, int anchor);
void hhp__svg_text_end(hhp__page *page);

/* A text of the plan from the left edge on, cut to what fits: on a narrow screen less of it is shown. */
void hhp__svg_label(hhp__page *page, const char *class_name, int32_t y, const char *text);

/* Vertical lines from y to y + height at round amounts of kroner, and the amounts below. */
void hhp__svg_kroner_axis(hhp__page *page, const hhp__scale *scale, int32_t y, int32_t height);

#endif
