/* Texts and paths in a SARIF log. SARIF 2.1.0 interprets "{0}" in a message as a placeholder and "[text](1)" as a link
 * (3.11.5, 3.11.6), and requires URIs for paths (3.4.3). */
#include <string.h>

#include "base/safe.h"
#include "base/system.h"
#include "render/sarif.h"

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

void hhp__sarif_take_message(hhp__json_out *json, const char *name, hhp__buffer *text) {
  hhp__json_open(json, name, '{');
  hhp__json_take_text(json, "text", text);
  hhp__json_close(json, '}');
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

/* RFC 8089: a path from "/" follows an empty name of the host, a path on a server begins with its name, and before a
 * drive is another slash. */
static void S_put_uri(hhp__buffer *out, const char *path) {
  size_t root = hhp__root_length(path);
  if (root > 0 && path[0] != '/') {
    hhp__puts(out, "file:///");
    hhp__put(out, path, root);
    path += root;
  } else if (root > 0) {
    hhp__puts(out, root > 1 ? "file:" : "file://");
  }
  S_put_path(out, path);
}

void hhp__sarif_put_artifact_location(hhp__json_out *json, const char *name, const hhp__sarif_file *file) {
  hhp__buffer uri = {0};
  S_put_uri(&uri, file->path);
  hhp__json_open(json, name, '{');
  hhp__json_take_text(json, "uri", &uri);
  if (hhp__root_length(file->path) == 0)
    hhp__json_text(json, "uriBaseId", "%SRCROOT%");
  hhp__json_number(json, "index", (int64_t)file->index);
  hhp__json_close(json, '}');
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
