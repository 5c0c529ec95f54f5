/* Follows a pointer through a text. */
#include "support/place.h"

#include <stdlib.h>
#include <string.h>

static const char *S_skip_blanks(const char *at) {
  return at + strspn(at, " \t\r\n");
}

static const char *S_skip_string(const char *at) {
  for (at++; *at != '"'; at++)
    at += *at == '\\';
  return at + 1;
}

/* The end of the value. */
static const char *S_skip_value(const char *at) {
  size_t levels = 0;
  do {
    if (*at == '"') {
      at = S_skip_string(at);
    } else {
      if (*at == '{' || *at == '[')
        levels++;
      if (*at == '}' || *at == ']')
        levels--;
      at++;
    }
  } while (levels > 0 || (*at != '\0' && strchr(",}] \t\r\n", *at) == NULL));
  return at;
}

/* The next part of the pointer, unescaped, in `part`; NULL at the end. */
static const char *S_next_part(const char *pointer, char *part, size_t size) {
  size_t length = 0;
  if (*pointer != '/')
    return NULL;
  for (pointer++; *pointer != '\0' && *pointer != '/'; pointer++) {
    char c = *pointer;
    if (c == '~')
      c = *++pointer == '1' ? '/' : '~';
    if (length + 1 < size)
      part[length++] = c;
  }
  part[length] = '\0';
  return pointer;
}

static const char *S_member(const char *at, const char *name) {
  size_t length = strlen(name);
  at = S_skip_blanks(at + 1);
  while (*at == '"') {
    const char *end = S_skip_string(at);
    int is_it = (size_t)(end - at) == length + 2 && memcmp(at + 1, name, length) == 0;
    at = S_skip_blanks(S_skip_blanks(end) + 1); /* the colon */
    if (is_it)
      return at;
    at = S_skip_blanks(S_skip_value(at));
    at = *at == ',' ? S_skip_blanks(at + 1) : at;
  }
  return NULL;
}

static const char *S_element(const char *at, size_t index) {
  at = S_skip_blanks(at + 1);
  for (; *at != ']'; index--) {
    if (index == 0)
      return at;
    at = S_skip_blanks(S_skip_value(at));
    at = *at == ',' ? S_skip_blanks(at + 1) : at;
  }
  return NULL;
}

int find_place(const char *json, const char *pointer, size_t *offset, size_t *length) {
  char part[256];
  const char *at = S_skip_blanks(json);
  while (at != NULL && (pointer = S_next_part(pointer, part, sizeof(part))) != NULL) {
    if (*at == '{')
      at = S_member(at, part);
    else
      at = *at == '[' ? S_element(at, strtoul(part, NULL, 10)) : NULL;
  }
  if (at == NULL)
    return 0;
  *offset = (size_t)(at - json);
  *length = (size_t)(S_skip_value(at) - at);
  return 1;
}

void count_lines(const char *json, size_t length, size_t offset, size_t *line, size_t *column) {
  *line = *column = 1;
  for (size_t i = 0; i < offset; i++) {
    if (json[i] == '\n' || (json[i] == '\r' && (i + 1 == length || json[i + 1] != '\n'))) {
      ++*line;
      *column = 1;
    } else if (((unsigned char)json[i] & 0xc0) != 0x80) {
      ++*column;
    }
  }
}
