/* The formats of a report, and the options that they take. */
#include "report/render.h"

#include <stdlib.h>
#include <string.h>

#include "core/characters.h"
#include "core/text.h"

static const struct {
  int32_t format;
  hhp__renderer *render;
} S_formats[] = {
    {HHP_FORMAT_TEXT, hhp__render_text},
    {HHP_FORMAT_JSON, hhp__render_json},
    {HHP_FORMAT_SARIF, hhp__render_sarif},
    {HHP_FORMAT_JUNIT, hhp__render_junit},
    {HHP_FORMAT_JUNIT_STRICT, hhp__render_junit_strict},
    {HHP_FORMAT_GITLAB, hhp__render_gitlab},
    {HHP_FORMAT_MARKDOWN, hhp__render_markdown},
    {HHP_FORMAT_GITHUB, hhp__render_github},
};

static const hhp_render_options S_defaults = {HHP_LANG_EN, HHP_SEVERITY_WARNING, 0, HHP_SEVERITY_ERROR, NULL};

hhp_status hhp_render_options_new(hhp_render_options **options) {
  if (options == NULL)
    return HHP_ERR_ARGUMENT;
  *options = malloc(sizeof(**options));
  if (*options == NULL)
    return HHP_ERR_NOMEM;
  **options = S_defaults;
  return HHP_OK;
}

void hhp_render_options_free(hhp_render_options *options) {
  if (options != NULL)
    free(options->root);
  free(options);
}

hhp_status hhp_render_options_set_lang(hhp_render_options *options, int32_t lang) {
  if (options == NULL || (lang != HHP_LANG_DA && lang != HHP_LANG_EN))
    return HHP_ERR_ARGUMENT;
  options->lang = lang;
  return HHP_OK;
}

hhp_status hhp_render_options_set_show(hhp_render_options *options, int32_t severity) {
  if (options == NULL || severity < HHP_SEVERITY_INFO || severity > HHP_SEVERITY_ERROR)
    return HHP_ERR_ARGUMENT;
  options->show = severity;
  return HHP_OK;
}

hhp_status hhp_render_options_set_colour(hhp_render_options *options, int32_t colour) {
  if (options == NULL || (colour != 0 && colour != 1))
    return HHP_ERR_ARGUMENT;
  options->colour = colour;
  return HHP_OK;
}

hhp_status hhp_render_options_set_fail_on(hhp_render_options *options, int32_t severity) {
  if (options == NULL || severity < HHP_SEVERITY_OFF || severity > HHP_SEVERITY_ERROR)
    return HHP_ERR_ARGUMENT;
  options->fail_on = severity;
  return HHP_OK;
}

hhp_status hhp_render_options_set_root(hhp_render_options *options, const char *root) {
  if (options == NULL)
    return HHP_ERR_ARGUMENT;
  char *copy = NULL;
  if (root != NULL) {
    copy = malloc(strlen(root) + 1);
    if (copy == NULL)
      return HHP_ERR_NOMEM;
    strcpy(copy, root);
  }
  free(options->root);
  options->root = copy;
  return HHP_OK;
}

const char *hhp__relative_path(const hhp_report *report, const hhp_render_options *options) {
  const char *path = hhp_report_path(report);
  if (path == NULL)
    return "";
  const char *root = options->root == NULL ? "" : options->root;
  size_t length = strlen(root);
  while (length > 0 && root[length - 1] == '/')
    length--;
  if (root[0] != '\0' && strncmp(path, root, length) == 0 && path[length] == '/')
    path += length + strspn(path + length, "/");
  while (path[0] == '.' && path[1] == '/')
    path += 1 + strspn(path + 1, "/");
  return path;
}

static hhp__renderer *S_renderer(int32_t format) {
  for (size_t i = 0; i < sizeof(S_formats) / sizeof(S_formats[0]); i++) {
    if (S_formats[i].format == format)
      return S_formats[i].render;
  }
  return NULL;
}

hhp_status hhp_reports_render(const hhp_report *const *reports, size_t count, int32_t format,
                              const hhp_render_options *options, char **out, size_t *length) {
  hhp__renderer *render = S_renderer(format);
  if (out == NULL || render == NULL || (reports == NULL && count > 0))
    return HHP_ERR_ARGUMENT;
  *out = NULL;
  for (size_t i = 0; i < count; i++) {
    if (reports[i] == NULL)
      return HHP_ERR_ARGUMENT;
  }
  hhp__buffer buffer = {0};
  render(&buffer, reports, count, options != NULL ? options : &S_defaults);
  *out = hhp__buffer_take(&buffer, length);
  return *out == NULL ? HHP_ERR_NOMEM : HHP_OK;
}

hhp_status hhp_report_render(const hhp_report *report, int32_t format, const hhp_render_options *options, char **out,
                             size_t *length) {
  return hhp_reports_render(&report, 1, format, options, out, length);
}

/* What a terminal or a reader would act on without showing it: what HP111 finds but for what is seen all the same, line
 * breaks and tabs, and not the joiners that emoji and some scripts are written with. */
int hhp__is_unsafe(uint32_t c) {
  return c < 0x20 || (c >= 0x7f && hhp__is_unseen(c) && hhp__is_control(c) && c != 0x200c && c != 0x200d);
}

static void S_put_code(hhp__buffer *out, uint32_t c) {
  static const char hex[] = "0123456789abcdef";
  hhp__puts(out, "\\u{");
  int shift = 20;
  while (shift > 0 && c >> shift == 0)
    shift -= 4;
  for (; shift >= 0; shift -= 4)
    hhp__putc(out, hex[c >> shift & 15]);
  hhp__putc(out, '}');
}

/* Build servers take "##[", "##vso[" and "##teamcity[", in letters of any case, for commands, wherever on a line they
 * stand. */
static int S_is_command(const char *text, size_t length) {
  size_t i = 2;
  if (length < 3 || text[0] != '#' || text[1] != '#')
    return 0;
  while (i < length && ((text[i] >= 'a' && text[i] <= 'z') || (text[i] >= 'A' && text[i] <= 'Z')))
    i++;
  return i < length && text[i] == '[';
}

void hhp__put_safe(hhp__buffer *out, const char *text, size_t length) {
  hhp__put_safe_piece(out, text, length, length);
}

void hhp__put_safe_piece(hhp__buffer *out, const char *text, size_t length, size_t rest) {
  for (size_t i = 0; i < length;) {
    size_t step = hhp__utf8_length(text + i, length - i);
    uint32_t c = hhp__utf8_read(text + i, step);
    if (step == 0)
      hhp__put_byte(out, text[i]);
    else if (hhp__is_unsafe(c) || S_is_command(text + i, rest - i))
      S_put_code(out, c);
    else
      hhp__put(out, text + i, step);
    i += step == 0 ? 1 : step;
  }
}

void hhp__put_safe_to_wrap(hhp__buffer *out, const char *text) {
  for (const char *colons = strstr(text, "::"); colons != NULL; colons = strstr(text, "::")) {
    hhp__put_safe(out, text, (size_t)(colons - text));
    S_put_code(out, ':');
    text = colons + 1;
  }
  hhp__put_safe(out, text, strlen(text));
}

void hhp__put_cut(hhp__buffer *out, const char *text, size_t most) {
  size_t length = strlen(text);
  size_t end = length <= most ? length : most;
  while (end > 0 && end < length && ((unsigned char)text[end] & 0xc0) == 0x80)
    end--;
  hhp__put_safe(out, text, end);
  if (end < length)
    hhp__puts(out, "…");
}
