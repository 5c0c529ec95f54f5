/* The placeholder texts of a new plan. */
#ifndef CLI_NEW_PLAN_WORDS_H
#define CLI_NEW_PLAN_WORDS_H

#include <stdint.h>

typedef enum example_word {
  WORD_MARK, /* prefix of every text to be replaced */
  WORD_LANGUAGE,
  WORD_PLAN_ID,
  WORD_TITLE,
  WORD_TITLE_OF, /* {}: area and years */
  WORD_AREA,
  WORD_VISION,
  WORD_MISSION,
  WORD_APPROACH,
  WORD_SUMMARY, /* {}: the share that is required */
  WORD_SOURCE,
  WORD_MUNICIPALITY_ID,
  WORD_MUNICIPALITY,
  WORD_HOUSING_ID,
  WORD_HOUSING,
  WORD_FUND_ID,
  WORD_FUND,
  WORD_SECRETARIAT_ID,
  WORD_SECRETARIAT,
  WORD_GOAL_ID,
  WORD_GOAL,
  WORD_STRATEGY_ID,
  WORD_STRATEGY,
  WORD_STRATEGY_AIM,
  WORD_FOCUS_CODE,
  WORD_FOCUS,
  WORD_FOCUS_PURPOSE, /* {}: title of the focus area; likewise below */
  WORD_FOCUS_SUB_GOAL,
  WORD_ACTIVITY_ID,
  WORD_ACTIVITY, /* {} */
  WORD_ACTIVITY_PURPOSE,
  WORD_ACTIVITY_GROUP,
  WORD_ACTIVITY_ELEMENT,
  WORD_STRATEGIC_ID,
  WORD_STRATEGIC,
  WORD_SUB_ID, /* {}: code of the focus area */
  WORD_SUB,    /* {} */
  WORD_LEAD_TITLE,
  WORD_BOARD_CHAIR,
  WORD_BOARD_MEMBER,
  WORD_INDICATOR_ID,
  WORD_INDICATOR,
  WORD_INDICATOR_SOURCE,
  WORD_MILESTONE_ID, /* {}: the year */
  WORD_MILESTONE,    /* {}: the year */
  NEW_PLAN_WORDS
} example_word;

const char *new_plan_words(example_word word, int32_t lang);

#endif
