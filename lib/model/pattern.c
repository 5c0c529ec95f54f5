/* The forms of texts in the file, as regular expressions: the JSON Schema and introspection tell them. The reader and the
 * setters check the same by hand (forms.c); a test holds one against the other. */
#include "model/pattern.h"
#include "model/model.h"

#define END HHP__PATTERN_END
#define ID_PATTERN "^[a-z0-9][a-z0-9-]{0,63}" END
#define LEAP "(?:0[48]|[2468][048]|[13579][26])"

/* Dates that exist, the 29th of February only in leap years. */
static const char S_date_pattern[] =
    "^(?!0000)[0-9]{4}(?:-(?:0[1-9]|1[0-2]))?" END
    "|^(?!0000)[0-9]{4}-(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])" END
    "|^(?!0000)[0-9]{4}-(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)" END "|^(?!0000)[0-9]{4}-02-(?:0[1-9]|1[0-9]|2[0-8])" END
    "|^(?!0000)(?:[0-9]{2}" LEAP "|(?:00|" LEAP ")00)-02-29" END;

static const struct {
  uint8_t type;
  const char *pattern;
} S_patterns[] = {
    {HHP__ID, ID_PATTERN},
    {HHP__REF, ID_PATTERN},
    {HHP__REFS, ID_PATTERN},
    {HHP__CODE, ID_PATTERN},
    {HHP__CVR, "^[0-9]{8}" END},
    {HHP__MUNICIPALITY, "^0?[0-9]{3}" END},
    {HHP__DECIMAL, "^-?(?:0|[1-9][0-9]{0,13})(?:\\.[0-9]{1,4})?" END},
    {HHP__DATE_FIELD, S_date_pattern},
};

const char *hhp__pattern_of(const hhp__field *field) {
  for (size_t i = 0; i < sizeof(S_patterns) / sizeof(S_patterns[0]); i++) {
    if (S_patterns[i].type == field->type)
      return S_patterns[i].pattern;
  }
  return NULL;
}
