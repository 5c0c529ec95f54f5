/* Reports in the format of JUnit, read by expat. */
#ifndef HHP_TESTS_WRITTEN_XML_H
#define HHP_TESTS_WRITTEN_XML_H

#include <stddef.h>

typedef struct {
  char *name;
  char outcome[16]; /* the element inside the case: "failure", "skipped" ...; "" if there is none */
  size_t line;      /* 0: none given */
} junit_case;

typedef struct {
  junit_case *cases;
  size_t count;
  size_t tests, failures, skipped; /* as its suite states them */
} junit_cases;

/* NULL if the document is well-formed; otherwise the error. Free with free_junit() in both cases. */
const char *read_junit(junit_cases *cases, const char *xml, size_t length);
void free_junit(junit_cases *cases);

/* 0 where the tests were built without expat. */
int can_read_junit(void);

#endif
