/* Internals of reports and findings: how rules and the reader create them. Every function accepts a finding that is
 * NULL (its rule is off, or out of memory) and does nothing then, so that rules need not check. */
#ifndef HHP_REPORT_FINDING_H
#define HHP_REPORT_FINDING_H

#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>

#include <helhedsplan/report.h>

#include "base/arena.h"
#include "base/list.h"
#include "base/phrase.h"
#include "catalog/messages.h"

typedef struct {
  const char *pointer;
  size_t offset; /* in the text of the document; SIZE_MAX: unknown, and the length is 0 */
  size_t length;
} hhp__place;

static inline int hhp__is_known(const hhp__place *place) {
  return place->offset != SIZE_MAX;
}

typedef struct {
  uint32_t line;   /* from 1; 0: unknown, or beyond the range, as is the column */
  uint32_t column; /* from 1, in code points */
} hhp__text_position;

typedef struct {
  hhp__place place;
  hhp__text_position position;
} hhp__related;

/* What the text of the document shows of a finding. It is found when the document itself is not needed any more, so
 * that its memory is free for this. */
typedef struct {
  hhp__text_position start;
  hhp__text_position end; /* just after the last code point */
  const char *excerpt;    /* the source line, or the part of it around the place; NULL: beyond HHP__MOST_EXCERPTS */
  uint32_t excerpt_at;    /* offset of the place in the excerpt, in bytes */
  const char *line_hash;  /* NULL: not requested */
} hhp__source;

/* What most findings lack. */
typedef struct {
  const char *missing;       /* pointer to the missing value; NULL: the place of the finding is meant */
  const char *waiver_reason; /* NULL: not waived */
  hhp__list related;         /* of hhp__related *; of HP401 one for each contribution, so that it has to be an array */
} hhp__rare;

/* A word of the library in both languages; `key` is its form in data formats. */
typedef struct {
  const char *key;
  hhp__phrase phrase;
} hhp__word;

/* A number, or a text (HHP_ARGUMENT_TEXT), in a list. There are several for each finding, so that those with more
 * members are structs of their own. */
typedef struct hhp__argument hhp__argument;
struct hhp__argument {
  hhp__argument *next;
  const char *name;
  int32_t kind;     /* HHP_ARGUMENT_... */
  uint8_t is_limit; /* a share that is a limit: formatted without trailing zero decimals */
  uint8_t is_share; /* an hhp__share_argument */
  uint8_t is_word;  /* an hhp__word_argument, whose text is the key of the word */
  union {
    int64_t number;
    const char *text;
  };
};

typedef struct {
  hhp__argument argument;
  int64_t shown; /* rounded for display, whereas the number is truncated */
} hhp__share_argument;

typedef struct {
  hhp__argument argument;
  hhp__phrase phrase;
} hhp__word_argument;

/* Message and remedy by language, each formatted on first use by any thread. */
typedef struct {
  _Atomic(char *) of[2][2];
} hhp__finding_texts;

struct hhp_finding {
  hhp_report *report;
  uint16_t message;
  uint8_t severity;
  uint8_t is_waived : 1;
  uint8_t is_waived_by_options : 1; /* by the check options, not by the plan */
  uint8_t is_opening : 1;           /* a member is missing: the place is only the opening bracket of its object */
  uint32_t nth;                     /* number of earlier findings with the same rule and pointer */
  hhp__place place;
  const char *entity;
  hhp__argument *arguments;            /* the first; NULL: none */
  hhp__rare *rare;                     /* NULL: nothing of it; see hhp__rare_of() */
  hhp__source *source;                 /* NULL: no source text; see hhp__source_of() */
  _Atomic(hhp__finding_texts *) texts; /* NULL: none is formatted yet */
};

typedef struct {
  hhp_finding **items;
  size_t count;
  size_t capacity;
} hhp__findings;

typedef struct hhp__plan_summary hhp__plan_summary;

enum {
  HHP__MOST_FINDINGS = 250000, /* findings that are stored; any others are counted only */
  HHP__MOST_EXCERPTS = 10000   /* source lines that are stored */
};

struct hhp_report {
  hhp__arena arena;
  hhp__findings findings;
  size_t omitted[HHP_SEVERITY_ERROR + 1];
  size_t counts[HHP_SEVERITY_ERROR + 1];
  size_t waived;
  int is_complete;
  hhp_status unreadable;
  int has_failed; /* out of memory while it was filled */
  int32_t stage;
  const char *plan_id;
  const char *scheme_id;
  char sha256[65]; /* empty: none */
  char *path;
  const hhp__plan_summary *summary; /* NULL: not all rules were run */
  const hhp_plan *plan;             /* NULL: none, or not all rules were run */
  hhp_plan *own_plan;               /* the same, if the report owns it; else NULL */
};

/* Whether the document was read without errors, as by hhp_plan_load(), but not checked. An error of the document itself
 * is the other reason why a report is incomplete. */
int hhp__report_is_unchecked(const hhp_report *report);

/* Empties the report, except for its path. */
void hhp__report_begin(hhp_report *report);

/* Whether one more finding can be stored; if not, it is counted. Called before anything is calculated for the finding,
 * so that findings beyond the limit cost little. */
int hhp__report_can_add(hhp_report *report, int32_t severity);

/* A new finding, or NULL. The pointer is copied. */
hhp_finding *hhp__report_add(hhp_report *report, hhp__message message, int32_t severity, const char *pointer);

void hhp__set_place(hhp__place *place, size_t offset, size_t length);
void hhp__place_at(hhp_finding *finding, size_t offset, size_t length);
void hhp__about(hhp_finding *finding, const char *entity_id);

void hhp__arg_kroner(hhp_finding *finding, const char *name, int64_t kroner);
/* "actual", "required" and the "difference" between the two. */
void hhp__arg_difference(hhp_finding *finding, int64_t actual, int64_t required);

void hhp__arg_number(hhp_finding *finding, const char *name, int64_t number);
void hhp__arg_date(hhp_finding *finding, const char *name, int32_t date);

/* A share that is a limit: "25 %". */
void hhp__arg_limit(hhp_finding *finding, const char *name, int64_t bp);

/* A calculated share, formatted beside a minimum (hhp__share_for_minimum; HHP_ABSENT: none) or beside a maximum. */
void hhp__arg_share(hhp_finding *finding, const char *name, int64_t part, int64_t whole, int64_t least);
void hhp__arg_share_beside_most(hhp_finding *finding, const char *name, int64_t part, int64_t whole, int64_t most);

/* Removes the last argument, which the message no longer has. There is one. */
void hhp__take_back_argument(hhp_finding *finding, hhp__message message);

void hhp__arg_text(hhp_finding *finding, const char *name, const char *text, size_t length);
/* The same for a text that lives as long as the report. It is not copied or truncated. */
void hhp__arg_kept_text(hhp_finding *finding, const char *name, const char *text);
void hhp__arg_word(hhp_finding *finding, const char *name, hhp__word word);

/* The same for words that are freed earlier: they are copied. */
void hhp__arg_new_word(hhp_finding *finding, const char *name, hhp__word word);

/* "en aktivitet", "an activity". */
void hhp__arg_entity(hhp_finding *finding, const char *name, uint8_t entity);

/* Adds a related place. The pointer is copied. Returns the place, to be located; NULL if out of memory. */
hhp__place *hhp__relate(hhp_finding *finding, const char *pointer);

/* To be read: one without anything if the finding has none. Never NULL. */
const hhp__rare *hhp__rare_of(const hhp_finding *finding);
const hhp__source *hhp__source_of(const hhp_finding *finding);

/* To be set: the one of the finding, or a new one. NULL if out of memory. */
hhp__rare *hhp__need_rare(hhp_finding *finding);
hhp__source *hhp__need_source(hhp_finding *finding);

/* Finds the lines and columns of places (wanted.h) in the checked text; stores the source lines, and sorts the
 * findings by place. */
hhp_status hhp__report_locate(hhp_report *report, const char *json, size_t length);

/* Sets the line hash (line_hash.c) of every finding that has a line. */
hhp_status hhp__report_hash_lines(hhp_report *report, const char *json, size_t length);

/* Removes lines, columns and source lines, for a text that the caller never sees. */
void hhp__report_forget_text(hhp_report *report);

/* Counts the findings that are not waived, by severity. */
void hhp__report_count(hhp_report *report);

#endif
