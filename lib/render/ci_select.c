/* Which findings the CI formats list. */
#include "render/ci_select.h"

#include <string.h>

#include "base/phrase.h"

int hhp__fails(const hhp_finding *finding, const hhp_render_options *options) {
  return options->fail_on != HHP_SEVERITY_OFF && hhp_finding_severity(finding) >= options->fail_on &&
         !hhp_finding_is_waived(finding);
}

int hhp__is_listed(const hhp_finding *finding, const hhp_render_options *options) {
  return hhp_finding_severity(finding) >= options->show || hhp__fails(finding, options);
}

const char *hhp__listed_path(const hhp_report *report, const hhp_render_options *options) {
  const char *path = hhp__relative_path(report, options);
  return path[0] == '\0' ? "-" : path;
}

size_t hhp__omitted_listed(const hhp_report *report, const hhp_render_options *options, int32_t *worst) {
  int32_t least = options->show;
  size_t count = 0;
  if (options->fail_on != HHP_SEVERITY_OFF && options->fail_on < least)
    least = options->fail_on;
  for (int32_t severity = least; severity <= HHP_SEVERITY_ERROR; severity++) {
    count += report->omitted[severity];
    if (report->omitted[severity] > 0 && severity > *worst)
      *worst = severity;
  }
  return count;
}

void hhp__put_omitted_note(hhp__buffer *out, size_t count, int32_t lang) {
  static const hhp__phrase one = {" bemærkning mere er talt med, men ikke vist: der er for mange.",
                                  " more finding is counted but not listed: there are too many."};
  static const hhp__phrase many = {" bemærkninger mere er talt med, men ikke vist: der er for mange.",
                                   " more findings are counted but not listed: there are too many."};
  hhp__put_number(out, (int64_t)count);
  hhp__put_phrase(out, count == 1 ? one : many, lang);
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
