/* The formats of a diff. */
#include "render/diff_words.h"

static const struct {
  int32_t format;
  hhp__diff_renderer *render;
} S_formats[] = {
    {HHP_FORMAT_TEXT, hhp__diff_text},
    {HHP_FORMAT_JSON, hhp__diff_json},
    {HHP_FORMAT_MARKDOWN, hhp__diff_markdown},
};

hhp_status hhp_diff_render(const hhp_diff *diff, int32_t format, const hhp_render_options *options, char **out,
                           size_t *length) {
  if (out == NULL)
    return HHP_ERR_ARGUMENT;
  *out = NULL;
  if (diff == NULL)
    return HHP_ERR_ARGUMENT;
  for (size_t i = 0; i < sizeof(S_formats) / sizeof(S_formats[0]); i++) {
    if (S_formats[i].format != format)
      continue;
    hhp__buffer buffer = {0};
    S_formats[i].render(&buffer, diff, options != NULL ? options->lang : HHP_LANG_EN);
    *out = hhp__buffer_take(&buffer, length);
    return *out == NULL ? HHP_ERR_NOMEM : HHP_OK;
  }
  return HHP_ERR_ARGUMENT;
}
