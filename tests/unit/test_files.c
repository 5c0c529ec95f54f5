/* Plans in files: reading, atomic writing, and distinct statuses for file errors. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"

#include "unit/support.h"

/* Removes the folder of a test, and the files in it. */
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

static void a_saved_plan_loads_unchanged(void **state) {
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

/* What errno was before makes no difference: at the end of a file, nothing is tried again. */
static void an_error_of_before_is_not_taken_for_one_of_reading(void **state) {
  (void)state;
  static const int errors[] = {EINTR, EAGAIN, EIO};
  const char *path = text_of("%s/plan.json", new_folder());
  write_text(path, plan_text("'vision': 'V'"));
  alarm(60); /* where it hangs */
  for (size_t i = 0; i < COUNT_OF(errors); i++) {
    errno = errors[i];
    assert_int_equal(load(path, NULL), HHP_OK);
  }
  alarm(0);
}

static void findings_have_positions_in_the_file(void **state) {
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

static void unreadable_files_have_distinct_statuses(void **state) {
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

/* Asserts come after the limit is lifted, since they print. */
static void too_many_open_files(void **state) {
  (void)state;
  const char *path = text_of("%s/plan.json", new_folder());
  char *bytes = NULL;
  size_t length;
  struct rlimit before, none = {0};
  write_text(path, "{}");
  assert_int_equal(getrlimit(RLIMIT_NOFILE, &before), 0);
  none.rlim_max = before.rlim_max;
  assert_int_equal(setrlimit(RLIMIT_NOFILE, &none), 0);
  hhp__file_error read = hhp__read_file(path, 100, &bytes, &length), written = hhp__write_file(path, "new", 3);
  hhp__file_error created = hhp__create_file(text_of("%s2", path), "new", 3);
  setrlimit(RLIMIT_NOFILE, &before);
  assert_int_equal(read, HHP__FILE_TOO_MANY);
  assert_int_equal(written, HHP__FILE_TOO_MANY);
  assert_int_equal(created, HHP__FILE_TOO_MANY);
  assert_string_equal(hhp__file_read_reason(read, HHP_LANG_DA), "for mange filer er åbne");
  assert_string_equal(text_in(path), "{}");
}

/* Root is not bound by them. */
static void permissions_are_respected(void **state) {
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

static void unwritable_files_have_distinct_statuses(void **state) {
  (void)state;
  const char *folder = new_folder();
  assert_int_equal(hhp_plan_save(new_plan(), folder), HHP_ERR_IS_FOLDER);
  assert_int_equal(hhp_plan_save(new_plan(), text_of("%s/no/plan.json", folder)), HHP_ERR_NO_FILE);
  assert_int_equal(files_in(folder), 0);
  if (access("/dev/full", W_OK) == 0)
    assert_int_equal(hhp_plan_save(new_plan(), "/dev/full"), HHP_ERR_IO);
}

static void saving_leaves_no_temporary_file(void **state) {
  (void)state;
  const char *folder = new_folder();
  const char *path = text_of("%s/plan.json", folder);
  for (int i = 0; i < 3; i++)
    assert_int_equal(hhp_plan_save(new_plan(), path), HHP_OK);
  assert_int_equal(files_in(folder), 1);
}

/* A temporary file that a killed process left behind is removed; one that is locked is in use, and another name
 * taken. */
static void leftovers_are_removed_unless_they_are_in_use(void **state) {
  (void)state;
  const char *folder = new_folder();
  const char *path = text_of("%s/plan.json", folder);
  const char *left = text_of("%s/.plan.json.hhp-tmp1", folder), *used = text_of("%s/.plan.json.hhp-tmp2", folder);
  write_text(left, "half");
  write_text(used, "half");
  int file = open(used, O_RDONLY);
  assert_int_equal(flock(file, LOCK_EX), 0);
  assert_int_equal(hhp_plan_save(new_plan(), path), HHP_OK);
  assert_string_equal(text_in(used), "half");
  assert_int_equal(files_in(folder), 2);
  assert_int_equal(rename(used, left), 0);
  assert_int_equal(hhp_plan_save(new_plan(), path), HHP_OK);
  assert_string_equal(text_in(left), "half");
  assert_int_equal(files_in(folder), 2);
  close(file);
  assert_int_equal(hhp_plan_save(new_plan(), path), HHP_OK);
  assert_int_equal(files_in(folder), 1);
}

/* Not links, pipes and folders with such a name, nor the temporary files of other plans. */
static void only_leftovers_of_the_same_file_are_removed(void **state) {
  (void)state;
  const char *folder = new_folder();
  const char *path = text_of("%s/plan.json", folder);
  const char *other = text_of("%s/.plan2.json.hhp-tmp1", folder), *link = text_of("%s/.plan.json.hhp-tmp1", folder);
  write_text(other, "half");
  assert_int_equal(symlink(".plan2.json.hhp-tmp1", link), 0);
  assert_int_equal(mkfifo(text_of("%s/.plan.json.hhp-tmp2", folder), 0600), 0);
  assert_int_equal(mkdir(text_of("%s/.plan.json.hhp-tmp3", folder), 0700), 0);
  for (int i = 0; i < 2; i++) /* created, and replaced */
    assert_int_equal(hhp_plan_save(new_plan(), path), HHP_OK);
  assert_string_equal(text_in(other), "half");
  assert_int_equal(files_in(folder), 5);
}

/* The name of the temporary file begins with at most 100 bytes of the name, in whole characters. */
static void leftovers_of_long_names_are_removed(void **state) {
  (void)state;
  static const struct {
    int letters;
    const char *rest;
    int kept; /* bytes */
  } cases[] = {{99, "", 99}, {99, "y", 100}, {99, "yz", 100}, {99, "øz", 99}, {98, "øz", 100}, {98, "😀z", 98}};
  for (size_t i = 0; i < COUNT_OF(cases); i++) {
    const char *folder = new_folder();
    char name[128];
    memset(name, 'x', (size_t)cases[i].letters);
    strcpy(name + cases[i].letters, cases[i].rest);
    write_text(text_of("%s/.%.*s.hhp-tmp1", folder, cases[i].kept, name), "half");
    assert_int_equal(hhp_plan_save(new_plan(), text_of("%s/%s", folder, name)), HHP_OK);
    assert_int_equal(files_in(folder), 1);
  }
}

static void names_may_be_as_long_as_the_system_allows(void **state) {
  (void)state;
  char name[256];
  const char *folder = new_folder();
  for (size_t i = 0; i + 1 < sizeof(name); i++)
    name[i] = i % 2 == 0 ? '\xc3' : '\xa6'; /* æ */
  name[254] = 'x';
  name[255] = '\0';
  for (int i = 0; i < 2; i++)
    assert_int_equal(hhp_plan_save(new_plan(), text_of("%s/%s", folder, name)), HHP_OK);
  assert_int_equal(files_in(folder), 1);
  assert_int_equal(hhp_plan_save(new_plan(), text_of("%s/%sx", folder, name)), HHP_ERR_NO_FILE);
  assert_int_equal(load(text_of("%s/%sx", folder, name), NULL), HHP_ERR_NO_FILE);
  assert_int_equal(files_in(folder), 1);
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

/* Only root may give a file to another user. */
static void a_file_keeps_its_owner(void **state) {
  (void)state;
  if (geteuid() != 0)
    skip();
  const char *path = text_of("%s/plan.json", new_folder());
  struct stat info;
  write_text(path, "old");
  assert_int_equal(chown(path, 4321, 8765), 0);
  assert_int_equal(chmod(path, 06751), 0);
  assert_int_equal(hhp_plan_save(new_plan(), path), HHP_OK);
  assert_int_equal(stat(path, &info), 0);
  assert_int_equal(info.st_uid, 4321);
  assert_int_equal(info.st_gid, 8765);
  assert_int_equal(info.st_mode & 07777, 06751);
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

static void links_are_followed_to_the_last(void **state) {
  (void)state;
  const char *folder = new_folder();
  const char *target = text_of("%s/sub/plan.json", folder);
  assert_int_equal(mkdir(text_of("%s/sub", folder), 0700), 0);
  assert_int_equal(symlink("sub/b", text_of("%s/a", folder)), 0);
  assert_int_equal(symlink(text_of("%s/sub/c", folder), text_of("%s/sub/b", folder)), 0);
  assert_int_equal(symlink("../sub/plan.json", text_of("%s/sub/c", folder)), 0);
  for (int i = 0; i < 2; i++) { /* to a file that does not exist, and to one that does */
    assert_int_equal(hhp_plan_save(new_plan(), text_of("%s/a", folder)), HHP_OK);
    assert_string_equal(text_in(target), dump_of(new_plan()));
  }
  assert_int_equal(files_in(text_of("%s/sub", folder)), 3);
  assert_int_equal(files_in(folder), 2);
  assert_int_equal(symlink("to", text_of("%s/one", folder)), 0);
  assert_int_equal(symlink("one", text_of("%s/to", folder)), 0);
  assert_int_equal(hhp_plan_save(new_plan(), text_of("%s/one", folder)), HHP_ERR_IO);
  assert_int_equal(symlink("no/plan.json", text_of("%s/gone", folder)), 0);
  assert_int_equal(hhp_plan_save(new_plan(), text_of("%s/gone", folder)), HHP_ERR_NO_FILE);
  for (const char *const *name = (const char *const[]){"a", "one", "to", "gone", NULL}; *name != NULL; name++) {
    struct stat info;
    assert_int_equal(lstat(text_of("%s/%s", folder, *name), &info), 0);
    assert_true(S_ISLNK(info.st_mode));
    assert_int_equal(unlink(text_of("%s/%s", folder, *name)), 0);
  }
  remove_folder(strdup(text_of("%s/sub", folder)));
}

/* A file that is created, never replaced: nor is what a link leads to. */
static void a_new_file_replaces_nothing(void **state) {
  (void)state;
  const char *folder = new_folder();
  const char *path = text_of("%s/plan.json", folder), *link = text_of("%s/link", folder);
  struct stat info;
  mode_t mask = umask(027);
  assert_int_equal(hhp__create_file(path, "new", 3), HHP__FILE_FINE);
  umask(mask);
  assert_string_equal(text_in(path), "new");
  assert_int_equal(stat(path, &info), 0);
  assert_int_equal(info.st_mode & 07777, 0640);
  assert_int_equal(info.st_nlink, 1);
  assert_int_equal(hhp__create_file(path, "newer", 5), HHP__FILE_EXISTS);
  assert_int_equal(symlink("nowhere", link), 0);
  assert_int_equal(hhp__create_file(link, "newer", 5), HHP__FILE_EXISTS);
  assert_int_equal(hhp__create_file(folder, "newer", 5), HHP__FILE_EXISTS);
  assert_int_equal(hhp__create_file("", "newer", 5), HHP__FILE_NOT_FOUND);
  assert_int_equal(hhp__create_file(text_of("%s/no/plan.json", folder), "newer", 5), HHP__FILE_NOT_FOUND);
  assert_int_equal(hhp__create_file(text_of("%s/x", path), "newer", 5), HHP__FILE_NOT_A_FOLDER);
  assert_string_equal(text_in(path), "new");
  assert_int_equal(files_in(folder), 2);
}

/* /proc has a link to it, with text that leads to no file: none of that name is created. */
static void a_file_without_a_name_is_not_replaced(void **state) {
  (void)state;
  const char *folder = new_folder();
  const char *path = text_of("%s/plan.json", folder);
  int file = open(path, O_WRONLY | O_CREAT, 0600);
  assert_true(file >= 0);
  assert_int_equal(unlink(path), 0);
  const char *link = text_of("/proc/%ld/fd/%d", (long)getpid(), file);
  int is_linked = access(link, W_OK) == 0; /* only Linux has it, where /proc is mounted */
  hhp__file_error error = hhp__write_file(link, "new ", 4);
  close(file);
  if (is_linked)
    assert_int_equal(error, HHP__FILE_NOT_FOUND);
  assert_int_equal(files_in(folder), 0);
}

/* The file that descriptor N has open gets what is written to /dev/fd/N, at its place, and stays that file. */
static void names_of_descriptors_are_written_through(void **state) {
  (void)state;
  const char *folder = new_folder();
  const char *path = text_of("%s/plan.json", folder);
  int file = open(path, O_WRONLY | O_CREAT, 0600);
  assert_int_equal(write(file, "old ", 4), 4);
  for (const char *const *names = (const char *const[]){"/dev/fd", "/proc/self/fd", NULL}; *names != NULL; names++)
    assert_int_equal(hhp__write_file(text_of("%s/%d", *names, file), "new ", 4), HHP__FILE_FINE);
  assert_int_equal(write(file, "more", 4), 4);
  int input = dup(STDIN_FILENO);
  assert_int_equal(dup2(file, STDIN_FILENO), STDIN_FILENO);
  assert_int_equal(hhp__write_file("/dev/fd/0", "last", 4), HHP__FILE_FINE);
  assert_int_equal(dup2(input, STDIN_FILENO), STDIN_FILENO);
  close(input);
  close(file);
  assert_string_equal(text_in(path), "old new new morelast");
  assert_int_equal(hhp__write_file(text_of("/dev/fd/%d", file), "new ", 4), HHP__FILE_CLOSED);
  assert_int_equal(files_in(folder), 1);
}

static void *write_much(void *path) {
  static char much[1 << 20];
  return hhp__write_file(path, much, sizeof(much)) == HHP__FILE_FINE ? path : NULL;
}

/* While one thread writes, another one may start a program. */
static void a_program_started_meanwhile_inherits_nothing(void **state) {
  (void)state;
  static char bytes[1 << 16];
  const char *path = text_of("%s/pipe", new_folder());
  struct stat pipe, about;
  pthread_t thread;
  void *written = NULL;
  assert_int_equal(mkfifo(path, 0600), 0);
  int file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  assert_int_equal(fstat(file, &pipe), 0);
  assert_int_equal(pthread_create(&thread, NULL, write_much, (void *)(uintptr_t)path), 0);
  struct pollfd ready = {file, POLLIN, 0};
  enum { HANG = 20 * 1000 };                  /* milliseconds */
  assert_int_equal(poll(&ready, 1, HANG), 1); /* the thread has the pipe open until all is read */
  int is_open = 0, is_inherited = 0;
  for (int i = 0; i < 100; i++) {
    if (i == file || fstat(i, &about) != 0 || about.st_ino != pipe.st_ino || about.st_dev != pipe.st_dev)
      continue;
    is_open = 1;
    is_inherited |= (fcntl(i, F_GETFD) & FD_CLOEXEC) == 0;
  }
  while (poll(&ready, 1, HANG) == 1 && read(file, bytes, sizeof(bytes)) > 0)
    ;
  assert_int_equal(pthread_join(thread, &written), 0);
  close(file);
  assert_non_null(written);
  assert_true(is_open);
  assert_false(is_inherited);
}

/* Where a program has no standard input, what is opened first has its number, 0. */
static void the_first_descriptor_is_one_as_others(void **state) {
  (void)state;
  static char bytes[1 << 16];
  const char *folder = new_folder(), *path = text_of("%s/plan.json", folder), *pipe = text_of("%s/pipe", folder);
  hhp_plan *plan = plan_of(plan_text("'vision': 'V'"));
  assert_int_equal(mkfifo(pipe, 0600), 0);
  int file = open(pipe, O_RDONLY | O_NONBLOCK), kept = dup(STDIN_FILENO);
  close(STDIN_FILENO);
  hhp_status through = hhp_plan_save(plan, pipe), saved = hhp_plan_save(plan, path), loaded = load(path, NULL);
  ssize_t count = read(file, bytes, sizeof(bytes) - 1);
  dup2(kept, STDIN_FILENO);
  close(kept);
  close(file);
  assert_int_equal(through, HHP_OK);
  assert_int_equal(saved, HHP_OK);
  assert_int_equal(loaded, HHP_OK);
  assert_true(count > 0);
  bytes[count] = '\0';
  assert_string_equal(bytes, dump_of(plan));
  assert_string_equal(text_in(path), dump_of(plan));
}

/* The inode of a file after writing, while the stream is that file or another one; the stream is restored. */
static ino_t inode_written(int stream, const char *path, const char *of_stream) {
  struct stat about = {0};
  int kept = dup(stream), file = open(of_stream, O_WRONLY | O_APPEND);
  fflush(NULL);
  dup2(file, stream);
  hhp__file_error error = hhp__write_file(path, "new", 3);
  dup2(kept, stream);
  close(kept);
  close(file);
  assert_int_equal(error, HHP__FILE_FINE);
  assert_int_equal(stat(path, &about), 0);
  return about.st_ino;
}

/* What else is written to the stream would go to the file that was replaced. */
static void the_file_of_a_stream_is_not_replaced(void **state) {
  (void)state;
  const char *folder = new_folder(), *path = text_of("%s/a", folder), *other = text_of("%s/b", folder);
  static const int streams[] = {STDOUT_FILENO, STDERR_FILENO};
  for (size_t i = 0; i < COUNT_OF(streams); i++) {
    struct stat before = {0};
    assert_int_equal(hhp__write_file(path, "old old old", 11), HHP__FILE_FINE);
    assert_int_equal(hhp__write_file(other, "", 0), HHP__FILE_FINE);
    assert_int_equal(stat(path, &before), 0);
    assert_int_equal(inode_written(streams[i], path, path), before.st_ino);
    assert_int_not_equal(inode_written(streams[i], path, other), before.st_ino);
    assert_string_equal(text_in(path), "new");
  }
}

/* A full pipe is waited for. */
static void a_pipe_that_does_not_block_is_waited_for(void **state) {
  (void)state;
  enum { LENGTH = 300000 }; /* more than a pipe holds */
  int ends[2];
  assert_int_equal(pipe(ends), 0);
  assert_int_equal(fcntl(ends[1], F_SETFL, O_NONBLOCK), 0);
  pid_t reader = fork();
  if (reader == 0) {
    char some[4096];
    size_t count = 0;
    close(ends[1]);
    usleep(20000);
    for (ssize_t got; (got = read(ends[0], some, sizeof(some))) > 0;)
      count += (size_t)got;
    _exit(count != LENGTH);
  }
  close(ends[0]);
  char *bytes = calloc(1, LENGTH);
  own(bytes, free);
  hhp__file_error error = hhp__write_file(text_of("/dev/fd/%d", ends[1]), bytes, LENGTH);
  close(ends[1]);
  int result = 1;
  assert_int_equal(waitpid(reader, &result, 0), reader);
  assert_int_equal(error, HHP__FILE_FINE);
  assert_int_equal(result, 0);
}

/* What has no size is read until the limit is passed, or reading fails; what was read is released. */
static void reading_that_fails_half_way(void **state) {
  (void)state;
  char *bytes = NULL;
  size_t length = 0;
  if (access("/proc/self/mem", R_OK) != 0)
    skip();
  assert_int_equal(hhp__read_file("/proc/self/status", 10, &bytes, &length), HHP__FILE_OVER_LIMIT);
  assert_int_equal(hhp__read_file("/proc/self/status", 0, &bytes, &length), HHP__FILE_OVER_LIMIT);
  assert_int_equal(hhp__read_file("/proc/self/mem", 100000, &bytes, &length), HHP__FILE_BROKEN);
  assert_null(bytes);
  assert_int_equal(hhp__read_file("/proc/self/status", SIZE_MAX, &bytes, &length), HHP__FILE_FINE);
  assert_true(length > 10);
  free(bytes);
}

/* Reads `length` bytes from a pipe, which has no size. */
static hhp__file_error read_from_pipe(size_t length, size_t limit, size_t *read) {
  int ends[2];
  assert_int_equal(pipe(ends), 0);
  pid_t writer = fork();
  if (writer == 0) {
    static const char some[4096] = "x";
    close(ends[0]);
    for (size_t left = length; left > 0;) {
      ssize_t put = write(ends[1], some, left < sizeof(some) ? left : sizeof(some));
      if (put <= 0)
        break;
      left -= (size_t)put;
    }
    _exit(0);
  }
  close(ends[1]);
  char *bytes = NULL;
  *read = 0;
  hhp__file_error error = hhp__read_file(text_of("/dev/fd/%d", ends[0]), limit, &bytes, read);
  free(bytes);
  close(ends[0]);
  waitpid(writer, NULL, 0);
  return error;
}

/* As many bytes as the limit are read, wherever the buffer has to grow for them; one more is too much. */
static void a_pipe_is_read_up_to_the_limit(void **state) {
  (void)state;
  static const size_t limits[] = {1, 2, 4096, 65535, 65536, 65537, 100000, 131072, 131073, 200000};
  for (size_t i = 0; i < COUNT_OF(limits); i++) {
    size_t length;
    assert_int_equal(read_from_pipe(limits[i], limits[i], &length), HHP__FILE_FINE);
    assert_int_equal(length, limits[i]);
    assert_int_equal(read_from_pipe(limits[i] - 1, limits[i], &length), HHP__FILE_FINE);
    assert_int_equal(length, limits[i] - 1);
    assert_int_equal(read_from_pipe(limits[i] + 1, limits[i], &length), HHP__FILE_OVER_LIMIT);
  }
}

/* In a process without standard input, the next descriptor is 0. It is one like others, and closed again. */
static void the_first_descriptor_may_be_0(void **state) {
  (void)state;
  const char *folder = new_folder();
  const char *path = text_of("%s/plan.json", folder), *created = text_of("%s/new", folder);
  char *bytes = NULL;
  size_t length = 0;
  hhp__file_error errors[4];
  write_text(text_of("%s/.plan.json.hhp-tmp1", folder), "half");
  int kept = dup(STDIN_FILENO);
  close(STDIN_FILENO);
  errors[0] = hhp__write_file(path, "old", 3);
  errors[1] = hhp__write_file(path, "new", 3);
  errors[2] = hhp__create_file(created, "new", 3);
  errors[3] = hhp__read_file(path, 100, &bytes, &length);
  int is_open = fcntl(STDIN_FILENO, F_GETFD) != -1;
  if (kept >= 0 && (dup2(kept, STDIN_FILENO) != STDIN_FILENO || close(kept) != 0))
    fail();
  for (size_t i = 0; i < COUNT_OF(errors); i++)
    assert_int_equal(errors[i], HHP__FILE_FINE);
  assert_false(is_open);
  assert_int_equal(length, 3);
  assert_memory_equal(bytes, "new", 3);
  free(bytes);
  assert_string_equal(text_in(path), "new");
  assert_string_equal(text_in(created), "new");
  assert_int_equal(files_in(folder), 2);
}

static void each_error_has_a_status_and_is_explained(void **state) {
  (void)state;
  for (int error = HHP__FILE_FINE + 1; error < HHP__FILE_ERRORS; error++) {
    const char *(*reasons[])(hhp__file_error, int32_t) = {hhp__file_read_reason, hhp__file_write_reason};
    assert_int_not_equal(hhp__file_status((hhp__file_error)error), HHP_OK);
    for (size_t i = 0; i < 2; i++) {
      assert_true(strlen(reasons[i]((hhp__file_error)error, HHP_LANG_DA)) > 0);
      assert_true(strlen(reasons[i]((hhp__file_error)error, HHP_LANG_EN)) > 0);
      assert_string_not_equal(reasons[i]((hhp__file_error)error, HHP_LANG_DA),
                              reasons[i]((hhp__file_error)error, HHP_LANG_EN));
    }
  }
  assert_int_equal(hhp__file_error_of(0), HHP__FILE_FINE);
  assert_int_equal(hhp__file_error_of(EDQUOT), HHP__FILE_QUOTA);
  assert_int_equal(hhp__file_error_of(ENOSPC), HHP__FILE_DISK_FULL);
  assert_int_equal(hhp__file_error_of(-1), HHP__FILE_OTHER);
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
      TEST(a_saved_plan_loads_unchanged),
      TEST(an_error_of_before_is_not_taken_for_one_of_reading),
      TEST(findings_have_positions_in_the_file),
      TEST(unreadable_files_have_distinct_statuses),
      TEST(permissions_are_respected),
      TEST(too_many_open_files),
      TEST(unwritable_files_have_distinct_statuses),
      TEST(saving_leaves_no_temporary_file),
      TEST(leftovers_are_removed_unless_they_are_in_use),
      TEST(only_leftovers_of_the_same_file_are_removed),
      TEST(leftovers_of_long_names_are_removed),
      TEST(names_may_be_as_long_as_the_system_allows),
      TEST(a_file_keeps_its_mode),
      TEST(a_file_keeps_its_owner),
      TEST(a_symbolic_link_stays_one),
      TEST(links_are_followed_to_the_last),
      TEST(a_new_file_replaces_nothing),
      TEST(a_file_without_a_name_is_not_replaced),
      TEST(names_of_descriptors_are_written_through),
      TEST(a_program_started_meanwhile_inherits_nothing),
      TEST(the_first_descriptor_is_one_as_others),
      TEST(the_file_of_a_stream_is_not_replaced),
      TEST(a_pipe_that_does_not_block_is_waited_for),
      TEST(reading_that_fails_half_way),
      TEST(a_pipe_is_read_up_to_the_limit),
      TEST(the_first_descriptor_may_be_0),
      TEST(each_error_has_a_status_and_is_explained),
      TEST(a_file_in_the_current_folder_needs_no_slash),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
