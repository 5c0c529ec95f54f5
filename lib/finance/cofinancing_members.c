/* The members of hhp_cofinancing_result, for callers that treat it as an array of numbers. */
#include <stddef.h>

#include <helhedsplan/cofinancing.h>
#include <helhedsplan/report.h>

#include "model/model.h"

enum { NO_WORDS = -1 };

#define KIND_KRONER HHP_ARGUMENT_KRONER, NO_WORDS
#define KIND_SHARE HHP_ARGUMENT_SHARE, NO_WORDS
#define KIND_VERDICT HHP_ARGUMENT_NUMBER, HHP__V_verdict
#define KIND_REQUIRED_FROM HHP_ARGUMENT_NUMBER, HHP__V_required_from
#define KIND_BASE HHP_ARGUMENT_NUMBER, HHP__V_share_base

static const struct {
  const char *name;
  int32_t kind;
  int words; /* HHP__V_..., or NO_WORDS */
  int32_t may_be_absent;
  hhp__phrase doc;
} S_figures[] = {
#define FIGURE(name, KIND, may_be_absent, da, en) {#name, KIND_##KIND, may_be_absent, {da, en}},
#include "finance/cofinancing_members.def"
};

enum { FIGURES = sizeof(S_figures) / sizeof(S_figures[0]) };

/* Every member has its row, in the same order. */
enum {
#define FIGURE(name, KIND, may_be_absent, da, en) ROW_##name,
#include "finance/cofinancing_members.def"
};
#define FIGURE(name, KIND, may_be_absent, da, en) \
  _Static_assert(offsetof(hhp_cofinancing_result, name) == ROW_##name * sizeof(int64_t), #name " is out of order");
#include "finance/cofinancing_members.def"
_Static_assert(FIGURES * sizeof(int64_t) == sizeof(hhp_cofinancing_result), "a member has no row");

size_t hhp_figure_count(void) {
  return FIGURES;
}

const char *hhp_figure_name(size_t index) {
  return index < FIGURES ? S_figures[index].name : NULL;
}

const char *hhp_figure_doc(size_t index, int32_t lang) {
  return index < FIGURES ? hhp__in_lang(S_figures[index].doc, lang) : NULL;
}

int32_t hhp_figure_kind(size_t index) {
  return index < FIGURES ? S_figures[index].kind : 0;
}

const hhp_enum *hhp_figure_enum(size_t index) {
  return index < FIGURES && S_figures[index].words != NO_WORDS ? &hhp__enums[S_figures[index].words] : NULL;
}

int32_t hhp_figure_may_be_absent(size_t index) {
  return index < FIGURES ? S_figures[index].may_be_absent : 0;
}
