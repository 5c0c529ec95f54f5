/* What a finding is known again by from one run to the next, when lines have moved and amounts have changed. */
#ifndef HHP_REPORT_FINGERPRINT_H
#define HHP_REPORT_FINGERPRINT_H

#include "report/finding.h"

/* Counts, for each finding, those before it of the same rule and pointer. Once, when the findings stand in their order. */
hhp_status hhp__report_number(hhp_report *report);

/* The hexadecimal SHA-256 of version, rule, path, pointer and that count, with a NUL between each two. The path is the one
 * that the format tells; it may be "". Takes as long as its texts are. */
void hhp__fingerprint(const hhp_report *report, size_t index, const char *path, char out[65]);

#endif
