/* HP116: placeholder texts. Such a note usually is a line of its own, so each line is checked by itself; words
 * within a sentence count only if they can mean nothing else. */
#include <string.h>

#include "base/characters.h"
#include "base/fold.h"
#include "base/plain.h"
#include "base/scan.h"
#include "base/utf8.h"
#include "rules/context.h"

/* A part of a text. */
typedef struct {
  const char *start;
  const char *end;
} S_part;

/* How notes to the writer begin: `helhedsplan init` writes the first two. How all of these begin, and what they
 * contain, is known to hhp__may_begin_note() and hhp__read_string() too. */
static const char *const S_marks[] = {"udfyld:", "fill in:", "todo:", "to do:", "fixme:", "tbd:"};

/* Lines that are only a note. */
static const char *const S_notes[] = {"todo",
                                      "to do",
                                      "tbd",
                                      "tba",
                                      "fixme",
                                      "udfyldes",
                                      "skal udfyldes",
                                      "udfyldes senere",
                                      "skrives senere",
                                      "indsæt tekst",
                                      "indsæt tekst her",
                                      "placeholder",
                                      "pladsholder",
                                      "to be filled in",
                                      "to be written",
                                      "insert text",
                                      "insert text here"};

/* The same if a question mark follows, as in "Inputs ?" of the Vollsmose plan. */
static const char *const S_questions[] = {"input", "inputs"};

/* Notes only in capitals: the Danish "todo-liste" is not one. */
static const char *const S_words[] = {"TODO", "FIXME", "TBD"};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static uint32_t S_first_character(S_part part) {
  return hhp__utf8_read(part.start, hhp__utf8_length(part.start, (size_t)(part.end - part.start)));
}

static size_t S_first_character_length(S_part part) {
  return hhp__utf8_step(hhp__utf8_length(part.start, (size_t)(part.end - part.start)));
}

static const char *S_last_start(S_part part) {
  const char *last = part.end - 1;
  while (last > part.start && ((unsigned char)*last & 0xc0) == 0x80)
    last--;
  return last;
}

/* Blanks, invisible characters and punctuation. */
static int S_is_filler(uint32_t c) {
  static const uint32_t marks[] = {0xa1,   0xab,   0xb7,   0xbb,   0xbf,   0x2010, 0x2011,
                                   0x2012, 0x2013, 0x2014, 0x2015, 0x2018, 0x2019, 0x201a,
                                   0x201c, 0x201d, 0x201e, 0x2022, 0x2026, 0x203a, 0x2039};
  if (c < 0x80)
    return !hhp__is_alphanumeric((char)c);
  if (c >= 0xc0 && c < 0x300) /* no filler among these, mostly letters */
    return 0;
  for (size_t i = 0; i < COUNT(marks); i++) {
    if (marks[i] == c)
      return 1;
  }
  return hhp__is_blank(c) || hhp__is_control(c);
}

static S_part S_trimmed(S_part part) {
  while (part.start < part.end && S_is_filler(S_first_character(part)))
    part.start += S_first_character_length(part);
  while (part.start < part.end && S_is_filler(S_first_character((S_part){S_last_start(part), part.end})))
    part.end = S_last_start(part);
  return part;
}

/* The position after those words, in any case and with any blanks between them; NULL if the part begins differently. */
static const char *S_skip_words(S_part part, const char *words) {
  for (; *words != '\0'; words++) {
    if (*words == ' ') {
      const char *start = part.start;
      while (part.start < part.end && hhp__is_blank(S_first_character(part)))
        part.start += S_first_character_length(part);
      if (part.start == start)
        return NULL;
      continue;
    }
    if (part.start == part.end || hhp__lower_ascii(*part.start) != *words)
      return NULL;
    part.start++;
  }
  return part.start;
}

/* Both compare the first letter themselves, which is almost always a different one. */
static int S_is_one_of(S_part part, const char *const *words, size_t count) {
  for (size_t i = 0; i < count; i++) {
    if (hhp__lower_ascii(*part.start) == *words[i] && S_skip_words(part, words[i]) == part.end)
      return 1;
  }
  return 0;
}

static int S_has_mark(S_part part) {
  for (size_t i = 0; i < COUNT(S_marks); i++) {
    if (hhp__lower_ascii(*part.start) == *S_marks[i] && S_skip_words(part, S_marks[i]) != NULL)
      return 1;
  }
  return 0;
}

/* Only x, at least twice, and fillers: "xx", "xx.xx.xxxx". */
static int S_is_crossed_out(S_part part) {
  size_t crosses = 0;
  for (; part.start < part.end; part.start += S_first_character_length(part)) {
    uint32_t c = S_first_character(part);
    if (c != 'x' && c != 'X' && !S_is_filler(c))
      return 0;
    crosses += c == 'x' || c == 'X';
  }
  return crosses >= 2;
}

static int S_is_note(S_part line) {
  S_part core = S_trimmed(line);
  if (core.start == core.end)
    return 0;
  if (S_has_mark((S_part){core.start, line.end}) || S_is_one_of(core, S_notes, COUNT(S_notes)) ||
      S_is_crossed_out(core))
    return 1;
  int is_question = memchr(core.end, '?', (size_t)(line.end - core.end)) != NULL;
  return is_question && S_is_one_of(core, S_questions, COUNT(S_questions));
}

static int S_is_of_word(uint32_t c) {
  return hhp__is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

/* The leading letters, digits, hyphens and underscores of the part; may be empty. */
static S_part S_first_word(S_part part) {
  S_part word = {part.start, part.start};
  for (S_part rest = part; rest.start < rest.end; word.end = rest.start) {
    if (!S_is_of_word(S_first_character(rest)))
      break;
    rest.start += S_first_character_length(rest);
  }
  return word;
}

static int S_is_word_to_do(S_part word) {
  for (size_t i = 0; i < COUNT(S_words); i++) {
    if ((size_t)(word.end - word.start) == strlen(S_words[i]) &&
        memcmp(word.start, S_words[i], strlen(S_words[i])) == 0)
      return 1;
  }
  return 0;
}

/* "xxx" or longer, which is not a word in Danish or English. */
static int S_is_word_of_crosses(S_part word) {
  enum { FEWEST = 3 };
  if (word.end - word.start < FEWEST)
    return 0;
  for (const char *p = word.start; p < word.end; p++) {
    if (hhp__lower_ascii(*p) != 'x')
      return 0;
  }
  return 1;
}

/* Whether some word of the line can only be a note, or the line contains "lorem ipsum". */
static int S_has_note(S_part line) {
  const char *p = line.start;
  for (p = hhp__skip_to_note(p, line.end); p < line.end; p = hhp__skip_to_note(p + 1, line.end)) {
    S_part rest = {p, line.end};
    if (p > line.start && S_is_of_word(hhp__utf8_last(line.start, (size_t)(p - line.start))))
      continue;
    S_part word = S_first_word(rest);
    if (S_is_word_to_do(word) || S_is_word_of_crosses(word) || S_skip_words(rest, "lorem ipsum") != NULL)
      return 1;
  }
  return 0;
}

/* A text that a plan has to have (HP104) can only be written. */
static void S_report_placeholder(hhp__check *check, hhp__spot spot, S_part what) {
  hhp__message message = spot.field->is_required ? HHP__M_PLACEHOLDER_REQUIRED : HHP__M_PLACEHOLDER;
  hhp_finding *finding = hhp__find_at(check, message, spot);
  hhp__arg_text(finding, "member", spot.field->json, spot.field->json_length);
  hhp__arg_text(finding, "value", what.start, (size_t)(what.end - what.start));
}

/* Dots, dashes or a question mark in place of a text; HP104 reports an empty one. */
static int S_is_filler_alone(S_part text) {
  S_part core = S_trimmed(text);
  return core.start == core.end && !hhp__is_blank_text(text.start);
}

/* Addresses, rule ids and pointers, which are for programs and contain no notes. */
static int S_is_for_programs(const hhp__field *field) {
  return field == HHP__FIELD(plan, schema) || field == HHP__FIELD(waiver, rule) || field == HHP__FIELD(waiver, target);
}

static void S_check_text(hhp__check *check, hhp__spot spot, const char *text) {
  S_part rest = {text, text + strlen(text)};
  if (S_is_for_programs(spot.field))
    return;
  if (hhp__begins_plainly(rest.start, (size_t)(rest.end - rest.start)) &&
      hhp__skip_to_note(rest.start, rest.end) == rest.end)
    return; /* one line, as most texts are */
  if (S_is_filler_alone(rest)) {
    S_report_placeholder(check, spot, rest);
    return;
  }
  while (rest.start < rest.end) {
    const char *feed = memchr(rest.start, '\n', (size_t)(rest.end - rest.start));
    S_part line = {rest.start, feed == NULL ? rest.end : feed};
    if (S_is_note(line) || S_has_note(line)) {
      S_report_placeholder(check, spot, line);
      return;
    }
    rest.start = feed == NULL ? rest.end : feed + 1;
  }
}

void hhp__rule_placeholder_text(hhp__check *check) {
  if (hhp__is_on(check, HHP__M_PLACEHOLDER))
    hhp__each_unusual_text(check, S_check_text);
}
