/**
 * @file
 * All of libhelhedsplan: social development plans (boligsociale helhedsplaner) as data, checked against the
 * rules of Landsbyggefonden, read and written as JSON.
 *
 * The headers, in reading order:
 * - status.h: statuses, ownership, and thread safety; types.h: all handles; version.h
 * - check.h and report.h: checking, and the result; rule.h: the rules
 * - plan.h, with the pattern that all accessors follow; then one header per concept: party.h, goal.h,
 *   strategy.h, focus_area.h, activity.h, agreement.h, governance.h, financing.h, followup.h
 * - scheme.h: the fund's schemes; municipality.h: the municipalities and their codes
 * - cofinancing.h: the arithmetic of co-financing, and amounts as text; date.h: dates as text
 * - rollup.h: kroner by party, year, category and activity; activities by goal and focus area
 * - diff.h: comparing two versions of a plan
 * - introspect.h: the file format at run time and as JSON Schema, for bindings
 * - object.h: the generic core: all objects and fields by the same few functions, for bindings
 * - table.h: the tables of a plan, for spreadsheets and databases
 * - jansson.h, not included here: plans as Jansson values
 *
 * @code
 * // Check a plan of at most 1 MiB from standard input, and print each finding with its line.
 * static char json[1 << 20];
 * size_t length = fread(json, 1, sizeof json, stdin);
 * hhp_report *report = NULL;
 * char *text = NULL;
 * hhp_status status = hhp_report_new(&report);
 * if (status == HHP_OK)
 *   status = hhp_report_set_path(report, "stdin");
 * if (status == HHP_OK)
 *   status = hhp_check(json, length, NULL, report);
 * if (status == HHP_OK)
 *   status = hhp_report_render(report, HHP_FORMAT_TEXT, NULL, &text, NULL);
 * puts(status == HHP_OK ? text : hhp_status_message(status, HHP_LANG_EN));
 * hhp_free(text);
 * hhp_report_free(report);
 * @endcode
 */
#ifndef HELHEDSPLAN_H
#define HELHEDSPLAN_H

#include <helhedsplan/activity.h>
#include <helhedsplan/agreement.h>
#include <helhedsplan/check.h>
#include <helhedsplan/cofinancing.h>
#include <helhedsplan/date.h>
#include <helhedsplan/diff.h>
#include <helhedsplan/financing.h>
#include <helhedsplan/focus_area.h>
#include <helhedsplan/followup.h>
#include <helhedsplan/goal.h>
#include <helhedsplan/governance.h>
#include <helhedsplan/introspect.h>
#include <helhedsplan/municipality.h>
#include <helhedsplan/object.h>
#include <helhedsplan/party.h>
#include <helhedsplan/plan.h>
#include <helhedsplan/report.h>
#include <helhedsplan/rollup.h>
#include <helhedsplan/rule.h>
#include <helhedsplan/scheme.h>
#include <helhedsplan/status.h>
#include <helhedsplan/strategy.h>
#include <helhedsplan/table.h>
#include <helhedsplan/types.h>
#include <helhedsplan/version.h>

#endif
