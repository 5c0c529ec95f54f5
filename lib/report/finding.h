/* Reports and findings from the inside: how rules and the reader put them together. Every function takes a finding that
 * is NULL (its rule is off, or memory ran out) and does nothing then, so that a rule reads straight through. */
#ifndef HHP_REPORT_FINDING_H
#define HHP_REPORT_FINDING_H

#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>

#include <helhedsplan/report.h>

#include "base/arena.h"
#include "base/list.h"
#include "catalog/messages.h"

typedef struct {
  const char *pointer;
  size_t offset;
  size_t length;
  size_t line;   /* from 1; 0: not known */
  size_t column; /* from 1, in code points */
  size_t end_line;
  size_t end_column; /* just behind the last code point */
  int is_known;      /* offset and length are */
} hhp__place;

/* A word that the library itself says, in both languages; `key` is how data formats say it. */
typedef struct {
  const char *key;
  const char *da;
  const char *en;
} hhp__word;

typedef struct {
  const char *name;
  int32_t kind; /* HHP_ARGUMENT_... */
  int64_t number;
  int64_t shown; /* of a share: rounded for people, where number is truncated */
  int is_limit;  /* a share that is a limit: written without decimals that say nothing */
  const char *text;
  hhp__word word; /* of a word: text is its key */
} hhp__argument;

struct hhp_finding {
  hhp_report *report;
  uint16_t message;
  uint8_t severity;
  uint8_t is_waived;
  uint8_t is_waived_by_options; /* and not by the plan */
  uint8_t is_opening;           /* something is missing: only the opening of the object is pointed at */
  uint32_t nth;                 /* how many of the same rule and pointer stand before it */
  hhp__place place;
  const char *missing; /* the pointer to what is not there; NULL: what `place` points to is meant */
  const char *entity;
  const char *waiver_reason; /* NULL: not waived */
  hhp__list arguments;       /* of hhp__argument * */
  hhp__list related;         /* of hhp__place * */
  const char *excerpt;       /* the source line, or the part of it around the place; NULL: no source */
  size_t excerpt_at;         /* bytes of it before the place */
  const char *line_hash;     /* NULL: not asked for */
  /* Message and remedy by language, written when first asked for, by whichever thread asks first. */
  _Atomic(char *) texts[2][2];
};

typedef struct hhp__plan_summary hhp__plan_summary;

enum {
  HHP__MOST_FINDINGS = 250000, /* that are kept; those beyond are counted */
  HHP__MOST_EXCERPTS = 10000   /* source lines that are kept */
};

struct hhp_report {
  hhp__arena arena;
  hhp__list findings; /* of hhp_finding * */
  size_t omitted[HHP_SEVERITY_ERROR + 1];
  size_t counts[HHP_SEVERITY_ERROR + 1];
  size_t waived;
  int is_complete;
  hhp_status unreadable;
  int has_failed; /* memory ran out while it was filled */
  int32_t stage;
  const char *plan_id;
  const char *scheme_id;
  char sha256[65]; /* empty: none */
  char *path;
  const hhp__plan_summary *summary; /* NULL: not every rule was looked at */
};

/* Empties the report; its path stays. */
void hhp__report_begin(hhp_report *report);

/* Whether there is room for one more finding; where there is none, it is counted. Asked before anything is worked out
 * for the finding, so that those beyond the limit cost next to nothing. */
int hhp__report_has_room(hhp_report *report, int32_t severity);

/* A new finding, or NULL. The pointer is copied. */
hhp_finding *hhp__report_add(hhp_report *report, hhp__message message, int32_t severity, const char *pointer);

void hhp__place_at(hhp_finding *finding, size_t offset, size_t length);
void hhp__about(hhp_finding *finding, const char *entity_id);

void hhp__arg_kroner(hhp_finding *finding, const char *name, int64_t kroner);
/* "actual", "required" and the "difference" between the two. */
void hhp__arg_difference(hhp_finding *finding, int64_t actual, int64_t required);

void hhp__arg_number(hhp_finding *finding, const char *name, int64_t number);
void hhp__arg_date(hhp_finding *finding, const char *name, int32_t date);

/* A share as a limit: "25 %". */
void hhp__arg_limit(hhp_finding *finding, const char *name, int64_t bp);

/* A share that was worked out, as it is written beside a minimum (hhp__share_beside_least), HHP_ABSENT: none; or beside a
 * maximum. */
void hhp__arg_share(hhp_finding *finding, const char *name, int64_t part, int64_t whole, int64_t least);
void hhp__arg_share_beside_most(hhp_finding *finding, const char *name, int64_t part, int64_t whole, int64_t most);

void hhp__arg_text(hhp_finding *finding, const char *name, const char *text, size_t length);
/* A text that lives as long as the report, and is not cut. */
void hhp__arg_kept_text(hhp_finding *finding, const char *name, const char *text);
void hhp__arg_word(hhp_finding *finding, const char *name, hhp__word word);

/* The same of words that do not live as long as the report: they are copied. */
void hhp__arg_new_word(hhp_finding *finding, const char *name, hhp__word word);

/* "en aktivitet", "an activity". */
void hhp__arg_entity(hhp_finding *finding, const char *name, uint8_t entity);

/* A related place. The pointer is copied. Returns it, to be placed; NULL when memory ran out. */
hhp__place *hhp__relate(hhp_finding *finding, const char *pointer);

/* Finds lines and columns in the text that was checked, cuts out the source lines, and sorts by place. */
hhp_status hhp__report_locate(hhp_report *report, const char *json, size_t length);

/* Gives every finding with a line the hash of that line, as line_hash.c tells. */
hhp_status hhp__report_hash_lines(hhp_report *report, const char *json, size_t length);

/* Takes lines, columns and source out again, for a text that the caller has never seen. */
void hhp__report_forget_text(hhp_report *report);

/* Counts what stands, by severity. */
void hhp__report_count(hhp_report *report);

#endif
