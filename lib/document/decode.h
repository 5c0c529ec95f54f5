/* Decodes JSON text directly into the model, with a finding for everything that cannot be stored. */
#ifndef HHP_DOCUMENT_DECODE_H
#define HHP_DOCUMENT_DECODE_H

#include <stddef.h>

#include "document/borrowed.h"
#include "model/model.h"
#include "report/finding.h"

/* Fills the new root from the text. Findings (HP101-HP103, HP105, HP106, HP109) go to the report, with their places.
 * *is_cut is set if a syntax error kept the rest from being read. If `borrowed` has the text, texts are used where they
 * are in it. HHP_OK or HHP_ERR_NOMEM. */
hhp_status hhp__decode(hhp__object *root, const char *json, size_t length, hhp__borrowed *borrowed, hhp_report *report,
                       int *is_cut);

#endif
