# The port of vcpkg. As an overlay: vcpkg install libhelhedsplan --overlay-ports=packaging/vcpkg, with HELHEDSPLAN_SOURCE set to
# the folder of an unpacked source tarball. The registry has a copy of this file whose first call is vcpkg_from_github.

if(DEFINED ENV{HELHEDSPLAN_SOURCE})
  set(SOURCE_PATH "$ENV{HELHEDSPLAN_SOURCE}")
else()
  message(FATAL_ERROR "Set HELHEDSPLAN_SOURCE to the folder of an unpacked libhelhedsplan-${VERSION}.tar.gz, and on Windows VCPKG_KEEP_ENV_VARS to HELHEDSPLAN_SOURCE")
endif()

string(COMPARE EQUAL "${VCPKG_LIBRARY_LINKAGE}" "dynamic" HHP_BUILD_SHARED)
string(COMPARE EQUAL "${VCPKG_LIBRARY_LINKAGE}" "static" HHP_BUILD_STATIC)
vcpkg_check_features(OUT_FEATURE_OPTIONS FEATURE_OPTIONS FEATURES tools HHP_BUILD_CLI)
vcpkg_find_acquire_program(PKGCONFIG)

vcpkg_cmake_configure(
  SOURCE_PATH "${SOURCE_PATH}"
  OPTIONS
    ${FEATURE_OPTIONS}
    -DHHP_BUILD_SHARED=${HHP_BUILD_SHARED}
    -DHHP_BUILD_STATIC=${HHP_BUILD_STATIC}
    -DHHP_BUILD_EXAMPLES=OFF
    -DHHP_BUILD_PYTHON=OFF
    -DHHP_BUILD_SQLITE=OFF
    -DHHP_BUILD_POSTGRESQL=OFF
    -DHHP_BUILD_TESTS=OFF
    "-DPKG_CONFIG_EXECUTABLE=${PKGCONFIG}")

vcpkg_cmake_install()
vcpkg_copy_pdbs()
vcpkg_cmake_config_fixup(CONFIG_PATH lib/cmake/helhedsplan PACKAGE_NAME helhedsplan)
vcpkg_fixup_pkgconfig()
if("tools" IN_LIST FEATURES)
  vcpkg_copy_tools(TOOL_NAMES helhedsplan AUTO_CLEAN)
endif()

file(REMOVE_RECURSE "${CURRENT_PACKAGES_DIR}/debug/include" "${CURRENT_PACKAGES_DIR}/debug/share")
file(INSTALL "${CMAKE_CURRENT_LIST_DIR}/usage" DESTINATION "${CURRENT_PACKAGES_DIR}/share/${PORT}")
vcpkg_install_copyright(FILE_LIST "${SOURCE_PATH}/LICENSE")
