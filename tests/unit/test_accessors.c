/* The accessors: one test for each field of each entity of a plan, generated from the table of fields; then what the
 * table does not contain: defaults, ids, removal. */
#include <stdlib.h>
#include <string.h>

#include "model/model.h"
#include "unit/support.h"

static const char broken_utf8[] = "\xc3(";
static const char *const bad_ids[] = {
    "",    "-a", "Abc", "a b",
    "a_b", "å",  "a/b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" /* 65 */};

/* --- One of each entity, in a separate plan --- */

#define IN_PLAN(e)                                                      \
  static hhp_##e *some_##e(void) {                                      \
    hhp_##e *made = NULL;                                               \
    assert_int_equal(hhp_plan_add_##e(new_plan(), "x", &made), HHP_OK); \
    return made;                                                        \
  }
#define WITHOUT_ID_IN_PLAN(e, one)                                   \
  static hhp_##e *some_##e(void) {                                   \
    hhp_##e *made = NULL;                                            \
    assert_int_equal(hhp_plan_add_##one(new_plan(), &made), HHP_OK); \
    return made;                                                     \
  }
#define IN(parent, e, one)                                                      \
  static hhp_##e *some_##e(void) {                                              \
    hhp_##e *made = NULL;                                                       \
    assert_int_equal(hhp_##parent##_add_##one(some_##parent(), &made), HHP_OK); \
    return made;                                                                \
  }
#define PART_OF(parent, e)                      \
  static hhp_##e *some_##e(void) {              \
    return hhp_##parent##_##e(some_##parent()); \
  }

static hhp_plan *some_plan(void) {
  return new_plan();
}
PART_OF(plan, period)
WITHOUT_ID_IN_PLAN(continuation, continuation)
IN_PLAN(party)
IN_PLAN(goal)
IN_PLAN(strategy)
IN(strategy, support, support)
IN_PLAN(work_area)
IN(work_area, goal_contribution, contribution)
IN_PLAN(focus_area)
IN_PLAN(activity)
PART_OF(activity, target_group)
IN_PLAN(agreement)
IN(agreement, signature, signature)
PART_OF(plan, governance)
IN(governance, board_member, board_member)
PART_OF(plan, financing)
PART_OF(financing, grant)
IN(financing, contribution, contribution)
IN(financing, budget_line, budget_line)
IN_PLAN(indicator)
PART_OF(indicator, baseline)
IN(indicator, indicator_period, period)
IN_PLAN(milestone)
WITHOUT_ID_IN_PLAN(approval, approval)
WITHOUT_ID_IN_PLAN(annual_report, report)
WITHOUT_ID_IN_PLAN(waiver, waiver)

static hhp_plan *plan_around(const void *object) {
  const hhp__object *o = object;
  while (o->parent != NULL)
    o = o->parent;
  return (hhp_plan *)(uintptr_t)o;
}

/* --- Behaviour of each type of field --- */

/* A text is set, replaced and cleared; texts returned earlier are unchanged. */
#define CHECK_ANY_TEXT(e, name, first, second, absent)                    \
  assert_texts_equal(hhp_##e##_##name(x), absent);                        \
  assert_texts_equal(hhp_##e##_##name(NULL), absent);                     \
  assert_int_equal(hhp_##e##_set_##name(NULL, first), HHP_ERR_ARGUMENT);  \
  char *given = copy_of(first);                                           \
  assert_int_equal(hhp_##e##_set_##name(x, given), HHP_OK);               \
  memset(given, '?', strlen(given)); /* the plan has a copy */            \
  const char *kept = hhp_##e##_##name(x);                                 \
  assert_string_equal(kept, first);                                       \
  assert_int_equal(hhp_##e##_set_##name(x, second), HHP_OK);              \
  assert_string_equal(hhp_##e##_##name(x), second);                       \
  assert_string_equal(kept, first);                                       \
  assert_int_equal(hhp_##e##_set_##name(x, broken_utf8), HHP_ERR_UTF8);   \
  assert_string_equal(hhp_##e##_##name(x), second);                       \
  assert_int_equal(hhp_##e##_set_##name(x, hhp_##e##_##name(x)), HHP_OK); \
  assert_string_equal(hhp_##e##_##name(x), second);                       \
  assert_int_equal(hhp_##e##_set_##name(x, NULL), HHP_OK);                \
  assert_texts_equal(hhp_##e##_##name(x), absent);                        \
  assert_string_equal(kept, first);

#define REFUSES(e, name, value, status)                     \
  assert_int_equal(hhp_##e##_set_##name(x, value), status); \
  assert_texts_equal(hhp_##e##_##name(x), NULL);

#define CHECK_TEXT(e, name, one, low, high, fallback, target) \
  CHECK_ANY_TEXT(e, name, "Æblevej 5 😀", "andet", NULL)       \
  assert_int_equal(hhp_##e##_set_##name(x, ""), HHP_OK);      \
  assert_string_equal(hhp_##e##_##name(x), "");

#define CHECK_TEXT_OR(e, name, one, low, high, fallback, target) \
  CHECK_ANY_TEXT(e, name, "en", "de", fallback)                  \
  assert_int_equal(hhp_##e##_has_##name(x), 0);                  \
  assert_int_equal(hhp_##e##_has_##name(NULL), 0);               \
  assert_int_equal(hhp_##e##_set_##name(x, fallback), HHP_OK);   \
  assert_int_equal(hhp_##e##_has_##name(x), 1);

#define CHECK_ID(e, name, one, low, high, fallback, target)                                      \
  assert_int_equal(hhp_##e##_set_##name(x, NULL), HHP_OK);                                       \
  CHECK_ANY_TEXT(e, name, "first-id", "2nd", NULL)                                               \
  for (size_t i = 0; i < COUNT_OF(bad_ids); i++)                                                 \
    assert_int_equal(hhp_##e##_set_##name(x, bad_ids[i]), HHP_ERR_ID);                           \
  assert_int_equal(hhp_plan_add_waiver(plan_around(x), NULL), HHP_OK);                           \
  hhp_goal *other = NULL;                                                                        \
  assert_int_equal(hhp_plan_add_goal(plan_around(x), "taken", &other), HHP_OK);                  \
  assert_int_equal(hhp_##e##_set_##name(x, "mine"), HHP_OK);                                     \
  assert_int_equal(hhp_##e##_set_##name(x, "mine"), HHP_OK); /* its own id is not a duplicate */ \
  assert_int_equal(hhp_##e##_set_##name(x, "taken"), HHP_ERR_DUPLICATE_ID);                      \
  assert_string_equal(hhp_##e##_##name(x), "mine");                                              \
  assert_int_equal(hhp_goal_set_id(other, "mine"), HHP_ERR_DUPLICATE_ID);                        \
  assert_int_equal(hhp_##e##_set_##name(x, "other"), HHP_OK); /* now "mine" is free */           \
  assert_int_equal(hhp_goal_set_id(other, "mine"), HHP_OK);                                      \
  assert_int_equal(hhp_##e##_set_##name(x, "taken"), HHP_OK); /* so is "taken" */

#define CHECK_REF(e, name, one, low, high, fallback, target)           \
  CHECK_ANY_TEXT(e, name, "of-nobody-yet", "b", NULL)                  \
  for (size_t i = 0; i < COUNT_OF(bad_ids); i++)                       \
    assert_int_equal(hhp_##e##_set_##name(x, bad_ids[i]), HHP_ERR_ID); \
  assert_texts_equal(hhp_##e##_##name(x), NULL);

#define CHECK_CODE(e, name, one, low, high, fallback, target) \
  CHECK_ANY_TEXT(e, name, "tryghed-og-trivsel", "b", NULL)    \
  REFUSES(e, name, "Tryghed", HHP_ERR_FORMAT)                 \
  REFUSES(e, name, "", HHP_ERR_FORMAT)

#define CHECK_CVR(e, name, one, low, high, fallback, target) \
  CHECK_ANY_TEXT(e, name, "35209115", "00000000", NULL)      \
  REFUSES(e, name, "3520911", HHP_ERR_FORMAT)                \
  REFUSES(e, name, "DK35209115", HHP_ERR_FORMAT)

#define CHECK_MUNICIPALITY(e, name, one, low, high, fallback, target) \
  CHECK_ANY_TEXT(e, name, "461", "0461", NULL)                        \
  REFUSES(e, name, "46", HHP_ERR_FORMAT)                              \
  REFUSES(e, name, "Odense", HHP_ERR_FORMAT)

#define CHECK_DECIMAL(e, name, one, low, high, fallback, target) \
  CHECK_ANY_TEXT(e, name, "63.5", "-0.0001", NULL)               \
  REFUSES(e, name, "63,5", HHP_ERR_FORMAT)                       \
  REFUSES(e, name, "1.00001", HHP_ERR_FORMAT)

#define CHECK_FORMAT(e, name, one, low, high, fallback, target)                      \
  assert_string_equal(hhp_##e##_##name(x), "helhedsplan/1"); /* a new plan has it */ \
  assert_int_equal(hhp_##e##_set_##name(x, NULL), HHP_OK);                           \
  CHECK_ANY_TEXT(e, name, "helhedsplan/1", "helhedsplan/1", NULL)                    \
  REFUSES(e, name, "helhedsplan/2", HHP_ERR_FORMAT)

#define CHECK_ANY_NUMBER(e, name, absent, otherwise)                      \
  assert_int_equal(hhp_##e##_##name(x), otherwise);                       \
  assert_int_equal(hhp_##e##_##name(NULL), otherwise);                    \
  assert_int_equal(hhp_##e##_set_##name(NULL, absent), HHP_ERR_ARGUMENT); \
  assert_int_equal(hhp_##e##_set_##name(x, absent), HHP_OK);

#define TAKES(e, name, value)                               \
  assert_int_equal(hhp_##e##_set_##name(x, value), HHP_OK); \
  assert_int_equal(hhp_##e##_##name(x), value);

/* A rejected value changes nothing. */
#define LEAVES(e, name, value, status, before)              \
  assert_int_equal(hhp_##e##_set_##name(x, value), status); \
  assert_int_equal(hhp_##e##_##name(x), before);

#define CHECK_VALUES(e, name, target)                     \
  const hhp__enum *values = &hhp__enums[HHP__V_##target]; \
  for (size_t i = 0; i < values->count; i++) {            \
    TAKES(e, name, values->values[i].value)               \
  }                                                       \
  int32_t last = values->values[values->count - 1].value; \
  LEAVES(e, name, 0, HHP_ERR_ENUM, last)                  \
  LEAVES(e, name, -1, HHP_ERR_ENUM, last)                 \
  LEAVES(e, name, last + 1, HHP_ERR_ENUM, last)           \
  LEAVES(e, name, INT32_MAX, HHP_ERR_ENUM, last)

#define CHECK_ENUM(e, name, one, low, high, fallback, target) \
  CHECK_ANY_NUMBER(e, name, HHP_ABSENT, HHP_ABSENT)           \
  CHECK_VALUES(e, name, target)                               \
  TAKES(e, name, HHP_ABSENT)

#define CHECK_PRESENCE(e, name, fallback)                        \
  assert_int_equal(hhp_##e##_has_##name(NULL), 0);               \
  assert_int_equal(hhp_##e##_has_##name(x), 1);                  \
  assert_int_equal(hhp_##e##_set_##name(x, HHP_ABSENT), HHP_OK); \
  assert_int_equal(hhp_##e##_has_##name(x), 0);                  \
  assert_int_equal(hhp_##e##_##name(x), fallback);               \
  TAKES(e, name, fallback)                                       \
  assert_int_equal(hhp_##e##_has_##name(x), 1);

#define CHECK_ENUM_OR(e, name, one, low, high, fallback, target) \
  assert_int_equal(hhp_##e##_has_##name(x), 0);                  \
  CHECK_ANY_NUMBER(e, name, HHP_ABSENT, fallback)                \
  CHECK_VALUES(e, name, target)                                  \
  CHECK_PRESENCE(e, name, fallback)

#define CHECK_BOOL(e, name, one, low, high, fallback, target) \
  assert_int_equal(hhp_##e##_has_##name(x), 0);               \
  CHECK_ANY_NUMBER(e, name, HHP_ABSENT, fallback)             \
  TAKES(e, name, 1)                                           \
  TAKES(e, name, 0)                                           \
  LEAVES(e, name, 2, HHP_ERR_RANGE, 0)                        \
  LEAVES(e, name, -1, HHP_ERR_RANGE, 0)                       \
  LEAVES(e, name, INT32_MAX, HHP_ERR_RANGE, 0)                \
  CHECK_PRESENCE(e, name, fallback)

#define CHECK_INT(e, name, one, low, high, fallback, target)              \
  CHECK_ANY_NUMBER(e, name, HHP_ABSENT, HHP_ABSENT)                       \
  TAKES(e, name, low)                                                     \
  TAKES(e, name, high)                                                    \
  if ((low) > -INT32_MAX) { /* otherwise one below would be HHP_ABSENT */ \
    LEAVES(e, name, (int32_t)((int64_t)(low)-1), HHP_ERR_RANGE, high)     \
  }                                                                       \
  if ((high) < INT32_MAX) {                                               \
    LEAVES(e, name, (int32_t)((int64_t)(high) + 1), HHP_ERR_RANGE, high)  \
  }                                                                       \
  TAKES(e, name, HHP_ABSENT)

#define CHECK_DATE(e, name, one, low, high, fallback, target) \
  CHECK_ANY_NUMBER(e, name, 0, 0)                             \
  TAKES(e, name, 20150000)                                    \
  TAKES(e, name, 20151000)                                    \
  TAKES(e, name, 20160229)                                    \
  LEAVES(e, name, 20150229, HHP_ERR_DATE, 20160229)           \
  LEAVES(e, name, 20150001, HHP_ERR_DATE, 20160229)           \
  LEAVES(e, name, 20151301, HHP_ERR_DATE, 20160229)           \
  LEAVES(e, name, 2015, HHP_ERR_DATE, 20160229)               \
  LEAVES(e, name, -20150101, HHP_ERR_DATE, 20160229)          \
  LEAVES(e, name, HHP_ABSENT, HHP_ERR_DATE, 20160229)         \
  TAKES(e, name, 0)

#define CHECK_KRONER(e, name, one, low, high, fallback, target)                  \
  CHECK_ANY_NUMBER(e, name, HHP_ABSENT, HHP_ABSENT)                              \
  TAKES(e, name, 0)                                                              \
  TAKES(e, name, 46000000)                                                       \
  TAKES(e, name, INT64_C(1000000000000))                                         \
  LEAVES(e, name, INT64_C(1000000000001), HHP_ERR_RANGE, INT64_C(1000000000000)) \
  LEAVES(e, name, -1, HHP_ERR_RANGE, INT64_C(1000000000000))                     \
  LEAVES(e, name, INT64_MAX, HHP_ERR_RANGE, INT64_C(1000000000000))              \
  LEAVES(e, name, INT64_MIN, HHP_ERR_RANGE, INT64_C(1000000000000))              \
  TAKES(e, name, HHP_ABSENT)

#define CHECK_ANY_TEXTS(e, name, one, first, second, third)                 \
  assert_int_equal(hhp_##e##_##one##_count(x), 0);                          \
  assert_int_equal(hhp_##e##_##one##_count(NULL), 0);                       \
  assert_null(hhp_##e##_##one##_at(x, 0));                                  \
  assert_null(hhp_##e##_##one##_at(NULL, 0));                               \
  assert_int_equal(hhp_##e##_remove_##one(x, 0), HHP_ERR_NOT_FOUND);        \
  assert_int_equal(hhp_##e##_add_##one(NULL, first), HHP_ERR_ARGUMENT);     \
  assert_int_equal(hhp_##e##_remove_##one(NULL, 0), HHP_ERR_ARGUMENT);      \
  assert_int_equal(hhp_##e##_add_##one(x, NULL), HHP_ERR_ARGUMENT);         \
  assert_int_equal(hhp_##e##_add_##one(x, broken_utf8), HHP_ERR_UTF8);      \
  char *given = copy_of(first);                                             \
  assert_int_equal(hhp_##e##_add_##one(x, given), HHP_OK);                  \
  memset(given, '?', strlen(given));                                        \
  assert_int_equal(hhp_##e##_add_##one(x, second), HHP_OK);                 \
  assert_int_equal(hhp_##e##_add_##one(x, third), HHP_OK);                  \
  assert_int_equal(hhp_##e##_##one##_count(x), 3);                          \
  const char *kept = hhp_##e##_##one##_at(x, 0);                            \
  assert_string_equal(kept, first);                                         \
  assert_string_equal(hhp_##e##_##one##_at(x, 2), third);                   \
  assert_null(hhp_##e##_##one##_at(x, 3));                                  \
  assert_null(hhp_##e##_##one##_at(x, SIZE_MAX));                           \
  assert_int_equal(hhp_##e##_remove_##one(x, 3), HHP_ERR_NOT_FOUND);        \
  assert_int_equal(hhp_##e##_remove_##one(x, SIZE_MAX), HHP_ERR_NOT_FOUND); \
  assert_int_equal(hhp_##e##_remove_##one(x, 0), HHP_OK);                   \
  assert_int_equal(hhp_##e##_##one##_count(x), 2);                          \
  assert_string_equal(hhp_##e##_##one##_at(x, 0), second);                  \
  assert_string_equal(hhp_##e##_##one##_at(x, 1), third);                   \
  assert_string_equal(kept, first);

#define CHECK_TEXTS(e, name, one, low, high, fallback, target) CHECK_ANY_TEXTS(e, name, one, "Æ", "", "😀")

#define CHECK_REFS(e, name, one, low, high, fallback, target)                           \
  CHECK_ANY_TEXTS(e, name, one, "a", "b-2", "a") /* duplicates are checked elsewhere */ \
  assert_int_equal(hhp_##e##_add_##one(x, "Not an id"), HHP_ERR_ID);                    \
  assert_int_equal(hhp_##e##_add_##one(x, ""), HHP_ERR_ID);                             \
  assert_int_equal(hhp_##e##_##one##_count(x), 2);

#define CHECK_OBJECT(e, name, one, low, high, fallback, target) \
  assert_non_null(hhp_##e##_##name(x));                         \
  assert_ptr_equal(hhp_##e##_##name(x), hhp_##e##_##name(x));   \
  assert_null(hhp_##e##_##name(NULL));

#define CHECK_AN_EMPTY_LIST(e, one, target)           \
  assert_int_equal(hhp_##e##_##one##_count(x), 0);    \
  assert_int_equal(hhp_##e##_##one##_count(NULL), 0); \
  assert_null(hhp_##e##_##one##_at(x, 0));            \
  assert_null(hhp_##e##_##one##_at(NULL, 0));         \
  hhp_##target *a = NULL, *b = NULL, *c = NULL;

/* Of three, each is removed once. */
#define CHECK_REMOVAL(e, one, target, foreigner)                             \
  assert_int_equal(hhp_##e##_##one##_count(x), 3);                           \
  assert_ptr_equal(hhp_##e##_##one##_at(x, 0), a);                           \
  assert_ptr_equal(hhp_##e##_##one##_at(x, 1), b);                           \
  assert_ptr_equal(hhp_##e##_##one##_at(x, 2), c);                           \
  assert_null(hhp_##e##_##one##_at(x, 3));                                   \
  assert_null(hhp_##e##_##one##_at(x, SIZE_MAX));                            \
  assert_int_equal(hhp_##e##_remove_##one(NULL, a), HHP_ERR_ARGUMENT);       \
  assert_int_equal(hhp_##e##_remove_##one(x, NULL), HHP_ERR_ARGUMENT);       \
  assert_int_equal(hhp_##e##_remove_##one(x, foreigner), HHP_ERR_NOT_FOUND); \
  assert_int_equal(hhp_##e##_remove_##one(x, a), HHP_OK);                    \
  assert_int_equal(hhp_##e##_remove_##one(x, a), HHP_ERR_NOT_FOUND);         \
  assert_int_equal(hhp_##e##_##one##_count(x), 2);                           \
  assert_ptr_equal(hhp_##e##_##one##_at(x, 0), b);                           \
  assert_ptr_equal(hhp_##e##_##one##_at(x, 1), c);                           \
  assert_int_equal(hhp_##e##_remove_##one(x, c), HHP_OK);                    \
  assert_int_equal(hhp_##e##_remove_##one(x, b), HHP_OK);                    \
  assert_int_equal(hhp_##e##_##one##_count(x), 0);                           \
  assert_int_equal(hhp_##e##_remove_##one(x, b), HHP_ERR_NOT_FOUND);

#define CHECK_OBJECTS(e, name, one, low, high, fallback, target)     \
  CHECK_AN_EMPTY_LIST(e, one, target)                                \
  assert_int_equal(hhp_##e##_add_##one(NULL, &a), HHP_ERR_ARGUMENT); \
  assert_null(a);                                                    \
  assert_int_equal(hhp_##e##_add_##one(x, &a), HHP_OK);              \
  assert_int_equal(hhp_##e##_add_##one(x, NULL), HHP_OK);            \
  b = hhp_##e##_##one##_at(x, 1);                                    \
  assert_int_equal(hhp_##e##_add_##one(x, &c), HHP_OK);              \
  CHECK_REMOVAL(e, one, target, some_##target())

#define CHECK_ENTITIES(e, name, one, low, high, fallback, target)                 \
  CHECK_AN_EMPTY_LIST(e, one, target)                                             \
  assert_int_equal(hhp_##e##_add_##one(NULL, "a", &a), HHP_ERR_ARGUMENT);         \
  assert_null(a);                                                                 \
  assert_int_equal(hhp_##e##_add_##one(x, NULL, &a), HHP_ERR_ARGUMENT);           \
  assert_int_equal(hhp_##e##_add_##one(x, "", &a), HHP_ERR_ID);                   \
  assert_int_equal(hhp_##e##_add_##one(x, "Å", &a), HHP_ERR_ID);                  \
  assert_int_equal(hhp_##e##_add_##one(x, broken_utf8, &a), HHP_ERR_UTF8);        \
  assert_null(a);                                                                 \
  assert_int_equal(hhp_##e##_##one##_count(x), 0);                                \
  assert_int_equal(hhp_##e##_add_##one(x, "a", &a), HHP_OK);                      \
  assert_int_equal(hhp_##e##_add_##one(x, "b", NULL), HHP_OK);                    \
  assert_int_equal(hhp_##e##_add_##one(x, "c", &c), HHP_OK);                      \
  b = c;                                                                          \
  assert_int_equal(hhp_##e##_add_##one(x, "a", &b), HHP_ERR_DUPLICATE_ID);        \
  assert_null(b);                                                                 \
  assert_int_equal(hhp_##e##_##one##_count(x), 3);                                \
  b = hhp_##e##_##one##_at(x, 1);                                                 \
  assert_string_equal(hhp_##target##_id(b), "b");                                 \
  assert_ptr_equal(hhp_##e##_find_##one(x, "a"), a);                              \
  assert_ptr_equal(hhp_##e##_find_##one(x, "c"), c);                              \
  assert_null(hhp_##e##_find_##one(x, "d"));                                      \
  assert_null(hhp_##e##_find_##one(x, ""));                                       \
  assert_null(hhp_##e##_find_##one(x, NULL));                                     \
  assert_null(hhp_##e##_find_##one(NULL, "a"));                                   \
  assert_int_equal(hhp_##target##_set_id(c, "renamed"), HHP_OK);                  \
  assert_null(hhp_##e##_find_##one(x, "c"));                                      \
  assert_ptr_equal(hhp_##e##_find_##one(x, "renamed"), c);                        \
  CHECK_REMOVAL(e, one, target, some_##target())                                  \
  assert_null(hhp_##e##_find_##one(x, "a"));                                      \
  assert_string_equal(hhp_##target##_id(a), "a"); /* the handle stays readable */ \
  assert_int_equal(hhp_##e##_add_##one(x, "a", &b), HHP_OK);                      \
  assert_ptr_equal(hhp_##e##_find_##one(x, "a"), b);

/* --- Helpers --- */

static void assert_texts_equal(const char *text, const char *expected) {
  if (expected == NULL)
    assert_null(text);
  else
    assert_string_equal(text, expected);
}

/* --- The tests, one for each field --- */

#define HHP__ONLY_PLAN
#define ENTITY(...)
#define END_ENTITY(e)
#define FIELD(e, name, json, one, TYPE, presence, target, low, high, fallback, since, en, da) \
  static void e##_has_##name(void **state) {                                                  \
    (void)state;                                                                              \
    hhp_##e *x = some_##e();                                                                  \
    assert_non_null(x);                                                                       \
    CHECK_##TYPE(e, name, one, low, high, fallback, target)                                   \
  }
#include "model/model.def"

/* --- Absent values, by the specification --- */

static void defaults_are_those_of_the_format(void **state) {
  (void)state;
  hhp_plan *plan = plan_of(plan_text(
      "'parties': [{'id': 'a', 'name': 'A', 'kind': 'municipality'}], 'goals': [{'id': 'g', 'title': 'G'}],"
      "'focus_areas': [{'id': 'f', 'code': 'sundhed', 'title': 'F'}], 'indicators': [{'id': 'i', 'title': 'I'}],"
      "'financing': {'frame': 1, 'contributions': [{'parties': ['a'], 'amount': 1}]}"));
  hhp_goal *goal = hhp_plan_goal_at(plan, 0);
  hhp_focus_area *area = hhp_plan_focus_area_at(plan, 0);
  hhp_indicator *indicator = hhp_plan_indicator_at(plan, 0);
  hhp_contribution *contribution = hhp_financing_contribution_at(hhp_plan_financing(plan), 0);
  assert_int_equal(hhp_plan_kind(plan), HHP_PLAN_KIND_BOLIGSOCIAL);
  assert_string_equal(hhp_plan_language(plan), "da");
  assert_int_equal(hhp_goal_pursued(goal), 1);
  assert_int_equal(hhp_focus_area_cross_cutting(area), 0);
  assert_int_equal(hhp_focus_area_open_for_input(area), 0);
  assert_int_equal(hhp_financing_currency(hhp_plan_financing(plan)), HHP_CURRENCY_DKK);
  assert_int_equal(hhp_contribution_kind(contribution), HHP_CONTRIBUTION_KIND_CASH);
  assert_int_equal(hhp_contribution_qualifier(contribution), HHP_QUALIFIER_EXACT);
  assert_int_equal(hhp_contribution_counts_as_local(contribution), HHP_ABSENT);
  assert_int_equal(hhp_indicator_measure(indicator), HHP_MEASURE_UNIT);
  assert_int_equal(hhp_indicator_ascending(indicator), 1);

  assert_false(hhp_plan_has_kind(plan));
  assert_false(hhp_plan_has_language(plan));
  assert_false(hhp_goal_has_pursued(goal));
  assert_false(hhp_focus_area_has_cross_cutting(area));
  assert_false(hhp_focus_area_has_open_for_input(area));
  assert_false(hhp_financing_has_currency(hhp_plan_financing(plan)));
  assert_false(hhp_contribution_has_kind(contribution));
  assert_false(hhp_contribution_has_qualifier(contribution));
  assert_false(hhp_indicator_has_measure(indicator));
  assert_false(hhp_indicator_has_ascending(indicator));
}

static void defaults_that_are_given_are_given(void **state) {
  (void)state;
  hhp_plan *plan = plan_of(
      plan_text("'kind': 'boligsocial', 'language': 'da', 'goals': [{'id': 'g', 'title': 'G', 'pursued': true}],"
                "'financing': {'currency': 'DKK'}"));
  assert_true(hhp_plan_has_kind(plan));
  assert_true(hhp_plan_has_language(plan));
  assert_true(hhp_goal_has_pursued(hhp_plan_goal_at(plan, 0)));
  assert_true(hhp_financing_has_currency(hhp_plan_financing(plan)));
}

static void an_age_of_0_is_an_age(void **state) {
  (void)state;
  hhp_plan *plan = plan_of(plan_text("'activities': [{'id': 'a', 'title': 'A', 'target_group': {'age_min': 0}}]"));
  hhp_target_group *group = hhp_activity_target_group(hhp_plan_activity_at(plan, 0));
  assert_int_equal(hhp_target_group_age_min(group), 0);
  assert_int_equal(hhp_target_group_age_max(group), HHP_ABSENT);
}

/* --- Ids are unique in the whole plan --- */

static void an_id_is_unique_across_types(void **state) {
  (void)state;
  hhp_plan *plan = new_plan();
  hhp_contribution *contribution = NULL;
  assert_int_equal(hhp_plan_set_id(plan, "the-plan"), HHP_OK);
  assert_int_equal(hhp_financing_add_contribution(hhp_plan_financing(plan), &contribution), HHP_OK);
  assert_int_equal(hhp_contribution_set_id(contribution, "money"), HHP_OK);
  assert_int_equal(hhp_plan_add_party(plan, "who", NULL), HHP_OK);
  static const char *const taken[] = {"the-plan", "money", "who"};
  for (size_t i = 0; i < COUNT_OF(taken); i++) {
    assert_int_equal(hhp_plan_add_goal(plan, taken[i], NULL), HHP_ERR_DUPLICATE_ID);
    assert_int_equal(hhp_plan_add_activity(plan, taken[i], NULL), HHP_ERR_DUPLICATE_ID);
    assert_null(hhp_plan_find_goal(plan, taken[i]));
  }
  assert_null(hhp_plan_find_goal(plan, "who")); /* found only where it belongs */
  assert_non_null(hhp_plan_find_party(plan, "who"));
  assert_int_equal(hhp_plan_set_id(plan, "who"), HHP_ERR_DUPLICATE_ID);
  assert_string_equal(hhp_plan_id(plan), "the-plan");
}

static void a_removed_id_is_free(void **state) {
  (void)state;
  hhp_plan *plan = new_plan();
  hhp_contribution *contribution = NULL;
  hhp_financing_add_contribution(hhp_plan_financing(plan), &contribution);
  hhp_contribution_set_id(contribution, "money");
  assert_int_equal(hhp_financing_remove_contribution(hhp_plan_financing(plan), contribution), HHP_OK);
  assert_int_equal(hhp_plan_add_goal(plan, "money", NULL), HHP_OK);
  assert_int_equal(hhp_plan_set_id(plan, "p"), HHP_OK);
  assert_int_equal(hhp_plan_set_id(plan, NULL), HHP_OK);
  assert_int_equal(hhp_plan_add_goal(plan, "p", NULL), HHP_OK);
}

/* A removed object can still be changed, without effect on the plan. */
static void a_removed_handle_stays_usable(void **state) {
  (void)state;
  hhp_plan *plan = new_plan();
  hhp_agreement *removed = NULL, *other = NULL;
  hhp_plan_add_agreement(plan, "a", &removed);
  hhp_plan_add_agreement(plan, "b", &other);
  hhp_agreement_set_title(removed, "Aftale");
  assert_int_equal(hhp_plan_remove_agreement(plan, removed), HHP_OK);
  assert_string_equal(hhp_agreement_title(removed), "Aftale");
  assert_int_equal(hhp_agreement_set_title(removed, "Gammel aftale"), HHP_OK);
  assert_string_equal(hhp_agreement_title(removed), "Gammel aftale");
  assert_int_equal(hhp_agreement_set_id(removed, "b"), HHP_OK); /* no longer part of the plan */
  assert_int_equal(hhp_agreement_set_id(removed, "Bad"), HHP_ERR_ID);
  assert_ptr_equal(hhp_plan_find_agreement(plan, "b"), other);
  assert_int_equal(hhp_agreement_set_id(removed, NULL), HHP_OK);
  assert_ptr_equal(hhp_plan_find_agreement(plan, "b"), other);
  assert_int_equal(hhp_agreement_add_signature(removed, NULL), HHP_OK);
  assert_int_equal(hhp_plan_add_goal(plan, "a", NULL), HHP_OK);
  assert_int_equal(hhp_plan_remove_agreement(plan, removed), HHP_ERR_NOT_FOUND);
}

/* A binding without types can mix lists up: one that is empty, and one that ends where the element is in its own. */
static void a_handle_of_another_list_is_not_found(void **state) {
  (void)state;
  hhp_plan *plan = new_plan();
  hhp_goal *first = NULL, *second = NULL;
  assert_int_equal(hhp_plan_add_goal(plan, "a", &first), HHP_OK);
  assert_int_equal(hhp_plan_add_goal(plan, "b", &second), HHP_OK);
  assert_int_equal(hhp_plan_add_milestone(plan, "m", NULL), HHP_OK);
  char *before = dump_of(plan);
  assert_int_equal(hhp_plan_remove_strategy(plan, (hhp_strategy *)first), HHP_ERR_NOT_FOUND);
  assert_int_equal(hhp_plan_remove_milestone(plan, (hhp_milestone *)first), HHP_ERR_NOT_FOUND);
  assert_int_equal(hhp_plan_remove_milestone(plan, (hhp_milestone *)second), HHP_ERR_NOT_FOUND);
  assert_string_equal(dump_of(plan), before);
}

/* A plan from a file may have a duplicate id. The first is found; after its removal, the other. */
static hhp_plan *plan_with_three_of_one_id(void) {
  return plan_of(plan_text("'goals': [{'id': 'same', 'title': 'First'}, {'id': 'same', 'title': 'Second'}],"
                           "'activities': [{'id': 'same', 'title': 'Third'}, {'id': 'other', 'title': 'Other'}]"));
}

static void removing_the_first_of_two_finds_the_second(void **state) {
  (void)state;
  hhp_plan *plan = plan_with_three_of_one_id();
  hhp_goal *first = hhp_plan_goal_at(plan, 0);
  assert_ptr_equal(hhp_plan_find_goal(plan, "same"), first);
  assert_ptr_equal(hhp_plan_find_activity(plan, "same"), hhp_plan_activity_at(plan, 0)); /* each in its own list */
  assert_int_equal(hhp_plan_add_party(plan, "same", NULL), HHP_ERR_DUPLICATE_ID);
  assert_int_equal(hhp_plan_remove_goal(plan, first), HHP_OK);
  assert_string_equal(hhp_goal_title(hhp_plan_find_goal(plan, "same")), "Second");
  assert_int_equal(hhp_plan_remove_goal(plan, hhp_plan_goal_at(plan, 0)), HHP_OK);
  assert_string_equal(hhp_activity_title(hhp_plan_find_activity(plan, "same")), "Third");
  assert_int_equal(hhp_plan_add_party(plan, "same", NULL), HHP_ERR_DUPLICATE_ID);
  assert_int_equal(hhp_plan_remove_activity(plan, hhp_plan_activity_at(plan, 0)), HHP_OK);
  assert_int_equal(hhp_plan_add_party(plan, "same", NULL), HHP_OK);
}

static void removing_the_second_of_two_leaves_the_first(void **state) {
  (void)state;
  hhp_plan *plan = plan_with_three_of_one_id();
  assert_int_equal(hhp_plan_remove_goal(plan, hhp_plan_goal_at(plan, 1)), HHP_OK);
  assert_string_equal(hhp_goal_title(hhp_plan_find_goal(plan, "same")), "First");
  assert_int_equal(count_of(validate(plan, NULL), "HP107"), 1); /* the activity */
  assert_int_equal(hhp_plan_remove_activity(plan, hhp_plan_activity_at(plan, 0)), HHP_OK);
  assert_int_equal(count_of(validate(plan, NULL), "HP107"), 0);
  assert_ptr_equal(hhp_plan_find_goal(plan, "same"), hhp_plan_goal_at(plan, 0));
}

static void renaming_removes_duplicates(void **state) {
  (void)state;
  hhp_plan *plan = plan_with_three_of_one_id();
  assert_int_equal(count_of(validate(plan, NULL), "HP107"), 2);
  assert_int_equal(hhp_goal_set_id(hhp_plan_goal_at(plan, 0), "mine"), HHP_OK); /* the first of the three */
  assert_int_equal(count_of(validate(plan, NULL), "HP107"), 1);
  assert_string_equal(hhp_goal_title(hhp_plan_find_goal(plan, "same")), "Second");
  assert_string_equal(hhp_goal_title(hhp_plan_find_goal(plan, "mine")), "First");
  assert_int_equal(hhp_activity_set_id(hhp_plan_activity_at(plan, 0), "third"), HHP_OK);
  assert_int_equal(count_of(validate(plan, NULL), "HP107"), 0);
  assert_string_equal(hhp_activity_title(hhp_plan_find_activity(plan, "third")), "Third");
  assert_int_equal(hhp_goal_set_id(hhp_plan_goal_at(plan, 1), "mine"), HHP_ERR_DUPLICATE_ID);
  assert_int_equal(hhp_goal_set_id(hhp_plan_goal_at(plan, 1), NULL), HHP_OK);
  assert_null(hhp_plan_find_goal(plan, "same"));
}

static void a_duplicate_may_be_given_its_own_id_again(void **state) {
  (void)state;
  hhp_plan *plan = plan_with_three_of_one_id();
  assert_int_equal(hhp_goal_set_id(hhp_plan_goal_at(plan, 1), "same"), HHP_OK); /* unchanged */
  assert_int_equal(count_of(validate(plan, NULL), "HP107"), 2);
}

/* --- Many changes, compared with a plain list of the expected contents --- */

enum { MOST = 60, NAMES = 25 };

typedef struct {
  hhp_activity *handles[MOST];
  int names[MOST];
  size_t count;
} book;

static const char *name_of(int name) {
  static char buffer[8];
  strcpy(buffer, "n-00");
  buffer[2] = (char)('0' + name / 10);
  buffer[3] = (char)('0' + name % 10);
  return buffer;
}

static size_t place_of(const book *b, int name) {
  size_t i = 0;
  while (i < b->count && b->names[i] != name)
    i++;
  return i;
}

static void assert_as_in_book(const hhp_plan *plan, const book *b) {
  assert_int_equal(hhp_plan_activity_count(plan), b->count);
  for (size_t i = 0; i < b->count; i++)
    assert_ptr_equal(hhp_plan_activity_at(plan, i), b->handles[i]);
  for (int name = 0; name < NAMES; name++) {
    size_t at = place_of(b, name);
    assert_ptr_equal(hhp_plan_find_activity(plan, name_of(name)), at < b->count ? b->handles[at] : NULL);
  }
}

static void change_at_random(hhp_plan *plan, book *b, dice *d) {
  int name = (int)roll_below(d, NAMES);
  int is_free = place_of(b, name) == b->count;
  uint64_t what = roll_below(d, 3);
  if (what == 0) {
    hhp_activity *made = NULL;
    assert_int_equal(hhp_plan_add_activity(plan, name_of(name), &made), is_free ? HHP_OK : HHP_ERR_DUPLICATE_ID);
    if (!is_free)
      return;
    b->handles[b->count] = made;
    b->names[b->count++] = name;
    return;
  }
  if (b->count == 0)
    return;
  size_t at = roll_below(d, b->count);
  if (what == 1) {
    int is_own = b->names[at] == name;
    assert_int_equal(hhp_activity_set_id(b->handles[at], name_of(name)),
                     is_free || is_own ? HHP_OK : HHP_ERR_DUPLICATE_ID);
    if (is_free)
      b->names[at] = name;
    return;
  }
  assert_int_equal(hhp_plan_remove_activity(plan, b->handles[at]), HHP_OK);
  memmove(&b->handles[at], &b->handles[at + 1], (b->count - at - 1) * sizeof(b->handles[0]));
  memmove(&b->names[at], &b->names[at + 1], (b->count - at - 1) * sizeof(b->names[0]));
  b->count--;
}

static void many_changes_keep_list_and_ids_together(void **state) {
  (void)state;
  dice d = {6};
  for (int round = 0; round < 20; round++) {
    hhp_plan *plan = new_plan();
    book b = {.count = 0};
    for (int step = 0; step < 300; step++) {
      change_at_random(plan, &b, &d);
      assert_as_in_book(plan, &b);
    }
  }
}

/* --- NULL --- */

static void calls_without_a_plan_are_refused(void **state) {
  (void)state;
  char *json = NULL;
  hhp_plan *plan = NULL;
  assert_int_equal(hhp_plan_new(NULL), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_plan_parse(NULL, "{}", 2, NULL), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_plan_parse(&plan, NULL, 2, NULL), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_plan_load(NULL, "x", NULL), HHP_ERR_ARGUMENT);
  plan = new_plan(); /* anything but NULL */
  assert_int_equal(hhp_plan_load(&plan, NULL, NULL), HHP_ERR_ARGUMENT);
  assert_null(plan);
  assert_int_equal(hhp_plan_dump(NULL, &json, NULL), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_plan_dump(new_plan(), NULL, NULL), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_plan_save(NULL, "x"), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_plan_save(new_plan(), NULL), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_plan_validate(NULL, NULL, new_report()), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_plan_validate(new_plan(), NULL, NULL), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_check(NULL, 2, NULL, new_report()), HHP_ERR_ARGUMENT);
  assert_int_equal(hhp_check("{}", 2, NULL, NULL), HHP_ERR_ARGUMENT);
  hhp_plan_free(NULL);
}

static void a_failed_parse_leaves_no_plan(void **state) {
  (void)state;
  hhp_plan *plan = new_plan();
  assert_int_equal(hhp_plan_parse(&plan, "[]", 2, NULL), HHP_ERR_DOCUMENT);
  assert_null(plan);
}

int main(void) {
  static const struct CMUnitTest tests[] = {
#define HHP__ONLY_PLAN
#define ENTITY(...)
#define END_ENTITY(e)
#define FIELD(e, name, ...) TEST(e##_has_##name),
#include "model/model.def"
      TEST(defaults_are_those_of_the_format),
      TEST(defaults_that_are_given_are_given),
      TEST(an_age_of_0_is_an_age),
      TEST(an_id_is_unique_across_types),
      TEST(a_removed_id_is_free),
      TEST(a_removed_handle_stays_usable),
      TEST(a_handle_of_another_list_is_not_found),
      TEST(removing_the_first_of_two_finds_the_second),
      TEST(removing_the_second_of_two_leaves_the_first),
      TEST(renaming_removes_duplicates),
      TEST(a_duplicate_may_be_given_its_own_id_again),
      TEST(many_changes_keep_list_and_ids_together),
      TEST(calls_without_a_plan_are_refused),
      TEST(a_failed_parse_leaves_no_plan),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
