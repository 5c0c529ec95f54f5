/* Applies the fund's 25 % requirement to a grant, a local contribution and a budget ceiling (ramme).
 *
 *   cofinancing 35000000 11000000 46000000
 */
#include <helhedsplan/helhedsplan.h>

#include <stdio.h>
#include <stdlib.h>

static void print_kroner(const char *label, int64_t kroner) {
  char text[HHP_TEXT_SIZE];
  if (kroner != HHP_ABSENT && hhp_kroner_text(kroner, HHP_LANG_EN, text, sizeof text) == HHP_OK)
    printf("%-34s %16s\n", label, text);
}

static void print_share(const char *label, int64_t part, int64_t whole) {
  char text[HHP_TEXT_SIZE];
  if (hhp_share_text(part, whole, HHP_LANG_EN, text, sizeof text) == HHP_OK)
    printf("%-34s %16s\n", label, text);
}

int main(int argc, char **argv) {
  if (argc != 4) {
    fprintf(stderr, "usage: cofinancing GRANT LOCAL CEILING\n");
    return 2;
  }
  hhp_cofinancing_result r;
  hhp_status status = hhp_cofinancing(strtoll(argv[1], NULL, 10), strtoll(argv[2], NULL, 10), 0,
                                      strtoll(argv[3], NULL, 10), 2500, HHP_SHARE_BASE_TOTAL, &r, sizeof r);
  if (status != HHP_OK) {
    fprintf(stderr, "cofinancing: %s\n", hhp_status_message(status, HHP_LANG_EN));
    return 2;
  }
  print_share("Local share of the total", r.local, r.total);
  print_share("Local share of the grant", r.local, r.grant);
  print_kroner("Short at the same total by", r.shortfall_at_total);
  print_kroner("  so local must be at least", r.required_at_total);
  print_kroner("  and the grant at most", r.largest_grant_at_total);
  print_kroner("Short at the same grant by", r.shortfall_at_grant);
  print_kroner("  so local must be at least", r.required_at_grant);
  print_kroner("  and the total becomes", r.total_at_grant);
  print_kroner("  which is over the ceiling by", r.over_frame_at_grant);
  puts(r.verdict == HHP_VERDICT_PASSES ? "The requirement is met." : "The requirement is not met.");
  return r.verdict == HHP_VERDICT_PASSES ? 0 : 1;
}
