/* Schemes that are not built in: read from text, and freed. */
#include <helhedsplan/scheme.h>

#include "document/read.h"

hhp_status hhp_scheme_parse(hhp_scheme **scheme, const char *json, size_t length, hhp_report *report) {
  if (scheme == NULL)
    return HHP_ERR_ARGUMENT;
  hhp__object *root;
  hhp_status status = hhp__parse(HHP__E_scheme, json, length, report, &root);
  *scheme = (hhp_scheme *)root;
  return status;
}

void hhp_scheme_free(hhp_scheme *scheme) {
  if (scheme != NULL && scheme->object.document != NULL)
    hhp__document_free(scheme->object.document);
}
