/* Looks up the words for constants in model/constants.def, and adds the plurals. */
#include "report/constant_words.h"

#include <helhedsplan/introspect.h>
#include <helhedsplan/rule.h>

#include "base/phrase.h"

static const char *S_title(const char *name, int64_t number, int32_t lang) {
  return hhp_enum_title(hhp_enum_find(name), (int32_t)number, lang);
}

const char *hhp__severity_word(int32_t severity, int32_t lang) {
  return S_title("severity", severity, lang);
}

const char *hhp__severity_plural(int32_t severity, int32_t lang) {
  static const hhp__phrase plurals[] = {
      [HHP_SEVERITY_INFO] = {"oplysninger", "infos"},
      [HHP_SEVERITY_WARNING] = {"advarsler", "warnings"},
      [HHP_SEVERITY_ERROR] = {"fejl", "errors"},
  };
  if (severity < HHP_SEVERITY_INFO || severity > HHP_SEVERITY_ERROR)
    return NULL;
  return hhp__in_lang(plurals[severity], lang);
}

void hhp__put_severity_count(hhp__buffer *out, int32_t severity, size_t count, int32_t lang) {
  hhp__put_number(out, (int64_t)count);
  hhp__putc(out, ' ');
  hhp__puts(out, count == 1 ? hhp__severity_word(severity, lang) : hhp__severity_plural(severity, lang));
}

const char *hhp__stage_word(int32_t stage, int32_t lang) {
  return S_title("stage", stage, lang);
}

const char *hhp__verdict_word(int64_t verdict, int32_t lang) {
  return S_title("verdict", verdict, lang);
}
