/* Plans from arbitrary bytes: writing keeps all data, and reading and writing again gives the same bytes. */
#include <string.h>

#include <helhedsplan/helhedsplan.h>
#include <helhedsplan/jansson.h>

#include "diff/oracle.h"
#include "fuzz/target.h"

static void S_compare(hhp_plan *plan, const char *json, size_t length) {
  char *again = NULL;
  size_t again_length = 0;
  must(hhp_plan_dump(plan, &again, &again_length) == HHP_OK, "not written again");
  must(again_length == length && memcmp(again, json, length) == 0, "written differently again");
  hhp_free(again);
}

/* The plan equals its written form, and differs from an empty plan in all its content; both diffs can be rendered. */
static void S_diff(const hhp_plan *plan, const hhp_plan *other, int is_same) {
  hhp_diff *diff = NULL;
  must(hhp_plan_diff(plan, other, &diff) == HHP_OK, "not compared");
  must((hhp_diff_count(diff) == 0) == is_same, is_same ? "differs from itself" : "differs from nothing in nothing");
  for (int32_t format = HHP_FORMAT_TEXT; format <= HHP_FORMAT_MARKDOWN; format++) {
    char *out = NULL;
    must(hhp_diff_render(diff, format, NULL, &out, NULL) == HHP_OK, "a diff is not rendered");
    hhp_free(out);
  }
  hhp_diff_free(diff);
}

static void S_diff_all(const hhp_plan *plan, const hhp_plan *again) {
  hhp_plan *empty = NULL;
  must(hhp_plan_new(&empty) == HHP_OK, "no empty plan");
  S_diff(plan, again, 1);
  S_diff(plan, empty, 0);
  S_diff(empty, plan, 0);
  hhp_plan_free(empty);
}

static void S_compare_read(const hhp_plan *before, const char *json, size_t length) {
  hhp_plan *plan = NULL;
  must(hhp_plan_parse(&plan, json, length, NULL) == HHP_OK, "what was written is not read");
  S_compare(plan, json, length);
  S_diff_all(before, plan);
  hhp_plan_free(plan);
}

static void S_compare_tree(json_t *tree, const char *json, size_t length) {
  json_t *written = json_loadb(json, length, JSON_REJECT_DUPLICATES, NULL);
  must(written != NULL, "what was written is no JSON");
  must(is_kept(tree, written), "what was written is not what was read");
  json_decref(written);
  hhp_plan *plan = NULL;
  must(hhp_plan_from_jansson(&plan, tree, NULL) == HHP_OK, "no plan from Jansson's value");
  S_compare(plan, json, length);
  hhp_plan_free(plan);
}

const size_t plan_begins_at = 0;

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
  hhp_plan *plan = NULL;
  if (hhp_plan_parse(&plan, (const char *)bytes, length, NULL) != HHP_OK)
    return 0;
  char *json = NULL;
  size_t json_length = 0;
  must(hhp_plan_dump(plan, &json, &json_length) == HHP_OK, "not written");
  S_compare_read(plan, json, json_length);
  opinion said = ask_jansson((const char *)bytes, length);
  must(said.tree != NULL, "a plan of what Jansson rejects");
  S_compare_tree(said.tree, json, json_length);
  json_decref(said.tree);
  hhp_free(json);
  hhp_plan_free(plan);
  return 0;
}
