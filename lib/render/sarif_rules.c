/* The driver of a SARIF log, with all rules, far fewer than GitHub's limit of 25,000. They show what was checked, and
 * the index of a rule is the same in every log. */
#include <string.h>

#include <helhedsplan/version.h>

#include "base/phrase.h"
#include "base/safe.h"
#include "render/sarif.h"

/* Tags to filter by, with the first rule of each. Ids have equal length, so they sort as strings. */
static const struct {
  const char *first;
  const char *tag;
} S_tags[] = {
    {"HP101", "document"},   {"HP111", "text"},      {"HP201", "goals"},     {"HP210", "focus-areas"},
    {"HP301", "activities"}, {"HP320", "agreement"}, {"HP401", "financing"}, {"HP501", "periods"},
    {"HP601", "follow-up"},  {"HP701", "waivers"},
};

static const char *S_tag(const hhp_rule *rule) {
  size_t i = sizeof(S_tags) / sizeof(S_tags[0]) - 1;
  while (i > 0 && strcmp(hhp_rule_id(rule), S_tags[i].first) < 0)
    i--;
  return S_tags[i].tag;
}

/* "LocalShareBelowMinimum" for "local-share-below-minimum". SARIF requires that no two capitals are adjacent. */
static void S_put_pascal_case(hhp__json_out *json, const char *slug) {
  hhp__buffer name = {0};
  int is_first = 1;
  for (; *slug != '\0'; slug++) {
    if (*slug != '-')
      hhp__putc(&name,
                is_first && slug[1] != '-' && *slug >= 'a' && *slug <= 'z' ? (char)(*slug - ('a' - 'A')) : *slug);
    is_first = *slug == '-';
  }
  hhp__json_take_text(json, "name", &name);
}

/* Ends a sentence, unless it already ends in the full stop of an abbreviation, such as "kr.". */
static void S_end_sentence(hhp__buffer *out, const char *end) {
  if (end[0] != '.' || out->length == 0 || out->text[out->length - 1] != '.')
    hhp__puts(out, end);
}

static void S_put_message(hhp__json_out *json, const char *name, const char *words, const char *end) {
  hhp__buffer text = {0};
  hhp__sarif_put(&text, words);
  S_end_sentence(&text, end);
  hhp__sarif_take_message(json, name, &text);
}

/* The parts of a rule's help, with their headings. */
static const struct {
  hhp__phrase heading;
  const char *(*of)(const hhp_rule *rule, int32_t lang);
  const char *end;
} S_parts[] = {
    {{"Hvorfor", "Why"}, hhp_rule_rationale, ""},
    {{"Afhjælpning", "Remedy"}, hhp_rule_remedy, ""},
    {{"Kilde", "Source"}, hhp_rule_source, "."},
};

static void S_put_part(hhp__buffer *out, size_t part, const hhp_rule *rule, int32_t lang, int is_markdown) {
  hhp__buffer words = {0};
  hhp__sarif_put(&words, S_parts[part].of(rule, lang));
  hhp__puts(out, part == 0 ? "" : "\n\n");
  hhp__puts(out, is_markdown ? "**" : "");
  hhp__put_phrase(out, S_parts[part].heading, lang);
  hhp__puts(out, is_markdown ? ":** " : ": ");
  if (words.failed)
    out->failed = 1;
  else if (is_markdown)
    hhp__put_trusted_markdown(out, words.text);
  else
    hhp__puts(out, words.text);
  S_end_sentence(out, S_parts[part].end);
  hhp__buffer_free(&words);
}

static void S_put_help(hhp__json_out *json, const hhp_rule *rule, int32_t lang) {
  static const hhp__phrase more = {"Et eksempel: helhedsplan explain ", "An example: helhedsplan explain "};
  hhp__buffer text = {0}, markdown = {0};
  for (size_t i = 0; i < sizeof(S_parts) / sizeof(S_parts[0]); i++) {
    S_put_part(&text, i, rule, lang, 0);
    S_put_part(&markdown, i, rule, lang, 1);
  }
  hhp__puts(&markdown, "\n\n```sh\nhelhedsplan explain ");
  hhp__puts(&markdown, hhp_rule_id(rule));
  hhp__puts(&markdown, "\n```");
  hhp__puts(&text, "\n\n");
  hhp__put_phrase(&text, more, lang);
  hhp__puts(&text, hhp_rule_id(rule));
  hhp__puts(&text, ".");
  hhp__json_open(json, "help", '{');
  hhp__json_take_text(json, "text", &text);
  hhp__json_take_text(json, "markdown", &markdown);
  hhp__json_close(json, '}');
}

static void S_put_configuration(hhp__json_out *json, int32_t severity) {
  hhp__json_open(json, "defaultConfiguration", '{');
  hhp__json_text(json, "level", hhp__sarif_level(severity));
  hhp__json_close(json, '}');
}

/* The severity of a rule depends on the stage of the plan, so each result has its own level. The default is the most
 * severe. */
static int32_t S_worst(const hhp_rule *rule) {
  int32_t worst = HHP_SEVERITY_OFF;
  for (int32_t stage = HHP_STAGE_DRAFT; stage <= HHP_STAGE_FULL; stage++) {
    if (hhp_rule_severity(rule, stage) > worst)
      worst = hhp_rule_severity(rule, stage);
  }
  return worst;
}

static void S_put_properties(hhp__json_out *json, const hhp_rule *rule) {
  hhp__json_open(json, "properties", '{');
  hhp__json_open(json, "tags", '[');
  hhp__json_text(json, NULL, S_tag(rule));
  hhp__json_close(json, ']');
  hhp__json_text(json, "slug", hhp_rule_slug(rule));
  hhp__json_open(json, "severity", '{');
  for (int32_t stage = HHP_STAGE_DRAFT; stage <= HHP_STAGE_FULL; stage++)
    hhp__json_text(json, hhp_stage_name(stage), hhp_severity_name(hhp_rule_severity(rule, stage)));
  hhp__json_close(json, '}');
  hhp__json_close(json, '}');
}

static void S_put_rule(hhp__json_out *json, const hhp_rule *rule, int32_t lang) {
  hhp__json_open(json, NULL, '{');
  hhp__json_text(json, "id", hhp_rule_id(rule));
  S_put_pascal_case(json, hhp_rule_slug(rule));
  S_put_message(json, "shortDescription", hhp_rule_title(rule, lang), ".");
  S_put_message(json, "fullDescription", hhp_rule_rationale(rule, lang), "");
  S_put_help(json, rule, lang);
  S_put_configuration(json, S_worst(rule));
  S_put_properties(json, rule);
  hhp__json_close(json, '}');
}

/* Descriptors of the notifications. Code scanning requires of them what it requires of rules. */
static const struct {
  const char *id, *name;
  hhp__phrase title, help;
  int32_t severity;
} S_notifications[] = {
    [HHP__SARIF_UNREADABLE] = {"unreadable-file",
                               "UnreadableFile",
                               {"En fil kunne ikke læses.", "A file could not be read."},
                               {"Filen er ikke kontrolleret. Se efter, om den findes, og om der er adgang til den.",
                                "The file has not been checked. Check that it exists and may be read."},
                               HHP_SEVERITY_ERROR},
    [HHP__SARIF_LEFT_OUT] =
        {"findings-left-out",
         "FindingsLeftOut",
         {"Nogle bemærkninger er udeladt.", "Some findings are left out."},
         {"GitHub tager højst 25.000 bemærkninger i én log. De alvorligste er med; ret dem, og kontrollér igen.",
          "GitHub takes at most 25,000 findings in one log. The gravest are here; correct them, and check again."},
         HHP_SEVERITY_WARNING},
};

enum { NOTIFICATIONS = sizeof(S_notifications) / sizeof(S_notifications[0]) };

void hhp__sarif_put_notification_reference(hhp__json_out *json, const char *name, int notification) {
  hhp__json_open(json, name, '{');
  hhp__json_text(json, "id", S_notifications[notification].id);
  hhp__json_number(json, "index", notification);
  hhp__json_close(json, '}');
}

static void S_put_described(hhp__json_out *json, const char *name, const char *text) {
  hhp__json_open(json, name, '{');
  hhp__json_text(json, "text", text);
  hhp__json_close(json, '}');
}

static void S_put_notification(hhp__json_out *json, size_t i, int32_t lang) {
  const char *help = hhp__in_lang(S_notifications[i].help, lang);
  hhp__json_open(json, NULL, '{');
  hhp__json_text(json, "id", S_notifications[i].id);
  hhp__json_text(json, "name", S_notifications[i].name);
  S_put_described(json, "shortDescription", hhp__in_lang(S_notifications[i].title, lang));
  S_put_described(json, "fullDescription", help);
  S_put_described(json, "help", help);
  S_put_configuration(json, S_notifications[i].severity);
  hhp__json_close(json, '}');
}

void hhp__sarif_put_driver(hhp__json_out *json, int32_t lang) {
  hhp__json_open(json, "driver", '{');
  hhp__json_text(json, "name", "helhedsplan");
  hhp__json_text(json, "fullName", "helhedsplan " HHP_VERSION_STRING);
  hhp__json_text(json, "version", HHP_VERSION_STRING);
  hhp__json_text(json, "semanticVersion", HHP_VERSION_STRING);
  hhp__json_text(json, "language", lang == HHP_LANG_DA ? "da" : "en");
  hhp__json_open(json, "rules", '[');
  for (size_t i = 0; i < hhp_rule_count() && !json->out->failed; i++)
    S_put_rule(json, hhp_rule_at(i), lang);
  hhp__json_close(json, ']');
  hhp__json_open(json, "notifications", '[');
  for (size_t i = 0; i < NOTIFICATIONS && !json->out->failed; i++)
    S_put_notification(json, i, lang);
  hhp__json_close(json, ']');
  hhp__json_close(json, '}');
}
