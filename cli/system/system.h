/* What the command needs of the system beside reading and writing files: its streams, files by name, folders, the
 * clock. Only system_posix.c and system_windows.c call the system; all texts and paths are UTF-8 on Windows, too. */
#ifndef CLI_SYSTEM_H
#define CLI_SYSTEM_H

#include <stddef.h>
#include <stdint.h>

#include "base/file.h"

/* --- The process --- */

/* Prepares the standard streams, and the words of the command line: on Windows they become UTF-8, with wildcards
 * expanded. Returns 0, or -1 if out of memory. Call it once, first. */
int system_begin(int *count, char ***words);

/* The value of an environment variable, owned by the caller. NULL if there is none, or out of memory. */
char *system_variable(const char *name);

/* The user's language, such as "da", if no environment variable has it; NULL: unknown. */
const char *system_language(void);

int system_output_is_terminal(void);
int system_output_has_colour(void);  /* a terminal that shows it */
int system_errors_have_cursor(void); /* standard error is a terminal whose last line can be overwritten */

size_t system_processors(void);    /* at least 1 */
int64_t system_milliseconds(void); /* since any moment; a change of the clock has no effect */
int32_t system_local_date(void);   /* today as yyyymmdd; 0 if it is not known */

/* --- Paths --- */

/* Replaces by / whatever else separates the parts of a path. */
void system_use_slashes(char *path);

/* What to put between a folder and a name in it: "" if the folder ends with a separator. */
const char *system_joint(const char *folder);

/* Whether a text looks like a path: it has a dot or a separator. */
int system_looks_like_path(const char *text);

/* --- Files --- */

typedef enum { SYSTEM_FILE, SYSTEM_FOLDER, SYSTEM_LINK, SYSTEM_DEVICE /* or a pipe */ } system_kind;

typedef struct system_facts {
  system_kind kind;
  size_t names;            /* how many hard links lead to it, at least 1 */
  uint64_t device, number; /* which file it is; those of a file and of its hard links are the same */
} system_facts;

/* Looks at a path; a symbolic link that it ends in is followed, or is what is found. */
hhp__file_error system_look_at(const char *path, system_facts *facts);
hhp__file_error system_look_at_link(const char *path, system_facts *facts);

/* Whether writing to two paths would write to one file. They need not exist: the names are then compared without regard
 * to case, since the file system may be case-insensitive, which shows only when the files exist. */
int system_is_same_file(const char *one, const char *other);

/* Whether standard input, or output, is that file or pipe. */
int system_is_input(const char *path);
int system_is_output(const char *path);

/* The absolute path without symbolic links, with slashes; and the working folder. The caller frees them. NULL if it
 * cannot be found, or with *failed set if out of memory. */
char *system_real_path(const char *path, int *failed);
char *system_working_folder(int *failed);

/* --- Folders --- */

typedef struct system_folder system_folder;

/* Close it if this returns HHP__FILE_FINE. */
hhp__file_error system_open_folder(system_folder **into, const char *path);

/* The next name, without those that Windows hides; valid until the next call. NULL at the end. */
hhp__file_error system_next_name(system_folder *folder, const char **name);
void system_close_folder(system_folder *folder);

#endif
