/* Suggests a scheme for a misspelt id (HP110). A scheme is identified by its years: an id with other years means
 * another scheme, however similar its letters, and the funds of 2011-14 are never suggested for a plan of 2027. */
#include <helhedsplan/scheme.h>

#include <string.h>

#include "base/nearest.h"
#include "model/model.h"

typedef struct {
  int32_t first, last; /* 0: not known */
} S_years;

static int32_t S_number(const char *digits, size_t count) {
  int32_t number = 0;
  for (size_t i = 0; i < count; i++)
    number = number * 10 + (digits[i] - '0');
  return number;
}

/* Reads a group of digits: "2015", then "2018" or "18"; or both at once. -1 for anything else. */
static int S_read_years(S_years *years, const char *digits, size_t count) {
  if (years->first == 0 && (count == 4 || count == 8)) {
    years->first = S_number(digits, 4);
    return count == 4 ? 0 : S_read_years(years, digits + 4, 4);
  }
  if (years->first == 0 || years->last != 0 || (count != 2 && count != 4))
    return -1;
  years->last = S_number(digits, count) + (count == 2 ? years->first - years->first % 100 : 0);
  return 0;
}

/* The two years in an id; if it has fewer or more, the last is 0, which is that of no scheme. */
static S_years S_years_of(const char *id) {
  S_years years = {0, 0};
  for (const char *p = id + strcspn(id, "0123456789"); *p != '\0'; p += strcspn(p, "0123456789")) {
    size_t count = strspn(p, "0123456789");
    if (S_read_years(&years, p, count) != 0)
      return (S_years){0, 0};
    p += count;
  }
  return years;
}

/* Whether the word means the fund or its money. */
static int S_names_the_fund(const char *word, size_t length) {
  static const char *const words[] = {"lbf", "landsbyggefonden", "landsbyggefondens", "midler", "midlerne"};
  for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
    int allowed = hhp__distance_allowed(strlen(words[i]));
    if (hhp__distance(word, length, words[i], strlen(words[i]), allowed) <= allowed)
      return 1;
  }
  return 0;
}

/* Whether every word in the id does so. */
static int S_is_of_the_fund(const char *id) {
  static const char between[] = "0123456789- –"; /* the dash by its bytes, which no word of ours has */
  for (const char *p = id + strspn(id, between); *p != '\0'; p += strspn(p, between)) {
    size_t length = strcspn(p, between);
    if (!S_names_the_fund(p, length))
      return 0;
    p += length;
  }
  return 1;
}

static int S_is_near(const char *id, const char *other) {
  int allowed = hhp__distance_allowed(strlen(id));
  return hhp__distance(id, strlen(id), other, strlen(other), allowed) <= allowed;
}

const hhp_scheme *hhp_scheme_suggest(const char *id) {
  S_years years = id == NULL ? (S_years){0, 0} : S_years_of(id);
  for (size_t i = 0; i < hhp_scheme_count() && years.first != 0; i++) {
    const hhp_scheme *scheme = hhp_scheme_at(i);
    if (scheme->gives_from == years.first && scheme->gives_to == years.last)
      return S_is_of_the_fund(id) || S_is_near(id, scheme->id) ? scheme : NULL;
  }
  return NULL;
}
