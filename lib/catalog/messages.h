/* The messages of the catalogue, without their arguments. */
#ifndef HHP_CATALOG_MESSAGES_H
#define HHP_CATALOG_MESSAGES_H

#include <stdint.h>

/* HHP__M_...: the messages of the catalogue. */
typedef enum {
#define MESSAGE(key, rule, da, en, remedy_da, remedy_en) HHP__M_##key,
#include "catalog/messages.def"
  HHP__MESSAGE_COUNT
} hhp__message;

/* The number of the rule that a message belongs to. */
int hhp__message_rule(hhp__message message);

/* The text of a message or remedy in the catalogue. */
const char *hhp__message_template(hhp__message message, int32_t lang, int is_remedy);

/* Whether an amount of that name is listed in the table below a finding. */
int hhp__is_in_table(const char *argument);

#endif
