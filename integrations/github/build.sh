#!/bin/sh
# build.sh   builds helhedsplan from this source tree, and prints its path
#
# It needs a C compiler, CMake 3.25 and Jansson 2.14. On Debian and its derivatives, tools/install-deps installs missing packages
# with sudo; on other systems it lists them. HHP_BUILD_FOLDER is the build folder, so that it can be cached.
set -eu
source=$(cd "$(dirname "$0")/../.." && pwd)
folder=${HHP_BUILD_FOLDER:-${RUNNER_TEMP:-${TMPDIR:-/tmp}}/helhedsplan-build}

{
  "$source/tools/install-deps" build
  cmake -S "$source" -B "$folder" -G Ninja -DCMAKE_BUILD_TYPE=Release -DHHP_BUILD_SHARED=OFF -DHHP_BUILD_TESTS=OFF \
    -DHHP_BUILD_EXAMPLES=OFF
  cmake --build "$folder" --target helhedsplan-cli
} >&2
echo "$folder/cli/helhedsplan"
