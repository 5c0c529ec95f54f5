/* The co-financing of the plan for Vollsmose: 500,000 kr. are missing. */
#include <helhedsplan/helhedsplan.h>

#include <stdio.h>

int main(void) {
  hhp_cofinancing_result r;
  if (hhp_cofinancing(35000000, 11000000, 0, 46000000, 2500, HHP_SHARE_BASE_TOTAL, &r, sizeof r) != HHP_OK)
    return 1;
  printf("%d\n", (int)r.shortfall_at_total);
  return r.shortfall_at_total == 500000 ? 0 : 1;
}
