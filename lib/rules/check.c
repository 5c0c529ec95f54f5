/* Running a validation, its options, and what rules use to tell what they find. */
#include "rules/check.h"

#include <stdlib.h>
#include <string.h>

#include <helhedsplan/check.h>

#include "core/date.h"
#include "core/kroner.h"
#include "core/sha256.h"
#include "core/text.h"
#include "report/fingerprint.h"
#include "rules/names.h"
#include "rules/waivers.h"
#include "json/decode.h"
#include "json/reader.h"

/* The function of each rule; NULL: the reader looks for it. */
#define hhp__rule_reader NULL
static void (*const S_functions[HHP__RULE_COUNT])(hhp__check *check) = {
#define RULE(number, slug, draft, prequal, full, function, ...) [HHP__RULE_INDEX_##number] = hhp__rule_##function,
#include "rules/rules.def"
};

enum { MOST_SUGGESTIONS = 100000 }; /* comparisons in one validation, so that no file can make them costly */

hhp_status hhp_check_options_new(hhp_check_options **options) {
  if (options == NULL)
    return HHP_ERR_ARGUMENT;
  *options = calloc(1, sizeof(**options));
  if (*options == NULL)
    return HHP_ERR_NOMEM;
  memset((*options)->severities, HHP__AS_STAGE, sizeof((*options)->severities));
  return HHP_OK;
}

void hhp_check_options_free(hhp_check_options *options) {
  if (options != NULL)
    hhp__arena_free(&options->arena);
  free(options);
}

hhp_status hhp_check_options_set_stage(hhp_check_options *options, int32_t stage) {
  if (options == NULL || stage < HHP_STAGE_BY_STATUS || stage > HHP_STAGE_FULL)
    return HHP_ERR_ARGUMENT;
  options->stage = stage;
  return HHP_OK;
}

hhp_status hhp_check_options_set_scheme(hhp_check_options *options, const hhp_scheme *scheme) {
  if (options == NULL)
    return HHP_ERR_ARGUMENT;
  options->scheme = scheme;
  return HHP_OK;
}

hhp_status hhp_check_options_set_today(hhp_check_options *options, int32_t today) {
  if (options == NULL)
    return HHP_ERR_ARGUMENT;
  if (today != 0 && (!hhp__date_exists(today) || !hhp__date_is_exact(today)))
    return HHP_ERR_DATE;
  options->today = today;
  return HHP_OK;
}

hhp_status hhp_check_options_set_severity(hhp_check_options *options, const char *rule, int32_t severity) {
  if (options == NULL || severity < HHP_SEVERITY_OFF || severity > HHP_SEVERITY_ERROR)
    return HHP_ERR_ARGUMENT;
  const hhp_rule *found = hhp_rule_find(rule);
  if (found == NULL || hhp__is_document_rule(found->number))
    return HHP_ERR_NOT_FOUND;
  options->severities[hhp__rule_index(found)] = (uint8_t)severity;
  return HHP_OK;
}

hhp_status hhp_check_options_set_waivers(hhp_check_options *options, int32_t wanted) {
  if (options == NULL || (wanted != 0 && wanted != 1))
    return HHP_ERR_ARGUMENT;
  options->is_without_waivers = !wanted;
  return HHP_OK;
}

/* 0, or -1 when memory ran out. A NULL stays NULL. */
static int S_copy_text(hhp_check_options *options, const char **text) {
  if (*text == NULL)
    return 0;
  *text = hhp__arena_text(&options->arena, *text, strlen(*text));
  return *text == NULL ? -1 : 0;
}

hhp_status hhp_check_options_add_waiver(hhp_check_options *options, const char *rule, const char *target,
                                        const char *reason, int32_t until) {
  if (options == NULL || hhp__says_nothing(reason))
    return HHP_ERR_ARGUMENT;
  const hhp_rule *found = hhp_rule_find(rule);
  if (!hhp__can_be_waived(found))
    return HHP_ERR_NOT_FOUND;
  if ((target != NULL && !hhp__utf8_valid(target, strlen(target))) || !hhp__utf8_valid(reason, strlen(reason)))
    return HHP_ERR_UTF8;
  if (until != 0 && !hhp__date_exists(until))
    return HHP_ERR_DATE;
  hhp__waiver *waiver = hhp__arena_new(&options->arena, sizeof(*waiver));
  if (waiver == NULL)
    return HHP_ERR_NOMEM;
  *waiver = (hhp__waiver){.rule = found, .target = target, .reason = reason, .until = until};
  if (S_copy_text(options, &waiver->target) != 0 || S_copy_text(options, &waiver->reason) != 0 ||
      hhp__list_add(&options->waivers, &options->arena, waiver) != 0)
    return HHP_ERR_NOMEM;
  return HHP_OK;
}

hhp_status hhp_check_options_set_sha256(hhp_check_options *options, int32_t wanted) {
  if (options == NULL || (wanted != 0 && wanted != 1))
    return HHP_ERR_ARGUMENT;
  options->is_without_sha256 = !wanted;
  return HHP_OK;
}

hhp_status hhp_check_options_set_line_hashes(hhp_check_options *options, int32_t wanted) {
  if (options == NULL || (wanted != 0 && wanted != 1))
    return HHP_ERR_ARGUMENT;
  options->is_with_line_hashes = wanted;
  return HHP_OK;
}

void hhp__out_of_memory(hhp__check *check) {
  check->has_failed = 1;
}

int32_t hhp__rule_severity(const hhp__check *check, const hhp_rule *rule) {
  if (hhp__is_document_rule(rule->number))
    return HHP_SEVERITY_ERROR;
  if (check->options != NULL && check->options->severities[hhp__rule_index(rule)] != HHP__AS_STAGE)
    return check->options->severities[hhp__rule_index(rule)];
  return hhp_rule_severity(rule, check->stage);
}

int32_t hhp__severity_of(const hhp__check *check, hhp__message message) {
  return hhp__rule_severity(check, hhp__rule_numbered(hhp__message_rule(message)));
}

int hhp__is_on(const hhp__check *check, hhp__message message) {
  return hhp__severity_of(check, message) != HHP_SEVERITY_OFF;
}

static const hhp__field *S_field_in_parent(const hhp__object *object) {
  return &hhp__entity_of(object->parent)->fields[object->field];
}

void hhp__put_object_pointer(hhp__buffer *out, const hhp__object *object) {
  if (object->parent == NULL)
    return;
  const hhp__field *field = S_field_in_parent(object);
  hhp__put_object_pointer(out, object->parent);
  hhp__put_step(out, field->json, field->json_length);
  if (field->type == HHP__OBJECT)
    return;
  hhp__putc(out, '/');
  hhp__put_number(out, object->index);
}

/* What is not in the file cannot be pointed at; what it is missing from can. */
static hhp__spot S_visible(hhp__spot spot, int *is_opening) {
  *is_opening = 0;
  if (spot.field != NULL && !hhp__is_given(spot.object, spot.field)) {
    *is_opening = 1;
    spot.field = NULL;
  }
  const hhp__object *o = spot.object;
  while (o->parent != NULL && S_field_in_parent(o)->type == HHP__OBJECT && hhp__is_empty(o)) {
    *is_opening = 1;
    o = o->parent;
  }
  spot.object = o;
  return spot;
}

/* The pointer to a spot, in the check's buffer; NULL when memory ran out. */
static const char *S_pointer(hhp__check *check, hhp__spot spot) {
  hhp__buffer *out = &check->pointer;
  out->length = 0;
  hhp__put(out, "", 0);
  hhp__put_object_pointer(out, spot.object);
  if (spot.field != NULL) {
    hhp__put_step(out, spot.field->json, spot.field->json_length);
    if (spot.index >= 0) {
      hhp__putc(out, '/');
      hhp__put_number(out, spot.index);
    }
  }
  if (!out->failed)
    return out->text;
  check->has_failed = 1;
  return NULL;
}

const char *hhp__pointer_to(hhp__check *check, const hhp__object *object) {
  return S_pointer(check, hhp__whole(object));
}

/* The id of the object, or of the nearest that it is part of. */
static const char *S_entity(const hhp__object *object) {
  for (; object != NULL; object = object->parent) {
    const char *id = hhp__id_of(object);
    if (id != NULL)
      return id;
  }
  return NULL;
}

static const char *S_keep(hhp__check *check, const char *text) {
  if (text == NULL)
    return NULL;
  const char *copy = hhp__arena_text(&check->report->arena, text, strlen(text));
  if (copy == NULL)
    check->has_failed = 1;
  return copy;
}

/* Where the finding stands, and, where that is not in the file, the nearest place that is. */
static hhp_finding *S_add_finding(hhp__check *check, hhp__message message, int32_t severity, hhp__spot spot) {
  int is_opening;
  hhp__spot visible = S_visible(spot, &is_opening);
  const char *missing = NULL;
  if (is_opening) {
    missing = S_keep(check, S_pointer(check, spot));
    if (missing == NULL)
      return NULL;
  }
  const char *pointer = S_pointer(check, visible);
  if (pointer == NULL)
    return NULL;
  hhp_finding *finding = hhp__report_add(check->report, message, severity, pointer);
  if (finding == NULL)
    return NULL;
  finding->is_opening = (uint8_t)is_opening;
  finding->missing = missing;
  return finding;
}

static hhp_finding *S_find(hhp__check *check, hhp__message message, int32_t severity, hhp__spot spot) {
  if (severity == HHP_SEVERITY_OFF || !hhp__report_has_room(check->report, severity))
    return NULL;
  hhp_finding *finding = S_add_finding(check, message, severity, spot);
  hhp__about(finding, S_entity(spot.object));
  return finding;
}

hhp_finding *hhp__find_at(hhp__check *check, hhp__message message, hhp__spot spot) {
  return S_find(check, message, hhp__severity_of(check, message), spot);
}

hhp_finding *hhp__find_info_at(hhp__check *check, hhp__message message, hhp__spot spot) {
  const hhp_rule *rule = hhp__rule_numbered(hhp__message_rule(message));
  int32_t severity = hhp__rule_severity(check, rule);
  int is_weighed = check->options != NULL && check->options->severities[hhp__rule_index(rule)] != HHP__AS_STAGE;
  if (!is_weighed && severity > HHP_SEVERITY_INFO)
    severity = HHP_SEVERITY_INFO;
  return S_find(check, message, severity, spot);
}

void hhp__relate_to(hhp__check *check, hhp_finding *finding, hhp__spot spot) {
  if (finding == NULL)
    return;
  int is_opening;
  const char *pointer = S_pointer(check, S_visible(spot, &is_opening));
  if (pointer != NULL)
    hhp__relate(finding, pointer);
}

uint32_t hhp__count_distinct(hhp__check *check, const hhp__list *texts) {
  if (texts->count < 2)
    return texts->count;
  hhp__index seen = {0};
  for (uint32_t i = 0; i < texts->count; i++) {
    if (hhp__index_add(&seen, texts->items[i], strlen(texts->items[i])) == NULL)
      hhp__out_of_memory(check);
  }
  uint32_t count = (uint32_t)seen.count;
  hhp__index_free(&seen);
  return count;
}

static int32_t S_stage_of(const hhp_plan *plan) {
  switch (plan->status) {
  case HHP_PLAN_STATUS_PREQUALIFIED:
  case HHP_PLAN_STATUS_SUBMITTED:
    return HHP_STAGE_PREQUAL;
  case HHP_PLAN_STATUS_APPROVED:
  case HHP_PLAN_STATUS_RUNNING:
  case HHP_PLAN_STATUS_CLOSED:
    return HHP_STAGE_FULL;
  default:
    return HHP_STAGE_DRAFT;
  }
}

static void S_begin(hhp__check *check, const hhp_plan *plan, const hhp_check_options *options, hhp_report *report) {
  *check = (hhp__check){.plan = plan, .options = options, .report = report, .suggestions = MOST_SUGGESTIONS};
  check->root = &plan->object;
  check->stage = options != NULL && options->stage != HHP_STAGE_BY_STATUS ? options->stage : S_stage_of(plan);
  check->today = options != NULL ? options->today : 0;
  check->scheme = options != NULL && options->scheme != NULL ? options->scheme : hhp_scheme_find(plan->scheme);
}

static void S_run(hhp__check *check, int from, int to) {
  for (size_t i = 0; i < hhp_rule_count(); i++) {
    const hhp_rule *rule = hhp_rule_at(i);
    if (S_functions[i] != NULL && rule->number >= from && rule->number <= to)
      S_functions[i](check);
  }
}

static void S_run_waived(hhp__check *check) {
  hhp__waivers waivers = {0};
  if (hhp__waive(check, &waivers) != 0)
    hhp__out_of_memory(check);
  check->waivers = &waivers;
  S_run(check, 700, 799);
  check->waivers = NULL;
  hhp__waivers_free(&waivers);
}

/* While anything is wrong with the document itself, what the other rules would say is noise; and to another sort of plan
 * most of them do not apply. */
static void S_run_families(hhp__check *check) {
  if (check->report->findings.count > 0)
    return;
  hhp__sum_up(check->plan, &check->sums);
  S_run(check, 111, 199);
  if (check->is_another_instrument)
    return;
  S_run(check, 200, 699);
  S_run_waived(check);
  hhp__take_digest(check);
  check->report->is_complete = 1;
}

static hhp_status S_end(hhp__check *check) {
  check->report->stage = check->stage;
  check->report->plan_id = S_keep(check, check->plan == NULL ? NULL : check->plan->id);
  check->report->scheme_id = S_keep(check, check->scheme == NULL ? NULL : check->scheme->id);
  hhp__buffer_free(&check->pointer);
  if (!check->has_failed && !check->report->has_failed)
    return HHP_OK;
  hhp__report_begin(check->report);
  return HHP_ERR_NOMEM;
}

static hhp_status S_number(hhp_report *report, hhp_status status) {
  if (status == HHP_OK)
    status = hhp__report_number(report);
  if (status != HHP_OK)
    hhp__report_begin(report);
  return status;
}

hhp_status hhp_plan_validate(const hhp_plan *plan, const hhp_check_options *options, hhp_report *report) {
  if (plan == NULL || report == NULL)
    return HHP_ERR_ARGUMENT;
  hhp__check check;
  hhp__report_begin(report);
  S_begin(&check, plan, options, report);
  S_run(&check, 101, 110);
  S_run_families(&check);
  hhp_status status = S_number(report, S_end(&check));
  hhp__report_count(report);
  return status;
}

static hhp_status S_locate(hhp_report *report, const char *json, size_t length, hhp_status status) {
  if (status == HHP_OK)
    status = hhp__report_locate(report, json, length);
  status = S_number(report, status);
  hhp__report_count(report);
  return status;
}

static hhp_status S_hash_lines(hhp_report *report, const char *json, size_t length) {
  hhp_status status = hhp__report_hash_lines(report, json, length);
  if (status != HHP_OK)
    hhp__report_begin(report);
  return status;
}

/* What the reader says, and then, unless the text was cut off, what can only be seen in the whole. */
hhp_status hhp__read_document(hhp__object *root, const char *json, size_t length, hhp_report *report, int *is_sound) {
  int is_cut = 0;
  hhp__report_begin(report);
  hhp_status status = hhp__decode(root, json, length, report, &is_cut);
  if (status == HHP_OK && !is_cut) {
    hhp__check check = {.root = root, .report = report, .suggestions = MOST_SUGGESTIONS};
    if (root->entity == HHP__E_plan) {
      check.plan = (const hhp_plan *)root;
      check.scheme = hhp_scheme_find(check.plan->scheme);
    }
    hhp__suggest_ids(&check);
    check.scheme = NULL;
    hhp__rule_missing_member(&check);
    *is_sound = report->findings.count == 0;
    hhp__rule_duplicate_id(&check);
    if (check.plan != NULL)
      hhp__rule_unknown_reference(&check);
    else
      hhp__look_at_scheme(&check, (const hhp_scheme *)root);
    if (check.plan == NULL && report->findings.count > 0)
      *is_sound = 0;
    status = S_end(&check);
  }
  return S_locate(report, json, length, status);
}

hhp_status hhp_check(const char *json, size_t length, const hhp_check_options *options, hhp_report *report) {
  if (json == NULL || report == NULL)
    return HHP_ERR_ARGUMENT;
  if (length == HHP_NUL_TERMINATED)
    length = strlen(json);
  hhp__report_begin(report);
  hhp_plan *plan = (hhp_plan *)hhp__document_new(HHP__E_plan);
  if (plan == NULL)
    return HHP_ERR_NOMEM;
  int is_cut = 0;
  hhp_status status = hhp__decode(&plan->object, json, length, report, &is_cut);
  if (status == HHP_OK) {
    hhp__check check;
    S_begin(&check, plan, options, report);
    if (!is_cut) {
      hhp__suggest_ids(&check);
      S_run(&check, 101, 110);
      S_run_families(&check);
    }
    status = S_end(&check);
    if (is_cut || plan->object.is_unusable)
      report->stage = 0;
  }
  status = S_locate(report, json, length, status);
  if (status == HHP_OK && options != NULL && options->is_with_line_hashes)
    status = S_hash_lines(report, json, length);
  if (status == HHP_OK && (options == NULL || !options->is_without_sha256))
    hhp__sha256_hex(json, length, report->sha256);
  hhp_plan_free(plan);
  return status;
}
