/* The parts of a SARIF log: its texts, its rules, its results and what is told of the run, each in a file of its own. */
#ifndef HHP_RENDER_SARIF_H
#define HHP_RENDER_SARIF_H

#include <jansson.h>

#include "render/formats.h"

enum {
  HHP__SARIF_MOST_RESULTS = 25000, /* that GitHub takes in a run */
  HHP__SARIF_MOST_RELATED = 20,    /* places that a result leads to */
  HHP__SARIF_LONGEST_TEXT = 4000   /* bytes of one text of a document in a message */
};

/* What a run tells of besides findings. Each is its index among the descriptors of the driver. */
enum { HHP__SARIF_UNREADABLE, HHP__SARIF_LEFT_OUT };

/* Where in the log a report is. */
typedef struct {
  const char *path; /* relative to the root; "": the report has none */
  size_t index;     /* of its file among the artifacts; only where there is a path */
} hhp__sarif_file;

/* Members are added one by one, and the first that cannot be made takes the object with it: NULL tells that memory ran
 * out, however many were added before. */
void hhp__sarif_set(json_t **object, const char *name, json_t *value);
void hhp__sarif_append(json_t **array, json_t *value);

/* The same for what may not be there: NULL and "" add nothing, since empty texts are refused by GitHub. */
void hhp__sarif_set_text(json_t **object, const char *name, const char *text);

/* Adds text to a message. What a terminal would act on is made visible, and what SARIF would take for a placeholder or
 * for a link of the writer's own is kept from being one. Long text is cut, and ends in "…". */
void hhp__sarif_put(hhp__buffer *out, const char *text);

/* {"text": ...} of a buffer, which is freed. */
json_t *hhp__sarif_message(hhp__buffer *text);

/* The place of a file, NULL only when memory ran out; the path must not be "". */
json_t *hhp__sarif_artifact_location(const hhp__sarif_file *file);

/* The word for a severity. */
const char *hhp__sarif_level(int32_t severity);

/* The program that found what stands in the log, and its rules. */
void hhp__sarif_put_driver(hhp__buffer *out, int32_t lang, size_t level);

/* {"id": ..., "index": ...} of a HHP__SARIF_... notification. */
json_t *hhp__sarif_notification_reference(int notification);

/* One finding of a report. */
json_t *hhp__sarif_result(const hhp_report *report, size_t index, const hhp__sarif_file *file, int32_t lang);

#endif
