/**
 * @file
 * Dates as people write them, and as the file and messages do. In the API a date is an int32_t, yyyymmdd, with 00 for an
 * unknown month or day: 20151031, 20151000 for October 2015, 20150000 for 2015, and 0 for none.
 *
 * The functions use no clock and no locale, and may be called from any thread.
 *
 * @code
 * int32_t start = 0;
 * char text[HHP_TEXT_SIZE];
 * if (hhp_date_parse("1. oktober 2015", &start) == HHP_OK &&
 *     hhp_date_iso(start, text, sizeof text) == HHP_OK)
 *   puts(text); // 2015-10-01
 * if (hhp_date_text(20151000, HHP_LANG_DA, text, sizeof text) == HHP_OK)
 *   puts(text); // oktober 2015
 * @endcode
 */
#ifndef HELHEDSPLAN_DATE_H
#define HELHEDSPLAN_DATE_H

#include <helhedsplan/status.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * Read a date as the file has it, "2015-10-31", "2015-10" or "2015", or as people write it in Danish or English:
 * "31-10-2015", "31.10.15", "31/10 2015", "10/2015", "31. oktober 2015", "October 31, 2015", "20151031". The time of
 * day after an ISO date is ignored: "2015-10-31T00:00". With points or hyphens the day comes first, as in Danish. With
 * two slashes both orders are in use, and with hyphens and two digits throughout the year may come first: such a date
 * is ambiguous, unless only one of the readings exists. A year of two digits is from 2000 on.
 * @param text The date; surrounding spaces are ignored.
 * @param[out] date yyyymmdd, with 00 for an unknown month or day. With ::HHP_ERR_AMBIGUOUS it is set too, to the Danish
 *             reading, day first; with any other failure it is left untouched.
 * @return ::HHP_OK; ::HHP_ERR_ARGUMENT for NULL; ::HHP_ERR_FORMAT (not a date); ::HHP_ERR_DATE (a date that does not
 *         exist, such as 31 February); ::HHP_ERR_AMBIGUOUS.
 * @since 1.0
 */
HHP_API hhp_status hhp_date_parse(const char *text, int32_t *date);

/**
 * Write a date in words, as messages do: "30. juni 2022", "juni 2022" or "2022" in Danish, "30 June 2022", "June 2022"
 * or "2022" in English.
 * @param date yyyymmdd, with 00 for an unknown month or day.
 * @param lang ::HHP_LANG_DA or ::HHP_LANG_EN; anything else is English.
 * @param[out] out At least ::HHP_TEXT_SIZE bytes.
 * @param size The bytes in `out`.
 * @return ::HHP_OK; ::HHP_ERR_ARGUMENT when `out` is NULL or too small; ::HHP_ERR_DATE for 0, or a date that does not
 *         exist.
 * @since 1.0
 */
HHP_API hhp_status hhp_date_text(int32_t date, int32_t lang, char *out, size_t size);

/**
 * Write a date as the file has it (ISO 8601): "2022-06-30", "2022-06" or "2022".
 * @param date yyyymmdd, with 00 for an unknown month or day.
 * @param[out] out At least ::HHP_TEXT_SIZE bytes.
 * @param size The bytes in `out`.
 * @return As hhp_date_text().
 * @since 1.0
 */
HHP_API hhp_status hhp_date_iso(int32_t date, char *out, size_t size);

#ifdef __cplusplus
}
#endif

#endif
