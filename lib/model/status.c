/* Names and sentences of the statuses, from one table; the version; and the library's own free. */
#include <helhedsplan/status.h>
#include <helhedsplan/version.h>

#include <stdlib.h>

#include "base/phrase.h"

static const struct {
  hhp_status status;
  const char *name;
  hhp__phrase message;
} S_statuses[] = {
#define HHP__ONLY_STATUSES
#define ENUM(e)
#define END_ENUM(e)
#define VALUE(e, word, constant, number, da, en) {HHP_##constant, "HHP_" #constant, {da, en}},
#include "model/constants.def"
};

static const size_t S_count = sizeof(S_statuses) / sizeof(S_statuses[0]);

const char *hhp_status_name(hhp_status status) {
  for (size_t i = 0; i < S_count; i++) {
    if (S_statuses[i].status == status)
      return S_statuses[i].name;
  }
  return "HHP_ERR_UNKNOWN";
}

const char *hhp_status_message(hhp_status status, int32_t lang) {
  for (size_t i = 0; i < S_count; i++) {
    if (S_statuses[i].status == status)
      return hhp__in_lang(S_statuses[i].message, lang);
  }
  return hhp__in_lang((hhp__phrase){"Ukendt status.", "Unknown status."}, lang);
}

void hhp_free(void *memory) {
  free(memory);
}

const char *hhp_version_string(void) {
  return HHP_VERSION_STRING;
}

int32_t hhp_abi_version(void) {
  return HHP_ABI_VERSION;
}
