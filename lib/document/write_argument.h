/* The argument "write" of a finding: JSON text to put in place of the error, without change: 46000000, "2020-12-31",
 * true. Reports of syntax errors and of values both give it. */
#ifndef HHP_DOCUMENT_WRITE_ARGUMENT_H
#define HHP_DOCUMENT_WRITE_ARGUMENT_H

#include <stddef.h>
#include <stdint.h>

#include "report/finding.h"

enum { HHP__LONGEST_WRITE = 150 }; /* bytes; an argument is cut at 160 */

/* A whole number, in digits alone; also for the arguments "reading" and "other_reading". */
void hhp__arg_whole(hhp_finding *finding, const char *name, int64_t number);

/* "write": the text in quotes, at most HHP__LONGEST_WRITE bytes that need no escaping. */
void hhp__arg_quoted(hhp_finding *finding, const char *text, size_t length);
void hhp__arg_quoted_date(hhp_finding *finding, int32_t date);

/* Whether the text is the word, which is in lower case; letters of ASCII in either case. */
int hhp__is_word(const char *text, size_t length, const char *word);

/* "true" or "false" for a word that says so, such as "Ja"; else NULL. */
const char *hhp__truth_of(const char *text, size_t length);

#endif
