/* Loads a plan, edits it, checks it, and saves it, over the generic core. It names no accessor, and looks up no symbol,
 * so it links against the static library too. usage: edit PLAN OUT */
#include <helhedsplan/helhedsplan.h>

#include <stdio.h>
#include <stdlib.h>

static void must(hhp_status status) {
  if (status != HHP_OK) {
    fprintf(stderr, "%s\n", hhp_status_message(status, HHP_LANG_EN));
    exit(1);
  }
}

static const hhp_field *field(const hhp_object *object, const char *name) {
  const hhp_field *found = hhp_entity_find_field(hhp_object_entity(object), name);
  must(found == NULL ? HHP_ERR_NOT_FOUND : HHP_OK);
  return found;
}

static void add_goal(hhp_object *root) {
  const hhp_field *goals = field(root, "goals");
  hhp_object *made = NULL;
  must(hhp_insert_object(root, goals, 0, "tryghed-i-hverdagen", &made));
  must(hhp_set_text(made, field(made, "title"), "Større tryghed i hverdagen"));
  must(hhp_move(root, goals, 0, hhp_get_count(root, goals) - 1));
  for (size_t i = 0; i < hhp_get_count(root, goals); i++) {
    const hhp_object *goal = hhp_get_object_at(root, goals, i);
    printf("%s: %s\n", hhp_get_text(goal, field(goal, "id")), hhp_get_text(goal, field(goal, "title")));
  }
}

static void raise_contribution(hhp_object *root) {
  hhp_object *financing = hhp_get_object(root, field(root, "financing"));
  hhp_object *contribution = hhp_get_object_at(financing, field(financing, "contributions"), 0);
  must(hhp_set_kroner(contribution, field(contribution, "amount"), 12000000));
}

static void check(const hhp_plan *plan) {
  hhp_check_options *options = NULL;
  hhp_report *report = NULL;
  must(hhp_check_options_new(&options));
  must(hhp_check_options_set_today(options, 20220601));
  must(hhp_report_new(&report));
  must(hhp_plan_validate(plan, options, report));
  for (size_t i = 0; i < hhp_report_count(report); i++) {
    const hhp_finding *finding = hhp_report_at(report, i);
    printf("%s %s: %s\n", hhp_finding_rule(finding), hhp_finding_pointer(finding),
           hhp_finding_message(finding, HHP_LANG_DA));
  }
  hhp_report_free(report);
  hhp_check_options_free(options);
}

int main(int argc, char **argv) {
  hhp_plan *plan = NULL;
  if (argc != 3)
    return 2;
  must(hhp_plan_load(&plan, argv[1], NULL));
  add_goal((hhp_object *)plan);
  raise_contribution((hhp_object *)plan);
  check(plan);
  must(hhp_plan_save(plan, argv[2]));
  hhp_plan_free(plan);
  return 0;
}
