/* Values of x- members. The reader limits them to 64 levels, so recursion is safe. */
#include "document/extension_value.h"

#include "json/real.h"

static int S_out_of_memory(hhp__decoder *d) {
  d->has_failed = 1;
  return -1;
}

static int S_read_object(hhp__decoder *d, json_t *object) {
  hhp__index names = hhp__index_sharing_seed(&d->document->ids);
  int result = 0;
  hhp__token token;
  while (result == 0 && (token = hhp__next(&d->reader)) != HHP__END_OBJECT) {
    size_t first;
    int is_second = token == HHP__BROKEN ? -1 : hhp__is_second(d, &names, &first);
    if (is_second < 0) {
      result = -1;
    } else if (is_second) {
      hhp__duplicate(d, first);
      result = hhp__extension_value(d, token, NULL);
    } else {
      result = object == NULL ? hhp__extension_value(d, token, NULL) : hhp__extension_member(d, token, object);
    }
  }
  hhp__index_free(&names);
  return result;
}

static int S_read_array(hhp__decoder *d, json_t *array) {
  hhp__token token;
  while ((token = hhp__next(&d->reader)) != HHP__END_ARRAY) {
    json_t *element = NULL;
    if (token == HHP__BROKEN || hhp__extension_value(d, token, array == NULL ? NULL : &element) != 0)
      return -1;
    if (array != NULL && json_array_append_new(array, element) != 0)
      return S_out_of_memory(d);
  }
  return 0;
}

static json_t *S_string(hhp__decoder *d) {
  char buffer[HHP__SHORT];
  size_t length;
  const char *text = hhp__short_text(d, d->reader.string, buffer, &length);
  return text == NULL ? NULL : json_stringn_nocheck(text, length);
}

/* A number that cannot be stored exactly is a finding; null takes its place in a plan that will be discarded. */
static json_t *S_number(hhp__decoder *d, hhp__token token) {
  const hhp__reader *r = &d->reader;
  double real = 0;
  if (r->next == r->end) /* truncated here; strtod must not read past the end */
    return json_null();
  int trouble = token == HHP__INTEGER ? -!r->integer_fits : hhp__real_parse(r->token, &real);
  if (trouble == -2)
    return NULL;
  if (trouble != 0) {
    hhp__arg_text(hhp__fault(d, HHP__M_BEYOND_INT64), "value", r->token, (size_t)(r->next - r->token));
    return json_null();
  }
  return token == HHP__INTEGER ? json_integer(r->integer) : json_real(real);
}

static json_t *S_scalar(hhp__decoder *d, hhp__token token) {
  switch (token) {
  case HHP__STRING:
    return S_string(d);
  case HHP__INTEGER:
  case HHP__REAL:
    return S_number(d, token);
  case HHP__TRUE:
    return json_true();
  case HHP__FALSE:
    return json_false();
  default:
    return json_null();
  }
}

int hhp__extension_value(hhp__decoder *d, hhp__token token, json_t **value) {
  int is_object = token == HHP__BEGIN_OBJECT;
  int is_array = token == HHP__BEGIN_ARRAY;
  if (value == NULL)
    return is_object ? S_read_object(d, NULL) : is_array ? S_read_array(d, NULL) : 0;

  json_t *made = is_object ? json_object() : is_array ? json_array() : S_scalar(d, token);
  if (made == NULL)
    return S_out_of_memory(d);
  if ((is_object && S_read_object(d, made) != 0) || (is_array && S_read_array(d, made) != 0)) {
    json_decref(made);
    return -1;
  }
  *value = made;
  return 0;
}

int hhp__extension_member(hhp__decoder *d, hhp__token token, json_t *members) {
  hhp__slice key = d->reader.key; /* copied, since its value may have members */
  json_t *value = NULL;
  if (hhp__extension_value(d, token, &value) != 0)
    return -1;
  char buffer[HHP__SHORT];
  size_t length;
  const char *name = hhp__short_text(d, key, buffer, &length);
  if (name == NULL) {
    json_decref(value);
    return -1;
  }
  return json_object_setn_new_nocheck(members, name, length, value) == 0 ? 0 : S_out_of_memory(d);
}
