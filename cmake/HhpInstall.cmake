# Installation, and configuration for other builds: find_package(helhedsplan) and pkg-config helhedsplan.

include(CMakePackageConfigHelpers)

set(HHP_CMAKE_DIR ${CMAKE_INSTALL_LIBDIR}/cmake/helhedsplan)

install(FILES ${HHP_HEADERS} DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/helhedsplan)

# Each library has its own export file: the static one requires Jansson, which users of the shared one need not have.
foreach(kind IN ITEMS shared static)
  string(TOUPPER ${kind} KIND)
  if(HHP_BUILD_${KIND})
    set(target helhedsplan)
    if(kind STREQUAL "static")
      set(target helhedsplan_static)
    endif()
    install(TARGETS ${target} EXPORT helhedsplan-${kind})
    install(
      EXPORT helhedsplan-${kind}
      NAMESPACE helhedsplan::
      DESTINATION ${HHP_CMAKE_DIR})
  endif()
endforeach()

configure_package_config_file(${PROJECT_SOURCE_DIR}/cmake/helhedsplanConfig.cmake.in
                              ${PROJECT_BINARY_DIR}/cmake/helhedsplanConfig.cmake INSTALL_DESTINATION ${HHP_CMAKE_DIR})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/cmake/helhedsplanConfigVersion.cmake
                                 COMPATIBILITY SameMajorVersion)
install(FILES ${PROJECT_BINARY_DIR}/cmake/helhedsplanConfig.cmake
              ${PROJECT_BINARY_DIR}/cmake/helhedsplanConfigVersion.cmake DESTINATION ${HHP_CMAKE_DIR})

# The .pc file uses paths relative to itself, so that the prefix can be moved.
set(HHP_PC_DIR ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
if(IS_ABSOLUTE "${CMAKE_INSTALL_LIBDIR}")
  set(HHP_PC_PREFIX ${CMAKE_INSTALL_PREFIX})
else()
  set(up ${CMAKE_INSTALL_PREFIX})
  cmake_path(RELATIVE_PATH up BASE_DIRECTORY "${CMAKE_INSTALL_PREFIX}/${HHP_PC_DIR}")
  string(REGEX REPLACE "/$" "" up "${up}")
  set(HHP_PC_PREFIX "\${pcfiledir}/${up}")
endif()
foreach(dir IN ITEMS LIBDIR INCLUDEDIR DATADIR)
  set(HHP_PC_${dir} "\${prefix}/${CMAKE_INSTALL_${dir}}")
  if(IS_ABSOLUTE "${CMAKE_INSTALL_${dir}}")
    set(HHP_PC_${dir} "${CMAKE_INSTALL_${dir}}")
  endif()
endforeach()
configure_file(${PROJECT_SOURCE_DIR}/pkgconfig/helhedsplan.pc.in ${PROJECT_BINARY_DIR}/pkgconfig/helhedsplan.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/pkgconfig/helhedsplan.pc DESTINATION ${HHP_PC_DIR})

if(HHP_BUILD_CLI)
  install(TARGETS helhedsplan-cli)
  install(FILES ${HHP_SCHEMAS} DESTINATION ${CMAKE_INSTALL_DATADIR}/helhedsplan)
  foreach(file IN LISTS HHP_COMPANION_FILES)
    cmake_path(RELATIVE_PATH file BASE_DIRECTORY ${PROJECT_BINARY_DIR}/share OUTPUT_VARIABLE path)
    cmake_path(GET path PARENT_PATH folder)
    string(REGEX REPLACE "^man(/|$)" "${CMAKE_INSTALL_MANDIR}\\1" folder "${folder}")
    if(NOT IS_ABSOLUTE "${folder}" AND NOT folder MATCHES "^${CMAKE_INSTALL_MANDIR}(/|$)")
      set(folder ${CMAKE_INSTALL_DATADIR}/${folder})
    endif()
    install(FILES ${file} DESTINATION ${folder})
  endforeach()
endif()

install(FILES ${HHP_EXAMPLE_PLANS} DESTINATION ${CMAKE_INSTALL_DOCDIR}/examples)
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE ${PROJECT_SOURCE_DIR}/CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
