/**
 * @file
 * What the library knows of its own formats: the JSON Schemas of plans ("helhedsplan/1"), of schemes
 * ("helhedsplan-scheme/1") and of the report as JSON ("helhedsplan-report/1"). Those of plans and schemes are
 * made from the table of fields that reader, writer and accessors run on. Any thread may ask.
 *
 * @code
 * char *schema = NULL;
 * if (hhp_json_schema(HHP_JSON_SCHEMA_2020_12, &schema, NULL) == HHP_OK)
 *   fputs(schema, stdout);
 * hhp_free(schema);
 * if (hhp_json_schema_of(HHP_SCHEMA_REPORT, HHP_JSON_SCHEMA_2020_12, &schema, NULL) == HHP_OK)
 *   fputs(schema, stdout);
 * hhp_free(schema);
 * @endcode
 */
#ifndef HELHEDSPLAN_INTROSPECT_H
#define HELHEDSPLAN_INTROSPECT_H

#include <helhedsplan/status.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Drafts of JSON Schema. @since 0.1 */
enum {
  HHP_JSON_SCHEMA_2020_12 = 1, /**< Draft 2020-12. */
  HHP_JSON_SCHEMA_DRAFT_07 = 2 /**< Draft-07, which editors know. */
};

/** What there are schemas of. @since 0.1 */
enum {
  HHP_SCHEMA_PLAN = 1,   /**< Plans: "helhedsplan/1". */
  HHP_SCHEMA_SCHEME = 2, /**< Schemes: "helhedsplan-scheme/1". */
  HHP_SCHEMA_REPORT = 3  /**< Reports as JSON: "helhedsplan-report/1". Its objects are open: members may be added. */
};

/**
 * The JSON Schema of the file format "helhedsplan/1". It accepts what the library reads without HP103-HP106
 * and HP109; what no schema can say (HP101, HP102, HP107, HP108, HP110, whole numbers written with a
 * fraction) it leaves out.
 * @param draft One of the HHP_JSON_SCHEMA constants.
 * @param[out] json Owned; free with hhp_free(). Ends in a newline and NUL.
 * @param[out] length In bytes, without the NUL; may be NULL.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_json_schema(int32_t draft, char **json, size_t *length);

/**
 * The JSON Schema of one of the formats. That of schemes leaves out what that of plans leaves out.
 * @param format One of the HHP_SCHEMA constants.
 * @param draft One of the HHP_JSON_SCHEMA constants.
 * @param[out] json Owned; free with hhp_free(). Ends in a newline and NUL.
 * @param[out] length In bytes, without the NUL; may be NULL.
 * @return ::HHP_OK, ::HHP_ERR_ARGUMENT, ::HHP_ERR_NOMEM.
 * @since 0.1
 */
HHP_API hhp_status hhp_json_schema_of(int32_t format, int32_t draft, char **json, size_t *length);

#ifdef __cplusplus
}
#endif

#endif
