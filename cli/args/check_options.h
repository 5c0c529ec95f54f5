/* Check options from the command line. */
#ifndef CLI_CHECK_OPTIONS_H
#define CLI_CHECK_OPTIONS_H

#include <helhedsplan/helhedsplan.h>

#include "cli/args/command_line.h"

/* Creates check options from --stage, --today and --rule. The scheme (NULL: the one that the plan names) must outlive
 * them. Returns CODE_FINE, or another code after printing the error. Call hhp_check_options_free in either case. */
int check_options_load(hhp_check_options **into, const cli_args *args, const hhp_scheme *scheme);

#endif
