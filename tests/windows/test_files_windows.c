/* Plans in files on Windows, as tests/unit/test_files.c tests them elsewhere: names, attributes, files in use, paths in
 * reports. */
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include "base/file.h"
#include "base/system.h"
#include "base/windows.h"

#include "unit/support.h"

static void free_text(void *text) {
  free(text);
}

static const wchar_t *wide(const char *path) {
  wchar_t *copy = hhp__wide_path(path);
  assert_non_null(copy);
  own(copy, free_text);
  return copy;
}

/* Removes the folder of a test, and the files in it. */
static void remove_folder(void *path) {
  WIN32_FIND_DATAW entry;
  wchar_t name[1024];
  swprintf(name, 1024, L"%ls\\*", (wchar_t *)path);
  HANDLE search = FindFirstFileW(name, &entry);
  do {
    swprintf(name, 1024, L"%ls\\%ls", (wchar_t *)path, entry.cFileName);
    SetFileAttributesW(name, FILE_ATTRIBUTE_NORMAL);
    if (!DeleteFileW(name) && wcscmp(entry.cFileName, L".") != 0 && wcscmp(entry.cFileName, L"..") != 0)
      RemoveDirectoryW(name);
  } while (FindNextFileW(search, &entry));
  FindClose(search);
  RemoveDirectoryW(path);
  free(path);
}

/* In the working folder of the test, whose name has letters that no code page shares. */
static const char *new_folder(void) {
  static int number;
  const char *path = text_of("mappe-\xc3\xa6\xce\xb1-%lu-%d", GetCurrentProcessId(), ++number);
  wchar_t *name = hhp__wide(path);
  assert_non_null(name);
  assert_true(CreateDirectoryW(name, NULL));
  own(name, remove_folder);
  return path;
}

static void put(const char *path, const char *text) {
  HANDLE file = CreateFileW(wide(path), GENERIC_WRITE, 0, NULL, CREATE_ALWAYS, FILE_ATTRIBUTE_NORMAL, NULL);
  DWORD done;
  assert_true(file != INVALID_HANDLE_VALUE);
  assert_true(WriteFile(file, text, (DWORD)strlen(text), &done, NULL));
  CloseHandle(file);
}

static const char *text_in(const char *path) {
  char *bytes = NULL;
  size_t length = 0;
  assert_int_equal(hhp__read_file(path, 1000000, &bytes, &length), HHP__FILE_FINE);
  char *text = exact_copy(bytes, length);
  free(bytes);
  return text_of("%.*s", (int)length, text);
}

static size_t files_in(const char *path) {
  WIN32_FIND_DATAW entry;
  size_t count = 0;
  HANDLE search = FindFirstFileW(wide(text_of("%s/*", path)), &entry);
  do
    count += wcscmp(entry.cFileName, L".") != 0 && wcscmp(entry.cFileName, L"..") != 0;
  while (FindNextFileW(search, &entry));
  FindClose(search);
  return count;
}

static hhp_status load(const char *path) {
  hhp_plan *plan = NULL;
  hhp_status status = hhp_plan_load(&plan, path, NULL);
  hhp_plan_free(plan);
  return status;
}

static void a_saved_plan_loads_unchanged(void **state) {
  (void)state;
  const char *folder = new_folder();
  const char *path = text_of("%s\\plan-\xf0\x9f\x98\x80.json", folder);
  hhp_plan *plan = plan_of(plan_text("'vision': '\xc3\x86'"));
  for (int i = 0; i < 3; i++)
    assert_int_equal(hhp_plan_save(plan, path), HHP_OK);
  assert_string_equal(text_in(path), dump_of(plan));
  assert_int_equal(load(text_of("%s/plan-\xf0\x9f\x98\x80.json", folder)), HHP_OK);
  assert_int_equal(files_in(folder), 1);
}

static void what_cannot_be_read_or_written_has_distinct_statuses(void **state) {
  (void)state;
  const char *folder = new_folder();
  const char *path = text_of("%s\\plan.json", folder);
  assert_int_equal(load(path), HHP_ERR_NO_FILE);
  assert_int_equal(load(text_of("%s\\no\\plan.json", folder)), HHP_ERR_NO_FILE);
  assert_int_equal(load(folder), HHP_ERR_IS_FOLDER);
  assert_int_equal(load(""), HHP_ERR_NO_FILE);
  assert_int_equal(load("\xff.json"), HHP_ERR_NO_FILE);
  assert_int_equal(load(text_of("%s\\a<b>.json", folder)), HHP_ERR_NO_FILE);
  assert_int_equal(hhp_plan_save(new_plan(), folder), HHP_ERR_IS_FOLDER);
  assert_int_equal(hhp_plan_save(new_plan(), text_of("%s\\no\\plan.json", folder)), HHP_ERR_NO_FILE);
  assert_int_equal(hhp__write_file("", "x", 1), HHP__FILE_NOT_FOUND);
  assert_int_equal(hhp__create_file("", "x", 1), HHP__FILE_NOT_FOUND);
  assert_int_equal(hhp__write_file("\xff", "x", 1), HHP__FILE_BAD_PATH);
  assert_int_equal(hhp__file_error_of(ERROR_SHARING_VIOLATION), HHP__FILE_BUSY);
  assert_int_equal(hhp__file_error_of(ERROR_DISK_FULL), HHP__FILE_DISK_FULL);
  assert_int_equal(hhp__file_error_of(ERROR_SUCCESS), HHP__FILE_FINE);
  assert_int_equal(files_in(folder), 0);
}

static void a_new_file_replaces_nothing(void **state) {
  (void)state;
  const char *folder = new_folder();
  const char *path = text_of("%s\\plan.json", folder);
  assert_int_equal(hhp__create_file(path, "new", 3), HHP__FILE_FINE);
  assert_int_equal(hhp__create_file(path, "newer", 5), HHP__FILE_EXISTS);
  assert_int_equal(hhp__create_file(folder, "newer", 5), HHP__FILE_EXISTS);
  assert_int_equal(hhp__create_file(text_of("%s\\no\\plan.json", folder), "newer", 5), HHP__FILE_NOT_FOUND);
  assert_string_equal(text_in(path), "new");
  assert_int_equal(files_in(folder), 1);
}

static void a_read_only_file_is_refused(void **state) {
  (void)state;
  const char *folder = new_folder();
  const char *path = text_of("%s\\plan.json", folder);
  put(path, "old");
  assert_true(SetFileAttributesW(wide(path), FILE_ATTRIBUTE_READONLY));
  assert_int_equal(hhp_plan_save(new_plan(), path), HHP_ERR_PERMISSION);
  assert_true((GetFileAttributesW(wide(path)) & FILE_ATTRIBUTE_READONLY) != 0);
  assert_string_equal(text_in(path), "old");
  assert_int_equal(files_in(folder), 1);
}

static void attributes_and_time_of_creation_stay(void **state) {
  (void)state;
  const char *path = text_of("%s\\plan.json", new_folder());
  WIN32_FILE_ATTRIBUTE_DATA before, after;
  put(path, "old");
  assert_true(SetFileAttributesW(wide(path), FILE_ATTRIBUTE_HIDDEN | FILE_ATTRIBUTE_SYSTEM));
  assert_true(GetFileAttributesExW(wide(path), GetFileExInfoStandard, &before));
  assert_int_equal(hhp__write_file(path, "new", 3), HHP__FILE_FINE);
  assert_true(GetFileAttributesExW(wide(path), GetFileExInfoStandard, &after));
  assert_string_equal(text_in(path), "new");
  enum { KEPT = FILE_ATTRIBUTE_HIDDEN | FILE_ATTRIBUTE_SYSTEM };
  assert_int_equal(after.dwFileAttributes & KEPT, before.dwFileAttributes & KEPT);
}

/* It is reported as in use, keeps its content, and is written once it is free. */
static void a_file_in_use_is_not_replaced(void **state) {
  (void)state;
  const char *folder = new_folder();
  const char *path = text_of("%s\\plan.json", folder);
  static const DWORD shares[] = {0, FILE_SHARE_READ, FILE_SHARE_READ | FILE_SHARE_WRITE};
  for (size_t i = 0; i < COUNT_OF(shares); i++) {
    put(path, "old");
    HANDLE file = CreateFileW(wide(path), GENERIC_READ, shares[i], NULL, OPEN_EXISTING, 0, NULL);
    assert_true(file != INVALID_HANDLE_VALUE);
    assert_int_equal(hhp__write_file(path, "new", 3), HHP__FILE_BUSY);
    CloseHandle(file);
    assert_string_equal(text_in(path), "old");
    assert_int_equal(files_in(folder), 1);
    assert_int_equal(hhp__write_file(path, "new", 3), HHP__FILE_FINE);
    assert_string_equal(text_in(path), "new");
  }
  put(path, "old");
  HANDLE file = CreateFileW(wide(path), GENERIC_READ, 0, NULL, OPEN_EXISTING, 0, NULL);
  char *bytes = NULL;
  size_t length;
  assert_int_equal(hhp__read_file(path, 100, &bytes, &length), HHP__FILE_BUSY);
  assert_string_equal(hhp__file_read_reason(HHP__FILE_BUSY, HHP_LANG_EN), "is in use");
  CloseHandle(file);
}

/* A file that is being read as the library reads it can be replaced since Windows 10, and is in use elsewhere. */
static void a_file_that_is_read_is_replaced_or_in_use(void **state) {
  (void)state;
  const char *path = text_of("%s\\plan.json", new_folder());
  put(path, "old");
  HANDLE file = CreateFileW(wide(path), GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, NULL,
                            OPEN_EXISTING, 0, NULL);
  hhp__file_error error = hhp__write_file(path, "new", 3);
  char old[4] = "";
  DWORD count = 0;
  assert_true(ReadFile(file, old, 3, &count, NULL));
  CloseHandle(file);
  assert_true(error == HHP__FILE_FINE || error == HHP__FILE_BUSY);
  assert_string_equal(old, "old");
  assert_string_equal(text_in(path), error == HHP__FILE_FINE ? "new" : "old");
  assert_int_equal(hhp__write_file(path, "newer", 5), HHP__FILE_FINE);
  assert_string_equal(text_in(path), "newer");
}

/* What a killed process left is removed; a file that another process writes to is not, and another name is taken. */
static void leftovers_are_removed_unless_they_are_in_use(void **state) {
  (void)state;
  const char *folder = new_folder();
  const char *path = text_of("%s\\plan.json", folder);
  const char *left = text_of("%s\\.plan.json.hhp-tmp1", folder), *used = text_of("%s\\.plan.json.hhp-tmp2", folder);
  put(left, "half");
  put(used, "half");
  HANDLE file = CreateFileW(wide(used), GENERIC_WRITE, 0, NULL, OPEN_EXISTING, 0, NULL);
  assert_int_equal(hhp_plan_save(new_plan(), path), HHP_OK);
  assert_int_equal(files_in(folder), 2);
  CloseHandle(file);
  assert_string_equal(text_in(used), "half");
  assert_int_equal(hhp_plan_save(new_plan(), path), HHP_OK);
  assert_int_equal(files_in(folder), 1);
}

/* Longer than the 260 characters that Windows takes without \\?\, as a whole or already as written. */
static void paths_may_be_long(void **state) {
  (void)state;
  const char *folder = new_folder();
  char name[201];
  memset(name, 'x', 200);
  name[200] = '\0';
  const char *inner = text_of("%s\\%s", folder, name), *path = text_of("%s/%.150s.json", inner, name);
  assert_true(CreateDirectoryW(wide(inner), NULL));
  for (int i = 0; i < 2; i++)
    assert_int_equal(hhp_plan_save(plan_of(plan_text("'vision': 'x'")), path), HHP_OK);
  assert_int_equal(load(path), HHP_OK);
  assert_int_equal(files_in(inner), 1);
  assert_int_equal(wcsncmp(wide(path), L"\\\\?\\", 4), 0);
  assert_true(DeleteFileW(wide(path)));
  assert_true(RemoveDirectoryW(wide(inner)));
}

static void paths_have_the_form_of_windows(void **state) {
  (void)state;
  assert_int_equal(hhp__root_length("plans/a.json"), 0);
  assert_int_equal(hhp__root_length("c:plans"), 0);
  assert_int_equal(hhp__root_length("C:/plans"), 3);
  assert_int_equal(hhp__root_length("/plans"), 1);
  assert_int_equal(hhp__root_length("//server/share/plans"), strlen("//server/share/"));
  assert_int_equal(hhp__root_length("//server/share"), strlen("//server/share"));
  assert_string_equal(wcsrchr(wide("\\\\?\\C:\\x"), L'?'), L"?\\C:\\x");
}

/* The URI of a file in a SARIF log, RFC 8089. */
static void sarif_has_uris_of_drives_and_servers(void **state) {
  (void)state;
  static const struct {
    const char *path, *uri;
  } cases[] = {
      {"C:/planer/\xc3\xa6 1.json", "\"uri\": \"file:///C:/planer/%C3%A6%201.json\""},
      {"//server/share/plan.json", "\"uri\": \"file://server/share/plan.json\""},
      {"planer/plan.json", "\"uri\": \"planer/plan.json\""},
  };
  for (size_t i = 0; i < COUNT_OF(cases); i++) {
    hhp_report *report = check_text("{}");
    assert_int_equal(hhp_report_set_path(report, cases[i].path), HHP_OK);
    const char *log = rendered(report, HHP_FORMAT_SARIF, NULL);
    if (strstr(log, cases[i].uri) == NULL)
      fail_msg("%s", log);
  }
}

/* Whatever the locale of the program: amounts have none, and reals in x- members a point. */
static void numbers_do_not_follow_the_locale(void **state) {
  (void)state;
  const char *json = plan_text("'x-andel': 0.25, 'x-stor': 1e300");
  const char *expected = dump_of(plan_of(json));
  assert_non_null(setlocale(LC_ALL, "German_Germany.1252"));
  char comma[8];
  snprintf(comma, sizeof(comma), "%.1f", 0.5);
  const char *locale = copy_of(setlocale(LC_ALL, NULL)), *found = dump_of(plan_of(json)),
             *after = setlocale(LC_ALL, NULL);
  assert_string_equal(after, locale);
  assert_string_equal(comma, "0,5");
  setlocale(LC_ALL, "C");
  assert_string_equal(found, expected);
  assert_non_null(strstr(found, "0.25"));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(a_saved_plan_loads_unchanged),
      TEST(what_cannot_be_read_or_written_has_distinct_statuses),
      TEST(a_new_file_replaces_nothing),
      TEST(a_read_only_file_is_refused),
      TEST(attributes_and_time_of_creation_stay),
      TEST(a_file_in_use_is_not_replaced),
      TEST(a_file_that_is_read_is_replaced_or_in_use),
      TEST(leftovers_are_removed_unless_they_are_in_use),
      TEST(paths_may_be_long),
      TEST(paths_have_the_form_of_windows),
      TEST(sarif_has_uris_of_drives_and_servers),
      TEST(numbers_do_not_follow_the_locale),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
