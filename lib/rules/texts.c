/* Going through every text of a document. */
#include "rules/check.h"

typedef void S_look(hhp__check *check, hhp__spot spot, const char *text);

static void S_look_at_field(hhp__check *check, const hhp__object *object, const hhp__field *field, S_look *look) {
  if (field->type == HHP__TEXT && hhp__text_at(object, field) != NULL)
    look(check, hhp__field_of(object, field), hhp__text_at(object, field));
  if (field->type != HHP__TEXTS)
    return;
  const hhp__list *list = hhp__list_at(object, field);
  for (uint32_t i = 0; i < list->count; i++) {
    if (list->items[i] != NULL)
      look(check, (hhp__spot){object, field, i}, list->items[i]);
  }
}

static void S_look_at_object(hhp__check *check, const hhp__object *object) {
  const hhp__entity *entity = hhp__entity_of(object);
  for (size_t i = 0; i < entity->field_count; i++)
    S_look_at_field(check, object, &entity->fields[i], check->look_at_text);
}

void hhp__each_text(hhp__check *check, S_look *look) {
  check->look_at_text = look;
  hhp__walk(check, check->root, S_look_at_object);
}
