#!/bin/sh
# build.sh   builds helhedsplan from the source that this file is part of, and prints where it is
#
# It needs a C compiler, CMake 3.25 and Jansson 2.14. On Debian and its kin tools/install-deps installs what is missing,
# with sudo; elsewhere it says what that is. HHP_BUILD_FOLDER is where to build, so that it can be kept in a cache.
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
