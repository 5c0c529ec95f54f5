/* Reading a whole document, a plan or a scheme, from its text. */
#ifndef HHP_DOCUMENT_READ_H
#define HHP_DOCUMENT_READ_H

#include "model/model.h"
#include "report/finding.h"

/* Reads the text into a new document, whose root goes to *root, NULL on failure. `json` and `length` are of a caller,
 * `report` may be NULL. HHP_OK, HHP_ERR_ARGUMENT, HHP_ERR_NOMEM, or HHP_ERR_DOCUMENT where the text does not have the
 * form that its format requires: a plan with findings other than HP107 and HP108, a scheme with any. */
hhp_status hhp__parse(uint8_t entity, const char *json, size_t length, hhp_report *report, hhp__object **root);

/* The same for a text, not NULL, that the document takes over: it is freed with the document, or here. Texts of the
 * document are used where they are in it. */
hhp_status hhp__parse_own(uint8_t entity, char *json, size_t length, hhp_report *report, hhp__object **root);

#endif
