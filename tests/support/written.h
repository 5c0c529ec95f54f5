/* Reports as they are written, read back by other parsers: Jansson for JSON, expat for XML, by lines for the rest. */
#ifndef HHP_TESTS_WRITTEN_H
#define HHP_TESTS_WRITTEN_H

#include <helhedsplan/helhedsplan.h>

typedef struct {
  int32_t format;  /* one of the HHP_FORMAT constants */
  int32_t lang;    /* one of the HHP_LANG constants */
  int32_t show;    /* the lowest severity listed */
  int32_t fail_on; /* the lowest severity that fails */
  int is_of_two;   /* HTML only: the page of two files, each with this report, which begins with an overview */
} writing;

/* Writes the report, and compares what is written with it: the findings that the format lists, their rules, severities
 * and places. NULL if they agree and the text is safe for a terminal; otherwise the error. For reports of one file that
 * are too small for the limits of a format, but for the ten annotations of a kind on GitHub. */
const char *wrongly_written(const hhp_report *report, writing how);

/* NULL if the text is UTF-8 without NUL and safe for a terminal; otherwise the error. */
const char *unsafe_text(const char *text, size_t length);

/* The formats that a report can be written in. */
extern const int32_t written_formats[];
extern const size_t written_format_count;

#endif
