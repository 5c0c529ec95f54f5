/* Creates diffs; accessors of diffs and changes. */
#include "diff/diff.h"

#include <stdlib.h>
#include <string.h>

#include <helhedsplan/introspect.h>

static const char *S_copy_text(hhp__recorder *recorder, const char *text) {
  const char *copy = text == NULL ? NULL : hhp__arena_text(&recorder->diff->arena, text, strlen(text));
  if (text != NULL && copy == NULL)
    hhp__fail(recorder, HHP_ERR_NOMEM);
  return copy;
}

static void S_describe_side(hhp__recorder *recorder, const hhp_plan *plan, int side) {
  hhp__side *into = &recorder->diff->sides[side];
  into->id = S_copy_text(recorder, plan->id);
  into->title = S_copy_text(recorder, plan->title);
  hhp__calculate_side(into, plan);
}

static void S_collect(hhp__recorder *recorder) {
  hhp_diff *diff = recorder->diff;
  for (size_t section = 0; section < HHP__SECTIONS; section++) {
    for (size_t part = 0; part < HHP__PARTS; part++) {
      const hhp__list *list = &recorder->parts[section][part];
      for (uint32_t i = 0; i < list->count && recorder->status == HHP_OK; i++) {
        if (hhp__list_add(&diff->changes, &diff->arena, list->items[i]) != 0)
          hhp__fail(recorder, HHP_ERR_NOMEM);
      }
    }
  }
}

static void S_free_recorder(hhp__recorder *recorder) {
  hhp__index_free(&recorder->matcher.hash);
  hhp__arena_free(&recorder->matcher.scratch);
  hhp__buffer_free(&recorder->matcher.key);
  hhp__buffer_free(&recorder->text);
}

hhp_status hhp_plan_diff(const hhp_plan *before, const hhp_plan *after, hhp_diff **diff) {
  if (diff != NULL)
    *diff = NULL;
  if (before == NULL || after == NULL || diff == NULL)
    return HHP_ERR_ARGUMENT;
  hhp__recorder recorder = {.diff = calloc(1, sizeof(hhp_diff))};
  if (recorder.diff == NULL)
    return HHP_ERR_NOMEM;
  S_describe_side(&recorder, before, HHP__BEFORE);
  S_describe_side(&recorder, after, HHP__AFTER);
  hhp__pair pair = {.object = {&before->object, &after->object}};
  hhp__compare(&recorder, &pair);
  S_collect(&recorder);
  hhp__find_twins(recorder.diff);
  S_free_recorder(&recorder);
  if (recorder.status == HHP_OK)
    *diff = recorder.diff;
  else
    hhp_diff_free(recorder.diff);
  return recorder.status;
}

void hhp_diff_free(hhp_diff *diff) {
  if (diff == NULL)
    return;
  hhp__arena_free(&diff->arena);
  free(diff->paths[HHP__BEFORE]);
  free(diff->paths[HHP__AFTER]);
  free(diff);
}

size_t hhp_diff_count(const hhp_diff *diff) {
  return diff == NULL ? 0 : diff->changes.count;
}

size_t hhp_diff_count_of(const hhp_diff *diff, int32_t kind) {
  return diff == NULL || kind < HHP_CHANGE_ADDED || kind >= HHP__KINDS ? 0 : diff->counts[kind];
}

const hhp_change *hhp_diff_at(const hhp_diff *diff, size_t index) {
  return diff == NULL || index >= diff->changes.count ? NULL : diff->changes.items[index];
}

hhp_status hhp_diff_set_paths(hhp_diff *diff, const char *before, const char *after) {
  const char *const paths[HHP__SIDES] = {before, after};
  char *copies[HHP__SIDES] = {NULL, NULL};
  if (diff == NULL)
    return HHP_ERR_ARGUMENT;
  for (int side = 0; side < HHP__SIDES; side++) {
    if (paths[side] == NULL)
      continue;
    copies[side] = malloc(strlen(paths[side]) + 1);
    if (copies[side] == NULL) {
      free(copies[HHP__BEFORE]);
      return HHP_ERR_NOMEM;
    }
    strcpy(copies[side], paths[side]);
  }
  for (int side = 0; side < HHP__SIDES; side++) {
    free(diff->paths[side]);
    diff->paths[side] = copies[side];
  }
  return HHP_OK;
}

static int S_is_side(int32_t side) {
  return side == HHP_SIDE_BEFORE || side == HHP_SIDE_AFTER;
}

static int S_index(int32_t side) {
  return side == HHP_SIDE_BEFORE ? HHP__BEFORE : HHP__AFTER;
}

const char *hhp_diff_path(const hhp_diff *diff, int32_t side) {
  return diff == NULL || !S_is_side(side) ? NULL : diff->paths[S_index(side)];
}

const char *hhp_diff_plan_id(const hhp_diff *diff, int32_t side) {
  return diff == NULL || !S_is_side(side) ? NULL : diff->sides[S_index(side)].id;
}

const char *hhp_diff_title(const hhp_diff *diff, int32_t side) {
  return diff == NULL || !S_is_side(side) ? NULL : diff->sides[S_index(side)].title;
}

hhp_status hhp_diff_cofinancing(const hhp_diff *diff, int32_t side, hhp_cofinancing_result *result, size_t size) {
  if (diff == NULL || !S_is_side(side) || result == NULL)
    return HHP_ERR_ARGUMENT;
  const hhp__side *of = &diff->sides[S_index(side)];
  if (of->money_status != HHP_OK)
    return of->money_status;
  memset(result, 0, size);
  memcpy(result, &of->money, size < sizeof(of->money) ? size : sizeof(of->money));
  return HHP_OK;
}

int32_t hhp_change_kind(const hhp_change *change) {
  return change == NULL ? 0 : change->kind;
}

const char *hhp_change_kind_name(int32_t kind) {
  return hhp_enum_word(&hhp__enums[HHP__V_change], kind);
}

const char *hhp_change_entity(const hhp_change *change) {
  return change == NULL ? NULL : hhp__entities[change->subject->entity].name;
}

const char *hhp_change_id(const hhp_change *change) {
  for (const hhp__subject *s = change == NULL ? NULL : change->subject; s != NULL; s = s->outer) {
    if (s->id != NULL)
      return s->id;
  }
  return NULL;
}

const char *hhp_change_name(const hhp_change *change, int32_t lang) {
  return change == NULL ? NULL : hhp__in_lang(change->subject->name, lang);
}

const char *hhp_change_field(const hhp_change *change) {
  return change == NULL ? NULL : change->member;
}

const char *hhp_change_meaning(const hhp_change *change, int32_t lang) {
  if (change == NULL || (change->field == NULL && change->member != NULL))
    return NULL;
  if (change->field != NULL)
    return hhp_field_doc(change->field, lang);
  return hhp_entity_doc(&hhp__entities[change->subject->entity], lang);
}

const char *hhp_change_pointer(const hhp_change *change, int32_t side) {
  return change == NULL || !S_is_side(side) ? NULL : change->pointer[S_index(side)];
}

const char *hhp_change_text(const hhp_change *change, int32_t side) {
  return change == NULL || !S_is_side(side) ? NULL : change->text[S_index(side)];
}

int64_t hhp_change_kroner(const hhp_change *change, int32_t side) {
  return change == NULL || !S_is_side(side) ? HHP_ABSENT : change->kroner[S_index(side)];
}

hhp_status hhp_change_difference(const hhp_change *change, int64_t *kroner) {
  if (change == NULL || kroner == NULL)
    return HHP_ERR_ARGUMENT;
  int64_t before = change->kroner[HHP__BEFORE], after = change->kroner[HHP__AFTER];
  int is_whole = change->member == NULL;
  if ((before == HHP_ABSENT && after == HHP_ABSENT) || (!is_whole && (before == HHP_ABSENT || after == HHP_ABSENT)))
    return HHP_ERR_NOT_FOUND;
  *kroner = (after == HHP_ABSENT ? 0 : after) - (before == HHP_ABSENT ? 0 : before);
  return HHP_OK;
}
