/* The built-in schemes, oldest first. */
#ifndef HHP_SCHEME_BUILTIN_H
#define HHP_SCHEME_BUILTIN_H

#include "model/model.h"

enum { HHP__BUILTIN_SCHEMES = 3 };

extern const hhp_scheme hhp__builtin_schemes[HHP__BUILTIN_SCHEMES];

#endif
