/* The driver of a SARIF log, with all rules, far fewer than GitHub's limit of 25,000. They show what was checked, and
 * the index of a rule is the same in every log. */
#include <string.h>

#include <helhedsplan/version.h>

#include "base/phrase.h"
#include "base/safe.h"
#include "render/sarif.h"
#include "render/shown_json.h"
#include "json/write.h"

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
static json_t *S_pascal_case(const char *slug) {
  hhp__buffer name = {0};
  int is_first = 1;
  for (; *slug != '\0'; slug++) {
    if (*slug != '-')
      hhp__putc(&name,
                is_first && slug[1] != '-' && *slug >= 'a' && *slug <= 'z' ? (char)(*slug - ('a' - 'A')) : *slug);
    is_first = *slug == '-';
  }
  json_t *string = name.failed ? NULL : json_string(name.text);
  hhp__buffer_free(&name);
  return string;
}

static json_t *S_message(const char *words, const char *end) {
  hhp__buffer text = {0};
  hhp__sarif_put(&text, words);
  hhp__puts(&text, end);
  return hhp__sarif_message(&text);
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
  hhp__puts(out, S_parts[part].end);
  hhp__buffer_free(&words);
}

static json_t *S_help(const hhp_rule *rule, int32_t lang) {
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
  json_t *help = hhp__sarif_message(&text);
  hhp__sarif_set(&help, "markdown", markdown.failed ? NULL : json_string(markdown.text));
  hhp__buffer_free(&markdown);
  return help;
}

/* The severity of a rule depends on the stage of the plan, so each result has its own level. The default is the most
 * severe. */
static json_t *S_configuration(const hhp_rule *rule) {
  int32_t worst = HHP_SEVERITY_OFF;
  for (int32_t stage = HHP_STAGE_DRAFT; stage <= HHP_STAGE_FULL; stage++) {
    if (hhp_rule_severity(rule, stage) > worst)
      worst = hhp_rule_severity(rule, stage);
  }
  return json_pack("{s:s}", "level", hhp__sarif_level(worst));
}

static json_t *S_properties(const hhp_rule *rule) {
  json_t *severity = json_object();
  for (int32_t stage = HHP_STAGE_DRAFT; stage <= HHP_STAGE_FULL; stage++)
    hhp__sarif_set(&severity, hhp_stage_name(stage), json_string(hhp_severity_name(hhp_rule_severity(rule, stage))));
  return json_pack("{s:[s], s:s, s:o}", "tags", S_tag(rule), "slug", hhp_rule_slug(rule), "severity", severity);
}

static json_t *S_rule(const hhp_rule *rule, int32_t lang) {
  return json_pack("{s:s, s:o, s:o, s:o, s:o, s:o, s:o}",                            //
                   "id", hhp_rule_id(rule),                                          //
                   "name", S_pascal_case(hhp_rule_slug(rule)),                       //
                   "shortDescription", S_message(hhp_rule_title(rule, lang), "."),   //
                   "fullDescription", S_message(hhp_rule_rationale(rule, lang), ""), //
                   "help", S_help(rule, lang),                                       //
                   "defaultConfiguration", S_configuration(rule),                    //
                   "properties", S_properties(rule));
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

json_t *hhp__sarif_notification_reference(int notification) {
  return json_pack("{s:s, s:i}", "id", S_notifications[notification].id, "index", notification);
}

static json_t *S_notification(size_t i, int32_t lang) {
  const char *help = hhp__in_lang(S_notifications[i].help, lang);
  return json_pack("{s:s, s:s, s:{s:s}, s:{s:s}, s:{s:s}, s:{s:s}}", "id", S_notifications[i].id, "name",
                   S_notifications[i].name, "shortDescription", "text", hhp__in_lang(S_notifications[i].title, lang),
                   "fullDescription", "text", help, "help", "text", help, "defaultConfiguration", "level",
                   hhp__sarif_level(S_notifications[i].severity));
}

static void S_put_list(hhp__buffer *out, const char *name, size_t count, json_t *(*item)(size_t index, int32_t lang),
                       int32_t lang, size_t level) {
  hhp__put_name(out, 0, name, level);
  hhp__putc(out, '[');
  for (size_t i = 0; i < count && !out->failed; i++) {
    hhp__put_break(out, i == 0, level + 1);
    hhp__put_shown_json(out, item(i, lang), level + 1);
  }
  hhp__put_break(out, 1, level);
  hhp__putc(out, ']');
}

static json_t *S_rule_at(size_t index, int32_t lang) {
  return S_rule(hhp_rule_at(index), lang);
}

void hhp__sarif_put_driver(hhp__buffer *out, int32_t lang, size_t level) {
  static const char *const heads[][2] = {
      {"name", "helhedsplan"},
      {"fullName", "helhedsplan " HHP_VERSION_STRING},
      {"version", HHP_VERSION_STRING},
      {"semanticVersion", HHP_VERSION_STRING},
  };
  hhp__putc(out, '{');
  for (size_t i = 0; i < sizeof(heads) / sizeof(heads[0]); i++) {
    hhp__put_name(out, i == 0, heads[i][0], level + 1);
    hhp__put_shown_json(out, json_string(heads[i][1]), level + 1);
  }
  hhp__put_name(out, 0, "language", level + 1);
  hhp__put_shown_json(out, json_string(lang == HHP_LANG_DA ? "da" : "en"), level + 1);
  S_put_list(out, "rules", hhp_rule_count(), S_rule_at, lang, level + 1);
  S_put_list(out, "notifications", NOTIFICATIONS, S_notification, lang, level + 1);
  hhp__put_break(out, 1, level);
  hhp__putc(out, '}');
}
