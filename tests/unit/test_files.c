/* Plans in files: reading, atomic writing, and distinct statuses for file errors. */
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "unit/support.h"

/* A temporary folder, removed after the test. */
static void remove_folder(void *path) {
  DIR *folder = opendir(path);
  for (struct dirent *entry = folder == NULL ? NULL : readdir(folder); entry != NULL; entry = readdir(folder)) {
    char name[1024];
    if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
      continue;
    snprintf(name, sizeof(name), "%s/%s", (char *)path, entry->d_name);
    if (unlink(name) != 0)
      rmdir(name);
  }
  if (folder != NULL)
    closedir(folder);
  rmdir(path);
  free(path);
}

static const char *new_folder(void) {
  const char *base = getenv("TMPDIR");
  char *path = strdup(text_of("%s/hhp-test-XXXXXX", base == NULL ? "/tmp" : base));
  assert_non_null(mkdtemp(path));
  own(path, remove_folder);
  return path;
}

static void write_text(const char *path, const char *text) {
  FILE *file = fopen(path, "wb");
  assert_non_null(file);
  assert_int_equal(fwrite(text, 1, strlen(text), file), strlen(text));
  assert_int_equal(fclose(file), 0);
}

static const char *text_in(const char *path) {
  FILE *file = fopen(path, "rb");
  assert_non_null(file);
  char *text = calloc(1, 100000);
  own(text, free);
  assert_true(fread(text, 1, 99999, file) < 99999);
  fclose(file);
  return text;
}

static size_t files_in(const char *path) {
  size_t count = 0;
  DIR *folder = opendir(path);
  assert_non_null(folder);
  for (struct dirent *entry = readdir(folder); entry != NULL; entry = readdir(folder))
    count += strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
  closedir(folder);
  return count;
}

static hhp_status load(const char *path, hhp_report *report) {
  hhp_plan *plan = NULL;
  hhp_status status = hhp_plan_load(&plan, path, report);
  assert_int_equal(plan != NULL, status == HHP_OK);
  hhp_plan_free(plan);
  return status;
}

static void what_is_saved_is_loaded(void **state) {
  (void)state;
  const char *path = text_of("%s/plan.json", new_folder());
  hhp_plan *plan = plan_of(plan_text("'vision': 'Æ'"));
  assert_int_equal(hhp_plan_save(plan, path), HHP_OK);
  assert_string_equal(text_in(path), dump_of(plan));
  hhp_report *report = new_report();
  assert_int_equal(load(path, report), HHP_OK);
  assert_string_equal(hhp_report_path(report), path);
  assert_int_equal(hhp_report_count(report), 0);
}

static void errors_of_a_file_are_reported_with_positions(void **state) {
  (void)state;
  const char *path = text_of("%s/plan.json", new_folder());
  write_text(path, plan_text("'goals': 7"));
  hhp_report *report = new_report();
  assert_int_equal(load(path, report), HHP_ERR_DOCUMENT);
  assert_string_equal(hhp_finding_pointer(only(report, "HP105")), "/goals");
  assert_int_equal(hhp_finding_line(only(report, "HP105")), 1);
  write_text(path, "");
  assert_int_equal(load(path, report), HHP_ERR_DOCUMENT);
  assert_string_equal(hhp_finding_message(only(report, "HP101"), HHP_LANG_EN), "The file is empty.");
}

static void files_that_cannot_be_read(void **state) {
  (void)state;
  const char *folder = new_folder();
  const char *path = text_of("%s/plan.json", folder);
  assert_int_equal(load(path, NULL), HHP_ERR_NO_FILE);
  assert_int_equal(load(text_of("%s/no/plan.json", folder), NULL), HHP_ERR_NO_FILE);
  assert_int_equal(load(folder, NULL), HHP_ERR_IS_FOLDER);
  assert_int_equal(load("", NULL), HHP_ERR_NO_FILE);
  write_text(path, "{}");
  assert_int_equal(load(text_of("%s/x", path), NULL), HHP_ERR_NO_FILE); /* a file is not a folder */
  assert_int_equal(truncate(path, 256 * 1024 * 1024 + 1), 0);
  assert_int_equal(load(path, NULL), HHP_ERR_TOO_LARGE);
}

/* The superuser may read and write anything. */
static void files_that_may_not_be_read_or_written(void **state) {
  (void)state;
  if (geteuid() == 0)
    skip();
  const char *folder = new_folder();
  const char *path = text_of("%s/plan.json", folder);
  write_text(path, "old");
  assert_int_equal(chmod(path, 0), 0);
  assert_int_equal(load(path, NULL), HHP_ERR_PERMISSION);
  assert_int_equal(hhp_plan_save(new_plan(), path), HHP_ERR_PERMISSION);
  assert_int_equal(chmod(path, 0600), 0);
  assert_int_equal(chmod(folder, 0500), 0);
  assert_int_equal(hhp_plan_save(new_plan(), path), HHP_ERR_PERMISSION);
  assert_int_equal(chmod(folder, 0700), 0);
  assert_string_equal(text_in(path), "old");
}

static void files_that_cannot_be_written(void **state) {
  (void)state;
  const char *folder = new_folder();
  assert_int_equal(hhp_plan_save(new_plan(), folder), HHP_ERR_IS_FOLDER);
  assert_int_equal(hhp_plan_save(new_plan(), text_of("%s/no/plan.json", folder)), HHP_ERR_NO_FILE);
  assert_int_equal(files_in(folder), 0);
  if (access("/dev/full", W_OK) == 0)
    assert_int_equal(hhp_plan_save(new_plan(), "/dev/full"), HHP_ERR_IO);
}

static void saving_leaves_nothing_else_behind(void **state) {
  (void)state;
  const char *folder = new_folder();
  const char *path = text_of("%s/plan.json", folder);
  for (int i = 0; i < 3; i++)
    assert_int_equal(hhp_plan_save(new_plan(), path), HHP_OK);
  assert_int_equal(files_in(folder), 1);
}

/* If the name of the temporary file exists, another is used. */
static void saving_takes_no_file_of_others(void **state) {
  (void)state;
  const char *folder = new_folder();
  const char *other = text_of("%s/.hhp-%ld", folder, (long)getpid());
  write_text(other, "mine");
  assert_int_equal(hhp_plan_save(new_plan(), text_of("%s/plan.json", folder)), HHP_OK);
  assert_string_equal(text_in(other), "mine");
  assert_int_equal(files_in(folder), 2);
}

static void a_file_keeps_its_mode(void **state) {
  (void)state;
  const char *path = text_of("%s/plan.json", new_folder());
  struct stat info;
  write_text(path, "old");
  assert_int_equal(chmod(path, 0640), 0);
  assert_int_equal(hhp_plan_save(new_plan(), path), HHP_OK);
  assert_int_equal(stat(path, &info), 0);
  assert_int_equal(info.st_mode & 07777, 0640);
  assert_string_equal(text_in(path), dump_of(new_plan()));
}

static void a_symbolic_link_stays_one(void **state) {
  (void)state;
  const char *folder = new_folder();
  const char *target = text_of("%s/target.json", folder);
  const char *link = text_of("%s/link.json", folder);
  struct stat info;
  write_text(target, "old");
  assert_int_equal(symlink("target.json", link), 0);
  assert_int_equal(hhp_plan_save(new_plan(), link), HHP_OK);
  assert_int_equal(lstat(link, &info), 0);
  assert_true(S_ISLNK(info.st_mode));
  assert_string_equal(text_in(target), dump_of(new_plan()));
  assert_int_equal(unlink(target), 0); /* dangling: its target is created */
  assert_int_equal(hhp_plan_save(new_plan(), link), HHP_OK);
  assert_int_equal(lstat(link, &info), 0);
  assert_true(S_ISLNK(info.st_mode));
  assert_string_equal(text_in(target), dump_of(new_plan()));
}

static void a_file_in_the_current_folder_needs_no_slash(void **state) {
  (void)state;
  char before[4096];
  assert_non_null(getcwd(before, sizeof(before)));
  assert_int_equal(chdir(new_folder()), 0);
  hhp_status saved = hhp_plan_save(new_plan(), "plan.json");
  const char *text = saved == HHP_OK ? text_in("plan.json") : NULL;
  assert_int_equal(chdir(before), 0);
  assert_int_equal(saved, HHP_OK);
  assert_string_equal(text, dump_of(new_plan()));
}

int main(void) {
  static const struct CMUnitTest tests[] = {
      TEST(what_is_saved_is_loaded),        TEST(errors_of_a_file_are_reported_with_positions),
      TEST(files_that_cannot_be_read),      TEST(files_that_may_not_be_read_or_written),
      TEST(files_that_cannot_be_written),   TEST(saving_leaves_nothing_else_behind),
      TEST(saving_takes_no_file_of_others), TEST(a_file_keeps_its_mode),
      TEST(a_symbolic_link_stays_one),      TEST(a_file_in_the_current_folder_needs_no_slash),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
