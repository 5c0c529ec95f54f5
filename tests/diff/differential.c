/* Compares the reader with Jansson over thousands of documents: both accept and reject the same, except for what the
 * format forbids beyond Jansson, and all data of accepted documents is kept.
 *
 *   differential PLAN [SEED [ROUNDS]]
 */
#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <helhedsplan/helhedsplan.h>
#include <helhedsplan/jansson.h>

#include "diff/documents.h"
#include "diff/oracle.h"
#include "support/sound.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

enum { MOST_SHOWN = 20, LEAST_DOCUMENTS = 5000 };

typedef struct {
  const char *kind; /* of the current documents */
  const char *plan; /* path of the plan that documents are derived from */
  random_source random;
  size_t documents, accepted, rejected, kept, failed;
  size_t nul, deep, overflow; /* exemptions used */
} trial;

/* The document is written to a file, so that it can be tried by hand. */
static void S_save(const char *name, const char *json, size_t length) {
  FILE *file = fopen(name, "wb");
  if (file == NULL)
    return;
  fwrite(json, 1, length, file);
  fclose(file);
}

static void S_fail(trial *t, const char *json, size_t length, const char *what) {
  t->failed++;
  if (t->failed > MOST_SHOWN)
    return;
  printf("%s, document %zu: %s\n", t->kind, t->documents, what);
  if (json == NULL)
    return;
  char name[32];
  snprintf(name, sizeof(name), "failed-%zu.json", t->failed);
  S_save(name, json, length);
  printf("  %s\n", name);
}

/* Rules that report a value that could not be read as written. */
static int S_has_lost(const hhp_report *report) {
  static const char *const rules[] = {"HP101", "HP102", "HP103", "HP104", "HP105", "HP106", "HP109"};
  for (size_t i = 0; i < COUNT(rules); i++) {
    if (has_rule(report, rules[i]))
      return 1;
  }
  return 0;
}

/* Whether the number exceeds int64_t, or is so large, or so close to 0, that no double represents it. */
static int S_is_beyond(const char *number) {
  errno = 0;
  if (strpbrk(number, ".eE") == NULL) {
    strtoll(number, NULL, 10);
    return errno == ERANGE;
  }
  double real = strtod(number, NULL);
  size_t mantissa = strcspn(number, "eE");
  return isinf(real) || (real == 0 && strcspn(number, "123456789") < mantissa);
}

/* A number in an x- member is reported only if it cannot be kept. */
static int S_is_reported_without_cause(const hhp_finding *f, const char *json) {
  if (strcmp(hhp_finding_rule(f), "HP105") != 0 || strstr(hhp_finding_pointer(f), "/x-") == NULL)
    return 0;
  text number = {0};
  text_add(&number, json + hhp_finding_offset(f), hhp_finding_length(f));
  int is_beyond = S_is_beyond(number.bytes);
  text_free(&number);
  return !is_beyond;
}

static const char *S_judge_numbers(const hhp_report *report, const char *json) {
  for (size_t i = 0; i < hhp_report_count(report); i++) {
    if (S_is_reported_without_cause(hhp_report_at(report, i), json))
      return "a number that can be kept is reported";
  }
  return NULL;
}

static const char *S_compare_tree(hhp_plan *plan, json_t *tree) {
  json_t *made = NULL;
  if (hhp_plan_to_jansson(plan, &made) != HHP_OK)
    return "no Jansson value was made of the plan";
  int is_same = is_kept(tree, made);
  json_decref(made);
  return is_same ? NULL : "the Jansson value of the plan is another";
}

/* The canonical text has the data of the document, and is reproduced unchanged. */
static const char *S_compare_text(const char *json, size_t length, json_t *tree) {
  json_error_t error;
  json_t *read = json_loadb(json, length, JSON_REJECT_DUPLICATES, &error);
  if (read == NULL)
    return "what was written is no JSON";
  int is_same = is_kept(tree, read);
  json_decref(read);
  if (!is_same)
    return "what was written is not what was read";
  hhp_plan *plan = NULL;
  char *again = NULL;
  size_t again_length = 0;
  const char *bad = NULL;
  if (hhp_plan_parse(&plan, json, length, NULL) != HHP_OK || hhp_plan_dump(plan, &again, &again_length) != HHP_OK)
    bad = "what was written is not read again";
  else if (again_length != length || memcmp(again, json, length) != 0)
    bad = "what was written is written differently again";
  hhp_free(again);
  hhp_plan_free(plan);
  return bad;
}

/* Conversion through Jansson's value gives the same text. */
static const char *S_compare_way(const char *json, size_t length, json_t *tree) {
  hhp_plan *plan = NULL;
  char *other = NULL;
  size_t other_length = 0;
  const char *bad = NULL;
  if (hhp_plan_from_jansson(&plan, tree, NULL) != HHP_OK || hhp_plan_dump(plan, &other, &other_length) != HHP_OK)
    bad = "no plan was made of the Jansson value";
  else if (other_length != length || memcmp(other, json, length) != 0)
    bad = "the plan of the Jansson value is another";
  hhp_free(other);
  hhp_plan_free(plan);
  return bad;
}

static const char *S_compare_plan(hhp_plan *plan, json_t *tree) {
  char *json = NULL;
  size_t length = 0;
  if (hhp_plan_dump(plan, &json, &length) != HHP_OK)
    return "the plan was not written";
  const char *bad = S_compare_text(json, length, tree);
  if (bad == NULL)
    bad = S_compare_tree(plan, tree);
  if (bad == NULL)
    bad = S_compare_way(json, length, tree);
  hhp_free(json);
  return bad;
}

static const char *S_compare_values(trial *t, const char *json, size_t length, const hhp_report *report, json_t *tree) {
  hhp_plan *plan = NULL;
  hhp_status status = hhp_plan_parse(&plan, json, length, NULL);
  const char *bad = NULL;
  if ((status == HHP_OK) == S_has_lost(report))
    bad = status == HHP_OK ? "a plan is made of a document that it cannot hold" : "no plan is made of a sound document";
  else if (status == HHP_OK && tree == NULL)
    bad = "a plan is made of a number that it cannot hold";
  else if (status == HHP_OK)
    bad = S_compare_plan(plan, tree);
  t->kept += status == HHP_OK;
  hhp_plan_free(plan);
  return bad;
}

static void S_count(trial *t, const opinion *said) {
  t->accepted += said->is_rejected == 0;
  t->rejected += said->is_rejected != 0;
  t->nul += said->is_nul != 0;
  t->deep += said->is_too_deep != 0;
  t->overflow += said->has_overflow && !said->is_rejected;
}

static const char *S_judge(trial *t, const char *json, size_t length, const opinion *said, const hhp_report *report) {
  int is_rejected = has_rule(report, "HP101") || has_rule(report, "HP102");
  if (is_rejected != said->is_rejected)
    return is_rejected ? "rejected, but Jansson accepts it" : "accepted, but Jansson rejects it";
  const char *bad = unsound(report, json, length);
  if (bad != NULL || is_rejected)
    return bad;
  if (said->has_overflow && !S_has_lost(report))
    return "a number that cannot be kept is not reported";
  bad = S_judge_numbers(report, json);
  if (bad != NULL)
    return bad;
  return S_compare_values(t, json, length, report, said->tree);
}

static void S_try(trial *t, const char *json, size_t length) {
  char *exact = malloc(length == 0 ? 1 : length); /* no larger, so that a sanitizer detects reads beyond it */
  hhp_report *report = NULL;
  if (exact == NULL || hhp_report_new(&report) != HHP_OK)
    abort();
  memcpy(exact, json, length);
  t->documents++;
  opinion said = ask_jansson(exact, length);
  S_count(t, &said);
  const char *bad = NULL;
  if (hhp_check(exact, length, NULL, report) != HHP_OK)
    bad = "the check failed";
  else
    bad = S_judge(t, exact, length, &said, report);
  if (bad != NULL)
    S_fail(t, exact, length, bad);
  json_decref(said.tree);
  hhp_report_free(report);
  free(exact);
}

static const char S_head[] = "{\"format\":\"helhedsplan/1\",\"id\":\"p\",\"title\":\"Plan\",\"status\":\"draft\","
                             "\"scheme\":\"lbf-2015-2018\",\"area\":\"Bydel\"";

static void S_try_member(trial *t, const char *name, const text *value) {
  text document = {0};
  text_puts(&document, S_head);
  text_puts(&document, ",\"");
  text_puts(&document, name);
  text_puts(&document, "\":");
  text_add(&document, value->bytes, value->length);
  text_puts(&document, "}");
  S_try(t, document.bytes, document.length);
  text_free(&document);
}

static const char *S_any_name(random_source *random) {
  static const char *const names[] = {"x-a", "x-a", "x-a", "vision", "sources", "prequalified_on", "unknown", "kind"};
  return names[random_below(random, COUNT(names))];
}

typedef void S_putter(text *out, random_source *random);

static void S_put_any_value(text *out, random_source *random) {
  put_value(out, random, 5);
}

static void S_put_amount(text *out, random_source *random) {
  text_puts(out, "{\"total\":");
  put_number_of_any_shape(out, random);
  text_puts(out, ",\"x-b\":[");
  put_number_of_any_shape(out, random);
  text_puts(out, "]}");
}

/* A member with any value of that type. */
static void S_try_members(trial *t, const char *kind, S_putter *put, const char *name, size_t rounds) {
  t->kind = kind;
  text value = {0};
  for (size_t i = 0; i < rounds; i++) {
    text_clear(&value);
    put(&value, &t->random);
    S_try_member(t, name != NULL ? name : S_any_name(&t->random), &value);
  }
  text_free(&value);
}

/* Documents that consist of a single value, whole and damaged. */
static void S_try_values(trial *t, size_t rounds) {
  t->kind = "value";
  text document = {0};
  for (size_t i = 0; i < rounds; i++) {
    text_clear(&document);
    put_value(&document, &t->random, 6);
    for (size_t k = random_below(&t->random, 3); k > 0; k--)
      damage(&document, &t->random);
    S_try(t, document.bytes, document.length);
  }
  text_free(&document);
}

static void S_try_rewritten(trial *t, const json_t *plan, size_t rounds) {
  t->kind = "rewritten plan";
  text document = {0};
  for (size_t i = 0; i < rounds; i++) {
    text_clear(&document);
    put_plan(&document, plan, &t->random);
    S_try(t, document.bytes, document.length);
  }
  text_free(&document);
}

static void S_try_damaged(trial *t, const text *plan, size_t rounds) {
  t->kind = "damaged plan";
  text document = {0};
  for (size_t i = 0; i < rounds; i++) {
    text_clear(&document);
    text_add(&document, plan->bytes, plan->length);
    for (size_t k = 1 + random_below(&t->random, 2); k > 0; k--)
      damage(&document, &t->random);
    S_try(t, document.bytes, document.length);
  }
  text_free(&document);
}

static void S_try_truncated(trial *t, const text *plan) {
  t->kind = "truncated plan";
  for (size_t length = 0; length <= plan->length; length++)
    S_try(t, plan->bytes, length);
}

/* The largest numbers that can be kept, and those that are one too large. */
static void S_try_limits(trial *t) {
  static const char *const numbers[] = {"9223372036854775806",
                                        "9223372036854775807",
                                        "9223372036854775808",
                                        "-9223372036854775807",
                                        "-9223372036854775808",
                                        "-9223372036854775809",
                                        "18446744073709551615",
                                        "18446744073709551616",
                                        "92233720368547758070",
                                        "1.7976931348623157e308",
                                        "1.7976931348623159e308",
                                        "-1.7976931348623159e308",
                                        "2.2250738585072011e-308",
                                        "4.9406564584124654e-324",
                                        "2e-324",
                                        "1e-99999",
                                        "0.1000000000000000055511151231257827"};
  t->kind = "limit";
  text value = {0};
  for (size_t i = 0; i < COUNT(numbers); i++) {
    text_clear(&value);
    text_puts(&value, numbers[i]);
    S_try_member(t, "x-a", &value);
    S_try_member(t, "unknown", &value);
    text_replace(&value, 0, 0, "[", 1);
    text_puts(&value, "]");
    S_try_member(t, "x-a", &value);
    text_replace(&value, 0, 1, "{\"frame\":", 9);
    text_replace(&value, value.length - 1, 1, "}", 1);
    S_try_member(t, "financing", &value);
  }
  text_free(&value);
}

/* A number at the end of the text, followed in memory by digits that must not be read. */
static void S_try_cut_numbers(trial *t) {
  static const char *const numbers[] = {"1", "-", "12.5", "1.", "1e5", "1e", "1e+", "-0.0", "9223372036854775807"};
  t->kind = "number cut off";
  text document = {0};
  for (size_t i = 0; i < COUNT(numbers); i++) {
    text_clear(&document);
    text_puts(&document, S_head);
    text_puts(&document, ",\"x-a\":");
    text_puts(&document, numbers[i]);
    S_try(t, document.bytes, document.length);
    S_try(t, numbers[i], strlen(numbers[i]));
  }
  text_free(&document);
}

static void S_put_times(text *out, const char *string, size_t times) {
  while (times-- > 0)
    text_puts(out, string);
}

static void S_try_nested(trial *t, size_t levels) {
  static const char *const opening[] = {"[", "{\"a\":", "[0,"};
  static const char *const closing[] = {"]", "}", "]"};
  text value = {0};
  for (size_t i = 0; i < COUNT(opening); i++) {
    text_clear(&value);
    S_put_times(&value, opening[i], levels);
    text_puts(&value, "1");
    S_put_times(&value, closing[i], levels);
    S_try(t, value.bytes, value.length);
    S_try_member(t, "x-a", &value);
    S_try_member(t, "unknown", &value);
  }
  text_free(&value);
}

static void S_try_depths(trial *t) {
  t->kind = "nested";
  for (size_t levels = 1; levels < 140; levels++)
    S_try_nested(t, levels);
  S_try_nested(t, 2000);
  S_try_nested(t, 10000);
}

#define DOCUMENT(bytes) \
  { bytes, sizeof(bytes) - 1 }

static void S_try_curious(trial *t) {
  static const struct {
    const char *bytes;
    size_t length;
  } documents[] = {DOCUMENT(""),
                   DOCUMENT(" "),
                   DOCUMENT("\n\n"),
                   DOCUMENT("\0"),
                   DOCUMENT("{}\0"),
                   DOCUMENT("{}\n"),
                   DOCUMENT("{}{}"),
                   DOCUMENT("[]"),
                   DOCUMENT("null"),
                   DOCUMENT("nul"),
                   DOCUMENT("nulll"),
                   DOCUMENT("True"),
                   DOCUMENT("0"),
                   DOCUMENT("\"\""),
                   DOCUMENT("\xef\xbb\xbf{}"),
                   DOCUMENT("\xef\xbb\xbf"),
                   DOCUMENT("\xef\xbb"),
                   DOCUMENT("\xff\xfe{\0}\0"),
                   DOCUMENT("{\xef\xbb\xbf}"),
                   DOCUMENT("[1\0]"),
                   DOCUMENT("[true\0]"),
                   DOCUMENT("[null\0]"),
                   DOCUMENT("[\"a\"\0]"),
                   DOCUMENT("{\"x-a\":1\0}"),
                   DOCUMENT("{\"x-a\":46000000\0}"),
                   DOCUMENT("{\"a\":1,\"\\u0061\":2}"),
                   DOCUMENT("{\"x-a\":1,\"\\u0078-a\":2}"),
                   DOCUMENT("{\"x-\xc3\xa5\":1,\"x-a\xcc\x8a\":2}"),
                   DOCUMENT("{\"x-a\":{\"b\":1,\"b\":2}}"),
                   DOCUMENT("{\"\":1,\"\":2}"),
                   DOCUMENT("{\"a\":[{\"b\":1,\"b\":1}]}"),
                   DOCUMENT("{,}"),
                   DOCUMENT("{\"a\":1,}"),
                   DOCUMENT("[1,]"),
                   DOCUMENT("[,1]"),
                   DOCUMENT("[1 2]"),
                   DOCUMENT("{\"a\" 1}"),
                   DOCUMENT("{1:1}"),
                   DOCUMENT("{\"a\":}"),
                   DOCUMENT("{\"a\":1 \"b\":2}"),
                   DOCUMENT("/**/{}"),
                   DOCUMENT("{}//"),
                   DOCUMENT("\x0b{}"),
                   DOCUMENT("\x0c{}"),
                   DOCUMENT("\xc2\xa0{}"),
                   DOCUMENT("{}\x1a"),
                   DOCUMENT("[\"\\u0000\"]"),
                   DOCUMENT("{\"\\u0000\":1}"),
                   DOCUMENT("{\"x-\\u0000\":1}"),
                   DOCUMENT("]"),
                   DOCUMENT("}"),
                   DOCUMENT("[}"),
                   DOCUMENT("{]"),
                   DOCUMENT("[[]"),
                   DOCUMENT("[]]"),
                   DOCUMENT("\""),
                   DOCUMENT("\"\\"),
                   DOCUMENT("\"\\u"),
                   DOCUMENT("9223372036854775808"),
                   DOCUMENT("{\"x-a\":-9223372036854775809}"),
                   DOCUMENT("{\"x-a\":1e999}"),
                   DOCUMENT("{\"x-a\":[1e999,{\"b\":1,\"b\":1}]}"),
                   DOCUMENT("{\"b\":99999999999999999999,")};
  t->kind = "curious document";
  for (size_t i = 0; i < COUNT(documents); i++)
    S_try(t, documents[i].bytes, documents[i].length);
}

/* Values that cannot be written as JSON text do not make a plan; for text that the format forbids, the report states
 * the reason. */
static void S_try_tree(trial *t, const char *what, json_t *tree, hhp_status expected) {
  hhp_plan *plan = NULL;
  hhp_report *report = NULL;
  if (tree == NULL || hhp_report_new(&report) != HHP_OK)
    abort();
  t->kind = what;
  t->documents++;
  t->rejected++;
  hhp_status status = hhp_plan_from_jansson(&plan, tree, report);
  const hhp_finding *first = hhp_report_at(report, 0);
  if (status != expected)
    S_fail(t, NULL, 0, hhp_status_name(status));
  else if (status == HHP_ERR_DOCUMENT && (first == NULL || strcmp(hhp_finding_rule(first), "HP101") != 0))
    S_fail(t, NULL, 0, "the first finding is not HP101");
  hhp_plan_free(plan);
  hhp_report_free(report);
}

static json_t *S_with(const char *name, size_t length, json_t *value) {
  json_t *object = json_object();
  json_object_setn_new_nocheck(object, name, length, value);
  return object;
}

static json_t *S_nested(size_t levels) {
  json_t *value = json_true();
  while (levels-- > 0)
    value = S_with("a", 1, value);
  return value;
}

static void S_try_strings(trial *t) {
  static const struct {
    const char *what, *bytes;
    size_t length;
    hhp_status expected;
  } strings[] = {{"string that is no UTF-8", "\xff", 1, HHP_ERR_UTF8},
                 {"surrogate", "\xed\xa0\x80", 3, HHP_ERR_UTF8},
                 {"string with a NUL", "a\0b", 3, HHP_ERR_DOCUMENT}};
  for (size_t i = 0; i < COUNT(strings); i++) {
    json_t *string = json_stringn_nocheck(strings[i].bytes, strings[i].length);
    json_t *value = S_with("title", 5, string);
    json_t *name = S_with(strings[i].bytes, strings[i].length, json_true());
    S_try_tree(t, strings[i].what, value, strings[i].expected);
    S_try_tree(t, strings[i].what, name, strings[i].expected);
    json_decref(value);
    json_decref(name);
  }
}

static void S_try_circle(trial *t) {
  json_t *circle = json_object();
  json_t *inside = json_array();
  json_object_set(circle, "x-a", inside);
  json_array_append(inside, circle);
  S_try_tree(t, "circle", circle, HHP_ERR_DOCUMENT);
  json_array_clear(inside);
  json_decref(inside);
  json_decref(circle);
}

static void S_try_trees(trial *t) {
  S_try_strings(t);
  json_t *deep = S_nested(65);
  S_try_tree(t, "value of 65 levels", deep, HHP_ERR_DOCUMENT);
  json_decref(deep);
  S_try_circle(t);
}

static void S_try_all(trial *t, size_t rounds) {
  text source = {0};
  text_add_file(&source, t->plan);
  json_t *plan = json_loadb(source.bytes, source.length, JSON_REJECT_DUPLICATES, NULL);
  if (plan == NULL) {
    fprintf(stderr, "%s: no JSON\n", t->plan);
    exit(2);
  }
  S_try_trees(t);
  S_try_curious(t);
  S_try_depths(t);
  S_try_cut_numbers(t);
  S_try_limits(t);
  S_try_members(t, "number", put_number_of_any_shape, NULL, 4 * rounds);
  S_try_members(t, "amount", S_put_amount, "financing", 2 * rounds);
  S_try_members(t, "string", put_string_of_any_pieces, NULL, 4 * rounds);
  S_try_members(t, "x- member", S_put_any_value, "x-a", 4 * rounds);
  S_try_values(t, 4 * rounds);
  S_try_rewritten(t, plan, rounds);
  S_try_damaged(t, &source, 4 * rounds);
  S_try_truncated(t, &source);
  json_decref(plan);
  text_free(&source);
}

/* A test that tried almost nothing would pass, too. */
static int S_has_tried_enough(const trial *t) {
  return t->documents >= LEAST_DOCUMENTS && t->kept >= 1000 && t->accepted >= 1000 && t->rejected >= 1000 &&
         t->nul > 0 && t->deep > 0 && t->overflow > 0;
}

int main(int argc, char **argv) {
  if (argc < 2) {
    fprintf(stderr, "usage: differential PLAN [SEED [ROUNDS]]\n");
    return 2;
  }
  trial t = {.plan = argv[1], .random.state = argc > 2 ? strtoull(argv[2], NULL, 10) : 2016};
  S_try_all(&t, argc > 3 ? strtoull(argv[3], NULL, 10) : 500);
  printf("%zu documents: %zu accepted, of which %zu made plans and were compared value by value; %zu rejected\n",
         t.documents, t.accepted, t.kept, t.rejected);
  printf(
      "beyond Jansson: %zu with a raw NUL that it swallows, %zu deeper than 64 levels; %zu with a number too large\n",
      t.nul, t.deep, t.overflow);
  printf("%zu failed\n", t.failed);
  if (!S_has_tried_enough(&t)) {
    printf("too few documents of some sort\n");
    return 1;
  }
  return t.failed == 0 ? 0 : 1;
}
