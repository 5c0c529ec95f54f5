/**
 * @file
 * Which symbols the library exports. Nothing here is for you to use, but for one thing: define HHP_STATIC
 * when you link the static library on Windows. Elsewhere nothing need be defined.
 */
#ifndef HELHEDSPLAN_EXPORT_H
#define HELHEDSPLAN_EXPORT_H

/* What the library exports is marked with this; everything else in it is hidden. */
#if defined(_WIN32) && !defined(HHP_STATIC)
#  ifdef HHP_BUILDING
#    define HHP_API __declspec(dllexport)
#  else
#    define HHP_API __declspec(dllimport)
#  endif
#elif defined(__GNUC__)
#  define HHP_API __attribute__((visibility("default")))
#else
#  define HHP_API
#endif

#endif
