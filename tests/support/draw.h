/* Random plans as Jansson trees, drawn by the introspection tables, so that every field occurs, new ones included. */
#ifndef HHP_TESTS_DRAW_H
#define HHP_TESTS_DRAW_H

#include <jansson.h>

#include <helhedsplan/helhedsplan.h>

#include "support/random.h"

/* A plan that the library reads without loss, in the order of the file format: no empty lists or objects, all
 * references lead somewhere. The ids are the same in all plans ("goal-1"), so that any two can be compared. */
json_t *draw_plan(random_source *random);

/* One of the plan's objects, each as likely as the others, with its entity. Borrowed. */
json_t *draw_object(json_t *plan, random_source *random, const hhp_entity **entity);

/* Sets, replaces or removes one field, anywhere. The plan stays readable. */
void change_somewhere(json_t *plan, random_source *random);

/* The entity of the plan's objects, and a call for each object in the tree, outermost first. */
typedef void visit_object(void *user, json_t *object, const hhp_entity *entity);
void visit_objects(json_t *plan, visit_object *visit, void *user);

#endif
