# Settings of all targets of the project. None of them propagates to users of the library.

add_library(hhp_warnings INTERFACE)
if(MSVC)
  target_compile_options(hhp_warnings INTERFACE /W3 /utf-8 /experimental:c11atomics $<$<BOOL:${HHP_WERROR}>:/WX>)
else()
  target_compile_options(
    hhp_warnings
    INTERFACE -Wall
              -Wextra
              -Wconversion
              -Wshadow
              -Wstrict-prototypes
              -Wmissing-prototypes
              $<$<BOOL:${HHP_WERROR}>:-Werror>)
endif()

# Definitions of the system. Windows has no POSIX, and its printf needs help to be that of C99: MinGW-w64 brings its own.
add_library(hhp_system INTERFACE)
if(WIN32)
  target_compile_definitions(
    hhp_system INTERFACE _WIN32_WINNT=0x0A00 WIN32_LEAN_AND_MEAN UNICODE _CRT_SECURE_NO_WARNINGS
                         _CRT_NONSTDC_NO_WARNINGS $<$<BOOL:${MINGW}>:__USE_MINGW_ANSI_STDIO=1>)
else()
  target_compile_definitions(hhp_system INTERFACE _DEFAULT_SOURCE _FILE_OFFSET_BITS=64)
endif()

# Sanitizers and coverage. A program that links an instrumented library needs the flags too.
set(HHP_INSTRUMENT_FLAGS "")
if(HHP_SANITIZE)
  list(APPEND HHP_INSTRUMENT_FLAGS "-fsanitize=${HHP_SANITIZE}" -fno-sanitize-recover=all -fno-omit-frame-pointer)
endif()
if(HHP_COVERAGE)
  list(APPEND HHP_INSTRUMENT_FLAGS --coverage -fprofile-update=atomic) # some tests run threads
endif()

add_library(hhp_instrumented INTERFACE)
target_compile_options(hhp_instrumented INTERFACE ${HHP_INSTRUMENT_FLAGS})
target_link_options(hhp_instrumented INTERFACE ${HHP_INSTRUMENT_FLAGS})

# Hardening of optimised builds, as far as the compiler and the linker have it: checks of the stack and of buffers whose
# size is known, no writable table of addresses after the start, and marked targets of indirect jumps (CET, PAC/BTI). A
# sanitizer replaces them.
option(HHP_HARDEN "Harden optimised builds" ON)
add_library(hhp_hardened INTERFACE)
if(HHP_HARDEN AND NOT HHP_SANITIZE AND NOT WIN32) # where the linker's defaults harden, and the rest needs a DLL of gcc's
  include(CheckCCompilerFlag)
  include(CheckLinkerFlag)
  set(optimised $<CONFIG:Release,RelWithDebInfo,MinSizeRel>)
  set(CMAKE_REQUIRED_FLAGS -Werror) # clang only warns of what the system does not have
  foreach(flag -fstack-protector-strong -fstack-clash-protection -fcf-protection=full -mbranch-protection=standard)
    string(MAKE_C_IDENTIFIER "HHP_HAS${flag}" has)
    check_c_compiler_flag(${flag} ${has})
    if(${has})
      target_compile_options(hhp_hardened INTERFACE $<${optimised}:${flag}>)
    endif()
  endforeach()
  unset(CMAKE_REQUIRED_FLAGS)
  target_compile_options(hhp_hardened INTERFACE $<${optimised}:-U_FORTIFY_SOURCE> $<${optimised}:-D_FORTIFY_SOURCE=2>)
  foreach(flag -Wl,-z,relro -Wl,-z,now -Wl,-z,noexecstack)
    string(MAKE_C_IDENTIFIER "HHP_LINKS${flag}" has)
    check_linker_flag(C ${flag} ${has})
    if(${has})
      target_link_options(hhp_hardened INTERFACE $<${optimised}:${flag}>)
    endif()
  endforeach()
endif()

# hhp_c11(target): standard C11, with warnings; POSIX and other system interfaces are requested explicitly. Files have
# 64-bit sizes and inode numbers on 32-bit systems too; others could not be opened there.
function(hhp_c11 target)
  set_target_properties(${target} PROPERTIES C_STANDARD 11 C_STANDARD_REQUIRED ON C_EXTENSIONS OFF)
  target_link_libraries(
    ${target} PRIVATE $<BUILD_INTERFACE:hhp_system> $<BUILD_INTERFACE:hhp_warnings> $<BUILD_INTERFACE:hhp_instrumented>
                      $<BUILD_INTERFACE:hhp_hardened>)
  if(HHP_LTO AND CMAKE_C_COMPILER_ID STREQUAL "GNU") # the static library is for those who link without it too
    target_compile_options(${target} PRIVATE -ffat-lto-objects)
  endif()
endfunction()
