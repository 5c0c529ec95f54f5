/* helhedsplan rules: lists the rules as text, JSON or Markdown. */
#include <string.h>
#include <strings.h>

#include "cli/args/find_level.h"
#include "cli/args/find_rule.h"
#include "cli/args/format_options.h"
#include "cli/cmd/cmd.h"
#include "cli/files/output.h"
#include "cli/print/error.h"
#include "cli/print/layout.h"
#include "cli/print/markup.h"
#include "cli/print/rule_words.h"
#include "report/constant_words.h"

enum { ID = 7, SLUG = 29, SEVERITIES = 5, TITLE = ID + SLUG + SEVERITIES };

/* Filter of the listed rules. */
typedef struct cli_choice {
  int32_t stage;         /* rules on at this stage; 0: any */
  const char *beginning; /* prefix of the id; "": any */
} cli_choice;

static int S_is_chosen(const cli_choice *choice, const hhp_rule *rule) {
  if (choice->stage != 0 && hhp_rule_severity(rule, choice->stage) == HHP_SEVERITY_OFF)
    return 0;
  return strncasecmp(hhp_rule_id(rule), choice->beginning, strlen(choice->beginning)) == 0;
}

/* The next matching rule from *index on, which is advanced past it; NULL: none. */
static const hhp_rule *S_next(const cli_choice *choice, size_t *index) {
  const hhp_rule *rule;
  while ((rule = hhp_rule_at((*index)++)) != NULL) {
    if (S_is_chosen(choice, rule))
      return rule;
  }
  return NULL;
}

/* --- Text --- */

static void S_put_column_heads(cli_text *out, int32_t lang) {
  put_paragraph(
      out,
      in_lang(lang,
              "dpf: alvorsgraden på trinene draft (udkast), prequal (prækvalifikation) og full (fuld plan). F "
              "fejl, A advarsel, O oplysning, – slået fra.",
              "dpf: the severity at the stages draft, prequal (prequalified or submitted) and full (approved or "
              "later). E error, W warning, I info, – off."),
      0);
  put(out, "\n");
  put_left(out, "id", ID);
  put_left(out, "slug", SLUG);
  put_left(out, "dpf", SEVERITIES);
  put(out, in_lang(lang, "titel\n", "title\n"));
}

static void S_put_rule_row(cli_text *out, const hhp_rule *rule, int32_t lang) {
  put_left(out, hhp_rule_id(rule), ID);
  put_left(out, hhp_rule_slug(rule), SLUG);
  for (int32_t stage = HHP_STAGE_DRAFT; stage <= HHP_STAGE_FULL; stage++)
    put_severity_letter(out, hhp_rule_severity(rule, stage), lang);
  put_times(out, ' ', SEVERITIES - HHP_STAGE_FULL);
  put_wrapped(out, hhp_rule_title(rule, lang), TITLE, SCREEN);
  put(out, "\n");
}

static void S_put_text_format(cli_text *out, const cli_choice *choice, int32_t lang) {
  const char *family = NULL;
  const hhp_rule *rule, *one = NULL;
  size_t count = 0;
  S_put_column_heads(out, lang);
  for (size_t i = 0; (rule = S_next(choice, &i)) != NULL; count++) {
    if (family != rule_family(rule, lang)) {
      family = rule_family(rule, lang);
      put_in_lang(out, lang, "\n%s\n", "\n%s\n", family);
    }
    S_put_rule_row(out, rule, lang);
    one = one == NULL ? rule : one;
  }
  put_in_lang(out, lang, "\n%d %s.", "\n%d %s.", (int)count,
              count == 1 ? in_lang(lang, "regel", "rule") : in_lang(lang, "regler", "rules"));
  if (one != NULL)
    put_in_lang(out, lang, " Vis en regel i sin helhed: helhedsplan explain %s",
                " To show one in full: helhedsplan explain %s", hhp_rule_id(one));
  put(out, "\n");
}

/* --- Markdown --- */

static void S_put_markdown_format(cli_text *out, const cli_choice *choice, int32_t lang) {
  const hhp_rule *rule;
  put(out, in_lang(lang, "| Id | Slug | Udkast | Prækvalifikation | Fuld plan | Titel |\n",
                   "| Id | Slug | Draft | Prequal | Full | Title |\n"));
  put(out, "|---|---|---|---|---|---|\n");
  for (size_t i = 0; (rule = S_next(choice, &i)) != NULL;) {
    put_in_lang(out, lang, "| %s | `%s` |", "| %s | `%s` |", hhp_rule_id(rule), hhp_rule_slug(rule));
    for (int32_t stage = HHP_STAGE_DRAFT; stage <= HHP_STAGE_FULL; stage++)
      put_in_lang(out, lang, " %s |", " %s |", hhp__severity_word(hhp_rule_severity(rule, stage), lang));
    put(out, " ");
    put_markdown(out, hhp_rule_title(rule, lang));
    put(out, " |\n");
  }
}

/* --- JSON --- */

static void S_put_member_name(cli_text *out, const char *name) {
  put(out, ",\n      ");
  put_json_text(out, name);
  put(out, ": ");
}

static void S_put_severities(cli_text *out, const hhp_rule *rule) {
  S_put_member_name(out, "severity");
  for (int32_t stage = HHP_STAGE_DRAFT; stage <= HHP_STAGE_FULL; stage++) {
    put(out, stage == HHP_STAGE_DRAFT ? "{" : ", ");
    put_json_text(out, hhp_stage_name(stage));
    put(out, ": ");
    put_json_text(out, hhp_severity_name(hhp_rule_severity(rule, stage)));
  }
  put(out, "}");
}

/* The texts of a rule that exist in both languages. */
static const struct {
  const char *name;
  const char *(*of)(const hhp_rule *rule, int32_t lang);
} S_rule_texts[] = {
    {"title", hhp_rule_title},
    {"rationale", hhp_rule_rationale},
    {"remedy", hhp_rule_remedy},
    {"source", hhp_rule_source},
};

static void S_put_texts(cli_text *out, const hhp_rule *rule) {
  for (size_t i = 0; i < sizeof(S_rule_texts) / sizeof(S_rule_texts[0]); i++) {
    S_put_member_name(out, S_rule_texts[i].name);
    put(out, "{\n        \"da\": ");
    put_json_text(out, S_rule_texts[i].of(rule, HHP_LANG_DA));
    put(out, ",\n        \"en\": ");
    put_json_text(out, S_rule_texts[i].of(rule, HHP_LANG_EN));
    put(out, "\n      }");
  }
}

static void S_put_example(cli_text *out, const hhp_rule *rule) {
  int32_t today = hhp_rule_example_today(rule);
  S_put_member_name(out, "example");
  put(out, "{\n        \"stage\": ");
  put_json_text(out, hhp_stage_name(hhp_rule_example_stage(rule)));
  put(out, ",\n        \"today\": ");
  if (today == 0)
    put(out, "null");
  else
    put_number(out, today);
  put(out, ",\n        \"failing\": ");
  put_json_text(out, hhp_rule_example(rule, HHP_EXAMPLE_FAILING));
  put(out, ",\n        \"passing\": ");
  put_json_text(out, hhp_rule_example(rule, HHP_EXAMPLE_PASSING));
  put(out, "\n      }");
}

static void S_put_json_format(cli_text *out, const cli_choice *choice) {
  const hhp_rule *rule;
  int is_first = 1;
  put(out, "{\n  \"format\": \"helhedsplan-rules/1\",\n  \"tool\": {\"name\": \"helhedsplan\", \"version\": ");
  put_json_text(out, hhp_version_string());
  put(out, "},\n  \"rules\": [");
  for (size_t i = 0; (rule = S_next(choice, &i)) != NULL; is_first = 0) {
    put(out, is_first ? "\n    {\n      \"id\": " : ",\n    {\n      \"id\": ");
    put_json_text(out, hhp_rule_id(rule));
    S_put_member_name(out, "slug");
    put_json_text(out, hhp_rule_slug(rule));
    S_put_severities(out, rule);
    S_put_texts(out, rule);
    S_put_example(out, rule);
    put(out, "\n    }");
  }
  put(out, "\n  ]\n}\n");
}

/* --- The command --- */

static int S_write_rules(const cli_args *args, const cli_choice *choice, const cli_output *output) {
  cli_text out = {0};
  if (output->format == HHP_FORMAT_JSON)
    S_put_json_format(&out, choice);
  else if (output->format == HHP_FORMAT_MARKDOWN)
    S_put_markdown_format(&out, choice, args->lang);
  else
    S_put_text_format(&out, choice, args->lang);
  return write_text(args->lang, output->path, &out);
}

int rules_command(const cli_args *args) {
  const char *stage = option_value(args, OPTION_ON_AT);
  cli_choice choice = {stage == NULL ? 0 : find_stage(stage), args->operand_count > 0 ? args->operands[0] : ""};
  cli_outputs outputs;
  const cli_choice at_any = {0, choice.beginning};
  size_t first = 0;
  if (S_next(&at_any, &first) == NULL)
    return error_no_rule(args, choice.beginning);
  int code = outputs_read(&outputs, args, OPTION_RULES_FORMAT);
  for (size_t i = 0; code == CODE_FINE && i < outputs.count; i++)
    code = S_write_rules(args, &choice, &outputs.items[i]);
  outputs_free(&outputs);
  return code;
}
