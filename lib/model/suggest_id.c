/* Suggests an id for a title. */
#include <helhedsplan/plan.h>

#include <string.h>

#include "base/digits.h"
#include "base/slug.h"
#include "base/utf8.h"
#include "model/model.h"

enum { LONGEST_ID = 64 };

/* The length of the slug without the words that do not fit; a first word that does not fit is cut. */
static size_t S_fitting(const char *slug, size_t length, size_t most) {
  if (length <= most)
    return length;
  for (size_t i = most; i > 0; i--) {
    if (slug[i] == '-')
      return i;
  }
  return most;
}

static int S_is_taken(const hhp_plan *plan, const char *id, size_t length) {
  return plan != NULL && hhp__index_get(&plan->object.document->ids, id, length) != NULL;
}

static void S_put_numbered(hhp__buffer *id, const hhp__buffer *slug, size_t number) {
  char digits[HHP__DIGITS_SIZE];
  const char *suffix = number < 2 ? "" : hhp__digits((int64_t)number, digits);
  size_t most = number < 2 ? LONGEST_ID : LONGEST_ID - 1 - strlen(suffix);
  id->length = 0;
  hhp__put(id, slug->text, S_fitting(slug->text, slug->length, most));
  if (number >= 2)
    hhp__putc(id, '-');
  hhp__puts(id, suffix);
}

hhp_status hhp_plan_suggest_id(const hhp_plan *plan, const char *title, char **id) {
  if (id == NULL)
    return HHP_ERR_ARGUMENT;
  *id = NULL;
  if (title == NULL)
    return HHP_ERR_ARGUMENT;
  if (!hhp__utf8_valid(title, strlen(title)))
    return HHP_ERR_UTF8;
  hhp__buffer slug = {0}, out = {0};
  hhp__put_slug(&slug, title);
  hhp_status status = slug.failed ? HHP_ERR_NOMEM : slug.length == 0 ? HHP_ERR_FORMAT : HHP_OK;
  if (status == HHP_OK) {
    size_t number = 1;
    do
      S_put_numbered(&out, &slug, number++);
    while (!out.failed && S_is_taken(plan, out.text, out.length));
    *id = hhp__buffer_take(&out, NULL);
    status = *id == NULL ? HHP_ERR_NOMEM : HHP_OK;
  }
  hhp__buffer_free(&slug);
  return status;
}
