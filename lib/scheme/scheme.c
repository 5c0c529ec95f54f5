/* Finding the schemes that are built in, and reading those that are not. */
#include <helhedsplan/scheme.h>

#include <string.h>

#include "json/decode.h"
#include "rules/check.h"
#include "scheme/builtin.h"

size_t hhp_scheme_count(void) {
  return HHP__BUILTIN_SCHEMES;
}

const hhp_scheme *hhp_scheme_at(size_t index) {
  return index < HHP__BUILTIN_SCHEMES ? &hhp__builtin_schemes[index] : NULL;
}

const hhp_scheme *hhp_scheme_find(const char *id) {
  for (size_t i = 0; id != NULL && i < HHP__BUILTIN_SCHEMES; i++) {
    if (strcmp(hhp__builtin_schemes[i].id, id) == 0)
      return &hhp__builtin_schemes[i];
  }
  return NULL;
}

static hhp_status S_parse(hhp_scheme **scheme, const char *json, size_t length, hhp_report *report) {
  hhp__object *made = hhp__document_new(HHP__E_scheme);
  if (made == NULL)
    return HHP_ERR_NOMEM;
  int is_sound = 0; /* and there is more that a scheme has to be */
  hhp_status status = hhp__read_document(made, json, length, report, &is_sound);
  if (status == HHP_OK && report->findings.count > 0)
    status = HHP_ERR_DOCUMENT;
  if (status != HHP_OK) {
    hhp__document_free(made->document);
    return status;
  }
  *scheme = (hhp_scheme *)made;
  return HHP_OK;
}

hhp_status hhp_scheme_parse(hhp_scheme **scheme, const char *json, size_t length, hhp_report *report) {
  if (scheme == NULL || json == NULL)
    return HHP_ERR_ARGUMENT;
  *scheme = NULL;
  if (length == HHP_NUL_TERMINATED)
    length = strlen(json);
  hhp_report *own = NULL;
  if (report == NULL) {
    hhp_status status = hhp_report_new(&own);
    if (status != HHP_OK)
      return status;
  }
  hhp_status status = S_parse(scheme, json, length, report != NULL ? report : own);
  hhp_report_free(own);
  return status;
}

void hhp_scheme_free(hhp_scheme *scheme) {
  if (scheme != NULL && scheme->object.document != NULL)
    hhp__document_free(scheme->object.document);
}
