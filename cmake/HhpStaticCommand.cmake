# Whether the command is linked with nothing shared: HHP_CLI_IS_STATIC, and then HHP_CLI_STATIC_FLAGS and HHP_JANSSON_ARCHIVE. It
# starts faster, since no library is looked for, and stays position-independent.

set(HHP_CLI_STATIC OFF CACHE STRING "Link the command with nothing shared: AUTO, if the system has what that takes; ON or OFF")
set(HHP_CLI_IS_STATIC OFF)
if(NOT HHP_CLI_STATIC OR HHP_CLI_SHARED)
  return()
endif()

# hhp_links_static(variable flags...): whether a program that needs Jansson and addresses of data is linked with the flags and, unless
# for another system, runs.
function(hhp_links_static variable)
  set(CMAKE_REQUIRED_FLAGS -fPIE)
  set(CMAKE_REQUIRED_LINK_OPTIONS ${ARGN})
  set(CMAKE_REQUIRED_LIBRARIES ${HHP_JANSSON_ARCHIVE})
  get_target_property(CMAKE_REQUIRED_INCLUDES PkgConfig::JANSSON INTERFACE_INCLUDE_DIRECTORIES)
  if(NOT CMAKE_REQUIRED_INCLUDES)
    set(CMAKE_REQUIRED_INCLUDES "")
  endif()
  set(source "#include <jansson.h>
              static const char *const words[] = {\"a\", \"b\"};
              int main(int argc, char **argv) {
                (void)argv;
                json_t *text = json_string(words[argc & 1]);
                return text == NULL || json_string_value(text)[0] != 'b';
              }")
  if(CMAKE_CROSSCOMPILING)
    check_c_source_compiles("${source}" ${variable})
  else()
    check_c_source_runs("${source}" ${variable})
  endif()
endfunction()

# With the sanitizers, coverage and the library of the tests, the C library is a shared one.
if(HHP_BUILD_STATIC AND UNIX AND NOT APPLE AND NOT HHP_SANITIZE AND NOT HHP_COVERAGE AND NOT HHP_TEST_LIBRARY)
  include(CheckCSourceCompiles)
  include(CheckCSourceRuns)
  find_library(
    HHP_JANSSON_ARCHIVE
    NAMES libjansson.a
    HINTS ${HHP_JANSSON_PREFIX}/lib ${JANSSON_LIBDIR})
  if(HHP_JANSSON_ARCHIVE)
    hhp_links_static(HHP_LINKS_STATIC_PIE -static-pie)
    set(HHP_CLI_IS_STATIC ${HHP_LINKS_STATIC_PIE})
  endif()
endif()

if(HHP_CLI_IS_STATIC)
  set(HHP_CLI_STATIC_FLAGS -static-pie)
  # An older C library links such a program, which then fails when it starts: whether it runs is not known of another system.
  if(NOT CMAKE_CROSSCOMPILING)
    hhp_links_static(HHP_LINKS_PACKED_RELOCATIONS -static-pie LINKER:-z,pack-relative-relocs)
    if(HHP_LINKS_PACKED_RELOCATIONS)
      list(APPEND HHP_CLI_STATIC_FLAGS LINKER:-z,pack-relative-relocs)
    endif()
  endif()
elseif(NOT HHP_CLI_STATIC STREQUAL "AUTO")
  message(FATAL_ERROR "HHP_CLI_STATIC is on, but a static program cannot be linked here: libjansson.a or the C library's is missing.")
endif()
