/* The answers to questions of one value. */
#ifndef HHP_DATABASE_ANSWERS_H
#define HHP_DATABASE_ANSWERS_H

#include "database/question.h"

/* Findings of that severity that are not waived. A text that is not a plan has errors, at least one. */
hhp_status db_count(const db_question *question, int32_t severity, int64_t *count, db_fault *fault);

/* Whether the text has the form of a plan. */
hhp_status db_is_plan(const db_question *question, int32_t *answer, db_fault *fault);

/* The local share on the base of the scheme, truncated; HHP_ABSENT if it is open or cannot be calculated, and for a text that
 * is not a plan. */
hhp_status db_share_bp(const db_question *question, int64_t *share_bp, db_fault *fault);

/* The word of the verdict on that share, static; NULL for a text that is not a plan. */
hhp_status db_verdict(const db_question *question, const char **word, db_fault *fault);

/* All figures of the co-financing in the format helhedsplan-cofinancing/1, as the command writes them; to be freed with
 * hhp_free(). NULL if there are none: not a plan, an unknown scheme, sums that are too large. */
hhp_status db_cofinancing(const db_question *question, char **json, size_t *length, db_fault *fault);

/* The report in the format helhedsplan-report/1; to be freed with hhp_free(). */
hhp_status db_report(const db_question *question, char **json, size_t *length, db_fault *fault);

/* The plan in canonical form; to be freed with hhp_free(). HHP_ERR_DOCUMENT for a text that is not a plan, or that the
 * canonical form cannot keep exactly: an answer without the plan might replace it. */
hhp_status db_canonical(const db_question *question, char **json, size_t *length, db_fault *fault);

#endif
