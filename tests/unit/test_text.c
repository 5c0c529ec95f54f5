/* Text: UTF-8, columns, folding, characters that cannot be seen, and near misses. */
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/characters.h"
#include "base/fold.h"
#include "base/nearest.h"
#include "base/safe.h"
#include "base/utf8.h"
#include "base/width.h"
#include "unit/support.h"
#include "unit/wide.h"

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
  static const size_t steps[] = {1, 1, 2, 3, 4};
  for (size_t i = 0; i < COUNT_OF(steps); i++)
    assert_int_equal(hhp__utf8_step(i), steps[i]);
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
      {"\u0300", 0},            /* the first that has no column */
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
  assert_folds(" ord", "ord"); /* a single blank, which inside is kept */
  assert_folds("\tord", "ord");
  assert_folds("Miljøambassadører", "miljoeambassadoerer");
  assert_folds("漢字 😀", "漢字 😀"); /* all other text is unchanged */
  assert_folds("\xe5\xff", "\xe5\xff");
  assert_folds("\xe3\x81", "\xe3\x81");                           /* two bytes of three: no letter of two bytes */
  assert_folds("A\x80\x85\x9f\xad\xbf", "a\x80\x85\x9f\xad\xbf"); /* no characters, and so no invisible ones either */
}

/* A text that is longer than what is folded at a time. */
static void folding_takes_texts_of_any_length(void **state) {
  (void)state;
  char text[400] = "", expected[400] = "";
  for (size_t i = 0; i < 60; i++) {
    strcat(text, i % 3 == 0 ? "Bø " : "Å");
    strcat(expected, i % 3 == 0 ? "boe " : "aa");
    assert_folds(text, i % 3 == 0 ? text_of("%.*s", (int)strlen(expected) - 1, expected) : expected);
  }
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
      {"\u0385", "¨\u0301", "¨"},
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

/* What follows in memory is not read: of a letter of two bytes, the first alone is no letter. */
static void folding_ends_where_the_word_ends(void **state) {
  (void)state;
  char word[HHP__LONGEST_WORD];
  assert_int_equal(hhp__fold_word("æ", 1, word), 1);
  assert_memory_equal(word, "\xc3", 1);
  assert_int_equal(hhp__fold_word("æ", 2, word), 2);
  assert_memory_equal(word, "ae", 2);
}

static const char *folded(const char *text) {
  hhp__buffer out = {0};
  hhp__fold(&out, text);
  assert_false(out.failed);
  const char *copy = copy_of(out.text == NULL ? "" : out.text);
  hhp__buffer_free(&out);
  return copy;
}

/* A letter folds to the same alone, between others, at either end, and before a mark that changes nothing. */
static void folding_does_not_depend_on_the_place(void **state) {
  (void)state;
  for (uint32_t c = 0x21; c < 0x250; c++) {
    char letter[5] = "";
    if (c == 0x7f || hhp__is_invisible(c) || hhp__is_mark(c) || hhp__is_blank(c))
      continue;
    hhp__utf8_write(c, letter);
    const char *alone = folded(letter);
    assert_string_equal(folded(text_of("x%s", letter)), text_of("x%s", alone));
    assert_string_equal(folded(text_of("%sx", letter)), text_of("%sx", alone));
    assert_string_equal(folded(text_of("%s%s", letter, letter)), text_of("%s%s", alone, alone));
    assert_string_equal(folded(text_of("x %s y", letter)), text_of("x %s y", alone));
    assert_string_equal(folded(text_of("  %s  ", letter)), alone);
    assert_string_equal(folded(text_of("%s\u0327", letter)), alone); /* a cedilla */
    assert_string_equal(folded(text_of("%s\u0416", letter)), text_of("%s\u0436", alone));
    char word[HHP__LONGEST_WORD];
    assert_int_equal(hhp__fold_word(letter, strlen(letter), word), strlen(alone));
    assert_memory_equal(word, alone, strlen(alone));
    release_all(state);
  }
}

/* As few digits of its code as it has, and at least one. */
static void what_is_unsafe_is_shown_by_its_code(void **state) {
  (void)state;
  static const struct {
    const char *text;
    size_t length;
    const char *shown;
  } cases[] = {{"\0", 1, "\\u{0}"},
               {"\x01", 1, "\\u{1}"},
               {"\x1f", 1, "\\u{1f}"},
               {"\x7f", 1, "\\u{7f}"},
               {"\xc2\x80", 2, "\\u{80}"},
               {"\u202e", 3, "\\u{202e}"},
               {"\U000e0041", 4, "\\u{e0041}"},
               {"a\xc3\xa6", 2, "a\\xc3"}, /* the rest of the letter is beyond the text */
               {" ", 1, " "},
               {"~", 1, "~"}};
  for (size_t i = 0; i < COUNT_OF(cases); i++) {
    hhp__buffer out = {0};
    hhp__put_safe(&out, cases[i].text, cases[i].length);
    assert_non_null(out.text);
    const char *shown = copy_of(out.text);
    hhp__buffer_free(&out);
    assert_string_equal(shown, cases[i].shown);
  }
}

/* Latin, Greek and others up to the general punctuation; not the two signs among the letters of Latin-1. */
static void letters_end_before_the_punctuation(void **state) {
  (void)state;
  static const uint32_t letters[] = {'a', 'z', 'A', 'Z', 0xc0, 0xd6, 0xd8, 0xf6, 0xf8, 0x1fff},
                        others[] = {'`', '{', '@', '[', 0x7f, 0xbf, 0xd7, 0xf7, 0x2000};
  for (size_t i = 0; i < COUNT_OF(letters); i++)
    assert_true(hhp__is_letter(letters[i]));
  for (size_t i = 0; i < COUNT_OF(others); i++)
    assert_false(hhp__is_letter(others[i]));
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
  assert_true(hhp__is_lookalike(0x2010));  /* a hyphen, for a letter or mark of its own */
  assert_false(hhp__is_lookalike(0x200b)); /* zero-width space */
  assert_false(hhp__is_lookalike(0x9b));   /* a control */
  assert_false(hhp__is_lookalike(0xa0));   /* no-break space, which is not seen */
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

int main(void) {
  static const struct CMUnitTest tests[] = {
      TEST(utf8_is_distinguished_from_invalid_bytes),
      TEST(utf8_keeps_table_3_7),
      TEST(utf8_cut_off_is_ill_formed),
      TEST(utf8_writes_what_it_reads),
      TEST(utf8_counts_code_points),
      TEST(texts_have_their_columns),
      TEST(utf8_is_truncated_between_characters),
      TEST(broken_characters_are_taken_whole),
      TEST(folding_evens_out_case_letters_and_blanks),
      TEST(folding_takes_texts_of_any_length),
      TEST(folding_takes_composed_and_decomposed_letters_for_one),
      TEST(folding_drops_what_cannot_be_seen),
      TEST(folding_ends_where_the_word_ends),
      TEST(folding_does_not_depend_on_the_place),
      TEST(what_is_unsafe_is_shown_by_its_code),
      TEST(letters_end_before_the_punctuation),
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
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
