/* Texts and paths in a SARIF log. SARIF 2.1.0 interprets "{0}" in a message as a placeholder and "[text](1)" as a link
 * (3.11.5, 3.11.6), and requires URIs for paths (3.4.3). */
#include <string.h>

#include "base/safe.h"
#include "render/sarif.h"
#include "render/shown_json.h"

void hhp__sarif_set(json_t **object, const char *name, json_t *value) {
  if (json_object_set_new(*object, name, value) == 0)
    return;
  json_decref(*object);
  *object = NULL;
}

void hhp__sarif_append(json_t **array, json_t *value) {
  if (json_array_append_new(*array, value) == 0)
    return;
  json_decref(*array);
  *array = NULL;
}

void hhp__sarif_set_text(json_t **object, const char *name, const char *text) {
  if (text != NULL && text[0] != '\0')
    hhp__sarif_set(object, name, hhp__string_of(text));
}

void hhp__sarif_put(hhp__buffer *out, const char *text) {
  hhp__buffer safe = {0};
  hhp__put_safe_truncated(&safe, text, HHP__SARIF_LONGEST_TEXT);
  for (size_t i = 0; i < safe.length; i++) {
    size_t plain = strcspn(safe.text + i, "{}]");
    hhp__put(out, safe.text + i, plain);
    i += plain;
    if (i >= safe.length)
      break;
    char c = safe.text[i];
    hhp__putc(out, c);
    if (c == '{' || c == '}')
      hhp__putc(out, c);
    if (c == ']' && i + 1 < safe.length && safe.text[i + 1] == '(')
      hhp__putc(out, ' ');
  }
  if (safe.failed)
    out->failed = 1;
  hhp__buffer_free(&safe);
}

json_t *hhp__sarif_message(hhp__buffer *text) {
  json_t *message = text->failed ? NULL : json_pack("{s:o}", "text", hhp__string_of(text->text));
  hhp__buffer_free(text);
  return message;
}

/* RFC 3986: everything but the unreserved characters and "/" is percent-encoded, byte by byte, so a path need not be
 * UTF-8. */
static void S_put_path(hhp__buffer *out, const char *path) {
  static const char hex[] = "0123456789ABCDEF";
  static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
  for (; *path != '\0'; path++) {
    unsigned char c = (unsigned char)*path;
    if (strchr(plain, c) != NULL) {
      hhp__putc(out, *path);
      continue;
    }
    hhp__putc(out, '%');
    hhp__putc(out, hex[c >> 4]);
    hhp__putc(out, hex[c & 15]);
  }
}

json_t *hhp__sarif_artifact_location(const hhp__sarif_file *file) {
  int is_absolute = file->path[0] == '/';
  hhp__buffer uri = {0};
  hhp__puts(&uri, is_absolute ? "file://" : "");
  S_put_path(&uri, file->path);
  json_t *location = uri.failed ? NULL : json_pack("{s:s}", "uri", uri.text);
  hhp__buffer_free(&uri);
  if (!is_absolute)
    hhp__sarif_set(&location, "uriBaseId", json_string("%SRCROOT%"));
  hhp__sarif_set(&location, "index", json_integer((json_int_t)file->index));
  return location;
}

const char *hhp__sarif_level(int32_t severity) {
  static const char *const levels[] = {
      [HHP_SEVERITY_OFF] = "none",
      [HHP_SEVERITY_INFO] = "note",
      [HHP_SEVERITY_WARNING] = "warning",
      [HHP_SEVERITY_ERROR] = "error",
  };
  return levels[severity];
}
