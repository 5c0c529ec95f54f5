/* One reading of the money, which part of it counts as local, and the arithmetic of a minimum share on it. Whole
 * kroner, exact whatever the size of a product; a figure that leaves int64_t, or that no amount satisfies, is
 * HHP_ABSENT. */
#ifndef HHP_FINANCE_SHARE_H
#define HHP_FINANCE_SHARE_H

#include <stdint.h>

typedef struct {
  int64_t grant;
  int64_t local;
  int64_t third_party; /* in the total, but not local under this reading */
  int64_t total;       /* of the three, unless a caller replaces it */
  int64_t bp;          /* minimum share, 0 .. 10000 */
  int64_t base;        /* HHP_SHARE_BASE_... */
} hhp__money;

/* The share of `part` in basis points, truncated. */
int64_t hhp__share_bp(int64_t part, int64_t whole);

/* HHP_VERDICT_PASSES, _FAILS, or _NOT_COMPUTABLE if `whole` is 0. */
int64_t hhp__share_verdict(const hhp__money *r, int64_t whole);

/* The amount that the share is calculated of. */
int64_t hhp__base_amount(const hhp__money *r);

/* Least local amount if the total, or the grant, is kept; third-party money is kept in either case. */
int64_t hhp__required_at_total(const hhp__money *r);
int64_t hhp__required_at_grant(const hhp__money *r);

/* Largest grant in `total`, beside third-party money and the local part that the total requires. */
int64_t hhp__largest_grant(const hhp__money *r, int64_t total);

/* By how much `actual` falls short of `required`; 0: it does not. */
int64_t hhp__short_by(int64_t required, int64_t actual);

/* The same money, with `amount` less of it counted as local. */
hhp__money hhp__money_without(const hhp__money *r, int64_t amount);

#endif
