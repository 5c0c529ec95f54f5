/* The parts of a SARIF log: texts, rules, results, and notifications about the run. */
#ifndef HHP_RENDER_SARIF_H
#define HHP_RENDER_SARIF_H

#include "render/formats.h"
#include "render/json_out.h"

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

/* Appends text to a message: escaped, with placeholders and links of SARIF disabled, and truncated with "…" if long. */
void hhp__sarif_put(hhp__buffer *out, const char *text);

/* {"text": ...} with the content of the buffer, which is freed. */
void hhp__sarif_take_message(hhp__json_out *json, const char *name, hhp__buffer *text);

/* The location of a file; the path must not be "". */
void hhp__sarif_put_artifact_location(hhp__json_out *json, const char *name, const hhp__sarif_file *file);

/* The SARIF level of a severity. */
const char *hhp__sarif_level(int32_t severity);

/* The driver: the tool and its rules. */
void hhp__sarif_put_driver(hhp__json_out *json, int32_t lang);

/* {"id": ..., "index": ...} of a notification HHP__SARIF_... */
void hhp__sarif_put_notification_reference(hhp__json_out *json, const char *name, int notification);

/* One finding of a report. */
void hhp__sarif_put_result(hhp__json_out *json, const hhp_report *report, size_t index, const hhp__sarif_file *file,
                           int32_t lang);

#endif
