/* HP101-HP110: errors in the document itself, each with its message, its location, and no consequential findings. In
 * the documents here « and » mark the expected location of the finding. */
#include <stdlib.h>
#include <string.h>

#include "support/random.h"
#include "unit/support.h"

/* --- Documents with a marked location --- */

typedef struct {
  const char *json;
  size_t length; /* of the document */
  size_t offset; /* of the marked location */
  size_t marked; /* its length */
  size_t line;
  size_t column;
} marked;

static char *cut(char *text, const char *mark, size_t *at) {
  char *found = strstr(text, mark);
  if (found == NULL)
    fail_msg("%s is not in: %s", mark, text);
  *at = (size_t)(found - text);
  memmove(found, found + strlen(mark), strlen(found + strlen(mark)) + 1);
  return text;
}

static marked marked_text(const char *text) {
  char *json = quoted(text);
  marked m = {.json = json, .line = 1, .column = 1};
  size_t end = 0;
  cut(json, "«", &m.offset);
  cut(json, "»", &end);
  m.marked = end - m.offset;
  m.length = strlen(json);
  for (size_t i = 0; i < m.offset; i++) {
    if (json[i] == '\n') {
      m.line++;
      m.column = 1;
    } else if (((unsigned char)json[i] & 0xc0) != 0x80) {
      m.column++;
    }
  }
  return m;
}

static void assert_at(const marked *m, const hhp_finding *f, const char *pointer) {
  assert_string_equal(hhp_finding_pointer(f), pointer);
  assert_int_equal(hhp_finding_offset(f), m->offset);
  assert_int_equal(hhp_finding_length(f), m->marked);
  assert_int_equal(hhp_finding_line(f), m->line);
  assert_int_equal(hhp_finding_column(f), m->column);
}

static const hhp_finding *assert_fault_in(const hhp_report *report, const marked *m, const char *rule,
                                          const char *pointer, const char *message) {
  const hhp_finding *f = only(report, rule);
  assert_at(m, f, pointer);
  assert_string_equal(hhp_finding_message(f, HHP_LANG_EN), message);
  assert_int_equal(hhp_finding_severity(f), HHP_SEVERITY_ERROR);
  assert_int_equal(hhp_report_is_complete(report), 0);
  return f;
}

/* The document has this one error, at the marked location, and no other finding. */
static const hhp_finding *assert_only_fault(const char *text, const char *rule, const char *pointer,
                                            const char *message) {
  marked m = marked_text(text);
  hhp_report *report = check_bytes(m.json, m.length, NULL);
  const hhp_finding *f = assert_fault_in(report, &m, rule, pointer, message);
  assert_int_equal(hhp_report_count(report), 1);
  return f;
}

/* The same for a plan with these members after HEAD. */
static const hhp_finding *assert_fault(const char *members, const char *rule, const char *pointer,
                                       const char *message) {
  return assert_only_fault(text_of("{" HEAD ", %s}", members), rule, pointer, message);
}

static hhp_status parse(const char *json) {
  hhp_plan *plan = NULL;
  hhp_status status = hhp_plan_parse(&plan, json, HHP_NUL_TERMINATED, NULL);
  hhp_plan_free(plan);
  return status;
}

/* --- A document without errors --- */

static void a_sound_document_is_complete(void **state) {
  (void)state;
  hhp_report *report = check_plan("%s", "");
  assert_int_equal(hhp_report_is_complete(report), 1);
  assert_string_equal(hhp_report_plan_id(report), "p");
  assert_string_equal(hhp_report_scheme_id(report), "lbf-2015-2018");
  assert_int_equal(hhp_report_stage(report), HHP_STAGE_DRAFT);
  for (size_t i = 0; i < hhp_report_count(report); i++)
    assert_true(strcmp(hhp_finding_rule(hhp_report_at(report, i)), "HP111") >= 0);
}

static void a_faulty_document_is_not(void **state) {
  (void)state;
  hhp_report *report =
      check_plan("'goals': [{'id': 'g'}], 'financing': {'grant': {'awarded': 3}, 'contributions': []}");
  assert_string_equal(rules_of(report, HHP_SEVERITY_INFO), "HP104"); /* and no HP401 */
  assert_int_equal(hhp_report_is_complete(report), 0);
  assert_string_equal(hhp_report_plan_id(report), "p");
  assert_string_equal(hhp_report_scheme_id(report), "lbf-2015-2018");
  assert_int_equal(hhp_report_stage(report), HHP_STAGE_DRAFT);
}

static void a_document_that_cannot_be_read_has_no_stage(void **state) {
  (void)state;
  hhp_report *report = check_text("{");
  assert_int_equal(hhp_report_stage(report), 0);
  assert_int_equal(hhp_report_is_complete(report), 0);
  assert_null(hhp_report_plan_id(report));
}

/* --- HP101: syntax --- */

static void an_empty_document(void **state) {
  (void)state;
  assert_only_fault("«»", "HP101", "", "The file is empty.");
  assert_only_fault(" \n\t «»", "HP101", "", "The file is empty.");
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
  /* the text may end after a quote */
  assert_string_equal(looks_like("{'area': '\x93god skole\x94"), "Windows-1252.");
  /* not if the bytes are no letters in any encoding, or the rest is valid UTF-8 */
  assert_null(looks_like("{'area': 'a \xff b'}"));
  assert_null(looks_like("{'area': '\xc0\xaf'}"));
  assert_null(looks_like("{'area': 'æøå på Nørrebro, r\xf8"
                         "d'}"));
  assert_null(looks_like("{'area': 'A\xe2\x80'}"));
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
}

static void invalid_numbers(void **state) {
  (void)state;
  assert_only_fault("{'x-v': «046»}", "HP101", "/x-v", "The number 046 begins with a zero.");
  assert_only_fault("{'x-v': «.»5}", "HP101", "/x-v", "The number is not written as JSON requires.");
  assert_only_fault("{'financing': {'frame': «4»6.}}", "HP101", "/financing/frame",
                    "The number is not written as JSON requires.");
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

/* --- HP104: missing members --- */

static void every_required_member_of_a_plan(void **state) {
  (void)state;
  hhp_report *report = check_text("{}");
  assert_string_equal(rules_of(report, HHP_SEVERITY_INFO), "HP104 HP104 HP104 HP104 HP104 HP104");
  static const char *const required[] = {"format", "id", "title", "status", "scheme", "area"};
  for (size_t i = 0; i < COUNT_OF(required); i++) {
    const hhp_finding *f = nth(report, "HP104", i);
    assert_string_equal(text_argument(f, "member"), required[i]);
    assert_string_equal(hhp_finding_pointer(f), "");
    assert_string_equal(hhp_finding_message(f, HHP_LANG_EN), text_of("The member “%s” is missing.", required[i]));
    assert_int_equal(hhp_finding_length(f), 1); /* the brace that opens the object */
  }
}

/* For every entity, the members required by the specification: an empty one lacks exactly these. */
static void every_required_member_of_every_entity(void **state) {
  (void)state;
  static const struct {
    const char *members;
    const char *pointer;
    const char *required;
  } rows[] = {
      {"'continues': [{}]", "/continues/0", "title how"},
      {"'parties': [{}]", "/parties/0", "id name kind"},
      {"'goals': [{}]", "/goals/0", "id title"},
      {"'strategies': [{}]", "/strategies/0", "id title"},
      {"'strategies': [{'id': 's', 'title': 'S', 'supports': [{}]}]", "/strategies/0/supports/0", "strategy"},
      {"'work_areas': [{}]", "/work_areas/0", "id title"},
      {"'work_areas': [{'id': 'w', 'title': 'W', 'contributes': [{}]}]", "/work_areas/0/contributes/0", "goal"},
      {"'work_areas': [{'id': 'w', 'title': 'W', 'supports': [{}]}]", "/work_areas/0/supports/0", "strategy"},
      {"'focus_areas': [{}]", "/focus_areas/0", "id code title"},
      {"'activities': [{}]", "/activities/0", "id title"},
      {"'agreements': [{}]", "/agreements/0", "id kind title"},
      {"'agreements': [{'id': 'a', 'kind': 'sub', 'title': 'A', 'signatures': [{}]}]", "/agreements/0/signatures/0",
       "party"},
      {"'governance': {'board': [{}]}", "/governance/board/0", "party"},
      {"'financing': {'contributions': [{}]}", "/financing/contributions/0", "parties"},
      {"'financing': {'budget': [{}]}", "/financing/budget/0", "category year party amount"},
      {"'indicators': [{}]", "/indicators/0", "id title"},
      {"'indicators': [{'id': 'i', 'title': 'I', 'periods': [{}]}]", NULL, ""},
      {"'milestones': [{}]", "/milestones/0", "id title due"},
      {"'approvals': [{}]", "/approvals/0", "kind outcome"},
      {"'reports': [{}]", "/reports/0", "year"},
      {"'waivers': [{}]", "/waivers/0", "rule reason"},
      {"'period': {}, 'governance': {}, 'financing': {}", NULL, ""},
      {"'financing': {'grant': {}}", NULL, ""},
  };
  for (size_t i = 0; i < COUNT_OF(rows); i++) {
    hhp_report *report = check_plan("%s", rows[i].members);
    const char *names = "";
    for (size_t k = 0; k < count_of(report, "HP104"); k++) {
      const hhp_finding *f = nth(report, "HP104", k);
      assert_string_equal(hhp_finding_pointer(f), rows[i].pointer);
      assert_int_equal(hhp_finding_length(f), 1);
      names = text_of("%s%s%s", names, k == 0 ? "" : " ", text_argument(f, "member"));
    }
    assert_string_equal(names, rows[i].required);
  }
}

/* A plan from a file has all required members. */
static void what_lacks_a_member_is_not_read(void **state) {
  (void)state;
  assert_int_equal(parse("{}"), HHP_ERR_DOCUMENT);
  assert_int_equal(parse(plan_text("'goals': [{'id': 'g'}]")), HHP_ERR_DOCUMENT);
  assert_int_equal(parse(plan_text("'goals': [{'id': 'g', 'title': ''}]")), HHP_ERR_DOCUMENT);
  assert_int_equal(parse(plan_text("'goals': [{'id': 'g', 'title': 'G'}]")), HHP_OK);
}

/* Missing members of a plan built in memory are reported. */
static void missing_members_of_built_plans_are_reported(void **state) {
  (void)state;
  hhp_plan *plan = new_plan();
  assert_int_equal(hhp_plan_add_goal(plan, "g", NULL), HHP_OK);
  hhp_report *report = validate(plan, NULL);
  assert_string_equal(rules_of(report, HHP_SEVERITY_INFO), "HP104 HP104 HP104 HP104 HP104 HP104");
  assert_int_equal(hhp_report_is_complete(report), 0);
  assert_string_equal(hhp_finding_pointer(nth(report, "HP104", 5)), "/goals/0");
}

static void a_missing_member_is_missed_where_the_object_opens(void **state) {
  (void)state;
  assert_fault("'goals': [{'id': 'a', 'title': 'A'},\n  «{»'id': 'g'}]", "HP104", "/goals/1",
               "The member “title” is missing.");
}

static void findings_name_their_entity(void **state) {
  (void)state;
  assert_string_equal(hhp_finding_entity(only(check_plan("'goals': [{'id': 'g'}]"), "HP104")), "g");
  assert_string_equal(hhp_finding_entity(only(check_plan("'goals': [{'title': 'G'}]"), "HP104")),
                      "p"); /* the closest with an id */
}

static void required_texts_are_not_empty(void **state) {
  (void)state;
  const hhp_finding *f = assert_fault("'goals': [{'id': 'g', 'title': «''»}]", "HP104", "/goals/0/title",
                                      "The member “title” is empty but has to be filled in.");
  assert_string_equal(hhp_finding_remedy(f, HHP_LANG_DA), "Udfyld »title«.");
  assert_fault("'waivers': [{'rule': 'HP401', 'reason': «''»}]", "HP104", "/waivers/0/reason",
               "The member “reason” is empty but has to be filled in.");
  assert_none(check_plan("'vision': '', 'sources': ['']"), "HP104"); /* optional members */
}

static void a_contribution_needs_a_party(void **state) {
  (void)state;
  assert_fault("'financing': {'contributions': [{'parties': «[]», 'amount': 1}]}", "HP104",
               "/financing/contributions/0/parties", "The member “parties” is empty but has to be filled in.");
  assert_fault("'financing': {'contributions': [«{»'amount': 1}]}", "HP104", "/financing/contributions/0",
               "The member “parties” is missing.");
}

/* --- HP105: types --- */

static void every_type_that_is_wrong(void **state) {
  (void)state;
  assert_fault("'vision': «1»", "HP105", "/vision", "“vision” has to be a text, not a whole number.");
  assert_fault("'vision': «null»", "HP105", "/vision", "“vision” has to be a text, not null.");
  assert_fault("'vision': «true»", "HP105", "/vision", "“vision” has to be a text, not true or false.");
  assert_fault("'vision': «['a', 'b']»", "HP105", "/vision", "“vision” has to be a text, not a list.");
  assert_fault("'vision': «{'a': {'b': 1}}»", "HP105", "/vision", "“vision” has to be a text, not an object.");
  assert_fault("'vision': «1.5»", "HP105", "/vision",
               "“vision” has to be a text, not a number with a fraction or exponent.");
  assert_fault("'sources': «'a'»", "HP105", "/sources", "“sources” has to be a list, not a text.");
  assert_fault("'goals': «{}»", "HP105", "/goals", "“goals” has to be a list, not an object.");
  assert_fault("'period': «[]»", "HP105", "/period", "“period” has to be an object, not a list.");
  assert_fault("'period': «null»", "HP105", "/period", "“period” has to be an object, not null.");
  assert_fault("'financing': {'frame': «'46000000'»}", "HP105", "/financing/frame",
               "“frame” has to be a whole number, not the text “46000000”.");
  assert_fault("'financing': {'frame': «'fem'»}", "HP105", "/financing/frame",
               "“frame” has to be a whole number, not a text.");
  assert_fault("'financing': {'frame': «false»}", "HP105", "/financing/frame",
               "“frame” has to be a whole number, not true or false.");
  assert_fault("'goals': [{'id': 'g', 'title': 'G', 'pursued': «'true'»}]", "HP105", "/goals/0/pursued",
               "“pursued” has to be true or false, not a text.");
  assert_fault("'goals': [{'id': 'g', 'title': 'G', 'pursued': «1»}]", "HP105", "/goals/0/pursued",
               "“pursued” has to be true or false, not a whole number.");
  assert_fault("'kind': «1»", "HP105", "/kind", "“kind” has to be a text, not a whole number.");
  assert_fault("'prequalified_on': «2015»", "HP105", "/prequalified_on",
               "“prequalified_on” has to be a text, not a whole number.");
  assert_fault("'indicators': [{'id': 'i', 'title': 'I', 'baseline': {'value': «63.5»}}]", "HP105",
               "/indicators/0/baseline/value", "“value” has to be a text, not a number with a fraction or exponent.");
}

static void types_are_named_in_both_languages(void **state) {
  (void)state;
  const hhp_finding *f = assert_fault("'vision': «[]»", "HP105", "/vision", "“vision” has to be a text, not a list.");
  assert_string_equal(hhp_finding_message(f, HHP_LANG_DA), "»vision« skal være en tekst, ikke en liste.");
  assert_string_equal(text_argument(f, "expected"), "text");
  assert_string_equal(text_argument(f, "found"), "list");
  assert_int_equal(argument_kind(f, "found"), HHP_ARGUMENT_TEXT);
}

static void elements_of_the_wrong_type(void **state) {
  (void)state;
  assert_fault("'sources': ['a', «7»]", "HP105", "/sources/1",
               "Each element of “sources” has to be a text, not a whole number.");
  assert_fault("'goals': [{'id': 'a', 'title': 'A'}, «'b'», {'id': 'c', 'title': 'C'}]", "HP105", "/goals/1",
               "Each element of “goals” has to be an object, not a text.");
  assert_fault("'governance': {'leads': [«null»]}", "HP105", "/governance/leads/0",
               "Each element of “leads” has to be a text, not null.");
}

/* Elements after a wrong one keep their index. */
static void elements_behind_a_wrong_one_are_counted_right(void **state) {
  (void)state;
  hhp_report *report = check_plan("'goals': [7, {'id': 'g'}], 'sources': [1, 'b', 2]");
  assert_string_equal(rules_of(report, HHP_SEVERITY_INFO), "HP104 HP105 HP105 HP105");
  assert_string_equal(hhp_finding_pointer(only(report, "HP104")), "/goals/1");
  assert_string_equal(hhp_finding_pointer(nth(report, "HP105", 2)), "/sources/2");
}

static void a_document_that_is_no_object(void **state) {
  (void)state;
  assert_only_fault("«[{}]»", "HP105", "", "The document has to be an object, not a list.");
  assert_only_fault(" «'plan'» ", "HP105", "", "The document has to be an object, not a text.");
  assert_only_fault("«1.5»", "HP105", "",
                    "The document has to be an object, not a number with a fraction or exponent.");
  assert_only_fault("«null»", "HP105", "", "The document has to be an object, not null.");
}

static void kroner_with_fraction_or_exponent(void **state) {
  (void)state;
  static const char *const numbers[] = {"46000000.0", "4.6e7", "46E6", "0.5", "-0.0"};
  for (size_t i = 0; i < COUNT_OF(numbers); i++) {
    const hhp_finding *f =
        assert_fault(text_of("'financing': {'frame': «%s»}", numbers[i]), "HP105", "/financing/frame",
                     text_of("“frame” has to be a whole number without fraction or exponent, not %s.", numbers[i]));
    assert_string_equal(text_argument(f, "value"), numbers[i]);
  }
  assert_fault("'reports': [{'year': «2016.0»}]", "HP105", "/reports/0/year",
               "“year” has to be a whole number without fraction or exponent, not 2016.0.");
}

static void kroner_out_of_range(void **state) {
  (void)state;
  const hhp_finding *f = assert_fault("'financing': {'frame': «-1»}", "HP105", "/financing/frame",
                                      "“frame” is DKK -1, but has to be between DKK 0 and DKK 1,000,000,000,000.");
  assert_int_equal(hhp_finding_number(f, "actual"), -1);
  assert_int_equal(hhp_finding_number(f, "lowest"), 0);
  assert_int_equal(hhp_finding_number(f, "highest"), INT64_C(1000000000000));
  assert_int_equal(argument_kind(f, "actual"), HHP_ARGUMENT_KRONER);
  assert_fault("'financing': {'frame': «1000000000001»}", "HP105", "/financing/frame",
               "“frame” is DKK 1,000,000,000,001, but has to be between DKK 0 and DKK 1,000,000,000,000.");
  assert_none(check_plan("'financing': {'frame': 1000000000000, 'total': 0}"), "HP105");
}

static void kroner_beyond_int64(void **state) {
  (void)state;
  const hhp_finding *f =
      assert_fault("'financing': {'frame': «99999999999999999999»}", "HP105", "/financing/frame",
                   "“frame” is 99999999999999999999, but has to be between DKK 0 and DKK 1,000,000,000,000.");
  assert_string_equal(text_argument(f, "actual"), "99999999999999999999");
  assert_fault("'financing': {'frame': «-9223372036854775809»}", "HP105", "/financing/frame",
               "“frame” is -9223372036854775809, but has to be between DKK 0 and DKK 1,000,000,000,000.");
}

static void integers_out_of_range(void **state) {
  (void)state;
  assert_fault("'reports': [{'year': «1899»}]", "HP105", "/reports/0/year",
               "“year” is 1899, but has to be between 1900 and 2199.");
  assert_fault("'reports': [{'year': «2200»}]", "HP105", "/reports/0/year",
               "“year” is 2200, but has to be between 1900 and 2199.");
  assert_none(check_plan("'reports': [{'year': 1900}, {'year': 2199}]"), "HP105");
  assert_int_equal(count_of(check_plan("'reports': [{'year': 4294969312}]"), "HP105"), 1); /* 2016 + 2^32 */
  assert_int_equal(
      count_of(check_plan("'activities': [{'id': 'a', 'title': 'A', 'target_group': {'age_min': -2147483649}}]"),
               "HP105"),
      1);
  assert_int_equal(
      count_of(check_plan("'activities': [{'id': 'a', 'title': 'A', 'target_group': {'age_max': 2147483648}}]"),
               "HP105"),
      1);
}

static void extension_numbers_that_cannot_be_kept(void **state) {
  (void)state;
  assert_fault("'x-a': [{'b': «9223372036854775808»}]", "HP105", "/x-a/0/b",
               "The number 9223372036854775808 is too large to be stored.");
  assert_fault("'x-a': «1e400»", "HP105", "/x-a", "The number 1e400 is too large to be stored.");
}

/* --- HP106: values --- */

static void values_that_an_enum_does_not_have(void **state) {
  (void)state;
  const hhp_finding *f =
      assert_fault("'kind': «'skib'»", "HP106", "/kind", "“skib” is not a possible value of “kind”.");
  assert_string_equal(text_argument(f, "allowed"), "boligsocial, fysisk");
  assert_string_equal(hhp_finding_remedy(f, HHP_LANG_EN), "Choose one of: boligsocial, fysisk.");
  f = assert_fault("'kind': «'boligsosial'»", "HP106", "/kind",
                   "“boligsosial” is not a possible value of “kind”. Did you mean “boligsocial”?");
  assert_string_equal(text_argument(f, "suggestion"), "boligsocial");
  assert_fault("'kind': «'Fysisk'»", "HP106", "/kind",
               "“Fysisk” is not a possible value of “kind”. Did you mean “fysisk”?");
  assert_fault("'kind': «''»", "HP106", "/kind", "“” is not a possible value of “kind”.");
  assert_fault("'financing': {'currency': «'EUR'»}", "HP106", "/financing/currency",
               "“EUR” is not a possible value of “currency”.");
}

static void invalid_ids(void **state) {
  (void)state;
  assert_fault("'goals': [{'id': «'Mål 1'», 'title': 'G'}]", "HP106", "/goals/0/id",
               "“Mål 1” is not a valid id. Did you mean “maal-1”?");
  assert_fault("'goals': [{'id': «'-g'», 'title': 'G'}]", "HP106", "/goals/0/id",
               "“-g” is not a valid id. Did you mean “g”?");
  assert_fault("'goals': [{'id': «''», 'title': 'G'}]", "HP106", "/goals/0/id", "“” is not a valid id.");
  assert_fault("'goals': [{'id': 'g', 'title': 'G', 'parent': «'G'»}]", "HP106", "/goals/0/parent",
               "“G” is not a valid id. Did you mean “g”?");
  assert_fault("'governance': {'leads': [«'Kommunen'»]}", "HP106", "/governance/leads/0",
               "“Kommunen” is not a valid id.");
  assert_fault("'financing': {'contributions': [{'parties': [«'A B'»], 'amount': 1}]}", "HP106",
               "/financing/contributions/0/parties/0", "“A B” is not a valid id.");
}

/* References to the intended id are not reported as dangling. */
static void a_bad_id_breaks_no_references(void **state) {
  (void)state;
  assert_fault("'goals': [{'id': «'Maal'», 'title': 'G'}, {'id': 'h', 'title': 'H', 'parent': 'maal'}],"
               "'strategies': [{'id': 's', 'title': 'S', 'goals': ['maal', 'h']}]",
               "HP106", "/goals/0/id", "“Maal” is not a valid id. Did you mean “maal”?");
}

static void dates_that_do_not_exist(void **state) {
  (void)state;
  static const char *const bad[] = {"2015-02-29", "2015-13", "0000", "29.02.2015"};
  for (size_t i = 0; i < COUNT_OF(bad); i++)
    assert_fault(text_of("'prequalified_on': «'%s'»", bad[i]), "HP106", "/prequalified_on",
                 text_of("“%s” is not a date that exists.", bad[i]));
  assert_none(check_plan("'prequalified_on': '2016-02-29'"), "HP106");
}

static void other_forms_that_are_wrong(void **state) {
  (void)state;
  assert_fault("'parties': [{'id': 'a', 'name': 'A', 'kind': 'fund', 'cvr': «'DK3520911'»}]", "HP106", "/parties/0/cvr",
               "“DK3520911” is not a CVR number.");
  assert_fault("'focus_areas': [{'id': 'f', 'code': «'Tryghed og hygge'», 'title': 'F'}]", "HP106",
               "/focus_areas/0/code", "“Tryghed og hygge” is not a valid code.");
  assert_fault("'municipality_code': «'Odense'»", "HP106", "/municipality_code",
               "“Odense” is the name of the municipality; its code belongs here.");
  assert_fault("'indicators': [{'id': 'i', 'title': 'I', 'baseline': {'value': «'63,x'»}}]", "HP106",
               "/indicators/0/baseline/value", "“63,x” is not a decimal with at most four decimals.");
  assert_fault("'indicators': [{'id': 'i', 'title': 'I', 'periods': [{'target': «'1e-3'»}]}]", "HP106",
               "/indicators/0/periods/0/target", "“1e-3” is not a decimal with at most four decimals.");
}

static void a_scheme_that_is_not_a_code(void **state) {
  (void)state;
  assert_only_fault(
      "{'format': 'helhedsplan/1', 'id': 'p', 'title': 'T', 'status': 'draft', 'scheme': «'LBF 2015'», 'area': 'A'}",
      "HP106", "/scheme", "“LBF 2015” is not a valid code."); /* and no HP110, nor HP104 */
}

/* --- HP107: ids --- */

static void a_duplicate_id(void **state) {
  (void)state;
  marked m = marked_text("{" HEAD ",\n 'goals': [{'id': 'g', 'title': 'G'},\n  {'id': «'g'», 'title': 'H'}]}");
  hhp_report *report = check_text(m.json);
  const hhp_finding *f = assert_fault_in(report, &m, "HP107", "/goals/1/id", "The id “g” is already used in the plan.");
  assert_int_equal(hhp_report_count(report), 1);
  assert_int_equal(hhp_finding_related_count(f), 1);
  assert_string_equal(hhp_finding_related_pointer(f, 0), "/goals/0/id");
  assert_int_equal(hhp_finding_related_line(f, 0), 2);
  assert_int_equal(hhp_finding_related_column(f, 0), 19);
  assert_string_equal(text_argument(f, "id"), "g");
  assert_string_equal(hhp_finding_entity(f), "g");
  assert_int_equal(parse(m.json), HHP_OK); /* it can be read, so that it can be corrected */
}

static void an_id_of_anything_else(void **state) {
  (void)state;
  hhp_report *report =
      check_plan("'parties': [{'id': 'a', 'name': 'A', 'kind': 'fund'}], 'goals': [{'id': 'p', 'title': 'G'}],"
                 "'activities': [{'id': 'a', 'title': 'A'}],"
                 "'financing': {'contributions': [{'id': 'a', 'parties': ['a'], 'amount': 1}]}");
  assert_string_equal(rules_of(report, HHP_SEVERITY_INFO), "HP107 HP107 HP107");
  assert_string_equal(hhp_finding_pointer(nth(report, "HP107", 0)), "/goals/0/id"); /* of the plan itself */
  assert_string_equal(hhp_finding_related_pointer(nth(report, "HP107", 0), 0), "/id");
  assert_string_equal(hhp_finding_pointer(nth(report, "HP107", 1)), "/activities/0/id");
  assert_string_equal(hhp_finding_pointer(nth(report, "HP107", 2)), "/financing/contributions/0/id");
  assert_string_equal(hhp_finding_related_pointer(nth(report, "HP107", 2), 0), "/parties/0/id");
}

/* In the order of the file, not of the format. */
static void the_second_in_the_file_is_the_duplicate(void **state) {
  (void)state;
  hhp_report *report = check_plan("'activities': [{'id': 'a', 'title': 'A'}], 'goals': [{'id': 'a', 'title': 'G'}]");
  assert_string_equal(hhp_finding_pointer(only(report, "HP107")), "/goals/0/id");
}

/* --- HP108: references --- */

static void a_reference_to_nothing(void **state) {
  (void)state;
  const hhp_finding *f =
      assert_fault("'governance': {'secretariat': «'sekretariatet'»}", "HP108", "/governance/secretariat",
                   "Nothing has the id “sekretariatet”; a party to the plan is expected here.");
  assert_string_equal(text_argument(f, "id"), "sekretariatet");
  assert_string_equal(text_argument(f, "expected"), "party");
  assert_string_equal(hhp_finding_message(f, HHP_LANG_DA),
                      "Intet har id'et »sekretariatet«; her skal stå en part i planen.");
  assert_int_equal(parse(plan_text("'governance': {'secretariat': 'x'}")), HHP_OK);
}

static void a_misspelt_reference(void **state) {
  (void)state;
  const hhp_finding *f =
      assert_fault("'goals': [{'id': 'maal', 'title': 'G'}, {'id': 'h', 'title': 'H', 'parent': «'mal'»}]", "HP108",
                   "/goals/1/parent", "Nothing has the id “mal”; a goal is expected here. Did you mean “maal”?");
  assert_string_equal(text_argument(f, "suggestion"), "maal");
}

static void a_reference_to_the_wrong_type(void **state) {
  (void)state;
  const hhp_finding *f =
      assert_fault("'parties': [{'id': 'a', 'name': 'A', 'kind': 'fund'}], 'goals': [{'id': 'g', 'title': 'G'}],"
                   "'activities': [{'id': 'b', 'title': 'B', 'goals': ['g', «'a'»]}]",
                   "HP108", "/activities/0/goals/1", "“a” is a party to the plan, but a goal is expected here.");
  assert_string_equal(text_argument(f, "found"), "party");
  assert_string_equal(text_argument(f, "expected"), "goal");
  assert_int_equal(hhp_finding_related_count(f), 1);
  assert_string_equal(hhp_finding_related_pointer(f, 0), "/parties/0");
  assert_true(hhp_finding_related_line(f, 0) == 1 && hhp_finding_related_column(f, 0) > 1);
}

static void a_reference_to_the_plan_itself(void **state) {
  (void)state;
  assert_fault("'governance': {'leads': [«'p'»]}", "HP108", "/governance/leads/0",
               "“p” is a social development plan, but a party to the plan is expected here.");
}

/* Each reference of the format, to a missing entity. */
static void every_reference_is_checked(void **state) {
  (void)state;
  static const char *const rows[] = {
      "'goals': [{'id': 'a', 'title': 'A', 'parent': 'none'}]",
      "'strategies': [{'id': 'a', 'title': 'A', 'goals': ['none']}]",
      "'strategies': [{'id': 'a', 'title': 'A', 'supports': [{'strategy': 'none'}]}]",
      "'work_areas': [{'id': 'a', 'title': 'A', 'strategy': 'none'}]",
      "'work_areas': [{'id': 'a', 'title': 'A', 'contributes': [{'goal': 'none'}]}]",
      "'work_areas': [{'id': 'a', 'title': 'A', 'supports': [{'strategy': 'none'}]}]",
      "'activities': [{'id': 'a', 'title': 'A', 'focus_areas': ['none']}]",
      "'activities': [{'id': 'a', 'title': 'A', 'work_areas': ['none']}]",
      "'activities': [{'id': 'a', 'title': 'A', 'goals': ['none']}]",
      "'activities': [{'id': 'a', 'title': 'A', 'parties': ['none']}]",
      "'activities': [{'id': 'a', 'title': 'A', 'lead': 'none'}]",
      "'agreements': [{'id': 'a', 'title': 'A', 'kind': 'sub', 'focus_area': 'none'}]",
      "'agreements': [{'id': 'a', 'title': 'A', 'kind': 'sub', 'activities': ['none']}]",
      "'agreements': [{'id': 'a', 'title': 'A', 'kind': 'sub', 'parties': ['none']}]",
      "'agreements': [{'id': 'a', 'title': 'A', 'kind': 'sub', 'signatures': [{'party': 'none'}]}]",
      "'governance': {'leads': ['none']}",
      "'governance': {'secretariat': 'none'}",
      "'governance': {'board': [{'party': 'none'}]}",
      "'financing': {'grant': {'party': 'none'}}",
      "'financing': {'contributions': [{'parties': ['none'], 'amount': 1}]}",
      "'financing': {'budget': [{'category': 'staff', 'year': 2016, 'party': 'none', 'amount': 1}]}",
      ("'parties': [{'id': 'k', 'name': 'K', 'kind': 'fund'}],"
       "'financing': {'budget': [{'category': 'staff', 'year': 2016, 'party': 'k', 'amount': 1, 'activity': 'none'}]}"),
      "'indicators': [{'id': 'a', 'title': 'A', 'goal': 'none'}]",
      "'indicators': [{'id': 'a', 'title': 'A', 'activity': 'none'}]",
      "'milestones': [{'id': 'a', 'title': 'A', 'due': '2016', 'activity': 'none'}]",
      "'milestones': [{'id': 'a', 'title': 'A', 'due': '2016', 'focus_area': 'none'}]",
      "'approvals': [{'kind': 'council', 'outcome': 'approved', 'party': 'none'}]",
  };
  for (size_t i = 0; i < COUNT_OF(rows); i++) {
    hhp_report *report = check_plan("%s", rows[i]);
    assert_string_equal(rules_of(report, HHP_SEVERITY_INFO), "HP108");
    const char *expected = plan_text("%s", rows[i]);
    assert_int_equal(hhp_finding_offset(only(report, "HP108")), (size_t)(strstr(expected, "\"none\"") - expected));
  }
}

static void later_parts_of_the_file_are_found(void **state) {
  (void)state;
  assert_none(
      check_plan("'financing': {'grant': {'party': 'f'}}, 'parties': [{'id': 'f', 'name': 'F', 'kind': 'fund'}]"),
      "HP108");
}

/* If a list could not be read, references to it are not reported. */
static void a_list_of_the_wrong_type_breaks_no_references(void **state) {
  (void)state;
  assert_fault("'parties': «'Odense'», 'governance': {'leads': ['odense']}", "HP105", "/parties",
               "“parties” has to be a list, not a text.");
  hhp_report *report = check_plan(
      "'parties': [{'id': 'a', 'name': 'A', 'kind': 'fund'}, 'odense'], 'governance': {'leads': ['odense']}");
  assert_string_equal(rules_of(report, HHP_SEVERITY_INFO), "HP105");
}

static void a_missing_id_breaks_no_references(void **state) {
  (void)state;
  assert_fault("'parties': [«{»'name': 'A', 'kind': 'fund'}], 'governance': {'leads': ['a']}", "HP104", "/parties/0",
               "The member “id” is missing.");
}

/* But only references to that type of entity are exempt. */
static void other_references_are_still_checked(void **state) {
  (void)state;
  hhp_report *report =
      check_plan("'parties': [{'id': 'A!', 'name': 'A', 'kind': 'fund'}], 'governance': {'leads': ['a']},"
                 "'strategies': [{'id': 's', 'title': 'S', 'goals': ['g']}]");
  assert_string_equal(rules_of(report, HHP_SEVERITY_INFO), "HP106 HP108");
  assert_string_equal(hhp_finding_pointer(only(report, "HP108")), "/strategies/0/goals/0");
}

/* --- HP109 and HP110 --- */

static void another_version_of_the_format(void **state) {
  (void)state;
  const hhp_finding *f = assert_only_fault(
      "{'format': «'helhedsplan/2'», 'id': 'p', 'title': 'T', 'status': 'draft', 'scheme': 'lbf-2015-2018', 'area': "
      "'A'}",
      "HP109", "/format", "The file says that its format is “helhedsplan/2”; this version reads “helhedsplan/1”.");
  assert_string_equal(text_argument(f, "found"), "helhedsplan/2");
  assert_string_equal(text_argument(f, "expected"), "helhedsplan/1");
  assert_only_fault(
      "{'format': «''», 'id': 'p', 'title': 'T', 'status': 'draft', 'scheme': 'lbf-2015-2018', 'area': 'A'}", "HP109",
      "/format", "The file says that its format is “”; this version reads “helhedsplan/1”.");
  assert_int_equal(
      parse(quoted(
          "{'format': 'helhedsplan/2', 'id': 'p', 'title': 'T', 'status': 'draft', 'scheme': 's', 'area': 'A'}")),
      HHP_ERR_DOCUMENT);
}

#define WITH_SCHEME(scheme) \
  "{'format': 'helhedsplan/1', 'id': 'p', 'title': 'T', 'status': 'draft', 'scheme': " scheme ", 'area': 'A'}"

static void an_unknown_scheme(void **state) {
  (void)state;
  const hhp_finding *f =
      assert_only_fault(WITH_SCHEME("«'realdania'»"), "HP110", "/scheme", "The scheme “realdania” is not known.");
  assert_string_equal(text_argument(f, "allowed"), "lbf-2011-2014, lbf-2015-2018, lbf-2019-2026");
  f = assert_only_fault(WITH_SCHEME("«'lbf-2015-18'»"), "HP110", "/scheme",
                        "The scheme “lbf-2015-18” is not known. Did you mean “lbf-2015-2018”?");
  assert_string_equal(text_argument(f, "suggestion"), "lbf-2015-2018");
  assert_int_equal(parse(quoted(WITH_SCHEME("'realdania'"))), HHP_OK); /* the caller may know it */
}

static const hhp_finding *unknown_scheme(const char *id) {
  return only(check_text(quoted(text_of(WITH_SCHEME("'%s'"), id))), "HP110");
}

static void misspelt_schemes_are_recognised(void **state) {
  (void)state;
  static const char *const meant[][2] = {
      {"lfb-2015-2018", "lbf-2015-2018"},
      {"lbf-2015-18", "lbf-2015-2018"},
      {"2015-18-midlerne", "lbf-2015-2018"},
      {"midlerne-2019-26", "lbf-2019-2026"},
      {"lbf2011-2014", "lbf-2011-2014"},
      {"lbf-20112014", "lbf-2011-2014"},
      {"landsbyggefonden-2019-2026", "lbf-2019-2026"},
      {"landbyggefondens-2019-26-midler", "lbf-2019-2026"},
      {"2019-26", "lbf-2019-2026"},
      {"fb-2019-2026", "lbf-2019-2026"},
      {"lbf-2019-2026-x", "lbf-2019-2026"},
  };
  for (size_t i = 0; i < COUNT_OF(meant); i++)
    assert_string_equal(text_argument(unknown_scheme(meant[i][0]), "suggestion"), meant[i][1]);
}

/* Other years are another scheme: no plan of 2027 is checked against the funds of 2011-14. */
static void a_scheme_of_other_years_is_not_a_misspelt_one(void **state) {
  (void)state;
  static const char *const others[] = {
      "lbf-2027-2034",    "lbf-2027",      "lbf-2019-2028",    "lbf-2015-2081",      "lbf-2011-2015",
      "lbf-2015-2019",    "lbf-2019-2025", "lbf-2105-2018",    "lbf-2015",           "lbf",
      "lbf-2015-201",     "lbf-15-18",     "lbf-2015-8",       "lbf-2018-2015",      "lbf-2015-2018-2019",
      "lbf-2027-34",      "27-34",         "2027-34-midlerne", "byfonden-2015-2018", "realdania-2019-2026",
      "fysisk-2011-2014", "20152018201",
  };
  for (size_t i = 0; i < COUNT_OF(others); i++) {
    const hhp_finding *f = unknown_scheme(others[i]);
    assert_string_equal(hhp_finding_message(f, HHP_LANG_EN), text_of("The scheme “%s” is not known.", others[i]));
    assert_non_null(strstr(hhp_finding_remedy(f, HHP_LANG_DA), "lbf-2011-2014, lbf-2015-2018, lbf-2019-2026"));
    assert_non_null(strstr(hhp_finding_remedy(f, HHP_LANG_DA), "--scheme FILE"));
    assert_non_null(strstr(hhp_finding_remedy(f, HHP_LANG_EN), "lbf-2011-2014, lbf-2015-2018, lbf-2019-2026"));
    assert_non_null(strstr(hhp_finding_remedy(f, HHP_LANG_EN), "--scheme FILE"));
  }
}

static void a_given_scheme_replaces_an_unknown_one(void **state) {
  (void)state;
  hhp_check_options *options = new_options();
  hhp_check_options_set_scheme(options, hhp_scheme_find("lbf-2011-2014"));
  const char *json = quoted(WITH_SCHEME("'realdania'"));
  hhp_report *report = check_bytes(json, strlen(json), options);
  assert_none(report, "HP110");
  assert_string_equal(hhp_report_scheme_id(report), "lbf-2011-2014");
}

/* --- All in one document --- */

static void every_error_is_reported_in_one_run(void **state) {
  (void)state;
  hhp_report *report = check_text(
      quoted("{'format': 'helhedsplan/9', 'id': 'P', 'title': '', 'status': 'daft', 'scheme': 'lbf-1999', 'area': 7,\n"
             " 'visoin': 'V', 'mission': 'a', 'mission': 'b', 'municipality_code': '46',\n"
             " 'period': {'start': '2015-02-30', 'x-big': 9223372036854775808},\n"
             " 'parties': [{'id': 'k', 'name': 'K', 'kind': 'municipality'}, {'id': 'k', 'name': 'L', 'kind': 'fund', "
             "'cvr': '1'}],\n"
             " 'goals': [{'id': 'g', 'title': 'G', 'parent': 'gg'}],\n"
             " 'governance': {'leads': ['g']},\n"
             " 'financing': {'frame': 1.5, 'total': -1}}"));
  assert_string_equal(rules_of(report, HHP_SEVERITY_INFO),
                      "HP102 HP103 HP104 HP105 HP105 HP105 HP105 HP106 HP106 HP106 HP106 HP106 HP107 HP108 "
                      "HP108 HP109 HP110");
  assert_int_equal(hhp_report_is_complete(report), 0);
  assert_int_equal(hhp_report_error_count(report), 17);
}

/* --- Locations --- */

static void columns_count_code_points(void **state) {
  (void)state;
  marked m = marked_text("{" HEAD ",\n\t'vision': 'æøå😀', 'mission': «7»}");
  const hhp_finding *f = only(check_text(m.json), "HP105");
  assert_at(&m, f, "/mission");
  assert_int_equal(hhp_finding_line(f), 2);
  /* tab 1, 'vision': 2-10, blank 11, 'æøå😀' 12-17, comma 18, blank 19, 'mission': 20-29, blank 30 */
  assert_int_equal(hhp_finding_column(f), 31);
}

static void lines_end_in_lf_crlf_and_cr(void **state) {
  (void)state;
  assert_int_equal(hhp_finding_line(only(check_text(quoted("{" HEAD ",\r\n'mission':\r\n7}")), "HP105")), 3);
  const hhp_finding *f = only(check_text(quoted("{" HEAD ",\r'mission': 7}")), "HP105");
  assert_int_equal(hhp_finding_line(f), 2); /* as on old Macs */
  assert_int_equal(hhp_finding_column(f), 12);
  f = only(check_text(quoted("{" HEAD ",\r\r\n\n\r'mission': 7}")), "HP105");
  assert_int_equal(hhp_finding_line(f), 5);
  f = only(check_text(quoted("{'title': 'a\rb'}")), "HP101"); /* raw in a text */
  assert_int_equal(hhp_finding_line(f), 1);
  assert_int_equal(hhp_finding_end_line(f), 2);
}

static void the_length_may_be_left_to_the_nul(void **state) {
  (void)state;
  hhp_report *report = new_report();
  assert_int_equal(hhp_check(quoted("{'id': 'p'}"), HHP_NUL_TERMINATED, NULL, report), HHP_OK);
  assert_int_equal(count_of(report, "HP104"), 5);
}

static void a_report_is_refilled(void **state) {
  (void)state;
  hhp_report *report = new_report();
  hhp_check("{", 1, NULL, report);
  assert_int_equal(hhp_report_count(report), 1);
  const char *json = plan_text("%s", "");
  hhp_check(json, strlen(json), NULL, report);
  assert_none(report, "HP101");
  assert_int_equal(hhp_report_is_complete(report), 1);
}

/* hhp_plan_parse reports the same findings as hhp_check, except for the scheme, which it does not check. */
static void parsing_reports_the_same_errors(void **state) {
  (void)state;
  static const char *const rows[] = {"'goals': [{'id': 'g'}]",
                                     "'vison': 1",
                                     "'kind': 'x'",
                                     "'financing': {'frame': 1.5}",
                                     "'governance': {'leads': ['x']}",
                                     "'goals': [{'id': 'p', 'title': 'G'}]",
                                     "'x-a': {'b': 1, 'b': 2}"};
  for (size_t i = 0; i < COUNT_OF(rows); i++) {
    const char *json = plan_text("%s", rows[i]);
    hhp_report *checked = check_text(json);
    hhp_report *read = new_report();
    hhp_plan *plan = NULL;
    hhp_plan_parse(&plan, json, strlen(json), read);
    hhp_plan_free(plan);
    assert_int_equal(hhp_report_count(read), hhp_report_count(checked));
    for (size_t k = 0; k < hhp_report_count(read); k++) {
      assert_string_equal(hhp_finding_message(hhp_report_at(read, k), HHP_LANG_EN),
                          hhp_finding_message(hhp_report_at(checked, k), HHP_LANG_EN));
      assert_int_equal(hhp_finding_offset(hhp_report_at(read, k)), hhp_finding_offset(hhp_report_at(checked, k)));
      assert_int_equal(hhp_finding_column(hhp_report_at(read, k)), hhp_finding_column(hhp_report_at(checked, k)));
    }
  }
}

int main(void) {
  static const struct CMUnitTest tests[] = {
      TEST(a_sound_document_is_complete),
      TEST(a_faulty_document_is_not),
      TEST(a_document_that_cannot_be_read_has_no_stage),
      TEST(an_empty_document),
      TEST(a_document_that_ends_too_early),
      TEST(characters_that_should_not_be_there),
      TEST(characters_are_named_so_that_they_can_be_found),
      TEST(nul_in_the_text),
      TEST(text_that_is_not_utf8),
      TEST(encodings_are_recognised_by_their_letters),
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
      TEST(long_names_are_cut_in_messages),
      TEST(pointers_to_long_names_are_whole),
      TEST(pointers_take_no_more_than_a_few_times_the_text),
      TEST(every_required_member_of_a_plan),
      TEST(every_required_member_of_every_entity),
      TEST(what_lacks_a_member_is_not_read),
      TEST(missing_members_of_built_plans_are_reported),
      TEST(a_missing_member_is_missed_where_the_object_opens),
      TEST(findings_name_their_entity),
      TEST(required_texts_are_not_empty),
      TEST(a_contribution_needs_a_party),
      TEST(every_type_that_is_wrong),
      TEST(types_are_named_in_both_languages),
      TEST(elements_of_the_wrong_type),
      TEST(elements_behind_a_wrong_one_are_counted_right),
      TEST(a_document_that_is_no_object),
      TEST(kroner_with_fraction_or_exponent),
      TEST(kroner_out_of_range),
      TEST(kroner_beyond_int64),
      TEST(integers_out_of_range),
      TEST(extension_numbers_that_cannot_be_kept),
      TEST(values_that_an_enum_does_not_have),
      TEST(invalid_ids),
      TEST(a_bad_id_breaks_no_references),
      TEST(dates_that_do_not_exist),
      TEST(other_forms_that_are_wrong),
      TEST(a_scheme_that_is_not_a_code),
      TEST(a_duplicate_id),
      TEST(an_id_of_anything_else),
      TEST(the_second_in_the_file_is_the_duplicate),
      TEST(a_reference_to_nothing),
      TEST(a_misspelt_reference),
      TEST(a_reference_to_the_wrong_type),
      TEST(a_reference_to_the_plan_itself),
      TEST(every_reference_is_checked),
      TEST(later_parts_of_the_file_are_found),
      TEST(a_list_of_the_wrong_type_breaks_no_references),
      TEST(a_missing_id_breaks_no_references),
      TEST(other_references_are_still_checked),
      TEST(another_version_of_the_format),
      TEST(an_unknown_scheme),
      TEST(misspelt_schemes_are_recognised),
      TEST(a_scheme_of_other_years_is_not_a_misspelt_one),
      TEST(a_given_scheme_replaces_an_unknown_one),
      TEST(every_error_is_reported_in_one_run),
      TEST(columns_count_code_points),
      TEST(lines_end_in_lf_crlf_and_cr),
      TEST(the_length_may_be_left_to_the_nul),
      TEST(a_report_is_refilled),
      TEST(parsing_reports_the_same_errors),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
