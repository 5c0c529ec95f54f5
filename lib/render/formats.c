/* The formats of a report, and the render options. */
#include "render/formats.h"

#include <stdlib.h>
#include <string.h>

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
    {HHP_FORMAT_HTML, hhp__render_html},
};

static const hhp_render_options S_defaults = {
    .lang = HHP_LANG_EN, .show = HHP_SEVERITY_WARNING, .fail_on = HHP_SEVERITY_ERROR};

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
