/* Reports as text: each finding with its place, the source line, the amounts and the remedy; a summary last. Text of
 * the document is escaped. */
#include <string.h>

#include "base/characters.h"
#include "base/kroner.h"
#include "base/phrase.h"
#include "base/safe.h"
#include "base/utf8.h"
#include "base/wrap.h"
#include "render/formats.h"
#include "render/report_facts.h"
#include "report/constant_words.h"
#include "report/gist.h"

enum {
  GUTTER = 6,          /* columns for the line number beside an excerpt */
  INDENT = 9,          /* of amounts and remedies, below the excerpt */
  SEVERITY_WIDTH = 10, /* columns for the severity in the summary at the end */
  GIST_INDENT = 19,    /* of a line there, after severity and rule */
  FEW_FINDINGS = 3,    /* up to which that summary is left out */
  MOST_GISTS = 12
};

static const char *const S_colours[] = {"", "\033[36m", "\033[33m", "\033[31m"};

static void S_colour(hhp__buffer *out, const hhp_render_options *options, const char *code) {
  if (options->colour)
    hhp__puts(out, code);
}

/* CI systems skip leading white space, so a path that would then begin with a colon gets "./" in front. */
static void S_put_path(hhp__buffer *out, const char *path) {
  if (path == NULL)
    return;
  size_t length = strlen(path), step, i = 0;
  while ((step = hhp__utf8_length(path + i, length - i)) > 0 && hhp__is_blank(hhp__utf8_read(path + i, step)))
    i += step;
  if (path[i] == ':')
    hhp__puts(out, "./");
  hhp__put_safe(out, path, length);
}

static void S_put_headline(hhp__buffer *out, const hhp_report *report, const hhp_finding *f,
                           const hhp_render_options *options) {
  int32_t severity = hhp_finding_severity(f);
  const char *message = hhp_finding_message(f, options->lang);
  if (message == NULL) {
    out->failed = 1;
    return;
  }
  S_colour(out, options, "\033[1m");
  S_put_path(out, hhp_report_path(report));
  if (hhp_finding_line(f) > 0) {
    hhp__putc(out, ':');
    hhp__put_line_and_column(out, f);
  } else {
    hhp__put_safe(out, hhp_finding_pointer(f), strlen(hhp_finding_pointer(f)));
  }
  hhp__puts(out, ": ");
  S_colour(out, options, S_colours[severity]);
  hhp__puts(out, hhp__severity_word(severity, options->lang));
  hhp__puts(out, ": ");
  S_colour(out, options, "\033[0m");
  hhp__put_safe(out, message, strlen(message));
  hhp__puts(out, " [");
  hhp__puts(out, hhp_finding_rule(f));
  hhp__putc(out, ' ');
  hhp__puts(out, hhp_finding_slug(f));
  hhp__puts(out, hhp_finding_is_waived(f) ? hhp__in_lang((hhp__phrase){", undtaget]\n", ", waived]\n"}, options->lang)
                                          : "]\n");
}

/* Appends a piece of a source line, escaped and with tabs as spaces. `rest`: length of the line from there on. */
static void S_put_source(hhp__buffer *out, const char *text, size_t length, size_t rest) {
  for (size_t i = 0; i < length;) {
    const char *tab = memchr(text + i, '\t', length - i);
    size_t end = tab == NULL ? length : (size_t)(tab - text);
    hhp__put_safe_piece(out, text + i, end - i, rest - i);
    if (tab != NULL)
      hhp__putc(out, ' ');
    i = end + (tab != NULL);
  }
  hhp__put(out, "", 0);
}

static void S_put_gutter(hhp__buffer *out, const char *number, size_t width) {
  hhp__put_times(out, ' ', width - strlen(number));
  hhp__puts(out, number);
  hhp__puts(out, " | ");
}

static const char S_more[] = "…";

/* Replaces the beginning of the text by "…" if it is wider than `columns`. Returns its width. */
static size_t S_keep_end(hhp__buffer *text, size_t columns) {
  size_t used = hhp__columns(text->text, text->length), start = 0;
  if (used <= columns)
    return used;
  while (used > columns - 1) {
    size_t cluster = hhp__cluster_length(text->text + start, text->length - start);
    used -= hhp__columns(text->text + start, cluster);
    start += cluster;
  }
  hhp__buffer kept = {0};
  hhp__puts(&kept, S_more);
  hhp__put(&kept, text->text + start, text->length - start);
  hhp__buffer_free(text);
  *text = kept;
  return used + 1;
}

/* Replaces the end of the text by "…" if it is wider than `columns`. Returns its width. */
static size_t S_keep_beginning(hhp__buffer *text, size_t columns) {
  size_t used;
  if (hhp__fitting_length(text->text, text->length, columns, &used) == text->length)
    return used;
  text->length = hhp__fitting_length(text->text, text->length, columns - 1, &used);
  hhp__puts(text, S_more);
  return used + 1;
}

/* The escaped source line, split where the finding begins; and how many columns of the second part are marked. */
typedef struct {
  hhp__buffer before;
  hhp__buffer after;
  size_t marked;
} S_line;

static void S_split(S_line *line, const hhp_finding *f) {
  const hhp__source *source = hhp__source_of(f);
  const char *excerpt = source->excerpt;
  size_t whole = strlen(excerpt); /* shorter if the text contains NUL */
  size_t at = source->excerpt_at < whole ? source->excerpt_at : whole, rest = whole - at;
  size_t length = hhp_finding_length(f) < rest ? hhp_finding_length(f) : rest;
  S_put_source(&line->before, excerpt, at, whole);
  S_put_source(&line->after, excerpt + at, length, rest);
  if (!line->after.failed)
    line->marked = hhp__columns(line->after.text, line->after.length);
  S_put_source(&line->after, excerpt + at + length, rest - length, rest - length);
}

static void S_put_line(hhp__buffer *out, S_line *line, const hhp_finding *f, const hhp_render_options *options) {
  char digits[HHP__DIGITS_SIZE];
  const char *number = hhp__digits((int64_t)hhp_finding_line(f), digits);
  const size_t gutter = strlen(number) > GUTTER ? strlen(number) : GUTTER, columns = HHP__SCREEN - gutter - 3;
  size_t after = hhp__columns(line->after.text, line->after.length);
  size_t needed = after > 0 ? after : 1; /* the caret may be after the end of the line */
  size_t half = (columns + 1) / 2, kept = needed < half ? needed : half; /* for what follows the place */
  size_t before = S_keep_end(&line->before, columns - kept);
  after = S_keep_beginning(&line->after, columns - before);
  if (line->before.failed || line->after.failed) {
    out->failed = 1;
    return;
  }
  S_put_gutter(out, number, gutter);
  hhp__puts(out, line->before.text);
  hhp__puts(out, line->after.text);
  hhp__putc(out, '\n');
  S_put_gutter(out, "", gutter);
  hhp__put_times(out, ' ', before);
  S_colour(out, options, S_colours[hhp_finding_severity(f)]);
  hhp__putc(out, '^');
  size_t marked = line->marked < after ? line->marked : after;
  hhp__put_times(out, '~', marked > 1 ? marked - 1 : 0);
  S_colour(out, options, "\033[0m");
  hhp__putc(out, '\n');
}

static void S_put_excerpt(hhp__buffer *out, const hhp_finding *f, const hhp_render_options *options) {
  if (hhp__source_of(f)->excerpt == NULL || hhp_finding_line(f) == 0)
    return;
  S_line line = {0};
  S_split(&line, f);
  if (line.before.failed || line.after.failed)
    out->failed = 1;
  else
    S_put_line(out, &line, f, options);
  hhp__buffer_free(&line.before);
  hhp__buffer_free(&line.after);
}

static int S_is_in_table(const hhp_finding *f, size_t index) {
  int64_t number = hhp_finding_argument_number(f, index);
  return hhp_finding_argument_kind(f, index) == HHP_ARGUMENT_KRONER && number != HHP_ABSENT && number != 0 &&
         hhp__is_in_table(hhp_finding_argument_name(f, index));
}

/* A table of amounts, so that they can be compared; a single amount is in the message already. */
static void S_put_amounts(hhp__buffer *out, const hhp_finding *f, int32_t lang) {
  size_t rows = 0, labels = 0, amounts = 0;
  char amount[HHP__AMOUNT_SIZE];
  for (size_t i = 0; i < hhp_finding_argument_count(f); i++) {
    if (!S_is_in_table(f, i))
      continue;
    labels = hhp__widest(labels, hhp_argument_title(hhp_finding_argument_name(f, i), lang));
    amounts = hhp__widest(amounts, hhp__write_kroner(hhp_finding_argument_number(f, i), lang, amount));
    rows++;
  }
  for (size_t i = 0; rows > 1 && i < hhp_finding_argument_count(f); i++) {
    if (!S_is_in_table(f, i))
      continue;
    hhp__put_times(out, ' ', INDENT);
    hhp__put_left(out, hhp_argument_title(hhp_finding_argument_name(f, i), lang), labels + 2);
    hhp__put_right(out, hhp__write_kroner(hhp_finding_argument_number(f, i), lang, amount), amounts);
    hhp__putc(out, '\n');
  }
}

/* Appends untrusted text as a paragraph that begins at `column`, where the output is. */
static void S_put_paragraph(hhp__buffer *out, const char *text, size_t column, size_t indent) {
  hhp__buffer safe = {0};
  hhp__put_safe_to_wrap(&safe, text);
  if (safe.failed)
    out->failed = 1;
  else
    hhp__put_wrapped(out, safe.text == NULL ? "" : safe.text, column, (hhp__margins){indent, HHP__SCREEN, 1});
  hhp__buffer_free(&safe);
  hhp__putc(out, '\n');
}

static void S_put_labelled(hhp__buffer *out, hhp__phrase words, const char *text, int32_t lang) {
  const char *label = hhp__in_lang(words, lang);
  if (text == NULL) {
    out->failed = 1;
    return;
  }
  hhp__put_times(out, ' ', INDENT);
  hhp__puts(out, label);
  S_put_paragraph(out, text, INDENT + hhp__columns(label, strlen(label)), INDENT);
}

static void S_put_counted(hhp__buffer *out, size_t count, hhp__phrase one, hhp__phrase many, int32_t lang) {
  hhp__put_number(out, (int64_t)count);
  hhp__putc(out, ' ');
  hhp__puts(out, hhp__in_lang(count == 1 ? one : many, lang));
}

static void S_put_summary(hhp__buffer *out, const hhp__counts *counts, size_t incomplete, size_t files,
                          const hhp_render_options *options) {
  int32_t lang = options->lang;
  S_put_counted(out, files, (hhp__phrase){"fil", "file"}, (hhp__phrase){"filer", "files"}, lang);
  hhp__puts(out, ": ");
  hhp__put_counts(out, counts, options);
  hhp__puts(out, ".\n");
  if (counts->omitted > 0) {
    hhp__put_number(out, (int64_t)counts->omitted);
    hhp__puts(out, hhp__in_lang((hhp__phrase){" af dem er talt med, men ikke gemt: der er for mange.\n",
                                              " of them are counted but not stored: there are too many.\n"},
                                lang));
  }
  if (counts->unreadable > 0) {
    S_put_counted(out, counts->unreadable, (hhp__phrase){"fil kunne ikke læses.\n", "file could not be read.\n"},
                  (hhp__phrase){"filer kunne ikke læses.\n", "files could not be read.\n"}, lang);
  }
  if (incomplete > 0)
    S_put_paragraph(out, hhp__in_lang(hhp__incomplete_sentence(0), lang), 0, 0);
  if (counts->unchecked > 0)
    S_put_paragraph(out, hhp__in_lang(hhp__incomplete_sentence(1), lang), 0, 0);
}

static void S_put_gist(hhp__buffer *out, const hhp__gist *gist, size_t files, const hhp_render_options *options) {
  const hhp_finding *first = gist->findings[0];
  const char *severity = hhp__severity_word(hhp_finding_severity(first), options->lang);
  hhp__buffer words = {0};
  hhp__puts(out, "  ");
  S_colour(out, options, S_colours[hhp_finding_severity(first)]);
  hhp__puts(out, severity);
  S_colour(out, options, "\033[0m");
  hhp__put_times(out, ' ', SEVERITY_WIDTH - hhp__columns(severity, strlen(severity)));
  hhp__puts(out, hhp_finding_rule(first));
  hhp__puts(out, "  ");
  hhp__put_gist(&words, gist, HHP__SCREEN - GIST_INDENT, options->lang);
  if (files > 1 && hhp_report_path(gist->report) != NULL) {
    hhp__puts(&words, " [");
    hhp__puts(&words, hhp_report_path(gist->report));
    hhp__puts(&words, "]");
  }
  S_put_paragraph(out, words.text == NULL ? "" : words.text, GIST_INDENT, GIST_INDENT);
  out->failed |= words.failed;
  hhp__buffer_free(&words);
}

/* If there are many findings, the most important are summarised at the end, where readers look first. */
static void S_put_gists(hhp__buffer *out, const hhp_report *const *reports, size_t count,
                        const hhp_render_options *options) {
  hhp__gists gists;
  if (hhp__gists_of(&gists, reports, count, options->show, HHP__SCREEN - GIST_INDENT, options->lang) != 0)
    out->failed = 1;
  else if (gists.all > FEW_FINDINGS) {
    hhp__puts(out, hhp__in_lang((hhp__phrase){"Det vigtigste:\n", "What matters first:\n"}, options->lang));
    size_t shown = gists.count > MOST_GISTS ? MOST_GISTS : gists.count;
    for (size_t i = 0; i < shown; i++)
      S_put_gist(out, &gists.items[i], count, options);
    if (shown < gists.count) {
      hhp__puts(out, hhp__in_lang((hhp__phrase){"  … og ", "  … and "}, options->lang));
      hhp__put_number(out, (int64_t)(gists.count - shown));
      hhp__puts(out, hhp__in_lang((hhp__phrase){" mere, se ovenfor\n", " more, see above\n"}, options->lang));
    }
    hhp__putc(out, '\n');
  }
  hhp__gists_free(&gists);
}

static void S_put_finding(hhp__buffer *out, const hhp_report *report, const hhp_finding *f,
                          const hhp_render_options *options) {
  S_put_headline(out, report, f, options);
  S_put_excerpt(out, f, options);
  if (hhp_finding_is_waived(f)) {
    S_put_labelled(out, (hhp__phrase){"Undtagelse: ", "Waived: "}, hhp_finding_waiver_reason(f), options->lang);
  } else {
    S_put_amounts(out, f, options->lang);
    S_put_labelled(out, (hhp__phrase){"Afhjælpning: ", "Remedy: "}, hhp_finding_remedy(f, options->lang),
                   options->lang);
  }
  hhp__putc(out, '\n');
}

/* A finding that has a line, but beyond those whose lines are stored. */
static int S_lacks_source(const hhp_finding *f) {
  return hhp_finding_line(f) > 0 && hhp__source_of(f)->excerpt == NULL;
}

static void S_put_lacking(hhp__buffer *out, size_t count, int32_t lang) {
  if (count == 0)
    return;
  S_put_counted(out, count,
                (hhp__phrase){"bemærkning er vist uden sin linje i filen: der er for mange.\n",
                              "finding is listed without its line in the file: there are too many.\n"},
                (hhp__phrase){"bemærkninger er vist uden deres linje i filen: der er for mange.\n",
                              "findings are listed without their line in the file: there are too many.\n"},
                lang);
}

void hhp__render_text(hhp__buffer *out, const hhp_report *const *reports, size_t count,
                      const hhp_render_options *options) {
  hhp__counts counts = {0};
  size_t incomplete = 0, lacking = 0;
  for (size_t i = 0; i < count; i++) {
    const hhp_report *report = reports[i];
    hhp__count_report(&counts, report);
    if (hhp_report_unreadable(report) != HHP_OK)
      continue;
    incomplete += !hhp_report_is_complete(report) && !hhp__report_is_unchecked(report);
    for (size_t k = 0; k < hhp_report_count(report); k++) {
      const hhp_finding *finding = hhp_report_at(report, k);
      if (hhp_finding_severity(finding) < options->show)
        continue;
      S_put_finding(out, report, finding, options);
      lacking += (size_t)S_lacks_source(finding);
    }
  }
  S_put_gists(out, reports, count, options);
  S_put_summary(out, &counts, incomplete, count - counts.unreadable, options);
  S_put_lacking(out, lacking, options->lang);
}
