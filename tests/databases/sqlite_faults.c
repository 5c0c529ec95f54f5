/* Every allocation of queries with the SQLite extension fails once, SQLite's own included: the query then reports
 * that it is out of memory, or has the right result; and everything is freed.
 *
 * usage: sqlite_faults MODULE PLAN */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "faults/allocator.h"

/* ?1 is the plan. Of a query that allocates much by Jansson, one of each `stride` allocations fails. */
static const struct {
  const char *sql;
  size_t stride;
} S_queries[] = {
    {"SELECT * FROM helhedsplan_findings(?1, 'full', '2018-06-01')", 1},
    {"SELECT helhedsplan_errors(?1), helhedsplan_share_bp(?1), helhedsplan_verdict(?1), helhedsplan_is_plan(?1)", 1},
    {"SELECT helhedsplan_cofinancing(?1)", 1},
    {"SELECT * FROM helhedsplan_table(?1, 'parties')", 1},
    {"SELECT helhedsplan_fmt(?1)", 23},
    {"SELECT helhedsplan_report(?1)", 53},
    {"SELECT helhedsplan_share_bp(?1, '{\"format\":\"helhedsplan-scheme/1\",\"id\":\"x\",\"title_da\":\"x\","
     "\"title_en\":\"x\",\"min_local_bp\":2391,\"base\":\"total\"}')",
     1},
};
enum { QUERIES = sizeof(S_queries) / sizeof(S_queries[0]) };

/* The result of a query: a hash over all rows, and the result code. */
typedef struct outcome {
  unsigned long hash;
  int code;
} outcome;

static void S_fail(const char *what, const char *query, size_t n, const char *why) {
  fprintf(stderr, "%s: allocation %zu of %s: %s\n", what, n, query, why);
  exit(1);
}

static char *S_read(const char *path, int *length) {
  FILE *file = fopen(path, "rb");
  if (file == NULL)
    S_fail("cannot read", path, 0, "fopen");
  char *text = malloc(1 << 20);
  *length = (int)fread(text, 1, 1 << 20, file);
  fclose(file);
  return text;
}

static void S_add(outcome *out, const char *text, int length) {
  for (int i = 0; i < length; i++)
    out->hash = out->hash * 31 + (unsigned char)text[i];
  out->hash = out->hash * 31 + (unsigned long)length;
}

static void S_add_row(outcome *out, sqlite3_stmt *statement) {
  for (int i = 0; i < sqlite3_column_count(statement); i++) {
    const char *text = (const char *)sqlite3_column_text(statement, i);
    if (text != NULL)
      S_add(out, text, sqlite3_column_bytes(statement, i));
    else if (sqlite3_column_type(statement, i) == SQLITE_NULL)
      S_add(out, "\1", 1);
    else
      out->code = SQLITE_NOMEM; /* the conversion failed */
  }
}

static outcome S_run(sqlite3 *db, const char *query, const char *plan, int length) {
  outcome out = {0};
  sqlite3_stmt *statement = NULL;
  out.code = sqlite3_prepare_v2(db, query, -1, &statement, NULL);
  if (out.code == SQLITE_OK)
    out.code = sqlite3_bind_text(statement, 1, plan, length, SQLITE_STATIC);
  int step = out.code;
  while (out.code == SQLITE_OK && (step = sqlite3_step(statement)) == SQLITE_ROW)
    S_add_row(&out, statement);
  if (out.code == SQLITE_OK && step != SQLITE_DONE)
    out.code = step;
  sqlite3_finalize(statement);
  return out;
}

static sqlite3 *S_open(const char *module) {
  sqlite3 *db = NULL;
  char *error = NULL;
  if (sqlite3_open(":memory:", &db) != SQLITE_OK || sqlite3_enable_load_extension(db, 1) != SQLITE_OK ||
      sqlite3_load_extension(db, module, NULL, &error) != SQLITE_OK)
    S_fail("cannot load", module, 0, error != NULL ? error : "?");
  return db;
}

/* Fails the n-th allocation, and with `goes_on` all after it. Whether there was such an allocation. */
static int S_try(const char *module, const char *query, const char *plan, int length, size_t n, int goes_on,
                 unsigned long wanted) {
  sqlite3 *db = S_open(module);
  faults_begin(n, goes_on);
  outcome out = S_run(db, query, plan, length);
  int failed = faults_end();
  if (out.code == SQLITE_OK && out.hash != wanted)
    S_fail("wrong result", query, n, "without an error");
  if (out.code != SQLITE_OK && out.code != SQLITE_NOMEM)
    S_fail("not SQLITE_NOMEM", query, n, sqlite3_errmsg(db));
  if (out.code == SQLITE_OK && S_run(db, query, plan, length).hash != wanted)
    S_fail("wrong afterwards", query, n, sqlite3_errmsg(db));
  if (sqlite3_close(db) != SQLITE_OK)
    S_fail("cannot close", query, n, "a statement is left");
  return failed;
}

/* Returns the number of failed allocations. */
static size_t S_try_all(const char *module, const char *query, size_t stride, const char *plan, int length,
                        int goes_on) {
  sqlite3 *db = S_open(module);
  outcome whole = S_run(db, query, plan, length);
  if (whole.code != SQLITE_OK)
    S_fail("fails anyway", query, 0, sqlite3_errmsg(db));
  sqlite3_close(db);
  S_try(module, query, plan, length, (size_t)-1, 0, whole.hash); /* allocates what is kept for the whole process */
  long before = faults_blocks();
  size_t n = 0;
  while (S_try(module, query, plan, length, n, goes_on, whole.hash))
    n += stride;
  if (faults_blocks() != before)
    S_fail("not freed", query, (size_t)(faults_blocks() - before), "blocks");
  return n / stride;
}

int main(int argc, char **argv) {
  int length = 0;
  size_t count = 0;
  if (argc != 3)
    return 2;
  char *plan = S_read(argv[2], &length);
  for (int i = 0; i < QUERIES; i++)
    for (int goes_on = 0; goes_on < 2; goes_on++)
      count += S_try_all(argv[1], S_queries[i].sql, S_queries[i].stride, plan, length, goes_on);
  free(plan);
  printf("%zu allocations failed\n", count);
  return faults_sees_all() && count < 1000;
}
