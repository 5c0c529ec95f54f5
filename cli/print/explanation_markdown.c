/* An explanation as Markdown. */
#include "cli/print/explanation.h"

#include "cli/print/lang.h"
#include "cli/print/markup.h"
#include "report/constant_words.h"

static void S_put_item(cli_text *out, const char *label, const char *words) {
  put(out, "- **");
  put(out, label);
  put(out, ":** ");
  put_markdown(out, words);
  put(out, "\n");
}

static void S_put_rows(cli_text *out, const hhp_finding *f, int32_t lang) {
  if (hhp_finding_argument_count(f) == 0)
    return;
  put(out, in_lang(lang, "\n| Navn | Betydning | Værdi |\n|---|---|---|\n",
                   "\n| Name | Meaning | Value |\n|---|---|---|\n"));
  for (size_t i = 0; i < hhp_finding_argument_count(f); i++) {
    const char *name = hhp_finding_argument_name(f, i);
    cli_text value = {0};
    put_argument(&value, f, i, lang);
    put_in_lang(out, lang, "| `%s` | ", "| `%s` | ", name);
    put_markdown(out, hhp_argument_title(name, lang));
    put(out, " | ");
    put_markdown(out, text_of(&value));
    put(out, " |\n");
    text_join(out, &value);
  }
}

static void S_put_markdown_head(cli_text *out, const hhp_rule *rule, int32_t lang) {
  put_in_lang(out, lang, "# %s %s\n\n**", "# %s %s\n\n**", hhp_rule_id(rule), hhp_rule_slug(rule));
  put_markdown(out, hhp_rule_title(rule, lang));
  put(out, "**\n\n");
  put_rule_facts(out, rule, lang, S_put_item);
}

void put_explained_markdown(cli_text *out, const cli_example *example, int32_t lang) {
  const hhp_finding *f = example->finding;
  S_put_markdown_head(out, example->rule, lang);
  put(out, "\n## ");
  put_example_heading(out, example->rule, HHP_EXAMPLE_FAILING, lang);
  put(out, "\n\n```json\n");
  put(out, example->failing);
  put(out, "```\n\n");
  put_in_lang(out, lang, "> Linje %d, kolonne %d: **%s:** ", "> Line %d, column %d: **%s:** ", (int)hhp_finding_line(f),
              (int)hhp_finding_column(f), hhp__severity_word(hhp_finding_severity(f), lang));
  put_markdown(out, example->message);
  put(out, in_lang(lang, "\n>\n> **Afhjælpning:** ", "\n>\n> **Remedy:** "));
  put_markdown(out, example->remedy);
  put(out, "\n");
  S_put_rows(out, f, lang);
  put(out, "\n## ");
  put_example_heading(out, example->rule, HHP_EXAMPLE_PASSING, lang);
  put(out, "\n\n```diff\n");
  put_example_diff(out, example);
  put(out, "```\n");
}
