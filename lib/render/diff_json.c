/* The format "helhedsplan-diff/1". Its members are stable; new ones may be added. */
#include <jansson.h>
#include <string.h>

#include <helhedsplan/version.h>

#include "render/diff_words.h"
#include "render/shown_json.h"
#include "json/write.h"

static json_t *S_kroner(int64_t kroner) {
  return kroner == HHP_ABSENT ? json_null() : json_integer(kroner);
}

static json_t *S_in_both(hhp__phrase phrase) {
  if (phrase.da == NULL)
    return json_null();
  return json_pack("{s:o, s:o}", "da", hhp__string_of(phrase.da), "en", hhp__string_of(phrase.en));
}

static const char *S_verdict_key(int64_t verdict) {
  return hhp_enum_word(&hhp__enums[HHP__V_verdict], (int32_t)verdict);
}

static json_t *S_money(const hhp__side *side) {
  const hhp_cofinancing_result *m = &side->money;
  if (side->money_status != HHP_OK)
    return json_null();
  return json_pack("{s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:s, s:o, s:o, s:o, s:o, s:o, s:o}", //
                   "grant", S_kroner(m->grant),                                              //
                   "local", S_kroner(m->local),                                              //
                   "third_party", S_kroner(m->third_party),                                  //
                   "total", S_kroner(m->total),                                              //
                   "frame", S_kroner(m->frame),                                              //
                   "share_of_total_bp", S_kroner(m->share_of_total_bp),                      //
                   "min_share_bp", S_kroner(m->min_share_bp),                                //
                   "verdict", S_verdict_key(m->verdict),                                     //
                   "stated_total", S_kroner(m->stated_total),                                //
                   "stated_local", S_kroner(m->stated_local),                                //
                   "required", S_kroner(m->required),                                        //
                   "missing", S_kroner(m->missing),                                          //
                   "largest_grant", S_kroner(m->largest_grant),                              //
                   "resulting_total", S_kroner(m->resulting_total));
}

static json_t *S_side(const hhp_diff *diff, int side) {
  return json_pack("{s:o, s:o, s:o, s:o, s:o}",                      //
                   "path", hhp__string_of(diff->paths[side]),        //
                   "plan", hhp__string_of(diff->sides[side].id),     //
                   "title", hhp__string_of(diff->sides[side].title), //
                   "budget", S_kroner(diff->sides[side].budget),     //
                   "cofinancing", S_money(&diff->sides[side]));
}

/* Difference of amounts that are stated on both sides. */
static json_t *S_difference_of(int64_t before, int64_t after) {
  return before == HHP_ABSENT || after == HHP_ABSENT ? json_null() : json_integer(after - before);
}

static json_t *S_difference(const hhp_diff *diff) {
  const hhp__side *b = &diff->sides[HHP__BEFORE], *a = &diff->sides[HHP__AFTER];
  if (b->money_status != HHP_OK || a->money_status != HHP_OK)
    return json_null();
  return json_pack("{s:o, s:o, s:o, s:o, s:o, s:o, s:o}",                                      //
                   "grant", S_difference_of(b->money.grant, a->money.grant),                   //
                   "local", S_difference_of(b->money.local, a->money.local),                   //
                   "third_party", S_difference_of(b->money.third_party, a->money.third_party), //
                   "total", S_difference_of(b->money.total, a->money.total),                   //
                   "frame", S_difference_of(b->money.frame, a->money.frame),                   //
                   "budget", S_difference_of(b->budget, a->budget),                            //
                   "share_of_total_bp", S_difference_of(b->money.share_of_total_bp, a->money.share_of_total_bp));
}

static json_t *S_value(const hhp_change *change, int side) {
  if (change->pointer[side] == NULL && change->text[side] == NULL)
    return json_null();
  return json_pack("{s:o, s:o, s:o}", "pointer", hhp__string_of(change->pointer[side]), "text",
                   hhp__string_of(change->text[side]), "kroner", S_kroner(change->kroner[side]));
}

static json_t *S_change(const hhp_change *change) {
  hhp__phrase meaning = {hhp_change_meaning(change, HHP_LANG_DA), hhp_change_meaning(change, HHP_LANG_EN)};
  int64_t kroner = 0;
  int has_difference = hhp_change_difference(change, &kroner) == HHP_OK;
  return json_pack("{s:s, s:s, s:o, s:o, s:o, s:o, s:o, s:o, s:o}", //
                   "kind", hhp_change_kind_name(change->kind),      //
                   "entity", hhp_change_entity(change),             //
                   "id", hhp__string_of(hhp_change_id(change)),     //
                   "name", S_in_both(change->subject->name),        //
                   "field", hhp__string_of(change->member),         //
                   "meaning",
                   S_in_both(meaning),                     //
                   "before", S_value(change, HHP__BEFORE), //
                   "after", S_value(change, HHP__AFTER),   //
                   "difference", has_difference ? json_integer(kroner) : json_null());
}

static json_t *S_counts(const hhp_diff *diff) {
  json_t *counts = json_object();
  for (int32_t kind = HHP_CHANGE_ADDED; counts != NULL && kind < HHP__KINDS; kind++) {
    if (json_object_set_new(counts, hhp_change_kind_name(kind), json_integer((json_int_t)diff->counts[kind])) != 0) {
      json_decref(counts);
      return NULL;
    }
  }
  return counts;
}

static void S_put_member(hhp__buffer *out, const char *name, json_t *value, int is_first) {
  hhp__put_name(out, is_first, name, 1);
  hhp__put_shown_json(out, value, 1);
}

/* Writes one change at a time: a tree of all would need many times the memory of the text. */
void hhp__diff_json(hhp__buffer *out, const hhp_diff *diff, int32_t lang) {
  (void)lang; /* both languages are always included */
  hhp__putc(out, '{');
  S_put_member(out, "format", json_string("helhedsplan-diff/1"), 1);
  S_put_member(out, "tool", json_pack("{s:s, s:s}", "name", "helhedsplan", "version", hhp_version_string()), 0);
  S_put_member(out, "before", S_side(diff, HHP__BEFORE), 0);
  S_put_member(out, "after", S_side(diff, HHP__AFTER), 0);
  S_put_member(out, "difference", S_difference(diff), 0);
  hhp__put_name(out, 0, "changes", 1);
  hhp__putc(out, '[');
  for (uint32_t i = 0; i < diff->changes.count && !out->failed; i++) {
    hhp__put_break(out, i == 0, 2);
    hhp__put_shown_json(out, S_change(diff->changes.items[i]), 2);
  }
  if (diff->changes.count > 0)
    hhp__put_break(out, 1, 1);
  hhp__putc(out, ']');
  S_put_member(out, "counts", S_counts(diff), 0);
  hhp__puts(out, "\n}\n");
}
