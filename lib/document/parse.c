/* Reading whole documents. */
#include "document/parse.h"

#include <string.h>

static hhp_status S_parse(uint8_t entity, const char *json, size_t length, hhp_report *report, hhp__object **root) {
  hhp__object *made = hhp__document_new(entity);
  if (made == NULL)
    return HHP_ERR_NOMEM;
  int is_sound = 0;
  hhp_status status = hhp__read_document(made, json, length, report, &is_sound);
  if (status == HHP_OK && !is_sound)
    status = HHP_ERR_DOCUMENT;
  if (status != HHP_OK) {
    hhp__document_free(made->document);
    return status;
  }
  *root = made;
  return HHP_OK;
}

/* Without a report of the caller's, the findings are needed for a moment all the same. */
hhp_status hhp__parse(uint8_t entity, const char *json, size_t length, hhp_report *report, hhp__object **root) {
  *root = NULL;
  if (length == HHP_NUL_TERMINATED)
    length = strlen(json);
  if (report != NULL)
    return S_parse(entity, json, length, report, root);
  hhp_report *own = NULL;
  hhp_status status = hhp_report_new(&own);
  if (status == HHP_OK)
    status = S_parse(entity, json, length, own, root);
  hhp_report_free(own);
  return status;
}
