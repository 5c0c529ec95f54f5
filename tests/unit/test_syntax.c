/* HP101-HP103: errors of syntax, and duplicate and unknown members, each with its message, its location, and no
 * consequential findings. In the documents here « and » mark the expected location of the finding. */
#include <stdlib.h>
#include <string.h>

#include "support/random.h"
#include "unit/marked.h"

/* --- HP101: syntax --- */

static void an_empty_document(void **state) {
  (void)state;
  assert_only_fault("«»", "HP101", "", "The file is empty.");
  assert_only_fault(" \n\t «»", "HP101", "", "The file is empty.");
  assert_string_equal(hhp_finding_message(only(check_bytes("<", 0, NULL), "HP101"), HHP_LANG_EN), "The file is empty.");
}

static void a_document_that_ends_too_early(void **state) {
  (void)state;
  assert_only_fault("{'id': 'p', 'goals': [«»", "HP101", "/goals", "The file ends in the middle of the JSON text.");
  assert_only_fault("{'id': 'p«»", "HP101", "/id", "The file ends in the middle of the JSON text.");
  assert_only_fault("{'id': 'p', 'goals': [{«»", "HP101", "/goals/0", "The file ends in the middle of the JSON text.");
  assert_only_fault("{'id': 'p', 'goals«»", "HP101", "", "The file ends in the middle of the JSON text.");
  assert_only_fault("{«»", "HP101", "", "The file ends in the middle of the JSON text.");
}

static void characters_that_should_not_be_there(void **state) {
  (void)state;
  const hhp_finding *f =
      assert_only_fault("{'id': 'p' «;» 'title': 'T'}", "HP101", "", "Unexpected character here: ';'.");
  assert_string_equal(hhp_finding_message(f, HHP_LANG_DA), "Uventet tegn her: ';'.");
  assert_string_equal(text_argument(f, "found"), "';'");
  assert_only_fault("{'id': 'p' «)»", "HP101", "", "Unexpected character here: ')'.");
  assert_only_fault("{'goals': [{} «2»]}", "HP101", "/goals", "A comma is missing before '2'.");
  assert_string_equal(hhp_finding_message(only(check_text("[1 2]"), "HP101"), HHP_LANG_EN),
                      "A comma is missing before '2'.");
}

/* Between two texts: in a list, even where an object would have a name; in an object, even after deeper lists. */
/* As far as the text goes, whatever is behind it: see assert_only_fault(). */
static void numbers_at_the_end_of_the_text(void **state) {
  (void)state;
  assert_only_fault("{'x-a': «46 000 000»", "HP101", "", "The number 46 000 000 is not written as JSON requires.");
  assert_only_fault("{'x-a': «46 000 000»,", "HP101", "", "The number 46 000 000 is not written as JSON requires.");
  assert_only_fault("{'x-a': «12,5 %»", "HP101", "", "The number is followed by text: 12,5 %.");
}

static void separators_that_are_missing(void **state) {
  (void)state;
  assert_only_fault("{'x-a': ['a', 'b' «\"»c']}", "HP101", "/x-a", "A comma is missing before '\"'.");
  assert_only_fault("{'x-a': [[[1]]], 'area' «\"»A'}", "HP101", "",
                    "A colon has to follow the name of the member, not '\"'.");
  assert_only_fault("{'x-a,': «=»1}", "HP101", "/x-a,", "Unexpected character here: '='.");
}

/* Invisible characters are named, non-ASCII ones are printed with their code point, and the location has all their
 * bytes. */
static void characters_are_named_so_that_they_can_be_found(void **state) {
  (void)state;
  static const struct {
    const char *json; /* the error, between « and » */
    const char *found, *da, *en;
  } rows[] = {
      {"{'id': 'p' «\xc2\xa0»}", "U+00A0", "U+00A0 hårdt mellemrum", "U+00A0 no-break space"},
      {"{«\x01»}", "U+0001", "U+0001 kontroltegn", "U+0001 control character"},
      {"{«\x7f»}", "U+007F", "U+007F slettetegn", "U+007F delete"},
      {"{«😀»}", "'😀'", "'😀' (U+1F600)", "'😀' (U+1F600)"},
      {"{«µ»'id': 'p'}", "'µ'", "'µ' (U+00B5)", "'µ' (U+00B5)"},
      {"{'id': 'p'«\u200b»}", "U+200B", "U+200B mellemrum uden bredde", "U+200B zero-width space"},
      {"{«\u2028»'id': 'p'}", "U+2028", "U+2028 linjeskilletegn", "U+2028 line separator"},
      {"{«\xc2\x85»'id': 'p'}", "U+0085", "U+0085 linjeskift (NEL)", "U+0085 next line"},
      {"{«\xcc\x81»'id': 'p'}", "U+0301", "U+0301 løs accent aigu", "U+0301 combining acute accent"},
      {"{«\U000e0041»}", "U+E0041", "U+E0041 usynligt mærketegn", "U+E0041 invisible tag character"},
  };
  for (size_t i = 0; i < COUNT_OF(rows); i++) {
    const hhp_finding *f =
        assert_only_fault(rows[i].json, "HP101", "", text_of("Unexpected character here: %s.", rows[i].en));
    assert_string_equal(hhp_finding_message(f, HHP_LANG_DA), text_of("Uventet tegn her: %s.", rows[i].da));
    assert_string_equal(text_argument(f, "found"), rows[i].found);
  }
  assert_only_fault("{«“»id”: 1}", "HP101", "",
                    "There is a smart quote here: '“'; JSON uses only the straight one (\").");
  assert_only_fault("{«”»id”: 1}", "HP101", "",
                    "There is a smart quote here: '”'; JSON uses only the straight one (\").");
  static const char second[] = "\xef\xbb\xbf\xef\xbb\xbf{}";
  const hhp_finding *f = nth(check_bytes(second, sizeof(second) - 1, NULL), "HP101", 1);
  assert_string_equal(hhp_finding_message(f, HHP_LANG_EN), "Unexpected character here: U+FEFF byte order mark (BOM).");
  assert_int_equal(hhp_finding_offset(f), 3);
  assert_int_equal(hhp_finding_length(f), 3);
  assert_int_equal(hhp_finding_column(f), 2);
  assert_int_equal(hhp_finding_end_column(f), 3);
}

/* At the end of a file, too, where nothing follows its mark. */
static void comments_at_the_end(void **state) {
  (void)state;
  assert_only_fault("{} «/»/", "HP101", "", "There is a comment here; JSON does not allow comments.");
  assert_only_fault("{} «/»*", "HP101", "", "There is a comment here; JSON does not allow comments.");
}

/* What is before the text in memory is no part of it. */
static void the_first_byte_follows_none(void **state) {
  (void)state;
  static const char bytes[] = ",0123";
  hhp_report *report = new_report();
  assert_int_equal(hhp_check(bytes + 1, sizeof(bytes) - 2, NULL, report), HHP_OK);
  assert_string_equal(hhp_finding_message(only(report, "HP101"), HHP_LANG_EN), "The number 0123 begins with a zero.");
}

static void nul_in_the_text(void **state) {
  (void)state;
  assert_only_fault("{'id': 'a«\\»u0000b'}", "HP101", "/id", "There is a NUL character here, which is not allowed.");
  static const char raw[] = "{\"frame\":46000000\0}"; /* after a number, where other readers ignore it */
  hhp_report *report = check_bytes(raw, sizeof(raw) - 1, NULL);
  const hhp_finding *f = only(report, "HP101");
  assert_string_equal(hhp_finding_message(f, HHP_LANG_EN), "There is a NUL character here, which is not allowed.");
  assert_int_equal(hhp_finding_offset(f), 17);
  assert_int_equal(hhp_finding_length(f), 1);
  static const char behind[] = "{}\n\0";
  assert_int_equal(hhp_finding_offset(nth(check_bytes(behind, sizeof(behind) - 1, NULL), "HP101", 0)), 3);
}

static void text_that_is_not_utf8(void **state) {
  (void)state;
  const char *json = quoted("{'area': 'Gr\xf8nparken'}"); /* Latin-1 */
  const hhp_finding *f = only(check_text(json), "HP101");
  assert_string_equal(hhp_finding_message(f, HHP_LANG_EN),
                      "The file is not saved as UTF-8: it contains \\xf8. It looks like Windows-1252 or ISO-8859-1.");
  assert_string_equal(hhp_finding_message(f, HHP_LANG_DA),
                      "Filen er ikke gemt som UTF-8: her står \\xf8. Det ligner Windows-1252 eller ISO-8859-1.");
  assert_string_equal(hhp_finding_pointer(f), "/area");
  assert_int_equal(hhp_finding_offset(f), 12);
  assert_int_equal(hhp_finding_length(f), 1);
  assert_int_equal(hhp_finding_column(f), 13);
  assert_int_equal(hhp_finding_end_column(f), 14);
  static const char utf16[] = "\xff\xfe{\0}\0";
  assert_int_equal(hhp_finding_offset(only(check_bytes(utf16, sizeof(utf16) - 1, NULL), "HP101")), 0);
}

/* The last sentence of the message, with the likely encoding; NULL if there is none. */
static const char *looks_like(const char *json) {
  const hhp_finding *f = only(check_text(quoted(json)), "HP101");
  const char *said = strstr(hhp_finding_message(f, HHP_LANG_EN), "It looks like ");
  assert_non_null(strstr(hhp_finding_message(f, HHP_LANG_EN), "\\x"));
  assert_int_equal(said != NULL, strstr(hhp_finding_message(f, HHP_LANG_DA), "Det ligner ") != NULL);
  assert_non_null(strstr(hhp_finding_remedy(f, HHP_LANG_EN), "as UTF-8"));
  return said == NULL ? NULL : said + strlen("It looks like ");
}

static void encodings_are_recognised_by_their_letters(void **state) {
  (void)state;
  static const char latin_1[] = "Windows-1252 or ISO-8859-1.";
  assert_string_equal(looks_like("{'area': 'R\xf8"
                                 "dg\xe5rden p\xe5 S\xe6"
                                 "by'}"),
                      latin_1);
  assert_string_equal(looks_like("{'area': '\xd8STERBRO'}"), latin_1);
  assert_string_equal(looks_like("{'area': 'caf\xe9'}"), latin_1);
  assert_string_equal(looks_like("{'area': 'for \x93\xe5"
                                 "ben skole\x94 og for\xe6ldre'}"),
                      "Windows-1252.");
  assert_string_equal(looks_like("{\x93"
                                 "area\x94: 'A'}"),
                      "Windows-1252.");
  assert_string_equal(looks_like("{'area': '2016 \x96 2020'}"), "Windows-1252.");
  assert_string_equal(looks_like("{'area': 'R\x9b"
                                 "dg\x86rden p\x86 S\x91"
                                 "by'}"),
                      "CP850 (DOS).");
  assert_string_equal(looks_like("{'area': 'R\xbf"
                                 "dg\x8crden p\x8c S\xbe"
                                 "by'}"),
                      "MacRoman (older Macs).");
  /* the apostrophe of Windows-1252 is the Æ of CP850 */
  assert_string_equal(looks_like("{'area': 'Lars\x92 have'}"), "Windows-1252.");
  assert_string_equal(looks_like("{'area': 'Lars\x92s \x91"
                                 "lde have p\x86 S\x9b"
                                 "en'}"),
                      "CP850 (DOS).");
  assert_null(looks_like("\x94")); /* a closing quote is behind something */
  assert_null(looks_like("{'area': ' \x94 '}"));
  /* the text may end after a quote */
  assert_string_equal(looks_like("{'area': '\x93god skole\x94"), "Windows-1252.");
  /* next to one letter, the first or the last of the alphabet; not next to what is beside those in ASCII */
  static const char letters[] = "azAZ", others[] = "`{@[";
  for (size_t i = 0; i < 4; i++) {
    assert_string_equal(looks_like(text_of("{'area': '1%c\xf8'}", letters[i])), latin_1);
    assert_string_equal(looks_like(text_of("{'area': '1\xf8%c'}", letters[i])), latin_1);
    assert_null(looks_like(text_of("{'area': '1%c\xf8'}", others[i])));
    assert_null(looks_like(text_of("{'area': '1\xf8%c'}", others[i])));
  }
  /* three of four broken bytes have to be letters, and half of the characters outside ASCII */
  assert_string_equal(looks_like("{'area': 'r\xf8"
                                 "d bl\xe5 gr\xf8"
                                 "n 1\xff"
                                 "1'}"),
                      latin_1);
  assert_null(looks_like("{'area': 'r\xf8"
                         "d bl\xe5 1\xff"
                         "1'}"));
  assert_string_equal(looks_like("{'area': 'r\xf8"
                                 "d \u00e6'}"),
                      latin_1);
  assert_null(looks_like("{'area': 'r\xf8"
                         "d \u00e6\u00f8'}"));
  /* not if the bytes are no letters in any encoding, or the rest is valid UTF-8 */
  assert_null(looks_like("{'area': 'a \xff b'}"));
  assert_null(looks_like("{'area': '\xc0\xaf'}"));
  assert_null(looks_like("{'area': 'æøå på Nørrebro, r\xf8"
                         "d'}"));
  assert_null(looks_like("{'area': 'A\xe2\x80'}"));
}

/* Those of Windows-1252, beside one ø: a genitive, an ellipsis after and before a word. */
static void quotes_and_dashes_are_at_their_places(void **state) {
  (void)state;
  assert_string_equal(looks_like("{'area': 'b\xf8rn hos Jens\x92 familie'}"), "Windows-1252.");
  assert_string_equal(looks_like("{'area': 'b\xf8rn hos Per\x92s familie'}"), "Windows-1252.");
  assert_string_equal(looks_like("{'area': 'b\xf8rn\x85 og unge'}"), "Windows-1252.");
  assert_string_equal(looks_like("{'area': 'b\xf8rn \x85og unge'}"), "Windows-1252.");
  /* no apostrophe follows a digit, and no dash joins two letters */
  assert_null(looks_like("{'area': 'b\xf8rn 1\x92 2'}"));
  assert_null(looks_like("{'area': 'b\xf8rn\x96unge'}"));
}

static void utf16_is_recognised_with_and_without_its_mark(void **state) {
  (void)state;
  static const char with_mark[] = "\xff\xfe{\0}\0", little[] = "{\0}\0", big[] = "\0{\0}";
  static const struct {
    const char *json;
    size_t length;
  } rows[] = {{with_mark, 6}, {little, 4}, {big, 4}};
  for (size_t i = 0; i < COUNT_OF(rows); i++) {
    const hhp_finding *f = nth(check_bytes(rows[i].json, rows[i].length, NULL), "HP101", 0);
    assert_non_null(strstr(hhp_finding_message(f, HHP_LANG_EN), "It looks like UTF-16."));
    assert_int_equal(hhp_finding_length(f), 1);
  }
}

/* The bytes of one invalid character are one error. */
static void broken_characters_are_covered_whole(void **state) {
  (void)state;
  const hhp_finding *f = only(check_text(quoted("{'area': 'A\xe2\x80'}")), "HP101");
  assert_string_equal(hhp_finding_message(f, HHP_LANG_EN),
                      "There is something here that is not valid UTF-8: \\xe2\\x80.");
  assert_string_equal(text_argument(f, "found"), "\\xe2\\x80");
  assert_int_equal(hhp_finding_offset(f), 11);
  assert_int_equal(hhp_finding_length(f), 2);
  f = nth(check_text("{} \x93"), "HP101", 0);
  assert_string_equal(text_argument(f, "found"), "\\x93"); /* after the end too */
  f = nth(check_text("{} ø"), "HP101", 0);
  assert_int_equal(hhp_finding_length(f), 2);
}

/* For any bytes, check_bytes() verifies that each location has whole characters, and the right line and column. */
static void places_are_right_in_random_bytes(void **state) {
  (void)state;
  static const char *const pieces[] = {
      "{", "}",        "[",        "]",         ",",     ":",    " ",        "\r",       "\n",           "\r\n",
      "'", "'id'",     "'title':", "'goals':[", "'x-a'", "'p'",  "7",        "1.5",      "true",         "æ",
      "“", "\xc2\xa0", "\u2028",   "😀",         "\xe5",  "\x93", "\xe2\x80", "\xf0\x9f", "\xef\xbb\xbf", "\\u00e5",
      "\\"};
  dice d = {10};
  for (int i = 0; i < 20000; i++) {
    char json[400] = "";
    const char *opening = roll_below(&d, 2) == 0 ? "" : "{" HEAD ",";
    strcat(json, opening);
    for (uint64_t n = roll_below(&d, 12); n > 0; n--)
      strcat(json, pieces[roll_below(&d, COUNT_OF(pieces))]);
    check_text(quoted(json));
    release_all(state);
  }
}

static void a_byte_order_mark_does_not_stop_the_rest(void **state) {
  (void)state;
  hhp_report *report =
      check_text(text_of("\xef\xbb\xbf%s", plan_text("'goals': [{'id': 'g', 'title': 'G', 'pursued': 'yes'}]")));
  assert_string_equal(rules_of(report, HHP_SEVERITY_INFO), "HP101 HP105");
  const hhp_finding *f = nth(report, "HP101", 0);
  assert_string_equal(hhp_finding_message(f, HHP_LANG_EN), "The file begins with a byte order mark (BOM).");
  assert_string_equal(hhp_finding_pointer(f), "");
  assert_int_equal(hhp_finding_offset(f), 0);
  assert_int_equal(hhp_finding_length(f), 3);
  assert_int_equal(hhp_finding_line(f), 1);
  assert_int_equal(hhp_finding_column(f), 1);
  assert_string_equal(hhp_finding_pointer(only(report, "HP105")), "/goals/0/pursued");
}

static void a_byte_order_mark_alone_is_a_fault(void **state) {
  (void)state;
  hhp_report *report = check_text(text_of("\xef\xbb\xbf%s", plan_text("%s", "")));
  assert_string_equal(rules_of(report, HHP_SEVERITY_INFO), "HP101");
  assert_int_equal(hhp_report_is_complete(report), 0);
  assert_int_equal(parse(text_of("\xef\xbb\xbf%s", plan_text("%s", ""))), HHP_ERR_DOCUMENT);
  assert_int_equal(count_of(check_text("\xef\xbb\xbf"), "HP101"), 2); /* and nothing after it */
}

static void control_characters_in_a_text(void **state) {
  (void)state;
  assert_only_fault("{'id': 'a«\n»b'}", "HP101", "/id",
                    "A text contains an unescaped control character or line break.");
  assert_only_fault("{'id': '«\t»'}", "HP101", "/id", "A text contains an unescaped control character or line break.");
}

static void invalid_escapes(void **state) {
  (void)state;
  assert_only_fault("{'x-path': 'C:«\\»plan'}", "HP101", "/x-path", "Unknown escape in the text.");
}

static void half_a_surrogate_pair(void **state) {
  (void)state;
  assert_only_fault("{'id': '«\\»ud83d'}", "HP101", "/id",
                    "Half a surrogate pair: the \\u escape is not a character by itself.");
  assert_only_fault("{'id': '«\\»ud83d\\n", "HP101", "/id",
                    "Half a surrogate pair: the \\u escape is not a character by itself.");
}

static void invalid_numbers(void **state) {
  (void)state;
  assert_only_fault("{'x-v': «046»}", "HP101", "/x-v", "The number 046 begins with a zero.");
  assert_only_fault("{'x-v': «.»5}", "HP101", "/x-v", "The number is not written as JSON requires.");
  assert_only_fault("{'financing': {'frame': «4»6.}}", "HP101", "/financing/frame",
                    "The number is not written as JSON requires.");
  assert_only_fault("{'x-v': -46 «0»00}", "HP101", "", "Unexpected character here: '0'.");
}

static const char *nested(int levels) {
  const char *text = "";
  for (int i = 0; i < levels; i++)
    text = text_of("[%s]", text);
  return text;
}

/* The plan is the first level. */
static void more_than_64_levels(void **state) {
  (void)state;
  assert_none(check_plan("'x-v': %s", nested(63)), "HP101");
  hhp_report *report = check_plan("'x-v': %s", nested(64));
  const hhp_finding *f = only(report, "HP101");
  assert_string_equal(hhp_finding_message(f, HHP_LANG_EN), "The file is nested more than 64 levels deep.");
  assert_int_equal(hhp_finding_number(f, "limit"), 64);
  assert_int_equal(hhp_report_is_complete(report), 0);
}

static void more_after_the_end(void **state) {
  (void)state;
  assert_only_fault("{" HEAD "}\n«}»", "HP101", "", "There is text after the end.");
  assert_only_fault("{" HEAD "} «{»}", "HP101", "", "There is text after the end.");
}

/* Findings before the end of a truncated text are reported; members missing because of the truncation are not. */
static void errors_before_a_syntax_error_are_reported(void **state) {
  (void)state;
  hhp_report *report = check_text(quoted("{'format': 'helhedsplan/1', 'titel': 'T', 'status': 'drfat', 'area': ]"));
  assert_string_equal(rules_of(report, HHP_SEVERITY_INFO), "HP101 HP103 HP106");
}

/* --- HP102: duplicate members --- */

static void a_duplicate_member(void **state) {
  (void)state;
  marked m = marked_text("{" HEAD ",\n 'vision': 'æ', «'vision'»: 'b'}");
  hhp_report *report = check_bytes(m.json, m.length, NULL);
  const hhp_finding *f = assert_fault_in(report, &m, "HP102", "/vision",
                                         "The member “vision” appears twice in one object; first at line 2, column 2.");
  assert_int_equal(hhp_report_count(report), 1);
  assert_string_equal(hhp_finding_message(f, HHP_LANG_DA),
                      "Feltet »vision« står to gange i samme objekt; første gang på linje 2, kolonne 2.");
  assert_int_equal(hhp_finding_related_count(f), 1);
  assert_string_equal(hhp_finding_related_pointer(f, 0), "/vision");
  assert_int_equal(hhp_finding_related_line(f, 0), 2);
  assert_int_equal(hhp_finding_related_column(f, 0), 2);
  assert_int_equal(parse(m.json), HHP_ERR_DOCUMENT);
}

static void a_member_three_times(void **state) {
  (void)state;
  hhp_report *report = check_plan("'area': 'B', 'area': 'C'");
  assert_int_equal(count_of(report, "HP102"), 2);
  assert_int_equal(hhp_report_count(report), 2);
  assert_int_equal(hhp_finding_related_column(nth(report, "HP102", 1), 0),
                   hhp_finding_related_column(nth(report, "HP102", 0), 0));
}

static void a_duplicate_member_in_an_extension(void **state) {
  (void)state;
  assert_fault("'x-a': 1, «'x-a'»: {'b': []}", "HP102", "/x-a",
               text_of("The member “x-a” appears twice in one object; first at line 1, column %d.",
                       (int)strlen("{" HEAD ", ") + 1));
  assert_int_equal(count_of(check_plan("'x-a': {'b': [{'c': 1, 'c': 2}]}"), "HP102"), 1);
  marked m = marked_text("{" HEAD ", 'x-a': [0, {'c': 1, «'c'»: {'d': 1}}]}");
  assert_at(&m, only(check_text(m.json), "HP102"), "/x-a/1/c");
}

static void a_duplicate_member_in_a_skipped_value(void **state) {
  (void)state;
  marked m = marked_text("{" HEAD ", 'nonsense': {'a': {'c': 1, «'c'»: 2}}}");
  hhp_report *report = check_text(m.json);
  assert_string_equal(rules_of(report, HHP_SEVERITY_INFO), "HP102 HP103");
  assert_at(&m, only(report, "HP102"), "/nonsense/a/c");
}

/* Names are compared after decoding escapes. */
static void a_duplicate_member_with_escapes(void **state) {
  (void)state;
  assert_fault("«'\\u0061rea'»: 'B'", "HP102", "/area",
               text_of("The member “area” appears twice in one object; first at line 1, column %d.",
                       (int)(strstr("{" HEAD, "'area'") - "{" HEAD) + 1));
  assert_int_equal(count_of(check_plan("'x-\\u00e6': 1, 'x-æ': 2"), "HP102"), 1);
  assert_int_equal(count_of(check_plan("'x-a': 1, 'x-A': 2"), "HP102"), 0);
}

static void the_same_name_in_two_objects_is_no_fault(void **state) {
  (void)state;
  assert_none(check_plan("'goals': [{'id': 'a', 'title': 'A'}, {'id': 'b', 'title': 'A'}], 'x-a': [{'c': 1}, {'c': 1}, "
                         "{'c': {'c': 1}}]"),
              "HP102");
}

/* --- HP103: unknown members --- */

static void an_unknown_member(void **state) {
  (void)state;
  const hhp_finding *f = assert_fault("«'kommune'»: 'Odense'", "HP103", "/kommune", "Unknown member: “kommune”.");
  assert_string_equal(hhp_finding_message(f, HHP_LANG_DA), "Ukendt felt: »kommune«.");
  assert_string_equal(text_argument(f, "member"), "kommune");
  assert_int_equal(parse(plan_text("'kommune': 1")), HHP_ERR_DOCUMENT);
}

static void an_unknown_member_of_any_type(void **state) {
  (void)state;
  assert_fault("«'blah'»: {'a': [1, {'b': null}]}", "HP103", "/blah", "Unknown member: “blah”.");
  assert_fault("«'blah'»: 1e400", "HP103", "/blah", "Unknown member: “blah”."); /* it is not kept, so it need not fit */
}

/* A misspelt name is one error: neither the member missing because of it, nor references to it, are reported. */
static void a_misspelt_member(void **state) {
  (void)state;
  const hhp_finding *f = assert_only_fault("{'format': 'helhedsplan/1', 'id': 'p', «'titel'»: 'T', 'status': 'draft', "
                                           "'scheme': 'lbf-2015-2018', 'area': 'A'}",
                                           "HP103", "/titel", "Unknown member: “titel”. Did you mean “title”?");
  assert_string_equal(text_argument(f, "suggestion"), "title");
  assert_string_equal(hhp_finding_remedy(f, HHP_LANG_EN),
                      "Write “title” or delete the member. Members of your own begin with “x-”.");
  assert_fault("'financing': {«'curency'»: 'DKK'}", "HP103", "/financing/curency", /* the first one of its object */
               "Unknown member: “curency”. Did you mean “currency”?");
}

static void a_misspelt_list_breaks_no_references(void **state) {
  (void)state;
  assert_fault("«'aktivities'»: [{'id': 'a', 'title': 'A'}], 'milestones': [{'id': 'm', 'title': 'M', 'due': '2020', "
               "'activity': 'a'}]",
               "HP103", "/aktivities", "Unknown member: “aktivities”. Did you mean “activities”?");
}

/* If the right name is present too, nothing is missing, and the rest is checked as usual. */
static void a_misspelt_member_beside_the_right_one(void **state) {
  (void)state;
  hhp_report *report = check_plan("'aktivities': [], 'activities': [{'id': 'a', 'title': 'A'}],"
                                  "'milestones': [{'id': 'm', 'title': 'M', 'due': '2020', 'activity': 'none'}]");
  assert_string_equal(rules_of(report, HHP_SEVERITY_INFO), "HP103 HP108");
  report = check_text(quoted("{'titel': 'T', 'title': '', 'format': 'helhedsplan/1', 'id': 'p', 'status': 'draft',"
                             "'scheme': 'lbf-2015-2018', 'area': 'A'}"));
  assert_string_equal(rules_of(report, HHP_SEVERITY_INFO), "HP103 HP104");
}

/* A member that appears anywhere in the object is not what another was meant to be; the next nearest may be. */
static void a_misspelt_member_before_the_right_one(void **state) {
  (void)state;
  assert_fault("«'visoin'»: 1, 'vision': 'V'", "HP103", "/visoin", "Unknown member: “visoin”.");
  assert_fault("«'vison'»: 1, 'mission': 'M', 'vision': 'V'", "HP103", "/vison", "Unknown member: “vison”.");
  assert_fault("'financing': {'grant': {«'awardet'»: 1, 'awarded': 2}}", "HP103", "/financing/grant/awardet",
               "Unknown member: “awardet”.");
  assert_fault("«'visoin'»: 1, 'goals': [{'id': 'a', 'title': 'A'}], 'vision': 'V'", "HP103", "/visoin",
               "Unknown member: “visoin”.");
  hhp_report *report = check_plan("'activities': [{'id': 'a', 'titel': 'A', 'title': 'B', 'dose': 1}], 'vison': 1");
  assert_string_equal(rules_of(report, HHP_SEVERITY_INFO), "HP103 HP103 HP103");
  assert_string_equal(hhp_finding_message(nth(report, "HP103", 0), HHP_LANG_EN), "Unknown member: “titel”.");
  assert_int_equal(hhp_finding_argument_count(nth(report, "HP103", 0)), 1);
  assert_string_equal(hhp_finding_message(nth(report, "HP103", 2), HHP_LANG_EN),
                      "Unknown member: “vison”. Did you mean “vision”?");
}

static void a_misspelt_member_deep_down(void **state) {
  (void)state;
  assert_fault("'financing': {'grant': {«'awardet'»: 1}}", "HP103", "/financing/grant/awardet",
               "Unknown member: “awardet”. Did you mean “awarded”?");
  assert_fault("'parties': [{'id': 'a', 'name': 'A', 'kind': 'fund', «'CVR'»: '35209115'}]", "HP103", "/parties/0/CVR",
               "Unknown member: “CVR”. Did you mean “cvr”?");
}

/* A word of less than three letters has no suggestion; one of up to five may differ by one edit, of up to eleven by
 * two, a longer one by three. */
static void suggestions_are_near(void **state) {
  (void)state;
  assert_fault("'parties': [{'id': 'a', 'name': 'A', 'kind': 'fund', «'cv'»: 1}]", "HP103", "/parties/0/cv",
               "Unknown member: “cv”.");
  assert_fault("«'aera2'»: 1", "HP103", "/aera2", "Unknown member: “aera2”."); /* two edits from "area" */
  assert_fault("«'vison'»: 1", "HP103", "/vison", "Unknown member: “vison”. Did you mean “vision”?");
  assert_fault("«'mis'»: 1", "HP103", "/mis", "Unknown member: “mis”.");
  assert_fault("«'sommary'»: 1", "HP103", "/sommary", "Unknown member: “sommary”. Did you mean “summary”?");
  assert_fault("«'somary'»: 1", "HP103", "/somary", "Unknown member: “somary”. Did you mean “summary”?"); /* two */
  assert_fault("«'sommari'»: 1", "HP103", "/sommari", "Unknown member: “sommari”. Did you mean “summary”?");
  assert_fault("«'somari'»: 1", "HP103", "/somari", "Unknown member: “somari”."); /* three */
  assert_fault("«'municipalitycod'»: 1", "HP103", "/municipalitycod",
               "Unknown member: “municipalitycod”. Did you mean “municipality_code”?");
  assert_fault("«'municipalcod'»: 1", "HP103", "/municipalcod", "Unknown member: “municipalcod”."); /* five */
}

/* A member that is present already is not suggested. */
static void members_that_are_there_are_not_suggested(void **state) {
  (void)state;
  assert_fault("'vision': 'V', «'vison'»: 'W'", "HP103", "/vison", "Unknown member: “vison”.");
}

static void unknown_members_with_odd_names(void **state) {
  (void)state;
  assert_fault("«''»: 1", "HP103", "/", "Unknown member: “”.");
  assert_fault("«'a/b~c'»: 1", "HP103", "/a~1b~0c", "Unknown member: “a/b~c”.");
  assert_fault("«'x'»: 1", "HP103", "/x", "Unknown member: “x”.");
  assert_fault("«'X-a'»: 1", "HP103", "/X-a", "Unknown member: “X-a”.");
  assert_fault("«'\\u00e6'»: 1", "HP103", "/æ", "Unknown member: “æ”.");
  assert_fault("«'$ref'»: 1", "HP103", "/$ref", "Unknown member: “$ref”.");
}

static const char *member_of_long_name(size_t at) {
  char name[400];
  memset(name, 'n', sizeof(name));
  memcpy(name + at, "ø", 2);
  name[399] = '\0';
  return text_argument(only(check_plan("'%s': 1", name), "HP103"), "member");
}

/* A name of 60 bytes is given in quotes; a part of a longer one would be another name. */
static void names_without_quotes_are_whole(void **state) {
  (void)state;
  char name[62] = "";
  memset(name, 'n', 60);
  const hhp_finding *f = only(check_text(text_of("{%s: 1}", name)), "HP101");
  assert_string_equal(hhp_finding_remedy(f, HHP_LANG_EN), text_of("Write \"%s\".", name));
  name[60] = 'n';
  f = only(check_text(text_of("{%s: 1}", name)), "HP101");
  assert_string_equal(hhp_finding_message(f, HHP_LANG_EN), "Unexpected character here: 'n'.");
}

/* The first 60 bytes of a number and the text after it are named; a longer word after a minus is no number. */
static void numbers_with_text_are_named_to_60_bytes(void **state) {
  (void)state;
  char word[62] = "";
  for (size_t length = 1; length <= 61; length++) {
    word[length - 1] = 'n';
    size_t shown = length + 2 < 60 ? length + 2 : 60;
    const hhp_finding *f = only(check_text(text_of("{\"x-a\": 5 %s}", word)), "HP101");
    assert_string_equal(hhp_finding_message(f, HHP_LANG_EN),
                        text_of("The number is followed by text: 5 %.*s.", (int)shown - 2, word));
    assert_int_equal(hhp_finding_length(f), shown);
    f = only(check_text(text_of("{\"x-a\": -%s}", word)), "HP101");
    int is_named = strcmp(hhp_finding_message(f, HHP_LANG_EN), text_of("JSON has no -%s.", word)) == 0;
    assert_int_equal(is_named, length <= 60);
  }
}

/* At 160 bytes, or before the character that would be split. */
static void long_names_are_cut_in_messages(void **state) {
  (void)state;
  assert_string_equal(member_of_long_name(158) + 156, "nnø…");
  assert_string_equal(member_of_long_name(159) + 156, "nnn…");
  assert_string_equal(member_of_long_name(160) + 156, "nnnn…");
}

/* The whole document would be the wrong location. */
static void pointers_to_long_names_are_whole(void **state) {
  (void)state;
  static const size_t lengths[] = {1, 2047, 2048, 2049, 5000, 100000};
  for (size_t i = 0; i < COUNT_OF(lengths); i++) {
    char *name = malloc(lengths[i] + 1);
    own(name, free);
    memset(name, 'n', lengths[i]);
    name[lengths[i]] = '\0';
    const hhp_finding *f = only(check_plan("'goals': [{'id': 'g', 'title': 'G', '%s': 1}]", name), "HP103");
    assert_string_equal(hhp_finding_pointer(f), text_of("/goals/0/%s", name));
    f = only(check_plan("'x-%s': {'a': 1, 'a': 2}", name), "HP102");
    assert_string_equal(hhp_finding_pointer(f), text_of("/x-%s/a", name));
  }
}

/* Of many errors below a long name, the first have their pointers, the others that of the enclosing value: the report
 * stays within a few times the size of the file. */
static void pointers_take_no_more_than_a_few_times_the_text(void **state) {
  (void)state;
  enum { FAULTS = 1000, LONG = 20000 };
  char *json = malloc(LONG + 8 * FAULTS + 100);
  own(json, free);
  strcpy(json, quoted("{" HEAD ",'x-"));
  memset(json + strlen(json), 'n', LONG + 1);
  json[strlen(quoted("{" HEAD ",'x-")) + LONG] = '\0';
  strcat(json, quoted("':{'a':1"));
  for (int i = 0; i < FAULTS; i++)
    strcat(json, quoted(",'a':1"));
  strcat(json, "}}");
  const hhp_report *report = check_text(json);
  size_t all = 0;
  for (size_t i = 0; i < FAULTS; i++)
    all += strlen(hhp_finding_pointer(nth(report, "HP102", i)));
  assert_int_equal(strlen(hhp_finding_pointer(nth(report, "HP102", 0))), LONG + 5);
  assert_string_equal(hhp_finding_pointer(nth(report, "HP102", FAULTS - 1)), "");
  assert_true(all <= 5 * strlen(json));
}

int main(void) {
  static const struct CMUnitTest tests[] = {
      TEST(an_empty_document),
      TEST(a_document_that_ends_too_early),
      TEST(characters_that_should_not_be_there),
      TEST(numbers_at_the_end_of_the_text),
      TEST(separators_that_are_missing),
      TEST(characters_are_named_so_that_they_can_be_found),
      TEST(comments_at_the_end),
      TEST(the_first_byte_follows_none),
      TEST(nul_in_the_text),
      TEST(text_that_is_not_utf8),
      TEST(encodings_are_recognised_by_their_letters),
      TEST(quotes_and_dashes_are_at_their_places),
      TEST(utf16_is_recognised_with_and_without_its_mark),
      TEST(broken_characters_are_covered_whole),
      TEST(places_are_right_in_random_bytes),
      TEST(a_byte_order_mark_does_not_stop_the_rest),
      TEST(a_byte_order_mark_alone_is_a_fault),
      TEST(control_characters_in_a_text),
      TEST(invalid_escapes),
      TEST(half_a_surrogate_pair),
      TEST(invalid_numbers),
      TEST(more_than_64_levels),
      TEST(more_after_the_end),
      TEST(errors_before_a_syntax_error_are_reported),
      TEST(a_duplicate_member),
      TEST(a_member_three_times),
      TEST(a_duplicate_member_in_an_extension),
      TEST(a_duplicate_member_in_a_skipped_value),
      TEST(a_duplicate_member_with_escapes),
      TEST(the_same_name_in_two_objects_is_no_fault),
      TEST(an_unknown_member),
      TEST(an_unknown_member_of_any_type),
      TEST(a_misspelt_member),
      TEST(a_misspelt_list_breaks_no_references),
      TEST(a_misspelt_member_before_the_right_one),
      TEST(a_misspelt_member_beside_the_right_one),
      TEST(a_misspelt_member_deep_down),
      TEST(suggestions_are_near),
      TEST(members_that_are_there_are_not_suggested),
      TEST(unknown_members_with_odd_names),
      TEST(names_without_quotes_are_whole),
      TEST(numbers_with_text_are_named_to_60_bytes),
      TEST(long_names_are_cut_in_messages),
      TEST(pointers_to_long_names_are_whole),
      TEST(pointers_take_no_more_than_a_few_times_the_text),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
