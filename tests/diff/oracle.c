/* Reads documents with Jansson, and compares trees. */
#include "diff/oracle.h"

#include <stdint.h>
#include <string.h>

#include "support/text.h"

enum { MOST_LEVELS = 64 };

static int S_is_in_number(char c) {
  return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
}

static const char *S_skip_digits(const char *p) {
  while (*p >= '0' && *p <= '9')
    p++;
  return p;
}

/* The end of the JSON number at p; p if there is no number. The text is NUL-terminated. */
static const char *S_number_end(const char *p) {
  const char *digits = p + (*p == '-');
  const char *end = S_skip_digits(digits);
  if (end == digits)
    return p;
  if (end[0] == '.' && S_skip_digits(end + 1) > end + 1)
    end = S_skip_digits(end + 1);
  if (end[0] == 'e' || end[0] == 'E') {
    const char *power = end + 1 + (end[1] == '+' || end[1] == '-');
    if (S_skip_digits(power) > power)
      end = S_skip_digits(power);
  }
  return end;
}

/* Puts 1 or -1 and spaces in place of the number that ends at `end`: the longest of all that end there, since
 * "1e4-9e999" has two. */
static void S_make_small(text *copy, size_t end) {
  size_t at = end;
  while (at > 0 && S_is_in_number(copy->bytes[at - 1]))
    at--;
  while (at < end && S_number_end(copy->bytes + at) != copy->bytes + end)
    at++;
  at += copy->bytes[at] == '-';
  memset(copy->bytes + at, ' ', end - at);
  copy->bytes[at] = '1';
}

/* Jansson stops at a number that is too large for it, and does not check the rest. Such numbers are therefore replaced
 * by small ones, one by one; not in documents with NULs, after which its position is wrong. */
static json_t *S_load(const char *json, size_t length, int *has_overflow) {
  text copy = {0};
  text_add(&copy, json, length);
  json_t *tree = NULL;
  for (;;) {
    json_error_t error = {0};
    tree = json_loadb(copy.bytes, copy.length, JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &error);
    if (tree != NULL || json_error_code(&error) != json_error_numeric_overflow || memchr(json, 0, length) != NULL)
      break;
    *has_overflow = 1;
    S_make_small(&copy, (size_t)error.position);
  }
  text_free(&copy);
  return tree;
}

static int S_is_deeper(const json_t *value, int levels) {
  if (!json_is_array(value) && !json_is_object(value))
    return 0;
  if (levels == 0)
    return 1;
  size_t index;
  const char *name;
  json_t *inner;
  json_array_foreach(value, index, inner) {
    if (S_is_deeper(inner, levels - 1))
      return 1;
  }
  json_object_foreach((json_t *)(uintptr_t)value, name, inner) {
    if (S_is_deeper(inner, levels - 1))
      return 1;
  }
  return 0;
}

opinion ask_jansson(const char *json, size_t length) {
  opinion said = {0};
  said.tree = S_load(json, length, &said.has_overflow);
  said.is_rejected = said.tree == NULL;
  if (said.tree == NULL)
    return said;
  said.is_nul = memchr(json, 0, length) != NULL;
  said.is_too_deep = S_is_deeper(said.tree, MOST_LEVELS);
  said.is_rejected = said.is_nul || said.is_too_deep;
  if (said.is_rejected || said.has_overflow) {
    json_decref(said.tree);
    said.tree = NULL;
  }
  return said;
}

static int S_is_extension(const char *name) {
  return name[0] == 'x' && name[1] == '-';
}

static int S_is_same(json_t *a, json_t *b);

static int S_is_same_array(json_t *a, json_t *b) {
  if (json_array_size(a) != json_array_size(b))
    return 0;
  for (size_t i = 0; i < json_array_size(a); i++) {
    if (!S_is_same(json_array_get(a, i), json_array_get(b, i)))
      return 0;
  }
  return 1;
}

static int S_is_same_object(json_t *a, json_t *b) {
  void *i = json_object_iter(a);
  void *k = json_object_iter(b);
  for (; i != NULL && k != NULL; i = json_object_iter_next(a, i), k = json_object_iter_next(b, k)) {
    if (strcmp(json_object_iter_key(i), json_object_iter_key(k)) != 0)
      return 0;
    if (!S_is_same(json_object_iter_value(i), json_object_iter_value(k)))
      return 0;
  }
  return i == NULL && k == NULL;
}

static int S_is_same_real(const json_t *a, const json_t *b) {
  const double x = json_real_value(a), y = json_real_value(b);
  uint64_t bits_of_x, bits_of_y; /* -0 differs from 0 */
  memcpy(&bits_of_x, &x, sizeof(bits_of_x));
  memcpy(&bits_of_y, &y, sizeof(bits_of_y));
  return bits_of_x == bits_of_y;
}

static int S_is_same(json_t *a, json_t *b) {
  if (json_typeof(a) != json_typeof(b))
    return 0;
  switch (json_typeof(a)) {
  case JSON_OBJECT:
    return S_is_same_object(a, b);
  case JSON_ARRAY:
    return S_is_same_array(a, b);
  case JSON_REAL:
    return S_is_same_real(a, b);
  default:
    return json_equal(a, b);
  }
}

/* Whether the value of a member may be omitted. */
static int S_says_nothing(json_t *value) {
  if (json_is_array(value))
    return json_array_size(value) == 0;
  if (!json_is_object(value))
    return 0;
  const char *name;
  json_t *inner;
  json_object_foreach(value, name, inner) {
    if (S_is_extension(name) || !S_says_nothing(inner))
      return 0;
  }
  return 1;
}

static void *S_next_extension(json_t *object, void *i) {
  while (i != NULL && !S_is_extension(json_object_iter_key(i)))
    i = json_object_iter_next(object, i);
  return i;
}

/* The existing members keep their order, and nothing else follows the first of those kept. */
static int S_are_extensions_kept(json_t *given, json_t *kept) {
  void *i = S_next_extension(given, json_object_iter(given));
  void *k = S_next_extension(kept, json_object_iter(kept));
  while (i != NULL && k != NULL) {
    if (strcmp(json_object_iter_key(i), json_object_iter_key(k)) != 0)
      return 0;
    if (!S_is_same(json_object_iter_value(i), json_object_iter_value(k)))
      return 0;
    i = S_next_extension(given, json_object_iter_next(given, i));
    k = json_object_iter_next(kept, k);
  }
  return i == NULL && k == NULL;
}

static int S_is_object_kept(json_t *given, json_t *kept) {
  size_t members = 0;
  const char *name;
  json_t *value;
  json_object_foreach(given, name, value) {
    if (!S_is_extension(name) && S_says_nothing(value))
      continue;
    members++;
    if (S_is_extension(name))
      continue;
    json_t *other = json_object_get(kept, name);
    if (other == NULL || !is_kept(value, other))
      return 0;
  }
  return members == json_object_size(kept) && S_are_extensions_kept(given, kept);
}

static int S_is_array_kept(json_t *given, json_t *kept) {
  if (json_array_size(given) != json_array_size(kept))
    return 0;
  for (size_t i = 0; i < json_array_size(given); i++) {
    if (!is_kept(json_array_get(given, i), json_array_get(kept, i)))
      return 0;
  }
  return 1;
}

int is_kept(json_t *given, json_t *kept) {
  if (json_typeof(given) != json_typeof(kept))
    return 0;
  if (json_is_object(given))
    return S_is_object_kept(given, kept);
  if (json_is_array(given))
    return S_is_array_kept(given, kept);
  return S_is_same(given, kept);
}
