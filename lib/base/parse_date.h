/* Parses dates as people write them: 31-12-2020, 31/12 2020, 12/2020, "1. oktober 2015", 2020-2-1. */
#ifndef HHP_BASE_PARSE_DATE_H
#define HHP_BASE_PARSE_DATE_H

#include <stddef.h>
#include <stdint.h>

typedef enum {
  HHP__DATE_NOTHING,    /* not a date */
  HHP__DATE_FOUND,      /* `date` */
  HHP__DATE_EITHER,     /* `date` or `other` */
  HHP__DATE_NONEXISTENT /* has the form of a date, but the day or month does not exist */
} hhp__date_reading;

typedef struct {
  hhp__date_reading reading;
  int32_t date;
  int32_t other;
} hhp__date_text;

/* With a point or a hyphen the day comes first, as in Danish. With slashes either order is in use: 3/4/2020 is 3 April
 * or March 4, and both are returned. 3/4-2020 and 3/4 2020 are Danish. A two-digit year is in this century and comes
 * last; with hyphens (10-11-12) it may also come first. */
hhp__date_text hhp__date_read(const char *text, size_t length);

#endif
