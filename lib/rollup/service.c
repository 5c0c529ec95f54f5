/* Activities by goal and by focus area. */
#include "rollup/rollup.h"

/* `number` is the number of the activity, from 1. Repeated names count once. */
static void S_count_named(hhp_rollup *rollup, const hhp__list *named, uint32_t number) {
  if (named->count == 0) {
    hhp_rollup_row *none = hhp__rollup_row_for(rollup, NULL);
    if (none != NULL)
      none->cells[HHP__CELL_ACTIVITIES]++;
    return;
  }
  for (uint32_t i = 0; i < named->count; i++) {
    hhp_rollup_row *row = hhp__rollup_row_for(rollup, named->items[i]);
    if (row == NULL || row->seen == number)
      continue;
    row->seen = number;
    row->cells[HHP__CELL_ACTIVITIES]++;
  }
}

/* The field is a list of references of the activities. */
static void S_count(hhp_rollup *rollup, const hhp_plan *plan, const hhp__field *field) {
  const hhp__list *activities = &plan->activities;
  for (uint32_t i = 0; i < activities->count; i++)
    S_count_named(rollup, hhp__list_at(activities->items[i], field), i + 1);
  for (uint32_t i = 0; i < rollup->rows.count; i++) {
    int64_t *cells = hhp__rollup_row_at(rollup, i)->cells;
    cells[HHP__CELL_ALL_ACTIVITIES] = cells[HHP__CELL_ACTIVITIES];
  }
  rollup->total.cells[HHP__CELL_ACTIVITIES] = activities->count;
  rollup->total.cells[HHP__CELL_ALL_ACTIVITIES] = activities->count;
}

void hhp__roll_up_focus_areas(hhp_rollup *rollup, const hhp_plan *plan) {
  S_count(rollup, plan, &hhp__entities[HHP__E_activity].fields[HHP__activity_focus_areas]);
  for (uint32_t i = 0; i < plan->focus_areas.count; i++) {
    if (hhp_focus_area_cross_cutting(plan->focus_areas.items[i]))
      hhp__rollup_row_at(rollup, i)->cells[HHP__CELL_ALL_ACTIVITIES] = plan->activities.count;
  }
}

void hhp__roll_up_goals(hhp_rollup *rollup, const hhp_plan *plan) {
  S_count(rollup, plan, &hhp__entities[HHP__E_activity].fields[HHP__activity_goals]);
  if (rollup->status == HHP_OK && plan->goals.count > 0 && plan->activities.count > 0)
    hhp__rollup_count_below(rollup, plan);
}
