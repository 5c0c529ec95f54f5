/* The figures on co-financing that Markdown and HTML show, row by row. All are those of hhp_cofinancing_result; what is
 * not stated has no row, or a dash. */
#ifndef HHP_RENDER_FIGURE_ROWS_H
#define HHP_RENDER_FIGURE_ROWS_H

#include <stddef.h>

#include "base/kroner.h"
#include "base/phrase.h"
#include "report/plan_summary.h"

typedef struct {
  hhp__phrase label;
  char value[HHP__AMOUNT_SIZE]; /* an amount, a share, "–", or "cannot be met" */
} hhp__figure_row;

enum { HHP__MOST_FIGURE_ROWS = 12 };

/* Amounts and shares, stated or open. Returns their number. */
size_t hhp__figure_rows(const hhp_cofinancing_result *money, int32_t lang, hhp__figure_row rows[HHP__MOST_FIGURE_ROWS]);

/* The labels of the local amount that is required, and of what is missing of it, while open. */
hhp__phrase hhp__required_label(const hhp_cofinancing_result *money);
hhp__phrase hhp__missing_label(const hhp_cofinancing_result *money);

/* Whether enough local money can be found while total or grant, and third-party money, are as they are. */
int hhp__total_can_stay(const hhp_cofinancing_result *money);
int hhp__grant_can_stay(const hhp_cofinancing_result *money);

/* If the verdict is "fails": what is missing by either remedy. Returns their number. */
size_t hhp__shortfall_rows(const hhp_cofinancing_result *money, int32_t lang,
                           hhp__figure_row rows[HHP__MOST_FIGURE_ROWS]);

/* Appends "mindst 25 % af det samlede budget". */
void hhp__put_requirement(hhp__buffer *out, const hhp_cofinancing_result *money, int32_t lang);

#endif
