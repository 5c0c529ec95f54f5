/* An addition to a list and a removal from it may look alike: one has a combining accent, or an invisible character. To
 * show one, renderers need the other. */
#include <string.h>

#include "base/fold.h"
#include "diff/diff.h"

enum { MOST_COMPARED = 64 }; /* changes searched from each change; lists written by people are short */

/* The text that is displayed, in one of the languages; NULL: the change is neither of an element nor of a whole. */
static const char *S_displayed_text(const hhp_change *change) {
  if (change->kind != HHP_CHANGE_ADDED && change->kind != HHP_CHANGE_REMOVED)
    return NULL;
  if (change->member == NULL)
    return change->subject->name.da;
  if (change->field == NULL || change->field->type != HHP__TEXTS)
    return NULL;
  return change->text[change->kind == HHP_CHANGE_ADDED ? HHP__AFTER : HHP__BEFORE];
}

static int S_is_of_one_list(const hhp_change *one, const hhp_change *other) {
  if (one->member != NULL || other->member != NULL)
    return one->subject == other->subject && one->field == other->field;
  return one->subject->outer == other->subject->outer && one->subject->field == other->subject->field;
}

static void S_find_twin_of(const hhp__list *changes, uint32_t at) {
  hhp_change *change = changes->items[at];
  const char *shown = change->twin == NULL ? S_displayed_text(change) : NULL;
  uint32_t end = changes->count - at > MOST_COMPARED ? at + MOST_COMPARED : changes->count;
  for (uint32_t i = at + 1; shown != NULL && i < end; i++) {
    hhp_change *other = changes->items[i];
    const char *others = other->twin == NULL && other->kind != change->kind ? S_displayed_text(other) : NULL;
    if (others == NULL || !S_is_of_one_list(change, other) || strcmp(shown, others) == 0 ||
        !hhp__looks_alike(shown, others))
      continue;
    change->twin = other;
    other->twin = change;
    return;
  }
}

void hhp__find_twins(hhp_diff *diff) {
  for (uint32_t i = 0; i < diff->changes.count; i++)
    S_find_twin_of(&diff->changes, i);
}
