/* Numbers on the command line: kroner, shares, sizes, days. Each parser returns 0, or -1 for invalid input. */
#ifndef CLI_PARSE_NUMBER_H
#define CLI_PARSE_NUMBER_H

#include <stddef.h>
#include <stdint.h>

#include "cli/args/command_line.h"

/* The amount of an option, or `missing` if it was not given. Returns CODE_FINE, or CODE_USAGE after printing the
 * error. */
int parse_kroner_option(const cli_args *args, option_id id, int64_t missing, int64_t *kroner);

/* A share, to basis points: per cent with at most two decimals ("25", "25,5", "25.5", "25 %"), or basis points
 * ("2550bp"; "2550" too, since four digits are no percentage). At most 10000. */
int parse_share(const char *words, int32_t *basis_points);

/* A number of bytes from 1: "1000", "64K", "256M", "1G". */
int parse_size(const char *words, size_t *bytes);

/* A day as YYYY-MM-DD, to yyyymmdd. Does not check that the day exists. */
int parse_day(const char *words, int32_t *day);

#endif
