/* The base layer: arena, lists, index, buffer and ASCII; statuses and version. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/ascii.h"
#include "base/buffer.h"
#include "base/grow.h"
#include "base/index.h"
#include "base/list.h"
#include "unit/support.h"

/* --- Arena --- */

static void arena_gives_zeroed_aligned_memory(void **state) {
  (void)state;
  static const unsigned char zeros[64] = {0};
  hhp__arena arena = {0};
  for (size_t i = 0; i < 64 * 8; i++) {
    size_t size = 1 + i % 64;
    hhp__arena_text(&arena, "xxxxxxx", i / 64); /* so that the next block would not be aligned by itself */
    unsigned char *memory = hhp__arena_new(&arena, size);
    assert_non_null(memory);
    assert_int_equal((uintptr_t)memory % 8, 0);
    assert_memory_equal(memory, zeros, size);
    memset(memory, 0xff, size);
  }
  hhp__arena_free(&arena);
}

/* In one piece; and the arena grows beyond what was expected. */
static void arena_gets_what_it_expects(void **state) {
  (void)state;
  enum { EXPECTED = 100 * 1024, SIZE = 1000 };
  hhp__arena arena = {0};
  assert_int_equal(hhp__arena_expect(&arena, EXPECTED), 0);
  char *first = hhp__arena_new(&arena, SIZE);
  for (int i = 1; i < EXPECTED / SIZE; i++)
    assert_ptr_equal(hhp__arena_new(&arena, SIZE), first + i * SIZE);
  memset(first, 'x', EXPECTED / SIZE * SIZE);
  char *more = hhp__arena_new(&arena, EXPECTED);
  assert_non_null(more);
  assert_int_equal(more[0] | more[EXPECTED - 1], 0);
  hhp__arena_free(&arena);
  assert_int_equal(hhp__arena_expect(&arena, SIZE_MAX), -1);
  assert_non_null(hhp__arena_new(&arena, SIZE)); /* as it was */
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

/* --- Arrays that grow --- */

static void array_keeps_its_elements_as_it_grows(void **state) {
  (void)state;
  enum { COUNT = 1000 };
  size_t capacity = 0;
  int *numbers = NULL;
  for (int i = 0; i < COUNT; i++) {
    numbers = hhp__with_space(numbers, (size_t)i, &capacity, sizeof(*numbers));
    assert_non_null(numbers);
    assert_true(capacity > (size_t)i);
    numbers[i] = i;
  }
  for (int i = 0; i < COUNT; i++)
    assert_int_equal(numbers[i], i);
  assert_int_equal(capacity, 1024); /* 64, doubled: not reallocated for each element */
  free(numbers);
}

static void array_does_not_move_while_it_has_space(void **state) {
  (void)state;
  size_t capacity = 8;
  char items[8];
  assert_ptr_equal(hhp__with_space(items, 7, &capacity, 1), items);
  assert_int_equal(capacity, 8);
}

/* Neither the number of elements nor that of bytes wraps around. */
static void array_stays_if_it_cannot_grow(void **state) {
  (void)state;
  static const struct {
    size_t capacity, size;
  } impossible[] = {{SIZE_MAX / 2 + 1, 1}, {SIZE_MAX / 16 + 1, 8}, {SIZE_MAX, 1}, {SIZE_MAX / 4 + 1, 2}};
  size_t first = 0;
  char *items = hhp__with_space(NULL, 0, &first, 1);
  assert_non_null(items);
  items[0] = 'x';
  for (size_t i = 0; i < sizeof(impossible) / sizeof(impossible[0]); i++) {
    size_t capacity = impossible[i].capacity;
    assert_null(hhp__with_space(items, capacity, &capacity, impossible[i].size));
    assert_true(capacity == impossible[i].capacity);
    assert_int_equal(items[0], 'x');
  }
  free(items);
}

static void buffer_doubles_up_to_its_limit(void **state) {
  (void)state;
  static const size_t expected[] = {200, 400, 501};
  size_t capacity = 100;
  char *buffer = malloc(capacity);
  for (size_t i = 0; i < 3; i++) {
    buffer = hhp__grown_to_limit(buffer, &capacity, 500);
    assert_non_null(buffer);
    assert_int_equal(capacity, expected[i]);
    buffer[capacity - 1] = 'x';
  }
  free(buffer);
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

static void index_reserves_once(void **state) {
  (void)state;
  hhp__index index = {0};
  assert_int_equal(hhp__index_reserve(&index, 1000), 0);
  assert_int_equal(hhp__index_reserve(&index, 1000), 0);
  assert_int_equal(hhp__index_reserve(&index, 0), 0);
  assert_non_null(hhp__index_add(&index, "a", 1));
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

/* The lower half of SipHash-1-3 of the bytes 0, 1, 2 ... with the key 0 to 15, as in the vectors of its authors:
 * calculated by another program, which agrees with the vector that the paper has of SipHash-2-4. */
static void index_hashes_as_siphash_does(void **state) {
  (void)state;
  static const uint64_t expected[] = {
      UINT64_C(0xabac0158050fc4dc), UINT64_C(0xc9f49bf37d57ca93), UINT64_C(0x82cb9b024dc7d44d),
      UINT64_C(0x8bf80ab8e7ddf7fb), UINT64_C(0xcf75576088d38328), UINT64_C(0xdef9d52f49533b67),
      UINT64_C(0xc50d2b50c59f22a7), UINT64_C(0xd3927d989bb11140), UINT64_C(0x369095118d299a8e),
      UINT64_C(0x25a48eb36c063de4), UINT64_C(0x79de85ee92ff097f), UINT64_C(0x70c118c1f94dc352),
      UINT64_C(0x78a384b157b4d9a2), UINT64_C(0x306f760c1229ffa7), UINT64_C(0x605aa111c0f95d34),
      UINT64_C(0xd320d86d2a519956), UINT64_C(0xcc4fdd1a7d908b66), UINT64_C(0x9cf2689063dbd80c),
      UINT64_C(0x8ffc389cb473e63e), UINT64_C(0xf21f9de58d297d1c), UINT64_C(0xc0dc2f46a6cce040),
      UINT64_C(0xb992abfe2b45f844), UINT64_C(0x7ffe7b9ba320872e), UINT64_C(0x525a0e7fdae6c123),
      UINT64_C(0xf464aeb267349c8c), UINT64_C(0x45cd5928705b0979),
  };
  char bytes[COUNT_OF(expected)];
  hhp__index index = {.seed = {UINT64_C(0x0706050403020100), UINT64_C(0x0f0e0d0c0b0a0908)}};
  for (size_t i = 0; i < COUNT_OF(expected); i++) {
    bytes[i] = (char)i;
    const hhp__slot *slot = hhp__index_add(&index, bytes, i);
    assert_non_null(slot);
    assert_int_equal(slot->hash, expected[i] & UINT32_MAX);
  }
  hhp__index_free(&index);
}

/* Each byte counts, in the last word of a key too, however long that is. */
static void index_hashes_every_byte(void **state) {
  (void)state;
  hhp__index index = {.seed = {1, 2}};
  char key[20] = "0123456789abcdefghi";
  for (size_t length = 1; length < sizeof(key); length++) {
    uint32_t hash = hhp__index_add(&index, copy_of(text_of("%.*s", (int)length, key)), length)->hash;
    for (size_t at = 0; at < length; at++) {
      char *other = copy_of(text_of("%.*s", (int)length, key));
      other[at] = 'x';
      assert_int_not_equal(hhp__index_add(&index, other, length)->hash, hash);
    }
  }
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
  assert_true(a.slots == NULL && a.seed[0] == 0 && a.seed[1] == 0); /* so that it gets others */
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

static void buffer_puts_hexadecimal_digits(void **state) {
  (void)state;
  static const struct {
    uint64_t number;
    int least;
    const char *digits;
  } rows[] = {{0, 1, "0"},
              {0, 2, "00"},
              {0xf, 1, "f"},
              {0x10, 1, "10"},
              {0xa, 4, "000a"},
              {0xabcd, 4, "abcd"},
              {0x10ffff, 4, "10ffff"},
              {UINT64_MAX, 1, "ffffffffffffffff"},
              {0x0123456789abcdef, 16, "0123456789abcdef"}};
  for (size_t i = 0; i < COUNT_OF(rows); i++) {
    hhp__buffer buffer = {0};
    hhp__put_hex(&buffer, rows[i].number, rows[i].least);
    assert_string_equal(buffer.text, rows[i].digits);
    hhp__buffer_free(&buffer);
  }
}

static void ascii_letters_and_digits(void **state) {
  (void)state;
  static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", digits[] = "0123456789";
  for (int c = 0; c < 256; c++) {
    int is_letter = memchr(letters, c, sizeof(letters) - 1) != NULL,
        is_digit = memchr(digits, c, sizeof(digits) - 1) != NULL;
    assert_int_equal(hhp__is_ascii_letter((char)c), is_letter);
    assert_int_equal(hhp__is_digit((char)c), is_digit);
    assert_int_equal(hhp__is_alphanumeric((char)c), is_letter || is_digit);
  }
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
      TEST(arena_gets_what_it_expects),
      TEST(arena_copies_text_with_nul),
      TEST(arena_keeps_allocated_memory),
      TEST(arena_refuses_impossible_sizes),
      TEST(arena_is_new_after_free),
      TEST(array_keeps_its_elements_as_it_grows),
      TEST(array_does_not_move_while_it_has_space),
      TEST(array_stays_if_it_cannot_grow),
      TEST(buffer_doubles_up_to_its_limit),
      TEST(list_grows_in_order),
      TEST(list_readers_are_safe_while_it_grows),
      TEST(list_removes_first_middle_and_last),
      TEST(index_finds_many_keys),
      TEST(index_reserves_once),
      TEST(index_has_a_key_once),
      TEST(index_compares_whole_keys),
      TEST(index_is_empty_at_first),
      TEST(index_finds_the_rest_after_removals),
      TEST(index_can_be_emptied_and_filled_again),
      TEST(index_hashes_as_siphash_does),
      TEST(index_hashes_every_byte),
      TEST(index_is_keyed_afresh),
      TEST(index_beside_another_shares_its_key),
      TEST(buffer_puts_things_together),
      TEST(buffer_puts_hexadecimal_digits),
      TEST(ascii_letters_and_digits),
      TEST(buffer_of_nothing_is_an_empty_text),
      TEST(buffer_grows),
      TEST(buffer_remembers_that_it_failed),
      TEST(statuses_keep_their_numbers),
      TEST(absent_and_languages_keep_their_numbers),
      TEST(versions_agree),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
