# Jansson as the target PkgConfig::JANSSON: the one that pkg-config finds, or that of HHP_JANSSON_PREFIX, for systems without
# pkg-config. On Windows it is a static library, which becomes part of the DLL.

set(HHP_JANSSON_PREFIX "" CACHE PATH "Where Jansson 2.14 or newer is installed; empty: where pkg-config finds it")

find_package(PkgConfig)
if(HHP_JANSSON_PREFIX)
  find_path(HHP_JANSSON_INCLUDE_DIR jansson.h PATHS ${HHP_JANSSON_PREFIX}/include REQUIRED NO_DEFAULT_PATH
                                                                                     NO_CMAKE_FIND_ROOT_PATH)
  find_library(
    HHP_JANSSON_LIBRARY
    NAMES jansson jansson_d
    PATHS ${HHP_JANSSON_PREFIX}/lib REQUIRED
    NO_DEFAULT_PATH NO_CMAKE_FIND_ROOT_PATH)
  file(STRINGS ${HHP_JANSSON_INCLUDE_DIR}/jansson.h line REGEX "#define JANSSON_VERSION ")
  string(REGEX MATCH "[0-9.]+" JANSSON_VERSION "${line}")
  if(JANSSON_VERSION VERSION_LESS 2.14)
    message(FATAL_ERROR "Jansson ${JANSSON_VERSION} in ${HHP_JANSSON_PREFIX} is older than 2.14.")
  endif()
  add_library(PkgConfig::JANSSON UNKNOWN IMPORTED GLOBAL)
  set_target_properties(
    PkgConfig::JANSSON PROPERTIES IMPORTED_LOCATION ${HHP_JANSSON_LIBRARY} INTERFACE_INCLUDE_DIRECTORIES
                                                                           ${HHP_JANSSON_INCLUDE_DIR})
else()
  pkg_check_modules(JANSSON REQUIRED IMPORTED_TARGET GLOBAL jansson>=2.14)
endif()
