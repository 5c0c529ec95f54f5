# Settings of all targets of the project. None of them propagates to users of the library.

add_library(hhp_warnings INTERFACE)
target_compile_options(
  hhp_warnings
  INTERFACE -Wall
            -Wextra
            -Wconversion
            -Wshadow
            -Wstrict-prototypes
            -Wmissing-prototypes
            $<$<BOOL:${HHP_WERROR}>:-Werror>)

# Sanitizers and coverage. A program that links an instrumented library needs the flags too.
set(HHP_INSTRUMENT_FLAGS "")
if(HHP_SANITIZE)
  list(APPEND HHP_INSTRUMENT_FLAGS "-fsanitize=${HHP_SANITIZE}" -fno-sanitize-recover=all -fno-omit-frame-pointer)
endif()
if(HHP_COVERAGE)
  list(APPEND HHP_INSTRUMENT_FLAGS --coverage)
endif()

add_library(hhp_instrumented INTERFACE)
target_compile_options(hhp_instrumented INTERFACE ${HHP_INSTRUMENT_FLAGS})
target_link_options(hhp_instrumented INTERFACE ${HHP_INSTRUMENT_FLAGS})

# hhp_c11(target): standard C11, with warnings; POSIX and other system interfaces are requested explicitly. Files have
# 64-bit sizes and inode numbers on 32-bit systems too; others could not be opened there.
function(hhp_c11 target)
  set_target_properties(${target} PROPERTIES C_STANDARD 11 C_STANDARD_REQUIRED ON C_EXTENSIONS OFF)
  target_compile_definitions(${target} PRIVATE _DEFAULT_SOURCE _FILE_OFFSET_BITS=64)
  target_link_libraries(${target} PRIVATE $<BUILD_INTERFACE:hhp_warnings> $<BUILD_INTERFACE:hhp_instrumented>)
  if(HHP_LTO AND CMAKE_C_COMPILER_ID STREQUAL "GNU") # the static library is for those who link without it too
    target_compile_options(${target} PRIVATE -ffat-lto-objects)
  endif()
endfunction()
