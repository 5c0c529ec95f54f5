/* Documents with a marked location: « and » in the text, and the finding that is expected there. */
#ifndef HHP_TESTS_MARKED_H
#define HHP_TESTS_MARKED_H

#include "unit/support.h"

typedef struct {
  const char *json;
  size_t length; /* of the document */
  size_t offset; /* of the marked location */
  size_t marked; /* its length */
  size_t line;
  size_t column;
} marked;

marked marked_text(const char *text);
void assert_at(const marked *m, const hhp_finding *f, const char *pointer);
const hhp_finding *assert_fault_in(const hhp_report *report, const marked *m, const char *rule, const char *pointer,
                                   const char *message);

/* The document has this one error, at the marked location, and no other finding. */
const hhp_finding *assert_only_fault(const char *text, const char *rule, const char *pointer, const char *message);

/* The same for a plan with these members after HEAD. */
const hhp_finding *assert_fault(const char *members, const char *rule, const char *pointer, const char *message);
hhp_status parse(const char *json);

#endif
