/* Marks functions whose arguments are those of a format of printf, for compilers that check them. */
#ifndef CLI_LIKE_PRINTF_H
#define CLI_LIKE_PRINTF_H

#if defined(__MINGW32__) /* whose printf would be that of Windows */
#  define LIKE_PRINTF(format_at, arguments_at) __attribute__((format(gnu_printf, format_at, arguments_at)))
#elif defined(__GNUC__)
#  define LIKE_PRINTF(format_at, arguments_at) __attribute__((format(printf, format_at, arguments_at)))
#else
#  define LIKE_PRINTF(format_at, arguments_at)
#endif

#endif
