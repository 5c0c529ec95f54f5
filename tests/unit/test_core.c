/* The base layer: arena, lists, index, buffer, text, dates, kroner, SHA-256, statuses. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/characters.h"
#include "base/date.h"
#include "base/fold.h"
#include "base/index.h"
#include "base/kroner.h"
#include "base/list.h"
#include "base/nearest.h"
#include "base/sha256.h"
#include "base/utf8.h"
#include "base/width.h"
#include "model/forms.h"
#include "unit/support.h"
#include "unit/wide.h"

/* --- Arena --- */

static void arena_gives_zeroed_aligned_memory(void **state) {
  (void)state;
  static const unsigned char zeros[64] = {0};
  hhp__arena arena = {0};
  for (size_t size = 1; size <= 64; size++) {
    hhp__arena_text(&arena, "xxxxxxx", size % 8); /* so that the next block would not be aligned by itself */
    unsigned char *memory = hhp__arena_new(&arena, size);
    assert_non_null(memory);
    assert_int_equal((uintptr_t)memory % 8, 0);
    assert_memory_equal(memory, zeros, size);
    memset(memory, 0xff, size);
  }
  hhp__arena_free(&arena);
}

static void arena_copies_text_with_nul(void **state) {
  (void)state;
  hhp__arena arena = {0};
  char *text = hhp__arena_text(&arena, "abcdef", 3);
  assert_string_equal(text, "abc");
  assert_string_equal(hhp__arena_text(&arena, "", 0), "");
  assert_string_equal(text, "abc");
  hhp__arena_free(&arena);
}

/* Allocated memory is unchanged by later allocations, small and large. */
static void arena_keeps_allocated_memory(void **state) {
  (void)state;
  enum { COUNT = 5000, LARGE = 300 * 1024 };
  static char *texts[COUNT];
  hhp__arena arena = {0};
  char *large = hhp__arena_bytes(&arena, LARGE); /* the first request */
  memset(large, 'L', LARGE);
  for (int i = 0; i < COUNT; i++) {
    char number[17];
    snprintf(number, sizeof(number), "text %d", i);
    texts[i] = hhp__arena_text(&arena, number, strlen(number));
    if (i % 1000 == 500)
      memset(hhp__arena_bytes(&arena, LARGE), 'x', LARGE);
  }
  for (int i = 0; i < COUNT; i++) {
    char number[17];
    snprintf(number, sizeof(number), "text %d", i);
    assert_string_equal(texts[i], number);
  }
  assert_int_equal(large[0], 'L');
  assert_int_equal(large[LARGE - 1], 'L');
  hhp__arena_free(&arena);
}

static void arena_refuses_impossible_sizes(void **state) {
  (void)state;
  hhp__arena arena = {0};
  assert_null(hhp__arena_new(&arena, SIZE_MAX));
  assert_null(hhp__arena_new(&arena, SIZE_MAX - 8));
  assert_null(hhp__arena_text(&arena, "", SIZE_MAX));
  assert_string_equal(hhp__arena_text(&arena, "goes on", 7), "goes on");
  assert_null(hhp__arena_new(&arena, SIZE_MAX - 16));
  assert_string_equal(hhp__arena_text(&arena, "still", 5), "still");
  hhp__arena_free(&arena);
}

static void arena_is_new_after_free(void **state) {
  (void)state;
  hhp__arena arena = {0};
  hhp__arena_text(&arena, "a", 1);
  hhp__arena_free(&arena);
  assert_null(arena.chunks);
  assert_string_equal(hhp__arena_text(&arena, "b", 1), "b");
  hhp__arena_free(&arena);
  hhp__arena_free(&arena);
}

/* --- List --- */

static void list_grows_in_order(void **state) {
  (void)state;
  enum { COUNT = 1000 };
  static int things[COUNT];
  hhp__arena arena = {0};
  hhp__list list = {0};
  for (int i = 0; i < COUNT; i++)
    assert_int_equal(hhp__list_add(&list, &arena, &things[i]), 0);
  assert_int_equal(list.count, COUNT);
  for (int i = 0; i < COUNT; i++)
    assert_ptr_equal(list.items[i], &things[i]);
  hhp__arena_free(&arena);
}

static void list_readers_are_safe_while_it_grows(void **state) {
  (void)state;
  int things[3] = {0};
  hhp__arena arena = {0};
  hhp__list list = {0};
  hhp__list_add(&list, &arena, &things[0]);
  hhp__list_add(&list, &arena, &things[1]);
  void **items = list.items;
  hhp__list_add(&list, &arena, &things[2]); /* more than fits in the first two */
  assert_ptr_not_equal(list.items, items);
  assert_ptr_equal(items[0], &things[0]);
  assert_ptr_equal(items[1], &things[1]);
  hhp__arena_free(&arena);
}

static void list_removes_first_middle_and_last(void **state) {
  (void)state;
  int a = 0, b = 0, c = 0, d = 0;
  hhp__arena arena = {0};
  hhp__list list = {0};
  hhp__list_add(&list, &arena, &a);
  hhp__list_add(&list, &arena, &b);
  hhp__list_add(&list, &arena, &c);
  hhp__list_add(&list, &arena, &d);
  hhp__list_remove(&list, 1);
  assert_int_equal(list.count, 3);
  assert_ptr_equal(list.items[1], &c);
  hhp__list_remove(&list, 0);
  assert_ptr_equal(list.items[0], &c);
  assert_ptr_equal(list.items[1], &d);
  hhp__list_remove(&list, 1);
  assert_int_equal(list.count, 1);
  assert_ptr_equal(list.items[0], &c);
  hhp__list_remove(&list, 0);
  assert_int_equal(list.count, 0);
  assert_int_equal(hhp__list_add(&list, &arena, &a), 0);
  assert_ptr_equal(list.items[0], &a);
  hhp__arena_free(&arena);
}

/* --- Index --- */

enum { MANY = 20000 };

static char keys[MANY][16];
static int values[MANY];

static void name_keys(void) {
  for (int i = 0; i < MANY; i++)
    snprintf(keys[i], sizeof(keys[i]), "key-%d", i);
}

static void put(hhp__index *index, int i) {
  hhp__slot *slot = hhp__index_add(index, keys[i], strlen(keys[i]));
  assert_non_null(slot);
  slot->value = &values[i];
}

static void index_finds_many_keys(void **state) {
  (void)state;
  hhp__index index = {0};
  name_keys();
  for (int i = 0; i < MANY; i++)
    put(&index, i);
  assert_int_equal(index.count, MANY);
  for (int i = 0; i < MANY; i++)
    assert_ptr_equal(hhp__index_get(&index, keys[i], strlen(keys[i])), &values[i]);
  assert_null(hhp__index_get(&index, "key-20000", 9));
  assert_null(hhp__index_get(&index, "", 0));
  hhp__index_free(&index);
}

static void index_has_a_key_once(void **state) {
  (void)state;
  hhp__index index = {0};
  int value = 0;
  hhp__slot *slot = hhp__index_add(&index, "a", 1);
  assert_null(slot->value);
  slot->value = &value;
  char other[] = "a"; /* the same text elsewhere */
  assert_ptr_equal(hhp__index_add(&index, other, 1)->value, &value);
  assert_int_equal(index.count, 1);
  hhp__index_free(&index);
}

static void index_compares_whole_keys(void **state) {
  (void)state;
  static const char text[] = "abc\0def";
  hhp__index index = {0};
  for (size_t length = 0; length <= 7; length++)
    hhp__index_add(&index, text, length)->value = &values[length];
  for (size_t length = 0; length <= 7; length++)
    assert_ptr_equal(hhp__index_get(&index, text, length), &values[length]);
  assert_null(hhp__index_get(&index, "abc\0dex", 7));
  hhp__index_free(&index);
}

static void index_is_empty_at_first(void **state) {
  (void)state;
  hhp__index index = {0};
  assert_null(hhp__index_get(&index, "a", 1));
  hhp__index_remove(&index, "a", 1);
  hhp__index_free(&index);
}

/* After any removal, the remaining entries are found: a search must not stop at a gap. Each index has its own seed, so
 * the chains differ from round to round. */
static void index_finds_the_rest_after_removals(void **state) {
  (void)state;
  enum { SOME = 500, ROUNDS = 60 };
  dice d = {1};
  name_keys();
  for (int round = 0; round < ROUNDS; round++) {
    hhp__index index = {0};
    int is_in[SOME];
    int count = SOME;
    for (int i = 0; i < SOME; i++) {
      put(&index, i);
      is_in[i] = 1;
    }
    for (int step = 0; step < 2 * SOME; step++) {
      int i = (int)roll_below(&d, SOME);
      if (is_in[i])
        hhp__index_remove(&index, keys[i], strlen(keys[i]));
      else
        put(&index, i);
      count += is_in[i] ? -1 : 1;
      is_in[i] = !is_in[i];
    }
    assert_int_equal(index.count, count);
    for (int i = 0; i < SOME; i++)
      assert_ptr_equal(hhp__index_get(&index, keys[i], strlen(keys[i])), is_in[i] ? &values[i] : NULL);
    hhp__index_free(&index);
  }
}

static void index_can_be_emptied_and_filled_again(void **state) {
  (void)state;
  hhp__index index = {0};
  name_keys();
  for (int i = 0; i < 100; i++)
    put(&index, i);
  for (int i = 0; i < 100; i++)
    hhp__index_remove(&index, keys[i], strlen(keys[i]));
  hhp__index_remove(&index, keys[0], strlen(keys[0])); /* no longer present */
  assert_int_equal(index.count, 0);
  for (int i = 0; i < 100; i++)
    assert_null(hhp__index_get(&index, keys[i], strlen(keys[i])));
  put(&index, 7);
  assert_ptr_equal(hhp__index_get(&index, keys[7], strlen(keys[7])), &values[7]);
  hhp__index_free(&index);
}

/* Two indexes must differ in layout, or a file could be constructed that slows every one down. */
static void index_is_keyed_afresh(void **state) {
  (void)state;
  hhp__index a = {0};
  hhp__index b = {0};
  hhp__index_add(&a, "k", 1);
  hhp__index_add(&b, "k", 1);
  assert_memory_not_equal(a.seed, b.seed, sizeof(a.seed));
  hhp__index_free(&a);
  hhp__index_free(&b);
}

static void index_beside_another_shares_its_key(void **state) {
  (void)state;
  hhp__index first = {0};
  hhp__index second = hhp__index_sharing_seed(&first);
  hhp__index third = hhp__index_sharing_seed(&first);
  assert_memory_equal(second.seed, first.seed, sizeof(first.seed));
  assert_memory_equal(third.seed, first.seed, sizeof(first.seed));
  name_keys();
  for (int i = 0; i < 100; i++)
    put(i % 2 == 0 ? &first : &second, i);
  for (int i = 0; i < 100; i++)
    assert_ptr_equal(hhp__index_get(i % 2 == 0 ? &first : &second, keys[i], strlen(keys[i])), &values[i]);
  assert_null(hhp__index_get(&first, keys[1], strlen(keys[1])));
  assert_null(hhp__index_get(&third, keys[1], strlen(keys[1])));
  assert_memory_equal(second.seed, first.seed, sizeof(first.seed));
  hhp__index_free(&first);
  hhp__index_free(&second);
  hhp__index_free(&third);
}

/* --- Buffer --- */

static void buffer_puts_things_together(void **state) {
  (void)state;
  hhp__buffer buffer = {0};
  hhp__puts(&buffer, "a");
  hhp__putc(&buffer, 'b');
  hhp__put(&buffer, "cdX", 2);
  hhp__put_times(&buffer, '-', 3);
  hhp__put_times(&buffer, '-', 0);
  hhp__put_number(&buffer, -12);
  size_t length = 0;
  char *text = hhp__buffer_take(&buffer, &length);
  assert_string_equal(text, "abcd----12");
  assert_int_equal(length, 10);
  assert_null(buffer.text);
  free(text);
}

static void buffer_of_nothing_is_an_empty_text(void **state) {
  (void)state;
  hhp__buffer buffer = {0};
  char *text = hhp__buffer_take(&buffer, NULL);
  assert_string_equal(text, "");
  free(text);
}

static void buffer_grows(void **state) {
  (void)state;
  hhp__buffer buffer = {0};
  for (int i = 0; i < 100000; i++) {
    hhp__putc(&buffer, (char)('a' + i % 26));
    assert_int_equal(buffer.text[buffer.length], '\0');
  }
  assert_int_equal(buffer.length, 100000);
  for (int i = 0; i < 100000; i++)
    assert_int_equal(buffer.text[i], 'a' + i % 26);
  hhp__buffer_free(&buffer);
  assert_null(buffer.text);
}

static void buffer_remembers_that_it_failed(void **state) {
  (void)state;
  hhp__buffer buffer = {0};
  hhp__puts(&buffer, "before");
  hhp__put_times(&buffer, 'x', SIZE_MAX / 2);
  assert_int_equal(buffer.failed, 1);
  hhp__puts(&buffer, "after");
  assert_string_equal(buffer.text, "before");
  size_t length = 77;
  assert_null(hhp__buffer_take(&buffer, &length));
  assert_null(buffer.text);
}

/* --- UTF-8 --- */

/* Length of the sequence by definition: it is the shortest form of a scalar value. */
static size_t length_by_definition(const unsigned char *s, size_t available) {
  size_t length = s[0] < 0x80             ? 1
                  : (s[0] & 0xe0) == 0xc0 ? 2
                  : (s[0] & 0xf0) == 0xe0 ? 3
                  : (s[0] & 0xf8) == 0xf0 ? 4
                                          : 0;
  static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
  if (length == 0 || available < length)
    return 0;
  uint32_t c = length == 1 ? s[0] : s[0] & (0xffu >> (length + 1));
  for (size_t i = 1; i < length; i++) {
    if ((s[i] & 0xc0) != 0x80)
      return 0;
    c = c << 6 | (s[i] & 0x3f);
  }
  return c < least[length] || c > 0x10ffff || (c >= 0xd800 && c <= 0xdfff) ? 0 : length;
}

static void assert_length_by_definition(const unsigned char *s, size_t available) {
  size_t length = hhp__utf8_length((const char *)s, available);
  if (length != length_by_definition(s, available))
    fail_msg("%02x %02x %02x %02x, %d of it: %d", s[0], s[1], s[2], s[3], (int)available, (int)length);
}

/* Every lead byte, every second byte, and the bytes beside every boundary in third and fourth position. */
static void utf8_is_distinguished_from_invalid_bytes(void **state) {
  (void)state;
  static const unsigned char edges[] = {0x00, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xff};
  for (int lead = 0; lead < 256; lead++) {
    for (int second = 0; second < 256; second++) {
      for (size_t k = 0; k < sizeof(edges) * sizeof(edges); k++) {
        unsigned char s[4] = {(unsigned char)lead, (unsigned char)second, edges[k / sizeof(edges)],
                              edges[k % sizeof(edges)]};
        for (size_t available = 0; available <= 4; available++) {
          if (available == 0)
            assert_int_equal(hhp__utf8_length((const char *)s, 0), 0);
          else
            assert_length_by_definition(s, available);
        }
      }
    }
  }
}

/* Table 3-7 of the Unicode standard, row by row: the first and last of each, and their neighbours. */
static void utf8_keeps_table_3_7(void **state) {
  (void)state;
  static const struct {
    const char *bytes;
    size_t length; /* 0: ill-formed */
  } rows[] = {
      {"\x00", 1},
      {"\x7f", 1}, //
      {"\x80", 0},
      {"\xbf", 0},
      {"\xc0\x80", 0},
      {"\xc1\xbf", 0}, //
      {"\xc2\x80", 2},
      {"\xdf\xbf", 2},
      {"\xc2\x7f", 0},
      {"\xc2\xc0", 0}, //
      {"\xe0\xa0\x80", 3},
      {"\xe0\xbf\xbf", 3},
      {"\xe0\x9f\xbf", 0},
      {"\xe0\x80\x80", 0}, //
      {"\xe1\x80\x80", 3},
      {"\xec\xbf\xbf", 3},
      {"\xec\xbf\x7f", 0},
      {"\xec\xbf\xc0", 0}, //
      {"\xed\x80\x80", 3},
      {"\xed\x9f\xbf", 3},
      {"\xed\xa0\x80", 0},
      {"\xed\xbf\xbf", 0}, //
      {"\xee\x80\x80", 3},
      {"\xef\xbf\xbf", 3}, //
      {"\xf0\x90\x80\x80", 4},
      {"\xf0\xbf\xbf\xbf", 4},
      {"\xf0\x8f\xbf\xbf", 0},
      {"\xf0\x80\x80\x80", 0}, //
      {"\xf1\x80\x80\x80", 4},
      {"\xf3\xbf\xbf\xbf", 4},
      {"\xf3\xbf\xbf\xc0", 0}, //
      {"\xf4\x80\x80\x80", 4},
      {"\xf4\x8f\xbf\xbf", 4},
      {"\xf4\x90\x80\x80", 0}, //
      {"\xf5\x80\x80\x80", 0},
      {"\xf8\x88\x80\x80", 0},
      {"\xfe", 0},
      {"\xff", 0},
  };
  for (size_t i = 0; i < COUNT_OF(rows); i++) {
    size_t available = i == 0 ? 1 : strlen(rows[i].bytes);
    assert_int_equal(hhp__utf8_length(rows[i].bytes, available), rows[i].length);
    assert_int_equal(hhp__utf8_valid(rows[i].bytes, available), rows[i].length > 0);
  }
}

static void utf8_cut_off_is_ill_formed(void **state) {
  (void)state;
  const char *text = exact_copy("\xf0\x9f\x98\x80", 4);
  for (size_t available = 0; available < 4; available++)
    assert_int_equal(hhp__utf8_length(exact_copy(text, available), available), 0);
  assert_false(hhp__utf8_valid(exact_copy("ab\xc3", 3), 3));
  assert_true(hhp__utf8_valid("", 0));
}

static void utf8_writes_what_it_reads(void **state) {
  (void)state;
  for (uint32_t c = 0; c <= 0x10ffff; c++) {
    if (c >= 0xd800 && c <= 0xdfff)
      continue;
    char bytes[4];
    size_t length = hhp__utf8_write(c, bytes);
    assert_int_equal(length, c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4);
    assert_int_equal(hhp__utf8_length(bytes, length), length);
    assert_int_equal(hhp__utf8_read(bytes, length), c);
  }
  assert_int_equal(hhp__utf8_read("\xff", 0), 0xff); /* the byte, if it is invalid */
}

/* unit/check_widths.py compares the table with Unicode; here are the widths of some texts. */
static void texts_have_their_columns(void **state) {
  (void)state;
  static const struct {
    const char *text;
    size_t columns;
  } cases[] = {
      {"", 0},
      {"blåbærgrød", 10},
      {"bla\u030abærgrød", 10}, /* combining ring above a */
      {"🚀", 2},                 /* U+1F680, which one of two former tables had as one column wide */
      {"🇩🇰", 2},                /* two regional indicators: a flag */
      {"❤\ufe0f", 1},           /* narrow, with a variation selector */
      {"👩\u200d💻", 4},          /* two emoji and a joiner */
      {"漢字", 4},
      {"ｶﾅ", 2},                 /* half-width kana */
      {"\u1112\u1161\u11ab", 2}, /* one syllable of three letters */
      {"ไม้", 2},                 /* two letters, one with a mark */
      {"\u0628\u064e", 1},       /* an Arabic letter with its vowel */
      {"a\u200bb\u2060c", 3},    /* zero-width space and word joiner */
      {"sam\u00adarbejde", 11},  /* a soft hyphen is visible */
      {"\xe2\x80", 2},           /* truncated: one for each byte */
  };
  for (size_t i = 0; i < COUNT_OF(cases); i++) {
    if (hhp__columns(cases[i].text, strlen(cases[i].text)) != cases[i].columns)
      fail_msg("%s: %zu columns", cases[i].text, hhp__columns(cases[i].text, strlen(cases[i].text)));
  }
}

static void utf8_counts_code_points(void **state) {
  (void)state;
  assert_int_equal(hhp__utf8_count("", 0), 0);
  assert_int_equal(hhp__utf8_count("aæå😀", 9), 4); /* 1 + 2 + 2 + 4 bytes */
  assert_int_equal(hhp__utf8_count("abcdefghijklmnopqø", 19), 18);
  assert_int_equal(hhp__utf8_count("\x93ja\x94", 4), 4); /* for invalid UTF-8, each byte */
  assert_int_equal(hhp__utf8_count("\xe2\x80", 2), 2);
}

static void utf8_is_truncated_between_characters(void **state) {
  (void)state;
  assert_int_equal(hhp__utf8_truncated_length("abc", 3, 3), 3);
  assert_int_equal(hhp__utf8_truncated_length("abc", 3, 2), 2);
  assert_int_equal(hhp__utf8_truncated_length("a\u00e5b", 4, 2), 1);
  assert_int_equal(hhp__utf8_truncated_length("a\u00e5b", 4, 3), 3);
  assert_int_equal(hhp__utf8_truncated_length("\u20ac", 3, 2), 0);
  assert_int_equal(hhp__utf8_truncated_length("", 0, 0), 0);
  assert_string_equal(hhp__utf8_skip("a\u00e5\u20acb", 2), "\u20acb");
  assert_string_equal(hhp__utf8_skip("a\u00e5\u20acb", 3), "b");
  assert_string_equal(hhp__utf8_skip("ab", 5), "");
}

static void broken_characters_are_taken_whole(void **state) {
  (void)state;
  assert_int_equal(hhp__utf8_broken_length("\x93", 1), 1);
  assert_int_equal(hhp__utf8_broken_length("\xe5\xe6", 2), 1);
  assert_int_equal(hhp__utf8_broken_length("\xe2\x80", 2), 2);
  assert_int_equal(hhp__utf8_broken_length("\xe2\x80\"", 3), 2);
  assert_int_equal(hhp__utf8_broken_length("\xf0\x9f\x98\"", 4), 3);
  assert_int_equal(hhp__utf8_broken_length("\xc0\xaf", 2), 1);     /* overlong */
  assert_int_equal(hhp__utf8_broken_length("\xed\xa0\x80", 3), 1); /* a surrogate */
}

/* --- Patterns --- */

static int is_id(const char *text) {
  return hhp__is_id(text, strlen(text));
}

static void ids_have_1_to_64_characters(void **state) {
  (void)state;
  char text[66];
  memset(text, 'a', sizeof(text));
  assert_false(hhp__is_id(text, 0));
  assert_true(hhp__is_id(text, 1));
  assert_true(hhp__is_id(text, 64));
  assert_false(hhp__is_id(text, 65));
}

static void ids_are_of_lower_case_digits_and_hyphens(void **state) {
  (void)state;
  for (int c = 1; c < 256; c++) {
    char text[] = {'a', (char)c, '\0'};
    int is_good = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    assert_int_equal(is_id(text), is_good);
    char first[] = {(char)c, '\0'};
    assert_int_equal(is_id(first), is_good && c != '-');
  }
  assert_true(is_id("3b"));
  assert_true(is_id("a-"));
  assert_true(is_id("a--b"));
  assert_false(is_id("-a"));
  assert_false(is_id("å"));
  assert_false(hhp__is_id("a\0b", 3));
}

static void cvr_numbers_have_eight_digits(void **state) {
  (void)state;
  assert_true(hhp__is_cvr("35209115", 8));
  assert_true(hhp__is_cvr("00000000", 8));
  assert_false(hhp__is_cvr("3520911", 7));
  assert_false(hhp__is_cvr("352091150", 9));
  assert_false(hhp__is_cvr("3520911a", 8));
  assert_false(hhp__is_cvr("35 20911", 8));
  assert_false(hhp__is_cvr("", 0));
}

static void municipality_codes_have_three_digits_or_a_zero_before_them(void **state) {
  (void)state;
  assert_true(hhp__is_municipality("461", 3));
  assert_true(hhp__is_municipality("0461", 4));
  assert_true(hhp__is_municipality("000", 3));
  assert_false(hhp__is_municipality("1461", 4));
  assert_false(hhp__is_municipality("00461", 5));
  assert_false(hhp__is_municipality("46", 2));
  assert_false(hhp__is_municipality("46a", 3));
  assert_false(hhp__is_municipality("04 1", 4));
  assert_false(hhp__is_municipality("", 0));
}

static void decimals_have_at_most_14_digits_and_4_decimals(void **state) {
  (void)state;
  static const char *const good[] = {
      "0", "-0", "1", "63.5", "-63.5", "0.0001", "0.0", "12345678901234", "-12345678901234.9999"};
  static const char *const bad[] = {"",     "-",    ".",   "1.", ".5", "-.5", "01",   "00",   "-01", "1.12345",
                                    "+1",   "1,5",  "1e3", "1 ", " 1", "--1", "1.5.", "1.5-", "1-",  "123456789012345",
                                    "1.2a", "0x10", "١",   "NaN"};
  for (size_t i = 0; i < COUNT_OF(good); i++)
    assert_true(hhp__is_decimal(good[i], strlen(good[i])));
  for (size_t i = 0; i < COUNT_OF(bad); i++)
    assert_false(hhp__is_decimal(exact_copy(bad[i], strlen(bad[i])), strlen(bad[i])));
}

/* --- Folding and near misses --- */

static void assert_folds(const char *text, const char *expected) {
  hhp__buffer out = {0};
  hhp__fold(&out, text);
  char *folded = hhp__buffer_take(&out, NULL);
  assert_string_equal(folded, expected);
  free(folded);
}

static void folding_evens_out_case_letters_and_blanks(void **state) {
  (void)state;
  assert_folds("", "");
  assert_folds("ABCxyz09", "abcxyz09");
  assert_folds("ÆØÅ æøå", "aeoeaa aeoeaa");
  assert_folds("Ää Öö Éé", "aeae oeoe ee");
  assert_folds("  to \t\r\n ord  ", "to ord");
  assert_folds("   ", "");
  assert_folds("Miljøambassadører", "miljoeambassadoerer");
  assert_folds("漢字 😀", "漢字 😀"); /* all other text is unchanged */
  assert_folds("\xe5\xff", "\xe5\xff");
  assert_folds("A\x80\x85\x9f\xad\xbf", "a\x80\x85\x9f\xad\xbf"); /* no characters, and so no invisible ones either */
}

/* An accent is part of its letter or follows it, depending on the program that wrote the text; they look the same. */
static void folding_takes_composed_and_decomposed_letters_for_one(void **state) {
  (void)state;
  static const char *const pairs[][3] = {
      {"Åse går", "A\u030ase ga\u030ar", "aase gaar"},
      {"Ängö", "A\u0308ngo\u0308", "aengoe"},
      {"Café", "Cafe\u0301", "cafe"},
      {"Müller", "Mu\u0308ller", "muller"},
      {"Señor Čapek", "Sen\u0303or C\u030capek", "senor capek"},
      {"ǿ ǻ ǽ", "ø\u0301 å\u0301 æ\u0301", "oe aa ae"},
      {"Nguyễn", "Nguye\u0302\u0303n", "nguyen"},
      {"Ǟ", "A\u0308\u0304", "ae"},
      {"Ѐй Ё", "Е\u0300и\u0306 Е\u0308", "еи е"},
      {"Άέ", "Α\u0301ε\u0301", "αε"},
  };
  for (size_t i = 0; i < COUNT_OF(pairs); i++) {
    assert_folds(pairs[i][0], pairs[i][2]);
    assert_folds(pairs[i][1], pairs[i][2]);
  }
}

static void folding_drops_what_cannot_be_seen(void **state) {
  (void)state;
  assert_folds("lektie\u200bcafé", "lektiecafe");
  assert_folds("lektie\u00adcafé\ufeff", "lektiecafe");
  assert_folds("\u200b  lektie\u00a0\u200b café \u2028", "lektie cafe");
  assert_folds("a\u200d\u030a", "aa");
  assert_folds("❤\ufe0f", "❤");
  assert_folds("\u200b\u2060", "");
  assert_folds("af\ufb01che børne\u2011og", "affiche boerne-og");
  assert_folds("Straße Þór Łódź", "strasse thor lodz");
}

static void texts_that_differ_may_look_alike(void **state) {
  (void)state;
  assert_true(hhp__looks_alike("Café", "Cafe\u0301"));
  assert_true(hhp__looks_alike("a b", "a\u00a0b"));
  assert_true(hhp__looks_alike("a  b ", "a b"));
  assert_true(hhp__looks_alike("Cаfé", "Café")); /* the first a is Cyrillic */
  assert_true(hhp__looks_alike("", "\u200b"));
  assert_false(hhp__looks_alike("a b", "ab"));
  assert_false(hhp__looks_alike("ab", "abc"));
  assert_false(hhp__looks_alike("abc", "ab"));
}

/* --- Invisible characters --- */

static const char *named(const char *text, int32_t lang) {
  hhp__buffer out = {0};
  hhp__put_named(&out, text, strlen(text), lang);
  hhp__put(&out, "", 0);
  char *all = hhp__buffer_take(&out, NULL);
  own(all, free);
  return all;
}

static void unseen_characters_are_named(void **state) {
  (void)state;
  assert_string_equal(named("a b æ", HHP_LANG_EN), "a b æ");
  assert_string_equal(named("a\u00a0b", HHP_LANG_EN), "a[U+00A0 no-break space]b");
  assert_string_equal(named("a\u00a0b", HHP_LANG_DA), "a[U+00A0 hårdt mellemrum]b");
  assert_string_equal(named("\x1b\u200b", HHP_LANG_EN), "[U+001B escape][U+200B zero-width space]");
  assert_string_equal(named("\uffff", HHP_LANG_EN), "[U+FFFF noncharacter]");
  assert_string_equal(named("\U000e0041", HHP_LANG_EN), "[U+E0041 invisible tag character]");
  assert_string_equal(named("\xe5", HHP_LANG_EN), "\xe5");
  assert_string_equal(named("❤\ufe0f 👩\u200d👧", HHP_LANG_EN), "❤\ufe0f 👩\u200d👧"); /* emoji sequences are unchanged */
  assert_string_equal(named("a\u200db", HHP_LANG_EN), "a[U+200D zero-width joiner]b");
  assert_string_equal(named("e\u0301", HHP_LANG_EN), "e\u0301"); /* a mark is visible */
}

/* The characters around a joiner: a symbol from U+2190 to U+2BFF, anything from U+1F000 to U+1FFFF, the variation
 * selector-16. */
static void joiners_join_pictures_only(void **state) {
  (void)state;
  const uint32_t inside[] = {0x2190, 0x2764, 0x2bff, 0xfe0f, 0x1f000, 0x1f469, 0x1ffff};
  const uint32_t outside[] = {0, 'a', 0x218f, 0x2c00, 0xfe0e, 0xfe10, 0x1efff, 0x20000, 0xe0041};
  for (size_t i = 0; i < COUNT_OF(inside); i++) {
    assert_true(hhp__joins_emoji(inside[i], 0x200d, 0x1f469));
    assert_true(hhp__joins_emoji(0x1f469, 0x200d, inside[i]));
    assert_false(hhp__joins_emoji(inside[i], 0x200c, 0x1f469));
    assert_false(hhp__joins_emoji(inside[i], 0x200e, 0x1f469));
  }
  for (size_t i = 0; i < COUNT_OF(outside); i++) {
    assert_false(hhp__joins_emoji(outside[i], 0x200d, 0x1f469));
    assert_false(hhp__joins_emoji(0x1f469, 0x200d, outside[i]));
  }
}

static void similar_texts_are_spelled_out(void **state) {
  (void)state;
  const char *text = "e é e\u0301 é";
  hhp__buffer out = {0};
  hhp__put_spelled(&out, text, strlen(text), text + 1, text + 8, 1, HHP_LANG_EN);
  hhp__put(&out, "", 0);
  char *all = hhp__buffer_take(&out, NULL);
  own(all, free);
  assert_string_equal(all, "e[U+0020 space][U+00E9][U+0020 space]e[U+0301 combining acute accent] é");
}

/* Required by the binary search. */
static void the_table_of_characters_is_in_order(void **state) {
  (void)state;
  static const struct {
    uint32_t first, last;
  } rows[] = {
#define CHARACTERS(first, last, kinds, da, en) {first, last},
#include "base/characters.def"
  };
  for (size_t i = 0; i < COUNT_OF(rows); i++) {
    assert_true(rows[i].first <= rows[i].last);
    assert_true(i == 0 || rows[i - 1].last < rows[i].first);
  }
}

/* White_Space, Cc, and the rest of Default_Ignorable_Code_Point in Unicode 15, with the blank of braille
 * and noncharacters. */
static void exactly_these_characters_cannot_be_seen(void **state) {
  (void)state;
  size_t blanks = 0, unseen = 0, controls = 0;
  for (uint32_t c = 0; c <= 0x10ffff; c++) {
    blanks += (size_t)hhp__is_blank(c);
    unseen += (size_t)hhp__is_invisible(c);
    controls += (size_t)hhp__is_control(c);
    assert_true(!hhp__is_blank(c) || hhp__is_invisible(c));
  }
  assert_int_equal(blanks, 25 + 1);
  assert_int_equal(unseen, 4328);
  assert_int_equal(controls, 4078);
}

/* The schema has as a pattern what the library checks with hhp__is_blank_text(). */
static void the_pattern_of_seen_characters_is_a_class_of_ranges(void **state) {
  (void)state;
  hhp__buffer out = {0};
  hhp__put_visible_pattern(&out);
  char *pattern = hhp__buffer_take(&out, NULL);
  own(pattern, free);
  assert_memory_equal(pattern, "[^\\u0000-\\u0020\\u007f-\\u00a0\\u00ad\\u034f", 40);
  for (uint32_t c = 1; c <= 0xffff; c++) {
    if (c >= 0xd800 && c < 0xe000)
      continue;
    int is_in = 0;
    for (const char *p = pattern + 2; *p == '\\';) {
      uint32_t first = (uint32_t)strtoul(p + 2, NULL, 16), last = first;
      p += 6;
      if (*p == '-') {
        last = (uint32_t)strtoul(p + 3, NULL, 16);
        p += 7;
      }
      is_in |= c >= first && c <= last;
    }
    char text[5] = "";
    hhp__utf8_write(c, text);
    assert_int_equal(hhp__is_blank_text(text), is_in);
  }
}

static void folding_adds_to_what_is_there(void **state) {
  (void)state;
  hhp__buffer out = {0};
  hhp__puts(&out, "area\n");
  hhp__fold(&out, " Å ");
  char *text = hhp__buffer_take(&out, NULL);
  assert_string_equal(text, "area\naa");
  free(text);
}

static int distance(const char *a, const char *b, int limit) {
  return hhp__distance(a, strlen(a), b, strlen(b), limit);
}

static void distance_counts_edits(void **state) {
  (void)state;
  assert_int_equal(distance("title", "title", 3), 0);
  assert_int_equal(distance("TITLE", "title", 3), 0);  /* without case */
  assert_int_equal(distance("titel", "title", 3), 1);  /* two neighbours swapped */
  assert_int_equal(distance("tittle", "title", 3), 1); /* one too many */
  assert_int_equal(distance("tile", "title", 3), 1);   /* one too few */
  assert_int_equal(distance("tytle", "title", 3), 1);  /* one other */
  assert_int_equal(distance("kitten", "sitting", 3), 3);
  assert_int_equal(distance("", "abc", 3), 3);
  assert_int_equal(distance("abc", "", 3), 3);
  assert_int_equal(distance("", "", 0), 0);
}

static void distance_stops_at_the_limit(void **state) {
  (void)state;
  assert_int_equal(distance("kitten", "sitting", 2), 3);
  assert_int_equal(distance("a", "abcdefgh", 3), 4);
  assert_int_equal(distance("abcdefgh", "zyxwvuts", 3), 4);
  assert_int_equal(distance("title", "titel", 0), 1);
}

static void distance_looks_at_no_more_than_an_id_may_hold(void **state) {
  (void)state;
  char a[66], b[66];
  memset(a, 'a', sizeof(a));
  memcpy(b, a, sizeof(b));
  b[0] = 'b';
  assert_int_equal(hhp__distance(a, 64, b, 64, 3), 1);
  assert_int_equal(hhp__distance(a, 65, b, 64, 3), 4);
  assert_int_equal(hhp__distance(a, 64, b, 65, 3), 4);
}

/* The same with the whole table, as in textbooks: insert, delete, substitute, transpose neighbours. */
static int distance_by_the_book(const char *a, size_t a_length, const char *b, size_t b_length) {
  int table[20][20];
  for (size_t i = 0; i <= a_length; i++) {
    for (size_t j = 0; j <= b_length; j++) {
      if (i == 0 || j == 0) {
        table[i][j] = (int)(i + j);
        continue;
      }
      int least = table[i - 1][j - 1] + (a[i - 1] != b[j - 1]);
      least = table[i - 1][j] + 1 < least ? table[i - 1][j] + 1 : least;
      least = table[i][j - 1] + 1 < least ? table[i][j - 1] + 1 : least;
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] && table[i - 2][j - 2] + 1 < least)
        least = table[i - 2][j - 2] + 1;
      table[i][j] = least;
    }
  }
  return table[a_length][b_length];
}

static void distance_agrees_with_the_whole_table(void **state) {
  (void)state;
  dice d = {5};
  for (int i = 0; i < 20000; i++) {
    char a[16], b[16];
    size_t a_length = roll_below(&d, 13), b_length = a_length;
    for (size_t k = 0; k < sizeof(a); k++)
      a[k] = b[k] = (char)('a' + roll_below(&d, 3));
    for (uint64_t edits = roll_below(&d, 5); edits > 0; edits--) /* so that most are close */
      b[roll_below(&d, 13)] = (char)('a' + roll_below(&d, 3));
    if (roll_below(&d, 2) == 0 && b_length > 0)
      memmove(b, b + 1, b_length--);
    int exact = distance_by_the_book(a, a_length, b, b_length);
    for (int limit = 0; limit <= 6; limit++)
      assert_int_equal(hhp__distance(a, a_length, b, b_length, limit), exact <= limit ? exact : limit + 1);
  }
}

static void distance_is_the_same_both_ways(void **state) {
  (void)state;
  dice d = {2};
  for (int i = 0; i < 2000; i++) {
    char a[8], b[8];
    size_t a_length = roll_below(&d, 8), b_length = roll_below(&d, 8);
    for (size_t k = 0; k < 8; k++) {
      a[k] = (char)('a' + roll_below(&d, 3));
      b[k] = (char)('a' + roll_below(&d, 3));
    }
    int there = hhp__distance(a, a_length, b, b_length, 8);
    assert_int_equal(there, hhp__distance(b, b_length, a, a_length, 8));
    assert_int_equal(there == 0, a_length == b_length && memcmp(a, b, a_length) == 0);
  }
}

static void short_words_allow_few_edits(void **state) {
  (void)state;
  static const int allowed[] = {0, 0, 0, 1, 1, 1, 2, 2, 2, 2, 2, 2, 3, 3};
  for (size_t length = 0; length < COUNT_OF(allowed); length++)
    assert_int_equal(hhp__distance_allowed(length), allowed[length]);
}

/* --- Dates --- */

static int32_t date(const char *text) {
  return hhp__date_parse(exact_copy(text, strlen(text)), strlen(text));
}

static void dates_are_read(void **state) {
  (void)state;
  assert_int_equal(date("2015"), 20150000);
  assert_int_equal(date("2015-10"), 20151000);
  assert_int_equal(date("2012-12-12"), 20121212);
  assert_int_equal(date("0001"), 10000);
  assert_int_equal(date("9999-12-31"), 99991231);
}

static void bad_shapes_are_no_dates(void **state) {
  (void)state;
  static const char *const bad[] = {
      "",           "2",          "201",        "20155",       "2015-",       "2015-1",
      "2015-010",   "2015-10-",   "2015-10-1",  "2015-1-01",   "2015-10-001", "2015/10/01",
      "2015.10.01", "20151001",   "01-10-2015", "2015-10-01 ", " 2015-10-01", "2015-10-01T00:00",
      "+015",       "-015",       "2015-+1",    "2015-1 ",     "20a5",        "2015-1a",
      "2015-10-0a", "0000",       "0000-01",    "0000-01-01",  "2015-00",     "2015-13",
      "2015-00-01", "2015-01-00", "2015-01-32", "2015-04-31",  "2015-02-29",  "1900-02-29",
      "2100-02-29", "2015 10",    "2015-10 01", "٢٠١٥",
  };
  for (size_t i = 0; i < COUNT_OF(bad); i++) {
    if (date(bad[i]) != 0)
      fail_msg("\"%s\" was read as %d", bad[i], (int)date(bad[i]));
  }
}

static void leap_years_are_known(void **state) {
  (void)state;
  assert_int_equal(date("2016-02-29"), 20160229);
  assert_int_equal(date("2000-02-29"), 20000229);
  assert_int_equal(date("2400-02-29"), 24000229);
  assert_int_equal(date("2017-02-29"), 0);
  assert_int_equal(date("1900-02-29"), 0);
  assert_int_equal(date("2016-02-30"), 0);
}

/* 400 years of the Gregorian calendar have 146,097 days, each month once without day, each year once without month. */
static void partial_dates_cover_all_their_days(void **state) {
  (void)state;
  static const struct {
    int32_t date, first, last;
  } cases[] = {{20160000, 20160101, 20161231}, {20160200, 20160201, 20160229}, {20170200, 20170201, 20170228},
               {20161200, 20161201, 20161231}, {20160405, 20160405, 20160405}, {19000200, 19000201, 19000228}};
  for (size_t i = 0; i < COUNT_OF(cases); i++) {
    assert_int_equal(hhp__date_first(cases[i].date), cases[i].first);
    assert_int_equal(hhp__date_last(cases[i].date), cases[i].last);
  }
}

static void months_are_counted_past_december(void **state) {
  (void)state;
  assert_int_equal(hhp__month_end(2021, 12), 20211231);
  assert_int_equal(hhp__month_end(2021, 18), 20220630); /* six months after the year */
  assert_int_equal(hhp__month_end(2023, 14), 20240229);
  assert_int_equal(hhp__month_end(2021, 36), 20231231);
  assert_int_equal(hhp__month_end(2021, 37), 20240131);
}

static void years_end_the_day_before(void **state) {
  (void)state;
  assert_int_equal(hhp__date_years_later(20210101, 4), 20241231);
  assert_int_equal(hhp__date_years_later(20160801, 4), 20200731);
  assert_int_equal(hhp__date_years_later(20160301, 4), 20200229);
  assert_int_equal(hhp__date_years_later(20160229, 4), 20200228);
  assert_int_equal(hhp__date_years_later(20160229, 3), 20190228);
  assert_int_equal(hhp__date_years_later(20160331, 1), 20170330);
}

static void decimals_are_exact(void **state) {
  (void)state;
  assert_int_equal(hhp__decimal_units("0"), 0);
  assert_int_equal(hhp__decimal_units("63.5"), 635000);
  assert_int_equal(hhp__decimal_units("63.5000"), 635000);
  assert_int_equal(hhp__decimal_units("-0.0001"), -1);
  assert_int_equal(hhp__decimal_units("-12"), -120000);
  assert_int_equal(hhp__decimal_units("99999999999999.9999"), INT64_C(999999999999999999));
}

static void invisible_texts_are_empty(void **state) {
  (void)state;
  assert_true(hhp__is_blank_text(NULL));
  assert_true(hhp__is_blank_text(""));
  assert_true(hhp__is_blank_text(" \t\r\n\xc2\xa0\xe3\x80\x80\xe2\x80\x89"));
  assert_false(hhp__is_blank_text(" x"));
  assert_false(hhp__is_blank_text("\xc2\xa0\xc3\xa5"));
  assert_true(hhp__is_blank_text("\xe2\x80\x8b")); /* nor do invisible characters */
  assert_true(hhp__is_blank_text(" \u00ad\u200e\ufe0f\x07"));
  assert_false(hhp__is_blank_text("\u200b.\u200b"));
  assert_false(hhp__is_blank_text("\xe5"));
}

static void exactly_the_dates_of_the_calendar_exist(void **state) {
  (void)state;
  int days = 0, months = 0, years = 0;
  for (int32_t number = 16000000; number < 20000000; number++) {
    if (!hhp__date_exists(number))
      continue;
    if (number % 100 != 0)
      days++;
    else if (number / 100 % 100 != 0)
      months++;
    else
      years++;
    assert_int_equal(hhp__date_is_exact(number), number % 100 != 0);
  }
  assert_int_equal(days, 146097);
  assert_int_equal(months, 4800);
  assert_int_equal(years, 400);
}

static void numbers_outside_the_calendar_are_no_dates(void **state) {
  (void)state;
  static const int32_t bad[] = {0,         1,         99,        9999,      101,      -20150101,
                                INT32_MIN, INT32_MAX, 100000000, 100000101, 20150001, 20150100 - 1};
  for (size_t i = 0; i < COUNT_OF(bad); i++)
    assert_false(hhp__date_exists(bad[i]));
  assert_true(hhp__date_exists(10000));
  assert_true(hhp__date_exists(99991231));
  assert_false(hhp__date_is_exact(0));
}

static void dates_are_written_as_they_are_read(void **state) {
  (void)state;
  char buffer[HHP__DATE_SIZE];
  assert_string_equal(hhp__date_write(20150000, buffer), "2015");
  assert_string_equal(hhp__date_write(20151000, buffer), "2015-10");
  assert_string_equal(hhp__date_write(20121212, buffer), "2012-12-12");
  assert_string_equal(hhp__date_write(10101, buffer), "0001-01-01");
  for (int32_t number = 20150000; number < 20170000; number++) {
    if (!hhp__date_exists(number))
      continue;
    hhp__date_write(number, buffer);
    assert_int_equal(hhp__date_parse(buffer, strlen(buffer)), number);
  }
}

static void dates_are_written_in_words(void **state) {
  (void)state;
  char buffer[HHP__DATE_IN_WORDS_SIZE];
  assert_string_equal(hhp__date_in_words(20220630, HHP_LANG_DA, buffer), "30. juni 2022");
  assert_string_equal(hhp__date_in_words(20220630, HHP_LANG_EN, buffer), "30 June 2022");
  assert_string_equal(hhp__date_in_words(20220301, HHP_LANG_DA, buffer), "1. marts 2022");
  assert_string_equal(hhp__date_in_words(20151000, HHP_LANG_DA, buffer), "oktober 2015");
  assert_string_equal(hhp__date_in_words(20151000, HHP_LANG_EN, buffer), "October 2015");
  assert_string_equal(hhp__date_in_words(20150000, HHP_LANG_DA, buffer), "2015");
  assert_string_equal(hhp__date_in_words(20150000, HHP_LANG_EN, buffer), "2015");
  assert_string_equal(hhp__date_in_words(99990930, HHP_LANG_DA, buffer), "30. september 9999");
  assert_string_equal(hhp__date_in_words(10101, HHP_LANG_EN, buffer), "1 January 1");
}

/* --- Kroner --- */

static void adding_is_checked(void **state) {
  (void)state;
  int64_t sum = 77;
  assert_int_equal(hhp__add(INT64_MAX - 1, 1, &sum), 0);
  assert_int_equal(sum, INT64_MAX);
  assert_int_equal(hhp__add(INT64_MIN + 1, -1, &sum), 0);
  assert_int_equal(sum, INT64_MIN);
  assert_int_equal(hhp__add(INT64_MAX, INT64_MIN, &sum), 0);
  assert_int_equal(sum, -1);
  sum = 77;
  assert_int_equal(hhp__add(INT64_MAX, 1, &sum), -1);
  assert_int_equal(hhp__add(1, INT64_MAX, &sum), -1);
  assert_int_equal(hhp__add(INT64_MIN, -1, &sum), -1);
  assert_int_equal(hhp__add(-1, INT64_MIN, &sum), -1);
  assert_int_equal(sum, 77); /* unchanged */
  assert_int_equal(hhp__add(INT64_MAX, 0, &sum), 0);
  assert_int_equal(hhp__add(INT64_MIN, 0, &sum), 0);
}

static void multiplying_is_checked(void **state) {
  (void)state;
  int64_t product = 77;
  assert_int_equal(hhp__multiply(INT64_MAX, 1, &product), 0);
  assert_int_equal(product, INT64_MAX);
  assert_int_equal(hhp__multiply(INT64_MAX / 2, 2, &product), 0);
  assert_int_equal(product, INT64_MAX - 1);
  assert_int_equal(hhp__multiply(3037000499, 3037000499, &product), 0); /* the largest square below 2^63 */
  assert_int_equal(product, INT64_C(9223372030926249001));
  assert_int_equal(hhp__multiply(INT64_MAX, 0, &product), 0);
  assert_int_equal(product, 0);
  product = 77;
  assert_int_equal(hhp__multiply(INT64_MAX / 2 + 1, 2, &product), -1);
  assert_int_equal(hhp__multiply(3037000500, 3037000500, &product), -1);
  assert_int_equal(hhp__multiply(INT64_MAX, INT64_MAX, &product), -1);
  assert_int_equal(hhp__multiply(-1, 5, &product), -1);
  assert_int_equal(product, 77);
}

static void assert_divides(int64_t a, int64_t b, int64_t c) {
  wide product = (wide)a * b;
  wide down = product / c;
  wide up = (product + c - 1) / c;
  int64_t quotient = -1;
  assert_int_equal(hhp__mul_div_down(a, b, c, &quotient), down <= INT64_MAX ? 0 : -1);
  if (down <= INT64_MAX)
    assert_int_equal(quotient, (int64_t)down);
  assert_int_equal(hhp__mul_div_up(a, b, c, &quotient), up <= INT64_MAX ? 0 : -1);
  if (up <= INT64_MAX)
    assert_int_equal(quotient, (int64_t)up);
}

static void products_are_divided_exactly(void **state) {
  (void)state;
  NEEDS_WIDE;
  dice d = {3};
  for (int i = 0; i < 20000; i++) {
    int64_t a = roll_amount(&d), b = roll_amount(&d), c = roll_amount(&d);
    assert_divides(a, b, c == 0 ? 1 : c);
    assert_divides(a, (int64_t)roll_below(&d, 10001), 10000); /* as in the calculation of shares */
  }
}

static void products_are_divided_exactly_at_the_edge(void **state) {
  (void)state;
  NEEDS_WIDE;
  int64_t edges[40];
  size_t count = 0;
  for (int64_t i = 0; i < 10; i++) {
    edges[count++] = INT64_MAX - i;
    edges[count++] = INT64_MAX / 2 - 5 + i;
    edges[count++] = i;
    edges[count++] = 9995 + i;
  }
  for (size_t i = 0; i < count; i++) {
    for (size_t k = 0; k < count; k++) {
      for (size_t m = 0; m < count; m++) {
        if (edges[m] > 0)
          assert_divides(edges[i], edges[k], edges[m]);
      }
    }
  }
}

static void division_rejects_undefined_results(void **state) {
  (void)state;
  int64_t quotient = 77;
  assert_int_equal(hhp__mul_div_down(1, 1, 0, &quotient), -1);
  assert_int_equal(hhp__mul_div_down(1, 1, -1, &quotient), -1);
  assert_int_equal(hhp__mul_div_down(-1, 1, 1, &quotient), -1);
  assert_int_equal(hhp__mul_div_up(1, -1, 1, &quotient), -1);
  assert_int_equal(hhp__mul_div_up(1, 1, 0, &quotient), -1);
  assert_int_equal(quotient, 77);
}

static void shares_are_rounded_half_up(void **state) {
  (void)state;
  NEEDS_WIDE;
  int64_t bp;
  assert_int_equal(hhp__share_rounded(24996, 100000, &bp), 0); /* 24.996 % */
  assert_int_equal(bp, 2500);
  hhp__share_rounded(24995, 100000, &bp); /* 24.995 %, half */
  assert_int_equal(bp, 2500);
  hhp__share_rounded(249949, 1000000, &bp); /* 24.9949 % */
  assert_int_equal(bp, 2499);
  hhp__share_rounded(11000000, 46000000, &bp); /* 23.913 % */
  assert_int_equal(bp, 2391);
  hhp__share_rounded(11000000, 35000000, &bp); /* 31.4286 % */
  assert_int_equal(bp, 3143);
  hhp__share_rounded(INT64_MAX, INT64_MAX, &bp);
  assert_int_equal(bp, 10000);
  hhp__share_rounded(0, INT64_MAX, &bp);
  assert_int_equal(bp, 0);
  assert_int_equal(hhp__share_rounded(INT64_MAX, 1, &bp), -1);
  dice d = {4};
  for (int i = 0; i < 5000; i++) {
    int64_t whole = roll_amount(&d) | 1;
    int64_t part = roll_amount(&d) % whole;
    assert_int_equal(hhp__share_rounded(part, whole, &bp), 0);
    assert_int_equal(bp, (int64_t)(((wide)part * 20000 + whole) / ((wide)whole * 2)));
  }
}

static void digits_are_plain(void **state) {
  (void)state;
  char buffer[HHP__DIGITS_SIZE];
  assert_string_equal(hhp__digits(0, buffer), "0");
  assert_string_equal(hhp__digits(-1, buffer), "-1");
  assert_string_equal(hhp__digits(46000000, buffer), "46000000");
  assert_string_equal(hhp__digits(INT64_MAX, buffer), "9223372036854775807");
  assert_string_equal(hhp__digits(INT64_MIN, buffer), "-9223372036854775808");
}

static void amounts_are_grouped(void **state) {
  (void)state;
  static const struct {
    int64_t kroner;
    const char *da;
    const char *en;
  } rows[] = {
      {0, "0 kr.", "DKK 0"},
      {7, "7 kr.", "DKK 7"},
      {999, "999 kr.", "DKK 999"},
      {1000, "1.000 kr.", "DKK 1,000"},
      {12345, "12.345 kr.", "DKK 12,345"},
      {100000, "100.000 kr.", "DKK 100,000"},
      {999999, "999.999 kr.", "DKK 999,999"},
      {46000000, "46.000.000 kr.", "DKK 46,000,000"},
      {1000000000000, "1.000.000.000.000 kr.", "DKK 1,000,000,000,000"},
      {-1, "-1 kr.", "DKK -1"},
      {-123, "-123 kr.", "DKK -123"},
      {-1234, "-1.234 kr.", "DKK -1,234"},
      {INT64_MAX, "9.223.372.036.854.775.807 kr.", "DKK 9,223,372,036,854,775,807"},
      {INT64_MIN, "-9.223.372.036.854.775.808 kr.", "DKK -9,223,372,036,854,775,808"},
  };
  char buffer[HHP__AMOUNT_SIZE];
  for (size_t i = 0; i < COUNT_OF(rows); i++) {
    assert_string_equal(hhp__write_kroner(rows[i].kroner, HHP_LANG_DA, buffer), rows[i].da);
    assert_string_equal(hhp__write_kroner(rows[i].kroner, HHP_LANG_EN, buffer), rows[i].en);
  }
}

static void shares_have_two_decimals(void **state) {
  (void)state;
  char buffer[HHP__AMOUNT_SIZE];
  assert_string_equal(hhp__write_share(2391, HHP_LANG_DA, buffer), "23,91 %");
  assert_string_equal(hhp__write_share(2391, HHP_LANG_EN, buffer), "23.91 %");
  assert_string_equal(hhp__write_share(0, HHP_LANG_DA, buffer), "0,00 %");
  assert_string_equal(hhp__write_share(5, HHP_LANG_EN, buffer), "0.05 %");
  assert_string_equal(hhp__write_share(2500, HHP_LANG_DA, buffer), "25,00 %");
  assert_string_equal(hhp__write_share(10000, HHP_LANG_EN, buffer), "100.00 %");
  assert_string_equal(hhp__write_share(123456789, HHP_LANG_DA, buffer), "1.234.567,89 %");
  assert_string_equal(hhp__write_share(123456789, HHP_LANG_EN, buffer), "1,234,567.89 %");
  assert_string_equal(hhp__write_share(INT64_MAX, HHP_LANG_DA, buffer), "92.233.720.368.547.758,07 %");
}

static void public_texts_of_amounts(void **state) {
  (void)state;
  char out[HHP_TEXT_SIZE];
  assert_int_equal(hhp_kroner_text(46000000, HHP_LANG_DA, out, sizeof(out)), HHP_OK);
  assert_string_equal(out, "46.000.000 kr.");
  assert_int_equal(hhp_kroner_text(INT64_MIN, HHP_LANG_EN, out, sizeof(out)), HHP_OK);
  assert_string_equal(out, "DKK -9,223,372,036,854,775,808");
  assert_int_equal(hhp_kroner_text(1, HHP_LANG_DA, out, sizeof(out) - 1), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_kroner_text(1, HHP_LANG_DA, NULL, sizeof(out)), HHP_ERR_ARGUMENT);
}

static void public_texts_of_shares(void **state) {
  (void)state;
  char out[HHP_TEXT_SIZE];
  assert_int_equal(hhp_share_text(11000000, 35000000, HHP_LANG_DA, out, sizeof(out)), HHP_OK);
  assert_string_equal(out, "31,43 %");
  assert_int_equal(hhp_share_text(24996, 100000, HHP_LANG_EN, out, sizeof(out)), HHP_OK);
  assert_string_equal(out, "25.00 %"); /* and yet less than 25 % */
  assert_int_equal(hhp_share_text(0, 1, HHP_LANG_EN, out, sizeof(out)), HHP_OK);
  assert_string_equal(out, "0.00 %");
  assert_int_equal(hhp_share_text(1, 0, HHP_LANG_EN, out, sizeof(out)), HHP_ERR_ARGUMENT); /* never 0 % */
  assert_int_equal(hhp_share_text(0, 0, HHP_LANG_EN, out, sizeof(out)), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_share_text(1, 2, HHP_LANG_EN, NULL, sizeof(out)), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_share_text(1, 2, HHP_LANG_EN, out, sizeof(out) - 1), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_share_text(-1, 2, HHP_LANG_EN, out, sizeof(out)), HHP_ERR_RANGE);
  assert_int_equal(hhp_share_text(1, -2, HHP_LANG_EN, out, sizeof(out)), HHP_ERR_RANGE);
  assert_int_equal(hhp_share_text(INT64_MAX, 1, HHP_LANG_EN, out, sizeof(out)), HHP_ERR_OVERFLOW);
  assert_int_equal(hhp_share_text(INT64_MAX, INT64_MAX, HHP_LANG_DA, out, sizeof(out)), HHP_OK);
  assert_string_equal(out, "100,00 %");
}

/* --- SHA-256 --- */

static void assert_sha256(const char *bytes, size_t length, const char *expected) {
  char hex[65];
  hhp__sha256_hex(bytes, length, hex);
  assert_string_equal(hex, expected);
}

/* FIPS 180-4's own examples, one block and two, and a million times 'a' (NIST's CAVP example). */
static void sha256_agrees_with_the_standard(void **state) {
  (void)state;
  assert_sha256("", 0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  assert_sha256("abc", 3, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  const char *two = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";
  assert_sha256(two, 56, "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  const char *more = "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsm"
                     "nopqrstnopqrstu";
  assert_sha256(more, 112, "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1");
  char *million = malloc(1000000);
  own(million, free);
  memset(million, 'a', 1000000);
  assert_sha256(million, 1000000, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

/* Random texts of every length up to some blocks, added in two parts; skipped by processors without the instructions. */
static void sha256_of_the_processor_agrees_with_that_in_c(void **state) {
  (void)state;
  enum { ROUNDS = 20000, LONGEST = 400 };
  hhp__sha256_blocks *native = hhp__sha256_native();
  if (native == NULL)
    skip();
  uint64_t seed = 20260101;
  for (size_t round = 0; round < ROUNDS; round++) {
    char bytes[LONGEST];
    size_t length = round % LONGEST;
    for (size_t i = 0; i < length; i++) {
      seed = seed * 6364136223846793005u + 1442695040888963407u;
      bytes[i] = (char)(seed >> 56);
    }
    char hex[2][65];
    for (int is_native = 0; is_native < 2; is_native++) {
      hhp__sha256 sha;
      size_t first = length == 0 ? 0 : (size_t)(seed >> 33) % length;
      hhp__sha256_begin(&sha);
      if (is_native)
        sha.blocks = native;
      hhp__sha256_add(&sha, bytes, first);
      hhp__sha256_add(&sha, bytes + first, length - first);
      hhp__sha256_end(&sha, hex[is_native]);
    }
    assert_string_equal(hex[0], hex[1]);
  }
}

/* The lengths at which the padding needs another block. The sums are from coreutils' sha256sum of that many 'a'. */
static void sha256_pads_at_every_length(void **state) {
  (void)state;
  static const struct {
    size_t length;
    const char *hex;
  } rows[] = {
      {1, "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"},
      {55, "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"},
      {56, "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"},
      {57, "f13b2d724659eb3bf47f2dd6af1accc87b81f09f59f2b75e5c0bed6589dfe8c6"},
      {63, "7d3e74a05d7db15bce4ad9ec0658ea98e3f06eeecf16b4c6fff2da457ddc2f34"},
      {64, "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"},
      {65, "635361c48bb9eab14198e76ea8ab7f1a41685d6ad62aa9146d301d4f17eb0ae0"},
      {119, "31eba51c313a5c08226adf18d4a359cfdfd8d2e816b13f4af952f7ea6584dcfb"},
      {120, "2f3d335432c70b580af0e8e1b3674a7c020d683aa5f73aaaedfdc55af904c21c"},
      {128, "6836cf13bac400e9105071cd6af47084dfacad4e5e302c94bfed24e013afb73e"},
  };
  for (size_t i = 0; i < COUNT_OF(rows); i++) {
    char as[128];
    memset(as, 'a', sizeof(as));
    assert_sha256(exact_copy(as, rows[i].length), rows[i].length, rows[i].hex);
  }
}

/* --- Statuses and version --- */

static void statuses_keep_their_numbers(void **state) {
  (void)state;
  static const struct {
    hhp_status status;
    int32_t value;
    const char *name;
  } rows[] = {
      {HHP_OK, 0, "HHP_OK"},
      {HHP_ERR_NOMEM, -1, "HHP_ERR_NOMEM"},
      {HHP_ERR_ARGUMENT, -2, "HHP_ERR_ARGUMENT"},
      {HHP_ERR_UTF8, -3, "HHP_ERR_UTF8"},
      {HHP_ERR_ID, -4, "HHP_ERR_ID"},
      {HHP_ERR_DUPLICATE_ID, -5, "HHP_ERR_DUPLICATE_ID"},
      {HHP_ERR_ENUM, -6, "HHP_ERR_ENUM"},
      {HHP_ERR_DATE, -7, "HHP_ERR_DATE"},
      {HHP_ERR_RANGE, -8, "HHP_ERR_RANGE"},
      {HHP_ERR_FORMAT, -9, "HHP_ERR_FORMAT"},
      {HHP_ERR_NOT_FOUND, -10, "HHP_ERR_NOT_FOUND"},
      {HHP_ERR_DOCUMENT, -11, "HHP_ERR_DOCUMENT"},
      {HHP_ERR_OVERFLOW, -12, "HHP_ERR_OVERFLOW"},
      {HHP_ERR_NO_FILE, -13, "HHP_ERR_NO_FILE"},
      {HHP_ERR_IS_FOLDER, -14, "HHP_ERR_IS_FOLDER"},
      {HHP_ERR_PERMISSION, -15, "HHP_ERR_PERMISSION"},
      {HHP_ERR_TOO_LARGE, -16, "HHP_ERR_TOO_LARGE"},
      {HHP_ERR_IO, -17, "HHP_ERR_IO"},
      {HHP_ERR_AMBIGUOUS, -18, "HHP_ERR_AMBIGUOUS"},
  };
  for (size_t i = 0; i < COUNT_OF(rows); i++) {
    assert_int_equal(rows[i].status, rows[i].value);
    assert_string_equal(hhp_status_name(rows[i].status), rows[i].name);
    assert_true(strlen(hhp_status_message(rows[i].status, HHP_LANG_DA)) > 0);
    assert_true(strlen(hhp_status_message(rows[i].status, HHP_LANG_EN)) > 0);
    assert_string_not_equal(hhp_status_message(rows[i].status, HHP_LANG_DA),
                            hhp_status_message(rows[i].status, HHP_LANG_EN));
    assert_ptr_equal(hhp_status_message(rows[i].status, 0), hhp_status_message(rows[i].status, HHP_LANG_EN));
  }
  assert_string_equal(hhp_status_name(1), "HHP_ERR_UNKNOWN");
  assert_string_equal(hhp_status_name(-19), "HHP_ERR_UNKNOWN");
  assert_string_equal(hhp_status_name(INT32_MIN), "HHP_ERR_UNKNOWN");
  assert_non_null(hhp_status_message(-19, HHP_LANG_DA));
}

static void absent_and_languages_keep_their_numbers(void **state) {
  (void)state;
  assert_int_equal(HHP_ABSENT, INT32_MIN);
  assert_true(HHP_NUL_TERMINATED == SIZE_MAX);
  assert_int_equal(HHP_LANG_DA, 1);
  assert_int_equal(HHP_LANG_EN, 2);
}

static void versions_agree(void **state) {
  (void)state;
  assert_string_equal(hhp_version_string(), HHP_VERSION_STRING);
  assert_string_equal(hhp_version_string(),
                      text_of("%d.%d.%d", HHP_VERSION_MAJOR, HHP_VERSION_MINOR, HHP_VERSION_PATCH));
  assert_int_equal(hhp_abi_version(), HHP_ABI_VERSION);
  hhp_free(NULL);
}

int main(void) {
  static const struct CMUnitTest tests[] = {
      TEST(arena_gives_zeroed_aligned_memory),
      TEST(arena_copies_text_with_nul),
      TEST(arena_keeps_allocated_memory),
      TEST(arena_refuses_impossible_sizes),
      TEST(arena_is_new_after_free),
      TEST(list_grows_in_order),
      TEST(list_readers_are_safe_while_it_grows),
      TEST(list_removes_first_middle_and_last),
      TEST(index_finds_many_keys),
      TEST(index_has_a_key_once),
      TEST(index_compares_whole_keys),
      TEST(index_is_empty_at_first),
      TEST(index_finds_the_rest_after_removals),
      TEST(index_can_be_emptied_and_filled_again),
      TEST(index_is_keyed_afresh),
      TEST(index_beside_another_shares_its_key),
      TEST(buffer_puts_things_together),
      TEST(buffer_of_nothing_is_an_empty_text),
      TEST(buffer_grows),
      TEST(buffer_remembers_that_it_failed),
      TEST(utf8_is_distinguished_from_invalid_bytes),
      TEST(utf8_keeps_table_3_7),
      TEST(utf8_cut_off_is_ill_formed),
      TEST(utf8_writes_what_it_reads),
      TEST(utf8_counts_code_points),
      TEST(texts_have_their_columns),
      TEST(utf8_is_truncated_between_characters),
      TEST(broken_characters_are_taken_whole),
      TEST(ids_have_1_to_64_characters),
      TEST(ids_are_of_lower_case_digits_and_hyphens),
      TEST(cvr_numbers_have_eight_digits),
      TEST(municipality_codes_have_three_digits_or_a_zero_before_them),
      TEST(decimals_have_at_most_14_digits_and_4_decimals),
      TEST(folding_evens_out_case_letters_and_blanks),
      TEST(folding_takes_composed_and_decomposed_letters_for_one),
      TEST(folding_drops_what_cannot_be_seen),
      TEST(texts_that_differ_may_look_alike),
      TEST(unseen_characters_are_named),
      TEST(joiners_join_pictures_only),
      TEST(similar_texts_are_spelled_out),
      TEST(the_table_of_characters_is_in_order),
      TEST(exactly_these_characters_cannot_be_seen),
      TEST(the_pattern_of_seen_characters_is_a_class_of_ranges),
      TEST(folding_adds_to_what_is_there),
      TEST(distance_counts_edits),
      TEST(distance_stops_at_the_limit),
      TEST(distance_looks_at_no_more_than_an_id_may_hold),
      TEST(distance_agrees_with_the_whole_table),
      TEST(distance_is_the_same_both_ways),
      TEST(short_words_allow_few_edits),
      TEST(dates_are_read),
      TEST(bad_shapes_are_no_dates),
      TEST(leap_years_are_known),
      TEST(partial_dates_cover_all_their_days),
      TEST(months_are_counted_past_december),
      TEST(years_end_the_day_before),
      TEST(decimals_are_exact),
      TEST(invisible_texts_are_empty),
      TEST(exactly_the_dates_of_the_calendar_exist),
      TEST(numbers_outside_the_calendar_are_no_dates),
      TEST(dates_are_written_as_they_are_read),
      TEST(dates_are_written_in_words),
      TEST(adding_is_checked),
      TEST(multiplying_is_checked),
      TEST(products_are_divided_exactly),
      TEST(products_are_divided_exactly_at_the_edge),
      TEST(division_rejects_undefined_results),
      TEST(shares_are_rounded_half_up),
      TEST(digits_are_plain),
      TEST(amounts_are_grouped),
      TEST(shares_have_two_decimals),
      TEST(public_texts_of_amounts),
      TEST(public_texts_of_shares),
      TEST(sha256_agrees_with_the_standard),
      TEST(sha256_of_the_processor_agrees_with_that_in_c),
      TEST(sha256_pads_at_every_length),
      TEST(statuses_keep_their_numbers),
      TEST(absent_and_languages_keep_their_numbers),
      TEST(versions_agree),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
