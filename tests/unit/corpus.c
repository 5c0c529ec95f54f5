/* Reads the corpus of rules. */
#include "unit/corpus.h"

#include <dirent.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"

#define RULES "tests/corpus/rules"

/* --- Errors --- */

static char *faults;
static size_t faults_length;
static size_t fault_count;

void fault(const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  char line[2000];
  vsnprintf(line, sizeof(line), format, arguments);
  va_end(arguments);
  size_t length = strlen(line);
  char *more = realloc(faults, faults_length + length + 2);
  assert_non_null(more);
  faults = more;
  memcpy(faults + faults_length, line, length);
  faults_length += length;
  faults[faults_length++] = '\n';
  faults[faults_length] = '\0';
  fault_count++;
}

/* cmocka truncates long messages, so the errors are printed first. */
void fail_on_faults(void) {
  size_t count = fault_count;
  if (count > 0)
    fputs(faults, stderr);
  free(faults);
  faults = NULL;
  faults_length = 0;
  fault_count = 0;
  if (count > 0)
    fail_msg("%zu faults, named above", count);
}

/* --- Folders --- */

static int ends_in(const char *text, const char *end) {
  size_t length = strlen(text);
  return length >= strlen(end) && strcmp(text + length - strlen(end), end) == 0;
}

static int starts_with(const char *text, const char *start) {
  return strncmp(text, start, strlen(start)) == 0;
}

int is_fail_file(const char *file) {
  return starts_with(file, "fail-");
}

int is_pass_file(const char *file) {
  return starts_with(file, "pass-");
}

static int is_plan(const char *name) {
  return ends_in(name, ".json") && !ends_in(name, ".report.json") && !ends_in(name, ".scheme.json");
}

static int is_folder(const char *name) {
  return starts_with(name, "HP") && strchr(name, '.') == NULL;
}

static int by_name(const void *a, const void *b) {
  return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The sorted names in a folder of the source tree; none if it does not exist. */
static size_t names_in(const char *path, int (*is_wanted)(const char *), char ***names) {
  char **list = NULL;
  size_t count = 0;
  DIR *dir = opendir(source_path(path));
  for (struct dirent *entry = dir == NULL ? NULL : readdir(dir); entry != NULL; entry = readdir(dir)) {
    if (!is_wanted(entry->d_name))
      continue;
    char **more = realloc(list, (count + 1) * sizeof(*list));
    assert_non_null(more);
    list = more;
    list[count++] = copy_of(entry->d_name);
  }
  if (dir != NULL)
    closedir(dir);
  if (count > 0) {
    qsort(list, count, sizeof(*list), by_name);
    own(list, free);
  }
  *names = list;
  return count;
}

const char *corpus_path(const folder *f, const char *file) {
  return text_of(RULES "/%s/%s", f->rule, file);
}

static int is_there(const char *path) {
  FILE *file = fopen(source_path(path), "rb");
  if (file != NULL)
    fclose(file);
  return file != NULL;
}

/* --- Verdicts --- */

/* Splits off the next column. */
static char *take_column(char **rest) {
  char *column = *rest;
  char *end = column == NULL ? NULL : strchr(column, '\t');
  if (end != NULL)
    *end = '\0';
  *rest = end == NULL ? NULL : end + 1;
  return column;
}

static int read_verdict(char *line, verdict *v) {
  v->file = take_column(&line);
  v->stage = take_column(&line);
  v->today = take_column(&line);
  v->rule = take_column(&line);
  v->severity = take_column(&line);
  v->pointer = take_column(&line);
  v->arguments = take_column(&line);
  return v->arguments != NULL && line == NULL;
}

static void read_verdicts(folder *f) {
  const char *path = corpus_path(f, "verdicts.tsv");
  if (!is_there(path))
    return;
  char *text = source_text(path, NULL);
  size_t number = 0;
  verdict *list = NULL;
  for (char *line = text; line != NULL && *line != '\0';) {
    char *end = strchr(line, '\n');
    if (end != NULL)
      *end = '\0';
    number++;
    if (line[0] != '#' && line[0] != '\0') {
      verdict *more = realloc(list, (f->verdict_count + 1) * sizeof(*list));
      assert_non_null(more);
      list = more;
      list[f->verdict_count].line = number;
      if (read_verdict(line, &list[f->verdict_count]))
        f->verdict_count++;
      else
        fault("%s:%zu has not seven columns", path, number);
    }
    line = end == NULL ? NULL : end + 1;
  }
  if (list != NULL)
    own(list, free);
  f->verdicts = list;
}

size_t corpus_folders(folder **folders) {
  char **names;
  size_t count = names_in(RULES, is_folder, &names);
  folder *list = calloc(count + 1, sizeof(*list));
  assert_non_null(list);
  own(list, free);
  for (size_t i = 0; i < count; i++) {
    list[i].rule = names[i];
    list[i].file_count = names_in(text_of(RULES "/%s", names[i]), is_plan, &list[i].files);
    read_verdicts(&list[i]);
  }
  *folders = list;
  return count;
}

const folder *folder_of(const folder *folders, size_t count, const char *rule) {
  for (size_t i = 0; i < count; i++) {
    if (strcmp(folders[i].rule, rule) == 0)
      return &folders[i];
  }
  return NULL;
}

int is_same_group(const verdict *a, const verdict *b) {
  return strcmp(a->file, b->file) == 0 && strcmp(a->stage, b->stage) == 0 && strcmp(a->today, b->today) == 0;
}

int is_first_of_group(const folder *f, size_t index) {
  for (size_t i = 0; i < index; i++) {
    if (is_same_group(&f->verdicts[i], &f->verdicts[index]))
      return 0;
  }
  return 1;
}

const verdict *first_verdict(const folder *f, const char *file) {
  for (size_t i = 0; i < f->verdict_count; i++) {
    if (strcmp(f->verdicts[i].file, file) == 0)
      return &f->verdicts[i];
  }
  return NULL;
}

/* --- Checks --- */

static int32_t stage_named(const char *name) {
  for (int32_t stage = HHP_STAGE_DRAFT; stage <= HHP_STAGE_FULL; stage++) {
    if (strcmp(hhp_stage_name(stage), name) == 0)
      return stage;
  }
  assert_string_equal(name, "-");
  return HHP_STAGE_BY_STATUS;
}

static const hhp_scheme *scheme_beside(const folder *f, const char *file) {
  const char *path = corpus_path(f, text_of("%.*s.scheme.json", (int)(strlen(file) - strlen(".json")), file));
  return is_there(path) ? scheme_of(source_text(path, NULL)) : NULL;
}

hhp_check_options *options_of(const folder *f, const verdict *v) {
  hhp_check_options *options = new_options();
  assert_int_equal(hhp_check_options_set_stage(options, stage_named(v->stage)), HHP_OK);
  int32_t today = strcmp(v->today, "-") == 0 ? 0 : hhp__date_parse(v->today, strlen(v->today));
  if (today == 0)
    assert_string_equal(v->today, "-");
  assert_int_equal(hhp_check_options_set_today(options, today), HHP_OK);
  assert_int_equal(hhp_check_options_set_scheme(options, scheme_beside(f, v->file)), HHP_OK);
  return options;
}

hhp_report *check_as(const folder *f, const verdict *v) {
  size_t length = 0;
  const char *json = source_text(corpus_path(f, v->file), &length);
  hhp_report *report = NULL;
  assert_int_equal(hhp_report_new(&report), HHP_OK);
  assert_int_equal(hhp_report_set_path(report, corpus_path(f, v->file)), HHP_OK);
  assert_int_equal(hhp_check(json, length, options_of(f, v), report), HHP_OK);
  return report;
}

/* --- Reports --- */

static void let_go(void *json) {
  json_decref(json);
}

const char *without_words(const char *text) {
  json_t *report = json_loads(text, JSON_REJECT_DUPLICATES, NULL);
  assert_non_null(report);
  own(report, let_go);
  assert_int_equal(json_object_del(json_object_get(report, "tool"), "version"), 0);
  json_t *findings = json_object_get(json_array_get(json_object_get(report, "files"), 0), "findings");
  size_t i;
  json_t *finding;
  json_array_foreach(findings, i, finding) {
    assert_int_equal(json_object_del(finding, "message"), 0);
    assert_int_equal(json_object_del(finding, "remedy"), 0);
  }
  char *json = json_dumps(report, JSON_INDENT(2));
  own(json, free);
  return text_of("%s\n", json);
}
