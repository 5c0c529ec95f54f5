/* Collects the cases of a document in the format of JUnit. */
#include "support/written_xml.h"

#include <stdlib.h>
#include <string.h>

#ifndef HHP_WITHOUT_EXPAT
#  include <expat.h>

static const char *S_attribute(const XML_Char **attributes, const char *name) {
  for (size_t i = 0; attributes[i] != NULL; i += 2) {
    if (strcmp(attributes[i], name) == 0)
      return attributes[i + 1];
  }
  return "";
}

static size_t S_number(const XML_Char **attributes, const char *name) {
  return (size_t)strtoull(S_attribute(attributes, name), NULL, 10);
}

static void S_add_case(junit_cases *cases, const XML_Char **attributes) {
  junit_case *grown = realloc(cases->cases, (cases->count + 1) * sizeof(*grown));
  if (grown == NULL)
    abort();
  cases->cases = grown;
  cases->cases[cases->count++] =
      (junit_case){.name = strdup(S_attribute(attributes, "name")), .line = S_number(attributes, "line")};
}

static void XMLCALL S_start(void *user, const XML_Char *name, const XML_Char **attributes) {
  junit_cases *cases = user;
  if (strcmp(name, "testsuite") == 0) { /* the only one */
    cases->tests = S_number(attributes, "tests");
    cases->failures = S_number(attributes, "failures");
    cases->skipped = S_number(attributes, "skipped");
  } else if (strcmp(name, "testcase") == 0) {
    S_add_case(cases, attributes);
  } else if (cases->count > 0 && strlen(name) < sizeof(cases->cases->outcome)) {
    strcpy(cases->cases[cases->count - 1].outcome, name);
  }
}

const char *read_junit(junit_cases *cases, const char *xml, size_t length) {
  *cases = (junit_cases){0};
  XML_Parser parser = XML_ParserCreate(NULL);
  if (parser == NULL)
    abort();
  XML_SetUserData(parser, cases);
  XML_SetElementHandler(parser, S_start, NULL);
  int is_read = XML_Parse(parser, xml, (int)length, 1) == XML_STATUS_OK;
  XML_ParserFree(parser);
  return is_read ? NULL : "the XML is not well-formed";
}

int can_read_junit(void) {
  return 1;
}
#else
const char *read_junit(junit_cases *cases, const char *xml, size_t length) {
  (void)xml;
  (void)length;
  *cases = (junit_cases){0};
  return NULL;
}

int can_read_junit(void) {
  return 0;
}
#endif

void free_junit(junit_cases *cases) {
  for (size_t i = 0; i < cases->count; i++)
    free(cases->cases[i].name);
  free(cases->cases);
  *cases = (junit_cases){0};
}
