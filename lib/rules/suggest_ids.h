/* Suggestions of ids for names. */
#ifndef HHP_RULES_SUGGEST_IDS_H
#define HHP_RULES_SUGGEST_IDS_H

#include "rules/context.h"

/* Suggests an id or code for every text that was refused as one (HP106), if exactly one may be meant. */
void hhp__suggest_ids(hhp__check *check);

/* The id of the only object in the list with that name, title or alias. NULL if there is none, or several. */
const char *hhp__id_named(hhp__check *check, const hhp__list *objects, const char *name);

/* The field of a plan that lists entities of that type, and the list; NULL if there is none. */
const hhp__field *hhp__list_field_of(uint8_t entity);
const hhp__list *hhp__objects_of(const hhp__check *check, uint8_t entity);

#endif
