/* Which id is meant by a name. */
#ifndef HHP_RULES_NAMES_H
#define HHP_RULES_NAMES_H

#include "rules/context.h"

/* Says of every text that was refused as an id or a code (HP106) which one may be meant, where there is exactly one. */
void hhp__suggest_ids(hhp__check *check);

/* The id of the one object in the list that bears the name, as its name, its title or an alias. NULL where none does, or
 * several do. */
const char *hhp__id_named(hhp__check *check, const hhp__list *objects, const char *name);

/* The field of a plan that lists the entities of that sort, and the list; NULL where there is none. */
const hhp__field *hhp__list_field_of(uint8_t entity);
const hhp__list *hhp__objects_of(const hhp__check *check, uint8_t entity);

#endif
