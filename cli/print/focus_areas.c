/* The focus areas with their activities; the letters are the column headings of the table of goals. */
#include "cli/print/focus_areas.h"

#include <string.h>

#include "cli/print/lang.h"
#include "cli/print/layout.h"

enum { INDENT = 2 };

int activity_is_in(const hhp_activity *activity, const hhp_focus_area *area) {
  size_t count = hhp_activity_focus_area_count(activity);
  for (size_t i = 0; area != NULL && i < count; i++) {
    if (strcmp(hhp_activity_focus_area_at(activity, i), hhp_focus_area_id(area)) == 0)
      return 1;
  }
  return area == NULL && count == 0;
}

static size_t S_count(const hhp_plan *plan, const hhp_focus_area *area) {
  size_t count = 0;
  for (size_t i = 0; i < hhp_plan_activity_count(plan); i++)
    count += (size_t)activity_is_in(hhp_plan_activity_at(plan, i), area);
  return count;
}

static void S_put_activities(cli_text *out, const hhp_plan *plan, const hhp_focus_area *area) {
  enum { COLUMN = 7 };
  for (size_t i = 0; i < hhp_plan_activity_count(plan); i++) {
    const hhp_activity *activity = hhp_plan_activity_at(plan, i);
    if (!activity_is_in(activity, area))
      continue;
    put_times(out, ' ', COLUMN);
    put_shown_wrapped(out, hhp_activity_title(activity), COLUMN, SCREEN);
    put(out, "\n");
  }
}

static void S_put_area(cli_text *out, const hhp_plan *plan, const hhp_focus_area *area, char letter, int32_t lang) {
  enum { COLUMN = 5 };
  cli_text words = {0};
  put_shown(&words, hhp_focus_area_title(area));
  put_in_lang(&words, lang, " (%zu%s%s)", " (%zu%s%s)", S_count(plan, area),
              hhp_focus_area_cross_cutting(area) ? in_lang(lang, "; tværgående", "; cross-cutting") : "",
              hhp_focus_area_open_for_input(area) ? in_lang(lang, "; åbent for input", "; open for input") : "");
  put_times(out, ' ', INDENT);
  put_bytes(out, &letter, 1);
  put(out, "  ");
  put_wrapped(out, text_of(&words), COLUMN, SCREEN);
  put(out, "\n");
  S_put_activities(out, plan, area);
  text_join(out, &words);
}

void put_focus_areas(cli_text *out, const hhp_plan *plan, int32_t lang) {
  size_t count = hhp_plan_focus_area_count(plan);
  put_in_lang(out, lang, "\nIndsatsområder og aktiviteter (%zu)\n", "\nFocus areas and activities (%zu)\n",
              hhp_plan_activity_count(plan));
  for (size_t i = 0; i < count && i < MOST_AREAS; i++)
    S_put_area(out, plan, hhp_plan_focus_area_at(plan, i), (char)('A' + i), lang);
  if (count == MOST_AREAS + 1)
    put(out, in_lang(lang, "  … og 1 indsatsområde til\n", "  … and 1 more focus area\n"));
  else if (count > MOST_AREAS)
    put_in_lang(out, lang, "  … og %zu indsatsområder til\n", "  … and %zu more focus areas\n", count - MOST_AREAS);
  size_t without = S_count(plan, NULL);
  if (without == 0)
    return;
  put_in_lang(out, lang, "  –  Uden indsatsområde (%zu)\n", "  –  Without focus area (%zu)\n", without);
  S_put_activities(out, plan, NULL);
}
