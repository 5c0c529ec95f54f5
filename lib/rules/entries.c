/* HP115: duplicates in a list, which would distort counts. */
#include <string.h>

#include "base/arena.h"
#include "base/characters.h"
#include "base/index.h"
#include "rules/context.h"

/* Objects in lists that are a reference with additional members. (A board may have several members of one party, and
 * a budget several lines of one party.) */
static const struct {
  uint8_t entity;
  size_t key; /* the field */
} S_references[] = {
    {HHP__E_support, HHP__support_strategy},
    {HHP__E_goal_contribution, HHP__goal_contribution_goal},
    {HHP__E_continuation, HHP__continuation_id},
};

/* A list whose entries are compared: texts, or by a field of theirs. */
typedef struct {
  hhp__check *check;
  const hhp__object *object;
  const hhp__field *field;
  const hhp__list *list;
  const hhp__field *key; /* NULL: they are texts */
} S_entries;

enum { FEW = 8 }; /* up to this length, pairs are compared instead of using an index */

/* NULL if the entry has none. */
static const char *S_key(const S_entries *entries, uint32_t i) {
  const void *item = entries->list->items[i];
  return entries->key == NULL || item == NULL ? item : hhp__text_at(item, entries->key);
}

static hhp__spot S_spot(const S_entries *entries, uint32_t i) {
  if (entries->key != NULL)
    return hhp__field_of(entries->list->items[i], entries->key);
  return (hhp__spot){entries->object, entries->field, i};
}

static void S_report_entry(const S_entries *entries, uint32_t first, uint32_t again) {
  const char *key = S_key(entries, again);
  hhp_finding *finding = hhp__find_at(entries->check, HHP__M_DUPLICATE_ENTRY, S_spot(entries, again));
  hhp__arg_text(finding, "value", key, strlen(key));
  hhp__arg_text(finding, "member", entries->field->json, entries->field->json_length);
  hhp__relate_to(entries->check, finding, S_spot(entries, first));
}

static void S_compare_few(const S_entries *entries) {
  for (uint32_t i = 1; i < entries->list->count; i++) {
    const char *key = S_key(entries, i);
    for (uint32_t k = 0; key != NULL && k < i; k++) {
      const char *other = S_key(entries, k);
      if (other == NULL || strcmp(other, key) != 0)
        continue;
      S_report_entry(entries, k, i);
      break;
    }
  }
}

static void S_compare_many(const S_entries *entries) {
  hhp__index seen = {0};
  for (uint32_t i = 0; i < entries->list->count; i++) {
    const char *key = S_key(entries, i);
    hhp__slot *slot = key == NULL ? NULL : hhp__index_add(&seen, key, strlen(key));
    if (key == NULL)
      continue;
    if (slot == NULL) {
      hhp__out_of_memory(entries->check);
      break;
    }
    if (slot->value == NULL)
      slot->value = &entries->list->items[i];
    else
      S_report_entry(entries, (uint32_t)((void **)slot->value - entries->list->items), i);
  }
  hhp__index_free(&seen);
}

static void S_compare_entries(const S_entries *entries) {
  if (entries->list->count <= FEW)
    S_compare_few(entries);
  else
    S_compare_many(entries);
}

/* The field by which objects of that type are compared; NULL: they are not compared. */
static const hhp__field *S_key_field(uint8_t entity) {
  for (size_t i = 0; i < sizeof(S_references) / sizeof(S_references[0]); i++) {
    if (S_references[i].entity == entity)
      return &hhp__entities[entity].fields[S_references[i].key];
  }
  return NULL;
}

static int S_are_aliases(const hhp__field *field) {
  return field->type == HHP__TEXTS && strcmp(field->json, "aliases") == 0;
}

static void S_check_lists(hhp__check *check, const hhp__object *object) {
  uint64_t set = hhp__field_sets[HHP__FIELDS_ENTRIES][object->entity];
  const hhp__field *field;
  while ((field = hhp__take_field(&set, object->entity)) != NULL) {
    S_entries entries = {check, object, field, hhp__list_at(object, field), NULL};
    if (entries.list->count < 2)
      continue;
    if (field->type == HHP__OBJECTS)
      entries.key = S_key_field(field->target);
    if (field->type == HHP__REFS || S_are_aliases(field) || entries.key != NULL)
      S_compare_entries(&entries);
  }
}

/* The signatures on an agreement. Two people may sign for a party, such as mayor and director of a municipality;
 * their names distinguish them. */
typedef struct {
  hhp__check *check;
  const hhp_agreement *agreement;
  hhp__arena arena;   /* of the keys */
  hhp__index parties; /* the first signature of each */
  hhp__index persons; /* likewise, by party and name */
} S_signatures;

static int S_is_nameless(const hhp_signature *signature) {
  return hhp__is_blank_text(signature->name);
}

static void S_report_signature(const S_signatures *seen, const hhp_signature *signature, const hhp_signature *first) {
  const hhp_agreement *agreement = seen->agreement;
  const hhp__field *field = HHP__FIELD(signature, party);
  const hhp_party *party = (const hhp_party *)hhp__referent(&agreement->object, signature->party);
  hhp_finding *finding = hhp__find_at(seen->check, HHP__M_DUPLICATE_SIGNATURE, hhp__field_of(signature, field));
  hhp__arg_text(finding, "party", party->name, strlen(party->name));
  hhp__arg_text(finding, "title", agreement->title, strlen(agreement->title));
  hhp__relate_to(seen->check, finding, hhp__field_of(first, field));
}

/* The earlier one that this signature repeats, among few; NULL: none. A nameless one repeats any of the party, and
 * the first one with a name repeats those without; the further names are then other people, wherever the nameless
 * one is. */
static const hhp_signature *S_repeated(const hhp__list *list, uint32_t i) {
  const hhp_signature *signature = list->items[i];
  const hhp_signature *first = NULL;
  int has_named = 0;
  for (uint32_t k = 0; k < i; k++) {
    const hhp_signature *other = list->items[k];
    if (strcmp(other->party, signature->party) != 0)
      continue;
    if (first == NULL)
      first = other;
    if (S_is_nameless(other) || S_is_nameless(signature))
      continue;
    if (strcmp(other->name, signature->name) == 0)
      return other;
    has_named = 1;
  }
  return has_named ? NULL : first;
}

static hhp__slot *S_person(S_signatures *seen, const hhp_signature *signature) {
  size_t party = strlen(signature->party), name = strlen(signature->name);
  char *key = hhp__arena_bytes(&seen->arena, party + 1 + name);
  if (key == NULL)
    return NULL;
  memcpy(key, signature->party, party + 1);
  memcpy(key + party + 1, signature->name, name);
  return hhp__index_add(&seen->persons, key, party + 1 + name);
}

/* The signature in the slot; NULL if it was empty, and this one is stored. */
static const hhp_signature *S_first_in(hhp__slot *slot, const hhp_signature *signature) {
  const hhp_signature *first = slot->value;
  if (first == NULL)
    slot->value = (void *)(uintptr_t)signature;
  return first;
}

/* The earlier one of that party and name. 0, or -1 if memory ran out. */
static int S_add_person(S_signatures *seen, const hhp_signature *signature, const hhp_signature **same) {
  hhp__slot *slot = S_person(seen, signature);
  if (slot == NULL)
    return -1;
  *same = S_first_in(slot, signature);
  return 0;
}

/* Adds a signature, and reports it if it repeats one, as S_repeated() has it. 0, or -1 if memory ran out. */
static int S_add_signature(S_signatures *seen, const hhp_signature *signature) {
  hhp__slot *slot = hhp__index_add(&seen->parties, signature->party, strlen(signature->party));
  if (slot == NULL)
    return -1;
  const hhp_signature *first = S_first_in(slot, signature), *same = NULL;
  if (!S_is_nameless(signature) && S_add_person(seen, signature, &same) != 0)
    return -1;
  int is_other_person = !S_is_nameless(signature) && first != NULL && !S_is_nameless(first);
  if (same != NULL || is_other_person)
    first = same;
  else if (first != NULL && !S_is_nameless(signature))
    slot->value = (void *)(uintptr_t)signature;
  if (first != NULL)
    S_report_signature(seen, signature, first);
  return 0;
}

static void S_check_repeated_signatures(hhp__check *check, const hhp_agreement *agreement) {
  S_signatures seen = {.check = check, .agreement = agreement};
  const hhp__list *list = &agreement->signatures;
  for (uint32_t i = 1; list->count <= FEW && i < list->count; i++) {
    const hhp_signature *first = S_repeated(list, i);
    if (first != NULL)
      S_report_signature(&seen, list->items[i], first);
  }
  for (uint32_t i = 0; list->count > FEW && i < list->count; i++) {
    if (S_add_signature(&seen, list->items[i]) != 0) {
      hhp__out_of_memory(check);
      break;
    }
  }
  hhp__index_free(&seen.parties);
  hhp__index_free(&seen.persons);
  hhp__arena_free(&seen.arena);
}

void hhp__rule_duplicate_entry(hhp__check *check) {
  const hhp__list *agreements = &check->plan->agreements;
  if (!hhp__is_on(check, HHP__M_DUPLICATE_ENTRY))
    return;
  hhp__walk(check, check->root, S_check_lists);
  for (uint32_t i = 0; i < agreements->count; i++)
    S_check_repeated_signatures(check, agreements->items[i]);
}
