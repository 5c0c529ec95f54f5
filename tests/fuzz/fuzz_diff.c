/* Two plans from arbitrary bytes, compared both ways. The first byte chooses the format that the diff is written
 * in. The other plan is behind an empty line; if there is none, it is the first with changes drawn by the next four
 * bytes. */
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include <helhedsplan/helhedsplan.h>
#include <helhedsplan/jansson.h>

#include "fuzz/target.h"
#include "support/draw.h"
#include "support/mirror.h"
#include "support/written.h"
#include "support/written_html.h"

const size_t plan_begins_at = 5;

static const char *S_gap(const char *text, size_t length) {
  for (size_t i = 0; i + 1 < length; i++) {
    if (text[i] == '\n' && text[i + 1] == '\n')
      return text + i;
  }
  return NULL;
}

/* NULL if the bytes are no JSON object, or the changed plan cannot be read. */
static hhp_plan *S_changed(const char *json, size_t length, uint64_t seed) {
  hhp_plan *plan = NULL;
  random_source random = {.state = seed};
  json_t *tree = json_loadb(json, length, JSON_REJECT_DUPLICATES, NULL);
  if (json_is_object(tree)) {
    do
      change_somewhere(tree, &random);
    while (!random_once_in(&random, 4));
    (void)hhp_plan_from_jansson(&plan, tree, NULL);
  }
  json_decref(tree);
  return plan;
}

static void S_write(const hhp_plan *a, const hhp_plan *b, uint8_t how) {
  static const int32_t formats[] = {HHP_FORMAT_TEXT, HHP_FORMAT_JSON, HHP_FORMAT_MARKDOWN};
  int32_t format = formats[how % 3];
  hhp_diff *diff = NULL;
  char *out = NULL;
  size_t length = 0;
  if (hhp_plan_diff(a, b, &diff) != HHP_OK)
    return;
  must(hhp_diff_render(diff, format, NULL, &out, &length) == HHP_OK, "a diff is not written");
  must_be_sound(unsafe_text(out, length));
  if (format == HHP_FORMAT_MARKDOWN)
    must_be_sound(bad_html_in_markdown(out));
  if (format == HHP_FORMAT_JSON) {
    json_t *json = json_loadb(out, length, JSON_REJECT_DUPLICATES, NULL);
    must(json != NULL, "a diff in JSON is none");
    must(json_array_size(json_object_get(json, "changes")) == hhp_diff_count(diff), "changes are missing in the JSON");
    json_decref(json);
  }
  hhp_free(out);
  hhp_diff_free(diff);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
  if (length < plan_begins_at)
    return 0;
  uint64_t seed = (uint64_t)bytes[1] << 24 | (uint64_t)bytes[2] << 16 | (uint64_t)bytes[3] << 8 | bytes[4];
  const char *json = (const char *)bytes + plan_begins_at;
  size_t left = length - plan_begins_at;
  const char *gap = S_gap(json, left);
  size_t first = gap == NULL ? left : (size_t)(gap - json);
  hhp_plan *a = NULL, *b = NULL;
  if (hhp_plan_parse(&a, json, first, NULL) != HHP_OK)
    return 0;
  if (gap == NULL)
    b = S_changed(json, left, seed);
  else
    (void)hhp_plan_parse(&b, gap + 2, left - first - 2, NULL);
  if (b != NULL) {
    must_be_sound(unlike_its_mirror(a, b, NULL));
    S_write(a, b, bytes[0]);
  }
  hhp_plan_free(a);
  hhp_plan_free(b);
  return 0;
}
