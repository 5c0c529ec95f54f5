/* Files: read whole up to a limit, written whole or not at all. Only file_posix.c and file_windows.c call the
 * system. */
#ifndef HHP_BASE_FILE_H
#define HHP_BASE_FILE_H

#include <stddef.h>
#include <stdint.h>

#include <helhedsplan/status.h>

enum { HHP__LARGEST_FILE = 256 * 1024 * 1024 };

/* Why a file could not be read or written; file_error.c has the status and the phrases of each. */
typedef enum {
  HHP__FILE_FINE,
  HHP__FILE_NO_MEMORY,
  HHP__FILE_NOT_FOUND, /* the file when reading, its folder when writing */
  HHP__FILE_NOT_A_FOLDER,
  HHP__FILE_IS_FOLDER,
  HHP__FILE_DENIED,
  HHP__FILE_FOLDER_DENIED, /* the file itself might be writable */
  HHP__FILE_READ_ONLY,
  HHP__FILE_EXISTS,
  HHP__FILE_LONG_PATH,
  HHP__FILE_BAD_PATH,
  HHP__FILE_LINK_LOOP,
  HHP__FILE_CLOSED, /* a descriptor that is closed, or open in the other direction */
  HHP__FILE_PIPE_CLOSED,
  HHP__FILE_DISK_FULL,
  HHP__FILE_QUOTA,
  HHP__FILE_TOO_LARGE,  /* for the system */
  HHP__FILE_OVER_LIMIT, /* larger than the caller's limit */
  HHP__FILE_TOO_MANY,   /* open files */
  HHP__FILE_BUSY,
  HHP__FILE_NO_DEVICE,
  HHP__FILE_BROKEN, /* input or output error of the device */
  HHP__FILE_OTHER,
  HHP__FILE_ERRORS /* how many there are */
} hhp__file_error;

hhp_status hhp__file_status(hhp__file_error error);

/* The reason as the end of a sentence, "cannot read FILE: ..." and "cannot write FILE: ...". */
const char *hhp__file_read_reason(hhp__file_error error, int32_t lang);
const char *hhp__file_write_reason(hhp__file_error error, int32_t lang);

/* Translates an error number of the system: errno, or GetLastError() on Windows. */
hhp__file_error hhp__file_error_of(int number);

/* Reads a file, pipe or device to its end. On success *bytes is owned by the caller, who frees it with free. */
hhp__file_error hhp__read_file(const char *path, size_t limit, char **bytes, size_t *length);
hhp__file_error hhp__read_standard_input(size_t limit, char **bytes, size_t *length);

/* Replaces the content of a file, or creates it. At any time, even if the process is killed or the power fails, the
 * path has either all of the old content or all of the new.
 *
 * - An existing file keeps its mode, and its owner and group where the process may set them. Where it may not, the
 *   set-id bits are cleared, and where the group is lost, so are its permissions. Other hard links keep the old
 *   content.
 * - Symbolic links are followed; the file that they lead to is replaced, or created.
 * - Written to directly, as they cannot be replaced: pipes, devices, the open descriptor N that /dev/fd/N names, and
 *   a regular file that is standard output or standard error. Non-blocking descriptors are waited for.
 * - A file that is not writable is refused, although its folder would allow it to be replaced.
 * - No temporary file is left behind by an error, or by SIGINT, SIGTERM or SIGHUP sent to the thread: they are
 *   blocked while a temporary file has a name. SIGKILL may leave `.NAME.hhp-tmpN` in the folder of the file, and the
 *   next write of NAME removes it. A lock (flock) distinguishes it from that of a running process, which is never
 *   removed.
 *
 * On Windows, an existing file keeps its attributes, such as hidden, its time of creation and its list of access
 * rights; one that is read-only is refused, and so is a symbolic link that leads nowhere. */
hhp__file_error hhp__write_file(const char *path, const char *bytes, size_t length);

/* Creates a file, in the same way. HHP__FILE_EXISTS if the name is in use, even by a dangling symbolic link. */
hhp__file_error hhp__create_file(const char *path, const char *bytes, size_t length);

hhp__file_error hhp__write_standard_output(const char *bytes, size_t length);

#endif
