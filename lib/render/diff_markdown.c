/* Diffs as Markdown, for a comment on a change: headings and tables, with all text of the plans inert. */
#include <string.h>

#include "render/diff_words.h"
#include "render/markdown.h"

/* GitHub's comments hold 65,536 characters; the rest is for the longest row and the end. */
enum { LONGEST = 52000, LONGEST_TEXT = 120 };

static void S_put_truncated(hhp__buffer *out, const char *text, const char *other, int32_t lang) {
  hhp__buffer shown = {0};
  hhp__put_distinguished(&shown, text, strlen(text), other, lang);
  hhp__put(&shown, "", 0);
  out->failed |= shown.failed;
  if (!shown.failed)
    hhp__put_markdown_cut(out, shown.text, LONGEST_TEXT);
  hhp__buffer_free(&shown);
}

static void S_put_plan(hhp__buffer *out, const hhp_diff *diff, int side, int32_t lang) {
  static const hhp__phrase words[HHP__SIDES] = {{"- **Før:** ", "- **Before:** "}, {"- **Efter:** ", "- **After:** "}};
  const char *path = diff->paths[side], *title = diff->sides[side].title;
  if (path == NULL && title == NULL)
    return;
  hhp__put_phrase(out, words[side], lang);
  if (title != NULL)
    S_put_truncated(out, title, diff->sides[!side].title, lang);
  if (path != NULL) {
    hhp__puts(out, title != NULL ? " — " : "");
    S_put_truncated(out, path, diff->paths[!side], lang);
  }
  hhp__putc(out, '\n');
}

static void S_put_money(hhp__buffer *out, const hhp_diff *diff, int32_t lang) {
  hhp__money_row rows[HHP__MONEY_ROWS];
  int count = hhp__money_rows(diff, lang, rows);
  if (count < 0)
    hhp__put_phrase(out,
                    (hhp__phrase){"\nBeløbene er for store til at kunne lægges sammen.\n",
                                  "\nThe amounts are too large to be added up.\n"},
                    lang);
  if (count <= 0)
    return;
  hhp__put_phrase(out,
                  (hhp__phrase){"\n| Penge | Før | Efter | Forskel |\n|---|---:|---:|---:|\n",
                                "\n| Money | Before | After | Difference |\n|---|---:|---:|---:|\n"},
                  lang);
  for (int i = 0; i < count; i++) {
    const char *const cells[] = {rows[i].label, rows[i].value[HHP__BEFORE], rows[i].value[HHP__AFTER],
                                 rows[i].difference};
    for (size_t k = 0; k < sizeof(cells) / sizeof(cells[0]); k++) {
      hhp__puts(out, "| ");
      hhp__puts(out, cells[k]);
      hhp__putc(out, ' ');
    }
    hhp__puts(out, "|\n");
  }
}

static void S_put_heading(hhp__buffer *out, uint8_t section, int32_t lang) {
  hhp__puts(out, "\n#### ");
  hhp__put_phrase(out, hhp__sections[section].title, lang);
  hhp__put_phrase(out,
                  (hhp__phrase){"\n\n| | Hvad | Felt | Før | Efter | Forskel |\n|---|---|---|---|---|---:|\n",
                                "\n\n| | What | Field | Before | After | Difference |\n"
                                "|---|---|---|---|---|---:|\n"},
                  lang);
}

static void S_put_what(hhp__buffer *out, const hhp_change *change, int32_t lang) {
  const hhp__subject *top = hhp__section_subject(change);
  if (top->outer == NULL || !hhp__is_list_of_objects(top->field))
    return;
  hhp__buffer name = {0};
  hhp__put_subject_name(&name, change, lang);
  hhp__put(&name, "", 0);
  out->failed |= name.failed;
  if (!name.failed)
    hhp__put_markdown(out, name.text);
  if (top->id != NULL) {
    hhp__puts(out, name.length > 0 ? " \\(" : "");
    hhp__put_markdown(out, top->id);
    hhp__puts(out, name.length > 0 ? "\\)" : "");
  }
  hhp__buffer_free(&name);
}

/* What is not a whole entity is a change of the entity that the row names. */
static void S_put_kind(hhp__buffer *out, const hhp_change *change, int32_t lang) {
  int is_reordered = change->kind == HHP_CHANGE_REORDERED;
  int32_t kind = hhp__is_whole_change(change) || is_reordered ? change->kind : HHP_CHANGE_CHANGED;
  hhp__puts(out, hhp__kind_word(kind, lang));
}

static void S_put_value(hhp__buffer *out, const hhp_change *change, int side, int32_t lang) {
  hhp__buffer words = {0};
  if (change->text[side] == NULL && change->member != NULL && !hhp__is_element_change(change))
    hhp__put_phrase(out, (hhp__phrase){"ikke oplyst", "not stated"}, lang);
  hhp__put_change_value(&words, change, side, lang, LONGEST_TEXT);
  out->failed |= words.failed;
  if (!words.failed && words.text != NULL)
    hhp__put_markdown(out, words.text);
  hhp__buffer_free(&words);
}

static void S_put_field(hhp__buffer *out, const hhp_change *change, int32_t lang) {
  hhp__buffer path = {0};
  hhp__put_change_location(&path, change, lang);
  out->failed |= path.failed;
  if (!path.failed && path.text != NULL)
    hhp__put_markdown(out, path.text);
  hhp__buffer_free(&path);
  if (change->member == NULL && !hhp__is_whole_change(change)) {
    hhp__puts(out, ": ");
    hhp__puts(out, hhp__kind_word(change->kind, lang));
  }
  if (change->field == NULL)
    return;
  hhp__puts(out, " — ");
  hhp__put_meaning(out, change->field, lang);
}

static void S_put_row(hhp__buffer *out, const hhp_change *change, int32_t lang) {
  char amount[HHP__AMOUNT_SIZE];
  int64_t kroner;
  hhp__puts(out, "| ");
  S_put_kind(out, change, lang);
  hhp__puts(out, " | ");
  S_put_what(out, change, lang);
  hhp__puts(out, " | ");
  S_put_field(out, change, lang);
  for (int side = 0; side < HHP__SIDES; side++) {
    hhp__puts(out, " | ");
    S_put_value(out, change, side, lang);
  }
  hhp__puts(out, " | ");
  if (hhp_change_difference(change, &kroner) == HHP_OK)
    hhp__puts(out, hhp__write_signed(kroner, lang, amount));
  hhp__puts(out, " |\n");
}

static void S_put_changes(hhp__buffer *out, const hhp_diff *diff, int32_t lang) {
  const hhp_change *last = NULL;
  uint32_t i = 0;
  for (; i < diff->changes.count && !out->failed && out->length < LONGEST; i++) {
    const hhp_change *change = diff->changes.items[i];
    if (last == NULL || last->subject->section != change->subject->section)
      S_put_heading(out, change->subject->section, lang);
    S_put_row(out, change, lang);
    last = change;
  }
  if (i == diff->changes.count)
    return;
  hhp__put_phrase(out, (hhp__phrase){"\nIkke vist: ", "\nNot shown: "}, lang);
  hhp__put_number(out, (int64_t)(diff->changes.count - i));
  hhp__put_phrase(out,
                  (hhp__phrase){". Der er for mange til en kommentar; »helhedsplan diff« viser dem alle.\n",
                                ". They are too many for a comment; “helhedsplan diff” shows them all.\n"},
                  lang);
}

void hhp__diff_markdown(hhp__buffer *out, const hhp_diff *diff, int32_t lang) {
  hhp__put_phrase(out, (hhp__phrase){"### Forskelle i helhedsplanen\n\n", "### Differences in the plan\n\n"}, lang);
  S_put_plan(out, diff, HHP__BEFORE, lang);
  S_put_plan(out, diff, HHP__AFTER, lang);
  if (diff->changes.count == 0) {
    hhp__put_phrase(out, (hhp__phrase){"\nIngen forskelle.\n", "\nNo differences.\n"}, lang);
    return;
  }
  S_put_money(out, diff, lang);
  S_put_changes(out, diff, lang);
  hhp__putc(out, '\n');
  hhp__put_count(out, diff, lang);
  hhp__putc(out, '\n');
}
