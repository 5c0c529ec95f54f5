/* Each leaf value is hashed together with its path (member names and list indices). Texts are equal if the sums of
 * these hashes are equal, regardless of order, so no tree is built. */
#include "cli/files/lossless.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/grow.h"

enum { LARGEST_POWER = 100000000 };

static const uint64_t S_seed = UINT64_C(0xcbf29ce484222325);

/* Purpose of a walk over a text. */
typedef enum cli_purpose {
  PURPOSE_SUM,
  PURPOSE_STORE, /* store the hashes too */
  PURPOSE_SEARCH /* find the first value whose hash is not stored; needs sorted hashes */
} cli_purpose;

typedef struct cli_walk {
  cli_purpose purpose;
  const char *next, *end;
  uint64_t sum; /* sum of the hashes */
  uint64_t *hashes;
  size_t count, capacity;
  int failed;          /* out of memory */
  const char *missing; /* the value found; NULL: not found yet */
  size_t missing_length;
} cli_walk;

/* The path of a value. */
typedef struct cli_value_path {
  uint64_t hash;
  int is_in_extension; /* inside an x- member */
  int counts_if_empty; /* an empty list or object counts as a value */
} cli_value_path;

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

/* Hashes a string. `is_extension` is set if it begins with "x-". */
static uint64_t S_hash_string(cli_walk *walk, int *is_extension) {
  static const uint32_t prefix[] = {'x', '-'};
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
    matched = matched && (length >= 2 || c == prefix[length]);
    length++;
  }
  walk->next++;
  *is_extension = matched && length >= 2;
  return S_add_number(hash, '"');
}

/* The exponent after "e"; 0 if none. Exponents are clamped: the reader accepts larger ones only for zero. */
static int64_t S_take_exponent(cli_walk *walk) {
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
static uint64_t S_hash_number(cli_walk *walk) {
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
  int64_t power = S_take_exponent(walk) - decimals + zeros;
  if (is_zero)
    return S_mix('0');
  return S_add_number(S_add_number(hash, (uint64_t)power), (uint64_t)is_negative);
}

static uint64_t S_hash_word(cli_walk *walk) {
  uint64_t hash = S_seed;
  for (char c; (c = S_peek(walk)) >= 'a' && c <= 'z'; walk->next++)
    hash = S_add_byte(hash, (unsigned char)c);
  return S_add_number(hash, 'w');
}

static int S_compare_hashes(const void *one, const void *other) {
  uint64_t a = *(const uint64_t *)one, b = *(const uint64_t *)other;
  return (a > b) - (a < b);
}

static void S_store_hash(cli_walk *walk, uint64_t hash) {
  uint64_t *hashes = hhp__with_space(walk->hashes, walk->count, &walk->capacity, sizeof(*hashes));
  if (hashes == NULL) {
    walk->failed = 1;
    return;
  }
  walk->hashes = hashes;
  walk->hashes[walk->count++] = hash;
}

static int S_is_stored(const cli_walk *walk, uint64_t hash) {
  return walk->count > 0 && bsearch(&hash, walk->hashes, walk->count, sizeof(hash), S_compare_hashes) != NULL;
}

/* Records a leaf value, from `at` to the current position. */
static void S_add_leaf(cli_walk *walk, cli_value_path path, uint64_t content, const char *at) {
  uint64_t hash = S_add_number(path.hash, content);
  walk->sum += hash;
  if (walk->purpose == PURPOSE_STORE && !walk->failed)
    S_store_hash(walk, hash);
  if (walk->purpose == PURPOSE_SEARCH && walk->missing == NULL && !S_is_stored(walk, hash)) {
    walk->missing = at;
    walk->missing_length = (size_t)(walk->next - at);
  }
}

static void S_walk_value(cli_walk *walk, cli_value_path path);

static void S_walk_member(cli_walk *walk, cli_value_path path) {
  int is_extension;
  cli_value_path inner = {S_add_number(path.hash, S_hash_string(walk, &is_extension)),
                          path.is_in_extension || is_extension, 0};
  inner.counts_if_empty = inner.is_in_extension;
  S_skip_blanks(walk);
  walk->next++; /* ":" */
  S_walk_value(walk, inner);
}

/* The recursion depth is limited by the reader, to 64. */
static void S_walk_container(cli_walk *walk, cli_value_path path) {
  const char *at = walk->next;
  int is_object = S_take(walk) == '{';
  uint64_t count = 0;
  S_skip_blanks(walk);
  while (walk->next < walk->end && S_peek(walk) != '}' && S_peek(walk) != ']') {
    if (is_object)
      S_walk_member(walk, path);
    else
      S_walk_value(walk, (cli_value_path){S_add_number(path.hash, count), path.is_in_extension, 1});
    count++;
    S_skip_blanks(walk);
    walk->next += S_peek(walk) == ',';
    S_skip_blanks(walk);
  }
  walk->next++;
  if (count == 0 && path.counts_if_empty)
    S_add_leaf(walk, path, is_object ? '{' : '[', at);
}

static void S_walk_value(cli_walk *walk, cli_value_path path) {
  S_skip_blanks(walk);
  const char *at = walk->next;
  char c = S_peek(walk);
  int is_extension;
  if (c == '{' || c == '[')
    S_walk_container(walk, path);
  else if (c == '"')
    S_add_leaf(walk, path, S_hash_string(walk, &is_extension), at);
  else if (c == '-' || (c >= '0' && c <= '9'))
    S_add_leaf(walk, path, S_hash_number(walk), at);
  else
    S_add_leaf(walk, path, S_hash_word(walk), at);
}

static void S_walk_text(cli_walk *walk, cli_purpose purpose, const char *text, size_t length) {
  walk->purpose = purpose;
  walk->next = text;
  walk->end = text + length;
  S_walk_value(walk, (cli_value_path){S_seed, 0, 0});
}

/* Lines end in LF, CRLF or CR, as in the findings. A value follows, so that text[1] is there. */
static void S_locate(cli_lost *lost, const char *text, const char *value, size_t length) {
  *lost = (cli_lost){1, 1, value, length};
  for (; value != NULL && text < value; text++) {
    lost->column += (*text & 0xc0) != 0x80;
    if (*text == '\n' || (*text == '\r' && text[1] != '\n')) {
      lost->line++;
      lost->column = 1;
    }
  }
}

int lossless_compare(const char *before, size_t before_length, const char *after, size_t after_length, cli_lost *lost) {
  cli_walk one = {0}, other = {0};
  S_walk_text(&one, PURPOSE_SUM, before, before_length);
  S_walk_text(&other, PURPOSE_SUM, after, after_length);
  if (one.sum == other.sum)
    return 0;

  S_walk_text(&other, PURPOSE_STORE, after, after_length);
  int result = other.failed ? -1 : 1;
  if (result == 1) {
    if (other.count > 0)
      qsort(other.hashes, other.count, sizeof(*other.hashes), S_compare_hashes);
    S_walk_text(&other, PURPOSE_SEARCH, before, before_length);
    S_locate(lost, before, other.missing, other.missing_length);
  }
  free(other.hashes);
  return result;
}
