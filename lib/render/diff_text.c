/* Diffs as text: money first, then the changes by section. Text of the plans is escaped. */
#include <string.h>

#include "base/safe.h"
#include "base/utf8.h"
#include "base/wrap.h"
#include "render/diff_words.h"

enum { SIDE = 8, ITEM = 2, WORD = 10, FIELD = 4, VALUE = 6, LONGEST_INLINE = 60, LONGEST_TEXT = 220 };

/* Appends a line, wrapped, and frees it. Returns the column where it ends. */
static size_t S_put_wrapped(hhp__buffer *out, hhp__buffer *line, size_t column, hhp__margins margins) {
  if (line->failed)
    out->failed = 1;
  else
    column = hhp__put_wrapped(out, line->text == NULL ? "" : line->text, column, margins);
  hhp__buffer_free(line);
  return column;
}

static void S_put_line(hhp__buffer *out, hhp__buffer *line, size_t column, size_t indent) {
  S_put_wrapped(out, line, column, (hhp__margins){indent, HHP__SCREEN, 0});
  hhp__putc(out, '\n');
}

/* A title may be of any length, so it is truncated. */
static void S_put_title(hhp__buffer *line, const char *title, const char *other, int32_t lang) {
  hhp__buffer shown = {0};
  const char *end = hhp__utf8_skip(title, LONGEST_TEXT);
  hhp__put_distinguished(&shown, title, (size_t)(end - title), other, lang);
  hhp__puts(&shown, *end != '\0' ? "…" : "");
  line->failed |= shown.failed;
  if (!shown.failed)
    hhp__put_safe_to_wrap(line, shown.text);
  hhp__buffer_free(&shown);
}

static void S_put_plan(hhp__buffer *out, const hhp_diff *diff, int side, int32_t lang) {
  static const hhp__phrase words[HHP__SIDES] = {{"Før", "Before"}, {"Efter", "After"}};
  const char *word = hhp__in_lang(words[side], lang);
  const char *const lines[] = {diff->paths[side], diff->sides[side].title};
  const char *const others[] = {diff->paths[!side], diff->sides[!side].title};
  for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++) {
    hhp__buffer line = {0};
    if (lines[i] == NULL)
      continue;
    S_put_title(&line, lines[i], others[i], lang);
    hhp__put_left(out, word, SIDE);
    S_put_line(out, &line, SIDE, SIDE);
    word = "";
  }
}

static void S_put_rows(hhp__buffer *out, const hhp__money_row *rows, int count, int32_t lang) {
  const char *const heads[] = {
      hhp__in_lang((hhp__phrase){"Penge", "Money"}, lang), hhp__in_lang((hhp__phrase){"Før", "Before"}, lang),
      hhp__in_lang((hhp__phrase){"Efter", "After"}, lang), hhp__in_lang((hhp__phrase){"Forskel", "Difference"}, lang)};
  size_t widths[4] = {0};
  for (size_t i = 0; i < 4; i++)
    widths[i] = hhp__widest(0, heads[i]);
  for (int i = 0; i < count; i++) {
    widths[0] = hhp__widest(widths[0], rows[i].label);
    widths[1] = hhp__widest(widths[1], rows[i].value[HHP__BEFORE]);
    widths[2] = hhp__widest(widths[2], rows[i].value[HHP__AFTER]);
    widths[3] = hhp__widest(widths[3], rows[i].difference);
  }
  for (int i = -1; i < count; i++) {
    hhp__put_times(out, ' ', i < 0 ? 0 : ITEM);
    hhp__put_left(out, i < 0 ? heads[0] : rows[i].label, widths[0] + (i < 0 ? ITEM : 0) + 2);
    hhp__put_right(out, i < 0 ? heads[1] : rows[i].value[HHP__BEFORE], widths[1]);
    hhp__put_right(out, i < 0 ? heads[2] : rows[i].value[HHP__AFTER], widths[2] + 2);
    hhp__put_right(out, i < 0 ? heads[3] : rows[i].difference, widths[3] + 2);
    hhp__putc(out, '\n');
  }
}

static void S_put_money(hhp__buffer *out, const hhp_diff *diff, int32_t lang) {
  hhp__money_row rows[HHP__MONEY_ROWS];
  int count = hhp__money_rows(diff, lang, rows);
  if (count == 0)
    return;
  hhp__putc(out, '\n');
  if (count > 0)
    S_put_rows(out, rows, count, lang);
  else
    hhp__put_phrase(out,
                    (hhp__phrase){"Beløbene er for store til at kunne lægges sammen.\n",
                                  "The amounts are too large to be added up.\n"},
                    lang);
}

/* Appends the value of one side to a line, quoted if it is running text. */
static void S_put_value(hhp__buffer *line, const hhp_change *change, int side, int32_t lang) {
  hhp__buffer words = {0};
  int is_prose = hhp__is_prose(change);
  hhp__put_change_value(&words, change, side, lang, LONGEST_TEXT);
  line->failed |= words.failed;
  if (change->text[side] == NULL) {
    hhp__put_phrase(line, (hhp__phrase){"ikke oplyst", "not stated"}, lang);
  } else if (change->kroner[side] != HHP_ABSENT && !words.failed) {
    hhp__puts(line, words.text);
  } else if (!words.failed) {
    hhp__puts(line, !is_prose ? "" : hhp__in_lang((hhp__phrase){"»", "“"}, lang));
    hhp__put_safe_to_wrap(line, words.text == NULL ? "" : words.text);
    hhp__puts(line, !is_prose ? "" : hhp__in_lang((hhp__phrase){"«", "”"}, lang));
  }
  hhp__buffer_free(&words);
}

static void S_put_difference(hhp__buffer *line, const hhp_change *change, int32_t lang) {
  char amount[HHP__AMOUNT_SIZE];
  int64_t kroner;
  if (hhp_change_difference(change, &kroner) != HHP_OK)
    return;
  hhp__puts(line, HHP__NO_BREAK "(");
  hhp__puts(line, hhp__write_signed(kroner, lang, amount));
  hhp__putc(line, ')');
}

/* Amounts before and after stay on one line. */
static void S_put_both(hhp__buffer *line, const hhp_change *change, int32_t lang) {
  int is_money = change->kind == HHP_CHANGE_MOVED;
  S_put_value(line, change, HHP__BEFORE, lang);
  hhp__puts(line, is_money ? HHP__NO_BREAK "→" HHP__NO_BREAK : " → ");
  S_put_value(line, change, HHP__AFTER, lang);
  S_put_difference(line, change, lang);
}

static void S_put_side_value(hhp__buffer *out, const hhp_change *change, int side, int32_t lang) {
  static const hhp__phrase words[HHP__SIDES] = {{"før", "before"}, {"efter", "after"}};
  hhp__buffer line = {0};
  hhp__put_times(out, ' ', VALUE);
  hhp__put_left(out, hhp__in_lang(words[side], lang), SIDE);
  S_put_value(&line, change, side, lang);
  S_put_line(out, &line, VALUE + SIDE, VALUE + SIDE);
}

/* Whether both values fit on one line, approximately. */
static int S_is_short(const hhp_change *change) {
  size_t characters = 0;
  for (int side = 0; side < HHP__SIDES; side++)
    characters += change->text[side] == NULL ? 0 : hhp__utf8_count(change->text[side], strlen(change->text[side]));
  return characters <= LONGEST_INLINE;
}

/* The location of the change inside its entity, and the meaning of the field unless the line before had it. */
static void S_put_location(hhp__buffer *line, const hhp_change *change, const hhp_change *last, int32_t lang) {
  hhp__buffer path = {0};
  hhp__put_change_location(&path, change, lang);
  line->failed |= path.failed;
  if (!path.failed)
    hhp__put_safe_to_wrap(line, path.text);
  hhp__buffer_free(&path);
  int is_repeated = last != NULL && last->subject == change->subject && last->field == change->field;
  if (change->field != NULL && !is_repeated) {
    hhp__puts(line, " (");
    hhp__put_meaning(line, change->field, lang);
    hhp__putc(line, ')');
  }
  hhp__puts(line, ":");
}

static void S_put_change(hhp__buffer *out, const hhp_change *change, const hhp_change *last, int32_t lang) {
  hhp__buffer line = {0};
  S_put_location(&line, change, last, lang);
  int is_whole = change->member == NULL;
  int is_below = !is_whole && !hhp__is_element_change(change) && !S_is_short(change);
  if (is_whole || hhp__is_element_change(change)) {
    hhp__putc(&line, ' ');
    hhp__puts(&line, hhp__kind_word(change->kind, lang));
    if (!is_whole && change->kind != HHP_CHANGE_REORDERED) {
      hhp__putc(&line, ' ');
      S_put_value(&line, change, change->text[HHP__AFTER] != NULL, lang);
    }
  } else if (!is_below) {
    hhp__putc(&line, ' ');
    S_put_both(&line, change, lang);
  }
  hhp__put_times(out, ' ', FIELD);
  S_put_line(out, &line, FIELD, VALUE);
  if (!is_below)
    return;
  S_put_side_value(out, change, HHP__BEFORE, lang);
  S_put_side_value(out, change, HHP__AFTER, lang);
}

static void S_put_name(hhp__buffer *line, const hhp_change *change, int32_t lang) {
  const hhp__subject *top = hhp__section_subject(change);
  hhp__buffer name = {0};
  hhp__put_subject_name(&name, change, lang);
  hhp__put(&name, "", 0);
  line->failed |= name.failed;
  if (!name.failed)
    hhp__put_safe_to_wrap(line, name.text);
  if (top->id != NULL) {
    hhp__puts(line, name.length > 0 ? " (" : "");
    hhp__puts(line, top->id);
    hhp__puts(line, name.length > 0 ? ")" : "");
  }
  hhp__buffer_free(&name);
}

/* An added or removed entity, with its amount right-aligned. */
static void S_put_whole(hhp__buffer *out, hhp__buffer *line, const hhp_change *change, int32_t lang) {
  enum { AMOUNTS = 60 };
  char amount[HHP__AMOUNT_SIZE];
  int64_t kroner;
  int has_amount = hhp_change_difference(change, &kroner) == HHP_OK;
  size_t column =
      S_put_wrapped(out, line, ITEM + WORD, (hhp__margins){ITEM + WORD, has_amount ? AMOUNTS : HHP__SCREEN, 0});
  if (has_amount)
    hhp__put_right(out, hhp__write_signed(kroner, lang, amount), HHP__SCREEN - column);
  hhp__putc(out, '\n');
}

/* An entity by name and id, with the amounts before and after if only they changed. */
static void S_put_item(hhp__buffer *out, const hhp_change *change, int32_t lang) {
  int is_whole = hhp__is_whole_change(change);
  hhp__buffer line = {0};
  hhp__put_times(out, ' ', ITEM);
  hhp__put_left(out, hhp__kind_word(is_whole ? change->kind : HHP_CHANGE_CHANGED, lang), WORD);
  S_put_name(&line, change, lang);
  if (is_whole) {
    S_put_whole(out, &line, change, lang);
    return;
  }
  if (hhp__is_amount_change(change)) {
    hhp__puts(&line, ": ");
    S_put_both(&line, change, lang);
  }
  S_put_line(out, &line, ITEM + WORD, ITEM + WORD);
}

/* An entity that occurs once in a plan needs no name. */
static int S_is_single(const hhp__subject *top) {
  return top->outer == NULL || !hhp__is_list_of_objects(top->field);
}

static void S_put_changes(hhp__buffer *out, const hhp_diff *diff, int32_t lang) {
  const hhp_change *last = NULL;
  for (uint32_t i = 0; i < diff->changes.count && !out->failed; i++) {
    const hhp_change *change = diff->changes.items[i];
    const hhp__subject *top = hhp__section_subject(change);
    if (last == NULL || last->subject->section != change->subject->section) {
      hhp__putc(out, '\n');
      hhp__put_phrase(out, hhp__sections[change->subject->section].title, lang);
      hhp__putc(out, '\n');
    }
    int is_new = last == NULL || hhp__section_subject(last) != top;
    int is_reported = hhp__is_whole_change(change);
    if (is_new && !S_is_single(top)) {
      S_put_item(out, change, lang);
      is_reported |= hhp__is_amount_change(change);
    }
    if (!is_reported)
      S_put_change(out, change, last, lang);
    last = change;
  }
}

void hhp__diff_text(hhp__buffer *out, const hhp_diff *diff, int32_t lang) {
  if (diff->changes.count == 0) {
    hhp__put_phrase(out, (hhp__phrase){"Ingen forskelle.\n", "No differences.\n"}, lang);
    return;
  }
  S_put_plan(out, diff, HHP__BEFORE, lang);
  S_put_plan(out, diff, HHP__AFTER, lang);
  S_put_money(out, diff, lang);
  S_put_changes(out, diff, lang);
  hhp__putc(out, '\n');
  hhp__buffer line = {0};
  hhp__put_count(&line, diff, lang);
  S_put_line(out, &line, 0, 0);
}
