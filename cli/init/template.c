/* The templates of init, and renaming ids in them. */
#include "cli/init/template.h"

#include <string.h>

#include <helhedsplan/helhedsplan.h>

/* The templates are plans, as init writes them for the scheme that they name. Data that a rule requires (dates, names,
 * decisions, measurements) is left out, so that validate reports it; the texts mention only what no rule checks. The
 * build converts each file to a list of bytes. */
static const char S_template_da[] = {
#include "new_plan.da.helhedsplan.json.inc"
};
static const char S_template_en[] = {
#include "new_plan.en.helhedsplan.json.inc"
};

void put_template(cli_text *out, int32_t lang) {
  if (lang == HHP_LANG_DA)
    put_bytes(out, S_template_da, sizeof(S_template_da));
  else
    put_bytes(out, S_template_en, sizeof(S_template_en));
}

/* Whether the string at text[at] is an id or a reference, and not a member's name, or the word of a kind of party. */
static int S_is_reference(const char *text, size_t at, size_t length) {
  static const char kind[] = "\"kind\": \"";
  size_t before = sizeof(kind) - 1;
  return at > before && text[at - 1] == '"' && text[at + length] == '"' && text[at + length + 1] != ':' &&
         strncmp(text + at - before, kind, before) != 0;
}

/* In the text, definitions and references look alike, so the places of references need not be listed here. */
void put_renamed(cli_text *out, const char *template, const char *old, const char *new) {
  const char *rest = template, *found;
  for (; (found = strstr(rest, old)) != NULL; rest = found + strlen(old)) {
    put_bytes(out, rest, (size_t)(found - rest));
    put(out, S_is_reference(template, (size_t)(found - template), strlen(old)) ? new : old);
  }
  put(out, rest);
}
