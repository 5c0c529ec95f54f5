/* Files: read whole with a limit, written whole or not at all. */
#ifndef HHP_BASE_FILE_H
#define HHP_BASE_FILE_H

#include <stddef.h>

#include <helhedsplan/status.h>

enum { HHP__LARGEST_FILE = 256 * 1024 * 1024 };

/* The bytes of the file, freed with free. */
hhp_status hhp__read_file(const char *path, size_t limit, char **bytes, size_t *length);

/* Puts the bytes in place of the file, by way of a new one beside it. */
hhp_status hhp__write_file(const char *path, const char *bytes, size_t length);

#endif
