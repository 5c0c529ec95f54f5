/* Identifies a finding across runs, when lines have moved and amounts have changed. */
#ifndef HHP_REPORT_FINGERPRINT_H
#define HHP_REPORT_FINGERPRINT_H

#include "report/finding.h"

/* Counts, for each finding, the earlier ones with the same rule and pointer. To be called once, after sorting. */
hhp_status hhp__number_repeats(hhp_report *report);

/* The SHA-256, in hexadecimal, of version, rule, path, pointer and that count, separated by NUL. The path is the one
 * that the format reports; it may be "". */
void hhp__fingerprint(const hhp_report *report, size_t index, const char *path, char out[65]);

#endif
