/* Dates for callers: read as people write them, and written (date.h). */
#include <helhedsplan/date.h>

#include <string.h>

#include "base/date.h"
#include "base/parse_date.h"

hhp_status hhp_date_parse(const char *text, int32_t *date) {
  if (text == NULL || date == NULL)
    return HHP_ERR_ARGUMENT;
  hhp__date_text read = hhp__date_read(text, strlen(text));
  if (read.reading == HHP__DATE_NOTHING)
    return HHP_ERR_FORMAT;
  if (read.reading == HHP__DATE_NONEXISTENT)
    return HHP_ERR_DATE;
  *date = read.date;
  return read.reading == HHP__DATE_EITHER ? HHP_ERR_AMBIGUOUS : HHP_OK;
}

static hhp_status S_check_date(int32_t date, const char *out, size_t size) {
  if (out == NULL || size < HHP_TEXT_SIZE)
    return HHP_ERR_ARGUMENT;
  return hhp__date_exists(date) ? HHP_OK : HHP_ERR_DATE;
}

hhp_status hhp_date_text(int32_t date, int32_t lang, char *out, size_t size) {
  hhp_status status = S_check_date(date, out, size);
  if (status == HHP_OK)
    hhp__date_in_words(date, lang, out);
  return status;
}

hhp_status hhp_date_iso(int32_t date, char *out, size_t size) {
  hhp_status status = S_check_date(date, out, size);
  if (status == HHP_OK)
    hhp__date_write(date, out);
  return status;
}
