/* How a plan is to be checked. */
#ifndef CLI_CHECKING_H
#define CLI_CHECKING_H

#include <helhedsplan/helhedsplan.h>

#include "options.h"

/* Check options by --stage, --today and --rule, against a scheme (NULL: as the plan says) that has to live as long as
 * they. Returns CODE_FINE, or another code after having said why. Whatever it returns, hhp_check_options_free frees. */
int check_options_load(hhp_check_options **into, const cli_args *args, const hhp_scheme *scheme);

#endif
