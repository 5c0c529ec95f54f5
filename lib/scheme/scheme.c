/* Look-up of the built-in schemes. */
#include <helhedsplan/scheme.h>

#include <string.h>

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
