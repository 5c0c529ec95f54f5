/* Words for severities, stages and verdicts in messages. The singular is that of model/constants.def, the plural is
 * here. The command compiles this too, so only the public API and base/ are used. */
#ifndef HHP_REPORT_CONSTANT_WORDS_H
#define HHP_REPORT_CONSTANT_WORDS_H

#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"

/* "advarsel", "warning". NULL for an unknown number; likewise below. */
const char *hhp__severity_word(int32_t severity, int32_t lang);

/* "advarsler", "warnings". */
const char *hhp__severity_plural(int32_t severity, int32_t lang);

/* Appends "1 advarsel", "2 warnings". */
void hhp__put_severity_count(hhp__buffer *out, int32_t severity, size_t count, int32_t lang);

/* "fuld plan", "full plan". */
const char *hhp__stage_word(int32_t stage, int32_t lang);

/* "opfyldt", "met". */
const char *hhp__verdict_word(int64_t verdict, int32_t lang);

#endif
