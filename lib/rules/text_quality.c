/* HP111: artefacts of copying from a PDF or slide: control characters, words hyphenated at line ends, leading and
 * trailing blanks. A suspended hyphen ("fritids- og studiejob", "før- under- og efter") is correct Danish and is not
 * reported. */
#include <string.h>

#include "base/characters.h"
#include "base/fold.h"
#include "base/scan.h"
#include "base/utf8.h"
#include "rules/context.h"

enum { LONGEST_HALF = 60 }; /* bytes of a broken word that are reported before its hyphen */

/* What may follow a suspended hyphen, folded: conjunctions, and the beginnings of abbreviations ("m.fl.", "o.l."). */
static const char *const S_followers[] = {
    "og",           "eller", "samt", "til",  "men",     "hhv",    "resp",     "respektive",
    "saavel",       "som",   "end",  "ikke", "kontra",  "contra", "versus",   "vs",
    "plus",         "mv",    "m",    "mm",   "osv",     "o",      "el",       "evt",
    "eventuelt",    "ift",   "i",    "frem", "fremfor", "dvs",    "herunder", "inkl",
    "hverken",      "baade", "fx",   "f",    "and",     "or",     "to",       "than",
    "as",           "but",   "nor",  "not",  "if",      "via",    "through",  "rather",
    "respectively", "etc",   "und",  "och"};

/* An iterator over the code points of a text. */
typedef struct {
  const char *next;
  const char *end;
} S_walk;

static uint32_t S_step(S_walk *walk) {
  size_t length = hhp__utf8_length(walk->next, (size_t)(walk->end - walk->next));
  uint32_t c = hhp__utf8_read(walk->next, length);
  walk->next += hhp__utf8_step(length);
  return c;
}

/* Passes characters that are neither reported nor a hyphen. Sets *before to the last one, if there are any. */
static void S_pass_prose(S_walk *walk, uint32_t *before) {
  const char *start = walk->next;
  walk->next = hhp__skip_prose(start, walk->end);
  if (walk->next > start)
    *before = hhp__utf8_last(start, (size_t)(walk->next - start));
}

static uint32_t S_peek(S_walk walk) {
  return walk.next < walk.end ? S_step(&walk) : 0;
}

static void S_skip(S_walk *walk, int (*is_one)(uint32_t code_point)) {
  while (walk->next < walk->end && is_one(S_peek(*walk)))
    S_step(walk);
}

static int S_is_follower(hhp__check *check, const char *word, size_t length) {
  char buffer[32];
  if (length >= sizeof(buffer))
    return 0;
  memcpy(buffer, word, length);
  buffer[length] = '\0';
  hhp__buffer folded = {0};
  hhp__fold(&folded, buffer);
  int found = 0;
  for (size_t i = 0; !folded.failed && i < sizeof(S_followers) / sizeof(S_followers[0]); i++) {
    if (strlen(S_followers[i]) == folded.length && memcmp(S_followers[i], folded.text, folded.length) == 0)
      found = 1;
  }
  if (folded.failed)
    hhp__out_of_memory(check);
  hhp__buffer_free(&folded);
  return found;
}

static int S_is_hyphen(uint32_t c) {
  return c == '-' || c == 0x2010 || c == 0x2011;
}

/* Whether a suspended hyphen follows: one that no letter follows. */
static int S_is_suspended(S_walk walk) {
  return walk.next < walk.end && S_is_hyphen(S_step(&walk)) && !hhp__is_letter(S_peek(walk));
}

/* Whether the hyphen just passed, after a letter, broke a word: blanks follow, and then the rest of the word. */
static int S_is_broken_here(hhp__check *check, S_walk *walk) {
  if (!hhp__is_blank(S_peek(*walk)))
    return 0;
  S_skip(walk, hhp__is_blank);
  const char *word = walk->next;
  S_skip(walk, hhp__is_letter);
  if (walk->next == word || S_is_suspended(*walk))
    return 0;
  return !S_is_follower(check, word, (size_t)(walk->next - word));
}

static void S_report_text(hhp__check *check, hhp__message message, hhp__spot spot) {
  hhp_finding *finding = hhp__find_at(check, message, spot);
  hhp__arg_text(finding, "member", spot.field->json, spot.field->json_length);
}

static void S_report_broken_word(hhp__check *check, hhp__spot spot, const char *text, const char *hyphen,
                                 const char *end) {
  const char *start = hyphen;
  while (start > text && (unsigned char)start[-1] > ' ' && hyphen - start < LONGEST_HALF)
    start--;
  while (start < hyphen && ((unsigned char)*start & 0xc0) == 0x80)
    start++;
  hhp_finding *finding = hhp__find_at(check, HHP__M_TEXT_BROKEN_WORD, spot);
  hhp__arg_text(finding, "member", spot.field->json, spot.field->json_length);
  hhp__arg_text(finding, "word", start, (size_t)(end - start));
}

static void S_check_broken_word(hhp__check *check, hhp__spot spot, const char *text, size_t length) {
  S_walk walk = {text, text + length};
  uint32_t before = 0;
  if (memchr(text, '-', length) == NULL && memchr(text, 0xe2, length) == NULL) /* U+2010 and U+2011 begin so */
    return;
  for (S_pass_prose(&walk, &before); walk.next < walk.end; S_pass_prose(&walk, &before)) {
    const char *hyphen = walk.next;
    uint32_t c = S_step(&walk);
    S_walk rest = walk;
    if (S_is_hyphen(c) && hhp__is_letter(before) && S_is_broken_here(check, &rest)) {
      S_report_broken_word(check, spot, text, hyphen, rest.next);
      return;
    }
    before = c;
  }
}

static void S_report_control(hhp__check *check, hhp__spot spot, uint32_t c) {
  hhp__buffer texts[3] = {{0}, {0}, {0}}; /* key, Danish, English */
  hhp__put_code_point(&texts[0], c);
  hhp__put_character_name(&texts[1], c, HHP_LANG_DA);
  hhp__put_character_name(&texts[2], c, HHP_LANG_EN);
  hhp_finding *finding = hhp__find_at(check, c == 0xfffd ? HHP__M_TEXT_LOST : HHP__M_TEXT_CONTROL, spot);
  hhp__arg_text(finding, "member", spot.field->json, spot.field->json_length);
  if (texts[0].failed || texts[1].failed || texts[2].failed)
    hhp__out_of_memory(check);
  else
    hhp__arg_new_word(finding, "code", (hhp__word){texts[0].text, {texts[1].text, texts[2].text}});
  for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
    hhp__buffer_free(&texts[i]);
}

static void S_check_control(hhp__check *check, hhp__spot spot, const char *text, size_t length) {
  S_walk walk = {text, text + length};
  uint32_t before = 0;
  for (S_pass_prose(&walk, &before); walk.next < walk.end; S_pass_prose(&walk, &before)) {
    uint32_t c = S_step(&walk);
    if (hhp__is_control(c) && !hhp__joins_emoji(before, c, S_peek(walk))) {
      S_report_control(check, spot, c);
      return;
    }
    before = c;
  }
}

/* Blanks that are control characters are reported as such. */
static int S_is_visible_blank(uint32_t c) {
  return hhp__is_blank(c) && !hhp__is_control(c);
}

static void S_check_blank(hhp__check *check, hhp__spot spot, const char *text, size_t length) {
  S_walk walk = {text, text + length};
  const char *last = walk.end - 1;
  while (last > text && ((unsigned char)*last & 0xc0) == 0x80)
    last--;
  if (S_is_visible_blank(S_peek(walk)) || S_is_visible_blank(S_peek((S_walk){last, walk.end})))
    S_report_text(check, HHP__M_TEXT_BLANK, spot);
}

/* Most texts have nothing to report: no hyphen, no unusual character, and no space at the ends. */
static int S_is_plain(const char *text, size_t length) {
  const char *end = text + length;
  return text[0] != ' ' && end[-1] != ' ' && hhp__skip_prose(text, end) == end;
}

static void S_check_quality(hhp__check *check, hhp__spot spot, const char *text) {
  size_t length = strlen(text);
  if (length == 0 || S_is_plain(text, length))
    return;
  S_check_control(check, spot, text, length);
  S_check_broken_word(check, spot, text, length);
  S_check_blank(check, spot, text, length);
}

void hhp__rule_text_quality(hhp__check *check) {
  if (hhp__is_on(check, HHP__M_TEXT_CONTROL))
    hhp__each_unusual_text(check, S_check_quality);
}
