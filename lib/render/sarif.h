/* The parts of a SARIF log: texts, rules, results, and notifications about the run. */
#ifndef HHP_RENDER_SARIF_H
#define HHP_RENDER_SARIF_H

#include <jansson.h>

#include "render/formats.h"

enum {
  HHP__SARIF_MOST_RESULTS = 25000, /* GitHub's limit for a run */
  HHP__SARIF_MOST_RELATED = 20,    /* related places of a result */
  HHP__SARIF_LONGEST_TEXT = 4000   /* longest text of a document in a message, in bytes */
};

/* Notifications about the run; the value is the index among the descriptors of the driver. */
enum { HHP__SARIF_UNREADABLE, HHP__SARIF_LEFT_OUT };

/* A report in the log. */
typedef struct {
  const char *path; /* relative to the root; "": the report has none */
  size_t index;     /* index among the artifacts, if there is a path */
} hhp__sarif_file;

/* Adds a member. On failure the object is freed and set to NULL, so that it is enough to check once after adding
 * many. */
void hhp__sarif_set(json_t **object, const char *name, json_t *value);
void hhp__sarif_append(json_t **array, json_t *value);

/* The same for optional text: NULL and "" add nothing, since GitHub refuses empty texts. */
void hhp__sarif_set_text(json_t **object, const char *name, const char *text);

/* Appends text to a message: escaped, with placeholders and links of SARIF disabled, and truncated with "…" if long. */
void hhp__sarif_put(hhp__buffer *out, const char *text);

/* {"text": ...} with the content of the buffer, which is freed. */
json_t *hhp__sarif_message(hhp__buffer *text);

/* The location of a file; the path must not be "". NULL only if out of memory. */
json_t *hhp__sarif_artifact_location(const hhp__sarif_file *file);

/* The SARIF level of a severity. */
const char *hhp__sarif_level(int32_t severity);

/* Writes the driver: the tool and its rules. */
void hhp__sarif_put_driver(hhp__buffer *out, int32_t lang, size_t level);

/* {"id": ..., "index": ...} of a notification HHP__SARIF_... */
json_t *hhp__sarif_notification_reference(int notification);

/* One finding of a report. */
json_t *hhp__sarif_result(const hhp_report *report, size_t index, const hhp__sarif_file *file, int32_t lang);

#endif
