/* A block of bytes is compared at once. Comparisons give flags, which are combined before they become a mask of
 * STRIDE bits for each byte, the first byte's lowest: all set if the byte is flagged. What the functions do with
 * masks is the same for each kind of block.
 *
 * With HHP__NO_VECTORS the portable block is used everywhere; tests/unit/test_scan.c compares the two. */
#include "base/scan.h"

#include <stdint.h>
#include <string.h>

#include "base/bits.h"

#if defined(__SSE2__) && !defined(HHP__NO_VECTORS)

#  include <emmintrin.h>

enum { WIDTH = 16, STRIDE = 1 };
typedef __m128i S_block, S_flags;

static inline S_block S_load(const char *bytes) {
  return _mm_loadu_si128((const __m128i *)(const void *)bytes);
}

static inline S_flags S_equal(S_block block, unsigned char byte) {
  return _mm_cmpeq_epi8(block, _mm_set1_epi8((char)byte));
}

/* Both limits are ASCII or neither is, so that they are in order as signed bytes too. */
static inline S_flags S_outside(S_block block, unsigned char first, unsigned char last) {
  return _mm_or_si128(_mm_cmplt_epi8(block, _mm_set1_epi8((char)first)),
                      _mm_cmpgt_epi8(block, _mm_set1_epi8((char)last)));
}

/* Signed, what is one more than such a byte is negative, or at most a space. */
static inline S_flags S_unprintable(S_block block) {
  return _mm_cmpgt_epi8(_mm_set1_epi8('!'), _mm_add_epi8(block, _mm_set1_epi8(1)));
}

static inline S_flags S_either(S_flags a, S_flags b) {
  return _mm_or_si128(a, b);
}

static inline S_flags S_both(S_flags a, S_flags b) {
  return _mm_and_si128(a, b);
}

/* Continuation bytes are the lowest as signed bytes. */
static inline S_flags S_continuations(S_block block) {
  return _mm_cmplt_epi8(block, _mm_set1_epi8((char)0xc0));
}

static inline uint64_t S_mask(S_flags flags) {
  return (uint64_t)(unsigned)_mm_movemask_epi8(flags);
}

static inline S_flags S_none(void) {
  return _mm_setzero_si128();
}

/* A flag is -1. */
static inline S_block S_tally(S_block tally, S_flags flags) {
  return _mm_sub_epi8(tally, flags);
}

static inline size_t S_sum(S_block tally) {
  __m128i halves = _mm_sad_epu8(tally, _mm_setzero_si128());
  return (size_t)_mm_cvtsi128_si32(halves) + (size_t)_mm_extract_epi16(halves, 4);
}

static inline S_block S_lower(S_block block) {
  return _mm_or_si128(block, _mm_set1_epi8(0x20));
}

#elif defined(__ARM_NEON) && defined(__AARCH64EL__) && !defined(HHP__NO_VECTORS)

#  include <arm_neon.h>

enum { WIDTH = 16, STRIDE = 4 };
typedef uint8x16_t S_block, S_flags;

static inline S_block S_load(const char *bytes) {
  return vld1q_u8((const uint8_t *)bytes);
}

static inline S_flags S_equal(S_block block, unsigned char byte) {
  return vceqq_u8(block, vdupq_n_u8(byte));
}

static inline S_flags S_outside(S_block block, unsigned char first, unsigned char last) {
  return vorrq_u8(vcltq_u8(block, vdupq_n_u8(first)), vcgtq_u8(block, vdupq_n_u8(last)));
}

static inline S_flags S_unprintable(S_block block) {
  return S_outside(block, ' ', '~');
}

static inline S_flags S_either(S_flags a, S_flags b) {
  return vorrq_u8(a, b);
}

static inline S_flags S_both(S_flags a, S_flags b) {
  return vandq_u8(a, b);
}

static inline S_flags S_continuations(S_block block) {
  return vceqq_u8(vandq_u8(block, vdupq_n_u8(0xc0)), vdupq_n_u8(0x80));
}

/* NEON has no instruction that takes one bit of each byte; this takes four. */
static inline uint64_t S_mask(S_flags flags) {
  return vget_lane_u64(vreinterpret_u64_u8(vshrn_n_u16(vreinterpretq_u16_u8(flags), 4)), 0);
}

static inline S_flags S_none(void) {
  return vdupq_n_u8(0);
}

/* A flag is 255, which is -1. */
static inline S_block S_tally(S_block tally, S_flags flags) {
  return vsubq_u8(tally, flags);
}

static inline size_t S_sum(S_block tally) {
  return vaddlvq_u8(tally);
}

static inline S_block S_lower(S_block block) {
  return vorrq_u8(block, vdupq_n_u8(0x20));
}

#else

/* A flag is the top bit of a byte; the other bits are arbitrary. */
enum { WIDTH = 8, STRIDE = 8 };
typedef uint64_t S_block, S_flags;

#  define EACH_BYTE(byte) (UINT64_C(0x0101010101010101) * (byte))

static inline S_block S_load(const char *bytes) {
  return hhp__load_64(bytes);
}

/* In no byte does a sum carry: it is at most 0x7f + 0x80. Both limits are ASCII or neither is. */
static inline S_flags S_outside(S_block block, unsigned char first, unsigned char last) {
  uint64_t low = block & EACH_BYTE(0x7f);
  uint64_t from = low + EACH_BYTE(0x80u - (first & 0x7fu));
  uint64_t after = low + EACH_BYTE(0x7fu - (last & 0x7fu));
  return ~(from & ~after & (first < 0x80 ? ~block : block));
}

static inline S_flags S_equal(S_block block, unsigned char byte) {
  return ~S_outside(block, byte, byte);
}

static inline S_flags S_unprintable(S_block block) {
  return S_outside(block, ' ', '~');
}

static inline S_flags S_either(S_flags a, S_flags b) {
  return a | b;
}

static inline S_flags S_both(S_flags a, S_flags b) {
  return a & b;
}

static inline S_flags S_continuations(S_block block) {
  return block & ~(block << 1);
}

static inline uint64_t S_mask(S_flags flags) {
  flags &= EACH_BYTE(0x80);
  return (flags << 1) - (flags >> 7);
}

static inline S_flags S_none(void) {
  return 0;
}

static inline S_block S_tally(S_block tally, S_flags flags) {
  return tally + (flags >> 7 & EACH_BYTE(1));
}

static inline size_t S_sum(S_block tally) {
  uint64_t pairs = (tally & UINT64_C(0x00ff00ff00ff00ff)) + (tally >> 8 & UINT64_C(0x00ff00ff00ff00ff));
  return (size_t)(pairs * UINT64_C(0x0001000100010001) >> 48);
}

static inline S_block S_lower(S_block block) {
  return block | EACH_BYTE(0x20);
}

#endif

static const uint64_t S_all = ~UINT64_C(0) >> (64 - WIDTH * STRIDE);

/* The number of bytes before the first in the mask, which is not 0. */
static inline size_t S_first(uint64_t mask) {
  return hhp__lowest_bit(mask) / STRIDE;
}

/* The bytes before the first in the mask; all if it is 0. */
static inline uint64_t S_before(uint64_t mask) {
  return (mask & -mask) - 1;
}

/* Copies less than a block, by moves of constant size that may overlap, in place of a call to memcpy. */
static inline void S_copy_short(char *out, const char *text, size_t left) {
  if (WIDTH > 8 && left >= 8) {
    memcpy(out, text, 8);
    memcpy(out + left - 8, text + left - 8, 8);
  } else if (left >= 4) {
    memcpy(out, text, 4);
    memcpy(out + left - 4, text + left - 4, 4);
  } else {
    for (size_t i = 0; i < left; i++)
      out[i] = text[i];
  }
}

/* The block at the text, which has fewer bytes left; 0 for the others. */
static inline S_block S_load_short(const char *text, size_t left) {
  char bytes[WIDTH] = {0};
  S_copy_short(bytes, text, left);
  return S_load(bytes);
}

/* The bytes of a block that are not ordinary, or more than those after the first. Two-byte letters are pairs of a
 * leading byte and a continuation byte; one that the block cuts apart is not ordinary. `bytes` is where the block was
 * loaded from. */
static inline uint64_t S_stops(S_block block, const char *bytes, unsigned char stop, unsigned char other) {
  S_flags flags = S_either(S_unprintable(block), S_equal(block, stop));
  if (other != stop)
    flags = S_either(flags, S_equal(block, other));
  uint64_t stops = S_mask(flags);
  if (stops == 0 || (unsigned char)bytes[S_first(stops)] < 0x80)
    return stops;
  uint64_t leads = S_mask(S_outside(block, 0xc3, 0xcb)) ^ S_all;
  uint64_t continuations = S_mask(S_continuations(block));
  return stops & ~((leads & continuations >> STRIDE) | (continuations & leads << STRIDE));
}

/* Less than a block that is left of a text: a part of its last whole block, if it has one. */
static inline const char *S_skip_last(const char *start, const char *text, const char *end, unsigned char stop,
                                      unsigned char other) {
  size_t left = (size_t)(end - text);
  char padded[WIDTH] = {0};
  const char *bytes = padded;
  unsigned before = 0; /* bits of bytes that were passed */
  if (end - start >= WIDTH) {
    before = (unsigned)((WIDTH - left) * STRIDE);
    bytes = end - WIDTH;
  } else {
    S_copy_short(padded, text, left);
  }
  S_block block = S_load(bytes);
  uint64_t stops = S_stops(block, bytes, stop, other) >> before;
  return stops == 0 ? end : text + S_first(stops);
}

/* A letter that a block cuts apart begins the next block. */
static inline const char *S_skip_ordinary(const char *text, const char *end, unsigned char stop, unsigned char other) {
  const char *start = text;
  while (end - text >= WIDTH) {
    S_block block = S_load(text);
    uint64_t stops = S_stops(block, text, stop, other);
    size_t count = stops == 0 ? WIDTH : S_first(stops);
    text += count;
    if (count < WIDTH - 1)
      return text;
  }
  return text == end ? end : S_skip_last(start, text, end, stop, other);
}

const char *hhp__skip_string(const char *text, const char *end) {
  return S_skip_ordinary(text, end, '"', '\\');
}

/* The bytes of `block` that are hints; `next` is the block one byte further on. */
static inline S_flags S_hints(S_block block, S_block next) {
  S_block lower = S_lower(block);
  S_flags single = S_either(S_equal(block, '-'), S_equal(lower, 'x'));
  S_flags to_do = S_both(S_equal(block, 'T'), S_either(S_equal(next, 'O'), S_equal(next, 'B')));
  S_flags ipsum = S_both(S_equal(lower, 'i'), S_equal(S_lower(next), 'p'));
  return S_either(single, S_either(to_do, ipsum));
}

/* The same for one byte, as the last ones of a file have no whole block. */
static int S_is_hint(unsigned char byte, unsigned char next) {
  int lower = byte | 0x20;
  return byte == '-' || lower == 'x' || (byte == 'T' && (next == 'O' || next == 'B')) ||
         (lower == 'i' && (next | 0x20) == 'p');
}

/* Of the last bytes of a file, of which there is no whole block. */
static const char *S_read_last(const char *text, const char *end, int *has_hint) {
  while (text < end) {
    unsigned char c = (unsigned char)text[0];
    unsigned char next = text + 1 < end ? (unsigned char)text[1] : '\0';
    int is_letter = c >= 0xc3 && c <= 0xcb && next >= 0x80 && next < 0xc0;
    if (!is_letter && (c < ' ' || c > '~' || c == '"' || c == '\\'))
      break;
    if (S_is_hint(c, next))
      *has_hint = 1;
    text += is_letter ? 2 : 1;
  }
  return text;
}

/* The hints are gathered, and looked at when the string ends. */
const char *hhp__read_string(const char *text, const char *end, int *has_hint) {
  S_flags gathered = S_none();
  while (end - text > WIDTH) {
    S_block block = S_load(text);
    S_flags hints = S_hints(block, S_load(text + 1));
    uint64_t stops = S_stops(block, text, '"', '\\');
    if (stops == 0) {
      gathered = S_either(gathered, hints);
      text += WIDTH;
      continue;
    }
    size_t count = S_first(stops);
    if ((S_mask(hints) & S_before(stops)) != 0)
      *has_hint = 1;
    text += count;
    if (count == WIDTH - 1) /* may be a letter that the block cuts apart */
      continue;
    if (S_mask(gathered) != 0)
      *has_hint = 1;
    return text;
  }
  if (S_mask(gathered) != 0)
    *has_hint = 1;
  return S_read_last(text, end, has_hint);
}

const char *hhp__skip_prose(const char *text, const char *end) {
  return S_skip_ordinary(text, end, '-', '-');
}

const char *hhp__skip_harmless(const char *text, const char *end) {
  return S_skip_ordinary(text, end, '#', '#');
}

static inline int S_is_json_blank(char c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

const char *hhp__skip_json_blanks(const char *text, const char *end) {
  if (end - text > WIDTH) { /* a line feed and few spaces, as mostly */
    text += *text == '\n';
    uint64_t others = S_mask(S_equal(S_load(text), ' ')) ^ S_all;
    if (others != 0) {
      text += S_first(others);
      if (*text > ' ')
        return text;
    }
  }
  for (; end - text >= WIDTH; text += WIDTH) {
    S_block block = S_load(text);
    S_flags blanks = S_either(S_either(S_equal(block, ' '), S_equal(block, '\n')),
                              S_either(S_equal(block, '\r'), S_equal(block, '\t')));
    uint64_t others = S_mask(blanks) ^ S_all;
    if (others != 0)
      return text + S_first(others);
  }
  while (text < end && S_is_json_blank(*text))
    text++;
  return text;
}

/* The bytes of `block` at which a note may begin; `next` is the block one byte further on. */
static inline uint64_t S_notes(S_block block, S_block next) {
  S_block lower = S_lower(block);
  S_block lower_next = S_lower(next);
  S_flags capitals = S_either(S_equal(block, 'T'), S_equal(block, 'F'));
  S_flags pairs = S_either(S_both(S_equal(lower, 'l'), S_equal(lower_next, 'o')),
                           S_both(S_equal(lower, 'x'), S_equal(lower_next, 'x')));
  return S_mask(S_either(S_either(capitals, pairs), S_equal(block, '\n')));
}

const char *hhp__skip_to_note(const char *text, const char *end) {
  const char *start = text;
  for (; end - text > WIDTH; text += WIDTH) {
    uint64_t notes = S_notes(S_load(text), S_load(text + 1));
    if (notes != 0)
      return text + S_first(notes);
  }
  if (end - text < 2)
    return end;
  uint64_t notes;
  if (end - start > WIDTH) { /* a part of the last whole block, as above */
    size_t before = (size_t)(WIDTH + 1 - (end - text));
    notes = S_notes(S_load(end - WIDTH - 1), S_load(end - WIDTH)) >> before * STRIDE;
  } else {
    size_t left = (size_t)(end - text - 1);
    notes = left == WIDTH ? S_notes(S_load(text), S_load(text + 1))
                          : S_notes(S_load_short(text, left), S_load_short(text + 1, left));
  }
  return notes == 0 ? end : text + S_first(notes);
}

size_t hhp__count_line_feeds(const char *text, const char *end) {
  size_t count = 0;
  size_t blocks = (size_t)(end - text) / WIDTH;
  while (blocks > 0) {
    size_t some = blocks < UINT8_MAX ? blocks : UINT8_MAX; /* as many as a byte of the tally counts */
    blocks -= some;
    S_block tally = S_none();
    for (; some > 0; some--, text += WIDTH)
      tally = S_tally(tally, S_equal(S_load(text), '\n'));
    count += S_sum(tally);
  }
  for (; text < end; text++)
    count += *text == '\n';
  return count;
}
