#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# run.sh - builds guanxi with address and undefined-behaviour sanitizers and runs every test. Exit status: ctest's.
set -eu
cd "$(dirname "$0")/.."

sh src/scripts/packages.sh test
cmake --preset dev >/dev/null
cmake --build --preset dev -- --quiet
exec ctest --preset dev --parallel "$(nproc)" "$@"
