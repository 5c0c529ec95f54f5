/* The options of a check, and running the rules in the order of rules.def. */
#include "rules/check.h"

#include <stdlib.h>
#include <string.h>

#include <helhedsplan/check.h>

#include "base/characters.h"
#include "base/date.h"
#include "base/utf8.h"
#include "report/fingerprint.h"
#include "rules/waivers.h"

/* The function of each rule; NULL if it is checked while the document is read. */
#define hhp__rule_reader NULL
static void (*const S_functions[HHP__RULE_COUNT])(hhp__check *check) = {
#define RULE(number, slug, draft, prequal, full, function, ...) [HHP__RULE_INDEX_##number] = hhp__rule_##function,
#include "catalog/rules.def"
};

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

/* Replaces the text by a copy in the arena. NULL stays NULL. Returns 0, or -1 if out of memory. */
static int S_copy_text(hhp_check_options *options, const char **text) {
  if (*text == NULL)
    return 0;
  *text = hhp__arena_text(&options->arena, *text, strlen(*text));
  return *text == NULL ? -1 : 0;
}

hhp_status hhp_check_options_add_waiver(hhp_check_options *options, const char *rule, const char *target,
                                        const char *reason, int32_t until) {
  if (options == NULL || hhp__is_blank_text(reason))
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

hhp_status hhp_check_options_set_keep_plan(hhp_check_options *options, int32_t wanted) {
  if (options == NULL || (wanted != 0 && wanted != 1))
    return HHP_ERR_ARGUMENT;
  options->is_with_plan = wanted;
  return HHP_OK;
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

void hhp__check_begin(hhp__check *check, const hhp__object *root, const hhp_check_options *options, hhp_report *report,
                      hhp__wanted *wanted) {
  *check = (hhp__check){
      .root = root, .options = options, .report = report, .wanted = wanted, .suggestions = HHP__MOST_SUGGESTIONS};
  memcpy(check->seeds.seed, root->document->ids.seed, sizeof(check->seeds.seed));
  if (root->entity != HHP__E_plan)
    return;
  const hhp_plan *plan = (const hhp_plan *)root;
  check->plan = plan;
  check->stage = options != NULL && options->stage != HHP_STAGE_BY_STATUS ? options->stage : S_stage_of(plan);
  check->today = options != NULL ? options->today : 0;
  check->scheme = options != NULL && options->scheme != NULL ? options->scheme : hhp_scheme_find(plan->scheme);
}

/* Runs the rules with the numbers `from` to `to`. */
static void S_run(hhp__check *check, int from, int to) {
  for (size_t i = 0; i < hhp_rule_count(); i++) {
    const hhp_rule *rule = hhp_rule_at(i);
    if (S_functions[i] != NULL && rule->number >= from && rule->number <= to)
      S_functions[i](check);
  }
}

/* Marks the findings so far as waived, then runs the rules on the waivers themselves (HP7xx). */
static void S_apply_waivers(hhp__check *check) {
  hhp__waivers waivers = {0};
  if (hhp__waive(check, &waivers) != 0)
    hhp__out_of_memory(check);
  check->waivers = &waivers;
  S_run(check, 700, 799);
  check->waivers = NULL;
  hhp__waivers_free(&waivers);
}

/* Findings about the document itself (HP1xx) would make those of other rules misleading; and most rules do not apply
 * to another kind of plan (HP114). Where memory ran out, a finding may be missing, such as that of a reference that
 * leads nowhere, which those rules follow. */
static void S_run_families(hhp__check *check) {
  if (check->report->findings.count > 0 || check->has_failed || check->report->has_failed)
    return;
  hhp__sum_financing(check->plan, &check->sums);
  S_run(check, 111, 199);
  if (check->is_another_instrument)
    return;
  S_run(check, 200, 699);
  S_apply_waivers(check);
  hhp__summarize_plan(check);
  check->report->is_complete = 1;
}

void hhp__check_form(hhp__check *check) {
  S_run(check, 101, 107);
  if (check->plan != NULL)
    S_run(check, 108, 109);
  else
    hhp__check_scheme(check, (const hhp_scheme *)check->root);
}

void hhp__check_run(hhp__check *check) {
  hhp__check_form(check);
  S_run(check, 110, 110);
  S_run_families(check);
}

hhp_status hhp__check_end(hhp__check *check) {
  check->report->stage = check->stage;
  check->report->plan_id = hhp__keep_text(check, check->plan == NULL ? NULL : check->plan->id);
  check->report->scheme_id = hhp__keep_text(check, check->scheme == NULL ? NULL : check->scheme->id);
  hhp__buffer_free(&check->pointer);
  if (!check->has_failed && !check->report->has_failed)
    return HHP_OK;
  hhp__report_begin(check->report);
  return HHP_ERR_NOMEM;
}

hhp_status hhp__number_findings(hhp_report *report, hhp_status status) {
  if (status == HHP_OK)
    status = hhp__number_repeats(report);
  if (status != HHP_OK)
    hhp__report_begin(report);
  return status;
}

hhp_status hhp_plan_validate(const hhp_plan *plan, const hhp_check_options *options, hhp_report *report) {
  if (plan == NULL || report == NULL)
    return HHP_ERR_ARGUMENT;
  hhp__check check;
  hhp__report_begin(report);
  hhp__check_begin(&check, &plan->object, options, report, NULL);
  hhp__check_run(&check);
  hhp_status status = hhp__number_findings(report, hhp__check_end(&check));
  hhp__report_count(report);
  return status;
}
