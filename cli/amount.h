/* Numbers on the command line: kroner, shares, sizes, days. Each reader returns 0, or -1 where the words are
 * no such number. */
#ifndef CLI_AMOUNT_H
#define CLI_AMOUNT_H

#include <stddef.h>
#include <stdint.h>

#include "options.h"

/* Whole kroner: digits alone, or grouped by three with one and the same mark: 35000000, 35.000.000, 35,000,000,
 * 35_000_000; øre may follow where they are 00. -2 where the number is too large. */
int kroner_read(const char *words, int64_t *kroner);

/* The amount that an option has, or `missing` where it was not given. Returns CODE_FINE, or CODE_USAGE after having said
 * what is wrong. */
int kroner_option(const cli_args *args, option_id id, int64_t missing, int64_t *kroner);

/* A share in basis points: per cent with at most two decimals ("25", "25,5", "25.5", "25 %"), or basis points
 * ("2550bp"; "2550" too, since four digits are no percentage). At most 10000. */
int share_read(const char *words, int32_t *basis_points);

/* A number of bytes from 1: "1000", "64K", "256M", "1G". */
int size_read(const char *words, size_t *bytes);

/* A day as YYYY-MM-DD, to yyyymmdd. Whether there is such a day is not looked at. */
int day_read(const char *words, int32_t *day);

#endif
