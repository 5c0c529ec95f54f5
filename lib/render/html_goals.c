/* Goals by focus areas: how many activities serve both. Goals and focus areas count as in the roll-ups: an activity
 * serves the goals that it names and those above them, and every activity serves a cross-cutting focus area. */
#include "render/html.h"

#include <stdlib.h>

#include "model/model.h"

enum { MOST_AREAS = 8, MOST_GOALS = 60 }; /* goals are bits of an uint64_t */

/* Of each goal of the plan, which of the first MOST_GOALS an activity serves that names it. */
typedef struct {
  uint64_t *served;
  uint8_t *states; /* UNKNOWN, IN_WALK or KNOWN */
  uint32_t *walk;  /* the goals from one on upwards */
} S_ancestors;

enum { UNKNOWN, IN_WALK, KNOWN };

typedef struct {
  uint32_t cells[MOST_GOALS][MOST_AREAS];
  uint32_t totals[MOST_GOALS];     /* activities that serve the goal, whatever their focus areas */
  uint32_t work_areas[MOST_GOALS]; /* that contribute to it */
} S_matrix;

static uint64_t S_bit(uint32_t index, uint32_t most) {
  return index < most ? (uint64_t)1 << index : 0;
}

static const hhp_goal *S_parent(const hhp_goal *goal) {
  return (const hhp_goal *)hhp__object_with_id(&goal->object, HHP__E_goal, goal->parent);
}

/* Walks up from the goal to the top, to a goal that is known, or around a cycle (HP206), whose goals serve each other;
 * then back, so that the time is linear. */
static void S_find_served(S_ancestors *ancestors, const hhp_goal *goal) {
  uint32_t count = 0;
  uint64_t served = 0;
  for (; goal != NULL && ancestors->states[goal->object.index] == UNKNOWN; goal = S_parent(goal)) {
    ancestors->states[goal->object.index] = IN_WALK;
    ancestors->walk[count++] = goal->object.index;
  }
  uint32_t cycle = count;
  if (goal != NULL && ancestors->states[goal->object.index] == KNOWN)
    served = ancestors->served[goal->object.index];
  else if (goal != NULL)
    do
      served |= S_bit(ancestors->walk[--cycle], MOST_GOALS);
    while (ancestors->walk[cycle] != goal->object.index);
  while (count > 0) {
    uint32_t index = ancestors->walk[--count];
    served |= S_bit(index, MOST_GOALS);
    ancestors->served[index] = served;
    ancestors->states[index] = KNOWN;
  }
}

static int S_new_ancestors(S_ancestors *ancestors, const hhp_plan *plan) {
  uint32_t count = plan->goals.count;
  *ancestors = (S_ancestors){calloc(count, sizeof(uint64_t)), calloc(count, 1), calloc(count, sizeof(uint32_t))};
  if (ancestors->served == NULL || ancestors->states == NULL || ancestors->walk == NULL)
    return -1;
  for (uint32_t i = 0; i < count; i++)
    S_find_served(ancestors, plan->goals.items[i]);
  return 0;
}

static void S_free_ancestors(S_ancestors *ancestors) {
  free(ancestors->served);
  free(ancestors->states);
  free(ancestors->walk);
}

static uint64_t S_goals_of(const hhp_activity *activity, const S_ancestors *ancestors) {
  uint64_t served = 0;
  for (uint32_t i = 0; i < activity->goals.count; i++) {
    const hhp__object *goal = hhp__object_with_id(&activity->object, HHP__E_goal, activity->goals.items[i]);
    served |= goal == NULL ? 0 : ancestors->served[goal->index];
  }
  return served;
}

static uint64_t S_areas_of(const hhp_activity *activity) {
  uint64_t areas = 0;
  for (uint32_t i = 0; i < activity->focus_areas.count; i++) {
    const hhp__object *area = hhp__object_with_id(&activity->object, HHP__E_focus_area, activity->focus_areas.items[i]);
    areas |= area == NULL ? 0 : S_bit(area->index, MOST_AREAS);
  }
  return areas;
}

static void S_count_one(S_matrix *matrix, uint64_t goals, uint64_t areas) {
  for (uint32_t g = 0; g < MOST_GOALS; g++) {
    if ((goals & S_bit(g, MOST_GOALS)) == 0)
      continue;
    matrix->totals[g]++;
    for (uint32_t a = 0; a < MOST_AREAS; a++)
      matrix->cells[g][a] += (areas & S_bit(a, MOST_AREAS)) != 0;
  }
}

static uint64_t S_goals_of_work_area(const hhp_work_area *work_area, const S_ancestors *ancestors) {
  uint64_t served = 0;
  for (uint32_t i = 0; i < work_area->contributes.count; i++) {
    const hhp_goal_contribution *contribution = work_area->contributes.items[i];
    const hhp__object *goal = hhp__object_with_id(&work_area->object, HHP__E_goal, contribution->goal);
    served |= goal == NULL ? 0 : ancestors->served[goal->index];
  }
  return served;
}

static void S_count_work_areas(S_matrix *matrix, const hhp_plan *plan, const S_ancestors *ancestors) {
  for (uint32_t i = 0; i < plan->work_areas.count; i++) {
    uint64_t goals = S_goals_of_work_area(plan->work_areas.items[i], ancestors);
    for (uint32_t g = 0; g < MOST_GOALS; g++)
      matrix->work_areas[g] += (goals & S_bit(g, MOST_GOALS)) != 0;
  }
}

/* Returns 0, or -1 if out of memory. */
static int S_count(S_matrix *matrix, const hhp_plan *plan) {
  S_ancestors ancestors;
  int result = S_new_ancestors(&ancestors, plan);
  uint64_t everywhere = 0;
  for (uint32_t i = 0; i < plan->focus_areas.count && i < MOST_AREAS; i++) {
    if (hhp_focus_area_cross_cutting(plan->focus_areas.items[i]))
      everywhere |= S_bit(i, MOST_AREAS);
  }
  for (uint32_t i = 0; result == 0 && i < plan->activities.count; i++) {
    const hhp_activity *activity = plan->activities.items[i];
    S_count_one(matrix, S_goals_of(activity, &ancestors), S_areas_of(activity) | everywhere);
  }
  if (result == 0)
    S_count_work_areas(matrix, plan, &ancestors);
  S_free_ancestors(&ancestors);
  return result;
}

static void S_put_letter(hhp__page *page, uint32_t number) {
  hhp__putc(page->out, (char)('A' + number));
}

/* The columns have letters, so that the table fits a narrow screen. */
static void S_put_key(hhp__page *page, const hhp_plan *plan) {
  hhp__html(page, "<ul class=\"letters\">\n");
  for (uint32_t i = 0; i < plan->focus_areas.count && i < MOST_AREAS; i++) {
    const hhp_focus_area *area = plan->focus_areas.items[i];
    hhp__html(page, "<li><b>");
    S_put_letter(page, i);
    hhp__html(page, "</b> ");
    hhp__html_plan_text(page, area->title, HHP__HTML_LONGEST_NAME);
    if (hhp_focus_area_cross_cutting(area))
      hhp__html_phrase(page, (hhp__phrase){" (tværgående)", " (cross-cutting)"});
    hhp__html(page, "</li>\n");
  }
  if (plan->work_areas.count > 0) {
    hhp__html_phrase(page, (hhp__phrase){"<li><b>AO</b> Arbejdsområder, der bidrager til målet",
                                         "<li><b>WA</b> Work areas that contribute to the goal"});
    hhp__html(page, "</li>\n");
  }
  hhp__html(page, "</ul>\n");
}

static void S_put_cell(hhp__page *page, uint32_t count, const char *extra) {
  static const char *const tints[] = {"t0", "t1", "t2", "t3"};
  hhp__html(page, "<td class=\"c ");
  hhp__html(page, extra != NULL ? extra : tints[count == 0 ? 0 : count == 1 ? 1 : count < 4 ? 2 : 3]);
  hhp__html(page, "\">");
  hhp__html_count(page, count);
  hhp__html(page, "</td>");
}

static void S_put_goal(hhp__page *page, const hhp_plan *plan, const S_matrix *matrix, uint32_t row, uint32_t areas) {
  const hhp_goal *goal = plan->goals.items[row];
  hhp__html(page, goal->parent != NULL ? "<tr><th scope=\"row\" class=\"sub\">" : "<tr><th scope=\"row\">");
  hhp__html_plan_text(page, goal->title, HHP__HTML_LONGEST_NAME);
  if (!hhp_goal_pursued(goal))
    hhp__html_phrase(page, (hhp__phrase){" (forfølges ikke)", " (not pursued)"});
  hhp__html(page, "</th>");
  for (uint32_t a = 0; a < areas; a++)
    S_put_cell(page, matrix->cells[row][a], NULL);
  S_put_cell(page, matrix->totals[row], "sum");
  if (plan->work_areas.count > 0)
    S_put_cell(page, matrix->work_areas[row], NULL);
  hhp__html(page, "</tr>\n");
}

static void S_put_table(hhp__page *page, const hhp_plan *plan, const S_matrix *matrix) {
  uint32_t areas = plan->focus_areas.count < MOST_AREAS ? plan->focus_areas.count : MOST_AREAS;
  hhp__html(page, "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"");
  hhp__html_phrase(page, (hhp__phrase){"Tabel: mål og indsatsområder", "Table: goals and focus areas"});
  hhp__html(page, "\"><table class=\"matrix\">\n<thead><tr><th scope=\"col\">");
  hhp__html_phrase(page, (hhp__phrase){"Mål", "Goal"});
  hhp__html(page, "</th>");
  for (uint32_t i = 0; i < areas; i++) {
    hhp__html(page, "<th scope=\"col\" class=\"c\">");
    S_put_letter(page, i);
    hhp__html(page, "</th>");
  }
  hhp__html(page, "<th scope=\"col\" class=\"c\">");
  hhp__html_phrase(page, (hhp__phrase){"Alle", "All"});
  if (plan->work_areas.count > 0)
    hhp__html_phrase(page,
                     (hhp__phrase){"</th><th scope=\"col\" class=\"c\">AO", "</th><th scope=\"col\" class=\"c\">WA"});
  hhp__html(page, "</th></tr></thead>\n<tbody>\n");
  for (uint32_t i = 0; i < plan->goals.count && i < MOST_GOALS; i++)
    S_put_goal(page, plan, matrix, i, areas);
  hhp__html(page, "</tbody></table></div>\n");
}

static void S_put_section(hhp__page *page, const hhp_plan *plan, const S_matrix *matrix) {
  hhp__html_section(page, "goals", (hhp__phrase){"Mål og indsatsområder", "Goals and focus areas"});
  hhp__html(page, "<p>");
  hhp__html_phrase(
      page, (hhp__phrase){"Antal aktiviteter, der understøtter målet eller et af dets delmål, efter indsatsområde.",
                          "Number of activities that support the goal or one of its subgoals, by focus area."});
  hhp__html(page, "</p>\n");
  S_put_key(page, plan);
  S_put_table(page, plan, matrix);
  hhp__html_left_out(page, (hhp__phrase){"Mål, der ikke er vist: ", "Goals not shown: "},
                     plan->goals.count > MOST_GOALS ? plan->goals.count - MOST_GOALS : 0);
  hhp__html_left_out(page, (hhp__phrase){"Indsatsområder, der ikke er vist: ", "Focus areas not shown: "},
                     plan->focus_areas.count > MOST_AREAS ? plan->focus_areas.count - MOST_AREAS : 0);
  hhp__html_section_end(page);
}

void hhp__html_goals(hhp__page *page, const hhp_plan *plan) {
  if (plan->goals.count == 0 || (plan->activities.count == 0 && plan->work_areas.count == 0))
    return;
  S_matrix *matrix = calloc(1, sizeof(*matrix));
  if (matrix == NULL || S_count(matrix, plan) != 0)
    page->out->failed = 1;
  else
    S_put_section(page, plan, matrix);
  free(matrix);
}
