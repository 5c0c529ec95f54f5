/**
 * @file
 * HHP_API marks what the library exports; everything else in it is hidden.
 * Define HHP_STATIC when you link the static library on Windows; elsewhere nothing need be defined.
 */
#ifndef HELHEDSPLAN_EXPORT_H
#define HELHEDSPLAN_EXPORT_H

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
