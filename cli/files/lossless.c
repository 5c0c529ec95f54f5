/* Each leaf value is hashed together with its path (member names and list indices). Texts are equal if the sums of these
 * hashes are equal, regardless of order, so no tree is built. */
#include "cli/files/lossless.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_CAPACITY = 1024, LARGEST_POWER = 100000000 };

static const uint64_t S_seed = UINT64_C(0xcbf29ce484222325);

/* Purpose of a walk over a text. */
typedef enum cli_aim {
  AIM_SUM,
  AIM_KEEP,  /* store the hashes too */
  AIM_SEARCH /* find the first value whose hash is not stored; needs sorted hashes */
} cli_aim;

typedef struct cli_walk {
  cli_aim aim;
  const char *next, *end;
  uint64_t sum; /* sum of the hashes */
  uint64_t *hashes;
  size_t count, capacity;
  int failed;          /* out of memory */
  const char *missing; /* the value found; NULL: not found yet */
  size_t missing_length;
} cli_walk;

/* The path of a value. */
typedef struct cli_way {
  uint64_t hash;
  int is_inside_own; /* inside an x- member */
  int is_kept;       /* an empty list or object counts as a value */
} cli_way;

static uint64_t S_mix(uint64_t hash) {
  hash ^= hash >> 30;
  hash *= UINT64_C(0xbf58476d1ce4e5b9);
  hash ^= hash >> 27;
  hash *= UINT64_C(0x94d049bb133111eb);
  return hash ^ hash >> 31;
}

static uint64_t S_add_byte(uint64_t hash, unsigned char byte) {
  return (hash ^ byte) * UINT64_C(0x100000001b3);
}

static uint64_t S_add_number(uint64_t hash, uint64_t number) {
  return S_mix(hash ^ S_mix(number + UINT64_C(0x9e3779b97f4a7c15)));
}

static char S_peek(const cli_walk *walk) {
  return walk->next < walk->end ? *walk->next : '\0';
}

static void S_skip_blanks(cli_walk *walk) {
  while (walk->next < walk->end && strchr(" \t\r\n", *walk->next) != NULL && *walk->next != '\0')
    walk->next++;
}

static char S_take(cli_walk *walk) {
  return walk->next < walk->end ? *walk->next++ : '\0';
}

static uint32_t S_take_hex(cli_walk *walk) {
  uint32_t number = 0;
  for (int i = 0; i < 4; i++) {
    char c = S_take(walk);
    number = number << 4 | (uint32_t)(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
  }
  return number;
}

/* Decodes an escape, after the backslash, to a code point. */
static uint32_t S_take_escape(cli_walk *walk) {
  static const char letters[] = "bfnrt", controls[] = "\b\f\n\r\t";
  char c = S_take(walk);
  if (c != 'u') {
    const char *letter = c == '\0' ? NULL : strchr(letters, c);
    return (unsigned char)(letter == NULL ? c : controls[letter - letters]);
  }
  uint32_t high = S_take_hex(walk);
  if (high < 0xd800 || high > 0xdbff)
    return high;
  walk->next += 2; /* the "\u" of the second half */
  return 0x10000 + ((high - 0xd800) << 10) + (S_take_hex(walk) - 0xdc00);
}

static uint64_t S_add_code_point(uint64_t hash, uint32_t c) {
  if (c < 0x80)
    return S_add_byte(hash, (unsigned char)c);
  if (c < 0x800)
    return S_add_byte(S_add_byte(hash, (unsigned char)(0xc0 | c >> 6)), (unsigned char)(0x80 | (c & 0x3f)));
  if (c < 0x10000)
    hash = S_add_byte(hash, (unsigned char)(0xe0 | c >> 12));
  else
    hash = S_add_byte(S_add_byte(hash, (unsigned char)(0xf0 | c >> 18)), (unsigned char)(0x80 | (c >> 12 & 0x3f)));
  hash = S_add_byte(hash, (unsigned char)(0x80 | (c >> 6 & 0x3f)));
  return S_add_byte(hash, (unsigned char)(0x80 | (c & 0x3f)));
}

/* Hashes a string. `is_own` is set if it begins with "x-". */
static uint64_t S_string(cli_walk *walk, int *is_own) {
  static const uint32_t own[] = {'x', '-'};
  uint64_t hash = S_seed;
  int matched = 1;
  size_t length = 0;
  walk->next++;
  while (walk->next < walk->end && *walk->next != '"') {
    uint32_t c = (unsigned char)S_take(walk);
    if (c == '\\') {
      c = S_take_escape(walk);
      hash = S_add_code_point(hash, c);
    } else {
      hash = S_add_byte(hash, (unsigned char)c);
    }
    matched = matched && (length >= 2 || c == own[length]);
    length++;
  }
  walk->next++;
  *is_own = matched && length >= 2;
  return S_add_number(hash, '"');
}

/* The exponent after "e"; 0 if none. Exponents are clamped: the reader accepts larger ones only for zero. */
static int64_t S_exponent(cli_walk *walk) {
  if ((S_peek(walk) | 0x20) != 'e')
    return 0;
  walk->next++;
  int is_negative = S_peek(walk) == '-';
  walk->next += is_negative || S_peek(walk) == '+';
  int64_t power = 0;
  for (; S_peek(walk) >= '0' && S_peek(walk) <= '9'; walk->next++)
    power = power > LARGEST_POWER ? power : power * 10 + (S_peek(walk) - '0');
  return is_negative ? -power : power;
}

/* Normalises a number to its sign, digits without leading and trailing zeros, and exponent. */
static uint64_t S_number(cli_walk *walk) {
  uint64_t hash = S_seed;
  int64_t zeros = 0, decimals = 0;
  int is_negative = S_peek(walk) == '-', is_part = 0, is_zero = 1;
  walk->next += is_negative;
  for (char c; (c = S_peek(walk)) == '.' || (c >= '0' && c <= '9'); walk->next++) {
    decimals += is_part && c != '.';
    is_part |= c == '.';
    if (c == '0' || c == '.') {
      zeros += c == '0';
      continue;
    }
    for (; zeros > 0 && !is_zero; zeros--)
      hash = S_add_byte(hash, '0');
    zeros = 0;
    is_zero = 0;
    hash = S_add_byte(hash, (unsigned char)c);
  }
  int64_t power = S_exponent(walk) - decimals + zeros;
  if (is_zero)
    return S_mix('0');
  return S_add_number(S_add_number(hash, (uint64_t)power), (uint64_t)is_negative);
}

static uint64_t S_word(cli_walk *walk) {
  uint64_t hash = S_seed;
  for (char c; (c = S_peek(walk)) >= 'a' && c <= 'z'; walk->next++)
    hash = S_add_byte(hash, (unsigned char)c);
  return S_add_number(hash, 'w');
}

static int S_compare_hashes(const void *one, const void *other) {
  uint64_t a = *(const uint64_t *)one, b = *(const uint64_t *)other;
  return (a > b) - (a < b);
}

static void S_keep(cli_walk *walk, uint64_t hash) {
  if (walk->count == walk->capacity) {
    size_t capacity = walk->capacity == 0 ? FIRST_CAPACITY : walk->capacity * 2;
    uint64_t *hashes = realloc(walk->hashes, capacity * sizeof(*hashes));
    if (hashes == NULL) {
      walk->failed = 1;
      return;
    }
    walk->hashes = hashes;
    walk->capacity = capacity;
  }
  walk->hashes[walk->count++] = hash;
}

static int S_is_kept(const cli_walk *walk, uint64_t hash) {
  return walk->count > 0 && bsearch(&hash, walk->hashes, walk->count, sizeof(hash), S_compare_hashes) != NULL;
}

/* Records a leaf value, from `at` to the current position. */
static void S_leaf(cli_walk *walk, cli_way way, uint64_t content, const char *at) {
  uint64_t hash = S_add_number(way.hash, content);
  walk->sum += hash;
  if (walk->aim == AIM_KEEP && !walk->failed)
    S_keep(walk, hash);
  if (walk->aim == AIM_SEARCH && walk->missing == NULL && !S_is_kept(walk, hash)) {
    walk->missing = at;
    walk->missing_length = (size_t)(walk->next - at);
  }
}

static void S_walk(cli_walk *walk, cli_way way);

static void S_member(cli_walk *walk, cli_way way) {
  int is_own;
  cli_way inner = {S_add_number(way.hash, S_string(walk, &is_own)), way.is_inside_own || is_own, 0};
  inner.is_kept = inner.is_inside_own;
  S_skip_blanks(walk);
  walk->next++; /* ":" */
  S_walk(walk, inner);
}

/* The recursion depth is limited by the reader, to 64. */
static void S_members_or_elements(cli_walk *walk, cli_way way) {
  const char *at = walk->next;
  int is_object = S_take(walk) == '{';
  uint64_t count = 0;
  S_skip_blanks(walk);
  while (walk->next < walk->end && S_peek(walk) != '}' && S_peek(walk) != ']') {
    if (is_object)
      S_member(walk, way);
    else
      S_walk(walk, (cli_way){S_add_number(way.hash, count), way.is_inside_own, 1});
    count++;
    S_skip_blanks(walk);
    walk->next += S_peek(walk) == ',';
    S_skip_blanks(walk);
  }
  walk->next++;
  if (count == 0 && way.is_kept)
    S_leaf(walk, way, is_object ? '{' : '[', at);
}

static void S_walk(cli_walk *walk, cli_way way) {
  S_skip_blanks(walk);
  const char *at = walk->next;
  char c = S_peek(walk);
  int is_own;
  if (c == '{' || c == '[')
    S_members_or_elements(walk, way);
  else if (c == '"')
    S_leaf(walk, way, S_string(walk, &is_own), at);
  else if (c == '-' || (c >= '0' && c <= '9'))
    S_leaf(walk, way, S_number(walk), at);
  else
    S_leaf(walk, way, S_word(walk), at);
}

static void S_walk_all(cli_walk *walk, cli_aim aim, const char *text, size_t length) {
  walk->aim = aim;
  walk->next = text;
  walk->end = text + length;
  S_walk(walk, (cli_way){S_seed, 0, 0});
}

static void S_place(cli_lost *lost, const char *text, const char *value, size_t length) {
  *lost = (cli_lost){1, 1, value, length};
  for (; value != NULL && text < value; text++) {
    lost->column += (*text & 0xc0) != 0x80;
    if (*text == '\n') {
      lost->line++;
      lost->column = 1;
    }
  }
}

int lossless_compare(const char *before, size_t before_length, const char *after, size_t after_length, cli_lost *lost) {
  cli_walk one = {0}, other = {0};
  S_walk_all(&one, AIM_SUM, before, before_length);
  S_walk_all(&other, AIM_SUM, after, after_length);
  if (one.sum == other.sum)
    return 0;

  S_walk_all(&other, AIM_KEEP, after, after_length);
  int result = other.failed ? -1 : 1;
  if (result == 1) {
    if (other.count > 0)
      qsort(other.hashes, other.count, sizeof(*other.hashes), S_compare_hashes);
    S_walk_all(&other, AIM_SEARCH, before, before_length);
    S_place(lost, before, other.missing, other.missing_length);
  }
  free(other.hashes);
  return result;
}
