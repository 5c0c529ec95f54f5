/* GitHub workflow commands, one line per finding, which the runner turns into annotations. It keeps ten of a kind and
 * silently drops the rest, so the last line says how many were left out. */
#include <string.h>

#include "base/phrase.h"
#include "base/safe.h"
#include "base/utf8.h"
#include "render/ci_select.h"
#include "render/formats.h"
#include "render/report_facts.h"
#include "report/constant_words.h"

enum {
  MOST_OF_A_KIND = 10,
  MOST_NOTICES = MOST_OF_A_KIND - 1, /* the last line is a notice too */
  LONGEST_MESSAGE = 4096             /* UTF-16 code units, the unit of the runner's limit */
};

static const char *const S_commands[] = {"", "notice", "warning", "error"};

/* Escapes the text after the second "::", as @actions/core does. */
static void S_put_data(hhp__buffer *out, const char *text, size_t length) {
  for (size_t i = 0; i < length; i++) {
    const char c = text[i];
    if (c == '%')
      hhp__puts(out, "%25");
    else if (c == '\r')
      hhp__puts(out, "%0D");
    else if (c == '\n')
      hhp__puts(out, "%0A");
    else
      hhp__putc(out, c);
  }
}

/* Escapes the value of a property, as @actions/core does. */
static void S_put_property_value(hhp__buffer *out, const char *text, size_t length) {
  for (size_t i = 0; i < length; i++) {
    if (text[i] == ':')
      hhp__puts(out, "%3A");
    else if (text[i] == ',')
      hhp__puts(out, "%2C");
    else
      S_put_data(out, text + i, 1);
  }
}

/* A file name may contain line breaks, which are kept; other unsafe characters are escaped, as GitHub could not find
 * such a file. */
static void S_put_path(hhp__buffer *out, const char *path) {
  hhp__buffer safe = {0};
  while (*path != '\0') {
    size_t length = strcspn(path, "\r\n");
    hhp__put_safe(&safe, path, length);
    path += length;
    for (; *path == '\r' || *path == '\n'; path++)
      hhp__putc(&safe, *path);
  }
  out->failed |= safe.failed;
  if (!safe.failed)
    S_put_property_value(out, safe.text, safe.length);
  hhp__buffer_free(&safe);
}

static void S_put_size(hhp__buffer *out, const char *name, size_t value) {
  hhp__puts(out, name);
  hhp__put_number(out, (int64_t)value);
}

/* Standard input is not a file that GitHub could show. */
static int S_has_file(const char *path) {
  return path[0] != '\0' && strcmp(path, "-") != 0;
}

static void S_begin_command(hhp__buffer *out, int32_t severity, const char *path) {
  hhp__puts(out, "::");
  hhp__puts(out, S_commands[severity]);
  hhp__putc(out, ' ');
  if (!S_has_file(path))
    return;
  hhp__puts(out, "file=");
  S_put_path(out, path);
  hhp__putc(out, ',');
}

/* Without a file, GitHub would show the line of a folder. The runner accepts no columns for a value of several
 * lines. */
static void S_put_place(hhp__buffer *out, const hhp_finding *f, const char *path) {
  if (hhp_finding_line(f) == 0 || !S_has_file(path))
    return;
  S_put_size(out, "line=", hhp_finding_line(f));
  S_put_size(out, ",endLine=", hhp_finding_end_line(f));
  if (hhp_finding_line(f) == hhp_finding_end_line(f)) {
    S_put_size(out, ",col=", hhp_finding_column(f));
    S_put_size(out, ",endColumn=", hhp_finding_end_column(f));
  }
  hhp__putc(out, ',');
}

/* The title comes last: the runner trims the end of the properties, where a path could have white space. */
static void S_put_title(hhp__buffer *out, const char *title, const char *rest) {
  hhp__puts(out, "title=");
  S_put_property_value(out, title, strlen(title));
  hhp__puts(out, rest[0] != '\0' ? " " : "");
  S_put_property_value(out, rest, strlen(rest));
  hhp__puts(out, "::");
}

/* Length in bytes of the beginning that fits in `most` UTF-16 code units. */
static size_t S_fitting_length(const hhp__buffer *text, size_t most) {
  size_t units = 0, i = 0;
  while (i < text->length) {
    size_t step = hhp__utf8_length(text->text + i, text->length - i);
    units += step == 4 ? 2 : 1;
    if (units > most)
      break;
    i += hhp__utf8_step(step);
  }
  return i;
}

static void S_put_message(hhp__buffer *out, const hhp__buffer *message) {
  size_t length = S_fitting_length(message, LONGEST_MESSAGE);
  int is_cut = length < message->length;
  if (is_cut)
    length = S_fitting_length(message, LONGEST_MESSAGE - 1);
  S_put_data(out, message->text, length);
  hhp__puts(out, is_cut ? "…\n" : "\n");
}

/* If the annotation cannot have a place, the message names it. */
static void S_put_place_in_message(hhp__buffer *out, const hhp_finding *f, const char *path) {
  const char *pointer = hhp_finding_pointer(f);
  if (hhp_finding_line(f) == 0 && pointer[0] != '\0') {
    hhp__put_safe(out, pointer, strlen(pointer));
    hhp__puts(out, ": ");
  }
  if (hhp_finding_line(f) == 0 || S_has_file(path))
    return;
  hhp__put_number(out, (int64_t)hhp_finding_line(f));
  S_put_size(out, ":", hhp_finding_column(f));
  hhp__puts(out, ": ");
}

static void S_put_finding(hhp__buffer *out, const hhp_finding *f, const char *path, int32_t lang) {
  const char *message = hhp_finding_message(f, lang), *remedy = hhp_finding_remedy(f, lang);
  hhp__buffer text = {0};
  if (message == NULL || remedy == NULL) {
    out->failed = 1;
    return;
  }
  S_put_place_in_message(&text, f, path);
  hhp__put_safe(&text, message, strlen(message));
  hhp__putc(&text, '\n');
  hhp__put_safe(&text, remedy, strlen(remedy));
  if (text.failed) {
    out->failed = 1;
  } else {
    S_begin_command(out, hhp_finding_severity(f), path);
    S_put_place(out, f, path);
    S_put_title(out, hhp_finding_rule(f), hhp_finding_slug(f));
    S_put_message(out, &text);
  }
  hhp__buffer_free(&text);
}

static void S_put_unreadable(hhp__buffer *out, const hhp_report *report, const hhp_render_options *options) {
  const char *message = hhp_status_message(hhp_report_unreadable(report), options->lang);
  S_begin_command(out, HHP_SEVERITY_ERROR, hhp__relative_path(report, options));
  S_put_title(out, hhp__in_lang((hhp__phrase){"Filen kunne ikke læses", "The file could not be read"}, options->lang),
              "");
  S_put_data(out, message, strlen(message));
  hhp__putc(out, '\n');
}

/* Number of annotations written, by severity. */
typedef struct {
  size_t written[HHP_SEVERITY_ERROR + 1];
  size_t unreadable;
  size_t unreadable_written;
} S_tally;

static int S_is_below_limit(const S_tally *tally, int32_t severity) {
  size_t most = severity == HHP_SEVERITY_INFO ? MOST_NOTICES : MOST_OF_A_KIND;
  return tally->written[severity] + (severity == HHP_SEVERITY_ERROR ? tally->unreadable_written : 0) < most;
}

static void S_put_unreadable_files(hhp__buffer *out, const hhp_report *const *reports, size_t count,
                                   const hhp_render_options *options, S_tally *tally) {
  for (size_t i = 0; i < count && !out->failed; i++) {
    if (hhp_report_unreadable(reports[i]) == HHP_OK)
      continue;
    tally->unreadable++;
    if (!S_is_below_limit(tally, HHP_SEVERITY_ERROR))
      continue;
    S_put_unreadable(out, reports[i], options);
    tally->unreadable_written++;
  }
}

static void S_put_findings(hhp__buffer *out, const hhp_report *report, int32_t severity,
                           const hhp_render_options *options, S_tally *tally) {
  const char *path = hhp__relative_path(report, options);
  for (size_t i = 0; i < hhp_report_count(report) && S_is_below_limit(tally, severity) && !out->failed; i++) {
    const hhp_finding *f = hhp_report_at(report, i);
    if (hhp_finding_is_waived(f) || hhp_finding_severity(f) != severity)
      continue;
    S_put_finding(out, f, path, options->lang);
    tally->written[severity]++;
  }
}

/* What the annotations leave out. */
typedef struct {
  size_t unreadable;
  size_t findings[HHP_SEVERITY_ERROR + 1];
} S_rest;

static void S_put_rest(hhp__buffer *out, const S_rest *rest, int32_t lang) {
  static const hhp__phrase file = {"fil, der ikke kunne læses", "file that could not be read"};
  static const hhp__phrase files = {"filer, der ikke kunne læses", "files that could not be read"};
  const char *const first = hhp__in_lang((hhp__phrase){"Ikke vist her: ", "Not shown here: "}, lang);
  const char *between = first;
  if (rest->unreadable > 0) {
    hhp__puts(out, between);
    hhp__put_number(out, (int64_t)rest->unreadable);
    hhp__putc(out, ' ');
    hhp__put_phrase(out, rest->unreadable == 1 ? file : files, lang);
    between = ", ";
  }
  for (int32_t severity = HHP_SEVERITY_ERROR; severity >= HHP_SEVERITY_INFO; severity--) {
    if (rest->findings[severity] == 0)
      continue;
    hhp__puts(out, between);
    hhp__put_severity_count(out, severity, rest->findings[severity], lang);
    between = ", ";
  }
  if (between != first)
    hhp__put_phrase(out,
                    (hhp__phrase){". »helhedsplan validate --show info« viser dem alle.",
                                  ". “helhedsplan validate --show info” shows them all."},
                    lang);
}

static void S_put_waived(hhp__buffer *out, size_t waived, int32_t lang) {
  if (waived == 0)
    return;
  hhp__puts(out, out->length > 0 ? " " : "");
  hhp__put_number(out, (int64_t)waived);
  hhp__puts(
      out, waived == 1
               ? hhp__in_lang((hhp__phrase){" bemærkning er dækket af en undtagelse.", " finding is waived."}, lang)
               : hhp__in_lang((hhp__phrase){" bemærkninger er dækket af undtagelser.", " findings are waived."}, lang));
}

static void S_put_incomplete(hhp__buffer *out, int is_unchecked, int32_t lang) {
  hhp__puts(out, out->length > 0 ? " " : "");
  hhp__put_phrase(out, hhp__incomplete_sentence(is_unchecked), lang);
}

static void S_put_last_line(hhp__buffer *out, const hhp_report *const *reports, size_t count, const S_tally *tally,
                            int32_t lang) {
  S_rest rest = {.unreadable = tally->unreadable - tally->unreadable_written};
  size_t waived = 0;
  int is_incomplete = 0, is_unchecked = 0;
  for (size_t i = 0; i < count; i++) {
    rest.findings[HHP_SEVERITY_ERROR] += hhp_report_error_count(reports[i]);
    rest.findings[HHP_SEVERITY_WARNING] += hhp_report_warning_count(reports[i]);
    rest.findings[HHP_SEVERITY_INFO] += hhp_report_info_count(reports[i]);
    waived += hhp_report_waived_count(reports[i]);
    if (hhp__report_is_unchecked(reports[i]))
      is_unchecked = 1;
    else
      is_incomplete |= hhp_report_unreadable(reports[i]) == HHP_OK && !hhp_report_is_complete(reports[i]);
  }
  for (int32_t severity = HHP_SEVERITY_INFO; severity <= HHP_SEVERITY_ERROR; severity++)
    rest.findings[severity] -= tally->written[severity];
  hhp__buffer text = {0};
  S_put_rest(&text, &rest, lang);
  S_put_waived(&text, waived, lang);
  if (is_incomplete)
    S_put_incomplete(&text, 0, lang);
  if (is_unchecked)
    S_put_incomplete(&text, 1, lang);
  out->failed |= text.failed;
  if (!text.failed && text.length > 0) {
    S_begin_command(out, HHP_SEVERITY_INFO, "");
    S_put_title(out, "helhedsplan", "");
    S_put_message(out, &text);
  }
  hhp__buffer_free(&text);
}

void hhp__render_github(hhp__buffer *out, const hhp_report *const *reports, size_t count,
                        const hhp_render_options *options) {
  S_tally tally = {0};
  S_put_unreadable_files(out, reports, count, options, &tally);
  for (int32_t severity = HHP_SEVERITY_ERROR; severity >= options->show; severity--) {
    for (size_t i = 0; i < count && S_is_below_limit(&tally, severity); i++)
      S_put_findings(out, reports[i], severity, options, &tally);
  }
  S_put_last_line(out, reports, count, &tally, options->lang);
}
