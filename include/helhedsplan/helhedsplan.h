/**
 * @file
 * All of libhelhedsplan: social development plans (boligsociale helhedsplaner) as data, checked against the rules of
 * Landsbyggefonden, read and written as JSON.
 *
 * Where to look:
 * - status.h: what calls tell you, and who owns what
 * - plan.h, then one header a concept: party.h, goal.h, strategy.h, focus_area.h, activity.h, agreement.h,
 *   governance.h, financing.h, followup.h
 * - check.h and report.h: checking, and what came out; rule.h: the rules
 * - cofinancing.h: the arithmetic of co-financing; scheme.h: the fund's schemes
 * - introspect.h: the file format as JSON Schema; version.h
 * - jansson.h, not included here: plans as Jansson values
 */
#ifndef HELHEDSPLAN_H
#define HELHEDSPLAN_H

#include <helhedsplan/activity.h>
#include <helhedsplan/agreement.h>
#include <helhedsplan/check.h>
#include <helhedsplan/cofinancing.h>
#include <helhedsplan/financing.h>
#include <helhedsplan/focus_area.h>
#include <helhedsplan/followup.h>
#include <helhedsplan/goal.h>
#include <helhedsplan/governance.h>
#include <helhedsplan/introspect.h>
#include <helhedsplan/party.h>
#include <helhedsplan/plan.h>
#include <helhedsplan/report.h>
#include <helhedsplan/rule.h>
#include <helhedsplan/scheme.h>
#include <helhedsplan/status.h>
#include <helhedsplan/strategy.h>
#include <helhedsplan/types.h>
#include <helhedsplan/version.h>

#endif
