/* Mutates inputs as plans: by the fields of the introspection tables, so that rules are reached that random bytes do
 * not reach. Every other input is left to libFuzzer, which changes bytes and uses the dictionary. */
#include <jansson.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "diff/documents.h"
#include "fuzz/target.h"
#include "support/draw.h"

size_t LLVMFuzzerMutate(uint8_t *bytes, size_t length, size_t most);
size_t LLVMFuzzerCustomMutator(uint8_t *bytes, size_t length, size_t most, unsigned seed);

/* The document is replaced by another value, in a place that need not take it. */
static void S_misplace(json_t *plan, random_source *random) {
  static const char *const values[] = {"null", "0",  "-1",   "1e3",           "\"\"",
                                       "[]",   "{}", "true", "1000000000001", "\"goal-1\""};
  json_t *object = draw_object(plan, random, NULL);
  const char *name;
  json_t *old;
  size_t at = random_below(random, json_object_size(object)), i = 0;
  json_t *value = json_loads(values[random_below(random, sizeof(values) / sizeof(values[0]))], JSON_DECODE_ANY, NULL);
  json_object_foreach(object, name, old) {
    if (i++ == at) {
      json_object_set(object, name, value);
      break;
    }
  }
  json_decref(value);
}

/* Two elements of a list change places. */
static void S_swap(json_t *plan, random_source *random) {
  json_t *object = draw_object(plan, random, NULL);
  const char *name;
  json_t *list;
  json_object_foreach(object, name, list) {
    size_t count = json_array_size(list);
    if (count < 2)
      continue;
    size_t a = random_below(random, count), b = random_below(random, count);
    json_t *first = json_incref(json_array_get(list, a));
    json_array_set(list, a, json_array_get(list, b));
    json_array_set_new(list, b, first);
    return;
  }
}

static void S_mutate(json_t *plan, random_source *random) {
  do {
    switch (random_below(random, 8)) {
    case 0:
      S_misplace(plan, random);
      break;
    case 1:
      S_swap(plan, random);
      break;
    default:
      change_somewhere(plan, random);
    }
  } while (random_once_in(random, 2));
}

static json_t *S_plan_of(const uint8_t *bytes, size_t length, random_source *random) {
  json_t *plan = json_loadb((const char *)bytes, length, 0, NULL);
  if (json_is_object(plan) && !random_once_in(random, 50))
    return plan;
  json_decref(plan);
  return random_once_in(random, 20) ? draw_plan(random) : NULL;
}

size_t LLVMFuzzerCustomMutator(uint8_t *bytes, size_t length, size_t most, unsigned seed) {
  random_source random = {.state = seed};
  json_t *plan = NULL;
  if (length > plan_begins_at && !random_once_in(&random, 2))
    plan = S_plan_of(bytes + plan_begins_at, length - plan_begins_at, &random);
  if (plan == NULL)
    return LLVMFuzzerMutate(bytes, length, most);
  S_mutate(plan, &random);
  text out = {0};
  if (random_once_in(&random, 12)) {
    put_plan(&out, plan, &random);
  } else {
    char *written = json_dumps(plan, JSON_COMPACT);
    text_puts(&out, written == NULL ? "" : written);
    free(written);
  }
  json_decref(plan);
  size_t kept = out.length + plan_begins_at <= most ? out.length : 0;
  if (kept > 0)
    memcpy(bytes + plan_begins_at, out.bytes, kept);
  text_free(&out);
  return kept > 0 ? plan_begins_at + kept : LLVMFuzzerMutate(bytes, length, most);
}
