/* Finds rules by id, number or slug. */
#include "cli/args/find_rule.h"

#include <string.h>

#include "base/fold.h"

#include "cli/args/nearest_word.h"

/* Without regard to the case of ASCII letters. */
static int S_is_same_word(const char *one, const char *other) {
  while (*one != '\0' && hhp__lower_ascii(*one) == hhp__lower_ascii(*other)) {
    one++;
    other++;
  }
  return *one == *other;
}

const hhp_rule *find_rule(const char *word) {
  for (size_t i = 0; i < hhp_rule_count(); i++) {
    const hhp_rule *rule = hhp_rule_at(i);
    const char *id = hhp_rule_id(rule);
    if (S_is_same_word(id, word) || strcmp(id + strlen("HP"), word) == 0 || S_is_same_word(hhp_rule_slug(rule), word))
      return rule;
  }
  return NULL;
}

int error_no_rule(const cli_args *args, const char *word) {
  cli_nearest near = nearest_to(word);
  for (size_t i = 0; i < hhp_rule_count(); i++) {
    nearest_try(&near, hhp_rule_id(hhp_rule_at(i)));
    nearest_try(&near, hhp_rule_slug(hhp_rule_at(i)));
  }
  if (near.best != NULL)
    return error_unknown(args, "ukendt regel", "unknown rule", word, near.best);
  return error_usage(args, "ukendt regel: »%s«; »helhedsplan rules« viser dem alle",
                     "unknown rule: “%s”; “helhedsplan rules” lists them all", word);
}
