/**
 * @file
 * Symbol visibility. Define HHP_STATIC when you link the static library on Windows; elsewhere no definition is
 * needed.
 */
#ifndef HELHEDSPLAN_EXPORT_H
#define HELHEDSPLAN_EXPORT_H

/* Marks exported symbols; all others are hidden. */
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
