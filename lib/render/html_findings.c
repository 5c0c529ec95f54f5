/* The findings, grouped by what has to be done: money, agreements, time, and what the plan says. In a group, errors
 * come first, and findings of one rule are together, with its explanation folded below them. */
#include "render/html.h"

#include <stdlib.h>
#include <string.h>

#include "render/report_facts.h"
#include "report/constant_words.h"

enum { MOST_OF_RULE = 100, MOST_UNFOLDED = 10 };

enum { MONEY, AGREEMENTS, TIME, CONTENTS, WAIVED, GROUPS };

typedef struct {
  const char *id;
  hhp__phrase title;
} S_group;

static const S_group S_groups[GROUPS] = {
    [MONEY] = {"todo-money", {"Økonomi", "Money"}},
    [AGREEMENTS] = {"todo-agreements", {"Aftaler, ledelse og godkendelser", "Agreements, leadership and approvals"}},
    [TIME] = {"todo-time", {"Tid og indberetninger", "Time and annual reports"}},
    [CONTENTS] = {"todo-contents", {"Planens tekst og opbygning", "Text and structure of the plan"}},
    [WAIVED] = {"todo-waived", {"Begrundede undtagelser", "Waived"}},
};

/* A finding with what it is sorted by. */
typedef struct {
  const hhp_finding *finding;
  uint8_t group;
  int rule; /* number */
  size_t place;
} S_entry;

static int S_rule_number(const hhp_finding *f) {
  return hhp__message_rule(f->message);
}

static uint8_t S_group_of(const hhp_finding *f) {
  int rule = S_rule_number(f), family = rule / 100;
  if (hhp_finding_is_waived(f))
    return WAIVED;
  if (family == 4)
    return MONEY;
  if (family == 3 && rule >= 320)
    return AGREEMENTS;
  if (family == 5 || (rule >= 604 && rule <= 606))
    return TIME;
  return CONTENTS;
}

static int S_compare(const void *a, const void *b) {
  const S_entry *x = a, *y = b;
  if (x->group != y->group)
    return x->group < y->group ? -1 : 1;
  int32_t severities[] = {hhp_finding_severity(x->finding), hhp_finding_severity(y->finding)};
  if (severities[0] != severities[1])
    return severities[0] > severities[1] ? -1 : 1;
  if (x->rule != y->rule)
    return x->rule < y->rule ? -1 : 1;
  return x->place < y->place ? -1 : 1;
}

/* The findings that are listed, sorted. NULL if out of memory; the array is the caller's. */
static S_entry *S_sorted(const hhp_report *report, int32_t show, size_t *count) {
  size_t all = hhp_report_count(report);
  S_entry *entries = calloc(all == 0 ? 1 : all, sizeof(*entries));
  *count = 0;
  for (size_t i = 0; entries != NULL && i < all; i++) {
    const hhp_finding *f = hhp_report_at(report, i);
    if (hhp_finding_severity(f) >= show)
      entries[(*count)++] = (S_entry){f, S_group_of(f), S_rule_number(f), i};
  }
  if (*count > 1)
    qsort(entries, *count, sizeof(*entries), S_compare);
  return entries;
}

/* `data-line`, such as "542:20", is for a page that has the source beside the report: it can make a link of the
 * place. */
static void S_put_place(hhp__page *page, const hhp_finding *f) {
  hhp__html(page, "<p class=\"place\"");
  if (hhp_finding_line(f) != 0) {
    hhp__html(page, " data-line=\"");
    hhp__put_line_and_column(page->out, f);
    hhp__html(page, "\"");
  }
  hhp__html(page, ">");
  if (hhp_finding_line(f) != 0) {
    hhp__html_phrase(page, (hhp__phrase){"Linje ", "Line "});
    hhp__put_line_and_column(page->out, f);
    hhp__html(page, " · ");
  }
  if (hhp_finding_pointer(f)[0] == '\0') {
    hhp__html_phrase(page, (hhp__phrase){"hele planen", "the whole plan"});
  } else {
    hhp__html(page, "<code>");
    hhp__html_cut(page, hhp_finding_pointer(f), HHP__HTML_LONGEST_NAME);
    hhp__html(page, "</code>");
  }
  hhp__html(page, "</p>\n");
}

/* Tabs are written as spaces: a tab has no width of its own in a report. */
static void S_put_source(hhp__page *page, const char *text, size_t length) {
  for (size_t i = 0; i < length;) {
    const char *tab = memchr(text + i, '\t', length - i);
    size_t end = tab == NULL ? length : (size_t)(tab - text);
    hhp__html_escaped(page, text + i, end - i);
    hhp__html(page, tab != NULL ? " " : "");
    i = end + (tab != NULL);
  }
}

static size_t S_smaller(size_t a, size_t b) {
  return a < b ? a : b;
}

static size_t S_characters(const char *text, size_t length) {
  size_t count = 0;
  for (size_t i = 0; i < length; i++)
    count += ((unsigned char)text[i] & 0xc0) != 0x80;
  return count;
}

/* The source line with the place marked. Of a long line, the finding has the part around the place
 * (report/locate.c). */
static void S_put_excerpt(hhp__page *page, const hhp_finding *f) {
  const hhp__source *source = hhp__source_of(f);
  const char *excerpt = source->excerpt;
  if (source->start.line == 0)
    return;
  if (excerpt == NULL) {
    hhp__html(page, "<p class=\"note\">");
    hhp__html_phrase(page, (hhp__phrase){"Linjen er ikke gemt, fordi der er for mange bemærkninger.",
                                         "The line is not stored, since there are too many findings."});
    hhp__html(page, "</p>\n");
    return;
  }
  size_t whole = strlen(excerpt), at = S_smaller(source->excerpt_at, whole); /* shorter if the text contains NUL */
  size_t length = S_smaller(hhp_finding_length(f), whole - at);
  int is_from_start = S_characters(excerpt, at) + 1 >= hhp_finding_column(f);
  size_t from = is_from_start ? S_smaller(strspn(excerpt, " \t"), at) : 0;
  hhp__html(page, is_from_start ? "<pre><code>" : "<pre><code>…");
  S_put_source(page, excerpt + from, at - from);
  hhp__html(page, "<mark>");
  S_put_source(page, excerpt + at, length);
  hhp__html(page, length < hhp_finding_length(f) ? "…</mark>" : "</mark>");
  S_put_source(page, excerpt + at + length, whole - at - length);
  hhp__html(page, "</code></pre>\n");
}

static int S_has_kroner(const hhp_finding *f, size_t index) {
  return hhp_finding_argument_kind(f, index) == HHP_ARGUMENT_KRONER &&
         hhp_finding_argument_number(f, index) != HHP_ABSENT;
}

static void S_put_kroner(hhp__page *page, const hhp_finding *f) {
  size_t count = 0;
  for (size_t i = 0; i < hhp_finding_argument_count(f); i++)
    count += (size_t)S_has_kroner(f, i);
  if (count == 0)
    return;
  hhp__html(page, "<dl class=\"kroner\">\n");
  for (size_t i = 0; i < hhp_finding_argument_count(f); i++) {
    if (!S_has_kroner(f, i))
      continue;
    const char *name = hhp_finding_argument_name(f, i), *title = hhp_argument_title(name, page->lang);
    hhp__html(page, "<div><dt>");
    hhp__html_text(page, title != NULL ? title : name);
    hhp__html(page, "</dt><dd>");
    hhp__html_kroner(page, hhp_finding_argument_number(f, i));
    hhp__html(page, "</dd></div>\n");
  }
  hhp__html(page, "</dl>\n");
}

static void S_put_labelled(hhp__page *page, const char *class_name, hhp__phrase label, const char *text) {
  if (text != NULL && text[0] == '\0')
    return;
  hhp__html(page, "<p");
  hhp__html(page, class_name);
  hhp__html(page, "><b>");
  hhp__html_phrase(page, label);
  hhp__html(page, "</b> ");
  hhp__html_prose(page, text);
  hhp__html(page, "</p>\n");
}

static void S_put_finding(hhp__page *page, const hhp_finding *f) {
  hhp__html(page, "<li>\n<p class=\"message\">");
  hhp__html_prose(page, hhp_finding_message(f, page->lang));
  hhp__html(page, "</p>\n");
  S_put_place(page, f);
  S_put_excerpt(page, f);
  S_put_kroner(page, f);
  if (hhp_finding_is_waived(f))
    S_put_labelled(page, "", (hhp__phrase){"Begrundelse:", "Reason:"}, hhp_finding_waiver_reason(f));
  else
    S_put_labelled(page, " class=\"remedy\"", (hhp__phrase){"Afhjælpning:", "Remedy:"},
                   hhp_finding_remedy(f, page->lang));
  hhp__html(page, "</li>\n");
}

static void S_put_explanation(hhp__page *page, const hhp_rule *rule) {
  hhp__html(page, "<details><summary>");
  hhp__html_phrase(page, (hhp__phrase){"Om reglen ", "About the rule "});
  hhp__html(page, hhp_rule_id(rule));
  hhp__html(page, "</summary>\n<p>");
  hhp__html_text(page, hhp_rule_rationale(rule, page->lang));
  hhp__html(page, "</p>\n");
  S_put_labelled(page, "", (hhp__phrase){"Afhjælpning:", "Remedy:"}, hhp_rule_remedy(rule, page->lang));
  S_put_labelled(page, "", (hhp__phrase){"Kilde:", "Source:"}, hhp_rule_source(rule, page->lang));
  hhp__html(page, "</details>\n");
}

static void S_put_rule_heading(hhp__page *page, const hhp_finding *f, const hhp_rule *rule, size_t count) {
  const char *severity = hhp_severity_name(hhp_finding_severity(f));
  hhp__html(page, "<article class=\"rule ");
  hhp__html(page, severity);
  hhp__html(page, "\">\n<h");
  hhp__html_number(page, page->level + 3);
  hhp__html(page, "><span class=\"badge ");
  hhp__html(page, severity);
  hhp__html(page, "\">");
  hhp__html(page, hhp__severity_word(hhp_finding_severity(f), page->lang));
  hhp__html(page, "</span> ");
  hhp__html_text(page, hhp_rule_title(rule, page->lang));
  if (count > 1) {
    hhp__html(page, " (");
    hhp__html_count(page, (int64_t)count);
    hhp__html(page, ")");
  }
  hhp__html(page, " <span class=\"rid\">");
  hhp__html(page, hhp_rule_id(rule));
  hhp__html(page, " ");
  hhp__html(page, hhp_rule_slug(rule));
  hhp__html(page, "</span></h");
  hhp__html_number(page, page->level + 3);
  hhp__html(page, ">\n");
}

static void S_put_list(hhp__page *page, const S_entry *entries, size_t from, size_t to) {
  hhp__html(page, "<ol>\n");
  for (size_t i = from; i < to && !page->out->failed; i++)
    S_put_finding(page, entries[i].finding);
  hhp__html(page, "</ol>\n");
}

/* The findings of a rule beyond the first ones, folded. */
static void S_put_more(hhp__page *page, const S_entry *entries, size_t from, size_t to) {
  if (from >= to)
    return;
  hhp__html(page, "<details><summary>");
  hhp__html_phrase(page, (hhp__phrase){"Vis flere: ", "Show more: "});
  hhp__html_count(page, (int64_t)(to - from));
  hhp__html(page, "</summary>\n");
  S_put_list(page, entries, from, to);
  hhp__html(page, "</details>\n");
}

/* Entries of one rule, severity and group. */
static void S_put_rule(hhp__page *page, const S_entry *entries, size_t count) {
  const hhp_rule *rule = hhp_rule_find(hhp_finding_rule(entries[0].finding));
  size_t shown = S_smaller(count, MOST_OF_RULE), unfolded = S_smaller(count, MOST_UNFOLDED);
  S_put_rule_heading(page, entries[0].finding, rule, count);
  S_put_list(page, entries, 0, unfolded);
  S_put_more(page, entries, unfolded, shown);
  hhp__html_left_out(page,
                     (hhp__phrase){"Flere bemærkninger af samme slags, som ikke er vist: ",
                                   "More findings of the same kind, not shown: "},
                     count - shown);
  S_put_explanation(page, rule);
  hhp__html(page, "</article>\n");
}

static int S_is_same_rule(const S_entry *a, const S_entry *b) {
  return a->group == b->group && a->rule == b->rule &&
         hhp_finding_severity(a->finding) == hhp_finding_severity(b->finding);
}

static void S_put_group(hhp__page *page, const S_entry *entries, size_t count) {
  const S_group *group = &S_groups[entries[0].group];
  hhp__html_heading(page, 2, group->id, group->title);
  for (size_t i = 0; i < count;) {
    size_t end = i + 1;
    while (end < count && S_is_same_rule(&entries[i], &entries[end]))
      end++;
    S_put_rule(page, entries + i, end - i);
    i = end;
  }
}

static void S_put_entries(hhp__page *page, const S_entry *entries, size_t count) {
  for (size_t i = 0; i < count;) {
    size_t end = i + 1;
    while (end < count && entries[end].group == entries[i].group)
      end++;
    S_put_group(page, entries + i, end - i);
    i = end;
  }
}

void hhp__html_findings(hhp__page *page, const hhp_report *report) {
  size_t count;
  hhp__counts counts = {0};
  S_entry *entries = S_sorted(report, page->options->show, &count);
  if (entries == NULL) {
    page->out->failed = 1;
    return;
  }
  hhp__count_report(&counts, report);
  hhp__html_section(page, "findings",
                    count > 0 ? (hhp__phrase){"Bemærkninger: det skal der gøres", "Findings: what has to be done"}
                              : (hhp__phrase){"Bemærkninger", "Findings"});
  hhp__html(page, "<p>");
  hhp__put_counts(page->out, &counts, page->options);
  hhp__html(page, ".</p>\n");
  if (!hhp_report_is_complete(report)) {
    hhp__html(page, "<p class=\"warn\"><b>");
    hhp__html_phrase(page, (hhp__phrase){"Kontrollen er ikke fuldstændig:", "The check is incomplete:"});
    hhp__html(page, "</b> ");
    hhp__html_phrase(page, hhp__incomplete_reason(hhp__report_is_unchecked(report)));
    hhp__html(page, "</p>\n");
  }
  hhp__html_left_out(page,
                     (hhp__phrase){"Bemærkninger, der er talt med, men ikke gemt, fordi der er for mange: ",
                                   "Findings that are counted but not stored, since there are too many: "},
                     counts.omitted);
  S_put_entries(page, entries, count);
  hhp__html_section_end(page);
  free(entries);
}
