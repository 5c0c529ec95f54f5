/* Renders the report on arbitrary bytes in every format: the output is safe for a terminal, complete and valid UTF-8,
 * and valid JSON where the format is JSON. */
#include <jansson.h>
#include <string.h>

#include <helhedsplan/helhedsplan.h>

#include "fuzz/target.h"

/* Line breaks come from the renderer; other control characters are not allowed. */
static int S_is_safe(const char *text, size_t length) {
  for (size_t i = 0; i < length; i++) {
    unsigned char c = (unsigned char)text[i];
    if ((c < 0x20 && c != '\n') || c == 0x7f)
      return 0;
    if (c == 0xc2 && i + 1 < length && (unsigned char)text[i + 1] < 0xa0)
      return 0;
  }
  return 1;
}

static int S_is_utf8(const char *text, size_t length) {
  json_t *string = json_stringn(text, length);
  json_decref(string);
  return string != NULL;
}

static void S_render_text(const hhp_report *report, int32_t format, int32_t lang) {
  hhp_render_options *options = NULL;
  char *out = NULL;
  size_t length = 0;
  must(hhp_render_options_new(&options) == HHP_OK, "no options");
  must(hhp_render_options_set_lang(options, lang) == HHP_OK, "no such language");
  must(hhp_render_options_set_show(options, HHP_SEVERITY_INFO) == HHP_OK, "no such severity");
  must(hhp_report_render(report, format, options, &out, &length) == HHP_OK, "not written as text");
  must(strlen(out) == length, "a NUL in the text");
  must(S_is_utf8(out, length), "the text is no UTF-8");
  must(S_is_safe(out, length), "the text is not safe for a terminal");
  hhp_free(out);
  hhp_render_options_free(options);
}

static void S_render_json(const hhp_report *report) {
  char *out = NULL;
  size_t length = 0;
  must(hhp_report_render(report, HHP_FORMAT_JSON, NULL, &out, &length) == HHP_OK, "not written as JSON");
  json_t *json = json_loadb(out, length, JSON_REJECT_DUPLICATES, NULL);
  must(json != NULL, "the JSON is none");
  const json_t *file = json_array_get(json_object_get(json, "files"), 0);
  must(json_array_size(json_object_get(file, "findings")) == hhp_report_count(report), "findings are missing");
  json_decref(json);
  hhp_free(out);
}

static void S_render_sarif(const hhp_report *report) {
  char *out = NULL;
  size_t length = 0;
  must(hhp_report_render(report, HHP_FORMAT_SARIF, NULL, &out, &length) == HHP_OK, "not written as SARIF");
  must(S_is_safe(out, length), "the SARIF is not safe for a terminal");
  json_t *json = json_loadb(out, length, JSON_REJECT_DUPLICATES, NULL);
  must(json != NULL, "the SARIF is no JSON");
  const json_t *run = json_array_get(json_object_get(json, "runs"), 0);
  size_t results = hhp_report_count(report) < 25000 ? hhp_report_count(report) : 25000;
  must(json_array_size(json_object_get(run, "results")) == results, "results are missing");
  json_decref(json);
  hhp_free(out);
}

/* Every finding has an entry, since none is hidden and the inputs are small; waived ones have none. */
static void S_render_gitlab(const hhp_report *report, const hhp_render_options *options) {
  char *out = NULL;
  size_t length = 0;
  must(hhp_report_render(report, HHP_FORMAT_GITLAB, options, &out, &length) == HHP_OK, "not written for GitLab");
  json_t *json = json_loadb(out, length, JSON_REJECT_DUPLICATES, NULL);
  must(json_is_array(json), "the JSON for GitLab is none");
  must(json_array_size(json) + hhp_report_waived_count(report) == hhp_report_count(report), "entries are missing");
  json_decref(json);
  must(S_is_safe(out, length), "what is for GitLab is not safe for a terminal");
  hhp_free(out);
}

static size_t S_count(const char *text, const char *part) {
  size_t count = 0;
  for (const char *at = text; (at = strstr(at, part)) != NULL; at += strlen(part))
    count++;
  return count;
}

static void S_render_junit(const hhp_report *report, const hhp_render_options *options) {
  char *out = NULL;
  size_t length = 0;
  size_t count = hhp_report_count(report);
  must(hhp_report_render(report, HHP_FORMAT_JUNIT, options, &out, &length) == HHP_OK, "not written as JUnit");
  must(strlen(out) == length && S_is_utf8(out, length) && S_is_safe(out, length), "the XML is not safe");
  must(S_count(out, "<testcase ") == (count == 0 ? 1 : count), "cases are missing");
  must(S_count(out, "<") == S_count(out, ">"), "the XML is none");
  hhp_free(out);
}

static void S_render_for_servers(const hhp_report *report) {
  hhp_render_options *options = NULL;
  must(hhp_render_options_new(&options) == HHP_OK, "no options");
  must(hhp_render_options_set_show(options, HHP_SEVERITY_INFO) == HHP_OK, "no such severity");
  if (hhp_report_count(report) < 1000) {
    S_render_gitlab(report, options);
    S_render_junit(report, options);
  }
  hhp_render_options_free(options);
}

/* The page has no markup of the document: as many scripts, images and handlers as the library writes, none. */
static void S_render_html(const hhp_report *report) {
  char *out = NULL;
  size_t length = 0;
  must(hhp_report_render(report, HHP_FORMAT_HTML, NULL, &out, &length) == HHP_OK, "not written as HTML");
  must(strlen(out) == length && S_is_utf8(out, length) && S_is_safe(out, length), "the HTML is not safe");
  must(S_count(out, "<script") + S_count(out, "<img") + S_count(out, "<!--") == 0, "the HTML has markup of the document");
  must(S_count(out, "<section>") == S_count(out, "</section>"), "the HTML is not closed");
  hhp_free(out);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
  hhp_check_options *options = NULL;
  hhp_report *report = NULL;
  must(hhp_report_new(&report) == HHP_OK, "no report");
  must(hhp_report_set_path(report, "\x1b[31m\xff::fejl") == HHP_OK, "no path");
  must(hhp_check_options_new(&options) == HHP_OK, "no options");
  must(hhp_check_options_set_keep_plan(options, 1) == HHP_OK, "the plan is not kept");
  must(hhp_check((const char *)bytes, length, options, report) == HHP_OK, "no check");
  S_render_text(report, HHP_FORMAT_TEXT, HHP_LANG_DA);
  S_render_text(report, HHP_FORMAT_TEXT, HHP_LANG_EN);
  S_render_text(report, HHP_FORMAT_GITHUB, HHP_LANG_DA);
  S_render_text(report, HHP_FORMAT_MARKDOWN, HHP_LANG_EN);
  S_render_json(report);
  S_render_sarif(report);
  S_render_for_servers(report);
  S_render_html(report);
  hhp_report_free(report);
  hhp_check_options_free(options);
  return 0;
}
