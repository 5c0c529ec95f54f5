/* Findings as lines of text, to compare those of two reports without regard to their order. */
#ifndef HHP_TESTS_SAME_FINDINGS_H
#define HHP_TESTS_SAME_FINDINGS_H

#include <stddef.h>

#include <helhedsplan/helhedsplan.h>

#include "support/text.h"

/* What is compared besides rule, severity, pointer and whether the finding is waived. */
enum {
  SAME_ENTITY = 1,
  SAME_NUMBERS = 2, /* arguments that are numbers */
  SAME_RELATED = 4, /* related pointers, in any order */
  SAME_TEXTS = 8,   /* messages and remedies in both languages */
  SAME_WORDS = 15   /* all of these */
};

/* Appends what a pointer or an id of this report is in the other one; NULL pointers to such functions: itself. */
typedef void rename_one(void *user, text *out, const char *name);

/* How the findings of a rule are compared. */
typedef enum {
  COMPARED,
  COUNTED,      /* by rule and severity alone */
  COUNTED_ONCE, /* whether there are any of that severity */
  IGNORED
} counting;

typedef struct {
  int what;
  rename_one *pointer;
  rename_one *id;
  void *user;
  counting (*counted)(const char *rule); /* NULL: all are compared */
} how_to_compare;

typedef struct {
  char **lines; /* sorted */
  size_t count;
} finding_lines;

finding_lines lines_of_findings(const hhp_report *report, how_to_compare how);
void free_lines(finding_lines *lines);

/* The first line that only one of the two has; NULL if there is none. Borrowed from one of the two. */
const char *first_difference(const finding_lines *a, const finding_lines *b);

/* Appends every line that only one of the two has, after "-" for the first and "+" for the second. */
void put_differences(text *out, const finding_lines *a, const finding_lines *b);

/* 1 or 0; prints the first difference. */
int have_same_findings(const hhp_report *a, const hhp_report *b, int what);

#endif
