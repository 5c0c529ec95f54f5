/* Creates findings; accessors of findings. */
#include "report/finding.h"

#include <stdlib.h>
#include <string.h>

#include "base/grow.h"
#include "base/kroner.h"
#include "base/utf8.h"
#include "catalog/registry.h"
#include "model/model.h"

enum { LONGEST_TEXT = 160 }; /* longest text of a document in a message, in bytes */

static void *S_allocate(hhp_report *report, size_t size) {
  void *memory = hhp__arena_new(&report->arena, size);
  if (memory == NULL)
    report->has_failed = 1;
  return memory;
}

static const char *S_copy_text(hhp_report *report, const char *text, size_t length) {
  const char *copy = hhp__arena_text(&report->arena, text, length);
  if (copy == NULL)
    report->has_failed = 1;
  return copy;
}

static int S_add_finding(hhp_report *report, hhp_finding *finding) {
  hhp__findings *list = &report->findings;
  hhp_finding **items = hhp__with_space((void *)list->items, list->count, &list->capacity, sizeof(hhp_finding *));
  if (items == NULL) {
    report->has_failed = 1;
    return -1;
  }
  list->items = items;
  list->items[list->count++] = finding;
  return 0;
}

int hhp__report_can_add(hhp_report *report, int32_t severity) {
  if (report->findings.count < HHP__MOST_FINDINGS)
    return 1;
  report->omitted[severity]++;
  return 0;
}

hhp_finding *hhp__report_add(hhp_report *report, hhp__message message, int32_t severity, const char *pointer) {
  hhp_finding *finding = S_allocate(report, sizeof(*finding));
  if (finding == NULL)
    return NULL;
  finding->report = report;
  finding->message = (uint16_t)message;
  finding->severity = (uint8_t)severity;
  finding->place = (hhp__place){S_copy_text(report, pointer, strlen(pointer)), SIZE_MAX, 0};
  return finding->place.pointer == NULL || S_add_finding(report, finding) != 0 ? NULL : finding;
}

void hhp__set_place(hhp__place *place, size_t offset, size_t length) {
  place->offset = offset;
  place->length = length;
}

void hhp__place_at(hhp_finding *finding, size_t offset, size_t length) {
  if (finding != NULL)
    hhp__set_place(&finding->place, offset, length);
}

void hhp__about(hhp_finding *finding, const char *entity_id) {
  if (finding != NULL && entity_id != NULL)
    finding->entity = S_copy_text(finding->report, entity_id, strlen(entity_id));
}

/* The pointer that ends the list of arguments. */
static hhp__argument **S_end_of_arguments(hhp_finding *finding) {
  hhp__argument **end = &finding->arguments;
  while (*end != NULL)
    end = &(*end)->next;
  return end;
}

/* A new argument, of one of the three structs, whose size is given. */
static hhp__argument *S_argument(hhp_finding *finding, const char *name, int32_t kind, size_t size) {
  if (finding == NULL)
    return NULL;
  hhp__argument *argument = S_allocate(finding->report, size);
  if (argument == NULL)
    return NULL;
  argument->name = name;
  argument->kind = kind;
  *S_end_of_arguments(finding) = argument;
  return argument;
}

static hhp__argument *S_number(hhp_finding *finding, const char *name, int32_t kind, int64_t number) {
  hhp__argument *argument = S_argument(finding, name, kind, sizeof(*argument));
  if (argument != NULL)
    argument->number = number;
  return argument;
}

static hhp__argument *S_text(hhp_finding *finding, const char *name) {
  return S_argument(finding, name, HHP_ARGUMENT_TEXT, sizeof(hhp__argument));
}

void hhp__arg_kroner(hhp_finding *finding, const char *name, int64_t kroner) {
  S_number(finding, name, HHP_ARGUMENT_KRONER, kroner);
}

void hhp__arg_difference(hhp_finding *finding, int64_t actual, int64_t required) {
  hhp__arg_kroner(finding, "required", required);
  hhp__arg_kroner(finding, "actual", actual);
  hhp__arg_kroner(finding, "difference", actual > required ? actual - required : required - actual);
}

void hhp__arg_number(hhp_finding *finding, const char *name, int64_t number) {
  S_number(finding, name, HHP_ARGUMENT_NUMBER, number);
}

void hhp__arg_date(hhp_finding *finding, const char *name, int32_t date) {
  S_number(finding, name, HHP_ARGUMENT_DATE, date);
}

void hhp__arg_limit(hhp_finding *finding, const char *name, int64_t bp) {
  hhp__argument *argument = S_number(finding, name, HHP_ARGUMENT_SHARE, bp);
  if (argument != NULL)
    argument->is_limit = 1;
}

typedef int S_rounding(int64_t part, int64_t whole, int64_t limit, int64_t *bp);

static void S_share(hhp_finding *finding, const char *name, int64_t part, int64_t whole, int64_t limit,
                    S_rounding *beside) {
  int64_t truncated = HHP_ABSENT;
  int64_t shown = HHP_ABSENT;
  if (whole > 0 && hhp__mul_div_down(part, HHP__WHOLE_BP, whole, &truncated) == 0 &&
      beside(part, whole, limit, &shown) != 0)
    shown = HHP_ABSENT;
  hhp__argument *argument = S_argument(finding, name, HHP_ARGUMENT_SHARE, sizeof(hhp__share_argument));
  if (argument == NULL)
    return;
  argument->number = truncated;
  argument->is_share = 1;
  ((hhp__share_argument *)argument)->shown = shown;
}

void hhp__arg_share(hhp_finding *finding, const char *name, int64_t part, int64_t whole, int64_t least) {
  S_share(finding, name, part, whole, least, hhp__share_for_minimum);
}

void hhp__arg_share_beside_most(hhp_finding *finding, const char *name, int64_t part, int64_t whole, int64_t most) {
  S_share(finding, name, part, whole, most, hhp__share_for_maximum);
}

void hhp__take_back_argument(hhp_finding *finding, hhp__message message) {
  hhp__argument **last = &finding->arguments;
  while ((*last)->next != NULL)
    last = &(*last)->next;
  *last = NULL;
  finding->message = (uint16_t)message;
}

/* Most findings name their entity in the message too. */
static int S_is_entity(const hhp_finding *finding, const char *text, size_t length) {
  return finding->entity != NULL && strlen(finding->entity) == length && memcmp(finding->entity, text, length) == 0;
}

/* A text too long for a message is truncated between characters. */
void hhp__arg_text(hhp_finding *finding, const char *name, const char *text, size_t length) {
  hhp__argument *argument = S_text(finding, name);
  if (argument == NULL)
    return;
  if (length <= LONGEST_TEXT && S_is_entity(finding, text, length)) {
    argument->text = finding->entity;
    return;
  }
  if (length <= LONGEST_TEXT) {
    argument->text = S_copy_text(finding->report, text, length);
    return;
  }
  static const char more[] = "…";
  size_t end = hhp__utf8_truncated_length(text, length, LONGEST_TEXT);
  char *shortened = hhp__arena_bytes(&finding->report->arena, end + sizeof(more));
  if (shortened == NULL) {
    finding->report->has_failed = 1;
    return;
  }
  memcpy(shortened, text, end);
  memcpy(shortened + end, more, sizeof(more));
  argument->text = shortened;
}

void hhp__arg_kept_text(hhp_finding *finding, const char *name, const char *text) {
  hhp__argument *argument = S_text(finding, name);
  if (argument != NULL)
    argument->text = text;
}

void hhp__arg_word(hhp_finding *finding, const char *name, hhp__word word) {
  hhp__argument *argument = S_argument(finding, name, HHP_ARGUMENT_TEXT, sizeof(hhp__word_argument));
  if (argument == NULL)
    return;
  argument->text = word.key;
  argument->is_word = word.key != NULL;
  ((hhp__word_argument *)argument)->phrase = word.phrase;
}

void hhp__arg_new_word(hhp_finding *finding, const char *name, hhp__word word) {
  if (finding == NULL)
    return;
  hhp_report *report = finding->report;
  hhp__word copy = {S_copy_text(report, word.key, strlen(word.key)),
                    {S_copy_text(report, word.phrase.da, strlen(word.phrase.da)),
                     S_copy_text(report, word.phrase.en, strlen(word.phrase.en))}};
  if (copy.key != NULL && copy.phrase.da != NULL && copy.phrase.en != NULL)
    hhp__arg_word(finding, name, copy);
}

/* The model's tables have "An activity (aktivitet, indsats)"; a sentence needs "an activity". */
static const char *S_phrase(hhp_report *report, const char *title) {
  const char *end = strstr(title, " (");
  size_t length = end == NULL ? strlen(title) : (size_t)(end - title);
  char *phrase = hhp__arena_text(&report->arena, title, length);
  if (phrase == NULL) {
    report->has_failed = 1;
    return "";
  }
  if (phrase[0] >= 'A' && phrase[0] <= 'Z')
    phrase[0] = (char)(phrase[0] + ('a' - 'A'));
  return phrase;
}

void hhp__arg_entity(hhp_finding *finding, const char *name, uint8_t entity) {
  if (finding == NULL)
    return;
  const hhp__entity *e = &hhp__entities[entity];
  hhp__word word = {e->name, {S_phrase(finding->report, e->doc.da), S_phrase(finding->report, e->doc.en)}};
  hhp__arg_word(finding, name, word);
}

hhp__place *hhp__relate(hhp_finding *finding, const char *pointer) {
  if (finding == NULL)
    return NULL;
  hhp_report *report = finding->report;
  hhp__rare *rare = hhp__need_rare(finding);
  hhp__related *related = rare == NULL ? NULL : S_allocate(report, sizeof(*related));
  if (related == NULL)
    return NULL;
  related->place = (hhp__place){S_copy_text(report, pointer, strlen(pointer)), SIZE_MAX, 0};
  if (related->place.pointer == NULL)
    return NULL;
  if (hhp__list_add(&rare->related, &report->arena, related) == 0)
    return &related->place;
  report->has_failed = 1;
  return NULL;
}

const hhp__rare *hhp__rare_of(const hhp_finding *finding) {
  static const hhp__rare nothing;
  return finding->rare == NULL ? &nothing : finding->rare;
}

const hhp__source *hhp__source_of(const hhp_finding *finding) {
  static const hhp__source nothing;
  return finding->source == NULL ? &nothing : finding->source;
}

hhp__rare *hhp__need_rare(hhp_finding *finding) {
  if (finding->rare == NULL)
    finding->rare = S_allocate(finding->report, sizeof(*finding->rare));
  return finding->rare;
}

hhp__source *hhp__need_source(hhp_finding *finding) {
  if (finding->source == NULL)
    finding->source = S_allocate(finding->report, sizeof(*finding->source));
  return finding->source;
}

const char *hhp_finding_rule(const hhp_finding *finding) {
  if (finding == NULL)
    return NULL;
  return hhp_rule_id(hhp__rule_of(finding->message));
}

const char *hhp_finding_slug(const hhp_finding *finding) {
  if (finding == NULL)
    return NULL;
  return hhp_rule_slug(hhp__rule_of(finding->message));
}

int32_t hhp_finding_severity(const hhp_finding *finding) {
  return finding == NULL ? HHP_SEVERITY_OFF : finding->severity;
}

int32_t hhp_finding_is_waived(const hhp_finding *finding) {
  return finding != NULL && finding->is_waived;
}

const char *hhp_finding_waiver_reason(const hhp_finding *finding) {
  return finding == NULL ? NULL : hhp__rare_of(finding)->waiver_reason;
}

const char *hhp_finding_pointer(const hhp_finding *finding) {
  return finding == NULL ? NULL : finding->place.pointer;
}

const char *hhp_finding_entity(const hhp_finding *finding) {
  return finding == NULL ? NULL : finding->entity;
}

size_t hhp_finding_line(const hhp_finding *finding) {
  return finding == NULL ? 0 : hhp__source_of(finding)->start.line;
}

size_t hhp_finding_column(const hhp_finding *finding) {
  return finding == NULL ? 0 : hhp__source_of(finding)->start.column;
}

size_t hhp_finding_end_line(const hhp_finding *finding) {
  return finding == NULL ? 0 : hhp__source_of(finding)->end.line;
}

size_t hhp_finding_end_column(const hhp_finding *finding) {
  return finding == NULL ? 0 : hhp__source_of(finding)->end.column;
}

const char *hhp_finding_line_hash(const hhp_finding *finding) {
  return finding == NULL ? NULL : hhp__source_of(finding)->line_hash;
}

size_t hhp_finding_offset(const hhp_finding *finding) {
  return finding == NULL || !hhp__is_known(&finding->place) ? 0 : finding->place.offset;
}

size_t hhp_finding_length(const hhp_finding *finding) {
  return finding == NULL ? 0 : finding->place.length;
}

size_t hhp_finding_argument_count(const hhp_finding *finding) {
  size_t count = 0;
  for (const hhp__argument *argument = finding == NULL ? NULL : finding->arguments; argument != NULL;
       argument = argument->next)
    count++;
  return count;
}

static const hhp__argument *S_argument_at(const hhp_finding *finding, size_t index) {
  const hhp__argument *argument = finding == NULL ? NULL : finding->arguments;
  for (; argument != NULL && index > 0; index--)
    argument = argument->next;
  return argument;
}

const char *hhp_finding_argument_name(const hhp_finding *finding, size_t index) {
  const hhp__argument *argument = S_argument_at(finding, index);
  return argument == NULL ? NULL : argument->name;
}

int32_t hhp_finding_argument_kind(const hhp_finding *finding, size_t index) {
  const hhp__argument *argument = S_argument_at(finding, index);
  return argument == NULL ? 0 : argument->kind;
}

static int64_t S_number_of(const hhp__argument *argument) {
  return argument->kind == HHP_ARGUMENT_TEXT ? HHP_ABSENT : argument->number;
}

int64_t hhp_finding_argument_number(const hhp_finding *finding, size_t index) {
  const hhp__argument *argument = S_argument_at(finding, index);
  return argument == NULL ? HHP_ABSENT : S_number_of(argument);
}

const char *hhp_finding_argument_text(const hhp_finding *finding, size_t index) {
  const hhp__argument *argument = S_argument_at(finding, index);
  return argument == NULL || argument->kind != HHP_ARGUMENT_TEXT ? NULL : argument->text;
}

int64_t hhp_finding_number(const hhp_finding *finding, const char *name) {
  const hhp__argument *argument = finding == NULL || name == NULL ? NULL : finding->arguments;
  for (; argument != NULL; argument = argument->next) {
    if (strcmp(argument->name, name) == 0)
      return S_number_of(argument);
  }
  return HHP_ABSENT;
}

size_t hhp_finding_related_count(const hhp_finding *finding) {
  return finding == NULL ? 0 : hhp__rare_of(finding)->related.count;
}

static const hhp__related *S_related_at(const hhp_finding *finding, size_t index) {
  return index < hhp_finding_related_count(finding) ? finding->rare->related.items[index] : NULL;
}

const char *hhp_finding_related_pointer(const hhp_finding *finding, size_t index) {
  const hhp__related *related = S_related_at(finding, index);
  return related == NULL ? NULL : related->place.pointer;
}

size_t hhp_finding_related_line(const hhp_finding *finding, size_t index) {
  const hhp__related *related = S_related_at(finding, index);
  return related == NULL ? 0 : related->position.line;
}

size_t hhp_finding_related_column(const hhp_finding *finding, size_t index) {
  const hhp__related *related = S_related_at(finding, index);
  return related == NULL ? 0 : related->position.column;
}
