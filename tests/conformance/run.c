/* The conformance corpus through the C API: each case of cases.tsv gives the report in reports/, byte by byte.
 * usage: run SOURCE PLANS, where the paths of plans are relative to PLANS. With HHP_UPDATE_GOLDEN set, the reports
 * are regenerated, for review. They have @version@ for the version of the library, so that a release changes none
 * of them. */
#include <helhedsplan/helhedsplan.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LONGEST_PATH = 4000, LONGEST_LINE = 1000 };

typedef struct {
  const char *id, *plan, *stage, *today, *scheme; /* "-": none given */
} S_case;

static void S_must(hhp_status status, const char *what) {
  if (status != HHP_OK) {
    fprintf(stderr, "%s: %s\n", what, hhp_status_message(status, HHP_LANG_EN));
    exit(1);
  }
}

static int S_is_given(const char *column) {
  return strcmp(column, "-") != 0;
}

/* --- Files, with paths relative to a folder --- */

static FILE *S_open(const char *folder, const char *path, const char *mode) {
  char whole[LONGEST_PATH];
  snprintf(whole, sizeof whole, "%s/%s", folder, path);
  return fopen(whole, mode);
}

/* Reads a whole file; NULL if it does not exist. */
static char *S_bytes(const char *folder, const char *path, size_t *length) {
  FILE *file = S_open(folder, path, "rb");
  if (file == NULL || fseek(file, 0, SEEK_END) != 0) {
    fprintf(stderr, "%s is not there\n", path);
    return NULL;
  }
  long end = ftell(file);
  rewind(file);
  char *bytes = malloc((size_t)end + 1);
  *length = bytes == NULL ? 0 : fread(bytes, 1, (size_t)end, file);
  if (bytes != NULL)
    bytes[*length] = '\0';
  fclose(file);
  return bytes;
}

static void S_write(const char *folder, const char *path, const char *bytes, size_t length) {
  FILE *file = S_open(folder, path, "wb");
  if (file == NULL || fwrite(bytes, 1, length, file) != length || fclose(file) != 0) {
    fprintf(stderr, "%s cannot be written\n", path);
    exit(1);
  }
}

/* --- Golden reports --- */

#define STORED_VERSION "\"version\": \"@version@\""
#define VERSION "\"version\": \"" HHP_VERSION_STRING "\""

/* `text` with the first `from` replaced; NULL if it has none. Free it. */
static char *S_replaced(const char *text, size_t *length, const char *from, const char *to) {
  const char *place = strstr(text, from);
  char *whole = place == NULL ? NULL : malloc(*length + strlen(to) + 1);
  if (whole == NULL)
    return NULL;
  size_t before = (size_t)(place - text), after = *length - before - strlen(from);
  memcpy(whole, text, before);
  memcpy(whole + before, to, strlen(to));
  memcpy(whole + before + strlen(to), place + strlen(from), after + 1);
  *length = before + strlen(to) + after;
  return whole;
}

static char *S_golden(const char *source, const char *path, size_t *length) {
  char *stored = S_bytes(source, path, length);
  char *golden = stored == NULL ? NULL : S_replaced(stored, length, STORED_VERSION, VERSION);
  free(stored);
  return golden;
}

static void S_store(const char *source, const char *path, const char *json, size_t length) {
  char *stored = S_replaced(json, &length, VERSION, STORED_VERSION);
  S_must(stored == NULL ? HHP_ERR_NOT_FOUND : HHP_OK, path);
  S_write(source, path, stored, length);
  free(stored);
}

/* --- A case --- */

static int S_read_case(char *line, S_case *c) {
  const char **columns[] = {&c->id, &c->plan, &c->stage, &c->today, &c->scheme};
  char *rest = line;
  line[strcspn(line, "\n")] = '\0';
  for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++) {
    if (rest == NULL)
      return 0;
    char *tab = strchr(rest, '\t');
    *columns[i] = rest;
    if (tab != NULL)
      *tab++ = '\0';
    rest = tab;
  }
  return rest == NULL;
}

/* The built-in scheme with that id, or one from a file, which the caller frees. */
static const hhp_scheme *S_scheme(const char *plans, const S_case *c, hhp_scheme **own) {
  if (strchr(c->scheme, '/') == NULL) {
    const hhp_scheme *found = hhp_scheme_find(c->scheme);
    S_must(found == NULL ? HHP_ERR_NOT_FOUND : HHP_OK, c->scheme); /* otherwise the scheme of the plan would be used */
    return found;
  }
  size_t length = 0;
  char *json = S_bytes(plans, c->scheme, &length);
  S_must(hhp_scheme_parse(own, json, length, NULL), c->scheme);
  free(json);
  return *own;
}

/* An invalid day is an error, not a missing one. */
static int32_t S_day(const S_case *c) {
  char *end = NULL;
  long day = strtol(c->today, &end, 10);
  S_must(*end != '\0' || day == 0 ? HHP_ERR_DATE : HHP_OK, c->id);
  return (int32_t)day;
}

static void S_set_options(hhp_check_options *options, const S_case *c, const hhp_scheme *scheme) {
  if (S_is_given(c->stage))
    S_must(hhp_check_options_set_stage(options, hhp_enum_number(hhp_enum_find("stage"), c->stage)), c->id);
  if (S_is_given(c->today))
    S_must(hhp_check_options_set_today(options, S_day(c)), c->id);
  S_must(hhp_check_options_set_scheme(options, scheme), c->id);
}

/* The report of a case. Free it with hhp_free(). */
static char *S_report_of(const char *plans, const S_case *c, size_t *length) {
  hhp_check_options *options = NULL;
  hhp_report *report = NULL;
  hhp_scheme *own = NULL;
  char *json = NULL;
  size_t plan_length = 0;
  char *plan = S_bytes(plans, c->plan, &plan_length);
  if (plan == NULL)
    exit(1);
  S_must(hhp_check_options_new(&options), c->id);
  S_must(hhp_report_new(&report), c->id);
  S_set_options(options, c, S_is_given(c->scheme) ? S_scheme(plans, c, &own) : NULL);
  S_must(hhp_report_set_path(report, c->plan), c->id);
  S_must(hhp_check(plan, plan_length, options, report), c->id);
  S_must(hhp_report_render(report, HHP_FORMAT_JSON, NULL, &json, length), c->id);
  hhp_report_free(report);
  hhp_check_options_free(options);
  hhp_scheme_free(own);
  free(plan);
  return json;
}

static int S_holds(const char *source, const char *plans, const S_case *c) {
  char path[LONGEST_PATH];
  size_t length = 0, golden_length = 0;
  char *json = S_report_of(plans, c, &length);
  snprintf(path, sizeof path, "tests/conformance/reports/%s.json", c->id);
  if (getenv("HHP_UPDATE_GOLDEN") != NULL)
    S_store(source, path, json, length);
  char *golden = S_golden(source, path, &golden_length);
  int is_same = golden != NULL && golden_length == length && memcmp(golden, json, length) == 0;
  if (!is_same)
    fprintf(stderr, "%s: the report of %s is not %s, but:\n%s", c->id, c->plan, path, json);
  free(golden);
  hhp_free(json);
  return is_same;
}

int main(int argc, char **argv) {
  FILE *cases = argc == 3 ? S_open(argv[1], "tests/conformance/cases.tsv", "rb") : NULL;
  if (cases == NULL) {
    fprintf(stderr, "usage: run SOURCE PLANS\n");
    return 2;
  }
  char line[LONGEST_LINE];
  size_t count = 0, held = 0;
  while (fgets(line, sizeof line, cases) != NULL) {
    S_case c;
    if (line[0] == '#')
      continue;
    count++;
    if (S_read_case(line, &c))
      held += (size_t)S_holds(argv[1], argv[2], &c);
    else
      fprintf(stderr, "case %zu has not five columns\n", count);
  }
  fclose(cases);
  printf("%zu cases, %zu reports as they are to be\n", count, held);
  return count > 0 && held == count ? 0 : 1;
}
