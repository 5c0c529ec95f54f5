/**
 * @file
 * Statuses, absent values, ownership and freeing.
 *
 * A call that can fail returns an ::hhp_status and puts its results in out-parameters, which it sets to NULL
 * or leaves untouched when it fails. Errors in the use of the library are statuses. Errors in a plan are
 * findings of a report.
 *
 * Ownership of a pointer is one of:
 * - *owned*: by the caller, who frees it with the function named.
 * - *borrowed*: valid until its parent (plan, scheme, report) is freed. A text returned by a getter stays valid
 *   and unchanged until its plan is freed, even after the field has been set again, unless hhp_plan_compact() is
 *   called. What a report returns is valid until the report is filled again.
 * - *static*: valid as long as the library is loaded.
 *
 * Text is UTF-8 and ends in NUL. Functions that free accept NULL. No function prints, aborts, reads the clock
 * or the locale, or keeps global state. Unless documented otherwise, functions may be called from any thread,
 * provided that no other thread changes the same plan, scheme, report or options at the same time.
 *
 * @code
 * hhp_plan *plan = NULL;
 * hhp_status status = hhp_plan_load(&plan, "plan.helhedsplan.json", NULL);
 * if (status != HHP_OK)
 *   fprintf(stderr, "%s (%s)\n", hhp_status_message(status, HHP_LANG_EN), hhp_status_name(status));
 * hhp_plan_free(plan);
 * @endcode
 */
#ifndef HELHEDSPLAN_STATUS_H
#define HELHEDSPLAN_STATUS_H

#include <stddef.h>
#include <stdint.h>

#include <helhedsplan/export.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Result of a call: ::HHP_OK, or one of the negative constants below. @since 0.1 */
typedef int32_t hhp_status;

/** The statuses. Values are stable; new ones are appended. @since 0.1 */
enum hhp_status_constant {
  HHP_OK = 0,                /**< Success. */
  HHP_ERR_NOMEM = -1,        /**< Out of memory. Plans are unchanged; a report being filled is empty. */
  HHP_ERR_ARGUMENT = -2,     /**< A NULL where a pointer is required, or an unknown value. */
  HHP_ERR_UTF8 = -3,         /**< The text is not well-formed UTF-8. */
  HHP_ERR_ID = -4,           /**< The id does not match `[a-z0-9][a-z0-9-]{0,63}`. */
  HHP_ERR_DUPLICATE_ID = -5, /**< The plan, or something in it, already has that id. */
  HHP_ERR_ENUM = -6,         /**< Not one of the constants of the field. */
  HHP_ERR_DATE = -7,         /**< Not a valid date as yyyymmdd, with 00 for an unknown month or day. */
  HHP_ERR_RANGE = -8,        /**< The number is outside the range that the file format allows. */
  HHP_ERR_FORMAT = -9,       /**< The text does not have the form of the field (CVR number, code, decimal ...). */
  HHP_ERR_NOT_FOUND = -10,   /**< No such item: not in the list, index out of range, or unknown rule or scheme. */
  HHP_ERR_DOCUMENT = -11,    /**< The document cannot be read without loss; the report says why. */
  HHP_ERR_OVERFLOW = -12,    /**< A sum or a share is too large; nothing wrapped around. */
  HHP_ERR_NO_FILE = -13,     /**< No such file, or no such folder to write to. */
  HHP_ERR_IS_FOLDER = -14,   /**< The path is a folder. */
  HHP_ERR_PERMISSION = -15,  /**< No permission to read or write the file. */
  HHP_ERR_TOO_LARGE = -16,   /**< The file is larger than the limit. */
  HHP_ERR_IO = -17,          /**< Reading or writing failed: a full disk, a broken device. */
  HHP_ERR_AMBIGUOUS = -18    /**< The text can be read in two ways. @since 1.0 */
};

/**
 * Value that a getter returns, and a setter accepts to clear, for an unset number, boolean or constant, including
 * amounts in int64_t. Dates use 0 and texts NULL. It is not a valid value of any field.
 * @since 0.1
 */
enum hhp_absent_constant {
  HHP_ABSENT = -2147483647 - 1 /**< INT32_MIN. */
};

/** Passed instead of a length. @since 0.1 */
enum hhp_nul_terminated_constant {
  HHP_NUL_TERMINATED = -1 /**< The text is NUL-terminated. As a `size_t`, it is SIZE_MAX. */
};

/** ::HHP_NUL_TERMINATED as a `size_t`, so that no compiler warns of a sign. @since 0.1 */
#define HHP_NUL_TERMINATED SIZE_MAX

/** Buffer size of the functions that write a short text. @since 0.1 */
enum hhp_text_size_constant {
  HHP_TEXT_SIZE = 48 /**< Sufficient for any amount, share, limit or date, including NUL. */
};

/** Languages of messages and titles. @since 0.1 */
enum hhp_lang_constant {
  HHP_LANG_DA = 1, /**< Danish. */
  HHP_LANG_EN = 2  /**< English. */
};

/**
 * The name of a status, such as "HHP_ERR_DATE".
 * @return Static; "HHP_ERR_UNKNOWN" for any other number.
 * @since 0.1
 */
HHP_API const char *hhp_status_name(hhp_status status);

/**
 * A status as a readable sentence.
 * @param lang ::HHP_LANG_DA or ::HHP_LANG_EN; anything else is English.
 * @return Static, never NULL.
 * @since 0.1
 */
HHP_API const char *hhp_status_message(hhp_status status, int32_t lang);

/** Free memory that is documented to be freed with hhp_free(). NULL is fine. @since 0.1 */
HHP_API void hhp_free(void *memory);

#ifdef __cplusplus
}
#endif

#endif
